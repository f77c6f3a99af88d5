// SPDX-License-Identifier: MIT
// Makes the processor look older, for the program that this is linked with: MATN_PROCESSOR=avx2 hides AVX-512, MATN_PROCESSOR=plain hides
// AVX2 too. What __builtin_cpu_supports reads is a table that the compiler's library fills from cpuid before main begins; this
// clears bits of it. Which vector code runs is chosen by that function alone.
#include <cstdlib>
#include <string_view>

#if defined(__x86_64__)
extern "C" {
extern struct {
    unsigned vendor;
    unsigned type;
    unsigned subtype;
    unsigned features;
} __cpu_model __attribute__((visibility("hidden")));
int __cpu_indicator_init();
}

namespace {

// Places in the table, the same in libgcc and compiler-rt (their processor_features).
constexpr unsigned avx2 = 10, avx512_first = 15, bmi = 16, bmi2 = 17, avx512_last = 31;

__attribute__((constructor)) void look_older() {
    __cpu_indicator_init(); // however the order of constructors is
    const char* chosen = std::getenv("MATN_PROCESSOR");
    const std::string_view name = chosen != nullptr ? chosen : "";
    if (name != "avx2" && name != "plain") return;
    for (unsigned bit = avx512_first; bit <= avx512_last; ++bit) {
        if (bit != bmi && bit != bmi2) __cpu_model.features &= ~(1u << bit);
    }
    if (name == "plain") __cpu_model.features &= ~(1u << avx2 | 1u << bmi | 1u << bmi2);
}

} // namespace
#endif
