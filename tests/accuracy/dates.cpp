// SPDX-License-Identifier: MIT
// Predictions of numbers and dates for gold data, as JSON lines in the form that the scorer of the shared data reads.
//
//     accuracy_dates GOLD.jsonl... > predictions.jsonl
//
// Without arguments it only says that there is nothing to do: the data is not part of this repository.
#include <matn/number.hpp>
#if __has_include(<matn/date.hpp>)

#include <matn/date.hpp>
#define HAVE_DATES 1
#endif

#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>

namespace {

// The value of a key of a flat JSON object, as text; enough for gold lines, whose keys are plain.
std::string field(const std::string& line, const std::string& key) {
    const std::string wanted = '"' + key + "\":";
    std::size_t at = line.find(wanted);
    if (at == std::string::npos) return {};
    at += wanted.size();
    while (at < line.size() && line[at] == ' ') ++at;
    if (at >= line.size() || line[at] != '"') return {};
    std::string out;
    for (++at; at < line.size() && line[at] != '"'; ++at) {
        if (line[at] != '\\') {
            out += line[at];
            continue;
        }
        ++at;
        switch (line[at]) {
        case 'n': out += '\n'; break;
        case 't': out += '\t'; break;
        case 'r': out += '\r'; break;
        case 'b': out += '\b'; break;
        case 'f': out += '\f'; break;
        case 'u': {
            char32_t c = static_cast<char32_t>(std::stoul(line.substr(at + 1, 4), nullptr, 16));
            at += 4;
            if (c >= 0xD800 && c < 0xDC00 && line[at + 1] == '\\') {
                c = 0x10000 + ((c - 0xD800) << 10) + (static_cast<char32_t>(std::stoul(line.substr(at + 3, 4), nullptr, 16)) - 0xDC00);
                at += 6;
            }
            out += matn::encode(c).view();
            break;
        }
        default: out += line[at];
        }
    }
    return out;
}

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
            const std::string text = field(line, "text");
            std::string out = "{\"id\":" + quoted(field(line, "id")) + ",\"annotations\":[";
            bool first = true;
            const auto item = [&](const matn::slice at, const std::string& type) {
                if (!first) out += ',';
                first = false;
                out += "{\"begin\":" + std::to_string(at.begin) + ",\"end\":" + std::to_string(at.end) + ",\"type\":" + quoted(type);
            };
            for (const matn::number& n : matn::numbers(text)) {
                if ((n.flags & (matn::number_overflow | matn::number_underflow)) != 0) continue;
                item(n.at, n.kind == matn::number_kind::ordinal ? "ordinal" : n.kind == matn::number_kind::percent ? "percent" : "number");
                out += ",\"value\":" + matn::to_string(n) + '}';
            }
#ifdef HAVE_DATES
            matn::date_options options;
            const std::string anchor = field(line, "anchor");
            if (anchor.size() >= 10) {
                const auto number = [&](std::size_t at, std::size_t size) { return std::stoi(anchor.substr(at, size)); };
                options.anchor = matn::gregorian(number(0, 4), static_cast<unsigned>(number(5, 2)), static_cast<unsigned>(number(8, 2)));
                if (anchor.size() >= 16) options.anchor_second = number(11, 2) * 3600 + number(14, 2) * 60;
            }
            const std::string order = field(line, "order");
            if (order == "MDY") options.order = matn::date_order::month_first;
            if (order == "DMY") options.order = matn::date_order::day_first;
            const std::string language = field(line, "lang");
            (void)language; // the text itself says which
            for (const matn::date& d : matn::dates(text, options)) {
                item(d.at, std::string(matn::name(d.type)));
                if (const std::string t = matn::timex3(d); !t.empty()) out += ",\"timex\":" + quoted(t);
                if (const std::string s = matn::iso_start(d); !s.empty()) out += ",\"start\":" + quoted(s);
                if (const std::string e = matn::iso_end(d); !e.empty()) out += ",\"end_excl\":" + quoted(e);
                if (const std::string m(matn::name(d.mod)); !m.empty()) out += ",\"mod\":" + quoted(m);
                if (!matn::flag_name(d.flags).empty()) out += ",\"flag\":" + quoted(std::string(matn::flag_name(d.flags)));
                out += '}';
            }
#endif
            std::cout << out << "]}\n";
        }
    }
}
