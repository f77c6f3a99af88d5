// SPDX-License-Identifier: MIT
// What always holds, for every text: the rules of docs/architecture.md, over a pipeline of all stages.
#include "catch.hpp"
#include "texts.hpp"

#include <matn/matn.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <new>
#include <sstream>
#include <thread>
#include <tuple>

namespace {
std::atomic<std::size_t> allocations = 0;

void* counted(std::size_t size) {
    ++allocations;
    if (void* p = std::malloc(size == 0 ? 1 : size)) return p;
    throw std::bad_alloc();
}
} // namespace

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return ++allocations, std::malloc(size == 0 ? 1 : size);
} // Catch2 uses it
void operator delete(void* p) noexcept { std::free(p); }
void operator delete[](void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }
void operator delete[](void* p, std::size_t) noexcept { std::free(p); }

namespace {

namespace fold = matn::fold;
using matn::slice;

// --- The pipeline of everything.

struct folded_word : matn::word {}; // found in the folded text, brought back
constexpr auto words_of_folded = [](std::string_view text, matn::emit<folded_word> out) {
    for (const matn::word w : matn::words(text)) out({w});
};
struct second_word { // a stage of a user's own, which reads a layer
    slice at;
};
constexpr auto second_words = [](std::span<const matn::word> all, matn::emit<second_word> out) {
    for (std::size_t i = 1; i < all.size(); i += 2) out({all[i].at});
};

struct person : matn::mention {};
const matn::gazetteer& places() {
    static const matn::gazetteer made({{.id = "kabul", .type = "place", .language = "fa", .name = "کابل"},
                                       {.id = "kabul", .type = "place", .language = "en", .name = "Kabul"},
                                       {.id = "iran", .type = "place", .language = "fa", .name = "ایران"},
                                       {.id = "ministry", .type = "org", .language = "ar", .name = "الوزارة"},
                                       {.id = "aljazeera", .type = "org", .language = "en", .name = "Al-Jazeera"},
                                       {.id = "b", .type = "other", .language = "", .name = "ب"}});
    return made;
}
const matn::gazetteer& people() {
    static const matn::gazetteer made({{.id = "pm", .type = "person", .language = "ur", .name = "وزیر اعظم"},
                                       {.id = "spokesman", .type = "person", .language = "ar", .name = "المتحدث باسم الوزارة"},
                                       {.id = "fm", .type = "person", .language = "prs", .name = "وزیر خارجه"}});
    return made;
}

template <class... More>
auto all_stages_and(More... more) {
    return matn::pipeline(
        matn::code_points, matn::damages, matn::graphemes, matn::script_runs, matn::languages, matn::words({.spaces = true}),
        matn::tokens, matn::sentences, matn::numbers, matn::dates({.anchor = matn::gregorian(2021, 4, 16)}), matn::anchors,
        matn::mentions(places()), matn::mentions<person>(people()), matn::joiners, matn::restore_joiners, matn::normalizing,
        matn::syntactic_words, matn::folding<fold::search>, matn::through<fold::search>(words_of_folded), more...);
}
const auto& analyse() {
    static const auto made = all_stages_and(second_words);
    return made;
}
using document = std::remove_cvref_t<decltype(analyse())>::document;

// All that an item says, to compare two of them. One without an overload says where it stands.
template <class T>
auto fields(const T& item) {
    return std::tuple(slice(item.at));
}
auto fields(const matn::code_point& c) { return std::tuple(c.at, c.value, c.ok); }
auto fields(const matn::damage& d) { return std::tuple(d.at, d.why); }
auto fields(const matn::script_run& r) { return std::tuple(r.at, r.value); }
auto fields(const matn::language_span& s) { return std::tuple(s.at, s.code.view(), s.confidence); }
auto fields(const matn::word& w) { return std::tuple(w.at, w.kind); }
auto fields(const matn::token& t) { return std::tuple(t.at, t.kind); }
auto fields(const matn::syntactic_word& w) { return std::tuple(w.at, w.token, w.part); }
auto fields(const matn::number& n) { return std::tuple(n.at, n.significand, n.exponent, n.kind, n.written, n.flags); }
auto fields(const matn::joiner& j) { return std::tuple(j.at, j.kind, j.reason, j.confidence); }
auto fields(const matn::date& d) {
    return std::tuple(d.at, std::tuple(d.type, d.written_in, d.unit, d.mod, d.part, d.how, d.flags, d.season),
                      std::tuple(d.resolved, d.open_start, d.open_end, d.vague, d.weekday_set),
                      std::tuple(d.first, d.last, d.other), std::tuple(d.first_second, d.last_second, d.months, d.seconds));
}
auto fields(const matn::mention& m) { return std::tuple(m.at, m.id, m.name, m.how, float(m.score)); }

template <class T>
bool same_items(std::span<const T> a, std::span<const T> b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (fields(a[i]) != fields(b[i])) return false;
    return true;
}

// Calls `to(layer)` with the items of each layer of a document, whichever there are.
template <class T, class Doc, class To>
void visit(matn::detail::many<T>*, const Doc& doc, const To& to) {
    to(doc.template each<T>());
}
template <class T, class Doc, class To>
void visit(matn::detail::one<T>*, const Doc&, const To&) {}
template <class... Slots, class To>
void each_layer(const matn::document<Slots...>& doc, const To& to) {
    (visit(static_cast<Slots*>(nullptr), doc, to), ...);
}

// Whether every layer of `a` is in `b`, with the same items.
template <class A, class B>
bool same_findings(const A& a, const B& b) {
    bool same = true;
    each_layer(a, [&]<class T>(std::span<const T> items) { same = same && same_items(items, b.template each<T>()); });
    const matn::language &of_a = a.template get<matn::language>(), &of_b = b.template get<matn::language>();
    same = same && of_a.code == of_b.code && of_a.confidence == of_b.confidence && of_a.dari == of_b.dari;
    const matn::anchor &when_a = a.template get<matn::anchor>(), &when_b = b.template get<matn::anchor>();
    same = same && when_a.when == when_b.when && when_a.confidence == when_b.confidence &&
           when_a.candidates == when_b.candidates &&
           std::equal(when_a.support, when_a.support + when_a.supports, when_b.support, when_b.support + when_b.supports);
    const auto same_text = [&]<class T>(const T& of_a_text, const T& of_b_text) {
        same = same && of_a_text.text() == of_b_text.text() && of_a_text.map() == of_b_text.map();
    };
    same_text(a.template get<matn::normalized>(), b.template get<matn::normalized>());
    same_text(a.template get<matn::restored_text>(), b.template get<matn::restored_text>());
    return same && a.template get<matn::folded<fold::search>>().text() == b.template get<matn::folded<fold::search>>().text() &&
           a.template get<matn::folded<fold::search>>().map() == b.template get<matn::folded<fold::search>>().map();
}

std::vector<bool> borders(std::string_view text) {
    std::vector<bool> out(text.size() + 1);
    out[text.size()] = true;
    for (const matn::code_point c : matn::code_points(text)) out[c.at.begin] = true;
    return out;
}

// Random texts, whole paragraphs of many news, and texts that are hard for one stage or another.
const std::vector<std::string>& some_texts() {
    static const std::vector<std::string> made = [] {
        std::vector<std::string> out = texts::all(400, 60, 21);
        texts::random next(22);
        for (int i = 0; i < 60; ++i) { // news with something broken or odd put in, and with some bytes gone
            std::string text;
            for (std::size_t n = 1 + next.below(4); n > 0; --n)
                text += std::string(texts::news[next.below(std::size(texts::news))]) + "\n";
            for (int k = 0; k < 6; ++k) {
                const std::string_view p = texts::pieces[next.below(std::size(texts::pieces))];
                if (k % 2 == 0) text.insert(next.below(text.size() + 1), p);
                else text.erase(next.below(text.size()), 1);
            }
            out.push_back(std::move(text));
        }
        return out;
    }();
    return made;
}

} // namespace

