// SPDX-License-Identifier: MIT
// Puts digits and number words together to one number: what is known while it is read. A header for each subject has the rest.
#ifndef MATN_DETAIL_NUMBER_READER_HPP
#define MATN_DETAIL_NUMBER_READER_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/number_decimal.hpp>
#include <matn/detail/time_word.hpp>

#include <optional>

namespace matn { inline namespace v0 { namespace detail::when {

class number_reader {
public:
    number_reader(std::string_view text, const buffer<atom>& items) : text_(text), items_(items) {}

    // The number that begins at atom i: one atom that covers all of it; `next` is the atom after it. Nothing where none begins.
    [[nodiscard]] std::optional<atom> read(std::size_t i, std::size_t& next) {
        if (foreign_clitics(items_[i])) return std::nullopt;
        total_ = {};
        current_ = {};
        empty_ = true;
        total_empty_ = true;
        room_ = INT64_MAX;
        last_scale_ = 0;
        scale_ = 0;
        last_unit_ = false;
        ordinal_ = fraction_ = false;
        words_ = digits_ = false;
        weak_ = false;
        flags_ = 0;
        digits_written_ = places_ = 0;
        terms_ = 0;
        add_hundredths_ = 0;
        summed_ = pointed_ = false;
        std::size_t at = i;
        std::size_t done = i;
        while (at < items_.size()) {
            std::size_t from = at;
            bool joined = false;
            if (terms_ > 0) {
                if (!near_by(items_[at]) && !hyphened(items_[at]) && !spaced_hyphen(at)) break;
                if (items_[at].clitics != 0 && (items_[at].clitics != clitic_and ||
                                                (foreign_clitics(items_[at]) && (languages_of(items_[at - 1]) & arabic) == 0)))
                    break;
                joined = items_[at].clitics == clitic_and;
                if (has(items_[at], meaning::and_) && at + 1 < items_.size() && items_[at + 1].gap == gap_space &&
                    items_[at + 1].clitics == 0) {
                    joined = true;
                    from = at + 1;
                }
            }
            std::size_t after = from;
            if (!term(from, joined, i, after)) break;
            ++terms_;
            at = done = after;
            if (ordinal_ || fraction_) break;
        }
        if (done == i || add_hundredths_ != 0) return std::nullopt; // nothing, or a half more than nothing
        if (!empty_ || terms_ > 0) {
            decimal sum = total_;
            sum.add(current_);
            total_ = sum;
        }
        total_.simplify();
        atom out = items_[i];
        out.at = {items_[i].at.begin - (pointed_ ? 1u : 0u), items_[done - 1].at.end};
        out.number = is_composed;
        out.value = total_.value;
        out.exponent = static_cast<std::int8_t>(total_.exponent < -100 ? -100 : total_.exponent > 100 ? 100 : total_.exponent);
        out.flags = static_cast<std::uint8_t>(flags_ | (total_.overflow ? number_overflow : 0) |
                                              (weak_ && terms_ == 1 ? number_weak : 0) | (fraction_ ? number_fraction : 0));
        out.digits = static_cast<std::uint8_t>(terms_ == 1 ? digits_written_ : 0);
        out.places = static_cast<std::uint8_t>(terms_ == 1 ? places_ : 0);
        out.kind = ordinal_ ? 1 : fraction_ ? 3 : 0;
        out.written = words_ && digits_ ? 2 : words_ ? 1 : 0;
        if (words_ && !(terms_ == 1 && done == i + 1)) {
            out.senses = 0; // what the first word meant by itself is no longer meant
        }
        out.word = 0;
        next = done;
        return out;
    }

private:
    [[nodiscard]] bool digits_at(std::size_t i) const noexcept { return i < items_.size() && items_[i].number == is_digits; }

