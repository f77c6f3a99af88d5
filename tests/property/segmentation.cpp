// SPDX-License-Identifier: MIT
// What holds for the segments of every text, whichever way they are asked for and however the machine reads it.
#include "../catch.hpp"
#include "../texts.hpp"

#include <matn/grapheme.hpp>
#include <matn/sentence.hpp>
#include <matn/token.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

using matn::detail::word_path;

std::vector<matn::token> tokens_by(std::string_view text, word_path path) {
    std::vector<matn::token> found;
    matn::detail::tokenizing::each_token_batch<matn::token>(
        text, [&found](const matn::token* t, const matn::token* last) { found.insert(found.end(), t, last); }, path);
    return found;
}
std::vector<matn::token> tokens_one_by_one(std::string_view text) {
    std::vector<matn::token> found;
    for (const matn::token t : matn::tokens(text)) found.push_back(t);
    return found;
}
// By the rules alone, without any look at what cannot matter.
std::vector<matn::token> tokens_by_rules(std::string_view text) {
    namespace rules = matn::detail::tokenizing;
    std::vector<matn::token> found;
    for (matn::offset pos = 0; pos < text.size();) {
        const matn::slice at{pos, matn::detail::word_end(text, pos)};
        const matn::word w{at, matn::detail::kind_of_word(text, at)};
        pos = at.end;
        if (w.kind == matn::word_kind::space || rules::is_unseen(text, w)) continue;
        const rules::token_end t = rules::token_at(text, w);
        pos = t.end;
        const bool joins =
            t.kind == matn::token_kind::emoji && !found.empty() && found.back().kind == t.kind && found.back().at.end == at.begin;
        if (joins) found.back().at.end = t.end;
        else found.push_back({{rules::with_marks(text, found.empty() ? 0 : found.back().at.end, w), t.end}, t.kind});
    }
    return found;
}

// The first token that two ways to find them do not share, with what stands around it; nothing where they agree.
std::string difference(std::string_view text, const std::vector<matn::token>& a, const std::vector<matn::token>& b) {
    const auto same = [](const matn::token& x, const matn::token& y) { return x.at == y.at && x.kind == y.kind; };
    const auto [i, j] = std::mismatch(a.begin(), a.end(), b.begin(), b.end(), same);
    if (i == a.end() && j == b.end()) return {};
    const std::size_t at =
        std::min<std::size_t>(i == a.end() ? text.size() : i->at.begin, j == b.end() ? text.size() : j->at.begin);
    return "at byte " + std::to_string(at) + ": " + std::string(text.substr(at < 40 ? 0 : at - 40, 100));
}
void check_tokens(std::string_view text) {
    const std::vector<matn::token> expected = tokens_by_rules(text);
    CHECK(difference(text, tokens_one_by_one(text), expected) == "");
    for (const word_path path : {word_path::machine, word_path::tables, word_path::avx2}) {
        CAPTURE(path);
        CHECK(difference(text, tokens_by(text, path), expected) == "");
    }
}

} // namespace

