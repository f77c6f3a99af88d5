// SPDX-License-Identifier: MIT
// Reads the words of a text for the sums of all of them, many letters at a time: of Latin and Cyrillic letters.
#ifndef MATN_DETAIL_LANGUAGE_BLOCKS_HPP
#define MATN_DETAIL_LANGUAGE_BLOCKS_HPP

#include <matn/detail/language_arabic.hpp>

namespace matn { inline namespace v0 { namespace detail {

// What a block needs of a character, by its first two bytes: its code, 0 between words, or `slow` for what is better looked at alone.
template <letter_group Group>
struct block_letters {
    static constexpr std::uint16_t slow = 0xFFFF;
    static constexpr unsigned bytes = quick_letters<Group>::bytes;

    // Rows of 256 for the second byte: one for first bytes that stand between words by themselves, one for `slow`, four for letters.
    std::uint16_t codes[bytes == 1 ? 0x100 : 6 * 0x100] = {};
    std::uint32_t row[bytes == 1 ? 1 : 0x100] = {}; // where in `codes`

    constexpr block_letters() noexcept {
        const auto code_of = [](unsigned c) {
            const letter l = unpacked(language_letters[c]);
            return l.group == Group ? l.code : l.group == letter_group::boundary ? std::uint16_t{0} : slow;
        };
        if constexpr (bytes == 1) {
            for (unsigned c = 0; c < 0x100; ++c) codes[c] = c < 0x80 ? code_of(c) : slow;
        } else {
            constexpr unsigned block = quick_letters<Group>::block;
            for (unsigned i = 0x100; i < 0x600; ++i) codes[i] = slow;
            for (unsigned c = 0; c < 0x100; ++c) {
                codes[0x200 + (c & 0xC0) * 4 + 0x80 + (c & 0x3F)] = code_of(block + c);
                row[c] = c < 0x80 && code_of(c) == 0 ? 0 : 0x100;
            }
            for (unsigned i = 0; i < 4; ++i) row[(0xC0 | block >> 6) + i] = 0x200 + 0x100 * i;
        }
    }
    [[nodiscard]] constexpr std::uint32_t at(const char* at) const noexcept {
        const auto first = static_cast<unsigned char>(at[0]);
        if constexpr (bytes == 1) return codes[first];
        else return codes[row[first] + static_cast<unsigned char>(at[1])];
    }
};
template <letter_group Group>
inline constexpr block_letters<Group> block_letters_of{};

// Where characters of one byte and of two begin in the next bytes of a text, `count` of them and at most 64; what is longer, or broken,
// seems to begin once more.
struct character_starts {
    static constexpr std::size_t most = 64;
    std::uint64_t starts = 0;
    std::size_t count = 0, end = 0; // the end is that of the last one, if it is right

    character_starts(std::string_view text, std::size_t pos) noexcept {
        count = text.size() - pos < most ? text.size() - pos : most;
        std::uint64_t leads = 0, others = 0; // first bytes of characters of several bytes; later bytes
        std::size_t i = 0;
#if defined(__SSE2__) && defined(__GNUC__)
        if (text.size() >= 16) {
            const auto look = [&](std::size_t at, unsigned less) {
                typedef char sixteen __attribute__((vector_size(16)));
                sixteen c;
                __builtin_memcpy(&c, text.data() + at, 16);
                const auto mask = [](sixteen bytes) { return static_cast<std::uint64_t>(__builtin_ia32_pmovmskb128(bytes)); };
                const std::uint64_t several = mask(c), other = mask(reinterpret_cast<sixteen>(c < static_cast<char>(0xC0)));
                others |= (several & other) >> less << i;
                leads |= (several & ~other) >> less << i;
            };
            for (; i + 16 <= count; i += 16) look(pos + i, 0);
            if (i < count) look(pos + count - 16, static_cast<unsigned>(i + 16 - count));
            i = count;
        }
#endif
        for (; i < count; ++i) {
            const auto c = static_cast<unsigned char>(text[pos + i]);
            leads |= std::uint64_t{c >= 0xC0} << i;
            others |= std::uint64_t{c >= 0x80 && c < 0xC0} << i;
        }
        starts = (~std::uint64_t{0} >> (most - count)) & ~(others & leads << 1);
        end = pos + count + (count == most ? leads >> (most - 1) : 0);
    }
};

// Letters of one group, with the ends of their words, on their way to the sums.
template <class Models, letter_group Group>
class letter_block {
public:
    static constexpr const auto& model = model_of<Models, Group>;
    static constexpr const auto& letters = block_letters_of<Group>;
    using sums_type = row_sums<model_of<Models, Group>.row_bytes, false>;

