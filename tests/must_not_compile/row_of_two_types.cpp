// says: an id has two types
#include <matn/constant_gazetteer.hpp>

constexpr matn::entry places[] = {{.id = "1", .type = "place", .name = "کابل"}, {.id = "1", .type = "org", .name = "کابل بانک"}};

int main() {
    constexpr auto names = matn::constant_gazetteer<places>();
    return static_cast<int>(names.size());
}
