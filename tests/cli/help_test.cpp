#include <catch2/catch.hpp>

#include "cli/process.hpp"

using Catch::Contains;
using rawi::testing::lines_of;
using rawi::testing::run;
using rawi::testing::TemporaryFolder;

namespace {

// Completes the words as bash would after Tab.
std::string completed(const std::string& words, int current) {
    const std::string script = "source <(" RAWI_COMMAND " completions bash); COMP_WORDS=(" + words +
                               "); COMP_CWORD=" + std::to_string(current) +
                               "; _rawi; printf '%s\\n' \"${COMPREPLY[@]}\"";
    const auto found = run({"--norc", "-c", script}, "", {}, "bash");
    CHECK(found.err.empty());
    return found.out;
}

bool installed(const std::string& program) {
    return run({"-c", "command -v " + program}, "", {}, "sh").status == 0;
}

}  // namespace

TEST_CASE("an option without effect on what is written is named, and one with an effect is not") {
    const rawi::testing::TemporaryFolder folder;
    const std::string text = folder.write("a.txt", "The minister said that the port will open.\n");
    struct Given {
        std::vector<std::string> words;
        const char* said;  ///< empty: nothing
    };
    const Given all[] = {
        {{"--theme", "dark"}, "--theme has no effect on text"},
        {{"--dpi", "300", "-o", folder / "a.svg"}, "--dpi has no effect on svg"},
        {{"--explain", "-f", "json"}, "--explain has no effect on json"},
        {{"--with-text", "-o", folder / "a.svg"}, "--with-text has no effect on svg"},
        {{"--view", "claims", "-f", "csv"}, "--view has no effect on csv"},
        {{"--colour", "never", "-f", "csv"}, "--color has no effect on csv"},
        {{"--theme", "dark", "--view", "claims", "--caption", "x", "-f", "svg"}, ""},
        {{"--view", "claims", "-f", "graphml"}, ""},
        {{"--caption", "x", "-f", "html"}, ""},
        {{"--explain", "--width", "60", "--color", "never"}, ""},
    };
    for (const Given& given : all) {
        CAPTURE(given.words);
        auto words = given.words;
        words.insert(words.begin(), {"analyze", text});
        const auto found = run(words);
        CHECK(found.status == 0);
        CHECK(found.err == (*given.said == '\0' ? std::string() : "rawi: " + std::string(given.said) + "\n"));
    }
}

TEST_CASE("what is wrong with a command line is said in words, with what to do") {
    const rawi::testing::TemporaryFolder folder;
    const std::string text = folder.write("a.txt", "The minister said that the port will open.\n");
    struct Wrong {
        std::vector<std::string> words;
        int status;
        const char* said;
    };
    const Wrong all[] = {
        {{"index", "", text}, 2, "the name of a corpus is wanted"},
        {{"list", ""}, 2, "the name of a corpus is wanted"},
        {{"manual", "--all", text}, 1, "is no folder, and none can be made there"},
        {{"analyze", "-f", "csv", "-f", "json", text}, 2, "--format is given 2 times: leave all but one out"},
        {{"analyze", "-j", "abc", text}, 2, "\"abc\" is no whole number from 1 to 1024"},
        {{"analyze", "--language", "fr", text}, 2, "there are: ar, en"},
        {{"report", "x.rawi", "--trace", ""}, 2, "words of a quote are wanted"},
        {{"list", "x.rawi", "--topic", ""}, 2, "words are wanted"},
        {{"list", "x.rawi", "--since", ""}, 2, "is no day"},
        {{"analyze", "-f", "csv", "-o", folder / "a.json", text}, 0, "a.json is named as json is, and gets csv"},
        {{"analyze", "-o", folder / "A.SVG", text}, 0, ""},
        {{"analyze", "-f", "csv-nodes", "-o", folder / "n.csv", text}, 0, ""},
    };
    for (const Wrong& wrong : all) {
        CAPTURE(wrong.words);
        const auto found = run(wrong.words);
        CHECK(found.status == wrong.status);
        CHECK_THAT(found.err, Contains(wrong.said));
        if (*wrong.said == '\0') CHECK(found.err.empty());
    }
}

TEST_CASE("help shows the examples first, on standard output") {
    for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{{"--help"},
                                                                                         {"analyze", "--help"},
                                                                                         {"convert", "-h"},
                                                                                         {"languages", "--help"},
                                                                                         {"completions", "--help"}}) {
        INFO(command.front());
        const auto found = run(command);
        CHECK(found.status == 0);
        CHECK(found.err.empty());
        REQUIRE_THAT(found.out, Contains("\nExamples:\n") && Contains("\nUsage: rawi"));
        CHECK(found.out.find("Examples:") < found.out.find("Usage:"));
        for (const std::string& line : lines_of(found.out)) CHECK(line.size() <= 80);
    }
    CHECK(run({"help"}).out == run({"--help"}).out);
    CHECK(run({"help", "convert"}).out == run({"convert", "--help"}).out);
    CHECK_THAT(run({"languages", "check", "--help"}).out, Contains("Usage: rawi languages check"));
}

