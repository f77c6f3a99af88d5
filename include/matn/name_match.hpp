// SPDX-License-Identifier: MIT
// Whether two names, in Latin, Arabic or Cyrillic script, are spellings of one name; and which letters stand for which.
#ifndef MATN_NAME_MATCH_HPP
#define MATN_NAME_MATCH_HPP

#include <matn/detail/name_compare.hpp>
#include <matn/detail/name_path.hpp>
#include <matn/detail/name_skeleton.hpp>
#include <matn/slice.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace matn { inline namespace v0 {

/// What makes two names alike.
enum class name_rule : std::uint8_t {
    none,         ///< they are not alike
    exact,        ///< the same bytes
    folded,       ///< the same letters, but for case, marks and letters that one script writes in several ways
    joined,       ///< the same letters, with a space more or less
    respelled,    ///< one script, letters that stand for the same sound
    cross_script, ///< Latin and Arabic letters that correspond
    reordered,    ///< the words in another order
    partial,      ///< one has words that the other has not: a middle name, a title, a family name
    translated,   ///< words that mean the same in two languages
};

/// The name of a rule as `matn lookup` prints it: "exact", "cross-script"...
[[nodiscard]] constexpr std::string_view rule_name(name_rule rule) noexcept {
    constexpr std::string_view names[] = {"none",         "exact",     "folded",  "joined",    "respelled",
                                          "cross-script", "reordered", "partial", "translated"};
    return names[static_cast<std::size_t>(rule)];
}

/// How alike two names are.
struct name_match {
    float score = 0; ///< 0 to 1, whatever their length; from 0.5 on they are more probably the same name than not
    name_rule rule = name_rule::none;
};

/// What is known about two names.
struct name_match_options {
    std::string_view left_language = {};  ///< a BCP 47 tag, or empty: the letters decide
    std::string_view right_language = {}; ///< the same of the other name
};

namespace detail {

inline void prepare(const spelling& s, std::string_view language, prepared_name& out) noexcept {
    out.letters = s.letters;
    out.size = s.size;
    out.in = s.in;
    out.languages = 0;
    if (s.in == writing::arabic) {
        out.languages = languages_of(language);
        if (out.languages == 0) out.languages = languages_of(s);
    }
    find_words(out);
}

// Latin or Arabic letters but for the spaces, and with letters as they are inside words.
[[nodiscard]] inline bool same_letters(const std::uint8_t* a, std::uint32_t a_size, const std::uint8_t* b, std::uint32_t b_size,
                                       writing in, bool& joined) noexcept {
    std::uint32_t i = 0, j = 0;
    const std::uint8_t space = in == writing::latin ? latin_space : native_space;
    joined = false;
    for (;; ++i, ++j) {
        while (i < a_size && a[i] == space && !(j < b_size && b[j] == space)) ++i, joined = true;
        while (j < b_size && b[j] == space && !(i < a_size && a[i] == space)) ++j, joined = true;
        if (i == a_size || j == b_size) return i == a_size && j == b_size;
        if (in == writing::latin ? a[i] != b[j] : !same_base(a[i], b[j])) return false;
    }
}

[[nodiscard]] inline name_match judge(const comparison& c, const prepared_name& a, const prepared_name& b,
                                      bool same_digits) noexcept {
    name_match out;
    out.score = score_of(same_digits ? c.ratio : c.ratio - 0.3f);
    if (out.score <= 0) return {0, name_rule::none};
    bool joined = false;
    if (c.translated) out.rule = name_rule::translated;
    else if (c.reordered) out.rule = name_rule::reordered;
    else if (c.partial || c.way == name_way::plain_letters) {
        out.rule = name_rule::partial;
        out.score *= 0.97f; // a whole name goes before one with a word more or less
    } else if (a.in != b.in) out.rule = name_rule::cross_script;
    else if (same_letters(a.letters, a.size, b.letters, b.size, a.in, joined)) {
        out.rule = joined ? name_rule::joined : name_rule::folded;
        out.score = joined ? 0.97f : 0.99f;
        if (!same_digits) out.score /= 2;
    } else out.rule = name_rule::respelled;
    return out;
}

// Letters of a third script, or of two in one name, are not what they seem: each takes a fifth of the score.
[[nodiscard]] inline name_match doubted(name_match m, std::uint32_t strangers) noexcept {
    for (; strangers > 0; --strangers) {
        m.score *= 0.8f;
        if (m.score < 0.01f) return {};
    }
    return m;
}

} // namespace detail

