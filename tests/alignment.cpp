// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <matn/alignment.hpp>

using matn::alignment;
using matn::slice;

TEST_CASE("two texts in step need no entry") {
    alignment a;
    for (matn::offset i = 1; i <= 9; ++i) a.gap(i, i, i);
    a.finish(9, 9);
    CHECK(a.size() == 0);
    CHECK(a.source({2, 5}) == slice{2, 5});
    CHECK(a.folded_at({2, 5}) == slice{2, 5});
}

// "a<mark>bc": the text has a (1 byte), a mark (2 bytes), b, c; folded is "abc".
TEST_CASE("a mark folded away belongs to the letter before it") {
    alignment a;
    a.gap(1, 3, 3);
    a.finish(3, 5);
    CHECK(a.source({0, 1}) == slice{0, 3});
    CHECK(a.source({1, 2}) == slice{3, 4});
    CHECK(a.folded_at({0, 1}) == slice{0, 1});
    CHECK(a.folded_at({1, 3}) == slice{1, 1}); // the mark alone
    CHECK(a.folded_at({3, 5}) == slice{1, 3});
}

// "a<joiner>b": the joiner is 3 bytes.
TEST_CASE("a joiner folded away belongs to neither side") {
    alignment a;
    a.gap(1, 1, 4);
    a.finish(2, 5);
    CHECK(a.source({0, 1}) == slice{0, 1});
    CHECK(a.source({1, 2}) == slice{4, 5});
    CHECK(a.source({0, 2}) == slice{0, 5});
    CHECK(a.source({1, 1}) == slice{1, 1}); // an empty slice at the gap is empty
    CHECK(a.folded_at({0, 4}) == slice{0, 1});
    CHECK(a.folded_at({1, 4}) == slice{1, 1});
}

// Two marks in a row, then a joiner and a mark: "x<mark><mark><joiner><mark>y".
TEST_CASE("a mark after a joiner does not reach over it") {
    alignment a;
    a.gap(1, 3, 3);
    a.gap(1, 5, 5);
    a.gap(1, 5, 8);
    a.gap(1, 10, 10);
    a.finish(2, 11);
    CHECK(a.size() == 1);
    CHECK(a.source({0, 1}) == slice{0, 5});
    CHECK(a.source({1, 2}) == slice{10, 11});
}

// A ligature of 3 bytes that became two letters of 2 bytes, between "a" and "z".
TEST_CASE("each letter of a ligature comes from the whole ligature") {
    alignment a;
    a.gap(3, 4, 1);
    a.gap(5, 4, 4);
    a.finish(6, 5);
    CHECK(a.source({0, 1}) == slice{0, 1});
    CHECK(a.source({1, 3}) == slice{1, 4});
    CHECK(a.source({3, 5}) == slice{1, 4});
    CHECK(a.source({1, 5}) == slice{1, 4});
    CHECK(a.source({5, 6}) == slice{4, 5});
    CHECK(a.folded_at({1, 4}) == slice{1, 5});
    CHECK(a.folded_at({0, 1}) == slice{0, 1});
    CHECK(a.folded_at({4, 5}) == slice{5, 6});
}

TEST_CASE("a text of which nothing is left is still the whole") {
    alignment a;
    a.gap(0, 0, 3);
    a.gap(0, 3, 6);
    a.finish(0, 6);
    CHECK(a.source({0, 0}) == slice{0, 6});
    CHECK(a.folded_at({0, 6}) == slice{0, 0});
}

// "a<mark>9" with the digit two bytes -> "a9" -> "9": then what was made of it drops "a" as a joiner would be dropped.
TEST_CASE("alignments compose") {
    alignment first; // 5 bytes -> 2
    first.gap(1, 3, 3);
    first.gap(2, 5, 5);
    first.finish(2, 5);
    alignment second; // 2 bytes -> 1: the first one goes, to neither side
    second.gap(0, 0, 1);
    second.finish(1, 2);
    const alignment both = alignment::compose(first, second);
    CHECK(both.source({0, 1}) == slice{0, 5});
    CHECK(both.folded_at({3, 5}) == slice{0, 1});
    CHECK(both.folded_at({0, 3}) == slice{0, 0});

    alignment third; // nothing happens
    third.finish(1, 1);
    const alignment all = alignment::compose(both, third);
    CHECK(all.source({0, 1}) == both.source({0, 1}));
    CHECK(all.folded_at({3, 5}) == slice{0, 1});
}

TEST_CASE("clear forgets everything") {
    alignment a;
    a.gap(1, 3, 3);
    a.finish(3, 5);
    a.clear();
    a.finish(4, 4);
    CHECK(a.size() == 0);
    CHECK(a.source({1, 2}) == slice{1, 2});
}
