// SPDX-License-Identifier: MIT
// The model: what a stage is, what a document holds, what a pipeline checks and does.
#include "catch.hpp"
#include "texts.hpp"

#include <matn/pipeline.hpp>
#include <matn/utf8.hpp>
#include <matn/word.hpp>

#include <stdexcept>
#include <thread>

namespace {

// Stages of a user's own, in every form that a stage can have.
struct block { // what stands between spaces
    matn::slice at;
};
struct long_block : block {};
struct summary {
    std::size_t blocks = 0;
    matn::offset longest = 0;
};
struct lengths { // working memory: its buffer is kept from text to text
    std::vector<matn::offset> seen;
    void clear() noexcept { seen.clear(); }
};

void find_blocks(std::string_view text, matn::emit<block> out) { // a function
    for (matn::offset from = 0, pos = 0; pos <= text.size(); ++pos)
        if (pos == text.size() || text[pos] == ' ') {
            if (pos > from) out({{from, pos}});
            from = pos + 1;
        }
}

constexpr auto summarise = [](std::span<const block> blocks, lengths& memory, summary& out) { // a lambda
    for (const block& b : blocks) memory.seen.push_back(b.at.size());
    out.blocks = blocks.size();
    for (const matn::offset n : memory.seen) out.longest = std::max(out.longest, n);
};

struct long_blocks { // an object with run, and a setting of its own
    matn::offset at_least = 6;
    void run(std::span<const block> blocks, const summary& all, matn::emit<long_block> out) const {
        for (const block& b : blocks)
            if (b.at.size() >= at_least && all.blocks > 1) out({{b.at}});
    }
};

struct counting { // an object that is called
    std::size_t factor = 1;
    void operator()(std::span<const block> blocks, std::size_t& out) const noexcept { out = factor * blocks.size(); }
};

template <class Items>
std::vector<matn::slice> places(const Items& items) {
    std::vector<matn::slice> out;
    for (const auto& i : items) out.push_back(i.at);
    return out;
}
template <class A, class B>
bool same_places(const A& a, const B& b) {
    return places(a) == places(b);
}

// --- What the compiler knows.
static_assert(matn::stage<decltype(&find_blocks)>);
static_assert(matn::stage<decltype(summarise)>);
static_assert(matn::stage<long_blocks>);
static_assert(matn::stage<counting>);
static_assert(matn::stage<decltype(matn::words)>);
static_assert(matn::stage<decltype(matn::code_points)>);

constexpr auto generic = [](auto) {};
constexpr auto by_value = [](std::vector<block>) {};
struct overloaded {
    void operator()(std::string_view) const {}
    void operator()(std::span<const block>) const {}
};
struct not_const {
    void operator()(std::string_view) {}
};
static_assert(!matn::stage<decltype(generic)>);
static_assert(!matn::stage<decltype(by_value)>);
static_assert(!matn::stage<overloaded>);
static_assert(!matn::stage<not_const>);
static_assert(!matn::stage<int>);

static_assert(matn::located<block> && matn::located<matn::word> && !matn::located<summary>);

// A pipeline of constant stages is a constant.
constexpr auto constant = matn::pipeline(matn::code_points, matn::words);
static_assert(std::is_same_v<decltype(constant)::document,
                             matn::document<matn::detail::many<matn::code_point>, matn::detail::many<matn::word>>>);

constexpr std::string_view dari = "وزیر خارجه در کابل گفت";

} // namespace

TEST_CASE("a stage is a function, a lambda, or an object with run or a call") {
    const auto analyse = matn::pipeline(&find_blocks, summarise, long_blocks{}, counting{10});
    const auto doc = analyse(dari);
    REQUIRE(doc.each<block>().size() == 5);
    CHECK(doc.text(doc.each<block>()[3]) == "کابل");
    CHECK(doc.get<summary>().blocks == 5);
    CHECK(doc.get<summary>().longest == 10); // خارجه: five letters of two bytes
    CHECK(doc.get<std::size_t>() == 50);
    std::vector<std::string_view> found;
    for (const long_block& b : doc.each<long_block>()) found.push_back(doc.text(b));
    CHECK(found == std::vector<std::string_view>{"وزیر", "خارجه", "کابل", "گفت"});
}

