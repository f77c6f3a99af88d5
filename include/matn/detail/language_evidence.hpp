// SPDX-License-Identifier: MIT
// Reads the words of a text and weighs each by the model: how much it speaks for each language of its script.
#ifndef MATN_DETAIL_LANGUAGE_EVIDENCE_HPP
#define MATN_DETAIL_LANGUAGE_EVIDENCE_HPP

#include <matn/detail/language_decision.hpp>
#include <matn/detail/language_features.hpp>
#include <matn/detail/language_model.hpp>

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
    std::uint16_t features = 0;
    std::int16_t sums[most_classes] = {};
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
    // The code of the letter at `pos`, or 0.
    [[nodiscard]] constexpr std::uint16_t at(std::string_view text, std::size_t pos) const noexcept {
        if constexpr (bytes == 1) {
            return codes[static_cast<unsigned char>(text[pos])];
        } else {
            if (pos + 1 >= text.size()) return 0;
            const unsigned both =
                unsigned{static_cast<unsigned char>(text[pos])} << 8 | static_cast<unsigned char>(text[pos + 1]);
            const unsigned place = both - first;
            return (place & ~0x33Fu) == 0 ? codes[place] : std::uint16_t{0};
        }
    }
};
template <letter_group Group>
inline constexpr quick_letters<Group> quick_letters_of{};

// Reads the letters of one group, word by word, and adds the rows of their sequences.
template <class Models, letter_group Group, bool Constant>
class word_reader {
    static constexpr const language_model& model = Models::of[static_cast<std::size_t>(Group)];
    using sums_type = row_sums<model.row_bytes, Constant>;

public:
    [[nodiscard]] constexpr bool open() const noexcept { return sequences_.any(); }
    // Takes a letter to the open word, or begins one. True if the word is as long as words may be.
    constexpr bool add(std::uint16_t code) noexcept {
        const auto h = sequences_.add(code);
        add_rows(model.short_row(h.one), h);
        return --left_ == 0 && spill_within_word();
    }
    // Ends the open word; gives its length.
    constexpr unsigned end() noexcept {
        const auto h = sequences_.end();
        add_rows(model.long_row(h.word), h);
        sums_.spill();
        sequences_ = {};
        const unsigned length = spilled_ + most_between_spills - left_;
        spilled_ = 0;
        left_ = most_between_spills;
        added_ += length + 1;
        return length;
    }

    // Adds the sums of all ended words to `to`, and begins anew; gives the number of rows that they are of.
    constexpr unsigned take(std::int64_t* to) noexcept {
        const unsigned rows = model.sequences * added_;
        sums_.add_to(to, rows);
        added_ = 0;
        return rows;
    }
    // The same for the one word that ended; what was at `to` is gone.
    constexpr unsigned take_word(std::int16_t* to) noexcept {
        const unsigned rows = model.sequences * added_;
        sums_.move_to(to, rows);
        added_ = 0;
        return rows;
    }
    // Whether the sums must be taken before another word is read.
    [[nodiscard]] constexpr bool full() const noexcept { return added_ + longest_weighed_word + 1 > sums_type::most_added; }

private:
    static constexpr unsigned most_between_spills = sums_type::room;
    static_assert(longest_weighed_word % most_between_spills == 0);

    template <class Hashes>
    constexpr void add_rows(const char* first, const Hashes& h) noexcept {
        if constexpr (model.sequences == 4)
            sums_.add(first, model.short_row(h.two), model.long_row(h.three), model.long_row(h.four));
        else sums_.add(first, model.short_row(h.two), model.long_row(h.four));
    }
    constexpr bool spill_within_word() noexcept {
        sums_.spill();
        spilled_ += most_between_spills;
        left_ = most_between_spills;
        return spilled_ == longest_weighed_word;
    }

    sums_type sums_;
    letter_sequences sequences_;
    unsigned left_ = most_between_spills; // letters, until there is more to do than to add
    unsigned spilled_ = 0;                // letters of the open word
    unsigned added_ = 0;                  // letters and ends of words
};

