// SPDX-License-Identifier: MIT
// The report: a page in one file, without network or fonts, that can be forwarded, and that needs no script to be read.
#ifndef MATN_EXAMPLES_REPORT_HPP
#define MATN_EXAMPLES_REPORT_HPP

#include "common/html.hpp"
#include "common/report_script.hpp"
#include "common/report_style.hpp"
#include "common/story.hpp"
#include "common/timeline.hpp"

#include <array>
#include <cstdio>

namespace html {

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

// What a reader sees who points at something: a heading, then lines of "what: value".

inline void written(writer& card, const article& a, matn::slice at) {
    card.put("\nwritten: ", a.bytes(at), "\nbytes: ", at.begin, "-", at.end);
}
/// A date's day in three calendars, and how it was found.
inline std::string card_of(const article& a, const found_date& d) {
    writer card;
    card.put(iso_range<matn::gregorian>(d.first, d.last), d.one_day() ? " " : "", d.one_day() ? weekday_name(d.first) : "");
    card.put("\nSolar Hijri: ", iso_range<matn::solar_hijri>(d.first, d.last));
    card.put("\nlunar Hijri: ", iso_range<matn::lunar_hijri>(d.first, d.last));
    if (!d.timex.empty()) card.put("\nTIMEX3: ", d.timex);
    if (!d.how.empty()) card.put("\nhow: ", d.how);
    if (!d.certain) card.put("\nunsure: it could mean another day");
    if (!d.flag.empty()) card.put("\nwrong: ", d.flag);
    written(card, a, d.at);
    return card.str();
}
inline std::string card_of(const article& a, const found_name& n) {
    writer card;
    card.put(n.name, "\ntype: ", n.type, "\nidentifier: ", n.id, "\nrule: ", n.rule, "\nscore: ", with_digits(n.score, 2));
    written(card, a, n.at);
    return card.str();
}
inline std::string card_of(const article& a, const found_number& n) {
    writer card;
    card.put(n.value.empty() ? std::string_view("too large a number") : std::string_view(n.value));
    if (!n.unit.empty()) card.put("\ncounts: ", n.unit);
    written(card, a, n.at);
    return card.str();
}
inline std::string card_of(const article& a, const found_change& c) {
    writer card;
    card.put(c.to, "\nwhy: the letters of the language it stands in");
    written(card, a, c.at);
    return card.str();
}
inline std::string card_of(const article& a, const found_warning& w) {
    writer card;
    card.put(w.value);
    if (!w.detail.empty()) card.put("\nwhy: ", w.detail);
    written(card, a, w.at);
    return card.str();
}

/// A place in an article that the page marks.
struct mark {
    matn::slice at;
    std::string id;      ///< within the article: n3
    std::string classes; ///< "date bad"
    std::string more;    ///< "bad", or the number of its entity: e4
    std::string card;
};

/// Writes the page for some articles.
class page : writer {
public:
    page(const story& s, std::string_view title) : story_(s), title_(title) {
        for (const entity& e : s.entities) entity_numbers_[e.id] = "e" + std::to_string(entity_numbers_.size() + 1);
    }

