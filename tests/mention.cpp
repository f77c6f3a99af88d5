// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "texts.hpp"

#include <matn/mention.hpp>
#include <matn/pipeline.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <new>
#include <span>
#include <string>
#include <vector>

using matn::entry;
using matn::gazetteer;
using matn::match_how;

namespace {

// "[text]id/how" for each mention: what a test reads most easily.
std::string show(const gazetteer& names, std::string_view text, const matn::mention_options& options = {}) {
    std::string out;
    for (const matn::mention& m : matn::mentions(names, options)(text)) {
        if (!out.empty()) out += ' ';
        out += "[" + std::string(m.at.of(text)) + "]" + std::string(names[m.id].id) + "/" + std::string(name_of(m.how));
    }
    return out;
}

std::size_t allocations = 0;

} // namespace

void* operator new(std::size_t size) {
    ++allocations;
    if (void* p = std::malloc(size == 0 ? 1 : size)) return p;
    throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    ++allocations;
    return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }

TEST_CASE("a name is found as listed and as folded, with the bytes of the text") {
    const gazetteer names({{.id = "kbl", .type = "place", .language = "prs", .name = "کابل"},
                           {.id = "zk", .type = "person", .language = "en", .name = "Zalmay Khalilzad"},
                           {.id = "af", .type = "place", .language = "ar", .name = "أفغانستان"},
                           {.id = "tr", .type = "place", .language = "tr", .name = "Türkiye"},
                           {.id = "kh", .type = "person", .language = "ur", .name = "عمران خان"}});
    CHECK(show(names, "در کابل است") == "[کابل]kbl/exact");
    CHECK(show(names, "در كابل است") == "[كابل]kbl/normalized"); // Arabic kaf
    CHECK(show(names, "كَابُلْ") == "[كَابُلْ]kbl/normalized");        // marks belong to the name
    CHECK(show(names, "کـــابل") == "[کـــابل]kbl/normalized");
    CHECK(show(names, "\xEF\xBB\xBB") == ""); // a ligature alone
    CHECK(show(names, "ZALMAY  KHALILZAD's") == "[ZALMAY  KHALILZAD]zk/normalized");
    CHECK(show(names, "Zalmay\nKhalilzad") == "[Zalmay\nKhalilzad]zk/normalized");
    CHECK(show(names, "Zalmay\n\nKhalilzad") == ""); // another paragraph
    CHECK(show(names, "Zalmay, Khalilzad") == "");
    CHECK(show(names, "افغانستان") == "[افغانستان]af/normalized");
    CHECK(show(names, "Turkiye TÜRKİYE") == "[Turkiye]tr/normalized [TÜRKİYE]tr/normalized");
    CHECK(show(names, "عمران خاں نے کہا") == "[عمران خاں]kh/normalized");
    CHECK(show(names, "Ｚａｌｍａｙ Ｋｈａｌｉｌｚａｄ") == "[Ｚａｌｍａｙ Ｋｈａｌｉｌｚａｄ]zk/normalized");
    CHECK(show(names, "ﮐﺎﺑﻞ") == "[ﮐﺎﺑﻞ]kbl/normalized"); // presentation forms
}

TEST_CASE("only whole words are names") {
    const gazetteer names({{.id = "w", .type = "name", .language = "ar", .name = "و"},
                           {.id = "iran", .type = "place", .language = "fa", .name = "ایران"},
                           {.id = "oman", .type = "place", .language = "en", .name = "Oman"}});
    CHECK(show(names, "ولایت و ولسوالی") == "[و]w/exact");
    CHECK(show(names, "ایرانی ایرانیان") == ""); // another word than the country
    CHECK(show(names, "Roman woman Oman romana") == "[Oman]oman/exact");
}

TEST_CASE("clitics stay outside of the mention") {
    const gazetteer names({{.id = "doha", .type = "place", .language = "ar", .name = "الدوحة"},
                           {.id = "tal", .type = "org", .language = "ar", .name = "طالبان"},
                           {.id = "state", .type = "org", .language = "ar", .name = "الخارجية الأميركية"},
                           {.id = "tw", .type = "org", .language = "fa", .name = "توییتر"},
                           {.id = "us", .type = "place", .language = "fa", .name = "آمریکا"},
                           {.id = "zk", .type = "person", .language = "fa", .name = "زلمی خلیلزاد"}});
    CHECK(show(names, "بالدوحة") == "[الدوحة]doha/affix");
    CHECK(show(names, "والطالبان ولطالبان") == "[طالبان]tal/affix [طالبان]tal/affix");
    // The article has lost its alef, so the mention begins at the second lam.
    CHECK(show(names, "للخارجية الأميركية") == "[لخارجية الأميركية]state/affix");
    CHECK(show(names, "وللخارجية الأميركية") == "[لخارجية الأميركية]state/affix");
    CHECK(show(names, "در توییترش نوشت") == "[توییتر]tw/affix");
    CHECK(show(names, "آمریکای شمالی، آمریکایی") == "[آمریکا]us/affix");
    CHECK(show(names, "زلمی خلیلزاد‌ها وزلمی خلیلزاد") ==
          "[زلمی خلیلزاد]zk/affix [زلمی خلیلزاد]zk/affix");
    CHECK(show(names, "بَالدوحة") == "[الدوحة]doha/affix");
    CHECK(show(names, "بالدوحة توییترش زلمی خلیلزاد‌ها",
               {.proclitics = false, .enclitics = false}) == "");
}

