// SPDX-License-Identifier: MIT
// matn normalize: one text a line in, its normal form a line out.
#include "common/input.hpp"
#include "matn/commands.hpp"
#include "matn/ordered.hpp"

#include <matn/fold.hpp>

#include <optional>

namespace {

namespace fold = matn::fold;

// What broke on the way (copied from a PDF, pasted from a page) is repaired; spelling stays the writer's.
constexpr matn::fold_set repair = fold::presentation | fold::spaces | fold::invisible | fold::tatweel;

// One letter where keyboards disagree. In Arabic ي and ك are the language's own letters and stay.
matn::fold_set orthography(std::string_view lang) {
    if (lang.starts_with("ar")) return repair;
    if (lang.starts_with("ur")) return repair | fold::yeh | fold::kaf; // Urdu's own ہ stays
    return repair | fold::yeh | fold::kaf | fold::heh;
}

std::optional<matn::fold_set> profile(const normalize_request& request) {
    if (request.profile == "repair") return repair;
    if (request.profile == "orthography") return orthography(request.lang);
    if (request.profile == "key") return fold::search;
    return std::nullopt;
}

// Applies "+a,-b" to a set. Says what is wrong with it, or nothing.
std::optional<std::string> change(std::string_view rules, matn::fold_set& set) {
    while (!rules.empty()) {
        const std::size_t end = rules.find(',');
        std::string_view rule = rules.substr(0, end);
        rules.remove_prefix(end == std::string_view::npos ? rules.size() : end + 1);
        if (rule.empty()) continue;
        const bool out = rule.starts_with('-');
        if (out || rule.starts_with('+')) rule.remove_prefix(1);
        const auto found = fold::find(rule);
        if (!found) {
            std::string message = "there is no rule '" + std::string(rule) + "'; the rules are";
            for (const fold::named& n : fold::by_name) message.append(" ").append(n.name);
            return message;
        }
        set = out ? set - *found : set | *found;
    }
    return std::nullopt;
}

} // namespace

int normalize(const normalize_request& request) {
    troubles t("matn normalize");
    auto set = profile(request);
    if (!set) {
        t.note("there is no profile '" + request.profile + "'; the profiles are repair, orthography and key");
        return static_cast<int>(outcome::usage);
    }
    if (const auto wrong = change(request.rules, *set)) {
        t.note(*wrong);
        return static_cast<int>(outcome::usage);
    }
    const matn::folder folder(*set);
    const auto done = work_in_order(request.jobs, request.flush, [&folder] {
        return [&folder, folded = matn::folder::output()](batch& b) mutable {
            each_line(b, [&](std::string_view line, std::uint64_t) {
                folder(line, folded);
                b.out.append(folded.text()) += '\n';
            });
        };
    });
    return report(done, t);
}
