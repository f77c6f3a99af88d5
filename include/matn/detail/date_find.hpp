// SPDX-License-Identifier: MIT
// From atoms to dates: grammar, anchor, resolution, and the checks between neighbours.
#ifndef MATN_DETAIL_DATE_FIND_HPP
#define MATN_DETAIL_DATE_FIND_HPP

#include <matn/detail/anchor_find.hpp>
#include <matn/detail/date_grammar.hpp>
#include <matn/detail/date_resolve.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

// The working memory of the dates stage.
struct date_work {
    std::vector<node> nodes;
    std::vector<day> written;
    void clear() noexcept {
        nodes.clear();
        written.clear();
    }
};

[[nodiscard]] inline std::size_t without_space(std::string_view s) noexcept {
    std::size_t n = 0;
    for (const char c : s)
        if (c != ' ' && c != '\n' && c != '\t' && c != '.' && c != ',' && c != '\r') ++n;
    return n;
}

// Whether a text is nothing but one expression: then it is a request, and looks forward.
[[nodiscard]] inline bool is_request(std::string_view text, const std::vector<node>& nodes) noexcept {
    std::size_t covered = 0;
    std::size_t letters = 0;
    for (const node& n : nodes)
        if (!n.used && n.what != form::none) covered += without_space(n.at.of(text));
    letters = without_space(text);
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

// Whether the sentence around a weekday speaks of what is to come. Looks at a window of bounded size.
[[nodiscard]] inline bool looks_ahead(std::string_view text, slice at, std::uint8_t language) noexcept {
    constexpr std::size_t reach = 160;
    std::size_t from = at.begin;
    while (from > 0 && at.begin - from < reach && text[from - 1] != '\n' && !(text[from - 1] == '.' && from < text.size() && text[from] == ' ')) --from;
    std::size_t to = at.end;
    while (to < text.size() && to - at.end < reach && text[to] != '\n' && !(text[to] == '.' && (to + 1 == text.size() || text[to + 1] == ' '))) ++to;
    const std::string_view sentence = text.substr(from, to - from);
    const auto inside = [](std::string_view s, std::string_view w, bool open_end) {
        for (std::size_t p = s.find(w); p != std::string_view::npos; p = s.find(w, p + 1)) {
            const bool begins = p == 0 || s[p - 1] == ' ';
            const std::size_t e = p + w.size();
            const bool ends = open_end || e == s.size() || s[e] == ' ' || s[e] == ',' || s[e] == '.' || static_cast<unsigned char>(s[e]) == 0xD8 || static_cast<unsigned char>(s[e]) == 0xDB;
            if (begins && ends) return true;
        }
        return false;
    };
    for (const std::string_view w : {"will", "shall", "going to", "scheduled", "upcoming", "expected", "due", "plans", "plan", "خواهد", "خواهند", "خواهم", "خواهیم", "می‌شود", "میشود", "می شود",
                                     "قرار است", "می‌شوند", "میشوند", "سوف", "المقرر", "المزمع", "ستعقد", "سيعقد", "گا", "گے", "گی", "ہوگا", "ہوگی", "ہونگے"})
        if (inside(sentence, w, false)) return true;
    if (language == pashto && inside(sentence, "به", false)) return true;
    for (const std::string_view w : {"سي", "ست", "وسي", "وست", "سن"}) { // سيزور, ستعقد: the future of Arabic verbs, five letters or more
        for (std::size_t p = sentence.find(w); p != std::string_view::npos; p = sentence.find(w, p + 1)) {
            if (p != 0 && sentence[p - 1] != ' ') continue;
            std::size_t e = p;
            while (e < sentence.size() && static_cast<unsigned char>(sentence[e]) >= 0x80) ++e;
            if (e - p >= 10 && sentence.substr(p, 8) != "سياس" && sentence.substr(p, 6) != "ستة") return true;
        }
    }
    return false;
}

// The working memory of the anchors stage.
struct anchor_work {
    std::vector<node> nodes;
    void clear() noexcept { nodes.clear(); }
};

// The expressions of a text, unresolved.
inline void read_nodes(std::string_view text, const atoms& found, const date_options& options, std::vector<node>& out) {
    date_reader(text, found.joined, options, out).run();
    for (node& n : out)
        if (n.what == form::fields && n.weekday != 0 && n.day == 0 && n.month == 0 && n.tense == 2) n.ahead = looks_ahead(text, n.at, n.language);
}

inline void find_dates(std::string_view text, const atoms& found, const date_options& options, date_work& work, std::vector<date>& out) {
    read_nodes(text, found, options, work.nodes);
    std::optional<day> day_of_writing = options.anchor;
    if (!day_of_writing && options.find_anchor) {
        const anchor a = anchor_finder(text, found.joined, work.nodes).find();
        if (a.confidence >= 0.15f) day_of_writing = a.when; // a mere guess would spoil every relative date
    }
    const std::size_t begin = out.size();
    // Days that the text writes out in full: a day and month without a year may be one of them.
    work.written.clear();
    for (const node& n : work.nodes)
        if (n.what == form::fields && n.year != no_year && n.month != 0 && n.month <= 12 && n.day != 0 && n.cal >= 0 && n.year_digits == 4 && work.written.size() < 32)
            if (const auto d = day_in(n.cal, n.year, n.month, n.day > 31 ? 99u : static_cast<unsigned>(n.day))) work.written.push_back(*d);
    date_resolver resolver(work.nodes, work.written, day_of_writing, options.anchor_second, is_request(text, work.nodes));
    for (const node& n : work.nodes) {
        if (n.used || n.what == form::none) continue;
        std::optional<day> near;
        if (out.size() > begin && day_of_writing) {
            const date& before = out.back();
            if (before.resolved && before.how == date_source::written && before.type != date_type::daterange && n.at.begin >= before.at.end && n.at.begin - before.at.end < 40)
                near = before.first;
        }
        resolver.near(near);
        out.push_back(resolver.resolve(n));
        if (near && out.back().how == date_source::nearest) out.back().how = date_source::nearby;
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
