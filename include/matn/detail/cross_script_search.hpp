// SPDX-License-Identifier: MIT
// Finds names in a text of another script. See cross_script.hpp for what it means; here is how.
#ifndef MATN_DETAIL_CROSS_SCRIPT_SEARCH_HPP
#define MATN_DETAIL_CROSS_SCRIPT_SEARCH_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/cross_script_words.hpp>
#include <matn/detail/sort.hpp>

#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

// A name that may stand in the text.
struct possible_name {
    slice at;
    std::uint32_t first, last; // its words
    std::uint32_t name;
    std::int32_t weight;
    float ratio;
    bool whole; // no word of the name is missing
};
struct last_name {
    std::uint32_t word, name;
    bool joined; // two words of the name as one
};

struct cross_script_memory : cross_script_text {
    buffer<possible_name> possible, kept;
    buffer<last_name> last_names;
};

class cross_script_search {
public:
    void add(std::uint32_t entry, std::uint32_t number, std::string_view name, std::string_view language, bool person) {
        words_.add(entry, number, name, language, person);
    }
    void finish() { words_.finish(); }
    [[nodiscard]] const name_store& names() const noexcept { return words_.names(); }

    // What is found stands in `kept`, in text order.
    void find(std::string_view text, std::string_view language, cross_script_memory& m) const {
        m.kept.clear();
        for (const writing in : {writing::arabic, writing::latin}) {
            if (!words_.has(in == writing::arabic ? writing::latin : writing::arabic)) continue;
            words_.read(text, language, in, m);
            m.possible.clear();
            for (std::uint32_t i = 0; i < m.words.size(); ++i) begin_at(i, m);
            keep_whole(m);
            keep_last_names(m);
        }
        sort(m.kept.data(), m.kept.size(),
             [](const possible_name& a, const possible_name& b) { return a.at.begin < b.at.begin; });
    }

private:
    static constexpr std::uint32_t nothing = name_store::nothing;
    static constexpr std::uint32_t longest = 6; // words of a name

    // Names whose first word in the text is word i.
    void begin_at(std::uint32_t i, cross_script_memory& m) const {
        const text_word& w = m.words[i];
        if (is_title(m.forms[w.as[0].form].meaning)) return;
        std::uint32_t count = 1;
        while (count < longest && i + count < m.words.size() && m.words[i + count].follows) ++count;
        for (const text_reading& r : w.as)
            if (r.form != nothing) begin_with(i, count, r.form, r.pair, m);
    }
    // Whether a form is a country with a proclitic: long names are like themselves even so.
    [[nodiscard]] bool is_country_behind(const text_form& f, const cross_script_memory& m) const noexcept {
        if (f.alone.name == nothing) return false;
        for (const std::uint32_t stem : f.stems) {
            if (stem == nothing || m.forms[stem].meaning == 0 || m.forms[stem].alone.name == nothing) continue;
            if (words_.names().entry_of(m.forms[stem].alone.name) == words_.names().entry_of(f.alone.name)) return true;
        }
        return false;
    }
    void begin_with(std::uint32_t i, std::uint32_t count, std::uint32_t form, std::uint32_t pair, cross_script_memory& m) const {
        const text_form& f = m.forms[form];
        const text_word& w = m.words[i];
        const offset begin = w.at.end - f.at.size();
        const auto put = [&](const one_word_name& n, std::uint32_t last) {
            if (n.name != nothing)
                m.possible.push_back({{begin, m.words[last].at.end}, i, last, n.name, n.weight, n.ratio, true});
        };
        if (!is_country_behind(f, m)) put(f.alone, i);
        if (count == 1) return;
        const form_pair& p = m.pairs[pair];
        put(p.alone, i + 1);
        for (std::uint32_t n = p.names; n < p.names_end; ++n) judge(i, count, form, pair, m.names[n], m);
        if (count == 2) return;
        const text_word& next = m.words[i + 1];
        const form_pair& q = m.pairs[next.as[0].pair];
        if (p.more) // not all are listed: those that have the next two words
            for (std::uint32_t n = q.names; n < q.names_end; ++n)
                if (words_.has_word(m.names[n], f, m)) judge(i, count, form, pair, m.names[n], m);
        // Two words written as one, with one behind or before them.
        judge_joined(p, m.words[i + 2].as[0].form, i, count, form, pair, m);
        judge_joined(q, form, i, count, form, pair, m);
    }
    void judge_joined(const form_pair& p, std::uint32_t with, std::uint32_t i, std::uint32_t count, std::uint32_t form,
                      std::uint32_t pair, cross_script_memory& m) const {
        std::uint32_t read = 0;
        for (std::uint32_t h = p.hits; h < p.hits_end; ++h)
            for (const keyed& k : words_.names().holders(m.hits[h].word)) {
                if (++read > cross_script_words::most_together) return;
                if (words_.has_word(k.number, m.forms[with], m)) judge(i, count, form, pair, k.number, m);
            }
    }

