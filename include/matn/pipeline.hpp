// SPDX-License-Identifier: MIT
// Composes stages. What each stage reads must have been made by an earlier one: checked when you compile.
#ifndef MATN_PIPELINE_HPP
#define MATN_PIPELINE_HPP

#include <matn/detail/fail.hpp>
#include <matn/document.hpp>
#include <matn/stage.hpp>

#include <initializer_list>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

namespace matn { inline namespace v0 {

namespace detail {

template <class... A, class... B>
constexpr list<A..., B...> operator+(list<A...>, list<B...>) noexcept {
    return {};
}

// The slots of a document that the parameters of a stage ask for.
template <class P>
constexpr auto slot_of() noexcept {
    using made = typename port<P>::makes;
    if constexpr (std::is_same_v<made, nothing>) return list<>{};
    else if constexpr (port<P>::many) return list<many<made>>{};
    else return list<one<made>>{};
}
template <class Parameters>
struct slots_of { // of what is not a stage
    using type = list<>;
};
template <class... P>
    requires(port<P>::known&&...)
struct slots_of<list<P...>> {
    using type = decltype((list<>{} + ... + slot_of<P>()));
};
template <class Stage>
using made_by = typename slots_of<stage_parameters_t<Stage>>::type;

template <class L>
struct document_of;
template <class... S>
struct document_of<list<S...>> {
    using type = document<S...>;
};

// --- The checks. First, quietly, what is wrong with which stage; then exactly one struct is instantiated, whose name and arguments tell the
// story. Nothing here recurses over the stages: how long a message is does not depend on how long the pipeline is.

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

enum class fault { none, not_a_stage, missing, twice };

template <class T, class L>
inline constexpr int times_in = 0;
template <class T, class... S>
inline constexpr int times_in<T, list<S...>> = (0 + ... + static_cast<int>(std::is_same_v<T, typename S::item>));

// What is wrong with a parameter, given the slots that earlier stages and this one make.
template <class P, class Earlier, class Own>
constexpr fault fault_of_port() noexcept {
    using reads = typename port<P>::reads;
    using makes = typename port<P>::makes;
    if (!std::is_same_v<reads, nothing> && times_in<reads, Earlier> == 0) return fault::missing;
    constexpr int makers = times_in<makes, Earlier> + times_in<makes, Own>;
    if (!std::is_same_v<makes, nothing> && makers > 1) return fault::twice;
    return fault::none;
}

// Where the first fault stands, or the last place if there is none.
constexpr std::size_t first_fault(std::initializer_list<fault> all) noexcept {
    std::size_t i = 0;
    while (i + 1 < all.size() && all.begin()[i] == fault::none) ++i;
    return i;
}

// What is wrong with a stage, and with which of its parameters.
template <class Stage, class Earlier, class Parameters = stage_parameters_t<Stage>>
struct stage_fault {
    static constexpr fault what = fault::not_a_stage;
    using port = void;
};
template <stage Stage, class Earlier>
struct stage_fault<Stage, Earlier, list<>> {
    static constexpr fault what = fault::none;
    using port = void;
};
template <stage Stage, class Earlier, class... P>
    requires(sizeof...(P) > 0)
struct stage_fault<Stage, Earlier, list<P...>> {
    static constexpr std::size_t first = first_fault({fault_of_port<P, Earlier, made_by<Stage>>()...});
    using port = std::tuple_element_t<first, std::tuple<P...>>;
    static constexpr fault what = fault_of_port<port, Earlier, made_by<Stage>>();
};

template <fault What, class Stage, class P>
struct verdict {
    static constexpr bool ok = true;
};
template <class Stage, class P>
struct verdict<fault::not_a_stage, Stage, P> : not_a_stage<Stage> {};
template <class Stage, class P>
struct verdict<fault::missing, Stage, P> : missing_layer<typename port<P>::reads, Stage> {};
template <class Stage, class P>
struct verdict<fault::twice, Stage, P> : layer_made_twice<typename port<P>::makes, Stage> {};

template <class Indices, class... Stages>
struct check;
template <std::size_t... I, class... Stages>
struct check<std::index_sequence<I...>, Stages...> {
    template <std::size_t End> // the slots that the stages before End make
    using made_before = decltype((list<>{} + ... + std::conditional_t<(I < End), made_by<Stages>, list<>>{}));

    static constexpr std::size_t first = first_fault({stage_fault<Stages, made_before<I>>::what...});
    using stage = std::tuple_element_t<first, std::tuple<Stages...>>;
    using fault_there = stage_fault<stage, made_before<first>>;
    static constexpr fault what = fault_there::what;
    using port = typename fault_there::port;
    using slots = std::conditional_t<what == fault::none, made_before<sizeof...(Stages)>, list<after_an_error>>;
};
template <>
struct check<std::index_sequence<>> { // a pipeline of no stages makes nothing
    static constexpr fault what = fault::none;
    using stage = void;
    using port = void;
    using slots = list<>;
};

} // namespace detail

/// Runs its stages in order over a text. Immutable once made: share it between threads, one document each.
///
/// Costs what its stages cost: each is called directly, in a loop of its own. Throws std::length_error for a text of 4 GiB.
template <class... Stages>
class pipeline {
    using checked = detail::check<std::index_sequence_for<Stages...>, Stages...>;
    using verdict = detail::verdict<checked::what, typename checked::stage, typename checked::port>;
    static_assert(verdict::ok || true); // the message, if there is one, comes from within the verdict

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
        if constexpr (checked::what == detail::fault::none) {
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
