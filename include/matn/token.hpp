// SPDX-License-Identifier: MIT
// Tokens: what people take as the units of a text, made of the words of UAX #29.
#ifndef MATN_TOKEN_HPP
#define MATN_TOKEN_HPP

#include <matn/detail/token_joining.hpp>

namespace matn { inline namespace v0 {

/// One token.
struct token {
    slice at;
    token_kind kind = token_kind::word;
};

namespace detail {
struct token_reader {
    [[nodiscard]] constexpr token next(std::string_view text, offset pos) noexcept {
        const auto found = tokenizing::next_token(text, pos, ends);
        return {found.at, found.kind};
    }
    word_ends ends;
};
} // namespace detail

/// The tokens of a text, found as you iterate. Allocates nothing.
class token_view : public detail::lazy_view<token, detail::token_reader> {
public:
    using lazy_view::lazy_view;

    /// All of them, for who wants to keep or count them: `std::vector<matn::token> all = matn::tokens(text);`
    operator std::vector<token>() const;
};

struct tokens_fn : adaptor {
    [[nodiscard]] constexpr token_view operator()(std::string_view text) const { return token_view(text); }
    template <std::same_as<std::string> Temporary>
    void operator()(Temporary&&) const = delete; // the text would be gone before its tokens

    /// Calls `to(token)` for each token, in text order. Allocates nothing.
    template <class To>
    constexpr void for_each(std::string_view text, const To& to) const {
        detail::check_length(text.size());
        detail::tokenizing::each_token_batch<token>(text, [&to](const token* t, const token* last) {
            for (; t != last; ++t) to(*t);
        });
    }
    /// Puts the tokens in a vector in place of what it held. Allocates only where the vector must grow.
    void fill(std::string_view text, std::vector<token>& to) const {
        detail::check_length(text.size());
        to.clear();
        run(text, emit(to));
    }
    void run(std::string_view text, emit<token> out) const {
        detail::tokenizing::each_token_batch<token>(
            text, [&to = out.items()](const token* first, const token* last) { to.insert(to.end(), first, last); });
    }
};
/// The tokens of a text: `for (matn::token t : matn::tokens(text))`. As a stage it makes the layer of `token`.
///
/// Words of UAX #29 are joined to URLs, addresses, times, abbreviations and runs of marks; a few are parted (10am, ب15000).
/// White space, direction marks and the like are left out. Linear in the text, for any bytes.
inline constexpr tokens_fn tokens{};

inline token_view::operator std::vector<token>() const {
    std::vector<token> all;
    tokens.fill(text(), all);
    return all;
}

namespace detail {
template <class Stage>
struct missing_layer<token, Stage> {
    static_assert(never<Stage>, "matn: a stage reads tokens; put matn::tokens before it");
    static constexpr bool ok = false;
};
} // namespace detail

}} // namespace matn

template <>
inline constexpr bool std::ranges::enable_view<matn::token_view> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<matn::token_view> = true;

#endif
