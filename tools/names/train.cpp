// SPDX-License-Identifier: MIT
// Learns how the letters of Arabic-script names and Latin letters correspond, and writes include/matn/detail/name_letters.hpp.
//
//   g++ -std=c++20 -O2 -Iinclude -Itools/names tools/names/train.cpp -o train
//   ./train DATA_FOLDER > include/matn/detail/name_letters.hpp        (--half 0|1: from one half of the data, to test on the other)
//
// DATA_FOLDER holds entities.tsv (id, type, lang, script, name, source) and tokens_{ar,fa}_en.tsv (native, english, count, source).
//
// 1. A pair of names is made by operations, each of one Arabic letter or none and zero to three Latin letters; how probable each is comes
//    from expectation maximisation over all pairs of all languages.
// 2. The groups of two and three Latin letters that explain most become the units that the tables have columns for.
// 3. Each language is trained again with those columns, with what all languages have in common as its prior. Pairs that even then are far
//    less probable than chance are translations or wrong links, and are left out.
// 4. A table holds log(P(operation) / (P(Arabic letter) P(Latin letters))): the sum over a name is how much more probable it is that the
//    two were made together than apart. 12 units are one natural logarithm.
//
// The same data give the same tables: nothing is random.
#include "training.hpp"

using namespace names;

namespace {

constexpr int letters = d::latin_codes; // the first is none
constexpr int one = letters, two = letters * letters, three = letters * letters * letters;
constexpr int all_chunks = 1 + one + two + three;
constexpr int rows = d::native_codes;

int chunk_of(const std::vector<std::uint8_t>& e, std::size_t end, int length) {
    switch (length) {
    case 0: return 0;
    case 1: return 1 + e[end - 1];
    case 2: return 1 + one + e[end - 2] * letters + e[end - 1];
    default: return 1 + one + two + (e[end - 3] * letters + e[end - 2]) * letters + e[end - 1];
    }
}
std::vector<int> letters_of(int chunk) {
    if (chunk == 0) return {};
    if (chunk < 1 + one) return {chunk - 1};
    if (chunk < 1 + one + two) return {(chunk - 1 - one) / letters, (chunk - 1 - one) % letters};
    const int c = chunk - 1 - one - two;
    return {c / letters / letters, c / letters % letters, c % letters};
}

using table = std::vector<double>; // rows x all_chunks

double& cell(table& t, int row, int chunk) {
    return t[static_cast<std::size_t>(row) * all_chunks + static_cast<std::size_t>(chunk)];
}
double cell(const table& t, int row, int chunk) {
    return t[static_cast<std::size_t>(row) * all_chunks + static_cast<std::size_t>(chunk)];
}

// One round: what is expected of each operation, given probabilities. Answers the log likelihood of each sample.
std::vector<double> expect(const std::vector<const sample*>& samples, const table& p, table& counts) {
    std::vector<double> likelihoods;
    std::vector<double> f, b;
    for (const sample* s : samples) {
        const std::size_t n = s->native.size(), m = s->latin.size(), w = m + 1;
        f.assign((n + 1) * w, 0);
        b.assign((n + 1) * w, 0);
        f[0] = 1;
        for (std::size_t i = 0; i <= n; ++i)
            for (std::size_t j = 0; j <= m; ++j) {
                const double x = f[i * w + j];
                if (x == 0) continue;
                if (j < m) f[i * w + j + 1] += x * cell(p, 0, chunk_of(s->latin, j + 1, 1));
                if (i < n)
                    for (std::size_t k = 0; k <= 3 && j + k <= m; ++k)
                        f[(i + 1) * w + j + k] += x * cell(p, s->native[i], chunk_of(s->latin, j + k, static_cast<int>(k)));
            }
        b[n * w + m] = 1;
        for (std::size_t i = n + 1; i-- > 0;)
            for (std::size_t j = m + 1; j-- > 0;) {
                double x = b[i * w + j];
                if (j < m) x += b[i * w + j + 1] * cell(p, 0, chunk_of(s->latin, j + 1, 1));
                if (i < n)
                    for (std::size_t k = 0; k <= 3 && j + k <= m; ++k)
                        x += b[(i + 1) * w + j + k] * cell(p, s->native[i], chunk_of(s->latin, j + k, static_cast<int>(k)));
                b[i * w + j] = x;
            }
        const double z = f[n * w + m];
        likelihoods.push_back(z > 0 ? std::log(z) : -1e9);
        if (z <= 0) continue;
        for (std::size_t i = 0; i <= n; ++i)
            for (std::size_t j = 0; j <= m; ++j) {
                const double x = f[i * w + j] * s->weight / z;
                if (x == 0) continue;
                if (j < m) {
                    const int c = chunk_of(s->latin, j + 1, 1);
                    cell(counts, 0, c) += x * cell(p, 0, c) * b[i * w + j + 1];
                }
                if (i < n)
                    for (std::size_t k = 0; k <= 3 && j + k <= m; ++k) {
                        const int c = chunk_of(s->latin, j + k, static_cast<int>(k));
                        cell(counts, s->native[i], c) += x * cell(p, s->native[i], c) * b[(i + 1) * w + j + k];
                    }
            }
    }
    return likelihoods;
}

struct background {
    std::array<double, rows> native{};
    std::array<double, letters> latin{};

