// SPDX-License-Identifier: MIT
// One pass over a text that finds the words and digits which numbers and dates are made of, and what stands between them.
#ifndef MATN_DETAIL_TIME_SCAN_HPP
#define MATN_DETAIL_TIME_SCAN_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/lexicon_time.hpp>
#include <matn/detail/time_meaning.hpp>
#include <matn/utf8.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail::when {

// One meaning of a word or phrase.
struct sense {
    meaning what;
    std::uint8_t
        flags; // languages 1 English 2 Arabic 4 Persian 8 Pashto 16 Urdu 32 Kurdish; 64 weak; 128 with the Arabic article
    std::int16_t value;

    [[nodiscard]] constexpr bool weak() const noexcept { return (flags & 64) != 0; }
};

enum language_bit : std::uint8_t { english = 1, arabic = 2, persian = 4, pashto = 8, urdu = 16, kurdish = 32 };

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

// A word that means something here, or digits; later also a number of several.
struct atom {
    slice at;
    std::uint16_t first_sense = 0;
    std::uint8_t senses = 0;
    std::uint8_t gap = gap_cut; // before it
    std::uint8_t clitics = 0;   // Arabic letters glued before it, outside `at`
    std::uint8_t language = 0;  // of its paragraph, as a language_bit
    std::uint8_t light = 0;     // counts only beside others
    std::uint8_t number = 0;    // a number_state; 0: not a number
    std::int8_t exponent = 0;
    std::uint8_t digits = 0;  // digits written before any mark; 255 for more
    std::uint8_t places = 0;  // digits after the decimal mark
    std::uint8_t flags = 0;   // number_flag
    std::int64_t value = 0;   // of a number: value * 10^exponent
    std::uint16_t word = 0;   // its number in the lexicon plus one
    std::uint64_t means = 0;  // the meanings that its language gives it: bit m for meaning m
    std::uint8_t kind = 0;    // of a composed number: a number_kind
    std::uint8_t written = 0; // of a composed number: a written_as
};

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

// --- The compiled-in tables, read from string literals without alignment.
[[nodiscard]] constexpr unsigned byte_at(const char* data, std::size_t i) noexcept { return static_cast<unsigned char>(data[i]); }
[[nodiscard]] constexpr std::uint16_t word_at(const char* data, std::size_t i) noexcept {
    return static_cast<std::uint16_t>(byte_at(data, 2 * i) | byte_at(data, 2 * i + 1) << 8);
}
[[nodiscard]] constexpr std::uint64_t key_at(std::size_t i) noexcept {
    std::uint64_t k = 0;
    for (std::size_t b = 8; b-- > 0;) k = k << 8 | byte_at(lexicon_time::keys, 8 * i + b);
    return k;
}
[[nodiscard]] constexpr sense sense_at(std::size_t i) noexcept {
    const char* d = lexicon_time::sense_data;
    return {static_cast<meaning>(byte_at(d, 4 * i)), static_cast<std::uint8_t>(byte_at(d, 4 * i + 1)),
            static_cast<std::int16_t>(word_at(d, 2 * i + 1))};
}

// The letters of a word, folded, as one number: six bits each, up to ten letters exactly, longer words hashed.
struct folded_key {
    std::uint64_t bits = 0;
    unsigned size = 0;
    bool latin = false;

    constexpr void add(unsigned code) noexcept {
        ++size;
        bits = size <= 10 ? bits << 6 | code : (bits * 0x9E3779B97F4A7C15u) ^ code;
    }
    [[nodiscard]] constexpr std::uint64_t value() const noexcept {
        return size > 10 ? bits | std::uint64_t{1} << 63 : latin ? bits | std::uint64_t{1} << 62 : bits;
    }
};

