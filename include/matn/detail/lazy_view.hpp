// SPDX-License-Identifier: MIT
// A view of the items of a text, each found when it is asked for: what words, tokens, sentences and the others share.
#ifndef MATN_DETAIL_LAZY_VIEW_HPP
#define MATN_DETAIL_LAZY_VIEW_HPP

#include <matn/detail/fail.hpp>
#include <matn/slice.hpp>

#include <iterator>

namespace matn { inline namespace v0 { namespace detail {

// `Reader` holds what is to be remembered from item to item. Its next(text, pos) finds the first item from `pos` on, where the
// one before it ended; an item that is empty says that there is none.
template <class Item, class Reader>
class lazy_view {
public:
    class iterator {
    public:
        using value_type = Item;
        using difference_type = std::ptrdiff_t;
        using iterator_concept = std::forward_iterator_tag;

        constexpr iterator() = default;
        constexpr iterator(std::string_view text, const Reader& reader) noexcept : text_(text), reader_(reader) { ++*this; }
        [[nodiscard]] constexpr Item operator*() const noexcept { return now_; }
        constexpr iterator& operator++() noexcept {
            now_ = reader_.next(text_, now_.at.end);
            return *this;
        }
        constexpr iterator operator++(int) noexcept {
            const auto old = *this;
            ++*this;
            return old;
        }
        friend constexpr bool operator==(const iterator& a, const iterator& b) noexcept { return a.now_.at == b.now_.at; }
        friend constexpr bool operator==(const iterator& a, std::default_sentinel_t) noexcept { return a.now_.at.empty(); }

    private:
        std::string_view text_;
        Item now_{};
        Reader reader_;
    };

    constexpr lazy_view() = default;
    constexpr explicit lazy_view(std::string_view text, const Reader& reader = {}) : text_(text), reader_(reader) {
        check_length(text.size());
    }
    [[nodiscard]] constexpr iterator begin() const noexcept { return {text_, reader_}; }
    [[nodiscard]] constexpr std::default_sentinel_t end() const noexcept { return {}; }

protected:
    [[nodiscard]] constexpr std::string_view text() const noexcept { return text_; }

private:
    std::string_view text_;
    Reader reader_;
};

}}} // namespace matn::v0::detail

#endif
