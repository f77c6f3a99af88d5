// SPDX-License-Identifier: MIT
// Normalization of mixed text: each part by the orthography of its own language, with the way back to the text as it was.
#ifndef MATN_NORMALIZE_HPP
#define MATN_NORMALIZE_HPP

#include <matn/fold.hpp>
#include <matn/language.hpp>
#include <matn/token.hpp>

#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace matn { inline namespace v0 {

/// How far normalization goes.
enum class normalization_level : std::uint8_t {
    repair,      ///< what machines broke: `fold::repair`, in every language
    orthography, ///< and the letters, digits and marks that the language is written with: `fold::orthography(tag)`
    key,         ///< a search key, the same for all languages: `fold::search`
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

/// The working memory of `normalizing`: the maps of the languages met so far.
class normalization_memory {
    friend struct normalizing_fn;

    [[nodiscard]] const detail::fold_map& map_of(fold_set rules) {
        for (const auto& m : maps_)
            if (m.first == rules) return m.second;
        return maps_.emplace_back(rules, detail::fold_map(rules)).second;
    }
    std::vector<std::pair<fold_set, detail::fold_map>> maps_;
};

struct normalizing_fn : adaptor {
    normalization_options options;

    /// Normalizes a text whose languages are found first.
    [[nodiscard]] normalized operator()(std::string_view text) const { return (*this)(text, languages(text)); }
    /// Normalizes a text that is all in one language.
    [[nodiscard]] normalized operator()(std::string_view text, language_tag language) const {
        const language_span whole[] = {{{0, static_cast<offset>(text.size())}, language, 1}};
        return (*this)(text, whole);
    }
    /// Normalizes a text whose languages are known: spans in text order; what they do not cover is repaired only.
    [[nodiscard]] normalized operator()(std::string_view text, std::span<const language_span> spans) const {
        normalized out;
        normalization_memory memory;
        run(text, spans, options.protect ? tokens(text) : std::vector<token>(), memory, out);
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
        out.write(text, memory.map_of(rules_for(options, "und")), [&](detail::fold_writer& writer) {
            const auto* next = all.data();
            const auto* const end = all.data() + all.size();
            const auto fold_to = [&](offset stop) { // around what is protected
                for (; options.protect && next != end && next->at.begin < stop; ++next) {
                    if (!is_protected(next->kind)) continue;
                    writer.fold(next->at.begin);
                    writer.copy(next->at.end);
                }
                writer.fold(stop);
            };
            for (const language_span& s : spans) {
                if (s.at.begin > writer.position()) {
                    writer.use(memory.map_of(rules_for(options, "und")));
                    fold_to(s.at.begin);
                }
                writer.use(memory.map_of(rules_for(options, s.confidence < options.confidence ? "und" : s.code.view())));
                fold_to(s.at.end);
            }
            writer.use(memory.map_of(rules_for(options, "und")));
            fold_to(static_cast<offset>(text.size()));
        });
    }

private:
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
