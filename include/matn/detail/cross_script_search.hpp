// SPDX-License-Identifier: MIT
// Finds names in a text of another script. See cross_script.hpp for what it means; here is how.
//
// Each spelling of a word is asked of the index once, and each two spellings that stand side by side once: which names have words like
// both, and what they are like written as one. Only such names are judged, so that a first name that half of the list shares costs no
// more than another.
#ifndef MATN_DETAIL_CROSS_SCRIPT_SEARCH_HPP
#define MATN_DETAIL_CROSS_SCRIPT_SEARCH_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/lexicon_common.hpp>
#include <matn/detail/name_candidates.hpp>
#include <matn/detail/name_store.hpp>
#include <matn/detail/sort.hpp>
#include <matn/utf8.hpp>

#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

// A name that is there with one word, or two written as one.
struct one_word_name {
    std::uint32_t name = name_store::nothing;
    std::int32_t weight = 0;
    float ratio = 0;
};
// A spelling of a word of the text.
struct text_form {
    slice at;                                 // where it stands first
    std::uint32_t hash = 0;                   // of its bytes
    std::uint32_t letters = 0, size = 0;      // folded
    std::uint32_t hits = 0, hits_end = 0;     // words of the index that are like it, by their numbers
    std::uint32_t names = 0, names_end = 0;   // the names that have these, in order, where they are few
    std::uint32_t holders = 0;                // how many names have these
    std::uint32_t stem = name_store::nothing; // its form without a proclitic
    one_word_name alone;
    std::uint64_t marks[4] = {}; // which hits it has, by 8 bits of their hash
    std::uint16_t meaning = 0;   // see name_lexicon.hpp
    std::uint8_t languages = 0;
    bool common = false; // a word that every text has
    bool stem_looked = false;
};
// Two forms that stand side by side.
struct form_pair {
    std::uint32_t first = 0, second = 0;
    std::uint32_t hits = 0, hits_end = 0;   // words of the index that are like both written as one
    std::uint32_t names = 0, names_end = 0; // names that have a word like the first and one like the second
    one_word_name alone;
    bool more = false; // more names than are listed
};
struct text_word {
    slice at;
    std::uint32_t form;
    std::uint32_t pair = name_store::nothing, stem_pair = name_store::nothing; // with the next word
    bool follows; // nothing but a space or the like parts it from the word before
    bool taken = false;
};
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

struct cross_script_memory {
    buffer<text_word> words;
    buffer<text_form> forms;
    buffer<form_pair> pairs;
    buffer<std::uint32_t> form_slots, pair_slots; // numbers and 1
    buffer<std::uint8_t> letters;
    buffer<word_hit> hits;
    buffer<std::uint32_t> names;
    buffer<possible_name> possible, kept;
    buffer<last_name> last_names;
    name_question question;
};

class cross_script_search {
public:
    void add(std::uint32_t entry, std::uint32_t number, std::string_view name, std::string_view language, bool person) {
        names_.add(entry, number, name, language);
        while (persons_.size() <= entry) persons_.push_back(person ? std::uint8_t{1} : std::uint8_t{0});
    }
    void finish() {
        names_.finish();
        alone_.assign(names_.word_count(), name_store::nothing);
        alone_joined_.assign(names_.word_count(), name_store::nothing);
        for (std::uint32_t i = static_cast<std::uint32_t>(names_.size()); i-- > 0;) {
            has_[static_cast<std::size_t>(names_.in(i))] = true;
            const std::uint32_t* const members = names_.members_of(i);
            const std::uint32_t count = names_.words_of(i), needed = needed_words(i);
            for (std::uint32_t m = 0; m < count; ++m)
                if ((needed & ~(1u << m)) == 0) alone_[members[m]] = i;
            for (std::uint32_t m = count; m < 2 * count - 1; ++m)
                if (members[m] != name_store::nothing && (needed & ~(3u << (m - count))) == 0) alone_joined_[members[m]] = i;
        }
        common_.assign(4096, 0);
        for (const std::string_view list : common_words)
            for (std::size_t from = 0; from < list.size();) {
                const std::size_t space = list.find(' ', from), end = space == std::string_view::npos ? list.size() : space;
                const std::string_view word = list.substr(from, end - from);
                spelling s;
                spell(word, s);
                add_common(s);
                if (list.data() == common_arabic) { // and with the article
                    char with[64] = "ال";
                    std::size_t size = 4;
                    for (std::size_t i = 0; i < word.size() && size < sizeof(with); ++i) with[size++] = word[i];
                    spell({with, size}, s);
                    add_common(s);
                }
                from = end + 1;
            }
    }
    [[nodiscard]] const name_store& names() const noexcept { return names_; }

