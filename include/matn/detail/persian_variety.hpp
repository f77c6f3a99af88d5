// SPDX-License-Identifier: MIT
// Dari or Iranian Persian: words that one of the two writes and the other does not, and a small model of the rest.
//
// The words are our own lists (tools/language/persian_words.hpp); here are their hashes. What only the editor's keyboard does
// (half-space, space or nothing before an ending; the forms of ye and kaf) is folded away first: it tells the keyboard, not the
// country.
#ifndef MATN_DETAIL_PERSIAN_VARIETY_HPP
#define MATN_DETAIL_PERSIAN_VARIETY_HPP

#include <matn/detail/language_evidence.hpp>
#include <matn/detail/persian_model.hpp>

namespace matn { inline namespace v0 { namespace detail {

// Letters that the keyboards of the two countries, and old ones, write in several ways.
constexpr std::uint16_t persian_letter(std::uint16_t code) noexcept {
    switch (code) {
    case 0x643: return 0x6A9; // ك
    case 0x649:
    case 0x64A: return 0x6CC; // ى ي
    case 0x629:
    case 0x6C0: return 0x647; // ة ۀ
    case 0x623:
    case 0x625: return 0x627; // أ إ
    default: return code;
    }
}

// A word of a text as both countries could have typed it.
struct persian_word {
    std::uint16_t codes[longest_weighed_word] = {};
    unsigned size = 0;

    constexpr void push(std::uint16_t code) noexcept {
        if (size < longest_weighed_word) codes[size++] = persian_letter(code);
    }
    [[nodiscard]] constexpr std::uint32_t hash(unsigned count) const noexcept {
        std::uint64_t h = 0;
        for (unsigned i = 0; i < count; ++i) h = (h ^ codes[i]) * 0x9E3779B97F4A7C15u;
        return static_cast<std::uint32_t>(h >> 32);
    }
    [[nodiscard]] constexpr std::uint32_t hash() const noexcept { return hash(size); }
    // Without the plural ending ها, های, هایی.
    [[nodiscard]] constexpr unsigned singular() const noexcept {
        unsigned end = size;
        while (end > 0 && codes[end - 1] == 0x6CC && size - end < 2) --end;
        return end > 4 && codes[end - 1] == 0x627 && codes[end - 2] == 0x647 ? end - 2 : size;
    }
    // An ending or a prefix that one writes apart and the other does not.
    [[nodiscard]] constexpr bool is_affix() const noexcept {
        if (size > 4) return false;
        const auto is = [this](std::u16string_view w) {
            unsigned i = 0;
            while (i < size && i < w.size() && codes[i] == w[i]) ++i;
            return i == size && i == w.size();
        };
        return is(u"ها") || is(u"های") || is(u"هایی") || is(u"می") || is(u"نمی") || is(u"ای") || is(u"اند") || is(u"ام") ||
               is(u"تر") || is(u"ترین");
    }
};

// 1 for a word that marks Dari, -1 for Iranian Persian, else 0.
constexpr std::int32_t marker_weight(std::uint32_t hash) noexcept {
    std::size_t from = 0, size = std::size(persian_markers) - 1;
    while (size > 0) {
        const std::size_t half = size / 2;
        if (persian_markers[from + half] < (hash & ~1u)) {
            from += half + 1;
            size -= half + 1;
        } else {
            size = half;
        }
    }
    // The lowest bit of an entry says which of the two; the literal's NUL ends the list.
    return (persian_markers[from] & ~1u) != (hash & ~1u) ? 0 : (persian_markers[from] & 1u) != 0 ? 1 : -1;
}

// Makes another hash of a word that stands after a number or after ماه, as months do.
inline constexpr std::uint32_t after_number = 0x2C1B3C6Du;
inline constexpr std::uint32_t hash_of_month = [] { // ماه
    persian_word w;
    for (const char16_t c : {u'\x645', u'\x627', u'\x647'}) w.push(c);
    return w.hash();
}();

inline constexpr unsigned persian_bits = 12; // 4,096 rows of one byte

// Calls `feature(hash)` for what the model reads of a text and `marker(weight)` for each word of the lists.
class persian_reader {
public:
    template <class Feature, class Marker>
    constexpr void read(std::string_view text, const Feature& feature, const Marker& marker) {
        persian_word word;
        const auto close = [&] {
            if (word.size > 0 && !word.is_affix()) {
                word_features features;
                const unsigned size = word.singular();
                for (unsigned i = 0; i < size; ++i) features.add(word.codes[i], feature);
                features.end(feature);
                const std::uint32_t h = word.hash(size);
                feature((std::uint64_t{before_} << 32 | h) * 0xD6E8FEB86659FD93u);
                before_ = h;
                std::int32_t weight = marker_weight(h);
                if (weight == 0 && size != word.size) weight = marker_weight(word.hash());
                if (weight == 0 && after_number_) weight = marker_weight(h ^ after_number);
                if (weight != 0) marker(weight);
                after_number_ = h == hash_of_month;
            }
            word.size = 0;
        };
        for (offset pos = 0; pos < text.size();) {
            const auto lead = static_cast<unsigned char>(text[pos]);
            if (lead == 0xE2) { // among it the joiners, which end a word here: one writes them, the other a space
                close();
                pos = decode(text, pos).at.end;
                continue;
            }
            const placed_letter next = letter_at(text, pos);
            pos = next.end;
            if (next.value.group == letter_group::arabic) {
                word.push(next.value.code);
            } else if (next.value.group != letter_group::skip) {
                close();
                const auto last = static_cast<unsigned char>(text[pos - 1]);
                after_number_ = after_number_ || (lead >= '0' && lead <= '9') || (lead == 0xD9 && last >= 0xA0 && last <= 0xA9) ||
                                (lead == 0xDB && last >= 0xB0 && last <= 0xB9);
            }
        }
        close();
    }

private:
    std::uint32_t before_ = 0;
    bool after_number_ = false; // or after "month"
};

}}} // namespace matn::v0::detail

#endif
