// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "texts.hpp"

#include <matn/fold.hpp>
#include <matn/pipeline.hpp>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace fold = matn::fold;
using matn::slice;

namespace {

template <matn::fold_set F>
std::string folded(std::string_view text) {
    return std::string(matn::folding<F>(text).text());
}

bool on_border(std::string_view text, matn::offset at) {
    if (at == 0 || at == text.size()) return true;
    for (const matn::code_point c : matn::code_points(text))
        if (c.at.begin == at) return true;
        else if (c.at.begin > at) return false;
    return false;
}

} // namespace

TEST_CASE("each folding does what its name says, and nothing else") {
    CHECK(folded<fold::alef>("أحمد إلى آسیا ٱلله ؤئ") == "احمد الى اسیا الله ؤئ");
    CHECK(folded<fold::hamza>("مؤمن رئيس أمس") == "مومن رييس أمس");
    CHECK(folded<fold::hamza | fold::yeh>("رئیس رییس") == "رییس رییس");
    CHECK(folded<fold::yeh>("علي موسى یې ۍ ے ئ") == "علی موسی یې ۍ ے ئ");
    CHECK(folded<fold::kaf>("كابل کابل ګ گ") == "کابل کابل ګ گ");
    CHECK(folded<fold::heh>("ہے اسلامیہ ھم خانۀ خانهٔ مدرسة") == "هے اسلامیه هم خانه خانه مدرسة");
    CHECK(folded<fold::teh>("مدرسة") == "مدرسه");
    CHECK(folded<fold::digits>("٢٦ ۱۳۹۹ 7 १") == "26 1399 7 १");
    CHECK(folded<fold::marks>("مُحَمَّدٌ رحمٰن") == "محمد رحمن");
    CHECK(folded<fold::tatweel>("طالبـــان") == "طالبان");
    CHECK(folded<fold::joiners>("می‌روم") == "میروم");
    CHECK(folded<fold::invisible>("خلیل\u200Fزاد\uFEFF \u2066x\u2069") == "خلیلزاد x");
    CHECK(folded<fold::spaces>("a\u00A0b\u202Fc") == "a b c");
    CHECK(folded<fold::presentation>("ﻣﺤﻤﺪ ﻻ ﷲ ＮＡＴＯ ﬁn") == "محمد لا الله NATO fin");
    CHECK(folded<fold::letter_case>("NATO Ärzte ΑΒΓ ЖЗ") == "nato ärzte αβγ жз");
    CHECK(folded<fold::diacritics>("Ḫalīlzād Émile e\u0301") == "Halilzad Emile e");
    CHECK(folded<fold::quotes>("Al’Malkiy «a» “b”") == "Al'Malkiy \"a\" \"b\"");
    CHECK(folded<fold::none>("أ ك ـ \u200C É") == "أ ك ـ \u200C É");
}

TEST_CASE("a hamza sign on its seat folds as the precomposed letter") {
    CHECK(folded<fold::alef>("ا\u0654فغانستان") == "افغانستان");
    CHECK(folded<fold::alef>("ا\u0653سیا") == "اسیا");
    CHECK(folded<fold::hamza>("و\u0654 ي\u0654") == "و ي");
    CHECK(folded<fold::heh>("نماینده\u0654") == "نماینده");
    CHECK(folded<fold::yeh>("ي\u0654") == "ی\u0654"); // without the hamza folding the sign stays
}

TEST_CASE("letters of Pashto, Urdu and Kurdish that are letters of their own stay in a search key") {
    for (const std::string_view letter :
         {"ټ", "ډ", "ړ", "ښ", "ځ", "څ", "ږ", "ڼ", "ې", "ۍ", "ګ", "ٹ", "ڈ", "ڑ", "ں", "ے", "ڕ", "ڵ", "ۆ", "ێ", "پ", "چ", "ژ", "گ"})
        CHECK(folded<fold::search>(letter) == letter);
}

