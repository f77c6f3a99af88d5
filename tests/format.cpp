// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <matn/date.hpp>
#include <matn/format.hpp>
#include <matn/language.hpp>
#include <matn/mention.hpp>
#include <matn/pipeline.hpp>
#include <matn/script.hpp>
#include <matn/sentence.hpp>
#include <matn/syntactic_word.hpp>
#include <matn/token.hpp>
#include <matn/word.hpp>

#include <sstream>
#include <string>

namespace mine {
struct dateline {
    matn::slice at;
};
std::string label(const dateline&) { return "dateline"; }
struct person : matn::mention {};
struct silent {
    matn::slice at;
};
} // namespace mine

namespace {
template <class Item>
std::string printed(const Item& item) {
    std::ostringstream out;
    out << item;
    return out.str();
}
} // namespace

TEST_CASE("items print what they are and where they stand") {
    const auto doc = matn::pipeline(matn::script_runs, matn::words, matn::tokens, matn::sentences, matn::languages, matn::numbers,
                                    matn::damages)("The ministry said that 1,234.5 tons arrived in Kabul.\xFF");
    CHECK(printed(doc.each<matn::script_run>()[0]) == "script Latn [0,54)");
    CHECK(printed(doc.each<matn::word>()[0]) == "word letters [0,3)");
    CHECK(printed(doc.each<matn::token>()[0]) == "token word [0,3)");
    CHECK(printed(matn::syntactic_words("والكتاب", "ar")[0]) == "syntactic word proclitic [0,2)");
    CHECK(printed(doc.each<matn::sentence>()[0]).substr(0, 12) == "sentence [0,");
    CHECK(printed(matn::language_span{doc.each<matn::language_span>()[0].at, "en", 0.99F}) == "language en 0.99 [0,54)");
    CHECK(printed(doc.each<matn::number>()[0]) == "number 1234.5 [23,30)");
    CHECK(printed(doc.each<matn::damage>()[0]) == "damage stray [53,54)");
    CHECK(printed(matn::language{"en", 0.99F}) == "language en 0.99");
}

TEST_CASE("numbers print all their digits and no more") {
    const auto number = [](std::int64_t significand, int exponent, matn::number_kind kind = matn::number_kind::cardinal) {
        matn::number n;
        n.significand = significand;
        n.exponent = static_cast<std::int8_t>(exponent);
        n.kind = kind;
        return matn::label(n);
    };
    CHECK(number(5, 3) == "number 5000");
    CHECK(number(25, -2) == "number 0.25");
    CHECK(number(-12345, -1) == "number -1234.5");
    CHECK(number(0, 3) == "number 0");
    CHECK(number(1, -3) == "number 0.001");
    CHECK(number(12, 30) == "number 12e30");
    CHECK(number(INT64_MIN, 0) == "number -9223372036854775808");
    CHECK(number(3, 0, matn::number_kind::ordinal) == "ordinal 3");
    CHECK(number(30, 0, matn::number_kind::percent) == "percent 30");
    matn::number over;
    over.flags = matn::number_overflow;
    CHECK(matn::label(over) == "number overflow");
}

TEST_CASE("days of all calendars print as ISO 8601, the others with their era") {
    CHECK(matn::describe(matn::day(matn::gregorian{2021, 4, 15})) == "2021-04-15");
    CHECK(matn::describe(matn::solar_hijri{1400, 1, 26}) == "1400-01-26 AP");
    CHECK(matn::describe(matn::lunar_hijri{1442, 9, 3}) == "1442-09-03 AH");
}

TEST_CASE("dates print their value, or why they have none") {
    const auto doc = matn::pipeline(matn::numbers, matn::dates)("on 9 March 2021");
    REQUIRE(doc.each<matn::date>().size() == 1);
    CHECK(printed(doc.each<matn::date>()[0]) == "date 2021-03-09 [3,15)");
    CHECK(matn::label(matn::date{}) == "date unresolved");
    matn::date impossible;
    impossible.flags = matn::date_impossible;
    CHECK(matn::label(impossible) == "date impossible");
}

TEST_CASE("code points, tags and slices print too") {
    CHECK(printed(matn::decode("س", 0)) == "U+0633 [0,2)");
    CHECK(printed(matn::decode("\xF0\x9F\x98\x80", 0)) == "U+1F600 [0,4)");
    CHECK(printed(matn::decode("\xFF", 0)) == "code_point broken [0,1)");
    CHECK(printed(matn::language_tag("prs")) == "prs");
    CHECK(printed(matn::slice{3, 8}) == "[3,8)");
}

TEST_CASE("the flags that labels look at are those of the items") {
    STATIC_REQUIRE(matn::detail::flag_number_overflow == matn::number_overflow);
    STATIC_REQUIRE(matn::detail::flag_date_impossible == matn::date_impossible);
    STATIC_REQUIRE(matn::detail::flag_date_wrong_weekday == matn::date_wrong_weekday);
}

TEST_CASE("a confidence is never rounded up to certainty") {
    matn::language l{"fa", 0.9999F};
    CHECK(matn::describe(l) == "language fa 0.99");
    l.confidence = 1;
    CHECK(matn::describe(l) == "language fa 1");
    l.confidence = 0.05F;
    CHECK(matn::describe(l) == "language fa 0.05");
}

TEST_CASE("items of one's own print by their label, derived ones by that of their base") {
    CHECK(matn::describe(mine::dateline{{0, 5}}) == "dateline [0,5)");
    mine::person p;
    p.at = {2, 9};
    p.id = 7;
    CHECK(printed(p) == "mention 7 exact 1 [2,9)");
    STATIC_REQUIRE(!matn::labelled<mine::silent>);
    STATIC_REQUIRE(!matn::labelled<int>);
    STATIC_REQUIRE(!matn::labelled<std::string>);
}

#if defined(__cpp_lib_format)
TEST_CASE("std::format takes items, with the options of a string") {
    CHECK(std::format("{}", matn::slice{3, 8}) == "[3,8)");
    CHECK(std::format("{:>6}", matn::language_tag("prs")) == "   prs");
}
#endif
