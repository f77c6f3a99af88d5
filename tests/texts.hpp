// SPDX-License-Identifier: MIT
// Texts that many tests share: real words in five languages, and random bytes that favour what is hard.
#ifndef MATN_TESTS_TEXTS_HPP
#define MATN_TESTS_TEXTS_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace texts {

// A small generator of our own (xorshift64*), so that a failure is the same on every machine.
class random {
public:
    explicit random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15u + 1) {}
    std::uint64_t operator()() {
        state_ ^= state_ >> 12;
        state_ ^= state_ << 25;
        state_ ^= state_ >> 27;
        return state_ * 0x2545F4914F6CDD1Du;
    }
    std::size_t below(std::size_t n) { return static_cast<std::size_t>((*this)() % n); }

private:
    std::uint64_t state_;
};

inline constexpr std::string_view news[] = {
    "دیروز (سه شنبه ۲۶ حمل) وزیر خارجه در کابل گفت: «گفت‌وگوهای صلح ادامه دارد.»", // Dari
    "رئیس‌جمهوری ایران روز ۱۲ مهر ۱۳۹۹ به خبرنگاران گفت که می‌خواهیم به توافق برسیم.", // Iranian Persian
    "د افغانستان د بهرنیو چارو وزیر په کابل کې وویل چې خبرې به پیل شي؛ ښه ورځ ده.",              // Pashto
    "قال المتحدث باسم الوزارة أمس الأحد إن ٥٠٠٠ سجين أُطلق سراحهم في فبراير/شباط الماضي.",        // Arabic
    "وزیر اعظم نے کہا کہ مذاکرات ۱۵ مارچ ۲۰۲۱ء کو شروع ہوں گے۔",                                 // Urdu
    "The minister's office in Kabul said on Tuesday, March 9, 2021, that 1,234.5 tons arrived.", // English
    "Al‑Jazeera قالت: \"Breaking news\" — https://example.org/a?b=1 #صلح @kabul_news",           // mixed
};

// Pieces that random texts are made of: letters, marks, joiners, digits, presentation forms, emoji, broken bytes.
inline constexpr std::string_view pieces[] = {
    "ا",
    "آ",
    "أ",
    "إ",
    "ي",
    "ی",
    "ى",
    "ئ",
    "ك",
    "ک",
    "ه",
    "ة",
    "ۀ",
    "ہ",
    "ھ",
    "ې",
    "ۍ",
    "ے",
    "ښ",
    "و",
    "ؤ",
    "ء",
    "ب",
    "گ",
    "\u064E",
    "\u0651",
    "\u0654",
    "\u0655",
    "\u0653",
    "\u0670",
    "\u0640",
    "\u200C",
    "\u200D",
    "\u200E",
    "\u202B",
    "\u2066",
    "\uFEFF",
    "٣",
    "۵",
    "7",
    "A",
    "b",
    "É",
    "e\u0301",
    "ß",
    "Ω",
    "Ж",
    "ﻻ",
    "ﷲ",
    "ﷺ",
    "﷽",
    "ﹰ",
    "ﹱ",
    "ﬁ",
    "Ｎ",
    "㎏",
    " ",
    "\u00A0",
    "\u202F",
    "\n",
    "\r\n",
    "\t",
    ".",
    "،",
    "؟",
    "۔",
    ":",
    "'",
    "’",
    "«",
    "»",
    "-",
    "_",
    "/",
    "@",
    "#",
    "😀",
    "👩\u200D🚀",
    "🇦🇫",
    "世",
    "ア",
    "א",
    "\"",
    std::string_view("\0", 1),
    "\xFF",
    "\xC0\x80",
    "\xE2\x80",
    "\xF0\x9F\x98",
    "\xED\xA0\x80",
    "\xD8",
    "\x80",
};

inline std::string make_random(random& next, std::size_t how_many) {
    std::string out;
    for (std::size_t i = 0; i < how_many; ++i) out += pieces[next.below(std::size(pieces))];
    return out;
}

// All news, `count` random texts of up to `longest` pieces.
inline std::vector<std::string> all(std::size_t count, std::size_t longest, std::uint64_t seed = 1) {
    std::vector<std::string> out(std::begin(news), std::end(news));
    out.emplace_back();
    random next(seed);
    for (std::size_t i = 0; i < count; ++i) out.push_back(make_random(next, 1 + next.below(longest)));
    return out;
}

} // namespace texts

#endif
