// SPDX-License-Identifier: MIT
// Writes examples/common/known_places.hpp: the countries, the large cities of the Old World and what news of them names most, in the languages
// of matn, as rows of a gazetteer.
//
//   g++ -std=c++20 -O1 tools/names/places.cpp -licui18n -licuuc -o places
//   ./places tools/names/words.tsv tools/names/places.tsv > examples/common/known_places.hpp
//
// The names are ICU's (CLDR) of regions, long and short, and of the cities of time zones, and those of words.tsv and places.tsv.
#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

struct place {
    std::string id, type;
    std::vector<std::string> names; // the first is the one shown
};

std::string utf8(const icu::UnicodeString& s) {
    std::string out;
    s.toUTF8String(out);
    return out;
}

// What most often means something else: دوشنبه is Monday, مالی financial, ترکی Turkish, پیرو a follower, نورو others, شام the evening, چک a cheque,
// America also half of South America.
const std::set<std::string> common_words = {"مالی",  "مالي",  "دوشنبه", "دوشنبہ",  "دوشنبي", "غنا",  "الجزیره", "الجزيره",
                                            "ترکی",  "ترکي",  "پرو",    "بنین",    "چک",     "چيک",  "عدن",     "توگو",
                                            "مدینه", "مدینہ", "نیس",    "america", "quds",   "پیرو", "نورو",    "نیمی",
                                            "نيمي",  "شام",   "چلے",    "گانا",    "کوچنگ",  "توماس"};

// "united_states_of_america" as it is written; a word of two to four letters without a lower-case form is an acronym.
std::string english(const std::string& word) {
    static const std::set<std::string> acronyms = {"usa", "us", "un", "uk", "eu", "uae", "isis", "nato"};
    static const std::set<std::string> small = {"of", "and"};
    std::string out;
    std::istringstream parts(word);
    for (std::string part; std::getline(parts, part, '_');) {
        if (acronyms.count(part) != 0)
            for (char& c : part) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        else if (small.count(part) == 0)
            for (std::size_t i = 0; i < part.size(); ++i) // "mazar-i-sharif" has two capitals
                if (i == 0 || (part[i - 1] == '-' && part[i + 1] != '-'))
                    part[i] = static_cast<char>(std::toupper(static_cast<unsigned char>(part[i])));
        out += (out.empty() ? "" : " ") + part;
    }
    return out;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    constexpr const char* languages[] = {"en", "fa_AF", "fa", "ar", "ps", "ur"};
    std::vector<place> places;
    std::map<std::string, std::size_t> taken; // spelling -> place
    const auto add = [&](std::string id, std::string type, const std::vector<std::string>& names) {
        std::size_t at = places.size();
        for (const std::string& name : names)
            if (const auto it = taken.find(name); it != taken.end()) at = std::min(at, it->second);
        if (at == places.size()) places.push_back({std::move(id), std::move(type), {}});
        for (const std::string& name : names)
            if (!name.empty() && common_words.count(name) == 0 && taken.emplace(name, at).second)
                places[at].names.push_back(name);
    };

    for (const char* const* region = icu::Locale::getISOCountries(); *region != nullptr; ++region) {
        std::vector<std::string> names;
        for (const char* language : languages)
            for (const UDisplayContext length : {UDISPCTX_LENGTH_FULL, UDISPCTX_LENGTH_SHORT}) {
                UDisplayContext contexts[] = {length};
                const icu::Locale locale(language);
                icu::LocaleDisplayNames* const display = icu::LocaleDisplayNames::createInstance(locale, contexts, 1);
                icu::UnicodeString name;
                display->regionDisplayName(*region, name);
                const std::string text = utf8(name);
                const bool code = text == *region && text != "US" && text != "UK";
                if (!code && text.find(" & ") == std::string::npos && text.find('(') == std::string::npos) names.push_back(text);
                delete display;
            }
        if (!names.empty()) add(std::string("iso-3166:") + *region, "place", names); // an acronym in a text may be IT, or AI
    }

    for (int file = 1; file < argc; ++file) {
        std::ifstream in(argv[file]);
        for (std::string line; std::getline(in, line);) {
            const std::size_t tab = line.find('\t');
            const std::string kind = tab == std::string::npos ? "exonym" : line.substr(0, tab);
            if (line[0] == '#' || (kind != "exonym" && kind != "organisation")) continue;
            std::istringstream words(line.substr(tab + 1)); // from 0 where there is no tab
            std::vector<std::string> names;
            std::string id;
            for (std::string word; words >> word;) {
                if (id.empty()) id = word;
                if (common_words.count(word) != 0) continue;
                if (static_cast<unsigned char>(word[0]) < 0x80) word = english(word);
                else std::replace(word.begin(), word.end(), '_', ' ');
                names.push_back(word);
            }
            add(id, kind == "organisation" ? "org" : "place", names);
        }
    }

    UErrorCode status = U_ZERO_ERROR;
    icu::StringEnumeration* const zones =
        icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status);
    std::vector<std::string> ids;
    while (const icu::UnicodeString* id = zones->snext(status)) ids.push_back(utf8(*id));
    delete zones;
    for (const std::string& id : ids) {
        if (id.compare(0, 5, "Asia/") != 0 && id.compare(0, 7, "Europe/") != 0 && id.compare(0, 7, "Africa/") != 0) continue;
        if (id == "Asia/Amman") continue; // Oman is written alike
        std::vector<std::string> names;
        for (const char* language : languages) {
            const icu::TimeZoneNames* const of = icu::TimeZoneNames::createInstance(icu::Locale(language), status);
            icu::UnicodeString city;
            of->getExemplarLocationName(icu::UnicodeString::fromUTF8(id), city);
            if (!city.isEmpty()) names.push_back(utf8(city));
            delete of;
        }
        add(id, "place", names);
    }

    std::printf(
        "// SPDX-License-Identifier: MIT\n"
        "// Countries, large cities and what news of them names most, in six languages. Generated by tools/names/places.cpp from words.tsv and\n"
        "// places.tsv there and CLDR of ICU %s (Unicode licence v3); do not edit.\n"
        "#ifndef MATN_EXAMPLES_KNOWN_PLACES_HPP\n#define MATN_EXAMPLES_KNOWN_PLACES_HPP\n\n#include <string_view>\n\n"
        "/// Rows of a gazetteer: id, type, language (none), name.\ninline constexpr std::string_view known_places[] = {\n",
        U_ICU_VERSION);
    std::size_t count = 0;
    for (const place& p : places)
        for (const std::string& name : p.names) {
            std::printf("    \"%s\\t%s\\t\\t%s\\n\"%s\n", p.id.c_str(), p.type.c_str(), name.c_str(),
                        ++count % 100 == 0 ? "," : "");
        }
    std::printf("};\n\n#endif\n");
    std::fprintf(stderr, "%zu names of %zu places\n", count, places.size());
}
