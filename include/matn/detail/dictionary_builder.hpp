// SPDX-License-Identifier: MIT
// Makes the image that dictionary.hpp reads, from names in any order.
#ifndef MATN_DETAIL_DICTIONARY_BUILDER_HPP
#define MATN_DETAIL_DICTIONARY_BUILDER_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/listed_name.hpp>
#include <matn/detail/name_joins.hpp>
#include <matn/detail/prefetch.hpp>

#include <string>
#include <utility>

namespace matn { inline namespace v0 { namespace detail {

[[nodiscard]] inline std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 0) noexcept {
    std::uint64_t h = seed ^ (bytes.size() * 0x9E3779B97F4A7C15u);
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        std::uint64_t v;
        std::memcpy(&v, bytes.data() + i, 8);
        h = mix(h ^ v, 0xD6E8FEB86659FD93u);
    }
    std::uint64_t v = 0;
    if (i < bytes.size()) std::memcpy(&v, bytes.data() + i, bytes.size() - i);
    return mix(h ^ v, 0xA24BAED4963EE407u);
}

// A hash table of numbers 0, 1, 2... in the order of their adding; what they stand for is the caller's.
// A template, as string_set is, so that who only includes this does not pay for its vectors.
template <class Owner = void>
class number_table {
public:
    // So that one more can be added without asking for memory.
    void make_room() {
        if ((std::size_t{count_} + 1) * 4 > slots_.size() * 3) grow();
    }
    // The number under `hash` for which `same` is true, or the next free one, which is then taken.
    template <class Same>
    std::pair<std::uint32_t, bool> find_or_add(std::uint64_t hash, Same&& same) {
        make_room();
        const std::size_t mask = slots_.size() - 1;
        const auto tag = static_cast<std::uint32_t>(hash >> 32);
        for (std::size_t i = place_of(tag);; i = (i + 1) & mask) {
            if (slots_[i].number == 0) {
                slots_[i] = {tag, ++count_};
                return {count_ - 1, true};
            }
            if (slots_[i].tag == tag && same(slots_[i].number - 1)) return {slots_[i].number - 1, false};
        }
    }

    // Calls `same` for the numbers under `hash`, until it says true.
    template <class Same>
    void find(std::uint64_t hash, Same&& same) const {
        if (slots_.empty()) return;
        const auto tag = static_cast<std::uint32_t>(hash >> 32);
        for (std::size_t i = place_of(tag); slots_[i].number != 0; i = (i + 1) & (slots_.size() - 1))
            if (slots_[i].tag == tag && same(slots_[i].number - 1)) return;
    }

    void prefetch(std::uint64_t hash) const noexcept {
        if (!slots_.empty()) detail::prefetch(slots_.data() + place_of(static_cast<std::uint32_t>(hash >> 32)));
    }

private:
    struct slot {
        std::uint32_t tag = 0, number = 0;
    };
    [[nodiscard]] std::size_t place_of(std::uint32_t tag) const noexcept { return tag >> (32 - bits_); }
    // By the highest bits of the tag: what stands in order stays in order, so growing walks through both tables from front to back.
    void grow() {
        buffer<slot> old(slots_.empty() ? 64 : slots_.size() * 2);
        old.swap(slots_);
        bits_ = static_cast<std::uint32_t>(std::bit_width(slots_.size()) - 1);
        const std::size_t mask = slots_.size() - 1;
        for (const slot& s : old)
            if (s.number != 0) {
                std::size_t i = place_of(s.tag);
                while (slots_[i].number != 0) i = (i + 1) & mask;
                slots_[i] = s;
            }
    }
    buffer<slot> slots_;
    std::uint32_t count_ = 0, bits_ = 6;
};

// Strings, each once, numbered in the order of their coming.
template <class Owner = void>
class string_set {
public:
    std::uint32_t add(std::string_view s) {
        if (!ends_.empty() && last_ < ends_.size() && (*this)[last_] == s) return last_;
        constexpr std::uint32_t few = 8; // types and languages: no hash is needed
        for (std::uint32_t i = 0; i < few && i < ends_.size(); ++i)
            if ((*this)[i] == s) return last_ = i;
        make_room(s);
        const auto [n, fresh] = table_.find_or_add(hash_bytes(s), [&](std::uint32_t i) { return (*this)[i] == s; });
        if (fresh) { // from here on nothing may fail: the table has the number
            bytes_.append(s);
            ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
        }
        return last_ = n;
    }
    // So that this string can be added without asking for memory.
    void make_room(std::string_view s) {
        if (const std::size_t size = bytes_.size() + s.size(); size > bytes_.capacity())
            bytes_.reserve(size < 2 * bytes_.capacity() ? 2 * bytes_.capacity() : size);
        ends_.reserve(ends_.size() + 1);
        table_.make_room();
    }
    [[nodiscard]] std::string_view operator[](std::uint32_t i) const noexcept {
        const std::uint32_t from = i == 0 ? 0 : ends_[i - 1];
        return {bytes_.data() + from, ends_[i] - from};
    }
    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(ends_.size()); }
    [[nodiscard]] std::uint32_t begin_of(std::uint32_t i) const noexcept { return i == 0 ? 0 : ends_[i - 1]; }
    [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }
    [[nodiscard]] const buffer<std::uint32_t>& ends() const noexcept { return ends_; }

private:
    std::string bytes_;
    buffer<std::uint32_t> ends_;
    number_table<Owner> table_;
    std::uint32_t last_ = 0;
};

