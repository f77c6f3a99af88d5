// SPDX-License-Identifier: MIT
// A slice says where something stands in a text: two byte offsets, never a copy.
#ifndef MATN_SLICE_HPP
#define MATN_SLICE_HPP

#include <matn/version.hpp>

#include <compare>
#include <concepts>
#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 {

/// A position in a text, in bytes from its start. Texts are shorter than 4 GiB; longer ones are read in pieces (pieces.hpp).
using offset = std::uint32_t;

/// The bytes [begin, end) of a text.
struct slice {
    offset begin = 0;
    offset end = 0;

    [[nodiscard]] constexpr offset size() const noexcept { return end - begin; }
    [[nodiscard]] constexpr bool empty() const noexcept { return begin == end; }
    [[nodiscard]] constexpr bool contains(slice other) const noexcept { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] constexpr bool overlaps(slice other) const noexcept { return begin < other.end && other.begin < end; }

    /// The bytes themselves. The slice must lie inside `text`.
    [[nodiscard]] constexpr std::string_view of(std::string_view text) const noexcept { return {text.data() + begin, size()}; }

    /// By begin, then by end.
    friend constexpr auto operator<=>(const slice&, const slice&) = default;
};

/// The smallest slice that holds both.
[[nodiscard]] constexpr slice cover(slice a, slice b) noexcept {
    return {a.begin < b.begin ? a.begin : b.begin, a.end < b.end ? b.end : a.end};
}

/// Anything that knows where it stands: words, dates, mentions, and items of your own.
template <class T>
concept located = requires(const T& item) {
    { item.at } -> std::convertible_to<slice>;
};

}} // namespace matn

#endif
