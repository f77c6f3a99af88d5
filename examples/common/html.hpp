// SPDX-License-Identifier: MIT
// Text made safe for HTML, with directions and languages said.
#ifndef MATN_EXAMPLES_HTML_HPP
#define MATN_EXAMPLES_HTML_HPP

#include "common/terminal.hpp"

#include <matn/script.hpp>

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>

namespace html {

/// Collects a page from parts: strings as they are, numbers as digits (coordinates to a tenth).
class writer {
public:
    template <class... Parts>
    void put(const Parts&... parts) {
        (add(parts), ...);
    }
    [[nodiscard]] std::string& str() { return out_; }

private:
    void add(std::string_view s) { out_ += s; }
    void add(std::size_t n) { out_ += std::to_string(n); }
    void add(matn::offset n) { out_ += std::to_string(n); }
    void add(double x) {
        char buffer[32];
        std::snprintf(buffer, sizeof buffer, "%.1f", x);
        out_ += buffer;
    }
    std::string out_;
};

/// Whether a code point does harm or hides in a page: controls, bidi controls, noncharacters.
constexpr bool harmful(char32_t v) {
    return (v < 0x20 && v != '\n' && v != '\t') || (v >= 0x7F && v < 0xA0) || is_bidi_control(v) || (v & 0xFFFE) == 0xFFFE ||
           (v >= 0xFDD0 && v <= 0xFDEF);
}
inline std::string_view entity_for(char32_t v) {
    switch (v) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return {};
    }
}

/// A text for between two tags. What could do harm or hide, and bytes that are not UTF-8, are shown by name.
inline std::string escape(std::string_view bytes) {
    std::string out;
    for (const matn::code_point c : matn::code_points(bytes)) {
        const std::string_view entity = entity_for(c.value);
        if (!c.ok || harmful(c.value)) out.append("<span class=harm>").append(harmless(c.at.of(bytes))).append("</span>");
        else out += entity.empty() ? c.at.of(bytes) : entity;
    }
    return out;
}
/// The same for the value of an attribute, which holds no tags.
inline std::string attribute(std::string_view bytes) {
    std::string out;
    for (const matn::code_point c : matn::code_points(bytes)) {
        const std::string_view entity = entity_for(c.value);
        if (!c.ok || harmful(c.value)) out += harmless(c.at.of(bytes));
        else out += entity.empty() ? c.at.of(bytes) : entity;
    }
    return out;
}

/// Whether the reader of a script begins at the right.
inline bool right_to_left(matn::script s) {
    using enum matn::script;
    return s == arabic || s == hebrew || s == syriac || s == thaana || s == nko || s == adlam || s == hanifi_rohingya;
}

/// The direction of a text: that of the script that most of its letters are in, so that a Dari paragraph does not turn because it begins with NATO.
inline std::string_view direction(std::string_view bytes) {
    std::ptrdiff_t right = 0, left = 0;
    for (const matn::script_run r : bytes | matn::script_runs) {
        const std::string_view run = r.at.of(bytes);
        (right_to_left(r.value) ? right : left) +=
            std::count_if(run.begin(), run.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    }
    return right > left ? "rtl" : "ltr";
}

/// A text of any direction inside a sentence of ours.
inline std::string bdi(std::string_view bytes) { return "<bdi>" + escape(bytes) + "</bdi>"; }

} // namespace html

#endif
