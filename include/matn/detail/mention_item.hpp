// SPDX-License-Identifier: MIT
// What a mention is, for all that find some. Documented with mention.hpp, which includes this.
#ifndef MATN_DETAIL_MENTION_ITEM_HPP
#define MATN_DETAIL_MENTION_ITEM_HPP

#include <matn/gazetteer.hpp>

#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 {

/// How the text's words are the name.
enum class match_how : std::uint8_t {
    exact,        ///< letter for letter as listed
    normalized,   ///< after folding: other letter forms, case, vowel signs, digits
    joined,       ///< spaces or half-spaces differ: اسلامآباد for اسلام آباد
    affix,        ///< with a clitic, which is not part of the mention: بالدوحة, طالبان‌ها
    alias,        ///< the last name of a person whom the text also names in full
    acronym,      ///< capitals that the text gives in brackets beside the full name
    disguised,    ///< direction controls stand between the letters: what is read may not be what is seen
    fuzzy,        ///< one letter is taken for another: خلیلذاد for خلیلزاد, Mohamed for Mohammed
    cross_script, ///< listed in the other script: Khalilzad for خلیلزاد (see cross_script.hpp)
};

/// The name of a match_how, as the `matn` command prints it.
[[nodiscard]] constexpr std::string_view name_of(match_how how) noexcept {
    constexpr std::string_view names[] = {"exact",   "normalized", "joined", "affix",       "alias",
                                          "acronym", "disguised",  "fuzzy",  "cross-script"};
    return names[static_cast<std::size_t>(how)];
}

/// How sure a match is, from 0 to 1: a float kept in one byte, in steps of 1/250.
class match_score {
public:
    constexpr match_score() = default;
    constexpr match_score(float value) noexcept
        : steps_(static_cast<std::uint8_t>(value <= 0   ? 0
                                           : value >= 1 ? 250
                                                        : value * 250 + 0.5f)) {}
    [[nodiscard]] constexpr operator float() const noexcept { return static_cast<float>(steps_) / 250; }

private:
    std::uint8_t steps_ = 250;
};

/// A name of a gazetteer found in a text.
struct mention {
    slice at;               ///< the name alone, without clitics; bytes of the original text, on code-point borders
    entry_id id = 0;        ///< whose name: `gazetteer[id]`
    std::uint16_t name = 0; ///< which of the entry's names: `gazetteer.at(id, name)`
    match_how how = match_how::exact;
    match_score score; ///< 1 for exact
};
static_assert(sizeof(mention) == 16);

}} // namespace matn

#endif
