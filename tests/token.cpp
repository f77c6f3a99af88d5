// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "texts.hpp"

#include <matn/pipeline.hpp>
#include <matn/token.hpp>

#include <string>
#include <vector>

namespace {

using kind = matn::token_kind;
using list = std::vector<std::string>;

std::vector<matn::token> all(std::string_view text) {
    std::vector<matn::token> out;
    matn::tokens.fill(text, out);
    return out;
}
list pieces(std::string_view text) {
    list out;
    for (const matn::token t : matn::tokens(text)) out.emplace_back(t.at.of(text));
    return out;
}

} // namespace

static_assert(sizeof(matn::token) == 12 && std::is_trivially_copyable_v<matn::token>);
static_assert(matn::stage<matn::tokens_fn>);
static_assert(!std::is_invocable_v<const matn::tokens_fn&, std::string>, "a temporary text is refused");
static_assert([] {
    std::size_t n = 0;
    matn::tokens.for_each("به info@example.org نامه فرستاد.", [&n](matn::token) { ++n; });
    return n;
}() == 5);

TEST_CASE("a token says what it is, alone and in a sentence") {
    const struct {
        std::string_view text;
        kind is;
    } cases[] = {
        {"می‌خواهیم", kind::word},
        {"don't", kind::word},
        {"COVID-19", kind::word},
        {"كوفيد-19", kind::word},
        {"کووید-۱۹", kind::word},
        {"e-mail", kind::word},
        {"non-European", kind::word},
        {"AT&T", kind::word},
        {"پەن-تېخنىكا", kind::word}, // Uyghur
        {"語", kind::word},
        {"۱۲٫۵", kind::number},
        {"۱٬۲۳۴٬۵۶۷", kind::number},
        {"1,234.5", kind::number},
        {"10:30", kind::number},
        {"۱۰:۳۰:۱۵", kind::number},
        {"29/2/2020", kind::number},
        {"۱۳۹۹/۲/۱۳", kind::number},
        {"2021-04-16", kind::number},
        {"2021-04-16T12:30:00Z", kind::number},
        {"16-Apr-2021", kind::number},
        {"212-555-0143", kind::number},
        {"1980's", kind::number},
        {"'68", kind::number},
        {"https://example.org/fa/news?id=12&lang=fa", kind::url},
        {"https://fa.wikipedia.org/wiki/افغانستان", kind::url},
        {"http://example.org/a_(b)", kind::url},
        {"www.example.com.pk", kind::url},
        {"example.com", kind::url},
        {"my-site.af/news", kind::url},
        {"youtube.com/watch?v=abc_123", kind::url},
        {"mailto:a.b@example.org", kind::url},
        {"info@example.org", kind::email},
        {"first.last+tag@mail.example.co.uk", kind::email},
        {"@kabul_news", kind::mention},
        {"@ناصر", kind::mention},
        {"#محادثات_الدوحة", kind::hashtag},
        {"#صلح‌آمیز", kind::hashtag},
        {"#AfghanPeaceProcess", kind::hashtag},
        {"😂😂", kind::emoji},
        {"👨‍👩‍👧", kind::emoji},
        {":-)", kind::emoji},
        {"؟", kind::punctuation},
        {"...", kind::punctuation},
        {"؟!", kind::punctuation},
        {"۔۔۔", kind::punctuation},
        {"-----", kind::punctuation},
        {"…", kind::punctuation},
        {"&quot;", kind::symbol},
        {"$$", kind::symbol},
        {"﷼", kind::symbol},
        {"U.S.", kind::abbreviation},
        {"p.m.", kind::abbreviation},
        {"Ph.D.", kind::abbreviation},
        {"Dr.", kind::abbreviation},
        {"etc.", kind::abbreviation},
        {"ق.م", kind::abbreviation},
        {"n/a", kind::abbreviation},
        {"\xE2\x80", kind::invalid},
    };
    for (const auto& c : cases) {
        CAPTURE(c.text);
        const auto alone = all(c.text);
        REQUIRE(alone.size() == 1);
        CHECK(alone[0].kind == c.is);
        const std::string inside = "گفت " + std::string(c.text) + " است، بلی";
        const auto found = all(inside);
        REQUIRE(found.size() > 2);
        CHECK(found[1].at.of(inside) == c.text);
        CHECK(found[1].kind == c.is);
    }
}

