// SPDX-License-Identifier: MIT
// Names to look for: built from rows or from files, once, and then read by any number of threads.
#ifndef MATN_GAZETTEER_HPP
#define MATN_GAZETTEER_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/dictionary_builder.hpp>
#include <matn/detail/fail.hpp>
#include <matn/detail/names_file.hpp>
#include <matn/result.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace matn { inline namespace v0 {

/// The number of an entry in its gazetteer: 0, 1, 2... in the order in which ids first came.
using entry_id = std::uint32_t;

/// One name of one entry. Entries are what has an id: rows of the same id are names of the same thing.
struct entry {
    std::string_view id{};   ///< any text; must not be empty
    std::string_view type{}; ///< any text: person, place, org... Persons have last names that stand for them (see mention.hpp)
    std::string_view language{}; ///< a BCP 47 tag, or empty
    std::string_view name{};     ///< as it is usually written; must hold at least one letter, digit or sign
    float weight = 1;            ///< what the name counts when two names compete
    std::string_view metadata{}; ///< any text of yours; of a file, its other columns as `column=value` with a tab between

    /// The value of one of those columns; empty if there is none.
    [[nodiscard]] constexpr std::string_view value_of(std::string_view column) const noexcept {
        for (std::string_view rest = metadata; !rest.empty();) {
            const std::string_view pair = rest.substr(0, rest.find('\t'));
            if (pair.size() > column.size() && pair[column.size()] == '=' && pair.substr(0, column.size()) == column)
                return pair.substr(column.size() + 1);
            rest.remove_prefix(pair.size() < rest.size() ? pair.size() + 1 : rest.size());
        }
        return {};
    }
};

/// Something wrong in a file of names: where, and what was done about it.
struct gazetteer_problem {
    std::string file;       ///< the name that the caller gave
    std::uint32_t line = 0; ///< from 1; 0 for the file as a whole
    std::string cause;      ///< in plain words
    bool loaded = false;    ///< true: the row was taken all the same

    /// "FILE:LINE: cause", as compilers print it.
    [[nodiscard]] std::string message() const { return file + ":" + std::to_string(line) + ": " + cause; }
};

template <profile P>
struct loaded_gazetteer;

/// How much of a compiled gazetteer `from_image` reads before it is used.
enum class image_check : std::uint8_t {
    header, ///< the header: what it is, and that it is whole and the places and sizes of all parts are sound; microseconds, whatever the size
    all ///< also a checksum of every byte: tells of damage anywhere
};

/// A dictionary of names, immutable, shared freely between threads. Spellings that profile `P` takes as the same find each other.
///
/// Takes about 32 bytes a name for searching, and the text of ids and names for showing. Moving keeps what refers to it valid.
template <profile P>
class basic_gazetteer {
public:
    static constexpr profile spelling = P;

    basic_gazetteer() : basic_gazetteer(detail::dictionary_builder<P>().build()) {}
    /// From rows: `gazetteer({{.id = "Q5682", .type = "place", .language = "fa", .name = "کابل"}, ...})`. Rows without an id or a name
    /// that has letters are left out.
    basic_gazetteer(std::initializer_list<entry> rows) : basic_gazetteer(built(std::span(rows.begin(), rows.size()))) {}
    explicit basic_gazetteer(std::span<const entry> rows) : basic_gazetteer(built(rows)) {}
    basic_gazetteer(basic_gazetteer&& other) noexcept { *this = std::move(other); }
    basic_gazetteer& operator=(basic_gazetteer&& other) noexcept {
        own_ = std::move(other.own_);
        names_ = other.names_;
        return *this;
    }
    basic_gazetteer(const basic_gazetteer&) = delete; // a million names are not copied by accident
    basic_gazetteer& operator=(const basic_gazetteer&) = delete;
    constexpr ~basic_gazetteer() = default;

    /// From a file of tab-separated text in memory: id, type, lang, name; or a header line that names the columns. See docs/reference/gazetteer.md.
    ///
    /// Lines that are wrong are listed in `problems`, the others load. Fails when the text as a whole is no such file (UTF-16, compressed, no tabs).
    [[nodiscard]] static result<loaded_gazetteer<P>, gazetteer_problem> from_tsv(std::string_view text,
                                                                                 std::string_view file_name = "gazetteer.tsv");

    /// From the bytes of `image()`, which must stay where they are: a mapped file is not copied or parsed. Fails for bytes that are
    /// cut short, damaged, or made for another profile, version or byte order. With `image_check::header` damage behind the header is
    /// not told of: names may be missing or wrong then, but nothing outside of the image is ever read.
    [[nodiscard]] static result<basic_gazetteer, gazetteer_problem> from_image(std::span<const std::byte> image,
                                                                               std::string_view file_name = "gazetteer",
                                                                               image_check check = image_check::header) {
        if (const char* cause = detail::check_dictionary(image, detail::alphabet_hash<P>, check == image_check::all))
            return gazetteer_problem{std::string(file_name), 0, cause, false};
        basic_gazetteer g{nothing_yet{}};
        g.names_ = detail::dictionary(image);
        return g;
    }
    /// All of the gazetteer as one block: write it to a file, map it later. Refers to the gazetteer.
    [[nodiscard]] std::span<const std::byte> image() const noexcept { return names_.image(); }

