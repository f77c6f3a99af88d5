// SPDX-License-Identifier: MIT
#include "matn/annotations.hpp"

#include "matn/request.hpp"

#include <algorithm>
#include <cstdio>

namespace {

std::string_view name_of(matn::token_kind kind) {
    static constexpr std::string_view names[] = {"word",  "number",      "url",    "email",        "mention", "hashtag",
                                                 "emoji", "punctuation", "symbol", "abbreviation", "invalid"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(matn::word_part part) {
    static constexpr std::string_view names[] = {"whole", "stem", "proclitic", "enclitic", "joined"};
    return names[static_cast<std::size_t>(part)];
}

// The names that PROTOCOL's readers know; how exactly a name was matched stands in a field of its own.
std::string_view rule_of(matn::match_how how) {
    if (how == matn::match_how::exact) return "exact";
    if (how == matn::match_how::fuzzy) return "fuzzy";
    if (how == matn::match_how::cross_script) return "cross-script";
    return how == matn::match_how::affix ? "affix" : "normalized";
}

} // namespace

std::optional<std::string> layer_set::parse(std::string_view list, layer_set& into) {
    std::uint32_t bits = 0;
    for (bool more = true; more;) {
        const std::size_t end = list.find(',');
        more = end != std::string_view::npos;
        const std::string_view name = list.substr(0, end);
        list.remove_prefix(more ? end + 1 : list.size());
        const auto* const at = std::find(std::begin(names), std::end(names), name);
        if (at == std::end(names)) {
            std::string message = "--layers: there is no layer '" + std::string(name) + "'; the layers are";
            for (const std::string_view n : names) message.append(" ").append(n);
            return message;
        }
        bits |= bit(static_cast<layer>(at - std::begin(names)));
    }
    into.bits_ = bits;
    return std::nullopt;
}

matn::mention_options mention_options_of(const analysis_request& request) {
    matn::mention_options how;
    if (request.fuzzy) how.fuzzy_letters = 5;
    return how;
}

std::optional<matn::cross_script_names> names_across(const analysis_request& request, const std::optional<loaded_names>& names) {
    if (!request.cross_script || !names) return std::nullopt;
    return matn::cross_script_names(**names);
}

std::optional<std::string> read_options(const analysis_request& request, text_options& options, layer_set& layers,
                                        offset_unit& unit) {
    if (request.layers)
        if (auto wrong = layer_set::parse(*request.layers, layers)) return wrong;
    if (!request.anchor.empty() && !read_anchor(request.anchor, options))
        return "--anchor: there is no day '" + request.anchor + "'; it is written YYYY-MM-DD or YYYY-MM-DDThh:mm:ss";
    options.month_first = request.order == "MDY";
    options.language = matn::language_tag(std::string_view(request.lang));
    unit = request.offsets == "utf16"        ? offset_unit::utf16
           : request.offsets == "codepoints" ? offset_unit::codepoints
                                             : offset_unit::bytes;
    return std::nullopt;
}

void annotations::begin(matn::slice at, std::string_view type) { items_.push_back({at, type, fields_.size(), fields_.size()}); }
void annotations::field(std::string_view name, std::string_view string) {
    if (form_ == annotation_form::lines) return raw_field(name, harmless(string));
    escaped_.clear();
    json_string(escaped_, string);
    raw_field(name, escaped_);
}
void annotations::own_field(std::string_view name, std::string_view string) {
    if (form_ == annotation_form::lines) return raw_field(name, string);
    fields_.literal(",\"").add(name).literal("\":\"").add(string).literal("\"");
    items_.back().to = fields_.size();
}
void annotations::raw_field(std::string_view name, std::string_view json) {
    if (form_ == annotation_form::lines) fields_.literal("  ").add(json);
    else fields_.literal(",\"").add(name).literal("\":").add(json);
    items_.back().to = fields_.size();
}
void annotations::field(std::string_view name, float number) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.3g", static_cast<double>(number));
    raw_field(name, buffer);
}

void annotations::add(std::string_view text, const matn::number& n) {
    begin(n.at, n.kind == matn::number_kind::percent ? "percent" : n.kind == matn::number_kind::ordinal ? "ordinal" : "number");
    const std::string value = matn::to_string(n);
    if (value.empty()) { // it does not fit: its digits, for whoever can
        field("value", n.at.of(text));
        own_field("flag", "overflow");
        return;
    }
    // A double holds 15 digits whatever they are.
    const bool fits = n.significand < 1'000'000'000'000'000 && n.significand > -1'000'000'000'000'000;
    if (fits) raw_field("value", value);
    else field("value", value);
    if (const matn::slice unit = n.unit(); !unit.empty()) field("unit", unit.of(text));
}

void annotations::add(const matn::mention& m, const matn::gazetteer& names) {
    const matn::entry e = names.at(m.id, m.name);
    begin(m.at, "mention");
    if (form_ == annotation_form::lines) {
        field("", names[m.id].name);
        field("", e.type);
        if (m.how != matn::match_how::exact) field("", matn::name_of(m.how));
        return;
    }
    field("id", e.id);
    field("entity_type", e.type);
    field("name", e.name);
    own_field("rule", rule_of(m.how));
    own_field("how", matn::name_of(m.how));
    field("score", static_cast<float>(m.score));
}

void annotations::add(const matn::date& d) {
    begin(d.at, matn::name(d.type));
    static constexpr std::string_view calendars[] = {"gregorian", "hijri-shamsi", "hijri-qamari"};
    const std::string_view flag = matn::flag_name(d.flags);
    if (form_ == annotation_form::lines) {
        const bool days = d.resolved && d.type != matn::date_type::duration && !d.open_start && !d.open_end;
        raw_field("", days ? iso_range<matn::gregorian>(d.first, d.last) + " = " + iso_range<matn::solar_hijri>(d.first, d.last)
                           : matn::timex3(d));
        if (d.mod != matn::date_modifier::none) raw_field("", matn::name(d.mod));
        if (!flag.empty()) raw_field("", "! " + contradiction_in(d));
        return;
    }
    const std::string value = matn::timex3(d);
    if (!value.empty()) own_field("timex", value);
    if (const std::string start = matn::iso_start(d); !start.empty()) {
        own_field("start", start);
        own_field("end_excl", matn::iso_end(d));
    } else if (d.type == matn::date_type::datetime && d.resolved) {
        own_field("start", value);
    }
    if (d.mod != matn::date_modifier::none) own_field("mod", matn::name(d.mod));
    if (!flag.empty()) own_field("flag", flag);
    own_field("calendar", calendars[static_cast<std::size_t>(d.written_in)]);
}

void annotations::add(const matn::anchor& own) {
    if (!own) return;
    begin({0, 0}, "anchor");
    own_field("value", matn::iso(own.when));
    field("confidence", own.confidence);
    support_.assign(own.support, own.support + own.supports);
    support_.erase(std::unique(support_.begin(), support_.end()), support_.end());
}

void annotations::find(std::string_view text, const text_options& options, layer_set layers, analyst& with) {
    items_.clear();
    fields_.clear();
    support_.clear();
    if (layers.has(layer::scripts))
        for (const matn::script_run r : text | matn::script_runs) {
            begin(r.at, "script");
            own_field("value", matn::iso_15924(r.value));
        }
    if (layers.has(layer::languages))
        for (const matn::language_span& s : with.languages(text, options)) {
            begin(s.at, "language");
            own_field("value", s.code.view());
            field("confidence", s.confidence);
        }
    if (layers.has(layer::words))
        for (const matn::word w : text | matn::words) begin(w.at, "word");
    if (layers.has(layer::tokens))
        for (const matn::token t : text | matn::tokens) {
            begin(t.at, "token");
            own_field("kind", name_of(t.kind));
        }
    if (layers.has(layer::syntactic_words))
        for (const matn::syntactic_word& w : with.syntactic_words(text, options)) {
            begin(w.at, "syntactic_word");
            raw_field("token", std::to_string(w.token));
            own_field("part", name_of(w.part));
        }
    if (layers.has(layer::sentences))
        for (const matn::sentence s : text | matn::sentences) begin(s.at, "sentence");
    if (layers.has(layer::mentions) && with.names() != nullptr)
        for (const matn::mention& m : with.mentions(text)) add(m, *with.names());
    const bool warn = layers.has(layer::warnings);
    warnings_.clear();
    analyst::times times;
    const bool own_day = layers.has(layer::anchor) && !options.anchor;
    if (layers.has(layer::dates) || warn) {
        times = with.numbers_and_dates(text, options);
    } else {
        if (layers.has(layer::numbers)) times.numbers = with.numbers(text);
        if (own_day) times.own_day = &with.own_day(text, options);
    }
    if (own_day) add(*times.own_day);
    if (layers.has(layer::numbers))
        for (const matn::number& n : times.numbers) add(text, n);
    for (const matn::date& d : times.dates) {
        if (layers.has(layer::dates)) add(d);
        if (std::string why = warn ? contradiction_in(d) : std::string(); !why.empty())
            warnings_.push_back({d.at, "contradiction", std::move(why)});
    }
    if (warn) {
        find_warnings(text, warnings_);
        for (const found_warning& w : warnings_) {
            begin(w.at, "warning");
            field("value", w.value);
            field("detail", w.detail);
        }
    }
    std::sort(items_.begin(), items_.end(), [](const annotation& a, const annotation& b) {
        if (a.at.begin != b.at.begin) return a.at.begin < b.at.begin;
        if (a.at.end != b.at.end) return b.at.end < a.at.end;
        if (a.type != b.type) return a.type < b.type;
        return a.from < b.from;
    });
}

void annotations::write(std::string& out, std::string_view text, offset_unit unit) {
    const offset_converter place(text, unit);
    const bool stable = form_ == annotation_form::stable;
    const offset_converter codepoints(text, stable ? offset_unit::codepoints : offset_unit::bytes);
    const offset_converter utf16(text, stable ? offset_unit::utf16 : offset_unit::bytes);
    const auto pair = [this](matn::slice at, const offset_converter& in) {
        written_.number(in(at.begin)).literal(",").number(in(at.end));
    };
    written_.clear();
    written_.literal("[");
    for (const annotation& a : items_) {
        if (&a != items_.data()) written_.literal(",");
        written_.literal("{\"type\":\"").add(a.type).literal("\",\"begin\":").number(place(a.at.begin));
        written_.literal(",\"end\":").number(place(a.at.end));
        if (stable) {
            written_.literal(",\"codepoints\":[");
            pair(a.at, codepoints);
            written_.literal("],\"utf16\":[");
            pair(a.at, utf16);
            written_.literal("]");
        }
        written_.add(fields_.view().substr(a.from, a.to - a.from));
        if (a.type == "anchor") {
            written_.literal(",\"support\":[");
            for (const matn::slice& at : support_) {
                if (&at != support_.data()) written_.literal(",");
                written_.literal("[");
                pair(at, place);
                written_.literal("]");
            }
            written_.literal("]");
        }
        written_.literal("}");
    }
    written_.literal("]");
    out.append(written_.view());
}

void annotations::write_lines(std::string& out, std::string_view text, offset_unit unit, const terminal& term) const {
    const offset_converter place(text, unit);
    for (const annotation& a : items_) {
        const std::string where = std::to_string(place(a.at.begin)) + '-' + std::to_string(place(a.at.end));
        std::string_view words = fields_.view().substr(a.from, a.to - a.from);
        words.remove_prefix(std::min<std::size_t>(2, words.size()));
        out.append("  ").append(cell(where, 12)).append("  ").append(term.cyan(cell(a.type, 9))).append("  ");
        // A value may hold words of any direction, so it is an isolate too.
        const std::size_t used = columns(words);
        out += term.isolates ? "\u2068" + std::string(words) + "\u2069" : std::string(words);
        out.append(used < 34 ? 34 - used : 0, ' ');
        constexpr std::size_t most = 160; // bytes of a sentence or a run that are shown
        std::string_view shown = a.at.of(text);
        matn::offset cut = 0;
        while (cut < shown.size() && cut < most) cut = matn::decode(shown, cut).at.end;
        out.append("  ").append(term.quote(std::string(shown.substr(0, cut)) + (cut < shown.size() ? "…" : ""))) += '\n';
    }
}
