// SPDX-License-Identifier: MIT
#include <matn/matn.hpp>

#include <iostream>

int main() {
    const matn::gazetteer places({{.id = "kabul", .type = "place", .language = "fa", .name = "کابل"},
                                  {.id = "doha", .type = "place", .language = "ar", .name = "الدوحة"},
                                  {.id = "doha", .type = "place", .language = "en", .name = "Doha"}});

    const auto analyse = matn::pipeline(matn::languages, matn::sentences, matn::numbers, matn::dates, matn::mentions(places));

    const std::string_view text = "سخنگوی وزارت صلح روز ۲۶ حمل ۱۳۹۹ در كابُل از رهایی ۳۶۱ زندانی خبر داد.\n"
                                  "وصل الوفد إلى الدوحة في 14 أبريل/نيسان 2020.\n"
                                  "Twenty prisoners were freed in Doha on April 14, 2020.";
    const auto doc = analyse(text);

    for (const matn::sentence& s : doc.each<matn::sentence>()) {
        std::cout << doc.text(s) << '\n';
        for (const matn::language_span& l : doc.each<matn::language_span>())
            if (l.at.overlaps(s.at)) std::cout << "  language  " << l.code.view() << '\n';
        for (const matn::mention& m : doc.each<matn::mention>(s.at))
            std::cout << "  place     " << doc.text(m) << " = " << places[m.id].id << '\n';
        for (const matn::date& d : doc.each<matn::date>(s.at))
            std::cout << "  date      " << doc.text(d) << " = " << matn::iso(d.first) << '\n';
        for (const matn::number& n : doc.each<matn::number>(s.at))
            std::cout << "  number    " << doc.text(n) << " = " << matn::to_string(n) << '\n';
    }
}
