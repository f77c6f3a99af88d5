// SPDX-License-Identifier: MIT
// The consonants of a name by classes that all scripts share: what two spellings of a name have in common before anything is compared.
#ifndef MATN_DETAIL_NAME_SKELETON_HPP
#define MATN_DETAIL_NAME_SKELETON_HPP

#include <matn/detail/name_spelling.hpp>

#include <cstdint>

namespace matn { inline namespace v0 { namespace detail {

// Classes: 1 lips, 2 t and d, 3 hissing, 4 throat, 5 m, 6 n, 7 l, 8 r; 0 for vowels, h, and what may be one or is written like one (w, v, y).
inline constexpr char latin_classes[] = "0014201400347560148320004030"; // by code: none, a to z, space
[[nodiscard]] consteval auto make_native_classes() noexcept {
    struct {
        std::uint8_t of[native_codes] = {};
    } out;
    constexpr const char16_t* members[] = {u"بپف", u"تٹثدڈذضط", u"سصزژشجچڅځږظښ", u"کگقغخ", u"م", u"نڼں", u"ل", u"رڑ"};
    for (std::uint8_t k = 0; k < 8; ++k)
        for (const char16_t* c = members[k]; *c != 0; ++c) out.of[native_code(*c)] = static_cast<std::uint8_t>(k + 1);
    return out;
}
inline constexpr auto native_classes = make_native_classes();

// The classes of one name, neighbours of the same class once, with the places where its words end.
struct skeleton {
    static constexpr std::uint32_t room = 24;
    static constexpr std::uint32_t most_words = 8;
    std::uint8_t classes[room] = {};
    std::uint32_t size = 0;
    std::uint64_t words[most_words] = {};  // a hash of the classes of each word
    std::uint64_t packed[most_words] = {}; // the classes of each word, four bits each, the last one lowest
    std::uint8_t word_sizes[most_words] = {};
    std::uint32_t word_count = 0;
};

[[nodiscard]] constexpr std::uint64_t mix_key(std::uint64_t h) noexcept {
    h ^= h >> 31;
    h *= 0x9E3779B97F4A7C15u;
    h ^= h >> 29;
    h *= 0xBF58476D1CE4E5B9u;
    return h ^ h >> 32;
}

constexpr void find_skeleton(const std::uint8_t* letters, std::uint32_t size, writing in, skeleton& out) noexcept {
    out = skeleton{};
    const std::uint8_t space = in == writing::latin ? latin_space : native_space;
    std::uint64_t word = 0;
    std::uint8_t last_of_word = 0, word_size = 0;
    const auto put = [&](std::uint8_t k) {
        if (k == 0) return;
        if (out.size < skeleton::room && (out.size == 0 || out.classes[out.size - 1] != k)) out.classes[out.size++] = k;
        if (last_of_word != k) {
            word = word << 4 | k;
            ++word_size;
        }
        last_of_word = k;
    };
    const auto end_word = [&] {
        if (word_size != 0 && out.word_count < skeleton::most_words) {
            out.packed[out.word_count] = word;
            out.words[out.word_count] = mix_key(word);
            out.word_sizes[out.word_count++] = word_size;
        }
        word = 0;
        last_of_word = word_size = 0;
    };
    for (std::uint32_t i = 0; i < size; ++i) {
        const std::uint8_t c = letters[i];
        if (c == space) {
            end_word();
        } else if (in == writing::arabic) {
            put(native_classes.of[c]);
        } else if (c < latin_space) {
            const std::uint8_t next = i + 1 < size ? letters[i + 1] : std::uint8_t{0};
            const bool soft = c == 3 && (next == 8 || next == 5 || next == 9 || next == 25); // ch, ce, ci, cy
            put(soft ? std::uint8_t{3} : static_cast<std::uint8_t>(latin_classes[c] - '0'));
            if (c == 24) put(3); // x is k and s
        }
    }
    end_word();
}

// The key of the classes but one (`without` >= size: of all).
[[nodiscard]] constexpr std::uint64_t skeleton_key(const skeleton& s, std::uint32_t without) noexcept {
    std::uint64_t h = 0x51;
    std::uint8_t last = 0;
    for (std::uint32_t i = 0; i < s.size; ++i) {
        if (i == without || s.classes[i] == last) continue;
        last = s.classes[i];
        h = (h ^ last) * 0x9FB21C651E98DF25u;
        h ^= h >> 28;
    }
    return mix_key(h);
}

}}} // namespace matn::v0::detail

#endif
