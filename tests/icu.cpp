// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "linear.hpp"

// ICU's own headers first: if the declarations in detail/icu_functions.hpp differ from them, this does not compile.
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/umsg.h>
#include <unicode/unorm2.h>
#include <unicode/ures.h>

#include <matn/icu.hpp>
#include <matn/matn.hpp>
#include <matn/pipeline.hpp>

#include <fstream>
#include <iterator>
#include <random>
#include <string>

namespace {

std::u32string decoded(std::string_view text) {
    std::u32string out;
    for (const matn::code_point c : matn::code_points(text)) out += c.value;
    return out;
}
std::string encoded(const std::u32string& text) {
    std::string out;
    for (const char32_t c : text) out += matn::encode(c).view();
    return out;
}

// The Stream-Safe Text Process of UAX #15, section 13, written down plainly.
std::u32string stream_safe(const std::u32string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
    std::u32string out;
    std::size_t count = 0;
    for (const char32_t c : text) {
        icu::UnicodeString s;
        if (!nfkd->getDecomposition(static_cast<UChar32>(c), s)) s = icu::UnicodeString(static_cast<UChar32>(c));
        std::vector<bool> marks;
        for (int32_t i = 0; i < s.length(); i = s.moveIndex32(i, 1)) marks.push_back(u_getCombiningClass(s.char32At(i)) != 0);
        std::size_t leading = 0, trailing = 0;
        while (leading < marks.size() && marks[leading]) ++leading;
        while (trailing < marks.size() && marks[marks.size() - 1 - trailing]) ++trailing;
        if (count + leading > 30) {
            out += U'\u034F';
            count = 0;
        }
        count = trailing == marks.size() ? count + trailing : trailing;
        out += c;
    }
    return out;
}

std::string by_icu(matn::normalization_form form, const std::u32string& text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* n = nullptr;
    switch (form) {
    case matn::normalization_form::nfc: n = icu::Normalizer2::getNFCInstance(status); break;
    case matn::normalization_form::nfd: n = icu::Normalizer2::getNFDInstance(status); break;
    case matn::normalization_form::nfkc: n = icu::Normalizer2::getNFKCInstance(status); break;
    case matn::normalization_form::nfkd: n = icu::Normalizer2::getNFKDInstance(status); break;
    }
    icu::UnicodeString in;
    for (const char32_t c : stream_safe(text)) in.append(static_cast<UChar32>(c));
    std::string out;
    n->normalize(in, status).toUTF8String(out);
    return out;
}

template <class Normalized>
void check_alignment(std::string_view text, const Normalized& n) {
    REQUIRE(n.source({0, static_cast<matn::offset>(n.text().size())}) == matn::slice{0, static_cast<matn::offset>(text.size())});
    matn::offset before = 0;
    for (const matn::code_point c : matn::code_points(n.text())) {
        const matn::slice from = n.source(c.at);
        REQUIRE(from.end <= text.size());
        REQUIRE(from.begin <= from.end);
        REQUIRE(from.begin >= before);
        before = from.begin;
        for (const matn::offset edge : {from.begin, from.end})
            REQUIRE((edge == text.size() || (static_cast<unsigned char>(text[edge]) & 0xC0u) != 0x80));
    }
}

template <class Stage>
void check_form(const Stage& stage, matn::normalization_form form, const std::u32string& text) {
    const std::string bytes = encoded(text);
    const auto made = stage(bytes);
    if (made.text() != by_icu(form, text)) {
        CAPTURE(bytes);
        REQUIRE(made.text() == by_icu(form, text));
    }
    check_alignment(bytes, made);
}
void check_all(const std::u32string& text) {
    check_form(matn::nfc, matn::normalization_form::nfc, text);
    check_form(matn::nfd, matn::normalization_form::nfd, text);
    check_form(matn::nfkc, matn::normalization_form::nfkc, text);
    check_form(matn::nfkd, matn::normalization_form::nfkd, text);
}

} // namespace

