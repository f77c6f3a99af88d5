// SPDX-License-Identifier: MIT
// A name that no list has, and what speaks for it. See proper_name.hpp.
#ifndef MATN_DETAIL_PROPER_NAME_ITEM_HPP
#define MATN_DETAIL_PROPER_NAME_ITEM_HPP

#include <matn/slice.hpp>

#include <cstdint>

namespace matn { inline namespace v0 {

/// What speaks for a name.
enum class name_evidence : std::uint8_t {
    capitals,     ///< Latin letters: capitals where a sentence asks for none
    title,        ///< Arabic script: it stands behind a title or a rank, and again elsewhere
    cross_script, ///< its letters are those of a name that a document in the other script has
    again,        ///< one of the above holds for it in another place
};

/// A name in one of some documents.
struct proper_name {
    std::uint32_t document = 0; ///< by its place among those given
    slice at;                   ///< there, without titles and clitics
    name_evidence why = name_evidence::capitals;
    bool person = false; ///< a title stands before it, or before the same name elsewhere
    bool place = false; ///< of a name that languages translate (Egypt), or behind a word for being there: in, near, در, في, په
};

}} // namespace matn

#endif