TEST_CASE("marks of the sentence stay outside") {
    CHECK(pieces("سایت (https://example.org/a).") == list{"سایت", "(", "https://example.org/a", ")", "."});
    CHECK(pieces("راجع https://www.example.net/ar، أو news@example.net.") ==
          list{"راجع", "https://www.example.net/ar", "،", "أو", "news@example.net", "."});
    CHECK(pieces("«example.com»؟") == list{"«", "example.com", "»", "؟"});
    CHECK(pieces("@naser: #صلح!") == list{"@naser", ":", "#صلح", "!"});
    CHECK(pieces("ساعت 10:30، روز ۲۶/۲.") == list{"ساعت", "10:30", "،", "روز", "۲۶/۲", "."});
    CHECK(pieces("(3.5%)") == list{"(", "3.5", "%", ")"});
    CHECK(pieces("ناتو/امریکا") == list{"ناتو", "/", "امریکا"});
}

TEST_CASE("what only looks like an address is none") {
    CHECK(pieces("این رفت.او آمد") == list{"این", "رفت.او", "آمد"}); // UAX #29 leaves lost spaces alone
    CHECK(pieces("end.It was") == list{"end.It", "was"});
    CHECK(pieces("5 @ 10") == list{"5", "@", "10"});
    CHECK(pieces("# 1 #1") == list{"#", "1", "#", "1"});
    CHECK(pieces("a:// b") == list{"a", ":", "/", "/", "b"});
    CHECK(pieces("and/or") == list{"and", "/", "or"});
    CHECK(pieces("1946-1954") == list{"1946", "-", "1954"});
    CHECK(pieces("19-year-old") == list{"19", "-", "year", "-", "old"});
    CHECK(pieces("intra-Afghan Al-Jazeera") == list{"intra", "-", "Afghan", "Al", "-", "Jazeera"});
    CHECK(pieces("علمی-تخیلی") == list{"علمی", "-", "تخیلی"}); // Persian parts at hyphens, Uyghur does not
    CHECK(pieces("x..y@") == list{"x", "..", "y", "@"});
}

TEST_CASE("abbreviations keep their full stop, other words do not") {
    CHECK(pieces("قال د. محمد نعيم.") == list{"قال", "د.", "محمد", "نعيم", "."});
    CHECK(pieces("عاش عام 3300 ق.م في مصر.") == list{"عاش", "عام", "3300", "ق.م", "في", "مصر", "."});
    CHECK(pieces("کارگر ص. ۱۲ را خواند.") == list{"کارگر", "ص.", "۱۲", "را", "خواند", "."});
    CHECK(pieces("Gen. Bajwa met J. Smith of Apple Inc. on Feb. 29.") ==
          list{"Gen.", "Bajwa", "met", "J.", "Smith", "of", "Apple", "Inc.", "on", "Feb.", "29", "."});
    CHECK(pieces("No. 5, but no.") == list{"No.", "5", ",", "but", "no", "."});
    CHECK(pieces("the new gen. and I.") == list{"the", "new", "gen", ".", "and", "I", "."});
    CHECK(pieces("e.g. this, i.e. that") == list{"e.g.", "this", ",", "i.e.", "that"});
}

TEST_CASE("a number is parted from a particle before it and a unit behind it") {
    CHECK(pieces("و511 ب15000 الـ96") == list{"و", "511", "ب", "15000", "الـ", "96"});
    CHECK(pieces("ف10:30") == list{"ف", "10:30"});
    CHECK(pieces("375mm 10am 2bn 2G 3rd iOS14") == list{"375", "mm", "10", "am", "2", "bn", "2G", "3rd", "iOS14"});
}