// Rule 1.
TEST_CASE("items stand in text order, inside the text, on code-point borders") {
    auto doc = analyse().blank();
    for (const std::string& text : some_texts()) {
        INFO(text);
        analyse()(text, doc);
        const std::vector<bool> border = borders(text);
        each_layer(doc, [&]<class T>(std::span<const T> items) {
            matn::offset last = 0;
            bool ordered = true, inside = true, on_borders = true;
            for (const T& item : items) {
                const slice at = item.at;
                ordered = ordered && last <= at.begin;
                inside = inside && at.begin <= at.end && at.end <= text.size();
                on_borders = on_borders && inside && border[at.begin] && border[at.end];
                last = at.begin;
            }
            REQUIRE(ordered);
            REQUIRE(inside);
            REQUIRE(on_borders);
        });
    }
}

namespace {
// Whether no two items of a layer have a byte in common, and none is empty.
template <class T>
bool apart(std::span<const T> items) {
    matn::offset end = 0;
    for (const T& item : items) {
        if (item.at.begin < end || item.at.empty()) return false;
        end = item.at.end;
    }
    return true;
}
// Whether the items of a layer follow each other without a gap and cover the text.
template <class T>
bool tile(std::span<const T> items, std::string_view text) {
    matn::offset end = 0;
    for (const T& item : items) {
        if (item.at.begin != end || item.at.empty()) return false;
        end = item.at.end;
    }
    return end == text.size();
}
} // namespace

