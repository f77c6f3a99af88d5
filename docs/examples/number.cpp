// SPDX-License-Identifier: MIT
#include <matn/number.hpp>

#include <iostream>

int main() {
    const std::string_view text =
        "حکومت ۵ هزار زندانی را رها کرد، و مئة وعشرون ألفا عادوا; about $3.5 million for two thirds of the "
        "people, 12 percent. ڈیڑھ لاکھ روپے، ۲۰ کیلومتر مربع";
    for (const matn::number& n : matn::numbers(text, {.units = true})) {
        std::cout << n.at.of(text) << " = " << to_string(n) << (n.kind == matn::number_kind::percent ? " percent" : "")
                  << ((n.flags & matn::number_about) != 0 ? ", about" : "");
        if (!n.unit().empty()) std::cout << ", counts: " << n.unit().of(text);
        std::cout << '\n';
    }

    if (const auto n = matn::parse_number("بیستویک")) std::cout << n->value() << '\n';
    if (const auto n = matn::parse_number("99999999999999999999"))
        std::cout << "whole number: " << n->integer().has_value() << '\n';
}
