// SPDX-License-Identifier: MIT
// What all fuzz targets share: what always holds, said so that a breach stops the run. Sanitizers watch the rest.
#ifndef MATN_TESTS_FUZZ_HPP
#define MATN_TESTS_FUZZ_HPP

#include <matn/utf8.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size}; // the one way from bytes to characters
}

inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

// Work is linear: a run takes no more than 2,000 ns for each byte and a millisecond, with the sanitizers on, or it is a finding as a crash
// is. The time of this thread: what else the machine does is no part of it, but a host that takes the processor away is. So what took too
// long is run four times more, and the best counts. Targets that ask for a text many times say how many, and what they do whatever the text.
class budget {
public:
    budget(const std::uint8_t* data, std::size_t size, double times = 1, std::size_t more = 0)
        : data_(data), size_(size), allowed_(times * (2e-6 * static_cast<double>(size + more) + 1e-3)), begin_(now()) {}
    budget(const budget&) = delete;
    budget& operator=(const budget&) = delete;
    ~budget() {
        static bool warm = false; // the first run builds what is built once
        static bool again = false;
        static double best = 0;
        const double took = now() - begin_;
        if (again) {
            best = took < best ? took : best;
        } else if (warm && took > allowed_) {
            best = took;
            again = true;
            for (int i = 0; i < 4 && best > allowed_; ++i) LLVMFuzzerTestOneInput(data_, size_);
            again = false;
            if (best > allowed_) {
                std::fprintf(stderr, "took %.3f ms of %.3f ms\n", best * 1e3, allowed_ * 1e3);
                require(false, "a run takes time linear in its bytes");
            }
        }
        warm = true;
    }

private:
    static double now() {
        std::timespec t{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
    }
    const std::uint8_t* data_;
    std::size_t size_;
    double allowed_, begin_;
};

// Which byte positions are borders of code points, or of maximal parts that are not UTF-8.
inline std::vector<bool> borders_of(std::string_view text) {
    std::vector<bool> out(text.size() + 1);
    for (const matn::code_point c : matn::code_points(text)) out[c.at.begin] = true;
    out[text.size()] = true;
    return out;
}

// Items are in text order, inside the text, on borders, and not empty.
template <class Items>
void require_in_order(std::string_view text, const std::vector<bool>& borders, const Items& items, bool may_overlap = false) {
    matn::offset before = 0;
    for (const auto& item : items) {
        const matn::slice at = item.at;
        require(at.begin < at.end && at.end <= text.size(), "an item stands inside the text and on some bytes");
        require(borders[at.begin] && borders[at.end], "an item stands on borders of code points");
        require(at.begin >= before, may_overlap ? "items are in text order" : "items are in text order and do not overlap");
        before = may_overlap ? at.begin : at.end;
    }
}

// Items that together are the whole text.
template <class Items>
void require_cover(std::string_view text, const Items& items) {
    matn::offset end = 0;
    for (const auto& item : items) {
        require(item.at.begin == end, "what was found covers the text without a gap");
        end = item.at.end;
    }
    require(end == text.size(), "what was found covers the text to its end");
}

template <class View>
auto collect(const View& view) {
    std::vector<std::remove_cvref_t<decltype(*view.begin())>> out;
    for (const auto& item : view) out.push_back(item);
    return out;
}

template <class A, class B>
void require_same_places(const A& a, const B& b, const char* what) {
    require(a.size() == b.size(), what);
    for (std::size_t i = 0; i < a.size(); ++i) require(a[i].at == b[i].at, what);
}

} // namespace fuzz

#endif
