// SPDX-License-Identifier: MIT
// The worker's reader of JSON against nlohmann's: the same lines are taken and refused, and mean the same.
#include "matn/request.hpp"

#include <matn/utf8.hpp>

#include <nlohmann/json.hpp>

#include <cstdio>
#include <random>
#include <string>
#include <vector>

namespace {

using json = nlohmann::json;
int failed = 0;
std::size_t checks = 0, taken = 0, refused = 0;

void fail(const std::string& line, const std::string& what) {
    if (++failed <= 20) std::printf("not so: %s\n    line: %s\n", what.c_str(), line.c_str());
}
bool well_formed(std::string_view s) { return matn::damages(s).empty(); }

// nlohmann refuses numbers that no double holds (1e999); the grammar does not, and an identifier may be one.
bool only_too_large(const std::string& line) {
    try {
        return json::parse(line).is_discarded();
    } catch (const json::exception& e) {
        return e.id == 406;
    }
}

void compare(const std::string& line) {
    ++checks;
    static const field_names names;
    static json_requests reader(names);
    const request& ours = reader.read(line);
    const json theirs = json::parse(line, nullptr, false);
    if (!json::accept("{\"id\":" + std::string(ours.id) + "}") && !only_too_large("[" + std::string(ours.id) + "]"))
        fail(line, "the identifier that is given back is no JSON: " + std::string(ours.id));
    const bool json_error = ours.error.starts_with("not JSON") || ours.error.starts_with("a line is");
    if (!well_formed(line)) return; // nlohmann refuses it, and we do not
    if (theirs.is_discarded() || !theirs.is_object()) {
        ++refused;
        if (ours.error.empty() || (!json_error && ours.error != "the line is empty"))
            if (!only_too_large(line)) fail(line, "taken, and should not be");
        return;
    }
    ++taken;
    if (json_error) return fail(line, "refused: " + ours.error);
    const json id = theirs.contains("id") ? theirs["id"] : json();
    if (json::parse(ours.id) != id) fail(line, "another identifier: " + std::string(ours.id) + " for " + id.dump());
    const std::pair<const char*, const std::optional<std::string_view>*> fields[] = {
        {"text", &ours.text}, {"anchor", &ours.anchor}, {"order", &ours.order}, {"lang", &ours.lang}};
    for (const auto& [name, value] : fields) {
        const bool is_string = theirs.contains(name) && theirs[name].is_string();
        if (is_string != value->has_value()) fail(line, std::string(name) + ": there, or not there");
        else if (is_string && theirs[name].get<std::string>() != **value)
            fail(line, std::string(name) + ": " + std::string(**value));
        const bool wrong = theirs.contains(name) && !is_string && !theirs[name].is_null();
        if (wrong && ours.error.empty()) fail(line, std::string(name) + " is no string, and that is not told");
    }
    if (!ours.text && ours.error.empty()) fail(line, "no text, and that is not told");
}

} // namespace

int main() {
    const std::vector<std::string> seeds = {
        R"({"id": 7, "text": "۵ هزار", "anchor": "2020-04-15", "order": "DMY", "lang": "prs"})",
        R"({"text":"a\"\\\/\b\f\n\r\t\u0041\u06cc\ud83d\ude00","id":{"a":[1,{"b":null}],"c":"\"\u06cc"}})",
        R"({"id":-0,"text":""})",
        R"( { "id" : [ ] , "text" : "x" , "more" : { } } )",
        R"({"id":12345678901234567890123,"text":"x","y":1.5e-7,"z":-1E+9})",
        R"({"\u0069d":1,"te\u0078t":"escaped names"})",
        R"({"id":1,"id":2,"text":"a","text":"b"})",
        R"({"text":5,"id":[[[[[["deep"]]]]]],"text":"mended"})",
        R"({"text":null,"anchor":null,"id":true})",
        R"({"text":{"a":[1,2,{"b":false}]},"id":false})",
        R"({"id":"😀 \u200f","text":"متن \u0000 زبان"})",
        "{}",
        "[]",
        "null",
        "\"text\"",
        "",
        " ",
        "{",
        "}",
        R"({"text":"\ud800"})",
        R"({"text":"\udc00x"})",
        R"({"text":"\ud800\u0041"})",
        R"({"text":"\x"})",
        R"({"text":"\u12"})",
        "{\"text\":\"a\tb\"}",
        R"({"text":"x",})",
        R"({"text":"x" "id":1})",
        R"({text:"x"})",
        R"({"id":01,"text":"x"})",
        R"({"id":+1,"text":"x"})",
        R"({"id":1.,"text":"x"})",
        R"({"id":.5,"text":"x"})",
        R"({"id":1e,"text":"x"})",
        R"({"id":-,"text":"x"})",
        R"({"id":NaN,"text":"x"})",
        R"({"id":truex,"text":"x"})",
        R"({"id":[1,],"text":"x"})",
        R"({"id":{"a"},"text":"x"})",
        R"({"id":[1}],"text":"x"})",
        R"({"id":1,"text":"x"} x)",
        R"({"id":1e999,"text":"x"})",
        "{\"text\":\"\xC3\x28 \xFF\"}",
        "{\"id\":\"\xE2\x80\",\"text\":\"\x7F\"}",
        "\xEF\xBB\xBF{\"text\":\"behind a mark of byte order\"}",
    };
    for (const std::string& s : seeds) compare(s);
    // A string is read sixteen bytes at a time: what ends that, at each place of it, and what only looks so.
    for (const char sign : {'"', '\\', '\0', '\x1F', '\x20', '\x7F', '\xA2', '\xDC'})
        for (std::size_t place = 0; place < 40; ++place) {
            std::string text(40, 'a');
            text[place] = sign;
            compare("{\"text\":\"" + text + "\"}");
        }
    for (const std::string& s : seeds)
        for (std::size_t i = 0; i <= s.size(); ++i) compare(s.substr(0, i)); // cut at every byte

    // Signs taken out, put in, doubled and moved, a few at a time.
    std::mt19937 random(7);
    const std::string signs = "{}[]\",:\\ut0123456789eE+-. \t\nafrslnx";
    const auto below = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    for (int round = 0; round < 300000; ++round) {
        std::string s = seeds[below(seeds.size())];
        for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
            const std::size_t at = below(s.size() + 1);
            switch (below(4)) {
            case 0: s.insert(at, 1, signs[below(signs.size())]); break;
            case 1: s.erase(at, 1 + below(3)); break;
            case 2: s.insert(at, s.substr(below(s.size() + 1), below(12))); break;
            default:
                if (at < s.size()) s[at] = below(8) == 0 ? static_cast<char>(below(256)) : signs[below(signs.size())];
            }
        }
        compare(s);
    }
    if (taken < 10000 || refused < 10000) fail("", "too few lines of one kind to tell anything");

    // As deep as a line is long.
    const field_names names;
    json_requests reader(names);
    const std::string deep = "{\"other\":" + std::string(5000000, '[') + std::string(5000000, ']') + ",\"text\":\"x\"}";
    if (!reader.read(deep).error.empty()) fail("[[[…]]]", reader.read(deep).error);
    if (!reader.read("{\"id\":1e999,\"text\":\"x\"}").error.empty() || reader.read("{\"id\":1e999,\"text\":\"x\"}").id != "1e999")
        fail("1e999", "a number of any size is an identifier, as it is written");

    std::printf("%zu lines, %zu of them taken, %zu refused; %d differ\n", checks, taken, refused, failed);
    return failed == 0 ? 0 : 1;
}
