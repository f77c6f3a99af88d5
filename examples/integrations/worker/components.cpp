// SPDX-License-Identifier: MIT
// What numbers, dates and script runs cost by themselves: `components FILE.jsonl [YYYY-MM-DD]` prints the processor's seconds for the texts of a
// file, which are in memory and unescaped before the clock starts. bench.bash sets the worker against it.
#include <matn/date.hpp>
#include <matn/number.hpp>
#include <matn/pipeline.hpp>
#include <matn/script.hpp>

#include <nlohmann/json.hpp>

#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    std::ifstream file(argc > 1 ? argv[1] : "");
    std::vector<std::string> texts;
    for (std::string line; std::getline(file, line);) {
        const auto one = nlohmann::json::parse(line, nullptr, false);
        if (one.is_object() && one.contains("text") && one["text"].is_string()) texts.push_back(one["text"]);
    }
    if (texts.empty()) {
        std::fprintf(stderr, "components: no texts; usage: components FILE.jsonl [YYYY-MM-DD]\n");
        return 2;
    }
    matn::date_options how{.find_anchor = true};
    if (argc > 2) {
        int year = 0;
        unsigned month = 0, day = 0;
        if (std::sscanf(argv[2], "%d-%u-%u", &year, &month, &day) == 3) how.anchor = matn::gregorian(year, month, day).to_day();
    }
    const auto analyse = matn::pipeline(matn::script_runs, matn::numbers({.units = true}), matn::dates(how));
    auto doc = analyse.blank();
    std::size_t found = 0;
    const std::clock_t begin = std::clock();
    for (const std::string& text : texts) {
        analyse(text, doc);
        found += doc.each<matn::script_run>().size() + doc.each<matn::number>().size() + doc.each<matn::date>().size();
    }
    std::printf("%.4f\n", static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    return found == 0 ? 1 : 0;
}