TEST_CASE("help of a command shows its own examples, and what an option is where it is not given") {
    for (const std::string command : {"formats", "version"})
        CHECK_THAT(run({command, "--help"}).out, Contains("Examples:\n  rawi " + command + "\n"));
    const auto one_line = [](const std::vector<std::string>& words) {
        std::string text;
        for (const char c : run(words).out) {
            if (c != ' ' && c != '\n')
                text += c;
            else if (!text.ends_with(' '))
                text += ' ';
        }
        return text;
    };
    for (const std::string command : {"analyze", "trace", "reliance"}) {
        const std::string help = one_line({command, "--help"});
        CHECK_THAT(help, Contains("what weighs most; 0: never; default: 40 of more than 300"));
        CHECK_THAT(help, Contains("dots per inch; default: 96"));
    }
    CHECK_THAT(one_line({"trace", "--help"}), Contains("so many claims; 0: never; default: 500"));
    CHECK_THAT(one_line({"reliance", "--help"}), Contains("0: none; default: 1000") && Contains("0: all; default: 20"));
}

TEST_CASE("one article is no articles") {
    const TemporaryFolder folder;
    const auto indexed = run({"index", folder / "c.rawi", "--language", "en", "-"}, "The mayor said that it rains.");
    CHECK_THAT(indexed.out, Contains("1 article: 1 new") && Contains("holds 1 article with 1 claim, 0 repetitions"));
    const auto other = run({"analyze", "--from", "jsonl", "-"}, R"({"text":"Il pleut.","language":"fr"})");
    CHECK_THAT(other.err, Contains("1 article is in another language") && Contains("looked for in it;"));
}

TEST_CASE("the version is printed") {
    const auto found = run({"version"});
    CHECK_THAT(found.out, Catch::StartsWith("rawi "));
    CHECK(run({"--version"}).out == found.out);
}

TEST_CASE("formats and languages are listed") {
    const auto formats = run({"formats"});
    CHECK(formats.status == 0);
    CHECK_THAT(formats.out, Contains("jsonl") && Contains("text"));
    // Columns, however long a name is.
    CHECK_THAT(formats.out, Contains("\n  schema-org      .schema.jsonld  schema.org in") &&
                                Contains("\n  web-annotation  .anno.jsonld    W3C Web") &&
                                Contains("\n  text            .txt            for people"));
    const auto languages = run({"languages"});
    CHECK(languages.status == 0);
    CHECK_THAT(languages.out, Contains("English"));
}

TEST_CASE("wrong usage is answered with what was meant, on standard error, with status 2") {
    const auto wrong = [](const std::vector<std::string>& arguments) {
        const auto found = run(arguments);
        CHECK(found.status == 2);
        CHECK(found.out.empty());
        return found.err;
    };
    CHECK_THAT(wrong({}), Contains("Usage: rawi"));
    CHECK_THAT(wrong({"analise"}), Contains("did you mean \"analyze\"?"));
    CHECK_THAT(wrong({"languages", "chekc"}), Contains("did you mean \"check\"?"));
    CHECK_THAT(wrong({"analyze", "--fromat", "json", "-"}), Contains("did you mean \"--format\"?"));
    CHECK_THAT(wrong({"analyze", "--format", "jsnol", "-"}), Contains("did you mean \"jsonl\"?"));
    CHECK_THAT(wrong({"analyze", "--view", "chain", "-"}), Contains("did you mean \"chains\"?"));
    CHECK_THAT(wrong({"analyze", "--from", "jsonll", "-"}), Contains("did you mean \"jsonl\"?"));
    CHECK_THAT(wrong({"analyze", "--language", "em", "-"}), Contains("there are: ar, en"));
    CHECK_THAT(wrong({"analyze", "--jobs", "0", "-"}), Contains("--jobs"));
    CHECK_THAT(wrong({"analyze", "--jobs", "many", "-"}), Contains("--jobs"));
    CHECK_THAT(wrong({"analyze", "--format"}), Contains("--format"));
    CHECK_THAT(wrong({"version", "x"}), Contains("one argument too many"));
    CHECK_THAT(wrong({"zzzzzz"}), !Contains("did you mean"));
    CHECK_THAT(wrong({RAWI_COMMAND}), Contains("rawi analyze " RAWI_COMMAND));
}

