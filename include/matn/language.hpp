// SPDX-License-Identifier: MIT
// Which language a text is in, and which part of a mixed text is in which.
#ifndef MATN_LANGUAGE_HPP
#define MATN_LANGUAGE_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/language_chains.hpp>
#include <matn/detail/persian_variety.hpp>
#include <matn/stage.hpp>

namespace matn { inline namespace v0 {

/// A BCP 47 language tag of at most eight characters: "prs", "fa", "ps", "ar", "ur", "en"; "und" for no known language.
struct language_tag {
    char bytes[8] = {'u', 'n', 'd'};

    constexpr language_tag() = default;
    /// From a literal: `language_tag code = "prs"`.
    template <std::size_t Size>
        requires(Size <= 9)
    constexpr language_tag(const char (&tag)[Size]) noexcept : language_tag(std::string_view(tag, Size - 1)) {}
    /// The subtags of `tag` that fit: of "zh-Hant-TW" it is "zh-Hant". Nothing that fits gives "und".
    explicit constexpr language_tag(std::string_view tag) noexcept {
        std::size_t size = tag.size();
        while (size > sizeof bytes) {
            const std::size_t hyphen = tag.substr(0, size).rfind('-');
            size = hyphen == std::string_view::npos ? 0 : hyphen;
        }
        if (size == 0) return;
        for (char& b : bytes) b = '\0';
        for (std::size_t i = 0; i < size; ++i) bytes[i] = tag[i];
    }
    [[nodiscard]] constexpr std::string_view view() const noexcept {
        std::size_t size = 0;
        while (size < sizeof bytes && bytes[size] != '\0') ++size;
        return {bytes, size};
    }
    /// False for "und".
    [[nodiscard]] constexpr bool known() const noexcept { return *this != language_tag(); }