// The number of a word in the lexicon plus one, or 0.
[[nodiscard]] constexpr std::uint16_t look_up(std::uint64_t key) noexcept {
    const std::uint64_t h = (key ^ key >> 31) * 0x9E3779B97F4A7C15u;
    const auto bit = static_cast<std::size_t>(h >> 48);
    if ((byte_at(lexicon_time::filter, bit >> 3) >> (bit & 7) & 1u) == 0) return 0;
    constexpr std::size_t mask = (std::size_t{1} << lexicon_time::slot_bits) - 1;
    for (auto slot = static_cast<std::size_t>(h >> (64 - lexicon_time::slot_bits));; slot = (slot + 1) & mask) {
        const std::uint16_t word = word_at(lexicon_time::slots, slot);
        if (word == 0 || key_at(word - 1u) == key) return word;
    }
}

struct word_entry {
    std::uint16_t first_sense;
    std::uint8_t senses;
    bool begins_phrase;
    bool light;
};
[[nodiscard]] constexpr word_entry entry_at(std::uint16_t word) noexcept {
    const std::size_t i = word - 1u;
    const unsigned flags = byte_at(lexicon_time::entries, 4 * i + 3);
    return {word_at(lexicon_time::entries, 2 * i), static_cast<std::uint8_t>(byte_at(lexicon_time::entries, 4 * i + 2)),
            (flags & 1) != 0, (flags & 2) != 0};
}

// The next state of the trie of phrases, or 0.
[[nodiscard]] constexpr std::uint16_t step(std::uint16_t state, std::uint16_t word) noexcept {
    const std::uint32_t wanted = std::uint32_t{state} << 16 | (word - 1u);
    std::size_t from = 0;
    for (std::size_t n = lexicon_time::transitions; n > 0;) {
        const std::size_t half = n / 2;
        const std::uint32_t here = std::uint32_t{word_at(lexicon_time::trie, 3 * (from + half) + 1)} << 16 |
                                   word_at(lexicon_time::trie, 3 * (from + half));
        if (here == wanted) return word_at(lexicon_time::trie, 3 * (from + half) + 2);
        if (here < wanted) {
            from += half + 1;
            n -= half + 1;
        } else {
            n = half;
        }
    }
    return 0;
}

// The zeros of the decimal digits of other scripts (Unicode 15.0, General_Category Nd, Basic Multilingual Plane and fullwidth).
inline constexpr char16_t zeros[] = {0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6,
                                     0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810,
                                     0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620,
                                     0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10};

// What one character is for the scan, where it is neither ASCII nor of the Arabic block.
enum class sign : std::uint8_t {
    letter,
    dropped,
    space,
    dash,
    slash,
    quote,
    bracket,
    colon,
    comma,
    dot,
    percent,
    digit,
    line,
    other
};

struct rare {
    sign what;
    unsigned digit;
    offset end;
};
[[nodiscard]] constexpr rare rare_at(std::string_view text, offset pos) noexcept {
    const code_point c = decode(text, pos);
    const char32_t v = c.value;
    const auto is = [&](sign s) { return rare{s, 0, c.at.end}; };
    if (!c.ok) return is(sign::other);
    switch (v) {
    case 0xA0:
    case 0x202F:
    case 0x2009:
    case 0x200A:
    case 0x2002:
    case 0x2003:
    case 0x2004:
    case 0x2005:
    case 0x2006:
    case 0x2007:
    case 0x2008:
    case 0x3000:
    case 0x205F:
    case 0x1680: return is(sign::space);
    case 0xAD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x200E:
    case 0x200F:
    case 0xFEFF:
    case 0x2060:
    case 0x034F:
    case 0x02BB:
    case 0x02BC: return is(sign::dropped);
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xFE63:
    case 0xFF0D: return is(sign::dash);
    case 0x2044:
    case 0xFF0F:
    case 0x2215: return is(sign::slash);
    case 0x2018:
    case 0x2019: return is(sign::quote);
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x2039:
    case 0x203A:
    case 0xFD3E:
    case 0xFD3F:
    case 0xFF08:
    case 0xFF09: return is(sign::bracket);
    case 0xFF1A: return is(sign::colon);
    case 0xB7:
    case 0x2022:
    case 0x2219:
    case 0xFF0C:
    case 0xFE50: return is(sign::comma);
    case 0xFF0E: return is(sign::dot);
    case 0xFF05:
    case 0xFE6A: return is(sign::percent);
    case 0x2028:
    case 0x2029:
    case 0x85: return is(sign::line);
    default: break;
    }
    if ((v >= 0x202A && v <= 0x202E) || (v >= 0x2066 && v <= 0x2069)) return is(sign::dropped);
    if (v >= 0x300 && v < 0x370) return is(sign::dropped);
    for (const char16_t z : zeros)
        if (v >= z && v < z + 10u) return {sign::digit, v - z, c.at.end};
    if (v >= 0xC0 && v < 0x2000 && v != 0xD7 && v != 0xF7) return is(sign::letter);
    if ((v >= 0x2C00 && v < 0xFE00) || (v >= 0xFF21 && v <= 0xFF3A) || (v >= 0xFF41 && v <= 0xFF5A)) return is(sign::letter);
    if ((v >= 0xFE70 && v <= 0xFEFC) || (v >= 0x10000 && v < 0x1F000)) return is(sign::letter);
    return is(sign::other);
}

