// SPDX-License-Identifier: MIT
// Sentences: by rules for Arabic-script and Latin-script languages, or by UAX #29 alone.
#ifndef MATN_SENTENCE_HPP
#define MATN_SENTENCE_HPP

#include <matn/detail/sentence_rules.hpp>

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

/// The sentences of a text, found as you iterate. Allocates nothing.
class sentence_view {
public:
    class iterator {
    public:
        using value_type = sentence;
        using difference_type = std::ptrdiff_t;
        using iterator_concept = std::forward_iterator_tag;

        constexpr iterator() = default;
        constexpr iterator(std::string_view text, sentence_options opt) noexcept : text_(text), options_(opt) { read(); }
        [[nodiscard]] constexpr sentence operator*() const noexcept { return now_; }
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
            const offset size = static_cast<offset>(text_.size());
            if (options_.rules == sentence_rules::unicode) {
                now_.at = {next_, next_ < size ? detail::unicode_sentence_end(text_, next_) : size};
                next_ = now_.at.end;
                return;
            }
            const offset begin = detail::splitting::skip_white_space(text_, next_);
            if (begin >= size) {
                now_.at = {size, size};
                return;
            }
            const detail::splitting::found_sentence found = detail::splitting::language_sentence_end(text_, begin);
            now_.at = {begin, found.end};
            next_ = found.next;
        }
        std::string_view text_;
        sentence now_;
        offset next_ = 0;
        sentence_options options_;
    };

    constexpr sentence_view() = default;
    constexpr explicit sentence_view(std::string_view text, sentence_options opt = {}) : text_(text), options_(opt) {
        detail::check_length(text.size());
    }
    [[nodiscard]] constexpr iterator begin() const noexcept { return {text_, options_}; }
    [[nodiscard]] constexpr std::default_sentinel_t end() const noexcept { return {}; }

private:
    std::string_view text_;
    sentence_options options_;
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
    constexpr void fill(std::string_view text, std::vector<sentence>& to) const {
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
