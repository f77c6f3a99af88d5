// SPDX-License-Identifier: MIT
// From folded bytes back to the bytes of the text, and the other way: one entry each time the two fall out of step.
#ifndef MATN_ALIGNMENT_HPP
#define MATN_ALIGNMENT_HPP

#include <matn/slice.hpp>

#include <cstddef>
#include <vector>

namespace matn { inline namespace v0 {

/// How a text and what was made of it (folded, normalized, converted) correspond, byte by byte. Offsets are bytes on both sides.
///
/// A boundary between two folded bytes can stand for a gap in the text, where something was folded away. A slice that
/// begins at the boundary begins after the gap; a slice that ends there ends before it. Slices on code-point borders come out
/// on code-point borders; order is kept; the whole comes from the whole.
class alignment {
public:
    /// Forgets everything and keeps its memory.
    void clear() noexcept {
        gaps_.clear();
        folded_size_ = source_size_ = 0;
        shift_ = 0;
    }

    /// At `folded`, what came before ends at `left` of the text and what comes next begins at `right`. Call it in folded order.
    ///
    /// A code point that became several has a gap between any two of them with `left` at its end and `right` at its begin: each
    /// part of it comes from the whole of it. Calls at which the two texts are still in step cost nothing.
    void gap(offset folded, offset left, offset right) {
        if (!gaps_.empty() && gaps_.back().folded == folded) {
            // Two marks in a row both belong to the letter before; a mark after a joiner does not reach over it.
            if (gaps_.back().left == gaps_.back().right) gaps_.back().left = left;
            gaps_.back().right = right;
        } else if (left != right || folded + shift_ != right) {
            gaps_.push_back({folded, left, right});
        } else {
            return;
        }
        shift_ = right - folded;
    }

    /// Both texts end here. Without it the last slice is not known to be the whole.
    void finish(offset folded_size, offset source_size) noexcept {
        folded_size_ = folded_size;
        source_size_ = source_size;
    }

    /// The slice of the text that a slice of the folded text came from: O(log size()).
    [[nodiscard]] slice source(slice folded) const noexcept {
        if (folded.begin == 0 && folded.end == folded_size_) return {0, source_size_};
        const slice found{source_begin(folded.begin), source_end(folded.end)};
        return found.begin <= found.end ? found : slice{found.end, found.end}; // an empty slice at a gap
    }

    /// The slice of the folded text that came from a slice of the text: O(log size()). Empty where all of it was folded away.
    [[nodiscard]] slice folded_at(slice source) const noexcept {
        const slice found{folded_begin(source.begin), folded_end(source.end)};
        return found.begin <= found.end ? found : slice{found.end, found.end};
    }

    /// How many entries it takes; 0 if the two texts are in step throughout.
    [[nodiscard]] std::size_t size() const noexcept { return gaps_.size(); }
    [[nodiscard]] offset folded_size() const noexcept { return folded_size_; }
    [[nodiscard]] offset source_size() const noexcept { return source_size_; }

    /// Folding what was folded: `first` leads from a text to its folded form, `second` from that to what was made of it; the result
    /// leads from the first text to the last. O(entries of both * log).
    [[nodiscard]] static alignment compose(const alignment& first, const alignment& second) {
        alignment out;
        const auto add = [&](offset folded) {
            out.gap(folded, first.source_end(second.source_end(folded)), first.source_begin(second.source_begin(folded)));
        };
        std::size_t next = 0; // of second's entries, merged with where first's entries come out
        for (const entry& e : first.gaps_) {
            for (const offset at : {second.folded_begin(e.folded), second.folded_end(e.folded)}) {
                while (next < second.gaps_.size() && second.gaps_[next].folded <= at) add(second.gaps_[next++].folded);
                if (out.gaps_.empty() || out.gaps_.back().folded < at) add(at);
            }
        }
        while (next < second.gaps_.size()) add(second.gaps_[next++].folded);
        out.finish(second.folded_size_, first.source_size_);
        return out;
    }

    friend bool operator==(const alignment&, const alignment&) = default;

private:
    struct entry {
        offset folded, left, right;
        friend bool operator==(const entry&, const entry&) = default;
    };

    // How many entries come before the first for which `after` holds; `after` is false, then true.
    template <class After>
    [[nodiscard]] std::size_t count_before(After after) const noexcept {
        std::size_t from = 0;
        for (std::size_t n = gaps_.size(); n > 0;) {
            const std::size_t half = n / 2;
            if (!after(gaps_[from + half])) {
                from += half + 1;
                n -= half + 1;
            } else {
                n = half;
            }
        }
        return from;
    }
    // The entry that begins the stretch before the i-th; the text's begin is one too.
    [[nodiscard]] entry start(std::size_t i) const noexcept { return i == 0 ? entry{0, 0, 0} : gaps_[i - 1]; }

    [[nodiscard]] offset source_begin(offset folded) const noexcept {
        const entry e = start(count_before([folded](const entry& g) { return g.folded > folded; }));
        return e.right + (folded - e.folded);
    }
    [[nodiscard]] offset source_end(offset folded) const noexcept {
        const entry e = start(count_before([folded](const entry& g) { return g.folded > folded; }));
        return e.folded == folded ? e.left : e.right + (folded - e.folded);
    }
    [[nodiscard]] offset folded_begin(offset source) const noexcept {
        const std::size_t i = count_before([source](const entry& g) { return g.left > source; });
        const entry e = start(i);
        const offset length = (i < gaps_.size() ? gaps_[i].folded : folded_size_) - e.folded;
        const offset in = source > e.right ? source - e.right : 0;
        return e.folded + (in < length ? in : length);
    }
    [[nodiscard]] offset folded_end(offset source) const noexcept {
        const std::size_t i = count_before([source](const entry& g) { return g.right >= source; });
        const entry e = start(i);
        const offset next = i < gaps_.size() ? gaps_[i].folded : folded_size_;
        if (i < gaps_.size() ? source >= gaps_[i].left : source >= source_size_) return next;
        const offset in = source > e.right ? source - e.right : 0;
        return e.folded + (in < next - e.folded ? in : next - e.folded);
    }

    std::vector<entry> gaps_;
    offset folded_size_ = 0, source_size_ = 0;
    offset shift_ = 0; // text minus folded, modulo 2^32, since the last entry
};

}} // namespace matn

#endif
