// SPDX-License-Identifier: MIT
// From folded bytes back to the bytes of the text, and the other way: one entry each time the two fall out of step.
#ifndef MATN_ALIGNMENT_HPP
#define MATN_ALIGNMENT_HPP

#include <matn/detail/buffer.hpp>
#include <matn/slice.hpp>

#include <cstddef>
#include <cstdint>

namespace matn { inline namespace v0 {

/// How a text and what was made of it (folded, normalized, converted) correspond, byte by byte. Offsets are bytes on both sides.
///
/// A boundary between two folded bytes can stand for a gap in the text, where something was folded away. A slice that
/// begins at the boundary begins after the gap; a slice that ends there ends before it. Slices on code-point borders come out
/// on code-point borders; order is kept; the whole comes from the whole. An entry takes 2 bytes as a rule.
class alignment {
public:
    /// Forgets everything and keeps its memory.
    void clear() noexcept {
        units_.clear();
        marks_.clear();
        last_ = stored_ = {};
        count_ = 0;
        folded_size_ = source_size_ = 0;
    }

    /// At `folded`, what came before ends at `left` of the text and what comes next begins at `right`. Call it in folded order.
    ///
    /// A code point that became several has a gap between any two of them with `left` at its end and `right` at its begin: each
    /// part of it comes from the whole of it. Calls at which the two texts are still in step cost nothing.
    void gap(offset folded, offset left, offset right) {
        if (last_.folded == folded && count_ != 0) {
            // Two marks in a row both belong to the letter before; a mark after a joiner does not reach over it.
            if (last_.left == last_.right) last_.left = left;
            last_.right = right;
        } else if (left != right || right - folded != last_.right - last_.folded) {
            if (count_ != 0) store();
            last_ = {folded, left, right};
            ++count_;
        }
    }

    /// Both texts end here. Without it the last slice is not known to be the whole.
    void finish(offset folded_size, offset source_size) noexcept {
        folded_size_ = folded_size;
        source_size_ = source_size;
    }

    /// The slice of the text that a slice of the folded text came from: O(log size()).
    [[nodiscard]] slice source(slice folded) const noexcept {
        if (folded.begin == 0 && folded.end == folded_size_) return {0, source_size_};
        const position from = find_folded(folded.begin);
        const position to = ahead(from, folded.end, [](const entry& g) { return g.folded; }) ? find_folded(folded.end) : from;
        return in_order({from.source_begin(folded.begin), to.source_end(folded.end)});
    }

    /// The slice of the folded text that came from a slice of the text: O(log size()). Empty where all of it was folded away.
    [[nodiscard]] slice folded_at(slice source) const noexcept {
        return in_order({folded_begin(source.begin), folded_end(source.end)});
    }

    /// How many entries it has; 0 if the two texts are in step throughout.
    [[nodiscard]] std::size_t size() const noexcept { return count_; }
    /// How many bytes they take.
    [[nodiscard]] std::size_t bytes() const noexcept {
        return units_.size() * sizeof(unit) + marks_.size() * sizeof(entry) + (count_ != 0 ? sizeof(entry) : 0);
    }
    [[nodiscard]] offset folded_size() const noexcept { return folded_size_; }
    [[nodiscard]] offset source_size() const noexcept { return source_size_; }

    /// Folding what was folded: `first` leads from a text to its folded form, `second` from that to what was made of it; the result
    /// leads from the first text to the last. O(entries of both * log).
    [[nodiscard]] static alignment compose(const alignment& first, const alignment& second) {
        alignment out;
        compose(first, second, out);
        return out;
    }
    /// The same, into memory that you have; `out` is neither of the two.
    static void compose(const alignment& first, const alignment& second, alignment& out) {
        out.clear();
        offset reached = 0;
        const auto add = [&](offset folded) {
            out.gap(folded, first.source_end(second.source_end(folded)), first.source_begin(second.source_begin(folded)));
            reached = folded + 1;
        };
        position next = second.front(); // merged with where first's entries come out
        for (position e = first.front(); e.has_next; first.step(e)) {
            for (const offset at : {second.folded_begin(e.next.folded), second.folded_end(e.next.folded)}) {
                for (; next.has_next && next.next.folded <= at; second.step(next)) add(next.next.folded);
                if (reached <= at) add(at);
            }
        }
        for (; next.has_next; second.step(next)) add(next.next.folded);
        out.finish(second.folded_size_, first.source_size_);
    }

    friend bool operator==(const alignment&, const alignment&) = default;

private:
    struct entry {
        offset folded = 0, left = 0, right = 0;
        friend bool operator==(const entry&, const entry&) = default;
    };