TEST_CASE("likely mistakes are answered with what to do") {
    const TemporaryFolder folder;
    const std::string articles = RAWI_SOURCE_DIR "/fixtures/corpus/breakwater.jsonl";
    const std::string corpus = folder / "c.rawi";
    REQUIRE(run({"index", corpus, articles}).status == 0);
    const auto answer = [](const std::vector<std::string>& arguments, int status) {
        const auto found = run(arguments);
        CHECK(found.status == status);
        return found.err;
    };
    CHECK_THAT(answer({"analyze", "https://news.example/1.html"}, 1),
               Contains("https://news.example/1.html: is an address") && Contains("curl -s URL | rawi analyze -"));
    CHECK_THAT(answer({"analyze", corpus}, 1), Contains("rawi show and rawi export write what a corpus holds"));
    CHECK_THAT(answer({"index", folder.write("articles.jsonl", "{\"text\":\"He said that it rains.\"}\n")}, 1),
               Contains("articles.jsonl: is not a corpus") && Contains("rawi index CORPUS INPUT..."));
    CHECK_THAT(answer({"trace", corpus, "winter", "-o", folder / "r.html"}, 2),
               Contains("rawi report CORPUS -o " + (folder / "r.html")) && Contains("--trace WORDS"));
    CHECK_THAT(answer({"reliance", corpus, "-o", folder / "r.html"}, 2), Contains("rawi report CORPUS"));
}

TEST_CASE("a language pack that is not sound is told fault by fault") {
    const TemporaryFolder folder;
    const auto found = run({"languages", "check", folder / "none"});
    CHECK(found.status == 1);
    CHECK_THAT(found.out + found.err, Contains("none"));
    const auto sound = run({"languages", "check", RAWI_SOURCE_DIR "/src/languages/en"});
    CHECK(sound.status == 0);
    CHECK_THAT(sound.out, Contains("no faults, read with") && Contains("shared/outlets.tsv"));
    CHECK(run({"analyze", "--language-pack", folder / "none", "-"}, "x").status == 1);
}

TEST_CASE("bash completes commands, options and values") {
    if (!installed("bash")) {
        WARN("skipped: no bash");
        return;
    }
    CHECK(completed("rawi ana", 1) == "analyze\n");
    CHECK_THAT(completed("rawi ''", 1), Contains("languages\n") && Contains("convert\n"));
    CHECK(completed("rawi languages ch", 2) == "check\n");
    CHECK(completed("rawi analyze --form", 2) == "--format\n");
    CHECK(completed("rawi analyze --format jsonl --wi", 4) == "--with-text\n--width\n");
    CHECK(completed("rawi analyze --format js", 3) == "json\njsonl\n");
    CHECK(completed("rawi analyze -o x.svg --view cl", 5) == "claims\n");
    CHECK_THAT(completed("rawi analyze --theme pr", 3), Contains("print\nprov\n"));
    CHECK_THAT(completed("rawi analyze --theme " RAWI_SOURCE_DIR "/graphs/themes/pr", 3), Contains("print.theme\n"));
    CHECK(completed("rawi completions ''", 2) == "bash\nzsh\nfish\n");
    CHECK(completed("rawi completions --output /dev/nul", 3) == "/dev/null\n");
    CHECK_THAT(completed("rawi analyze " RAWI_SOURCE_DIR "/CMakeL", 2), Contains("CMakeLists.txt\n"));
}

TEST_CASE("completions for zsh and fish are accepted by their shells") {
    for (const std::string shell : {"zsh", "fish"}) {
        const TemporaryFolder folder;
        const auto script = folder / ("rawi." + shell);
        REQUIRE(run({"completions", shell, "-o", script}).status == 0);
        if (!installed(shell)) {
            WARN("checked only for being written: no " << shell);
            continue;
        }
        const auto found = run({"-n", script}, "", {}, shell);
        CHECK(found.status == 0);
        CHECK(found.err.empty());
    }
}

TEST_CASE("manual pages are sound and hold what the help holds") {
    const TemporaryFolder folder;
    REQUIRE(run({"manual", "--all", folder / "man1"}).status == 0);
    const auto page = run({"manual", "analyze"});
    CHECK(page.out == rawi::testing::contents_of(folder / "man1/rawi-analyze.1"));
    CHECK_THAT(page.out, Contains("\\-\\-with\\-text") && Contains(".SH EXAMPLES"));
    CHECK(run({"manual", "analise"}).status == 2);
    if (!installed("groff")) {
        WARN("skipped: no groff to check the pages with");
        return;
    }
    for (const auto& file : std::filesystem::directory_iterator(folder / "man1")) {
        const auto set = run({"-man", "-Tutf8", "-ww", file.path().string()}, "", {}, "groff");
        CHECK(set.status == 0);
        CHECK(set.err.empty());
    }
}
