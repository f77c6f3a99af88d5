// SPDX-License-Identifier: MIT
// Lines in, lines out, on many threads, in the order they came.
#ifndef MATN_EXAMPLES_ORDERED_HPP
#define MATN_EXAMPLES_ORDERED_HPP

#include "common/input.hpp"
#include "common/progress.hpp"
#include "matn/commands.hpp"
#include "matn/lines.hpp"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

/// Some whole lines of input, and what became of them.
struct batch {
    std::string lines; ///< each ends with a line feed, the last one of a file perhaps not
    std::string out;
    std::uint64_t count = 0;                                 ///< of its lines
    std::uint64_t bad = 0;                                   ///< of them could not be used
    std::vector<std::pair<std::uint64_t, std::string>> told; ///< some bad ones: the how manieth line, counted from 0, and why
    bool done = false;

    /// Tells that the line that is worked on could not be used.
    void bad_line(std::string why) {
        if (++bad <= most_told) told.emplace_back(count, std::move(why));
    }
    /// Readies it for other lines. Keeps its memory, unless a giant line has swollen it.
    void reuse() {
        constexpr std::size_t usual = 1 << 20;
        for (std::string* s : {&lines, &out}) {
            if (s->capacity() > usual) std::string().swap(*s);
            s->clear();
        }
        count = bad = 0;
        told.clear();
        done = false;
    }
    static constexpr std::uint64_t most_told = 20;
};

/// Calls `use(line)` for each line of a batch, without its line end.
template <class Use>
void each_line(batch& b, Use use) {
    for (std::string_view rest = b.lines; !rest.empty(); ++b.count) {
        const std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        use(line);
    }
}

/// Writes what became of batches, in order, and tells of what went wrong.
class batch_writer {
public:
    batch_writer(const streaming& how, troubles& t)
        : how_(how), troubles_(t), terminal_(isatty(STDOUT_FILENO) == 1), progress_(bytes_of_standard_input(), "lines") {}

    /// Writes a batch, or keeps it until there is more. Does not come back if standard output cannot be written: whoever reads it has gone,
    /// and other threads may wait for input that never comes.
    void write(const batch& b) {
        out_ += terminal_ ? harmless_lines(b.out) : b.out;
        for (const auto& [line, why] : b.told)
            if (bad_++ < batch::most_told) note("line " + std::to_string(lines_ + line + 1) + ": " + why);
        bad_ += b.bad - b.told.size();
        lines_ += b.count;
        progress_.add(b.lines.size(), b.count);
        constexpr std::size_t worth_a_call = 256 << 10;
        if (how_.flush || out_.size() >= worth_a_call) flush();
    }
    /// Writes what is left, and gives the exit status.
    int end(const line_source& source) {
        flush();
        progress_.end();
        if (bad_ > batch::most_told) note(std::to_string(bad_ - batch::most_told) + " more lines could not be used");
        if (!source.error().empty()) troubles_.io_error("standard input cannot be read: " + source.error());
        if (!source.bad_header().empty()) troubles_.bad_input(source.bad_header());
        const int status = troubles_.status();
        return status == 0 && bad_ > 0 && !how_.lenient ? static_cast<int>(outcome::bad_input) : status;
    }

private:
    void note(const std::string& what) {
        progress_.hide();
        troubles_.note(what);
    }
    void flush() {
        if (const int why = write_to_standard_output(out_); why != 0) {
            progress_.end();
            troubles_.output_failed(why);
            std::_Exit(troubles_.status());
        }
        out_.clear();
        constexpr std::size_t usual = 4 << 20;
        if (out_.capacity() > usual) std::string().swap(out_);
    }

    const streaming& how_;
    troubles& troubles_;
    bool terminal_;
    progress progress_;
    std::string out_;
    std::uint64_t lines_ = 0;
    std::uint64_t bad_ = 0;
};

/// Batches between a reader, workers and a writer, in the order of the input. A few of them for each worker, and no more bytes than that.
class line_up {
public:
    explicit line_up(unsigned jobs) : most_(std::size_t{4} * jobs + 2), most_bytes_(jobs * (std::size_t{1} << 20)) {}

    /// An empty batch; waits while enough is under way.
    batch room() {
        std::unique_lock lock(mutex_);
        room_.wait(lock, [this] { return all_.empty() || (all_.size() < most_ && bytes_ < most_bytes_); });
        if (spare_.empty()) return {};
        batch b = std::move(spare_.back());
        spare_.pop_back();
        return b;
    }
    void add(batch b) {
        const std::lock_guard lock(mutex_);
        bytes_ += b.lines.size();
        all_.push_back(std::move(b));
        work_.notify_one();
    }
    void no_more() {
        const std::lock_guard lock(mutex_);
        ended_ = true;
        work_.notify_all();
        done_.notify_all();
    }
    /// The next batch to work on, or null at the end.
    batch* take() {
        std::unique_lock lock(mutex_);
        work_.wait(lock, [this] { return taken_ < all_.size() || ended_; });
        return taken_ < all_.size() ? &all_[taken_++] : nullptr; // stays put: a deque moves nothing when its ends change
    }
    void finish(batch* b) {
        const std::lock_guard lock(mutex_);
        b->done = true;
        if (b == &all_.front()) done_.notify_one();
    }
    /// The next batch that has been worked on, or null at the end.
    batch* first() {
        std::unique_lock lock(mutex_);
        done_.wait(lock, [this] { return all_.empty() ? ended_ : all_.front().done; });
        return all_.empty() ? nullptr : &all_.front();
    }
    void written() {
        const std::lock_guard lock(mutex_);
        batch& b = all_.front();
        bytes_ -= b.lines.size();
        b.reuse();
        spare_.push_back(std::move(b));
        all_.pop_front();
        --taken_;
        room_.notify_one();
    }

private:
    std::mutex mutex_;
    std::condition_variable room_, work_, done_;
    std::deque<batch> all_; // in input order; workers take from the middle, the writer from the front
    std::vector<batch> spare_;
    std::size_t taken_ = 0; // of those in the line-up
    std::size_t bytes_ = 0;
    std::size_t most_;
    std::size_t most_bytes_;
    bool ended_ = false;
};

/// Reads standard input, has workers work on it, and writes what they make in the order of the input. Gives the exit status.
///
/// `make_worker()` gives each thread a worker of its own, called as `worker(batch&)`, which fills `out`. Memory is bounded by a mebibyte a thread and
/// its longest line. With `flush`, each batch is written as soon as it is its turn.
template <class MakeWorker>
int work_in_order(const streaming& how, troubles& t, MakeWorker make_worker) {
    line_source source(STDIN_FILENO, how.chunk_header);
    batch_writer writer(how, t);
    if (how.jobs == 1) { // then threads only cost
        auto worker = make_worker();
        for (batch b; source.next(b.lines); b.reuse()) {
            worker(b);
            writer.write(b);
        }
        return writer.end(source);
    }
    line_up batches(how.jobs);
    std::thread reader([&] {
        for (;;) {
            batch b = batches.room();
            if (!source.next(b.lines)) break;
            batches.add(std::move(b));
        }
        batches.no_more();
    });
    std::vector<std::thread> workers;
    for (unsigned i = 0; i < how.jobs; ++i)
        workers.emplace_back([&] {
            auto worker = make_worker();
            while (batch* const b = batches.take()) {
                worker(*b);
                batches.finish(b);
            }
        });
    while (const batch* const b = batches.first()) {
        writer.write(*b);
        batches.written();
    }
    reader.join();
    for (std::thread& w : workers) w.join();
    return writer.end(source);
}

#endif
