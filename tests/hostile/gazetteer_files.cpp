// SPDX-License-Identifier: MIT
// Compiled gazetteers that are damaged: every bit flipped, cut at every length, with the checksums as they were and made right again.
#include "catch.hpp"

#include <matn/mention.hpp>

#include <algorithm>
#include <cstring>
#include <ctime>
#include <string>
#include <vector>

namespace {

// Some 10 KB, with all that an image can hold: names of several words, long ones, signs, several names of an entry, weights, metadata.
const matn::gazetteer& sound() {
    static const matn::gazetteer made = [] {
        std::vector<std::string> ids, names;
        const std::string parts[] = {
            "احمد", "محمد", "خان", "Ahmad", "Wazir", "کابل", "Kabul", "وزیر", "Abdulrahmankhanabdulrahmankhan"};
        for (std::size_t i = 0; i < 130; ++i) {
            ids.push_back("Q" + std::to_string(i / 2 * 37));
            names.push_back(parts[i % 9] + " " + parts[i / 9 % 9] + (i % 3 == 0 ? " " + parts[i / 3 % 9] : ""));
        }
        std::vector<matn::entry> rows;
        for (std::size_t i = 0; i < ids.size(); ++i)
            rows.push_back({.id = ids[i],
                            .type = i / 2 % 2 == 0 ? "person" : "place",
                            .language = i % 2 == 0 ? "prs" : "en",
                            .name = names[i],
                            .weight = i % 5 == 0 ? 2.0f : 1.0f,
                            .metadata = i % 7 == 0 ? "of=AF" : ""});
        rows.push_back({.id = "net", .type = "sign", .language = "", .name = ".NET"});
        return matn::gazetteer(rows);
    }();
    return made;
}
constexpr std::string_view text =
    "در کابل Ahmad Wazir و احمد محمد خان، وزیر .NET Abdulrahmankhanabdulrahmankhan Kabul کابل Kabul محمد";

double seconds() {
    std::timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

struct outcome {
    std::size_t refused = 0, loaded = 0;
    bool inside = true; // all that was found stands in the text, and is of an entry
    double slowest = 0;
};

// Loads an image, searches with it and reads all of its entries.
void try_image(std::span<const std::byte> image, matn::image_check check, outcome& out) {
    const double begin = seconds();
    const auto names = matn::gazetteer::from_image(image, "damaged", check);
    if (!names) {
        ++out.refused;
        out.inside = out.inside && !names.error().cause.empty();
    } else {
        ++out.loaded;
        for (const auto overlaps : {matn::overlap::leftmost_longest, matn::overlap::all})
            for (const matn::mention& m : matn::mentions(*names, {.overlaps = overlaps})(text))
                out.inside = out.inside && m.at.begin < m.at.end && m.at.end <= text.size() && m.id < names->size();
        std::size_t read = 0;
        for (matn::entry_id id = 0; id < std::min<std::size_t>(names->size(), 64); ++id)
            for (std::uint32_t n = 0; n < std::min(names->name_count(id), 4u); ++n)
                for (const char c : names->at(id, n).name) read += static_cast<unsigned char>(c);
        out.inside = out.inside && read < ~std::size_t{0};
    }
    out.slowest = std::max(out.slowest, seconds() - begin);
}

class copy_of_image {
public:
    copy_of_image() : words_(sound().image().size() / 8 + 1) {
        std::memcpy(words_.data(), sound().image().data(), sound().image().size());
    }
    [[nodiscard]] std::span<std::byte> bytes() { return std::as_writable_bytes(std::span(words_)).first(sound().image().size()); }

private:
    std::vector<std::uint64_t> words_; // aligned, as a mapped file is
};

// As one who damages a file on purpose would.
void make_checksums_right(std::span<std::byte> image) {
    matn::detail::dictionary_header head;
    if (image.size() < sizeof head) return;
    std::memcpy(&head, image.data(), sizeof head);
    head.size = image.size();
    head.checksum = matn::detail::checksum_of(image.subspan(sizeof head));
    head.header_checksum = matn::detail::checksum_of(head);
    std::memcpy(image.data(), &head, sizeof head);
}

// A load, searches and reading all entries: a millisecond on a quiet machine.
constexpr double most_seconds =
#if defined(__SANITIZE_ADDRESS__)
    0.1;
#else
    0.01;
#endif

} // namespace

TEST_CASE("a compiled gazetteer with any one bit flipped is told of") {
    copy_of_image copy;
    const auto bytes = copy.bytes();
    INFO(bytes.size() << " bytes");
    REQUIRE(bytes.size() >= 10'000);
    outcome out;
    for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
        bytes[bit / 8] ^= std::byte{1} << bit % 8;
        try_image(bytes, matn::image_check::all, out);
        bytes[bit / 8] ^= std::byte{1} << bit % 8;
    }
    CHECK(out.refused == 8 * bytes.size());
    CHECK(out.loaded == 0);
    try_image(bytes, matn::image_check::all, out);
    CHECK(out.loaded == 1); // the sound one
}

TEST_CASE("a compiled gazetteer with a bit flipped and its checksums made right is refused or harmless") {
    copy_of_image copy;
    const auto bytes = copy.bytes();
    const std::vector<std::byte> original(bytes.begin(), bytes.end());
    outcome out;
#if defined(__SANITIZE_ADDRESS__)
    constexpr std::size_t step = 7; // the time of all bits with the sanitizers is minutes
#else
    constexpr std::size_t step = 1;
#endif
    for (std::size_t bit = 0; bit < 8 * bytes.size(); bit += step) {
        bytes[bit / 8] ^= std::byte{1} << bit % 8;
        make_checksums_right(bytes);
        try_image(bytes, matn::image_check::header, out);
        std::copy(original.begin(), original.begin() + static_cast<std::ptrdiff_t>(sizeof(matn::detail::dictionary_header)),
                  bytes.begin());
        bytes[bit / 8] = original[bit / 8];
    }
    INFO(out.refused << " refused, " << out.loaded << " loaded, the slowest took " << out.slowest * 1e3 << " ms");
    CHECK(out.inside);
    CHECK(out.loaded > 0);
    CHECK(out.refused > 0);
    CHECK(out.slowest <= most_seconds);
}

TEST_CASE("a compiled gazetteer that is cut is refused, at every length") {
    copy_of_image copy;
    const auto bytes = copy.bytes();
    const std::vector<std::byte> original(bytes.begin(), bytes.end());
    outcome as_it_was, made_right;
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        try_image(bytes.first(length), matn::image_check::header, as_it_was);
        make_checksums_right(bytes.first(length));
        try_image(bytes.first(length), matn::image_check::header, made_right);
        std::copy(original.begin(), original.begin() + static_cast<std::ptrdiff_t>(sizeof(matn::detail::dictionary_header)),
                  bytes.begin());
    }
    CHECK(as_it_was.refused == bytes.size());
    CHECK(made_right.inside);
    CHECK(std::max(as_it_was.slowest, made_right.slowest) <= most_seconds);
}
