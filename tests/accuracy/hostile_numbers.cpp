// SPDX-License-Identifier: MIT
// Numbers at the edges of what a machine can hold, badly grouped, or hardly numbers: exact, or marked, and never wrapped or rounded.
#include "../json_field.hpp"
#include "catch.hpp"

#include <matn/number.hpp>

#include <fstream>
#include <iostream>
#include <map>
#include <string>

using namespace matn;

namespace {

// A decimal number without what says nothing: "-0012.50" and "-125e-1" are "-125e-1".
std::string plain(std::string_view text) {
    std::string digits;
    long exponent = 0;
    bool point = false;
    const bool negative = text.starts_with('-');
    for (std::size_t i = negative ? 1 : 0; i < text.size(); ++i) {
        if (text[i] == '.') point = true;
        else if (text[i] == 'e') {
            exponent += std::stol(std::string(text.substr(i + 1)));
            break;
        } else {
            digits += text[i];
            exponent -= point ? 1 : 0;
        }
    }
    while (digits.ends_with('0')) digits.pop_back(), ++exponent;
    digits.erase(0, digits.find_first_not_of('0'));
    return digits.empty() ? "0" : (negative ? "-" : "") + digits + "e" + std::to_string(exponent);
}
std::string plain(const number& n) { return plain(std::to_string(n.significand) + "e" + std::to_string(int{n.exponent})); }

constexpr unsigned marks = number_overflow | number_underflow | number_rounded;
bool marked(const number& n) { return (n.flags & marks) != 0; }

} // namespace

TEST_CASE("hostile numbers are exact or marked (shared data)") {
    std::ifstream file(std::string(MATN_SHARED_DIR) + "/data/hostile/numbers.jsonl");
    if (!file) {
        WARN("skipped: no shared data");
        return;
    }
    struct counts {
        int right = 0, all = 0;
    };
    std::map<std::string, counts> by;
    int wrong_values = 0; // unmarked, of the whole text, and not what it says
    for (std::string line; std::getline(file, line);) {
        const std::string text = json_field(line, "text"), expect = json_field(line, "expect"), value = json_field(line, "value");
        const std::vector<number> found = numbers(text);
        bool exact = false, flagged = false;
        for (const number& n : found) {
            flagged = flagged || marked(n);
            if (marked(n) || value.empty()) continue;
            exact = exact || plain(n) == plain(value);
            if (found.size() == 1 && n.at == slice{0, static_cast<offset>(text.size())} && plain(n) != plain(value)) {
                ++wrong_values;
                WARN("another value: " << text);
            }
        }
        bool right = true;
        if (expect == "value") right = exact;
        else if (expect == "value-or-overflow" || expect == "value-or-underflow") right = exact || flagged;
        else if (expect == "value-or-parts") right = exact || value.empty() || found.size() > 1;
        else if (expect == "value-or-none") right = exact || found.empty();
        else if (expect == "none") right = found.empty();
        else if (expect == "none-or-parts") right = found.size() != 1;
        ++by[expect].all;
        by[expect].right += right;
        if (!right) WARN(expect << ": " << text.substr(0, 100));
    }
    for (const auto& [expect, n] : by) std::cout << "hostile numbers, " << expect << ": " << n.right << " of " << n.all << '\n';
    CHECK(wrong_values == 0);
    CHECK(by["value-or-overflow"].right == by["value-or-overflow"].all);
    CHECK(by["value-or-underflow"].right == by["value-or-underflow"].all);
    CHECK(by["value"].right * 100 >= by["value"].all * 99);
}

TEST_CASE("integers around the limits of 64 bits are exact or marked in every set of digits") {
    const char* const zeros[] = {"0", "٠", "۰"};
    for (const std::string_view value :
         {"9223372036854775807", "9223372036854775808", "18446744073709551615", "18446744073709551616", "99999999999999999999",
          "100000000000000000000000000000000000000000", "1000000000000000000000000000000000000000000000000000000001"})
        for (const char* const zero : zeros) {
            const std::string_view z = zero;
            std::string text;
            for (const char c : value) {
                text += z;
                text.back() = static_cast<char>(text.back() + (c - '0'));
            }
            INFO(text);
            const std::vector<number> found = numbers(text);
            REQUIRE(found.size() == 1);
            CHECK((marked(found[0]) || plain(found[0]) == plain(value)));
        }
}

TEST_CASE("rows of digits that are no groups of three are not one number") {
    for (const std::string_view text : {"۱٬۰۰", "۱۲٬۳۴۵۶", "۱٬۲۳۴٬۵", "1,00", "12,3456", "1,234,5"}) {
        INFO(text);
        for (const number& n : numbers(text)) CHECK(n.at.size() < text.size());
    }
}

TEST_CASE("a number of more rows than any number has is one, and too large") {
    for (const std::string_view row : {",000", "٬۰۰۰"})
        for (const int rows : {23, 24, 25, 33, 1000}) {
            std::string text = row[0] == ',' ? "10" : "۱۰";
            for (int i = 0; i < rows; ++i) text += row;
            const std::vector<number> found = numbers(text);
            REQUIRE(found.size() == 1);
            CHECK(found[0].at == slice{0, static_cast<offset>(text.size())});
            CHECK(marked(found[0]));
        }
}
