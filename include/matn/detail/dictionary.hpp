// SPDX-License-Identifier: MIT
// The dictionary of a gazetteer as one block of bytes that needs no parsing: how it is laid out, checked and searched.
//
// A name is a path in a trie of words. All nodes of the trie stand in one hash table, keyed by (node before, word), whose slots hold
// some bits of the hash and the node's number; a hit is compared with the node's own letters, so the table never decides alone.
#ifndef MATN_DETAIL_DICTIONARY_HPP
#define MATN_DETAIL_DICTIONARY_HPP

#include <matn/detail/name_words.hpp>
#include <matn/detail/prefetch.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

struct dictionary_node {
    std::uint64_t key = 0;     // up to 8 letters packed, or long_word | letters << 32 | place in the pool
    std::uint32_t parent = 0;  // the node of the words before, and the flags below
    std::uint32_t payload = 0; // 0: no name ends here; a row + 1 and the name's form; or many_rows | place in the lists
};
inline constexpr std::uint64_t long_word = std::uint64_t{0xFF} << 56;
inline constexpr std::uint32_t longest_word = 0xFFFFFF; // letters
inline constexpr std::uint32_t longest_joined = 64;     // letters of a name that is looked for with its words written as one
inline constexpr std::uint32_t has_children = 1u << 31; // in parent
inline constexpr std::uint32_t is_variant = 1u << 30;   // in parent: a spelling that was made from a listed name
inline constexpr std::uint32_t has_joins = 1u << 29;    // in parent: behind it some words of a name stand in the table as one
inline constexpr std::uint32_t parent_mask = has_joins - 1;
inline constexpr std::uint32_t many_rows = 1u << 31; // in payload
inline constexpr std::uint32_t form_shift = 29;      // in payload and lists: a name_form above a row
inline constexpr std::uint32_t row_mask = (1u << form_shift) - 1;

enum class section : std::uint32_t {
    filter,      // see name_filter
    slots,       // buckets of 16: hash bits | node
    nodes,       // dictionary_node, the root first
    pool,        // letters of words longer than 8
    lists,       // count, rows and forms...: names that several rows have
    records,     // per row: where in the text its name stands
    text,        // per entry: (name NUL)... id NUL
    first_row,   // per entry, if some entry has several names
    entry_of,    // per row, if some entry has several names
    types,       // per entry, 1 or 2 bytes
    languages,   // per row, 1 or 2 bytes
    weights,     // per row, if any is not 1
    type_names,  // strings
    type_traits, // per type, 1 byte
    language_names,
    metadata,       // per row, if any has some: which of the next section
    metadata_texts, // strings
    count_,
};
inline constexpr std::size_t section_count = static_cast<std::size_t>(section::count_);
inline constexpr std::uint8_t person_trait = 1;
inline constexpr std::uint8_t organisation_trait = 2;

struct dictionary_header {
    char magic[8] = {'m', 'a', 't', 'n', ' ', 'g', 'a', 'z'};
    std::uint32_t version = 8;
    std::uint32_t byte_order = 0x01020304;
    std::uint64_t alphabet = 0;
    std::uint64_t size = 0;            // of the whole image, in bytes
    std::uint64_t checksum = 0;        // of all that follows the header
    std::uint64_t header_checksum = 0; // of the header, with this field 0
    std::uint32_t node_count = 0;
    std::uint32_t bucket_count = 0;
    std::uint32_t node_bits = 0;
    std::uint32_t filter_bits = 0; // the logarithm of the number of bits
    std::uint32_t entry_count = 0;
    std::uint32_t row_count = 0;
    std::uint32_t symbol_names = 0; // 1: some name has no letters at all
    std::uint32_t name_words = 0;   // of the longest name
    std::uint32_t type_width = 1;   // bytes of a type's number, 1 or 2
    std::uint32_t language_width = 1;
    std::uint64_t at[section_count + 1] = {};
};
static_assert(sizeof(dictionary_header) % 8 == 0 && sizeof(dictionary_node) == 16);

