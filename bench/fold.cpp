// SPDX-License-Identifier: MIT
// Folding with an offset map, against ICU's NFKC_Casefold with Edits: what a user would take instead.
#include "bench.hpp"

#include <matn/fold.hpp>

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <cstring>
#include <memory>

namespace {

namespace fold = matn::fold;

template <matn::fold_set F>
std::function<std::size_t()> matn_fold(std::string_view text) {
    return [text, f = std::make_shared<matn::folded<F>>()] {
        f->assign(text);
        return f->text().size();
    };
}

std::function<std::size_t()> icu_fold(std::string_view text) {
    struct memory {
        std::string out;
        icu::Edits edits;
    };
    return [text, m = std::make_shared<memory>()] {
        UErrorCode status = U_ZERO_ERROR;
        m->out.clear();
        m->edits.reset();
        icu::StringByteSink<std::string> sink(&m->out);
        icu::Normalizer2::getNFKCCasefoldInstance(status)->normalizeUTF8(
            0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, &m->edits, status);
        return m->out.size();
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
                      {{"fold", "matn light", matn_fold<fold::kaf | fold::yeh | fold::marks | fold::tatweel>},
                       {"fold", "matn letters", matn_fold<fold::letters | fold::hamza | fold::teh | fold::marks | fold::tatweel>},
                       {"fold", "matn search", matn_fold<fold::search>},
                       {"fold", "matn fa", matn_fold<fold::orthography("fa")>},
                       {"fold", "ICU NFKC_CF+Edits", icu_fold},
                       {"fold", "memcpy", copy}});
}
