// SPDX-License-Identifier: MIT
#include "newsroom/print.hpp"

#include <cstdio>

namespace {

// Left-to-right columns come first and are padded; words of the articles come
// last, in isolates, and never are: terminals differ in where they put a
// right-to-left word, and all agree on the end of the line.

void line(const std::string& s) {
    std::fputs(s.c_str(), stdout);
    std::fputc('\n', stdout);
}

void heading(const terminal& term, std::string_view what) {
    line("");
    line(term.bold(what));
}

// A part as it looks: escape sequences of ours take no columns.
std::string without_colour(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\033') i = std::min(text.find('m', i), text.size());
        else out += text[i];
    }
    return out;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const std::string& p : parts) out.append(out.empty() ? "" : between).append(p);
    return out;
}

// Parts behind each other with a comma between, on as many lines as they need; further lines are indented.
std::string wrapped(const std::vector<std::string>& parts, std::size_t indent) {
    constexpr std::size_t width = 112;
    std::string out;
    std::size_t used = indent;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t need = columns(without_colour(parts[i])) + 2;
        if (i > 0) out += ',';
        if (i > 0 && used + need > width) {
            out.append("\n").append(indent, ' ');
            used = indent;
        } else if (i > 0) {
            out += ' ';
        }
        out += parts[i];
        used += need;
    }
    return out;
}

// The entities of one article, the most named first: "Doha 3 · Termez 2".
std::string names_in(const story& s, std::size_t index, bool places, const terminal& term) {
    std::vector<std::pair<std::size_t, std::string>> found;
    for (const entity& e : s.entities)
        if (const auto it = e.in.find(index); it != e.in.end() && is_place(e.type) == places)
            found.emplace_back(it->second, e.name);
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return b.first < a.first; });
    std::vector<std::string> parts;
    for (const auto& [n, name] : found) parts.push_back(term.quote(name) + ' ' + term.faint(std::to_string(n)));
    return wrapped(parts, 11);
}

// The days that an article names, in order, each once.
std::string days_in(const article& a) {
    std::set<matn::day> days;
    std::size_t ranges = 0;
    for (const found_date& d : a.dates)
        if (d.one_day()) days.insert(d.first);
        else ++ranges;
    std::vector<std::string> parts;
    for (const matn::day d : days) parts.push_back(matn::iso(d));
    if (ranges > 0) parts.push_back("and " + std::to_string(ranges) + (ranges == 1 ? " longer time" : " longer times"));
    return wrapped(parts, 11);
}

void articles(const story& s, const terminal& term) {
    heading(term, "Articles");
    std::size_t width = 0;
    for (const article& a : s.articles) width = std::max(width, columns(harmless(file_name(a.name))));
    for (std::size_t i = 0; i < s.articles.size(); ++i) {
        const article& a = s.articles[i];
        std::string written = "written on an unknown day";
        if (a.written) written = "written on " + matn::iso(*a.written) + " = " + matn::iso(matn::solar_hijri(*a.written));
        for (const matn::slice& at : a.written_from)
            written.append(&at == a.written_from.data() ? ", seen from " : ", ").append(term.quote(a.bytes(at)));
        char confidence[16];
        std::snprintf(confidence, sizeof confidence, "%.2f", static_cast<double>(a.confidence));
        line(right_cell(std::to_string(i + 1), 3) + "  " + term.bold(cell(harmless(file_name(a.name)), width)) + "  " +
             cell(a.language, 4) + confidence + "  " + written);
        const std::string indent(5, ' ');
        if (const std::string who = names_in(s, i, false, term); !who.empty()) line(indent + term.cyan("who   ") + who);
        if (const std::string where = names_in(s, i, true, term); !where.empty()) line(indent + term.cyan("where ") + where);
        if (!a.dates.empty()) line(indent + term.cyan("when  ") + days_in(a));
        for (const found_warning& w : a.warnings)
            if (w.value != "contradiction")
                line(indent + term.red("! " + w.value) + " at byte " + std::to_string(w.at.begin) +
                     (w.detail.empty() ? "" : ": " + harmless(w.detail)));
    }
}

