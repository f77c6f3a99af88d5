// SPDX-License-Identifier: MIT
// What ICU writes in the words of a language is read back: numbers that are spelled out, dates in all their styles and calendars, ranges,
// relative days, lengths of time. The words and forms are those of CLDR, not ours.
#include "catch.hpp"

#include <matn/date.hpp>
#include <matn/number.hpp>

#include <cstdint>
#include <memory>
#include <string>

#include <unicode/dtitvfmt.h>
#include <unicode/measfmt.h>
#include <unicode/measunit.h>
#include <unicode/rbnf.h>
#include <unicode/reldatefmt.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

namespace {

std::string utf8(const icu::UnicodeString& s) {
    std::string out;
    s.toUTF8String(out);
    return out;
}

double milliseconds(matn::day d, int minutes = 0) { return d.since_1970 * 86400000.0 + minutes * 60000.0; }

void use_utc() { icu::TimeZone::setDefault(*icu::TimeZone::getGMT()); }

matn::date read(const std::string& text, const matn::date_options& options = {}) {
    INFO(text);
    const auto found = matn::parse_date(text, options);
    REQUIRE(found.has_value());
    return *found;
}

matn::day near_2000(int i) { return matn::day(matn::gregorian(2000, 4, 11)) + i * 53; }

} // namespace

TEST_CASE("every number that ICU spells out in English, Arabic and Persian is read back") {
    struct {
        const char* locale;
        const char16_t* rules;
        bool ordinal;
    } const spellings[] = {{"en", u"%spellout-cardinal", false},          {"en", u"%spellout-ordinal", true},
                           {"ar", u"%spellout-cardinal-feminine", false}, {"ar", u"%spellout-cardinal-masculine", false},
                           {"ar", u"%spellout-ordinal-feminine", true},   {"ar", u"%spellout-ordinal-masculine", true},
                           {"fa", u"%spellout-cardinal", false},          {"fa_AF", u"%spellout-cardinal", false}};
    for (const auto& s : spellings) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::RuleBasedNumberFormat spell(icu::URBNF_SPELLOUT, icu::Locale(s.locale), status);
        REQUIRE(U_SUCCESS(status));
        std::uint64_t random = 88172645463325252u;
        for (int i = 0; i < 1500; ++i) {
            random ^= random << 13, random ^= random >> 7, random ^= random << 17;
            constexpr std::uint64_t below[] = {1000, 100000, 10000000, 1000000000000};
            const auto value = static_cast<std::int64_t>(i < 130 ? static_cast<std::uint64_t>(i) : random % below[i % 4]);
            if (s.ordinal && value == 0) continue;
            if (s.locale[0] == 'a' && value >= 1000000 && (value / 1000 % 1000 == 1 || value / 1000 % 1000 == 2))
                continue; // CLDR has خمسة الألف وألفي for 5,002,000, where Arabic has ملايين
            icu::UnicodeString words;
            icu::FieldPosition place;
            spell.format(value, icu::UnicodeString(s.rules), words, place, status);
            REQUIRE(U_SUCCESS(status));
            INFO(s.locale << ": " << value << ", " << utf8(words));
            const auto found = matn::parse_number(utf8(words));
            REQUIRE(found.has_value());
            REQUIRE(found->integer() == value);
            REQUIRE(found->written == matn::written_as::words);
        }
    }
}

TEST_CASE("every date that ICU writes in seven languages and three calendars is read back as the same day") {
    use_utc();
    constexpr int full = 1, longer = 2, medium = 4, brief = 8, all = 15;
    struct {
        const char* locale;
        int styles;
    } const forms[] = {{"en", all},
                       {"en_GB", all},
                       {"ar", all},
                       {"ar_SY", all},
                       {"ar_MA", all},
                       {"ar_SA@calendar=islamic-umalqura", all},
                       {"fa@calendar=persian", all},
                       {"fa@calendar=gregorian", all},
                       {"fa_AF@calendar=persian", all},
                       {"fa_AF@calendar=gregorian", full | longer | brief},
                       {"ur", all},
                       {"ps@calendar=persian", full},
                       {"ps@calendar=gregorian", full | medium | brief},
                       {"ckb", full | medium | brief}};
    for (const auto& f : forms) {
        for (const auto& [style, bit] :
             {std::pair(icu::DateFormat::kFull, full), std::pair(icu::DateFormat::kLong, longer),
              std::pair(icu::DateFormat::kMedium, medium), std::pair(icu::DateFormat::kShort, brief)}) {
            if ((f.styles & bit) == 0) continue;
            const std::unique_ptr<icu::DateFormat> format(icu::DateFormat::createDateInstance(style, icu::Locale(f.locale)));
            REQUIRE(format != nullptr);
            const matn::date_order order =
                std::string(f.locale) == "en" ? matn::date_order::month_first : matn::date_order::day_first;
            for (int i = 0; i < 180; ++i) {
                icu::UnicodeString text;
                format->format(milliseconds(near_2000(i)), text);
                const matn::date d = read(utf8(text), {.order = order});
                INFO(f.locale << ": " << utf8(text));
                REQUIRE(d.resolved);
                REQUIRE(iso(d.first) == iso(near_2000(i)));
                REQUIRE(d.first == d.last);
                REQUIRE(matn::flag_name(d.flags).empty());
            }
        }
    }
}

