// SPDX-License-Identifier: MIT
// An annotated text as text: its lines, and under each what was found there. For tests and for eyes.
#ifndef MATN_SHOW_HPP
#define MATN_SHOW_HPP

#include <matn/detail/buffer.hpp>
#include <matn/document.hpp>
#include <matn/format.hpp>
#include <matn/grapheme.hpp>
#include <matn/script.hpp>

#include <algorithm>

namespace matn { inline namespace v0 {

struct show_options {
    /// Puts right-to-left lines, and what is drawn under them, between U+2067 and U+2069, and labels within them between U+2066
    /// and U+2069: the drawing stays under its words in a browser or an editor that orders lines by the bidirectional algorithm.
    /// Without it all is in logical order.
    bool isolates = true;
    /// Writes before each line at which byte it begins.
    bool offsets = true;
};

/// Something to be drawn: where, and what to call it.
struct shown_item {
    slice at;
    std::string label;
};

namespace detail {

// One line of the text being drawn, in columns as a fixed-width font has them.
class shown_line {
public:
    shown_line(std::string_view text, slice line, const show_options& options) : line_(line), options_(options) {
        columns_.assign(line.size() + 1, 0);
        unsigned column = 0;
        const std::string_view part = line.of(text);
        for (const grapheme g : graphemes(part)) {
            for (offset i = g.at.begin; i < g.at.end; ++i) columns_[i] = column;
            column += draw(part, g.at);
        }
        columns_[line.size()] = column;
        for (const script_run r : script_runs(part)) { // the first letters say which way the line goes
            if (r.value == script::common) continue;
            right_to_left_ = r.value == script::arabic || r.value == script::hebrew || r.value == script::syriac ||
                             r.value == script::thaana || r.value == script::nko || r.value == script::adlam;
            break;
        }
    }

    // Puts an item under the line: in the first row that has room for it.
    void add(slice at, std::string_view label) {
        const unsigned from = column(at.begin), to = column(at.end) > from ? column(at.end) : from + 1;
        std::size_t row = 0;
        while (row < rows_.size() && rows_[row].end > from) ++row;
        if (row == rows_.size()) rows_.emplace_back();
        row_of_marks& r = rows_[row];
        r.text.append(from - r.column, ' ');
        r.text.append(to - from, '^');
        r.column = to;
        if (!label.empty()) {
            r.text += ' ';
            r.text += isolated(label, "\u2066");
            r.column += 1 + static_cast<unsigned>(label.size()); // labels are ASCII, or nearly
        }
        r.end = r.column + 2;
    }

    void write(std::string& out) const {
        const std::size_t margin = options_.offsets ? 8 : 0;
        if (options_.offsets) {
            const std::string number = std::to_string(line_.begin);
            out.append(number.size() < 6 ? 6 - number.size() : 0, ' ');
            out += number + "  ";
        }
        out += directed(text_) + '\n';
        for (const row_of_marks& r : rows_) {
            out.append(margin, ' ');
            out += directed(r.text) + '\n';
        }
    }

private:
    struct row_of_marks {
        std::string text;
        unsigned column = 0; // where its text ends
        unsigned end = 0;    // where another item may begin
    };

    [[nodiscard]] unsigned column(offset at) const {
        return columns_[at <= line_.begin ? 0 : at >= line_.end ? line_.size() : at - line_.begin];
    }
    [[nodiscard]] std::string isolated(std::string_view what, std::string_view begin) const {
        return options_.isolates && right_to_left_ ? std::string(begin) + std::string(what) + "\u2069" : std::string(what);
    }
    [[nodiscard]] std::string directed(std::string_view what) const { return isolated(what, "\u2067"); }

