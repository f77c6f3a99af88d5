// SPDX-License-Identifier: MIT
// The day on which a text was written, from what it says itself: every hint votes for the days that it allows.
#ifndef MATN_DETAIL_ANCHOR_FIND_HPP
#define MATN_DETAIL_ANCHOR_FIND_HPP

#include <matn/detail/anchor_search.hpp>
#include <matn/detail/anchor_term.hpp>
#include <matn/detail/date_resolve.hpp>

namespace matn { inline namespace v0 {

/// The document's own date, as far as its text tells it.
struct anchor {
    day when{};                   ///< the day; only where confidence is above 0
    float confidence = 0;         ///< 0: the text tells nothing; 1: it says so itself and nothing disagrees
    std::uint32_t candidates = 0; ///< how many days fit equally well: `when` is the one in the middle
    slice support[8] = {};        ///< the places that speak for it, in text order
    std::uint8_t supports = 0;    ///< how many of them

    /// Whether there is an answer at all.
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return confidence > 0; }
};

/// What is known of a document's date besides its text.
struct anchor_options {
    std::optional<day> not_before = std::nullopt; ///< the first day it can be of: the beginning of an archive, say
    std::optional<day> not_after = std::nullopt;  ///< the last one: the day on which it was fetched
    date_order order = date_order::day_first;     ///< of numeric dates whose numbers leave it open
};

namespace detail::when {

class anchor_finder {
public:
    anchor_finder(std::string_view text, std::span<const atom> atoms, std::span<const node> nodes, anchor_options options = {})
        : text_(text), atoms_(atoms), nodes_(nodes), options_(options) {}

    [[nodiscard]] anchor find() {
        collect();
        anchor out;
        if (known_.count == 0) return out;
        choose(out);
        return out;
    }

private:
    using kind = hint_kind;

    void add(hint h) noexcept {
        if (h.at.begin >= others_) h.weight *= 0.2f;
        if (known_.count < evidence::most_hints) known_.hints[known_.count++] = h;
    }

    // The first and last tenth of a text are its head and its foot.
    [[nodiscard]] bool at_head(slice at) const noexcept { return at.begin < 300 || at.begin < text_.size() / 10; }
    [[nodiscard]] bool at_foot(slice at) const noexcept {
        return at.begin >= others_ || (text_.size() > 600 && at.end + text_.size() / 8 > text_.size());
    }

    [[nodiscard]] bool published_before(const node& n) const noexcept {
        for (std::uint32_t i = n.begin, k = 0; i > 0 && k < 2; --i, ++k) {
            const unsigned g = atoms_[i].gap & 15u;
            if (g != gap_none && g != gap_colon && g != gap_bracket) return false;
            for (unsigned s = 0; s < atoms_[i - 1].senses; ++s)
                if (sense_at(atoms_[i - 1].first_sense + s).what == meaning::published) return true;
            if (atoms_[i - 1].number != 0) return false;
        }
        return false;
    }
    [[nodiscard]] bool adjacent(const node& a, const node& b) const noexcept {
        if (b.begin < a.end || b.begin - a.end > 1) return false;
        for (std::uint32_t i = a.end; i <= b.begin; ++i) {
            const unsigned g = atoms_[i].gap & 15u;
            if (g != gap_none && g != gap_bracket && g != gap_comma && g != gap_dash) return false;
        }
        return true;
    }

