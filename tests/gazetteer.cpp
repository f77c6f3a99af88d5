// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "texts.hpp"

#include <matn/gazetteer.hpp>

#include <cstring>
#include <map>
#include <string>
#include <utility>
#include <vector>

using matn::gazetteer;

TEST_CASE("each of very many names of one entry is read at once, and its id") {
    std::string tsv = "id\ttype\tlang\tname\n";
    constexpr std::uint32_t count = 60000; // would take a quarter of a minute where each is looked for from the first on
    for (std::uint32_t n = 0; n < count; ++n) tsv += "Q1\tplace\tprs\tده " + std::to_string(100000 + n) + "\n";
    tsv += "Q2\tplace\tprs\tکابل\n";
    const auto loaded = gazetteer::from_tsv(tsv, "many.tsv");
    REQUIRE(loaded);
    const gazetteer& names = loaded->names;
    REQUIRE(names.size() == 2);
    REQUIRE(names.name_count(0) == count);
    bool right = true;
    for (std::uint32_t n = 0; n < count; ++n) {
        const auto e = names.at(0, n);
        right = right && e.id == "Q1" && e.name == "ده " + std::to_string(100000 + n);
    }
    CHECK(right);
    CHECK(names[1].id == "Q2");
    CHECK(names[1].name == "کابل");
}

TEST_CASE("an entry is what has an id, and has all names of its rows") {
    const gazetteer names({{.id = "Q1", .type = "person", .language = "fa", .name = "زلمی خلیلزاد"},
                           {.id = "Q2", .type = "place", .language = "ar", .name = "الدوحة"},
                           {.id = "Q1", .type = "person", .language = "en", .name = "Zalmay Khalilzad", .weight = 2.5f}});
    CHECK(names.size() == 2);
    CHECK(names.name_count() == 3);
    CHECK_FALSE(names.empty());
    CHECK(names[0].id == "Q1");
    CHECK(names[0].type == "person");
    CHECK(names[0].language == "fa");
    CHECK(names[0].name == "زلمی خلیلزاد");
    CHECK(names[1].id == "Q2");
    CHECK(names.name_count(0) == 2);
    CHECK(names.name_count(1) == 1);
    CHECK(names.at(0, 1).name == "Zalmay Khalilzad");
    CHECK(names.at(0, 1).language == "en");
    CHECK(names.at(0, 1).weight == 2.5f);
    CHECK(names[0].weight == 1.0f);
    CHECK(gazetteer().empty());
}

TEST_CASE("a moved gazetteer keeps its names where they were") {
    gazetteer first({{.id = "1", .type = "place", .language = "prs", .name = "هرات"}});
    const std::string_view name = first[0].name;
    const gazetteer second = std::move(first);
    CHECK(second[0].name.data() == name.data());
    CHECK(name == "هرات");
}

TEST_CASE("a tab-separated file loads, and each defect is told with its line") {
    const auto loaded = gazetteer::from_tsv("# places\n"
                                            "q1\tplace\tprs\tکابل\n"
                                            "q2\tplace\tar\n"            // 3: too few fields
                                            "\tplace\tar\tبغداد\n"       // 4: no id
                                            "q3\tplace\tar\t \n"         // 5: no name
                                            "q4\tplace\tar\tـً\n"         // 6: folds to nothing
                                            "q5\tplace\tar\tب\xFFغداد\n" // 7: not UTF-8
                                            "\n"
                                            "q1\torg\tprs\tکابل بانک\n"          // 9: another type; kept
                                            "q6\tplace\tqq\tلاہور\n"             // 10: no such language; kept
                                            "q7\tplace\tur\t\xE2\x80\xAEلاہور\n" // 11: an override; kept
                                            "q1\tplace\tprs\tکابل\n"             // the same again: nothing
                                            "q8\tplace\ten\tKabul\textra\tcells",
                                            "places.tsv");
    REQUIRE(loaded);
    std::vector<std::pair<unsigned, bool>> lines;
    for (const matn::gazetteer_problem& p : loaded->problems) {
        lines.emplace_back(p.line, p.loaded);
        CHECK(p.message() == "places.tsv:" + std::to_string(p.line) + ": " + p.cause);
        CHECK_FALSE(p.cause.empty());
    }
    CHECK(lines == std::vector<std::pair<unsigned, bool>>{
                       {3, false}, {4, false}, {5, false}, {6, false}, {7, false}, {9, true}, {10, true}, {11, true}});
    CHECK(loaded->names.name_count() == 5);
    CHECK(loaded->names.size() == 4);
    CHECK(loaded->names[0].type == "place");
    CHECK(loaded->names.at(0, 1).name == "کابل بانک");
}