    /// How many entries (ids) there are, and how many names.
    [[nodiscard]] constexpr std::size_t size() const noexcept { return names_.head().entry_count; }
    [[nodiscard]] constexpr bool empty() const noexcept { return size() == 0; }
    [[nodiscard]] constexpr std::size_t name_count() const noexcept { return names_.head().row_count; }

    /// An entry, with the first of its names. The views refer to the gazetteer. `id` must be below size().
    [[nodiscard]] entry operator[](entry_id id) const noexcept { return at(id, 0); }
    /// An entry, with its name number `name`, which must be below name_count(id).
    [[nodiscard]] entry at(entry_id id, std::uint32_t name) const noexcept {
        const std::uint32_t row = names_.first_row(id) + name;
        return {names_.id_of(id),
                names_.type_name(names_.type_of(id)),
                names_.language_name(names_.language_of(row)),
                names_.name_of(id, name),
                names_.weight_of(row),
                names_.metadata_of(row)};
    }
    /// How many names an entry has.
    [[nodiscard]] std::uint32_t name_count(entry_id id) const noexcept { return names_.row_count(id); }

    /// For matn's own headers: a gazetteer that is somewhere else.
    constexpr explicit basic_gazetteer(const detail::dictionary& names) noexcept : names_(names) {}
    /// For matn's own stages.
    [[nodiscard]] constexpr const detail::dictionary& dictionary() const noexcept { return names_; }

private:
    template <profile>
    friend class basic_gazetteer_builder;
    struct nothing_yet {};
    explicit basic_gazetteer(nothing_yet) noexcept {}
    explicit basic_gazetteer(detail::buffer<std::uint64_t> image)
        : own_(std::move(image)), names_(std::as_bytes(std::span(own_))) {}

    static detail::buffer<std::uint64_t> built(std::span<const entry> rows) {
        detail::dictionary_builder<P> b;
        for (const entry& e : rows)
            if (!e.id.empty()) (void)b.add(e.id, e.type, e.language, e.name, e.weight, e.metadata);
        return b.build();
    }

    detail::buffer<std::uint64_t> own_;
    detail::dictionary names_;
};

/// A gazetteer for names and texts in several languages.
using gazetteer = basic_gazetteer<profile::loose>;

/// What a file gave: the names, and what was wrong in it.
template <profile P>
struct loaded_gazetteer {
    basic_gazetteer<P> names;
    std::vector<gazetteer_problem> problems; ///< in the order of the file
};

/// Collects names from any number of rows and files, and then makes the gazetteer.
template <profile P>
class basic_gazetteer_builder {
public:
    /// Adds one row. Answers why it could not be taken, or why to doubt it; nothing if all is well.
    std::string_view add(const entry& e) { return take(e, detail::row_texts::copied); }
    /// Adds a tab-separated file. Wrong lines are put behind `problems`; false if the whole text is no such file, with the reason as the last of them.
    bool add_tsv(std::string_view text, std::string_view file_name, std::vector<gazetteer_problem>& problems) {
        return read_tsv(text, file_name, problems, detail::row_texts::copied);
    }

    /// The gazetteer of all that was added. The builder keeps its rows and can go on.
    [[nodiscard]] basic_gazetteer<P> build() const { return basic_gazetteer<P>(names_.build()); }

private:
    friend class basic_gazetteer<P>;
    std::string_view take(const entry& e, detail::row_texts texts) {
        if (e.id.empty()) return "no id";
        if (e.name.empty()) return "no name";
        if (e.id.find('\0') != std::string_view::npos || e.name.find('\0') != std::string_view::npos)
            return "a NUL byte in the id or name";
        switch (names_.add(e.id, e.type, e.language, e.name, e.weight, e.metadata, texts)) {
        case detail::dictionary_builder<P>::added::no_letters: return "the name holds no letter, digit or sign";
        case detail::dictionary_builder<P>::added::other_type: return "the id has had another type before";
        case detail::dictionary_builder<P>::added::full: return "the gazetteer is full: ids and names together take 4 GiB";
        default: return {};
        }
    }
    bool read_tsv(std::string_view text, std::string_view file_name, std::vector<gazetteer_problem>& problems,
                  detail::row_texts texts);

    detail::dictionary_builder<P> names_;
};
using gazetteer_builder = basic_gazetteer_builder<profile::loose>;