TEST_CASE("repair makes text that machines read as people do") {
    CHECK(folded<fold::repair>("سلا\xD9 م\xFF") == "سلا\uFFFD م\uFFFD");
    CHECK(folded<fold::repair>("می\u200C\u200Cروم \u200Cدر\u200C.") == "می\u200Cروم در.");
    CHECK(folded<fold::repair>("۵\u200Cساله TV\u200Cها") == "۵\u200Cساله TV\u200Cها");
    CHECK(folded<fold::repair>("می¬روم ¬ 5") == "می\u200Cروم ¬ 5");
    CHECK(folded<fold::repair>("\uFEFFا\u0653ب\u00A0و\u0654 ﻣﺤﻤﺪ\u200F") == "آب ؤ محمد");
    CHECK(folded<fold::repair>("خانه\u0654 علي") == "خانه\u0654 علي"); // not canonical, and no damage
}

TEST_CASE("each orthography writes its own letters and leaves those of others") {
    CHECK(folded<fold::orthography("fa")>("علي كتاب مصطفى نامه\u0654 مدرسة ٤٥٦ 7") == "علی کتاب مصطفی نامۀ مدرسة ۴۵۶ 7");
    CHECK(folded<fold::orthography("prs")>("چرا? بلی, نه; 1,234 a,b") == "چرا؟ بلی، نه؛ 1,234 a,b");
    CHECK(folded<fold::orthography("ur")>("كتابيں ه ھ ے ں ٤") == "کتابیں ہ ھ ے ں ۴");
    CHECK(folded<fold::orthography("ps")>("كور ي ی ې ۍ ئ ګ ټ") == "کور ي ی ې ۍ ئ ګ ټ");
    CHECK(folded<fold::orthography("ckb")>("كورد ه\u200Cموو كتێبه دهم") == "کورد ەموو کتێبە دهم");
    CHECK(folded<fold::orthography("ar")>("کتاب علی ۱۲ هذہ") == "كتاب علي ١٢ هذه");
    CHECK(folded<fold::orthography("sd")>("ڪ ک ي ٿ") == "ڪ ک ي ٿ");
    CHECK(folded<fold::ezafe>("خانه\u200Cی بزرگ خانه\u200Cیم") == "خانۀ بزرگ خانه\u200Cیم");
    CHECK(folded<fold::search>("خانه\u200Cی") == folded<fold::search>("خانهٔ"));
}

TEST_CASE("a joiner that holds an emoji together stays") {
    CHECK(folded<fold::search>("👩\u200D🚀 می\u200Dروم") == "👩\u200D🚀 میروم");
}

TEST_CASE("a search key is one for the spellings of one word") {
    struct row {
        std::string_view a, b;
    };
    for (const row& r : {row{"علي", "علی"},
                         {"كابل", "کابل"},
                         {"اسلام‌آباد", "اسلامآباد"},
                         {"طالبـــان", "طالبان"},
                         {"مُحَمَّد", "محمد"},
                         {"آسیا", "اسیا"},
                         {"أفغانستان", "افغانستان"},
                         {"ا\u0654فغانستان", "أفغانستان"},
                         {"رئیس", "رییس"},
                         {"نمایندۀ", "نماینده"},
                         {"مدرسة", "مدرسه"},
                         {"اسلامیہ", "اسلامیه"},
                         {"ﻣﺤﻤﺪ", "محمد"},
                         {"۱۳۹۹", "1399"},
                         {"٢٦", "۲۶"},
                         {"مصطفى", "مصطفی"},
                         {"Khalilzad", "KHALILZAD"}})
        CHECK(folded<fold::search>(r.a) == folded<fold::search>(r.b));
    CHECK(folded<fold::search>("خلیلزادې") != folded<fold::search>("خلیلزادی"));
    CHECK(folded<fold::search>("حمل") != folded<fold::search>("جمل"));
}

