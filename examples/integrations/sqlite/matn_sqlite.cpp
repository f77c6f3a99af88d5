// SPDX-License-Identifier: MIT
// matn inside SQLite: full-text search that finds a word however it was typed, dates and names as tables. See README.md beside it.
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT1

#include "dates.hpp"
#include "functions.hpp"
#include "mentions.hpp"
#include "tokenizer.hpp"

extern "C" int sqlite3_matn_init(sqlite3* db, char**, const sqlite3_api_routines* api) {
    SQLITE_EXTENSION_INIT2(api);
    for (const auto add : {matn_sqlite::tokenizer::add_to, matn_sqlite::add_functions})
        if (const int code = add(db); code != SQLITE_OK) return code;
    if (const int code = matn_sqlite::table<matn_sqlite::date_rows>::add_to(db, "matn_dates"); code != SQLITE_OK) return code;
    return matn_sqlite::table<matn_sqlite::mention_rows>::add_to(db, "matn_mentions");
}
