// SPDX-License-Identifier: MIT
// Texts of more than 4 GiB: in pieces from a stream, and as one mapped range of memory through what takes parts. A program, for it takes half a
// minute: `long_text [GIBIBYTES]`, 4.5 if not said. Prints the counts, which must be those of a block times the blocks, and the memory.
#include "../texts.hpp"

#include <matn/mention_stream.hpp>
#include <matn/pieces.hpp>
#include <matn/pipeline.hpp>
#include <matn/token.hpp>
#include <matn/word.hpp>

#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

// News with its own end of paragraph, 64 KiB.
const std::string& block() {
    static const std::string made = [] {
        std::string news;
        for (const std::string_view n : texts::news) news += std::string(n) + "\n";
        std::string out;
        while (out.size() + news.size() <= 1u << 16) out += news;
        out.append((1u << 16) - out.size() - 1, ' ');
        return out + "\n";
    }();
    return made;
}

// A stream that gives the block again and again.
class endless {
public:
    explicit endless(std::uint64_t blocks) : left_(blocks * block().size()) {}
    void read(char* to, std::ptrdiff_t n) {
        count_ = 0;
        while (count_ < n && left_ > 0) {
            const std::size_t from = at_ % block().size();
            std::size_t some = block().size() - from;
            some = std::min<std::size_t>(some, static_cast<std::size_t>(n - count_));
            std::memcpy(to + count_, block().data() + from, some);
            count_ += static_cast<std::ptrdiff_t>(some);
            at_ += some;
            left_ -= some;
        }
        good_ = count_ == n;
    }
    [[nodiscard]] std::ptrdiff_t gcount() const { return count_; }
    explicit operator bool() const { return good_; }

private:
    std::uint64_t left_, at_ = 0;
    std::ptrdiff_t count_ = 0;
    bool good_ = true;
};

double resident() { // the most there was, in MB
    rusage u{};
    getrusage(RUSAGE_SELF, &u);
    return static_cast<double>(u.ru_maxrss) / 1024;
}
bool say(const char* what, std::uint64_t found, std::uint64_t expected, std::uint64_t last) {
    std::printf("%-44s %12llu, expected %12llu; the last at byte %llu\n", what, static_cast<unsigned long long>(found),
                static_cast<unsigned long long>(expected), static_cast<unsigned long long>(last));
    std::fflush(stdout);
    return found == expected;
}

} // namespace

int main(int argc, char** argv) {
    const double gibibytes = argc > 1 ? std::atof(argv[1]) : 4.5;
    const auto blocks = static_cast<std::uint64_t>(gibibytes * (1u << 30)) / block().size();
    const auto analyse = matn::pipeline(matn::words, matn::tokens);
    auto doc = analyse.blank();
    analyse(block(), doc);
    const std::uint64_t words = doc.each<matn::word>().size(), tokens = doc.each<matn::token>().size();
    bool good = true;

    std::uint64_t found_words = 0, found_tokens = 0, last = 0, bytes = 0;
    endless stream(blocks);
    for (const matn::piece p : matn::pieces(stream)) {
        analyse(p.text, doc);
        found_words += doc.each<matn::word>().size();
        found_tokens += doc.each<matn::token>().size();
        if (!doc.each<matn::word>().empty()) last = p.from + doc.each<matn::word>().back().at.begin;
        bytes += p.text.size();
    }
    good = say("words in pieces", found_words, blocks * words, last) && good;
    good = say("tokens in pieces", found_tokens, blocks * tokens, last) && good;
    good = say("bytes in pieces", bytes, blocks * block().size(), last) && good;
    std::printf("resident memory: %.0f MB\n", resident());
    good = good && resident() <= 200;

    // One range of addresses: a file of 64 blocks, mapped again and again behind itself.
    std::FILE* const temporary = std::tmpfile();
    if (temporary == nullptr) return std::perror("tmpfile"), 1;
    const int file = fileno(temporary);
    const std::size_t unit = 64 * block().size();
    for (int i = 0; i < 64; ++i)
        if (write(file, block().data(), block().size()) != static_cast<ssize_t>(block().size())) return std::perror("write"), 1;
    const std::uint64_t units = blocks / 64;
    void* const range = mmap(nullptr, units * unit, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (range == MAP_FAILED) return std::perror("mmap"), 1;
    for (std::uint64_t u = 0; u < units; ++u)
        if (mmap(static_cast<char*>(range) + u * unit, unit, PROT_READ, MAP_SHARED | MAP_FIXED, file, 0) == MAP_FAILED)
            return std::perror("mmap"), 1;
    const std::string_view mapped(static_cast<const char*>(range), units * unit);

    const auto count_boundaries = [](std::string_view text, std::uint64_t& count, std::uint64_t& at) {
        matn::word_boundary_stream boundaries;
        const auto use = [&](std::uint64_t b) { ++count, at = b; };
        for (std::size_t i = 0; i < text.size(); i += std::size_t{1} << 30)
            boundaries.feed(text.substr(i, std::size_t{1} << 30), use);
        boundaries.finish(use);
    };
    std::uint64_t of_block = 0, found = 0;
    count_boundaries(block(), of_block, last);
    count_boundaries(mapped, found, last);
    good = say("word boundaries of mapped memory", found, (of_block - 1) * units * 64 + 1, last) && good && last == mapped.size();

    const matn::gazetteer names{{.id = "kabul", .type = "place", .language = "prs", .name = "کابل"}};
    const auto count_mentions = [&names](std::string_view text, std::uint64_t& count, std::uint64_t& at) {
        matn::mention_stream in_parts(names);
        const auto use = [&](const matn::piece& p, const matn::mention& m) { ++count, at = p.from + m.at.begin; };
        for (std::size_t i = 0; i < text.size(); i += std::size_t{1} << 24)
            in_parts.put(text.substr(i, std::size_t{1} << 24), use);
        in_parts.end(use);
    };
    of_block = found = 0;
    count_mentions(block(), of_block, last);
    count_mentions(mapped, found, last);
    good =
        say("mentions in mapped memory", found, of_block * units * 64, last) && good && last > mapped.size() - 2 * block().size();
    // A text that is too long for one call is refused, not wrapped: see tests/pipeline.cpp.
    return good ? 0 : 1;
}
