// SPDX-License-Identifier: MIT
// Normalizes UTF-8 by ICU and keeps account of what came from where.
//
// ICU reads UTF-16, so text is taken in windows that begin and end where the form has a boundary. What the quick check passes is
// copied from the text; only the pieces between two boundaries that it does not pass are normalized, each by itself.
#ifndef MATN_DETAIL_NORMALIZER_HPP
#define MATN_DETAIL_NORMALIZER_HPP

#include <matn/alignment.hpp>
#include <matn/detail/icu_functions.hpp>
#include <matn/utf8.hpp>

#include <string>
#include <vector>

namespace matn { inline namespace v0 {

/// The normalization forms of UAX #15.
enum class normalization_form : std::uint8_t { nfc, nfd, nfkc, nfkd };

namespace detail {

inline const UNormalizer2* icu_form(normalization_form form) noexcept {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* found = nullptr;
    switch (form) {
    case normalization_form::nfc: found = unorm2_getNFCInstance(&status); break;
    case normalization_form::nfd: found = unorm2_getNFDInstance(&status); break;
    case normalization_form::nfkc: found = unorm2_getNFKCInstance(&status); break;
    case normalization_form::nfkd: found = unorm2_getNFKDInstance(&status); break;
    }
    return U_SUCCESS(status) ? found : nullptr;
}

// The code point of one or two units of UTF-16.
constexpr char32_t joined(char16_t unit, char16_t next) noexcept {
    if ((unit & 0xFC00u) != 0xD800 || (next & 0xFC00u) != 0xDC00) return unit;
    return 0x10000 + ((unit & 0x3FFu) << 10 | (next & 0x3FFu));
}

class normalizer {
public:
    std::string out;
    alignment map;

    void clear() noexcept {
        out.clear();
        map.clear();
    }

    void run(std::string_view text, normalization_form which) {
        clear();
        text_ = text;
        form_ = icu_form(which);
        decomposed_ = icu_form(normalization_form::nfkd);
        marks_ = 0;
        if (form_ == nullptr || decomposed_ == nullptr) { // an ICU without its data
            out = text;
        } else {
            for (offset pos = 0; pos < text.size();) pos = window(pos);
        }
        map.finish(static_cast<offset>(out.size()), static_cast<offset>(text.size()));
    }

private:
    static constexpr std::size_t window_units = 1024;
    static constexpr unsigned most_marks = 30; // UAX #15, section 13
    static constexpr char16_t joiner = 0x034F; // combining grapheme joiner: stops marks from being put in order across it

    // The marks of Arabic, without asking ICU: none decomposes, and no version of Unicode will make another of them.
    static constexpr bool is_arabic_mark(char32_t c) noexcept { return c >= 0x64B && c <= 0x65F; }

    [[nodiscard]] bool boundary(char32_t c) const noexcept {
        if (is_arabic_mark(c)) return false;
        return c < 0x300 || unorm2_hasBoundaryBefore(form_, static_cast<UChar32>(c)) != 0;
    }

    // Marks at the begin and at the end of what a code point decomposes to; `all` if there is nothing else in it.
    struct marks {
        unsigned leading = 0, trailing = 0;
        bool all = false;
    };
    [[nodiscard]] marks marks_of(char32_t c) const noexcept {
        if (c < 0xC0 || (c >= 0x621 && c <= 0x64A && c != 0x622 && c != 0x623 && c != 0x624 && c != 0x625 && c != 0x626))
            return {};
        if (is_arabic_mark(c)) return {1, 1, true};
        const auto is_mark = [this](UChar32 x) { return unorm2_getCombiningClass(decomposed_, x) != 0; };
        UChar code_units[24];
        UErrorCode status = U_ZERO_ERROR;
        const int32_t size = unorm2_getDecomposition(decomposed_, static_cast<UChar32>(c), code_units, 24, &status);
        if (size < 0 || U_FAILURE(status)) { // none
            const bool mark = is_mark(static_cast<UChar32>(c));
            return {mark ? 1u : 0u, mark ? 1u : 0u, mark};
        }
        marks m;
        unsigned count = 0;
        for (int32_t i = 0; i < size; ++count) {
            const auto x = static_cast<UChar32>(joined(code_units[i], i + 1 < size ? code_units[i + 1] : u'\0'));
            i += x > 0xFFFF ? 2 : 1;
            if (is_mark(x)) {
                ++m.trailing;
                if (m.leading == count) ++m.leading;
            } else {
                m.trailing = 0;
            }
        }
        m.all = m.trailing == count;
        return m;
    }

    void push(char32_t c, offset at) {
        if (c >= 0x10000) {
            units_.push_back(static_cast<char16_t>(0xD7C0 + (c >> 10)));
            places_.push_back(at);
            c = 0xDC00 + (c & 0x3FF);
        }
        units_.push_back(static_cast<char16_t>(c));
        places_.push_back(at);
    }