void entities(const story& s, const terminal& term) {
    if (s.entities.empty()) return;
    heading(term, "Who and where, in all articles");
    std::size_t name = 4, type = 4, in = 8;
    const auto articles_of = [](const entity& e) {
        std::vector<std::string> parts;
        for (const auto& [index, n] : e.in) parts.push_back(std::to_string(index + 1));
        return joined(parts, " ");
    };
    for (const entity& e : s.entities) {
        name = std::max(name, columns(harmless(e.name)));
        type = std::max(type, columns(harmless(e.type)));
        in = std::max(in, articles_of(e).size());
    }
    line(term.faint("  " + cell("name", name) + "  " + cell("type", type) + "  " + cell("articles", in) +
                    "  mentions  written as"));
    for (const entity& e : s.entities) {
        std::vector<std::string> parts;
        for (const form& f : e.forms) parts.push_back(term.quote(f.text));
        // A name in Arabic script may be the entity's only one: an isolate, and its
        // width is counted without it.
        std::string shown = term.quote(e.name);
        shown.append(name - std::min(name, columns(harmless(e.name))), ' ');
        line("  " + shown + "  " + cell(harmless(e.type), type) + "  " + cell(articles_of(e), in) + "  " +
             right_cell(std::to_string(e.count), 8) + "  " + joined(parts, " · "));
    }
}

// The words that stand for some dates, and the articles they stand in: "1 2 5
// ۲۲ جوزا · 12 يونيو/حزيران الماضي".
std::string words_of(const story& s, const std::vector<date_ref>& refs, const terminal& term) {
    std::vector<std::string> words;
    for (const date_ref r : refs) {
        const article& a = s.articles[r.article];
        std::string w = term.quote(a.bytes(a.dates[r.date].at));
        if (std::find(words.begin(), words.end(), w) == words.end()) words.push_back(std::move(w));
    }
    return joined(words, " · ");
}
std::string articles_of(const std::vector<date_ref>& refs) {
    std::set<std::size_t> in;
    for (const date_ref r : refs) in.insert(r.article + 1);
    std::vector<std::string> parts;
    for (const std::size_t i : in) parts.push_back(std::to_string(i));
    return joined(parts, " ");
}

void timeline(const story& s, const terminal& term) {
    if (s.timeline.empty()) return;
    heading(term, "Timeline");
    constexpr std::size_t day = 24;
    std::size_t in = 8;
    for (const moment& m : s.timeline) in = std::max(in, articles_of(m.where).size());
    line(term.faint("  " + cell("Gregorian", day) + "      " + cell("Solar Hijri", day) + "  " + cell("articles", in) +
                    "  written as"));
    for (const moment& m : s.timeline) {
        const std::string weekday = m.first == m.last ? std::string(weekday_name(m.first).substr(0, 3)) : "   ";
        const std::string days = cell(iso_range<matn::gregorian>(m.first, m.last), day);
        line((m.contradicted ? term.red("! ") : "  ") + (m.contradicted ? term.red(days) : days) + ' ' + term.faint(weekday) +
             "  " + cell(iso_range<matn::solar_hijri>(m.first, m.last), day) + "  " + cell(articles_of(m.where), in) + "  " +
             words_of(s, m.where, term));
    }
}

void contradictions(const story& s, const terminal& term) {
    heading(term, "Contradictions");
    if (s.contradictions.empty()) line("  none found");
    for (const contradiction& c : s.contradictions) {
        line(term.red("! " + harmless(c.what)));
        const auto side = [&](const std::vector<date_ref>& refs) {
            line("    in " + articles_of(refs) + ": " + words_of(s, refs, term));
        };
        side(c.first);
        if (c.second.empty()) continue;
        side(c.second);
        std::vector<std::string> parts;
        for (const std::string& name : c.shared) parts.push_back(term.quote(name));
        line("    both name " + joined(parts, ", "));
    }
}

} // namespace

void print(const story& s, const terminal& term) {
    std::size_t dates = 0;
    for (const article& a : s.articles) dates += a.dates.size();
    line(std::to_string(s.articles.size()) + (s.articles.size() == 1 ? " article, " : " articles, ") +
         std::to_string(s.entities.size()) + " people, organisations and places, " + std::to_string(dates) + " dates, " +
         std::to_string(s.contradictions.size()) + (s.contradictions.size() == 1 ? " contradiction" : " contradictions"));
    articles(s, term);
    entities(s, term);
    timeline(s, term);
    contradictions(s, term);
}