// Values in blocks that stay where they are: a list of a million grows without being copied.
template <class T>
class block_list {
public:
    block_list() noexcept = default;
    block_list(block_list&& other) noexcept { *this = static_cast<block_list&&>(other); }
    block_list& operator=(block_list&& other) noexcept {
        blocks_.swap(other.blocks_);
        const std::size_t size = size_, room = room_;
        size_ = other.size_;
        room_ = other.room_;
        other.size_ = size;
        other.room_ = room;
        return *this;
    }
    ~block_list() {
        for (T* const b : blocks_) ::operator delete(b);
    }
    void make_room() {
        if (size_ == room_) grow();
    }
    void push_back(const T& value) {
        make_room();
        ::new (static_cast<void*>(blocks_[size_ / per_block] + size_ % per_block)) T(value);
        ++size_;
    }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] const T& operator[](std::size_t i) const noexcept { return blocks_[i / per_block][i % per_block]; }
    [[nodiscard]] T& operator[](std::size_t i) noexcept { return blocks_[i / per_block][i % per_block]; }

private:
    static_assert(__is_trivially_copyable(T));
    static constexpr std::size_t per_block = 4096;
    void grow() {
        if (room_ >= per_block || room_ == 0) {
            const std::size_t count = room_ == 0 ? 512 : per_block;
            blocks_.reserve(blocks_.size() + 1); // or the new block would be lost if this failed
            blocks_.push_back(static_cast<T*>(::operator new(count * sizeof(T))));
            room_ += count;
        } else { // the first grows: large blocks cost a small list more than its names do
            T* const larger = static_cast<T*>(::operator new(room_ * 2 * sizeof(T)));
            std::memcpy(static_cast<void*>(larger), static_cast<const void*>(blocks_[0]), room_ * sizeof(T));
            ::operator delete(blocks_[0]);
            blocks_[0] = larger;
            room_ *= 2;
        }
    }
    buffer<T*> blocks_;
    std::size_t size_ = 0, room_ = 0;
};

// Copies of texts that stay where they are.
template <class Owner = void>
class text_store {
public:
    text_store() noexcept = default;
    text_store(text_store&& other) noexcept { *this = static_cast<text_store&&>(other); }
    text_store& operator=(text_store&& other) noexcept {
        blocks_.swap(other.blocks_);
        const auto exchange = [](auto& a, auto& b) {
            const auto c = a;
            a = b;
            b = c;
        };
        exchange(free_, other.free_);
        exchange(left_, other.left_);
        return *this;
    }
    ~text_store() {
        for (char* const b : blocks_) ::operator delete(b);
    }
    // So that so many bytes can be kept without asking for memory.
    void make_room(std::size_t bytes) {
        if (bytes <= left_) return;
        constexpr std::size_t most = 1u << 17;
        const std::size_t usual = blocks_.size() < 6 ? std::size_t{4096} << blocks_.size() : most;
        const std::size_t size = bytes < usual ? usual : bytes;
        blocks_.reserve(blocks_.size() + 1);
        blocks_.push_back(static_cast<char*>(::operator new(size)));
        free_ = blocks_.back();
        left_ = size;
    }
    [[nodiscard]] const char* keep(std::string_view s) {
        make_room(s.size());
        char* const to = free_;
        if (!s.empty()) std::memcpy(to, s.data(), s.size());
        free_ += s.size();
        left_ -= s.size();
        return to;
    }

private:
    buffer<char*> blocks_;
    char* free_ = nullptr;
    std::size_t left_ = 0;
};