TEST_CASE("BOM, CRLF and lone CR end lines as LF does, and none of them gets into a name") {
    for (const char* text : {"\xEF\xBB\xBFq1\tplace\tur\tلاہور\r\nq2\tplace\ten\tLahore\r\n",
                             "q1\tplace\tur\tلاہور\rq2\tplace\ten\tLahore\r", "q1\tplace\tur\tلاہور\nq2\tplace\ten\tLahore"}) {
        const auto loaded = gazetteer::from_tsv(text);
        REQUIRE(loaded);
        CHECK(loaded->problems.empty());
        REQUIRE(loaded->names.size() == 2);
        CHECK(loaded->names[0].id == "q1");
        CHECK(loaded->names[0].name == "لاہور");
        CHECK(loaded->names[1].name == "Lahore");
    }
}

TEST_CASE("a header line names the columns in any order") {
    const auto loaded =
        gazetteer::from_tsv("name\tscript\tweight\tid\tlang\nقندهار\tArab\t2.5\tq1\tps\nKandahar\tLatn\tmuch\tq1\ten\n");
    REQUIRE(loaded);
    REQUIRE(loaded->names.size() == 1);
    CHECK(loaded->names[0].name == "قندهار");
    CHECK(loaded->names[0].weight == 2.5f);
    CHECK(loaded->names[0].type.empty());
    CHECK(loaded->names.at(0, 1).weight == 1.0f);
    REQUIRE(loaded->problems.size() == 1);
    CHECK(loaded->problems[0].line == 3);
    CHECK(loaded->problems[0].loaded);
}

TEST_CASE("in a long file the same lines are wrong as each would be by itself") {
    // Some 300 kB, so that parts that are looked at as a whole begin and end anywhere.
    const std::string_view names[] = {"کابل",       "می‌خواهم", "Kabul \u2014 city",
                                      "\u061Cهرات", "\u202Eلاہور",       "ب\xFFغداد",
                                      "\xD9",       "قسطنط\u066Dينية",   "“a”"};
    for (const std::string_view ends : {"\n", "\r\n", "\r"}) {
        texts::random dice(5);
        std::string file;
        std::vector<std::pair<unsigned, bool>> expected, lines;
        for (unsigned n = 1; n <= 9000; ++n) {
            const std::string_view name = names[dice.below(dice.below(40) == 0 ? std::size(names) : 3)];
            file.append("q").append(std::to_string(n)).append("\tplace\tfa\t").append(name).append(ends);
            const bool broken = name.find('\xFF') != std::string_view::npos || name == "\xD9";
            if (broken || name.find("\u061C") == 0 || name.find("\u202E") == 0) expected.emplace_back(n, !broken);
        }
        const auto loaded = gazetteer::from_tsv(file);
        REQUIRE(loaded);
        for (const matn::gazetteer_problem& p : loaded->problems) lines.emplace_back(p.line, p.loaded);
        CHECK(lines == expected);
        CHECK(expected.size() > 50);
    }
}

TEST_CASE("entries are the same whether their ids come in order or not") {
    std::vector<std::string> rows;
    for (unsigned n = 0; n < 3000; ++n)
        rows.push_back("Q" + std::to_string(n * 7) + "\tplace\ten\tname " + std::to_string(n % 1000) + "\n");
    texts::random dice(3);
    for (const bool shuffled : {false, true}) {
        if (shuffled)
            for (std::size_t i = rows.size(); i-- > 1;) std::swap(rows[i], rows[dice.below(i + 1)]);
        std::string file;
        for (const std::string& row : rows) file += row;
        file += rows[5] + "Q14\tplace\tfa\tدو\n" + "Q7\torg\ten\tname 1\n";
        const auto loaded = gazetteer::from_tsv(file);
        REQUIRE(loaded);
        const gazetteer& names = loaded->names;
        CHECK(names.size() == 3000);
        CHECK(names.name_count() == 3001);
        CHECK(loaded->problems.empty()); // the row with another type is one that was there
        for (matn::entry_id e = 0; e < names.size(); ++e) {
            CHECK(rows[e].substr(0, rows[e].find('\t')) == names[e].id);
            CHECK(names.name_count(e) == (names[e].id == "Q14" ? 2u : 1u));
        }
    }
}

