// SPDX-License-Identifier: MIT
#include <matn/calendar.hpp>

#include <iostream>

int main() {
    const matn::solar_hijri written(1399, 1, 26);
    std::cout << iso(written) << " = " << iso(matn::gregorian(written)) << " = " << iso(matn::lunar_hijri(written)) << '\n';

    const matn::day d = written; // all calendars meet in days
    std::cout << "weekday " << static_cast<int>(matn::weekday_of(d)) << ", week " << matn::iso_week_of(d).week << '\n';

    const matn::solar_hijri impossible(1398, 7, 31); // Mizan has 30 days
    std::cout << "31 Mizan: " << (impossible.to_day() ? "a day" : "no such day") << '\n';

    const matn::lunar_days new_year = matn::lunar_readings({1400, 1, 1});
    std::cout << iso(*new_year.umm_al_qura) << " or " << iso(*new_year.tabular) << '\n';

    static_assert(matn::gregorian(matn::lunar_hijri(1441, 9, 1)) == matn::gregorian(2020, 4, 24));
}
