// SPDX-License-Identifier: MIT
// Byte positions as code points or UTF-16 units, for programs whose strings count in those.
#ifndef MATN_EXAMPLES_OFFSETS_HPP
#define MATN_EXAMPLES_OFFSETS_HPP

#include <matn/utf8.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

enum class offset_unit : std::uint8_t { bytes, codepoints, utf16 };

/// Converts positions in one text. Each maximal ill-formed part counts as the one U+FFFD that a decoder makes of it.
///
/// Made in O(text); a position costs the decoding of at most 64 bytes more.
class offset_converter {
public:
    offset_converter(std::string_view text, offset_unit unit) : text_(text), unit_(unit) {
        if (unit_ == offset_unit::bytes) return;
        marks_.reserve(text.size() / stride + 2);
        matn::offset units = 0;
        matn::offset next = 0;
        for (const matn::code_point c : matn::code_points(text)) {
            if (c.at.begin >= next) {
                marks_.push_back({c.at.begin, units});
                next = static_cast<matn::offset>(marks_.size() * stride);
            }
            units += width(c);
        }
    }

    /// A position on a code-point border, in bytes, to one in the unit.
    [[nodiscard]] matn::offset operator()(matn::offset bytes) const {
        if (unit_ == offset_unit::bytes || marks_.empty()) return bytes;
        std::size_t i = bytes / stride < marks_.size() ? bytes / stride : marks_.size() - 1;
        while (i > 0 && marks_[i].bytes > bytes) --i;
        auto [pos, units] = marks_[i];
        while (pos < bytes) {
            const matn::code_point c = matn::decode(text_, pos);
            units += width(c);
            pos = c.at.end;
        }
        return units;
    }

private:
    static constexpr std::size_t stride = 64;
    struct mark {
        matn::offset bytes;
        matn::offset units;
    };
    [[nodiscard]] matn::offset width(matn::code_point c) const { return unit_ == offset_unit::utf16 && c.value > 0xFFFF ? 2 : 1; }

    std::string_view text_;
    offset_unit unit_;
    std::vector<mark> marks_;
};

#endif
