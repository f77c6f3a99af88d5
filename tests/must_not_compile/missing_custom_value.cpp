// says: matn: a stage reads a layer that no earlier stage of this pipeline makes
#include <matn/pipeline.hpp>
#include <matn/utf8.hpp>

struct dialect {
    int code = 0;
};

int main() {
    const auto count = [](const dialect& spoken, std::size_t& n) { n = static_cast<std::size_t>(spoken.code); };
    const auto analyse = matn::pipeline(count);
    (void)analyse("كابول");
}
