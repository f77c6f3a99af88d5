// SPDX-License-Identifier: MIT
// Random phrases of the words that numbers and dates are made of: what always holds of them, and what may not change what they mean.
#include "catch.hpp"
#include "texts.hpp"

#include <matn/anchor.hpp>
#include <matn/date.hpp>
#include <matn/number.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

using words_of_class =
    std::map<std::string, std::vector<std::vector<std::string>>>; // the lines of a class, each with its spellings

// The words of one language (a letter of the lists), from the lists that the lexicon is made of.
words_of_class read(char language) {
    words_of_class out;
    for (const char* name : {"months", "weekdays", "numbers", "time"}) {
        std::ifstream file(std::string(MATN_SOURCE_DIR) + "/tools/tables/lexicon/" + name + ".tsv");
        REQUIRE(file.good());
        for (std::string line; std::getline(file, line);) {
            if (line.empty() || line[0] == '#') continue;
            std::istringstream row(line);
            std::string kind, value, languages, spellings;
            std::getline(row, kind, '\t'), std::getline(row, value, '\t'), std::getline(row, languages, '\t'),
                std::getline(row, spellings);
            if (languages.find(language) == std::string::npos) continue;
            std::vector<std::string> words;
            std::istringstream in(spellings);
            for (std::string w; std::getline(in, w, ',');) {
                while (!w.empty() && (w[0] == ' ' || w[0] == '~')) w.erase(0, 1);
                if (!w.empty()) words.push_back(w);
            }
            if (!words.empty()) out[kind].push_back(words);
        }
    }
    return out;
}

// Digits and marks as they stand among such words; # is a number of one or two digits, % one of four that may be a year.
constexpr std::string_view marks[] = {
    "#",   "#",       "#",     "#",   "%",  "%",  "#/#", "#/#/%", "%-#-#", "#:#",    "#:#:#", "#.#",   "#,###", "#-#",
    "#–#", "%-%",     "%/%",   "#%",  "#٪", "$#", "#km", "#th",   "#مه",   "#‌م", "½",     "#½",    "-#",    "#e#",
    "(",   ")",       ",",     "،",   ".",  "؛",  "–",   "-",     "/",     "and",    "و",     "او",    "اور",   "to",
    "تا",  "إلى",     "of",    "the", "a",  "in", "on",  "في",    "من",    "در",     "از",    "به",    "د",     "په",
    "کے",  "کو",      "سے",    "میں", "\n", "\"", "هـ",  "م",     "ق.م",   "AD",     "am",    "p.m.",  "ء",     "هجری",
    "#^#", "# × 10⁵", "T#:#Z", "'#",  "#s", "%s", "#h#", "x",     "کابل",  "news",   "وزیر",  "الوزير"};

std::string filled(std::string_view pattern, texts::random& next) {
    std::string out;
    for (const char c : pattern) {
        if (c == '#') out += std::to_string(next.below(next.below(2) == 0 ? 13 : 62));
        else if (c == '%' && pattern.size() > 2)
            out += std::to_string(next.below(3) == 0 ? 1380 + next.below(70) : 1990 + next.below(40));
        else if (c == '%' && pattern.size() == 1)
            out += std::to_string(next.below(3) == 0 ? 1380 + next.below(70) : 1990 + next.below(40));
        else out += c;
    }
    return out;
}

std::string phrase(const words_of_class& words, texts::random& next) {
    std::string out;
    for (std::size_t left = 1 + next.below(7); left > 0; --left) {
        if (next.below(3) == 0) {
            out += filled(marks[next.below(std::size(marks))], next);
        } else {
            const auto kind = std::next(words.begin(), static_cast<std::ptrdiff_t>(next.below(words.size())));
            const auto& line = kind->second[next.below(kind->second.size())];
            out += line[next.below(line.size())];
        }
        const std::size_t gap = next.below(16);
        out += gap == 0 ? "" : gap == 1 ? "-" : gap == 2 ? "\u200C" : " ";
    }
    return out;
}