TEST_CASE("end marks run together, an ellipsis stays apart") {
    CHECK(pieces("لا... نعم؟! بلی!!") == list{"لا", "...", "نعم", "؟!", "بلی", "!!"});
    CHECK(pieces("چه…؟ نه….") == list{"چه", "…", "؟", "نه", "…", "."});
    CHECK(pieces("what...? so.?") == list{"what", "...", "?", "so", ".?"});
    CHECK(pieces("‹‹نه›› ''ok''") == list{"‹‹", "نه", "››", "''", "ok", "''"});
}

TEST_CASE("direction marks and other unseen characters are no tokens") {
    CHECK(pieces("\uFEFFسلام \u200Fدنیا\n\u200E") == list{"سلام", "دنیا"});
}

TEST_CASE("tokens of any bytes are in order, inside the text and miss nothing that shows") {
    for (const std::string& text : texts::all(1500, 120, 3)) {
        matn::offset end = 0;
        for (const matn::token t : matn::tokens(text)) {
            REQUIRE((t.at.begin >= end && t.at.end > t.at.begin && t.at.end <= text.size()));
            for (matn::offset i = end; i < t.at.begin; ++i) // ASCII letters, digits and marks are never left out
                REQUIRE((static_cast<unsigned char>(text[i]) >= 0x80 || text[i] <= ' '));
            end = t.at.end;
        }
    }
}

TEST_CASE("the ways to get tokens agree, and so do the quick rule and the slow one") {
    for (const std::string& text : texts::all(2000, 90, 13)) {
        const auto filled = all(text);
        std::size_t i = 0;
        bool same = true;
        for (const matn::token t : matn::tokens(text)) {
            same = same && i < filled.size() && t.at == filled[i].at && t.kind == filled[i].kind;
            ++i;
        }
        CHECK((same && i == filled.size()));
        for (const matn::word w : matn::words(text)) {
            const auto quick = matn::detail::tokenizing::quick_token_at(text, w);
            const auto slow = matn::detail::tokenizing::token_at(text, w);
            same = same && quick.end == slow.end && quick.kind == slow.kind;
        }
        CHECK(same);
    }
}

TEST_CASE("hostile texts take linear time") {
    const auto many = [](std::string_view piece, std::size_t n) {
        std::string out;
        for (std::size_t i = 0; i < n; ++i) out += piece;
        return out;
    };
    const std::size_t n = 100000;
    for (const std::string_view piece : {"a@",  "a.", "a-", "@",  "1-", "1:", "1/", "www.",     "http://", "s' ", "(",
                                         "a-ە", "ۇ-", "#",  "&a", "A.", ":-", "'",  "\xE2\x80", "a@b.",    "و1"}) {
        const std::string text = many(piece, n);
        CHECK(all(text).size() > 0);
    }
    const std::string url = "http://" + many("a/", n);
    CHECK(all(url).size() == 1);
    const std::string faces = many("😀", n);
    CHECK(all(faces).size() == 1);
    CHECK(all("").empty());
}

TEST_CASE("tokens are a stage, a pipe and a vector of your own") {
    const auto doc = matn::pipeline(matn::tokens)("RT @naser: سلام https://example.org");
    REQUIRE(doc.each<matn::token>().size() == 5);
    CHECK(doc.each<matn::token>()[4].kind == kind::url);
    std::vector<matn::token> mine(7);
    matn::tokens.fill("ښه ورځ", mine);
    CHECK(mine.size() == 2);
    CHECK(pieces("یک دو") == list{"یک", "دو"});
    const std::vector<matn::token> kept = matn::tokens("یک، دو");
    CHECK(kept.size() == 3);
    std::size_t n = 0;
    for (const matn::token t : std::string_view("یک دو") | matn::tokens) n += t.at.size();
    CHECK(n == 8);
}
