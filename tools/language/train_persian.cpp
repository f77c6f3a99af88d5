// SPDX-License-Identifier: MIT
// Trains what tells Dari from Iranian Persian (detail/persian_variety.hpp) and writes it as a header.
//
//     c++ -std=c++20 -O2 -ffp-contract=off -Iinclude tools/language/train_persian.cpp -o train_persian
//     ./train_persian DATA include/matn/detail/persian_model.hpp
//     ./train_persian DATA            # trains on three quarters, tests on the fourth, four times; prints how often it is right
//
// DATA/prs_fa_parallel/NAME.dev.tsv holds lines in Iranian Persian, a tab, and the same in Dari: translations of the same text, so
// that the subject tells nothing. DATA/train holds lines in one of the two (encyclopedia and news, user interfaces and stories),
// whose subjects do tell something; so they are a small part of what is read. The same data gives the same bytes.
//
// The model is a logistic regression over whole words and pairs of neighbouring words. It begins from the words of
// persian_words.hpp and is drawn back to them: what the texts do not speak of stays as we wrote it. The table has room for some
// thousands of features: those that matter most are chosen after a first training, and trained again alone.
#include "corpus.hpp"
#include "persian_words.hpp"
#include "training.hpp"

#include <matn/detail/persian_variety.hpp>

#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

using namespace language;

enum variety : std::size_t { iranian, dari };

// The features of a word: itself, and with the word before it.
struct word_features {
    std::uint32_t word, pair;
};
struct translation {
    std::size_t set = 0;      // a number for each file
    std::size_t document = 0; // kept whole when quarters are held out
    std::size_t part = 0;     // of a block of lines that stands for a document: some 17 lines
    std::size_t size[2] = {};
    std::vector<word_features> words[2][3]; // of each variety, with joiners and endings written in three ways
    [[nodiscard]] bool has(std::size_t v) const { return !words[v][0].empty(); }
};

