// SPDX-License-Identifier: MIT
// An article and what was found in it, in a form that a program can sort, print and compare.
#ifndef MATN_EXAMPLES_ARTICLE_HPP
#define MATN_EXAMPLES_ARTICLE_HPP

#include <matn/calendar.hpp>
#include <matn/slice.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A name of the gazetteer, found in an article.
struct found_name {
    matn::slice at;
    std::string id;
    std::string type; ///< person, org, place, or what the gazetteer says
    std::string name; ///< the entity's first name in the gazetteer
    std::string rule; ///< how it was found: exact, normalized, ...
    float score = 1;
};

/// A date of an article, resolved to the days it means.
struct found_date {
    matn::slice at;
    matn::day first;
    matn::day last;            ///< the same day, or the last one of a month, a year, ...
    std::string timex;         ///< its value as TIMEX3
    std::string how;           ///< how it was resolved, for readers
    std::string flag;          ///< what contradicts itself in it; else empty
    bool explicit_day = false; ///< names a day and a month, so that it can be compared with other articles
    bool full = false;         ///< its year is written as well
    bool open = false;         ///< only begins or ends there: since, until
    bool certain = true;       ///< false where it could mean another day
    [[nodiscard]] bool one_day() const { return first == last; }
};

/// A number of an article that is not part of a date.
struct found_number {
    matn::slice at;
    std::string value; ///< in digits; empty where it is too large
    std::string unit;  ///< what it counts, as it is written; often empty
};

/// A word that is not written as the language it stands in is: كتاب in a Persian sentence.
struct found_change {
    matn::slice at;
    std::string to; ///< how it is written
};

/// A part of an article in one language.
struct found_language {
    matn::slice at;
    std::string code; ///< BCP 47
};

/// Something that a reader should be warned of.
struct found_warning {
    matn::slice at;
    std::string value; ///< invalid-utf8, bidi-control, mixed-script, contradiction
    std::string detail;
};

struct article {
    std::string name;
    std::string text;
    std::string language = "und";
    float confidence = 0;
    std::optional<matn::day> written;      ///< the day it was written, where that could be found
    std::vector<matn::slice> written_from; ///< the places that gave it away; none where the user said it
    std::vector<found_language> languages;
    std::vector<matn::slice> sentences;
    std::vector<found_name> names;
    std::vector<found_date> dates;
    std::vector<found_number> numbers;
    std::vector<found_change> changes;
    std::vector<found_warning> warnings;

    [[nodiscard]] std::string_view bytes(matn::slice at) const { return at.of(text); }
};

/// The name of a file without its folder, which is nobody's business in a report.
inline std::string file_name(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}
/// Whether a type of the gazetteer is a kind of place.
inline bool is_place(std::string_view type) {
    return type.starts_with("place") || type == "country" || type == "location" || type == "facility";
}
/// "1 article", "2 articles".
inline std::string plural(std::size_t n, std::string_view noun) {
    return std::to_string(n) + ' ' + std::string(noun) + (n == 1 ? "" : "s");
}

#endif