TEST_CASE("what is folded leads back to the text as it was") {
    const std::string_view text =
        "نمایندهٔ ويژه در كابـل، ۲۶ حمل"; // a hamza sign, an Arabic yeh and kaf, a tatweel, two-byte digits
    const auto f = matn::folding<fold::search>(text);
    REQUIRE(f.text() == "نماینده ویژه در کابل، 26 حمل");
    const auto back = [&](std::string_view word) {
        const auto at = static_cast<matn::offset>(f.text().find(word));
        return f.source({at, at + static_cast<matn::offset>(word.size())}).of(text);
    };
    CHECK(back("نماینده") == "نمایندهٔ");
    CHECK(back("ویژه") == "ويژه");
    CHECK(back("کابل") == "كابـل");
    CHECK(back("26") == "۲۶");
    CHECK(back("6") == "۶");
    CHECK(back("حمل") == "حمل");
    const auto tehran = static_cast<matn::offset>(text.find("۲۶"));
    CHECK(f.folded_at({tehran, tehran + 4}).of(f.text()) == "26");
}

TEST_CASE("each letter of a ligature leads back to the ligature") {
    const std::string_view text = "سلاﷲ";
    const auto f = matn::folding<fold::presentation>(text);
    REQUIRE(f.text() == "سلاالله");
    CHECK(f.source({6, 8}).of(text) == "ﷲ");
    CHECK(f.source({8, 14}).of(text) == "ﷲ");
    CHECK(f.source({4, 6}).of(text) == "ا");
}

// ARCHITECTURE, section 5: the whole comes from the whole, order is kept, slices fall on code-point borders, both directions agree.
template <matn::fold_set F>
void holds(const std::string& text) {
    INFO(text);
    const auto f = matn::folding<F>(text);
    const auto whole = slice{0, static_cast<matn::offset>(f.text().size())};
    REQUIRE(f.source(whole) == slice{0, static_cast<matn::offset>(text.size())});
    std::vector<matn::offset> borders;
    for (const matn::code_point c : matn::code_points(f.text())) borders.push_back(c.at.begin);
    borders.push_back(whole.end);
    slice last{0, 0};
    for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
        const slice folded{borders[i], borders[i + 1]};
        const slice source = f.source(folded);
        if (folded == whole) continue;
        REQUIRE(source.begin <= source.end);
        REQUIRE(source.end <= text.size());
        REQUIRE(last.begin <= source.begin);
        REQUIRE(last.end <= source.end);
        REQUIRE(on_border(text, source.begin));
        REQUIRE(on_border(text, source.end));
        REQUIRE_FALSE(source.empty()); // every folded code point comes from something
        REQUIRE(f.folded_at(source).contains(folded));
        last = source;
    }
    // Every code point of the text leads to folded bytes that lead back to it, or to nothing.
    for (const matn::code_point c : matn::code_points(text)) {
        const slice folded = f.folded_at(c.at);
        REQUIRE(folded.begin <= folded.end);
        REQUIRE(folded.end <= whole.end);
        if (!folded.empty()) REQUIRE(f.source(folded).contains(c.at));
    }
    const auto again = matn::folding<F>(f.text());
    REQUIRE(again.text() == f.text());
    const matn::folder at_run_time(F);
    REQUIRE(at_run_time(text).text() == f.text());
    REQUIRE(at_run_time(text).map().size() == f.map().size());
}

TEST_CASE("the rules of folding hold for every text") {
    for (const std::string& text : texts::all(3000, 12)) {
        holds<fold::search>(text);
        holds<fold::letters | fold::marks>(text);
        holds<fold::tatweel | fold::alef>(text);
        holds<fold::presentation>(text);
        holds<fold::none>(text);
        holds<fold::repair>(text);
        holds<fold::orthography("fa")>(text);
        holds<fold::orthography("ur")>(text);
        holds<fold::orthography("ar")>(text);
        holds<fold::orthography("ckb")>(text);
        holds<fold::orthography("ps")>(text);
    }
}

