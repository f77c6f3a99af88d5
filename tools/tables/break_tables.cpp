// SPDX-License-Identifier: MIT
// Asks the linked ICU for the properties of UAX #29 and writes the headers that hold them.
//
//     c++ -std=c++20 tools/tables/break_tables.cpp -licuuc -o break_tables && ./break_tables include/matn/detail
//
// The values written here are named in include/matn/detail/break_classes.hpp.
#include "two_stage.hpp"

#include "../../include/matn/detail/break_classes.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/uvernum.h>

namespace {

using namespace matn::detail;

word_class word_break(UChar32 c) {
    const bool pictographic = u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
    switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_CR: return word_class::carriage_return;
    case U_WB_LF: return word_class::line_feed;
    case U_WB_NEWLINE: return word_class::newline;
    case U_WB_EXTEND: return word_class::extend;
    case U_WB_ZWJ: return word_class::zero_width_joiner;
    case U_WB_FORMAT: return word_class::format;
    case U_WB_REGIONAL_INDICATOR: return word_class::regional_indicator;
    case U_WB_KATAKANA: return word_class::katakana;
    case U_WB_HEBREW_LETTER: return word_class::hebrew_letter;
    case U_WB_ALETTER: return pictographic ? word_class::pictographic_letter : word_class::letter;
    case U_WB_SINGLE_QUOTE: return word_class::single_quote;
    case U_WB_DOUBLE_QUOTE: return word_class::double_quote;
    case U_WB_MIDNUMLET: return word_class::mid_number_letter;
    case U_WB_MIDLETTER: return word_class::mid_letter;
    case U_WB_MIDNUM: return word_class::mid_number;
    case U_WB_NUMERIC: return word_class::numeric;
    case U_WB_EXTENDNUMLET: return word_class::connector;
    case U_WB_WSEGSPACE: return word_class::space;
    default: return pictographic ? word_class::pictographic : word_class::other;
    }
}

// What a word is that begins with this character.
kind_group group(UChar32 c) {
    const word_class wb = word_break(c);
    if (wb == word_class::pictographic)
        return u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION) ? kind_group::other : kind_group::symbol;
    if (wb == word_class::numeric) return kind_group::number;
    if (wb == word_class::katakana) return kind_group::kana;
    if (u_hasBinaryProperty(c, UCHAR_WHITE_SPACE)) return kind_group::space;
    const auto mask = U_GET_GC_MASK(c);
    if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) && (mask & (U_GC_LO_MASK | U_GC_NL_MASK)) != 0) return kind_group::ideograph;
    if (mask & U_GC_L_MASK) {
        const int script = u_getIntPropertyValue(c, UCHAR_SCRIPT);
        return script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ? kind_group::kana : kind_group::letters;
    }
    if (wb == word_class::letter || wb == word_class::pictographic_letter || wb == word_class::hebrew_letter)
        return kind_group::letters;
    if (mask & U_GC_N_MASK) return kind_group::number;
    if (mask & U_GC_P_MASK) return kind_group::punctuation;
    if (mask & U_GC_S_MASK) return kind_group::symbol;
    return kind_group::other;
}

std::uint8_t words(char32_t c) {
    const auto u = static_cast<UChar32>(c);
    return static_cast<std::uint8_t>(static_cast<unsigned>(word_break(u)) | static_cast<unsigned>(group(u)) << 5);
}

std::uint8_t sentences(char32_t c) {
    const auto name = [](UChar32 u) {
        switch (u_getIntPropertyValue(u, UCHAR_SENTENCE_BREAK)) {
        case U_SB_CR: return sentence_class::carriage_return;
        case U_SB_LF: return sentence_class::line_feed;
        case U_SB_EXTEND: return sentence_class::extend;
        case U_SB_SEP: return sentence_class::separator;
        case U_SB_FORMAT: return sentence_class::format;
        case U_SB_SP: return sentence_class::space;
        case U_SB_LOWER: return sentence_class::lower;
        case U_SB_UPPER: return sentence_class::upper;
        case U_SB_OLETTER: return sentence_class::other_letter;
        case U_SB_NUMERIC: return sentence_class::numeric;
        case U_SB_ATERM: return sentence_class::full_stop;
        case U_SB_SCONTINUE: return sentence_class::comma;
        case U_SB_STERM: return sentence_class::terminal;
        case U_SB_CLOSE: return sentence_class::close;
        default: return sentence_class::other;
        }
    };
    return static_cast<std::uint8_t>(name(static_cast<UChar32>(c)));
}

