// SPDX-License-Identifier: MIT
// Files mapped into memory.
#ifndef MATN_EXAMPLES_MAPPED_FILE_HPP
#define MATN_EXAMPLES_MAPPED_FILE_HPP

#include <cstddef>
#include <span>
#include <string>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/// A file in memory, read by the system as it is needed.
class mapped_file {
public:
    mapped_file() = default;
    explicit mapped_file(const std::string& path) {
        const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
        struct stat info {};
        if (fd >= 0 && fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0) {
            const auto size = static_cast<std::size_t>(info.st_size);
            void* const at = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
            if (at != MAP_FAILED) bytes_ = {static_cast<const std::byte*>(at), size};
        }
        if (fd >= 0) close(fd);
    }
    mapped_file(mapped_file&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
    mapped_file& operator=(mapped_file&& other) noexcept {
        std::swap(bytes_, other.bytes_);
        return *this;
    }
    ~mapped_file() {
        if (!bytes_.empty()) munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
    }
    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }

private:
    std::span<const std::byte> bytes_;
};

/// A file as it is now: its path, size and time of change.
inline std::string version_of(const std::string& path) {
    struct stat info {};
    if (stat(path.c_str(), &info) != 0) return path;
    return path + '\n' + std::to_string(info.st_size) + ' ' + std::to_string(info.st_mtim.tv_sec) + ' ' +
           std::to_string(info.st_mtim.tv_nsec);
}

#endif
