// says: deleted function
#include <matn/mention.hpp>
#include <matn/pipeline.hpp>

int main() {
    const auto analyse = matn::pipeline(matn::mentions(matn::gazetteer{{.id = "kabul", .name = "کابل"}}));
    (void)analyse("در کابل");
}