    // Whether a date is set apart, as the date of a text is: on a line of its own, or among the place and the agency of its first line.
    // How much that tells; 0 for nothing.
    [[nodiscard]] float dateline(const node& n) const noexcept {
        std::string_view before = text_.substr(0, n.at.begin);
        std::string_view after = text_.substr(n.at.end);
        const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
        while (!before.empty() && blank(before.back())) before.remove_suffix(1);
        while (!after.empty() && blank(after.front())) after.remove_prefix(1);
        const auto begins = [&after](std::string_view mark) { return after.starts_with(mark); };
        const auto ends = [&before](std::string_view mark) { return before.ends_with(mark); };
        const bool line_begins = before.empty() || ends("\n");
        const bool line_ends = after.empty() || begins("\n");
        if (line_begins && line_ends && at_head(n.at)) return 8;
        if (n.at.begin >= 60 || n.at.end >= 120) return 0;
        const bool opens = line_begins || ends(",") || ends("،") || ends("-") || ends("–") || ends("—") || ends("(") ||
                           ends("|") || ends("/") || ends(":");
        const bool closes = line_ends || begins("-") || begins("–") || begins("—") || begins("(") || begins(")") || begins("|") ||
                            begins(":") || begins("=") || begins("برابر") || begins("مطابق") || begins("الموافق") ||
                            begins("بمطابق");
        if (opens && closes) return 4;
        // الرياض 5 رمضان: behind the name of the place; not "born on 4 May"
        if (!opens && before.size() > 40) return 0;
        const std::size_t space = before.find_last_of(" \n") + 1;
        const std::string_view last = before.substr(space);
        for (const std::string_view w :
             {"on",  "On",  "in",  "In",  "of",  "from", "since", "until", "by", "after", "before", "في", "من", "منذ",
              "حتى", "إلى", "يوم", "بعد", "قبل", "در",   "از",    "تا",    "به", "روز",   "په",     "د",  "له", "تر"})
            if (last == w) return 0;
        std::size_t words = last.empty() ? 0 : 1;
        for (const char c : before) words += c == ' ' ? 1 : 0;
        return words <= 2 ? 2.5f : 0;
    }

    void collect() {
        others_ = other_stories_at(text_);
        const node* before = nullptr;
        for (const node& n : nodes_) {
            if (n.used || n.what == form::none) continue;
            one(n, before);
            before = &n;
            if (known_.count == evidence::most_hints) break;
        }
    }

    [[nodiscard]] static weekday week_begins(unsigned language) noexcept {
        return (language & (arabic | persian | pashto)) != 0 ? weekday::saturday : weekday::monday;
    }
    [[nodiscard]] static bool has_date(const node& n) noexcept {
        return n.what == form::fields && n.year != no_year && n.month != 0 && n.day != 0 && n.last_day == 0;
    }

    // "Four days ago, on 5 November 2020"; "last week (12 March 2021)": what the two say together.
    void pair(const node& relative, const node& dated, day d) {
        const slice at = cover(relative.at, dated.at);
        if (relative.what == form::day_offset) {
            add({at, kind::exact, 0, 0, 0, 0, d - relative.offset, 10});
        } else if (relative.what == form::distance && relative.direction != 0) {
            const int sign = relative.direction < 0 ? 1 : -1;
            if (relative.months != 0) {
                if (relative.months < -1200 || relative.months > 1200) return;
                const gregorian g(d);
                const int month = g.year() * 12 + static_cast<int>(g.month()) - 1 + sign * static_cast<int>(relative.months);
                const auto length = gregorian::month_length(month / 12, static_cast<std::uint32_t>(month % 12 + 1));
                const gregorian there(month / 12, static_cast<std::uint32_t>(month % 12 + 1),
                                      g.day_of_month() < length ? g.day_of_month() : length);
                const int range = relative.months < 12 ? 6 : 45;
                if (there.ok()) add({at, kind::around, 0, 0, range, 0, there, 8});
            } else if (relative.seconds >= 86400 && relative.seconds < 86400.0 * 3660) {
                const int days = static_cast<int>(relative.seconds / 86400);
                const bool weeks = days >= 7;
                if (relative.vague || weeks) add({at, kind::around, 0, 0, weeks ? 3 : 1, 0, d + sign * days, 8});
                else add({at, kind::exact, 0, 0, 0, 0, d + sign * days, 10});
            }
        } else if (relative.what == form::unit_offset && relative.unit == 4 && !relative.counted) { // of that week
            add({at, kind::between, 0, 0, 7, 0, on_or_before(d, week_begins(relative.language)) - 7 * relative.offset, 5});
        }
    }

