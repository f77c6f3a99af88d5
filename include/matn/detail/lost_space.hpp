// SPDX-License-Identifier: MIT
// Where a Persian word is two that have lost the space between them: ازدیدار, دفترسیاسی.
//
// It happens after letters that join nothing to the left, for there it can't be seen. Only words that no counted text has are parted, and only
// into words that are frequent; what is so often a part of compounds or names (سازی, زاده, محمد) is taken for one.
#ifndef MATN_DETAIL_LOST_SPACE_HPP
#define MATN_DETAIL_LOST_SPACE_HPP

#include <matn/detail/clitic_model.hpp>

namespace matn { inline namespace v0 { namespace detail { namespace parting {

// Words before which or behind which spaces are lost most often.
struct short_word {
    std::uint8_t codes[5] = {};
    std::uint8_t size = 0;
    constexpr short_word(const char16_t* written) noexcept {
        for (; *written != 0; ++written) codes[size++] = code_of(*written);
    }
    [[nodiscard]] constexpr bool is(code_span word) const noexcept {
        return word.size() == size && begins_with(word, {codes, size});
    }
};
template <std::size_t Size>
constexpr bool among(const short_word (&list)[Size], code_span word) noexcept {
    for (const short_word& w : list)
        if (w.is(word)) return true;
    return false;
}
inline constexpr short_word and_word(u"و"), to_word(u"به"), object_mark(u"را");
inline constexpr short_word words_before[] = {u"و",    u"به",  u"از",   u"در",   u"بر",  u"هر", u"تا",
                                              u"برای", u"اگر", u"دیگر", u"چهار", u"این", u"آن", u"چند"};
inline constexpr short_word before_demonstratives[] = {u"از", u"در", u"بر", u"با"};
inline constexpr short_word before_object_mark[] = {u"آن",    u"این", u"وی",   u"او",    u"ما", u"شما",
                                                    u"ایشان", u"شان", u"آنها", u"اینها", u"خود"};
inline constexpr short_word preverbs[] = {u"در", u"بر", u"باز", u"فرا", u"فرو", u"وا", u"ور"};
inline constexpr short_word demonstratives[] = {u"این", u"آن"};
inline constexpr short_word verb_beginnings[] = {u"می\u200C", u"نمی\u200C", u"خواه", u"نخواه"};
inline constexpr short_word verb_endings[] = {u"م", u"ی",         u"د",          u"یم",         u"ید",         u"ند",       u"ن",
                                              u"ه", u"ه\u200Cام", u"ه\u200Cاند", u"ه\u200Cایم", u"ه\u200Cاید", u"ه\u200Cای"};

inline constexpr std::uint64_t joins_nothing = [] {
    std::uint64_t bits = 0;
    for (const char16_t* c = u"ادذرزژوآ"; *c != 0; ++c) bits |= std::uint64_t{1} << code_of(*c);
    return bits;
}();

// Whether a word may be a finite verb or a participle, which در and بر make another verb of: درآمد, برمی‌گردد.
constexpr bool may_be_verb(const language_model& model, code_span word) noexcept {
    for (const short_word& b : verb_beginnings)
        if (begins_with(word, {b.codes, b.size})) return true;
    const auto is_stem = [&](code_span stem) {
        if (stem.empty()) return false;
        if (model.level(verb_mark, stem) != 0) return true;
        if (stem[0] != beh && stem[0] != noon) return false;
        const bool glide = stem.size() > 2 && stem[1] == yeh && stem[2] == alef; // نیامد of آمد
        return model.level(verb_mark, stem.subspan(1)) != 0 || (glide && model.level(verb_mark, stem.subspan(2)) != 0);
    };
    if (is_stem(word)) return true;
    for (const short_word& e : verb_endings)
        if (ends_with(word, {e.codes, e.size}) && is_stem(word.first(word.size() - e.size))) return true;
    return false;
}

// After how many letters a space is lost; 0 for nowhere.
constexpr std::size_t lost_space(const language_model& model, code_span word) noexcept {
    constexpr std::uint8_t plural[] = {heh, alef};
    if (word.size() < 4) return 0;
    const std::uint32_t whole = model.level(word);
    std::size_t best = 0;
    std::uint32_t top = 0;
    for (std::size_t i = 1; i + 2 <= word.size(); ++i) {
        if (whole >= 4 && i != 2 && i + 2 != word.size()) continue; // a frequent word: at most دراین and آنرا
        const code_span left = word.first(i), right = word.subspan(i);
        const bool to = to_word.is(left);
        if (!to && (joins_nothing >> word[i - 1] & 1) == 0) {
            if (!object_mark.is(right)) continue;
        }
        if (right[0] == joiner) continue;
        std::uint32_t likely = 0;
        if (object_mark.is(right)) { // شانرا: the spelling of old books and of Dari
            if (among(before_object_mark, left)) likely = 40;
            else if (whole < 2 && i >= 4 && model.level(left) >= 4 && model.level(affix_mark, left) != 1) likely = 15;
        } else {
            const std::uint32_t level = model.level(right);
            if (level < 4 || (!and_word.is(left) && model.level(affix_mark, right) == 1)) continue;
            bool demonstrative = false;
            for (const short_word& d : demonstratives) demonstrative = demonstrative || begins_with(right, {d.codes, d.size});
            if (demonstrative && level >= 5 && among(before_demonstratives, left)) {
                likely = 30 + level;
            } else if (among(words_before, left)) {
                const bool alone = and_word.is(left) || to; // one letter, or one that joins: both begin many words
                if (right.size() < 3 || level < whole + 4 || (alone && (whole > (to ? 0u : 3u) || level < (to ? 5u : 6u))) ||
                    ends_with(right, plural) || (among(preverbs, left) && may_be_verb(model, right)))
                    continue;
                likely = 20 + level;
            } else if (whole == 0 && i >= 3 && right.size() >= 4 && right[0] != yeh && !begins_with(right, plural) &&
                       !among(preverbs, left)) {
                const std::uint32_t before = model.level(left);
                if (before >= 4 && model.level(affix_mark, left) != 1) likely = before + level;
            }
        }
        if (likely > top) {
            top = likely;
            best = i;
        }
    }
    return best != 0 && top < 40 && may_be_verb(model, word) ? 0 : best;
}

}}}} // namespace matn::v0::detail::parting

#endif
