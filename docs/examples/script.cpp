// SPDX-License-Identifier: MIT
#include <matn/script.hpp>

#include <iostream>

int main() {
    const std::string_view text = "سازمان (NATO) در بروکسل";
    for (const matn::script_run run : matn::script_runs(text))
        std::cout << run.at.begin << '-' << run.at.end << ' ' << matn::iso_15924(run.value) << " [" << run.at.of(text) << "]\n";
}
