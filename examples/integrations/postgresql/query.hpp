// SPDX-License-Identifier: MIT
// matn_query(configuration, text): a query of what people type, "in quotes" as a phrase, -without, this or that.
#ifndef MATN_EXAMPLES_POSTGRESQL_QUERY_HPP
#define MATN_EXAMPLES_POSTGRESQL_QUERY_HPP

#include "server.hpp"

#include <utility>

extern "C" {
#include <tsearch/ts_type.h>
#include <utils/fmgrprotos.h>
}

namespace matn_postgresql {

/// A stretch of what was typed that is searched for as one. websearch_to_tsquery parts at every space, before a parser sees the words: می رود
/// would be two. Here all words up to the next sign stay together.
struct query_part {
    std::string_view text;
    bool phrase = false;
    bool without = false;
    bool alternative = false; ///< `or` stands before it
};

/// Parts at most; what comes after is one of plain words. Every part costs a copy of all before it.
inline constexpr int most_query_parts = 256;

/// Takes the next part off; an empty text at the end. It allocates nothing.
inline query_part take_query_part(std::string_view& rest) noexcept {
    const auto space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    const auto border = [&](std::size_t i) { return i >= rest.size() || space(rest[i]) || rest[i] == '"'; };
    const auto is_or = [&](std::size_t i) {
        return i + 2 <= rest.size() && (rest[i] | 0x20) == 'o' && (rest[i + 1] | 0x20) == 'r' && border(i + 2);
    };
    query_part part;
    const auto take = [&](std::size_t n, std::size_t more) {
        part.text = rest.substr(0, n);
        rest.remove_prefix(n + more < rest.size() ? n + more : rest.size());
    };
    while (!rest.empty()) {
        if (space(rest[0])) {
            rest.remove_prefix(1);
        } else if (is_or(0)) {
            part.alternative = true;
            rest.remove_prefix(2);
        } else if (rest[0] == '-' && !border(1)) {
            part.without = true;
            rest.remove_prefix(1);
        } else if (rest.size() > 1 && rest[0] == '-' && rest[1] == '"') {
            part.without = true;
            rest.remove_prefix(1);
        } else if (rest[0] == '"') {
            rest.remove_prefix(1);
            part.phrase = true;
            const std::size_t end = rest.find('"');
            take(end == std::string_view::npos ? rest.size() : end, 1);
            if (!part.text.empty()) return part;
            part = {};
        } else {
            std::size_t end = 1;
            while (end < rest.size() && rest[end] != '"') {
                const bool word_begins = space(rest[end - 1]);
                if (word_begins &&
                    (part.without || is_or(end) || (rest[end] == '-' && (!border(end + 1) || rest.substr(end + 1, 1) == "\""))))
                    break;
                ++end;
            }
            take(end, 0);
            return part;
        }
    }
    return {};
}

} // namespace matn_postgresql

MATN_SQL_FUNCTION(matn_query) {
    using namespace matn_postgresql;
    const Datum configuration = PG_GETARG_DATUM(0);
    std::string_view rest = text_argument(fcinfo, 1);
    auto* const nothing = static_cast<TSQuery>(palloc0(HDRSIZETQ));
    SET_VARSIZE(nothing, HDRSIZETQ);
    Datum all = TSQueryGetDatum(nothing), together = all; // of `together` all must be there, of `all` one
    for (int count = 1; !rest.empty(); ++count) {
        CHECK_FOR_INTERRUPTS();
        const query_part part = count < most_query_parts ? take_query_part(rest) : query_part{std::exchange(rest, {})};
        if (part.text.empty()) break;
        Datum query =
            DirectFunctionCall2(part.phrase ? phraseto_tsquery_byid : plainto_tsquery_byid, configuration, text_datum(part.text));
        if (part.without) query = DirectFunctionCall1(tsquery_not, query);
        if (part.alternative) {
            all = DirectFunctionCall2(tsquery_or, all, together);
            together = query;
        } else {
            together = DirectFunctionCall2(tsquery_and, together, query);
        }
    }
    return DirectFunctionCall2(tsquery_or, all, together);
}

#endif
