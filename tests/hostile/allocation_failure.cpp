// SPDX-License-Identifier: MIT
// Memory that is not there: every allocation of every public call fails once, and nothing crashes, leaks, or is worse for it.
#include "../texts.hpp"
#include "catch.hpp"

#include <matn/cross_script.hpp>
#include <matn/icu.hpp>
#include <matn/link.hpp>
#include <matn/live_gazetteer.hpp>
#include <matn/matn.hpp>
#include <matn/mention_stream.hpp>
#include <matn/name_index.hpp>
#include <matn/pieces.hpp>
#include <matn/proper_name.hpp>
#include <matn/show.hpp>
#include <matn/substring.hpp>

#include <cstdlib>
#include <memory>
#include <new>
#include <optional>
#include <sstream>

namespace {

constexpr std::size_t never = ~std::size_t{0};
std::size_t until_failure = never; // so many allocations are still granted
std::size_t live = 0;              // what was taken and not given back

void* take(std::size_t size) {
    if (until_failure == 0) throw std::bad_alloc();
    if (until_failure != never) --until_failure;
    void* const p = std::malloc(size == 0 ? 1 : size);
    if (p == nullptr) throw std::bad_alloc();
    ++live;
    return p;
}
void give_back(void* p) noexcept {
    if (p != nullptr) --live;
    std::free(p);
}

} // namespace

void* operator new(std::size_t size) { return take(size); }
void* operator new[](std::size_t size) { return take(size); }
void* operator new(std::size_t size,
                   const std::nothrow_t&) noexcept { // what asks so can do without; Catch2 and std::stable_sort do
    if (until_failure == 0) return nullptr;
    ++live;
    return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* p) noexcept { give_back(p); }
void operator delete[](void* p) noexcept { give_back(p); }
void operator delete(void* p, std::size_t) noexcept { give_back(p); }
void operator delete[](void* p, std::size_t) noexcept { give_back(p); }
void operator delete(void* p, const std::nothrow_t&) noexcept { give_back(p); }

namespace {

// Calls `work` with the first allocation failing, then with the second, and so on until it goes through. `afterwards` looks at what
// is left each time. Gives how many failed.
// Whoever `keeps` what was made may hold more memory after a failure; it is counted when that is gone.
template <class Work, class Afterwards>
std::size_t fail_each(const Work& work, const Afterwards& afterwards, bool keeps = true) {
    for (std::size_t k = 0;; ++k) {
        const std::size_t before = live;
        bool failed = false;
        until_failure = k;
        try {
            work();
        } catch (const std::bad_alloc&) {
            failed = true;
        } catch (...) {
            until_failure = never;
            FAIL("another exception than std::bad_alloc, at allocation " << k);
        }
        until_failure = never;
        afterwards(failed);
        if (!failed) return k;
        const std::size_t after = live;
        if (after > before && !keeps) FAIL("allocation " << k << " failed, and " << after - before << " blocks were lost");
    }
}
template <class Work>
std::size_t fail_each(const Work& work) {
    return fail_each(
        work, [](bool) {}, false);
}
template <class Work>
std::size_t fail_each_of_kept(const Work& work) {
    return fail_each(work, [](bool) {});
}

// Several languages, with all kinds of things to find, and something broken.
const std::string& sample() {
    static const std::string made = [] {
        std::string out;
        for (const std::string_view n : texts::news) out += std::string(n) + '\n';
        out +=
            "Ahmad Wazir, the minister, and Wazir again; NATO (North Atlantic Treaty Organization) said: می خواهم ازدیدار ﷺ \xFF\xE2\x80 "
            "کابل Kabul 31/02/2021 last Monday, two thousand and one; َّ ﻻ info@example.org جنرال احمد وزیر";
        return out;
    }();
    return made;
}

const matn::entry rows[] = {{.id = "kabul", .type = "place", .language = "prs", .name = "کابل"},
                            {.id = "kabul", .type = "place", .language = "en", .name = "Kabul", .weight = 2, .metadata = "of=1"},
                            {.id = "ahmad", .type = "person", .language = "en", .name = "Ahmad Wazir"},
                            {.id = "nato", .type = "org", .language = "en", .name = "NATO"},
                            {.id = "NATO", .type = "org", .language = "en", .name = "North Atlantic Treaty Organization"},
                            {.id = "a", .type = "sign", .language = "", .name = ".NET"},
                            {.id = "wazir", .type = "person", .language = "ar", .name = "أحمد وزير"}};
constexpr const char* tsv =
    "id\ttype\tlang\tname\tweight\tof\n"
    "kabul\tplace\tprs\tکابل\t1\tAF\n"
    "kabul\tplace\ten\tKabul\t2\tAF\n"
    "broken\tplace\n"
    "kabul\torg\ten\tCity of Kabul\t1\tAF\n"
    "a\tperson\ten\tAhmad Wazir\tmuch\tAF\n"
    "kabul\tplace\ten\tKabul\t2\tAF\n"
    "a-very-long-name\torg\ten\tAbdulrahmankhanabdulrahmankhanabdulrahman of the very long names\t1\tAF\n";

struct folded_word { // found in the folded text, brought back
    matn::slice at;
};

template <class Items>
std::vector<std::pair<matn::offset, matn::offset>> places(const Items& items) {
    std::vector<std::pair<matn::offset, matn::offset>> out;
    for (const auto& i : items) out.emplace_back(i.at.begin, i.at.end);
    return out;
}

// What can be seen of a gazetteer.
std::string seen(const matn::gazetteer& names) {
    std::string out;
    for (matn::entry_id id = 0; id < names.size(); ++id)
        for (std::uint32_t n = 0; n < names.name_count(id); ++n) {
            const matn::entry e = names.at(id, n);
            for (const std::string_view s : {e.id, e.type, e.language, e.name, e.metadata}) out += std::string(s) + '|';
            out += std::to_string(e.weight) + '\n';
        }
    return out;
}

} // namespace

