// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <matn/document.hpp>
#include <matn/language_full.hpp>
#include <matn/pipeline.hpp>

#include <random>
#include <string>

namespace {

std::string code(std::string_view text, const matn::full_language_options& options = {}) {
    return std::string(matn::identify_full(text, options).code.view());
}
constexpr matn::full_language_options balanced = {.rarity = matn::balanced_prior};

// The first article of the Universal Declaration of Human Rights, or an everyday sentence.
struct sample {
    const char* code;
    const char* text;
};
constexpr sample rare[] = {
    {"pnb", "سارے انسان آزاد تے حقوق تے عزت دے لحاظ نال برابر پیدا ہوندے نیں"},
    {"skr", "تمام انسان آزاد تے عزت تے حقوق دے اعتبار نال برابر پیدا تھئے ہن، انہاں کوں ضمیر تے عقل ݙتی ڳئی ہے"},
    {"ks", "سٲری اِنسان چھِ آزاد زامٕتؠ۔ وَقار تہٕ حۆقوٗق چھِ ہِوی"},
    {"ms-Arab", "سموا مانسي دلاهيركن بيبس دان سام راتا دري سڬي كموليان دان حق-حق"},
    {"kk-Arab", "بارلىق ادامدار تۋمىسىنان ازات جانە قادىر-قاسيەتى مەن كۇقىقتارى تەڭ بولىپ دۇنيەگە كەلەدى"},
    {"uz-Cyrl", "Барча одамлар эркин, қадр-қиммат ва ҳуқуқларда тенг бўлиб туғиладилар"},
    {"arz", "انا عايز اعرف ازاى ده حصل امبارح وليه محدش قاللى"},
    {"ary", "شنو كتدير دابا؟ واش بغيتي تمشي معايا للسوق ولا ما زال"},
    {"glk",
     "تومامˇ آدمان آزاد به دونیا آییدی و أوشانˇ حق و حقوق همه‌تا ایسه"},
    {"azb", "بوتون اینسانلار آزاد و حیثیت و حقوق باخیمیندان برابر دونیایا گلیرلر"},
    {"bal", "سجهێں مردم آزات ودی بوتگ اَنت و آیانی هک و شرپ برابر اِنت"},
};
constexpr sample common[] = {
    {"ar", "أعلنت وزارة الخارجية أن الوفد سيصل إلى العاصمة غدا"},
    {"prs", "شفاخانه ولایتی هلمند می‌گوید که داکتران معاش نگرفته‌اند"},
    {"fa",
     "وزیر امور خارجه ایران گفت که این توافق‌نامه هفته آینده امضا می‌شود"},
    {"ps", "د افغانستان د بهرنیو چارو وزارت وايي چې خبرې به سبا پیل شي"},
    {"ur", "وزیر خارجہ نے کہا ہے کہ مذاکرات اگلے ہفتے اسلام آباد میں ہوں گے"},
    {"ckb", "وەزیری دەرەوە ڕایگەیاند کە کۆبوونەوەکە هەفتەی داهاتوو لە هەولێر دەبێت"},
    {"ug", "تاشقى ئىشلار مىنىستىرى سۆھبەتنىڭ كېلەر ھەپتە باشلىنىدىغانلىقىنى ئېيتتى"},
    {"sd", "سياسي اڳواڻ چيو ته سنڌ جي ماڻهن کي پاڻي نه پيو ملي"},
    {"en", "The foreign minister said that the talks would begin next week"},
    {"tr", "Dışişleri Bakanı görüşmelerin gelecek hafta başlayacağını söyledi"},
    {"ru", "Министр иностранных дел сообщил, что переговоры начнутся на следующей неделе"},
    {"tg", "Вазири корҳои хориҷӣ гуфт, ки гуфтушунид ҳафтаи оянда оғоз мешавад"},
    {"el", "Ο υπουργός Εξωτερικών"},
    {"he", "שר החוץ אמר"},
    {"und", "2024 ۱۴۰۳ — !"},
    {"und", ""},
};

} // namespace

TEST_CASE("languages that few texts are in are known, whatever the prior") {
    for (const auto& [expected, text] : rare) {
        CAPTURE(text);
        CHECK(code(text) == expected);
        CHECK(code(text, balanced) == expected);
        CHECK(matn::identify(text).code != matn::language_tag(std::string_view(expected))); // the core doesn't know them
    }
}

TEST_CASE("the languages of the core are found among all as well") {
    for (const auto& [expected, text] : common) {
        CAPTURE(text);
        CHECK(code(text) == expected);
        CHECK(code(text, balanced) == expected);
        CHECK(matn::identify(text).code.view() == expected);
    }
}

