// SPDX-License-Identifier: MIT
// Predictions of numbers and dates for gold data, as JSON lines in the form that the scorer of the shared data reads.
//
//     accuracy_dates GOLD.jsonl... > predictions.jsonl
//
// Without arguments it only says that there is nothing to do: the data is not part of this repository.
#include "../json_field.hpp"

#include <matn/number.hpp>

#include <matn/date.hpp>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>

namespace {

std::string quoted(const std::string& s) { return '"' + s + '"'; }

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::puts("skipped: no gold data given");
        return 0;
    }
    for (int i = 1; i < argc; ++i) {
        std::ifstream file(argv[i]);
        for (std::string line; std::getline(file, line);) {
            const std::string text = json_field(line, "text");
            std::string out = "{\"id\":" + quoted(json_field(line, "id")) + ",\"annotations\":[";
            bool first = true;
            const auto item = [&](const matn::slice at, const std::string& type) {
                if (!first) out += ',';
                first = false;
                out +=
                    "{\"begin\":" + std::to_string(at.begin) + ",\"end\":" + std::to_string(at.end) + ",\"type\":" + quoted(type);
            };
            for (const matn::number& n : matn::numbers(text)) {
                if ((n.flags & (matn::number_overflow | matn::number_underflow)) != 0) continue;
                item(n.at, n.kind == matn::number_kind::ordinal   ? "ordinal"
                           : n.kind == matn::number_kind::percent ? "percent"
                                                                  : "number");
                out += ",\"value\":" + matn::to_string(n) + '}';
            }
            matn::date_options options;
            const std::string anchor = json_field(line, "anchor");
            if (anchor.size() >= 10) {
                const auto number = [&](std::size_t at, std::size_t size) { return std::stoi(anchor.substr(at, size)); };
                options.anchor =
                    matn::gregorian(number(0, 4), static_cast<unsigned>(number(5, 2)), static_cast<unsigned>(number(8, 2)));
                if (anchor.size() >= 16) options.anchor_second = number(11, 2) * 3600 + number(14, 2) * 60;
            }
            const std::string order = json_field(line, "order");
            if (order == "MDY") options.order = matn::date_order::month_first;
            if (order == "DMY") options.order = matn::date_order::day_first;
            for (const matn::date& d : matn::dates(text, options)) {
                item(d.at, std::string(matn::name(d.type)));
                if (const std::string t = matn::timex3(d); !t.empty()) out += ",\"timex\":" + quoted(t);
                if (const std::string s = matn::iso_start(d); !s.empty()) out += ",\"start\":" + quoted(s);
                if (const std::string e = matn::iso_end(d); !e.empty()) out += ",\"end_excl\":" + quoted(e);
                if (const std::string m(matn::name(d.mod)); !m.empty()) out += ",\"mod\":" + quoted(m);
                if (!matn::flag_name(d.flags).empty()) out += ",\"flag\":" + quoted(std::string(matn::flag_name(d.flags)));
                out += '}';
            }
            std::cout << out << "]}\n";
        }
    }
}
