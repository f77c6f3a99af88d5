// SPDX-License-Identifier: MIT
// What is measured: every component of matn as a function of a text, with memory that it may keep.
#ifndef MATN_TOOLS_GROWTH_COMPONENTS_HPP
#define MATN_TOOLS_GROWTH_COMPONENTS_HPP

#include <matn/cross_script.hpp>
#include <matn/icu.hpp>
#include <matn/link.hpp>
#include <matn/live_gazetteer.hpp>
#include <matn/matn.hpp>
#include <matn/mention_stream.hpp>
#include <matn/name_index.hpp>
#include <matn/proper_name.hpp>
#include <matn/show.hpp>
#include <matn/substring.hpp>

#include <functional>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace growth {

struct component {
    std::string name;
    std::function<void(std::string_view)> run;
    std::function<void()> forget = [] {}; // its memory
};

inline volatile std::size_t seen = 0; // so that no work is optimised away

inline const matn::gazetteer& names() {
    static const matn::gazetteer made{{.id = "kabul", .type = "place", .language = "prs", .name = "کابل"},
                                      {.id = "kabul", .type = "place", .language = "en", .name = "Kabul"},
                                      {.id = "afghanistan", .type = "place", .language = "ar", .name = "أفغانستان"},
                                      {.id = "ahmad", .type = "person", .language = "en", .name = "Ahmad Wazir"},
                                      {.id = "ahmad", .type = "person", .language = "prs", .name = "احمد وزیر"},
                                      {.id = "khalilzad", .type = "person", .language = "prs", .name = "زلمی خلیلزاد"},
                                      {.id = "nato", .type = "org", .language = "en", .name = "NATO"},
                                      {.id = "a", .type = "other", .language = "en", .name = "a"},
                                      {.id = "month", .type = "person", .language = "prs", .name = "حمل"},
                                      {.id = "al", .type = "org", .language = "en", .name = "Al-Jazeera"},
                                      {.id = "sign", .type = "other", .language = "", .name = "C++"}};
    return made;
}

// Runs stages over a document that it keeps.
template <class... Stages>
component stages(std::string name, Stages... all) {
    using pipeline = decltype(matn::pipeline(all...));
    struct state {
        pipeline analyse;
        typename pipeline::document doc;
    };
    auto s = std::make_shared<state>(state{matn::pipeline(all...), {}});
    return {std::move(name), [s](std::string_view text) { s->analyse(text, s->doc); }, [s] { s->doc = {}; }};
}

// Looks at each item that a call finds.
template <class Find>
component items(std::string name, Find find) {
    return {std::move(name), [find](std::string_view text) {
                std::size_t count = 0;
                for (const auto& item : find(text)) count += item.at.size();
                seen = seen + count;
            }};
}

// The words of a text as names, to be linked.
inline void link_words(std::string_view text) {
    std::vector<matn::named> all;
    for (const matn::word w : matn::words({.punctuation = false})(text))
        all.push_back({.document = static_cast<std::uint32_t>(all.size() / 8), .name = w.at.of(text)});
    seen = seen + matn::link(all).size();
}

