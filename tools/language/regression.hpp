// SPDX-License-Identifier: MIT
// The regression that the models of language.hpp and language_full.hpp are learned with, and the form that they are written in.
#ifndef MATN_TOOLS_LANGUAGE_REGRESSION_HPP
#define MATN_TOOLS_LANGUAGE_REGRESSION_HPP

#include "classes.hpp"
#include "made_texts.hpp"

#include <matn/detail/language_decision.hpp>

namespace language {

// What keyboards and old feeds do to a text; a model that has not seen it takes the letter ي for proof of Arabic. `way` 0 is none.
inline letters varied(letters text, const std::string& tag, unsigned way) {
    const auto change = [&](char32_t from, char32_t to) {
        for (char32_t& c : text) c = c == from ? to : c;
    };
    if (tag == "ar") {
        if (way > 0) change(U'ي', U'ی'), change(U'ك', U'ک');
    } else {
        if ((way & 1) != 0) change(U'ی', U'ي');
        if ((way & 2) != 0) change(U'ک', U'ك');
    }
    return text;
}
inline unsigned ways_of(const std::string& tag) {
    return tag == "fa" || tag == "ps" || tag == "ur" || tag == "ckb" ? 4 : tag == "ar" ? 2 : 1;
}
inline unsigned drawn_way(unsigned ways, randomness& random) {
    const std::size_t kind = random.below(100);
    return ways == 4 ? (kind < 10 ? 3 : kind < 12 ? 1 : kind < 16 ? 2 : 0) : ways == 2 ? (kind < 4 ? 1 : 0) : 0;
}

inline std::size_t rows_of(const group& g) {
    return std::max(std::size_t{1} << g.short_bits, (std::size_t{1} << g.long_bits) + g.long_first);
}

// The words that texts of a group have, each with the rows of its letters.
class vocabulary {
public:
    explicit vocabulary(const group& g) : group_(g) {}
    struct span {
        const std::uint32_t *first, *last;
    };
    [[nodiscard]] span rows(std::uint32_t word) const { return {rows_.data() + begin_[word], rows_.data() + begin_[word + 1]}; }
    std::uint32_t id(const std::u16string& word) {
        const auto [at, added] = ids_.try_emplace(word, static_cast<std::uint32_t>(ids_.size()));
        if (!added) return at->second;
        detail::letter_sequences sequences;
        const auto short_row = [&](std::uint32_t hash) { rows_.push_back(hash >> (32 - group_.short_bits)); };
        const auto long_row = [&](std::uint64_t hash) {
            rows_.push_back(static_cast<std::uint32_t>((hash >> (64 - group_.long_bits)) + group_.long_first));
        };
        for (const char16_t c : word) {
            const auto h = sequences.add(c);
            short_row(std::uint32_t{h.one} << 16), short_row(h.two), long_row(h.four);
            if (group_.sequences == 4) long_row(h.three);
        }
        const auto h = sequences.end();
        long_row(h.word), short_row(h.two), long_row(h.four);
        if (group_.sequences == 4) long_row(h.three);
        begin_.push_back(static_cast<std::uint32_t>(rows_.size()));
        return at->second;
    }

private:
    const group& group_;
    std::unordered_map<std::u16string, std::uint32_t> ids_;
    std::vector<std::uint32_t> begin_{0}, rows_;
};

// A text as the words in this group's letters, no others.
struct placed_word {
    std::uint32_t id, begin, end; // in characters
    std::uint32_t length;         // in letters
};
struct text_words {
    std::vector<placed_word> words;
    std::uint32_t size = 0; // in characters
};
inline text_words words_in(const letters& text, const group& g, vocabulary& known) {
    text_words found;
    found.size = static_cast<std::uint32_t>(text.size());
    std::u16string word;
    std::uint32_t begin = 0;
    const auto close = [&](std::uint32_t end) {
        if (!word.empty()) found.words.push_back({known.id(word), begin, end, static_cast<std::uint32_t>(word.size())});
        word.clear();
    };
    for (std::uint32_t i = 0; i < found.size; ++i) {
        detail::letter l = detail::letter_of(text[i]);
        if (l.group == detail::letter_group::skip) continue;
        if (l.group == detail::letter_group::apostrophe && !word.empty() && g.letters != detail::letter_group::arabic)
            l.group = g.letters;
        if (l.group != g.letters) {
            close(i);
            continue;
        }
        if (word.empty()) begin = i;
        word += static_cast<char16_t>(l.code);
        if (word.size() == detail::longest_weighed_word) close(i + 1);
    }
    close(found.size);
    return found;
}

// A part of a text, as short as a headline or a name for most: its words from the first to before the second.
struct part {
    std::size_t first, last;
};
inline part drawn_part(const text_words& text, randomness& random) {
    const std::size_t kind = random.below(100);
    const std::uint32_t want = static_cast<std::uint32_t>(kind < 33   ? 8 + random.below(13)
                                                          : kind < 62 ? 21 + random.below(30)
                                                          : kind < 85 ? 51 + random.below(100)
                                                                      : text.size);
    const auto& words = text.words;
    if (text.size <= want) return {0, words.size()};
    const auto from = static_cast<std::uint32_t>(random.below(text.size - want + 1));
    std::size_t first = 0;
    while (first + 1 < words.size() && words[first].begin < from) ++first;
    std::size_t last = first + 1;
    while (last < words.size() && words[last].end <= words[first].begin + want) ++last;
    return {first, last};
}

// The texts of a source.
inline std::vector<letters> texts_of(const source& s, const std::string& data, const std::vector<labelled_line>& labelled,
                                     unsigned without) {
    std::vector<letters> texts;
    randomness random{7777};
    if (s.made == making::slavic_words) {
        for (const char* list : language::slavic_words)
            for (int i = 0; i < 2000; ++i) texts.push_back(decoded(listed_words(words_of(list), random, 12)));
        return texts;
    }
    if (s.made == making::malay_words || s.made == making::indonesian_words) {
        const bool malay = s.made == making::malay_words;
        auto words = words_of(malay ? malay_words : indonesian_words);
        for (const auto& pair : words_of(malay_indonesian_pairs)) {
            const std::size_t equals = pair.find('=');
            words.push_back(malay ? pair.substr(0, equals) : pair.substr(equals + 1));
        }
        for (int i = 0; i < 4000; ++i) texts.push_back(decoded(listed_words(words, random)));
        return texts;
    }
    auto lines = training_lines(data, s.file);
    switch (s.made) {
    case making::malay:
    case making::indonesian:
        for (const auto& l : labelled)
            if (l.tag == s.file && l.fold != without) lines.insert(lines.end(), 3, l.text);
        for (const auto& line : lines)
            if (const auto other = with_words_of_the_other(line, s.made == making::malay); !other.empty())
                texts.push_back(decoded(other));
        break;
    case making::none:
        for (const auto& line : lines) texts.push_back(decoded(line));
        break;
    default:
        for (int i = 0; i < 4000; ++i) {
            const letters text = decoded(lines[random.below(lines.size())]);
            switch (s.made) {
            case making::foreign_arabic: texts.push_back(with_foreign_arabic_letters(text, random)); break;
            case making::foreign_cyrillic: texts.push_back(with_foreign_cyrillic_letters(text, random)); break;
            case making::tatar: texts.push_back(in_cyrillic(text, cyrillic_spelling::tatar)); break;
            case making::uzbek: texts.push_back(in_cyrillic(text, cyrillic_spelling::uzbek)); break;
            case making::azerbaijani: texts.push_back(in_cyrillic(text, cyrillic_spelling::azerbaijani)); break;
            default: texts.push_back(in_cyrillic(text, cyrillic_spelling::kazakh)); break;
            }
        }
    }
    return texts;
}

// What was learned of a group.
struct trained {
    std::vector<std::int8_t> rows; // row_bytes each
    double scale = 1;
    std::vector<float> bias;
};

// The same added to all classes of a row changes no answer; without it the numbers are smaller and round better.
inline void centre(std::vector<float>& weights, std::size_t lanes, std::size_t classes) {
    for (std::size_t r = 0; r < weights.size(); r += lanes) {
        float mean = 0;
        for (std::size_t i = 0; i < classes; ++i) mean += weights[r + i] / static_cast<float>(classes);
        for (std::size_t i = 0; i < classes; ++i) weights[r + i] -= mean;
    }
}

// The unit in which weights lose least when they are rounded to four bits; rows that are used much count more.
inline float best_scale(const std::vector<float>& weights, const std::vector<float>& use, std::size_t lanes) {
    double least = 1e300;
    float best = 1;
    for (float scale = 0.02F; scale < 1.5F; scale *= 1.1F) {
        double error = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const double off = weights[i] - std::clamp(std::floor(weights[i] / scale + 0.5F), -8.0F, 7.0F) * scale;
            error += off * off * use[i / lanes];
        }
        if (error < least) least = error, best = scale;
    }
    return best;
}

