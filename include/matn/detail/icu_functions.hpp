// SPDX-License-Identifier: MIT
// The few functions of ICU that icu.hpp calls, declared here because the headers that declare them cost half a second to include.
//
// utypes.h gives the types and renames the functions to those of the installed version. tests/icu.cpp includes ICU's own headers
// beside this one, so that a declaration which differs does not compile.
#ifndef MATN_DETAIL_ICU_FUNCTIONS_HPP
#define MATN_DETAIL_ICU_FUNCTIONS_HPP

#include <unicode/utypes.h>

extern "C" {
struct UNormalizer2;
struct UConverter;
struct UResourceBundle;

const UNormalizer2* U_EXPORT2 unorm2_getNFCInstance(UErrorCode* status);
const UNormalizer2* U_EXPORT2 unorm2_getNFDInstance(UErrorCode* status);
const UNormalizer2* U_EXPORT2 unorm2_getNFKCInstance(UErrorCode* status);
const UNormalizer2* U_EXPORT2 unorm2_getNFKDInstance(UErrorCode* status);
int32_t U_EXPORT2 unorm2_normalize(const UNormalizer2* form, const UChar* source, int32_t length, UChar* to, int32_t capacity,
                                   UErrorCode* status);
int32_t U_EXPORT2 unorm2_spanQuickCheckYes(const UNormalizer2* form, const UChar* text, int32_t length, UErrorCode* status);
int32_t U_EXPORT2 unorm2_getDecomposition(const UNormalizer2* form, UChar32 c, UChar* to, int32_t capacity, UErrorCode* status);
UBool U_EXPORT2 unorm2_hasBoundaryBefore(const UNormalizer2* form, UChar32 c);
uint8_t U_EXPORT2 unorm2_getCombiningClass(const UNormalizer2* form, UChar32 c);

UConverter* U_EXPORT2 ucnv_open(const char* name, UErrorCode* status);
void U_EXPORT2 ucnv_close(UConverter* converter);
int8_t U_EXPORT2 ucnv_getMaxCharSize(const UConverter* converter);
int8_t U_EXPORT2 ucnv_getMinCharSize(const UConverter* converter);
int32_t U_EXPORT2 ucnv_toUChars(UConverter* converter, UChar* to, int32_t capacity, const char* source, int32_t length,
                                UErrorCode* status);
UResourceBundle* U_EXPORT2 ures_open(const char* package, const char* locale, UErrorCode* status);
void U_EXPORT2 ures_close(UResourceBundle* bundle);

// umsg.h; it formats dates without the enumerations of udat.h, which cost as much to include as all of icu.hpp
int32_t U_EXPORT2 u_formatMessage(const char* locale, const UChar* pattern, int32_t pattern_length, UChar* to, int32_t capacity,
                                  UErrorCode* status, ...);
}

#endif
