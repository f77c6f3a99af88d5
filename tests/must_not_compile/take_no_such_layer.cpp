// says: matn: this document has no such layer
#include <matn/pipeline.hpp>
#include <matn/utf8.hpp>

int main() {
    auto doc = matn::pipeline(matn::code_points)("سلام");
    return static_cast<int>(std::move(doc).take<matn::damage>().size());
}
