// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <matn/calendar.hpp>

#include <array>
#include <fstream>
#include <sstream>
#include <string>
#include <type_traits>
#include <vector>

using namespace matn;

// Strong types: one calendar's date is never taken for another's.
static_assert(!std::is_convertible_v<solar_hijri, gregorian>);
static_assert(!std::is_convertible_v<day, gregorian>);
static_assert(std::is_constructible_v<gregorian, solar_hijri>);
static_assert(std::is_convertible_v<lunar_hijri, day>);
template <class A, class B>
concept comparable = requires(A a, B b) {
    a == b;
};
static_assert(comparable<gregorian, gregorian>);
static_assert(!comparable<gregorian, solar_hijri>);
static_assert(!comparable<lunar_hijri, solar_hijri>);
static_assert(!comparable<lunar_hijri, tabular_hijri>);
static_assert(calendar_date<gregorian> && calendar_date<solar_hijri> && calendar_date<lunar_hijri> &&
              calendar_date<tabular_hijri>);
static_assert(std::is_trivially_copyable_v<gregorian> && sizeof(gregorian) == 8 && sizeof(day) == 4);

static_assert(day(gregorian(1970, 1, 1)).since_1970 == 0);
static_assert(day(gregorian(2000, 3, 1)).since_1970 == 11017);
static_assert(gregorian(day{-1}) == gregorian(1969, 12, 31));
static_assert(gregorian(solar_hijri(1399, 1, 26)) == gregorian(2020, 4, 14));
static_assert(solar_hijri(gregorian(2021, 8, 15)) == solar_hijri(1400, 5, 24));
static_assert(gregorian(lunar_hijri(1400, 1, 1)) == gregorian(1979, 11, 20));
static_assert(weekday_of(gregorian(2020, 4, 14)) == weekday::tuesday);
static_assert(weekday_of(day{-4}) == weekday::sunday);

namespace {

// Which Gregorian day began these Solar Hijri years, as printed on Iranian calendars; the years ending a five-year leap gap among them.
struct new_year {
    int solar;
    gregorian first;
};
constexpr new_year new_years[] = {
    {1206, {1827, 3, 22}}, {1304, {1925, 3, 21}}, {1336, {1957, 3, 21}}, {1354, {1975, 3, 21}}, {1355, {1976, 3, 21}},
    {1357, {1978, 3, 21}}, {1358, {1979, 3, 21}}, {1370, {1991, 3, 21}}, {1371, {1992, 3, 21}}, {1375, {1996, 3, 20}},
    {1376, {1997, 3, 21}}, {1379, {2000, 3, 20}}, {1387, {2008, 3, 20}}, {1388, {2009, 3, 21}}, {1395, {2016, 3, 20}},
    {1396, {2017, 3, 21}}, {1399, {2020, 3, 20}}, {1400, {2021, 3, 21}}, {1403, {2024, 3, 20}}, {1404, {2025, 3, 21}},
    {1408, {2029, 3, 20}}, {1409, {2030, 3, 21}}, {1437, {2058, 3, 21}}, {1498, {2119, 3, 21}}, {1503, {2124, 3, 20}},
    {1504, {2125, 3, 21}}, {1602, {2223, 3, 21}}, {1603, {2224, 3, 21}},
};
static_assert([] {
    for (const new_year& n : new_years)
        if (gregorian(solar_hijri(n.solar, 1, 1)) != n.first || solar_hijri(n.first) != solar_hijri(n.solar, 1, 1)) return false;
    return true;
}());

// Days that the whole world dated in two calendars.
struct known {
    day one;
    day other;
};
constexpr known known_days[] = {
    {solar_hijri(1357, 11, 22), gregorian(1979, 2, 11)}, // the Iranian revolution
    {solar_hijri(1357, 2, 7), gregorian(1978, 4, 27)},   // the Saur coup in Kabul
    {lunar_hijri(1441, 9, 1), gregorian(2020, 4, 24)},   // Ramadan in Saudi Arabia
    {lunar_hijri(1444, 9, 1), gregorian(2023, 3, 23)},
    {lunar_hijri(1445, 12, 9), gregorian(2024, 6, 15)}, // the day of Arafah
    {lunar_hijri(1442, 1, 1), gregorian(2020, 8, 20)},
    {tabular_hijri(1, 1, 1), gregorian(622, 7, 19)}, // 16 July 622 of the Julian calendar
};
static_assert([] {
    for (const known& k : known_days)
        if (k.one != k.other) return false;
    return true;
}());

// A slow and plainly right count of days: one year, one month at a time.
template <class Date>
void walks(int first_year, int last_year) {
    day expected = Date(first_year, 1, 1);
    for (int y = first_year; y <= last_year; ++y) {
        std::uint32_t in_year = 0;
        for (std::uint32_t m = 1; m <= 12; ++m) {
            const std::uint32_t length = Date::month_length(y, m);
            for (std::uint32_t d = 1; d <= length; ++d) {
                const Date date(y, m, d);
                if (day(date) != expected || Date(expected) != date || !date.ok()) {
                    FAIL(y << '-' << m << '-' << d);
                }
                expected = expected + 1;
                ++in_year;
            }
            if (Date(y, m, length + 1).ok() || Date(y, m, length + 1).to_day()) FAIL("too long: " << y << '-' << m);
        }
        if (Date::is_leap(y) !=
            (in_year > (std::is_same_v<Date, lunar_hijri> || std::is_same_v<Date, tabular_hijri> ? 354u : 365u))) {
            FAIL("leap: " << y);
        }
    }
}

int number(const std::string& text, std::size_t at, std::size_t size) { return std::stoi(text.substr(at, size)); }
day from_iso(const std::string& s) {
    return gregorian(number(s, 0, 4), static_cast<unsigned>(number(s, 5, 2)), static_cast<unsigned>(number(s, 8, 2)));
}

std::vector<std::vector<std::string>> rows(const std::string& name) {
    std::vector<std::vector<std::string>> out;
    std::ifstream file(std::string(MATN_SHARED_DIR) + "/data/calendars/" + name);
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line[0] < '0' || line[0] > '9') continue;
        std::vector<std::string> fields;
        std::istringstream in(line);
        for (std::string f; std::getline(in, f, '\t');) fields.push_back(f);
        out.push_back(fields);
    }
    if (out.empty()) WARN("skipped: no shared data " << name);
    return out;
}

} // namespace

