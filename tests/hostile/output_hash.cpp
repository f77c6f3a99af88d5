// SPDX-License-Identifier: MIT
// One number for all that matn finds in some texts: the same with every compiler, at every optimisation, in 1 thread and in 16, and however
// a text is cut. tools/determinism builds it in many ways and compares. With an argument each thread takes a sixteenth of the texts, for tools
// that make a program fifty times as slow.
#include "../../tools/growth/families.hpp"
#include "../texts.hpp"

#include <matn/cross_script.hpp>
#include <matn/matn.hpp>
#include <matn/mention_stream.hpp>
#include <matn/proper_name.hpp>
#include <matn/substring.hpp>

#include <cstdio>
#include <cstring>
#include <string>
#include <vector>
#if !defined(__EMSCRIPTEN__)
#include <thread>
#endif

namespace {

class hash { // FNV-1a, by 8 bytes
public:
    void add(std::uint64_t v) { value_ = (value_ ^ v) * 0x100000001B3u ^ value_ >> 29; }
    void add(matn::slice s) { add(std::uint64_t{s.begin}), add(std::uint64_t{s.end}); }
    void add(float f) {
        std::uint32_t bits = 0;
        std::memcpy(&bits, &f, sizeof bits);
        add(std::uint64_t{bits});
    }
    void add(std::string_view s) {
        add(std::uint64_t{s.size()});
        for (const char c : s) add(std::uint64_t{static_cast<unsigned char>(c)});
    }
    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 0xCBF29CE484222325u;
};

const matn::gazetteer& names() {
    static const matn::gazetteer made{{.id = "kabul", .type = "place", .language = "prs", .name = "کابل"},
                                      {.id = "kabul", .type = "place", .language = "en", .name = "Kabul"},
                                      {.id = "ahmad", .type = "person", .language = "en", .name = "Ahmad Wazir"},
                                      {.id = "vazir", .type = "person", .language = "prs", .name = "وزیر خارجه"},
                                      {.id = "nato", .type = "org", .language = "en", .name = "NATO"}};
    return made;
}
const auto& analyse() {
    static const auto made =
        matn::pipeline(matn::code_points, matn::damages, matn::graphemes, matn::script_runs, matn::languages, matn::words,
                       matn::tokens, matn::sentences, matn::numbers, matn::dates({.anchor = matn::gregorian(2021, 4, 16)}),
                       matn::anchors, matn::mentions(names(), {.fuzzy_letters = 5}), matn::joiners, matn::restore_joiners,
                       matn::normalizing, matn::syntactic_words, matn::folding<matn::fold::search>);
    return made;
}
using document = std::remove_cvref_t<decltype(analyse())>::document;

template <class Item, class More>
void add_layer(hash& h, const document& doc, const More& more) {
    h.add(std::uint64_t{doc.each<Item>().size()});
    for (const Item& i : doc.each<Item>()) h.add(matn::slice(i.at)), more(i);
}
std::uint64_t hash_of(std::string_view text, document& doc) {
    analyse()(text, doc);
    hash h;
    const auto kind = [&h](const auto& i) { h.add(static_cast<std::uint64_t>(i.kind)); };
    const auto nothing = [](const auto&) {};
    add_layer<matn::code_point>(h, doc, [&h](const matn::code_point& c) { h.add(std::uint64_t{c.value}); });
    add_layer<matn::damage>(h, doc, [&h](const matn::damage& d) { h.add(static_cast<std::uint64_t>(d.why)); });
    add_layer<matn::grapheme>(h, doc, nothing);
    add_layer<matn::script_run>(h, doc, [&h](const matn::script_run& r) { h.add(static_cast<std::uint64_t>(r.value)); });
    add_layer<matn::language_span>(h, doc, [&h](const matn::language_span& s) { h.add(s.code.view()), h.add(s.confidence); });
    add_layer<matn::word>(h, doc, kind);
    add_layer<matn::token>(h, doc, kind);
    add_layer<matn::sentence>(h, doc, nothing);
    add_layer<matn::syntactic_word>(h, doc, [&h](const matn::syntactic_word& w) { h.add(std::uint64_t{w.token}); });
    add_layer<matn::number>(h, doc, [&h](const matn::number& n) {
        h.add(static_cast<std::uint64_t>(n.significand)), h.add(static_cast<std::uint64_t>(n.exponent)),
            h.add(std::uint64_t{n.flags});
    });
    add_layer<matn::date>(h, doc, [&h](const matn::date& d) {
        h.add(matn::timex3(d)), h.add(matn::iso_start(d)), h.add(matn::iso_end(d)), h.add(std::uint64_t{d.flags});
    });
    add_layer<matn::mention>(h, doc, [&h](const matn::mention& m) { h.add(std::uint64_t{m.id}), h.add(float(m.score)); });
    add_layer<matn::joiner>(h, doc, [&h](const matn::joiner& j) { h.add(j.confidence); });
    h.add(doc.get<matn::anchor>().confidence);
    h.add(doc.get<matn::restored_text>().text());
    h.add(doc.get<matn::normalized>().text());
    h.add(doc.get<matn::folded<matn::fold::search>>().text());
    static const matn::cross_script_names finder(names());
    for (const auto& m : finder(text)) h.add(m.at), h.add(float(m.score));
    static const matn::substring_index index(names());
    for (const auto& m : matn::substrings(index)(text)) h.add(m.at);
    const std::string_view documents[] = {text, "Ahmad Wazir met Zalmay Khalilzad in Kabul."};
    for (const auto& n : matn::proper_names(documents)) h.add(n.at);
    return h.value();
}

const std::vector<std::string>& all_texts() {
    static const std::vector<std::string> made = [] {
        std::vector<std::string> out = texts::all(300, 80, 99);
        for (const growth::family& f : growth::families) out.push_back(f.text(1500));
        std::string news;
        for (const std::string_view n : texts::news) news += std::string(n) + "\n";
        for (int i = 0; i < 6; ++i) news += news; // longer than a piece of 64 KiB
        out.push_back(news);
        return out;
    }();
    return made;
}

// Boundaries and mentions of a text that comes in parts.
std::uint64_t hash_in_parts(std::string_view text, std::size_t part) {
    hash words, graphemes, sentences, mentions;
    matn::word_boundary_stream w;
    matn::grapheme_boundary_stream g;
    matn::sentence_boundary_stream s;
    matn::mention_stream m(names());
    const auto to = [](hash& h) { return [&h](std::uint64_t b) { h.add(b); }; };
    const auto use = [&](const matn::piece& in, const matn::mention& one) {
        mentions.add(in.from + one.at.begin), mentions.add(std::uint64_t{one.id});
    };
    for (std::size_t i = 0; i < text.size(); i += part) {
        const std::string_view some = text.substr(i, part);
        w.feed(some, to(words)), g.feed(some, to(graphemes)), s.feed(some, to(sentences)), m.put(some, use);
    }
    w.finish(to(words)), g.finish(to(graphemes)), s.finish(to(sentences)), m.end(use);
    hash all;
    for (const hash* h : {&words, &graphemes, &sentences, &mentions}) all.add(h->value());
    return all.value();
}

} // namespace

