// says: conversion from .*solar_hijri.* to|no viable conversion from .*solar_hijri.* to
#include <matn/calendar.hpp>

int main() {
    const matn::gregorian birthday = matn::solar_hijri{1399, 1, 26}; // a date of one calendar is not one of another by accident
    (void)birthday;
}