TEST_CASE("what a file has in other columns is kept with each name, and in the image") {
    const auto loaded = gazetteer::from_tsv("id\tpopulation\ttype\tname\tcountry\n"
                                            "q1\t4435000\tplace\tکابل\tAF\nq1\t\tplace\tKabul\nq2\t574000\tplace\tهرات\t AF \n");
    REQUIRE(loaded);
    CHECK(loaded->problems.empty());
    const auto copy = gazetteer::from_image(loaded->names.image());
    REQUIRE(copy);
    for (const gazetteer* names : {&loaded->names, &*copy}) {
        CHECK((*names)[0].metadata == "population=4435000\tcountry=AF");
        CHECK((*names)[0].value_of("country") == "AF");
        CHECK((*names)[0].value_of("population") == "4435000");
        CHECK((*names)[0].value_of("count").empty());
        CHECK((*names)[0].value_of("").empty());
        CHECK(names->at(0, 1).metadata.empty());
        CHECK((*names)[1].value_of("country") == "AF");
    }
    const gazetteer none{{"q1", "place", "fa", "کابل"}};
    CHECK(none[0].metadata.empty());
    const gazetteer own{{.id = "q1", .type = "", .language = "", .name = "کابل", .metadata = "anything = at all"},
                        {.id = "q2", .type = "", .language = "", .name = "هرات"}};
    CHECK(own[0].metadata == "anything = at all");
    CHECK(own[1].metadata.empty());
}

TEST_CASE("what is no such file fails as a whole, with the reason") {
    std::string utf16;
    for (const char c : std::string_view("q1\tplace\tx\tKabul\n")) utf16.append({c, '\0'});
    const std::pair<std::string, std::string> files[] = {
        {"\xFF\xFE" + utf16, "UTF-16"},
        {utf16 + utf16, "UTF-16"},
        {std::string("\x1F\x8B\x08\0\0\0", 6), "gzip"},
        {"q1,place,en,Kabul\nq2,place,en,Herat\n", "no tabs"},
        {"q1\tplace\tar\t\xC8\xDB\xCF\xC7\xCF \xC8\xDB\xCF\xC7\xCF\n", "not UTF-8"},
    };
    for (const auto& [text, cause] : files) {
        const auto loaded = gazetteer::from_tsv(text, "f");
        REQUIRE_FALSE(loaded);
        INFO(loaded.error().message());
        CHECK(loaded.error().message().starts_with("f:1: "));
        CHECK(loaded.error().cause.find(cause) != std::string::npos);
    }
    CHECK(gazetteer::from_tsv("")->names.empty());
    CHECK(gazetteer::from_tsv("\n\n# nothing\n")->problems.empty());
}

TEST_CASE("a NUL byte in an id or a name is a defect of its line") {
    using namespace std::string_literals;
    const std::string rows[] = {"q1\tplace\tprs\tکابل\n", "q2\tplace\tprs\tهرا\0ت\n"s, "q\0003\tplace\ten\tHerat\n"s};
    const auto loaded = gazetteer::from_tsv(rows[0] + rows[1] + rows[2], "f");
    REQUIRE(loaded);
    CHECK(loaded->names.size() == 1);
    REQUIRE(loaded->problems.size() == 2);
    CHECK(loaded->problems[0].line == 2);
    CHECK(loaded->problems[1].line == 3);
    for (const matn::gazetteer_problem& p : loaded->problems) CHECK(p.cause.find("NUL") != std::string::npos);
}

