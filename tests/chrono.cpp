// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <matn/chrono.hpp>

using namespace matn;

static_assert(to_chrono(day{0}) == std::chrono::sys_days(std::chrono::year(1970) / 1 / 1));
static_assert(from_chrono(std::chrono::sys_days(std::chrono::year(2020) / 4 / 14)) == day(solar_hijri(1399, 1, 26)));
static_assert(to_chrono(weekday::sunday) == std::chrono::Sunday);
static_assert(from_chrono(std::chrono::Monday) == weekday::monday);

TEST_CASE("days are the days of std::chrono") {
    for (std::int32_t n = -200000; n < 200000; ++n) {
        const std::chrono::year_month_day theirs{to_chrono(day{n})};
        const gregorian ours{day{n}};
        REQUIRE(to_chrono(ours) == theirs);
        REQUIRE(from_chrono(theirs) == ours);
        REQUIRE(from_chrono(std::chrono::weekday(to_chrono(day{n}))) == weekday_of(day{n}));
    }
}

TEST_CASE("a date that does not exist stays one that does not exist") {
    CHECK_FALSE(to_chrono(gregorian(2019, 2, 29)).ok());
    CHECK_FALSE(from_chrono(std::chrono::year(2019) / 2 / 29).ok());
}
