// SPDX-License-Identifier: MIT
// The types of number.hpp, which its parts share.
#ifndef MATN_DETAIL_NUMBER_ITEM_HPP
#define MATN_DETAIL_NUMBER_ITEM_HPP

#include <matn/slice.hpp>

#include <cstdint>
#include <optional>

namespace matn { inline namespace v0 {

/// What a number says.
enum class number_kind : std::uint8_t {
    cardinal, ///< how many: 5000, ۵ هزار, خمسة آلاف
    ordinal,  ///< which one: 3rd, third, سوم, الرابعة عشرة
    percent,  ///< the number before the sign: 30 for ۳۰ درصد
    fraction, ///< a part: half, two thirds, 3/4, ربع
};

/// How a number is written.
#if defined(__GNUC__) &&                                                                                                         \
    !defined(__clang__) // g++ takes the stage of that name for hidden, where <matn/word.hpp> is included before
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#endif
enum class written_as : std::uint8_t { digits, words, mixed };
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

/// What else is to be known of a number; several may be joined by |.
enum number_flags : std::uint8_t {
    number_exact = 0,
    number_overflow = 1,     ///< too large for the significand, or for the exponent: the value is not to be used
    number_underflow = 64,   ///< too near to zero
    number_about = 2,        ///< "about", "نزدیک به", "حوالي" stands before it
    number_rounded = 32,     ///< a fraction such as one third that no decimal is equal to
    number_leading_zero = 4, ///< written with a zero in front, as codes and clock times are: 007
};

/// A number in a text, exactly decimal: significand * 10^exponent.
struct number {
    slice at;
    std::int64_t significand = 0;
    std::int8_t exponent = 0;
    number_kind kind = number_kind::cardinal;
    written_as written = written_as::digits;
    std::uint8_t flags = number_exact; ///< of number_flags
    std::int16_t unit_begin = 0;       ///< where its unit begins, in bytes from at.end
    std::uint16_t unit_size = 0;       ///< how long its unit is, in bytes; 0: none

    /// What is counted or measured, where it was asked for and stands beside the number: زندانی behind ۵ هزار, "km" behind 20, "$" before 5.
    /// Empty where nothing does.
    [[nodiscard]] constexpr slice unit() const noexcept {
        if (unit_size == 0) return {at.end, at.end};
        const auto begin = static_cast<offset>(static_cast<std::int64_t>(at.end) + unit_begin);
        return {begin, begin + unit_size};
    }
    /// Says where the unit stands; nothing where that is too far away to be one.
    constexpr void set_unit(slice unit) noexcept {
        const std::int64_t distance = static_cast<std::int64_t>(unit.begin) - static_cast<std::int64_t>(at.end);
        const bool fits = distance >= INT16_MIN && distance <= INT16_MAX && unit.size() <= UINT16_MAX;
        unit_begin = fits ? static_cast<std::int16_t>(distance) : std::int16_t{0};
        unit_size = fits ? static_cast<std::uint16_t>(unit.size()) : std::uint16_t{0};
    }

    /// The value, as near as a double can be; not a number where the flags say overflow.
    [[nodiscard]] constexpr double value() const noexcept {
        if ((flags & number_overflow) != 0) return __builtin_nan("");
        auto v = static_cast<double>(significand);
        double power = 1; // one division or multiplication by an exact power: a correctly rounded result up to 10^22
        for (int e = exponent < 0 ? -exponent : exponent; e > 0; --e) power *= 10;
        return exponent < 0 ? v / power : v * power;
    }
    /// The value where it is a whole number that 64 bits can hold.
    [[nodiscard]] constexpr std::optional<std::int64_t> integer() const noexcept {
        if ((flags & (number_overflow | number_underflow)) != 0) return std::nullopt;
        std::int64_t v = significand;
        for (int e = exponent; e < 0; ++e) {
            if (v % 10 != 0) return std::nullopt;
            v /= 10;
        }
        for (int e = exponent; e > 0; --e) {
            if (v > INT64_MAX / 10 || v < INT64_MIN / 10) return std::nullopt;
            v *= 10;
        }
        return v;
    }
};

/// How numbers are looked for.
struct number_options {
    bool units = false; ///< finds what each number counts as well: number::unit()
};

}} // namespace matn

#endif
