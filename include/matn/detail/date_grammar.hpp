// SPDX-License-Identifier: MIT
// Finds the expressions of time among the atoms of a text: parts first, then what they make together. A header for each subject.
#ifndef MATN_DETAIL_DATE_GRAMMAR_HPP
#define MATN_DETAIL_DATE_GRAMMAR_HPP

#include <matn/detail/date_clock.hpp>
#include <matn/detail/date_clock_minutes.hpp>
#include <matn/detail/date_clock_range.hpp>
#include <matn/detail/date_fields.hpp>
#include <matn/detail/date_length.hpp>
#include <matn/detail/date_merge.hpp>
#include <matn/detail/date_numeric.hpp>
#include <matn/detail/date_period.hpp>
#include <matn/detail/date_portion.hpp>
#include <matn/detail/date_range.hpp>
#include <matn/detail/date_reader.hpp>
#include <matn/detail/date_relative.hpp>
#include <matn/detail/date_support.hpp>

#endif
