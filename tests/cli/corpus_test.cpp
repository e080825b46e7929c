// The commands that keep and ask a corpus, as processes.
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "cli/process.hpp"
#include "corpus/database.hpp"
#include "rawi/corpus.hpp"

using Catch::Contains;
using rawi::testing::contents_of;
using rawi::testing::lines_of;
using rawi::testing::Process;
using rawi::testing::run;
using rawi::testing::TemporaryFolder;

namespace {

const std::string story = RAWI_SOURCE_DIR "/fixtures/corpus/breakwater.jsonl";

std::string many(std::size_t articles) {
    std::string lines;
    for (std::size_t i = 0; i < articles; ++i) {
        const std::string number = std::to_string(i);
        lines += R"({"id":"a)" + number +
                 R"(","language":"en","outlet":"Echo","text":"The mayor said that bridge number )" + number +
                 R"( would close."})" + "\n";
    }
    return lines;
}

}  // namespace

TEST_CASE("index keeps each article once and makes the same file each time") {
    const TemporaryFolder folder;
    const auto first = run({"index", folder / "one.rawi", story});
    CHECK(first.status == 0);
    CHECK_THAT(first.out, Contains("8 articles: 8 new, 0 changed, 0 unchanged; 0 failures"));
    CHECK(first.err.empty());
    CHECK_THAT(run({"index", folder / "one.rawi", story}).out, Contains("8 articles: 0 new, 0 changed, 8 unchanged"));
    CHECK_THAT(run({"index", "--anew", folder / "one.rawi", story}).out,
               Contains("8 articles: 0 new, 8 changed, 0 unchanged"));
    for (const char* name : {"two.rawi", "three.rawi"}) {
        const std::string file = folder / name;
        CHECK(run({"index", file, "-"}, many(700) + contents_of(story)).status == 0);
    }
    const std::string bytes = contents_of(folder / "two.rawi");
    CHECK(bytes.size() > 100000);
    CHECK(bytes == contents_of(folder / "three.rawi"));
}

TEST_CASE("index makes no corpus of nothing") {
    const TemporaryFolder folder;
    const std::string file = folder / "none.rawi";
    const auto failed = run({"index", file, "-"}, "{\"text\": \n");
    CHECK(failed.status == 1);
    CHECK_THAT(failed.out, Contains(file + " was not made: there was nothing to keep"));
    CHECK_THAT(failed.err, Contains("<stdin>:1"));
    for (const char* ending : {"", "-wal", "-shm"}) CHECK_FALSE(std::filesystem::exists(file + ending));
    (void)run({"index", file, "-"}, "");
    CHECK_FALSE(std::filesystem::exists(file));
    CHECK(run({"index", file, "-"}, many(1)).status == 0);  // one that is there stays
    CHECK_THAT(run({"index", file, "-"}, "").out, Contains("holds 1 article"));
}

TEST_CASE("index leaves a file alone that is neither empty nor a corpus, however short it is") {
    const TemporaryFolder folder;
    for (const std::size_t bytes : {1, 99, 511, 512, 5000}) {
        CAPTURE(bytes);
        const std::string file = folder.write("notes.txt", std::string(bytes, 'x'));
        const auto found = run({"index", file, story});
        CHECK(found.status == 1);
        CHECK_THAT(found.err, Contains("notes.txt: is not a corpus made by rawi index"));
        CHECK(contents_of(file) == std::string(bytes, 'x'));
    }
    CHECK(run({"index", folder.write("empty.rawi", ""), story}).status == 0);
}

