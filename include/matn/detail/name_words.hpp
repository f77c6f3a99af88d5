// SPDX-License-Identifier: MIT
// Words as the gazetteer sees them: runs of letters, folded to packed codes while they are read, with the places of the raw bytes.
#ifndef MATN_DETAIL_NAME_WORDS_HPP
#define MATN_DETAIL_NAME_WORDS_HPP

#include <matn/detail/letter_codes.hpp>
#include <matn/slice.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

// The folded letters of a word: eight codes a number, first letter lowest, so that taking letters off the front is a shift.
struct word_key {
    std::uint64_t low = 0;  // letters 1 to 8
    std::uint64_t high = 0; // letters 9 to 16
    std::uint64_t rest = 0; // a hash of those beyond
    std::uint32_t letters = 0;

    constexpr void add(std::uint8_t code) noexcept {
        if (letters < 8) low |= std::uint64_t{code} << (8 * letters);
        else if (letters < 16) high |= std::uint64_t{code} << (8 * (letters - 8));
        else rest = rest * 0xD6E8FEB86659FD93u + code;
        ++letters;
    }
    [[nodiscard]] constexpr std::uint8_t operator[](std::uint32_t i) const noexcept { // of the first 16
        return static_cast<std::uint8_t>(i < 8 ? low >> (8 * i) : high >> (8 * (i - 8)));
    }
    constexpr void replace_last(std::uint8_t code) noexcept {
        const std::uint32_t last = letters - 1;
        if (last < 8) low = (low & ~(std::uint64_t{0xFF} << (8 * last))) | std::uint64_t{code} << (8 * last);
        else if (last < 16) high = (high & ~(std::uint64_t{0xFF} << (8 * (last - 8)))) | std::uint64_t{code} << (8 * (last - 8));
    }
    // Without the first `n` letters; for words of at most 16, and n below 8.
    [[nodiscard]] constexpr word_key without_first(std::uint32_t n) const noexcept {
        return {low >> (8 * n) | (n == 0 ? 0 : high << (64 - 8 * n)), high >> (8 * n), 0, letters - n};
    }
    // With the letters of another word behind it; for at most 16 together.
    [[nodiscard]] constexpr word_key before(const word_key& next) const noexcept {
        word_key all{low, high, 0, letters + next.letters};
        if (letters < 8) {
            all.low |= next.low << (8 * letters);
            all.high = next.high << (8 * letters) | (letters == 0 ? 0 : next.low >> (64 - 8 * letters));
        } else if (letters < 16) {
            all.high |= next.low << (8 * (letters - 8));
        }
        return all;
    }
    // Without the last `n` letters; for words of at most 16.
    [[nodiscard]] constexpr word_key without_last(std::uint32_t n) const noexcept {
        const std::uint32_t keep = letters - n;
        const auto mask = [](std::uint32_t bytes) {
            return bytes >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * bytes)) - 1;
        };
        return {low & mask(keep), keep > 8 ? high & mask(keep - 8) : 0, 0, keep};
    }
};

[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) noexcept {
#if defined(__SIZEOF_INT128__)
    __extension__ typedef unsigned __int128 wide;
    const wide product = static_cast<wide>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
#else
    const std::uint64_t al = a & 0xFFFFFFFFu, ah = a >> 32, bl = b & 0xFFFFFFFFu, bh = b >> 32;
    const std::uint64_t mid = al * bh + (al * bl >> 32), mid2 = ah * bl + (mid & 0xFFFFFFFFu);
    return (a * b) ^ (ah * bh + (mid >> 32) + (mid2 >> 32));
#endif
}
// Of products of 64 bits alone: eight at once where the processor can.
[[nodiscard]] constexpr std::uint64_t hash_of(const word_key& k) noexcept {
    std::uint64_t h = k.low * 0x9E3779B97F4A7C15u + (k.high + k.rest * 0xD6E8FEB86659FD93u) * 0x8BB84B93962EACC9u;
    h = (h ^ h >> 32) * 0xD1342543DE82EF95u;
    return h ^ h >> 29;
}
// The hash of a word that follows another: `parent` is the place of the words before it, 0 for the first.
[[nodiscard]] constexpr std::uint64_t hash_after(std::uint64_t word_hash, std::uint32_t parent) noexcept {
    return parent == 0 ? word_hash : mix(word_hash ^ 0x8BB84B93962EACC9u, parent * 0x9FB21C651E98DF25u + 1);
}

struct name_word {
    word_key key;
    std::uint64_t hash = 0; // of the key
    slice at;               // from the first letter to the last, its marks included
    std::uint8_t joiner =
        0; // 0, or how many letters stand before the first half-space or other joiner between its letters, at most 255
};

