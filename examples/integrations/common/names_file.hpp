// SPDX-License-Identifier: MIT
// Lists of names for engines that run for long: tab-separated text, or a compiled file that is mapped into memory.
#ifndef MATN_EXAMPLES_NAMES_FILE_HPP
#define MATN_EXAMPLES_NAMES_FILE_HPP

#include "common/mapped_file.hpp"

#include <matn/gazetteer.hpp>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace integrations {

/// A list of names and, where it came compiled, the file that it looks into.
class names_file {
public:
    /// Whether a compiled file stays on the disk or is copied into memory: a mapped file that somebody cuts short while it is in use ends
    /// the process, which a server cannot have.
    enum class reading { mapped, copied };

    /// Nothing where no names can be had; what is wrong with the file stands in `defects` as FILE:LINE: cause in any case.
    static std::shared_ptr<const names_file> open(const std::string& path, std::vector<std::string>& defects,
                                                  reading how = reading::mapped) {
        mapped_file file;
        std::vector<std::byte> copy;
        if (how == reading::mapped) file = mapped_file(path);
        else copy = copy_of(path);
        const std::span<const std::byte> bytes = how == reading::mapped ? file.bytes() : std::span<const std::byte>(copy);
        if (bytes.empty()) {
            defects.push_back(path + ": cannot be read, or is empty");
            return nullptr;
        }
        const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        if (!text.starts_with("matn gaz")) return of_text(text, defects, path);
        auto names = matn::gazetteer::from_image(bytes, path);
        if (!names) {
            defects.push_back(path + ": " + names.error().cause);
            return nullptr;
        }
        return std::shared_ptr<const names_file>(new names_file(std::move(file), std::move(copy), std::move(*names)));
    }
    static std::shared_ptr<const names_file> of_text(std::string_view text, std::vector<std::string>& defects,
                                                     std::string_view file_name = "names") {
        matn::gazetteer_builder builder;
        std::vector<matn::gazetteer_problem> problems;
        const bool any = builder.add_tsv(text, file_name, problems);
        for (const matn::gazetteer_problem& p : problems) defects.push_back(p.message());
        if (!any) return nullptr;
        return std::shared_ptr<const names_file>(new names_file({}, {}, builder.build()));
    }

    [[nodiscard]] const matn::gazetteer& names() const { return names_; }

private:
    names_file(mapped_file file, std::vector<std::byte> copy, matn::gazetteer names)
        : file_(std::move(file)), copy_(std::move(copy)), names_(std::move(names)) {}

    static std::vector<std::byte> copy_of(const std::string& path) {
        std::vector<std::byte> out;
        const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); // a pipe would wait for its other end
        struct stat info {};
        if (fd >= 0 && fstat(fd, &info) == 0 && S_ISREG(info.st_mode)) {
            out.resize(static_cast<std::size_t>(info.st_size));
            std::size_t size = 0;
            for (ssize_t n = 1; size < out.size() && n > 0; size += n > 0 ? static_cast<std::size_t>(n) : 0)
                n = read(fd, out.data() + size, out.size() - size);
            out.resize(size);
        }
        if (fd >= 0) close(fd);
        return out;
    }

    mapped_file file_;
    std::vector<std::byte> copy_;
    matn::gazetteer names_;
};

} // namespace integrations

#endif
