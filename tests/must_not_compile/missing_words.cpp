// says: matn: a stage reads words; put matn::words before it
#include <matn/pipeline.hpp>
#include <matn/word.hpp>

struct capital {
    matn::slice at;
};

int main() {
    const auto capitals = [](std::span<const matn::word>, matn::emit<capital>) {};
    const auto analyse = matn::pipeline(capitals, matn::words);
    const auto doc = analyse("در کابل");
    for (const capital& c : doc.each<capital>()) (void)c;
}
