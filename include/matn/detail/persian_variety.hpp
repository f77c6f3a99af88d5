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

// Letters that the keyboards of the two countries, and old ones, write in several ways; by their bytes_of_letter.
constexpr std::uint32_t persian_letter(std::uint32_t key) noexcept {
    switch (key) {
    case 0xD983: return 0xDAA9; // ك ک
    case 0xD989:
    case 0xD98A: return 0xDB8C; // ى ي ی
    default: return key;
    }
}

// The hash of a word by its first four letters, its last four, each in UTF-8 as of eight_bytes and eight_bytes_back with zeros where
// there are fewer, and how many bytes it has.
constexpr std::uint64_t persian_hash(std::uint64_t first, std::uint64_t last, std::uint64_t size) noexcept {
    const std::uint64_t of_last = (last + size) * 0xE7037ED1A0B428DBu;
    return (first * 0xC2B2AE3D27D4EB4Fu ^ std::rotl(of_last, 32)) * 0xA24BAED4963EE407u;
}

// A word as both countries could have typed it, letter by letter.
class persian_word {
public:
    constexpr void push(std::uint16_t code) noexcept { push_bytes(bytes_of_letter(code)); }
    constexpr void push_bytes(std::uint32_t letter) noexcept {
        const std::uint64_t key = persian_letter(letter), swapped = key >> 8 | (key & 0xFF) << 8;
        if (size_ < 8) first_ |= swapped << 8 * size_;
        last_ = last_ << 16 | key;
        size_ += 2;
    }
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] constexpr std::uint64_t hash() const noexcept { return persian_hash(first_, last_, size_); }

private:
    std::uint64_t first_ = 0, last_ = 0, size_ = 0;
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
    const auto take = [&](std::uint32_t code, offset begin, offset end) {
        if (word.empty()) at.begin = begin;
        word.push(static_cast<std::uint16_t>(code));
        at.end = end;
    };
    for (offset pos = within.begin; pos < within.end;) {
        if (pos + 2 <= within.end) {
            if (const std::uint32_t code = quick_letters_of<letter_group::arabic>.at(text.data() + pos); code != 0) {
                take(code, pos, pos + 2);
                pos += 2;
                continue;
            }
        }
        const placed_letter next = letter_at(text, pos);
        if (next.value.group == letter_group::arabic) {
            take(next.value.code, pos, next.end);
        } else if ((next.value.group != letter_group::skip || text[pos] == '\xE2') && !word.empty()) {
            use(word.hash(), at);
            word = {};
        }
        pos = next.end;
    }
    if (!word.empty()) use(word.hash(), at);
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

struct two_weights {
    std::int32_t first, second;
};
constexpr const char* persian_bucket(std::uint64_t hash) noexcept {
    return persian_slots + (hash >> (64 - persian_bucket_bits)) * 8;
}
// The bits of a hash that a slot holds, where it holds them.
constexpr std::uint64_t bits_in_slot(std::uint64_t hash) noexcept { return hash >> (64 - persian_bucket_bits - 16) & 0xFFE0; }

// The weights of two words, or pairs of words, together: at most one slot of a bucket is that of a hash, and nothing here is a
// branch, which nobody could predict.
constexpr two_weights persian_weights_for(std::uint64_t first, std::uint64_t second) noexcept {
#if defined(__GNUC__) && defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    if (!std::is_constant_evaluated()) {
        const auto slots =
            reinterpret_cast<eight_words>(two_numbers{eight_bytes(persian_bucket(first)), eight_bytes(persian_bucket(second))});
        const auto bits = reinterpret_cast<eight_words>(two_numbers{bits_in_slot(first), bits_in_slot(second)});
        const auto same = __builtin_shufflevector(bits, bits, 0, 0, 0, 0, 4, 4, 4, 4) == (slots & (eight_words{} + 0xFFE0));
        typedef short eight_signed __attribute__((vector_size(16)));
        const auto signed_weights = reinterpret_cast<eight_signed>(slots) << 11 >> 11;
        auto weights = reinterpret_cast<two_numbers>(signed_weights & reinterpret_cast<eight_signed>(same));
        weights |= weights >> 32;
        weights |= weights >> 16;
        const auto found = reinterpret_cast<eight_signed>(weights);
        return {found[0], found[4]};
    }
