// SPDX-License-Identifier: MIT
// The form of a language model: rows of weights of four bits, and how rows are added up.
#ifndef MATN_DETAIL_LANGUAGE_ROWS_HPP
#define MATN_DETAIL_LANGUAGE_ROWS_HPP

#include <matn/version.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace matn { inline namespace v0 { namespace detail {

// A row for each hash of a sequence of letters, four bits for each language, of which `weight_zero` stands for 0. The score of a
// language is the sum of its weights, times `scale`, over the root of their number, plus its bias.
struct language_model {
    unsigned
        sequences; // rows a letter: 3 for the letter, it with the one before, and with three before; 4 for that with two, too
    unsigned row_bytes;  // 4, 8 or 16: class i is in the low half of byte i, class i + row_bytes in its high half
    unsigned short_bits; // the first 1 << short_bits rows are those of single letters and pairs
    unsigned long_bits;  // 1 << long_bits rows are those of more letters and of words
    unsigned long_first; // from this one on; they may be the same rows
    unsigned classes;
    const char* const* tags; // the last may be empty: none of these
    const float* bias;
    float scale;
    const char* rows;
    unsigned rare = 0; // of the languages, so many, the last, are rare: few texts are in them

    // Of the classes, those that are a language.
    [[nodiscard]] constexpr std::size_t languages() const noexcept { return classes - (tags[classes - 1][0] == '\0' ? 1 : 0); }
    [[nodiscard]] constexpr const char* short_row(std::uint16_t hash) const noexcept {
        const std::uint32_t row = std::uint32_t{hash} >> (16 - short_bits);
        return rows + std::size_t{row} * row_bytes;
    }
    [[nodiscard]] constexpr const char* short_row(std::uint32_t hash) const noexcept {
        const std::uint32_t row = hash >> (32 - short_bits);
        return rows + std::size_t{row} * row_bytes;
    }
    [[nodiscard]] constexpr const char* long_row(std::uint64_t hash) const noexcept {
        return rows + (static_cast<std::size_t>(hash >> (64 - long_bits)) + long_first) * row_bytes;
    }
};
inline constexpr int weight_zero = 8;

// How many classes the rows of a set of models have room for, in those of its groups that have most. A set is a type with the array
// `of`, the models in the order of their groups of letters.
template <class Models>
inline constexpr std::size_t lanes_of = [] {
    std::size_t most = 0;
    for (const language_model& model : Models::of) most = 2 * model.row_bytes > most ? 2 * model.row_bytes : most;
    return most;
}();

// Adds up rows, those of one letter at a time: first in bytes, which must be spilled into words when those of `room` letters and ends
// of words have been added; the words hold the sums of `most_added` of them. Who takes the sums of each word spills them after
// `room_in_word` letters and at the word's end.
//
// This one is for constant expressions, and where the compiler has no vectors.
template <std::size_t RowBytes>
class plain_sums {
public:
    static constexpr unsigned room = 4, room_in_word = 3, most_added = 1000;

    template <class... Row>
    constexpr void add(Row... row) noexcept {
        (add_row(row), ...);
    }
    // Puts one row in the place of another that was added; takes the room of two.
    constexpr void exchange(const char* added, const char* row) noexcept {
        spill();
        for (std::size_t i = 0; i < RowBytes; ++i) {
            const unsigned is = static_cast<unsigned char>(row[i]), was = static_cast<unsigned char>(added[i]);
            words_[i] = static_cast<std::uint16_t>(words_[i] + (is & 15) - (was & 15));
            words_[i + RowBytes] = static_cast<std::uint16_t>(words_[i + RowBytes] + (is >> 4) - (was >> 4));
        }
    }
    // Takes what others have spilled so many times away; it has been added as often at least.
    constexpr void take_away(const plain_sums& others, unsigned times) noexcept {
        for (std::size_t i = 0; i < 2 * RowBytes; ++i)
            words_[i] = static_cast<std::uint16_t>(words_[i] - others.words_[i] * times);
    }
    constexpr void spill() noexcept {
        for (std::size_t i = 0; i < RowBytes; ++i) {
            words_[i] = static_cast<std::uint16_t>(words_[i] + (low_[i / 8] >> 8 * (i % 8) & 0xFF));
            words_[i + RowBytes] = static_cast<std::uint16_t>(words_[i + RowBytes] + (high_[i / 8] >> 8 * (i % 8) & 0xFF));
        }
        for (std::size_t i = 0; i < eights; ++i) low_[i] = high_[i] = 0;
    }
    // Adds the sums of what was spilled, of so many rows, to the 2 * RowBytes numbers at `to`, which hold nothing yet if they are
    // `new_there`. Nothing is left.
    constexpr void add_to(std::int64_t* to, unsigned rows, bool new_there) noexcept {
        for (std::size_t i = 0; i < 2 * RowBytes; ++i) {
            to[i] = (new_there ? 0 : to[i]) + words_[i] - static_cast<int>(rows) * weight_zero;
            words_[i] = 0;
        }
    }
    // The same for so few rows that 16 bits hold their sums; what was at `to` is gone.
    constexpr void move_to(std::int16_t* to, unsigned rows) noexcept {
        for (std::size_t i = 0; i < 2 * RowBytes; ++i)
            to[i] = static_cast<std::int16_t>(words_[i] - static_cast<int>(rows) * weight_zero), words_[i] = 0;
    }

private:
    static constexpr std::uint64_t halves = 0x0F0F'0F0F'0F0F'0F0Fu;
    constexpr void add_row(const char* row) noexcept {
        for (std::size_t part = 0; part < eights; ++part) {
            std::uint64_t r = 0;
            for (std::size_t i = 0; i < 8 && 8 * part + i < RowBytes; ++i)
                r |= std::uint64_t{static_cast<unsigned char>(row[8 * part + i])} << 8 * i;
            low_[part] += r & halves;
            high_[part] += r >> 4 & halves;
        }
    }
    static constexpr std::size_t eights = (RowBytes + 7) / 8;
    std::uint64_t low_[eights] = {}, high_[eights] = {};
    std::uint16_t words_[2 * RowBytes] = {};
};