    // All bytes at once.
    friend constexpr bool operator==(const language_tag& a, const language_tag& b) noexcept {
        return __builtin_bit_cast(std::uint64_t, a) == __builtin_bit_cast(std::uint64_t, b);
    }
};

/// The language of a whole text.
///
/// `prs` is Dari; `fa` is Iranian Persian, and Persian of which the text doesn't say which; `dari` tells them apart where that
/// matters.
struct language {
    language_tag code;
    float confidence = 0; ///< how probable the answer is, 0 to 1; 0 where nothing can be said
    float dari = 0;       ///< of Persian, how probable it is that it's Dari and not Iranian: near 0.5 it is undecided. Else 0
};

/// A part of a text in one language. Spans cover the text.
struct language_span {
    slice at;
    language_tag code;
    float confidence = 0;
};

struct language_options {
    /// What is known beforehand ("und" for nothing): it counts as much as a clear word or two.
    language_tag hint = {};
    /// Answers below this confidence become "und".
    float least_confidence = detail::least_language_confidence;
};

namespace detail {

// Languages that are known by their script, and how sure that is: others use it too.
struct script_language {
    script of;
    const char* tag;
    float confidence;
};
inline constexpr script_language script_languages[] = {
    {script::hebrew, "he", 0.98F},     {script::greek, "el", 0.99F},     {script::armenian, "hy", 0.99F},
    {script::devanagari, "hi", 0.95F}, {script::georgian, "ka", 0.98F},  {script::hangul, "ko", 0.99F},
    {script::hiragana, "ja", 0.99F},   {script::katakana, "ja", 0.98F},  {script::han, "zh", 0.90F},
    {script::thai, "th", 0.99F},       {script::bengali, "bn", 0.90F},   {script::gurmukhi, "pa", 0.98F},
    {script::gujarati, "gu", 0.98F},   {script::tamil, "ta", 0.99F},     {script::telugu, "te", 0.99F},
    {script::kannada, "kn", 0.98F},    {script::malayalam, "ml", 0.99F}, {script::sinhala, "si", 0.98F},
    {script::lao, "lo", 0.99F},        {script::khmer, "km", 0.99F},     {script::myanmar, "my", 0.90F},
    {script::ethiopic, "am", 0.80F},   {script::thaana, "dv", 0.99F},
};
constexpr language language_of_script(script s) noexcept {
    for (const script_language& l : script_languages)
        if (l.of == s) return {language_tag(std::string_view(l.tag)), l.confidence};
    return {};
}

constexpr float from_log_odds(float z) noexcept { return 1 / (1 + exponential(-z)); }

template <class Options>
constexpr language said(const Options& options, language found) noexcept {
    return found.confidence < options.least_confidence ? language{} : found;
}

inline constexpr language_tag persian_tag = "fa", dari_tag = "prs";

// The tags of a set of models.
template <std::size_t Lanes>
struct model_tags {
    language_tag of[modelled_groups][Lanes];
};
template <class Models>
inline constexpr model_tags tags_of = [] {
    model_tags<lanes_of<Models>> tags;
    for (std::size_t g = 0; g < modelled_groups; ++g)
        for (std::size_t i = 0; i < Models::of[g].classes; ++i)
            tags.of[g][i] = language_tag(std::string_view(Models::of[g].tags[i]));
    return tags;
}();

constexpr std::size_t hinted_class(const language_model& model, const language_tag& hint) noexcept {
    return hint.known() ? hinted_class(model, hint.view()) : model.classes;
}

// The options of a model that has rare languages say how rare.
template <class Options>
constexpr float rarity_in(const Options& options) noexcept {
    if constexpr (requires { options.rarity; }) return options.rarity;
    else return 0;
}

// The answer for sums of one group of letters; Persian comes out as "fa".
template <class Models, class Options>
constexpr language language_of_sums(std::size_t group, const group_sums<lanes_of<Models>>& sums,
                                    const Options& options) noexcept {
    // For each group apart, so that the number of its classes is known.
    const auto in = [&](auto place) -> language {
        constexpr std::size_t g = decltype(place)::value;
        const auto p = probabilities(Models::of[g], sums, hinted_class(Models::of[g], options.hint), rarity_in(options));
        if (p.none) return {};
        return said(options, {tags_of<Models>.of[g][p.best], p.of(p.best)});
    };
    if (group == 0) return in(std::integral_constant<std::size_t, 0>());
    if (group == 1) return in(std::integral_constant<std::size_t, 1>());
    return in(std::integral_constant<std::size_t, 2>());
}

// The answer for a span whose words carry a label: its own sums say how sure that is, and those of all words of that label in the
// text.
template <class Models, class Options>
language language_of_label(const weighed_word<lanes_of<Models>>& word, const group_sums<lanes_of<Models>>& span,
                           const group_sums<lanes_of<Models>>& all, const Options& options) noexcept {
    const auto group = static_cast<std::size_t>(word.group);
    const language_model& model = Models::of[group];
    const std::size_t hinted = hinted_class(model, options.hint);
    const auto own = probabilities(model, span, hinted, rarity_in(options));
    const auto together = probabilities(model, all, hinted, rarity_in(options));
    if (own.none && (together.none || span.letters > 60)) return {};
    const float by_itself = own.of(word.code), by_others = 0.9F * together.of(word.code);
    return said(options, {tags_of<Models>.of[group][word.code], by_itself > by_others ? by_itself : by_others});
}

constexpr bool is_white_space(char c) noexcept { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

template <class Options>
constexpr void decide_variety(language& found, float log_odds, const Options& options) noexcept {
    if (options.hint == dari_tag) log_odds += 2;
    if (options.hint == persian_tag) log_odds -= 2;
    const float dari = from_log_odds(log_odds);
    found.dari = dari;
    const float confidence = found.confidence * dari;
    if (dari > surely_dari && confidence >= options.least_confidence) found = {"prs", confidence, found.dari};
}

template <class Models, bool Constant, class Options = language_options>
constexpr language identify(std::string_view text, const Options& options) {
    language_and_variety_sums<Models, Constant> sums(text);
    read_words_of<Models, Constant>(text, sums);
    std::size_t group = 0, other = 0;
    for (std::size_t i = 1; i < modelled_groups; ++i)
        if (sums.groups[i].letters > sums.groups[group].letters) group = i;
    if (sums.others > sums.groups[group].letters) {
        for (std::size_t i = 1; i < script_count; ++i)
            if (sums.other_letters[i] > sums.other_letters[other]) other = i;
        // Japanese writes most of its words in Chinese characters, but no Chinese text has kana.
        const auto count = [&](script s) { return sums.other_letters[static_cast<std::size_t>(s)]; };
        const std::uint64_t kana = count(script::hiragana) + count(script::katakana);
        if (static_cast<script>(other) == script::han && kana * 8 > count(script::han))
            other = static_cast<std::size_t>(script::hiragana);
        return said(options, language_of_script(static_cast<script>(other)));
    }
    if (sums.groups[group].letters == 0) return {};
    language found = language_of_sums<Models>(group, sums.groups[group], options);
    if (found.code != persian_tag) return found;
    if (sums.lacks_words()) {
        language_and_variety_sums<Models, Constant> again(text, true);
        read_words_of<Models, Constant>(text, again);
        decide_variety(found, again.log_odds_of_dari(), options);
    } else {
        decide_variety(found, sums.log_odds_of_dari(), options);
    }
    return found;
}

} // namespace detail

/// The language of a text that is in one language: a sentence, a title, a name. Of a mixed text, that of the script with most
/// letters.
///
/// O(text), some 100 MB/s and more; allocates nothing; broken bytes are skipped. "und" with confidence 0 for a text without
/// letters, in a script or language that is not known, or where the evidence is below options.least_confidence.
[[nodiscard]] constexpr language identify(std::string_view text, const language_options& options = {}) {
    detail::check_length(text.size());
    if (std::is_constant_evaluated()) return detail::identify<detail::core_models, true>(text, options);
    return detail::identify<detail::core_models, false>(text, options);
}

namespace detail {
template <class Models, class Options>
struct languages_stage;
}

/// The working memory of `languages`: kept in a document, its buffers are used again for the next text.
template <class Models>
class basic_language_memory {
public:
    void clear() noexcept { words_.clear(); }

private:
    template <class, class>
    friend struct detail::languages_stage;
    static constexpr std::size_t lanes = detail::lanes_of<Models>;
    // How much of the text each language has: at most as many as there are answers.
    struct share {
        language_tag code;
        std::uint64_t letters = 0;
        double confident_letters = 0;
    };
    // Words with one label. What they say together is kept where they are many, and else added up again: it is larger than a few words.
    struct run {
        offset from, to;
        offset sums; // its place in sums_
    };
    static constexpr offset few_words = 16;
    detail::buffer<detail::weighed_word<lanes>> words_;
    detail::buffer<run> runs_;
    detail::buffer<detail::group_sums<lanes>> sums_;
    detail::buffer<share> shares_;
    detail::chain_memory<lanes> chains_;
    detail::group_sums<lanes> by_label_[detail::modelled_groups][lanes];
};
using language_memory = basic_language_memory<detail::core_models>;

namespace detail {

// The stages `languages` and, with more languages, `languages_full`.
template <class Models, class Options>
struct languages_stage : adaptor {
    using memory_type = basic_language_memory<Models>;
    Options options;

