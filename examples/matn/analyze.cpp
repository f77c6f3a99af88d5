// SPDX-License-Identifier: MIT
// matn analyze: what is in some files, for people; as JSON; or as a page.
#include "common/gazetteers.hpp"
#include "common/report.hpp"
#include "common/unlisted_names.hpp"
#include "matn/annotations.hpp"
#include "matn/commands.hpp"
#include "matn/request.hpp"

#include <atomic>
#include <thread>

namespace {

// Calls `use(analyst, index)` for each of `count` files, on so many threads.
template <class Use>
void on_threads(unsigned jobs, std::size_t count, const matn::gazetteer* names, const matn::mention_options& how,
                const matn::cross_script_names* across, const Use& use) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        analyst with(names, how, across);
        for (std::size_t i = next++; i < count; i = next++) use(with, i);
    };
    std::vector<std::thread> others;
    for (unsigned i = 1; i < jobs && i < count; ++i) others.emplace_back(work);
    work();
    for (std::thread& other : others) other.join();
}

std::string for_people(const text_file& file, const annotations& found, std::size_t count, offset_unit unit,
                       const terminal& term) {
    std::string out =
        term.bold(harmless(file.name)) + "  " + plural(file.text.size(), "byte") + ", " + plural(count, "finding") + '\n';
    found.write_lines(out, file.text, unit, term);
    return out;
}

std::string as_json(const text_file& file, const annotations& found, offset_unit unit) {
    std::string out = "{\"name\":";
    json_string(out, file.name);
    out.append(",\"bytes\":").append(std::to_string(file.text.size())).append(",\"annotations\":");
    found.write(out, file.text, unit);
    return out + '}';
}

} // namespace

int analyze(const analyze_request& asked) {
    troubles t("matn analyze");
    text_options options;
    layer_set layers = layer_set::usual();
    offset_unit unit = offset_unit::bytes;
    if (const auto wrong = read_options(asked.analysis, options, layers, unit)) {
        t.note(*wrong);
        return static_cast<int>(outcome::usage);
    }
    std::optional<loaded_names> names;
    if (!asked.analysis.gazetteers.empty()) {
        names = load_gazetteers(asked.analysis.gazetteers, asked.analysis.strict, t);
        if (!names && asked.analysis.strict) return t.status();
    }
    std::vector<text_file> files =
        read_files(asked.files.empty() ? std::vector<std::string>{"-"} : text_files(asked.files, t), t);

    const matn::mention_options how = mention_options_of(asked.analysis);
    const std::optional<matn::cross_script_names> across = names_across(asked.analysis, names);
    const terminal term = terminal::standard_output(asked.colour);
    std::vector<std::string> written(files.size());
    on_threads(asked.jobs, files.size(), names ? &**names : nullptr, how, across ? &*across : nullptr,
               [&](analyst& with, std::size_t i) {
                   annotations found(asked.json ? annotation_form::stable : annotation_form::lines);
                   found.find(files[i].text, options, layers, with);
                   written[i] =
                       asked.json ? as_json(files[i], found, unit) : for_people(files[i], found, found.size(), unit, term);
               });
    std::string out = asked.json ? "{\"schema\":1,\"documents\":[" : "";
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (i > 0) out += asked.json ? ",\n" : "\n";
        out += written[i];
    }
    if (asked.json) out += "]}\n";
    if (!write_file("-", out)) t.io_error("standard output cannot be written");

    if (!asked.html.empty()) {
        std::vector<article> articles(files.size());
        on_threads(asked.jobs, files.size(), names ? &**names : nullptr, how, across ? &*across : nullptr,
                   [&](analyst& with, std::size_t i) { articles[i] = with.read(std::move(files[i]), options); });
        if (asked.analysis.gazetteers.empty()) add_unlisted_names(articles);
        const story all = tell(articles);
        if (!write_file(asked.html, html::page(all, "matn analyze").write()))
            t.io_error(asked.html + ": " + std::strerror(errno));
    }
    return t.status();
}
