// SPDX-License-Identifier: MIT
// Letters that writers take for each other, since they sound alike or did in the language that a name comes from; as packed letter codes.
#ifndef MATN_DETAIL_CONFUSIONS_HPP
#define MATN_DETAIL_CONFUSIONS_HPP

#include <matn/detail/name_words.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

// The codes that may stand in the place of a code; 0 ends a row.
inline constexpr std::size_t most_confusions = 7;
struct confusion_table {
    std::uint8_t of[256][most_confusions + 1] = {};
};

template <profile P>
inline constexpr confusion_table confusions = [] {
    // Each group: letters that any of the others may be written for. Persian and Urdu say س ص ث alike, and ذ ز ض ظ; Arabic has no پ چ ژ گ, and Persian
    // no ث of its own; Pashto and Urdu have letters of their own for t, d, r and n.
    constexpr std::u16string_view groups[] = {u"تط",  u"تثس", u"سص", u"ثص",  u"ذزضظ", u"دذض", u"هح",  u"قغ", u"قک", u"کگ", u"گغ",
                                              u"گج",  u"پب",  u"پف", u"چج",  u"چش",   u"ژز",  u"ژج",  u"ڤف", u"ڤو", u"عا", u"تټٹ",
                                              u"دډڈ", u"رړڑ", u"نڼ", u"شښخ", u"زځ",   u"سڅ",  u"زږژ", u"خح", u"ae", u"ei", u"iy",
                                              u"ou",  u"kq",  u"ck", u"sz",  u"vw",   u"gj",  u"dt",  u"bp"};
    confusion_table table;
    for (const std::u16string_view group : groups)
        for (const char16_t a : group)
            for (const char16_t b : group) {
                const std::uint8_t from = letter_table<P>[a], to = letter_table<P>[b];
                if (from == to || from - 1u >= symbol_code - 1u || to - 1u >= symbol_code - 1u) continue;
                std::size_t i = 0;
                while (i < most_confusions && table.of[from][i] != 0 && table.of[from][i] != to) ++i;
                if (i < most_confusions) table.of[from][i] = to;
            }
    return table;
}();

// Calls `use(key)` for each word that differs from `key` in one letter that is taken for another, or in a letter of a-z that is there once instead of
// twice or the other way; until it says false. For words of 2 to 16 letters: at most 16 * (most_confusions + 1) calls.
template <profile P, class Use>
inline void each_confusion(const word_key& key, Use&& use) {
    const auto with = [](word_key k, std::uint32_t i, std::uint8_t code) {
        std::uint64_t& half = i < 8 ? k.low : k.high;
        half = (half & ~(std::uint64_t{0xFF} << (8 * (i & 7)))) | std::uint64_t{code} << (8 * (i & 7));
        return k;
    };
    for (std::uint32_t i = 0; i < key.letters; ++i)
        for (const std::uint8_t* to = confusions<P>.of[key[i]]; *to != 0; ++to)
            if (!use(with(key, i, *to))) return;
    constexpr std::uint8_t a = own_code(U'a'), z = own_code(U'z');
    for (std::uint32_t i = 0; i < key.letters; ++i) {
        if (key[i] < a || key[i] > z) continue;
        const bool doubled = i > 0 && key[i - 1] == key[i];
        if (!doubled && key.letters == 16) continue;
        word_key other;
        for (std::uint32_t j = 0; j < key.letters; ++j) {
            if (j == i && doubled) continue;
            other.add(key[j]);
            if (j == i) other.add(key[j]);
        }
        if (!use(other)) return;
    }
}

}}} // namespace matn::v0::detail

#endif
