// SPDX-License-Identifier: MIT
// SELECT * FROM matn_mentions(text, names): the names of a list in a text.
#ifndef MATN_EXAMPLES_SQLITE_MENTIONS_HPP
#define MATN_EXAMPLES_SQLITE_MENTIONS_HPP

#include "../common/names_file.hpp"
#include "table.hpp"

#include <matn/mention.hpp>
#include <matn/pipeline.hpp>

#include <cmath>
#include <map>
#include <memory>

namespace matn_sqlite {

class mention_rows {
public:
    static constexpr const char* schema =
        "CREATE TABLE x(\"begin\" INTEGER, \"end\" INTEGER, written TEXT, id TEXT, type TEXT, name TEXT, how TEXT, "
        "score REAL, source HIDDEN, names HIDDEN)";
    static constexpr int columns = 8;
    static constexpr int arguments = 2;
    static constexpr bool reads_files = true;
    // Lists are loaded once for a connection: those given as text by their text, files by their path, size and time.
    struct shared {
        std::map<std::string, std::shared_ptr<const integrations::names_file>> lists;
    };

    bool find(shared& kept, std::span<sqlite3_value*> given, std::string& wrong) {
        found_ = {};
        text_.clear();
        if (given[1] == nullptr) {
            wrong =
                "matn_mentions: it wants a list of names: a file, or lines of id, type, language and name with tabs between them";
            return false;
        }
        names_ = list(kept, std::string(text_of(given[1])), wrong);
        if (names_ == nullptr) return false;
        if (given[0] == nullptr) return true;
        text_ = text_of(given[0]);
        matn::pipeline(matn::mentions(names_->names()))(text_, document_);
        found_ = document_.each<matn::mention>();
        return true;
    }
    [[nodiscard]] std::size_t size() const { return found_.size(); }

    void column(sqlite3_context* context, std::size_t row, int column) const {
        const matn::mention& m = found_[row];
        const matn::entry e = names_->names()[m.id];
        switch (column) {
        case 0: return sqlite3_result_int64(context, m.at.begin);
        case 1: return sqlite3_result_int64(context, m.at.end);
        case 2: return result_text(context, m.at.of(text_));
        case 3: return result_text(context, e.id);
        case 4: return result_text(context, e.type);
        case 5: return result_text(context, e.name);
        case 6: return result_text(context, matn::name_of(m.how));
        default: return sqlite3_result_double(context, std::round(static_cast<double>(m.score) * 100) / 100);
        }
    }

private:
    static std::shared_ptr<const integrations::names_file> list(shared& kept, const std::string& which, std::string& wrong) {
        const bool in_line = which.find('\t') != std::string::npos;
        const std::string key = in_line ? which : version_of(which);
        if (const auto known = kept.lists.find(key); known != kept.lists.end()) return known->second;
        std::vector<std::string> defects;
        auto made = in_line ? integrations::names_file::of_text(which, defects) : integrations::names_file::open(which, defects);
        for (const std::string& d : defects) sqlite3_log(SQLITE_WARNING, "matn_mentions: %s", d.c_str());
        if (made == nullptr) {
            wrong = "matn_mentions: " + (defects.empty() ? which + ": no names in it" : defects.front());
            return nullptr;
        }
        if (kept.lists.size() >= 16) kept.lists.clear(); // somebody makes new lists all the time
        return kept.lists[key] = std::move(made);
    }

    std::string text_;
    std::shared_ptr<const integrations::names_file> names_;
    std::span<const matn::mention> found_;
    decltype(matn::pipeline(matn::mentions(std::declval<const matn::gazetteer&>())))::document document_;
};

} // namespace matn_sqlite

#endif
