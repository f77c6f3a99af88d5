// says: deleted (function|operator)
#include <matn/utf8.hpp>

std::string load();

int main() {
    for (const matn::code_point c : matn::code_points(load())) (void)c;
}
