// SPDX-License-Identifier: MIT
// What readers take as one character: extended grapheme clusters of UAX #29.
#ifndef MATN_GRAPHEME_HPP
#define MATN_GRAPHEME_HPP

#include <matn/detail/split_characters.hpp>
#include <matn/detail/unicode_grapheme.hpp>
#include <matn/detail/word_blocks.hpp>

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

[[nodiscard]] constexpr offset grapheme_end(std::string_view text, offset begin) noexcept {
    grapheme_character c = read_grapheme_class(text, begin);
    unsigned state = static_cast<unsigned>(grapheme_start(static_cast<grapheme_class>(c.cls)));
    offset end = c.end;
    for (; end < text.size(); end = c.end) {
        c = read_grapheme_class(text, end);
        const unsigned next = grapheme_table[state << 4 | c.cls];
        if ((next & 0x80u) == 0) break;
        state = next & 0x0Fu;
    }
    return end;
}

// The starts of clusters within 64 bytes that begin with one, by the masks for words: of the characters they know, only marks
// and the zero width non-joiner join what stands before them. Up to what they do not know.
[[nodiscard]] inline std::uint64_t grapheme_starts(const word_masks& m, const char* at) noexcept {
    const std::uint64_t marks = m.word & m.quirk;
    const std::uint64_t several = m.two | m.three;
    const std::uint64_t word_bytes = m.word | (m.word & several) << 1 | (m.word & m.three) << 2;
    const std::uint64_t unknown = (m.quirk & ~m.word) | (m.tail ^ (several << 1 | m.three << 2)) |
                                  ((m.above & ~m.tail) ^ several) | (marks & ~(word_bytes << 1));
    std::uint64_t joins = marks;
    for (std::uint64_t left = marks; left != 0; left &= left - 1) {
        const int i = std::countr_zero(left);
        const auto is = [at](int place, unsigned b) { return static_cast<unsigned char>(at[place]) == b; };
        const auto is_direction = [&](int place) { // U+200E and U+200F, which stand alone
            return is(place, 0xE2) && (is(place + 2, 0x8E) || is(place + 2, 0x8F));
        };
        if (is(i, '_') || is_direction(i) || (i >= 3 && is_direction(i - 3))) joins &= ~(left & (0 - left));
    }
    const int known = unknown == 0 ? 64 : std::countr_zero(unknown) - 3;
    if (known <= 0) return 0;
    return ~m.tail & ~joins & ~std::uint64_t{1} & ~std::uint64_t{0} >> (64 - known);
}
[[gnu::noinline]] inline std::uint64_t grapheme_starts_by_tables(const char* at) noexcept {
    return grapheme_starts(read_word_masks(at), at);
}
#if defined(MATN_AVX2)
[[gnu::noinline]] __attribute__((target("avx2,bmi,popcnt"))) inline std::uint64_t
grapheme_starts_by_avx2(const char* at) noexcept {
    return grapheme_starts(read_block(at), at);
}
#endif
struct grapheme_windows {
    [[nodiscard]] static std::uint64_t read(const char* at) noexcept {
#if defined(MATN_AVX2)
        if (best_word_path() == word_path::avx2) return grapheme_starts_by_avx2(at);
#endif
        return grapheme_starts_by_tables(at);
    }
    [[nodiscard]] static constexpr offset end(std::string_view text, offset begin) noexcept { return grapheme_end(text, begin); }
};

} // namespace detail

namespace detail {
struct grapheme_reader {
    [[nodiscard]] constexpr grapheme next(std::string_view text, offset pos) noexcept {
        return {{pos, pos < text.size() ? ends.after(text, pos) : pos}};
    }
    window_ends<grapheme_windows> ends;
};
} // namespace detail

/// The grapheme clusters of a text, found as you iterate. Allocates nothing.
class grapheme_view : public detail::lazy_view<grapheme, detail::grapheme_reader> {
public:
    using lazy_view::lazy_view;
};

struct graphemes_fn : adaptor {
    [[nodiscard]] constexpr grapheme_view operator()(std::string_view text) const { return grapheme_view(text); }
    template <std::same_as<std::string> Temporary>
    void operator()(Temporary&&) const = delete; // the text would be gone before its graphemes

    /// Calls `to(grapheme)` for each cluster, in text order. Allocates nothing.
    template <class To>
    constexpr void for_each(std::string_view text, const To& to) const {
        for (const grapheme g : (*this)(text)) to(g);
    }
    /// Puts the clusters in a vector in place of what it held. Allocates only where the vector must grow.
    void fill(std::string_view text, std::vector<grapheme>& to) const {
        to.clear();
        for_each(text, [&to](grapheme g) { to.push_back(g); });
    }
    void run(std::string_view text, emit<grapheme> out) const { for_each(text, out); }
};
/// The extended grapheme clusters of a text, by UAX #29 of Unicode 15.0. As a stage it makes the layer of `grapheme`.
///
/// Together they cover every byte. Linear in the text, for any bytes; each maximal ill-formed part counts as U+FFFD.
inline constexpr graphemes_fn graphemes{};

/// The grapheme boundaries of a text that comes in parts of any size: wherever it is cut, the boundaries are the same.
///
/// Positions are bytes from the start of the first part, beyond 4 GiB too. It holds some 16 bytes of state and allocates nothing.
class grapheme_boundary_stream {
public:
    /// Reads the next part and calls `to(std::uint64_t position)` for each boundary that is certain by now, in order. The first
    /// boundary is at 0. A part must be shorter than 4 GiB.
    template <class To>
    constexpr void feed(std::string_view part, const To& to) {
        characters_.feed(part, [&](std::string_view whole) { step(whole, to); });
    }
    /// The last boundaries, after all parts; then the stream is ready for another text.
    template <class To>
    constexpr void finish(const To& to) {
        characters_.finish([&](std::string_view whole) { step(whole, to); });
        if (done_ > 0) to(done_);
        *this = grapheme_boundary_stream();
    }

private:
    template <class To>
    constexpr void step(std::string_view text, const To& to) {
        for (offset at = 0; at < text.size();) {
            const detail::grapheme_character c = detail::read_grapheme_class(text, at);
            const unsigned next = detail::grapheme_table[state_ << 4 | c.cls];
            if ((next & 0x80u) == 0 || done_ + at == 0) to(done_ + at);
            state_ = next & 0x0Fu;
            at = c.end;
        }
        done_ += text.size();
    }

    std::uint64_t done_ = 0;
    unsigned state_ = static_cast<unsigned>(detail::grapheme_state::control); // nothing joins the start of a text
    detail::split_characters characters_;
};

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
