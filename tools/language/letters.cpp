// SPDX-License-Identifier: MIT
// Writes the table of letters below U+0700 that detail/language_features.hpp reads, from the rules that stand there.
//
//     c++ -std=c++20 -Iinclude tools/language/letters.cpp -o letters && ./letters include/matn/detail/language_letters.hpp
#include <matn/detail/language_features.hpp>

#include <cstdio>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: letters HEADER\n", stderr);
        return 2;
    }
    std::FILE* out = std::fopen(argv[1], "wb");
    if (out == nullptr) {
        std::perror(argv[1]);
        return 1;
    }
    std::fputs("// SPDX-License-Identifier: MIT\n"
               "// Letters as language.hpp sees them. Written by tools/language/letters.cpp; do not edit.\n"
               "#ifndef MATN_DETAIL_LANGUAGE_LETTERS_HPP\n#define MATN_DETAIL_LANGUAGE_LETTERS_HPP\n\n"
               "#include <matn/version.hpp>\n\n// clang-format off\nnamespace matn { inline namespace v0 { namespace detail {\n\n"
               "inline constexpr char16_t language_letters[] =",
               out);
    for (char32_t c = 0; c < 0x700; ++c)
        std::fprintf(out, "%s\\x%X%s", c % 16 == 0 ? "\n    u\"" : "",
                     static_cast<unsigned>(matn::detail::packed(matn::detail::read_letter(c))), c % 16 == 15 ? "\"" : "");
    std::fputs(";\n\n}}} // namespace matn::v0::detail\n\n#endif\n", out);
    std::fclose(out);
}
