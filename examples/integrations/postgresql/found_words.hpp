// SPDX-License-Identifier: MIT
// The words of a part of a text with their keys, to be asked by place.
#ifndef MATN_EXAMPLES_POSTGRESQL_FOUND_WORDS_HPP
#define MATN_EXAMPLES_POSTGRESQL_FOUND_WORDS_HPP

#include "../common/search_words.hpp"

#include <algorithm>

namespace matn_postgresql {

struct found_word {
    matn::slice place;
    matn::slice key;    ///< in the text of the keys
    bool again = false; ///< another key of the word before
};

class found_words {
public:
    void read(integrations::search_words& words, std::string_view text) {
        keys_.clear();
        all_.clear();
        words.each(text, [this](std::string_view key, matn::slice place, bool again) {
            const auto begin = static_cast<matn::offset>(keys_.size());
            keys_.append(key);
            all_.push_back({place, {begin, static_cast<matn::offset>(keys_.size())}, again});
            return true;
        });
    }
    [[nodiscard]] std::span<const found_word> all() const noexcept { return all_; }
    [[nodiscard]] std::string_view key(const found_word& w) const noexcept { return w.key.of(keys_); }

    /// Those that begin in a place.
    [[nodiscard]] std::span<const found_word> in(matn::slice place) const noexcept {
        const auto before = [](const found_word& w, matn::offset at) { return w.place.begin < at; };
        const auto first = std::lower_bound(all_.begin(), all_.end(), place.begin, before);
        return {first, std::lower_bound(first, all_.end(), place.end, before)};
    }

private:
    std::string keys_;
    std::vector<found_word> all_;
};

} // namespace matn_postgresql

#endif
