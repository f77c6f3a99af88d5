// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <matn/joiner.hpp>
#include <matn/pieces.hpp>
#include <matn/pipeline.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

using matn::joiner_kind;
using matn::joiner_language;
using matn::joiner_reason;
using matn::joiner_setting;

static_assert(sizeof(matn::joiner) == 16);
static_assert(std::is_trivially_copyable_v<matn::joiner>);
static_assert(matn::located<matn::joiner>);
static_assert(matn::stage<matn::joiners_fn>);
static_assert(matn::stage<matn::restore_joiners_fn>);
static_assert(matn::joiner_language_of("fa") == joiner_language::persian);
static_assert(matn::joiner_language_of("prs") == joiner_language::persian);
static_assert(matn::joiner_language_of("fa-AF") == joiner_language::persian);
static_assert(matn::joiner_language_of("pes_IR") == joiner_language::persian);
static_assert(matn::joiner_language_of("ps") == joiner_language::other);
static_assert(matn::joiner_language_of("far") == joiner_language::other);
static_assert(matn::joiner_language_of("") == joiner_language::detect);
static_assert(matn::joiner_language_of("und") == joiner_language::detect);

namespace {

const std::string zwnj = "\u200C";

std::string restored(std::string_view text, matn::joiner_options opt = {}) {
    return std::string(matn::restore_joiners(text, opt).text());
}

std::string without_joiners(const std::string& text, const std::string& instead = "") {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        if (text.compare(i, 3, zwnj) == 0) out += instead, i += 3;
        else out += text[i++];
    }
    return out;
}

// News in Dari and Persian, written for these tests.
const std::vector<std::string> sentences = {
    "رئیس اجرائیه می‌گوید که گفت‌وگوهای صلح در اسلام‌آباد ادامه می‌یابد و طرف‌ها نمی‌خواهند آن را قطع کنند.",
    "خانواده‌هایی که خانه‌هایشان را از دست داده‌اند، شب‌ها در خیمه می‌خوابند.",
    "او خیمه‌ای ساخت و از همسایه‌ها خواست که کتاب‌های کهنه را نفروشند.",
    "این برنامه تا هفته آینده تمام نمی‌شود، اما بچه‌ها می‌توانند به مکتب برگردند.",
    "خبرنگاران می‌گفتند که رودخانه‌ها خشکیده‌اند.",
};

const std::vector<std::string> foreign = {
    "د افغانستان ولسمشر وویل چې د سولې خبرې به د راتلونکې اونۍ په سر کې پیل شي او ټول به پکې ګډون وکړي.",
    "وزیر اعظم نے کہا ہے کہ ملک میں مہنگائی کم ہو رہی ہے اور عوام کو جلد ریلیف ملے گا، میدان میں سب موجود ہیں۔",
    "قالت وزارة الصحة إن عدد المستشفيات في العاصمة بلغ ستة وعشرين مستشفى، وإن العمل جار لفتح ثلاثة أخرى مع نهاية العام.",
    "سەرۆکی هەرێم ڕایگەیاند کە کۆبوونەوەکە لە هەولێر بەڕێوە دەچێت و هەموو لایەنەکان بەشداری دەکەن.",
    "ئۇيغۇر تىلى تۈركىي تىللار سىستېمىسىغا كىرىدۇ.",
    "The talks will go on in Islamabad next week.",
};

std::string read(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// What was changed, undone: the text as it was, if nothing else was touched.
std::string undone(std::string_view text, const std::vector<matn::joiner>& found) {
    std::string out;
    matn::offset at = 0;
    for (const matn::joiner& j : found) {
        REQUIRE(j.at.begin >= at);
        out += text.substr(at, j.at.begin - at);
        out += j.at.of(text);
        at = j.at.end;
    }
    return out += text.substr(at);
}

} // namespace

TEST_CASE("half-spaces that were lost come back") {
    for (const std::string& s : sentences) CHECK(restored(without_joiners(s)) == s);
}

TEST_CASE("a space that was typed for a half-space becomes one") {
    for (const std::string& s : sentences) CHECK(restored(without_joiners(s, " ")) == s);
}

TEST_CASE("a text that has its half-spaces stays as it is") {
    for (const std::string& s : sentences) CHECK(restored(s) == s);
}

