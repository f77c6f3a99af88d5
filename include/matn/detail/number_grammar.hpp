// SPDX-License-Identifier: MIT
// Puts phrases together, and digits and number words to numbers.
#ifndef MATN_DETAIL_NUMBER_GRAMMAR_HPP
#define MATN_DETAIL_NUMBER_GRAMMAR_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/time_scan.hpp>

#include <optional>

namespace matn { inline namespace v0 { namespace detail::when {

// An exact decimal that says when it no longer fits.
struct decimal {
    std::int64_t value = 0;
    int exponent = 0;
    bool overflow = false;

    constexpr void times_ten(int power) noexcept {
        for (; power > 0; --power) {
            if (exponent < 0) {
                ++exponent;
            } else if (value > INT64_MAX / 10 || value < INT64_MIN / 10) {
                exponent += power;
                if (exponent > 100) overflow = true;
                return;
            } else {
                value *= 10;
            }
        }
    }
    constexpr void add(decimal other) noexcept {
        overflow = overflow || other.overflow;
        decimal* high = exponent > other.exponent ? this : &other;
        const int low = exponent > other.exponent ? other.exponent : exponent;
        while (high->exponent > low) {
            if (high->value > INT64_MAX / 10 || high->value < INT64_MIN / 10) {
                overflow = true;
                return;
            }
            high->value *= 10;
            --high->exponent;
        }
        if ((other.value > 0 && value > INT64_MAX - other.value) || (other.value < 0 && value < INT64_MIN - other.value)) {
            overflow = true;
            return;
        }
        value += other.value;
        exponent = low;
    }
    // The product; where it needs more than 18 digits, the first 17 or 18 of it, and `rounded` says so. Neither is negative.
    constexpr void multiply(decimal other, bool& rounded) noexcept {
        exponent += other.exponent;
        overflow = overflow || other.overflow;
        if (value == 0 || other.value <= INT64_MAX / value) {
            value *= other.value;
            return;
        }
        rounded = true;
        constexpr std::int64_t half = 1000000000; // 10^9: both are cut in two halves of nine digits
        const auto fill = [](std::int64_t& v, int& e) {
            for (; v < half * half / 10; --e) v *= 10;
            for (; v >= half * half; ++e) v /= 10;
        };
        fill(value, exponent);
        fill(other.value, exponent);
        const std::int64_t a = value / half, b = value % half, c = other.value / half, d = other.value % half;
        value = a * c + (a * d + b * c + b * d / half) / half;
        exponent += 18;
    }
    // This to a whole power, which may be negative: 17 digits of it.
    constexpr void raise(int power, bool& rounded) noexcept {
        decimal result{1, 0, false};
        for (int n = power < 0 ? -power : power; n > 0; n /= 2) {
            if (n % 2 == 1) result.multiply(*this, rounded);
            if (n > 1) multiply(*this, rounded);
            simplify();
            result.simplify();
            if (exponent > 1000 || exponent < -1000) break;
        }
        if (power < 0) {
            if (result.value == 0) {
                overflow = true;
                return;
            }
            for (; result.value > INT64_MAX / 100; ++result.exponent) result.value /= 10;
            std::int64_t rest = 1;
            std::int64_t quotient = 0;
            int places = 0;
            for (; rest != 0 && quotient < INT64_MAX / 1000; ++places) { // long division
                rest *= 10;
                quotient = quotient * 10 + rest / result.value;
                rest %= result.value;
            }
            rounded = rounded || rest != 0;
            result = {quotient, -places - result.exponent, result.overflow};
        }
        *this = result;
        simplify();
    }
    // Whole numbers without a power, decimals without zeros at their end.
    constexpr void simplify() noexcept {
        while (exponent < 0 && value % 10 == 0) {
            value /= 10;
            ++exponent;
        }
        if (value == 0) exponent = 0;
        while (exponent > 0 && value <= INT64_MAX / 10 && value >= INT64_MIN / 10) {
            value *= 10;
            --exponent;
        }
    }
};

// The first meaning of that class that an atom has.
[[nodiscard]] inline const sense* find(const atom& a, meaning what, sense& out) noexcept {
    for (unsigned i = 0; i < a.senses; ++i) {
        const sense s = sense_at(a.first_sense + i);
        if (s.what == what) {
            out = s;
            return &out;
        }
    }
    return nullptr;
}
// The same for number words, which a paragraph of another language means otherwise: باره is 12 in Urdu, تېره is "last" in Pashto.
[[nodiscard]] inline const sense* find_number(const atom& a, meaning what, sense& out) noexcept {
    for (unsigned i = 0; i < a.senses; ++i) {
        const sense s = sense_at(a.first_sense + i);
        if (s.what != what) continue;
        if (a.language != 0 && a.language != english && (s.flags & (english | kurdish | a.language)) == 0) {
            // Persian and Dari number words are used in Pashto, and Arabic ones in all
            if (!((s.flags & (persian | arabic)) != 0 && (a.language & (pashto | persian | urdu)) != 0 && a.senses == 1))
                continue;
        }
        out = s;
        return &out;
    }
    return nullptr;
}
[[nodiscard]] inline bool has(const atom& a, meaning what) noexcept {
    sense s{};
    return find(a, what, s) != nullptr;
}
// The value of that class, in the language of the paragraph where several languages share the word.
[[nodiscard]] inline std::optional<int> value_of(const atom& a, meaning what) noexcept {
    std::optional<int> any;
    for (unsigned i = 0; i < a.senses; ++i) {
        const sense s = sense_at(a.first_sense + i);
        if (s.what != what) continue;
        if ((s.flags & a.language) != 0) return s.value;
        if (!any) any = s.value;
    }
    return any;
}
static_assert(static_cast<unsigned>(meaning::count_) < 64, "one bit of atom::means each");
[[nodiscard]] inline unsigned languages_of(const atom& a) noexcept {
    unsigned who = 0;
    for (unsigned i = 0; i < a.senses; ++i) who |= sense_at(a.first_sense + i).flags & 63u;
    return who;
}

[[nodiscard]] constexpr bool near_by(const atom& a) noexcept { return a.gap == gap_none || a.gap == gap_space; }
[[nodiscard]] constexpr bool hyphened(const atom& a) noexcept { return a.gap == gap_dash; }

// Joins the words of phrases into one atom each; words that are only parts of phrases go.
inline void join_phrases(buffer<atom>& items) {
    std::size_t to = 0;
    bool cut = false;
    for (std::size_t i = 0; i < items.size();) {
        atom a = items[i];
        std::size_t next = i + 1;
        if (a.word != 0 && a.word != scanner::percent_word && entry_at(a.word).begins_phrase) {
            std::uint16_t state = step(0, a.word);
            for (std::size_t j = i + 1; state != 0 && j < items.size(); ++j) {
                const atom& b = items[j];
                const bool initials = (b.gap & 15) == gap_dot && b.at.size() <= 4 && items[j - 1].at.size() <= 4;
                const bool owned = b.gap == (gap_quote | gap_space); // Presidents' Day
                if (b.word == 0 || b.word == scanner::percent_word || b.clitics != 0 ||
                    !(near_by(b) || hyphened(b) || initials || owned))
                    break;
                state = step(state, b.word);
                if (state == 0) break;
                if (const std::uint16_t count = word_at(lexicon_time::state_data, 2u * state + 1u); count != 0) {
                    a.first_sense = word_at(lexicon_time::state_data, 2u * state);
                    a.senses = static_cast<std::uint8_t>(count);
                    a.at.end = b.at.end;
                    a.light = 0;
                    next = j + 1;
                }
            }
            if (next > i + 1) a.word = 0;
        }
        i = next;
        if (a.number == 0 && a.senses == 0 && a.word != scanner::percent_word) {
            cut = true;
            continue;
        }
        if (cut) a.gap = gap_cut;
        cut = false;
        items[to++] = a;
    }
    items.resize(to);
}

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
        if (done == i) return std::nullopt;
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
    [[nodiscard]] static bool tight(const atom& a, gap_mark m) noexcept { return a.gap == m; }
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

