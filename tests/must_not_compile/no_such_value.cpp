// says: matn: this document has no such value; add the stage that makes it to the pipeline
#include <matn/pipeline.hpp>
#include <matn/utf8.hpp>

struct dialect {
    int code = 0;
};

int main() {
    const auto doc = matn::pipeline(matn::code_points)("سلام");
    return doc.get<dialect>().code;
}