// The letters that a presentation form or a fullwidth letter stands for, as codes of the lexicon; two for the ligatures of lam and alef.
struct letter_pair {
    unsigned first = 0;
    unsigned second = 0;
    bool latin = false;
};
[[nodiscard]] constexpr letter_pair compatibility_letter(std::string_view text, offset pos) noexcept {
    if (static_cast<unsigned char>(text[pos]) != 0xEF) return {};
    const char32_t v = decode(text, pos).value;
    if (v >= 0xFF21 && v <= 0xFF3A) return {v - 0xFF21 + 1, 0, true};
    if (v >= 0xFF41 && v <= 0xFF5A) return {v - 0xFF41 + 1, 0, true};
    const std::size_t i = v >= 0xFB50 && v < 0xFC00 ? v - 0xFB50 : v >= 0xFE70 && v < 0xFF00 ? v - 0xFE70 + 0xB0 : 9999;
    if (i == 9999) return {};
    return {byte_at(lexicon_time::presentation_codes, 2 * i), byte_at(lexicon_time::presentation_codes, 2 * i + 1), false};
}

// Which languages a letter of the Arabic block speaks for: bits of language_bit.
inline constexpr auto letter_languages = [] {
    std::array<std::uint8_t, 256> t{};
    const auto set = [&t](std::initializer_list<unsigned> letters, unsigned who) {
        for (const unsigned c : letters) t[c - 0x600] = static_cast<std::uint8_t>(t[c - 0x600] | who);
    };
    set({0x629, 0x623, 0x625, 0x649}, arabic);
    set({0x6D0, 0x6CD, 0x69A, 0x6AB, 0x693, 0x696, 0x685, 0x681, 0x67C, 0x689, 0x6BC}, pashto);
    set({0x679, 0x688, 0x691, 0x6D2, 0x6C1, 0x6BA, 0x6BE, 0x6C3}, urdu);
    set({0x67E, 0x686, 0x698, 0x6AF, 0x6CC, 0x6A9}, persian);
    return t;
}();

// The languages of a paragraph, counted as it is read.
struct votes {
    std::uint32_t of[6] = {};

    constexpr void add(unsigned bits, std::uint32_t weight) noexcept {
        for (unsigned i = 0; i < 6; ++i)
            if ((bits >> i & 1u) != 0) of[i] += weight;
    }
    [[nodiscard]] constexpr std::uint8_t winner(std::uint8_t otherwise) const noexcept {
        unsigned best = 0;
        std::uint32_t most = 0;
        for (unsigned i = 1; i < 6; ++i) {
            if (of[i] > most) {
                most = of[i];
                best = i;
            }
        }
        if (most != 0) return static_cast<std::uint8_t>(1u << best);
        return of[0] != 0 && otherwise == 0 ? std::uint8_t{english} : otherwise;
    }
};

// All atoms of a text. Lives in the document, so that a warm document allocates nothing.
struct atoms {
    buffer<atom> items;  // as scanned
    buffer<atom> joined; // phrases and numbers put together
    std::uint8_t main_language = 0;

    void clear() noexcept {
        items.clear();
        joined.clear();
        main_language = 0;
    }
};

