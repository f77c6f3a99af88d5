// SPDX-License-Identifier: MIT
// The image that dictionary.hpp reads, worked out by the compiler from a constant list of names.
#ifndef MATN_DETAIL_CONSTANT_DICTIONARY_HPP
#define MATN_DETAIL_CONSTANT_DICTIONARY_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/dictionary.hpp>
#include <matn/detail/listed_name.hpp>
#include <matn/detail/name_joins.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace matn { inline namespace v0 { namespace detail {

enum class row_defect : std::uint8_t { none, no_id, no_name, nul_byte, invalid_utf8, no_letters, other_type };

[[nodiscard]] constexpr std::uint64_t hash_of_text(std::string_view s) noexcept {
    std::uint64_t h = 0xCBF29CE484222325u;
    for (const char c : s) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return h ^ h >> 29;
}

// Numbers by hash, for what the compiler works out: few, and in memory that it can follow.
class constant_numbers {
public:
    constexpr explicit constant_numbers(std::size_t most)
        : slots_(new std::uint32_t[std::bit_ceil(most * 2 + 2)]{}), mask_(std::bit_ceil(most * 2 + 2) - 1) {}
    constant_numbers(const constant_numbers&) = delete;
    constant_numbers& operator=(const constant_numbers&) = delete;
    constexpr ~constant_numbers() { delete[] slots_; }
    // The number for which `same` is true, or `fresh`, which is then taken.
    template <class Same>
    constexpr std::uint32_t find_or_add(std::uint64_t hash, std::uint32_t fresh, Same&& same) {
        for (std::size_t i = static_cast<std::size_t>(hash) & mask_;; i = (i + 1) & mask_) {
            if (slots_[i] == 0) {
                slots_[i] = fresh + 1;
                return fresh;
            }
            if (same(slots_[i] - 1)) return slots_[i] - 1;
        }
    }

private:
    std::uint32_t* slots_; // not a buffer, whose zeros would be put in one by one
    std::size_t mask_;
};

// Bytes, as the words that they are in memory.
class constant_bytes {
public:
    constexpr void put(std::uint64_t value, unsigned width) {
        for (unsigned i = 0; i < width; ++i)
            byte(static_cast<unsigned char>(value >> 8 * (std::endian::native == std::endian::little ? i : width - 1 - i)));
    }
    constexpr void put(std::string_view text) {
        for (const char c : text) byte(static_cast<unsigned char>(c));
    }
    constexpr void align() {
        while (held_ != 0) byte(0);
    }
    [[nodiscard]] constexpr const buffer<std::uint64_t>& words() const noexcept { return words_; } // once it is aligned

private:
    constexpr void byte(std::uint64_t b) {
        word_ |= b << 8 * (std::endian::native == std::endian::little ? held_ : 7 - held_);
        if (++held_ != 8) return;
        words_.push_back(word_);
        word_ = 0;
        held_ = 0;
    }
    buffer<std::uint64_t> words_;
    std::uint64_t word_ = 0;
    unsigned held_ = 0;
};

struct constant_sizes {
    std::size_t filter = 0, slots = 0, nodes = 0, rest = 0;
};

// An image in parts. They lie behind one another without gaps, as each is a multiple of 8 bytes.
template <constant_sizes Sizes>
struct constant_image {
    dictionary_header head;
    std::uint64_t filter[Sizes.filter] = {};
    std::uint32_t slots[Sizes.slots] = {};
    dictionary_node nodes[Sizes.nodes] = {};
    std::uint64_t rest[Sizes.rest] = {}; // the sections behind the nodes
};

// Looked at apart from the rest: how much a compiler works out at once is limited.
[[nodiscard]] constexpr row_defect defect_of(const auto& row) noexcept {
    if (row.id.empty()) return row_defect::no_id;
    if (row.name.empty()) return row_defect::no_name;
    for (const std::string_view text : {row.id, row.type, row.language, row.name, row.metadata})
        for (offset p = 0; p < text.size();) {
            const auto byte = static_cast<unsigned char>(text[p]);
            if (byte == 0) return row_defect::nul_byte;
            if (byte < 0x80) {
                ++p;
                continue;
            }
            const code_point c = decode(text, p);
            if (!c.ok) return row_defect::invalid_utf8;
            p = c.at.end;
        }
    return row_defect::none;
}
struct row_problem {
    row_defect what = row_defect::none;
    std::size_t row = 0;
};
template <class Rows>
[[nodiscard]] constexpr row_problem first_problem(const Rows& rows) noexcept {
    std::size_t n = 0;
    for (const auto& row : rows) {
        if (const row_defect d = defect_of(row); d != row_defect::none) return {d, n};
        ++n;
    }
    return {};
}

