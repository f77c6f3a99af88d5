// SPDX-License-Identifier: MIT
// Functions that give tables: C++ fills in the cells of a row, PostgreSQL's memory takes them.
#ifndef MATN_EXAMPLES_POSTGRESQL_ROWS_HPP
#define MATN_EXAMPLES_POSTGRESQL_ROWS_HPP

#include "functions.hpp"

namespace matn_postgresql {

/// A value of a column.
class cell {
public:
    enum class kind { null, integer, day, real, text };

    void clear() noexcept { kind_ = kind::null; }
    void integer(std::uint64_t n) noexcept {
        kind_ = kind::integer;
        integer_ = static_cast<std::int64_t>(n);
    }
    void day(matn::day d) noexcept {
        if (!fits(d)) return clear();
        kind_ = kind::day;
        integer_ = date_of(d);
    }
    void real(float x) noexcept {
        kind_ = kind::real;
        real_ = x;
    }
    void text(std::string_view s) {
        kind_ = kind::text;
        text_.assign(s);
    }
    /// NULL where there is nothing.
    void some_text(std::string_view s) { s.empty() ? clear() : text(s); }

    [[nodiscard]] bool is_null() const noexcept { return kind_ == kind::null; }
    [[nodiscard]] bool is_text() const noexcept { return kind_ == kind::text; }
    [[nodiscard]] Datum datum() const {
        switch (kind_) {
        case kind::null: return Datum{0};
        case kind::integer: return Int32GetDatum(static_cast<std::int32_t>(integer_));
        case kind::day: return DateADTGetDatum(static_cast<DateADT>(integer_));
        case kind::real: return Float4GetDatum(real_);
        case kind::text: return text_datum(text_);
        }
        return Datum{0};
    }

private:
    kind kind_ = kind::null;
    float real_ = 0;
    std::int64_t integer_ = 0;
    std::string text_;
};

/// Puts what `Finder` finds in a text into the result of a set-returning function. It has
///   static constexpr int columns
///   void find(std::string_view part)
///   std::size_t size() const
///   void row(std::size_t, std::uint64_t from, cell (&)[columns])    `from`: where the part begins in the text
/// all of them C++ that may throw, and is kept from call to call.
template <class Finder>
void give_rows(FunctionCallInfo fcinfo, Finder& finder, std::string_view text) {
    struct line {
        cell cells[Finder::columns];
    };
    line* cells = nullptr;
    check(attempt([&] { cells = &kept<line>(); }));
    auto* const result = reinterpret_cast<ReturnSetInfo*>(fcinfo->resultinfo);
    each_part(
        text, [&](std::string_view part) { finder.find(part); },
        [&](std::string_view part) {
            for (std::size_t i = 0; i < finder.size(); ++i) {
                check(attempt([&] { finder.row(i, static_cast<std::uint64_t>(part.data() - text.data()), cells->cells); }));
                Datum values[Finder::columns];
                bool nulls[Finder::columns];
                for (int c = 0; c < Finder::columns; ++c) {
                    nulls[c] = cells->cells[c].is_null();
                    values[c] = cells->cells[c].datum();
                }
                tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
                for (int c = 0; c < Finder::columns; ++c)
                    if (cells->cells[c].is_text()) pfree(DatumGetPointer(values[c]));
            }
        });
}

} // namespace matn_postgresql

#endif
