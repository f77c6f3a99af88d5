// SPDX-License-Identifier: MIT
// Working memory: a growing array of plain values that keeps its room when it is cleared.
#ifndef MATN_DETAIL_BUFFER_HPP
#define MATN_DETAIL_BUFFER_HPP

#include <matn/version.hpp>

#include <cstddef>
#include <cstring>
#include <new>

namespace matn { inline namespace v0 { namespace detail {

// What a std::vector of each of the small types in here would cost to compile is several times this: an include of all of matn
// would double. Only for values that are copied as bytes; what users are given stays a std::vector.
template <class T>
class buffer {
    static_assert(__is_trivially_copyable(T));
    // Vectors of 16 bytes, where memory comes aligned to 8, as in WebAssembly.
    static constexpr bool aligned = alignof(T) > __STDCPP_DEFAULT_NEW_ALIGNMENT__;

public:
    using value_type = T;

    constexpr buffer() noexcept = default;
    constexpr explicit buffer(std::size_t count, const T& value = T{}) { resize(count, value); }
    constexpr buffer(const buffer& other) { append(other.data_, other.size_); }
    constexpr buffer(buffer&& other) noexcept { swap(other); }
    constexpr buffer& operator=(buffer other) noexcept {
        swap(other);
        return *this;
    }
    constexpr ~buffer() { release(data_); }

    constexpr void swap(buffer& other) noexcept {
        exchange(data_, other.data_);
        exchange(size_, other.size_);
        exchange(room_, other.room_);
    }

    [[nodiscard]] constexpr T* data() noexcept { return data_; }
    [[nodiscard]] constexpr const T* data() const noexcept { return data_; }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] constexpr T* begin() noexcept { return data_; }
    [[nodiscard]] constexpr const T* begin() const noexcept { return data_; }
    [[nodiscard]] constexpr T* end() noexcept { return data_ + size_; }
    [[nodiscard]] constexpr const T* end() const noexcept { return data_ + size_; }
    [[nodiscard]] constexpr T& operator[](std::size_t i) noexcept { return data_[i]; }
    [[nodiscard]] constexpr const T& operator[](std::size_t i) const noexcept { return data_[i]; }
    [[nodiscard]] constexpr T& front() noexcept { return data_[0]; }
    [[nodiscard]] constexpr const T& front() const noexcept { return data_[0]; }
    [[nodiscard]] constexpr T& back() noexcept { return data_[size_ - 1]; }
    [[nodiscard]] constexpr const T& back() const noexcept { return data_[size_ - 1]; }

    friend constexpr bool operator==(const buffer& a, const buffer& b) noexcept {
        if (a.size_ != b.size_) return false;
        for (std::size_t i = 0; i < a.size_; ++i)
            if (!(a.data_[i] == b.data_[i])) return false;
        return true;
    }

    constexpr void clear() noexcept { size_ = 0; }
    // Drops what is behind the first `count`; there are no fewer.
    constexpr void shrink(std::size_t count) noexcept { size_ = count; }
    constexpr void pop_back() noexcept { --size_; }

    // By value: it may be one of the values in here, which move.
    constexpr T& push_back(T value) {
        if (size_ == room_) grow(size_ + 1);
        return put(size_++, value);
    }

    constexpr void append(const T* values, std::size_t count) {
        if (count == 0) return;
        if (room_ - size_ < count) grow(size_ + count);
        copy(data_ + size_, values, count);
        size_ += count;
    }

    constexpr void resize(std::size_t count, T value = T{}) {
        reserve(count);
        while (size_ < count) put(size_++, value);
        size_ = count;
    }

    constexpr void assign(std::size_t count, T value) {
        clear();
        resize(count, value);
    }

    constexpr void reserve(std::size_t count) {
        if (count > room_) grow(count);
    }

private:
    template <class Member>
    static constexpr void exchange(Member& a, Member& b) noexcept {
        Member c = a;
        a = b;
        b = c;
    }

    // What the compiler works out itself can have no raw memory.
    [[nodiscard]] static constexpr T* room_for(std::size_t count) {
        if constexpr (requires { T{}; })
            if (__builtin_is_constant_evaluated()) return new T[count]{};
        if constexpr (aligned) return static_cast<T*>(::operator new(count * sizeof(T), std::align_val_t(alignof(T))));
        else return static_cast<T*>(::operator new(count * sizeof(T)));
    }
    static constexpr void release(T* data) noexcept {
        if (__builtin_is_constant_evaluated()) delete[] data;
        else if constexpr (aligned) ::operator delete(data, std::align_val_t(alignof(T)));
        else ::operator delete(data);
    }
    constexpr T& put(std::size_t i, const T& value) {
        if (__builtin_is_constant_evaluated()) return data_[i] = value;
        return *::new (static_cast<void*>(data_ + i)) T(value);
    }
    static constexpr void copy(T* to, const T* from, std::size_t count) noexcept {
        if (__builtin_is_constant_evaluated()) {
            for (std::size_t i = 0; i < count; ++i) to[i] = from[i];
        } else {
            std::memcpy(static_cast<void*>(to), static_cast<const void*>(from), count * sizeof(T));
        }
    }

    constexpr void grow(std::size_t least) {
        std::size_t room = room_ + room_ / 2 < 8 ? 8 : room_ + room_ / 2;
        if (room < least) room = least;
        T* const to = room_for(room);
        if (size_ != 0) copy(to, data_, size_);
        release(data_);
        data_ = to;
        room_ = room;
    }

    T* data_ = nullptr;
    std::size_t size_ = 0, room_ = 0;
};

}}} // namespace matn::v0::detail

#endif
