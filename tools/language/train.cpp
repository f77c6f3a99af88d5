// SPDX-License-Identifier: MIT
// Trains the model of language.hpp from lines of text and writes it as a header.
//
//     c++ -std=c++20 -O2 -ffp-contract=off -Iinclude tools/language/train.cpp -o train_language
//     ./train_language DATA include/matn/detail/language_model.hpp
//
// DATA/train/LANGUAGE.txt holds one text a line, DATA/train_src/LANGUAGE.txt the source of each line. Sources whose licence
// forbids commercial use or changes, or that state none, are left out (list below). The same data gives the same bytes: the
// random numbers and the exponential function are our own, and -ffp-contract=off keeps the processor from rounding sums in ways
// of its own.
//
// The model is a softmax regression over hashed features (detail/language_features.hpp), one for each script that several
// languages share, trained with AdaGrad on pieces of 8 characters to whole lines, so that short and long texts share one
// calibration.
#include "persian_words.hpp"

#include <matn/detail/persian_variety.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace matn;

// Non-commercial, no derivatives, or no licence stated.
const char* const left_out[] = {"quran",
                                "quran-tafsir",
                                "ktc",
                                "ud:UD_Urdu-UDTB",
                                "ud:UD_Hebrew-HTB",
                                "ud:UD_English-GUM",
                                "ud:UD_Greek-GDT",
                                "ud:UD_Italian-ISDT",
                                "ud:UD_Turkish-IMST",
                                "medica",
                                "tralelho",
                                "ruche",
                                "asp"};

struct source {
    const char* file;
    unsigned share; // of the lines of its class that are drawn, in percent
};
struct language_class {
    const char* tag; // "" is what the model knows to be none of its languages
    std::vector<source> sources;
};
struct group {
    const char* name;
    detail::letter_group letters;
    unsigned bits;  // 1 << bits rows
    unsigned lanes; // bytes a row
    unsigned steps;
    std::vector<language_class> classes;
};