TEST_CASE("spaces and half-spaces may be lost, added or exchanged") {
    const gazetteer names({{.id = "isb", .type = "place", .language = "ur", .name = "اسلام آباد"},
                           {.id = "jens", .type = "person", .language = "fa", .name = "ینس ستولتنبرگ"},
                           {.id = "talks", .type = "event", .language = "fa", .name = "گفت‌وگوهای صلح"},
                           {.id = "ab", .type = "person", .language = "ar", .name = "عبد الغني برادر"},
                           {.id = "rd", .type = "person", .language = "fa", .name = "عبدالرحمن دوستم"},
                           {.id = "qaeda", .type = "org", .language = "en", .name = "Al-Qaeda"}});
    CHECK(show(names, "در اسلامآباد و اسلام‌آباد و اسلام آباد") ==
          "[اسلامآباد]isb/joined [اسلام‌آباد]isb/joined [اسلام آباد]isb/exact");
    CHECK(show(names, "ینس‌ستولتنبرگ") == "[ینس‌ستولتنبرگ]jens/joined");
    CHECK(show(names, "گفتوگوهای صلح، گفت وگوهای صلح") == "[گفتوگوهای صلح]talks/normalized [گفت وگوهای صلح]talks/normalized");
    CHECK(show(names, "عبدالغنی برادر") == "[عبدالغنی برادر]ab/normalized");
    CHECK(show(names, "عبد الرحمن دوستم") == "[عبد الرحمن دوستم]rd/normalized");
    CHECK(show(names, "AlQaeda al qaeda") == "[AlQaeda]qaeda/joined [al qaeda]qaeda/normalized");
    CHECK(show(names, "اسلامآباد", {.joined = false}) == "");
}

TEST_CASE("any of the spaces of a name may be lost or be a half-space") {
    const entry rows[] = {
        {.id = "khalilzad", .type = "person", .language = "prs", .name = "زلمی خلیل زاد"},
        {.id = "airport", .type = "place", .language = "ur", .name = "اسلام آباد ہوائی اڈا"},
        {.id = "kabul", .type = "place", .language = "ps", .name = "حامد کرزی نړیوال هوایی ډګر"},
        {.id = "king", .type = "person", .language = "ar", .name = "عبد الله بن عبد العزيز"},
        {.id = "virtue", .type = "org", .language = "fa", .name = "امر به معروف و نهی از منکر"},
        {.id = "zarif", .type = "person", .language = "fa", .name = "محمد جواد ظریف"},
    };
    const gazetteer names{std::span<const entry>(rows)};
    for (const entry& e : rows) {
        std::vector<std::size_t> gaps;
        for (std::size_t p = e.name.find(' '); p != std::string_view::npos; p = e.name.find(' ', p + 1)) gaps.push_back(p);
        std::size_t ways = 1;
        for (std::size_t g = 0; g < gaps.size(); ++g) ways *= 3;
        for (std::size_t way = 0; way < ways; ++way) {
            std::string text = "وقال ";
            std::size_t from = 0, rest = way, run = 1, longest_run = 1;
            for (const std::size_t gap : gaps) {
                constexpr std::string_view written[] = {" ", "", "\xE2\x80\x8C"};
                text.append(e.name.substr(from, gap - from)).append(written[rest % 3]);
                run = rest % 3 == 0 ? 1 : run + 1;
                longest_run = std::max(longest_run, run);
                from = gap + 1;
                rest /= 3;
            }
            text.append(e.name.substr(from));
            if (longest_run > 3 && longest_run <= gaps.size()) continue; // no more than three words as one, or all
            INFO(text);
            const auto found = matn::mentions(names, {.last_names = false})(text);
            REQUIRE(found.size() == 1);
            CHECK(names[found[0].id].id == e.id);
            CHECK(found[0].at.of(text) == text.substr(9));
            CHECK((way == 0) == (found[0].how == match_how::exact));
            CHECK(matn::mentions(names, {.last_names = false, .overlaps = matn::overlap::all})(text).size() == 1);
        }
    }
    const matn::mention_options plain{.last_names = false};
    CHECK(show(names, "لزلمی خلیلزاد زلمیخلیل زادها", plain) == "[زلمی خلیلزاد]khalilzad/affix [زلمیخلیل زاد]khalilzad/affix");
    // The letters are the name's, the words are not; nor are words that have other letters beside.
    for (const std::string_view other :
         {"زلمیخ لیلزاد", "زلم یخلیل زاد", "زلمی خلیلزادی", "زلمی خلیلز اد", "زلمی خلیلزا", "محمدجوا ظریف", "خلیلزاد"})
        CHECK(show(names, other, plain) == "");
    CHECK(show(names, "زلمی خلیلزاد", {.joined = false, .last_names = false}) == "");
    // In Latin letters a space that is lost makes another word.
    const gazetteer latin({{.id = "ny", .type = "place", .language = "en", .name = "New York City Hall"}});
    CHECK(show(latin, "NewYork City Hall, New YorkCity Hall") == "");
}

