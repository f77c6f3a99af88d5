// SPDX-License-Identifier: MIT
// Table-valued functions: SELECT * FROM f(argument, ...). What is the same for all of them.
#ifndef MATN_EXAMPLES_SQLITE_TABLE_HPP
#define MATN_EXAMPLES_SQLITE_TABLE_HPP

#include "errors.hpp"

#include <cstring>
#include <span>
#include <string>
#include <utility>

namespace matn_sqlite {

/// A table-valued function made of a `Rows`, which has
///   static constexpr const char* schema     the CREATE TABLE of its columns, its arguments last and HIDDEN
///   static constexpr int columns            how many come before the arguments
///   static constexpr int arguments
///   static constexpr bool reads_files       may only be called by the user's own statements, not from a schema that somebody sent
///   using shared                            what the calls of one connection share
///   bool find(shared&, std::span<sqlite3_value*>, std::string& wrong)   null pointers for arguments that are not given; false: an error
///   std::size_t size() const
///   void column(sqlite3_context*, std::size_t row, int column) const
template <class Rows>
class table {
public:
    static int add_to(sqlite3* db, const char* name) {
        return guarded([&] {
            return sqlite3_create_module_v2(db, name, &module, new typename Rows::shared,
                                            [](void* shared) { delete static_cast<typename Rows::shared*>(shared); });
        });
    }

private:
    struct instance : sqlite3_vtab {
        typename Rows::shared* shared;
    };
    struct cursor : sqlite3_vtab_cursor {
        Rows rows;
        std::size_t row = 0;
    };
    static cursor& of(sqlite3_vtab_cursor* c) { return *static_cast<cursor*>(c); }

    static int connect(sqlite3* db, void* shared, int, const char* const*, sqlite3_vtab** out, char**) {
        return guarded([&] {
            if (const int code = sqlite3_declare_vtab(db, Rows::schema); code != SQLITE_OK) return code;
            sqlite3_vtab_config(db, Rows::reads_files ? SQLITE_VTAB_DIRECTONLY : SQLITE_VTAB_INNOCUOUS);
            auto* const made = new instance{};
            made->shared = static_cast<typename Rows::shared*>(shared);
            *out = made;
            return SQLITE_OK;
        });
    }
    static int disconnect(sqlite3_vtab* t) {
        delete static_cast<instance*>(t);
        return SQLITE_OK;
    }

    // The arguments are equalities of hidden columns. idxNum has a bit for each that is given.
    static int best_index(sqlite3_vtab*, sqlite3_index_info* info) {
        int place[Rows::arguments];
        for (int& p : place) p = -1;
        bool waits = false;
        for (int i = 0; i < info->nConstraint; ++i) {
            const auto& c = info->aConstraint[i];
            const int argument = c.iColumn - Rows::columns;
            if (argument < 0 || argument >= Rows::arguments || c.op != SQLITE_INDEX_CONSTRAINT_EQ) continue;
            if (c.usable != 0) place[argument] = i;
            else waits = true; // another order of the joined tables has it
        }
        if (waits) return SQLITE_CONSTRAINT;
        int next = 0;
        for (int argument = 0; argument < Rows::arguments; ++argument) {
            if (place[argument] < 0) continue;
            info->aConstraintUsage[place[argument]].argvIndex = ++next;
            info->aConstraintUsage[place[argument]].omit = 1;
            info->idxNum |= 1 << argument;
        }
        info->estimatedCost = (info->idxNum & 1) != 0 ? 100 : 1e12;
        info->estimatedRows = 20;
        return SQLITE_OK;
    }
    static int open(sqlite3_vtab*, sqlite3_vtab_cursor** out) {
        return guarded([&] {
            *out = new cursor{};
            return SQLITE_OK;
        });
    }
    static int close(sqlite3_vtab_cursor* c) {
        delete &of(c);
        return SQLITE_OK;
    }
    static int filter(sqlite3_vtab_cursor* c, int given, const char*, int, sqlite3_value** values) {
        return guarded([&] {
            sqlite3_value* arguments[Rows::arguments] = {};
            for (int argument = 0, next = 0; argument < Rows::arguments; ++argument)
                if ((given >> argument & 1) != 0) arguments[argument] = values[next++];
            for (sqlite3_value*& a : arguments)
                if (a != nullptr && sqlite3_value_type(a) == SQLITE_NULL) a = nullptr;
            std::string wrong;
            of(c).row = 0;
            if (of(c).rows.find(*static_cast<instance*>(c->pVtab)->shared, arguments, wrong)) return SQLITE_OK;
            sqlite3_free(c->pVtab->zErrMsg);
            c->pVtab->zErrMsg = sqlite3_mprintf("%s", wrong.c_str());
            return SQLITE_ERROR;
        });
    }
    static int next(sqlite3_vtab_cursor* c) {
        ++of(c).row;
        return SQLITE_OK;
    }
    static int at_end(sqlite3_vtab_cursor* c) { return of(c).row >= of(c).rows.size() ? 1 : 0; }
    static int column(sqlite3_vtab_cursor* c, sqlite3_context* context, int i) {
        return guarded([&] {
            if (i < Rows::columns) of(c).rows.column(context, of(c).row, i);
            return SQLITE_OK;
        });
    }
    static int row_number(sqlite3_vtab_cursor* c, sqlite3_int64* out) {
        *out = static_cast<sqlite3_int64>(of(c).row);
        return SQLITE_OK;
    }

    static constexpr sqlite3_module module = [] {
        sqlite3_module m{};
        m.xConnect = connect; // without xCreate: it is there without CREATE VIRTUAL TABLE
        m.xBestIndex = best_index;
        m.xDisconnect = disconnect;
        m.xOpen = open;
        m.xClose = close;
        m.xFilter = filter;
        m.xNext = next;
        m.xEof = at_end;
        m.xColumn = column;
        m.xRowid = row_number;
        return m;
    }();
};

} // namespace matn_sqlite

#endif
