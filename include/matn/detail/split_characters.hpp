// SPDX-License-Identifier: MIT
// A text in parts that may cut a character: hands on whole characters.
#ifndef MATN_DETAIL_SPLIT_CHARACTERS_HPP
#define MATN_DETAIL_SPLIT_CHARACTERS_HPP

#include <matn/utf8.hpp>

namespace matn { inline namespace v0 { namespace detail {

class split_characters {
public:
    // Calls `read(text)` with the parts, so that no call ends inside a character; together they are all bytes, in order.
    template <class Read>
    constexpr void feed(std::string_view part, const Read& read) {
        check_length(part.size());
        offset pos = 0;
        while (carried_ > 0 && pos < part.size()) { // the rest of a character that was cut
            carry_[carried_++] = part[pos++];
            const std::string_view whole(carry_, carried_);
            if (is_cut_short(whole)) continue;
            const offset size = decode(whole, 0).at.size();
            read(whole.substr(0, size));
            // What is left begins a character of this part: all but the last byte were good so far.
            pos -= carried_ - size;
            carried_ = 0;
        }
        if (carried_ > 0 || pos == part.size()) return;
        const std::string_view rest = part.substr(pos);
        const std::size_t keep = cut_short_at_end(rest);
        for (const char c : rest.substr(rest.size() - keep)) carry_[carried_++] = c;
        read(rest.substr(0, rest.size() - keep));
    }
    // What was cut and never came whole.
    template <class Read>
    constexpr void finish(const Read& read) {
        if (carried_ > 0) read(std::string_view(carry_, carried_));
        carried_ = 0;
    }

private:
    static constexpr bool is_cut_short(std::string_view text) noexcept {
        const auto lead = static_cast<unsigned char>(text[0]);
        const std::size_t need = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
        return text.size() < need && decode(text, 0).at.size() == text.size();
    }
    static constexpr std::size_t cut_short_at_end(std::string_view text) noexcept {
        for (std::size_t n = 1; n <= 3 && n <= text.size(); ++n) {
            const auto b = static_cast<unsigned char>(text[text.size() - n]);
            if (b < 0x80) return 0;
            if (b >= 0xC0) return is_cut_short(text.substr(text.size() - n)) ? n : 0;
        }
        return 0;
    }

    char carry_[4] = {};
    unsigned carried_ = 0;
};

}}} // namespace matn::v0::detail

#endif
