// SPDX-License-Identifier: MIT
// Words by the boundaries of UAX #29.
#ifndef MATN_WORD_HPP
#define MATN_WORD_HPP

#include <matn/detail/split_characters.hpp>
#include <matn/detail/word_blocks.hpp>

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

[[nodiscard]] constexpr bool ends_with_keycap(std::string_view text, slice at) noexcept {
    return at.of(text).ends_with("\u20E3");
}

// What a word is whose first character is a digit or a low line: it depends on the others.
[[nodiscard]] constexpr word_kind kind_of_mixed(std::string_view text, slice at) noexcept {
    bool digits = false;
    for (offset pos = at.begin; pos < at.end;) {
        const classified c = classify(text, pos);
        if (c.group() == kind_group::letters && c.cls() != word_class::extend && c.cls() != word_class::format)
            return word_kind::letters;
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

// Whether a segment that begins with marks on nothing has a picture behind them: a joiner ties it to whatever is before (WB3c).
[[nodiscard]] constexpr bool holds_picture(std::string_view text, slice at) noexcept {
    while (at.begin < at.end) {
        const classified c = classify(text, at.begin);
        if (c.cls() == word_class::pictographic) return true;
        at.begin += c.size;
    }
    return false;
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
    case kind_group::punctuation:
        return ends_with_keycap(text, at) && (text[at.begin] == '#' || text[at.begin] == '*') ? word_kind::emoji
                                                                                              : word_kind::punctuation;
    case kind_group::symbol: return word_kind::symbol;
    case kind_group::space: return word_kind::space;
    default: return holds_picture(text, at) ? word_kind::emoji : word_kind::other;
    }
}
[[nodiscard]] constexpr word_kind kind_of_word(std::string_view text, slice at) noexcept {
    return kind_of_word(text, at, classify(text, at.begin));
}

// What a word is by the class byte of its first character; `other + 1` where the rest of the word has a say.
inline constexpr auto kind_by_class = [] {
    constexpr auto ask = static_cast<std::uint8_t>(static_cast<unsigned>(word_kind::other) + 1);
    std::array<std::uint8_t, 256> table{};
    for (unsigned value = 0; value < 256; ++value) {
        const classified c{value, 1};
        const bool seen = c.group() != kind_group::other; // behind what shows nothing a picture may be tied to it
        const bool simple = c.cls() == word_class::letter || c.cls() == word_class::hebrew_letter ||
                            (c.cls() == word_class::other && seen) || c.cls() == word_class::space ||
                            c.cls() == word_class::mid_letter || c.cls() == word_class::mid_number ||
                            c.cls() == word_class::mid_number_letter || c.cls() == word_class::single_quote ||
                            c.cls() == word_class::double_quote;
        table[value] = simple ? static_cast<std::uint8_t>(kind_of_word({}, {}, c)) : ask;
    }
    return table;
}();

// The kinds that are given, as bits.
[[nodiscard]] constexpr unsigned wanted_kinds(word_options opt) noexcept {
    const unsigned always = (1u << (static_cast<unsigned>(word_kind::emoji) + 1)) - 1;
    const unsigned space = 1u << static_cast<unsigned>(word_kind::space);
    return (opt.punctuation ? 0xFFFFu & ~space : always) | (opt.spaces ? space : 0u);
}

[[nodiscard]] constexpr word_kind quick_kind(std::string_view text, slice at) noexcept {
    const auto lead = static_cast<unsigned char>(text[at.begin]);
    unsigned value = 0;
    if (lead < 0x80) {
        if (lead == '#' || lead == '*') return kind_of_word(text, at); // perhaps a keycap
        value = word_class_flat[lead];
    } else {
        const unsigned second = at.size() > 1 ? static_cast<unsigned char>(text[at.begin + 1]) ^ 0x80u : 0xFFu;
        if (lead < 0xC2 || lead > 0xDF || second > 0x3F) return kind_of_word(text, at);
        value = word_class_flat[(lead & 31u) << 6 | second];
    }
    const unsigned kind = kind_by_class[value];
    return kind > static_cast<unsigned>(word_kind::other) ? kind_of_word(text, at) : static_cast<word_kind>(kind);
}

// What a word is by what blocks say that it begins with.
inline constexpr word_kind kind_by_code[] = {word_kind::other, word_kind::letters, word_kind::space, word_kind::punctuation};

// Hands the words of a text in batches to `to(first, last)`. Without a branch for each word, for none could be foretold.
template <class To>
constexpr void each_word_batch(std::string_view text, word_options opt, const To& to, word_path at_most = word_path::avx2) {
    using batches_of_words = basic_word_batches<first_characters>;
    const unsigned wanted = wanted_kinds(opt);
    offset begin = 0;
    unsigned code = 0; // of what begins there
    word found[batches_of_words::capacity + 1];
    word* last = found;
    const auto give = [&](offset end) {
        const word_kind kind = code != 0 ? kind_by_code[code] : quick_kind(text, {begin, end});
        *last = {{begin, end}, kind};
        begin = end;
        last += wanted >> static_cast<unsigned>(kind) & 1u;
    };
    for (batches_of_words batches(text, at_most); batches.next(); last = found) {
        const std::uint8_t* codes = batches.endings();
        for (const offset end : batches) {
            if (end != 0) give(end); // the first boundary is where the first word begins
            code = *codes++;
        }
        to(static_cast<const word*>(found), static_cast<const word*>(last));
    }
    if (text.empty()) return;
    give(static_cast<offset>(text.size()));
    to(static_cast<const word*>(found), static_cast<const word*>(last));
}

} // namespace detail