const std::vector<group> groups = {
    {"arabic",
     detail::letter_group::arabic,
     13,
     8,
     2'400'000,
     {{"ar", {{"ar", 96}, {"arz", 2}, {"ary", 2}}},
      {"fa", {{"fa", 85}, {"prs", 15}}},
      {"ps", {{"ps", 100}}},
      {"ur", {{"ur", 100}}},
      {"ckb", {{"ckb", 100}}},
      {"ug", {{"ug", 100}}},
      {"sd", {{"sd", 100}}},
      {"",
       {{"ks", 12},
        {"pnb", 12},
        {"skr", 12},
        {"azb", 10},
        {"mzn", 8},
        {"glk", 12},
        {"lrc", 6},
        {"bqi", 6},
        {"bal", 8},
        {"hac", 8},
        {"kk-arab", 6}}}}},
    {"latin",
     detail::letter_group::latin,
     12,
     14,
     2'400'000,
     {{"en", {{"en", 100}}},
      {"fr", {{"fr", 100}}},
      {"de", {{"de", 100}}},
      {"es", {{"es", 100}}},
      {"tr", {{"tr", 100}}},
      {"id", {{"id", 100}}},
      {"ms", {{"ms", 100}}},
      {"it", {{"it", 100}}},
      {"pt", {{"pt", 100}}},
      {"sw", {{"sw", 100}}},
      {"kmr", {{"kmr", 100}}},
      {"az", {{"az", 100}}},
      {"uz", {{"uz", 100}}},
      {"tk", {{"tk", 100}}}}},
    {"cyrillic", detail::letter_group::cyrillic, 10, 4, 400'000, {{"ru", {{"ru", 100}}}, {"tg", {{"tg", 100}}}}},
};

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

double exponential(double x) {
    if (x < -40) return 0;
    const double n = std::floor(x * 1.4426950408889634 + 0.5);
    const double r = x - n * 0.6931471805599453;
    double sum = 1, term = 1;
    for (int i = 1; i < 14; ++i) sum += term *= r / i;
    return std::ldexp(sum, static_cast<int>(n));
}

std::vector<std::string> read_lines(const std::string& path) {
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

letters decoded(const std::string& line) {
    letters out;
    for (const code_point c : code_points(line)) out.push_back(c.value);
    return out;
}

bool ends_word(char32_t c) {
    const auto g = detail::letter_of(c).group;
    return g == detail::letter_group::boundary;
}

// A part of a line, cut between words: as short as a headline or a name for most.
letters crop(const letters& line, randomness& random) {
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

// What keyboards and old feeds do to a text; a model that has not seen it takes the letter ي for proof of Arabic.
void vary(letters& text, const std::string& tag, randomness& random) {
    if (tag == "fa" || tag == "ps" || tag == "ur" || tag == "ckb") {
        const std::size_t kind = random.below(100);
        if (kind < 12)
            for (char32_t& c : text) c = c == U'ی' ? U'ي' : c;
        if (kind < 10 || (kind >= 12 && kind < 16))
            for (char32_t& c : text) c = c == U'ک' ? U'ك' : c;
    }
    if (tag == "ar" && random.below(100) < 4)
        for (char32_t& c : text) c = c == U'ي' ? U'ی' : c == U'ك' ? U'ک' : c;
}

// The rows of the features of a text: its words in this group's letters, no others.
void collect(const letters& text, const group& g, std::vector<std::uint32_t>& rows) {
    rows.clear();
    detail::word_features word;
    bool open = false;
    const auto use = [&](std::uint64_t hash) { rows.push_back(static_cast<std::uint32_t>(hash >> (64 - g.bits))); };
    const auto close = [&] {
        if (open) word.end(use);
        open = false;
        word = {};
    };
    for (const char32_t c : text) {
        detail::letter l = detail::letter_of(c);
        if (l.group == detail::letter_group::skip) continue;
        if (l.group == detail::letter_group::apostrophe && open && g.letters != detail::letter_group::arabic) l.group = g.letters;
        if (l.group != g.letters || word.length() == detail::longest_weighed_word) close();
        if (l.group != g.letters) continue;
        open = true;
        word.add(l.code, use);
    }
    close();
}

struct trained {
    std::vector<std::int8_t> rows; // lanes each
    double scale = 1;
    std::vector<double> bias;
    double loss = 0;
};

trained train(const group& g, const std::string& data) {
    std::vector<std::vector<std::vector<letters>>> texts;
    for (const auto& c : g.classes) {
        auto& of_class = texts.emplace_back();
        for (const auto& s : c.sources) {
            const auto lines = read_lines(data + "/train/" + s.file + ".txt");
            const auto from = read_lines(data + "/train_src/" + s.file + ".txt");
            auto& kept = of_class.emplace_back();
            for (std::size_t i = 0; i < lines.size(); ++i) {
                const bool out =
                    std::any_of(std::begin(left_out), std::end(left_out), [&](const char* name) { return from.at(i) == name; });
                if (!out) kept.push_back(decoded(lines[i]));
            }
            std::fprintf(stderr, "  %-3s %-8s %6zu of %6zu lines\n", c.tag, s.file, kept.size(), lines.size());
        }
    }
    const std::size_t classes = g.classes.size();
    std::vector<float> weights((std::size_t{1} << g.bits) * 16, 0.0F), bias(16, 0.0F);
    std::vector<float> gathered(std::size_t{1} << g.bits, 1e-3F);
    std::vector<std::uint32_t> rows;
    randomness random{20210416};
    double loss = 0;
    const float rate0 = 0.3F;
    for (unsigned step = 0; step < g.steps; ++step) {
        const std::size_t k = random.below(classes);
        const auto& sources = g.classes[k].sources;
        std::size_t from = 0;
        for (auto pick = static_cast<int>(random.below(100));
             from + 1 < sources.size() && pick >= static_cast<int>(sources[from].share); ++from)
            pick -= static_cast<int>(sources[from].share);
        const auto& lines = texts[k][from];
        letters text = crop(lines[random.below(lines.size())], random);
        vary(text, g.classes[k].tag, random);
        collect(text, g, rows);
        if (rows.empty()) continue;
        const float each = 1 / std::sqrt(static_cast<float>(rows.size()));
        float score[16] = {}, slope[16] = {};
        for (const std::uint32_t r : rows)
            for (std::size_t i = 0; i < 16; ++i) score[i] += weights[r * 16 + i];
        float best = -1e9F;
        for (std::size_t i = 0; i < classes; ++i) best = std::max(best, score[i] = score[i] * each + bias[i]);
        double total = 0;
        for (std::size_t i = 0; i < classes; ++i) total += slope[i] = static_cast<float>(exponential(score[i] - best));
        float norm = 0;
        for (std::size_t i = 0; i < classes; ++i) {
            slope[i] = static_cast<float>(slope[i] / total);
            if (i == k) loss -= std::log(std::max(1e-9F, slope[i])), slope[i] -= 1;
            norm += slope[i] * slope[i];
        }
        const float rate = rate0 * (1 - static_cast<float>(step) / static_cast<float>(g.steps)) + 1e-3F;
        for (const std::uint32_t r : rows) {
            gathered[r] += norm * each * each;
            const float by = rate * each / std::sqrt(gathered[r]);
            for (std::size_t i = 0; i < 16; ++i) weights[r * 16 + i] -= by * slope[i];
        }
        for (std::size_t i = 0; i < classes; ++i) bias[i] -= 0.01F * rate * slope[i];
        if ((step + 1) % (g.steps / 4) == 0) {
            std::fprintf(stderr, "  %s: step %u, loss %.4f\n", g.name, step + 1, loss / (g.steps / 4));
            loss = 0;
        }
    }
    // The same added to all classes of a row changes no answer; without it the numbers are smaller and round better.
    std::vector<float> sizes;
    for (std::size_t r = 0; r < weights.size(); r += 16) {
        float mean = 0;
        for (std::size_t i = 0; i < classes; ++i) mean += weights[r + i] / static_cast<float>(classes);
        for (std::size_t i = 0; i < 16; ++i) weights[r + i] = i < classes ? weights[r + i] - mean : 0;
        for (std::size_t i = 0; i < classes; ++i) sizes.push_back(std::fabs(weights[r + i]));
    }
    std::sort(sizes.begin(), sizes.end());
    trained result;
    result.scale = sizes[sizes.size() - sizes.size() / 1000] * 1.5 / 127;
    for (std::size_t r = 0; r < weights.size(); r += 16)
        for (std::size_t i = 0; i < g.lanes; ++i)
            result.rows.push_back(static_cast<std::int8_t>(std::clamp(std::round(weights[r + i] / result.scale), -127.0, 127.0)));
    for (std::size_t i = 0; i < classes; ++i) result.bias.push_back(bias[i]);
    return result;
}

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

void write_literal(std::FILE* out, const std::int8_t* first, std::size_t size) {
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

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: train_language DATA HEADER\n", stderr);
        return 2;
    }
    std::vector<trained> models;
    for (const auto& g : groups) models.push_back(train(g, argv[1]));
    const trained_pair persian = train_persian(argv[1], "", 0, 1);

    std::FILE* out = std::fopen(argv[2], "wb");
    if (out == nullptr) {
        std::perror(argv[2]);
        return 1;
    }
    std::fputs(
        "// SPDX-License-Identifier: MIT\n"
        "// The weights of language.hpp. Written by tools/language/train.cpp, which says how and from what: do not edit.\n"
        "#ifndef MATN_DETAIL_LANGUAGE_MODEL_HPP\n#define MATN_DETAIL_LANGUAGE_MODEL_HPP\n\n"
        "#include <matn/version.hpp>\n\n// clang-format off\nnamespace matn { inline namespace v0 { namespace detail {\n\n"
        "// One row of signed bytes for each hash, one byte for each language; the score of a language is their sum, times scale, over the\n"
        "// root of their number, plus bias. A literal holds at most the 64 KB that compilers must take.\n"
        "struct language_model {\n"
        "    unsigned bits;  // 1 << bits rows\n"
        "    unsigned lanes; // bytes a row\n"
        "    unsigned classes;\n"
        "    const char* const* tags; // an empty one: none of these\n"
        "    float scale;\n"
        "    const float* bias;\n"
        "};\n\n",
        out);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto& g = groups[i];
        const auto& m = models[i];
        // What follows a row is read with it, so the last one needs bytes behind it.
        std::vector<std::int8_t> bytes = m.rows;
        bytes.resize(bytes.size() + (g.lanes > 8 ? 16 : 8) - g.lanes);
        std::fprintf(out, "inline constexpr char language_%s_rows[] =", g.name);
        write_literal(out, bytes.data(), bytes.size());
        std::fputs(";\n", out);
        std::string tags, bias;
        for (std::size_t k = 0; k < g.classes.size(); ++k) {
            char number[32];
            std::snprintf(number, sizeof number, "%.4fF", m.bias[k]);
            tags += std::string(k ? ", " : "") + "\"" + g.classes[k].tag + "\"";
            bias += std::string(k ? ", " : "") + number;
        }
        std::fprintf(out,
                     "inline constexpr const char* language_%s_tags[] = {%s};\n"
                     "inline constexpr float language_%s_bias[] = {%s};\n\n",
                     g.name, tags.c_str(), g.name, bias.c_str());
    }
    std::fputs("inline constexpr language_model language_models[] = {\n", out);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto& g = groups[i];
        std::fprintf(out, "    {%u, %u, %zu, language_%s_tags, %.8fF, language_%s_bias},\n", g.bits, g.lanes, g.classes.size(),
                     g.name, models[i].scale, g.name);
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
    std::fputs("};\n\n// The words of tools/language/persian_words.hpp: hashes, whose lowest bit is set for Dari; sorted.\n",
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
