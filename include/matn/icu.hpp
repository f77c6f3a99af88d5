// SPDX-License-Identifier: MIT
// What ICU does at run time: the four normalization forms, with the way back, texts in old encodings to UTF-8, names of months.
//
// The only header that uses ICU; link matn::icu. It is not part of matn.hpp.
#ifndef MATN_ICU_HPP
#define MATN_ICU_HPP

#include <matn/alignment.hpp>
#include <matn/detail/buffer.hpp>
#include <matn/detail/date_item.hpp>
#include <matn/detail/encoding_guess.hpp>
#include <matn/detail/normalizer.hpp>
#include <matn/result.hpp>
#include <matn/stage.hpp>
#include <matn/utf8.hpp>

#include <cstring>

namespace matn { inline namespace v0 {

/// A text in a normalization form, and how its bytes correspond to the text as it was. Refers to nothing: it owns the normalized
/// text.
template <normalization_form Form>
class normal_text {
public:
    /// The normalized text.
    [[nodiscard]] std::string_view text() const noexcept { return work_.out; }
    /// Where a slice of the normalized text stands in the text as it was: O(log of the changes).
    [[nodiscard]] slice source(slice at) const noexcept { return work_.map.source(at); }
    /// Where a slice of the text as it was stands in the normalized text: O(log of the changes).
    [[nodiscard]] slice normalized_at(slice source) const noexcept { return work_.map.folded_at(source); }
    [[nodiscard]] const alignment& map() const noexcept { return work_.map; }

    /// Normalizes a text into this one's memory; no allocation once the memory has grown.
    void assign(std::string_view text) {
        detail::check_length(text.size());
        work_.run(text, Form);
    }

private:
    detail::normalizer work_;
};

template <normalization_form Form>
struct normal_text_fn : adaptor {
    [[nodiscard]] normal_text<Form> operator()(std::string_view text) const {
        normal_text<Form> n;
        n.assign(text);
        return n;
    }
    void run(std::string_view text, normal_text<Form>& out) const { out.assign(text); }
};
/// Normalizes a text: `matn::nfc(text)`, `text | matn::nfkd`. As stages they make the one `normalized<...>` of the document.
///
/// UAX #15 with the Stream-Safe Text Format of its section 13: a run of more than 30 marks is cut by U+034F, so that time is
/// linear for every text. Bytes that are not UTF-8 pass through as they are.
inline constexpr normal_text_fn<normalization_form::nfc> nfc{};
inline constexpr normal_text_fn<normalization_form::nfd> nfd{};   ///< see nfc
inline constexpr normal_text_fn<normalization_form::nfkc> nfkc{}; ///< see nfc
inline constexpr normal_text_fn<normalization_form::nfkd> nfkd{}; ///< see nfc

/// What bytes in an unknown encoding most probably are.
struct encoding_guess {
    std::string_view name; ///< "UTF-8", "windows-1256", "ISO-8859-6" or "windows-1252"
    float confidence = 0;  ///< 0 to 1
};
/// Guesses the encoding of a text in one of our languages from its first 16 KB: well-formed UTF-8 is UTF-8; else the encoding in
/// which the bytes are words of Arabic letters, or else Latin words with accents. Linear; allocates nothing.
[[nodiscard]] inline encoding_guess guess_encoding(std::string_view bytes) noexcept {
    const auto [name, confidence] = detail::guess_encoding(bytes);
    return {name, confidence};
}

/// Why bytes could not be converted.
enum class conversion_error : std::uint8_t {
    unknown_encoding,     ///< ICU has no encoding of this name
    not_one_byte_a_letter ///< an encoding whose characters differ in length, such as UTF-16
};

struct conversion_options {
    std::string_view encoding = {}; ///< a name that ICU knows; empty: guessed
};

/// A text that was in an encoding of one byte a character, as UTF-8.
class converted {
public:
    /// The text as UTF-8.
    [[nodiscard]] std::string_view text() const noexcept { return out_; }
    /// The encoding that it was in: as asked for, or as guessed.
    [[nodiscard]] std::string_view encoding() const noexcept { return encoding_; }
    /// The bytes of the source that mean nothing in its encoding, each of which is U+FFFD in the text; or are not UTF-8, and
    /// stand as they were.
    [[nodiscard]] std::span<const damage> damages() const noexcept { return damages_; }
    /// Where a slice of the text stands among the bytes as they were: O(1).
    [[nodiscard]] slice source(slice at) const noexcept { return {source_of(at.begin), source_of(at.end)}; }
    /// Where a slice of the bytes as they were stands in the text: O(log bytes).
    [[nodiscard]] slice converted_at(slice source) const noexcept { return {place_of(source.begin), place_of(source.end)}; }

private:
    friend result<converted, conversion_error> to_utf8(std::string_view bytes, const conversion_options& options);

