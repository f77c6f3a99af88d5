// SPDX-License-Identifier: MIT
// What a number counts: the unit or noun directly behind it, or the sign of a currency before it.
#ifndef MATN_DETAIL_NUMBER_UNIT_HPP
#define MATN_DETAIL_NUMBER_UNIT_HPP

#include <matn/detail/lexicon_units.hpp>
#include <matn/detail/time_lexicon.hpp>
#include <matn/slice.hpp>
#include <matn/utf8.hpp>

#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail::counting {

// What is to be known of a number besides its place.
struct counted {
    std::uint8_t language = 0; // of its paragraph, a language_bit
    bool like_year = false;    // four digits and nothing else: what follows is not counted, but for units
    bool one = false;          // one, or a part of one: no noun that no list knows is counted
};

// A sorted table of keys, eight bytes each.
struct word_set {
    const char* keys;
    std::size_t size;

    [[nodiscard]] constexpr bool has(std::uint64_t key) const noexcept {
        std::size_t from = 0;
        for (std::size_t n = size; n > 0;) {
            const std::size_t half = n / 2;
            std::uint64_t here = 0;
            for (std::size_t b = 8; b-- > 0;) here = here << 8 | when::byte_at(keys, 8 * (from + half) + b);
            if (here == key) return true;
            if (here < key) {
                from += half + 1;
                n -= half + 1;
            } else {
                n = half;
            }
        }
        return false;
    }
};
inline constexpr word_set unit_set{lexicon_units::unit_keys, lexicon_units::units};
inline constexpr word_set function_set{lexicon_units::none_keys, lexicon_units::nones};
inline constexpr word_set label_set{lexicon_units::label_keys, lexicon_units::labels};
inline constexpr word_set square_set{lexicon_units::square_keys, lexicon_units::squares};
inline constexpr word_set code_set{lexicon_units::code_keys, lexicon_units::codes};

struct word_at {
    slice at;
    std::uint64_t key = 0;
    unsigned letters = 0;
    bool latin = false;
};

// The word that begins at a place; empty where none does. Linear in the word, and words longer than 64 bytes are none.
[[nodiscard]] inline word_at read_word(std::string_view text, offset from) noexcept {
    when::folded_key key;
    offset pos = from;
    offset end = from;
    while (pos < text.size() && pos - from < 64) {
        const auto c = static_cast<unsigned char>(text[pos]);
        if ((c | 32u) - 'a' < 26) {
            if (key.size > 0 && !key.latin) break;
            key.add((c | 32u) - 'a' + 1);
            key.latin = true;
            end = ++pos;
        } else if (c >= 0xD8 && c <= 0xDB && pos + 1 < text.size()) {
            const unsigned code =
                when::byte_at(lexicon_time::letter_codes, (c & 3u) << 6 | (static_cast<unsigned char>(text[pos + 1]) & 0x3Fu));
            if (code == 0 || key.latin || code == 63)
                return code == 0 && key.size > 0 ? word_at{{from, end}, key.value(), key.size, key.latin} : word_at{};
            if (code != 64) key.add(code);
            end = pos += 2;
        } else if (key.size > 0 && text.substr(pos, 3) == "\u200C") {
            pos += 3;
        } else {
            if (c >= 0xC3 && c < 0xD8) return {}; // letters of Latin with accents, Greek, Cyrillic
            break;
        }
    }
    if (pos - from >= 64 || key.size == 0) return {};
    return {{from, end}, key.value(), key.size, key.latin};
}

// The word that ends at a place, of letters of one script; empty where none does.
[[nodiscard]] inline word_at word_before(std::string_view text, offset end) noexcept {
    offset from = end;
    while (from > 0 && end - from < 40) {
        const auto c = static_cast<unsigned char>(text[from - 1]);
        if ((c | 32u) - 'a' < 26) --from;
        else if (c >= 0x80 && c < 0xC0 && from >= 2 && static_cast<unsigned char>(text[from - 2]) >= 0xD8 &&
                 static_cast<unsigned char>(text[from - 2]) <= 0xDB)
            from -= 2;
        else break;
    }
    return from < end ? read_word(text, from) : word_at{};
}

