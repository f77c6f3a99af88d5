// SPDX-License-Identifier: MIT
// The day on which a text was written, from what it says itself: every hint votes for the days that it allows.
#ifndef MATN_DETAIL_ANCHOR_FIND_HPP
#define MATN_DETAIL_ANCHOR_FIND_HPP

#include <matn/detail/date_resolve.hpp>

namespace matn { inline namespace v0 {

/// The document's own date, as far as its text tells it.
struct anchor {
    day when{};                   ///< the day; only where confidence is above 0
    float confidence = 0;         ///< 0: the text tells nothing; 1: it says so itself and nothing disagrees
    std::uint32_t candidates = 0; ///< how many days fit equally well: `when` is the one in the middle
    slice support[8] = {};        ///< the places that speak for it, in text order
    std::uint8_t supports = 0;    ///< how many of them

    /// Whether there is an answer at all.
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return confidence > 0; }
};

namespace detail::when {

class anchor_finder {
public:
    anchor_finder(std::string_view text, std::span<const atom> atoms, std::span<const node> nodes)
        : text_(text), atoms_(atoms), nodes_(nodes) {}

    [[nodiscard]] anchor find() {
        collect();
        anchor out;
        if (count_ == 0) return out;
        choose(out);
        return out;
    }

private:
    enum class kind : std::uint8_t {
        weekday,      // anchor + offset is that weekday
        month_day,    // anchor + offset is that day of that month
        day_of_month, // anchor + offset has that number in its month
        exact,        // the text gives the day
        near_weekday, // a bare weekday near the head: today or yesterday
        this_month,
        this_year,
        past_month,  // "last February"
        month_after, // "last month" beside a full date
        leap_day,    // 29 February without a year: the last one is near
        past_day,    // a day of this month that is over
        not_before,  // a full date
    };
    struct hint {
        slice at;
        kind what;
        std::int8_t cal = 0;
        std::uint8_t month = 0;
        int number = 0; // weekday, day, year
        int offset = 0;
        day when{};
        float weight = 0;
    };
    static constexpr std::size_t most = 24;

    void add(const hint& h) noexcept {
        if (count_ < most) hints_[count_++] = h;
    }

    // The first and last tenth of a text are its head and its foot.
    [[nodiscard]] bool at_head(slice at) const noexcept { return at.begin < 300 || at.begin < text_.size() / 10; }
    [[nodiscard]] bool at_foot(slice at) const noexcept { return text_.size() > 600 && at.end + text_.size() / 8 > text_.size(); }

    [[nodiscard]] bool published_before(const node& n) const noexcept {
        for (std::uint32_t i = n.begin, k = 0; i > 0 && k < 2; --i, ++k) {
            const unsigned g = atoms_[i].gap & 15u;
            if (g != gap_none && g != gap_colon && g != gap_bracket) return false;
            for (unsigned s = 0; s < atoms_[i - 1].senses; ++s)
                if (sense_at(atoms_[i - 1].first_sense + s).what == meaning::published) return true;
            if (atoms_[i - 1].number != 0) return false;
        }
        return false;
    }
    [[nodiscard]] bool adjacent(const node& a, const node& b) const noexcept {
        if (b.begin < a.end || b.begin - a.end > 1) return false;
        for (std::uint32_t i = a.end; i <= b.begin; ++i) {
            const unsigned g = atoms_[i].gap & 15u;
            if (g != gap_none && g != gap_bracket && g != gap_comma && g != gap_dash) return false;
        }
        return true;
    }

    void collect() {
        const node* before = nullptr;
        for (const node& n : nodes_) {
            if (n.used || n.what == form::none) continue;
            one(n, before);
            before = &n;
            if (count_ == most) break;
        }
    }