TEST_CASE("a word is read as it is listed and as several words, and the longest name wins") {
    const gazetteer names({{.id = "one", .type = "x", .language = "fa", .name = "زلمی خلیلزاد"},
                           {.id = "two", .type = "x", .language = "fa", .name = "زلمی خلیل زاد پور"},
                           {.id = "three", .type = "x", .language = "fa", .name = "زلمیخلیل زاد پور نیا"}});
    CHECK(show(names, "زلمی خلیلزاد") == "[زلمی خلیلزاد]one/exact");
    CHECK(show(names, "زلمی خلیلزاد پور") == "[زلمی خلیلزاد پور]two/joined");
    CHECK(show(names, "زلمیخلیل زاد پور") == "[زلمیخلیل زاد پور]two/joined");
    CHECK(show(names, "زلمیخلیل زاد پورنیا") == "[زلمیخلیل زاد پورنیا]three/joined");
    CHECK(show(names, "زلمی خلیلزاد پور", {.overlaps = matn::overlap::all}) ==
          "[زلمی خلیلزاد]one/exact [زلمی خلیلزاد پور]two/joined");
}

TEST_CASE("signs between words count, blanks and hyphens do not") {
    const gazetteer names({{.id = "att", .type = "org", .language = "en", .name = "AT&T"},
                           {.id = "cpp", .type = "thing", .language = "en", .name = "C++"},
                           {.id = "sp", .type = "place", .language = "en", .name = "St. Petersburg"},
                           {.id = "gun", .type = "thing", .language = "en", .name = "AK-47"},
                           {.id = "star", .type = "thing", .language = "en", .name = ".*"}});
    CHECK(show(names, "AT&T, AT T, AT & T") == "[AT&T]att/exact [AT & T]att/normalized");
    CHECK(show(names, "C C+ C++ C++.") == "[C++]cpp/exact [C++]cpp/exact");
    CHECK(show(names, "St Petersburg. St. Petersburg") == "[St Petersburg]sp/normalized [St. Petersburg]sp/exact");
    CHECK(show(names, "AK 47 AK‑47 AK۴۷ AK - ۴۷") == "[AK 47]gun/normalized [AK‑47]gun/normalized [AK - ۴۷]gun/normalized");
    CHECK(show(names, "a .* b **** .*. c") == "[.*]star/exact");
}

TEST_CASE("the longest name that begins first wins, unless all or the best are asked for") {
    const gazetteer names({{.id = "ny", .type = "place", .language = "en", .name = "New York"},
                           {.id = "nyt", .type = "org", .language = "en", .name = "New York Times"},
                           {.id = "ts", .type = "place", .language = "en", .name = "Times Square Garden"},
                           {.id = "y", .type = "place", .language = "en", .name = "York"}});
    const std::string_view text = "the New York Times Square Garden";
    CHECK(show(names, text) == "[New York Times]nyt/exact");
    CHECK(show(names, text, {.overlaps = matn::overlap::all}) ==
          "[New York]ny/exact [New York Times]nyt/exact [York]y/exact [Times Square Garden]ts/exact");
    CHECK(show(names, text, {.overlaps = matn::overlap::best}) == "[New York]ny/exact [Times Square Garden]ts/exact");
    CHECK(show(names, "New York Time") == "[New York]ny/exact");
}

TEST_CASE("a name that several entries have gives them all, up to a bound") {
    const gazetteer names({{.id = "a", .type = "place", .language = "ar", .name = "طرابلس"},
                           {.id = "b", .type = "place", .language = "ar", .name = "طرابلس"},
                           {.id = "c", .type = "place", .language = "ar", .name = "طَرابُلُس"},
                           {.id = "a", .type = "place", .language = "ar", .name = "طَرَابُلُس"}});
    CHECK(show(names, "في طرابلس") == "[طرابلس]a/exact [طرابلس]b/exact [طرابلس]c/normalized");
    CHECK(show(names, "في طرابلس", {.most_ids = 1}) == "[طرابلس]a/exact");
    const std::string text = "طَرَابُلُس";
    const auto found = matn::mentions(names)(text);
    REQUIRE(found.size() == 3);
    CHECK(found[0].how == match_how::exact);
    CHECK(names.at(found[0].id, found[0].name).name == text);
}

TEST_CASE("a person's last name stands for the person where the text gives the full name") {
    const gazetteer names({{.id = "zk", .type = "person", .language = "fa", .name = "زلمی خلیلزاد"},
                           {.id = "zk", .type = "person", .language = "en", .name = "Zalmay Khalilzad"},
                           {.id = "bajwa", .type = "PER", .language = "fa", .name = "قمر جاوید باجوا"},
                           {.id = "ny", .type = "place", .language = "en", .name = "New York"},
                           {.id = "sm", .type = "person", .language = "en", .name = "Sam Smith"},
                           {.id = "js", .type = "person", .language = "en", .name = "Jane Smith"}});
    // Before the full name too, in the other languages of the entry too.
    CHECK(show(names, "خلیلزاد گفت. زلمی خلیلزاد در کابل است. Khalilzad said") ==
          "[خلیلزاد]zk/alias [زلمی خلیلزاد]zk/exact [Khalilzad]zk/alias");
    CHECK(show(names, "خلیلزاد گفت") == "");
    CHECK(show(names, "زلمی خلیلزاد وخلیلزاد", {.last_names = false}) == "[زلمی خلیلزاد]zk/exact");
    CHECK(show(names, "زلمی خلیلزاد وخلیلزاد") == "[زلمی خلیلزاد]zk/exact [خلیلزاد]zk/alias");
    CHECK(show(names, "قمر جاوید باجوا آمد. جنرال قمر باجوا گفت") == "[قمر جاوید باجوا]bajwa/exact [قمر باجوا]bajwa/alias");
    CHECK(show(names, "New York and York") == "[New York]ny/exact"); // no person
    CHECK(
        show(names, "Smith. Sam Smith, Smith. Jane Smith, Smith. Sam Smith, Smith") ==
        "[Smith]sm/alias [Sam Smith]sm/exact [Smith]sm/alias [Jane Smith]js/exact [Smith]js/alias [Sam Smith]sm/exact [Smith]sm/alias");
}