    explicit letter_block(std::size_t from) noexcept : pos_(from) { slots_[0] = 0; }
    [[nodiscard]] std::size_t pos() const noexcept { return pos_; }
    // The next letter is of another group, or there is none.
    [[nodiscard]] bool last() const noexcept { return last_; }

    // Takes letters until the block is full.
    void fill(std::string_view text) noexcept {
        count_ = words_ = 0;
        while (count_ <= block_capacity - character_starts::most && !last_) {
            if constexpr (letters.bytes == 1) take_bytes(text);
            else if (pos_ + 1 == text.size()) pos_ = take_slowly(text, pos_); // a letter is of two bytes
            else take_characters(text);
            if (pos_ >= text.size()) last_ = true;
        }
        if (last_) end_word();
    }
    // Adds the rows of all.
    void add_to(sums_type& all) noexcept {
        sums_type sums = all; // a copy stays in registers
        std::uint64_t running = slots_[0];
        for (std::size_t i = 1; i <= count_;) {
            const std::size_t stop = count_ - i < sums_type::room ? count_ + 1 : i + sums_type::room;
            for (; i < stop; ++i) {
                const std::uint64_t product = slots_[i] * letter_sequences::factor;
                slots_[i] = running += product;
                const auto h = letter_sequences::hashes_of(product);
                add_rows<Models, Group>(sums, model.short_row(h.one), h); // the end of a word has no letter: row 0
            }
            sums.spill();
        }
        // The first word may have begun before: then it is longer than it seems.
        std::uint32_t previous = began_before_ ? ~std::uint32_t{0} : 0;
        std::size_t real = 0;
        std::uint64_t before = before_word_;
        for (std::size_t w = 0; w < words_;) {
            const std::size_t stop = words_ - w < sums_type::room / 2 ? words_ : w + sums_type::room / 2;
            for (; w < stop; ++w) {
                const std::uint32_t end = ends_[w];
                const std::uint64_t hash = letter_sequences::word_hash(slots_[end - 1] - before);
                before = slots_[end];
                sums.exchange(model.rows, model.long_row(hash));
                real += end - previous > 1;
                previous = end;
            }
            sums.spill();
        }
        before_word_ = before;
        all = sums;
        began_before_ = key_ != 0;
        slots_[0] = running;
        added_ += static_cast<std::uint32_t>(count_);
        added_words_ += static_cast<std::uint32_t>(words_);
        added_empty_ += static_cast<std::uint32_t>(words_ - real);
    }
    // Gives the sums to a sink when nothing more may be added, or nothing more comes.
    template <class Sink>
    void give(sums_type& sums, Sink& sink) {
        if (!last_ && added_ + block_capacity <= sums_type::most_added * 3 / 4) return;
        if (added_empty_ > 0) {
            sums_type empty;
            add_rows<Models, Group>(empty, model.long_row(0), letter_sequences::hashes_of(0));
            empty.spill();
            sums.take_away(empty, added_empty_);
        }
        sink.take(Group, sums, added_ - added_words_, model.sequences * (added_ - added_empty_));
        added_ = added_words_ = added_empty_ = 0;
    }

private:
    // What most letters need, in registers.
    struct state {
        std::uint64_t key;
        std::size_t count, words;
    };
    void append(state& s, std::uint32_t code) noexcept {
        const std::uint64_t next = s.key << 16 | code;
        slots_[++s.count] = next;
        ends_[s.words] = static_cast<std::uint32_t>(s.count);
        s.words += code == 0;
        s.key = code != 0 ? next : 0;
    }
    std::size_t append_slowly(state& s, std::string_view text, std::size_t at) noexcept {
        key_ = s.key, count_ = s.count, words_ = s.words;
        const std::size_t end = take_slowly(text, at);
        s = {key_, count_, words_};
        return end;
    }
    void take_bytes(std::string_view text) noexcept {
        state s = {key_, count_, words_};
        std::size_t at = pos_;
        const std::size_t limit = text.size() - at < character_starts::most ? text.size() : at + character_starts::most;
        while (at < limit) {
            const std::uint32_t code = letters.at(text.data() + at);
            if (code == letters.slow) {
                at = append_slowly(s, text, at);
                break;
            }
            append(s, code);
            ++at;
        }
        key_ = s.key, count_ = s.count, words_ = s.words, pos_ = at;
    }
    void take_characters(std::string_view text) noexcept {
        state s = {key_, count_, words_};
        const character_starts next(text, pos_);
        const std::size_t base = pos_;
        std::uint64_t starts = next.starts;
        std::size_t end = next.end;
        if (base + next.count == text.size() && (starts >> (next.count - 1) & 1) != 0) { // a byte alone, at the end
            starts ^= std::uint64_t{1} << (next.count - 1);
            --end;
        }
        while (starts != 0) {
            const std::size_t at = base + static_cast<std::size_t>(std::countr_zero(starts));
            starts &= starts - 1;
            const std::uint32_t code = letters.at(text.data() + at);
            if (code == letters.slow) {
                const std::size_t after = append_slowly(s, text, at);
                if (last_ || after > end || after - base >= character_starts::most) end = after;
                if (end == after) break;
                starts &= ~std::uint64_t{0} << (after - base);
            } else {
                append(s, code);
            }
        }
        key_ = s.key, count_ = s.count, words_ = s.words, pos_ = end;
    }
    // Gives the end of the character, or where it stands if it is a letter of another group.
#if defined(__GNUC__)
    __attribute__((noinline))
#endif
    std::size_t
    take_slowly(std::string_view text, std::size_t at) noexcept {
        pos_ = at;
        const placed_letter next = letter_at(text, static_cast<offset>(at));
        const letter_group g = next.value.group;
        const bool apostrophe = g == letter_group::apostrophe && key_ != 0;
        if (g == Group || apostrophe || g == letter_group::skip) {
            if (g != letter_group::skip) slots_[++count_] = key_ = key_ << 16 | next.value.code;
        } else if (g <= letter_group::other) {
            last_ = true;
            return at;
        } else {
            end_word();
        }
        return next.end;
    }
    void end_word() noexcept {
        slots_[++count_] = key_ << 16;
        ends_[words_] = static_cast<std::uint32_t>(count_);
        ++words_;
        key_ = 0;
    }

