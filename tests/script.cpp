// SPDX-License-Identifier: MIT
#include "catch.hpp"

#include <matn/pipeline.hpp>
#include <matn/script.hpp>

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <ranges>
#include <string>
#include <vector>

// ICU's own script runs: exported by its library, but in no installed header.
extern "C" {
struct UScriptRun;
#define uscript_openRun U_ICU_ENTRY_POINT_RENAME(uscript_openRun)
#define uscript_closeRun U_ICU_ENTRY_POINT_RENAME(uscript_closeRun)
#define uscript_nextRun U_ICU_ENTRY_POINT_RENAME(uscript_nextRun)
UScriptRun* uscript_openRun(const UChar* text, int32_t length, UErrorCode* status);
void uscript_closeRun(UScriptRun* run);
UBool uscript_nextRun(UScriptRun* run, int32_t* start, int32_t* limit, UScriptCode* code);
}

namespace {

struct found {
    matn::offset begin, end;
    std::string code;
    bool operator==(const found&) const = default;
};
std::ostream& operator<<(std::ostream& out, const found& f) { return out << f.begin << '-' << f.end << ' ' << f.code; }

std::vector<found> ours(std::string_view text) {
    std::vector<found> runs;
    for (const matn::script_run r : matn::script_runs(text))
        runs.push_back({r.at.begin, r.at.end, std::string(matn::iso_15924(r.value))});
    return runs;
}

std::string utf8(const std::u32string& text) {
    std::string bytes;
    for (const char32_t c : text) bytes += matn::encode(c).view();
    return bytes;
}

// The runs of ICU over UTF-16, with the offsets of the UTF-8.
std::vector<found> runs_of_icu(const std::u32string& text) {
    if (text.empty()) return {}; // which ICU calls an error
    std::u16string units;
    std::vector<matn::offset> bytes; // of each unit
    matn::offset at = 0;
    for (const char32_t c : text) {
        if (c >= 0x10000) {
            units += static_cast<char16_t>(0xD7C0 + (c >> 10));
            bytes.push_back(at);
            units += static_cast<char16_t>(0xDC00 + (c & 0x3FF));
        } else {
            units += static_cast<char16_t>(c);
        }
        bytes.push_back(at);
        at += matn::encode(c).size;
    }
    bytes.push_back(at);
    UErrorCode status = U_ZERO_ERROR;
    UScriptRun* run = uscript_openRun(units.data(), static_cast<int32_t>(units.size()), &status);
    REQUIRE(U_SUCCESS(status));
    std::vector<found> runs;
    int32_t from = 0, to = 0;
    UScriptCode code = USCRIPT_COMMON;
    while (uscript_nextRun(run, &from, &to, &code))
        runs.push_back({bytes[static_cast<std::size_t>(from)], bytes[static_cast<std::size_t>(to)], uscript_getShortName(code)});
    uscript_closeRun(run);
    return runs;
}

bool icu_has_our_unicode() {
    UVersionInfo v;
    u_getUnicodeVersion(v);
    return v[0] * 100u + v[1] == matn::detail::script_unicode_version;
}

} // namespace

TEST_CASE("a text of one script is one run, and digits, spaces and marks go with it") {
    CHECK(ours("کابل، ۱۲ حمل ۱۴۰۰") == std::vector<found>{{0, 31, "Arab"}});
    CHECK(ours("Kabul, 1 April 2021.") == std::vector<found>{{0, 20, "Latn"}});
    CHECK(ours("نَصٌّ") == std::vector<found>{{0, 10, "Arab"}});
}

TEST_CASE("runs of Arabic and Latin script alternate where letters change") {
    CHECK(ours("سازمان NATO در بروکسل") == std::vector<found>{{0, 13, "Arab"}, {13, 18, "Latn"}, {18, 35, "Arab"}});
    CHECK(ours("Привет سلام") == std::vector<found>{{0, 13, "Cyrl"}, {13, 21, "Arab"}});
}