class scanner {
public:
    scanner(std::string_view text, atoms& out) : text_(text), out_(out.items), all_(out) {}

    void run() {
        const auto size = static_cast<offset>(text_.size());
        offset pos = 0;
        while (pos < size) {
            const unsigned c = byte(pos);
            if (c < 0x80) {
                pos = ascii(pos, c);
            } else if (c >= 0xD8 && c <= 0xDB && pos + 1 < size && (byte(pos + 1) & 0xC0) == 0x80) {
                pos = arabic_block(pos, (c & 3u) << 6 | (byte(pos + 1) & 0x3Fu));
            } else {
                const rare r = rare_at(text_, pos);
                if (r.what == sign::digit) pos = digits(pos);
                else if (r.what == sign::letter) pos = word(pos);
                else if (r.what == sign::percent) pos = percent(pos, r.end);
                else {
                    if (r.what != sign::other || !vulgar(pos, r.end)) mark(r.what);
                    pos = r.end;
                }
            }
        }
        end_of_run();
        end_of_paragraph();
        std::uint32_t most = 0;
        for (unsigned i = 1; i < 6; ++i) {
            if (total_[i] > most) {
                most = total_[i];
                all_.main_language = static_cast<std::uint8_t>(1u << i);
            }
        }
        if (most == 0) all_.main_language = english;
    }

private:
    [[nodiscard]] unsigned byte(offset i) const noexcept { return static_cast<unsigned char>(text_[i]); }

    offset ascii(offset pos, unsigned c) {
        if ((c | 32u) - 'a' < 26) return word(pos);
        if (c - '0' < 10) return digits(pos);
        switch (c) {
        case ' ':
        case '\t': gap_ |= gap_space; break;
        case '\n': mark(sign::line); break;
        case ',': mark(sign::comma); break;
        case '-':
        case '~': mark(sign::dash); break;
        case '/':
        case '\\': mark(sign::slash); break;
        case '.': mark(sign::dot); break;
        case ':': mark(sign::colon); break;
        case '\'':
        case '`': mark(sign::quote); break;
        case '(':
        case ')':
        case '[':
        case ']':
        case '"': mark(sign::bracket); break;
        case '%': return percent(pos, pos + 1);
        case '\r': break;
        default: mark(sign::other); break;
        }
        return pos + 1;
    }
    offset arabic_block(offset pos, unsigned cp) {
        if (cp - 0x60 < 10 || cp - 0xF0 < 10) return digits(pos);
        const unsigned code = byte_at(lexicon_time::letter_codes, cp);
        if (code == 64) {
            return pos + 2; // a mark without a letter
        }
        if (code != 0) return word(pos);
        switch (cp) {
        case 0x0C: mark(sign::comma); break;     // U+060C
        case 0x6A: return percent(pos, pos + 2); // U+066A
        case 0x6B: mark_gap(gap_decimal); break; // U+066B
        case 0x6C: mark_gap(gap_group); break;   // U+066C
        case 0x0D: mark(sign::slash); break;     // U+060D, the date separator
        default: mark(sign::other); break;
        }
        return pos + 2;
    }

    // A mark between two neighbours. What ends a line ends a paragraph for the votes.
    void mark(sign s) {
        switch (s) {
        case sign::dropped: return;
        case sign::space: gap_ |= gap_space; return;
        case sign::dash: mark_gap(gap_dash); return;
        case sign::slash: mark_gap(gap_slash); return;
        case sign::quote: mark_gap(gap_quote); return;
        case sign::bracket: mark_gap(gap_bracket); return;
        case sign::colon: mark_gap(gap_colon); return;
        case sign::comma: mark_gap(gap_comma); return;
        case sign::dot: mark_gap(gap_dot); return;
        case sign::line:
            mark_gap(gap_line);
            end_of_paragraph();
            return;
        default: mark_gap(gap_mixed); return;
        }
    }
    void mark_gap(gap_mark m) {
        const unsigned now = gap_ & 15u;
        gap_ = static_cast<std::uint8_t>((gap_ & gap_space) | (now == gap_none ? m : now == gap_cut ? gap_cut : gap_mixed));
    }

