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
td.n,th.n{text-align:end}td.in{white-space:nowrap}td.day{white-space:nowrap;font-variant-numeric:tabular-nums}tr.bad td.day{color:var(--bad);font-weight:600}
.forms bdi{white-space:nowrap}.x{color:var(--soft);font-size:.85em}
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
@media (max-width:30rem){.who thead,.type{display:none}.who tr{display:grid;grid-template-columns:1fr auto auto;column-gap:.8rem;
 padding:.4rem 0;border-bottom:1px solid var(--line)}.who td{border:0;padding:0}.who .forms{grid-column:1/-1}.who .n::after{content:"× in"}
 body{padding:1rem .7rem 3rem}.card{padding:.7rem .8rem}.text{font-size:1rem}}
@media print{:root{--page:#fff;--card:#fff}body{max-width:none;padding:0}.key input{display:none}.card{break-inside:auto}svg{min-width:0}}
)css";

inline std::string with_digits(float value, int digits) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.*f", digits, static_cast<double>(value));
    return buffer;
}
/// The four kinds of names that have a colour of their own.
inline std::string_view type_class(std::string_view type) {
    if (type.starts_with("person")) return "person";
    if (type.starts_with("org")) return "org";
    return is_place(type) ? "place" : "other";
}

/// The part of the page that a name ('n') or a date ('d') of an article stands at.
inline std::string anchor_of(char kind, std::size_t article, std::size_t item) {
    return "a" + std::to_string(article + 1) + kind + std::to_string(item + 1);
}

/// What a reader sees who points at a date: its day in three calendars, and how that was found.
inline std::string card_of(const article& a, const found_date& d) {
    writer card;
    card.put(iso_range<matn::gregorian>(d.first, d.last), d.one_day() ? " " : "", d.one_day() ? weekday_name(d.first) : "");
    card.put("\nSolar Hijri ", iso_range<matn::solar_hijri>(d.first, d.last));
    card.put("\nlunar Hijri ", iso_range<matn::lunar_hijri>(d.first, d.last));
    if (!d.how.empty()) card.put("\n", d.how);
    if (!d.flag.empty()) card.put("\n! ", d.flag);
    card.put("\nwritten: ", a.bytes(d.at), ", bytes ", d.at.begin, "-", d.at.end);
    return card.str();
}
inline std::string card_of(const article& a, const found_name& n) {
    writer card;
    card.put(n.name, "\n", n.type, " ", n.id, "\nwritten: ", a.bytes(n.at), ", found by rule ", n.rule, ", score ",
             with_digits(n.score, 2));
    card.put(", bytes ", n.at.begin, "-", n.at.end);
    return card.str();
}

/// Writes the page for some articles.
class page : writer {
public:
    page(const story& s, std::string_view title) : story_(s), title_(title) {}

