// SPDX-License-Identifier: MIT
// Gives each word of a mixed text its language: the likeliest chain over the words of each script, where a change has its price.
#ifndef MATN_DETAIL_LANGUAGE_CHAINS_HPP
#define MATN_DETAIL_LANGUAGE_CHAINS_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/language_evidence.hpp>

namespace matn { inline namespace v0 { namespace detail {

// What a word says counts in nats of `word_weight` a unit of its sum; one word says no more than `most_of_word`.
inline constexpr double word_weight = 0.15, most_of_word = 6, price_of_change = 5;
// Few texts in Latin letters have a second language in so few letters; most such finds are names in a row. To change to it costs
// more.
inline constexpr double price_of_rarity = 4;
inline constexpr std::uint64_t few_letters = 60;
// A name says this part of what another word of its letters would, and no more than this.
inline constexpr int name_share = 3;
inline constexpr double most_of_name = 1.5;

struct chain_memory {
    // For each word: for which languages the best way to it changes language, and from which.
    struct step {
        std::uint16_t changes;
        std::uint8_t from;
    };
    buffer<step> steps;
};

// One chain, over the words of one group; those of other groups between them do not break it. `rare` are the classes that cost
// more to change to.
template <class Models>
void label_group(buffer<weighed_word>& words, letter_group group, chain_memory& memory, std::string_view hint, unsigned rare) {
    const language_model& model = Models::of[static_cast<std::size_t>(group)];
    const double unit = word_weight * static_cast<double>(model.scale);
    const auto units = [unit](double nats) { return static_cast<std::int32_t>(nats / unit); };
    const std::int32_t floor = -units(most_of_word), price = units(price_of_change), name_floor = -units(most_of_name),
                       extra = units(price_of_rarity);

    std::int32_t score[most_classes] = {}; // relative to the best, so that they stay small
    for (std::size_t k = 0; k < model.classes; ++k)
        if (model.tags[k][0] == '\0') score[k] = -units(1000); // "none of these" is decided for spans, not for words
    const std::size_t hinted = hinted_class(model, hint);
    if (hinted < model.classes) score[hinted] += units(2);
    bool pause = false;
    std::size_t last = words.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const weighed_word& w = words[i];
        pause = pause || w.after_pause;
        if (w.group != group) continue;
        std::size_t best = 0;
        std::int32_t most = w.sums[0];
        for (std::size_t k = 1; k < model.classes; ++k) {
            if (score[k] > score[best]) best = k;
            if (w.sums[k] > most) most = w.sums[k];
        }
        chain_memory::step step{0, static_cast<std::uint8_t>(best)};
        const std::int32_t top = score[best], common = top - (pause ? price / 2 : price), uncommon = common - extra;
        for (std::size_t k = 0; k < model.classes; ++k) {
            const std::int32_t changed = (rare >> k & 1u) != 0 ? uncommon : common;
            if (score[k] < changed && model.tags[k][0] != '\0' && last != words.size()) {
                step.changes = static_cast<std::uint16_t>(step.changes | 1u << k);
                score[k] = changed;
            }
            std::int32_t said = w.sums[k] - most;
            if (w.capital) said = said / name_share > name_floor ? said / name_share : name_floor;
            score[k] += (said > floor ? said : floor) - top;
        }
        memory.steps[i] = step;
        last = i;
        pause = false;
    }
    if (last == words.size()) return;
    std::size_t label = 0;
    for (std::size_t k = 1; k < model.classes; ++k)
        if (score[k] > score[label]) label = k;
    for (std::size_t i = last + 1; i-- > 0;) {
        if (words[i].group != group) continue;
        words[i].code = static_cast<std::uint8_t>(label);
        if ((unsigned{memory.steps[i].changes} >> label & 1u) != 0) label = memory.steps[i].from;
    }
}

// Sets `code` of each modelled word to its language's place in the model.
template <class Models>
void label_words(buffer<weighed_word>& words, chain_memory& memory, std::string_view hint) {
    if (memory.steps.size() < words.size()) memory.steps.resize(words.size());
    bool present[modelled_groups] = {};
    for (const weighed_word& w : words)
        if (w.group != letter_group::other) present[static_cast<std::size_t>(w.group)] = true;
    for (std::size_t g = 0; g < modelled_groups; ++g)
        if (present[g]) label_group<Models>(words, static_cast<letter_group>(g), memory, hint, 0);
    if (!present[static_cast<std::size_t>(letter_group::latin)]) return;
    std::uint64_t letters[most_classes] = {}, most = 0;
    for (const weighed_word& w : words)
        if (w.group == letter_group::latin && (letters[w.code] += w.length) > most) most = letters[w.code];
    unsigned rare = 0;
    for (std::size_t k = 0; k < most_classes; ++k)
        if (letters[k] > 0 && letters[k] < few_letters && letters[k] * 2 < most) rare |= 1u << k;
    if (rare != 0) label_group<Models>(words, letter_group::latin, memory, hint, rare);
}

constexpr bool same_label(const weighed_word& a, const weighed_word& b) noexcept {
    return a.group == b.group && a.code == b.code;
}

}}} // namespace matn::v0::detail

#endif
