// SPDX-License-Identifier: MIT
// What the programs that train the models of language.hpp share: random numbers, lines of text and parts of them, literals.
#ifndef MATN_TOOLS_LANGUAGE_TRAINING_HPP
#define MATN_TOOLS_LANGUAGE_TRAINING_HPP

#include <matn/detail/language_features.hpp>
#include <matn/utf8.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

namespace language {

using namespace matn;

// splitmix64: small, and the same everywhere.
struct randomness {
    std::uint64_t state;
    std::uint64_t next() {
        std::uint64_t z = state += 0x9E3779B97F4A7C15u;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
        z = (z ^ z >> 27) * 0x94D049BB133111EBu;
        return z ^ z >> 31;
    }
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
};

inline double exponential(double x) {
    if (x < -40) return 0;
    const double n = std::floor(x * 1.4426950408889634 + 0.5);
    const double r = x - n * 0.6931471805599453;
    double sum = 1, term = 1;
    for (int i = 1; i < 14; ++i) sum += term *= r / i;
    return std::ldexp(sum, static_cast<int>(n));
}

inline std::vector<std::string> read_lines(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        std::fprintf(stderr, "cannot read %s\n", path.c_str());
        std::exit(1);
    }
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

using letters = std::vector<char32_t>;

inline letters decoded(const std::string& line) {
    letters out;
    for (const code_point c : code_points(line)) out.push_back(c.value);
    return out;
}

inline bool ends_word(char32_t c) {
    const auto g = detail::letter_of(c).group;
    return g == detail::letter_group::boundary;
}

// A part of a line, cut between words: as short as a headline or a name for most.
inline letters crop(const letters& line, randomness& random) {
    const std::size_t kind = random.below(100);
    const std::size_t want = kind < 33   ? 8 + random.below(13)
                             : kind < 62 ? 21 + random.below(30)
                             : kind < 85 ? 51 + random.below(100)
                                         : line.size();
    if (line.size() <= want) return line;
    std::size_t from = random.below(line.size() - want + 1);
    while (from > 0 && from < line.size() && !ends_word(line[from - 1])) ++from;
    std::size_t to = std::min(line.size(), from + want);
    while (to > from + 4 && to < line.size() && !ends_word(line[to])) --to;
    return to > from + 4
               ? letters(line.begin() + static_cast<std::ptrdiff_t>(from), line.begin() + static_cast<std::ptrdiff_t>(to))
               : line;
}

inline void write_literal(std::FILE* out, const std::int8_t* first, std::size_t size) {
    std::string line;
    const auto flush = [&] {
        if (!line.empty()) std::fprintf(out, "\n    \"%s\"", line.c_str());
        line.clear();
    };
    bool octal = false; // an escape takes up to three digits, so the digit that follows a short one must be escaped itself
    for (std::size_t i = 0; i < size; ++i) {
        const auto b = static_cast<unsigned char>(first[i]);
        char piece[8];
        const bool plain = b >= 32 && b < 127 && b != '"' && b != '\\' && b != '?' && !(octal && b >= '0' && b <= '7');
        if (plain) std::snprintf(piece, sizeof piece, "%c", static_cast<char>(b));
        else std::snprintf(piece, sizeof piece, "\\%o", static_cast<unsigned>(b));
        octal = !plain && std::strlen(piece) < 4;
        line += piece;
        if (line.size() > 120) flush(), octal = false;
    }
    flush();
}

} // namespace language

#endif
