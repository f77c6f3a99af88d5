// SPDX-License-Identifier: MIT
// Words by the boundaries of UAX #29.
#ifndef MATN_WORD_HPP
#define MATN_WORD_HPP

#include <matn/detail/word_machine.hpp>

namespace matn { inline namespace v0 {

/// What a word consists of, by the first character that says so.
enum class word_kind : std::uint8_t {
    letters,     ///< holds a letter: کتاب‌ها, don't, 3rd, _name; one letter of Thai, Lao, Khmer or Burmese script
    number,      ///< digits without letters: ۱۲۳٫۵, 1,234.5, ½, Ⅷ
    ideograph,   ///< one ideograph: 語
    kana,        ///< a run of Katakana, or one letter of Hiragana
    emoji,       ///< one emoji with all its parts: 👩‍👩‍👧, 🇦🇫, 1️⃣
    punctuation, ///< one punctuation mark, with the marks on it
    symbol,      ///< one currency sign, mathematical sign or other symbol
    space,       ///< white space and line ends, with the marks on it
    invalid,     ///< bytes that are not UTF-8, one maximal ill-formed part
    other,       ///< controls, unassigned and private characters, marks on nothing
};

/// One word: a segment between two neighbouring word boundaries.
struct word {
    slice at;
    word_kind kind = word_kind::other;
};

/// Which segments are given; those that hold a letter, a digit, an ideograph, kana or an emoji always are.
struct word_options {
    bool punctuation = true; ///< punctuation, symbols, broken bytes and other segments
    bool spaces = false;     ///< white space and line ends
};

namespace detail {

[[nodiscard]] constexpr bool ends_with_keycap(std::string_view text, slice at) noexcept { return at.of(text).ends_with("\u20E3"); }

// What a word is whose first character is a digit or a low line: it depends on the others.
[[nodiscard]] constexpr word_kind kind_of_mixed(std::string_view text, slice at) noexcept {
    bool digits = false;
    for (offset pos = at.begin; pos < at.end;) {
        const classified c = classify(text, pos);
        if (c.group() == kind_group::letters && c.cls() != word_class::extend && c.cls() != word_class::format) return word_kind::letters;
        if (c.cls() == word_class::katakana) return word_kind::kana;
        digits = digits || c.cls() == word_class::numeric;
        pos += c.size;
    }
    if (!digits) return word_kind::punctuation;
    return ends_with_keycap(text, at) ? word_kind::emoji : word_kind::number;
}

// A pictograph that is text by itself is an emoji with U+FE0F, a skin tone or a joiner after it.
[[nodiscard]] constexpr word_kind kind_of_pictograph(std::string_view text, slice at, offset first) noexcept {
    if (at.size() == first) return word_kind::symbol;
    const char32_t next = decode(text, at.begin + first).value;
    return next == 0xFE0F || next == 0x200D || next == 0x20E3 || (next >= 0x1F3FB && next <= 0x1F3FF) ? word_kind::emoji
                                                                                                    : word_kind::symbol;
}

[[nodiscard]] constexpr word_kind kind_of_word(std::string_view text, slice at, classified first) noexcept {
    switch (first.cls()) {
        case word_class::letter:
        case word_class::hebrew_letter:
        case word_class::pictographic_letter: return word_kind::letters;
        case word_class::numeric:
        case word_class::connector: return kind_of_mixed(text, at);
        case word_class::katakana: return word_kind::kana;
        case word_class::regional_indicator: return at.size() > first.size ? word_kind::emoji : word_kind::symbol;
        case word_class::pictographic:
            return first.group() == kind_group::other ? word_kind::emoji : kind_of_pictograph(text, at, first.size);
        case word_class::invalid: return word_kind::invalid;
        default: break;
    }
    switch (first.group()) {
        case kind_group::letters: return word_kind::letters;
        case kind_group::number: return word_kind::number;
        case kind_group::ideograph: return word_kind::ideograph;
        case kind_group::kana: return word_kind::kana;
        case kind_group::punctuation: return ends_with_keycap(text, at) ? word_kind::emoji : word_kind::punctuation;
        case kind_group::symbol: return word_kind::symbol;
        case kind_group::space: return word_kind::space;
        default: return word_kind::other;
    }
}
[[nodiscard]] constexpr word_kind kind_of_word(std::string_view text, slice at) noexcept {
    return kind_of_word(text, at, classify(text, at.begin));
}

[[nodiscard]] constexpr bool wanted(word_kind kind, word_options opt) noexcept {
    if (kind == word_kind::space) return opt.spaces;
    return opt.punctuation || kind <= word_kind::emoji;
}

// Hands the words of a text to `to`, in order. Boundaries are found in batches, which keeps the machine in registers.
template <class To>
constexpr void each_word(std::string_view text, word_options opt, const To& to) {
    constexpr offset batch = 512; // bytes of text, so at most two boundaries for each
    offset found[2 * batch + 2] = {};
    const offset size = static_cast<offset>(text.size());
    unsigned row = word_row(word_state::start, false);
    offset held = 0;
    offset begin = 0;
    const auto give = [&](offset end) {
        if (end == begin) return;
        const slice at{begin, end};
        const word_kind kind = kind_of_word(text, at);
        begin = end;
        if (wanted(kind, opt)) to(word{at, kind});
    };
    for (offset pos = 0; pos < size;) {
        const offset* const last = run_words(text, pos, size - pos < batch ? size : pos + batch, row, held, found);
        for (const offset* b = found; b != last; ++b) give(*b);
    }
    if (word_held(row)) give(held);
    give(size);
}

} // namespace detail

/// The words of a text, found as you iterate. Allocates nothing.
class word_view {
public:
    class iterator {
    public:
        using value_type = word;
        using difference_type = std::ptrdiff_t;
        using iterator_concept = std::forward_iterator_tag;

