// SPDX-License-Identifier: MIT
// The timeline as a drawing: a row an article, Gregorian months above, Solar Hijri months below.
#ifndef MATN_EXAMPLES_TIMELINE_HPP
#define MATN_EXAMPLES_TIMELINE_HPP

#include "common/html.hpp"
#include "common/story.hpp"

#include <cmath>

namespace html {

/// Where days stand on the axis. Days that nobody names take little room: the distance of two neighbours grows with the logarithm of the days
/// between them, so that a week of news beside a law of 1965 can still be read.
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
        const auto after = std::lower_bound(points_.begin(), points_.end(), d, [](const auto& p, matn::day x) { return p.first < x; });
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

namespace detail {

inline std::string fixed(double x) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.1f", x);
    return buffer;
}

// The starts of years, then of months, as far as their labels have room.
template <class Calendar>
void ticks(std::string& out, const day_axis& axis, double y, double from, double to, const char* const (&months)[12]) {
    constexpr double room = 62;
    std::vector<double> taken;
    const auto free = [&taken](double x) { return std::none_of(taken.begin(), taken.end(), [x](double t) { return std::abs(t - x) < room; }); };
    const auto put = [&](Calendar c, const std::string& label, bool year) {
        const matn::day d = c;
        if (d < axis.first() || axis.last() < d) return;
        const double x = axis(d);
        if (!free(x)) return;
        taken.push_back(x);
        out += "<line class=\"tick\" x1=\"" + fixed(x) + "\" x2=\"" + fixed(x) + "\" y1=\"" + fixed(from) + "\" y2=\"" + fixed(to) + "\"/><text text-anchor=\"middle\" x=\"" +
               fixed(x) + "\" y=\"" + fixed(y) + "\"" + (year ? " class=\"year\"" : "") + ">" + label + "</text>\n";
    };
    const std::int32_t begin = Calendar(axis.first()).year();
    const std::int32_t end = Calendar(axis.last()).year();
    const std::int32_t step = std::max(1, (end - begin) / 12);
    for (std::int32_t year = begin; year <= end; year += step) put(Calendar(year, 1, 1), std::to_string(year), true);
    if (end - begin > 40) return;
    for (std::int32_t year = begin; year <= end; ++year)
        for (std::uint32_t month = 1; month <= 12; ++month)
            put(Calendar(year, month, 1), std::string(months[month - 1]) + (taken.empty() ? ' ' + std::to_string(year) : ""), false);
    if (taken.empty()) put(Calendar(axis.first()), matn::iso(Calendar(axis.first())), false);
}

} // namespace detail

inline constexpr const char* gregorian_months[12] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
inline constexpr const char* solar_months[12] = {"Hamal", "Sawr", "Jawza", "Saratan", "Asad", "Sunbula", "Mizan", "Aqrab", "Qaws", "Jadi", "Dalw", "Hut"};

inline std::string timeline_svg(const story& s) {
    using detail::fixed;
    constexpr double width = 1100, left = 190, right = 1075, top = 44, row = 34;
    const double bottom = top + row * static_cast<double>(s.articles.size());
    const day_axis axis(s.timeline, left, right);
    std::string out = "<svg viewBox=\"0 0 1100 " + fixed(bottom + 44) + "\" role=\"img\" aria-label=\"Dates of the articles on a line of time\">\n";
    out += "<text x=\"0\" y=\"26\">Gregorian</text><text x=\"0\" y=\"" + fixed(bottom + 26) + "\">Solar Hijri</text>\n";
    detail::ticks<matn::gregorian>(out, axis, 26, top - 8, bottom, gregorian_months);
    detail::ticks<matn::solar_hijri>(out, axis, bottom + 26, top, bottom + 8, solar_months);
    const auto y_of = [&](std::size_t article_index) { return top + row * (static_cast<double>(article_index) + 0.5); };
    for (std::size_t i = 0; i < s.articles.size(); ++i) {
        std::string name = s.articles[i].name;
        if (const std::size_t slash = name.rfind('/'); slash != std::string::npos) name.erase(0, slash + 1);
        std::string shown;
        std::size_t used = 0;
        for (const matn::code_point c : matn::code_points(name)) {
            if (++used > 22) break;
            shown += c.at.of(name);
        }
        if (used > 22) shown += "…";
        out += "<line class=\"row\" x1=\"" + fixed(left - 10) + "\" x2=\"" + fixed(width) + "\" y1=\"" + fixed(y_of(i)) + "\" y2=\"" + fixed(y_of(i)) +
               "\"/><a href=\"#a" + std::to_string(i + 1) + "\"><text class=\"name\" x=\"0\" y=\"" + fixed(y_of(i) + 4) + "\">" + std::to_string(i + 1) + ". " +
               attribute(shown) + "</text></a>\n";
    }
    for (const contradiction& c : s.contradictions)
        for (const date_ref a : c.first)
            for (const date_ref b : c.second) {
                const auto x = [&](date_ref r) { return axis(s.articles[r.article].dates[r.date].first); };
                out += "<line class=\"link\" x1=\"" + fixed(x(a)) + "\" y1=\"" + fixed(y_of(a.article)) + "\" x2=\"" + fixed(x(b)) + "\" y2=\"" + fixed(y_of(b.article)) + "\"/>\n";
            }
    std::set<date_ref> hot;
    for (const contradiction& c : s.contradictions) {
        hot.insert(c.first.begin(), c.first.end());
        hot.insert(c.second.begin(), c.second.end());
    }
    for (const bool bars : {true, false})
        for (const moment& m : s.timeline) {
            if (bars == (m.first == m.last)) continue;
            for (const date_ref r : m.where) {
                const article& a = s.articles[r.article];
                const found_date& d = a.dates[r.date];
                out += "<a href=\"#a" + std::to_string(r.article + 1) + "d" + std::to_string(r.date + 1) + "\"><title>" + attribute(std::string(a.bytes(d.at))) + " = " +
                       iso_range<matn::gregorian>(d.first, d.last) + " = " + iso_range<matn::solar_hijri>(d.first, d.last) + "</title>";
                if (bars)
                    out += "<rect class=\"bar\" rx=\"4\" x=\"" + fixed(axis(m.first)) + "\" y=\"" + fixed(y_of(r.article) - 4) + "\" width=\"" +
                           fixed(std::max(4.0, axis(m.last) - axis(m.first))) + "\" height=\"8\"/>";
                else
                    out += std::string("<circle class=\"dot") + (d.certain ? "" : " unsure") + (hot.contains(r) ? " hot" : "") + "\" r=\"6\" cx=\"" + fixed(axis(m.first)) +
                           "\" cy=\"" + fixed(y_of(r.article)) + "\"/>";
                out += "</a>\n";
            }
        }
    return out + "</svg>";
}

} // namespace html

#endif
