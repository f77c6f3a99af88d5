// SPDX-License-Identifier: MIT
// Lines in, lines out, on many threads, in the order they came.
#ifndef MATN_EXAMPLES_ORDERED_HPP
#define MATN_EXAMPLES_ORDERED_HPP

#include "common/input.hpp"

#include <condition_variable>
#include <cstdint>
#include <cstring>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <unistd.h>

/// Some whole lines of input, and what became of them.
struct batch {
    std::string lines;            ///< each ends with a line feed, the last one of a file perhaps not
    std::uint64_t first_line = 1; ///< the number of the first one
    std::string out;
    bool bad = false; ///< some line could not be used
    bool done = false;
};

/// Hands out whole lines of a file descriptor as they arrive: a line that is there is never kept waiting for the next one.
class line_source {
public:
    explicit line_source(int fd) : fd_(fd) {}

    /// The next lines, at least one; false at the end.
    bool next(batch& b) {
        b.lines.clear();
        b.first_line = line_;
        for (;;) {
            const std::size_t had = rest_.size();
            rest_.resize(had + chunk);
            const ssize_t n = read(fd_, rest_.data() + had, chunk);
            rest_.resize(had + (n > 0 ? static_cast<std::size_t>(n) : 0));
            if (n <= 0) {
                failed_ = n < 0;
                if (rest_.empty()) return false;
                b.lines.swap(rest_); // the last line, without a line feed
                rest_.clear();
                break;
            }
            const std::size_t end = std::string_view(rest_).substr(had).rfind('\n'); // what was there before has none
            if (end != std::string_view::npos) {
                b.lines.assign(rest_, 0, had + end + 1);
                rest_.erase(0, had + end + 1);
                break;
            }
        }
        for (const char c : b.lines) line_ += c == '\n' ? 1u : 0u;
        return true;
    }
    [[nodiscard]] bool failed() const { return failed_; }

private:
    static constexpr std::size_t chunk = 64 << 10;
    int fd_;
    std::string rest_;
    std::uint64_t line_ = 1;
    bool failed_ = false;
};

/// Calls `use(line, number)` for each line of a batch, without its line end.
template <class Use>
void each_line(const batch& b, Use use) {
    std::string_view rest = b.lines;
    for (std::uint64_t number = b.first_line; !rest.empty(); ++number) {
        const std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        use(line, number);
    }
}

struct ordered_result {
    bool bad = false; ///< some line could not be used
    bool read_failed = false;
    bool write_failed = false;
};

/// Reads standard input, has `jobs` workers work on it, and writes what they make in the order of the input.
///
/// `make_worker()` gives each thread a worker of its own, called as `worker(batch&)`, which fills `out`. Memory is bounded by a few batches a
/// thread. With `flush`, each batch is written as soon as it is its turn.
template <class MakeWorker>
ordered_result work_in_order(unsigned jobs, bool flush, MakeWorker make_worker) {
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<batch> line_up; // in input order; workers take from the middle, the writer from the front
    std::size_t taken = 0;     // of those in the line-up
    bool ended = false;
    ordered_result result;
    const std::size_t most = 4 * static_cast<std::size_t>(jobs) + 2;

    std::thread reader([&] {
        line_source source(STDIN_FILENO);
        batch b;
        while (source.next(b)) {
            std::unique_lock lock(mutex);
            changed.wait(lock, [&] { return line_up.size() < most || ended; });
            if (ended) return;
            line_up.push_back(std::move(b));
            b = {};
            changed.notify_all();
        }
        const std::lock_guard lock(mutex);
        result.read_failed = source.failed();
        ended = true;
        changed.notify_all();
    });

    std::vector<std::thread> workers;
    for (unsigned i = 0; i < jobs; ++i)
        workers.emplace_back([&] {
            auto worker = make_worker();
            for (;;) {
                batch* mine = nullptr;
                {
                    std::unique_lock lock(mutex);
                    changed.wait(lock, [&] { return taken < line_up.size() || ended; });
                    if (taken == line_up.size()) return;
                    mine = &line_up[taken++]; // stays put: a deque moves nothing when its ends change
                }
                worker(*mine);
                const std::lock_guard lock(mutex);
                mine->done = true;
                changed.notify_all();
            }
        });

    std::string out;
    const auto write_all = [&out] {
        for (std::string_view rest = out; !rest.empty();) {
            const ssize_t n = write(STDOUT_FILENO, rest.data(), rest.size());
            if (n < 0) return false;
            rest.remove_prefix(static_cast<std::size_t>(n));
        }
        out.clear();
        return true;
    };
    for (std::unique_lock lock(mutex);;) {
        changed.wait(lock, [&] { return (!line_up.empty() && line_up.front().done) || (line_up.empty() && ended); });
        if (line_up.empty()) break;
        out += line_up.front().out;
        result.bad = result.bad || line_up.front().bad;
        line_up.pop_front();
        --taken;
        changed.notify_all();
        lock.unlock();
        if ((flush || out.size() >= 1 << 20) && !write_all()) result.write_failed = true;
        lock.lock();
        if (result.write_failed) { // whoever reads our output has gone: stop, as a filter should
            ended = true;
            line_up.clear();
            changed.notify_all();
            break;
        }
    }
    if (result.write_failed) _exit(4); // the reader may wait for input that never comes
    reader.join();
    for (std::thread& w : workers) w.join();
    if (!write_all()) result.write_failed = true;
    return result;
}

/// Tells what went wrong with the streams, and gives the exit status.
inline int report(const ordered_result& done, troubles& t) {
    if (done.read_failed) t.io_error("standard input cannot be read");
    if (done.write_failed) t.io_error("standard output cannot be written");
    const int status = t.status();
    return status == 0 && done.bad ? static_cast<int>(outcome::bad_input) : status;
}

#endif
