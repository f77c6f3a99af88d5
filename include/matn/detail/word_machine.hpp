// SPDX-License-Identifier: MIT
// The word boundaries of UAX #29 (Unicode 15.0) as a state machine that never goes back.
//
// WB6, WB7b and WB12 look one character ahead ("can't", "1,5"). The machine does not: it holds the place before the middle
// character as a tentative boundary, and the next character either confirms it or lets it fall.
#ifndef MATN_DETAIL_WORD_MACHINE_HPP
#define MATN_DETAIL_WORD_MACHINE_HPP

#include <matn/detail/break_classes.hpp>
#include <matn/detail/unicode_word.hpp>
#include <matn/utf8.hpp>

#include <array>

namespace matn { inline namespace v0 { namespace detail {

// What the machine does at a character, as bits.
inline constexpr unsigned word_boundary = 1;  // a boundary before this character
inline constexpr unsigned word_tentative = 2; // perhaps a boundary before this character: the next one will tell
inline constexpr unsigned word_confirmed = 4; // the tentative boundary was one

// What came before, as far as the rules look back. Each state exists twice: the last character was a zero width joiner or not.
enum class word_state : std::uint8_t {
    start, // of the text
    other,
    carriage_return,
    newline,
    space,
    letter,
    hebrew,
    numeric,
    katakana,
    connector,
    regional_indicator, // an odd number of them
    hebrew_quote,       // Hebrew letter, single quote
    // From here on a tentative boundary is held.
    letter_mid,          // letter, middle of letters
    hebrew_double_quote, // Hebrew letter, double quote
    numeric_mid,         // digit, middle of numbers
};
inline constexpr unsigned word_state_count = 15;

// An entry of the machine's table: the row of the next state, and what to do.
inline constexpr unsigned word_row_mask = 0xFFE0;
[[nodiscard]] constexpr unsigned word_row(word_state s, bool joiner) noexcept {
    return (static_cast<unsigned>(s) * 2 + (joiner ? 1u : 0u)) << 5;
}
[[nodiscard]] constexpr bool word_held(unsigned row) noexcept { return row >= word_row(word_state::letter_mid, false); }

constexpr std::uint16_t word_step(word_state s, bool joiner, word_class c) noexcept {
    using enum word_class;
    using state = word_state;
    const auto to = [](state next, bool z, unsigned what) { return static_cast<std::uint16_t>(word_row(next, z) | what); };

    const bool mark = c == extend || c == format || c == zero_width_joiner;
    const bool letters = c == letter || c == hebrew_letter || c == pictographic_letter;
    const bool after_letters = s == state::letter || s == state::hebrew;
    state fresh = state::other; // where this character leads when nothing before it matters
    if (c == carriage_return) fresh = state::carriage_return;
    else if (c == line_feed || c == newline) fresh = state::newline;
    else if (c == word_class::space) fresh = state::space;
    else if (c == letter || c == pictographic_letter) fresh = state::letter;
    else if (c == hebrew_letter) fresh = state::hebrew;
    else if (c == numeric) fresh = state::numeric;
    else if (c == katakana) fresh = state::katakana;
    else if (c == connector) fresh = state::connector;
    else if (c == regional_indicator) fresh = state::regional_indicator;
    const auto join = to(fresh, false, 0);
    const auto part =
        to(fresh, c == zero_width_joiner, word_held(word_row(s, joiner)) ? word_confirmed | word_boundary : word_boundary);

    if (s == state::start) return part;                                      // WB1
    if (s == state::carriage_return && c == line_feed) return join;          // WB3
    if (s == state::carriage_return || s == state::newline) return part;     // WB3a
    if (c == carriage_return || c == line_feed || c == newline) return part; // WB3b
    if (joiner && (c == pictographic || c == pictographic_letter))           // WB3c
        return to(fresh, false, word_held(word_row(s, joiner)) ? word_confirmed : 0);
    if (s == state::space && !joiner && c == word_class::space) return join;                                   // WB3d
    if (mark) return to(s == state::space ? state::other : s, c == zero_width_joiner, 0);                      // WB4
    if (after_letters && letters) return join;                                                                 // WB5
    if (s == state::hebrew && c == single_quote) return to(state::hebrew_quote, false, 0);                     // WB7a
    if (s == state::hebrew && c == double_quote) return to(state::hebrew_double_quote, false, word_tentative); // WB7b
    if (after_letters && (c == mid_letter || c == mid_number_letter || c == single_quote))                     // WB6
        return to(state::letter_mid, false, word_tentative);
    if ((s == state::letter_mid || s == state::hebrew_quote) && letters) return join;            // WB6, WB7
    if (s == state::hebrew_double_quote && c == hebrew_letter) return join;                      // WB7b, WB7c
    if ((after_letters || s == state::numeric) && c == numeric) return join;                     // WB8, WB9
    if (s == state::numeric && letters) return join;                                             // WB10
    if (s == state::numeric && (c == mid_number || c == mid_number_letter || c == single_quote)) // WB12
        return to(state::numeric_mid, false, word_tentative);
    if (s == state::numeric_mid && c == numeric) return join; // WB11, WB12
    if (s == state::katakana && c == katakana) return join;   // WB13
    if ((after_letters || s == state::numeric || s == state::katakana || s == state::connector) && c == connector)
        return join;                                                                      // WB13a
    if (s == state::connector && (letters || c == numeric || c == katakana)) return join; // WB13b
    if (s == state::regional_indicator && c == regional_indicator)                        // WB15, WB16
        return to(state::other, false, 0);
    return part; // WB999
}

inline constexpr auto word_table = [] {
    std::array<std::uint16_t, word_state_count * 2 * 32> table{};
    for (unsigned s = 0; s < word_state_count; ++s)
        for (unsigned z = 0; z < 2; ++z)
            for (unsigned c = 0; c < 32; ++c) {
                const auto known = c < word_class_count && c != static_cast<unsigned>(word_class::invalid);
                table[word_row(static_cast<word_state>(s), z == 1) | c] =
                    word_step(static_cast<word_state>(s), z == 1, known ? static_cast<word_class>(c) : word_class::other);
            }
    return table;
}();

// The class byte of one character, and how many bytes it has.
struct classified {
    unsigned value;
    offset size;

