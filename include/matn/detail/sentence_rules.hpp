// SPDX-License-Identifier: MIT
// Where sentences of Arabic-script and Latin-script languages end: rules beyond UAX #29, looked at only where a mark or a line end
// stands.
#ifndef MATN_DETAIL_SENTENCE_RULES_HPP
#define MATN_DETAIL_SENTENCE_RULES_HPP

#include <matn/detail/lexicon_sentence.hpp>
#include <matn/detail/sentence_machine.hpp>
#include <matn/detail/token_rules.hpp>

#include <cstring>

namespace matn { inline namespace v0 { namespace detail { namespace splitting {

using namespace tokenizing;

// Bytes where a sentence may end, or which begin a character that may be a mark: all others are skipped at once.
inline constexpr auto sentence_candidates = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view(".!?:\n\r\v\f-")) table[static_cast<unsigned char>(c)] = true;
    // Continuation bytes of ؝ ؞ ؟ ۔ and lead bytes of marks in other scripts; D8 and DB lead every second letter here.
    for (const unsigned b :
         {0x85u, 0x94u, 0x9Du, 0x9Eu, 0x9Fu, 0xD6u, 0xDCu, 0xDFu, 0xE0u, 0xE1u, 0xE2u, 0xE3u, 0xEAu, 0xEFu, 0xF0u})
        table[b] = true;
    return table;
}();

enum class mark_kind : std::uint8_t { none, stop, terminal, ellipsis, line, colon, hyphen };
struct mark {
    mark_kind kind = mark_kind::none;
    offset begin = 0;
    offset end = 0;
};

// The mark at a candidate byte, which may be the second byte of a mark.
[[nodiscard]] constexpr mark read_mark(std::string_view text, offset pos) noexcept {
    const unsigned b = byte_at(text, pos);
    switch (b) {
    case '.': return {mark_kind::stop, pos, pos + 1};
    case '!':
    case '?': return {mark_kind::terminal, pos, pos + 1};
    case ':': return {mark_kind::colon, pos, pos + 1};
    case '-': return {mark_kind::hyphen, pos, pos + 1};
    case '\n':
    case '\v':
    case '\f': return {mark_kind::line, pos, pos + 1};
    case '\r': return {mark_kind::line, pos, pos + (byte_at(text, pos + 1) == '\n' ? 2u : 1u)};
    default: break;
    }
    if (b < 0x80) return {mark_kind::none, pos, pos + 1};
    if (b < 0xC0) { // a second byte
        const unsigned lead = pos > 0 ? byte_at(text, pos - 1) : 0u;
        if ((lead == 0xD8 && b >= 0x9D && b <= 0x9F) || (lead == 0xDB && b == 0x94))
            return {mark_kind::terminal, pos - 1, pos + 1};
        if (lead == 0xC2 && b == 0x85) return {mark_kind::line, pos - 1, pos + 1};
        return {mark_kind::none, pos, pos + 1};
    }
    if (b == 0xE2 && byte_at(text, pos + 1) == 0x80) {
        const unsigned third = byte_at(text, pos + 2);
        if (third == 0xA6) return {mark_kind::ellipsis, pos, pos + 3};
        if (third == 0xA8 || third == 0xA9) return {mark_kind::line, pos, pos + 3};
        if (third < 0xA4) return {mark_kind::none, pos, pos + 3}; // joiners, dashes, quotes
    }
    const sentence_character c = read_sentence_class(text, pos);
    const auto cls = static_cast<sentence_class>(c.cls);
    if (cls == sentence_class::terminal) return {mark_kind::terminal, pos, c.end};
    if (cls == sentence_class::full_stop) return {mark_kind::stop, pos, c.end};
    return {mark_kind::none, pos, c.end};
}

// Whether a mark stands here (not as the second byte of one): for reading on after the first.
[[nodiscard]] constexpr mark mark_here(std::string_view text, offset pos) noexcept {
    if (pos >= text.size()) return {};
    const unsigned b = byte_at(text, pos);
    // A first byte alone is no part of what stands behind it.
    if ((b == 0xD8 || b == 0xDB || b == 0xC2) && (byte_at(text, pos + 1) & 0xC0u) == 0x80) return read_mark(text, pos + 1);
    if (!sentence_candidates[b] || (b >= 0x80 && b < 0xC0)) return {};
    return read_mark(text, pos);
}

#if defined(__x86_64__) && defined(__GNUC__)
// The first place from `pos` on where a mark may stand, 32 bytes at a time; less than 34 bytes of the text are left to the caller.
__attribute__((target("avx2,bmi"))) inline offset skip_to_candidate(std::string_view text, offset pos) noexcept {
    typedef signed char bytes_32 __attribute__((vector_size(32), aligned(1), may_alias));
    typedef char plain_32 __attribute__((vector_size(32)));
    const auto c = [](int value) { return static_cast<signed char>(value); };
    for (; text.size() - pos >= 34; pos += 32) {
        bytes_32 x, y, z; // each byte, the next one and the one after that
        std::memcpy(&x, text.data() + pos, 32);
        std::memcpy(&y, text.data() + pos + 1, 32);
        std::memcpy(&z, text.data() + pos + 2, 32);
        const bytes_32 ascii =
            (x == '.') | (x == '!') | (x == '?') | ((x > 0x09) & (x < 0x0E)) | (((x == ':') | (x == '-')) & (y == ' '));
        const bytes_32 arabic = ((x == c(0xD8)) & (y > c(0x9C)) & (y < c(0xA0))) | ((x == c(0xDB)) & (y == c(0x94))) |
                                ((x == c(0xC2)) & (y == c(0x85)));
        // E2 80 up to A3 are joiners, dashes and quotes. Other leads of three and four bytes, and of a few scripts, are looked at.
        const bytes_32 general = (x == c(0xE2)) & ((y != c(0x80)) | (z > c(0xA3)));
        const bytes_32 others = ((x > c(0xDF)) & (x < 0) & (x != c(0xE2))) | (x == c(0xD6)) | (x == c(0xDC)) | (x == c(0xDF));
        const bytes_32 any = ascii | arabic | general | others;
        const auto hits = static_cast<unsigned>(__builtin_ia32_pmovmskb256(reinterpret_cast<plain_32>(any)));
        if (hits != 0) return pos + static_cast<offset>(__builtin_ctz(hits));
    }
    return pos;
}
#endif

// The first place from `pos` on where a mark may stand, which may be the second byte of one.
[[nodiscard]] constexpr offset next_candidate(std::string_view text, offset pos) noexcept {
#if defined(__x86_64__) && defined(__GNUC__)
    if (!std::is_constant_evaluated() && text.size() - pos >= 64 && __builtin_cpu_supports("avx2") &&
        __builtin_cpu_supports("bmi")) {
        pos = skip_to_candidate(text, pos);
        if (text.size() - pos >= 34) return pos;
    }
#endif
    while (pos < text.size() && !sentence_candidates[static_cast<unsigned char>(text[pos])]) ++pos;
    return pos;
}

[[nodiscard]] constexpr offset space_size(std::string_view text, offset pos) noexcept {
    const unsigned b = byte_at(text, pos);
    if (b == ' ' || b == '\t') return 1;
    if (b == 0xC2 && byte_at(text, pos + 1) == 0xA0) return 2;
    if (b == 0xE2 && byte_at(text, pos + 1) == 0x80) {
        const unsigned third = byte_at(text, pos + 2);
        // Spaces of fixed width, and marks of direction, which show nothing.
        if ((third >= 0x80 && third <= 0x8B) || third == 0x8E || third == 0x8F || third == 0xAF ||
            (third >= 0xAA && third <= 0xAE))
            return 3;
    }
    return b == 0xE3 && byte_at(text, pos + 1) == 0x80 && byte_at(text, pos + 2) == 0x80 ? 3 : 0;
}
[[nodiscard]] constexpr offset skip_spaces(std::string_view text, offset pos) noexcept {
    while (const offset size = space_size(text, pos)) pos += size;
    return pos;
}
[[nodiscard]] constexpr bool is_line_end(std::string_view text, offset pos) noexcept {
    return mark_here(text, pos).kind == mark_kind::line;
}

// The end of a text without the white space at its end.
[[nodiscard]] constexpr offset trim_end(std::string_view text, offset begin, offset end) noexcept {
    while (end > begin) {
        const unsigned b = byte_at(text, end - 1);
        if (b == ' ' || (b >= '\t' && b <= '\r')) {
            --end;
        } else if (end - begin >= 2 && byte_at(text, end - 2) == 0xC2 && (b == 0xA0 || b == 0x85)) {
            end -= 2;
        } else if (end - begin >= 3 && byte_at(text, end - 3) == 0xE2 && space_size(text, end - 3) == 3) {
            end -= 3;
        } else {
            break;
        }
    }
    return end;
}
[[nodiscard]] constexpr offset skip_white_space(std::string_view text, offset pos) noexcept {
    while (pos < text.size()) {
        if (const offset size = space_size(text, pos)) pos += size;
        else if (const mark m = mark_here(text, pos); m.kind == mark_kind::line) pos = m.end;
        else break;
    }
    return pos;
}

// Closing quotes and brackets, and notes ([6]), belong to the sentence before them.
struct closers {
    offset end;
    bool quote;
};
[[nodiscard]] constexpr offset closer_size(std::string_view text, offset pos, bool& quote) noexcept {
    switch (byte_at(text, pos)) {
    case '"':
    case '\'': quote = true; return 1;
    case ')':
    case ']':
    case '}': return 1;
    case 0xC2:
        if (byte_at(text, pos + 1) != 0xBB) return 0;
        quote = true;
        return 2; // »
    case 0xE2: {
        const unsigned third = byte_at(text, pos + 2);
        if (byte_at(text, pos + 1) != 0x80) return 0;
        const unsigned after = byte_at(text, pos + 3);
        const bool turned = (third == 0x98 || third == 0x9C) && (after <= ' ' || text.substr(pos, 3) == text.substr(pos + 3, 3));
        if (third != 0x99 && third != 0x9D && third != 0xBA && !turned) return 0;
        quote = true;
        return 3; // ’ ” ›, and ‘‘ “ where a text of Arabic script closes with them
    }
    default: return 0;
    }
}
[[nodiscard]] constexpr bool starts_sentence(std::string_view text, offset pos) noexcept {
    bool quote = false;
    while (const offset size = byte_at(text, pos) == '(' ? 1u : closer_size(text, pos, quote)) pos += size;
    if (byte_at(text, pos) == 0xE2 && byte_at(text, pos + 1) == 0x80 && byte_at(text, pos + 2) == 0x9C) pos += 3; // “
    offset end = pos;
    while (end - pos < 12 && (is_latin(byte_at(text, end)) || byte_at(text, end) == '\'')) ++end;
    return in_sorted(sentence_starters, slice{pos, end}.of(text));
}

// A note behind the full stop: [6], [1 - 3], (سمه). Gives `begin` where there is none.
[[nodiscard]] constexpr offset note_end(std::string_view text, offset begin) noexcept {
    offset pos = begin + 1;
    if (byte_at(text, begin) == ')') return space_size(text, pos) != 0 || pos >= text.size() ? pos : begin;
    if (is_digit(byte_at(text, begin))) { // the number of a note: "... minority rights. 4 Even though ..."
        const digits n = read_digits(text, begin);
        return n.count < 3 && byte_at(text, n.end) == ' ' && starts_sentence(text, n.end + 1) ? n.end : begin;
    }
    if (byte_at(text, begin) == '[') {
        while (pos - begin < 20) {
            const unsigned b = byte_at(text, pos);
            if (b == ']') return pos > begin + 1 ? pos + 1 : begin;
            if (const offset size = digit_size(text, pos)) pos += size;
            else if (b == ' ' || b == ',' || b == '-') ++pos;
            else if (b == 0xE2 && byte_at(text, pos + 1) == 0x80 && byte_at(text, pos + 2) == 0x93) pos += 3; // –
            else return begin;
        }
    } else if (byte_at(text, begin) == '(') { // one word of Arabic script
        while (pos - begin < 24 && byte_at(text, pos) >= 0xD8 && byte_at(text, pos) <= 0xDB) pos += 2;
        if (pos > begin + 1 && byte_at(text, pos) == ')' && !is_line_end(text, pos + 1)) return pos + 1;
    }
    return begin;
}
[[nodiscard]] constexpr closers read_closers(std::string_view text, offset pos) noexcept {
    closers found{pos, false};
    while (true) {
        if (const offset size = closer_size(text, found.end, found.quote)) {
            found.end += size;
            continue;
        }
        if (byte_at(text, found.end) == '[') {
            const digits note = read_digits(text, found.end + 1);
            if (note.count > 0 && note.count < 4 && byte_at(text, note.end) == ']') {
                found.end = note.end + 1;
                continue;
            }
        }
        const offset gap = skip_spaces(text, found.end);
        if (gap == found.end) return found;
        if (byte_at(text, gap) == 0xC2 && byte_at(text, gap + 1) == 0xBB) { // people put spaces inside their quotes: « نه . »
            found = {gap + 2, true};
            continue;
        }
        const offset note = note_end(text, gap);
        if (note == gap) return found;
        found.end = note;
    }
}

// A dash and a space: before an item of a list or a turn of a talk. Gives the size of the dash, 0 where there is none.
[[nodiscard]] constexpr offset dash_size(std::string_view text, offset pos) noexcept {
    if (byte_at(text, pos) == '-') return byte_at(text, pos + 1) == ' ' ? 1 : 0;
    const bool dash = byte_at(text, pos) == 0xE2 && byte_at(text, pos + 1) == 0x80 &&
                      (byte_at(text, pos + 2) == 0x93 || byte_at(text, pos + 2) == 0x94) && byte_at(text, pos + 3) == ' ';
    return dash ? 3 : 0;
}

// What stands first in the text that follows, behind opening quotes and brackets.
enum class opening : std::uint8_t { nothing, lower, upper, letter, digit, comma, other };
[[nodiscard]] constexpr opening read_opening(std::string_view text, offset pos) noexcept {
    if (pos >= text.size()) return opening::nothing;
    for (unsigned n = 0; n < 6 && pos < text.size(); ++n) {
        if (digit_size(text, pos) != 0) return opening::digit;
        const sentence_character c = read_sentence_class(text, pos);
        switch (static_cast<sentence_class>(c.cls)) {
        case sentence_class::lower: return opening::lower;
        case sentence_class::upper: return opening::upper;
        case sentence_class::other_letter: return opening::letter;
        case sentence_class::comma:
            if (n == 0 && byte_at(text, pos) != '-') return opening::comma;
            break;
        case sentence_class::close:
        case sentence_class::extend:
        case sentence_class::format: break;
        default:
            if (byte_at(text, pos) < 0x80 && byte_at(text, pos) != '*') return opening::other;
            break;
        }
        pos = c.end;
    }
    return opening::other;
}

// The letters and full stops right before a place: the word that a full stop ends.
[[nodiscard]] constexpr slice word_before(std::string_view text, offset floor, offset pos) noexcept {
    offset begin = pos;
    while (begin > floor && pos - begin < 24) {
        const unsigned b = byte_at(text, begin - 1);
        if (is_latin_or_digit(b) || b == '.' || (b >= 0x80 && b < 0xC0) || (b >= 0xD8 && b <= 0xDB) || (b >= 0xC3 && b <= 0xC9))
            --begin;
        else break;
        if (byte_at(text, begin) == 0x8D && begin > floor + 2 && text.substr(begin - 2, 2) == "\xE2\x80")
            begin -= 2; // ZWJ in ه‍.ش
    }
    // Not half a character of another script.
    while (begin < pos && byte_at(text, begin) >= 0x80 && byte_at(text, begin) < 0xC0) ++begin;
    return {begin, pos};
}

enum class verdict : std::uint8_t { ends, goes_on, unless_starter };

// What the word before a full stop says about it.
[[nodiscard]] constexpr verdict judge_word(std::string_view text, slice before, offset line) noexcept {
    if (before.empty()) return verdict::ends;
    const unsigned first = byte_at(text, before.begin);
    if (is_latin_or_digit(first)) {
        const std::string_view word = before.of(text);
        if (word == "e.g" || word == "i.e" || word == "E.g" || word == "I.e" || word == "P.S") return verdict::goes_on;
        if (is_acronym(text, before)) return verdict::unless_starter;
        if (const abbreviation* const found = abbreviation_with_stop(text, before)) {
            const bool may_end = found->use == abbreviation_use::either || found->use == abbreviation_use::capital;
            return may_end ? verdict::unless_starter : verdict::goes_on;
        }
        if (is_initial(text, before)) return verdict::goes_on;
    } else {
        if (is_acronym(text, before)) return verdict::goes_on;
        if (abbreviation_with_stop(text, before) != nullptr) return verdict::goes_on;
    }
    // 1. and a. at the beginning of a line number what follows.
    if (before.begin == line && before.end - before.begin <= 6) {
        const digits n = read_digits(text, before.begin);
        if ((n.count > 0 && n.count < 4 && n.end == before.end) || before.size() == 1 || before.of(text) == "الف")
            return verdict::goes_on;
    }
    return verdict::ends;
}

// How many letters of Arabic script stand directly before and after a place: a full stop between two long words has lost its space.
[[nodiscard]] constexpr unsigned arabic_letters_after(std::string_view text, offset pos) noexcept {
    unsigned n = 0;
    while (n < 4 && byte_at(text, pos) >= 0xD8 && byte_at(text, pos) <= 0xDB && is_letter_at(text, pos)) {
        pos += 2;
        ++n;
    }
    return n;
}
[[nodiscard]] constexpr unsigned arabic_letters_before(std::string_view text, offset floor, offset pos) noexcept {
    unsigned n = 0;
    while (n < 4 && pos >= floor + 2 && byte_at(text, pos - 2) >= 0xD8 && byte_at(text, pos - 2) <= 0xDB) {
        pos -= 2;
        ++n;
    }
    return n;
}

// The letters of Arabic script right before and behind a place, of which only words of at most five letters are looked at.
[[nodiscard]] constexpr bool is_arabic_pair(std::string_view text, offset pos) noexcept {
    const unsigned lead = byte_at(text, pos);
    const unsigned second = byte_at(text, pos + 1);
    return lead - 0xD8u < 4 && (lead != 0xD8 || second >= 0xA0) && (lead != 0xDB || second != 0x94); // no ، ؟ ۔
}
[[nodiscard]] constexpr slice arabic_label_before(std::string_view text, offset floor, offset pos) noexcept {
    offset begin = pos;
    while (pos - begin < 12 && begin >= floor + 2 && is_arabic_pair(text, begin - 2)) begin -= 2;
    return {begin, pos};
}
[[nodiscard]] constexpr slice arabic_label_after(std::string_view text, offset pos) noexcept {
    offset end = pos;
    while (end - pos < 12 && is_arabic_pair(text, end)) end += 2;
    return {pos, end};
}

// Whether a full stop, ASCII's or Urdu's, stands inside an acronym of letter names or behind one of several initials:
// پی۔ایچ۔ڈی, ایم.اے, اے۔ کے۔ خان.
[[nodiscard]] constexpr bool behind_letter_name(std::string_view text, offset begin, mark stop) noexcept {
    const auto urdu_stop = [&](offset pos) { return byte_at(text, pos) == 0xDB && byte_at(text, pos + 1) == 0x94; };
    const slice name = arabic_label_before(text, begin, stop.begin);
    if (name.empty() || name.size() > 10) return false;
    const bool known = is_letter_name(name.of(text));
    if (!known && name.size() != 2) return false;
    const bool space = byte_at(text, stop.end) == ' ';
    const slice next = arabic_label_after(text, stop.end + (space ? 1 : 0));
    if (!space || byte_at(text, next.end) == '.' || urdu_stop(next.end))
        if (known && is_letter_name(next.of(text))) return true;
    if (byte_at(text, stop.begin) == '.') return false;                 // that of an acronym is judged with it
    if (name.size() == 2 && space && name.of(text) != "و") return true; // م۔ خان, ص۔ 12
    offset before = name.begin;
    if (before > begin && text[before - 1] == ' ') --before;
    return before >= begin + 2 && urdu_stop(before - 2) && known &&
           is_letter_name(arabic_label_before(text, begin, before - 2).of(text));
}

// Whether the word before an ellipsis is a finite verb of Persian, Pashto or Urdu, which ends its sentence: آمد… but علی و حسن و… .
[[nodiscard]] constexpr bool behind_final_verb(std::string_view text, offset begin, offset pos) noexcept {
    if (pos > begin && text[pos - 1] == ':') return true;
    offset from = pos;
    while (from > begin && pos - from < 40 && byte_at(text, from - 1) >= 0x80) --from;
    const std::string_view word = slice{from, pos}.of(text);
    if (word.starts_with("می\u200C") || word.starts_with("نمی\u200C") || in_sorted(final_verbs, word)) return true;
    for (const std::string_view verb : urdu_final_verbs)
        if (word == verb) return true;
    return false;
}

// Whether a place is in the middle of direct speech behind a colon, whose own full stop comes behind its closing quote: it is one
// sentence then (قال: "ننتظر. سنرى".). Speech of more than some 300 bytes before or behind the place is parted.
[[nodiscard]] constexpr bool inside_speech(std::string_view text, offset begin, offset pos) noexcept {
    constexpr std::size_t far = 300;
    const std::string_view ahead = text.substr(pos, far);
    const std::size_t straight = ahead.find('"');
    const std::size_t turned = ahead.substr(0, straight).find("»"); // nearer than that
    const std::size_t close = turned < straight ? turned : straight;
    if (close == std::string_view::npos) return false;
    const bool guillemets = close != straight;
    const std::string_view behind = ahead.substr(close + (guillemets ? 2 : 1));
    if (!behind.starts_with('.') && !behind.starts_with("۔")) return false;
    const std::string_view rest = ahead.substr(0, close);
    if (rest.find('\n') != std::string_view::npos || rest.find("«") != std::string_view::npos) return false;
    // The quote that opened it, which is the last one before this place.
    const std::string_view back = slice{pos - begin > far ? pos - static_cast<offset>(far) : begin, pos}.of(text);
    const std::size_t open = guillemets ? back.rfind("«") : back.rfind('"');
    if (open == std::string_view::npos || open < 2) return false;
    if (guillemets && back.find("»", open) != std::string_view::npos) return false;
    return back[open - (back[open - 1] == ' ' ? 2 : 1)] == ':';
}

// Whether what stands around a place, up to white space, is a URL or an address.
[[nodiscard]] constexpr bool inside_address(std::string_view text, offset floor, offset pos) noexcept {
    const auto telling = [&](offset i) { return text[i] == '/' || text[i] == '@' || text[i] == '='; };
    for (offset i = pos; i > floor && pos - i < 100 && byte_at(text, i - 1) > ' '; --i)
        if (telling(i - 1)) return true;
    for (offset i = pos + 1; i < text.size() && i - pos < 100 && byte_at(text, i) > ' '; ++i)
        if (telling(i)) return true;
    offset label = pos + 1;
    while (label - pos < 8 && is_latin(byte_at(text, label))) ++label;
    char lower[8] = {};
    for (offset i = pos + 1; i < label; ++i) lower[i - pos - 1] = static_cast<char>(byte_at(text, i) | 0x20u);
    return is_top_level_domain({lower, label - pos - 1});
}

// A full stop before a small letter ends a sentence where the writer uses no capitals: the sentence itself begins with a small
// letter, or a pronoun follows that begins one.
[[nodiscard]] constexpr bool without_capitals(std::string_view text, offset begin, offset next) noexcept {
    offset end = next;
    while (end - next < 6 && is_lower(byte_at(text, end))) ++end;
    const std::string_view word = slice{next, end}.of(text);
    const unsigned after = byte_at(text, end);
    if (word == "http" || word == "https" || word == "www") return true; // a link on its own
    if (after == '.' || after == '@' || after == '-' || after == '/') return false;
    if (read_opening(text, begin) == opening::lower) return end > next;
    return in_sorted(lower_case_starters, word);
}

struct cut {
    offset end; // of the sentence, closing marks included
    bool ends;  // false: the sentence goes on behind `end`
};

// Whether the sentence that begins at `begin` ends with these marks.
[[nodiscard]] constexpr cut judge_marks(std::string_view text, offset begin, mark first) noexcept {
    // The whole run, with spaces inside (". . ." and `.” .`): UAX #29, SB8a.
    bool only_stops = true;
    bool ellipsis = first.kind == mark_kind::ellipsis;
    bool only_urdu = true; // ۔۔۔ is an ellipsis too
    unsigned count = 0;
    offset end = first.begin;
    mark last = first;
    for (mark m = first; m.kind == mark_kind::stop || m.kind == mark_kind::terminal || m.kind == mark_kind::ellipsis;
         m = mark_here(text, end)) {
        only_stops = only_stops && m.kind != mark_kind::terminal;
        ellipsis = ellipsis || m.kind == mark_kind::ellipsis;
        only_urdu = only_urdu && text[m.begin] == '\xDB';
        end = m.end;
        last = m;
        ++count;
    }
    ellipsis = only_stops && (ellipsis || count > 1);
    const closers closing = read_closers(text, end);
    const offset behind = closing.end;
    const offset next = skip_spaces(text, behind);
    if (next >= text.size() || is_line_end(text, next)) return {behind, true};

    if (next == behind) { // no space: a decimal, a host name, or a lost space
        const bool arabic_mark = byte_at(text, last.begin) >= 0x80;
        if (closing.end == end && count == 1 && first.kind == mark_kind::stop && !arabic_mark) {
            const unsigned after = byte_at(text, end);
            // Whether it is an address is looked for last: that reads a hundred bytes each way.
            if (is_upper(after) && is_lower(byte_at(text, end + 1)) && first.begin >= begin + 3 &&
                is_lower(byte_at(text, first.begin - 1)) && is_lower(byte_at(text, first.begin - 2)) &&
                is_lower(byte_at(text, first.begin - 3)) && !inside_address(text, begin, first.begin))
                return {behind, true};
            return {behind, arabic_letters_after(text, end) > 1 && arabic_letters_before(text, begin, first.begin) > 2 &&
                                !behind_letter_name(text, begin, first)};
        }
        if (first.kind == mark_kind::stop && count == 1 && !closing.quote) return {behind, false};
        if (arabic_mark && count == 1 && text[first.begin] == '\xDB' && behind_letter_name(text, begin, first))
            return {behind, false};
        if (arabic_mark && !ellipsis) return {behind, is_alphanumeric_at(text, behind) || byte_at(text, behind) >= 0x80};
        if (arabic_letters_after(text, behind) > 0) return {behind, true};
        const bool letters = is_latin(byte_at(text, behind)) && is_latin(byte_at(text, behind + 1)) && first.begin > begin + 1 &&
                             is_latin(byte_at(text, first.begin - 1)) && is_latin(byte_at(text, first.begin - 2));
        const bool may = !only_stops || is_upper(byte_at(text, behind)); // word...word goes on
        return {behind, letters && may && !closing.quote && !inside_address(text, begin, first.begin)};
    }

    const mark more = mark_here(text, next);
    if (more.kind == mark_kind::stop || more.kind == mark_kind::terminal || more.kind == mark_kind::ellipsis) {
        // The marks go on behind a space.
        offset run = more.end;
        for (mark m = mark_here(text, run); m.kind == mark_kind::stop || m.kind == mark_kind::terminal; m = mark_here(text, run))
            run = m.end;
        const offset rest = read_closers(text, run).end;
        if (space_size(text, rest) != 0 || rest >= text.size() || is_line_end(text, rest)) return {next, false};
    }
    opening open = read_opening(text, next);
    if (open == opening::comma) { // SB8a, but for the dash of a list
        const offset dash = dash_size(text, next);
        if (dash == 0 || next == behind || read_opening(text, next + dash + 1) != opening::letter) return {behind, false};
        open = opening::letter;
    }
    if (open == opening::letter && closing.end == end && !ellipsis && inside_speech(text, begin, first.begin))
        return {behind, false};
    if (only_stops) {
        if (ellipsis) {
            const bool verb = open == opening::letter && closing.end == end && behind_final_verb(text, begin, first.begin);
            return {behind, verb || (open != opening::lower && open != opening::letter)};
        }
        if (open == opening::lower && (closing.end != end || !without_capitals(text, begin, next))) return {behind, false}; // SB8
        {
            const verdict v = judge_word(text, word_before(text, begin, first.begin), begin);
            if (v == verdict::goes_on && closing.end == end) return {behind, false};
            if (v == verdict::unless_starter && open == opening::lower) return {behind, false};
            if (v == verdict::unless_starter && closing.end == end) return {behind, starts_sentence(text, next)};
        }
        return {behind, true};
    }
    if (only_urdu && closing.end == end && open == opening::letter && count > 1)
        return {behind, behind_final_verb(text, begin, first.begin)};
    if (only_urdu && closing.end == end && count == 1 && behind_letter_name(text, begin, first)) return {behind, false};
    // "What?" she asked. «نه!» و رفت.
    if (open == opening::letter && closing.quote && in_sorted(quote_continuations, arabic_label_after(text, next).of(text)))
        return {behind, false};
    if (open == opening::lower && closing.quote) return {behind, false};
    return {behind, true};
}

// A dateline: لندن - ایرنا: and the like, at the beginning of a text or paragraph.
[[nodiscard]] constexpr bool is_dateline(std::string_view text, offset begin, offset colon) noexcept {
    if (colon - begin > 60) return false;
    bool dash = false;
    unsigned words = 1;
    for (offset i = begin; i < colon; ++i) {
        const unsigned b = byte_at(text, i);
        if (b == ' ') ++words;
        if (b == ' ' && (byte_at(text, i + 1) == '-' ||
                         (byte_at(text, i + 1) == 0xE2 && byte_at(text, i + 2) == 0x80 && byte_at(text, i + 3) == 0x93)))
            dash = true;
        if (b == '.' || b == '"' || b == 0xAB) return false;
    }
    return dash && words <= 7;
}

[[nodiscard]] constexpr bool is_urdu_stop(std::string_view text, offset begin, offset hyphen) noexcept {
    if (hyphen < begin + 5 || byte_at(text, hyphen - 1) != ' ' || byte_at(text, hyphen + 1) != ' ') return false;
    const offset end = hyphen - 1;
    offset from = end;
    while (from > begin && end - from < 12 && byte_at(text, from - 1) >= 0x80) --from;
    const std::string_view word = slice{from, end}.of(text);
    for (const std::string_view verb : urdu_final_verbs)
        if (word == verb) return true;
    return false;
}

// Whether a line goes on behind its end: a Latin text cut to lines of equal length.
[[nodiscard]] constexpr bool line_goes_on(std::string_view text, offset begin, mark line) noexcept {
    const offset next = skip_spaces(text, line.end);
    if (!is_lower(byte_at(text, next))) return false;
    const offset end = trim_end(text, begin, line.begin);
    const unsigned last = end > begin ? byte_at(text, end - 1) : 0u;
    return is_latin_or_digit(last) || last == ',' || last == ';' || last == '-';
}

struct found_sentence {
    offset end;
    offset next; // where to look for the one after it
};

// The end of the sentence that begins at `begin`, which is not white space.
[[nodiscard]] constexpr found_sentence language_sentence_end(std::string_view text, offset begin) noexcept {
    const offset size = static_cast<offset>(text.size());
    for (offset pos = begin; pos < size;) {
        pos = next_candidate(text, pos);
        if (pos >= size) break;
        const unsigned lead = byte_at(text, pos);
        const mark m = read_mark(text, lead == 0xD8 || lead == 0xDB || lead == 0xC2 ? pos + 1 : pos);
        pos = m.end;
        switch (m.kind) {
        case mark_kind::none: break;
        case mark_kind::line:
            if (!line_goes_on(text, begin, m)) return {trim_end(text, begin, m.begin), m.end};
            break;
        case mark_kind::colon:
            if (byte_at(text, pos) != ' ') break;
            if (is_dateline(text, begin, m.begin)) return {pos, pos};
            // A list follows.
            if (const offset dash = dash_size(text, pos + 1); dash != 0 && read_opening(text, pos + dash + 2) == opening::letter)
                return {pos, pos};
            break;
        case mark_kind::hyphen:
            if (is_urdu_stop(text, begin, m.begin)) return {pos, pos};
            break;
        default: {
            const cut c = judge_marks(text, begin, m);
            if (c.ends) return {c.end, c.end};
            pos = c.end;
        }
        }
    }
    return {trim_end(text, begin, size), size};
}

}}}} // namespace matn::v0::detail::splitting

#endif
