// SPDX-License-Identifier: MIT
// Runs stages over the folded text and brings what they find back to the text as it was.
#ifndef MATN_THROUGH_HPP
#define MATN_THROUGH_HPP

#include <matn/fold.hpp>
#include <matn/pipeline.hpp>

#include <utility>

namespace matn { inline namespace v0 {

namespace detail {

// Of the slots of the inner pipeline only its layers come out; its values are working memory.
template <class... Slots>
struct layers_of {
    using type = list<>;
};
template <class T, class... Rest>
struct layers_of<many<T>, Rest...> {
    using type = decltype(list<T>{} + typename layers_of<Rest...>::type{});
};
template <class T, class... Rest>
struct layers_of<one<T>, Rest...> : layers_of<Rest...> {};
template <class L>
struct layers_in;
template <class... Slots>
struct layers_in<list<Slots...>> : layers_of<Slots...> {};

template <fold_set F, class Inner, class Layers>
struct through_fn;
template <fold_set F, class Inner, class... T>
struct through_fn<F, Inner, list<T...>> {
    static_assert((located<T> && ...),
                  "matn: what a stage finds in a folded text must say where it stands (a member `at`), to be brought back");

    Inner inner;

    // The inner document is working memory, kept in the outer one.
    void run(const folded<F>& text, typename Inner::document& work, emit<T>... out) const {
        inner(text.text(), work);
        (bring_back(text, work, out), ...);
    }

private:
    template <class Item>
    static void bring_back(const folded<F>& text, typename Inner::document& work, emit<Item> out) {
        std::vector<Item>& found = layers::of<Item>(work);
        alignment::reader map(text.map());
        for (Item& item : found) {
            if constexpr (requires { item.set_unit(item.unit()); }) { // a number says where its unit stands, from its own end
                const slice unit = item.unit();
                item.at = map.source(item.at);
                if (!unit.empty()) item.set_unit(text.source(unit));
            } else {
                item.at = map.source(item.at);
            }
        }
        out.items().swap(found); // and memory as large for the next text
        found.clear();
        found.reserve(out.items().size());
    }
};

} // namespace detail

/// Stages over the folded text: `through<fold::search>(words, numbers)` reads the `folded<fold::search>` of the document and makes
/// the layers that its stages make, with slices of the text as it was. Costs O(1) an item more.
template <fold_set F, class... Stages>
[[nodiscard]] constexpr auto through(Stages... stages) {
    using inner = pipeline<Stages...>;
    return detail::through_fn<F, inner, typename detail::layers_in<typename inner::slots>::type>{inner(std::move(stages)...)};
}

}} // namespace matn

#endif
