// SPDX-License-Identifier: MIT
// The days that fit all hints of a text best, found without a look at most days.
#ifndef MATN_DETAIL_ANCHOR_SEARCH_HPP
#define MATN_DETAIL_ANCHOR_SEARCH_HPP

#include <matn/detail/anchor_piece.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace matn { inline namespace v0 { namespace detail::when {

// What a text tells of its day.
struct evidence {
    static constexpr std::size_t most_hints = 32;

    hint hints[most_hints];
    std::size_t count = 0;
    std::optional<day> newest, coming;       // of its full dates: the last that is past, the first that is to come
    std::optional<day> years_from, years_to; // of the years and months that it names

    // How likely a day is by the full dates and years alone.
    [[nodiscard]] float expected(day d) const noexcept {
        if (newest) { // news is written soon after what it tells
            const std::int32_t away = d - *newest;
            return away < 0 ? -3.0f : 3.0f / (1.0f + static_cast<float>(away) / 10.0f);
        }
        if (coming && d <= *coming) // and not long before
            return 2.0f / (1.0f + static_cast<float>(*coming - d) / 10.0f);
        if (!years_from) return 0;
        const std::int32_t years = days_off(d) / 366; // among the years that it names, or soon after
        return 2.0f / (1.0f + static_cast<float>(years));
    }
    [[nodiscard]] float score_of(day d) const noexcept {
        float score = 0;
        for (std::size_t i = 0; i < count; ++i) score += hints[i].fit(d);
        return score + expected(d);
    }
    // No day from `d` on and before `until` is more likely than `most`.
    [[nodiscard]] piece expected_from(day d) const noexcept {
        if (newest && d < *newest) return {-3, *newest};
        if (newest) return {expected(d), d + (1 + (d - *newest) / 4)};
        if (coming && d <= *coming) {
            const day until = d + (1 + (*coming - d) / 4);
            return {expected(until - 1), until};
        }
        if (!years_from) return {0, no_day_after};
        const std::int32_t years = days_off(d) / 366;
        if (d > *years_to) return {expected(d), *years_to + 366 * (years + 1)};
        return {expected(d), d >= *years_from ? *years_to + 1 : years == 0 ? *years_from : *years_from - (366 * years - 1) / 2};
    }

private:
    // Days behind the years that are named; those before them count twice.
    [[nodiscard]] std::int32_t days_off(day d) const noexcept {
        return d > *years_to ? d - *years_to : d < *years_from ? 2 * (*years_from - d) : 0;
    }
};

struct best_days {
    float score = -1000;
    day first{}, last{};
    std::uint32_t ties = 0;

    // Days of several years say nothing.
    [[nodiscard]] bool far_apart() const noexcept { return last - first > 60; }
};

// Goes through a range of days in steps: a step ends where what a hint allows changes, and its days are looked at only if they could be as good
// as the best so far. Finds what a look at each day would find. Most hints change once or twice a year, so there are few steps.
class day_search {
public:
    day_search(const evidence& known, day from, day to) noexcept : known_(known), from_(from), to_(to) {
        // Days of years that not all calendars have, or that are not of four digits: nothing is passed over.
        const bool usual = gregorian(700, 1, 1) <= from && to <= gregorian(9000, 1, 1);
        for (std::size_t i = 0; i < known.count; ++i) {
            const hint& h = known.hints[i];
            hope_ += most_of(h);
            if (h.what == hint_kind::weekday || h.what == hint_kind::near_weekday)
                for (std::int32_t k = 0; k < 7; ++k) week_[k] += h.fit(from + k);
            else put({usual ? piece_of(h, from) : piece{most_of(h), no_day_after}, i});
        }
        put({known.expected_from(from), no_hint});
        for (const double w : week_) best_of_week_ = best_of_week_ < w ? w : best_of_week_;
        hope_ += known.newest ? 3 : known.coming || known.years_from ? 2 : 0;
        // Days before the newest date are less likely than itself as a rule, so they need not be the best at first.
        if (known.newest && from <= *known.newest && *known.newest <= to) floor_ = known.score_of(*known.newest) - 0.1;
    }

    [[nodiscard]] best_days find() noexcept {
        for (day d = from_; d <= to_ && !settled_;) {
            const day until = courses_[0].now.until <= to_ ? courses_[0].now.until : to_ + 1;
            if (hopeful(bound_ + best_of_week_)) look_at(d, until);
            else if (known_.newest && d > *known_.newest) settled_ = !hopeful(hope_ - 3 + known_.expected(d));
            while (courses_[0].now.until <= until) go_on(until);
            d = until;
        }
        return best_;
    }

private:
    static constexpr std::size_t no_hint = evidence::most_hints; // the course of what is expected
    static constexpr double same = 0.001;                        // scores so near to each other are one
    static constexpr double rounding = 0.001;                    // a sum of 33 floats is off by less

    struct course {
        piece now{};
        std::size_t of = 0;
    };

    // What a hint can add to the score of a day.
    [[nodiscard]] static float most_of(const hint& h) noexcept {
        const bool against = h.what == hint_kind::not_before || h.what == hint_kind::not_after;
        return against || (h.what == hint_kind::term && h.number == 0) ? 0 : h.weight;
    }
    [[nodiscard]] bool hopeful(double score) const noexcept {
        const double enough = best_.score - same;
        return score > (enough < floor_ ? floor_ : enough) - rounding;
    }

    // The courses stand in the order in which they change.
    void put(course c) noexcept {
        bound_ += c.now.most;
        std::size_t i = count_++;
        for (; i > 0 && courses_[i - 1].now.until > c.now.until; --i) courses_[i] = courses_[i - 1];
        courses_[i] = c;
    }
    // The course that changes first has come to the day on which it does.
    void go_on(day d) noexcept {
        course c = courses_[0];
        bound_ -= c.now.most;
        c.now = c.of == no_hint ? known_.expected_from(d) : piece_of(known_.hints[c.of], d);
        if (c.now.until <= d) c.now.until = d + 1;
        bound_ += c.now.most;
        std::size_t i = 1;
        for (; i < count_ && courses_[i].now.until < c.now.until; ++i) courses_[i - 1] = courses_[i];
        courses_[i - 1] = c;
    }

    void look_at(day first, day until) noexcept {
        auto of_week = static_cast<std::size_t>((first - from_) % 7);
        for (day d = first; d < until && !settled_; d = d + 1) {
            if (hopeful(bound_ + week_[of_week])) weigh(d);
            of_week = of_week == 6 ? 0 : of_week + 1;
        }
    }
    void weigh(day d) noexcept {
        const float score = known_.score_of(d);
        if (score > best_.score + 0.001f) {
            best_ = {score, d, d, 1};
        } else if (score > best_.score - 0.001f) {
            best_.last = d;
            ++best_.ties;
            settled_ = best_.far_apart() && best_.score > hope_ - same / 2; // nothing can be better, and this says nothing
        }
    }

    const evidence& known_;
    day from_, to_;
    course courses_[evidence::most_hints + 1];
    std::size_t count_ = 0;
    double week_[7] = {}; // of the weekdays of from_ and the six days behind it, what hints of weekdays add
    double best_of_week_ = -1000;
    double bound_ = 0; // what all others add at most, now
    double hope_ = 0;  // what all can add on any day
    double floor_ = -1000;
    bool settled_ = false;
    best_days best_;
};

}}} // namespace matn::v0::detail::when

#endif
