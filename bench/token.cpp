// SPDX-License-Identifier: MIT
// Tokens alone; `./dev bench tokenization` runs them with all else that cuts a text.
#include "segmentation.hpp"

int main(int argc, char** argv) { return bench::run(argc, argv, bench::tokens()); }