    // Something stands here that is no part of an expression.
    void cut() {
        if (gap_ == gap_cut) return;
        end_of_run();
        gap_ = gap_cut;
    }
    void end_of_run() {
        if (!heavy_) out_.resize(run_);
        run_ = out_.size();
        if (paragraph_ > run_) paragraph_ = run_;
        heavy_ = false;
    }

    offset percent(offset pos, offset end) {
        add({.at = {pos, end}, .first_sense = 0, .senses = 0, .number = 0, .word = percent_word}, true);
        return end;
    }

    void add(atom a, bool light) {
        a.gap = gap_;
        a.light = light ? 1 : 0;
        if (gap_ == gap_cut) run_ = out_.size();
        if (!light) heavy_ = true;
        gap_ = gap_none;
        out_.push_back(a);
    }

    // The usual words, of ASCII letters or of letters of the Arabic block alone, are read in a tight loop; the rest by the careful one below.
    offset word(offset pos) {
        const auto size = static_cast<offset>(text_.size());
        const offset begin = pos;
        std::uint64_t bits = 0;
        if (byte(pos) < 0x80) {
            while (pos < size) {
                const unsigned letter = (byte(pos) | 32u) - 'a';
                if (letter >= 26) break;
                bits = bits << 6 | (letter + 1);
                ++pos;
            }
            const unsigned next = pos < size ? byte(pos) : 0u;
            if (pos - begin > 10 || next >= 0x80 || next == '\'' || next == '_') return long_word(begin);
            ++votes_.of[0];
            return known(begin, pos, begin, look_up(bits | std::uint64_t{1} << 62), 0);
        }
        unsigned languages = 0;
        offset second = pos;
        offset third = pos;
        unsigned first = 0;
        unsigned next = 0;
        unsigned letters = 0;
        while (pos + 1 < size) {
            const unsigned c = byte(pos);
            const unsigned d = byte(pos + 1);
            if (c < 0xD8 || c > 0xDB || (d & 0xC0) != 0x80) break;
            const unsigned cp = (c & 3u) << 6 | (d & 0x3Fu);
            const unsigned code = byte_at(lexicon_time::letter_codes, cp);
            if (code == 0) break;
            if (code == 64) return long_word(begin);
            languages |= letter_languages[cp];
            bits = bits << 6 | code;
            if (letters < 2) {
                if (letters == 0) {
                    first = code;
                    second = pos + 2;
                } else {
                    next = code;
                    third = pos + 2;
                }
            }
            ++letters;
            pos += 2;
        }
        if (letters > 10 || letters == 0 || (pos < size && (byte(pos) >= 0xE0 || (byte(pos) | 32u) - 'a' < 26)))
            return long_word(begin);
        vote(languages);
        std::uint16_t found = look_up(bits);
        unsigned clitics = 0;
        offset from = begin;
        if (found == 0 && letters >= 3 && clitic_of(first) != 0) {
            folded_key key;
            key.bits = bits;
            key.size = letters;
            found = without_prefix(key, first, next, begin, second, third, pos, clitics, from);
        }
        return known(begin, pos, from, found, clitics);
    }
    void vote(unsigned languages) noexcept {
        if (languages == 0) return;
        if ((languages & persian) != 0) {
            votes_.of[2] += 2;
            votes_.of[3] += 2;
            votes_.of[4] += 2;
        }
        if ((languages & arabic) != 0) votes_.of[1] += 2;
        if ((languages & pashto) != 0) votes_.of[3] += 3;
        if ((languages & urdu) != 0) votes_.of[4] += 3;
    }
    offset known(offset begin, offset end, offset from, std::uint16_t word, unsigned clitics) {
        (void)begin;
        if (word == 0) {
            cut();
            return end;
        }
        const word_entry e = entry_at(word);
        unsigned who = 0;
        for (unsigned i = 0; i < e.senses; ++i) who |= sense_at(e.first_sense + i).flags & 63u;
        if ((who & (who - 1)) == 0 && who != english) votes_.add(who, e.light ? 2 : 1);
        add({.at = {from, end},
             .first_sense = e.first_sense,
             .senses = e.senses,
             .clitics = static_cast<std::uint8_t>(clitics),
             .word = word},
            e.light);
        return end;
    }

