// SPDX-License-Identifier: MIT
// Dates of three calendars in one Arabic, Dari and English text, each in all calendars.
#include <matn/date.hpp>

#include <iostream>

int main() {
    const std::string_view text =
        "بحلول 15 مارس/آذار المقبل، و ۲۲ جوزا، و ۱۵ حوت ۱۴۰۰، و 19 ربيع الأول 1445، و ۲۹ ماه فبروری ۲۰۲۰, "
        "and November 18, 2023, and 12/31/2023.";

    for (const matn::date& d : matn::dates(text, {.anchor = matn::gregorian{2023, 10, 5}}))
        std::cout << matn::iso(d.first) << " = " << matn::iso(matn::solar_hijri(d.first)) << " = "
                  << matn::iso(matn::lunar_hijri(d.first)) << "  " << d.at.of(text) << '\n';
}
