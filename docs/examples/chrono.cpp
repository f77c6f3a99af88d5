// SPDX-License-Identifier: MIT
#include <matn/chrono.hpp>

#include <iostream>

int main() {
    using namespace std::chrono;
    const sys_days then = matn::to_chrono(matn::day(matn::solar_hijri(1399, 1, 26)));
    std::cout << (then == sys_days(2020y / April / 14)) << '\n';
    std::cout << iso(matn::solar_hijri(matn::from_chrono(sys_days(2021y / August / 15)))) << '\n';
}
