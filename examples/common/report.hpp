// SPDX-License-Identifier: MIT
// The report: a page in one file, without network, scripts or fonts, that can be forwarded.
#ifndef MATN_EXAMPLES_REPORT_HPP
#define MATN_EXAMPLES_REPORT_HPP

#include "common/html.hpp"
#include "common/story.hpp"
#include "common/timeline.hpp"

#include <cstdio>

namespace html {

inline constexpr std::string_view style = R"css(
:root{color-scheme:light dark;--page:#faf9f6;--card:#fff;--ink:#1d1f23;--soft:#5d636d;--line:#dcdad3;--person:#1257b8;--org:#0b7a4b;
 --place:#a85b00;--other:#5f6b7a;--date:#8127a8;--bad:#c0182b;--warn:#fff3c4}
@media (prefers-color-scheme:dark){:root{--page:#15171b;--card:#1d2026;--ink:#e8e6e1;--soft:#a2a9b4;--line:#343943;--person:#7db4ff;
 --org:#5fd6a0;--place:#ffb561;--other:#a9b6c6;--date:#dd9bff;--bad:#ff7a86;--warn:#4a4014}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1.5rem clamp(.8rem,3vw,2.5rem) 4rem;max-width:76rem;background:var(--page);color:var(--ink);
 font:1rem/1.6 "Noto Sans","Noto Sans Arabic",system-ui,sans-serif}
h1{font-size:1.7rem;line-height:1.25;margin:0 0 .2rem}h2{font-size:1.2rem;margin:2.4rem 0 .6rem}h3{font-size:1.05rem;margin:0}
p{margin:.5rem 0}.soft,.soft a{color:var(--soft)}a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.2em}
a:hover{text-decoration-color:currentColor}:focus-visible{outline:2px solid var(--person);outline-offset:2px}
.card{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.9rem 1.1rem;margin:.7rem 0}
.card.bad{border-inline-start:.3rem solid var(--bad)}.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.93rem}th,td{text-align:start;vertical-align:top;padding:.38rem .7rem .38rem 0;
 border-bottom:1px solid var(--line)}th{color:var(--soft);font-weight:600;white-space:nowrap}tr:last-child td{border-bottom:0}
td.n,th.n{text-align:end}td.day{white-space:nowrap;font-variant-numeric:tabular-nums}tr.bad td.day{color:var(--bad);font-weight:600}
.forms bdi{white-space:nowrap}.forms .x{color:var(--soft);font-size:.85em}
.key{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;margin:.8rem 0 0;padding:0;list-style:none}.key label{cursor:pointer;white-space:nowrap}
.text{font-size:1.06rem;line-height:2}.text p{margin:.6rem 0}.text[dir],.text p[dir]{text-align:start}
mark{background:none;color:inherit;text-decoration:underline 2px;text-underline-offset:.28em;text-decoration-skip-ink:none;scroll-margin-top:3rem}
mark:target{background:var(--warn)}
mark.person{color:var(--person)}mark.org{color:var(--org);text-decoration-style:dashed}mark.place{color:var(--place);text-decoration-style:dotted}
mark.other{color:var(--other)}mark.date{color:var(--date);text-decoration-style:double;text-decoration-thickness:1px}
mark.bad{background:color-mix(in srgb,var(--bad) 16%,transparent)}.harm,mark.warning{background:var(--warn);font-family:monospace;font-size:.85em}
body:has(#show-person:not(:checked)) mark.person:not(.date),body:has(#show-org:not(:checked)) mark.org:not(.date),
body:has(#show-place:not(:checked)) mark.place:not(.date),body:has(#show-other:not(:checked)) mark.other:not(.date),
body:has(#show-date:not(:checked)) mark.date{color:inherit;text-decoration:none;background:none}
.swatch{text-decoration:underline 2px;text-underline-offset:.25em}
.t-person{color:var(--person)}.t-org{color:var(--org)}.t-place{color:var(--place)}.t-other{color:var(--other)}.t-date{color:var(--date)}.t-bad{color:var(--bad)}
svg{display:block;min-width:46rem;width:100%;height:auto;font:12px "Noto Sans","Noto Sans Arabic",system-ui,sans-serif}
svg text{fill:var(--soft)}svg .name{fill:var(--ink)}svg .row{stroke:var(--line)}svg .tick{stroke:var(--line);stroke-dasharray:1 3}
svg .year{fill:var(--ink);font-weight:600}svg .dot{fill:var(--date);stroke:var(--card);stroke-width:1.5}svg .unsure{fill:var(--card);stroke:var(--date)}
svg .bar{fill:var(--date);opacity:.28}svg .hot{fill:var(--bad)}svg .unsure.hot{fill:var(--card);stroke:var(--bad)}
svg .link{stroke:var(--bad);stroke-width:1.5;stroke-dasharray:5 4;fill:none}svg a:hover .dot{stroke:var(--ink)}
details summary{cursor:pointer;color:var(--soft)}
@media (max-width:30rem){body{padding:1rem .7rem 3rem}.card{padding:.7rem .8rem}.text{font-size:1rem}}
@media print{:root{--page:#fff;--card:#fff}body{max-width:none;padding:0}.key input{display:none}.card{break-inside:auto}svg{min-width:0}}
)css";

inline std::string number(float value, int digits) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.*f", digits, static_cast<double>(value));
    return buffer;
}
inline std::string type_class(std::string_view type) {
    if (type.starts_with("person")) return "person";
    if (type.starts_with("org")) return "org";
    if (type.starts_with("place") || type == "country" || type == "facility" || type == "location") return "place";
    return "other";
}
inline std::string anchor_of(char kind, std::size_t article, std::size_t item) {
    return "a" + std::to_string(article + 1) + kind + std::to_string(item + 1);
}
inline std::string link_to(char kind, std::size_t article, std::size_t item, std::string_view label) {
    return "<a href=\"#" + anchor_of(kind, article, item) + "\">" + std::string(label) + "</a>";
}

/// What a reader sees who points at a date.
inline std::string card_of(const article& a, const found_date& d) {
    std::string s = iso_range<matn::gregorian>(d.first, d.last);
    if (d.one_day()) s.append(" ").append(weekday_name(d.first));
    s.append("\nSolar Hijri ").append(iso_range<matn::solar_hijri>(d.first, d.last));
    s.append("\nlunar Hijri ").append(iso_range<matn::lunar_hijri>(d.first, d.last));
    if (!d.how.empty()) s.append("\n").append(d.how);
    if (!d.flag.empty()) s.append("\n! ").append(d.flag);
    s.append("\nwritten: ").append(a.bytes(d.at)).append(", bytes ").append(std::to_string(d.at.begin)).append("-").append(std::to_string(d.at.end));
    return s;
}
inline std::string card_of(const article& a, const found_name& n) {
    return n.name + "\n" + n.type + " " + n.id + "\nwritten: " + std::string(a.bytes(n.at)) + ", found by rule " + n.rule + ", score " + number(n.score, 2) +
           ", bytes " + std::to_string(n.at.begin) + "-" + std::to_string(n.at.end);
}

/// Writes the page for some articles.
class page {
public:
    page(const story& s, std::string_view title) : story_(s), title_(title) {}

    [[nodiscard]] std::string write() {
        out_ = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>";
        out_ += escape(title_) + "</title>\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n";
        head();
        contradictions();
        if (!story_.timeline.empty()) {
            out_ += "<h2 id=\"timeline\">Timeline</h2>\n<div class=\"card scroll\">" + timeline_svg(story_) + "</div>\n";
            timeline_table();
        }
        entities();
        out_ += "<h2 id=\"articles\">Articles</h2>\n";
        for (std::size_t i = 0; i < story_.articles.size(); ++i) one_article(i);
        out_ += "</body>\n</html>\n";
        return std::move(out_);
    }

private:
    void head() {
        std::map<std::string, std::size_t> counts;
        for (const article& a : story_.articles) {
            for (const found_name& n : a.names) ++counts[type_class(n.type)];
            counts["date"] += a.dates.size();
        }
        out_ += "<header>\n<h1>" + escape(title_) + "</h1>\n<p class=\"soft\">" + std::to_string(story_.articles.size()) +
                (story_.articles.size() == 1 ? " article · " : " articles · ") + std::to_string(story_.entities.size()) +
                " people, organisations and places · " + std::to_string(counts["date"]) + " dates · " +
                (story_.contradictions.empty() ? std::string("no contradiction found")
                                               : "<a href=\"#contradictions\">" + std::to_string(story_.contradictions.size()) +
                                                     (story_.contradictions.size() == 1 ? " contradiction</a>" : " contradictions</a>")) +
                "</p>\n<ul class=\"key\">\n";
        for (const auto& [cls, label] : {std::pair{"person", "people"}, {"org", "organisations"}, {"place", "places"}, {"other", "other names"}, {"date", "dates"}})
            if (counts[cls] > 0)
                out_ += std::string("<li><label><input type=\"checkbox\" checked id=\"show-") + cls + "\"> <span class=\"swatch t-" + cls + "\">" + label +
                        "</span> " + std::to_string(counts[cls]) + "</label></li>\n";
        out_ += "</ul>\n</header>\n";
    }

    // The dates of some references, each a link: ⟨۲۲ جوزا⟩ in 1.
    void written(const std::vector<date_ref>& refs) {
        bool first = true;
        for (const date_ref r : refs) {
            if (!first) out_ += " · ";
            first = false;
            const article& a = story_.articles[r.article];
            out_ += link_to('d', r.article, r.date, bdi(a.bytes(a.dates[r.date].at))) + " <span class=\"soft\">" + std::to_string(r.article + 1) + "</span>";
        }
    }

    void contradictions() {
        if (story_.contradictions.empty()) return;
        out_ += "<h2 id=\"contradictions\">Contradictions</h2>\n";
        for (const contradiction& c : story_.contradictions) {
            out_ += "<div class=\"card bad\"><h3>" + escape(c.what) + "</h3>\n<p>";
            if (c.second.empty()) {
                written(c.first);
                out_ += "</p>";
            } else {
                out_ += "One event, it seems, with two dates: ";
                written(c.first);
                out_ += " <span class=\"t-bad\">against</span> ";
                written(c.second);
                out_ += "</p>\n<p class=\"soft\">Both sentences name ";
                for (std::size_t i = 0; i < c.shared.size(); ++i) out_ += (i == 0 ? "" : i + 1 == c.shared.size() ? " and " : ", ") + bdi(c.shared[i]);
                out_ += ".</p>";
            }
            out_ += "</div>\n";
        }
    }

    void timeline_table() {
        out_ += "<details><summary>The same as a table</summary>\n<div class=\"card scroll\"><table>\n<thead><tr><th>Gregorian<th>Day<th>Solar Hijri"
                "<th>Written as <span class=\"soft\">in article</span></thead>\n<tbody>\n";
        for (const moment& m : story_.timeline) {
            out_ += std::string("<tr") + (m.contradicted ? " class=\"bad\"" : "") + "><td class=\"day\"><bdi>" + iso_range<matn::gregorian>(m.first, m.last) +
                    "</bdi><td>" + (m.first == m.last ? std::string(weekday_name(m.first)) : "") + "<td class=\"day\"><bdi>" +
                    iso_range<matn::solar_hijri>(m.first, m.last) + "</bdi><td>";
            written(m.where);
            out_ += '\n';
        }
        out_ += "</tbody></table></div></details>\n";
    }

    void entities() {
        if (story_.entities.empty()) return;
        out_ += "<h2 id=\"entities\">Who and where</h2>\n<div class=\"card scroll\"><table>\n<thead><tr><th>Name<th>Type<th class=\"n\">Mentions"
                "<th>Articles<th>As written</thead>\n<tbody>\n";
        for (const entity& e : story_.entities) {
            out_ += "<tr><td class=\"t-" + type_class(e.type) + "\">" + bdi(e.name) + "<td>" + escape(e.type) + "<td class=\"n\">" + std::to_string(e.count) + "<td>";
            for (const auto& [article_index, n] : e.in) {
                const auto& names = story_.articles[article_index].names;
                const auto at = std::find_if(names.begin(), names.end(), [&e](const found_name& x) { return x.id == e.id; });
                out_ += link_to('n', article_index, static_cast<std::size_t>(at - names.begin()), std::to_string(article_index + 1)) + " ";
            }
            out_ += "<td class=\"forms\">";
            for (std::size_t i = 0; i < e.forms.size(); ++i)
                out_ += (i == 0 ? "" : " · ") + bdi(e.forms[i].text) + " <span class=\"x\">" + std::to_string(e.forms[i].count) + "</span>";
            out_ += '\n';
        }
        out_ += "</tbody></table></div>\n";
    }

    void one_article(std::size_t index) {
        const article& a = story_.articles[index];
        out_ += "<article class=\"card\" id=\"a" + std::to_string(index + 1) + "\">\n<h3>" + std::to_string(index + 1) + ". " + bdi(a.name) + "</h3>\n<p class=\"soft\">";
        out_ += "language " + bdi(a.language) + " " + number(a.confidence, 2);
        if (a.written)
            out_ += " · written on <bdi>" + matn::iso(*a.written) + "</bdi> = <bdi>" + matn::iso(matn::solar_hijri(*a.written)) + "</bdi> Solar Hijri (" + escape(a.written_how) + ")";
        else out_ += " · its own date is not known";
        out_ += " · " + std::to_string(a.names.size()) + " names · " + std::to_string(a.dates.size()) + " dates</p>\n";
        for (const found_warning& w : a.warnings)
            if (w.value != "contradiction")
                out_ += "<p class=\"t-bad\">" + escape(w.value) + " at byte " + std::to_string(w.at.begin) + (w.detail.empty() ? "" : ": " + escape(w.detail)) + "</p>\n";
        out_ += "<div class=\"text\">\n";
        for (std::size_t begin = 0; begin < a.text.size();) {
            std::size_t end = a.text.find('\n', begin);
            if (end == std::string::npos) end = a.text.size();
            if (end > begin) paragraph(index, {static_cast<matn::offset>(begin), static_cast<matn::offset>(end)});
            begin = end + 1;
        }
        out_ += "</div>\n</article>\n";
    }

    // Marks may overlap (a name inside a date, a warning inside a name), elements may not: the paragraph is cut at every border, and each
    // piece has the classes of all marks over it.
    void paragraph(std::size_t index, matn::slice where) {
        const article& a = story_.articles[index];
        const std::string_view bytes = a.bytes(where);
        const std::string_view dir = direction(bytes);
        const std::string main_language = longest_language(a, where);
        out_.append("<p dir=\"").append(dir).append("\" lang=\"").append(attribute(main_language)).append("\">");
        std::set<matn::offset> borders{where.begin, where.end};
        const auto add = [&](matn::slice at) {
            if (!at.overlaps(where)) return;
            borders.insert(std::max(at.begin, where.begin));
            borders.insert(std::min(at.end, where.end));
        };
        const auto names = overlapping(a.names, where);
        const auto dates = overlapping(a.dates, where);
        const auto languages = overlapping(a.languages, where);
        for (const found_name& n : names) add(n.at);
        for (const found_date& d : dates) add(d.at);
        for (const found_language& l : languages) add(l.at);
        std::string open_language;
        for (auto it = borders.begin(); std::next(it) != borders.end(); ++it) {
            const matn::slice piece{*it, *std::next(it)};
            const std::string language = language_at(languages, piece, main_language);
            if (language != open_language) {
                if (!open_language.empty() && open_language != main_language) out_ += "</span>";
                if (language != main_language)
                    out_.append("<span lang=\"").append(attribute(language)).append("\" dir=\"").append(direction(a.bytes(piece))).append("\">");
                open_language = language;
            }
            marked(index, piece, names, dates);
        }
        if (!open_language.empty() && open_language != main_language) out_ += "</span>";
        out_ += "</p>\n";
    }

    void marked(std::size_t index, matn::slice piece, std::span<const found_name> names, std::span<const found_date> dates) {
        const article& a = story_.articles[index];
        std::string classes, title, id;
        for (const found_name& n : names)
            if (n.at.contains(piece)) {
                classes += type_class(n.type) + " ";
                title += card_of(a, n);
                if (n.at.begin == piece.begin) id = anchor_of('n', index, static_cast<std::size_t>(&n - a.names.data()));
            }
        for (const found_date& d : dates)
            if (d.at.contains(piece)) {
                classes += d.flag.empty() ? "date " : "date bad ";
                if (!title.empty()) title += '\n';
                title += card_of(a, d);
                if (d.at.begin == piece.begin) id = anchor_of('d', index, static_cast<std::size_t>(&d - a.dates.data()));
            }
        if (classes.empty()) return text(out_, a.bytes(piece));
        classes.pop_back();
        out_.append("<mark class=\"").append(classes).append("\"");
        if (!id.empty()) out_.append(" id=\"").append(id).append("\"");
        out_.append(" title=\"").append(attribute(title)).append("\">");
        text(out_, a.bytes(piece));
        out_ += "</mark>";
    }

    // Of items in text order, those that reach into a slice.
    template <class Item>
    static std::span<const Item> overlapping(const std::vector<Item>& items, matn::slice where) {
        const auto first = std::partition_point(items.begin(), items.end(), [where](const Item& x) { return x.at.end <= where.begin; });
        const auto last = std::partition_point(first, items.end(), [where](const Item& x) { return x.at.begin < where.end; });
        return {first, last};
    }
    static std::string longest_language(const article& a, matn::slice where) {
        std::map<std::string, std::size_t> bytes;
        for (const found_language& l : overlapping(a.languages, where))
            bytes[l.code] += std::min(l.at.end, where.end) - std::max(l.at.begin, where.begin);
        std::string best = a.language;
        std::size_t most = 0;
        for (const auto& [code, n] : bytes)
            if (n > most) {
                most = n;
                best = code;
            }
        return best;
    }
    static std::string language_at(std::span<const found_language> languages, matn::slice piece, const std::string& otherwise) {
        for (const found_language& l : languages)
            if (l.at.contains(piece)) return l.code;
        return otherwise;
    }

    const story& story_;
    std::string title_;
    std::string out_;
};

} // namespace html

#endif
