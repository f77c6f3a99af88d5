// SPDX-License-Identifier: MIT
// What every rule does, letter by letter: tests/fold_rules.tsv is written by hand, and nothing else may change.
#include "catch.hpp"
#include "json_field.hpp"
#include "texts.hpp"

#include <matn/normalize.hpp>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace fold = matn::fold;

namespace {

const std::filesystem::path source_dir = MATN_SOURCE_DIR, shared_dir = MATN_SHARED_DIR;

std::string utf8(char32_t c) { return std::string(matn::encode(c).view()); }

char32_t hex(std::string_view digits) {
    unsigned value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return value;
}

std::string nfkc(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    std::string out;
    icu::Normalizer2::getNFKCInstance(status)->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status).toUTF8String(out);
    REQUIRE(U_SUCCESS(status));
    return out;
}
// The ASCII letter that a character is with marks; itself if it is none.
std::string without_marks(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString parts =
        icu::Normalizer2::getNFKDInstance(status)->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
    REQUIRE(U_SUCCESS(status));
    bool letter = parts.length() > 1 && parts[0] < 0x80 && u_isalpha(parts[0]) != 0;
    for (int32_t i = 1; i < parts.length(); ++i) letter = letter && u_charType(parts[i]) == U_NON_SPACING_MARK;
    return utf8(letter ? static_cast<char32_t>(parts[0]) : c);
}

// Of each rule, what the code points that it names become.
using table = std::map<std::string, std::map<char32_t, std::string>>;

table read_table() {
    table out;
    std::ifstream in(source_dir / "tests" / "fold_rules.tsv");
    REQUIRE(in);
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream fields(line);
        std::string rule, from, to;
        std::getline(fields, rule, '\t');
        std::getline(fields, from, '\t');
        std::getline(fields, to, '\t');
        std::istringstream ranges(from);
        for (std::string range; ranges >> range;) {
            const std::size_t dash = range.find('-');
            const char32_t first = hex(range.substr(0, dash)), last = hex(range.substr(dash == std::string::npos ? 0 : dash + 1));
            for (char32_t c = first; c <= last; ++c) {
                std::string& as = out[rule][c];
                if (to == "@nfkc") as = nfkc(c);
                else if (to == "@fold")
                    as = utf8(static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT)));
                else if (to == "@ascii") as = without_marks(c);
                else if (to != "-")
                    as = utf8(hex(to.substr(0, to.find('-'))) + (to.find('-') == std::string::npos ? 0 : c - first));
            }
        }
    }
    return out;
}

// Blocks of Arabic script and Latin, and what stands between their words.
constexpr std::pair<char32_t, char32_t> blocks[] = {
    {0x0, 0x24F},     {0x2B0, 0x36F},     {0x600, 0x6FF},     {0x750, 0x77F},   {0x860, 0x8FF},
    {0x1680, 0x1680}, {0x1E00, 0x1EFF},   {0x2000, 0x206F},   {0x3000, 0x3000}, {0xFB00, 0xFEFF},
    {0xFF00, 0xFFEF}, {0x10EC0, 0x10EFF}, {0x1EE00, 0x1EEFF},
};

std::string name_of(std::string_view named) {
    std::string out(named);
    for (char& c : out)
        if (c == '-') c = '_';
    return out;
}

std::vector<std::string> lines_of(const std::filesystem::path& file) {
    std::vector<std::string> out;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) out.push_back(line);
    return out;
}

} // namespace

