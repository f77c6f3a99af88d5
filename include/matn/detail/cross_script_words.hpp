// SPDX-License-Identifier: MIT
// The words of a text in another script than the names of an index: which words of names they are like, alone and two by two.
//
// Each spelling of a word is asked of the index once, and each two spellings that stand side by side once: which names have words like
// both, and what they are like written as one. Only such names are judged, so that a first name that half of the list shares costs no
// more than another.
#ifndef MATN_DETAIL_CROSS_SCRIPT_WORDS_HPP
#define MATN_DETAIL_CROSS_SCRIPT_WORDS_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/common_words.hpp>
#include <matn/detail/cross_script_text.hpp>
#include <matn/detail/name_store.hpp>
#include <matn/detail/sort.hpp>
#include <matn/utf8.hpp>

#include <cstdint>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

class cross_script_words {
public:
    static constexpr std::uint32_t most_together = 64; // names that are listed for two words

    void add(std::uint32_t entry, std::uint32_t number, std::string_view name, std::string_view language, bool person) {
        names_.add(entry, number, name, language);
        while (persons_.size() <= entry) persons_.push_back(person ? std::uint8_t{1} : std::uint8_t{0});
    }
    void finish() {
        names_.finish();
        common_.add_with_article();
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
    }
    [[nodiscard]] const name_store& names() const noexcept { return names_; }
    // Whether an entry is a person, who may be called by the last name alone.
    [[nodiscard]] bool is_person(std::uint32_t entry) const noexcept { return persons_[entry] != 0; }
    // Whether there are names in a script.
    [[nodiscard]] bool has(writing in) const noexcept { return has_[static_cast<std::size_t>(in)]; }

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

