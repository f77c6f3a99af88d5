// SPDX-License-Identifier: MIT
// Reads the words of a text and weighs each by the model: how much it speaks for each language of its script.
#ifndef MATN_DETAIL_LANGUAGE_EVIDENCE_HPP
#define MATN_DETAIL_LANGUAGE_EVIDENCE_HPP

#include <matn/detail/language_decision.hpp>
#include <matn/detail/language_features.hpp>
#include <matn/detail/language_model.hpp>

namespace matn { inline namespace v0 { namespace detail {

// The models that are used where no others are named.
struct core_models {
    static constexpr const auto& of = language_models;
};

// A word of one group of letters, and the sums of its rows in the units of the model.
template <std::size_t Lanes>
struct weighed_word {
    slice at;
    letter_group group = letter_group::other;
    std::uint8_t length = 0; // in letters
    std::uint8_t code =
        0; // of a word of `other` letters, its script; else, once it has a label, the place of its language in the model
    bool after_pause = false; // a sentence, a quotation or a bracket began or ended before it
    bool capital = false;     // begins with a capital letter: mostly a name, and names wander between languages
    std::uint16_t features = 0;
    std::int16_t sums[Lanes] = {};
};

struct placed_letter {
    letter value;
    offset end;
};
// Apart from what follows, so that the registers there are kept for the sums.
#if defined(__GNUC__)
__attribute__((noinline))
#endif
inline constexpr placed_letter
decoded_letter_at(std::string_view text, offset pos) noexcept {
    const code_point c = decode(text, pos);
    return {letter_of(c.value), c.at.end};
}
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
    return decoded_letter_at(text, pos);
}

// Of the letters that news has; the others count as small.
constexpr bool begins_with_capital(std::string_view text, offset pos) noexcept {
    const auto lead = static_cast<unsigned char>(text[pos]);
    if (lead < 0x80) return lead >= 'A' && lead <= 'Z';
    const auto next = pos + 1 < text.size() ? static_cast<unsigned char>(text[pos + 1]) : 0u;
    return (lead == 0xC3 && next < 0x9F) || ((lead == 0xC4 || lead == 0xC5) && next % 2 == 0) || (lead == 0xD0 && next < 0xB0);
}

// The letters that make up most of a word of a group, by their bytes: ASCII, or one block of 256 code points in UTF-8. A table
// holds 0 for what is none.
template <letter_group Group>
struct quick_letters {
    static constexpr std::size_t bytes = Group == letter_group::latin ? 1 : 2;
    static constexpr unsigned block = Group == letter_group::arabic ? 0x600 : Group == letter_group::cyrillic ? 0x400 : 0;
    static constexpr unsigned first = (0xC0 | block >> 6) << 8 | 0x80; // the bytes of `block` as one number

    char16_t codes[bytes == 1 ? 0x100 : 0x340] = {};

