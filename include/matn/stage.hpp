// SPDX-License-Identifier: MIT
// What a stage is: a function whose parameters say what it reads and what it makes.
//
//     std::string_view        reads the text
//     std::span<const T>      reads the layer of T that an earlier stage made
//     const T&                reads the one T of the document
//     matn::emit<T>           makes the layer of T
//     T&                      makes the one T of the document; also a stage's working memory
#ifndef MATN_STAGE_HPP
#define MATN_STAGE_HPP

#include <matn/slice.hpp>

#include <cassert>
#include <concepts>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace matn { inline namespace v0 {

/// Where a stage puts what it finds: `out({w.at, ...})`. Items go in text order, which debug builds assert.
template <class T>
class emit {
public:
    explicit constexpr emit(std::vector<T>& to) noexcept : to_(&to) {}

    constexpr void operator()(T item) const {
        if constexpr (located<T>)
            assert((to_->empty() || slice(to_->back().at).begin <= slice(item.at).begin) && "matn: a stage emits in text order");
        to_->push_back(std::move(item));
    }

    /// What this stage has emitted so far: to extend the last item, or to look back.
    [[nodiscard]] constexpr std::vector<T>& items() const noexcept { return *to_; }

private:
    std::vector<T>* to_;
};

namespace detail {

template <class... T>
struct list {};

template <class...>
inline constexpr bool never = false; // for the static_assert of a check that failed

struct nothing {};

// What one parameter of a stage means. Without a specialisation it means nothing to us.
template <class P>
struct port {
    static constexpr bool known = false;
};
template <>
struct port<std::string_view> {
    static constexpr bool known = true;
    using reads = nothing;
    using makes = nothing;
};
template <class T>
struct port<std::span<const T>> {
    static constexpr bool known = true;
    using reads = T;
    using makes = nothing;
};
template <class T>
struct port<const T&> {
    static constexpr bool known = true;
    using reads = T;
    using makes = nothing;
};
template <class T>
struct port<emit<T>> {
    static constexpr bool known = true;
    static constexpr bool many = true;
    using reads = nothing;
    using makes = T;
};
template <class T>
    requires(!std::is_const_v<T>)
struct port<T&> {
    static constexpr bool known = true;
    static constexpr bool many = false;
    using reads = nothing;
    using makes = T;
};

template <class F>
struct parameters;
template <class R, class C, class... P>
struct parameters<R (C::*)(P...) const> {
    using type = list<P...>;
};
template <class R, class C, class... P>
struct parameters<R (C::*)(P...) const noexcept> {
    using type = list<P...>;
};
template <class R, class... P>
struct parameters<R (*)(P...)> {
    using type = list<P...>;
};
template <class R, class... P>
struct parameters<R (*)(P...) noexcept> {
    using type = list<P...>;
};

template <class S>
concept has_run = requires {
    typename parameters<decltype(&S::run)>::type;
};
template <class S>
concept has_call = requires {
    typename parameters<decltype(&S::operator())>::type;
};
template <class S>
concept is_function = requires {
    typename parameters<S>::type;
};

template <class S>
struct stage_parameters {
    using type = void;
};
template <has_run S>
struct stage_parameters<S> : parameters<decltype(&S::run)> {};
template <has_call S>
    requires(!has_run<S>)
struct stage_parameters<S> : parameters<decltype(&S::operator())> {};
template <is_function S>
struct stage_parameters<S> : parameters<S> {};

template <class S>
using stage_parameters_t = typename stage_parameters<S>::type;

template <class L>
inline constexpr bool all_known = false;
template <class... P>
inline constexpr bool all_known<list<P...>> = (port<P>::known && ...);

// A stage reads a layer that nobody made. The header of a built-in item specialises this with the name of the stage to add.
template <class Layer, class Stage>
struct missing_layer {
    static_assert(never<Layer>, "matn: a stage reads a layer that no earlier stage of this pipeline makes");
    static constexpr bool ok = false;
};

} // namespace detail

/// A stage: a const callable (or an object with a const `run`) whose every parameter is one of the five kinds above.
template <class S>
concept stage = !std::is_void_v<detail::stage_parameters_t<S>> && detail::all_known<detail::stage_parameters_t<S>>;

/// Gives a stage object the pipe of the standard's views: `text | words` is `words(text)`. Derive from it: `struct words_fn : adaptor`.
///
/// A temporary string is refused: what the stage finds would refer to bytes that are gone.
struct adaptor {
    template <std::derived_from<adaptor> Stage>
    [[nodiscard]] friend constexpr auto operator|(std::string_view text, const Stage& s) {
        return s(text);
    }
    template <std::same_as<std::string> Temporary, std::derived_from<adaptor> Stage>
    friend void operator|(Temporary&&, const Stage&) = delete; // the text would be gone before what was found in it
};

}} // namespace matn

#endif