TEST_CASE("every day of three thousand years and more is the same day after going through a calendar") {
    walks<gregorian>(-400, 3200);
    walks<solar_hijri>(-100, 3100);
    walks<lunar_hijri>(-100, 3100);
    walks<tabular_hijri>(-100, 3100);
    walks<gregorian>(-32767, -32760);
    walks<gregorian>(32760, 32767);
    walks<solar_hijri>(-32767, -32760);
    walks<solar_hijri>(32760, 32767);
    walks<tabular_hijri>(-32767, -32760);
    walks<tabular_hijri>(32760, 32767);
}

TEST_CASE("a date that no calendar has is not moved to another day") {
    CHECK_FALSE(gregorian(2019, 2, 29).ok());
    CHECK(gregorian(2020, 2, 29).ok());
    CHECK_FALSE(gregorian(1900, 2, 29).ok());
    CHECK(gregorian(2000, 2, 29).ok());
    CHECK_FALSE(solar_hijri(1398, 7, 31).ok()); // 31 Mizan
    CHECK_FALSE(solar_hijri(1398, 12, 30).ok());
    CHECK(solar_hijri(1399, 12, 30).ok());
    CHECK(solar_hijri(1403, 12, 30).ok());
    CHECK_FALSE(solar_hijri(1404, 12, 30).ok());
    CHECK_FALSE(gregorian(2020, 0, 1).ok());
    CHECK_FALSE(gregorian(2020, 13, 1).ok());
    CHECK_FALSE(gregorian(2020, 1, 0).ok());
    CHECK_FALSE(gregorian(2020, 256, 1).ok());
    CHECK_FALSE(gregorian(2020, 1, 257).ok());
    CHECK_FALSE(gregorian(99999, 1, 1).ok());
    CHECK_FALSE(gregorian(-32768, 1, 1).ok());
    CHECK(gregorian(-32767, 1, 1).ok());
    CHECK_FALSE(lunar_hijri(1441, 1, 31).ok());
    CHECK_FALSE(gregorian(2019, 2, 29).to_day().has_value());
    CHECK(solar_hijri(1399, 1, 26).to_day() == day(gregorian(2020, 4, 14)));
}

TEST_CASE("both readings of a lunar date are given") {
    const lunar_days ramadan = lunar_readings({1441, 9, 1});
    CHECK(iso(*ramadan.umm_al_qura) == "2020-04-24");
    CHECK(iso(*ramadan.tabular) == "2020-04-24");
    CHECK(ramadan.agree());
    const lunar_days rajab = lunar_readings({1441, 7, 27});
    CHECK(iso(*rajab.umm_al_qura) == "2020-03-22");
    CHECK(iso(*rajab.tabular) == "2020-03-22");
    const lunar_days new_year = lunar_readings({1400, 1, 1});
    CHECK(iso(*new_year.umm_al_qura) == "1979-11-20");
    CHECK(iso(*new_year.tabular) == "1979-11-21");
    CHECK_FALSE(new_year.agree());
    const lunar_days nowhere = lunar_readings({1441, 13, 1});
    CHECK_FALSE(nowhere.umm_al_qura.has_value());
    CHECK_FALSE(nowhere.tabular.has_value());
    CHECK_FALSE(nowhere.agree());
}

