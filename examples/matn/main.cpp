// SPDX-License-Identifier: MIT
// matn at the command line: reads the arguments and starts the call that they ask for.
#include "common/help.hpp"
#include "matn/commands.hpp"
#include "matn/lines.hpp"

#include <matn/version.hpp>

#include <CLI/CLI.hpp>

#include <csignal>
#include <functional>
#include <thread>

namespace {

unsigned cores() { return std::max(1u, std::thread::hardware_concurrency()); }

std::string version() {
    return std::to_string(MATN_VERSION_MAJOR) + '.' + std::to_string(MATN_VERSION_MINOR) + '.' +
           std::to_string(MATN_VERSION_PATCH);
}

// What a language of texts or names may be: a BCP 47 tag. An unknown one is only a hint less.
const CLI::Validator language_tag(
    [](const std::string& tag) {
        const std::size_t end = std::min(tag.find('-'), tag.size());
        const bool letters = tag.find_first_not_of("abcdefghijklmnopqrstuvwxyz") >= end;
        return letters && (end == 2 || end == 3) && tag.size() <= 35
                   ? std::string()
                   : "'" + tag + "' is no language tag, which is such as prs, fa, ps, ar, ur or en";
    },
    "TAG");

void add_jobs(CLI::App& call, unsigned& into, const char* what) {
    into = cores();
    call.add_option("--jobs", into, what)->check(CLI::Range(1u, 1024u))->type_name("N")->default_str("all cores");
}

void add_streaming_options(CLI::App& call, streaming& into) {
    add_jobs(call, into.jobs, "threads; the order of the lines is kept");
    into.flush = someone_waits();
    call.add_flag("--flush", into.flush, "write each line at once; the default unless standard output is a file");
    call.add_flag("--chunk-header", into.chunk_header,
                  "before some lines stands one with their number, as ClickHouse sends it (send_chunk_header)");
}

void add_analysis_options(CLI::App& call, analysis_request& into) {
    call.add_option(
            "--layers", into.layers,
            "what to look for, with commas between: scripts, languages, words, tokens, syntactic_words, sentences, numbers, dates, mentions, "
            "anchor, warnings (default: all but words, tokens and syntactic_words)")
        ->type_name("LIST");
    call.add_option(
            "--gazetteer", into.gazetteers,
            "names to look for: tab-separated, JSON Lines (Wikidata, OpenSanctions) or compiled; may be given more than once")
        ->type_name("FILE")
        ->allow_extra_args(false);
    call.add_flag("--strict", into.strict, "a defect in a gazetteer is fatal");
    call.add_flag("--cross-script", into.cross_script,
                  "names also where the text writes them in another script: خلیلزاد for Khalilzad");
    call.add_flag("--fuzzy", into.fuzzy, "names also where one letter of a word is taken for another: خلیلذاد for خلیلزاد");
    call.add_option("--anchor", into.anchor,
                    "YYYY-MM-DD[Thh:mm[:ss]]: the day on which the texts were written, which \"yesterday\" counts from")
        ->type_name("DAY");
    call.add_option("--order", into.order, "what 4/5/2020 means: 4 May or April 5")
        ->check(CLI::IsMember({"DMY", "MDY"}))
        ->type_name("DMY|MDY");
    call.add_option("--lang", into.lang, "the language that the texts are probably in")->check(language_tag)->type_name("TAG");
    call.add_option("--offsets", into.offsets, "what positions count")
        ->check(CLI::IsMember({"bytes", "codepoints", "utf16"}))
        ->type_name("bytes|codepoints|utf16")
        ->capture_default_str();
}

// A call of the command: its options, and what runs it.
class calls {
public:
    explicit calls(CLI::App& app) : app_(app) {}

