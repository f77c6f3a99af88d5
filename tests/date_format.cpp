// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <matn/date.hpp>
#include <matn/date_format.hpp>

#include <string>

using namespace matn;

static_assert(month_name(calendar::solar_hijri, 1, date_language::dari) == "حمل");
static_assert(month_name(calendar::gregorian, 13, date_language::arabic).empty());
static_assert(weekday_name(weekday::friday, date_language::urdu) == "جمعہ");

// 14 April 2020 was a Tuesday, 26 Hamal 1399 and 21 Sha'ban 1441 (Umm al-Qura).
TEST_CASE("a day is printed in the words of a language and a calendar") {
    const day d = gregorian(2020, 4, 14);
    CHECK(format_date(d) == "14 April 2020");
    CHECK(format_date(d, {.weekday = true}) == "Tuesday, 14 April 2020");
    CHECK(format_date(d, {.language = date_language::dari, .in = calendar::solar_hijri, .weekday = true}) ==
          "سه‌شنبه ۲۶ حمل ۱۳۹۹");
    CHECK(format_date(d, {.language = date_language::persian, .in = calendar::solar_hijri}) == "۲۶ فروردین ۱۳۹۹");
    CHECK(format_date(d, {.language = date_language::pashto, .in = calendar::solar_hijri}) == "۲۶ وری ۱۳۹۹");
    CHECK(format_date(d, {.language = date_language::arabic, .in = calendar::lunar_hijri}) == "21 شعبان 1441");
    CHECK(format_date(d, {.language = date_language::arabic_levantine, .digits = date_digits::arabic, .weekday = true}) ==
          "الثلاثاء ١٤ نيسان ٢٠٢٠");
    CHECK(format_date(d, {.language = date_language::arabic_maghreb}) == "14 أفريل 2020");
    CHECK(format_date(d, {.language = date_language::urdu, .weekday = true}) == "منگل 14 اپریل 2020");
    CHECK(format_date(d, {.language = date_language::kurdish}) == "١٤ نیسان ٢٠٢٠");
    CHECK(format_date(d, {.language = date_language::english_afghan, .in = calendar::solar_hijri}) == "26 Hamal 1399");
    CHECK(format_date(solar_hijri(1399, 1, 26), date_language::dari) == "۲۶ حمل ۱۳۹۹");
    CHECK(format_date(gregorian(-43, 3, 15)) == "15 March -43");
}

TEST_CASE("what is no month and no weekday has no name") {
    for (const date_language language : {date_language::dari, date_language::arabic_levantine, date_language::english}) {
        for (const calendar in : {calendar::gregorian, calendar::solar_hijri, calendar::lunar_hijri}) {
            CHECK(month_name(in, 0, language).empty());
            CHECK_FALSE(month_name(in, 1, language).empty());
            CHECK_FALSE(month_name(in, 12, language).empty());
            CHECK(month_name(in, 13, language).empty());
        }
        CHECK(weekday_name(static_cast<weekday>(0), language).empty());
        CHECK(weekday_name(static_cast<weekday>(8), language).empty());
    }
    CHECK(month_name(calendar::solar_hijri, 12, date_language::dari) == "حوت");
    CHECK(month_name(calendar::gregorian, 1, date_language::arabic_levantine) == "كانون الثاني");
    CHECK(weekday_name(weekday::monday, date_language::dari) == "دوشنبه");
    CHECK(weekday_name(weekday::sunday, date_language::english) == "Sunday");
}

TEST_CASE("what is printed is found again as the same day, in every language and calendar") {
    for (unsigned l = 0; l <= static_cast<unsigned>(date_language::english_afghan); ++l)
        for (const calendar in : {calendar::gregorian, calendar::solar_hijri, calendar::lunar_hijri})
            for (const bool with_weekday : {false, true})
                for (std::int32_t n = 0; n < 48; ++n) {
                    const day d = day(gregorian(2012, 1, 5)) + n * 61 + n / 7;
                    const std::string text =
                        format_date(d, {.language = static_cast<date_language>(l), .in = in, .weekday = with_weekday});
                    INFO(text);
                    const auto found = dates(text);
                    REQUIRE(found.size() == 1);
                    CHECK(found[0].resolved);
                    CHECK(iso(found[0].first) == iso(d));
                    CHECK(found[0].at == slice{0, static_cast<offset>(text.size())});
                    CHECK(found[0].written_in == in);
                }
}
