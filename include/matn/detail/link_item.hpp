// SPDX-License-Identifier: MIT
// What is linked, and the groups that come of it. See link.hpp.
#ifndef MATN_DETAIL_LINK_ITEM_HPP
#define MATN_DETAIL_LINK_ITEM_HPP

#include <matn/name_match.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace matn { inline namespace v0 {

/// A name that stands in a document, as `link` reads it. Who found it does not matter: a gazetteer, a tagger, or a person.
struct named {
    std::uint32_t document = 0;     ///< which document: any number
    std::string_view name;          ///< its bytes there, without clitics
    std::string_view type = {};     ///< "person", "place"...: names of two types are never one; empty where it is not known
    std::string_view language = {}; ///< a BCP 47 tag, or empty: the letters decide
};

/// What is taken for one name.
struct link_options {
    float least = 0.5f;          ///< the score from which two names are one, as in `name_match`
    bool last_names = true;      ///< a last name stands for the one full name of its document that ends with it
    bool other_documents = true; ///< where its own document has none, for the only one of all documents
};

/// A mention in its group, and why it is there.
struct linked_mention {
    std::uint32_t mention = 0; ///< its place among those given
    std::uint32_t like = 0;    ///< the mention that ties it to the group; itself for the one that all hang on
    float score = 1;           ///< how alike the two are, as in `name_match`
    name_rule rule = name_rule::exact;
};

/// Mentions that name one.
struct name_group {
    std::vector<linked_mention> members; ///< in the order of the mentions
    std::vector<std::uint32_t>
        names; ///< for each script that it is written in a mention with its fullest usual spelling, most mentions first
    std::string_view type; ///< of its mentions; empty where none has one
};

}} // namespace matn

#endif
