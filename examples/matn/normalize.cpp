// SPDX-License-Identifier: MIT
// matn normalize: one text a line in, its normal form a line out.
#include "matn/commands.hpp"
#include "matn/ordered.hpp"

#include <matn/normalize.hpp>
#include <matn/pipeline.hpp>

#include <optional>

namespace {

namespace fold = matn::fold;

std::optional<matn::normalization_level> level_of(std::string_view profile) {
    if (profile == "repair") return matn::normalization_level::repair;
    if (profile == "orthography") return matn::normalization_level::orthography;
    if (profile == "key") return matn::normalization_level::key;
    return std::nullopt;
}

constexpr std::string_view restore = "zwnj-restore"; // half-spaces are put back before the rules run

// Reads "+a,-b". Says what is wrong with it, or nothing.
std::optional<std::string> read_rules(std::string_view list, matn::normalization_options& into) {
    while (!list.empty()) {
        const std::size_t end = list.find(',');
        std::string_view rule = list.substr(0, end);
        list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
        if (rule.empty()) continue;
        const bool out = rule.starts_with('-');
        if (out || rule.starts_with('+')) rule.remove_prefix(1);
        if (rule == restore) {
            into.joiners = out ? matn::half_spaces::keep : matn::half_spaces::restore;
            continue;
        }
        const auto found = fold::find(rule);
        if (!found) {
            std::string message = "there is no rule '" + std::string(rule) + "'; the rules are";
            for (const fold::named& n : fold::by_name) message.append(" ").append(n.name);
            return message.append(" ").append(restore);
        }
        matn::fold_set& set = out ? into.without : into.with;
        set = set | *found;
    }
    return std::nullopt;
}

} // namespace

int normalize(const normalize_request& request) {
    troubles t("matn normalize");
    const auto level = level_of(request.profile);
    if (!level) {
        t.note("there is no profile '" + request.profile + "'; the profiles are repair, orthography and key");
        return static_cast<int>(outcome::usage);
    }
    matn::normalization_options asked{.level = *level};
    if (const auto wrong = read_rules(request.rules, asked)) {
        t.note(*wrong);
        return static_cast<int>(outcome::usage);
    }
    const auto normal = matn::pipeline(matn::languages, matn::tokens, matn::normalizing(asked));
    return work_in_order(request.lines, t, [&] {
        return [&, doc = normal.blank()](batch& b) mutable {
            each_line(b, [&](std::string_view line) {
                if (request.lang.empty()) b.out += normal(line, doc).get<matn::normalized>().text();
                else b.out += matn::normalizing(asked)(line, matn::language_tag(std::string_view(request.lang))).text();
                b.out += '\n';
            });
        };
    });
}
