// SPDX-License-Identifier: MIT
// Texts made from others for the training of language.hpp: stand-ins for languages that there are no texts of, and Malay and
// Indonesian sentences that differ in nothing but the words which tell them apart.
#ifndef MATN_TOOLS_LANGUAGE_MADE_TEXTS_HPP
#define MATN_TOOLS_LANGUAGE_MADE_TEXTS_HPP

#include "corpus.hpp"
#include "everyday_words.hpp"
#include "malay_words.hpp"

#include <sstream>
#include <unordered_map>

namespace language {

struct substitution {
    char32_t from, to;
};

// A part of the letters, at least two of five, becomes others.
inline void substitute(letters& text, substitution s, double kept, randomness& random) {
    for (char32_t& c : text)
        if (c == s.from && static_cast<double>(random.next() >> 11) * 0x1p-53 > kept) c = s.to;
}

// A language of Arabic script that nobody has written: texts of those that are known, one to three of whose letters are others.
// Brahui, Khowar or Torwali are to the model what these are: words of their neighbours, and letters that no neighbour has.
inline letters with_foreign_arabic_letters(letters text, randomness& random) {
    static constexpr char32_t common[] = U"لنرسشجچزژوهکگتدبمیيكہاخع";
    static constexpr char32_t foreign[] = {0x67B, 0x681, 0x685, 0x692, 0x694, 0x697, 0x699, 0x69B, 0x6A4, 0x6A7, 0x6A8, 0x6AC,
                                           0x6AE, 0x6B4, 0x6B5, 0x6B6, 0x6B7, 0x6B9, 0x6BB, 0x6BD, 0x6C2, 0x6C5, 0x6C9, 0x6CA,
                                           0x751, 0x752, 0x756, 0x75A, 0x75B, 0x75C, 0x761, 0x762, 0x763, 0x767, 0x768, 0x76A,
                                           0x76C, 0x76E, 0x76F, 0x770, 0x771, 0x772, 0x773, 0x774, 0x776, 0x777, 0x778, 0x77A};
    const double kept = 0.006 * static_cast<double>(random.below(100));
    for (std::size_t i = 1 + random.below(3); i > 0; --i) {
        const char32_t from = common[random.below(std::size(common) - 1)];
        substitute(text, {from, foreign[random.below(std::size(foreign))]}, kept, random);
    }
    return text;
}

// The same for the Slavic and other neighbours of Russian and Tajik.
inline letters with_foreign_cyrillic_letters(letters text, randomness& random) {
    static constexpr substitution changes[] = {{U'и', U'і'}, {U'ы', U'и'}, {U'э', U'е'}, {U'и', U'ј'}, {U'е', U'є'},
                                               {U'й', U'ј'}, {U'у', U'ў'}, {U'г', U'ґ'}, {U'ч', U'ћ'}, {U'л', U'љ'},
                                               {U'н', U'њ'}, {U'щ', U'ђ'}, {U'ё', U'ї'}, {U'з', U'ѕ'}, {U'о', U'ө'},
                                               {U'у', U'ү'}, {U'а', U'ә'}, {U'н', U'ң'}, {U'х', U'һ'}, {U'ж', U'җ'}};
    const double kept = 0.005 * static_cast<double>(random.below(100));
    for (std::size_t i = 2 + random.below(3); i > 0; --i)
        substitute(text, changes[random.below(std::size(changes))], kept, random);
    return text;
}

// Turkic texts in Latin letters, written as their relatives write in Cyrillic ones: Tatar, Kazakh, Azerbaijani, Uzbek.
enum class cyrillic_spelling { tatar, uzbek, azerbaijani, kazakh };
inline letters in_cyrillic(const letters& text, cyrillic_spelling spelling) {
    using enum cyrillic_spelling;
    const auto small = [](char32_t c) {
        if (c >= 'A' && c <= 'Z') return static_cast<char32_t>(c + 32);
        constexpr std::u32string_view capitals = U"ƏÄÖÜĞŞÇŇŽÝ", smalls = U"əäöüğşçňžý";
        const auto at = capitals.find(c);
        return at == std::u32string_view::npos ? c : smalls[at];
    };
    constexpr std::u32string_view plain = U"abdefijklmnoprstuvwxyzəäöüğışçňžý", changed = U"абдефижклмнопрстуввхйзәәөүгышчңжй";
    letters out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = small(text[i]), next = i + 1 < text.size() ? small(text[i + 1]) : 0;
        const auto both = [&](char32_t first, std::u32string_view second, char32_t to) {
            if (spelling != uzbek || c != first || second.find(next) == std::u32string_view::npos || next == 0) return false;
            out.push_back(to);
            ++i;
            return true;
        };
        if (both('s', U"h", U'ш') || both('c', U"h", U'ч') || both('o', U"'`‘’ʻ", U'ў') || both('g', U"'`‘’ʻ", U'ғ') ||
            both('y', U"a", U'я') || both('y', U"o", U'ё') || both('y', U"u", U'ю'))
            continue;
        if (c == 'c') out.push_back(spelling == azerbaijani ? U'ҹ' : U'җ');
        else if (c == 'g') out.push_back(U'г');
        else if (c == 'h') out.push_back(spelling == uzbek ? U'ҳ' : U'һ');
        else if (c == 'q') out.push_back(spelling == uzbek || spelling == kazakh ? U'қ' : U'г');
        else if (spelling == kazakh && (c == 'i' || c == U'İ')) out.push_back(U'і');
        else if (spelling == kazakh && c == U'ğ') out.push_back(U'ғ');
        else if (c == U'İ') out.push_back(U'и');
        else if (const auto at = plain.find(c); at != std::u32string_view::npos) out.push_back(changed[at]);
        else out.push_back(c);
    }
    return out;
}

inline std::vector<std::string> words_of(const char* list) {
    std::istringstream in(list);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

// A sentence with the words of the other one of the two languages; empty where it has none that differ.
inline std::string with_words_of_the_other(const std::string& line, bool malay) {
    static const auto table = [] {
        std::unordered_map<std::string, std::string> to[2];
        for (const auto& pair : words_of(malay_indonesian_pairs)) {
            const std::size_t equals = pair.find('=');
            to[0].emplace(pair.substr(0, equals), pair.substr(equals + 1));
            to[1].emplace(pair.substr(equals + 1), pair.substr(0, equals));
        }
        return std::pair{to[0], to[1]};
    }();
    const auto& other = malay ? table.second : table.first;
    std::string out, word, lower;
    bool changed = false;
    for (const char c : line + "\n") {
        if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
            word += c;
            lower += static_cast<char>(c | 0x20);
            continue;
        }
        const auto found = other.find(lower);
        changed = changed || found != other.end();
        out += found != other.end() ? found->second : word;
        out += c;
        word.clear(), lower.clear();
    }
    return changed ? out : std::string();
}

// The everyday phrases of a language.
inline std::vector<std::string> phrases_of(std::string_view tag) {
    std::vector<std::string> all;
    for (const auto& p : everyday_phrases) {
        if (p.tag != tag) continue;
        std::istringstream in(p.list);
        for (std::string phrase; std::getline(in, phrase, ',');) all.push_back(phrase);
    }
    return all;
}

// A few words of a list.
inline std::string listed_words(const std::vector<std::string>& words, randomness& random, std::size_t most = 4) {
    std::string text;
    for (std::size_t n = 1 + random.below(most); n > 0; --n) text += words[random.below(words.size())] + ' ';
    return text;
}

} // namespace language

#endif