TEST_CASE("words, tokens, sentences, numbers and dates do not overlap, and none is empty") {
    auto doc = analyse().blank();
    for (const std::string& text : some_texts()) {
        INFO(text);
        analyse()(text, doc);
        REQUIRE(apart(doc.each<matn::word>()));
        REQUIRE(apart(doc.each<matn::token>()));
        REQUIRE(apart(doc.each<matn::sentence>()));
        REQUIRE(apart(doc.each<matn::damage>()));
        REQUIRE(apart(doc.each<matn::number>()));
        for (std::size_t i = 1; i < doc.each<matn::joiner>().size(); ++i)
            REQUIRE(doc.each<matn::joiner>()[i - 1].at.end <= doc.each<matn::joiner>()[i].at.begin);
        REQUIRE(apart(doc.each<matn::date>()));
        for (const matn::date& d : doc.each<matn::date>())
            if (d.resolved) REQUIRE(d.first <= d.last);
    }
}

// Rule 2.
TEST_CASE("code points, graphemes, script runs, language spans and words with spaces are the text, cut") {
    auto doc = analyse().blank();
    for (const std::string& text : some_texts()) {
        INFO(text);
        analyse()(text, doc);
        REQUIRE(tile(doc.each<matn::code_point>(), text));
        REQUIRE(tile(doc.each<matn::grapheme>(), text));
        REQUIRE(tile(doc.each<matn::script_run>(), text));
        REQUIRE(tile(doc.each<matn::language_span>(), text));
        REQUIRE(tile(doc.each<matn::word>(), text));
    }
}

TEST_CASE("between words without spaces there is only white space, and between letters and numbers no letter or number") {
    for (const std::string& text : some_texts()) {
        INFO(text);
        std::vector<bool> covered(text.size()), lettered(text.size());
        for (const matn::word w : matn::words(text))
            for (matn::offset i = w.at.begin; i < w.at.end; ++i) covered[i] = true;
        for (const matn::word w : matn::words({.punctuation = false})(text))
            for (matn::offset i = w.at.begin; i < w.at.end; ++i) lettered[i] = true;
        bool rule = true;
        for (const matn::word w : matn::words({.spaces = true})(text)) {
            if (!covered[w.at.begin]) rule = rule && w.kind == matn::word_kind::space;
            if (!lettered[w.at.begin]) rule = rule && w.kind > matn::word_kind::emoji;
        }
        REQUIRE(rule);
    }
}

