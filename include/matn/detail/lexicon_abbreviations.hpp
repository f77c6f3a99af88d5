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
};

struct abbreviation {
    std::string_view text; // without the last full stop; Latin letters in lower case
    abbreviation_use use;
};

// Sorted by bytes; checked below.
inline constexpr abbreviation abbreviations[] = {
    {"adj", abbreviation_use::inside},   {"adm", abbreviation_use::title},    {"adv", abbreviation_use::inside},
    {"al", abbreviation_use::either},    {"amb", abbreviation_use::title},    {"approx", abbreviation_use::inside},
    {"apr", abbreviation_use::capital},  {"apt", abbreviation_use::number},   {"assoc", abbreviation_use::inside},
    {"asst", abbreviation_use::title},   {"attn", abbreviation_use::inside},  {"aug", abbreviation_use::capital},
    {"ave", abbreviation_use::either},   {"bldg", abbreviation_use::either},  {"blvd", abbreviation_use::either},
    {"brig", abbreviation_use::title},   {"bros", abbreviation_use::either},  {"ca", abbreviation_use::inside},
    {"capt", abbreviation_use::title},   {"cf", abbreviation_use::inside},    {"ch", abbreviation_use::number},
    {"chap", abbreviation_use::number},  {"cmdr", abbreviation_use::title},   {"co", abbreviation_use::capital},
    {"col", abbreviation_use::title},    {"corp", abbreviation_use::either},  {"cpl", abbreviation_use::title},
    {"dec", abbreviation_use::capital},  {"dept", abbreviation_use::inside},  {"dr", abbreviation_use::title},
    {"ed", abbreviation_use::inside},    {"eds", abbreviation_use::either},   {"eg", abbreviation_use::inside},
    {"eq", abbreviation_use::number},    {"esp", abbreviation_use::inside},   {"esq", abbreviation_use::either},
    {"est", abbreviation_use::inside},   {"etc", abbreviation_use::either},   {"ext", abbreviation_use::number},
    {"feb", abbreviation_use::capital},  {"ff", abbreviation_use::either},    {"fig", abbreviation_use::number},
    {"figs", abbreviation_use::number},  {"fri", abbreviation_use::capital},  {"ft", abbreviation_use::capital},
    {"gen", abbreviation_use::title},    {"gov", abbreviation_use::title},    {"govt", abbreviation_use::inside},
    {"hon", abbreviation_use::title},    {"hr", abbreviation_use::either},    {"hrs", abbreviation_use::either},
    {"ibid", abbreviation_use::either},  {"ie", abbreviation_use::inside},    {"inc", abbreviation_use::either},
    {"incl", abbreviation_use::inside},  {"insp", abbreviation_use::title},   {"jan", abbreviation_use::capital},
    {"jr", abbreviation_use::either},    {"jul", abbreviation_use::capital},  {"jun", abbreviation_use::capital},
    {"lt", abbreviation_use::title},     {"ltd", abbreviation_use::either},   {"maj", abbreviation_use::title},
    {"mar", abbreviation_use::capital},  {"max", abbreviation_use::number},   {"messrs", abbreviation_use::title},
    {"mfg", abbreviation_use::either},   {"min", abbreviation_use::number},   {"misc", abbreviation_use::inside},
    {"mlle", abbreviation_use::title},   {"mme", abbreviation_use::title},    {"mon", abbreviation_use::capital},
    {"mr", abbreviation_use::title},     {"mrs", abbreviation_use::title},    {"ms", abbreviation_use::title},
    {"msgr", abbreviation_use::title},   {"mt", abbreviation_use::capital},   {"mts", abbreviation_use::capital},
    {"no", abbreviation_use::number},    {"nos", abbreviation_use::number},   {"nov", abbreviation_use::capital},
    {"oct", abbreviation_use::capital},  {"p", abbreviation_use::number},     {"pl", abbreviation_use::inside},
    {"pp", abbreviation_use::number},    {"pres", abbreviation_use::title},   {"prof", abbreviation_use::title},
    {"pvt", abbreviation_use::title},    {"rd", abbreviation_use::capital},   {"ref", abbreviation_use::number},
    {"rep", abbreviation_use::title},    {"reps", abbreviation_use::title},   {"rev", abbreviation_use::title},
    {"rs", abbreviation_use::number},    {"sat", abbreviation_use::capital},  {"sec", abbreviation_use::number},
    {"sen", abbreviation_use::title},    {"sens", abbreviation_use::title},   {"sep", abbreviation_use::capital},
    {"sept", abbreviation_use::capital}, {"sgt", abbreviation_use::title},    {"sq", abbreviation_use::inside},
    {"sr", abbreviation_use::either},    {"st", abbreviation_use::title},     {"ste", abbreviation_use::title},
    {"sun", abbreviation_use::capital},  {"supt", abbreviation_use::title},   {"tel", abbreviation_use::number},
    {"thu", abbreviation_use::capital},  {"thur", abbreviation_use::capital}, {"thurs", abbreviation_use::capital},
    {"tue", abbreviation_use::capital},  {"tues", abbreviation_use::capital}, {"univ", abbreviation_use::inside},
    {"v", abbreviation_use::inside},     {"vol", abbreviation_use::number},   {"vols", abbreviation_use::number},
    {"vs", abbreviation_use::inside},    {"wed", abbreviation_use::capital},  {"yr", abbreviation_use::either},
    {"yrs", abbreviation_use::either},
};

// One or two letters of Arabic script that stand for a word when a full stop and more text follow: د. محمد (doctor),
// أ. علي (professor), ص. ۱۲ (page), ق. م (before Christ). Sorted by bytes.
inline constexpr abbreviation arabic_abbreviations[] = {
    {"أ", abbreviation_use::title},  {"إ", abbreviation_use::title},   {"ا", abbreviation_use::title},
    {"ب", abbreviation_use::title},  {"ت", abbreviation_use::inside},  {"ج", abbreviation_use::inside},
    {"ح", abbreviation_use::title},  {"خ", abbreviation_use::title},   {"د", abbreviation_use::title},
    {"ر", abbreviation_use::title},  {"س", abbreviation_use::title},   {"ش", abbreviation_use::either},
    {"ص", abbreviation_use::inside}, {"ط", abbreviation_use::inside},  {"ع", abbreviation_use::title},
    {"ف", abbreviation_use::title},  {"ق", abbreviation_use::inside},  {"ك", abbreviation_use::title},
    {"م", abbreviation_use::either}, {"مح", abbreviation_use::title},  {"ن", abbreviation_use::title},
    {"ه", abbreviation_use::either}, {"هـ", abbreviation_use::either}, {"ک", abbreviation_use::title},
};

template <std::size_t N>
constexpr bool sorted(const abbreviation (&list)[N]) noexcept {
    for (std::size_t i = 1; i < N; ++i)
        if (!(list[i - 1].text < list[i].text)) return false;
    return true;
}
// char is signed on most machines and std::string_view compares as unsigned: both lists are sorted by that order.
static_assert(sorted(abbreviations) && sorted(arabic_abbreviations));

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
