// says: matn: a stage reads code points; put matn::code_points before it
#include <matn/pipeline.hpp>
#include <matn/utf8.hpp>

int main() {
    const auto count = [](std::span<const matn::code_point> all, std::size_t& n) { n = all.size(); };
    const auto analyse = matn::pipeline(count, matn::code_points);
    (void)analyse("سلام");
}
