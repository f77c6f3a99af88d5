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
    bool averaged = false;   // the answer is the mean of the weights of the last tenth, not the last of them
};

// The languages of Arabic script that many texts are in, and behind them `others`. Dialects of Arabic are learned as Arabic where they
// have no class of their own.
inline std::vector<language_class> of_arabic_script(const std::vector<source>& arabic,
                                                    const std::vector<language_class>& others) {
    std::vector<language_class> all = {{"ar", arabic},        {"fa", {{"fa", 85}, {"prs", 15}}}, {"ps", {{"ps", 100}}},
                                       {"ur", {{"ur", 100}}}, {"ckb", {{"ckb", 100}}},           {"ug", {{"ug", 100}}},
                                       {"sd", {{"sd", 100}}}};
    all.insert(all.end(), others.begin(), others.end());
    return all;
}
inline constexpr std::size_t common_of_arabic_script = 7;

// What is none of the languages of Cyrillic letters, beside `others`.
inline language_class no_cyrillic(const std::vector<source>& others) {
    std::vector<source> all = {{"ru", 25, making::slavic_words},
                               {"ru", 20, making::foreign_cyrillic},
                               {"tg", 15, making::foreign_cyrillic},
                               {"tr", 15, making::tatar}};
    all.insert(all.end(), others.begin(), others.end());
    for (const source& s : {source{"az", 10, making::azerbaijani}, source{"tk", 10, making::tatar},
                            source{"tr", 10, making::kazakh}, source{"az", 5, making::tatar}})
        all.push_back(s);
    return {"", all};
}

// A language that few texts are in; `mixed` as in language_class.
inline language_class rare(const char* tag, const char* file, bool mixed = false) { return {tag, {{file, 100}}, 0.3, mixed}; }

inline const std::vector<group> core_groups = {
    {.name = "arabic",
     .letters = detail::letter_group::arabic,
     .sequences = 3,
     .row_bytes = 4,
     .short_bits = 11,
     .long_bits = 13,
     .long_first = 2048,
     .steps = 4'800'000,
     .rate = 1.5F,
     .labelled = 0.5,
     .classes = of_arabic_script({{"ar", 96}, {"arz", 2}, {"ary", 2}}, {{"",
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
                                                                          {"ug", 2, making::foreign_arabic}}}}),
     .averaged = true},
    {.name = "latin",
     .letters = detail::letter_group::latin,
     .sequences = 4,
     .row_bytes = 8,
     .short_bits = 13,
     .long_bits = 13,
     .long_first = 0,
     .steps = 4'800'000,
     .rate = 3,
     .labelled = 0.6,
     .classes = {{"en", {{"en", 100}}},
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
    {.name = "cyrillic",
     .letters = detail::letter_group::cyrillic,
     .sequences = 3,
     .row_bytes = 4,
     .short_bits = 10,
     .long_bits = 10,
     .long_first = 0,
     .steps = 800'000,
     .rate = 1.5F,
     .labelled = 0.5,
     .classes = {{"ru", {{"ru", 100}}}, {"tg", {{"tg", 100}}}, no_cyrillic({{"uz", 10, making::uzbek}})}},
};

// The languages of the region that few texts are in, beside the others. Latin letters are those of the core.
inline const std::vector<group> full_groups = {
    {.name = "arabic",
     .letters = detail::letter_group::arabic,
     .sequences = 3,
     .row_bytes = 16,
     .short_bits = 11,
     .long_bits = 14,
     .long_first = 2048,
     .steps = 9'600'000,
     .rate = 1.5F,
     .labelled = 0.5,
     .classes = of_arabic_script({{"ar", 100}}, {rare("arz", "arz"),
                                                 rare("ary", "ary"),
                                                 rare("pnb", "pnb"),
                                                 rare("skr", "skr"),
                                                 rare("ks", "ks", true),
                                                 rare("azb", "azb"),
                                                 rare("mzn", "mzn"),
                                                 rare("glk", "glk", true),
                                                 rare("lrc", "lrc"),
                                                 rare("bqi", "bqi"),
                                                 rare("bal", "bal", true),
                                                 rare("sdh", "sdh"),
                                                 rare("hac", "hac", true),
                                                 rare("kk-Arab", "kk-arab"),
                                                 rare("ms-Arab", "ms-arab"),
                                                 {"",
                                                  {{"ur", 4, making::foreign_arabic},
                                                   {"fa", 4, making::foreign_arabic},
                                                   {"sd", 4, making::foreign_arabic},
                                                   {"ps", 3, making::foreign_arabic},
                                                   {"ar", 3, making::foreign_arabic},
                                                   {"ckb", 3, making::foreign_arabic},
                                                   {"ug", 3, making::foreign_arabic},
                                                   {"pnb", 3, making::foreign_arabic}}}}),
     .common = common_of_arabic_script},
    {.name = "cyrillic",
     .letters = detail::letter_group::cyrillic,
     .sequences = 3,
     .row_bytes = 4,
     .short_bits = 10,
     .long_bits = 11,
     .long_first = 0,
     .steps = 1'200'000,
     .rate = 1.5F,
     .labelled = 0.5,
     .classes = {{"ru", {{"ru", 100}}}, {"tg", {{"tg", 100}}}, {"uz-Cyrl", {{"uz", 100, making::uzbek}}, 0.4}, no_cyrillic({})},
     .common = 3},
};

} // namespace language

#endif
