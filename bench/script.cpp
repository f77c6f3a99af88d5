// SPDX-License-Identifier: MIT
// Script runs against ICU's, which reads UTF-16: converting is part of its work when the text is UTF-8.
#include "bench.hpp"

#include <matn/script.hpp>

#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include <memory>

// Exported by ICU's library, but in no installed header.
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

std::function<std::size_t()> matn_runs(std::string_view text) {
    return [text] {
        std::size_t count = 0;
        for (const matn::script_run r : matn::script_runs(text)) {
            benchmark::DoNotOptimize(r.at.end);
            ++count;
        }
        return count;
    };
}

std::function<std::size_t()> icu_runs(std::string_view text) {
    struct memory {
        std::vector<UChar> units;
        UScriptRun* run = nullptr; // one for the whole program
    };
    auto m = std::make_shared<memory>();
    m->units.resize(text.size());
    return [text, m] {
        UErrorCode status = U_ZERO_ERROR;
        int32_t length = 0;
        u_strFromUTF8WithSub(m->units.data(), static_cast<int32_t>(m->units.size()), &length, text.data(),
                             static_cast<int32_t>(text.size()), 0xFFFD, nullptr, &status);
        status = U_ZERO_ERROR; // it warns that there is no NUL
        if (m->run == nullptr) m->run = uscript_openRun(m->units.data(), length, &status);
        else uscript_setRunText(m->run, m->units.data(), length, &status);
        int32_t from = 0, to = 0;
        UScriptCode code = USCRIPT_COMMON;
        std::size_t count = 0;
        while (uscript_nextRun(m->run, &from, &to, &code)) ++count;
        return count;
    };
}

// The price of a call: lines of some 64 bytes, one after the other.
template <std::function<std::size_t()> (*Whole)(std::string_view)>
std::function<std::size_t()> by_lines(std::string_view text) {
    std::vector<std::function<std::size_t()>> lines;
    for (std::size_t from = 0; from < text.size();) {
        std::size_t to = std::min(from + 64, text.size());
        while (to < text.size() && (static_cast<unsigned char>(text[to]) & 0xC0u) == 0x80) ++to;
        lines.push_back(Whole(text.substr(from, to - from)));
        from = to;
    }
    return [lines] {
        std::size_t count = 0;
        for (const auto& line : lines) count += line();
        return count;
    };
}

} // namespace

int main(int argc, char** argv) {
    return bench::run(argc, argv,
                      {{"script runs", "matn", matn_runs},
                       {"script runs", "ICU", icu_runs},
                       {"script runs of 64 bytes", "matn", by_lines<matn_runs>},
                       {"script runs of 64 bytes", "ICU", by_lines<icu_runs>}});
}
