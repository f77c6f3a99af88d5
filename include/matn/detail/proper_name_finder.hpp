// SPDX-License-Identifier: MIT
// Finds names that no list has. See proper_name.hpp for what it means; here is how.
#ifndef MATN_DETAIL_PROPER_NAME_FINDER_HPP
#define MATN_DETAIL_PROPER_NAME_FINDER_HPP

#include <matn/cross_script.hpp>
#include <matn/detail/buffer.hpp>
#include <matn/detail/common_words.hpp>
#include <matn/detail/name_lexicon.hpp>
#include <matn/detail/proper_name_item.hpp>
#include <matn/detail/sort.hpp>
#include <matn/gazetteer.hpp>
#include <matn/mention.hpp>

#include <cstdint>
#include <iterator>
#include <string_view>
#include <vector>

namespace matn { inline namespace v0 { namespace detail {

template <class Documents>
class proper_name_finder {
public:
    explicit proper_name_finder(const Documents& documents) : documents_(&documents) {
        common_.add(
            "january february march april may june july august september october november december monday tuesday wednesday thursday "
            "friday saturday sunday jan feb mar apr jun jul aug sept oct nov dec according however meanwhile although despite dear yes");
        common_.add(
            "hamal sawr jawza saratan sunbula mizan aqrab qaws jadi dalw farvardin ordibehesht khordad mordad shahrivar esfand "
            "muharram safar ramadan ramazan shawwal");
        common_.add(
            "chief staff headquarters press special representative secretary spokesman spokeswoman envoy mission office bureau agency "
            "ministry department commander chairman director deputy member committee council peace security national international");
    }

    [[nodiscard]] std::vector<proper_name> run() {
        for (std::uint32_t d = 0; d < std::size(*documents_); ++d) read(d);
        count();
        for (std::uint32_t i = 0; i < words_.size();) i = words_[i].in == writing::latin ? find_capitals(i) : find_title(i);
        find_across();
        leave_longest();
        find_again();
        leave_longest();
        std::vector<proper_name> out;
        for (const proper_name& n : found_) {
            out.push_back(n);
            out.back().place = is_known_place(text_of(n.document), n.at) || is_behind_in(text_of(n.document), n.at.begin);
        }
        return out;
    }

private:
    struct text_word {
        slice at;
        std::uint32_t document = 0;
        std::uint32_t hash = 0; // of its folded letters
        std::uint32_t size = 0; // letters
        writing in = writing::none;
        std::uint16_t meaning = 0;
        bool capital = false, all_capitals = false;
        bool follows = false; // only a space or a hyphen parts it from the word before
        bool begins = false;  // a sentence, or perhaps one
        bool common = false;
    };
    // How often a word stands in all documents, by its letters.
    struct word_count {
        std::uint32_t hash = 0, capital = 0, small = 0, all = 0; // capital: inside of sentences
    };

    [[nodiscard]] std::string_view text_of(std::uint32_t document) const noexcept { return (*documents_)[document]; }

    static constexpr float least_across = 0.6f; // below it words of the language sound like names

    [[nodiscard]] static bool is_capital(char32_t c) noexcept {
        return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
               (c >= 0x100 && c < 0x180 && (c & 1) == ((c >= 0x139 && c <= 0x148) || c >= 0x179 ? 1u : 0u));
    }
    void read(std::uint32_t document) {
        const std::string_view text = text_of(document);
        check_length(text.size());
        offset end = 0;
        bool sentence = true, plain_gap = false;
        for (offset p = 0; p < text.size();) {
            code_point c = decode(text, p);
            const writing in = c.ok ? base_of(c.value).in : writing::none;
            if (in != writing::latin && in != writing::arabic) {
                const bool dot = c.value == '.' && words_.size() != 0 && words_.back().size == 1 && words_.back().at.end == p;
                if (!dot &&
                    (c.value == '.' || c.value == '!' || c.value == '?' || c.value == '\n' || c.value == ':' || c.value == '"' ||
                     c.value == 0x201C || c.value == 0x201D || c.value == 0x2022 || c.value == 0x61F || !c.ok))
                    sentence = true;
                p = c.at.end;
                continue;
            }
            text_word w;
            w.document = document;
            w.at.begin = p;
            w.in = in;
            w.capital = is_capital(c.value);
            w.all_capitals = true;
            while (p < text.size()) {
                c = decode(text, p);
                const writing now = c.ok ? base_of(c.value).in : writing::none;
                if (now != in &&
                    !(c.ok && between_of(c.value) == between::nothing && c.value != '\'' && c.value != 0x2019 && c.value != '`'))
                    break;
                w.all_capitals = w.all_capitals && (now != in || is_capital(c.value));
                p = c.at.end;
            }
            w.at.end = p;
            const std::string_view gap = text.substr(end, w.at.begin - end);
            plain_gap = gap == " " || gap == "-" || gap == "\u00A0" || gap == "\u200C";
            w.follows = plain_gap && words_.size() != 0 && words_.back().document == document;
            w.begins = sentence;
            sentence = false;
            end = p;
            spelling s;
            spell(w.at.of(text), s);
            w.size = s.size;
            w.hash = letters_hash(s.letters, s.size, s.in) | 1u;
            w.meaning = meaning_of(s.letters, s.size, s.in);
            w.common = common_.has(s);
            words_.push_back(w);
        }
    }

