// SPDX-License-Identifier: MIT
// The calls of the command `matn`: what each is asked for, and what runs it. Each gives the exit status.
#ifndef MATN_EXAMPLES_COMMANDS_HPP
#define MATN_EXAMPLES_COMMANDS_HPP

#include <string>
#include <vector>

struct normalize_request {
    std::string profile = "key";
    std::string rules; ///< "+digits,-marks": what to do besides the profile, and what not
    std::string lang;
    unsigned jobs = 1;
    bool flush = false;
};
int normalize(const normalize_request& request);

struct identify_request {
    unsigned jobs = 1;
    bool flush = false;
};
int identify(const identify_request& request);

struct compile_request {
    std::vector<std::string> gazetteers;
    std::string output;
    bool strict = false;
};
int compile(const compile_request& request);

#endif
