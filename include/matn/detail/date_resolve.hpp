// SPDX-License-Identifier: MIT
// From what is said to days: calendar, year, weekday; relative words against the anchor; contradictions marked. A header for each subject.
#ifndef MATN_DETAIL_DATE_RESOLVE_HPP
#define MATN_DETAIL_DATE_RESOLVE_HPP

#include <matn/detail/date_resolve_fields.hpp>
#include <matn/detail/date_resolve_period.hpp>
#include <matn/detail/date_resolve_range.hpp>
#include <matn/detail/date_resolve_relative.hpp>
#include <matn/detail/date_resolver.hpp>

#endif
