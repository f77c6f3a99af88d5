// SPDX-License-Identifier: MIT
// What is kept of a text in which names of another script are looked for: its words, and which words of names they are like.
#ifndef MATN_DETAIL_CROSS_SCRIPT_TEXT_HPP
#define MATN_DETAIL_CROSS_SCRIPT_TEXT_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/name_candidates.hpp>
#include <matn/detail/name_store.hpp>
#include <matn/utf8.hpp>

#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

// A name that is there with one word, or two written as one.
struct one_word_name {
    std::uint32_t name = name_store::nothing;
    std::int32_t weight = 0;
    float ratio = 0;
};
// A spelling of a word of the text.
struct text_form {
    slice at;                               // where it stands first
    std::uint32_t hash = 0;                 // of its bytes
    std::uint32_t letters = 0, size = 0;    // folded
    std::uint32_t hits = 0, hits_end = 0;   // words of the index that are like it, by their numbers
    std::uint32_t names = 0, names_end = 0; // the names that have these, in order, where they are few
    std::uint32_t holders = 0;              // how many names have these
    // Its forms without an Arabic proclitic, and without two.
    static constexpr std::uint32_t most_stems = 2;
    std::uint32_t stems[most_stems] = {name_store::nothing, name_store::nothing};
    one_word_name alone;
    std::uint64_t marks[4] = {}; // which hits it has, by 8 bits of their hash
    std::uint16_t meaning = 0;   // see name_lexicon.hpp
    std::uint8_t languages = 0;
    bool common = false;    // a word that every text has
    bool lost_alef = false; // its article has lost its alef behind a lam
    bool stems_looked = false;
};
// Two forms that stand side by side.
struct form_pair {
    std::uint32_t first = 0, second = 0;
    std::uint32_t hits = 0, hits_end = 0;   // words of the index that are like both written as one
    std::uint32_t names = 0, names_end = 0; // names that have a word like the first and one like the second
    one_word_name alone;
    bool more = false; // more names than are listed
};
// What a word of the text may be: itself, or itself without proclitics.
struct text_reading {
    std::uint32_t form = name_store::nothing;
    std::uint32_t pair = name_store::nothing; // with the next word
};
struct text_word {
    slice at;
    bool follows; // nothing but a space or the like parts it from the word before
    bool taken = false;
    text_reading as[1 + text_form::most_stems] = {}; // as it stands, then those that there are
};
struct cross_script_text {
    buffer<text_word> words;
    buffer<text_form> forms;
    buffer<form_pair> pairs;
    buffer<std::uint32_t> form_slots, pair_slots; // numbers and 1
    buffer<std::uint8_t> letters;
    buffer<word_hit> hits;
    buffer<std::uint32_t> names;
    name_question question;
};

// What is known of the language of a text: told by who asks, or by its letters.
struct text_language {
    std::string_view tag;
    bool told = false;
    // Whether words of these languages may have an Arabic proclitic.
    [[nodiscard]] bool has_arabic(std::uint8_t languages) const noexcept {
        return tag.empty() || tag.substr(0, 2) == "ar" || (!told && languages == 1u << name_arabic);
    }
};
// Words that may be of several languages are then asked in one of them alone. A text with letters of two is of none.
[[nodiscard]] inline text_language language_of(std::string_view text) noexcept {
    std::uint32_t arabic = 0, persian = 0, pashto = 0, urdu = 0;
    for (offset p = 0; p < text.size();) {
        const code_point c = decode(text, p);
        p = c.at.end;
        if (!c.ok || c.value < 0x600 || c.value > 0x6FF) continue;
        const std::uint8_t hint = hint_of(c.value);
        arabic += hint == hint_arabic ? 1u : 0u;
        persian += hint == hint_persian ? 1u : 0u;
        pashto += hint == hint_pashto ? 1u : 0u;
        urdu += hint == hint_urdu ? 1u : 0u;
    }
    const std::uint32_t all = arabic + persian + pashto + urdu;
    if (all < 20) return {};
    if (20 * arabic > 19 * all) return {"ar"};
    if (20 * persian > 19 * all) return {"fa"};
    if (20 * arabic > all) return {};
    return pashto > urdu && 10 * pashto > all ? text_language{"ps"} : 10 * urdu > all ? text_language{"ur"} : text_language{};
}

}}} // namespace matn::v0::detail

#endif
