// SPDX-License-Identifier: MIT
// A project of somebody else: two files that both include all of matn, linked together.
#include "count.hpp"

#include <matn/matn.hpp>

int main() {
    const auto analyse = matn::pipeline(matn::words, matn::script_runs);
    const auto doc = analyse("وزیر خارجه در Kabul گفت");
    if (doc.each<matn::word>().size() != 5 || doc.each<matn::script_run>().size() != 3) return 1;
    return count_words("وزیر خارجه در Kabul گفت") == 5 && here() == there() ? 0 : 2;
}

const void* here() { return &matn::words; } // one object in the whole program, not one a file