TEST_CASE("the prior decides where the words do not") {
    // Said in Cairo as in any Arabic newspaper.
    const std::string_view text = "كتاب جديد";
    CHECK(code(text) == "ar");
    float before = 1.01F;
    for (const float rarity : {0.F, 2.F, 4.F, 8.F}) {
        const matn::language found = matn::identify_full("سارے انسان", {.least_confidence = 0, .rarity = rarity});
        const float rare_share = found.code == "ur" ? 1 - found.confidence : found.confidence;
        CHECK(rare_share < before);
        before = rare_share;
    }
}

TEST_CASE("a hint may name a rare language") {
    const std::string_view text = "آزاد انسان";
    const matn::language none = matn::identify_full(text, {.least_confidence = 0, .rarity = 0});
    const matn::language hinted = matn::identify_full(text, {.hint = "pnb", .least_confidence = 0, .rarity = 0});
    const bool more = hinted.code == "pnb" && (none.code != "pnb" || hinted.confidence > none.confidence);
    CHECK(more);
}

TEST_CASE("all languages are told apart while compiling, too") {
    constexpr matn::language kashmiri = matn::identify_full("سٲری اِنسان چھِ آزاد زامٕتؠ");
    STATIC_REQUIRE(kashmiri.code == "ks");
    CHECK(matn::identify_full("سٲری اِنسان چھِ آزاد زامٕتؠ").confidence == kashmiri.confidence);
    constexpr matn::language uzbek = matn::identify_full("Барча одамлар эркин туғиладилар");
    STATIC_REQUIRE(uzbek.code == "uz-Cyrl");
}

TEST_CASE("spans are cut between rare languages and others, and the document has its language") {
    const std::string urdu = "وزیر خارجہ نے کہا ہے کہ مذاکرات اگلے ہفتے اسلام آباد میں ہوں گے اور وفد وہاں جائے گا۔\n";
    const std::string saraiki = "انہاں کوں ضمیر تے عقل ݙتی ڳئی ہے، ایں سانگے ہک ٻئے نال بھراواں وانگوں سلوک کرݨ چاہیدا ہے۔\n";
    const std::string english = "The delegation arrived in the capital on Monday.\n";
    const std::string text = urdu + saraiki + english;
    const auto spans = matn::languages_full(text);
    REQUIRE(spans.size() == 3);
    CHECK(spans[0].code == "ur");
    CHECK(spans[1].code == "skr");
    CHECK(spans[2].code == "en");
    CHECK(spans[0].at.begin == 0);
    CHECK(spans[1].at.begin == urdu.size());
    CHECK(spans[2].at.begin == urdu.size() + saraiki.size());
    CHECK(spans[2].at.end == text.size());

    const auto analyse = matn::pipeline(matn::languages_full({.rarity = matn::balanced_prior}));
    const auto doc = analyse(saraiki);
    CHECK(doc.get<matn::language>().code == "skr");
    REQUIRE(doc.each<matn::language_span>().size() == 1);
    CHECK((saraiki | matn::languages_full).front().code == "skr");
}

TEST_CASE("news in the languages of the core has the core's spans") {
    std::string text;
    std::vector<std::pair<std::string, std::size_t>> expected;
    for (const auto& [language, sentence] : common) {
        if (std::string_view(language) == "und") continue;
        text += std::string(sentence) + ".\n";
        expected.push_back({language, text.size()});
    }
    const auto spans = matn::languages_full(text);
    // Persian is Dari or Iranian once for the whole document.
    const auto merged = [](std::string_view tag) { return tag == "prs" ? std::string("fa") : std::string(tag); };
    std::size_t at = 0;
    for (const auto& span : spans)
        for (; at < expected.size() && expected[at].second <= span.at.end; ++at)
            CHECK(merged(span.code.view()) == merged(expected[at].first));
    CHECK(at == expected.size());
}

TEST_CASE("random and broken bytes are no trouble and spans cover the text") {
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        std::string text;
        for (std::size_t n = random() % 200; n > 0; --n) {
            text += static_cast<char>(random());
            if (n % 7 == 0) text += "تے ہن";
        }
        const auto spans = matn::languages_full(text);
        matn::offset end = 0;
        for (const auto& span : spans) {
            REQUIRE(span.at.begin == end);
            REQUIRE(span.at.end > span.at.begin);
            end = span.at.end;
        }
        REQUIRE(end == text.size());
        const float confidence = matn::identify_full(text).confidence;
        REQUIRE((confidence >= 0 && confidence <= 1));
    }
    CHECK(code("\xFF\xFE\xD8") == "und");
    const matn::language one_letter = matn::identify_full(std::string(1 << 18, '\xD8') + "\xAF");
    CHECK(one_letter.confidence <= 1);
}
