// SPDX-License-Identifier: MIT
// Words that stand before names and are not part of them: titles, ranks, and heads such as "movement".
#ifndef MATN_DETAIL_LEXICON_TITLES_HPP
#define MATN_DETAIL_LEXICON_TITLES_HPP

#include <matn/detail/name_words.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace matn { inline namespace v0 { namespace detail {

inline constexpr const char16_t* titles[] = {
    // English
    u"the",
    u"mr",
    u"mrs",
    u"ms",
    u"dr",
    u"doctor",
    u"prof",
    u"professor",
    u"president",
    u"minister",
    u"ambassador",
    u"envoy",
    u"spokesman",
    u"spokesperson",
    u"secretary",
    u"general",
    u"gen",
    u"lieutenant",
    u"lt",
    u"colonel",
    u"col",
    u"major",
    u"maj",
    u"captain",
    u"capt",
    u"admiral",
    u"marshal",
    u"brigadier",
    u"commander",
    u"sheikh",
    u"shaikh",
    u"sheik",
    u"mullah",
    u"mulla",
    u"maulvi",
    u"mawlawi",
    u"molavi",
    u"maulana",
    u"mawlana",
    u"imam",
    u"ayatollah",
    u"haji",
    u"hajji",
    u"alhaj",
    u"emir",
    u"amir",
    u"king",
    u"prince",
    u"princess",
    u"queen",
    u"sultan",
    u"sir",
    u"senator",
    u"governor",
    u"justice",
    u"judge",
    u"movement",
    // Arabic, with and without the article
    u"الشيخ",
    u"شيخ",
    u"السيد",
    u"السيدة",
    u"الملا",
    u"ملا",
    u"المولوي",
    u"مولوي",
    u"مولانا",
    u"الرئيس",
    u"رئيس",
    u"الجنرال",
    u"جنرال",
    u"الدكتور",
    u"دكتور",
    u"الدكتورة",
    u"الأستاذ",
    u"الأمير",
    u"أمير",
    u"الملك",
    u"الملكة",
    u"السلطان",
    u"الإمام",
    u"آية",
    u"العقيد",
    u"اللواء",
    u"الفريق",
    u"العميد",
    u"المشير",
    u"الوزير",
    u"وزير",
    u"السفير",
    u"المبعوث",
    u"المتحدث",
    u"الحاج",
    u"القائد",
    u"حركة",
    u"الحركة",
    u"جماعة",
    u"تنظيم",
    // Persian, Dari, Pashto, Urdu
    u"آقای",
    u"خانم",
    u"دکتر",
    u"داکتر",
    u"ډاکټر",
    u"استاد",
    u"پروفیسور",
    u"پروفسور",
    u"جنرال",
    u"جنرل",
    u"ژنرال",
    u"ستر",
    u"سترجنرال",
    u"دگروال",
    u"مارشال",
    u"شیخ",
    u"مولوی",
    u"ملاصاحب",
    u"حاجی",
    u"الحاج",
    u"آیت",
    u"امام",
    u"شاه",
    u"شهزاده",
    u"رئیس",
    u"رئیسجمهور",
    u"رییسجمهور",
    u"وزیر",
    u"سفیر",
    u"سخنگوی",
    u"والی",
    u"ولسمشر",
    u"ښاغلی",
    u"آغلی",
    u"صدر",
    u"جناب",
    u"مسٹر",
    u"ڈاکٹر",
    u"بیگم",
    u"میجر",
    u"کرنل",
    u"بریگیڈیئر",
    u"لیفٹیننٹ",
    u"گروه",
    u"جنبش",
    u"تحریک",
    u"نهضت",
    u"غورځنګ",
};

// Their folded letters, in a small hash table.
struct title_table {
    static constexpr std::size_t size = 512;
    std::array<std::uint64_t, size> low{}, high{};

    [[nodiscard]] constexpr bool has(const word_key& k) const noexcept {
        if (k.letters == 0 || k.letters > 16) return false;
        for (std::size_t i = static_cast<std::size_t>(hash_of(k) % size); low[i] != 0; i = (i + 1) % size)
            if (low[i] == k.low && high[i] == k.high) return true;
        return false;
    }
};
template <profile P>
inline constexpr title_table title_words = [] {
    title_table table;
    for (const char16_t* const title : titles) {
        word_key k;
        for (const char16_t* c = title; *c != 0; ++c)
            if (letter_table<P>[*c] != mark_code && letter_table<P>[*c] != rare_code) k.add(letter_table<P>[*c]);
        std::size_t i = static_cast<std::size_t>(hash_of(k) % title_table::size);
        while (table.low[i] != 0) i = (i + 1) % title_table::size;
        table.low[i] = k.low;
        table.high[i] = k.high;
    }
    return table;
}();

}}} // namespace matn::v0::detail

#endif
