// SPDX-License-Identifier: MIT
// Lost half-spaces (U+200C) of Persian and Dari: where they belong, and the text with them restored.
#ifndef MATN_JOINER_HPP
#define MATN_JOINER_HPP

#include <matn/alignment.hpp>
#include <matn/detail/fail.hpp>
#include <matn/detail/joiner_scan.hpp>
#include <matn/stage.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace matn { inline namespace v0 {

/// How sure a joiner must be.
enum class joiner_setting : std::uint8_t {
    balanced,  ///< as many right as can be found with few wrong
    precision, ///< only what is hardly ever wrong
    recall,    ///< also what is as often right as wrong
};

/// Whether the text is known to be Persian.
enum class joiner_language : std::uint8_t {
    detect,  ///< decided joiner by joiner, from the words around
    persian, ///< all of it is
    other,   ///< none of it is: nothing is found
};

/// The language of a BCP 47 tag: `fa`, `prs`, `pes` and the like are Persian; an empty tag and `und` are to be detected.
[[nodiscard]] constexpr joiner_language joiner_language_of(std::string_view tag) noexcept {
    const std::string_view first = tag.substr(0, tag.find_first_of("-_"));
    if (first.empty() || first == "und") return joiner_language::detect;
    return first == "fa" || first == "prs" || first == "pes" || first == "fas" || first == "per" ? joiner_language::persian
                                                                                                 : joiner_language::other;
}

struct joiner_options {
    joiner_setting setting = joiner_setting::balanced;
    joiner_language language = joiner_language::detect;
    bool lost = true;   ///< joiners that are missing: میخواهم
    bool spaces = true; ///< spaces that were typed for a joiner: می خواهم
};

namespace detail {
[[nodiscard]] constexpr float least_confidence(joiner_setting s) noexcept {
    return s == joiner_setting::precision ? .9F : s == joiner_setting::recall ? .3F : .6F;
}
template <class To>
void each_joiner(std::string_view text, joiner_options opt, const To& to) {
    check_length(text.size());
    if (opt.language == joiner_language::other) return;
    joiner_scan<To>(text, least_confidence(opt.setting), opt.lost, opt.spaces, opt.language == joiner_language::detect, to).run();
}
// Spaces that were typed for a joiner, each decided by the two words beside it alone: for a key, which must not depend on what is around.
template <class To>
void each_spaced_word(std::string_view text, joiner_language language, const To& to) {
    check_length(text.size());
    if (language == joiner_language::other) return;
    joiner_scan<To>(text, 0, false, true, language == joiner_language::detect, to, true).run();
}
} // namespace detail

struct joiners_fn : adaptor {
    joiner_options options;

    [[nodiscard]] std::vector<joiner> operator()(std::string_view text) const {
        std::vector<joiner> found;
        run(text, emit(found));
        return found;
    }
    [[nodiscard]] std::vector<joiner> operator()(std::string_view text, joiner_options opt) const { return (*this)(opt)(text); }
    /// The same with other options: `joiners({.setting = joiner_setting::precision})`.
    [[nodiscard]] constexpr joiners_fn operator()(joiner_options opt) const noexcept {
        joiners_fn made;
        made.options = opt;
        return made;
    }

    /// Calls `to(joiner)` for each joiner, in text order: the fastest way that keeps nothing.
    template <class To>
    void for_each(std::string_view text, const To& to) const {
        detail::each_joiner(text, options, to);
    }
    void run(std::string_view text, emit<joiner> out) const { detail::each_joiner(text, options, out); }
};
/// The half-spaces that a Persian or Dari text has lost: `for (matn::joiner j : matn::joiners(text))`. As a stage it makes the layer of `joiner`.
///
/// Words that show a letter of another language, and words among those of another language, are left alone; so are addresses, tags and
/// broken bytes. Linear in the text, for any bytes.
inline constexpr joiners_fn joiners{};

/// A text with its half-spaces restored, and how its bytes correspond to the text as it was. Owns the restored text.
class restored_text {
public:
    /// The text with its half-spaces.
    [[nodiscard]] std::string_view text() const noexcept { return text_; }
    /// Where a slice of the restored text stands in the text as it was: O(log of the changes). A joiner that was put in stands nowhere: empty.
    [[nodiscard]] slice source(slice restored) const noexcept { return map_.source(restored); }
    /// Where a slice of the text as it was stands in the restored text: O(log of the changes).
    [[nodiscard]] slice folded_at(slice source) const noexcept { return map_.folded_at(source); }
    [[nodiscard]] const alignment& map() const noexcept { return map_; }

    /// Restores a text into this one's memory: no allocation once the memory has grown.
    void assign(std::string_view text, joiner_options options = {}) {
        text_.clear();
        map_.clear();
        offset copied = 0;
        detail::each_joiner(text, options, [&](const joiner& j) {
            text_.append(text.substr(copied, j.at.begin - copied));
            text_.append("\u200C");
            copied = j.at.end;
            map_.gap(static_cast<offset>(text_.size()), copied, copied);
        });
        text_.append(text.substr(copied));
        detail::check_length(text_.size());
        map_.finish(static_cast<offset>(text_.size()), static_cast<offset>(text.size()));
    }

private:
    std::string text_;
    alignment map_;
};

struct restore_joiners_fn : adaptor {
    joiner_options options;

    [[nodiscard]] restored_text operator()(std::string_view text) const {
        restored_text made;
        made.assign(text, options);
        return made;
    }
    [[nodiscard]] restored_text operator()(std::string_view text, joiner_options opt) const { return (*this)(opt)(text); }
    /// The same with other options.
    [[nodiscard]] constexpr restore_joiners_fn operator()(joiner_options opt) const noexcept {
        restore_joiners_fn made;
        made.options = opt;
        return made;
    }
    void run(std::string_view text, restored_text& out) const { out.assign(text, options); }
};
/// A text with its half-spaces restored: `matn::restore_joiners(text).text()`. As a stage it makes the one `restored_text` of the document.
inline constexpr restore_joiners_fn restore_joiners{};

namespace detail {
template <class Stage>
struct missing_layer<joiner, Stage> {
    static_assert(never<Stage>, "matn: a stage reads joiners; put matn::joiners before it");
    static constexpr bool ok = false;
};
template <class Stage>
struct missing_layer<restored_text, Stage> {
    static_assert(never<Stage>, "matn: a stage reads a restored text; put matn::restore_joiners before it");
    static constexpr bool ok = false;
};
} // namespace detail

}} // namespace matn

#endif
