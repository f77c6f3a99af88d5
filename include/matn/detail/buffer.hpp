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
    static_assert(__is_trivially_copyable(T) && alignof(T) <= __STDCPP_DEFAULT_NEW_ALIGNMENT__);

public:
    using value_type = T;

    buffer() noexcept = default;
    explicit buffer(std::size_t count, const T& value = T{}) { resize(count, value); }
    buffer(const buffer& other) { append(other.data_, other.size_); }
    buffer(buffer&& other) noexcept { swap(other); }
    buffer& operator=(buffer other) noexcept {
        swap(other);
        return *this;
    }
    ~buffer() { ::operator delete(data_); }

    void swap(buffer& other) noexcept {
        exchange(data_, other.data_);
        exchange(size_, other.size_);
        exchange(room_, other.room_);
    }

    [[nodiscard]] T* data() noexcept { return data_; }
    [[nodiscard]] const T* data() const noexcept { return data_; }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] T* begin() noexcept { return data_; }
    [[nodiscard]] const T* begin() const noexcept { return data_; }
    [[nodiscard]] T* end() noexcept { return data_ + size_; }
    [[nodiscard]] const T* end() const noexcept { return data_ + size_; }
    [[nodiscard]] T& operator[](std::size_t i) noexcept { return data_[i]; }
    [[nodiscard]] const T& operator[](std::size_t i) const noexcept { return data_[i]; }
    [[nodiscard]] T& front() noexcept { return data_[0]; }
    [[nodiscard]] const T& front() const noexcept { return data_[0]; }
    [[nodiscard]] T& back() noexcept { return data_[size_ - 1]; }
    [[nodiscard]] const T& back() const noexcept { return data_[size_ - 1]; }

    friend bool operator==(const buffer& a, const buffer& b) noexcept {
        if (a.size_ != b.size_) return false;
        for (std::size_t i = 0; i < a.size_; ++i)
            if (!(a.data_[i] == b.data_[i])) return false;
        return true;
    }

    void clear() noexcept { size_ = 0; }
    // Drops what is behind the first `count`; there are no fewer.
    void shrink(std::size_t count) noexcept { size_ = count; }
    void pop_back() noexcept { --size_; }

    // By value: it may be one of the values in here, which move.
    T& push_back(T value) {
        if (size_ == room_) grow(size_ + 1);
        return *::new (static_cast<void*>(data_ + size_++)) T(value);
    }

    void append(const T* values, std::size_t count) {
        if (count == 0) return;
        if (room_ - size_ < count) grow(size_ + count);
        std::memcpy(static_cast<void*>(data_ + size_), static_cast<const void*>(values), count * sizeof(T));
        size_ += count;
    }

    void resize(std::size_t count, T value = T{}) {
        reserve(count);
        while (size_ < count) ::new (static_cast<void*>(data_ + size_++)) T(value);
        size_ = count;
    }

    void assign(std::size_t count, T value) {
        clear();
        resize(count, value);
    }

    void reserve(std::size_t count) {
        if (count > room_) grow(count);
    }

private:
    template <class Member>
    static void exchange(Member& a, Member& b) noexcept {
        Member c = a;
        a = b;
        b = c;
    }

    void grow(std::size_t least) {
        std::size_t room = room_ + room_ / 2 < 8 ? 8 : room_ + room_ / 2;
        if (room < least) room = least;
        void* const to = ::operator new(room * sizeof(T));
        if (size_ != 0) std::memcpy(to, static_cast<const void*>(data_), size_ * sizeof(T));
        ::operator delete(data_);
        data_ = static_cast<T*>(to);
        room_ = room;
    }

    T* data_ = nullptr;
    std::size_t size_ = 0, room_ = 0;
};

}}} // namespace matn::v0::detail

#endif
