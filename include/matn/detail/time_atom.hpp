// SPDX-License-Identifier: MIT
// The words and digits that numbers and dates are made of, and what stands between them.
#ifndef MATN_DETAIL_TIME_ATOM_HPP
#define MATN_DETAIL_TIME_ATOM_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/time_lexicon.hpp>
#include <matn/slice.hpp>

#include <cstdint>

namespace matn { inline namespace v0 { namespace detail::when {

// What stands between two neighbours. One mark is told apart; two are `mixed`; words in between are a `cut`.
enum gap_mark : std::uint8_t {
    gap_none,
    gap_comma,
    gap_dash,
    gap_slash,
    gap_dot,
    gap_colon,
    gap_bracket,
    gap_line,
    gap_group,
    gap_decimal,
    gap_quote,
    gap_mixed,
    gap_cut,
    gap_space = 16
};

enum clitic_bit : std::uint8_t { clitic_and = 1, clitic_by = 2, clitic_for = 4, clitic_so = 8, clitic_as = 16 };

// A word that means something here, or digits; later also a number of several. Large members first: a long table of numbers has a million
// of these, and to touch the memory is what takes the time.
struct atom {
    slice at;
    std::int64_t value = 0;  // of a number: value * 10^exponent
    std::uint64_t means = 0; // the meanings that its language gives it: bit m for meaning m
    std::uint16_t first_sense = 0;
    std::uint16_t word = 0; // its number in the lexicon plus one
    std::uint8_t senses = 0;
    std::uint8_t gap = gap_cut; // before it
    std::uint8_t clitics = 0;   // Arabic letters glued before it, outside `at`
    std::uint8_t language = 0;  // of its paragraph, as a language_bit
    std::uint8_t number = 0;    // a number_state; 0: not a number
    std::int8_t exponent = 0;
    std::uint8_t digits = 0;  // digits written before any mark; 255 for more
    std::uint8_t places = 0;  // digits after the decimal mark
    std::uint8_t flags = 0;   // number_flag
    std::uint8_t kind = 0;    // of a composed number: a number_kind
    std::uint8_t written = 0; // of a composed number: a written_as
};
static_assert(sizeof(atom) == 40);

enum number_state : std::uint8_t { not_a_number, is_digits, is_composed };
enum number_flag : std::uint8_t {
    number_overflow = 1,
    number_approximate = 2,
    number_leading_zero = 4,
    number_weak = 8,
    number_signed = 16,
    number_fraction = 32,
    number_underflow = 64,
    number_grouped = 128
};

// A word or digits as the scan leaves them: what it means is looked up only once it is known to be kept.
struct scanned {
    slice at;
    std::uint16_t word = 0; // its number in the lexicon plus one, or one of the two below
    std::uint8_t gap = gap_cut;
    std::uint8_t clitics = 0;
    std::uint8_t language = 0;
};
inline constexpr std::uint16_t digits_word = 0xFFFE; // its value is the next of atoms::digits
inline constexpr std::uint16_t percent_word = 0xFFFF;
inline constexpr std::uint16_t users_word = 0xFFFD; // of an atom: a name that the user gave; a feast has its day in atom::value

struct scanned_digits {
    std::int64_t value = 0;
    std::int8_t exponent = 0;
    std::uint8_t digits = 0;
    std::uint8_t flags = 0;
};

// All atoms of a text. Lives in the document, so that a warm document allocates nothing.
struct atoms {
    buffer<scanned> words;
    buffer<scanned_digits> digits;
    buffer<atom> items; // phrases put together, then numbers
    std::uint8_t main_language = 0;

    void clear() noexcept {
        words.clear();
        digits.clear();
        items.clear();
        main_language = 0;
    }
};

}}} // namespace matn::v0::detail::when

#endif