TEST_CASE("an acronym in brackets beside a name is the name in that text") {
    const gazetteer names({{.id = "ispr", .type = "org", .language = "en", .name = "Inter-Services Public Relations"},
                           {.id = "isaf", .type = "org", .language = "ar", .name = "القوة الدولية للمساعدة"},
                           {.id = "dxb", .type = "place", .language = "en", .name = "Dubai City"}});
    CHECK(show(names, "The Inter-Services Public Relations (ISPR) said. ISPR, ispr.") ==
          "[Inter-Services Public Relations]ispr/exact [ISPR]ispr/acronym [ISPR]ispr/acronym");
    CHECK(show(names, "ISPR (Inter-Services Public Relations)") ==
          "[ISPR]ispr/acronym [Inter-Services Public Relations]ispr/exact");
    CHECK(show(names, "القوة الدولية للمساعدة (ISAF) ثم ISAF") ==
          "[القوة الدولية للمساعدة]isaf/exact [ISAF]isaf/acronym [ISAF]isaf/acronym");
    CHECK(show(names, "Dubai City (AFP) AFP") == "[Dubai City]dxb/exact");
    CHECK(show(names, "Inter-Services Public Relations (ISPR)", {.acronyms = false}) ==
          "[Inter-Services Public Relations]ispr/exact");
}

TEST_CASE("a title before a name that is listed without it is not part of the mention") {
    const gazetteer names({{.id = "tal", .type = "org", .language = "en", .name = "the Taliban"},
                           {.id = "tal", .type = "org", .language = "en", .name = "Taliban"},
                           {.id = "tal", .type = "org", .language = "ar", .name = "حركة طالبان"},
                           {.id = "tal", .type = "org", .language = "ar", .name = "طالبان"},
                           {.id = "tamim", .type = "person", .language = "ar", .name = "الشيخ تميم"},
                           {.id = "tamim", .type = "person", .language = "ar", .name = "تميم بن حمد"},
                           {.id = "hague", .type = "place", .language = "en", .name = "The Hague"},
                           {.id = "office", .type = "org", .language = "en", .name = "Taliban office"}});
    CHECK(show(names, "the Taliban") == "[Taliban]tal/exact");
    CHECK(show(names, "لحركة طالبان") == "[طالبان]tal/exact");
    CHECK(show(names, "الشيخ تميم بن حمد") == "[تميم بن حمد]tamim/exact");
    CHECK(show(names, "الشيخ تميم") == "[الشيخ تميم]tamim/exact");
    CHECK(show(names, "in The Hague") == "[The Hague]hague/exact");
    CHECK(show(names, "the Taliban office") == "[Taliban office]office/exact");
}

TEST_CASE("short names with inner capitals keep them") {
    const gazetteer names({{.id = "us", .type = "place", .language = "en", .name = "US"},
                           {.id = "let", .type = "org", .language = "en", .name = "LeT"},
                           {.id = "us-ar", .type = "place", .language = "en", .name = "Iraq"}});
    CHECK(show(names, "let us go, Let Us. LET US! LeT, iraq") ==
          "[LET]let/normalized [US]us/exact [LeT]let/exact [iraq]us-ar/normalized");
}

TEST_CASE("direction controls between letters make a match a disguised one") {
    const gazetteer names({{.id = "sh", .type = "person", .language = "fa", .name = "سهیل شاهین"}});
    CHECK(show(names, "سهی\u202Eل شاهین").ends_with("sh/disguised"));
    CHECK(show(names, "\u200Fسهیل شاهین\u200F") == "[سهیل شاهین]sh/exact"); // around it they do no harm
    CHECK(show(names, "سه\u200Dیل شاهین").ends_with("sh/normalized"));
    const gazetteer latin({{.id = "jens", .type = "person", .language = "en", .name = "Jens"}});
    CHECK(show(latin, "J\u0435ns") == ""); // Cyrillic e
}

TEST_CASE("each profile takes as the same what it says") {
    const entry rows[] = {{.id = "1", .type = "", .language = "", .name = "أحمد"},
                          {.id = "2", .type = "", .language = "", .name = "مکہ"},
                          {.id = "3", .type = "", .language = "", .name = "Gül"}};
    const auto count = [](const auto& names, std::string_view text) {
        return matn::mentions(names, {.proclitics = false})(text).size();
    };
    const matn::basic_gazetteer<matn::profile::strict> strict{std::span(rows)};
    const matn::basic_gazetteer<matn::profile::arabic> arabic{std::span(rows)};
    const matn::basic_gazetteer<matn::profile::persian> persian{std::span(rows)};
    const gazetteer loose{std::span(rows)};
    for (const std::string_view same : {"أحمد", "أَحْمَد", "أحـمد", "ا\u0654حمد", "ﺃﺣﻤﺪ"}) { // the fourth is أ in two characters
        INFO(same);
        CHECK(count(strict, same) == 1);
        CHECK(count(arabic, same) == 1);
        CHECK(count(persian, same) == 1);
        CHECK(count(loose, same) == 1);
    }
    CHECK(count(strict, "احمد") == 0);
    CHECK(count(arabic, "احمد") == 1);
    CHECK(count(arabic, "مكة") == 0);
    CHECK(count(persian, "مكة") == 1);
    CHECK(count(strict, "GÜL") == 1);
    CHECK(count(strict, "Gul") == 0);
    CHECK(count(arabic, "Gul") == 1);
}