    void add_analyze() {
        CLI::App& call = add("analyze", "what is in some files: for people, as JSON, or as a page", files_, analyze);
        call.add_option("FILE", files_.files, "text files, or folders of .txt files; - is standard input, and so is no file");
        call.add_flag("--json", files_.json, "one JSON document, with positions in bytes, code points and UTF-16 units");
        call.add_option("--html", files_.html, "also write the report as a page to this file")->type_name("FILE");
        call.add_option("--color", files_.colour, "whether to use colours (auto: on a terminal, unless NO_COLOR is set)")
            ->check(CLI::IsMember({"auto", "always", "never"}))
            ->type_name("auto|always|never")
            ->capture_default_str();
        add_jobs(call, files_.jobs, "files that are worked on at once");
        add_analysis_options(call, files_.analysis);
        call.footer("Examples:\n"
                    "  matn analyze article.txt\n"
                    "  matn analyze --layers dates --anchor 2020-04-15 < article.txt\n"
                    "  matn analyze --gazetteer names.tsv --html report.html monday/*.txt");
    }
    void add_jsonl() {
        CLI::App& call = add("jsonl", "the worker: lines of JSON in, lines of JSON out, in the same order", worker_, jsonl);
        add_analysis_options(call, worker_.analysis);
        CLI::Option* const text = call.add_option("--text-field", worker_.text_field, "where a line holds its text")
                                      ->type_name("NAME")
                                      ->capture_default_str();
        CLI::Option* const id = call.add_option("--id-field", worker_.id_field, "where a line holds its identifier")
                                    ->type_name("NAME")
                                    ->capture_default_str();
        CLI::Option* const tsv = call.add_flag(
            "--tsv", worker_.tsv, "rows of fields with tabs between instead of JSON: id and text in, id and annotations out");
        call.add_option("--columns", worker_.columns, "with --tsv: the fields of a row, of id, text, anchor, order and lang")
            ->type_name("LIST")
            ->capture_default_str()
            ->needs(tsv);
        tsv->excludes(text)->excludes(id);
        add_streaming_options(call, worker_.lines);
        call.add_flag("--lenient", worker_.lines.lenient, "exit with 0 even if some lines were bad, for engines that would stop");
        call.footer(
            "A line is {\"id\": any, \"text\": \"...\", \"anchor\": \"2020-04-15\", \"order\": \"DMY\", \"lang\": \"prs\"}; all but the text may be left "
            "out. A bad line gives {\"id\": ..., \"error\": \"...\"} in its place.\n\n"
            "Examples:\n"
            "  echo '{\"id\": 1, \"text\": \"ناسته به سبا وي\"}' | matn jsonl --layers languages,numbers\n"
            "  matn jsonl --gazetteer names.matn --offsets utf16 < articles.jsonl > found.jsonl\n"
            "  parallel --pipepart -a articles.jsonl -k --block 64M matn jsonl --jobs 1 > found.jsonl\n"
            "  printf '7\\tسه شنبه ۲۶ حمل\\n' | matn jsonl --tsv --layers dates --anchor 2020-04-20");
    }
    void add_identify() {
        CLI::App& call = add("identify", "one text a line in, its language and how sure that is a line out", identify_, identify);
        add_streaming_options(call, identify_);
        call.footer(
            "Prints a BCP 47 tag (prs is Dari, fa Iranian or undecided Persian), a tab and a number up to 1; und and 0 where nothing can be "
            "said.\n\n"
            "Examples:\n"
            "  echo 'ناسته به سبا وي' | matn identify\n"
            "  cut -f2 messages.tsv | matn identify | sort | uniq -c");
    }
    void add_normalize() {
        CLI::App& call = add("normalize", "one text a line in, its normal form a line out", normalize_, normalize);
        call.add_option("--profile", normalize_.profile,
                        "how far to go: what is broken, how words are written, or a key for searching")
            ->type_name("repair|orthography|key")
            ->required();
        call.add_option("--rules", normalize_.rules, "what to do besides, and what not: +digits,-marks,+zwnj-restore")
            ->type_name("LIST");
        call.add_option("--lang", normalize_.lang,
                        "the language of the texts, which decides what orthography is: ar, fa, prs, ps, ur")
            ->check(language_tag)
            ->type_name("TAG");
        add_streaming_options(call, normalize_.lines);
        call.footer(
            "repair mends what broke on the way (forms copied from a PDF, invisible marks); orthography also writes one letter where keyboards "
            "disagree; key is for searching: what most readers take as the same word becomes the same.\n\n"
            "Examples:\n"
            "  echo 'كتابــخانه‌ی مَلّی' | matn normalize --profile key\n"
            "  matn normalize --profile orthography --lang prs < names.txt > normal.txt\n"
            "  matn normalize --profile repair --rules +digits < scan.txt");
    }
    void add_lookup() {
        CLI::App& call = add("lookup", "one name a line in, what it may mean in a gazetteer out, in any script", lookup_, lookup);
        call.add_option("--gazetteer", lookup_.gazetteers, "names to find, as text or compiled; may be given more than once")
            ->type_name("FILE")
            ->allow_extra_args(false)
            ->required();
        call.add_option("--top", lookup_.top, "how many entries a line at most")
            ->check(CLI::Range(1u, 10000u))
            ->type_name("N")
            ->capture_default_str();
        call.add_option("--lang", lookup_.lang,
                        "the language of the names asked for: ar, fa, prs, ps, ur, en (default: by their letters)")
            ->check(language_tag)
            ->type_name("TAG");
        call.add_flag("--strict", lookup_.strict, "a defect in a gazetteer is fatal");
        call.add_flag("--exhaustive", lookup_.exhaustive,
                      "compare each name with all of the gazetteer: slow, and hardly ever finds more");
        add_streaming_options(call, lookup_.lines);
        call.footer(
            "Prints {\"query\": ..., \"ranked\": [{\"id\": ..., \"name\": ..., \"score\": 0 to 1, \"rule\": ...}, ...]} a line, best first. A score of 0.5 "
            "or more means: more probably the same name than not.\n\n"
            "Examples:\n"
            "  echo 'زلمی خلیلزاد' | matn lookup --gazetteer people.tsv --top 3\n"
            "  matn lookup --gazetteer names.matn --lang ar < names.txt > found.jsonl");
    }
    void add_compile() {
        CLI::App& call = add("compile", "gazetteers to one file that every --gazetteer maps into memory", compile_, compile);
        call.add_option(
                "GAZETTEER", compile_.gazetteers,
                "tab-separated text: id, type, lang, name; or a header line that names the columns; or JSON Lines of Wikidata or "
                "OpenSanctions entities")
            ->required();
        call.add_option("-o,--output", compile_.output, "the file to write")->type_name("FILE")->required();
        call.add_flag("--strict", compile_.strict, "any defect is fatal");
        call.footer("Example:\n"
                    "  matn compile people.tsv places.tsv -o names.matn");
    }
    [[nodiscard]] int run() const { return run_(); }

private:
    template <class Request>
    CLI::App& add(const char* name, const char* subject, Request& request, int (*start)(const Request&)) {
        CLI::App& call = *app_.add_subcommand(name, subject);
        call.callback([this, &request, start] { run_ = [&request, start] { return start(request); }; });
        return call;
    }

