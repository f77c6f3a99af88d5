// SPDX-License-Identifier: MIT
// Reads the words of Arabic letters of a text for the sums of all of them, without a branch for a letter or a word.
#ifndef MATN_DETAIL_LANGUAGE_ARABIC_HPP
#define MATN_DETAIL_LANGUAGE_ARABIC_HPP

#include <matn/detail/language_evidence.hpp>

namespace matn { inline namespace v0 { namespace detail {

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
// The last byte is the lowest.
constexpr std::uint64_t eight_bytes_back(const char* bytes) noexcept {
#if defined(__GNUC__) && defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return __builtin_bswap64(eight_bytes(bytes));
#else
    std::uint64_t all = 0;
    for (unsigned i = 0; i < 8; ++i) all = all << 8 | static_cast<unsigned char>(bytes[i]);
    return all;
#endif
}
// The two bytes of an Arabic letter in UTF-8, the first the higher one.
constexpr std::uint32_t bytes_of_letter(std::uint32_t code) noexcept { return (0xC0 | code >> 6) << 8 | 0x80 | (code & 0x3F); }

// Letters of two bytes, of which the nearest is in the lowest of eight: those before the first byte that is of none, which is 0.
constexpr std::uint64_t letters_of_one_word(std::uint64_t bytes) noexcept {
    const std::uint64_t between = ~bytes & 0x8080'8080'8080'8080u;
    return bytes & (between - 1) & ~between;
}

// Which bits of a byte are set: the first `count[byte]` of `of[byte]`.
struct set_bits {
    unsigned char of[256][8] = {};
    unsigned char count[256] = {};
    constexpr set_bits() noexcept {
        for (unsigned byte = 0; byte < 256; ++byte)
            for (unsigned char i = 0; i < 8; ++i)
                if ((byte >> i & 1) != 0) of[byte][count[byte]++] = i;
    }
};
inline constexpr set_bits set_bits_of{};

#if defined(__SSE2__) && defined(__GNUC__)
typedef signed char sixteen_signed __attribute__((vector_size(16)));

inline sixteen_signed sixteen_at(const char* from) noexcept {
    sixteen_signed bytes;
    __builtin_memcpy(&bytes, from, 16);
    return bytes;
}
inline unsigned sign_bits(sixteen_signed bytes) noexcept {
    typedef char sixteen_chars __attribute__((vector_size(16)));
    return static_cast<unsigned>(__builtin_ia32_pmovmskb128(reinterpret_cast<sixteen_chars>(bytes)));
}
inline constexpr signed char byte_of(unsigned b) noexcept { return static_cast<signed char>(b); }

// Of sixteen bytes and those one further on, which begin a letter of most words, by the blocks U+0600-063F, 0640-067F, 0680-06BF and
// 06C0-06FF; and which begin what surely stands between words.
inline sixteen_signed leads_of_letters(sixteen_signed lead, sixteen_signed next) noexcept {
    const auto of_second = (next > byte_of(0xB0)) | ((next < byte_of(0x8B)) & (next > byte_of(0x80)));
    const auto of_fourth = (next < byte_of(0x94)) | (next == byte_of(0x95));
    return (((lead == byte_of(0xD8)) & (next > byte_of(0x9F))) | ((lead == byte_of(0xD9)) & of_second) | (lead == byte_of(0xDA)) |
            ((lead == byte_of(0xDB)) & of_fourth)) &
           (next < byte_of(0xC0));
}
inline sixteen_signed leads_between_words(sixteen_signed lead, sixteen_signed next) noexcept {
    const auto of_first = (next < byte_of(0x90)) | ((next > byte_of(0x9A)) & (next < byte_of(0xA0)));
    const auto of_second = (next > byte_of(0x9F)) & (next < byte_of(0xAE));
    const auto of_fourth = (next == byte_of(0x94)) | ((next > byte_of(0xAF)) & (next < byte_of(0xBA)));
    return (((lead == byte_of(0xD8)) & of_first) | ((lead == byte_of(0xD9)) & of_second) |
            ((lead == byte_of(0xDB)) & of_fourth)) &
           (next < byte_of(0xC0));
}
// Which begin one of U+2000-203F, of the first fifteen bytes; not U+200C and U+200D, which are no end of a word.
inline sixteen_signed leads_of_punctuation(sixteen_signed lead, sixteen_signed next) noexcept {
    const auto lanes = reinterpret_cast<two_numbers>(next);
    const auto third = reinterpret_cast<sixteen_signed>(lanes >> 8 | __builtin_shufflevector(lanes << 56, two_numbers{}, 1, 2));
    return (lead == byte_of(0xE2)) & (next == byte_of(0x80)) & (third < byte_of(0xC0)) & ((third | byte_of(1)) != byte_of(0x8D));
}
// One byte further on; the first is the last of `before`.
inline sixteen_signed one_later(sixteen_signed bytes, sixteen_signed before) noexcept {
    const auto lanes = reinterpret_cast<two_numbers>(bytes), carried = reinterpret_cast<two_numbers>(before) >> 56;
    return reinterpret_cast<sixteen_signed>(lanes << 8 | __builtin_shufflevector(carried, lanes >> 56, 1, 2));
}
#endif

// A part of a text: its words of Arabic letters, each letter in the two bytes of its code in UTF-8, and zeros between words.
//
// Where a word ends cannot be predicted, and one wrong guess costs as much as some letters. So the letters and the ends of words are
// listed first, sixteen bytes at a time, and then the rows of all letters are added, and those of all words.
class arabic_part {
    static constexpr unsigned first = 8, capacity = 512; // zeros stand before the first word and behind the last
    static constexpr unsigned most_gaps = 64;

public:
    static constexpr unsigned most_words = capacity / 2 + 2;

