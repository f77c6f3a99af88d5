// SPDX-License-Identifier: MIT
// Counts operator new: a document that was filled once is filled again without an allocation.
#include "catch.hpp"
#include "texts.hpp"

#include <matn/cross_script.hpp>
#include <matn/matn.hpp>
#include <matn/name_index.hpp>

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <new>

namespace {
std::atomic<std::size_t> allocations = 0, bytes_asked_for = 0;

void* counted(std::size_t size) {
    ++allocations;
    bytes_asked_for += size;
    if (void* p = std::malloc(size == 0 ? 1 : size)) return p;
    throw std::bad_alloc();
}
} // namespace

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
// Catch2 asks for memory that may not be there; whoever gives it must be whoever takes it back.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    ++allocations;
    return std::malloc(size == 0 ? 1 : size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
    ++allocations;
    return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* p) noexcept { std::free(p); }
void operator delete[](void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }
void operator delete[](void* p, std::size_t) noexcept { std::free(p); }

namespace {

// The allocations of `rounds` runs over all texts, after one run over each has let the buffers grow.
template <class Pipeline>
std::size_t allocations_when_warm(const Pipeline& analyse, const std::vector<std::string>& all, int rounds = 3) {
    auto doc = analyse.blank();
    for (const std::string& text : all) analyse(text, doc);
    const std::size_t before = allocations;
    for (int i = 0; i < rounds; ++i)
        for (const std::string& text : all) analyse(text, doc);
    return allocations - before;
}

} // namespace

TEST_CASE("the counter counts") { // or the tests below could not fail
    const std::size_t before = allocations;
    const auto analyse = matn::pipeline(matn::words);
    for (int i = 0; i < 10; ++i) (void)analyse(texts::news[0]); // a new document each time
    CHECK(allocations - before >= 10);
}

TEST_CASE("lazy views allocate nothing, not even the first time") {
    const std::vector<std::string> all = texts::all(50, 300);
    std::size_t found = 0;
    const std::size_t before = allocations;
    for (const std::string& text : all) {
        for (const matn::code_point c : matn::code_points(text)) found += c.ok;
        for (const matn::word w : matn::words(text)) found += w.at.size();
        for (const matn::script_run r : matn::script_runs(text)) found += r.at.size();
        for (const matn::grapheme g : matn::graphemes(text)) found += g.at.size();
        for (const matn::token t : matn::tokens(text)) found += t.at.size();
        for (const matn::sentence s : matn::sentences(text)) found += s.at.size();
        for (const matn::sentence s : matn::sentences({.rules = matn::sentence_rules::unicode})(text)) found += s.at.size();
    }
    CHECK(allocations == before);
    CHECK(found > 0);
}

TEST_CASE("calling a function for each item, and boundaries of a text in parts, allocate nothing") {
    const std::vector<std::string> all = texts::all(50, 300);
    std::size_t found = 0;
    const auto item = [&found](const auto& i) { found += i.at.size(); };
    const auto boundary = [&found](std::uint64_t b) { found += b; };
    matn::word_boundary_stream of_words;
    matn::grapheme_boundary_stream of_graphemes;
    matn::sentence_boundary_stream of_sentences;
    const std::size_t before = allocations;
    for (const std::string& text : all) {
        matn::words.for_each(text, item);
        matn::tokens.for_each(text, item);
        matn::sentences.for_each(text, item);
        matn::graphemes.for_each(text, item);
        of_words.feed(text, boundary);
        of_graphemes.feed(text, boundary);
        of_sentences.feed(text, boundary);
    }
    of_words.finish(boundary);
    of_graphemes.finish(boundary);
    of_sentences.finish(boundary);
    CHECK(allocations == before);
    CHECK(found > 0);
}

TEST_CASE("a vector that is filled again needs no allocation") {
    const std::vector<std::string> all = texts::all(50, 300);
    std::vector<matn::word> words;
    std::vector<matn::token> tokens;
    std::vector<matn::sentence> sentences;
    std::vector<matn::grapheme> graphemes;
    const auto fill = [&] {
        for (const std::string& text : all) {
            matn::words.fill(text, words);
            matn::tokens.fill(text, tokens);
            matn::sentences.fill(text, sentences);
            matn::graphemes.fill(text, graphemes);
        }
    };
    fill();
    const std::size_t before = allocations;
    fill();
    CHECK(allocations == before);
}