// Of `count` words, which `word_at` gives by their numbers.
template <class WordAt>
[[nodiscard]] constexpr std::uint64_t checksum_of_words(std::size_t count, WordAt&& word_at) noexcept {
    std::uint64_t lanes[4] = {0x9E3779B97F4A7C15u, 0xD6E8FEB86659FD93u, 0xA24BAED4963EE407u, 0x9FB21C651E98DF25u};
    const auto add = [&lanes](std::size_t lane, std::uint64_t word) {
        lanes[lane] = (std::rotl(lanes[lane], 29) ^ word) * 0xD1342543DE82EF95u;
    };
    std::size_t i = 0;
    for (; i + 4 <= count; i += 4)
        for (std::size_t l = 0; l < 4; ++l) add(l, word_at(i + l));
    for (; i < count; ++i) add(i % 4, word_at(i));
    std::uint64_t h = count;
    for (const std::uint64_t lane : lanes) h = mix(h ^ lane, 0x8BB84B93962EACC9u);
    return h;
}
// Of bytes whose number is a multiple of 8.
[[nodiscard]] inline std::uint64_t checksum_of(std::span<const std::byte> bytes) noexcept {
    return checksum_of_words(bytes.size() / 8, [at = bytes.data()](std::size_t i) {
        std::uint64_t word;
        std::memcpy(&word, at + 8 * i, 8);
        return word;
    });
}
[[nodiscard]] constexpr std::uint64_t checksum_of(dictionary_header head) noexcept {
    head.header_checksum = 0;
    struct words {
        std::uint64_t word[sizeof head / 8];
    };
    const words w = __builtin_bit_cast(words, head);
    return checksum_of_words(sizeof head / 8, [&w](std::size_t i) { return w.word[i]; });
}

// Why bytes are no dictionary, or nullptr. Without `all` what lies behind the header is not looked at: whatever stands there, the reader stays
// inside of the image.
[[nodiscard]] inline const char* check_dictionary(std::span<const std::byte> image, std::uint64_t alphabet, bool all) noexcept {
    dictionary_header h;
    if (image.size() < sizeof h) return "too short for a compiled gazetteer";
    std::memcpy(&h, image.data(), sizeof h);
    if (std::memcmp(h.magic, dictionary_header{}.magic, sizeof h.magic) != 0) return "not a compiled gazetteer";
    if (h.byte_order != dictionary_header{}.byte_order) return "a compiled gazetteer of a machine with another byte order";
    if (h.version != dictionary_header{}.version) return "a compiled gazetteer of another version of matn";
    if (checksum_of(h) != h.header_checksum) return "a damaged compiled gazetteer (header)";
    if (h.alphabet != alphabet) return "a compiled gazetteer of another alphabet or profile; compile it again";
    if (h.size != image.size() || h.size % 8 != 0) return "a compiled gazetteer that is cut short or has bytes behind its end";
    if (reinterpret_cast<std::uintptr_t>(image.data()) % 8 != 0)
        return "a compiled gazetteer must lie at an address that is a multiple of 8";
    const auto bytes = [&h](section s) { return h.at[static_cast<std::size_t>(s) + 1] - h.at[static_cast<std::size_t>(s)]; };
    bool sound =
        h.at[0] >= sizeof h && h.at[section_count] <= h.size && h.node_count > 0 && h.bucket_count > 0 && h.node_bits < 32;
    for (std::size_t s = 0; s < section_count; ++s) sound = sound && h.at[s] <= h.at[s + 1] && h.at[s] % 8 == 0;
    const auto holds = [&](section t, std::uint64_t count, std::uint64_t size) { return bytes(t) >= count * size; };
    const auto may_hold = [&](section t, std::uint64_t count, std::uint64_t size) {
        return bytes(t) == 0 || holds(t, count, size);
    };
    const std::uint64_t entries = h.entry_count, rows = h.row_count;
    const bool several = bytes(section::first_row) != 0;
    sound = sound && h.filter_bits < 40 && h.filter_bits >= 6 &&
            holds(section::filter, std::uint64_t{1} << (h.filter_bits - 6), 8) && holds(section::slots, h.bucket_count, 64) &&
            holds(section::nodes, h.node_count, 16) && (entries == 0) == (rows == 0) && entries <= rows &&
            holds(section::records, rows, 4) &&
            (several ? holds(section::first_row, entries + 1, 4) && holds(section::entry_of, rows, 4)
                     : entries == rows && bytes(section::entry_of) == 0) &&
            (h.type_width == 1 || h.type_width == 2) && holds(section::types, entries, h.type_width) &&
            (h.language_width == 1 || h.language_width == 2) && holds(section::languages, rows, h.language_width) &&
            may_hold(section::weights, rows, 4) && may_hold(section::metadata, rows, 4);
    if (!sound) return "a damaged compiled gazetteer (sizes)";
    if (all && checksum_of({image.data() + sizeof h, image.size() - sizeof h}) != h.checksum)
        return "a damaged compiled gazetteer (checksum)";
    return nullptr;
}