struct person : matn::mention {};
struct place : matn::mention {};

TEST_CASE("several gazetteers are several layers, and a warm document allocates nothing") {
    const gazetteer people({{.id = "zk", .type = "person", .language = "fa", .name = "زلمی خلیلزاد"}});
    const gazetteer places({{.id = "kbl", .type = "place", .language = "fa", .name = "کابل"},
                            {.id = "isb", .type = "place", .language = "ur", .name = "اسلام آباد"}});
    const auto analyse =
        matn::pipeline(matn::mentions<person>(people), matn::mentions<place>(places, {.overlaps = matn::overlap::best}));
    auto doc = analyse.blank();
    std::string text;
    for (int i = 0; i < 300; ++i) text += "زلمی خلیلزاد به کابل رفت و خلیلزاد از اسلامآباد آمد (KHZ). ";
    analyse(text, doc);
    CHECK(doc.each<person>().size() == 600);
    CHECK(doc.each<place>().size() == 600);
    CHECK(doc.text(doc.each<place>()[1]) == "اسلامآباد");
    const std::size_t before = allocations;
    analyse(text, doc);
    CHECK(allocations == before);
    CHECK((std::string_view("کابل") | matn::mentions(places)).size() == 1);
}

TEST_CASE("a giant name and a giant word are names like others") {
    std::string words, word;
    for (int i = 0; i < 5000; ++i) words += (i > 0 ? " کلمه" : "کلمه") + std::to_string(i % 7);
    for (int i = 0; i < 30000; ++i) word += i % 3 == 0 ? "ب" : "ن";
    const gazetteer names(
        {{.id = "words", .type = "", .language = "", .name = words}, {.id = "word", .type = "", .language = "", .name = word}});
    CHECK(matn::mentions(names)(words).size() == 1);
    const std::string both = "x " + words + " y " + word;
    CHECK(matn::mentions(names)(both).size() == 2);
    word.back() = word[word.size() - 3];
    CHECK(matn::mentions(names)(std::string_view(words).substr(0, words.size() - 1)).empty());
}

// A slow and plainly right matcher: words by hand, leftmost-longest by trying all.
static std::vector<std::string> slow(const std::vector<std::string>& names, const std::vector<std::string>& words,
                                     bool plain_gaps) {
    std::vector<std::string> found;
    for (std::size_t i = 0; i < words.size();) {
        std::string best, so_far;
        std::size_t next = i + 1;
        for (std::size_t j = i; j < words.size(); ++j) {
            so_far += (j > i ? " " : "") + words[j];
            if (j > i && !plain_gaps) break;
            for (std::size_t n = 0; n < names.size(); ++n)
                if (names[n] == so_far) {
                    best = std::to_string(n);
                    next = j + 1;
                }
        }
        if (!best.empty()) found.push_back(best);
        i = next;
    }
    return found;
}

TEST_CASE("the finder agrees with a slow and plainly right one") {
    const std::vector<std::string> vocabulary = {
        "aa", "ab", "ba", "b", "کابل", "خان", "محمد", "abcdefghijkl", "abcdefghijkm", "نوشهروفیروزستان", "x1", "x2"};
    texts::random dice(7);
    for (int round = 0; round < 300; ++round) {
        std::vector<std::string> names, words;
        matn::gazetteer_builder builder;
        for (int n = 0; n < 12; ++n) {
            std::string name;
            for (std::size_t w = 1 + dice.below(4); w > 0; --w)
                name += (name.empty() ? "" : " ") + vocabulary[dice.below(vocabulary.size())];
            if (std::find(names.begin(), names.end(), name) != names.end()) continue;
            names.push_back(name);
            (void)builder.add({.id = std::to_string(names.size() - 1), .type = "", .language = "", .name = name});
        }
        const bool plain = round % 2 == 0;
        std::string text;
        for (int w = 0; w < 200; ++w) {
            words.push_back(vocabulary[dice.below(vocabulary.size())]);
            text += (text.empty() ? "" : plain ? " " : ", ") + words.back();
        }
        const gazetteer g = builder.build();
        std::vector<std::string> ours;
        for (const matn::mention& m : matn::mentions(g, {.proclitics = false, .enclitics = false, .joined = false})(text))
            ours.emplace_back(g[m.id].id);
        CHECK(ours == slow(names, words, plain));
    }
}

