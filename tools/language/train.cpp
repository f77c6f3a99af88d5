// SPDX-License-Identifier: MIT
// Trains the model of language.hpp from lines of text and writes it as a header, or measures how good that training is.
//
//     c++ -std=c++20 -O2 -ffp-contract=off -Iinclude tools/language/train.cpp -o train_language
//     ./train_language DATA include/matn/detail/language_model.hpp
//     ./train_language DATA --folds 5 [directory]
//     ./train_language DATA other.hpp --without DATA/dev/codeswitch.jsonl
//
// DATA/train/LANGUAGE.txt holds one text a line, DATA/train_src/LANGUAGE.txt the source of each line; sources whose licence
// forbids commercial use or changes, or that state none, are left out. DATA/dev/{news,health,ui}.tsv hold lines with their
// languages; they are trained on too. So what the model is worth can only be said by leaving a part of them out:
// - with --folds each fold is scored by a model that was trained on the others, and the scores are of all folds together; into
//   the directory go the answers for each set, a language a line;
// - mixed texts are made from lines that are trained on: a header written with --without has seen neither the lines that this
//   file quotes nor their articles.
//
// The same data gives the same bytes: the random numbers and the exponential function are our own, and -ffp-contract=off keeps
// the processor from rounding sums in ways of its own.
//
// The model is a softmax regression over hashed features (detail/language_features.hpp), one for each script that several
// languages share, trained with AdaGrad on pieces of 8 characters to whole lines, so that short and long texts share one
// calibration.
#include "regression.hpp"

namespace {

using namespace language;

const auto& groups = core_groups;

void cross_validate(const std::string& data, unsigned folds, const char* directory) {
    auto labelled = read_folds(data, folds);
    std::vector<answer> answers(labelled.size());
    const auto foreign = read_set(data, "ood");
    score unknown;
    std::map<std::string, score> unknown_by;
    for (unsigned fold = 0; fold < folds; ++fold) {
        std::vector<trained> models;
        for (const auto& g : groups) models.push_back(train(g, data, labelled, fold));
        const group_model known[] = {{&groups[0], &models[0]}, {&groups[1], &models[1]}, {&groups[2], &models[2]}};
        for (std::size_t i = 0; i < labelled.size(); ++i)
            if (labelled[i].fold == fold) answers[i] = identified(labelled[i].decoded_text, known);
        for (const auto& l : foreign) {
            if (l.decoded_text.size() < 50) continue;
            const bool ok = identified(l.decoded_text, known).tag == "und";
            unknown.add(l.decoded_text.size(), ok);
            unknown_by[l.tag].add(l.decoded_text.size(), ok);
        }
        std::fprintf(stderr, "fold %u\n", fold);
    }
    const auto merged = [](const std::string& tag) { return tag == "prs" ? std::string("fa") : tag; };
    const auto malay = [&](const std::string& tag) { return tag == "ms" ? std::string("id") : merged(tag); };
    const std::set<std::string> seven = {"ar", "fa", "ps", "ur", "ckb", "ug", "sd"};
    score news7, news, news_malay, health7, health, ui, rejected, rejected7;
    double count[10] = {}, said[10] = {}, right[10] = {}, strict[10] = {}, total = 0;
    for (std::size_t i = 0; i < labelled.size(); ++i) {
        const auto& l = labelled[i];
        const std::string tag = merged(l.tag);
        const std::size_t size = l.decoded_text.size();
        const bool ok = answers[i].tag == tag, ok_malay = malay(answers[i].tag) == malay(tag), of_seven = seven.count(tag) > 0;
        if (l.set == "news") {
            news.add(size, ok), news_malay.add(size, ok_malay);
            if (of_seven) news7.add(size, ok);
        } else if (l.set == "health") {
            health.add(size, ok);
            if (of_seven) health7.add(size, ok);
        } else {
            ui.add(size, ok);
        }
        if (size >= 50) rejected.add(size, answers[i].tag == "und");
        if (size >= 50 && of_seven) rejected7.add(size, answers[i].tag == "und");
        if (answers[i].tag == "und") continue;
        const auto b = static_cast<std::size_t>(std::min(9.0, answers[i].confidence * 10));
        ++total, ++count[b], said[b] += answers[i].confidence, right[b] += ok_malay, strict[b] += ok;
    }
    std::printf("%-34s %6s %6s %6s %6s %6s\n", "", "<=20", "<=50", "<=150", ">150", "all");
    news7.print("news: 7 in Arabic script");
    news.print("news: 28");
    news_malay.print("news: 28, ms and id as one");
    health7.print("health: Arabic script");
    health.print("health: 16");
    ui.print("ui: Arabic script");
    rejected.print("und, 50 characters and more");
    rejected7.print("und, the same, of the 7");
    unknown.print("und, languages that have no class");
    for (const auto& [tag, s] : unknown_by) s.print(("    " + tag).c_str());
    double error = 0, strict_error = 0;
    for (std::size_t b = 0; b < 10; ++b) error += std::fabs(said[b] - right[b]), strict_error += std::fabs(said[b] - strict[b]);
    std::printf("expected calibration error %.4f (ms and id as one), %.4f\n", error / total, strict_error / total);
    if (directory == nullptr) return;
    for (const char* set : {"news", "health", "ui"}) {
        std::FILE* out = std::fopen((std::string(directory) + "/" + set + ".answers").c_str(), "wb");
        if (out == nullptr) return std::perror(directory);
        for (std::size_t i = 0; i < labelled.size(); ++i)
            if (labelled[i].set == set) std::fprintf(out, "%s\n", answers[i].tag.c_str());
        std::fclose(out);
    }
}

void write_header(std::FILE* out, const std::vector<trained>& models) {
    std::fputs("// SPDX-License-Identifier: MIT\n"
               "// The weights of language.hpp. Written by tools/language/train.cpp, which says how and from what: do not edit.\n"
               "#ifndef MATN_DETAIL_LANGUAGE_MODEL_HPP\n#define MATN_DETAIL_LANGUAGE_MODEL_HPP\n\n"
               "#include <matn/detail/language_rows.hpp>\n\n"
               "// clang-format off\nnamespace matn { inline namespace v0 { namespace detail {\n\n"
               "// A literal holds at most the 64 KB that compilers must take.\n",
               out);
    const auto name = [](const group& g) { return std::string("language_") + g.name; };
    for (std::size_t i = 0; i < groups.size(); ++i) write_group(out, name(groups[i]), groups[i], models[i]);
    std::fputs("inline constexpr language_model language_models[] = {\n", out);
    for (std::size_t i = 0; i < groups.size(); ++i) write_model(out, name(groups[i]), groups[i], models[i]);
    std::fputs("};\n", out);
    std::fputs("\n}}} // namespace matn::v0::detail\n\n#endif\n", out);
}

} // namespace

int main(int argc, char** argv) {
    return run({.name = "train_language",
                .groups = &groups,
                .lines = [](const std::string& data, unsigned folds) { return read_folds(data, folds); },
                .cross_validate = cross_validate,
                .write_header = write_header},
               argc, argv);
}