TEST_CASE("common characters at the start of a text go with the first letter") {
    CHECK(ours("«۱۲» 3: پشتو") == std::vector<found>{{0, 20, "Arab"}});
    CHECK(ours("... abc") == std::vector<found>{{0, 7, "Latn"}});
}

TEST_CASE("a closing bracket goes with its opening one") {
    // The bracket closes back in Arabic, though Latin letters stand before it.
    CHECK(ours("ناتو (NATO) گفت") == std::vector<found>{{0, 10, "Arab"}, {10, 14, "Latn"}, {14, 22, "Arab"}});
    CHECK(ours("(NATO) ناتو") == std::vector<found>{{0, 7, "Latn"}, {7, 15, "Arab"}});
    CHECK(ours("وی “yes” گفت") == std::vector<found>{{0, 8, "Arab"}, {8, 11, "Latn"}, {11, 21, "Arab"}});
}

TEST_CASE("a text without letters is one common run, and an empty text has none") {
    CHECK(ours("12 + 3 = 15!") == std::vector<found>{{0, 12, "Zyyy"}});
    CHECK(ours("\xCC\x81") == std::vector<found>{{0, 2, "Zyyy"}});
    CHECK(ours("").empty());
}

TEST_CASE("bytes that are not UTF-8 count as common and keep every offset exact") {
    CHECK(ours("\xFF\xC3 سلام\x80 NATO \xE2\x80") == std::vector<found>{{0, 13, "Arab"}, {13, 20, "Latn"}});
    CHECK(ours("\xED\xA0\x80") == std::vector<found>{{0, 3, "Zyyy"}});
    CHECK(ours("\xD8") == std::vector<found>{{0, 1, "Zyyy"}});
    CHECK(ours("\xD8\xD7\x90") == std::vector<found>{{0, 3, "Hebr"}});
    CHECK(ours("سلام\xD8"
               "a") == std::vector<found>{{0, 9, "Arab"}, {9, 10, "Latn"}});
}

TEST_CASE("runs are found while compiling") {
    static_assert((*matn::script_runs("سلام (NATO)").begin()).at == matn::slice{0, 10});
    static_assert((*matn::script_runs("سلام (NATO)").begin()).value == matn::script::arabic);
    static_assert(matn::script_of(U'ژ') == matn::script::arabic && matn::script_of(U'1') == matn::script::common);
    static_assert(matn::iso_15924(matn::script::arabic) == "Arab" && matn::parse_script("lATN") == matn::script::latin);
    static_assert(!matn::parse_script("Xxxx") && !matn::parse_script("Arabic") && !matn::parse_script(""));
    static_assert(matn::script_extensions(U'،').contains(matn::script::syriac));
    static_assert(!matn::script_extensions(U'ب').contains(matn::script::syriac));
    static_assert(sizeof(matn::script_run) == 12);
    static_assert(matn::stage<matn::script_runs_fn>);
    SUCCEED();
}

TEST_CASE("script runs are a layer, a pipe and a range") {
    const std::string text = "ناتو (NATO) گفت";
    auto doc = matn::pipeline(matn::script_runs)(text);
    REQUIRE(doc.each<matn::script_run>().size() == 3);
    CHECK(doc.text(doc.each<matn::script_run>()[1]) == "NATO");
    std::size_t n = 0;
    for (const matn::script_run r : text | matn::script_runs) n += r.at.size();
    CHECK(n == text.size());
#if !defined(__clang__) || __clang_major__ >= 16
    auto arabic =
        text | matn::script_runs | std::views::filter([](matn::script_run r) { return r.value == matn::script::arabic; });
    CHECK(std::ranges::distance(arabic) == 2);
#endif
}

