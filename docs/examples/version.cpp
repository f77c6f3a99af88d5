// SPDX-License-Identifier: MIT
#include <matn/version.hpp>

#include <iostream>

static_assert(MATN_VERSION_MAJOR == 0, "this program was written for matn 0.x");

int main() { std::cout << "matn " << MATN_VERSION_MAJOR << '.' << MATN_VERSION_MINOR << '.' << MATN_VERSION_PATCH << '\n'; }
