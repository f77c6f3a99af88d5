// SPDX-License-Identifier: MIT
// Words that every text has, by their folded letters: they are no names.
#ifndef MATN_DETAIL_COMMON_WORDS_HPP
#define MATN_DETAIL_COMMON_WORDS_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/lexicon_common.hpp>
#include <matn/detail/name_hash.hpp>
#include <matn/detail/name_spelling.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

class common_word_set {
public:
    common_word_set() : slots_(room, 0) {
        for (const std::string_view list : common_words) add(list);
    }
    // Words with spaces between.
    void add(std::string_view list) {
        each(list, [this](std::string_view word) {
            spelling s;
            spell(word, s);
            slots_[slot_of(hash_of(s))] = hash_of(s);
        });
    }
    // The Arabic ones with their article too.
    void add_with_article() {
        each(common_arabic, [this](std::string_view word) {
            char with[64] = "\u0627\u0644";
            std::size_t size = 4;
            for (std::size_t i = 0; i < word.size() && size < sizeof(with); ++i) with[size++] = word[i];
            add({with, size});
        });
    }
    [[nodiscard]] bool has(const spelling& s) const noexcept { return slots_[slot_of(hash_of(s))] != 0; }

private:
    static constexpr std::uint32_t room = 4096; // more than twice as many as there are words

    [[nodiscard]] static std::uint32_t hash_of(const spelling& s) noexcept { return letters_hash(s.letters, s.size, s.in) | 1u; }
    // Where a hash stands, or could.
    [[nodiscard]] std::uint32_t slot_of(std::uint32_t hash) const noexcept {
        std::uint32_t slot = hash & (room - 1);
        while (slots_[slot] != 0 && slots_[slot] != hash) slot = (slot + 1) & (room - 1);
        return slot;
    }
    template <class Use>
    static void each(std::string_view list, Use use) {
        for (std::size_t from = 0; from < list.size();) {
            const std::size_t space = list.find(' ', from), end = space == std::string_view::npos ? list.size() : space;
            use(list.substr(from, end - from));
            from = end + 1;
        }
    }

    buffer<std::uint32_t> slots_; // hashes, 0 where none is
};

}}} // namespace matn::v0::detail

#endif
