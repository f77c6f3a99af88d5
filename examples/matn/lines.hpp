// SPDX-License-Identifier: MIT
// Whole lines of a file descriptor as they arrive, and bytes to standard output.
#ifndef MATN_EXAMPLES_LINES_HPP
#define MATN_EXAMPLES_LINES_HPP

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

/// Hands out whole lines as they arrive: a line that is there is never kept waiting for the next one.
///
/// With `chunk_header`, a line that says how many rows follow stands before them, as ClickHouse sends it; these lines are left out.
class line_source {
public:
    explicit line_source(int fd, bool chunk_header = false) : fd_(fd), chunk_header_(chunk_header) {}

    /// The next lines, at least one; false at the end.
    bool next(std::string& lines) {
        while (next_block(lines)) {
            if (chunk_header_) take_out_headers(lines);
            if (!lines.empty()) return true;
        }
        if (rows_left_ > 0 && bad_header_.empty())
            bad_header_ = "the last chunk lacks " + std::to_string(rows_left_) + " of the rows that its header says";
        return false;
    }
    /// Why reading failed, or empty.
    [[nodiscard]] const std::string& error() const { return error_; }
    /// What is wrong with the header of a chunk, or empty. What follows it is not read: nobody knows what it is.
    [[nodiscard]] const std::string& bad_header() const { return bad_header_; }

private:
    bool next_block(std::string& lines) {
        lines.swap(rest_);
        rest_.clear();
        if (!bad_header_.empty()) return false;
        for (;;) {
            const std::size_t had = lines.size();
            // A long line grows by half: the system is asked a few times, not for every part of it.
            const std::size_t chunk = std::max(part_, had / 2);
            lines.resize(had + chunk);
            ssize_t n = 0;
            do n = read(fd_, lines.data() + had, chunk);
            while (n < 0 && (errno == EINTR || (errno == EAGAIN && wait_for(fd_, POLLIN))));
            lines.resize(had + (n > 0 ? static_cast<std::size_t>(n) : 0));
            // Where there is more than is asked for, as in a file, larger parts wake other threads less often.
            part_ = n == static_cast<ssize_t>(chunk) ? std::min(2 * part_, most_part) : least_part;
            if (n <= 0) {
                if (n < 0) error_ = std::strerror(errno);
                return !lines.empty(); // the last line, without a line feed
            }
            const std::size_t end = std::string_view(lines).substr(had).rfind('\n'); // what was there before has none
            if (end == std::string_view::npos) continue;
            rest_.assign(lines, had + end + 1);
            lines.resize(had + end + 1);
            return true;
        }
    }
    void take_out_headers(std::string& lines) {
        std::size_t kept = 0;
        for (std::size_t pos = 0; pos < lines.size();) {
            const std::size_t end = std::min(lines.find('\n', pos), lines.size() - 1) + 1;
            if (rows_left_ > 0) {
                --rows_left_;
                if (kept != pos) std::memmove(lines.data() + kept, lines.data() + pos, end - pos);
                kept += end - pos;
            } else if (!read_header(std::string_view(lines).substr(pos, end - pos))) {
                break;
            }
            pos = end;
        }
        lines.resize(kept);
    }
    bool read_header(std::string_view line) {
        ++chunks_;
        while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
        for (const char c : line) {
            if (c < '0' || c > '9' || line.size() > 18) {
                line = {};
                break;
            }
            rows_left_ = rows_left_ * 10 + static_cast<std::uint64_t>(c - '0');
        }
        if (!line.empty()) return true;
        rows_left_ = 0;
        bad_header_ = "the header of chunk " + std::to_string(chunks_) + " is not a number of rows";
        return false;
    }
    static bool wait_for(int fd, short what) {
        pollfd one{fd, what, 0};
        return poll(&one, 1, -1) > 0 || errno == EINTR;
    }
    friend int write_to_standard_output(std::string_view);

    static constexpr std::size_t least_part = 64 << 10, most_part = 256 << 10;

    int fd_;
    bool chunk_header_;
    std::size_t part_ = least_part; // how many bytes to ask for
    std::string rest_;
    std::string error_;
    std::string bad_header_;
    std::uint64_t rows_left_ = 0;
    std::uint64_t chunks_ = 0;
};

/// Writes all of it; 0, or the error as errno has it.
inline int write_to_standard_output(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (n >= 0) bytes.remove_prefix(static_cast<std::size_t>(n));
        else if (errno != EINTR && !(errno == EAGAIN && line_source::wait_for(STDOUT_FILENO, POLLOUT))) return errno;
    }
    return 0;
}

/// Whether whoever reads standard output waits for each line, as behind a pipe or a terminal.
inline bool someone_waits() {
    struct stat out {};
    return fstat(STDOUT_FILENO, &out) != 0 || !S_ISREG(out.st_mode);
}

/// How much there is to read from standard input, or 0 where only the end will tell.
inline std::uint64_t bytes_of_standard_input() {
    struct stat in {};
    return fstat(STDIN_FILENO, &in) == 0 && S_ISREG(in.st_mode) ? static_cast<std::uint64_t>(in.st_size) : 0;
}

#endif
