// SPDX-License-Identifier: MIT
// Folded names by keys of their consonants: which of them may be spellings of a name.
#ifndef MATN_DETAIL_NAME_CANDIDATES_HPP
#define MATN_DETAIL_NAME_CANDIDATES_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/name_compare.hpp>
#include <matn/detail/name_skeleton.hpp>
#include <matn/name_match.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

struct name_candidate {
    std::uint32_t name = 0;
    float ratio = 0; // first how near the skeletons are, then how like the letters
};

// Leaves the best `count`, in no order.
inline void keep_best(buffer<name_candidate>& all, std::size_t count) noexcept {
    std::size_t begin = 0, end = all.size();
    if (end <= count) return;
    while (end - begin > 1) { // Hoare's selection
        const float pivot = all[begin + (end - begin) / 2].ratio;
        std::size_t i = begin, j = end - 1;
        for (;;) {
            while (all[i].ratio > pivot) ++i;
            while (all[j].ratio < pivot) --j;
            if (i >= j) break;
            const name_candidate swap = all[i];
            all[i++] = all[j];
            all[j--] = swap;
        }
        const std::size_t middle = j + 1 > begin && j + 1 < end ? j + 1 : begin + 1;
        if (count <= middle) end = middle;
        else begin = middle;
        if (begin >= count) break;
    }
    all.resize(count);
}

// The names of an index. Letters stand one behind the other; keys lead to names by buckets that hold nothing but their numbers.
class name_store {
public:
    void add(std::uint32_t entry, std::uint32_t number, std::string_view name, std::string_view language) {
        spelling s;
        spell(name, s);
        if (s.in == writing::none || s.size == 0) return;
        prepared_name n;
        matn::detail::prepare(s, language, n);
        record r{static_cast<std::uint32_t>(letters_.size()),
                 entry,
                 number,
                 s.digits,
                 static_cast<std::uint8_t>(s.size),
                 static_cast<std::uint8_t>(s.in),
                 n.languages,
                 0};
        letters_.append(s.letters, s.size);
        records_.push_back(r);
    }
    void finish() {
        const std::size_t count = records_.size();
        std::uint32_t bits = 4;
        while ((std::size_t{1} << bits) < count * 4 && bits < 28) ++bits;
        shift_ = 64 - bits;
        starts_.assign((std::size_t{1} << bits) + 1, 0);
        // Once to count, once to put.
        for (int round = 0; round < 2; ++round) {
            for (std::uint32_t i = 0; i < count; ++i)
                keys_of(i, [&](std::uint64_t key) {
                    const std::size_t b = static_cast<std::size_t>(key >> shift_);
                    if (round == 0) ++starts_[b];
                    else names_[--starts_[b]] = i;
                });
            if (round == 0) {
                std::uint32_t sum = 0;
                for (std::uint32_t& s : starts_) s = sum += s;
                names_.resize(sum);
            }
        }
        signatures_.resize(count);
        for (std::uint32_t i = 0; i < count; ++i) signatures_[i] = signature(letters(i), length(i), in(i));
    }

    [[nodiscard]] std::size_t size() const noexcept { return records_.size(); }
    [[nodiscard]] const std::uint8_t* letters(std::uint32_t i) const noexcept { return letters_.data() + records_[i].begin; }
    [[nodiscard]] std::uint32_t length(std::uint32_t i) const noexcept { return records_[i].size; }
    [[nodiscard]] writing in(std::uint32_t i) const noexcept { return static_cast<writing>(records_[i].in); }
    [[nodiscard]] std::uint8_t languages(std::uint32_t i) const noexcept { return records_[i].languages; }
    [[nodiscard]] std::uint32_t entry_of(std::uint32_t i) const noexcept { return records_[i].entry; }
    [[nodiscard]] std::uint32_t number_of(std::uint32_t i) const noexcept { return records_[i].number; }
    [[nodiscard]] std::uint32_t digits(std::uint32_t i) const noexcept { return records_[i].digits; }
    void prepare(std::uint32_t i, prepared_name& out) const noexcept {
        out.letters = letters(i);
        out.size = length(i);
        out.in = in(i);
        out.languages = languages(i);
        find_words(out);
    }

