// SPDX-License-Identifier: MIT
// Joins the words of phrases into one atom each.
#ifndef MATN_DETAIL_TIME_PHRASE_HPP
#define MATN_DETAIL_TIME_PHRASE_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/time_word.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

// Joins the words of phrases into one atom each; words that are only parts of phrases go.
inline void join_phrases(buffer<atom>& items) {
    std::size_t to = 0;
    bool cut = false;
    for (std::size_t i = 0; i < items.size();) {
        atom a = items[i];
        std::size_t next = i + 1;
        if (a.word != 0 && a.word != scanner::percent_word && entry_at(a.word).begins_phrase) {
            std::uint16_t state = step(0, a.word);
            for (std::size_t j = i + 1; state != 0 && j < items.size(); ++j) {
                const atom& b = items[j];
                const bool initials = (b.gap & 15) == gap_dot && b.at.size() <= 4 && items[j - 1].at.size() <= 4;
                const bool owned = b.gap == (gap_quote | gap_space); // Presidents' Day
                if (b.word == 0 || b.word == scanner::percent_word || b.clitics != 0 ||
                    !(near_by(b) || hyphened(b) || initials || owned))
                    break;
                state = step(state, b.word);
                if (state == 0) break;
                if (const std::uint16_t count = word_at(lexicon_time::state_data, 2u * state + 1u); count != 0) {
                    a.first_sense = word_at(lexicon_time::state_data, 2u * state);
                    a.senses = static_cast<std::uint8_t>(count);
                    a.at.end = b.at.end;
                    a.light = 0;
                    next = j + 1;
                }
            }
            if (next > i + 1) a.word = 0;
        }
        i = next;
        if (a.number == 0 && a.senses == 0 && a.word != scanner::percent_word) {
            cut = true;
            continue;
        }
        if (cut) a.gap = gap_cut;
        cut = false;
        items[to++] = a;
    }
    items.resize(to);
}

}}} // namespace matn::v0::detail::when

#endif
