// says: deleted (function|operator)
#include <matn/pipeline.hpp>
#include <matn/utf8.hpp>

std::string load();

int main() {
    const auto analyse = matn::pipeline(matn::code_points);
    auto doc = analyse.blank();
    analyse(load(), doc);
}
