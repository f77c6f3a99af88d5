// SPDX-License-Identifier: MIT
// The foldings, and what a set of them makes of each code point. See fold.hpp.
#ifndef MATN_DETAIL_FOLD_MAP_HPP
#define MATN_DETAIL_FOLD_MAP_HPP

#include <matn/detail/fold_context.hpp>
#include <matn/detail/fold_tables.hpp>
#include <matn/fold_set.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

inline constexpr char16_t folded_away = 0xD800; // a surrogate: no text has it

struct fold_row {
    char16_t from, to;
    fold_set when;
};
// Below U+0800. Rows may lead to letters that other rows change: fold_map follows them to the end.
inline constexpr fold_row fold_rows[] = {
    {0x0622, 0x0627, fold::alef},
    {0x0623, 0x0627, fold::alef},
    {0x0625, 0x0627, fold::alef},
    {0x0671, 0x0627, fold::alef},
    {0x0672, 0x0627, fold::alef},
    {0x0673, 0x0627, fold::alef},
    {0x0675, 0x0627, fold::alef},
    {0x0624, 0x0648, fold::hamza},
    {0x0626, 0x064A, fold::hamza},
    {0x0676, 0x0648, fold::hamza},
    {0x0678, 0x064A, fold::hamza},
    {0x06D3, 0x06D2, fold::hamza},
    {0x0654, folded_away, fold::hamza},
    {0x0655, folded_away, fold::hamza},
    {0x0653, folded_away, fold::alef},
    {0x064A, 0x06CC, fold::yeh},
    {0x0649, 0x06CC, fold::yeh},
    {0x0643, 0x06A9, fold::kaf},
    {0x06AA, 0x06A9, fold::kaf},
    {0x06C1, 0x0647, fold::heh},
    {0x06BE, 0x0647, fold::heh},
    {0x06D5, 0x0647, fold::heh},
    {0x06C0, 0x0647, fold::heh},
    {0x06C2, 0x0647, fold::heh},
    {0x0629, 0x0647, fold::teh},
    {0x06C3, 0x0647, fold::teh},
    {0x06C1, 0x0647, fold::heh_letters},
    {0x06BE, 0x0647, fold::heh_letters},
    {0x06D5, 0x0647, fold::heh_letters},
    {0x06A9, 0x0643, fold::kaf_arabic},
    {0x06AA, 0x0643, fold::kaf_arabic},
    {0x06CC, 0x064A, fold::yeh_arabic},
    {0x0647, 0x06C1, fold::heh_urdu},
    {0x06D5, 0x06C1, fold::heh_urdu},
    {0x06C0, 0x06C2, fold::heh_urdu},
    {0x0640, folded_away, fold::tatweel},
    {0x00A0, 0x0020, fold::spaces},
    {0x00AD, folded_away, fold::invisible},
    {0x061C, folded_away, fold::invisible},
    {0x00AB, 0x0022, fold::quotes},
    {0x00BB, 0x0022, fold::quotes},
    {0x02BC, 0x0027, fold::quotes},
    {0x02B9, 0x0027, fold::quotes},
};
struct fold_range {
    char16_t first, last;
    fold_set when; // the whole range goes
};
inline constexpr fold_range fold_ranges[] = {
    {0x0300, 0x036F, fold::diacritics}, {0x0610, 0x061A, fold::marks}, {0x064B, 0x0652, fold::marks},
    {0x0656, 0x065F, fold::marks},      {0x0670, 0x0670, fold::marks}, {0x06D6, 0x06DC, fold::marks},
    {0x06DF, 0x06E4, fold::marks},      {0x06E7, 0x06E8, fold::marks}, {0x06EA, 0x06ED, fold::marks},
};
// From U+0800 on, where a search is fast enough: text in these languages has them rarely.
inline constexpr fold_row fold_rows_above[] = {
    {0x1680, 0x0020, fold::spaces},         {0x202F, 0x0020, fold::spaces},         {0x205F, 0x0020, fold::spaces},
    {0x3000, 0x0020, fold::spaces},         {0x200B, folded_away, fold::invisible}, {0x200C, folded_away, fold::joiners},
    {0x200D, folded_away, fold::joiners},   {0x200E, folded_away, fold::invisible}, {0x200F, folded_away, fold::invisible},
    {0x2060, folded_away, fold::invisible}, {0xFEFF, folded_away, fold::invisible}, {0x2018, 0x0027, fold::quotes},
    {0x2019, 0x0027, fold::quotes},         {0x201B, 0x0027, fold::quotes},         {0x201C, 0x0022, fold::quotes},
    {0x201D, 0x0022, fold::quotes},         {0x201E, 0x0022, fold::quotes},
};

