// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "texts.hpp"

#include <matn/pipeline.hpp>
#include <matn/sentence.hpp>

#include <string>
#include <vector>

namespace {

using list = std::vector<std::string>;

list parts(std::string_view text, matn::sentence_rules rules = matn::sentence_rules::language) {
    list out;
    for (const matn::sentence s : matn::sentences({.rules = rules})(text)) out.emplace_back(s.at.of(text));
    return out;
}

// The sentences must be those that stand between the bars.
void check(std::string_view with_bars) {
    list expected;
    std::string text;
    for (std::size_t from = 0; from <= with_bars.size();) {
        const std::size_t bar = with_bars.find('|', from);
        std::string part(with_bars.substr(from, bar == std::string_view::npos ? bar : bar - from));
        text += part;
        while (!part.empty() && (part.back() == ' ' || part.back() == '\n')) part.pop_back();
        while (!part.empty() && (part.front() == ' ' || part.front() == '\n')) part.erase(0, 1);
        expected.push_back(part);
        if (bar == std::string_view::npos) break;
        from = bar + 1;
    }
    CAPTURE(text);
    CHECK(parts(text) == expected);
}

} // namespace

static_assert(sizeof(matn::sentence) == 8);
static_assert(matn::stage<matn::sentences_fn>);
static_assert(!std::is_invocable_v<const matn::sentences_fn&, std::string>, "a temporary text is refused");
static_assert([] {
    std::size_t n = 0;
    for (const matn::sentence s : matn::sentences("نه! بلی؟ خوب.")) n += s.at.size() > 0 ? 1u : 0u;
    return n;
}() == 3);

TEST_CASE("sentences of five languages") {
    check("وزیر خارجه به کابل رفت. |او با رئیس‌جمهور دیدار کرد؟ |بلی!");
    check("د افغانستان ولسمشر وویل: «موږ سوله غواړو». |ایا تاسې ځئ؟ |هو، زه ځم.");
    check("وزیراعظم نے کہا۔ |مذاکرات کب ہوں گے؟ |کل۔");
    check("قال الوزير: \"سنلتقي غداً\". |وأضاف: \"نعم!\"");
    check("He left. |She stayed! |Why?");
}

TEST_CASE("closing quotes and brackets belong to the sentence before them") {
    check("گفت: «نه.» |سپس رفت.");
    check("گفت: « نه . » |سپس رفت.");
    check("“It is done.” |They left. |(He too.) |And so on.");
    check("He said so.[6] |She did not. [1 - 3] |Nobody did.");
    check("“NATO’s support.” . |“NATO remains.”");
}

TEST_CASE("abbreviations, initials and numbers do not end a sentence") {
    check("قال د. محمد نعيم إن الحركة ملتزمة. |وغادر.");
    check("عاش عام 3300 ق.م في مصر. |ثم مات.");
    check("ج. ا. افغانستان در ص. ۱۲ آمده است. |پایان.");
    check("Gen. Bajwa met Mr. Pompeo and J. K. Smith. |They talked.");
    check("The U.S. Army paid 3.5 million. |It left.");
    check("It happened in the U.S. |The army left.");
    check("He works for Apple Inc. |They pay, e.g. The Times said so.");
    check("1. Name the place. |2. Go there.");
    check("See No. 5 at 10.30 a.m. on Monday. |Then go.");
    check("قیمت ۷۶.۸۵ افغانی است. |بلی.");
}

TEST_CASE("a mark in a quotation does not end the sentence around it") {
    check("“What?” she asked. |Nobody knew.");
    check("مردم گفتند: «نه!» و رفتند. |«چرا؟» پرسید خبرنگار. |«نه!» |مردم رفتند.");
    check("\"لماذا؟\" قالت المرأة. |وغادرت.");
    check("He cried “stop!” and left. |Then it was quiet.");
    check("It ended ... and then began. |So it goes.");
    check("قالت ... ثم سكتت. |ثم ذهبت.");
    check("روزنامه‌های کیهان و رسالت و… دیده می‌شد. |پایان.");
}

TEST_CASE("a lost space still parts two sentences") {
    check("او رفت.|سپس آمد.");
    check("هل وافقوا؟|نعم.");
    check("وہ گیا۔|پھر آیا۔");
    check("It was the end.|Then they left.");
    check("Will it rain?|nobody knows");
    check("See https://example.org/a?Story=1 and mail a.Bee@example.org now.");
    check("نشانی example.Com است.");
}

TEST_CASE("lines end sentences: headlines, captions, paragraphs") {
    check(
        "گفت‌وگوهای صلح ادامه دارد\n|وزیر خارجه به کابل رفت. |او برگشت.\n\n|جنرال باجوا\n");
    CHECK(parts("Decrease font\r\n\r\nNATO said so.") == list{"Decrease font", "NATO said so."});
    check("a line that was cut,\nbecause it was long. |Done.");
    CHECK(parts("یک\u2029دو\u0085سه\u2028") == list{"یک", "دو", "سه"});
}

