// SPDX-License-Identifier: MIT
// Syntactic words: tokens parted into the words that grammar sees, clitics and words that lost the space between them.
#ifndef MATN_SYNTACTIC_WORD_HPP
#define MATN_SYNTACTIC_WORD_HPP

#include <matn/detail/contractions.hpp>
#include <matn/detail/lost_space.hpp>
#include <matn/language.hpp>
#include <matn/token.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace matn { inline namespace v0 {

/// What a syntactic word is of its token.
enum class word_part : std::uint8_t {
    whole,     ///< the whole token
    stem,      ///< what clitics lean on: جمعية of وجمعية, do of don't
    proclitic, ///< a word that leans on the next: و of وجمعية
    enclitic,  ///< a word that leans on the one before: ه of كتابه, ش of پدرش, n't of don't
    joined,    ///< a word that lost the space beside it: از and دیدار of ازدیدار
};

/// One syntactic word: a token, or a part of one.
struct syntactic_word {
    slice at;
    std::uint32_t token = 0; ///< the index of its token among the tokens of the text
    word_part part = word_part::whole;
};

/// Options of `syntactic_words`.
struct syntactic_word_options {
    bool clitics = true;     ///< parts clitics from what they lean on
    bool lost_spaces = true; ///< parts words that lost the space between them
};

namespace detail { namespace parting {

enum class grammar : std::uint8_t { none, arabic, persian, pashto, english, by_letters };

constexpr grammar grammar_of(std::string_view tag) noexcept {
    for (const std::string_view t : {"ar", "arz", "ary", "apc", "ajp", "acm", "afb", "aeb", "arq", "arb"})
        if (tag == t) return grammar::arabic;
    if (tag == "fa" || tag == "prs" || tag == "pes") return grammar::persian;
    if (tag == "ps" || tag == "pbt" || tag == "pbu") return grammar::pashto;
    if (tag == "en") return grammar::english;
    return tag == "und" || tag.empty() ? grammar::by_letters : grammar::none;
}
// A language that is not known: what the letters of the word alone can tell. English apostrophes are no other language's as often.
constexpr grammar grammar_of_letters(std::string_view word) noexcept {
    if (word.empty() || static_cast<unsigned char>(word[0]) < 0x80) return grammar::english;
    const auto has = [&](std::string_view letter) { return word.find(letter) != std::string_view::npos; };
    if (has("پ") || has("چ") || has("ژ") || has("گ") || has("\u200C") || has("ک") || has("ی")) return grammar::persian;
    if (has("ة") || has("أ") || has("إ") || has("ي") || has("ى") || has("ال")) return grammar::arabic;
    return grammar::none;
}

// Puts the parts of one token where they belong.
class part_writer {
public:
    part_writer(std::vector<syntactic_word>& to, std::uint32_t token, slice whole) noexcept
        : to_(to), token_(token), at_(whole.begin) {}
    // What stands between the last part and `end`.
    void operator()(offset end, word_part part) {
        if (end > at_) to_.push_back({{at_, end}, token_, part});
        at_ = end;
    }

private:
    std::vector<syntactic_word>& to_;
    std::uint32_t token_;
    offset at_;
};

inline void write_cuts(part_writer& write, slice word, const cuts& found) {
    for (std::size_t i = 0; i < found.count; ++i)
        write(word.begin + found.at[i], found.joined ? word_part::joined : i == 0 ? word_part::stem : word_part::enclitic);
    write(word.end, found.count == 0 ? word_part::whole : found.joined ? word_part::joined : word_part::enclitic);
}

// One word of a spelling that may have lost a space, the letters [begin, end): its parts, and last what `alone` is if it has none.
inline void write_word(part_writer& write, const spelling& word, const language_model& model,
                       const syntactic_word_options& options, std::size_t begin, std::size_t end, word_part alone) {
    // At most two words are joined, so what is parted here is parted no further.
    const code_span codes = word.all().subspan(begin, end - begin);
    way w{0, 0, 0, static_cast<std::uint8_t>(codes.size())};
    if (options.clitics && codes.size() >= 2) w = best_way(model, codes);
    const clitic_language& clitics = model.arabic ? arabic_clitics : persian_clitics;
    const auto place = [&](std::size_t letter) { return word.places[begin + letter]; };
    if (w.proclitic != 0) {
        const clitic_letters& p = clitics.proclitics[w.proclitic];
        write(place(p.first), word_part::proclitic);
        write(place(p.size), word_part::proclitic);
    }
    const std::size_t lost = !model.arabic && options.lost_spaces && alone == word_part::whole
                                 ? lost_space(model, codes.subspan(w.begin, std::size_t{w.end} - w.begin))
                                 : 0;
    if (lost != 0) {
        write_word(write, word, model, options, begin + w.begin, begin + w.begin + lost, word_part::joined);
        if (w.whole()) return write_word(write, word, model, options, begin + lost, end, word_part::joined);
    }
    write(place(w.end), w.whole() ? alone : word_part::stem);
    if (w.enclitic != 0) {
        const clitic_letters& e = clitics.enclitics[w.enclitic];
        write(place(w.end + e.first), word_part::enclitic);
        write(place(std::size_t{w.end} + e.size), word_part::enclitic);
    }
}

inline void write_parts(std::string_view text, slice at, std::uint32_t token, grammar of, const syntactic_word_options& options,
                        std::vector<syntactic_word>& to) {
    part_writer write(to, token, at);
    const std::string_view bytes = at.of(text);
    if (of == grammar::by_letters) of = grammar_of_letters(bytes);
    if (of == grammar::arabic || of == grammar::persian) {
        const language_model& model = of == grammar::arabic ? arabic_model : persian_model;
        spelling word;
        if (bytes.size() >= 4 && spell(text, at, of == grammar::arabic ? arabic_codes : persian_codes, word))
            return write_word(write, word, model, options, 0, word.size, word_part::whole);
    } else if (of == grammar::english || of == grammar::pashto) {
        cuts found = of == grammar::english ? english_cuts(bytes) : pashto_cuts(bytes);
        if (found.joined ? !options.lost_spaces : !options.clitics) found.count = 0;
        return write_cuts(write, at, found);
    }
    write(at.end, word_part::whole);
}

}} // namespace detail::parting

