// says: matn: this document has no such layer; add the stage that makes it to the pipeline
#include <matn/pipeline.hpp>
#include <matn/utf8.hpp>

int main() {
    const auto doc = matn::pipeline(matn::code_points)("سلام");
    for (const matn::damage& d : doc.each<matn::damage>()) (void)d;
}
