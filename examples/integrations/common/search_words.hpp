// SPDX-License-Identifier: MIT
// The words that a full-text index keeps of a text: a key for each, and the place of the word in the text as it was.
#ifndef MATN_EXAMPLES_SEARCH_WORDS_HPP
#define MATN_EXAMPLES_SEARCH_WORDS_HPP

#include <matn/alignment.hpp>
#include <matn/fold.hpp>
#include <matn/language.hpp>
#include <matn/normalize.hpp>
#include <matn/pipeline.hpp>
#include <matn/syntactic_word.hpp>
#include <matn/word.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace integrations {

/// How words become keys.
struct search_profile {
    matn::normalization_options keys{.level = matn::normalization_level::key, .protect = false};
    bool stems = false; ///< also a key without clitics: الكتاب for والكتاب
};

/// Reads a profile from words, as they stand behind the name of a tokenizer: "without diacritics stems". What it cannot read it names in
/// `wrong` and returns nothing.
///
///   key | repair        the level of normalizing; key is what it is without a word
///   with RULE           a rule of matn::fold beside those of the level (matn::fold::by_name lists them)
///   without RULE        a rule that is left out
///   spaces              half-spaces are left as they are typed: می رود stays two words
///   stems               keys without clitics beside those with them
inline std::optional<search_profile> read_profile(std::span<const std::string_view> words, std::string& wrong) {
    search_profile p;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (word == "key") {
            p.keys.level = matn::normalization_level::key;
        } else if (word == "repair") {
            p.keys.level = matn::normalization_level::repair;
        } else if (word == "spaces") {
            p.keys.joiners = matn::half_spaces::keep;
        } else if (word == "stems") {
            p.stems = true;
        } else if (word == "with" || word == "without") {
            const auto rule = i + 1 < words.size() ? matn::fold::find(words[i + 1]) : std::nullopt;
            if (!rule) {
                wrong = std::string(word) +
                        (i + 1 < words.size() ? " what? There is no rule " + std::string(words[i + 1]) : " which rule?");
                return std::nullopt;
            }
            (word == "with" ? p.keys.with : p.keys.without) = (word == "with" ? p.keys.with : p.keys.without) | *rule;
            ++i;
        } else {
            wrong = "no option is called " + std::string(word);
            return std::nullopt;
        }
    }
    return p;
}

/// Finds the words of texts. Keeps its memory from text to text: one for each thread.
class search_words {
public:
    explicit search_words(const search_profile& profile = {})
        : profile_(profile), normalize_(matn::normalizing(profile.keys)),
          as_typed_(matn::normalizing(without_joiners(profile.keys))) {}

    /// Calls `to(key, place, again)` for each word in text order. With `again` it is another key of the word before. Ends early when `to`
    /// returns false. The keys are valid during the call only.
    template <class To>
    void each(std::string_view text, const To& to) {
        normalize(text);
        if (profile_.stems) matn::pipeline(matn::languages, matn::tokens, matn::syntactic_words)(text, parts_);
        matn::alignment::reader original(normalized_.map());
        std::size_t part = 0;
        for (const matn::word w : normalized_.text() | matn::words({.punctuation = false})) {
            if (!searched(w.kind)) continue;
            const matn::slice place = original.source(w.at);
            if (!to(w.at.of(normalized_.text()), place, false)) return;
            if (!profile_.stems) continue;
            const auto parts = parts_.each<matn::syntactic_word>();
            while (part < parts.size() && parts[part].at.end <= place.begin) ++part;
            for (std::size_t i = part; i < parts.size() && parts[i].at.begin < place.end; ++i) {
                if (parts[i].part != matn::word_part::stem || !place.contains(parts[i].at)) continue;
                if (!to(normalized_.folded_at(parts[i].at).of(normalized_.text()), place, true)) return;
            }
        }
    }

    /// The keys of a text with a space between them: equal for texts that a search takes for the same.
    std::string keys(std::string_view text) {
        std::string out;
        each(text, [&out](std::string_view key, matn::slice, bool again) {
            if (!again) out.append(out.empty() ? "" : " ").append(key);
            return true;
        });
        return out;
    }

private:
    // A key is the same in all languages, but for the half-spaces of Persian: other scripts need not be asked for their language, which
    // is most of the work.
    void normalize(std::string_view text) {
        if (!may_be_arabic_script(text)) return as_typed_.run(text, {}, {}, memory_, normalized_);
        constexpr auto find_languages = matn::pipeline(matn::languages);
        find_languages(text, languages_);
        const auto spans = languages_.each<matn::language_span>();
        normalize_.run(text, {spans.data(), spans.size()}, {}, memory_, normalized_);
    }
    // Whether there is a byte that letters of Arabic script begin with. General punctuation (E2) is in every text.
    static bool may_be_arabic_script(std::string_view text) {
        bool found = false;
        for (const char c : text)
            found |= static_cast<unsigned char>(c) >= 0xD8 && static_cast<unsigned char>(c) != 0xE2; // no branch: a vector
        return found;
    }
    static matn::normalization_options without_joiners(matn::normalization_options options) {
        options.joiners = matn::half_spaces::keep;
        return options;
    }
    static constexpr bool searched(matn::word_kind kind) {
        using enum matn::word_kind;
        return kind == letters || kind == number || kind == ideograph || kind == kana || kind == emoji;
    }

    search_profile profile_;
    decltype(matn::normalizing(matn::normalization_options{})) normalize_, as_typed_;
    matn::normalization_memory memory_;
    matn::normalized normalized_;
    decltype(matn::pipeline(matn::languages))::document languages_;
    decltype(matn::pipeline(matn::languages, matn::tokens, matn::syntactic_words))::document parts_;
};

} // namespace integrations

#endif
