// says: use of deleted function|call to deleted constructor
#include <matn/gazetteer.hpp>

int main() {
    const matn::gazetteer places{{.id = "kabul", .name = "کابل"}};
    const matn::gazetteer copy = places; // a million names are not copied by accident
    (void)copy;
}
