// SPDX-License-Identifier: MIT
// Prints for each layer how many items it has over some files, and a hash of them all: findings FILE... The same on every machine.
#include <matn/cross_script.hpp>
#include <matn/language_full.hpp>
#include <matn/matn.hpp>

#include <cstdio>
#include <string>
#include <type_traits>

namespace {

class digest {
public:
    template <class T>
        requires(std::is_integral_v<T> || std::is_enum_v<T>)
    void add(T value) {
        for (int shift = 0; shift < 64; shift += 8) {
            hash_ ^= static_cast<std::uint64_t>(value) >> shift & 0xFF;
            hash_ *= 0x100000001B3u; // FNV-1a
        }
    }
    void add(float value) { add(__builtin_bit_cast(std::uint32_t, value)); } // to the last bit
    void add(std::string_view text) {
        for (const char c : text) add(static_cast<unsigned char>(c));
    }
    void add(matn::slice at) {
        ++items_;
        add(at.begin);
        add(at.end);
    }
    void print(const char* layer) const {
        std::printf("%-16s %7zu %016llx\n", layer, items_, static_cast<unsigned long long>(hash_));
    }

private:
    std::size_t items_ = 0;
    std::uint64_t hash_ = 0xCBF29CE484222325u;
};

std::string contents(const char* path) {
    std::string text;
    if (std::FILE* in = std::fopen(path, "rb")) {
        char buffer[4096];
        while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, in)) text.append(buffer, n);
        std::fclose(in);
    }
    return text;
}

} // namespace

int main(int argc, char** argv) {
    digest scripts, languages, words, graphemes, tokens, parts, sentences, numbers, dates, anchors, joiners, folded, normalized,
        mentions, across, lesser;
    if (argc < 2) return 2;
    const std::string list = contents(argv[1]); // the names
    const auto names = matn::gazetteer::from_tsv(list, argv[1]);
    if (!names) return 2;
    const matn::cross_script_names other_scripts(names->names);
    const auto analyse = matn::pipeline(matn::script_runs, matn::languages, matn::words, matn::graphemes, matn::tokens,
                                        matn::syntactic_words, matn::sentences, matn::numbers({.units = true}), matn::anchors,
                                        matn::dates({.find_anchor = true}), matn::mentions(names->names), matn::joiners);
    for (int i = 2; i < argc; ++i) {
        const std::string text = contents(argv[i]);
        const auto doc = analyse(text);
        for (const matn::script_run& r : doc.each<matn::script_run>()) scripts.add(r.at), scripts.add(r.value);
        for (const matn::language_span& l : doc.each<matn::language_span>()) {
            languages.add(l.at);
            languages.add(l.code.view());
            languages.add(l.confidence);
        }
        for (const matn::word& w : doc.each<matn::word>()) words.add(w.at), words.add(w.kind);
        for (const matn::grapheme& g : doc.each<matn::grapheme>()) graphemes.add(g.at);
        for (const matn::token& t : doc.each<matn::token>()) tokens.add(t.at), tokens.add(t.kind);
        for (const matn::syntactic_word& w : doc.each<matn::syntactic_word>()) parts.add(w.at), parts.add(w.part);
        for (const matn::sentence& s : doc.each<matn::sentence>()) sentences.add(s.at);
        for (const matn::number& n : doc.each<matn::number>()) {
            numbers.add(n.at);
            numbers.add(n.significand);
            numbers.add(n.exponent);
            numbers.add(n.unit());
        }
        for (const matn::date& d : doc.each<matn::date>()) {
            dates.add(d.at);
            dates.add(std::string_view(matn::timex3(d)));
            dates.add(d.how);
            dates.add(d.flags);
        }
        const matn::anchor& own = doc.get<matn::anchor>();
        if (own)
            anchors.add(own.support[0]), anchors.add(static_cast<std::uint64_t>(own.when.since_1970)),
                anchors.add(own.confidence);
        for (const matn::joiner& j : doc.each<matn::joiner>()) joiners.add(j.at), joiners.add(j.confidence);
        for (const matn::mention& m : doc.each<matn::mention>()) {
            mentions.add(m.at);
            mentions.add(m.id);
            mentions.add(m.score);
        }
        for (const matn::cross_script_mention& m : other_scripts(text)) across.add(m.at), across.add(m.score);
        for (const matn::language_span& l : matn::languages_full(text)) lesser.add(l.at), lesser.add(l.confidence);
        folded.add(std::string_view(matn::folding<matn::fold::search>(text).text()));
        normalized.add(std::string_view(matn::normalizing(text).text()));
    }
    scripts.print("scripts");
    languages.print("languages");
    lesser.print("languages_full");
    words.print("words");
    graphemes.print("graphemes");
    tokens.print("tokens");
    parts.print("syntactic_words");
    sentences.print("sentences");
    numbers.print("numbers");
    dates.print("dates");
    anchors.print("anchors");
    joiners.print("joiners");
    mentions.print("mentions");
    across.print("cross_script");
    folded.print("folding");
    normalized.print("normalizing");
}
