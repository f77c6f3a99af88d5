// SPDX-License-Identifier: MIT
// Asks the linked ICU which letters folding takes as one, and writes include/matn/detail/fold_tables.hpp to stdout.
//
//     g++ -std=c++20 tools/tables/fold_tables.cpp -licuuc -o fold_tables && ./fold_tables > include/matn/detail/fold_tables.hpp
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/uversion.h>

#include <cstdio>
#include <string>
#include <vector>

namespace {

struct row {
    char32_t from;
    std::vector<char32_t> to;
};

std::vector<char32_t> code_points(const icu::UnicodeString& s) {
    std::vector<char32_t> out;
    for (int32_t i = 0; i < s.length(); i = s.moveIndex32(i, 1)) out.push_back(static_cast<char32_t>(s.char32At(i)));
    return out;
}

const icu::Normalizer2& form(bool compose) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* n = compose ? icu::Normalizer2::getNFKCInstance(status) : icu::Normalizer2::getNFKDInstance(status);
    return *n;
}

std::vector<row> case_rows() {
    std::vector<row> rows;
    for (UChar32 c = 0x80; c < 0x110000; ++c)
        if (const UChar32 f = u_foldCase(c, U_FOLD_CASE_DEFAULT); f != c) rows.push_back({char32_t(c), {char32_t(f)}});
    return rows;
}

// A Latin letter and its marks: the ASCII letter alone. Letters that Unicode does not decompose (ø, ł, đ) stay.
std::vector<row> diacritic_rows() {
    std::vector<row> rows;
    for (UChar32 c = 0xC0; c < 0x2000; ++c) {
        UErrorCode status = U_ZERO_ERROR;
        if (uscript_getScript(c, &status) != USCRIPT_LATIN) continue;
        const auto parts = code_points(form(false).normalize(icu::UnicodeString(c), status));
        if (parts.size() < 2 || parts[0] >= 0x80 || !u_isalpha(static_cast<UChar32>(parts[0]))) continue;
        bool marks = true;
        for (std::size_t i = 1; i < parts.size(); ++i)
            marks = marks && u_charType(static_cast<UChar32>(parts[i])) == U_NON_SPACING_MARK;
        if (marks) rows.push_back({char32_t(c), {parts[0]}});
    }
    return rows;
}

std::vector<row> presentation_rows() {
    std::vector<row> rows;
    const auto range = [&rows](UChar32 first, UChar32 last) {
        for (UChar32 c = first; c <= last; ++c) {
            UErrorCode status = U_ZERO_ERROR;
            const auto to = code_points(form(true).normalize(icu::UnicodeString(c), status));
            if (u_isdefined(c) && (to.size() != 1 || to[0] != char32_t(c))) rows.push_back({char32_t(c), to});
        }
    };
    range(0xFB00, 0xFB06); // Latin ligatures
    range(0xFB50, 0xFDFF); // Arabic Presentation Forms-A
    range(0xFE70, 0xFEFC); // Arabic Presentation Forms-B
    range(0xFF01, 0xFF5E); // full-width ASCII
    return rows;
}

void literal(const char* type, const char* name, const char* comment, const std::vector<char32_t>& values, bool wide) {
    std::printf("// %s\ninline constexpr %s %s[] =\n", comment, type, name);
    const char* prefix = wide ? "U" : "u";
    for (std::size_t i = 0; i < values.size(); i += 16) {
        std::printf("    %s\"", prefix);
        for (std::size_t k = i; k < values.size() && k < i + 16; ++k) std::printf("\\x%X", unsigned(values[k]));
        std::printf("\"%s\n", i + 16 >= values.size() ? ";" : "");
    }
    std::printf("\n");
}

void pairs(const char* name, const char* comment, const std::vector<row>& rows) {
    std::vector<char32_t> flat;
    for (const row& r : rows) {
        flat.push_back(r.from);
        flat.push_back(r.to[0]);
    }
    literal("char32_t", name, comment, flat, true);
}

} // namespace

int main() {
    std::printf(
        "// SPDX-License-Identifier: MIT\n"
        "// Letters that folding takes as one. Written by tools/tables/fold_tables.cpp from ICU %s (Unicode %s): do not edit.\n"
        "#ifndef MATN_DETAIL_FOLD_TABLES_HPP\n#define MATN_DETAIL_FOLD_TABLES_HPP\n\n"
        "#include <matn/version.hpp>\n\n"
        "// clang-format off\nnamespace matn { inline namespace v0 { namespace detail {\n\n",
        U_ICU_VERSION, U_UNICODE_VERSION);
    pairs("fold_case_pairs", "Simple case folding above ASCII: from, to; sorted.", case_rows());
    pairs("fold_diacritic_pairs", "Latin letters with marks: from, the ASCII letter; sorted.", diacritic_rows());
    const auto rows = presentation_rows();
    std::vector<char32_t> from, at, pool;
    for (const row& r : rows) {
        from.push_back(r.from);
        at.push_back(char32_t(pool.size()));
        pool.insert(pool.end(), r.to.begin(), r.to.end());
    }
    at.push_back(char32_t(pool.size()));
    literal("char16_t", "fold_presentation_from", "Presentation forms and full-width letters (NFKC), sorted.", from, false);
    literal("char16_t", "fold_presentation_at", "Where the letters of each begin in the pool below.", at, false);
    literal("char16_t", "fold_presentation_pool", "Their letters.", pool, false);
    std::printf("}}} // namespace matn::v0::detail\n// clang-format on\n\n#endif\n");
}
