// SPDX-License-Identifier: MIT
// An automaton that finds all of many strings of one-byte codes in a text of such codes, reading backwards.
//
// Aho and Corasick's (1975), in one array of cells: the child of a state by a code is the cell base ^ code, if that names the state as its
// parent. It holds the strings reversed and reads from the end of the text to its front. So what it has found at a place are the strings that
// begin there, the longest first: the matches of a text come in order without sorting, and the longest needs no second look.
#ifndef MATN_DETAIL_AUTOMATON_HPP
#define MATN_DETAIL_AUTOMATON_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/sort.hpp>

#include <cstddef>
#include <cstdint>

namespace matn { inline namespace v0 { namespace detail {

// A string found: its number, and the code that it begins with.
struct code_match {
    std::uint32_t begin = 0, string = 0;
};

// A template, as string_set is, so that who only includes this does not pay for its vectors.
template <class Owner = void>
class automaton {
public:
    // Adds a string of at least one code. Equal strings become one: string_of says which.
    void add(const std::uint8_t* codes, std::size_t count) {
        ends_.push_back(static_cast<std::uint32_t>(codes_.size() + count));
        for (std::size_t i = count; i-- > 0;) codes_.push_back(codes[i]);
        if (count > longest_) longest_ = count;
    }
    [[nodiscard]] std::size_t added() const noexcept { return ends_.size(); }

    // After the last string. What was added is kept in order: `rows` are the numbers of the adding.
    void build() {
        sort();
        place();
        buffer<std::uint8_t>().swap(codes_); // not needed any more
        buffer<std::uint32_t>().swap(ends_);
    }

    [[nodiscard]] std::uint32_t length(std::uint32_t string) const noexcept { return strings_[string].length; }
    // The next shorter string that begins where this one does, plus 1; or 0.
    [[nodiscard]] std::uint32_t shorter(std::uint32_t string) const noexcept { return strings_[string].shorter; }
    // Calls `use(number)` for the additions that were this string, in their order, until it says false.
    template <class Use>
    void each_added(std::uint32_t string, Use&& use) const {
        const one_string& s = strings_[string];
        for (std::uint32_t i = s.first; i < s.first + s.count; ++i)
            if (!use(order_[i])) return;
    }
    [[nodiscard]] std::size_t bytes() const noexcept {
        return cells_.size() * sizeof(cell) + strings_.size() * sizeof(one_string) + order_.size() * 4;
    }

