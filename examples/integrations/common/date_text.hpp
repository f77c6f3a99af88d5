// SPDX-License-Identifier: MIT
// Dates as databases take them.
#ifndef MATN_EXAMPLES_DATE_TEXT_HPP
#define MATN_EXAMPLES_DATE_TEXT_HPP

#include <matn/anchor.hpp>
#include <matn/date.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace integrations {

/// The day that a text names with nothing left open: "2020-04-15". Nothing where it names none.
inline std::optional<matn::day> read_day(std::string_view text) {
    const auto d = matn::parse_date(text);
    if (!d || d->type != matn::date_type::date || d->how != matn::date_source::written || d->flags != matn::date_fine)
        return std::nullopt;
    return d->first;
}

/// What a date means: its TIMEX3 value (2020-04-14, 2020-04, P14M ...), or else the first day and the day after the last, "2020-03-20/2020-04-20".
/// Empty where it is not known, or there is no such day.
inline std::string value_of(const matn::date& d) {
    if ((d.flags & matn::date_impossible) != 0) return {};
    std::string value = matn::timex3(d);
    if (!value.empty()) return value;
    value = matn::iso_start(d);
    return value.empty() ? value : value + '/' + matn::iso_end(d);
}

inline std::string_view calendar_name(matn::calendar c) {
    constexpr std::string_view names[] = {"gregorian", "solar-hijri", "lunar-hijri"};
    return names[static_cast<std::size_t>(c)];
}
inline std::string_view source_name(matn::date_source how) {
    constexpr std::string_view names[] = {"", "written", "weekday", "tense", "nearby", "nearest", "relative"};
    return names[static_cast<std::size_t>(how)];
}

} // namespace integrations

#endif