// What the parts of an image are made from. `Rows` is an array of matn::entry.
template <profile P, class Rows>
class constant_plan {
public:
    constexpr explicit constant_plan(const Rows& list) : rows_(list), ids_(std::size(list)), children_(bytes_of(list)) {
        nodes_.push_back({});
        read_rows();
        if (problem_.what == row_defect::none) insert_names();
        if (problem_.what == row_defect::none) write_rest();
    }
    // What else is wrong with a list in which first_problem has found nothing.
    [[nodiscard]] constexpr row_problem problem() const noexcept { return problem_; }

    [[nodiscard]] constexpr constant_sizes sizes() const noexcept {
        const name_table t = table();
        return {t.filter_words(), t.slot_count(), nodes_.size(), rest_.words().size()};
    }
    template <constant_sizes Sizes>
    [[nodiscard]] constexpr constant_image<Sizes> image() const {
        constant_image<Sizes> out;
        name_table t = table();
        t.filter = out.filter;
        t.slots = out.slots;
        for (std::uint32_t n = 1; n < nodes_.size(); ++n)
            t.put(t.note_node(nodes_, n, [this](std::size_t i) { return hashes_[i]; }), n);
        for (const joined_name& j : joined_) {
            t.note_joined(j.hash);
            t.put(j.hash, j.leaf);
        }
        for (const name_joins::place& j : joins_.places) t.put(j.hash, j.node);
        for (const std::uint64_t hash : joins_.firsts) t.note_first(hash);
        for (const std::uint64_t hash : last_names_) t.note_last(hash);
        for (std::size_t n = 0; n < Sizes.nodes; ++n) out.nodes[n] = nodes_[n];
        for (std::size_t i = 0; i < Sizes.rest; ++i) out.rest[i] = rest_.words()[i];

        dictionary_header& head = out.head;
        head = head_;
        head.node_count = static_cast<std::uint32_t>(nodes_.size());
        head.node_bits = t.node_bits;
        head.bucket_count = t.bucket_count;
        head.filter_bits = t.filter_bits;
        const auto at = [&head](section s) -> std::uint64_t& { return head.at[static_cast<std::size_t>(s)]; };
        at(section::filter) = sizeof head;
        at(section::slots) = at(section::filter) + sizeof out.filter;
        at(section::nodes) = at(section::slots) + sizeof out.slots;
        for (std::size_t s = static_cast<std::size_t>(section::pool); s <= section_count; ++s)
            head.at[s] += at(section::nodes) + sizeof out.nodes;
        head.size = head.at[section_count];
        head.alphabet = alphabet_hash<P>;
        head.checksum = checksum(out);
        head.header_checksum = checksum_of(head);
        return out;
    }

private:
    struct joined_name {
        std::uint64_t hash;
        std::uint32_t leaf;
    };
    struct listed {
        std::uint32_t row, entry, next; // next: of the same entry; 0: none
    };
    struct owner {
        std::uint32_t first, last; // of its listed names
        std::uint32_t type;
    };

    [[nodiscard]] constexpr name_table table() const noexcept {
        std::size_t early = 0;
        for (std::size_t n = 1; n < nodes_.size(); ++n)
            early += (nodes_[nodes_[n].parent & parent_mask].parent & parent_mask) == 0 ? 1u : 0u;
        return {nodes_.size(), early, joined_.size() + joins_.places.size(), joined_.size(), last_names_.size()};
    }
    template <constant_sizes Sizes>
    [[nodiscard]] static constexpr std::uint64_t checksum(const constant_image<Sizes>& image) noexcept {
        constexpr std::size_t slots = Sizes.filter, nodes = slots + Sizes.slots / 2, rest = nodes + Sizes.nodes * 2;
        const auto pair = [](std::uint32_t a, std::uint32_t b) {
            return std::endian::native == std::endian::little ? a | std::uint64_t{b} << 32 : b | std::uint64_t{a} << 32;
        };
        return checksum_of_words(rest + Sizes.rest, [&](std::size_t i) {
            if (i < slots) return image.filter[i];
            if (i < nodes) return pair(image.slots[(i - slots) * 2], image.slots[(i - slots) * 2 + 1]);
            if (i >= rest) return image.rest[i - rest];
            const dictionary_node& n = image.nodes[(i - nodes) / 2];
            return (i - nodes) % 2 == 0 ? n.key : pair(n.parent, n.payload);
        });
    }

