// SPDX-License-Identifier: MIT
// Which names of an index may be spellings of a name: those that have words like its words.
#ifndef MATN_DETAIL_NAME_CANDIDATES_HPP
#define MATN_DETAIL_NAME_CANDIDATES_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/name_bound.hpp>
#include <matn/detail/name_compare.hpp>
#include <matn/detail/name_nearest.hpp>
#include <matn/detail/name_skeleton.hpp>
#include <matn/detail/name_store.hpp>
#include <matn/detail/name_tally.hpp>
#include <matn/detail/sort.hpp>

#include <cstddef>
#include <cstdint>

namespace matn { inline namespace v0 { namespace detail {

// A word of the index that may be a part of what is asked for.
struct word_hit {
    std::uint32_t word;
    std::uint16_t of; // words of what is asked for, as bits
    std::uint16_t next;
    std::int16_t weight, most;
};

// Asks an index for names and words. The memory for it is kept from question to question.
class name_question {
public:
    // All names, with how like their letters are.
    void all_by_letters(const name_store& names, const prepared_name& asked, buffer<name_candidate>& out) {
        const part_comparer comparer(asked.letters, asked.size, asked.in, asked.languages, &profile_);
        for (std::uint32_t i = 0; i < names.size(); ++i)
            out.push_back({i, comparer.first_look({names.letters(i), names.length(i), names.in(i), names.languages(i)}).ratio()});
    }

    // Some names that may be the one asked for, with how like their words are.
    void candidates(const name_store& names, const prepared_name& asked, buffer<name_candidate>& out) {
        if (names.size() == 0) return;
        hits_.clear();
        part_count_ = 0;
        for (std::uint32_t w = 0; w < asked.word_count; ++w) {
            const name_word_at& at = asked.words[w];
            if (at.size > 1 || asked.word_count == 1)
                find_part(names, asked, asked.letters + at.begin, at.size, at.meaning, static_cast<std::uint16_t>(1u << w),
                          asked_words);
        }
        std::uint8_t both[spelling::room];
        for (std::uint32_t w = 0; w + 1 < asked.word_count; ++w)
            if (const std::uint32_t size = join_words(asked, w, both); size != 0)
                find_part(names, asked, both, size, 0, static_cast<std::uint16_t>(3u << w), asked_joined);
        index_hits();
        tally_names(names);
        tally_.best(fingerprint(asked.letters, asked.size, asked.in), most_judged, chosen_);
        // A name is three steps of memory away: its record, its words' numbers, its words. Each is asked for some names ahead.
        const auto count = static_cast<std::uint32_t>(chosen_.size());
        for (std::uint32_t i = 0; i < count + 3 * ahead; ++i) {
            if (i < count) names.prefetch_record(chosen_[i]);
            if (i >= ahead && i - ahead < count) names.prefetch_members(chosen_[i - ahead]);
            if (i >= 2 * ahead && i - 2 * ahead < count) names.prefetch_words(chosen_[i - 2 * ahead]);
            if (i >= 3 * ahead) out.push_back({chosen_[i - 3 * ahead], estimate(names, asked, chosen_[i - 3 * ahead])});
        }
    }

    // Words of the index, in the other script, like one of a text, or like two of them written as one, behind what `hits` has.
    void words_like(const name_store& names, const std::uint8_t* letters, std::uint32_t size, const prepared_name& of,
                    std::uint16_t meaning, bool joined, buffer<word_hit>& hits) {
        if (names.size() == 0) return;
        hits_.clear();
        part_count_ = 0;
        find_part(names, of, letters, size, meaning, static_cast<std::uint16_t>(joined ? 3 : 1),
                  joined ? text_joined : text_words);
        hits.append(hits_.data(), hits_.size());
    }

private:
    // How far it is looked for words that are like one, and how many are compared letter by letter. A text has many words, most of which
    // are no names, and a name in it must be much like a listed one: so only the nearest count there.
    struct reach {
        std::uint32_t far, compared;
        std::uint32_t wider; // where very many seem near: how many times as many are looked at by what they weigh at most
        int bar;             // what they must weigh, in tenths of what they could
        bool other_script;
    };
    static constexpr reach asked_words{7, 200, 3, 1, false}, asked_joined{7, 40, 3, 1, false}, text_words{3, 100, 1, 4, true},
        text_joined{2, 40, 1, 4, true};
    static constexpr std::uint32_t most_of_key = 6000, words_kept = 64, most_read = 20000, most_added = 6000, most_judged = 120,
                                   ahead = 6, many_read = 3000;
    static constexpr std::uint32_t most_parts = 2 * prepared_name::most_words, slots = 4096;
    static constexpr std::uint16_t none = 0xFFFF;
    struct part {
        std::uint32_t begin, end; // its hits
        std::uint64_t holders;    // names that have them
        std::uint32_t size;       // letters
    };
    // What a word says for a name: of what all its letters could say the share that they do, and more for a longer one.
    [[nodiscard]] static std::uint8_t worth_of(const word_hit& h, std::uint32_t size) noexcept {
        const bool two = (h.of & (h.of - 1)) != 0;
        const int letters = static_cast<int>(two ? size / 2 : size), most = 8 * (letters < 14 ? letters : 14);
        const int worth = most * h.weight / (h.most + 10);
        return static_cast<std::uint8_t>(worth < 0 ? 0 : worth > 127 ? 127 : worth);
    }