TEST_CASE("where nothing is found, an older file stays as it was") {
    const TemporaryFolder folder;
    const std::string corpus = folder / "k.rawi";
    REQUIRE(run({"index", corpus, story}).status == 0);
    const std::vector<std::vector<std::string>> commands = {
        {"reliance", corpus, "--since", "2030"},
        {"reliance", corpus, "--since", "2030", "--by", "year"},
        {"report", corpus, "--since", "2030"},
        {"report", corpus, "--trace", "nobody said anything like this"},
        {"trace", corpus, "nobody said anything like this"},
        {"export", corpus, "--since", "2030"},
    };
    for (const auto& command : commands) {
        for (const char* ending : {".csv", ".json", ".svg", ".html"}) {
            const bool report = command.front() == "report";
            const bool parts = command.back() == "year";
            if (report != (ending == std::string_view(".html"))) continue;
            if ((parts && ending == std::string_view(".svg")) || (command.front() == "trace" && ending[1] == 'c'))
                continue;
            const std::string file = folder.write("good" + std::string(ending), "good");
            CAPTURE(command, ending);
            auto words = command;
            words.insert(words.end(), {"-o", file});
            const auto found = run(words);
            CHECK(found.status == 1);
            CHECK(found.err.size() > 0);
            CHECK((command.front() == "export" || found.err.find(": not written") != std::string::npos));
            CHECK(contents_of(file) == "good");
        }
    }
    CHECK(run({"reliance", corpus, "--since", "2030", "-f", "csv"}).out.starts_with("outlet,"));
    CHECK(run({"reliance", corpus, "--since", "2030", "-f", "svg"}).out.empty());
}

TEST_CASE("reliance --table writes one table in every format that has tables, and is an error where there is none") {
    const TemporaryFolder folder;
    const std::string corpus = folder / "k.rawi";
    REQUIRE(run({"index", corpus, story}).status == 0);
    const auto pairs = [&](std::vector<std::string> more) {
        more.insert(more.begin(), {"reliance", corpus, "--table", "pairs"});
        return run(more);
    };
    CHECK_THAT(pairs({}).out, Contains("Pairs:") && !Contains("Summary") && !Contains("Sources:"));
    for (const bool by_year : {false, true}) {
        const auto found = pairs(by_year ? std::vector<std::string>{"-f", "json", "--by", "year"}
                                         : std::vector<std::string>{"-f", "json"});
        const auto all = nlohmann::json::parse(found.out);
        const auto& tables = by_year ? all.at("parts").at(0) : all;
        CHECK(tables.contains("pairs"));
        CHECK_FALSE(tables.contains("outlets"));
    }
    CHECK(pairs({"-f", "csv"}).out.starts_with("from,to"));
    CHECK(pairs({"-f", "svg"}).status == 2);
}

TEST_CASE("how many articles without a date are in no part of a period is said") {
    const TemporaryFolder folder;
    const std::string corpus = folder / "k.rawi";
    REQUIRE(run({"index", corpus, story, "-"}, many(3)).status == 0);
    CHECK_THAT(run({"reliance", corpus, "--by", "year"}).err,
               Contains("3 articles without a date") && Contains("in no part"));
    CHECK(run({"reliance", corpus, "--by", "language"}).err.empty());
    CHECK(run({"reliance", corpus, "--by", "year", "--since", "1990"}).err.empty());
}

TEST_CASE("files of one name in two folders are two articles, and each is known again") {
    const TemporaryFolder folder;
    const std::string file = folder / "c.rawi";
    std::filesystem::create_directories(folder / "bbc");
    std::filesystem::create_directories(folder / "cnn");
    folder.write("bbc/001.txt", "The minister told Reuters that the port would reopen within a week.\n");
    folder.write("cnn/001.txt", "A senior official said that taxes would rise in the spring.\n");
    CHECK_THAT(run({"index", file, folder / "bbc"}).out, Contains("1 new, 0 changed"));
    CHECK_THAT(run({"index", file, folder / "cnn"}).out, Contains("1 new, 0 changed"));
    CHECK_THAT(run({"list", file, "--ids"}).out, Contains("001\n001#2\n"));
    CHECK_THAT(run({"index", file, folder / "bbc", folder / "cnn"}).out, Contains("0 new, 0 changed, 2 unchanged"));
    folder.write("bbc/001.txt", "The minister told Reuters that the port would stay shut.\n");
    CHECK_THAT(run({"index", file, folder / "bbc"}).out, Contains("0 new, 1 changed"));
    std::filesystem::rename(folder / "cnn", folder / "moved");
    CHECK_THAT(run({"index", file, folder / "moved"}).out, Contains("0 new, 0 changed, 1 unchanged"));
    for (const char* made : {"1 new", "1 unchanged"})
        CHECK_THAT(run({"index", file, "-"}, "Jane Doe said it was late.\n").out, Contains(made));
    CHECK_THAT(run({"index", file, "-"}, "Jane Doe said it was early.\n").out, Contains("1 new, 0 changed"));
}

