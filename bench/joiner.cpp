// SPDX-License-Identifier: MIT
// Half-spaces found and restored, beside what any reading of the text costs: its words, and a copy.
//
// There is no other C++ library that does it; the programs that do (in Python) are three orders of magnitude slower and cannot run here.
#include "bench.hpp"

#include <matn/joiner.hpp>
#include <matn/word.hpp>

#include <cstring>
#include <memory>

namespace {

template <matn::joiner_setting Setting>
std::function<std::size_t()> find(std::string_view text) {
    return [text, found = std::make_shared<std::vector<matn::joiner>>()] {
        found->clear();
        matn::joiners({.setting = Setting}).run(text, matn::emit(*found));
        return found->size();
    };
}
std::function<std::size_t()> restore(std::string_view text) {
    return [text, to = std::make_shared<matn::restored_text>()] {
        to->assign(text);
        return to->text().size();
    };
}
std::string without_joiners(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        if (text.substr(i, 3) == "\u200C") i += 3;
        else out += text[i++];
    }
    return out;
}
std::function<std::size_t()> restore_stripped(std::string_view text) {
    return [text = without_joiners(text), to = std::make_shared<matn::restored_text>()] {
        to->assign(text);
        return to->text().size();
    };
}
std::function<std::size_t()> split(std::string_view text) {
    return [text] {
        std::size_t count = 0;
        matn::words.for_each(text, [&count](matn::word) { ++count; });
        return count;
    };
}
std::function<std::size_t()> copy(std::string_view text) {
    return [text, to = std::make_shared<std::string>(text)] {
        std::memcpy(to->data(), text.data(), text.size());
        return to->size();
    };
}

} // namespace

int main(int argc, char** argv) {
    return bench::run(argc, argv,
                      {{"joiners", "matn find", find<matn::joiner_setting::balanced>},
                       {"joiners", "matn find precise", find<matn::joiner_setting::precision>},
                       {"joiners", "matn find recall", find<matn::joiner_setting::recall>},
                       {"joiners", "matn restore", restore},
                       {"joiners", "matn restore, all lost", restore_stripped},
                       {"joiners", "matn words", split},
                       {"joiners", "memcpy", copy}});
}