    offset long_word(offset pos) {
        const auto size = static_cast<offset>(text_.size());
        folded_key key;
        unsigned languages = 0;
        const offset begin = pos;
        offset end = pos;
        offset second = pos; // where the second letter begins, for glued prefixes
        offset third = pos;
        unsigned first = 0;
        unsigned next = 0;
        bool strange = false;
        while (pos < size) {
            const unsigned c = byte(pos);
            unsigned code = 0;
            offset after = pos + 1;
            if (c < 0x80) {
                if ((c | 32u) - 'a' < 26) {
                    if (key.size > 0 && !key.latin) break; // another script is another word
                    code = (c | 32u) - 'a' + 1;
                    key.latin = true;
                } else if (c == '\'' && pos + 1 < size && (byte(pos + 1) | 32u) - 'a' < 26 && key.latin) {
                    ++pos;
                    continue; // today's, o'clock
                } else if (c == '_') {
                    code = 63;
                } else {
                    break;
                }
            } else if (c >= 0xD8 && c <= 0xDB && pos + 1 < size && (byte(pos + 1) & 0xC0) == 0x80) {
                const unsigned cp = (c & 3u) << 6 | (byte(pos + 1) & 0x3Fu);
                code = byte_at(lexicon_time::letter_codes, cp);
                if (code == 0) break;
                after = pos + 2;
                if (code == 64) {
                    pos = end = after;
                    continue;
                }
                if (key.latin) break;
                languages |= letter_languages[cp];
                code |= 256;
            } else {
                const rare r = rare_at(text_, pos);
                if (const letter_pair p = compatibility_letter(text_, pos); p.first != 0) { // ﻓﺒﺮﺍﻳﺮ, Ｆeb
                    if (key.size > 0 && key.latin != p.latin) break;
                    key.latin = p.latin;
                    if (key.size == 0) first = p.first | (p.latin ? 0u : 256u);
                    if (key.size == 1) {
                        next = p.first;
                        second = pos;
                    }
                    if (key.size == 2) third = pos;
                    key.add(p.first);
                    if (p.second != 0) key.add(p.second);
                    pos = end = r.end;
                    continue;
                }
                if (r.what == sign::dropped) {
                    pos = r.end; // a joiner inside a word; after it, not part of it
                    continue;
                }
                if (r.what == sign::quote && key.latin && r.end < size && (byte(r.end) | 32u) - 'a' < 26) {
                    pos = r.end;
                    continue;
                }
                if (r.what != sign::letter) break;
                code = 63;
                after = r.end;
                strange = true;
            }
            if (key.size == 0) first = code;
            if (key.size == 1) {
                next = code;
                second = pos;
            }
            if (key.size == 2) third = pos;
            key.add(code & 255u);
            pos = end = after;
        }
        vote(languages);
        if (key.latin) ++votes_.of[0];
        if (strange) {
            cut();
            return end > begin ? end : pos;
        }
        std::uint16_t word = look_up(key.value());
        unsigned clitics = 0;
        offset from = begin;
        if (word == 0 && first >= 256 && key.size >= 3)
            word = without_prefix(key, first & 255u, next & 255u, begin, second, third, end, clitics, from);
        return known(begin, end, from, word, clitics);
    }

