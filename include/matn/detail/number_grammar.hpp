// SPDX-License-Identifier: MIT
// From a text to its atoms: words and digits, phrases, numbers. A header for each subject.
#ifndef MATN_DETAIL_NUMBER_GRAMMAR_HPP
#define MATN_DETAIL_NUMBER_GRAMMAR_HPP

#include <matn/detail/number_digits.hpp>
#include <matn/detail/number_fraction.hpp>
#include <matn/detail/number_reader.hpp>
#include <matn/detail/number_term.hpp>
#include <matn/detail/time_digits.hpp>
#include <matn/detail/time_phrase.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

// Whether a number may begin with this atom: most atoms are of dates alone, and reading is not even tried.
[[nodiscard]] inline bool may_begin_number(const atom& a) noexcept {
    constexpr auto bit = [](meaning m) { return std::uint64_t{1} << static_cast<unsigned>(m); };
    constexpr std::uint64_t starts = bit(meaning::card) | bit(meaning::scale) | bit(meaning::dual) | bit(meaning::ord) |
                                     bit(meaning::ordscale) | bit(meaning::thousands) | bit(meaning::hundredths) |
                                     bit(meaning::plus) | bit(meaning::dozen) | bit(meaning::part) | bit(meaning::twoparts) |
                                     bit(meaning::article);
    if (a.number != 0) return true;
    for (unsigned i = 0; i < a.senses; ++i)
        if ((starts >> static_cast<unsigned>(sense_at(a.first_sense + i).what) & 1u) != 0) return true;
    return false;
}

// Scans a text and puts its phrases and numbers together.
inline void read_atoms(std::string_view text, atoms& out) {
    out.clear();
    scanner(text, out).run();
    out.items.reserve(out.words.size()); // so that nothing moves: growing touches three times as much memory
    join_phrases(out);
    // A number takes the place of its first atom, and what follows moves up: the reader looks back at one atom at the most.
    number_reader reader(text, out.items);
    std::size_t made = 0;
    for (std::size_t i = 0; i < out.items.size(); ++made) {
        std::size_t next = i + 1;
        std::optional<atom> n;
        if (may_begin_number(out.items[i])) n = reader.read(i, next);
        if (n && next == i + 1 && (n->flags & number_weak) != 0 && has(out.items[i], meaning::some))
            n.reset(); // thousands of years
        out.items[made] = n ? *n : out.items[i];
        understand(out.items[made]);
        i = next;
    }
    out.items.shrink(made);
}

}}} // namespace matn::v0::detail::when

#endif
