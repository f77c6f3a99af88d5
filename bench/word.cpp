// SPDX-License-Identifier: MIT
// Words alone; `./dev bench tokenization` runs them with all else that cuts a text.
#include "segmentation.hpp"

int main(int argc, char** argv) { return bench::run(argc, argv, bench::words()); }
