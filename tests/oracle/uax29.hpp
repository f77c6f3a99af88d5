// SPDX-License-Identifier: MIT
// UAX #29 (Unicode 15.0) rule by rule, slowly and plainly, with the classes asked from ICU: what the fast machines must equal.
#ifndef MATN_TESTS_ORACLE_UAX29_HPP
#define MATN_TESTS_ORACLE_UAX29_HPP

#include "../texts.hpp"

#include <matn/utf8.hpp>

#include <unicode/uchar.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace uax29 {

// Whether the linked ICU has the Unicode version that the library's tables are of.
inline bool same_unicode() {
    UVersionInfo version;
    u_getUnicodeVersion(version);
    return version[0] == 15 && version[1] == 0;
}

struct characters {
    std::vector<UChar32> value; // U+FFFD for each broken part
    std::vector<matn::offset> at;
};
inline characters read(std::string_view text) {
    characters out;
    for (const matn::code_point c : matn::code_points(text)) {
        out.value.push_back(static_cast<UChar32>(c.value));
        out.at.push_back(c.at.begin);
    }
    out.at.push_back(static_cast<matn::offset>(text.size()));
    return out;
}

template <class Breaks>
std::vector<matn::offset> boundaries(std::string_view text, const Breaks& breaks) {
    const characters c = read(text);
    std::vector<matn::offset> out{0};
    if (c.value.empty()) return out;
    for (std::size_t i = 1; i < c.value.size(); ++i)
        if (breaks(c.value, i)) out.push_back(c.at[i]);
    out.push_back(c.at.back());
    return out;
}

// --- Words

class words {
public:
    explicit words(const std::vector<UChar32>& text) {
        for (const UChar32 c : text) {
            cls_.push_back(u_getIntPropertyValue(c, UCHAR_WORD_BREAK));
            pictographic_.push_back(u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) != 0);
        }
        // WB4: the character that each Extend, Format or ZWJ belongs to.
        for (std::size_t i = 0; i < cls_.size(); ++i) base_.push_back(ignored(i) && i > 0 && !newline(i - 1) ? base_[i - 1] : i);
    }
    bool boundary_before(std::size_t i) const {
        if (is(i - 1, U_WB_CR) && is(i, U_WB_LF)) return false;               // WB3
        if (newline(i - 1)) return true;                                      // WB3a
        if (newline(i)) return true;                                          // WB3b
        if (is(i - 1, U_WB_ZWJ) && pictographic_[i]) return false;            // WB3c
        if (is(i - 1, U_WB_WSEGSPACE) && is(i, U_WB_WSEGSPACE)) return false; // WB3d
        if (ignored(i)) return false;                                         // WB4
        const std::size_t p = base_[i - 1];
        const std::size_t pp = p > 0 ? base_[p - 1] : none;
        std::size_t n = i + 1;
        while (n < cls_.size() && base_[n] != n) ++n;
        if (letter(p) && letter(i)) return false; // WB5
        const auto mid_letter = [&](std::size_t k) {
            return is(k, U_WB_MIDLETTER) || is(k, U_WB_MIDNUMLET) || is(k, U_WB_SINGLE_QUOTE);
        };
        if (letter(p) && mid_letter(i) && letter(n)) return false;                                             // WB6
        if (letter(pp) && mid_letter(p) && letter(i)) return false;                                            // WB7
        if (is(p, U_WB_HEBREW_LETTER) && is(i, U_WB_SINGLE_QUOTE)) return false;                               // WB7a
        if (is(p, U_WB_HEBREW_LETTER) && is(i, U_WB_DOUBLE_QUOTE) && is(n, U_WB_HEBREW_LETTER)) return false;  // WB7b
        if (is(pp, U_WB_HEBREW_LETTER) && is(p, U_WB_DOUBLE_QUOTE) && is(i, U_WB_HEBREW_LETTER)) return false; // WB7c
        if (is(p, U_WB_NUMERIC) && is(i, U_WB_NUMERIC)) return false;                                          // WB8
        if (letter(p) && is(i, U_WB_NUMERIC)) return false;                                                    // WB9
        if (is(p, U_WB_NUMERIC) && letter(i)) return false;                                                    // WB10
        const auto mid_number = [&](std::size_t k) {
            return is(k, U_WB_MIDNUM) || is(k, U_WB_MIDNUMLET) || is(k, U_WB_SINGLE_QUOTE);
        };
        if (is(pp, U_WB_NUMERIC) && mid_number(p) && is(i, U_WB_NUMERIC)) return false; // WB11
        if (is(p, U_WB_NUMERIC) && mid_number(i) && is(n, U_WB_NUMERIC)) return false;  // WB12
        if (is(p, U_WB_KATAKANA) && is(i, U_WB_KATAKANA)) return false;                 // WB13
        const auto word = [&](std::size_t k) { return letter(k) || is(k, U_WB_NUMERIC) || is(k, U_WB_KATAKANA); };
        if ((word(p) || is(p, U_WB_EXTENDNUMLET)) && is(i, U_WB_EXTENDNUMLET)) return false; // WB13a
        if (is(p, U_WB_EXTENDNUMLET) && word(i)) return false;                               // WB13b
        if (is(p, U_WB_REGIONAL_INDICATOR) && is(i, U_WB_REGIONAL_INDICATOR)) {              // WB15, WB16
            std::size_t count = 0;
            for (std::size_t k = p; k != none && is(k, U_WB_REGIONAL_INDICATOR); k = k > 0 ? base_[k - 1] : none) ++count;
            return count % 2 == 0;
        }
        return true; // WB999
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    bool is(std::size_t i, int cls) const { return i < cls_.size() && cls_[i] == cls; }
    bool newline(std::size_t i) const { return is(i, U_WB_CR) || is(i, U_WB_LF) || is(i, U_WB_NEWLINE); }
    bool ignored(std::size_t i) const { return is(i, U_WB_EXTEND) || is(i, U_WB_FORMAT) || is(i, U_WB_ZWJ); }
    bool letter(std::size_t i) const { return is(i, U_WB_ALETTER) || is(i, U_WB_HEBREW_LETTER); }

    std::vector<int> cls_;
    std::vector<bool> pictographic_;
    std::vector<std::size_t> base_;
};
inline std::vector<matn::offset> word_boundaries(std::string_view text) {
    const words rules(read(text).value);
    return boundaries(text, [&](const auto&, std::size_t i) { return rules.boundary_before(i); });
}