    void count() {
        std::size_t slots = 64;
        while (slots < 2 * words_.size()) slots *= 2;
        counts_.assign(slots, {});
        for (const text_word& w : words_) {
            word_count& c = count_of(w.hash);
            c.hash = w.hash;
            ++c.all;
            if (w.in != writing::latin) continue;
            if (!w.capital) ++c.small;
            else if (!w.begins) ++c.capital;
        }
    }
    [[nodiscard]] word_count& count_of(std::uint32_t hash) noexcept {
        std::size_t slot = hash & (counts_.size() - 1);
        while (counts_[slot].hash != 0 && counts_[slot].hash != hash) slot = (slot + 1) & (counts_.size() - 1);
        return counts_[slot];
    }

    // --- Latin letters.
    [[nodiscard]] bool names_by_capital(const text_word& w) noexcept {
        if (w.common || !w.capital) return false;
        const word_count& c = count_of(w.hash);
        return w.begins ? c.capital > c.small : c.capital >= c.small;
    }
    // A word that says where somebody is from: Afghan, Pakistani, American, Chinese.
    [[nodiscard]] bool is_demonym(const text_word& w) const noexcept {
        if (w.meaning != 0 || w.size < 4) return false;
        spelling s;
        spell(w.at.of(text_of(w.document)), s);
        const auto is_country = [&](std::uint32_t cut, std::string_view added) {
            std::uint8_t letters[spelling::room];
            if (s.size < cut + 2 || s.size + added.size() > 40) return false;
            std::uint32_t size = 0;
            for (; size < s.size - cut; ++size) letters[size] = s.letters[size];
            for (const char c : added) letters[size++] = static_cast<std::uint8_t>(c - 'a' + 1);
            const std::uint16_t m = meaning_of(letters, size, writing::latin);
            return m != 0 && !is_title(m) && !is_generic(m);
        };
        const auto ends = [&](std::string_view tail) {
            if (s.size <= tail.size()) return false;
            for (std::size_t i = 0; i < tail.size(); ++i)
                if (s.letters[s.size - tail.size() + i] != tail[i] - 'a' + 1) return false;
            return true;
        };
        if (is_country(0, "istan")) return true;
        for (const std::uint32_t plural : {0u, 1u}) {
            if (plural == 1 && s.letters[s.size - 1] != 's' - 'a' + 1) break;
            s.size -= plural;
            if (plural == 1 && is_country(0, "istan")) return true;
            if (ends("i") && is_country(1, "")) return true;
            if (ends("n") && (is_country(1, "") || is_country(2, "") || is_country(0, "y"))) return true; // German: Germany
            if (ends("ian") && (is_country(3, "") || is_country(3, "e") || is_country(3, "y"))) return true;
            if (ends("ese") && (is_country(3, "") || is_country(3, "a") || is_country(3, "on"))) return true;
            if (ends("ish") && (is_country(3, "") || is_country(3, "ey") || is_country(3, "land") || is_country(3, "and")))
                return true; // Turkey, Finland, Poland
        }
        return false;
    }
    // What closes the name of an organisation: the Oxus Water Council.
    [[nodiscard]] bool is_body(const text_word& w) const noexcept {
        const std::string_view word = w.at.of(text_of(w.document));
        for (const std::string_view body :
             {"Council", "Committee", "Ministry", "Department", "Agency", "Bureau", "Commission", "Union", "Association"})
            if (word == body) return true;
        return false;
    }
    [[nodiscard]] static bool is_particle(std::string_view word) noexcept {
        for (const std::string_view p :
             {"bin", "bint", "ibn", "al", "ul", "ur", "ud", "de", "da", "di", "van", "von", "der", "den"})
            if (p == word) return true;
        return false;
    }
    std::uint32_t find_capitals(std::uint32_t i) {
        if (!words_[i].capital) return i + 1;
        std::uint32_t end = i + 1;
        while (end < words_.size() && words_[end].follows && words_[end].in == writing::latin) {
            if (words_[end].capital) {
                ++end;
                continue;
            }
            // A particle with a name behind.
            const bool inside = end + 1 < words_.size() && words_[end + 1].follows && words_[end + 1].capital &&
                                is_particle(words_[end].at.of(text_of(words_[end].document)));
            if (!inside) break;
            end += 2;
        }
        // Titles, countries and acronyms end a name: NATO | Secretary-General | Jens Stoltenberg.
        for (std::uint32_t from = i; from < end;) {
            if (is_title(words_[from].meaning) && !(words_[from].at.end - words_[from].at.begin == 2)) {
                ++from;
                continue;
            }
            std::uint32_t to = from + known_words(from, end);
            const bool known = to != from;
            if (!known) {
                const bool acronym = words_[from].all_capitals && words_[from].size > 1;
                for (to = from + 1; to < end; ++to) {
                    if (is_title(words_[to].meaning) || known_words(to, end) != 0) break;
                    if (words_[to].capital && (words_[to].all_capitals && words_[to].size > 1) != acronym) break;
                }
            }
            put_capitals(from, to, known, from > i && is_title(words_[from - 1].meaning));
            from = to;
        }
        return end;
    }
    // Of how many words the name of a country or a capital is that begins here.
    [[nodiscard]] std::uint32_t known_words(std::uint32_t i, std::uint32_t end) const noexcept {
        for (std::uint32_t size = end - i < 3 ? end - i : 3; size > 0; --size)
            if (is_known_place(text_of(words_[i].document), {words_[i].at.begin, words_[i + size - 1].at.end})) return size;
        return 0;
    }
    // A country or a capital.
    [[nodiscard]] static bool is_known_place(std::string_view text, slice at) noexcept {
        spelling s;
        spell(at.of(text), s);
        const std::uint16_t m = meaning_of(s.letters, s.size, s.in);
        return m != 0 && !is_title(m) && !is_generic(m);
    }
    // Whether the word before a name says that it is where something happens.
    [[nodiscard]] static bool is_behind_in(std::string_view text, offset begin) noexcept {
        const std::string_view before = text.substr(0, begin);
        for (const std::string_view word : {"in ", "near ", "در ", "في ", "فی ", "په "})
            if (before.size() >= word.size() && before.substr(before.size() - word.size()) == word)
                return before.size() == word.size() || before[before.size() - word.size() - 1] == ' ' ||
                       before[before.size() - word.size() - 1] == '\n';
        return false;
    }
    void put_capitals(std::uint32_t first, std::uint32_t last, bool known, bool title) {
        const std::uint32_t begin = first;
        if (!known) {
            while (first < last && (is_demonym(words_[first]) ||
                                    (!names_by_capital(words_[first]) && (words_[first].begins || words_[first].common))))
                ++first;
            while (last > first && (words_[last - 1].common || is_demonym(words_[last - 1]) || !words_[last - 1].capital)) {
                if (last - first > 1 && words_[last - 1].capital && !words_[last - 2].common && is_body(words_[last - 1])) break;
                --last;
            }
        }
        if (first == last || last - first > 5) return; // a headline
        const text_word &a = words_[first], &b = words_[last - 1];
        if (!known && last - first == 1) {
            if (!names_by_capital(a) || (a.size < 3 && !a.all_capitals) || a.size < 2 || is_generic(a.meaning)) return;
        } else if (!known) {
            std::uint32_t good = 0;
            for (std::uint32_t w = first; w < last; ++w) good += names_by_capital(words_[w]) ? 1u : 0u;
            if (good == 0) return;
        }
        put({a.document, {a.at.begin, b.at.end}, name_evidence::capitals, title && first == begin && !is_body(b)});
    }

