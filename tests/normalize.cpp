// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "linear.hpp"
#include "texts.hpp"

#include <matn/normalize.hpp>
#include <matn/pipeline.hpp>

namespace fold = matn::fold;
using matn::normalization_level;

static_assert(matn::stage<matn::normalizing_fn>);

namespace {
std::string in(std::string_view text, matn::language_tag language) {
    return std::string(matn::normalizing(text, language).text());
}
} // namespace

TEST_CASE("a text is written as its language is") {
    CHECK(in("علي در كتابخانه", "fa") == "علی در کتابخانه");
    CHECK(in("کتاب علی", "ar") == "كتاب علي");
    CHECK(in("يو ښه كور", "ps") == "يو ښه کور"); // Pashto's ي stays
    CHECK(in("علي كے گهر", "ur") == "علی کے گہر");
    CHECK(in("كتێب", "ckb") == "کتێب");
    CHECK(in("علي ك", "xx") == "علي ك"); // an unknown language is repaired only
}

TEST_CASE("in a mixed text each language keeps its own letters") {
    const std::string text =
        "وزير خارجه افغانستان در كابل گفت كه گفتگوهاى صلح ادامه دارد و مي‌خواهيم به توافق برسيم.\n"
        "وقال المتحدث باسم الوزارة في مؤتمر صحفي عقده يوم الأحد إن الحكومة ترحب بکل المبادرات التي تدعم السلام.\n";
    const auto normal = matn::normalizing(text);
    CHECK(normal.text().find("وزیر خارجه افغانستان در کابل گفت که") != std::string_view::npos);
    CHECK(normal.text().find("می‌خواهیم") != std::string_view::npos);
    CHECK(normal.text().find("المتحدث باسم الوزارة في مؤتمر صحفي") != std::string_view::npos);
    CHECK(normal.text().find("ترحب بكل المبادرات") != std::string_view::npos);
}

TEST_CASE("addresses and tags are left as they stand") {
    const std::string_view text = "به https://example.org/كتاب?q=٤ و @كابل و a.ك@example.org و #صلح_علي رفت علي";
    const std::string normal = in(text, "fa");
    CHECK(normal.find("https://example.org/كتاب?q=٤") != std::string::npos);
    CHECK(normal.find("#صلح_علي") != std::string::npos);
    CHECK(normal.find("@كابل") != std::string::npos);
    CHECK(normal.ends_with("رفت علی"));
    CHECK(in("كتاب علي info.علي@example.com علي@مثال.شبكة", "fa") == "کتاب علی info.علي@example.com علي@مثال.شبكة");
    const auto all = matn::normalizing({.protect = false})(text, "fa");
    CHECK(all.text().find("#صلح_علی") != std::string_view::npos);
}

TEST_CASE("rules are added and left out one by one") {
    const auto normal = matn::normalizing({.with = fold::tatweel, .without = fold::yeh})("علي كابـل", "fa");
    CHECK(normal.text() == "علي کابل");
    const auto key = matn::normalizing({.level = normalization_level::key})("Kabul أفغانستان ۱۳۹۹", "fa");
    CHECK(key.text() == "kabul افغانستان 1399");
    const auto repaired = matn::normalizing({.level = normalization_level::repair})("علي\u00A0ﻣﺤﻤﺪ", "fa");
    CHECK(repaired.text() == "علي محمد");
}

TEST_CASE("what is normalized leads back to the text as it was") {
    const std::string_view text = "ﻣﺤﻤﺪ\u200F علي‌\u200C‌ها";
    const auto normal = matn::normalizing(text, "fa");
    REQUIRE(normal.text() == "محمد علی‌ها");
    CHECK(normal.source({0, 8}).of(text) == "ﻣﺤﻤﺪ");
    const auto at = static_cast<matn::offset>(normal.text().find("علی"));
    CHECK(normal.source({at, at + 6}).of(text) == "علي");
}

TEST_CASE("normalizing twice is normalizing once, for every text, language and level") {
    for (const std::string& text : texts::all(300, 30, 11))
        for (const matn::language_tag language : {matn::language_tag("fa"), matn::language_tag("ar"), matn::language_tag("ur"),
                                                  matn::language_tag("ps"), matn::language_tag("ckb"), matn::language_tag("und")})
            for (const normalization_level level :
                 {normalization_level::repair, normalization_level::orthography, normalization_level::key}) {
                const auto stage = matn::normalizing({.level = level, .protect = false});
                const auto once = stage(text, language);
                const auto twice = stage(once.text(), language);
                REQUIRE(twice.text() == once.text());
                REQUIRE(once.source({0, static_cast<matn::offset>(once.text().size())}) ==
                        matn::slice{0, static_cast<matn::offset>(text.size())});
            }
}