    void one(const node& n, const node* before) {
        if (n.what == form::day_offset) {
            if (n.weekday != 0) add({n.at, kind::weekday, 0, 0, n.weekday, n.offset, {}, 6});
            return;
        }
        if (n.what == form::unit_offset && n.unit == 5 && n.offset == -1 && !n.counted) {
            last_month_ = n.at;
            has_last_month_ = true;
            return;
        }
        if (n.what != form::fields) return;
        if (n.year != no_year && n.month != 0 && n.day != 0 && n.last_day == 0) { // a full date
            const std::optional<day> d = full(n);
            if (!d) return;
            if (published_before(n)) {
                const float weight = at_foot(n.at) && !at_head(n.at) ? 2.5f : at_head(n.at) ? 12.0f : 6.0f;
                add({n.at, kind::exact, 0, 0, 0, 0, *d, weight});
            } else if (n.at.begin < 60 && n.at.end < 120) {
                add({n.at, kind::exact, 0, 0, 0, 0, *d, 4});
            }
            add({n.at, kind::not_before, 0, 0, 0, 0, *d, 3});
            if (has_last_month_ && n.at.begin - last_month_.end < 1000)
                add({last_month_, kind::month_after, 0, static_cast<std::uint8_t>(gregorian(*d).month()), gregorian(*d).year(), 0,
                     *d, 5});
            if (!newest_ || *d > *newest_) newest_ = *d;
            return;
        }
        if (n.year != no_year && n.day == 0) { // a year or a month of one: the text is of about then
            const date d = date_resolver({}, {}, std::nullopt, 0, false).resolve(n);
            if (!d.resolved) return;
            if (!years_from_ || d.first < *years_from_) years_from_ = d.first;
            if (!years_to_ || d.last > *years_to_) years_to_ = d.last;
            return;
        }
        if (n.month != 0 && n.month <= 12 && n.day != 0 && n.year == no_year) {
            const auto cal = static_cast<std::int8_t>(n.cal < 0 ? 0 : n.cal);
            if (before != nullptr && before->what == form::day_offset && adjacent(*before, n)) {
                add({n.at, kind::month_day, cal, n.month, n.day, before->offset, {}, 8});
                if (n.weekday != 0) add({n.at, kind::weekday, 0, 0, n.weekday, before->offset, {}, 6});
            } else if (n.at.begin < 60) { // a dateline
                add({n.at, kind::month_day, cal, n.month, n.day, 0, {}, 3});
            }
            if (n.tense == 0) {
                add({n.at, kind::this_month, cal, n.month, 0, 0, {}, 5});
                add({n.at, kind::past_day, cal, n.month, n.day, 0, {}, 1.5f});
            }
            if (n.tense == -1) add({n.at, kind::past_month, cal, n.month, 0, 0, {}, 2});
            if (cal == 0 && n.month == 2 && n.day == 29) add({n.at, kind::leap_day, 0, 0, 0, 0, {}, 4});
            return;
        }
        if (n.weekday != 0 && n.day != 0 && n.month == 0) {
            if (before != nullptr && before->what == form::day_offset && adjacent(*before, n)) {
                add({n.at, kind::weekday, 0, 0, n.weekday, before->offset, {}, 6});
                add({n.at,
                     kind::day_of_month,
                     (n.language & (persian | pashto)) != 0 ? std::int8_t{1} : std::int8_t{0},
                     0,
                     n.day,
                     before->offset,
                     {},
                     5});
            }
            return;
        }
        if (n.month != 0 && n.month <= 12 && n.day == 0 && n.year == no_year) {
            const auto cal = static_cast<std::int8_t>(n.cal < 0 ? 0 : n.cal);
            if (n.tense == 0) add({n.at, kind::this_month, cal, n.month, 0, 0, {}, 5});
            if (n.tense == -1) add({n.at, kind::past_month, cal, n.month, 0, 0, {}, 2});
            return;
        }
        if (n.weekday != 0 && n.day == 0 && n.month == 0 && n.tense == 2 && !n.ahead && at_head(n.at)) {
            if (before != nullptr && before->what == form::day_offset && adjacent(*before, n))
                add({n.at, kind::weekday, 0, 0, n.weekday, before->offset, {}, 6});
            else add({n.at, kind::near_weekday, 0, 0, n.weekday, 0, {}, 2});
        }
    }

    [[nodiscard]] static std::optional<day> full(const node& n) noexcept {
        node copy = n;
        copy.weekday = 0;
        copy.clock = -1;
        const date d = date_resolver({}, {}, std::nullopt, 0, false).resolve(copy);
        return d.resolved && d.type == date_type::date ? std::optional(d.first) : std::nullopt;
    }