    // --- Arabic script: what stands behind a title, as far as it stands elsewhere too.
    // Titles that nothing but a name follows: "minister" may be followed by of what.
    [[nodiscard]] static bool is_personal_title(std::string_view word) noexcept {
        constexpr std::string_view personal[] = {
            "جنرال",   "ژنرال", "جنرل",  "الجنرال", "ملا",    "الملا", "مولوی", "مولوي",  "المولوي", "مولانا", "مفتی",
            "آقای",    "آغای",  "خانم",  "ښاغلی",   "ښاغلي",  "آغلې",  "السيد", "السيدة", "دکتر",    "داکتر",  "دكتور",
            "الدكتور", "ډاکټر", "ڈاکٹر", "انجنیر",  "انجینر", "حاجی",  "حاجي",  "قاری",   "شیخ",     "الشيخ",  "استاد"};
        for (const std::string_view t : personal)
            if (t == word) return true;
        return false;
    }
    std::uint32_t find_title(std::uint32_t i) {
        const text_word& t = words_[i];
        if (!is_personal_title(t.at.of(text_of(t.document)))) return i + 1;
        std::uint32_t last = i + 1, best = i + 1;
        for (; last < words_.size() && last - i <= 4 && words_[last].follows && words_[last].in == writing::arabic; ++last) {
            const text_word& w = words_[last];
            if (w.common || w.meaning != 0 || count_of(w.hash).all < 2) break;
            best = last + 1;
        }
        if (best == i + 1) return i + 1;
        put({t.document, {words_[i + 1].at.begin, words_[best - 1].at.end}, name_evidence::title, true});
        return best;
    }

