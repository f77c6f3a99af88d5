// says: deleted (function|operator)
#include <matn/pipeline.hpp>
#include <matn/utf8.hpp>

std::string load();

int main() { const auto doc = matn::pipeline(matn::code_points)(load()); }
