// SPDX-License-Identifier: MIT
// Files and folders that users name, with a clear message for each that cannot be read.
#ifndef MATN_EXAMPLES_INPUT_HPP
#define MATN_EXAMPLES_INPUT_HPP

#include "common/terminal.hpp"

#include <matn/result.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// How a run ended, as the exit status of a command.
enum class outcome { well = 0, usage = 2, bad_input = 3, io_error = 4 };

/// Keeps the worst outcome and tells the user about each trouble on standard error.
class troubles {
public:
    explicit troubles(std::string_view program) : program_(program) {}

    void bad_input(std::string_view what) { say(outcome::bad_input, what); }
    void io_error(std::string_view what) { say(outcome::io_error, what); }
    /// Standard output failed, with such an errno. If whoever reads it has gone, he knows it.
    void output_failed(int why) {
        if (why == EPIPE) worst_ = std::max(worst_, outcome::io_error);
        else io_error(std::string("standard output cannot be written: ") + std::strerror(why));
    }
    /// Says something that is no error.
    void note(std::string_view what) const { std::fprintf(stderr, "%s: %s\n", program_.c_str(), harmless(what).c_str()); }
    [[nodiscard]] outcome worst() const { return worst_; }
    [[nodiscard]] int status() const { return static_cast<int>(worst_); }

private:
    void say(outcome how, std::string_view what) {
        note(what);
        worst_ = std::max(worst_, how);
    }
    std::string program_;
    outcome worst_ = outcome::well;
};

struct text_file {
    std::string name; ///< as the user should read it
    std::string text;
};

/// The bytes of a file, "-" being standard input; or the reason why not, with the name of the file in front.
inline matn::result<text_file, std::string> read_file(const std::string& path) {
    text_file file{path == "-" ? "standard input" : path, {}};
    std::error_code code;
    if (path != "-" && std::filesystem::is_directory(path, code)) return path + ": is a folder, not a file";
    std::FILE* in = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
    if (in == nullptr) return path + ": " + std::strerror(errno);
    char buffer[1 << 16];
    errno = 0;
    while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, in)) file.text.append(buffer, n);
    const bool failed = std::ferror(in) != 0;
    const int why = errno;
    if (in != stdin) std::fclose(in);
    if (failed) return file.name + ": " + std::strerror(why);
    constexpr std::size_t most = 0xFFFFFFFF;
    if (file.text.size() > most) return file.name + ": is larger than 4 GiB; split it, or give it line by line to `matn jsonl`";
    return file;
}

/// The text files that a list of files and folders names: of a folder all *.txt, by name.
inline std::vector<std::string> text_files(const std::vector<std::string>& paths, troubles& t) {
    std::vector<std::string> out;
    for (const std::string& path : paths) {
        std::error_code code;
        if (!std::filesystem::is_directory(path, code)) {
            out.push_back(path);
            continue;
        }
        std::vector<std::string> found;
        for (std::filesystem::directory_iterator it(path, code), end; !code && it != end; it.increment(code))
            if (it->path().extension() == ".txt" && it->is_regular_file(code)) found.push_back(it->path().string());
        if (code) t.io_error(path + ": " + code.message());
        else if (found.empty()) t.bad_input(path + ": holds no .txt file");
        std::sort(found.begin(), found.end());
        out.insert(out.end(), found.begin(), found.end());
    }
    return out;
}

/// How many bytes some files have together; 0 where only the end will tell.
inline std::uint64_t bytes_of(const std::vector<std::string>& paths) {
    std::uint64_t sum = 0;
    for (const std::string& path : paths) {
        std::error_code code;
        if (!std::filesystem::is_regular_file(path, code)) return 0;
        const auto size = std::filesystem::file_size(path, code);
        if (!code) sum += size;
    }
    return sum;
}

/// Reads all files that can be read; tells of those that cannot, and of empty ones.
inline std::vector<text_file> read_files(const std::vector<std::string>& paths, troubles& t) {
    std::vector<text_file> out;
    for (const std::string& path : paths) {
        auto file = read_file(path);
        if (!file) {
            t.io_error(file.error());
            continue;
        }
        if (file->text.empty()) t.note(file->name + ": is empty");
        out.push_back(std::move(*file));
    }
    return out;
}

/// Writes a whole file, or to standard output for "-". False, with errno set, where that fails.
inline bool write_file(const std::string& path, std::string_view bytes) {
    std::FILE* out = path == "-" ? stdout : std::fopen(path.c_str(), "wb");
    if (out == nullptr) return false;
    bool ok = std::fwrite(bytes.data(), 1, bytes.size(), out) == bytes.size();
    ok = (out == stdout ? std::fflush(out) : std::fclose(out)) == 0 && ok;
    return ok;
}

#endif
