// SPDX-License-Identifier: MIT
#include "matn/request.hpp"

#include <matn/utf8.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace {

// Where the bytes end, from `pos` on, that stand for themselves inside quotes: neither a quote, a backslash nor a control. Sixteen at a time where
// the processor can, else eight; what is found in eight may be a false alarm behind a true one, so the last steps go byte by byte.
std::size_t plain_end(std::string_view s, std::size_t pos) {
#ifdef __SSE2__
    const __m128i quote = _mm_set1_epi8('"'), backslash = _mm_set1_epi8('\\'), last_control = _mm_set1_epi8(0x1F);
    for (; pos + 16 <= s.size(); pos += 16) {
        const __m128i b = _mm_loadu_si128(reinterpret_cast<const __m128i*>(s.data() + pos));
        const __m128i sign = _mm_or_si128(_mm_cmpeq_epi8(b, quote), _mm_cmpeq_epi8(b, backslash));
        const __m128i any = _mm_or_si128(sign, _mm_cmpeq_epi8(_mm_min_epu8(b, last_control), b));
        if (const int found = _mm_movemask_epi8(any); found != 0)
            return pos + static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(found)));
    }
#endif
    constexpr std::uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
    const auto holds_zero = [](std::uint64_t v) { return (v - ones) & ~v & highs; };
    for (; pos + 8 <= s.size(); pos += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, s.data() + pos, 8);
        const std::uint64_t control = (eight - ones * 0x20) & ~eight & highs;
        if ((control | holds_zero(eight ^ ones * '"') | holds_zero(eight ^ ones * '\\')) != 0) break;
    }
    while (pos < s.size() && s[pos] != '"' && s[pos] != '\\' && static_cast<unsigned char>(s[pos]) >= 0x20) ++pos;
    return pos;
}

int hex(char c) { return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1; }

// The four digits of \uXXXX, or -1.
std::int32_t code_unit(std::string_view s, std::size_t pos) {
    std::int32_t unit = 0;
    for (std::size_t i = pos; i < pos + 4; ++i) {
        const int digit = i < s.size() ? hex(s[i]) : -1;
        if (digit < 0) return -1;
        unit = unit << 4 | digit;
    }
    return unit;
}
bool is_high(std::int32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(std::int32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

enum class quotes { escaped, as_they_are };

// Adds text as what stands between quotes: no controls and nothing that is not UTF-8.
void add_clean(std::string& out, std::string_view bytes, quotes how) {
    static constexpr char digits[] = "0123456789abcdef";
    std::size_t kept = 0; // bytes before this are written
    for (std::size_t pos = 0; pos < bytes.size();) {
        const auto b = static_cast<unsigned char>(bytes[pos]);
        const bool quote = (b == '"' || b == '\\') && how == quotes::escaped;
        if (b >= 0x20 && b < 0x7F && !quote) {
            ++pos;
            continue;
        }
        // A letter of two bytes from U+00C0 on, as most here are: no control.
        if (b >= 0xC3 && b < 0xE0 && pos + 1 < bytes.size() && (static_cast<unsigned char>(bytes[pos + 1]) & 0xC0) == 0x80) {
            pos += 2;
            continue;
        }
        // Decoded from what is left, for positions in a line may be larger than those in a text.
        const matn::code_point c = matn::decode(bytes.substr(pos, 4), 0);
        const bool control = c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0);
        if (!c.ok || control || quote) {
            out.append(bytes, kept, pos - kept);
            kept = pos + c.at.end;
            if (!c.ok) out += "\uFFFD";
            else if (quote) out.append(1, '\\').append(1, bytes[pos]);
            else if (b == '\n') out += "\\n";
            else if (b == '\t') out += "\\t";
            else out.append("\\u00").append(1, digits[c.value >> 4]).append(1, digits[c.value & 15]);
        }
        pos += c.at.end;
    }
    out.append(bytes, kept, bytes.size() - kept);
}

} // namespace

void json_string(std::string& out, std::string_view bytes) {
    out += '"';
    add_clean(out, bytes, quotes::escaped);
    out += '"';
}

