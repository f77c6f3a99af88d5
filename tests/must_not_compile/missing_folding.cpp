// says: matn: a stage reads a folded text; put matn::folding<...> of the same set before it
#include <matn/fold.hpp>
#include <matn/pipeline.hpp>
#include <matn/through.hpp>
#include <matn/word.hpp>

int main() {
    const auto analyse = matn::pipeline(matn::folding<matn::fold::digits>, matn::through<matn::fold::search>(matn::words));
    (void)analyse("در كابل");
}
