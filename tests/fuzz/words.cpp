// SPDX-License-Identifier: MIT
// Words and graphemes: all segments together are the text, however they are asked for.
#include "fuzz.hpp"

#include <matn/grapheme.hpp>
#include <matn/script.hpp>
#include <matn/word.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::budget within(data, size, 10);
    const std::string_view text = fuzz::text_of(data, size);
    const auto borders = fuzz::borders_of(text);

    const auto segments = fuzz::collect(matn::words({.spaces = true})(text));
    fuzz::require_cover(text, segments);
    fuzz::require_in_order(text, borders, segments);

    std::vector<matn::word> no_spaces;
    for (const matn::word& w : segments)
        if (w.kind != matn::word_kind::space) no_spaces.push_back(w);
    fuzz::require_same_places(no_spaces, fuzz::collect(matn::words(text)), "words are the segments without the spaces");

    std::vector<matn::word> emitted;
    matn::words.run(text, matn::emit(emitted));
    fuzz::require_same_places(no_spaces, emitted, "the stage finds what the view finds");

    const auto graphemes = fuzz::collect(matn::graphemes(text));
    fuzz::require_cover(text, graphemes);
    fuzz::require_in_order(text, borders, graphemes);

    const auto runs = fuzz::collect(matn::script_runs(text));
    fuzz::require_cover(text, runs);
    fuzz::require_in_order(text, borders, runs);
    return 0;
}
