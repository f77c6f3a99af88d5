// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "texts.hpp"

#include <matn/pipeline.hpp>
#include <matn/syntactic_word.hpp>

#include <string>
#include <vector>

namespace {

using part = matn::word_part;
using list = std::vector<std::string>;

// The words of a text in a language, those of one token joined by +, tokens by a space.
std::string parted(std::string_view text, matn::language_tag language,
                   const matn::syntactic_words_fn& stage = matn::syntactic_words) {
    std::string out;
    const auto words = stage(text, language);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i != 0) out += words[i].token == words[i - 1].token ? '+' : ' ';
        out += words[i].at.of(text);
    }
    return out;
}
std::vector<part> parts(std::string_view text, matn::language_tag language) {
    std::vector<part> out;
    for (const matn::syntactic_word w : matn::syntactic_words(text, language)) out.push_back(w.part);
    return out;
}

// Whether the words cover every token, in order and without gaps.
bool cover(const std::vector<matn::token>& tokens, const std::vector<matn::syntactic_word>& words) {
    std::size_t i = 0;
    for (std::size_t t = 0; t < tokens.size(); ++t) {
        matn::offset at = tokens[t].at.begin;
        for (; i < words.size() && words[i].token == t; ++i) {
            if (words[i].at.begin != at || words[i].at.empty()) return false;
            at = words[i].at.end;
        }
        if (at != tokens[t].at.end) return false;
    }
    return i == words.size();
}

} // namespace

static_assert(sizeof(matn::syntactic_word) == 16 && std::is_trivially_copyable_v<matn::syntactic_word>);
static_assert(matn::stage<matn::syntactic_words_fn>);
static_assert(!std::is_invocable_v<const matn::syntactic_words_fn&, std::string>, "a temporary text is refused");
static_assert(matn::detail::parting::english_cuts("don't").count == 1, "the rules work while compiling");

TEST_CASE("Arabic proclitics are parted, and the article stays") {
    CHECK(parted("والكتاب", "ar") == "و+الكتاب");
    CHECK(parted("بالمدرسة", "ar") == "ب+المدرسة");
    CHECK(parted("وبالسيارة", "ar") == "و+ب+السيارة");
    CHECK(parted("للحكومة", "ar") == "ل+لحكومة"); // the alef of the article is not written
    CHECK(parted("وللحكومة فللرئيس وللكتاب", "ar") == "و+ل+لحكومة ف+ل+لرئيس و+ل+لكتاب");
    CHECK(parted("ستقول وسيكتب", "ar") == "س+تقول و+س+يكتب");
    CHECK(parted("فقال كالعادة", "ar") == "ف+قال ك+العادة");
    CHECK(parted("الكتاب", "ar") == "الكتاب");
}

TEST_CASE("a root letter is no clitic") {
    CHECK(parted("وزير والد وجه ولاية", "ar") == "وزير والد وجه ولاية");
    CHECK(parted("بيت بعد برنامج", "ar") == "بيت بعد برنامج");
    CHECK(parted("لجنة ليس لغة", "ar") == "لجنة ليس لغة");
    CHECK(parted("كان كبير سنة فيلم", "ar") == "كان كبير سنة فيلم");
    CHECK(parted("ووزير وبيت ولجنة", "ar") == "و+وزير و+بيت و+لجنة");
}

TEST_CASE("Arabic pronouns are parted from nouns, verbs and prepositions") {
    CHECK(parted("كتابه بيتها مدينتهم", "ar") == "كتاب+ه بيت+ها مدينت+هم");
    CHECK(parted("فيه منها إليهم", "ar") == "في+ه من+ها إلي+هم");
    CHECK(parted("به لهم", "ar") == "ب+ه ل+هم"); // a preposition and a pronoun, with nothing between
    CHECK(parted("وبحياته", "ar") == "و+ب+حيات+ه");
    CHECK(parted("هذه مياه الملك", "ar") == "هذه مياه الملك");
}