TEST_CASE("a document refers to its text and copies nothing") {
    const auto doc = matn::pipeline(&find_blocks)(dari);
    CHECK(doc.text().data() == dari.data());
    CHECK(doc.text(doc.each<block>()[1]).data() == dari.data() + 9);
    CHECK(doc.text(matn::slice{0, 8}) == "وزیر");
}

TEST_CASE("an empty text is a text") {
    const auto doc = matn::pipeline(&find_blocks, summarise, matn::words)(std::string_view{});
    CHECK(doc.each<block>().empty());
    CHECK(doc.each<matn::word>().empty());
    CHECK(doc.get<summary>().blocks == 0);
    CHECK(doc.text().empty());
}

TEST_CASE("a pipeline without stages makes a document without layers") {
    const auto doc = matn::pipeline<>()(dari);
    CHECK(doc.text() == dari);
}

TEST_CASE("what lies inside a slice is found by its place") {
    const auto doc = matn::pipeline(&find_blocks)(dari);
    const auto inside = [&doc](matn::slice where) {
        std::vector<std::string_view> out;
        for (const block& b : doc.each<block>(where)) out.push_back(doc.text(b));
        return out;
    };
    CHECK(inside({0, static_cast<matn::offset>(dari.size())}).size() == 5);
    CHECK(inside({9, 19}) == std::vector<std::string_view>{"خارجه"});
    CHECK(inside({9, 24}) == std::vector<std::string_view>{"خارجه", "در"});
    CHECK(inside({10, 24}) == std::vector<std::string_view>{"در"}); // one that only overlaps is not inside
    CHECK(inside({9, 23}) == std::vector<std::string_view>{"خارجه"});
    CHECK(inside({19, 20}).empty());
    CHECK(inside({0, 0}).empty());

    // The same as asking each item, for random slices of random texts.
    texts::random next(11);
    for (int i = 0; i < 200; ++i) {
        const std::string text = texts::make_random(next, 40);
        const auto d = matn::pipeline(&find_blocks)(text);
        auto a = static_cast<matn::offset>(next.below(text.size() + 1)),
             b = static_cast<matn::offset>(next.below(text.size() + 1));
        const matn::slice where{std::min(a, b), std::max(a, b)};
        std::vector<block> expected;
        for (const block& one : d.each<block>())
            if (where.contains(one.at)) expected.push_back(one);
        CHECK(same_places(d.each<block>(where), expected));
    }
}

TEST_CASE("a layer can be taken out of a document that is no longer needed") {
    auto doc = matn::pipeline(&find_blocks)(dari);
    const block* before = doc.each<block>().data();
    const std::vector<block> blocks = std::move(doc).take<block>();
    CHECK(blocks.size() == 5);
    CHECK(blocks.data() == before); // not copied
}

TEST_CASE("a document is filled again, whatever was in it before") {
    const auto analyse = matn::pipeline(&find_blocks, summarise, long_blocks{}, matn::words, matn::code_points, matn::damages);
    auto doc = analyse.blank();
    for (const std::string& text : texts::all(60, 200)) {
        const auto fresh = analyse(text);
        const auto& again = analyse(text, doc);
        CHECK(&again == &doc);
        CHECK(again.text().data() == text.data());
        CHECK(same_places(fresh.each<block>(), again.each<block>()));
        CHECK(same_places(fresh.each<long_block>(), again.each<long_block>()));
        CHECK(same_places(fresh.each<matn::word>(), again.each<matn::word>()));
        CHECK(same_places(fresh.each<matn::code_point>(), again.each<matn::code_point>()));
        CHECK(same_places(fresh.each<matn::damage>(), again.each<matn::damage>()));
        CHECK(fresh.get<summary>().blocks == again.get<summary>().blocks);
        CHECK(fresh.get<summary>().longest == again.get<summary>().longest);
    }
}

TEST_CASE("a value is fresh for each text, and a buffer in it is kept") {
    const auto analyse = matn::pipeline(&find_blocks, summarise);
    auto doc = analyse.blank();
    analyse(dari, doc);
    const std::size_t grown = doc.get<lengths>().seen.capacity();
    REQUIRE(grown >= 5);
    analyse("در", doc);
    CHECK(doc.get<lengths>().seen.size() == 1);
    CHECK(doc.get<lengths>().seen.capacity() == grown);
    CHECK(doc.get<summary>().longest == 4); // not the longest of the text before
}