    std::size_t pos_, count_ = 0, words_ = 0;
    std::uint64_t key_ = 0;                                       // of the last four letters
    std::uint64_t before_word_ = 0;                               // what the products had come to when the word began
    std::uint32_t added_ = 0, added_words_ = 0, added_empty_ = 0; // the last of words without letters, as between two spaces
    bool last_ = false, began_before_ = false;
    // The keys of letters and of ends of words; later, what their products have come to. The first is that of the block before.
    std::uint64_t slots_[block_capacity + 2];
    std::uint32_t ends_[block_capacity + 2]; // of the words: which slots
};

// Reads words of one group from `from` on; gives where a letter of another one stands, or the end.
//
// Where a word ends cannot be predicted, and one wrong guess costs as much as three letters. So letters are taken in blocks: first
// their keys are written one behind the other, with no branch at the ends of words, then the rows of all keys are added, then those
// of the words.
template <class Models, letter_group Group, class Sink>
offset read_blocks(std::string_view text, offset from, Sink& sink) {
    letter_block<Models, Group> block(from);
    typename letter_block<Models, Group>::sums_type sums;
    do {
        block.fill(text);
        block.add_to(sums);
        block.give(sums, sink);
    } while (!block.last());
    return static_cast<offset>(block.pos());
}

// Reads the words of one group from `pos` on, and more; gives where it stopped.
template <class Models, letter_group Group, bool Constant, class Sink>
constexpr offset read_group(std::string_view text, offset pos, Sink& sink) {
    if constexpr (Constant || Sink::takes_words) {
        return read_words<Models, Group, Constant>(text, pos, sink);
    } else if constexpr (Group == letter_group::arabic) {
        return read_arabic<Models>(text, pos, sink, [&](offset at) {
            const placed_letter first = letter_at(text, at);
            if (first.value.group == letter_group::latin) return read_group<Models, letter_group::latin, false>(text, at, sink);
            if (first.value.group == letter_group::cyrillic)
                return read_group<Models, letter_group::cyrillic, false>(text, at, sink);
            return read_other(text, first, at, sink);
        });
    } else {
        // A block takes a while to start; letters of one byte make up for that sooner.
        constexpr std::size_t least = quick_letters<Group>::bytes == 1 ? 48 : 256;
        return text.size() - pos < least ? read_words<Models, Group, Constant>(text, pos, sink)
                                         : read_blocks<Models, Group>(text, pos, sink);
    }
}

// Reads all words of a text.
template <class Models, bool Constant, class Sink>
constexpr void read_words_of(std::string_view text, Sink& sink) {
    for (offset pos = 0; pos < text.size();) {
        if (text[pos] == ' ') {
            ++pos;
            continue;
        }
        const placed_letter first = letter_at(text, pos);
        switch (first.value.group) {
        case letter_group::arabic: pos = read_group<Models, letter_group::arabic, Constant>(text, pos, sink); break;
        case letter_group::latin: pos = read_group<Models, letter_group::latin, Constant>(text, pos, sink); break;
        case letter_group::cyrillic: pos = read_group<Models, letter_group::cyrillic, Constant>(text, pos, sink); break;
        case letter_group::other: pos = read_other(text, first, pos, sink); break;
        default:
            sink.between_words(first.value);
            pos = first.end;
            break;
        }
    }
}

// Calls `use(const weighed_word<lanes_of<Models>>&)` for each word of a text, in order.
template <std::size_t Lanes, class Use>
struct weighed_words {
    static constexpr bool takes_words = true;