TEST_CASE("no output replaces what is read, and none an older one for nothing") {
    const TemporaryFolder folder;
    const std::string file = folder / "c.rawi";
    REQUIRE(run({"index", file, story}).status == 0);
    const std::string before = contents_of(file);
    for (const std::string command : {"report", "reliance", "export"}) {
        const auto found = run({command, file, "-o", file, "-f", command == "export" ? "jsonl" : "csv"});
        if (command == "report") continue;  // has no --format
        INFO(command);
        CHECK(found.status == 2);
        CHECK_THAT(found.err, Contains("would replace the input"));
    }
    CHECK(run({"report", file, "-o", file}).status == 2);
    CHECK(run({"trace", file, "the port", "-f", "json", "-o", file}).status == 2);
    CHECK(contents_of(file) == before);
    const std::string article = folder.write("a b.txt", "The mayor said that it was late.\n");
    CHECK(run({"analyze", article, "-f", "text", "-o", article}).status == 2);
    CHECK(contents_of(article) == "The mayor said that it was late.\n");

    const std::string json = folder.write("old.json", "old\n");
    const std::string html = folder.write("old.html", "old\n");
    for (const std::vector<std::string>& failing :
         {std::vector<std::string>{"analyze", folder / "none.txt", "-o", json},
          {"show", file, "none", "-o", json},
          {"report", folder / "no.rawi", "-o", html}}) {
        const auto found = run(failing);
        CHECK(found.status == 1);
        CHECK_THAT(found.err, Contains(failing.back() + ": not written"));
        CHECK(contents_of(failing.back()) == "old\n");
    }
    const auto picture = run({"report", file, "-o", folder / "report.svg"});
    CHECK(picture.status == 2);
    CHECK_THAT(picture.err, Contains("a report is HTML") && !Contains("browser"));
    CHECK_THAT(run({"report", file, "-o", folder / "report.pdf"}).err, Contains("print the HTML from a browser"));
    for (const std::vector<std::string>& counted :
         {std::vector<std::string>{"reliance", file, "--rows"}, {"trace", file, "words", "--most-claims"}}) {
        std::vector<std::string> arguments = counted;
        arguments.push_back("-1");
        const auto found = run(arguments);
        CHECK(found.status == 2);
        CHECK_THAT(found.err, Contains("0 or more is wanted"));
    }
}

TEST_CASE("the network of a corpus is written for other tools, and no picture of nothing") {
    const TemporaryFolder folder;
    const std::string file = folder / "c.rawi";
    REQUIRE(run({"index", file, story}).status == 0);
    for (const std::string name : {"n.graphml", "n.gexf", "n.nodes.csv", "n.edges.csv"}) {
        CAPTURE(name);
        REQUIRE(run({"reliance", file, "-o", folder / name}).status == 0);
        CHECK_THAT(contents_of(folder / name), Contains("outlet:reuters"));
        REQUIRE(run({"trace", file, "will not survive another winter", "-o", folder / ("t" + name)}).status == 0);
        CHECK_THAT(contents_of(folder / ("t" + name)), Contains("Reuters"));
    }
    const auto unknown = run({"reliance", file, "-o", folder / "n.gml"});
    CHECK(unknown.status == 2);
    CHECK_THAT(unknown.err, Contains("does not tell a format") && Contains("graphml"));
    const auto nothing = run({"trace", file, "no article of these has such words", "-o", folder / "none.svg"});
    CHECK(nothing.status == 1);
    CHECK_THAT(nothing.err, Contains("there is nothing to draw"));
    CHECK_FALSE(std::filesystem::exists(folder / "none.svg"));
}

