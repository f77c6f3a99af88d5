// SPDX-License-Identifier: MIT
// What several articles say together: who is named where, what happened when, and where they contradict each other.
#ifndef MATN_EXAMPLES_STORY_HPP
#define MATN_EXAMPLES_STORY_HPP

#include "common/article.hpp"

#include <matn/fold.hpp>
#include <matn/script.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <tuple>

/// One spelling of an entity's name, as it stands in the articles.
struct form {
    std::string text;
    matn::script script = matn::script::common;
    std::size_t count = 0;
};

/// A person, an organisation or a place over all articles.
struct entity {
    std::string id;
    std::string type;
    std::string name;
    std::vector<form> forms;               ///< by script, then by count
    std::map<std::size_t, std::size_t> in; ///< article -> mentions there
    std::size_t count = 0;
};

/// A date of an article, by their indices.
struct date_ref {
    std::size_t article = 0;
    std::size_t date = 0;
    friend auto operator<=>(const date_ref&, const date_ref&) = default;
};

/// Days that are named at least once.
struct moment {
    matn::day first;
    matn::day last;
    std::vector<date_ref> where;
    bool contradicted = false;
};

/// Two days for what seems to be one event, or a date that contradicts itself (then `second` is empty).
struct contradiction {
    std::vector<date_ref> first;
    std::vector<date_ref> second;
    std::vector<std::string> shared; ///< names of the entities that the sentences share
    std::string what;                ///< for readers
};

struct story {
    std::span<const article> articles;
    std::vector<entity> entities; ///< those in most articles first
    std::vector<moment> timeline; ///< by day
    std::vector<contradiction> contradictions;
};

