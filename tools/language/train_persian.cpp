// SPDX-License-Identifier: MIT
// Trains what tells Dari from Iranian Persian (detail/persian_variety.hpp) and writes it as a header.
//
//     c++ -std=c++20 -O2 -ffp-contract=off -Iinclude tools/language/train_persian.cpp -o train_persian
//     ./train_persian DATA include/matn/detail/persian_model.hpp
//
// DATA/prs_fa_parallel/NAME.dev.tsv holds lines in Iranian Persian, a tab, and the same in Dari. The same data gives the same bytes.
#include "persian_words.hpp"
#include "training.hpp"

#include <matn/detail/persian_variety.hpp>

#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace language;

// Dari against Iranian Persian, from translations of the same texts into both, so that the subject tells nothing.
//
// Joiners and endings are joined, parted or dropped at random on both sides, because that is a habit of the two translators.
letters varied_affixes(const letters& line, randomness& random) {
    letters out;
    const std::size_t kind = random.below(3);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == 0x200C) {
            if (kind == 0) out.push_back(line[i]);
            else if (kind == 1) out.push_back(U' ');
            continue; // else joined
        }
        if (kind == 2 && line[i] == U' ' && i > 0) {
            const auto next = [&](std::u32string_view what) {
                return i + what.size() < line.size() &&
                       std::equal(what.begin(), what.end(), line.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            };
            if (next(U"ها ") || next(U"های ") || next(U"هایی ") || (i > 1 && line[i - 1] == U'ی' && line[i - 2] == U'م'))
                continue;
        }
        out.push_back(line[i]);
    }
    return out;
}

struct trained_pair {
    std::vector<std::int8_t> rows;
    double scale = 1, bias = 0;
};

trained_pair train_persian(const std::string& data, const char* only, unsigned part, unsigned parts) {
    std::vector<letters> texts[2]; // Iranian, Dari
    for (const char* file : {"ntrex", "tico"}) {
        if (*only != '\0' && std::string(only) != file) continue;
        unsigned n = 0;
        for (const auto& line : read_lines(data + "/prs_fa_parallel/" + file + ".dev.tsv")) {
            if (parts > 1 && n++ / 50 % parts == part) continue; // kept for a test, in blocks so that documents stay whole
            const std::size_t tab = line.find('\t');
            texts[0].push_back(decoded(line.substr(0, tab)));
            texts[1].push_back(decoded(line.substr(tab + 1)));
        }
    }
    std::vector<float> weights(std::size_t{1} << detail::persian_bits), gathered(weights.size(), 1e-3F);
    std::vector<std::size_t> rows;
    randomness random{14000126};
    float bias = 0;
    double loss = 0;
    const unsigned steps = 400'000;
    for (unsigned step = 0; step < steps; ++step) {
        const std::size_t k = random.below(2);
        letters text;
        // One to four neighbouring lines: documents are longer than sentences.
        const std::size_t at = random.below(texts[k].size()), lines = 1 + random.below(4) * random.below(2);
        for (std::size_t i = at; i < std::min(at + lines, texts[k].size()); ++i) {
            const letters varied = varied_affixes(texts[k][i], random);
            text.insert(text.end(), varied.begin(), varied.end());
            text.push_back(U'\n');
        }
        if (lines == 1) text = crop(text, random);
        std::string bytes;
        for (const char32_t c : text) bytes += encode(c).view();
        rows.clear();
        detail::persian_reader().read(
            bytes, [&](std::uint64_t hash) { rows.push_back(hash >> (64 - detail::persian_bits)); }, [](std::int32_t) {});
        if (rows.empty()) continue;
        const float each = 1 / std::sqrt(static_cast<float>(rows.size()));
        float score = bias;
        for (const std::size_t r : rows) score += weights[r] * each;
        const auto p = static_cast<float>(1 / (1 + exponential(-static_cast<double>(score))));
        loss -= std::log(std::max(1e-9F, k == 1 ? p : 1 - p));
        const float slope = p - static_cast<float>(k);
        const float rate = 0.2F * (1 - static_cast<float>(step) / static_cast<float>(steps)) + 1e-3F;
        for (const std::size_t r : rows) {
            gathered[r] += slope * slope * each * each;
            weights[r] -= rate * each * slope / std::sqrt(gathered[r]) + rate * 2e-5F * weights[r];
        }
        bias -= 0.01F * rate * slope;
        if ((step + 1) % (steps / 4) == 0) {
            std::fprintf(stderr, "  persian: step %u, loss %.4f\n", step + 1, loss / (steps / 4));
            loss = 0;
        }
    }
    std::vector<float> sizes;
    for (const float w : weights) sizes.push_back(std::fabs(w));
    std::sort(sizes.begin(), sizes.end());
    trained_pair result;
    result.scale = sizes[sizes.size() - sizes.size() / 500] * 1.2 / 127;
    result.bias = bias;
    for (const float w : weights)
        result.rows.push_back(static_cast<std::int8_t>(std::clamp(std::round(w / result.scale), -127.0, 127.0)));
    return result;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: train_persian DATA HEADER\n", stderr);
        return 2;
    }
    const trained_pair persian = train_persian(argv[1], "", 0, 1);
    std::FILE* out = std::fopen(argv[2], "wb");
    if (out == nullptr) {
        std::perror(argv[2]);
        return 1;
    }
    std::vector<std::uint32_t> markers;
    const auto put = [&markers](std::string_view words, std::uint32_t sign, std::uint32_t place = 0) {
        detail::persian_word word;
        for (const code_point c : code_points(words)) {
            if (c.value != U' ') word.push(static_cast<std::uint16_t>(c.value));
            else markers.push_back(((word.hash() ^ place) & ~1u) | sign), word = {};
        }
    };
    put(language::dari_words, 1);
    put(language::iranian_words, 0);
    put(language::dari_months, 1, detail::after_number);
    put(language::iranian_months, 0, detail::after_number);
    std::sort(markers.begin(), markers.end());
    std::fputs(
        "// SPDX-License-Identifier: MIT\n"
        "// The tables of detail/persian_variety.hpp. Written by tools/language/train_persian.cpp, which says how: do not edit.\n"
        "#ifndef MATN_DETAIL_PERSIAN_MODEL_HPP\n#define MATN_DETAIL_PERSIAN_MODEL_HPP\n\n"
        "#include <matn/version.hpp>\n\n// clang-format off\nnamespace matn { inline namespace v0 { namespace detail {\n\n"
        "// The words of tools/language/persian_words.hpp: hashes, whose lowest bit is set for Dari; sorted.\n",
        out);
    std::fputs("inline constexpr char32_t persian_markers[] =", out);
    for (std::size_t i = 0; i < markers.size(); ++i)
        std::fprintf(out, "%s\\x%X%s", i % 12 == 0 ? "\n    U\"" : "", markers[i],
                     i % 12 == 11 || i + 1 == markers.size() ? "\"" : "");
    std::fputs(";\n\n// Dari (above zero) against Iranian Persian.\n", out);
    std::fputs("inline constexpr char persian_rows[] =", out);
    write_literal(out, persian.rows.data(), persian.rows.size());
    std::fprintf(out, ";\ninline constexpr float persian_scale = %.8fF;\ninline constexpr float persian_bias = %.4fF;\n",
                 persian.scale, persian.bias);
    std::fputs("\n}}} // namespace matn::v0::detail\n\n#endif\n", out);
    std::fclose(out);
}