struct syntactic_words_fn : adaptor {
    syntactic_word_options options;

    /// The syntactic words of a text whose languages are found first.
    [[nodiscard]] std::vector<syntactic_word> operator()(std::string_view text) const {
        const std::vector<language_span> spans = languages(text);
        return (*this)(text, std::span<const language_span>(
                                 spans.data(), spans.size())); // not the vector itself: std::span takes long to see that it may
    }
    /// Those of a text that is all in one language.
    [[nodiscard]] std::vector<syntactic_word> operator()(std::string_view text, language_tag language) const {
        const language_span whole[] = {{{0, static_cast<offset>(text.size())}, language, 1}};
        return (*this)(text, std::span<const language_span>(whole, 1));
    }
    /// Those of a text whose languages are known: spans in text order.
    [[nodiscard]] std::vector<syntactic_word> operator()(std::string_view text, std::span<const language_span> spans) const {
        std::vector<syntactic_word> found;
        std::vector<token> all;
        tokens.fill(text, all);
        run(text, {all.data(), all.size()}, spans, emit(found));
        return found;
    }
    template <std::same_as<std::string> Temporary>
    void operator()(Temporary&&) const = delete; // the text would be gone before its words
    /// The same stage with other options.
    [[nodiscard]] constexpr syntactic_words_fn operator()(const syntactic_word_options& with) const noexcept {
        syntactic_words_fn other;
        other.options = with;
        return other;
    }

    void run(std::string_view text, std::span<const token> all, std::span<const language_span> spans,
             emit<syntactic_word> out) const {
        std::vector<syntactic_word>& to = out.items();
        const language_span* span = spans.data();
        const language_span* const last = span + spans.size();
        auto of = detail::parting::grammar::by_letters;
        offset until = 0; // where what is said by `of` ends
        for (std::size_t i = 0; i < all.size(); ++i) {
            const token& t = all[i];
            const auto number = static_cast<std::uint32_t>(i);
            if (t.kind != token_kind::word) {
                to.push_back({t.at, number, word_part::whole});
                continue;
            }
            if (t.at.begin >= until) {
                while (span != last && span->at.end <= t.at.begin) ++span;
                const bool inside = span != last && span->at.begin <= t.at.begin;
                of = inside ? detail::parting::grammar_of(span->code.view()) : detail::parting::grammar::by_letters;
                until = span == last ? static_cast<offset>(text.size()) : inside ? span->at.end : span->at.begin;
            }
            detail::parting::write_parts(text, t.at, number, of, options, to);
        }
    }
};
/// The words that grammar sees: `for (matn::syntactic_word w : matn::syntactic_words(text))`. As a stage it reads tokens and language
/// spans and makes the layer of `syntactic_word`; tokens stay as they are.
///
/// Each token is one syntactic word or several, which cover it without gaps. Parted are Arabic proclitics (و ف ب ل ك س, not the
/// article) and pronouns; Persian and Dari pronouns and copulas, and words that lost a space; English contractions; Pashto pronouns
/// with a postposition: as Universal Dependencies have them. Linear in the text, for any bytes; allocates nothing in a warm document.
inline constexpr syntactic_words_fn syntactic_words{};

namespace detail {
template <class Stage>
struct missing_layer<syntactic_word, Stage> {
    static_assert(never<Stage>, "matn: a stage reads syntactic words; put matn::syntactic_words before it");
    static constexpr bool ok = false;
};
} // namespace detail

}} // namespace matn

#endif