TEST_CASE("damage is exactly what no code point is made of") {
    auto doc = analyse().blank();
    for (const std::string& text : some_texts()) {
        INFO(text);
        analyse()(text, doc);
        std::vector<slice> broken, reported;
        for (const matn::code_point& c : doc.each<matn::code_point>())
            if (!c.ok) broken.push_back(c.at);
        for (const matn::damage& d : doc.each<matn::damage>()) reported.push_back(d.at);
        REQUIRE(broken == reported);
    }
}

// Rule 3.
TEST_CASE("a pipeline finds the same, whatever the document held before") {
    auto used = analyse().blank();
    texts::random next(31);
    for (const std::string& text : some_texts()) {
        INFO(text);
        const document fresh = analyse()(text);
        analyse()(some_texts()[next.below(some_texts().size())], used);
        REQUIRE(same_findings(fresh, analyse()(text, used)));
    }
}

TEST_CASE("a pipeline finds the same in whichever thread") {
    const auto& all = some_texts();
    std::vector<document> expected;
    for (const std::string& text : all) expected.push_back(analyse()(text));
    std::atomic<std::size_t> wrong = 0;
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            auto doc = analyse().blank();
            for (std::size_t n = 0; n < all.size(); ++n) { // each thread in an order of its own
                const std::size_t i = (n * 7 + t * 101) % all.size();
                wrong += same_findings(expected[i], analyse()(all[i], doc)) ? 0u : 1u;
            }
        });
    for (std::thread& t : threads) t.join();
    CHECK(wrong == 0);
}

// Rule 4. tests/fold.cpp has the rules of one folding; here they hold for any set.
TEST_CASE("folding by any set is idempotent and keeps the rules of the way back") {
    texts::random next(41);
    for (std::size_t i = 0; i < 4 * some_texts().size(); ++i) {
        const std::string& text = some_texts()[i / 4];
        const matn::fold_set set{
            next() &
            (fold::search | fold::repair | fold::orthography("ckb") | fold::orthography("ur") | fold::orthography("ar")).bits};
        INFO(text);
        INFO("set " << set.bits);
        const matn::folder folding(set);
        const auto once = folding(text);
        REQUIRE(folding(once.text()).text() == once.text());

        const auto size = static_cast<matn::offset>(text.size()), folded_size = static_cast<matn::offset>(once.text().size());
        REQUIRE(once.source({0, folded_size}) == slice{0, size});
        const std::vector<bool> border = borders(text);
        slice last;
        bool ordered = true, on_borders = true, there_and_back = true;
        for (const matn::code_point c : matn::code_points(once.text())) {
            if (c.at.size() == folded_size) break; // the whole, checked above
            const slice from = once.source(c.at);
            ordered = ordered && last.begin <= from.begin && last.end <= from.end;
            on_borders = on_borders && from.begin < from.end && from.end <= size && border[from.begin] && border[from.end];
            there_and_back = there_and_back && once.folded_at(from).contains(c.at);
            last = from;
        }
        REQUIRE(ordered);
        REQUIRE(on_borders);
        REQUIRE(there_and_back);
    }
}

TEST_CASE("normalized and restored texts lead back to the text, in order and on borders") {
    auto doc = analyse().blank();
    for (const std::string& text : some_texts()) {
        INFO(text);
        analyse()(text, doc);
        const std::vector<bool> border = borders(text);
        const auto holds = [&](const auto& made, bool inserts) {
            const auto size = static_cast<matn::offset>(made.text().size());
            REQUIRE(made.source({0, size}) == slice{0, static_cast<matn::offset>(text.size())});
            slice last;
            bool rules = true;
            for (const matn::code_point c : matn::code_points(made.text())) {
                if (c.at.size() == size) break; // the whole, checked above
                const slice from = made.source(c.at);
                rules = rules && last.begin <= from.begin && last.end <= from.end && from.end <= text.size();
                rules = rules && border[from.begin] && border[from.end] && (inserts || from.begin < from.end);
                last = from;
            }
            REQUIRE(rules);
        };
        holds(doc.get<matn::normalized>(), false);
        holds(doc.get<matn::restored_text>(), true); // a joiner that was put in comes from nowhere
    }
}

