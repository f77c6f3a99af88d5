// SPDX-License-Identifier: MIT
// Dari or Iranian Persian: what words and pairs of words say, from a table of those that one of the two writes more often.
//
// What only a keyboard does (half-space, space or nothing before an ending; the forms of ye and kaf) is folded away first: it tells
// the keyboard, not the country. Letter sequences inside words add nothing to whole words here.
#ifndef MATN_DETAIL_PERSIAN_VARIETY_HPP
#define MATN_DETAIL_PERSIAN_VARIETY_HPP

#include <matn/detail/language_evidence.hpp>
#include <matn/detail/persian_model.hpp>

#include <bit>

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

// The hash of a word as both countries could have typed it, letter by letter.
class persian_word {
public:
    constexpr void push(std::uint16_t code) noexcept { state_ = (state_ + persian_letter(code)) * 0x9E3779B97F4A7C15u; }
    [[nodiscard]] constexpr bool empty() const noexcept { return state_ == 0; }
    [[nodiscard]] constexpr std::uint64_t hash() const noexcept { return (state_ ^ state_ >> 32) * 0xD6E8FEB86659FD93u; }

private:
    std::uint64_t state_ = 0;
};
constexpr std::uint64_t hash_of_pair(std::uint64_t before, std::uint64_t word) noexcept {
    return (before * 3 ^ word) * 0xA0761D6478BD642Fu;
}
inline constexpr std::uint64_t hash_of_month = [] { // ماه
    persian_word w;
    for (const char16_t c : {u'\x645', u'\x627', u'\x647'}) w.push(c);
    return w.hash();
}();

// The table: buckets of four slots of 16 bits, of which the high 11 are bits of the hash and the low five the weight, 16 above it.
// Some of the 32 mean something else:
inline constexpr unsigned persian_bucket_bits = 11;
inline constexpr std::int32_t affix_weight = -16;                   // an ending or a prefix that one writes apart: no word
inline constexpr std::int32_t iranian_month = -15, dari_month = 15; // a month, if it stands after a number or ماه
inline constexpr std::int32_t month_weight = 14, largest_persian_weight = 14;

constexpr std::int32_t persian_weight(std::uint64_t hash) noexcept {
    constexpr std::uint64_t ones = 0x0001'0001'0001'0001u;
    const char* bucket = persian_slots + (hash >> (64 - persian_bucket_bits)) * 8;
    std::uint64_t slots = 0;
#if defined(__GNUC__) && defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (!std::is_constant_evaluated()) __builtin_memcpy(&slots, bucket, 8);
    else
#endif
        for (unsigned i = 0; i < 8; ++i) slots |= std::uint64_t{static_cast<unsigned char>(bucket[i])} << 8 * i;
    // Slots whose bits of the hash are the same become zero, and the highest bit of their lane one.
    const std::uint64_t differ = (slots >> 5 & 0x7FF * ones) ^ (hash >> (64 - persian_bucket_bits - 11) & 0x7FF) * ones;
    const std::uint64_t same = (0x8000 * ones - differ) & 0x8000 * ones;
    const auto weight = static_cast<std::int32_t>(slots >> (std::countr_zero(same | 1ull << 63) - 15) & 31u) - 16;
    return same == 0 ? 0 : weight;
}

// Above this probability Persian is called Dari; a text that does not say is plain Persian.
inline constexpr float surely_dari = 0.55F;

// How much a text speaks for Dari rather than Iranian Persian.
class persian_sums {
public:
    constexpr void add(std::uint64_t word, bool after_number) noexcept {
        std::int32_t weight = persian_weight(word);
        if (weight == affix_weight) return;
        if (weight == iranian_month || weight == dari_month) {
            if (!after_number && before_ != hash_of_month) weight = 0;
            else weight = weight == dari_month ? month_weight : -month_weight;
        }
        sum_ += weight + persian_weight(hash_of_pair(before_, word));
        before_ = word;
        ++words_;
    }
    constexpr void read(std::string_view text) {
        persian_word word;
        bool after_number = false;
        const auto close = [&] {
            if (word.empty()) return;
            add(word.hash(), after_number);
            word = {};
            after_number = false;
        };
        for (offset pos = 0; pos < text.size();) {
            const auto lead = static_cast<unsigned char>(text[pos]);
            const placed_letter next = letter_at(text, pos);
            pos = next.end;
            if (next.value.group == letter_group::arabic) {
                word.push(next.value.code);
            } else if (next.value.group != letter_group::skip) {
                close();
                const auto last = static_cast<unsigned char>(text[pos - 1]);
                after_number = after_number || (lead >= '0' && lead <= '9') || (lead == 0xD9 && last >= 0xA0 && last <= 0xA9) ||
                               (lead == 0xDB && last >= 0xB0 && last <= 0xB9);
            } else if (lead == 0xE2) { // a joiner: one writes it where the other writes a space
                close();
            }
        }
        close();
    }
    // That it is Dari against that it is Iranian Persian.
    [[nodiscard]] constexpr float log_odds() const noexcept {
        if (words_ == 0) return 0;
        return static_cast<float>(sum_) * persian_scale * inverse_root(static_cast<float>(words_)) + persian_bias;
    }

private:
    std::int64_t sum_ = 0;
    std::uint64_t words_ = 0, before_ = 0;
};

}}} // namespace matn::v0::detail

#endif