// Characters that become something else, or go, only beside certain others: fold_writer decides.
struct fold_context {
    char16_t c;
    fold_set when;
};
inline constexpr fold_context fold_contexts[] = {
    {u',', fold::punctuation}, {u';', fold::punctuation}, {u'?', fold::punctuation},
    {0x00AC, fold::not_signs}, {0x0647, fold::kurdish_e},
};
inline constexpr fold_set joiner_contexts = fold::joiner_edges | fold::ezafe | fold::kurdish_e;

// A seat, a hamza or madda sign on it, and the letter that is both.
struct hamza_pair {
    char16_t seat, sign, whole;
};
inline constexpr hamza_pair hamza_pairs[] = {
    {0x0627, 0x0653, 0x0622}, {0x0627, 0x0654, 0x0623}, {0x0627, 0x0655, 0x0625}, {0x0648, 0x0654, 0x0624},
    {0x064A, 0x0654, 0x0626}, {0x06CC, 0x0654, 0x0626}, {0x0649, 0x0654, 0x0626}, {0x06D2, 0x0654, 0x06D3},
    {0x06C1, 0x0654, 0x06C2}, {0x06D5, 0x0654, 0x06C0}, {0x0647, 0x0654, 0x06C0},
};
// The number of the pair of a seat (U+0600 to U+06FF) and a sign (U+0653 to U+0655), or `no_pair`.
inline constexpr unsigned char no_pair = 0xFF;
inline constexpr auto hamza_pair_numbers = [] {
    std::array<std::array<unsigned char, 0x100>, 3> t{};
    for (auto& row : t) row.fill(no_pair);
    for (std::size_t i = 0; i < std::size(hamza_pairs); ++i)
        t[hamza_pairs[i].sign - 0x653u][hamza_pairs[i].seat - 0x600u] = static_cast<unsigned char>(i);
    return t;
}();

// The precomposed letter of a seat and a sign, or 0.
[[nodiscard]] constexpr char16_t compose_hamza(char16_t seat, char16_t sign) noexcept {
    for (const hamza_pair& p : hamza_pairs)
        if (p.seat == seat && p.sign == sign) return p.whole;
    return 0;
}

// Where in a sorted list of (from, to) pairs a code point stands, or npos.
template <std::size_t N>
[[nodiscard]] constexpr char32_t find_pair(const char32_t (&pairs)[N], char32_t c) noexcept {
    std::size_t from = 0;
    for (std::size_t n = N / 2; n > 0;) {
        const std::size_t half = n / 2;
        if (pairs[2 * (from + half)] < c) {
            from += half + 1;
            n -= half + 1;
        } else {
            n = half;
        }
    }
    return 2 * from + 1 < N && pairs[2 * from] == c ? pairs[2 * from + 1] : c;
}