const request& json_requests::read(std::string_view line) {
    line_ = line;
    pos_ = line.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    request_ = {};
    request_.id = "null";
    for (std::string& e : type_error_) e.clear();
    space();
    if (pos_ == line_.size()) request_.error = "the line is empty";
    else object();
    for (const std::string& e : type_error_)
        if (request_.error.empty()) request_.error = e;
    if (request_.error.empty() && !request_.text) request_.error = '"' + names_.text + "\" is missing";
    return request_;
}

void json_requests::object() {
    if (peek() != '{') {
        request_.error = "a line is a JSON object, which begins with {, at byte " + std::to_string(pos_);
        return;
    }
    ++pos_;
    space();
    if (peek() == '}') {
        ++pos_;
    } else {
        for (;;) {
            part name;
            if (peek() != '"') return void(wrong("a name in quotes should stand here"));
            if (!quoted(name)) return;
            const field f = field_of(unescaped(name, key_));
            space();
            if (peek() != ':') return void(wrong("a colon should stand here"));
            ++pos_;
            space();
            if (!value(f)) return;
            space();
            if (peek() == '}') break;
            if (peek() != ',') return void(wrong("a comma or } should stand here"));
            ++pos_;
            space();
        }
        ++pos_;
    }
    space();
    if (pos_ < line_.size()) wrong("nothing should stand behind the object");
}

// The value of a field of the outermost object.
bool json_requests::value(field of) {
    const std::size_t begin = pos_;
    const char first = peek();
    std::string* const error = of == field::other || of == field::id ? nullptr : &type_error_[static_cast<std::size_t>(of)];
    if (error != nullptr) error->clear();
    if (first == '"' && of != field::id) {
        part p;
        if (!quoted(p)) return false;
        switch (of) {
        case field::text: request_.text = unescaped(p, text_); break;
        case field::anchor: request_.anchor = unescaped(p, known_[0]); break;
        case field::order: request_.order = unescaped(p, known_[1]); break;
        case field::lang: request_.lang = unescaped(p, known_[2]); break;
        default: break;
        }
        return true;
    }
    std::string copy; // what is told of it, or given back; of other fields nothing
    if (!nested(of, copy)) return false;
    if (of == field::id) {
        id_ = std::move(copy);
        request_.id = id_;
    } else if (error != nullptr) {
        (of == field::text     ? request_.text
         : of == field::anchor ? request_.anchor
         : of == field::order  ? request_.order
                               : request_.lang)
            .reset();
        const std::string_view raw = line_.substr(begin, pos_ - begin);
        if (of != field::text && raw == "null") return true; // as good as not given
        const bool cut = first != '{' && first != '[' && raw.size() > 40;
        error->append(1, '"').append(name_of(of)).append("\" is ");
        error->append(first == '{' ? "an object" : first == '[' ? "a list" : raw.substr(0, 40)).append(cut ? "…" : "");
        error->append(", not a string");
    }
    return true;
}

// A value of any kind and depth, without recursion. Of the identifier a copy is made, without the spaces between.
bool json_requests::nested(field of, std::string& copy) {
    const auto keep = [&](std::string_view bytes) {
        if (of == field::id) copy += bytes;
    };
    const auto string = [&] {
        part p;
        if (!quoted(p)) return false;
        if (of != field::id) return true;
        copy += '"';
        add_clean(copy, p.raw, quotes::as_they_are);
        copy += '"';
        return true;
    };
    const auto name = [&] {
        space();
        if (peek() != '"') return wrong("a name in quotes should stand here");
        if (!string()) return false;
        space();
        if (peek() != ':') return wrong("a colon should stand here");
        ++pos_;
        keep(":");
        return true;
    };
    open_.clear();
    for (;;) {
        space();
        const std::size_t begin = pos_;
        const char c = peek();
        if (c == '{' || c == '[') {
            ++pos_;
            keep(line_.substr(begin, 1));
            open_ += c;
            space();
            if (peek() != (c == '{' ? '}' : ']')) {
                if (c == '{' && !name()) return false;
                continue;
            }
        } else if (c == '"') {
            if (!string()) return false;
        } else {
            if (!(c == 't' ? word("true") : c == 'f' ? word("false") : c == 'n' ? word("null") : number())) return false;
            keep(line_.substr(begin, pos_ - begin));
        }
        // Behind a value, or in front of what closes an empty list.
        for (;;) {
            if (open_.empty()) return true;
            space();
            const char close = open_.back() == '{' ? '}' : ']';
            if (peek() == close) {
                ++pos_;
                keep(std::string_view(&close, 1));
                open_.pop_back();
                continue;
            }
            if (peek() != ',')
                return wrong(open_.back() == '{' ? "a comma or } should stand here" : "a comma or ] should stand here");
            ++pos_;
            keep(",");
            if (open_.back() == '{' && !name()) return false;
            break;
        }
    }
}

