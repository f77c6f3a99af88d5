// SPDX-License-Identifier: MIT
// Abbreviations that keep their full stop, in Latin and Arabic script.
#ifndef MATN_DETAIL_LEXICON_ABBREVIATIONS_HPP
#define MATN_DETAIL_LEXICON_ABBREVIATIONS_HPP

#include <matn/version.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

// What usually follows an abbreviation, which tells whether its full stop may end a sentence too.
enum class abbreviation_use : std::uint8_t {
    title,   // a name follows: never the end of a sentence
    number,  // an abbreviation only before a number: No. 5, p. 12
    inside,  // something follows, in lower case or not: vs., e.g.
    either,  // stands as well at the end of a sentence: Inc., etc., a.m.
    capital, // an abbreviation only where it begins with a capital letter: Sun., Mar., Jan.
    unit,    // an abbreviation only in the middle of a sentence: 2.5 cm.)
    any,     // a title that is no word in small letters: mr., dr.
};

struct abbreviation {
    std::string_view text; // without the last full stop; Latin letters in lower case
    abbreviation_use use;
};

// Sorted by bytes; checked below.
inline constexpr abbreviation abbreviations[] = {
    {"abp", abbreviation_use::title},    {"adj", abbreviation_use::inside},    {"adm", abbreviation_use::title},
    {"adv", abbreviation_use::inside},   {"aka", abbreviation_use::inside},    {"al", abbreviation_use::either},
    {"amb", abbreviation_use::title},    {"approx", abbreviation_use::inside}, {"apr", abbreviation_use::capital},
    {"apt", abbreviation_use::number},   {"ariz", abbreviation_use::either},   {"art", abbreviation_use::number},
    {"arts", abbreviation_use::number},  {"assoc", abbreviation_use::inside},  {"asst", abbreviation_use::title},
    {"attn", abbreviation_use::inside},  {"atty", abbreviation_use::title},    {"aug", abbreviation_use::capital},
    {"ave", abbreviation_use::either},   {"bldg", abbreviation_use::either},   {"blvd", abbreviation_use::either},
    {"brig", abbreviation_use::title},   {"bros", abbreviation_use::either},   {"ca", abbreviation_use::inside},
    {"cal", abbreviation_use::capital},  {"calif", abbreviation_use::either},  {"capt", abbreviation_use::any},
    {"cf", abbreviation_use::inside},    {"ch", abbreviation_use::number},     {"chap", abbreviation_use::number},
    {"cm", abbreviation_use::unit},      {"cmdr", abbreviation_use::title},    {"co", abbreviation_use::capital},
    {"col", abbreviation_use::title},    {"colo", abbreviation_use::either},   {"conn", abbreviation_use::either},
    {"corp", abbreviation_use::either},  {"cpl", abbreviation_use::title},     {"cpt", abbreviation_use::title},
    {"dec", abbreviation_use::capital},  {"dep", abbreviation_use::inside},    {"dept", abbreviation_use::inside},
    {"depts", abbreviation_use::inside}, {"dist", abbreviation_use::inside},   {"dr", abbreviation_use::any},
    {"drs", abbreviation_use::title},    {"ed", abbreviation_use::inside},     {"eds", abbreviation_use::either},
    {"eg", abbreviation_use::inside},    {"eng", abbreviation_use::title},     {"engr", abbreviation_use::title},
    {"eq", abbreviation_use::number},    {"esp", abbreviation_use::inside},    {"esq", abbreviation_use::either},
    {"est", abbreviation_use::inside},   {"etc", abbreviation_use::either},    {"ext", abbreviation_use::number},
    {"feb", abbreviation_use::capital},  {"ff", abbreviation_use::either},     {"fig", abbreviation_use::number},
    {"figs", abbreviation_use::number},  {"fla", abbreviation_use::either},    {"fri", abbreviation_use::capital},
    {"ft", abbreviation_use::capital},   {"gen", abbreviation_use::title},     {"gens", abbreviation_use::title},
    {"gov", abbreviation_use::title},    {"govt", abbreviation_use::inside},   {"hon", abbreviation_use::title},
    {"hr", abbreviation_use::either},    {"hrs", abbreviation_use::either},    {"hwy", abbreviation_use::inside},
    {"ibid", abbreviation_use::either},  {"ie", abbreviation_use::inside},     {"inc", abbreviation_use::either},
    {"incl", abbreviation_use::inside},  {"insp", abbreviation_use::title},    {"intl", abbreviation_use::inside},
    {"jan", abbreviation_use::capital},  {"jr", abbreviation_use::either},     {"jul", abbreviation_use::capital},
    {"jun", abbreviation_use::capital},  {"kg", abbreviation_use::unit},       {"km", abbreviation_use::unit},
    {"lb", abbreviation_use::unit},      {"lbs", abbreviation_use::unit},      {"lieut", abbreviation_use::title},
    {"ln", abbreviation_use::capital},   {"lt", abbreviation_use::any},        {"ltd", abbreviation_use::either},
    {"maj", abbreviation_use::title},    {"mar", abbreviation_use::capital},   {"max", abbreviation_use::number},
    {"messrs", abbreviation_use::any},   {"mfg", abbreviation_use::either},    {"mich", abbreviation_use::either},
    {"min", abbreviation_use::number},   {"minn", abbreviation_use::either},   {"misc", abbreviation_use::inside},
    {"ml", abbreviation_use::unit},      {"mlle", abbreviation_use::any},      {"mm", abbreviation_use::unit},
    {"mme", abbreviation_use::any},      {"mohd", abbreviation_use::title},    {"mon", abbreviation_use::capital},
    {"mr", abbreviation_use::any},       {"mrs", abbreviation_use::any},       {"ms", abbreviation_use::title},
    {"msgr", abbreviation_use::title},   {"mt", abbreviation_use::capital},    {"mts", abbreviation_use::capital},
    {"muhd", abbreviation_use::title},   {"natl", abbreviation_use::inside},   {"no", abbreviation_use::number},
    {"nos", abbreviation_use::number},   {"nov", abbreviation_use::capital},   {"nr", abbreviation_use::number},
    {"oct", abbreviation_use::capital},  {"okla", abbreviation_use::either},   {"ont", abbreviation_use::either},
    {"oz", abbreviation_use::unit},      {"p", abbreviation_use::number},      {"penn", abbreviation_use::either},
    {"pg", abbreviation_use::number},    {"pgs", abbreviation_use::number},    {"pl", abbreviation_use::inside},
    {"pp", abbreviation_use::number},    {"pres", abbreviation_use::title},    {"prof", abbreviation_use::any},
    {"profs", abbreviation_use::title},  {"pvt", abbreviation_use::title},     {"rd", abbreviation_use::capital},
    {"ref", abbreviation_use::number},   {"rep", abbreviation_use::title},     {"repr", abbreviation_use::inside},
    {"reps", abbreviation_use::title},   {"resp", abbreviation_use::inside},   {"ret", abbreviation_use::inside},
    {"retd", abbreviation_use::inside},  {"rev", abbreviation_use::title},     {"rs", abbreviation_use::number},
    {"rtd", abbreviation_use::inside},   {"sat", abbreviation_use::capital},   {"sec", abbreviation_use::number},
    {"sect", abbreviation_use::number},  {"sen", abbreviation_use::title},     {"sens", abbreviation_use::title},
    {"sep", abbreviation_use::capital},  {"sept", abbreviation_use::capital},  {"sgt", abbreviation_use::any},
    {"sq", abbreviation_use::inside},    {"sqn", abbreviation_use::title},     {"sr", abbreviation_use::either},
    {"st", abbreviation_use::title},     {"ste", abbreviation_use::title},     {"sun", abbreviation_use::capital},
    {"supt", abbreviation_use::title},   {"tel", abbreviation_use::number},    {"tenn", abbreviation_use::either},
    {"thu", abbreviation_use::capital},  {"thur", abbreviation_use::capital},  {"thurs", abbreviation_use::capital},
    {"trans", abbreviation_use::inside}, {"tue", abbreviation_use::capital},   {"tues", abbreviation_use::capital},
    {"univ", abbreviation_use::inside},  {"v", abbreviation_use::inside},      {"ver", abbreviation_use::number},
    {"viz", abbreviation_use::inside},   {"vol", abbreviation_use::number},    {"vols", abbreviation_use::number},
    {"vs", abbreviation_use::inside},    {"wed", abbreviation_use::capital},   {"wis", abbreviation_use::either},
    {"yr", abbreviation_use::either},    {"yrs", abbreviation_use::either},
};