// What a set of foldings makes of every code point.
class fold_map {
public:
    constexpr explicit fold_map(fold_set wanted) : which_(fold::without_opposites(wanted)) {
        const fold_set which = which_;
        for (std::size_t c = 0; c < to_.size(); ++c) to_[c] = static_cast<char16_t>(c);
        if (which.has(fold::letter_case)) {
            for (char16_t c = u'A'; c <= u'Z'; ++c) to_[c] = static_cast<char16_t>(c + 32);
            below(fold_case_pairs, std::size(fold_case_pairs) - 1);
        }
        if (which.has(fold::diacritics)) below(fold_diacritic_pairs, std::size(fold_diacritic_pairs) - 1);
        for (char16_t d = 0; d < 10; ++d) {
            if (which.has(fold::digits)) to_[0x660u + d] = to_[0x6F0u + d] = static_cast<char16_t>(u'0' + d);
            else if (which.has(fold::digits_persian)) to_[0x660u + d] = static_cast<char16_t>(0x6F0u + d);
            else if (which.has(fold::digits_arabic)) to_[0x6F0u + d] = static_cast<char16_t>(0x660u + d);
        }
        for (const fold_row& r : fold_rows)
            if (which.has(r.when)) to_[r.from] = r.to;
        for (const fold_range& r : fold_ranges)
            if (which.has(r.when))
                for (char16_t c = r.first; c <= r.last; ++c) to_[c] = folded_away;
        for (char16_t& t : to_) // Á -> A -> a, ئ -> ي -> ی
            while (t < to_.size() && to_[t] != t) t = to_[t];
        for (const fold_context& r : fold_contexts)
            if (which.has(r.when)) to_[r.c] = folded_away;          // whatever it becomes, it is looked at
        signs_matter_ = which.any(fold::compose | fold::heh_hamza); // or if a letter that has one changes
        for (const hamza_pair& p : hamza_pairs) signs_matter_ = signs_matter_ || to_[p.whole] != p.whole;
        for (char32_t c = 0; c < general_.size(); ++c) general_[c] = static_cast<char16_t>(look_up(0x2000 + c));
        if (which.any(joiner_contexts)) general_[0xC] = folded_away;
        for (unsigned c = 0; c < 0x100; ++c) {
            joins_[c >> 3] |= static_cast<unsigned char>((joins_in_any_form(0x600 + c) ? 1u : 0u) << (c & 7));
            set_letter(c);
        }
        for (unsigned c = 0; c < 0x80; ++c) {
            set_other(tables_.latin, c, 0x80 + c, to_[0x80 + c], c >> 6, c & 0x3F);
            set_other(tables_.general, c, 0x2000 + c, above(0x2000 + c), 2 + (c >> 6), c & 0x3F);
        }
        for (std::size_t i = 0; i < std::size(hamza_pairs); ++i) hamza_[i] = compose(hamza_pairs[i]);
        tables_.quotes_stay = tables_.latin[0x2B] == 0 && tables_.latin[0x3B] == 0;
        for (std::size_t i = 0; i < tables_.row.size() && tables_.rows == i; ++i) set_row(tables_.row[i]);
    }

    [[nodiscard]] constexpr fold_set which() const noexcept { return which_; }
    // Of a code point below U+0800.
    [[nodiscard]] constexpr char16_t operator[](char32_t c) const noexcept { return to_[c]; }

    // The same, of a character that changes beside certain others only: as if it were alone.
    [[nodiscard]] constexpr char16_t alone(char32_t c) const noexcept {
        for (const fold_context& r : fold_contexts)
            if (r.c == c && which_.has(r.when)) return r.c;
        return to_[c];
    }

    // Whether one below U+0800 becomes another, goes, or (a hamza or madda sign) perhaps joins the letter before it.
    [[nodiscard]] constexpr bool changes_below(char32_t c) const noexcept {
        return to_[c] != c || (c >= 0x653 && c <= 0x655 && signs_matter_);
    }
    // Whether one of U+0601 to U+06FF is a letter that stays one to which a ZWNJ can join something; 0 is none.
    [[nodiscard]] constexpr unsigned joins_and_stays(unsigned low) const noexcept {
        return unsigned{joins_[low >> 3]} >> (low & 7) & 1u;
    }
    // What fold_writer must look at beside single characters.
    [[nodiscard]] constexpr bool looks_at_joiners() const noexcept { return which_.any(fold::joiner_edges | fold::ezafe); }
    [[nodiscard]] constexpr bool looks_at_punctuation() const noexcept { return which_.has(fold::punctuation); }
    [[nodiscard]] constexpr unsigned char case_bit() const noexcept { return which_.has(fold::letter_case) ? 0x20 : 0; }