    [[nodiscard]] constexpr word_class cls() const noexcept { return static_cast<word_class>(value & 31u); }
    [[nodiscard]] constexpr kind_group group() const noexcept { return static_cast<kind_group>(value >> 5); }
};

// Any character, the last ones of a text and broken bytes too.
[[nodiscard]] constexpr classified classify_slowly(std::string_view text, offset pos) noexcept {
    const code_point c = decode(text, pos);
    if (!c.ok) return {static_cast<unsigned>(word_class::invalid), c.at.size()};
    return {word_class_of(c.value), c.at.size()};
}

// The same for the three common shapes of UTF-8; at least three bytes must be left.
[[nodiscard]] constexpr classified classify_inside(std::string_view text, offset pos) noexcept {
    const auto byte = [&](offset i) { return static_cast<unsigned>(static_cast<unsigned char>(text[i])); };
    const unsigned lead = byte(pos);
    if (lead < 0x80) return {word_class_flat[lead], 1};
    const unsigned second = byte(pos + 1) ^ 0x80;
    if (lead - 0xC2u < 0x1Eu && second < 0x40) return {word_class_flat[(lead & 31u) << 6 | second], 2};
    const unsigned third = byte(pos + 2) ^ 0x80;
    // Not E0 and ED: some of their second bytes are overlong forms and surrogates.
    if ((lead & 0xF0u) == 0xE0 && lead != 0xE0 && lead != 0xED && second < 0x40 && third < 0x40)
        return {word_class_of((lead & 15u) << 12 | second << 6 | third), 3};
    return classify_slowly(text, pos);
}

[[nodiscard]] constexpr classified classify(std::string_view text, offset pos) noexcept {
    return pos + 3 <= text.size() ? classify_inside(text, pos) : classify_slowly(text, pos);
}

// Where the machine is in a text, and what it has found.
struct word_cursor {
    offset at; // where the next character begins
    unsigned row;
    offset held; // the tentative boundary, where row says that there is one
    offset* out; // behind the last boundary found

    [[gnu::always_inline]] constexpr void take(classified c) noexcept {
        const unsigned entry = word_table[row | (c.value & 31u)];
        row = entry & word_row_mask;
        if ((entry & (word_tentative | word_confirmed)) == 0) {
            *out = at; // without a branch: boundaries come too irregularly for one to be foretold
            out += entry & word_boundary;
        } else {
            if ((entry & word_confirmed) != 0) *out++ = held;
            if ((entry & word_boundary) != 0) *out++ = at;
            if ((entry & word_tentative) != 0) held = at;
        }
        at += c.size;
    }
};

// Runs the machine over the characters that begin in [pos, end) and writes the boundaries it finds to `out`, which must have
// room for two for every byte. `row` and `held` carry the state from call to call. Gives the new end of `out`;
// `pos` is then where the next character begins.
constexpr offset* run_words(std::string_view text, offset& pos, offset end, unsigned& row, offset& held, offset* out) noexcept {
    word_cursor cursor{pos, row, held, out};
    const offset inside = text.size() < 3 ? 0 : static_cast<offset>(text.size() - 2);
    const offset fast = end < inside ? end : inside;
    while (cursor.at < fast) cursor.take(classify_inside(text, cursor.at));
    while (cursor.at < end) cursor.take(classify_slowly(text, cursor.at));
    pos = cursor.at;
    row = cursor.row;
    held = cursor.held;
    return cursor.out;
}

// The first boundary after `begin`, which must be a boundary itself and less than text.size().
[[nodiscard]] constexpr offset word_end(std::string_view text, offset begin) noexcept {
    unsigned row = word_row(word_state::start, false);
    offset held = begin;
    for (offset at = begin; at < text.size();) {
        const classified c = classify(text, at);
        const unsigned entry = word_table[row | (c.value & 31u)];
        row = entry & word_row_mask;
        if ((entry & word_confirmed) != 0) return held;
        if ((entry & word_boundary) != 0 && at != begin) return at;
        if ((entry & word_tentative) != 0) held = at;
        at += c.size;
    }
    return word_held(row) ? held : static_cast<offset>(text.size());
}

}}} // namespace matn::v0::detail

#endif
