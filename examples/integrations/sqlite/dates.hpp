// SPDX-License-Identifier: MIT
// SELECT * FROM matn_dates(text [, day of writing | 'auto']): the dates of a text.
#ifndef MATN_EXAMPLES_SQLITE_DATES_HPP
#define MATN_EXAMPLES_SQLITE_DATES_HPP

#include "../common/date_text.hpp"
#include "table.hpp"

#include <matn/number.hpp>
#include <matn/pipeline.hpp>

namespace matn_sqlite {

class date_rows {
public:
    static constexpr const char* schema =
        "CREATE TABLE x(\"begin\" INTEGER, \"end\" INTEGER, written TEXT, value TEXT, first TEXT, last TEXT, "
        "calendar TEXT, how TEXT, flag TEXT, source HIDDEN, day_of_writing HIDDEN)";
    static constexpr int columns = 9;
    static constexpr int arguments = 2;
    static constexpr bool reads_files = false;
    struct shared {};

    bool find(shared&, std::span<sqlite3_value*> given, std::string& wrong) {
        found_ = {};
        text_.clear();
        if (given[0] == nullptr) return true;
        text_ = text_of(given[0]);
        matn::date_options options;
        if (given[1] != nullptr) {
            const std::string_view day = text_of(given[1]);
            options.find_anchor = day == "auto";
            options.anchor = options.find_anchor ? std::nullopt : integrations::read_day(day);
            if (!options.find_anchor && !options.anchor) {
                wrong = "matn_dates: the day of writing is 'auto' or a day, YYYY-MM-DD";
                return false;
            }
        }
        matn::pipeline(matn::numbers, matn::dates(options))(text_, document_);
        found_ = document_.each<matn::date>();
        return true;
    }
    [[nodiscard]] std::size_t size() const { return found_.size(); }

    void column(sqlite3_context* context, std::size_t row, int column) const {
        const matn::date& d = found_[row];
        const bool days = d.resolved && (d.flags & matn::date_impossible) == 0;
        switch (column) {
        case 0: return sqlite3_result_int64(context, d.at.begin);
        case 1: return sqlite3_result_int64(context, d.at.end);
        case 2: return result_text(context, d.at.of(text_));
        case 3: return some_text(context, integrations::value_of(d));
        case 4: return some_text(context, days && !d.open_start ? matn::iso(d.first) : std::string());
        case 5: return some_text(context, days && !d.open_end ? matn::iso(d.last) : std::string());
        case 6: return some_text(context, integrations::calendar_name(d.written_in));
        case 7: return some_text(context, integrations::source_name(d.how));
        default: return some_text(context, matn::flag_name(d.flags));
        }
    }

private:
    static void some_text(sqlite3_context* context, std::string_view text) {
        if (!text.empty()) result_text(context, text);
    }
    std::string text_;
    std::span<const matn::date> found_;
    decltype(matn::pipeline(matn::numbers, matn::dates))::document document_;
};

} // namespace matn_sqlite

#endif