    // Calls `found(match)` for each begin of a string in the text, from the last to the first: the longest that begins there; `shorter`
    // gives the others. Linear in the text. Long texts are read at several places at once, so that memory is waited for together.
    template <class Found>
    void each(const std::uint8_t* text, std::size_t size, buffer<code_match> (&lanes)[8], Found&& found) const {
        constexpr std::size_t count = 8;
        if (cells_.empty() || size == 0) return;
        if (size < count * 8 * longest_ || size < 4096) {
            std::uint32_t state = 0;
            for (std::size_t i = size; i-- > 0;) {
                state = next(state, text[i]);
                if (cells_[state].out != 0) found(code_match{static_cast<std::uint32_t>(i), cells_[state].out - 1});
            }
            return;
        }
        // Each lane reads a part of the text, and then on over its front as far as the longest string goes, for strings that reach into it.
        std::size_t border[count + 1];
        std::uint32_t state[count] = {};
        for (std::size_t l = 0; l <= count; ++l) border[l] = size / count * l + (l == count ? size % count : 0);
        for (buffer<code_match>& lane : lanes) lane.clear();
        const auto step = [&](std::size_t l, std::size_t i) {
            state[l] = next(state[l], text[i]);
            const std::uint32_t out = cells_[state[l]].out;
            if (out != 0) lanes[l].push_back({static_cast<std::uint32_t>(i), out - 1});
        };
        const std::size_t part = size / count;
        for (std::size_t done = 1; done <= part; ++done)
            for (std::size_t l = 0; l < count; ++l) step(l, border[l + 1] - done);
        for (std::size_t i = border[count] - part; i-- > border[count - 1];) step(count - 1, i);
        for (std::size_t l = 1; l < count; ++l)
            for (std::size_t i = border[l], seen = 1; i-- > 0 && seen < longest_; ++seen) {
                state[l] = next(state[l], text[i]);
                // The shorter ones are found by the lane whose part this is.
                if (const std::uint32_t out = cells_[state[l]].out; out != 0 && strings_[out - 1].length > seen)
                    lanes[l].push_back({static_cast<std::uint32_t>(i), out - 1});
            }
        // What a lane found beyond its front begins among what the next one found; of two at one place, the longer has the other behind it.
        std::size_t extra = lanes[count - 1].size();
        std::size_t at = 0;
        for (std::size_t l = count; l-- > 0;) {
            const std::size_t front = border[l];
            const buffer<code_match>* const before = l + 1 < count ? &lanes[l + 1] : nullptr; // its rest, from `at` on
            std::size_t own = 0;
            for (;;) {
                const bool left = own < lanes[l].size() && lanes[l][own].begin >= front;
                const bool other = before != nullptr && at < extra;
                if (!left && !other) break;
                if (left && other && lanes[l][own].begin == (*before)[at].begin) {
                    ++own; // it is a shorter one of the other
                    continue;
                }
                found(left && (!other || lanes[l][own].begin > (*before)[at].begin) ? lanes[l][own++] : (*before)[at++]);
            }
            at = own;
            extra = lanes[l].size();
        }
    }

private:
    static constexpr std::uint32_t none = ~0u;
    struct cell {
        std::uint32_t base = 0;      // of a free cell: the free one behind it
        std::uint32_t parent = none; // a free cell has none
        std::uint32_t fail =
            0; // the state of the longest string that begins all of this one; of a free cell: the free one before it
        std::uint32_t out = 0; // the longest string found, plus 1
    };
    struct one_string {
        std::uint32_t length = 0, shorter = 0, first = 0, count = 0; // its additions in order_
    };

    [[nodiscard]] std::uint32_t next(std::uint32_t state, std::uint8_t code) const noexcept {
        for (;;) {
            const std::uint32_t to = cells_[state].base ^ code;
            if (cells_[to].parent == state) return to;
            if (state == 0) return 0;
            state = cells_[state].fail;
        }
    }

    [[nodiscard]] std::uint32_t begin_of(std::uint32_t n) const noexcept { return n == 0 ? 0 : ends_[n - 1]; }
    // The code at a depth, plus 1; 0 behind the end.
    [[nodiscard]] std::uint32_t code_at(std::uint32_t n, std::uint32_t depth) const noexcept {
        const std::uint32_t at = begin_of(n) + depth;
        return at < ends_[n] ? codes_[at] + 1u : 0u;
    }

    // Bentley and Sedgewick's multikey quicksort (1997), without recursion; equal strings stay in the order of their adding.
    void sort() {
        struct range {
            std::uint32_t from, to, depth;
        };
        order_.resize(ends_.size());
        for (std::uint32_t i = 0; i < order_.size(); ++i) order_[i] = i;
        buffer<range> left;
        left.push_back({0, static_cast<std::uint32_t>(order_.size()), 0});
        while (!left.empty()) {
            const range r = left.back();
            left.pop_back();
            if (r.to - r.from < 2) continue;
            const std::uint32_t pivot = code_at(order_[r.from + (r.to - r.from) / 2], r.depth);
            std::uint32_t less = r.from, i = r.from, more = r.to;
            while (i < more) {
                const std::uint32_t c = code_at(order_[i], r.depth);
                const std::uint32_t n = order_[i];
                if (c < pivot) {
                    order_[i++] = order_[less];
                    order_[less++] = n;
                } else if (c > pivot) {
                    order_[i] = order_[--more];
                    order_[more] = n;
                } else {
                    ++i;
                }
            }
            left.push_back({r.from, less, r.depth});
            left.push_back({more, r.to, r.depth});
            if (pivot != 0) left.push_back({less, more, r.depth + 1});
            else detail::sort(order_.data() + less, more - less); // the same name may come a million times
        }
    }

