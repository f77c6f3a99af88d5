// SPDX-License-Identifier: MIT
#include "catch.hpp"
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

TEST_CASE("a pipeline normalizes in the memory of its document") {
    const auto analyse = matn::pipeline(matn::tokens, matn::languages, matn::normalizing);
    auto doc = analyse.blank();
    const std::string first = "وزیر خارجه افغانستان در كابل گفت که خبرها درست است",
                      second = "قال الوزير إن الأخبار صحيحة تماما في هذا اليوم";
    CHECK(analyse(first, doc).get<matn::normalized>().text() == "وزیر خارجه افغانستان در کابل گفت که خبرها درست است");
    CHECK(analyse(second, doc).get<matn::normalized>().text() == second);
}