    arabic_part() noexcept { begin_anew(0); }

    [[nodiscard]] const char* bytes() const noexcept { return bytes_; }
    [[nodiscard]] slice all() const noexcept { return {first, end_}; }
    [[nodiscard]] unsigned words() const noexcept { return words_; }
    [[nodiscard]] slice word(unsigned w) const noexcept { return {edges_[2 * w], edges_[2 * w + 1]}; }
    // Cuts the words where joiners stood: some write a space there, and some nothing.
    void cut_at_joiners() noexcept;
    // Whether some letter may be one of ك ى ي, which Persian keyboards write otherwise.
    [[nodiscard]] bool has_other_keys() const noexcept { return has_other_keys_; }
    // Where in the text a byte of a word, or the one behind it, is.
    [[nodiscard]] offset in_text(unsigned at) const noexcept {
        unsigned g = gaps_;
        while (g > 1 && gap_at_[g - 1] > at) --g;
        return gap_text_[g - 1] + (at - gap_at_[g - 1]);
    }

    // Forgets what has been read; the next byte is that at `pos`.
    void begin_anew(std::size_t pos) noexcept {
        __builtin_memset(bytes_, 0, first);
        begin_at(first, pos);
        products_[0] = sum_before_ = 0;
        continued_ = false;
    }
    // Takes characters from `pos` on until the part is full or the text ends; gives where it stopped. `read_foreign(pos)` reads the
    // letters of another group and gives where they end.
    template <class Foreign>
    std::size_t fill(std::string_view text, std::size_t pos, const Foreign& read_foreign);
    // Adds the rows of all letters and words, but not those of a last word that may have more letters in the next part.
    template <class Models, class Sink>
    void add_to(Sink& sink, bool is_last);
    // Keeps what belongs to the next part, which begins at `pos`.
    void begin_next(std::size_t pos) noexcept;

private:
    struct place {
        std::size_t in_text;
        unsigned in_part;
    };
    // What is no plain letter and not surely between words.
    template <class Foreign>
#if defined(__GNUC__)
    __attribute__((noinline))
#endif
    place
    take_alone(std::string_view text, place at, const Foreign& read_foreign) {
        const bool is_half_space = text.substr(at.in_text, 3) == "\xE2\x80\x8C"; // most of what comes here in Persian
        const placed_letter next = is_half_space ? placed_letter{{letter_group::skip, 0}, static_cast<offset>(at.in_text + 3)}
                                                 : letter_at(text, static_cast<offset>(at.in_text));
        offset end = next.end;
        switch (next.value.group) {
        case letter_group::arabic:
            bytes_[at.in_part++] = static_cast<char>(bytes_of_letter(next.value.code) >> 8);
            bytes_[at.in_part++] = static_cast<char>(bytes_of_letter(next.value.code));
            break;
        case letter_group::skip:
            if (text[at.in_text] == '\xE2') joiner_at_[joiners_++] = static_cast<std::uint16_t>(at.in_part);
            break;
        case letter_group::latin:
        case letter_group::cyrillic:
        case letter_group::other: end = read_foreign(static_cast<offset>(at.in_text)); [[fallthrough]];
        default: bytes_[at.in_part++] = 0; break;
        }
        gap_at_[gaps_] = static_cast<std::uint16_t>(at.in_part);
        gap_text_[gaps_++] = end;
        return {end, at.in_part};
    }
    [[nodiscard]] bool has_room(unsigned to) const noexcept { return to < first + capacity - 32 && gaps_ < most_gaps; }
    void begin_at(unsigned end, std::size_t pos) noexcept {
        end_ = end;
        words_ = joiners_ = 0;
        gaps_ = 1;
        gap_at_[0] = first, gap_text_[0] = static_cast<offset>(pos);
    }
    void find_letters_and_words() noexcept;

