// SPDX-License-Identifier: MIT
// Gazetteers that the compiler makes from short constant lists: nothing is built when the program runs.
#ifndef MATN_CONSTANT_GAZETTEER_HPP
#define MATN_CONSTANT_GAZETTEER_HPP

#include <matn/detail/constant_dictionary.hpp>
#include <matn/gazetteer.hpp>

namespace matn { inline namespace v0 {

/// The gazetteer of a constant array of `entry`, worked out while compiling: `constexpr auto ministers = matn::constant_gazetteer<rows>();`
///
/// `Rows` must be a constant with static storage (at namespace scope, or `static constexpr`). What comes out is a gazetteer like any other, for
/// `mentions` and all that takes one; it allocates nothing, and its image is in the program's read-only data. A row without an id
/// or a name, with broken UTF-8, or whose id has had another type does not compile, and the message tells which.
template <const auto& Rows, profile P = profile::loose>
[[nodiscard]] consteval basic_gazetteer<P> constant_gazetteer() noexcept {
    using names = detail::constant_names<Rows, P>;
    if constexpr (names::ok) {
        return basic_gazetteer<P>(detail::dictionary(detail::constant_image_of<Rows, P>));
    } else {
        detail::constant_row<names::made.problem.what, names::made.problem.row>();
        return basic_gazetteer<P>(detail::dictionary());
    }
}

}} // namespace matn::v0

#endif
