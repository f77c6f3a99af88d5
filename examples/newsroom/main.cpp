// SPDX-License-Identifier: MIT
// newsroom: who, where and when in some articles, over all of them, and where
// they contradict each other.
#include "common/analysis.hpp"
#include "common/gazetteers.hpp"
#include "common/help.hpp"
#include "common/progress.hpp"
#include "common/report.hpp"
#include "common/unlisted_names.hpp"
#include "newsroom/print.hpp"

#include <csignal>

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN); // a write to whoever has gone fails instead of ending the program
    CLI::App app("Who, where and when in a folder of articles, in many languages and two calendars.", "newsroom");
    app.formatter(std::make_shared<plain_help>());
    app.set_help_flag("-h,--help", "print this help");
    std::vector<std::string> paths;
    std::vector<std::string> gazetteers;
    std::string html, anchor, colour = "auto";
    app.add_option("ARTICLE", paths, "text files, or folders of .txt files; - is standard input")->required();
    app.add_option("--gazetteer", gazetteers,
                   "names to look for; may be given more than once (default: gazetteer.tsv of the first folder; without one, the "
                   "well-known places, and the names that the articles show each other)")
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_option("--html", html, "also write the report as a page to this file")->type_name("FILE");
    app.add_option("--anchor", anchor, "YYYY-MM-DD: the day on which the articles were written, where they do not say it")
        ->type_name("DAY");
    app.add_option("--color", colour, "whether to use colours (auto: on a terminal, unless NO_COLOR is set)")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->type_name("auto|always|never")
        ->capture_default_str();
    app.footer("Examples:\n"
               "  newsroom examples/articles\n"
               "  newsroom --gazetteer names.tsv --html report.html monday/*.txt\n\n"
               "Exit status: 0 all well, 2 usage, 3 some input was bad (the rest was done), 4 could not read or write.");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        return answer_arguments(app, "newsroom", e);
    }

    troubles t("newsroom");
    text_options options;
    if (!anchor.empty() && !read_anchor(anchor, options)) {
        t.note("--anchor: there is no day " + anchor + "; it is written YYYY-MM-DD");
        return static_cast<int>(outcome::usage);
    }
    if (gazetteers.empty())
        for (const std::string& path : paths) {
            const std::filesystem::path beside = std::filesystem::path(path) / "gazetteer.tsv";
            std::error_code code;
            if (!std::filesystem::exists(beside, code)) continue;
            gazetteers.push_back(beside.string());
            break;
        }
    std::optional<loaded_names> names;
    if (!gazetteers.empty()) names = load_gazetteers(gazetteers, false, t);
    else
        t.note("no gazetteer: well-known places and organisations are found, and names that the "
               "articles show by capitals, titles and each other; give yours with --gazetteer");

    analyst with(names ? &**names : nullptr);
    std::vector<article> articles;
    const std::vector<std::string> files = text_files(paths, t);
    progress shown(bytes_of(files), "articles", true);
    for (text_file& file : read_files(files, t)) {
        const std::size_t bytes = file.text.size();
        articles.push_back(with.read(std::move(file), options));
        shown.add(bytes, 1);
    }
    shown.end();
    if (articles.empty()) {
        t.note("nothing to read");
        return t.status();
    }
    if (gazetteers.empty()) add_unlisted_names(articles);
    const story all = tell(articles);
    errno = 0;
    print(all, terminal::standard_output(colour));
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) t.output_failed(errno != 0 ? errno : EIO);
    if (!html.empty() && !write_file(html, html::page(all, "Newsroom report").write()))
        t.io_error(html + ": " + std::strerror(errno));
    return t.status();
}