TEST_CASE("each rule changes the letters that the table names, as it says, and no other") {
    const table expected = read_table();
    std::size_t rules = 0;
    for (const fold::named& rule : fold::by_name) {
        if ((rule.set.bits & (rule.set.bits - 1)) != 0) continue; // a set of several
        ++rules;
        const std::string name = name_of(rule.name);
        const auto row = expected.find(name);
        const matn::folder folder(rule.set);
        for (const auto& [first, last] : blocks)
            for (char32_t c = first; c <= last; ++c) {
                std::string as = utf8(c);
                if (row != expected.end() && row->second.count(c) != 0) as = row->second.at(c);
                const std::string text = "x" + utf8(c) + "x";
                if (folder(text).text() != "x" + as + "x") {
                    FAIL_CHECK(name << " makes of U+" << std::hex << static_cast<unsigned>(c) << " "
                                    << std::string(folder(text).text()));
                }
                // The same among many, where blocks of bytes are folded at once.
                const std::string around(70, 'x');
                if (folder(around + text + around).text() != around + "x" + as + "x" + around)
                    FAIL_CHECK(name << " by blocks: U+" << std::hex << static_cast<unsigned>(c));
            }
    }
    CHECK(rules == 30);
}

TEST_CASE("rules that look at neighbours change what they name, and nothing elsewhere") {
    struct row {
        matn::fold_set rule;
        std::string_view from, to;
    };
    const row rows[] = {
        // Ezafe: heh, half-space and yeh at the end of a word.
        {fold::ezafe, "خانه\u200Cی ما", "خانۀ ما"},
        {fold::ezafe, "خانه\u200Cی", "خانۀ"},
        {fold::ezafe, "خانه\u200Cي", "خانۀ"},
        {fold::ezafe, "خانه\u200Cیم خانه\u200Cها خانهی", "خانه\u200Cیم خانه\u200Cها خانهی"},
        {fold::ezafe, "می\u200Cیابد کتاب\u200Cی", "می\u200Cیابد کتاب\u200Cی"},
        // Damage: Unicode 15.0, section 3.9, table 3-8.
        {fold::damage, "a\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", "a\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\x41"},
        {fold::damage, "\xED\xA0\x80\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42",
         "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\x41\uFFFD\uFFFD\x42"},
        {fold::damage, "س\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", "س\uFFFD\uFFFD\uFFFD\uFFFD\x41"},
        // A half-space that joins nothing.
        {fold::joiner_edges, "می\u200C\u200C\u200Cروم", "می\u200Cروم"},
        {fold::joiner_edges, "\u200Cمی \u200Cروم\u200C. \u200C،\u200C", "می روم. ،"},
        {fold::joiner_edges, "۵\u200Cساله، TV\u200Cها", "۵\u200Cساله، TV\u200Cها"},
        // The not sign.
        {fold::not_signs, "می¬روم", "می\u200Cروم"},
        {fold::not_signs, "a¬b ¬ب ب¬ ۵¬۶", "a¬b ¬ب ب¬ ۵¬۶"},
        // Canonical composition (NFC) of Arabic letters.
        {fold::compose, "ا\u0653 ا\u0654 ا\u0655 و\u0654 ي\u0654 ے\u0654 ہ\u0654 ە\u0654", "آ أ إ ؤ ئ ۓ ۂ ۀ"},
        {fold::compose, "ه\u0654 ب\u0654 ا\u064E\u0654 \u0654", "ه\u0654 ب\u0654 ا\u064E\u0654 \u0654"},
        {fold::heh_hamza, "نامه\u0654 ا\u0654", "نامۀ ا\u0654"},
        // Kurdish e.
        {fold::kurdish_e, "كتێبه ئه\u200Cم ده", "كتێبە ئەم دە"},
        {fold::kurdish_e, "ههر به،", "ههر بە،"},
        // Punctuation after Arabic letters.
        {fold::punctuation, "چرا? بلی, نه;", "چرا؟ بلی، نه؛"},
        {fold::punctuation, "a, b? ۱,۲۳۴ کتاب,کتاب x?=", "a, b? ۱,۲۳۴ کتاب,کتاب x?="},
    };
    for (const row& r : rows) {
        const matn::folder folder(r.rule);
        CHECK(folder(r.from).text() == r.to);
        const std::string around = " " + std::string(80, 'x') + " "; // and where blocks are folded at once
        CHECK(folder(around + std::string(r.from) + around).text() == around + std::string(r.to) + around);
    }
}

namespace {

// The key that a search compares.
std::string key(std::string_view text) {
    return std::string(matn::normalizing({.level = matn::normalization_level::key})(text).text());
}

} // namespace