TEST_CASE("an allocation that fails is met, and seen where it loses something") { // or the tests below could not fail
    std::vector<std::unique_ptr<int>> lost;
    CHECK(fail_each([] { (void)std::vector<std::string>(3, std::string(100, 'a')); }) == 5);
    const std::size_t before = live;
    lost.push_back(std::make_unique<int>(1));
    CHECK(live > before);
}

TEST_CASE("where memory fails, a call over a text loses nothing and gives nothing") {
    const std::string_view text = sample();
    const matn::gazetteer names(rows);
    std::size_t failed = 0;
    failed += fail_each([&] { (void)matn::damages(text); });
    failed += fail_each([&] { (void)matn::languages(text); });
    failed += fail_each([&] { (void)matn::syntactic_words(text); });
    failed += fail_each([&] { (void)matn::numbers(text); });
    failed += fail_each([&] { (void)matn::parse_number("two thousand and one"); });
    failed += fail_each([&] { (void)matn::dates(text, {.anchor = matn::gregorian(2021, 4, 16)}); });
    failed += fail_each([&] { (void)matn::dates(text, {.find_anchor = true}); });
    failed += fail_each([&] { (void)matn::parse_date("March 9, 2021"); });
    failed += fail_each([&] { (void)matn::anchors(text); });
    failed += fail_each([&] {
        for (const matn::date& d : matn::dates(text)) (void)(matn::timex3(d) + matn::iso_start(d) + matn::iso_end(d));
    });
    failed += fail_each([&] { (void)matn::joiners(text); });
    failed += fail_each([&] { (void)matn::restore_joiners(text); });
    failed += fail_each([&] { (void)matn::normalizing(text); });
    failed += fail_each([&] { (void)matn::normalizing({.level = matn::normalization_level::key})(text); });
    failed += fail_each([&] { (void)matn::folding<matn::fold::search>(text); });
    failed += fail_each([&] { (void)matn::folder(matn::fold::orthography("fa"))(text); });
    failed += fail_each([&] { (void)matn::nfc(text); });
    failed += fail_each([&] { (void)matn::nfkd(text); });
    failed += fail_each([&] { (void)matn::to_utf8(text); });
    failed += fail_each([&] { (void)matn::to_utf8("\xE4\xC8\xE1", {.encoding = "windows-1256"}); });
    failed += fail_each([&] { (void)matn::locale_names("tr"); });
    failed += fail_each([&] { (void)matn::mentions(names)(text); });
    for (const auto overlaps : {matn::overlap::leftmost_longest, matn::overlap::best, matn::overlap::all})
        failed += fail_each([&] { (void)matn::mentions(names, {.fuzzy_letters = 4, .overlaps = overlaps})(text); });
    failed += fail_each([&] { (void)matn::cross_script_names(names)(text); });
    failed += fail_each([&] {
        const matn::substring_index index(names);
        (void)matn::substrings(index)(text);
        (void)matn::substrings(index, {.overlaps = matn::overlap::all})(text);
    });
    failed += fail_each([&] { (void)matn::name_index(names).rank("احمد وزیر"); });
    failed += fail_each([&] { (void)matn::match_names("Ahmad Wazir", "احمد وزیر"); });
    failed += fail_each([&] {
        const std::string_view documents[] = {text, "Ahmad Wazir said in Kabul that Ahmad Wazir was there."};
        (void)matn::proper_names(documents);
    });
    failed += fail_each([&] {
        const matn::named all[] = {
            {0, "Ahmad Wazir", "person", "en"}, {0, "Wazir", "person", "en"}, {1, "احمد وزیر", "person", "prs"}};
        (void)matn::link(all);
    });
    failed += fail_each([&] {
        std::vector<matn::shown_item> items;
        for (const matn::token t : matn::tokens(text)) items.push_back({t.at, matn::label(t)});
        (void)matn::show(text, std::move(items), {.offsets = true});
    });
    failed += fail_each([&] {
        for (const matn::date& d : matn::dates(text)) (void)matn::describe(d);
    });
    CHECK(failed > 500); // so many were met
}