TEST_CASE("a clock time beside a date is that of its day") {
    use_utc();
    for (const char* locale : {"en", "en_GB", "ar", "ar_SY", "ar_MA", "ar_SA@calendar=islamic-umalqura", "fa@calendar=persian",
                               "fa@calendar=gregorian", "fa_AF@calendar=persian", "fa_AF@calendar=gregorian", "ur"}) {
        const std::unique_ptr<icu::DateFormat> format(
            icu::DateFormat::createDateTimeInstance(icu::DateFormat::kLong, icu::DateFormat::kShort, icu::Locale(locale)));
        REQUIRE(format != nullptr);
        for (int i = 0; i < 180; ++i) {
            const int minutes = i * 37 % 1440;
            icu::UnicodeString text;
            format->format(milliseconds(near_2000(i), minutes), text);
            const matn::date d = read(utf8(text));
            INFO(locale << ": " << utf8(text));
            REQUIRE(d.resolved);
            REQUIRE(iso(d.first) == iso(near_2000(i)));
            REQUIRE(d.first_second == minutes * 60);
        }
    }
}

TEST_CASE("both ends of a range are the days that ICU meant") {
    use_utc();
    for (const char* locale :
         {"en", "en_GB", "ar", "ar_SY", "ar_MA", "ar_SA@calendar=islamic-umalqura", "fa@calendar=persian",
          "fa@calendar=gregorian", "fa_AF@calendar=persian", "fa_AF@calendar=gregorian", "ur", "ps@calendar=gregorian", "ckb"}) {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::DateIntervalFormat> format(
            icu::DateIntervalFormat::createInstance(icu::UnicodeString(u"yMMMMd"), icu::Locale(locale), status));
        REQUIRE(U_SUCCESS(status));
        for (int i = 0; i < 120; ++i) {
            const matn::day from = near_2000(i), to = from + (i % 3 == 0 ? 5 : i % 3 == 1 ? 40 : 400);
            const icu::DateInterval range(milliseconds(from), milliseconds(to));
            icu::UnicodeString text;
            icu::FieldPosition place;
            format->format(&range, text, place, status);
            REQUIRE(U_SUCCESS(status));
            const matn::date d = read(utf8(text));
            INFO(locale << ": " << utf8(text));
            REQUIRE(d.resolved);
            REQUIRE(iso(d.first) == iso(from));
            REQUIRE(iso(d.last) == iso(to));
        }
    }
}

TEST_CASE("days and weeks from now and ago are counted as ICU says them") {
    const matn::day now = matn::gregorian(2021, 4, 16);
    struct {
        const char* locale;
        int first, last; // CLDR's Urdu and Pashto say what is to come with a word that means "in" of a place as well
    } const languages[] = {{"en", -30, 30}, {"ar", -30, 30},    {"ar_MA", -30, 30},
                           {"fa", -30, 30}, {"fa_AF", -30, 30}, {"ur", -30, -1}};
    for (const auto& l : languages) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::RelativeDateTimeFormatter format(icu::Locale(l.locale), status);
        REQUIRE(U_SUCCESS(status));
        for (int n = l.first; n <= l.last; ++n) {
            if (n == 0 || (n == -1 && l.locale[0] == 'a')) continue; // قبل يوم واحد
            for (const auto& [unit, days] : {std::pair(UDAT_REL_UNIT_DAY, 1), std::pair(UDAT_REL_UNIT_WEEK, 7)}) {
                icu::UnicodeString text;
                format.formatNumeric(n, unit, text, status);
                REQUIRE(U_SUCCESS(status));
                const matn::date d = read(utf8(text), {.anchor = now});
                INFO(l.locale << ": " << utf8(text));
                REQUIRE(d.resolved);
                REQUIRE(iso(d.first) == iso(now + n * days));
            }
        }
        for (const auto& [direction, n] :
             {std::pair(UDAT_DIRECTION_LAST, -1), std::pair(UDAT_DIRECTION_THIS, 0), std::pair(UDAT_DIRECTION_NEXT, 1)}) {
            if (l.locale[0] == 'u') continue; // آئندہ کل: coming and past are said apart in CLDR's Urdu
            icu::UnicodeString text;
            format.format(direction, UDAT_ABSOLUTE_DAY, text, status);
            REQUIRE(U_SUCCESS(status));
            CHECK(iso(read(utf8(text), {.anchor = now}).first) == iso(now + n));
        }
    }
}

TEST_CASE("lengths of hours and minutes and of years are those that ICU measured") {
    for (const char* locale : {"en", "ar", "fa", "fa_AF", "ur"}) {
        UErrorCode status = U_ZERO_ERROR;
        icu::MeasureFormat format(icu::Locale(locale), UMEASFMT_WIDTH_WIDE, status);
        REQUIRE(U_SUCCESS(status));
        for (int i = 1; i < 80; ++i) {
            const int hours = i % 22 + 2, minutes = i % 59 + 1;
            const icu::Measure both[] = {{hours, icu::MeasureUnit::createHour(status), status},
                                         {minutes, icu::MeasureUnit::createMinute(status), status}};
            icu::UnicodeString text, in_years;
            icu::FieldPosition place;
            format.formatMeasures(both, 2, text, place, status);
            const icu::Measure years(i + 1, icu::MeasureUnit::createYear(status), status);
            format.formatMeasures(&years, 1, in_years, place, status);
            REQUIRE(U_SUCCESS(status));
            const matn::date clock = read(utf8(text)), longer = read(utf8(in_years));
            INFO(locale << ": " << utf8(text) << ", " << utf8(in_years));
            REQUIRE(clock.type == matn::date_type::duration);
            REQUIRE(clock.seconds == hours * 3600 + minutes * 60);
            REQUIRE(longer.type == matn::date_type::duration);
            REQUIRE(longer.months == (i + 1) * 12);
        }
    }
}
