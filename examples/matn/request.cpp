// SPDX-License-Identifier: MIT
#include "matn/request.hpp"

#include <matn/utf8.hpp>

#include <nlohmann/json.hpp>

#include <vector>

namespace {

using json = nlohmann::json;

// JSON is UTF-8, and the parser refuses what is not. News feeds are not always: each byte that is not UTF-8 is sent through the parser as a
// private character and brought back afterwards.
constexpr char32_t disguise = 0x10FF00;
constexpr std::string_view disguised = "\xF4\x8F\xBE"; // U+10FF80 ... begin with this, or with BF as the last byte
constexpr std::string_view disguised_too = "\xF4\x8F\xBF";

bool holds_disguise(std::string_view line) {
    if (line.find(disguised) != line.npos || line.find(disguised_too) != line.npos) return true;
    for (std::size_t i = line.find("\\u"); i != line.npos; i = line.find("\\u", i + 2)) {
        std::string code(line.substr(i + 2, 4));
        for (char& c : code) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        if (code == "dbff") return true;
    }
    return false;
}
std::string put_on(std::string_view line) {
    std::string out;
    for (const matn::code_point c : matn::code_points(line)) {
        if (c.ok) out += c.at.of(line);
        else
            for (const char b : c.at.of(line)) out += matn::encode(disguise + static_cast<unsigned char>(b)).view();
    }
    return out;
}
enum class broken_as { bytes, replacement };
void take_off(std::string& text, broken_as how) {
    std::string out;
    for (const matn::code_point c : matn::code_points(text)) {
        if (c.value >= disguise + 0x80 && how == broken_as::replacement) out += "\uFFFD";
        else if (c.value >= disguise + 0x80) out += static_cast<char>(static_cast<unsigned char>(c.value - disguise));
        else out += c.at.of(text);
    }
    text = std::move(out);
}

// Hears the parser. Fields of the outermost object that we know are kept, the identifier as JSON of any kind, all else is let go.
class listener : public nlohmann::json_sax<json> {
public:
    listener(request& into, const field_names& names) : into_(into), names_(names) {}

    bool null() override { return plain("null", nullptr); }
    bool boolean(bool v) override { return plain(v ? "true" : "false", nullptr); }
    bool number_integer(number_integer_t v) override { return plain(std::to_string(v), nullptr); }
    bool number_unsigned(number_unsigned_t v) override { return plain(std::to_string(v), nullptr); }
    bool number_float(number_float_t, const string_t& as_written) override { return plain(as_written, nullptr); }
    bool string(string_t& v) override {
        std::string quoted;
        if (in_id()) json_string(quoted, v);
        return plain(quoted, &v);
    }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override {
        if (!open_.empty() && !before_value("an object")) return false;
        return begin('{', '}');
    }
    bool start_array(std::size_t) override {
        if (open_.empty()) return fail("a line is a JSON object, not a list");
        if (!before_value("a list")) return false;
        return begin('[', ']');
    }
    bool end_object() override { return end(); }
    bool end_array() override { return end(); }
    bool key(string_t& name) override {
        if (open_.size() == 1) {
            field_ = name == names_.text ? field::text
                     : name == names_.id ? field::id
                     : name == "anchor"  ? field::anchor
                     : name == "order"   ? field::order
                     : name == "lang"    ? field::lang
                                         : field::other;
            if (field_ == field::id) into_.id.clear();
        } else if (in_id()) {
            if (into_.id.back() != '{') into_.id += ',';
            json_string(into_.id, name);
            into_.id += ':';
        }
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& e) override {
        std::string_view why = e.what();
        if (const std::size_t colon = why.find(": "); colon != why.npos) why.remove_prefix(colon + 2);
        return fail("not JSON at byte " + std::to_string(position) + ": " + std::string(why));
    }

private:
    enum class field { other, text, id, anchor, order, lang };