    const Use& use;
    std::string_view text;
    weighed_word<Lanes> word = {};
    bool pause = true;

    constexpr void between_words(letter l) noexcept { pause = pause || (l.group == letter_group::boundary && l.code != 0); }
    constexpr void begin_word(letter_group group, offset pos) noexcept {
        if (word.group != group) word = {};
        word.at.begin = pos;
        word.group = group;
        word.after_pause = pause;
        word.capital = group != letter_group::arabic && begins_with_capital(text, pos);
        pause = false;
    }
    constexpr void letter_to(offset end) noexcept { word.at.end = end; }
    template <class Sums>
    constexpr void take_word(Sums& sums, unsigned length, unsigned rows) {
        word.length = static_cast<std::uint8_t>(length);
        word.features = static_cast<std::uint16_t>(rows);
        sums.move_to(word.sums, rows);
        use(word);
    }
    constexpr void other_word(slice at, std::uint16_t script, unsigned length) {
        begin_word(letter_group::other, at.begin);
        word.at.end = at.end;
        word.length = static_cast<std::uint8_t>(length);
        word.code = static_cast<std::uint8_t>(script);
        use(word);
        word.code = 0;
    }
};
template <class Models, bool Constant, class Use>
constexpr void each_weighed_word(std::string_view text, const Use& use) {
    weighed_words<lanes_of<Models>, Use> sink{use, text};
    read_words_of<Models, Constant>(text, sink);
}

// What a text says about its language: what read_words_of fills.
template <std::size_t Lanes>
struct language_sums {
    static constexpr bool takes_words = false;

    group_sums<Lanes> groups[modelled_groups]; // of a group without features, there are no sums
    std::uint64_t others = 0;                  // of which the array says in which script, once there are any
    std::uint64_t other_letters[script_count];

    constexpr language_sums() noexcept {
        for (group_sums<Lanes>& sums : groups) sums.features = sums.letters = 0;
    }
    constexpr void between_words(letter) noexcept {}
    template <class Sums>
    constexpr void take(letter_group group, Sums& sums, unsigned letters, unsigned rows) noexcept {
        group_sums<Lanes>& all = groups[static_cast<std::size_t>(group)];
        sums.add_to(all.of, rows, all.features == 0);
        all.letters += letters;
        all.features += rows;
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
