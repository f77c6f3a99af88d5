// SPDX-License-Identifier: MIT
// The whole pipeline, on one document that is filled again and again: it finds what a fresh one finds.
#include "fuzz.hpp"

#include <matn/matn.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::budget within(data, size, 6, 4'000); // see dates.cpp
    using matn::fold::search;
    static const matn::gazetteer places{{.id = "kabul", .type = "place", .language = "prs", .name = "کابل"},
                                        {.id = "kabul", .type = "place", .language = "en", .name = "Kabul"},
                                        {.id = "stoltenberg", .type = "person", .language = "prs", .name = "ینس ستولتنبرگ"}};
    static const auto analyse =
        matn::pipeline(matn::damages, matn::script_runs, matn::languages, matn::words, matn::tokens, matn::sentences,
                       matn::numbers, matn::dates({.anchor = matn::gregorian(2021, 4, 16)}), matn::anchors,
                       matn::mentions(places), matn::normalizing, matn::syntactic_words, matn::folding<search>);
    static auto used = analyse.blank();
    const std::string_view text = fuzz::text_of(data, size);
    const auto borders = fuzz::borders_of(text);

    const auto fresh = analyse(text);
    analyse(text, used);
    const auto same = [&]<class... Item>(std::type_identity<Item>...) {
        (fuzz::require_same_places(fresh.template each<Item>(), used.template each<Item>(),
                                   "a used document is as good as a fresh one"),
         ...);
        (fuzz::require_in_order(text, borders, fresh.template each<Item>(), true), ...);
    };
    same(std::type_identity<matn::damage>{}, std::type_identity<matn::script_run>{}, std::type_identity<matn::language_span>{},
         std::type_identity<matn::word>{}, std::type_identity<matn::token>{}, std::type_identity<matn::sentence>{},
         std::type_identity<matn::number>{}, std::type_identity<matn::date>{}, std::type_identity<matn::mention>{});
    fuzz::require_cover(text, fresh.each<matn::script_run>());
    fuzz::require(fresh.get<matn::folded<search>>().text() == used.get<matn::folded<search>>().text(),
                  "a used folding is as good as a fresh one");
    fuzz::require(fresh.get<matn::normalized>().text() == used.get<matn::normalized>().text(),
                  "a used normalization is as good as a fresh one");
    return 0;
}
