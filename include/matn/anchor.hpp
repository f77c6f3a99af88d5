// SPDX-License-Identifier: MIT
// The document's own date, found in its text.
#ifndef MATN_ANCHOR_HPP
#define MATN_ANCHOR_HPP

#include <matn/date.hpp>

namespace matn { inline namespace v0 {

/// Finds the day on which a text was written, from the text alone: "today (Wednesday 27)", "yesterday, Sunday", "published on", "this March",
/// "last month" beside a full date, the newest full date. Each place votes for the days it allows, dates at the foot of a page weigh little.
///
/// `dates(text, {.find_anchor = true})` uses it by itself; in a pipeline, `anchored_dates` behind it resolves dates against what it found.
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

    /// Makes the one `anchor` of the document. Linear in the text.
    void run(std::string_view text, const detail::when::atoms& atoms, detail::when::anchor_work& work, anchor& out) const {
        work.order = options.order;
        detail::when::read_nodes(text, atoms, date_options{.order = options.order}, work.nodes);
        const std::span<const detail::when::atom> joined{atoms.items.data(), atoms.items.size()};
        out = detail::when::anchor_finder(text, joined, {work.nodes.data(), work.nodes.size()}, options).find();
    }
};
/// The document's own date: `if (const matn::anchor a = matn::anchors(text)) use(a.when)`. As a stage it makes the one `anchor`, and needs
/// matn::numbers before it.
inline constexpr anchors_fn anchors{};

/// Finds dates as matn::dates does, and resolves them against the document's own day, which matn::anchors found before it. The search for that day,
/// and the reading of the dates, are then done once for both.
struct anchored_dates_fn : adaptor {
    date_options options;

    [[nodiscard]] std::vector<date> operator()(std::string_view text) const {
        date_options own = options;
        own.find_anchor = true;
        return dates(text, own);
    }
    template <std::same_as<std::string> Temporary>
    void operator()(Temporary&&) const = delete; // the text would be gone before its dates

    /// The same stage with other options. An anchor among them goes before the document's own; the order of numbers should be that of matn::anchors.
    [[nodiscard]] constexpr anchored_dates_fn operator()(const date_options& o) const noexcept { return {{}, o}; }
    /// The dates of a text, with options.
    [[nodiscard]] std::vector<date> operator()(std::string_view text, const date_options& o) const { return (*this)(o)(text); }
    template <std::same_as<std::string> Temporary>
    void operator()(Temporary&&, const date_options&) const = delete; // the text would be gone before its dates

    /// Makes the layer of `date` from what matn::numbers and matn::anchors prepared. Linear in the text.
    void run(std::string_view text, const anchor& own, const detail::when::atoms& atoms, const detail::when::anchor_work& read,
             detail::when::date_work& work, emit<date> out) const {
        detail::when::find_dates(text, atoms, own, read, options, work, out.items());
    }
};
/// The dates of a text, resolved against its own day. As a stage it makes the layer of `date`, and needs matn::numbers and matn::anchors before it.
inline constexpr anchored_dates_fn anchored_dates{};

namespace detail {
template <class Stage>
struct missing_layer<when::anchor_work, Stage> {
    static_assert(never<Stage>, "matn: a stage reads what matn::anchors prepares; put matn::anchors before it");
    static constexpr bool ok = false;
};
template <class Stage>
struct missing_layer<anchor, Stage> {
    static_assert(never<Stage>, "matn: a stage reads the anchor; put matn::anchors before it");
    static constexpr bool ok = false;
};
} // namespace detail

}} // namespace matn

#endif
