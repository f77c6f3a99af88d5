// SPDX-License-Identifier: MIT
// Items as text, for messages and logs: `std::cout << word`, and std::format where the library has it.
//
// The items are only declared here: whoever has one has included its header, and nobody pays for the others.
#ifndef MATN_FORMAT_HPP
#define MATN_FORMAT_HPP

#include <matn/slice.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>
#if __has_include(<format>)
#include <format>
#endif

namespace matn { inline namespace v0 {

struct code_point;
struct damage;
struct script_run;
struct language_tag;
struct language;
struct language_span;
struct word;
struct grapheme;
struct token;
struct sentence;
struct syntactic_word;
struct number;
struct day;
class gregorian;
class solar_hijri;
class lunar_hijri;
struct date;
struct mention;

[[nodiscard]] std::string timex3(const date& d);

namespace detail {

// An item, or one derived from it. `Base` may be incomplete where no item of it is in use.
template <class Item, class Base>
concept is_a = std::is_base_of_v<Base, Item>;

// A share of one, with two digits; never rounded up to 1.
inline std::string two_digits(double share) {
    const int hundredths = share >= 1 ? 100 : share <= 0 ? 0 : static_cast<int>(share * 100);
    if (hundredths == 100) return "1";
    return std::string("0.") + static_cast<char>('0' + hundredths / 10) + static_cast<char>('0' + hundredths % 10);
}

// significand * 10^exponent, all digits written out where they are not too many: 5000, 0.25, 12e30.
inline std::string decimal(std::int64_t significand, int exponent) {
    std::string digits = std::to_string(significand);
    const bool negative = digits[0] == '-';
    if (negative) digits.erase(0, 1);
    if (exponent > 15 || exponent < -18) {
        digits += 'e' + std::to_string(exponent);
    } else if (exponent >= 0) {
        if (significand != 0) digits.append(static_cast<std::size_t>(exponent), '0');
    } else {
        const auto after = static_cast<std::size_t>(-exponent);
        if (digits.size() <= after) digits.insert(0, after + 1 - digits.size(), '0');
        digits.insert(digits.size() - after, 1, '.');
    }
    return negative ? '-' + digits : digits;
}

template <class Enum, std::size_t Size>
constexpr std::string_view name_in(const std::string_view (&names)[Size], Enum value) noexcept {
    const auto i = static_cast<std::size_t>(value);
    return i < Size ? names[i] : std::string_view("?");
}

// The values of number_overflow, date_impossible and date_wrong_weekday, whose enumerations are not known here; tests/format.cpp
// compares them.
inline constexpr unsigned flag_number_overflow = 1, flag_date_impossible = 2, flag_date_wrong_weekday = 1;

inline std::string joined(std::string_view a, std::string_view b) { return std::string(a) + ' ' + std::string(b); }

} // namespace detail

/// What an item is, without where it stands: "word letters", "number 5000", "language prs 0.99".
///
/// Give items of your own a `label` beside them, and `describe`, std::format and show.hpp know them; so does `<<` for those
/// derived from ours.
template <detail::is_a<code_point> Item>
[[nodiscard]] std::string label(const Item& c) {
    constexpr char hex[] = "0123456789ABCDEF";
    if (!c.ok) return "code_point broken";
    std::string out = "U+";
    for (int shift = c.value > 0xFFFFF ? 20 : c.value > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4)
        out += hex[c.value >> shift & 0xF];
    return out;
}
template <detail::is_a<damage> Item>
[[nodiscard]] std::string label(const Item& d) {
    return d.why == decltype(d.why)::stray ? "damage stray" : "damage cut_short";
}
template <detail::is_a<script_run> Item>
[[nodiscard]] std::string label(const Item& r) {
    return detail::joined("script", iso_15924(r.value));
}
template <detail::is_a<language_tag> Item>
[[nodiscard]] std::string label(const Item& t) {
    return std::string(t.view());
}
template <class Item>
    requires detail::is_a<Item, language> || detail::is_a<Item, language_span>
[[nodiscard]] std::string label(const Item& l) {
    return detail::joined(detail::joined("language", l.code.view()), detail::two_digits(static_cast<double>(l.confidence)));
}
template <detail::is_a<word> Item>
[[nodiscard]] std::string label(const Item& w) {
    constexpr std::string_view names[] = {"letters",     "number", "ideograph", "kana",    "emoji",
                                          "punctuation", "symbol", "space",     "invalid", "other"};
    static_assert(std::size(names) == static_cast<std::size_t>(decltype(w.kind)::other) + 1);
    return detail::joined("word", detail::name_in(names, w.kind));
}
template <detail::is_a<grapheme> Item>
[[nodiscard]] std::string label(const Item&) {
    return "grapheme";
}
template <detail::is_a<token> Item>
[[nodiscard]] std::string label(const Item& t) {
    constexpr std::string_view names[] = {"word",  "number",      "url",    "email",        "mention", "hashtag",
                                          "emoji", "punctuation", "symbol", "abbreviation", "invalid"};
    static_assert(std::size(names) == static_cast<std::size_t>(decltype(t.kind)::invalid) + 1);
    return detail::joined("token", detail::name_in(names, t.kind));
}
template <detail::is_a<syntactic_word> Item>
[[nodiscard]] std::string label(const Item& w) {
    constexpr std::string_view names[] = {"whole", "stem", "proclitic", "enclitic", "joined"};
    static_assert(std::size(names) == static_cast<std::size_t>(decltype(w.part)::joined) + 1);
    return detail::joined("syntactic word", detail::name_in(names, w.part));
}
template <detail::is_a<sentence> Item>
[[nodiscard]] std::string label(const Item&) {
    return "sentence";
}
template <detail::is_a<number> Item>
[[nodiscard]] std::string label(const Item& n) {
    constexpr std::string_view names[] = {"number", "ordinal", "percent", "fraction"};
    static_assert(std::size(names) == static_cast<std::size_t>(decltype(n.kind)::fraction) + 1);
    const bool overflow = (n.flags & detail::flag_number_overflow) != 0;
    return detail::joined(detail::name_in(names, n.kind),
                          overflow ? std::string("overflow") : detail::decimal(n.significand, n.exponent));
}
template <class Item>
    requires detail::is_a<Item, day> || detail::is_a<Item, gregorian>
[[nodiscard]] std::string label(const Item& d) { return iso(d); }
template <detail::is_a<solar_hijri> Item>
[[nodiscard]] std::string label(const Item& d) {
    return iso(d) + " AP";
}
template <detail::is_a<lunar_hijri> Item>
[[nodiscard]] std::string label(const Item& d) {
    return iso(d) + " AH";
}
template <detail::is_a<date> Item>
[[nodiscard]] std::string label(const Item& d) {
    constexpr std::string_view names[] = {"date", "time",      "datetime",  "duration",
                                          "set",  "daterange", "timerange", "datetimerange"};
    static_assert(std::size(names) == static_cast<std::size_t>(decltype(d.type)::datetimerange) + 1);
    std::string value = timex3(d);
    if (value.empty() && d.resolved)
        value = d.open_start ? ".." + iso(d.last) : d.open_end ? iso(d.first) + ".." : iso(d.first) + ".." + iso(d.last);
    if (value.empty()) value = (d.flags & detail::flag_date_impossible) != 0 ? "impossible" : "unresolved";
    if ((d.flags & detail::flag_date_wrong_weekday) != 0) value += " wrong weekday";
    return detail::joined(detail::name_in(names, d.type), value);
}
template <detail::is_a<mention> Item>
[[nodiscard]] std::string label(const Item& m) {
    const std::string which = "mention " + std::to_string(m.id);
    return detail::joined(detail::joined(which, name_of(m.how)), detail::two_digits(static_cast<double>(m.score)));
}

/// An item that has a label: all items of matn, and those of yours that you gave one.
template <class Item>
concept labelled = requires(const Item& item) {
    { label(item) } -> std::convertible_to<std::string>;
};

/// The half-open range of bytes, "[12,20)".
[[nodiscard]] inline std::string describe(slice at) {
    return '[' + std::to_string(at.begin) + ',' + std::to_string(at.end) + ')';
}
/// The label of an item and, if it stands somewhere, where: "word letters [0,8)".
template <labelled Item>
[[nodiscard]] std::string describe(const Item& item) {
    if constexpr (located<Item>) return label(item) + ' ' + describe(slice(item.at));
    else return label(item);
}

/// Writes an item as `describe` gives it.
template <class Traits, labelled Item>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const Item& item) {
    const std::string text = describe(item);
    return out.write(text.data(), static_cast<std::ptrdiff_t>(text.size()));
}
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, slice at) {
    const std::string text = describe(at);
    return out.write(text.data(), static_cast<std::ptrdiff_t>(text.size()));
}

}} // namespace matn

#if defined(__cpp_lib_format)
/// std::format("{}", item), with the options of a string: "{:>30}".
template <matn::labelled Item>
struct std::formatter<Item, char> : std::formatter<std::string_view, char> {
    template <class Context>
    auto format(const Item& item, Context& context) const {
        return std::formatter<std::string_view, char>::format(matn::describe(item), context);
    }
};
template <>
struct std::formatter<matn::slice, char> : std::formatter<std::string_view, char> {
    template <class Context>
    auto format(matn::slice at, Context& context) const {
        return std::formatter<std::string_view, char>::format(matn::describe(at), context);
    }
};
#endif

#endif
