// SPDX-License-Identifier: MIT
// Nothing but a place for the precompiled catch.hpp, which all test programs use.