    // A digit group with its separators, at atom i.
    bool read_digits(std::size_t i, decimal& out, std::size_t& after) {
        const atom& first = items_[i];
        out = of(first.value, 0);
        out.overflow = (first.flags & number_overflow) != 0;
        flags_ = static_cast<std::uint8_t>(flags_ | (first.flags & (number_leading_zero | number_overflow | number_underflow)));
        digits_written_ = first.digits;
        places_ = 0;
        after = i + 1;
        const bool powered = (first.flags & number_signed) != 0;
        if (powered) {
            out.exponent = first.exponent;
            return true;
        }
        if (terms_ == 0 && after_point(first)) {
            out.exponent = -static_cast<int>(first.digits);
            flags_ = static_cast<std::uint8_t>(flags_ & ~number_leading_zero);
            places_ = first.digits;
            pointed_ = true;
            return true;
        }
        if (digits_at(i + 1) && items_[i + 1].gap == gap_none && items_[i + 1].digits == 200) { // 2½
            out.add(of(items_[i + 1].value, items_[i + 1].exponent));
            after = i + 2;
            return true;
        }
        const auto join = [&](std::size_t j) {
            out.overflow = out.overflow || (items_[j].flags & number_overflow) != 0;
            out.times_ten(items_[j].digits);
            decimal d = of(items_[j].value);
            if (out.exponent > 0) out.overflow = true;
            out.add(d);
        };
        // Groups of three, or of two and three as in South Asia.
        if (digits_at(i + 1)) {
            const std::uint8_t sep = items_[i + 1].gap;
            if (sep == gap_comma || sep == gap_group || sep == gap_quote || sep == gap_dot || sep == gap_space) {
                std::size_t j = i + 1;
                bool threes = first.digits <= 3 && (first.flags & number_leading_zero) == 0;
                bool twos = first.digits <= 2 && sep != gap_dot && sep != gap_space;
                std::size_t groups = 0;
                const char mark = text_[items_[j].at.begin - 1];
                const auto same = [&](std::size_t k) { return items_[k].gap == sep && text_[items_[k].at.begin - 1] == mark; };
                while (digits_at(j) && same(j)) {
                    const bool last = !(digits_at(j + 1) && same(j + 1));
                    if (items_[j].digits != 3 || (items_[j].flags & number_signed) != 0) threes = false;
                    if (items_[j].digits != (last ? 3 : 2)) twos = false;
                    ++groups;
                    ++j;
                    if (groups == 24) threes = twos = false; // longer than any number: 1,2,3,... would be read again from each
                    if (!threes && !twos) break;
                }
                const bool ends = !(digits_at(j) && (items_[j].gap == gap_slash || same(j)));
                const bool lone_zero = sep == gap_space && (items_[i + 1].flags & number_leading_zero) != 0; // 40 000
                const bool european = sep == gap_dot && decimal_comma(j) && items_[j].digits <= 2;           // 1.234,56
                const bool enough = sep == gap_dot || sep == gap_space ? groups >= 2 || lone_zero || european : true;
                if (ends && enough && (threes || (twos && groups >= 2))) {
                    for (std::size_t g = i + 1; g < j; ++g) join(g);
                    after = j;
                    flags_ |= number_grouped;
                    digits_written_ = 99;
                } else if (sep == gap_group) {
                    after = j;
                }
            }
        }
        // A decimal mark: a point, ٫, or a comma in languages that use it so.
        if (digits_at(after)) {
            const atom& d = items_[after];
            const bool more = digits_at(after + 1) && (items_[after + 1].gap == gap_dot || items_[after + 1].gap == gap_slash ||
                                                       items_[after + 1].gap == gap_comma || items_[after + 1].gap == gap_colon);
            const bool before =
                i > 0 && items_[i - 1].number == is_digits &&
                (first.gap == gap_dot || first.gap == gap_slash || first.gap == gap_comma || first.gap == gap_colon);
            // no one writes a decimal comma in English; digits of the Arabic block are not English
            const bool foreign =
                (first.language != english && first.language != 0) || static_cast<unsigned char>(text_[first.at.begin]) >= 0x80;
            const bool comma = after == i + 1 ? d.gap == gap_comma && foreign && d.digits != 3 && d.digits < 19
                                              : decimal_comma(after); // ٢٦،٠١٣,٩٤: grouped by another mark
            // ۱۲/۵ درصد, ۱/۵ میلیون: Persian writes a slash for a point; there the digits themselves may be all that tells the language
            const bool slash = d.gap == gap_slash && d.digits <= 2 && after + 1 < items_.size() && near_by(items_[after + 1]);
            const bool persian_digits = text_[first.at.begin] == '\xDB' && (first.language & urdu) == 0;
            const bool percent_slash = slash && ((first.language & (persian | pashto)) != 0 || persian_digits) &&
                                       (has(items_[after + 1], meaning::percent) ||
                                        items_[after + 1].word == scanner::percent_word || scale_at(after + 1) >= 3);
            if (slash && !percent_slash && !more && !before && after == i + 1 && scale_at(after + 1) >= 3 && d.value <= 64 &&
                out.value < d.value && out.exponent == 0) { // 3/4 million
                out = part_of(out.value, d.value);
                ++after;
                return true;
            }
            if (!more && !before && (d.gap == gap_dot || d.gap == gap_decimal || comma || percent_slash)) {
                const int places = d.digits;
                if (places > 18 || d.digits == 255) {
                    out.overflow = true;
                } else {
                    out.exponent -= places;
                    decimal fraction = of(d.value, -places);
                    decimal whole = of(out.value, out.exponent + places);
                    whole.overflow = out.overflow;
                    whole.add(fraction);
                    out = whole;
                }
                out.exponent += (d.flags & number_signed) != 0 ? d.exponent : 0;
                places_ = d.digits;
                flags_ = static_cast<std::uint8_t>(flags_ | (d.flags & (number_overflow | number_underflow)));
                ++after;
            }
        }
        return true;
    }

