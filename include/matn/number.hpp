// SPDX-License-Identifier: MIT
// Numbers in digits and words: all digit systems, and words of English, Arabic, Persian, Dari, Pashto and Urdu.
#ifndef MATN_NUMBER_HPP
#define MATN_NUMBER_HPP

#include <matn/detail/number_grammar.hpp>
#include <matn/stage.hpp>

#include <optional>
#include <string>

namespace matn { inline namespace v0 {

/// What a number says.
enum class number_kind : std::uint8_t {
    cardinal, ///< how many: 5000, ۵ هزار, خمسة آلاف
    ordinal,  ///< which one: 3rd, third, سوم, الرابعة عشرة
    percent,  ///< the number before the sign: 30 for ۳۰ درصد
    fraction, ///< a part: half, two thirds, 3/4, ربع
};

/// How a number is written.
enum class written_as : std::uint8_t { digits, words, mixed };

/// What else is to be known of a number; several may be joined by |.
enum number_flags : std::uint8_t {
    number_exact = 0,
    number_overflow = 1,     ///< too large for the significand, or for the exponent: the value is not to be used
    number_underflow = 64,   ///< too near to zero
    number_about = 2,        ///< "about", "نزدیک به", "حوالي" stands before it
    number_rounded = 32,     ///< a fraction such as one third that no decimal is equal to
    number_leading_zero = 4, ///< written with a zero in front, as codes and clock times are: 007
};

/// A number in a text, exactly decimal: significand * 10^exponent.
struct number {
    slice at;
    std::int64_t significand = 0;
    std::int8_t exponent = 0;
    number_kind kind = number_kind::cardinal;
    written_as written = written_as::digits;
    std::uint8_t flags = number_exact; ///< of number_flags

    /// The value, as near as a double can be; not a number where the flags say overflow.
    [[nodiscard]] constexpr double value() const noexcept {
        if ((flags & number_overflow) != 0) return __builtin_nan("");
        auto v = static_cast<double>(significand);
        double power = 1; // one division or multiplication by an exact power: a correctly rounded result up to 10^22
        for (int e = exponent < 0 ? -exponent : exponent; e > 0; --e) power *= 10;
        return exponent < 0 ? v / power : v * power;
    }
    /// The value where it is a whole number that 64 bits can hold.
    [[nodiscard]] constexpr std::optional<std::int64_t> integer() const noexcept {
        if ((flags & (number_overflow | number_underflow)) != 0) return std::nullopt;
        std::int64_t v = significand;
        for (int e = exponent; e < 0; ++e) {
            if (v % 10 != 0) return std::nullopt;
            v /= 10;
        }
        for (int e = exponent; e > 0; --e) {
            if (v > INT64_MAX / 10 || v < INT64_MIN / 10) return std::nullopt;
            v *= 10;
        }
        return v;
    }
};

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

namespace detail {

// From atoms to numbers: signs, percents, written fractions, and which weak words count.
class number_writer {
public:
    number_writer(std::string_view text, std::span<const when::atom> atoms) : text_(text), atoms_(atoms) {}

    template <class Out>
    void run(const Out& out) const {
        for (std::size_t i = 0; i < atoms_.size();) {
            std::size_t next = i + 1;
            if (const auto n = read(i, next)) out(*n);
            i = next;
        }
    }

private:
    using atom = when::atom;

    [[nodiscard]] bool plain(std::size_t i) const noexcept {
        return i < atoms_.size() && atoms_[i].number == when::is_composed && atoms_[i].written == 0 && atoms_[i].kind == 0 &&
               atoms_[i].exponent == 0 && (atoms_[i].flags & (when::number_overflow | when::number_grouped)) == 0;
    }
    [[nodiscard]] bool is_percent(std::size_t i) const noexcept {
        return i < atoms_.size() && when::near_by(atoms_[i]) &&
               (atoms_[i].word == when::scanner::percent_word || when::has(atoms_[i], when_meaning::percent));
    }
    using when_meaning = meaning;

