// SPDX-License-Identifier: MIT
#include <matn/gazetteer.hpp>
#include <matn/language.hpp>
#include <matn/mention.hpp>
#include <matn/pipeline.hpp>

#include <iostream>
#include <sstream>
#include <string>

int main() {
    const matn::gazetteer names{{"Q1", "place", "en", "Samarkand"},
                                {"Q1", "place", "fa", "سمرقند"},
                                {"Q2", "org", "en", "Oxus Water Council"},
                                {"Q2", "org", "ar", "مجلس مياه آمو"}};
    const auto analyse = matn::pipeline(matn::languages, matn::mentions(names));
    auto doc = analyse.blank(); // filled again for each message: nothing is allocated once its buffers have grown

    std::istringstream feed(
        "توافقنامه در سمرقند امضا شد\nMatch of the day: 2-1\nقال بيان لمجلس مياه آمو إن الاجتماع تأجل\n"); // std::cin, as a rule
    for (std::string message; std::getline(feed, message);) {
        analyse(message, doc);
        for (const matn::mention& m : doc.each<matn::mention>())
            std::cout << doc.get<matn::language>().code.view() << ' ' << names[m.id].id << " (" << names[m.id].name
                      << "): " << message << '\n';
    }
}