    // A comma behind a number that is grouped already, with a last row of digits after it.
    [[nodiscard]] bool decimal_comma(std::size_t i) const noexcept {
        return digits_at(i) && items_[i].gap == gap_comma && items_[i].digits < 19 &&
               !(digits_at(i + 1) && (items_[i + 1].gap & gap_space) == 0 && items_[i + 1].gap != gap_dash);
    }

    void add_scale(int e) {
        if (e == 2) {
            if (empty_) current_ = of(100);
            else current_.times_ten(2);
            room_ = 100;
            empty_ = false;
            last_scale_ = 2;
            return;
        }
        if (empty_) current_ = of(1);
        if (total_empty_ || e < scale_) {
            current_.times_ten(e);
            decimal sum = total_;
            sum.add(current_);
            total_ = sum;
        } else { // هزار میلیارد: all so far, that many times
            decimal sum = total_;
            sum.add(current_);
            if (empty_) sum = total_;
            sum.times_ten(e);
            total_ = sum;
        }
        total_empty_ = false;
        scale_ = e;
        current_ = {};
        empty_ = true;
        room_ = INT64_MAX;
        last_scale_ = e;
    }

    // One term of a number at atom i; `after` is the atom behind it.
    bool term(std::size_t i, bool joined, std::size_t begin, std::size_t& after) {
        if (i >= items_.size()) return false;
        const atom& a = items_[i];
        after = i + 1;
        sense s{};
        if (a.number == is_digits) {
            if (terms_ > 0) { // ۲ هزار و ۵۰۰
                decimal d;
                std::size_t end = i;
                const auto saved_flags = flags_;
                if (joined && a.value == 0) return false;
                if (joined && scale_at(i + 1) != 0 && scale_at(i + 1) == (empty_ ? scale_ : 2)) return false; // and 2 hundred
                if (!empty_ && joined && last_scale_ == 2 && a.digits <= 2 &&
                    (a.flags & number_leading_zero) == 0) { // 3 hundred and 21
                    current_.add(of(a.value));
                    room_ = 1;
                    digits_ = true;
                    return true;
                }
                if (!(empty_ && !total_empty_)) return false;
                if (!joined && (a.language & english) == 0) return false;
                if (!read_digits(i, d, end)) return false;
                // 5 million 300 thousand, ۲ هزار و ۵۰۰: below what was said last
                if (d.exponent != 0 || d.overflow || d.value >= power(scale_)) {
                    flags_ = saved_flags;
                    return false;
                }
                if (!joined) { // without "and" only where a smaller scale follows
                    sense f{};
                    if (end >= items_.size() || !near_by(items_[end]) || !find(items_[end], meaning::scale, f) ||
                        f.value >= scale_)
                        return false;
                }
                current_ = d;
                empty_ = false;
                room_ = 1;
                digits_ = true;
                after = end;
                return true;
            }
            std::size_t end = i;
            if (!read_digits(i, current_, end)) return false;
            empty_ = false;
            room_ = 1;
            digits_ = true;
            after = end;
            // 10k, 5m, 21st: what is glued to the digits
            if (end < items_.size() && items_[end].gap == gap_none && find(items_[end], meaning::suffix, s)) {
                if (s.value == 1) {
                    // 1922م is a year of our era, in Arabic at least
                    if ((s.flags & english) == 0 && ((a.language & s.flags) == 0 || digits_written_ > 3)) return true;
                    ordinal_ = true;
                    after = end + 1;
                } else if (s.value >= 10 && !generation(items_[end]) &&
                           (s.value == 13 || !s.weak() || after_currency(a.at.begin) ||
                            (items_[end].at.size() == 1 ? places_ > 0 || capital(items_[end])
                                                        : items_[end].at.of(text_) == "MM"))) {
                    current_.times_ten(s.value - 10);
                    after = end + 1;
                    words_ = true;
                }
            } else if (end < items_.size() && items_[end].gap == gap_space && (places_ > 0 || (flags_ & number_grouped) != 0) &&
                       capital(items_[end]) && items_[end].at.size() == 1 && find(items_[end], meaning::suffix, s) &&
                       s.value >= 10) { // 1,674.5 G
                current_.times_ten(s.value - 10);
                after = end + 1;
                words_ = true;
            }
            return true;
        }
        if (a.number != 0) return false;
        if (terms_ > 0 && a.clitics != 0 && a.clitics != clitic_and) return false;
        const bool word_gap = terms_ == 0 || joined || near_by(a) || (a.gap & 15) == gap_dash;
        if (!word_gap) return false;
        if (find_number(a, meaning::card, s)) {
            const std::int64_t v = s.value;
            if ((v == 60 || v == 8 || v == 80) && misspelt(a, s, s.value)) return false;
            if (v == 1 && terms_ == 0 && (s.flags & definite) != 0 && tens_behind(i, definite) != 0) { // القرن الواحد والعشرون
                current_ = of(1 + tens_behind(i, definite));
                empty_ = false;
                words_ = ordinal_ = true;
                after = i + 2;
                return true;
            }
            if (terms_ > 0 && joined && (s.flags & english) != 0) {
                if (v == 0) return false;
                if (scale_at(i + 1) != 0 && scale_at(i + 1) == (empty_ ? scale_ : 2) && (empty_ || current_.value >= 100))
                    return false; // two hundred and three hundred
                if (empty_ && last_scale_ > 2 && scaled_fraction(i, v, after)) return true;
            }
            if (empty_) {
                if (terms_ > 0 && !total_empty_ && (v >= power(scale_) || (!joined && s.weak() && needs_and(s)))) return false;
                current_ = of(v);
                if (add_hundredths_ != 0) {
                    current_.add(of(add_hundredths_, -2));
                    add_hundredths_ = 0;
                }
                room_ = room_of(v);
                last_unit_ = v > 0 && v < 10;
                empty_ = false;
                summed_ = summed_ || joined;
            } else if (v > 0 && v < room_ && !(joined && (s.flags & 63) == english && room_ <= 10) &&
                       (joined || !needs_and(s) || ((a.language & pashto) != 0 && a.at.of(text_) != "نه") ||
                        (v < 10 && s.flags == arabic && tens_follow(i)))) {
                current_.add(of(v));
                room_ = room_of(v);
                last_unit_ = v < 10;
                summed_ = summed_ || joined;
            } else if (last_unit_ && joined && v >= 20 && v < 100 && v % 10 == 0 && (s.flags & arabic) != 0) {
                current_.add(of(v)); // خمسة وعشرون
                room_ = 1;
                last_unit_ = false;
            } else {
                return !joined && counted_part(i, v, after);
            }
            words_ = true;
            weak_ = terms_ == 0 && (s.weak() || borrowed(a, s));
            last_scale_ = 0;
            return true;
        }
        if (find(a, meaning::thousands, s)) {
            if (!empty_) return false;
            if (terms_ > 0 && (total_empty_ || (s.value & 7) * 3 >= scale_)) return false;
            current_ = of(s.value >> 3);
            empty_ = false;
            add_scale((s.value & 7) * 3);
            words_ = true;
            return true;
        }
        if (find_number(a, meaning::scale, s)) {
            if ((s.value == 3 || s.value == 6) && misspelt(a, s, s.value)) return false;
            if (joined && !empty_ && s.value != 2) {
                // هزار و یک میلیون is a sum only if the next is smaller; خمسة وألف is none
                return false;
            }
            if (s.value == 2) {
                const bool half_hundreds =
                    words_ && current_.exponent < 0 && current_.value < 1000 && (s.flags & (urdu | pashto)) != 0;
                if (!empty_ && (current_.value >= 100 || current_.exponent != 0) && !half_hundreds && // ڈھائی سو
                    !(terms_ == 1 && digits_ && current_.exponent == 0))
                    return false;
                if (!empty_ && joined) return false;
                if (empty_ && terms_ > 0 && scale_ <= 2) return false;
            } else {
                if (empty_ && terms_ > 0 && !joined && last_scale_ == s.value) return false;
                if (empty_ && joined && s.value >= scale_) return false;
                if (empty_ && terms_ > 0 && !joined && (s.flags & 63) == arabic && s.value <= scale_) return false;
            }
            const bool alone = terms_ == 0;
            add_scale(s.value);
            words_ = true;
            weak_ = alone && (s.weak() || borrowed(a, s));
            return true;
        }
        if (find(a, meaning::dual, s)) {
            if (!empty_ || (terms_ > 0 && (total_empty_ || s.value >= scale_))) return false;
            weak_ = terms_ == 0 && borrowed(a, s);
            current_ = of(2);
            empty_ = false;
            add_scale(s.value);
            words_ = true;
            return true;
        }
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
            if (!has(items_[i + 1], meaning::card)) return false;
            add_hundredths_ = s.value;
            words_ = true;
            return true;
        }
        if (find(a, meaning::dozen, s) && !borrowed(a, s)) {
            if (s.value == 20 && (empty_ || digits_ || current_.value >= 10)) return false; // two score, but no score of a match
            if (!empty_) {
                if (current_.value > 1000000) return false;
                current_.value *= s.value;
            } else {
                current_ = of(s.value);
            }
            weak_ = terms_ == 0 && s.weak();
            empty_ = false;
            room_ = s.value == 20 ? 20 : 1; // three score and ten
            words_ = true;
            return true;
        }
        if (terms_ == 0 && find(a, meaning::article, s)) { // a thousand, a dozen, a hundred
            if (i + 1 >= items_.size() || items_[i + 1].gap != gap_space) return false;
            if (has(items_[i + 1], meaning::scale) || has(items_[i + 1], meaning::dozen)) return term(i + 1, false, begin, after);
            // a hundredth; a third of the people, but not a third man
            sense part{};
            if (find(items_[i + 1], meaning::ordscale, part)) {
                current_ = part_of(1, power(part.value));
            } else if (find(items_[i + 1], meaning::ord, part) && (part.flags & english) != 0 && part.value >= 3 &&
                       of_follows(i + 2)) {
                current_ = part_of(1, part.value);
            } else {
                return false;
            }
            empty_ = false;
            words_ = fraction_ = true;
            after = i + 2;
            return true;
        }
        if (has(a, meaning::point)) return terms_ > 0 && point(i, after);
        if (find_number(a, meaning::part, s) && s.value != 0) {
            if (terms_ == 0) { // نیم میلیون, half a million
                std::size_t next = i + 1;
                if (next < items_.size() && items_[next].gap == gap_space && has(items_[next], meaning::article)) ++next;
                if (next < items_.size() && items_[next].gap == gap_space &&
                    (find_big_scale(items_[next]) || has(items_[next], meaning::dozen)) && 100 % s.value == 0) {
                    current_ = of(100 / s.value, -2);
                    empty_ = false;
                    room_ = 1;
                    words_ = true;
                    after = next;
                    return true;
                }
                current_ = part_of(1, s.value);
                empty_ = false;
                words_ = true;
                fraction_ = true;
                weak_ = s.weak();
                return true;
            }
            if (!joined && terms_ == 1 && current_.value == 1 && current_.exponent == 0 && !digits_ && (s.flags & english) != 0 &&
                (s.value == 2 || hyphened(a) || of_follows(i + 1))) { // one half, one quarter of
                current_ = part_of(1, s.value);
                fraction_ = true;
                words_ = true;
                return true;
            }
            if (!find(a, meaning::parts, s) && (s.value == 2 || s.value == 4 || s.value == 3) &&
                (joined || (s.flags & (pashto | persian)) != 0)) { // مليون ونصف, دوه نیم
                decimal half = part_of(1, s.value);
                if (empty_ && last_scale_ > 0) {
                    half.times_ten(last_scale_);
                    if (scale_at(i + 1) == last_scale_ && (s.flags & arabic) != 0) after = i + 2; // مليون ونصف المليون
                }
                if (empty_) total_.add(half);
                else current_.add(half);
                room_ = 1;
                words_ = true;
                return true;
            }
            if (!joined && (s.flags & arabic) != 0 && counted_part(i, 0, after)) return true;
            if (joined || !find(a, meaning::parts, s)) return false;
        }
        if (terms_ > 0 && joined && has(a, meaning::article) && i + 1 < items_.size() &&
            items_[i + 1].gap == gap_space) { // two and a half
            sense h{};
            if (find(items_[i + 1], meaning::part, h) && (h.value == 2 || h.value == 4)) {
                decimal half = part_of(1, h.value);
                if (empty_ && last_scale_ > 0) {
                    sense big{}; // a billion and a half million
                    if (i + 2 < items_.size() && items_[i + 2].gap == gap_space && find(items_[i + 2], meaning::scale, big) &&
                        big.value < scale_ && big.value > 2) {
                        half.times_ten(big.value);
                        after = i + 3;
                        total_.add(half);
                        words_ = true;
                        return true;
                    }
                    half.times_ten(last_scale_);
                    total_.add(half);
                } else {
                    current_.add(half);
                }
                room_ = 1;
                words_ = true;
                after = i + 2;
                return true;
            }
            if (empty_ && last_scale_ > 0) return false;
            if (find(items_[i + 1], meaning::ord, h) && (h.flags & english) != 0 && h.value >= 3 && !digits_ &&
                current_.exponent == 0) { // three and a fifth
                current_.add(part_of(1, h.value));
                room_ = 1;
                after = i + 2;
                return true;
            }
            return false;
        }
        if (find(a, meaning::parts, s) && terms_ > 0 && !joined && s.value != 0 && s.value != 1) { // two thirds, ثلاثة أرباع
            if (s.value == 4 && (s.flags & english) != 0 && has(a, meaning::part) && !hyphened(a) && !of_follows(i + 1) &&
                scale_at(i + 1) == 0)
                return false; // three quarters of a year are one thing, three quarters of growth another
            const std::int64_t below = s.value > 0 ? s.value : power(-s.value);
            if (!divide(below, (s.flags & arabic) != 0 || ((s.flags & english) != 0 && summed_))) return false;
            words_ = true;
            // ثلاثة أرباع مليون, three quarters of a million
            std::size_t next = i + 1;
            if (of_follows(next) && next + 1 < items_.size() && has(items_[next + 1], meaning::article)) next += 2;
            if (current_.exponent > -4 && total_.value == 0 && scale_at(next) >= 3) {
                fraction_ = false;
                empty_ = false;
                total_empty_ = true;
                room_ = 1;
                after = next;
            }
            return true;
        }
        if (find(a, meaning::twoparts, s) && terms_ == 0) {
            current_ = part_of(2, s.value);
            empty_ = false;
            fraction_ = true;
            words_ = true;
            return true;
        }
        if (terms_ > 0 && has(a, meaning::over) && !joined) return over(i, after);
        if (find_number(a, meaning::ord, s)) {
            const std::int64_t v = s.value;
            if (terms_ == 0) {
                current_ = of(v);
                empty_ = false;
                words_ = true;
                weak_ = s.weak() || borrowed(a, s);
                ordinal_ = true;
                // الخامس والعشرون
                if (v < 10 && i + 1 < items_.size() && (s.flags & arabic) != 0) {
                    std::size_t n = i + 1;
                    if (has(items_[n], meaning::and_) && items_[n].gap == gap_space && n + 1 < items_.size() &&
                        items_[n + 1].gap == gap_space)
                        ++n;
                    sense t{};
                    if ((n > i + 1 || items_[n].clitics == clitic_and) && near_by(items_[n])) {
                        if ((find(items_[n], meaning::ord, t) && t.value >= 20 && t.value % 10 == 0) ||
                            (find(items_[n], meaning::card, t) && t.value >= 20 && t.value < 100 && t.value % 10 == 0)) {
                            current_ = of(v + t.value);
                            weak_ = false;
                            after = n + 1;
                        }
                    }
                }
                return true;
            }
            if (!joined && (s.flags & (persian | pashto)) != 0 && !s.weak() && (v <= 10 || (v == 20 && current_.value == 1)) &&
                total_empty_ && !empty_ && current_.exponent == 0 && current_.value > 0 && current_.value < v &&
                !month_follows(i + 1)) { // دو سوم, سه چهارم, درې څلورمه
                current_ = part_of(current_.value, v);
                fraction_ = true;
                words_ = true;
                return true;
            }
            if (digits_ && !words_) return false;
            if ((s.flags & pashto) != 0 && v >= 20 && v % 10 == 0 && last_unit_ && !joined &&
                current_.exponent == 0) { // دوه دېرشم
                current_.add(of(v));
                ordinal_ = true;
                return true;
            }
            if (!empty_ && v >= room_) {
                if ((s.flags & english) != 0 && v >= 3 && !joined && current_.value == 1 && total_empty_) { // one third
                    current_ = part_of(1, v);
                    fraction_ = true;
                    words_ = true;
                    return true;
                }
                return false;
            }
            if (empty_ && total_empty_) return false;
            if (!joined && (s.flags & 63) != english && (s.flags & pashto) == 0) return false;
            current_.add(of(v));
            empty_ = false;
            ordinal_ = true;
            words_ = true;
            return true;
        }
        if (find(a, meaning::ordscale, s)) {
            if (terms_ > 0 && joined) return false;
            if (s.value == 2 && (s.flags & persian) != 0 && terms_ > 0 && !empty_ && current_.value < 100) { // بیست و پنج صدم
                if (!divide(100, false)) return false;
                words_ = true;
                return true;
            }
            weak_ = terms_ == 0 && borrowed(a, s);
            add_scale(s.value);
            ordinal_ = true;
            words_ = true;
            return true;
        }
        return false;
    }

