// SPDX-License-Identifier: MIT
// What is written for people and programs: nothing of the text becomes markup, a control of a terminal, or other JSON than it is.
#include "fuzz.hpp"

#include "../../examples/common/html.hpp"
#include "../../examples/matn/request.hpp"

#include <matn/matn.hpp>
#include <matn/show.hpp>

#include <nlohmann/json.hpp>
#include <utf8.h>

namespace {

// No control but line ends and tabs, no bidi control, no broken bytes.
void require_harmless(std::string_view written, bool isolates_allowed) {
    for (const matn::code_point c : matn::code_points(written)) {
        fuzz::require(c.ok, "what is written is UTF-8");
        const bool control = (c.value < 0x20 && c.value != '\n' && c.value != '\t') || (c.value >= 0x7F && c.value < 0xA0);
        fuzz::require(!control, "no control character is written");
        const bool isolate = c.value >= 0x2066 && c.value <= 0x2069;
        fuzz::require(!is_bidi_control(c.value) || (isolates_allowed && isolate), "no direction of the text's own is written");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::budget within(data, size, 20);
    const std::string_view text = fuzz::text_of(data, size);

    // JSON: another parser reads the same text, with U+FFFD for what is broken.
    std::string json;
    json_string(json, text);
    std::string valid;
    for (const matn::code_point c : matn::code_points(text)) valid += matn::encode(c.value).view();
    const auto parsed = nlohmann::json::parse(json, nullptr, false);
    fuzz::require(parsed.is_string() && parsed.get_ref<const std::string&>() == valid, "JSON reads back as the text");
    // Requests that anyone may send, and one that holds the text.
    const field_names fields;
    json_requests requests(fields);
    (void)requests.read(text);
    const std::string line = "{\"id\":1,\"text\":" + json + "}";
    const request& r = requests.read(line);
    fuzz::require(r.error.empty() && r.text && *r.text == valid, "a request with the text is read");
    const std::vector<column> columns{column::id, column::text};
    row_requests rows(columns);
    (void)rows.read(text);

    // HTML: between tags and in attributes.
    for (const std::string& page : {html::escape(text), html::attribute(text)}) {
        std::string bare = page;
        for (const std::string_view ours : {"<span class=harm>", "</span>"})
            for (std::size_t at; (at = bare.find(ours)) != std::string::npos;) bare.replace(at, ours.size(), " ");
        fuzz::require(bare.find_first_of("<>\"'") == std::string::npos, "no markup but ours");
        require_harmless(page, false);
        if (page.size() > 20'000) break;
    }
    // Terminals.
    require_harmless(harmless(text), false);
    std::vector<matn::shown_item> items;
    for (const matn::token t : matn::tokens(text)) items.push_back({t.at, matn::label(t)});
    require_harmless(matn::show(text, std::move(items), {.isolates = true}), true);
    return 0;
}
