// SPDX-License-Identifier: MIT
// The names of an index by their words, and words by keys of their consonants.
#ifndef MATN_DETAIL_NAME_STORE_HPP
#define MATN_DETAIL_NAME_STORE_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/name_bound.hpp>
#include <matn/detail/name_compare.hpp>
#include <matn/detail/name_nearest.hpp>
#include <matn/detail/name_skeleton.hpp>
#include <matn/detail/prefetch.hpp>
#include <matn/name_match.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

// Which consonants a name has, finer than their classes and the same in both scripts, and how many classes.
[[nodiscard]] inline std::uint32_t fingerprint(const std::uint8_t* letters, std::uint32_t size, writing in) noexcept {
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

// The names of an index, their words, and neighbouring words written as one, which other spellings of a name join: each of these once,
// with the names that have it.
class name_store {
public:
    void add(std::uint32_t entry, std::uint32_t number, std::string_view name, std::string_view language) {
        spelling s;
        spell(name, s);
        if (s.in == writing::none || s.size == 0) return;
        prepared_name n;
        matn::detail::prepare(s, language, n);
        records_.push_back({static_cast<std::uint32_t>(letters_.size()), entry, number, s.digits,
                            static_cast<std::uint32_t>(members_.size()), static_cast<std::uint8_t>(s.size),
                            static_cast<std::uint8_t>(s.in), n.languages,
                            static_cast<std::uint8_t>(s.strangers < 255 ? s.strangers : 255)});
        letters_.append(s.letters, s.size);
        for (std::uint32_t w = 0; w < n.word_count; ++w)
            members_.push_back(word_number(n.letters + n.words[w].begin, n.words[w].size, n, n.words[w].meaning, false));
        std::uint8_t both[spelling::room];
        for (std::uint32_t w = 0; w + 1 < n.word_count; ++w) {
            const std::uint32_t size = join_words(n, w, both);
            members_.push_back(size == 0 ? nothing : word_number(both, size, n, 0, true));
        }
    }
    void finish() {
        buffer<std::uint32_t>().swap(numbers_);
        // Lists are counted, then filled.
        const auto count = static_cast<std::uint32_t>(records_.size());
        holder_starts_.assign(words_.size() + 1, 0);
        for (const std::uint32_t w : members_)
            if (w != nothing) ++holder_starts_[w];
        std::uint32_t sum = 0;
        for (std::uint32_t& s : holder_starts_) s = sum += s;
        holders_.resize(sum);
        for (std::uint32_t i = count; i-- > 0;) {
            const std::uint32_t print = fingerprint(letters(i), length(i), in(i)) | (in(i) == writing::latin ? keyed::latin : 0u);
            for (std::uint32_t m = records_[i].members; m < members_end(i); ++m)
                if (members_[m] != nothing) holders_[--holder_starts_[members_[m]]] = {i, print};
        }
        std::uint32_t bits = 4;
        while ((std::size_t{1} << bits) < words_.size() * 4 && bits < 28) ++bits;
        shift_ = 64 - bits;
        starts_.assign((std::size_t{1} << bits) + 1, 0);
        // Words that many names have come first in the lists of their keys: of words that sound alike they are the likelier.
        const buffer<std::uint32_t> order = rarest_first();
        for (int round = 0; round < 2; ++round) {
            for (const std::uint32_t w : order) {
                const word& of = words_[w];
                const std::uint32_t script = static_cast<writing>(of.in) == writing::latin ? keyed::latin : 0u;
                const auto put = [&](std::uint64_t key, std::uint32_t print) {
                    const auto b = static_cast<std::size_t>(key >> shift_);
                    if (round == 0) ++starts_[b];
                    else keyed_[--starts_[b]] = {w, print | script};
                };
                skeleton s;
                find_skeleton(word_letters_.data() + of.begin, of.size, static_cast<writing>(of.in), s);
                each_skeleton(
                    s,
                    [&](std::uint64_t classes, std::uint32_t shade, std::uint32_t) { put(skeleton_key(classes, false), shade); },
                    [&](std::uint64_t classes, std::uint32_t shade, std::uint32_t) {
                        if (of.joined == 0) put(skeleton_key(classes, true), shade);
                    });
                if (of.meaning != 0 && !is_title(of.meaning)) put(meaning_key(of.meaning), 0);
            }
            if (round == 1) break;
            sum = 0;
            for (std::uint32_t& s : starts_) s = sum += s;
            keyed_.resize(sum);
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

    static constexpr std::uint32_t nothing = 0xFFFFFFFFu;

    // The names that have a word, with their fingerprints.
    [[nodiscard]] std::span<const keyed> holders(std::uint32_t w) const noexcept {
        return {holders_.data() + holder_starts_[w], holder_starts_[w + 1] - holder_starts_[w]};
    }
    // The words that have a key, with their shades.
    [[nodiscard]] std::span<const keyed> with_key(std::uint64_t key) const noexcept {
        const auto b = static_cast<std::size_t>(key >> shift_);
        return {keyed_.data() + starts_[b], starts_[b + 1] - starts_[b]};
    }
    // The words of a name, then its neighbouring words as one, or `nothing`.
    [[nodiscard]] const std::uint32_t* members_of(std::uint32_t i) const noexcept {
        return members_.data() + records_[i].members;
    }
    [[nodiscard]] std::uint32_t words_of(std::uint32_t i) const noexcept {
        return (members_end(i) - records_[i].members + 1) / 2;
    }
    [[nodiscard]] std::uint32_t word_count() const noexcept { return static_cast<std::uint32_t>(words_.size()); }
    struct word {
        std::uint32_t begin;
        std::uint16_t meaning;
        std::uint8_t size, in, languages, joined;
        std::int16_t least_most = 0;  // of Latin words: the most that the letters weigh by the table that lets them weigh least
        std::uint32_t letter_set = 0; // of Latin words
    };
    [[nodiscard]] const word& word_at(std::uint32_t w) const noexcept { return words_[w]; }
    [[nodiscard]] const std::uint8_t* letters_of(const word& w) const noexcept { return word_letters_.data() + w.begin; }
    // Memory that is needed soon.
    void prefetch_record(std::uint32_t i) const noexcept { detail::prefetch(records_.data() + i); }
    void prefetch_members(std::uint32_t i) const noexcept {
        detail::prefetch(members_of(i));
        detail::prefetch(letters(i));
    }
    void prefetch_words(std::uint32_t i) const noexcept {
        const std::uint32_t* const members = members_of(i);
        for (std::uint32_t m = 0; m < words_of(i); ++m) prefetch_word(members[m]);
    }
    void prefetch_word(std::uint32_t w) const noexcept { detail::prefetch(words_.data() + w); }
    void prefetch_letters(std::uint32_t w) const noexcept { detail::prefetch(letters_of(words_[w])); }
    void prefetch_holder_count(std::uint32_t w) const noexcept { detail::prefetch(holder_starts_.data() + w); }
    void prefetch_holders(std::uint32_t w) const noexcept { detail::prefetch(holders_.data() + holder_starts_[w]); }
    // Of Latin words.
    [[nodiscard]] unit_view units_of(const word& w) const noexcept {
        const std::uint8_t* const one = letters_of(w);
        return {one, one + w.size, one + 2 * w.size, w.size};
    }
    [[nodiscard]] static std::uint64_t meaning_key(std::uint16_t meaning) noexcept { return mix_key(meaning ^ 0x77'0000u); }

private:
    struct record {
        std::uint32_t begin, entry, number, digits, members;
        std::uint8_t size, in, languages, strangers;
    };

    [[nodiscard]] std::uint32_t members_end(std::uint32_t i) const noexcept {
        return i + 1 < records_.size() ? records_[i + 1].members : static_cast<std::uint32_t>(members_.size());
    }

    std::uint32_t word_number(const std::uint8_t* letters, std::uint32_t size, const prepared_name& of, std::uint16_t meaning,
                              bool joined) {
        if (2 * words_.size() >= numbers_.size()) grow();
        const auto mask = static_cast<std::uint32_t>(numbers_.size() - 1);
        std::uint32_t slot = letters_hash(letters, size, of.in) & mask;
        for (; numbers_[slot] != 0; slot = (slot + 1) & mask) {
            word& w = words_[numbers_[slot] - 1];
            if (w.size != size || w.in != static_cast<std::uint8_t>(of.in)) continue;
            std::uint32_t same = 0;
            while (same < size && word_letters_[w.begin + same] == letters[same]) ++same;
            if (same != size) continue;
            w.languages = static_cast<std::uint8_t>(w.languages | of.languages);
            if (!joined) w.joined = 0;
            return numbers_[slot] - 1;
        }
        words_.push_back({static_cast<std::uint32_t>(word_letters_.size()), meaning, static_cast<std::uint8_t>(size),
                          static_cast<std::uint8_t>(of.in), of.languages, static_cast<std::uint8_t>(joined ? 1 : 0)});
        word_letters_.append(letters, size);
        if (of.in == writing::latin) {
            word& w = words_.back();
            w.letter_set = detail::letter_set(letters, size);
            for (std::uint8_t l = 0; l < name_languages; ++l) {
                const auto most = static_cast<std::int16_t>(most_of(letters, size, of.in, l));
                w.least_most = l == 0 || most < w.least_most ? most : w.least_most;
            }
            unit_rows units;
            find_units(letters, size, units);
            word_letters_.append(units.two + 1, size);
            word_letters_.append(units.three + 1, size);
        }
        return (numbers_[slot] = static_cast<std::uint32_t>(words_.size())) - 1;
    }
    void grow() {
        const std::size_t slots = numbers_.empty() ? 64 : 2 * numbers_.size();
        numbers_.assign(slots, 0);
        for (std::uint32_t w = 0; w < words_.size(); ++w) {
            std::uint32_t slot =
                letters_hash(word_letters_.data() + words_[w].begin, words_[w].size, static_cast<writing>(words_[w].in)) &
                static_cast<std::uint32_t>(slots - 1);
            while (numbers_[slot] != 0) slot = (slot + 1) & static_cast<std::uint32_t>(slots - 1);
            numbers_[slot] = w + 1;
        }
    }

    [[nodiscard]] buffer<std::uint32_t> rarest_first() const {
        constexpr std::uint32_t most = 256; // names of a word, in steps that grow
        const auto step = [this](std::uint32_t w) {
            const std::uint32_t count = holder_starts_[w + 1] - holder_starts_[w];
            return count < most / 2 ? count : most / 2 + (count / most < most / 2 ? count / most : most / 2 - 1);
        };
        std::uint32_t starts[most + 1] = {};
        for (std::uint32_t w = 0; w < words_.size(); ++w) ++starts[step(w) + 1];
        for (std::uint32_t s = 0; s < most; ++s) starts[s + 1] += starts[s];
        buffer<std::uint32_t> order(words_.size());
        for (std::uint32_t w = 0; w < words_.size(); ++w) order[starts[step(w)]++] = w;
        return order;
    }

    buffer<record> records_;
    buffer<std::uint8_t> letters_, word_letters_;
    buffer<word> words_;
    buffer<std::uint32_t> members_; // of each name: its words, then each two neighbours as one or `nothing`
    buffer<std::uint32_t> numbers_; // while names are added: words by their letters
    buffer<std::uint32_t> holder_starts_, starts_;
    buffer<keyed> holders_; // names by word
    buffer<keyed> keyed_;   // words by key
    std::uint32_t shift_ = 60;
};

}}} // namespace matn::v0::detail

#endif