    [[nodiscard]] std::string write() {
        put("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        put("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
        put("<title>", escape(title_), "</title>\n<style>", style, "</style>\n</head>\n<body>\n");
        head();
        contradictions();
        timeline();
        entities();
        put("<h2 id=\"articles\">Articles</h2>\n");
        for (std::size_t i = 0; i < story_.articles.size(); ++i) one_article(i);
        put("</body>\n</html>\n");
        return std::move(str());
    }

private:
    void head() {
        std::map<std::string_view, std::size_t> counts;
        for (const article& a : story_.articles) {
            for (const found_name& n : a.names) ++counts[type_class(n.type)];
            counts["date"] += a.dates.size();
        }
        put("<header>\n<h1>", escape(title_), "</h1>\n<p class=\"soft\">", plural(story_.articles.size(), "article"), " · ");
        put(story_.entities.size(), " people, organisations and places · ", plural(counts["date"], "date"), " · ");
        if (story_.contradictions.empty()) put("no contradiction found");
        else put("<a href=\"#contradictions\">", plural(story_.contradictions.size(), "contradiction"), "</a>");
        put("</p>\n<ul class=\"key\">\n");
        constexpr std::pair<std::string_view, std::string_view> layers[] = {
            {"person", "people"}, {"org", "organisations"}, {"place", "places"}, {"other", "other names"}, {"date", "dates"}};
        for (const auto& [layer, label] : layers) {
            if (counts[layer] == 0) continue;
            put("<li><label><input type=\"checkbox\" checked id=\"show-", layer, "\"> <span class=\"swatch t-", layer, "\">",
                label);
            put("</span> ", counts[layer], "</label></li>\n");
        }
        put("</ul>\n</header>\n");
    }

    // Dates as they are written, each a link, with the number of its article behind.
    void written(const std::vector<date_ref>& refs) {
        for (const date_ref& r : refs) {
            const article& a = story_.articles[r.article];
            if (&r != refs.data()) put(" · ");
            put("<a href=\"#", anchor_of('d', r.article, r.date), "\">", bdi(a.bytes(a.dates[r.date].at)),
                "</a> <span class=\"x\">");
            put(r.article + 1, "</span>");
        }
    }

    void contradictions() {
        if (story_.contradictions.empty()) return;
        put("<h2 id=\"contradictions\">Contradictions</h2>\n");
        for (const contradiction& c : story_.contradictions) {
            put("<div class=\"card bad\"><h3>", escape(c.what), "</h3>\n<p>");
            if (!c.second.empty()) put("One event, it seems, with two dates: ");
            written(c.first);
            if (!c.second.empty()) {
                put(" <span class=\"t-bad\">against</span> ");
                written(c.second);
                put("</p>\n<p class=\"soft\">Both sentences name ");
                for (std::size_t i = 0; i < c.shared.size(); ++i)
                    put(i == 0 ? "" : i + 1 == c.shared.size() ? " and " : ", ", bdi(c.shared[i]));
                put(".");
            }
            put("</p></div>\n");
        }
    }

    void timeline() {
        if (story_.timeline.empty()) return;
        put("<h2 id=\"timeline\">Timeline</h2>\n<div class=\"card scroll\">", timeline_svg(story_), "</div>\n");
        put("<details><summary>The same as a table</summary>\n<div class=\"card scroll\"><table>\n<thead><tr><th>Gregorian<th>Weekday");
        put("<th>Solar Hijri<th>Written as <span class=\"x\">in article</span></thead>\n<tbody>\n");
        for (const moment& m : story_.timeline) {
            put("<tr", m.contradicted ? " class=\"bad\"" : "", "><td class=\"day\"><bdi>",
                iso_range<matn::gregorian>(m.first, m.last), "</bdi><td>");
            if (m.first == m.last) put(weekday_name(m.first));
            put("<td class=\"day\"><bdi>", iso_range<matn::solar_hijri>(m.first, m.last), "</bdi><td>");
            written(m.where);
            put("\n");
        }
        put("</tbody></table></div></details>\n");
    }

    void entities() {
        if (story_.entities.empty()) return;
        put("<h2 id=\"entities\">Who and where</h2>\n<div class=\"card scroll\"><table class=\"who\">\n");
        put("<thead><tr><th>Name<th class=\"type\">Type<th class=\"n\">Mentions<th>Articles<th>As written</thead>\n<tbody>\n");
        for (const entity& e : story_.entities) {
            put("<tr><td class=\"t-", type_class(e.type), "\">", bdi(e.name), "<td class=\"type\">", escape(e.type),
                "<td class=\"n\">", e.count);
            put("<td class=\"in\">");
            for (const auto& [in, count] : e.in) {
                const auto& names = story_.articles[in].names;
                const auto first = std::find_if(names.begin(), names.end(), [&e](const found_name& n) { return n.id == e.id; });
                put("<a href=\"#", anchor_of('n', in, static_cast<std::size_t>(first - names.begin())), "\">", in + 1, "</a> ");
            }
            put("<td class=\"forms\">");
            for (const form& f : e.forms)
                put(&f == e.forms.data() ? "" : " · ", bdi(f.text), " <span class=\"x\">", f.count, "</span>");
            put("\n");
        }
        put("</tbody></table></div>\n");
    }

    void one_article(std::size_t index) {
        const article& a = story_.articles[index];
        put("<article class=\"card\" id=\"a", index + 1, "\">\n<h3>", index + 1, ". ", bdi(file_name(a.name)),
            "</h3>\n<p class=\"soft\">");
        put("language ", bdi(a.language), " ", with_digits(a.confidence, 2), " · ");
        if (a.written) {
            put("written on <bdi>", matn::iso(*a.written), "</bdi> = <bdi>", matn::iso(matn::solar_hijri(*a.written)),
                "</bdi> Solar Hijri");
            for (const matn::slice& at : a.written_from)
                put(&at == a.written_from.data() ? ", seen from " : ", ", bdi(a.bytes(at)));
        } else {
            put("its own date is not known");
        }
        put(" · ", plural(a.names.size(), "name"), " · ", plural(a.dates.size(), "date"), "</p>\n");
        for (const found_warning& w : a.warnings) {
            if (w.value == "contradiction") continue; // shown with the others above, and at its date
            put("<p class=\"t-bad\">", escape(w.value), " at byte ", w.at.begin, w.detail.empty() ? "" : ": ", escape(w.detail),
                "</p>\n");
        }
        put("<div class=\"text\">\n");
        for (std::size_t begin = 0; begin < a.text.size();) {
            const std::size_t end = std::min(a.text.find('\n', begin), a.text.size());
            if (end > begin) paragraph(index, {static_cast<matn::offset>(begin), static_cast<matn::offset>(end)});
            begin = end + 1;
        }
        put("</div>\n</article>\n");
    }

    // Marks may overlap (a name inside a date), elements may not: the paragraph is cut at every border, and each piece has the
    // classes of all marks over it. Marks have no padding, which would tear joined letters apart.
    void paragraph(std::size_t index, matn::slice where) {
        const article& a = story_.articles[index];
        const auto names = overlapping(a.names, where);
        const auto dates = overlapping(a.dates, where);
        const auto languages = overlapping(a.languages, where);
        std::set<matn::offset> borders{where.begin, where.end};
        const auto add = [&](matn::slice at) {
            borders.insert(std::max(at.begin, where.begin));
            borders.insert(std::min(at.end, where.end));
        };
        for (const found_name& n : names) add(n.at);
        for (const found_date& d : dates) add(d.at);
        for (const found_language& l : languages) add(l.at);

        const std::string main_language = longest_language(a, languages, where);
        put("<p dir=\"", direction(a.bytes(where)), "\" lang=\"", attribute(main_language), "\">");
        std::string open = main_language;
        for (auto it = borders.begin(); std::next(it) != borders.end(); ++it) {
            const matn::slice piece{*it, *std::next(it)};
            const std::string& language = language_at(languages, piece, main_language);
            if (language != open) {
                if (open != main_language) put("</span>");
                if (language != main_language)
                    put("<span lang=\"", attribute(language), "\" dir=\"", direction(a.bytes(piece)), "\">");
                open = language;
            }
            marked(index, piece, names, dates);
        }
        put(open != main_language ? "</span>" : "", "</p>\n");
    }

    void marked(std::size_t index, matn::slice piece, std::span<const found_name> names, std::span<const found_date> dates) {
        const article& a = story_.articles[index];
        std::string classes, title, id;
        for (const found_name& n : names) {
            if (!n.at.contains(piece)) continue;
            classes.append(type_class(n.type)) += ' ';
            title += card_of(a, n) + '\n';
            if (n.at.begin == piece.begin) id = anchor_of('n', index, static_cast<std::size_t>(&n - a.names.data()));
        }
        for (const found_date& d : dates) {
            if (!d.at.contains(piece)) continue;
            classes += d.flag.empty() ? "date " : "date bad ";
            title += card_of(a, d) + '\n';
            if (d.at.begin == piece.begin) id = anchor_of('d', index, static_cast<std::size_t>(&d - a.dates.data()));
        }
        if (classes.empty()) return put(escape(a.bytes(piece)));
        classes.pop_back();
        title.pop_back();
        put("<mark class=\"", classes, "\"");
        if (!id.empty()) put(" id=\"", id, "\"");
        put(" title=\"", attribute(title), "\">", escape(a.bytes(piece)), "</mark>");
    }

    // Of items in text order that do not overlap each other, those that reach into a slice.
    template <class Item>
    static std::span<const Item> overlapping(const std::vector<Item>& items, matn::slice where) {
        const auto first =
            std::partition_point(items.begin(), items.end(), [where](const Item& x) { return x.at.end <= where.begin; });
        const auto last = std::partition_point(first, items.end(), [where](const Item& x) { return x.at.begin < where.end; });
        return {first, last};
    }
    static std::string longest_language(const article& a, std::span<const found_language> languages, matn::slice where) {
        std::map<std::string_view, std::size_t> bytes;
        for (const found_language& l : languages)
            bytes[l.code] += std::min(l.at.end, where.end) - std::max(l.at.begin, where.begin);
        const auto most =
            std::max_element(bytes.begin(), bytes.end(), [](const auto& x, const auto& y) { return x.second < y.second; });
        return most == bytes.end() ? a.language : std::string(most->first);
    }
    static const std::string& language_at(std::span<const found_language> languages, matn::slice piece,
                                          const std::string& otherwise) {
        for (const found_language& l : languages)
            if (l.at.contains(piece)) return l.code;
        return otherwise;
    }

    const story& story_;
    std::string title_;
};

} // namespace html

#endif
