// SPDX-License-Identifier: MIT
// Script runs against ICU's, which reads UTF-16: converting is part of its work when the text is UTF-8.
#include <matn/script.hpp>

#include <benchmark/benchmark.h>

#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include <string>
#include <vector>

extern "C" {
struct UScriptRun;
#define uscript_openRun U_ICU_ENTRY_POINT_RENAME(uscript_openRun)
#define uscript_setRunText U_ICU_ENTRY_POINT_RENAME(uscript_setRunText)
#define uscript_nextRun U_ICU_ENTRY_POINT_RENAME(uscript_nextRun)
UScriptRun* uscript_openRun(const UChar* text, int32_t length, UErrorCode* status);
void uscript_setRunText(UScriptRun* run, const UChar* text, int32_t length, UErrorCode* status);
UBool uscript_nextRun(UScriptRun* run, int32_t* start, int32_t* limit, UScriptCode* code);
}

namespace {

const std::string dari = "رئیس جمهور افغانستان روز یک‌شنبه (۲۶ حمل) در کابل با نمایندگان ولایت‌ها دیدار کرد و گفت که مکتب‌ها در ماه ثور باز می‌شوند. ";
const std::string arabic = "قالت وزارة الصحة يوم الأحد إن عدد المستشفيات في العاصمة بلغ 26 مستشفى، وإن العمل جارٍ لفتح ثلاثة أخرى قبل نهاية العام. ";
const std::string english = "The ministry said on Sunday that 26 hospitals (three of them new) were open in the capital, and that more would follow. ";
const std::string mixed = "شرکت Ariana Afghan Airlines (FG) اعلام کرد که پرواز FG-311 از کابل به Dubai International ساعت 14:30 انجام می‌شود. ";

std::string repeated(const std::string& sentence, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += sentence;
    return text;
}
const std::string& sample(int64_t which) {
    static const std::string texts[] = {repeated(dari, 1 << 20), repeated(arabic, 1 << 20), repeated(english, 1 << 20), repeated(mixed, 1 << 20),
                                        std::string("افغانستان و ایران در بروکسل، ۲۶ حمل") };
    return texts[which];
}
const char* const names[] = {"dari", "arabic", "english", "mixed", "64_bytes"};

void matn_runs(benchmark::State& state) {
    const std::string& text = sample(state.range(0));
    state.SetLabel(names[state.range(0)]);
    for (auto _ : state)
        for (const matn::script_run r : matn::script_runs(text)) benchmark::DoNotOptimize(r.at.end);
    state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(text.size()));
}

void icu_runs(benchmark::State& state) {
    const std::string& text = sample(state.range(0));
    state.SetLabel(names[state.range(0)]);
    std::vector<UChar> units(text.size());
    UErrorCode status = U_ZERO_ERROR;
    UScriptRun* run = uscript_openRun(nullptr, 0, &status);
    for (auto _ : state) {
        status = U_ZERO_ERROR;
        int32_t length = 0;
        u_strFromUTF8(units.data(), static_cast<int32_t>(units.size()), &length, text.data(), static_cast<int32_t>(text.size()), &status);
        status = U_ZERO_ERROR; // it warns that there is no NUL
        if (run == nullptr) run = uscript_openRun(units.data(), length, &status);
        else uscript_setRunText(run, units.data(), length, &status);
        int32_t from = 0, to = 0;
        UScriptCode code = USCRIPT_COMMON;
        while (uscript_nextRun(run, &from, &to, &code)) benchmark::DoNotOptimize(to);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(text.size()));
}

BENCHMARK(matn_runs)->DenseRange(0, 4);
BENCHMARK(icu_runs)->DenseRange(0, 4);

} // namespace

BENCHMARK_MAIN();