    [[nodiscard]] std::vector<language_span> operator()(std::string_view text) const { return (*this)(text, options); }
    [[nodiscard]] std::vector<language_span> operator()(std::string_view text, const Options& with) const {
        check_length(text.size());
        std::vector<language_span> spans;
        language whole;
        memory_type memory;
        (*this)(with).run(text, emit(spans), whole, memory);
        return spans;
    }
    template <std::same_as<std::string> Temporary>
    void operator()(Temporary&&) const = delete; // the text would be gone before its spans
    [[nodiscard]] constexpr languages_stage operator()(const Options& with) const noexcept {
        languages_stage other;
        other.options = with;
        return other;
    }

    void run(std::string_view text, emit<language_span> out, language& whole, memory_type& memory) const;
};

} // namespace detail

using languages_fn = detail::languages_stage<detail::core_models, language_options>;
/// The languages of a mixed text: `for (matn::language_span s : matn::languages(text))`. As a stage it makes the layer of
/// `language_span` and the one `language` of the document, which is the one that most of its letters are in.
///
/// Words are weighed one by one and each script's words are one chain in which a change of language must pay for itself; so an
/// English caption or a quotation in another language of the same script is a span of its own, a name in foreign letters is a
/// span of its own language, and one foreign word in the same script is not. Whether Persian is Dari is decided once for the
/// whole text.
inline constexpr languages_fn languages{};

namespace detail {
// Makes neighbouring spans meet, after the last white space between them, and the outer ones reach to the ends of the text.
inline void close_gaps(std::string_view text, language_span* spans, std::size_t count) {
    for (std::size_t i = 1; i < count; ++i) {
        const offset begin = spans[i - 1].at.end;
        offset at = spans[i].at.begin;
        while (at > begin && !is_white_space(text[at - 1])) --at;
        if (at == begin) at = spans[i].at.begin; // no white space: closing marks stay with the earlier span
        spans[i - 1].at.end = spans[i].at.begin = at;
    }
    spans[0].at.begin = 0;
    spans[count - 1].at.end = static_cast<offset>(text.size());
}
template <class Models, class Options>
void languages_stage<Models, Options>::run(std::string_view text, emit<language_span> out, language& whole,
                                           memory_type& memory) const {
    auto& words = memory.words_;
    words.clear();
    memory.shares_.clear();
    whole = {};
    each_weighed_word<Models, false>(text, [&](const auto& w) { words.push_back(w); });
    label_words<Models>(words, memory.chains_, options.hint.view(), rarity_in(options));

    // What all words of a label say together: a single foreign name says little by itself.
    for (auto& group : memory.by_label_)
        for (auto& sums : group) sums = {};
    memory.runs_.clear();
    memory.sums_.clear();
    std::uint64_t longest = 0;
    using sums_type = group_sums<lanes_of<Models>>;
    const auto sums_of = [&words](offset from, offset to) {
        sums_type sums{};
        sums.add(words.data() + from, to - from);
        return sums;
    };
    for (offset from = 0, to = 0; from < words.size(); from = to) {
        while (to < words.size() && same_label(words[from], words[to])) ++to;
        const sums_type sums = sums_of(from, to);
        const letter_group group = words[from].group;
        if (group != letter_group::other) memory.by_label_[static_cast<std::size_t>(group)][words[from].code].add(sums);
        if (sums.letters > longest) longest = sums.letters;
        memory.runs_.push_back({from, to, static_cast<offset>(memory.sums_.size())});
        if (to - from > memory_type::few_words) memory.sums_.push_back(sums);
    }

    auto& spans = out.items();
    const std::size_t first = spans.size();
    persian_sums persian;
    for (const auto& [from, to, place] : memory.runs_) {
        const sums_type sums = to - from > memory_type::few_words ? memory.sums_[place] : sums_of(from, to);
        if (sums.letters < least_of_span && longest >= least_of_span) continue; // falls to its neighbours
        const std::uint64_t size = sums.letters;
        const slice at = {words[from].at.begin, words[to - 1].at.end};
        const language found =
            words[from].group == letter_group::other
                ? said(options, language_of_script(static_cast<script>(words[from].code)))
                : language_of_label<Models>(words[from], sums,
                                            memory.by_label_[static_cast<std::size_t>(words[from].group)][words[from].code],
                                            options);
        if (found.code == persian_tag) {
            const bool folded = has_no_other_keys(text, at);
            for (std::size_t i = from; i < to; ++i) {
                const bool is_plain = words[i].at.end - words[i].at.begin == 2u * words[i].length; // no joiners, no marks
                if (is_plain) persian.add_word(text, words[i].at, folded);
                else persian.add_words(text, words[i].at);
            }
        }
        std::size_t share = 0;
        while (share < memory.shares_.size() && memory.shares_[share].code != found.code) ++share;
        if (share == memory.shares_.size()) memory.shares_.push_back({found.code, 0, 0});
        memory.shares_[share].letters += size;
        memory.shares_[share].confident_letters += static_cast<double>(size) * static_cast<double>(found.confidence);
        if (spans.size() > first && spans.back().code == found.code) spans.back().at.end = at.end;
        else out({at, found.code, found.confidence});
    }
    if (spans.size() == first) {
        if (!text.empty()) out({{0, static_cast<offset>(text.size())}, {}, 0});
        return;
    }
    close_gaps(text, spans.data() + first, spans.size() - first);

    auto most = memory.shares_.front();
    for (const auto& share : memory.shares_)
        if (share.letters > most.letters) most = share;
    if (most.code.known()) whole = {most.code, static_cast<float>(most.confident_letters / static_cast<double>(most.letters))};
    language variety{"fa", 1};
    decide_variety(variety, persian.log_odds(), options);
    if (whole.code == persian_tag) decide_variety(whole, persian.log_odds(), options);
    if (variety.code == dari_tag)
        for (std::size_t i = first; i < spans.size(); ++i)
            if (spans[i].code == persian_tag) spans[i].code = variety.code, spans[i].confidence *= variety.confidence;
}

template <class Stage>
struct missing_layer<language_span, Stage> {
    static_assert(never<Stage>, "matn: a stage reads language spans; put matn::languages before it");
    static constexpr bool ok = false;
};
template <class Stage>
struct missing_layer<language, Stage> {
    static_assert(never<Stage>, "matn: a stage reads the language of the document; put matn::languages before it");
    static constexpr bool ok = false;
};
} // namespace detail

}} // namespace matn

#endif
