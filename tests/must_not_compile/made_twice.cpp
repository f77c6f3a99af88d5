// says: matn: two stages of this pipeline make the same layer; give one an item type of its own
#include <matn/pipeline.hpp>
#include <matn/utf8.hpp>

int main() {
    const auto analyse = matn::pipeline(matn::code_points, matn::code_points);
    (void)analyse("سلام");
}