// Calls `to(phrase)` with so many phrases of each language, the same ones every time.
template <class To>
void each_phrase(std::size_t count, std::uint64_t seed, const To& to) {
    for (const char language : {'e', 'a', 'f', 'p', 'u', 'k'}) {
        const words_of_class words = read(language);
        texts::random next(seed + static_cast<unsigned char>(language));
        for (std::size_t i = 0; i < count; ++i) to(phrase(words, next), language);
    }
}

std::vector<bool> borders(std::string_view text) {
    std::vector<bool> out(text.size() + 1);
    out[text.size()] = true;
    for (const matn::code_point c : matn::code_points(text)) out[c.at.begin] = true;
    return out;
}

bool digits(std::string_view s, std::size_t from, std::size_t count) {
    if (from + count > s.size()) return false;
    for (const char c : s.substr(from, count))
        if (c < '0' || c > '9') return false;
    return true;
}

// Numbers stand apart, in order, and say a value that is their significand and exponent.
void check_numbers(const std::string& text) {
    const std::vector<bool> border = borders(text);
    matn::offset before = 0;
    for (const matn::number& n : matn::numbers(text, {.units = true})) {
        INFO(text << " at " << n.at.begin << ", " << n.at.end);
        REQUIRE(n.at.begin >= before);
        REQUIRE(n.at.begin < n.at.end);
        REQUIRE(n.at.end <= text.size());
        REQUIRE((border[n.at.begin] && border[n.at.end]));
        before = n.at.end;
        const std::string written = to_string(n);
        REQUIRE(written.empty() == ((n.flags & matn::number_overflow) != 0));
        if (!written.empty()) REQUIRE(std::stod(written) == Catch::Detail::Approx(n.value()).epsilon(1e-12));
        if (n.integer()) REQUIRE(static_cast<double>(*n.integer()) == Catch::Detail::Approx(n.value()).epsilon(1e-12));
        const matn::slice unit = n.unit();
        if (!unit.empty()) {
            REQUIRE(unit.end <= text.size());
            REQUIRE((border[unit.begin] && border[unit.end]));
            REQUIRE((unit.end <= n.at.begin || unit.begin >= n.at.end)); // a unit is no part of its number
        }
    }
}

// Dates have a first day that is not behind their last, and forms that are well made.
void check_dates(const std::string& text, const matn::date_options& options) {
    const std::vector<bool> border = borders(text);
    matn::offset before = 0;
    for (const matn::date& d : matn::dates(text, options)) {
        INFO(text << " at " << d.at.begin << ", " << d.at.end << ": " << timex3(d) << " " << iso_start(d) << " " << iso_end(d));
        REQUIRE(d.at.begin >= before);
        REQUIRE(d.at.begin < d.at.end);
        REQUIRE(d.at.end <= text.size());
        REQUIRE((border[d.at.begin] && border[d.at.end]));
        before = d.at.begin;
        if ((d.flags & matn::date_impossible) != 0) REQUIRE_FALSE(d.resolved); // never another day
        if (!d.resolved) continue;
        REQUIRE(d.first <= d.last);
        if (d.type == matn::date_type::date) {
            REQUIRE(d.first == d.last);
            REQUIRE(timex3(d) == (d.open_start || d.open_end ? std::string() : iso(d.first)));
        }
        if (d.first_second >= 0) REQUIRE(d.first_second <= 86400);
        if (d.last_second >= 0) REQUIRE(d.last_second <= 86400);
        const std::string value = timex3(d);
        if (d.type == matn::date_type::datetime && !value.empty())
            REQUIRE((digits(value, value.find('T') + 1, 2) && digits(value, value.find('T') + 4, 2)));
        const std::string from = iso_start(d), to = iso_end(d);
        REQUIRE(from.empty() == to.empty());
        if (d.type == matn::date_type::daterange && !from.empty() && from != ".." && to != ".." && from[0] != '-')
            REQUIRE(from < to);
    }
}

