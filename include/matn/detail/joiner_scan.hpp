// SPDX-License-Identifier: MIT
// How lost half-spaces are found: the words of a text are read through the automaton of lexicon_joiners.hpp. See joiner.hpp.
#ifndef MATN_DETAIL_JOINER_SCAN_HPP
#define MATN_DETAIL_JOINER_SCAN_HPP

#include <matn/detail/joiner_words.hpp>
#include <matn/slice.hpp>

#include <string_view>

namespace matn { inline namespace v0 {

/// What is to be done to the text.
enum class joiner_kind : std::uint8_t {
    insert,        ///< put a joiner between two letters
    replace_space, ///< put it in place of the space that was typed for it
};

/// A half-space (U+200C, zero width non-joiner) that a Persian text has lost.
struct joiner {
    slice at; ///< the empty slice between two letters, or the space to be replaced
    joiner_kind kind = joiner_kind::insert;
    joiner_reason reason = joiner_reason::attested;
    float confidence = 0; ///< 0 to 1: how often the like of it was right in text where it could be checked
};

namespace detail {

/// Reads a text once and hands what it finds to `To`, in text order.
template <class To>
class joiner_scan {
public:
    // `alike`: a word that was typed with a space is decided from its two parts alone, wherever it stands. Compounds that are right
    // with a space too are left, and how the author writes elsewhere does not count.
    joiner_scan(std::string_view text, float least, bool lost, bool spaces, bool detect, const To& to, bool alike = false)
        : text_(text), to_(to), least_(least), lost_(lost), spaces_(spaces), detect_(detect), alike_(alike) {}

    void run() {
        const std::size_t size = text_.size();
        while (pos_ < size) {
            const unsigned b = byte(pos_);
            if ((b & 0xFCu) == 0xD8 && read_word()) continue;
            if (b == ' ') {
                gap_ =
                    after_word_ && pos_ == word_end_ ? slice{static_cast<offset>(pos_), static_cast<offset>(pos_ + 1)} : slice{};
                after_word_ = after_word_ && pos_ == word_end_;
                ++pos_;
                new_chunk();
                continue;
            }
            other(b);
        }
        end_of_paragraph();
    }

private:
    static constexpr unsigned ahead = 24;      // words that are read before a joiner is decided
    static constexpr unsigned capacity = 64;   // joiners that wait; the first is decided early if there are more
    static constexpr unsigned chain_count = 3; // pieces before this one that may belong to one word with it

    struct waiting {
        joiner what;
        unsigned word = 0; // which word of the paragraph
        int left = 0;      // evidence for Persian before it
        bool sure = false; // not only usual, but wrong without it: میخواهم, نامههای
    };
    // Pieces of what may be one word typed with spaces: where the automaton stands after the last gap, and the gaps.
    struct chain {
        std::uint32_t state = 0;
        unsigned gap_count = 0;
        struct {
            slice at;
            bool space; // else a joiner is there already
        } gaps[chain_count];
    };

    [[nodiscard]] unsigned byte(std::size_t i) const noexcept { return static_cast<unsigned char>(text_[i]); }
    [[nodiscard]] joiner_word& now() noexcept { return pieces_[which_]; }
    [[nodiscard]] const joiner_word& before() const noexcept { return pieces_[which_ ^ 1u]; }
    [[nodiscard]] bool tail(std::size_t i) const noexcept { return i < text_.size() && (byte(i) & 0xC0u) == 0x80; }

    // --- Between words

