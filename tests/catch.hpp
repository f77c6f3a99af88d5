// SPDX-License-Identifier: MIT
// Catch2 3 or 2, whichever is installed: their headers have different names.
#ifndef MATN_TESTS_CATCH_HPP
#define MATN_TESTS_CATCH_HPP

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#endif