TEST_CASE("vowel marks and tatweel belong to the letter before them") {
    CHECK(parted("وَالْكِتَابُ", "ar") == "وَ+الْكِتَابُ");
    CHECK(parted("بِالمـــدرسة", "ar") == "بِ+المـــدرسة");
}

TEST_CASE("Persian pronouns are parted from nouns, and endings of verbs are not") {
    CHECK(parted("پدرش خودشان دلم", "fa") == "پدر+ش خود+شان دل+م");
    CHECK(parted("خانه‌اش کتاب‌هایم", "fa") == "خانه‌+اش کتاب‌های+م");
    CHECK(parted("گفتم می‌روند کرده‌اند", "fa") == "گفتم می‌روند کرده‌اند");
    CHECK(parted("پیش آتش ارتش مردم دولت زمان", "fa") == "پیش آتش ارتش مردم دولت زمان");
    CHECK(parted("مرا اوست امیدواریم", "fa") == "م+را او+ست امیدوار+یم");
}

TEST_CASE("Persian and Dari words that lost a space are parted") {
    CHECK(parted("ازدیدار", "prs") == "از+دیدار");
    CHECK(parted("دفترسیاسی", "prs") == "دفتر+سیاسی");
    CHECK(parted("شانرا آنرا", "prs") == "شان+را آن+را");
    CHECK(parted("وزیرخارجه درکابل", "prs") == "وزیر+خارجه در+کابل");
    CHECK(parts("ازدیدار", "prs") == std::vector{part::joined, part::joined});
}

TEST_CASE("compounds, names and verbs with a preverb have lost no space") {
    for (const std::string_view word : {"دانشجو",
                                        "کاردار",
                                        "خبرنگار",
                                        "محمدرضا",
                                        "علیرضا",
                                        "عبدالله",
                                        "محمدزاده",
                                        "برگزار",
                                        "درآمد",
                                        "درآورد",
                                        "برمی‌گردد",
                                        "بازسازی",
                                        "برداشت",
                                        "رئیس‌جمهور",
                                        "گفت‌وگو",
                                        "ازدواج",
                                        "درخت",
                                        "برادر",
                                        "دیروز",
                                        "آزادسازی",
                                        "باایمان",
                                        "همانندسازی"}) {
        INFO(word);
        CHECK(parted(word, "fa") == word);
    }
}

TEST_CASE("English contractions are parted as treebanks do") {
    CHECK(parted("I don't know", "en") == "I do+n't know");
    CHECK(parted("can't won't DIDN'T", "en") == "ca+n't wo+n't DID+N'T");
    CHECK(parted("It’s John’s", "en") == "It+’s John+’s");
    CHECK(parted("we'll they've I'm you'd", "en") == "we+'ll they+'ve I+'m you+'d");
    CHECK(parted("shouldn't've", "en") == "should+n't+'ve");
    CHECK(parted("cannot gonna dunno dont", "en") == "can+not gon+na du+n+no do+nt");
    CHECK(parted("its ill were well O'Neill 80's", "en") == "its ill were well O'Neill 80's");
    CHECK(parts("cannot don't", "en") == std::vector{part::joined, part::joined, part::stem, part::enclitic});
}

TEST_CASE("Pashto pronouns are parted from a postposition") {
    CHECK(parted("ورسره راباندې درته", "ps") == "ور+سره را+باندې در+ته");
    CHECK(parted("ورځ وروسته ورته راپور", "ps") == "ورځ وروسته ورته راپور");
}

TEST_CASE("other languages are left whole") {
    CHECK(parted("اور وہ کتابیں", "ur") == "اور وہ کتابیں");
    CHECK(parted("والله ئۇنىڭ", "ug") == "والله ئۇنىڭ");
    CHECK(parted("l'homme d'été", "fr") == "l'homme d'été");
}

