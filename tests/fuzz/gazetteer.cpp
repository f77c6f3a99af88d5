// SPDX-License-Identifier: MIT
// Files of names that anyone may bring: as text and as an image; what loads is then looked for in the file itself.
#include "fuzz.hpp"

#include <matn/mention.hpp>

#include <cstring>

namespace {

void find(const matn::gazetteer& names, std::string_view text) {
    const auto borders = fuzz::borders_of(text);
    const auto found = matn::mentions(names)(text);
    fuzz::require_in_order(text, borders, found, true);
    for (const matn::mention& m : found) fuzz::require(m.id < names.size(), "a mention is of an entry");
    for (const auto overlaps : {matn::overlap::best, matn::overlap::all})
        fuzz::require_in_order(text, borders, matn::mentions(names, {.overlaps = overlaps})(text), true);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::budget within(data, size, 20);
    const std::string_view text = fuzz::text_of(data, size);
    if (auto loaded = matn::gazetteer::from_tsv(text)) {
        const matn::gazetteer& names = loaded->names;
        for (matn::entry_id id = 0; id < names.size(); ++id) {
            fuzz::require(!names[id].id.empty(), "an entry has an id");
            fuzz::require(names.name_count(id) >= 1, "an entry has a name");
        }
        find(names, text);

        // The image leads back to the same names, and a damaged one is refused or harmless.
        const auto image = names.image();
        std::vector<std::uint64_t> copy(image.size() / 8 + 1); // aligned, as a mapped file is
        std::memcpy(copy.data(), image.data(), image.size());
        const auto bytes = std::as_writable_bytes(std::span(copy)).first(image.size());
        const auto again = matn::gazetteer::from_image(bytes);
        fuzz::require(again.has_value() && again->size() == names.size(), "an image leads back to its names");
        if (size > 0) {
            bytes[data[0] * size_t{257} % bytes.size()] ^= std::byte{data[size - 1]};
            if (const auto damaged = matn::gazetteer::from_image(bytes)) find(*damaged, text);
        }
    }
    std::vector<std::uint64_t> copy(size / 8 + 1);
    std::memcpy(copy.data(), data, size);
    (void)matn::gazetteer::from_image(std::as_bytes(std::span(copy)).first(size));
    return 0;
}