// Reads words of one group from `pos` on; gives where a letter of another one stands, or the end.
template <class Models, letter_group Group, bool Constant, class Sink>
constexpr offset read_words(std::string_view text, offset from, Sink& sink) noexcept {
    word_reader<Models, Group, Constant> reader;
    const auto end = [&] { sink.end_word(Group, reader, reader.end()); };
    const auto add = [&](std::size_t pos, std::uint16_t code, std::size_t next) {
        if (!reader.open()) sink.begin_word(Group, static_cast<offset>(pos));
        sink.letter_to(static_cast<offset>(next));
        if (reader.add(code)) end();
    };
    std::size_t pos = from;
    while (pos < text.size()) {
        if (const std::uint16_t code = quick_letters_of<Group>.at(text, pos); code != 0) {
            const std::size_t next = pos + quick_letters_of<Group>.bytes;
            add(pos, code, next);
            pos = next;
            continue;
        }
        if (text[pos] == ' ') { // by far the most of what stands between words
            if (reader.open()) end();
            ++pos;
            continue;
        }
        const placed_letter next = letter_at(text, static_cast<offset>(pos));
        const letter_group g = next.value.group;
        if (g == Group || (Group != letter_group::arabic && g == letter_group::apostrophe && reader.open())) {
            add(pos, next.value.code, next.end);
        } else if (g != letter_group::skip) {
            if (reader.open()) end();
            if (g <= letter_group::other) break;
            sink.between_words(next.value);
        }
        pos = next.end;
    }
    if (reader.open()) end();
    sink.leave(Group, reader);
    return static_cast<offset>(pos);
}

// Letters of scripts that need no model: a word is a run of letters of one script, cut like the others.
template <class Sink>
constexpr offset read_other(std::string_view text, placed_letter first, offset pos, Sink& sink) noexcept {
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

// Reads all words of a text.
template <class Models, bool Constant, class Sink>
constexpr void read_words_of(std::string_view text, Sink& sink) noexcept {
    for (offset pos = 0; pos < text.size();) {
        const placed_letter first = letter_at(text, pos);
        switch (first.value.group) {
        case letter_group::arabic: pos = read_words<Models, letter_group::arabic, Constant>(text, pos, sink); break;
        case letter_group::latin: pos = read_words<Models, letter_group::latin, Constant>(text, pos, sink); break;
        case letter_group::cyrillic: pos = read_words<Models, letter_group::cyrillic, Constant>(text, pos, sink); break;
        case letter_group::other: pos = read_other(text, first, pos, sink); break;
        default:
            sink.between_words(first.value);
            pos = first.end;
            break;
        }
    }
}

// Calls `use(const weighed_word&)` for each word of a text, in order.
template <class Use>
struct weighed_words {
    const Use& use;
    std::string_view text;
    weighed_word word = {};
    bool pause = true;

    constexpr void between_words(letter l) noexcept { pause = pause || (l.group == letter_group::boundary && l.code != 0); }
    constexpr void begin_word(letter_group group, offset pos) noexcept {
        word.at.begin = pos;
        word.group = group;
        word.after_pause = pause;
        word.capital = group != letter_group::arabic && begins_with_capital(text, pos);
        pause = false;
    }
    constexpr void letter_to(offset end) noexcept { word.at.end = end; }
    template <class Reader>
    constexpr void end_word(letter_group, Reader& reader, unsigned length) {
        word.length = static_cast<std::uint8_t>(length);
        word.features = static_cast<std::uint16_t>(reader.take_word(word.sums));
        use(word);
    }
    template <class Reader>
    constexpr void leave(letter_group, Reader&) noexcept {
        word = {};
    }
    constexpr void other_word(slice at, std::uint16_t script, unsigned length) {
        begin_word(letter_group::other, at.begin);
        word.at.end = at.end;
        word.length = static_cast<std::uint8_t>(length);
        word.code = static_cast<std::uint8_t>(script);
        use(word);
        word = {};
    }
};
template <class Models, bool Constant, class Use>
constexpr void each_weighed_word(std::string_view text, const Use& use) {
    weighed_words<Use> sink{use, text};
    read_words_of<Models, Constant>(text, sink);
}

// What a text says about its language: what read_words_of fills.
struct language_sums {
    group_sums groups[modelled_groups];
    std::uint64_t others = 0; // of which the array says in which script, once there are any
    std::uint64_t other_letters[script_count];

    constexpr void between_words(letter) noexcept {}
    constexpr void begin_word(letter_group, offset) noexcept {}
    constexpr void letter_to(offset) noexcept {}
    template <class Reader>
    constexpr void end_word(letter_group group, Reader& reader, unsigned length) noexcept {
        groups[static_cast<std::size_t>(group)].letters += length;
        if (reader.full()) leave(group, reader);
    }
    template <class Reader>
    constexpr void leave(letter_group group, Reader& reader) noexcept {
        group_sums& sums = groups[static_cast<std::size_t>(group)];
        sums.features += reader.take(sums.of);
    }
    constexpr void other_word(slice, std::uint16_t code, unsigned length) noexcept {
        if (others == 0)
            for (auto& letters : other_letters) letters = 0;
        others += length;
        other_letters[code] += length;
    }
};

}}} // namespace matn::v0::detail

#endif