TEST_CASE("a search by keys finds the spellings of one word, and no other word") {
    struct row {
        std::string_view stored, query;
        bool same;
    };
    const row rows[] = {
        {"موسي", "موسی", true},              // Arabic and Persian yeh
        {"تاريك", "تاریک", true},            // kaf
        {"صلح\u200Cآمیز", "صلحآمیز", true},  // a half-space and none
        {"نمی\u200Cدانم", "نمی دانم", true}, // ... and a space
        {"دانشگــاه", "دانشگاه", true},      // tatweel
        {"مُدَرِّس", "مدرس", true},              // marks
        {"قرآن", "قران", true},              // madda
        {"إسلام", "اسلام", true},            // hamza below
        {"ا\u0655سلام", "إسلام", true},      // ... decomposed
        {"قائم", "قایم", true},              // hamza on yeh
        {"مؤمن", "مومن", true},              // ... on waw
        {"خانۀ", "خانه", true},              // ezafe
        {"خانه\u200Cی", "خانۀ", true},       // ... written out
        {"جامعة", "جامعه", true},            // teh marbuta
        {"مدینہ", "مدینه", true},            // Urdu's heh
        {"ﻛﺘﺎﺏ", "کتاب", true},              // presentation forms
        {"ﷲ", "الله", true},                 // a ligature
        {"۱۴۰۰", "1400", true},              // digits
        {"١٤٠٠", "۱۴۰۰", true},              // ... of Arabic
        {"هٰذا", "هذا", true},                // dagger alef
        {"مح\u200Eمد", "محمد", true},        // a direction mark
        {"ＵＮ", "un", true},                // full width, case
        {"Zürich", "zurich", true},          // diacritics
        {"O’Brien", "O'Brien", true},        // quotes
        {"ښځې", "ښځی", false},               // Pashto's e is a letter of its own
        {"لڑکے", "لڑکی", false},             // ... and Urdu's
        {"سیب", "شیب", false},
        {"قوم", "كوم", false},
    };
    for (const row& r : rows) {
        INFO(r.stored << " " << r.query);
        CHECK((key("alpha " + std::string(r.stored) + " omega").find(key(r.query)) != std::string::npos) == r.same);
    }
    const std::vector<std::string> lines = lines_of(shared_dir / "data" / "hostile" / "search_variants.jsonl");
    if (lines.empty()) WARN("no search_variants.jsonl: its pairs are not tested");
    for (const std::string& line : lines) {
        const std::string stored = json_field(line, "stored"), query = json_field(line, "query");
        INFO(stored << " " << query);
        CHECK((key("alpha " + stored + " omega").find(key(query)) != std::string::npos) ==
              (line.find("\"want\": true") != std::string::npos));
    }
}