    explicit background(const std::vector<const sample*>& samples) {
        double n = 0, m = 0;
        for (const sample* s : samples) {
            for (const std::uint8_t c : s->native) native[c] += s->weight, n += s->weight;
            for (const std::uint8_t c : s->latin) latin[c] += s->weight, m += s->weight;
        }
        for (double& x : native) x = std::log((x + 1) / (n + rows));
        for (double& x : latin) x = std::log((x + 1) / (m + letters));
    }
    [[nodiscard]] double chance(const sample& s) const {
        double sum = 0;
        for (const std::uint8_t c : s.native) sum += native[c];
        for (const std::uint8_t c : s.latin) sum += latin[c];
        return sum;
    }
    [[nodiscard]] double chance(int row, int chunk) const {
        double sum = row == 0 ? 0 : native[static_cast<std::size_t>(row)];
        for (const int c : letters_of(chunk)) sum += latin[static_cast<std::size_t>(c)];
        return sum;
    }
};

table train(std::vector<const sample*> samples, table p, const table* prior, double prior_weight,
            const std::vector<char>& allowed, int rounds, const char* what) {
    const background chance(samples);
    for (int round = 0; round < rounds; ++round) {
        table counts(p.size(), 0);
        const std::vector<double> likelihoods = expect(samples, p, counts);
        double total = 0, sum = 0;
        std::vector<const sample*> kept;
        for (std::size_t i = 0; i < samples.size(); ++i) {
            sum += likelihoods[i] > -1e8 ? likelihoods[i] : 0;
            if (round < 2 || likelihoods[i] > chance.chance(*samples[i]) + 0.15 * static_cast<double>(samples[i]->latin.size()))
                kept.push_back(samples[i]);
        }
        if (prior != nullptr)
            for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += prior_weight * (*prior)[i];
        for (int r = 0; r < rows; ++r)
            for (int c = 0; c < all_chunks; ++c) {
                double& x = cell(counts, r, c);
                if (!allowed[static_cast<std::size_t>(c)] || x < (c > one ? 0.5 : 0.02)) x = 0;
                if (c <= one && (r != 0 || c > 1)) x += prior == nullptr ? 0.02 : 0.002;
                total += x;
            }
        for (double& x : counts) x /= total;
        p.swap(counts);
        std::fprintf(stderr, "%s round %d: %zu pairs, %.3f nats each\n", what, round, samples.size(),
                     sum / static_cast<double>(samples.size()));
        samples.swap(kept);
    }
    return p;
}

// Letters that a language's own names do not hold share the row of the letter that is put for them there.
int stand_in(int row, int lang) {
    struct pair {
        char16_t letter, other;
    };
    constexpr pair foreign[] = {{u'ٹ', u'ت'}, {u'ڈ', u'د'}, {u'ڑ', u'ر'}, {u'څ', u'چ'}, {u'ځ', u'ج'}, {u'ږ', u'ژ'},
                                {u'ښ', u'ش'}, {u'ڼ', u'ن'}, {u'ں', u'ن'}, {u'ھ', u'ه'}, {u'ې', u'ی'}, {u'ے', u'ی'}};
    constexpr std::u16string_view own[] = {u"", u"", u"ٹڈڑڼڅځږښې", u"ٹڈڑںھے"};
    for (const pair& p : foreign)
        if (d::native_code(p.letter) == row && own[lang].find(p.letter) == std::u16string_view::npos)
            return d::native_code(p.other);
    return row;
}

} // namespace

