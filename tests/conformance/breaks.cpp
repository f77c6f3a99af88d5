// SPDX-License-Identifier: MIT
// Unicode's own test files for words, sentences and graphemes. The files are found in Debian's package unicode-data, or where
// MATN_UNICODE_DIR says.
#include "catch.hpp"

#include <matn/grapheme.hpp>
#include <matn/sentence.hpp>
#include <matn/word.hpp>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#ifndef MATN_UNICODE_DIR
#define MATN_UNICODE_DIR "/usr/share/unicode/auxiliary"
#endif

namespace {

using offsets = std::vector<std::uint64_t>;

struct line {
    std::string written;
    std::string text;
    offsets boundaries;
};

std::vector<line> read(const std::string& name) {
    std::vector<line> out;
    for (const char* const folder : {MATN_UNICODE_DIR, MATN_SHARED_DIR "/data/ucd"}) {
        std::ifstream file(std::string(folder) + "/" + name);
        std::string row;
        if (!std::getline(file, row)) continue;
        if (row.find("-15.0.0") == std::string::npos) continue; // the tables are of Unicode 15.0
        while (std::getline(file, row)) {
            if (row.empty() || row[0] == '#') continue;
            line l;
            l.written = row;
            std::istringstream words(row.substr(0, row.find('#')));
            for (std::string word; words >> word;) {
                if (word == "÷") l.boundaries.push_back(l.text.size());
                else if (word != "×") l.text += matn::encode(static_cast<char32_t>(std::stoul(word, nullptr, 16))).view();
            }
            out.push_back(l);
        }
        return out;
    }
    WARN(name << " of Unicode 15.0 was not found: install the package unicode-data");
    return out;
}

template <class View>
offsets ends(const View& view) {
    offsets out{0};
    for (const auto item : view) out.push_back(item.at.end);
    return out;
}

template <class Get>
std::size_t passed(const std::vector<line>& lines, const Get& get) {
    std::size_t n = 0;
    for (const line& l : lines) {
        const bool ok = get(l.text) == l.boundaries;
        if (!ok) UNSCOPED_INFO(l.written);
        CHECK(ok);
        n += ok ? 1u : 0u;
    }
    return n;
}

} // namespace

TEST_CASE("all 1823 lines of WordBreakTest pass, whole and cut at every byte") {
    const auto lines = read("WordBreakTest.txt");
    if (lines.empty()) return;
    const auto everything = matn::words({.punctuation = true, .spaces = true});
    CHECK(lines.size() == 1823);
    CHECK(passed(lines, [&](const std::string& text) { return ends(everything(text)); }) == lines.size());
    CHECK(passed(lines, [&](const std::string& text) {
              std::vector<matn::word> found;
              everything.fill(text, found);
              return ends(found);
          }) == lines.size());
    for (const line& l : lines)
        for (std::size_t cut = 0; cut <= l.text.size(); ++cut) {
            offsets out;
            matn::word_boundary_stream stream;
            const auto to = [&out](std::uint64_t b) { out.push_back(b); };
            stream.feed(std::string_view(l.text).substr(0, cut), to);
            stream.feed(std::string_view(l.text).substr(cut), to);
            stream.finish(to);
            if (out != l.boundaries) FAIL("cut at " << cut << ": " << l.written);
        }
}

TEST_CASE("words far inside a text are the same as alone") {
    // Long texts take another path than short ones: each line stands between sentences of a hundred bytes.
    const auto everything = matn::words({.punctuation = true, .spaces = true});
    const std::string before =
        "وزیر خارجه در کابل گفت که گفت‌وگوهای صلح میان دو طرف ادامه دارد و به پایان نرسیده است\n";
    for (const line& l : read("WordBreakTest.txt")) {
        const std::string text = before + l.text + "\n" + before;
        offsets inside;
        std::vector<matn::word> found;
        everything.fill(text, found);
        for (const matn::word w : found)
            if (w.at.end >= before.size() && w.at.end <= before.size() + l.text.size())
                inside.push_back(w.at.end - before.size());
        // A line end at the edge joins ours.
        if (l.text.back() == '\r' || l.text.front() == '\n') continue;
        if (inside != l.boundaries) FAIL(l.written);
    }
}

TEST_CASE("all 502 lines of SentenceBreakTest pass by the rules of Unicode") {
    const auto lines = read("SentenceBreakTest.txt");
    if (lines.empty()) return;
    CHECK(lines.size() == 502);
    const auto plain = matn::sentences({.rules = matn::sentence_rules::unicode});
    CHECK(passed(lines, [&](const std::string& text) { return ends(plain(text)); }) == lines.size());
}

TEST_CASE("all 602 lines of GraphemeBreakTest pass") {
    const auto lines = read("GraphemeBreakTest.txt");
    if (lines.empty()) return;
    CHECK(lines.size() == 602);
    CHECK(passed(lines, [](const std::string& text) { return ends(matn::graphemes(text)); }) == lines.size());
}