TEST_CASE("letters and marks compose, and the whole of them is where the letter comes from") {
    const std::string text = "قرآن, قرا\u0653ن"; // آ as one code point and as two
    const auto made = matn::nfc(text);
    CHECK(made.text() == "قرآن, قرآن");
    const matn::slice last{14, 16}; // the second آ
    REQUIRE(last.of(made.text()) == "آ");
    CHECK(made.source(last).of(text) == "ا\u0653");
    CHECK(made.normalized_at({4, 6}) == matn::slice{4, 6});
    CHECK(made.source({10, 18}).of(text) == "قرا\u0653ن");
}

TEST_CASE("compatibility forms become letters") {
    CHECK(matn::nfkc("ﻗﺮﺁﻥ").text() == "قرآن");
    CHECK(matn::nfkc("ﷺ").text() == "صلى الله عليه وسلم");
    CHECK(matn::nfkc("２０２１ ﬁ").text() == "2021 fi");
    const auto made = matn::nfkc("ﷺ!");
    CHECK(made.source({0, 6}) == matn::slice{0, 3}); // a part of it comes from the whole
    CHECK(made.source({33, 34}) == matn::slice{3, 4});
    CHECK(made.source({2, 4}) == matn::slice{0, 3});
    CHECK(matn::nfd("xé").source({2, 4}) == matn::slice{1, 3}); // the accent alone
}

TEST_CASE("a text that is normal comes out as it is, in step") {
    for (const char* text : {"", "plain", "وزارت امور خارجه", "کتاب‌های تازه é", "漢字 한국"}) {
        CHECK(matn::nfc(text).text() == text);
        CHECK(matn::nfc(text).map().size() == 0);
    }
}

TEST_CASE("bytes that are not UTF-8 pass through as they are") {
    const std::string text = "a\xFF"
                             "e\u0301\x80\xED\xA0\x80\xD8";
    CHECK(matn::nfc(text).text() == "a\xFFé\x80\xED\xA0\x80\xD8");
    check_alignment(text.substr(0, 5), matn::nfc(std::string_view(text).substr(0, 5)));
}

TEST_CASE("every code point and every pair that matters is normalized as ICU does") {
    for (char32_t c = 0; c < 0x110000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        if (c >= 0x3400 && c < 0xF900 && c % 37 != 0) continue; // ideographs and syllables: a sample
        if (c >= 0x18000 && c % 101 != 0 && !(c >= 0x2F800 && c < 0x2FA20)) continue;
        check_all({c});
    }
}

TEST_CASE("random text in all forms is what ICU makes of it, made stream-safe") {
    std::mt19937 random(15);
    const char32_t marks[] = {0x0300, 0x0301, 0x0323, 0x0327, 0x0344, 0x034F, 0x064B, 0x0651, 0x0653,  0x0654, 0x0655,
                              0x0670, 0x06E4, 0x3099, 0x0F73, 0x0F71, 0x0F72, 0xFF9E, 0x093C, 0x1D165, 0x0345};
    const char32_t bases[] = {U'a',   U'e', U' ',   U'1',   U'ا',    U'و',    U'ي',   U'ی',   U'ه',   U'ہ',
                              U'ە',   U'é', 0x01D5, 0x1EA5, 0xAC00,  0x1100,  0x1161, 0x11A8, 0xFB01, 0xFDFA,
                              0xFEFB, U'ｶ', 0x2126, 0x0958, 0x2F801, 0x1F600, 0x0DDD, 0x0B94, 0xFFFD};
    for (int round = 0; round < 4000; ++round) {
        std::u32string text;
        const std::size_t size = random() % (round % 100 == 0 ? 3000 : 60);
        while (text.size() < size) {
            if (random() % 3 == 0) text += bases[random() % std::size(bases)];
            else if (random() % 40 == 0) text += static_cast<char32_t>(random() % 0xD800);
            else if (random() % 30 == 0) text.append(random() % 80, marks[random() % std::size(marks)]);
            else text += marks[random() % std::size(marks)];
        }
        check_all(text);
    }
}

TEST_CASE("a million marks on one letter take linear time and are cut every thirty") {
    std::u32string text = U"ا";
    for (int i = 0; i < 500000; ++i) text += i % 2 == 0 ? U'\u0651' : U'\u064B';
    const std::string bytes = encoded(text);
    const auto made = matn::nfc(bytes);
    CHECK(made.text().size() == bytes.size() + (500000 / 30) * 2);
    const auto whole = decoded(made.text());
    CHECK(whole[31] == U'\u034F');
    CHECK(made.source({0, static_cast<matn::offset>(made.text().size())}).end == bytes.size());
}

