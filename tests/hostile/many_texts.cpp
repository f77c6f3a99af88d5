// SPDX-License-Identifier: MIT
// The rules of tests/property on as many texts as there is time for. A program: `many_texts [COUNT]` makes COUNT random texts, ten million if
// not said; `many_texts -` reads texts from the standard input, each behind its size as a line. Says which rule a text breaks.
#include "../texts.hpp"

#include <matn/matn.hpp>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

namespace fold = matn::fold;
using matn::slice;

std::uint64_t broken = 0;
void rule(bool holds, const char* what, const std::string& text) {
    if (holds) return;
    if (++broken > 20) return;
    std::printf("%s:", what);
    for (const char c : text.substr(0, 200)) std::printf(" %02X", unsigned{static_cast<unsigned char>(c)});
    std::puts("");
}

constexpr auto analyse = matn::pipeline(matn::graphemes, matn::script_runs, matn::words({.spaces = true}), matn::tokens,
                                        matn::sentences, matn::numbers, matn::folding<fold::search>);
using document = std::remove_cvref_t<decltype(analyse)>::document;

class checker {
public:
    void check(const std::string& text) {
        border_.assign(text.size() + 1, false);
        border_[text.size()] = true;
        matn::offset end = 0;
        bool tiled = true;
        for (const matn::code_point c : matn::code_points(text)) {
            tiled = tiled && c.at.begin == end && c.at.end > end;
            end = c.at.end;
            border_[c.at.begin] = true;
        }
        rule(tiled && end == text.size(), "code points are not the text, cut", text);
        analyse(text, doc_);
        rule(tile(doc_.each<matn::grapheme>(), text), "graphemes are not the text, cut", text);
        rule(tile(doc_.each<matn::script_run>(), text), "script runs are not the text, cut", text);
        rule(tile(doc_.each<matn::word>(), text), "words and spaces are not the text, cut", text);
        rule(apart(doc_.each<matn::token>()), "tokens", text);
        rule(apart(doc_.each<matn::sentence>()), "sentences", text);
        rule(apart(doc_.each<matn::number>()), "numbers", text);
        rule(between_tokens(text), "between tokens there is more than white space, marks and controls", text);
        way_back(text, doc_.get<matn::folded<fold::search>>());
    }

private:
    template <class T>
    bool on_borders(const T& item) const {
        return item.at.begin < item.at.end && item.at.end < border_.size() && border_[item.at.begin] && border_[item.at.end];
    }
    template <class T>
    bool tile(std::span<const T> items, const std::string& text) const {
        matn::offset end = 0;
        for (const T& item : items) {
            if (item.at.begin != end || !on_borders(item)) return false;
            end = item.at.end;
        }
        return end == text.size();
    }
    template <class T>
    bool apart(std::span<const T> items) const {
        matn::offset end = 0;
        for (const T& item : items) {
            if (item.at.begin < end || !on_borders(item)) return false;
            end = item.at.end;
        }
        return true;
    }
    // Tokens and what is between them are the text; and that is what by itself is white space, a mark or a control, or a picture that a joiner
    // makes part of the white space before it (UAX #29, WB3c and WB4).
    bool between_tokens(const std::string& text) const {
        matn::offset end = 0;
        const auto passes_to = [&](matn::offset next) {
            while (end < next) {
                const matn::code_point c = matn::decode(text, end);
                end = c.at.end;
                const matn::word alone = *matn::words({.spaces = true})(c.at.of(text)).begin();
                const bool joined = c.at.begin >= 3 && text.compare(c.at.begin - 3, 3, "\u200D") == 0;
                if (!joined && alone.kind != matn::word_kind::space && alone.kind != matn::word_kind::other) return false;
            }
            return end == next;
        };
        for (const matn::token& t : doc_.each<matn::token>()) {
            if (!passes_to(t.at.begin)) return false;
            end = t.at.end;
        }
        return passes_to(static_cast<matn::offset>(text.size()));
    }
    template <class Folded>
    void way_back(const std::string& text, const Folded& once) {
        matn::folding<fold::search>.run(once.text(), again_);
        rule(again_.text() == once.text(), "folding twice is not folding once", text);
        const auto size = static_cast<matn::offset>(once.text().size());
        rule(once.source({0, size}) == slice{0, static_cast<matn::offset>(text.size())},
             "the source of the whole is not the whole", text);
        slice last;
        bool holds = true;
        for (const matn::code_point c : matn::code_points(once.text())) {
            if (c.at.size() == size) break; // the whole, which was looked at
            const slice from = once.source(c.at);
            holds = holds && last.begin <= from.begin && last.end <= from.end && from.begin < from.end &&
                    from.end <= text.size() && border_[from.begin] && border_[from.end];
            last = from;
        }
        rule(holds, "the way back is not in order, or leads between two bytes of a character", text);
    }

    document doc_;
    matn::folded<fold::search> again_;
    std::vector<bool> border_;
};

} // namespace

int main(int argc, char** argv) {
    checker all;
    std::uint64_t texts = 0, bytes = 0;
    const auto look_at = [&](const std::string& text) {
        all.check(text);
        ++texts;
        bytes += text.size();
    };
    if (argc > 1 && std::string_view(argv[1]) == "-") {
        std::string text;
        for (std::size_t size = 0; std::scanf("%zu", &size) == 1;) {
            text.resize(size);
            if (std::getchar() != '\n' || std::fread(text.data(), 1, size, stdin) != size)
                return std::puts("the input is cut short"), 2;
            look_at(text);
        }
    } else {
        const std::uint64_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 10'000'000;
        texts::random next(2026);
        for (std::uint64_t i = 0; i < count; ++i) look_at(texts::make_random(next, 1 + next.below(40)));
    }
    std::printf("%llu texts, %llu bytes: %llu rules broken\n", static_cast<unsigned long long>(texts),
                static_cast<unsigned long long>(bytes), static_cast<unsigned long long>(broken));
    return broken != 0;
}