TEST_CASE("the image of a gazetteer is the gazetteer") {
    const gazetteer names({{.id = "Q1", .type = "person", .language = "ar", .name = "عبد الغني برادر"},
                           {.id = "Q1", .type = "person", .language = "en", .name = "Abdul Ghani Baradar"},
                           {.id = "Q2", .type = "place", .language = "fa", .name = "خراسان رضوی"}});
    // A mapped file begins at a page; here 8 bytes must do.
    std::vector<std::uint64_t> copy(names.image().size() / 8);
    std::memcpy(copy.data(), names.image().data(), names.image().size());
    const auto bytes = std::as_bytes(std::span(copy));
    const auto again = gazetteer::from_image(bytes);
    REQUIRE(again);
    CHECK(again->size() == 2);
    CHECK((*again)[0].id == "Q1");
    CHECK(again->at(0, 1).name == "Abdul Ghani Baradar");
    CHECK((*again)[1].name == "خراسان رضوی");
    CHECK((*again)[1].type == "place");

    SECTION("cut short, it is refused") {
        for (const std::size_t size : {std::size_t{0}, std::size_t{8}, std::size_t{64}, bytes.size() / 2, bytes.size() - 8}) {
            const auto cut = gazetteer::from_image(bytes.subspan(0, size), "f");
            REQUIRE_FALSE(cut);
            CHECK(cut.error().message().starts_with("f:0: "));
        }
    }
    SECTION("with any bit flipped, it is refused if all of it is checked") {
        for (std::size_t bit = 0; bit < copy.size() * 64; ++bit) {
            copy[bit / 64] ^= std::uint64_t{1} << bit % 64;
            CHECK_FALSE(gazetteer::from_image(bytes, "f", matn::image_check::all));
            copy[bit / 64] ^= std::uint64_t{1} << bit % 64;
        }
    }
    SECTION("of another profile, it is refused") {
        const auto other = matn::basic_gazetteer<matn::profile::arabic>::from_image(bytes);
        REQUIRE_FALSE(other);
        CHECK(other.error().cause.find("profile") != std::string::npos);
    }
}

TEST_CASE("a compiled gazetteer is opened by its header alone unless all of it is to be checked") {
    const gazetteer names{{"kabul", "place", "fa", "کابل"}};
    std::vector<std::uint64_t> copy(names.image().size() / 8);
    std::memcpy(copy.data(), names.image().data(), names.image().size());
    const auto open = [&copy](matn::image_check check) {
        return gazetteer::from_image(std::as_bytes(std::span(copy)), "x", check);
    };
    REQUIRE(open(matn::image_check::header));
    CHECK((*open(matn::image_check::header))[0].name == "کابل");
    copy.back() ^= 1; // behind the header
    CHECK(gazetteer::from_image(std::as_bytes(std::span(copy))));
    CHECK_FALSE(open(matn::image_check::all));
    copy.back() ^= 1;
    copy[3] ^= 1; // in the header
    CHECK_FALSE(open(matn::image_check::header));
}

TEST_CASE("a builder takes rows and files, and can go on after a build") {
    matn::gazetteer_builder builder;
    CHECK(builder.add({.id = "1", .type = "place", .language = "ps", .name = "پېښور"}).empty());
    CHECK(builder.add({.id = "", .type = "place", .language = "ps", .name = "پېښور"}) == "no id");
    CHECK_FALSE(builder.add({.id = "2", .type = "place", .language = "", .name = "ٌّ"}).empty());
    std::vector<matn::gazetteer_problem> problems;
    CHECK(builder.add_tsv("2\tplace\ten\tPeshawar\n", "a.tsv", problems));
    CHECK(builder.build().size() == 2);
    CHECK_FALSE(builder.add_tsv("PK\3\4", "b.tsv", problems));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].file == "b.tsv");
    CHECK(builder.add_tsv("3\tplace\ten\tQuetta\n", "c.tsv", problems));
    CHECK(builder.build().size() == 3);
}

TEST_CASE("many ids, many names of an id, and many ids of a name are held") {
    matn::gazetteer_builder builder;
    for (int i = 0; i < 3000; ++i) {
        CHECK(builder
                  .add({.id = "id" + std::to_string(i), .type = "t" + std::to_string(i % 300), .language = "en", .name = "Smith"})
                  .empty());
        CHECK(builder.add({.id = "one", .type = "person", .language = "en", .name = "name " + std::to_string(i)}).empty());
    }
    const gazetteer names = builder.build();
    CHECK(names.size() == 3001);
    CHECK(names.name_count() == 6000);
    CHECK(names[2999].id == "id2998");
    CHECK(names[2999].type == "t298"); // more types than one byte numbers
    CHECK(names.name_count(1) == 3000);
    CHECK(names.at(1, 2999).name == "name 2999");
}

