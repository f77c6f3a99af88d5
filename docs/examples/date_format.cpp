// SPDX-License-Identifier: MIT
#include <matn/date_format.hpp>

#include <iostream>

int main() {
    using matn::calendar, matn::date_language;
    const matn::day d = matn::gregorian(2020, 4, 14);

    std::cout << matn::format_date(d, {.weekday = true}) << '\n'
              << matn::format_date(d, {.language = date_language::dari, .in = calendar::solar_hijri, .weekday = true}) << '\n'
              << matn::format_date(d, {.language = date_language::pashto, .in = calendar::solar_hijri}) << '\n'
              << matn::format_date(d, {.language = date_language::arabic_levantine}) << '\n'
              << matn::format_date(d, {.language = date_language::arabic_maghreb}) << '\n'
              << matn::format_date(d, {.language = date_language::urdu, .in = calendar::lunar_hijri}) << '\n'
              << matn::format_date(matn::solar_hijri(1399, 1, 26), date_language::english_afghan) << '\n';

    static_assert(matn::month_name(calendar::solar_hijri, 1, date_language::kurdish) == "خاکەلێوە");
}
