// SPDX-License-Identifier: MIT
// All headers, the last of the alphabet first: none needs another before it, and no name of one hides that of another.
// clang-format off
#include <matn/word.hpp>
#include <matn/version.hpp>
#include <matn/utf8.hpp>
#include <matn/token.hpp>
#include <matn/through.hpp>
#include <matn/syntactic_word.hpp>
#include <matn/substring.hpp>
#include <matn/stage.hpp>
#include <matn/slice.hpp>
#include <matn/show.hpp>
#include <matn/sentence.hpp>
#include <matn/script.hpp>
#include <matn/result.hpp>
#include <matn/proper_name.hpp>
#include <matn/pipeline.hpp>
#include <matn/pieces.hpp>
#include <matn/number.hpp>
#include <matn/normalize.hpp>
#include <matn/name_match.hpp>
#include <matn/name_index.hpp>
#include <matn/mention_stream.hpp>
#include <matn/mention.hpp>
#include <matn/matn.hpp>
#include <matn/live_gazetteer.hpp>
#include <matn/link.hpp>
#include <matn/language_full.hpp>
#include <matn/language.hpp>
#include <matn/joiner.hpp>
#include <matn/grapheme.hpp>
#include <matn/gazetteer.hpp>
#include <matn/format.hpp>
#include <matn/fold_set.hpp>
#include <matn/fold.hpp>
#include <matn/document.hpp>
#include <matn/date_format.hpp>
#include <matn/date.hpp>
#include <matn/cross_script.hpp>
#include <matn/constant_gazetteer.hpp>
#include <matn/chrono.hpp>
#include <matn/calendar.hpp>
#include <matn/anchor.hpp>
#include <matn/alignment.hpp>
// clang-format on
#include "catch.hpp"

TEST_CASE("headers may be included in any order") { CHECK(matn::parse_number("پنج هزار")->written == matn::written_as::words); }