bool json_requests::quoted(part& into) {
    const std::size_t begin = ++pos_;
    for (;;) {
        pos_ = plain_end(line_, pos_);
        if (pos_ == line_.size()) return wrong("a string is not closed");
        if (line_[pos_] == '"') break;
        if (line_[pos_] != '\\') return wrong("a control character stands in a string; write it as \\u00XX");
        into.escaped = true;
        if (!escape()) return false;
    }
    into.raw = line_.substr(begin, pos_ - begin);
    ++pos_;
    return true;
}

bool json_requests::escape() {
    const char c = pos_ + 1 < line_.size() ? line_[pos_ + 1] : '\0';
    if (c != 'u') {
        if (c == '\0' || std::strchr("\"\\/bfnrt", c) == nullptr)
            return wrong("no such escape: \\ is followed by one of \"\\/bfnrtu");
        pos_ += 2;
        return true;
    }
    const std::int32_t unit = code_unit(line_, pos_ + 2);
    if (unit < 0) return wrong("\\u is followed by four hexadecimal digits");
    if (is_low(unit)) return wrong("the second half of a surrogate pair without its first");
    if (is_high(unit)) {
        if (line_.substr(pos_ + 6, 2) != "\\u" || !is_low(code_unit(line_, pos_ + 8)))
            return wrong("the first half of a surrogate pair without its second");
        pos_ += 6;
    }
    pos_ += 6;
    return true;
}

bool json_requests::number() {
    const auto digits = [this] {
        const std::size_t begin = pos_;
        while (peek() >= '0' && peek() <= '9') ++pos_;
        return pos_ > begin;
    };
    const std::size_t begin = pos_;
    if (peek() == '-') ++pos_;
    if (peek() == '0') ++pos_;
    else if (!digits()) return wrong(pos_ == begin ? "a value should stand here" : "a number lacks digits");
    if (peek() == '.') {
        ++pos_;
        if (!digits()) return wrong("a number lacks digits");
    }
    if (peek() == 'e' || peek() == 'E') {
        ++pos_;
        if (peek() == '+' || peek() == '-') ++pos_;
        if (!digits()) return wrong("a number lacks digits");
    }
    return true;
}

bool json_requests::word(std::string_view expected) {
    if (line_.substr(pos_, expected.size()) != expected) return wrong("a value should stand here");
    pos_ += expected.size();
    return true;
}

std::string_view json_requests::unescaped(const part& p, std::string& buffer) {
    if (!p.escaped) return p.raw;
    buffer.clear();
    const std::string_view raw = p.raw;
    for (std::size_t pos = 0; pos < raw.size();) {
        const std::size_t end = std::min(raw.find('\\', pos), raw.size());
        buffer.append(raw, pos, end - pos);
        if (end == raw.size()) break;
        pos = end + 2;
        switch (raw[end + 1]) {
        case 'b': buffer += '\b'; break;
        case 'f': buffer += '\f'; break;
        case 'n': buffer += '\n'; break;
        case 'r': buffer += '\r'; break;
        case 't': buffer += '\t'; break;
        case 'u': {
            auto c = static_cast<char32_t>(code_unit(raw, pos));
            pos += 4;
            if (is_high(static_cast<std::int32_t>(c))) {
                c = 0x10000 + ((c & 0x3FF) << 10) + (static_cast<char32_t>(code_unit(raw, pos + 2)) & 0x3FF);
                pos += 6;
            }
            buffer += matn::encode(c).view();
            break;
        }
        default: buffer += raw[end + 1]; // the sign itself
        }
    }
    return buffer;
}

