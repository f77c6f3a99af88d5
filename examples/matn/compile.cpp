// SPDX-License-Identifier: MIT
// matn compile: gazetteers as text to one file that every --gazetteer maps into memory.
#include "common/gazetteers.hpp"
#include "matn/commands.hpp"

int compile(const compile_request& request) {
    troubles t("matn compile");
    const auto names = load_gazetteers(request.gazetteers, request.strict, t);
    if (!names || t.worst() == outcome::io_error) return t.status();
    const auto image = (*names)->image();
    if (!write_file(request.output, {reinterpret_cast<const char*>(image.data()), image.size()})) {
        t.io_error(request.output + ": " + std::strerror(errno));
        return t.status();
    }
    t.note(std::to_string((*names)->size()) + " entries, " + std::to_string((*names)->name_count()) + " names, " +
           std::to_string(image.size()) + " bytes in " + request.output);
    return t.status();
}
