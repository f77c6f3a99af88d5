// SPDX-License-Identifier: MIT
// An exact decimal that says when it no longer fits.
#ifndef MATN_DETAIL_NUMBER_DECIMAL_HPP
#define MATN_DETAIL_NUMBER_DECIMAL_HPP

#include <matn/version.hpp>

#include <cstdint>

namespace matn { inline namespace v0 { namespace detail::when {

struct decimal {
    std::int64_t value = 0;
    int exponent = 0;
    bool overflow = false;

    constexpr void times_ten(int power) noexcept {
        for (; power > 0; --power) {
            if (exponent < 0) {
                ++exponent;
            } else if (value > INT64_MAX / 10 || value < INT64_MIN / 10) {
                exponent += power;
                if (exponent > 100) overflow = true;
                return;
            } else {
                value *= 10;
            }
        }
    }
    constexpr void add(decimal other) noexcept {
        overflow = overflow || other.overflow;
        decimal* high = exponent > other.exponent ? this : &other;
        const int low = exponent > other.exponent ? other.exponent : exponent;
        while (high->exponent > low) {
            if (high->value > INT64_MAX / 10 || high->value < INT64_MIN / 10) {
                overflow = true;
                return;
            }
            high->value *= 10;
            --high->exponent;
        }
        if ((other.value > 0 && value > INT64_MAX - other.value) || (other.value < 0 && value < INT64_MIN - other.value)) {
            overflow = true;
            return;
        }
        value += other.value;
        exponent = low;
    }
    // The product; where it needs more than 18 digits, the first 17 or 18 of it, and `rounded` says so. Neither is negative.
    constexpr void multiply(decimal other, bool& rounded) noexcept {
        exponent += other.exponent;
        overflow = overflow || other.overflow;
        if (value == 0 || other.value <= INT64_MAX / value) {
            value *= other.value;
            return;
        }
        rounded = true;
        constexpr std::int64_t half = 1000000000; // 10^9: both are cut in two halves of nine digits
        const auto fill = [](std::int64_t& v, int& e) {
            for (; v < half * half / 10; --e) v *= 10;
            for (; v >= half * half; ++e) v /= 10;
        };
        fill(value, exponent);
        fill(other.value, exponent);
        const std::int64_t a = value / half, b = value % half, c = other.value / half, d = other.value % half;
        value = a * c + (a * d + b * c + b * d / half) / half;
        exponent += 18;
    }
    // This to a whole power, which may be negative: 17 digits of it.
    constexpr void raise(int power, bool& rounded) noexcept {
        decimal result{1, 0, false};
        for (int n = power < 0 ? -power : power; n > 0; n /= 2) {
            if (n % 2 == 1) result.multiply(*this, rounded);
            if (n > 1) multiply(*this, rounded);
            simplify();
            result.simplify();
            if (exponent > 1000 || exponent < -1000) break;
        }
        if (power < 0) {
            if (result.value == 0) {
                overflow = true;
                return;
            }
            for (; result.value > INT64_MAX / 100; ++result.exponent) result.value /= 10;
            std::int64_t rest = 1;
            std::int64_t quotient = 0;
            int places = 0;
            for (; rest != 0 && quotient < INT64_MAX / 1000; ++places) { // long division
                rest *= 10;
                quotient = quotient * 10 + rest / result.value;
                rest %= result.value;
            }
            rounded = rounded || rest != 0;
            result = {quotient, -places - result.exponent, result.overflow};
        }
        *this = result;
        simplify();
    }
    // Whole numbers without a power, decimals without zeros at their end.
    constexpr void simplify() noexcept {
        while (exponent < 0 && value % 10 == 0) {
            value /= 10;
            ++exponent;
        }
        if (value == 0) exponent = 0;
        while (exponent > 0 && value <= INT64_MAX / 10 && value >= INT64_MIN / 10) {
            value *= 10;
            --exponent;
        }
    }
};

}}} // namespace matn::v0::detail::when

#endif
