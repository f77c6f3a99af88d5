// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "texts.hpp"

#include <matn/pipeline.hpp>
#include <matn/word.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace {

using kind = matn::word_kind;

std::vector<std::string> segments(std::string_view text, matn::word_options options = {}) {
    std::vector<std::string> out;
    for (const matn::word w : matn::words(options)(text)) out.emplace_back(w.at.of(text));
    return out;
}
using list = std::vector<std::string>;

std::vector<std::uint64_t> streamed(std::string_view text, std::initializer_list<std::size_t> cuts) {
    std::vector<std::uint64_t> out;
    matn::word_boundary_stream stream;
    const auto to = [&out](std::uint64_t b) { out.push_back(b); };
    std::size_t from = 0;
    for (const std::size_t cut : cuts) {
        stream.feed(text.substr(from, cut - from), to);
        from = cut;
    }
    stream.feed(text.substr(from), to);
    stream.finish(to);
    return out;
}

constexpr std::size_t count(std::string_view text) {
    std::size_t n = 0;
    for (const matn::word w : matn::words(text)) n += w.at.size() > 0 ? 1u : 0u;
    return n;
}

} // namespace

static_assert(sizeof(matn::word) == 12 && std::is_trivially_copyable_v<matn::word>);
static_assert(count("سلام دنیا! can't 1,5") == 5);
static_assert(matn::stage<matn::words_fn>);
static_assert(!std::is_invocable_v<const matn::words_fn&, std::string>, "a temporary text is refused");
static_assert(std::forward_iterator<matn::word_view::iterator>);

TEST_CASE("words of five languages") {
    CHECK(segments("رئیس‌جمهور افغانستان به کابل می‌رود.") ==
          list{"رئیس‌جمهور", "افغانستان", "به", "کابل", "می‌رود", "."});
    CHECK(segments("«نه»، گفت: «۱۲٫۵ میلیون.»") == list{"«", "نه", "»", "،", "گفت", ":", "«", "۱۲٫۵", "میلیون", ".", "»"});
    CHECK(segments("قال: مُحَمَّدٌ رَسُولُ ٱللَّهِ ﷺ") == list{"قال", ":", "مُحَمَّدٌ", "رَسُولُ", "ٱللَّهِ", "ﷺ"});
    CHECK(segments("د ۱۳۹۹ کال، ښه ورځ!") == list{"د", "۱۳۹۹", "کال", "،", "ښه", "ورځ", "!"});
    CHECK(segments("وزیراعظم نے کہا۔") == list{"وزیراعظم", "نے", "کہا", "۔"});
    CHECK(segments("It's 1,234.5 tons (e.g. 3rd).") == list{"It's", "1,234.5", "tons", "(", "e.g", ".", "3rd", ")", "."});
}

TEST_CASE("each rule of UAX #29 joins or parts") {
    const struct {
        std::string_view text;
        list words;
    } cases[] = {
        {"\r\n", {"\r\n"}},                         // WB3
        {"\n\u0301", {"\n", "\u0301"}},             // WB3a
        {"a\n", {"a", "\n"}},                       // WB3b
        {"\u200D\u2764", {"\u200D\u2764"}},         // WB3c
        {"a:\u200D\u2764", {"a", ":\u200D\u2764"}}, // WB3c over a tentative boundary
        {"  \t", {"  ", "\t"}},                     // WB3d
        {" \u0301 ", {" \u0301", " "}},             // WB3d not across a mark
        {"e\u0301\u200Ca", {"e\u0301\u200Ca"}},     // WB4
        {"ab", {"ab"}},                             // WB5
        {"a:b", {"a:b"}},                           // WB6, WB7
        {"a:\u0301b", {"a:\u0301b"}},               // WB6 over a mark
        {"a:", {"a", ":"}},                         // no letter follows
        {"a:1", {"a", ":", "1"}},                   //
        {"a::b", {"a", ":", ":", "b"}},             //
        {"א'", {"א'"}},                             // WB7a
        {"א\"א", {"א\"א"}},                         // WB7b, WB7c
        {"א\"a", {"א", "\"", "a"}},                 //
        {"a\"a", {"a", "\"", "a"}},                 //
        {"12", {"12"}},                             // WB8
        {"a1", {"a1"}},                             // WB9
        {"1a", {"1a"}},                             // WB10
        {"1,2", {"1,2"}},                           // WB11, WB12
        {"1.2,3", {"1.2,3"}},                       //
        {"1,a", {"1", ",", "a"}},                   //
        {"1,,2", {"1", ",", ",", "2"}},             //
        {"アイ", {"アイ"}},                         // WB13
        {"a_1_ア", {"a_1_ア"}},                     // WB13a, WB13b
        {"🇦🇫🇮🇷🇵🇰", {"🇦🇫", "🇮🇷", "🇵🇰"}},             // WB15, WB16
        {"a🇦🇫🇮", {"a", "🇦🇫", "🇮"}},                 //
        {"世界", {"世", "界"}},                     // WB999
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        CHECK(segments(c.text, {.punctuation = true, .spaces = true}) == c.words);
    }
}

