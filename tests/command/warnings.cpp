// SPDX-License-Identifier: MIT
// Warnings are found where scripts meet and a few bytes begin; here they are found the long way, in every word and code point.
#include "common/warnings.hpp"

#include <cstdio>
#include <random>

namespace {

std::string told(const std::vector<found_warning>& found) {
    std::string out;
    for (const found_warning& w : found)
        out.append(std::to_string(w.at.begin))
            .append("-")
            .append(std::to_string(w.at.end))
            .append(" " + w.value + ": " + w.detail + "\n");
    return out;
}

std::vector<found_warning> the_long_way(std::string_view text) {
    std::vector<found_warning> out;
    for (const matn::damage& d : matn::damages(text))
        out.push_back({d.at, "invalid-utf8", d.why == matn::damage_reason::stray ? "stray byte" : "cut short"});
    for (const matn::code_point c : matn::code_points(text))
        if (is_bidi_control(c.value)) out.push_back({c.at, "bidi-control", harmless(c.at.of(text))});
    for (const matn::word w : text | matn::words({.punctuation = false})) warnings::mixed_word(text, w, 0, out);
    std::stable_sort(out.begin(), out.end(),
                     [](const found_warning& a, const found_warning& b) { return a.at.begin < b.at.begin; });
    return out;
}

} // namespace

int main() {
    const std::string_view parts[] = {
        "a",  "K",  "а",  "б",      "α",      "ک",        "ي",      "ب",      "۵",      "5",      " ",      "\n",     "\t",
        ".",  "'",  "-",  "\u200c", "\u200d", "\u0301",   "\u064b", "\u061c", "\u200e", "\u202e", "\u2066", "\u2069", "\u2019",
        "漢", "カ", "ー", "א",      "\xD8",   "\xE2\x80", "\xFF",   "😀",      "\u00a0", "ə",      "(",      "）",     "·"};
    std::mt19937 random(11);
    int failed = 0;
    std::size_t warned = 0;
    for (int round = 0; round < 200000; ++round) {
        std::string text;
        for (std::size_t n = random() % 24; n > 0; --n) text += parts[random() % std::size(parts)];
        std::vector<found_warning> found;
        find_warnings(text, found);
        warned += found.size();
        if (told(found) == told(the_long_way(text))) continue;
        if (++failed <= 5)
            std::printf("not so: %s\n%sshould be\n%s", harmless(text).c_str(), told(found).c_str(),
                        told(the_long_way(text)).c_str());
    }
    std::printf("200000 texts, %zu warnings, %d texts differ\n", warned, failed);
    return failed == 0 && warned > 100000 ? 0 : 1;
}