    // What a seat that is folded already and a sign on it become, or 0 if the sign folds by itself.
    [[nodiscard]] constexpr char16_t composed(char32_t seat, char32_t sign) const noexcept {
        if (seat < 0x600 || seat > 0x6FF) return 0;
        const unsigned char pair = hamza_pair_numbers[sign - 0x653][seat - 0x600];
        return pair == no_pair ? char16_t{0} : hamza_[pair];
    }

    // The map for many characters at a time: see fold_blocks.hpp.
    static constexpr unsigned char goes = 1;
    static constexpr unsigned char hard = 0xFF;
    using bit_rows = std::array<std::array<unsigned char, 32>, 2>; // bit (c & 7) of [c >> 3 & 1][c >> 4], twice
    struct block_row {
        unsigned char number = 0;
        std::array<unsigned char, 32> first{}, second{}; // 16, twice
    };
    struct block_tables {
        // Of U+0600 to U+06FF: what the first and the second byte differ from what they become; as much as they are if they go.
        // Bit 6 of the second says that it is for `next`.
        std::array<unsigned char, 0x100> first{}, second{};
        // Of U+0080 to U+00FF and U+2000 to U+207F: 0, the one byte they become, `goes`, or `hard`.
        std::array<unsigned char, 0x80> latin{}, general{};
        bit_rows changes{};       // of U+0600 to U+06FF
        bit_rows other_changes{}; // of U+0080 to U+00FF and, 128 on, U+2000 to U+207F without U+200C
        std::array<block_row, 6> row{};
        std::size_t rows = 0;
        bool quotes_stay = false; // « and »
    };
    [[nodiscard]] constexpr const block_tables& tables() const noexcept { return tables_; }