// One or two letters of Arabic script that stand for a word when a full stop and more text follow: د. محمد (doctor), ود. محمد (and
// doctor), أ. علي (professor), ص. ۱۲ (page), ق. م (before Christ), initials. Not و, which is "was" in Pashto. Sorted by bytes.
inline constexpr abbreviation arabic_abbreviations[] = {
    {"آ", abbreviation_use::title},   {"آر", abbreviation_use::title},  {"أ", abbreviation_use::title},
    {"إ", abbreviation_use::title},   {"ا", abbreviation_use::title},   {"اف", abbreviation_use::title},
    {"اچ", abbreviation_use::title},  {"ب", abbreviation_use::title},   {"ت", abbreviation_use::inside},
    {"تح", abbreviation_use::inside}, {"ث", abbreviation_use::title},   {"ج", abbreviation_use::inside},
    {"جی", abbreviation_use::title},  {"ح", abbreviation_use::title},   {"خ", abbreviation_use::title},
    {"د", abbreviation_use::title},   {"ذ", abbreviation_use::title},   {"ر", abbreviation_use::title},
    {"رک", abbreviation_use::inside}, {"ز", abbreviation_use::title},   {"س", abbreviation_use::title},
    {"ش", abbreviation_use::either},  {"ص", abbreviation_use::inside},  {"صص", abbreviation_use::number},
    {"ض", abbreviation_use::title},   {"ط", abbreviation_use::inside},  {"ظ", abbreviation_use::title},
    {"ع", abbreviation_use::title},   {"غ", abbreviation_use::title},   {"ف", abbreviation_use::title},
    {"ق", abbreviation_use::inside},  {"ك", abbreviation_use::title},   {"ل", abbreviation_use::title},
    {"لد", abbreviation_use::title},  {"م", abbreviation_use::either},  {"مج", abbreviation_use::number},
    {"مح", abbreviation_use::title},  {"مخ", abbreviation_use::number}, {"ن", abbreviation_use::title},
    {"نک", abbreviation_use::inside}, {"ه", abbreviation_use::either},  {"هـ", abbreviation_use::either},
    {"وأ", abbreviation_use::title},  {"ود", abbreviation_use::title},  {"وم", abbreviation_use::title},
    {"ي", abbreviation_use::title},   {"ٹ", abbreviation_use::title},   {"ټ", abbreviation_use::title},
    {"پ", abbreviation_use::title},   {"ځ", abbreviation_use::title},   {"څ", abbreviation_use::title},
    {"چ", abbreviation_use::title},   {"ڈ", abbreviation_use::title},   {"ډ", abbreviation_use::title},
    {"ړ", abbreviation_use::title},   {"ږ", abbreviation_use::title},   {"ژ", abbreviation_use::title},
    {"ښ", abbreviation_use::title},   {"ک", abbreviation_use::title},   {"ګ", abbreviation_use::title},
    {"گ", abbreviation_use::title},   {"ڼ", abbreviation_use::title},   {"ی", abbreviation_use::title},
};

