// SPDX-License-Identifier: MIT
// Counts operator new: a document that was filled once is filled again without an allocation.
#include "catch.hpp"
#include "texts.hpp"

#include <matn/fold.hpp>
#include <matn/pipeline.hpp>
#include <matn/script.hpp>
#include <matn/through.hpp>
#include <matn/utf8.hpp>
#include <matn/word.hpp>

#include <atomic>
#include <cstdlib>
#include <new>

namespace {
std::atomic<std::size_t> allocations = 0;

void* counted(std::size_t size) {
    ++allocations;
    if (void* p = std::malloc(size == 0 ? 1 : size)) return p;
    throw std::bad_alloc();
}
} // namespace

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
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
    }
    CHECK(allocations == before);
    CHECK(found > 0);
}

TEST_CASE("the full pipeline allocates nothing on a warm document") {
    const auto analyse = matn::pipeline(matn::damages, matn::script_runs, matn::words, matn::folding<matn::fold::search>);
    CHECK(allocations_when_warm(analyse, texts::all(50, 300)) == 0);
}