TEST_CASE("what chooses no article says so") {
    const TemporaryFolder folder;
    const std::string file = folder / "c.rawi";
    REQUIRE(run({"index", file, story}).status == 0);
    using Arguments = std::vector<std::string>;
    for (const Arguments& command : {Arguments{"reliance"}, {"reliance", "--by", "month"}, {"report"}, {"list"}}) {
        Arguments arguments = command;
        arguments.insert(arguments.end(), {file, "--until", "1999", "--language", "en"});
        const auto found = run(arguments);
        CHECK(found.status == 1);
        CHECK_THAT(found.err, Contains("no article is in the language \"en\" and until \"1999\""));
    }
    const std::string none = folder / "none.jsonl";
    CHECK(run({"export", file, "--outlet", "nobody", "-o", none}).status == 1);
    CHECK_FALSE(std::filesystem::exists(none));
}

TEST_CASE("words and outlets are found in either spelling, outlets by any name that is listed") {
    const TemporaryFolder folder;
    const std::string file = folder / "c.rawi";
    const std::string article =
        R"({"id":"1","language":"ar","outlet":"الجزيرة نت","text":"قال الوزير إن السفن السعودية ستصل إلى المدينة القديمة."})"
        "\n"
        R"({"id":"2","language":"ar","text":"قال الوزير إن المدرسة مفتوحة."})"
        "\n";
    REQUIRE(run({"index", file, "-"}, article).status == 0);
    const auto ids = [&](const std::string& option, const std::string& value) {
        return run({"list", file, "--ids", option, value}).out;
    };
    for (const std::string name : {"الجزيرة نت", "الجزيره نت", "al-jazeera"}) {
        INFO(name);
        CHECK(ids("--outlet", name) == "1\n");
    }
    CHECK(ids("--outlet", "?") == "2\n");
    CHECK(run({"trace", file, "السفن السعوديه ستصل إلى المدينه"}).status == 0);
}

TEST_CASE("a trace that stops says so") {
    const TemporaryFolder folder;
    const std::string file = folder / "c.rawi";
    REQUIRE(run({"index", file, "-"}, many(6)).status == 0);
    const std::vector<std::string> trace{"trace", file, "bridge number 3 would close"};
    CHECK_THAT(run(trace).out, !Contains("There may be more"));
    auto cut = trace;
    cut.insert(cut.end(), {"--most-claims", "1"});
    CHECK_THAT(run(cut).out, Contains("There may be more"));
    cut.insert(cut.end(), {"--format", "json"});
    CHECK_THAT(run(cut).out, Contains("\"cut\": true"));
    auto all = trace;
    all.insert(all.end(), {"--most-claims", "0"});
    CHECK(run(all).out == run(trace).out);
}

TEST_CASE("a corpus may lie in the folder that it is made of") {
    const TemporaryFolder folder;
    folder.write("story.jsonl", contents_of(story));
    const std::string directory = std::filesystem::path(folder / "x").parent_path().string();
    for (const char* made : {"8 new", "8 unchanged"}) {
        const auto found =
            run({"-c", "cd \"$0\" && \"$1\" index c.rawi .", directory, RAWI_COMMAND}, "", {}, "/bin/sh");
        CHECK(found.status == 0);
        CHECK(found.err.empty());
        CHECK_THAT(found.out, Contains(made) && Contains("0 failures"));
    }
    CHECK(run({"index", folder / "c.rawi", folder / "c.rawi"}).status == 1);  // that is no folder
}

TEST_CASE("index names what it cannot read and keeps the rest") {
    const TemporaryFolder folder;
    const auto found = run({"index", folder / "c.rawi", folder / "missing.txt", story});
    CHECK(found.status == 1);
    CHECK_THAT(found.err, Contains("missing.txt"));
    CHECK_THAT(found.out, Contains("8 new, 0 changed, 0 unchanged; 1 failure"));
    CHECK(run({"index", folder.write("notes.txt", std::string(3000, 'x')), story}).status == 1);
    CHECK(run({"index"}).status == 2);
}

