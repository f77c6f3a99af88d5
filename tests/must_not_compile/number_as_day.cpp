// says: conversion from .int. to|no viable conversion from .int. to
#include <matn/calendar.hpp>

int main() {
    const matn::day today = 18366; // days are counted from 1970 only where it is said: day{18366}
    (void)today;
}
