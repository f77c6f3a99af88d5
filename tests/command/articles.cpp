// SPDX-License-Identifier: MIT
// What is found in the sample articles, against what a careful reader finds:
//     articles FOLDER LEAST_NAMES MOST_WRONG_NAMES LEAST_DATES MOST_WRONG_DATES MOST_WRONG_DAYS
//
// Names each thing that is missing or wrong. Fails where fewer are right, or more are wrong, than the numbers say: they only get stricter.
#include "common/analysis.hpp"
#include "common/gazetteers.hpp"

#include <cstdio>
#include <cstdlib>

namespace {

// A row of a tab-separated file: where something stands, and what it is.
struct row {
    std::string file;
    std::string surface;
    std::string value;
    std::string flag;
};

std::vector<row> rows_of(const std::string& path) {
    std::vector<row> out;
    const auto file = read_file(path);
    if (!file) {
        std::fprintf(stderr, "%s\n", file.error().c_str());
        std::exit(1);
    }
    std::string_view rest = file->text;
    for (bool first = true; !rest.empty(); first = false) {
        std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        row r;
        for (std::string* cell : {&r.file, &r.surface, &r.value, &r.flag}) {
            *cell = line.substr(0, line.find('\t'));
            line.remove_prefix(std::min(line.size(), cell->size() + 1));
        }
        if (!first) out.push_back(std::move(r));
    }
    return out;
}

struct expected {
    matn::slice at;
    std::string value;
    std::string flag;
    bool met = false;
};

// The rows of one file with their places: they stand in text order.
std::vector<expected> expected_in(const article& a, const std::vector<row>& rows) {
    std::vector<expected> out;
    std::size_t from = 0;
    for (const row& r : rows) {
        if (!a.name.ends_with(r.file)) continue;
        const std::size_t at = a.text.find(r.surface, from);
        if (at == std::string::npos) {
            std::printf("%s: '%s' stands in the list and not in the article\n", r.file.c_str(), r.surface.c_str());
            std::exit(1);
        }
        from = at + r.surface.size();
        out.push_back({{static_cast<matn::offset>(at), static_cast<matn::offset>(from)}, r.value, r.flag, false});
    }
    return out;
}

std::string iso_of(const found_date& d) {
    return d.one_day() ? matn::iso(d.first) : matn::iso(d.first) + '/' + matn::iso(d.last);
}

struct score {
    int expected = 0, right = 0, missing = 0, wrong = 0, optional = 0;

    void print(const char* what) const {
        std::printf("%s: %d expected, %d right, %d missing, %d wrong or made up; of what readers differ on, %d found\n", what,
                    expected, right, missing, wrong, optional);
    }
};

void tell_wrong(const article& a, const char* kind, matn::slice at, const std::string& is, const std::string& should) {
    std::printf("%s: %s '%s' is %s%s%s\n", file_name(a.name).c_str(), kind, std::string(a.bytes(at)).c_str(), is.c_str(),
                should.empty() ? "" : ", should be ", should.c_str());
}

score score_names(const article& a, std::vector<expected> gold) {
    score s;
    for (const found_name& n : a.names) {
        const auto match = std::find_if(gold.begin(), gold.end(), [&n](const expected& e) { return e.at == n.at; });
        if (match != gold.end() && match->value == n.id) {
            match->met = true;
        } else {
            ++s.wrong;
            tell_wrong(a, "name", n.at, n.id, match != gold.end() ? match->value : "");
        }
    }
    for (const expected& e : gold) {
        ++s.expected;
        s.right += e.met ? 1 : 0;
        s.missing += e.met ? 0 : 1;
        if (!e.met) tell_wrong(a, "name", e.at, "missing", e.value);
    }
    return s;
}

score score_dates(const article& a, std::vector<expected> gold) {
    score s;
    for (const found_date& d : a.dates) {
        const auto match =
            std::find_if(gold.begin(), gold.end(), [&d](const expected& e) { return !e.met && e.at.overlaps(d.at); });
        const bool optional = match != gold.end() && match->flag == "optional";
        // "since August" is found where August begins.
        const bool same =
            match != gold.end() && (match->value == iso_of(d) || (d.open && match->value.starts_with(iso_of(d) + '/')));
        const bool right = same && (match->flag == "weekday") == !d.flag.empty();
        if (right || optional) {
            match->met = true;
        } else {
            ++s.wrong;
            tell_wrong(a, "date", d.at, iso_of(d) + (d.flag.empty() ? "" : " (" + d.flag + ")"),
                       match != gold.end() ? match->value + ' ' + match->flag : "");
        }
    }
    for (const expected& e : gold) {
        if (e.flag == "optional") {
            s.optional += e.met ? 1 : 0;
            continue;
        }
        ++s.expected;
        s.right += e.met ? 1 : 0;
        s.missing += e.met ? 0 : 1;
        if (!e.met) tell_wrong(a, "date", e.at, "missing or wrong", e.value);
    }
    return s;
}

void add(score& sum, const score& s) {
    sum.expected += s.expected;
    sum.right += s.right;
    sum.missing += s.missing;
    sum.wrong += s.wrong;
    sum.optional += s.optional;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 7) return 2;
    const std::string folder = argv[1];
    troubles t("articles");
    const auto names = load_gazetteers({folder + "/gazetteer.tsv"}, true, t);
    if (!names) return 1;
    const auto name_rows = rows_of(folder + "/expected-names.tsv");
    const auto date_rows = rows_of(folder + "/expected-dates.tsv");
    const auto anchor_rows = rows_of(folder + "/anchors.tsv");

    analyst with(&**names);
    score found_names, found_dates;
    int wrong_anchors = 0;
    for (text_file& file : read_files(text_files({folder}, t), t)) {
        const article a = with.read(std::move(file), {});
        add(found_names, score_names(a, expected_in(a, name_rows)));
        add(found_dates, score_dates(a, expected_in(a, date_rows)));
        for (const row& r : anchor_rows) {
            if (!a.name.ends_with(r.file)) continue;
            const std::string written = a.written ? matn::iso(*a.written) : "unknown";
            if (written == r.surface) continue;
            ++wrong_anchors;
            std::printf("%s: its own day is %s, should be %s\n", r.file.c_str(), written.c_str(), r.surface.c_str());
        }
    }
    found_names.print("names");
    found_dates.print("dates");
    std::printf("own days: %d of %zu wrong\n", wrong_anchors, anchor_rows.size());
    const bool good = t.status() == 0 && found_names.right >= std::atoi(argv[2]) && found_names.wrong <= std::atoi(argv[3]) &&
                      found_dates.right >= std::atoi(argv[4]) && found_dates.wrong <= std::atoi(argv[5]) &&
                      wrong_anchors <= std::atoi(argv[6]);
    return good ? 0 : 1;
}