TEST_CASE("words come out as they are written") {
    const std::pair<const char*, const char*> words[] = {
        {"میخواهیم", "می‌خواهیم"},          {"نمیرسیدند", "نمی‌رسیدند"},
        {"برمیگردیم", "برمی‌گردیم"},       {"درنمییابم", "درنمی‌یابم"},
        {"بیکفایتی", "بی‌کفایتی"},          {"نجیبآباد", "نجیب‌آباد"},
        {"خشونتآمیز", "خشونت‌آمیز"},       {"پوهنتونها", "پوهنتون‌ها"},
        {"ولسوالیهای", "ولسوالی‌های"},    {"خستهام", "خسته‌ام"},
        {"همصنفیهایش", "هم‌صنفی‌هایش"}, {"روشنترین", "روشن‌ترین"},
        {"می خندیدند", "می‌خندیدند"},      {"پنجره ها", "پنجره‌ها"},
        {"نرم افزار", "نرم‌افزار"},         {"بر می گشت", "بر می‌گشت"},
    };
    for (const auto& [lost, right] : words) CHECK(restored(lost) == right);
}

TEST_CASE("words that need no half-space are left alone") {
    for (const char* word : {"میان",   "میدان",  "میراث",     "تنها",     "بها",     "دختر",     "دفتر",   "کشورها",
                             "کارهای", "مردها",  "افغانستان", "آزاد",     "چرخاند",  "قرآن",     "می",     "ها",
                             "پیام",   "بلندتر", "شهرهایشان", "او تر شد", "شده است", "کرده بود", "کار ها", "تو ای"})
        CHECK(restored(word) == word);
}

TEST_CASE("each joiner says why and how sure it is") {
    const std::string_view text = "میخواهیم";
    const auto found = matn::joiners(text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].at == matn::slice{4, 4});
    CHECK(found[0].kind == joiner_kind::insert);
    CHECK(found[0].confidence > .9F);

    const auto why = [](std::string_view word) {
        const auto all = matn::joiners(word, {.setting = joiner_setting::recall});
        REQUIRE(!all.empty());
        return all.back().reason;
    };
    CHECK(why("گفتوگو") == joiner_reason::attested);
    CHECK(why("میپژمردیم") == joiner_reason::verb_prefix);
    CHECK(why("تبریکنامهها") == joiner_reason::plural);
    CHECK(why("پژمرده ام") == joiner_reason::ending);
    CHECK(why("نجیبآباد") == joiner_reason::name);
    CHECK(why("بیکفایتی") == joiner_reason::attested);

    const std::string_view spaced = "کتاب ها";
    const auto replaced = matn::joiners(spaced);
    REQUIRE(replaced.size() == 1);
    CHECK(replaced[0].kind == joiner_kind::replace_space);
    CHECK(replaced[0].at.of(spaced) == " ");
    CHECK(replaced[0].reason == joiner_reason::plural);
}

TEST_CASE("a word can lack several") {
    CHECK(restored("همصنفیهایش") == "هم‌صنفی‌هایش");
    CHECK(restored("هم صنفی هایش می آیند") == "هم صنفی‌هایش می‌آیند");
}

TEST_CASE("what is more sure is part of what is less sure") {
    for (const std::string& s : sentences)
        for (const std::string& text : {without_joiners(s), without_joiners(s, " ")}) {
            const auto precise = matn::joiners(text, {.setting = joiner_setting::precision});
            const auto balanced = matn::joiners(text);
            const auto complete = matn::joiners(text, {.setting = joiner_setting::recall});
            CHECK(precise.size() <= balanced.size());
            CHECK(balanced.size() <= complete.size());
            for (const matn::joiner& j : precise) CHECK(j.confidence >= .9F);
            for (const matn::joiner& j : balanced) {
                CHECK(std::any_of(complete.begin(), complete.end(),
                                  [&](const matn::joiner& c) { return c.at == j.at && c.kind == j.kind; }));
                CHECK(j.confidence >= .6F);
            }
        }
}

TEST_CASE("other languages are not touched") {
    for (const std::string& text : foreign) {
        CHECK(matn::joiners(text).empty());
        CHECK(matn::joiners(text, {.setting = joiner_setting::recall}).empty());
        CHECK(restored(text) == text);
    }
}

TEST_CASE("in a mixed text the words around decide") {
    // "مليار" could be the name مل‌یار; among Arabic words it is a milliard.
    const std::string arabic = "وبلغت قيمة الصفقة مليار دولار في هذا العام وقد كانت أقل من ذلك في العام الذي سبق.";
    CHECK(restored(arabic) == arabic);
    const std::string persian = "او میخواهد که نامهها را بخواند";
    const std::string both = arabic + "\n" + persian + "\n" + foreign[0] + "\n" + persian;
    CHECK(restored(both) == arabic + "\nاو می‌خواهد که نامه‌ها را بخواند\n" + foreign[0] +
                                "\nاو می‌خواهد که نامه‌ها را بخواند");
    // The same letters in Urdu and in Persian: kept in the one, restored in the other.
    const std::string urdu = "یہ میگوید کا گھر ہے اور یہاں سب لوگ رہتے ہیں";
    CHECK(restored(urdu) == urdu);
    CHECK(restored("او میگوید که خانه است") == "او می‌گوید که خانه است");
}