    void one(const node& n, const node* before) {
        if (before != nullptr && adjacent(*before, n)) {
            if (has_date(n))
                if (const auto d = full(n)) pair(*before, n, *d);
            if (has_date(*before))
                if (const auto d = full(*before)) pair(n, *before, *d);
        }
        if (n.what == form::day_offset) {
            if (n.weekday != 0) add({n.at, kind::weekday, 0, 0, n.weekday, n.offset, {}, 6});
            return;
        }
        if (n.what == form::unit_offset && n.unit == 5 && n.offset == -1 && !n.counted) {
            last_month_ = n.at;
            has_last_month_ = true;
            return;
        }
        if (n.what != form::fields) return;
        if (has_date(n)) {
            if (const auto d = full(n)) whole_date(n, *d);
        } else if (n.year != no_year && n.day == 0) { // a year or a month of one: the text is of about then
            const date d = date_resolver({}, {}, std::nullopt, 0, false).resolve(n);
            if (!d.resolved) return;
            if (!known_.years_from || d.first < *known_.years_from) known_.years_from = d.first;
            if (!known_.years_to || d.last > *known_.years_to) known_.years_to = d.last;
        } else if (n.month != 0 && n.month <= 12 && n.year == no_year) {
            if (n.day != 0) day_and_month(n, before);
            else month_alone(n, static_cast<std::int8_t>(n.cal < 0 ? 0 : n.cal));
        } else if (n.weekday != 0 && n.month == 0) {
            weekday_alone(n, before);
        }
    }

    void whole_date(const node& n, day d) {
        if (published_before(n)) {
            const float weight = at_foot(n.at) && !at_head(n.at) ? 2.5f : at_head(n.at) ? 12.0f : 6.0f;
            add({n.at, kind::exact, 0, 0, 0, 0, d, weight});
        } else if (const float weight = dateline(n); weight > 0) {
            add({n.at, kind::exact, 0, 0, 0, 0, d, weight});
        }
        if (n.at.begin >= others_) { // it dates the page at most
            if (!known_.newest || (d > *known_.newest && d - *known_.newest < 60)) known_.newest = d;
            return;
        }
        if (n.ahead || n.tense == 1) { // it is to come: "next Thursday, 25 June 2020" within some days
            add({n.at, kind::not_after, 0, 0, 0, 0, d, 3});
            if (n.tense == 1 && n.weekday != 0) add({n.at, kind::between, 0, 0, 13, 0, d - 13, 4});
            if (!known_.coming || d < *known_.coming) known_.coming = d;
            return;
        }
        add({n.at, kind::not_before, 0, 0, 0, 0, d, 3});
        if (has_last_month_ && n.at.begin - last_month_.end < 1000)
            add({last_month_, kind::month_after, 0, static_cast<std::uint8_t>(gregorian(d).month()), gregorian(d).year(), 0, d,
                 5});
        if (!known_.newest || d > *known_.newest) known_.newest = d;
    }

    void day_and_month(const node& n, const node* before) {
        const auto cal = static_cast<std::int8_t>(n.cal < 0 ? 0 : n.cal);
        const bool beside = before != nullptr && before->what == form::day_offset && adjacent(*before, n);
        if (beside) {
            add({n.at, kind::month_day, cal, n.month, n.day, before->offset, {}, 8});
            if (n.weekday != 0) add({n.at, kind::weekday, 0, 0, n.weekday, before->offset, {}, 6});
        } else {
            if (dateline(n) > 0) add({n.at, kind::month_day, cal, n.month, n.day, 0, {}, 3});
            if (n.weekday != 0) add({n.at, kind::dated_weekday, cal, n.month, n.day, n.weekday, {}, 4});
            if (n.tense == 2 && !n.ahead) add({n.at, kind::recent_day, cal, n.month, n.day, 0, {}, 1.5f});
        }
        if (n.tense == 0) {
            add({n.at, kind::this_month, cal, n.month, 0, 0, {}, 5});
            add({n.at, kind::past_day, cal, n.month, n.day, 0, {}, 1.5f});
        }
        if (n.tense == -1) add({n.at, kind::past_month, cal, n.month, 0, 0, {}, 2});
        if (cal == 0 && n.month == 2 && n.day == 29) add({n.at, kind::leap_day, 0, 0, 0, 0, {}, 4});
    }

    void month_alone(const node& n, std::int8_t cal) {
        if (n.tense == 0) add({n.at, kind::this_month, cal, n.month, 0, 0, {}, 5});
        if (n.tense == -1) add({n.at, kind::past_month, cal, n.month, 0, 0, {}, 2});
    }

    void weekday_alone(const node& n, const node* before) {
        const bool beside = before != nullptr && before->what == form::day_offset && adjacent(*before, n);
        if (n.day != 0) {
            if (!beside) return;
            add({n.at, kind::weekday, 0, 0, n.weekday, before->offset, {}, 6});
            const std::int8_t cal = (n.language & (persian | pashto)) != 0 ? 1 : 0;
            add({n.at, kind::day_of_month, cal, 0, n.day, before->offset, {}, 5});
        } else if (n.tense == 2 && !n.ahead && at_head(n.at)) {
            if (beside) add({n.at, kind::weekday, 0, 0, n.weekday, before->offset, {}, 6});
            else add({n.at, kind::near_weekday, 0, 0, n.weekday, 0, {}, 2});
        }
    }

