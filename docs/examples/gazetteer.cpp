// SPDX-License-Identifier: MIT
#include <matn/gazetteer.hpp>

#include <iostream>

int main() {
    const std::string_view file = "# id, type, language, name\n"
                                  "Q5682\tplace\tprs\tکابل\n"
                                  "Q5682\tplace\ten\tKabul\n"
                                  "Q3476\tplace\tprs\n"
                                  "Q45178\tplace\tprs\tهرات\n";
    const auto loaded = matn::gazetteer::from_tsv(file, "places.tsv");
    if (!loaded) {
        std::cerr << loaded.error().message() << '\n';
        return 1;
    }
    for (const matn::gazetteer_problem& p : loaded->problems) std::cout << p.message() << '\n';

    const matn::gazetteer& places = loaded->names;
    for (matn::entry_id id = 0; id < places.size(); ++id) {
        std::cout << places[id].id << ' ' << places[id].type << ':';
        for (std::uint32_t n = 0; n < places.name_count(id); ++n)
            std::cout << ' ' << places.at(id, n).name << " (" << places.at(id, n).language << ')';
        std::cout << '\n';
    }

    // The whole gazetteer is one block of bytes: write it to a file, and map the file the next time.
    const auto again = matn::gazetteer::from_image(places.image());
    std::cout << again->name_count() << " names again\n";
}
