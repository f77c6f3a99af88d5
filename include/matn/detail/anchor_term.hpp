// SPDX-License-Identifier: MIT
// Words that tell how old a text can be at most, and headings under which other stories are announced.
#ifndef MATN_DETAIL_ANCHOR_TERM_HPP
#define MATN_DETAIL_ANCHOR_TERM_HPP

#include <matn/calendar.hpp>
#include <matn/detail/time_lexicon.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail::when {

// Turns most places of a text away that none of some words can begin at, by their first six bytes: two of the letters begin too many words.
class beginnings {
public:
    static constexpr std::size_t length = 6; // no word is shorter

    constexpr void add(std::string_view word) noexcept {
        const std::size_t bit = bit_of(word.data());
        bits_[bit / 64] |= std::uint64_t{1} << bit % 64;
    }
    // Whether one may begin there; six bytes must.
    [[nodiscard]] constexpr bool at(std::string_view text, std::size_t pos) const noexcept {
        const std::size_t bit = bit_of(text.data() + pos);
        return (bits_[bit / 64] >> bit % 64 & 1u) != 0;
    }

private:
    static constexpr std::size_t bit_of(const char* six) noexcept {
        const std::uint64_t key = number_at<std::uint32_t>(six) | std::uint64_t{number_at<std::uint16_t>(six + 4)} << 32;
        return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15u >> 53);
    }
    std::uint64_t bits_[32] = {};
};

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

inline constexpr std::size_t dated_term_count = sizeof dated_terms / sizeof dated_terms[0];
inline constexpr beginnings dated_term_beginnings = [] {
    beginnings all;
    for (const dated_term& t : dated_terms) all.add(t.word);
    return all;
}();

// Where each of the terms stands first, or npos; all in one pass.
[[nodiscard]] inline std::array<std::size_t, dated_term_count> find_dated_terms(std::string_view text) noexcept {
    std::array<std::size_t, dated_term_count> first;
    first.fill(std::string_view::npos);
    if (text.size() < beginnings::length) return first;
    const std::size_t end = text.size() - beginnings::length + 1;
    for (std::size_t pos = 0; pos < end; ++pos) {
        if (!dated_term_beginnings.at(text, pos)) continue;
        for (std::size_t i = 0; i < dated_term_count; ++i)
            if (first[i] == std::string_view::npos && text.substr(pos).starts_with(dated_terms[i].word)) first[i] = pos;
    }
    return first;
}

// What stands at the beginning of a line above other stories.
inline constexpr std::string_view other_stories[] = {
    "Related",    "RELATED",       "Read more",      "READ MORE",      "Read also",     "Also read",      "See also",
    "More from",  "More on",       "You may also",   "Recommended",    "Most read",     "Latest news",    "اقرأ أيضا",
    "اقرأ ايضا",  "اقرأ المزيد",   "المزيد من",      "مواضيع ذات صلة", "أخبار ذات صلة", "مقالات ذات صلة", "ذات صلة",
    "قد يهمك",    "بیشتر بخوانید", "بیشتر بخوانید:", "مطالب مرتبط",    "اخبار مرتبط",   "خبرهای مرتبط",   "همچنین بخوانید",
    "مزید پڑھیں", "یہ بھی پڑھیں",  "متعلقہ خبریں",   "نور ولولئ",      "اړوند خبرونه",  "نور خبرونه"};

inline constexpr beginnings other_story_beginnings = [] {
    beginnings all;
    for (const std::string_view heading : other_stories) all.add(heading);
    return all;
}();

// Where other stories begin: the first such line behind the middle of a text, or its end.
[[nodiscard]] inline std::size_t other_stories_at(std::string_view text) noexcept {
    for (std::size_t line = text.find('\n', text.size() / 2); line < text.size(); line = text.find('\n', line + 1)) {
        std::size_t begin = line + 1;
        while (begin < text.size() && (text[begin] == ' ' || text[begin] == '\t' || text[begin] == '\r')) ++begin;
        if (begin + beginnings::length > text.size() || !other_story_beginnings.at(text, begin)) continue;
        for (const std::string_view heading : other_stories)
            if (text.substr(begin).starts_with(heading)) return begin;
    }
    return text.size();
}

}}} // namespace matn::v0::detail::when

#endif