namespace {

// Letters of Arabic script in `text` that are others in `made`, apart from those in `named` and those that have got a sign.
std::size_t letters_changed(std::string_view text, const matn::normalized& made, std::u32string_view named) {
    std::size_t changed = 0;
    const auto code_points = matn::code_points(text);
    for (auto c = code_points.begin(); c != code_points.end(); ++c) {
        const matn::code_point letter = *c;
        const auto value = static_cast<UChar32>(letter.value);
        if (!letter.ok || u_isalpha(value) == 0 || letter.value < 0x620 || letter.value > 0x8FF) continue;
        if (named.find(letter.value) != std::u32string_view::npos) continue;
        if (made.folded_at(letter.at).of(made.text()) == letter.at.of(text)) continue;
        auto next = c;
        if (++next != code_points.end() && (*next).value >= 0x653 && (*next).value <= 0x655)
            continue; // composed: the same letter
        ++changed;
    }
    return changed;
}

struct language_sample {
    matn::language_tag language;
    std::u32string_view named; // the letters that its orthography names, so that others may stand for them
    std::string_view sample;
    std::vector<std::filesystem::path> corpora;
};

std::vector<language_sample> samples() {
    const std::filesystem::path corpus = shared_dir / "data" / "corpus", lid = shared_dir / "data" / "lid" / "train";
    return {
        {"ps",
         U"كڪ",
         "د افغانستان ښځې په ښوونځيو کې زده کړې کوي؛ هغوی وايي چې ډېرۍ ټولنې ژوندۍ دي او پرځای یې ځوانان ګډون کوي.",
         {corpus / "ps.txt", lid / "ps.txt"}},
        {"ur",
         U"كڪيىهەۀ",
         "لڑکیوں نے کہا کہ وہ پڑھنا چاہتی ہیں، ٹھنڈے پانی کی ڈبیا میز پر پڑی ہے اور بچھو گھر میں گھس آئے۔",
         {corpus / "ur.txt", lid / "ur.txt"}},
        {"ckb",
         U"كڪيىه",
         "ئێمە لە هەولێر دەژین و منداڵەکان دەچنە قوتابخانە؛ ڕۆژنامەکان دەڵێن کە وڵاتەکە گۆڕاوە.",
         {lid / "ckb.txt"}},
        {"sd", U"", "سنڌ ۾ ٻار اسڪول وڃن ٿا ۽ ڳوٺن جا ماڻهو چون ٿا ته پاڻي گهٽ آهي، ڪڻڪ جو فصل ڀلو ٿيو.", {lid / "sd.txt"}},
        {"ug", U"", "ئۇيغۇر بالىلار مەكتەپكە بارىدۇ ۋە ئۇلارنىڭ ئاتا-ئانىلىرى يېزىدا ياشايدۇ، ھاۋا ياخشى.", {lid / "ug.txt"}},
    };
}

} // namespace

