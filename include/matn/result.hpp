// SPDX-License-Identifier: MIT
// A value or the reason why there is none: for files that users bring.
#ifndef MATN_RESULT_HPP
#define MATN_RESULT_HPP

#include <matn/version.hpp>

#include <cassert>
#include <type_traits>
#include <utility>
#include <variant>

namespace matn { inline namespace v0 {

/// Either a `T` or an `E`, which must be two types. Converts from both, so functions just return one of them.
///
/// A small part of C++23's std::expected, with its names.
template <class T, class E>
class [[nodiscard]] result {
    static_assert(!std::is_same_v<T, E>, "matn: a result's value and error are two types");

public:
    using value_type = T;
    using error_type = E;

    constexpr result(T value) : store_(std::in_place_index<0>, std::move(value)) {}
    constexpr result(E error) : store_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] constexpr bool has_value() const noexcept { return store_.index() == 0; }
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return has_value(); }

    /// The value. There must be one.
    [[nodiscard]] constexpr const T& operator*() const& noexcept { return get<0>(); }
    [[nodiscard]] constexpr T& operator*() & noexcept { return const_cast<T&>(get<0>()); }
    [[nodiscard]] constexpr T&& operator*() && noexcept { return std::move(const_cast<T&>(get<0>())); }
    [[nodiscard]] constexpr const T* operator->() const noexcept { return &get<0>(); }
    [[nodiscard]] constexpr T* operator->() noexcept { return const_cast<T*>(&get<0>()); }

    /// The error. There must be one.
    [[nodiscard]] constexpr const E& error() const noexcept { return get<1>(); }

private:
    template <std::size_t I>
    constexpr const auto& get() const noexcept {
        const auto* held = std::get_if<I>(&store_);
        assert(held != nullptr && "matn: a result was asked for what it does not hold");
        return *held;
    }

    std::variant<T, E> store_;
};

}} // namespace matn

#endif
