// SPDX-License-Identifier: MIT
// From sums of weights to the probabilities of languages. For language.hpp and the program that trains it.
#ifndef MATN_DETAIL_LANGUAGE_DECISION_HPP
#define MATN_DETAIL_LANGUAGE_DECISION_HPP

#include <matn/detail/language_rows.hpp>

#include <bit>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

// What words of one group say together, about as many classes as the rows of a set of models have room for.
template <std::size_t Lanes = 16>
struct group_sums {
    std::int64_t of[Lanes];
    std::uint64_t features;
    std::uint64_t letters;

    template <class Word>
    constexpr void add(const Word& w) noexcept {
        for (std::size_t i = 0; i < Lanes; ++i) of[i] += w.sums[i];
        features += w.features;
        letters += w.length;
    }
    // Several at once, at first in 32 bits, which is quicker and enough for a block.
    template <class Word>
    constexpr void add(const Word* words, std::size_t count) noexcept {
        constexpr std::size_t block = 4096;
        while (count > 0) {
            const std::size_t n = count < block ? count : block;
            std::int32_t sums[Lanes] = {};
            std::uint32_t rows = 0, length = 0;
            for (std::size_t w = 0; w < n; ++w) {
                for (std::size_t i = 0; i < Lanes; ++i) sums[i] += words[w].sums[i];
                rows += words[w].features;
                length += words[w].length;
            }
            for (std::size_t i = 0; i < Lanes; ++i) of[i] += sums[i];
            features += rows;
            letters += length;
            words += n;
            count -= n;
        }
    }
    constexpr void add(const group_sums& others) noexcept {
        for (std::size_t i = 0; i < Lanes; ++i) of[i] += others.of[i];
        features += others.features;
        letters += others.letters;
    }
};

// e to the power of x and one over the square root, to five digits: a probability needs no more. The same on every machine and while
// compiling, unless the compiler fuses products and sums. The root is found by Newton's method without divisions, each of which would wait for the one before.
constexpr float exponential(float x) noexcept {
    if (x < -14) return 0; // next to the 1 that the best has
    const float within = x > 80 ? 80.F : x;
    const float twos = within * 1.44269504F;
    const auto n = static_cast<std::int32_t>(twos + (twos < 0 ? -0.5F : 0.5F));
    const float r = (twos - static_cast<float>(n)) * 0.69314718F;
    const float e = 1 + r * (1 + r * (0.5F + r * (1.F / 6 + r * (1.F / 24 + r * (1.F / 120)))));
    return e * std::bit_cast<float>((127 + n) << 23);
}
constexpr float inverse_root(float x) noexcept {
    if (!(x > 0)) return 0;
    float y = std::bit_cast<float>(0x5F37'5A86u - (std::bit_cast<std::uint32_t>(x) >> 1));
    const float half = 0.5F * x;
    y *= 1.5F - half * y * y;
    y *= 1.5F - half * y * y;
    y *= 1.5F - half * y * y;
    return y;
}

// The place of a language among the classes of a model, or model.classes.
constexpr std::size_t class_of(const language_model& model, std::string_view tag) noexcept {
    std::size_t k = 0;
    while (k < model.classes && (tag.empty() || tag != model.tags[k])) ++k;
    return k;
}
constexpr std::size_t hinted_class(const language_model& model, std::string_view tag) noexcept {
    return class_of(model, tag == "prs" ? std::string_view("fa") : tag);
}

// The probabilities of the classes of a group. Rare languages are less likely beforehand by `rarity` nats.
template <std::size_t Lanes>
struct class_probabilities {
    float scores[Lanes]; // of the classes that there are, in nats but for the sharpness
    float most = 0, total = 0;
    std::size_t best = 0; // of the languages
    bool none = false;    // more probably another language of the script than one of the model's

    constexpr class_probabilities(const language_model& model, const group_sums<Lanes>& sums, std::size_t hinted,
                                  float rarity) noexcept;
    [[nodiscard]] constexpr float of(std::size_t i) const noexcept;
};
// "None of these" must be this much likelier than the best language (in nats): near relatives share their words, and few texts
// are in them. For a short text it costs more, because a name alone may look like anything.
constexpr float price_of_none(std::uint64_t features) noexcept { return 3 + 120 / static_cast<float>(features); }
// The model is trained on hard cases and doubts too much; with this its confidence is that of its answers on other texts.
inline constexpr float sharpness = 1.35F;
inline constexpr float weight_of_hint = 3;

// Below this an answer is not given, unless another limit is asked for: of languages that share a word one is still the better
// guess.
inline constexpr float least_language_confidence = 0.2F;

template <std::size_t Lanes>
constexpr class_probabilities<Lanes>::class_probabilities(const language_model& model, const group_sums<Lanes>& sums,
                                                          std::size_t hinted, float rarity) noexcept {
    const float each = model.scale * inverse_root(static_cast<float>(static_cast<std::int64_t>(sums.features)));
    const std::size_t languages = model.languages();
    for (std::size_t i = 0; i < model.classes; ++i) scores[i] = static_cast<float>(sums.of[i]) * each + model.bias[i];
    for (std::size_t i = languages - model.rare; i < languages; ++i) scores[i] -= rarity / sharpness;
    if (hinted < model.classes) scores[hinted] += weight_of_hint / sharpness;
    float top = scores[0];
    std::size_t first = 0;
    for (std::size_t i = 1; i < languages; ++i) {
        first = scores[i] > top ? i : first;
        top = scores[i] > top ? scores[i] : top;
    }
    best = first;
    if (languages < model.classes && (scores[languages] -= price_of_none(sums.features) / sharpness) > top) {
        none = true;
        top = scores[languages];
    }
    most = top;
    const float least = top - 10 / sharpness; // in nats; less is nothing next to the 1 that the best has
    float sum = 0;
    for (std::size_t i = 0; i < model.classes; ++i)
        if (scores[i] > least) sum += exponential(sharpness * (scores[i] - top));
    total = sum;
}
template <std::size_t Lanes>
constexpr class_probabilities<Lanes> probabilities(const language_model& model, const group_sums<Lanes>& sums,
                                                   std::size_t hinted = Lanes, float rarity = 0) noexcept {
    return class_probabilities<Lanes>(model, sums, hinted, rarity);
}
template <std::size_t Lanes>
constexpr float class_probabilities<Lanes>::of(std::size_t i) const noexcept {
    return exponential(sharpness * (scores[i] - most)) / total;
}

}}} // namespace matn::v0::detail

#endif