TEST_CASE("a killed index loses no more than the batch in flight and goes on from there") {
    const TemporaryFolder folder;
    const std::string file = folder / "c.rawi";
    constexpr std::size_t articles = 600;
    {
        Process killed({"index", "-j", "2", file, "-"});
        killed.write(many(articles));
        const auto batches = [&] {
            try {
                return rawi::Corpus(file).size().articles;
            } catch (const std::exception&) {
                return std::size_t{0};  // not there yet
            }
        };
        for (int i = 0; i < 600 && batches() < 256; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(100));
        killed.signal(SIGKILL);
        (void)killed.status();
    }
    const std::size_t kept = rawi::Corpus(file).size().articles;
    CHECK(kept % 256 == 0);
    CHECK(kept >= 256);
    const auto again = run({"index", file, "-"}, many(articles));
    CHECK(again.status == 0);
    CHECK_THAT(again.out,
               Contains(std::to_string(articles - kept) + " new, 0 changed, " + std::to_string(kept) + " unchanged"));
    CHECK(rawi::Corpus(file).size().articles == articles);
}

TEST_CASE("list, show, export and remove say what is in a corpus") {
    const TemporaryFolder folder;
    const std::string file = folder / "c.rawi";
    REQUIRE(run({"index", file, story}).status == 0);
    CHECK(lines_of(run({"list", file}).out).size() == 8);
    CHECK(lines_of(run({"list", file, "--language", "ar", "--ids"}).out) ==
          std::vector<std::string>{"mirfa-0312", "sahil-0313"});
    CHECK(lines_of(run({"list", file, "--outlet", "bay herald", "--since", "2024-03-15"}).out).size() == 1);
    CHECK_THAT(run({"show", file, "reuters-0311"}).out, Contains("Dana Whitlock"));
    const auto none = run({"show", file, "nobody"});
    CHECK(none.status == 1);
    CHECK_THAT(none.err, Contains("has no article \"nobody\""));

    const auto exported = run({"export", file});
    CHECK(lines_of(exported.out).size() == 8);
    CHECK(run({"convert", "-", "--to", "jsonl", "--with-text"}, exported.out).out == exported.out);

    CHECK_THAT(run({"remove", file, "reuters-0311", "mirfa-0312"}).out, Contains("2 articles removed"));
    CHECK(run({"remove", file, "reuters-0311"}).status == 1);
    CHECK(lines_of(run({"list", file}).out).size() == 6);
}

TEST_CASE("the commands that ask a corpus want one that is there") {
    const TemporaryFolder folder;
    for (const std::string command : {"list", "reliance", "export"}) {
        const auto found = run({command, folder / "none.rawi"});
        CHECK(found.status == 1);
        CHECK_THAT(found.err, Contains("none.rawi: there is no such corpus"));
    }
    CHECK_THAT(run({"remove", folder / "none.rawi", "x"}).err, Contains("there is no such corpus"));
    CHECK(folder.files() == 0);  // nothing was made
    const std::string file = folder / "c.rawi";
    REQUIRE(run({"index", file, story}).status == 0);
    CHECK(run({"trace", file}).status == 2);
    CHECK(run({"trace", file, "words", "--claim", "reuters-0311/q1"}).status == 2);
    const auto nothing = run({"trace", file, "nobody ever said any of this"});
    CHECK(nothing.status == 1);
    CHECK_THAT(nothing.out, Contains("No claim in this corpus carries these words"));
    CHECK(run({"trace", file, "-"}, "will not survive another winter\n").status == 0);
    for (const std::string command : {"reliance", "report", "list"}) {
        const auto no_day = run({command, file, "--since", "last week"});
        CHECK(no_day.status == 2);
        CHECK_THAT(no_day.err, Contains("write it as 2015-07-31"));
    }
    CHECK(run({"reliance", file, "--format", "xls"}).status == 2);
    CHECK(run({"reliance", file, "-f", "csv"}).out == run({"reliance", file, "-f", "csv"}).out);
}

