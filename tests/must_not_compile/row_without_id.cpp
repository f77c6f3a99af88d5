// says: a row has no id
#include <matn/constant_gazetteer.hpp>

constexpr matn::entry places[] = {{.id = "1", .name = "کابل"}, {.id = "", .name = "هرات"}};

int main() {
    constexpr auto names = matn::constant_gazetteer<places>();
    return static_cast<int>(names.size());
}