// Joiners and endings are joined, parted or dropped, because that is a habit of the two translators.
letters varied_affixes(const letters& line, std::size_t kind) {
    letters out;
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

template <class Use>
void each_word(std::string_view words, const Use& use) {
    detail::persian_word word;
    for (const code_point c : code_points(words)) {
        if (c.value != U' ') word.push(static_cast<std::uint16_t>(c.value));
        else use(word.hash()), word = {};
    }
}

// All features that the texts and the lists have, numbered as they come.
class features {
public:
    features() {
        each_word(affixes, [&](std::uint64_t h) { affixes_[h] = true; });
        each_word(dari_words, [&](std::uint64_t h) { prior[number(h)] = 4; });
        each_word(iranian_words, [&](std::uint64_t h) { prior[number(h)] = -1.5F; });
    }
    std::uint32_t number(std::uint64_t hash) {
        const auto [found, isnew] = numbers_.emplace(hash, static_cast<std::uint32_t>(hashes.size()));
        if (isnew) hashes.push_back(hash), prior.push_back(0);
        return found->second;
    }
    std::vector<word_features> of(const letters& text) {
        std::vector<word_features> words;
        std::uint64_t before = 0;
        std::string bytes;
        for (const char32_t c : text) bytes += encode(c).view();
        detail::each_persian_word(bytes, {0, static_cast<offset>(bytes.size())}, [&](std::uint64_t hash, slice) {
            if (affixes_.contains(hash)) return;
            words.push_back({number(hash), number(detail::hash_of_pair(before, hash))});
            before = hash;
        });
        return words;
    }

    std::vector<std::uint64_t> hashes;
    std::vector<float> prior;

private:
    std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
    std::unordered_map<std::uint64_t, bool> affixes_;
};

const char* const sets[] = {"ntrex", "tico", "fa alone", "prs alone"};
constexpr std::size_t translated_sets = 2, share_of_others = 5; // in percent

std::vector<translation> read_translations(const std::string& data, features& known) {
    std::vector<std::string> documents;
    for (const auto& line : read_lines(data + "/dev/docs_prs_fa.tsv"))
        if (line.starts_with("prs\t")) documents.push_back(line);
    std::vector<translation> all;
    for (std::size_t set = 0; set < translated_sets; ++set) {
        std::size_t n = 0;
        for (const auto& line : read_lines(data + "/prs_fa_parallel/" + sets[set] + ".dev.tsv")) {
            const std::size_t tab = line.find('\t');
            const std::string sides[] = {line.substr(0, tab), line.substr(tab + 1)};
            translation& t = all.emplace_back();
            t.set = set;
            t.document = n / 50; // where documents are not known, blocks of lines
            t.part = n++ % 50 / 17;
            if (set == 0) {
                t.document = t.part = 0;
                while (t.document < documents.size() && documents[t.document].find(sides[dari]) == std::string::npos)
                    ++t.document;
            }
            for (const variety v : {iranian, dari}) {
                const letters text = decoded(sides[v]);
                t.size[v] = text.size();
                for (std::size_t kind = 0; kind < 3; ++kind) t.words[v][kind] = known.of(varied_affixes(text, kind));
            }
        }
    }
    for (const variety v : {iranian, dari}) {
        std::size_t n = 0;
        for (const auto& line : training_lines(data, v == dari ? "prs" : "fa")) {
            const letters text = decoded(line);
            if (text.size() < 20) continue;
            translation& t = all.emplace_back();
            t.set = translated_sets + v;
            t.document = n++;
            t.size[v] = text.size();
            for (std::size_t kind = 0; kind < 3; ++kind) t.words[v][kind] = known.of(varied_affixes(text, kind));
        }
    }
    return all;
}

struct model {
    std::vector<float> weights;
    double bias = 0;
};

// Adds up in the order of the words, so that the same data gives the same bits.
model train_in_one_order(const std::vector<const translation*>& texts, const features& known, const std::vector<bool>& used,
                         std::uint64_t order) {
    model m;
    m.weights = known.prior;
    for (std::size_t i = 0; i < used.size(); ++i)
        if (!used[i]) m.weights[i] = 0;
    std::vector<float> gathered(m.weights.size(), 1e-3F);
    std::vector<const translation*> of_set[std::size(sets)];
    for (const translation* t : texts) of_set[t->set].push_back(t);
    randomness random{14000126 + order};
    std::vector<word_features> words;
    float bias = 0;
    const unsigned steps = 400'000;
    for (unsigned step = 0; step < steps; ++step) {
        const std::size_t v = random.below(2), kind = random.below(3);
        const std::size_t pick_set = random.below(100);
        const auto& from_set = of_set[pick_set < share_of_others ? translated_sets + v : pick_set % 5 < 3 ? 1 : 0];
        // One to four neighbouring lines: documents are longer than sentences.
        const std::size_t at = random.below(from_set.size()), lines = 1 + random.below(4) * random.below(2);
        words.clear();
        for (std::size_t i = at; i < std::min(at + lines, from_set.size()); ++i)
            words.insert(words.end(), from_set[i]->words[v][kind].begin(), from_set[i]->words[v][kind].end());
        if (lines == 1 && words.size() > 3) {
            const std::size_t pick = random.below(100);
            const std::size_t want = pick < 20   ? 3 + random.below(4)
                                     : pick < 45 ? 6 + random.below(8)
                                     : pick < 75 ? 10 + random.below(20)
                                                 : words.size();
            if (want < words.size()) {
                const auto first = words.begin() + static_cast<std::ptrdiff_t>(random.below(words.size() - want + 1));
                words = std::vector<word_features>(first, first + static_cast<std::ptrdiff_t>(want));
            }
        }
        if (words.empty()) continue;
        const float each = 1 / std::sqrt(static_cast<float>(words.size()));
        float score = bias;
        for (const word_features w : words) score += (m.weights[w.word] + m.weights[w.pair]) * each;
        const auto slope = static_cast<float>(1 / (1 + exponential(-static_cast<double>(score)))) - static_cast<float>(v);
        const float rate = 0.05F * (1 - static_cast<float>(step) / static_cast<float>(steps)) + 1e-3F;
        const auto learn = [&](std::uint32_t f) {
            if (!used.empty() && !used[f]) return;
            gathered[f] += slope * slope * each * each / 2;
            m.weights[f] -= rate * each * slope / std::sqrt(gathered[f]) + rate * 1e-3F * (m.weights[f] - known.prior[f]);
        };
        for (const word_features w : words) learn(w.word), learn(w.pair);
        bias -= 0.01F * rate * slope;
    }
    m.bias = static_cast<double>(bias);
    return m;
}

// Each order of the texts gives somewhat other weights; their mean is better than most of them.
model train(const std::vector<const translation*>& texts, const features& known, const std::vector<bool>& used) {
    model mean;
    mean.weights.resize(known.hashes.size());
    constexpr std::uint64_t orders = 4;
    for (std::uint64_t order = 0; order < orders; ++order) {
        const model m = train_in_one_order(texts, known, used, order);
        for (std::size_t f = 0; f < m.weights.size(); ++f) mean.weights[f] += m.weights[f] / orders;
        mean.bias += m.bias / orders;
    }
    return mean;
}

// What is written: the slots, what a weight is worth, and the bias.
struct table {
    std::vector<std::uint16_t> slots;
    double scale = 1, bias = 0;
};

constexpr double calibration = 1.8; // by the texts held out

table make_table(const std::vector<const translation*>& texts, const features& known) {
    const model first = train(texts, known, {});
    std::vector<float> count(known.hashes.size());
    for (const translation* t : texts)
        for (const auto& of_variety : t->words)
            for (const word_features w : of_variety[0]) ++count[w.word], ++count[w.pair];
    std::vector<std::pair<float, std::uint32_t>> order;
    for (std::uint32_t i = 0; i < count.size(); ++i) {
        const float matters = std::fabs(first.weights[i]) * std::sqrt(count[i] + (known.prior[i] != 0 ? 1.0F : 0.0F));
        if (matters > 0) order.emplace_back(-matters, i);
    }
    std::sort(order.begin(), order.end());

    // Each feature has its bucket; one that finds it full, or its eleven bits taken, stays out, so the best come first.
    table made;
    made.slots.assign(std::size_t{4} << detail::persian_bucket_bits, 0);
    std::vector<unsigned> filled(std::size_t{1} << detail::persian_bucket_bits);
    const auto put = [&](std::uint64_t hash, std::int32_t weight) {
        const auto bucket = static_cast<std::size_t>(hash >> (64 - detail::persian_bucket_bits));
        const auto bits = static_cast<unsigned>(hash >> (64 - detail::persian_bucket_bits - 11) & 0x7FF);
        for (unsigned i = 0; i < filled[bucket]; ++i)
            if (made.slots[bucket * 4 + i] >> 5 == bits) return -1;
        if (filled[bucket] == 4) return -1;
        const std::size_t slot = bucket * 4 + filled[bucket]++;
        made.slots[slot] = static_cast<std::uint16_t>(bits << 5 | (static_cast<unsigned>(weight) & 31));
        return static_cast<int>(slot);
    };
    each_word(affixes, [&](std::uint64_t h) { put(h, detail::affix_weight); });
    each_word(dari_months, [&](std::uint64_t h) { put(h, detail::dari_month); });
    each_word(iranian_months, [&](std::uint64_t h) { put(h, detail::iranian_month); });
    std::vector<bool> used(count.size());
    std::vector<std::pair<std::size_t, std::uint32_t>> placed;
    for (const auto& [matters, i] : order) {
        if (placed.size() == 7000) break;
        const int slot = put(known.hashes[i], 0);
        if (slot >= 0) used[i] = true, placed.emplace_back(slot, i);
    }
    const model m = train(texts, known, used);

    std::vector<float> sizes;
    for (const auto& [slot, i] : placed) sizes.push_back(std::fabs(m.weights[i]));
    std::sort(sizes.begin(), sizes.end());
    const double top = static_cast<double>(sizes[sizes.size() - sizes.size() / 200]);
    made.scale = top / detail::largest_persian_weight;
    constexpr double most = detail::largest_persian_weight;
    for (const auto& [slot, i] : placed) {
        const double weight = std::clamp(std::round(static_cast<double>(m.weights[i]) / made.scale), -most, most);
        made.slots[slot] =
            static_cast<std::uint16_t>((made.slots[slot] & 0xFFE0u) | (static_cast<unsigned>(static_cast<int>(weight)) & 31));
    }
    made.scale *= calibration;
    made.bias = m.bias * calibration;
    return made;
}

// The log-odds that the words are Dari, as the library finds them.
double log_odds(const table& t, const features& known, const std::vector<word_features>& words) {
    double sum = 0;
    const auto weight = [&](std::uint32_t f) {
        const std::uint64_t hash = known.hashes[f];
        const std::size_t bucket = static_cast<std::size_t>(hash >> (64 - detail::persian_bucket_bits)) * 4;
        for (std::size_t i = bucket; i < bucket + 4; ++i)
            if (t.slots[i] >> 5 == (hash >> (64 - detail::persian_bucket_bits - 11) & 0x7FF))
                return ((t.slots[i] & 31) ^ 16) - 16;
        return 0;
    };
    for (const word_features w : words) {
        const int alone = weight(w.word);
        sum += (std::abs(alone) > detail::largest_persian_weight ? 0 : alone) + weight(w.pair);
    }
    return words.empty() ? 0 : sum * t.scale / std::sqrt(static_cast<double>(words.size())) + t.bias;
}

struct answer {
    double log_odds;
    bool is_dari;
};
void print(const char* what, const std::vector<answer>& answers) {
    double right[2] = {}, all[2] = {}, sure = 0, sure_right = 0, loss = 0;
    for (const answer& a : answers) {
        const double p = 1 / (1 + exponential(-a.log_odds));
        right[a.is_dari] += (p > static_cast<double>(detail::surely_dari)) == a.is_dari;
        ++all[a.is_dari];
        if (p > 0.85 || p < 0.15) ++sure, sure_right += (p > 0.5) == a.is_dari;
        loss -= std::log(std::max(1e-9, a.is_dari ? p : 1 - p));
    }
    const auto count = static_cast<double>(answers.size());
    const double balanced = 100 * (all[0] == 0   ? right[1] / all[1]
                                   : all[1] == 0 ? right[0] / all[0]
                                                 : (right[0] / all[0] + right[1] / all[1]) / 2);
    std::printf("%-24s %5.0f  balanced %6.2f  beyond 0.85: %5.1f %% of them, %5.1f %% right  loss %.4f\n", what, count, balanced,
                100 * sure / count, 100 * sure_right / sure, loss / count);
}

void hold_out(const std::vector<translation>& all, const features& known) {
    std::map<std::string, std::vector<answer>> answers;
    for (std::size_t quarter = 0; quarter < 4; ++quarter) {
        std::vector<const translation*> others, tested;
        for (const translation& t : all) (t.document % 4 == quarter ? tested : others).push_back(&t);
        const table made = make_table(others, known);
        for (const variety v : {iranian, dari}) {
            std::map<std::array<std::size_t, 3>, std::vector<word_features>> documents;
            for (const translation* t : tested) {
                if (!t->has(v)) continue;
                const std::size_t n = t->size[v];
                const char* length = n <= 20 ? "up to 20" : n <= 50 ? "21-50" : n <= 150 ? "51-150" : "longer";
                answers[std::string(sets[t->set]) + ", " + length].push_back({log_odds(made, known, t->words[v][0]), v == dari});
                if (t->set >= translated_sets) continue;
                auto& words = documents[{t->set, t->document, t->part}];
                words.insert(words.end(), t->words[v][0].begin(), t->words[v][0].end());
            }
            for (const auto& [of, words] : documents)
                answers[std::string(sets[of[0]]) + ", documents"].push_back({log_odds(made, known, words), v == dari});
        }
    }
    for (const auto& [what, of] : answers) print(what.c_str(), of);
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2 && argc != 3) {
        std::fputs("usage: train_persian DATA [HEADER]\n", stderr);
        return 2;
    }
    features known;
    const std::vector<translation> texts = read_translations(argv[1], known);
    if (argc == 2) {
        hold_out(texts, known);
        return 0;
    }
    std::vector<const translation*> all;
    for (const translation& t : texts) all.push_back(&t);
    const table made = make_table(all, known);
    std::vector<std::int8_t> bytes;
    for (const std::uint16_t slot : made.slots)
        bytes.push_back(static_cast<std::int8_t>(slot & 255)), bytes.push_back(static_cast<std::int8_t>(slot >> 8));

    std::FILE* out = std::fopen(argv[2], "wb");
    if (out == nullptr) {
        std::perror(argv[2]);
        return 1;
    }
    std::fputs(
        "// SPDX-License-Identifier: MIT\n"
        "// The tables of detail/persian_variety.hpp. Written by tools/language/train_persian.cpp, which says how: do not edit.\n"
        "#ifndef MATN_DETAIL_PERSIAN_MODEL_HPP\n#define MATN_DETAIL_PERSIAN_MODEL_HPP\n\n"
        "#include <matn/version.hpp>\n\n// clang-format off\nnamespace matn { inline namespace v0 { namespace detail {\n\n"
        "// Slots of two bytes, the low one first.\n"
        "inline constexpr char persian_slots[] =",
        out);
    write_literal(out, bytes.data(), bytes.size());
    std::fprintf(out, ";\ninline constexpr float persian_scale = %.8fF;\ninline constexpr float persian_bias = %.4fF;\n",
                 made.scale, made.bias);
    std::fputs("\n}}} // namespace matn::v0::detail\n\n#endif\n", out);
    std::fclose(out);
}
