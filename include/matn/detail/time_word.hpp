// SPDX-License-Identifier: MIT
// What a word means among numbers and dates.
#ifndef MATN_DETAIL_TIME_WORD_HPP
#define MATN_DETAIL_TIME_WORD_HPP

#include <matn/detail/time_atom.hpp>

#include <optional>

namespace matn { inline namespace v0 { namespace detail::when {

// The first meaning of that class that an atom has.
[[nodiscard]] inline const sense* find(const atom& a, meaning what, sense& out) noexcept {
    for (unsigned i = 0; i < a.senses; ++i) {
        const sense s = sense_at(a.first_sense + i);
        if (s.what == what) {
            out = s;
            return &out;
        }
    }
    return nullptr;
}
// The same for number words, which a paragraph of another language means otherwise: باره is 12 in Urdu, تېره is "last" in Pashto.
[[nodiscard]] inline const sense* find_number(const atom& a, meaning what, sense& out) noexcept {
    for (unsigned i = 0; i < a.senses; ++i) {
        const sense s = sense_at(a.first_sense + i);
        if (s.what != what) continue;
        if (a.language != 0 && a.language != english && (s.flags & (english | kurdish | a.language)) == 0) {
            // Persian and Dari number words are used in Pashto, and Arabic ones in all
            if (!((s.flags & (persian | arabic)) != 0 && (a.language & (pashto | persian | urdu)) != 0 && a.senses == 1))
                continue;
        }
        out = s;
        return &out;
    }
    return nullptr;
}
[[nodiscard]] inline bool has(const atom& a, meaning what) noexcept {
    sense s{};
    return find(a, what, s) != nullptr;
}
// The value of that class, in the language of the paragraph where several languages share the word.
[[nodiscard]] inline std::optional<int> value_of(const atom& a, meaning what) noexcept {
    std::optional<int> any;
    for (unsigned i = 0; i < a.senses; ++i) {
        const sense s = sense_at(a.first_sense + i);
        if (s.what != what) continue;
        if ((s.flags & a.language) != 0) return s.value;
        if (!any) any = s.value;
    }
    return any;
}
static_assert(static_cast<unsigned>(meaning::count_) < 64, "one bit of atom::means each");
[[nodiscard]] inline unsigned languages_of(const atom& a) noexcept {
    unsigned who = 0;
    for (unsigned i = 0; i < a.senses; ++i) who |= sense_at(a.first_sense + i).flags & 63u;
    return who;
}

[[nodiscard]] constexpr bool near_by(const atom& a) noexcept { return a.gap == gap_none || a.gap == gap_space; }
[[nodiscard]] constexpr bool hyphened(const atom& a) noexcept { return a.gap == gap_dash; }

// Words that several languages share mean what the paragraph's language makes of them; English is understood everywhere.
inline void understand(atom& a) noexcept {
    a.means = 0;
    unsigned who = 0;
    for (unsigned i = 0; i < a.senses; ++i) who |= sense_at(a.first_sense + i).flags;
    const unsigned own = who & a.language;
    for (unsigned i = 0; i < a.senses; ++i) {
        const sense s = sense_at(a.first_sense + i);
        if (own == 0 || (s.flags & (english | a.language)) != 0) a.means |= std::uint64_t{1} << static_cast<unsigned>(s.what);
    }
}

}}} // namespace matn::v0::detail::when

#endif