TEST_CASE("datelines and the old full stop of Urdu") {
    check("لندن - ایرنا: |نخست‌وزیر انگلیس گفت.");
    check("کابل: نخست‌وزیر گفت.");
    check("وہ گھر گیا ہے - |پھر وہ آیا تھا۔");
}

TEST_CASE("acronyms of letter names and initials of any letter do not end a sentence") {
    check("اس نے پی۔ایچ۔ڈی۔ کی ڈگری لی۔ |وہ یو۔این۔او میں کام کرتا ہے۔ |اے۔ کے۔ خان نے کہا۔ |سب گئے۔");
    check("ایم.اے اور پی.ایچ.ڈی کے طلبہ آئے۔ |امتحان ہوا۔");
    check("دیکھیے ص۔ 12 اور م۔ خان کی کتاب۔ |ختم۔");
    check("بی.بی.سی گزارش داد. |او رفت.");
    check("آ. رضایی و ژ. پیاژه در سال ۳۳۱ پ. م. و ۱۴۴۲ ه‍.ق. نوشتند. |سپس رفتند.");
    check("قال د. أحمد ود. علي إنهما وافقا. |ثم غادرا.");
    check("جان اف. کندی به تهران آمد. |الف. ب. احمدی رفت.");
    check("الف. صلح می‌خواهیم. |ب. جنگ بس است.");
    check("ګ. احمدي او ښ. خان په مخ. ۱۲ کې لیکلي دي. |بیا ولاړل.");
    check("دا ښه کار و. |هغه لاړ."); // "was" is no initial
    check("He met mr. Khan and St. John's staff, P.S. I left at 10 a.m. on Monday. |They talked.");
    check("He has an M.Sc. in law. |She has a Ph.D. |They met.");
}

TEST_CASE("an ellipsis ends a sentence behind the verb that does") {
    check("همه رفته بودند… |از او خبری نشد. |پایان.");
    check("او هر روز می‌رود... |کسی نمی‌پرسد. |کتاب، قلم و… روی میز است.");
    check("موږ ټول هلته وو... |بیا راغلل. |پلار، مور او... راغلل.");
    check("وہ چلا گیا۔۔۔ |پھر نہ آیا۔ |علی، حسن اور۔۔۔ سب گئے۔ |ختم…");
    check("لا أعرف... ربما غداً. |نعم!");
}

TEST_CASE("items of a list behind a dash are sentences") {
    check("۱. صلح می‌خواهیم. |۲. جنگ بس است. |۳. پایان.");
    check("تېروتنې کوي: |– احمد، وحید وواهه. |– انسان پاک خدای پیدا کړی دی. (ناسمه) |– بله بېلګه.");
    check("سه نکته گفت: |- صلح می‌خواهیم. |- جنگ بس است.");
    check("The talks went on – slowly – for a year. |They ended.");
    check("مذاکرات – که یک سال طول کشید – پایان یافت. |بلی.");
}

TEST_CASE("the number of a note belongs to the sentence before it") {
    check("They are protected by law. 4 |Even though many are not. |In May. |5 Americans left.");
}

TEST_CASE("speech whose full stop stands behind its closing quote is one with the sentence around it") {
    check("قال الوزير: \"نحن نسير على الدرب. سنتفق قريباً\". |وغادر.");
    check("گفت: «صلح نزدیک است. مردم صبر کنند». |سپس رفت.");
    check("گفت: «صلح نزدیک است. |مردم صبر کنند.» |سپس رفت.");
    check("He said: \"Peace is near. |People must wait\". |Then he left.");
}

TEST_CASE("articles with headlines, datelines, captions and bylines") {
    check(
        "مذاکرات صلح در دوحه از سر گرفته شد\n|کابل – پژواک: |هیئت‌های مذاکره‌کننده روز دوشنبه در دوحه دیدار کردند. "
        "|محمد نعیم، سخنگوی دفتر سیاسی، در تویتر نوشت: «گفت‌وگوها در فضای صمیمی بود.» |او جزئیات نداد.\n\n"
        "|عکس: رویترز\n|زلمی خلیل‌زاد (راست) در اسلام‌آباد\n|آیا صلح می‌آید؟ |هیچ‌کس نمی‌داند!");
    check("وصل وفد رفيع إلى الدوحة\n|قال المتحدث د. محمد نعيم يوم 21/11/2020: \"سنلتقي غداً.\" |وأضاف أن نسبة 3.5% لا تكفي.\n"
          "|المصدر: الجزيرة + وكالات\n|هل توافق الأطراف؟! |لا...");
    check(
        "وزیر اعظم کا دورۂ کابل\n|اسلام آباد: وزیر اعظم نے کہا کہ 2.5 فیصد اضافہ ہوا۔ |انھوں نے پوچھا: ’’کیا یہ کافی ہے؟‘‘ |جواب نہیں ملا۔\n"
        "|تصویر: اے ایف پی");
    check("د سولې خبرې پیل شوې\n|د بهرنیو چارو وزارت وویل: «موږ سوله غواړو.» |ایا جګړه به پای ته ورسېږي؟ |هېڅوک نه پوهېږي.\n"
          "|انځور: باختر");
    check(
        "Talks resume in Doha\n|By J. K. Smith\n\n|KABUL (AP) — Gen. Bajwa met Mr. Pompeo at 10:30 a.m. on Feb. 29. |“We agreed,” he "
        "said. |“Did you?” asked Dr. Khan.\n\n|Photo: J. Doe / AFP");
}