// Rule 5.
namespace {
template <class Date>
std::size_t broken_days(std::int32_t first, std::int32_t last) {
    std::size_t wrong = 0;
    Date before(matn::day{first - 1});
    for (std::int32_t n = first; n <= last; ++n) {
        const Date date(matn::day{n});
        const bool next_day =
            date.year() == before.year() && date.month() == before.month() && date.day_of_month() == before.day_of_month() + 1;
        const bool next_month = date.day_of_month() == 1 &&
                                before.day_of_month() == Date::month_length(before.year(), before.month()) &&
                                (before.month() == 12 ? date.month() == 1 && date.year() == before.year() + 1
                                                      : date.month() == before.month() + 1 && date.year() == before.year());
        if (!date.ok() || matn::day(date).since_1970 != n || !(next_day || next_month) || !(before < date)) ++wrong;
        before = date;
    }
    return wrong;
}
} // namespace

TEST_CASE("in every calendar each day of 3,000 years is one date, and neighbours follow each other") {
    constexpr std::int32_t first = -719528, last = 376200; // 0000-01-01 to the year 3000
    STATIC_REQUIRE(matn::gregorian(matn::day{first}) == matn::gregorian(0, 1, 1));
    CHECK(broken_days<matn::gregorian>(first, last) == 0);
    CHECK(broken_days<matn::solar_hijri>(first, last) == 0);
    CHECK(broken_days<matn::lunar_hijri>(first, last) == 0);
    CHECK(broken_days<matn::tabular_hijri>(first, last) == 0);
}

// Rule 6.
TEST_CASE("a warm document is filled without an allocation, whatever the text") {
    auto doc = analyse().blank();
    for (const std::string& text : some_texts()) analyse()(text, doc);
    std::string longest; // grown once more, for texts that are long in one layer and short in another
    for (const std::string& text : some_texts()) longest += text;
    analyse()(longest, doc);
    const std::size_t before = allocations;
    for (const std::string& text : some_texts()) analyse()(text, doc);
    CHECK(allocations == before);
}

TEST_CASE("time is linear in the text, for texts that are made to be slow") {
    std::vector<std::string> hard = {
        "«",
        "(",
        ")»",
        "\"",
        ".",
        "...",
        "1.",
        "1,2",
        "۱۲۳",
        "۱/۲/",
        "a",
        "a.",
        "a@",
        "@",
        "http://",
        "www.",
        "a-",
        "-",
        "A.B.",
        "د.",
        "ك\u0640",
        "\u064E\u0651",
        "\u200D",
        "\u200C",
        "\uFEFF",
        "\u0654",
        "ﷺ",
        "🇦",
        "👩\u200D",
        "\n",
        " ",
        "\t\n",
        "\xF0\x9F\x98",
        "\xFF",
        "\xE2\x80",
        "ه ۀ",
        "و",
        "سه ",
        "هزار و ",
        "مارس ",
        "Mar ",
        "یک شنبه ",
        "محمد ",
        "ي ك ة ",
        "234,",
        "1/",
        "۱٬۲۳",
        "20-",
        "کابل، ",
        "وزیر خارجه (",
    };
    texts::random next(61);
    for (int i = 0; i < 40; ++i) hard.push_back(texts::make_random(next, 2 + next.below(3)));
    const auto seconds = [](const std::string& text, document& doc) {
        double best = 1e9;
        for (int i = 0; i < 3; ++i) {
            const auto start = std::chrono::steady_clock::now();
            analyse()(text, doc);
            best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        }
        return best;
    };
    auto doc = analyse().blank();
    for (const std::string& unit : hard) {
        const auto repeated = [&unit](std::size_t bytes) {
            std::string out;
            while (out.size() < bytes) out += unit;
            return out + "5/1 x."; // what a rule that read to the end did not want
        };
        const std::string small = repeated(4'000), large = repeated(64'000);
        (void)seconds(large, doc);
        // Sixteen times the text: linear is 16, quadratic 256. A noisy machine gets further tries.
        double ratio = 1e9;
        for (int tries = 0; tries < 5 && ratio > 100; ++tries)
            ratio = std::min(ratio, seconds(large, doc) / (seconds(small, doc) + 20e-6));
        INFO(unit);
        CHECK(ratio <= 100);
    }
}

