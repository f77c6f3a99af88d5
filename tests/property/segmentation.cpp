// SPDX-License-Identifier: MIT
// What holds for the segments of every text, whichever way they are asked for and however the machine reads it.
#include "../catch.hpp"
#include "../texts.hpp"

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
        else found.push_back({{at.begin, t.end}, t.kind});
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
        ".", ",", ":", ";", "'",  "’",  "\"", "«",  "»",  "(",      ")",    "[",     "-",       "_",      "/",
        "@", "#", "&", "+", "%",  "*",  "!",  "?",  "؟",  "۔",      "…",    "–",     "—",       "$",      "<",
        "=", "~", "^", "|", "s ", "Dr", "U",  "mm", "am", "www",    ".com", "http:", "mailto:", "//",     "12",
        "۵", "٣", "٫", "٬", "و",  "ق",  "م",  "د",  "é",  "\u00A0", "\t",   "\r\n",  "  ",      "\u200C", "\u064E"};
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