        constexpr iterator() = default;
        constexpr iterator(std::string_view text, word_options opt) noexcept : text_(text), options_(opt) { read(); }
        [[nodiscard]] constexpr word operator*() const noexcept { return now_; }
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
            for (offset begin = now_.at.end; begin < text_.size(); begin = now_.at.end) {
                now_.at = {begin, detail::word_end(text_, begin)};
                now_.kind = detail::kind_of_word(text_, now_.at);
                if (detail::wanted(now_.kind, options_)) return;
            }
            now_ = {{static_cast<offset>(text_.size()), static_cast<offset>(text_.size())}, word_kind::other};
        }
        std::string_view text_;
        word now_;
        word_options options_;
    };

    constexpr word_view() = default;
    constexpr explicit word_view(std::string_view text, word_options opt = {}) : text_(text), options_(opt) {
        detail::check_length(text.size());
    }
    [[nodiscard]] constexpr iterator begin() const noexcept { return {text_, options_}; }
    [[nodiscard]] constexpr std::default_sentinel_t end() const noexcept { return {}; }

private:
    std::string_view text_;
    word_options options_;
};

struct words_fn : adaptor {
    word_options options;

    [[nodiscard]] constexpr word_view operator()(std::string_view text) const { return word_view(text, options); }
    template <std::same_as<std::string> Temporary>
    void operator()(Temporary&&) const = delete; // the text would be gone before its words
    /// The same with other options: `words({.punctuation = false})`.
    [[nodiscard]] constexpr words_fn operator()(word_options opt) const noexcept {
        words_fn made;
        made.options = opt;
        return made;
    }

    /// Calls `to(word)` for each word, in text order: the fastest way that keeps nothing.
    template <class To>
    constexpr void for_each(std::string_view text, const To& to) const {
        detail::check_length(text.size());
        detail::each_word(text, options, to);
    }
    /// Puts the words in a vector in place of what it held. Allocates only where the vector must grow.
    constexpr void fill(std::string_view text, std::vector<word>& to) const {
        to.clear();
        for_each(text, [&to](word w) { to.push_back(w); });
    }
    void run(std::string_view text, emit<word> out) const {
        detail::each_word(text, options, [&out](word w) { out(w); });
    }
};
/// The words of a text, by UAX #29: `for (matn::word w : matn::words(text))`. As a stage it makes the layer of `word`.
///
/// A word is a segment between two word boundaries of Unicode 15.0; segments of white space are left out unless asked for.
/// Linear in the text, for any bytes; each maximal ill-formed part counts as U+FFFD.
inline constexpr words_fn words{};

namespace detail {
template <class Stage>
struct missing_layer<word, Stage> {
    static_assert(never<Stage>, "matn: a stage reads words; put matn::words before it");
    static constexpr bool ok = false;
};
} // namespace detail

}} // namespace matn

template <>
inline constexpr bool std::ranges::enable_view<matn::word_view> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<matn::word_view> = true;

#endif