    void index_hits() {
        first_.assign(slots, none);
        for (std::uint32_t h = 0; h < hits_.size(); ++h) {
            std::uint16_t& slot = first_[slot_of(hits_[h].word)];
            hits_[h].next = slot;
            slot = static_cast<std::uint16_t>(h);
        }
    }
    [[nodiscard]] static std::uint32_t slot_of(std::uint32_t word) noexcept { return (word * 0x9E3779B1u) >> 20; }

    // The names that have such words: those of the rarest part first, and then of common words only which of these have them too.
    void tally_names(const name_store& names) {
        std::size_t readings = 0;
        for (std::uint32_t p = 0; p < part_count_; ++p) readings += parts_[p].holders;
        tally_.clear(readings < most_read ? readings : most_read);
        std::uint32_t done = 0; // bits of parts
        std::size_t read = 0;
        for (std::uint32_t round = 0; round < part_count_; ++round) {
            std::uint32_t rarest = part_count_;
            for (std::uint32_t p = 0; p < part_count_; ++p)
                if ((done >> p & 1) == 0 && (rarest == part_count_ || parts_[p].holders < parts_[rarest].holders)) rarest = p;
            done |= 1u << rarest;
            const part& p = parts_[rarest];
            const bool known = read != 0 && read + p.holders > most_added;
            for (std::uint32_t h = p.begin; h < p.end && read < most_read; ++h) {
                const std::span<const keyed> list = names.holders(hits_[h].word);
                const std::span<const keyed> some = list.first(list.size() < most_read - read ? list.size() : most_read - read);
                tally_.read(some, hits_[h].of, worth_of(hits_[h], p.size), known);
                read += some.size();
            }
        }
    }

