// SPDX-License-Identifier: MIT
// Folded names by keys of their consonants: which of them may be spellings of a name.
#ifndef MATN_DETAIL_NAME_CANDIDATES_HPP
#define MATN_DETAIL_NAME_CANDIDATES_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/name_compare.hpp>
#include <matn/detail/name_skeleton.hpp>
#include <matn/name_match.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

struct name_candidate {
    std::uint32_t name = 0;
    float ratio = 0; // how like the letters are
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

// The names of an index. Letters stand one behind the other; keys lead to names by buckets that hold their numbers and fingerprints.
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
                 static_cast<std::uint8_t>(s.strangers < 255 ? s.strangers : 255)};
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
            for (std::uint32_t i = 0; i < count; ++i) {
                const std::uint32_t print = fingerprint(letters(i), length(i), in(i));
                keys_of(i, [&](std::uint64_t key) {
                    const std::size_t b = static_cast<std::size_t>(key >> shift_);
                    if (round == 0) ++starts_[b];
                    else named_[--starts_[b]] = {i, print};
                });
            }
            if (round == 0) {
                std::uint32_t sum = 0;
                for (std::uint32_t& s : starts_) s = sum += s;
                named_.resize(sum);
            }
        }
    }

    [[nodiscard]] std::size_t size() const noexcept { return records_.size(); }
    [[nodiscard]] const std::uint8_t* letters(std::uint32_t i) const noexcept { return letters_.data() + records_[i].begin; }
    [[nodiscard]] std::uint32_t length(std::uint32_t i) const noexcept { return records_[i].size; }
    [[nodiscard]] writing in(std::uint32_t i) const noexcept { return static_cast<writing>(records_[i].in); }
    [[nodiscard]] std::uint8_t languages(std::uint32_t i) const noexcept { return records_[i].languages; }
    [[nodiscard]] std::uint32_t entry_of(std::uint32_t i) const noexcept { return records_[i].entry; }
    [[nodiscard]] std::uint32_t number_of(std::uint32_t i) const noexcept { return records_[i].number; }
    [[nodiscard]] std::uint32_t digits(std::uint32_t i) const noexcept { return records_[i].digits; }
    [[nodiscard]] std::uint32_t strangers(std::uint32_t i) const noexcept { return records_[i].strangers; }
    void prepare(std::uint32_t i, prepared_name& out) const noexcept {
        out.letters = letters(i);
        out.size = length(i);
        out.in = in(i);
        out.languages = languages(i);
        find_words(out);
    }

    // Names that have a key in common with the one asked for, the nearest by their fingerprints; or all.
    void candidates(const prepared_name& asked, bool all, buffer<name_candidate>& out) const {
        if (all) {
            for (std::uint32_t i = 0; i < records_.size(); ++i) out.push_back({i, 0});
            return;
        }
        if (records_.empty()) return;
        const std::uint32_t mine = fingerprint(asked.letters, asked.size, asked.in);
        // Once to see how near they are, once to take those that are near enough, the nearest first.
        std::uint32_t at_distance[far + 1] = {};
        buffer<keyed> read; // with the distance for the fingerprint
        keys_of(asked, [&](std::uint64_t key) {
            const std::size_t b = static_cast<std::size_t>(key >> shift_);
            const std::uint32_t begin = starts_[b],
                                end = starts_[b + 1] - begin > most_of_key ? begin + most_of_key : starts_[b + 1];
            for (std::uint32_t at = begin; at < end; ++at) {
                const std::uint32_t distance = bits_of(mine ^ named_[at].print);
                if (distance > far) continue;
                ++at_distance[distance];
                read.push_back({named_[at].name, distance});
            }
        });
        std::uint32_t near = 0;
        for (std::uint32_t sum = at_distance[0]; near < far && sum + at_distance[near + 1] <= most_read;)
            sum += at_distance[++near];
        constexpr std::uint32_t slots = 4096; // more than twice what is taken
        static_assert(slots >= 2 * most_taken);
        std::uint32_t seen[slots] = {};
        std::uint32_t taken = 0;
        for (std::uint32_t round = 0; round < 2; ++round)
            for (const keyed& k : read) {
                if (taken == most_taken) return;
                if (round == 0 ? k.print > near / 2 : k.print > near) continue;
                std::uint32_t slot = (k.name * 0x9E3779B1u) >> 20;
                while (seen[slot] != 0 && seen[slot] != k.name + 1) slot = (slot + 1) & (slots - 1);
                if (seen[slot] != 0) continue;
                seen[slot] = k.name + 1;
                ++taken;
                out.push_back({k.name, 0});
            }
    }

