// SPDX-License-Identifier: MIT
// Tokens and sentences: in order, on borders, and the stage finds what the call finds.
#include "fuzz.hpp"

#include <matn/sentence.hpp>
#include <matn/token.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::budget within(data, size, 6);
    const std::string_view text = fuzz::text_of(data, size);
    const auto borders = fuzz::borders_of(text);

    const auto tokens = fuzz::collect(matn::tokens(text));
    fuzz::require_in_order(text, borders, tokens);
    std::vector<matn::token> emitted;
    matn::tokens.run(text, matn::emit(emitted));
    fuzz::require_same_places(tokens, emitted, "the stage finds the tokens that the call finds");

    const auto sentences = fuzz::collect(matn::sentences(text));
    fuzz::require_in_order(text, borders, sentences);
    std::vector<matn::sentence> stage;
    matn::sentences.run(text, matn::emit(stage));
    fuzz::require_same_places(sentences, stage, "the stage finds the sentences that the call finds");
    return 0;
}