int main(int argc, char** argv) {
    int half = -1;
    std::string folder;
    for (int i = 1; i < argc; ++i)
        if (std::string_view(argv[i]) == "--half" && i + 1 < argc) half = std::atoi(argv[++i]);
        else folder = argv[i];
    if (folder.empty()) {
        std::fprintf(stderr, "train DATA_FOLDER [--half 0|1] > name_letters.hpp\n");
        return 2;
    }
    const std::vector<sample> samples = read_samples(folder, half);
    if (samples.empty()) {
        std::fprintf(stderr, "train: %s holds no entities.tsv and tokens_ar_en.tsv with names\n", folder.c_str());
        return 4;
    }
    std::vector<const sample*> all, of[languages];
    for (const sample& s : samples) {
        if (s.native.size() > 40 || s.latin.size() > 40) continue;
        all.push_back(&s);
        of[s.lang].push_back(&s);
    }

    table p(static_cast<std::size_t>(rows) * all_chunks, 0);
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < all_chunks; ++c)
            cell(p, r, c) = r == 0           ? (c == 0 || c > one ? 0 : 1e-3)
                            : c == 0         ? 1e-3
                            : c <= one       ? 1e-2
                            : c <= one + two ? 1e-4
                                             : 1e-6;
    std::vector<char> allowed(all_chunks, 1);
    p = train(all, p, nullptr, 0, allowed, 5, "all");

    // Columns: the groups whose use makes the data most probable, against the same letters in two operations.
    const background chance(all);
    double events = 0;
    for (const sample* s : all) events += s->weight * static_cast<double>(s->native.size() + 2);
    std::vector<std::pair<double, int>> gains;
    for (int c = 1 + one; c < all_chunks; ++c) {
        const std::vector<int> l = letters_of(c);
        double gain = 0;
        for (int r = 1; r < rows; ++r) {
            const double x = cell(p, r, c);
            if (x <= 0) continue;
            double parts = 1e-300;
            const auto piece = [&](std::size_t from, std::size_t to) {
                int id = 0;
                if (to - from == 1) id = 1 + l[from];
                if (to - from == 2) id = 1 + one + l[from] * letters + l[from + 1];
                return id;
            };
            for (std::size_t from = 0; from <= l.size(); ++from)
                for (std::size_t to = from; to <= l.size(); ++to) {
                    if (to - from == l.size()) continue;
                    double whole = cell(p, r, piece(from, to));
                    for (std::size_t k = 0; k < l.size(); ++k)
                        if (k < from || k >= to) whole *= cell(p, 0, 1 + l[k]);
                    parts = std::max(parts, whole);
                }
            gain += x * events * std::log(x / parts);
        }
        gains.emplace_back(-gain, c);
    }
    std::sort(gains.begin(), gains.end());
    constexpr int most_groups = 41, most_triples = 12;
    std::vector<int> columns{0};
    for (int c = 1; c < letters; ++c) columns.push_back(1 + c);
    int triples = 0;
    std::vector<int> groups;
    for (const auto& [gain, c] : gains) {
        const bool triple = c >= 1 + one + two;
        const auto in = letters_of(c);
        if (std::find(in.begin(), in.end(), int{d::latin_article}) != in.end()) continue; // stands for itself
        if (triple && triples == most_triples) continue;
        triples += triple ? 1 : 0;
        groups.push_back(c);
        if (static_cast<int>(groups.size()) == most_groups) break;
    }
    std::sort(groups.begin(), groups.end());
    columns.insert(columns.end(), groups.begin(), groups.end());
    std::fill(allowed.begin(), allowed.end(), char{0});
    for (const int c : columns) allowed[static_cast<std::size_t>(c)] = 1;
    for (int c = 0; c <= one; ++c) allowed[static_cast<std::size_t>(c)] = 1;

    p = train(all, p, nullptr, 0, allowed, 4, "all, columns");

    std::printf(
        "// SPDX-License-Identifier: MIT\n// How letters of Arabic-script names and Latin letters correspond, learnt from pairs of names. Generated by tools/names/train.cpp; do not edit.\n"
        "#ifndef MATN_DETAIL_NAME_LETTERS_HPP\n#define MATN_DETAIL_NAME_LETTERS_HPP\n\n#include <matn/version.hpp>\n\n#include <cstdint>\n\n"
        "namespace matn { inline namespace v0 { namespace detail {\n\n");
    std::printf("// The Latin units behind the single ones: two or three letters.\ninline constexpr char name_units[][4] = {");
    for (const int c : groups) {
        std::string s;
        for (const int l : letters_of(c)) s += l == 27 ? ' ' : l == 28 ? '-' : static_cast<char>('a' + l - 1);
        std::printf("\"%s\",", s.c_str());
    }
    std::printf("};\ninline constexpr int name_columns = %zu;\n\n", columns.size());
    std::size_t bytes = 0;
    std::string maps;
    for (int lang = 0; lang < languages; ++lang) {
        std::vector<const sample*> mine = of[lang];
        const double prior_weight[languages] = {400, 400, 1500, 1500};
        const table q = train(mine, p, &p, prior_weight[lang], allowed, 5, language_names[lang]);
        const background own(of[lang]);
        std::array<double, rows> marginal{};
        for (int r = 0; r < rows; ++r)
            for (int c = 0; c < all_chunks; ++c) marginal[static_cast<std::size_t>(r)] += cell(q, r, c);
        std::vector<int> kept;
        std::vector<int> row_of;
        for (int r = 0; r < rows; ++r) {
            row_of.push_back(static_cast<int>(kept.size()));
            if (stand_in(r, lang) == r) kept.push_back(r);
        }
        for (int r = 0; r < rows; ++r)
            if (const int other = stand_in(r, lang); other != r)
                row_of[static_cast<std::size_t>(r)] = static_cast<int>(std::find(kept.begin(), kept.end(), other) - kept.begin());
        maps += "    {";
        for (const int r : row_of) maps += std::to_string(r) + ",";
        maps += "},\n";
        std::printf("inline constexpr std::int8_t %s_letters[][name_columns] = {\n", language_names[lang]);
        for (const int r : kept) {
            std::printf("    {");
            for (const int c : columns) {
                double v = -127;
                const double x = cell(q, r, c);
                const double native = r == 0 ? 0 : std::log(std::max(1e-9, marginal[static_cast<std::size_t>(r)]));
                double latin = 0;
                for (const int l : letters_of(c)) latin += own.latin[static_cast<std::size_t>(l)];
                if (x > 0) v = 12 * (std::log(x) - native - latin);
                std::printf("%d,", static_cast<int>(std::lround(std::clamp(v, -127.0, 127.0))));
            }
            std::printf("},\n");
            bytes += columns.size();
        }
        std::printf("};\n");
    }
    std::printf(
        "// Which row each Arabic letter has in these tables, by its code.\ninline constexpr std::uint8_t letter_rows[][%d] = {\n%s};\n",
        rows, maps.c_str());
    bytes += static_cast<std::size_t>(rows * languages);
    std::printf("\n}}} // namespace matn::v0::detail\n\n#endif\n");
    std::fprintf(stderr, "%zu bytes\n", bytes);
}