    // States level by level, so that the state of what is shorter stands before it is asked for.
    void place() {
        struct node {
            std::uint32_t state, from, to, depth;
        };
        cells_.clear();
        free_ = none;
        new_block();
        take(0); // the root
        buffer<node> level, below;
        if (!order_.empty()) level.push_back({0, 0, static_cast<std::uint32_t>(order_.size()), 0});
        while (!level.empty()) {
            below.clear();
            for (const node& n : level) {
                std::uint32_t from = n.from;
                // Strings that end here are first.
                while (from < n.to && code_at(order_[from], n.depth) == 0) ++from;
                if (from > n.from) {
                    const auto number = static_cast<std::uint32_t>(strings_.size());
                    strings_.push_back({n.depth, cells_[n.state].out, n.from, from - n.from});
                    cells_[n.state].out = number + 1;
                }
                std::uint8_t codes[256];
                std::uint32_t begins[257], count = 0;
                for (std::uint32_t i = from; i < n.to; ++i) {
                    const auto c = static_cast<std::uint8_t>(code_at(order_[i], n.depth) - 1);
                    if (count != 0 && codes[count - 1] == c) continue;
                    codes[count] = c;
                    begins[count++] = i;
                }
                if (count == 0) continue;
                begins[count] = n.to;
                const std::uint32_t base = find_base(codes, count);
                cells_[n.state].base = base;
                for (std::uint32_t i = 0; i < count; ++i) {
                    const std::uint32_t child = base ^ codes[i];
                    take(child);
                    cells_[child].parent = n.state;
                    below.push_back({child, begins[i], begins[i + 1], n.depth + 1});
                }
                for (std::uint32_t i = 0; i < count; ++i) {
                    const std::uint32_t child = base ^ codes[i];
                    const std::uint32_t fail = n.state == 0 ? 0 : next(cells_[n.state].fail, codes[i]);
                    cells_[child].fail = fail;
                    waiting_.push_back(child);
                }
            }
            // Their strings are known now, for all of them are shorter.
            for (const std::uint32_t child : waiting_) cells_[child].out = cells_[cells_[child].fail].out;
            waiting_.clear();
            level.swap(below);
        }
        buffer<std::uint32_t>().swap(waiting_);
    }

    void new_block() {
        const auto from = static_cast<std::uint32_t>(cells_.size());
        cells_.resize(cells_.size() + 256);
        for (std::uint32_t i = from; i < from + 256; ++i) {
            cells_[i].base = i + 1 < from + 256 ? i + 1 : none;
            cells_[i].fail = i > from ? i - 1 : last_free_;
        }
        if (free_ == none) free_ = from;
        else cells_[last_free_].base = from;
        last_free_ = from + 255;
    }
    void take(std::uint32_t i) noexcept {
        const std::uint32_t behind = cells_[i].base, before = cells_[i].fail;
        if (i == free_) free_ = behind;
        else cells_[before].base = behind;
        if (i != last_free_) cells_[behind].fail = before;
        else last_free_ = free_ == none ? none : before;
        cells_[i] = {0, taken, 0, 0};
    }
    static constexpr std::uint32_t taken = none - 1;
    // Where all children have free cells: one of the first free cells will do for one child; with more, some are tried.
    [[nodiscard]] std::uint32_t find_base(const std::uint8_t* codes, std::uint32_t count) {
        std::uint32_t tries = 0;
        for (std::uint32_t at = free_; at != none && tries < 64; at = cells_[at].base, ++tries) {
            const std::uint32_t base = at ^ codes[0];
            std::uint32_t i = 1;
            while (i < count && cells_[base ^ codes[i]].parent == none) ++i;
            if (i == count) return base;
        }
        const auto fresh = static_cast<std::uint32_t>(cells_.size());
        new_block();
        return fresh;
    }

    buffer<std::uint8_t> codes_;
    buffer<std::uint32_t> ends_, order_, waiting_;
    buffer<one_string> strings_;
    buffer<cell> cells_;
    std::size_t longest_ = 0;
    std::uint32_t free_ = none, last_free_ = none;
};

}}} // namespace matn::v0::detail

#endif
