// SPDX-License-Identifier: MIT
// matn jsonl: the worker. JSON Lines in, JSON Lines out, one line each, in the same order.
#include "common/gazetteers.hpp"
#include "matn/annotations.hpp"
#include "matn/commands.hpp"
#include "matn/ordered.hpp"
#include "matn/request.hpp"

namespace {

// What is known of one text: what the line says, else what the call says. Or what is wrong with it.
std::optional<std::string> options_of(const request& line, text_options& options) {
    if (line.anchor && !read_anchor(*line.anchor, options)) return "\"anchor\" is no day: " + *line.anchor;
    if (line.order) {
        if (*line.order != "DMY" && *line.order != "MDY") return "\"order\" is neither DMY nor MDY: " + *line.order;
        options.month_first = *line.order == "MDY";
    }
    if (line.lang) options.language = matn::language_tag(*line.lang);
    return std::nullopt;
}

} // namespace

int jsonl(const jsonl_request& asked) {
    troubles t("matn jsonl");
    text_options usual;
    layer_set layers = layer_set::usual();
    offset_unit unit = offset_unit::bytes;
    if (const auto wrong = read_options(asked.analysis, usual, layers, unit)) {
        t.note(*wrong);
        return static_cast<int>(outcome::usage);
    }
    std::optional<loaded_names> names;
    if (!asked.analysis.gazetteers.empty()) {
        names = load_gazetteers(asked.analysis.gazetteers, asked.analysis.strict, t);
        if (!names && asked.analysis.strict) return t.status();
    }
    const std::optional<matn::cross_script_names> across = names_across(asked.analysis, names);
    const field_names fields{asked.text_field, asked.id_field};
    const auto done = work_in_order(asked.jobs, asked.flush, [&] {
        return [&, with = analyst(names ? &**names : nullptr, mention_options_of(asked.analysis), across ? &*across : nullptr),
                found = annotations()](batch& b) mutable {
            each_line(b, [&](std::string_view bytes, std::uint64_t number) {
                const request line = read_request(bytes, fields);
                text_options options = usual;
                std::string error = line.error;
                if (error.empty()) error = options_of(line, options).value_or("");
                b.out.append("{\"id\":").append(line.id);
                if (error.empty()) {
                    b.out += ",\"annotations\":";
                    found.find(*line.text, options, layers, with);
                    found.write(b.out, *line.text, unit);
                } else {
                    b.bad = true;
                    b.out += ",\"error\":";
                    json_string(b.out, "line " + std::to_string(number) + ": " + error);
                }
                b.out += "}\n";
            });
        };
    });
    return report(done, t);
}
