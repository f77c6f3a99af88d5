// SPDX-License-Identifier: MIT
#include <matn/pipeline.hpp>

#include <iostream>

struct line {
    matn::slice at;
};

struct line_options {
    bool empty_ones = false;
};

// A stage that works in all the ways that matn's own do: called, piped, with options, in a pipeline.
struct lines_fn : matn::adaptor {
    line_options options;

    std::vector<line> operator()(std::string_view text) const {
        std::vector<line> found;
        run(text, matn::emit(found));
        return found;
    }
    lines_fn operator()(line_options other) const {
        lines_fn made;
        made.options = other;
        return made;
    }
    void run(std::string_view text, matn::emit<line> out) const {
        const auto size = static_cast<matn::offset>(text.size());
        for (matn::offset begin = 0; begin < size;) {
            const auto found = text.find('\n', begin);
            const matn::offset end = found == text.npos ? size : static_cast<matn::offset>(found);
            if (end > begin || options.empty_ones) out({{begin, end}});
            begin = end + 1;
        }
    }
};
inline constexpr lines_fn lines{};

int main() {
    const std::string_view poem = "بنی آدم اعضای یک پیکرند\n\nکه در آفرینش ز یک گوهرند";

    std::cout << lines(poem).size() << " lines\n";
    std::cout << (poem | lines({.empty_ones = true})).size() << " lines with the empty one\n";
    for (const line& l : matn::pipeline(lines)(poem).take<line>()) std::cout << l.at.of(poem) << '\n';
}
