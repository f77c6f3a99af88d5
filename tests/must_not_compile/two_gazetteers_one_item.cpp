// says: matn: two stages of this pipeline make the same layer; give one an item type of its own
#include <matn/mention.hpp>
#include <matn/pipeline.hpp>

int main() {
    const matn::gazetteer people{{.id = "ghani", .name = "اشرف غنی"}};
    const matn::gazetteer places{{.id = "kabul", .name = "کابل"}};
    const auto analyse = matn::pipeline(matn::mentions(people), matn::mentions(places));
    const auto doc = analyse("در کابل");
    for (const matn::mention& m : doc.each<matn::mention>()) (void)m;
}