    // How well a day fits one hint: from minus its weight to its weight.
    [[nodiscard]] static float fit(const hint& h, day d) noexcept {
        const day then = d + h.offset;
        switch (h.what) {
        case kind::weekday: return static_cast<int>(weekday_of(then)) == h.number ? h.weight : -h.weight;
        case kind::month_day:
            return month_in(h.cal, then) == h.month && day_of_month_in(h.cal, then) == static_cast<unsigned>(h.number)
                       ? h.weight
                       : -h.weight;
        case kind::day_of_month: return day_of_month_in(h.cal, then) == static_cast<unsigned>(h.number) ? h.weight : -h.weight;
        case kind::exact: return d == h.when ? h.weight : 0;
        case kind::near_weekday: {
            const int away = (static_cast<int>(weekday_of(d)) - h.number + 7) % 7;
            return away == 0 ? h.weight : away == 1 ? h.weight * 0.75f : 0;
        }
        case kind::this_month: return month_in(h.cal, d) == h.month ? h.weight : -h.weight;
        case kind::this_year: return year_in(h.cal, d) == h.number ? h.weight : -h.weight;
        case kind::past_month: {
            const int away = (month_in(h.cal, d) - h.month + 12) % 12;
            return away == 0 ? -h.weight : away <= 6 ? h.weight : h.weight * 0.5f;
        }
        case kind::month_after: {
            const gregorian g(d);
            const int away = g.year() * 12 + static_cast<int>(g.month()) - (h.number * 12 + h.month);
            return away == 1 ? h.weight : -h.weight;
        }
        case kind::leap_day: { // the last 29 February is less than a year ago
            const int y = gregorian(d).year();
            for (const int c : {y, y - 1})
                if (gregorian::is_leap(c)) {
                    const std::int32_t away = d - day(gregorian(c, 2, 29));
                    if (away >= 0 && away < 366) return h.weight;
                }
            return -h.weight;
        }
        case kind::past_day:
            return month_in(h.cal, d) == h.month && day_of_month_in(h.cal, d) >= static_cast<unsigned>(h.number) ? h.weight : 0;
        case kind::not_before: return d >= h.when ? 0 : -h.weight;
        }
        return 0;
    }

    void choose(anchor& out) {
        // Where to look: after the newest full date, or in the years of the web.
        day from = gregorian(2000, 1, 1);
        day to = gregorian(2035, 12, 31);
        if (newest_) {
            from = *newest_ - 400; // a text can name a day that is to come
            to = *newest_ + 500;
        } else if (years_from_ && *years_to_ - *years_from_ < 3660) { // among the years that it names
            from = *years_from_ - 366;
            to = *years_to_ + 366;
        }
        // Without a full date only days that a strong hint allows are worth a look.
        bool strong = false;
        for (std::size_t i = 0; i < count_; ++i)
            strong = strong || (hints_[i].what != kind::not_before && hints_[i].what != kind::near_weekday &&
                                hints_[i].what != kind::past_month && hints_[i].what != kind::past_day);
        if (!strong && !newest_) return;
        const auto score_of = [&](day d) {
            float score = 0;
            for (std::size_t i = 0; i < count_; ++i) score += fit(hints_[i], d);
            if (newest_) { // news is written soon after what it tells
                const std::int32_t away = d - *newest_;
                score += away < 0 ? -3.0f : 3.0f / (1.0f + static_cast<float>(away) / 10.0f);
            }
            return score;
        };
        float best = -1000;
        day first{};
        day last{};
        std::uint32_t ties = 0;
        for (day d = from; d <= to; d = d + 1) {
            const float score = score_of(d);
            if (score > best + 0.001f) {
                best = score;
                first = last = d;
                ties = 1;
            } else if (score > best - 0.001f) {
                last = d;
                ++ties;
            }
        }
        if (best <= 0 || ties == 0) return;
        // Days that fit equally: the middle one is nearest to all. Days of several years say nothing.
        if (ties > 1 && last - first > 60) return;
        if (!strong && best < 2) return;
        std::uint32_t middle = ties / 2;
        for (day d = first; d <= last; d = d + 1) {
            const float score = score_of(d);
            if (score <= best - 0.001f) continue;
            if (middle-- > 0) continue;
            out.when = d;
            break;
        }
        float agreed = 0;
        float all = 0;
        for (std::size_t i = 0; i < count_; ++i) {
            if (hints_[i].what == kind::not_before) continue;
            const float f = fit(hints_[i], out.when);
            all += hints_[i].weight;
            if (f <= 0) continue;
            agreed += f;
            const bool known = out.supports > 0 && out.support[out.supports - 1] == hints_[i].at;
            if (out.supports < 8 && !known) out.support[out.supports++] = hints_[i].at;
        }
        out.candidates = ties;
        const float certain = strong ? (agreed > 8 ? 1.0f : agreed / 8) : 0.2f;
        out.confidence = (all > 0 ? agreed / all : 0.2f) * certain / static_cast<float>(ties);
        if (out.confidence <= 0) out.confidence = 0.05f;
        if (out.confidence > 1) out.confidence = 1;
    }

    std::string_view text_;
    std::span<const atom> atoms_;
    std::span<const node> nodes_;
    hint hints_[most];
    std::size_t count_ = 0;
    std::optional<day> newest_;
    std::optional<day> years_from_, years_to_;
    slice last_month_{};
    bool has_last_month_ = false;
};

} // namespace detail::when

}} // namespace matn

#endif
