// SPDX-License-Identifier: MIT
// matn_fold, matn_language, matn_date, matn_number: a value in, a value out; NULL for NULL, and where there is no answer.
#ifndef MATN_EXAMPLES_POSTGRESQL_FUNCTIONS_HPP
#define MATN_EXAMPLES_POSTGRESQL_FUNCTIONS_HPP

#include "../common/date_text.hpp"
#include "../common/search_words.hpp"
#include "parts.hpp"
#include "server.hpp"

#include <matn/number.hpp>

extern "C" {
#include <utils/date.h>
#include <utils/fmgrprotos.h>
}

namespace matn_postgresql {

/// What a function answers, outside of C++.
struct answer {
    bool known = false;
    std::string_view text; ///< in what the function keeps
};

inline Datum answer_datum(FunctionCallInfo fcinfo, const answer& a) {
    if (!a.known) PG_RETURN_NULL();
    return text_datum(a.text);
}

/// Reads a text part by part: `work` is C++, what comes `after` it calls PostgreSQL. Between the parts the server can be interrupted.
template <class Work, class After>
void each_part(std::string_view text, const Work& work, const After& after) {
    for (std::string_view rest = text; !rest.empty();) {
        CHECK_FOR_INTERRUPTS();
        const std::string_view part = take_part(rest);
        check(attempt([&] { work(part); }));
        after(part);
    }
}
template <class Work>
void each_part(std::string_view text, const Work& work) {
    each_part(text, work, [](std::string_view) {});
}

struct fold_memory {
    integrations::search_words words;
    std::string out;
};
struct language_memory {
    decltype(matn::pipeline(matn::languages))::document document;
    std::vector<std::pair<matn::language_tag, std::size_t>> bytes; // of the parts in a language
    std::string out;
};

// Days: matn counts from 1970, PostgreSQL from 2000.
inline constexpr std::int32_t day_zero = (POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE);
inline matn::day day_of(DateADT d) { return {d + day_zero}; }
inline bool fits(matn::day d) { return d.since_1970 >= INT32_MIN + day_zero && IS_VALID_DATE(d.since_1970 - day_zero); }
inline DateADT date_of(matn::day d) { return d.since_1970 - day_zero; }

/// The day of writing that an argument gives, if it is not NULL: a date, or a text that names a day or, where `finds` is not null, 'auto'.
struct writing_day {
    bool known = false;
    bool find = false;
    matn::day day{};
};
inline writing_day day_argument(FunctionCallInfo fcinfo, int i, bool is_date, bool may_find) {
    if (PG_NARGS() <= i || PG_ARGISNULL(i)) return {};
    if (is_date) {
        const DateADT given = PG_GETARG_DATEADT(i);
        if (DATE_NOT_FINITE(given) || given > INT32_MAX - day_zero)
            ereport(ERROR, (errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE), errmsg("matn: the day of writing is no day")));
        return {true, false, day_of(given)};
    }
    const std::string_view given = text_argument(fcinfo, i);
    if (may_find && given == "auto") return {false, true, {}};
    writing_day out;
    check(attempt([&](failure& f) {
        const auto day = integrations::read_day(given);
        if (day) out = {true, false, *day};
        else f.say(ERRCODE_INVALID_PARAMETER_VALUE, "the day of writing is no day; it is written YYYY-MM-DD");
    }));
    return out;
}

inline Datum date_value(FunctionCallInfo fcinfo, bool day_is_date) {
    if (PG_ARGISNULL(0)) PG_RETURN_NULL();
    const std::string_view text = text_argument(fcinfo, 0);
    const writing_day day = day_argument(fcinfo, 1, day_is_date, false);
    answer a;
    if (text.size() <= longest_part) // what is longer is no date
        check(attempt([&] {
            auto& out = kept<std::string>();
            matn::date_options options;
            if (day.known) options.anchor = day.day;
            const auto found = matn::parse_date(text, options);
            out = found ? integrations::value_of(*found) : std::string();
            a = {!out.empty(), out};
        }));
    return answer_datum(fcinfo, a);
}

} // namespace matn_postgresql

MATN_SQL_FUNCTION(matn_fold) {
    using namespace matn_postgresql;
    const std::string_view text = text_argument(fcinfo, 0);
    answer a;
    check(attempt([&] { kept<fold_memory>().out.clear(); }));
    each_part(text, [](std::string_view part) {
        auto& memory = kept<fold_memory>();
        memory.words.each(part, [&memory](std::string_view key, matn::slice, bool again) {
            if (!again) memory.out.append(memory.out.empty() ? "" : " ").append(key);
            return true;
        });
    });
    check(attempt([&](failure& f) {
        auto& out = kept<fold_memory>().out;
        if (out.size() > MaxAllocSize - VARHDRSZ) return f.say(ERRCODE_PROGRAM_LIMIT_EXCEEDED, "the key is longer than 1 GB");
        a = {true, out};
    }));
    const Datum result = answer_datum(fcinfo, a);
    if (a.text.size() > longest_part) check(attempt([] { std::string().swap(kept<fold_memory>().out); }));
    return result;
}

MATN_SQL_FUNCTION(matn_language) {
    using namespace matn_postgresql;
    const std::string_view text = text_argument(fcinfo, 0);
    answer a;
    check(attempt([&] { kept<language_memory>().bytes.clear(); }));
    each_part(text, [](std::string_view part) {
        auto& memory = kept<language_memory>();
        constexpr auto find_languages = matn::pipeline(matn::languages);
        find_languages(part, memory.document);
        const matn::language_tag tag = memory.document.get<matn::language>().code;
        const auto known = std::find_if(memory.bytes.begin(), memory.bytes.end(), [&](const auto& b) { return b.first == tag; });
        if (known != memory.bytes.end()) known->second += part.size();
        else memory.bytes.emplace_back(tag, part.size());
    });
    check(attempt([&] {
        auto& memory = kept<language_memory>();
        const auto most = std::max_element(memory.bytes.begin(), memory.bytes.end(),
                                           [](const auto& x, const auto& y) { return x.second < y.second; });
        memory.out = most == memory.bytes.end() ? "und" : most->first.view();
        a = {true, memory.out};
    }));
    return answer_datum(fcinfo, a);
}

MATN_SQL_FUNCTION(matn_date) { return matn_postgresql::date_value(fcinfo, false); }
MATN_SQL_FUNCTION(matn_date_by_day) { return matn_postgresql::date_value(fcinfo, true); }

MATN_SQL_FUNCTION(matn_number) {
    using namespace matn_postgresql;
    const std::string_view text = text_argument(fcinfo, 0);
    const char* digits = nullptr;
    if (text.size() <= longest_part)
        check(attempt([&] {
            auto& out = kept<std::string>();
            const auto found = matn::parse_number(text);
            out = found ? matn::to_string(*found) : std::string();
            if (!out.empty()) digits = out.c_str();
        }));
    if (digits == nullptr) PG_RETURN_NULL();
    return DirectFunctionCall3(numeric_in, CStringGetDatum(digits), ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
}

#endif