    // two hundred point zero three
    bool point(std::size_t i, std::size_t& after) {
        decimal sum = total_;
        sum.add(current_);
        std::size_t j = i + 1;
        int places = 0;
        decimal digits;
        if (digits_ && !words_ && digits_at(j) && items_[j].gap == gap_space && (items_[i].gap == gap_space) &&
            (items_[j].flags & (number_signed | number_overflow)) == 0 && items_[j].digits < 16 &&
            (languages_of(items_[i]) & english) == 0) { // ۳ ممیز ۵
            digits = of(items_[j].value);
            places = items_[j].digits;
            ++j;
        }
        while (j < items_.size() && items_[j].gap == gap_space && places < 15 && !digits_at(j - 1)) {
            sense s{};
            if (!find(items_[j], meaning::card, s) || s.value >= 100) break;
            if (s.value >= 10 && places > 0) break;
            const int width = s.value >= 10 ? 2 : 1;
            digits.times_ten(width);
            digits.add(of(s.value));
            places += width;
            ++j;
            if (width == 2) { // point twenty-five
                if (s.value % 10 == 0 && j < items_.size() && (near_by(items_[j]) || hyphened(items_[j])) &&
                    find(items_[j], meaning::card, s) && s.value < 10) {
                    digits.add(of(s.value));
                    ++j;
                }
                break;
            }
        }
        // خمسة فاصلة ثلاثة من مئة: the power of ten is said
        if (places != 0 && j + 1 < items_.size() && near_by(items_[j]) && items_[j + 1].gap == gap_space &&
            value_of(items_[j], meaning::over) == 1 && (languages_of(items_[j]) & arabic) != 0) {
            const int power = value_of(items_[j + 1], meaning::card) == 10 ? 1 : scale_at(j + 1);
            if (power >= places && power <= 6) {
                places = power;
                j += 2;
            }
        }
        if (places == 0) return false;
        digits.exponent -= places;
        total_ = sum;
        total_.add(digits);
        current_ = {};
        empty_ = true;
        total_empty_ = false;
        scale_ = 0;
        last_scale_ = 0;
        room_ = 1;
        after = j;
        return true;
    }