// Who keeps the texts of rows until the image is made: the builder, or who calls it.
enum class row_texts : std::uint8_t { copied, kept_by_caller };

template <profile P>
class dictionary_builder {
public:
    enum class added { yes, again, other_type, no_letters, full };

    // Adds a row. `again`: the same id, name and language were there already; `other_type`: added, but the id has had another type.
    added add(std::string_view id, std::string_view type, std::string_view language, std::string_view name, float weight,
              std::string_view metadata, row_texts texts = row_texts::copied) {
        if (!begins_with_letter(name)) {
            name_word first_word;
            if (offset pos = 0; !next_word<P>(name, pos, first_word)) {
                read_name<P>(name, steps_); // perhaps it has signs
                if (steps_.empty()) return added::no_letters;
            }
        }
        // Places in the text are 32 bits.
        if (text_size_ + id.size() + name.size() + 2 > 0xFFFF'0000u ||
            metadata_.bytes().size() + metadata.size() > 0xFFFF'0000u || rows_.size() + 2 > row_mask)
            return added::full;
        const std::uint32_t lang = languages_.add(language), kind = types_.add(type);
        make_room(id, name, metadata, texts); // from here on nothing may fail: a row is there as a whole or not at all
        const auto number = static_cast<std::uint32_t>(rows_.size()), fresh = static_cast<std::uint32_t>(entries_.size());
        const std::uint32_t entry = entry_with(id);
        if (entry == fresh) {
            text_size_ += id.size() + 1;
            entries_.push_back(
                {texts == row_texts::copied ? texts_.keep(id) : id.data(), static_cast<std::uint32_t>(id.size()), kind, number});
        } else {
            // The first row of an entry needs no look-up; the others are compared with all of its rows at once by hash.
            const std::uint64_t h = hash_bytes(name, (std::uint64_t{entry} << 20 ^ lang) * 0x9E3779B97F4A7C15u);
            const auto same = [&](std::uint32_t i) {
                const row& r = rows_[later_[i]];
                return r.entry == entry && r.language == lang && name_of(r) == name;
            };
            const row& first = rows_[entries_[entry].first_row];
            if (first.language == lang && name_of(first) == name) return added::again;
            if (!row_table_.find_or_add(h, same).second) return added::again;
            later_.push_back(number);
        }
        last_entry_ = entry;
        if (extras_.empty()) extras_.push_back({1.0f, 0}); // that of the rows without
        std::uint32_t more = 0;
        if (weight != 1.0f || !metadata.empty()) {
            more = static_cast<std::uint32_t>(extras_.size());
            extras_.push_back({weight, metadata_.add(metadata)});
            weighted_ = weighted_ || weight != 1.0f;
        }
        text_size_ += name.size() + 1;
        rows_.push_back({texts == row_texts::copied ? texts_.keep(name) : name.data(), static_cast<std::uint32_t>(name.size()),
                         entry, lang, more});
        return kind == entries_[entry].type ? added::yes : added::other_type;
    }
    [[nodiscard]] std::size_t rows() const noexcept { return rows_.size(); }
    [[nodiscard]] std::size_t entries() const noexcept { return entries_.size(); }

    // The image, in 8-byte words.
    [[nodiscard]] buffer<std::uint64_t> build() const {
        trie t;
        const auto entries = static_cast<std::uint32_t>(entries_.size()), rows = static_cast<std::uint32_t>(rows_.size());
        const bool several = entries != rows;
        // Rows in the order of their entries, in which they came if each has one.
        buffer<std::uint32_t> first, order;
        if (several) {
            first.resize(entries + 1);
            order.resize(rows);
            for (std::uint32_t i = 0; i < rows; ++i) ++first[rows_[i].entry + 1];
            for (std::uint32_t e = 0; e < entries; ++e) first[e + 1] += first[e];
            for (std::uint32_t i = 0; i < rows; ++i) order[first[rows_[i].entry]++] = i;
            for (std::uint32_t e = entries; e > 0; --e) first[e] = first[e - 1];
            first[0] = 0;
        }
        const auto row_at = [&](std::uint32_t i) -> const row& { return rows_[several ? order[i] : i]; };

        buffer<std::uint8_t> type_traits(types_.size());
        for (std::uint32_t i = 0; i < types_.size(); ++i) type_traits[i] = traits_of_type(types_[i]);
        block_list<std::uint64_t> last_names; // their hashes

        t.reserve(rows + rows / 4);
        buffer<name_step> steps, other;
        dictionary_header head;
        for (std::uint32_t i = 0; i < rows; ++i) {
            const row& r = row_at(i);
            const std::string_view name = name_of(r);
            read_name<P>(name, steps);
            if (steps.front().symbol) head.symbol_names = 1;
            if (steps.size() > head.name_words) head.name_words = static_cast<std::uint32_t>(steps.size());
            if (steps.size() > 1 && (type_traits[entries_[r.entry].type] & person_trait) != 0)
                for (std::size_t s = steps.size(); s-- > 0;)
                    if (!steps[s].symbol) {
                        last_names.push_back(hash_of(steps[s].key));
                        break;
                    }
            t.insert(name, steps, i, false);
            const auto variant = [&] {
                t.insert(name, other, i, true);
                if (other.size() > head.name_words) head.name_words = static_cast<std::uint32_t>(other.size());
            };
            if (split_joiners<P>(name, steps, other)) variant();
            if (split_servant(steps, other)) variant();
        }
        t.insert_waiting();
        t.flatten_lists();
        t.find_joins();

        image out(t.size_bound() + text_size_ + std::size_t{rows} * 13 + std::size_t{entries} * 15 + last_names.size() +
                  types_.bytes().size() + types_.size() * 5 + 4096);
        t.write(out, head, last_names);
        write_text(out, first, row_at);
        if (several) {
            out.put(section::first_row, first.data(), first.size());
            auto* const of = out.template room<std::uint32_t>(section::entry_of, rows);
            for (std::uint32_t i = 0; i < rows; ++i) of[i] = row_at(i).entry;
        }
        head.type_width = types_.size() <= 256 ? 1 : 2;
        head.language_width = languages_.size() <= 256 ? 1 : 2;
        out.small_numbers(section::types, entries, head.type_width, [&](std::uint32_t e) { return entries_[e].type; });
        out.small_numbers(section::languages, rows, head.language_width, [&](std::uint32_t i) { return row_at(i).language; });
        if (weighted_) {
            auto* const weights = out.template room<float>(section::weights, rows);
            for (std::uint32_t i = 0; i < rows; ++i) weights[i] = extras_[row_at(i).extra].weight;
        }
        out.strings(section::type_names, types_);
        out.put(section::type_traits, type_traits.data(), type_traits.size());
        out.strings(section::language_names, languages_);
        if (metadata_.size() > 1) {
            auto* const numbers = out.template room<std::uint32_t>(section::metadata, rows);
            for (std::uint32_t i = 0; i < rows; ++i) numbers[i] = extras_[row_at(i).extra].metadata;
            out.strings(section::metadata_texts, metadata_);
        }
        head.entry_count = entries;
        head.row_count = rows;
        head.alphabet = alphabet_hash<P>;
        return out.finish(head);
    }

private:
    struct row {
        const char* name;
        std::uint32_t name_size, entry, language, extra;
    };
    struct extra { // what few rows have
        float weight;
        std::uint32_t metadata;
    };
    struct entry_row {
        const char* id;
        std::uint32_t id_size, type, first_row;
    };
    [[nodiscard]] static std::string_view name_of(const row& r) noexcept { return {r.name, r.name_size}; }
    [[nodiscard]] static std::string_view id_of(const entry_row& e) noexcept { return {e.id, e.id_size}; }

    [[nodiscard]] static bool begins_with_letter(std::string_view name) noexcept {
        const auto lead = static_cast<unsigned char>(name.empty() ? '\0' : name[0]);
        if (lead < 0x80) return letter_table<P>[lead] - 1u < symbol_code - 1u;
        if (lead - 0xC2u >= 0x1Eu || name.size() < 2 || (static_cast<unsigned char>(name[1]) & 0xC0u) != 0x80) return false;
        return letter_table<P>[(lead & 0x1Fu) << 6 | (static_cast<unsigned char>(name[1]) & 0x3Fu)] - 1u < symbol_code - 1u;
    }
    void make_room(std::string_view id, std::string_view name, std::string_view metadata, row_texts texts) {
        if (texts == row_texts::copied) texts_.make_room(id.size() + name.size());
        rows_.make_room();
        entries_.make_room();
        later_.reserve(later_.size() + 1);
        extras_.reserve(extras_.size() + 2);
        if (metadata_.size() == 0) (void)metadata_.add({});
        metadata_.make_room(metadata);
        row_table_.make_room();
        if (indexed_) ids_.make_room();
    }
    // The entry with an id, or the number of the next. Lists come in the order of their ids more often than not (shorter ones first, as numbers
    // are), and as long as they do no table is needed.
    std::uint32_t entry_with(std::string_view id) {
        const auto fresh = static_cast<std::uint32_t>(entries_.size());
        if (fresh != 0 && id_of(entries_[last_entry_]) == id) return last_entry_;
        if (!indexed_) {
            const auto before = [](std::string_view a, std::string_view b) {
                return a.size() != b.size() ? a.size() < b.size() : a < b;
            };
            if (fresh == 0 || before(id_of(entries_[fresh - 1]), id)) return fresh;
            constexpr std::uint32_t some = 64;
            std::uint64_t hashes[some];
            number_table<> all; // a table of some of them would number the others wrongly
            for (std::uint32_t from = 0; from < fresh; from += some) {
                const std::uint32_t count = fresh - from < some ? fresh - from : some;
                for (std::uint32_t i = 0; i < count; ++i) all.prefetch(hashes[i] = hash_bytes(id_of(entries_[from + i])));
                for (std::uint32_t i = 0; i < count; ++i) (void)all.find_or_add(hashes[i], [](std::uint32_t) { return false; });
            }
            all.make_room();
            ids_ = std::move(all);
            indexed_ = true;
        }
        return ids_.find_or_add(hash_bytes(id), [&](std::uint32_t e) { return id_of(entries_[e]) == id; }).first;
    }

    // The image while it is written: sections in the order of their enumeration; those that are left out are empty.
    class image {
    public:
        explicit image(std::size_t bytes) {
            words_.reserve(bytes / 8 + 64);
            words_.resize(sizeof(dictionary_header) / 8);
        }
        // Room for a section, filled with zeros. Stays valid until the next section.
        template <class T>
        [[nodiscard]] T* room(section s, std::size_t count) {
            reach(static_cast<std::size_t>(s) + 1);
            const std::size_t at = words_.size();
            words_.resize(at + (count * sizeof(T) + 7) / 8);
            return reinterpret_cast<T*>(words_.data() + at);
        }
        template <class T>
        void put(section s, const T* data, std::size_t count) {
            if constexpr (sizeof(T) % 8 == 0) { // no zeros first
                reach(static_cast<std::size_t>(s) + 1);
                words_.append(reinterpret_cast<const std::uint64_t*>(data), count * (sizeof(T) / 8));
            } else {
                T* const to = room<T>(s, count);
                if (count != 0) std::memcpy(to, data, count * sizeof(T));
            }
        }
        template <class Number>
        void small_numbers(section s, std::uint32_t count, std::uint32_t width, Number&& number) {
            if (width == 1) {
                auto* const to = room<std::uint8_t>(s, count);
                for (std::uint32_t i = 0; i < count; ++i) to[i] = static_cast<std::uint8_t>(number(i));
            } else {
                auto* const to = room<std::uint16_t>(s, count);
                for (std::uint32_t i = 0; i < count; ++i)
                    to[i] = static_cast<std::uint16_t>(number(i) > 0xFFFF ? 0xFFFF : number(i));
            }
        }
        void strings(section s, const string_set<>& set) {
            std::string bytes;
            const auto append = [&bytes](std::uint32_t n) { bytes.append(reinterpret_cast<const char*>(&n), 4); };
            append(set.size());
            for (const std::uint32_t end : set.ends()) append(end);
            bytes.append(set.bytes());
            put(s, bytes.data(), bytes.size());
        }
        [[nodiscard]] buffer<std::uint64_t> finish(dictionary_header head) {
            reach(section_count + 1);
            for (std::size_t s = 0; s <= section_count; ++s) head.at[s] = at_[s];
            head.size = words_.size() * 8;
            head.checksum =
                checksum_of({reinterpret_cast<const std::byte*>(words_.data()) + sizeof head, words_.size() * 8 - sizeof head});
            head.header_checksum = checksum_of(head);
            std::memcpy(words_.data(), &head, sizeof head);
            return std::move(words_);
        }

    private:
        // The sections before number `end` that have not begun begin, and end, here.
        void reach(std::size_t end) noexcept {
            while (begun_ < end) at_[begun_++] = words_.size() * 8;
        }
        buffer<std::uint64_t> words_;
        std::uint64_t at_[section_count + 1] = {};
        std::size_t begun_ = 0;
    };

    // The nodes while names are put in.
    class trie {
    public:
        trie() : nodes_(1), table_(1024) {}
        void reserve(std::size_t nodes) {
            nodes_.reserve(nodes);
            std::size_t size = table_.size();
            while (size * 2 < nodes * 3) size *= 2;
            table_.assign(size, {});
        }
        // A name waits until there are some, and then all go a step at a time: so the memory of one comes while others are worked on.
        void insert(std::string_view name, const buffer<name_step>& steps, std::uint32_t row, bool variant) {
            waiting_name w;
            w.row = row | static_cast<std::uint32_t>(variant ? name_form::other : form_of<P>(name)) << form_shift;
            w.first = static_cast<std::uint32_t>(keys_.size());
            for (const name_step& s : steps) keys_.push_back(s.key.letters > 8 ? long_key(name, s) : s.key.low);
            w.end = static_cast<std::uint32_t>(keys_.size());
            w.variant = variant;
            if (!variant) w.joined = joined_hash(steps);
            waiting_[waiting_count_++] = w;
            if (waiting_count_ == most_waiting) insert_waiting();
        }
        void insert_waiting() {
            for (std::uint32_t step = 0, left = waiting_count_; left != 0; ++step) {
                left = 0;
                const auto each = [&](auto&& use) {
                    for (std::uint32_t i = 0; i < waiting_count_; ++i)
                        if (waiting_[i].first + step < waiting_[i].end) use(waiting_[i], keys_[waiting_[i].first + step]);
                };
                each([&](waiting_name& w, std::uint64_t key) {
                    w.hash = place_of(w.node, key);
                    prefetch(table_.data() + (static_cast<std::size_t>(w.hash) & (table_.size() - 1)));
                });
                each([&](const waiting_name& w, std::uint64_t) { prefetch(nodes_.data() + table_[find(w.hash)].node); });
                each([&](waiting_name& w, std::uint64_t key) {
                    w.node = child(w.node, key, w.hash, w.variant, step);
                    ++left;
                });
            }
            for (std::uint32_t i = 0; i < waiting_count_; ++i) {
                const waiting_name& w = waiting_[i];
                dictionary_node& leaf = nodes_[w.node];
                if (!w.variant) leaf.parent &= ~is_variant;
                if (w.joined != 0 && (leaf.parent & is_noted) == 0) { // the rows of a name share the place
                    joined_.push_back({w.joined, w.node});
                    leaf.parent |= is_noted;
                }
                if (leaf.payload == 0) {
                    leaf.payload = w.row + 1;
                } else { // several rows make a chain, newest first: to append at its end would take the square of its length
                    extra_.push_back({w.row, leaf.payload});
                    leaf.payload = many_rows | static_cast<std::uint32_t>(extra_.size() - 1);
                }
            }
            waiting_count_ = 0;
            keys_.clear();
        }
        void flatten_lists() {
            if (extra_.size() == 0) return;
            buffer<std::uint32_t> rows;
            for (dictionary_node& n : nodes_) {
                if ((n.payload & many_rows) == 0) continue;
                rows.clear();
                std::uint32_t p = n.payload;
                for (; (p & many_rows) != 0; p = extra_[p & ~many_rows].next) rows.push_back(extra_[p & ~many_rows].row);
                rows.push_back(p - 1);
                n.payload = many_rows | static_cast<std::uint32_t>(lists_.size());
                lists_.push_back(static_cast<std::uint32_t>(rows.size()));
                for (std::size_t i = rows.size(); i-- != 0;) lists_.push_back(rows[i]);
            }
        }
        void find_joins() {
            joins_.find(nodes_, [this](std::uint32_t n) { return key_of(nodes_[n]); });
        }
        void write(image& out, dictionary_header& head, const block_list<std::uint64_t>& last_names) const {
            name_table table(nodes_.size(), early_, joined_.size() + joins_.places.size(), joined_.size(), last_names.size());
            head.node_count = static_cast<std::uint32_t>(nodes_.size());
            head.node_bits = table.node_bits;
            head.bucket_count = table.bucket_count;
            head.filter_bits = table.filter_bits;
            (void)out.template room<std::uint64_t>(section::filter, table.filter_words());
            table.slots = out.template room<std::uint32_t>(section::slots, table.slot_count());
            // The filter stands before the slots, and making room for those did not move it: image reserves first.
            table.filter = reinterpret_cast<std::uint64_t*>(table.slots) - table.filter_words();
            // Some at a time, so that the memory of all is on its way before the first is put in.
            constexpr std::size_t some = 64;
            std::uint64_t hashes[some];
            const auto put_all = [&](std::size_t first, std::size_t end, auto&& prepare, auto&& hash_at, auto&& node_at) {
                for (std::size_t from = first; from < end; from += some) {
                    const std::size_t count = end - from < some ? end - from : some;
                    for (std::size_t i = from + some; i < from + 2 * some && i < end; ++i) prepare(i);
                    for (std::size_t i = 0; i < count; ++i) {
                        hashes[i] = hash_at(from + i);
                        prefetch(table.slots + table.bucket_of(hashes[i]) * 16);
                    }
                    for (std::size_t i = 0; i < count; ++i) table.put(hashes[i], node_at(from + i));
                }
            };
            put_all(
                1, nodes_.size(), [&](std::size_t n) { prefetch(nodes_.data() + (nodes_[n].parent & parent_mask)); },
                [&](std::size_t n) {
                    return table.note_node(nodes_, n, [this](std::size_t i) { return hash_of(key_of(nodes_[i])); });
                },
                [](std::size_t n) { return static_cast<std::uint32_t>(n); });
            put_all(
                0, joined_.size(), [](std::size_t) {},
                [&](std::size_t i) {
                    table.note_joined(joined_[i].hash);
                    return joined_[i].hash;
                },
                [&](std::size_t i) { return joined_[i].leaf; });
            put_all(
                0, joins_.places.size(), [](std::size_t) {}, [&](std::size_t i) { return joins_.places[i].hash; },
                [&](std::size_t i) { return joins_.places[i].node; });
            for (const std::uint64_t hash : joins_.firsts) table.note_first(hash);
            for (std::size_t i = 0; i < last_names.size(); ++i) table.note_last(last_names[i]);
            out.put(section::nodes, nodes_.data(), nodes_.size());
            out.put(section::pool, pool_.bytes().data(), pool_.bytes().size());
            out.put(section::lists, lists_.data(), lists_.size());
        }
        [[nodiscard]] std::size_t size_bound() const noexcept {
            return nodes_.size() * 24 + (nodes_.size() + joined_.size() + joins_.places.size()) * 7 + pool_.bytes().size() +
                   lists_.size() * 4 + 4096;
        }

    private:
        // The first slot under a hash, or the empty one where it would stand. Its node need not be the one that is looked for.
        [[nodiscard]] std::size_t find(std::uint64_t hash) const noexcept {
            const std::size_t mask = table_.size() - 1;
            std::size_t i = static_cast<std::size_t>(hash) & mask;
            while (table_[i].node != 0 && table_[i].tag != static_cast<std::uint32_t>(hash >> 32)) i = (i + 1) & mask;
            return i;
        }
        std::uint32_t child(std::uint32_t parent, std::uint64_t key, std::uint64_t hash, bool variant, std::uint32_t step) {
            if (nodes_.size() * 3 > table_.size() * 2) grow();
            const std::size_t mask = table_.size() - 1;
            const auto tag = static_cast<std::uint32_t>(hash >> 32);
            for (std::size_t i = find(hash);; i = (i + 1) & mask) {
                const node_slot slot = table_[i];
                if (slot.node == 0) {
                    const auto fresh = static_cast<std::uint32_t>(nodes_.size());
                    table_[i] = {tag, fresh};
                    nodes_[parent].parent |= has_children;
                    early_ += step < 2 ? 1u : 0u;
                    nodes_.push_back({key, parent | (variant ? is_variant : 0), 0});
                    return fresh;
                }
                if (slot.tag == tag && nodes_[slot.node].key == key && (nodes_[slot.node].parent & parent_mask) == parent)
                    return slot.node;
            }
        }
        std::uint64_t long_key(std::string_view name, const name_step& s) {
            letters_.clear();
            if (s.key.letters > 16) codes_of<P>(s.at.of(name), letters_);
            else
                for (std::uint32_t i = 0; i < s.key.letters; ++i) letters_.push_back(static_cast<char>(s.key[i]));
            const std::uint32_t n = pool_.add(letters_);
            return long_word | std::uint64_t{s.key.letters & longest_word} << 32 | pool_.begin_of(n);
        }
        [[nodiscard]] word_key key_of(const dictionary_node& n) const {
            word_key k;
            if (n.key >> 56 != 0xFF) {
                k.low = n.key;
                k.letters = (static_cast<std::uint32_t>(std::bit_width(n.key)) + 7) / 8;
                return k;
            }
            const auto count = static_cast<std::uint32_t>(n.key >> 32) & longest_word;
            for (std::uint32_t i = 0; i < count; ++i)
                k.add(static_cast<std::uint8_t>(pool_.bytes()[static_cast<std::uint32_t>(n.key) + i]));
            return k;
        }
        // The table of the build: keys of long words are their place in the pool, so they compare as numbers.
        [[nodiscard]] static std::uint64_t place_of(std::uint32_t parent, std::uint64_t key) noexcept {
            return mix(key ^ 0x9E3779B97F4A7C15u, (parent + std::uint64_t{1}) * 0x9FB21C651E98DF25u);
        }
        void grow() {
            table_.assign(table_.size() * 2, {});
            const std::size_t mask = table_.size() - 1;
            for (std::uint32_t n = 1; n < nodes_.size(); ++n) {
                const std::uint64_t hash = place_of(nodes_[n].parent & parent_mask, nodes_[n].key);
                std::size_t i = static_cast<std::size_t>(hash) & mask;
                while (table_[i].node != 0) i = (i + 1) & mask;
                table_[i] = {static_cast<std::uint32_t>(hash >> 32), n};
            }
        }

        struct node_slot {
            std::uint32_t tag = 0, node = 0; // with the tag, only nodes that are likely the right ones are looked at
        };
        struct more_rows {
            std::uint32_t row, next;
        };
        struct joined_name {
            std::uint64_t hash;
            std::uint32_t leaf;
        };
        struct waiting_name {
            std::uint64_t joined = 0, hash = 0;
            std::uint32_t row = 0, first = 0, end = 0, node = 0;
            bool variant = false;
        };
        static constexpr std::uint32_t most_waiting = 64;
        static constexpr std::uint32_t is_noted = has_joins; // until these are found: the node is in joined_
        waiting_name waiting_[most_waiting];
        std::uint32_t waiting_count_ = 0;
        buffer<std::uint64_t> keys_; // of the names that wait
        buffer<dictionary_node> nodes_;
        std::size_t early_ = 0; // nodes of first and second words
        buffer<node_slot> table_;
        string_set<> pool_;
        std::string letters_;
        block_list<more_rows> extra_;
        block_list<joined_name> joined_;
        name_joins joins_;
        buffer<std::uint32_t> lists_;
    };

    template <class RowAt>
    void write_text(image& out, const buffer<std::uint32_t>& first, RowAt&& row_at) const {
        const auto entries = static_cast<std::uint32_t>(entries_.size());
        const auto first_of = [&first](std::uint32_t e) { return first.empty() ? e : first[e]; };
        auto* const records = out.template room<std::uint32_t>(section::records, rows_.size());
        std::uint32_t at = 0;
        for (std::uint32_t e = 0; e < entries; ++e) {
            for (std::uint32_t i = first_of(e); i < first_of(e + 1); ++i) {
                records[i] = at;
                at += row_at(i).name_size + 1;
            }
            at += entries_[e].id_size + 1;
        }
        char* to = out.template room<char>(section::text, at);
        const auto append = [&to](std::string_view s) { // the NUL is there already
            if (!s.empty()) std::memcpy(to, s.data(), s.size());
            to += s.size() + 1;
        };
        for (std::uint32_t e = 0; e < entries; ++e) {
            for (std::uint32_t i = first_of(e); i < first_of(e + 1); ++i) append(name_of(row_at(i)));
            append(id_of(entries_[e]));
        }
    }

    text_store<> texts_;
    block_list<row> rows_;
    block_list<entry_row> entries_;
    buffer<extra> extras_;
    std::size_t text_size_ = 0; // of ids and names, a NUL behind each
    number_table<> ids_, row_table_;
    bool indexed_ = false; // are all entries in ids_?
    std::uint32_t last_entry_ = 0;
    string_set<> types_, languages_, metadata_;
    buffer<std::uint32_t> later_; // rows that are not the first of their entry, as row_table_ numbers them
    bool weighted_ = false;
    buffer<name_step> steps_;
};

}}} // namespace matn::v0::detail

#endif