    [[nodiscard]] std::optional<number> read(std::size_t i, std::size_t& next) const {
        const atom& a = atoms_[i];
        if (a.number != when::is_composed) return std::nullopt;
        number n{
            a.at,
            a.value,
            a.exponent,
            static_cast<number_kind>(a.kind),
            static_cast<written_as>(a.written),
            static_cast<std::uint8_t>(a.flags & (when::number_overflow | when::number_underflow | when::number_leading_zero))};
        if (n.kind == number_kind::fraction && n.exponent < -12) n.flags |= number_rounded;
        // 3/4, 1 3/4
        if (plain(i) && plain(i + 1) && atoms_[i + 1].gap == when::gap_slash && !slashed(i) && !slashed(i + 2) &&
            atoms_[i + 1].value > 0) {
            divide(n, a.value, atoms_[i + 1].value);
            n.at.end = atoms_[i + 1].at.end;
            next = i + 2;
        } else if (plain(i) && plain(i + 1) && plain(i + 2) && atoms_[i + 1].gap == when::gap_space &&
                   atoms_[i + 2].gap == when::gap_slash && !slashed(i) && !slashed(i + 3) &&
                   atoms_[i + 1].value < atoms_[i + 2].value && atoms_[i + 2].value <= 64 && a.value < 1000000) {
            divide(n, a.value * atoms_[i + 2].value + atoms_[i + 1].value, atoms_[i + 2].value);
            n.at.end = atoms_[i + 2].at.end;
            next = i + 3;
        }
        // .77
        if (a.written == 0 && a.kind == 0 && a.exponent == 0 && next == i + 1 && a.at.begin > 0 && text_[a.at.begin - 1] == '.' &&
            a.digits <= 15 && static_cast<unsigned char>(text_[a.at.begin]) < 0x80 &&
            (a.at.begin == 1 || text_[a.at.begin - 2] == ' ' || text_[a.at.begin - 2] == '-') &&
            (a.flags & when::number_overflow) == 0 && a.digits == a.at.size()) {
            n.exponent = static_cast<std::int8_t>(-static_cast<int>(a.digits));
            n.at.begin -= 1;
            while (n.exponent < 0 && n.significand % 10 == 0) {
                n.significand /= 10;
                ++n.exponent;
            }
        }
        // three and a fifth, ثلاث وعشرون وثلاثة أخماس
        if (next == i + 1 && a.kind == 0 && a.exponent == 0 && a.written == 1 && (a.flags & when::number_overflow) == 0 &&
            next < atoms_.size()) {
            std::size_t f = next;
            bool joined = atoms_[f].clitics == when::clitic_and && when::near_by(atoms_[f]);
            if (when::has(atoms_[f], meaning::and_) && when::near_by(atoms_[f])) {
                joined = true;
                ++f;
            }
            if (joined && f < atoms_.size() && when::near_by(atoms_[f]) && atoms_[f].number == when::is_composed &&
                atoms_[f].kind == 3 && atoms_[f].exponent < 0 && atoms_[f].exponent >= -15 && a.value < 1000) {
                when::decimal sum{a.value, 0, false};
                sum.add({atoms_[f].value, atoms_[f].exponent, false});
                double part = static_cast<double>(atoms_[f].value);
                for (int e = atoms_[f].exponent; e < 0; ++e) part /= 10;
                if (!sum.overflow && part < 1) {
                    n.significand = sum.value;
                    n.exponent = static_cast<std::int8_t>(sum.exponent);
                    n.kind = number_kind::cardinal;
                    n.at.end = atoms_[f].at.end;
                    next = f + 1;
                }
            }
        }
        if (is_percent(next)) {
            n.kind = number_kind::percent;
            n.at.end = atoms_[next].at.end;
            if (atoms_[next].word != when::scanner::percent_word && n.written == written_as::digits)
                n.written = written_as::mixed;
            ++next;
        } else if ((a.flags & when::number_weak) != 0 && !supported(i, next)) {
            return std::nullopt;
        } else if (a.kind == 3 && a.written == 1 && next == i + 1 && a.senses > 0 && when::has(a, meaning::part) &&
                   a.flags & when::number_weak) {
            return std::nullopt;
        }
        if (a.written != 1) take_sign(i, n);
        if (i > 0 && (when::near_by(a) || a.gap == when::gap_space)) {
            const atom& before = atoms_[i - 1];
            if (when::value_of(before, meaning::minus) == 0 && a.gap == when::gap_space && n.significand > 0) {
                n.significand = -n.significand;
                n.at.begin = before.at.begin;
            } else if (when::value_of(before, meaning::mod) == 4 && before.number == 0) {
                n.flags |= number_about;
            }
        }
        return n;
    }

