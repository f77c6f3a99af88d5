// SPDX-License-Identifier: MIT
// Everything from one include: each public header is there, and all stages work in one pipeline.
#include <matn/matn.hpp> // first, so that it must bring all that it needs
// Those that stand apart, in the same file: no name may mean two things.
#include <matn/chrono.hpp>
#include <matn/constant_gazetteer.hpp>
#include <matn/cross_script.hpp>
#include <matn/format.hpp>
#include <matn/language_full.hpp>
#include <matn/link.hpp>
#include <matn/live_gazetteer.hpp>
#include <matn/mention_stream.hpp>
#include <matn/name_index.hpp>
#include <matn/name_match.hpp>
#include <matn/proper_name.hpp>
#include <matn/show.hpp>
#include <matn/substring.hpp>
#if __has_include(<unicode/utypes.h>)
#include <matn/icu.hpp>
#endif

#include "catch.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

namespace {

namespace fold = matn::fold;

// A dateline, a quotation and a figure in each of five languages, and a mixed line; none of it is quoted from anywhere.
constexpr std::string_view article =
    "کابل، ۲۶ حمل ۱۳۹۹: سخنگوی وزارت دفاع گفت که ۱۲ سرباز به ننګرهار رفتند.\n"                            // Dari
    "تهران ـ رئیس‌جمهوری گفت: «می‌خواهیم به توافق برسیم.»\n" // Persian
    "كابول (رويترز) - قالت الأمم المتحدة إن ٥٠٠ أسرة عادت إلى قُندُز.\n"                                    // Arabic
    "د بهرنیو چارو وزارت وایي چې خبرې به په دوحه کې وي.\n"                                                // Pashto
    "اسلام آباد: وزیر خارجہ نے کہا کہ امن قائم ہوگا۔\n"                                                   // Urdu
    "The U.N. mission (UNAMA) published its report at https://unama.example.org on Tuesday.\n"
    "broken: \xD8\xD9 end";

struct folded_word : matn::word {};
constexpr auto words_of_folded = [](std::string_view text, matn::emit<folded_word> out) {
    for (const matn::word w : text | matn::words({.punctuation = false})) out({w});
};
const matn::gazetteer& names() {
    static const matn::gazetteer made({{.id = "kunduz", .type = "place", .language = "ar", .name = "قندز"},
                                       {.id = "kabul", .type = "place", .language = "fa", .name = "کابل"},
                                       {.id = "unama", .type = "org", .language = "en", .name = "UNAMA"},
                                       {.id = "nangarhar", .type = "place", .language = "ps", .name = "ننګرهار"}});
    return made;
}
const auto analyse = matn::pipeline(
    matn::code_points, matn::damages, matn::graphemes, matn::script_runs, matn::languages, matn::words, matn::tokens,
    matn::sentences, matn::numbers, matn::anchors, matn::dates, matn::mentions(names()), matn::joiners, matn::restore_joiners,
    matn::normalizing, matn::syntactic_words, matn::folding<fold::search>, matn::through<fold::search>(words_of_folded));

// The sizes that docs/limits.md names: layers are the memory of an analysis.
static_assert(sizeof(matn::slice) == 8 && sizeof(matn::grapheme) == 8 && sizeof(matn::sentence) == 8);
static_assert(sizeof(matn::word) == 12 && sizeof(matn::token) == 12 && sizeof(matn::script_run) == 12 &&
              sizeof(matn::damage) == 12);
static_assert(sizeof(matn::code_point) == 16 && sizeof(matn::mention) == 16 && sizeof(matn::joiner) == 16 &&
              sizeof(matn::syntactic_word) == 16);
static_assert(sizeof(matn::language_span) == 20 && sizeof(matn::number) == 24 && sizeof(matn::date) == 64);

template <class T, class Doc>
std::vector<std::string_view> texts_of(const Doc& doc) {
    std::vector<std::string_view> out;
    for (const T& item : doc.template each<T>()) out.push_back(doc.text(item));
    return out;
}
bool has(const std::vector<std::string_view>& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

} // namespace

TEST_CASE("matn.hpp includes every public header but those that cost more or need a library") {
    const std::filesystem::path headers = std::filesystem::path(MATN_SOURCE_DIR) / "include" / "matn";
    std::ifstream file(headers / "matn.hpp");
    const std::string umbrella((std::istreambuf_iterator<char>(file)), {});
    REQUIRE_FALSE(umbrella.empty());

    const std::set<std::string> apart = {
        "matn.hpp",           "icu.hpp",        "chrono.hpp",       "format.hpp",        "show.hpp",
        "name_match.hpp",     "name_index.hpp", "cross_script.hpp", "language_full.hpp", "live_gazetteer.hpp",
        "mention_stream.hpp", "substring.hpp",  "proper_name.hpp",  "link.hpp",          "constant_gazetteer.hpp"};
    for (const auto& entry : std::filesystem::directory_iterator(headers)) {
        if (!entry.is_regular_file()) continue;
        const std::string name = entry.path().filename().string();
        INFO(name);
        CHECK((umbrella.find("#include <matn/" + name + ">") != std::string::npos) == (apart.count(name) == 0));
    }
}

TEST_CASE("all stages work in one pipeline over text of five languages") {
    const auto doc = analyse(article);

    // A script run is long: the languages in Arabic script are one, with the Latin one behind them.
    REQUIRE(doc.each<matn::script_run>().size() == 2);
    CHECK(doc.each<matn::script_run>()[0].value == matn::script::arabic);
    CHECK(doc.text(doc.each<matn::script_run>()[1]).starts_with("The U.N."));

    const auto words = texts_of<matn::word>(doc);
    for (const std::string_view w : {"حمل", "۱۳۹۹", "ننګرهار", "رئیس‌جمهوری", "٥٠٠", "قُندُز", "چې", "ہوگا", "UNAMA"})
        CHECK(has(words, w));
    const auto tokens = texts_of<matn::token>(doc);
    for (const std::string_view t : {"حمل", "٥٠٠", "U.N.", "https://unama.example.org", "«", "۔"}) CHECK(has(tokens, t));

    CHECK(doc.each<matn::sentence>().size() == 7); // one a line
    CHECK(doc.text(doc.each<matn::sentence>()[4]) == "اسلام آباد: وزیر خارجہ نے کہا کہ امن قائم ہوگا۔");

    REQUIRE(doc.each<matn::damage>().size() == 2);
    CHECK(doc.each<matn::damage>()[0].at.begin == article.find("\xD8\xD9"));
    CHECK(doc.each<matn::grapheme>().size() < doc.each<matn::code_point>().size()); // marks go with their letters

    std::set<std::string> languages;
    for (const matn::language_span& l : doc.each<matn::language_span>()) languages.insert(std::string(l.code.view()));
    for (const char* code : {"ps", "ar", "ur", "en"}) CHECK(languages.count(code) == 1);
    CHECK((languages.count("fa") == 1 || languages.count("prs") == 1));

    std::map<std::string_view, std::int64_t> numbers;
    for (const matn::number& n : doc.each<matn::number>()) numbers[doc.text(n)] = n.integer().value_or(-1);
    CHECK(numbers["۱۲"] == 12);
    CHECK(numbers["٥٠٠"] == 500);
    const auto dates = doc.each<matn::date>();
    REQUIRE_FALSE(dates.empty());
    CHECK(doc.text(dates[0]) == "۲۶ حمل ۱۳۹۹");
    CHECK(dates[0].first == matn::day(matn::gregorian(2020, 4, 14)));

    std::map<std::string_view, std::string_view> mentions;
    for (const matn::mention& m : doc.each<matn::mention>()) mentions[names()[m.id].id] = doc.text(m);
    CHECK(mentions == std::map<std::string_view, std::string_view>{
                          {"kabul", "کابل"}, {"kunduz", "قُندُز"}, {"nangarhar", "ننګرهار"}, {"unama", "UNAMA"}});

    // Found in the folded text, and still the bytes of the article.
    CHECK(doc.get<matn::folded<fold::search>>().text().find("قندز") != std::string_view::npos);
    CHECK(has(texts_of<folded_word>(doc), "قُندُز"));
    CHECK(has(texts_of<folded_word>(doc), "می‌خواهیم"));
}

TEST_CASE("layers fit together: the words of a sentence, the runs of a word") {
    const auto doc = analyse(article);
    for (const matn::sentence& s : doc.each<matn::sentence>()) {
        const auto words = doc.each<matn::word>(s.at);
        REQUIRE_FALSE(words.empty());
        CHECK(words.front().at.begin == s.at.begin); // a sentence begins with a word and ends with one, or with a mark
        CHECK(words.back().at.end == s.at.end);
    }
}
