// says: no match for .operator<=?>?.|invalid operands to binary expression
#include <matn/calendar.hpp>

int main() {
    return matn::gregorian{2020, 4, 14} < matn::solar_hijri{1399, 1, 26}; // compare their days
}
