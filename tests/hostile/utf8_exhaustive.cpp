// SPDX-License-Identifier: MIT
// Every string of one, two and three bytes, and those of four that matter: what is UTF-8, and how what is not is cut. Against table 3-7 of
// Unicode, written out below, and against ICU.
#include "catch.hpp"

#include <matn/utf8.hpp>

#include <unicode/utf8.h>

#include <string_view>
#include <vector>

namespace {

// How many bytes at `at` belong together, and whether they are a character: table 3-7 and, for what is not, the maximal subparts of
// section 3.9.
struct part {
    unsigned size;
    bool ok;
};
part by_table(const unsigned char* at, unsigned left) {
    struct row {
        unsigned char lead_from, lead_to, second_from, second_to;
        unsigned size;
    };
    static constexpr row rows[] = {{0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3}, {0xE1, 0xEC, 0x80, 0xBF, 3},
                                   {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4},
                                   {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4}};
    if (at[0] < 0x80) return {1, true};
    for (const row& r : rows) {
        if (at[0] < r.lead_from || at[0] > r.lead_to) continue;
        unsigned n = 1;
        if (n < left && at[1] >= r.second_from && at[1] <= r.second_to) ++n;
        else return {1, false};
        while (n < r.size && n < left && at[n] >= 0x80 && at[n] <= 0xBF) ++n;
        return {n, n == r.size};
    }
    return {1, false};
}

// How many of the strings are decoded otherwise than either oracle does.
class comparison {
public:
    void see(const unsigned char* bytes, unsigned size) {
        ++strings;
        const std::string_view text(reinterpret_cast<const char*>(bytes), size);
        std::int32_t of_icu = 0;
        unsigned pos = 0;
        while (pos < size) {
            const matn::code_point c = matn::decode(text, pos);
            const part expected = by_table(bytes + pos, size - pos);
            wrong += c.at.begin != pos || c.at.end != pos + expected.size || c.ok != expected.ok;
            UChar32 value = 0;
            U8_NEXT(bytes, of_icu, static_cast<std::int32_t>(size), value);
            wrong += c.at.end != static_cast<unsigned>(of_icu) || c.ok != (value >= 0) ||
                     (c.ok ? c.value != static_cast<char32_t>(value) : c.value != 0xFFFD);
            pos = c.at.end > pos ? c.at.end : size;
        }
    }
    // The blocks of 32 bytes of `damages` against reading one by one; the string stands somewhere among other text.
    void see_in_a_block(const unsigned char* bytes, unsigned size, unsigned at) {
        char block[96];
        for (char& c : block) c = 'a';
        for (unsigned i = 0; i < size; ++i) block[at + i] = static_cast<char>(bytes[i]);
        const std::string_view text(block, sizeof block);
        found_.clear();
        matn::damages.run(text, matn::emit(found_));
        std::size_t next = 0;
        for (unsigned pos = 0; pos < size;) {
            const part expected = by_table(bytes + pos, size - pos);
            if (!expected.ok) {
                wrong += next >= found_.size() || found_[next].at != matn::slice{at + pos, at + pos + expected.size};
                ++next;
            }
            pos += expected.size;
        }
        wrong += next != found_.size();
    }
    std::size_t strings = 0, wrong = 0;

private:
    std::vector<matn::damage> found_;
};

} // namespace

TEST_CASE("every string of up to three bytes is decoded as Unicode's table and ICU have it") {
    comparison all;
    for (unsigned a = 0; a < 256; ++a) {
        const unsigned char one[] = {static_cast<unsigned char>(a)};
        all.see(one, 1);
        for (unsigned b = 0; b < 256; ++b) {
            const unsigned char two[] = {one[0], static_cast<unsigned char>(b)};
            all.see(two, 2);
            all.see_in_a_block(two, 2, 31);
            for (unsigned c = 0; c < 256; ++c) {
                const unsigned char three[] = {two[0], two[1], static_cast<unsigned char>(c)};
                all.see(three, 3);
                if (a >= 0x80 && (c % 16 == 0 || c % 16 == 15)) all.see_in_a_block(three, 3, 29 + c % 5);
            }
        }
    }
    CHECK(all.strings == 256 + 65'536 + 16'777'216);
    CHECK(all.wrong == 0);
}

TEST_CASE("strings of four bytes that begin with F0 to F8 are decoded as Unicode's table and ICU have it") {
    comparison all;
    constexpr unsigned char borders[] = {0x00, 0x2F, 0x41, 0x7F, 0x80, 0x81, 0x8E, 0x8F, 0x90, 0x91, 0x9F, 0xA0, 0xA1,
                                         0xBE, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFE, 0xFF};
    for (unsigned a = 0xF0; a <= 0xF8; ++a)
        for (unsigned b = 0; b < 256; ++b)
            for (const unsigned char c : borders)
                for (const unsigned char d : borders) {
                    const unsigned char four[] = {static_cast<unsigned char>(a), static_cast<unsigned char>(b), c, d};
                    all.see(four, 4);
                    all.see_in_a_block(four, 4, 28 + b % 5);
                }
    CHECK(all.strings > 1'500'000);
    CHECK(all.wrong == 0);
}