    // Only Arabic glues words: Persian بسته is no ب with six, Urdu کمیٹی no ك with two hundred.
    [[nodiscard]] static bool foreign_clitics(const atom& a) noexcept {
        return a.clitics != 0 && (a.language & (persian | pashto | urdu)) != 0;
    }
    // Arabic number words among Persian, Pashto or Urdu ones: ستون is a column, آلفا a letter. They count in longer numbers alone.
    [[nodiscard]] static bool borrowed(const atom& a, const sense& s) noexcept {
        return (s.flags & 63) == arabic && (a.language & (persian | pashto | urdu)) != 0;
    }
    // Letters that the lexicon takes for one another, where that makes another word: ساتھ is with, اٹھ rise, اسے him, ملیں got, دہائی a decade, زړه a heart.
    [[nodiscard]] bool misspelt(const atom& a, const sense& s, int value) const noexcept {
        const std::string_view word = a.at.of(text_);
        if ((s.flags & urdu) != 0 && (a.language & urdu) != 0) {
            if (value == 60) return word.find("ٹ") == std::string_view::npos;
            if (value == 8) return word.substr(0, 2) != "آ";
            if (value == 80) return word.find("ے") != std::string_view::npos;
            if (value == 6) return word.find("ں") != std::string_view::npos;
            if (value == 250 || value == 150) return word.substr(0, 2) != "ڈ";
        }
        return (s.flags & pashto) != 0 && (a.language & pashto) != 0 && value == 3 && word.find("ړ") != std::string_view::npos;
    }
    // "ninety - five", "one - fourth": a hyphen that someone put spaces around
    [[nodiscard]] bool spaced_hyphen(std::size_t i) const noexcept {
        const atom& a = items_[i];
        if (a.gap != (gap_dash | gap_space) || !words_ || digits_ || empty_) return false;
        sense s{};
        if (room_ == 10) return find(a, meaning::card, s) && (s.flags & english) != 0 && s.value > 0 && s.value < 10;
        return terms_ == 1 && current_.value == 1 && find(a, meaning::ord, s) && (s.flags & english) != 0 && s.value >= 3;
    }
    // The power of ten that stands directly at atom i, or 0.
    [[nodiscard]] int scale_at(std::size_t i) const noexcept {
        sense s{};
        return i < items_.size() && near_by(items_[i]) && items_[i].number == 0 && find(items_[i], meaning::scale, s) ? s.value
                                                                                                                      : 0;
    }
    // The digits of .77: nothing but a point before them, and before that nothing of a word or number.
    [[nodiscard]] bool after_point(const atom& a) const noexcept {
        const offset at = a.at.begin;
        if (at == 0 || text_[at - 1] != '.' || a.digits > 15 || static_cast<unsigned char>(text_[at]) >= 0x80) return false;
        if (a.digits != a.at.size() || (a.flags & number_overflow) != 0) return false;
        return at == 1 || text_[at - 2] == ' ' || text_[at - 2] == '-' || text_[at - 2] == '(' || text_[at - 2] == '$';
    }
    // $5m, £3bn: behind the sign of a currency, m is a million
    [[nodiscard]] bool after_currency(offset at) const noexcept {
        if (at >= 2 && text_[at - 1] == ' ') --at;
        if (at >= 1 && text_[at - 1] == '$') return true;
        if (at >= 2 && text_[at - 2] == '\xC2' && (text_[at - 1] == '\xA3' || text_[at - 1] == '\xA5')) return true; // pound, yen
        return at >= 3 && text_.substr(at - 3, 3) == "\u20AC";
    }

    [[nodiscard]] bool capital(const atom& a) const noexcept {
        const bool digit_follows = a.at.end < text_.size() && text_[a.at.end] >= '0' && text_[a.at.end] <= '9'; // 14T12:30
        return text_[a.at.begin] >= 'A' && text_[a.at.begin] <= 'Z' && !digit_follows;
    }                                                             // 3M, but not 3m
    [[nodiscard]] bool generation(const atom& a) const noexcept { // a 5G network has no five billions
        return (text_[a.at.begin] | 32) == 'g' && digits_written_ < 2 && places_ == 0;
    }

    static decimal of(std::int64_t v, int e = 0) noexcept { return {v, e, false}; }

