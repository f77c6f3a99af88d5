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
// Days since 1970, for thirty conversions cost a compiler time: 18268 is 7 January 2020.
inline constexpr dated_term dated_terms[] = {
    {"كورونا", day{18268}, true},
    {"کرونا", day{18268}, true},
    {"کورونا", day{18268}, true},
    {"کووید", day{18303}, true},
    {"كوفيد", day{18303}, true},
    {"oronavirus", day{18268}, true},
    {"ovid-19", day{18303}, true},
    {"COVID-19", day{18303}, true},
    {"Brexit", day{15475}, false},
    {"ChatGPT", day{19326}, false},
    {"TikTok", day{17410}, false},
    {"تيك توك", day{17410}, false},
    {"تیک‌تاک", day{17410}, false},
    {"WhatsApp", day{14365}, false},
    {"واتساب", day{14365}, false},
    {"واتس‌اپ", day{14365}, false},
    {"Instagram", day{14888}, false},
    {"إنستغرام", day{14888}, false},
    {"اینستاگرام", day{14888}, false},
    {"Twitter", day{13344}, false},
    {"تويتر", day{13344}, false},
    {"توییتر", day{13344}, false},
    {"تویتر", day{13344}, false},
    {"ٹوئٹر", day{13344}, false},
    {"YouTube", day{12828}, false},
    {"يوتيوب", day{12828}, false},
    {"یوتیوب", day{12828}, false},
    {"Facebook", day{12452}, false},
    {"فيسبوك", day{12452}, false},
    {"فیسبوک", day{12452}, false},
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
