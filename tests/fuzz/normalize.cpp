// SPDX-License-Identifier: MIT
// Normalization by language, lost half-spaces, and ICU's forms and encodings: every slice has its way back.
#include "fuzz.hpp"

#include <matn/icu.hpp>
#include <matn/joiner.hpp>
#include <matn/normalize.hpp>

namespace {

template <class Made>
void check(std::string_view text, const std::vector<bool>& borders, const Made& made) {
    const auto end = static_cast<matn::offset>(made.text().size());
    fuzz::require(made.source({0, end}) == matn::slice{0, static_cast<matn::offset>(text.size())},
                  "the whole comes from the whole");
    for (const matn::code_point c : matn::code_points(made.text())) {
        const matn::slice at = made.source(c.at);
        fuzz::require(at.begin <= at.end && at.end <= text.size(), "a source lies inside the text");
        fuzz::require(borders[at.begin] && borders[at.end], "a source stands on borders of code points");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::budget within(data, size, 12);
    const std::string_view text = fuzz::text_of(data, size);
    const auto borders = fuzz::borders_of(text);
    check(text, borders, matn::normalizing(text));
    check(text, borders, matn::restore_joiners(text));
    check(text, borders, matn::nfc(text));
    check(text, borders, matn::nfkd(text));
    for (const matn::joiner& j : matn::joiners(text))
        fuzz::require(j.at.end <= text.size(), "a joiner's place is inside the text");

    (void)matn::guess_encoding(text);
    if (const auto made = matn::to_utf8(text)) (void)made->text().size();
    return 0;
}