TEST_CASE("ids with blanks and quotes in them go from a list to those that are removed") {
    const TemporaryFolder folder;
    const std::string file = folder / "c.rawi";
    const auto article = [](const std::string& id, const std::string& year) {
        return R"({"id":")" + id + R"(","published":")" + year +
               R"(-05-02","language":"en","outlet":"Echo","text":"The mayor said that the bridge would close."})"
               "\n";
    };
    REQUIRE(run({"index", file, "-"}, article("port story", "2014") + article("story", "2020") +
                                          article("it's \\u202Eold", "2013") + article("a\\nstory", "2013"))
                .status == 0);
    const auto old = run({"list", file, "--ids", "--until", "2014"});
    CHECK_THAT(old.out, Contains("port story\n") && Contains("it's \u202Eold\n"));
    CHECK(lines_of(old.out).size() == 3);
    CHECK_THAT(run({"remove", file, "-"}, "port story\nit's \u202Eold\n").out, Contains("2 articles removed"));
    CHECK_THAT(run({"list", file, "--ids"}).out, Contains("story\n") && !Contains("port"));
}

TEST_CASE("an id is one line, however the input breaks it") {
    const TemporaryFolder folder;
    const std::string file = folder / "c.rawi";
    REQUIRE(
        run({"index", file, "-"},
            R"({"id":"a\n\tb","language":"en","outlet":"Echo","text":"The mayor said that the bridge would close."})"
            "\n")
            .status == 0);
    const auto listed = lines_of(run({"list", file, "--ids"}).out);
    REQUIRE(listed.size() == 1);
    CHECK(run({"show", file, listed[0]}).status == 0);
    CHECK_THAT(run({"remove", file, "-"}, listed[0] + "\n").out, Contains("1 article removed"));
}

TEST_CASE("an article that is damaged in a corpus costs the others nothing, and can be removed") {
    const TemporaryFolder folder;
    const std::string file = folder / "c.rawi";
    REQUIRE(run({"index", file, story}).status == 0);
    rawi::corpus::Database(file, rawi::corpus::Database::Access::write)
        .run("UPDATE articles SET analysis = 'nonsense' WHERE id = 'mirfa-0312'");
    const auto exported = run({"export", file});
    CHECK(exported.status == 1);
    CHECK(lines_of(exported.out).size() == 7);
    CHECK_THAT(exported.err, Contains("\"mirfa-0312\" is damaged") && Contains("rawi remove takes it out"));
    CHECK_THAT(run({"remove", file, "mirfa-0312"}).out, Contains("1 article removed"));
    CHECK(run({"export", file}).status == 0);
}

TEST_CASE("two articles of one input with one id are two in a corpus, and stay so") {
    const TemporaryFolder folder;
    const std::string file = folder / "c.rawi";
    const std::string two =
        R"({"id":"x","outlet":"Echo","text":"The minister said that the port would reopen within a week."})"
        "\n"
        R"({"id":"x","outlet":"Post","text":"The mayor said that the bridge would be closed for two years."})"
        "\n";
    const std::string given = folder / "two.jsonl";
    std::ofstream(given) << two;
    REQUIRE(run({"index", file, given}).status == 0);
    CHECK(run({"list", file, "--ids"}).out == "x\nx#2\n");
    CHECK_THAT(run({"index", file, given}).out, Contains("0 new, 0 changed, 2 unchanged"));
    // The same article in a second file is the same.
    const std::string again = folder / "again.jsonl";
    std::ofstream(again) << two;
    (void)run({"index", file, given, again});
    CHECK(run({"list", file, "--ids"}).out == "x\nx#2\n");
}