TEST_CASE("the caller can say which language it is") {
    const std::string urdu = "یہ میگوید کا گھر ہے اور یہاں سب لوگ رہتے ہیں";
    CHECK(matn::joiners(urdu, {.language = joiner_language::persian}).size() == 1);
    CHECK(matn::joiners("او میگوید", {.language = joiner_language::other}).empty());
    CHECK(matn::joiners("او میگوید", {.language = matn::joiner_language_of("prs")}).size() == 1);
}

TEST_CASE("either kind can be asked for alone") {
    const std::string_view text = "او میگوید که می خواهد";
    CHECK(restored(text) == "او می‌گوید که می‌خواهد");
    CHECK(restored(text, {.spaces = false}) == "او می‌گوید که می خواهد");
    CHECK(restored(text, {.lost = false}) == "او میگوید که می‌خواهد");
}

TEST_CASE("letters of other keyboards and marks are read and kept") {
    CHECK(restored("ميگويند") == "مي‌گويند");
    CHECK(restored("نامههاي كهنه") == "نامه‌هاي كهنه");
    CHECK(restored("می\u064Eگویند") == "می\u064E‌گویند"); // the mark stays with its letter
    CHECK(restored("نامـهها") == "نامـه‌ها");
    CHECK(restored("صلحا\u0653میز") == "صلح‌ا\u0653میز"); // a madda that is a character of its own
}

TEST_CASE("addresses, tags and names in code are left alone") {
    for (const char* text : {"https://example.org/wiki/کتابها", "#میخواهیم", "@میخواهیم", "www.example.com/میخواهیم",
                             "کتابها@example.org", "`میخواهیم`", "میخواهیم_ما"})
        CHECK(restored(text) == text);
    CHECK(restored("#میخواهیم میخواهیم") == "#میخواهیم می‌خواهیم");
    CHECK(restored("خانهها/نامهها") == "خانه‌ها/نامه‌ها");
}

TEST_CASE("the restored text leads back to the text as it was") {
    const std::string text = "او میگوید که کتاب هایش گم شد";
    const auto r = matn::restore_joiners(text);
    REQUIRE(r.text() == "او می‌گوید که کتاب‌هایش گم شد");
    const auto at = [](std::string_view in, std::string_view what) {
        const auto begin = static_cast<matn::offset>(in.find(what));
        return matn::slice{begin, begin + static_cast<matn::offset>(what.size())};
    };
    CHECK(r.source(at(r.text(), "می‌گوید")) == at(text, "میگوید"));
    CHECK(r.source(at(r.text(), "گوید")) == at(text, "گوید"));
    CHECK(r.source(at(r.text(), "کتاب‌هایش")) == at(text, "کتاب هایش"));
    CHECK(r.source(at(r.text(), "هایش")) == at(text, "هایش"));
    CHECK(r.source(at(r.text(), "گم")) == at(text, "گم"));
    CHECK(r.source(at(r.text(), zwnj)).empty());
    CHECK(r.folded_at(at(text, "میگوید")) == at(r.text(), "می‌گوید"));
    CHECK(r.folded_at(at(text, "گوید")) == at(r.text(), "گوید"));
    CHECK(r.folded_at(at(text, "کتاب هایش")) == at(r.text(), "کتاب‌هایش"));
    CHECK(r.folded_at(at(text, "شد")) == at(r.text(), "شد"));
    CHECK(r.source({0, static_cast<matn::offset>(r.text().size())}) == matn::slice{0, static_cast<matn::offset>(text.size())});
    CHECK(matn::restore_joiners("").text().empty());
    CHECK(matn::restore_joiners("سلام").map().size() == 0);
}