TEST_CASE("orthography changes no letter of Pashto, Urdu, Kurdish, Sindhi or Uyghur that their rules do not name") {
    for (const language_sample& s : samples()) {
        INFO(std::string(s.language.view()));
        CHECK(letters_changed(s.sample, matn::normalizing(s.sample, s.language), s.named) == 0);
        CHECK(letters_changed(s.sample, matn::normalizing(s.sample), s.named) == 0); // the language found
        for (const std::filesystem::path& file : s.corpora) {
            const std::vector<std::string> lines = lines_of(file);
            if (lines.empty()) WARN(file.filename().string() << " is not there: not tested");
            std::string text;
            for (std::size_t i = 0; i < lines.size() && text.size() < 300'000; ++i) text += lines[i] + '\n';
            CHECK(letters_changed(text, matn::normalizing(text, s.language), s.named) == 0);
        }
    }
}

TEST_CASE("a text may be cut at any byte for a stream of parts") {
    const auto streamed = [](std::string_view text, matn::fold_set which, const std::vector<std::size_t>& cuts) {
        matn::fold_stream stream(which);
        std::string out;
        std::uint64_t reached = 0;
        const auto to = [&](const matn::folder::output& folded, std::uint64_t from) {
            REQUIRE(from == reached);
            const auto size = static_cast<matn::offset>(folded.text().size());
            reached += folded.source({0, size}).end;
            out += folded.text();
        };
        std::size_t from = 0;
        for (const std::size_t cut : cuts) {
            stream.feed(text.substr(from, cut - from), to);
            from = cut;
        }
        stream.feed(text.substr(from), to);
        stream.finish(to);
        REQUIRE(reached == text.size());
        return out;
    };
    texts::random random(5);
    for (const std::string& text : texts::all(60, 40, 31))
        for (const matn::fold_set which : {fold::search, fold::repair, fold::orthography("fa"), fold::orthography("ckb")}) {
            const std::string whole(matn::folder(which)(text).text());
            for (std::size_t cut = 0; cut <= text.size(); ++cut) REQUIRE(streamed(text, which, {cut}) == whole);
            std::vector<std::size_t> every;
            for (std::size_t cut = 1; cut < text.size(); ++cut) every.push_back(cut);
            REQUIRE(streamed(text, which, every) == whole);
        }
}

TEST_CASE("any set of rules folds once and for all, and its map leads both ways") {
    texts::random random(77);
    std::vector<std::string> all = texts::all(150, 40, 13);
    for (const char* file : {"strings.jsonl", "spoof.jsonl"})
        for (const std::string& line : lines_of(shared_dir / "data" / "hostile" / file))
            if (line.find("\"text\": \"") != std::string::npos && all.size() < 500) all.push_back(json_field(line, "text"));
    for (int i = 0; i < 60; ++i) { // any bytes
        std::string bytes(random.below(300), ' ');
        for (char& b : bytes) b = static_cast<char>(random());
        all.push_back(bytes);
    }
    for (int round = 0; round < 40; ++round) {
        const matn::fold_set which{random() & random() & ((1ull << 30) - 1)};
        const matn::folder folder(round == 0 ? fold::search : round == 1 ? matn::fold_set{(1ull << 30) - 1} : which);
        for (std::size_t t = static_cast<std::size_t>(round % 4); t < all.size(); t += 4) {
            const std::string& text = all[t];
            const auto once = folder(text);
            INFO("rules " << which.bits << ": " << text);
            REQUIRE(folder(once.text()).text() == once.text());
            const auto size = static_cast<matn::offset>(once.text().size());
            REQUIRE(once.source({0, size}) == matn::slice{0, static_cast<matn::offset>(text.size())});
            matn::slice last{0, 0};
            matn::offset reached = 0;
            for (const matn::code_point c : matn::code_points(once.text())) {
                const matn::slice source = once.source(c.at);
                if (c.at.size() == size) break;
                REQUIRE((last.begin <= source.begin && last.end <= source.end && source.end <= text.size()));
                REQUIRE(once.folded_at(source).contains(c.at));
                last = source;
                if (source.end > reached) reached = source.end;
            }
            for (const matn::code_point c : matn::code_points(text)) {
                const matn::slice folded = once.folded_at(c.at);
                REQUIRE((folded.begin <= folded.end && folded.end <= size));
                if (!folded.empty() && folded.size() != size) REQUIRE(once.source(folded).contains(c.at));
            }
        }
    }
}

TEST_CASE("nothing inside an address or a tag is changed, and each run of words follows its own language") {
    const std::string_view kept[] = {"https://example.org/كتاب/علي?q=٤٥", "www.example.com/مي‌روم",
                                     "Ali.Karimi@Example.org", "#صلح_علي", "@كابل_نيوز"};
    const std::string fa =
        "وزير خارجه گفت كه گفتگوهاي صلح ادامه دارد و مي‌خواهيم به توافق برسيم ";
    const std::string ar = "وقال المتحدث باسم الوزارة في مؤتمر صحفي إن الحكومة ترحب بكل المبادرات التي تدعم السلام ";
    for (const std::string_view token : kept) {
        const std::string text = fa + std::string(token) + " " + fa + "\n" + ar + std::string(token) + " " + ar;
        for (const auto level : {matn::normalization_level::orthography, matn::normalization_level::key}) {
            const auto made = matn::normalizing({.level = level})(text);
            std::size_t found = 0;
            for (std::size_t at = 0; (at = made.text().find(token, at)) != std::string_view::npos; ++at) ++found;
            INFO(std::string(made.text()));
            CHECK(found == 2);
        }
        const auto made = matn::normalizing(text);
        CHECK(made.text().find("وزیر خارجه گفت که گفتگوهای صلح") != std::string_view::npos);
        CHECK(made.text().find(ar) != std::string_view::npos); // its ي and ك stay
    }
}

TEST_CASE("floods of marks and joiners take linear time") {
    for (const std::string_view flood : {"\u064E", "\u0654", "\u200C", "\u0640", "\xFF", "\u0301", "ه\u200C"}) {
        std::string text = "ا";
        for (int i = 0; i < 200'000; ++i) text += flood;
        text += "، ب";
        for (const matn::fold_set which : {fold::search, fold::repair, fold::orthography("fa"), fold::orthography("ckb")}) {
            const auto folded = matn::folder(which)(text);
            CHECK(folded.source({0, static_cast<matn::offset>(folded.text().size())}).size() == text.size());
        }
    }
}