    constexpr void wrong(row_defect what, std::uint32_t row) noexcept {
        if (problem_.what == row_defect::none) problem_ = {what, row};
    }
    // No list has more nodes: a step of a name, or of another way to write it, takes a byte or more.
    [[nodiscard]] static constexpr std::size_t bytes_of(const Rows& list) noexcept {
        std::size_t bytes = 0;
        for (const auto& row : list) bytes += row.name.size();
        return bytes;
    }
    // The number of a short list of strings that is equal; adds it if none is.
    static constexpr std::uint32_t number_of(buffer<std::string_view>& all, std::string_view s) {
        for (std::uint32_t i = 0; i < all.size(); ++i)
            if (all[i] == s) return i;
        all.push_back(s);
        return static_cast<std::uint32_t>(all.size() - 1);
    }

    constexpr void read_rows() {
        for (std::uint32_t r = 0; r < std::size(rows_); ++r) {
            const auto& row = rows_[r];
            const auto fresh = static_cast<std::uint32_t>(owners_.size());
            const std::uint64_t id_hash = hash_of_text(row.id);
            const std::uint32_t entry = ids_.find_or_add(
                id_hash, fresh, [&](std::uint32_t e) { return rows_[listed_[owners_[e].first].row].id == row.id; });
            const std::uint32_t type = number_of(types_, row.type);
            const auto number = static_cast<std::uint32_t>(listed_.size());
            if (entry == fresh) {
                owners_.push_back({number, number, type});
            } else {
                if (owners_[entry].type != type) return wrong(row_defect::other_type, r);
                const auto same = [&](std::uint32_t l) {
                    const auto& other = rows_[listed_[l].row];
                    return listed_[l].entry == entry && other.name == row.name && other.language == row.language;
                };
                bool again = false;
                for (std::uint32_t l = owners_[entry].first; !again; l = listed_[l].next) {
                    again = same(l);
                    if (listed_[l].next == 0) break;
                }
                if (again) continue;
                listed_[owners_[entry].last].next = number;
                owners_[entry].last = number;
            }
            listed_.push_back({r, entry, 0});
        }
        // In the order of their entries.
        for (const owner& o : owners_) {
            first_row_.push_back(static_cast<std::uint32_t>(order_.size()));
            for (std::uint32_t l = o.first;; l = listed_[l].next) {
                order_.push_back(listed_[l]);
                if (listed_[l].next == 0) break;
            }
        }
        first_row_.push_back(static_cast<std::uint32_t>(order_.size()));
    }
    constexpr void insert_names() {
        buffer<name_step> steps, other;
        for (std::uint32_t i = 0; i < order_.size(); ++i) {
            const auto& row = rows_[order_[i].row];
            read_name<P>(row.name, steps);
            if (steps.empty()) return wrong(row_defect::no_letters, order_[i].row);
            if (steps.front().symbol) head_.symbol_names = 1;
            if (steps.size() > 1 && (traits_of_type(row.type) & person_trait) != 0)
                for (std::size_t s = steps.size(); s-- > 0;)
                    if (!steps[s].symbol) {
                        last_names_.push_back(hash_of(steps[s].key));
                        break;
                    }
            insert(row.name, steps, i, false);
            if (split_joiners<P>(row.name, steps, other)) insert(row.name, other, i, true);
            if (split_servant(steps, other)) insert(row.name, other, i, true);
        }
        joins_.find(nodes_, [this](std::uint32_t n) { return key_of(nodes_[n]); });
        // The rows of a name are in one list if they are several.
        for (std::uint32_t n = 1; n < nodes_.size(); ++n) {
            if (ends_[n].count == 0) continue;
            if (ends_[n].count == 1) {
                nodes_[n].payload = names_ending_[ends_[n].last].row + 1;
                continue;
            }
            nodes_[n].payload = many_rows | static_cast<std::uint32_t>(lists_.size());
            lists_.push_back(ends_[n].count);
            const std::size_t from = lists_.size();
            lists_.resize(from + ends_[n].count);
            for (std::uint32_t i = ends_[n].count, e = ends_[n].last; i-- > 0; e = names_ending_[e].before)
                lists_[from + i] = names_ending_[e].row;
        }
    }
    constexpr void insert(std::string_view name, const buffer<name_step>& steps, std::uint32_t row, bool variant) {
        std::uint32_t node = 0;
        for (const name_step& s : steps) node = child(node, name, s, variant);
        if (steps.size() > head_.name_words) head_.name_words = static_cast<std::uint32_t>(steps.size());
        if (!variant) {
            nodes_[node].parent &= ~is_variant;
            if (const std::uint64_t hash = joined_hash(steps); hash != 0) joined_.push_back({hash, node});
        }
        const std::uint32_t form = static_cast<std::uint32_t>(variant ? name_form::other : form_of<P>(name)) << form_shift;
        names_ending_.push_back({row | form, ends_[node].last});
        ends_[node].last = static_cast<std::uint32_t>(names_ending_.size() - 1);
        ++ends_[node].count;
    }
    constexpr std::uint32_t child(std::uint32_t parent, std::string_view name, const name_step& s, bool variant) {
        const std::uint64_t hash = hash_of(s.key), after = hash_after(hash, parent);
        const auto fresh = static_cast<std::uint32_t>(nodes_.size());
        codes_.clear();
        if (s.key.letters > 16) codes_of<P>(s.at.of(name), codes_);
        else if (s.key.letters > 8)
            for (std::uint32_t i = 0; i < s.key.letters; ++i) codes_.push_back(s.key[i]);
        const std::uint32_t node = children_.find_or_add(after, fresh, [&](std::uint32_t n) {
            if ((nodes_[n].parent & parent_mask) != parent) return false;
            if (s.key.letters <= 8) return nodes_[n].key == s.key.low;
            if (nodes_[n].key >> 56 != 0xFF || (nodes_[n].key >> 32 & longest_word) != codes_.size()) return false;
            const auto place = static_cast<std::uint32_t>(nodes_[n].key);
            for (std::size_t i = 0; i < codes_.size(); ++i)
                if (pool_[place + i] != codes_[i]) return false;
            return true;
        });
        if (node != fresh) return node;
        std::uint64_t key = s.key.low;
        if (s.key.letters > 8) {
            key = long_word | std::uint64_t{s.key.letters & longest_word} << 32 | pool_.size();
            pool_.append(codes_.data(), codes_.size());
        }
        nodes_[parent].parent |= has_children;
        nodes_.push_back({key, parent | (variant ? is_variant : 0), 0});
        hashes_.resize(nodes_.size());
        hashes_[fresh] = hash;
        ends_.resize(nodes_.size());
        return fresh;
    }