    // Words of the index like a part of what is asked for.
    void find_part(const name_store& names, const prepared_name& asked, const std::uint8_t* letters, std::uint32_t size,
                   std::uint16_t meaning, std::uint16_t of, const reach& within) {
        reads_.clear(within.far, within.compared, within.wider);
        const bool joined = (of & (of - 1)) != 0;
        const auto read = [&](std::uint64_t key, std::uint32_t shade, std::uint32_t added) {
            const std::span<const keyed> with = names.with_key(key);
            const std::size_t count = with.size() > most_of_key ? most_of_key : with.size();
            reads_.read(with.first(count), shade, added);
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
        if (meaning != 0 && !is_title(meaning)) read(name_store::meaning_key(meaning), 0, 0);
        part& p = parts_[part_count_++];
        p = {static_cast<std::uint32_t>(hits_.size()), static_cast<std::uint32_t>(hits_.size()), 0, size};
        const bool many = asked.in == writing::arabic && reads_.size() > many_read;
        reads_.best(within.compared, many ? within.wider : 1, chosen_);
        for (std::uint32_t w : chosen_) names.prefetch_word(w);
        drop_unlike(names, asked, letters, size, meaning, within);
        if (chosen_.empty()) return;
        const part_comparer comparer(letters, size, asked.in, asked.languages, &profile_);
        const auto compared = static_cast<std::uint32_t>(chosen_.size());
        for (std::uint32_t i = 0; i < ahead && i < compared; ++i) names.prefetch_letters(chosen_[i]);
        for (std::uint32_t i = 0; i < compared; ++i) {
            if (i + ahead < compared) names.prefetch_letters(chosen_[i + ahead]);
            const std::uint32_t w = chosen_[i];
            const name_store::word& other = names.word_at(w);
            likeness l;
            if (same_meaning(meaning, other.meaning)) l.weight = l.most = is_title(meaning) ? 2 : 30;
            else
                l = comparer.first_look({names.letters_of(other), other.size, static_cast<writing>(other.in), other.languages,
                                         names.units_of(other)});
            if (10 * l.weight < within.bar * (l.most + 10)) continue;
            names.prefetch_holder_count(w);
            hits_.push_back({w, of, 0, static_cast<std::int16_t>(l.weight), static_cast<std::int16_t>(l.most)});
        }
        // The best, of the other script and of the same.
        const auto begin = hits_.data() + p.begin;
        const auto count = static_cast<std::uint32_t>(hits_.size()) - p.begin;
        sort(begin, count, [&](const word_hit& a, const word_hit& b) {
            const int left = a.weight * (b.most + 10), right = b.weight * (a.most + 10);
            return left != right ? left > right : a.word < b.word;
        });
        std::uint32_t left[2] = {words_kept, words_kept}, kept = 0;
        for (std::uint32_t h = 0; h < count; ++h) {
            std::uint32_t& room = left[static_cast<writing>(names.word_at(begin[h].word).in) == asked.in];
            if (room == 0) continue;
            --room;
            begin[kept++] = begin[h];
        }
        hits_.shrink(p.begin + kept);
        p.end = p.begin + kept;
        for (std::uint32_t h = p.begin; h < p.end; ++h) {
            names.prefetch_holders(hits_[h].word);
            p.holders += names.holders(hits_[h].word).size();
        }
    }

    // Drops of those chosen what need not be compared.
    void drop_unlike(const name_store& names, const prepared_name& asked, const std::uint8_t* letters, std::uint32_t size,
                     std::uint16_t meaning, const reach& within) {
        if (chosen_.empty() || (asked.in == writing::latin && !within.other_script)) return;
        bounded_.clear();
        sets_.clear();
        std::uint32_t kept = 0;
        for (const std::uint32_t w : chosen_) {
            const name_store::word& other = names.word_at(w);
            const bool same_script = static_cast<writing>(other.in) == asked.in;
            if (within.other_script && same_script) continue;
            if (asked.in == writing::latin || same_script || same_meaning(meaning, other.meaning)) {
                chosen_[kept++] = w;
            } else {
                bounded_.push_back({w, 0});
                sets_.push_back(other.letter_set);
            }
        }
        chosen_.shrink(kept);
        if (bounded_.empty()) return;
        const std::uint8_t languages = first_languages(asked.languages);
        int most = 1 << 20;
        for (std::uint8_t l = 0; l < name_languages; ++l)
            if (const int of = most_of(letters, size, asked.in, l); (languages >> l & 1) != 0 && of < most) most = of;
        const auto count = static_cast<std::uint32_t>(bounded_.size());
        sets_.resize(count + weight_bound::together);
        sums_.resize(count + weight_bound::together);
        bound_.set(letters, size, languages);
        bound_.of(sets_.data(), count, sums_.data());
        std::uint32_t left = 0;
        for (std::uint32_t i = 0; i < count; ++i) {
            const int could = (most + names.word_at(bounded_[i].name).least_most) / 2;
            if (10 * sums_[i] < within.bar * (could + 10)) continue;
            bounded_[left++] = {bounded_[i].name, static_cast<float>(sums_[i]) / static_cast<float>(could + 10)};
        }
        bounded_.shrink(left);
        keep_best(bounded_, within.compared > kept ? within.compared - kept : 0);
        for (const name_candidate& c : bounded_) chosen_.push_back(c.name);
    }

    // How like a name is by its words: those that correspond, less those that only one of the two has.
    [[nodiscard]] float estimate(const name_store& names, const prepared_name& asked, std::uint32_t name) const noexcept {
        constexpr std::uint32_t room = 24;
        word_pair pairs[room];
        std::uint32_t count = 0;
        const std::uint32_t* const members = names.members_of(name);
        const std::uint32_t words = names.words_of(name);
        for (std::uint32_t m = 0; m < 2 * words - 1; ++m) {
            const std::uint32_t w = members[m];
            if (w == name_store::nothing) continue;
            const auto named = static_cast<std::uint16_t>(m < words ? 1u << m : 3u << (m - words));
            for (std::uint16_t h = first_[slot_of(w)]; h != none; h = hits_[h].next)
                if (hits_[h].word == w && count < room) pairs[count++] = {hits_[h].of, named, hits_[h].weight, hits_[h].most, 0};
        }
        word_pairing p(pairs, count, asked.in == names.in(name), true);
        const std::uint32_t alone = p.without(asked);
        std::uint32_t alone_there = 0;
        for (std::uint32_t w = 0; w < words; ++w)
            if ((p.used_b >> w & 1) == 0) {
                const name_store::word& other = names.word_at(members[w]);
                alone_there += p.without(other.size, other.meaning);
            }
        if (alone != 0 && alone_there != 0) p.weight -= 20;
        return static_cast<float>(p.weight) / static_cast<float>(p.most + 60);
    }

    letter_profile profile_;
    weight_bound bound_;
    buffer<name_candidate> bounded_;
    buffer<std::uint32_t> sets_;
    buffer<std::int32_t> sums_;
    nearest reads_;
    name_tally tally_;
    buffer<std::uint32_t> chosen_;
    buffer<word_hit> hits_;
    buffer<std::uint16_t> first_; // hits by word
    part parts_[most_parts] = {};
    std::uint32_t part_count_ = 0;
};

}}} // namespace matn::v0::detail

#endif
