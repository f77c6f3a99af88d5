// SPDX-License-Identifier: MIT
// Folding: one spelling for what readers take as the same, with the way back to the text as it was.
#ifndef MATN_FOLD_HPP
#define MATN_FOLD_HPP

#include <matn/alignment.hpp>
#include <matn/detail/fail.hpp>
#include <matn/detail/fold_writer.hpp>
#include <matn/stage.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace matn { inline namespace v0 {

/// A text folded, and how its bytes correspond to the text as it was. Refers to nothing: it owns the folded text.
class folded_text {
public:
    /// The folded text.
    [[nodiscard]] std::string_view text() const noexcept { return out_.view(); }
    /// Where a slice of the folded text stands in the text as it was: O(log of the changes).
    [[nodiscard]] slice source(slice folded) const noexcept { return map_.source(folded); }
    /// Where a slice of the text as it was stands in the folded text: O(log of the changes).
    [[nodiscard]] slice folded_at(slice source) const noexcept { return map_.folded_at(source); }
    /// How the bytes of the two texts correspond.
    [[nodiscard]] const alignment& map() const noexcept { return map_; }

protected:
    void assign(std::string_view text, const detail::fold_map& map) {
        detail::check_length(text.size());
        detail::fold_writer(text, map, out_, map_).run();
    }
    // The same, part by part as `how` says.
    template <class How>
    void write(std::string_view text, const detail::fold_map& map, const How& how) {
        detail::check_length(text.size());
        detail::fold_writer writer(text, map, out_, map_);
        how(writer);
        writer.finish();
    }
    // What was folded had itself been made of another text: from now on the way back leads there. `spare` gets the map that was.
    void led_by(const alignment& before, alignment& spare) {
        alignment::compose(before, map_, spare);
        std::swap(map_, spare);
    }

private:
    detail::fold_buffer out_;
    alignment map_;
};

/// The text folded by `F`: a value of the document, made by the stage `folding<F>`.
template <fold_set F>
class folded : public folded_text {
public:
    /// Folds a text into this one's memory: O(bytes), no allocation once the memory has grown.
    void assign(std::string_view text) { folded_text::assign(text, detail::fold_map_of<F>); }
};

template <fold_set F>
struct folding_fn : adaptor {
    [[nodiscard]] folded<F> operator()(std::string_view text) const {
        folded<F> f;
        f.assign(text);
        return f;
    }
    void run(std::string_view text, folded<F>& out) const { out.assign(text); }
};
/// Folds a text: `matn::folding<matn::fold::search>(text)`. As a stage it makes the one `folded<F>` of the document.
///
/// Linear. Bytes that are not UTF-8 pass through as they are. Folding what is folded changes nothing.
template <fold_set F>
inline constexpr folding_fn<F> folding{};

/// A folding whose set is known only when the program runs; the same results as `folding<F>`.
class folder {
public:
    class output : public folded_text {
        friend folder;
    };

    explicit folder(fold_set which) : map_(which) {}
    [[nodiscard]] output operator()(std::string_view text) const {
        output f;
        (*this)(text, f);
        return f;
    }
    /// The same, into memory that you have.
    void operator()(std::string_view text, output& into) const { into.assign(text, map_); }

private:
    detail::fold_map map_;
};

/// Folds a text that comes in parts of any size: wherever it is cut, inside a character too, the folded text is the same.
///
/// What comes behind the last white space is kept for the next part, for its folding may depend on what follows: memory is that of a
/// part and the longest stretch without a space.
class fold_stream {
public:
    explicit fold_stream(fold_set which) : fold_(which) {}

    /// Takes the next part, which must be shorter than 4 GiB. Calls `to(const folder::output& folded, std::uint64_t from)` if something is
    /// certain by now: its folded text, and where its source begins, in bytes from the start of the first part.
    template <class To>
    void feed(std::string_view part, const To& to) {
        const std::size_t cut = last_space(part);
        if (cut == npos || (cut == 0 && kept_.empty())) {
            kept_ += part;
            return;
        }
        kept_ += part.substr(0, cut);
        give(to);
        kept_ = part.substr(cut);
    }
    /// The text ends here; another can follow.
    template <class To>
    void finish(const To& to) {
        if (!kept_.empty()) give(to);
        kept_.clear();
        from_ = 0;
    }

private:
    static constexpr std::size_t npos = std::string_view::npos;

    // To a folding a space is as good as the end of the text: no rule looks across it.
    [[nodiscard]] static std::size_t last_space(std::string_view part) noexcept {
        for (std::size_t i = part.size(); i > 0; --i)
            if (const char c = part[i - 1]; c == ' ' || c == '\n' || c == '\t') return i - 1;
        return npos;
    }
    template <class To>
    void give(const To& to) {
        fold_(kept_, out_);
        to(static_cast<const folder::output&>(out_), from_);
        from_ += kept_.size();
    }

    folder fold_;
    folder::output out_;
    std::string kept_;
    std::uint64_t from_ = 0;
};

namespace detail {
template <fold_set F, class Stage>
struct missing_layer<folded<F>, Stage> {
    static_assert(never<Stage>, "matn: a stage reads a folded text; put matn::folding<...> of the same set before it");
    static constexpr bool ok = false;
};
} // namespace detail

}} // namespace matn

#endif