TEST_CASE("where memory fails, a used document is ready for the next text") {
    namespace fold = matn::fold;
    const matn::gazetteer names(rows);
    const auto analyse =
        matn::pipeline(matn::code_points, matn::damages, matn::graphemes, matn::script_runs, matn::languages, matn::words,
                       matn::tokens, matn::sentences, matn::numbers, matn::dates({.anchor = matn::gregorian(2021, 4, 16)}),
                       matn::anchors, matn::mentions(names, {.fuzzy_letters = 4}), matn::joiners, matn::restore_joiners,
                       matn::normalizing, matn::syntactic_words, matn::folding<fold::search>,
                       matn::through<fold::search>([](std::string_view t, matn::emit<folded_word> out) {
                           for (const matn::word w : matn::words(t)) out({w.at});
                       }));
    const auto expected = analyse(sample());
    const std::string_view before = texts::news[3];
    const auto expected_before = analyse(before);
    auto doc = analyse.blank();
    const auto same = [&](const auto& good) {
        CHECK(places(doc.each<matn::word>()) == places(good.template each<matn::word>()));
        CHECK(places(doc.each<matn::token>()) == places(good.template each<matn::token>()));
        CHECK(places(doc.each<matn::date>()) == places(good.template each<matn::date>()));
        CHECK(places(doc.each<matn::mention>()) == places(good.template each<matn::mention>()));
        CHECK(places(doc.each<folded_word>()) == places(good.template each<folded_word>()));
        CHECK(doc.get<matn::normalized>().text() == good.template get<matn::normalized>().text());
        CHECK(doc.get<matn::folded<fold::search>>().text() == good.template get<matn::folded<fold::search>>().text());
    };
    std::size_t k = 0;
    for (bool failed = true; failed; ++k) {
        doc = analyse.blank();
        analyse(before, doc);
        failed = false;
        until_failure = k;
        try {
            analyse(sample(), doc);
        } catch (const std::bad_alloc&) {
            failed = true;
        }
        until_failure = never;
        if (k % 2 == 0) { // another text, or the same once more
            analyse(before, doc);
            same(expected_before);
        } else {
            analyse(sample(), doc);
            same(expected);
        }
    }
    CHECK(k > 50);
}

TEST_CASE("where memory fails, a gazetteer is made whole or not at all") {
    const std::string expected = seen(matn::gazetteer(rows));
    std::size_t failed = fail_each([] { (void)matn::gazetteer(rows); });
    failed += fail_each([] { (void)matn::gazetteer::from_tsv(tsv); });
    failed += fail_each([] { (void)matn::gazetteer::from_tsv("no tabs"); });
    const matn::gazetteer names(rows);
    failed += fail_each([&] { (void)matn::gazetteer::from_image(names.image(), "names", matn::image_check::all); });
    failed += fail_each([&] { (void)matn::gazetteer::from_image(names.image().first(100)); });
    CHECK(failed > 40);

    std::optional<matn::gazetteer> moved;
    fail_each([&] { moved = matn::gazetteer(rows); }, [&](bool lost) { CHECK(moved.has_value() == !lost); });
    CHECK(seen(*moved) == expected);
}