private:
    static constexpr std::uint32_t most_of_key = 12000, most_read = 6000, most_taken = 1200, far = 14;
    // Without the instruction, which not every processor has and std::popcount must ask for.
    static std::uint32_t bits_of(std::uint32_t v) noexcept {
        v = v - (v >> 1 & 0x55555555u);
        v = (v & 0x33333333u) + (v >> 2 & 0x33333333u);
        return ((v + (v >> 4)) & 0x0F0F0F0Fu) * 0x01010101u >> 24;
    }
    struct keyed {
        std::uint32_t name, print;
    };
    struct record {
        std::uint32_t begin, entry, number, digits;
        std::uint8_t size, in, languages, strangers;
    };

    // Which consonants a name has, finer than their classes and the same in both scripts, and how many classes.
    static std::uint32_t fingerprint(const std::uint8_t* letters, std::uint32_t size, writing in) noexcept {
        enum : std::uint8_t { b = 1, f, t, d, s, sh, z, j, ch, k, g, kh, gh, m, n, l, r, h };
        constexpr std::uint8_t h_code = 8;
        std::uint32_t bits = 0;
        std::uint32_t classes = 0;
        std::uint8_t last = 0;
        const auto put = [&](std::uint8_t feature) {
            if (feature == 0) return;
            bits |= 1u << feature;
            classes += feature != last ? 1u : 0u;
            last = feature;
        };
        if (in == writing::latin) {
            //                                   a  b  c  d  e  f  g  h  i  j  k  l  m  n  o  p  q  r  s  t  u  v  w  x  y  z
            constexpr std::uint8_t plain[] = {0, 0, b, k, d, 0, f, g, h, 0, j, k, l, m, n, 0, b, k, r, s, t, 0, 0, 0, k, 0, z};
            for (std::uint32_t i = 0; i < size; ++i) {
                const std::uint8_t c = letters[i];
                if (c >= latin_space) continue;
                const std::uint8_t next = i + 1 < size ? letters[i + 1] : std::uint8_t{0};
                if (next == h_code && (c == 3 || c == 7 || c == 11 || c == 16 || c == 19 || c == 26)) { // ch gh kh ph sh zh
                    put(c == 3    ? std::uint8_t{ch}
                        : c == 7  ? std::uint8_t{gh}
                        : c == 11 ? std::uint8_t{kh}
                        : c == 16 ? std::uint8_t{f}
                        : c == 19 ? std::uint8_t{sh}
                                  : std::uint8_t{j});
                    ++i;
                } else if (next == h_code && (c == 4 || c == 20)) { // dh th: whichever
                    ++i;
                } else {
                    put(c == 3 && (next == 5 || next == 9 || next == 25) ? std::uint8_t{s} : plain[c]);
                }
            }
        } else {
            static constexpr auto features = [] {
                struct {
                    std::uint8_t of[native_codes] = {};
                } out;
                constexpr const char16_t* members[] = {u"",   u"بپ", u"ف", u"تطٹ", u"دڈ", u"سص",  u"ش", u"ز",  u"جژ", u"چ",
                                                       u"کق", u"گ",  u"خ", u"غ",   u"م",  u"نںڼ", u"ل", u"رڑ", u"حه"};
                for (std::uint8_t feature = 1; feature <= 18; ++feature)
                    for (const char16_t* c = members[feature]; *c != 0; ++c) out.of[native_code(*c)] = feature;
                return out;
            }();
            for (std::uint32_t i = 0; i < size; ++i) put(features.of[letters[i]]);
        }
        for (std::uint32_t i = 0; i < 8; ++i) // 4, 5, 6... classes
            if (classes >= 4 + i) bits |= 1u << (20 + i);
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
        use(mix_key(letters_hash(n.letters, n.size, n.in))); // the same letters are found however many names sound alike
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
    buffer<keyed> named_;
    buffer<std::uint32_t> starts_;
    std::uint32_t shift_ = 60;
};

}}} // namespace matn::v0::detail

#endif