    CLI::App& app_;
    std::function<int()> run_;
    analyze_request files_;
    jsonl_request worker_;
    streaming identify_;
    normalize_request normalize_;
    lookup_request lookup_;
    compile_request compile_;
};

} // namespace

int main(int argc, char** argv) {
    // A write to whoever has gone fails instead of ending the program, so that the exit status is ours.
    std::signal(SIGPIPE, SIG_IGN);
    CLI::App app("Text analysis for Arabic-script and mixed text.", "matn");
    app.set_help_flag("-h,--help", "print this help");
    app.set_version_flag("--version", "matn " + version(), "print the version");
    app.require_subcommand(1);
    app.formatter(std::make_shared<plain_help>());
    app.footer("matn CALL --help tells more about a call, with examples.\n"
               "Exit status: 0 all well, 2 usage, 3 some input was bad (the rest was done), 4 could not read or write.");
    calls all(app);
    all.add_analyze();
    all.add_jsonl();
    all.add_identify();
    all.add_normalize();
    all.add_lookup();
    all.add_compile();

    const std::string name = argc > 1 ? argv[1] : "";
    if (name.empty()) return usage_error("matn", "a call is missing");
    if (!name.empty() && name[0] != '-' &&
        app.get_subcommands([&name](const CLI::App* call) { return call->get_name() == name; }).empty()) {
        std::string message = "there is no call '" + name + "'; the calls are";
        for (const CLI::App* call : app.get_subcommands(nullptr)) message.append(" ").append(call->get_name());
        return usage_error("matn", message);
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        const auto called = app.get_subcommands();
        return answer_arguments(app, called.empty() ? "matn" : "matn " + called.front()->get_name(), e);
    }
    return all.run();
}
