// SPDX-License-Identifier: MIT
#include "common/json_names.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace {

using json = nlohmann::json;

const json* find(const json& object, const char* key) {
    if (!object.is_object()) return nullptr;
    const auto at = object.find(key);
    return at == object.end() ? nullptr : &*at;
}
const std::string* text_of(const json* value) { return value == nullptr ? nullptr : value->get_ptr<const std::string*>(); }

// One name: a string, or Wikidata's {"language": …, "value": …}.
const std::string* name_in(const json& value) { return value.is_string() ? text_of(&value) : text_of(find(value, "value")); }

bool is_human(const json& entity) {
    const json* const claims = find(entity, "claims");
    const json* const kinds = claims == nullptr ? nullptr : find(*claims, "P31");
    if (kinds == nullptr || !kinds->is_array()) return false;
    for (const json& claim : *kinds) {
        const json* at = &claim;
        for (const char* const key : {"mainsnak", "datavalue", "value", "id"})
            if (at != nullptr) at = find(*at, key);
        if (const std::string* const id = text_of(at); id != nullptr && *id == "Q5") return true;
    }
    return false;
}

std::string type_of_schema(const std::string& schema) {
    if (schema == "Person") return "person";
    if (schema == "Address") return "place";
    for (const char* const s : {"Organization", "Company", "LegalEntity", "PublicBody"})
        if (schema == s) return "org";
    std::string type;
    for (const char c : schema) type += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return type;
}

// Adds the names of one object; says why it could not, or why to doubt one of them.
class one_entity {
public:
    one_entity(matn::gazetteer_builder& names, const json& entity) : names_(names), entity_(entity) {}

    bool add() {
        const std::string* const id = text_of(find(entity_, "id"));
        if (id == nullptr || id->empty()) {
            cause = "no \"id\", or one that is no text";
            return false;
        }
        row_.id = *id;
        const std::string* const schema = text_of(find(entity_, "schema"));
        const std::string* const type = text_of(find(entity_, "type"));
        type_ = schema != nullptr                    ? type_of_schema(*schema)
                : type != nullptr && *type != "item" ? *type
                : is_human(entity_)                  ? "person"
                                                     : "";
        row_.type = type_;
        if (const json* const properties = find(entity_, "properties"); schema != nullptr && properties != nullptr) {
            list(find(*properties, "name"), "", 1);
            list(find(*properties, "alias"), "", 1);
            list(find(*properties, "weakAlias"), "", .5F);
        } else {
            by_language(find(entity_, "labels"));
            by_language(find(entity_, "aliases"));
        }
        if (any_ == 0 && cause.empty()) cause = "no names: neither \"labels\" nor \"properties\" with \"name\"";
        return any_ != 0;
    }
    std::string cause;

private:
    void by_language(const json* names) {
        if (names == nullptr || !names->is_object()) return;
        for (const auto& [language, of_it] : names->items())
            if (of_it.is_array()) list(&of_it, language, 1);
            else one(of_it, language, 1);
    }
    void list(const json* names, const std::string& language, float weight) {
        if (names == nullptr || !names->is_array()) return;
        for (const json& name : *names) one(name, language, weight);
    }
    void one(const json& value, const std::string& language, float weight) {
        const std::string* const name = name_in(value);
        if (name == nullptr) {
            cause = "a name that is no text";
            return;
        }
        row_.language = matn::detail::is_language_tag(language) ? std::string_view(language) : std::string_view();
        row_.name = *name;
        row_.weight = weight;
        const std::string_view wrong = names_.add(row_);
        if (wrong.empty()) ++any_;
        else cause = std::string(wrong) + ": " + *name;
    }

    matn::gazetteer_builder& names_;
    const json& entity_;
    matn::entry row_;
    std::string type_;
    std::size_t any_ = 0;
};

} // namespace

bool looks_like_json(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::size_t at = text.find_first_not_of(" \t\r\n");
    if (at == std::string_view::npos) return false;
    return text[at] == '{' || (text[at] == '[' && text.find_first_of("\r\n", at) == at + 1);
}

bool add_json_lines(matn::gazetteer_builder& names, std::string_view text, std::string_view file_name,
                    std::vector<matn::gazetteer_problem>& problems) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    bool any = false;
    for (std::uint32_t number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == ',')) line.remove_suffix(1);
        if (line.empty() || line == "[" || line == "]") continue;
        const json entity = json::parse(line, nullptr, false);
        if (entity.is_discarded() || !entity.is_object()) {
            problems.push_back({std::string(file_name), number,
                                entity.is_discarded() ? "not JSON, or cut short" : "JSON, but no object", false});
            continue;
        }
        one_entity one(names, entity);
        const bool loaded = one.add();
        any = any || loaded;
        if (!one.cause.empty()) problems.push_back({std::string(file_name), number, one.cause, loaded});
    }
    return any;
}