TEST_CASE("outlets of a trace have their countries, as those of reliance have") {
    const TemporaryFolder folder;
    const std::string file = folder / "c.rawi";
    REQUIRE(run({"index", file, story}).status == 0);
    const auto nodes = run({"trace", file, "breakwater will not survive", "-f", "csv-nodes"});
    CHECK_THAT(nodes.out, Contains("outlet:reuters,") && Contains(",reuters,GB,") && Contains(",afp,FR,"));
}

TEST_CASE("the same moment is told from a day of which no hour is known") {
    const TemporaryFolder folder;
    const std::string file = folder / "c.rawi";
    const auto article = [](const std::string& outlet, const std::string& published) {
        return nlohmann::json{{"id", outlet},
                              {"outlet", outlet},
                              {"published", published},
                              {"text", "Engineer Dana Whitlock said that the old breakwater will not survive."}}
                   .dump() +
               "\n";
    };
    const std::string given = folder / "two.jsonl";
    std::ofstream(given) << article("Echo", "2024-03-11T20:00:00Z") << article("Post", "2024-03-11T22:00:00+02:00");
    REQUIRE(run({"index", file, given}).status == 0);
    const auto found = run({"trace", file, "old breakwater will not survive"});
    CHECK_THAT(found.out, Contains("and 1 more at the same time"));
    CHECK_THAT(found.out, !Contains("is not known"));
}

TEST_CASE("a damaged article does not end a trace of words that stand in no claim") {
    const TemporaryFolder folder;
    const std::string file = folder / "c.rawi";
    REQUIRE(run({"index", file, story}).status == 0);
    rawi::corpus::Database(file, rawi::corpus::Database::Access::write)
        .run("UPDATE articles SET analysis = '{\"x\":\"lone thing happened quietly\"}' WHERE id = 'mirfa-0312'");
    const auto found = run({"trace", file, "lone thing happened quietly"});
    CHECK(found.status == 1);
    CHECK_THAT(found.err, Contains("\"mirfa-0312\" is damaged"));
    CHECK_THAT(found.out, !Contains("schema"));
}

TEST_CASE("an article without a publisher is in no figure of reliance, which says so") {
    const TemporaryFolder folder;
    const std::string file = folder / "c.rawi";
    REQUIRE(run({"index", file, story}).status == 0);
    const auto whole = run({"reliance", file, "-f", "json"});
    rawi::corpus::Database(file, rawi::corpus::Database::Access::write)
        .run("UPDATE agents SET publisher = 0 WHERE article = (SELECT number FROM articles WHERE id = 'mirfa-0312')");
    const auto articles = [](const std::string& json) {
        return nlohmann::json::parse(json).at("summary").at(0).at("articles").get<int>();
    };
    const auto found = run({"reliance", file, "-f", "json"});
    CHECK(found.status == 1);
    CHECK_THAT(found.err, Contains("\"mirfa-0312\" is damaged") && Contains("rawi remove takes it out"));
    CHECK(articles(found.out) == articles(whole.out) - 1);
    const auto parts = run({"reliance", file, "--by", "language", "-f", "csv"});
    CHECK(parts.status == 1);
    CHECK_THAT(parts.err, Contains("\"mirfa-0312\" is damaged"));
    const auto report = run({"report", file, "-o", folder / "r.html"});
    CHECK(report.status == 1);
    CHECK_THAT(report.err, Contains("\"mirfa-0312\" is damaged"));
    CHECK(std::filesystem::exists(folder / "r.html"));
    REQUIRE(run({"remove", file, "mirfa-0312"}).status == 0);
    CHECK(run({"reliance", file, "-f", "json"}).out == found.out);
}

TEST_CASE("a newspaper that is in no list is the same where it publishes and where it is credited") {
    const TemporaryFolder folder;
    const std::string corpus = folder / "c.rawi";
    REQUIRE(run({"index", corpus, story}).status == 0);
    // "The Harbour Post" ends in a word by which the Washington Post goes.
    const auto trace = run({"trace", corpus, "the old breakwater will not survive another winter without repairs"});
    CHECK_THAT(trace.out, Contains("Harbour Post ⇢ Bay Herald"));
    CHECK_THAT(trace.out, !Contains("Harbour Post is credited"));
    CHECK_THAT(run({"reliance", corpus, "-f", "json"}).out, !Contains("washington"));
}