    // The words of one script, and what they are like.
    void read(std::string_view text, std::string_view language, writing in, cross_script_text& m) const {
        m.words.clear();
        m.forms.clear();
        m.pairs.clear();
        m.letters.clear();
        m.hits.clear();
        m.names.clear();
        m.form_slots.assign(256, 0);
        m.pair_slots.assign(256, 0);
        const text_language about = in == writing::arabic && language.empty() ? language_of(text) : text_language{language, true};
        offset end = 0, begin = 0;
        bool open = false, follows = false;
        const auto close = [&] {
            if (open) {
                text_word w{{begin, end}, follows};
                w.as[0].form = form_of(text, {begin, end}, false, about, m);
                if (in == writing::arabic && !m.forms[w.as[0].form].stems_looked) find_stems(w.as[0].form, text, about, m);
                for (std::uint32_t r = 0; r < text_form::most_stems; ++r) w.as[1 + r].form = m.forms[w.as[0].form].stems[r];
                m.words.push_back(w);
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
            for (text_reading& r : m.words[i].as)
                if (r.form != nothing) r.pair = pair_of(r.form, m.words[i + 1].as[0].form, in, m);
        }
    }

    [[nodiscard]] static float ratio_of(int weight, int most) noexcept {
        return static_cast<float>(weight) / static_cast<float>(most + 20);
    }
    [[nodiscard]] const word_hit* hit_of(const text_form& f, std::uint32_t word, const cross_script_text& m) const noexcept {
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
    [[nodiscard]] bool has_word(std::uint32_t name, const text_form& f, const cross_script_text& m) const noexcept {
        const std::uint32_t* const members = names_.members_of(name);
        const std::uint32_t count = 2 * names_.words_of(name) - 1;
        for (std::uint32_t i = 0; i < count; ++i)
            if (members[i] != nothing && hit_of(f, members[i], m) != nullptr) return true;
        return false;
    }
    [[nodiscard]] static std::uint32_t mark_of(std::uint32_t word) noexcept { return (word * 0x9E3779B1u) >> 24; }

private:
    static constexpr std::uint32_t nothing = name_store::nothing;
    static constexpr std::uint32_t few = 128;        // names that are listed for one word
    static constexpr std::uint32_t most_read = 2000; // names looked at for two words
    static constexpr int same_meaning_weight = 90;

    // The number of the form that a word has; a new one is asked of the index.
    std::uint32_t form_of(std::string_view text, slice at, bool lost_alef, const text_language& about,
                          cross_script_text& m) const {
        std::uint32_t hash = lost_alef ? 0x9E3779B9u : 2166136261u;
        for (const char c : at.of(text)) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
        const auto mask = static_cast<std::uint32_t>(m.form_slots.size() - 1);
        std::uint32_t slot = first_slot(hash) & mask;
        for (; m.form_slots[slot] != 0; slot = (slot + 1) & mask) {
            const text_form& other = m.forms[m.form_slots[slot] - 1];
            if (other.hash == hash && other.lost_alef == lost_alef && other.at.of(text) == at.of(text))
                return m.form_slots[slot] - 1;
        }
        const auto number = static_cast<std::uint32_t>(m.forms.size());
        m.form_slots[slot] = number + 1;
        spelling s;
        char with_alef[64] = "\u0627";
        const std::string_view word = at.of(text);
        if (lost_alef && word.size() + 2 <= sizeof(with_alef)) {
            for (std::size_t i = 0; i < word.size(); ++i) with_alef[2 + i] = word[i];
            spell({with_alef, word.size() + 2}, s);
        } else {
            spell(word, s);
        }
        prepared_name n;
        prepare(s, s.hints == 0 || about.told ? about.tag : std::string_view(), n);
        text_form f;
        f.at = at;
        f.lost_alef = lost_alef;
        f.hash = hash;
        f.letters = static_cast<std::uint32_t>(m.letters.size());
        f.size = s.size;
        f.meaning = n.word_count == 1 ? n.words[0].meaning : std::uint16_t{0};
        f.languages = n.languages;
        f.common = common_.has(s);
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
    // What a word is without an Arabic و, ف, ب, ل or ك before it, and without two of them (وبالدوحة, وللطالبان).
    void find_stems(std::uint32_t number, std::string_view text, const text_language& about, cross_script_text& m) const {
        m.forms[number].stems_looked = true;
        if (!about.has_arabic(m.forms[number].languages)) return;
        const slice at = m.forms[number].at;
        const auto is = [text](offset p, std::u16string_view letters) {
            return letters.find(static_cast<char16_t>(decode(text, p).value)) != letters.npos;
        };
        std::uint32_t found = 0;
        offset begin = at.begin;
        for (std::uint32_t left = m.forms[number].size; left >= 4 && found < text_form::most_stems; --left) {
            const offset behind = behind_letter(text, begin, at.end);
            if (!is(begin, found == 0 ? u"وفبلك" : u"بلك") || behind == at.end) return;
            // Of للطالبان the first lam is the proclitic, and the second the article without its alef.
            const bool lost_alef = is(begin, u"ل") && is(behind, u"ل");
            const std::uint32_t stem = form_of(text, {behind, at.end}, lost_alef, about, m);
            // Behind two letters much may be a name: the article, a country or a longer word must stand there.
            const std::uint16_t meaning = m.forms[stem].meaning;
            const bool enough = found == 0 || left >= 5 || lost_alef || is(behind, u"ا") || (meaning != 0 && !is_title(meaning));
            if (enough && (m.forms[stem].languages >> name_arabic & 1) != 0) m.forms[number].stems[found] = stem;
            if (!is(begin, u"وف")) return;
            begin = behind;
            ++found;
        }
    }
    // Where the next letter stands; marks on a letter are its own.
    [[nodiscard]] static offset behind_letter(std::string_view text, offset letter, offset end) noexcept {
        for (offset p = decode(text, letter).at.end; p < end; p = decode(text, p).at.end)
            if (base_of(decode(text, p).value).in == writing::arabic) return p;
        return end;
    }
    void grow_forms(cross_script_text& m) const {
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
    // Words of names in the other script alone, and none that are like by less than half; by their numbers, each once.
    void look(const std::uint8_t* letters, std::uint32_t size, const prepared_name& n, std::uint16_t meaning, bool joined,
              cross_script_text& m) const {
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
    [[nodiscard]] one_word_name alone(std::uint32_t from, std::uint32_t to, const cross_script_text& m) const noexcept {
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
    std::uint32_t pair_of(std::uint32_t first, std::uint32_t second, writing in, cross_script_text& m) const {
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
    void join(form_pair& p, writing in, cross_script_text& m) const {
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
    void meet(form_pair& p, cross_script_text& m) const {
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

    name_store names_;
    buffer<std::uint8_t> persons_;               // by entry
    buffer<std::uint32_t> alone_, alone_joined_; // by word: the first name that it is alone, as one word and as two
    common_word_set common_;
    bool has_[3] = {}; // names in which script
};

}}} // namespace matn::v0::detail

#endif
