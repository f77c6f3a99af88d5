// SPDX-License-Identifier: MIT
// All that cuts a text: words, tokens, sentences and graphemes against ICU; then texts made to be slow, at 4 MB and at 64 MB: a
// megabyte must cost the same in both.
#include "segmentation.hpp"

#include <ctime>

namespace {

double seconds() {
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

template <class Stage>
double milliseconds_a_megabyte(std::string_view text, const Stage& stage) {
    const double start = seconds();
    std::size_t n = 0;
    stage.for_each(text, [&n](const auto& item) { n += item.at.size(); });
    benchmark::DoNotOptimize(n);
    return (seconds() - start) * 1e3 / (static_cast<double>(text.size()) / 1e6);
}

void hostile() {
    const struct {
        const char* name;
        std::string_view first;
        std::string_view piece;
    } kinds[] = {{"Persian without a space", "", "ب"},
                 {"English without a space", "", "a"},
                 {"flags", "", "🇦"},
                 {"combining marks", "ا", "\u064E"},
                 {"middle letters", "", "a:"},
                 {"full stops", "", "."},
                 {"bytes that continue nothing", "", "\x80"},
                 {"at signs", "", "a@"},
                 {"opening parentheses", "http://a/", "("},
                 {"capitals and full stops", "", "U."},
                 {"hyphens", "", "a-"},
                 {"white space", "", " \n"}};
    std::printf("\ntexts made to be slow (ms of processor time a MB, at 4 MB and at 64 MB)\n  %-30s %15s %15s %15s\n", "",
                "words", "tokens", "sentences");
    for (const auto& kind : kinds) {
        std::printf("  %-30s", kind.name);
        std::string texts[2];
        for (int i = 0; i < 2; ++i) {
            texts[i] = kind.first;
            while (texts[i].size() < std::size_t{i == 0 ? 4u : 64u} << 20) texts[i] += kind.piece;
        }
        const auto row = [&texts](const auto& stage) {
            for (const std::string& text : texts) std::printf(" %7.2f", milliseconds_a_megabyte(text, stage));
            std::fflush(stdout);
        };
        row(matn::words);
        row(matn::tokens);
        row(matn::sentences);
        std::printf("\n");
    }
}

} // namespace

int main(int argc, char** argv) {
    std::vector<bench::contestant> all;
    for (const auto& some : {bench::words(), bench::tokens(), bench::sentences(), bench::graphemes()})
        all.insert(all.end(), some.begin(), some.end());
    const int status = bench::run(argc, argv, all);
    if (status == 0) hostile();
    return status;
}
