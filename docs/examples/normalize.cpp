// SPDX-License-Identifier: MIT
#include <matn/normalize.hpp>

#include <iostream>

int main() {
    // A Persian and an Arabic paragraph, both typed on keyboards of the other country, and a link.
    const std::string_view text =
        "كتابهاي تازه دربارهٔ تاريخ افغانستان را در اين كتابخانه مي‌توان خواند, چرا نمي‌خوانيد?\n"
        "قال المتحدث باسم الوزارة إن المفاوضات مع الوفد ستبدأ غداً فی العاصمة, ولم یذکر تفاصیل.\n"
        "https://example.org/كتاب,علي";
    const auto made = matn::normalizing(text);
    std::cout << made.text() << "\n\n";

    // The same rules for a text whose language is known, and a search key.
    std::cout << matn::normalizing("علي ٤٥ كيلو", "prs").text() << '\n';
    std::cout << matn::normalizing({.level = matn::normalization_level::key})("Kābul: كابُل ۲۶").text() << "\n\n";

    // And the way back.
    const std::string_view question = "چرا نمی‌خوانید؟";
    const auto begin = static_cast<matn::offset>(made.text().find(question));
    const matn::slice at{begin, begin + static_cast<matn::offset>(question.size())};
    std::cout << at.of(made.text()) << " was " << made.source(at).of(text) << '\n';
}
