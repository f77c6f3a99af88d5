// SPDX-License-Identifier: MIT
// One pass over a text that finds the words and digits which numbers and dates are made of, and what stands between them.
#ifndef MATN_DETAIL_TIME_SCAN_HPP
#define MATN_DETAIL_TIME_SCAN_HPP

#include <matn/detail/time_atom.hpp>
#include <matn/detail/time_letter.hpp>
#include <matn/detail/time_lexicon.hpp>
#include <matn/detail/time_votes.hpp>
#include <matn/utf8.hpp>

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail::when {

class scanner {
public:
    scanner(std::string_view text, atoms& out) : text_(text), out_(out.words), all_(out) {}

    void run() {
        const auto size = static_cast<offset>(text_.size());
        offset pos = 0;
        while (pos < size) {
            const unsigned c = byte(pos);
            if (c == ' ') {
                gap_ |= gap_space;
                ++pos;
            } else if (c < 0x80) {
                pos = ascii(pos, c);
            } else if (c >= 0xD8 && c <= 0xDB && pos + 1 < size && (byte(pos + 1) & 0xC0) == 0x80) {
                pos = arabic_block(pos, (c & 3u) << 6 | (byte(pos + 1) & 0x3Fu));
            } else {
                const rare r = rare_at(text_, pos);
                if (r.what == sign::digit) pos = digits(pos);
                else if (r.what == sign::letter) pos = long_word(pos);
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
        if ((c | 32u) - 'a' < 26) return latin_word(pos);
        if (c - '0' < 10) return digits(pos);
        switch (c) {
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
        if (code != 0) return arabic_word(pos);
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
        if (!heavy_) out_.shrink(run_);
        run_ = out_.size();
        if (paragraph_ > run_) paragraph_ = run_;
        heavy_ = false;
    }

    offset percent(offset pos, offset end) {
        add({pos, end}, percent_word, 0, true);
        return end;
    }

    void add(slice at, std::uint16_t word, unsigned clitics, bool light) {
        if (!heavy_ && out_.size() - run_ >= most_small_words) cut();
        if (gap_ == gap_cut) run_ = out_.size();
        if (!light) heavy_ = true;
        out_.push_back({at, word, gap_, static_cast<std::uint8_t>(clitics), 0});
        gap_ = gap_none;
    }
    // So many small words in a row are no sentence, and would only fill the memory.
    static constexpr std::size_t most_small_words = 64;
    void add_digits(slice at, const scanned_digits& d) {
        all_.digits.push_back(d);
        add(at, digits_word, 0, false);
    }

    // Most words mean nothing here, so what the next two do is all that they cost: read, fold, and one look at the filter. They read
    // words of ASCII letters, or of Arabic ones, up to ten letters; long_word() reads all others.
    offset latin_word(offset pos) {
        const auto size = static_cast<offset>(text_.size());
        const offset begin = pos;
        std::uint64_t bits = 0;
        while (pos < size) {
            const unsigned letter = (byte(pos) | 32u) - 'a';
            if (letter >= 26) break;
            bits = bits << 6 | (letter + 1);
            ++pos;
        }
        const unsigned next = pos < size ? byte(pos) : 0u;
        if (pos - begin > 10 || next >= 0x80 || next == '\'' || next == '_') return long_word(begin);
        ++votes_.of[0];
        return known({begin, pos}, look_up(bits | std::uint64_t{1} << 62), 0);
    }
    offset arabic_word(const offset begin) {
        // A letter is two bytes, the first one of four: taken together, the first of a table's four rows is what remains.
        const char* const text = text_.data();
        const std::size_t size = text_.size();
        std::uint64_t bits = 0;
        unsigned all = 0;
        std::size_t end = begin;
        for (; end + 1 < size; end += 2) {
            const unsigned row = std::rotl(number_at<std::uint16_t>(text + end), 8) - 0xD800u;
            if (row >= letter_at.size()) break;
            const unsigned letter = letter_at[row];
            if (letter < is_letter) break;
            bits = bits << 6 | (letter & 63u);
            all |= letter;
        }
        const auto pos = static_cast<offset>(end);
        const unsigned count = (pos - begin) / 2;
        if (count > 10 || !ends_word(pos)) return long_word(begin);
        vote(all >> 8 & 63u);
        // The word itself, or what is left of it behind a glued letter or two: asked in one go, for a branch on a first letter is hard
        // to foresee.
        const unsigned shift = 6 * (count - 1);
        const std::uint64_t rest = bits & ((std::uint64_t{1} << shift) - 1);
        const unsigned first = static_cast<unsigned>(bits >> shift);
        const unsigned glued = glued_letter[first] & (count >= 3 ? 1u : 0u);
        const unsigned next = count >= 2 ? static_cast<unsigned>(rest >> (shift - 6)) : 0u;
        if ((maybe(hash_of(bits)) | (glued & (maybe(hash_of(rest)) | glued_letter[next]))) == 0) {
            cut();
            return pos;
        }
        std::uint16_t found = look_up(bits);
        unsigned clitics = 0;
        offset from = begin;
        if (found == 0 && glued != 0) {
            folded_key key;
            key.bits = bits;
            key.size = count;
            found = without_prefix(key, first, next, begin + 2, begin + 4, pos, clitics, from);
        }
        return known({from, pos}, found, clitics);
    }
    // Whether what follows the letters of a word ends it: no mark of a vowel, no joiner, no letter of another script.
    [[nodiscard]] bool ends_word(offset pos) const noexcept {
        if (pos >= text_.size()) return true;
        const unsigned c = byte(pos);
        if (c < 0x80) return (c | 32u) - 'a' >= 26;
        if ((c & 0xFCu) != 0xD8) return c < 0xE0;
        return pos + 1 >= text_.size() || (byte(pos + 1) & 0xC0u) != 0x80 ||
               byte_at(lexicon_time::letter_codes, (c & 3u) << 6 | (byte(pos + 1) & 0x3Fu)) != 64;
    }
    void vote(unsigned languages) noexcept { ++votes_.letters[languages >> 1 & 15u]; }

    offset known(slice at, std::uint16_t word, unsigned clitics) {
        if (word == 0) {
            cut();
            return at.end;
        }
        const word_entry e = entry_at(word);
        const unsigned who = e.languages;
        if ((who & (who - 1)) == 0 && who != english && who != 0)
            votes_.of[static_cast<unsigned>(std::countr_zero(who))] += e.small ? 2u : 1u;
        add(at, word, clitics, e.light);
        return at.end;
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
            word = without_prefix(key, first & 255u, next & 255u, second, third, end, clitics, from);
        return known({from, end}, word, clitics);
    }

    // وخمسة، بالأمس، لليوم: the word after one or two glued letters of Arabic. The folded codes of و ف ب ل ك and ا are found from the table itself.
    std::uint16_t without_prefix(const folded_key& whole, unsigned first, unsigned next, offset second, offset third, offset end,
                                 unsigned& clitics, offset& from) const {
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
        return e.senses == 0 ? e.begins_phrase : (e.languages & arabic) != 0;
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
    static constexpr auto glued_letter = [] { // by its code: whether Arabic may glue it to the next word
        std::array<std::uint8_t, 64> t{};
        for (const unsigned cp : {0x648u, 0x641u, 0x628u, 0x644u, 0x643u}) t[byte_at(lexicon_time::letter_codes, cp - 0x600)] = 1;
        return t;
    }();

    // --- Digits: time_digits.hpp.
    // One digit at pos: its value and where it ends; 10 where there is none.
    struct digit {
        unsigned value;
        offset end;
    };
    bool vulgar(offset pos, offset end);
    [[nodiscard]] digit digit_at(offset pos) const noexcept;
    offset digits(offset pos);
    offset scientific(offset pos, scanned_digits& a) const;

    void end_of_paragraph() {
        votes_.count_letters();
        const std::uint8_t who = votes_.winner(before_);
        before_ = who;
        for (std::size_t i = paragraph_; i < out_.size(); ++i) out_[i].language = who;
        paragraph_ = out_.size();
        for (unsigned i = 0; i < 6; ++i) total_[i] += votes_.of[i];
        votes_ = {};
    }

    std::string_view text_;
    buffer<scanned>& out_;
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