TEST_CASE("tokens of texts made of what rules look for are the same in every way to read them") {
    constexpr std::string_view usual[] = {"ا", "ب", "سلام", "word", "Word", "e", "S", " ", " ",
                                          " ", " ", "\n",   "،",    ",",    ".", "۱", "7"};
    constexpr std::string_view special[] = {
        ".", ",", ":", ";", "'", "’", "\"", "«", "»", "(", ")", "[", "-", "_", "/", "@", "#", "&", "+", "%", "*", "!", "?", "؟",
        "۔", "…", "–", "—", "$", "<", "=", "~", "^", "|", "s ", "Dr", "U", "mm", "am", "www", ".com", "http:", "mailto:", "ـ",
        "بـ", "الـ", "é", "//", "12", "۵", "٣", "٫", "٬", "و", "ق", "م", "د", "é", "\u00A0", "\t", "\r\n", "  ", "\u200C",
        "\u064E",
        // Whole beginnings and ends of addresses, times, telephone numbers, faces, abbreviations and units.
        "https://", "example.org", ":8080", "/a_(b)", "?q=", "#end", "t.me/", "x.com/", "info@", "@mail.af", "user.name", "xn--",
        "tel:", "10:30", "a.m.", "p.m.", "a.m", "5p", "650k", "$3M", "£2B", "º", "ºC", "01-Feb-02", "2021-04-16", "T12:30:00Z",
        "713/853-5025", "853-7906", "+93", "(70)", "5+1", "۳-۲", "1,234.5", "1.2.3", "90's", "’s", "'s", "n't", ":)", ":-(", ":D",
        ":-P", ";)", "<3", "^_^", "*", "`", "~", "\\", "<b>", "&amp;", "C++", "c++", "AT&T", "R&D", "U.S.", "U.K.", "e.g.",
        "i.e.", "No.", "Dr.", "etc.", "vs.", "J.", "a.b.c", "و.", "ه.ق", "م.م", "د.", "ص.", "ج.ا.", "ایچ", "آئی", "بی", "۱۳۹۹",
        "هـ", "ء", "ع", "مه", "م", "ـی", "۲۰۲۰ء", "F-16", "COVID-19", "A4", "\u2010", "\u2011", "\u2018", "\u201C", "\u201D",
        "\u2026", "\uFD3E", "\uFD3F", "\u066A", "\u0609", "\u060C", "\u061B", "\u0640", "ﷺ", "😀", "👍🏽", "🇦🇫"};
    texts::random next(71);
    for (int i = 0; i < 4000; ++i) {
        std::string text;
        const std::size_t rare = 2 + next.below(12);
        const std::size_t odd = 30 + next.below(300);
        for (std::size_t n = 80 + next.below(400); n > 0; --n)
            text += next.below(odd) == 0    ? texts::pieces[next.below(std::size(texts::pieces))]
                    : next.below(rare) == 0 ? special[next.below(std::size(special))]
                                            : usual[next.below(std::size(usual))];
        check_tokens(text);
    }
}

TEST_CASE("tokens of real and of random texts are the same in every way to read them") {
    for (const std::string& text : texts::all(300, 600, 9)) check_tokens(text);
    std::string news;
    for (int i = 0; i < 20; ++i)
        for (const std::string_view line : texts::news) (news += line) += i % 3 == 0 ? "\n" : " ";
    check_tokens(news);
    bool found = false;
    for (const char* const language : {"fa", "ar", "ur", "ps", "en", "mixed"}) {
        std::ifstream file(std::string(MATN_SHARED_DIR "/data/corpus/") + language + ".txt", std::ios::binary);
        const std::string text((std::istreambuf_iterator<char>(file)), {});
        found = found || !text.empty();
        check_tokens(text);
    }
    if (!found) WARN("skipped: there are no corpora beside the checkout");
}

