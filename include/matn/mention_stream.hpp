// SPDX-License-Identifier: MIT
// Mentions of a text that comes in parts, cut anywhere: the same as those of the whole.
#ifndef MATN_MENTION_STREAM_HPP
#define MATN_MENTION_STREAM_HPP

#include <matn/mention.hpp>
#include <matn/pieces.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace matn { inline namespace v0 {

/// Finds the names of a gazetteer in a text of any length that comes in parts of any size, cut anywhere, even inside of a character.
///
/// The mentions are those of `mentions(names, options)` over the whole text, but that there are no aliases and acronyms: these are what a
/// document makes of names, and a stream is none. `overlap::best` is taken as `leftmost_longest`, for the best choice may hang on all that is
/// still to come. Memory: some 128 KB and the names' longest reach, not the text. Refers to the gazetteer.
template <profile P = profile::loose>
class mention_stream {
public:
    explicit mention_stream(const basic_gazetteer<P>& names, mention_options options = {})
        : names_(&names), stage_(names, of_stream(options)), all_(options.overlaps == overlap::all),
          begins_(2 * std::size_t{names.dictionary().head().name_words} + 8) {}
    explicit mention_stream(const basic_gazetteer<P>&&, mention_options = {}) = delete; // the names would be gone

    /// Reads the next part. Calls `use(piece, mention)` for each mention that no later byte can change, in order: `m.at.of(piece.text)` is its
    /// text, `piece.from + m.at.begin` where it stands in the whole. Both are valid during the call.
    template <class Use>
    void put(std::string_view part, Use&& use) {
        while (!part.empty()) {
            const std::size_t count =
                wanted_ > text_.size() && wanted_ - text_.size() < part.size() ? wanted_ - text_.size() : part.size();
            text_.append(part.substr(0, count));
            part.remove_prefix(count);
            if (text_.size() >= wanted_) settle(use);
        }
    }
    /// The text has ended: gives the rest of its mentions. The stream begins anew.
    template <class Use>
    void end(Use&& use) {
        found_.clear();
        stage_.run(text_, work_, emit<mention>(found_));
        for (const mention& m : found_) use(piece{text_, from_}, m);
        text_.clear();
        from_ = 0;
        wanted_ = usual;
    }

private:
    static constexpr std::size_t usual = std::size_t{1} << 16;

    [[nodiscard]] static mention_options of_stream(mention_options o) noexcept {
        o.last_names = o.acronyms = false;
        if (o.overlaps == overlap::best) o.overlaps = overlap::leftmost_longest;
        return o;
    }

    // Gives what begins before a word that is further from the end than any name reaches, and keeps the text from that word on.
    template <class Use>
    void settle(Use&& use) {
        const offset limit = far_from_end();
        if (limit == 0) {
            wanted_ = text_.size() * 2; // a few giant words: look again when there is more
            return;
        }
        found_.clear();
        stage_.run(text_, work_, emit<mention>(found_));
        // The next search begins at a word, and behind the mentions that are given.
        offset cut = limit;
        if (!all_)
            for (const mention& m : found_)
                if (m.at.begin < cut && m.at.end > cut) cut = word_at(m.at.end);
        const piece whole{text_, from_};
        for (const mention& m : found_)
            if (m.at.begin < cut) use(whole, m);
        text_.erase(0, cut);
        from_ += cut;
        wanted_ = text_.size() + usual;
    }
    // Where the first word at or behind a place begins. There are words: the place is far from the end.
    [[nodiscard]] offset word_at(offset place) const noexcept {
        for (const offset b : words_)
            if (b >= place) return b;
        return place;
    }
    // The begin of the word that has enough words behind it, or 0.
    [[nodiscard]] offset far_from_end() {
        for (std::size_t window = std::size_t{1} << 12;; window *= 4) {
            const bool whole = window >= text_.size();
            offset p = whole ? 0 : static_cast<offset>(text_.size() - window);
            words_.clear();
            detail::name_word w;
            // From a place inside of a word its rest is read first; the words behind it are the text's.
            for (bool first = !whole; detail::next_word<P>(text_, p, w); first = false)
                if (!first) words_.push_back(w.at.begin);
            if (words_.size() > begins_) return words_[words_.size() - begins_];
            if (whole) return 0;
        }
    }

    const basic_gazetteer<P>* names_;
    mention_stage<mention, P> stage_;
    bool all_;
    std::size_t begins_; // so many words are enough
    std::string text_;
    std::uint64_t from_ = 0;
    std::size_t wanted_ = usual;
    mention_work<mention> work_;
    std::vector<mention> found_;
    detail::buffer<offset> words_;
};
template <profile P>
mention_stream(const basic_gazetteer<P>&) -> mention_stream<P>;
template <profile P>
mention_stream(const basic_gazetteer<P>&, mention_options) -> mention_stream<P>;

}} // namespace matn::v0

#endif
