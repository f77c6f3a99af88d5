// SPDX-License-Identifier: MIT
// What readers take as one character: extended grapheme clusters of UAX #29.
#ifndef MATN_GRAPHEME_HPP
#define MATN_GRAPHEME_HPP

#include <matn/detail/break_classes.hpp>
#include <matn/detail/unicode_grapheme.hpp>
#include <matn/utf8.hpp>

#include <array>

namespace matn { inline namespace v0 {

/// One extended grapheme cluster: a letter with its marks, an emoji with all its parts, a line end.
struct grapheme {
    slice at;
};

namespace detail {

// What came before in the cluster, as far as the rules look back.
enum class grapheme_state : std::uint8_t {
    other,
    carriage_return,
    control,
    hangul_l,
    hangul_v,           // V or LV
    hangul_t,           // T or LVT
    regional_indicator, // the first of a pair
    prepend,
    pictographic,        // a pictograph and perhaps marks
    pictographic_joiner, // ... and a zero width joiner
};
inline constexpr unsigned grapheme_state_count = 10;

constexpr grapheme_state grapheme_start(grapheme_class c) noexcept {
    using enum grapheme_class;
    switch (c) {
    case carriage_return: return grapheme_state::carriage_return;
    case line_feed:
    case control: return grapheme_state::control;
    case hangul_l: return grapheme_state::hangul_l;
    case hangul_v:
    case hangul_lv: return grapheme_state::hangul_v;
    case hangul_t:
    case hangul_lvt: return grapheme_state::hangul_t;
    case regional_indicator: return grapheme_state::regional_indicator;
    case prepend: return grapheme_state::prepend;
    case pictographic: return grapheme_state::pictographic;
    default: return grapheme_state::other;
    }
}

// Whether the character belongs to the cluster before it (GB3 to GB13 of Unicode 15.0).
constexpr bool grapheme_joins(grapheme_state s, grapheme_class c) noexcept {
    using enum grapheme_class;
    using state = grapheme_state;
    if (s == state::carriage_return) return c == line_feed;                                               // GB3, GB4
    if (s == state::control || c == carriage_return || c == line_feed || c == control) return false;      // GB4, GB5
    if (c == extend || c == zero_width_joiner || c == spacing_mark || s == state::prepend) return true;   // GB9, GB9a, GB9b
    if (s == state::hangul_l) return c == hangul_l || c == hangul_v || c == hangul_lv || c == hangul_lvt; // GB6
    if (s == state::hangul_v) return c == hangul_v || c == hangul_t;                                      // GB7
    if (s == state::hangul_t) return c == hangul_t;                                                       // GB8
    if (s == state::pictographic_joiner) return c == pictographic;                                        // GB11
    return s == state::regional_indicator && c == regional_indicator;                                     // GB12, GB13
}

constexpr grapheme_state grapheme_next(grapheme_state s, grapheme_class c) noexcept {
    if (s == grapheme_state::pictographic && c == grapheme_class::extend) return s;
    if (s == grapheme_state::pictographic && c == grapheme_class::zero_width_joiner) return grapheme_state::pictographic_joiner;
    if (s == grapheme_state::regional_indicator && c == grapheme_class::regional_indicator) return grapheme_state::other;
    return grapheme_start(c);
}

// The state after a character, with bit 7 where it joins what came before.
inline constexpr auto grapheme_table = [] {
    std::array<std::uint8_t, grapheme_state_count * 16> table{};
    for (unsigned s = 0; s < grapheme_state_count; ++s)
        for (unsigned c = 0; c < grapheme_class_count; ++c) {
            const auto from = static_cast<grapheme_state>(s);
            const auto cls = static_cast<grapheme_class>(c);
            const bool joins = grapheme_joins(from, cls);
            table[s << 4 | c] = static_cast<std::uint8_t>(joins ? 0x80u | static_cast<unsigned>(grapheme_next(from, cls))
                                                                : static_cast<unsigned>(grapheme_start(cls)));
        }
    return table;
}();

struct grapheme_character {
    unsigned cls;
    offset end;
};
[[nodiscard]] constexpr grapheme_character read_grapheme_class(std::string_view text, offset pos) noexcept {
    const auto lead = static_cast<unsigned char>(text[pos]);
    if (lead < 0x80) return {grapheme_class_flat[lead], pos + 1};
    const code_point c = decode(text, pos); // a broken part is U+FFFD, whose class is `other`
    return {c.value < 0x800 ? grapheme_class_flat[c.value] : grapheme_class_of(c.value), c.at.end};
}

} // namespace detail

/// The grapheme clusters of a text, found as you iterate. Allocates nothing.
class grapheme_view {
public:
    class iterator {
    public:
        using value_type = grapheme;
        using difference_type = std::ptrdiff_t;
        using iterator_concept = std::forward_iterator_tag;

        constexpr iterator() = default;
        constexpr explicit iterator(std::string_view text) noexcept : text_(text) { read(); }
        [[nodiscard]] constexpr grapheme operator*() const noexcept { return now_; }
        constexpr iterator& operator++() noexcept {
            read();
            return *this;
        }
        constexpr iterator operator++(int) noexcept {
            auto old = *this;
            read();
            return old;
        }
        friend constexpr bool operator==(const iterator& a, const iterator& b) noexcept { return a.now_.at == b.now_.at; }
        friend constexpr bool operator==(const iterator& a, std::default_sentinel_t) noexcept { return a.now_.at.empty(); }

    private:
        constexpr void read() noexcept {
            const offset begin = now_.at.end;
            offset end = begin;
            if (begin < text_.size()) {
                auto c = detail::read_grapheme_class(text_, begin);
                unsigned state = static_cast<unsigned>(detail::grapheme_start(static_cast<detail::grapheme_class>(c.cls)));
                for (end = c.end; end < text_.size(); end = c.end) {
                    c = detail::read_grapheme_class(text_, end);
                    const unsigned next = detail::grapheme_table[state << 4 | c.cls];
                    if ((next & 0x80u) == 0) break;
                    state = next & 0x0Fu;
                }
            }
            now_.at = {begin, end};
        }
        std::string_view text_;
        grapheme now_;
    };

    constexpr grapheme_view() = default;
    constexpr explicit grapheme_view(std::string_view text) : text_(text) { detail::check_length(text.size()); }
    [[nodiscard]] constexpr iterator begin() const noexcept { return iterator(text_); }
    [[nodiscard]] constexpr std::default_sentinel_t end() const noexcept { return {}; }

private:
    std::string_view text_;
};

struct graphemes_fn : adaptor {
    [[nodiscard]] constexpr grapheme_view operator()(std::string_view text) const { return grapheme_view(text); }
    template <std::same_as<std::string> Temporary>
    void operator()(Temporary&&) const = delete; // the text would be gone before its graphemes

    void run(std::string_view text, emit<grapheme> out) const {
        for (const grapheme g : (*this)(text)) out(g);
    }
};
/// The extended grapheme clusters of a text, by UAX #29 of Unicode 15.0. As a stage it makes the layer of `grapheme`.
///
/// Together they cover every byte. Linear in the text, for any bytes; each maximal ill-formed part counts as U+FFFD.
inline constexpr graphemes_fn graphemes{};

namespace detail {
template <class Stage>
struct missing_layer<grapheme, Stage> {
    static_assert(never<Stage>, "matn: a stage reads graphemes; put matn::graphemes before it");
    static constexpr bool ok = false;
};
} // namespace detail

}} // namespace matn

template <>
inline constexpr bool std::ranges::enable_view<matn::grapheme_view> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<matn::grapheme_view> = true;

#endif
