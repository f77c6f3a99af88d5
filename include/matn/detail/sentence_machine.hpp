// SPDX-License-Identifier: MIT
// The sentence boundaries of UAX #29 (Unicode 15.0) as a state machine that never goes back.
//
// SB8 looks ahead without limit ("etc. 5 (and more"). The machine holds the place after "etc. " as a tentative boundary until
// the first letter, terminal or paragraph end decides.
#ifndef MATN_DETAIL_SENTENCE_MACHINE_HPP
#define MATN_DETAIL_SENTENCE_MACHINE_HPP

#include <matn/detail/break_classes.hpp>
#include <matn/detail/unicode_sentence.hpp>
#include <matn/utf8.hpp>

#include <array>

namespace matn { inline namespace v0 { namespace detail {

inline constexpr unsigned sentence_boundary = 0x20;  // a boundary before this character
inline constexpr unsigned sentence_tentative = 0x40; // perhaps a boundary before this character
inline constexpr unsigned sentence_confirmed = 0x80; // the tentative boundary was one

enum class sentence_state : std::uint8_t {
    start,
    other,
    cased, // an upper or lower case letter
    carriage_return,
    separator,
    stop,             // full stop
    stop_after_cased, // full stop after an upper or lower case letter
    stop_close,       // full stop, closing marks
    stop_space,       // full stop, closing marks, spaces
    terminal,         // other end mark
    terminal_close,   // ... and closing marks
    terminal_space,   // ... and spaces
    held,             // a tentative boundary, and nothing since that decides
};
inline constexpr unsigned sentence_state_count = 13;

constexpr std::uint8_t sentence_step(sentence_state s, sentence_class c) noexcept {
    using enum sentence_class;
    using state = sentence_state;
    const auto to = [](state next, unsigned what) { return static_cast<std::uint8_t>(static_cast<unsigned>(next) | what); };
    const bool cased = c == lower || c == upper;
    const bool paragraph_end = c == separator || c == carriage_return || c == line_feed;
    const bool end_mark = c == full_stop || c == terminal;
    state fresh = state::other; // where this character leads when nothing before it matters
    if (c == carriage_return) fresh = state::carriage_return;
    else if (c == line_feed || c == separator) fresh = state::separator;
    else if (cased) fresh = state::cased;
    else if (c == full_stop) fresh = s == state::cased ? state::stop_after_cased : state::stop;
    else if (c == terminal) fresh = state::terminal;

    if (s == state::start) return to(fresh, sentence_boundary);                                    // SB1
    if (s == state::carriage_return && c == line_feed) return to(fresh, 0);                        // SB3
    if (s == state::carriage_return || s == state::separator) return to(fresh, sentence_boundary); // SB4
    if (c == extend || c == format) return to(s, 0);                                               // SB5
    if (s == state::held) {
        if (c == lower) return to(fresh, 0); // SB8
        if (c == other_letter || c == upper || paragraph_end || end_mark) return to(fresh, sentence_confirmed);
        return to(s, 0);
    }
    const bool after_stop = s == state::stop || s == state::stop_after_cased || s == state::stop_close || s == state::stop_space;
    const bool after_terminal = s == state::terminal || s == state::terminal_close || s == state::terminal_space;
    if (!after_stop && !after_terminal) return to(fresh, 0);                                     // SB998
    if ((s == state::stop || s == state::stop_after_cased) && c == numeric) return to(fresh, 0); // SB6
    if (s == state::stop_after_cased && c == upper) return to(fresh, 0);                         // SB7
    if (after_stop && c == lower) return to(fresh, 0);                                           // SB8
    if (c == comma || end_mark) return to(fresh, 0);                                             // SB8a
    const bool spaced = s == state::stop_space || s == state::terminal_space;
    if (c == close && !spaced) return to(after_stop ? state::stop_close : state::terminal_close, 0); // SB9
    if (c == space) return to(after_stop ? state::stop_space : state::terminal_space, 0);            // SB9, SB10
    if (paragraph_end) return to(fresh, 0);                                                          // SB9, SB10
    if (after_stop && c != other_letter && c != upper) return to(state::held, sentence_tentative);   // SB8 or SB11
    return to(fresh, sentence_boundary);                                                             // SB11
}

inline constexpr auto sentence_table = [] {
    std::array<std::uint8_t, sentence_state_count * 16> table{};
    for (unsigned s = 0; s < sentence_state_count; ++s)
        for (unsigned c = 0; c < sentence_class_count; ++c)
            table[s << 4 | c] = sentence_step(static_cast<sentence_state>(s), static_cast<sentence_class>(c));
    return table;
}();

struct sentence_character {
    unsigned cls;
    offset end;
};
[[nodiscard]] constexpr sentence_character read_sentence_class(std::string_view text, offset pos) noexcept {
    const auto lead = static_cast<unsigned char>(text[pos]);
    if (lead < 0x80) return {sentence_class_flat[lead], pos + 1};
    const code_point c = decode(text, pos); // a broken part is U+FFFD, whose class is `other`
    return {c.value < 0x800 ? sentence_class_flat[c.value] : sentence_class_of(c.value), c.at.end};
}

// Where the sentence that begins at `begin` ends. `begin` must be a boundary and less than text.size().
//
// A sentence that ends at a tentative boundary is left there; the next call reads what was read ahead once more. That part
// holds neither letter nor end mark, so no byte is read more than twice.
[[nodiscard]] constexpr offset unicode_sentence_end(std::string_view text, offset begin) noexcept {
    unsigned state = static_cast<unsigned>(sentence_state::start);
    offset held = begin;
    for (offset at = begin; at < text.size();) {
        const sentence_character c = read_sentence_class(text, at);
        const unsigned entry = sentence_table[state << 4 | c.cls];
        state = entry & 0x1Fu;
        if ((entry & sentence_confirmed) != 0) return held;
        if ((entry & sentence_boundary) != 0 && at != begin) return at;
        if ((entry & sentence_tentative) != 0) held = at;
        at = c.end;
    }
    return state == static_cast<unsigned>(sentence_state::held) ? held : static_cast<offset>(text.size());
}

}}} // namespace matn::v0::detail

#endif
