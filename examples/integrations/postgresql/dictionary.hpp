// SPDX-License-Identifier: MIT
// The dictionary template "matn": the search keys of a word, as lexemes.
#ifndef MATN_EXAMPLES_POSTGRESQL_DICTIONARY_HPP
#define MATN_EXAMPLES_POSTGRESQL_DICTIONARY_HPP

#include "parser.hpp"

extern "C" {
#include <commands/defrem.h>
}

namespace matn_postgresql {

class dictionary {
public:
    dictionary(const integrations::search_profile& profile, bool plain) : plain_(plain), search_(profile) {}

    struct answer {
        const found_words* words;
        std::span<const found_word> found;
    };
    /// The words of a token: those that the parser found in this place of its text or, with other options than the parser's, those that
    /// are found in the same part of it. A token that no parse hands out, as ts_lexize does, is a text of its own.
    answer look_up(std::string_view token) {
        const parse* const p = parse::under_way;
        if (p == nullptr || !inside(p->part(), token)) {
            part_number_ = 0;
            own_.read(search_, token);
            return {&own_, own_.all()};
        }
        if (!plain_ && part_number_ != p->part_number()) {
            part_number_ = 0;
            own_.read(search_, p->part());
            part_number_ = p->part_number();
        }
        const found_words& words = plain_ ? p->words() : own_;
        const auto begin = static_cast<matn::offset>(token.data() - p->part().data());
        return {&words, words.in({begin, begin + static_cast<matn::offset>(token.size())})};
    }
    std::string fold(std::string_view text) { return search_.keys(text); }

    StopList stops{}; ///< in the memory context of the dictionary

private:
    static bool inside(std::string_view whole, std::string_view part) noexcept {
        const auto begin = reinterpret_cast<std::uintptr_t>(whole.data()), at = reinterpret_cast<std::uintptr_t>(part.data());
        return at >= begin && at + part.size() <= begin + whole.size() && !part.empty();
    }
    bool plain_; // it has the options of the parser
    integrations::search_words search_;
    std::uint64_t part_number_ = 0;
    found_words own_;
};

/// The key as a C string in PostgreSQL's memory, shortened to what a lexeme can hold.
inline char* lexeme_of(std::string_view key) {
    const std::size_t size = cut(key, longest_token);
    auto* const made = static_cast<char*>(palloc(size + 1));
    std::memcpy(made, key.data(), size);
    made[size] = '\0';
    return made;
}

/// The words of an option: "digits, alef".
template <class To>
void each_rule(std::string_view list, const To& to) {
    constexpr std::string_view apart = " ,\t\n";
    while (true) {
        const std::size_t begin = list.find_first_not_of(apart);
        if (begin == std::string_view::npos) return;
        list.remove_prefix(begin);
        const std::string_view word = list.substr(0, list.find_first_of(apart));
        to(word);
        list.remove_prefix(word.size());
    }
}

// Which dictionary reads its stop words now: PostgreSQL's reader of such files takes a function without a state.
inline dictionary* reads_stops = nullptr;
inline char* fold_stop(const char* word) {
    struct {
        const char* text;
        std::size_t size;
    } folded{};
    static std::string* const memory = new (std::nothrow) std::string;
    check(attempt([&] {
        if (memory == nullptr) throw std::bad_alloc();
        *memory = reads_stops->fold(word);
        folded = {memory->data(), memory->size()};
    }));
    return lexeme_of({folded.text, folded.size});
}

} // namespace matn_postgresql

MATN_SQL_FUNCTION(matn_dictionary_init) {
    using namespace matn_postgresql;
    check_encoding();
    struct option {
        const char* name;
        const char* value;
    };
    const List* const given = pointer_argument<const List>(fcinfo, 0);
    auto* const options = static_cast<option*>(palloc0(sizeof(option) * static_cast<std::size_t>(list_length(given) + 1)));
    const char* stop_words = nullptr;
    int count = 0;
    for (int i = 0; i < list_length(given); ++i) {
        auto* const element = static_cast<DefElem*>(list_nth(given, i));
        if (std::strcmp(element->defname, "stopwords") == 0) {
            stop_words = defGetString(element);
        } else if (std::strcmp(element->defname, "stems") == 0 || std::strcmp(element->defname, "spaces") == 0) {
            if (defGetBoolean(element)) options[count++] = {element->defname, nullptr};
        } else {
            options[count++] = {element->defname, defGetString(element)};
        }
    }
    auto* const made = owned<dictionary>::in(CurrentMemoryContext);
    check(attempt([&](failure& f) {
        std::vector<std::string_view> words;
        for (int i = 0; i < count; ++i) {
            const std::string_view name(options[i].name), value(options[i].value == nullptr ? "" : options[i].value);
            if (name == "with" || name == "without") {
                each_rule(value, [&](std::string_view rule) { words.insert(words.end(), {name, rule}); });
            } else if (name == "level") {
                if (value != "key" && value != "repair") return f.say(ERRCODE_INVALID_PARAMETER_VALUE, "level is key or repair");
                words.push_back(value);
            } else if (name == "stems" || name == "spaces") {
                words.push_back(name);
            } else {
                return f.say(ERRCODE_INVALID_PARAMETER_VALUE, "a dictionary has no option " + std::string(name) +
                                                                  "; it has with, without, level, stems, spaces, stopwords");
            }
        }
        std::string wrong;
        const auto profile = integrations::read_profile(words, wrong);
        if (!profile) return f.say(ERRCODE_INVALID_PARAMETER_VALUE, wrong);
        made->make(*profile, words.empty());
    }));
    if (stop_words != nullptr) {
        reads_stops = made->get();
        readstoplist(stop_words, &made->get()->stops, fold_stop);
    }
    PG_RETURN_POINTER(made);
}

MATN_SQL_FUNCTION(matn_dictionary_lexize) {
    using namespace matn_postgresql;
    dictionary& d = *pointer_argument<owned<dictionary>>(fcinfo, 0)->get();
    const std::string_view token(pointer_argument<const char>(fcinfo, 1), static_cast<std::size_t>(PG_GETARG_INT32(2)));
    dictionary::answer answer{};
    check(attempt([&] { answer = d.look_up(token); }));
    if (answer.found.empty()) PG_RETURN_POINTER(nullptr); // no word: another dictionary may know it
    auto* const list = static_cast<TSLexeme*>(palloc0(sizeof(TSLexeme) * (answer.found.size() + 1)));
    std::size_t count = 0;
    uint16 variant = 0;
    bool more = false;
    for (const found_word& w : answer.found) {
        ++variant;
        char* const lexeme = lexeme_of(answer.words->key(w));
        if (*lexeme == '\0' || (d.stops.len > 0 && searchstoplist(&d.stops, lexeme))) {
            pfree(lexeme);
            continue;
        }
        list[count++] = {variant, static_cast<uint16>(more && !w.again ? TSL_ADDPOS : 0), lexeme};
        more = true;
    }
    PG_RETURN_POINTER(list); // empty: a stop word
}

#endif