// A tag of the corpus is that of a language but for capitals. Dari is Persian here.
inline bool is_of(const labelled_line& line, const language_class& c) {
    std::string tag = c.tag;
    for (char& ch : tag) ch = ch >= 'A' && ch <= 'Z' ? static_cast<char>(ch | 0x20) : ch;
    return (line.tag == "prs" ? "fa" : line.tag) == tag;
}

// Trains on all but one fold of the labelled lines; with a number beyond the folds on all.
template <std::size_t Lanes>
trained train_lanes(const group& g, const std::string& data, const std::vector<labelled_line>& labelled, unsigned without) {
    // For each class its sources, the labelled lines behind them; of each source its texts; of each text its ways of writing.
    using ways = std::vector<text_words>;
    std::vector<std::vector<std::vector<ways>>> texts;
    std::vector<std::vector<double>> shares;
    vocabulary known(g);
    for (const auto& c : g.classes) {
        auto& sources = texts.emplace_back();
        auto& share = shares.emplace_back();
        double total = 0;
        const auto take = [&](std::vector<ways>& to, const letters& text) {
            ways w;
            for (unsigned way = 0; way < ways_of(c.tag); ++way) w.push_back(words_in(varied(text, c.tag, way), g, known));
            if (!w[0].words.empty()) to.push_back(std::move(w));
        };
        for (const auto& s : c.sources) {
            auto& to = sources.emplace_back();
            for (const auto& text : texts_of(s, data, labelled, without)) take(to, text);
            share.push_back(total += s.share);
        }
        if (const auto phrases = phrases_of(c.tag); !phrases.empty()) {
            auto& to = sources.emplace_back();
            for (const auto& phrase : phrases) take(to, decoded(phrase));
            share.push_back(total += 0.03 * total);
        }
        std::vector<ways> lines;
        for (const auto& l : labelled)
            if (is_of(l, c) && l.may_be_used && l.fold != without) take(lines, l.decoded_text);
        if (!lines.empty()) {
            sources.push_back(std::move(lines));
            share.push_back(total / (1 - (c.labelled < 0 ? g.labelled : c.labelled)));
        }
    }
    const std::size_t classes = g.classes.size();
    std::vector<float> weights(rows_of(g) * Lanes, 0.0F), bias(Lanes, 0.0F);
    std::vector<float> gathered(rows_of(g), 1e-3F);
    // In the last part of the training texts are scored with weights that are rounded to four bits, while what is learned goes to
    // those that are not.
    float scale = 0;
    std::vector<float> rounded_weights;
    const auto rounded = [&scale](float w) { return std::clamp(std::floor(w / scale + 0.5F), -8.0F, 7.0F) * scale; };
    std::vector<std::uint32_t> rows;
    // The mean of the weights is that at so many steps of the last tenth.
    constexpr unsigned samples = 50;
    std::vector<double> total_weights(weights.size(), 0.0), total_bias(Lanes, 0.0);
    randomness random{20210416};
    for (unsigned step = 0; step < g.steps; ++step) {
        if (step == g.steps / 10 * 7) {
            centre(weights, Lanes, classes);
            scale = best_scale(weights, gathered, Lanes);
            rounded_weights.resize(weights.size());
            for (std::size_t i = 0; i < weights.size(); ++i) rounded_weights[i] = rounded(weights[i]);
        }
        // What by then is found to be in a common language is dropped where such lines are known to be.
        if (step == g.steps / 10 * 2 || step == g.steps / 10 * 4)
            for (std::size_t c = 0; c < classes; ++c) {
                if (!g.classes[c].mixed) continue;
                auto& lines = texts[c].front();
                const std::size_t before = lines.size();
                std::erase_if(lines, [&](const ways& line) {
                    std::vector<float> score(Lanes);
                    std::size_t count = 0, best = 0;
                    for (const auto& word : line[0].words) {
                        const auto of_word = known.rows(word.id);
                        for (const auto* r = of_word.first; r < of_word.last; ++r, ++count)
                            for (std::size_t i = 0; i < Lanes; ++i) score[i] += weights[*r * Lanes + i];
                    }
                    const float each = 1 / std::sqrt(static_cast<float>(count));
                    for (std::size_t i = 0; i < classes; ++i) score[i] = score[i] * each + bias[i];
                    for (std::size_t i = 1; i < g.common; ++i)
                        if (score[i] > score[best]) best = i;
                    return score[best] > score[c];
                });
                std::fprintf(stderr, "  %s: %zu of %zu lines left\n", g.classes[c].tag, lines.size(), before);
            }
        if (g.averaged && step >= g.steps / 10 * 9 && step % (g.steps / 10 / samples) == 0) {
            for (std::size_t i = 0; i < weights.size(); ++i) total_weights[i] += static_cast<double>(weights[i]);
            for (std::size_t i = 0; i < classes; ++i) total_bias[i] += static_cast<double>(bias[i]);
        }
        const auto& used = scale > 0 ? rounded_weights : weights;
        const std::size_t k = random.below(classes);
        const double pick = shares[k].back() * (static_cast<double>(random.next() >> 11) * 0x1p-53);
        std::size_t from = 0;
        while (from + 1 < shares[k].size() && pick >= shares[k][from]) ++from;
        const ways& drawn = texts[k][from][random.below(texts[k][from].size())];
        const text_words& text = drawn[drawn_way(static_cast<unsigned>(drawn.size()), random)];
        const part p = drawn_part(text, random);
        rows.clear();
        for (std::size_t i = p.first; i < p.last; ++i) {
            const auto of_word = known.rows(text.words[i].id);
            rows.insert(rows.end(), of_word.first, of_word.last);
        }
        if (rows.empty()) continue;
        const float each = 1 / std::sqrt(static_cast<float>(rows.size()));
        float score[Lanes] = {}, slope[Lanes] = {};
        for (const std::uint32_t r : rows)
            for (std::size_t i = 0; i < Lanes; ++i) score[i] += used[r * Lanes + i];
        float best = -1e9F;
        for (std::size_t i = 0; i < classes; ++i) best = std::max(best, score[i] = score[i] * each + bias[i]);
        double total = 0;
        for (std::size_t i = 0; i < classes; ++i) total += slope[i] = static_cast<float>(exponential(score[i] - best));
        float norm = 0;
        for (std::size_t i = 0; i < classes; ++i) {
            slope[i] = static_cast<float>(slope[i] / total);
            if (i == k) slope[i] -= 1;
            norm += slope[i] * slope[i];
        }
        const float rate = g.rate * (1 - static_cast<float>(step) / static_cast<float>(g.steps)) + 1e-3F;
        for (const std::uint32_t r : rows) {
            gathered[r] += norm * each * each;
            const float by = rate * each / std::sqrt(gathered[r]);
            for (std::size_t i = 0; i < Lanes; ++i) weights[r * Lanes + i] -= by * slope[i];
        }
        if (scale > 0)
            for (const std::uint32_t r : rows)
                for (std::size_t i = 0; i < Lanes; ++i) {
                    float& w = weights[r * Lanes + i];
                    w = std::clamp(w, -8.4F * scale, 7.4F * scale); // no further from what it is rounded to
                    rounded_weights[r * Lanes + i] = rounded(w);
                }
        for (std::size_t i = 0; i < classes; ++i) bias[i] -= 0.01F * rate * slope[i];
    }
    if (g.averaged) {
        for (std::size_t i = 0; i < weights.size(); ++i)
            rounded_weights[i] = rounded(static_cast<float>(total_weights[i] / samples));
        for (std::size_t i = 0; i < classes; ++i) bias[i] = static_cast<float>(total_bias[i] / samples);
    }
    trained result;
    result.scale = static_cast<double>(scale);
    // What stands where there is no class is never read. In wide rows, which have many such places, 4 makes a letter of the byte,
    // which takes a quarter of the room of an escape.
    const int unused = g.row_bytes == 16 ? 4 : detail::weight_zero;
    const auto nibble = [&](std::size_t r, std::size_t i) {
        return i < classes ? static_cast<int>(std::floor(rounded_weights[r * Lanes + i] / scale + 0.5F)) + detail::weight_zero
                           : unused;
    };
    for (std::size_t r = 0; r < rows_of(g); ++r)
        for (std::size_t i = 0; i < g.row_bytes; ++i)
            result.rows.push_back(static_cast<std::int8_t>(nibble(r, i) | nibble(r, i + g.row_bytes) << 4));
    for (std::size_t i = 0; i < classes; ++i) result.bias.push_back(bias[i]);
    std::fprintf(stderr, "  %s: trained\n", g.name);
    return result;
}

