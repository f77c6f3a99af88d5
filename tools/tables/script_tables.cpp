// SPDX-License-Identifier: MIT
// Asks the linked ICU for Script and Script_Extensions and writes the header that holds them.
//
//     c++ -std=c++20 tools/tables/script_tables.cpp -licuuc -o script_tables && ./script_tables include/matn/detail
//
// One class a code point says both: below script_count it is the script, and the only one; from there on it is a pair of a script
// and a set.
#include "two_stage.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace {

struct names {
    std::string identifier;
    std::string code;
};

std::string lower(std::string s) {
    for (char& c : s)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return s;
}

std::vector<int> extensions(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode found[64];
    const int count = uscript_getScriptExtensions(c, found, 64, &status);
    return {found, found + count};
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: script_tables DIRECTORY\n", stderr);
        return 2;
    }
    UErrorCode status = U_ZERO_ERROR;

    // The scripts in use: common and inherited first, because they are the ones that end no run; then unknown; then by name.
    std::vector<int> used = {USCRIPT_COMMON, USCRIPT_INHERITED, USCRIPT_UNKNOWN};
    std::map<std::string, int> by_name;
    for (UChar32 c = 0; c < 0x110000; ++c) {
        const int s = uscript_getScript(c, &status);
        if (std::find(used.begin(), used.begin() + 3, s) == used.begin() + 3)
            by_name[lower(uscript_getName(static_cast<UScriptCode>(s)))] = s;
    }
    for (const auto& [name, s] : by_name) used.push_back(s);
    std::map<int, unsigned> place;
    for (unsigned i = 0; i < used.size(); ++i) place[used[i]] = i;

    std::map<std::pair<int, std::vector<int>>, unsigned> pairs;
    const auto klass = [&](UChar32 c) -> unsigned {
        const int s = uscript_getScript(c, &status);
        const auto set = extensions(c);
        if (set.size() == 1 && set[0] == s) return place.at(s);
        return static_cast<unsigned>(used.size()) +
               pairs.try_emplace({s, set}, static_cast<unsigned>(pairs.size())).first->second;
    };
    const auto table = tables::make_two_stage([&](char32_t c) { return klass(static_cast<UChar32>(c)); });
    if (used.size() + pairs.size() > 256) {
        std::fputs("script_tables: more classes than a byte can hold\n", stderr);
        return 1;
    }

    const std::string path = std::string(argv[1]) + "/unicode_script.hpp";
    std::FILE* out = std::fopen(path.c_str(), "w");
    if (out == nullptr) {
        std::perror(path.c_str());
        return 1;
    }
    std::fprintf(
        out,
        "// SPDX-License-Identifier: MIT\n"
        "// Script and Script_Extensions of Unicode %s. Written by tools/tables/script_tables.cpp; do not edit.\n"
        "#ifndef MATN_DETAIL_UNICODE_SCRIPT_HPP\n#define MATN_DETAIL_UNICODE_SCRIPT_HPP\n\n"
        "#include <matn/version.hpp>\n\n#include <cstdint>\n#include <string_view>\n\n"
        "// clang-format off\nnamespace matn { inline namespace v0 {\n\n"
        "/// The scripts of Unicode %s: `common` is shared by all (digits, spaces), `inherited` takes the script of its neighbour (marks),\n"
        "/// `unknown` is unassigned. The numbers change when Unicode adds scripts; store the ISO 15924 code.\n"
        "enum class script : std::uint8_t {\n",
        U_UNICODE_VERSION, U_UNICODE_VERSION);
    std::string line, codes;
    for (std::size_t i = 0; i < used.size(); ++i) {
        const std::string name = lower(uscript_getName(static_cast<UScriptCode>(used[i])));
        codes += uscript_getShortName(static_cast<UScriptCode>(used[i]));
        if (line.size() + name.size() + 2 > 120) {
            std::fprintf(out, "   %s\n", line.c_str());
            line.clear();
        }
        line += " " + name + ",";
    }
    std::fprintf(out, "   %s\n};\n\nnamespace detail {\n\ninline constexpr unsigned script_count = %zu;\n", line.c_str(),
                 used.size());
    const auto unicode = [] {
        UVersionInfo v;
        u_getUnicodeVersion(v);
        return v[0] * 100 + v[1];
    }();
    std::fprintf(out, "inline constexpr unsigned script_unicode_version = %d; // major * 100 + minor\n", unicode);
    std::fprintf(out, "inline constexpr std::string_view script_codes =");
    for (std::size_t i = 0; i < codes.size(); i += 112) std::fprintf(out, "\n    \"%s\"", codes.substr(i, 112).c_str());
    std::fprintf(out, ";\n");

    // What the classes from script_count on mean: a script, and where its set lies in the list of sets.
    std::vector<const std::pair<const std::pair<int, std::vector<int>>, unsigned>*> in_order(pairs.size());
    for (const auto& p : pairs) in_order[p.second] = &p;
    tables::bytes scripts, sets, starts;
    for (const auto* p : in_order) {
        scripts.push_back(static_cast<std::uint8_t>(place.at(p->first.first)));
        starts.push_back(static_cast<std::uint8_t>(sets.size() & 0xFF));
        starts.push_back(static_cast<std::uint8_t>(sets.size() >> 8));
        for (const int s : p->first.second) sets.push_back(static_cast<std::uint8_t>(place.at(s)));
    }
    starts.push_back(static_cast<std::uint8_t>(sets.size() & 0xFF));
    starts.push_back(static_cast<std::uint8_t>(sets.size() >> 8));
    tables::write_bytes(out, "script_pair_scripts", scripts);
    tables::write_bytes(out, "script_pair_starts", starts); // two bytes each, low first
    tables::write_bytes(out, "script_pair_sets", sets);
    tables::write_two_stage(out, "script_class_below_110000", table);

    std::fprintf(
        out,
        "\n"
        "[[nodiscard]] constexpr unsigned script_class(char32_t c) noexcept {\n"
        "    return c < 0x110000 ? script_class_below_110000(c) : static_cast<unsigned>(script::unknown);\n}\n"
        "[[nodiscard]] constexpr script script_of_class(unsigned k) noexcept {\n"
        "    return static_cast<script>(k < script_count ? k : script_pair_scripts[k - script_count]);\n}\n"
        "struct script_set {\n    const unsigned char* first;\n    std::size_t size;\n};\n"
        "[[nodiscard]] constexpr script_set script_extension_set(unsigned k) noexcept {\n"
        "    const auto start = [](unsigned i) { return static_cast<unsigned>(script_pair_starts[2 * i] | script_pair_starts[2 * i + 1] << 8); };\n"
        "    const unsigned i = k - script_count;\n"
        "    return {script_pair_sets + start(i), start(i + 1) - start(i)};\n}\n\n"
        "} // namespace detail\n\n}} // namespace matn\n\n#endif\n");
    std::fclose(out);
    std::printf("%s: %zu scripts, %zu pairs, %zu bytes in blocks of %u\n", path.c_str(), used.size(), pairs.size(), table.size(),
                1u << table.shift);
}
