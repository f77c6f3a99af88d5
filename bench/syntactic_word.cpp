// SPDX-License-Identifier: MIT
// Syntactic words of tokens and languages that are found already, and the tokens beside them.
#include "bench.hpp"

#include <matn/syntactic_word.hpp>

#include <memory>
#include <vector>

namespace {

std::function<std::size_t()> syntactic_words(std::string_view text) {
    struct found {
        std::vector<matn::token> tokens;
        std::vector<matn::language_span> spans;
        std::vector<matn::syntactic_word> words;
    };
    auto to = std::make_shared<found>();
    matn::tokens.fill(text, to->tokens);
    to->spans = matn::languages(text);
    return [text, to] {
        to->words.clear();
        matn::syntactic_words.run(text, to->tokens, to->spans, matn::emit(to->words));
        return to->words.size();
    };
}
std::function<std::size_t()> tokens(std::string_view text) {
    return [text, to = std::make_shared<std::vector<matn::token>>()] {
        matn::tokens.fill(text, *to);
        return to->size();
    };
}

} // namespace

int main(int argc, char** argv) {
    return bench::run(argc, argv,
                      {{"syntactic words", "matn syntactic words", syntactic_words}, {"syntactic words", "matn tokens", tokens}});
}
