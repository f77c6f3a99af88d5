// SPDX-License-Identifier: MIT
// Reads the words of a text and weighs each by the model: how much it speaks for each language of its script.
#ifndef MATN_DETAIL_LANGUAGE_EVIDENCE_HPP
#define MATN_DETAIL_LANGUAGE_EVIDENCE_HPP

#include <matn/detail/language_features.hpp>
#include <matn/detail/language_model.hpp>

#include <bit>

namespace matn { inline namespace v0 { namespace detail {

// The models of a set, in the order of their groups of letters. A set is a type with such an array `of`.
struct core_models {
    static constexpr const auto& of = language_models;
};

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

// Reads the letters of one group, word by word, and adds the rows of their sequences.
template <class Models, letter_group Group, bool Constant>
class word_reader {
public:
    // Takes the letter to the open word; true if the word is as long as words may be.
    constexpr bool add(std::uint16_t code) noexcept {
        const auto h = sequences_.add(code);
        add_rows(model.short_row(h.one), h);
        return ++length_ == longest_weighed_word;
    }
    // Ends the open word; gives its length.
    constexpr unsigned end() noexcept {
        const auto h = sequences_.end();
        add_rows(model.long_row(h.one), h);
        sequences_ = {};
        const unsigned length = length_;
        length_ = 0;
        return length;
    }
    [[nodiscard]] constexpr unsigned length() const noexcept { return length_; }

    // Adds the sums of all ended words to `to`, and begins anew; gives the number of rows that they are of.
    template <class Number>
    constexpr unsigned take(Number* to) noexcept {
        const unsigned rows = letter_sequences::count * (sums_type::room * (spills_ + 1) - room_);
        sums_.spill();
        sums_.take(to, rows);
        room_ = sums_type::room;
        spills_ = 0;
        return rows;
    }
    // Whether this must be done before another word is read.
    [[nodiscard]] constexpr bool full() const noexcept { return spills_ + longest_weighed_word / 2 >= sums_type::most_spills; }

private:
    static constexpr const language_model& model = Models::of[static_cast<std::size_t>(Group)];
    using sums_type = row_sums<model.row_bytes, Constant>;

    constexpr void add_rows(const char* row, const letter_sequences::hashes& h) noexcept {
        sums_.add(row, model.short_row(h.two), model.long_row(h.four));
        if (--room_ == 0) {
            sums_.spill();
            room_ = sums_type::room;
            ++spills_;
        }
    }

    sums_type sums_;
    letter_sequences sequences_;
    unsigned length_ = 0, room_ = sums_type::room, spills_ = 0;
};

constexpr bool is_of_word(letter_group g, letter_group group) noexcept {
    return g == group || (g == letter_group::apostrophe && group != letter_group::arabic);
}

// Reads on in the word that begins at word.at.begin with `first`; gives where reading stopped.
template <class Models, letter_group Group, bool Constant>
constexpr offset read_word(std::string_view text, placed_letter first, weighed_word& word) noexcept {
    word_reader<Models, Group, Constant> reader;
    offset pos = word.at.end = first.end;
    bool full = reader.add(first.value.code);
    while (pos < text.size() && !full) {
        const placed_letter next = letter_at(text, pos);
        if (is_of_word(next.value.group, Group)) {
            full = reader.add(next.value.code);
            word.at.end = next.end;
        } else if (next.value.group != letter_group::skip) {
            break;
        }
        pos = next.end;
    }
    word.length = static_cast<std::uint8_t>(reader.end());
    reader.take(word.sums);
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

// What words of one group say together.
struct group_sums {
    std::int64_t of[most_classes] = {};
    std::uint64_t features = 0;
    std::uint64_t letters = 0;

    constexpr void add(const weighed_word& w) noexcept {
        for (std::size_t i = 0; i < most_classes; ++i) of[i] += w.sums[i];
        features += letter_sequences::count * (w.length + 1u);
        letters += w.length;
    }
};

// Adds the words from `pos` on, as far as they are of this group; gives where a letter of another one stands, or the end.
template <class Models, letter_group Group, bool Constant>
constexpr offset read_words(std::string_view text, offset pos, group_sums& sums) noexcept {
    word_reader<Models, Group, Constant> reader;
    while (pos < text.size()) {
        const placed_letter next = letter_at(text, pos);
        if (next.value.group == Group || (reader.length() > 0 && is_of_word(next.value.group, Group))) {
            if (reader.add(next.value.code)) sums.letters += reader.end();
        } else if (next.value.group != letter_group::skip) {
            if (reader.length() > 0) sums.letters += reader.end();
            if (next.value.group <= letter_group::other) break;
            if (reader.full()) sums.features += reader.take(sums.of);
        }
        pos = next.end;
    }
    if (reader.length() > 0) sums.letters += reader.end();
    sums.features += reader.take(sums.of);
    return pos;
}

// What a text says about its language.
struct language_sums {
    group_sums groups[modelled_groups];
    std::uint64_t others = 0; // of which the array says in which script, once there are any
    std::uint64_t other_letters[script_count];

    template <class Models, bool Constant>
    constexpr void read(std::string_view text) noexcept {
        for (offset pos = 0; pos < text.size();) {
            const placed_letter first = letter_at(text, pos);
            switch (first.value.group) {
            case letter_group::arabic: pos = read_words<Models, letter_group::arabic, Constant>(text, pos, groups[0]); break;
            case letter_group::latin: pos = read_words<Models, letter_group::latin, Constant>(text, pos, groups[1]); break;
            case letter_group::cyrillic: pos = read_words<Models, letter_group::cyrillic, Constant>(text, pos, groups[2]); break;
            case letter_group::other:
                if (others++ == 0)
                    for (auto& letters : other_letters) letters = 0;
                ++other_letters[first.value.code];
                [[fallthrough]];
            default: pos = first.end; break;
            }
        }
    }
};

// Calls `use(const weighed_word&)` for each word of a text, in order.
template <class Models, bool Constant, class Use>
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
        case letter_group::arabic: pos = read_word<Models, letter_group::arabic, Constant>(text, first, word); break;
        case letter_group::latin: pos = read_word<Models, letter_group::latin, Constant>(text, first, word); break;
        case letter_group::cyrillic: pos = read_word<Models, letter_group::cyrillic, Constant>(text, first, word); break;
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
inline constexpr double price_of_none = 5;
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
            sharpness * (static_cast<double>(sums.of[i]) * each + static_cast<double>(model.bias[i])) + (i == hinted ? 3 : 0);
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