    // digits: number_digits.hpp
    bool read_digits(std::size_t i, decimal& out, std::size_t& after);
    [[nodiscard]] bool decimal_comma(std::size_t i) const noexcept;
    bool more_digits(std::size_t i, bool joined, std::size_t& after);
    bool first_digits(std::size_t i, std::size_t& after);
    // words that are summed up: number_term.hpp
    bool cardinal(std::size_t i, const sense& s, bool joined, std::size_t& after);
    bool hundreds(const sense& s);
    bool scale(const atom& a, const sense& s, bool joined);
    bool dual(const atom& a, const sense& s);
    bool dozen(const sense& s);
    bool one(std::size_t i, std::size_t begin, std::size_t& after);
    void add_scale(int e);
    // parts and ordinals: number_fraction.hpp
    bool point(std::size_t i, std::size_t& after);
    bool over(std::size_t i, std::size_t& after);
    bool divide(std::int64_t below, bool tail_apart);
    bool counted_part(std::size_t i, std::int64_t v, std::size_t& after);
    bool scaled_fraction(std::size_t i, std::int64_t v, std::size_t& after);
    bool first_part(std::size_t i, const sense& s, std::size_t& after);
    bool further_part(std::size_t i, sense s, bool joined, std::size_t& after);
    bool and_a_part(std::size_t i, std::size_t& after);
    bool parts(std::size_t i, const sense& s, std::size_t& after);
    bool first_ordinal(std::size_t i, const sense& s, std::size_t& after);
    bool last_ordinal(std::size_t i, const sense& s, bool joined);
    bool ordinal_scale(const atom& a, const sense& s, bool joined);

    // One term of a number at atom i; `after` is the atom behind it.
    bool term(std::size_t i, bool joined, std::size_t begin, std::size_t& after) {
        if (i >= items_.size()) return false;
        const atom& a = items_[i];
        after = i + 1;
        sense s{};
        if (a.number == is_digits && add_hundredths_ != 0) { // ساڑھے 7
            if (!first_digits(i, after) || current_.exponent != 0) return false;
            current_.add(of(add_hundredths_, -2));
            add_hundredths_ = 0;
            return true;
        }
        if (a.number == is_digits) return terms_ > 0 ? more_digits(i, joined, after) : first_digits(i, after);
        if (a.number != 0) return false;
        if (terms_ > 0 && a.clitics != 0 && a.clitics != clitic_and) return false;
        const bool word_gap = terms_ == 0 || joined || near_by(a) || (a.gap & 15) == gap_dash;
        if (!word_gap) return false;
        if (find_number(a, meaning::card, s)) return cardinal(i, s, joined, after);
        if (find(a, meaning::thousands, s)) return hundreds(s);
        if (find_number(a, meaning::scale, s)) return scale(a, s, joined);
        if (find(a, meaning::dual, s)) return dual(a, s);
        if (find_number(a, meaning::hundredths, s)) {
            if (!empty_ || misspelt(a, s, s.value)) return false;
            current_ = of(s.value, -2);
            empty_ = false;
            room_ = 1;
            words_ = true;
            return true;
        }
        if (find(a, meaning::plus, s)) {
            if (terms_ > 0 || i + 1 >= items_.size() || !near_by(items_[i + 1])) return false;
            if (s.value == 25 && !has(items_[i + 1], meaning::card) && scale_at(i + 1) != 0) { // سوا لاکھ
                current_ = of(125, -2);
                empty_ = false;
                room_ = 1;
                words_ = true;
                return true;
            }
            if (!has(items_[i + 1], meaning::card) && !digits_at(i + 1)) return false;
            add_hundredths_ = s.value;
            words_ = true;
            return true;
        }
        if (find(a, meaning::dozen, s) && !borrowed(a, s)) return dozen(s);
        if (terms_ == 0 && find(a, meaning::article, s)) return one(i, begin, after);
        if (has(a, meaning::point)) return terms_ > 0 && point(i, after);
        if (find_number(a, meaning::part, s) && s.value != 0) {
            if (terms_ == 0) return first_part(i, s, after);
            if (further_part(i, s, joined, after)) return true;
            if (joined || !has(a, meaning::parts)) return false;
        }
        if (terms_ > 0 && joined && has(a, meaning::article) && i + 1 < items_.size() && items_[i + 1].gap == gap_space)
            return and_a_part(i, after);
        if (find(a, meaning::parts, s) && terms_ > 0 && !joined && s.value != 0 && s.value != 1) return parts(i, s, after);
        if (find(a, meaning::twoparts, s) && terms_ == 0) {
            current_ = part_of(2, s.value);
            empty_ = false;
            fraction_ = true;
            words_ = true;
            return true;
        }
        if (terms_ > 0 && has(a, meaning::over) && !joined) return over(i, after);
        if (find_number(a, meaning::ord, s)) return terms_ == 0 ? first_ordinal(i, s, after) : last_ordinal(i, s, joined);
        if (find(a, meaning::ordscale, s)) return ordinal_scale(a, s, joined);
        return false;
    }

