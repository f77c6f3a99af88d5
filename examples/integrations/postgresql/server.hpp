// SPDX-License-Identifier: MIT
// PostgreSQL's interface for C++: which headers, how its errors and ours are kept apart, who owns C++ memory.
//
// An error of PostgreSQL jumps (longjmp) over the frames between, and destructors in them never run; an exception of C++ knows nothing of
// PostgreSQL's frames. So each function here has two kinds of stretches that never mix: those that call PostgreSQL have nothing with a
// destructor on the stack, and those of C++ run inside `attempt`, call nothing of PostgreSQL and hand what went wrong back as a value.
#ifndef MATN_EXAMPLES_POSTGRESQL_SERVER_HPP
#define MATN_EXAMPLES_POSTGRESQL_SERVER_HPP

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>

extern "C" {
// clang-format off
#include <postgres.h> // must be the first of them
// clang-format on
#include <fmgr.h>
#include <funcapi.h>
#include <mb/pg_wchar.h>
#include <miscadmin.h>
#include <utils/builtins.h>
#include <utils/memutils.h>
}

/// A function that SQL calls by this name.
#define MATN_SQL_FUNCTION(name)                                                                                                  \
    extern "C" {                                                                                                                 \
    __attribute__((visibility("default"))) const Pg_finfo_record* pg_finfo_##name();                                             \
    const Pg_finfo_record* pg_finfo_##name() {                                                                                   \
        static const Pg_finfo_record version_1 = {1};                                                                            \
        return &version_1;                                                                                                       \
    }                                                                                                                            \
    __attribute__((visibility("default"))) Datum name(PG_FUNCTION_ARGS);                                                         \
    }                                                                                                                            \
    Datum name(PG_FUNCTION_ARGS)

namespace matn_postgresql {

/// What went wrong in C++. It has no destructor, so that it may stand where PostgreSQL jumps.
struct failure {
    int code = 0; ///< SQLSTATE; 0: all is well
    char message[400] = {};

    void say(int state, std::string_view what) noexcept {
        code = state;
        std::size_t n = what.size() < sizeof message ? what.size() : sizeof message - 1;
        while (n < what.size() && n > 0 && (static_cast<unsigned char>(what[n]) & 0xC0) == 0x80) --n; // no half letter
        std::memcpy(message, what.data(), n);
        message[n] = '\0';
    }
};

/// Runs C++ that may throw. `work` may take the failure, to say what is wrong.
template <class Work>
[[nodiscard]] failure attempt(const Work& work) noexcept {
    failure f;
    try {
        if constexpr (requires { work(f); }) work(f);
        else work();
    } catch (const std::bad_alloc&) {
        f.say(ERRCODE_OUT_OF_MEMORY, "out of memory");
    } catch (const std::length_error&) {
        f.say(ERRCODE_PROGRAM_LIMIT_EXCEEDED, "the text is too long");
    } catch (const std::exception& e) {
        f.say(ERRCODE_INTERNAL_ERROR, e.what());
    } catch (...) {
        f.say(ERRCODE_INTERNAL_ERROR, "an unknown exception");
    }
    return f;
}

/// Makes an error of PostgreSQL of a failure. Nothing with a destructor may be alive.
inline void check(const failure& f) {
    if (f.code != 0) ereport(ERROR, (errcode(f.code), errmsg("matn: %s", f.message)));
}

/// matn reads UTF-8 and nothing else.
inline void check_encoding() {
    if (GetDatabaseEncoding() == PG_UTF8) return;
    ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
                    errmsg("matn works in databases with encoding UTF8, and this one has %s", GetDatabaseEncodingName()),
                    errhint("CREATE DATABASE ... ENCODING 'UTF8' TEMPLATE template0")));
}

/// An argument of type text, where it is not NULL. The bytes live as long as the call.
inline std::string_view text_argument(FunctionCallInfo fcinfo, int i) {
    check_encoding();
    const text* const t = PG_GETARG_TEXT_PP(i);
    return {VARDATA_ANY(t), static_cast<std::size_t>(VARSIZE_ANY_EXHDR(t))};
}

/// An argument of type internal.
template <class T>
T* pointer_argument(FunctionCallInfo fcinfo, int i) {
    return reinterpret_cast<T*>(PG_GETARG_DATUM(i));
}

inline Datum text_datum(std::string_view s) {
    return PointerGetDatum(cstring_to_text_with_len(s.data(), static_cast<int>(s.size())));
}

/// A C++ object that goes when a memory context of PostgreSQL goes, at the latest.
template <class T>
class owned {
public:
    /// The place for it, in a context; there is nothing in it yet.
    static owned* in(MemoryContext context) {
        auto* const o = static_cast<owned*>(MemoryContextAllocZero(context, sizeof(owned)));
        o->callback_.func = [](void* self) { static_cast<owned*>(self)->drop(); };
        o->callback_.arg = o;
        MemoryContextRegisterResetCallback(context, &o->callback_);
        return o;
    }
    /// Within `attempt`.
    template <class... Arguments>
    T& make(Arguments&&... arguments) {
        drop();
        return *(object_ = new T(static_cast<Arguments&&>(arguments)...));
    }
    void drop() noexcept {
        T* const gone = object_;
        object_ = nullptr;
        delete gone;
    }
    [[nodiscard]] T* get() const noexcept { return object_; }

private:
    MemoryContextCallback callback_;
    T* object_;
};

/// What a kind of function keeps from call to call, in each server process. Within `attempt`.
template <class T>
T& kept() {
    static T* const object = new T; // not destroyed: a server process has nothing to clean up when it ends
    return *object;
}

} // namespace matn_postgresql

#endif