    void candidates(const prepared_name& asked, bool all, buffer<name_candidate>& out) const {
        if (all) {
            for (std::uint32_t i = 0; i < records_.size(); ++i) out.push_back({i, 0});
            return;
        }
        if (records_.empty()) return;
        const std::uint64_t mine = signature(asked.letters, asked.size, asked.in);
        const int my_bits = std::popcount(mine);
        // Numbers seen before, in a table that forgets nothing: at most `most` names are taken.
        constexpr std::uint32_t slots = 8192;
        buffer<std::uint32_t> seen(slots, 0);
        std::uint32_t taken = 0;
        keys_of(asked, [&](std::uint64_t key) {
            const std::size_t b = static_cast<std::size_t>(key >> shift_);
            std::uint32_t end = starts_[b + 1];
            if (end - starts_[b] > most_of_key) end = starts_[b] + most_of_key;
            for (std::uint32_t at = starts_[b]; at < end && taken < most_taken; ++at) {
                const std::uint32_t name = names_[at];
                std::uint32_t slot = (name * 0x9E3779B1u) >> 19;
                while (seen[slot] != 0 && seen[slot] != name + 1) slot = (slot + 1) & (slots - 1);
                if (seen[slot] != 0) continue;
                seen[slot] = name + 1;
                ++taken;
                const std::uint64_t theirs = signatures_[name];
                const int common = std::popcount(mine & theirs);
                const int longer = my_bits > std::popcount(theirs) ? my_bits : std::popcount(theirs);
                out.push_back({name, static_cast<float>(2 * common - longer)});
            }
        });
        keep_best(out, most_compared);
    }

private:
    static constexpr std::uint32_t most_taken = 6000, most_of_key = 2000, most_compared = 700;
    struct record {
        std::uint32_t begin, entry, number, digits;
        std::uint8_t size, in, languages, unused;
    };

    // What a name has of pairs of neighbouring classes and of first and last vowels that both scripts write.
    static std::uint64_t signature(const std::uint8_t* letters, std::uint32_t size, writing in) noexcept {
        skeleton s;
        find_skeleton(letters, size, in, s);
        std::uint64_t bits = 0;
        std::uint8_t last = 0;
        for (std::uint32_t i = 0; i <= s.size; ++i) {
            const std::uint8_t now = i < s.size ? s.classes[i] : std::uint8_t{0};
            bits |= std::uint64_t{1} << ((last * 7u + now * 3u + (last != 0 && now != 0 ? last * now : 0u)) & 63u);
            last = now;
        }
        return bits;
    }

    template <class Use>
    void keys_of(std::uint32_t i, Use use) const {
        prepared_name n;
        prepare(i, n);
        keys_of(n, use);
    }
    // The keys of a name: all classes in order, those but one; the words in any order, those but one; what it means.
    template <class Use>
    static void keys_of(const prepared_name& n, Use use) {
        skeleton whole;
        find_skeleton(n.letters, n.size, n.in, whole);
        use(skeleton_key(whole, whole.size));
        const auto but_one = [&use](const skeleton& s) {
            if (s.size < 3) return;
            for (std::uint32_t i = 0; i < s.size; ++i)
                if (i == 0 || s.classes[i] != s.classes[i - 1]) use(skeleton_key(s, i));
        };
        but_one(whole);
        if (n.plain_words != n.word_count) {
            if (n.plain_size != 0) {
                skeleton rest;
                find_skeleton(n.plain, n.plain_size, n.in, rest);
                use(skeleton_key(rest, rest.size));
                but_one(rest);
            }
            std::uint64_t meanings = 0;
            for (std::uint32_t w = 0; w < n.word_count; ++w)
                if (n.words[w].meaning != 0 && !is_title(n.words[w].meaning)) meanings += mix_key(n.words[w].meaning);
            if (n.plain_words == 0) use(mix_key(meanings ^ 0x77));
        }
        if (whole.word_count >= 1) {
            std::uint64_t sum = 0;
            for (std::uint32_t w = 0; w < whole.word_count; ++w) sum += whole.words[w];
            use(mix_key(sum ^ 0x33));
            if (whole.word_count >= 2)
                for (std::uint32_t w = 0; w < whole.word_count; ++w)
                    if (whole.word_sizes[w] >= 2) {
                        use(mix_key(whole.words[w] ^ 0x55));
                        const std::uint32_t classes = whole.word_sizes[w] < 12 ? whole.word_sizes[w] : 12;
                        for (std::uint32_t i = 0; i < classes && classes >= 4; ++i) {
                            const std::uint64_t below = (std::uint64_t{1} << (4 * i)) - 1, word = whole.packed[w];
                            use(mix_key(mix_key((word >> 4 & ~below) | (word & below)) ^ 0x55));
                        }
                    }
            if (whole.word_count >= 2)
                for (std::uint32_t w = 0; w < whole.word_count; ++w)
                    if (whole.word_count > 2 || whole.word_sizes[1 - w] >= 2) use(mix_key((sum - whole.words[w]) ^ 0x33));
        }
    }

    buffer<record> records_;
    buffer<std::uint8_t> letters_;
    buffer<std::uint64_t> signatures_;
    buffer<std::uint32_t> starts_, names_;
    std::uint32_t shift_ = 60;
};

}}} // namespace matn::v0::detail

#endif