TEST_CASE("each part of a mixed text is parted by its own language") {
    const std::string_view text = "قال المتحدث باسم الوزارة إن المفاوضات ستستأنف والوفد سيصل غداً إلى العاصمة.\n"
                                  "The minister said that he doesn't know when the delegation will arrive.\n";
    list found;
    for (const matn::syntactic_word w : matn::syntactic_words(text)) found.emplace_back(w.at.of(text));
    const auto has = [&](std::string_view a, std::string_view b) {
        for (std::size_t i = 0; i + 1 < found.size(); ++i)
            if (found[i] == a && found[i + 1] == b) return true;
        return false;
    };
    CHECK(has("ب", "اسم"));
    CHECK(has("و", "الوفد"));
    CHECK(has("does", "n't"));
}

TEST_CASE("what is said of the languages is what counts") {
    const std::string_view text = "ازدیدار والكتاب";
    const matn::language_span spans[] = {{{0, 14}, "prs", 1}, {{15, 29}, "xx", 1}};
    const auto words = matn::syntactic_words(text, spans);
    REQUIRE(words.size() == 3);
    CHECK(words[0].at.of(text) == "از");
    CHECK(words[2].at.of(text) == "والكتاب");                                               // no language of ours
    CHECK(matn::syntactic_words(text, std::span<const matn::language_span>()).size() >= 4); // none known: by the letters
}

TEST_CASE("options leave out what is not wanted") {
    const auto no_clitics = matn::syntactic_words({.clitics = false});
    const auto no_spaces = matn::syntactic_words({.lost_spaces = false});
    CHECK(parted("پدرش ازدیدار", "fa", no_clitics) == "پدرش از+دیدار");
    CHECK(parted("پدرش ازدیدار", "fa", no_spaces) == "پدر+ش ازدیدار");
    CHECK(parted("don't cannot", "en", no_clitics) == "don't can+not");
    CHECK(parted("والكتاب", "ar", no_clitics) == "والكتاب");
}

TEST_CASE("only words are parted: tags, addresses, numbers stay whole") {
    CHECK(parted("#والكتاب https://example.org/بالكتاب 12", "ar") == "#والكتاب https://example.org/بالكتاب 12");
}

TEST_CASE("as a stage it reads tokens and language spans, and changes neither") {
    const auto analyse = matn::pipeline(matn::languages, matn::tokens, matn::syntactic_words);
    const std::string_view text = "وقال الوزير إن المفاوضات بدأت أمس";
    const auto doc = analyse(text);
    CHECK(doc.each<matn::token>().size() == 6);
    CHECK(doc.each<matn::syntactic_word>().size() == 7);
    const auto alone = matn::syntactic_words(text);
    REQUIRE(alone.size() == 7);
    for (std::size_t i = 0; i < alone.size(); ++i) CHECK(alone[i].at == doc.each<matn::syntactic_word>()[i].at);
}

TEST_CASE("syntactic words cover all tokens of any text, and lie on borders of code points") {
    for (const std::string& text : texts::all(400, 300))
        for (const std::string_view tag : {"ar", "fa", "en", "ps", "und"}) {
            INFO(text);
            const auto words = matn::syntactic_words(text, matn::language_tag(tag));
            REQUIRE(cover(matn::tokens(text), words));
        }
}

TEST_CASE("broken bytes stay what they are, beside words that are parted") {
    CHECK(parted("والكتاب\xD8 \xFFازدیدار", "ar").find("و+الكتاب") != std::string::npos);
    CHECK(parted("\xD9\xD9 پدرش", "fa").find("پدر+ش") != std::string::npos);
}

TEST_CASE("very long words stay whole, in linear time") {
    std::string word;
    for (int i = 0; i < 100000; ++i) word += "و";
    CHECK(parted(word, "ar") == word);
    CHECK(parted(std::string(100000, 'a') + "'s", "en").size() == 100002);
    CHECK(parted("", "ar").empty());
}