namespace {

// Table 3-7 of the Unicode standard: which bytes may follow which. Nothing here knows how matn decodes.
struct row {
    unsigned first, last; // of the lead byte
    unsigned low, high;   // of the second byte
    std::size_t size;
};
constexpr row well_formed[] = {
    {0x00, 0x7F, 0, 0, 1},       {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
    {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
    {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
};
// How many bytes from the start are the beginning of a well-formed character, and whether they are a whole one; 1 for none.
std::pair<std::size_t, bool> maximal_part(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(text[i])); };
    for (const row& r : well_formed) {
        if (byte(0) < r.first || byte(0) > r.last) continue;
        std::size_t n = 1;
        if (n < r.size && n < text.size() && byte(1) >= r.low && byte(1) <= r.high) ++n;
        while (n > 1 && n < r.size && n < text.size() && byte(n) >= 0x80 && byte(n) <= 0xBF) ++n;
        return {n, n == r.size};
    }
    return {1, false};
}

} // namespace

TEST_CASE("broken bytes are one word and one token for each maximal part of a character that they begin") {
    constexpr std::string_view parts[] = {"\x80", "\xBF", "\xC0", "\xC1", "\xC2", "\xDF",   "\xE0", "\xA0", "\x9F",  "\xED",
                                          "\xEF", "\xF0", "\x90", "\x8F", "\xF4", "\xF5",   "\xFF", "a",    "1",     ".",
                                          " ",    "ب",    "۱",    "世",   "😀",    "\u200C", "@",    "#",    "\u064E"};
    texts::random next(72);
    std::size_t broken = 0;
    for (int i = 0; i < 30000; ++i) {
        std::string text;
        const std::size_t usual = next.below(4);
        for (std::size_t n = 1 + next.below(i % 8 == 0 ? 400 : 12); n > 0; --n)
            text += usual != 0 && next.below(6) != 0 ? parts[17 + next.below(6)] : parts[next.below(std::size(parts))];
        std::vector<matn::slice> expected;
        for (std::size_t pos = 0; pos < text.size();) {
            const auto [size, whole] = maximal_part(std::string_view(text).substr(pos));
            if (!whole) expected.push_back({static_cast<matn::offset>(pos), static_cast<matn::offset>(pos + size)});
            pos += size;
        }
        broken += expected.size();
        // Marks and joiners stay on what they follow, broken or not.
        const auto begins = [&](matn::slice at, matn::slice part) {
            if (at.begin != part.begin || at.end < part.end) return false;
            for (matn::offset p = part.end; p < at.end;) {
                const matn::code_point c = matn::decode(text, p);
                const auto cls = static_cast<matn::detail::word_class>(matn::detail::word_class_of(c.value) & 31u);
                if (!c.ok || (cls != matn::detail::word_class::extend && cls != matn::detail::word_class::format)) return false;
                p = c.at.end;
            }
            return true;
        };
        const auto check = [&](const auto& items, auto invalid) {
            std::size_t k = 0;
            bool same = true;
            for (const auto& item : items) {
                if (item.kind != invalid) continue;
                same = same && k < expected.size() && begins(item.at, expected[k]);
                ++k;
            }
            return same && k == expected.size();
        };
        std::vector<matn::word> words;
        matn::words.fill(text, words);
        if (!check(words, matn::word_kind::invalid)) FAIL("words: " << text);
        if (!check(matn::words(text), matn::word_kind::invalid)) FAIL("view of words: " << text);
        if (!check(tokens_by_rules(text), matn::token_kind::invalid)) FAIL("rules of tokens: " << text);
        for (const word_path path : {word_path::machine, word_path::tables, word_path::avx2})
            if (!check(tokens_by(text, path), matn::token_kind::invalid)) FAIL("tokens: " << text);
    }
    CHECK(broken > 100000);
}

TEST_CASE("texts made to be slow take linear time and no stack, in every way to ask") {
    const auto many = [](std::string_view piece, std::size_t n) {
        std::string out;
        for (std::size_t i = 0; i < n; ++i) out += piece;
        return out;
    };
    const std::size_t n = 100000;
    const auto count = [](std::string_view text) {
        std::size_t of_tokens = 0, of_words = 0, of_graphemes = 0, of_sentences = 0;
        matn::tokens.for_each(text, [&](matn::token) { ++of_tokens; });
        for (const matn::word w : matn::words(text)) of_words += w.at.size() > 0 ? 1u : 0u;
        matn::graphemes.for_each(text, [&](matn::grapheme) { ++of_graphemes; });
        matn::sentences.for_each(text, [&](matn::sentence) { ++of_sentences; });
        return std::vector<std::size_t>{of_words, of_tokens, of_graphemes, of_sentences};
    };
    using counts = std::vector<std::size_t>;
    CHECK(count(many("ب", n)) == counts{1, 1, n, 1});
    CHECK(count(many("a", n)) == counts{1, 1, n, 1});
    CHECK(count("ب" + many("\u064E", n)) == counts{1, 1, 1, 1});
    CHECK(count("." + many("\u0301", n)) == counts{1, 1, 1, 1});
    CHECK(count(many("🇦", n)) == counts{n / 2, 1, n / 2, 1}); // neighbouring emoji are one token
    CHECK(count(many("\x80", n)) == counts{n, n, n, 1});
    CHECK(count(many(" ", n)) == counts{0, 0, n, 0});
    CHECK(count(many("👩\u200D", n)) == counts{1, 1, 1, 1});
    CHECK(count(many("a:", n)).front() == 2);
    CHECK(count(many("U.", n)).front() == 2);
    CHECK(count(many("a-", n)).front() == 2 * n);
    CHECK(count(many("@", n)).front() == n);
    CHECK(count(many("http://", n)).front() > n);
}

namespace {

std::vector<matn::slice> sentences_of(std::string_view text) {
    std::vector<matn::slice> out;
    for (const matn::sentence s : matn::sentences(text)) out.push_back(s.at);
    return out;
}

} // namespace

TEST_CASE("the sentences of a paragraph are the same alone and between others, and leave out nothing but space") {
    constexpr std::string_view usual[] = {"وزیر", "گفت", "است", "کابل", "قال",  "الوزير", "ښه",   "ده",
                                          "نے",   "کہا", "The", "the",  "word", "Kabul",  "said", "a"};
    constexpr std::string_view special[] = {".",
                                            "!",
                                            "?",
                                            "؟",
                                            "۔",
                                            "...",
                                            "…",
                                            ":",
                                            ";",
                                            "؛",
                                            ",",
                                            "،",
                                            "«",
                                            "»",
                                            "“",
                                            "”",
                                            "‘",
                                            "’",
                                            "\"",
                                            "'",
                                            "(",
                                            ")",
                                            "[",
                                            "]",
                                            "{",
                                            "}",
                                            "—",
                                            "–",
                                            "-",
                                            "•",
                                            "*",
                                            "/",
                                            "Dr.",
                                            "U.S.",
                                            "e.g.",
                                            "i.e.",
                                            "E.g.",
                                            "p.m.",
                                            "a.m.",
                                            "J.",
                                            "No.",
                                            "etc.",
                                            "Inc.",
                                            "vs.",
                                            "St.",
                                            "Jan.",
                                            "www.x.",
                                            "http://a.b",
                                            "a@b.c",
                                            "1.",
                                            "12.",
                                            "3.5",
                                            "(1)",
                                            "[12]",
                                            "[1].",
                                            "۱.",
                                            "۲)",
                                            "a)",
                                            "A.",
                                            "آ.",
                                            "ه.",
                                            "د.",
                                            "م.ع.",
                                            "ص.",
                                            "آئی.",
                                            "ایچ.",
                                            "بی",
                                            "سی.",
                                            "و.",
                                            "ق.م.",
                                            "نمی‌",
                                            "نمی‌شود",
                                            "می‌گوید",
                                            "!»",
                                            ".»",
                                            ".)",
                                            "?\"",
                                            ".”",
                                            "!!!",
                                            "?!",
                                            "\n",
                                            "\r\n",
                                            "\v",
                                            "\f",
                                            "\t",
                                            "\u0085",
                                            "\u2028",
                                            "\u2029",
                                            "\u200C",
                                            "\u200F",
                                            "\u00A0",
                                            "\u064B",
                                            "😀",
                                            "۱۳۹۹",
                                            "2020",
                                            "۔۔۔",
                                            "–",
                                            "KABUL",
                                            "کابل:",
                                            "(AP)",
                                            "(پژواک)",
                                            "=",
                                            ">",
                                            "x=",
                                            "ﷺ",
                                            "。",
                                            "！",
                                            "॥",
                                            "\xD8",
                                            "\xFF"};
    texts::random next(72);
    const auto paragraph = [&](std::size_t count) {
        std::string text;
        for (; count > 0; --count) {
            text += next.below(2) == 0 ? usual[next.below(std::size(usual))] : special[next.below(std::size(special))];
            if (next.below(4) != 0) text += ' ';
        }
        return text;
    };
    for (int i = 0; i < 12000; ++i) {
        const std::string text = paragraph(1 + next.below(24)) + "\n\n";
        const std::string before = "کابل ښه ده.\n\n", all = before + text + "The end.\n";
        INFO(text);
        const auto alone = sentences_of(text), among = sentences_of(all);
        matn::offset end = 0;
        for (const matn::slice s : alone) { // between sentences is only space
            REQUIRE(s.begin >= end);
            REQUIRE(s.end > s.begin);
            for (const matn::code_point c : matn::code_points(std::string_view(text).substr(end, s.begin - end)))
                REQUIRE(
                    (c.ok && (c.value <= ' ' || c.value == 0x85 || c.value == 0xA0 || (c.value >= 0x2000 && c.value <= 0x202F))));
            end = s.end;
        }
        std::vector<matn::slice> inner;
        for (const matn::slice s : among)
            if (s.begin >= before.size() && s.end <= before.size() + text.size())
                inner.push_back(
                    {static_cast<matn::offset>(s.begin - before.size()), static_cast<matn::offset>(s.end - before.size())});
        REQUIRE(inner == alone);
    }
}