    void new_chunk() noexcept {
        chunk_ = pos_;
        guarded_ = false;
    }
    // An address, a tag or code: nothing is changed from the last space to the next one.
    void guard() noexcept {
        guarded_ = true;
        while (count_ > 0 && back().what.at.end >= chunk_) --count_;
    }
    void other(unsigned b) {
        after_word_ = false;
        gap_ = {};
        drop_chains();
        if (b == '\n' || b == '\r' || b == '\t') {
            ++pos_;
            if (b == '\n') end_of_paragraph();
            new_chunk();
            return;
        }
        const bool in_latin = pos_ > chunk_ && is_latin(byte(pos_ - 1));
        if (b == '@' || b == '#' || b == '_' || b == '`' || (in_latin && (b == '/' || b == '=' || b == '%' || b == '&')) ||
            (b == ':' && pos_ + 2 < text_.size() && byte(pos_ + 1) == '/' && byte(pos_ + 2) == '/'))
            guard();
        ++pos_;
        while (tail(pos_) && b >= 0xC0) ++pos_;
    }
    [[nodiscard]] static bool is_latin(unsigned b) noexcept { return (b | 0x20u) - 'a' < 26 || b - '0' < 10 || b == '.'; }

    // --- Words

    // Reads the letters, marks and joiners from pos_. False if there are none: then nothing was read.
    bool read_word() {
        bool first = true;
        while (true) {
            const std::size_t begin = pos_;
            read_letters();
            if (pos_ == begin) {
                if (!first) break; // a joiner at the end
                return false;
            }
            if (!first) gap_ = {joined_at_, static_cast<offset>(begin)}, ++kept_seen_;
            piece(!first);
            first = false;
            joined_at_ = static_cast<offset>(pos_);
            bool joined = false;
            while (pos_ + 2 < text_.size() && byte(pos_) == 0xE2 && byte(pos_ + 1) == 0x80 && (byte(pos_ + 2) & 0xFEu) == 0x8C) {
                pos_ += 3;
                joined = true;
            }
            if (!joined) break;
        }
        word_end_ = pos_;
        after_word_ = true;
        return true;
    }

    // The letters and marks from pos_ on, into now(). Everything that changes is local: the stores of bytes could be to anything.
    void read_letters() noexcept {
        joiner_word& word = now();
        word.clear();
        const char* const text = text_.data();
        const std::size_t size = text_.size();
        std::size_t pos = pos_;
        unsigned count = 0;
        std::uint32_t state = joiner_roots::words;
        for (; pos + 1 < size; pos += 2) {
            const auto lead = static_cast<unsigned char>(text[pos]), second = static_cast<unsigned char>(text[pos + 1]);
            if ((lead & 0xFCu) != 0xD8 || (second & 0xC0u) != 0x80) break;
            const unsigned what = joiner_letters[(lead & 3u) << 6 | (second & 0x3Fu)];
            if (what == 0) break;
            if (what < joiner_madda && count < joiner_word::longest) {
                word.letters[count] = static_cast<std::uint8_t>(what);
                word.at[count] = static_cast<offset>(pos);
                state = joiner_step(state, what);
                word.states[++count] = state;
            } else { // a mark, a letter of another language, a word without end
                word.size = count;
                word.put(what, static_cast<offset>(pos));
                count = word.size;
                if (count <= joiner_word::longest) state = word.states[count];
            }
        }
        word.size = count;
        pos_ = pos;
    }

    // What the word before and this piece say together, and what this piece says alone.
    void piece(bool joined) {
        const std::uint32_t own = now().payload();
        weigh(own);
        const bool usable = !guarded_ && now().usable();
        const bool after_space = !joined && after_word_ && gap_.size() == 1;
        if (!joined && !after_space) drop_chains();
        if (usable) {
            if (spaces_ && !alike_ && (after_space || joined)) through_chains(after_space);
            if (spaces_ && after_space) pair(own);
            if (lost_) inside(own);
        }
        remember(own, usable);
        ++words_;
        if (words_ > ahead) decide(words_ - ahead);
    }

