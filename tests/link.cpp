// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <matn/link.hpp>

#include <set>
#include <string>
#include <vector>

using namespace matn;

namespace {

// Which group each mention is in.
std::vector<std::size_t> groups_of(const std::vector<named>& mentions, const link_options& options = {}) {
    std::vector<std::size_t> out(mentions.size(), static_cast<std::size_t>(-1));
    const std::vector<name_group> groups = link(mentions, options);
    for (std::size_t g = 0; g < groups.size(); ++g)
        for (const linked_mention& m : groups[g].members) {
            REQUIRE(out[m.mention] == static_cast<std::size_t>(-1));
            out[m.mention] = g;
        }
    for (const std::size_t g : out) REQUIRE(g != static_cast<std::size_t>(-1));
    return out;
}

} // namespace

TEST_CASE("spellings of one name in three languages and two scripts are one group") {
    CHECK(groups_of({{.document = 0, .name = "جاوید قمر باجوا"},
                     {.document = 1, .name = "قمر جاوېد باجوه"},
                     {.document = 2, .name = "Qamar Javed Bajwa"},
                     {.document = 3, .name = "Abdul Ghani Brader"},
                     {.document = 4, .name = "عبد الغني برادر"},
                     {.document = 5, .name = "ملا عبدالغنی برادر"}}) == std::vector<std::size_t>{0, 0, 0, 1, 1, 1});
    CHECK(groups_of({{.name = "الدوحة"}, {.name = "دوحه"}, {.name = "Doha"}, {.name = "قطر"}, {.name = "Qatar"}}) ==
          std::vector<std::size_t>{0, 0, 0, 1, 1});
}

TEST_CASE("Cyrillic spellings are of the group, and have a name of their own in it") {
    const std::vector<named> mentions{{.name = "Залмай Халилзад"}, {.name = "زلمی خلیلزاد"}, {.name = "Zalmay Khalilzad"}};
    CHECK(groups_of(mentions) == std::vector<std::size_t>{0, 0, 0});
    CHECK(link(mentions).front().names.size() == 3);
}

TEST_CASE("persons with a name in common are not one") {
    // The same first name, the same last name, names that differ in one letter.
    CHECK(groups_of({{.name = "Hamid Karzai"}, {.name = "Hamid Mir"}, {.name = "Ahmad Wali Karzai"}}, {.last_names = false}) ==
          std::vector<std::size_t>{0, 1, 2});
    CHECK(groups_of({{.name = "Ashraf Ghani"}, {.name = "Ashraf Ghazi"}}) == std::vector<std::size_t>{0, 1});
    CHECK(groups_of({{.name = "Hassan Rouhani"}, {.name = "Hussein Rouhani"}}) == std::vector<std::size_t>{0, 1});
    CHECK(groups_of({{.name = "حسن روحانی"}, {.name = "Hassan Rouhani"}, {.name = "Hussein Rouhani"}})[2] != 0);
}

TEST_CASE("a last name stands for the full name of its own document") {
    const std::vector<named> two{{.document = 0, .name = "Ashraf Ghani"},    {.document = 0, .name = "Ghani"},
                                 {.document = 1, .name = "عبد الغني برادر"}, {.document = 1, .name = "برادر"},
                                 {.document = 2, .name = "Hashmat Ghani"},   {.document = 2, .name = "غنی"}};
    CHECK(groups_of(two) == std::vector<std::size_t>{0, 0, 1, 1, 2, 2});
    CHECK(groups_of(two, {.last_names = false}) == std::vector<std::size_t>{0, 1, 2, 3, 4, 1});
}