    // An entry is kept as its difference from the one before, in one unit of 16 bits where it is of a usual shape: the distance
    // in the folded text and, above, the number of the shape. Farther entries have a unit before them; others follow as they are.
    using unit = std::uint16_t;
    static constexpr unsigned distance_bits = 10, distance_end = 1u << distance_bits;
    // The shapes: `left` is as far as `folded` and `ahead` more, `right` is `wide` behind it.
    struct shape {
        signed char ahead, wide;
    };
    static constexpr unsigned plain_shapes = 40; // wide is 0, ahead is the number less `plain_zero`
    static constexpr int plain_zero = 8;
    static constexpr shape wide_shapes[] = {{0, 3},  {1, 3},   {2, 3},   {4, 3},  {0, 2},  {1, 2},   {2, 2},
                                            {0, 6},  {0, 5},   {0, 4},   {0, 9},  {3, 3},  {6, 3},   {0, 1},
                                            {1, -3}, {-1, -3}, {-3, -3}, {2, -3}, {0, -3}, {-2, -3}, {3, 1}};
    static constexpr unsigned far = 61;   // its distance counts for distance_end each, and no entry is here
    static constexpr unsigned whole = 62; // the three offsets as they are
    static constexpr std::size_t whole_units = 7;
    static constexpr std::size_t units_a_mark = 64; // an entry does not reach across them
    static_assert(plain_shapes + sizeof wide_shapes / sizeof *wide_shapes == far);

    // The number of a shape by how far it is ahead and how wide, both from -3 on; `whole` where there is none.
    static constexpr std::uint8_t below_zero = 3;
    static constexpr unsigned most_ahead = 10, most_wide = 13;
    struct shape_table {
        std::uint8_t of[most_ahead][most_wide];
    };
    static constexpr shape_table wide_shape_numbers = [] {
        shape_table t{};
        for (auto& row : t.of)
            for (std::uint8_t& n : row) n = whole;
        std::uint8_t n = plain_shapes;
        for (const shape s : wide_shapes) t.of[s.ahead + below_zero][s.wide + below_zero] = n++;
        return t;
    }();
    static constexpr unsigned shape_of(std::uint32_t ahead, std::uint32_t wide) noexcept {
        if (wide == 0 && ahead + plain_zero < plain_shapes) return ahead + plain_zero;
        const std::uint32_t row = ahead + below_zero, column = wide + below_zero;
        return row < most_ahead && column < most_wide ? wide_shape_numbers.of[row][column] : whole;
    }

    // Encodes last_, behind stored_.
    void store() {
        const offset distance = last_.folded - stored_.folded;
        const unsigned number = shape_of(last_.left - stored_.right - distance, last_.right - last_.left);
        const std::size_t in_mark = units_.size() % units_a_mark;
        if (in_mark == 0) marks_.push_back(stored_);
        if (distance < distance_end && number != whole) {
            units_.push_back(static_cast<unit>(distance | number << distance_bits));
        } else {
            store_long(distance, number, in_mark);
        }
        stored_ = last_;
    }
    void store_long(offset distance, unsigned number, std::size_t in_mark) {
        const bool as_it_is = number == whole || distance >= distance_end << distance_bits;
        if (in_mark + (as_it_is ? whole_units : 2) > units_a_mark) { // no room before the next mark: nothing, up to it
            while (units_.size() % units_a_mark != 0) units_.push_back(static_cast<unit>(far << distance_bits));
            marks_.push_back(stored_);
        }
        if (!as_it_is) {
            units_.push_back(static_cast<unit>(distance >> distance_bits | far << distance_bits));
            units_.push_back(static_cast<unit>((distance & (distance_end - 1)) | number << distance_bits));
            return;
        }
        unit all[whole_units] = {static_cast<unit>(whole << distance_bits)};
        std::size_t n = 1;
        for (const offset part : {last_.folded, last_.left, last_.right}) {
            all[n++] = static_cast<unit>(part & 0xFFFFu);
            all[n++] = static_cast<unit>(part >> 16);
        }
        units_.append(all, whole_units);
    }

    // A place between two entries: `from` is the last one before it (or the text's begin), `next` the one behind it, if there is one.
    struct position {
        entry from, next;
        std::size_t unit_at = 0; // behind the units of `next`
        bool has_next = false, at_last = false;

        [[nodiscard]] offset source_begin(offset folded) const noexcept { return from.right + (folded - from.folded); }
        [[nodiscard]] offset source_end(offset folded) const noexcept {
            return from.folded == folded ? from.left : from.right + (folded - from.folded);
        }
    };