/// How alike two names are. Linear in the length of each; letters behind the first 96 of a name are not looked at. Allocates nothing.
[[nodiscard]] inline name_match match_names(std::string_view left, std::string_view right,
                                            const name_match_options& options = {}) noexcept {
    detail::spelling a, b;
    detail::spell(left, a);
    detail::spell(right, b);
    if (a.in == detail::writing::none || b.in == detail::writing::none) return {};
    if (left == right) return {1, name_rule::exact};
    detail::prepared_name pa, pb;
    detail::prepare(a, options.left_language, pa);
    detail::prepare(b, options.right_language, pb);
    const detail::comparison c = detail::name_comparer(pa).compare(pb);
    return detail::doubted(detail::judge(c, pa, pb, a.digits == b.digits), a.strangers + b.strangers);
}

/// Letters of two names that stand for one another. One of the two may be empty: a vowel that is not written, a silent letter.
struct letter_pair {
    slice left;
    slice right;
    float weight =
        0; ///< natural logarithm of how much more probable the pair is than its parts by chance; below 0 it speaks against them
};

/// Why two names are alike: their letters side by side, in order. Empty for a name without letters. Takes time and memory as the product of
/// the lengths.
[[nodiscard]] inline std::vector<letter_pair> align_names(std::string_view left, std::string_view right,
                                                          const name_match_options& options = {}) {
    using namespace detail;
    std::vector<letter_pair> out;
    spelling a, b;
    spell(left, a);
    spell(right, b);
    if (a.in == writing::none || b.in == writing::none) return out;
    buffer<path_step> path;
    const bool swap = a.in == writing::latin && b.in == writing::arabic;
    const spelling& first = swap ? b : a;
    const spelling& second = swap ? a : b;
    if (first.in == second.in) {
        best_path(
            first.size, second.size, 1,
            [&](std::uint32_t i, std::uint32_t j, std::uint8_t x, std::uint8_t y) {
                return x == 0   ? kin.gap(second.letters[j - 1], second.in)
                       : y == 0 ? kin.gap(first.letters[i - 1], first.in)
                                : kin.weight(first.letters[i - 1], second.letters[j - 1], first.in);
            },
            path);
    } else {
        prepared_name pa, pb;
        prepare(a, options.left_language, pa);
        prepare(b, options.right_language, pb);
        const sound_table& table = sound_tables[name_comparer(pa).letters(b.letters, b.size, b.in, pb.languages).language];
        unit_rows rows;
        find_units(second.letters, second.size, rows);
        best_path(
            first.size, second.size, 3,
            [&](std::uint32_t i, std::uint32_t j, std::uint8_t x, std::uint8_t y) -> int {
                const std::uint8_t unit = y == 0 ? std::uint8_t{0} : y == 1 ? rows.one[j] : y == 2 ? rows.two[j] : rows.three[j];
                if (y > 1 && unit == 0) return no_way;
                return table.row(x == 0 ? std::uint8_t{0} : first.letters[i - 1])[unit];
            },
            path);
    }
    std::uint32_t i = 0, j = 0;
    for (std::size_t n = path.size(); n-- > 0;) {
        const path_step s = path[n];
        slice one = place_of(first, swap ? right : left, i, i + s.a), other = place_of(second, swap ? left : right, j, j + s.b);
        i += s.a;
        j += s.b;
        if (one.empty() && other.empty()) continue; // spaces
        out.push_back({swap ? other : one, swap ? one : other, static_cast<float>(s.weight) / 12});
    }
    return out;
}

/// A key of what a name sounds like, for an index of one's own: the consonants of each word by classes that all scripts share, one letter a
/// class (P for b p f v, T for t d, S for s z sh ch j, K for k g q kh gh, and M N L R), neighbours of a class once though vowels part them, words parted by a space.
/// Vowels, h and articles are left out; of letters that sound in two ways (ج, v) the first way counts. "KLST" for
/// Khalilzad and for خلیلزاد. Words of vowels alone give "-". Empty for a name without letters of the three scripts. Linear.
///
/// Names that are spellings of one mostly have one key; `name_index` also finds those that do not.
[[nodiscard]] inline std::string skeleton(std::string_view name) {
    using namespace detail;
    spelling s;
    spell(name, s);
    std::string out;
    for (std::uint32_t begin = 0; begin < s.size;) {
        std::uint32_t end = begin;
        while (end < s.size && s.letters[end] != s.space()) ++end;
        detail::skeleton word;
        find_skeleton(s.letters + begin, end - begin, s.in, word);
        if (begin != 0) out += ' ';
        for (std::uint32_t i = word.sizes[0]; i-- > 0;) out += "-PTSKMNLR"[word.ways[0] >> 4 * i & 15];
        if (word.sizes[0] == 0) out += '-';
        begin = end + 1;
    }
    return out;
}

}} // namespace matn

#endif