    // Reads a window from `pos` on, writes it, and gives where it ends.
    offset window(offset pos) {
        // ASCII is normal, and its last character alone can have to do with what follows.
        offset ascii = pos;
        while (ascii < text_.size() && static_cast<unsigned char>(text_[ascii]) < 0x80) ++ascii;
        if (ascii < text_.size() && ascii > pos) --ascii;
        if (ascii > pos) {
            out += text_.substr(pos, ascii - pos);
            marks_ = 0;
            return ascii;
        }
        units_.clear();
        places_.clear();
        inserted_.clear();
        while (pos < text_.size()) {
            const code_point c = decode(text_, pos);
            if (!c.ok) break;
            if (!units_.empty() && boundary(c.value)) {
                if (units_.size() >= window_units) break;
                if (c.value < 0x80 && units_.size() > 1 && pos + 1 < text_.size() &&
                    static_cast<unsigned char>(text_[pos + 1]) < 0x80)
                    break;
            }
            const marks m = marks_of(c.value);
            if (marks_ + m.leading > most_marks) {
                if (units_.size() >= window_units) break; // the joiner is a boundary: the next window begins with it
                inserted_.push_back(units_.size());
                push(joiner, pos);
                marks_ = 0;
            }
            marks_ = m.all ? marks_ + m.trailing : m.trailing;
            push(c.value, pos);
            pos = c.at.end;
        }
        places_.push_back(pos);
        write();
        if (pos < text_.size()) {
            const code_point c = decode(text_, pos);
            if (!c.ok) { // bytes that are not UTF-8 stand as they are
                out += c.at.of(text_);
                marks_ = 0;
                pos = c.at.end;
            }
        }
        return pos;
    }

    [[nodiscard]] char32_t unit_at(std::size_t i) const noexcept {
        return joined(units_[i], i + 1 < units_.size() ? units_[i + 1] : u'\0');
    }
    // The second half of a code point above U+FFFF begins nothing.
    [[nodiscard]] bool begins_at(std::size_t i) const noexcept { return (units_[i] & 0xFC00u) != 0xDC00; }

    void write() {
        next_inserted_ = 0;
        for (std::size_t from = 0; from < units_.size();) {
            UErrorCode status = U_ZERO_ERROR;
            const auto rest = static_cast<int32_t>(units_.size() - from);
            std::size_t to =
                from + static_cast<std::size_t>(unorm2_spanQuickCheckYes(form_, units_.data() + from, rest, &status));
            // Its end can have to do with what follows; go back to where nothing has.
            while (to > from && to < units_.size() && !(begins_at(to) && boundary(unit_at(to)))) --to;
            copy(from, to);
            if (to == units_.size()) return;
            std::size_t end = to + 1;
            while (end < units_.size() && !(begins_at(end) && boundary(unit_at(end)))) ++end;
            change(to, end);
            from = end;
        }
    }

    // Units that are normal as they stand.
    void copy(std::size_t from, std::size_t to) {
        for (; next_inserted_ < inserted_.size() && inserted_[next_inserted_] < to; ++next_inserted_) {
            const std::size_t i = inserted_[next_inserted_];
            copy_bytes(places_[from], places_[i]);
            map.gap(static_cast<offset>(out.size()), places_[i], places_[i]);
            out += encode(joiner).view();
            map.gap(static_cast<offset>(out.size()), places_[i], places_[i]);
            from = i + 1;
        }
        if (from < to) copy_bytes(places_[from], places_[to]);
    }
    void copy_bytes(offset from, offset to) { out += text_.substr(from, to - from); }

    // Units between two boundaries, all of which become one piece; every part of it comes from the whole of them.
    void change(std::size_t from, std::size_t to) {
        const auto size = static_cast<int32_t>(to - from);
        UErrorCode status = U_ZERO_ERROR;
        if (piece_.size() < units_.size() * 4 + 32) piece_.resize(units_.size() * 4 + 32);
        int32_t made =
            unorm2_normalize(form_, units_.data() + from, size, piece_.data(), static_cast<int32_t>(piece_.size()), &status);
        if (status == U_BUFFER_OVERFLOW_ERROR) {
            status = U_ZERO_ERROR;
            piece_.resize(static_cast<std::size_t>(made) + 1);
            made =
                unorm2_normalize(form_, units_.data() + from, size, piece_.data(), static_cast<int32_t>(piece_.size()), &status);
        }
        const std::u16string_view now(piece_.data(), static_cast<std::size_t>(made));
        if (U_FAILURE(status) || now == std::u16string_view(units_).substr(from, to - from)) return copy(from, to);
        const offset begin = places_[from], end = places_[to];
        for (std::size_t i = 0; i < now.size();) {
            const char32_t c = joined(now[i], i + 1 < now.size() ? now[i + 1] : u'\0');
            i += c > 0xFFFF ? 2 : 1;
            out += encode(c).view();
            const bool last = i == now.size();
            map.gap(static_cast<offset>(out.size()), end, last ? end : begin);
        }
        while (next_inserted_ < inserted_.size() && inserted_[next_inserted_] < to) ++next_inserted_;
        check_length(out.size());
    }

    std::string_view text_;
    const UNormalizer2* form_ = nullptr;
    const UNormalizer2* decomposed_ = nullptr;
    unsigned marks_ = 0; // in a row, before this place
    std::u16string units_, piece_;
    std::vector<offset> places_;        // where each unit stands in the text, and where the last one ends
    std::vector<std::size_t> inserted_; // the units that are not in the text
    std::size_t next_inserted_ = 0;
};

} // namespace detail
}} // namespace matn

#endif