TEST_CASE("a key is the same however half-spaces are written, and leads back to what was") {
    const auto key = matn::normalizing({.level = normalization_level::key});
    const auto one = [&](std::initializer_list<std::string_view> ways) {
        const std::string first(key(*ways.begin()).text());
        for (const std::string_view way : ways) {
            INFO(way);
            CHECK(key(way).text() == first);
            CHECK(key(way, "prs").text() == first);
        }
    };
    one({"می‌رود", "می رود", "میرود", "مي رود", "مـی رود", "ﻣﯽ ﺭﻭﺩ", "می\u00A0رود"});
    one({"او نمی‌خواهد برود", "او نمی خواهد برود", "او نمیخواهد برود"});
    one({"کتاب‌ها را خواندم", "کتاب ها را خواندم", "کتابها را خواندم"});
    one({"خانه بزرگ‌ترین شهر", "خانه بزرگ ترین شهر"});
    one({"خانه‌ی ما", "خانۀ ما", "خانهٔ ما", "خانه ما"});

    const std::string_view text = "«ﺍﻭ» می رود، کتاب\u00A0ها \xFF را";
    const auto made = key(text, "fa");
    REQUIRE(made.text() == "\"او\" میرود، کتابها \xFF را");
    const auto at = [&](std::string_view word) {
        const auto begin = static_cast<matn::offset>(made.text().find(word));
        return matn::slice{begin, begin + static_cast<matn::offset>(word.size())};
    };
    CHECK(made.source(at("او")).of(text) == "ﺍﻭ");
    CHECK(made.source(at("میرود")).of(text) == "می رود");
    CHECK(made.source(at("کتابها")).of(text) == "کتاب\u00A0ها");
    CHECK(made.source(at("را")).of(text) == "را");
    const auto verb = static_cast<matn::offset>(text.find("رود"));
    CHECK(made.folded_at({verb, verb + 6}).of(made.text()) == "رود");
}

TEST_CASE("half-spaces are restored where they are Persian's, and nowhere else") {
    const auto key = matn::normalizing({.level = normalization_level::key});
    CHECK(key("می رود", "ps").text() == "می رود");
    CHECK(key("می رود", "ar").text() == "می رود");
    CHECK(key("می رود", "ur").text() == "می رود");
    CHECK(matn::normalizing({.level = normalization_level::key, .joiners = matn::half_spaces::keep})("می رود", "fa").text() ==
          "می رود");
    CHECK(in("او می رود و میگوید", "fa") == "او می رود و میگوید");
    const auto written = matn::normalizing({.joiners = matn::half_spaces::restore});
    CHECK(written("او مي رود و میگوید", "fa").text() == "او می‌رود و می‌گوید");
    CHECK(written("به #می_رود و https://example.org/a می رود", "fa").text() ==
          "به #می_رود و https://example.org/a می‌رود");
    // A ligature is read as the words that it stands for.
    CHECK(written("ﷺ می رود ﷲ", "fa").text() == "صلی‌الله علیه وسلم می‌رود الله");
    // In mixed text each part goes its own way.
    const std::string text = "وزیر خارجه افغانستان در کابل گفت که او می رود و خبرها درست است.\n"
                             "قال المتحدث باسم الوزارة في مؤتمر صحفي عقده يوم الأحد إن الحكومة ترحب بكل المبادرات.\n";
    const auto mixed = key(text);
    CHECK(mixed.text().find("او میرود و") != std::string_view::npos);
    CHECK(mixed.text().find("عقده یوم الاحد ان") != std::string_view::npos);
}

TEST_CASE("floods of marks, joiners and broken bytes are folded and normalized in linear time") {
    const auto fold_all = [](std::string_view text) {
        static const matn::folder search(fold::search), persian(fold::orthography("fa")), kurdish(fold::orthography("ckb"));
        for (const matn::folder* f : {&search, &persian, &kurdish})
            if ((*f)(text).map().source_size() != text.size()) FAIL("a text of another size");
    };
    const auto normalize_all = [](std::string_view text) {
        for (const auto level : {normalization_level::repair, normalization_level::orthography, normalization_level::key})
            if (matn::normalizing({.level = level})(text, "fa").map().source_size() != text.size())
                FAIL("a text of another size");
    };
    const struct {
        const char *what, *head, *unit;
    } floods[] = {
        {"harakat", "ا", "\u0651\u064B"},
        {"signs of hamza", "ا", "\u0654"},
        {"madda over hamza", "و", "\u0653\u0655"},
        {"half-spaces", "ه", "\u200C"},
        {"ه and half-spaces", "", "ه\u200C"},
        {"not signs", "ب", "\u00AC"},
        {"marks of Latin", "e", "\u0301\u0323"},
        {"tatweel", "ب", "\u0640"},
        {"commas", "ب", ","},
        {"controls", "ب", "\u200F"},
        {"broken bytes", "ب", "\xD8"},
        {"verbs with a space", "", "می رود "},
        {"plurals with a space", "کتاب", " ها"},
        {"prefixes", "", "می "},
    };
    for (const auto& f : floods) {
        INFO(f.what);
        CHECK(linear::growth(f.head, f.unit, fold_all) <= 3);
        CHECK(linear::growth(f.head, f.unit, normalize_all) <= 3);
    }
}

TEST_CASE("a pipeline normalizes in the memory of its document") {
    const auto analyse = matn::pipeline(matn::tokens, matn::languages, matn::normalizing);
    auto doc = analyse.blank();
    const std::string first = "وزیر خارجه افغانستان در كابل گفت که خبرها درست است",
                      second = "قال الوزير إن الأخبار صحيحة تماما في هذا اليوم";
    CHECK(analyse(first, doc).get<matn::normalized>().text() == "وزیر خارجه افغانستان در کابل گفت که خبرها درست است");
    CHECK(analyse(second, doc).get<matn::normalized>().text() == second);
}