TEST_CASE("dates are in the order of their days, also those that no calendar has") {
    const std::vector<solar_hijri> in_order = {{1357, 11, 22}, {1399, 1, 26}, {1399, 1, 27},
                                               {1399, 2, 1},   {1399, 2, 32}, {1400, 1, 1}};
    for (std::size_t i = 0; i < in_order.size(); ++i) {
        for (std::size_t j = 0; j < in_order.size(); ++j) {
            CHECK((in_order[i] < in_order[j]) == (i < j));
            CHECK((in_order[i] >= in_order[j]) == (i >= j));
            CHECK((in_order[i] == in_order[j]) == (i == j));
        }
    }
}

TEST_CASE("weeks are those of ISO 8601") {
    CHECK(iso_week_of(gregorian(2020, 12, 31)) == iso_week{2020, 53});
    CHECK(iso_week_of(gregorian(2021, 1, 3)) == iso_week{2020, 53});
    CHECK(iso_week_of(gregorian(2021, 1, 4)) == iso_week{2021, 1});
    CHECK(iso_week_of(gregorian(2019, 12, 30)) == iso_week{2020, 1});
    CHECK(iso(iso_week{2020, 17}.first()) == "2020-04-20");
    for (day d = gregorian(1999, 12, 1); d < day(gregorian(2012, 2, 1)); d = d + 1) {
        const iso_week w = iso_week_of(d);
        REQUIRE(d - w.first() >= 0);
        REQUIRE(d - w.first() < 7);
    }
    CHECK(on_or_before(gregorian(2020, 4, 15), weekday::wednesday) == day(gregorian(2020, 4, 15)));
    CHECK(iso(on_or_before(gregorian(2020, 4, 15), weekday::thursday)) == "2020-04-09");
}

TEST_CASE("dates print in the form of ISO 8601") {
    CHECK(iso(gregorian(2020, 4, 14)) == "2020-04-14");
    CHECK(iso(solar_hijri(1399, 1, 26)) == "1399-01-26");
    CHECK(iso(day(solar_hijri(1399, 1, 26))) == "2020-04-14");
    CHECK(iso(gregorian(-44, 3, 15)) == "-0044-03-15");
    CHECK(iso(gregorian(12020, 4, 14)) == "12020-04-14");
    CHECK(iso(gregorian(7, 13, 255)) == "0007-13-255");
    CHECK(iso(lunar_hijri(1441, 120, 9)) == "1441-120-09");
}

TEST_CASE("a calendar of one's own takes part") {
    struct julian_day {
        std::int32_t number;
        explicit julian_day(day d) : number(d.since_1970 + 2440588) {}
        operator day() const { return {number - 2440588}; }
        bool ok() const { return true; }
    };
    static_assert(calendar_date<julian_day>);
    CHECK(julian_day(gregorian(2000, 1, 1)).number == 2451545);
    CHECK(solar_hijri(julian_day(gregorian(2020, 4, 14))) == solar_hijri(1399, 1, 26));
}

TEST_CASE("all Solar Hijri months agree with the official and astronomical years (shared data)") {
    std::size_t seen = 0;
    for (const auto& row : rows("shamsi-months.tsv")) {
        const int year = std::stoi(row[0]);
        for (unsigned m = 1; m <= 12; ++m) {
            const day first = from_iso(row[m]);
            REQUIRE(day(solar_hijri(year, m, 1)) == first);
            REQUIRE(solar_hijri(first) == solar_hijri(year, m, 1));
            REQUIRE(solar_hijri(first - 1).month() == (m == 1 ? 12 : m - 1));
            ++seen;
        }
    }
    if (seen > 0) CHECK(seen == 456 * 12);
}

TEST_CASE("all Umm al-Qura months agree with the published table (shared data)") {
    std::size_t seen = 0;
    for (const auto& row : rows("hijri-ummalqura-months.tsv")) {
        const int year = std::stoi(row[0]);
        if (row[13] != "T") continue;
        for (unsigned m = 1; m <= 12; ++m) {
            const day first = from_iso(row[m]);
            REQUIRE(day(lunar_hijri(year, m, 1)) == first);
            REQUIRE(lunar_hijri(first) == lunar_hijri(year, m, 1));
            ++seen;
        }
    }
    if (seen > 0) CHECK(seen == 1896);
}

TEST_CASE("all tabular lunar months agree with ICU's civil calendar (shared data)") {
    for (const auto& row : rows("hijri-tabular-civil-months.tsv")) {
        const int year = std::stoi(row[0]);
        for (unsigned m = 1; m <= 12; ++m) {
            const day first = from_iso(row[m]);
            REQUIRE(day(tabular_hijri(year, m, 1)) == first);
            REQUIRE(tabular_hijri(first) == tabular_hijri(year, m, 1));
            if (year < 1342 || year > 1500) REQUIRE(day(lunar_hijri(year, m, 1)) == first);
        }
    }
}