template <profile P>
bool basic_gazetteer_builder<P>::read_tsv(std::string_view text, std::string_view file_name,
                                          std::vector<gazetteer_problem>& problems, detail::row_texts texts) {
    const auto problem = [&](std::uint32_t line, std::string_view cause, bool loaded) {
        problems.push_back({std::string(file_name), line, std::string(cause), loaded});
    };
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    if (const char* cause = detail::unfit_file(text)) {
        problem(1, cause, false);
        return false;
    }
    enum field : std::size_t { id, type, language, name, weight, fields };
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t columns[fields] = {0, 1, 2, 3, none};
    bool first_line = true;
    std::uint32_t line_number = 0;
    std::vector<std::string_view> cells, other_columns; // their names, by their places; empty for those that are known
    std::string metadata;
    std::string_view known_language;
    detail::checked_text lines;
    while (!text.empty()) {
        ++line_number;
        lines.reach(text);
        const std::size_t end = lines.end_of_line(text);
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + (text.substr(end, 2) == "\r\n" ? 2 : 1));
        if (line.empty() || line.front() == '#') continue;
        cells.clear();
        for (std::size_t from = 0;;) {
            const std::size_t tab = line.find('\t', from);
            cells.push_back(line.substr(from, tab - from));
            if (tab == std::string_view::npos) break;
            from = tab + 1;
        }
        const bool heading = first_line && cells.size() > 1 && [&cells] {
            bool has_id = false, has_name = false;
            for (const std::string_view c : cells) {
                has_id = has_id || c == "id";
                has_name = has_name || c == "name";
            }
            return has_id && has_name;
        }();
        if (first_line && cells.size() == 1) {
            // One line without tabs is that line's fault; a file without any is another kind of file.
            if (text.find('\t') == std::string_view::npos) {
                problem(line_number, "no tabs: names come as id, type, language and name with a tab between", false);
                return false;
            }
        }
        first_line = false;
        if (heading) {
            for (std::size_t& c : columns) c = none;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                constexpr std::string_view known[fields] = {"id", "type", "lang", "name", "weight"};
                other_columns.push_back(cells[i]);
                for (std::size_t f = 0; f < fields; ++f)
                    if (cells[i] == known[f] || (f == language && cells[i] == "language")) {
                        columns[f] = i;
                        other_columns.back() = {};
                    }
            }
            continue;
        }
        const auto cell = [&](field f) {
            return columns[f] < cells.size() ? detail::trimmed(cells[columns[f]]) : std::string_view();
        };
        if (columns[id] >= cells.size() || columns[name] >= cells.size()) {
            problem(line_number, "too few fields: id, type, language and name are wanted, with a tab between", false);
            continue;
        }
        bool utf8 = true, control = false;
        if (!lines.is_plain(line))
            for (offset p = 0; p < line.size();) {
                const code_point c = decode(line, p);
                utf8 = utf8 && c.ok;
                control = control || detail::is_bidi_control(c.value);
                p = c.at.end;
            }
        if (!utf8) {
            problem(line_number, "invalid UTF-8", false);
            continue;
        }
        entry e{cell(id), cell(type), cell(language), cell(name), 1, {}};
        if (columns[weight] != none && !cell(weight).empty()) {
            float value = 0, scale = 1;
            bool point = false, good = true;
            for (const char c : cell(weight)) {
                if (c == '.' && !point) point = true;
                else if (c >= '0' && c <= '9') value = value * 10 + static_cast<float>(c - '0'), scale *= point ? 10.0f : 1.0f;
                else good = false;
            }
            if (good && value / scale <= 1e30f) e.weight = value / scale;
            else problem(line_number, "a weight that is no number; 1 is taken", true);
        }
        metadata.clear();
        for (std::size_t i = 0; i < other_columns.size() && i < cells.size(); ++i)
            if (const std::string_view value = detail::trimmed(cells[i]); !other_columns[i].empty() && !value.empty())
                metadata.append(metadata.empty() ? "" : "\t").append(other_columns[i]).append("=").append(value);
        e.metadata = metadata;
        const std::string_view cause = take(e, texts);
        if (!cause.empty()) problem(line_number, cause, cause.substr(0, 10) == "the id has");
        else if (control)
            problem(line_number, "a bidirectional control character in the line: it may look other than it reads", true);
        else if (e.language != known_language) {
            if (detail::is_language_tag(e.language)) known_language = e.language;
            else problem(line_number, "unknown language tag; kept as it is", true);
        }
    }
    return true;
}

template <profile P>
result<loaded_gazetteer<P>, gazetteer_problem> basic_gazetteer<P>::from_tsv(std::string_view text, std::string_view file_name) {
    basic_gazetteer_builder<P> builder;
    std::vector<gazetteer_problem> problems;
    if (!builder.read_tsv(text, file_name, problems, detail::row_texts::kept_by_caller)) return std::move(problems.back());
    return loaded_gazetteer<P>{builder.build(), std::move(problems)};
}

}} // namespace matn

#endif
