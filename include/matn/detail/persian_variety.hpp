// SPDX-License-Identifier: MIT
// Dari or Iranian Persian: what words and pairs of words say, from a table of those that one of the two writes more often.
//
// What only a keyboard does (half-space, space or nothing before an ending; the forms of ye and kaf) is folded away first: it tells
// the keyboard, not the country. Letter sequences inside words add nothing to whole words here.
#ifndef MATN_DETAIL_PERSIAN_VARIETY_HPP
#define MATN_DETAIL_PERSIAN_VARIETY_HPP

#include <matn/detail/language_blocks.hpp>
#include <matn/detail/persian_model.hpp>

#include <bit>

namespace matn { inline namespace v0 { namespace detail {

// Letters that the keyboards of the two countries, and old ones, write in several ways.
constexpr std::uint16_t persian_letter(std::uint16_t code) noexcept {
    switch (code) {
    case 0x643: return 0x6A9; // ك
    case 0x649:
    case 0x64A: return 0x6CC; // ى ي
    default: return code;
    }
}

// The first byte is the lowest.
constexpr std::uint64_t eight_bytes(const char* bytes) noexcept {
    std::uint64_t all = 0;
#if defined(__GNUC__) && defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (!std::is_constant_evaluated()) {
        __builtin_memcpy(&all, bytes, 8);
        return all;
    }
#endif
    for (unsigned i = 0; i < 8; ++i) all |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << 8 * i;
    return all;
}

// The hash of a word from that of its row in the models of languages, which hardly knows the order of letters before the last
// three, and its first four letters in UTF-8.
constexpr std::uint64_t persian_hash(std::uint64_t hash, std::uint64_t first_letters) noexcept {
    hash ^= first_letters * 0x9E3779B97F4A7C15u;
    return (hash ^ hash >> 32) * 0xD6E8FEB86659FD93u;
}

// A word as both countries could have typed it, letter by letter.
class persian_word {
public:
    constexpr void push(std::uint16_t code) noexcept {
        const unsigned c = persian_letter(code);
        letters_.add(c);
        if (size_ < 4) first_ |= std::uint64_t{(0xC0 | c >> 6) | (0x80 | (c & 0x3F)) << 8} << 16 * size_;
        ++size_;
    }
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] constexpr std::uint64_t hash() const noexcept { return persian_hash(letters_.end().word, first_); }

private:
    letter_sequences letters_;
    std::uint64_t first_ = 0;
    unsigned size_ = 0;
};
constexpr std::uint64_t hash_of_pair(std::uint64_t before, std::uint64_t word) noexcept {
    return (before * 3 ^ word) * 0xA0761D6478BD642Fu;
}
inline constexpr std::uint64_t hash_of_month = [] { // ماه
    persian_word w;
    for (const char16_t c : {u'\x645', u'\x627', u'\x647'}) w.push(c);
    return w.hash();
}();

// Calls `use(hash, slice)` for each word of Arabic letters. A joiner ends a word: one writes it where the other writes a space.
template <class Use>
constexpr void each_persian_word(std::string_view text, slice within, const Use& use) {
    persian_word word;
    slice at;
    const auto close = [&] {
        if (!word.empty()) use(word.hash(), at);
        word = {};
    };
    for (offset pos = within.begin; pos < within.end;) {
        if (pos + 2 <= within.end) {
            if (const std::uint32_t code = quick_letters_of<letter_group::arabic>.at(text.data() + pos); code != 0) {
                if (word.empty()) at.begin = pos;
                word.push(static_cast<std::uint16_t>(code));
                at.end = pos += 2;
                continue;
            }
        }
        const auto lead = static_cast<unsigned char>(text[pos]);
        const placed_letter next = letter_at(text, pos);
        if (next.value.group == letter_group::arabic) {
            if (word.empty()) at.begin = pos;
            word.push(next.value.code);
            at.end = next.end;
        } else if (next.value.group != letter_group::skip || lead == 0xE2) {
            close();
        }
        pos = next.end;
    }
    close();
}

// Whether a part surely has no ك, ى or ي, which are folded: these second bytes are theirs, and of few other letters.
constexpr bool has_no_other_keys(std::string_view text, slice part) noexcept {
    offset i = part.begin;
#if defined(__SSE2__) && defined(__GNUC__)
    if (!std::is_constant_evaluated()) {
        typedef char sixteen __attribute__((vector_size(16)));
        for (; i + std::size_t{16} <= text.size(); i += 16) {
            sixteen c;
            __builtin_memcpy(&c, text.data() + i, 16);
            const auto found = (c == static_cast<char>(0x83)) | (c == static_cast<char>(0x89)) | (c == static_cast<char>(0x8A));
            const auto bits = static_cast<unsigned>(__builtin_ia32_pmovmskb128(reinterpret_cast<sixteen>(found)));
            if (part.end - i <= 16) return bits << (16 - (part.end - i)) << 16 == 0;
            if (bits != 0) return false;
        }
    }
#endif
    for (; i < part.end; ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == 0x83 || c == 0x89 || c == 0x8A) return false;
    }
    return true;
}