TEST_CASE("a last name that two of its document have is left alone") {
    CHECK(groups_of({{.document = 0, .name = "Ashraf Ghani"},
                     {.document = 0, .name = "Hashmat Ghani"},
                     {.document = 0, .name = "Ghani"}}) == std::vector<std::size_t>{0, 1, 2});
    // Nor does a short name tie two persons together.
    CHECK(groups_of({{.document = 0, .name = "Ahmad Shah"},
                     {.document = 1, .name = "Khalil Ahmad Shah"},
                     {.document = 2, .name = "Nur Ahmad Shah"}}) == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("a last name whose document has no full name stands for the only one of all") {
    const std::vector<named> mentions{{.document = 0, .name = "ینس ستولتنبرگ"}, {.document = 1, .name = "Stoltenberg"}};
    CHECK(groups_of(mentions) == std::vector<std::size_t>{0, 0});
    CHECK(groups_of(mentions, {.other_documents = false}) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("only persons are called by the last of their names") {
    CHECK(groups_of({{.name = "Kabul"}, {.name = "University of Kabul"}, {.name = "اردوی پاکستان"}, {.name = "پاکستان"}}) ==
          std::vector<std::size_t>{0, 1, 2, 3});
    CHECK(groups_of({{.name = "Sayed Karam", .type = "place"}, {.name = "Karam", .type = "place"}}) !=
          std::vector<std::size_t>{0, 0});
    CHECK(groups_of({{.name = "John Major"}, {.name = "Chris John"}}) ==
          std::vector<std::size_t>{0, 1}); // behind a name a title is none
}

TEST_CASE("names of two types are never one, and a name without a type is of either") {
    CHECK(groups_of({{.name = "Paktia", .type = "place"}, {.name = "پکتیا", .type = "org"}}) == std::vector<std::size_t>{0, 1});
    CHECK(groups_of({{.name = "Paktia", .type = "place"}, {.name = "پکتیا"}}) == std::vector<std::size_t>{0, 0});
    CHECK(link(std::vector<named>{{.name = "پکتیا"}, {.name = "Paktia", .type = "place"}}).front().type == "place");
}

TEST_CASE("a group says why each mention is in it, and how its name is usually written in each script") {
    const std::vector<named> mentions{{.document = 0, .name = "Zalmay Khalilzad"},
                                      {.document = 0, .name = "Khalilzad"},
                                      {.document = 1, .name = "زلمی خلیلزاد"},
                                      {.document = 1, .name = "زلمی خلیلزاد"},
                                      {.document = 1, .name = "زلمي خليلزاد"}};
    const std::vector<name_group> groups = link(mentions);
    REQUIRE(groups.size() == 1);
    const name_group& g = groups.front();
    REQUIRE(g.names.size() == 2);
    CHECK(mentions[g.names[0]].name == "زلمی خلیلزاد");
    CHECK(mentions[g.names[1]].name == "Zalmay Khalilzad");
    REQUIRE(g.members.size() == 5);
    CHECK(g.members[1].like == 0);
    CHECK(g.members[1].rule == name_rule::partial);
    CHECK(g.members[2].rule != name_rule::none);
    CHECK(g.members[3].like == 2);
    CHECK(g.members[3].rule == name_rule::exact);
    CHECK(g.members[3].score == 1);
    CHECK(g.members[4].rule == name_rule::folded);
    CHECK(g.members[4].like == 2);
}

TEST_CASE("what is no name and what is broken is one only if its bytes are") {
    CHECK(groups_of({}).empty());
    CHECK(groups_of({{.name = ""},
                     {.name = "2020"},
                     {.name = "2020"},
                     {.name = "۲۰۲۰"},
                     {.name = "北京"},
                     {.name = "北京", .type = "place"},
                     {.name = ""}}) == std::vector<std::size_t>{0, 1, 1, 2, 3, 3, 0});
    CHECK(groups_of({{.name = "\xD8"}, {.name = "\xFF\xFF"}, {.name = "\xD8"}}) == std::vector<std::size_t>{0, 1, 0});
    const std::string long_name(10000, 'x');
    CHECK(groups_of({{.name = long_name}, {.name = long_name}}) == std::vector<std::size_t>{0, 0});
}

TEST_CASE("the same mentions give the same groups, in whatever order documents come") {
    const std::vector<named> forth{{.document = 0, .name = "Mike Pompeo"},
                                   {.document = 0, .name = "Pompeo"},
                                   {.document = 1, .name = "مايك بومبيو"},
                                   {.document = 1, .name = "بومبيو"},
                                   {.document = 2, .name = "Omar Sobhani"}};
    std::vector<named> back(forth.rbegin(), forth.rend());
    CHECK(groups_of(forth) == std::vector<std::size_t>{0, 0, 0, 0, 1});
    CHECK(groups_of(back) == std::vector<std::size_t>{0, 1, 1, 1, 1});
}
