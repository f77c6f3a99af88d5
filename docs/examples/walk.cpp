// SPDX-License-Identifier: MIT
#include <matn/matn.hpp>

#include <iostream>

int main() {
    const std::string_view text = "وزیر معارف روز سه شنبه ۱۱ میزان ۱۴۰۲ به هرات رفت.";
    for (const matn::date& d : matn::dates(text)) std::cout << d.at.of(text) << " = " << matn::iso(d.first) << '\n';
}