    unsigned end_, letters_ = 0, words_, joiners_, gaps_;
    unsigned open_ = 0; // where the last word begins that may have more letters in the next part, or 0
    bool has_other_keys_ = false;
    bool continued_;           // the first word began in the part before, and filled it
    std::uint64_t sum_before_; // of the products of its letters there
    char bytes_[first + capacity + 64];
    std::uint16_t letter_at_[capacity / 2 + 16], edges_[capacity + 16];
    // What the products of the keys of letters have come to, from 1 on; the one before is that of the part before, less its last.
    std::uint64_t products_[capacity / 2 + 16];
    // Behind each character that was looked at alone: where that is here and in the text.
    std::uint16_t gap_at_[most_gaps + 1], joiner_at_[most_gaps + 1];
    offset gap_text_[most_gaps + 1];
};

template <class Foreign>
std::size_t arabic_part::fill(std::string_view text, std::size_t pos, const Foreign& read_foreign) {
    place at = {pos, end_};
    const std::size_t size = text.size();
#if defined(__SSE2__) && defined(__GNUC__)
    char tail[48] = {}; // the last sixteen bytes, so that what is behind them may be read
    if (size >= 16) __builtin_memcpy(tail, text.data() + size - 16, 16);
    else
        for (std::size_t i = 0; i < size; ++i) tail[16 - size + i] = text[i];
    sixteen_signed letters_before = {}, others_before = {}, punctuation_before = {};
    while (at.in_text < size && has_room(at.in_part)) {
        const std::size_t left = size - at.in_text;
        const char* from = left > 16 ? text.data() + at.in_text : tail + 16 - left;
        const sixteen_signed bytes = sixteen_at(from), next = sixteen_at(from + 1);
        const sixteen_signed leads = leads_of_letters(bytes, next), letters = leads | one_later(leads, letters_before);
        const sixteen_signed kept = bytes & letters;
        __builtin_memcpy(bytes_ + at.in_part, &kept, 16);
        sixteen_signed others = {}, punctuation = {};
        if (sign_bits((bytes & ~letters) | (bytes > byte_of('A' - 1))) != 0) { // the second for ASCII
            punctuation = leads_of_punctuation(bytes, next);
            others = leads_between_words(bytes, next) | punctuation | one_later(punctuation, punctuation_before);
            const sixteen_signed known = letters | others | one_later(others, others_before), small = bytes | byte_of(0x20);
            const unsigned alone = sign_bits((bytes & ~known) | ((small > byte_of('a' - 1)) & (small < byte_of('z' + 1))));
            if (alone != 0) {
                const auto plain = static_cast<unsigned>(std::countr_zero(alone));
                at = take_alone(text, {at.in_text + plain, at.in_part + plain}, read_foreign);
                letters_before = others_before = punctuation_before = sixteen_signed{};
                continue;
            }
        }
        at.in_text += 16, at.in_part += 16;
        letters_before = leads, others_before = others, punctuation_before = punctuation;
    }
    if (at.in_text > size) at = {size, at.in_part - static_cast<unsigned>(at.in_text - size)};
    // In the middle of a character it stops when it is full.
    else if (at.in_text > pos && at.in_text < size && (letters_before[15] | others_before[15]) != 0) --at.in_text, --at.in_part;
#else
    constexpr const auto& quick = quick_letters_of<letter_group::arabic>;
    while (at.in_text < size && has_room(at.in_part)) {
        if (at.in_text + 1 < size && quick.at(text.data() + at.in_text) != 0) {
            bytes_[at.in_part++] = text[at.in_text++];
            bytes_[at.in_part++] = text[at.in_text++];
        } else if (text[at.in_text] == ' ') {
            bytes_[at.in_part++] = 0;
            ++at.in_text;
        } else {
            at = take_alone(text, at, read_foreign);
        }
    }
#endif
    __builtin_memset(bytes_ + at.in_part, 0, 48);
    end_ = at.in_part;
    return at.in_text;
}

inline void arabic_part::find_letters_and_words() noexcept {
    unsigned letters = 0, edges = 0;
    unsigned before = 0;
    if (continued_) before = 1, edges_[edges++] = first;
#if defined(__SSE2__) && defined(__GNUC__)
    auto base = eight_words{} + static_cast<unsigned short>(first);
    sixteen_signed other_keys = {};
#else
    has_other_keys_ = false;
#endif
    for (unsigned at = first; at <= end_; at += 16) {
#if defined(__SSE2__) && defined(__GNUC__)
        const sixteen_signed bytes = sixteen_at(bytes_ + at);
        other_keys |=
            (bytes == byte_of(0x83)) | (bytes == byte_of(0x89)) | (bytes == byte_of(0x8A)); // behind D9; few others have them
        const unsigned is_letter = sign_bits(bytes),
                       leads = sign_bits(reinterpret_cast<sixteen_signed>(reinterpret_cast<sixteen_bytes>(bytes)
                                                                          << 1)); // a first byte has the second bit as well
        const unsigned edge = (is_letter << 1 | before) ^ is_letter;
        before = is_letter >> 15;
        for (unsigned half = 0; half < 16; half += 8) {
            const auto list = [&](std::uint16_t* to, unsigned& count, unsigned bits) {
                const std::uint64_t which = eight_bytes(reinterpret_cast<const char*>(set_bits_of.of[bits >> half & 0xFF]));
                const eight_words places = base + first_of(reinterpret_cast<sixteen_bytes>(two_numbers{which, 0}));
                __builtin_memcpy(to + count, &places, 16);
                count += set_bits_of.count[bits >> half & 0xFF];
            };
            list(letter_at_, letters, leads);
            list(edges_, edges, edge);
            base += 8;
        }
#else
        for (unsigned i = at; i < at + 16; ++i) {
            const auto byte = static_cast<unsigned char>(bytes_[i]);
            if (byte >= 0xC0) letter_at_[letters++] = static_cast<std::uint16_t>(i);
            if (byte == 0x83 || byte == 0x89 || byte == 0x8A) has_other_keys_ = true;
            if ((byte >> 7) != before) edges_[edges++] = static_cast<std::uint16_t>(i);
            before = byte >> 7;
        }
#endif
    }
#if defined(__SSE2__) && defined(__GNUC__)
    has_other_keys_ = sign_bits(other_keys) != 0;
#endif
    letters_ = letters;
    words_ = edges / 2;
    edges_[edges] = edges_[edges + 1] = static_cast<std::uint16_t>(end_ + 16); // a word of no letters
}

template <class Models, class Sink>
void arabic_part::add_to(Sink& sink, bool is_last) {
    constexpr const language_model& model = model_of<Models, letter_group::arabic>;
    static_assert(model.sequences == 3);
    using sums_type = row_sums<model_of<Models, letter_group::arabic>.row_bytes, false>;
    using hashes = letter_sequences::hashes;

    find_letters_and_words();
    open_ = 0;
    if (!is_last && bytes_[end_ - 1] != 0 && words_ > 0) {
        open_ = edges_[2 * --words_];
        if (words_ > 0) letters_ -= (end_ - open_) / 2; // else it has filled the part: its letters count here
    }
    const unsigned letters = letters_, words = words_;
    for (unsigned i = 0; i < 3; ++i) letter_at_[letters + i] = static_cast<std::uint16_t>(end_ + 16); // no letters

    sums_type sums;
    std::uint64_t running = products_[1] = 0;
    for (unsigned i = 0; i < letters;) {
        const unsigned stop = letters - i < 4 * (sums_type::room / 3) ? letters : i + 4 * (sums_type::room / 3);
        for (; i < stop; i += 4) {
            const auto next = [&](unsigned n) {
                const std::uint64_t in_word = letters_of_one_word(eight_bytes_back(bytes_ + letter_at_[i + n] - 6));
                const std::uint64_t codes = (in_word >> 2 & 0x07C0'07C0'07C0'07C0u) | (in_word & 0x003F'003F'003F'003Fu);
                const std::uint64_t product = codes * letter_sequences::factor;
                products_[i + n + 2] = running += product;
                return letter_sequences::hashes_of(product);
            };
            const hashes a = next(0), b = next(1), c = next(2), d = next(3);
            sums.add(model.short_row(a.one), model.short_row(a.two), model.long_row(a.four), model.short_row(b.one));
            sums.add(model.short_row(b.two), model.long_row(b.four), model.short_row(c.one), model.short_row(c.two));
            sums.add(model.long_row(c.four), model.short_row(d.one), model.short_row(d.two), model.long_row(d.four));
        }
        sums.spill();
    }
    std::uint64_t before = 0 - sum_before_;
    const std::uint64_t* product = products_ + 1;
    for (unsigned w = 0; w < words;) {
        const unsigned stop = words - w < sums_type::room ? words : w + sums_type::room;
        for (; w < stop; ++w) {
            product += (edges_[2 * w + 1] - edges_[2 * w]) / 2;
            const std::uint64_t sum = *product, end = (sum - product[-1]) << 16;
            const std::uint64_t hash = letter_sequences::word_hash(sum - before);
            before = sum;
            sums.add(model.long_row(hash), model.short_row(static_cast<std::uint32_t>(end)), model.long_row(end));
        }
        sums.spill();
    }
    if (letters % 4 != 0) {
        sums_type empty;
        const hashes none = letter_sequences::hashes_of(0);
        empty.add(model.short_row(none.one), model.short_row(none.two), model.long_row(none.four));
        empty.spill();
        sums.take_away(empty, 4 - letters % 4);
    }
    sink.take(letter_group::arabic, sums, letters, 3 * (letters + words));
}

inline void arabic_part::begin_next(std::size_t pos) noexcept {
    if (open_ == 0) return begin_anew(pos);
    if (words_ == 0) { // of a word that filled the part its last letters are kept, and what its products have come to
        sum_before_ += products_[letters_ + 1];
        products_[0] = products_[letters_] - products_[letters_ + 1];
        char last[6];
        __builtin_memcpy(last, bytes_ + end_ - 6, 6);
        __builtin_memcpy(bytes_ + first - 6, last, 6);
        continued_ = true;
        return begin_at(first, pos);
    }
    const unsigned back = open_ - first, end = end_ - back;
    for (unsigned i = first; i < end; ++i) bytes_[i] = bytes_[i + back];
    __builtin_memset(bytes_, 0, first);
    products_[0] = sum_before_ = 0;
    continued_ = false;
    const offset begin = in_text(open_);
    const unsigned gaps = gaps_, joiners = joiners_;
    begin_at(end, begin);
    for (unsigned i = 0; i < joiners; ++i)
        if (joiner_at_[i] > open_) joiner_at_[joiners_++] = static_cast<std::uint16_t>(joiner_at_[i] - back);
    for (unsigned i = 1; i < gaps; ++i) {
        if (gap_at_[i] <= open_) continue;
        gap_at_[gaps_] = static_cast<std::uint16_t>(gap_at_[i] - back);
        gap_text_[gaps_++] = gap_text_[i];
    }
}

inline void arabic_part::cut_at_joiners() noexcept {
    if (joiners_ == 0) return;
    std::uint16_t inside[most_gaps + 1]; // of words
    unsigned count = 0;
    for (unsigned w = 0, i = 0; i < joiners_; ++i) {
        const unsigned joiner = joiner_at_[i];
        while (w < words_ && edges_[2 * w + 1] <= joiner) ++w;
        if (w == words_) break;
        if (edges_[2 * w] < joiner && (count == 0 || inside[count - 1] != joiner)) inside[count++] = joiner_at_[i];
    }
    // From behind, so that the edges move in their place.
    unsigned from = 2 * words_, to = from + 2 * count;
    words_ += count;
    edges_[to] = edges_[to + 1] = static_cast<std::uint16_t>(end_ + 16);
    while (count > 0) {
        if (edges_[from - 1] > inside[count - 1]) {
            edges_[--to] = edges_[--from];
        } else {
            edges_[--to] = inside[--count];
            edges_[--to] = inside[count];
        }
    }
}

// Reads the words of Arabic letters from `pos` to the end of a text; of other letters there, `read_foreign(pos)` reads those of one
// group.
template <class Models, class Sink, class Foreign>
offset read_arabic(std::string_view text, std::size_t pos, Sink& sink, const Foreign& read_foreign) {
    arabic_part& part = sink.part();
    part.begin_anew(pos);
    for (;;) {
        pos = part.fill(text, pos, read_foreign);
        const bool is_last = pos >= text.size();
        part.template add_to<Models>(sink, is_last);
        if (is_last) return static_cast<offset>(pos);
        sink.part_read();
        part.begin_next(pos);
    }
}

}}} // namespace matn::v0::detail

#endif