std::uint8_t graphemes(char32_t c) {
    const auto name = [](UChar32 u) {
        switch (u_getIntPropertyValue(u, UCHAR_GRAPHEME_CLUSTER_BREAK)) {
        case U_GCB_CR: return grapheme_class::carriage_return;
        case U_GCB_LF: return grapheme_class::line_feed;
        case U_GCB_CONTROL: return grapheme_class::control;
        case U_GCB_EXTEND: return grapheme_class::extend;
        case U_GCB_ZWJ: return grapheme_class::zero_width_joiner;
        case U_GCB_REGIONAL_INDICATOR: return grapheme_class::regional_indicator;
        case U_GCB_PREPEND: return grapheme_class::prepend;
        case U_GCB_SPACING_MARK: return grapheme_class::spacing_mark;
        case U_GCB_L: return grapheme_class::hangul_l;
        case U_GCB_V: return grapheme_class::hangul_v;
        case U_GCB_T: return grapheme_class::hangul_t;
        case U_GCB_LV: return grapheme_class::hangul_lv;
        case U_GCB_LVT: return grapheme_class::hangul_lvt;
        default:
            return u_hasBinaryProperty(u, UCHAR_EXTENDED_PICTOGRAPHIC) ? grapheme_class::pictographic : grapheme_class::other;
        }
    };
    return static_cast<std::uint8_t>(name(static_cast<UChar32>(c)));
}

template <class Property>
void write_header(const std::string& folder, const std::string& what, const char* subject, const Property& property) {
    const std::string path = folder + "/unicode_" + what + ".hpp";
    std::FILE* const out = std::fopen(path.c_str(), "w");
    if (out == nullptr) {
        std::perror(path.c_str());
        std::exit(1);
    }
    std::string guard = "MATN_DETAIL_UNICODE_";
    for (const char c : what) guard += static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    guard += "_HPP";
    const tables::two_stage table = tables::make_two_stage(property);
    std::fprintf(
        out,
        "// SPDX-License-Identifier: MIT\n"
        "// %s of every code point (Unicode %s, from ICU %s). Written by tools/tables/break_tables.cpp; not to be edited.\n"
        "//\n"
        "// Derived from the Unicode Character Database, (c) Unicode, Inc., under the Unicode License (https://www.unicode.org/license.txt).\n"
        "#ifndef %s\n#define %s\n\n#include <matn/version.hpp>\n\n// clang-format off\nnamespace matn { inline namespace v0 { namespace detail {\n\n",
        subject, U_UNICODE_VERSION, U_ICU_VERSION, guard.c_str(), guard.c_str());
    std::fprintf(out, "// U+0000-07FF: all that one or two bytes of UTF-8 hold.\n");
    tables::write_bytes(out, what + "_class_flat", tables::make_flat(property));
    std::fprintf(out, "\n// Every code point, %zu bytes.\n", table.size());
    tables::write_two_stage(out, what + "_class_of", table);
    std::fprintf(out, "\n}}} // namespace matn::v0::detail\n// clang-format on\n\n#endif\n");
    std::fclose(out);
    std::printf("%s: blocks of %u, %zu bytes\n", path.c_str(), 1u << table.shift, table.size() + 0x800);
}

} // namespace

int main(int argc, char** argv) {
    const std::string folder = argc > 1 ? argv[1] : "include/matn/detail";
    write_header(folder, "word", "Word_Break, Extended_Pictographic and what a word is that begins with it,", words);
    write_header(folder, "sentence", "Sentence_Break", sentences);
    write_header(folder, "grapheme", "Grapheme_Cluster_Break and Extended_Pictographic", graphemes);
}