// The filter: bits in one word of it for each kind of thing that is asked of a word, two a thing. Pairs of words are asked for as words are,
// with a hash of their own: most words that begin a name are followed by another word than the name's. Lists of names that fit into the
// processor's nearest memory get more room.
struct name_filter {
    [[nodiscard]] static constexpr std::uint64_t word_of(std::uint64_t hash) noexcept { return hash >> 36; }
    // May a name of several words begin with this word, or with this pair of words?
    [[nodiscard]] static constexpr bool begins(std::uint64_t word, std::uint64_t hash) noexcept {
        return (word >> (hash >> 12 & 63) & word >> (hash >> 18 & 63) & 1) != 0;
    }
    // May it be the last word of a person's name?
    [[nodiscard]] static constexpr bool is_last(std::uint64_t word, std::uint64_t hash) noexcept {
        return (word >> (hash >> 24 & 63) & word >> (hash >> 30 & 63) & 1) != 0;
    }
    // May it be a name by itself, or all words of one written together?
    [[nodiscard]] static constexpr bool is_whole(std::uint64_t word, std::uint64_t hash) noexcept {
        return (word >> (hash & 63) & word >> (hash >> 6 & 63) & 1) != 0;
    }
    [[nodiscard]] static constexpr std::uint64_t begin_bits(std::uint64_t hash) noexcept {
        return std::uint64_t{1} << (hash >> 12 & 63) | std::uint64_t{1} << (hash >> 18 & 63);
    }
    [[nodiscard]] static constexpr std::uint64_t last_bits(std::uint64_t hash) noexcept {
        return std::uint64_t{1} << (hash >> 24 & 63) | std::uint64_t{1} << (hash >> 30 & 63);
    }
    [[nodiscard]] static constexpr std::uint64_t whole_bits(std::uint64_t hash) noexcept {
        return std::uint64_t{1} << (hash & 63) | std::uint64_t{1} << (hash >> 6 & 63);
    }
    [[nodiscard]] static constexpr std::uint64_t pair_hash(std::uint64_t first, std::uint64_t second) noexcept {
        return first * 0x9FB21C651E98DF25u + second; // both are mixed well
    }
    [[nodiscard]] static constexpr std::uint32_t size(std::size_t things) noexcept { // as a logarithm
        return static_cast<std::uint32_t>(std::bit_width(things * (things < 8192     ? 32
                                                                   : things < 32768  ? 16
                                                                   : things < 262144 ? 8
                                                                                     : 5) |
                                                         511));
    }
};

// Which of the 16 slots of a bucket, shifted, are a value: a bit each.
[[nodiscard]] constexpr std::uint32_t slots_with(const std::uint32_t* slot, std::uint32_t shift, std::uint32_t value) noexcept {
    std::uint32_t found = 0;
#if defined(__SSE2__) && defined(__GNUC__)
    if (!__builtin_is_constant_evaluated()) {
        // Vectors in the language of the compiler: <emmintrin.h> would cost more to include than this header.
        typedef std::uint32_t four_slots __attribute__((vector_size(16), aligned(4), may_alias));
        typedef float four_floats __attribute__((vector_size(16)));
        const four_slots wanted = four_slots{} + value;
        for (unsigned i = 0; i < 4; ++i) {
            four_slots four{};
            __builtin_memcpy(&four, slot + 4 * i, 16);
            const auto equal = (four >> shift) == wanted;
            found |= static_cast<std::uint32_t>(__builtin_ia32_movmskps(__builtin_bit_cast(four_floats, equal))) << (4 * i);
        }
        return found;
    }
#endif
    for (unsigned i = 0; i < 16; ++i) found |= (slot[i] >> shift == value ? 1u : 0u) << i;
    return found;
}