TEST_CASE("names of the same folded words and the same form are the same bytes") {
    using namespace matn::detail;
    constexpr auto P = matn::profile::loose;
    const std::pair<std::string_view, name_form> table[] = {
        {"\u06A9\u0627\u0628\u0644", name_form::plain},
        {"\u0643\u0627\u0628\u0644", name_form::other},
        {"kabul", name_form::plain},
        {"Kabul", name_form::title},
        {"KABUL", name_form::other},
        {"New York", name_form::title},
        {"New york", name_form::other},
        {"\u06A9\u0627\u0628\u0644  x", name_form::other},
        {"a-b", name_form::other},
        {" a", name_form::other},
        {"", name_form::other},
        {"F16", name_form::title},
        {"\u06A9\u064E", name_form::other},
        {"\u0660", name_form::other},
    };
    for (const auto& [name, form] : table) {
        INFO(name);
        CHECK(form_of<P>(name) == form);
    }
    const std::string_view pieces[] = {"a",      "B",      "b",      " ", "1",      "\u0643", "\u06A9", "\u064A",
                                       "\u06CC", "\u0640", "\u200C", "-", "\u064E", "\u0629", "\u0647"};
    texts::random dice(11);
    std::map<std::pair<std::string, name_form>, std::string> seen;
    for (int round = 0; round < 100'000; ++round) {
        std::string name, words;
        for (std::size_t n = 1 + dice.below(5); n > 0; --n) name += pieces[dice.below(std::size(pieces))];
        const name_form form = form_of<P>(name);
        if (form == name_form::other) continue;
        name_word w;
        for (matn::offset pos = 0; next_word<P>(name, pos, w); words += ' ') codes_of<P>(w.at.of(name), words);
        const auto [at, fresh] = seen.emplace(std::pair(words, form), name);
        if (!fresh) CHECK(at->second == name);
    }
}

TEST_CASE("files that are no text are refused as what they are") {
    using namespace std::string_view_literals;
    const auto refused = [](std::string_view file) {
        const char* const why = matn::detail::unfit_file(file);
        return std::string(why == nullptr ? "" : why);
    };
    CHECK(refused("\xFF\xFEi\0"sv).find("UTF-16") != std::string::npos);
    CHECK(refused("\xFE\xFF\0i"sv).find("UTF-16") != std::string::npos);
    CHECK(refused("\x1F\x8B\x08").find("gzip") != std::string::npos);
    CHECK(refused("PK\3\4rest").find("zip") != std::string::npos);
    CHECK(refused("i\0d\0\t\0n\0a\0m\0e\0"sv).find("UTF-16 or binary") != std::string::npos);
    CHECK(refused("\1\2\3\4\5\6\7\x8\xE\xF\x10name").find("binary") != std::string::npos);
    // کابل and هرات in Windows-1256
    const std::string old = "q1\t\x98\xC7\xC8\xE1\nq2\t\xE5\xD1\xC7\xCA\nq3\t\x98\xC7\xC8\xE1\n";
    CHECK(refused(old).find("Windows-1256") != std::string::npos);
    CHECK(refused("id\tname\nq1\tکابل\n").empty());
    CHECK(refused("id\tname\r\nq1\tHerat\r\n").empty());
    CHECK(refused("").empty());
    CHECK(refused("\xFF").empty());      // one broken line is that line's fault
    CHECK(refused("\x1Fx\xFE").empty()); // only whole marks count
    CHECK(refused("\xFFx").empty());
    CHECK(refused("\xFEx").empty());
}

TEST_CASE("language tags are those of BCP 47, primary ones of two letters those of ISO 639-1") {
    for (const std::string_view tag :
         {"", "fa", "prs", "ps", "EN", "prs-AF", "zh-Hans-CN", "en_US", "de-1996", "sl-rozaj-biske", "qaa", "ku-Arab"}) {
        INFO(tag);
        CHECK(matn::detail::is_language_tag(tag));
    }
    for (const std::string_view tag : {"f", "english", "en-", "en--US", "1a", "xx", "qq", "zq", "en-123456789", "é", "en US",
                                       "-en", "fa.AF", "a1", "e[", "{a"}) {
        INFO(tag);
        CHECK_FALSE(matn::detail::is_language_tag(tag));
    }
}

TEST_CASE("a direction control in one line of a large file is that line's fault, wherever it stands") {
    std::string file = "id\tname\n";
    for (int i = 0; i < 6000; ++i) file += "q" + std::to_string(i) + "\tکابل " + std::to_string(i) + "\n";
    const std::string sound = file;
    for (const std::string_view control : {"\u202E", "\u061C"}) {
        file = sound + "bad\tکا" + std::string(control) + "بل\nlast\tهرات\n";
        const auto loaded = matn::gazetteer::from_tsv(file);
        REQUIRE(loaded.has_value());
        CHECK(loaded->problems.size() <= 1);
        CHECK(loaded->names.size() >= 6001);
    }
}