// The phrases that the tests of a header read: all that stands in quotation marks in them, of at least two words.
std::vector<std::string> phrases_of(const char* test) {
    std::ifstream file(std::string(MATN_SOURCE_DIR) + "/tests/" + test);
    REQUIRE(file.good());
    std::vector<std::string> out;
    for (std::string line; std::getline(file, line);) {
        for (std::size_t from = line.find('"'); from != std::string::npos;) {
            const std::size_t to = line.find('"', from + 1);
            if (to == std::string::npos) break;
            const std::string text = line.substr(from + 1, to - from - 1);
            if (text.find(' ') != std::string::npos && text.find_first_not_of(' ') != std::string::npos &&
                text.find('\\') == std::string::npos && text.find('=') == std::string::npos)
                out.push_back(text);
            from = line.find('"', to + 1);
        }
    }
    return out;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string w; in >> w;) out.push_back(w);
    return out;
}

// The phrase with a word or two exchanged for others of the lexicon, dropped, doubled, moved, or joined otherwise.
std::string changed(const std::vector<std::string>& phrases, const std::vector<words_of_class>& languages, texts::random& next) {
    const std::string& was = phrases[next.below(phrases.size())];
    std::vector<std::string> words = split(was);
    const bool english = static_cast<unsigned char>(was[0]) < 0x80;
    for (std::size_t changes = 1 + next.below(2); changes > 0 && !words.empty(); --changes) {
        const std::size_t at = next.below(words.size());
        switch (next.below(12)) {
        case 0: words.erase(words.begin() + static_cast<std::ptrdiff_t>(at)); break;
        case 1: words.insert(words.begin() + static_cast<std::ptrdiff_t>(at), words[next.below(words.size())]); break;
        case 2: std::swap(words[at], words[next.below(words.size())]); break;
        case 3: words[at] = filled(marks[next.below(std::size(marks))], next); break;
        case 4: words.resize(at + 1); break;
        case 5: {
            const std::vector<std::string> more = split(phrases[next.below(phrases.size())]);
            words.insert(words.end(), more.begin(), more.end());
            break;
        }
        case 6:
        case 7:
        case 8: { // a word of another phrase
            const std::vector<std::string> other = split(phrases[next.below(phrases.size())]);
            const std::string& word = other[next.below(other.size())];
            if (next.below(2) == 0) words[at] = word;
            else words.insert(words.begin() + static_cast<std::ptrdiff_t>(at), word);
            break;
        }
        default: {
            const words_of_class& of = languages[english ? 0 : 1 + next.below(languages.size() - 1)];
            const auto kind = std::next(of.begin(), static_cast<std::ptrdiff_t>(next.below(of.size())));
            const auto& line = kind->second[next.below(kind->second.size())];
            const std::string& word = line[next.below(line.size())];
            if (next.below(2) == 0) words[at] = word;
            else words.insert(words.begin() + static_cast<std::ptrdiff_t>(at), word);
        }
        }
    }
    std::string out;
    if (!words.empty() && next.below(10) == 0) { // at the beginning of a sentence
        char& first = words[0][0];
        if (first >= 'a' && first <= 'z') first = static_cast<char>(first - 32);
    }
    for (const std::string& w : words) {
        const std::size_t gap = next.below(40);
        out += w + (gap == 0 ? "" : gap == 1 ? "-" : gap == 2 ? "\u200C" : gap == 3 ? ", " : gap == 4 ? " – " : " ");
    }
    constexpr std::string_view ends[] = {".", "?", "؟", ":", "\n", ")"};
    if (next.below(6) == 0) out += ends[next.below(std::size(ends))];
    return out;
}

const matn::date_options written_in_april = {.anchor = matn::gregorian(2021, 4, 16), .anchor_second = 43200};

} // namespace

