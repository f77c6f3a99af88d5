// SPDX-License-Identifier: MIT
// Folding with an offset map, against ICU's NFKC_Casefold with Edits: what a user would take instead. Then words of the folded text too.
#include "bench.hpp"

#include <matn/fold.hpp>
#include <matn/pipeline.hpp>
#include <matn/through.hpp>
#include <matn/utf8.hpp>
#include <matn/word.hpp>

#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/utext.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

namespace {

namespace fold = matn::fold;

inline constexpr matn::fold_set light = fold::kaf | fold::yeh | fold::marks | fold::tatweel;

template <matn::fold_set F>
std::function<std::size_t()> matn_fold(std::string_view text) {
    return [text, f = std::make_shared<matn::folded<F>>()] {
        f->assign(text);
        return f->text().size();
    };
}

// Text as NFKC_Casefold makes it, and where each part of it was.
struct icu_folded {
    std::string out;
    icu::Edits edits;

    void fold(std::string_view text, UErrorCode& status) {
        out.clear();
        edits.reset();
        icu::StringByteSink<std::string> sink(&out);
        icu::Normalizer2::getNFKCCasefoldInstance(status)->normalizeUTF8(
            0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, &edits, status);
    }
};

std::function<std::size_t()> icu_fold(std::string_view text) {
    return [text, folded = std::make_shared<icu_folded>()] {
        UErrorCode status = U_ZERO_ERROR;
        folded->fold(text, status);
        return folded->out.size();
    };
}

// Broken bytes, the folded text, and its words with their places in the text as it was.
template <matn::fold_set F>
std::function<std::size_t()> matn_words(std::string_view text) {
    static constexpr auto analyse = matn::pipeline(matn::damages, matn::folding<F>, matn::through<F>(matn::words));
    using document = typename decltype(analyse)::document;
    return [text, doc = std::make_shared<document>(analyse.blank())] {
        analyse(text, *doc);
        return doc->template each<matn::word>().size() + doc->template each<matn::damage>().size();
    };
}

// What it takes with ICU: the boundaries of the folded text alone; or, `in_text`, the same result as matn's, each word (what is not white
// space) with its kind and its place in the text as it was, which Edits gives.
template <bool in_text>
std::function<std::size_t()> icu_words(std::string_view text) {
    struct word {
        std::int32_t begin, end, kind;
    };
    struct memory {
        icu_folded folded;
        std::vector<word> found;
        UText* view = nullptr;
        std::unique_ptr<icu::BreakIterator> words;
        ~memory() { utext_close(view); }
    };
    return [text, m = std::make_shared<memory>()] {
        UErrorCode status = U_ZERO_ERROR;
        m->folded.fold(text, status);
        m->view = utext_openUTF8(m->view, m->folded.out.data(), static_cast<int64_t>(m->folded.out.size()), &status);
        if (!m->words) m->words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
        m->words->setText(m->view, status);
        if constexpr (!in_text) {
            std::size_t count = 0;
            for (m->words->first(); m->words->next() != icu::BreakIterator::DONE;) ++count;
            return count;
        } else {
            m->found.clear();
            icu::Edits::Iterator places = m->folded.edits.getFineIterator();
            std::int32_t begin = m->words->first();
            for (std::int32_t end = m->words->next(); end != icu::BreakIterator::DONE; begin = end, end = m->words->next()) {
                if (const char c = m->folded.out[static_cast<std::size_t>(begin)]; c == ' ' || c == '\n') continue;
                m->found.push_back({places.sourceIndexFromDestinationIndex(begin, status),
                                    places.sourceIndexFromDestinationIndex(end, status), m->words->getRuleStatus()});
            }
            return m->found.size();
        }
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
                      {{"fold", "matn light", matn_fold<light>},
                       {"fold", "matn letters", matn_fold<fold::letters | fold::hamza | fold::teh | fold::marks | fold::tatweel>},
                       {"fold", "matn search", matn_fold<fold::search>},
                       {"fold", "matn fa", matn_fold<fold::orthography("fa")>},
                       {"fold", "ICU NFKC_CF+Edits", icu_fold},
                       {"fold", "memcpy", copy},
                       {"fold, words", "matn light", matn_words<light>},
                       {"fold, words", "matn search", matn_words<fold::search>},
                       {"fold, words", "ICU NFKC_CF+Edits, word UText", icu_words<false>},
                       {"fold, words", "ICU, places in the text", icu_words<true>}});
}
