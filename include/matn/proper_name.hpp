// SPDX-License-Identifier: MIT
// Names in running text that no list has: found by how some documents write them together.
#ifndef MATN_PROPER_NAME_HPP
#define MATN_PROPER_NAME_HPP

#include <matn/detail/proper_name_finder.hpp>
#include <matn/detail/proper_name_item.hpp>

#include <iterator>
#include <string_view>
#include <vector>

namespace matn { inline namespace v0 {

/// Names in some documents that tell of the same things, without any list: in the order of the documents and of their bytes, without overlaps.
/// More documents find more: what one shows to be a name is found in all.
///
/// In Latin letters a name is what has capitals inside of a sentence; at its beginning, if it has them elsewhere too. Titles, countries and
/// acronyms end it; common words, days, months, and words for people of a country (Afghan) are none. In Arabic script a name is what stands behind a
/// title that only names follow (جنرال, ملا, السيد), as far as its words stand elsewhere too, and what a document in Latin letters names: as
/// `cross_script_names` finds it, from a score of 0.6 on. Both are then found wherever they stand, with clitics.
///
/// Finds two thirds of what a reader marks, and is right nine times of ten: names of many words with common nouns among them (the Foreign
/// Ministry) are not whole or not found. Time: as `cross_script_names` with the names that there are.
///
/// `documents` is an array, a vector or a span of std::string or std::string_view.
template <class Documents>
    requires requires(const Documents& d) { std::string_view(d[0]), std::size(d); }
[[nodiscard]] std::vector<proper_name> proper_names(const Documents& documents) {
    return detail::proper_name_finder<Documents>(documents).run();
}

}} // namespace matn

#endif