json_requests::field json_requests::field_of(std::string_view name) const {
    return name == names_.text ? field::text
           : name == names_.id ? field::id
           : name == "anchor"  ? field::anchor
           : name == "order"   ? field::order
           : name == "lang"    ? field::lang
                               : field::other;
}

std::string_view json_requests::name_of(field f) const {
    return f == field::text     ? std::string_view(names_.text)
           : f == field::anchor ? "anchor"
           : f == field::order  ? "order"
                                : "lang";
}

void json_requests::space() {
    while (pos_ < line_.size() && (line_[pos_] == ' ' || line_[pos_] == '\t' || line_[pos_] == '\r' || line_[pos_] == '\n'))
        ++pos_;
}

bool json_requests::wrong(std::string_view what) {
    request_.error = "not JSON at byte " + std::to_string(pos_) + ": ";
    if (pos_ >= line_.size()) request_.error += "the line ends, but ";
    request_.error += what;
    return false;
}

std::optional<std::string> read_columns(std::string_view list, std::vector<column>& into) {
    static constexpr std::string_view names[] = {"id", "text", "anchor", "order", "lang"};
    into.clear();
    bool text = false;
    while (!list.empty()) {
        const std::size_t end = list.find(',');
        const std::string_view name = list.substr(0, end);
        list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
        std::size_t at = 0;
        while (at < std::size(names) && names[at] != name) ++at;
        if (at == std::size(names))
            return "there is no column '" + std::string(name) + "'; the columns are id, text, anchor, order and lang";
        const auto found = static_cast<column>(at);
        for (const column c : into)
            if (c == found) return "the column '" + std::string(name) + "' is named twice";
        text = text || found == column::text;
        into.push_back(found);
    }
    if (!text) return "one of the columns is the text";
    return std::nullopt;
}

const request& row_requests::read(std::string_view line) {
    if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    request_ = {};
    std::string_view rest = line;
    bool ended = false; // there are no more fields
    bool has_text = false;
    for (const column c : columns_) {
        if (ended) break;
        const std::size_t end = std::min(rest.find('\t'), rest.size());
        std::string_view raw = rest.substr(0, end);
        ended = end == rest.size();
        rest.remove_prefix(ended ? end : end + 1);
        if (c == column::id) {
            request_.id = raw; // goes back as it came
            continue;
        }
        has_text = has_text || c == column::text;
        if (raw == "\\N") continue;
        if (raw.find('\\') != raw.npos) {
            std::string& buffer = unescaped_[static_cast<std::size_t>(c)];
            buffer.clear();
            for (std::size_t i = 0; i < raw.size(); ++i) {
                if (raw[i] != '\\' || i + 1 == raw.size()) {
                    buffer += raw[i];
                    continue;
                }
                const char sign = raw[++i];
                buffer += sign == 't'   ? '\t'
                          : sign == 'n' ? '\n'
                          : sign == 'r' ? '\r'
                          : sign == 'b' ? '\b'
                          : sign == 'f' ? '\f'
                          : sign == '0' ? '\0'
                                        : sign;
            }
            raw = buffer;
        }
        (c == column::text     ? request_.text
         : c == column::anchor ? request_.anchor
         : c == column::order  ? request_.order
                               : request_.lang) = raw;
    }
    if (!ended) request_.error = "more fields than " + std::to_string(columns_.size());
    else if (!has_text) request_.error = "the row has no text";
    // A column that is empty says nothing.
    for (auto* const known : {&request_.anchor, &request_.order, &request_.lang})
        if (*known && (*known)->empty()) known->reset();
    return request_;
}
