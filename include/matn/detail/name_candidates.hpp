// SPDX-License-Identifier: MIT
// Folded names by their words, and words by keys of their consonants: which names may be spellings of a name.
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

// Bits that are set. Without the instruction, which not every processor has and std::popcount must ask for.
[[nodiscard]] constexpr std::uint32_t bits_of(std::uint32_t v) noexcept {
    v = v - (v >> 1 & 0x55555555u);
    v = (v & 0x33333333u) + (v >> 2 & 0x33333333u);
    return ((v + (v >> 4)) & 0x0F0F0F0Fu) * 0x01010101u >> 24;
}

// Things by number that were read from lists, each perhaps several times, with how far they seem to be: the nearest, each once.
class nearest {
public:
    static constexpr std::uint32_t furthest = 15;

    void clear(std::uint32_t far) noexcept {
        far_ = far;
        read_.clear();
        for (std::uint32_t& n : at_) n = 0;
    }
    void add(std::uint32_t number, std::uint32_t distance) {
        if (distance > far_) return;
        ++at_[distance];
        read_.push_back({number, distance});
    }
    [[nodiscard]] std::size_t size() const noexcept { return read_.size(); }
    // At most some `wanted`.
    template <class Use>
    void each(std::uint32_t wanted, Use use) {
        std::uint32_t near = 0;
        for (std::uint32_t sum = at_[0]; near < far_ && sum + at_[near + 1] <= wanted;) sum += at_[++near];
        std::uint32_t bits = 4;
        while ((1u << bits) < 4 * wanted) ++bits;
        seen_.assign(std::size_t{1} << bits, 0);
        const std::uint32_t mask = (1u << bits) - 1;
        std::uint32_t left = wanted;
        for (std::uint32_t round = 0; round < 2; ++round) // of those that are a little further some
            for (const item& i : read_) {
                if (round == 0 ? i.distance > near : i.distance != near + 1) continue;
                std::uint32_t slot = (i.number * 0x9E3779B1u) >> (32 - bits);
                while (seen_[slot] != 0 && seen_[slot] != i.number + 1) slot = (slot + 1) & mask;
                if (seen_[slot] != 0) continue;
                if (left-- == 0) return;
                seen_[slot] = i.number + 1;
                use(i.number);
            }
    }

private:
    struct item {
        std::uint32_t number, distance;
    };
    buffer<item> read_;
    buffer<std::uint32_t> seen_;
    std::uint32_t at_[furthest + 1] = {}, far_ = furthest;
};

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
            const std::uint32_t print = fingerprint(letters(i), length(i), in(i));
            for (std::uint32_t m = records_[i].members; m < members_end(i); ++m)
                if (members_[m] != nothing) holders_[--holder_starts_[members_[m]]] = {i, print};
        }
        std::uint32_t bits = 4;
        while ((std::size_t{1} << bits) < words_.size() * 4 && bits < 28) ++bits;
        shift_ = 64 - bits;
        starts_.assign((std::size_t{1} << bits) + 1, 0);
        for (int round = 0; round < 2; ++round) {
            for (std::uint32_t w = 0; w < words_.size(); ++w) {
                const word& of = words_[w];
                const auto put = [&](std::uint64_t key, std::uint32_t print) {
                    const auto b = static_cast<std::size_t>(key >> shift_);
                    if (round == 0) ++starts_[b];
                    else keyed_[--starts_[b]] = {w, print};
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

    // All names, with how like their letters are.
    void all_by_letters(const prepared_name& asked, buffer<name_candidate>& out) const {
        const part_comparer comparer(asked.letters, asked.size, asked.in, asked.languages);
        for (std::uint32_t i = 0; i < records_.size(); ++i)
            out.push_back({i, comparer.first_look(letters(i), length(i), in(i), languages(i)).ratio()});
    }
    // Some names that may be the one asked for, with how like their words are.
    void candidates(const prepared_name& asked, buffer<name_candidate>& out) const {
        if (records_.empty()) return;
        search s;
        for (std::uint32_t w = 0; w < asked.word_count; ++w) {
            const name_word_at& at = asked.words[w];
            if (at.size > 1 || asked.word_count == 1)
                find_part(s, asked, asked.letters + at.begin, at.size, at.meaning, static_cast<std::uint16_t>(1u << w));
        }
        std::uint8_t both[spelling::room];
        for (std::uint32_t w = 0; w + 1 < asked.word_count; ++w)
            if (const std::uint32_t size = join_words(asked, w, both); size != 0)
                find_part(s, asked, both, size, 0, static_cast<std::uint16_t>(3u << w));
        s.index_hits();
        // The names that have such words: of the rarest part first.
        const std::uint32_t mine = fingerprint(asked.letters, asked.size, asked.in);
        s.reads.clear(nearest::furthest);
        std::uint32_t done = 0; // bits of parts
        for (std::uint32_t round = 0; round < s.part_count; ++round) {
            std::uint32_t rarest = s.part_count;
            for (std::uint32_t p = 0; p < s.part_count; ++p)
                if ((done >> p & 1) == 0 && (rarest == s.part_count || s.parts[p].holders < s.parts[rarest].holders)) rarest = p;
            done |= 1u << rarest;
            const part& p = s.parts[rarest];
            if (p.holders == 0) continue;
            if (round != 0 && s.reads.size() != 0 && s.reads.size() + p.holders > most_read) break;
            for (std::uint32_t h = p.begin; h < p.end; ++h) {
                const std::uint32_t w = s.hits[h].word;
                for (std::uint32_t at = holder_starts_[w]; at < holder_starts_[w + 1]; ++at)
                    s.reads.add(holders_[at].number, bits_of(mine ^ holders_[at].print));
            }
        }
        s.reads.each(most_judged, [&](std::uint32_t name) { out.push_back({name, estimate(s, asked, name)}); });
    }

    // A word of the index that may be a part of what is asked for.
    struct hit {
        std::uint32_t word;
        std::uint16_t of; // words of what is asked for, as bits
        std::uint16_t next;
        std::int16_t weight, most;
    };
    struct keyed {
        std::uint32_t number, print;
    };
    static constexpr std::uint32_t nothing = 0xFFFFFFFFu;

    // Words of the index like one of a text, or like two of them written as one, behind what `hits` has.
    void words_like(const std::uint8_t* letters, std::uint32_t size, const prepared_name& of, std::uint16_t meaning, bool joined,
                    buffer<hit>& hits) const {
        if (records_.empty()) return;
        search s;
        find_part(s, of, letters, size, meaning, static_cast<std::uint16_t>(joined ? 3 : 1));
        hits.append(s.hits.data(), s.hits.size());
    }
    // The names that have a word.
    [[nodiscard]] const keyed* holders_begin(std::uint32_t w) const noexcept { return holders_.data() + holder_starts_[w]; }
    [[nodiscard]] const keyed* holders_end(std::uint32_t w) const noexcept { return holders_.data() + holder_starts_[w + 1]; }
    // The words of a name, then its neighbouring words as one, or `nothing`.
    [[nodiscard]] const std::uint32_t* members_of(std::uint32_t i) const noexcept {
        return members_.data() + records_[i].members;
    }
    [[nodiscard]] std::uint32_t words_of(std::uint32_t i) const noexcept {
        return (members_end(i) - records_[i].members + 1) / 2;
    }
    [[nodiscard]] std::uint32_t letters_of_word(std::uint32_t w) const noexcept { return words_[w].size; }
    [[nodiscard]] writing in_of_word(std::uint32_t w) const noexcept { return static_cast<writing>(words_[w].in); }
    [[nodiscard]] std::uint16_t meaning_of_word(std::uint32_t w) const noexcept { return words_[w].meaning; }

private:
    static constexpr std::uint32_t most_of_key = 6000, words_far = 7, words_compared = 200, joined_compared = 40, words_kept = 64,
                                   most_read = 20000, most_judged = 250;
    struct record {
        std::uint32_t begin, entry, number, digits, members;
        std::uint8_t size, in, languages, strangers;
    };
    struct word {
        std::uint32_t begin;
        std::uint16_t meaning;
        std::uint8_t size, in, languages, joined;
    };
    struct part {
        std::uint32_t begin = 0, end = 0; // its hits
        std::uint64_t holders = 0;        // names that have them
    };
    struct search {
        static constexpr std::uint32_t most_parts = 2 * prepared_name::most_words, slots = 4096;
        static constexpr std::uint16_t none = 0xFFFF;
        nearest reads;
        buffer<hit> hits;
        part parts[most_parts];
        std::uint32_t part_count = 0;
        std::uint16_t first[slots];

        void index_hits() {
            for (std::uint16_t& f : first) f = none;
            for (std::uint32_t h = 0; h < hits.size(); ++h) {
                std::uint16_t& slot = first[(hits[h].word * 0x9E3779B1u) >> 20];
                hits[h].next = slot;
                slot = static_cast<std::uint16_t>(h);
            }
        }
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

    [[nodiscard]] static std::uint64_t meaning_key(std::uint16_t meaning) noexcept { return mix_key(meaning ^ 0x77'0000u); }

    // Words of the index like a part of what is asked for.
    void find_part(search& s, const prepared_name& asked, const std::uint8_t* letters, std::uint32_t size, std::uint16_t meaning,
                   std::uint16_t of) const {
        s.reads.clear(words_far);
        const bool joined = (of & (of - 1)) != 0;
        const auto read = [&](std::uint64_t key, std::uint32_t shade, std::uint32_t added) {
            const auto b = static_cast<std::size_t>(key >> shift_);
            const std::uint32_t begin = starts_[b];
            const std::uint32_t end = starts_[b + 1] - begin > most_of_key ? begin + most_of_key : starts_[b + 1];
            for (std::uint32_t at = begin; at < end; ++at)
                s.reads.add(keyed_[at].number, bits_of(shade ^ keyed_[at].print) + added);
        };
        skeleton mine;
        find_skeleton(letters, size, asked.in, mine);
        // With another class in each, words are further from each other than with one that only one has.
        each_skeleton(
            mine,
            [&](std::uint64_t classes, std::uint32_t shade, std::uint32_t) {
                read(skeleton_key(classes, false), shade, 0);
                if (!joined) read(skeleton_key(classes, true), shade, 2);
            },
            [&](std::uint64_t classes, std::uint32_t shade, std::uint32_t count) {
                read(skeleton_key(classes, false), shade, 2);
                if (!joined && count >= 4) read(skeleton_key(classes, true), shade, 3);
            });
        if (meaning != 0 && !is_title(meaning)) read(meaning_key(meaning), 0, 0);
        const part_comparer comparer(letters, size, asked.in, asked.languages);
        part& p = s.parts[s.part_count++];
        p.begin = static_cast<std::uint32_t>(s.hits.size());
        s.reads.each(joined ? joined_compared : words_compared, [&](std::uint32_t w) {
            const word& other = words_[w];
            likeness l;
            if (same_meaning(meaning, other.meaning)) l.weight = l.most = is_title(meaning) ? 2 : 30;
            else
                l = comparer.first_look(word_letters_.data() + other.begin, other.size, static_cast<writing>(other.in),
                                        other.languages);
            if (10 * l.weight < l.most + 10) return;
            s.hits.push_back({w, of, 0, static_cast<std::int16_t>(l.weight), static_cast<std::int16_t>(l.most)});
        });
        // The best.
        hit* const mine_hits = s.hits.data() + p.begin;
        auto count = static_cast<std::uint32_t>(s.hits.size()) - p.begin;
        const auto better = [](const hit& a, const hit& b) {
            const int left = a.weight * (b.most + 10), right = b.weight * (a.most + 10);
            return left != right ? left > right : a.word < b.word;
        };
        for (std::uint32_t i = 1; i < count; ++i) {
            const hit h = mine_hits[i];
            std::uint32_t at = i < words_kept ? i : words_kept;
            if (i >= words_kept && !better(h, mine_hits[words_kept - 1])) continue;
            if (at == words_kept) --at;
            for (; at > 0 && better(h, mine_hits[at - 1]); --at) mine_hits[at] = mine_hits[at - 1];
            mine_hits[at] = h;
        }
        if (count > words_kept) count = words_kept;
        s.hits.resize(p.begin + count, hit{});
        p.end = p.begin + count;
        for (std::uint32_t h = p.begin; h < p.end; ++h)
            p.holders += holder_starts_[s.hits[h].word + 1] - holder_starts_[s.hits[h].word];
    }

    // How like a name is by its words: those that correspond, less those that only one of the two has.
    [[nodiscard]] float estimate(const search& s, const prepared_name& asked, std::uint32_t name) const noexcept {
        constexpr std::uint32_t room = 24;
        word_pair pairs[room];
        std::uint32_t count = 0;
        const record& r = records_[name];
        const std::uint32_t members = members_end(name) - r.members, words = (members + 1) / 2;
        for (std::uint32_t m = 0; m < members; ++m) {
            const std::uint32_t w = members_[r.members + m];
            if (w == nothing) continue;
            const auto named = static_cast<std::uint16_t>(m < words ? 1u << m : 3u << (m - words));
            for (std::uint16_t h = s.first[(w * 0x9E3779B1u) >> 20]; h != search::none; h = s.hits[h].next)
                if (s.hits[h].word == w && count < room)
                    pairs[count++] = {s.hits[h].of, named, s.hits[h].weight, s.hits[h].most, 0};
        }
        word_pairing p(pairs, count, asked.in == in(name), true);
        const std::uint32_t alone = p.without(asked);
        std::uint32_t alone_there = 0;
        for (std::uint32_t w = 0; w < words; ++w)
            if ((p.used_b >> w & 1) == 0) {
                const word& other = words_[members_[r.members + w]];
                alone_there += p.without(other.size, other.meaning);
            }
        if (alone != 0 && alone_there != 0) p.weight -= 20;
        return static_cast<float>(p.weight) / static_cast<float>(p.most + 60);
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