    [[nodiscard]] std::string write() {
        put("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        put("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
        put("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src "
            "'unsafe-inline'\">\n");
        put("<title>", escape(title_), "</title>\n<style>", style, "</style>\n</head>\n<body>\n");
        head();
        contradictions();
        timeline();
        entities();
        put("<h2 id=\"articles\">Articles</h2>\n");
        for (std::size_t i = 0; i < story_.articles.size(); ++i) one_article(i);
        put("<script>", script, "</script>\n</body>\n</html>\n");
        return std::move(str());
    }

private:
    void head() {
        std::map<std::string_view, std::size_t> counts;
        for (const article& a : story_.articles) {
            for (const found_name& n : a.names) ++counts[type_class(n.type)];
            counts["date"] += a.dates.size();
            counts["number"] += a.numbers.size();
            counts["changed"] += a.changes.size();
            for (const found_warning& w : a.warnings) counts["warning"] += w.value != "contradiction";
            for (const found_language& l : a.languages) counts["language"] += l.code != a.language;
        }
        put("<header>\n<h1>", escape(title_), "</h1>\n<p class=\"soft\">", plural(story_.articles.size(), "article"), " · ");
        put(story_.entities.size(), " people, organisations and places · ", plural(counts["date"], "date"), " · ");
        if (story_.contradictions.empty()) put("no contradiction found");
        else put("<a href=\"#contradictions\">", plural(story_.contradictions.size(), "contradiction"), "</a>");
        put("</p>\n<ul class=\"key\">\n");
        struct layer {
            std::string_view name, label;
            bool on;
        };
        static constexpr layer switches[] = {{"person", "people", true},
                                             {"org", "organisations", true},
                                             {"place", "places", true},
                                             {"other", "other names", true},
                                             {"date", "dates", true},
                                             {"warning", "warnings", true},
                                             {"number", "numbers", false},
                                             {"language", "in another language", false},
                                             {"changed", "misspelt letters", false}};
        std::size_t key = 0;
        for (const layer& l : switches) {
            if (counts[l.name] == 0) continue;
            put("<li><label><input type=\"checkbox\"", l.on ? " checked" : "", " id=\"show-", l.name, "\" data-key=\"", ++key,
                "\"> ");
            put("<span class=\"swatch t-", l.name, "\">", l.label, "</span> ", counts[l.name], " <kbd>", key,
                "</kbd></label></li>\n");
        }
        put("</ul>\n<p class=\"keys soft\" hidden><kbd>n</kbd> next, <kbd>p</kbd> previous, <kbd>e</kbd> the same name again, ");
        put("<kbd>Esc</kbd> away</p>\n</header>\n");
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
            const auto number = static_cast<std::size_t>(&e - story_.entities.data()) + 1;
            put("<tr><td class=\"t-", type_class(e.type), "\"><a href=\"#", first_place(e, e.in.begin()->first),
                "\" data-entity=\"e", number, "\">", bdi(e.name), "</a><td class=\"type\">", escape(e.type), "<td class=\"n\">",
                e.count);
            put("<td class=\"in\">");
            for (const auto& [in, count] : e.in) put("<a href=\"#", first_place(e, in), "\">", in + 1, "</a> ");
            put("<td class=\"forms\">");
            for (const form& f : e.forms)
                put(&f == e.forms.data() ? "" : " · ", bdi(f.text), " <span class=\"x\">", f.count, "</span>");
            put("\n");
        }
        put("</tbody></table></div>\n");
    }

    // Where an article names an entity first.
    std::string first_place(const entity& e, std::size_t in) const {
        const auto& names = story_.articles[in].names;
        const auto first = std::find_if(names.begin(), names.end(), [&e](const found_name& n) { return n.id == e.id; });
        return anchor_of('n', in, static_cast<std::size_t>(first - names.begin()));
    }

    void one_article(std::size_t index) {
        const article& a = story_.articles[index];
        const layers marks = marks_of(a);
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
            if (end > begin) paragraph(index, marks, {static_cast<matn::offset>(begin), static_cast<matn::offset>(end)});
            begin = end + 1;
        }
        put("</div>\n</article>\n");
    }

    // The marks of each layer do not overlap each other; those of two layers may.
    using layers = std::array<std::vector<mark>, 5>;
    layers marks_of(const article& a) const {
        layers all;
        const auto add = [&a](std::vector<mark>& to, char kind, const auto& item, std::string classes, std::string more) {
            to.push_back({item.at, kind + std::to_string(to.size() + 1), std::move(classes), std::move(more), card_of(a, item)});
        };
        for (const found_name& n : a.names) add(all[0], 'n', n, std::string(type_class(n.type)), entity_numbers_.at(n.id));
        for (const found_date& d : a.dates)
            add(all[1], 'd', d, d.flag.empty() ? "date" : "date bad", d.flag.empty() ? "" : "bad");
        for (const found_number& n : a.numbers) add(all[2], 'u', n, "number", "");
        for (const found_change& c : a.changes) add(all[3], 'c', c, "changed", "");
        for (const found_warning& w : a.warnings)
            if (w.value != "contradiction" && (all[4].empty() || all[4].back().at.end <= w.at.begin))
                add(all[4], 'w', w, "warning", "");
        return all;
    }

