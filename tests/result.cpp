// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <matn/result.hpp>

#include <memory>
#include <string>

namespace {
struct bad {
    int line;
};
matn::result<int, bad> half(int n) {
    if (n % 2 != 0) return bad{n};
    return n / 2;
}
} // namespace

constexpr matn::result<int, bad> three(3), seventh(bad{7});
static_assert(*three == 3 && seventh.error().line == 7 && !seventh);

TEST_CASE("a result holds a value or the reason why there is none") {
    const auto yes = half(8), no = half(7);
    REQUIRE(yes);
    CHECK(*yes == 4);
    REQUIRE_FALSE(no.has_value());
    CHECK(no.error().line == 7);
}

TEST_CASE("a value that can only be moved is moved out") {
    matn::result<std::unique_ptr<std::string>, bad> r(std::make_unique<std::string>("دوحه"));
    r->get()->append("!");
    const auto taken = *std::move(r);
    CHECK(*taken == "دوحه!");
}