    // Reads the entry behind p.next into it.
    void read(position& p) const noexcept {
        if (p.unit_at < units_.size()) { // nearly always
            const unsigned u = units_[p.unit_at], number = u >> distance_bits;
            if (number < plain_shapes) {
                const offset distance = u & (distance_end - 1);
                p.next.folded += distance;
                p.next.left = p.next.right = p.next.right + distance + number - plain_zero;
                ++p.unit_at;
                return;
            }
        }
        read_any(p);
    }
    void read_any(position& p) const noexcept {
        offset skipped = 0;
        while (p.unit_at < units_.size()) {
            const unsigned u = units_[p.unit_at++], number = u >> distance_bits;
            const offset distance = skipped + (u & (distance_end - 1));
            if (number < far) {
                const shape s = number < plain_shapes ? shape{static_cast<signed char>(static_cast<int>(number) - plain_zero), 0}
                                                      : wide_shapes[number - plain_shapes];
                p.next.folded += distance;
                p.next.left = p.next.right + distance + static_cast<offset>(static_cast<int>(s.ahead));
                p.next.right = p.next.left + static_cast<offset>(static_cast<int>(s.wide));
                return;
            }
            if (number == whole) {
                offset parts[3];
                for (offset& part : parts) {
                    part = units_[p.unit_at] | offset{units_[p.unit_at + 1]} << 16;
                    p.unit_at += 2;
                }
                p.next = {parts[0], parts[1], parts[2]};
                return;
            }
            skipped = distance << distance_bits;
        }
        p.has_next = count_ != 0 && !p.at_last;
        p.at_last = true;
        if (p.has_next) p.next = last_;
    }
    void step(position& p) const noexcept {
        p.from = p.next;
        read(p);
    }
    [[nodiscard]] position front() const noexcept { return before(0); }
    // Where the entries of the i-th mark begin.
    [[nodiscard]] position before(std::size_t i) const noexcept {
        position p;
        p.has_next = true;
        if (i < marks_.size()) p.from = p.next = marks_[i];
        p.unit_at = i * units_a_mark;
        read(p);
        return p;
    }
    // The place before the first entry for which `after` holds; `after` is false, then true.
    template <class After>
    [[nodiscard]] position find(After after) const noexcept {
        std::size_t from = 1; // the 0-th mark is the begin of the text
        for (std::size_t n = marks_.empty() ? 0 : marks_.size() - 1; n > 0;) {
            const std::size_t half = n / 2;
            if (!after(marks_[from + half])) {
                from += half + 1;
                n -= half + 1;
            } else {
                n = half;
            }
        }
        position p = before(from - 1);
        while (p.has_next && !after(p.next)) step(p);
        return p;
    }
    [[nodiscard]] position find_folded(offset folded) const noexcept {
        return find([folded](const entry& g) { return g.folded > folded; });
    }
    // Whether there is an entry up to `at`, of which `of` gives the side.
    template <class Of>
    [[nodiscard]] static bool ahead(const position& p, offset at, Of of) noexcept {
        return p.has_next && of(p.next) <= at;
    }
    // An empty slice at a gap.
    [[nodiscard]] static slice in_order(slice found) noexcept {
        return found.begin <= found.end ? found : slice{found.end, found.end};
    }

    [[nodiscard]] offset source_begin(offset folded) const noexcept { return find_folded(folded).source_begin(folded); }
    [[nodiscard]] offset source_end(offset folded) const noexcept { return find_folded(folded).source_end(folded); }
    [[nodiscard]] offset folded_begin(offset source) const noexcept {
        const position p = find([source](const entry& g) { return g.left > source; });
        const offset length = (p.has_next ? p.next.folded : folded_size_) - p.from.folded;
        const offset in = source > p.from.right ? source - p.from.right : 0;
        return p.from.folded + (in < length ? in : length);
    }
    [[nodiscard]] offset folded_end(offset source) const noexcept {
        const position p = find([source](const entry& g) { return g.right >= source; });
        const offset end = p.has_next ? p.next.folded : folded_size_;
        if (source >= (p.has_next ? p.next.left : source_size_)) return end;
        const offset in = source > p.from.right ? source - p.from.right : 0;
        return p.from.folded + (in < end - p.from.folded ? in : end - p.from.folded);
    }

    detail::buffer<unit> units_;
    detail::buffer<entry> marks_; // what stands before each units_a_mark units
    entry last_, stored_;         // the last entry, and the last that is in units_
    std::size_t count_ = 0;
    offset folded_size_ = 0, source_size_ = 0;

public:
    /// Answers as `source` does, in O(1) each (amortized) where the slices asked for come in order.
    class reader {
    public:
        explicit reader(const alignment& of) noexcept : of_(&of), begin_(of.front()), end_(begin_) {}
        /// The slice of the text that a slice of the folded text came from.
        [[nodiscard]] slice source(slice folded) noexcept {
            if (folded.begin > after_ && folded.end < before_) return {folded.begin + shift_, folded.end + shift_};
            if (folded.begin == 0 && folded.end == of_->folded_size_) return {0, of_->source_size_};
            go(begin_, folded.begin);
            go(end_, folded.end);
            after_ = end_.from.folded;
            before_ = end_.has_next ? end_.next.folded : of_->folded_size_;
            shift_ = end_.from.right - end_.from.folded;
            return in_order({begin_.source_begin(folded.begin), end_.source_end(folded.end)});
        }

    private:
        void go(position& p, offset folded) const noexcept {
            if (p.from.folded > folded) p = of_->find_folded(folded);
            for (unsigned steps = 0; p.has_next && p.next.folded <= folded; of_->step(p))
                if (++steps > 2 * units_a_mark) return void(p = of_->find_folded(folded));
        }
        const alignment* of_;
        position begin_, end_;
        offset after_ = 0, before_ = 0, shift_ = 0; // between these both texts are in step
    };
};

}} // namespace matn

#endif
