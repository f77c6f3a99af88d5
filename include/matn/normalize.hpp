// SPDX-License-Identifier: MIT
// Normalization of mixed text: each part by the orthography of its own language, with the way back to the text as it was.
#ifndef MATN_NORMALIZE_HPP
#define MATN_NORMALIZE_HPP

#include <matn/detail/buffer.hpp>
#include <matn/fold.hpp>
#include <matn/joiner.hpp>
#include <matn/language.hpp>
#include <matn/token.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace matn { inline namespace v0 {

/// How far normalization goes.
enum class normalization_level : std::uint8_t {
    repair,      ///< what machines broke: `fold::repair`, in every language
    orthography, ///< and the letters, digits and marks that the language is written with: `fold::orthography(tag)`
    key,         ///< a search key, the same for all languages: `fold::search`, where half-spaces have been restored
};

/// Whether the half-spaces that Persian and Dari text has lost are restored before the rules run.
enum class half_spaces : std::uint8_t {
    of_level, ///< in a key, where the half-spaces go again: می رود, می‌رود and میرود become one
    restore,  ///< at every level
    keep,     ///< at none
};

/// Options of `normalizing`.
struct normalization_options {
    normalization_level level = normalization_level::orthography;
    /// Rules to follow beside those of the level, and rules of it to leave out.
    fold_set with = fold::none, without = fold::none;
    /// How sure a language must be for its own rules; where it is less, text is repaired only.
    float confidence = 0.5f;
    /// Leaves URLs, e-mail addresses, @mentions and #hashtags as they stand.
    bool protect = true;
    /// Restores lost half-spaces first, as `joiners` finds them: in Persian and Dari, and where the language is not sure but the words are.
    half_spaces joiners = half_spaces::of_level;
};

/// The rules for a part of a text in a language.
[[nodiscard]] constexpr fold_set rules_for(const normalization_options& options, std::string_view language) noexcept {
    const fold_set of_level = options.level == normalization_level::repair        ? fold::repair
                              : options.level == normalization_level::orthography ? fold::orthography(language)
                                                                                  : fold::search;
    return (of_level | options.with) - options.without;
}

/// A normalized text, and how its bytes correspond to the text as it was.
class normalized : public folded_text {
    friend struct normalizing_fn;
};

/// The working memory of `normalizing`: the maps of the languages met so far, and the text with its half-spaces.
class normalization_memory {
    friend struct normalizing_fn;

    [[nodiscard]] const detail::fold_map& map_of(fold_set rules) {
        for (const rules_map& m : maps_)
            if (m.rules == rules) return m.map;
        return maps_.push_back({rules, detail::fold_map(rules)}).map;
    }
    struct rules_map {
        fold_set rules;
        detail::fold_map map;
    };
    detail::buffer<rules_map> maps_;
    // What `joiners` reads, and that with what it found: with its spans, what is protected there, and the way back.
    normalized readable_;
    std::string restored_;
    detail::buffer<language_span> spans_;
    detail::buffer<token> protected_;
    alignment map_, spare_;
};

struct normalizing_fn : adaptor {
    normalization_options options;

    /// Normalizes a text whose languages are found first.
    [[nodiscard]] normalized operator()(std::string_view text) const {
        const std::vector<language_span> spans = languages(text);
        return (*this)(text, std::span<const language_span>(spans.data(), spans.size()));
    }
    /// Normalizes a text that is all in one language.
    [[nodiscard]] normalized operator()(std::string_view text, language_tag language) const {
        const language_span whole[] = {{{0, static_cast<offset>(text.size())}, language, 1}};
        return (*this)(text, std::span<const language_span>(whole, 1));
    }
    /// Normalizes a text whose languages are known: spans in text order; what they do not cover is repaired only.
    [[nodiscard]] normalized operator()(std::string_view text, std::span<const language_span> spans) const {
        normalized out;
        normalization_memory memory;
        std::vector<token> all;
        if (options.protect) tokens.fill(text, all);
        run(text, spans, {all.data(), all.size()}, memory, out);
        return out;
    }
    /// The same stage with other options.
    [[nodiscard]] constexpr normalizing_fn operator()(normalization_options with) const noexcept {
        normalizing_fn made;
        made.options = with;
        return made;
    }

    void run(std::string_view text, std::span<const language_span> spans, std::span<const token> all,
             normalization_memory& memory, normalized& out) const {
        const auto rules = [&](std::string_view language) { return rules_for(options, language); };
        if (restores() && restore(text, spans, all, memory)) {
            fold(memory.restored_, {memory.spans_.data(), memory.spans_.size()},
                 {memory.protected_.data(), memory.protected_.size()}, memory, out, rules);
            out.led_by(memory.map_, memory.spare_);
            out.led_by(memory.readable_.map(), memory.spare_);
        } else {
            fold(text, spans, all, memory, out, rules);
        }
    }

private:
    [[nodiscard]] constexpr bool restores() const noexcept {
        return options.joiners == half_spaces::restore ||
               (options.joiners == half_spaces::of_level && options.level == normalization_level::key);
    }
    [[nodiscard]] constexpr std::string_view tag_of(const language_span& s) const noexcept {
        return s.confidence < options.confidence ? std::string_view("und") : s.code.view();
    }