    [[nodiscard]] static std::optional<day> full(const node& n) noexcept {
        node copy = n;
        copy.weekday = 0;
        copy.clock = -1;
        const date d = date_resolver({}, {}, std::nullopt, 0, false).resolve(copy);
        return d.resolved && d.type == date_type::date ? std::optional(d.first) : std::nullopt;
    }

    // Words that are not older than a day are looked for only where no date says the year. Whether there are any.
    [[nodiscard]] bool look_for_terms() {
        const std::size_t before = known_.count;
        const auto first = find_dated_terms(text_);
        for (std::size_t t = 0; t < dated_term_count; ++t) {
            const dated_term& term = dated_terms[t];
            if (first[t] == std::string_view::npos) continue;
            bool known = false; // the same thing in another spelling
            for (std::size_t i = before; i < known_.count; ++i) known = known || known_.hints[i].when == term.first;
            if (known) continue;
            const slice where{static_cast<offset>(first[t]), static_cast<offset>(first[t] + term.word.size())};
            add({where, kind::term, 0, 0, term.wanes ? 1 : 0, 0, term.first, 3});
            waning_ = waning_ || term.wanes;
        }
        return known_.count > before;
    }

    void choose(anchor& out) {
        bool strong = false;
        for (std::size_t i = 0; i < known_.count; ++i) strong = strong || known_.hints[i].strong();
        // Where to look: after the newest full date, or in the years of the web.
        day from = gregorian(2000, 1, 1);
        day to = gregorian(2035, 12, 31);
        if (known_.newest) {
            from = *known_.newest - 400; // a text can name a day that is to come
            to = *known_.newest + 500;
        } else if (known_.coming) {
            from = *known_.coming - 400;
            to = *known_.coming + 10;
        }
        if (options_.not_before && from < *options_.not_before) from = *options_.not_before;
        if (options_.not_after && to > *options_.not_after) to = *options_.not_after;
        // Without a full date only days that a strong hint allows are worth a look.
        if (!strong && !known_.newest && !known_.coming) return;
        best_days found = day_search(known_, from, to).find();
        if (found.far_apart() && look_for_terms()) // days of several years: words that are not older may tell which
            found = day_search(known_, from, to).find();
        // Days that fit equally: the middle one is nearest to all. Days of several years say nothing.
        if (found.score <= 0 || found.ties == 0 || found.far_apart()) return;
        if (!strong && found.score < 2) return;
        std::uint32_t middle = found.ties / 2;
        for (day d = found.first; d <= found.last; d = d + 1) {
            if (known_.score_of(d) <= found.score - 0.001f || middle-- > 0) continue;
            out.when = d;
            break;
        }
        trust(out, strong, found.ties);
    }

    void trust(anchor& out, bool strong, std::uint32_t ties) const {
        float agreed = 0;
        float all = 0;
        for (std::size_t i = 0; i < known_.count; ++i) {
            if (known_.hints[i].bounds()) continue;
            const float f = known_.hints[i].fit(out.when);
            all += known_.hints[i].weight;
            if (f <= 0) continue;
            agreed += f;
            const bool known = out.supports > 0 && out.support[out.supports - 1] == known_.hints[i].at;
            if (out.supports < 8 && !known) out.support[out.supports++] = known_.hints[i].at;
        }
        out.candidates = ties;
        float certain = strong ? (agreed > 8 ? 1.0f : agreed / 8) : 0.2f;
        if (waning_) certain /= 2; // the year is only the likeliest
        out.confidence = (all > 0 ? agreed / all : 0.2f) * certain / static_cast<float>(ties);
        if (out.confidence <= 0) out.confidence = 0.05f;
        if (out.confidence > 1) out.confidence = 1;
    }

    std::string_view text_;
    std::span<const atom> atoms_;
    std::span<const node> nodes_;
    anchor_options options_;
    evidence known_;
    std::size_t others_ = 0;
    slice last_month_{};
    bool has_last_month_ = false;
    bool waning_ = false;
};

} // namespace detail::when

}} // namespace matn

#endif
