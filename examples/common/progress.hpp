// SPDX-License-Identifier: MIT
// How far a long run is, on one line of standard error.
#ifndef MATN_EXAMPLES_PROGRESS_HPP
#define MATN_EXAMPLES_PROGRESS_HPP

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include <unistd.h>

/// Shows a bar, bytes a second, how much is done and how long the rest will take.
///
/// Only where standard error is a terminal, only after half a second, ten times a second at most, and on a line that is gone at the end. Where
/// standard output is a terminal too it would get in between, unless `alone` says that nothing is written meanwhile.
class progress {
public:
    /// Of `bytes` in all, 0 where nobody knows; `unit` is what is counted besides: lines, files.
    progress(std::uint64_t bytes, std::string_view unit, bool alone = false)
        : all_(bytes), unit_(unit), shown_(isatty(STDERR_FILENO) == 1 && (alone || isatty(STDOUT_FILENO) != 1)) {}
    progress(const progress&) = delete;
    progress& operator=(const progress&) = delete;
    ~progress() { end(); }

    void add(std::uint64_t bytes, std::uint64_t count) {
        bytes_ += bytes;
        count_ += count;
        if (!shown_) return;
        const clock::time_point now = clock::now();
        if (now < next_) return;
        next_ = now + std::chrono::milliseconds(100);
        const std::string line = text(std::chrono::duration<double>(now - begin_).count());
        std::fprintf(stderr, "\r%s\033[K", line.c_str());
        visible_ = true;
    }
    /// Makes room for a message; the next add() shows the line again.
    void hide() {
        if (visible_) std::fputs("\r\033[K", stderr);
        visible_ = false;
    }
    void end() {
        hide();
        shown_ = false;
    }

    /// The line after so many seconds: "[#####.....]  50 %  12.3 MB/s  120 lines  0:05 left".
    [[nodiscard]] std::string text(double seconds) const {
        constexpr std::uint64_t width = 20;
        const double speed = seconds > 0 ? static_cast<double>(bytes_) / seconds : 0;
        std::string out;
        char buffer[64];
        if (all_ > 0) {
            const std::uint64_t done = bytes_ < all_ ? bytes_ : all_;
            const auto filled = static_cast<std::size_t>(static_cast<double>(done) / static_cast<double>(all_) * width);
            out.append("[").append(filled, '#').append(width - filled, '.').append("] ");
            std::snprintf(buffer, sizeof buffer, "%3d %%  ",
                          static_cast<int>(static_cast<double>(done) * 100 / static_cast<double>(all_)));
            out += buffer;
        }
        std::snprintf(buffer, sizeof buffer, "%.1f MB/s  %llu ", speed / 1e6, static_cast<unsigned long long>(count_));
        out.append(buffer).append(unit_);
        if (all_ > bytes_ && speed > 0) {
            const double left = static_cast<double>(all_ - bytes_) / speed;
            const auto s = static_cast<std::uint64_t>(left < 1e6 ? left + 0.5 : 1e6);
            std::snprintf(buffer, sizeof buffer, "  %llu:%02llu left", static_cast<unsigned long long>(s / 60),
                          static_cast<unsigned long long>(s % 60));
            out += buffer;
        }
        return out;
    }

private:
    using clock = std::chrono::steady_clock;
    std::uint64_t all_;
    std::string_view unit_;
    bool shown_;
    bool visible_ = false;
    std::uint64_t bytes_ = 0;
    std::uint64_t count_ = 0;
    clock::time_point begin_ = clock::now();
    clock::time_point next_ = begin_ + std::chrono::milliseconds(500);
};

#endif
