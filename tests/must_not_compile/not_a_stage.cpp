// says: matn: a stage is a const callable whose parameters are
#include <matn/pipeline.hpp>
#include <matn/utf8.hpp>

int main() {
    const auto analyse = matn::pipeline(matn::code_points, [](std::vector<matn::code_point>) {});
    (void)analyse("سلام");
}
