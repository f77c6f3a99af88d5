// SPDX-License-Identifier: MIT
// Parts of a text that a reader should be warned of: broken bytes, hidden direction controls, words of mixed scripts.
#ifndef MATN_EXAMPLES_WARNINGS_HPP
#define MATN_EXAMPLES_WARNINGS_HPP

#include "common/article.hpp"
#include "common/terminal.hpp"

#include <matn/script.hpp>
#include <matn/utf8.hpp>
#include <matn/word.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace warnings {

inline void bidi_controls(std::string_view text, std::vector<found_warning>& out) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        // U+061C begins with D8, as many Arabic letters do, the others with E2.
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead != 0xE2 && (lead != 0xD8 || static_cast<unsigned char>(text[i + 1]) != 0x9C)) continue;
        const matn::code_point c = matn::decode(text, static_cast<matn::offset>(i));
        if (is_bidi_control(c.value)) out.push_back({c.at, "bidi-control", harmless(c.at.of(text))});
    }
}

// Warns of a word whose letters are of two scripts; `from` is where the text that it stands in begins.
inline void mixed_word(std::string_view text, matn::word w, matn::offset from, std::vector<found_warning>& out) {
    matn::script first = matn::script::common;
    for (matn::offset pos = w.at.begin; w.kind == matn::word_kind::letters && pos < w.at.end;) {
        const matn::code_point c = matn::decode(text, pos);
        pos = c.at.end;
        const matn::script s = matn::script_of(c.value);
        if (s == matn::script::common || s == matn::script::inherited || s == first) continue;
        if (first == matn::script::common) {
            first = s;
            continue;
        }
        out.push_back({{from + w.at.begin, from + w.at.end},
                       "mixed-script",
                       std::string(matn::iso_15924(first)) + " and " + std::string(matn::iso_15924(s)) + " in one word"});
        return;
    }
}

// A word can only be mixed where one script run ends and the next begins, between two blanks: words are looked for there alone.
inline void mixed_words(std::string_view text, std::vector<found_warning>& out) {
    const auto blank = [text](std::size_t i) { return text[i] == ' ' || text[i] == '\n'; };
    std::size_t done = 0; // as far as words have been looked at
    for (const matn::script_run r : text | matn::script_runs) {
        std::size_t begin = r.at.begin, end = begin;
        if (begin <= done || blank(begin) || blank(begin - 1)) continue;
        while (begin > done && !blank(begin - 1)) --begin;
        while (end < text.size() && !blank(end)) ++end;
        const std::string_view part = text.substr(begin, end - begin);
        for (const matn::word w : part | matn::words({.punctuation = false}))
            mixed_word(part, w, static_cast<matn::offset>(begin), out);
        done = end;
    }
}

} // namespace warnings

/// Adds what a reader should be warned of, and puts all of `out` into the order of the text. Linear in the text.
inline void find_warnings(std::string_view text, std::vector<found_warning>& out) {
    for (const matn::damage& d : matn::damages(text))
        out.push_back({d.at, "invalid-utf8", d.why == matn::damage_reason::stray ? "stray byte" : "cut short"});
    warnings::bidi_controls(text, out);
    warnings::mixed_words(text, out);
    std::stable_sort(out.begin(), out.end(),
                     [](const found_warning& a, const found_warning& b) { return a.at.begin < b.at.begin; });
}

#endif
