// SPDX-License-Identifier: MIT
// Names of months and feasts that the user adds to those that dates know.
#ifndef MATN_DETAIL_DATE_NAME_HPP
#define MATN_DETAIL_DATE_NAME_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/date_item.hpp>
#include <matn/detail/time_letter.hpp>
#include <matn/detail/time_word.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail::when {

// One letter as names are compared: without case, marks, and the variants of Arabic letters.
struct name_letter {
    std::uint32_t code; // 0: no letter; 1: a mark or joiner, which counts for nothing
    offset end;
};
[[nodiscard]] inline name_letter name_letter_at(std::string_view text, offset pos) noexcept {
    const auto c = static_cast<unsigned char>(text[pos]);
    if (c < 0x80) return {(c | 32u) - 'a' < 26 ? (c | 32u) : 0u, pos + 1};
    if (c >= 0xD8 && c <= 0xDB && pos + 1 < text.size() && (static_cast<unsigned char>(text[pos + 1]) & 0xC0) == 0x80) {
        const unsigned low = (c & 3u) << 6 | (static_cast<unsigned char>(text[pos + 1]) & 0x3Fu);
        const unsigned code = byte_at(lexicon_time::letter_codes, low);
        return {code == 0 ? 0u : code == 64 ? 1u : code == 63 ? 0x10600u + low : 0x10000u + code, pos + 2};
    }
    const rare r = rare_at(text, pos);
    if (r.what == sign::dropped) return {1, r.end};
    if (const letter_pair p = compatibility_letter(text, pos); p.first != 0 && p.second == 0)
        return {p.latin ? 'a' + p.first - 1 : 0x10000u + p.first, r.end};
    return {r.what == sign::letter ? 0x20000u + static_cast<std::uint32_t>(decode(text, pos).value) : 0u, r.end};
}

// Where a name that stands at a place of a text ends, or 0. A space of the name is any white space of the text, or a joiner.
[[nodiscard]] inline offset name_end(std::string_view text, offset pos, std::string_view name) noexcept {
    offset end = 0;
    offset i = 0;
    while (i < name.size()) {
        const name_letter wanted = name_letter_at(name, i);
        if (wanted.code == 1) {
            i = wanted.end;
            continue;
        }
        bool gap = false;
        while (pos < text.size()) {
            const name_letter here = name_letter_at(text, pos);
            const bool space = here.code == 0 && (text[pos] == ' ' || rare_at(text, pos).what == sign::space);
            if (here.code != 1 && !(space && wanted.code == 0)) break;
            gap = true;
            pos = here.end;
        }
        i = wanted.end;
        if (wanted.code == 0) {
            if (name[i - 1] != ' ' || !gap) return 0;
            continue;
        }
        if (pos >= text.size()) return 0;
        const name_letter here = name_letter_at(text, pos);
        if (here.code != wanted.code) return 0;
        pos = end = here.end;
    }
    while (pos < text.size()) { // it must end its word
        const name_letter behind = name_letter_at(text, pos);
        if (behind.code == 0) break;
        if (behind.code != 1) return 0;
        pos = behind.end;
    }
    return end;
}