// One step of the scanner: what stands at `pos`.
struct scanned_letter {
    rare_letter what;
    offset end;
};
template <profile P>
[[nodiscard]] constexpr scanned_letter scan_letter(std::string_view text, offset pos) noexcept {
    const code_point c = decode(text, pos);
    scanned_letter out{{}, c.at.end};
    if (!c.ok) return out;
    if (c.value < 0x800) {
        const std::uint8_t code = letter_table<P>[c.value];
        if (code == mark_code) out.what.kind = letter_kind::mark;
        else if (code == rare_code) out.what = read_rare<P>(c.value);
        else if (code != gap_code) out.what.add(code);
        return out;
    }
    out.what = read_rare<P>(c.value);
    return out;
}

// The next word from `pos` on; false at the end of the text. `pos` moves behind the word.
template <profile P>
constexpr bool next_word(std::string_view text, offset& pos, name_word& word) noexcept {
    const auto& table = letter_table<P>;
    const auto byte = [&text](offset i) { return static_cast<unsigned char>(text[i]); };
    const auto size = static_cast<offset>(text.size());
    word = {};
    bool joiner = false; // seen since the last letter: it counts when another letter follows
    const auto after_joiner = [&word, &joiner] {
        if (word.joiner == 0) word.joiner = static_cast<std::uint8_t>(word.key.letters < 255 ? word.key.letters : 255);
        joiner = false;
    };
    offset p = pos;
    while (p < size) {
        const unsigned lead = byte(p);
        std::uint8_t code = rare_code;
        offset next = p + 1;
        if (lead < 0x80) {
            code = table[lead];
        } else if (lead - 0xC2u < 0x1Eu && p + 1 < size && (byte(p + 1) & 0xC0u) == 0x80) {
            code = table[(lead & 0x1Fu) << 6 | (byte(p + 1) & 0x3Fu)];
            next = p + 2;
        }
        if (code - 1u < symbol_code - 1u) {
            if (word.key.letters == 0) word.at.begin = p;
            if (joiner) after_joiner();
            word.key.add(code);
            p = word.at.end = next;
            continue;
        }
        if (code == gap_code) {
            p = next;
            if (word.key.letters != 0) break;
            continue;
        }
        if (code == mark_code) {
            p = next;
            if (word.key.letters != 0) word.at.end = next;
            continue;
        }
        const scanned_letter rare = scan_letter<P>(text, p);
        const offset from = p;
        p = rare.end;
        if (rare.what.kind == letter_kind::letters) {
            if (word.key.letters == 0) word.at.begin = from;
            if (joiner) after_joiner();
            for (std::uint8_t i = 0; i < rare.what.count; ++i) word.key.add(rare.what.codes[i]);
            word.at.end = p;
        } else if (word.key.letters == 0) {
            continue; // before the first letter only letters count
        } else if (rare.what.kind == letter_kind::gap) {
            break;
        } else if (rare.what.kind == letter_kind::mark) {
            word.at.end = p;
            if (rare.what.sign != 0 && word.key.letters <= 16)
                word.key.replace_last(with_sign(word.key[word.key.letters - 1], rare.what.sign));
        } else if (rare.what.kind == letter_kind::joiner) {
            joiner = true;
        }
    }
    pos = p;
    word.hash = hash_of(word.key);
    return word.key.letters != 0;
}

// What may stand between two words of one name.
enum class gap_kind : std::uint8_t {
    plain,  // a space, a hyphen, a half-space, a line break
    symbol, // a sign that the name must have too: & / ' and so on
    end,    // a paragraph's end, or bytes that are not UTF-8: no name goes on over it
};
template <profile P>
[[nodiscard]] constexpr gap_kind gap_of(code_point c, char32_t& folded) noexcept {
    folded = c.value < 0x800 ? char32_t{fold_map_of<folds_of(P)>[c.value]} : fold_map_of<folds_of(P)>.above(c.value);
    if (!c.ok || c.value == 0 || c.value == 0x2029) return gap_kind::end;
    if (folded == U' ' || folded == folded_away || c.value == U'-' || c.value == 0x2010 || c.value == 0x2011 || c.value == U'_')
        return gap_kind::plain;
    const word_class kind = word_class_at(c.value);
    const bool blank = kind == word_class::space || kind == word_class::newline || kind == word_class::line_feed ||
                       kind == word_class::carriage_return || kind == word_class::extend || kind == word_class::format;
    return blank || c.value == U'\t' || is_modifier(c.value) || is_joiner(c.value) || is_bidi_control(c.value) ? gap_kind::plain
                                                                                                               : gap_kind::symbol;
}
inline constexpr offset longest_gap = 64; // bytes: so that a name never makes the scanner read far ahead

