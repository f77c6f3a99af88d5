// SPDX-License-Identifier: MIT
// What a token is, and which token begins at a word.
#ifndef MATN_DETAIL_TOKEN_JOINING_HPP
#define MATN_DETAIL_TOKEN_JOINING_HPP

#include <matn/detail/token_rules.hpp>
#include <matn/word.hpp>

#include <cstring>

namespace matn { inline namespace v0 {

/// What a token is.
enum class token_kind : std::uint8_t {
    word,         ///< a word: کتاب‌ها, don't, COVID-19, e-mail
    number,       ///< a number, time, date or telephone number in digits: ۱۲٫۵, 10:30, ۱۳۹۹/۲/۱۳, 212-902-3724
    url,          ///< https://example.org/a?b=c, www.example.com, example.com/a
    email,        ///< info@example.org
    mention,      ///< @name
    hashtag,      ///< #name
    emoji,        ///< emoji, neighbours joined, and emoticons: 👨‍👩‍👧, :-)
    punctuation,  ///< one punctuation mark, or a run: ..., ؟!, --
    symbol,       ///< one symbol, or a run: $, %, &amp;
    abbreviation, ///< with its full stops: U.S., Dr., د., ق.م
    invalid,      ///< bytes that are not UTF-8, one maximal ill-formed part
};

namespace detail { namespace tokenizing {

struct token_end {
    offset end;
    token_kind kind;
};

// Bytes after which a word may go on as a token: everything that no rule below knows ends it at once.
inline constexpr auto token_continues = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view(".@:-&/+#'%")) table[static_cast<unsigned char>(c)] = true;
    table[0xE2] = true; // the curly apostrophe, hyphens and dashes
    table[0xDB] = true; // ۔ in پی۔ایچ۔ڈی
    return table;
}();

[[nodiscard]] constexpr bool is_right_quote(std::string_view text, offset pos) noexcept {
    return byte_at(text, pos) == 0xE2 && byte_at(text, pos + 1) == 0x80 && byte_at(text, pos + 2) == 0x99;
}

// The plural's apostrophe: citizens' rights. Not where an opening quote shortly before waits for its close.
[[nodiscard]] constexpr offset plural_apostrophe(std::string_view text, slice at) noexcept {
    const offset size = text[at.end] == '\'' ? 1u : is_right_quote(text, at.end) ? 3u : 0u;
    const unsigned last = byte_at(text, at.end - 1) | 0x20u;
    const bool name = is_upper(byte_at(text, at.begin)) && (last == 'x' || last == 'z'); // Cox' house
    if (size == 0 || (last != 's' && !name) || at.size() < 3) return at.end;
    if (byte_at(text, at.end + size) != ' ' || !is_latin(byte_at(text, at.end + size + 1))) return at.end;
    const offset from = at.begin > 200 ? at.begin - 200 : 0;
    for (offset i = at.begin; i > from; --i) {
        const unsigned b = byte_at(text, i - 1);
        if (b == '\n') break;
        if (b == '\'' && !is_latin_or_digit(i >= 2 ? byte_at(text, i - 2) : 0)) return at.end;
        if (b == 0x98 && i >= 3 && byte_at(text, i - 2) == 0x80 && byte_at(text, i - 3) == 0xE2) return at.end;
    }
    return at.end + size;
}

// A word, a hyphen and what follows it: COVID-19, non-European, پەن-تېخنىكا.
[[nodiscard]] constexpr token_end hyphenated(std::string_view text, slice at, offset hyphen) noexcept {
    const token_end alone{at.end, token_kind::word};
    const offset next = at.end + hyphen;
    // A word that breaks off, as in a transcript (I th- I think, some proble-.), or whose end comes later (re- and co-operation).
    if (hyphen == 1 && is_latin(byte_at(text, at.begin)) && is_latin(byte_at(text, at.end - 1))) {
        const unsigned after = byte_at(text, next);
        const bool mark = after == '.' || after == ',' || after == '?' || after == '!';
        const bool dash = after == ' ' && ((byte_at(text, next + 1) == '-' && byte_at(text, next + 2) == '-') ||
                                           (byte_at(text, next + 1) == 0xE2 && byte_at(text, next + 2) == 0x80 &&
                                            (byte_at(text, next + 3) == 0x93 || byte_at(text, next + 3) == 0x94)));
        if (mark || dash || (at.size() <= 3 && (blank(after) || after == 0 || after == '\n'))) return {next, token_kind::word};
    }
    if (!is_alphanumeric_at(text, next)) return alone;
    if (digit_size(text, next) != 0) {
        offset end = next;
        classified c{};
        while (end - next < 64 && word_character(text, end, c)) end += c.size;
        return is_digit(byte_at(text, at.end - 1)) ? alone : token_end{with_genitive(text, end), token_kind::word};
    }
    const unsigned first = byte_at(text, at.begin);
    if (is_latin(first) && is_latin(byte_at(text, next))) {
        char lower[8] = {};
        if (at.size() > sizeof lower) return alone;
        for (offset i = 0; i < at.size(); ++i) lower[i] = static_cast<char>(byte_at(text, at.begin + i) | 0x20u);
        const std::string_view prefix(lower, at.size());
        const bool name = is_upper(byte_at(text, next));
        const bool capitals = at.size() > 1 && is_upper(byte_at(text, at.begin + 1));
        if (!is_prefix(prefix) || (name && !(in_sorted(prefixes_of_names, prefix) || at.size() == 1)) || capitals) return alone;
        return {word_end(text, next), token_kind::word};
    }
    if (first >= 0xD8 && first <= 0xDB && byte_at(text, next) >= 0xD8 && byte_at(text, next) <= 0xDB) {
        const offset from = at.begin > 60 ? at.begin - 60 : 0;
        const offset to = text.size() - next > 60 ? next + 60 : static_cast<offset>(text.size());
        if (looks_uyghur(text, from, to)) return {word_end(text, next), token_kind::word};
    }
    return alone;
}

// A token that begins with a word of letters. `at.end` < text.size() and the byte there is one of token_continues.
[[nodiscard]] constexpr token_end join_letters(std::string_view text, slice at) noexcept {
    const unsigned first = byte_at(text, at.begin);
    const unsigned next = byte_at(text, at.end);
    const token_end alone{at.end, token_kind::word};
    const unsigned after_stop = next == '.' ? byte_at(text, at.end + 1) : 0u;
    if (is_latin_or_digit(first) && after_stop != ' ' && after_stop != '\n') {
        if (is_local(next) || next == '@')
            if (const offset end = email_end(text, at); end > at.end) return {end, token_kind::email};
        if (next == ':')
            if (const offset end = schemed_url_end(text, at); end > at.end) return {end, token_kind::url};
        if (next == '-' || (next == '.' && is_latin_or_digit(byte_at(text, at.end + 1)))) {
            if (const offset end = bare_url_end(text, at.begin); end > at.end) return {end, token_kind::url};
            if (next == '.' && is_digit(byte_at(text, at.end - 1)) && is_lower(byte_at(text, at.end + 1))) // Paper4.pdf
                return {word_end(text, at.end + 1), token_kind::word};
            if (next == '.' && is_digit(byte_at(text, at.end - 1)) && is_upper(byte_at(text, at.end + 1)) &&
                !is_alphanumeric_at(text, at.end + 2)) // EY4108.E
                return {at.end + 2, token_kind::word};
        }
    } else if (first >= 0x80 && (next == '@' || (is_local(next) && after_stop != ' ' && after_stop != '\n'))) {
        if (const offset end = email_end(text, at); end > at.end) return {end, token_kind::email};
    }
    switch (next) {
    case '.':
        if (is_acronym(text, at)) {
            // At the end of a line an acronym of Arabic letters has no full stop of its own.
            const unsigned after = byte_at(text, at.end + 1);
            const bool last = after == 0 || after == '\n' || after == '\r';
            return {last && !is_latin(first) ? at.end : with_genitive(text, at.end + 1), token_kind::abbreviation};
        }
        if (is_initial(text, at) || abbreviation_with_stop(text, at) != nullptr)
            return {with_genitive(text, at.end + 1), token_kind::abbreviation};
        return alone;
    case '-': return hyphenated(text, at, 1);
    case '/': // b/c, n/a
        if (at.size() == 1 && is_latin(first) && is_latin(byte_at(text, at.end + 1)) && !is_alphanumeric_at(text, at.end + 2) &&
            byte_at(text, at.end + 2) != '/')
            return {with_genitive(text, at.end + 2), token_kind::abbreviation};
        if (at.size() == 1 && (first | 0x20u) == 'w') return {at.end + 1, token_kind::abbreviation}; // w/ (with)
        return alone;
    case '&': { // AT&T
        offset end = at.end + 1;
        if (at.size() == 1 && is_lower(first) && is_lower(byte_at(text, end)) && !is_alphanumeric_at(text, end + 1)) // r&d
            return {end + 1, token_kind::word};
        while (end - at.end < 5 && is_upper(byte_at(text, end))) ++end;
        if (end == at.end + 1 || is_alphanumeric_at(text, end) || byte_at(text, end) == ';' || at.size() > 4) return alone;
        for (const char c : at.of(text))
            if (!is_upper(static_cast<unsigned char>(c))) return alone;
        return {with_genitive(text, end), token_kind::word};
    }
    case '+': // C++
        if (at.size() == 1 && (first | 0x20u) == 'c' && byte_at(text, at.end + 1) == '+' && byte_at(text, at.end + 2) != '+' &&
            !is_alphanumeric_at(text, at.end + 2))
            return {at.end + 2, token_kind::word};
        return alone;
    case '#': // C#
        if (at.size() == 1 && is_upper(first) && !is_alphanumeric_at(text, at.end + 1)) return {at.end + 1, token_kind::word};
        return alone;
    case '\'': return {plural_apostrophe(text, at), token_kind::word};
    case 0xDB:
        if (const offset end = urdu_acronym_end(text, at); end > at.end) return {end, token_kind::abbreviation};
        return alone;
    case 0xE2: {
        if (byte_at(text, at.end + 1) != 0x80) return alone;
        const unsigned third = byte_at(text, at.end + 2);
        if (third == 0x90 || third == 0x91) return hyphenated(text, at, 3); // hyphens
        if (third == 0x93 && first >= 0xD8 && first <= 0xDB && digit_size(text, at.end + 3) == 0)
            return hyphenated(text, at, 3); // en dash
        return third == 0x99 ? token_end{plural_apostrophe(text, at), token_kind::word} : alone;
    }
    default: return alone;
    }
}

// Whether a word holds a full stop or a colon.
[[nodiscard]] constexpr bool has_middle(std::string_view text, slice at) noexcept {
    offset pos = at.begin;
    if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) { // eight bytes at once
        constexpr std::uint64_t ones = 0x0101010101010101;
        const auto zero_bytes = [](std::uint64_t v) { return (v - ones) & ~v & (ones << 7); }; // the first one is certain
        for (; text.size() - pos >= 8; pos += 8) {
            std::uint64_t x = 0;
            std::memcpy(&x, text.data() + pos, 8);
            const std::uint64_t found = zero_bytes(x ^ ones * '.') | zero_bytes(x ^ ones * ':');
            const offset left = at.end - pos;
            if (left <= 8) return found << (64 - 8 * left) != 0; // not behind the word
            if (found != 0) return true;
        }
    }
    for (; pos < at.end; ++pos)
        if (text[pos] == '.' || text[pos] == ':') return true;
    return false;
}

// A word of Arabic script in which the space behind a full stop or colon was lost: د.محمد, رفت.سپس, گفت:نه. UAX #29 leaves them
// one word. Acronyms (ق.م, بی.بی.سی) are.
[[nodiscard]] constexpr token_end lost_space(std::string_view text, slice at) noexcept {
    const token_end whole{at.end, token_kind::word};
    if (at.size() > 200) return whole; // each part is read anew, so that a long word would take quadratic time
    const auto label_end = [&](offset pos) {
        while (pos < at.end && text[pos] != '.' && text[pos] != ':') ++pos;
        return pos;
    };
    const auto single = [&](slice part) {
        const std::string_view of = part.of(text);
        return part.size() == 2 || part.size() == 2 + joined_form(text, part.begin + 2) || of == "ود" || of == "وأ" || of == "وم";
    };
    slice part{at.begin, label_end(at.begin)};
    offset initials = at.begin; // behind the last full stop of single letters
    for (; part.end < at.end && single(part) && text[part.end] == '.'; part = {part.end + 1, label_end(part.end + 1)}) {
        if (part.of(text) == "و") break; // "and" is no initial
        initials = part.end + 1;
    }
    if (initials > at.begin) return single(part) ? whole : token_end{initials, token_kind::abbreviation};
    if (part.end == at.end) return whole;
    const slice next{part.end + 1, label_end(part.end + 1)};
    const bool words = text[part.end] == ':' || part.size() > 4 || next.size() > 4;
    return words ? token_end{part.end, token_kind::word} : whole;
}

[[nodiscard]] constexpr token_end letters_token(std::string_view text, slice at) noexcept {
    const unsigned first = byte_at(text, at.begin);
    const unsigned next = byte_at(text, at.end);
    if (token_continues[next]) {
        const token_end joined = join_letters(text, at);
        if (joined.end != at.end || joined.kind != token_kind::word) return joined;
    }
    if (first < 0x80) {
        if (at.size() > 2 && has_middle(text, at)) {
            for (const offset colon : {at.begin + 6, at.begin + 3}) // UAX #29 takes mailto:name for one word
                if (byte_at(text, colon) == ':' && colon < at.end)
                    if (const offset end = schemed_url_end(text, {at.begin, colon}); end >= at.end) return {end, token_kind::url};
            if (const offset end = bare_url_end(text, at.begin); end >= at.end) return {end, token_kind::url};
            if (is_acronym(text, at)) return {at.end, token_kind::abbreviation};
        }
        if (is_digit(first)) {
            const offset unit = unit_begin(text, at);
            if (unit < at.end) return {unit, token_kind::number};
            const offset suffix = suffix_begin(text, at);
            if (suffix < at.end) return {suffix, token_kind::number};
        }
    } else if (first >= 0xD8 && first <= 0xDB) {
        if (at.size() > 4 && has_middle(text, at)) {
            if (is_acronym(text, at)) return {at.end, token_kind::abbreviation};
            return lost_space(text, at);
        }
        if (digit_size(text, at.begin) != 0) {
            const offset suffix = suffix_begin(text, at);
            if (suffix < at.end) return {suffix, token_kind::number};
        }
        if (ends_with_digit(text, at) || is_digit(byte_at(text, at.begin + 2))) {
            const offset digits = particle_end(text, at);
            if (digits < at.end) return {digits, token_kind::word};
        }
        if (is_latin(byte_at(text, at.end - 1))) return {particle_before_latin(text, at), token_kind::word};
    }
    return {at.end, token_kind::word};
}

// Where a name after @ or # ends; `begin` where there is none. A hashtag needs a letter: #1 is a number sign and a number.
[[nodiscard]] constexpr offset tag_end(std::string_view text, offset begin, bool hashtag) noexcept {
    bool letters = false;
    offset end = begin;
    classified c{};
    while (true) {
        if (word_character(text, end, c)) {
            if (end == begin && c.cls() == word_class::extend) break;
            letters =
                letters || c.group() == kind_group::letters || c.cls() == word_class::letter || c.cls() == word_class::other;
            end += c.size;
        } else if (!hashtag && end > begin && byte_at(text, end) == '.' && is_latin_or_digit(byte_at(text, end + 1))) {
            ++end;
        } else {
            break;
        }
    }
    return letters || (!hashtag && end > begin) ? end : begin;
}

// The kinds of marks that run together: ends of sentences in any mixture, rules of dashes, and repeated signs.
[[nodiscard]] constexpr offset end_mark_size(std::string_view text, offset pos) noexcept {
    const unsigned b = byte_at(text, pos);
    if (b == '.' || b == '!' || b == '?') return 1;
    const unsigned c = byte_at(text, pos + 1);
    if ((b == 0xD8 && c == 0x9F) || (b == 0xDB && c == 0x94)) return 2;     // ؟ ۔
    if (b == 0xE2 && c == 0x80 && byte_at(text, pos + 2) == 0xA6) return 3; // …
    return 0;
}
// ...? and ؟! are one token each, and so is .? of a hurried writer; the ellipsis that is one character stands for itself.
[[nodiscard]] constexpr offset end_marks_end(std::string_view text, offset pos) noexcept {
    const auto stop = [&](offset at) { return text[at] == '.' || text[at] == '\xDB'; };
    if (text[pos] == '\xE2') {
        while (byte_at(text, pos) == 0xE2 && end_mark_size(text, pos) != 0) pos += 3;
        return pos;
    }
    if (stop(pos)) {
        const offset size = end_mark_size(text, pos);
        offset end = pos + size;
        while (end_mark_size(text, end) == size && text[end] == text[pos]) end += size;
        const unsigned after = byte_at(text, end);
        const bool ellipsis = end > pos + 2 && text[pos] == '.';
        if (after != '!' && after != '?' && !(ellipsis && after == 0xD8 && end_mark_size(text, end) != 0)) return end;
        pos = end;
    }
    while (end_mark_size(text, pos) != 0 && !stop(pos) && text[pos] != '\xE2') pos += end_mark_size(text, pos);
    while (byte_at(text, pos) == '.' || byte_at(text, pos) == '!' || byte_at(text, pos) == '?') ++pos; // no!. and what?...
    return pos;
}
[[nodiscard]] constexpr bool is_rule(unsigned b) noexcept { return b == '-' || b == '='; }
[[nodiscard]] constexpr bool repeats(unsigned b) noexcept {
    return b == '*' || b == '~' || b == '_' || b == '$' || b == '+' || b == '#' || b == '<' || b == '>' || b == '\'' ||
           b == '`' || b == '|' || b == '^' || b == '\\' || b == '%' || b == ',';
}

[[nodiscard]] constexpr offset emoticon_end(std::string_view text, offset begin) noexcept {
    const unsigned eyes = byte_at(text, begin);
    if (eyes == '<' && byte_at(text, begin + 1) == '3' && !is_alphanumeric_at(text, begin + 2)) return begin + 2;
    if (eyes != ':' && eyes != ';' && eyes != '=') return begin;
    offset at = begin + 1;
    const bool nose = byte_at(text, at) == '-' || byte_at(text, at) == '\'' || byte_at(text, at) == '^';
    if (nose) ++at;
    const unsigned mouth = byte_at(text, at);
    const bool known = mouth == ')' || mouth == '(' ||
                       (eyes != '=' && (mouth == 'D' || mouth == 'P' || mouth == 'p' || mouth == 'O' || mouth == '*')) ||
                       (nose && (mouth == '/' || mouth == '|' || mouth == ']' || mouth == '['));
    if (!known || is_alphanumeric_at(text, at + 1)) return begin;
    while (byte_at(text, at) == mouth) ++at;
    return at;
}

[[nodiscard]] constexpr offset entity_end(std::string_view text, offset begin) noexcept {
    offset at = begin + 1;
    if (byte_at(text, at) == '#') ++at;
    const offset name = at;
    while (at - name < 9 && is_latin_or_digit(byte_at(text, at))) ++at;
    return at > name + 1 && byte_at(text, at) == ';' ? at + 1 : begin;
}

// A token that begins with a mark or a sign.
[[nodiscard]] constexpr token_end mark_token(std::string_view text, slice at, token_kind kind) noexcept {
    const unsigned first = byte_at(text, at.begin);
    offset end = at.begin;
    if (end_mark_size(text, end) != 0) {
        end = end_marks_end(text, end);
        return {end < at.end ? at.end : end, kind};
    }
    if (first == '@' || first == '#') {
        end = tag_end(text, at.begin + 1, first == '#');
        if (end > at.begin + 1) return {end, first == '@' ? token_kind::mention : token_kind::hashtag};
    }
    if (first == '+' && (end = phone_end(text, at.begin)) > at.begin) return {end, token_kind::number};
    if (first == '&' && (end = entity_end(text, at.begin)) > at.begin) return {end, token_kind::symbol};
    if ((end = emoticon_end(text, at.begin)) > at.begin) return {end, token_kind::emoji};
    const bool quote = first == '\'' || is_right_quote(text, at.begin);
    if (quote && (at.begin == 0 || !is_alphanumeric_at(text, at.begin - 1))) {
        const offset size = first == '\'' ? 1u : 3u;
        const digits year = read_digits(text, at.begin + size);
        if (year.count == 2) { // '68, ’90s
            end = year.end + (byte_at(text, year.end) == 's' ? 1u : 0u);
            if (!is_alphanumeric_at(text, end)) return {end, token_kind::number};
        }
        end = at.begin + size;
        while (is_lower(byte_at(text, end)) && end - at.begin < 9) ++end;
        if (!is_alphanumeric_at(text, end) && in_sorted(clipped, slice{at.begin + size, end}.of(text)))
            return {end, token_kind::word};
    }
    end = at.end;
    if (is_rule(first)) {
        while (is_rule(byte_at(text, end))) ++end;
    } else if (repeats(first)) {
        while (byte_at(text, end) == first) ++end;
    } else if (first == 0xE2 && at.size() == 3 && byte_at(text, at.begin + 1) == 0x80 &&
               (text[at.begin + 2] == '\xB9' || text[at.begin + 2] == '\xBA')) {
        while (at.of(text) == text.substr(end, 3)) end += 3; // ‹‹ and ›› stand for « and »
    }
    return {end, kind};
}

// The token that begins where this word begins. It may end before the word does (10am), at its end or after it.
[[nodiscard]] constexpr token_end token_at(std::string_view text, word w) noexcept {
    switch (w.kind) {
    case word_kind::letters: return letters_token(text, w.at);
    case word_kind::ideograph:
    case word_kind::kana: return {w.at.end, token_kind::word};
    case word_kind::number: return {number_end(text, w.at), token_kind::number};
    case word_kind::emoji: return {w.at.end, token_kind::emoji};
    case word_kind::punctuation: return mark_token(text, w.at, token_kind::punctuation);
    case word_kind::invalid: return {w.at.end, token_kind::invalid};
    default: return mark_token(text, w.at, token_kind::symbol);
    }
}

// --- The same at once for what stands between spaces or before a plain mark: nine words of ten.

// Groups of words that end alike.
enum class ending : std::uint8_t { letters, number, mark, comma, end_mark, colon, ask };

// For each byte behind a word the groups that surely end before it, as bits.
inline constexpr auto ends_before = [] {
    std::array<std::uint8_t, 256> table{};
    const auto bit = [](ending e) { return 1u << static_cast<unsigned>(e); };
    for (unsigned b = 0; b < 256; ++b) {
        const char c = static_cast<char>(b);
        unsigned groups = bit(ending::mark);
        if (!token_continues[b]) groups |= bit(ending::letters);
        if (c != ':' && c != '/' && c != '-' && c != '+' && c != '\'' && b != 0xE2) groups |= bit(ending::number);
        if (c != ',') groups |= bit(ending::comma);
        if (c != '.' && c != '!' && c != '?' && b < 0x80) groups |= bit(ending::end_mark);
        if (c == ' ' || c == '\n') groups |= bit(ending::colon);
        table[b] = static_cast<std::uint8_t>(groups);
    }
    return table;
}();
inline constexpr auto ending_of_mark = [] {
    std::array<ending, 128> table{};
    for (ending& e : table) e = ending::ask;
    for (const char c : std::string_view("()\"[]{}")) table[static_cast<unsigned char>(c)] = ending::mark;
    for (const char c : std::string_view(".!?")) table[static_cast<unsigned char>(c)] = ending::end_mark;
    table[','] = ending::comma;
    table[':'] = ending::colon;
    return table;
}();

// Whether a word of letters holds nothing that a rule looks for: a full stop, a colon, a digit at its end or its beginning.
[[nodiscard]] constexpr bool is_plain_letters(std::string_view text, slice at) noexcept {
    const auto byte = [text](offset pos) { return unsigned{static_cast<unsigned char>(text[pos])}; };
    const unsigned first = byte(at.begin);
    if (first < 0x80) return !is_digit(first) && (at.size() < 3 || !has_middle(text, at));
    if (first < 0xD8 || first > 0xDB) return true;
    const unsigned second = byte(at.begin + 1);
    const unsigned before = byte(at.end - 2);
    const unsigned last = byte(at.end - 1);
    const unsigned third = at.end > at.begin + 2 ? byte(at.begin + 2) : 0u;
    // Digits are D9 A0 to D9 A9 and DB B0 to DB B9; few letters share these bits.
    const auto digit = [](unsigned a, unsigned b) { return a & b >> 5 & ~(b >> 4 ^ a >> 1) & 1u; };
    const unsigned odd = digit(first, second) |                   // ۲۱مه
                         digit(before, last) |                    // و۱۵
                         static_cast<unsigned>(last < 0x80) |     // ب15, الـGPS
                         static_cast<unsigned>(third - '.' < 12); // ق.م, و2021م
    return odd == 0 && !has_middle(text, at);
}

[[nodiscard]] constexpr ending ending_of(std::string_view text, word w) noexcept {
    if (w.kind == word_kind::letters) return is_plain_letters(text, w.at) ? ending::letters : ending::ask;
    if (w.kind == word_kind::number) return ending::number;
    if (w.kind != word_kind::punctuation) return ending::ask;
    const unsigned first = byte_at(text, w.at.begin);
    if (w.at.size() == 1) return ending_of_mark[first & 0x7F];
    const unsigned second = byte_at(text, w.at.begin + 1);
    const bool plain = w.at.size() == 2 && ((first == 0xD8 && (second == 0x8C || second == 0x9B)) ||
                                            (first == 0xC2 && (second == 0xAB || second == 0xBB)));
    const bool end = w.at.size() == 2 && ((first == 0xDB && second == 0x94) || (first == 0xD8 && second == 0x9F)); // ۔ ؟
    return plain ? ending::mark : end ? ending::end_mark : ending::ask;                                            // ، ؛ « »
}

// Whether a full stop and a blank follow a word of letters that they surely leave as it is: what ends most sentences.
[[nodiscard]] constexpr bool ends_at_full_stop(std::string_view text, slice at) noexcept {
    const unsigned after = byte_at(text, at.end + 1);
    if (byte_at(text, at.end) != '.' || (after != ' ' && after != '\n')) return false;
    const unsigned first = byte_at(text, at.begin);
    if (is_latin(first)) {
        if (at.size() < 2) return false;
        if (at.size() > longest_abbreviation) return is_plain_letters(text, at);
        const std::uint64_t key = packed_latin(text, at);
        return key != 0 && !abbreviation_keys.may_hold(key);
    }
    return first >= 0xD8 && first <= 0xDB && at.size() > 4 && is_plain_letters(text, at);
}

[[nodiscard]] constexpr token_end quick_token_at(std::string_view text, word w) noexcept {
    const unsigned group = static_cast<unsigned>(ending_of(text, w));
    const unsigned next = byte_at(text, w.at.end);
    if ((unsigned{ends_before[next]} >> group & 1u) == 0) {
        const bool full_stop = next == 0xDB && byte_at(text, w.at.end + 2) <= ' '; // Urdu's ۔ and a space join nothing
        if (!full_stop || group != static_cast<unsigned>(ending::letters)) return token_at(text, w);
    }
    return {w.at.end, w.kind == word_kind::letters  ? token_kind::word
                      : w.kind == word_kind::number ? token_kind::number
                                                    : token_kind::punctuation};
}

// Whether a segment shows nothing: a mark on nothing, a direction mark, a control.
[[nodiscard]] constexpr bool is_unseen(std::string_view text, word w) noexcept {
    return w.kind == word_kind::other && classify(text, w.at.begin).cls() != word_class::other;
}

// Where a word begins with the marks before it that UAX #29 gives to the white space, as where a writer put a space between a
// letter and its mark: َدير. Nothing before `floor` is looked at.
[[nodiscard]] constexpr offset with_marks(std::string_view text, offset floor, word w) noexcept {
    offset begin = w.at.begin;
    while (w.kind == word_kind::letters && begin >= floor + 2 && byte_at(text, begin - 1) - 0x80u < 0x40 &&
           byte_at(text, begin - 2) - 0xCCu < 0x10 && classify(text, begin - 2).cls() == word_class::extend)
        begin -= 2;
    return begin;
}

// What blocks of 64 bytes ask of a byte: those that they call plain are the ones that quick_token_at takes as they are.
struct token_endings {
    static constexpr bool tokens = true, codes = true;
    static constexpr bool ends(unsigned b, ending e) noexcept { return (ends_before[b] >> static_cast<unsigned>(e) & 1) != 0; }
    static constexpr bool is_bracket(unsigned b) noexcept { return ending_of_mark[b] == ending::mark; }
    static constexpr bool is_end_mark(unsigned b) noexcept { return ending_of_mark[b] == ending::end_mark; }
    static constexpr bool word_goes_on(unsigned b) noexcept { return !ends(b, ending::letters); }
    static constexpr bool number_goes_on(unsigned b) noexcept { return !ends(b, ending::number); }
};
// judge_block has these in its shifts: a rule that needs another byte must change it there.
static_assert([] {
    bool as_known = true;
    for (unsigned b = 0; b < 256; ++b) {
        const auto ends = [b](ending e) { return token_endings::ends(b, e); };
        if (b >= 0x80)
            as_known = as_known && ends(ending::letters) == (b != 0xE2 && b != 0xDB) && ends(ending::number) == (b != 0xE2);
        as_known = as_known && ends(ending::mark) && ends(ending::comma) == (b != ',') &&
                   ends(ending::colon) == (b == ' ' || b == '\n') &&
                   ends(ending::end_mark) == (b < 0x80 && !token_endings::is_end_mark(b));
    }
    return as_known;
}());

inline constexpr std::array<token_kind, 8> plain_kinds = [] {
    std::array<token_kind, 8> kinds{};
    kinds[ends_plainly | ends_letters] = token_kind::word;
    kinds[ends_plainly | ends_number] = token_kind::number;
    kinds[ends_plainly | ends_punctuation] = token_kind::punctuation;
    return kinds;
}();

// Hands the tokens of a text in batches to `to(first, last)`, in order.
template <class Token, class To>
constexpr void each_token_batch(std::string_view text, const To& to, word_path at_most = word_path::avx2) {
    using batches_of_words = basic_word_batches<token_endings>;
    constexpr std::size_t often = 256;
    Token found[often + batches_of_words::capacity];
    Token* last = found;
    offset begin = 0;       // of the next word
    offset done = 0;        // all tokens before this place are known
    offset emoji_begin = 0; // an emoji that the next one may lengthen ends at emoji_end
    offset emoji_end = 0;
    const auto flush = [&] {
        to(static_cast<const Token*>(found), static_cast<const Token*>(last));
        last = found;
    };
    const auto put = [&](slice at, token_kind kind) {
        *last++ = {at, kind};
        if (last >= found + often) flush(); // so that the rest of a batch has room
    };
    const auto give = [&](offset from, token_end t) {
        done = t.end;
        if (emoji_end != 0) {
            if (t.kind == token_kind::emoji && from == emoji_end) {
                emoji_end = t.end;
                return;
            }
            put({emoji_begin, emoji_end}, token_kind::emoji);
            emoji_end = 0;
        }
        if (t.kind != token_kind::emoji) return put({from, t.end}, t.kind);
        emoji_begin = from;
        emoji_end = t.end;
    };
    constexpr std::array<word_kind, 4> kinds{word_kind::other, word_kind::letters, word_kind::number, word_kind::punctuation};
    const auto look = [&](slice at, unsigned known) {
        if (at.begin >= done && !at.empty()) {
            const word w{at, known == 0 ? quick_kind(text, at) : kinds[known & ends_punctuation]};
            if (w.kind == word_kind::space || is_unseen(text, w)) return;
            if (known == 0) give(with_marks(text, done, w), quick_token_at(text, w));
            else give(at.begin, token_at(text, w));
        }
        if (done <= at.begin) return;
        for (offset pos = done; pos < at.end;) { // a token has ended inside this word
            const slice left{pos, word_end(text, pos)};
            const word rest{left, quick_kind(text, left)};
            pos = left.end;
            if (rest.kind == word_kind::space || is_unseen(text, rest)) continue;
            give(with_marks(text, done, rest), token_at(text, rest));
            pos = done;
        }
    };
    for (batches_of_words batches(text, at_most); batches.next(); flush()) {
        const std::uint8_t* ending = batches.endings();
        const offset* const stop = batches.end();
        bool busy = done > begin || emoji_end != 0;
        for (const offset* next = batches.begin(); next != stop;) {
            offset from = begin; // in registers, which what is captured is not
            Token* to_here = last;
            for (; !busy && next != stop; ++next, ++ending) {
                if ((*ending & ends_plainly) == 0 && !(*ending == ends_letters && ends_at_full_stop(text, {from, *next}))) break;
                *to_here = {{from, *next}, plain_kinds[*ending & 7]};
                to_here += static_cast<unsigned>(*ending != ends_plainly); // not white space
                from = *next;
            }
            last = to_here;
            begin = from;
            if (next == stop) break;
            look({begin, *next}, busy && (*ending & ends_plainly) != 0 ? 0u : *ending);
            begin = *next++;
            ++ending;
            busy = done > begin || emoji_end != 0;
        }
    }
    look({begin, static_cast<offset>(text.size())}, 0);
    if (emoji_end != 0) put({emoji_begin, emoji_end}, token_kind::emoji);
    flush();
}

// The first token that begins at `pos` or behind it; its end is the end of the text where there is none.
struct found_token {
    slice at;
    token_kind kind;
};
[[nodiscard]] constexpr found_token next_token(std::string_view text, offset pos, word_ends& ends) noexcept {
    const auto read = [&](offset begin) {
        const slice at{begin, ends.after_any(text, begin)};
        return word{at, quick_kind(text, at)};
    };
    const offset floor = pos;
    while (pos < text.size()) {
        const word w = read(pos);
        pos = w.at.end;
        if (w.kind == word_kind::space || is_unseen(text, w)) continue;
        const offset begin = with_marks(text, floor, w);
        token_end t = quick_token_at(text, w);
        while (t.kind == token_kind::emoji && t.end < text.size()) {
            const word more = read(t.end);
            const token_end u = more.kind == word_kind::space ? token_end{0, token_kind::word} : quick_token_at(text, more);
            if (u.kind != token_kind::emoji) break;
            t.end = u.end;
        }
        return {{begin, t.end}, t.kind};
    }
    const offset size = static_cast<offset>(text.size());
    return {{size, size}, token_kind::word};
}

}} // namespace detail::tokenizing

}} // namespace matn

#endif
