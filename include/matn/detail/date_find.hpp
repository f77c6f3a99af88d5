// SPDX-License-Identifier: MIT
// From atoms to dates: grammar, anchor, resolution, and the checks between neighbours.
#ifndef MATN_DETAIL_DATE_FIND_HPP
#define MATN_DETAIL_DATE_FIND_HPP

#include <matn/detail/date_grammar.hpp>
#include <matn/detail/date_resolve.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

// The working memory of the dates stage.
struct date_work {
    std::vector<node> nodes;
    void clear() noexcept { nodes.clear(); }
};

// Whether a text is nothing but one expression: then it is a request, and looks forward.
[[nodiscard]] inline bool is_request(std::string_view text, const std::vector<node>& nodes) noexcept {
    std::size_t covered = 0;
    std::size_t letters = 0;
    for (const node& n : nodes)
        if (!n.used && n.what != form::none) covered += n.at.size();
    for (const char c : text)
        if (c != ' ' && c != '\n' && c != '\t' && c != '.' && c != ',' && c != '\r') ++letters;
    return covered > 0 && covered + 6 >= letters;
}

// What stands between two dates that are said to be one day: "(…)", "برابر با", "الموافق".
[[nodiscard]] inline bool equals_between(std::string_view between) noexcept {
    const auto trim = [](std::string_view s) {
        while (!s.empty() && (s.front() == ' ' || s.front() == '(' || s.front() == ')' || s.front() == ',' || s.front() == '=' || s.front() == '/')) s.remove_prefix(1);
        while (!s.empty() && (s.back() == ' ' || s.back() == '(' || s.back() == ')' || s.back() == ',' || s.back() == '=')) s.remove_suffix(1);
        return s;
    };
    const bool bracket = between.find('(') != std::string_view::npos;
    const std::string_view rest = trim(between);
    if (rest.empty()) return bracket || between.find('=') != std::string_view::npos || between.find('/') != std::string_view::npos;
    for (const std::string_view w : {"برابر با", "برابر", "برابر به", "مطابق با", "مطابق", "مطابق به", "مصادف با", "مصادف", "معادل", "الموافق", "والموافق", "الموافق لـ", "الموافق ل", "موافق",
                                     "بمطابق", "corresponding to", "i.e.", "that is", "which is", "،", "، مطابق", "، برابر با", "، الموافق", "سره سم", "د", "چې برابره ده له"})
        if (rest == w) return rest != "،" && rest != "د";
    return false;
}

inline void find_dates(std::string_view text, const atoms& found, const date_options& options, date_work& work, std::vector<date>& out) {
    date_reader(text, found.joined, options, work.nodes).run();
    std::optional<day> anchor = options.anchor;
    const date_resolver resolver(work.nodes, anchor, options.anchor_second, is_request(text, work.nodes));
    const std::size_t begin = out.size();
    for (const node& n : work.nodes) {
        if (n.used || n.what == form::none) continue;
        out.push_back(resolver.resolve(n));
    }
    // Two calendars that name one day must agree; the moon may be a day late.
    for (std::size_t i = begin + 1; i < out.size(); ++i) {
        date& a = out[i - 1];
        date& b = out[i];
        if (a.type != date_type::date || b.type != date_type::date || !a.resolved || !b.resolved || a.written_in == b.written_in) continue;
        if (a.at.end > b.at.begin || !equals_between(text.substr(a.at.end, b.at.begin - a.at.end))) continue;
        const std::int32_t apart = a.first < b.first ? b.first - a.first : a.first - b.first;
        const bool moon = a.written_in == calendar::lunar_hijri || b.written_in == calendar::lunar_hijri;
        if (apart > (moon ? 1 : 0)) {
            a.flags |= date_wrong_calendar;
            b.flags |= date_wrong_calendar;
        }
    }
}

}}} // namespace matn::v0::detail::when

#endif
