// SPDX-License-Identifier: MIT
// matn at the command line: reads the arguments and starts the call that they ask for.
#include "matn/commands.hpp"

#include <matn/version.hpp>

#include <CLI/CLI.hpp>

#include <functional>
#include <iostream>
#include <thread>

#include <sys/stat.h>
#include <unistd.h>

namespace {

unsigned cores() { return std::max(1u, std::thread::hardware_concurrency()); }

std::string version() {
    return std::to_string(MATN_VERSION_MAJOR) + '.' + std::to_string(MATN_VERSION_MINOR) + '.' +
           std::to_string(MATN_VERSION_PATCH);
}

// Whoever reads a pipe or a terminal is waiting for each line; a file is not.
bool someone_waits() {
    struct stat out {};
    return fstat(STDOUT_FILENO, &out) != 0 || !S_ISREG(out.st_mode);
}

struct streaming {
    unsigned jobs = cores();
    bool flush = someone_waits();

    void add_to(CLI::App& call) {
        call.add_option("--jobs", jobs, "threads; the order of the lines is kept")
            ->check(CLI::Range(1u, 1024u))
            ->capture_default_str();
        call.add_flag("--flush", flush, "write each line at once; the default unless standard output is a file");
    }
};

void add_analysis_options(CLI::App& call, analysis_request& into) {
    call.add_option(
        "--layers", into.layers,
        "what to look for, with commas between: scripts, languages, words, tokens, syntactic_words, sentences, numbers, dates, mentions, anchor, warnings (default: all but words, tokens and syntactic_words)");
    call.add_option(
            "--gazetteer", into.gazetteers,
            "names to look for: tab-separated, JSON Lines (Wikidata, OpenSanctions) or compiled; may be given more than once")
        ->allow_extra_args(false);
    call.add_flag("--strict", into.strict, "a defect in a gazetteer is fatal");
    call.add_flag("--cross-script", into.cross_script,
                  "names also where the text writes them in another script: خلیلزاد for Khalilzad");
    call.add_flag("--fuzzy", into.fuzzy, "names also where one letter of a word is taken for another: خلیلذاد for خلیلزاد");
    call.add_option("--anchor", into.anchor,
                    "YYYY-MM-DD[Thh:mm[:ss]]: the day on which the texts were written, which \"yesterday\" counts from");
    call.add_option("--order", into.order, "DMY or MDY: what 4/5/2020 means")->check(CLI::IsMember({"DMY", "MDY"}));
    call.add_option("--lang", into.lang, "the language that the texts are probably in");
    call.add_option("--offsets", into.offsets, "what positions count: bytes, codepoints or utf16")
        ->check(CLI::IsMember({"bytes", "codepoints", "utf16"}))
        ->capture_default_str();
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Text analysis for Arabic-script and mixed text.", "matn");
    app.set_version_flag("--version", "matn " + version());
    app.require_subcommand(1);
    app.footer("matn CALL --help tells more about a call, with examples.\n"
               "Exit status: 0 all well, 2 usage, 3 some input was bad (the rest was done), 4 could not read or write.");
    std::function<int()> run;
    streaming stream;

    analyze_request files;
    files.jobs = cores();
    CLI::App* call = app.add_subcommand("analyze", "what is in some files: for people, as JSON, or as a page");
    call->add_option("FILE", files.files, "text files, or folders of .txt files (default: standard input)");
    call->add_flag("--json", files.json, "one JSON document, with positions in bytes, code points and UTF-16 units");
    call->add_option("--html", files.html, "also writes the report as a page to this file");
    call->add_option("--color", files.colour, "auto, always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->capture_default_str();
    call->add_option("--jobs", files.jobs, "threads")->check(CLI::Range(1u, 1024u))->capture_default_str();
    add_analysis_options(*call, files.analysis);
    call->footer("Examples:\n"
                 "  matn analyze article.txt\n"
                 "  matn analyze --layers dates --anchor 2020-04-15 < article.txt\n"
                 "  matn analyze --gazetteer names.tsv --html report.html monday/*.txt");
    call->callback([&] { run = [&files] { return analyze(files); }; });

    jsonl_request worker;
    call = app.add_subcommand("jsonl", "the worker: JSON Lines in, JSON Lines out, in the same order");
    add_analysis_options(*call, worker.analysis);
    call->add_option("--text-field", worker.text_field, "where a line holds its text")->capture_default_str();
    call->add_option("--id-field", worker.id_field, "where a line holds its identifier")->capture_default_str();
    stream.add_to(*call);
    call->footer(
        "A line is {\"id\": any, \"text\": \"...\", \"anchor\": \"2020-04-15\", \"order\": \"DMY\", \"lang\": \"prs\"}; all but the text may be left out.\n"
        "A bad line gives {\"id\": ..., \"error\": \"...\"} in its place.\n\n"
        "Examples:\n"
        "  echo '{\"id\": 1, \"text\": \"ناسته به سبا وي\"}' | matn jsonl --layers languages,numbers\n"
        "  matn jsonl --gazetteer names.matn --offsets utf16 < articles.jsonl > found.jsonl");
    call->callback([&] {
        worker.jobs = stream.jobs;
        worker.flush = stream.flush;
        run = [&worker] { return jsonl(worker); };
    });

    identify_request ident;
    call = app.add_subcommand("identify", "one text a line in, its language and how sure that is a line out");
    stream.add_to(*call);
    call->footer(
        "Prints a BCP 47 tag (prs is Dari, fa Iranian or undecided Persian), a tab and a number up to 1; und and 0 where nothing can be said.\n\n"
        "Examples:\n"
        "  echo 'ناسته به سبا وي' | matn identify\n"
        "  cut -f2 messages.tsv | matn identify | sort | uniq -c");
    call->callback([&] {
        ident = {stream.jobs, stream.flush};
        run = [&ident] { return identify(ident); };
    });

    normalize_request norm;
    call = app.add_subcommand("normalize", "one text a line in, its normal form a line out");
    call->add_option("--profile", norm.profile, "repair, orthography or key")->required();
    call->add_option("--rules", norm.rules, "what to do besides, and what not: +digits,-marks,+zwnj-restore");
    call->add_option("--lang", norm.lang, "the language of the texts, which decides what orthography is: ar, fa, prs, ps, ur");
    stream.add_to(*call);
    call->footer(
        "repair mends what broke on the way (forms copied from a PDF, invisible marks); orthography also writes one letter where keyboards\n"
        "disagree; key is for searching: what most readers take as the same word becomes the same.\n\n"
        "Examples:\n"
        "  echo 'كتابــخانه‌ی مَلّی' | matn normalize --profile key\n"
        "  matn normalize --profile orthography --lang prs < names.txt > normal.txt\n"
        "  matn normalize --profile repair --rules +digits < scan.txt");
    call->callback([&] {
        norm.jobs = stream.jobs;
        norm.flush = stream.flush;
        run = [&norm] { return normalize(norm); };
    });

    lookup_request look;
    call = app.add_subcommand("lookup", "one name a line in, what it may mean in a gazetteer out, in any script");
    call->add_option("--gazetteer", look.gazetteers, "names to find, as text or compiled; may be given more than once")
        ->allow_extra_args(false)
        ->required();
    call->add_option("--top", look.top, "how many entries a line at most")->check(CLI::Range(1u, 10000u))->capture_default_str();
    call->add_option("--lang", look.lang,
                     "the language of the names asked for: ar, fa, prs, ps, ur, en (default: by their letters)");
    call->add_flag("--strict", look.strict, "a defect in a gazetteer is fatal");
    call->add_flag("--exhaustive", look.exhaustive,
                   "compares each name with all of the gazetteer: slow, and hardly ever finds more");
    stream.add_to(*call);
    call->footer(
        "Prints {\"query\": ..., \"ranked\": [{\"id\": ..., \"name\": ..., \"score\": 0 to 1, \"rule\": ...}, ...]} a line, best first. A score of\n"
        "0.5 or more means: more probably the same name than not.\n\n"
        "Examples:\n"
        "  echo 'زلمی خلیلزاد' | matn lookup --gazetteer people.tsv --top 3\n"
        "  matn lookup --gazetteer names.matn --lang ar < names.txt > found.jsonl");
    call->callback([&] {
        look.jobs = stream.jobs;
        look.flush = stream.flush;
        run = [&look] { return lookup(look); };
    });

    compile_request comp;
    call = app.add_subcommand("compile", "gazetteers to one file that every --gazetteer maps into memory");
    call->add_option(
            "GAZETTEER", comp.gazetteers,
            "tab-separated text: id, type, lang, name; or a header line that names the columns; or JSON Lines of Wikidata or "
            "OpenSanctions entities")
        ->required();
    call->add_option("-o,--output", comp.output, "the file to write")->required();
    call->add_flag("--strict", comp.strict, "any defect is fatal");
    call->footer("Example:\n  matn compile people.tsv places.tsv -o names.matn");
    call->callback([&] { run = [&comp] { return compile(comp); }; });

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        return app.exit(e) == 0 ? 0 : 2;
    }
    return run();
}
