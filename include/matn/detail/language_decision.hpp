// SPDX-License-Identifier: MIT
// From sums of weights to the probabilities of languages. For language.hpp and the program that trains it.
#ifndef MATN_DETAIL_LANGUAGE_DECISION_HPP
#define MATN_DETAIL_LANGUAGE_DECISION_HPP

#include <matn/detail/language_rows.hpp>

#include <bit>
#include <string_view>

// How many classes there are is known where the functions below are called from; put in place there, no loop is left of them.
#if defined(__clang__)
#define MATN_IN_PLACE __attribute__((always_inline))
#define MATN_WITHOUT_LOOP
#elif defined(__GNUC__)
#define MATN_IN_PLACE __attribute__((always_inline))
#define MATN_WITHOUT_LOOP _Pragma("GCC unroll 8")
#else
#define MATN_IN_PLACE
#define MATN_WITHOUT_LOOP
#endif

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
    return e * __builtin_bit_cast(float, (127 + n) << 23);
}
constexpr float inverse_root(float x) noexcept {
    if (!(x > 0)) return 0;
    float y = __builtin_bit_cast(float, 0x5F37'5A86u - (__builtin_bit_cast(std::uint32_t, x) >> 1));
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

// The probabilities of the classes of a group. Rare languages, and those that have no class, are less likely beforehand by `rarity`
// nats.
template <std::size_t Lanes>
struct class_probabilities {
    float scores[Lanes]; // of the languages that there are, in nats but for the sharpness
    float most = 0, total = 0;
    std::size_t best = 0; // of the languages
    bool none = false;    // more probably another language of the script than one of the model's

    constexpr class_probabilities(const language_model& model, const group_sums<Lanes>& sums, std::size_t hinted,
                                  float rarity) noexcept;
    [[nodiscard]] constexpr float of(std::size_t i) const noexcept;

private:
    template <class Steps>
    constexpr void find(const language_model& model, const group_sums<Lanes>& sums, std::size_t hinted, float rarity) noexcept;
};
// "None of these" must be this much likelier than the best language (in nats): near relatives share their words, and few texts
// are in them. For a short text it costs more, because a name alone may look like anything.
//
// Urdu has many neighbours that write its letters, among them most of those that no class is learnt from: there "none of these" is
// likelier beforehand, and what is sure of it are long texts with much that speaks for it. A model that has the rare languages asks for
// less: what it knows to be none has fewer relatives in it.
constexpr float price_of_none(std::uint64_t features, bool has_rare, bool has_many_neighbours) noexcept {
    const auto n = static_cast<float>(static_cast<std::int64_t>(features));
    return has_rare ? 3 + 120 / n : has_many_neighbours ? 0.05F * n * inverse_root(n) + 300 / n : 4 + 200 / n;
}
// The model is trained on hard cases and doubts too much; with this its confidence is that of its answers on other texts.
inline constexpr float sharpness = 1.35F;
inline constexpr float weight_of_hint = 3;

// Below this an answer is not given, unless another limit is asked for: of languages that share a word one is still the better
// guess.
inline constexpr float least_language_confidence = 0.2F;

// Steps of the constructor below over all classes, for constant expressions and where the compiler has no vectors. The others give
// the same to the last bit.
struct plain_scores {
    // Sums as numbers, times `each`, plus the bias; those from `rare` on less `rarity`.
    static constexpr void fill(float* scores, const language_model& model, const std::int64_t* sums, std::uint64_t, float each,
                               std::size_t rare, float rarity) noexcept {
        for (std::size_t i = 0; i < model.classes; ++i)
            scores[i] = static_cast<float>(sums[i]) * each + model.bias[i] - (i >= rare ? rarity : 0);
    }
    // The first of the best of so many.
    static constexpr std::size_t best_of(const float* scores, std::size_t count) noexcept {
        std::size_t best = 0;
        for (std::size_t i = 1; i < count; ++i)
            if (scores[i] > scores[best]) best = i;
        return best;
    }
    // A bit for each that is above `least`.
    static constexpr std::uint32_t above(const float* scores, std::size_t count, float least) noexcept {
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < count; ++i) bits |= std::uint32_t{scores[i] > least} << i;
        return bits;
    }
};
#if defined(__SSE2__) && defined(__GNUC__)
// Arrays are read and written up to the next multiple of four.
struct vector_scores {
    typedef float four __attribute__((vector_size(16)));
    typedef int four_bits __attribute__((vector_size(16)));
    typedef double two __attribute__((vector_size(16)));
    typedef long long two_sums __attribute__((vector_size(16)));

    MATN_IN_PLACE static void fill(float* scores, const language_model& model, const std::int64_t* sums, std::uint64_t features,
                                   float each, std::size_t rare, float rarity) noexcept {
        if (features < std::uint64_t{1} << 27 && rarity == 0) { // no sum needs more than 32 bits
            MATN_WITHOUT_LOOP
            for (std::size_t i = 0; i < model.classes; i += 4) {
                const four score = few_numbers(sums + i) * each + loaded(model.bias + i);
                __builtin_memcpy(scores + i, &score, sizeof score);
            }
            return;
        }
        four_bits index = {0, 1, 2, 3};
        const auto first_rare = four_bits{} + static_cast<int>(rare);
        const auto less = reinterpret_cast<four_bits>(four{} + rarity);
        MATN_WITHOUT_LOOP
        for (std::size_t i = 0; i < model.classes; i += 4, index += 4) {
            const four_bits is_rare = index >= first_rare;
            const four score = numbers(sums + i) * each + loaded(model.bias + i) - reinterpret_cast<four>(is_rare & less);
            __builtin_memcpy(scores + i, &score, sizeof score);
        }
    }
    MATN_IN_PLACE static std::size_t best_of(const float* scores, std::size_t count) noexcept {
        four top = languages_at(scores, 0, count);
        MATN_WITHOUT_LOOP
        for (std::size_t i = 4; i < count; i += 4) {
            const four next = languages_at(scores, i, count);
            top = next > top ? next : top;
        }
        four other = __builtin_shufflevector(top, top, 2, 3, 0, 1);
        top = other > top ? other : top;
        other = __builtin_shufflevector(top, top, 1, 0, 3, 2);
        top = other > top ? other : top;
        for (std::size_t i = 0;; i += 4)
            if (const auto bits = mask(loaded(scores + i) == top); bits != 0)
                return i + static_cast<std::size_t>(std::countr_zero(bits));
    }
    MATN_IN_PLACE static std::uint32_t above(const float* scores, std::size_t count, float least) noexcept {
        std::uint32_t bits = 0;
        MATN_WITHOUT_LOOP
        for (std::size_t i = 0; i < count; i += 4) bits |= mask(loaded(scores + i) > four{} + least) << i;
        return bits & (count < 32 ? (std::uint32_t{1} << count) - 1 : ~std::uint32_t{0});
    }

private:
    static four loaded(const float* from) noexcept {
        four f;
        __builtin_memcpy(&f, from, sizeof f);
        return f;
    }
    static four languages_at(const float* scores, std::size_t i, std::size_t count) noexcept {
        const four_bits index = four_bits{0, 1, 2, 3} + static_cast<int>(i);
        return index < four_bits{} + static_cast<int>(count) ? loaded(scores + i) : four{} - 1e30F;
    }
    static std::uint32_t mask(four_bits lanes) noexcept {
        return static_cast<std::uint32_t>(__builtin_ia32_movmskps(reinterpret_cast<four>(lanes)));
    }
    static four few_numbers(const std::int64_t* sums) noexcept {
        four_bits first, second;
        __builtin_memcpy(&first, sums, sizeof first);
        __builtin_memcpy(&second, sums + 2, sizeof second);
        return __builtin_convertvector(__builtin_shufflevector(first, second, 0, 2, 4, 6), four);
    }
    // There is no instruction for 64 bits; added to the bits of a large number, a sum below 2^51 is the low end of its fraction.
    static four numbers(const std::int64_t* sums) noexcept {
        constexpr double large = 0x1.8p52;
        const auto as_two = [](const std::int64_t* from) {
            two_sums s;
            __builtin_memcpy(&s, from, sizeof s);
            return reinterpret_cast<two>(s + reinterpret_cast<two_sums>(two{} + large)) - large;
        };
        const four low = __builtin_ia32_cvtpd2ps(as_two(sums)), high = __builtin_ia32_cvtpd2ps(as_two(sums + 2));
        return __builtin_shufflevector(low, high, 0, 1, 4, 5);
    }
};
template <bool Constant>
using class_scores = std::conditional_t<Constant, plain_scores, vector_scores>;
#else
template <bool>
using class_scores = plain_scores;
#endif

template <std::size_t Lanes>
MATN_IN_PLACE inline constexpr class_probabilities<Lanes>::class_probabilities(const language_model& model,
                                                                               const group_sums<Lanes>& sums, std::size_t hinted,
                                                                               float rarity) noexcept {
    if (std::is_constant_evaluated()) find<plain_scores>(model, sums, hinted, rarity);
    else find<class_scores<false>>(model, sums, hinted, rarity);
}
template <std::size_t Lanes>
template <class Steps>
MATN_IN_PLACE inline constexpr void class_probabilities<Lanes>::find(const language_model& model, const group_sums<Lanes>& sums,
                                                                     std::size_t hinted, float rarity) noexcept {
    const float each = model.scale * inverse_root(static_cast<float>(static_cast<std::int64_t>(sums.features)));
    const std::size_t languages = model.languages();
    Steps::fill(scores, model, sums.of, sums.features, each, languages - model.rare, rarity / sharpness);
    if (hinted < model.classes) scores[hinted] += weight_of_hint / sharpness;
    best = Steps::best_of(scores, languages);
    most = scores[best];
    float of_none = -1e30F;
    if (languages < model.classes) {
        of_none = static_cast<float>(sums.of[languages]) * each + model.bias[languages] -
                  (price_of_none(sums.features, model.rare > 0, std::string_view(model.tags[best]) == "ur") + rarity) / sharpness;
        none = of_none > most;
        if (none) most = of_none;
    }
    const float least = most - 10 / sharpness; // in nats; less is nothing next to the 1 that the best has
    float sum = 1;                             // of the likeliest itself
    std::uint32_t bits = Steps::above(scores, languages, least);
    if (!none) bits ^= std::uint32_t{1} << best;
    for (; bits != 0; bits &= bits - 1) sum += exponential(sharpness * (scores[std::countr_zero(bits)] - most));
    if (!none && of_none > least) sum += exponential(sharpness * (of_none - most));
    total = sum;
}
template <std::size_t Lanes>
MATN_IN_PLACE inline constexpr class_probabilities<Lanes>
probabilities(const language_model& model, const group_sums<Lanes>& sums, std::size_t hinted = Lanes, float rarity = 0) noexcept {
    return class_probabilities<Lanes>(model, sums, hinted, rarity);
}
template <std::size_t Lanes>
constexpr float class_probabilities<Lanes>::of(std::size_t i) const noexcept {
    return (scores[i] == most ? 1 : exponential(sharpness * (scores[i] - most))) / total;
}

}}} // namespace matn::v0::detail

#undef MATN_IN_PLACE
#undef MATN_WITHOUT_LOOP

#endif
