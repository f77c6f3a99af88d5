// SPDX-License-Identifier: MIT
// Feasts that move, against ICU's Chinese and Hebrew calendars and the published dates of the Eastern Easter.
#include "catch.hpp"

#include <matn/date.hpp>

#include <string>

#include <unicode/ucal.h>

namespace {

// The first day that a name and a year stand for.
matn::day first_of(const char* name, int year) {
    const auto found = matn::parse_date(name + (" " + std::to_string(year)));
    INFO(name << " " << year);
    REQUIRE(found.has_value());
    REQUIRE(found->resolved);
    return found->first;
}

class icu_calendar {
public:
    explicit icu_calendar(const char* locale) {
        UErrorCode status = U_ZERO_ERROR;
        calendar_ = ucal_open(u"UTC", 3, locale, UCAL_DEFAULT, &status);
        REQUIRE(U_SUCCESS(status));
    }
    ~icu_calendar() { ucal_close(calendar_); }
    icu_calendar(const icu_calendar&) = delete;
    icu_calendar& operator=(const icu_calendar&) = delete;

    // Goes to that day.
    void to(matn::day d) {
        UErrorCode status = U_ZERO_ERROR;
        ucal_setMillis(calendar_, d.since_1970 * 86400000.0, &status);
        REQUIRE(U_SUCCESS(status));
    }
    [[nodiscard]] int get(UCalendarDateFields field) const {
        UErrorCode status = U_ZERO_ERROR;
        const int value = ucal_get(calendar_, field, &status);
        REQUIRE(U_SUCCESS(status));
        return value;
    }

private:
    UCalendar* calendar_ = nullptr;
};

// ICU counts the months of the Hebrew calendar from Tishri, with both months of Adar.
enum hebrew_month { tishri = 0, kislev = 2, nisan = 7 };

} // namespace

TEST_CASE("Chinese New Year is the first day of the first month from 1901 to 2100") {
    icu_calendar chinese("@calendar=chinese");
    for (int year = 1901; year <= 2100; ++year) {
        chinese.to(first_of("Chinese New Year", year));
        INFO(year);
        CHECK(chinese.get(UCAL_MONTH) == 0);
        CHECK(chinese.get(UCAL_IS_LEAP_MONTH) == 0);
        CHECK(chinese.get(UCAL_DATE) == 1);
    }
}

TEST_CASE("Jewish feasts begin in the evening before their day in the Hebrew calendar, from 1900 to 2200") {
    struct feast {
        const char* name;
        int month, day;
    };
    const feast feasts[] = {
        {"Rosh Hashanah", tishri, 1}, {"Yom Kippur", tishri, 10}, {"Hanukkah", kislev, 25}, {"Passover", nisan, 15}};
    icu_calendar hebrew("@calendar=hebrew");
    for (const feast& f : feasts)
        for (int year = 1900; year <= 2200; ++year) {
            // ICU puts the year 5807 off twice, from Sunday to Monday and then as if its new moon had been on Monday; a new moon on Sunday at 17 hours
            // puts it off once, to 1 October 2046.
            if (year == (f.month == kislev ? 2045 : 2046)) continue;
            hebrew.to(first_of(f.name, year) + 1);
            INFO(f.name << " " << year);
            CHECK(hebrew.get(UCAL_MONTH) == f.month);
            CHECK(hebrew.get(UCAL_DATE) == f.day);
        }
    CHECK(matn::gregorian(first_of("Rosh Hashanah", 2046) + 1) == matn::gregorian(2046, 10, 1));
}

TEST_CASE("Easter is when the churches keep it") {
    using matn::gregorian;
    const gregorian eastern[] = {{2000, 4, 30}, {2005, 5, 1},  {2010, 4, 4}, {2013, 5, 5},  {2016, 5, 1},
                                 {2019, 4, 28}, {2020, 4, 19}, {2021, 5, 2}, {2022, 4, 24}, {2023, 4, 16},
                                 {2024, 5, 5},  {2025, 4, 20}, {2026, 4, 12}};
    for (const gregorian& d : eastern) {
        INFO(d.year());
        CHECK(gregorian(first_of("Orthodox Easter", d.year())) == d);
    }
    const gregorian western[] = {{1961, 4, 2},  {1981, 4, 19}, {2000, 4, 23}, {2008, 3, 23}, {2011, 4, 24},
                                 {2016, 3, 27}, {2019, 4, 21}, {2020, 4, 12}, {2021, 4, 4},  {2022, 4, 17},
                                 {2024, 3, 31}, {2025, 4, 20}, {2038, 4, 25}};
    for (const gregorian& d : western) {
        INFO(d.year());
        CHECK(gregorian(first_of("Easter Sunday", d.year())) == d);
    }
}