TEST_CASE("floods of marks take linear time in every form") {
    const struct {
        const char *what, *head, *unit;
    } floods[] = {
        {"marks in order", "ا", "\u064B\u0651"},
        {"marks out of order", "ا", "\u0651\u064B"},
        {"marks of Latin", "e", "\u0301\u0323"},
        {"marks alone", "", "\u0654\u0655\u0653"},
        {"letters that are marks", "x", "\u0344"},
        {"joiners between", "ا", "\u0651\u034F\u064B"},
        {"presentation forms of marks", "", "\uFE7D\uFCF2"},
        {"marks in broken bytes", "ا", "\u0651\xD9\u064B"},
    };
    for (const auto& f : floods) {
        INFO(f.what);
        CHECK(linear::growth(f.head, f.unit, [](std::string_view text) {
                  static matn::normal_text<matn::normalization_form::nfc>
                      made; // memory that is new each time would be measured too
                  matn::nfc.run(text, made);
                  if (made.map().source_size() != text.size()) FAIL("a text of another size");
              }) <= 3);
        CHECK(linear::growth(f.head, f.unit, [](std::string_view text) {
                  static matn::normal_text<matn::normalization_form::nfkd>
                      made; // memory that is new each time would be measured too
                  matn::nfkd.run(text, made);
                  if (made.map().source_size() != text.size()) FAIL("a text of another size");
              }) <= 3);
    }
}

TEST_CASE("normalized texts are values of a document, kept from text to text") {
    const auto analyse =
        matn::pipeline(matn::nfc, [](const matn::normal_text<matn::normalization_form::nfc>& n, matn::emit<matn::damage> out) {
            out({n.source({0, 2}), matn::damage_reason::stray});
        });
    auto doc = analyse("e\u0301!");
    CHECK(doc.get<matn::normal_text<matn::normalization_form::nfc>>().text() == "é!");
    CHECK(doc.each<matn::damage>()[0].at == matn::slice{0, 3});
    analyse("xy", doc);
    CHECK(doc.get<matn::normal_text<matn::normalization_form::nfc>>().text() == "xy");
}

TEST_CASE("the official test file is passed, line by line") {
    std::ifstream in(MATN_SHARED_DIR "/data/ucd/NormalizationTest.txt");
    if (!in) {
        WARN("skipped: no Unicode test file");
        return;
    }
    std::size_t lines = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#' || line[0] == '@') continue;
        std::string field[5];
        std::size_t at = 0;
        for (auto& f : field) {
            std::u32string s;
            const std::size_t end = line.find(';', at);
            while (at < end) {
                std::size_t used = 0;
                s += static_cast<char32_t>(std::stoul(line.substr(at, end - at), &used, 16));
                at += used;
                while (at < end && line[at] == ' ') ++at;
            }
            at = end + 1;
            f = encoded(s);
        }
        ++lines;
        REQUIRE(matn::nfc(field[0]).text() == field[1]);
        REQUIRE(matn::nfd(field[0]).text() == field[2]);
        REQUIRE(matn::nfkc(field[0]).text() == field[3]);
        REQUIRE(matn::nfkd(field[0]).text() == field[4]);
        REQUIRE(matn::nfc(field[2]).text() == field[1]);
        REQUIRE(matn::nfkd(field[3]).text() == field[4]);
    }
    CHECK(lines > 18000);
}

