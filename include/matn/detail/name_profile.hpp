// SPDX-License-Identifier: MIT
// One name or word against many: what its letters weigh with each letter of the others stands ready in vectors, and eight cells of an
// alignment are computed at once. The weights are those of `align` and `align_same`.
#ifndef MATN_DETAIL_NAME_PROFILE_HPP
#define MATN_DETAIL_NAME_PROFILE_HPP

#include <matn/detail/buffer.hpp>
#include <matn/detail/name_align.hpp>
#include <matn/detail/name_same_script.hpp>
#include <matn/detail/name_spelling.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace matn { inline namespace v0 { namespace detail {

#if defined(__GNUC__)

// The table of an alignment is computed column by column, where a column goes along the letters of the name that stands ready. Within a
// column a cell depends on the one before by a letter that corresponds to nothing, which has a weight of its own: with the sum of these
// taken off, that is a running maximum, three or four steps for a whole vector.
class letter_profile {
public:
    static constexpr std::uint32_t longest = 31; // letters on either side; longer names are left to `align`

    // The letters stay where they are until the next call.
    void set(const std::uint8_t* letters, std::uint32_t size, writing in, unit_view units) {
        letters_ = letters;
        size_ = size;
        in_ = in;
        units_ = units;
        for (bool& b : begun_) b = false;
    }
    [[nodiscard]] bool fits(std::uint32_t other_size) const { return size_ <= longest && other_size <= longest; }

    // Of Arabic letters with a Latin name.
    [[nodiscard]] int with_latin(unit_view latin, std::uint8_t language) {
        begin(language, name_columns);
        switch (size_ / width) {
        case 0: return run_latin<1>(latin, language);
        case 1: return run_latin<2>(latin, language);
        case 2: return run_latin<3>(latin, language);
        default: return run_latin<4>(latin, language);
        }
    }
    // Of Latin letters with an Arabic-script name.
    [[nodiscard]] int with_native(const std::uint8_t* native, std::uint32_t native_size, std::uint8_t language) {
        begin(language, 3 * native_codes);
        switch (size_ / width) {
        case 0: return run_native<1>(native, native_size, language);
        case 1: return run_native<2>(native, native_size, language);
        case 2: return run_native<3>(native, native_size, language);
        default: return run_native<4>(native, native_size, language);
        }
    }
    // With a name of the same script.
    [[nodiscard]] int with_same(const std::uint8_t* other, std::uint32_t other_size) {
        begin(same, in_ == writing::latin ? std::uint32_t{latin_codes} : std::uint32_t{native_codes});
        switch (size_ / width) {
        case 0: return run_same<1>(other, other_size);
        case 1: return run_same<2>(other, other_size);
        case 2: return run_same<3>(other, other_size);
        default: return run_same<4>(other, other_size);
        }
    }

private:
    static constexpr std::uint8_t same = name_languages; // where the languages have their tables, one script has its own
    static constexpr std::size_t width = 8;
    typedef std::int16_t lanes __attribute__((vector_size(2 * width)));
    // All weights of names that are not longer than `longest` are less than this from 0, so that with it added none is below 0, and a 0 that
    // is shifted in is less than any. What cannot be is so much less that it stays so.
    static constexpr int base = 12000, never = -20000;

