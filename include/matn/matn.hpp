// SPDX-License-Identifier: MIT
// All of matn but what costs more to compile, serves fewer programs or needs a library: docs/reference/matn.md lists it.
#ifndef MATN_MATN_HPP
#define MATN_MATN_HPP

#include <matn/alignment.hpp>
#include <matn/anchor.hpp>
#include <matn/calendar.hpp>
#include <matn/date.hpp>
#include <matn/date_format.hpp>
#include <matn/document.hpp>
#include <matn/fold.hpp>
#include <matn/fold_set.hpp>
#include <matn/gazetteer.hpp>
#include <matn/grapheme.hpp>
#include <matn/joiner.hpp>
#include <matn/language.hpp>
#include <matn/mention.hpp>
#include <matn/normalize.hpp>
#include <matn/number.hpp>
#include <matn/pieces.hpp>
#include <matn/pipeline.hpp>
#include <matn/result.hpp>
#include <matn/script.hpp>
#include <matn/sentence.hpp>
#include <matn/slice.hpp>
#include <matn/stage.hpp>
#include <matn/syntactic_word.hpp>
#include <matn/through.hpp>
#include <matn/token.hpp>
#include <matn/utf8.hpp>
#include <matn/version.hpp>
#include <matn/word.hpp>

#endif