    [[nodiscard]] bool in_id() const { return field_ == field::id; }
    bool fail(std::string why) {
        if (into_.error.empty()) into_.error = std::move(why);
        return false;
    }
    // Before a value inside the outermost object: a comma in a list of the identifier, an error where a string must stand.
    bool before_value(std::string_view kind) {
        if (in_id()) {
            if (open_.size() > 1 && open_.back() == ']' && into_.id.back() != '[') into_.id += ',';
            return true;
        }
        if (open_.size() > 1 || field_ == field::other) return true;
        return fail('"' + name_of_field() + "\" is " + std::string(kind) + ", not a string");
    }
    bool plain(std::string_view as_json, std::string* string_value) {
        if (open_.empty()) return fail("a line is a JSON object, not a single value");
        if (in_id()) {
            before_value("");
            into_.id += as_json;
            return true;
        }
        if (open_.size() > 1 || field_ == field::other) return true;
        std::optional<std::string>* const to = field_ == field::text     ? &into_.text
                                               : field_ == field::anchor ? &into_.anchor
                                               : field_ == field::order  ? &into_.order
                                                                         : &into_.lang;
        if (string_value != nullptr) *to = std::move(*string_value);
        else if (field_ == field::text || as_json != "null") return before_value(as_json);
        return true;
    }
    bool begin(char open, char close) {
        if (in_id() && !open_.empty()) into_.id += open;
        open_ += close;
        return true;
    }
    bool end() {
        if (in_id() && open_.size() > 1) into_.id += open_.back();
        open_.pop_back();
        return true;
    }
    [[nodiscard]] std::string name_of_field() const {
        return field_ == field::text     ? names_.text
               : field_ == field::anchor ? "anchor"
               : field_ == field::order  ? "order"
                                         : "lang";
    }

    request& into_;
    const field_names& names_;
    field field_ = field::other;
    std::string open_; // what closes each object and list that is open
};

} // namespace

request read_request(std::string_view line, const field_names& names) {
    request r;
    if (line.empty()) {
        r.error = "the line is empty";
        return r;
    }
    std::string copy;
    bool broken = false;
    for (const matn::code_point c : matn::code_points(line)) broken = broken || !c.ok;
    if (broken) {
        if (holds_disguise(line)) {
            r.error = "not UTF-8, and uses the private characters U+10FF80 to U+10FFFF";
            return r;
        }
        copy = put_on(line);
        line = copy;
    }
    listener sax(r, names);
    json::sax_parse(line.begin(), line.end(), &sax);
    if (r.error.empty() && !r.text) r.error = '"' + names.text + "\" is missing";
    if (!r.error.empty() && r.id.empty()) r.id = "null";
    if (broken) {
        take_off(r.id, broken_as::replacement); // what we write is JSON, so UTF-8
        take_off(r.error, broken_as::replacement);
        if (r.text) take_off(*r.text, broken_as::bytes);
    }
    return r;
}

void json_string(std::string& out, std::string_view bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    std::size_t kept = 0; // bytes before this are written
    const auto size = static_cast<matn::offset>(bytes.size());
    for (matn::offset pos = 0; pos < size;) {
        const auto b = static_cast<unsigned char>(bytes[pos]);
        if (b >= 0x20 && b < 0x7F && b != '"' && b != '\\') {
            ++pos;
            continue;
        }
        const matn::code_point c = matn::decode(bytes, pos);
        const bool control = c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0);
        if (c.ok && !control && b != '"' && b != '\\') {
            pos = c.at.end;
            continue;
        }
        out.append(bytes, kept, pos - kept);
        if (!c.ok) out += "\uFFFD";
        else if (c.value == '"') out += "\\\"";
        else if (c.value == '\\') out += "\\\\";
        else if (c.value == '\n') out += "\\n";
        else if (c.value == '\t') out += "\\t";
        else out.append("\\u00").append(1, digits[c.value >> 4]).append(1, digits[c.value & 15]);
        pos = c.at.end;
        kept = pos;
    }
    out.append(bytes, kept, bytes.size() - kept);
    out += '"';
}