    static constexpr offset block = 64; // of the text; the number of characters before each is kept

    static bool begins(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80; }
    [[nodiscard]] offset source_of(offset at) const noexcept {
        if (starts_.empty()) return at; // it was UTF-8
        offset n = starts_[at / block];
        for (offset i = at / block * block; i < at; ++i) n += begins(out_[i]);
        return n;
    }
    [[nodiscard]] offset place_of(offset source) const noexcept {
        if (starts_.empty()) return source;
        std::size_t low = 0, high = starts_.size(); // the last block with at most `source` characters before it
        while (high - low > 1) {
            const std::size_t middle = low + (high - low) / 2;
            if (starts_[middle] <= source) low = middle;
            else high = middle;
        }
        const auto size = static_cast<offset>(out_.size());
        if (source >= starts_.back()) return size;
        auto at = static_cast<offset>(low) * block;
        for (offset n = starts_[low]; at < size && !(n == source && begins(out_[at])); ++at) n += begins(out_[at]);
        return at;
    }

    std::string out_, encoding_;
    std::vector<damage> damages_;
    std::vector<offset> starts_;
};

/// Converts bytes in an encoding of one byte a character, named or guessed, to UTF-8: O(bytes). UTF-8 is kept as it is and its
/// damage is reported.
///
/// The text can be as much as three times as long; throws std::length_error where that is 4 GiB.
[[nodiscard]] inline result<converted, conversion_error> to_utf8(std::string_view bytes, const conversion_options& options = {}) {
    detail::check_length(bytes.size());
    converted made;
    made.encoding_ = options.encoding.empty() ? guess_encoding(bytes).name : options.encoding;
    if (made.encoding_ == "UTF-8" || made.encoding_ == "utf-8" || made.encoding_ == "UTF8" || made.encoding_ == "utf8") {
        made.out_ = bytes;
        made.damages_ = damages(std::string_view(made.out_));
        return made;
    }
    detail::byte_meanings meanings;
    UErrorCode status = U_ZERO_ERROR;
    UConverter* const converter = ucnv_open(made.encoding_.c_str(), &status);
    if (U_FAILURE(status)) return conversion_error::unknown_encoding;
    const bool single = ucnv_getMinCharSize(converter) == 1 && ucnv_getMaxCharSize(converter) == 1;
    for (unsigned b = 0; single && b < 256; ++b) {
        const auto byte = static_cast<char>(static_cast<unsigned char>(b));
        UChar unit[4] = {};
        status = U_ZERO_ERROR;
        const int32_t size = ucnv_toUChars(converter, unit, 4, &byte, 1, &status);
        meanings.of[b] = U_SUCCESS(status) && size == 1 ? unit[0] : char16_t{0xFFFD};
    }
    ucnv_close(converter);
    if (!single) return conversion_error::not_one_byte_a_letter;

    encoded as[256];
    for (unsigned b = 0; b < 256; ++b) as[b] = encode(meanings.of[b]);
    std::size_t size = 0;
    for (const char b : bytes) size += as[static_cast<unsigned char>(b)].size;
    detail::check_length(size);
    made.out_.resize(size + sizeof as->bytes); // all four bytes of the last one are written as well
    made.starts_.reserve(size / converted::block + 2);
    made.starts_.push_back(0);
    std::size_t end = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        const auto at = static_cast<offset>(i);
        if (meanings.of[byte] == 0xFFFD) made.damages_.push_back({{at, at + 1}, damage_reason::stray});
        std::memcpy(made.out_.data() + end, as[byte].bytes, sizeof as->bytes);
        const std::size_t before = end;
        end += as[byte].size;
        // A block that begins within this character has it behind it.
        if (const std::size_t next = made.starts_.size() * converted::block; next < end)
            made.starts_.push_back(at + (next > before ? 1 : 0));
    }
    made.out_.resize(size);
    made.starts_.push_back(static_cast<offset>(bytes.size()));
    return made;
}

/// The names of the months of a locale, as ICU has them from CLDR: a source of names for dates in a language that matn does not know.
///
///     const matn::locale_names turkish("tr");
///     matn::dates(text, {.names = turkish.names()});
///
/// Names of all three calendars, as they stand alone and as they stand in a date. Left out are names that are none (M01), and Latin ones
/// where the locale writes another script: those are not of its language.
class locale_names {
public:
    /// Reads the names of a locale such as "tr" or "ug". A locale that ICU does not know has none.
    explicit locale_names(const std::string& locale) {
        UErrorCode status = U_ZERO_ERROR;
        ures_close(ures_open(nullptr, locale.c_str(), &status));
        if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING) return; // else ICU takes the locale of the environment
        struct found {
            std::size_t begin, end;
            calendar in;
            std::uint8_t month;
        };
        detail::buffer<found> all;
        bool latin = true; // what the names of its Gregorian months are
        for (const calendar in : {calendar::gregorian, calendar::solar_hijri, calendar::lunar_hijri})
            for (std::uint8_t month = 1; month <= 12; ++month)
                for (const char16_t letter : {u'L', u'M'}) {
                    const std::size_t begin = text_.size();
                    if (!read(locale, in, month, letter)) continue;
                    const std::string_view name(text_.data() + begin, text_.size() - begin);
                    const bool ascii = static_cast<unsigned char>(name[0]) < 0x80;
                    if (in == calendar::gregorian && !ascii && static_cast<unsigned char>(name[0]) >= 0xCD) latin = false;
                    const bool known =
                        !all.empty() && all.back().month == month && all.back().in == in &&
                        name == std::string_view(text_.data() + all.back().begin, all.back().end - all.back().begin);
                    if (known || (ascii && !latin)) text_.resize(begin);
                    else all.push_back({begin, text_.size(), in, month});
                }
        for (const found& f : all) names_.push_back({{text_.data() + f.begin, f.end - f.begin}, f.in, f.month, 0});
    }
    locale_names(const locale_names&) = delete; // the names point into it; it can be moved
    locale_names& operator=(const locale_names&) = delete;
    locale_names(locale_names&&) noexcept = default;
    locale_names& operator=(locale_names&& other) noexcept {
        text_.swap(other.text_);
        names_.swap(other.names_);
        return *this;
    }

