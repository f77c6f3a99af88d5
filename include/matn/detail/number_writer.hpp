// SPDX-License-Identifier: MIT
// From atoms to numbers: signs, percents, written fractions, powers, and which weak words count.
#ifndef MATN_DETAIL_NUMBER_WRITER_HPP
#define MATN_DETAIL_NUMBER_WRITER_HPP

#include <matn/detail/number_grammar.hpp>
#include <matn/detail/number_item.hpp>
#include <matn/detail/number_unit.hpp>

#include <span>

namespace matn { inline namespace v0 { namespace detail {

class number_writer {
public:
    number_writer(std::string_view text, std::span<const when::atom> atoms, number_options options = {})
        : text_(text), atoms_(atoms), options_(options) {}

    template <class Out>
    void run(const Out& out) const {
        for (std::size_t i = 0; i < atoms_.size();) {
            std::size_t next = i + 1;
            if (auto n = read(i, next)) {
                if (options_.units) add_unit(*n, atoms_[i]);
                out(*n);
            }
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
               (atoms_[i].word == when::percent_word || when::has(atoms_[i], when_meaning::percent));
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
        if (a.senses > 0 && a.written == 1 && when::has(a, meaning::weekday)) return std::nullopt; // الاثنين is Monday
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
        // 1.1^23, 10⁻⁴, 6.02 × 10^23
        if (next == i + 1 && a.written == 0 && a.kind == 0) raise(i, n, next);
        if (n.at.end == a.at.end && a.written == 0 && counting::names(text_, a.at)) return std::nullopt;
        // three and a fifth, ثلاث وعشرون وثلاثة أخماس
        if (next == i + 1 && next < atoms_.size() && a.kind == 0 && a.exponent == 0 && (a.flags & when::number_overflow) == 0) {
            std::size_t f = next;
            bool joined = atoms_[f].clitics == when::clitic_and && when::near_by(atoms_[f]);
            if (when::has(atoms_[f], meaning::and_) && when::near_by(atoms_[f])) {
                joined = true;
                ++f;
            }
            if (joined && plain(f) && plain(f + 1) && atoms_[f + 1].gap == when::gap_slash && !slashed(f + 2) &&
                atoms_[f].value < atoms_[f + 1].value && atoms_[f + 1].value <= 64 && a.value < 1000000) { // three and 1/4
                divide(n, a.value * atoms_[f + 1].value + atoms_[f].value, atoms_[f + 1].value);
                n.kind = number_kind::cardinal;
                if (a.written == 1) n.written = written_as::mixed;
                n.at.end = atoms_[f + 1].at.end;
                next = f + 2;
            } else if (a.written == 1 && joined && f < atoms_.size() && when::near_by(atoms_[f]) &&
                       atoms_[f].number == when::is_composed && atoms_[f].kind == 3 && atoms_[f].exponent < 0 &&
                       atoms_[f].exponent >= -15 && a.value < 1000) {
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
        if (n.kind == number_kind::fraction && next < atoms_.size() && atoms_[next].gap == when::gap_space &&
            is_percent(next + 1) && when::has(atoms_[next], meaning::article))
            ++next; // half a percent
        // several thousand, چند هزار, ده‌ها هزار: no one says how many
        if (i > 0 && a.written == 1 && next == i + 1 && a.senses > 0 && a.gap == when::gap_space &&
            when::has(a, meaning::scale) && when::value_of(atoms_[i - 1], meaning::some).value_or(2) != 2 &&
            atoms_[i - 1].number == 0)
            return std::nullopt;
        if (is_percent(next)) {
            n.kind = number_kind::percent;
            n.at.end = atoms_[next].at.end;
            if (atoms_[next].word != when::percent_word && n.written == written_as::digits) n.written = written_as::mixed;
            ++next;
        } else if (sign_before(i)) {
            n.kind = number_kind::percent;
            n.at.begin = atoms_[i - 1].at.begin;
        } else if (a.written == 1 && next == i + 1 && a.senses > 0 && a.kind != 1 &&
                   part_of_the(a)) { // خمس السكان: a fifth, not five
            when::sense part{};
            divide(n, 1, when::find(a, meaning::part, part)->value);
        } else if ((a.flags & when::number_weak) != 0 && !(a.kind == 3 ? alone(i, next) : supported(i, next))) {
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

    // ٪۳۰: a sign that no number before it has taken
    [[nodiscard]] bool sign_before(std::size_t i) const noexcept {
        return i > 0 && atoms_[i].gap == when::gap_none && atoms_[i].written == 0 && atoms_[i].kind == 0 &&
               atoms_[i - 1].word == when::percent_word &&
               !(i > 1 && atoms_[i - 2].number == when::is_composed && when::near_by(atoms_[i - 1]));
    }
    // ثلث السكان, a quarter of the people: a part of something definite. ثمن is a price, عشر the number.
    [[nodiscard]] bool part_of_the(const atom& a) const noexcept {
        if (a.clitics != 0 && a.clitics != when::clitic_and && a.clitics != when::clitic_by) return false;
        when::sense part{};
        const std::string_view behind = text_.substr(a.at.end);
        if (behind.size() < 4 || behind[0] != ' ' || when::find(a, meaning::part, part) == nullptr || part.value < 2 ||
            (part.flags & 128) != 0)
            return false;
        if ((part.flags & when::english) != 0) return behind.substr(0, 4) == " of ";
        return (part.flags & when::arabic) != 0 && part.value != 8 && part.value != 10 && behind.size() > 6 &&
               behind.substr(1, 4) == "ال";
    }
    // Powers: ^ and digits, or digits set high behind a ten; and so many times a power of ten.
    void raise(std::size_t i, number& n, std::size_t& next) const {
        const atom& a = atoms_[i];
        if ((a.flags & (when::number_overflow | when::number_underflow)) != 0) return;
        int power = 0;
        offset end = a.at.end;
        bool rounded = false;
        if (const std::size_t after = power_at(i, power, end); after != i) {
            when::decimal result{a.value, a.exponent, false};
            result.raise(power, rounded);
            keep(n, result, rounded);
            n.at.end = end;
            next = after;
            return;
        }
        if (!plain(i + 1) || atoms_[i + 1].value != 10 || !between_is(i + 1, "x| x |×| × |*| * |·| · |")) return;
        const std::size_t after = power_at(i + 1, power, end);
        if (after == i + 1) return;
        keep(n, {a.value, a.exponent + power, false}, false);
        n.at.end = end;
        next = after;
    }
    static void keep(number& n, when::decimal value, bool rounded) noexcept {
        value.simplify();
        if (value.overflow || value.exponent > 100) n.flags |= number_overflow;
        if (value.exponent < -100) n.flags |= number_underflow;
        if (rounded) n.flags |= number_rounded;
        n.significand = value.value;
        n.exponent = static_cast<std::int8_t>(value.exponent > 100 ? 100 : value.exponent < -100 ? -100 : value.exponent);
    }
    // Whether what stands before atom i is one of a list, each with a bar behind it.
    [[nodiscard]] bool between_is(std::size_t i, std::string_view any) const noexcept {
        const std::string_view between = text_.substr(atoms_[i - 1].at.end, atoms_[i].at.begin - atoms_[i - 1].at.end);
        for (std::size_t from = 0; from < any.size();) {
            const std::size_t to = any.find('|', from);
            if (between == any.substr(from, to - from)) return true;
            from = to + 1;
        }
        return false;
    }
    // The power that the number at atom i is raised to, where it ends, and the atom after it; i itself where there is none.
    [[nodiscard]] std::size_t power_at(std::size_t i, int& power, offset& end) const noexcept {
        const atom& a = atoms_[i];
        if (i + 1 < atoms_.size() && (atoms_[i + 1].gap & 15) == when::gap_mixed && plain(i + 1) && atoms_[i + 1].digits <= 3) {
            const bool negative = between_is(i + 1, "^-|^\u2212|");
            if (negative || between_is(i + 1, "^|^+|")) {
                power = static_cast<int>(negative ? -atoms_[i + 1].value : atoms_[i + 1].value);
                end = atoms_[i + 1].at.end;
                return i + 2;
            }
        }
        if (a.value != 10 || a.exponent != 0 || a.at.end + 1u >= text_.size() ||
            static_cast<unsigned char>(text_[a.at.end]) < 0xC2)
            return i;
        bool negative = false;
        int digits = 0;
        int value = 0;
        offset at = a.at.end;
        while (at < text_.size() && digits < 3) {
            const code_point c = decode(text_, at);
            if (digits == 0 && at == a.at.end && c.value == 0x207B) {
                negative = true; // superscript minus
            } else {
                const int digit = c.value == 0xB9                      ? 1
                                  : c.value == 0xB2 || c.value == 0xB3 ? static_cast<int>(c.value) - 0xB0
                                  : c.value == 0x2070 || (c.value >= 0x2074 && c.value <= 0x2079)
                                      ? static_cast<int>(c.value) - 0x2070
                                      : 10;
                if (digit > 9) break;
                value = value * 10 + digit;
                ++digits;
            }
            at = c.at.end;
        }
        if (digits == 0) return i;
        power = negative ? -value : value;
        end = at;
        return i + 1;
    }

    [[nodiscard]] bool alone(std::size_t i, std::size_t next) const noexcept {
        const auto blank = [](std::string_view part) { return part.find_first_not_of(" \t\r\n.") == std::string_view::npos; };
        return blank(text_.substr(0, atoms_[i].at.begin)) && blank(text_.substr(atoms_[next - 1].at.end));
    }
    // A word such as ده or یک is a number only before what is counted, or as the whole text.
    [[nodiscard]] bool supported(std::size_t i, std::size_t next) const noexcept {
        if (when::has(atoms_[i], meaning::some)) return false; // thousands: no one says how many
        if (when::languages_of(atoms_[i]) == when::arabic &&
            (atoms_[i].language & (when::persian | when::pashto | when::urdu)) != 0)
            return alone(i, next);
        if (next < atoms_.size() && atoms_[next].gap == when::gap_space && atoms_[next].number == 0 &&
            (when::has(atoms_[next], meaning::counter) || when::has(atoms_[next], meaning::unit) ||
             when::has(atoms_[next], meaning::units)))
            return true;
        const atom& a = atoms_[i];
        if (i > 0 && a.gap == when::gap_space && when::value_of(atoms_[i - 1], meaning::minus) == 0) return true; // minus one
        if (alone(i, next)) return true;
        // the second point, العاشرة
        if (a.kind != 1 || i == 0 || a.gap != when::gap_space) return false;
        const std::string_view before = atoms_[i - 1].at.of(text_);
        return before == "the" || before == "The";
    }

    void add_unit(number& n, const when::atom& a) const noexcept {
        if (n.kind == number_kind::ordinal || n.kind == number_kind::percent || (n.flags & number_overflow) != 0) return;
        const bool plain_digits = a.written == 0 && a.exponent == 0 && (a.flags & when::number_grouped) == 0;
        n.set_unit(counting::find(text_, n.at,
                                  {a.language, plain_digits && a.digits == 4,
                                   n.kind == number_kind::fraction || (n.significand == 1 && n.exponent == 0)}));
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
    number_options options_;
};

} // namespace detail

}} // namespace matn::v0

#endif
