// SPDX-License-Identifier: MIT
// matn_fold, matn_query, matn_language, matn_date, matn_number: a value in, a value out; NULL for NULL, and where there is no answer.
#ifndef MATN_EXAMPLES_SQLITE_FUNCTIONS_HPP
#define MATN_EXAMPLES_SQLITE_FUNCTIONS_HPP

#include "../common/date_text.hpp"
#include "../common/search_words.hpp"
#include "errors.hpp"

#include <matn/number.hpp>

namespace matn_sqlite {

/// What the functions of one connection keep between calls.
struct function_memory {
    integrations::search_words words;
};

inline std::string fold(function_memory& memory, std::string_view text) { return memory.words.keys(text); }

/// An FTS5 query for all words of a text, with nothing in it that FTS5 takes for an operator. FTS5 parts a query at spaces before the tokenizer
/// sees it; quoted as a whole, می رود is still one verb.
inline std::string query(function_memory& memory, std::string_view text) {
    std::string out;
    memory.words.each(text, [&](std::string_view, matn::slice place, bool again) {
        if (again) return true;
        out += out.empty() ? "\"" : " \"";
        for (const char c : place.of(text)) out.append(c == '"' ? 2 : 1, c);
        out += '"';
        return true;
    });
    return out;
}

inline std::optional<std::string> language(function_memory&, std::string_view text) {
    const auto found = matn::pipeline(matn::languages)(text);
    return std::string(found.get<matn::language>().code.view());
}

template <auto Call>
void one_text(sqlite3_context* context, int, sqlite3_value** arguments) {
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return;
    const int code = guarded([&] {
        auto& memory = *static_cast<function_memory*>(sqlite3_user_data(context));
        if (const std::optional<std::string> answer = Call(memory, text_of(arguments[0]))) result_text(context, *answer);
        return SQLITE_OK;
    });
    if (code != SQLITE_OK) sqlite3_result_error_code(context, code);
}

inline void date(sqlite3_context* context, int count, sqlite3_value** arguments) {
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return;
    const int code = guarded([&] {
        matn::date_options options;
        if (count > 1 && sqlite3_value_type(arguments[1]) != SQLITE_NULL) {
            options.anchor = integrations::read_day(text_of(arguments[1]));
            if (!options.anchor) {
                sqlite3_result_error(context, "matn_date: the day of writing is no day; it is written YYYY-MM-DD", -1);
                return SQLITE_OK;
            }
        }
        if (const auto found = matn::parse_date(text_of(arguments[0]), options))
            if (const std::string value = integrations::value_of(*found); !value.empty()) result_text(context, value);
        return SQLITE_OK;
    });
    if (code != SQLITE_OK) sqlite3_result_error_code(context, code);
}

inline void number(sqlite3_context* context, int, sqlite3_value** arguments) {
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return;
    const int code = guarded([&] {
        const auto found = matn::parse_number(text_of(arguments[0]));
        if (!found) return SQLITE_OK;
        if (const auto whole = found->integer()) sqlite3_result_int64(context, *whole);
        else if (const std::string value = matn::to_string(*found); !value.empty())
            sqlite3_result_double(context, found->value());
        return SQLITE_OK;
    });
    if (code != SQLITE_OK) sqlite3_result_error_code(context, code);
}

inline int add_functions(sqlite3* db) {
    struct function {
        const char* name;
        int arguments;
        void (*call)(sqlite3_context*, int, sqlite3_value**);
    };
    constexpr function all[] = {{"matn_fold", 1, one_text<fold>},
                                {"matn_query", 1, one_text<query>},
                                {"matn_language", 1, one_text<language>},
                                {"matn_date", 1, date},
                                {"matn_date", 2, date},
                                {"matn_number", 1, number}};
    for (const function& f : all) {
        const int code = guarded([&] {
            auto* const memory = new function_memory;
            return sqlite3_create_function_v2(db, f.name, f.arguments, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                              memory, f.call, nullptr, nullptr,
                                              [](void* gone) { delete static_cast<function_memory*>(gone); });
        });
        if (code != SQLITE_OK) return code;
    }
    return SQLITE_OK;
}

} // namespace matn_sqlite

#endif
