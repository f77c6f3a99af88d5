// SPDX-License-Identifier: MIT
// Names of articles where no gazetteer is given: countries, large cities and what news names most, and others by how the articles write
// them together, grouped by whom they name.
#ifndef MATN_EXAMPLES_UNLISTED_NAMES_HPP
#define MATN_EXAMPLES_UNLISTED_NAMES_HPP

#include "common/article.hpp"

#include <span>

/// Adds to each article the names that it shares with others, or has in such a way that they are surely names. Their identifier is their
/// usual spelling in Latin letters, or else the most frequent one; their type is person, place, org or name, which is any other.
void add_unlisted_names(std::span<article> articles);

#endif