// The table: buckets of four slots of 16 bits, of which the high 11 are bits of the hash and the low five the weight with its sign.
// Some of the 32 mean something else:
inline constexpr unsigned persian_bucket_bits = 11;
inline constexpr std::int32_t affix_weight = -16;                   // an ending or a prefix that one writes apart: no word
inline constexpr std::int32_t iranian_month = -15, dari_month = 15; // a month, if it stands after a number or ماه
inline constexpr std::int32_t month_weight = 14, largest_persian_weight = 14;

struct persian_weights_of {
    std::int32_t word, pair;
};
constexpr const char* persian_bucket(std::uint64_t hash) noexcept {
    return persian_slots + (hash >> (64 - persian_bucket_bits)) * 8;
}
// The bits of a hash that a slot holds, where it holds them.
constexpr std::uint64_t bits_in_slot(std::uint64_t hash) noexcept { return hash >> (64 - persian_bucket_bits - 16) & 0xFFE0; }

// The weights of a word and of the pair that it makes, together: at most one slot of a bucket is that of a hash, and nothing here
// is a branch, which nobody could predict.
constexpr persian_weights_of persian_weights_for(std::uint64_t word, std::uint64_t pair) noexcept {
#if defined(__GNUC__) && defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (!std::is_constant_evaluated()) {
        const auto slots =
            reinterpret_cast<eight_words>(two_numbers{eight_bytes(persian_bucket(word)), eight_bytes(persian_bucket(pair))});
        const auto bits = reinterpret_cast<eight_words>(two_numbers{bits_in_slot(word), bits_in_slot(pair)});
        const auto same = __builtin_shufflevector(bits, bits, 0, 0, 0, 0, 4, 4, 4, 4) == (slots & (eight_words{} + 0xFFE0));
        auto weights = reinterpret_cast<two_numbers>(slots & reinterpret_cast<eight_words>(same) & (eight_words{} + 31));
        weights |= weights >> 32;
        weights |= weights >> 16;
        return {static_cast<std::int32_t>((weights[0] & 31) ^ 16) - 16, static_cast<std::int32_t>((weights[1] & 31) ^ 16) - 16};
    }
#endif
    const auto weight = [](std::uint64_t hash) {
        const std::uint64_t slots = eight_bytes(persian_bucket(hash));
        std::uint64_t found = 0;
        for (unsigned i = 0; i < 64; i += 16)
            if ((slots >> i & 0xFFE0) == bits_in_slot(hash)) found |= slots >> i & 31;
        return static_cast<std::int32_t>(found ^ 16) - 16;
    };
    return {weight(word), weight(pair)};
}

// Above this probability Persian is called Dari; a text that does not say is plain Persian.
inline constexpr float surely_dari = 0.55F;