TEST_CASE("identify allocates nothing, not even the first time") {
    const std::vector<std::string> all = texts::all(50, 300);
    std::size_t found = 0;
    const std::size_t before = allocations;
    for (const std::string& text : all) found += matn::identify(text).code.known();
    CHECK(allocations == before);
    CHECK(found > 0);
}

TEST_CASE("the full pipeline allocates nothing on a warm document") {
    struct person : matn::mention {};
    const matn::gazetteer places{{.id = "kabul", .type = "place", .language = "prs", .name = "کابل"},
                                 {.id = "kabul", .type = "place", .language = "en", .name = "Kabul"},
                                 {.id = "nato", .type = "org", .language = "prs", .name = "ناتو"}};
    const matn::gazetteer people{{.id = "ahmad", .type = "person", .language = "prs", .name = "احمد وزیر"}};
    using matn::fold::search;
    const auto analyse = matn::pipeline(
        matn::code_points, matn::damages, matn::script_runs, matn::languages, matn::words, matn::graphemes, matn::tokens,
        matn::sentences, matn::numbers, matn::dates({.anchor = matn::gregorian(2021, 4, 16)}), matn::anchors, matn::joiners,
        matn::normalizing, matn::syntactic_words, matn::mentions(places), matn::mentions<person>(people), matn::folding<search>);
    const std::vector<std::string> all = texts::all(50, 300);
    CHECK(allocations_when_warm(analyse, all) == 0);
}

TEST_CASE(
    "finding names of another script allocates nothing on a warm document, nor does asking for one with memory that was used") {
    const matn::gazetteer names{{.id = "kabul", .type = "place", .language = "en", .name = "Kabul"},
                                {.id = "nato", .type = "org", .language = "en", .name = "NATO"},
                                {.id = "ahmad", .type = "person", .language = "en", .name = "Ahmad Wazir"},
                                {.id = "ali", .type = "person", .language = "prs", .name = "محمد علی"}};
    const matn::cross_script_names finder(names);
    CHECK(allocations_when_warm(matn::pipeline(finder), texts::all(50, 300)) == 0);

    const matn::name_index index(names);
    matn::rank_work work;
    std::vector<matn::ranked_name> found;
    const auto ask = [&] {
        for (const char* name : {"کابل", "احمد وزیر", "Mohammad Ali", "ناتو", "Kaboul"}) {
            index.rank(name, {}, work, found);
            CHECK(!found.empty());
        }
    };
    ask();
    const std::size_t before = allocations;
    for (const char* name : {"کابل", "احمد وزیر", "Mohammad Ali", "ناتو", "Kaboul"}) index.rank(name, {}, work, found);
    CHECK(allocations == before);
}

TEST_CASE("stages over a folded text allocate nothing on a warm document") {
    using matn::fold::search;
    const auto analyse = matn::pipeline(matn::folding<search>, matn::through<search>(matn::words, matn::numbers));
    CHECK(allocations_when_warm(analyse, texts::all(50, 300)) == 0);
}

TEST_CASE("real articles allocate nothing on a warm document") {
    const auto analyse =
        matn::pipeline(matn::languages, matn::words, matn::tokens, matn::sentences, matn::numbers, matn::dates, matn::anchors);
    std::vector<std::string> articles;
    for (const char* name : {"01-dari", "02-arabic", "03-arabic-captions", "04-english", "05-pashto"}) {
        std::ifstream file(std::string(MATN_SOURCE_DIR) + "/examples/articles/" + name + ".txt", std::ios::binary);
        articles.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        REQUIRE(articles.back().size() > 500);
    }
    CHECK(allocations_when_warm(analyse, articles) == 0);
}

TEST_CASE("languages of a text whose script changes with each letter take no more than 125 bytes a byte") {
    std::string text;
    for (int i = 0; i < 50'000; ++i) text += "aا";
    const auto analyse = matn::pipeline(matn::languages);
    auto doc = analyse.blank();
    const std::size_t before = bytes_asked_for;
    analyse(text, doc);
    // All that buffers asked for as they doubled, so twice what they hold: each letter is a word, a run and a span.
    CHECK(bytes_asked_for - before < 250 * text.size());
}
