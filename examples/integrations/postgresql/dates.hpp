// SPDX-License-Identifier: MIT
// SELECT * FROM matn_dates(text [, day of writing | 'auto']): the dates of a text.
#ifndef MATN_EXAMPLES_POSTGRESQL_DATES_HPP
#define MATN_EXAMPLES_POSTGRESQL_DATES_HPP

#include "rows.hpp"

#include <matn/pipeline.hpp>

namespace matn_postgresql {

class date_finder {
public:
    static constexpr int columns = 9;

    void begin(const writing_day& given) {
        options_ = {};
        if (given.known) options_.anchor = given.day;
        options_.find_anchor = given.find;
    }
    void find(std::string_view part) {
        text_ = part;
        matn::pipeline(matn::numbers, matn::dates(options_))(part, document_);
        found_ = document_.each<matn::date>();
        if (!options_.find_anchor) return;
        options_.find_anchor = false; // what the first part says of its day holds for the others
        if (const matn::anchor a = matn::anchors(part); a.confidence >= 0.15f) options_.anchor = a.when;
    }
    [[nodiscard]] std::size_t size() const { return found_.size(); }
    void row(std::size_t i, std::uint64_t from, cell (&cells)[columns]) const {
        const matn::date& d = found_[i];
        const bool days = d.resolved && (d.flags & matn::date_impossible) == 0;
        cells[0].integer(from + d.at.begin);
        cells[1].integer(from + d.at.end);
        cells[2].text(d.at.of(text_));
        cells[3].some_text(integrations::value_of(d));
        days && !d.open_start ? cells[4].day(d.first) : cells[4].clear();
        days && !d.open_end ? cells[5].day(d.last) : cells[5].clear();
        cells[6].some_text(integrations::calendar_name(d.written_in));
        cells[7].some_text(integrations::source_name(d.how));
        cells[8].some_text(matn::flag_name(d.flags));
    }

private:
    matn::date_options options_;
    std::string_view text_;
    std::span<const matn::date> found_;
    decltype(matn::pipeline(matn::numbers, matn::dates))::document document_;
};

inline Datum date_rows(FunctionCallInfo fcinfo, bool day_is_date) {
    InitMaterializedSRF(fcinfo, 0);
    if (PG_ARGISNULL(0)) return Datum{0};
    const std::string_view text = text_argument(fcinfo, 0);
    const writing_day day = day_argument(fcinfo, 1, day_is_date, true);
    date_finder* finder = nullptr;
    check(attempt([&] {
        finder = &kept<date_finder>();
        finder->begin(day);
    }));
    give_rows(fcinfo, *finder, text);
    return Datum{0};
}

} // namespace matn_postgresql

MATN_SQL_FUNCTION(matn_dates) { return matn_postgresql::date_rows(fcinfo, false); }
MATN_SQL_FUNCTION(matn_dates_by_day) { return matn_postgresql::date_rows(fcinfo, true); }

#endif
