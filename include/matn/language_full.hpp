// SPDX-License-Identifier: MIT
// language.hpp with the lesser written languages of the region: Western Punjabi, Saraiki, Kashmiri, Mazanderani, Gilaki and others.
#ifndef MATN_LANGUAGE_FULL_HPP
#define MATN_LANGUAGE_FULL_HPP

#include <matn/detail/language_full_model.hpp>
#include <matn/language.hpp>

namespace matn { inline namespace v0 {

/// How much less likely than the others the languages that few texts are in are taken to be, in nats, before the text is read.
/// Anything from 0 to 10 may be given.
///
/// For news and other texts of many sources, most of which are in large languages: a text of a few words is then in the large
/// language that its words belong to, too.
inline constexpr float news_prior = 6;
/// For collections in which a text in Saraiki is as likely as one in Urdu.
inline constexpr float balanced_prior = 0;

/// What is known beforehand, and which answers are given.
struct full_language_options {
    /// The language that is expected ("und" for none): it counts as much as a clear word or two.
    language_tag hint = {};
    /// Answers below this confidence become "und".
    float least_confidence = detail::least_language_confidence;
    /// `news_prior`, `balanced_prior`, or another number.
    float rarity = news_prior;
};

namespace detail {
struct full_models {
    static constexpr const auto& of = full_language_models;
};
} // namespace detail

/// `identify` among all languages that matn knows. The same in cost and in what it says for a text that it can't tell.
[[nodiscard]] constexpr language identify_full(std::string_view text, const full_language_options& options = {}) {
    detail::check_length(text.size());
    if (std::is_constant_evaluated()) return detail::identify<detail::full_models, true>(text, options);
    return detail::identify<detail::full_models, false>(text, options);
}

using full_language_memory = basic_language_memory<detail::full_models>;
using languages_full_fn = detail::languages_stage<detail::full_models, full_language_options>;
/// `languages` among all languages that matn knows. As a stage it makes what `languages` makes, in its place.
inline constexpr languages_full_fn languages_full{};

}} // namespace matn

#endif