// Long texts go through the blocks of 32 bytes where the processor has them; the plain loop must say the same.
template <matn::fold_set F>
void same_by_blocks(const std::string& text) {
    matn::detail::fold_buffer blocks, plain;
    matn::alignment blocks_map, plain_map;
    matn::detail::fold_writer(text, matn::detail::fold_map_of<F>, blocks, blocks_map).run();
    matn::detail::fold_writer(text, matn::detail::fold_map_of<F>, plain, plain_map).run_scalar();
    REQUIRE(blocks.view() == plain.view());
    REQUIRE(blocks_map == plain_map);
    matn::detail::fold_writer(text, matn::detail::fold_map_of<F>, blocks, blocks_map).run_256();
    REQUIRE(blocks.view() == plain.view());
    REQUIRE(blocks_map == plain_map);
}

TEST_CASE("folding by blocks is folding") {
    for (std::string text : texts::all(400, 400, 9)) {
        same_by_blocks<fold::search>(text);
        same_by_blocks<fold::letters | fold::marks>(text);
        same_by_blocks<fold::none>(text);
        for (const std::string_view n : texts::news) text += n; // mostly clean blocks, at every phase
        same_by_blocks<fold::search>(text);
        same_by_blocks<fold::kaf | fold::letter_case>(text);
        same_by_blocks<fold::orthography("fa")>(text);
        same_by_blocks<fold::orthography("ckb")>(text);
    }
    for (int i = 0; i < 30; ++i) holds<fold::search>(texts::all(1, 120, static_cast<std::uint64_t>(50 + i)).back());
}

TEST_CASE("folding what was folded maps back to the first text") {
    for (const std::string& text : texts::all(500, 12, 7)) {
        const auto first = matn::folding<fold::letters | fold::marks | fold::presentation>(text);
        const auto second = matn::folding<fold::search>(first.text());
        const auto both = matn::alignment::compose(first.map(), second.map());
        for (const matn::code_point c : matn::code_points(second.text()))
            CHECK(both.source(c.at) == first.source(second.source(c.at)));
    }
}

TEST_CASE("a text that needs no folding has an empty alignment and the same bytes") {
    const std::string_view text = "گفت‌وگوهای صلح";
    const auto f = matn::folding<fold::letters | fold::marks>(text);
    CHECK(f.text() == text);
    CHECK(f.map().size() == 0);
}

TEST_CASE("foldings have names") {
    CHECK(fold::find("search") == fold::search);
    CHECK(fold::find("letter-case") == fold::letter_case);
    CHECK(fold::find("nonsense") == std::nullopt);
    CHECK((fold::search - fold::joiners).has(fold::joiners) == false);
    CHECK(fold::find("repair") == fold::repair);
    matn::fold_set all = fold::none;
    for (const fold::named& n : fold::by_name) {
        CHECK(fold::find(n.name) == n.set);
        all = all | n.set;
    }
    CHECK(all.bits == (1ull << 30) - 1); // every rule has a name
}

TEST_CASE("case, diacritics and presentation forms are ICU's") {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfkc = icu::Normalizer2::getNFKCInstance(status);
    REQUIRE(U_SUCCESS(status));
    for (UChar32 c = 0x80; c < 0x110000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        const std::string text(matn::encode(static_cast<char32_t>(c)).view());
        const std::string lower(matn::encode(static_cast<char32_t>(u_foldCase(c, U_FOLD_CASE_DEFAULT))).view());
        if (folded<fold::letter_case>(text) != lower) FAIL("case of U+" << std::hex << c);
        if ((c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC)) {
            std::string expected;
            nfkc->normalize(icu::UnicodeString(c), status).toUTF8String(expected);
            if (folded<fold::presentation>(text) != expected) FAIL("presentation form U+" << std::hex << c);
        }
    }
}

TEST_CASE("a folded text is a value of the document, in its own memory") {
    const auto analyse = matn::pipeline(matn::folding<fold::search>);
    auto doc = analyse.blank();
    CHECK(analyse("كابل", doc).get<matn::folded<fold::search>>().text() == "کابل");
    CHECK(analyse("٢٦", doc).get<matn::folded<fold::search>>().text() == "26");
}