// Texts of letters, joiners, signs and broken bytes; some of few kinds: long words, long gaps.
static std::string word_pieces(texts::random& dice) {
    const std::string_view more[] = {"a",      "Z", "9",    " ",  "و",    "ک",      "ي",        "َ",       "ـ",      "،",
                                     "\u200C", "é", "б",    "中", "\xFF", "\xD8",   "\xE2\x80", "😀",      "-",      "؟",
                                     "ۀ",      "ء", "ا",    "ل",  "ه",    "ی",      "ش",        "ن",      "م",      "ت",
                                     "ف",      "س", "B",    "»",  "–",    "\u2027", "\u2028",   "\u200B", "\u200F", "«",
                                     "\u061C", "ﻻ", "\xC2", "٠",  "٪",    "\0"};
    std::string text;
    const std::size_t kinds = 1 + dice.below(std::size(more));
    for (std::size_t n = dice.below(150); n > 0; --n) text += dice.below(3) == 0 ? more[dice.below(kinds)] : more[dice.below(6)];
    return text;
}

TEST_CASE("words read in blocks are the words read one by one") {
    using namespace matn::detail;
    constexpr matn::profile loose = matn::profile::loose;
    const auto words = [](std::string_view text, block_kind with) {
        std::vector<name_word> all;
        static word_batch<200> some;
        for (matn::offset pos = 0;;) {
            // Behind five that are there, as they come from the batch before.
            const std::uint32_t end = read_words<loose>(text, pos, some, 5, 64, with);
            for (std::uint32_t i = 5; i < end; ++i) all.push_back(some[i]);
            if (end < 64) return all;
        }
    };
    // What this processor has; the others are the plain one.
    const block_kind best = best_blocks();
    const block_kind other = best == block_kind::avx512 ? block_kind::avx2 : best;
    texts::random dice(5);
    for (int round = 0; round < 20'000; ++round) {
        const std::string text = word_pieces(dice);
        const auto plain = words(text, block_kind::none);
        for (const block_kind with : {best, other}) {
            const auto blocks = words(text, with);
            REQUIRE(blocks.size() == plain.size());
            for (std::size_t i = 0; i < plain.size(); ++i) {
                CHECK(blocks[i].at == plain[i].at);
                CHECK(blocks[i].hash == plain[i].hash);
                CHECK(blocks[i].joiner == plain[i].joiner);
                CHECK(blocks[i].key.low == plain[i].key.low);
                CHECK(blocks[i].key.high == plain[i].key.high);
                CHECK(blocks[i].key.letters == plain[i].key.letters);
            }
        }
    }
}

TEST_CASE("words listed eight at a time are those listed one by one") {
    using namespace matn::detail;
    if (best_blocks() != block_kind::avx512) {
        WARN("this processor has no AVX-512");
        return;
    }
    constexpr matn::profile loose = matn::profile::loose;
    texts::random dice(6);
    static word_batch<200> words;
    static word_lists<loose, 128> lists[2];
    const auto same = [](const auto& a, const auto& b) { return std::equal(a.begin(), a.end(), b.begin(), b.end()); };
    for (int round = 0; round < 3000; ++round) {
        // Names of what the text has, so that the filter lets some through.
        const std::string text = word_pieces(dice) + word_pieces(dice) + " والشان ولل لليشان بهایی هایش";
        matn::gazetteer_builder builder;
        name_word w;
        matn::offset pos = 0;
        for (unsigned n = 0; next_word<loose>(text, pos, w); ++n)
            if (dice.below(3) == 0) {
                const std::string name(w.at.of(text).substr(w.at.size() > 2 ? dice.below(2) * 2 : 0));
                (void)builder.add({.id = std::to_string(n), .type = "person", .language = "", .name = name});
                (void)builder.add({.id = std::to_string(n), .type = "person", .language = "", .name = "x " + name});
            }
        const gazetteer names = builder.build();
        const auto options = static_cast<unsigned>(dice.below(32));
        const wanted_words wanted{(options & 1) != 0, (options & 2) != 0, (options & 4) != 0, (options & 8) != 0,
                                  (options & 16) != 0};
        pos = 0;
        const std::uint32_t count = std::min(read_words<loose>(text, pos, words, 0, 128, best_blocks()), 128u);
        buffer<seen_word> noted[2];
        lists[0].fill(words, count, names.dictionary(), wanted, block_kind::none, noted[0]);
        lists[1].fill(words, count, names.dictionary(), wanted, block_kind::avx512, noted[1]);
        CHECK(same(lists[0].begins, lists[1].begins));
        CHECK(same(lists[0].stems, lists[1].stems));
        CHECK(same(lists[0].joined, lists[1].joined));
        CHECK(same(lists[0].latin, lists[1].latin));
        CHECK(std::equal(noted[0].begin(), noted[0].end(), noted[1].begin(), noted[1].end(),
                         [](seen_word a, seen_word b) { return a.hash == b.hash && a.begin == b.begin; }));
        // Of those that may have more at either end, one way may list more than the other, but none that has it is left out.
        for (const auto& l : lists)
            for (std::uint32_t i = 0; i < count; ++i) {
                const word_key key = words.key(i);
                if (key.letters < 4 || key.letters > 16) continue;
                unsigned behind = 0, names_before = 0, names_behind = 0; // names: of what is left, some may be a name
                each_proclitic<loose>(key, [&](const word_key& stem, const clitic& c) {
                    if (c.letters <= 2) return;
                    names_before += names.dictionary().may_be(hash_of(stem)) ? 1u : 0u;
                });
                each_enclitic<loose>(key, words.joiner[i] != 0, [&](const word_key& stem, const clitic&) {
                    const std::uint64_t hash = hash_of(stem);
                    ++behind;
                    names_behind += name_filter::is_whole(names.dictionary().filter_word(hash), hash) ? 1u : 0u;
                });
                const auto has = [i](const auto& list) { return std::find(list.begin(), list.end(), i) != list.end(); };
                if (wanted.proclitics && names_before != 0) CHECK(has(l.longer));
                if (wanted.enclitics && names_behind != 0) CHECK(has(l.ends));
                if (wanted.enclitics && behind != 0) CHECK(l.is_special(i));
            }
    }
}

