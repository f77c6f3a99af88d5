// SPDX-License-Identifier: MIT
// Reads a long text in pieces that end where a paragraph ends.
#ifndef MATN_PIECES_HPP
#define MATN_PIECES_HPP

#include <matn/slice.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

namespace matn { inline namespace v0 {

/// A part of a long text, and where it starts in the whole: `p.from + item.at.begin` is a place in the whole.
struct piece {
    std::string_view text;
    std::uint64_t from = 0; ///< bytes from the start of the whole
};

/// What `pieces` reads from: std::istream and its kin.
template <class S>
concept byte_stream = requires(S& in, char* to, std::ptrdiff_t n) {
    in.read(to, n);
    { in.gcount() } -> std::convertible_to<std::ptrdiff_t>;
    static_cast<bool>(in);
};

/// A stream in pieces of about the size asked for (at most it, if no paragraph is longer), each ending after a line feed.
///
/// `for (matn::piece p : matn::pieces(file))`: a single pass; a piece is valid until the next one. The memory is twice a piece. A
/// paragraph longer than a piece is kept whole up to 16 pieces; past that it is cut between two code points.
template <byte_stream Stream>
class pieces {
public:
    explicit pieces(Stream& in, std::size_t size = std::size_t{1} << 20) : in_(&in), size_(size == 0 ? 1 : size) {}

    class iterator {
    public:
        using value_type = piece;
        using difference_type = std::ptrdiff_t;
        using iterator_concept = std::input_iterator_tag;

        iterator() = default;
        explicit iterator(pieces& p) : p_(&p) { ++*this; }
        [[nodiscard]] piece operator*() const { return {std::string_view(p_->buffer_).substr(0, p_->cut_), p_->from_}; }
        iterator& operator++() {
            if (!p_->next()) p_ = nullptr;
            return *this;
        }
        void operator++(int) { ++*this; }
        friend bool operator==(const iterator& a, std::default_sentinel_t) noexcept { return a.p_ == nullptr; }

    private:
        pieces* p_ = nullptr;
    };
    [[nodiscard]] iterator begin() { return iterator(*this); }
    [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

private:
    static constexpr std::size_t longest_paragraph = 16; // pieces

    // Moves on by the piece that was given and finds the next one.
    bool next() {
        buffer_.erase(0, cut_);
        from_ += cut_;
        cut_ = 0;
        std::size_t searched = 0;
        for (;;) {
            if (buffer_.size() < size_ || searched > 0) read();
            if (buffer_.empty()) return false;
            // The last paragraph that ends within the size asked for; in a longer paragraph, its end.
            std::size_t line = searched == 0 ? buffer_.rfind('\n', size_ - 1) : std::string::npos;
            if (line == std::string::npos) line = buffer_.find('\n', searched == 0 && buffer_.size() > size_ ? size_ : searched);
            if (line != std::string::npos) return cut_ = line + 1, true;
            if (!*in_) return cut_ = buffer_.size(), true;
            if (buffer_.size() >= size_ * longest_paragraph) return cut_ = before_code_point(buffer_.size()), true;
            searched = buffer_.size();
        }
    }
    void read() {
        const std::size_t had = buffer_.size();
        if (!*in_) return;
        buffer_.resize(had + size_);
        in_->read(buffer_.data() + had, static_cast<std::ptrdiff_t>(size_));
        buffer_.resize(had + static_cast<std::size_t>(in_->gcount()));
    }
    // The start of the code point that is perhaps not whole at `at`, looking back at most its three bytes.
    [[nodiscard]] std::size_t before_code_point(std::size_t at) const noexcept {
        for (std::size_t back = 1; back <= 3 && back < at; ++back) {
            const auto b = static_cast<unsigned char>(buffer_[at - back]);
            if (b >= 0xC0) return at - back;
            if (b < 0x80) break;
        }
        return at;
    }

    Stream* in_;
    std::size_t size_;
    std::string buffer_;
    std::size_t cut_ = 0; // the piece that was given is the first `cut_` bytes of the buffer
    std::uint64_t from_ = 0;
};

}} // namespace matn

#endif
