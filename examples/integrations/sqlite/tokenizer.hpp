// SPDX-License-Identifier: MIT
// The FTS5 tokenizer "matn": words by UAX #29, keys that are one for all spellings of a word, places in the text as it was.
#ifndef MATN_EXAMPLES_SQLITE_TOKENIZER_HPP
#define MATN_EXAMPLES_SQLITE_TOKENIZER_HPP

#include "../common/search_words.hpp"
#include "errors.hpp"

namespace matn_sqlite {

class tokenizer {
public:
    explicit tokenizer(const integrations::search_profile& profile) : words_(profile) {}

    static int create(void*, const char** arguments, int count, Fts5Tokenizer** out) {
        return guarded([&] {
            const std::vector<std::string_view> words(arguments, arguments + count);
            std::string wrong;
            const auto profile = integrations::read_profile(words, wrong);
            if (!profile) {
                sqlite3_log(SQLITE_ERROR, "matn: tokenize: %s", wrong.c_str()); // FTS5 takes no message from here
                return SQLITE_ERROR;
            }
            *out = reinterpret_cast<Fts5Tokenizer*>(new tokenizer(*profile));
            return SQLITE_OK;
        });
    }
    static void destroy(Fts5Tokenizer* self) { delete reinterpret_cast<tokenizer*>(self); }

    static int tokenize(Fts5Tokenizer* self, void* context, int, const char* text, int size,
                        int (*to)(void*, int, const char*, int, int, int)) {
        return guarded([&] {
            int code = SQLITE_OK;
            reinterpret_cast<tokenizer*>(self)->words_.each(
                {text, static_cast<std::size_t>(size)}, [&](std::string_view key, matn::slice place, bool again) {
                    code = to(context, again ? FTS5_TOKEN_COLOCATED : 0, key.data(), static_cast<int>(key.size()),
                              static_cast<int>(place.begin), static_cast<int>(place.end));
                    return code == SQLITE_OK;
                });
            return code;
        });
    }

    /// Makes the tokenizer known to a connection.
    static int add_to(sqlite3* db) {
        fts5_api* api = nullptr;
        sqlite3_stmt* statement = nullptr;
        if (const int code = sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, nullptr); code != SQLITE_OK)
            return SQLITE_OK; // an SQLite without FTS5: the functions work all the same
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
        sqlite3_finalize(statement);
        if (api == nullptr || api->iVersion < 2) return SQLITE_OK;
        fts5_tokenizer made{create, destroy, tokenize};
        return api->xCreateTokenizer(api, "matn", nullptr, &made, nullptr);
    }

private:
    integrations::search_words words_;
};

} // namespace matn_sqlite

#endif