inline trained train(const group& g, const std::string& data, const std::vector<labelled_line>& labelled, unsigned without) {
    return g.row_bytes == 16 ? train_lanes<32>(g, data, labelled, without) : train_lanes<16>(g, data, labelled, without);
}

struct answer {
    std::string tag = "und";
    double confidence = 0;
};

// How many of the languages are rare: those after the common ones.
inline unsigned rare_in(const group& g) {
    std::size_t languages = g.classes.size();
    if (*g.classes.back().tag == '\0') --languages;
    return static_cast<unsigned>(languages > g.common ? languages - g.common : 0);
}

// What is known of each group of letters: core_groups and full_groups may be mixed.
struct group_model {
    const group* of = nullptr;
    const trained* weights = nullptr;
};

// What identify() says with these models, where rare languages are less likely by so many nats.
inline answer identified(const letters& text, const group_model (&models)[detail::modelled_groups], float rarity = 0) {
    std::size_t counts[4] = {}, most = 0;
    script other{};
    for (const char32_t c : text) {
        const detail::letter l = detail::letter_of(c);
        if (l.group > detail::letter_group::other) continue;
        ++counts[static_cast<std::size_t>(l.group)];
        if (l.group == detail::letter_group::other) other = static_cast<script>(l.code);
    }
    for (std::size_t i = 1; i < 4; ++i)
        if (counts[i] > counts[most]) most = i;
    if (counts[most] == 0) return {};
    if (most == 3)
        return {other == script::hebrew ? "he" : other == script::greek ? "el" : other == script::armenian ? "hy" : "hi", 0.98};
    if (models[most].of == nullptr) return {};
    const group& g = *models[most].of;
    const trained& m = *models[most].weights;
    vocabulary known(g);
    detail::group_sums<32> sums{};
    for (const auto& word : words_in(text, g, known).words) {
        const auto rows = known.rows(word.id);
        for (const auto* r = rows.first; r < rows.last; ++r, ++sums.features)
            for (std::size_t i = 0; i < g.row_bytes; ++i) {
                const auto byte = static_cast<unsigned char>(m.rows[*r * g.row_bytes + i]);
                sums.of[i] += (byte & 15) - detail::weight_zero;
                sums.of[i + g.row_bytes] += (byte >> 4) - detail::weight_zero;
            }
    }
    std::vector<const char*> tags;
    for (const auto& c : g.classes) tags.push_back(c.tag);
    const detail::language_model model = {g.sequences, g.row_bytes,   g.short_bits,
                                          g.long_bits, g.long_first,  static_cast<unsigned>(tags.size()),
                                          tags.data(), m.bias.data(), static_cast<float>(m.scale),
                                          nullptr,     rare_in(g)};
    const auto p = detail::probabilities(model, sums, tags.size(), rarity);
    if (p.none || p.of(p.best) < detail::least_language_confidence) return {};
    return {tags[p.best], p.of(p.best)};
}