    // Each part by the rules of its language, around what is protected.
    template <class Rules>
    void fold(std::string_view text, std::span<const language_span> spans, std::span<const token> all,
              normalization_memory& memory, normalized& out, const Rules& rules) const {
        out.write(text, memory.map_of(rules("und")), [&](detail::fold_writer& writer) {
            const auto* next = all.data();
            const auto* const end = all.data() + all.size();
            const auto fold_to = [&](offset stop) {
                for (; options.protect && next != end && next->at.begin < stop; ++next) {
                    if (!is_protected(next->kind)) continue;
                    writer.fold(next->at.begin);
                    writer.copy(next->at.end);
                }
                writer.fold(stop);
            };
            for (const language_span& s : spans) {
                if (s.at.begin > writer.position()) {
                    writer.use(memory.map_of(rules("und")));
                    fold_to(s.at.begin);
                }
                writer.use(memory.map_of(rules(tag_of(s))));
                fold_to(s.at.end);
            }
            writer.use(memory.map_of(rules("und")));
            fold_to(static_cast<offset>(text.size()));
        });
    }

    // What hides words from `joiners`: presentation forms, spaces that do not break and the like.
    static constexpr fold_set hiding = fold::presentation | fold::spaces | fold::invisible | fold::tatweel;
    // What it tells words of Persian apart by, among all that a key takes as one.
    static constexpr fold_set told_apart = fold::joiners | fold::ezafe | fold::alef | fold::hamza;

    // Puts the half-spaces into a copy of the text, and says whether there were any.
    bool restore(std::string_view text, std::span<const language_span> spans, std::span<const token> all,
                 normalization_memory& memory) const {
        // Where half-spaces go again, those alone matter that a space was typed for; and what is around must not.
        const bool as_key = rules_for(options, "und").has(fold::joiners);
        fold(text, spans, all, memory, memory.readable_, [&](std::string_view language) {
            const fold_set all_rules = rules_for(options, language);
            return as_key ? (all_rules - told_apart) | fold::joiner_edges : hiding - (hiding - all_rules);
        });
        const std::string_view readable = memory.readable_.text();
        memory.spans_.clear();
        memory.spans_.append(spans.data(), spans.size());
        for (language_span& s : memory.spans_) s.at = memory.readable_.folded_at(s.at);

        memory.restored_.clear();
        memory.map_.clear();
        offset copied = 0;
        for (std::size_t i = 0; i < memory.spans_.size();) {
            // Neighbours of one kind are read together: the words around decide.
            slice part = memory.spans_[i].at;
            const joiner_language language = joiner_language_of(tag_of(memory.spans_[i]));
            for (++i; i < memory.spans_.size() && memory.spans_[i].at.begin == part.end &&
                      joiner_language_of(tag_of(memory.spans_[i])) == language;
                 ++i)
                part.end = memory.spans_[i].at.end;
            const auto put = [&](const joiner& j) {
                memory.restored_.append(readable.substr(copied, part.begin + j.at.begin - copied)).append("\u200C");
                copied = part.begin + j.at.end;
                memory.map_.gap(static_cast<offset>(memory.restored_.size()), copied, copied);
            };
            if (as_key) detail::each_spaced_word(part.of(readable), language, put);
            else detail::each_joiner(part.of(readable), {.language = language}, put);
        }
        if (memory.map_.size() == 0) return false;
        memory.restored_.append(readable.substr(copied));
        detail::check_length(memory.restored_.size());
        memory.map_.finish(static_cast<offset>(memory.restored_.size()), static_cast<offset>(readable.size()));

        for (language_span& s : memory.spans_) s.at = memory.map_.folded_at(s.at);
        memory.protected_.clear();
        for (const token& t : all)
            if (is_protected(t.kind))
                memory.protected_.push_back({memory.map_.folded_at(memory.readable_.folded_at(t.at)), t.kind});
        return true;
    }

    [[nodiscard]] static constexpr bool is_protected(token_kind kind) noexcept {
        return kind == token_kind::url || kind == token_kind::email || kind == token_kind::mention || kind == token_kind::hashtag;
    }
};
/// Normalizes a mixed text: `matn::normalizing(text).text()`. As a stage it reads language spans and tokens and makes the one `normalized`
/// of the document.
///
/// Linear. With `language_options::hint` or a language given, normalizing what is normalized changes nothing. Letters of a language
/// that the profile of that language does not name are never changed.
inline constexpr normalizing_fn normalizing{};

namespace detail {
template <class Stage>
struct missing_layer<normalized, Stage> {
    static_assert(never<Stage>, "matn: a stage reads the normalized text; put matn::normalizing before it");
    static constexpr bool ok = false;
};
} // namespace detail

}} // namespace matn

#endif
