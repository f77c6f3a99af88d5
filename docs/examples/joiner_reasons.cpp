// SPDX-License-Identifier: MIT
#include <matn/joiner.hpp>

#include <cstdio>
#include <iostream>

int main() {
    const char* const reasons[] = {"attested", "verb prefix", "plural", "ending", "comparative", "compound", "name", "prefix"};
    const std::string_view text = "بچهها میپژمردند و همصنفیهایش در نجیبآباد کتابها را دستکاری کردند";
    for (const auto setting : {matn::joiner_setting::precision, matn::joiner_setting::balanced, matn::joiner_setting::recall}) {
        for (const matn::joiner& j : matn::joiners(text, {.setting = setting})) {
            std::printf("%3u %-7s %-11s %.2f\n", j.at.begin, j.kind == matn::joiner_kind::insert ? "insert" : "replace",
                        reasons[static_cast<int>(j.reason)], static_cast<double>(j.confidence));
        }
        std::printf("--\n");
    }
}