int main(int argc, char**) {
    [[maybe_unused]] const std::size_t step = argc > 1 ? 16 : 1;
    const std::vector<std::string>& all = all_texts();
    std::vector<std::uint64_t> by_one;
    hash total;
    document doc = analyse().blank();
    for (const std::string& text : all) by_one.push_back(hash_of(text, doc));
    for (const std::uint64_t h : by_one) total.add(h);

    std::size_t wrong = 0;
#if !defined(__EMSCRIPTEN__)
    constexpr std::size_t threads = 16;
    std::vector<std::size_t> wrong_in(threads);
    std::vector<std::thread> running;
    for (std::size_t t = 0; t < threads; ++t)
        running.emplace_back([&, t] {
            document own = analyse().blank();
            for (std::size_t n = t % step; n < all.size(); n += step) { // each thread in an order of its own
                const std::size_t i = (n * 7 + t * 101) % all.size();
                wrong_in[t] += hash_of(all[i], own) != by_one[i] ? 1u : 0u;
            }
        });
    for (std::thread& t : running) t.join();
    for (const std::size_t w : wrong_in) wrong += w;
    if (wrong != 0) std::fprintf(stderr, "%zu texts have another answer in another thread\n", wrong);
#endif
    for (const std::string& text : all) {
        const std::uint64_t whole = hash_in_parts(text, text.size() + 1);
        total.add(whole);
        for (const std::size_t part : {std::size_t{1}, std::size_t{7}, std::size_t{1} << 16})
            if (hash_in_parts(text, part) != whole) {
                ++wrong;
                std::fprintf(stderr, "a text has another answer in parts of %zu bytes\n", part);
            }
    }
    std::printf("%016llx\n", static_cast<unsigned long long>(total.value()));
    return wrong != 0;
}
