// SPDX-License-Identifier: MIT
// Digits with their separators, and what is glued to them.
#ifndef MATN_DETAIL_NUMBER_DIGITS_HPP
#define MATN_DETAIL_NUMBER_DIGITS_HPP

#include <matn/detail/number_reader.hpp>

namespace matn { inline namespace v0 { namespace detail::when {

// A digit group with its separators, at atom i.
inline bool number_reader::read_digits(std::size_t i, decimal& out, std::size_t& after) {
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
            constexpr std::size_t most_groups = 24;
            std::size_t groups = 0;
            bool zeros = false;
            const char mark = text_[items_[j].at.begin - 1];
            const auto same = [&](std::size_t k) { return items_[k].gap == sep && text_[items_[k].at.begin - 1] == mark; };
            while (digits_at(j) && same(j)) {
                const bool last = !(digits_at(j + 1) && same(j + 1));
                if (groups >= most_groups && items_[j].digits != 3) break;
                zeros = zeros || (items_[j].flags & number_leading_zero) != 0;
                if (items_[j].digits != 3 || (items_[j].flags & number_signed) != 0) threes = false;
                if (items_[j].digits != (last ? 3 : 2)) twos = false;
                ++groups;
                ++j;
                // Longer than any number. Where a row begins with a zero it is one all the same, too large; else a list: 100,200,300,... would
                // be read again from each.
                if (groups == most_groups) twos = false, threes = threes && (zeros || sep == gap_group);
                if (!threes && !twos) break;
            }
            const bool ends = groups >= most_groups || !(digits_at(j) && (items_[j].gap == gap_slash || same(j)));
            const bool lone_zero = sep == gap_space && (items_[i + 1].flags & number_leading_zero) != 0; // 40 000
            const bool european = sep == gap_dot && decimal_comma(j) && items_[j].digits <= 2;           // 1.234,56
            const bool enough = sep == gap_dot || sep == gap_space ? groups >= 2 || lone_zero || european : true;
            if (ends && enough && (threes || (twos && groups >= 2))) {
                for (std::size_t g = i + 1; g < j; ++g) join(g);
                after = j;
                flags_ |= number_grouped;
                digits_written_ = 99;
            }
        }
    }
    // A decimal mark: a point, ٫, or a comma in languages that use it so.
    if (digits_at(after)) {
        const atom& d = items_[after];
        const bool more = digits_at(after + 1) && (items_[after + 1].gap == gap_dot || items_[after + 1].gap == gap_slash ||
                                                   items_[after + 1].gap == gap_comma || items_[after + 1].gap == gap_colon);
        const bool before = i > 0 && items_[i - 1].number != 0 && items_[i - 1].written == 0 &&
                            (first.gap == gap_dot || first.gap == gap_slash || first.gap == gap_comma || first.gap == gap_colon);
        // no one writes a decimal comma in English; digits of the Arabic block are not English
        const bool foreign =
            (first.language != english && first.language != 0) || static_cast<unsigned char>(text_[first.at.begin]) >= 0x80;
        const bool comma = after == i + 1 ? d.gap == gap_comma && foreign && d.digits != 3 && d.digits < 19
                                          : decimal_comma(after); // ٢٦،٠١٣,٩٤: grouped by another mark
        // ۱۲/۵ درصد, ۱/۵ میلیون: Persian writes a slash for a point; there the digits themselves may be all that tells the language
        const bool slash = d.gap == gap_slash && d.digits <= 2 && after + 1 < items_.size() && near_by(items_[after + 1]);
        const bool persian_digits = text_[first.at.begin] == '\xDB' && (first.language & urdu) == 0;
        const bool percent_slash =
            slash && ((first.language & (persian | pashto)) != 0 || persian_digits) &&
            (has(items_[after + 1], meaning::percent) || items_[after + 1].word == percent_word || scale_at(after + 1) >= 3);
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
inline bool number_reader::decimal_comma(std::size_t i) const noexcept {
    return digits_at(i) && items_[i].gap == gap_comma && items_[i].digits < 19 &&
           !(digits_at(i + 1) && (items_[i + 1].gap & gap_space) == 0 && items_[i + 1].gap != gap_dash);
}

// ۲ هزار و ۵۰۰: digits behind what was read
inline bool number_reader::more_digits(std::size_t i, bool joined, std::size_t& after) {
    const atom& a = items_[i];
    decimal d;
    std::size_t end = i;
    const auto saved_flags = flags_;
    if (joined && a.value == 0) return false;
    if (joined && scale_at(i + 1) != 0 && scale_at(i + 1) == (empty_ ? scale_ : 2)) return false;         // and 2 hundred
    if (!empty_ && joined && last_scale_ == 2 && a.digits <= 2 && (a.flags & number_leading_zero) == 0) { // 3 hundred and 21
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
        if (end >= items_.size() || !near_by(items_[end]) || !find(items_[end], meaning::scale, f) || f.value >= scale_)
            return false;
    }
    current_ = d;
    empty_ = false;
    room_ = 1;
    digits_ = true;
    after = end;
    return true;
}

// Digits that a number begins with, and what is glued to them.
inline bool number_reader::first_digits(std::size_t i, std::size_t& after) {
    const atom& a = items_[i];
    sense s{};
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
                    (items_[end].at.size() == 1 ? places_ > 0 || capital(items_[end]) : items_[end].at.of(text_) == "MM"))) {
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

}}} // namespace matn::v0::detail::when

#endif