    // Of one from U+0800 on: a code point, folded_away, or (presentation forms) several, which `presentation` gives.
    [[nodiscard]] constexpr char32_t above(char32_t c) const noexcept {
        const char32_t in_block = c - 0x2000; // General Punctuation is frequent: the joiner, quotes, dashes
        return in_block < general_.size() ? general_[in_block] : look_up(c);
    }
    // The letters of a presentation form, not yet folded themselves; empty if it is none or they are not asked for.
    [[nodiscard]] constexpr std::u16string_view presentation(char32_t c) const noexcept {
        if (!which_.has(fold::presentation) || c < 0xFB00 || c > 0xFFFF) return {};
        constexpr std::size_t count = std::size(fold_presentation_from) - 1;
        std::size_t from = 0;
        for (std::size_t n = count; n > 0;) {
            const std::size_t half = n / 2;
            if (fold_presentation_from[from + half] < c) {
                from += half + 1;
                n -= half + 1;
            } else {
                n = half;
            }
        }
        if (from == count || fold_presentation_from[from] != c) return {};
        const std::size_t at = fold_presentation_at[from];
        return {fold_presentation_pool + at, static_cast<std::size_t>(fold_presentation_at[from + 1] - at)};
    }

private:
    [[nodiscard]] constexpr char32_t look_up(char32_t c) const noexcept {
        for (const fold_row& r : fold_rows_above)
            if (r.from == c) return which_.has(r.when) ? r.to : c;
        if (c >= 0x2000 && c <= 0x200A) return which_.has(fold::spaces) ? U' ' : c;
        if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))
            return which_.has(fold::invisible) ? char32_t{folded_away} : c;
        if ((c >= 0x0898 && c <= 0x089F) || (c >= 0x08CA && c <= 0x08E1) || (c >= 0x08E3 && c <= 0x08FF) ||
            (c >= 0x10EFD && c <= 0x10EFF))
            return which_.has(fold::marks) ? char32_t{folded_away} : c;
        if (which_.has(fold::letter_case)) c = find_pair(fold_case_pairs, c);
        if (which_.has(fold::diacritics) && c < 0x2000) c = find_pair(fold_diacritic_pairs, c);
        return c < to_.size() ? char32_t{to_[c]} : c;
    }

    // The pairs of a sorted list that are in the table. The letter without its marks wins over the small letter with them.
    constexpr void below(const char32_t* pairs, std::size_t count) {
        for (std::size_t i = 0; i < count && pairs[i] < to_.size(); i += 2) to_[pairs[i]] = static_cast<char16_t>(pairs[i + 1]);
    }

    [[nodiscard]] constexpr bool in_context(char32_t c) const noexcept {
        for (const fold_context& r : fold_contexts)
            if (r.c == c && which_.has(r.when)) return true;
        return false;
    }
    [[nodiscard]] constexpr bool joins_in_any_form(char32_t c) const noexcept {
        return c != 0x600 && !in_context(c) && to_[c] != folded_away && joins(c) && joins(to_[c]) && !(c >= 0x653 && c <= 0x655);
    }
    [[nodiscard]] constexpr char16_t compose(const hamza_pair& p) const noexcept {
        const bool on_heh = p.seat == 0x647,
                   on_persian_yeh = p.seat == 0x6CC || p.seat == 0x649; // not canonical: rules of their own
        const bool composes = on_heh ? which_.has(fold::heh_hamza) : !on_persian_yeh && which_.has(fold::compose);
        return !composes && alone(p.whole) == p.whole ? char16_t{0} : alone(p.whole);
    }
    static constexpr void set_bit(bit_rows& rows, unsigned c) noexcept {
        for (const unsigned i : {c >> 4, 16 + (c >> 4)}) {
            unsigned char& at = rows[c >> 3 & 1][i];
            at = static_cast<unsigned char>(at | 1u << (c & 7));
        }
    }
    constexpr void set_letter(unsigned low) noexcept {
        const unsigned c = 0x600 + low, t = to_[c], first = 0xC0u | c >> 6, second = 0x80u | (c & 0x3Fu);
        if (!changes_below(c)) return;
        set_bit(tables_.changes, low);
        const bool control = c == 0x61C; // belongs to neither side
        unsigned a = 0, b = 0x40;
        if (!in_context(c) && !control && !(c >= 0x653 && c <= 0x655 && signs_matter_)) {
            if (t == folded_away) a = first, b = second;
            else if (t < 0x80) a = first ^ t, b = second;
            else if (t < 0x800) a = first ^ (0xC0u | t >> 6), b = second ^ (0x80u | (t & 0x3Fu));
        }
        tables_.first[low] = static_cast<unsigned char>(a);
        tables_.second[low] = static_cast<unsigned char>(b);
    }
    constexpr void set_other(std::array<unsigned char, 0x80>& in, unsigned at, char32_t c, char32_t as, unsigned lead,
                             unsigned tail) noexcept {
        in[at] = as == c                                           ? 0
                 : c == 0x200C && which_.has(fold::kurdish_e)      ? hard
                 : c == 0x200C                                     ? (which_.has(fold::joiners) ? goes : 0)
                 : as == folded_away && c >= 0x2000 && c != 0x200D ? goes
                 : as >= 0x20 && as < 0x7F                         ? static_cast<unsigned char>(as)
                                                                   : hard;
        if (in[at] != 0 && c != 0x200C) set_bit(tables_.other_changes, lead << 6 | tail);
    }
    // The next row of letters of which some change; those first that text has most.
    constexpr void set_row(block_row& to) noexcept {
        constexpr unsigned char often[] = {0x4, 0x2, 0xC, 0xF, 0x6, 0x5, 0xA, 0xB, 0x7, 0xD};
        std::size_t seen = 0;
        for (const unsigned char n : often) {
            bool some = false;
            for (unsigned i = 0; i < 16; ++i) some = some || changes_below(0x600u + n * 16u + i);
            if (!some || seen++ != tables_.rows) continue;
            to.number = n;
            for (unsigned i = 0; i < 32; ++i) {
                to.first[i] = tables_.first[n * 16u + (i & 15)];
                to.second[i] = tables_.second[n * 16u + (i & 15)];
            }
            ++tables_.rows;
            return;
        }
    }

    std::array<char16_t, 0x800> to_{};
    std::array<char16_t, 0x70> general_{}; // U+2000 to U+206F
    block_tables tables_{};
    std::array<unsigned char, 32> joins_{};
    std::array<char16_t, std::size(hamza_pairs)> hamza_{};
    fold_set which_;
    bool signs_matter_ = false;
};

template <fold_set F>
inline constexpr fold_map fold_map_of{F};

} // namespace detail

}} // namespace matn

#endif
