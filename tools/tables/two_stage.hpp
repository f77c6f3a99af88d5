// SPDX-License-Identifier: MIT
// Writes a property of all code points as two-stage tables of bytes, in string literals that compile fast.
//
// Used by the programs of this folder, which write the headers include/matn/detail/unicode_*.hpp. A list of integers of 256 KB
// costs a compiler some ten times as long as a string literal of the same size.
#ifndef MATN_TOOLS_TABLES_TWO_STAGE_HPP
#define MATN_TOOLS_TABLES_TWO_STAGE_HPP

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

namespace tables {

using bytes = std::vector<std::uint8_t>;

/// One byte for each code point: `values[(blocks[c >> shift] << shift) + (c & ((1 << shift) - 1))]`.
struct two_stage {
    unsigned shift = 0;
    bytes blocks; ///< which block of `values` stands for these code points
    bytes values; ///< at most 256 different blocks of 1 << shift bytes

    [[nodiscard]] std::size_t size() const { return blocks.size() + values.size(); }
};

/// The smallest two-stage table of `property(code point) -> byte`.
template <class Property>
two_stage make_two_stage(const Property& property) {
    bytes all(0x110000);
    for (char32_t c = 0; c < 0x110000; ++c) all[c] = static_cast<std::uint8_t>(property(c));
    two_stage best;
    for (unsigned shift = 5; shift <= 9; ++shift) {
        two_stage table;
        table.shift = shift;
        const std::size_t length = std::size_t{1} << shift;
        std::map<bytes, std::size_t> known;
        for (std::size_t from = 0; from < all.size(); from += length) {
            const auto begin = all.begin() + static_cast<std::ptrdiff_t>(from);
            bytes block(begin, begin + static_cast<std::ptrdiff_t>(length));
            const auto [place, fresh] = known.try_emplace(block, known.size());
            if (fresh) table.values.insert(table.values.end(), block.begin(), block.end());
            table.blocks.push_back(static_cast<std::uint8_t>(place->second));
        }
        if (known.size() <= 256 && (best.shift == 0 || table.size() < best.size())) best = table;
    }
    if (best.shift == 0) {
        std::fputs("two_stage: the property has too many different blocks for one byte an index\n", stderr);
        std::exit(1);
    }
    return best;
}

/// The property of U+0000-07FF, which is all that one or two bytes of UTF-8 hold.
template <class Property>
bytes make_flat(const Property& property) {
    bytes flat(0x800);
    for (char32_t c = 0; c < 0x800; ++c) flat[c] = static_cast<std::uint8_t>(property(c));
    return flat;
}

/// Writes `inline constexpr unsigned char NAME[]`; more than 32,000 bytes become NAME_0, NAME_1 ... (see write_two_stage).
inline void write_bytes(std::FILE* out, const std::string& name, const std::uint8_t* first, std::size_t size) {
    std::fprintf(out, "inline constexpr unsigned char %s[] =", name.c_str());
    std::string line;
    for (std::size_t i = 0; i < size; ++i) {
        char escaped[8];
        std::snprintf(escaped, sizeof escaped, "\\%o", first[i]);
        if (line.empty() || line.size() + 5 > 120) {
            if (!line.empty()) std::fprintf(out, "\n    \"%s\"", line.c_str());
            line.clear();
        }
        line += escaped;
    }
    std::fprintf(out, "\n    \"%s\";\n", line.c_str());
}
inline void write_bytes(std::FILE* out, const std::string& name, const bytes& what) {
    write_bytes(out, name, what.data(), what.size());
}

/// Writes the table and its look-up: `constexpr unsigned char NAME(char32_t c)`, for c below 0x110000.
///
/// Values are cut into arrays of at most 32 KB each, because compilers need not take longer literals.
inline void write_two_stage(std::FILE* out, const std::string& name, const two_stage& table) {
    write_bytes(out, name + "_blocks", table.blocks);
    const std::size_t most = 32768;
    const std::size_t pieces = (table.values.size() + most - 1) / most;
    for (std::size_t i = 0; i < pieces; ++i) {
        const std::size_t rest = table.values.size() - i * most;
        const std::string piece = pieces == 1 ? name + "_values" : name + "_values_" + std::to_string(i);
        write_bytes(out, piece, table.values.data() + i * most, rest < most ? rest : most);
    }
    std::fprintf(out, "[[nodiscard]] constexpr unsigned char %s(char32_t c) noexcept {\n", name.c_str());
    std::fprintf(out, "    const unsigned i = (static_cast<unsigned>(%s_blocks[c >> %u]) << %u) + (c & %uu);\n", name.c_str(),
                 table.shift, table.shift, (1u << table.shift) - 1);
    for (std::size_t i = 0; i + 1 < pieces; ++i)
        std::fprintf(out, "    if (i < %zuu) return %s_values_%zu[i - %zuu];\n", (i + 1) * most, name.c_str(), i, i * most);
    if (pieces == 1) std::fprintf(out, "    return %s_values[i];\n}\n", name.c_str());
    else std::fprintf(out, "    return %s_values_%zu[i - %zuu];\n}\n", name.c_str(), pieces - 1, (pieces - 1) * most);
}

} // namespace tables

#endif
