// SPDX-License-Identifier: MIT
// Trains the model of language_full.hpp and writes it as a header, or measures how good that training is.
//
//     c++ -std=c++20 -O2 -ffp-contract=off -Iinclude tools/language/train_full.cpp -o train_full
//     ./train_full DATA include/matn/detail/language_full_model.hpp
//     ./train_full DATA --folds 5 [directory]
//     ./train_full DATA other.hpp --without DATA/dev/codeswitch.jsonl
//
// DATA is that of train.cpp; of it DATA/dev/{minor,indomain}.tsv are read too, lines in the languages that few texts are in. They
// are trained on, like the others, so what the model is worth is only told by folds.
#include "regression.hpp"

namespace {

using namespace language;

const std::set<std::string> seven = {"ar", "fa", "ps", "ur", "ckb", "ug", "sd"};

std::vector<labelled_line> lines_of(const std::string& data, unsigned folds) {
    auto lines = read_folds(data, folds, {"news", "health", "ui", "minor", "indomain"});
    // Of these groups of letters alone.
    std::erase_if(lines, [](const labelled_line& l) {
        for (const auto& g : full_groups)
            for (const auto& c : g.classes)
                if (is_of(l, c)) return false;
        return true;
    });
    return lines;
}

void cross_validate(const std::string& data, unsigned folds, const char* directory) {
    const auto labelled = lines_of(data, folds);
    const auto foreign = read_set(data, "ood");
    constexpr float balanced = 0, news_like = 6, priors[] = {balanced, 2, 4, 5, news_like}; // in nats
    constexpr std::size_t count = std::size(priors);
    std::vector<std::vector<answer>> answers(count, std::vector<answer>(labelled.size()));
    std::vector<score> unknown(count);
    for (unsigned fold = 0; fold < folds; ++fold) {
        std::vector<trained> models;
        for (const auto& g : full_groups) models.push_back(train(g, data, labelled, fold));
        const group_model known[] = {{&full_groups[0], &models[0]}, {}, {&full_groups[1], &models[1]}};
        for (std::size_t p = 0; p < count; ++p) {
            for (std::size_t i = 0; i < labelled.size(); ++i)
                if (labelled[i].fold == fold) answers[p][i] = identified(labelled[i].decoded_text, known, priors[p]);
            for (const auto& l : foreign)
                if (l.decoded_text.size() >= 50)
                    unknown[p].add(l.decoded_text.size(), identified(l.decoded_text, known, priors[p]).tag == "und");
        }
        std::fprintf(stderr, "fold %u\n", fold);
    }
    std::printf("%-34s %6s %6s %6s %6s %6s\n", "", "<=20", "<=50", "<=150", ">150", "all");
    const auto lower = [](std::string tag) {
        for (char& c : tag) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        return tag;
    };
    for (std::size_t p = 0; p < count; ++p) {
        score news, health, ui, minor, indomain, rare, rejected;
        double sure[10] = {}, right[10] = {}, all = 0, error = 0; // by tenths of confidence
        std::map<std::string, score> each;
        std::map<std::pair<std::string, std::string>, int> mixed;
        for (std::size_t i = 0; i < labelled.size(); ++i) {
            const auto& l = labelled[i];
            const std::string tag = l.tag == "prs" ? "fa" : l.tag;
            const std::size_t size = l.decoded_text.size();
            const std::string said = lower(answers[p][i].tag);
            const bool ok = said == tag;
            if (l.set == "minor" || l.set == "indomain") {
                (l.set == "minor" ? minor : indomain).add(size, ok);
                rare.add(size, ok);
                each[tag + (l.set == "minor" ? " minor" : " indomain")].add(size, ok);
            } else if (seven.count(tag) > 0) {
                (l.set == "news" ? news : l.set == "health" ? health : ui).add(size, ok);
                if (size >= 50) rejected.add(size, said == "und");
            }
            if (!ok) ++mixed[{tag, said}];
            const double confidence = answers[p][i].confidence;
            const auto b = static_cast<std::size_t>(std::min(9.0, confidence * 10));
            if (said != "und") ++all, sure[b] += confidence, right[b] += ok;
        }
        std::printf("rare languages less likely by %.0f nats\n", static_cast<double>(priors[p]));
        news.print("news: 7 in Arabic script"), health.print("health: Arabic script"), ui.print("ui: Arabic script");
        rare.print("rare languages"), minor.print("  of another source"), indomain.print("  of the same source");
        rejected.print("und, 50 and more, of the 7"), unknown[p].print("und, languages that have no class");
        for (std::size_t b = 0; b < 10; ++b) error += std::fabs(sure[b] - right[b]);
        std::printf("expected calibration error %.4f\n", error / all);
        if (priors[p] != balanced && priors[p] != news_like) continue;
        if (directory != nullptr) {
            const std::string name = std::string(directory) + (priors[p] > 0 ? "/news.tsv" : "/balanced.tsv");
            std::FILE* out = std::fopen(name.c_str(), "wb");
            if (out == nullptr) return std::perror(name.c_str());
            for (std::size_t i = 0; i < labelled.size(); ++i)
                std::fprintf(out, "%s\t%s\t%s\t%s\n", labelled[i].set.c_str(), labelled[i].tag.c_str(), answers[p][i].tag.c_str(),
                             labelled[i].text.c_str());
            std::fclose(out);
        }
        for (const auto& [name, s] : each) s.print(("    " + name).c_str());
        std::vector<std::pair<int, std::string>> most;
        for (const auto& [pair, n] : mixed) most.push_back({-n, pair.first + ">" + pair.second});
        std::sort(most.begin(), most.end());
        for (std::size_t i = 0; i < std::min<std::size_t>(24, most.size()); ++i)
            std::printf(" %s %d", most[i].second.c_str(), -most[i].first);
        std::printf("\n");
    }
}

void write_header(std::FILE* out, const std::vector<trained>& models) {
    std::fputs(
        "// SPDX-License-Identifier: MIT\n"
        "// The weights of language_full.hpp. Written by tools/language/train_full.cpp, which says how and from what: do not edit.\n"
        "#ifndef MATN_DETAIL_LANGUAGE_FULL_MODEL_HPP\n#define MATN_DETAIL_LANGUAGE_FULL_MODEL_HPP\n\n"
        "#include <matn/detail/language_model.hpp>\n\n"
        "#if defined(__clang__)\n#pragma clang diagnostic push\n#pragma clang diagnostic ignored \"-Woverlength-strings\"\n#endif\n\n"
        "// clang-format off\nnamespace matn { inline namespace v0 { namespace detail {\n\n",
        out);
    const auto name = [](const group& g) { return std::string("language_full_") + g.name; };
    for (std::size_t i = 0; i < models.size(); ++i) write_group(out, name(full_groups[i]), full_groups[i], models[i]);
    std::fputs("inline constexpr language_model full_language_models[] = {\n", out);
    write_model(out, name(full_groups[0]), full_groups[0], models[0]);
    std::fputs("    language_models[1], // Latin letters as in the core\n", out);
    write_model(out, name(full_groups[1]), full_groups[1], models[1]);
    std::fputs("};\n\n}}} // namespace matn::v0::detail\n\n"
               "#if defined(__clang__)\n#pragma clang diagnostic pop\n#endif\n\n#endif\n",
               out);
}

} // namespace

int main(int argc, char** argv) {
    return run({.name = "train_full",
                .groups = &full_groups,
                .lines = lines_of,
                .cross_validate = cross_validate,
                .write_header = write_header},
               argc, argv);
}
