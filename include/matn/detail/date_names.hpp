// SPDX-License-Identifier: MIT
// Names of months and weekdays as they are printed; the many more that are read stand in the lexicon.
#ifndef MATN_DETAIL_DATE_NAMES_HPP
#define MATN_DETAIL_DATE_NAMES_HPP

#include <matn/version.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

inline constexpr std::string_view month_names[][12] = {
    // 0 to 9: Gregorian. Dari, Iran, Pashto, Urdu, Kurdish, Egypt and the Gulf, Levant, Algeria and Tunisia, Morocco, English
    {"جنوری", "فبروری", "مارچ", "اپریل", "می", "جون", "جولای", "اگست", "سپتمبر", "اکتوبر", "نومبر", "دسمبر"},
    {"ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"},
    {"جنوري", "فبروري", "مارچ", "اپرېل", "مۍ", "جون", "جولای", "اګست", "سپټمبر", "اکتوبر", "نومبر", "ډسمبر"},
    {"جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر"},
    {"کانوونی دووەم", "شوبات", "ئازار", "نیسان", "ئایار", "حوزەیران", "تەمووز", "ئاب", "ئەیلوول", "تشرینی یەکەم", "تشرینی دووەم",
     "کانوونی یەکەم"},
    {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"},
    {"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
     "كانون الأول"},
    {"جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"},
    {"يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"},
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
    // 10 to 16: Solar Hijri. Afghanistan, Iran, Pashto, Kurdish, Arabic letters, Latin ones, Latin ones of Afghanistan
    {"حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت"},
    {"فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"},
    {"وری", "غویی", "غبرګولی", "چنګاښ", "زمری", "وږی", "تله", "لړم", "لیندۍ", "مرغومی", "سلواغه", "کب"},
    {"خاکەلێوە", "گوڵان", "جۆزەردان", "پووشپەڕ", "گەلاوێژ", "خەرمانان", "ڕەزبەر", "گەڵاڕێزان", "سەرماوەز", "بەفرانبار",
     "ڕێبەندان", "ڕەشەمە"},
    {"فروردين", "أرديبهشت", "خرداد", "تير", "مرداد", "شهريور", "مهر", "آبان", "آذر", "دي", "بهمن", "إسفند"},
    {"Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar", "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand"},
    {"Hamal", "Sawr", "Jawza", "Saratan", "Asad", "Sunbula", "Mizan", "Aqrab", "Qaws", "Jadi", "Dalw", "Hut"},
    // 17 to 21: lunar Hijri. Arabic; Persian, Dari and Pashto; Urdu; Kurdish; Latin letters
    {"محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة",
     "ذو الحجة"},
    {"محرم", "صفر", "ربیع الاول", "ربیع الثانی", "جمادی الاول", "جمادی الثانی", "رجب", "شعبان", "رمضان", "شوال", "ذیقعده",
     "ذیحجه"},
    {"محرم", "صفر", "ربیع الاول", "ربیع الثانی", "جمادی الاول", "جمادی الثانی", "رجب", "شعبان", "رمضان", "شوال", "ذوالقعدہ",
     "ذوالحجہ"},
    {"موحەڕەم", "سەفەر", "ڕەبیعی یەکەم", "ڕەبیعی دووەم", "جومادی یەکەم", "جومادی دووەم", "ڕەجەب", "شەعبان", "ڕەمەزان", "شەوال",
     "زولقەعدە", "زولحەججە"},
    {"Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Thani", "Jumada al-Awwal", "Jumada al-Thani", "Rajab", "Shaban", "Ramadan",
     "Shawwal", "Dhu al-Qadah", "Dhu al-Hijjah"}};

// For each language in the order of date_language: its set for each calendar.
inline constexpr std::uint8_t month_set[][3] = {{0, 10, 18}, {1, 11, 18}, {2, 12, 18}, {3, 11, 19}, {4, 13, 20}, {5, 14, 17},
                                                {6, 14, 17}, {7, 14, 17}, {8, 14, 17}, {9, 15, 21}, {9, 16, 21}};

inline constexpr std::string_view weekday_names[][7] = {
    {"دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"},
    {"دوشنبه", "سه شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"},
    {"پیر", "منگل", "بدھ", "جمعرات", "جمعہ", "ہفتہ", "اتوار"},
    {"دووشەممە", "سێشەممە", "چوارشەممە", "پێنجشەممە", "هەینی", "شەممە", "یەکشەممە"},
    {"الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"},
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}};
inline constexpr std::uint8_t weekday_set[] = {0, 0, 1, 2, 3, 4, 4, 4, 4, 5, 5};

// Ten digits of one or two bytes each.
[[nodiscard]] constexpr std::string_view date_digit_set(unsigned digits, unsigned language) noexcept {
    const unsigned set = digits != 0 ? digits : language <= 2 ? 3 : language == 4 ? 2 : 1;
    return set == 1 ? "0123456789" : set == 2 ? "٠١٢٣٤٥٦٧٨٩" : "۰۱۲۳۴۵۶۷۸۹";
}
inline void append_number(std::string& out, std::int32_t n, std::string_view digits) {
    const std::size_t width = digits.size() / 10;
    char reversed[12];
    std::size_t count = 0;
    std::int64_t left = n < 0 ? -static_cast<std::int64_t>(n) : n;
    do {
        reversed[count++] = static_cast<char>(left % 10);
        left /= 10;
    } while (left != 0);
    if (n < 0) out += '-';
    while (count > 0) out += digits.substr(static_cast<std::size_t>(reversed[--count]) * width, width);
}

}}} // namespace matn::v0::detail

#endif