// --- Graphemes

inline std::vector<matn::offset> grapheme_boundaries(std::string_view text) {
    return boundaries(text, [](const std::vector<UChar32>& c, std::size_t i) {
        const auto cls = [&](std::size_t k) { return u_getIntPropertyValue(c[k], UCHAR_GRAPHEME_CLUSTER_BREAK); };
        const auto control = [](int k) { return k == U_GCB_CONTROL || k == U_GCB_CR || k == U_GCB_LF; };
        const int p = cls(i - 1);
        const int n = cls(i);
        if (p == U_GCB_CR && n == U_GCB_LF) return false;                                                       // GB3
        if (control(p) || control(n)) return true;                                                              // GB4, GB5
        if (p == U_GCB_L && (n == U_GCB_L || n == U_GCB_V || n == U_GCB_LV || n == U_GCB_LVT)) return false;    // GB6
        if ((p == U_GCB_LV || p == U_GCB_V) && (n == U_GCB_V || n == U_GCB_T)) return false;                    // GB7
        if ((p == U_GCB_LVT || p == U_GCB_T) && n == U_GCB_T) return false;                                     // GB8
        if (n == U_GCB_EXTEND || n == U_GCB_ZWJ || n == U_GCB_SPACING_MARK || p == U_GCB_PREPEND) return false; // GB9, 9a, 9b
        if (p == U_GCB_ZWJ && u_hasBinaryProperty(c[i], UCHAR_EXTENDED_PICTOGRAPHIC)) {                         // GB11
            std::size_t k = i - 1;
            while (k > 0 && cls(k - 1) == U_GCB_EXTEND) --k;
            if (k > 0 && u_hasBinaryProperty(c[k - 1], UCHAR_EXTENDED_PICTOGRAPHIC)) return false;
        }
        if (p == U_GCB_REGIONAL_INDICATOR && n == U_GCB_REGIONAL_INDICATOR) { // GB12, GB13
            std::size_t count = 0;
            while (count < i && cls(i - 1 - count) == U_GCB_REGIONAL_INDICATOR) ++count;
            return count % 2 == 0;
        }
        return true; // GB999
    });
}

// --- Sentences