TEST_CASE("index says what a pack from disk does not reach") {
    const TemporaryFolder folder;
    const std::string pack = folder / "xx";
    std::filesystem::create_directories(pack + "/words");
    folder.write("xx/language.conf", "code = xx\nname = Testish\ndirection = ltr\n");
    folder.write("xx/words/words.txt", "[frequent]\nthe\n");
    folder.write("xx/cues.tsv", "say\tverb\t-\tsaid\tcolon\tneutral\t-\n");
    std::filesystem::create_directories(pack + "/rules");
    folder.write("xx/rules/a.rules", "rule said\n  on finite\n  match cue colon content:clause\n");
    REQUIRE(run({"languages", "check", pack}).status == 0);
    const auto found = run({"index", folder / "c.rawi", "--language-pack", pack, story});
    CHECK(found.status == 0);
    CHECK(lines_of(found.err).size() == 1);
    CHECK_THAT(found.err, Contains("claims in Testish are compared by all of their words"));
    const std::string english = RAWI_SOURCE_DIR "/src/languages/en";
    CHECK(run({"index", folder / "d.rawi", "--language-pack", english, story}).err.empty());
}

TEST_CASE("options that may be repeated leave the corpus and the words behind them") {
    const TemporaryFolder folder;
    const std::string corpus = folder / "c.rawi";
    REQUIRE(run({"index", corpus, story}).status == 0);
    const std::string list = folder.write("more.tsv", "harbour-post\tnewspaper\tGB\tHarbour Post\n");
    const std::string words = "will not survive another winter";
    const auto traced = run({"trace", "--outlets", list, "--outlets", list, corpus, words});
    CHECK(traced.status == 0);
    CHECK(traced.out == run({"trace", corpus, words, "--outlets", list}).out);
    const auto compared =
        run({"reliance", "--by", "topic", "--topic", "winter", "--topic", "repairs", "--outlets", list, corpus});
    CHECK(compared.status == 0);
    CHECK_THAT(compared.out, Contains("winter") && Contains("repairs"));
}

TEST_CASE("a page on words that nobody has is written, and said to be empty") {
    const TemporaryFolder folder;
    const std::string corpus = folder / "c.rawi";
    REQUIRE(run({"index", corpus, story}).status == 0);
    const auto report = run({"report", corpus, "--trace", "nobody ever said such a thing anywhere"});
    CHECK(report.status == 1);
    CHECK_THAT(report.err, Contains("no article of") && Contains("has these words"));
    CHECK_THAT(report.out, Contains("</html>"));
}

TEST_CASE("pictures of a corpus take the options of all pictures") {
    const TemporaryFolder folder;
    const std::string corpus = folder / "c.rawi";
    REQUIRE(run({"index", corpus, story}).status == 0);
    const auto framed = run({"reliance", corpus, "-f", "dot", "--cluster", "country", "--caption", "auto"});
    CHECK_THAT(framed.out, Contains("label=\"United Kingdom\""));
    CHECK_THAT(framed.out, Contains("c.rawi · articles: 8"));
    CHECK_THAT(framed.out, Contains("2024-03-11 – 2024-03-15"));
    CHECK_THAT(framed.out, Contains("--cluster country --caption auto"));
    for (const char* command : {"trace", "reliance"}) {
        std::vector<std::string> words{command, corpus, "-f", "png", "--aggregate", "--most-nodes", "3", "--dpi"};
        if (command == std::string("trace")) words.insert(words.begin() + 2, "another winter without repairs");
        auto fine = words;
        words.emplace_back("40");
        fine.emplace_back("160");
        const auto small = run(words);
        const auto large = run(fine);
        CHECK(small.status == 0);
        CHECK(small.out.starts_with("\x89PNG"));
        CHECK(large.out.size() > 2 * small.out.size());
    }
}
