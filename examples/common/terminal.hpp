// SPDX-License-Identifier: MIT
// Text on a terminal: how wide it is, how it stays in its place, and how it does no harm.
#ifndef MATN_EXAMPLES_TERMINAL_HPP
#define MATN_EXAMPLES_TERMINAL_HPP

#include <matn/grapheme.hpp>
#include <matn/utf8.hpp>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

#include <unistd.h>

/// Whether a code point changes the direction of what follows: embeddings, overrides, isolates and marks of direction.
constexpr bool is_bidi_control(char32_t c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/// Columns that a code point takes by itself: 2 for East Asian wide ones and emoji.
constexpr std::size_t columns_of(char32_t c) {
    if (c < 0x1100) return 1;
    const bool wide = c <= 0x115F || (c >= 0x2E80 && c <= 0x303E) || (c >= 0x3041 && c <= 0xA4CF) ||
                      (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
                      (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1F64F) ||
                      (c >= 0x1F680 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
}

/// Columns that a text takes: one for each grapheme, whatever marks and joiners it holds.
inline std::size_t columns(std::string_view text) {
    std::size_t n = 0;
    for (const matn::grapheme g : text | matn::graphemes) {
        const char32_t c = matn::decode(text, g.at.begin).value;
        if (c >= 0x20 && !is_bidi_control(c)) n += columns_of(c);
    }
    return n;
}

/// A text that does no harm to a terminal: control characters and bidi controls are shown by name, line ends become spaces,
/// and bytes that are not UTF-8 become ⟦FF⟧.
inline std::string harmless(std::string_view text) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    out.reserve(text.size());
    for (const matn::code_point c : matn::code_points(text)) {
        const char32_t v = c.value;
        if (!c.ok) {
            for (const char byte : c.at.of(text)) {
                const auto b = static_cast<unsigned char>(byte);
                out.append("⟦").append(1, digits[b >> 4]).append(1, digits[b & 15]).append("⟧");
            }
        } else if (v == '\n' || v == '\r' || v == '\t' || v == 0x2028 || v == 0x2029) {
            out += ' ';
        } else if (v < 0x20 || (v >= 0x7F && v < 0xA0) || is_bidi_control(v)) {
            out += "⟦U+";
            for (int shift = 12; shift >= 0; shift -= 4) out += digits[v >> shift & 15];
            out += "⟧";
        } else {
            out += c.at.of(text);
        }
    }
    return out;
}

/// The same for whole lines: line ends and tabs stay.
inline std::string harmless_lines(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\n\t"), text.size());
        out += harmless(text.substr(0, end));
        if (end < text.size()) out += text[end];
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

/// Where output goes and what may be done there.
struct terminal {
    bool colour = false;   ///< colour is wanted and possible
    bool isolates = false; ///< this is a terminal, which may turn the line round a right-to-left word

    /// Standard output; `colour` is auto, always or never. NO_COLOR means never, unless the user says always.
    static terminal standard_output(std::string_view colour = "auto") {
        const bool tty = isatty(STDOUT_FILENO) == 1;
        const char* no = std::getenv("NO_COLOR");
        const bool wanted = colour == "always" || (colour == "auto" && tty && (no == nullptr || *no == '\0'));
        return {wanted, tty};
    }

    /// A text of any language and direction, which leaves the rest of the line where it is.
    [[nodiscard]] std::string quote(std::string_view text) const {
        std::string shown = harmless(text);
        return isolates ? "\u2068" + shown + "\u2069" : shown;
    }
    [[nodiscard]] std::string bold(std::string_view text) const { return painted("1", text); }
    [[nodiscard]] std::string faint(std::string_view text) const { return painted("2", text); }
    [[nodiscard]] std::string red(std::string_view text) const { return painted("1;31", text); }
    [[nodiscard]] std::string green(std::string_view text) const { return painted("32", text); }
    [[nodiscard]] std::string cyan(std::string_view text) const { return painted("36", text); }

private:
    [[nodiscard]] std::string painted(std::string_view code, std::string_view text) const {
        if (!colour) return std::string(text);
        return std::string("\033[").append(code).append("m").append(text).append("\033[0m");
    }
};

/// A left-to-right cell filled with spaces to a width; its text has already been made harmless.
inline std::string cell(std::string_view text, std::size_t width) {
    const std::size_t used = columns(text);
    return std::string(text).append(used < width ? width - used : 0, ' ');
}
/// The same, text at the right.
inline std::string right_cell(std::string_view text, std::size_t width) {
    const std::size_t used = columns(text);
    return std::string(used < width ? width - used : 0, ' ').append(text);
}

#endif
