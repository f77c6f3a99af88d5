// SPDX-License-Identifier: MIT
// Lists of names for engines that run for long: tab-separated text, or a compiled file that is mapped into memory.
#ifndef MATN_EXAMPLES_NAMES_FILE_HPP
#define MATN_EXAMPLES_NAMES_FILE_HPP

#include "common/mapped_file.hpp"

#include <matn/gazetteer.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace integrations {

/// A list of names and, where it came compiled, the file that it looks into.
class names_file {
public:
    /// Nothing where no names can be had; what is wrong with the file stands in `defects` as FILE:LINE: cause in any case.
    static std::shared_ptr<const names_file> open(const std::string& path, std::vector<std::string>& defects) {
        mapped_file file(path);
        if (file.bytes().empty()) {
            defects.push_back(path + ": cannot be read, or is empty");
            return nullptr;
        }
        const std::string_view text(reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size());
        if (!text.starts_with("matn gaz")) return of_text(text, defects, path);
        auto names = matn::gazetteer::from_image(file.bytes(), path);
        if (!names) {
            defects.push_back(path + ": " + names.error().cause);
            return nullptr;
        }
        return std::shared_ptr<const names_file>(new names_file(std::move(file), std::move(*names)));
    }
    static std::shared_ptr<const names_file> of_text(std::string_view text, std::vector<std::string>& defects,
                                                     std::string_view file_name = "names") {
        matn::gazetteer_builder builder;
        std::vector<matn::gazetteer_problem> problems;
        const bool any = builder.add_tsv(text, file_name, problems);
        for (const matn::gazetteer_problem& p : problems) defects.push_back(p.message());
        if (!any) return nullptr;
        return std::shared_ptr<const names_file>(new names_file({}, builder.build()));
    }

    [[nodiscard]] const matn::gazetteer& names() const { return names_; }

private:
    names_file(mapped_file file, matn::gazetteer names) : file_(std::move(file)), names_(std::move(names)) {}

    mapped_file file_;
    matn::gazetteer names_;
};

} // namespace integrations

#endif
