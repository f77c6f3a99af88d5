// SPDX-License-Identifier: MIT
// The playground's side in WebAssembly: reads a text and a list of names, and gives all layers as JSON, with places in UTF-16 units.
#include "common/analysis.hpp"
#include "common/report.hpp"
#include "matn/offsets.hpp"

#include <matn/format.hpp>

namespace {

/// Writes JSON: items of a list after each other, with a comma between.
class json_writer {
public:
    void open(char bracket) {
        comma();
        out_ += bracket;
        first_ = true;
    }
    void close(char bracket) {
        out_ += bracket;
        first_ = false;
    }
    void key(std::string_view name) {
        string(name);
        out_ += ':';
        first_ = true;
    }
    void number(std::size_t n) {
        comma();
        out_ += std::to_string(n);
    }
    void string(std::string_view s) {
        comma();
        out_ += '"';
        for (const char c : s) {
            const auto byte = static_cast<unsigned char>(c);
            if (c == '"' || c == '\\') out_.append(1, '\\').append(1, c);
            else if (byte < 0x20) out_.append("\\u00").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
            else out_ += c;
        }
        out_ += '"';
    }
    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    static constexpr char digits[] = "0123456789abcdef";
    void comma() {
        if (!first_) out_ += ',';
        first_ = false;
    }
    std::string out_;
    bool first_ = true;
};

/// What the page shows of one text.
class answer {
public:
    explicit answer(const article& a) : article_(a), place_(a.text, offset_unit::utf16) {}

    /// A layer of items, each [begin, end, kind, card]: the card is a heading and lines of "what: value", as in the report.
    template <class Items, class Kind, class Card>
    void layer(std::string_view name, const Items& items, Kind kind, Card card) {
        out_.key(name);
        out_.open('[');
        for (const auto& item : items) {
            place(item.at);
            out_.string(kind(item));
            out_.string(card(item));
            out_.close(']');
        }
        out_.close(']');
    }
    /// A layer of items that say no more than what they are; the page makes their cards itself.
    template <class Items>
    void plain_layer(std::string_view name, const Items& items) {
        layer(
            name, items, [](const auto& item) { return matn::label(item); }, [](const auto&) { return std::string(); });
    }
    // Each paragraph with its direction and the language of most of it.
    void paragraphs(std::span<const matn::language_span> languages) {
        out_.key("paragraphs");
        out_.open('[');
        const std::string_view text = article_.text;
        for (std::size_t begin = 0; begin <= text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            const matn::slice at{static_cast<matn::offset>(begin), static_cast<matn::offset>(end)};
            place(at);
            out_.string(html::direction(at.of(text)));
            out_.string(longest_language(languages, at));
            out_.close(']');
            begin = end + 1;
        }
        out_.close(']');
    }
    void places(std::string_view name, const std::vector<matn::slice>& slices) {
        out_.key(name);
        out_.open('[');
        for (const matn::slice at : slices) {
            place(at);
            out_.close(']');
        }
        out_.close(']');
    }
    void text(std::string_view name, std::string_view value) {
        out_.key(name);
        out_.string(value);
    }
    json_writer& json() { return out_; }

private:
    void place(matn::slice at) {
        out_.open('[');
        out_.number(place_(at.begin));
        out_.number(place_(at.end));
    }
    static std::string_view longest_language(std::span<const matn::language_span> languages, matn::slice where) {
        std::map<std::string_view, std::size_t> bytes;
        std::string_view most = "und";
        for (const matn::language_span& l : languages) {
            if (l.at.end <= where.begin || where.end <= l.at.begin) continue;
            bytes[l.code.view()] += std::min(l.at.end, where.end) - std::max(l.at.begin, where.begin);
            if (bytes[l.code.view()] > bytes[most]) most = l.code.view();
        }
        return most;
    }

