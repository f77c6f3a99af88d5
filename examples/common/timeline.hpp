// SPDX-License-Identifier: MIT
// The timeline as a drawing: a row an article, Gregorian months above, Solar Hijri months below.
#ifndef MATN_EXAMPLES_TIMELINE_HPP
#define MATN_EXAMPLES_TIMELINE_HPP

#include "common/html.hpp"
#include "common/story.hpp"

#include <cmath>

namespace html {

/// Where days stand on the axis. The distance of two neighbours grows with the logarithm of the days between them, so that a week of news
/// beside a law of 1965 can still be read.
class day_axis {
public:
    day_axis(const std::vector<moment>& timeline, double left, double right) {
        std::set<matn::day> days;
        for (const moment& m : timeline) {
            days.insert(m.first);
            days.insert(m.last);
        }
        double x = 0;
        for (const matn::day d : days) {
            if (!points_.empty()) x += std::log2(1.5 + (d - points_.back().first) * 0.5);
            points_.push_back({d, x});
        }
        const double scale = x > 0 ? (right - left) / x : 0;
        for (auto& p : points_) p.second = x > 0 ? left + p.second * scale : (left + right) / 2;
    }

    [[nodiscard]] double operator()(matn::day d) const {
        const auto after =
            std::lower_bound(points_.begin(), points_.end(), d, [](const auto& p, matn::day x) { return p.first < x; });
        if (after == points_.end()) return points_.back().second;
        if (after->first == d || after == points_.begin()) return after->second;
        const auto before = after - 1;
        return before->second + (after->second - before->second) * (d - before->first) / (after->first - before->first);
    }
    [[nodiscard]] matn::day first() const { return points_.front().first; }
    [[nodiscard]] matn::day last() const { return points_.back().first; }

private:
    std::vector<std::pair<matn::day, double>> points_;
};

/// The names of the months on the axes, short enough to stand beside each other.
inline constexpr std::string_view gregorian_months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
inline constexpr std::string_view solar_months[] = {"Hamal", "Sawr",  "Jawza", "Saratan", "Asad", "Sunbula",
                                                    "Mizan", "Aqrab", "Qaws",  "Jadi",    "Dalw", "Hut"};

/// The measures of a drawing, in its own units, which are about pixels.
struct timeline_shape {
    std::string_view name;
    double width, left, right;
    double row_height;
    double line;         ///< how far below the top of its row a line is
    double label;        ///< and the name of the article
    double gap;          ///< between two labels of an axis, at least
    double radius;       ///< of a dot
    std::size_t letters; ///< of the name of an article
    bool titles;         ///< whether there is room beside an axis to say which calendar it is
};
inline constexpr timeline_shape wide_timeline{"wide", 1100, 190, 1075, 34, 17, 21, 26, 6, 22, true};
/// For a telephone: the name of an article stands over its line.
inline constexpr timeline_shape narrow_timeline{"narrow", 340, 8, 332, 46, 34, 18, 10, 5, 40, false};

/// Draws the timeline of a story.
class timeline_drawing : writer {
public:
    timeline_drawing(const story& s, const timeline_shape& shape)
        : story_(s), shape_(shape), axis_(s.timeline, shape.left, shape.right) {}

    [[nodiscard]] std::string draw() {
        put("<svg class=\"", shape_.name, "\" viewBox=\"0 0 ", shape_.width, " ", bottom() + 44 + (shape_.titles ? 0 : 16),
            "\" role=\"img\" aria-label=\"The dates of the articles on a line of time\">\n");
        const double above = shape_.titles ? 26 : 10, below = bottom() + (shape_.titles ? 26 : 44);
        put("<text x=\"0\" y=\"", above, "\">Gregorian</text><text x=\"0\" y=\"", below, "\">Solar Hijri</text>\n");
        ticks<matn::gregorian>(26, top - 8, bottom(), gregorian_months);
        ticks<matn::solar_hijri>(bottom() + 26, top, bottom() + 8, solar_months);
        for (std::size_t i = 0; i < story_.articles.size(); ++i) row(i);
        links();
        for (const moment& m : story_.timeline)
            if (m.first != m.last) marks(m);
        for (const moment& m : story_.timeline)
            if (m.first == m.last) marks(m); // dots over bars
        put("</svg>");
        return std::move(str());
    }

private:
    static constexpr double top = 44;

    [[nodiscard]] double top_of(std::size_t article_index) const {
        return top + shape_.row_height * static_cast<double>(article_index);
    }
    [[nodiscard]] double y_of(std::size_t article_index) const { return top_of(article_index) + shape_.line; }
    [[nodiscard]] double bottom() const { return top_of(story_.articles.size()); }
    [[nodiscard]] const found_date& date_at(date_ref r) const { return story_.articles[r.article].dates[r.date]; }