    // --- What was found, each spelling once.
    [[nodiscard]] gazetteer found_names(bool persons_by_words) {
        buffer<std::uint32_t> order;
        for (std::uint32_t i = 0; i < found_.size(); ++i) order.push_back(i);
        const auto name_of = [this](std::uint32_t i) { return found_[i].at.of(text_of(found_[i].document)); };
        sort(order.data(), order.size(), [&](std::uint32_t a, std::uint32_t b) {
            const int c = name_of(a).compare(name_of(b));
            return c != 0 ? c < 0 : found_[a].person != found_[b].person ? found_[a].person : a < b;
        });
        std::vector<entry> rows;
        for (const std::uint32_t i : order) {
            const std::string_view name = name_of(i);
            if (!rows.empty() && rows.back().name == name) continue;
            const bool person = found_[i].person || (persons_by_words && name.find(' ') != name.npos);
            rows.push_back({.id = name, .type = person ? "person" : "", .language = {}, .name = name});
        }
        return gazetteer(rows);
    }
    // The names of one script in the documents of the other.
    void find_across() {
        const gazetteer names = found_names(true);
        const cross_script_names finder(names);
        for (std::uint32_t d = 0; d < std::size(*documents_); ++d)
            for (const cross_script_mention& m : finder(text_of(d)))
                if (float{m.score} >= least_across) put({d, m.at, name_evidence::cross_script, false});
    }
    // Found names where nothing else speaks for them.
    void find_again() {
        const gazetteer names = found_names(false);
        for (std::uint32_t d = 0; d < std::size(*documents_); ++d)
            for (const mention& m : mentions(names, {.last_names = false, .acronyms = false})(text_of(d)))
                put({d, m.at, name_evidence::again, names[m.id].type == "person"});
    }

    void put(const proper_name& n) { found_.push_back(n); }
    // By place; of those that overlap the longest, and of the same the first evidence.
    void leave_longest() {
        sort(found_.data(), found_.size(), [](const proper_name& a, const proper_name& b) {
            if (a.document != b.document) return a.document < b.document;
            if (a.at.begin != b.at.begin) return a.at.begin < b.at.begin;
            return a.at.end != b.at.end ? a.at.end > b.at.end : a.why < b.why;
        });
        std::size_t kept = 0;
        for (const proper_name& n : found_) {
            if (kept != 0 && found_[kept - 1].document == n.document && n.at.begin < found_[kept - 1].at.end) {
                if (found_[kept - 1].at == n.at) found_[kept - 1].person = found_[kept - 1].person || n.person;
                continue;
            }
            found_[kept++] = n;
        }
        found_.shrink(kept);
    }

    const Documents* documents_;
    buffer<text_word> words_;
    buffer<word_count> counts_;
    common_word_set common_;
    buffer<proper_name> found_;
};

}}} // namespace matn::v0::detail

#endif
