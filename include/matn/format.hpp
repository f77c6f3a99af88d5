// SPDX-License-Identifier: MIT
// Items as text, for messages and logs: `std::cout << word`, and std::format where the library has it.
#ifndef MATN_FORMAT_HPP
#define MATN_FORMAT_HPP

#include <matn/date.hpp>
#include <matn/grapheme.hpp>
#include <matn/language.hpp>
#include <matn/mention.hpp>
#include <matn/number.hpp>
#include <matn/script.hpp>
#include <matn/sentence.hpp>
#include <matn/token.hpp>
#include <matn/word.hpp>

#include <iosfwd>
#include <string>
#if __has_include(<format>)
#include <format>
#endif

namespace matn { inline namespace v0 {

namespace detail {

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

inline std::string joined(std::string_view a, std::string_view b) { return std::string(a) + ' ' + std::string(b); }

} // namespace detail

/// What an item is, without where it stands: "word letters", "number 5000", "language prs 0.99".
///
/// Give items of your own a `label` beside them, and `describe`, std::format and show.hpp know them; so does `<<` for those derived from ours.
[[nodiscard]] inline std::string label(const code_point& c) {
    constexpr char hex[] = "0123456789ABCDEF";
    if (!c.ok) return "code_point broken";
    std::string out = "U+";
    for (int shift = c.value > 0xFFFFF ? 20 : c.value > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4) out += hex[c.value >> shift & 0xF];
    return out;
}
[[nodiscard]] inline std::string label(const damage& d) { return d.why == damage_reason::stray ? "damage stray" : "damage cut_short"; }
[[nodiscard]] inline std::string label(const script_run& r) { return detail::joined("script", iso_15924(r.value)); }
[[nodiscard]] inline std::string label(const language_tag& t) { return std::string(t.view()); }
[[nodiscard]] inline std::string label(const language& l) {
    return detail::joined("language " + label(l.code), detail::two_digits(static_cast<double>(l.confidence)));
}
[[nodiscard]] inline std::string label(const language_span& s) {
    return detail::joined("language " + label(s.code), detail::two_digits(static_cast<double>(s.confidence)));
}
[[nodiscard]] inline std::string label(const word& w) {
    constexpr std::string_view names[] = {"letters", "number", "ideograph", "kana", "emoji", "punctuation", "symbol", "space", "invalid", "other"};
    static_assert(std::size(names) == static_cast<std::size_t>(word_kind::other) + 1);
    return detail::joined("word", detail::name_in(names, w.kind));
}
[[nodiscard]] inline std::string label(const grapheme&) { return "grapheme"; }
[[nodiscard]] inline std::string label(const token& t) {
    constexpr std::string_view names[] = {"word", "number", "url", "email", "mention", "hashtag", "emoji", "punctuation", "symbol", "abbreviation", "invalid"};
    static_assert(std::size(names) == static_cast<std::size_t>(token_kind::invalid) + 1);
    return detail::joined("token", detail::name_in(names, t.kind));
}
[[nodiscard]] inline std::string label(const sentence&) { return "sentence"; }
[[nodiscard]] inline std::string label(const number& n) {
    constexpr std::string_view names[] = {"number", "ordinal", "percent", "fraction"};
    static_assert(std::size(names) == static_cast<std::size_t>(number_kind::fraction) + 1);
    const bool fits = (n.flags & number_overflow) == 0;
    return detail::joined(detail::name_in(names, n.kind), fits ? detail::decimal(n.significand, n.exponent) : std::string("overflow"));
}
[[nodiscard]] inline std::string label(const day& d) { return iso(d); }
[[nodiscard]] inline std::string label(const gregorian& d) { return iso(d); }
[[nodiscard]] inline std::string label(const solar_hijri& d) { return iso(d) + " AP"; }
[[nodiscard]] inline std::string label(const lunar_hijri& d) { return iso(d) + " AH"; }
[[nodiscard]] inline std::string label(const date& d) {
    constexpr std::string_view names[] = {"date", "time", "datetime", "duration", "set", "daterange", "timerange", "datetimerange"};
    static_assert(std::size(names) == static_cast<std::size_t>(date_type::datetimerange) + 1);
    std::string value = timex(d);
    if (value.empty() && d.resolved)
        value = d.open_start ? ".." + iso(d.last) : d.open_end ? iso(d.first) + ".." : iso(d.first) + ".." + iso(d.last);
    if (value.empty()) value = (d.flags & date_impossible) != 0 ? "impossible" : "unresolved";
    if ((d.flags & date_wrong_weekday) != 0) value += " wrong weekday";
    return detail::joined(detail::name_in(names, d.type), value);
}
[[nodiscard]] inline std::string label(const mention& m) {
    return detail::joined("mention " + std::to_string(m.id) + ' ' + std::string(name_of(m.how)), detail::two_digits(static_cast<double>(m.score)));
}

/// An item that has a label: all items of matn, and those of yours that you gave one.
template <class Item>
concept labelled = requires(const Item& item) {
    { label(item) } -> std::convertible_to<std::string>;
};

/// The half-open range of bytes, "[12,20)".
[[nodiscard]] inline std::string describe(slice at) { return '[' + std::to_string(at.begin) + ',' + std::to_string(at.end) + ')'; }
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
    return out.write(text.data(), static_cast<std::streamsize>(text.size()));
}
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, slice at) {
    const std::string text = describe(at);
    return out.write(text.data(), static_cast<std::streamsize>(text.size()));
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
