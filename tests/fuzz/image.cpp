// SPDX-License-Identifier: MIT
// Compiled gazetteers that are damaged anywhere, their checksums made right again: refused, or harmless to search and to read.
#include "fuzz.hpp"

#include <matn/mention.hpp>
#include <matn/substring.hpp>

#include <algorithm>
#include <cstring>

namespace {

const matn::gazetteer& sound() {
    static const matn::gazetteer made{
        {.id = "kabul", .type = "place", .language = "prs", .name = "کابل"},
        {.id = "kabul", .type = "place", .language = "en", .name = "Kabul", .metadata = "of=AF"},
        {.id = "ahmad", .type = "person", .language = "en", .name = "Ahmad Wazir", .weight = 2},
        {.id = "ahmad", .type = "person", .language = "prs", .name = "احمد وزیر"},
        {.id = "wazir", .type = "person", .language = "prs", .name = "احمد وزیر"},
        {.id = "net", .type = "sign", .language = "", .name = ".NET"},
        {.id = "long", .type = "org", .language = "en", .name = "Abdulrahmankhanabdulrahmankhan of the long names"}};
    return made;
}
constexpr std::string_view text =
    "در کابل Ahmad Wazir و احمد وزیر، وزیر .NET Abdulrahmankhanabdulrahmankhan of the long names Kabul";

} // namespace

// The input is a list of changes: where (two bytes), and what is put there (one). An input that begins with 'C' cuts the image first.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::budget within(data, size, 20, 4096);
    const auto whole = sound().image();
    std::vector<std::uint64_t> copy(whole.size() / 8 + 1);
    std::memcpy(copy.data(), whole.data(), whole.size());
    auto bytes = std::as_writable_bytes(std::span(copy)).first(whole.size());
    if (size >= 3 && data[0] == 'C') {
        bytes = bytes.first(std::min(bytes.size(), static_cast<std::size_t>(data[1] | data[2] << 8)));
        data += 3, size -= 3;
    }
    for (std::size_t i = 0; i + 2 < size; i += 3)
        if (!bytes.empty()) bytes[static_cast<std::size_t>(data[i] | data[i + 1] << 8) % bytes.size()] = std::byte{data[i + 2]};
    if (bytes.size() >= sizeof(matn::detail::dictionary_header)) { // as who makes such a file on purpose would
        matn::detail::dictionary_header head;
        std::memcpy(&head, bytes.data(), sizeof head);
        head.size = bytes.size();
        head.checksum = matn::detail::checksum_of(bytes.subspan(sizeof head));
        head.header_checksum = matn::detail::checksum_of(head);
        std::memcpy(bytes.data(), &head, sizeof head);
    }
    for (const auto check : {matn::image_check::header, matn::image_check::all}) {
        const auto names = matn::gazetteer::from_image(bytes, "damaged", check);
        if (!names) {
            fuzz::require(!names.error().message().empty(), "who refuses says why");
            continue;
        }
        const auto borders = fuzz::borders_of(text);
        for (const auto overlaps : {matn::overlap::leftmost_longest, matn::overlap::best, matn::overlap::all}) {
            const auto found = matn::mentions(*names, {.fuzzy_letters = 4, .overlaps = overlaps})(text);
            fuzz::require_in_order(text, borders, found, true);
            for (const matn::mention& m : found) fuzz::require(m.id < names->size(), "a mention is of an entry");
        }
        std::size_t read = 0;
        for (matn::entry_id id = 0; id < std::min<std::size_t>(names->size(), 64); ++id)
            for (std::uint32_t n = 0; n < std::min(names->name_count(id), 8u); ++n) {
                const matn::entry e = names->at(id, n);
                for (const std::string_view s : {e.id, e.type, e.language, e.name, e.metadata})
                    for (const char c : s) read += static_cast<unsigned char>(c);
            }
        (void)read;
    }
    return 0;
}
