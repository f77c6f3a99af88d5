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
#include "training.hpp"

#include <matn/detail/language_features.hpp>
#include <matn/detail/language_rows.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace language;

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
    unsigned sequences; // see detail::language_model
    unsigned row_bytes; // 4 for up to 8 languages, 8 for up to 16
    unsigned short_bits, long_bits, long_first;
    unsigned steps;
    std::vector<language_class> classes;
};

const std::vector<group> groups = {
    {"arabic",
     detail::letter_group::arabic,
     3,
     4,
     12,
     13,
     4096,
     4'800'000,
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
     4,
     8,
     13,
     13,
     0,
     4'800'000,
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
    {"cyrillic", detail::letter_group::cyrillic, 3, 4, 10, 10, 0, 400'000, {{"ru", {{"ru", 100}}}, {"tg", {{"tg", 100}}}}},
};

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

std::size_t rows_of(const group& g) {
    return std::max(std::size_t{1} << g.short_bits, (std::size_t{1} << g.long_bits) + g.long_first);
}

// The rows of the features of a text: its words in this group's letters, no others.
void collect(const letters& text, const group& g, std::vector<std::uint32_t>& rows) {
    rows.clear();
    detail::letter_sequences word;
    unsigned length = 0;
    const auto short_row = [&](std::uint32_t hash) { rows.push_back(hash >> (32 - g.short_bits)); };
    const auto long_row = [&](std::uint64_t hash) {
        rows.push_back(static_cast<std::uint32_t>((hash >> (64 - g.long_bits)) + g.long_first));
    };
    const auto close = [&] {
        if (length == 0) return;
        const auto h = word.end();
        long_row(h.word), short_row(h.two), long_row(h.four);
        if (g.sequences == 4) long_row(h.three);
        word = {}, length = 0;
    };
    for (const char32_t c : text) {
        detail::letter l = detail::letter_of(c);
        if (l.group == detail::letter_group::skip) continue;
        if (l.group == detail::letter_group::apostrophe && length > 0 && g.letters != detail::letter_group::arabic)
            l.group = g.letters;
        if (l.group != g.letters) {
            close();
            continue;
        }
        const auto h = word.add(l.code);
        short_row(std::uint32_t{h.one} << 16), short_row(h.two), long_row(h.four);
        if (g.sequences == 4) long_row(h.three);
        if (++length == detail::longest_weighed_word) close();
    }
    close();
}

struct trained {
    std::vector<std::int8_t> rows; // row_bytes each
    double scale = 1;
    std::vector<double> bias;
    double loss = 0;
};

// The same added to all classes of a row changes no answer; without it the numbers are smaller and round better.
void centre(std::vector<float>& weights, std::size_t classes) {
    for (std::size_t r = 0; r < weights.size(); r += 16) {
        float mean = 0;
        for (std::size_t i = 0; i < classes; ++i) mean += weights[r + i] / static_cast<float>(classes);
        for (std::size_t i = 0; i < classes; ++i) weights[r + i] -= mean;
    }
}

// The unit in which weights lose least when they are rounded to four bits; rows that are used much count more.
float best_scale(const std::vector<float>& weights, const std::vector<float>& use) {
    double least = 1e300;
    float best = 1;
    for (float scale = 0.02F; scale < 1.5F; scale *= 1.1F) {
        double error = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const double off = weights[i] - std::clamp(std::floor(weights[i] / scale + 0.5F), -8.0F, 7.0F) * scale;
            error += off * off * use[i / 16];
        }
        if (error < least) least = error, best = scale;
    }
    return best;
}

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
    std::vector<float> weights(rows_of(g) * 16, 0.0F), bias(16, 0.0F);
    std::vector<float> gathered(rows_of(g), 1e-3F);
    // From half of the training on, texts are scored with weights that are rounded to four bits, while what is learned goes to
    // those that are not.
    float scale = 0;
    std::vector<float> rounded_weights;
    const auto rounded = [&scale](float w) { return std::clamp(std::floor(w / scale + 0.5F), -8.0F, 7.0F) * scale; };
    std::vector<std::uint32_t> rows;
    randomness random{20210416};
    double loss = 0;
    const float rate0 = 0.3F;
    for (unsigned step = 0; step < g.steps; ++step) {
        if (step == g.steps / 2) {
            centre(weights, classes);
            scale = best_scale(weights, gathered);
            rounded_weights.resize(weights.size());
            for (std::size_t i = 0; i < weights.size(); ++i) rounded_weights[i] = rounded(weights[i]);
        }
        const auto& used = scale > 0 ? rounded_weights : weights;
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
            for (std::size_t i = 0; i < 16; ++i) score[i] += used[r * 16 + i];
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
        if (scale > 0)
            for (const std::uint32_t r : rows)
                for (std::size_t i = 0; i < classes; ++i) rounded_weights[r * 16 + i] = rounded(weights[r * 16 + i]);
        for (std::size_t i = 0; i < classes; ++i) bias[i] -= 0.01F * rate * slope[i];
        if ((step + 1) % (g.steps / 4) == 0) {
            std::fprintf(stderr, "  %s: step %u, loss %.4f\n", g.name, step + 1, loss / (g.steps / 4));
            loss = 0;
        }
    }
    trained result;
    result.scale = scale;
    const auto nibble = [&](std::size_t r, std::size_t i) {
        return static_cast<int>(std::floor(rounded_weights[r * 16 + i] / scale + 0.5F)) + detail::weight_zero;
    };
    for (std::size_t r = 0; r < rows_of(g); ++r)
        for (std::size_t i = 0; i < g.row_bytes; ++i)
            result.rows.push_back(static_cast<std::int8_t>(nibble(r, i) | nibble(r, i + g.row_bytes) << 4));
    for (std::size_t i = 0; i < classes; ++i) result.bias.push_back(bias[i]);
    return result;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: train_language DATA HEADER\n", stderr);
        return 2;
    }
    std::vector<trained> models;
    for (const auto& g : groups) models.push_back(train(g, argv[1]));

    std::FILE* out = std::fopen(argv[2], "wb");
    if (out == nullptr) {
        std::perror(argv[2]);
        return 1;
    }
    std::fputs("// SPDX-License-Identifier: MIT\n"
               "// The weights of language.hpp. Written by tools/language/train.cpp, which says how and from what: do not edit.\n"
               "#ifndef MATN_DETAIL_LANGUAGE_MODEL_HPP\n#define MATN_DETAIL_LANGUAGE_MODEL_HPP\n\n"
               "#include <matn/detail/language_rows.hpp>\n\n"
               "// clang-format off\nnamespace matn { inline namespace v0 { namespace detail {\n\n"
               "// A literal holds at most the 64 KB that compilers must take.\n",
               out);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto& g = groups[i];
        const auto& m = models[i];
        std::fprintf(out, "inline constexpr char language_%s_rows[] =", g.name);
        write_literal(out, m.rows.data(), m.rows.size());
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
        std::fprintf(out, "    {%u, %u, %u, %u, %u, %zu, language_%s_tags, language_%s_bias, %.8fF, language_%s_rows},\n",
                     g.sequences, g.row_bytes, g.short_bits, g.long_bits, g.long_first, g.classes.size(), g.name, g.name,
                     models[i].scale, g.name);
    }
    std::fputs("};\n", out);
    std::fputs("\n}}} // namespace matn::v0::detail\n\n#endif\n", out);
    std::fclose(out);
}
