// SPDX-License-Identifier: MIT
// Where English contractions and Pashto pronouns with a postposition are parted.
//
// English as Universal Dependencies' treebanks have it: do + n't, ca + n't, it + 's, John + 's, can + not, gon + na.
#ifndef MATN_DETAIL_CONTRACTIONS_HPP
#define MATN_DETAIL_CONTRACTIONS_HPP

#include <matn/slice.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail { namespace parting {

// Where a word is parted, in bytes from its begin.
struct cuts {
    std::uint8_t at[4] = {};
    std::size_t count = 0;
    bool joined = false; // the parts are words, not a word and what leans on it

    constexpr void put_first(std::size_t where) noexcept {
        if (count == 4) return;
        for (std::size_t i = count++; i > 0; --i) at[i] = at[i - 1];
        at[0] = static_cast<std::uint8_t>(where);
    }
};

constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool is_letter(char c) noexcept {
    return (lower(c) >= 'a' && lower(c) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}
constexpr bool same_word(std::string_view word, std::string_view lower_case) noexcept {
    if (word.size() != lower_case.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (lower(word[i]) != lower_case[i]) return false;
    return true;
}

// How many bytes the apostrophe that ends at a place has: ' ’ ‘ ʼ ＇; 0 for anything else.
constexpr std::size_t apostrophe_before(std::string_view text, std::size_t end) noexcept {
    if (end >= 1 && text[end - 1] == '\'') return 1;
    const auto ends = [&](std::string_view with) {
        return end >= with.size() && text.substr(end - with.size(), with.size()) == with;
    };
    if (ends("\u2019") || ends("\u2018") || ends("\uFF07")) return 3;
    return ends("\u02BC") ? 2 : 0;
}

// Words without an apostrophe that are two all the same. "its", "ill", "were", "well", "id", "shed" and "hell" are words and so stay whole.
struct contraction {
    std::string_view word;
    std::uint8_t first, second; // where it is parted; 0 for no second place
    bool joined;
};
inline constexpr contraction contractions[] = {
    {"cannot", 3, 0, true},    {"gonna", 3, 0, false},    {"wanna", 3, 0, false},   {"gotta", 3, 0, false},
    {"gimme", 3, 0, false},    {"lemme", 3, 0, false},    {"outta", 3, 0, false},   {"lotta", 3, 0, false},
    {"oughta", 5, 0, false},   {"dunno", 2, 3, false},    {"alot", 1, 0, true},     {"dont", 2, 0, false},
    {"cant", 2, 0, false},     {"wont", 2, 0, false},     {"didnt", 3, 0, false},   {"doesnt", 4, 0, false},
    {"isnt", 2, 0, false},     {"wasnt", 3, 0, false},    {"arent", 3, 0, false},   {"werent", 4, 0, false},
    {"havent", 4, 0, false},   {"hasnt", 3, 0, false},    {"hadnt", 3, 0, false},   {"wouldnt", 5, 0, false},
    {"couldnt", 5, 0, false},  {"shouldnt", 6, 0, false}, {"im", 1, 0, false},      {"ive", 1, 0, false},
    {"youre", 3, 0, false},    {"youve", 3, 0, false},    {"theyre", 4, 0, false},  {"theyve", 4, 0, false},
    {"weve", 2, 0, false},     {"thats", 4, 0, false},    {"theres", 5, 0, false},  {"whats", 4, 0, false},
    {"shes", 3, 0, false},     {"hes", 2, 0, false},      {"wouldve", 5, 0, false}, {"couldve", 5, 0, false},
    {"shouldve", 6, 0, false},
};

// Where an English word is parted. A word of more than 255 bytes stays whole.
constexpr cuts english_cuts(std::string_view word) noexcept {
    cuts found;
    if (word.size() < 2 || word.size() > 255) return found;
    std::size_t end = word.size();
    // From the right: would + n't + 've.
    while (found.count < 3) {
        std::size_t tail = end;
        while (tail > 0 && end - tail < 3 && lower(word[tail - 1]) >= 'a' && lower(word[tail - 1]) <= 'z' &&
               apostrophe_before(word, tail) == 0)
            --tail;
        const std::size_t mark = apostrophe_before(word, tail);
        if (mark == 0 || mark == tail) break;
        const std::size_t at = tail - mark;
        const std::string_view rest = word.substr(tail, end - tail);
        const char before = word[at - 1];
        if (same_word(rest, "t") && lower(before) == 'n' && at >= 2) {
            end = at - 1;
        } else if (same_word(rest, "s") || same_word(rest, "m") || same_word(rest, "re") || same_word(rest, "ve") ||
                   same_word(rest, "ll") || same_word(rest, "d")) {
            if (!is_letter(before)) break; // the 80's
            end = at;
        } else if (rest.empty() && found.count == 0 && (lower(before) == 's' || lower(before) == 'x' || lower(before) == 'z')) {
            end = at; // citizens'
        } else {
            if (same_word(rest, "all") && same_word(word.substr(0, at), "y")) found.put_first(tail);
            if (same_word(rest, "mon") && same_word(word.substr(0, at), "c")) found.put_first(tail + 1);
            break;
        }
        if (end == 0) break;
        found.put_first(end);
    }
    if (found.count != 0 || word.size() > 8) return found;
    for (const contraction& c : contractions)
        if (same_word(word, c.word)) {
            if (c.second != 0) found.put_first(c.second);
            found.put_first(c.first);
            found.joined = c.joined;
            break;
        }
    return found;
}

// Pashto: the pronouns را در ور before a postposition, and تر لاسه. ورته is left whole, for it is also a word of its own ("like").
constexpr cuts pashto_cuts(std::string_view word) noexcept {
    cuts found;
    const auto begins = [&](std::string_view with) { return word.substr(0, with.size()) == with; };
    if (word == "ترلاسه") found.put_first(4), found.joined = true;
    const bool pronoun = begins("را") || begins("در") || begins("ور");
    if (!pronoun) return found;
    const std::string_view rest = word.substr(4);
    for (const std::string_view post : {"سره", "باندې", "باندي", "باندی", "څخه", "لاندې", "پسې"})
        if (rest == post) found.put_first(4);
    if (rest == "ته" && !begins("ور")) found.put_first(4);
    return found;
}

}}}} // namespace matn::v0::detail::parting

#endif
