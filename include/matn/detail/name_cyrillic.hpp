// SPDX-License-Identifier: MIT
// Cyrillic letters as the Latin letters that names are commonly written with: Russian, Ukrainian, Tajik, Uzbek and Kazakh ones.
#ifndef MATN_DETAIL_NAME_CYRILLIC_HPP
#define MATN_DETAIL_NAME_CYRILLIC_HPP

#include <matn/version.hpp>

#include <cstdint>

namespace matn { inline namespace v0 { namespace detail {

struct cyrillic_letter {
    char16_t small, capital;
    char latin[3]; // one or two letters; none for signs
};
// What passports and newspapers write, but by the sounds of Arabic script where they have several: kh for х, gh for the Tajik ғ.
inline constexpr cyrillic_letter cyrillic_letters[] = {
    {u'а', u'А', "a"},  {u'б', u'Б', "b"},  {u'в', u'В', "v"},  {u'г', u'Г', "g"},  {u'д', u'Д', "d"},
    {u'е', u'Е', "e"},  {u'ё', u'Ё', "yo"}, {u'ж', u'Ж', "zh"}, {u'з', u'З', "z"},  {u'и', u'И', "i"},
    {u'й', u'Й', "y"},  {u'к', u'К', "k"},  {u'л', u'Л', "l"},  {u'м', u'М', "m"},  {u'н', u'Н', "n"},
    {u'о', u'О', "o"},  {u'п', u'П', "p"},  {u'р', u'Р', "r"},  {u'с', u'С', "s"},  {u'т', u'Т', "t"},
    {u'у', u'У', "u"},  {u'ф', u'Ф', "f"},  {u'х', u'Х', "kh"}, {u'ц', u'Ц', "ts"}, {u'ч', u'Ч', "ch"},
    {u'ш', u'Ш', "sh"}, {u'щ', u'Щ', "sh"}, {u'ъ', u'Ъ', ""},   {u'ы', u'Ы', "y"},  {u'ь', u'Ь', ""},
    {u'э', u'Э', "e"},  {u'ю', u'Ю', "yu"}, {u'я', u'Я', "ya"},                     // Russian
    {u'ґ', u'Ґ', "g"},  {u'є', u'Є', "ye"}, {u'і', u'І', "i"},  {u'ї', u'Ї', "yi"}, // Ukrainian
    {u'ғ', u'Ғ', "gh"}, {u'ӣ', u'Ӣ', "i"},  {u'қ', u'Қ', "q"},  {u'ӯ', u'Ӯ', "u"},  {u'ҳ', u'Ҳ', "h"},
    {u'ҷ', u'Ҷ', "j"}, // Tajik
    {u'ў', u'Ў', "o"}, // Uzbek
    {u'ә', u'Ә', "a"},  {u'ң', u'Ң', "n"},  {u'ө', u'Ө', "o"},  {u'ү', u'Ү', "u"},  {u'ұ', u'Ұ', "u"},
    {u'һ', u'Һ', "h"}, // Kazakh, Kyrgyz
};

// By code point from U+0400: the code of a Latin letter in the low byte, of a second one above; 0 for what is no letter, and `silent` for one that is not written.
struct cyrillic_table {
    static constexpr char32_t first = 0x400, last = 0x4FF;
    static constexpr std::uint16_t silent = 0xFFFF;
    std::uint16_t of[last - first + 1] = {};

    consteval cyrillic_table() noexcept {
        for (const cyrillic_letter& l : cyrillic_letters) {
            const int one = l.latin[0] == 0 ? 0 : l.latin[0] - 'a' + 1,
                      two = one == 0 || l.latin[1] == 0 ? 0 : l.latin[1] - 'a' + 1;
            of[l.small - first] = of[l.capital - first] = one == 0 ? silent : static_cast<std::uint16_t>(one | two << 8);
        }
    }
};
inline constexpr cyrillic_table cyrillic_codes{};

}}} // namespace matn::v0::detail

#endif