TEST_CASE("writers without capitals end sentences too") {
    check("i went there. |it was cold. |call me.");
    check("It was cold. |i went home.");
    check("The co. was small.");
}

TEST_CASE("plain UAX #29 is an option and covers every byte") {
    CHECK(parts("نه. بلی؟ ", matn::sentence_rules::unicode) == list{"نه. ", "بلی؟ "});
    CHECK(parts("Mr. Smith left. He did", matn::sentence_rules::unicode) == list{"Mr. ", "Smith left. ", "He did"});
    CHECK(parts("etc. 5 (and more)", matn::sentence_rules::unicode) == list{"etc. 5 (and more)"});
    CHECK(parts("etc. 5 (And more)", matn::sentence_rules::unicode) == list{"etc. ", "5 (And more)"});
    for (const std::string& text : texts::all(300, 80, 17)) {
        matn::offset end = 0;
        for (const matn::sentence s : matn::sentences({.rules = matn::sentence_rules::unicode})(text)) {
            CHECK(s.at.begin == end);
            end = s.at.end;
        }
        CHECK(end == text.size());
    }
}

TEST_CASE("sentences of any bytes are in order and leave out nothing but white space") {
    for (const std::string& text : texts::all(2000, 100, 19)) {
        matn::offset end = 0;
        const auto blank = [&](matn::offset to) {
            for (matn::offset i = end; i < to; ++i) REQUIRE((static_cast<unsigned char>(text[i]) >= 0x80 || text[i] <= ' '));
        };
        for (const matn::sentence s : matn::sentences(text)) {
            REQUIRE((s.at.begin >= end && s.at.end > s.at.begin && s.at.end <= text.size()));
            blank(s.at.begin);
            end = s.at.end;
        }
        blank(static_cast<matn::offset>(text.size()));
    }
    CHECK(parts("سلا\xD9. دنیا\xE2\x80.") == list{"سلا\xD9.", "دنیا\xE2\x80."});
    CHECK(parts(" \n\t ").empty());
}

TEST_CASE("hostile texts take linear time") {
    const auto many = [](std::string_view piece, std::size_t n) {
        std::string out;
        for (std::size_t i = 0; i < n; ++i) out += piece;
        return out;
    };
    const std::size_t n = 100000;
    for (const std::string_view piece :
         {".",   ". ", "a. ", "A. ", "! ",   "…",       "a:",      " - ", "\n",    ".)",    ". [1]",    ". »",     "؟",   "۔ ",
          "a.B", "؟.", "ا. ", "پی۔", "پی۔ ", ": \"ا. ", "ا: «ب. ", "ا… ", ". – ا", ": – ا", ". 4 The ", ".\u200E", "1. ", ".\" "})
        for (const auto rules : {matn::sentence_rules::language, matn::sentence_rules::unicode}) {
            const std::string text = many(piece, n) + "a";
            std::size_t count = 0;
            for (const matn::sentence s : matn::sentences({.rules = rules})(text)) count += s.at.size() > 0 ? 1u : 0u;
            CHECK(count > 0);
        }
}

TEST_CASE("sentences are a stage and a vector of your own") {
    const auto doc = matn::pipeline(matn::sentences)("نه. بلی.");
    CHECK(doc.each<matn::sentence>().size() == 2);
    std::vector<matn::sentence> mine;
    matn::sentences.fill("ښه. بد.", mine);
    CHECK(mine.size() == 2);
}

TEST_CASE("the first byte of a character that is cut short is not lost before the end of a line") {
    for (const char lead : {'\xD8', '\xDB', '\xC2', '\xE2', '\xFF'}) {
        const std::string broken(1, lead);
        CHECK(parts(broken + "\nکابل") == list{broken, "کابل"});
        CHECK(parts(broken + ".\nKabul") == list{broken + ".", "Kabul"});
        CHECK(parts("کابل\n" + broken + "\r\n") == list{"کابل", broken});
        CHECK(parts(broken) == list{broken});
    }
}