    /// The names, for date_options::names; they live as long as this does.
    [[nodiscard]] std::span<const date_name> names() const noexcept { return {names_.data(), names_.size()}; }

private:
    // Appends the name of a month. ICU prints a day in the middle of it, which no time zone and no sighting of the moon moves to another.
    bool read(const std::string& locale, calendar in, std::uint8_t month, char16_t letter) {
        const day middle = in == calendar::gregorian     ? day(gregorian(2021, month, 15))
                           : in == calendar::solar_hijri ? day(solar_hijri(1400, month, 15))
                                                         : day(lunar_hijri(1442, month, 15));
        const std::string with = locale + (in == calendar::gregorian     ? "@calendar=gregorian"
                                           : in == calendar::solar_hijri ? "@calendar=persian"
                                                                         : "@calendar=islamic-umalqura");
        const UChar pattern[] = {'{', '0', ',', 'd', 'a', 't', 'e', ',', letter, letter, letter, letter, '}'};
        UChar name[64];
        UErrorCode status = U_ZERO_ERROR;
        const double noon = (middle.since_1970 * 24.0 + 12.0) * 3600000.0;
        const int32_t size = u_formatMessage(with.c_str(), pattern, 13, name, 64, &status, noon);
        if (U_FAILURE(status) || size <= 0 || size > 64) return false;
        const std::size_t begin = text_.size();
        for (int32_t i = 0; i < size; ++i) {
            const char32_t c = name[i];
            const bool surrogate = c >= 0xD800 && c < 0xE000;
            if (surrogate || (c >= '0' && c <= '9') || c == '.') {
                text_.resize(begin);
                return false;
            }
            const auto bytes = encode(c);
            for (const char b : bytes.view()) text_.push_back(b);
        }
        return true;
    }

    detail::buffer<char> text_;
    detail::buffer<date_name> names_;
};

namespace detail {
template <normalization_form Form, class Stage>
struct missing_layer<normal_text<Form>, Stage> {
    static_assert(never<Stage>,
                  "matn: a stage reads a normalized text; put matn::nfc (or nfd, nfkc, nfkd, whichever it reads) before it");
    static constexpr bool ok = false;
};
} // namespace detail

}} // namespace matn

#endif
