// SPDX-License-Identifier: MIT
// A long text is read in parts: the memory is that of a part, and the server can be interrupted between two of them.
#ifndef MATN_EXAMPLES_POSTGRESQL_PARTS_HPP
#define MATN_EXAMPLES_POSTGRESQL_PARTS_HPP

#include <cstddef>
#include <string_view>

namespace matn_postgresql {

/// Parts have 256 KiB at most.
inline constexpr std::size_t longest_part = std::size_t{1} << 18;

/// Where a text may be cut so that the part before has `most` bytes at most: after a line feed, else after a space, both in the second
/// half, else between two code points.
inline std::size_t cut(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text.size();
    for (const char after : {'\n', ' '})
        if (const std::size_t at = text.rfind(after, most - 1); at != std::string_view::npos && at >= most / 2) return at + 1;
    std::size_t at = most;
    while (at > 1 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return at;
}

/// Takes the next part off a text; nothing at its end.
inline std::string_view take_part(std::string_view& rest) {
    const std::string_view part = rest.substr(0, cut(rest, longest_part));
    rest.remove_prefix(part.size());
    return part;
}

} // namespace matn_postgresql

#endif