    // Marks may overlap (a name inside a date), elements may not: the paragraph is cut at every border, and each piece has the
    // classes of all marks over it.
    void paragraph(std::size_t index, const layers& marks, matn::slice where) {
        const article& a = story_.articles[index];
        auto languages = overlapping(a.languages, where);
        std::set<matn::offset> borders{where.begin, where.end};
        const auto add = [&](matn::slice at) {
            borders.insert(std::max(at.begin, where.begin));
            borders.insert(std::min(at.end, where.end));
        };
        // Of each layer those that reach into the paragraph; what the pieces have passed is dropped from the front.
        std::array<std::span<const mark>, std::tuple_size_v<layers>> here;
        for (std::size_t i = 0; i < here.size(); ++i) {
            here[i] = overlapping(marks[i], where);
            for (const mark& m : here[i]) add(m.at);
        }
        for (const found_language& l : languages) add(l.at);

        const std::string main_language = longest_language(a, languages, where);
        const auto foreign = [&a](const std::string& language) { return language == a.language ? "" : " class=\"foreign\""; };
        put("<p dir=\"", direction(a.bytes(where)), "\" lang=\"", attribute(main_language), "\" data-begin=\"", where.begin, "\"",
            foreign(main_language), ">");
        std::string open = main_language;
        for (auto it = borders.begin(); std::next(it) != borders.end(); ++it) {
            const matn::slice piece{*it, *std::next(it)};
            drop_passed(languages, piece);
            const std::string& language =
                !languages.empty() && languages.front().at.contains(piece) ? languages.front().code : main_language;
            if (language != open) {
                if (open != main_language) put("</span>");
                if (language != main_language)
                    put("<span lang=\"", attribute(language), "\" dir=\"", direction(a.bytes(piece)), "\"", foreign(language),
                        ">");
                open = language;
            }
            for (std::span<const mark>& layer : here) drop_passed(layer, piece);
            marked(index, piece, here);
        }
        put(open != main_language ? "</span>" : "", "</p>\n");
    }

    template <class Item>
    static void drop_passed(std::span<const Item>& items, matn::slice piece) {
        while (!items.empty() && items.front().at.end <= piece.begin) items = items.subspan(1);
    }

    void marked(std::size_t index, matn::slice piece, std::span<const std::span<const mark>> here) {
        std::string classes, cards, items, id, more_ids;
        for (const std::span<const mark> layer : here) {
            if (layer.empty() || !layer.front().at.contains(piece)) continue;
            const mark* const m = &layer.front();
            classes.append(classes.empty() ? "" : " ").append(m->classes);
            cards.append(cards.empty() ? "" : "\n\n").append(m->card);
            items.append(items.empty() ? "" : " ").append(m->id).append(1, ':').append(m->classes, 0, m->classes.find(' '));
            if (!m->more.empty()) items.append(1, ':').append(m->more);
            if (m->at.begin != piece.begin) continue;
            const std::string place = "a" + std::to_string(index + 1) + m->id;
            if (id.empty()) id = place;
            else more_ids.append("<span id=\"").append(place).append("\"></span>"); // an element has one identifier
        }
        const std::string text = escape(piece.of(story_.articles[index].text));
        if (classes.empty()) return put(text);
        put(more_ids, "<mark class=\"", classes, "\" data-items=\"", items, "\"");
        if (!id.empty()) put(" id=\"", id, "\"");
        put(" title=\"", attribute(cards), "\">", text, "</mark>");
    }

    // Of items in text order that do not overlap each other, those that reach into a slice.
    template <class Item>
    static std::span<const Item> overlapping(const std::vector<Item>& items, matn::slice where) {
        const auto first =
            std::partition_point(items.begin(), items.end(), [where](const Item& x) { return x.at.end <= where.begin; });
        const auto last = std::partition_point(first, items.end(), [where](const Item& x) { return x.at.begin < where.end; });
        return std::span(items).subspan(static_cast<std::size_t>(first - items.begin()), static_cast<std::size_t>(last - first));
    }
    static std::string longest_language(const article& a, std::span<const found_language> languages, matn::slice where) {
        std::map<std::string_view, std::size_t> bytes;
        for (const found_language& l : languages)
            bytes[l.code] += std::min(l.at.end, where.end) - std::max(l.at.begin, where.begin);
        const auto most =
            std::max_element(bytes.begin(), bytes.end(), [](const auto& x, const auto& y) { return x.second < y.second; });
        return most == bytes.end() ? a.language : std::string(most->first);
    }

    const story& story_;
    std::string title_;
    std::map<std::string, std::string> entity_numbers_;
};

} // namespace html

#endif