// Rule 7.
TEST_CASE("a further stage changes no layer of the stages before it") {
    const auto more =
        all_stages_and(second_words, [](std::span<const second_word> read, std::size_t& count) { count = read.size(); });
    for (const std::string& text : some_texts()) {
        INFO(text);
        REQUIRE(same_findings(analyse()(text), more(text)));
    }
}

TEST_CASE("a stage alone finds what it finds among others") {
    auto doc = analyse().blank();
    for (const std::string& text : some_texts()) {
        INFO(text);
        analyse()(text, doc);
        const auto same = [&doc](const auto& alone) { // a vector or a lazy view
            using item = std::remove_cvref_t<decltype(*alone.begin())>;
            std::vector<item> all;
            for (const item& one : alone) all.push_back(one);
            return same_items(std::span<const item>(all), doc.template each<item>());
        };
        REQUIRE(same(matn::code_points(text)));
        REQUIRE(same(matn::words({.spaces = true})(text)));
        REQUIRE(same(matn::graphemes(text)));
        REQUIRE(same(matn::script_runs(text)));
        REQUIRE(same(matn::tokens(text)));
        REQUIRE(same(matn::sentences(text)));
        REQUIRE(same(matn::syntactic_words(text)));
        REQUIRE(same(matn::languages(text)));
        REQUIRE(same(matn::numbers(text)));
        REQUIRE(same(matn::dates(text, {.anchor = matn::gregorian(2021, 4, 16)})));
        REQUIRE(doc.get<matn::anchor>().when == matn::anchors(text).when);
        REQUIRE(same(matn::joiners(text)));
        REQUIRE(doc.get<matn::restored_text>().text() == matn::restore_joiners(text).text());
        REQUIRE(doc.get<matn::normalized>().text() == matn::normalizing(text).text());
        REQUIRE(same(matn::mentions(places())(text)));
        REQUIRE(same(matn::mentions<person>(people())(text)));
        REQUIRE(same(matn::damages(text)));
    }
}

// Section 9: what is found does not depend on where pieces were cut.
TEST_CASE("a long text in pieces of any size gives the same findings") {
    const auto by_paragraph = matn::pipeline(matn::words, matn::tokens, matn::sentences, matn::numbers, matn::dates,
                                             matn::damages, matn::mentions(places(), {.last_names = false, .acronyms = false}),
                                             matn::folding<fold::search>, matn::through<fold::search>(words_of_folded));
    std::string whole;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < some_texts().size(); i += 3) {
        whole += some_texts()[i] + "\n";
        longest = std::max(longest, some_texts()[i].size() + 1);
    }
    const auto found_in = [&](std::size_t size) {
        std::istringstream in(whole);
        std::vector<std::tuple<std::size_t, std::uint64_t, std::uint64_t>> found; // which layer, where
        std::size_t layer = 0;
        auto doc = by_paragraph.blank();
        std::vector<std::vector<std::tuple<std::size_t, std::uint64_t, std::uint64_t>>> by_layer(8);
        for (const matn::piece p : matn::pieces(in, size)) {
            by_paragraph(p.text, doc);
            layer = 0;
            each_layer(doc, [&](auto items) {
                for (const auto& item : items) by_layer[layer].emplace_back(layer, p.from + item.at.begin, p.from + item.at.end);
                ++layer;
            });
        }
        for (const auto& one : by_layer) found.insert(found.end(), one.begin(), one.end());
        return found;
    };
    const auto all = found_in(whole.size() + 1);
    CHECK(all.size() > 1000);
    for (const std::size_t size : {longest / 8, longest, std::size_t{4096}, std::size_t{10000}}) CHECK((found_in(size) == all));
}