#endif
    const auto weight = [](std::uint64_t hash) {
        const std::uint64_t slots = eight_bytes(persian_bucket(hash));
        std::uint64_t found = 0;
        for (unsigned i = 0; i < 64; i += 16)
            if ((slots >> i & 0xFFE0) == bits_in_slot(hash)) found |= slots >> i & 31;
        return static_cast<std::int32_t>(found ^ 16) - 16;
    };
    return {weight(first), weight(second)};
}

// Above this probability Persian is called Dari; a text that does not say is plain Persian.
inline constexpr float surely_dari = 0.55F;

// How much a text speaks for Dari rather than Iranian Persian.
class persian_sums {
public:
    // Takes the next word, of letters of two bytes alone. `folded`: has_no_other_keys of a part that it is in.
    constexpr void add_word(std::string_view text, slice at, bool folded) noexcept {
        if (at.end < 8 || at.begin + std::size_t{8} > text.size() || !(folded || has_no_other_keys(text, at)))
            return add_words(text, at);
        add_hash(text, hash_of_word(text.data(), at), at);
    }
    // Takes the next words, letter by letter.
    constexpr void add_words(std::string_view text, slice within) noexcept {
        each_persian_word(text, within, [&](std::uint64_t hash, slice part) { add_hash(text, hash, part); });
    }
    // Takes the next part of a text.
    //
    // Step by step for all words, two at a time, so that no word waits for the one before; and how many there are, or are affixes, is no
    // branch but that of the loops.
    void add(std::string_view text, arabic_part& part) noexcept {
        part.cut_at_joiners();
        const unsigned words = part.words();
        std::uint64_t hashes[arabic_part::most_words + 3]; // of words, not affixes; the first is that of a word before
        hashes[0] = before_;
        unsigned real = 0;
        std::int32_t sum = 0;
        for (unsigned w = 0; w < words; w += 2) {
            const std::uint64_t next[] = {hash_of_word(part, w), hash_of_word(part, w + 1)};
            const auto [one, other] = persian_weights_for(next[0], next[1]);
            const auto take = [&](unsigned i, std::int32_t weight, unsigned is_there) {
                if (is_of_month(weight)) [[unlikely]]
                    weight = weight_of_month(text, part, w + i, weight, hashes[real]);
                const unsigned is_word = is_there & static_cast<unsigned>(weight != affix_weight);
                sum += weight & -static_cast<std::int32_t>(is_word);
                hashes[real + 1] = next[i];
                real += is_word;
            };
            take(0, one, 1);
            take(1, other, static_cast<unsigned>(w + 1 < words));
        }
        hashes[real + 1] = 0;
        for (unsigned w = 0; w < real; w += 2) {
            const auto pair = [&](unsigned n) { return hash_of_pair(hashes[n], hashes[n + 1]); };
            const auto [one, other] = persian_weights_for(pair(w), pair(w + 1));
            sum += one + (other & -static_cast<std::int32_t>(w + 1 < real));
        }
        sum_ += sum;
        before_ = hashes[real];
        words_ += real;
    }
    // Where the last part has ended.
    void set_end(const arabic_part& part) noexcept {
        if (part.words() > 0) end_ = part.in_text(part.word(part.words() - 1).end);
    }
    // That it is Dari against that it is Iranian Persian.
    [[nodiscard]] constexpr float log_odds() const noexcept {
        if (words_ == 0) return 0;
        return static_cast<float>(sum_) * persian_scale * inverse_root(static_cast<float>(words_)) + persian_bias;
    }

private:
    // Of a word of two-byte letters; of none where zeros stand around it. Eight bytes are read from its begin on, and eight up to its
    // end.
    static constexpr std::uint64_t hash_of_word(const char* bytes, slice at) noexcept {
        const unsigned size = at.end - at.begin, known = size < 8 ? size : 8;
        const std::uint64_t of_word = ~std::uint64_t{0} >> ((64 - 8 * known) & 63);
        return persian_hash(eight_bytes(bytes + at.begin) & of_word, eight_bytes_back(bytes + at.end - 8) & of_word, size);
    }
#if defined(__GNUC__)
    __attribute__((noinline)) // seldom called
#endif
    static std::uint64_t
    folded_hash(const char* bytes, slice at) noexcept {
        persian_word word;
        for (offset i = at.begin; i < at.end; i += 2)
            word.push_bytes(
                static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i]) << 8 | static_cast<unsigned char>(bytes[i + 1])));
        return word.hash();
    }
    // Of a word of a part, or none behind the last.
    static std::uint64_t hash_of_word(const arabic_part& part, unsigned w) noexcept {
        if (part.has_other_keys()) [[unlikely]]
            return folded_hash(part.bytes(), part.word(w));
        return hash_of_word(part.bytes(), part.word(w));
    }
    constexpr void add_hash(std::string_view text, std::uint64_t hash, slice at) noexcept {
        auto [weight, of_pair] = persian_weights_for(hash, hash_of_pair(before_, hash));
        const slice between = {end_, at.begin};
        end_ = at.end;
        if (weight == affix_weight) return;
        if (is_of_month(weight)) weight = weight_of_month(weight, before_, text, between);
        sum_ += weight + of_pair;
        before_ = hash;
        ++words_;
    }
    static constexpr bool is_of_month(std::int32_t weight) noexcept { return weight == iranian_month || weight == dari_month; }
    // By the word before, and what stands between.
    static constexpr std::int32_t weight_of_month(std::int32_t weight, std::uint64_t before, std::string_view text,
                                                  slice between) noexcept {
        if (before != hash_of_month && !number_in(text, between)) return 0;
        return weight == dari_month ? month_weight : -month_weight;
    }