namespace detail {
struct word_view_reader {
    [[nodiscard]] constexpr word next(std::string_view text, offset pos) noexcept {
        while (pos < text.size()) {
            const slice at{pos, ends.after(text, pos)};
            const word_kind kind = quick_kind(text, at);
            if ((wanted_kinds(options) >> static_cast<unsigned>(kind) & 1u) != 0) return {at, kind};
            pos = at.end;
        }
        return {{pos, pos}, word_kind::other};
    }
    word_options options;
    word_ends ends;
};
} // namespace detail

/// The words of a text, found as you iterate. Allocates nothing.
class word_view : public detail::lazy_view<word, detail::word_view_reader> {
public:
    constexpr word_view() = default;
    constexpr explicit word_view(std::string_view text, word_options opt = {}) : lazy_view(text, {opt, {}}) {}
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
        detail::each_word_batch(text, options, [&to](const word* w, const word* last) {
            for (; w != last; ++w) to(*w);
        });
    }
    /// Puts the words in a vector in place of what it held. Allocates only where the vector must grow.
    void fill(std::string_view text, std::vector<word>& to) const {
        detail::check_length(text.size());
        to.clear();
        run(text, emit(to));
    }
    void run(std::string_view text, emit<word> out) const {
        detail::each_word_batch(text, options,
                                [&to = out.items()](const word* first, const word* last) { to.insert(to.end(), first, last); });
    }
};
/// The words of a text, by UAX #29: `for (matn::word w : matn::words(text))`. As a stage it makes the layer of `word`.
///
/// A word is a segment between two word boundaries of Unicode 15.0; segments of white space are left out unless asked for.
/// Linear in the text, for any bytes; each maximal ill-formed part counts as U+FFFD.
inline constexpr words_fn words{};

/// The word boundaries of a text that comes in parts of any size: wherever it is cut, the boundaries are the same.
///
/// Positions are bytes from the start of the first part, beyond 4 GiB too. It holds some 32 bytes of state and allocates nothing.
class word_boundary_stream {
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
        if (detail::word_held(row_)) to(held_);
        if (done_ > 0) to(done_);
        *this = word_boundary_stream();
    }

private:
    template <class To>
    constexpr void step(std::string_view text, const To& to) {
        constexpr offset batch = 256;
        constexpr offset before = 0xFFFFFFFF; // a tentative boundary of an earlier part
        offset found[2 * batch + 2] = {};
        offset held = before;
        const offset size = static_cast<offset>(text.size());
        for (offset pos = 0; pos < size;) {
            const offset* const last = detail::run_words(text, pos, size - pos < batch ? size : pos + batch, row_, held, found);
            for (const offset* b = found; b != last; ++b) to(*b == before ? held_ : done_ + *b);
        }
        if (held != before) held_ = done_ + held;
        done_ += size;
    }

    std::uint64_t done_ = 0;
    std::uint64_t held_ = 0;
    unsigned row_ = detail::word_row(detail::word_state::start, false);
    detail::split_characters characters_;
};

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
