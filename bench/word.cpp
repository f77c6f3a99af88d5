// SPDX-License-Identifier: MIT
// Word boundaries of UAX #29 against ICU's break iterator, over UTF-8 (UText) and over UTF-16 that was converted beforehand; and
// what a user has of it: words in a vector, a lazy view.
#include "bench.hpp"

#include <matn/word.hpp>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <utf8.h>

#include <cstring>
#include <memory>
#include <vector>

namespace {

std::function<std::size_t()> boundaries(std::string_view text, matn::detail::word_path path) {
    return [text, path, to = std::make_shared<std::vector<matn::offset>>()] {
        to->clear();
        for (matn::detail::word_batches batches(text, path); batches.next();)
            to->insert(to->end(), batches.begin(), batches.end());
        return to->size();
    };
}
std::function<std::size_t()> blocks(std::string_view text) { return boundaries(text, matn::detail::word_path::avx2); }
std::function<std::size_t()> tables(std::string_view text) { return boundaries(text, matn::detail::word_path::tables); }
std::function<std::size_t()> machine(std::string_view text) { return boundaries(text, matn::detail::word_path::machine); }

std::function<std::size_t()> vector(std::string_view text) {
    return [text, to = std::make_shared<std::vector<matn::word>>()] {
        matn::words.fill(text, *to);
        return to->size();
    };
}
std::function<std::size_t()> view(std::string_view text) {
    return [text] {
        std::size_t n = 0;
        for (const matn::word w : matn::words(text)) n += w.at.size() > 0 ? 1u : 0u;
        return n;
    };
}

struct icu_words {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> breaks{icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status)};
    UText* text = nullptr;
    icu::UnicodeString units;
    ~icu_words() { utext_close(text); }
    std::size_t count() const {
        std::size_t n = 1;
        breaks->first();
        while (breaks->next() != icu::BreakIterator::DONE) ++n;
        return n;
    }
};
std::function<std::size_t()> icu_utf8(std::string_view text) {
    return [text, icu = std::make_shared<icu_words>()] {
        icu->text = utext_openUTF8(icu->text, text.data(), static_cast<std::int64_t>(text.size()), &icu->status);
        icu->breaks->setText(icu->text, icu->status);
        return icu->count();
    };
}
std::function<std::size_t()> icu_utf16(std::string_view text) {
    auto icu = std::make_shared<icu_words>();
    icu->units = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    return [icu] {
        icu->breaks->setText(icu->units);
        return icu->count();
    };
}

std::function<std::size_t()> decode_only(std::string_view text) {
    return [text] {
        std::size_t n = 0;
        for (auto at = text.begin(); at != text.end(); ++n) (void)utf8::next(at, text.end());
        return n;
    };
}
std::function<std::size_t()> copy(std::string_view text) {
    return [text, to = std::make_shared<std::string>(text)] {
        std::memcpy(to->data(), text.data(), text.size());
        return to->size();
    };
}

} // namespace

int main(int argc, char** argv) {
    return bench::run(argc, argv,
                      {{"words", "matn boundaries", blocks},
                       {"words", "matn without SIMD", tables},
                       {"words", "matn machine", machine},
                       {"words", "matn words.fill", vector},
                       {"words", "matn view", view},
                       {"words", "ICU UText", icu_utf8},
                       {"words", "ICU UTF-16", icu_utf16},
                       {"words", "utfcpp decoding", decode_only},
                       {"words", "memcpy", copy}});
}
