// SPDX-License-Identifier: MIT
// Tells Windows-1256, ISO 8859-6 and Windows-1252 apart by how common the letters are that the bytes would be.
#ifndef MATN_DETAIL_ENCODING_GUESS_HPP
#define MATN_DETAIL_ENCODING_GUESS_HPP

#include <matn/utf8.hpp>

namespace matn { inline namespace v0 { namespace detail {

// What each byte of a one-byte encoding means.
struct byte_meanings {
    char16_t of[256] = {};
};

// Bits that a letter costs, U+0621-064A: minus the logarithm of its share in Arabic, Persian, Urdu and Pashto text together.
inline constexpr std::uint8_t letter_bits[] = {10, 9, 8, 12, 9, 8,  3,  5,  7,  5,  9,  7, 7, 7, 4, 9, 4, 7, 5, 6, 8,
                                               9,  8, 9, 6,  8, 14, 14, 14, 14, 14, 13, 6, 7, 8, 4, 4, 4, 5, 4, 9, 5};
inline constexpr unsigned impossible_bits = 14, mark_bits = 11, punctuation_bits = 8;

constexpr unsigned bits_of_arabic(unsigned c) noexcept { return c >= 0x621 && c <= 0x64A ? letter_bits[c - 0x621] : mark_bits; }

// Bytes 80 to FF.
constexpr unsigned bits_in_iso_8859_6(unsigned b) noexcept {
    if (b >= 0xC1 && b <= 0xDA) return bits_of_arabic(b - 0xC1 + 0x621);
    if (b >= 0xE0 && b <= 0xF2) return bits_of_arabic(b - 0xE0 + 0x640);
    return b == 0xAC || b == 0xBB || b == 0xBF || b == 0xA0 ? punctuation_bits : impossible_bits;
}
constexpr unsigned bits_in_windows_1256(unsigned b) noexcept {
    if (b >= 0xC1 && b <= 0xD6) return bits_of_arabic(b - 0xC1 + 0x621);
    if (b >= 0xD8 && b <= 0xDB) return bits_of_arabic(b - 0xD8 + 0x637);
    if (b >= 0xDC && b <= 0xDF) return bits_of_arabic(b - 0xDC + 0x640);
    if (b >= 0xE3 && b <= 0xE6) return bits_of_arabic(b - 0xE3 + 0x645);
    switch (b) {
    case 0xE1: return bits_of_arabic(0x644);
    case 0xEC: return bits_of_arabic(0x649);
    case 0xED: return bits_of_arabic(0x64A);
    case 0x81:
    case 0x98:
    case 0x90:
    case 0xC0:
    case 0xFF: return 7; // پ ک گ ہ ے
    case 0x8A:
    case 0x8D:
    case 0x8E:
    case 0x8F:
    case 0x9A:
    case 0x9F:
    case 0xAA: return 8; // ٹ چ ژ ڈ ڑ ں ھ
    case 0xF0:
    case 0xF1:
    case 0xF2:
    case 0xF3:
    case 0xF5:
    case 0xF6:
    case 0xF8:
    case 0xFA: return mark_bits;
    case 0xA1:
    case 0xBA:
    case 0xBF:
    case 0x93:
    case 0x94:
    case 0x91:
    case 0x92:
    case 0xAB:
    case 0xBB:
    case 0x96:
    case 0x9D:
    case 0xA0:
    case 0x85: return punctuation_bits;
    default: return impossible_bits - 1;
    }
}

struct guessed_encoding {
    std::string_view name;
    float confidence;
};

constexpr guessed_encoding guess_encoding(std::string_view bytes) noexcept {
    const bool cut = bytes.size() > 16384;
    if (cut) bytes = bytes.substr(0, 16384);
    const auto at = [bytes](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u; };
    const auto ascii_letter = [](unsigned b) { return (b | 0x20u) - 'a' < 26u; };
    std::size_t high = 0, broken = 0, sound = 0, in_latin_words = 0;
    std::uint64_t windows = 0, iso = 0;
    for (offset pos = 0; pos < bytes.size();) { // as UTF-8
        const code_point c = decode(bytes, pos);
        const bool last = cut && c.at.end == bytes.size(); // a character cut in two proves nothing
        if (!c.ok && !last) ++broken;
        else if (c.ok && c.at.size() > 1) ++sound;
        pos = c.at.end;
    }
    // Bytes of other encodings form characters of UTF-8 by chance, but few; broken UTF-8 is mostly sound.
    if (broken * 2 <= sound) return {"UTF-8", broken == 0 ? 1.0F : 0.9F};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const unsigned b = at(i);
        if (b < 0x80) continue;
        ++high;
        windows += bits_in_windows_1256(b);
        iso += bits_in_iso_8859_6(b);
        // Arabic words are of high bytes throughout; in Latin ones an accented letter has plain letters beside it.
        if (b >= 0xC0 && (ascii_letter(at(i + 1)) || (i > 0 && ascii_letter(at(i - 1))))) ++in_latin_words;
    }
    // One or two letters decide nothing; a dozen do.
    const auto sure = [](std::uint64_t worse, std::uint64_t better) {
        const std::uint64_t by = worse - better;
        return by >= 40 ? 0.99F : 0.5F + static_cast<float>(by) / 82;
    };
    if (in_latin_words * 2 > high) return {"windows-1252", high > 4 ? 0.9F : 0.6F};
    return iso < windows ? guessed_encoding{"ISO-8859-6", sure(windows, iso)}
                         : guessed_encoding{"windows-1256", sure(iso, windows)};
}

}}} // namespace matn::v0::detail

#endif