    // وخمسة، بالأمس، لليوم: the word after one or two glued letters of Arabic. The folded codes of و ف ب ل ك and ا are found from the table itself.
    std::uint16_t without_prefix(const folded_key& whole, unsigned first, unsigned next, offset begin, offset second,
                                 offset third, offset end, unsigned& clitics, offset& from) const {
        (void)begin;
        const unsigned first_clitic = clitic_of(first);
        if (first_clitic == 0) return 0;
        if (whole.size <= 10) {
            // للشهر is ل + الشهر
            const unsigned rest_bits = (whole.size - 1) * 6;
            const std::uint64_t rest = whole.bits & ((std::uint64_t{1} << rest_bits) - 1);
            if (const std::uint16_t w = look_up(rest); w != 0 && usable(w)) {
                clitics = first_clitic;
                from = second;
                return w;
            }
            if (first == code_lam && next == code_lam) {
                const std::uint64_t with_article = (std::uint64_t{code_alef} << rest_bits) | rest;
                if (whole.size <= 10) {
                    if (const std::uint16_t w = look_up(with_article); w != 0 && usable(w)) {
                        clitics = clitic_for;
                        from = second;
                        return w;
                    }
                }
            }
            if (const unsigned second_clitic = clitic_of(next);
                second_clitic != 0 && (first_clitic & (clitic_and | clitic_so)) != 0 && whole.size >= 4) {
                const std::uint64_t inner = rest & ((std::uint64_t{1} << (rest_bits - 6)) - 1);
                if (const std::uint16_t w = look_up(inner); w != 0 && usable(w)) {
                    clitics = first_clitic | second_clitic;
                    from = third;
                    return w;
                }
            }
            return 0;
        }
        // A long word: fold again from the second letter on.
        folded_key key;
        for (offset pos = second; pos < end;) {
            const unsigned c = byte(pos);
            if (c < 0xD8 || c > 0xDB) {
                pos = decode(text_, pos).at.end;
                continue;
            }
            const unsigned code = byte_at(lexicon_time::letter_codes, (c & 3u) << 6 | (byte(pos + 1) & 0x3Fu));
            if (code != 64) key.add(code);
            pos += 2;
        }
        if (const std::uint16_t w = look_up(key.value()); w != 0 && usable(w)) {
            clitics = first_clitic;
            from = second;
            return w;
        }
        return 0;
    }
    // Prefixes are Arabic, so the word under one must be.
    static bool usable(std::uint16_t word) {
        const word_entry e = entry_at(word);
        if (e.senses == 0) return e.begins_phrase;
        for (unsigned i = 0; i < e.senses; ++i)
            if ((sense_at(e.first_sense + i).flags & arabic) != 0) return true;
        return false;
    }

    static constexpr unsigned code_of(unsigned cp) noexcept { return byte_at(lexicon_time::letter_codes, cp - 0x600); }
    static constexpr unsigned code_alef = 1;
    static constexpr unsigned code_lam = byte_at(lexicon_time::letter_codes, 0x44);
    static constexpr unsigned clitic_of(unsigned code) noexcept {
        if (code == code_of(0x648)) return clitic_and;
        if (code == code_of(0x641)) return clitic_so;
        if (code == code_of(0x628)) return clitic_by;
        if (code == code_of(0x644)) return clitic_for;
        if (code == code_of(0x643)) return clitic_as;
        return 0;
    }

    // One digit at pos: its value and where it ends; 10 where there is none.
    struct digit {
        unsigned value;
        offset end;
    };
    // ½ and its like: a number with a power of ten, in digits.
    bool vulgar(offset pos, offset end) {
        struct part {
            char16_t c;
            std::int64_t value;
            std::int8_t exponent;
        };
        constexpr part parts[] = {{0xBC, 25, -2},
                                  {0xBD, 5, -1},
                                  {0xBE, 75, -2},
                                  {0x2155, 2, -1},
                                  {0x2156, 4, -1},
                                  {0x2157, 6, -1},
                                  {0x2158, 8, -1},
                                  {0x215B, 125, -3},
                                  {0x215C, 375, -3},
                                  {0x215D, 625, -3},
                                  {0x215E, 875, -3},
                                  {0x2152, 1, -1},
                                  {0x2153, 333333333333333, -15},
                                  {0x2154, 666666666666667, -15},
                                  {0x2159, 166666666666667, -15},
                                  {0x215A, 833333333333333, -15},
                                  {0x2150, 142857142857143, -15},
                                  {0x2151, 111111111111111, -15}};
        const char32_t v = decode(text_, pos).value;
        for (const part& p : parts) {
            if (p.c != v) continue;
            atom a;
            a.at = {pos, end};
            a.number = is_digits;
            a.value = p.value;
            a.exponent = p.exponent;
            a.flags = number_signed;
            a.digits = 200;
            add(a, false);
            return true;
        }
        return false;
    }
    [[nodiscard]] digit digit_at(offset pos) const noexcept {
        if (pos >= text_.size()) return {10, pos};
        const unsigned c = byte(pos);
        if (c < 0x80) return {c - '0' < 10 ? c - '0' : 10u, pos + 1};
        if (c >= 0xD8 && c <= 0xDB && pos + 1 < text_.size() && (byte(pos + 1) & 0xC0u) == 0x80) {
            const unsigned cp = (c & 3u) << 6 | (byte(pos + 1) & 0x3Fu);
            return {cp - 0x60 < 10 ? cp - 0x60 : cp - 0xF0 < 10 ? cp - 0xF0 : 10u, pos + 2};
        }
        const rare r = rare_at(text_, pos);
        return {r.what == sign::digit ? r.digit : 10u, r.end};
    }

