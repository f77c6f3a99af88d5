// SPDX-License-Identifier: MIT
#include <matn/date.hpp>

#include <iostream>

int main() {
    const std::string_view text = "دیروز (سه شنبه ۲۶ حمل) در کابل نشستی برگزار شد. وقع الاتفاق في 29 فبراير/شباط الماضي. "
                                  "The troops leave within 14 months; they met on Friday, 17 March 2020. جلسه ۳۱ میزان ۱۳۹۸";
    for (const matn::date& d : matn::dates(text, {.anchor = matn::gregorian(2020, 4, 15)})) {
        std::cout << d.at.of(text) << ": " << name(d.type) << ' ' << timex3(d);
        if (d.resolved && d.first == d.last) std::cout << " = " << iso(matn::solar_hijri(d.first));
        if (d.flags != matn::date_fine) std::cout << " (wrong: " << matn::flag_name(d.flags) << ')';
        std::cout << '\n';
    }

    // Names of one's own: of a month, and of a day that comes every year.
    constexpr matn::date_name own[] = {{"Ocak", matn::calendar::gregorian, 1}, {"جشن سده", matn::calendar::solar_hijri, 11, 10}};
    const std::string_view more = "Toplantı 12 Ocak 2021 günü. جشن سدۀ ۱۳۹۸ در یزد";
    for (const matn::date& d : matn::dates(more, {.names = own})) std::cout << d.at.of(more) << ": " << timex3(d) << '\n';

    if (const auto d = matn::parse_date("ثور ۱۳۹۷")) std::cout << iso(d->first) << " to " << iso(d->last) << '\n';
}