TEST_CASE("numbers of any phrase stand apart, in order, and say a value that is their significand and exponent") {
    each_phrase(6000, 1, [](const std::string& text, char) { check_numbers(text); });
}

TEST_CASE("dates of any phrase have a first day that is not behind their last, and forms that are well made") {
    each_phrase(6000, 2, [](const std::string& text, char) { check_dates(text, written_in_april); });
}

TEST_CASE("what the tests of numbers and dates read may have any word changed") {
    std::vector<words_of_class> languages;
    for (const char language : {'e', 'a', 'f', 'p', 'u'}) languages.push_back(read(language));
    for (const char* test : {"date.cpp", "number.cpp", "anchor.cpp"}) {
        const std::vector<std::string> phrases = phrases_of(test);
        REQUIRE(phrases.size() > 50);
        texts::random next(6);
        for (int i = 0; i < 150000; ++i) {
            const std::string text = changed(phrases, languages, next);
            check_numbers(text);
            check_dates(text, written_in_april);
            if (i % 50 == 0) check_dates(text, {.order = matn::date_order::month_first, .find_anchor = true});
        }
    }
}

TEST_CASE("a phrase means the same in the digits of Arabic and of Persian") {
    const auto in_digits = [](const std::string& text, char32_t zero) {
        std::string out;
        for (const char c : text) {
            if (c >= '0' && c <= '9') out += matn::encode(zero + static_cast<char32_t>(c - '0')).view();
            else out += c;
        }
        return out;
    };
    each_phrase(2500, 3, [&](const std::string& text, char) {
        if (text.find('/') != std::string::npos) return; // ۴/۱۲ is 4.12 in Persian, ٤/١٢ a third in Arabic
        const std::string arabic = in_digits(text, U'\u0660'), persian = in_digits(text, U'\u06F0');
        REQUIRE(arabic.size() == persian.size());
        INFO(persian);
        const auto a = matn::numbers(arabic), b = matn::numbers(persian);
        REQUIRE(a.size() == b.size());
        for (std::size_t i = 0; i < a.size(); ++i) {
            REQUIRE(a[i].at == b[i].at);
            REQUIRE(to_string(a[i]) == to_string(b[i]));
            REQUIRE(a[i].kind == b[i].kind);
        }
    });
}

TEST_CASE("a phrase of English means the same wherever its paragraph stands") {
    each_phrase(2500, 4, [&](const std::string& text, char language) {
        if (language != 'e') return; // in Arabic script the paragraph before may tell the language, and that the calendar
        // Both are more than a phrase, which asks for what is to come, and have the same words besides.
        const std::string before = "Kabul\n\n", first = text + "\n\n" + before, second = before + text + "\n\n";
        INFO(text);
        const auto alone = matn::dates(first, written_in_april), among = matn::dates(second, written_in_april);
        REQUIRE(alone.size() == among.size());
        for (std::size_t i = 0; i < alone.size(); ++i) {
            REQUIRE(among[i].at.begin == alone[i].at.begin + before.size());
            REQUIRE(among[i].at.end == alone[i].at.end + before.size());
            REQUIRE(timex3(among[i]) == timex3(alone[i]));
            REQUIRE(iso_start(among[i]) == iso_start(alone[i]));
        }
    });
}

TEST_CASE("the anchor that a phrase gives is a day that can be, and gives the same dates when it is said") {
    each_phrase(400, 5, [](const std::string& text, char) {
        INFO(text);
        const matn::anchor found = matn::anchors(text);
        REQUIRE((found.confidence >= 0 && found.confidence <= 1));
        if (found.confidence < 0.15f) return; // a guess is not taken
        const auto looked_for = matn::dates(text, {.anchor_second = 0, .find_anchor = true}),
                   given = matn::dates(text, {.anchor = found.when});
        REQUIRE(looked_for.size() == given.size());
        for (std::size_t i = 0; i < given.size(); ++i) REQUIRE(iso(looked_for[i].first) == iso(given[i].first));
    });
}