// What stands between two atoms, as the scan says it.
[[nodiscard]] inline std::uint8_t gap_between(std::string_view text, offset from, offset to) noexcept {
    unsigned mark = gap_none;
    unsigned space = 0;
    for (offset pos = from; pos < to;) {
        const name_letter letter = name_letter_at(text, pos);
        if (letter.code > 1) return gap_cut;
        unsigned here = gap_mixed;
        const auto c = static_cast<unsigned char>(text[pos]);
        if (c < 0x80) {
            constexpr std::string_view marks = ",-~/\\.:\n'`()[]\"";
            constexpr gap_mark gaps[] = {gap_comma,   gap_dash,    gap_dash,    gap_slash,   gap_slash,
                                         gap_dot,     gap_colon,   gap_line,    gap_quote,   gap_quote,
                                         gap_bracket, gap_bracket, gap_bracket, gap_bracket, gap_bracket};
            if (c >= '0' && c <= '9') return gap_cut;
            if (const std::size_t at = marks.find(text[pos]); at < marks.size()) here = gaps[at];
            if (c == ' ' || c == '\t' || c == '\r') here = gap_none;
            if (c == ' ' || c == '\t') space = gap_space;
        } else if (letter.code == 1) {
            here = gap_none;
        } else if (text.substr(pos, 2) == "،") {
            here = gap_comma;
        } else {
            switch (rare_at(text, pos).what) {
            case sign::space:
                space = gap_space;
                here = gap_none;
                break;
            case sign::digit: return gap_cut;
            case sign::dash: here = gap_dash; break;
            case sign::slash: here = gap_slash; break;
            case sign::quote: here = gap_quote; break;
            case sign::bracket: here = gap_bracket; break;
            case sign::colon: here = gap_colon; break;
            case sign::comma: here = gap_comma; break;
            case sign::dot: here = gap_dot; break;
            case sign::line: here = gap_line; break;
            default: break;
            }
        }
        if (here != gap_none) mark = mark == gap_none ? here : unsigned{gap_mixed};
        pos = letter.end;
    }
    return static_cast<std::uint8_t>(mark | space);
}

// The atom of a name of the user's.
[[nodiscard]] inline atom named_atom(slice at, const date_name& name, std::uint8_t language) noexcept {
    const auto cal = static_cast<unsigned>(name.in);
    atom a;
    a.at = at;
    a.word = users_word;
    a.senses = 1;
    a.language = language;
    const bool feast = name.day_of_month != 0;
    a.first_sense = static_cast<std::uint16_t>(lexicon_time::users + (feast ? 36 : cal * 12 + name.month - 1));
    if (feast) a.value = std::int64_t{cal} * 512 + name.month * 32 + name.day_of_month;
    understand(a);
    return a;
}

// The atoms of a text with the user's names among them. A name takes the place of whatever the words of it would mean.
inline void add_names(std::string_view text, const atoms& found, std::span<const date_name> names, buffer<atom>& out) {
    out.clear();
    std::uint64_t begins = 0; // the first letters of the names, six bits of each
    for (const date_name& n : names)
        if (!n.text.empty()) begins |= std::uint64_t{1} << (name_letter_at(n.text, 0).code & 63u);
    std::size_t next = 0;
    bool named = false; // the last one is a name
    std::uint8_t language = found.main_language;
    const auto take = [&](atom a) {
        if (named && a.at.begin >= out.back().at.end) a.gap = gap_between(text, out.back().at.end, a.at.begin);
        named = false;
        language = a.language != 0 ? a.language : language;
        out.push_back(a);
    };
    bool inside = false; // a word
    for (offset pos = 0; pos < text.size();) {
        const name_letter letter = name_letter_at(text, pos);
        if (letter.code <= 1 || inside || (begins >> (letter.code & 63u) & 1u) == 0) {
            inside = letter.code > 1 || (inside && letter.code == 1);
            pos = letter.end;
            continue;
        }
        const date_name* best = nullptr;
        offset end = 0;
        for (const date_name& n : names) {
            if (n.month < 1 || n.month > 12 || n.day_of_month > 31) continue;
            if (const offset e = name_end(text, pos, n.text); e > end) {
                end = e;
                best = &n;
            }
        }
        if (best == nullptr) {
            inside = true;
            pos = letter.end;
            continue;
        }
        while (next < found.items.size() && found.items[next].at.end <= pos) take(found.items[next++]);
        while (next < found.items.size() && found.items[next].at.begin < end) ++next;
        atom a = named_atom({pos, end}, *best, language);
        a.gap = out.empty() ? std::uint8_t{gap_cut} : gap_between(text, out.back().at.end, pos);
        out.push_back(a);
        named = true;
        pos = end;
    }
    while (next < found.items.size()) take(found.items[next++]);
}

}}} // namespace matn::v0::detail::when

#endif