    const article& article_;
    offset_converter place_;
    json_writer out_;
};

// An expression of time that means no days by itself: how long, how often, at what hour; or a date that lacks the day of writing.
std::string card_of_time(const article& a, const matn::date& d) {
    html::writer card;
    const std::string value = matn::timex3(d);
    card.put(value.empty() ? matn::label(d) : value);
    if (!d.resolved && (d.flags & matn::date_impossible) == 0) card.put("\nhow: it takes the day on which the text was written");
    html::written(card, a, d.at);
    return card.str();
}

std::string read(std::string_view text, std::string_view names_text, std::optional<matn::day> written, bool across) {
    static auto loaded = matn::gazetteer::from_tsv("", "names");
    static std::string loaded_text;
    static std::optional<matn::cross_script_names> other_scripts;
    if (names_text != loaded_text) { // its names are views of the text
        loaded_text = names_text;
        loaded = matn::gazetteer::from_tsv(loaded_text, "names");
        other_scripts.reset();
    }
    if (across && loaded && !other_scripts) other_scripts.emplace(loaded->names);
    text_options options;
    options.anchor = written;
    analyst all(loaded ? &loaded->names : nullptr, {}, across && other_scripts ? &*other_scripts : nullptr);
    const article a = all.read({"this text", std::string(text)}, options);

    answer out(a);
    out.json().open('{');
    const auto kind = [](const auto& item) { return matn::label(item); };
    const auto languages = all.languages(a.text, options);
    out.layer(
        "languages", languages, [](const matn::language_span& l) { return l.code.view(); }, kind);
    out.paragraphs(languages);
    out.plain_layer("scripts", matn::script_runs(a.text));
    out.plain_layer("words", matn::words(a.text));
    out.plain_layer("tokens", matn::tokens(a.text));
    out.plain_layer("sentences", matn::sentences(a.text));
    out.plain_layer("parts", all.syntactic_words(a.text, options));

    const auto card = [&a](const auto& item) { return html::card_of(a, item); };
    out.layer(
        "names", a.names, [](const found_name& n) { return html::type_class(n.type); }, card);
    out.layer(
        "dates", a.dates, [](const found_date& d) { return d.flag.empty() ? "date" : "bad"; }, card);
    out.layer(
        "numbers", a.numbers, [](const found_number&) { return "number"; }, card);
    out.layer(
        "changes", a.changes, [](const found_change&) { return "changed"; }, card);
    out.layer(
        "warnings", a.warnings, [](const found_warning&) { return "warning"; }, card);
    std::vector<matn::date> times;
    for (const matn::date& d : all.numbers_and_dates(a.text, options).dates)
        if (std::none_of(a.dates.begin(), a.dates.end(), [&d](const found_date& f) { return f.at == d.at; })) times.push_back(d);
    out.layer(
        "times", times, [](const matn::date&) { return "time"; }, [&a](const matn::date& d) { return card_of_time(a, d); });

    out.text("language", a.language);
    out.text("confidence", html::with_digits(a.confidence, 2));
    out.text("written", a.written ? matn::iso(matn::gregorian(*a.written)) : std::string());
    out.places("written_from", a.written_from);
    out.text("normalized", matn::normalizing(a.text).text());
    out.text("folded", matn::folding<matn::fold::search>(a.text).text());
    out.text("timeline", a.dates.empty() ? std::string() : html::timeline_svg(tell(std::span(&a, 1))));
    out.json().key("entries");
    out.json().number(loaded ? loaded->names.size() : 0);
    out.json().key("problems");
    out.json().open('[');
    if (!loaded) out.json().string(loaded.error().message());
    else
        for (const matn::gazetteer_problem& p : loaded->problems) out.json().string(p.message());
    out.json().close(']');
    out.json().close('}');
    return out.json().take();
}

std::string given[2], found;

} // namespace

// What the page calls. It writes its text and its names where they are asked for, as UTF-8, and reads the answer.
extern "C" {

/// Where to write `size` bytes of the text (0) or of the list of names (1).
char* matn_room(int which, std::size_t size) {
    given[which].resize(size);
    return given[which].data();
}
/// Reads them; the text was written on a day since 1970, unless `dated` is 0. With `across` names are looked for in other scripts too.
void matn_read(int dated, int since_1970, int across) {
    found = read(given[0], given[1], dated != 0 ? std::optional(matn::day{since_1970}) : std::nullopt, across != 0);
}
const char* matn_answer() { return found.data(); }
std::size_t matn_answer_size() { return found.size(); }
}