    // واحد على ثلاثة, two out of five hundred: what follows is a number of its own, read by a reader that looks for no further one
    bool over(std::size_t i, std::size_t& after) {
        if (nested_ || i + 1 >= items_.size() || items_[i + 1].gap != gap_space || items_[i + 1].clitics != 0) return false;
        sense how{};
        if (!find_number(items_[i], meaning::over, how)) return false;
        if (how.value == 1 && digits_) return false; // "12 out of 10", "5 من 7" are two numbers
        decimal sum = total_;
        sum.add(current_);
        if (sum.exponent != 0 || sum.overflow || sum.value > 1000000000 || sum.value < 0) return false;
        number_reader below(text_, items_);
        below.nested_ = true;
        std::size_t end = i + 1;
        const auto n = below.read(i + 1, end);
        if (!n || n->kind != 0 || n->exponent != 0 || n->value <= 1 || (n->flags & number_overflow) != 0) return false;
        if (how.value == 1 && (n->written != 1 || sum.value > n->value)) return false;
        after = end;
        return divide(n->value, how.value == 3);
    }

    // What was read so far as so many parts of a whole. A tail that an "and" set apart is the part alone: two hundred and
    // fifty-four hundredths, مئتان وواحد وسبعون جزء من مئة.
    bool divide(std::int64_t below, bool tail_apart) {
        decimal sum = total_;
        sum.add(current_);
        if (sum.exponent != 0 || sum.overflow || sum.value > 1000000000 || sum.value < 0) return false;
        const std::int64_t tail = sum.value % 100;
        if (tail_apart && sum.value > tail && tail > 0 && tail < below) {
            current_ = part_of(tail, below);
            current_.add(of(sum.value - tail));
        } else {
            current_ = part_of(sum.value, below);
        }
        total_ = {};
        fraction_ = true;
        return true;
    }
    // three twenty-fifths, one twenty-fifth; واحد وعشرون خمسا: a number that cannot go on with the card at i has it for its denominator
    bool counted_part(std::size_t i, std::int64_t v, std::size_t& after) {
        if (digits_ || terms_ == 0) return false;
        decimal sum = total_;
        sum.add(current_);
        if (sum.exponent != 0 || sum.overflow) return false;
        sense s{};
        if (items_[i].gap == gap_space && find(items_[i], meaning::part, s) && (s.flags & arabic) != 0) {
            if (sum.value < 11 || !divide(s.value, true)) return false;
            words_ = true;
            return true;
        }
        if (v < 20 || v > 90 || v % 10 != 0 || i + 1 >= items_.size()) return false;
        const atom& last = items_[i + 1];
        if (last.gap != gap_space && !hyphened(last)) return false;
        const bool one = sum.value == 1 && find(last, meaning::ord, s) && s.value < 10 && (s.flags & english) != 0;
        if (!one && !(sum.value > 1 && find(last, meaning::parts, s) && s.value > 0 && s.value < 10 && (s.flags & english) != 0))
            return false;
        if (!divide(v + s.value, summed_)) return false;
        words_ = true;
        after = i + 2;
        return true;
    }
    // a billion and three quarters of a million: the card at i, parts, and a smaller power than the last
    bool scaled_fraction(std::size_t i, std::int64_t v, std::size_t& after) {
        sense part{};
        std::size_t next = i + 1;
        if (next >= items_.size() || !near_by(items_[next]) || !find(items_[next], meaning::parts, part) || part.value < 2)
            return false;
        ++next;
        if (of_follows(next) && next + 1 < items_.size() && has(items_[next + 1], meaning::article)) next += 2;
        const int power = scale_at(next);
        if (power < 3 || power >= scale_) return false;
        decimal fraction = part_of(v, part.value);
        fraction.times_ten(power);
        total_.add(fraction);
        room_ = 1;
        words_ = true;
        after = next + 1;
        return true;
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

// Words that several languages share mean what the paragraph's language makes of them; English is understood everywhere.
inline void understand(atom& a) noexcept {
    a.means = 0;
    unsigned who = 0;
    for (unsigned i = 0; i < a.senses; ++i) who |= sense_at(a.first_sense + i).flags;
    const unsigned own = who & a.language;
    for (unsigned i = 0; i < a.senses; ++i) {
        const sense s = sense_at(a.first_sense + i);
        if (own == 0 || (s.flags & (english | a.language)) != 0) a.means |= std::uint64_t{1} << static_cast<unsigned>(s.what);
    }
}

// Whether a number may begin with this atom: most atoms are of dates alone, and reading is not even tried.
[[nodiscard]] inline bool may_begin_number(const atom& a) noexcept {
    constexpr auto bit = [](meaning m) { return std::uint64_t{1} << static_cast<unsigned>(m); };
    constexpr std::uint64_t starts = bit(meaning::card) | bit(meaning::scale) | bit(meaning::dual) | bit(meaning::ord) |
                                     bit(meaning::ordscale) | bit(meaning::thousands) | bit(meaning::hundredths) |
                                     bit(meaning::plus) | bit(meaning::dozen) | bit(meaning::part) | bit(meaning::twoparts) |
                                     bit(meaning::article);
    if (a.number != 0) return true;
    for (unsigned i = 0; i < a.senses; ++i)
        if ((starts >> static_cast<unsigned>(sense_at(a.first_sense + i).what) & 1u) != 0) return true;
    return false;
}

// Scans a text and puts its phrases and numbers together.
inline void read_atoms(std::string_view text, atoms& out) {
    out.clear();
    scanner(text, out).run();
    join_phrases(out.items);
    number_reader reader(text, out.items);
    for (std::size_t i = 0; i < out.items.size();) {
        std::size_t next = i + 1;
        std::optional<atom> n;
        if (may_begin_number(out.items[i])) n = reader.read(i, next);
        out.joined.push_back(n ? *n : out.items[i]);
        understand(out.joined.back());
        i = next;
    }
}

}}} // namespace matn::v0::detail::when

#endif
