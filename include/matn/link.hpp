// SPDX-License-Identifier: MIT
// Mentions of names grouped by whom they name, over documents and scripts, without any list of names.
#ifndef MATN_LINK_HPP
#define MATN_LINK_HPP

#include <matn/detail/link_item.hpp>
#include <matn/detail/name_linker.hpp>
#include <matn/name_index.hpp>
#include <matn/name_match.hpp>

#include <span>
#include <vector>

namespace matn { inline namespace v0 {

/// Groups mentions by whom or what they name, over all documents and scripts: each mention is in one group, and a group may have one mention.
/// Groups are in the order of their first mentions. The same mentions give the same groups. `named` refers to its texts, a group's `type` to
/// that of a mention.
///
/// 1. Two whole names are one if `match_names` says so and each word of one is like a word of the other. The most alike are joined first, and
///    two groups only if every spelling of one (of the first six) may be one of every spelling of the other: Ahmad Shah does not tie two
///    persons together.
/// 2. A name that lacks words of a fuller one, but has its last, stands for it if its document has only one such name; if it has none, if all
///    documents have only one. This goes for persons: for the types person, per and PER, and without types for names that have no country or
///    common noun among their words. What may mean two persons is left in a group of its own.
///
/// What is not letters of the three scripts is one only if its bytes are. Time: for each different spelling one question to a `name_index`, which
/// does not grow with their number but slowly, and a comparison with at most 32 others.
[[nodiscard]] inline std::vector<name_group> link(std::span<const named> mentions, const link_options& options = {}) {
    return detail::name_linker(mentions, options).run();
}

}} // namespace matn

#endif