// How long the sign of a currency is at a place, in bytes; 0 where none is.
[[nodiscard]] inline offset currency_at(std::string_view text, offset pos) noexcept {
    if (pos >= text.size()) return 0;
    const auto first = static_cast<unsigned char>(text[pos]);
    if (first == '$') return 1;
    if (first != 0xC2 && first != 0xD8 && first != 0xE2 && first != 0xEF) return 0;
    const code_point c = decode(text, pos);
    switch (c.value) {
    case 0xA3:   // pound
    case 0xA5:   // yen
    case 0x60B:  // afghani
    case 0x20A8: // rupee
    case 0x20A9: // won
    case 0x20AA: // shekel
    case 0x20AC: // euro
    case 0x20B9: // Indian rupee
    case 0x20BA: // lira
    case 0x20BD: // rouble
    case 0xFDFC: // rial
    case 0xFF04:
    case 0xFFE1:
    case 0xFFE5: return c.at.size();
    default: return 0;
    }
}
[[nodiscard]] constexpr bool capital(char c) noexcept { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool digit(char c) noexcept { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool letter(char c) noexcept {
    return (static_cast<unsigned char>(c) | 32u) - 'a' < 26 || static_cast<unsigned char>(c) >= 0x80;
}

// $5, US$ 3.5 million, USD 20, Rs. 500, ؋۵۰۰
[[nodiscard]] inline slice before(std::string_view text, slice at) noexcept {
    offset end = at.begin;
    if (end > 0 && text[end - 1] == ' ') --end;
    // Most numbers stand behind a small letter or a word of Arabic script, whose last byte is none that ends a sign or a code.
    const char last = end > 0 ? text[end - 1] : ' ';
    if (last == ' ' || (last >= 'a' && last <= 'z' && last != 's')) return {at.end, at.end};
    for (const offset size : {1u, 2u, 3u}) {
        if (end < size || currency_at(text, end - size) != size) continue;
        offset from = end - size;
        if (size == 1) { // US$, A$, HK$
            offset letters = from;
            while (letters > 0 && from - letters < 4 && capital(text[letters - 1])) --letters;
            if (from - letters < 4 && (letters == 0 || !letter(text[letters - 1]))) from = letters;
        }
        // "5 $ 6": the sign belongs to the number before it
        if (end < at.begin && from >= 2 && (digit(text[from - 1]) || text[from - 1] == ' ') &&
            digit(text[from - (text[from - 1] == ' ' ? 2u : 1u)]))
            return {at.end, at.end};
        return {from, end};
    }
    const bool dot = end > 0 && text[end - 1] == '.';
    const offset to = dot ? end - 1 : end;
    const word_at w =
        to >= 2 && capital(text[to - 1 - (to > 0 && text[to - 1] == 's' ? 1u : 0u)]) ? word_before(text, to) : word_at{};
    if (w.latin && w.at.end == to && (w.at.begin == 0 || !letter(text[w.at.begin - 1]))) {
        const std::string_view s = w.at.of(text);
        if (s == "Rs") return {w.at.begin, end};
        if (!dot && s.size() == 3 && capital(s[0]) && capital(s[1]) && capital(s[2]) && code_set.has(w.key)) return w.at;
    }
    return {at.end, at.end};
}

[[nodiscard]] inline offset space_at(std::string_view text, offset pos) noexcept {
    if (pos < text.size() && text[pos] == ' ') return 1;
    if (text.substr(pos, 2) == "\u00A0") return 2;
    return text.substr(pos, 3) == "\u202F" || text.substr(pos, 3) == "\u2009" ? 3 : 0;
}
// A unit that the list knows, with what belongs to it: square kilometres, کیلومتر مربع, km/h, m².
[[nodiscard]] inline slice listed(std::string_view text, word_at w) noexcept {
    slice unit = w.at;
    if (square_set.has(w.key)) {
        const word_at next = read_word(text, w.at.end + space_at(text, w.at.end));
        if (space_at(text, w.at.end) == 0 || !unit_set.has(next.key)) return {w.at.end, w.at.end};
        return {unit.begin, next.at.end};
    }
    if (!unit_set.has(w.key)) return {w.at.end, w.at.end};
    if (w.latin && w.letters == 1 && (capital(text[w.at.begin]) || (w.at.end < text.size() && digit(text[w.at.end]))))
        return {w.at.end, w.at.end}; // "5 M", and the l of 1l0l
    if (const std::string_view high = text.substr(unit.end, 2); high == "²" || high == "³") unit.end += 2;
    else if (w.latin && unit.end + 1u < text.size() && text[unit.end] == '/') {
        if (const word_at per = read_word(text, unit.end + 1); per.latin && (per.letters == 1 || unit_set.has(per.key)))
            unit.end = per.at.end;
    } else if (const offset gap = space_at(text, unit.end); gap != 0 && !w.latin) {
        const word_at next = read_word(text, unit.end + gap);
        if (next.letters != 0 && square_set.has(next.key)) unit.end = next.at.end;
    }
    return unit;
}

// Whether the letters directly behind digits make one name with them: 3D, 4G, 29K.L.M., but not 180ml. `at` is the number.
[[nodiscard]] inline bool names(std::string_view text, slice at) noexcept {
    if (at.end >= text.size()) return false;
    const auto c = static_cast<unsigned char>(text[at.end]);
    const bool latin = (c | 32u) - 'a' < 26;
    if (!latin && (c & 0xFCu) != 0xD8) return false;
    const word_at w = read_word(text, at.end);
    if (w.letters == 0) return latin; // too long for a unit
    const bool dotted = w.letters == 1 && w.at.end + 1u < text.size() && text[w.at.end] == '.' && letter(text[w.at.end + 1]);
    return dotted || (latin && listed(text, w).empty());
}

// Whether a word begins, or ends, with one of a list; each of the list has a space behind it. The word itself is longer.
[[nodiscard]] inline bool has_edge(std::string_view word, std::string_view edges, bool at_end) noexcept {
    for (std::size_t from = 0; from < edges.size();) {
        const std::size_t size = edges.find(' ', from) - from;
        if (word.size() > size && word.compare(at_end ? word.size() - size : 0, size, edges.data() + from, size) == 0)
            return true;
        from += size + 1;
    }
    return false;
}

// Whether a word that no list knows can be what a number before it counts. What we are not sure of is not.
[[nodiscard]] inline bool may_be_counted(std::string_view text, word_at w, counted n) noexcept {
    if (w.letters < 3 || n.like_year || n.one || function_set.has(w.key) || when::look_up(w.key) != 0) return false;
    const std::string_view s = w.at.of(text);
    if (w.latin) {
        for (const char c : s)
            if (capital(c)) return false;
        const char behind = w.at.end < text.size() ? text[w.at.end] : ' ';
        if (behind == '\'' || behind == '-' || behind == '\xE2') return false;
        return s.size() >= 4 && has_edge(s, "s ", true) && !has_edge(s, "ss us is ", true);
    }
    switch (n.language) {
    case when::persian: // counted nouns are singular
        return !has_edge(s, "ها های هایی ترین ", true) && !has_edge(s, "می نمی ال ", false);
    case when::arabic: // and indefinite here; what begins with و or ي is more often "and" or a verb
        return !has_edge(s, "ال و ي ف لل بال كال ", false);
    case when::pashto: // adjectives stand between: only plurals are sure
        return has_edge(s, "ان انو ونه ونو ", true);
    case when::urdu: return has_edge(s, "یں وں یاں ", true);
    default: return false;
    }
}

// The unit of the number at a place, or an empty slice.
[[nodiscard]] inline slice find(std::string_view text, slice at, counted n) noexcept {
    const slice none{at.end, at.end};
    if (const slice money = before(text, at); !money.empty()) return money;
    const offset gap = space_at(text, at.end);
    const offset from = at.end + gap;
    if (const offset size = currency_at(text, from); size != 0) {
        const bool next = from + size < text.size() && digit(text[from + size]);
        return gap != 0 && next ? none : slice{from, from + size}; // 5 $6
    }
    if (text.substr(from, 2) == "°") {
        const bool scale = from + 2u < text.size() && (text[from + 2] == 'C' || text[from + 2] == 'F');
        return {from, from + (scale ? 3u : 2u)};
    }
    if (gap == 0 && from < text.size() && text[from] == '-') { // a 5-kilometre road
        const word_at w = read_word(text, from + 1);
        return w.latin && w.letters > 1 && unit_set.has(w.key) ? w.at : none;
    }
    const word_at w = read_word(text, from);
    if (w.letters == 0) return none;
    if (const slice unit = listed(text, w); !unit.empty()) return unit;
    if (gap == 0) return none;
    if (w.at.of(text) == "من" && n.language == when::arabic && !n.like_year) { // عشرة من الجنود, but not 20 من الشهر
        const offset second = space_at(text, w.at.end);
        const word_at of = read_word(text, w.at.end + second);
        return second != 0 && of.letters > 4 && of.at.of(text).substr(0, 4) == "ال" && when::look_up(of.key) == 0 ? of.at : none;
    }
    if (!may_be_counted(text, w, n)) return none;
    if (at.begin > 0 && ((static_cast<unsigned char>(text[at.begin - 1]) | 32u) - 'a' < 26 || text[at.begin - 1] == '-'))
        return none; // F-18, SCP-173
    // page 12: a number that names
    const bool apart = at.begin > 0 && text[at.begin - 1] == ' ';
    if (const word_at label = apart ? word_before(text, at.begin - 1) : word_at{}; label.letters != 0 && label_set.has(label.key))
        return none;
    return w.at;
}

}}} // namespace matn::v0::detail::counting

#endif