    [[nodiscard]] constexpr word_key key_of(const dictionary_node& n) const noexcept {
        word_key k;
        if (n.key >> 56 != 0xFF) {
            k.low = n.key;
            k.letters = (static_cast<std::uint32_t>(std::bit_width(n.key)) + 7) / 8;
        } else {
            const auto place = static_cast<std::uint32_t>(n.key);
            for (std::uint32_t i = 0; i < (n.key >> 32 & longest_word); ++i) k.add(static_cast<std::uint8_t>(pool_[place + i]));
        }
        return k;
    }

    constexpr void write_rest() {
        const auto entries = static_cast<std::uint32_t>(owners_.size()), rows = static_cast<std::uint32_t>(order_.size());
        head_.entry_count = entries;
        head_.row_count = rows;
        head_.type_width = types_.size() <= 256 ? 1 : 2;
        bool weighted = false, more = false;
        for (const listed& l : order_) {
            languages_of_.push_back(number_of(languages_, rows_[l.row].language));
            weighted = weighted || rows_[l.row].weight != 1.0f;
            more = more || !rows_[l.row].metadata.empty();
        }
        head_.language_width = languages_.size() <= 256 ? 1 : 2;
        const auto begin = [this](section s) {
            rest_.align();
            head_.at[static_cast<std::size_t>(s)] = rest_.words().size() * 8;
        };
        const auto put_all = [&](section s, const auto& numbers, unsigned width) {
            begin(s);
            for (const auto n : numbers) rest_.put(n, width);
        };
        const auto put_strings = [&](section s, const buffer<std::string_view>& strings) {
            begin(s);
            rest_.put(strings.size(), 4);
            std::size_t end = 0;
            for (const std::string_view text : strings) rest_.put(end += text.size(), 4);
            for (const std::string_view text : strings) rest_.put(text);
        };
        put_all(section::pool, pool_, 1);
        put_all(section::lists, lists_, 4);
        begin(section::records);
        std::size_t at = 0;
        for (const owner& o : owners_) {
            for (std::uint32_t i = first_of(o); i < end_of(o); ++i) {
                rest_.put(at, 4);
                at += rows_[order_[i].row].name.size() + 1;
            }
            at += rows_[order_[first_of(o)].row].id.size() + 1;
        }
        begin(section::text);
        for (const owner& o : owners_) {
            for (std::uint32_t i = first_of(o); i < end_of(o); ++i) {
                rest_.put(rows_[order_[i].row].name);
                rest_.put(0, 1);
            }
            rest_.put(rows_[order_[first_of(o)].row].id);
            rest_.put(0, 1);
        }
        begin(section::first_row);
        if (entries != rows)
            for (const std::uint32_t first : first_row_) rest_.put(first, 4);
        begin(section::entry_of);
        if (entries != rows)
            for (const listed& l : order_) rest_.put(l.entry, 4);
        begin(section::types);
        for (const owner& o : owners_) rest_.put(o.type, head_.type_width);
        put_all(section::languages, languages_of_, head_.language_width);
        begin(section::weights);
        if (weighted)
            for (const listed& l : order_) rest_.put(__builtin_bit_cast(std::uint32_t, rows_[l.row].weight), 4);
        put_strings(section::type_names, types_);
        begin(section::type_traits);
        for (const std::string_view type : types_) rest_.put(traits_of_type(type), 1);
        put_strings(section::language_names, languages_);
        begin(section::metadata);
        buffer<std::string_view> texts;
        if (more) {
            texts.push_back({});
            for (const listed& l : order_) rest_.put(number_of(texts, rows_[l.row].metadata), 4);
            put_strings(section::metadata_texts, texts);
        } else {
            begin(section::metadata_texts);
        }
        begin(section::count_);
    }
    [[nodiscard]] constexpr std::uint32_t first_of(const owner& o) const noexcept { return first_row_[number(o)]; }
    [[nodiscard]] constexpr std::uint32_t end_of(const owner& o) const noexcept { return first_row_[number(o) + 1]; }
    [[nodiscard]] constexpr std::size_t number(const owner& o) const noexcept {
        return static_cast<std::size_t>(&o - owners_.begin());
    }

