// SPDX-License-Identifier: MIT
// Lists that tell tokens apart: top-level domains, units behind numbers, prefixes before a hyphen.
#ifndef MATN_DETAIL_LEXICON_TOKENS_HPP
#define MATN_DETAIL_LEXICON_TOKENS_HPP

#include <matn/version.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

[[nodiscard]] constexpr bool in_sorted(const std::string_view* list, std::size_t size, std::string_view text) noexcept {
    std::size_t from = 0;
    for (std::size_t n = size; n > 0;) {
        const std::size_t half = n / 2;
        if (list[from + half].compare(text) < 0) {
            from += half + 1;
            n -= half + 1;
        } else {
            n = half;
        }
    }
    return from < size && list[from] == text;
}
template <std::size_t N>
[[nodiscard]] constexpr bool in_sorted(const std::string_view (&list)[N], std::string_view text) noexcept {
    return in_sorted(list, N, text);
}
template <std::size_t N>
constexpr bool is_sorted_list(const std::string_view (&list)[N]) noexcept {
    for (std::size_t i = 1; i < N; ++i)
        if (!(list[i - 1] < list[i])) return false;
    return true;
}

// Top-level domains that make a host name of a word with a full stop inside. Those that are common English words are left out
// (it, is, in, me, my, so, to, no, at, be, by, do, as, am, us): "end.It" is a lost space, and they count with www or a path.
inline constexpr std::string_view top_level_domains[] = {
    "ae", "aero", "af",   "ai", "app", "asia", "au",   "az",     "bd",  "bh",  "biz",  "br",  "ca", "cc", "ch", "cn",
    "co", "com",  "coop", "cz", "de",  "dev",  "dk",   "dz",     "edu", "eg",  "eu",   "eus", "fi", "fm", "fr", "gg",
    "gl", "gov",  "gr",   "hk", "hu",  "il",   "info", "int",    "io",  "iq",  "ir",   "jo",  "jp", "ke", "kg", "kr",
    "kw", "kz",   "lb",   "lk", "ly",  "mil",  "mobi", "museum", "mx",  "net", "news", "ng",  "nl", "np", "nu", "nz",
    "om", "org",  "pk",   "pl", "ps",  "pt",   "qa",   "ro",     "ru",  "sa",  "sd",   "se",  "sg", "su", "sy", "th",
    "tj", "tm",   "tn",   "tr", "tv",  "tw",   "ua",   "uk",     "uz",  "vn",  "ws",   "xyz", "ye", "za",
};
static_assert(is_sorted_list(top_level_domains));
[[nodiscard]] constexpr bool is_top_level_domain(std::string_view lower) noexcept { return in_sorted(top_level_domains, lower); }

// Units that are written against the number: 375mm, 10am, 2bn. Those of one letter are left out (2G, 5s).
inline constexpr std::string_view measured_in[] = {
    "AM", "GB",  "GHz",  "Hz",  "KB",  "MB",  "MHz", "MMBTU", "MW", "PM",  "TB",   "am",  "bn",  "cc",  "cm",
    "ft", "gb",  "hr",   "hrs", "kHz", "kW",  "kWh", "kb",    "kg", "km",  "kmh",  "kph", "lb",  "lbs", "mb",
    "mg", "min", "mins", "ml",  "mm",  "mph", "ms",  "oz",    "pm", "sec", "secs", "tn",  "yrs",
};
static_assert(is_sorted_list(measured_in));
[[nodiscard]] constexpr bool is_unit(std::string_view text) noexcept { return in_sorted(measured_in, text); }

// Prefixes that make one word with what follows their hyphen, as English corpora have it.
inline constexpr std::string_view prefixes[] = {
    "agro",  "ante",  "anti",  "bi",   "bio",   "co",  "counter", "cyber", "e",      "eco",   "ex",  "extra", "hm",
    "inter", "intra", "macro", "mega", "micro", "mid", "mini",    "mm",    "mono",   "multi", "neo", "non",   "nun",
    "over",  "pan",   "para",  "peri", "post",  "pre", "pro",     "proto", "pseudo", "quasi", "re",  "semi",  "sub",
    "super", "tri",   "u",     "uh",   "ultra", "um",  "un",      "under", "uni",    "vice",  "x",
};
static_assert(is_sorted_list(prefixes));
[[nodiscard]] constexpr bool is_prefix(std::string_view lower) noexcept { return in_sorted(prefixes, lower); }

// Those that stay joined to a name as well: anti-American, non-European.
inline constexpr std::string_view prefixes_of_names[] = {
    "anti", "ex", "mid", "non", "pre", "pro", "un",
};
static_assert(is_sorted_list(prefixes_of_names));

// Degrees that are written with small letters inside: M.Sc., B.Ed.
inline constexpr std::string_view degrees[] = {"B.Arch", "B.Com",  "B.Ed",  "B.Eng", "B.Sc",  "B.Tech", "D.Litt", "D.Phil",
                                               "D.Sc",   "M.Arch", "M.Com", "M.Ed",  "M.Eng", "M.Phil", "M.Sc",   "M.Tech"};
static_assert(is_sorted_list(degrees));

// The names of Latin letters in Arabic script, as Urdu, Persian and Pashto spell acronyms: بی.بی.سی, پی.ایچ.ڈی.
inline constexpr std::string_view letter_names[] = {
    "آئی", "آر",   "آی",  "اس",  "اف",   "ال", "ام",    "ان", "او", "اچ",  "اکس",   "ای", "ایس", "ایف",
    "ایل", "ایم",  "این", "ایچ", "ایکس", "اے", "بی",    "تی", "جی", "جے",  "دبلیو", "دی", "زد",  "زیڈ",
    "سی",  "وائی", "وای", "وی",  "ٹی",   "پی", "ڈبلیو", "ڈی", "کی", "کیو", "کے",    "یو",
};
static_assert(is_sorted_list(letter_names));
// One bit of 64 for the second and the last byte of a name; most words at the end of a sentence are refused by it.
[[nodiscard]] constexpr std::uint64_t letter_name_bit(std::string_view text) noexcept {
    const auto at = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(text[i])); };
    return std::uint64_t{1} << ((at(1) + 5 * at(text.size() - 1) + 11 * at(text.size() - 2)) & 63u);
}
inline constexpr std::uint64_t letter_name_bits = [] {
    std::uint64_t bits = 0;
    for (const std::string_view name : letter_names) bits |= letter_name_bit(name);
    return bits;
}();
[[nodiscard]] constexpr bool is_letter_name(std::string_view text) noexcept {
    return text.size() >= 4 && (letter_name_bits & letter_name_bit(text)) != 0 && in_sorted(letter_names, text);
}

// Words that have lost their beginning to an apostrophe: 'em, 'til.
inline constexpr std::string_view clipped[] = {"bout", "cause", "em", "m", "n", "nuff", "round", "til", "tis", "twas"};
static_assert(is_sorted_list(clipped));

}}} // namespace matn::v0::detail

#endif
