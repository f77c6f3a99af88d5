// SPDX-License-Identifier: MIT
// Gives each word of a mixed text its language: the likeliest chain over the words of each script, where a change has its price.
#ifndef MATN_DETAIL_LANGUAGE_CHAINS_HPP
#define MATN_DETAIL_LANGUAGE_CHAINS_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/language_blocks.hpp>

namespace matn { inline namespace v0 { namespace detail {

// What a word of five letters says counts in nats of `word_weight` a unit of its sum; short words say more a letter, long ones less,
// by the power -0.3 of their length, in sixteenths. Changes cost less where a sentence, a quotation, a bracket or a line begins or
// ends.
inline constexpr double word_weight = 0.15, price_of_change = 5, share_at_pause = 0.35;
inline constexpr std::int16_t weight_by_length[] = {26, 21, 19, 17, 16, 15, 14, 14, 13, 13, 12, 12, 12, 12, 12, 11};
inline constexpr std::int16_t least_sum = -1260; // times the largest weight it has 16 bits
// One word says no more than this; one in Latin letters less, because it is a name more often.
inline constexpr double most_of_word = 9, most_of_latin_word = 3.5;
// A part of fewer letters must say so many nats more for its language than for that of its neighbour in the chain; of one word, more.
inline constexpr std::uint64_t few_letters = 60;
inline constexpr double least_of_part = 4, least_of_one_word = 7, least_of_latin_part = 8;
// In fewer letters than these an abbreviation, an initial or a unit of measure is no span of its own.
inline constexpr std::uint64_t least_of_span = 4;
// A name says 11/32 of what another word of its letters would, and no more than this.
inline constexpr int name_share = 11, name_share_bits = 5;
inline constexpr double most_of_name = 1.5;

// A bit for each of so many lanes.
template <std::size_t Lanes>
using lane_bits = std::conditional_t<(Lanes > 16), std::uint32_t, std::uint16_t>;

template <std::size_t Lanes>
struct chain_memory {
    // For each word: for which languages the best way to it changes language, and from which.
    struct step {
        lane_bits<Lanes> changes;
        std::uint8_t from;
    };
    buffer<step> steps;
};

// Loops over all lanes, of simple steps on 16 bits, become vectors by themselves.
template <std::size_t Lanes>
std::int16_t most_of(const std::int16_t* numbers) noexcept {
    std::int16_t most = numbers[0];
    for (std::size_t k = 0; k < Lanes; ++k) most = numbers[k] > most ? numbers[k] : most;
    return most;
}

// A bit for each lane that is -1; the others are 0.
template <std::size_t Lanes>
lane_bits<Lanes> bits_of(const std::int16_t* lanes) noexcept {
#if defined(__SSE2__) && defined(__GNUC__)
    if constexpr (Lanes > 16) return bits_of<16>(lanes) | std::uint32_t{bits_of<Lanes - 16>(lanes + 16)} << 16;
    typedef short eight __attribute__((vector_size(16)));
    eight low, high = {};
    __builtin_memcpy(&low, lanes, 16);
    if constexpr (Lanes == 16) __builtin_memcpy(&high, lanes + 8, 16);
    return static_cast<std::uint16_t>(__builtin_ia32_pmovmskb128(__builtin_ia32_packsswb128(low, high)));
#else
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < Lanes; ++k) bits |= std::uint32_t{lanes[k] != 0} << k;
    return static_cast<lane_bits<Lanes>>(bits);
#endif
}

// One chain, over the words of one group; those of other groups between them do not break it.
template <class Models, letter_group Group>
void label_group(buffer<weighed_word<lanes_of<Models>>>& words, chain_memory<lanes_of<Models>>& memory, std::string_view hint,
                 [[maybe_unused]] float rarity) {
    constexpr const language_model& model = model_of<Models, Group>;
    constexpr std::size_t lanes = 2 * model.row_bytes;
    const double unit = word_weight * static_cast<double>(model.scale);
    const auto units = [unit](double nats) { return static_cast<std::int16_t>(nats / unit); };
    const auto floor = static_cast<std::int16_t>(-units(Group == letter_group::latin ? most_of_latin_word : most_of_word)),
               name_floor = static_cast<std::int16_t>(-units(most_of_name));
    const std::int16_t price = units(price_of_change), price_at_pause = units(price_of_change * share_at_pause);
    constexpr std::int16_t never = -16000;

    // Scores are relative to the best of the word before, so that they stay small. "None of these" is decided for spans, not for
    // words.
    std::int16_t score[lanes], price_for[lanes], pause_price_for[lanes], first_price_for[lanes], unused[lanes];
    for (std::size_t k = 0; k < lanes; ++k) {
        first_price_for[k] = -never; // the first word has none before it
        unused[k] = k < model.classes ? std::int16_t{0} : std::int16_t{-never / 2};
        const bool language = k < model.languages();
        score[k] = language ? std::int16_t{0} : never;
        price_for[k] = language ? price : static_cast<std::int16_t>(-never);
        pause_price_for[k] = language ? price_at_pause : static_cast<std::int16_t>(-never);
    }
    if constexpr (model.rare > 0)
        for (std::size_t k = model.languages() - model.rare; k < model.languages(); ++k) {
            const std::int16_t less = units(static_cast<double>(rarity));
            score[k] = static_cast<std::int16_t>(-less);
            price_for[k] = static_cast<std::int16_t>(price + less);
            pause_price_for[k] = static_cast<std::int16_t>(price_at_pause + less);
        }
    const std::size_t hinted = hinted_class(model, hint);
    if (hinted < model.classes) score[hinted] = static_cast<std::int16_t>(score[hinted] + units(2));
    bool pause = false;
    std::size_t last = words.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& w = words[i];
        pause = pause || w.after_pause;
        if (w.group != Group) continue;
        std::int16_t sums[lanes];
        for (std::size_t k = 0; k < lanes; ++k) sums[k] = static_cast<std::int16_t>(w.sums[k] - unused[k]);
        const std::int16_t top = most_of<lanes>(score), most = most_of<lanes>(sums);
        std::int16_t changed[lanes], is_best[lanes], changes[lanes];
        const std::int16_t weight =
            weight_by_length[(w.length < std::size(weight_by_length) ? w.length : std::size(weight_by_length)) - 1];
        for (std::size_t k = 0; k < lanes; ++k) {
            const auto less = static_cast<std::int16_t>(sums[k] - most);
            sums[k] = static_cast<std::int16_t>((less > least_sum ? less : least_sum) * weight);
        }
        const std::int16_t* prices = last == words.size() ? first_price_for : pause ? pause_price_for : price_for;
        for (std::size_t k = 0; k < lanes; ++k) changed[k] = static_cast<std::int16_t>(top - prices[k]);
        for (std::size_t k = 0; k < lanes; ++k) is_best[k] = score[k] == top ? std::int16_t{-1} : std::int16_t{0};
        for (std::size_t k = 0; k < lanes; ++k) changes[k] = score[k] < changed[k] ? std::int16_t{-1} : std::int16_t{0};
        for (std::size_t k = 0; k < lanes; ++k) score[k] = score[k] > changed[k] ? score[k] : changed[k];
        if (w.capital) {
            for (std::size_t k = 0; k < lanes; ++k) {
                const auto said =
                    static_cast<std::int16_t>(static_cast<std::int16_t>((sums[k] >> 4) * name_share) >> name_share_bits);
                score[k] = static_cast<std::int16_t>(score[k] + (said > name_floor ? said : name_floor) - top);
            }
        } else {
            for (std::size_t k = 0; k < lanes; ++k) {
                const auto said = static_cast<std::int16_t>(sums[k] >> 4);
                score[k] = static_cast<std::int16_t>(score[k] + (said > floor ? said : floor) - top);
            }
        }
        memory.steps[i] = {bits_of<lanes>(changes), static_cast<std::uint8_t>(std::countr_zero(bits_of<lanes>(is_best)))};
        last = i;
        pause = false;
    }
    if (last == words.size()) return;
    std::size_t label = 0;
    for (std::size_t k = 1; k < model.classes; ++k)
        if (score[k] > score[label]) label = k;
    for (std::size_t i = last + 1; i-- > 0;) {
        if (words[i].group != Group) continue;
        words[i].code = static_cast<std::uint8_t>(label);
        if ((unsigned{memory.steps[i].changes} >> label & 1u) != 0) label = memory.steps[i].from;
    }
}

// A short part whose words speak too little for its language, next to what the part before or after it in the chain is in, joins
// that one. Names, which capital letters show, speak for nothing here.
template <class Models, letter_group Group>
void join_weak_parts(buffer<weighed_word<lanes_of<Models>>>& words) {
    constexpr const language_model& model = model_of<Models, Group>;
    const double unit = word_weight * static_cast<double>(model.scale) / 16;
    const auto units = [unit](double nats) { return static_cast<std::int64_t>(nats / unit); };
    const std::int64_t most = units(Group == letter_group::latin ? most_of_latin_word : most_of_word);
    const auto next_of_group = [&](std::size_t i) {
        while (i < words.size() && words[i].group != Group) ++i;
        return i;
    };
    std::size_t before = words.size(); // a word of the part before
    for (std::size_t from = next_of_group(0), to; from < words.size();) {
        const std::uint8_t label = words[from].code;
        std::uint64_t letters = 0;
        for (to = from; to < words.size() && words[to].code == label && letters < few_letters; to = next_of_group(to + 1))
            letters += words[to].length;
        if (letters < few_letters && (before < words.size() || to < words.size())) {
            std::int64_t least = most * static_cast<std::int64_t>(few_letters);
            std::uint8_t other = label;
            for (const std::size_t neighbour : {before, to}) {
                if (neighbour >= words.size()) continue;
                std::int64_t more = 0;
                unsigned count = 0;
                for (std::size_t i = from; i < to; i = next_of_group(i + 1)) {
                    const auto& w = words[i];
                    if (w.capital) continue;
                    const std::int64_t weight =
                        weight_by_length[(w.length < std::size(weight_by_length) ? w.length : std::size(weight_by_length)) - 1];
                    const std::int64_t says = (w.sums[label] - w.sums[words[neighbour].code]) * weight;
                    more += says > most ? most : says < -most ? -most : says;
                    ++count;
                }
                more -= units(Group == letter_group::latin ? least_of_latin_part : count < 2 ? least_of_one_word : least_of_part);
                if (letters < least_of_span) more = -1;
                if (more < least) least = more, other = words[neighbour].code;
            }
            if (least < 0) {
                for (std::size_t i = from; i < to; i = next_of_group(i + 1)) words[i].code = other;
                if (to < words.size() && other == words[to].code) continue; // with what follows, once more
            }
        }
        while (to < words.size() && words[to].code == words[from].code) to = next_of_group(to + 1);
        before = from;
        from = to;
    }
}

// Sets `code` of each modelled word to its language's place in the model.
template <class Models>
void label_words(buffer<weighed_word<lanes_of<Models>>>& words, chain_memory<lanes_of<Models>>& memory, std::string_view hint,
                 float rarity = 0) {
    if (memory.steps.size() < words.size()) memory.steps.resize(words.size());
    bool present[modelled_groups] = {};
    for (const auto& w : words)
        if (w.group != letter_group::other) present[static_cast<std::size_t>(w.group)] = true;
    for (std::size_t g = 0; g < modelled_groups; ++g)
        if (present[g]) {
            if (g == 0) label_group<Models, letter_group::arabic>(words, memory, hint, rarity);
            else if (g == 1) label_group<Models, letter_group::latin>(words, memory, hint, rarity);
            else label_group<Models, letter_group::cyrillic>(words, memory, hint, rarity);
        }
    if (present[0]) join_weak_parts<Models, letter_group::arabic>(words);
    if (present[1]) join_weak_parts<Models, letter_group::latin>(words);
    if (present[2]) join_weak_parts<Models, letter_group::cyrillic>(words);
}

template <std::size_t Lanes>
constexpr bool same_label(const weighed_word<Lanes>& a, const weighed_word<Lanes>& b) noexcept {
    return a.group == b.group && a.code == b.code;
}

}}} // namespace matn::v0::detail

#endif