    constexpr quick_letters() noexcept {
        for (unsigned c = 0; c < (bytes == 1 ? 0x80u : 0x100u); ++c) {
            const letter l = unpacked(language_letters[block + c]);
            if (l.group == Group) codes[bytes == 1 ? c : (c & 0xC0) << 2 | (c & 0x3F)] = static_cast<char16_t>(l.code);
        }
    }
    // The code of the letter of so many bytes at `at`, or 0.
    [[nodiscard]] constexpr std::uint32_t at(const char* at) const noexcept {
        if constexpr (bytes == 1) {
            return codes[static_cast<unsigned char>(*at)];
        } else {
            unsigned both = unsigned{static_cast<unsigned char>(at[0])} << 8 | static_cast<unsigned char>(at[1]);
            both -= first;
            return (both & ~0x33Fu) == 0 ? codes[both] : 0;
        }
    }
};
template <letter_group Group>
inline constexpr quick_letters<Group> quick_letters_of{};

template <class Models, letter_group Group>
inline constexpr const language_model& model_of = Models::of[static_cast<std::size_t>(Group)];

// Adds the rows of what ends with one letter, or with a word.
template <class Models, letter_group Group, class Sums, class Hashes>
constexpr void add_rows(Sums& sums, const char* first, const Hashes& h) noexcept {
    constexpr const language_model& model = model_of<Models, Group>;
    if constexpr (model.sequences == 4) sums.add(first, model.short_row(h.two), model.long_row(h.three), model.long_row(h.four));
    else sums.add(first, model.short_row(h.two), model.long_row(h.four));
}

// Reads words of one group from `from` on; gives where a letter of another one stands, or the end. All of its state is local, and
// the end of a word is in one place: so it stays in registers.
//
// A sink that is told of each word gets its sums then, and words are cut at longest_weighed_word; another gets them in the end.
template <class Models, letter_group Group, bool Constant, class Sink>
constexpr offset read_words(std::string_view text, offset from, Sink& sink) {
    constexpr const auto& model = model_of<Models, Group>;
    constexpr const auto& quick = quick_letters_of<Group>;
    using sums_type = row_sums<model_of<Models, Group>.row_bytes, Constant>;
    constexpr std::uint32_t room = Sink::takes_words ? sums_type::room_in_word : sums_type::room;
    static_assert(longest_weighed_word % sums_type::room_in_word == 0);
    sums_type sums;
    std::size_t pos = from, end = from;
    std::uint32_t left = room, spilled = 0, words = 0; // letters and ends of words until the sums must be spilled; those before
    for (bool last = false; !last; pos = end) {
        letter_sequences sequences;
        for (;;) {
            std::uint32_t code = 0;
            end = pos + quick.bytes;
            if (end > text.size() || (code = quick.at(text.data() + pos)) == 0) {
                if (pos >= text.size()) {
                    last = true;
                    end = pos;
                    break;
                }
                end = pos + 1;
                if (text[pos] == ' ') break; // most of what stands between words
                const placed_letter next = letter_at(text, static_cast<offset>(pos));
                const letter_group g = next.value.group;
                end = next.end;
                if (g == letter_group::skip) {
                    pos = end;
                    continue;
                }
                if (g != Group && (Group == letter_group::arabic || g != letter_group::apostrophe || !sequences.any())) {
                    last = g <= letter_group::other;
                    if (last) end = pos;
                    else sink.between_words(next.value);
                    break;
                }
                code = next.value.code;
            }
            if constexpr (Sink::takes_words) {
                if (!sequences.any()) sink.begin_word(Group, static_cast<offset>(pos));
                sink.letter_to(static_cast<offset>(end));
            }
            pos = end;
            const auto h = sequences.add(code);
            add_rows<Models, Group>(sums, model.short_row(h.one), h);
            if (--left == 0) {
                sums.spill();
                left = room;
                spilled += room;
                if constexpr (Sink::takes_words) {
                    if (spilled == longest_weighed_word) break;
                } else if (spilled + room > sums_type::most_added) {
                    sink.take(Group, sums, spilled - words, model.sequences * spilled);
                    spilled = words = 0;
                }
            }
        }
        if (!sequences.any()) continue;
        const auto h = sequences.end();
        add_rows<Models, Group>(sums, model.long_row(h.word), h);
        if constexpr (Sink::takes_words) {
            sums.spill();
            const std::uint32_t length = spilled + room - left;
            sink.take_word(sums, length, model.sequences * (length + 1));
            left = room;
            spilled = 0;
        } else {
            ++words;
            if (--left == 0) {
                sums.spill();
                spilled += room;
                left = room;
            }
        }
    }
    if constexpr (!Sink::takes_words) {
        sums.spill();
        spilled += room - left;
        sink.take(Group, sums, spilled - words, model.sequences * spilled);
    }
    return static_cast<offset>(pos);
}

// Letters of scripts that need no model: a word is a run of letters of one script, cut like the others.
template <class Sink>
constexpr offset read_other(std::string_view text, placed_letter first, offset pos, Sink& sink) {
    offset end = first.end;
    unsigned length = 1;
    slice at = {pos, end};
    while (end < text.size() && length < longest_weighed_word) {
        const placed_letter next = letter_at(text, end);
        if (next.value.group == letter_group::other && next.value.code == first.value.code) {
            ++length;
            at.end = next.end;
        } else if (next.value.group != letter_group::skip) {
            break;
        }
        end = next.end;
    }
    sink.other_word(at, first.value.code, length);
    return end;
}

}}} // namespace matn::v0::detail

#endif
