// SPDX-License-Identifier: MIT
// Decoding that never fails: bytes that are not UTF-8 come out as U+FFFD with their exact place.
#ifndef MATN_UTF8_HPP
#define MATN_UTF8_HPP

#include <matn/detail/lazy_view.hpp>
#include <matn/detail/utf8_blocks.hpp>
#include <matn/stage.hpp>

namespace matn { inline namespace v0 {

/// One code point of a text, or one maximal part of it that is not UTF-8 (Unicode 15.0, section 3.9, table 3-8).
struct code_point {
    slice at;
    char32_t value = 0;
    bool ok = true; ///< false: these bytes are not UTF-8, and value is U+FFFD
};

/// The code point at `pos`, which must be less than text.size(). Reads at most 4 bytes.
[[nodiscard]] constexpr code_point decode(std::string_view text, offset pos) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(pos);
    if (lead < 0x80) return {{pos, pos + 1}, lead, true};
    const unsigned tail = lead >= 0xC2 && lead < 0xE0   ? 1u
                          : lead >= 0xE0 && lead < 0xF0 ? 2u
                          : lead >= 0xF0 && lead < 0xF5 ? 3u
                                                        : 0u;
    if (tail == 0) return {{pos, pos + 1}, 0xFFFD, false};
    // The second byte's range keeps out overlong forms, surrogates and what lies above U+10FFFF.
    unsigned low = lead == 0xE0 ? 0xA0u : lead == 0xF0 ? 0x90u : 0x80u;
    unsigned high = lead == 0xED ? 0x9Fu : lead == 0xF4 ? 0x8Fu : 0xBFu;
    char32_t value = lead & (0x3Fu >> tail);
    offset end = pos + 1;
    for (unsigned i = 0; i < tail; ++i, ++end) {
        if (end >= text.size() || byte(end) < low || byte(end) > high) return {{pos, end}, 0xFFFD, false};
        value = value << 6 | (byte(end) & 0x3Fu);
        low = 0x80;
        high = 0xBF;
    }
    return {{pos, end}, value, true};
}

/// The UTF-8 of one code point: 1 to 4 bytes.
struct encoded {
    char bytes[4] = {};
    std::uint8_t size = 0;

    [[nodiscard]] constexpr std::string_view view() const noexcept { return {bytes, size}; }
};
/// The UTF-8 of a code point; of U+FFFD for a surrogate or a value above U+10FFFF.
[[nodiscard]] constexpr encoded encode(char32_t c) noexcept {
    if ((c >= 0xD800 && c < 0xE000) || c > 0x10FFFF) c = 0xFFFD;
    encoded out;
    const auto put = [&out](char32_t b) { out.bytes[out.size++] = static_cast<char>(static_cast<unsigned char>(b)); };
    if (c < 0x80) {
        put(c);
        return out;
    }
    if (c < 0x800) {
        put(0xC0 | c >> 6);
    } else {
        if (c < 0x10000) {
            put(0xE0 | c >> 12);
        } else {
            put(0xF0 | c >> 18);
            put(0x80 | (c >> 12 & 0x3F));
        }
        put(0x80 | (c >> 6 & 0x3F));
    }
    put(0x80 | (c & 0x3F));
    return out;
}

namespace detail {
struct code_point_reader {
    [[nodiscard]] static constexpr code_point next(std::string_view text, offset pos) noexcept {
        return pos < text.size() ? decode(text, pos) : code_point{{pos, pos}, 0, true};
    }
};
} // namespace detail

/// The code points of a text, decoded as you iterate. Allocates nothing; together they cover every byte.
class code_point_view : public detail::lazy_view<code_point, detail::code_point_reader> {
public:
    using lazy_view::lazy_view;
};

struct code_points_fn : adaptor {
    [[nodiscard]] constexpr code_point_view operator()(std::string_view text) const { return code_point_view(text); }
    template <std::same_as<std::string> Temporary>
    void operator()(Temporary&&) const = delete; // the text would be gone before its code points

    void run(std::string_view text, emit<code_point> out) const {
        for (const code_point c : (*this)(text)) out(c);
    }
};
/// The code points of a text: `for (matn::code_point c : matn::code_points(text))`. As a stage it makes the layer of `code_point`.
inline constexpr code_points_fn code_points{};

/// Why some bytes are not UTF-8.
enum class damage_reason : std::uint8_t {
    stray,     ///< a byte that starts nothing: a continuation byte alone, C0, C1, F5 to FF
    cut_short, ///< the start of a character whose rest does not follow
};

/// Bytes of the text that are not UTF-8: one maximal ill-formed part.
struct damage {
    slice at;
    damage_reason why = damage_reason::stray;
};

struct damages_fn : adaptor {
    [[nodiscard]] std::vector<damage> operator()(std::string_view text) const {
        detail::check_length(text.size());
        std::vector<damage> found;
        run(text, emit(found));
        return found;
    }
    void run(std::string_view text, emit<damage> out) const {
        const bool blocks = detail::has_utf8_blocks();
        offset floor = 0; // behind the last damage; blocks look at three bytes before them and must not see it
        offset until = 0; // how far code points are read one by one
        for (offset pos = 0; pos < text.size();) {
            if (blocks && pos - floor >= 3 && pos >= until && text.size() - pos >= detail::utf8_block) {
                const char* const begin = text.data();
                pos = static_cast<offset>(detail::pass_well_formed(begin + pos, begin + text.size()) - begin);
                until = pos + detail::utf8_block;
                // What has begun before is perhaps not whole.
                for (offset back = 1; back <= 3 && pos - back >= floor; ++back)
                    if (static_cast<unsigned char>(text[pos - back]) >= 0xC0) {
                        pos -= back;
                        break;
                    }
                if (pos == text.size()) break;
            }
            const auto lead = static_cast<unsigned char>(text[pos]);
            if (lead < 0x80) {
                ++pos;
                continue;
            }
            const code_point c = decode(text, pos);
            pos = c.at.end;
            if (c.ok) continue;
            out({c.at, lead >= 0xC2 && lead < 0xF5 ? damage_reason::cut_short : damage_reason::stray});
            floor = pos;
        }
    }
};
/// What of a text is not UTF-8. Empty for a well-formed text. As a stage it makes the layer of `damage`.
inline constexpr damages_fn damages{};

namespace detail {
template <class Stage>
struct missing_layer<code_point, Stage> {
    static_assert(never<Stage>, "matn: a stage reads code points; put matn::code_points before it");
    static constexpr bool ok = false;
};
template <class Stage>
struct missing_layer<damage, Stage> {
    static_assert(never<Stage>, "matn: a stage reads damage; put matn::damages before it");
    static constexpr bool ok = false;
};
} // namespace detail

}} // namespace matn

template <>
inline constexpr bool std::ranges::enable_view<matn::code_point_view> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<matn::code_point_view> = true;

#endif