TEST_CASE("contractions of several parts, of any apostrophe and of names are parted") {
    CHECK(parted("I'd've wouldn't've y'all c'mon", "en") == "I+'d+'ve would+n't+'ve y'+all c'm+on");
    CHECK(parted("WE'RE They’ll SHOULDN’T", "en") == "WE+'RE They+’ll SHOULD+N’T");
    CHECK(parted("the 80's were", "en") == "the 80's were");
    CHECK(parted("o'clock O'Brien Qur'an", "en") == "o'clock O'Brien Qur'an");
    CHECK(parted("dunno Gimme CANNOT dont wont", "en") == "du+n+no Gim+me CAN+NOT do+nt wo+nt");
    CHECK(parted("its ill were well", "en") == "its ill were well");
    const auto ends = [](std::string_view word) {
        const auto found = matn::detail::parting::english_cuts(word);
        return found.count == 1 ? static_cast<int>(found.at[0]) : -static_cast<int>(found.count);
    };
    CHECK(ends("citizens'") == 8); // the genitive of a plural, of a name in x and in z
    CHECK(ends("Marx’") == 4);
    CHECK(ends("Paz'") == 3);
    CHECK(ends("singin'") == 0);
    CHECK(ends("don\u2018t") == 2); // written with the wrong mark, ʼ and ＇
    CHECK(ends("don\u02BCt") == 2);
    CHECK(ends("don\uFF07t") == 2);
    CHECK(ends("'s") == 0);
    CHECK(ends("n't") == 0);
    CHECK(ends("s") == 0);
    CHECK(ends(std::string(256, 'a')) == 0);
}

TEST_CASE("Pashto pronouns are parted from the postposition behind them") {
    CHECK(parted("راسره درڅخه ورباندې ورته راته", "ps") == "را+سره در+څخه ور+باندې ورته را+ته");
    CHECK(parted("ترلاسه کړ", "ps") == "تر+لاسه کړ");
    CHECK(parted("راکړه", "ps") == "راکړه");
}

TEST_CASE("whatever is written together, its parts are the whole, and are the same beside other words") {
    const list begins = {"",   "و",   "ف",  "ب",    "ل",    "ک",    "س",   "به", "از",   "در",         "بر",        "هر",
                         "تا", "این", "آن", "برای", "دیگر", "وال",  "بال", "لل", "ال",   "می‌",    "نمی‌", "ن",
                         "ب",  "باز", "ور", "وا",   "چند",  "چهار", "او",  "را", "خواه", "ونمی‌"};
    const list stems = {"کتاب", "آمد", "رفت", "یامد", "دیدار", "وزیر", "سیاسی", "کابل", "مدرسة", "حکومت", "مرد", "شما",
                        "خود",  "او",  "ما",  "زاده", "سازی",  "محمد", "گفت",   "شان",  "قال",   "بيت",   "كان", "في",
                        "من",   "علي", "هم",  "مدير", "کرد",   "گو",   "است",   "نفر",  "ی",     "م"};
    const list ends = {"",   "ها",        "های",         "هایی",    "م",       "ت",  "ش",  "مان", "تان", "شان",
                       "ه",  "هم",        "ها",          "نا",      "ني",      "ي",  "ک",  "را",  "ست",  "ند",
                       "یم", "ه‌ام", "ه‌اند", "‌اش", "‌ای", "ین", "ون", "ات",  "تهم", "وا"};
    for (const matn::language_tag language :
         {matn::language_tag("fa"), matn::language_tag("prs"), matn::language_tag("ar"), matn::language_tag("ps")}) {
        for (const std::string& begin : begins) {
            for (const std::string& stem : stems) {
                for (const std::string& end : ends) {
                    const std::string word = begin + stem + end, text = word + " " + word;
                    std::vector<matn::token> all;
                    matn::tokens.fill(text, all);
                    const auto words = matn::syntactic_words(text, language);
                    if (!cover(all, words)) FAIL(text);
                    if (words.size() % 2 != 0) FAIL(text);
                    for (std::size_t i = 0; i < words.size() / 2; ++i)
                        if (words[i].at.of(text) != words[i + words.size() / 2].at.of(text)) FAIL(text);
                }
            }
        }
    }
}