    // Appends a grapheme as it may be shown, and gives its width. What would steer a terminal or reorder the line is written out.
    unsigned draw(std::string_view part, slice at) {
        const code_point first = decode(part, at.begin);
        unsigned width = 0;
        bool plain = true;
        for (const code_point c : code_points(at.of(part))) {
            const bool bidi = c.value == 0x200E || c.value == 0x200F || c.value == 0x61C ||
                              (c.value >= 0x202A && c.value <= 0x202E) || (c.value >= 0x2066 && c.value <= 0x2069);
            if (c.ok && !bidi && c.value >= 0x20 && !(c.value >= 0x7F && c.value < 0xA0) && c.value != 0x2028 &&
                c.value != 0x2029)
                continue;
            plain = false;
        }
        if (plain) {
            text_ += at.of(part);
            const script s = script_of(first.value);
            const bool wide = s == script::han || s == script::hangul || s == script::hiragana || s == script::katakana ||
                              s == script::yi || (first.value >= 0x1F300 && first.value <= 0x1FAFF) ||
                              (first.value >= 0xFF01 && first.value <= 0xFF60);
            return wide ? 2 : 1;
        }
        const auto put = [&](std::string_view s, unsigned columns) { text_ += s, width += columns; };
        for (const code_point c : code_points(at.of(part))) {
            if (!c.ok) {
                constexpr char hex[] = "0123456789ABCDEF";
                for (const char b : c.at.of(at.of(part))) {
                    const auto byte = static_cast<unsigned char>(b);
                    put(std::string("\\x") + hex[byte >> 4] + hex[byte & 15], 4);
                }
            } else if (c.value < 0x20 || c.value == 0x7F) {
                put(encode(c.value == 0x7F ? U'\u2421' : 0x2400 + c.value).view(), 1); // the pictures of control characters
            } else if (c.value == 0x200C || c.value == 0x200D) {
                put(encode(c.value).view(), 0);
            } else if (c.value < 0xA0 || c.value == 0x61C || (c.value >= 0x200E && c.value <= 0x2069)) {
                const std::string name = '<' + label(c) + '>';
                put(name, static_cast<unsigned>(name.size()));
            } else {
                put(encode(c.value).view(), width == 0 ? 1 : 0);
            }
        }
        return width;
    }

    slice line_;
    show_options options_;
    std::string text_;
    detail::buffer<unsigned> columns_; // of each byte of the line
    std::vector<row_of_marks> rows_;
    bool right_to_left_ = false;
};

} // namespace detail

/// Draws a text and items under it, which come in any order. An item that goes over several lines is drawn under each, with its
/// label under the first. O((text + items) * rows under a line). Control characters and broken bytes are written out, so it is
/// safe for a terminal.
[[nodiscard]] inline std::string show(std::string_view text, std::vector<shown_item> items, const show_options& options = {}) {
    detail::check_length(text.size());
    // By begin, then the longer first; equal ones stay as they came.
    std::stable_sort(items.begin(), items.end(), [](const shown_item& a, const shown_item& b) {
        return a.at.begin != b.at.begin ? a.at.begin < b.at.begin : a.at.end > b.at.end;
    });
    std::string out;
    std::vector<const shown_item*> open; // those that reach into the line
    std::size_t next = 0;
    for (offset begin = 0; begin < text.size();) {
        offset end = begin;
        while (end < text.size() && text[end] != '\n') ++end;
        const offset drawn = end > begin && text[end - 1] == '\r' ? end - 1 : end;
        detail::shown_line line(text, {begin, drawn}, options);
        for (const shown_item* item : open) line.add({begin, item->at.end < drawn ? item->at.end : drawn}, {});
        for (; next < items.size() && items[next].at.begin <= end; ++next) {
            line.add(items[next].at, items[next].label);
            open.push_back(&items[next]);
        }
        std::erase_if(open, [end](const shown_item* item) { return item->at.end <= end + 1; });
        line.write(out);
        begin = end + 1;
    }
    return out;
}

/// Draws a document with some of its layers: `show<date, mention>(doc)`. Items without a `label` are drawn without one.
template <located... Items, class... Slots>
[[nodiscard]] std::string show(const document<Slots...>& doc, const show_options& options = {}) {
    std::vector<shown_item> items;
    const auto collect = [&items]<class Item>(std::span<const Item> layer) {
        for (const Item& item : layer) {
            if constexpr (labelled<Item>) items.push_back({slice(item.at), label(item)});
            else items.push_back({slice(item.at), {}});
        }
    };
    (collect(doc.template each<Items>()), ...);
    return show(doc.text(), std::move(items), options);
}

}} // namespace matn

#endif