inline std::vector<component> all_components() {
    namespace fold = matn::fold;
    std::vector<component> out;
    out.push_back(items("utf8", [](std::string_view t) { return matn::code_points(t); }));
    out.push_back(items("damages", [](std::string_view t) { return matn::damages(t); }));
    out.push_back(stages("folding", matn::folding<fold::search>));
    out.push_back({"folding by language", [](std::string_view t) {
                       static const matn::folder persian(fold::orthography("fa")), urdu(fold::orthography("ur"));
                       seen = seen + persian(t).text().size() + urdu(t).text().size();
                   }});
    out.push_back({"way back", [](std::string_view t) {
                       const auto folded = matn::folding<fold::search>(t);
                       for (const matn::code_point c : matn::code_points(folded.text())) seen = seen + folded.source(c.at).size();
                       for (const matn::code_point c : matn::code_points(t)) seen = seen + folded.folded_at(c.at).size();
                   }});
    out.push_back({"normalizing", [](std::string_view t) { seen = seen + matn::normalizing(t).text().size(); }});
    out.push_back({"normalizing to keys", [](std::string_view t) {
                       seen = seen + matn::normalizing({.level = matn::normalization_level::key})(t).text().size();
                   }});
    out.push_back({"nfc", [](std::string_view t) { seen = seen + matn::nfc(t).text().size(); }});
    out.push_back({"nfd", [](std::string_view t) { seen = seen + matn::nfd(t).text().size(); }});
    out.push_back({"nfkc", [](std::string_view t) { seen = seen + matn::nfkc(t).text().size(); }});
    out.push_back({"to_utf8", [](std::string_view t) {
                       if (const auto made = matn::to_utf8(t)) seen = seen + made->text().size();
                   }});
    out.push_back(stages("script_runs", matn::script_runs));
    out.push_back(stages("languages", matn::languages));
    out.push_back(stages("words", matn::words));
    out.push_back(items("words, lazily", [](std::string_view t) { return matn::words(t); }));
    out.push_back(stages("graphemes", matn::graphemes));
    out.push_back(stages("tokens", matn::tokens));
    out.push_back(items("tokens, lazily", [](std::string_view t) { return matn::tokens(t); }));
    out.push_back(stages("syntactic_words", matn::languages, matn::tokens, matn::syntactic_words));
    out.push_back(stages("sentences", matn::sentences));
    out.push_back(items("sentences of Unicode",
                        [](std::string_view t) { return matn::sentences({.rules = matn::sentence_rules::unicode})(t); }));
    out.push_back({"boundary streams", [](std::string_view t) {
                       matn::word_boundary_stream w;
                       matn::grapheme_boundary_stream g;
                       matn::sentence_boundary_stream s;
                       const auto use = [](std::uint64_t b) { seen = seen + b; };
                       for (std::size_t i = 0; i < t.size(); i += 7)
                           w.feed(t.substr(i, 7), use), g.feed(t.substr(i, 7), use), s.feed(t.substr(i, 7), use);
                       w.finish(use), g.finish(use), s.finish(use);
                   }});
    out.push_back(stages("numbers", matn::numbers));
    out.push_back({"parse_number", [](std::string_view t) { seen = seen + matn::parse_number(t).has_value(); }});
    out.push_back(stages("dates", matn::numbers, matn::dates({.anchor = matn::gregorian(2021, 4, 16)})));
    out.push_back(stages("dates, anchor found", matn::numbers, matn::dates({.find_anchor = true})));
    out.push_back({"parse_date", [](std::string_view t) { seen = seen + matn::parse_date(t).has_value(); }});
    out.push_back({"anchors", [](std::string_view t) { seen = seen + matn::anchors(t).candidates; }});
    out.push_back(stages("joiners", matn::joiners));
    out.push_back(stages("restore_joiners", matn::restore_joiners));
    out.push_back(stages("mentions", matn::mentions(names())));
    out.push_back(
        stages("mentions, best, fuzzy", matn::mentions(names(), {.fuzzy_letters = 4, .overlaps = matn::overlap::best})));
    out.push_back(stages("mentions, all, fuzzy", matn::mentions(names(), {.fuzzy_letters = 4, .overlaps = matn::overlap::all})));
    out.push_back({"mention_stream", [](std::string_view t) {
                       matn::mention_stream stream(names());
                       const auto use = [](const matn::piece&, const matn::mention& m) { seen = seen + m.at.size(); };
                       for (std::size_t i = 0; i < t.size(); i += 100) stream.put(t.substr(i, 100), use);
                       stream.end(use);
                   }});
    static matn::live_gazetteer live(names());
    (void)live.add({.id = "herat", .type = "place", .language = "prs", .name = "هرات"});
    (void)live.remove("a");
    live.commit();
    out.push_back(stages("mentions, live", matn::mentions(live)));
    static const matn::substring_index index(names());
    out.push_back(stages("substrings", matn::substrings(index)));
    out.push_back(stages("substrings, all", matn::substrings(index, {.overlaps = matn::overlap::all})));
    out.push_back(stages("cross_script", matn::cross_script_names(names())));
    out.push_back({"proper_names", [](std::string_view t) {
                       const std::string_view both[] = {t, "Ahmad Wazir met Zalmay Khalilzad in Kabul."};
                       seen = seen + matn::proper_names(both).size();
                   }});
    out.push_back({"link", link_words});
    static const matn::name_index ranks(names());
    out.push_back({"name_index", [](std::string_view t) { seen = seen + ranks.rank(t).size(); }});
    out.push_back({"match_names", [](std::string_view t) { seen = seen + (matn::match_names(t, "Ahmad Wazir").score > 0.5f); }});
    out.push_back({"pieces", [](std::string_view t) {
                       std::istringstream in{std::string(t)};
                       for (const matn::piece p : matn::pieces(in, 4096)) seen = seen + p.text.size();
                   }});
    out.push_back({"show", [](std::string_view t) {
                       std::vector<matn::shown_item> all;
                       for (const matn::token w : matn::tokens(t)) all.push_back({w.at, "token"});
                       seen = seen + matn::show(t, std::move(all)).size();
                   }});
    out.push_back(stages("everything", matn::damages, matn::script_runs, matn::languages, matn::words, matn::tokens,
                         matn::sentences, matn::numbers, matn::dates({.anchor = matn::gregorian(2021, 4, 16)}), matn::anchors,
                         matn::mentions(names()), matn::syntactic_words, matn::folding<fold::search>,
                         matn::through<fold::search>(matn::graphemes)));
    return out;
}

} // namespace growth

#endif
