// SPDX-License-Identifier: MIT
// The text-search parser "matn": a text in tokens that together are its bytes; words are those of a search, everything between is blank.
#ifndef MATN_EXAMPLES_POSTGRESQL_PARSER_HPP
#define MATN_EXAMPLES_POSTGRESQL_PARSER_HPP

#include "found_words.hpp"
#include "parts.hpp"
#include "server.hpp"

extern "C" {
#include <tsearch/ts_public.h>
}

namespace matn_postgresql {

/// The types of tokens, with the numbers that the default parser gives them: its headlines go by the number.
enum token_type : int {
    ended = 0,
    ascii_word = 1,
    letters_word = 2,
    mixed_word = 3,
    blank = 12,
    decimal_number = 20,
    whole_number = 22
};

struct type_name {
    token_type type;
    const char* name;
    const char* description;
};
inline constexpr type_name type_names[] = {
    {ascii_word, "asciiword", "Word, all ASCII"},        {letters_word, "word", "Word, all letters"},
    {mixed_word, "numword", "Word, letters and digits"}, {blank, "blank", "Space symbols"},
    {decimal_number, "float", "Decimal notation"},       {whole_number, "uint", "Unsigned integer"}};

/// PostgreSQL passes over tokens and keys that are longer.
inline constexpr std::size_t longest_token = MAXSTRLEN - 1;

/// One text under way. The dictionary looks up the keys of its words here, as they were found among their neighbours: alone, a word
/// has lost what tells its language and what it was written together with.
class parse {
public:
    explicit parse(std::string_view text) : rest_(text) { under_way = this; }
    parse(const parse&) = delete;
    parse& operator=(const parse&) = delete;
    ~parse() {
        if (under_way == this) under_way = nullptr;
    }
    /// The one that this server process is at, if any.
    static inline parse* under_way = nullptr;

    struct token {
        std::string_view text;
        token_type type = ended;
    };
    /// The next token of the part; type `ended` at its end.
    token next() noexcept {
        if (at_ == part_.size()) return {};
        const auto words = words_.all();
        while (next_word_ < words.size() && words[next_word_].place.begin < at_) ++next_word_;
        if (next_word_ == words.size() || words[next_word_].place.begin > at_) {
            const std::size_t end = next_word_ == words.size() ? part_.size() : words[next_word_].place.begin;
            return take(end, blank);
        }
        const found_word& w = words[next_word_];
        matn::offset end = w.place.end;
        while (++next_word_ < words.size() && words[next_word_].place.begin < end) // a sign that means several words
            end = std::max(end, words[next_word_].place.end);
        return take(end, type_of(w));
    }
    [[nodiscard]] bool at_end() const noexcept { return rest_.empty() && at_ == part_.size(); }
    /// Finds the words of the next part.
    void read_part() {
        part_ = {};
        at_ = next_word_ = 0;
        const std::string_view part = take_part(rest_);
        static std::uint64_t count = 0;
        number_ = ++count;
        words_.read(kept<integrations::search_words>(), part);
        part_ = part;
    }
    [[nodiscard]] std::string_view part() const noexcept { return part_; }
    /// No two parts have the same.
    [[nodiscard]] std::uint64_t part_number() const noexcept { return number_; }
    [[nodiscard]] const found_words& words() const noexcept { return words_; }

private:
    token take(std::size_t end, token_type type) noexcept {
        const std::string_view all = part_.substr(at_, end - at_);
        std::size_t size = all.size();
        if (size > longest_token) { // what is left of a word is blank
            size = longest_token;
            while (size > 1 && (static_cast<unsigned char>(all[size]) & 0xC0) == 0x80) --size;
        }
        at_ += size;
        return {all.substr(0, size), type};
    }
    [[nodiscard]] token_type type_of(const found_word& w) const noexcept {
        bool digits = false, letters = false, points = false;
        for (const char c : words_.key(w)) {
            if (c >= '0' && c <= '9') digits = true;
            else if (c == '.' || c == ',') points = true;
            else letters = true;
        }
        if (digits) return letters ? mixed_word : points ? decimal_number : whole_number;
        for (const char c : w.place.of(part_))
            if (static_cast<unsigned char>(c) >= 0x80) return letters_word;
        return ascii_word;
    }

    std::string_view rest_; // behind the part
    std::string_view part_;
    std::size_t at_ = 0, next_word_ = 0;
    std::uint64_t number_ = 0;
    found_words words_;
};

} // namespace matn_postgresql

MATN_SQL_FUNCTION(matn_parser_start) {
    using namespace matn_postgresql;
    check_encoding();
    const std::string_view text(pointer_argument<const char>(fcinfo, 0), static_cast<std::size_t>(PG_GETARG_INT32(1)));
    auto* const made = owned<parse>::in(CurrentMemoryContext);
    check(attempt([&] { made->make(text); }));
    PG_RETURN_POINTER(made);
}

MATN_SQL_FUNCTION(matn_parser_token) {
    using namespace matn_postgresql;
    parse& p = *pointer_argument<owned<parse>>(fcinfo, 0)->get();
    parse::token t = p.next();
    while (t.type == ended && !p.at_end()) {
        CHECK_FOR_INTERRUPTS();
        check(attempt([&] { p.read_part(); }));
        t = p.next();
    }
    *pointer_argument<const char*>(fcinfo, 1) = t.text.data();
    *pointer_argument<int>(fcinfo, 2) = static_cast<int>(t.text.size());
    PG_RETURN_INT32(t.type);
}

MATN_SQL_FUNCTION(matn_parser_end) {
    matn_postgresql::pointer_argument<matn_postgresql::owned<matn_postgresql::parse>>(fcinfo, 0)->drop();
    PG_RETURN_VOID();
}

MATN_SQL_FUNCTION(matn_parser_types) {
    using namespace matn_postgresql;
    (void)fcinfo;
    auto* const list = static_cast<LexDescr*>(palloc0(sizeof(LexDescr) * (std::size(type_names) + 1))); // a zero ends it
    for (std::size_t i = 0; i < std::size(type_names); ++i)
        list[i] = {type_names[i].type, pstrdup(type_names[i].name), pstrdup(type_names[i].description)};
    PG_RETURN_POINTER(list);
}

#endif