TEST_CASE("broken bytes pass through, and every other offset is exact") {
    const std::string bad[] = {"\xFF", "\xD9", "\xE2\x80", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", std::string("\0", 1)};
    for (const std::string& s : sentences) {
        const std::string text = without_joiners(s);
        for (const std::string& b : bad)
            for (std::size_t i = 0; i <= text.size(); ++i) {
                const std::string broken = text.substr(0, i) + b + text.substr(i);
                const auto found = matn::joiners(broken);
                CHECK(undone(broken, found) == broken);
                for (const matn::joiner& j : found) {
                    if (j.kind == joiner_kind::insert) CHECK(j.at.empty());
                    else CHECK(j.at.of(broken) == " ");
                    CHECK((static_cast<unsigned char>(broken[j.at.begin]) & 0xC0) != 0x80);
                }
            }
    }
}

TEST_CASE("any bytes are read, in time that grows with the text") {
    std::mt19937 random(7);
    const std::string parts[] = {"می",     "نمی", " ",   zwnj,   "ها", "ه", "کتاب", "آ", "\n", "بر", "ای", "\u0640",
                                 "\u064E", "و",   "گفت", "\xD9", "ئ",  "ټ", "a",    "/", "@",  "در", "ن"};
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (int i = 0; i < 200; ++i) text += parts[random() % std::size(parts)];
        for (const auto setting : {joiner_setting::precision, joiner_setting::balanced, joiner_setting::recall}) {
            const auto found = matn::joiners(text, {.setting = setting});
            CHECK(undone(text, found) == text);
        }
    }
    for (const std::string& part : parts) {
        std::string text;
        while (text.size() < 300'000) text += part;
        CHECK(undone(text, matn::joiners(text, {.setting = joiner_setting::recall})) == text);
    }
}

TEST_CASE("what is found does not depend on what stands in other paragraphs") {
    std::string text;
    for (const std::string& s : sentences) text += without_joiners(s) + "\n" + without_joiners(s, " ") + "\n";
    std::string apart;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at) + 1;
        apart += restored(std::string_view(text).substr(at, end - at));
        at = end;
    }
    CHECK(restored(text) == apart);
}

TEST_CASE("joiners are a layer, and the restored text a value of the document") {
    const std::string text = without_joiners(sentences[0]);
    const auto analyse = matn::pipeline(matn::joiners, matn::restore_joiners);
    auto doc = analyse(text);
    CHECK(doc.get<matn::restored_text>().text() == sentences[0]);
    CHECK(doc.each<matn::joiner>().size() == matn::joiners(text).size());
    CHECK((text | matn::joiners).size() == matn::joiners(text).size());
    const matn::joiner* const before = doc.each<matn::joiner>().data();
    const char* const bytes = doc.get<matn::restored_text>().text().data();
    analyse(text, doc);
    CHECK(doc.each<matn::joiner>().data() == before);
    CHECK(doc.get<matn::restored_text>().text().data() == bytes);

    std::size_t count = 0;
    matn::joiners.for_each(text, [&count](const matn::joiner&) { ++count; });
    CHECK(count == doc.each<matn::joiner>().size());
}

TEST_CASE("real text of other languages is not touched") {
    const auto corpus = std::filesystem::path(MATN_SHARED_DIR) / "data" / "corpus";
    if (!std::filesystem::exists(corpus)) {
        WARN("no corpus beside the project; skipped");
        return;
    }
    for (const char* language : {"ar", "ur", "ps", "en"}) {
        const std::string text = read(corpus / (std::string(language) + ".txt"));
        CHECK(matn::joiners(text).empty());
    }
}

TEST_CASE("a space inside one word becomes a half-space, by what stands on its sides") {
    const auto one = [](std::string_view text) { return std::string(matn::restore_joiners(text).text()); };
    // A word of its own kind on each line, then what must stay as it is.
    CHECK(one("او از بی کاری و بی سوادی رنج می‌برد.") ==
          "او از بی‌کاری و بی‌سوادی رنج می‌برد.");
    CHECK(one("در یک دورهٔ سه ماهه و در روز سه شنبه برگزار می‌شود.") ==
          "در یک دورهٔ سه‌ماهه و در روز سه‌شنبه برگزار می‌شود.");
    CHECK(one("او به این کار علاقه مند است و دیوانه وار می‌دود.") ==
          "او به این کار علاقه‌مند است و دیوانه‌وار می‌دود.");
    CHECK(one("این برنامهٔ کوتاه مدت برای هفته نامه نوشته شده است.") ==
          "این برنامهٔ کوتاه‌مدت برای هفته‌نامه نوشته شده است.");
    CHECK(one("این قلعهٔ فلک الافلاک در آن شهر است.") == "این قلعهٔ فلک‌الافلاک در آن شهر است.");
    for (const std::string_view text :
         {"به طور کلی می‌گوید که به زودی می‌آید.",
          "رئیس جمهور کشور امروز می‌آید.", "این کار الزام دارد و می‌ماند.",
          "سه کتاب و پنج خانه می‌خواهد."})
        CHECK(one(text) == text);
}
