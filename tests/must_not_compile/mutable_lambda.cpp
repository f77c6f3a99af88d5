// says: matn: a stage is a const callable whose parameters are
#include <matn/pipeline.hpp>

int main() {
    std::size_t calls = 0;
    const auto analyse = matn::pipeline([calls](std::string_view) mutable { ++calls; });
    (void)analyse("سلام");
}