    // متين واحد وعشرين: spoken Arabic joins a hundred and what follows without a word
    [[nodiscard]] bool tens_follow(std::size_t i) const noexcept { return room_ == 100 && tens_behind(i, 0) != 0; }
    // The tens that و joins to the unit at i, with these flags; 0 for none.
    [[nodiscard]] int tens_behind(std::size_t i, unsigned flags) const noexcept {
        sense s{};
        return i + 1 < items_.size() && items_[i + 1].clitics == clitic_and && items_[i + 1].gap == gap_space &&
                       find(items_[i + 1], meaning::card, s) && s.value >= 20 && s.value < 100 && s.value % 10 == 0 &&
                       (s.flags & flags) == flags
                   ? s.value
                   : 0;
    }
    static constexpr unsigned definite = 128; // of sense::flags: with the Arabic article
    [[nodiscard]] bool of_follows(std::size_t i) const noexcept {
        return i < items_.size() && items_[i].gap == gap_space && has(items_[i], meaning::of) && items_[i].at.of(text_) == "of";
    }
    [[nodiscard]] bool month_follows(std::size_t i) const noexcept {
        return i < items_.size() && near_by(items_[i]) && (has(items_[i], meaning::month) || has(items_[i], meaning::unit));
    }

    static bool find_big_scale(const atom& a) noexcept {
        sense s{};
        return find(a, meaning::scale, s) && s.value >= 3;
    }

    static decimal part_of(std::int64_t top, std::int64_t below) noexcept {
        decimal d = of(top);
        int places = 0;
        while (d.value % below != 0 && places < 15 && d.value < INT64_MAX / 100) {
            d.value *= 10;
            ++places;
        }
        const std::int64_t half = d.value % below * 2 >= below ? 1 : 0;
        d.value = d.value / below + half;
        d.exponent = -places;
        return d;
    }

    static constexpr std::int64_t power(int e) noexcept {
        std::int64_t p = 1;
        for (; e > 0 && p < INT64_MAX / 10; --e) p *= 10;
        return p;
    }
    static constexpr std::int64_t room_of(std::int64_t v) noexcept {
        return v >= 100 && v % 100 == 0 ? 100 : v >= 20 && v % 10 == 0 ? 10 : 1;
    }
    // Persian, Dari and Arabic join terms by و; Urdu, Pashto and English need none.
    static bool needs_and(const sense& s) noexcept { return (s.flags & (english | urdu | pashto)) == 0; }

    std::string_view text_;
    const buffer<atom>& items_;
    // What is known while one number is read. It is all set anew by read().
    decimal total_, current_;
    bool empty_ = true, total_empty_ = true, last_unit_ = false, ordinal_ = false, fraction_ = false;
    bool words_ = false, digits_ = false, weak_ = false;
    std::int64_t room_ = 0;
    bool nested_ = false;
    int scale_ = 0, last_scale_ = 0, terms_ = 0, add_hundredths_ = 0;
    bool summed_ = false, pointed_ = false;
    unsigned digits_written_ = 0, places_ = 0;
    std::uint8_t flags_ = 0;
};

}}} // namespace matn::v0::detail::when

#endif
