// SPDX-License-Identifier: MIT
// Names that come as JSON Lines: entities of Wikidata and of OpenSanctions.
#ifndef MATN_EXAMPLES_JSON_NAMES_HPP
#define MATN_EXAMPLES_JSON_NAMES_HPP

#include <matn/gazetteer.hpp>

#include <string_view>
#include <vector>

/// Whether a text is JSON rather than tab-separated: by its first sign.
[[nodiscard]] bool looks_like_json(std::string_view text);

/// Adds the names of one JSON object a line; what is wrong with a line goes behind `problems`, and the others load. Empty lines and the brackets and commas
/// of a Wikidata dump are passed over. False if no line gave a name.
///
/// - Wikidata: `{"id": "Q5682", "labels": {"fa": "کابل"}, "aliases": {"en": ["Kabul"]}}`, names also as `{"language": "fa", "value": "کابل"}`. The type is
///   "type", or person where the entity is an instance of a human (P31: Q5).
/// - OpenSanctions (FollowTheMoney): `{"id": "NK-1", "schema": "Person", "properties": {"name": ["…"], "alias": ["…"], "weakAlias": ["…"]}}`. Schemas become
///   person, org, place or themselves in small letters; weak aliases weigh half.
bool add_json_lines(matn::gazetteer_builder& names, std::string_view text, std::string_view file_name,
                    std::vector<matn::gazetteer_problem>& problems);

#endif