TEST_CASE("where memory fails while a row is added, a builder has what it had") {
    // Many rows of all kinds, so that each table grows once under a failing allocation: ids in order and not, again, of another type.
    std::vector<matn::entry> all(std::begin(rows), std::end(rows));
    std::vector<std::string> ids;
    for (int i = 0; i < 300; ++i) ids.push_back("id " + std::to_string(i * 7919 % 300));
    for (const std::string& id : ids)
        all.push_back({.id = id, .type = id, .language = id, .name = id, .weight = 3, .metadata = id});
    all.insert(all.end(), {{.id = "kabul", .type = "org", .language = "de", .name = "Kabul"}, rows[0], rows[2]});

    matn::gazetteer_builder whole;
    for (const matn::entry& e : all) (void)whole.add(e);
    const std::string expected = seen(whole.build());

    const std::size_t held = live;
    std::optional<matn::gazetteer_builder> builder(std::in_place);
    std::size_t failed = 0;
    for (const matn::entry& e : all) failed += fail_each_of_kept([&] { (void)builder->add(e); });
    CHECK(failed > 20);
    CHECK(seen(builder->build()) == expected);

    failed = fail_each([&] { (void)builder->build(); });
    CHECK(failed > 10);
    builder.reset();
    CHECK(live == held);
    std::vector<matn::gazetteer_problem> problems;
    (void)fail_each_of_kept([&] {
        problems.clear();
        matn::gazetteer_builder of_file;
        (void)of_file.add_tsv(tsv, "file", problems);
        (void)of_file.build();
    });
    CHECK(problems.size() >= 3);
}

TEST_CASE("where memory fails, a live gazetteer has all changes or none") {
    const matn::gazetteer base(rows);
    matn::live_gazetteer names(base);
    const std::string_view text = sample();
    const auto found = [&] { return places(matn::mentions(names)(text)); };
    const auto before = found();
    const auto change = [](matn::live_gazetteer& to) {
        (void)to.add({.id = "kabul", .type = "place", .language = "en", .name = "the minister"});
        (void)to.add({.id = "new", .type = "org", .language = "prs", .name = "وزیر خارجه"});
    };
    {
        matn::live_gazetteer unfailing(base);
        change(unfailing);
        (void)unfailing.remove("nato");
        unfailing.commit();
        const auto expected = places(matn::mentions(unfailing)(text));
        REQUIRE(expected != before);

        fail_each_of_kept([&] { (void)names.add({.id = "kabul", .type = "place", .language = "en", .name = "the minister"}); });
        fail_each_of_kept([&] { (void)names.add({.id = "new", .type = "org", .language = "prs", .name = "وزیر خارجه"}); });
        std::size_t tries = 0;
        fail_each([&] { (void)names.remove("nato"); }, [&](bool) { ++tries; });
        CHECK(tries > 1);
        CHECK(found() == before);
        fail_each([&] { names.commit(); }, [&](bool lost) { CHECK(found() == (lost ? before : expected)); });
        fail_each([&] { (void)matn::mentions(names)(text); });
    }
}

TEST_CASE("where memory fails, streams and pieces lose nothing of what they hold") {
    const matn::gazetteer names(rows);
    std::size_t count = 0;
    const std::string& text = sample();
    const auto read_all = [&] {
        matn::mention_stream stream(names);
        count = 0;
        for (std::size_t i = 0; i < text.size(); i += 100)
            stream.put(std::string_view(text).substr(i, 100), [&](const matn::piece&, const matn::mention&) { ++count; });
        stream.end([&](const matn::piece&, const matn::mention&) { ++count; });
    };
    CHECK(fail_each(read_all) > 3);
    CHECK(count > 2);
    std::istringstream in(text);
    CHECK(fail_each([&] {
              in.clear();
              in.seekg(0);
              for (const matn::piece p : matn::pieces(in, 64)) (void)p.text.size();
          }) > 0);
}
