// SPDX-License-Identifier: MIT
// Words that tell how old a text can be at most, and headings under which other stories are announced.
#ifndef MATN_DETAIL_ANCHOR_TERM_HPP
#define MATN_DETAIL_ANCHOR_TERM_HPP

#include <matn/calendar.hpp>

#include <string_view>

namespace matn { inline namespace v0 { namespace detail::when {

// A thing that no text speaks of before a day. `wanes`: the news was full of it at first, and less year by year.
struct dated_term {
    std::string_view word; // as it is written, or the part of it that all its forms share
    day first;
    bool wanes;
};
inline constexpr dated_term dated_terms[] = {
    {"كورونا", gregorian(2020, 1, 7), true},           {"کرونا", gregorian(2020, 1, 7), true},
    {"کورونا", gregorian(2020, 1, 7), true},           {"کووید", gregorian(2020, 2, 11), true},
    {"كوفيد", gregorian(2020, 2, 11), true},           {"oronavirus", gregorian(2020, 1, 7), true},
    {"ovid-19", gregorian(2020, 2, 11), true},         {"COVID-19", gregorian(2020, 2, 11), true},
    {"Brexit", gregorian(2012, 5, 15), false},         {"ChatGPT", gregorian(2022, 11, 30), false},
    {"TikTok", gregorian(2017, 9, 1), false},          {"تيك توك", gregorian(2017, 9, 1), false},
    {"تیک‌تاک", gregorian(2017, 9, 1), false}, {"WhatsApp", gregorian(2009, 5, 1), false},
    {"واتساب", gregorian(2009, 5, 1), false},          {"واتس‌اپ", gregorian(2009, 5, 1), false},
    {"Instagram", gregorian(2010, 10, 6), false},      {"إنستغرام", gregorian(2010, 10, 6), false},
    {"اینستاگرام", gregorian(2010, 10, 6), false},     {"Twitter", gregorian(2006, 7, 15), false},
    {"تويتر", gregorian(2006, 7, 15), false},          {"توییتر", gregorian(2006, 7, 15), false},
    {"تویتر", gregorian(2006, 7, 15), false},          {"ٹوئٹر", gregorian(2006, 7, 15), false},
    {"YouTube", gregorian(2005, 2, 14), false},        {"يوتيوب", gregorian(2005, 2, 14), false},
    {"یوتیوب", gregorian(2005, 2, 14), false},         {"Facebook", gregorian(2004, 2, 4), false},
    {"فيسبوك", gregorian(2004, 2, 4), false},          {"فیسبوک", gregorian(2004, 2, 4), false},
};

// What stands at the beginning of a line above other stories.
inline constexpr std::string_view other_stories[] = {
    "Related",    "RELATED",       "Read more",      "READ MORE",      "Read also",     "Also read",      "See also",
    "More from",  "More on",       "You may also",   "Recommended",    "Most read",     "Latest news",    "اقرأ أيضا",
    "اقرأ ايضا",  "اقرأ المزيد",   "المزيد من",      "مواضيع ذات صلة", "أخبار ذات صلة", "مقالات ذات صلة", "ذات صلة",
    "قد يهمك",    "بیشتر بخوانید", "بیشتر بخوانید:", "مطالب مرتبط",    "اخبار مرتبط",   "خبرهای مرتبط",   "همچنین بخوانید",
    "مزید پڑھیں", "یہ بھی پڑھیں",  "متعلقہ خبریں",   "نور ولولئ",      "اړوند خبرونه",  "نور خبرونه"};

// Where other stories begin: the first such line behind the middle of a text, or its end.
[[nodiscard]] inline std::size_t other_stories_at(std::string_view text) noexcept {
    for (std::size_t line = text.find('\n', text.size() / 2); line < text.size(); line = text.find('\n', line + 1)) {
        std::size_t begin = line + 1;
        while (begin < text.size() && (text[begin] == ' ' || text[begin] == '\t' || text[begin] == '\r')) ++begin;
        for (const std::string_view heading : other_stories)
            if (text.substr(begin).starts_with(heading)) return begin;
    }
    return text.size();
}

}}} // namespace matn::v0::detail::when

#endif
