// SPDX-License-Identifier: MIT
// Which script each part of a text is written in.
#ifndef MATN_SCRIPT_HPP
#define MATN_SCRIPT_HPP

#include <matn/detail/script_scan.hpp>
#include <matn/detail/unicode_script.hpp>
#include <matn/utf8.hpp>

#include <optional>

namespace matn { inline namespace v0 {

/// The ISO 15924 code of a script, four letters: "Arab", "Latn", "Zyyy" for common.
[[nodiscard]] constexpr std::string_view iso_15924(script value) noexcept {
    return detail::script_codes.substr(static_cast<std::size_t>(value) * 4, 4);
}

/// The script of an ISO 15924 code, in any case: `parse_script("Arab")` is `script::arabic`. Nothing for what is no code of
/// Unicode's.
[[nodiscard]] constexpr std::optional<script> parse_script(std::string_view code) noexcept {
    if (code.size() != 4) return std::nullopt;
    for (std::size_t i = 0; i < detail::script_count; ++i) {
        bool same = true;
        for (std::size_t k = 0; k < 4; ++k) {
            const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c + 0; };
            same = same && lower(code[k]) == lower(detail::script_codes[i * 4 + k]);
        }
        if (same) return static_cast<script>(i);
    }
    return std::nullopt;
}

/// The Unicode property Script of a code point (UAX #24, Unicode 15.0). One look-up; `unknown` above U+10FFFF and where nothing
/// is assigned.
[[nodiscard]] constexpr script script_of(char32_t c) noexcept { return detail::script_of_class(detail::script_class(c)); }

/// The Unicode property Script_Extensions of a code point: all scripts that use it, as Arabic, Syriac and others use the comma ،.
///
/// For most code points it is the one script of `script_of`.
class script_extensions {
public:
    explicit constexpr script_extensions(char32_t c) noexcept : class_(static_cast<std::uint8_t>(detail::script_class(c))) {}
    [[nodiscard]] constexpr std::size_t size() const noexcept {
        return class_ < detail::script_count ? 1 : detail::script_extension_set(class_).size;
    }
    [[nodiscard]] constexpr script operator[](std::size_t i) const noexcept {
        return static_cast<script>(class_ < detail::script_count ? class_ : detail::script_extension_set(class_).first[i]);
    }
    [[nodiscard]] constexpr bool contains(script value) const noexcept {
        for (std::size_t i = 0; i < size(); ++i)
            if ((*this)[i] == value) return true;
        return false;
    }

private:
    std::uint8_t class_;
};

/// A part of a text in one script. Characters that all scripts share (digits, spaces, most punctuation, marks) go with their
/// neighbours.
struct script_run {
    slice at;
    script value = script::common; ///< `common` only where the whole text has no letter of any script
};

namespace detail {

// The brackets and quotation marks that pair, opening before closing, as ICU's script runs know them.
inline constexpr char32_t paired_marks[] = {
    0x0028, 0x0029, 0x003C, 0x003E, 0x005B, 0x005D, 0x007B, 0x007D, 0x00AB, 0x00BB, 0x2018, 0x2019,
    0x201C, 0x201D, 0x2039, 0x203A, 0x3008, 0x3009, 0x300A, 0x300B, 0x300C, 0x300D, 0x300E, 0x300F,
    0x3010, 0x3011, 0x3014, 0x3015, 0x3016, 0x3017, 0x3018, 0x3019, 0x301A, 0x301B,
};

// The place of a code point among the paired marks, or -1.
constexpr int paired_mark(char32_t c) noexcept {
    if (c < 0x80) {
        switch (c) {
        case U'(': return 0;
        case U')': return 1;
        case U'<': return 2;
        case U'>': return 3;
        case U'[': return 4;
        case U']': return 5;
        case U'{': return 6;
        case U'}': return 7;
        default: return -1;
        }
    }
    if (c > 0x301B || (c > 0xBB && c < 0x2018)) return -1;
    for (int i = 8; i < 34; ++i)
        if (paired_marks[i] == c) return i;
    return -1;
}

// The brackets that are open, each with the script before it; the innermost 32. Deeper ones push the outermost out, so space is
// bounded.
class open_marks {
public:
    constexpr void push(int mark, script before) noexcept {
        if (size_ < depth) ++size_;
        if (unresolved_ < depth) ++unresolved_;
        top_ = (top_ + 1) % depth;
        marks_[top_] = {static_cast<std::uint8_t>(mark), before};
    }
    constexpr void pop() noexcept {
        if (size_ == 0) return;
        if (unresolved_ > 0) --unresolved_;
        --size_;
        top_ = (top_ + depth - 1) % depth;
    }
    // The script before the opening mark that `mark` closes; marks opened inside and never closed are dropped.
    constexpr script closed_by(int mark, script otherwise) noexcept {
        while (size_ > 0 && marks_[top_].mark != mark - 1) pop();
        return size_ > 0 ? marks_[top_].before : otherwise;
    }
    // A run found its script: the marks that were opened in it before that get it too.
    constexpr void resolve(script found) noexcept {
        for (unsigned i = 0; i < unresolved_; ++i) marks_[(top_ + depth - i) % depth].before = found;
        unresolved_ = 0;
    }
    constexpr void begin_run() noexcept { unresolved_ = 0; }

private:
    static constexpr unsigned depth = 32;
    struct open_mark {
        std::uint8_t mark = 0;
        script before = script::common;
    };
    open_mark marks_[depth] = {};
    unsigned top_ = depth - 1;
    unsigned size_ = 0;
    unsigned unresolved_ = 0;
};

} // namespace detail

namespace detail {

struct script_run_reader {
    [[nodiscard]] constexpr script_run next(std::string_view text, offset pos) noexcept {
        const auto size = static_cast<offset>(text.size());
        script_run now{{pos, pos}, script::common};
        open.begin_run();
        while (pos < size) {
            // Bytes that cannot end an Arabic or a Latin run; most text never leaves this line.
            if (now.value == script::arabic) pos = skip_run<in_arabic_run>(text, pos);
            else if (now.value == script::latin) pos = skip_run<in_latin_run>(text, pos);
            if (pos >= size) break;
            const code_point c = decode(text, pos);
            script found = script_of(c.value);
            const int mark = paired_mark(c.value);
            const bool closing = mark >= 0 && mark % 2 != 0;
            if (closing) found = open.closed_by(mark, found);
            else if (mark >= 0) open.push(mark, now.value);
            if (found > script::inherited) {
                if (now.value <= script::inherited) {
                    now.value = found;
                    open.resolve(found);
                } else if (found != now.value) {
                    break;
                }
            }
            if (closing) open.pop();
            pos = c.at.end;
        }
        now.at.end = pos;
        return now;
    }
    open_marks open;
};

} // namespace detail

/// The script runs of a text, found as you iterate. Allocates nothing; the runs cover every byte.
class script_run_view : public detail::lazy_view<script_run, detail::script_run_reader> {
public:
    using lazy_view::lazy_view;
};

struct script_runs_fn : adaptor {
    [[nodiscard]] constexpr script_run_view operator()(std::string_view text) const { return script_run_view(text); }
    template <std::same_as<std::string> Temporary>
    void operator()(Temporary&&) const = delete; // the text would be gone before its runs

    void run(std::string_view text, emit<script_run> out) const {
        for (const script_run r : (*this)(text)) out(r);
    }
};
/// The script runs of a text: `for (matn::script_run r : matn::script_runs(text))`. As a stage it makes the layer of
/// `script_run`.
///
/// Runs are those of ICU's UScriptRun: a common or inherited character joins the run before it; at the start of a text, the run
/// after it; a closing bracket or quotation mark goes with its opening one. Bytes that are not UTF-8 count as common. O(text),
/// some gigabytes a second.
inline constexpr script_runs_fn script_runs{};

namespace detail {
template <class Stage>
struct missing_layer<script_run, Stage> {
    static_assert(never<Stage>, "matn: a stage reads script runs; put matn::script_runs before it");
    static constexpr bool ok = false;
};
} // namespace detail

}} // namespace matn

template <>
inline constexpr bool std::ranges::enable_view<matn::script_run_view> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<matn::script_run_view> = true;

#endif
