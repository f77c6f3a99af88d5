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

TEST_CASE("all 1823 lines of WordBreakTest pass") {
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

// The machines run on tables that the compiler makes. Here their rules are asked themselves, character by character.
TEST_CASE("all lines pass by the rules themselves, without the tables that are made of them") {
    using namespace matn::detail;
    const auto graphemes = read("GraphemeBreakTest.txt");
    CHECK(passed(graphemes, [](const std::string& text) {
              offsets out{0};
              auto state = grapheme_state::control; // what is before a text joins nothing
              for (matn::offset at = 0; at < text.size();) {
                  const grapheme_character c = read_grapheme_class(text, at);
                  const auto cls = static_cast<grapheme_class>(c.cls);
                  const bool joins = grapheme_joins(state, cls);
                  if (!joins && at > 0) out.push_back(at);
                  state = joins ? grapheme_next(state, cls) : grapheme_start(cls);
                  at = c.end;
              }
              out.push_back(text.size());
              return out;
          }) == graphemes.size());

    const auto sentences = read("SentenceBreakTest.txt");
    CHECK(passed(sentences, [](const std::string& text) {
              offsets out;
              auto state = sentence_state::start;
              matn::offset held = 0;
              for (matn::offset at = 0; at < text.size();) {
                  const sentence_character c = read_sentence_class(text, at);
                  const unsigned step = sentence_step(state, static_cast<sentence_class>(c.cls));
                  state = static_cast<sentence_state>(step & 0x1Fu);
                  matn::offset next = c.end;
                  if ((step & sentence_tentative) != 0) {
                      held = at;
                  } else if ((step & sentence_confirmed) != 0) { // what was read since belongs to the next sentence
                      out.push_back(held);
                      state = sentence_state::start;
                      next = held;
                  } else if ((step & sentence_boundary) != 0 && (out.empty() || out.back() != at)) {
                      out.push_back(at);
                  }
                  at = next;
              }
              if (state == sentence_state::held) out.push_back(held);
              out.push_back(text.size());
              return out;
          }) == sentences.size());

    const auto words = read("WordBreakTest.txt");
    CHECK(passed(words, [](const std::string& text) {
              offsets out;
              unsigned row = word_row(word_state::start, false);
              matn::offset held = 0;
              for (matn::offset at = 0; at < text.size();) {
                  const classified c = classify_slowly(text, at);
                  const unsigned step = word_step(static_cast<word_state>(row >> 6), (row >> 5 & 1) != 0, c.cls());
                  if ((step & word_confirmed) != 0) out.push_back(held);
                  if ((step & word_boundary) != 0) out.push_back(at);
                  if ((step & word_tentative) != 0) held = at;
                  row = step & word_row_mask;
                  at += c.size;
              }
              if (word_held(row)) out.push_back(held);
              out.push_back(text.size());
              return out;
          }) == words.size());
}

TEST_CASE("the tables of the three machines are what their rules say, for every state and class") {
    using namespace matn::detail;
    for (unsigned s = 0; s < grapheme_state_count; ++s)
        for (unsigned c = 0; c < grapheme_class_count; ++c) {
            const auto state = static_cast<grapheme_state>(s);
            const auto cls = static_cast<grapheme_class>(c);
            const bool joins = grapheme_joins(state, cls);
            CHECK((grapheme_table[s << 4 | c] & 0x80u) == (joins ? 0x80u : 0));
            CHECK((grapheme_table[s << 4 | c] & 0x7Fu) ==
                  static_cast<unsigned>(joins ? grapheme_next(state, cls) : grapheme_start(cls)));
        }
    for (unsigned s = 0; s < sentence_state_count; ++s)
        for (unsigned c = 0; c < sentence_class_count; ++c)
            CHECK(sentence_table[s << 4 | c] == sentence_step(static_cast<sentence_state>(s), static_cast<sentence_class>(c)));
    for (unsigned s = 0; s < word_state_count; ++s)
        for (const bool joiner : {false, true})
            for (unsigned c = 0; c < word_class_count; ++c) {
                const auto state = static_cast<word_state>(s);
                // Bytes that are not UTF-8 part words as a character of no class does.
                const auto cls = c == static_cast<unsigned>(word_class::invalid) ? word_class::other : static_cast<word_class>(c);
                CHECK(word_table[word_row(state, joiner) | c] == word_step(state, joiner, cls));
            }
}

TEST_CASE("all lines pass cut at every byte, and at every two bytes") {
    const auto check = [](const std::string& name, auto stream) {
        for (const line& l : read(name)) {
            const std::string_view text = l.text;
            for (std::size_t a = 0; a <= text.size(); ++a)
                for (std::size_t b = a; b <= text.size(); ++b) {
                    offsets out;
                    const auto to = [&out](std::uint64_t boundary) { out.push_back(boundary); };
                    for (const std::string_view part : {text.substr(0, a), text.substr(a, b - a), text.substr(b)})
                        stream.feed(part, to);
                    stream.finish(to);
                    if (out != l.boundaries) FAIL("cut at " << a << " and " << b << ": " << l.written);
                }
        }
    };
    check("WordBreakTest.txt", matn::word_boundary_stream());
    check("SentenceBreakTest.txt", matn::sentence_boundary_stream());
    check("GraphemeBreakTest.txt", matn::grapheme_boundary_stream());
}

TEST_CASE("words and graphemes far inside a text are the same as alone, by every path and at every place in a block") {
    // Long texts take other paths than short ones: each line stands between sentences of more than a hundred bytes.
    using matn::detail::word_path;
    const std::string sentence =
        "وزیر خارجه در کابل گفت که گفت‌وگوهای صلح میان دو طرف ادامه دارد و به پایان نرسیده است\n";
    const auto inside = [](const auto& boundaries, std::size_t from, std::size_t to) {
        offsets out;
        for (const auto b : boundaries)
            if (b >= from && b <= to) out.push_back(b - from);
        return out;
    };
    for (std::size_t shift = 0; shift < 64; shift += 7) {
        const std::string before = std::string(shift, 'x') + sentence + sentence;
        const auto check = [&](const std::string& name, const auto& find) {
            for (const line& l : read(name)) {
                if (l.text.back() == '\r' || l.text.front() == '\n') continue; // these would join our line ends
                const std::string text = before + l.text + "\n" + sentence + sentence;
                find(text, [&](const auto& boundaries, const char* how) {
                    if (inside(boundaries, before.size(), before.size() + l.text.size()) != l.boundaries)
                        FAIL(how << " after " << shift << ": " << l.written);
                });
            }
        };
        check("WordBreakTest.txt", [](std::string_view text, const auto& found) {
            const auto by = [&](word_path path) {
                std::vector<matn::offset> out;
                for (matn::detail::word_batches batches(text, path); batches.next();)
                    out.insert(out.end(), batches.begin(), batches.end());
                return out;
            };
            found(by(word_path::machine), "machine");
            found(by(word_path::tables), "tables");
            found(by(word_path::avx2), "AVX2");
            found(ends(matn::words({.punctuation = true, .spaces = true})(text)), "view");
        });
        check("GraphemeBreakTest.txt",
              [](std::string_view text, const auto& found) { found(ends(matn::graphemes(text)), "view"); });
    }
}