    struct ending {
        std::uint32_t row, before;
    };
    struct endings {
        std::uint32_t last = 0, count = 0;
    };
    const Rows& rows_;
    row_problem problem_;
    constant_numbers ids_, children_;
    buffer<std::string_view> types_, languages_;
    buffer<std::uint32_t> languages_of_;
    buffer<owner> owners_;
    buffer<listed> listed_, order_;
    buffer<std::uint32_t> first_row_;
    buffer<dictionary_node> nodes_;
    buffer<std::uint64_t> hashes_; // of the word of each node
    buffer<endings> ends_ = buffer<endings>(1);
    buffer<ending> names_ending_;
    buffer<std::uint8_t> pool_, codes_;
    buffer<std::uint32_t> lists_;
    buffer<joined_name> joined_;
    name_joins joins_;
    buffer<std::uint64_t> last_names_;
    constant_bytes rest_;
    dictionary_header head_;
};

// Told once, by the name of this function: what is wrong, and in which row, from 0.
template <row_defect What, std::size_t Row>
constexpr void constant_row() noexcept {
    static_assert(What != row_defect::no_id,
                  "matn: constant_gazetteer: a row has no id; its row, from 0, is the last number in constant_row<>");
    static_assert(What != row_defect::no_name,
                  "matn: constant_gazetteer: a row has no name; its row, from 0, is the last number in constant_row<>");
    static_assert(What != row_defect::nul_byte,
                  "matn: constant_gazetteer: a row has a NUL byte; its row, from 0, is the last number in constant_row<>");
    static_assert(What != row_defect::invalid_utf8,
                  "matn: constant_gazetteer: a row is not UTF-8; its row, from 0, is the last number in constant_row<>");
    static_assert(
        What != row_defect::no_letters,
        "matn: constant_gazetteer: a name has no letter, digit or sign; its row, from 0, is the last number in constant_row<>");
    static_assert(What != row_defect::other_type,
                  "matn: constant_gazetteer: an id has two types; its row, from 0, is the last number in constant_row<>");
}

template <const auto& Rows, profile P>
struct constant_names {
    using plan = constant_plan<P, std::remove_cvref_t<decltype(Rows)>>;
    struct outline {
        row_problem problem;
        constant_sizes sizes;
    };
    static constexpr row_problem first = first_problem(Rows);
    static constexpr outline made = [] {
        if constexpr (first.what != row_defect::none) {
            return outline{first, {}};
        } else {
            const plan p(Rows);
            return p.problem().what != row_defect::none ? outline{p.problem(), {}} : outline{{}, p.sizes()};
        }
    }();
    static constexpr bool ok = made.problem.what == row_defect::none;
};
// Apart, so that a list with a problem is told of once: nothing asks for its image.
template <const auto& Rows, profile P>
inline constexpr auto constant_image_of =
    constant_plan<P, std::remove_cvref_t<decltype(Rows)>>(Rows).template image<constant_names<Rows, P>::made.sizes>();

}}} // namespace matn::v0::detail

#endif