/// "12 June 2023", which no reader takes for another date.
inline std::string long_date(matn::day d) {
    static constexpr const char* months[] = {"January", "February", "March",     "April",   "May",      "June",
                                             "July",    "August",   "September", "October", "November", "December"};
    const matn::gregorian g(d);
    return std::to_string(g.day_of_month()) + ' ' + months[g.month() - 1] + ' ' + std::to_string(g.year());
}
inline std::string_view weekday_name(matn::day d) {
    static constexpr std::string_view names[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    return names[static_cast<std::size_t>(matn::weekday_of(d)) - 1];
}
/// "2023-06-12", or "2023-06-01 to 2023-06-30", in either calendar.
template <class Calendar>
std::string iso_range(matn::day first, matn::day last) {
    const std::string begin = matn::iso(Calendar(first));
    return first == last ? begin : begin + " to " + matn::iso(Calendar(last));
}

namespace detail {

inline matn::script script_of_text(std::string_view text) {
    for (const matn::script_run r : text | matn::script_runs) return r.value;
    return matn::script::common;
}

inline std::vector<entity> entities_of(std::span<const article> articles) {
    std::map<std::string, entity> by_id;
    std::map<std::string, std::map<std::string, std::size_t>> spellings;
    for (std::size_t i = 0; i < articles.size(); ++i)
        for (const found_name& n : articles[i].names) {
            entity& e = by_id[n.id];
            e.id = n.id;
            e.type = n.type;
            e.name = n.name;
            ++e.in[i];
            ++e.count;
            ++spellings[n.id][std::string(articles[i].bytes(n.at))];
        }
    std::vector<entity> out;
    for (auto& [id, e] : by_id) {
        for (const auto& [text, count] : spellings[id]) e.forms.push_back({text, script_of_text(text), count});
        std::stable_sort(e.forms.begin(), e.forms.end(), [](const form& a, const form& b) {
            return std::tuple(matn::iso_15924(a.script), b.count) < std::tuple(matn::iso_15924(b.script), a.count);
        });
        out.push_back(std::move(e));
    }
    std::stable_sort(out.begin(), out.end(), [](const entity& a, const entity& b) {
        return std::tuple(b.in.size(), b.count) < std::tuple(a.in.size(), a.count);
    });
    return out;
}

// A day that an article names in full, and who and what its sentence names.
struct dated_event {
    date_ref where;
    matn::day day;
    bool full = false; // with its year
    std::set<std::string> entities;
};

inline std::vector<dated_event> events_of(std::span<const article> articles) {
    std::vector<dated_event> out;
    for (std::size_t i = 0; i < articles.size(); ++i)
        for (std::size_t k = 0; k < articles[i].dates.size(); ++k) {
            const found_date& d = articles[i].dates[k];
            if (!d.one_day() || !d.explicit_day) continue;
            for (const matn::slice sentence : articles[i].sentences) {
                if (!sentence.contains(d.at)) continue;
                dated_event e{{i, k}, d.first, d.full, {}};
                for (const found_name& n : articles[i].names)
                    if (sentence.contains(n.at)) e.entities.insert(n.id);
                out.push_back(std::move(e));
                break;
            }
        }
    return out;
}

// Whether two days differ as slips of the pen make them differ: the same day of another month of the year; or of another year, where both
// years are written and none was worked out.
template <class Calendar>
bool one_slip_apart(const dated_event& a, const dated_event& b) {
    const Calendar x(a.day), y(b.day);
    if (x.day_of_month() != y.day_of_month()) return false;
    if (x.year() == y.year()) return x.month() != y.month();
    return a.full && b.full && x.month() == y.month() && x.year() - y.year() <= 1 && y.year() - x.year() <= 1;
}

inline std::vector<std::string> shared(const dated_event& a, const dated_event& b) {
    std::vector<std::string> out;
    std::set_intersection(a.entities.begin(), a.entities.end(), b.entities.begin(), b.entities.end(), std::back_inserter(out));
    return out;
}

// Two articles contradict each other where both give a day in full, the days are one slip apart, their sentences share at least two
// entities, and neither article tells both days of those entities, which would make them two events. A guess for a human to
// judge, so all that led to it is kept.
inline std::vector<contradiction> contradictions_between(std::span<const article> articles, const std::vector<entity>& entities) {
    const std::vector<dated_event> events = events_of(articles);
    const auto tells_both = [&](const dated_event& a, const dated_event& b) {
        return std::any_of(events.begin(), events.end(), [&](const dated_event& e) {
            return ((e.where.article == a.where.article && e.day == b.day) ||
                    (e.where.article == b.where.article && e.day == a.day)) &&
                   shared(e, a).size() >= 2;
        });
    };
    std::map<std::pair<matn::day, matn::day>, contradiction> found;
    std::map<std::pair<matn::day, matn::day>, std::set<std::string>> ids;
    for (const dated_event& a : events)
        for (const dated_event& b : events) {
            if (!(a.day < b.day) || a.where.article == b.where.article) continue;
            if (!one_slip_apart<matn::gregorian>(a, b) && !one_slip_apart<matn::solar_hijri>(a, b)) continue;
            const auto both = shared(a, b);
            if (both.size() < 2 || tells_both(a, b)) continue;
            contradiction& c = found[{a.day, b.day}];
            c.first.push_back(a.where);
            c.second.push_back(b.where);
            ids[{a.day, b.day}].insert(both.begin(), both.end());
        }
    std::vector<contradiction> out;
    for (auto& [days, c] : found) {
        for (auto* refs : {&c.first, &c.second}) {
            std::sort(refs->begin(), refs->end());
            refs->erase(std::unique(refs->begin(), refs->end()), refs->end());
        }
        for (const entity& e : entities)
            if (ids[days].contains(e.id)) c.shared.push_back(e.name);
        c.what = long_date(days.first) + " or " + long_date(days.second) + '?';
        out.push_back(std::move(c));
    }
    return out;
}

} // namespace detail

/// Puts articles together. Refers to them.
inline story tell(std::span<const article> articles) {
    story s{articles, detail::entities_of(articles), {}, {}};
    std::map<std::pair<matn::day, matn::day>, moment> by_days;
    for (std::size_t i = 0; i < articles.size(); ++i)
        for (std::size_t k = 0; k < articles[i].dates.size(); ++k) {
            const found_date& d = articles[i].dates[k];
            moment& m = by_days[{d.first, d.last}];
            m.first = d.first;
            m.last = d.last;
            m.where.push_back({i, k});
            m.contradicted = m.contradicted || !d.flag.empty();
            if (!d.flag.empty()) s.contradictions.push_back({{{i, k}}, {}, {}, d.flag});
        }
    for (contradiction& c : detail::contradictions_between(articles, s.entities)) {
        for (const auto* refs : {&c.first, &c.second}) {
            const found_date& d = articles[refs->front().article].dates[refs->front().date];
            by_days[{d.first, d.last}].contradicted = true;
        }
        s.contradictions.push_back(std::move(c));
    }
    for (auto& [days, m] : by_days) s.timeline.push_back(std::move(m));
    return s;
}

#endif
