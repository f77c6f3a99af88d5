// SPDX-License-Identifier: MIT
// Mentions of names that a gazetteer lists in another script than the text: Khalilzad for خلیلزاد, and the reverse.
#ifndef MATN_CROSS_SCRIPT_HPP
#define MATN_CROSS_SCRIPT_HPP

#include <matn/detail/cross_script_search.hpp>
#include <matn/detail/mention_item.hpp>
#include <matn/gazetteer.hpp>
#include <matn/stage.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace matn { inline namespace v0 {

/// A name found by letters that correspond. `how` is `match_how::cross_script`, `score` says how well they do.
struct cross_script_mention : mention {};

/// What is known about the texts.
struct cross_script_options {
    std::string_view language = {}; ///< a BCP 47 tag, or empty: the letters decide
};

/// The working memory of a `cross_script_names` stage.
struct cross_script_work : detail::cross_script_memory {};

/// The names of a gazetteer, found in texts of the other script: those in Latin letters in Arabic script, those in Arabic script in Latin
/// letters. Refers to the gazetteer; built once, read by any number of threads.
///
/// A word of the text must correspond letter by letter, better than chance explains, and short words better than long ones. What is found:
/// whole names in any order of their words, with two words written as one or one as two; names that lack words, if two words and the last of
/// them are there; and the last name alone of a person (type person, per) who stands in the text with more words. An Arabic و, ف, ب, ل or ك,
/// or two of these, before a name is no part of it.
///
/// Names in the text's own script are `mentions`' matter. Time: some microseconds for each different word of the text, then linear.
class cross_script_names : public adaptor {
public:
    using item_type = cross_script_mention;

    template <profile P>
    explicit cross_script_names(const basic_gazetteer<P>& names, const cross_script_options& options = {}) : options_(options) {
        for (entry_id id = 0; id < names.size(); ++id)
            for (std::uint32_t n = 0; n < names.name_count(id); ++n) {
                const entry e = names.at(id, n);
                search_.add(id, n, e.name, e.language, e.type == "person" || e.type == "per");
            }
        search_.finish();
    }

    /// The mentions of a text, in text order, without overlaps.
    [[nodiscard]] std::vector<cross_script_mention> operator()(std::string_view text) const {
        return (*this)(text, options_.language);
    }
    /// The same for a text of which the language is known.
    [[nodiscard]] std::vector<cross_script_mention> operator()(std::string_view text, std::string_view language) const {
        detail::check_length(text.size());
        std::vector<cross_script_mention> found;
        cross_script_work work;
        search_.find(text, language, work);
        for (const detail::possible_name& p : work.kept) found.push_back(mention_of(p));
        return found;
    }
    template <std::same_as<std::string> Temporary>
    void operator()(Temporary&&) const = delete; // the text would be gone before its mentions

    void run(std::string_view text, cross_script_work& work, emit<cross_script_mention> out) const {
        search_.find(text, options_.language, work);
        for (const detail::possible_name& p : work.kept) out(mention_of(p));
    }

private:
    [[nodiscard]] cross_script_mention mention_of(const detail::possible_name& p) const noexcept {
        cross_script_mention m;
        m.at = p.at;
        m.id = search_.names().entry_of(p.name);
        m.name = static_cast<std::uint16_t>(search_.names().number_of(p.name));
        m.how = match_how::cross_script;
        m.score = p.ratio > 1 ? 1.0f : p.ratio;
        return m;
    }

    detail::cross_script_search search_;
    cross_script_options options_;
};

}} // namespace matn

#endif