// The filter and the hash table while they are filled: how large they are, and where what goes.
struct name_table {
    std::uint64_t* filter = nullptr;
    std::uint32_t* slots = nullptr;
    std::uint32_t filter_bits = 0, bucket_count = 0, node_bits = 0;

    // For nodes, the root among them, of which `early` are first or second words; `joined` words that are several of a name, of which
    // `whole` are all of one; and `last` last names of persons.
    constexpr name_table(std::size_t nodes, std::size_t early, std::size_t joined, std::size_t whole, std::size_t last) noexcept
        : filter_bits(name_filter::size(early + whole + last)),
          // Fuller, and more searches go on to the next bucket.
          bucket_count(static_cast<std::uint32_t>((nodes - 1 + joined) * 100 / 82 / 16 + 1)),
          node_bits(static_cast<std::uint32_t>(std::bit_width(nodes - 1))) {}
    [[nodiscard]] constexpr std::size_t filter_words() const noexcept { return std::size_t{1} << (filter_bits - 6); }
    [[nodiscard]] constexpr std::size_t slot_count() const noexcept { return std::size_t{bucket_count} * 16; }
    [[nodiscard]] constexpr std::size_t bucket_of(std::uint64_t hash) const noexcept {
        return static_cast<std::size_t>((hash >> 32) * bucket_count >> 32);
    }

    constexpr void note(std::uint64_t hash, std::uint64_t bits) const noexcept {
        filter[name_filter::word_of(hash) & (filter_words() - 1)] |= bits;
    }
    constexpr void note_joined(std::uint64_t hash) const noexcept { note(hash, name_filter::whole_bits(hash)); }
    constexpr void note_first(std::uint64_t hash) const noexcept { note(hash, name_filter::begin_bits(hash)); }
    constexpr void note_last(std::uint64_t hash) const noexcept { note(hash, name_filter::last_bits(hash)); }
    // Notes what a node is, and gives the hash that it goes into the table by. `word_hash` gives the hash of the word of a node.
    template <class Nodes, class WordHash>
    constexpr std::uint64_t note_node(const Nodes& nodes, std::size_t n, WordHash&& word_hash) const noexcept {
        const std::uint64_t hash = word_hash(n);
        const std::uint32_t parent = nodes[n].parent & parent_mask;
        if (parent == 0) {
            note(hash, ((nodes[n].parent & has_children) != 0 ? name_filter::begin_bits(hash) : 0) |
                           (nodes[n].payload != 0 ? name_filter::whole_bits(hash) : 0));
        } else if ((nodes[parent].parent & parent_mask) == 0) {
            const std::uint64_t pair = name_filter::pair_hash(word_hash(parent), hash);
            note(pair, name_filter::begin_bits(pair));
        }
        return hash_after(hash, parent);
    }
    constexpr void put(std::uint64_t hash, std::uint32_t node) const noexcept {
        const std::uint32_t tag = static_cast<std::uint32_t>(hash) & (~0u >> node_bits);
        const std::uint32_t value = static_cast<std::uint32_t>(std::uint64_t{tag} << node_bits) | node;
        for (std::size_t bucket = bucket_of(hash);; bucket = bucket + 1 == bucket_count ? 0 : bucket + 1) {
            std::uint32_t* const slot = slots + bucket * 16;
            // Equal: two names joined to the same node.
            if (slots_with(slot, 0, value) != 0) return;
            if (const std::uint32_t free = slots_with(slot, 0, 0); free != 0) {
                slot[std::countr_zero(free)] = value;
                return;
            }
        }
    }
};