// Calls `on_symbol(code point, its slice)` for the signs in [from, to), until it says false. Answers whether a name may go on behind them.
// A full stop after an abbreviation of up to three letters ("J. K.", "St.") is no sign.
template <profile P, class OnSymbol>
constexpr bool walk_gap(std::string_view text, offset from, offset to, std::uint32_t letters_before, OnSymbol&& on_symbol) {
    if (to - from == 1 && text[from] == ' ') return true;
    bool line = false;
    for (offset p = from; p < to;) {
        const code_point c = decode(text, p);
        if (c.at.end - from > longest_gap) return false;
        char32_t folded = 0;
        const gap_kind kind = gap_of<P>(c, folded);
        if (kind == gap_kind::end) return false;
        if (c.value == U'\n') {
            if (line) return false; // an empty line ends the paragraph
            line = true;
        }
        if (kind == gap_kind::symbol && !(c.value == U'.' && p == from && letters_before <= 3) && !on_symbol(folded, c.at))
            return false;
        p = c.at.end;
    }
    return true;
}
[[nodiscard]] constexpr word_key symbol_key(char32_t c) noexcept {
    word_key key;
    key.add(symbol_code);
    key.add(static_cast<std::uint8_t>(1 + (c & 127)));
    key.add(static_cast<std::uint8_t>(1 + (c >> 7 & 127)));
    key.add(static_cast<std::uint8_t>(1 + (c >> 14)));
    return key;
}

// Are the folded letters of `word` these codes?
template <profile P>
[[nodiscard]] constexpr bool same_letters(std::string_view word, const std::uint8_t* codes, std::uint32_t count) noexcept {
    std::uint32_t seen = 0;
    std::uint8_t held = 0; // the last letter, which a hamza sign may still change
    for (offset p = 0; p < word.size();) {
        const scanned_letter l = scan_letter<P>(word, p);
        p = l.end;
        if (l.what.sign != 0 && seen <= 16) held = with_sign(held, l.what.sign);
        for (std::uint8_t i = 0; i < l.what.count; ++i) {
            if (seen > 0 && held != codes[seen - 1]) return false;
            if (seen == count) return false;
            held = l.what.codes[i];
            ++seen;
        }
    }
    return seen == count && (seen == 0 || held == codes[seen - 1]);
}

// How a name is written, where that is told by its folded words alone: two names of the same words and the same such form are the same bytes.
enum class name_form : std::uint8_t {
    other, // folding changes it, or it has signs
    plain, // every letter is what folding makes of it, with one space between words
    title, // as plain, but each word that begins with a Latin letter begins with a capital
};
template <profile P>
[[nodiscard]] constexpr name_form form_of(std::string_view name) noexcept {
    bool capital = false, small = false, begins = true;
    for (std::size_t p = 0; p < name.size();) {
        const auto lead = static_cast<unsigned char>(name[p]);
        if (lead >= 0x80) {
            if (lead - 0xC2u >= 0x1Eu || p + 1 >= name.size()) return name_form::other;
            const unsigned c = (lead & 0x1Fu) << 6 | (static_cast<unsigned char>(name[p + 1]) & 0x3Fu);
            if (own_codes[c] == 0 || letter_table<P>[c] != own_codes[c]) return name_form::other;
            p += 2;
        } else {
            ++p;
            if (lead == ' ') {
                if (begins) return name_form::other;
                begins = true;
                continue;
            }
            if (lead - 65u < 26u) {
                if (!begins) return name_form::other;
                capital = true;
            } else if (own_codes[lead] == 0) {
                return name_form::other;
            } else {
                small = small || (begins && lead >= 'a');
            }
        }
        begins = false;
    }
    return begins || (capital && small) ? name_form::other : capital ? name_form::title : name_form::plain;
}

// Where the first `letters` letters of a word end (with the marks on the last), and where the letter after them begins.
struct letter_border {
    offset end = 0, next = 0;
    bool exact = false; // false: the border falls inside one character, such as a ligature
};
template <profile P>
[[nodiscard]] inline letter_border border_after(std::string_view text, slice word, std::uint32_t letters) noexcept {
    letter_border out{word.begin, word.begin, letters == 0};
    std::uint32_t seen = 0;
    for (offset p = word.begin; p < word.end;) {
        const scanned_letter l = scan_letter<P>(text, p);
        if (l.what.count != 0) {
            if (seen >= letters) {
                out.next = p;
                out.exact = seen == letters;
                return out;
            }
            seen += l.what.count;
            out.end = l.end;
        } else if (l.what.kind == letter_kind::mark) {
            out.end = l.end;
        }
        p = l.end;
    }
    out.next = word.end;
    out.exact = seen == letters;
    return out;
}

}}} // namespace matn::v0::detail

#endif