TEST_CASE("a word says what it is") {
    const struct {
        std::string_view text;
        kind is;
    } cases[] = {
        {"کتاب‌ها", kind::letters},
        {"3rd", kind::letters},
        {"_name", kind::letters},
        {"ก", kind::letters},
        {"۱۲۳٫۵", kind::number},
        {"٣", kind::number},
        {"½", kind::number},
        {"Ⅷ", kind::letters},
        {"語", kind::ideograph},
        {"カタカナ", kind::kana},
        {"ひ", kind::kana},
        {"👩‍👩‍👧", kind::emoji},
        {"🇦🇫", kind::emoji},
        {"1️⃣", kind::emoji},
        {"#️⃣", kind::emoji},
        {"❤️", kind::emoji},
        {"❤", kind::symbol},
        {"™", kind::symbol},
        {"🇦", kind::symbol},
        {"؟", kind::punctuation},
        {"«", kind::punctuation},
        {"__", kind::punctuation},
        {"﷼", kind::symbol},
        {"$", kind::symbol},
        {" ", kind::space},
        {"\r\n", kind::space},
        {"\u00A0", kind::space},
        {"\xFF", kind::invalid},
        {"\xE2\x80", kind::invalid},
        {"\u200E", kind::other},
        {"\u0378", kind::other},
        {"\x01", kind::other},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        const auto view = matn::words({.punctuation = true, .spaces = true})(c.text);
        REQUIRE((*view.begin()).at == matn::slice{0, static_cast<matn::offset>(c.text.size())});
        CHECK((*view.begin()).kind == c.is);
    }
}

TEST_CASE("the quick way to say what a word is agrees with the slow one") {
    std::size_t wrong = 0;
    for (const std::string& text : texts::all(3000, 60, 23))
        for (const matn::word w : matn::words({.punctuation = true, .spaces = true})(text))
            wrong += w.kind != matn::detail::kind_of_word(text, w.at);
    CHECK(wrong == 0);
    const std::string_view broken = "\xD9\u064E";
    CHECK((*matn::words(broken).begin()).kind == kind::invalid);
}

TEST_CASE("options leave out what is not asked for") {
    const std::string_view text = "نه، 5 % 😀 \xFF بلی\n";
    CHECK(segments(text) == list{"نه", "،", "5", "%", "😀", "\xFF", "بلی"});
    CHECK(segments(text, {.punctuation = false}) == list{"نه", "5", "😀", "بلی"});
    CHECK(segments(text, {.punctuation = false, .spaces = true}) == list{"نه", " ", "5", " ", " ", "😀", " ", " ", "بلی", "\n"});
}

TEST_CASE("bytes that are not UTF-8 are words of their own, and all around them stays exact") {
    CHECK(segments("سلا\xD9م دنیا") == list{"سلا", "\xD9", "م", "دنیا"});
    CHECK(segments("a\xF0\x9F\x98z") == list{"a", "\xF0\x9F\x98", "z"});
    CHECK(segments("\xC0\xAF\xED\xA0\x80") == list{"\xC0", "\xAF", "\xED", "\xA0", "\x80"});
    CHECK(segments("1,\xFF") == list{"1", ",", "\xFF"});
    CHECK(segments("") == list{});
}

TEST_CASE("the ways to get words agree, and words with spaces cover every byte") {
    for (const std::string& text : texts::all(400, 120)) {
        std::vector<matn::word> filled;
        const auto everything = matn::words({.punctuation = true, .spaces = true});
        everything.fill(text, filled);
        std::vector<matn::word> pushed;
        everything.run(text, matn::emit(pushed));
        const auto same = [](const matn::word& a, const matn::word& b) { return a.at == b.at && a.kind == b.kind; };
        CHECK(std::ranges::equal(filled, pushed, same));
        std::vector<matn::word> viewed;
        for (const matn::word w : everything(text)) viewed.push_back(w);
        CHECK(std::ranges::equal(filled, viewed, same));
        matn::offset end = 0;
        bool covered = true;
        for (const matn::word w : filled) {
            covered = covered && w.at.begin == end && w.at.end > end;
            end = w.at.end;
        }
        CHECK((covered && end == text.size()));
    }
}