TEST_CASE("mentions of any bytes stand in order, inside the text, on code-point borders") {
    const gazetteer names({{.id = "1", .type = "person", .language = "fa", .name = "کابل"},
                           {.id = "2", .type = "org", .language = "en", .name = "a"},
                           {.id = "3", .type = "org", .language = "ar", .name = "با ب"},
                           {.id = "4", .type = "person", .language = "en", .name = "kabul news"}});
    texts::random dice(11);
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (std::size_t n = dice.below(40); n > 0; --n)
            text += dice.below(4) == 0 ? std::string("کابل ") : std::string(texts::pieces[dice.below(std::size(texts::pieces))]);
        for (const auto overlaps : {matn::overlap::leftmost_longest, matn::overlap::all, matn::overlap::best}) {
            matn::offset last = 0;
            for (const matn::mention& m : matn::mentions(names, {.overlaps = overlaps})(std::string_view(text))) {
                CHECK(m.at.begin < m.at.end);
                CHECK(m.at.end <= text.size());
                CHECK(m.at.begin >= last);
                last = overlaps == matn::overlap::all ? m.at.begin : m.at.end;
                CHECK((static_cast<unsigned char>(text[m.at.begin]) & 0xC0) != 0x80);
                CHECK((m.at.end == text.size() || (static_cast<unsigned char>(text[m.at.end]) & 0xC0) != 0x80));
            }
        }
    }
}

