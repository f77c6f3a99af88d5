// says: matn: a stage is a const callable whose parameters are
#include <matn/pipeline.hpp>

int main() {
    const auto analyse = matn::pipeline([](auto text) { (void)text; });
    (void)analyse("سلام");
}
