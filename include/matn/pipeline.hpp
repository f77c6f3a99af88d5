// SPDX-License-Identifier: MIT
// Composes stages. What each stage reads must have been made by an earlier one: checked when you compile.
#ifndef MATN_PIPELINE_HPP
#define MATN_PIPELINE_HPP

#include <matn/detail/fail.hpp>
#include <matn/document.hpp>
#include <matn/stage.hpp>

#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

namespace matn { inline namespace v0 {

namespace detail {

template <class... A, class... B>
list<A..., B...> join(list<A...>, list<B...>);

// The slots of a document that a list of parameters asks for.
template <class P, class Made = typename port<P>::makes>
struct slot_of {
    using type = list<one<Made>>;
};
template <class P>
struct slot_of<P, nothing> {
    using type = list<>;
};
template <class P, class Made>
    requires(port<P>::many)
struct slot_of<P, Made> {
    using type = list<many<Made>>;
};

template <class L>
struct made {
    using type = list<>;
};
template <class P, class... Rest>
struct made<list<P, Rest...>> {
    using type = decltype(join(typename slot_of<P>::type{}, typename made<list<Rest...>>::type{}));
};

template <class L>
struct document_of;
template <class... S>
struct document_of<list<S...>> {
    using type = document<S...>;
};

// --- The checks. A failed check instantiates exactly one struct, whose name and arguments tell the story.

template <class Layer, class Stage>
struct layer_made_twice {
    static_assert(never<Layer>, "matn: two stages of this pipeline make the same layer; give one an item type of its own");
    static constexpr bool ok = false;
};
template <class Stage>
struct not_a_stage {
    static_assert(never<Stage>,
                  "matn: a stage is a const callable whose parameters are std::string_view, std::span<const T>, const T&, "
                  "matn::emit<T> or T&; it may be neither generic nor overloaded (give it a const member `run`)");
    static constexpr bool ok = false;
};

template <class T, class L>
inline constexpr bool made_in = false;
template <class... S>
inline constexpr bool made_in<nothing, list<S...>> = false;
template <class T, class... S>
inline constexpr bool made_in<T, list<S...>> = (std::is_same_v<T, typename S::item> || ...);

// One parameter of one stage, given what earlier stages made.
template <class Earlier, class Stage, class P>
struct port_check {
    static constexpr bool ok = true;
};
template <class Earlier, class Stage, class P>
    requires(!std::is_same_v<typename port<P>::reads, nothing> && !made_in<typename port<P>::reads, Earlier>)
struct port_check<Earlier, Stage, P> : missing_layer<typename port<P>::reads, Stage> {};
template <class Earlier, class Stage, class P>
    requires(made_in<typename port<P>::makes, Earlier>)
struct port_check<Earlier, Stage, P> : layer_made_twice<typename port<P>::makes, Stage> {};

template <class Earlier, class Stage, class Ports>
struct stage_check : not_a_stage<Stage> {};
template <class Earlier, class Stage, class... P>
    requires stage<Stage>
struct stage_check<Earlier, Stage, list<P...>> : std::conjunction<std::bool_constant<port_check<Earlier, Stage, P>::ok>...> {
    static constexpr bool ok = stage_check::value;
};

// All stages in order; `slots` are the layers that the whole pipeline makes. Stops at the first stage that is wrong, so that
// one mistake is one error.
template <class Earlier, class... Stages>
struct check {
    static constexpr bool ok = true;
    using slots = Earlier;
};
template <bool Ok, class Earlier, class... Stages>
struct check_rest {
    static constexpr bool ok = false;
    using slots = Earlier;
};
template <class Earlier, class S, class... Rest>
struct check_rest<true, Earlier, S, Rest...>
    : check<decltype(join(Earlier{}, typename made<stage_parameters_t<S>>::type{})), Rest...> {};
template <class Earlier, class S, class... Rest>
struct check<Earlier, S, Rest...> : check_rest<stage_check<Earlier, S, stage_parameters_t<S>>::ok, Earlier, S, Rest...> {};

} // namespace detail

/// Runs its stages in order over a text. Immutable once made: share it between threads, one document each.
///
/// Costs what its stages cost: each is called directly, in a loop of its own. Throws std::length_error for a text of 4 GiB.
template <class... Stages>
class pipeline {
    using checked = detail::check<detail::list<>, Stages...>;

public:
    using slots = typename checked::slots;
    using document = typename detail::document_of<slots>::type;

    constexpr pipeline(Stages... stages) : stages_(std::move(stages)...) {}

    /// A document with nothing in it yet, for the second form below.
    [[nodiscard]] static document blank() { return {}; }

    /// Analyses a text. The document refers to the text: keep the text alive.
    [[nodiscard]] document operator()(std::string_view text) const {
        document doc;
        (*this)(text, doc);
        return doc;
    }
    template <std::same_as<std::string> Temporary>
    document operator()(Temporary&&) const = delete; // the text would be gone before the document

    /// The same, in the buffers of a document that you have: no allocation once they have grown.
    document& operator()(std::string_view text, document& doc) const {
        if constexpr (checked::ok) {
            detail::check_length(text.size());
            doc.text_ = text;
            std::apply([](auto&... slot) { (slot.clear(), ...); }, doc.slots_);
            std::apply([&doc](const auto&... s) { (run_one(s, doc), ...); }, stages_);
        }
        return doc;
    }
    template <std::same_as<std::string> Temporary>
    document& operator()(Temporary&&, document&) const = delete; // the text would be gone before the document

private:
    template <class P>
    struct argument;

    template <class S>
    static void run_one(const S& s, document& doc) {
        call(s, doc, detail::stage_parameters_t<S>{});
    }
    template <class S, class... P>
    static void call(const S& s, document& doc, detail::list<P...>) {
        if constexpr (detail::has_run<S>) s.run(argument<P>::from(doc)...);
        else s(argument<P>::from(doc)...);
    }

    std::tuple<Stages...> stages_;
};

template <class... Stages>
template <class P>
struct pipeline<Stages...>::argument {
    static P from(document& doc) {
        if constexpr (std::is_same_v<P, std::string_view>) {
            return doc.text_;
        } else if constexpr (requires { typename P::element_type; }) { // std::span<const T>
            return doc.template each<std::remove_const_t<typename P::element_type>>();
        } else if constexpr (!std::is_reference_v<P>) { // emit<T>
            return P(std::get<detail::many<typename detail::port<P>::makes>>(doc.slots_).store);
        } else { // const T& or T&
            return std::get<detail::one<std::remove_cvref_t<P>>>(doc.slots_).store;
        }
    }
};

template <class... Stages>
pipeline(Stages...) -> pipeline<Stages...>;

}} // namespace matn

#endif
