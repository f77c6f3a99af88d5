// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <matn/slice.hpp>

#include <type_traits>

static_assert(sizeof(matn::slice) == 8 && std::is_trivially_copyable_v<matn::slice>);
static_assert(matn::slice{2, 7}.size() == 5 && matn::slice{3, 3}.empty());
static_assert(matn::slice{2, 7}.contains({2, 7}) && matn::slice{2, 7}.contains({4, 4}) && !matn::slice{2, 7}.contains({1, 3}));
static_assert(!matn::slice{2, 7}.contains({6, 8}) && !matn::slice{2, 7}.contains({8, 9}));
static_assert(matn::slice{2, 7}.overlaps({6, 9}) && !matn::slice{2, 7}.overlaps({7, 9}) && !matn::slice{7, 9}.overlaps({2, 7}));
static_assert(matn::cover({2, 4}, {3, 9}) == matn::slice{2, 9} && matn::cover({5, 9}, {1, 2}) == matn::slice{1, 9});
static_assert(matn::slice{1, 5} < matn::slice{2, 3} && matn::slice{1, 3} < matn::slice{1, 5});

struct mine {
    matn::slice at;
};
struct no_place {
    int at;
};
static_assert(matn::located<mine> && !matn::located<no_place>);

TEST_CASE("a slice gives the bytes that it stands on") {
    constexpr std::string_view text = "کابل Kabul"; // four letters of two bytes each
    CHECK(matn::slice{0, 8}.of(text) == "کابل");
    CHECK(matn::slice{9, 14}.of(text) == "Kabul");
    CHECK(matn::slice{14, 14}.of(text).empty());
}
