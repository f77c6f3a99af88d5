// says: deleted (member )?function
#include <matn/pipeline.hpp>
#include <matn/utf8.hpp>

int main() {
    const auto analyse = matn::pipeline(matn::code_points);
    for (const matn::code_point& c : analyse("سلام").each<matn::code_point>()) (void)c; // the document is gone before its items
}