TEST_CASE("Windows-1256 and ISO 8859-6 are guessed from their letters, and come out as UTF-8") {
    // وزارة الخارجية in the two encodings, by their published tables.
    const std::string windows = "\xE6\xD2\xC7\xD1\xC9 \xC7\xE1\xCE\xC7\xD1\xCC\xED\xC9";
    const std::string iso = "\xE8\xD2\xC7\xD1\xC9 \xC7\xE4\xCE\xC7\xD1\xCC\xEA\xC9";
    for (const auto& [bytes, name] : {std::pair(windows, "windows-1256"), std::pair(iso, "ISO-8859-6")}) {
        CHECK(matn::guess_encoding(bytes).name == name);
        const auto made = matn::to_utf8(std::string_view(bytes));
        REQUIRE(made.has_value());
        CHECK(made->text() == "وزارة الخارجية");
        CHECK(made->encoding() == name);
        CHECK(made->damages().empty());
        CHECK(made->source({11, 27}) == matn::slice{6, 14});
        CHECK(made->converted_at({6, 14}) == matn::slice{11, 27});
    }
    // Persian, with letters that only Windows-1256 has: "گفت که چیز پژ" with ي and ك of that encoding
    CHECK(matn::guess_encoding("\x90\xDD\xCA \x98\xE5 \x8D\xED\xD2 \x81\x8E").name == "windows-1256");
    CHECK(matn::to_utf8("\x90\xDD\xCA \x98\xE5")->text() == "گفت که");
}

TEST_CASE("UTF-8 is kept and its damage told; Latin words with accents are Windows-1252") {
    const auto made = matn::to_utf8("سلام \xFF");
    REQUIRE(made.has_value());
    CHECK(made->encoding() == "UTF-8");
    CHECK(made->text() == "سلام \xFF");
    REQUIRE(made->damages().size() == 1);
    CHECK(made->damages()[0].at == matn::slice{9, 10});
    CHECK(made->source({0, 8}) == matn::slice{0, 8});
    CHECK(matn::guess_encoding("plain text").name == "UTF-8");
    CHECK(matn::guess_encoding("").name == "UTF-8");
    CHECK(matn::guess_encoding("Le minist\xE8re a annonc\xE9 la premi\xE8re \xE9tape").name == "windows-1252");
    CHECK(matn::to_utf8("d\xE9j\xE0 vu")->text() == "déjà vu");
}

TEST_CASE("a named encoding is taken, bytes without a meaning in it are told, and unknown names refused") {
    const auto made = matn::to_utf8("\xC7\xA1\xE4", {.encoding = "ISO-8859-6"});
    REQUIRE(made.has_value());
    CHECK(made->text() == "ا\uFFFDل");
    REQUIRE(made->damages().size() == 1);
    CHECK(made->damages()[0].at == matn::slice{1, 2});
    CHECK(matn::to_utf8("x", {.encoding = "no such encoding"}).error() == matn::conversion_error::unknown_encoding);
    CHECK(matn::to_utf8("x", {.encoding = "UTF-16"}).error() == matn::conversion_error::not_one_byte_a_letter);
    CHECK(matn::to_utf8("\xE1", {.encoding = "windows-1252"})->text() == "á");
}

TEST_CASE("real text that goes to an old encoding comes back from it, guessed, with every letter in its place") {
    const char* const texts[] = {"قال المتحدث باسم الوزارة إن المحادثات ستبدأ يوم الاثنين المقبل، وإن الوفد سيصل غدا.",
                                 "سخنگوي وزارت خارجه گفت كه مذاكرات هفته آينده آغاز مي شود."};
    for (const char* text : texts) {
        for (const char* name : {"windows-1256", "ISO-8859-6"}) {
            if (std::string_view(name) == "ISO-8859-6" && std::string_view(text).find("گ") != std::string_view::npos) continue;
            icu::UnicodeString u = icu::UnicodeString::fromUTF8(text);
            std::string bytes(static_cast<std::size_t>(u.length()), '\0');
            u.extract(0, u.length(), bytes.data(), static_cast<uint32_t>(bytes.size()), name);
            const auto made = matn::to_utf8(std::string_view(bytes));
            REQUIRE(made.has_value());
            CHECK(made->encoding() == name);
            CHECK(made->text() == text);
            matn::offset n = 0;
            for (const matn::code_point c : matn::code_points(made->text())) {
                REQUIRE(made->source(c.at) == matn::slice{n, n + 1});
                REQUIRE(made->converted_at({n, n + 1}) == c.at);
                ++n;
            }
        }
    }
}

