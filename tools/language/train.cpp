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
#include "made_texts.hpp"

#include <matn/detail/language_decision.hpp>

namespace {

using namespace language;

// Where texts of a class come from: a file of train/, or, with `made`, texts made from those of that file.
enum class making {
    none,
    foreign_arabic,
    foreign_cyrillic,
    tatar,
    uzbek,
    azerbaijani,
    kazakh,
    malay,
    indonesian,
    malay_words,
    indonesian_words,
    slavic_words
};
struct source {
    const char* file;
    unsigned share; // how often its lines are drawn, against the other sources of the class
    making made = making::none;
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
    float rate;      // of learning
    double labelled; // the share of the labelled lines (news, health, user interfaces) in what is drawn
    std::vector<language_class> classes;
};

const std::vector<group> groups = {
    {"arabic",
     detail::letter_group::arabic,
     3,
     4,
     11,
     13,
     2048,
     4'800'000,
     1.5F,
     0.5,
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
        {"kk-arab", 6},
        {"ur", 4, making::foreign_arabic},
        {"fa", 4, making::foreign_arabic},
        {"sd", 3, making::foreign_arabic},
        {"ps", 3, making::foreign_arabic},
        {"ar", 2, making::foreign_arabic},
        {"ckb", 2, making::foreign_arabic},
        {"ug", 2, making::foreign_arabic}}}}},
    {"latin",
     detail::letter_group::latin,
     4,
     8,
     13,
     13,
     0,
     4'800'000,
     3,
     0.6,
     {{"en", {{"en", 100}}},
      {"fr", {{"fr", 100}}},
      {"de", {{"de", 100}}},
      {"es", {{"es", 100}}},
      {"tr", {{"tr", 100}}},
      {"id", {{"id", 100}, {"ms", 20, making::indonesian}, {"id", 20, making::indonesian_words}}},
      {"ms", {{"ms", 100}, {"id", 20, making::malay}, {"ms", 20, making::malay_words}}},
      {"it", {{"it", 100}}},
      {"pt", {{"pt", 100}}},
      {"sw", {{"sw", 100}}},
      {"kmr", {{"kmr", 100}}},
      {"az", {{"az", 100}}},
      {"uz", {{"uz", 100}}},
      {"tk", {{"tk", 100}}}}},
    {"cyrillic",
     detail::letter_group::cyrillic,
     3,
     4,
     10,
     10,
     0,
     800'000,
     1.5F,
     0.5,
     {{"ru", {{"ru", 100}}},
      {"tg", {{"tg", 100}}},
      {"",
       {{"ru", 25, making::slavic_words},
        {"ru", 20, making::foreign_cyrillic},
        {"tg", 15, making::foreign_cyrillic},
        {"tr", 15, making::tatar},
        {"uz", 10, making::uzbek},
        {"az", 10, making::azerbaijani},
        {"tk", 10, making::tatar},
        {"tr", 10, making::kazakh},
        {"az", 5, making::tatar}}}}},
};

