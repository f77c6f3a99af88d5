// SPDX-License-Identifier: MIT
// Reads one string of a flat JSON line, for tests over data files.
#ifndef MATN_TESTS_JSON_FIELD_HPP
#define MATN_TESTS_JSON_FIELD_HPP

#include <matn/utf8.hpp>

#include <string>

// The value of a key of a flat JSON object, as text; enough for gold lines, whose keys are plain.
inline std::string json_field(const std::string& line, const std::string& key) {
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
                c = 0x10000 + ((c - 0xD800) << 10) +
                    (static_cast<char32_t>(std::stoul(line.substr(at + 3, 4), nullptr, 16)) - 0xDC00);
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

#endif
