// SPDX-License-Identifier: MIT
// Analyses text after text with one set of buffers: what the command and the report have in common.
#ifndef MATN_EXAMPLES_ANALYSIS_HPP
#define MATN_EXAMPLES_ANALYSIS_HPP

#include "common/input.hpp"
#include "common/story.hpp"

#include <matn/anchor.hpp>
#include <matn/cross_script.hpp>
#include <matn/date.hpp>
#include <matn/language.hpp>
#include <matn/matn.hpp>
#include <matn/mention.hpp>

// Behind <matn/number.hpp>: in the other order g++ 12 takes written_as::words for a declaration that hides matn::words.
#include "common/warnings.hpp"

/// What is known of a text beforehand.
struct text_options {
    std::optional<matn::day> anchor; ///< the day on which it was written
    std::int32_t anchor_second = 0;  ///< the second of that day
    bool month_first = false;        ///< 12/11/2020 is 11 December
    matn::language_tag language;     ///< a hint
};

/// Reads "2020-04-15" or "2020-04-15T12:00[:00]" into the anchor; false where there is no such day or time.
inline bool read_anchor(std::string_view text, text_options& into) {
    const auto number = [text](std::size_t at, std::size_t size) {
        std::int32_t n = 0;
        for (std::size_t i = at; i < at + size; ++i) {
            if (i >= text.size() || text[i] < '0' || text[i] > '9') return -1;
            n = n * 10 + (text[i] - '0');
        }
        return n;
    };
    const std::size_t size = text.size();
    if ((size != 10 && size != 16 && size != 19) || text[4] != '-' || text[7] != '-') return false;
    if (size > 10 && (text[10] != 'T' || text[13] != ':' || (size == 19 && text[16] != ':'))) return false;
    const std::int32_t year = number(0, 4), month = number(5, 2), day = number(8, 2);
    const std::int32_t hour = size > 10 ? number(11, 2) : 0, minute = size > 10 ? number(14, 2) : 0,
                       second = size == 19 ? number(17, 2) : 0;
    if (year < 0 || month < 0 || day < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
        return false;
    into.anchor = matn::gregorian(year, static_cast<std::uint32_t>(month), static_cast<std::uint32_t>(day)).to_day();
    into.anchor_second = hour * 3600 + minute * 60 + second;
    return into.anchor.has_value();
}

/// How a date was resolved, for readers.
inline std::string_view how_of(matn::date_source how) {
    switch (how) {
    case matn::date_source::written: return "all of it is written";
    case matn::date_source::weekday: return "of the year in which the weekday fits";
    case matn::date_source::tense: return "counted from the day of the article: its word for last or next";
    case matn::date_source::nearby: return "the one nearest to a full date just before it";
    case matn::date_source::nearest: return "the one nearest to the day of the article";
    case matn::date_source::relative: return "counted from the day of the article";
    case matn::date_source::none: break;
    }
    return "";
}

/// What is wrong with a date, for readers; empty where nothing is.
inline std::string contradiction_in(const matn::date& d) {
    if ((d.flags & matn::date_impossible) != 0) return "There is no such day";
    if ((d.flags & matn::date_wrong_calendar) != 0) return "Two calendars, or two names of a month, disagree";
    if ((d.flags & matn::date_wrong_weekday) != 0) return long_date(d.first) + " is a " + std::string(weekday_name(d.first));
    return {};
}

/// What a report says of a mention.
inline found_name found_name_of(const matn::gazetteer& names, const matn::mention& m) {
    const matn::entry e = names[m.id];
    return {m.at, std::string(e.id), std::string(e.type), std::string(e.name), std::string(matn::name_of(m.how)), m.score};
}

/// Analyses one text after the other. One for each thread: it keeps the buffers. Refers to the gazetteer.
class analyst {
public:
    /// `names` may be null: then no mentions are found.
    /// With `across` names are also found where the text writes them in another script.
    explicit analyst(const matn::gazetteer* names, const matn::mention_options& how = {},
                     const matn::cross_script_names* across = nullptr)
        : names_(names), how_(how), across_(across) {}

    [[nodiscard]] const matn::gazetteer* names() const { return names_; }

    // What is found is valid until the next call of the same name.
    std::span<const matn::language_span> languages(std::string_view text, const text_options& options) {
        matn::pipeline(matn::languages(matn::language_options{.hint = options.language}))(text, languages_);
        return languages_.each<matn::language_span>();
    }
    /// Of the text that languages() was called with last.
    [[nodiscard]] matn::language language() const { return languages_.get<matn::language>(); }

    std::span<const matn::syntactic_word> syntactic_words(std::string_view text, const text_options& options) {
        matn::pipeline(matn::languages(matn::language_options{.hint = options.language}), matn::tokens,
                       matn::syntactic_words)(text, words_);
        return words_.each<matn::syntactic_word>();
    }
    std::span<const matn::mention> mentions(std::string_view text) {
        if (names_ == nullptr) return {};
        matn::pipeline(matn::mentions(*names_, how_))(text, mentions_);
        const auto found = mentions_.each<matn::mention>();
        if (across_ == nullptr) return found;
        // What is listed in the text's own script goes before.
        both_.assign(found.begin(), found.end());
        for (const matn::cross_script_mention& m : (*across_)(text)) {
            const auto at = std::lower_bound(found.begin(), found.end(), m.at.begin,
                                             [](const matn::mention& f, matn::offset begin) { return f.at.end <= begin; });
            if (at == found.end() || at->at.begin >= m.at.end) both_.push_back(m);
        }
        std::stable_sort(both_.begin(), both_.end(),
                         [](const matn::mention& a, const matn::mention& b) { return a.at.begin < b.at.begin; });
        return both_;
    }
    std::span<const matn::number> numbers(std::string_view text) {
        matn::pipeline(matn::numbers({.units = true}))(text, numbers_);
        return numbers_.each<matn::number>();
    }
    /// The document's own day, as far as its text gives it away.
    const matn::anchor& own_day(std::string_view text, const text_options& options) {
        const matn::date_order order = options.month_first ? matn::date_order::month_first : matn::date_order::day_first;
        matn::pipeline(matn::numbers, matn::anchors({.order = order}))(text, own_day_);
        return own_day_.get<matn::anchor>();
    }
    struct times {
        std::span<const matn::number> numbers;
        std::span<const matn::date> dates;
        const matn::anchor* own_day = nullptr; // null where the day is known
    };
    /// The numbers, and the dates resolved against the day that is known, or else against the document's own: the words of all three are read once.
    times numbers_and_dates(std::string_view text, const text_options& options) {
        const matn::date_order order = options.month_first ? matn::date_order::month_first : matn::date_order::day_first;
        const matn::date_options how{.anchor = options.anchor, .anchor_second = options.anchor_second, .order = order};
        constexpr auto numbers = matn::numbers({.units = true});
        if (options.anchor) {
            matn::pipeline(numbers, matn::dates(how))(text, dates_);
            return {dates_.each<matn::number>(), dates_.each<matn::date>()};
        }
        matn::pipeline(numbers, matn::anchors({.order = order}), matn::anchored_dates(how))(text, own_dates_);
        return {own_dates_.each<matn::number>(), own_dates_.each<matn::date>(), &own_dates_.get<matn::anchor>()};
    }

    /// Everything that a report shows of one article.
    article read(text_file file, const text_options& options) {
        article a;
        a.name = std::move(file.name);
        a.text = std::move(file.text);
        for (const matn::language_span& s : languages(a.text, options)) a.languages.push_back({s.at, std::string(s.code.view())});
        a.language = std::string(language().code.view());
        a.confidence = language().confidence;
        for (const matn::sentence s : matn::sentences(a.text)) a.sentences.push_back(s.at);
        for (const matn::mention& m : mentions(a.text)) a.names.push_back(found_name_of(*names_, m));
        a.written = options.anchor;
        const times found = numbers_and_dates(a.text, options);
        if (const matn::anchor* const own = found.own_day; own != nullptr && *own) {
            a.written = own->when;
            a.written_from.assign(own->support, own->support + own->supports);
            a.written_from.erase(std::unique(a.written_from.begin(), a.written_from.end()), a.written_from.end());
        }
        for (const matn::date& d : found.dates) add_date(a, d);
        for (const matn::number& n : found.numbers) add_number(a, n, found.dates);
        add_changes(a);
        find_warnings(a.text, a.warnings);
        return a;
    }

private:
    // Of expressions of time only those that mean days are shown in a report.
    static void add_date(article& a, const matn::date& d) {
        const bool dated = d.type == matn::date_type::date || d.type == matn::date_type::datetime ||
                           d.type == matn::date_type::daterange || d.type == matn::date_type::datetimerange;
        const std::string flag = contradiction_in(d);
        if (!flag.empty()) a.warnings.push_back({d.at, "contradiction", flag});
        if (!dated || !d.resolved) return;
        found_date f;
        f.at = d.at;
        f.first = d.first;
        f.last = d.open_start || d.open_end ? d.first
                                            : d.last; // "by the end of May" is shown where it ends, "since May" where it begins
        f.timex = matn::timex3(d);
        f.how = how_of(d.how);
        if (d.open_start) f.how += "; until then";
        if (d.open_end) f.how += "; from then on";
        f.flag = flag;
        f.explicit_day = f.one_day() && !f.open && d.unit == matn::time_unit::day && d.how != matn::date_source::relative &&
                         has_digit(a.bytes(d.at));
        f.open = d.open_start || d.open_end;
        f.full = d.how == matn::date_source::written;
        f.certain = (d.flags & matn::date_two_readings) == 0 && !d.vague && d.mod != matn::date_modifier::about;
        a.dates.push_back(std::move(f));
    }
    // "26" of "26 Hamal" is no number of its own.
    static void add_number(article& a, const matn::number& n, std::span<const matn::date> dates) {
        const auto date =
            std::partition_point(dates.begin(), dates.end(), [&n](const matn::date& d) { return d.at.end <= n.at.begin; });
        if (date == dates.end() || date->at.begin >= n.at.end)
            a.numbers.push_back({n.at, matn::to_string(n), std::string(a.bytes(n.unit()))});
    }
    static void add_changes(article& a) {
        const auto as_it_should_be = matn::normalizing(a.text);
        for (const matn::word w : std::string_view(a.text) | matn::words({.punctuation = false})) {
            const std::string_view to = as_it_should_be.folded_at(w.at).of(as_it_should_be.text());
            if (to != a.bytes(w.at)) a.changes.push_back({w.at, std::string(to)});
        }
    }
    static bool has_digit(std::string_view text) {
        for (const matn::word w : text | matn::words)
            if (w.kind == matn::word_kind::number) return true;
        return text.find_first_of("0123456789") != text.npos;
    }

    const matn::gazetteer* names_;
    matn::mention_options how_;
    const matn::cross_script_names* across_;
    std::vector<matn::mention> both_;
    decltype(matn::pipeline(matn::languages))::document languages_;
    decltype(matn::pipeline(matn::mentions(std::declval<const matn::gazetteer&>())))::document mentions_;
    decltype(matn::pipeline(matn::languages, matn::tokens, matn::syntactic_words))::document words_;
    decltype(matn::pipeline(matn::numbers))::document numbers_;
    decltype(matn::pipeline(matn::numbers, matn::anchors))::document own_day_;
    decltype(matn::pipeline(matn::numbers, matn::dates))::document dates_;
    decltype(matn::pipeline(matn::numbers, matn::anchors, matn::anchored_dates))::document own_dates_;
};

#endif