// Reads an image that check_dictionary has found sound. Copies nothing.
class dictionary {
public:
    constexpr dictionary() noexcept = default;
    explicit dictionary(std::span<const std::byte> image) noexcept : base_(image.data()) {
        std::memcpy(&head_, image.data(), sizeof head_);
        filter_ = array<std::uint64_t>(section::filter);
        filter_mask_ = (std::uint64_t{1} << (head_.filter_bits - 6)) - 1;
        slots_ = array<std::uint32_t>(section::slots);
        nodes_ = array<dictionary_node>(section::nodes);
        node_mask_ = (1u << head_.node_bits) - 1;
    }

    // Of parts that lie behind one another as they do in an image, which the compiler has worked out.
    template <class Parts>
    constexpr explicit dictionary(const Parts& image) noexcept
        : base_(&image), filter_(image.filter), filter_mask_((std::uint64_t{1} << (image.head.filter_bits - 6)) - 1),
          slots_(image.slots), nodes_(image.nodes), node_mask_((1u << image.head.node_bits) - 1), head_(image.head) {}

    // The bytes of all.
    [[nodiscard]] std::span<const std::byte> image() const noexcept {
        return {static_cast<const std::byte*>(base_), static_cast<std::size_t>(head_.size)};
    }
    [[nodiscard]] constexpr const dictionary_header& head() const noexcept { return head_; }
    [[nodiscard]] const dictionary_node& node(std::uint32_t i) const noexcept { return nodes_[i]; }

    [[nodiscard]] const std::uint64_t* filter() const noexcept { return filter_; }
    [[nodiscard]] std::uint64_t filter_mask() const noexcept { return filter_mask_; }
    [[nodiscard]] std::uint64_t filter_word(std::uint64_t hash) const noexcept {
        return filter_[name_filter::word_of(hash) & filter_mask_];
    }
    [[nodiscard]] bool may_begin(std::uint64_t hash) const noexcept { return name_filter::begins(filter_word(hash), hash); }
    [[nodiscard]] bool may_be(std::uint64_t hash) const noexcept {
        const std::uint64_t filter = filter_word(hash);
        return name_filter::begins(filter, hash) || name_filter::is_whole(filter, hash);
    }
    [[nodiscard]] std::uint32_t bucket_of(std::uint64_t hash) const noexcept {
        return static_cast<std::uint32_t>((hash >> 32) * head_.bucket_count >> 32);
    }
    [[nodiscard]] std::uint32_t tag_of(std::uint64_t hash) const noexcept {
        return static_cast<std::uint32_t>(hash) & ~0u >> head_.node_bits;
    }
    void prefetch_bucket(std::uint64_t hash) const noexcept { prefetch(slots_ + std::size_t{bucket_of(hash)} * 16); }

    // Calls `is_it(node number)` for the nodes that the table has under a hash, until it says true. Answers that node, or 0.
    template <class IsIt>
    [[nodiscard]] std::uint32_t find(std::uint64_t hash, IsIt&& is_it) const noexcept {
        const std::uint32_t tag = tag_of(hash);
        std::uint32_t bucket = bucket_of(hash);
        for (std::uint32_t tried = 0; tried < head_.bucket_count; ++tried) {
            const std::uint32_t* const slot = slots_ + std::size_t{bucket} * 16;
            std::uint32_t hits = 0, empty = 0;
            match(slot, tag, hits, empty);
            hits &= ~empty;
            for (; hits != 0; hits &= hits - 1) {
                const std::uint32_t n = slot[std::countr_zero(hits)] & node_mask_;
                if (n < head_.node_count && is_it(n)) return n;
            }
            if (empty != 0) return 0;
            if (++bucket == head_.bucket_count) bucket = 0;
        }
        return 0;
    }