    offset digits(offset pos) {
        atom a;
        a.at.begin = pos;
        a.number = is_digits;
        std::uint32_t count = 0;
        digit d = digit_at(pos);
        if (d.value == 0) a.flags |= number_leading_zero;
        while (d.value < 10) {
            if (a.value > (INT64_MAX - static_cast<std::int64_t>(d.value)) / 10) {
                // 2^63 is too large by one, unless a minus stands before it: kept as its negative, and as an overflow
                const bool edge = (a.flags & number_overflow) == 0 && a.value == INT64_MAX / 10 && d.value == 8;
                a.flags |= number_overflow;
                a.value = edge ? INT64_MIN : INT64_MAX;
            } else a.value = a.value * 10 + static_cast<std::int64_t>(d.value);
            ++count;
            pos = d.end;
            d = digit_at(pos);
        }
        if (count == 1) a.flags &= static_cast<std::uint8_t>(~number_leading_zero);
        pos = scientific(pos, a);
        a.digits = count > 255 ? std::uint8_t{255} : static_cast<std::uint8_t>(count);
        a.at.end = pos;
        // Nothing but a letter glued before makes digits part of a name: SCP-173 is one, A4 is not.
        add(a, false);
        return pos;
    }

    // The power of ten of 12.3e+14: an e, perhaps a sign, digits, and no letter after them.
    offset scientific(offset pos, atom& a) const {
        if (pos + 1 >= text_.size() || (byte(pos) | 32u) != 'e') return pos;
        offset at = pos + 1;
        const bool negative = byte(at) == '-';
        if (byte(at) == '-' || byte(at) == '+') ++at;
        int power = 0;
        digit d = digit_at(at);
        if (d.value >= 10) return pos;
        for (; d.value < 10; d = digit_at(at)) {
            if (power < 1000) power = power * 10 + static_cast<int>(d.value);
            at = d.end;
        }
        if (at < text_.size() && ((byte(at) | 32u) - 'a' < 26 || byte(at) == '-')) return pos;
        if (power > 100) {
            a.flags |= negative ? number_underflow : number_overflow;
            power = 100;
        }
        a.exponent = static_cast<std::int8_t>(negative ? -power : power);
        a.flags |= number_signed; // written with a power
        return at;
    }

    void end_of_paragraph() {
        const std::uint8_t who = votes_.winner(before_);
        before_ = who;
        for (std::size_t i = paragraph_; i < out_.size(); ++i) out_[i].language = who;
        paragraph_ = out_.size();
        for (unsigned i = 0; i < 6; ++i) total_[i] += votes_.of[i];
        votes_ = {};
    }

public:
    static constexpr std::uint16_t percent_word = 0xFFFF;

private:
    std::string_view text_;
    buffer<atom>& out_;
    atoms& all_;
    votes votes_;
    std::uint32_t total_[6] = {};
    std::uint8_t before_ = 0;
    std::uint8_t gap_ = gap_cut;
    std::size_t run_ = 0;
    bool heavy_ = false;
    std::size_t paragraph_ = 0;
};

}}} // namespace matn::v0::detail::when

#endif
