// SPDX-License-Identifier: MIT
// matn jsonl: the worker. Lines in, lines out, in the same order: JSON, or rows of fields with tabs between.
#include "common/gazetteers.hpp"
#include "matn/annotations.hpp"
#include "matn/commands.hpp"
#include "matn/ordered.hpp"
#include "matn/request.hpp"

namespace {

// What is known of one text: what the line says, else what the call says. Or what is wrong with it.
std::string read_known(const request& line, text_options& options) {
    if (line.text->size() >= 0xFFFF'FFFF) return "the text is of 4 GiB or more";
    if (line.anchor && !read_anchor(*line.anchor, options)) return "\"anchor\" is no day: " + std::string(*line.anchor);
    if (line.order) {
        if (*line.order != "DMY" && *line.order != "MDY") return "\"order\" is neither DMY nor MDY: " + std::string(*line.order);
        options.month_first = *line.order == "MDY";
    }
    if (line.lang) options.language = matn::language_tag(*line.lang);
    return {};
}

// Answers requests, one after the other, with one set of buffers.
class answers {
public:
    answers(const text_options& usual, layer_set layers, offset_unit unit, analyst with)
        : usual_(usual), layers_(layers), unit_(unit), with_(std::move(with)) {}

    void add_json(batch& b, const request& line) {
        b.out.append("{\"id\":").append(line.id);
        if (const std::string error = find(line); error.empty()) {
            b.out += ",\"annotations\":";
            found_.write(b.out, *line.text, unit_);
        } else {
            b.out += ",\"error\":";
            json_string(b.out, error);
            b.bad_line(error);
        }
        b.out += "}\n";
    }
    // A row with the identifier, if there is a column of it, and what was found as JSON; \N where there is no text.
    void add_row(batch& b, const request& line, bool with_id) {
        if (with_id) b.out.append(line.id) += '\t';
        if (!line.text && line.error.empty()) {
            b.out += "\\N\n";
            return;
        }
        json_.clear();
        if (const std::string error = find(line); error.empty()) {
            found_.write(json_, *line.text, unit_);
        } else {
            json_ += "{\"error\":";
            json_string(json_, error);
            json_ += '}';
            b.bad_line(error);
        }
        for (std::string_view rest = json_;
             !rest.empty();) { // JSON holds no tab and no line feed: the backslash alone is escaped
            const std::size_t end = std::min(rest.find('\\'), rest.size());
            b.out.append(rest.substr(0, end)).append(end < rest.size() ? "\\\\" : "");
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        b.out += '\n';
    }

private:
    std::string find(const request& line) {
        if (!line.error.empty()) return line.error;
        text_options options = usual_;
        std::string wrong = read_known(line, options);
        if (wrong.empty()) found_.find(*line.text, options, layers_, with_);
        return wrong;
    }

    text_options usual_;
    layer_set layers_;
    offset_unit unit_;
    analyst with_;
    annotations found_;
    std::string json_;
};

} // namespace

int jsonl(const jsonl_request& asked) {
    troubles t("matn jsonl");
    text_options usual;
    layer_set layers = layer_set::usual();
    offset_unit unit = offset_unit::bytes;
    std::vector<column> columns;
    auto wrong = read_options(asked.analysis, usual, layers, unit);
    if (!wrong && asked.tsv) wrong = read_columns(asked.columns, columns);
    if (wrong) {
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
    const bool with_id = std::find(columns.begin(), columns.end(), column::id) != columns.end();
    const auto answer = [&] {
        return answers(usual, layers, unit,
                       analyst(names ? &**names : nullptr, mention_options_of(asked.analysis), across ? &*across : nullptr));
    };
    if (asked.tsv)
        return work_in_order(asked.lines, t, [&] {
            return [rows = row_requests(columns), with_id, own = answer()](batch& b) mutable {
                each_line(b, [&](std::string_view line) { own.add_row(b, rows.read(line), with_id); });
            };
        });
    return work_in_order(asked.lines, t, [&] {
        return [lines = json_requests(fields), own = answer()](batch& b) mutable {
            each_line(b, [&](std::string_view line) { own.add_json(b, lines.read(line)); });
        };
    });
}
