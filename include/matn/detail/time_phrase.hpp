// SPDX-License-Identifier: MIT
// Joins the words of phrases into one atom each.
#ifndef MATN_DETAIL_TIME_PHRASE_HPP
#define MATN_DETAIL_TIME_PHRASE_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/time_word.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

// Whether two words may stand in one phrase, by what is between them.
[[nodiscard]] inline bool in_phrase(const scanned& before, const scanned& word) noexcept {
    const unsigned gap = word.gap;
    if (gap == gap_none || gap == gap_space || gap == gap_dash) return true;
    if (gap == (gap_quote | gap_space)) return true;                               // Presidents' Day
    return (gap & 15u) == gap_dot && word.at.size() <= 4 && before.at.size() <= 4; // initials
}

// Makes the atoms of what was scanned: the words of a phrase become one; words that are only parts of phrases go.
inline void join_phrases(atoms& all) {
    const buffer<scanned>& words = all.words;
    all.items.clear();
    bool cut = false;
    std::size_t digits = 0;
    for (std::size_t i = 0; i < words.size();) {
        const scanned& w = words[i];
        std::size_t next = i + 1;
        atom a;
        a.at = w.at;
        a.gap = w.gap;
        a.clitics = w.clitics;
        a.language = w.language;
        a.word = w.word;
        if (w.word == digits_word) {
            const scanned_digits& d = all.digits[digits++];
            a.word = 0;
            a.number = is_digits;
            a.value = d.value;
            a.exponent = d.exponent;
            a.digits = d.digits;
            a.flags = d.flags;
        } else if (w.word != percent_word) {
            const word_entry e = entry_at(w.word);
            a.first_sense = e.first_sense;
            a.senses = e.senses;
            const auto goes_on = [&words](std::size_t j) {
                return j < words.size() && words[j].word < digits_word && words[j].clitics == 0 &&
                       entry_at(words[j].word).goes_on && in_phrase(words[j - 1], words[j]);
            };
            if (e.begins_phrase && goes_on(i + 1)) {
                std::uint16_t state = step(0, w.word);
                for (std::size_t j = i + 1; state != 0 && goes_on(j); ++j) {
                    const scanned& b = words[j];
                    state = step(state, b.word);
                    if (state == 0) break;
                    if (const std::uint16_t count = word_at(lexicon_time::state_data, 2u * state + 1u); count != 0) {
                        a.first_sense = word_at(lexicon_time::state_data, 2u * state);
                        a.senses = static_cast<std::uint8_t>(count);
                        a.at.end = b.at.end;
                        next = j + 1;
                    }
                }
                if (next > i + 1) a.word = 0;
            }
            if (a.senses == 0) {
                cut = true;
                i = next;
                continue;
            }
        }
        i = next;
        if (cut) a.gap = gap_cut;
        cut = false;
        all.items.push_back(a);
    }
}

}}} // namespace matn::v0::detail::when

#endif