    [[nodiscard]] bool slashed(std::size_t i) const noexcept {
        return i < atoms_.size() && atoms_[i].number != 0 &&
               (atoms_[i].gap == when::gap_slash || atoms_[i].gap == when::gap_dash);
    }
    static void divide(number& n, std::int64_t top, std::int64_t below) noexcept {
        n.kind = number_kind::fraction;
        int places = 0;
        while (top % below != 0 && places < 15 && top < INT64_MAX / 100) {
            top *= 10;
            ++places;
        }
        if (top % below != 0) n.flags |= number_rounded;
        n.significand = top / below + (top % below * 2 >= below ? 1 : 0);
        n.exponent = static_cast<std::int8_t>(-places);
    }

    // A word such as ده or یک is a number only before what is counted, or as the whole text.
    [[nodiscard]] bool supported(std::size_t i, std::size_t next) const noexcept {
        if (next < atoms_.size() && atoms_[next].gap == when::gap_space && atoms_[next].number == 0 &&
            (when::has(atoms_[next], meaning::counter) || when::has(atoms_[next], meaning::unit) ||
             when::has(atoms_[next], meaning::units)))
            return true;
        const atom& a = atoms_[i];
        if (i > 0 && a.gap == when::gap_space && when::value_of(atoms_[i - 1], meaning::minus) == 0) return true; // minus one
        const auto blank = [](std::string_view part) { return part.find_first_not_of(" \t\r\n.") == std::string_view::npos; };
        if (blank(text_.substr(0, a.at.begin)) && blank(text_.substr(atoms_[next - 1].at.end))) return true;
        // the second point, العاشرة
        if (a.kind != 1 || i == 0 || a.gap != when::gap_space) return false;
        const std::string_view before = atoms_[i - 1].at.of(text_);
        return before == "the" || before == "The";
    }

    // A minus or plus directly before digits, where nothing else stands before it.
    void take_sign(std::size_t i, number& n) const noexcept {
        const atom& a = atoms_[i];
        std::size_t at = a.at.begin;
        if (at == 0) return;
        std::size_t size = 0;
        bool negative = true;
        if (text_[at - 1] == '-') size = 1;
        else if (text_[at - 1] == '+') {
            size = 1;
            negative = false;
        } else if (at >= 3 && text_.substr(at - 3, 3) == "\u2212") size = 3;
        if (size == 0) return;
        at -= size;
        if (at > 0) {
            const auto before = static_cast<unsigned char>(text_[at - 1]);
            if (!(before == ' ' || before == '\n' || before == '\t' || before == '(' || before == '=')) return;
            // "5 - 3" has a space on both sides; "ranks 5 -3" is rare enough to be a sign
        }
        if (negative && n.significand == INT64_MIN)
            n.flags &= static_cast<std::uint8_t>(~number_overflow); // -2^63 fits, 2^63 does not
        else if (negative) n.significand = -n.significand;
        n.at.begin = static_cast<offset>(at);
    }

    std::string_view text_;
    std::span<const when::atom> atoms_;
};

} // namespace detail

/// Finds numbers in running text. Words that are mostly something else (یک, ده, سی, نه, second) count only inside a longer number, before
/// what is counted, or alone.
struct numbers_fn : adaptor {
    [[nodiscard]] std::vector<number> operator()(std::string_view text) const {
        detail::check_length(text.size());
        std::vector<number> found;
        detail::when::atoms atoms;
        run(text, atoms, emit(found));
        return found;
    }
    template <std::same_as<std::string> Temporary>
    void operator()(Temporary&&) const = delete; // the text would be gone before its numbers

    /// Makes the layer of `number`, and what `dates` reads besides. Linear in the text.
    void run(std::string_view text, detail::when::atoms& atoms, emit<number> out) const {
        detail::when::read_atoms(text, atoms);
        detail::number_writer(text, {atoms.joined.data(), atoms.joined.size()}).run(out);
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