    // The starts of years, then of months, as far as their labels have room.
    template <class Calendar>
    void ticks(double y, double from, double to, std::span<const std::string_view, 12> months) {
        std::vector<std::pair<double, double>> taken; // the middle and the half width of a label
        const auto put_tick = [&](matn::day d, const std::string& label, std::string_view attributes) {
            if (d < axis_.first() || axis_.last() < d) return false;
            constexpr double half_letter = 3.7;
            const double x = axis_(d), half = half_letter * static_cast<double>(label.size());
            if (std::any_of(taken.begin(), taken.end(),
                            [&](const auto& t) { return std::abs(t.first - x) < t.second + half + shape_.gap; }))
                return false;
            taken.emplace_back(x, half);
            const std::string_view place = x < half ? "start" : shape_.width < x + half ? "end" : "middle";
            put("<line class=\"tick\" x1=\"", x, "\" x2=\"", x, "\" y1=\"", from, "\" y2=\"", to, "\"/>");
            put("<text text-anchor=\"", place, "\" x=\"", x, "\" y=\"", y, "\"", attributes, ">", label, "</text>\n");
            return true;
        };
        const std::int32_t begin = Calendar(axis_.first()).year();
        const std::int32_t end = Calendar(axis_.last()).year();
        const std::int32_t step = std::max(1, (end - begin) / 12);
        for (const moment& m : story_.timeline) { // years that are named before those between them
            const std::int32_t year = Calendar(m.first).year();
            put_tick(Calendar(year, 1, 1), std::to_string(year), " class=\"year\"");
        }
        for (std::int32_t year = begin; year <= end; year += step)
            put_tick(Calendar(year, 1, 1), std::to_string(year), " class=\"year\"");
        bool say_year = axis_.first() > matn::day(Calendar(begin, 1, 1)); // the first year has no tick of its own
        for (std::int32_t year = begin; year <= end && end - begin <= 40; ++year)
            for (std::uint32_t month = 1; month <= 12; ++month) {
                const matn::day d = Calendar(year, month, 1);
                if (d < axis_.first() || axis_.last() < d) continue;
                const std::string label(months[month - 1]);
                if (put_tick(d, say_year ? label + ' ' + std::to_string(year) : label, "")) say_year = false;
            }
        if (taken.empty()) put_tick(axis_.first(), matn::iso(Calendar(axis_.first())), "");
    }

    void row(std::size_t index) {
        const std::string name = file_name(story_.articles[index].name);
        std::string label;
        std::size_t used = 0;
        for (const matn::grapheme g : matn::graphemes(name)) {
            if (used++ == shape_.letters) {
                label += "…";
                break;
            }
            label += g.at.of(name);
        }
        const double y = y_of(index);
        put("<line class=\"row\" x1=\"", shape_.left - (shape_.titles ? 10 : 8), "\" x2=\"", shape_.width, "\" y1=\"", y,
            "\" y2=\"", y, "\"/>");
        put("<a href=\"#a", index + 1, "\"><text class=\"name\" x=\"0\" y=\"", top_of(index) + shape_.label, "\">", index + 1,
            ". ", attribute(label), "</text></a>\n");
    }

    // A dashed line between the two days of each contradiction.
    void links() {
        for (const contradiction& c : story_.contradictions) {
            hot_.insert(c.first.begin(), c.first.end());
            hot_.insert(c.second.begin(), c.second.end());
            for (const date_ref a : c.first)
                for (const date_ref b : c.second) {
                    put("<line class=\"link\" x1=\"", axis_(date_at(a).first), "\" y1=\"", y_of(a.article));
                    put("\" x2=\"", axis_(date_at(b).first), "\" y2=\"", y_of(b.article), "\"/>\n");
                }
        }
    }

    void marks(const moment& m) {
        for (const date_ref r : m.where) {
            const found_date& d = date_at(r);
            const double y = y_of(r.article);
            put("<a href=\"#a", r.article + 1, "d", r.date + 1, "\"><title>", attribute(story_.articles[r.article].bytes(d.at)),
                " = ");
            put(iso_range<matn::gregorian>(d.first, d.last), " = ", iso_range<matn::solar_hijri>(d.first, d.last), "</title>");
            if (d.one_day()) {
                put("<circle class=\"dot", d.certain ? "" : " unsure", hot_.contains(r) ? " hot" : "", "\" r=\"", shape_.radius,
                    "\" cx=\"", axis_(d.first));
                put("\" cy=\"", y, "\"/></a>\n");
            } else {
                put("<rect class=\"bar\" rx=\"4\" x=\"", axis_(d.first), "\" y=\"", y - 4);
                put("\" width=\"", std::max(4.0, axis_(d.last) - axis_(d.first)), "\" height=\"8\"/></a>\n");
            }
        }
    }

    const story& story_;
    const timeline_shape& shape_;
    day_axis axis_;
    std::set<date_ref> hot_;
};
/// The drawing twice, for wide and for narrow pages; the style shows one of them.
inline std::string timeline_svg(const story& s) {
    return timeline_drawing(s, wide_timeline).draw() + timeline_drawing(s, narrow_timeline).draw();
}

} // namespace html

#endif
