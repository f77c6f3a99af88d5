// SPDX-License-Identifier: MIT
// matn inside PostgreSQL: full-text search that finds a word however it was typed, dates and names as tables. See README.md beside it.
#pragma GCC diagnostic ignored                                                                                                   \
    "-Wshadow" // PostgreSQL's headers call a type `text`, and make macros of common names: C++ and matn come first
#include "../common/date_text.hpp"
#include "../common/names_file.hpp"
#include "../common/search_words.hpp"

#include <matn/mention.hpp>
#include <matn/number.hpp>
#include <matn/pipeline.hpp>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "dates.hpp"
#include "dictionary.hpp"
#include "functions.hpp"
#include "mentions.hpp"
#include "parser.hpp"
#include "query.hpp"

#pragma GCC visibility push(default)
extern "C" {
PG_MODULE_MAGIC;
void _PG_init();
}
#pragma GCC visibility pop

void _PG_init() {
    if (OidIsValid(MyDatabaseId)) matn_postgresql::check_encoding(); // at CREATE EXTENSION, not when a server loads it beforehand
}
