// says: matn: a stage reads a layer that no earlier stage of this pipeline makes
#include <matn/pipeline.hpp>
#include <matn/utf8.hpp>

struct dateline {
    matn::slice at;
};
struct headline {
    matn::slice at;
};
struct first {
    matn::slice at;
};
struct second {
    matn::slice at;
};
struct third {
    matn::slice at;
};

int main() {
    const auto firsts = [](std::string_view, matn::emit<first>) {};
    const auto seconds = [](std::span<const first>, matn::emit<second>) {};
    const auto thirds = [](std::span<const second>, matn::emit<third>) {};
    const auto headlines = [](std::span<const dateline>, matn::emit<headline>) {};
    const auto analyse = matn::pipeline(matn::code_points, matn::damages, firsts, seconds, thirds, headlines);
    const auto doc = analyse("كابول");
    for (const headline& h : doc.each<headline>()) (void)h; // one mistake is one error, though this layer is unknown now
}
