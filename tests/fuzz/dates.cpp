// SPDX-License-Identifier: MIT
// Dates and the anchor: in order, days that a calendar has, and text forms for all of them.
#include "fuzz.hpp"

#include <matn/anchor.hpp>
#include <matn/date.hpp>
#include <matn/pipeline.hpp>

namespace {

void check(std::string_view text, const std::vector<bool>& borders, const matn::date_options& options) {
    const auto dates = matn::dates(text, options);
    fuzz::require_in_order(text, borders, dates, true);
    for (const matn::date& d : dates) {
        (void)matn::timex3(d);
        (void)matn::iso_start(d);
        (void)matn::iso_end(d);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::budget within(data, size, 8, 4'000); // an anchor is looked for among the days of decades, whatever the text
    const std::string_view text = fuzz::text_of(data, size);
    const auto borders = fuzz::borders_of(text);
    check(text, borders, {});
    check(text, borders, {.anchor = matn::gregorian(2021, 4, 16)});
    check(text, borders, {.find_anchor = true});
    (void)matn::parse_date(text);
    (void)matn::pipeline(matn::numbers, matn::anchors, matn::anchored_dates)(text);
    return 0;
}