    // What is found stands in `kept`, in text order.
    void find(std::string_view text, std::string_view language, cross_script_memory& m) const {
        m.kept.clear();
        for (const writing in : {writing::arabic, writing::latin}) {
            if (!has_[static_cast<std::size_t>(in == writing::arabic ? writing::latin : writing::arabic)]) continue;
            read(text, language, in, m);
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
    static constexpr std::uint32_t longest = 6;      // words of a name
    static constexpr std::uint32_t few = 128;        // names that are listed for one word
    static constexpr std::uint32_t most_read = 2000; // names looked at for two words
    static constexpr std::uint32_t most_together = 64;
    static constexpr int same_meaning_weight = 90;

    // --- What is known beforehand

    // Words that must be there before a name is whole, as bits: titles and initials need not be.
    [[nodiscard]] std::uint32_t needed_words(std::uint32_t name) const noexcept {
        const std::uint32_t* const members = names_.members_of(name);
        std::uint32_t needed = 0;
        for (std::uint32_t m = 0; m < names_.words_of(name); ++m) {
            const name_store::word& w = names_.word_at(members[m]);
            if (!is_title(w.meaning) && w.size > 1) needed |= 1u << m;
        }
        return needed;
    }
    [[nodiscard]] static std::uint32_t hash_of(const spelling& s) noexcept { return letters_hash(s.letters, s.size, s.in) | 1u; }
    void add_common(const spelling& s) noexcept {
        std::uint32_t slot = hash_of(s) & 4095;
        while (common_[slot] != 0) slot = (slot + 1) & 4095;
        common_[slot] = hash_of(s);
    }
    [[nodiscard]] bool is_common(const spelling& s) const noexcept {
        std::uint32_t slot = hash_of(s) & 4095;
        while (common_[slot] != 0 && common_[slot] != hash_of(s)) slot = (slot + 1) & 4095;
        return common_[slot] != 0;
    }

    // --- Reading the text

    // The words of one script, and what they are like.
    void read(std::string_view text, std::string_view language, writing in, cross_script_memory& m) const {
        m.words.clear();
        m.forms.clear();
        m.pairs.clear();
        m.letters.clear();
        m.hits.clear();
        m.names.clear();
        m.form_slots.assign(256, 0);
        m.pair_slots.assign(256, 0);
        offset end = 0, begin = 0;
        bool open = false, follows = false;
        const auto close = [&] {
            if (open) {
                const std::uint32_t form = form_of(text, {begin, end}, language, m);
                if (in == writing::arabic && !m.forms[form].stem_looked) find_stem(form, text, language, m);
                m.words.push_back({{begin, end}, form, nothing, nothing, follows});
            }
            open = false;
        };
        for (offset p = 0; p < text.size();) {
            const code_point c = decode(text, p);
            const bool letter = c.ok && base_of(c.value).in == in;
            const bool mark = !letter && open && c.ok && between_of(c.value) == between::nothing;
            if (letter) {
                if (!open) {
                    const std::string_view gap = text.substr(end, p - end);
                    follows = m.words.size() != 0 && (gap == " " || gap == "\u200C" || gap == "-" || gap == "\u00A0");
                    begin = p;
                    open = true;
                }
                end = c.at.end;
            } else if (!mark) {
                close();
            }
            p = c.at.end;
        }
        close();
        for (std::uint32_t i = 0; i + 1 < m.words.size(); ++i) {
            if (!m.words[i + 1].follows) continue;
            const std::uint32_t form = m.words[i].form, next = m.words[i + 1].form, stem = m.forms[form].stem;
            m.words[i].pair = pair_of(form, next, in, m);
            if (stem != nothing) m.words[i].stem_pair = pair_of(stem, next, in, m);
        }
    }

    // The number of the form that a word has; a new one is asked of the index.
    std::uint32_t form_of(std::string_view text, slice at, std::string_view language, cross_script_memory& m) const {
        std::uint32_t hash = 2166136261u;
        for (const char c : at.of(text)) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
        const auto mask = static_cast<std::uint32_t>(m.form_slots.size() - 1);
        std::uint32_t slot = first_slot(hash) & mask;
        for (; m.form_slots[slot] != 0; slot = (slot + 1) & mask) {
            const text_form& other = m.forms[m.form_slots[slot] - 1];
            if (other.hash == hash && other.at.of(text) == at.of(text)) return m.form_slots[slot] - 1;
        }
        const auto number = static_cast<std::uint32_t>(m.forms.size());
        m.form_slots[slot] = number + 1;
        spelling s;
        spell(at.of(text), s);
        prepared_name n;
        prepare(s, language, n);
        text_form f;
        f.at = at;
        f.hash = hash;
        f.letters = static_cast<std::uint32_t>(m.letters.size());
        f.size = s.size;
        f.meaning = n.word_count == 1 ? n.words[0].meaning : std::uint16_t{0};
        f.languages = n.languages;
        f.common = is_common(s);
        m.letters.append(s.letters, s.size);
        f.hits = f.hits_end = static_cast<std::uint32_t>(m.hits.size());
        if (s.size > 1) look(s.letters, s.size, n, f.meaning, false, m);
        f.hits_end = static_cast<std::uint32_t>(m.hits.size());
        for (std::uint32_t h = f.hits; h < f.hits_end; ++h) {
            const std::uint32_t bits = mark_of(m.hits[h].word);
            f.marks[bits >> 6] |= std::uint64_t{1} << (bits & 63);
            f.holders += static_cast<std::uint32_t>(names_.holders(m.hits[h].word).size());
        }
        if (f.holders <= few) {
            f.names = static_cast<std::uint32_t>(m.names.size());
            for (std::uint32_t h = f.hits; h < f.hits_end; ++h)
                for (const keyed& k : names_.holders(m.hits[h].word)) m.names.push_back(k.number);
            sort(m.names.data() + f.names, m.names.size() - f.names);
            f.names_end = static_cast<std::uint32_t>(m.names.size());
        }
        if (!f.common && !is_title(f.meaning)) f.alone = alone(f.hits, f.hits_end, m);
        m.forms.push_back(f);
        if (2 * m.forms.size() >= m.form_slots.size()) grow_forms(m);
        return number;
    }
    // What a word is without an Arabic و, ف, ب, ل or ك before it.
    void find_stem(std::uint32_t number, std::string_view text, std::string_view language, cross_script_memory& m) const {
        const slice at = m.forms[number].at;
        m.forms[number].stem_looked = true;
        if (m.forms[number].size < 4 || (language.size() >= 2 && language.substr(0, 2) != "ar")) return;
        const code_point c = decode(text, at.begin);
        if (c.value != U'و' && c.value != U'ف' && c.value != U'ب' && c.value != U'ل' && c.value != U'ك') return;
        offset behind = c.at.end;
        for (; behind < at.end; behind = decode(text, behind).at.end) // marks on it are its own
            if (base_of(decode(text, behind).value).in == writing::arabic) break;
        const std::uint32_t stem = form_of(text, {behind, at.end}, language, m);
        if ((m.forms[stem].languages >> name_arabic & 1) != 0) m.forms[number].stem = stem;
    }
    void grow_forms(cross_script_memory& m) const {
        m.form_slots.assign(2 * m.form_slots.size(), 0);
        for (std::uint32_t f = 0; f < m.forms.size(); ++f) m.form_slots[free_slot(m.form_slots, m.forms[f].hash)] = f + 1;
    }
    [[nodiscard]] static std::uint32_t free_slot(const buffer<std::uint32_t>& slots, std::uint32_t hash) noexcept {
        const auto mask = static_cast<std::uint32_t>(slots.size() - 1);
        std::uint32_t slot = first_slot(hash) & mask;
        while (slots[slot] != 0) slot = (slot + 1) & mask;
        return slot;
    }
    [[nodiscard]] static std::uint32_t first_slot(std::uint32_t hash) noexcept { return (hash * 0x9E3779B1u) >> 4; }
    [[nodiscard]] static std::uint32_t mark_of(std::uint32_t word) noexcept { return (word * 0x9E3779B1u) >> 24; }

    // Words of names in the other script alone, and none that are like by less than half; by their numbers, each once.
    void look(const std::uint8_t* letters, std::uint32_t size, const prepared_name& n, std::uint16_t meaning, bool joined,
              cross_script_memory& m) const {
        const std::size_t before = m.hits.size();
        m.question.words_like(names_, letters, size, n, meaning, joined, m.hits);
        // Ad-Dawha is Doha to others.
        if (!joined && n.in == writing::arabic && letters[0] == native_article && size > 2)
            m.question.words_like(names_, letters + 1, size - 1, n, 0, joined, m.hits);
        std::size_t kept = before;
        for (std::size_t h = before; h < m.hits.size(); ++h) {
            word_hit hit = m.hits[h];
            const name_store::word& w = names_.word_at(hit.word);
            if (static_cast<writing>(w.in) == n.in) continue;
            const bool meant = same_meaning(meaning, w.meaning);
            if (meant && !is_title(meaning) && !is_generic(meaning)) hit.weight = hit.most = same_meaning_weight;
            else if (!meant && 10 * hit.weight < 4 * (hit.most + 10)) continue;
            m.hits[kept++] = hit;
        }
        sort(m.hits.data() + before, kept - before,
             [](const word_hit& a, const word_hit& b) { return a.word != b.word ? a.word < b.word : a.weight > b.weight; });
        std::size_t last = before;
        for (std::size_t h = before; h < kept; ++h)
            if (h == before || m.hits[h].word != m.hits[last - 1].word) m.hits[last++] = m.hits[h];
        m.hits.shrink(last);
    }
    // The best name that one of these words is.
    [[nodiscard]] one_word_name alone(std::uint32_t from, std::uint32_t to, const cross_script_memory& m) const noexcept {
        one_word_name best;
        const auto consider = [&](const word_hit& h, std::uint32_t name, float wanted) {
            const float ratio = ratio_of(h.weight, h.most);
            if (name == nothing || ratio < wanted || h.weight < 60) return;
            if (h.weight > best.weight || (h.weight == best.weight && name < best.name)) best = {name, h.weight, ratio};
        };
        for (std::uint32_t h = from; h < to; ++h) {
            const word_hit& hit = m.hits[h];
            consider(hit, alone_[hit.word], hit.most < 150 ? 0.6f : 0.5f);
            consider(hit, alone_joined_[hit.word], 0.45f);
        }
        return best;
    }
    [[nodiscard]] static float ratio_of(int weight, int most) noexcept {
        return static_cast<float>(weight) / static_cast<float>(most + 20);
    }
    [[nodiscard]] const word_hit* hit_of(const text_form& f, std::uint32_t word, const cross_script_memory& m) const noexcept {
        const std::uint32_t bits = mark_of(word);
        if ((f.marks[bits >> 6] >> (bits & 63) & 1) == 0) return nullptr;
        std::uint32_t low = f.hits, high = f.hits_end;
        while (low < high) {
            const std::uint32_t middle = (low + high) / 2;
            if (m.hits[middle].word < word) low = middle + 1;
            else high = middle;
        }
        return low < f.hits_end && m.hits[low].word == word ? &m.hits[low] : nullptr;
    }
    // Whether a name has a word like this one.
    [[nodiscard]] bool has_word(std::uint32_t name, const text_form& f, const cross_script_memory& m) const noexcept {
        const std::uint32_t* const members = names_.members_of(name);
        const std::uint32_t count = 2 * names_.words_of(name) - 1;
        for (std::uint32_t i = 0; i < count; ++i)
            if (members[i] != nothing && hit_of(f, members[i], m) != nullptr) return true;
        return false;
    }

    std::uint32_t pair_of(std::uint32_t first, std::uint32_t second, writing in, cross_script_memory& m) const {
        const std::uint32_t hash = first * 0x85EBCA6Bu ^ second * 0xC2B2AE35u;
        const auto mask = static_cast<std::uint32_t>(m.pair_slots.size() - 1);
        std::uint32_t slot = first_slot(hash) & mask;
        for (; m.pair_slots[slot] != 0; slot = (slot + 1) & mask) {
            const form_pair& other = m.pairs[m.pair_slots[slot] - 1];
            if (other.first == first && other.second == second) return m.pair_slots[slot] - 1;
        }
        const auto number = static_cast<std::uint32_t>(m.pairs.size());
        m.pair_slots[slot] = number + 1;
        form_pair p;
        p.first = first;
        p.second = second;
        join(p, in, m);
        meet(p, m);
        m.pairs.push_back(p);
        if (2 * m.pairs.size() >= m.pair_slots.size()) {
            m.pair_slots.assign(2 * m.pair_slots.size(), 0);
            for (std::uint32_t i = 0; i < m.pairs.size(); ++i)
                m.pair_slots[free_slot(m.pair_slots, m.pairs[i].first * 0x85EBCA6Bu ^ m.pairs[i].second * 0xC2B2AE35u)] = i + 1;
        }
        return number;
    }
    // Two neighbours that a name writes as one.
    void join(form_pair& p, writing in, cross_script_memory& m) const {
        constexpr std::uint8_t alef = native_code(u'ا'), alef_madda = native_code(u'آ'), lam = native_code(u'ل');
        p.hits = p.hits_end = static_cast<std::uint32_t>(m.hits.size());
        const text_form &a = m.forms[p.first], &b = m.forms[p.second];
        if (a.size < 2 || b.size < 2 || a.size + b.size > 24 || (a.common && b.common)) return;
        std::uint8_t both[24];
        std::uint32_t size = 0;
        const std::uint8_t* const letters = m.letters.data();
        const std::uint8_t* const first = letters + a.letters;
        if (in == writing::arabic && a.size == 2 && first[1] == lam &&
            (without_place(first[0]) == alef || first[0] == alef_madda))
            both[size++] = native_article; // as place_letters has it
        else
            for (std::uint32_t l = 0; l < a.size; ++l) both[size++] = first[l];
        for (std::uint32_t l = 0; l < b.size; ++l) both[size++] = letters[b.letters + l];
        prepared_name n;
        n.in = in;
        n.languages = a.languages;
        look(both, size, n, 0, true, m);
        p.hits_end = static_cast<std::uint32_t>(m.hits.size());
        p.alone = alone(p.hits, p.hits_end, m);
    }
    // The names that have a word like the first and one like the second.
    void meet(form_pair& p, cross_script_memory& m) const {
        p.names = p.names_end = static_cast<std::uint32_t>(m.names.size());
        const text_form &a = m.forms[p.first], &b = m.forms[p.second];
        if (a.hits == a.hits_end || b.hits == b.hits_end || (a.common && b.common)) return;
        const auto put = [&](std::uint32_t name) {
            if (m.names.size() > p.names && m.names.back() == name) return;
            if (m.names.size() - p.names == most_together) p.more = true;
            else m.names.push_back(name);
        };
        if (a.holders <= few && b.holders <= few) {
            for (std::uint32_t i = a.names, j = b.names; i < a.names_end && j < b.names_end;) {
                const std::uint32_t x = m.names[i], y = m.names[j];
                if (x == y) put(x);
                i += x <= y ? 1u : 0u;
                j += y <= x ? 1u : 0u;
            }
        } else {
            const text_form& rare = a.holders <= b.holders ? a : b;
            const text_form& other = a.holders <= b.holders ? b : a;
            std::uint32_t read = 0;
            for (std::uint32_t h = rare.hits; h < rare.hits_end && !p.more; ++h)
                for (const keyed& k : names_.holders(m.hits[h].word)) {
                    if (++read > most_read || p.more) break;
                    if (has_word(k.number, other, m)) put(k.number);
                }
        }
        p.names_end = static_cast<std::uint32_t>(m.names.size());
    }

    // --- Names in the text

    // Names whose first word in the text is word i.
    void begin_at(std::uint32_t i, cross_script_memory& m) const {
        const text_word& w = m.words[i];
        const text_form& f = m.forms[w.form];
        if (is_title(f.meaning)) return;
        std::uint32_t count = 1;
        while (count < longest && i + count < m.words.size() && m.words[i + count].follows) ++count;
        begin_with(i, count, w.form, w.pair, m);
        if (f.stem != nothing) begin_with(i, count, f.stem, w.stem_pair, m);
    }
    void begin_with(std::uint32_t i, std::uint32_t count, std::uint32_t form, std::uint32_t pair, cross_script_memory& m) const {
        const text_form& f = m.forms[form];
        const text_word& w = m.words[i];
        const offset begin = w.at.end - f.at.size();
        const auto put = [&](const one_word_name& n, std::uint32_t last) {
            if (n.name != nothing)
                m.possible.push_back({{begin, m.words[last].at.end}, i, last, n.name, n.weight, n.ratio, true});
        };
        put(f.alone, i);
        if (count == 1) return;
        const form_pair& p = m.pairs[pair];
        put(p.alone, i + 1);
        for (std::uint32_t n = p.names; n < p.names_end; ++n) judge(i, count, form, pair, m.names[n], m);
        if (count == 2) return;
        const text_word& next = m.words[i + 1];
        const form_pair& q = m.pairs[next.pair];
        if (p.more) // not all are listed: those that have the next two words
            for (std::uint32_t n = q.names; n < q.names_end; ++n)
                if (has_word(m.names[n], f, m)) judge(i, count, form, pair, m.names[n], m);
        // Two words written as one, with one behind or before them.
        judge_joined(p, m.words[i + 2].form, i, count, form, pair, m);
        judge_joined(q, form, i, count, form, pair, m);
    }
    void judge_joined(const form_pair& p, std::uint32_t with, std::uint32_t i, std::uint32_t count, std::uint32_t form,
                      std::uint32_t pair, cross_script_memory& m) const {
        std::uint32_t read = 0;
        for (std::uint32_t h = p.hits; h < p.hits_end; ++h)
            for (const keyed& k : names_.holders(m.hits[h].word)) {
                if (++read > most_together) return;
                if (has_word(k.number, m.forms[with], m)) judge(i, count, form, pair, k.number, m);
            }
    }

    // How many words from i on are one name, if at least two.
    void judge(std::uint32_t i, std::uint32_t count, std::uint32_t form, std::uint32_t pair, std::uint32_t name,
               cross_script_memory& m) const {
        constexpr std::uint32_t room = 48;
        word_pair pairs[room];
        std::uint32_t found = 0;
        const std::uint32_t* const members = names_.members_of(name);
        const std::uint32_t in_name = names_.words_of(name), needed = needed_words(name);
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
            const text_form& f = m.forms[k == 0 ? form : w.form];
            all_common = all_common && f.common;
            const std::uint32_t before = found;
            for (std::uint32_t member = 0; member < 2 * in_name - 1; ++member)
                if (members[member] != nothing)
                    if (const word_hit* const h = hit_of(f, members[member], m)) add(*h, 1u << k, member);
            if (k > 0) {
                const form_pair& p = m.pairs[k == 1 ? pair : m.words[i + k - 1].pair];
                for (std::uint32_t h = p.hits; h < p.hits_end; ++h)
                    for (std::uint32_t member = 0; member < 2 * in_name - 1; ++member)
                        if (members[member] == m.hits[h].word) add(m.hits[h], 3u << (k - 1), member);
            }
            if (found != before) last_found = k;
            else if (k > last_found + 1) break; // words in between that are none of the name's
            if (k == 0 || is_title(f.meaning) || all_common) continue;
            const word_pairing p(pairs, found, false, true);
            if (p.used_a != (2u << k) - 1) continue;
            const float ratio = ratio_of(p.weight, p.most);
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
            const std::uint32_t entry = names_.entry_of(p.name);
            if (persons_[entry] == 0) continue;
            std::uint32_t name = p.name;
            while (name > 0 && names_.entry_of(name - 1) == entry) --name;
            for (; name < names_.size() && names_.entry_of(name) == entry; ++name) {
                const std::uint32_t* const members = names_.members_of(name);
                const std::uint32_t in_name = names_.words_of(name);
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
        for (const last_name& l : m.last_names) marks[mark_of(l.word) >> 6] |= std::uint64_t{1} << (mark_of(l.word) & 63);
        const auto best_of = [&](std::uint32_t from, std::uint32_t to) {
            one_word_name best;
            for (std::uint32_t h = from; h < to; ++h) {
                const word_hit& hit = m.hits[h];
                if ((marks[mark_of(hit.word) >> 6] >> (mark_of(hit.word) & 63) & 1) == 0) continue;
                std::size_t low = 0, high = m.last_names.size();
                while (low < high) {
                    const std::size_t middle = (low + high) / 2;
                    if (m.last_names[middle].word < hit.word) low = middle + 1;
                    else high = middle;
                }
                const float ratio = ratio_of(hit.weight, hit.most);
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
            if (is_title(m.forms[w.form].meaning)) continue;
            put(w.form, w.pair);
            if (m.forms[w.form].stem != nothing) put(m.forms[w.form].stem, w.stem_pair);
        }
        sort(m.possible.data(), m.possible.size(), [](const possible_name& a, const possible_name& b) {
            return a.weight != b.weight       ? a.weight > b.weight
                   : a.at.begin != b.at.begin ? a.at.begin < b.at.begin
                                              : a.name < b.name;
        });
        for (const possible_name& p : m.possible) take(p, m);
    }

    name_store names_;
    buffer<std::uint8_t> persons_;               // by entry
    buffer<std::uint32_t> alone_, alone_joined_; // by word: the first name that it is alone, as one word and as two
    buffer<std::uint32_t> common_;               // hashes of common words, 0 where none is
    bool has_[3] = {};                           // names in which script
};

}}} // namespace matn::v0::detail

#endif
