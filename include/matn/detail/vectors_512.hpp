// SPDX-License-Identifier: MIT
// Instructions on 64 bytes at once (AVX-512 with VBMI and VBMI2), by names of their own: compilers name them differently, and their header
// costs more than this library.
#ifndef MATN_DETAIL_VECTORS_512_HPP
#define MATN_DETAIL_VECTORS_512_HPP

#include <matn/version.hpp>

#if defined(__x86_64__) && defined(__GNUC__)

#include <cstdint>
#include <cstring>

namespace matn { inline namespace v0 { namespace detail {

struct vectors_512 {
    typedef unsigned char bytes __attribute__((vector_size(64), may_alias));
    typedef unsigned short shorts __attribute__((vector_size(64), may_alias));
    typedef std::uint64_t numbers __attribute__((vector_size(64), may_alias));
    typedef std::uint32_t halves __attribute__((vector_size(32), may_alias));
    typedef std::uint16_t places __attribute__((vector_size(16), may_alias));
    typedef std::uint32_t bits; // one of each of the eight numbers

    // Does this processor have them? The compiler's run-time support asks it once and remembers.
    [[nodiscard]] static bool possible() noexcept {
        return __builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512vbmi") &&
               __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
               __builtin_cpu_supports("bmi2");
    }

#define MATN_FOR_512                                                                                                             \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt"), always_inline))

    // --- 64 bytes. Masks have one bit a byte.
    MATN_FOR_512 static bytes load_bytes(const void* at) noexcept {
        bytes v;
        std::memcpy(&v, at, 64);
        return v;
    }
    // From a table of 64 bytes, or of 128.
    MATN_FOR_512 static bytes pick(const bytes& at, const bytes& table) noexcept {
        bytes out;
        asm("vpermb %2, %1, %0" : "=v"(out) : "v"(at), "v"(table));
        return out;
    }
    MATN_FOR_512 static bytes pick(bytes at, const bytes& low, const bytes& high) noexcept {
        asm("vpermi2b %2, %1, %0" : "+v"(at) : "v"(low), "v"(high));
        return at;
    }
    MATN_FOR_512 static std::uint64_t equal(const bytes& a, const bytes& b) noexcept {
        std::uint64_t k;
        asm("vpcmpeqb %2, %1, %0" : "=Yk"(k) : "v"(a), "v"(b));
        return k;
    }
    MATN_FOR_512 static std::uint64_t less(const bytes& a, const bytes& b) noexcept {
        std::uint64_t k;
        asm("vpcmpltub %2, %1, %0" : "=Yk"(k) : "v"(a), "v"(b));
        return k;
    }
    MATN_FOR_512 static std::uint64_t top_bits(const bytes& a) noexcept {
        std::uint64_t k;
        asm("vpmovb2m %1, %0" : "=Yk"(k) : "v"(a));
        return k;
    }
    MATN_FOR_512 static bytes choose(std::uint64_t k, const bytes& no, const bytes& yes) noexcept {
        bytes out;
        asm("vpblendmb %2, %1, %0 %{%3%}" : "=v"(out) : "v"(no), "v"(yes), "Yk"(k));
        return out;
    }
    // The bytes of the mask moved together, the rest 0.
    MATN_FOR_512 static bytes press(std::uint64_t k, const bytes& a) noexcept {
        bytes out;
        asm("vpcompressb %1, %0 %{%2%}%{z%}" : "=v"(out) : "v"(a), "Yk"(k));
        return out;
    }

    MATN_FOR_512 static std::uint64_t any_of(const bytes& a, const bytes& b) noexcept {
        std::uint64_t k;
        asm("vptestmb %2, %1, %0" : "=Yk"(k) : "v"(a), "v"(b));
        return k;
    }