TEST_CASE("every code point has ICU's Script and Script_Extensions") {
    if (!icu_has_our_unicode()) {
        WARN("skipped: the linked ICU has another version of Unicode");
        return;
    }
    UErrorCode status = U_ZERO_ERROR;
    std::size_t wrong = 0, shared = 0;
    for (char32_t c = 0; c < 0x110000; ++c) {
        const auto u = static_cast<UChar32>(c);
        if (matn::iso_15924(matn::script_of(c)) != uscript_getShortName(uscript_getScript(u, &status))) ++wrong;
        UScriptCode set[64];
        const int count = uscript_getScriptExtensions(u, set, 64, &status);
        const matn::script_extensions mine(c);
        if (mine.size() != static_cast<std::size_t>(count)) ++wrong;
        for (int i = 0; i < count; ++i) {
            const auto s = matn::parse_script(uscript_getShortName(set[i]));
            if (!s || !mine.contains(*s)) ++wrong;
        }
        if (count > 1) ++shared;
    }
    CHECK(U_SUCCESS(status));
    CHECK(wrong == 0);
    CHECK(shared > 300); // there are code points of several scripts, so the check above has checked something
    CHECK(matn::script_of(0x110000) == matn::script::unknown);
}

TEST_CASE("runs of random text are those of ICU") {
    if (!icu_has_our_unicode()) {
        WARN("skipped: the linked ICU has another version of Unicode");
        return;
    }
    std::mt19937 random(1400);
    const auto below = [&random](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    const std::u32string pieces[] = {U"سلام دنیا و جهان",
                                     U"گفت‌وگو",
                                     U"نَصٌّ",
                                     U"hello",
                                     U"Straße œuvre ʻokina",
                                     U"Привет",
                                     U"αβγ",
                                     U"漢字かな",
                                     U"한국",
                                     U"देव",
                                     U"שלום",
                                     U"ܫܠܡܐ",
                                     U" ",
                                     U"، ",
                                     U"؟",
                                     U"۱۲۳",
                                     U"123",
                                     U"(",
                                     U")",
                                     U"[",
                                     U"]",
                                     U"{",
                                     U"}",
                                     U"<",
                                     U">",
                                     U"«",
                                     U"»",
                                     U"“",
                                     U"”",
                                     U"‘",
                                     U"’",
                                     U"‹",
                                     U"›",
                                     U"「",
                                     U"」",
                                     U"《",
                                     U"》",
                                     U"〔",
                                     U"〕",
                                     U"...",
                                     U"\u0301",
                                     U"\u064B",
                                     U"\u200C",
                                     U"\u200F",
                                     U"😀",
                                     U"\U0001F3FD",
                                     U"\U0001EE00",
                                     U"\uFFFD",
                                     U"\u0378",
                                     U"\uFDFA",
                                     U"\uFE8D",
                                     U"\n",
                                     U"ـ"};
    for (int round = 0; round < 20000; ++round) {
        std::u32string text;
        const std::size_t count = below(round % 50 == 0 ? 200 : 12);
        // Some texts are mostly brackets, deeper than the 32 that are remembered.
        for (std::size_t i = 0; i < count; ++i) {
            if (round % 7 == 0 && below(3) != 0) text += pieces[17 + below(22)];
            else if (below(20) == 0) text += static_cast<char32_t>(below(0xD800));
            else text += pieces[below(std::size(pieces))];
        }
        const std::string bytes = utf8(text);
        if (ours(bytes) != runs_of_icu(text)) {
            CAPTURE(bytes);
            REQUIRE(ours(bytes) == runs_of_icu(text));
        }
    }
}

TEST_CASE("the fast paths give what the slow path gives, whatever the bytes") {
    std::mt19937 random(7);
    const std::string_view pieces[] = {"سلام",
                                       "hello",
                                       "(",
                                       ")",
                                       "«",
                                       "»",
                                       "\xD8",
                                       "\x80",
                                       "é",
                                       "\xE2\x80\x8C",
                                       " ",
                                       "7",
                                       "\xFF",
                                       "П",
                                       "ﷺ",
                                       "ʻ",
                                       "\xC2",
                                       "abcdefghijklmnopqrstuvwxyz",
                                       "کتابخانه ملی افغانستان در کابل"};
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (std::size_t i = random() % 30; i > 0; --i) text += pieces[random() % std::size(pieces)];
        for (matn::offset from = 0; from < text.size(); ++from) {
            // Byte by byte, which is what the blocks of 16 and 32 must equal.
            matn::offset arabic = from, latin = from;
            while (arabic < text.size() && matn::detail::in_arabic_run::keeps(static_cast<unsigned char>(text[arabic]))) ++arabic;
            while (latin < text.size() && matn::detail::in_latin_run::keeps(static_cast<unsigned char>(text[latin]))) ++latin;
            REQUIRE(matn::detail::skip_run<matn::detail::in_arabic_run>(text, from) == arabic);
            REQUIRE(matn::detail::skip_run<matn::detail::in_latin_run>(text, from) == latin);
        }
        matn::offset end = 0;
        for (const matn::script_run r : matn::script_runs(text)) {
            REQUIRE(r.at.begin == end);
            REQUIRE(!r.at.empty());
            end = r.at.end;
        }
        REQUIRE(end == text.size());
    }
}

