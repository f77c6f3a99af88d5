// SPDX-License-Identifier: MIT
// Bytes that are put together from many short pieces.
#ifndef MATN_EXAMPLES_BYTE_WRITER_HPP
#define MATN_EXAMPLES_BYTE_WRITER_HPP

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

/// Grows like a string, and keeps its memory. An answer has a dozen pieces for each thing found: a literal is copied by a store or two, and a
/// number written where it stands, while std::string would take half of the time that all of the command takes besides analysing.
class byte_writer {
public:
    void clear() { size_ = 0; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::string_view view() const { return {bytes_.data(), size_}; }

    template <std::size_t Size>
    byte_writer& literal(const char (&piece)[Size]) {
        std::memcpy(room(Size - 1), piece, Size - 1);
        size_ += Size - 1;
        return *this;
    }
    byte_writer& add(std::string_view piece) {
        char* const to = room(piece.size());
        if (!piece.empty()) std::memcpy(to, piece.data(), piece.size());
        size_ += piece.size();
        return *this;
    }
    byte_writer& number(std::uint64_t n) {
        char digits[20];
        char* first = digits + sizeof digits;
        for (; n >= 10; n /= 10) *--first = static_cast<char>('0' + n % 10);
        *--first = static_cast<char>('0' + n);
        return add({first, static_cast<std::size_t>(digits + sizeof digits - first)});
    }

private:
    // Where the next bytes go.
    char* room(std::size_t more) {
        if (bytes_.size() - size_ < more) bytes_.resize(2 * bytes_.size() + more + 256);
        return bytes_.data() + size_;
    }

    std::string bytes_; // of which the first size_ are written
    std::size_t size_ = 0;
};

#endif