struct score {
    double right[5] = {}, all[5] = {}; // up to 20, 50, 150 characters, longer; together
    void add(std::size_t characters, bool ok) {
        for (const std::size_t b : {characters <= 20 ? 0U : characters <= 50 ? 1U : characters <= 150 ? 2U : 3U, 4U})
            right[b] += ok, ++all[b];
    }
    void print(const char* name) const {
        std::printf("%-34s", name);
        for (std::size_t b = 0; b < 5; ++b) std::printf(" %6.2f", all[b] > 0 ? 100 * right[b] / all[b] : 0.0);
        std::printf("\n");
    }
};

// The arrays of a group, for a header.
inline void write_group(std::FILE* out, const std::string& name, const group& g, const trained& m) {
    std::fprintf(out, "inline constexpr char %s_rows[] =", name.c_str());
    write_literal(out, m.rows.data(), m.rows.size());
    std::fputs(";\n", out);
    std::string tags, bias;
    for (std::size_t k = 0; k < g.classes.size(); ++k) {
        char number[32];
        std::snprintf(number, sizeof number, "%.4fF", static_cast<double>(m.bias[k]));
        tags += std::string(k ? ", " : "") + "\"" + g.classes[k].tag + "\"";
        bias += std::string(k ? ", " : "") + number;
    }
    std::fprintf(out, "inline constexpr const char* %s_tags[] = {%s};\ninline constexpr float %s_bias[] = {%s};\n\n",
                 name.c_str(), tags.c_str(), name.c_str(), bias.c_str());
}
inline void write_model(std::FILE* out, const std::string& name, const group& g, const trained& m) {
    const char* n = name.c_str();
    const std::string rare = rare_in(g) > 0 ? ", " + std::to_string(rare_in(g)) : "";
    std::fprintf(out, "    {%u, %u, %u, %u, %u, %zu, %s_tags, %s_bias, %.8fF, %s_rows%s},\n", g.sequences, g.row_bytes,
                 g.short_bits, g.long_bits, g.long_first, g.classes.size(), n, n, m.scale, n, rare.c_str());
}

