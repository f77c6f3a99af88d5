// SPDX-License-Identifier: MIT
// Sentences against ICU's break iterator, over UTF-8 (UText) and over UTF-16 that was converted beforehand.
#include "bench.hpp"

#include <matn/sentence.hpp>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <vector>

namespace {

template <matn::sentence_rules Rules>
std::function<std::size_t()> sentences(std::string_view text) {
    return [text, to = std::make_shared<std::vector<matn::sentence>>()] {
        matn::sentences({.rules = Rules}).fill(text, *to);
        return to->size();
    };
}

struct icu_sentences {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> breaks{icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status)};
    UText* text = nullptr;
    icu::UnicodeString units;
    ~icu_sentences() { utext_close(text); }
    std::size_t count() const {
        std::size_t n = 1;
        breaks->first();
        while (breaks->next() != icu::BreakIterator::DONE) ++n;
        return n;
    }
};
std::function<std::size_t()> icu_utf8(std::string_view text) {
    return [text, icu = std::make_shared<icu_sentences>()] {
        icu->text = utext_openUTF8(icu->text, text.data(), static_cast<std::int64_t>(text.size()), &icu->status);
        icu->breaks->setText(icu->text, icu->status);
        return icu->count();
    };
}
std::function<std::size_t()> icu_utf16(std::string_view text) {
    auto icu = std::make_shared<icu_sentences>();
    icu->units = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    return [icu] {
        icu->breaks->setText(icu->units);
        return icu->count();
    };
}

} // namespace

int main(int argc, char** argv) {
    return bench::run(argc, argv,
                      {{"sentences", "matn", sentences<matn::sentence_rules::language>},
                       {"sentences", "matn UAX #29", sentences<matn::sentence_rules::unicode>},
                       {"sentences", "ICU UText", icu_utf8},
                       {"sentences", "ICU UTF-16", icu_utf16}});
}
