// SPDX-License-Identifier: MIT
// What joins words to one token (URLs, addresses, times, abbreviations, runs of marks) and what parts a word (ب15000).
//
// Each rule looks at a bounded number of bytes beyond what it takes, so that the whole is linear.
#ifndef MATN_DETAIL_TOKEN_RULES_HPP
#define MATN_DETAIL_TOKEN_RULES_HPP

#include <matn/detail/lexicon_abbreviations.hpp>
#include <matn/detail/lexicon_tokens.hpp>
#include <matn/detail/word_machine.hpp>

#include <bit>
#include <cstring>

namespace matn { inline namespace v0 { namespace detail { namespace tokenizing {

// The byte at a place, 0 past the end: no rule takes a 0.
[[nodiscard]] constexpr unsigned byte_at(std::string_view text, std::size_t pos) noexcept {
    return pos < text.size() ? static_cast<unsigned char>(text[pos]) : 0u;
}
[[nodiscard]] constexpr bool is_lower(unsigned b) noexcept { return b - 'a' < 26; }
[[nodiscard]] constexpr bool is_upper(unsigned b) noexcept { return b - 'A' < 26; }
[[nodiscard]] constexpr bool is_latin(unsigned b) noexcept { return (b | 0x20u) - 'a' < 26; }
[[nodiscard]] constexpr bool is_digit(unsigned b) noexcept { return b - '0' < 10; }
[[nodiscard]] constexpr bool is_latin_or_digit(unsigned b) noexcept { return is_latin(b) || is_digit(b); }

// How many bytes the decimal digit at a place has: 0-9, ٠-٩, ۰-۹; 0 for anything else.
[[nodiscard]] constexpr offset digit_size(std::string_view text, std::size_t pos) noexcept {
    const unsigned b = byte_at(text, pos);
    if (is_digit(b)) return 1;
    const unsigned next = byte_at(text, pos + 1);
    return (b == 0xD9 && next - 0xA0u < 10) || (b == 0xDB && next - 0xB0u < 10) ? 2 : 0;
}
[[nodiscard]] constexpr bool ends_with_digit(std::string_view text, slice at) noexcept {
    if (is_digit(byte_at(text, at.end - 1))) return true;
    return at.size() >= 2 && digit_size(text, at.end - 2) == 2;
}

struct digits {
    offset end;
    unsigned count;
};
[[nodiscard]] constexpr digits read_digits(std::string_view text, offset pos) noexcept {
    digits run{pos, 0};
    while (const offset size = digit_size(text, run.end)) {
        run.end += size;
        ++run.count;
    }
    return run;
}

// Whether a letter, digit or mark of any script begins here.
[[nodiscard]] constexpr bool word_character(std::string_view text, offset pos, classified& c) noexcept {
    if (pos >= text.size()) return false;
    c = classify(text, pos);
    switch (c.cls()) {
    case word_class::letter:
    case word_class::hebrew_letter:
    case word_class::katakana:
    case word_class::numeric:
    case word_class::connector:
    case word_class::extend: return true;
    case word_class::other:
        return c.group() == kind_group::letters || c.group() == kind_group::ideograph || c.group() == kind_group::kana;
    default: return false;
    }
}
[[nodiscard]] constexpr bool is_letter_at(std::string_view text, offset pos) noexcept {
    if (pos >= text.size()) return false;
    const classified c = classify(text, pos);
    return c.group() == kind_group::letters && c.cls() != word_class::extend && c.cls() != word_class::format;
}
[[nodiscard]] constexpr bool is_alphanumeric_at(std::string_view text, offset pos) noexcept {
    return digit_size(text, pos) != 0 || is_letter_at(text, pos);
}

// --- Addresses: RFC 3986 and RFC 5322 as far as people write them.

// What may stand in a host name or in the local part of an address.
[[nodiscard]] constexpr bool is_host(unsigned b) noexcept { return is_latin_or_digit(b) || b == '-' || b == '.'; }
[[nodiscard]] constexpr bool is_local(unsigned b) noexcept { return is_host(b) || b == '_' || b == '+' || b == '%'; }

inline constexpr auto host_bytes = [] {
    std::array<bool, 256> table{};
    for (unsigned b = 0; b < 256; ++b) table[b] = is_host(b);
    return table;
}();

struct host {
    offset end;              // begin where there is none
    unsigned labels = 0;     // parts between full stops
    std::string_view domain; // the last of them
};
inline constexpr offset longest_label = 63; // RFC 1035
[[nodiscard]] constexpr host read_host(std::string_view text, offset begin) noexcept {
    constexpr offset longest = 253; // RFC 1035
    const host none{begin, 0, {}};
    host found = none;
    offset label = begin, empty = ~offset{0}; // where the last label begins, and the first that has no letters
    offset i = begin;
    for (; i < text.size() && host_bytes[byte_at(text, i)]; ++i) {
        if (i - begin > longest || i - label > longest_label) return none;
        if (text[i] != '.') continue;
        if (i == label && empty == ~offset{0}) empty = i;
        label = i + 1;
    }
    while (i > begin && !is_latin_or_digit(byte_at(text, i - 1))) --i;
    if (empty < i) return none; // two full stops
    found.end = i;
    found.labels = i > begin ? 1 : 0;
    label = begin;
    for (offset k = begin; k < i; ++k)
        if (text[k] == '.') {
            label = k + 1;
            ++found.labels;
        }
    found.domain = slice{label, i}.of(text);
    return found;
}

// Where the part of a URL after its host ends: without the punctuation of the sentence around it.
[[nodiscard]] constexpr offset url_rest(std::string_view text, offset pos) noexcept {
    const offset begin = pos;
    int open = 0; // parentheses
    while (pos < text.size()) {
        const unsigned b = byte_at(text, pos);
        if (b < 0x80) {
            if (b <= ' ' || b == '"' || b == '<' || b == '>' || b == '\\' || b == '^' || b == '`' || b == '{' || b == '|' ||
                b == '}' || b == 0x7F)
                break;
            if (b == '(') ++open;
            if (b == ')' && --open < 0) break;
            ++pos;
        } else {
            classified c{};
            if (!word_character(text, pos, c)) break;
            pos += c.size;
        }
    }
    while (pos > begin) {
        const unsigned b = byte_at(text, pos - 1);
        if (b != '.' && b != ',' && b != ';' && b != ':' && b != '!' && b != '?' && b != '\'' && b != ']' && b != '*' &&
            b != '[' && b != '(')
            break;
        --pos;
    }
    return pos;
}

[[nodiscard]] constexpr offset url_after_host(std::string_view text, offset end) noexcept {
    if (byte_at(text, end) == ':' && is_digit(byte_at(text, end + 1))) {
        ++end;
        while (is_digit(byte_at(text, end))) ++end;
    }
    const unsigned next = byte_at(text, end);
    return next == '/' || next == '?' || next == '#' ? url_rest(text, end) : end;
}

// A host name without a scheme: example.com, www.example.org/a. Gives `begin` where it is none.
[[nodiscard]] constexpr offset bare_url_end(std::string_view text, offset begin) noexcept {
    if (text.substr(begin, longest_label + 1).find('.') == std::string_view::npos) return begin; // one label, or one too long
    const host name = read_host(text, begin);
    if (name.labels < 2 || name.domain.size() < 2) return begin;
    const bool www = name.labels > 2 && name.end - begin > 4 && byte_at(text, begin + 3) == '.' &&
                     (byte_at(text, begin) | 0x20u) == 'w' && (byte_at(text, begin + 1) | 0x20u) == 'w' &&
                     (byte_at(text, begin + 2) | 0x20u) == 'w';
    const unsigned after = byte_at(text, name.end);
    const bool path = after == '/' && is_latin_or_digit(byte_at(text, name.end + 1)) && name.end - begin > name.domain.size() + 2;
    bool lower = true;
    bool upper = true;
    for (const char c : name.domain) {
        lower = lower && is_lower(static_cast<unsigned char>(c));
        upper = upper && is_upper(static_cast<unsigned char>(c));
    }
    bool known = www;
    if (!known && (lower || upper)) {
        char small[8] = {};
        if (name.domain.size() > sizeof small) return begin;
        for (std::size_t i = 0; i < name.domain.size(); ++i) small[i] = static_cast<char>(name.domain[i] | 0x20);
        known = is_top_level_domain({small, name.domain.size()}) && (lower || name.domain.size() > 2);
        known = known || (lower && (path || (name.labels > 2 && name.domain == "in")));
    }
    if (!known && name.labels == 2 && after == '/' && is_latin_or_digit(byte_at(text, name.end + 1))) {
        const std::string_view whole = slice{begin, name.end}.of(text); // hosts of one letter that people link to
        known = whole == "t.me" || whole == "T.me" || whole == "g.co" || whole == "x.com";
    }
    return known ? url_after_host(text, name.end) : begin;
}

// A word and "://". Gives `begin` where there is none.
[[nodiscard]] constexpr offset schemed_url_end(std::string_view text, slice scheme) noexcept {
    if (byte_at(text, scheme.end) != ':' || scheme.size() > 16) return scheme.begin;
    for (const char c : scheme.of(text))
        if (!is_latin_or_digit(static_cast<unsigned char>(c))) return scheme.begin;
    offset from = scheme.end + 1;
    if (byte_at(text, from) == '/' && byte_at(text, from + 1) == '/') {
        from += 2;
    } else {
        const std::string_view name = scheme.of(text);
        if (name != "mailto" && name != "tel") return scheme.begin;
    }
    const offset end = url_rest(text, from);
    return end > from ? end : scheme.begin;
}

// A host name with labels of any script (RFC 5890). Its labels are 0 where it does not have at least two.
[[nodiscard]] constexpr host read_wide_host(std::string_view text, offset begin) noexcept {
    host found{begin, 0, {}};
    classified c{};
    for (offset pos = begin; pos - begin < 254;) {
        offset end = pos;
        while (end - begin < 254) {
            if (byte_at(text, end) == '-' && end > pos) {
                ++end;
                continue;
            }
            if (byte_at(text, end) == '_' || !word_character(text, end, c) || (end == pos && c.cls() == word_class::extend))
                break;
            end += c.size;
        }
        while (end > pos && byte_at(text, end - 1) == '-') --end;
        if (end == pos) break;
        ++found.labels;
        found.end = end;
        found.domain = slice{pos, end}.of(text);
        if (byte_at(text, end) != '.') break;
        pos = end + 1;
    }
    return found.labels < 2 ? host{begin, 0, {}} : found;
}

// An e-mail address that begins with this word; its local part and its host may be of any script (RFC 6531). Gives `begin` where there
// is none.
[[nodiscard]] constexpr offset email_end(std::string_view text, slice first) noexcept {
    offset at = first.begin;
    bool wide = false;         // not of ASCII alone
    bool after_arabic = false; // a letter of Arabic script is right before
    // Words and hyphens without an end are not read again from each of them.
    if (byte_at(text, first.end) == '-' && text.substr(first.end, 72).find('@') == std::string_view::npos) return first.begin;
    for (classified c{}; at - first.begin < 65;) {
        const unsigned b = byte_at(text, at);
        if (is_local(b)) {
            if (after_arabic && is_latin(b)) return first.begin; // a particle that is written together with an address
            after_arabic = false;
            ++at;
        } else if (b >= 0x80 && word_character(text, at, c)) {
            wide = true;
            after_arabic = b >= 0xD8 && b <= 0xDB;
            at += c.size;
        } else {
            break;
        }
    }
    if (at < first.end || byte_at(text, at) != '@') return first.begin;
    const host name = read_host(text, at + 1);
    if (byte_at(text, name.end) >= 0x80 || (byte_at(text, name.end) == '.' && byte_at(text, name.end + 1) >= 0x80)) {
        const host of_letters = read_wide_host(text, at + 1);
        const std::string_view domain = of_letters.domain;
        if (of_letters.labels != 0 && domain.size() > 2 && static_cast<unsigned char>(domain[0]) >= 0x80 &&
            digit_size(domain, 0) == 0)
            return of_letters.end;
    }
    // Inside a company people write name@HOST; a lone letter or a number is no host.
    if (name.labels == 0 || name.domain.size() < 2 || !is_latin(byte_at(text, name.end - 1))) return first.begin;
    if (wide) { // a name after a word without a space looks like it: سلام@ali.khan
        char small[8] = {};
        if (name.labels < 2 || name.domain.size() > sizeof small) return first.begin;
        for (std::size_t i = 0; i < name.domain.size(); ++i) small[i] = static_cast<char>(name.domain[i] | 0x20);
        if (!is_top_level_domain({small, name.domain.size()})) return first.begin;
    }
    return name.end;
}

// --- Numbers

// The genitive of an acronym, a name with digits and the like, which UAX #29 leaves apart: the U.K.'s, Covid-19’s.
[[nodiscard]] constexpr offset with_genitive(std::string_view text, offset end) noexcept {
    const offset quote = byte_at(text, end) == '\''                                                                       ? 1u
                         : byte_at(text, end) == 0xE2 && byte_at(text, end + 1) == 0x80 && byte_at(text, end + 2) == 0x99 ? 3u
                                                                                                                          : 0u;
    return quote != 0 && byte_at(text, end + quote) == 's' && !is_alphanumeric_at(text, end + quote + 1) ? end + quote + 1 : end;
}

// Whether the text right before a place, behind one space or bracket, is in Arabic script.
[[nodiscard]] constexpr bool arabic_before(std::string_view text, offset pos) noexcept {
    if (pos > 0 && (text[pos - 1] == ' ' || text[pos - 1] == '(')) --pos;
    return pos > 1 && byte_at(text, pos - 2) >= 0xD8 && byte_at(text, pos - 2) <= 0xDB;
}
// The value of a number of at most two digits, or 100.
[[nodiscard]] constexpr unsigned small_number(std::string_view text, offset from, offset to) noexcept {
    unsigned value = 0;
    unsigned count = 0;
    for (; from < to; ++count) {
        const offset size = digit_size(text, from);
        if (size == 0 || count == 2) return 100;
        from += size;
        value = value * 10 + (byte_at(text, from - 1) & 0xFu);
    }
    return count == 0 ? 100 : value;
}

// Where a number ends that begins with these digits: times, dates, telephone numbers, decades.
[[nodiscard]] constexpr offset number_end(std::string_view text, slice first) noexcept {
    offset end = first.end;
    const unsigned next = byte_at(text, end);
    if (next == ':' || next == '/') { // 10:30:15, ۱۳۹۹/۲/۱۳, 1/2
        while (byte_at(text, end) == next && digit_size(text, end + 1) != 0) {
            const digits part = read_digits(text, end + 1);
            if (is_letter_at(text, part.end)) break;
            end = part.end;
        }
        // 713/853-5025
        if (next == '/' && byte_at(text, end) == '-' && first.size() == 3 && end == first.end + 4) {
            const digits part = read_digits(text, end + 1);
            if (part.count == 4 && !is_letter_at(text, part.end)) return part.end;
        }
        return end;
    }
    if (next == '+') { // the group 5+1 of nations; 2+2=4 stays a sum
        const digits part = read_digits(text, end + 1);
        const unsigned after = byte_at(text, part.end);
        const bool name = part.count == 1 && small_number(text, first.begin, first.end) < 10 && after != '+' && after != '=' &&
                          !is_letter_at(text, part.end) && arabic_before(text, first.begin);
        return name ? part.end : end;
    }
    if (next == '-') {
        const auto count = [&](offset from, offset to) {
            unsigned n = 0;
            for (offset i = from; i < to; ++n) {
                const offset size = digit_size(text, i);
                if (size == 0) return 0u;
                i += size;
            }
            return n;
        };
        const unsigned head = count(first.begin, first.end);
        if (head == 0) return end;
        offset name = end + 1;
        while (is_latin(byte_at(text, name)) && name - end <= 10) ++name;
        if (const offset letters = name - (end + 1); letters >= 3 && head <= 2 && byte_at(text, name) == '-') { // 01-Feb-02
            const digits year = read_digits(text, name + 1);
            return (year.count == 2 || year.count == 4) && !is_letter_at(text, year.end) ? year.end : end;
        }
        unsigned groups = 1;
        unsigned last = 0;
        offset to = end;
        while (byte_at(text, to) == '-' && groups < 8) {
            const digits part = read_digits(text, to + 1);
            if (part.count == 0) break;
            to = part.end;
            last = part.count;
            ++groups;
        }
        if (groups > 2 && byte_at(text, to) == 'T' && is_digit(byte_at(text, to + 1))) { // 2021-04-16T12:30:00Z
            for (++to; is_digit(byte_at(text, to)) || (byte_at(text, to) == ':' && is_digit(byte_at(text, to + 1)));) ++to;
            if (byte_at(text, to) == 'Z') ++to;
        }
        if (is_letter_at(text, to) || groups == 1) return end;
        // Two groups are a range (1946-1954), but for what looks like a telephone number or a postal code (853-7906, 20006-3700,
        // ۰۲۱-۸۸۷۷۶۶۵۵).
        const bool area = (byte_at(text, first.begin + (first.size() > head ? 1 : 0)) & 0xFu) == 0; // begins with 0
        if (groups > 2 || (last == 4 && (head == 1 || head == 3 || head == 5)) || (head < 5 && last > (area ? 4u : 5u)))
            return to;
        // Texts in Arabic script write a score as one (3-2); where the second number is the greater it may be a range.
        const unsigned high = small_number(text, first.begin, end);
        return high < 10 && small_number(text, end + 1, to) <= high && arabic_before(text, first.begin) ? to : end;
    }
    return with_genitive(text, end); // 80's, 1990’s
}

// Where a telephone number ends that begins with a plus sign: +93-20-210-1234, +93799123456, and +1 before (212) 848-8400.
[[nodiscard]] constexpr offset phone_end(std::string_view text, offset plus) noexcept {
    if (plus > 0 && (is_latin_or_digit(byte_at(text, plus - 1)) || byte_at(text, plus - 1) >= 0x80)) return plus;
    const digits code = read_digits(text, plus + 1);
    if (code.count == 0 || is_letter_at(text, code.end)) return plus;
    const unsigned after = byte_at(text, code.end);
    if (code.count > 7) return code.end;
    if (code.count > 4) return plus;
    if (after == '-') {
        const offset end = number_end(text, {plus + 1, code.end});
        return end > code.end ? end : plus;
    }
    if (after == ')' && plus > 0 && text[plus - 1] == '(') return code.end;
    if (after != ' ' && after != '(') return plus;
    offset group = after == ' ' ? code.end + 1 : code.end;
    if (byte_at(text, group) == '(') ++group;
    return read_digits(text, group).count > 1 ? code.end : plus;
}

// A word of digits and letters whose letters are a unit: 375mm, 10am, 650k. Gives where the unit begins, or the end of the word.
[[nodiscard]] constexpr offset unit_begin(std::string_view text, slice at) noexcept {
    offset letters = at.begin;
    while (letters < at.end && !is_latin(byte_at(text, letters)) && byte_at(text, letters) < 0x80) ++letters;
    const offset size = at.end - letters;
    if (letters == at.begin || size == 0 || size > 5) return at.end;
    const std::string_view unit{text.data() + letters, size};
    if (unit == "a.m" || unit == "p.m" || unit == "\u00BA" || unit == "\u00BAC" || unit == "\u00BAF") return letters;
    if (size == 1) { // k, metres, pence, and millions of money
        const bool money = at.begin > 0 && (text[at.begin - 1] == '$' || (at.begin > 1 && text[at.begin - 2] == '\xC2'));
        const unsigned b = byte_at(text, letters);
        const bool known =
            b == 'k' || b == 'K' || b == 'm' || (b == 'p' && letters - at.begin < 3) || (money && (b == 'M' || b == 'B'));
        return known ? letters : at.end;
    }
    for (const char c : unit)
        if (!is_latin(static_cast<unsigned char>(c))) return at.end;
    return is_unit(unit) ? letters : at.end;
}

// A word of digits and letters of Arabic script: ۲۱مه (the 21st), 1442هـ, ۱۰هزار. Gives where the letters begin, or the end of the
// word. The one letter that marks a year of the Christian era in Sindhi and Urdu stays: 1976ع, 2008ء.
[[nodiscard]] constexpr offset suffix_begin(std::string_view text, slice at) noexcept {
    if (at.size() > 64) return at.end; // each part is read anew, so that a long word would take quadratic time
    offset letters = at.begin;
    while (letters < at.end) {
        if (const offset size = digit_size(text, letters)) letters += size;
        else if (byte_at(text, letters) == 0xD9 && (byte_at(text, letters + 1) == 0xAB || byte_at(text, letters + 1) == 0xAC))
            letters += 2; // ٫ ٬
        else if (byte_at(text, letters) == '.' || byte_at(text, letters) == ',') ++letters;
        else break;
    }
    if (letters == at.begin || digit_size(text, letters - 1) + digit_size(text, letters - (letters > 1 ? 2 : 1)) == 0)
        return at.end;
    const unsigned lead = byte_at(text, letters);
    if (lead < 0xD8 || lead > 0xDB || !is_letter_at(text, letters)) return at.end;
    const std::string_view suffix{text.data() + letters, at.end - letters};
    return suffix == "ع" || suffix == "ء" ? at.end : letters;
}

// An Arabic word that is a particle and digits: و511, ب15000, الـ96. Gives where the digits begin, or the end of the word.
[[nodiscard]] constexpr offset particle_end(std::string_view text, slice at) noexcept {
    offset pos = at.begin;
    for (unsigned letters = 0; letters < 6; ++letters, pos += 2) {
        if (pos > at.begin && digit_size(text, pos) != 0) return pos;
        const unsigned second = byte_at(text, pos + 1);
        if (byte_at(text, pos) == 0xD8 && (second == 0xA7 || second == 0xA8)) continue; // ا ب
        if (byte_at(text, pos) == 0xD9 &&
            (second == 0x80 || second == 0x81 || second == 0x83 || second == 0x84 || second == 0x88))
            continue; // ـ ف ك ل و
        break;
    }
    return at.end;
}
// The same before Latin letters, where a tatweel parts them: الـGPS.
[[nodiscard]] constexpr offset particle_before_latin(std::string_view text, slice at) noexcept {
    offset pos = at.begin;
    while (pos < at.end && byte_at(text, pos) >= 0xD8 && byte_at(text, pos) <= 0xDB) pos += 2;
    const bool tatweel = pos > at.begin + 2 && text[pos - 2] == '\xD9' && text[pos - 1] == '\x80';
    return tatweel && pos - at.begin < 10 && is_latin(byte_at(text, pos)) ? pos : at.end;
}

// --- Abbreviations

// What keeps a letter of Arabic script in its joined form: هـ and ه‍ stand for the Hijri year.
[[nodiscard]] constexpr offset joined_form(std::string_view text, offset pos) noexcept {
    if (byte_at(text, pos) == 0xD9 && byte_at(text, pos + 1) == 0x80) return 2;
    return byte_at(text, pos) == 0xE2 && byte_at(text, pos + 1) == 0x80 && byte_at(text, pos + 2) == 0x8D ? 3 : 0;
}

// Whether a full stop stands near the beginning of a word, which it does not in most words that one ends: eight bytes at once.
[[nodiscard]] constexpr bool may_be_arabic_acronym(std::string_view text, slice at) noexcept {
    if (std::is_constant_evaluated() || at.size() <= 4 || text.size() - at.begin < 8) return true;
    std::uint64_t x = 0;
    std::memcpy(&x, text.data() + at.begin, 8);
    constexpr std::uint64_t ones = 0x0101010101010101;
    x ^= ones * '.';
    const std::uint64_t found = (x - ones) & ~x & (ones << 7);
    const bool cut = at.size() < 8 && std::endian::native == std::endian::little;
    return (cut ? found << (64 - 8 * at.size()) : found) != 0; // not the one behind a short word
}

// Whether the word is single letters with full stops between them (U.S, ق.م, ه‍.ش), Ph.D or M.Sc, or names of Latin letters
// (بی.بی.سی, پی.ایچ.ڈی).
[[nodiscard]] constexpr bool is_acronym(std::string_view text, slice at) noexcept {
    if (byte_at(text, at.begin) >= 0x80 && !may_be_arabic_acronym(text, at)) return false;
    unsigned parts = 0;
    offset pos = at.begin;
    while (pos < at.end) {
        if (!is_letter_at(text, pos)) return false;
        const offset part = pos;
        pos += classify(text, pos).size;
        if (pos < at.end && text[pos] != '.') {
            const unsigned first = byte_at(text, part);
            if (first < 0x80) {
                while (pos < at.end && is_lower(byte_at(text, pos))) ++pos;
                const std::string_view degree = slice{at.begin, pos}.of(text);
                if (slice{part, pos}.of(text) != "Ph" && (parts == 0 || !in_sorted(degrees, degree))) return false;
            } else {
                pos += joined_form(text, pos);
                if (pos < at.end && text[pos] != '.') {
                    while (pos < at.end && pos - part < 12 && byte_at(text, pos) - 0xD8u < 4) pos += 2;
                    if (parts == 0 && pos == at.end) return false; // a word without full stops
                    // An Arabic acronym behind "and": وق.م
                    const bool conjunction = parts == 0 && pos - part == 4 && text[part] == '\xD9' && text[part + 1] == '\x88' &&
                                             text[part + 2] != '\xDB';
                    if (!conjunction && !is_letter_name(slice{part, pos}.of(text))) return false;
                }
            }
        }
        ++parts;
        if (pos == at.end) break;
        if (text[pos] != '.') return false;
        ++pos;
    }
    return parts > 1;
}

// Where an acronym of letter names ends whose full stops are Urdu's: پی۔ایچ۔ڈی۔. Gives the end of the word where there is none.
[[nodiscard]] constexpr offset urdu_acronym_end(std::string_view text, slice at) noexcept {
    const auto is_stop = [&](offset pos) { return byte_at(text, pos) == 0xDB && byte_at(text, pos + 1) == 0x94; };
    const auto is_name = [&](slice part) { return part.size() == 2 || is_letter_name(part.of(text)); };
    if (at.size() > 10 || byte_at(text, at.begin) < 0xD8 || byte_at(text, at.begin) > 0xDB || !is_name(at)) return at.end;
    offset end = at.end;
    for (unsigned parts = 1; parts < 8 && is_stop(end); ++parts) {
        offset next = end + 2;
        while (next - end < 12 && byte_at(text, next) >= 0xD8 && byte_at(text, next) <= 0xDB && is_letter_at(text, next))
            next += 2;
        if (next == end + 2) { // the last full stop belongs to it where the sentence goes on
            return parts > 1 && byte_at(text, next) == ' ' && is_letter_at(text, next + 1) ? next : end;
        }
        classified c{};
        if (!is_name({end + 2, next}) || word_character(text, next, c)) return at.end;
        end = next;
    }
    return end;
}

[[nodiscard]] constexpr bool blank(unsigned b) noexcept { return b == ' ' || b == '\t'; }

// Up to eight Latin letters as one number, in small letters and as `packed` has it; 0 if there is anything else.
[[nodiscard]] constexpr std::uint64_t packed_latin(std::string_view text, slice at) noexcept {
    std::uint64_t key = 0;
#if defined(__GNUC__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (!std::is_constant_evaluated() && text.size() - at.begin >= 8 && !at.empty()) { // all bytes at once
        constexpr std::uint64_t ones = 0x0101010101010101;
        std::memcpy(&key, text.data() + at.begin, 8);
        const std::uint64_t inside = ~std::uint64_t{0} >> (64 - 8 * at.size());
        const std::uint64_t low = (key | ones * 0x20) & ones * 0x7F;
        const std::uint64_t letters = (low + ones * (0x80 - 'a')) & ~(low + ones * (0x7F - 'z')) & ~key & ones * 0x80;
        return (letters & inside) == (inside & ones * 0x80) ? __builtin_bswap64((key | ones * 0x20) & inside) : 0;
    }
#endif
    for (offset i = 0; i < at.size(); ++i) {
        const unsigned b = byte_at(text, at.begin + i);
        if (!is_latin(b)) return 0;
        key |= std::uint64_t{b | 0x20u} << (56 - 8 * i);
    }
    return key;
}

// Whether the full stop after a word makes it an abbreviation. `at` is the word, and text[at.end] is the full stop.
[[nodiscard]] constexpr const abbreviation* abbreviation_with_stop(std::string_view text, slice at) noexcept {
    const unsigned first = byte_at(text, at.begin);
    const unsigned after = byte_at(text, at.end + 1);
    const offset next = at.end + (blank(after) ? 2u : 1u);
    if (is_latin(first)) {
        if (at.size() > longest_abbreviation) return nullptr;
        const std::uint64_t key = packed_latin(text, at);
        if (key == 0) return nullptr;
        const abbreviation* const found = find_abbreviation(abbreviations, abbreviation_keys, key);
        if (found == nullptr) return nullptr;
        switch (found->use) {
        case abbreviation_use::title:
        case abbreviation_use::capital: return is_upper(first) ? found : nullptr;
        case abbreviation_use::number: return digit_size(text, next) != 0 ? found : nullptr;
        case abbreviation_use::inside: return next < text.size() && after != '\n' && after != '\r' ? found : nullptr;
        case abbreviation_use::unit:
            return after == ')' || after == ',' ||
                           (blank(after) && is_lower(byte_at(text, next)) && at.begin > 1 &&
                            is_digit(byte_at(text, at.begin - 2)))
                       ? found
                       : nullptr;
        case abbreviation_use::any: return found;
        case abbreviation_use::either: return found->text != "al" || is_lower(first) ? found : nullptr;
        }
        return nullptr;
    }
    if (at.size() > 4) return nullptr;
    const abbreviation* const found = find_abbreviation(arabic_abbreviations, arabic_abbreviation_keys, packed(at.of(text)));
    if (found == nullptr || digit_size(text, next) != 0) return found;
    return found->use != abbreviation_use::number && is_letter_at(text, next) ? found : nullptr;
}

// Whether a capital letter and a full stop are an initial: J. Smith. "I." is one only before another initial.
[[nodiscard]] constexpr bool is_initial(std::string_view text, slice at) noexcept {
    if (at.size() != 1 || !is_upper(byte_at(text, at.begin))) return false;
    const unsigned after = byte_at(text, at.end + 1);
    if (text[at.begin] == 'I') return blank(after) && is_upper(byte_at(text, at.end + 2)) && byte_at(text, at.end + 3) == '.';
    if (after == 0 || after == '\n' || after == '\r')
        return at.begin == 0 || byte_at(text, at.begin - 1) == '\n' || byte_at(text, at.begin - 1) == '.';
    return !blank(after) || is_upper(byte_at(text, at.end + 2)) || byte_at(text, at.end + 2) >= 0x80 ||
           byte_at(text, at.end + 2) == '(';
}

// --- Uyghur joins words with a hyphen: پەن-تېخنىكا.

// Whether the bytes hold letters that, of the languages in Arabic script, Uyghur alone writes: ۇ ۈ ۆ ۋ ڭ together with ە or ې,
// and ى inside a word.
[[nodiscard]] constexpr bool looks_uyghur(std::string_view text, offset from, offset to) noexcept {
    unsigned own = 0;
    unsigned shared = 0;
    for (offset i = from; i + 1 < to; ++i) {
        const unsigned b = byte_at(text, i);
        const unsigned c = byte_at(text, i + 1);
        if (b == 0xDB) {
            own += c == 0x87 || c == 0x88 || c == 0x8B;    // ۇ ۈ ۋ
            shared += c == 0x95 || c == 0x90 || c == 0x86; // ە ې ۆ
        } else if (b == 0xDA && c == 0xAD) {
            ++own; // ڭ
        } else if (b == 0xD9 && c == 0x89 && i + 3 < to) {
            const unsigned next = byte_at(text, i + 2);
            own += next == 0xD8 || next == 0xD9 || next == 0xDA || next == 0xDB; // ى inside a word
        }
    }
    return own > 0 && own + shared > 1;
}

}}}} // namespace matn::v0::detail::tokenizing

#endif