#if defined(__GNUC__)
    __attribute__((noinline)) // seldom called
#endif
    std::int32_t
    weight_of_month(std::string_view text, const arabic_part& part, unsigned w, std::int32_t weight,
                    std::uint64_t before) const noexcept {
        const offset begin = w == 0 ? end_ : part.in_text(part.word(w - 1).end);
        return weight_of_month(weight, before, text, {begin, part.in_text(part.word(w).begin)});
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
template <class Models, bool Constant>
class language_and_variety_sums;

// Letter by letter, the text is read again for the variety.
template <class Models>
class language_and_variety_sums<Models, true> : public language_sums<lanes_of<Models>> {
public:
    explicit constexpr language_and_variety_sums(std::string_view text, bool = false) noexcept : text_(text) {}

    [[nodiscard]] static constexpr bool lacks_words() noexcept { return false; }
    // Of a text that is Persian.
    [[nodiscard]] constexpr float log_odds_of_dari() const noexcept {
        persian_sums variety;
        variety.add_words(text_, {0, static_cast<offset>(text_.size())});
        return variety.log_odds();
    }

private:
    std::string_view text_;
};
// Of a text in parts, the words are there already.
template <class Models>
class language_and_variety_sums<Models, false> : public language_sums<lanes_of<Models>> {
public:
    // `all`: takes all words for Persian ones.
    explicit language_and_variety_sums(std::string_view text, bool all = false) noexcept : text_(text), all_(all) {}

    [[nodiscard]] arabic_part& part() noexcept { return part_; }
    // A part has been read, and is not the last.
    void part_read() noexcept {
        const auto& sums = this->groups[0].of;
        std::size_t best = 0;
        for (std::size_t i = 1; i < Models::of[0].classes; ++i)
            if (sums[i] > sums[best]) best = i;
        constexpr std::size_t persian = class_of(Models::of[0], "fa");
        if (all_ || best == persian) variety_.add(text_, part_), variety_.set_end(part_);
        else lacks_words_ = lacks_words_ || part_.words() > 0;
    }
    // Of a text that is Persian, but did not look so where some of its words were looked at, which were left out. Where that is depends
    // on how the text is read; who wants the same answer always must read it again, with all words.
    [[nodiscard]] bool lacks_words() const noexcept { return lacks_words_; }
    // Of a text that is Persian.
    [[nodiscard]] float log_odds_of_dari() noexcept {
        persian_sums all = variety_;
        all.add(text_, part_);
        return all.log_odds();
    }

private:
    std::string_view text_;
    persian_sums variety_;
    bool all_, lacks_words_ = false;
    arabic_part part_;
};

}}} // namespace matn::v0::detail

#endif
