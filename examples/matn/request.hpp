// SPDX-License-Identifier: MIT
// One line of `matn jsonl`: what it asks for, or what is wrong with it.
#ifndef MATN_EXAMPLES_REQUEST_HPP
#define MATN_EXAMPLES_REQUEST_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a line asks for. Views refer to the line, or to the reader that read it until it reads the next one.
struct request {
    std::string_view id; ///< to be given back: as JSON, or as the field of a row
    std::optional<std::string_view> text;
    std::optional<std::string_view> anchor;
    std::optional<std::string_view> order;
    std::optional<std::string_view> lang;
    std::string error; ///< what is wrong and where, or empty
};

struct field_names {
    std::string text = "text";
    std::string id = "id";
};

/// Reads lines of JSON (RFC 8259), one object each. Keeps its memory from line to line; refers to the names.
///
/// Two things are not as in most parsers. Bytes that are not UTF-8 stay in the text as they are, so that every other offset is exact; in the identifier
/// they become U+FFFD. And numbers are passed on as they are written, whatever their size. Of two fields of one name the last counts. Linear in the
/// line; depth of nesting costs a byte a level.
class json_requests {
public:
    explicit json_requests(const field_names& names) : names_(names) {}
    const request& read(std::string_view line);

private:
    enum class field { other, text, id, anchor, order, lang };
    struct part { // of the line, between quotes, or what became of it
        std::string_view raw;
        bool escaped = false;
    };

    void object();
    bool value(field of);
    bool nested(field of, std::string& copy);
    bool quoted(part& into);
    bool escape();
    bool number();
    bool word(std::string_view expected);
    bool separator(char open);
    [[nodiscard]] field field_of(std::string_view name) const;
    [[nodiscard]] std::string_view name_of(field f) const;
    std::string_view unescaped(const part& p, std::string& buffer);
    void space();
    bool wrong(std::string_view what);
    [[nodiscard]] char peek() const { return pos_ < line_.size() ? line_[pos_] : '\0'; }

    const field_names& names_;
    request request_;
    std::string_view line_;
    std::size_t pos_ = 0;
    std::string id_;
    std::string key_;
    std::string text_;
    std::string known_[3]; // anchor, order and language, where they were escaped
    std::string open_;     // the signs of the lists and objects that are open
    std::string type_error_[6];
};

/// The columns of `matn jsonl --tsv`.
enum class column { id, text, anchor, order, lang };

/// The columns that a list with commas names, each once and the text among them; or what is wrong with it.
std::optional<std::string> read_columns(std::string_view list, std::vector<column>& into);

/// Reads rows of fields with tabs between, escaped as ClickHouse (TabSeparated), PostgreSQL (COPY) and MySQL write them: \t \n \r \b \f \0 \\, and \N for nothing.
/// A row whose text is \N is no error, and has no text.
class row_requests {
public:
    explicit row_requests(const std::vector<column>& columns) : columns_(columns) {}
    const request& read(std::string_view line);

private:
    const std::vector<column>& columns_;
    request request_;
    std::string unescaped_[5];
};

/// Adds a string as JSON, with its quotes. Controls are escaped, bytes that are not UTF-8 become U+FFFD.
void json_string(std::string& out, std::string_view bytes);

#endif