// The names stand in CLDR: main/tr.xml, ug.xml and sd.xml, months of the Gregorian calendar.
TEST_CASE("the months of a language that matn does not know are found by the names that ICU has for them") {
    const matn::locale_names turkish("tr");
    const matn::locale_names uyghur("ug");
    const matn::locale_names sindhi("sd");
    CHECK(turkish.names().size() >= 24); // Gregorian and lunar at least
    const auto first = [](std::string_view text, const matn::locale_names& from) {
        const auto found = matn::dates(text, {.names = from.names()});
        return found.size() == 1 && found[0].resolved ? iso(found[0].first) : std::string();
    };
    CHECK(first("Toplantı 12 Şubat 2021 günü yapıldı", turkish) == "2021-02-12");
    CHECK(first("3 Ağustos 2019", turkish) == "2019-08-03");
    CHECK(first("12 فېۋرال 2021", uyghur) == "2021-02-12");
    CHECK(first("5 آگسٽ 2018", sindhi) == "2018-08-05");
    for (const matn::date_name& n : uyghur.names()) CHECK(static_cast<unsigned char>(n.text[0]) >= 0x80); // no Latin stopgaps

    const matn::locale_names moved = matn::locale_names("tr");
    REQUIRE(moved.names().size() == turkish.names().size());
    CHECK(moved.names()[0].text == "Ocak");
    CHECK(matn::locale_names("xx").names().empty());
    CHECK(matn::locale_names("").names().size() <= 36);
}

// What Windows-1256 has beside the letters of Arabic: those of Persian and Urdu, marks, quotation marks and joiners.
TEST_CASE("every Arabic-script letter, mark and sign of the old encodings is guessed with its text") {
    const std::pair<const char*, const char*> texts[] = {
        {"windows-1256", "ڈاکٹر نے کہا کہ لڑکے گاؤں میں ہیں، پھر چھوٹے بھائی ٹھیک پہنچے ژالہ"},
        {"windows-1256", "گزارش «مي‌رود» – ‘پژواك’ “چاپ” — سخن… پايان؛ آيا؟"},
        {"windows-1256", "قُلْ هُوَ اللَّهُ أَحَدٌ كِتَابًا فِي بَيْتٍ"},
        {"ISO-8859-6", "قُلْ هُوَ اللَّهُ أَحَدٌ كِتَابًا فِي بَيْتٍ؛ نعم، لا؟"},
    };
    for (const auto& [name, text] : texts) {
        const icu::UnicodeString u = icu::UnicodeString::fromUTF8(text);
        std::string bytes(static_cast<std::size_t>(u.length()), '\0');
        u.extract(0, u.length(), bytes.data(), static_cast<uint32_t>(bytes.size()), name);
        INFO(text);
        CHECK(matn::guess_encoding(bytes).name == name);
        // ی has no place in Windows-1256: ICU writes what comes nearest, and so does not come back
        if (std::string_view(text).find("ی") == std::string_view::npos)
            CHECK(matn::to_utf8(std::string_view(bytes))->text() == text);
    }
}

TEST_CASE("a long text is guessed from its beginning, which may end within a character") {
    std::string text = "a";
    while (text.size() < 16384 + 64) text += "ک"; // the 16384th byte is the first of two
    CHECK(matn::guess_encoding(text).name == "UTF-8");
    CHECK(matn::guess_encoding(text).confidence == 1.0F);
    std::string windows(20000, '\xE1');
    for (std::size_t i = 0; i < windows.size(); i += 6) windows[i] = ' ';
    CHECK(matn::guess_encoding(windows).name == "windows-1256"); // للللل
}

TEST_CASE("UTF-8 by any of its names is kept, and a text of no bytes has no letters in any encoding") {
    for (const char* name : {"UTF-8", "utf-8", "UTF8", "utf8"}) {
        CHECK(matn::to_utf8("کابل \xFF", {.encoding = name})->text() == "کابل \xFF");
        CHECK(matn::to_utf8("کابل \xFF", {.encoding = name})->damages().size() == 1);
    }
    const auto nothing = matn::to_utf8("", {.encoding = "windows-1256"});
    REQUIRE(nothing.has_value());
    CHECK(nothing->text().empty());
    CHECK(nothing->source({0, 0}) == matn::slice{0, 0});
    CHECK(nothing->converted_at({0, 0}) == matn::slice{0, 0});
}