// What keyboards and old feeds do to a text; a model that has not seen it takes the letter ي for proof of Arabic. `way` 0 is none.
letters varied(letters text, const std::string& tag, unsigned way) {
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
unsigned ways_of(const std::string& tag) {
    return tag == "fa" || tag == "ps" || tag == "ur" || tag == "ckb" ? 4 : tag == "ar" ? 2 : 1;
}
unsigned drawn_way(unsigned ways, randomness& random) {
    const std::size_t kind = random.below(100);
    return ways == 4 ? (kind < 10 ? 3 : kind < 12 ? 1 : kind < 16 ? 2 : 0) : ways == 2 ? (kind < 4 ? 1 : 0) : 0;
}

std::size_t rows_of(const group& g) {
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
text_words words_in(const letters& text, const group& g, vocabulary& known) {
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
part drawn_part(const text_words& text, randomness& random) {
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
std::vector<letters> texts_of(const source& s, const std::string& data, const std::vector<labelled_line>& labelled,
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

struct trained {
    std::vector<std::int8_t> rows; // row_bytes each
    double scale = 1;
    std::vector<float> bias;
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

// Trains on all but one fold of the labelled lines; with a number beyond the folds on all.
trained train(const group& g, const std::string& data, const std::vector<labelled_line>& labelled, unsigned without) {
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
            if ((l.tag == "prs" ? "fa" : l.tag) == c.tag && l.fold != without) take(lines, l.decoded_text);
        if (!lines.empty()) {
            sources.push_back(std::move(lines));
            share.push_back(total / (1 - g.labelled));
        }
    }
    const std::size_t classes = g.classes.size();
    std::vector<float> weights(rows_of(g) * 16, 0.0F), bias(16, 0.0F);
    std::vector<float> gathered(rows_of(g), 1e-3F);
    // In the last part of the training texts are scored with weights that are rounded to four bits, while what is learned goes to
    // those that are not.
    float scale = 0;
    std::vector<float> rounded_weights;
    const auto rounded = [&scale](float w) { return std::clamp(std::floor(w / scale + 0.5F), -8.0F, 7.0F) * scale; };
    std::vector<std::uint32_t> rows;
    randomness random{20210416};
    for (unsigned step = 0; step < g.steps; ++step) {
        if (step == g.steps / 10 * 7) {
            centre(weights, classes);
            scale = best_scale(weights, gathered);
            rounded_weights.resize(weights.size());
            for (std::size_t i = 0; i < weights.size(); ++i) rounded_weights[i] = rounded(weights[i]);
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
            if (i == k) slope[i] -= 1;
            norm += slope[i] * slope[i];
        }
        const float rate = g.rate * (1 - static_cast<float>(step) / static_cast<float>(g.steps)) + 1e-3F;
        for (const std::uint32_t r : rows) {
            gathered[r] += norm * each * each;
            const float by = rate * each / std::sqrt(gathered[r]);
            for (std::size_t i = 0; i < 16; ++i) weights[r * 16 + i] -= by * slope[i];
        }
        if (scale > 0)
            for (const std::uint32_t r : rows)
                for (std::size_t i = 0; i < 16; ++i) {
                    float& w = weights[r * 16 + i];
                    w = std::clamp(w, -8.4F * scale, 7.4F * scale); // no further from what it is rounded to
                    rounded_weights[r * 16 + i] = rounded(w);
                }
        for (std::size_t i = 0; i < classes; ++i) bias[i] -= 0.01F * rate * slope[i];
    }
    trained result;
    result.scale = static_cast<double>(scale);
    const auto nibble = [&](std::size_t r, std::size_t i) {
        return i < classes ? static_cast<int>(std::floor(rounded_weights[r * 16 + i] / scale + 0.5F)) + detail::weight_zero
                           : detail::weight_zero;
    };
    for (std::size_t r = 0; r < rows_of(g); ++r)
        for (std::size_t i = 0; i < g.row_bytes; ++i)
            result.rows.push_back(static_cast<std::int8_t>(nibble(r, i) | nibble(r, i + g.row_bytes) << 4));
    for (std::size_t i = 0; i < classes; ++i) result.bias.push_back(bias[i]);
    std::fprintf(stderr, "  %s: trained\n", g.name);
    return result;
}

struct answer {
    std::string tag = "und";
    double confidence = 0;
};

// What identify() says with these models.
answer identified(const letters& text, const std::vector<trained>& models) {
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
    const group& g = groups[most];
    const trained& m = models[most];
    vocabulary known(g);
    detail::group_sums sums{};
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
                                          nullptr};
    const auto p = detail::probabilities(model, sums);
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

void cross_validate(const std::string& data, unsigned folds, const char* directory) {
    auto labelled = read_folds(data, folds);
    std::vector<answer> answers(labelled.size());
    const auto foreign = read_set(data, "ood");
    score unknown;
    std::map<std::string, score> unknown_by;
    for (unsigned fold = 0; fold < folds; ++fold) {
        std::vector<trained> models;
        for (const auto& g : groups) models.push_back(train(g, data, labelled, fold));
        for (std::size_t i = 0; i < labelled.size(); ++i)
            if (labelled[i].fold == fold) answers[i] = identified(labelled[i].decoded_text, models);
        for (const auto& l : foreign) {
            if (l.decoded_text.size() < 50) continue;
            const bool ok = identified(l.decoded_text, models).tag == "und";
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
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto& g = groups[i];
        const auto& m = models[i];
        std::fprintf(out, "inline constexpr char language_%s_rows[] =", g.name);
        write_literal(out, m.rows.data(), m.rows.size());
        std::fputs(";\n", out);
        std::string tags, bias;
        for (std::size_t k = 0; k < g.classes.size(); ++k) {
            char number[32];
            std::snprintf(number, sizeof number, "%.4fF", static_cast<double>(m.bias[k]));
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
}

} // namespace

int main(int argc, char** argv) {
    if (argc >= 4 && std::string(argv[2]) == "--folds") {
        cross_validate(argv[1], static_cast<unsigned>(std::strtoul(argv[3], nullptr, 10)), argc > 4 ? argv[4] : nullptr);
        return 0;
    }
    const bool quoted = argc == 5 && std::string(argv[3]) == "--without";
    if (argc != 3 && !quoted) {
        std::fputs("usage: train_language DATA HEADER [--without FILE]\n       train_language DATA --folds N [DIRECTORY]\n",
                   stderr);
        return 2;
    }
    auto labelled = read_folds(argv[1], 1);
    if (quoted) put_quoted_into(labelled, argv[4], 1);
    std::vector<trained> models;
    for (const auto& g : groups) models.push_back(train(g, argv[1], labelled, 1));
    std::FILE* out = std::fopen(argv[2], "wb");
    if (out == nullptr) {
        std::perror(argv[2]);
        return 1;
    }
    write_header(out, models);
    std::fclose(out);
}
