// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "texts.hpp"

#include <matn/live_gazetteer.hpp>
#include <matn/pipeline.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

using matn::gazetteer;
using matn::live_gazetteer;
using matn::overlap;

namespace {

template <class Names>
std::string show(const Names& names, std::string_view text, const matn::mention_options& options = {}) {
    std::string out;
    for (const matn::mention& m : matn::mentions(names, options)(text))
        out += (out.empty() ? "" : " ") + std::string("[") + std::string(m.at.of(text)) + "]" + std::string(names[m.id].id) +
               "/" + std::string(name_of(m.how));
    return out;
}

} // namespace

TEST_CASE("names are added and taken out while the gazetteer below stays as it is") {
    const gazetteer base{{"kabul", "place", "fa", "کابل"}, {"herat", "place", "fa", "هرات"}};
    live_gazetteer live(base);
    CHECK(show(live, "کابل و هرات و غزنی") == "[کابل]kabul/exact [هرات]herat/exact");
    CHECK(live.add({.id = "ghazni", .type = "place", .language = "fa", .name = "غزنی"}).empty());
    CHECK(live.add({.id = "", .type = "", .language = "", .name = "x"}) == "no id");
    CHECK(live.remove("herat"));
    CHECK_FALSE(live.remove("herat"));
    CHECK_FALSE(live.remove("nowhere"));
    CHECK(show(live, "کابل و هرات و غزنی") == "[کابل]kabul/exact [هرات]herat/exact"); // until the commit
    live.commit();
    CHECK(show(live, "کابل و هرات و بغزنی") == "[کابل]kabul/exact [غزنی]ghazni/affix");
    CHECK(live.remove("ghazni"));
    CHECK(live.add({.id = "herat", .type = "place", .language = "en", .name = "Herat"}).empty());
    live.commit();
    CHECK(show(live, "کابل، هرات، غزنی, Herat") == "[کابل]kabul/exact [Herat]herat/exact");
}

TEST_CASE("a name that is added to an entry below is a name of that entry") {
    const gazetteer base{{"kabul", "place", "fa", "کابل"}, {"kabul", "place", "en", "Kabul"}};
    live_gazetteer live(base);
    (void)live.add({.id = "kabul", .type = "place", .language = "de", .name = "Kabol"});
    live.commit();
    const auto found = matn::mentions(live)("Kabol Kabul");
    REQUIRE(found.size() == 2);
    CHECK(found[0].id == 0);
    CHECK(found[1].id == 0);
    CHECK(live.at(found[0].id, found[0].name).name == "Kabol");
    CHECK(live.at(found[1].id, found[1].name).name == "Kabul");
}

TEST_CASE("what is found is what one gazetteer of all names finds") {
    const std::string vocabulary[] = {"کابل", "خان", "محمد", "aa", "bb", "the", "president", "عبد", "الله", "C++", "&"};
    texts::random dice(17);
    for (int round = 0; round < 400; ++round) {
        matn::gazetteer_builder below, whole;
        std::vector<std::pair<std::string, std::string>> rows; // id, name
        for (std::size_t n = 2 + dice.below(12); n > 0; --n) {
            std::string name;
            for (std::size_t w = 1 + dice.below(3); w > 0; --w)
                name += (name.empty() ? "" : " ") + vocabulary[dice.below(std::size(vocabulary))];
            rows.emplace_back("e" + std::to_string(dice.below(9)), name);
        }
        const std::size_t split = dice.below(rows.size());
        const std::string gone = "e" + std::to_string(dice.below(9));
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const matn::entry e{.id = rows[i].first, .type = "place", .language = "", .name = rows[i].second};
            if (i < split) (void)below.add(e);
            if (i >= split || rows[i].first != gone) (void)whole.add(e);
        }
        const gazetteer base = below.build(), expected = whole.build();
        live_gazetteer live(base);
        (void)live.remove(gone);
        for (std::size_t i = split; i < rows.size(); ++i)
            (void)live.add({.id = rows[i].first, .type = "place", .language = "", .name = rows[i].second});
        live.commit();
        std::string text;
        for (int w = 0; w < 40; ++w) text += (w == 0 ? "" : " ") + vocabulary[dice.below(std::size(vocabulary))];
        for (const overlap overlaps : {overlap::leftmost_longest, overlap::all}) {
            INFO(text);
            const auto places = [&text, overlaps](const auto& names) {
                std::vector<std::string> all;
                for (const matn::mention& m : matn::mentions(names, {.overlaps = overlaps})(text))
                    all.push_back(std::to_string(m.at.begin) + "-" + std::to_string(m.at.end) + std::string(names[m.id].id));
                std::sort(all.begin(), all.end());
                all.erase(std::unique(all.begin(), all.end()), all.end());
                return all;
            };
            CHECK(places(live) == places(expected));
        }
    }
}

TEST_CASE("aliases stand where no name does, and a live gazetteer is a stage") {
    const gazetteer base{{"zk", "person", "fa", "زلمی خلیلزاد"}, {"kh", "place", "fa", "خلیلزاد"}};
    live_gazetteer live(base);
    (void)live.remove("kh");
    (void)live.add({.id = "u", .type = "place", .language = "en", .name = "Kabul"});
    live.commit();
    CHECK(show(live, "زلمی خلیلزاد، خلیلزاد Kabul") == "[زلمی خلیلزاد]zk/exact [خلیلزاد]zk/alias [Kabul]u/exact");
    CHECK(show(live, "زلمی خلیلزاد، Kabul", {.overlaps = overlap::best}) == "[زلمی خلیلزاد]zk/exact [Kabul]u/exact");
    const auto analyse = matn::pipeline(matn::mentions(live));
    const auto doc = analyse("Kabul");
    CHECK(doc.each<matn::mention>().size() == 1);
}
