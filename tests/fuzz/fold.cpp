// SPDX-License-Identifier: MIT
// Folding: idempotent, keeps what is broken, and every slice has its way back.
#include "fuzz.hpp"

#include <matn/fold.hpp>

namespace {

template <matn::fold_set F>
void check(std::string_view text, const std::vector<bool>& borders) {
    const auto folded = matn::folding<F>(text);
    const auto end = static_cast<matn::offset>(folded.text().size());
    fuzz::require(matn::folding<F>(folded.text()).text() == folded.text(), "folding twice is folding once");
    fuzz::require(folded.source({0, end}) == matn::slice{0, static_cast<matn::offset>(text.size())},
                  "the whole comes from the whole");

    matn::slice before{};
    for (const matn::code_point c : matn::code_points(folded.text())) {
        const matn::slice at = folded.source(c.at);
        fuzz::require(at.begin <= at.end && at.end <= text.size(), "a source lies inside the text");
        fuzz::require(borders[at.begin] && borders[at.end], "a source stands on borders of code points");
        fuzz::require(before.begin <= at.begin && before.end <= at.end, "sources keep their order");
        before = at;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::budget within(data, size, 10);
    const std::string_view text = fuzz::text_of(data, size);
    const auto borders = fuzz::borders_of(text);
    check<matn::fold::search>(text, borders);
    check<matn::fold::marks | matn::fold::tatweel>(text, borders);
    check<matn::fold::digits>(text, borders);
    return 0;
}