    void inside(std::uint32_t own) {
        if (own != 0 ? (own & joiner_pattern_mask) == 0 && (own & joiner_seen_often) != 0 : detect_ && left_ < -8) return;
        joiner_places found;
        if (!now().places(own, least_ < .5F, found)) return;
        for (unsigned i = 0; i < found.count; ++i) {
            const offset at = now().at[found.after[i]];
            const unsigned after = found.after[i];
            const bool sure = now().letters[after - 1] == joiner_code(u'ه') || now().letters[after] == joiner_code(u'آ') ||
                              now().verb_prefix_ends(after) ||
                              (found.reason[i] == joiner_reason::attested && found.level[i] > 5 &&
                               (now().ending(after, now().size) & (ending_plural | ending_comparative)) == 0);
            const unsigned level = sure && found.level[i] == 5 && found.reason[i] == joiner_reason::attested ? 6 : found.level[i];
            lost_seen_ += sure && level > 4 ? 1u : 0u;
            wait({{at, at}, joiner_kind::insert, found.reason[i], joiner_confidence[level]}, sure);
        }
    }

    // This piece after a space: an ending, or a verb after می.
    void pair(std::uint32_t own) {
        const joiner_word& left = before();
        if (left.size == 0 ||
            ((own & joiner_is_ending) == 0 && left.letters[left.size - 1] != joiner_code(u'ی') && !now().has_article()))
            return; // می and بی end so; الدین and the like have no ending's mark
        const joiner_pair found = join_pair(before(), before_own_, now(), own);
        const bool sure = found.level > 3;
        spaced_seen_ += sure ? 1u : 0u;
        if (found.level != 0) wait({gap_, joiner_kind::replace_space, found.reason, joiner_confidence[found.level]}, sure);
    }

    // Words of the table that were typed with spaces: "گفت و گو", "نرم افزارهای".
    void through_chains(bool after_space) {
        if (chained_ == 0) return;
        const unsigned plural = now().plural_begins();
        for (unsigned i = 0; i < chained_; ++i) {
            chain& c = chains_[i];
            c.gaps[c.gap_count++] = {gap_, after_space};
            std::uint32_t state = c.state, found = 0;
            for (unsigned k = 0; k < now().size && state != 0; ++k) {
                if (k == plural && k != 0) found = joiner_payload(state);
                state = joiner_step(state, now().letters[k]);
            }
            if (const std::uint32_t whole = joiner_payload(state); whole != 0) found = whole;
            c.state = state;
            if (found != 0) join_chain(c, found);
        }
    }
    void join_chain(const chain& c, std::uint32_t level) {
        const float sure = joiner_confidence[level & 7u];
        spaced_seen_ += sure > .9F ? 1u : 0u;
        bool begun = false; // the author has one of its joiners: the word lacks the others
        for (unsigned g = 0; g < c.gap_count; ++g) begun = begun || !c.gaps[g].space;
        for (unsigned g = 0; g < c.gap_count; ++g)
            if (c.gaps[g].space) wait({c.gaps[g].at, joiner_kind::replace_space, joiner_reason::attested, sure}, begun);
    }
    void drop_chains() noexcept { chained_ = 0; }
    // The chains that have a gap here go on, and one begins with this piece if a word of the table has a gap after it.
    void remember(std::uint32_t own, bool usable) {
        before_own_ = own;
        which_ ^= 1u;
        if (!usable) {
            drop_chains();
            pieces_[which_ ^ 1u].clear();
            return;
        }
        if (!spaces_) return;
        unsigned to = 0;
        for (unsigned i = 0; i < chained_; ++i) {
            const std::uint32_t state =
                chains_[i].state == 0 || chains_[i].gap_count == chain_count ? 0 : joiner_step(chains_[i].state, joiner_gap);
            if (state == 0) continue;
            if (to != i) chains_[to] = chains_[i];
            chains_[to++].state = state;
        }
        if (const std::uint32_t state = joiner_step(before().state(), joiner_gap);
            state != 0 && before().state() != 0 && to < chain_count) {
            chains_[to].state = state;
            chains_[to++].gap_count = 0;
        }
        chained_ = to;
    }

    // --- Persian or not

