// SPDX-License-Identifier: MIT
// Tokens (URLs, numbers, abbreviations and the rest) against what ICU's word iterator takes for plain words.
#include "bench.hpp"

#include <matn/token.hpp>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <vector>

namespace {

std::function<std::size_t()> tokens(std::string_view text) {
    return [text, to = std::make_shared<std::vector<matn::token>>()] {
        matn::tokens.fill(text, *to);
        return to->size();
    };
}
std::function<std::size_t()> words(std::string_view text) {
    return [text, to = std::make_shared<std::vector<matn::word>>()] {
        matn::words.fill(text, *to);
        return to->size();
    };
}

struct icu_words {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> breaks{icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status)};
    UText* text = nullptr;
    ~icu_words() { utext_close(text); }
};
std::function<std::size_t()> icu_utf8(std::string_view text) {
    return [text, icu = std::make_shared<icu_words>()] {
        icu->text = utext_openUTF8(icu->text, text.data(), static_cast<std::int64_t>(text.size()), &icu->status);
        icu->breaks->setText(icu->text, icu->status);
        std::size_t n = 1;
        icu->breaks->first();
        while (icu->breaks->next() != icu::BreakIterator::DONE) ++n;
        return n;
    };
}

} // namespace

int main(int argc, char** argv) {
    return bench::run(
        argc, argv,
        {{"tokens", "matn tokens", tokens}, {"tokens", "matn words", words}, {"tokens", "ICU words UText", icu_utf8}});
}