    // How many words from i on are one name, if at least two.
    void judge(std::uint32_t i, std::uint32_t count, std::uint32_t form, std::uint32_t pair, std::uint32_t name,
               cross_script_memory& m) const {
        constexpr std::uint32_t room = 48;
        word_pair pairs[room];
        std::uint32_t found = 0;
        const std::uint32_t* const members = words_.names().members_of(name);
        const std::uint32_t in_name = words_.names().words_of(name), needed = words_.needed_words(name);
        const auto add = [&](const word_hit& h, std::uint32_t mask, std::uint32_t member) {
            if (found == room) return;
            pairs[found++] = {static_cast<std::uint16_t>(mask),
                              static_cast<std::uint16_t>(member < in_name ? 1u << member : 3u << (member - in_name)), h.weight,
                              h.most, 0};
        };
        possible_name best{};
        std::uint32_t last_found = 0;
        bool all_common = true;
        const offset begin = m.words[i].at.end - m.forms[form].at.size();
        for (std::uint32_t k = 0; k < count; ++k) {
            const text_word& w = m.words[i + k];
            const text_form& f = m.forms[k == 0 ? form : w.as[0].form];
            all_common = all_common && f.common;
            const std::uint32_t before = found;
            for (std::uint32_t member = 0; member < 2 * in_name - 1; ++member)
                if (members[member] != nothing)
                    if (const word_hit* const h = words_.hit_of(f, members[member], m)) add(*h, 1u << k, member);
            if (k > 0) {
                const form_pair& p = m.pairs[k == 1 ? pair : m.words[i + k - 1].as[0].pair];
                for (std::uint32_t h = p.hits; h < p.hits_end; ++h)
                    for (std::uint32_t member = 0; member < 2 * in_name - 1; ++member)
                        if (members[member] == m.hits[h].word) add(m.hits[h], 3u << (k - 1), member);
            }
            if (found != before) last_found = k;
            else if (k > last_found + 1) break; // words in between that are none of the name's
            if (k == 0 || is_title(f.meaning) || all_common) continue;
            const word_pairing p(pairs, found, false, true);
            if (p.used_a != (2u << k) - 1) continue;
            const float ratio = cross_script_words::ratio_of(p.weight, p.most);
            const bool whole = (needed & ~p.used_b) == 0, last = (p.used_b >> (in_name - 1) & 1) != 0;
            const bool one = (p.used_b & (p.used_b - 1)) == 0;
            if (one && !whole) continue; // a last name alone is looked for when it is known who is in the text
            const float wanted = !one ? 0.45f : p.most < 150 ? 0.6f : 0.5f;
            if (ratio < wanted || p.weight < 60 || (!whole && (!last || p.weight < 120)) || p.weight <= best.weight) continue;
            best = {{begin, w.at.end}, i, i + k, name, p.weight, ratio, whole};
        }
        if (best.weight != 0) m.possible.push_back(best);
    }

