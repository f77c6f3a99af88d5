// SPDX-License-Identifier: MIT
// SELECT * FROM matn_mentions(text, names): the names of a list in a text; matn_names(...) makes a list of a table.
#ifndef MATN_EXAMPLES_POSTGRESQL_MENTIONS_HPP
#define MATN_EXAMPLES_POSTGRESQL_MENTIONS_HPP

#include "../common/names_file.hpp"
#include "rows.hpp"

#include <matn/mention.hpp>
#include <matn/pipeline.hpp>

#include <cmath>
#include <utility>

extern "C" {
#include <catalog/pg_authid_d.h>
#include <lib/stringinfo.h>
#include <utils/acl.h>
}

namespace matn_postgresql {

using name_list = std::shared_ptr<const integrations::names_file>;

/// Lists of names that were used last, by their text or by their file.
class name_lists {
public:
    [[nodiscard]] name_list find(std::string_view key) {
        for (std::size_t i = 0; i < lists_.size(); ++i) {
            if (lists_[i].key != key) continue;
            std::rotate(lists_.begin(), lists_.begin() + static_cast<std::ptrdiff_t>(i),
                        lists_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            return lists_.front().list;
        }
        return nullptr;
    }
    void add(std::string key, name_list list) {
        if (lists_.size() >= 4) lists_.pop_back();
        lists_.insert(lists_.begin(), {std::move(key), std::move(list)});
    }

private:
    struct entry {
        std::string key;
        name_list list;
    };
    std::vector<entry> lists_;
};

/// The list of a text or of a file; what is wrong with it is said in the failure where there are no names at all.
inline name_list list_of(std::string_view given, bool is_file, std::string& defects, failure& f) {
    auto& lists = kept<name_lists>();
    const std::string key = is_file ? "\1" + version_of(std::string(given)) : std::string(given);
    if (name_list known = lists.find(key)) return known;
    std::vector<std::string> found;
    const name_list made =
        is_file ? integrations::names_file::open(std::string(given), found, integrations::names_file::reading::copied)
                : integrations::names_file::of_text(given, found);
    if (made == nullptr) {
        f.say(is_file ? ERRCODE_UNDEFINED_FILE : ERRCODE_INVALID_PARAMETER_VALUE,
              found.empty() ? "no names in the list" : found.front());
        return nullptr;
    }
    for (std::size_t i = 0; i < found.size() && i < 20; ++i) defects += (i == 0 ? "" : "\n") + found[i];
    if (found.size() > 20) defects += "\nand " + std::to_string(found.size() - 20) + " more";
    lists.add(key, made);
    return made;
}

class mention_finder {
public:
    static constexpr int columns = 8;

    void begin(name_list list) { list_ = std::move(list); }
    void find(std::string_view part) {
        text_ = part;
        matn::pipeline(matn::mentions(list_->names()))(part, document_);
        found_ = document_.each<matn::mention>();
    }
    [[nodiscard]] std::size_t size() const { return found_.size(); }
    void row(std::size_t i, std::uint64_t from, cell (&cells)[columns]) const {
        const matn::mention& m = found_[i];
        const matn::entry e = list_->names()[m.id];
        cells[0].integer(from + m.at.begin);
        cells[1].integer(from + m.at.end);
        cells[2].text(m.at.of(text_));
        cells[3].text(e.id);
        cells[4].some_text(e.type);
        cells[5].text(e.name);
        cells[6].text(matn::name_of(m.how));
        cells[7].real(std::round(static_cast<float>(m.score) * 100) / 100);
    }

private:
    std::string_view text_;
    name_list list_;
    std::span<const matn::mention> found_;
    decltype(matn::pipeline(matn::mentions(std::declval<const matn::gazetteer&>())))::document document_;
};

inline Datum mention_rows(FunctionCallInfo fcinfo, bool of_file) {
    InitMaterializedSRF(fcinfo, 0);
    const std::string_view text = text_argument(fcinfo, 0);

    // A list that is the same for the whole statement is looked up once.
    auto* statement = static_cast<owned<name_list>*>(fcinfo->flinfo->fn_extra);
    const bool constant = !of_file && get_fn_expr_arg_stable(fcinfo->flinfo, 1);
    if (statement == nullptr) fcinfo->flinfo->fn_extra = statement = owned<name_list>::in(fcinfo->flinfo->fn_mcxt);
    if (statement->get() == nullptr || !constant) {
        const std::string_view given = text_argument(fcinfo, 1);
        const char* defects = nullptr;
        check(attempt([&](failure& f) {
            auto& memory = kept<std::string>();
            memory.clear();
            if (name_list list = list_of(given, of_file, memory, f)) statement->make(std::move(list));
            if (!memory.empty()) defects = memory.c_str();
        }));
        if (defects != nullptr)
            ereport(WARNING, (errcode(ERRCODE_WARNING), errmsg("matn: lines of the list of names are passed over"),
                              errdetail_internal("%s", defects)));
    }
    mention_finder* finder = nullptr;
    check(attempt([&] {
        finder = &kept<mention_finder>();
        finder->begin(*statement->get());
    }));
    give_rows(fcinfo, *finder, text);
    return Datum{0};
}

} // namespace matn_postgresql

MATN_SQL_FUNCTION(matn_mentions) { return matn_postgresql::mention_rows(fcinfo, false); }

MATN_SQL_FUNCTION(matn_mentions_file) {
    if (!has_privs_of_role(GetUserId(), ROLE_PG_READ_SERVER_FILES))
        ereport(ERROR, (errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
                        errmsg("matn: must be superuser or a member of pg_read_server_files to read a file of the server"),
                        errhint("matn_mentions takes the names as text.")));
    return matn_postgresql::mention_rows(fcinfo, true);
}

// The aggregate matn_names(id, type, language, name): a line for each row. Tabs and line ends within a field become spaces.
MATN_SQL_FUNCTION(matn_names_add) {
    using namespace matn_postgresql;
    MemoryContext memory = nullptr;
    if (AggCheckCallContext(fcinfo, &memory) == 0)
        ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED), errmsg("matn_names_add is part of the aggregate matn_names")));
    StringInfo lines = PG_ARGISNULL(0) ? nullptr : pointer_argument<StringInfoData>(fcinfo, 0);
    if (lines == nullptr) {
        const MemoryContext before = MemoryContextSwitchTo(memory);
        lines = makeStringInfo();
        MemoryContextSwitchTo(before);
    }
    if (!PG_ARGISNULL(1) && !PG_ARGISNULL(4)) { // without an id or a name there is nothing to find
        for (int i = 1; i <= 4; ++i) {
            const std::string_view field = PG_ARGISNULL(i) ? std::string_view() : text_argument(fcinfo, i);
            const int from = lines->len;
            appendBinaryStringInfo(lines, field.data(), static_cast<int>(field.size()));
            for (int at = from; at < lines->len; ++at)
                if (char& c = lines->data[at]; c == '\t' || c == '\n' || c == '\r') c = ' ';
            appendStringInfoChar(lines, i < 4 ? '\t' : '\n');
        }
    }
    PG_RETURN_POINTER(lines);
}

MATN_SQL_FUNCTION(matn_names_end) {
    if (PG_ARGISNULL(0)) PG_RETURN_NULL();
    auto* const lines = matn_postgresql::pointer_argument<StringInfoData>(fcinfo, 0);
    return matn_postgresql::text_datum({lines->data, static_cast<std::size_t>(lines->len)});
}

#endif
