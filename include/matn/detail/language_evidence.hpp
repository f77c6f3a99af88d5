// SPDX-License-Identifier: MIT
// Reads the words of a text and weighs each by the model: how much it speaks for each language of its script.
#ifndef MATN_DETAIL_LANGUAGE_EVIDENCE_HPP
#define MATN_DETAIL_LANGUAGE_EVIDENCE_HPP

#include <matn/detail/language_features.hpp>
#include <matn/detail/language_model.hpp>

#include <bit>

namespace matn { inline namespace v0 { namespace detail {

inline constexpr std::size_t most_classes = 16;

// A word of one group of letters, and the sums of its rows in the units of the model.
struct weighed_word {
    slice at;
    letter_group group = letter_group::other;
    std::uint8_t length = 0; // in letters
    std::uint8_t code =
        0; // of a word of `other` letters, its script; else, once it has a label, the place of its language in the model
    bool after_pause = false; // a sentence, a quotation or a bracket began or ended before it
    bool capital = false;     // begins with a capital letter: mostly a name, and names wander between languages
    std::int16_t sums[most_classes] = {};
};

// Adds rows of 8 or 16 bytes. In a constant expression, and where the compiler has no vectors, one byte after the other.
template <std::size_t Lanes>
struct plain_sums {
    std::int16_t of[Lanes] = {};
    constexpr void add(const char* row, std::size_t lanes) noexcept {
        for (std::size_t i = 0; i < lanes; ++i) of[i] = static_cast<std::int16_t>(of[i] + static_cast<signed char>(row[i]));
    }
    constexpr void store(std::int16_t* to) const noexcept {
        for (std::size_t i = 0; i < Lanes; ++i) to[i] = of[i];
    }
};
#if defined(__GNUC__) && defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
typedef signed char sixteen_bytes __attribute__((vector_size(16)));
typedef long long two_quads __attribute__((vector_size(16)));
typedef short eight_words __attribute__((vector_size(16)));
// Bytes become the high halves of words, which an arithmetic shift makes signed words: shorter than what __builtin_convertvector
// gives here.
inline eight_words low_half(sixteen_bytes b) noexcept {
    return reinterpret_cast<eight_words>(
               __builtin_shufflevector(sixteen_bytes{}, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)) >>
           8;
}
inline eight_words high_half(sixteen_bytes b) noexcept {
    return reinterpret_cast<eight_words>(
               __builtin_shufflevector(sixteen_bytes{}, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)) >>
           8;
}
template <std::size_t Lanes>
struct vector_sums {
    eight_words low = {}, high = {};
    void add(const char* row, std::size_t) noexcept {
        two_quads q{};
        if constexpr (Lanes == 16) {
            __builtin_memcpy(&q, row, 16);
        } else { // by way of an integer, or g++ puts the vector together in memory
            long long eight;
            __builtin_memcpy(&eight, row, 8);
            q = two_quads{eight, 0};
        }
        const auto b = reinterpret_cast<sixteen_bytes>(q);
        low += low_half(b);
        if constexpr (Lanes == 16) high += high_half(b);
    }
    void store(std::int16_t* to) const noexcept {
        __builtin_memcpy(to, &low, sizeof low);
        if constexpr (Lanes == 16) __builtin_memcpy(to + 8, &high, sizeof high);
    }
};
template <std::size_t Lanes, bool Constant>
using sums_of = std::conditional_t<Constant, plain_sums<Lanes>, vector_sums<Lanes>>;
#else
template <std::size_t Lanes, bool>
using sums_of = plain_sums<Lanes>;
#endif

struct placed_letter {
    letter value;
    offset end;
};
#if defined(__GNUC__)
__attribute__((always_inline)) // it is called for each letter, and g++ finds it too long
#endif
inline constexpr placed_letter
letter_at(std::string_view text, offset pos) noexcept {
    const auto lead = static_cast<unsigned char>(text[pos]);
    if (lead < 0x80) return {unpacked(language_letters[lead]), pos + 1};
    if (lead >= 0xC2 && lead < 0xDC && pos + 1 < text.size()) { // U+0080-06FF, which the table holds
        const auto next = static_cast<unsigned char>(text[pos + 1]);
        if ((next & 0xC0u) == 0x80) return {unpacked(language_letters[(lead & 0x1Fu) << 6 | (next & 0x3Fu)]), pos + 2};
    }
    const code_point c = decode(text, pos);
    return {letter_of(c.value), c.at.end};
}

// Of the letters that news has; the others count as small.
constexpr bool begins_with_capital(std::string_view text, offset pos) noexcept {
    const auto lead = static_cast<unsigned char>(text[pos]);
    if (lead < 0x80) return lead >= 'A' && lead <= 'Z';
    const auto next = pos + 1 < text.size() ? static_cast<unsigned char>(text[pos + 1]) : 0u;
    return (lead == 0xC3 && next < 0x9F) || ((lead == 0xC4 || lead == 0xC5) && next % 2 == 0) || (lead == 0xD0 && next < 0xB0);
}

template <letter_group Group>
constexpr const auto& rows_of() noexcept {
    if constexpr (Group == letter_group::arabic) return language_arabic_rows;
    else if constexpr (Group == letter_group::latin) return language_latin_rows;
    else return language_cyrillic_rows;
}

// Reads on in the word that begins at word.at.begin with `first`; gives where reading stopped.
template <letter_group Group, bool Constant>
constexpr offset read_word(std::string_view text, placed_letter first, weighed_word& word) noexcept {
    constexpr const language_model& model = language_models[static_cast<std::size_t>(Group)];
    constexpr std::size_t lanes = model.lanes > 8 ? 16 : 8;
    sums_of<lanes, Constant> sums;
    const auto use = [&](std::uint64_t hash) {
        sums.add(rows_of<Group>() + static_cast<std::size_t>(hash >> (64 - model.bits)) * model.lanes, lanes);
    };
    word_features features;
    offset pos = first.end;
    features.add(first.value.code, use);
    word.at.end = pos;
    while (pos < text.size() && features.length() < longest_weighed_word) {
        const placed_letter next = letter_at(text, pos);
        const letter_group g = next.value.group;
        if (g == Group || (g == letter_group::apostrophe && Group != letter_group::arabic)) {
            features.add(next.value.code, use);
            word.at.end = next.end;
        } else if (g != letter_group::skip) {
            break;
        }
        pos = next.end;
    }
    features.end(use);
    word.length = static_cast<std::uint8_t>(features.length());
    sums.store(word.sums);
    return pos;
}

// Letters of scripts that need no model: a word is a run of letters of one script, cut like the others.
constexpr offset read_other(std::string_view text, placed_letter first, weighed_word& word) noexcept {
    word.code = static_cast<std::uint8_t>(first.value.code);
    word.length = 1;
    offset pos = word.at.end = first.end;
    while (pos < text.size() && word.length < longest_weighed_word) {
        const placed_letter next = letter_at(text, pos);
        if (next.value.group == letter_group::other && next.value.code == first.value.code) {
            ++word.length;
            word.at.end = next.end;
        } else if (next.value.group != letter_group::skip) {
            break;
        }
        pos = next.end;
    }
    return pos;
}

// Calls `use(const weighed_word&)` for each word of a text, in order.
template <bool Constant, class Use>
constexpr void each_weighed_word(std::string_view text, const Use& use) {
    bool pause = true;
    for (offset pos = 0; pos < text.size();) {
        const placed_letter first = letter_at(text, pos);
        const letter_group g = first.value.group;
        if (g > letter_group::other) {
            pause = pause || (g == letter_group::boundary && first.value.code != 0);
            pos = first.end;
            continue;
        }
        weighed_word word;
        word.at = {pos, pos};
        word.group = g;
        word.after_pause = pause;
        word.capital = g != letter_group::arabic && begins_with_capital(text, pos);
        pause = false;
        switch (g) {
        case letter_group::arabic: pos = read_word<letter_group::arabic, Constant>(text, first, word); break;
        case letter_group::latin: pos = read_word<letter_group::latin, Constant>(text, first, word); break;
        case letter_group::cyrillic: pos = read_word<letter_group::cyrillic, Constant>(text, first, word); break;
        default: pos = read_other(text, first, word); break;
        }
        use(word);
    }
}

// e to the power of x and the square root, the same on every machine and while compiling; exact to float.
constexpr double exponential(double x) noexcept {
    if (x < -30) return 0; // next to the 1 that the best has
    if (x > 80) x = 80;
    const auto n = static_cast<int>(x * 1.4426950408889634 + (x < 0 ? -0.5 : 0.5));
    const double r = x - n * 0.6931471805599453;
    constexpr double c[] = {1. / 362880, 1. / 40320, 1. / 5040, 1. / 720, 1. / 120, 1. / 24, 1. / 6, 1. / 2, 1, 1};
    double sum = 0;
    for (const double k : c) sum = sum * r + k;
    return sum * std::bit_cast<double>(static_cast<std::uint64_t>(1023 + n) << 52);
}
constexpr double square_root(double x) noexcept {
    if (!(x > 0)) return 0;
    double y = std::bit_cast<double>((std::bit_cast<std::uint64_t>(x) >> 1) + 0x1FF8'0000'0000'0000u);
    for (int i = 0; i < 4; ++i) y = 0.5 * (y + x / y);
    return y;
}

// What words of one group say together.
struct group_sums {
    std::int64_t of[most_classes] = {};
    std::uint64_t features = 0;
    std::uint64_t letters = 0;

    constexpr void add(const weighed_word& w) noexcept {
        const std::size_t lanes = w.group == letter_group::latin ? most_classes : 8;
        for (std::size_t i = 0; i < lanes; ++i) of[i] += w.sums[i];
        features += word_features::count(w.length);
        letters += w.length;
    }
};

// What a text says about its language.
struct language_sums {
    group_sums groups[modelled_groups];
    std::uint64_t others = 0; // of which the array below says in which script
    std::uint64_t other_letters[script_count] = {};

    constexpr void add(const weighed_word& w) noexcept {
        if (w.group != letter_group::other) {
            groups[static_cast<std::size_t>(w.group)].add(w);
        } else {
            others += w.length;
            other_letters[w.code] += w.length;
        }
    }
};

// The place of a language among the classes of a model, or model.classes.
constexpr std::size_t class_of(const language_model& model, std::string_view tag) noexcept {
    std::size_t k = 0;
    while (k < model.classes && (tag.empty() || tag != model.tags[k])) ++k;
    return k;
}
constexpr std::size_t hinted_class(const language_model& model, std::string_view tag) noexcept {
    if (tag == "und") return model.classes;
    return class_of(model, tag == "prs" ? std::string_view("fa") : tag);
}

// The probabilities of the classes of a group: they sum to 1.
struct class_probabilities {
    double of[most_classes] = {};
    std::size_t best = 0; // of the languages
    bool none = false;    // more probably another language of the script than one of the model's
};
// "None of these" must be this much likelier than the best language (in nats): near relatives share their words, and few texts
// are in them.
inline constexpr double price_of_none = 4;
// The model is trained on hard cases and doubts too much; with this its confidence is that of its answers on other texts.
inline constexpr double sharpness = 1.35;

constexpr class_probabilities probabilities(const language_model& model, const group_sums& sums,
                                            std::size_t hinted = most_classes) noexcept {
    class_probabilities p;
    const double each = static_cast<double>(model.scale) / square_root(static_cast<double>(sums.features));
    double most = -1e9;
    std::size_t none = model.classes;
    for (std::size_t i = 0; i < model.classes; ++i) {
        p.of[i] =
            sharpness * (static_cast<double>(sums.of[i]) * each + static_cast<double>(model.bias[i])) + (i == hinted ? 2 : 0);
        if (model.tags[i][0] == '\0') none = i, p.of[i] -= price_of_none;
        else if (p.of[i] > most) most = p.of[p.best = i];
    }
    if (none < model.classes && p.of[none] > most) p.none = true, most = p.of[none];
    double total = 0;
    for (std::size_t i = 0; i < model.classes; ++i) total += p.of[i] = exponential(p.of[i] - most);
    for (std::size_t i = 0; i < model.classes; ++i) p.of[i] /= total;
    return p;
}

}}} // namespace matn::v0::detail

#endif
