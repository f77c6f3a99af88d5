// SPDX-License-Identifier: MIT
// matn lookup: one name a line in, the entries of a gazetteer that it may mean out, in whatever script either is written.
#include "common/gazetteers.hpp"
#include "matn/commands.hpp"
#include "matn/ordered.hpp"

#include <matn/name_index.hpp>

#include <nlohmann/json.hpp>

int lookup(const lookup_request& request) {
    troubles t("matn lookup");
    const auto names = load_gazetteers(request.gazetteers, request.strict, t);
    if (!names || t.worst() == outcome::io_error) return t.status();
    const matn::name_index index(**names);
    return work_in_order(request.lines, t, [&] {
        return [&](batch& b) {
            each_line(b, [&](std::string_view line) {
                nlohmann::ordered_json ranked = nlohmann::ordered_json::array();
                for (const matn::ranked_name& r :
                     index.rank(line, {.top = request.top, .language = request.lang, .exhaustive = request.exhaustive})) {
                    const matn::entry e = (*names)->at(r.id, r.name);
                    ranked.push_back({{"id", e.id},
                                      {"name", e.name},
                                      {"score", std::round(static_cast<double>(r.score) * 10000) / 10000},
                                      {"rule", matn::rule_name(r.rule)}});
                }
                const nlohmann::ordered_json answer = {{"query", line}, {"ranked", std::move(ranked)}};
                b.out += answer.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
            });
        };
    });
}
