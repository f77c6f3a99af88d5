// SPDX-License-Identifier: MIT
// How a listed name is looked for: its words, and the other ways to write them.
#ifndef MATN_DETAIL_LISTED_NAME_HPP
#define MATN_DETAIL_LISTED_NAME_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/dictionary.hpp>

#include <string_view>
#include <type_traits>

namespace matn { inline namespace v0 { namespace detail {

// One word, or one sign between words, of a name.
struct name_step {
    word_key key;
    slice at;
    bool symbol = false;
    bool joiner = false;
    bool plain_before = true; // nothing but a space, hyphen, half-space or apostrophe stands before it
    bool tight_before = true; // and no space
};

// The words and signs of a name. Signs before the first word and stops and brackets at the end do not count, unless there are no words.
template <profile P>
constexpr void read_name(std::string_view name, buffer<name_step>& out) {
    out.clear();
    offset pos = 0, end = 0;
    std::uint32_t letters_before = ~0u; // a full stop before any word abbreviates nothing
    bool tight = true;
    const auto signs = [&](offset from, offset to, auto&& wanted) {
        bool only_apostrophe = true;
        tight = true;
        for (offset p = from; p < to;) {
            const code_point c = decode(name, p);
            char32_t folded = 0;
            const gap_kind kind = gap_of<P>(c, folded);
            if (kind == gap_kind::symbol && !(c.value == U'.' && p == from && letters_before <= 3) && wanted(folded)) {
                out.push_back({symbol_key(folded), c.at, true, false, false, false});
                only_apostrophe = only_apostrophe && folded == U'\'';
            }
            tight = tight && folded != U' ';
            p = c.at.end;
        }
        return only_apostrophe;
    };
    for (name_word w; next_word<P>(name, pos, w);) {
        const bool joins = out.empty() ? true : signs(end, w.at.begin, [](char32_t) { return true; });
        out.push_back({w.key, w.at, false, w.joiner != 0, joins, tight});
        end = w.at.end;
        letters_before = w.key.letters;
    }
    const bool no_words = out.empty();
    (void)signs(end, static_cast<offset>(name.size()), [&](char32_t c) {
        constexpr std::u32string_view closing = U".,;:!?\"'()[]{}<>\u060C\u061B\u061F\u06D4\u2026";
        return no_words || closing.find(c) == std::u32string_view::npos;
    });
}

// The codes of a word of any length.
template <profile P, class Codes>
constexpr void codes_of(std::string_view word, Codes& out) {
    using code = std::remove_reference_t<decltype(out.back())>;
    for (offset p = 0; p < word.size();) {
        const scanned_letter l = scan_letter<P>(word, p);
        p = l.end;
        if (l.what.sign != 0 && !out.empty() && out.size() <= 16)
            out.back() = static_cast<code>(with_sign(static_cast<std::uint8_t>(out.back()), l.what.sign));
        for (std::uint8_t i = 0; i < l.what.count; ++i) out.push_back(static_cast<code>(l.what.codes[i]));
    }
}

// Types are free text; these say which names have last names and acronyms.
[[nodiscard]] constexpr std::uint8_t traits_of_type(std::string_view type) noexcept {
    const auto begins = [type](std::string_view with) {
        if (type.size() < with.size()) return false;
        for (std::size_t i = 0; i < with.size(); ++i)
            if ((static_cast<unsigned char>(type[i]) | 0x20u) != static_cast<unsigned char>(with[i])) return false;
        return true;
    };
    if ((type.size() == 3 && begins("per")) || begins("person") || begins("people") || begins("human")) return person_trait;
    if ((type.size() == 3 && begins("org")) || begins("organi") || begins("company")) return organisation_trait;
    return 0;
}

// A name with half-spaces is also found with spaces in their place.
template <profile P>
constexpr bool split_joiners(std::string_view name, const buffer<name_step>& steps, buffer<name_step>& out) {
    bool any = false;
    for (const name_step& s : steps) any = any || s.joiner;
    if (!any) return false;
    out.clear();
    for (const name_step& s : steps) {
        if (!s.joiner) {
            out.push_back(s);
            continue;
        }
        name_step part{{}, {s.at.begin, s.at.begin}, false, false, s.plain_before, s.tight_before};
        for (offset p = s.at.begin; p < s.at.end;) {
            const scanned_letter l = scan_letter<P>(name, p);
            if (l.what.kind == letter_kind::joiner && part.key.letters != 0) {
                out.push_back(part);
                part = {{}, {l.end, l.end}, false, false, true, true};
            }
            for (std::uint8_t i = 0; i < l.what.count; ++i) part.key.add(l.what.codes[i]);
            if (l.what.sign != 0 && part.key.letters != 0 && part.key.letters <= 16)
                part.key.replace_last(with_sign(part.key[part.key.letters - 1], l.what.sign));
            part.at.end = p = l.end;
        }
        if (part.key.letters != 0) out.push_back(part);
    }
    return out.size() > steps.size();
}

// عبد الله and عبدالله are one name: the compounds of عبد are written as one word or as two.
constexpr bool split_servant(const buffer<name_step>& steps, buffer<name_step>& out) {
    constexpr std::uint64_t servant =
        std::uint64_t{own_codes[0x639]} | std::uint64_t{own_codes[0x628]} << 8 | std::uint64_t{own_codes[0x62F]} << 16;
    constexpr std::uint64_t article = std::uint64_t{own_codes[0x627]} | std::uint64_t{own_codes[0x644]} << 8;
    bool changed = false;
    out.clear();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const word_key& k = steps[i].key;
        if (!steps[i].symbol && k.letters == 3 && k.low == servant && i + 1 < steps.size() && steps[i + 1].plain_before &&
            !steps[i + 1].symbol && (steps[i + 1].key.low & 0xFFFF) == article && steps[i + 1].key.letters <= 13) {
            name_step joined = steps[i];
            const word_key& next = steps[++i].key;
            for (std::uint32_t n = 0; n < next.letters; ++n) joined.key.add(next[n]);
            joined.at.end = steps[i].at.end;
            out.push_back(joined);
            changed = true;
        } else if (!steps[i].symbol && k.letters >= 7 && k.letters <= 16 && (k.low & 0xFF'FFFF) == servant &&
                   (k.low >> 24 & 0xFFFF) == article) {
            out.push_back(
                {k.without_last(k.letters - 3), steps[i].at, false, false, steps[i].plain_before, steps[i].tight_before});
            out.push_back({k.without_first(3), steps[i].at, false, false, true, true});
            changed = true;
        } else {
            out.push_back(steps[i]);
        }
    }
    return changed;
}

// The hash of the name with its words written as one, which is found by the same leaf; 0 if it is not looked for.
[[nodiscard]] constexpr std::uint64_t joined_hash(const buffer<name_step>& steps) noexcept {
    if (steps.size() < 2) return 0;
    word_key whole;
    bool arabic = false, tight = true;
    for (const name_step& s : steps) {
        if (s.symbol && s.key.low != symbol_key(U'\'').low) return 0;
        if (s.symbol) continue;
        if (!s.plain_before || s.key.letters > 16) return 0;
        tight = tight && s.tight_before;
        for (std::uint32_t i = 0; i < s.key.letters; ++i) {
            whole.add(s.key[i]);
            arabic = arabic || s.key[i] > 36;
        }
    }
    // In Latin letters only hyphens and apostrophes get lost: "Al-Qaeda", "Sana'a".
    if (whole.letters < 5 || whole.letters > longest_joined || (!arabic && !tight)) return 0;
    return hash_of(whole);
}
}}} // namespace matn::v0::detail

#endif