// How much a text speaks for Dari rather than Iranian Persian.
class persian_sums {
public:
    // Takes the next word as the models of languages have cut it. `folded`: has_no_other_keys of a part that it is in.
    constexpr void add(std::string_view text, noted_word word, bool folded) noexcept {
        const slice at = {word.end - word.size, word.end};
        if (word.hash != 0 && (folded || has_no_other_keys(text, at)))
            add_hash(text, persian_hash(word.hash, first_letters(text, at)), at);
        else each_persian_word(text, at, [&](std::uint64_t hash, slice part) { add_hash(text, hash, part); });
    }
    // That it is Dari against that it is Iranian Persian.
    [[nodiscard]] constexpr float log_odds() const noexcept {
        if (words_ == 0) return 0;
        return static_cast<float>(sum_) * persian_scale * inverse_root(static_cast<float>(words_)) + persian_bias;
    }

private:
    // Of a word of two-byte letters, its first eight bytes, the first the lowest.
    static constexpr std::uint64_t first_letters(std::string_view text, slice word) noexcept {
        const unsigned size = word.end - word.begin;
        const std::uint64_t wanted = size >= 8 ? ~std::uint64_t{0} : ~(~std::uint64_t{0} << 8 * size);
        if (word.begin + std::size_t{8} <= text.size()) return eight_bytes(text.data() + word.begin) & wanted;
        if (word.end >= 8) return eight_bytes(text.data() + word.end - 8) >> (64 - 8 * size);
        std::uint64_t all = 0;
        for (unsigned i = 0; i < size; ++i) all |= std::uint64_t{static_cast<unsigned char>(text[word.begin + i])} << 8 * i;
        return all;
    }
    constexpr void add_hash(std::string_view text, std::uint64_t hash, slice at) noexcept {
        const persian_weights_of weights = persian_weights_for(hash, hash_of_pair(before_, hash));
        std::int32_t weight = weights.word;
        const offset before = end_;
        end_ = at.end;
        if (weight < -largest_persian_weight || weight > largest_persian_weight) {
            if (weight == affix_weight) return;
            const bool is_month = before_ == hash_of_month || number_in(text, {before, at.begin});
            weight = !is_month ? 0 : weight == dari_month ? month_weight : -month_weight;
        }
        sum_ += weight + weights.pair;
        before_ = hash;
        ++words_;
    }
    static constexpr bool number_in(std::string_view text, slice part) noexcept {
        for (offset pos = part.begin; pos < part.end; ++pos) {
            const auto c = static_cast<unsigned char>(text[pos]), next = static_cast<unsigned char>(text[pos + 1]);
            if ((c >= '0' && c <= '9') || (c == 0xD9 && next >= 0xA0 && next <= 0xA9) ||
                (c == 0xDB && next >= 0xB0 && next <= 0xB9))
                return true;
        }
        return false;
    }

    std::int64_t sum_ = 0;
    std::uint64_t words_ = 0, before_ = 0;
    offset end_ = 0; // of the last word
};

// What a text says about its language and, as far as it looks Persian, about the variety.
template <class Models>
class language_and_variety_sums : public language_sums<lanes_of<Models>> {
public:
    // `all`: takes all words for Persian ones.
    explicit constexpr language_and_variety_sums(std::string_view text, bool all = false) noexcept : text_(text), all_(all) {}

    // Notes a word of Arabic letters; true when they must be looked at before another is noted.
    constexpr bool note_word(const noted_word& word) noexcept {
        words_[count_++] = word;
        return count_ == std::size(words_);
    }
    // The same for who writes them himself, those of a block, and looks whether there is room for another.
    constexpr noted_word* room_for_notes() noexcept { return words_ + count_; }
    constexpr void noted(std::size_t more) noexcept { count_ += static_cast<unsigned>(more); }
    [[nodiscard]] constexpr bool is_full() const noexcept { return count_ > block_capacity / 2; }
    constexpr void noted_all() noexcept {
        const auto& sums = this->groups[0].of;
        std::size_t best = 0;
        for (std::size_t i = 1; i < Models::of[0].classes; ++i)
            if (sums[i] > sums[best]) best = i;
        constexpr std::size_t persian = class_of(Models::of[0], "fa");
        if (all_ || best == persian) read_words();
        lacks_words_ = lacks_words_ || count_ != 0;
        count_ = 0;
    }
    // Of a text that is Persian, but did not look so where some of its words were looked at, which were left out. Where that is depends
    // on how the text is read; who wants the same answer always must read it again, with all words.
    [[nodiscard]] constexpr bool lacks_words() const noexcept { return lacks_words_; }
    // Of a text that is Persian.
    constexpr float log_odds_of_dari() noexcept {
        read_words();
        return variety_.log_odds();
    }

private:
    constexpr void read_words() noexcept {
        constexpr unsigned some = 16;
        for (unsigned from = 0; from < count_; from += some) {
            const unsigned to = count_ - from < some ? count_ : from + some;
            const bool folded = has_no_other_keys(text_, {words_[from].end - words_[from].size, words_[to - 1].end});
            for (unsigned i = from; i < to; ++i) variety_.add(text_, words_[i], folded);
        }
        count_ = 0;
    }

    std::string_view text_;
    persian_sums variety_;
    bool all_, lacks_words_ = false;
    unsigned count_ = 0;
    noted_word words_[3 * block_capacity / 2 + 2]; // not set to zero, which would take long
};

}}} // namespace matn::v0::detail

#endif