// Eight letters as one number that sorts as they do.
[[nodiscard]] constexpr std::uint64_t packed(std::string_view text) noexcept {
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < 8; ++i) key = key << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0u);
    return key;
}
// The keys of a list, and a bit for each by which nearly every other word is told at once.
template <std::size_t N>
struct abbreviation_index {
    std::array<std::uint64_t, N> keys{};
    std::array<std::uint64_t, 64> bits{};

    [[nodiscard]] static constexpr std::uint64_t place(std::uint64_t key) noexcept { return key * 0x9E3779B97F4A7C15 >> 52; }
    [[nodiscard]] constexpr bool may_hold(std::uint64_t key) const noexcept {
        return (bits[place(key) / 64] >> place(key) % 64 & 1) != 0;
    }
};
template <std::size_t N>
constexpr abbreviation_index<N> packed_keys(const abbreviation (&list)[N]) noexcept {
    abbreviation_index<N> index;
    for (std::size_t i = 0; i < N; ++i) {
        index.keys[i] = packed(list[i].text);
        const std::uint64_t place = index.place(index.keys[i]);
        index.bits[place / 64] |= std::uint64_t{1} << place % 64;
    }
    return index;
}
inline constexpr auto abbreviation_keys = packed_keys(abbreviations);
inline constexpr auto arabic_abbreviation_keys = packed_keys(arabic_abbreviations);
template <std::size_t N>
constexpr bool sorted(const abbreviation_index<N>& index) noexcept {
    for (std::size_t i = 1; i < N; ++i)
        if (!(index.keys[i - 1] < index.keys[i])) return false;
    return true;
}
static_assert(sorted(abbreviation_keys) && sorted(arabic_abbreviation_keys));
inline constexpr std::size_t longest_abbreviation = [] {
    std::size_t most = 0;
    for (const abbreviation& a : abbreviations) most = a.text.size() > most ? a.text.size() : most;
    return most;
}();
static_assert(longest_abbreviation <= 8);

template <std::size_t N>
[[nodiscard]] constexpr const abbreviation* find_abbreviation(const abbreviation (&list)[N], const abbreviation_index<N>& index,
                                                              std::uint64_t key) noexcept {
    if (!index.may_hold(key)) return nullptr;
    std::size_t from = 0;
    for (std::size_t n = N; n > 1;) {
        const std::size_t half = n / 2;
        from += index.keys[from + half] <= key ? half : 0;
        n -= half;
    }
    return index.keys[from] == key ? list + from : nullptr;
}

}}} // namespace matn::v0::detail

#endif
