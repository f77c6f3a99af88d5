// SPDX-License-Identifier: MIT
// From atoms to dates: grammar, anchor, resolution, and the checks between neighbours.
#ifndef MATN_DETAIL_DATE_FIND_HPP
#define MATN_DETAIL_DATE_FIND_HPP

#include <matn/detail/anchor_find.hpp>
#include <matn/detail/buffer.hpp>
#include <matn/detail/date_grammar.hpp>
#include <matn/detail/date_name.hpp>
#include <matn/detail/date_resolve.hpp>

#include <initializer_list>

namespace matn { inline namespace v0 { namespace detail::when {

// The working memory of the dates stage.
struct date_work {
    buffer<node> nodes;
    buffer<day> written;
    buffer<atom> named; // the atoms of the text with the user's names among them
    void clear() noexcept {
        nodes.clear();
        written.clear();
        named.clear();
    }
};

[[nodiscard]] inline std::size_t without_space(std::string_view s) noexcept {
    std::size_t n = 0;
    for (const char c : s)
        if (c != ' ' && c != '\n' && c != '\t' && c != '.' && c != ',' && c != '\r') ++n;
    return n;
}

// Whether nothing stands there but prepositions and their like: "at the", "في يوم".
[[nodiscard]] inline bool only_small_words(std::string_view s) noexcept {
    const auto letter = [](char c) {
        const auto u = static_cast<unsigned char>(c);
        return (u | 32u) - 'a' < 26 || u >= 0x80;
    };
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (!letter(s[i])) continue;
        std::size_t e = i;
        while (e < s.size() && letter(s[e])) ++e;
        const std::string_view word = s.substr(i, e - i);
        i = e;
        const bool known = listed(word, "in on at for from by the during this of to until In On At For From By The في من عند حتى "
                                        "يوم هذا هذه ل إلى از تا در طی به روز د په تر کو میں تک سے ظرف ، ؟ ۔");
        if (!known) return false;
    }
    return true;
}

// Whether a text is nothing but one expression: then it is a request, and looks forward.
[[nodiscard]] inline bool is_request(std::string_view text, const buffer<node>& nodes) noexcept {
    std::size_t covered = 0;
    for (const node& n : nodes)
        if (!n.used && n.what != form::none) covered += without_space(n.at.of(text));
    if (covered == 0) return false;
    // No more of the text is looked at than tells: a text is long, and a request short.
    std::size_t letters = 0;
    for (std::size_t i = 0; i < text.size() && letters <= covered + 6; i += 64) letters += without_space(text.substr(i, 64));
    if (covered + 6 < letters) return false;
    std::size_t pos = 0;
    for (const node& n : nodes) {
        if (n.used || n.what == form::none || n.at.begin < pos) continue;
        if (!only_small_words(text.substr(pos, n.at.begin - pos))) return false;
        pos = n.at.end;
    }
    return only_small_words(text.substr(pos));
}

// What stands between two dates that are said to be one day: "(…)", "برابر با", "الموافق".
[[nodiscard]] inline bool equals_between(std::string_view between) noexcept {
    const auto trim = [](std::string_view s) {
        while (!s.empty() && (s.front() == ' ' || s.front() == '(' || s.front() == ')' || s.front() == ',' || s.front() == '=' ||
                              s.front() == '/'))
            s.remove_prefix(1);
        while (!s.empty() && (s.back() == ' ' || s.back() == '(' || s.back() == ')' || s.back() == ',' || s.back() == '='))
            s.remove_suffix(1);
        return s;
    };
    const bool bracket = between.find('(') != std::string_view::npos;
    const std::string_view rest = trim(between);
    if (rest.empty())
        return bracket || between.find('=') != std::string_view::npos || between.find('/') != std::string_view::npos;
    for (const std::string_view w :
         {"برابر با", "برابر",          "برابر به", "مطابق با",   "مطابق",     "مطابق به",   "مصادف با",  "مصادف",
          "معادل",    "الموافق",        "والموافق", "الموافق لـ", "الموافق ل", "موافق",      "بمطابق",    "corresponding to",
          "i.e.",     "that is",        "which is", "،",          "، مطابق",   "، برابر با", "، الموافق", "سره سم",
          "د",        "چې برابره ده له"})
        if (rest == w) return rest != "،" && rest != "د";
    return false;
}

// Whether one word of a sentence says that the sentence speaks of what is to come.
[[nodiscard]] inline bool future_word(std::string_view w, std::string_view before, std::uint8_t language) noexcept {
    const auto one_of = [w](std::initializer_list<std::string_view> words) {
        for (const std::string_view x : words)
            if (w == x) return true;
        return false;
    };
    if (w.size() < 3) return false;
    if (w.ends_with("'ll") || w.ends_with("’ll")) return true;
    if (static_cast<unsigned char>(w[0]) < 0x80) {
        switch (w[0]) {
        case 'w': return w == "will";
        case 'm': return w == "must";
        case 's': return one_of({"shall", "should", "scheduled"});
        case 'u': return w == "upcoming";
        case 'e': return w == "expected";
        case 'd': return w == "due";
        case 'p': return one_of({"plan", "plans"});
        case 't': return w == "to" && before == "going";
        default: return false;
        }
    }
    if (language == persian)
        return one_of({"خواهد", "خواهند", "خواهم", "خواهیم", "می‌شود", "میشود", "می‌شوند", "میشوند"}) ||
               (w == "شود" && before == "می") || (w == "است" && before == "قرار");
    if (language == urdu) return one_of({"گا", "گے", "گی", "ہوگا", "ہوگی", "ہونگے"});
    if (language == pashto) return w == "به";
    if (language != arabic) return false;
    if (one_of({"سوف", "المقرر", "المزمع"})) return true;
    // سيزور, ستعقد, وسيعقد: the future of verbs has five letters or more
    const std::string_view verb = w.starts_with("و") ? w.substr(2) : w;
    return verb.size() >= 10 && (verb.starts_with("سي") || verb.starts_with("ست")) && !verb.starts_with("سياس") &&
           !verb.starts_with("سيار") && !verb.starts_with("سيد") && !verb.starts_with("ستة") && !verb.starts_with("ستون") &&
           !verb.starts_with("ستين");
}

// Whether an English sentence that begins so asks for something: then it is to come.
[[nodiscard]] inline bool asks(std::string_view first) noexcept {
    if (listed(first, "Come Meet Join Call Let's Let’s Please Remind Book Schedule")) return true;
    return false;
}

// Whether the sentence around a weekday speaks of what is to come. Looks at a window of bounded size.
[[nodiscard]] inline bool looks_ahead(std::string_view text, slice at, std::uint8_t language) noexcept {
    constexpr std::size_t reach = 160;
    std::size_t from = at.begin;
    while (from > 0 && at.begin - from < reach && text[from - 1] != '\n' && !(text[from - 1] == '.' && text[from] == ' ')) --from;
    std::size_t to = at.end;
    while (to < text.size() && to - at.end < reach && text[to] != '\n' &&
           !(text[to] == '.' && (to + 1 == text.size() || text[to + 1] == ' ')))
        ++to;
    const std::string_view sentence = text.substr(from, to - from);
    std::string_view before;
    for (std::size_t i = 0; i < sentence.size();) {
        const std::size_t next_space = sentence.find(' ', i);
        const std::size_t e = next_space < sentence.size() ? next_space : sentence.size();
        std::string_view w = sentence.substr(i, e - i);
        while (!w.empty() && (w.back() == ',' || w.back() == '.' || w.back() == ')' || w.back() == ':')) w.remove_suffix(1);
        for (const std::string_view mark : {"،", "۔", "؛", "؟"})
            if (w.ends_with(mark)) w.remove_suffix(mark.size());
        if (i == 0 && asks(w)) return true;
        if (future_word(w, before, language)) return true;
        before = w;
        i = e + 1;
    }
    return false;
}

// Set a timer for five minutes, wait for an hour: what is asked for is the end of it.
[[nodiscard]] inline bool timed(std::string_view text, slice at) noexcept {
    const std::string_view before = text.substr(0, at.begin);
    if (!before.ends_with(" for ")) return false;
    for (const std::string_view w : {"timer", "countdown", "alarm", "reminder"})
        if (before.substr(0, before.size() - 5).ends_with(w)) return true;
    for (const std::string_view w : {"wait for ", "Wait for ", "snooze for ", "Snooze for ", "pause for ", "Pause for "})
        if (before == w) return true;
    return false;
}

// The working memory of the anchors stage, which anchored_dates reads on.
struct anchor_work {
    buffer<node> nodes;
    date_order order = date_order::day_first; // in which its numeric dates were read
    void clear() noexcept { nodes.clear(); }
};

// The expressions of a text, unresolved.
inline void read_nodes(std::string_view text, std::span<const atom> found, const date_options& options, buffer<node>& out) {
    date_reader(text, found, options, out).run();
    for (node& n : out) {
        // We will be back within three years: from now on
        if (n.what == form::length && !n.used && n.language == english &&
            (n.at.of(text).starts_with("within ") || n.at.of(text).starts_with("Within ")) &&
            !text.substr(n.at.end).starts_with(" of ") && !text.substr(n.at.end).starts_with(" from ") &&
            !text.substr(n.at.end).starts_with(" after ") && looks_ahead(text, n.at, n.language))
            n.ahead = true;
        if (n.what == form::length && !n.used && n.language == english && !n.vague && timed(text, n.at)) {
            n.what = form::distance;
            n.direction = 1;
        }
        if (n.what == form::length && !n.used && n.limit && n.at.of(text).substr(1).starts_with("n less") &&
            looks_ahead(text, n.at, n.language)) {
            n.what = form::distance; // I will be free in less than an hour
            n.direction = 1;
        }
        if (n.what == form::fields && n.weekday != 0 && n.day == 0 && n.month == 0 && n.tense == 2)
            n.ahead = looks_ahead(text, n.at, n.language);
    }
}

// Which of the dates written in full are to come: only the search for the day of writing asks.
inline void mark_coming(std::string_view text, buffer<node>& nodes) noexcept {
    for (node& n : nodes)
        if (n.what == form::fields && n.day != 0 && n.month != 0 && n.year != no_year)
            n.ahead = looks_ahead(text, n.at, n.language);
}

// The expressions of a text, for the search of its day.
inline void read_nodes(std::string_view text, const atoms& found, const date_options& options, buffer<node>& out) {
    read_nodes(text, std::span<const atom>(found.items.data(), found.items.size()), options, out);
    mark_coming(text, out);
}

// What is less certain than this is a mere guess, which would spoil every relative date.
[[nodiscard]] inline std::optional<day> trusted(const anchor& a) noexcept {
    return a.confidence >= 0.15f ? std::optional(a.when) : std::nullopt;
}

// The atoms of a text, with the user's names among them.
[[nodiscard]] inline std::span<const atom> with_names(std::string_view text, const atoms& found, const date_options& options,
                                                      date_work& work) {
    if (options.names.empty()) return {found.items.data(), found.items.size()};
    add_names(text, found, options.names, work.named);
    return {work.named.data(), work.named.size()};
}

// The dates that expressions mean for a text of that day.
inline void resolve_dates(std::string_view text, const buffer<node>& nodes, std::optional<day> day_of_writing,
                          const date_options& options, date_work& work, std::vector<date>& out) {
    const std::size_t begin = out.size();
    // Days that the text writes out in full: a day and month without a year may be one of them.
    work.written.clear();
    for (const node& n : nodes)
        if (n.what == form::fields && n.year != no_year && n.month != 0 && n.month <= 12 && n.day != 0 && n.cal >= 0 &&
            n.year_digits == 4 && work.written.size() < 32)
            if (const auto d = day_in(n.cal, n.year, n.month, n.day > 31 ? 99u : static_cast<unsigned>(n.day)))
                work.written.push_back(*d);
    date_resolver resolver({nodes.data(), nodes.size()}, {work.written.data(), work.written.size()}, day_of_writing,
                           options.anchor_second, is_request(text, nodes));
    for (const node& n : nodes) {
        if (n.used || n.what == form::none) continue;
        std::optional<day> near;
        if (out.size() > begin && day_of_writing) {
            const date& before = out.back();
            if (before.resolved && before.how == date_source::written && before.type != date_type::daterange &&
                n.at.begin >= before.at.end && n.at.begin - before.at.end < 40)
                near = before.first;
        }
        resolver.near(near);
        out.push_back(resolver.resolve(n));
        // What would end before it begins has no days: from the close of business till last night; May of the year 170000.
        if (date& d = out.back(); d.resolved && d.last < d.first) {
            d.resolved = false;
            d.first = d.last = {};
        }
        if (near && out.back().how == date_source::nearest) out.back().how = date_source::nearby;
    }
    // Two calendars that name one day must agree; the moon may be a day late.
    for (std::size_t i = begin + 1; i < out.size(); ++i) {
        date& a = out[i - 1];
        date& b = out[i];
        if (a.type != date_type::date || b.type != date_type::date || !a.resolved || !b.resolved || a.written_in == b.written_in)
            continue;
        if (a.at.end > b.at.begin || !equals_between(text.substr(a.at.end, b.at.begin - a.at.end))) continue;
        const std::int32_t apart = a.first < b.first ? b.first - a.first : a.first - b.first;
        const bool moon = a.written_in == calendar::lunar_hijri || b.written_in == calendar::lunar_hijri;
        if (apart > (moon ? 1 : 0)) {
            a.flags |= date_wrong_calendar;
            b.flags |= date_wrong_calendar;
        }
    }
}

inline void find_dates(std::string_view text, const atoms& found, const date_options& options, date_work& work,
                       std::vector<date>& out) {
    const std::span<const atom> atoms_read = with_names(text, found, options, work);
    read_nodes(text, atoms_read, options, work.nodes);
    std::optional<day> day_of_writing = options.anchor;
    if (!day_of_writing && options.find_anchor) {
        mark_coming(text, work.nodes);
        day_of_writing = trusted(anchor_finder(text, atoms_read, {work.nodes.data(), work.nodes.size()}).find());
    }
    resolve_dates(text, work.nodes, day_of_writing, options, work, out);
}

// The same with the day that the anchors stage found, and, if it read the text in the same way, with the expressions that it read.
inline void find_dates(std::string_view text, const atoms& found, const anchor& own, const anchor_work& read,
                       const date_options& options, date_work& work, std::vector<date>& out) {
    const bool as_read = options.names.empty() && options.order == read.order;
    if (!as_read) {
        read_nodes(text, with_names(text, found, options, work), options, work.nodes);
        mark_coming(text, work.nodes);
    }
    resolve_dates(text, as_read ? read.nodes : work.nodes, options.anchor ? options.anchor : trusted(own), options, work, out);
}

}}} // namespace matn::v0::detail::when

#endif