    // Is node `n` the word `key` (which stands at `at` of the text) behind node `parent`?
    template <profile P>
    [[nodiscard]] bool is_word(std::uint32_t n, std::uint32_t parent, const word_key& key, std::string_view text,
                               slice at) const noexcept {
        const dictionary_node& d = nodes_[n];
        if ((d.parent & parent_mask) != parent) return false;
        if (key.letters <= 8) return d.key == key.low;
        if ((d.key >> 56) != 0xFF || (d.key >> 32 & longest_word) != key.letters) return false;
        const std::uint8_t* const codes = letters_at(static_cast<std::uint32_t>(d.key), key.letters);
        if (codes == nullptr) return false;
        for (std::uint32_t i = 0; i < key.letters && i < 16; ++i)
            if (codes[i] != key[i]) return false;
        return key.letters <= 16 || same_letters<P>(at.of(text), codes, key.letters);
    }
    template <profile P>
    [[nodiscard]] std::uint32_t child(std::uint32_t parent, const word_key& key, std::uint64_t hash, std::string_view text,
                                      slice at) const noexcept {
        return find(hash_after(hash, parent), [&](std::uint32_t n) { return is_word<P>(n, parent, key, text, at); });
    }
    template <profile P>
    [[nodiscard]] std::uint32_t child(std::uint32_t parent, const word_key& key, std::string_view text, slice at) const noexcept {
        return child<P>(parent, key, hash_of(key), text, at);
    }
    // Brings the first node that the table has under a hash on its way. Answers whether there is any.
    [[nodiscard]] bool prefetch_node(std::uint64_t hash) const noexcept {
        const std::uint32_t* const slot = slots_ + std::size_t{bucket_of(hash)} * 16;
        std::uint32_t hits = 0, empty = 0;
        match(slot, tag_of(hash), hits, empty);
        hits &= ~empty;
        if (hits != 0) prefetch(nodes_ + (slot[std::countr_zero(hits)] & node_mask_));
        return hits != 0 || empty == 0;
    }
    void prefetch_list(std::uint32_t n) const noexcept {
        if ((nodes_[n].payload & many_rows) != 0)
            prefetch(array<std::uint32_t>(section::lists) + (nodes_[n].payload & ~many_rows));
    }
    void prefetch_record(std::uint32_t row) const noexcept { prefetch(array<std::uint32_t>(section::records) + row); }
    void prefetch_name(std::uint32_t row) const noexcept {
        prefetch(array<char>(section::text) + array<std::uint32_t>(section::records)[row]);
    }

    // Is the word at `at` the words from behind node `before` to node `n`, several of them, written as one?
    template <profile P>
    [[nodiscard]] bool is_joined(std::uint32_t n, std::uint32_t before, const word_key& key, std::string_view text,
                                 slice at) const noexcept {
        std::uint8_t codes[longest_joined];
        if ((nodes_[n].parent & parent_mask) == before || key.letters > longest_joined) return false;
        std::uint32_t from = key.letters;
        for (std::uint32_t steps = 0; n != before; ++steps) {
            if (steps > longest_joined || n == 0 || n >= head_.node_count) return false;
            const dictionary_node& d = nodes_[n];
            if ((d.key & 0xFF) != symbol_code) {
                std::uint8_t buffer[8];
                std::uint32_t count = 0;
                const std::uint8_t* const word = letters_of(d, buffer, count);
                if (word == nullptr || count > from) return false;
                from -= count;
                std::memcpy(codes + from, word, count);
            }
            n = d.parent & parent_mask;
        }
        if (from != 0) return false;
        if (key.letters > 16) return same_letters<P>(at.of(text), codes, key.letters);
        for (std::uint32_t i = 0; i < key.letters; ++i)
            if (codes[i] != key[i]) return false;
        return true;
    }

    // Calls `use(row, form)` for the rows whose name ends at a node, with how the row's name is written; until it says false.
    template <class Use>
    void each_form(std::uint32_t n, Use&& use) const {
        const std::uint32_t payload = nodes_[n].payload;
        if (payload == 0) return;
        const auto form = [](std::uint32_t row) { return static_cast<name_form>(row >> form_shift & 3); };
        if ((payload & many_rows) == 0) {
            if ((payload & row_mask) - 1 < head_.row_count) (void)use((payload & row_mask) - 1, form(payload));
            return;
        }
        const auto lists = whole<std::uint32_t>(section::lists);
        const std::size_t at = payload & ~many_rows;
        if (at >= lists.size()) return;
        for (std::size_t i = at + 1; i <= at + lists[at] && i < lists.size(); ++i)
            if ((lists[i] & row_mask) < head_.row_count && !use(lists[i] & row_mask, form(lists[i]))) return;
    }
    template <class Use>
    void each_row(std::uint32_t n, Use&& use) const {
        each_form(n, [&use](std::uint32_t row, name_form) { return use(row); });
    }

