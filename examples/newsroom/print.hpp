// SPDX-License-Identifier: MIT
// What several articles say together, as text for a terminal.
#ifndef MATN_EXAMPLES_PRINT_HPP
#define MATN_EXAMPLES_PRINT_HPP

#include "common/story.hpp"
#include "common/terminal.hpp"

/// Prints to standard output: the articles, who and what they name, the
/// timeline, the contradictions.
void print(const story& s, const terminal& term);

#endif
