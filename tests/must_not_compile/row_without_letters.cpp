// says: a name has no letter, digit or sign
#include <matn/constant_gazetteer.hpp>

constexpr matn::entry places[] = {{.id = "1", .name = "کابل"}, {.id = "2", .name = "ـً"}};

int main() {
    constexpr auto names = matn::constant_gazetteer<places>();
    return static_cast<int>(names.size());
}
