// SPDX-License-Identifier: MIT
// One line of `matn jsonl`: what it asks for, or what is wrong with it.
#ifndef MATN_EXAMPLES_REQUEST_HPP
#define MATN_EXAMPLES_REQUEST_HPP

#include <optional>
#include <string>
#include <string_view>

struct field_names {
    std::string text = "text";
    std::string id = "id";
};

struct request {
    std::string id = "null"; ///< as JSON, to be given back as it came
    std::optional<std::string> text;
    std::optional<std::string> anchor;
    std::optional<std::string> order;
    std::optional<std::string> lang;
    std::string error; ///< what is wrong and where, or empty
};

/// Reads a line. Bytes that are not UTF-8 are kept inside the text, so that every other offset stays exact.
request read_request(std::string_view line, const field_names& names);

/// Adds a string as JSON, with its quotes. Controls are escaped, bytes that are not UTF-8 become U+FFFD.
void json_string(std::string& out, std::string_view bytes);

#endif
