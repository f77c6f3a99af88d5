// SPDX-License-Identifier: MIT
// The calls of the command `matn`: what each is asked for, and what runs it. Each gives the exit status.
#ifndef MATN_EXAMPLES_COMMANDS_HPP
#define MATN_EXAMPLES_COMMANDS_HPP

#include <optional>
#include <string>
#include <vector>

/// How lines go through a call that answers each with a line.
struct streaming {
    unsigned jobs = 1;
    bool flush = false;        ///< write each answer at once
    bool chunk_header = false; ///< a line with the number of rows stands before them
    bool lenient = false;      ///< bad lines leave the exit status at 0
};

struct normalize_request {
    std::string profile = "key";
    std::string rules; ///< "+digits,-marks": what to do besides the profile, and what not
    std::string lang;
    streaming lines;
};
int normalize(const normalize_request& request);

int identify(const streaming& lines);

struct compile_request {
    std::vector<std::string> gazetteers;
    std::string output;
    bool strict = false;
};
int compile(const compile_request& request);

struct lookup_request {
    std::vector<std::string> gazetteers;
    std::string lang; ///< of the names asked for
    unsigned top = 10;
    bool strict = false;
    bool exhaustive = false;
    streaming lines;
};
int lookup(const lookup_request& request);

/// What analyze and jsonl have in common, as the user wrote it.
struct analysis_request {
    std::optional<std::string> layers;
    std::vector<std::string> gazetteers;
    bool strict = false;
    bool fuzzy = false;
    bool cross_script = false;
    std::string anchor;
    std::string order;
    std::string lang;
    std::string offsets = "bytes";
};

struct analyze_request {
    analysis_request analysis;
    std::vector<std::string> files; ///< none: standard input
    bool json = false;
    std::string html; ///< where to write the page, or empty
    std::string colour = "auto";
    unsigned jobs = 1;
};
int analyze(const analyze_request& request);

struct jsonl_request {
    analysis_request analysis;
    std::string text_field = "text";
    std::string id_field = "id";
    bool tsv = false; ///< rows of fields with tabs between instead of JSON
    std::string columns = "id,text";
    streaming lines;
};
int jsonl(const jsonl_request& request);

#endif
