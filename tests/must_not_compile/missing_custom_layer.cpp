// says: matn: a stage reads a layer that no earlier stage of this pipeline makes
#include <matn/pipeline.hpp>
#include <matn/utf8.hpp>

struct dateline {
    matn::slice at;
};
struct headline {
    matn::slice at;
};

int main() {
    const auto headlines = [](std::span<const dateline>, matn::emit<headline>) {};
    const auto analyse = matn::pipeline(matn::code_points, headlines);
    (void)analyse("كابول");
}