#if defined(__GNUC__) && defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
typedef unsigned char sixteen_bytes __attribute__((vector_size(16)));
typedef unsigned short eight_words __attribute__((vector_size(16)));
typedef unsigned int four_numbers __attribute__((vector_size(16)));
typedef unsigned long long two_numbers __attribute__((vector_size(16)));

// The first eight bytes as words.
inline eight_words first_of(sixteen_bytes b) noexcept {
    return reinterpret_cast<eight_words>(
        __builtin_shufflevector(b, sixteen_bytes{}, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
}

// What more classes than eight times two need.
template <std::size_t RowBytes>
struct later_words {};
template <>
struct later_words<16> {
    eight_words more_low = {}, more_high = {};
};

// Rows of 4 bytes stand side by side in a vector, rows of 8 bytes two and two; one of 16 bytes fills it.
template <std::size_t RowBytes>
class vector_sums : later_words<RowBytes> {
public:
    static constexpr unsigned room = RowBytes == 4 ? 17 : 64 / RowBytes;
    static constexpr unsigned room_in_word = RowBytes == 4 ? 16 : 48 / RowBytes;
    static constexpr unsigned most_added = 1000;

    void add(const char* first, const char* second, const char* third) noexcept {
        if constexpr (RowBytes == 4) {
            add_bytes(beside<0, 1, 4, 5>(beside<0, 4, 1, 5>(quarter(first), quarter(second)), quarter(third)));
        } else if constexpr (RowBytes == 16) {
            add_bytes(loaded<sixteen_bytes>(first));
            add_bytes(loaded<sixteen_bytes>(second));
            add_bytes(loaded<sixteen_bytes>(third));
        } else {
            using number = unsigned long long;
            add_bytes(two_numbers{loaded<number>(first), loaded<number>(second)});
            add_bytes(two_numbers{loaded<number>(third), 0});
        }
    }
    void add(const char* first, const char* second, const char* third, const char* fourth) noexcept {
        if constexpr (RowBytes == 4) {
            add_bytes(beside<0, 1, 4, 5>(beside<0, 4, 1, 5>(quarter(first), quarter(second)),
                                         beside<0, 4, 1, 5>(quarter(third), quarter(fourth))));
        } else if constexpr (RowBytes == 16) {
            add(first, second, third);
            add_bytes(loaded<sixteen_bytes>(fourth));
        } else {
            using number = unsigned long long;
            add_bytes(two_numbers{loaded<number>(first), loaded<number>(second)});
            add_bytes(two_numbers{loaded<number>(third), loaded<number>(fourth)});
        }
    }
    // Bytes have no sign: 15 is added to each difference, and taken away in the end.
    void exchange(const char* added, const char* row) noexcept {
        const sixteen_bytes was = alone(added), is = alone(row), halves = sixteen_bytes{} + 0x0F;
        constexpr std::uint64_t fifteens = 0x0F0F'0F0F'0F0F'0F0Fu;
        const auto most = reinterpret_cast<sixteen_bytes>(
            two_numbers{RowBytes == 4 ? fifteens >> 32 : fifteens, RowBytes == 16 ? fifteens : 0});
        low_ += (is & halves) + (most - (was & halves));
        high_ += (high_half(is) & halves) + (most - (high_half(was) & halves));
        added_by_exchange_ += 15;
    }
    void take_away(const vector_sums& others, unsigned times) noexcept {
        const auto n = static_cast<unsigned short>(times);
        low_words_ -= others.low_words_ * n;
        high_words_ -= others.high_words_ * n;
        if constexpr (RowBytes == 16) {
            this->more_low -= others.more_low * n;
            this->more_high -= others.more_high * n;
        }
    }
    void spill() noexcept {
        if constexpr (RowBytes == 16) {
            low_words_ += first_of(low_);
            this->more_low += last_of(low_);
            high_words_ += first_of(high_);
            this->more_high += last_of(high_);
        } else {
            low_words_ += first_of(low_) + last_of(low_);
            high_words_ += first_of(high_) + last_of(high_);
        }
        low_ = high_ = sixteen_bytes{};
    }
    void add_to(std::int64_t* to, unsigned rows, bool new_there) noexcept {
        const eight_words low = low_words_, high = high_words_; // the members must not have an address, to be in registers
        std::uint16_t words[RowBytes == 16 ? 32 : 16];
        __builtin_memcpy(words, &low, 16);
        __builtin_memcpy(words + (RowBytes == 16 ? 16 : 8), &high, 16);
        if constexpr (RowBytes == 16) {
            const eight_words later_low = this->more_low, later_high = this->more_high;
            __builtin_memcpy(words + 8, &later_low, 16);
            __builtin_memcpy(words + 24, &later_high, 16);
            this->more_low = this->more_high = eight_words{};
        }
        const int zero = static_cast<int>(rows * weight_zero + added_by_exchange_);
        added_by_exchange_ = 0;
        // Not "set to zero, then add": g++ makes a string instruction of the former, which is slow to start.
        if constexpr (RowBytes != 4) {
            if (new_there)
                for (std::size_t i = 0; i < 2 * RowBytes; ++i) to[i] = words[i] - zero;
            else
                for (std::size_t i = 0; i < 2 * RowBytes; ++i) to[i] += words[i] - zero;
        } else {
            const auto both = reinterpret_cast<two_numbers>(low), others = reinterpret_cast<two_numbers>(high);
            const eight_words all = reinterpret_cast<eight_words>(two_numbers{both[0], others[0]}) +
                                    reinterpret_cast<eight_words>(two_numbers{both[1], others[1]});
            __builtin_memcpy(words, &all, 16);
            if (new_there)
                for (std::size_t i = 0; i < 8; ++i) to[i] = words[i] - zero;
            else
                for (std::size_t i = 0; i < 8; ++i) to[i] += words[i] - zero;
        }
        low_words_ = high_words_ = eight_words{};
    }
    void move_to(std::int16_t* to, unsigned rows) noexcept {
        const auto zero = eight_words{} + static_cast<unsigned short>(rows * weight_zero);
        if constexpr (RowBytes == 16) {
            const eight_words all[] = {low_words_ - zero, this->more_low - zero, high_words_ - zero, this->more_high - zero};
            __builtin_memcpy(to, all, sizeof all);
            this->more_low = this->more_high = eight_words{};
        } else if constexpr (RowBytes == 8) {
            const eight_words low = low_words_ - zero, high = high_words_ - zero;
            __builtin_memcpy(to, &low, 16);
            __builtin_memcpy(to + 8, &high, 16);
        } else {
            const auto low = reinterpret_cast<two_numbers>(low_words_), high = reinterpret_cast<two_numbers>(high_words_);
            const eight_words all = reinterpret_cast<eight_words>(two_numbers{low[0], high[0]}) +
                                    reinterpret_cast<eight_words>(two_numbers{low[1], high[1]}) - zero;
            __builtin_memcpy(to, &all, 16);
        }
        low_words_ = high_words_ = eight_words{};
    }

private:
    template <class Number>
    static Number loaded(const char* row) noexcept {
        Number n;
        __builtin_memcpy(&n, row, sizeof n);
        return n;
    }
    // Step by step, or g++ goes by way of integers.
    static four_numbers quarter(const char* row) noexcept { return four_numbers{loaded<unsigned>(row), 0, 0, 0}; }
    template <int A, int B, int C, int D>
    static auto beside(four_numbers a, four_numbers b) noexcept {
        return __builtin_shufflevector(a, b, A, B, C, D);
    }
    static eight_words last_of(sixteen_bytes b) noexcept {
        return reinterpret_cast<eight_words>(
            __builtin_shufflevector(b, sixteen_bytes{}, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31));
    }
    static sixteen_bytes alone(const char* row) noexcept {
        if constexpr (RowBytes == 4) return reinterpret_cast<sixteen_bytes>(quarter(row));
        else if constexpr (RowBytes == 8) return reinterpret_cast<sixteen_bytes>(two_numbers{loaded<unsigned long long>(row), 0});
        else return loaded<sixteen_bytes>(row);
    }
    // In the low half of each byte; what is in the other is of no use.
    static sixteen_bytes high_half(sixteen_bytes rows) noexcept {
        return reinterpret_cast<sixteen_bytes>(reinterpret_cast<eight_words>(rows) >> 4);
    }
    template <class Rows>
    void add_bytes(Rows vector) noexcept {
        const auto rows = reinterpret_cast<sixteen_bytes>(vector);
        const auto halves = sixteen_bytes{} + 0x0F;
        low_ += rows & halves;
        high_ += high_half(rows) & halves;
    }
    sixteen_bytes low_ = {}, high_ = {};
    eight_words low_words_ = {}, high_words_ = {};
    unsigned added_by_exchange_ = 0; // to each sum
};
template <std::size_t RowBytes, bool Constant>
using row_sums = std::conditional_t<Constant, plain_sums<RowBytes>, vector_sums<RowBytes>>;
#else
template <std::size_t RowBytes, bool>
using row_sums = plain_sums<RowBytes>;
#endif

}}} // namespace matn::v0::detail

#endif