// A program that trains some groups, and what differs between the two there are.
struct training_program {
    const char* name;
    const std::vector<group>* groups;
    std::vector<labelled_line> (*lines)(const std::string& data, unsigned folds);
    void (*cross_validate)(const std::string& data, unsigned folds, const char* directory);
    void (*write_header)(std::FILE* out, const std::vector<trained>& models);
};
inline int run(const training_program& program, int argc, char** argv) {
    if (argc >= 4 && std::string(argv[2]) == "--folds") {
        program.cross_validate(argv[1], static_cast<unsigned>(std::strtoul(argv[3], nullptr, 10)), argc > 4 ? argv[4] : nullptr);
        return 0;
    }
    const bool quoted = argc == 5 && std::string(argv[3]) == "--without";
    if (argc != 3 && !quoted) {
        std::fprintf(stderr, "usage: %s DATA HEADER [--without FILE]\n       %s DATA --folds N [DIRECTORY]\n", program.name,
                     program.name);
        return 2;
    }
    auto labelled = program.lines(argv[1], 1);
    if (quoted) put_quoted_into(labelled, argv[4], 1);
    std::vector<trained> models;
    for (const auto& g : *program.groups) models.push_back(train(g, argv[1], labelled, 1));
    std::FILE* out = std::fopen(argv[2], "wb");
    if (out == nullptr) {
        std::perror(argv[2]);
        return 1;
    }
    program.write_header(out, models);
    return std::fclose(out) == 0 ? 0 : 1;
}

} // namespace language

#endif