    [[nodiscard]] static lanes greater(const lanes& a, const lanes& b) { return a > b ? a : b; }
    template <int By>
    [[nodiscard]] static lanes moved(const lanes& v) {
        const lanes zero{};
        if constexpr (By == 1) return __builtin_shufflevector(zero, v, 7, 8, 9, 10, 11, 12, 13, 14);
        else if constexpr (By == 2) return __builtin_shufflevector(zero, v, 6, 7, 8, 9, 10, 11, 12, 13);
        else if constexpr (By == 3) return __builtin_shufflevector(zero, v, 5, 6, 7, 8, 9, 10, 11, 12);
        else return __builtin_shufflevector(zero, v, 4, 5, 6, 7, 8, 9, 10, 11);
    }
    // What is moved out at the end.
    template <int By>
    [[nodiscard]] static lanes carried(const lanes& v) {
        const lanes zero{};
        if constexpr (By == 1) return __builtin_shufflevector(v, zero, 7, 8, 9, 10, 11, 12, 13, 14);
        else if constexpr (By == 2) return __builtin_shufflevector(v, zero, 6, 7, 8, 9, 10, 11, 12, 13);
        else return __builtin_shufflevector(v, zero, 5, 6, 7, 8, 9, 10, 11, 12);
    }
    template <int By, std::size_t Count>
    static void move(const lanes (&v)[Count], lanes (&out)[Count]) {
        out[0] = moved<By>(v[0]);
        for (std::size_t r = 1; r < Count; ++r) out[r] = moved<By>(v[r]) | carried<By>(v[r - 1]);
    }
    template <std::size_t Count>
    static void running_maximum(lanes (&v)[Count]) {
        for (std::size_t r = 0; r < Count; ++r) {
            v[r] = greater(v[r], moved<1>(v[r]));
            v[r] = greater(v[r], moved<2>(v[r]));
            v[r] = greater(v[r], moved<4>(v[r]));
        }
        for (std::size_t r = 1; r < Count; ++r)
            v[r] = greater(v[r], __builtin_shufflevector(v[r - 1], v[r - 1], 7, 7, 7, 7, 7, 7, 7, 7));
    }
    template <std::size_t Count>
    [[nodiscard]] int last(const lanes (&v)[Count]) const {
        std::int16_t cells[Count * width];
        std::memcpy(cells, v, sizeof(cells));
        return cells[size_] - base;
    }

    // Makes room for what a language weighs; rows are filled when a letter first needs them.
    void begin(std::uint8_t language, std::uint32_t rows) {
        if (begun_[language]) return;
        values_[language].reserve(rows * (size_ / width + 1));
        begun_[language] = true; // not before: without that room rows must not be written
        std::memset(ready_[language], 0, sizeof(ready_[language]));
        int sum = 0;
        for (std::uint32_t i = 0; i < size_; ++i)
            sum += language == same         ? kin.gap(letters_[i], in_)
                   : in_ == writing::arabic ? sound_tables[language].row(letters_[i])[0]
                                            : sound_tables[language].row(0)[letters_[i]];
        alone_[language] = sum;
    }

    // --- One script

    template <std::size_t Count>
    [[nodiscard]] const lanes* same_row(std::uint8_t letter) {
        lanes* const row = values_[same].data() + letter * Count;
        if (ready_[same][letter]) return row;
        ready_[same][letter] = true;
        std::int16_t cells[Count * width] = {};
        for (std::uint32_t i = 0; i < size_; ++i)
            cells[i + 1] = static_cast<std::int16_t>(kin.weight(letters_[i], letter, in_) - kin.gap(letters_[i], in_));
        std::memcpy(row, cells, sizeof(cells));
        return row;
    }
    template <std::size_t Count>
    [[nodiscard]] int run_same(const std::uint8_t* other, std::uint32_t other_size) {
        lanes now[Count], one[Count];
        for (lanes& v : now) v = lanes{} + static_cast<std::int16_t>(base);
        for (std::uint32_t j = 0; j < other_size; ++j) {
            const lanes* const row = same_row<Count>(other[j]);
            const auto gap = static_cast<std::int16_t>(kin.gap(other[j], in_));
            move<1>(now, one);
            for (std::size_t r = 0; r < Count; ++r) now[r] = greater(now[r] + gap, one[r] + row[r]);
            running_maximum(now);
        }
        return last(now) + alone_[same];
    }

    // --- Arabic letters