    // The best of those that overlap.
    void keep_whole(cross_script_memory& m) const {
        sort(m.possible.data(), m.possible.size(), [](const possible_name& a, const possible_name& b) {
            const std::int32_t left = a.weight - (a.whole ? 0 : 30), right = b.weight - (b.whole ? 0 : 30);
            return left != right ? left > right : a.at.begin != b.at.begin ? a.at.begin < b.at.begin : a.name < b.name;
        });
        m.last_names.clear();
        for (const possible_name& p : m.possible) {
            if (!take(p, m)) continue;
            // Who is in the text may be called by the last name alone.
            const std::uint32_t entry = words_.names().entry_of(p.name);
            if (!words_.is_person(entry)) continue;
            std::uint32_t name = p.name;
            while (name > 0 && words_.names().entry_of(name - 1) == entry) --name;
            for (; name < words_.names().size() && words_.names().entry_of(name) == entry; ++name) {
                const std::uint32_t* const members = words_.names().members_of(name);
                const std::uint32_t in_name = words_.names().words_of(name);
                if (in_name < 2) continue;
                m.last_names.push_back({members[in_name - 1], name, false});
                if (in_name > 2 && members[2 * in_name - 2] != nothing)
                    m.last_names.push_back({members[2 * in_name - 2], name, true});
            }
        }
    }
    bool take(const possible_name& p, cross_script_memory& m) const {
        for (std::uint32_t w = p.first; w <= p.last; ++w)
            if (m.words[w].taken) return false;
        for (std::uint32_t w = p.first; w <= p.last; ++w) m.words[w].taken = true;
        m.kept.push_back(p);
        return true;
    }
    void keep_last_names(cross_script_memory& m) const {
        if (m.last_names.empty()) return;
        sort(m.last_names.data(), m.last_names.size(),
             [](const last_name& a, const last_name& b) { return a.word != b.word ? a.word < b.word : a.name < b.name; });
        std::uint64_t marks[4] = {};
        for (const last_name& l : m.last_names)
            marks[cross_script_words::mark_of(l.word) >> 6] |= std::uint64_t{1} << (cross_script_words::mark_of(l.word) & 63);
        const auto best_of = [&](std::uint32_t from, std::uint32_t to) {
            one_word_name best;
            for (std::uint32_t h = from; h < to; ++h) {
                const word_hit& hit = m.hits[h];
                if ((marks[cross_script_words::mark_of(hit.word) >> 6] >> (cross_script_words::mark_of(hit.word) & 63) & 1) == 0)
                    continue;
                std::size_t low = 0, high = m.last_names.size();
                while (low < high) {
                    const std::size_t middle = (low + high) / 2;
                    if (m.last_names[middle].word < hit.word) low = middle + 1;
                    else high = middle;
                }
                const float ratio = cross_script_words::ratio_of(hit.weight, hit.most);
                for (; low < m.last_names.size() && m.last_names[low].word == hit.word; ++low) {
                    const last_name& l = m.last_names[low];
                    if (ratio < (l.joined ? 0.45f : 0.6f) || hit.weight < (l.joined ? 120 : 60)) continue;
                    if (hit.weight > best.weight || (hit.weight == best.weight && l.name < best.name))
                        best = {l.name, hit.weight, ratio};
                }
            }
            return best;
        };
        for (text_form& f : m.forms) f.alone = f.common || is_title(f.meaning) ? one_word_name{} : best_of(f.hits, f.hits_end);
        for (form_pair& p : m.pairs) p.alone = best_of(p.hits, p.hits_end);
        m.possible.clear();
        for (std::uint32_t i = 0; i < m.words.size(); ++i) {
            const text_word& w = m.words[i];
            const auto put = [&](std::uint32_t form, std::uint32_t pair) {
                const offset begin = w.at.end - m.forms[form].at.size();
                const one_word_name &one = m.forms[form].alone, two = pair == nothing ? one_word_name{} : m.pairs[pair].alone;
                if (one.name != nothing) m.possible.push_back({{begin, w.at.end}, i, i, one.name, one.weight, one.ratio, false});
                if (two.name != nothing)
                    m.possible.push_back({{begin, m.words[i + 1].at.end}, i, i + 1, two.name, two.weight, two.ratio, false});
            };
            if (is_title(m.forms[w.as[0].form].meaning)) continue;
            for (const text_reading& r : w.as)
                if (r.form != nothing) put(r.form, r.pair);
        }
        sort(m.possible.data(), m.possible.size(), [](const possible_name& a, const possible_name& b) {
            return a.weight != b.weight       ? a.weight > b.weight
                   : a.at.begin != b.at.begin ? a.at.begin < b.at.begin
                                              : a.name < b.name;
        });
        for (const possible_name& p : m.possible) take(p, m);
    }

    cross_script_words words_;
};

}}} // namespace matn::v0::detail

#endif
