// SPDX-License-Identifier: MIT
// Sentences: by rules for Arabic-script and Latin-script languages, or by UAX #29 alone.
#ifndef MATN_SENTENCE_HPP
#define MATN_SENTENCE_HPP

#include <matn/detail/sentence_rules.hpp>
#include <matn/detail/split_characters.hpp>

namespace matn { inline namespace v0 {

/// One sentence, headline or caption.
struct sentence {
    slice at;
};

/// Which rules say where a sentence ends.
enum class sentence_rules : std::uint8_t {
    language, ///< those of UAX #29, and what is known of abbreviations, initials, quotes, datelines and lost spaces
    unicode,  ///< those of UAX #29 (Unicode 15.0) alone; sentences then hold the white space behind them and cover every byte
};

/// Options of `sentences`.
struct sentence_options {
    sentence_rules rules = sentence_rules::language;
};

namespace detail {
struct sentence_reader {
    [[nodiscard]] constexpr sentence next(std::string_view text, offset) noexcept {
        const offset size = static_cast<offset>(text.size());
        offset begin = from;
        if (options.rules == sentence_rules::unicode) {
            from = begin < size ? unicode_sentence_end(text, begin) : size;
            return {{begin, from}};
        }
        begin = splitting::skip_white_space(text, begin);
        if (begin >= size) return {{size, size}};
        const splitting::found_sentence found = splitting::language_sentence_end(text, begin);
        from = found.next;
        return {{begin, found.end}};
    }
    sentence_options options;
    offset from = 0; // behind the white space or the line end that the last sentence left out
};
} // namespace detail

/// The sentences of a text, found as you iterate. Allocates nothing.
class sentence_view : public detail::lazy_view<sentence, detail::sentence_reader> {
public:
    constexpr sentence_view() = default;
    constexpr explicit sentence_view(std::string_view text, sentence_options opt = {}) : lazy_view(text, {opt, 0}) {}
};

struct sentences_fn : adaptor {
    sentence_options options;

    [[nodiscard]] constexpr sentence_view operator()(std::string_view text) const { return sentence_view(text, options); }
    template <std::same_as<std::string> Temporary>
    void operator()(Temporary&&) const = delete; // the text would be gone before its sentences
    /// The same with other options: `sentences({.rules = matn::sentence_rules::unicode})`.
    [[nodiscard]] constexpr sentences_fn operator()(sentence_options opt) const noexcept {
        sentences_fn made;
        made.options = opt;
        return made;
    }

    /// Calls `to(sentence)` for each sentence, in text order. Allocates nothing.
    template <class To>
    constexpr void for_each(std::string_view text, const To& to) const {
        for (const sentence s : (*this)(text)) to(s);
    }
    /// Puts the sentences in a vector in place of what it held. Allocates only where the vector must grow.
    void fill(std::string_view text, std::vector<sentence>& to) const {
        to.clear();
        for_each(text, [&to](sentence s) { to.push_back(s); });
    }
    void run(std::string_view text, emit<sentence> out) const {
        for (const sentence s : (*this)(text)) out(s);
    }
};
/// The sentences of a text: `for (matn::sentence s : matn::sentences(text))`. As a stage it makes the layer of `sentence`.
///
/// A sentence ends with . ! ? ؟ ۔ … and the marks that close it, or with its line: headlines and captions have no full stop.
/// Not with the full stop of an abbreviation or an initial. White space around it is left out.
inline constexpr sentences_fn sentences{};

/// The sentence boundaries of UAX #29 of a text that comes in parts of any size: wherever it is cut, they are the same.
///
/// The rules of languages look further around a mark: for them, cut a long text where a paragraph ends (pieces.hpp). Positions are
/// bytes from the start of the first part, beyond 4 GiB too. It holds some 32 bytes of state and allocates nothing.
class sentence_boundary_stream {
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
        if (state_ == static_cast<unsigned>(detail::sentence_state::held)) to(held_);
        if (done_ > 0) to(done_);
        *this = sentence_boundary_stream();
    }

private:
    template <class To>
    constexpr void step(std::string_view text, const To& to) {
        for (offset at = 0; at < text.size();) {
            const detail::sentence_character c = detail::read_sentence_class(text, at);
            const unsigned entry = detail::sentence_table[state_ << 4 | c.cls];
            state_ = entry & 0x1Fu;
            if ((entry & detail::sentence_confirmed) != 0) to(held_);
            if ((entry & detail::sentence_boundary) != 0) to(done_ + at);
            if ((entry & detail::sentence_tentative) != 0) held_ = done_ + at;
            at = c.end;
        }
        done_ += text.size();
    }

    std::uint64_t done_ = 0;
    std::uint64_t held_ = 0;
    unsigned state_ = static_cast<unsigned>(detail::sentence_state::start);
    detail::split_characters characters_;
};

namespace detail {
template <class Stage>
struct missing_layer<sentence, Stage> {
    static_assert(never<Stage>, "matn: a stage reads sentences; put matn::sentences before it");
    static constexpr bool ok = false;
};
} // namespace detail

}} // namespace matn

template <>
inline constexpr bool std::ranges::enable_view<matn::sentence_view> = true;
template <>
inline constexpr bool std::ranges::enable_borrowed_range<matn::sentence_view> = true;

#endif