TEST_CASE("wherever a text is cut, its boundaries are the same") {
    for (const std::string& text : texts::all(150, 14, 5)) {
        CAPTURE(text);
        const auto whole = streamed(text, {});
        std::vector<matn::word> expected;
        matn::words({.punctuation = true, .spaces = true}).fill(text, expected);
        REQUIRE(whole.size() == (text.empty() ? 0 : expected.size() + 1));
        for (std::size_t i = 0; i < expected.size(); ++i) REQUIRE(whole[i + 1] == expected[i].at.end);
        for (std::size_t a = 0; a <= text.size(); ++a) {
            REQUIRE(streamed(text, {a}) == whole);
            REQUIRE(streamed(text, {a, std::min(a + 1, text.size()), std::min(a + 2, text.size())}) == whole);
        }
    }
}

TEST_CASE("a stream is ready for the next text once it is finished") {
    matn::word_boundary_stream stream;
    std::vector<std::uint64_t> out;
    const auto to = [&out](std::uint64_t b) { out.push_back(b); };
    stream.feed("can", to);
    stream.feed("'t", to);
    stream.finish(to);
    CHECK(out == std::vector<std::uint64_t>{0, 5});
    out.clear();
    stream.feed("نه \xD9", to); // a letter that is cut short at the end
    stream.finish(to);
    CHECK(out == std::vector<std::uint64_t>{0, 4, 5, 6});
}

TEST_CASE("hostile texts take linear time and no stack") {
    const auto many = [](std::string_view piece, std::size_t n) {
        std::string out;
        for (std::size_t i = 0; i < n; ++i) out += piece;
        return out;
    };
    const std::size_t n = 100000;
    CHECK(segments("a" + many("\u0301", n)).size() == 1);
    CHECK(segments("a:" + many("\u0301", n)).size() == 2);
    CHECK(segments("1," + many("\u0301", n) + "a").size() == 3);
    CHECK(segments(many("🇦", n)).size() == n / 2);
    CHECK(segments(many("ب", 10 * n)).size() == 1);
    CHECK(segments(many("a:", n)).size() == 2);
    CHECK(segments(many("\x80", n)).size() == n);
    CHECK(segments(many(" \u200D", n)).size() == 0);
}

TEST_CASE("words are a stage, and a pipe") {
    const auto doc = matn::pipeline(matn::words({.punctuation = false}))("سلام، دنیا!");
    CHECK(doc.each<matn::word>().size() == 2);
    const std::string_view text = "ښه ورځ";
    std::size_t n = 0;
    for (const matn::word w : text | matn::words) n += w.at.size();
    CHECK(n == text.size() - 1);
}

#if defined(__x86_64__) && defined(__GNUC__)
TEST_CASE("the rows that vectors pick from hold the letters, marks and digits of U+0600 to U+06FF and no others") {
    using namespace matn::detail;
    const arabic_rows words = make_arabic_rows(is_arabic_word), quirks = make_arabic_rows(is_arabic_quirk);
    const auto has = [](const arabic_rows& rows, unsigned c) {
        return (((c & 8) != 0 ? rows.high : rows.low)[c >> 4] >> (c & 7) & 1) != 0;
    };
    for (unsigned c = 0; c < 256; ++c) {
        const std::string letter(matn::encode(0x600 + c).view());
        INFO(letter);
        // A character of such a row goes on in a word between two letters; one of neither row ends it.
        const bool goes_on = segments("ب" + letter + "ب").size() == 1;
        if (has(words, c)) CHECK(goes_on);
        if (!has(words, c) && !has(quirks, c)) CHECK((!goes_on || c == 0x0C || c == 0x6C));
    }
    const pick_table vowels = make_ascii_set([](unsigned b) { return b == 'a' || b == 'e' || b == 'i' || b == 'o' || b == 'u'; });
    for (unsigned b = 0; b < 128; ++b)
        CHECK((vowels[b & 15] >> (b >> 4) & 1) ==
              (std::string_view("aeiou").find(static_cast<char>(b)) != std::string_view::npos ? 1 : 0));
    for (unsigned i = 0; i < 32; ++i) CHECK(twice(ascii_by_low)[i] == ascii_by_low[i % 16]);
}
#endif

TEST_CASE("a picture tied to a control character makes an emoji of both, however they are read") {
    const std::string text = "\x01\u200D\U0001F3E2";
    const std::string long_text = std::string(200, 'a') + ' ' + text;
    for (const std::string_view each : {std::string_view(text), std::string_view(long_text)}) {
        matn::word last{};
        for (const matn::word w : matn::words(each)) last = w;
        CHECK(last.at.of(each) == text);
        CHECK(last.kind == matn::word_kind::emoji);
        std::vector<matn::word> all;
        matn::words.fill(each, all);
        REQUIRE(!all.empty());
        CHECK(all.back().kind == matn::word_kind::emoji);
    }
}
