// SPDX-License-Identifier: MIT
// Gazetteers that users name: tab-separated, JSON Lines or compiled, one or several.
#ifndef MATN_EXAMPLES_GAZETTEERS_HPP
#define MATN_EXAMPLES_GAZETTEERS_HPP

#include "common/input.hpp"
#include "common/json_names.hpp"
#include "common/mapped_file.hpp"

#include <matn/gazetteer.hpp>

#include <optional>

/// A gazetteer and, where it came compiled, the file that it looks into.
struct loaded_names {
    mapped_file file;
    matn::gazetteer names;

    const matn::gazetteer& operator*() const { return names; }
    const matn::gazetteer* operator->() const { return &names; }
};

/// Whether a file is one that `matn compile` wrote.
inline bool is_compiled(const std::string& path) {
    char head[8] = {};
    std::FILE* in = std::fopen(path.c_str(), "rb");
    if (in == nullptr) return false;
    const bool whole = std::fread(head, 1, sizeof head, in) == sizeof head;
    std::fclose(in);
    return whole && std::string_view(head, sizeof head) == "matn gaz";
}

inline bool add_tsv(matn::gazetteer_builder& names, std::string_view text, std::string_view file_name,
                    std::vector<matn::gazetteer_problem>& problems) {
    return names.add_tsv(text, file_name, problems);
}

/// Loads gazetteers as one: tab-separated, JSON Lines or compiled. Tells each defect as FILE:LINE: cause; the rest is loaded, unless `strict`. Nothing where no names can be had.
inline std::optional<loaded_names> load_gazetteers(const std::vector<std::string>& paths, bool strict, troubles& t) {
    const auto compiled = [&t](const std::string& path) -> std::optional<loaded_names> {
        loaded_names out{mapped_file(path), {}};
        auto names = matn::gazetteer::from_image(out.file.bytes(), path, matn::image_check::all);
        if (!names) {
            t.bad_input(path + ": " + names.error().cause);
            return std::nullopt;
        }
        out.names = std::move(*names);
        return out;
    };
    if (paths.size() == 1 && is_compiled(paths.front())) return compiled(paths.front());

    matn::gazetteer_builder builder;
    bool any = false;
    for (const std::string& path : paths) {
        if (is_compiled(path)) {
            const auto part = compiled(path);
            if (!part) continue;
            for (matn::entry_id id = 0; id < (*part)->size(); ++id)
                for (std::uint32_t name = 0; name < (*part)->name_count(id); ++name) (void)builder.add((*part)->at(id, name));
            any = true;
            continue;
        }
        auto file = read_file(path);
        if (!file) {
            t.io_error(file.error());
            continue;
        }
        std::vector<matn::gazetteer_problem> problems;
        any = (looks_like_json(file->text) ? add_json_lines : add_tsv)(builder, file->text, path, problems) || any;
        constexpr std::size_t most = 20; // more would hide what else is said
        for (std::size_t i = 0; i < problems.size() && i < most; ++i) t.bad_input(problems[i].message());
        if (problems.size() > most) t.bad_input(path + ": " + std::to_string(problems.size() - most) + " more defects");
    }
    if (!any || (strict && t.worst() != outcome::well)) return std::nullopt;
    return loaded_names{{}, builder.build()};
}

#endif
