// SPDX-License-Identifier: MIT
// The rules of folding and normalization, each by its name, and the sets of them that belong together.
#ifndef MATN_FOLD_SET_HPP
#define MATN_FOLD_SET_HPP

#include <matn/version.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace matn { inline namespace v0 {

/// Which rules to follow, as a set: combine with `|`, take out with `-`. A structural type, so it can be a template argument.
struct fold_set {
    std::uint64_t bits = 0;

    [[nodiscard]] constexpr bool has(fold_set all_of) const noexcept { return (bits & all_of.bits) == all_of.bits; }
    [[nodiscard]] constexpr bool any(fold_set one_of) const noexcept { return (bits & one_of.bits) != 0; }
    friend constexpr fold_set operator|(fold_set a, fold_set b) noexcept { return {a.bits | b.bits}; }
    friend constexpr fold_set operator-(fold_set a, fold_set b) noexcept { return {a.bits & ~b.bits}; }
    friend constexpr bool operator==(const fold_set&, const fold_set&) = default;
};

/// The rules. Below, "goes" means that nothing is left of it.
namespace fold {
inline constexpr fold_set none{0}; ///< no rule

// Of a search key: letters that readers take as one.
inline constexpr fold_set alef{1ull << 0};          ///< أ إ آ ٱ -> ا, and ا with a madda or hamza sign
inline constexpr fold_set hamza{1ull << 1};         ///< ؤ -> و, ئ -> ي; hamza signs above and below go
inline constexpr fold_set yeh{1ull << 2};           ///< ي ى -> ی (Pashto ې and ۍ and Urdu ے are other letters and stay)
inline constexpr fold_set kaf{1ull << 3};           ///< ك ڪ -> ک
inline constexpr fold_set heh{1ull << 4};           ///< ہ ھ ە ۀ ۂ, and ه with a hamza sign -> ه
inline constexpr fold_set teh{1ull << 5};           ///< ة ۃ -> ه
inline constexpr fold_set digits{1ull << 6};        ///< ٠-٩ ۰-۹ -> 0-9
inline constexpr fold_set marks{1ull << 7};         ///< harakat, tanwin, shadda, sukun, dagger alef and Koranic signs go
inline constexpr fold_set tatweel{1ull << 8};       ///< ـ goes
inline constexpr fold_set joiners{1ull << 9};       ///< ZWNJ goes; ZWJ goes, but not inside an emoji
inline constexpr fold_set invisible{1ull << 10};    ///< bidi controls, BOM, word joiner, zero-width space and soft hyphen go
inline constexpr fold_set spaces{1ull << 11};       ///< no-break, thin and other spaces -> the plain space
inline constexpr fold_set presentation{1ull << 12}; ///< presentation forms, ligatures, full-width letters -> their letters (NFKC)
inline constexpr fold_set letter_case{1ull << 13};  ///< simple case folding of Unicode
inline constexpr fold_set diacritics{1ull << 14};   ///< é ā ḥ -> e a h; combining marks of Latin go
inline constexpr fold_set quotes{1ull << 15};       ///< ’ ‘ ʼ -> ', “ ” „ « » -> "
inline constexpr fold_set ezafe{1ull << 16};        ///< ه‌ی at the end of a word -> ۀ (with `heh`, on to ه)

// Of repairing what machines broke.
inline constexpr fold_set damage{1ull << 17}; ///< bytes that are not UTF-8 -> U+FFFD, one for each maximal part
inline constexpr fold_set joiner_edges{
    1ull << 18}; ///< ZWNJ goes where it joins nothing: doubled, beside a space or a mark of punctuation, at an end
inline constexpr fold_set not_signs{
    1ull << 19}; ///< ¬ between two letters of Arabic script -> ZWNJ, for which some keyboards type it
inline constexpr fold_set compose{
    1ull << 20}; ///< ا و ي ے ہ ە with a hamza or madda sign -> the one letter that Unicode has for it (NFC)

// Of the orthography of a language.
inline constexpr fold_set heh_letters{1ull << 21}; ///< ہ ھ ە -> ه
inline constexpr fold_set heh_hamza{1ull << 22};   ///< هٔ -> ۀ
inline constexpr fold_set heh_urdu{1ull << 23};    ///< ه ە -> ہ, ۀ -> ۂ (not with `heh` or `heh_letters`)
inline constexpr fold_set kaf_arabic{1ull << 24};  ///< ک ڪ -> ك (not with `kaf`)
inline constexpr fold_set yeh_arabic{1ull << 25};  ///< ی -> ي (not with `yeh`)
inline constexpr fold_set kurdish_e{
    1ull << 26}; ///< ه before a ZWNJ or at the end of a word -> ە (not with `heh`, `heh_letters` or `teh`)
inline constexpr fold_set digits_persian{1ull << 27}; ///< ٠-٩ -> ۰-۹ (not with `digits`)
inline constexpr fold_set digits_arabic{1ull << 28};  ///< ۰-۹ -> ٠-٩ (not with `digits` or `digits_persian`)
inline constexpr fold_set punctuation{1ull << 29};    ///< , ; ? after a letter of Arabic script and before none -> ، ؛ ؟

/// One letter for the forms that keyboards and countries use for it.
inline constexpr fold_set letters = alef | yeh | kaf | heh;
/// A search key: what most readers would take as the same word.
inline constexpr fold_set search = letters | hamza | teh | digits | marks | tatweel | joiners | invisible | spaces |
                                   presentation | letter_case | diacritics | quotes | ezafe;
/// What is right in every language: the text reads the same, and machines read it too.
inline constexpr fold_set repair = damage | presentation | invisible | spaces | joiner_edges | not_signs | compose;

/// The orthography of a language, by its BCP 47 tag: `repair` and the letters, digits and marks that the language is written with.
///
/// | language | rules beside `repair` |
/// |---|---|
/// | fa, prs | kaf yeh heh_letters heh_hamza digits_persian punctuation |
/// | ur | kaf yeh heh_urdu digits_persian punctuation |
/// | ps | kaf digits_persian punctuation (ي and ی are two letters) |
/// | ckb | kaf yeh kurdish_e punctuation |
/// | ar | kaf_arabic yeh_arabic heh_letters digits_arabic punctuation |
/// | others | none |
[[nodiscard]] constexpr fold_set orthography(std::string_view language) noexcept {
    const std::string_view primary = language.substr(0, language.find('-'));
    if (primary == "fa" || primary == "prs") return repair | kaf | yeh | heh_letters | heh_hamza | digits_persian | punctuation;
    if (primary == "ur") return repair | kaf | yeh | heh_urdu | digits_persian | punctuation;
    if (primary == "ps") return repair | kaf | digits_persian | punctuation;
    if (primary == "ckb") return repair | kaf | yeh | kurdish_e | punctuation;
    if (primary == "ar") return repair | kaf_arabic | yeh_arabic | heh_letters | digits_arabic | punctuation;
    return repair;
}

/// The set without the rules that undo another one of it.
[[nodiscard]] constexpr fold_set without_opposites(fold_set s) noexcept {
    if (s.any(heh | heh_letters)) s = s - heh_urdu - kurdish_e;
    if (s.any(heh_urdu | teh)) s = s - kurdish_e;
    if (s.has(heh)) s = s - heh_hamza;
    if (s.has(kaf)) s = s - kaf_arabic;
    if (s.any(yeh)) s = s - yeh_arabic;
    if (s.has(digits)) s = s - digits_persian - digits_arabic;
    if (s.has(digits_persian)) s = s - digits_arabic;
    if (s.has(joiners)) s = s - joiner_edges;
    return s;
}

/// A rule or a set of them and its name, for programs that let their users choose.
struct named {
    std::string_view name;
    fold_set set;
};
/// All rules and the sets that have names.
inline constexpr named by_name[] = {
    {"alef", alef},
    {"hamza", hamza},
    {"yeh", yeh},
    {"kaf", kaf},
    {"heh", heh},
    {"teh", teh},
    {"digits", digits},
    {"marks", marks},
    {"tatweel", tatweel},
    {"joiners", joiners},
    {"invisible", invisible},
    {"spaces", spaces},
    {"presentation", presentation},
    {"letter-case", letter_case},
    {"diacritics", diacritics},
    {"quotes", quotes},
    {"ezafe", ezafe},
    {"damage", damage},
    {"joiner-edges", joiner_edges},
    {"not-signs", not_signs},
    {"compose", compose},
    {"heh-letters", heh_letters},
    {"heh-hamza", heh_hamza},
    {"heh-urdu", heh_urdu},
    {"kaf-arabic", kaf_arabic},
    {"yeh-arabic", yeh_arabic},
    {"kurdish-e", kurdish_e},
    {"digits-persian", digits_persian},
    {"digits-arabic", digits_arabic},
    {"punctuation", punctuation},
    {"letters", letters},
    {"search", search},
    {"repair", repair},
};
/// The set of that name, or nothing.
[[nodiscard]] constexpr std::optional<fold_set> find(std::string_view name) noexcept {
    for (const named& n : by_name)
        if (n.name == name) return n.set;
    return std::nullopt;
}
} // namespace fold

}} // namespace matn

#endif