    // --- Eight numbers. Masks have one bit a number.
    MATN_FOR_512 static numbers load(const void* at) noexcept {
        numbers v;
        std::memcpy(&v, at, 64);
        return v;
    }
    MATN_FOR_512 static numbers widened(const std::uint32_t* at) noexcept {
        halves v;
        std::memcpy(&v, at, 32);
        numbers out;
        asm("vpmovzxdq %1, %0" : "=v"(out) : "v"(v));
        return out;
    }
    MATN_FOR_512 static numbers widened(const std::uint8_t* at) noexcept {
        std::uint64_t eight;
        std::memcpy(&eight, at, 8);
        numbers out;
        asm("vmovq %1, %x0\n\tvpmovzxbq %x0, %0" : "=v"(out) : "r"(eight));
        return out;
    }
    MATN_FOR_512 static std::uint64_t smallest(const numbers& a) noexcept { // a byte each, those above 255 as 255
        places out;
        asm("vpmovusqb %1, %0" : "=v"(out) : "v"(a));
        std::uint64_t eight;
        std::memcpy(&eight, &out, 8);
        return eight;
    }
    MATN_FOR_512 static numbers choose(bits k, const numbers& no, const numbers& yes) noexcept {
        numbers out;
        asm("vpblendmq %2, %1, %0 %{%3%}" : "=v"(out) : "v"(no), "v"(yes), "Yk"(k));
        return out;
    }
    MATN_FOR_512 static places small(const numbers& a) noexcept {
        places out;
        asm("vpmovqw %1, %0" : "=v"(out) : "v"(a));
        return out;
    }
    MATN_FOR_512 static halves narrowed(const numbers& a) noexcept {
        halves out;
        asm("vpmovqd %1, %0" : "=v"(out) : "v"(a));
        return out;
    }
    // Shifts of 64 and more give 0; of the turning only the low six bits count.
    MATN_FOR_512 static numbers right(const numbers& a, const numbers& n) noexcept {
        numbers out;
        asm("vpsrlvq %2, %1, %0" : "=v"(out) : "v"(a), "v"(n));
        return out;
    }
    MATN_FOR_512 static numbers left(const numbers& a, const numbers& n) noexcept {
        numbers out;
        asm("vpsllvq %2, %1, %0" : "=v"(out) : "v"(a), "v"(n));
        return out;
    }
    MATN_FOR_512 static numbers turned(const numbers& a, const numbers& n) noexcept {
        numbers out;
        asm("vprorvq %2, %1, %0" : "=v"(out) : "v"(a), "v"(n));
        return out;
    }
    MATN_FOR_512 static numbers picked(const numbers& at, const numbers& table) noexcept {
        numbers out;
        asm("vpermq %2, %1, %0" : "=v"(out) : "v"(at), "v"(table));
        return out;
    }
    MATN_FOR_512 static numbers gathered(const std::uint64_t* from, const numbers& at) noexcept {
        numbers out{};
        bits all = 0xFF;
        asm volatile("vpgatherqq (%2,%3,8), %0%{%1%}" : "+&v"(out), "+&Yk"(all) : "r"(from), "v"(at) : "memory");
        return out;
    }
    // Of numbers of 32 bits; it reads four bytes more.
    MATN_FOR_512 static numbers gathered(const std::uint32_t* from, const numbers& at) noexcept {
        numbers out{};
        bits all = 0xFF;
        asm volatile("vpgatherqq (%2,%3,4), %0%{%1%}" : "+&v"(out), "+&Yk"(all) : "r"(from), "v"(at) : "memory");
        return out & 0xFFFFFFFF;
    }
    MATN_FOR_512 static bits any_of(const numbers& a, const numbers& b) noexcept {
        bits k;
        asm("vptestmq %2, %1, %0" : "=Yk"(k) : "v"(a), "v"(b));
        return k;
    }
    MATN_FOR_512 static bits equal(const numbers& a, const numbers& b) noexcept {
        bits k;
        asm("vpcmpeqq %2, %1, %0" : "=Yk"(k) : "v"(a), "v"(b));
        return k;
    }
    MATN_FOR_512 static bits at_least(const numbers& a, const numbers& b) noexcept {
        bits k;
        asm("vpcmpnltuq %2, %1, %0" : "=Yk"(k) : "v"(a), "v"(b));
        return k;
    }
    MATN_FOR_512 static numbers lesser(const numbers& a, const numbers& b) noexcept {
        numbers out;
        asm("vpminuq %2, %1, %0" : "=v"(out) : "v"(a), "v"(b));
        return out;
    }
    MATN_FOR_512 static numbers larger(const numbers& a, const numbers& b) noexcept {
        numbers out;
        asm("vpmaxuq %2, %1, %0" : "=v"(out) : "v"(a), "v"(b));
        return out;
    }
    MATN_FOR_512 static numbers press(bits k, const numbers& a) noexcept {
        numbers out;
        asm("vpcompressq %1, %0%{%2%}%{z%}" : "=v"(out) : "v"(a), "Yk"(k));
        return out;
    }

    // --- Eight places of 16 bits.
    MATN_FOR_512 static places press(bits k, const places& a) noexcept {
        places out;
        asm("vpcompressw %1, %0%{%2%}%{z%}" : "=v"(out) : "v"(a), "Yk"(k));
        return out;
    }
    MATN_FOR_512 static places spread(bits k) noexcept { // all bits of those that are set
        places out;
        asm("vpmovm2w %1, %0" : "=v"(out) : "Yk"(k));
        return out;
    }
#undef MATN_FOR_512
};

}}} // namespace matn::v0::detail

#endif

#endif
