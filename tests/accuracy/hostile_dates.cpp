// SPDX-License-Identifier: MIT
// Dates and numbers that are impossible, contradictory or huge: what is claimed about them must be right, and marked where it is not.
#include "../json_field.hpp"
#include "catch.hpp"

#include <matn/date.hpp>

#include <fstream>
#include <map>

using namespace matn;

namespace {

struct counts {
    int right = 0;
    int all = 0;
};

bool one_day(const date& d) { return (d.type == date_type::date || d.type == date_type::datetime) && d.resolved; }

bool date_is_right(const std::string& expect, const std::string& iso_days, const std::vector<date>& found) {
    bool flagged = false;
    bool claimed = false;
    bool exact = false;
    bool unmarked = false;
    for (const date& d : found) {
        const bool marked = (d.flags & (date_wrong_weekday | date_wrong_calendar | date_impossible)) != 0;
        flagged = flagged || marked;
        if (!one_day(d)) continue;
        claimed = true;
        unmarked = unmarked || !marked;
        exact = exact || (!iso_days.empty() && iso_days.find(iso(d.first)) != std::string::npos);
    }
    if (expect == "valid" || expect == "uncertain") return exact && !flagged;
    if (expect == "invalid") return !unmarked;
    if (expect == "contradiction" || expect == "flag-or-none") return flagged || !claimed;
    if (expect == "none-or-partial") return !claimed;
    return true;
}

} // namespace

TEST_CASE("hostile dates are exact, marked, or not claimed (shared data)") {
    std::ifstream file(std::string(MATN_SHARED_DIR) + "/data/hostile/dates.jsonl");
    if (!file) {
        WARN("skipped: no shared data");
        return;
    }
    std::map<std::string, counts> by;
    for (std::string line; std::getline(file, line);) {
        const std::string text = json_field(line, "text");
        const std::string expect = json_field(line, "expect");
        const bool right = date_is_right(expect, json_field(line, "iso"), dates(text, {.anchor = gregorian(2021, 6, 1)}));
        ++by[expect].all;
        by[expect].right += right;
        if (!right) WARN(expect << ": " << text);
    }
    for (const auto& [expect, n] : by) {
        INFO(expect << ' ' << n.right << " of " << n.all);
        if (expect == "valid") CHECK(n.right * 100 >= n.all * 99);
        else CHECK(n.right == n.all);
    }
}

TEST_CASE("impossible and contradictory dates of our own are marked in every language") {
    const std::string impossible[] = {"۳۱ میزان ۱۴۰۰",   "۳۰ حوت ۱۴۰۱",    "31 حوت 1403", "د ۱۴۰۰ کال د تلې ۳۱مه",
                                      "31 أبريل 2021",   "30 شباط 2020",   "31 جون 2021", "29 February 1900",
                                      "32 January 2020", "2021-02-29",     "31/11/2020",  "1400/12/30",
                                      "۱۴۰۱/۰۷/۳۱",      "31 محرم 1442 هـ"};
    for (const std::string& t : impossible) {
        INFO(t);
        for (const date& d : dates(t, {.anchor = gregorian(2021, 6, 1)})) CHECK_FALSE((one_day(d) && d.flags == date_fine));
    }
    const std::string contradictory[] = {"Monday, 2 June 2021",
                                         "الأحد 2 يونيو 2021",
                                         "سه شنبه ۱ حمل ۱۴۰۰",
                                         "پیر 1 جون 2021",
                                         "د دوشنبې په ورځ د ۱۴۰۰ کال د وري په ۳مه",
                                         "1 حمل 1400 برابر با 1 اپریل 2021",
                                         "5 يناير/فبراير 2020"};
    for (const std::string& t : contradictory) {
        INFO(t);
        bool marked = false;
        for (const date& d : dates(t, {.anchor = gregorian(2021, 6, 1)})) marked = marked || flag_name(d.flags) != "";
        CHECK(marked);
    }
}
