// SPDX-License-Identifier: MIT
// The whole pipeline, on one document that is filled again and again: it finds what a fresh one finds.
#include "fuzz.hpp"

#include <matn/fold.hpp>
#include <matn/pipeline.hpp>
#include <matn/script.hpp>
#include <matn/through.hpp>
#include <matn/word.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static constexpr auto analyse =
        matn::pipeline(matn::damages, matn::script_runs, matn::words, matn::folding<matn::fold::search>);
    static auto used = analyse.blank();
    const std::string_view text = fuzz::text_of(data, size);
    const auto borders = fuzz::borders_of(text);

    const auto fresh = analyse(text);
    analyse(text, used);
    fuzz::require_in_order(text, borders, fresh.each<matn::word>());
    fuzz::require_in_order(text, borders, fresh.each<matn::damage>());
    fuzz::require_cover(text, fresh.each<matn::script_run>());
    fuzz::require_same_places(fresh.each<matn::word>(), used.each<matn::word>(), "a used document is as good as a fresh one");
    fuzz::require(fresh.get<matn::folded<matn::fold::search>>().text() == used.get<matn::folded<matn::fold::search>>().text(),
                  "a used folding is as good as a fresh one");
    return 0;
}