TEST_CASE("a further stage changes no layer of the stages before it") {
    for (const std::string& text : texts::all(40, 100, 3)) {
        const auto few = matn::pipeline(&find_blocks, matn::words)(text);
        const auto many = matn::pipeline(&find_blocks, matn::words, summarise, matn::damages, counting{})(text);
        CHECK(same_places(few.each<block>(), many.each<block>()));
        CHECK(same_places(few.each<matn::word>(), many.each<matn::word>()));
    }
}

TEST_CASE("one pipeline serves many threads, with the same findings in each") {
    const auto analyse = matn::pipeline(&find_blocks, summarise, long_blocks{}, matn::words, matn::damages);
    const std::vector<std::string> all = texts::all(100, 300, 5);
    std::vector<std::size_t> expected;
    for (const std::string& text : all) {
        const auto doc = analyse(text);
        expected.push_back(doc.each<matn::word>().size());
    }

    std::vector<std::vector<std::size_t>> found(4);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < found.size(); ++i)
        threads.emplace_back([&analyse, &all, &out = found[i], from = i * 7] {
            auto doc = analyse.blank();
            out.resize(all.size());
            for (std::size_t n = 0; n < all.size(); ++n) { // each thread in an order of its own
                const std::size_t which = (n + from) % all.size();
                out[which] = analyse(all[which], doc).template each<matn::word>().size();
            }
        });
    for (std::thread& t : threads) t.join();
    for (const auto& f : found) CHECK(f == expected);
}

TEST_CASE("two layers of one kind of item are two types") {
    struct upper : block {};
    const auto uppers = [](std::span<const block> all, std::string_view text, matn::emit<upper> out) {
        for (const block& b : all)
            if (text[b.at.begin] >= 'A' && text[b.at.begin] <= 'Z') out({{b.at}});
    };
    const auto doc = matn::pipeline(&find_blocks, uppers)("NATO در کابل Kabul");
    CHECK(doc.each<block>().size() == 4);
    CHECK(doc.each<upper>().size() == 2);
    CHECK(doc.text(doc.each<upper>()[1]) == "Kabul");
}

TEST_CASE("a stage can look back at what it has emitted and extend it") {
    const auto joined = [](std::span<const block> all, matn::emit<long_block> out) { // each two neighbours are one
        for (const block& b : all) {
            if (!out.items().empty() && out.items().size() % 2 == 1 && out.items().back().at.end + 1 == b.at.begin)
                out.items().back().at.end = b.at.end;
            else out({{b.at}});
        }
    };
    const auto doc = matn::pipeline(&find_blocks, joined)("a b c");
    REQUIRE(doc.each<long_block>().size() == 1);
    CHECK(doc.text(doc.each<long_block>()[0]) == "a b c");
}

TEST_CASE("broken bytes reach every stage as they are") {
    const std::string_view broken = "کا\xD8 \xFF\xFE بل";
    const auto doc = matn::pipeline(&find_blocks, matn::damages)(broken);
    CHECK(doc.text() == broken);
    CHECK(doc.each<block>().size() == 3);
    REQUIRE(doc.each<matn::damage>().size() == 3);
    CHECK(doc.each<matn::damage>()[0].at == matn::slice{4, 5});
    CHECK(doc.each<matn::damage>()[0].why == matn::damage_reason::cut_short);
    CHECK(doc.each<matn::damage>()[1].why == matn::damage_reason::stray);
}

TEST_CASE("stages of the library do alone what they do in a pipeline") {
    for (const std::string& text : texts::all(40, 100, 9)) {
        const auto doc = constant(text);
        CHECK(same_places(matn::code_points(text), doc.each<matn::code_point>()));
        std::vector<matn::word> alone;
        for (const matn::word w : text | matn::words) alone.push_back(w);
        CHECK(same_places(alone, doc.each<matn::word>()));
    }
}

TEST_CASE("a text of 4 GiB is refused before it is read") {
    const std::string_view too_long("x", std::size_t{1} << 32); // nobody may look at its bytes
    CHECK_THROWS_AS(matn::pipeline(&find_blocks)(too_long), std::length_error);
    CHECK_THROWS_AS(matn::words(too_long), std::length_error);
}