TEST_CASE("time is linear, whatever the text and the names") {
    matn::gazetteer_builder builder;
    std::string name;
    for (int i = 0; i < 2000; ++i) {
        name += "a";
        (void)builder.add({.id = std::to_string(i), .type = "person", .language = "", .name = name});
    }
    (void)builder.add({.id = "two", .type = "person", .language = "", .name = "b b b b b b b b b b b b b b b b c"});
    const gazetteer names = builder.build();
    const auto seconds = [&names](const std::string& text) {
        const auto start = std::chrono::steady_clock::now();
        CHECK(matn::mentions(names)(std::string_view(text)).size() < text.size());
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    for (const std::string piece : {"a", "a ", "b ", "و", "ا\u200C", "\u064B", "b-", "\xD8", " "}) {
        std::string text;
        while (text.size() < 400'000) text += piece;
        INFO(piece);
        CHECK(seconds(text) < 5); // a second is 10 times what the slowest takes in a debug build
    }
}

TEST_CASE("no word with a clitic is passed over before it is looked at") {
    using namespace matn::detail;
    constexpr auto P = matn::profile::loose;
    constexpr std::u16string_view letters = u"وفبلكساهیشنمتدرکق";
    texts::random next(7);
    for (int i = 0; i < 200000; ++i) {
        word_key key;
        for (std::size_t n = 1 + next.below(18); n > 0; --n) key.add(letter_table<P>[letters[next.below(letters.size())]]);
        if (key.letters > 16) continue;
        const bool joiner = next.below(2) == 0;
        bool proclitic = false, enclitic = false;
        each_proclitic<P>(key, [&](const word_key&, const clitic&) { proclitic = true; });
        if (key.letters >= 4) each_enclitic<P>(key, joiner, [&](const word_key&, const clitic&) { enclitic = true; });
        const unsigned hints = hints_of<P>(key);
        if (key.letters < 2) continue;
        if (proclitic && (hints & proclitic_hint) == 0) FAIL("proclitic " << i);
        if (enclitic && !joiner && (hints & enclitic_hint) == 0) FAIL("enclitic " << i);
    }
}

TEST_CASE("a letter that is taken for another is found where it is asked for, and nowhere else") {
    const matn::gazetteer names{{"zal", "person", "fa", "زلمی خلیلزاد"}, {"moh", "person", "en", "Mohammed Karwan"},
                                {"taj", "place", "fa", "تاجیکستان"},     {"qat", "place", "ar", "قطر"},
                                {"kun", "place", "fa", "کندز"},          {"isl", "place", "fa", "اسلام آباد"}};
    const auto found = [&](std::string_view text, matn::mention_options options) {
        std::string out;
        for (const matn::mention& m : matn::mentions(names, options)(text))
            out += std::string(names[m.id].id) + ":" + std::string(m.at.of(text)) + ":" + std::string(name_of(m.how)) + " ";
        return out;
    };
    const matn::mention_options fuzzy{.fuzzy_letters = 5};
    const std::string_view text = "زلمی خلیلذاد و Mohamed Carwan در طاجیکستان";
    CHECK(found(text, {}).empty());
    CHECK(found(text, fuzzy) == "zal:زلمی خلیلذاد:fuzzy taj:طاجیکستان:fuzzy "); // two words of Karwan's name differ: one may
    CHECK(found("Mohamed Karwan", fuzzy) == "moh:Mohamed Karwan:fuzzy ");
    CHECK(found("Mohammed Carwan", fuzzy) == "moh:Mohammed Carwan:fuzzy ");
    CHECK(found("زلمی خلیلزاد در تاجیکستان", fuzzy) == "zal:زلمی خلیلزاد:exact taj:تاجیکستان:exact ");
    CHECK(found("غطر و قندز", fuzzy).empty()); // too short
    CHECK(found("قندز", {.fuzzy_letters = 4}) == "kun:قندز:fuzzy ");
    CHECK(found("اصلام آباد", {.fuzzy_letters = 5}) == "isl:اصلام آباد:fuzzy ");
    CHECK(found("اصلامآباد", {.fuzzy_letters = 5}) == "isl:اصلامآباد:fuzzy ");
    CHECK(found("زلمی خلیلنام", fuzzy).empty()); // no letters that are taken for each other
    for (const matn::overlap how : {matn::overlap::best, matn::overlap::all})
        CHECK(found("در طاجیکستان گفت", {.fuzzy_letters = 5, .overlaps = how}) == "taj:طاجیکستان:fuzzy ");
    const auto m = matn::mentions(names, fuzzy)(std::string_view("طاجیکستان"));
    REQUIRE(m.size() == 1);
    CHECK(m[0].score == 0.7f);
}

TEST_CASE("letters that are taken for each other are so both ways, and a word has few") {
    using namespace matn::detail;
    const auto& table = confusions<matn::profile::loose>;
    std::size_t most = 0;
    for (unsigned from = 0; from < 256; ++from)
        for (std::size_t i = 0; i < most_confusions && table.of[from][i] != 0; ++i) {
            most = std::max(most, i + 1);
            const auto& back = table.of[table.of[from][i]];
            CHECK(std::find(std::begin(back), std::end(back), static_cast<std::uint8_t>(from)) != std::end(back));
        }
    CHECK(most < most_confusions); // else some are lost
}

TEST_CASE("names are found in texts of any number of words") {
    const matn::gazetteer names{{.id = "k", .type = "place", .language = "fa", .name = "کابل"}};
    std::string text;
    for (std::size_t words = 1; words <= 300; ++words) {
        text += "کابل ";
        CHECK(matn::mentions(names)(text).size() == words);
    }
}

TEST_CASE("in a damaged image that is not checked, nothing outside of it is read") {
    const matn::gazetteer names({{.id = "Q1", .type = "person", .language = "ar", .name = "عبد الغني برادر", .metadata = "a=b"},
                                 {.id = "Q1", .type = "person", .language = "en", .name = "Abdul Ghani Baradar", .weight = 2},
                                 {.id = "Q2", .type = "place", .language = "fa", .name = "خراسان رضوی"},
                                 {.id = "Q3", .type = "place", .language = "fa", .name = "کابل"},
                                 {.id = "Q4", .type = "org", .language = "fa", .name = "کابل"},
                                 {.id = "Q5", .type = "org", .language = "en", .name = "AT&T Internationalization"},
                                 {.id = "Q6", .type = "", .language = "", .name = "**"}});
    const std::string_view text =
        "عبدالغنی برادر در کابل، وبرادر Abdul Ghani Baradar. خراسان‌رضوی AT&T Internationalization ** (ATTI) کابلهای";
    const std::vector<std::uint64_t> whole = [&names] {
        std::vector<std::uint64_t> words(names.image().size() / 8);
        std::memcpy(words.data(), names.image().data(), names.image().size());
        return words;
    }();
    std::size_t opened = 0, found = 0;
    const auto read = [&](const std::vector<std::uint64_t>& words) {
        const auto damaged = matn::gazetteer::from_image(std::as_bytes(std::span(words)));
        if (!damaged) return;
        ++opened;
        for (const auto overlaps : {matn::overlap::leftmost_longest, matn::overlap::best, matn::overlap::all})
            for (const matn::mention& m : matn::mentions(*damaged, {.fuzzy_letters = 5, .overlaps = overlaps})(text)) {
                REQUIRE(m.id < damaged->size());
                CHECK(m.at.end <= text.size());
                ++found;
            }
        for (matn::entry_id id = 0; id < damaged->size(); ++id)
            for (std::uint32_t n = 0; n < damaged->name_count(id); ++n) {
                const matn::entry e = damaged->at(id, n);
                found += e.id.size() + e.type.size() + e.language.size() + e.name.size() + e.metadata.size() + (e.weight > 0);
            }
    };
    for (std::size_t bit = 0; bit < whole.size() * 64; ++bit) {
        std::vector<std::uint64_t> words = whole;
        words[bit / 64] ^= std::uint64_t{1} << bit % 64;
        read(words);
    }
    const std::size_t head = sizeof(matn::detail::dictionary_header) / 8;
    CHECK(opened == (whole.size() - head) * 64);
    CHECK(found > opened);
    texts::random dice(9);
    for (int round = 0; round < 2000; ++round) { // much of it
        std::vector<std::uint64_t> words = whole;
        for (std::size_t n = 1 + dice.below(40); n > 0; --n)
            words[head + dice.below(words.size() - head)] = dice.below(2) == 0 ? ~std::uint64_t{0} : dice.below(~std::size_t{0});
        read(words);
    }
}
