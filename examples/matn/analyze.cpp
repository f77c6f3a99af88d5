// SPDX-License-Identifier: MIT
// matn analyze: what is in some files, for people; as JSON; or as a page.
#include "common/gazetteers.hpp"
#include "common/progress.hpp"
#include "common/report.hpp"
#include "common/unlisted_names.hpp"
#include "matn/annotations.hpp"
#include "matn/commands.hpp"
#include "matn/lines.hpp"
#include "matn/request.hpp"

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace {

// What became of one file.
struct analysed {
    std::string out;
    std::string error; // why it could not be read, or empty
    bool is_empty = false;
    article for_page;
};

// Calls `make(index, result)` for so many files on some threads, and `use(index, result)` for one after the other in their order, as soon as it can.
// No thread runs far ahead of the first file that is not done, so memory does not grow with the number of files. Ends when `use` says false.
template <class MakeWorker, class Use>
void in_order(unsigned jobs, std::size_t count, MakeWorker make_worker, Use use) {
    std::mutex mutex;
    std::condition_variable changed;
    std::map<std::size_t, analysed> done;
    std::size_t next = 0, taken = 0;
    const std::size_t ahead = std::size_t{4} * jobs;
    const auto work = [&] {
        auto make = make_worker();
        for (std::unique_lock lock(mutex);;) {
            changed.wait(lock, [&] { return taken >= count || taken < next + ahead; });
            if (taken >= count) return;
            const std::size_t mine = taken++;
            lock.unlock();
            analysed result;
            make(mine, result);
            lock.lock();
            done.emplace(mine, std::move(result));
            for (auto at = done.find(next); at != done.end(); at = done.find(next)) {
                if (!use(next, at->second)) taken = count;
                done.erase(at);
                ++next;
            }
            changed.notify_all();
        }
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

std::string as_json(const text_file& file, annotations& found, offset_unit unit) {
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
    const std::vector<std::string> paths = asked.files.empty() ? std::vector<std::string>{"-"} : text_files(asked.files, t);
    const matn::mention_options how = mention_options_of(asked.analysis);
    const std::optional<matn::cross_script_names> across = names_across(asked.analysis, names);
    const terminal term = terminal::standard_output(asked.colour);
    const bool page = !asked.html.empty();
    std::vector<article> articles;
    std::size_t written = 0;
    int failed = 0; // errno of standard output
    progress shown(bytes_of(paths), "files", true);
    const auto put = [&](std::string_view bytes) {
        if (term.isolates) shown.hide(); // both are the same terminal
        if (failed == 0) failed = write_to_standard_output(bytes);
    };
    if (asked.json) put("{\"schema\":1,\"documents\":[");
    in_order(
        asked.jobs, paths.size(),
        [&] {
            return [&, with = analyst(names ? &**names : nullptr, how, across ? &*across : nullptr),
                    found = annotations(asked.json ? annotation_form::stable : annotation_form::lines)](std::size_t i,
                                                                                                        analysed& into) mutable {
                auto file = read_file(paths[i]);
                if (!file) {
                    into.error = file.error();
                    return;
                }
                into.is_empty = file->text.empty();
                found.find(file->text, options, layers, with);
                into.out = asked.json ? as_json(*file, found, unit) : for_people(*file, found, found.size(), unit, term);
                if (page) into.for_page = with.read(std::move(*file), options);
            };
        },
        [&](std::size_t i, analysed& one) {
            if (!one.error.empty() || one.is_empty) shown.hide();
            if (!one.error.empty()) {
                t.io_error(one.error);
                return true;
            }
            if (one.is_empty) t.note((paths[i] == "-" ? std::string("standard input") : paths[i]) + ": is empty");
            if (written++ > 0) put(asked.json ? ",\n" : "\n");
            put(one.out);
            if (page) articles.push_back(std::move(one.for_page));
            shown.add(bytes_of({paths[i]}), 1);
            return failed == 0 || page;
        });
    if (asked.json) put("]}\n");
    shown.end();
    if (failed != 0) t.output_failed(failed);

    if (page) {
        if (asked.analysis.gazetteers.empty()) add_unlisted_names(articles);
        if (!write_file(asked.html, html::page(tell(articles), "matn analyze").write()))
            t.io_error(asked.html + ": " + std::strerror(errno));
    }
    return t.status();
}