TEST_CASE("the bytes that a run keeps by themselves belong to that script, or to none") {
    // All code points whose every byte is kept must be of the script, common or inherited, and no bracket.
    for (char32_t c = 0; c < 0x110000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        const auto bytes = matn::encode(c);
        const auto kept = [&](auto run) {
            return std::all_of(bytes.bytes, bytes.bytes + bytes.size,
                               [&](char b) { return run.keeps(static_cast<unsigned char>(b)); });
        };
        const matn::script s = matn::script_of(c);
        if (kept(matn::detail::in_arabic_run{})) REQUIRE((s == matn::script::arabic || s <= matn::script::inherited));
        if (kept(matn::detail::in_latin_run{})) REQUIRE((s == matn::script::latin || s <= matn::script::inherited));
        if (kept(matn::detail::in_arabic_run{}) || kept(matn::detail::in_latin_run{})) REQUIRE(matn::detail::paired_mark(c) < 0);
    }
}

TEST_CASE("all runs of the shared set are as expected") {
    std::ifstream in(MATN_SHARED_DIR "/data/lid/dev/script_runs.jsonl");
    if (!in) {
        WARN("skipped: no shared data");
        return;
    }
    // One object a line: {"text": "...", "runs": [[0, 12, "Arab"], ...]}
    std::size_t runs = 0, texts = 0;
    for (std::string line; std::getline(in, line); ++texts) {
        std::size_t i = line.find("\"text\"");
        REQUIRE(i != std::string::npos);
        i = line.find('"', i + 6) + 1;
        std::string text;
        for (; line[i] != '"'; ++i) {
            if (line[i] != '\\') {
                text += line[i];
                continue;
            }
            const char e = line[++i];
            if (e == 'n') text += '\n';
            else if (e == 't') text += '\t';
            else if (e == 'r') text += '\r';
            else if (e == 'u')
                text += matn::encode(static_cast<char32_t>(std::stoul(line.substr(i + 1, 4), nullptr, 16))).view(), i += 4;
            else text += e;
        }
        std::vector<found> expected;
        for (i = line.find("\"runs\"") + 6; (i = line.find_first_of("0123456789", i)) != std::string::npos;) {
            std::size_t used = 0;
            const auto begin = static_cast<matn::offset>(std::stoul(line.substr(i), &used));
            i = line.find_first_of("0123456789", i + used);
            const auto end = static_cast<matn::offset>(std::stoul(line.substr(i), &used));
            i = line.find('"', i + used) + 1;
            expected.push_back({begin, end, line.substr(i, 4)});
            i += 4;
        }
        runs += expected.size();
        REQUIRE(ours(text) == expected);
    }
    CHECK(texts > 0);
    CHECK(runs > texts);
}
