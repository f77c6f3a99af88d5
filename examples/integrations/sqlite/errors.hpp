// SPDX-License-Identifier: MIT
// No C++ exception crosses into SQLite.
#ifndef MATN_EXAMPLES_SQLITE_ERRORS_HPP
#define MATN_EXAMPLES_SQLITE_ERRORS_HPP

#include <sqlite3ext.h>

#include <new>
#include <stdexcept>
#include <string_view>

SQLITE_EXTENSION_INIT3

namespace matn_sqlite {

/// Calls `work`, and makes an SQLite code of what it throws.
template <class Work>
int guarded(const Work& work) noexcept {
    try {
        return work();
    } catch (const std::length_error&) { // a text of over 4 GiB
        return SQLITE_TOOBIG;
    } catch (const std::bad_alloc&) {
        return SQLITE_NOMEM;
    } catch (...) {
        return SQLITE_ERROR;
    }
}

/// The bytes of a value as text; SQLite keeps them until the value changes.
inline std::string_view text_of(sqlite3_value* value) {
    const auto* const bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return bytes == nullptr ? std::string_view() : std::string_view(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

inline void result_text(sqlite3_context* context, std::string_view text) {
    sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

} // namespace matn_sqlite

#endif
