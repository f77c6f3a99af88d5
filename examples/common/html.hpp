// SPDX-License-Identifier: MIT
// Text made safe for HTML, with directions and languages said.
#ifndef MATN_EXAMPLES_HTML_HPP
#define MATN_EXAMPLES_HTML_HPP

#include "common/terminal.hpp"

#include <matn/script.hpp>

#include <string>
#include <string_view>

namespace html {

/// Adds a text, escaped. What could do harm or hide (controls, bidi controls, broken bytes) is shown by name.
inline void text(std::string& out, std::string_view bytes, bool in_attribute = false) {
    for (const matn::code_point c : matn::code_points(bytes)) {
        const char32_t v = c.value;
        const bool shown = !c.ok || (v < 0x20 && v != '\n' && v != '\t') || (v >= 0x7F && v < 0xA0) || is_bidi_control(v) ||
                           (v & 0xFFFE) == 0xFFFE || (v >= 0xFDD0 && v <= 0xFDEF);
        if (v == '&') out += "&amp;";
        else if (v == '<') out += "&lt;";
        else if (v == '>') out += "&gt;";
        else if (v == '"') out += "&quot;";
        else if (v == '\'') out += "&#39;";
        else if (!shown) out += c.at.of(bytes);
        else if (in_attribute) out += harmless(c.at.of(bytes));
        else out.append("<span class=harm>").append(v == '\r' ? "⟦U+000D⟧" : harmless(c.at.of(bytes))).append("</span>");
    }
}
inline std::string escape(std::string_view bytes) {
    std::string out;
    text(out, bytes);
    return out;
}
inline std::string attribute(std::string_view bytes) {
    std::string out;
    text(out, bytes, true);
    return out;
}

/// Whether the reader of a script begins at the right.
inline bool right_to_left(matn::script s) {
    using enum matn::script;
    return s == arabic || s == hebrew || s == syriac || s == thaana || s == nko || s == adlam || s == hanifi_rohingya || s == mandaic;
}

/// The direction of a text: that of the script that most of it is in, so that a Dari paragraph does not turn because it begins with NATO.
inline std::string_view direction(std::string_view bytes) {
    std::size_t right = 0, left = 0;
    for (const matn::script_run r : bytes | matn::script_runs) (right_to_left(r.value) ? right : left) += r.at.size();
    return right > left ? "rtl" : "ltr";
}

/// A text of any direction inside a sentence of ours.
inline std::string bdi(std::string_view bytes) { return "<bdi>" + escape(bytes) + "</bdi>"; }

} // namespace html

#endif
