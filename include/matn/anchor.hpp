// SPDX-License-Identifier: MIT
// The document's own date, found in its text.
#ifndef MATN_ANCHOR_HPP
#define MATN_ANCHOR_HPP

#include <matn/date.hpp>

namespace matn { inline namespace v0 {

/// Finds the day on which a text was written, from the text alone: "today (Wednesday 27)", "yesterday, Sunday", "published on", "this March",
/// "last month" beside a full date, the newest full date. Each place votes for the days it allows, dates at the foot of a page weigh little.
///
/// `dates(text, {.find_anchor = true})` uses it by itself.
struct anchors_fn : adaptor {
    anchor_options options;

    [[nodiscard]] anchor operator()(std::string_view text) const {
        detail::check_length(text.size());
        detail::when::atoms atoms;
        detail::when::read_atoms(text, atoms);
        anchor found;
        detail::when::anchor_work work;
        run(text, atoms, work, found);
        return found;
    }

    /// The same stage with other options.
    [[nodiscard]] constexpr anchors_fn operator()(const anchor_options& o) const noexcept { return {{}, o}; }
    /// The day of a text, with what is known besides: `anchors(text, {.not_after = fetched_on})`.
    [[nodiscard]] anchor operator()(std::string_view text, const anchor_options& o) const { return (*this)(o)(text); }

    /// Makes the one `anchor` of the document. Linear in the text, but for a look at some thousand days where hints leave the year open.
    void run(std::string_view text, const detail::when::atoms& atoms, detail::when::anchor_work& work, anchor& out) const {
        detail::when::read_nodes(text, atoms, date_options{}, work.nodes);
        const std::span<const detail::when::atom> joined{atoms.items.data(), atoms.items.size()};
        out = detail::when::anchor_finder(text, joined, {work.nodes.data(), work.nodes.size()}, options).find();
    }
};
/// The document's own date: `if (const matn::anchor a = matn::anchors(text)) use(a.when)`. As a stage it makes the one `anchor`, and needs
/// matn::numbers before it.
inline constexpr anchors_fn anchors{};

namespace detail {
template <class Stage>
struct missing_layer<anchor, Stage> {
    static_assert(never<Stage>, "matn: a stage reads the anchor; put matn::anchors before it");
    static constexpr bool ok = false;
};
} // namespace detail

}} // namespace matn

#endif
