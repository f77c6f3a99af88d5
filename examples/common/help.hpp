// SPDX-License-Identifier: MIT
// How the programs tell of their options, and of a wrong one.
#ifndef MATN_EXAMPLES_HELP_HPP
#define MATN_EXAMPLES_HELP_HPP

#include "common/input.hpp"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <string_view>

/// Names what an option takes and what it is without it, and leaves out how CLI11 checks it.
class plain_help : public CLI::Formatter {
public:
    plain_help() {
        label("SUBCOMMAND", "CALL");
        label("Subcommands", "Calls");
    }
    std::string make_option_opts(const CLI::Option* option) const override {
        std::string out;
        if (!option->get_option_text().empty()) return ' ' + option->get_option_text();
        if (option->get_type_size() == 0) return out; // a flag
        const std::string type = option->get_type_name();
        if (option->get_positional()) return type.empty() || option->get_expected_max() == 1 ? out : " ...";
        out.append(" ").append(type.substr(0, type.find(':')));
        return out;
    }
    std::string make_option_desc(const CLI::Option* option) const override {
        std::string out = option->get_description();
        if (const std::string usual = option->get_default_str(); !usual.empty())
            out.append(" (default: ").append(usual).append(")");
        return out;
    }
};

/// Help as a page of a hundred columns: what is longer goes on in the column in which it began.
inline std::string wrapped(std::string_view text) {
    constexpr std::size_t width = 100;
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        // Two spaces in the middle stand between an option and what it is; what is indented without them is an example.
        const std::size_t words = std::min(line.find_first_not_of(' '), line.size());
        const std::size_t gap = line.find("  ", words);
        const std::size_t column = gap == std::string_view::npos ? words : line.find_first_not_of(' ', gap);
        const bool example = words == 2 && gap == std::string_view::npos && !line.substr(words).starts_with('-');
        for (std::size_t used = 0; !example && used + columns(line) > width; used = column) {
            std::size_t cut = line.size();
            do cut = line.rfind(' ', cut - 1);
            while (cut != std::string_view::npos && cut > 0 && used + columns(line.substr(0, cut)) > width);
            if (cut == std::string_view::npos || cut == 0 || (used == 0 && cut <= column)) break;
            out.append(line.substr(0, cut)).append("\n").append(column, ' ');
            line.remove_prefix(cut + 1);
        }
        out.append(line) += '\n';
    }
    return out;
}

/// Tells what is wrong with the arguments, and where more is told; gives the exit status.
inline int usage_error(const std::string& program, const std::string& what) {
    troubles(program).note(what + "; `" + program + " --help` tells more");
    return static_cast<int>(outcome::usage);
}

/// What to do about arguments that ask for no work: print what they ask for, or what is wrong with them. Gives the exit status.
inline int answer_arguments(const CLI::App& app, const std::string& program, const CLI::ParseError& e) {
    const bool help = dynamic_cast<const CLI::CallForHelp*>(&e) != nullptr;
    if (!help && dynamic_cast<const CLI::CallForVersion*>(&e) == nullptr) {
        constexpr std::string_view unexpected =
            "The following argument"; // "... was not expected: --frob", "...s were not expected: a b"
        const std::string what = e.what();
        const std::size_t colon = what.find(": ");
        if (what.starts_with(unexpected) && colon != std::string::npos)
            return usage_error(program, "unexpected:" + what.substr(colon + 1));
        return usage_error(program, what);
    }
    if (write_file("-", help ? wrapped(app.help()) : std::string(e.what()) + '\n')) return 0;
    troubles t(program);
    t.output_failed(errno);
    return t.status();
}

#endif
