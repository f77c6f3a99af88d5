// SPDX-License-Identifier: MIT
#include <matn/anchor.hpp>
#include <matn/pipeline.hpp>

#include <iostream>

int main() {
    const std::string_view text = "قرار است امروز (چهارشنبه ۲۷) نشستی برگزار شود. در نشست دیروز (سه شنبه ۲۶ حمل) "
                                  "در باره موافقتنامه ۲۹ ماه فبروری سخن رفت.";
    const auto analyse = matn::pipeline(matn::numbers, matn::anchors, matn::anchored_dates);
    const auto doc = analyse(text);

    const auto& a = doc.get<matn::anchor>();
    std::cout << "written on " << iso(a.when) << ", for it says";
    for (int i = 0; i < a.supports; ++i) std::cout << (i > 0 ? ", " : " ") << doc.text(a.support[i]);
    std::cout << '\n';
    for (const matn::date& d : doc.each<matn::date>()) std::cout << doc.text(d) << " = " << timex3(d) << '\n';
}
