// SPDX-License-Identifier: MIT
// Numbers in digits and words: all digit systems, and words of English, Arabic, Persian, Dari, Pashto and Urdu.
#ifndef MATN_NUMBER_HPP
#define MATN_NUMBER_HPP

#include <matn/detail/number_item.hpp>
#include <matn/detail/number_writer.hpp>
#include <matn/stage.hpp>

#include <optional>
#include <string>

namespace matn { inline namespace v0 {

/// A number's value in digits: "5000", "-2.5", "12e30"; empty where it overflowed.
[[nodiscard]] inline std::string to_string(const number& n) {
    if ((n.flags & number_overflow) != 0) return {};
    std::string digits = std::to_string(n.significand);
    if (n.exponent == 0) return digits;
    if (n.exponent > 0) return digits + 'e' + std::to_string(n.exponent);
    const std::size_t sign = n.significand < 0 ? 1 : 0;
    const auto places = static_cast<std::size_t>(-n.exponent);
    while (digits.size() - sign <= places) digits.insert(sign, 1, '0');
    digits.insert(digits.size() - places, 1, '.');
    return digits;
}

/// Finds numbers in running text. Words that are mostly something else (یک, ده, سی, نه, second) count only inside a longer number, before
/// what is counted, or alone.
struct numbers_fn : adaptor {
    number_options options;

    [[nodiscard]] std::vector<number> operator()(std::string_view text) const {
        detail::check_length(text.size());
        std::vector<number> found;
        detail::when::atoms atoms;
        run(text, atoms, emit(found));
        return found;
    }
    template <std::same_as<std::string> Temporary>
    void operator()(Temporary&&) const = delete; // the text would be gone before its numbers

    /// The same stage with other options.
    [[nodiscard]] constexpr numbers_fn operator()(const number_options& o) const noexcept { return {{}, o}; }
    /// The numbers of a text, with options.
    [[nodiscard]] std::vector<number> operator()(std::string_view text, const number_options& o) const {
        return (*this)(o)(text);
    }
    template <std::same_as<std::string> Temporary>
    void operator()(Temporary&&, const number_options&) const = delete; // the text would be gone before its numbers

    /// Makes the layer of `number`, and what `dates` reads besides. Linear in the text.
    void run(std::string_view text, detail::when::atoms& atoms, emit<number> out) const {
        detail::when::read_atoms(text, atoms);
        detail::number_writer(text, {atoms.items.data(), atoms.items.size()}, options).run(out);
    }
};
/// The numbers of a text: `matn::numbers(text)`. As a stage it makes the layer of `number`.
inline constexpr numbers_fn numbers{};

/// The number that a whole text is, but for space around it: "۵ هزار", "-12.5", "twenty-one". Nothing where it is no number or more than one.
[[nodiscard]] inline std::optional<number> parse_number(std::string_view text) {
    std::vector<number> found = numbers(text);
    if (found.size() != 1) return std::nullopt;
    const auto blank = [](std::string_view part) { return part.find_first_not_of(" \t\r\n") == std::string_view::npos; };
    if (!blank(text.substr(0, found[0].at.begin)) || !blank(text.substr(found[0].at.end))) return std::nullopt;
    return found[0];
}

namespace detail {
template <class Stage>
struct missing_layer<number, Stage> {
    static_assert(never<Stage>, "matn: a stage reads numbers; put matn::numbers before it");
    static constexpr bool ok = false;
};
template <class Stage>
struct missing_layer<when::atoms, Stage> {
    static_assert(never<Stage>, "matn: a stage reads what matn::numbers prepares; put matn::numbers before it");
    static constexpr bool ok = false;
};
} // namespace detail

}} // namespace matn

#endif
