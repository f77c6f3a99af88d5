// SPDX-License-Identifier: MIT
// A document: a text that is never changed, and the layers that stages made over it.
#ifndef MATN_DOCUMENT_HPP
#define MATN_DOCUMENT_HPP

#include <matn/slice.hpp>
#include <matn/stage.hpp>

#include <span>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace matn { inline namespace v0 {

namespace detail {

// A slot of a document: the items of one type, or the one value of a type. `clear` readies it for the next text and keeps its buffers.
template <class T>
struct many {
    using item = T;
    std::vector<T> store;
    void clear() noexcept { store.clear(); }
};
template <class T>
struct one {
    using item = T;
    T store{};
    void clear() {
        if constexpr (requires { store.clear(); }) store.clear();
        else if constexpr (std::is_trivially_copyable_v<T> && std::is_default_constructible_v<T>) store = T{};
    }
};

template <class Slot, class... Slots>
inline constexpr bool holds = (std::is_same_v<Slot, Slots> || ...);

// The slot of a document whose pipeline did not compile: it seems to have every layer, so that one mistake stays one error.
struct after_an_error {
    using item = after_an_error;
    void clear() noexcept {}
};

template <class T>
struct no_layer_of {
    static_assert(never<T>, "matn: this document has no such layer; add the stage that makes it to the pipeline");
};
template <class T>
struct no_value_of {
    static_assert(never<T>, "matn: this document has no such value; add the stage that makes it to the pipeline");
};

// The layers of a document that is another one's working memory.
struct layers {
    template <class T, class Document>
    [[nodiscard]] static std::vector<T>& of(Document& d) noexcept {
        return std::get<many<T>>(d.slots_).store;
    }
};

} // namespace detail

/// What a pipeline made of a text. Refers to the text: keep the text alive as long as the document.
///
/// Its type follows from the pipeline: `auto doc = analyse(text)`.
template <class... Slots>
class document {
public:
    /// The whole text.
    [[nodiscard]] std::string_view text() const noexcept { return text_; }
    /// The bytes of a slice.
    [[nodiscard]] std::string_view text(slice at) const noexcept { return at.of(text_); }
    /// The bytes that an item stands on.
    template <located T>
    [[nodiscard]] std::string_view text(const T& item) const noexcept {
        return slice(item.at).of(text_);
    }

    /// The items of a layer, in text order.
    template <class T>
    [[nodiscard]] std::span<const T> each() const& noexcept {
        if constexpr (detail::holds<detail::many<T>, Slots...>) return std::get<detail::many<T>>(slots_).store;
        else if constexpr (detail::holds<detail::after_an_error, Slots...>) return {};
        else return (void)sizeof(detail::no_layer_of<T>), std::span<const T>();
    }

    /// The items of a layer that lie wholly inside a slice: O(log items + what is found), for layers whose items do not nest.
    template <located T>
    [[nodiscard]] std::span<const T> each(slice where) const& noexcept {
        const auto all = each<T>();
        std::size_t from = 0;
        for (std::size_t n = all.size(); n > 0;) {
            const std::size_t half = n / 2;
            if (slice(all[from + half].at).begin < where.begin) {
                from += half + 1;
                n -= half + 1;
            } else {
                n = half;
            }
        }
        std::size_t to = from;
        while (to < all.size() && where.contains(all[to].at)) ++to;
        return all.subspan(from, to - from);
    }

    template <class T>
    std::span<const T> each() const&& = delete; // the document would be gone before its items: keep it, or take<T>()
    template <class T>
    std::span<const T> each(slice) const&& = delete;

    /// The one value of a type: the `language` of the text, a `folded<F>`.
    template <class T>
    [[nodiscard]] const T& get() const& noexcept {
        if constexpr (detail::holds<detail::one<T>, Slots...>) {
            return std::get<detail::one<T>>(slots_).store;
        } else {
            if constexpr (!detail::holds<detail::after_an_error, Slots...>) (void)sizeof(detail::no_value_of<T>);
            static const T none{};
            return none;
        }
    }

    template <class T>
    const T& get() const&& = delete; // the document would be gone before its value

    /// Takes a layer out of a document that is no longer needed.
    template <class T>
    [[nodiscard]] std::vector<T> take() && {
        if constexpr (detail::holds<detail::many<T>, Slots...>) return std::move(std::get<detail::many<T>>(slots_).store);
        else if constexpr (detail::holds<detail::after_an_error, Slots...>) return {};
        else return (void)sizeof(detail::no_layer_of<T>), std::vector<T>();
    }

private:
    template <class...>
    friend class pipeline;
    friend struct detail::layers;

    std::string_view text_;
    std::tuple<Slots...> slots_;
};

}} // namespace matn

#endif
