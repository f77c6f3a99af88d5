// SPDX-License-Identifier: MIT
// A text in parts, cut anywhere: boundaries and mentions are those of the whole.
#include "fuzz.hpp"

#include <matn/grapheme.hpp>
#include <matn/mention_stream.hpp>
#include <matn/sentence.hpp>
#include <matn/word.hpp>

namespace {

template <class Stream>
std::vector<std::uint64_t> in_parts(std::string_view text, std::size_t size) {
    std::vector<std::uint64_t> out;
    Stream stream;
    const auto to = [&out](std::uint64_t b) { out.push_back(b); };
    for (std::size_t i = 0; i < text.size(); i += size) stream.feed(text.substr(i, size), to);
    stream.finish(to);
    return out;
}
template <class Items>
std::vector<std::uint64_t> boundaries(std::string_view text, const Items& items) {
    std::vector<std::uint64_t> out;
    for (const auto& i : items) out.push_back(i.at.begin);
    if (!text.empty()) out.push_back(text.size());
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::budget within(data, size, 40);
    const std::string_view text = fuzz::text_of(data, size);
    const auto words = boundaries(text, matn::words({.spaces = true})(text));
    const auto graphemes = boundaries(text, matn::graphemes(text));
    static const matn::gazetteer names{{.id = "kabul", .type = "place", .language = "prs", .name = "کابل"},
                                       {.id = "a", .type = "other", .language = "en", .name = "a b a b"},
                                       {.id = "ahmad", .type = "person", .language = "prs", .name = "احمد وزیر"}};
    const auto whole = matn::mentions(names, {.last_names = false, .acronyms = false})(text);
    const std::size_t some = size > 2 ? 1 + data[0] % 64u : 1;
    for (const std::size_t part : {std::size_t{1}, some, std::size_t{4096}}) {
        fuzz::require(in_parts<matn::word_boundary_stream>(text, part) == words, "words are the same in parts");
        fuzz::require(in_parts<matn::grapheme_boundary_stream>(text, part) == graphemes, "graphemes are the same in parts");
        matn::mention_stream stream(names);
        std::size_t next = 0;
        const auto use = [&](const matn::piece& in, const matn::mention& m) {
            fuzz::require(next < whole.size() && in.from + m.at.begin == whole[next].at.begin &&
                              in.from + m.at.end == whole[next].at.end,
                          "mentions are the same in parts");
            ++next;
        };
        for (std::size_t i = 0; i < text.size(); i += part) stream.put(text.substr(i, part), use);
        stream.end(use);
        fuzz::require(next == whole.size(), "as many mentions are found in parts");
    }
    const auto once = in_parts<matn::sentence_boundary_stream>(text, 4096);
    fuzz::require(in_parts<matn::sentence_boundary_stream>(text, 1) == once &&
                      in_parts<matn::sentence_boundary_stream>(text, some) == once,
                  "sentences are the same in parts");
    return 0;
}