    [[nodiscard]] std::uint32_t entry_of(std::uint32_t row) const noexcept {
        const auto map = whole<std::uint32_t>(section::entry_of);
        const std::uint32_t e = map.empty() ? row : map[row];
        return e < head_.entry_count ? e : 0;
    }
    [[nodiscard]] std::uint32_t first_row(std::uint32_t entry) const noexcept {
        const auto map = whole<std::uint32_t>(section::first_row);
        if (map.empty()) return entry;
        return map[entry] < head_.row_count ? map[entry] : 0;
    }
    [[nodiscard]] std::uint32_t row_count(std::uint32_t entry) const noexcept {
        const auto map = whole<std::uint32_t>(section::first_row);
        if (map.empty()) return 1;
        const std::uint32_t from = map[entry], to = map[entry + 1];
        return from < to && to <= head_.row_count ? to - from : 1; // 1: a damaged file
    }
    // A name of an entry, by its number among them.
    [[nodiscard]] std::string_view name_of(std::uint32_t entry, std::uint32_t which) const noexcept {
        return listed_name(first_row(entry) + which);
    }
    // The name of a row.
    [[nodiscard]] std::string_view listed_name(std::uint32_t row) const noexcept {
        return row < head_.row_count ? text_at(array<std::uint32_t>(section::records)[row]) : std::string_view();
    }
    // Stands behind its last name.
    [[nodiscard]] std::string_view id_of(std::uint32_t entry) const noexcept {
        const std::string_view last = name_of(entry, row_count(entry) - 1);
        if (last.data() == nullptr) return {};
        return text_at(static_cast<std::size_t>(last.data() - array<char>(section::text)) + last.size() + 1);
    }
    // Calls `use(name)` for the names of an entry.
    template <class Use>
    void each_name(std::uint32_t entry, Use&& use) const {
        const std::uint32_t first = first_row(entry), count = row_count(entry);
        for (std::uint32_t n = 0; n < count; ++n) use(listed_name(first + n));
    }
    [[nodiscard]] bool is_name(std::uint32_t row, std::string_view name) const noexcept {
        if (row >= head_.row_count) return false;
        const auto text = whole<char>(section::text);
        const std::size_t at = array<std::uint32_t>(section::records)[row];
        return at < text.size() && name.size() < text.size() - at && text[at + name.size()] == '\0' &&
               std::memcmp(text.data() + at, name.data(), name.size()) == 0;
    }
    [[nodiscard]] std::uint32_t type_of(std::uint32_t entry) const noexcept {
        return small(section::types, entry, head_.type_width);
    }
    [[nodiscard]] std::uint32_t language_of(std::uint32_t row) const noexcept {
        return row < head_.row_count ? small(section::languages, row, head_.language_width) : 0;
    }
    [[nodiscard]] float weight_of(std::uint32_t row) const noexcept {
        const auto weights = whole<float>(section::weights);
        return row < weights.size() ? weights[row] : 1.0f;
    }
    [[nodiscard]] std::string_view metadata_of(std::uint32_t row) const noexcept {
        const auto numbers = whole<std::uint32_t>(section::metadata);
        return row < numbers.size() ? string(section::metadata_texts, numbers[row]) : std::string_view();
    }
    [[nodiscard]] std::string_view type_name(std::uint32_t i) const noexcept { return string(section::type_names, i); }
    [[nodiscard]] std::string_view language_name(std::uint32_t i) const noexcept { return string(section::language_names, i); }
    [[nodiscard]] std::uint8_t traits_of(std::uint32_t entry) const noexcept {
        const auto traits = whole<std::uint8_t>(section::type_traits);
        const std::uint32_t type = type_of(entry);
        return type < traits.size() ? traits[type] : std::uint8_t{0};
    }
    [[nodiscard]] bool has_trait(std::uint8_t trait) const noexcept {
        for (const std::uint8_t t : whole<std::uint8_t>(section::type_traits))
            if ((t & trait) != 0) return true;
        return false;
    }
    // The bytes of a section.
    [[nodiscard]] std::size_t size_of(section s) const noexcept {
        const auto i = static_cast<std::size_t>(s);
        return static_cast<std::size_t>(head_.at[i + 1] - head_.at[i]);
    }

private:
    // A std::span of each type would cost more to compile than all that is done with it.
    template <class T>
    struct table {
        const T* first;
        std::size_t count;
        [[nodiscard]] const T* data() const noexcept { return first; }
        [[nodiscard]] std::size_t size() const noexcept { return count; }
        [[nodiscard]] bool empty() const noexcept { return count == 0; }
        [[nodiscard]] const T* begin() const noexcept { return first; }
        [[nodiscard]] const T* end() const noexcept { return first + count; }
        [[nodiscard]] const T& operator[](std::size_t i) const noexcept { return first[i]; }
    };
    template <class T>
    [[nodiscard]] const T* array(section s) const noexcept {
        return reinterpret_cast<const T*>(static_cast<const std::byte*>(base_) + head_.at[static_cast<std::size_t>(s)]);
    }
    template <class T>
    [[nodiscard]] table<T> whole(section s) const noexcept {
        return {array<T>(s), size_of(s) / sizeof(T)};
    }
    // What stands in the text from there to the next NUL.
    [[nodiscard]] std::string_view text_at(std::size_t at) const noexcept {
        const auto text = whole<char>(section::text);
        if (at >= text.size()) return {};
        const auto* const end = static_cast<const char*>(std::memchr(text.data() + at, 0, text.size() - at));
        return {text.data() + at, end == nullptr ? text.size() - at : static_cast<std::size_t>(end - text.data()) - at};
    }
    [[nodiscard]] const std::uint8_t* letters_at(std::uint32_t place, std::uint32_t count) const noexcept {
        const std::size_t size = size_of(section::pool);
        return place <= size && count <= size - place ? array<std::uint8_t>(section::pool) + place : nullptr;
    }
    [[nodiscard]] const std::uint8_t* letters_of(const dictionary_node& d, std::uint8_t (&buffer)[8],
                                                 std::uint32_t& count) const noexcept {
        if (d.key >> 56 == 0xFF) {
            count = static_cast<std::uint32_t>(d.key >> 32) & longest_word;
            return letters_at(static_cast<std::uint32_t>(d.key), count);
        }
        count = 0;
        for (std::uint64_t k = d.key; k != 0; k >>= 8) buffer[count++] = static_cast<std::uint8_t>(k);
        return buffer;
    }
    void match(const std::uint32_t* slot, std::uint32_t tag, std::uint32_t& hits, std::uint32_t& empty) const noexcept {
        hits = slots_with(slot, head_.node_bits, tag);
        empty = slots_with(slot, 0, 0);
    }
    [[nodiscard]] std::uint32_t small(section s, std::uint32_t i, std::uint32_t width) const noexcept {
        return width == 1 ? array<std::uint8_t>(s)[i] : array<std::uint16_t>(s)[i];
    }
    [[nodiscard]] std::string_view string(section s, std::uint32_t i) const noexcept { // count, ends..., bytes
        const auto words = whole<std::uint32_t>(s);
        if (words.empty() || i >= words[0] || words[0] >= words.size()) return {};
        const std::size_t bytes = (std::size_t{words[0]} + 1) * 4, room = size_of(s) - bytes;
        const std::size_t from = i == 0 ? 0 : words[i], to = words[i + 1];
        if (from > to || to > room) return {};
        return {array<char>(s) + bytes + from, to - from};
    }

    const void* base_ = nullptr;
    const std::uint64_t* filter_ = nullptr;
    std::uint64_t filter_mask_ = 0;
    const std::uint32_t* slots_ = nullptr;
    const dictionary_node* nodes_ = nullptr;
    std::uint32_t node_mask_ = 0;
    dictionary_header head_;
};

}}} // namespace matn::v0::detail

#endif
