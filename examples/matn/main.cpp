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

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Text analysis for Arabic-script and mixed text.", "matn");
    app.set_version_flag("--version", "matn " + version());
    app.require_subcommand(1);
    app.footer("matn CALL --help tells more about a call, with examples.\n"
               "Exit status: 0 all well, 2 usage, 3 some input was bad (the rest was done), 4 could not read or write.");
    std::function<int()> run;
    streaming stream;

    identify_request ident;
    CLI::App* call = app.add_subcommand("identify", "one text a line in, its language and how sure that is a line out");
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
    call->add_option("--rules", norm.rules, "what to do besides, and what not: +digits,-marks");
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

    compile_request comp;
    call = app.add_subcommand("compile", "gazetteers to one file that every --gazetteer maps into memory");
    call->add_option("GAZETTEER", comp.gazetteers,
                     "tab-separated text: id, type, lang, name; or a header line that names the columns")
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
