// SPDX-License-Identifier: MIT
#include <matn/detail/buffer.hpp>

#include "catch.hpp"

#include <cstdint>
#include <utility>
#include <vector>

using matn::detail::buffer;

namespace {
struct pair_of {
    std::uint32_t a = 7;
    std::uint16_t b = 9;
    friend bool operator==(const pair_of&, const pair_of&) = default;
};
} // namespace

TEST_CASE("a buffer holds what a vector would hold after the same calls") {
    buffer<std::uint32_t> b;
    std::vector<std::uint32_t> v;
    std::uint32_t random = 1;
    for (int i = 0; i < 20000; ++i) {
        random = random * 1664525u + 1013904223u;
        const std::uint32_t n = random >> 16;
        switch (n % 16) {
        case 0: b.clear(), v.clear(); break;
        case 1: b.resize(n % 300, n), v.resize(n % 300, n); break;
        case 2: b.assign(n % 50, n), v.assign(n % 50, n); break;
        case 3: {
            const std::uint32_t some[] = {n, n + 1, n + 2};
            b.append(some, n % 4), v.insert(v.end(), some, some + n % 4);
            break;
        }
        case 4:
            if (!v.empty()) b.pop_back(), v.pop_back();
            break;
        default: b.push_back(n), v.push_back(n);
        }
        REQUIRE(b.size() == v.size());
        REQUIRE(b.empty() == v.empty());
        if (!v.empty()) REQUIRE((b.front() == v.front() && b.back() == v.back()));
    }
    REQUIRE(std::vector<std::uint32_t>(b.begin(), b.end()) == v);
}

TEST_CASE("a value of the buffer itself can be put behind it while it grows") {
    buffer<std::uint64_t> b;
    b.push_back(42);
    for (int i = 0; i < 1000; ++i) b.push_back(b[0]);
    for (const std::uint64_t x : b) REQUIRE(x == 42);
}

TEST_CASE("copies are apart, moves leave nothing behind") {
    buffer<pair_of> b(3);
    CHECK((b.size() == 3 && b[2] == pair_of{7, 9}));
    buffer<pair_of> copy = b;
    copy[0].a = 1;
    CHECK(b[0].a == 7);
    buffer<pair_of> moved = std::move(copy);
    CHECK(moved[0].a == 1);
    CHECK_FALSE(b == moved);
    moved.push_back({7, 9});
    CHECK_FALSE(b == moved); // nor is one that is longer
    moved.pop_back();
    b = moved;
    CHECK(b == moved);
    b = *&b;
    CHECK((b.size() == 3 && b[0].a == 1));
    moved = buffer<pair_of>();
    CHECK((moved.empty() && moved.begin() == moved.end()));
}

TEST_CASE("a cleared buffer keeps its room") {
    buffer<std::uint8_t> b(1000, 1);
    const std::uint8_t* const at = b.data();
    b.clear();
    b.resize(1000, 2);
    CHECK(b.data() == at);
    CHECK(b[999] == 2);
}
