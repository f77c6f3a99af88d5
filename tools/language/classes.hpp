// SPDX-License-Identifier: MIT
// The languages of the models of language.hpp and language_full.hpp, and what each is learned from.
#ifndef MATN_TOOLS_LANGUAGE_CLASSES_HPP
#define MATN_TOOLS_LANGUAGE_CLASSES_HPP

#include <matn/detail/language_features.hpp>

#include <vector>

namespace language {

using namespace matn;

// Where texts of a class come from: a file of train/, or, with `made`, texts made from those of that file.
enum class making {
    none,
    foreign_arabic,
    foreign_cyrillic,
    tatar,
    uzbek,
    azerbaijani,
    kazakh,
    malay,
    indonesian,
    malay_words,
    indonesian_words,
    slavic_words
};
struct source {
    const char* file;
    unsigned share; // how often its lines are drawn, against the other sources of the class
    making made = making::none;
};
struct language_class {
    const char* tag; // "" is what the model knows to be none of its languages
    std::vector<source> sources;
    double labelled = -1; // where it is not that of the group
    bool mixed = false;   // its texts have lines in the common languages among them
};
struct group {
    const char* name;
    detail::letter_group letters;
    unsigned sequences; // see detail::language_model
    unsigned row_bytes; // 4 for up to 8 languages, 8 for up to 16, 16 for up to 32
    unsigned short_bits, long_bits, long_first;
    unsigned steps;
    float rate;      // of learning
    double labelled; // the share of the labelled lines (news, health, user interfaces) in what is drawn
    std::vector<language_class> classes;
    std::size_t common = 99; // of the classes, so many, the first, are likely with any prior
};

inline const std::vector<group> core_groups = {
    {"arabic",
     detail::letter_group::arabic,
     3,
     4,
     11,
     13,
     2048,
     4'800'000,
     1.5F,
     0.5,
     {{"ar", {{"ar", 96}, {"arz", 2}, {"ary", 2}}},
      {"fa", {{"fa", 85}, {"prs", 15}}},
      {"ps", {{"ps", 100}}},
      {"ur", {{"ur", 100}}},
      {"ckb", {{"ckb", 100}}},
      {"ug", {{"ug", 100}}},
      {"sd", {{"sd", 100}}},
      {"",
       {{"ks", 12},
        {"pnb", 12},
        {"skr", 12},
        {"azb", 10},
        {"mzn", 8},
        {"glk", 12},
        {"lrc", 6},
        {"bqi", 6},
        {"bal", 8},
        {"hac", 8},
        {"kk-arab", 6},
        {"ur", 4, making::foreign_arabic},
        {"fa", 4, making::foreign_arabic},
        {"sd", 3, making::foreign_arabic},
        {"ps", 3, making::foreign_arabic},
        {"ar", 2, making::foreign_arabic},
        {"ckb", 2, making::foreign_arabic},
        {"ug", 2, making::foreign_arabic}}}}},
    {"latin",
     detail::letter_group::latin,
     4,
     8,
     13,
     13,
     0,
     4'800'000,
     3,
     0.6,
     {{"en", {{"en", 100}}},
      {"fr", {{"fr", 100}}},
      {"de", {{"de", 100}}},
      {"es", {{"es", 100}}},
      {"tr", {{"tr", 100}}},
      {"id", {{"id", 100}, {"ms", 20, making::indonesian}, {"id", 20, making::indonesian_words}}},
      {"ms", {{"ms", 100}, {"id", 20, making::malay}, {"ms", 20, making::malay_words}}},
      {"it", {{"it", 100}}},
      {"pt", {{"pt", 100}}},
      {"sw", {{"sw", 100}}},
      {"kmr", {{"kmr", 100}}},
      {"az", {{"az", 100}}},
      {"uz", {{"uz", 100}}},
      {"tk", {{"tk", 100}}}}},
    {"cyrillic",
     detail::letter_group::cyrillic,
     3,
     4,
     10,
     10,
     0,
     800'000,
     1.5F,
     0.5,
     {{"ru", {{"ru", 100}}},
      {"tg", {{"tg", 100}}},
      {"",
       {{"ru", 25, making::slavic_words},
        {"ru", 20, making::foreign_cyrillic},
        {"tg", 15, making::foreign_cyrillic},
        {"tr", 15, making::tatar},
        {"uz", 10, making::uzbek},
        {"az", 10, making::azerbaijani},
        {"tk", 10, making::tatar},
        {"tr", 10, making::kazakh},
        {"az", 5, making::tatar}}}}},
};

// The languages of the region that few texts are in, beside the others. Latin letters are those of the core.
inline const std::vector<group> full_groups = {
    {"arabic",
     detail::letter_group::arabic,
     3,
     16,
     11,
     14,
     2048,
     9'600'000,
     1.5F,
     0.5,
     {{"ar", {{"ar", 100}}},
      {"fa", {{"fa", 85}, {"prs", 15}}},
      {"ps", {{"ps", 100}}},
      {"ur", {{"ur", 100}}},
      {"ckb", {{"ckb", 100}}},
      {"ug", {{"ug", 100}}},
      {"sd", {{"sd", 100}}},
      {"arz", {{"arz", 100}}, 0.3},
      {"ary", {{"ary", 100}}, 0.3},
      {"pnb", {{"pnb", 100}}, 0.3},
      {"skr", {{"skr", 100}}, 0.3},
      {"ks", {{"ks", 100}}, 0.3, true},
      {"azb", {{"azb", 100}}, 0.3},
      {"mzn", {{"mzn", 100}}, 0.3},
      {"glk", {{"glk", 100}}, 0.3, true},
      {"lrc", {{"lrc", 100}}, 0.3},
      {"bqi", {{"bqi", 100}}, 0.3},
      {"bal", {{"bal", 100}}, 0.3, true},
      {"sdh", {{"sdh", 100}}, 0.3},
      {"hac", {{"hac", 100}}, 0.3, true},
      {"kk-Arab", {{"kk-arab", 100}}, 0.3},
      {"ms-Arab", {{"ms-arab", 100}}, 0.3},
      {"",
       {{"ur", 4, making::foreign_arabic},
        {"fa", 4, making::foreign_arabic},
        {"sd", 4, making::foreign_arabic},
        {"ps", 3, making::foreign_arabic},
        {"ar", 3, making::foreign_arabic},
        {"ckb", 3, making::foreign_arabic},
        {"ug", 3, making::foreign_arabic},
        {"pnb", 3, making::foreign_arabic}}}},
     7},
    {"cyrillic",
     detail::letter_group::cyrillic,
     3,
     4,
     10,
     11,
     0,
     1'200'000,
     1.5F,
     0.5,
     {{"ru", {{"ru", 100}}},
      {"tg", {{"tg", 100}}},
      {"uz-Cyrl", {{"uz", 100, making::uzbek}}, 0.4},
      {"",
       {{"ru", 25, making::slavic_words},
        {"ru", 20, making::foreign_cyrillic},
        {"tg", 15, making::foreign_cyrillic},
        {"tr", 15, making::tatar},
        {"az", 10, making::azerbaijani},
        {"tk", 10, making::tatar},
        {"tr", 10, making::kazakh},
        {"az", 5, making::tatar}}}},
     3},
};

} // namespace language

#endif