    void weigh(std::uint32_t own) noexcept {
        int tells = own != 0 ? static_cast<int>(own >> 10 & 7u) - 4 : 0;
        if (now().foreign) tells = -3;
        else if (tells == 0 && (now().arabic || now().has_article())) tells = -1;
        left_ = left_ - left_ / 4 + 4 * tells;
        evidence_[words_ % 32] = static_cast<signed char>(tells);
    }

    // --- Waiting for the words that follow

    [[nodiscard]] waiting& back() noexcept { return queue_[(first_ + count_ - 1) % capacity]; }
    void wait(const joiner& what, bool sure) {
        if (what.confidence < (what.kind == joiner_kind::insert ? least_ : least_ * .5F)) return;
        if (count_ == capacity) decide_first();
        unsigned i = count_++;
        while (i > 0) { // what is found later may stand before what waits
            waiting& other = queue_[(first_ + i - 1) % capacity];
            if (other.what.at.begin == what.at.begin && other.what.kind == what.kind) { // found twice: the better reason stays
                if (other.what.confidence < what.confidence) other.what = what;
                other.sure = other.sure || sure;
                for (; i + 1 < count_; ++i) queue_[(first_ + i) % capacity] = queue_[(first_ + i + 1) % capacity];
                --count_;
                return;
            }
            if (other.what.at.begin <= what.at.begin) break;
            queue_[(first_ + i) % capacity] = other;
            --i;
        }
        queue_[(first_ + i) % capacity] = {what, words_, left_, sure};
    }
    void decide(unsigned before) {
        while (count_ > 0 && queue_[first_].word < before) decide_first();
    }
    void decide_first() {
        const waiting& w = queue_[first_];
        first_ = (first_ + 1) % capacity;
        --count_;
        if (detect_) {
            int right = 0;
            for (unsigned i = w.word + 1; i <= w.word + ahead && i < words_; ++i) right += evidence_[i % 32];
            if (w.left + 2 * right < 0) return;
        }
        // How the text writes elsewhere: one that has lost its joiners has not typed spaces for them, and the other way. What is only usual
        // is left as the author has it in a text that shows otherwise.
        joiner what = w.what;
        if (alike_) {
            if (w.sure && (what.reason == joiner_reason::verb_prefix || what.reason == joiner_reason::plural ||
                           what.reason == joiner_reason::comparative))
                to_(what);
            return;
        }
        if (!w.sure && what.kind == joiner_kind::insert && kept_seen_ + spaced_seen_ > lost_seen_) what.confidence *= .6F;
        if (!w.sure && what.kind == joiner_kind::replace_space) {
            if (spaced_seen_ > lost_seen_ + kept_seen_) what.confidence += (1 - what.confidence) * .15F;
            else what.confidence *= lost_seen_ + kept_seen_ == 0 ? .72F : .6F;
        }
        if (what.confidence >= least_) to_(what);
    }
    void end_of_paragraph() {
        while (count_ > 0) decide_first();
        words_ = 0;
        left_ = 0;
        lost_seen_ = kept_seen_ = spaced_seen_ = 0;
        drop_chains();
        pieces_[which_ ^ 1u].clear();
        after_word_ = false;
    }

    std::string_view text_;
    const To& to_;
    float least_;
    bool lost_, spaces_, detect_, alike_;

    std::size_t pos_ = 0, chunk_ = 0, word_end_ = 0;
    offset joined_at_ = 0;
    slice gap_{};
    bool after_word_ = false, guarded_ = false;
    joiner_word pieces_[2]; // this one and the one before
    unsigned which_ = 0;
    std::uint32_t before_own_ = 0;
    chain chains_[chain_count]{};
    unsigned chained_ = 0; // how many of them are alive

    int left_ = 0;
    signed char evidence_[32]{};
    unsigned words_ = 0;
    // Words of this paragraph that must have lost a joiner, that have one, and that have a space for it.
    unsigned lost_seen_ = 0, kept_seen_ = 0, spaced_seen_ = 0;

    waiting queue_[capacity]{};
    unsigned first_ = 0, count_ = 0;
};

} // namespace detail

}} // namespace matn

#endif