class sentences {
public:
    explicit sentences(const std::vector<UChar32>& text) {
        for (const UChar32 c : text) all_.push_back(u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK));
        for (std::size_t i = 0; i < all_.size(); ++i) { // SB5
            const bool ignored = all_[i] == U_SB_EXTEND || all_[i] == U_SB_FORMAT;
            if (ignored && i > 0 && !paragraph_end(all_[i - 1])) continue;
            place_.push_back(i);
            cls_.push_back(all_[i]);
        }
    }
    bool boundary_before(std::size_t character) const {
        if (all_[character - 1] == U_SB_CR && all_[character] == U_SB_LF) return false; // SB3
        if (paragraph_end(all_[character - 1])) return true;                            // SB4
        std::size_t i = 0;
        while (i < place_.size() && place_[i] < character) ++i;
        if (i == place_.size() || place_[i] != character) return false; // SB5
        if (is(i - 1, U_SB_ATERM) && is(i, U_SB_NUMERIC)) return false; // SB6
        if (i > 1 && (is(i - 2, U_SB_UPPER) || is(i - 2, U_SB_LOWER)) && is(i - 1, U_SB_ATERM) && is(i, U_SB_UPPER))
            return false; // SB7
        // What stands before: SATerm Close* Sp* ParaSep?
        std::size_t k = i;
        const bool paragraph = k > 0 && paragraph_end(cls_[k - 1]);
        if (paragraph) --k;
        const std::size_t spaces_end = k;
        while (k > 0 && is(k - 1, U_SB_SP)) --k;
        const bool spaces = k != spaces_end;
        while (k > 0 && is(k - 1, U_SB_CLOSE)) --k;
        const bool stop = k > 0 && is(k - 1, U_SB_ATERM);
        if (!stop && !(k > 0 && is(k - 1, U_SB_STERM))) return false; // SB998
        if (stop && !paragraph) {                                     // SB8
            std::size_t n = i;
            while (n < cls_.size() && !is(n, U_SB_OLETTER) && !is(n, U_SB_UPPER) && !is(n, U_SB_LOWER) &&
                   !paragraph_end(cls_[n]) && !is(n, U_SB_STERM) && !is(n, U_SB_ATERM))
                ++n;
            if (is(n, U_SB_LOWER)) return false;
        }
        if (!paragraph && (is(i, U_SB_SCONTINUE) || is(i, U_SB_STERM) || is(i, U_SB_ATERM))) return false;          // SB8a
        if (!paragraph && !spaces && (is(i, U_SB_CLOSE) || is(i, U_SB_SP) || paragraph_end(cls_[i]))) return false; // SB9
        if (!paragraph && (is(i, U_SB_SP) || paragraph_end(cls_[i]))) return false;                                 // SB10
        return true;                                                                                                // SB11
    }

private:
    static bool paragraph_end(int cls) { return cls == U_SB_SEP || cls == U_SB_CR || cls == U_SB_LF; }
    bool is(std::size_t i, int cls) const { return i < cls_.size() && cls_[i] == cls; }

    std::vector<int> all_;
    std::vector<int> cls_;
    std::vector<std::size_t> place_;
};
inline std::vector<matn::offset> sentence_boundaries(std::string_view text) {
    const sentences rules(read(text).value);
    return boundaries(text, [&](const auto&, std::size_t i) { return rules.boundary_before(i); });
}

// --- Random texts that hold every class of a property, broken bytes too.

inline std::vector<std::string> samples(UProperty property) {
    std::vector<std::string> out;
    const int last = u_getIntPropertyMaxValue(property);
    std::vector<int> taken(static_cast<std::size_t>(last) + 1);
    std::array<int, 2> pictographs{};
    for (UChar32 c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        const auto cls = static_cast<std::size_t>(u_getIntPropertyValue(c, property));
        int& count = u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) ? pictographs[c >= 0x10000] : taken[cls];
        // The first ones, and one of each hundred after: Arabic, Hebrew and Latin letters, supplementary planes.
        if (count++ < 4 || (count % 97 == 0 && count < 2000)) out.emplace_back(matn::encode(static_cast<char32_t>(c)).view());
    }
    for (const std::string_view bad :
         {"\xFF", "\xC0\x80", "\xE2\x80", "\xF0\x9F\x98", "\xED\xA0\x80", "\xD8", "\x80", "\xE0\x80\x80", "\xF4\x90\x80\x80"})
        out.emplace_back(bad);
    return out;
}

} // namespace uax29

#endif
