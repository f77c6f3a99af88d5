// SPDX-License-Identifier: MIT
// What is found in a text, layer by layer, in the form in which `matn` writes it.
#ifndef MATN_EXAMPLES_ANNOTATIONS_HPP
#define MATN_EXAMPLES_ANNOTATIONS_HPP

#include "common/analysis.hpp"
#include "common/gazetteers.hpp"
#include "matn/byte_writer.hpp"
#include "matn/commands.hpp"
#include "matn/offsets.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

enum class layer : std::uint8_t {
    scripts,
    languages,
    words,
    tokens,
    syntactic_words,
    sentences,
    numbers,
    dates,
    mentions,
    anchor,
    warnings
};

/// A set of layers, by their names on the command line.
class layer_set {
public:
    /// The names of the layers, in their order.
    static constexpr std::string_view names[] = {"scripts", "languages", "words",    "tokens", "syntactic_words", "sentences",
                                                 "numbers", "dates",     "mentions", "anchor", "warnings"};

    /// All but words, tokens and syntactic words.
    static constexpr layer_set usual() {
        return layer_set(~(bit(layer::words) | bit(layer::tokens) | bit(layer::syntactic_words)));
    }
    /// From a list with commas; or what is wrong with it.
    static std::optional<std::string> parse(std::string_view list, layer_set& into);

    [[nodiscard]] constexpr bool has(layer one) const { return (bits_ & bit(one)) != 0; }

private:
    explicit constexpr layer_set(std::uint32_t bits) : bits_(bits) {}
    static constexpr std::uint32_t bit(layer one) { return std::uint32_t{1} << static_cast<unsigned>(one); }
    std::uint32_t bits_ = 0;
};

/// What a request means; or what is wrong with it, for the user.
std::optional<std::string> read_options(const analysis_request& request, text_options& options, layer_set& layers,
                                        offset_unit& unit);
/// How names are looked for.
matn::mention_options mention_options_of(const analysis_request& request);
/// With --cross-script the names, to be found in other scripts; refers to them.
std::optional<matn::cross_script_names> names_across(const analysis_request& request, const std::optional<loaded_names>& names);

/// How annotations are written.
enum class annotation_form : std::uint8_t {
    json,   ///< a JSON list, positions in one unit
    stable, ///< a JSON list, positions in bytes, and in code points and UTF-16 units besides
    lines,  ///< one line each, for people
};

/// Annotations of one text, ordered by begin, then longer first, then type. Keeps its memory from text to text.
class annotations {
public:
    explicit annotations(annotation_form form = annotation_form::json) : form_(form) {}

    /// Finds what the layers ask for.
    void find(std::string_view text, const text_options& options, layer_set layers, analyst& with);
    [[nodiscard]] std::size_t size() const { return items_.size(); }

    /// Writes what was found in the text as a JSON list.
    void write(std::string& out, std::string_view text, offset_unit unit);
    /// Writes one line for each: where, what, its value, and last the words themselves.
    void write_lines(std::string& out, std::string_view text, offset_unit unit, const terminal& term) const;

private:
    struct annotation {
        matn::slice at;
        std::string_view type;
        std::size_t from = 0; // its other fields: the bytes [from, to) of fields_, as JSON or as words
        std::size_t to = 0;
    };

    // Begins one; the fields that follow belong to it.
    void begin(matn::slice at, std::string_view type);
    // A string of the text, or of a user; one of matn's own, which needs no escapes; a number; JSON.
    void field(std::string_view name, std::string_view string);
    void own_field(std::string_view name, std::string_view string);
    void field(std::string_view name, float number);
    void raw_field(std::string_view name, std::string_view json);

    void add(const matn::anchor& own);
    void add(std::string_view text, const matn::number& n);
    void add(const matn::mention& m, const matn::gazetteer& names);
    void add(const matn::date& d);

    annotation_form form_;
    std::vector<annotation> items_;
    byte_writer fields_;
    byte_writer written_;
    std::string escaped_;
    std::vector<found_warning> warnings_;
    std::vector<matn::slice> support_; // of the anchor: where the text gives its day away
};

#endif