    template <std::size_t Count>
    [[nodiscard]] const lanes* latin_row(std::uint8_t column, std::uint8_t language) {
        lanes* const row = values_[language].data() + column * Count;
        if (ready_[language][column]) return row;
        ready_[language][column] = true;
        std::int16_t cells[Count * width] = {};
        const sound_table& table = sound_tables[language];
        for (std::uint32_t i = 0; i < size_; ++i) {
            const std::int8_t* const of = table.row(letters_[i]);
            cells[i + 1] = static_cast<std::int16_t>(column == 0 ? never : of[column] - of[0]);
        }
        std::memcpy(row, cells, sizeof(cells));
        return row;
    }
    template <std::size_t Count>
    [[nodiscard]] int run_latin(unit_view latin, std::uint8_t language) {
        const std::int8_t* const alone = sound_tables[language].row(0);
        lanes now[Count], one[Count] = {}, two[Count] = {}, three[Count];
        for (lanes& v : now) v = lanes{} + static_cast<std::int16_t>(base);
        for (std::uint32_t j = 0; j < latin.size; ++j) {
            for (std::size_t r = 0; r < Count; ++r) three[r] = two[r], two[r] = one[r];
            move<1>(now, one);
            const lanes *const a = latin_row<Count>(latin.one[j], language), *const b = latin_row<Count>(latin.two[j], language),
                               *const c = latin_row<Count>(latin.three[j], language);
            const auto left = static_cast<std::int16_t>(alone[latin.one[j]]);
            for (std::size_t r = 0; r < Count; ++r)
                now[r] = greater(greater(now[r] + left, one[r] + a[r]), greater(two[r] + b[r], three[r] + c[r]));
            running_maximum(now);
        }
        return last(now) + alone_[language];
    }

    // --- Latin letters

    template <std::size_t Count>
    [[nodiscard]] const lanes* native_rows(std::uint8_t letter, std::uint8_t language) {
        lanes* const rows = values_[language].data() + letter * 3 * Count;
        if (ready_[language][letter]) return rows;
        ready_[language][letter] = true;
        std::int16_t cells[3][Count * width] = {};
        const std::int8_t *const of = sound_tables[language].row(letter), *const alone = sound_tables[language].row(0);
        int before[3] = {0, 0, 0}; // of the last letters alone: one, two, three of them
        for (std::uint32_t j = 0; j < size_; ++j) {
            const int mine = alone[units_.one[j]];
            before[2] = before[1] + mine;
            before[1] = before[0] + mine;
            before[0] = mine;
            cells[0][j + 1] = static_cast<std::int16_t>(of[units_.one[j]] - before[0]);
            cells[1][j + 1] = static_cast<std::int16_t>(units_.two[j] == 0 ? never : of[units_.two[j]] - before[1]);
            cells[2][j + 1] = static_cast<std::int16_t>(units_.three[j] == 0 ? never : of[units_.three[j]] - before[2]);
        }
        std::memcpy(rows, cells, sizeof(cells));
        return rows;
    }
    template <std::size_t Count>
    [[nodiscard]] int run_native(const std::uint8_t* native, std::uint32_t native_size, std::uint8_t language) {
        const sound_table& table = sound_tables[language];
        lanes now[Count], one[Count], two[Count], three[Count];
        for (lanes& v : now) v = lanes{} + static_cast<std::int16_t>(base);
        for (std::uint32_t i = 0; i < native_size; ++i) {
            const lanes* const rows = native_rows<Count>(native[i], language);
            const auto nothing = static_cast<std::int16_t>(table.row(native[i])[0]);
            move<1>(now, one);
            move<2>(now, two);
            move<3>(now, three);
            for (std::size_t r = 0; r < Count; ++r)
                now[r] = greater(greater(now[r] + nothing, one[r] + rows[r]),
                                 greater(two[r] + rows[Count + r], three[r] + rows[2 * Count + r]));
            running_maximum(now);
        }
        return last(now) + alone_[language];
    }

    const std::uint8_t* letters_ = nullptr;
    std::uint32_t size_ = 0;
    writing in_ = writing::none;
    unit_view units_;
    buffer<lanes> values_[name_languages + 1];
    int alone_[name_languages + 1] = {}; // all letters corresponding to nothing
    bool begun_[name_languages + 1] = {};
    bool ready_[name_languages + 1][native_codes > name_columns ? native_codes : name_columns] = {};
};

#else

// Without vectors: nothing stands ready.
class letter_profile {
public:
    void set(const std::uint8_t*, std::uint32_t, writing, unit_view) {}
    [[nodiscard]] bool fits(std::uint32_t) const { return false; }
    [[nodiscard]] int with_latin(unit_view, std::uint8_t) { return no_way; }
    [[nodiscard]] int with_native(const std::uint8_t*, std::uint32_t, std::uint8_t) { return no_way; }
    [[nodiscard]] int with_same(const std::uint8_t*, std::uint32_t) { return no_way; }
};

#endif

}}} // namespace matn::v0::detail

#endif
