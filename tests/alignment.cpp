// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "texts.hpp"

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

// The plain way: every entry as three offsets, and a search from the first.
class plain_alignment {
public:
    void gap(matn::offset folded, matn::offset left, matn::offset right) {
        if (!gaps_.empty() && gaps_.back().folded == folded) {
            if (gaps_.back().left == gaps_.back().right) gaps_.back().left = left;
            gaps_.back().right = right;
        } else if (left != right || folded + shift_ != right) {
            gaps_.push_back({folded, left, right});
        }
        shift_ = right - folded;
    }
    void finish(matn::offset folded, matn::offset source) { folded_ = folded, source_ = source; }
    [[nodiscard]] std::size_t size() const { return gaps_.size(); }

    [[nodiscard]] slice source(slice of) const {
        if (of == slice{0, folded_}) return {0, source_};
        const entry begin = before(of.begin, [](const entry& e) { return e.folded; });
        const entry end = before(of.end, [](const entry& e) { return e.folded; });
        const slice found{begin.right + (of.begin - begin.folded),
                          end.folded == of.end ? end.left : end.right + (of.end - end.folded)};
        return found.begin <= found.end ? found : slice{found.end, found.end};
    }

private:
    struct entry {
        matn::offset folded = 0, left = 0, right = 0;
    };
    template <class Key>
    [[nodiscard]] entry before(matn::offset at, Key key) const {
        entry last;
        for (const entry& e : gaps_)
            if (key(e) <= at) last = e;
        return last;
    }
    std::vector<entry> gaps_;
    matn::offset folded_ = 0, source_ = 0, shift_ = 0;
};

// Changes of every kind and at every distance: near ones, far ones, long gaps, code points that become many.
struct two_alignments {
    alignment packed;
    plain_alignment plain;
    std::vector<matn::offset> borders{0}; // of the folded text
    matn::offset folded = 0, source = 0;

    explicit two_alignments(std::uint64_t seed, std::size_t changes) {
        texts::random random(seed);
        const auto some = [&](std::size_t most) { return static_cast<matn::offset>(random.below(most)); };
        for (std::size_t i = 0; i < changes; ++i) {
            const matn::offset distances[] = {0, 1, 2, 7, some(60), 1022, 1023, 1024, 1025, some(5000), some(3'000'000)};
            step(distances[random.below(i % 50 == 0 ? 11 : 9)]);
            const matn::offset from = source;
            switch (random.below(6)) {
            case 0: // goes, to what is before it
                source += 1 + some(4);
                gap(folded, source, source);
                break;
            case 1: // goes, to neither side
                source += 1 + some(random.below(9) == 0 ? 100'000 : 9);
                gap(folded, from, source);
                break;
            case 2: // shrinks
                source += 2, folded += 1;
                gap(folded, source, source);
                break;
            case 3: // grows
                source += 1, folded += 3;
                gap(folded, source, source);
                break;
            default: // becomes several
                const std::size_t parts = 2 + random.below(16);
                source += 3;
                for (std::size_t k = 0; k < parts; ++k) {
                    folded += 2;
                    gap(folded, source, k + 1 == parts ? source : from);
                }
            }
            borders.push_back(folded);
        }
        step(5);
        packed.finish(folded, source);
        plain.finish(folded, source);
    }
    void step(matn::offset by) {
        folded += by, source += by;
        borders.push_back(folded);
    }
    void gap(matn::offset at, matn::offset left, matn::offset right) {
        packed.gap(at, left, right);
        plain.gap(at, left, right);
        borders.push_back(at);
    }
};

TEST_CASE("an alignment says what a plain list of its entries says") {
    for (std::uint64_t seed = 1; seed < 40; ++seed) {
        const two_alignments both(seed, seed * 13);
        REQUIRE(both.packed.size() == both.plain.size());
        texts::random random(seed + 100);
        alignment::reader reader(both.packed);
        for (std::size_t i = 0; i + 1 < both.borders.size(); ++i) {
            const std::size_t far = random.below(9) == 0 ? random.below(both.borders.size() - i) : 1;
            const slice at{both.borders[i], both.borders[i + far]};
            REQUIRE(both.packed.source(at) == both.plain.source(at));
            REQUIRE(reader.source(at) == both.plain.source(at));
            if (at.empty()) continue;
            const slice back = both.packed.folded_at(both.packed.source(at));
            REQUIRE(back.begin <= at.begin);
            REQUIRE(back.end >= at.end);
        }
        for (int i = 0; i < 200; ++i) { // a reader that is asked out of order
            const auto a = both.borders[random.below(both.borders.size())], b = both.borders[random.below(both.borders.size())];
            const slice at = a < b ? slice{a, b} : slice{b, a};
            REQUIRE(reader.source(at) == both.plain.source(at));
        }
    }
}

TEST_CASE("an entry takes two bytes as a rule") {
    alignment a;
    matn::offset folded = 0, source = 0;
    for (int i = 0; i < 100'000; ++i) { // a joiner of three bytes every forty
        folded += 40, source += 40;
        a.gap(folded, source, source + 3);
        source += 3;
    }
    a.finish(folded, source);
    CHECK(a.size() == 100'000);
    CHECK(a.bytes() < 225'000);
}

TEST_CASE("folding what was folded maps as the two maps do, one after the other") {
    for (std::uint64_t seed = 1; seed < 12; ++seed) {
        const two_alignments first(seed, 300);
        alignment second; // every 29th byte goes, of what was folded: between borders
        matn::offset folded = 0, source = 0;
        texts::random random(seed + 7);
        for (std::size_t i = 0; i + 1 < first.borders.size(); ++i) {
            const matn::offset size = first.borders[i + 1] - first.borders[i];
            source += size;
            if (size != 0 && random.below(5) == 0) second.gap(folded, source - size, source);
            else folded += size;
        }
        second.finish(folded, source);
        const alignment both = alignment::compose(first.packed, second);
        CHECK(both.folded_size() == folded);
        CHECK(both.source_size() == first.source);
        CHECK(both.source({0, folded}) == slice{0, first.source});
        for (matn::offset at = 0; at + 40 < folded; at += 1 + static_cast<matn::offset>(random.below(folded / 500 + 1))) {
            const slice middle = second.source({at, at + 1 + static_cast<matn::offset>(random.below(39))});
            const slice one{at, at + 1};
            if (first.packed.source(second.source(one)).empty()) continue;
            REQUIRE(both.source(one) == first.packed.source(second.source(one)));
            REQUIRE(middle.begin <= middle.end);
        }
    }
}
