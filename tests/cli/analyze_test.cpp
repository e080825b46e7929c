#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <thread>

#include "cli/process.hpp"

using Catch::Contains;
using rawi::testing::contents_of;
using rawi::testing::lines_of;
using rawi::testing::run;
using rawi::testing::TemporaryFolder;
using Json = nlohmann::json;

namespace {

const std::string article = "The minister said that the port will open on Monday.\n";

// `count` articles of very different lengths, so that a later one is done long before an earlier one.
std::string many_articles(std::size_t count) {
    std::string lines;
    for (std::size_t i = 0; i < count; ++i) {
        std::string text;
        for (std::size_t k = 0; k < (i % 7 == 0 ? 400U : 1U); ++k) text += article;
        lines += Json({{"id", "article-" + std::to_string(i)}, {"text", text}, {"language", "en"}}).dump() + "\n";
    }
    return lines;
}

}  // namespace

TEST_CASE("data go to standard output and nothing else does") {
    const auto found = run({"analyze", "--format", "jsonl", "-"}, article);
    CHECK(found.status == 0);
    CHECK(found.err.empty());
    REQUIRE(lines_of(found.out).size() == 1);
    CHECK(Json::parse(found.out).at("schema") == "rawi/1");
}

TEST_CASE("a theme that is mistyped is told, with the one that was meant, before anything is read") {
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"analyze", "-f", "svg", "--theme", "drak", "-"},
          {"reliance", "none.rawi", "--theme", "drak"}}) {
        const auto found = run(words, article);
        CHECK(found.status == 2);
        CHECK_THAT(found.err, Contains("did you mean \"dark\"?"));
    }
}

TEST_CASE("a PNG that is too large is drawn with fewer dots per inch, and told by its name and with what to do") {
    const TemporaryFolder folder;
    const std::string theme = folder.write("wide.theme", "node.fontsize = 1000\nnode.width = 500\n");
    const std::string png = folder / "wide.png";
    const std::vector<std::string> words{"analyze", "-o", png, "--theme", theme, "-", "--dpi"};
    const auto with_dpi = [&](const char* dpi) {
        auto all = words;
        all.emplace_back(dpi);
        return run(all, article);
    };
    const auto found = with_dpi("600");
    CHECK(found.status == 0);
    REQUIRE(lines_of(found.err).size() == 1);  // and not a word of Graphviz
    CHECK(found.err.starts_with("rawi: " + png + ": drawn with "));
    CHECK_THAT(found.err, Contains("instead of 600") && Contains("--dpi") && Contains("-f svg"));
    CHECK(contents_of(png).starts_with("\x89PNG"));
    CHECK(run({"analyze", "-f", "svg", "--theme", theme, "-"}, article).err.empty());
}

TEST_CASE("an output without a name is wrong usage: it may be a variable that was never set") {
    for (const char* command : {"analyze", "reliance", "report", "completions"}) {
        const auto found = run({command, command == std::string("completions") ? "bash" : "-", "-o", ""}, article);
        CHECK(found.status == 2);
        CHECK(found.out.empty());
        CHECK_THAT(found.err, Contains("name of a file"));
    }
}

TEST_CASE("standard input is read when nothing is named") {
    CHECK(run({"analyze", "--format", "jsonl"}, article).out ==
          run({"analyze", "--format", "jsonl", "-"}, article).out);
}

TEST_CASE("an input that cannot be read costs the others nothing, and the status tells") {
    const TemporaryFolder folder;
    const auto good = folder.write("good.txt", article);
    const auto found = run({"analyze", "--format", "jsonl", folder / "missing.txt", good});
    CHECK(found.status == 1);
    CHECK(lines_of(found.out).size() == 1);
    REQUIRE(lines_of(found.err).size() == 1);
    CHECK_THAT(found.err, Catch::StartsWith("rawi: " + folder / "missing.txt"));
}

TEST_CASE("a bad line is named with its file and line") {
    const TemporaryFolder folder;
    const auto news = folder.write("news.jsonl", R"({"id":"a","text":"one"})"
                                                 "\n"
                                                 "{nonsense\n"
                                                 R"({"id":"b","text":"two"})"
                                                 "\n");
    const auto found = run({"analyze", "--format", "jsonl", news});
    CHECK(found.status == 1);
    CHECK(lines_of(found.out).size() == 2);
    CHECK_THAT(found.err, Contains("rawi: " + news + ":2: "));
}

TEST_CASE("what is wrong in very many places of a file is said of the first ones and counted") {
    const TemporaryFolder folder;
    std::string lines;
    for (std::size_t i = 0; i < 1000; ++i) lines += "{" + std::string(i, ' ') + "nonsense\n";  // each at another byte
    const auto found =
        run({"analyze", "--format", "jsonl", folder.write("bad.jsonl", lines), folder.write("two.jsonl", "{\n")});
    CHECK(found.status == 1);
    const auto said = lines_of(found.err);
    REQUIRE(said.size() == 202);
    CHECK_THAT(said[200], Contains("bad.jsonl: and 800 more such places"));
    CHECK_THAT(said[201], Contains("two.jsonl:1"));
}

TEST_CASE("the same in many lines of a file is said once, with the lines") {
    const TemporaryFolder folder;
    std::string lines;
    for (const char kind : std::string("1122221x11")) lines += kind == '1' ? "{nonsense\n" : "{  nonsense\n";
    for (int i = 0; i < 30; ++i) lines += "{nonsense\n{\"text\":\"t\",\"language\":\"en\"}\n";
    const auto found = run({"analyze", "--format", "jsonl", folder.write("bad.jsonl", lines)});
    CHECK(found.status == 1);
    const auto said = lines_of(found.err);
    REQUIRE(said.size() == 8);
    CHECK_THAT(said[1], Contains("bad.jsonl: the same in line 2"));
    CHECK_THAT(said[2], Contains("bad.jsonl:3: "));
    CHECK_THAT(said[3], Contains("bad.jsonl: the same in lines 4 to 6"));
    CHECK_THAT(said[6], Contains("bad.jsonl:9: "));
    CHECK_THAT(said[7],
               Contains("bad.jsonl: the same in lines 10 to 11, 13, 15, ") && Catch::EndsWith("49 and 10 more"));
}

TEST_CASE("JSON holds nothing that a terminal obeys") {
    const auto found = run({"analyze", "--format", "json", "--with-text", "--language", "en"},
                           "The mayor said the \xC2\x9B"
                           "31m bridge \xE2\x80\xAE is \x7F closed.\n");
    REQUIRE(found.status == 0);
    for (const char* control : {"\xC2\x9B", "\xE2\x80\xAE", "\x7F"}) CHECK_THAT(found.out, !Contains(control));
    CHECK_THAT(found.out, Contains("\\u009b31m bridge \\u202e is"));
}

TEST_CASE("output comes in the order of the input, whatever the number of jobs") {
    const std::string input = many_articles(300);
    const auto one = run({"analyze", "--format", "jsonl", "--from", "jsonl", "--jobs", "1"}, input);
    REQUIRE(one.status == 0);
    const auto lines = lines_of(one.out);
    REQUIRE(lines.size() == 300);
    for (std::size_t i = 0; i < lines.size(); ++i)
        CHECK(Json::parse(lines[i]).at("id") == "article-" + std::to_string(i));
    for (const char* jobs : {"2", "3", "16"})
        CHECK(run({"analyze", "--format", "jsonl", "--from", "jsonl", "--jobs", jobs}, input).out == one.out);
}

TEST_CASE("the name of the output tells the format") {
    const TemporaryFolder folder;
    REQUIRE(run({"analyze", "-o", folder / "out.json", "-"}, article).status == 0);
    CHECK(Json::parse(contents_of(folder / "out.json")).is_array());
    REQUIRE(run({"analyze", "-o", folder / "out.txt", "-"}, article).status == 0);
    CHECK_THAT(contents_of(folder / "out.txt"), Contains("q1"));
    REQUIRE(run({"analyze", "-o", folder / "out.data", "--format", "jsonl", "-"}, article).status == 0);
    CHECK(Json::parse(contents_of(folder / "out.data")).is_object());
    CHECK(folder.files() == 3);  // nothing is left beside them

    const auto unknown = run({"analyze", "-o", folder / "out.xyz", "-"}, article);
    CHECK(unknown.status == 2);
    CHECK_THAT(unknown.err, Contains("does not tell a format"));
}

TEST_CASE("an output is replaced only by a whole one") {
    const TemporaryFolder folder;
    const auto out = folder.write("out.jsonl", "before\n");
    CHECK(run({"analyze", "-o", out, "--theme", "x", "--language", "xx", "-"}, article).status == 2);
    CHECK(contents_of(out) == "before\n");
    CHECK(run({"analyze", "-o", out, "-"}, article).status == 0);
    CHECK(contents_of(out) != "before\n");
    CHECK(folder.files() == 1);
    CHECK(run({"analyze", "-o", folder / "", "-f", "json", "-"}, article).status == 1);
    CHECK(run({"analyze", "-o", folder / "no/such/folder/out.json", "-"}, article).status == 1);
}

TEST_CASE("outputs that are links, devices or pipes stay what they are") {
    const TemporaryFolder folder;
    const auto real = folder.write("real.jsonl", "before\n");
    std::filesystem::create_symlink(real, folder / "link.jsonl");
    CHECK(run({"analyze", "-o", folder / "link.jsonl", "-"}, article).status == 0);
    CHECK(std::filesystem::is_symlink(folder / "link.jsonl"));
    CHECK(contents_of(real) != "before\n");
    const auto found = run({"analyze", "-o", "/dev/stdout", "-f", "jsonl", "-"}, article);
    CHECK(found.status == 0);
    CHECK(found.out == contents_of(real));
    CHECK(run({"analyze", "-o", "/dev/null", "-f", "json", "-"}, article).status == 0);
    CHECK(folder.files() == 2);
}

TEST_CASE("zero articles are valid output too") {
    const TemporaryFolder folder;
    CHECK(run({"analyze", "--format", "json", "--from", "jsonl", "-"}, "").out == "[]\n");
    CHECK(run({"analyze", "--format", "jsonl", "--from", "jsonl", "-"}, "").out.empty());
}

TEST_CASE("a full disk is said, not swallowed") {
    const auto found =
        run({"-c", std::string(RAWI_COMMAND) + " analyze --format jsonl - > /dev/full"}, article, {}, "sh");
    CHECK(found.status == 1);
    CHECK_THAT(found.err, Contains("No space left"));
}

TEST_CASE("a reader that goes away ends the run quietly") {
    const std::string command = std::string(RAWI_COMMAND) + " analyze --format jsonl --from jsonl - | head -n 1";
    const auto found = run({"-c", command}, many_articles(300), {}, "sh");
    CHECK(lines_of(found.out).size() == 1);
    CHECK(found.err.empty());
    // The same where SIGPIPE is ignored, as some parents leave it.
    const auto ignored = run({"-c", "trap '' PIPE; " + command}, many_articles(300), {}, "sh");
    CHECK(lines_of(ignored.out).size() == 1);
    CHECK(ignored.err.empty());
}

TEST_CASE("results come while the input is still open") {
    rawi::testing::Process process({"analyze", "--format", "jsonl", "--from", "jsonl", "-"});
    // More than the reader looks at before it decides on encoding and format, and more than the pipes hold.
    std::thread writer([&] { process.write(many_articles(300)); });
    std::string lines;
    while (lines.find("article-299") == std::string::npos) {
        const std::string more = process.read_some(20);
        if (more.empty()) break;
        lines += more;
    }
    writer.join();
    CHECK_THAT(lines, Contains("article-299"));
    process.close_input();
    CHECK(process.status() == 0);
}

TEST_CASE("what the input does not say can be given") {
    const auto found = run(
        {"analyze", "--format", "jsonl", "--outlet", "The Echo", "--published", "2024-05-01", "--language", "en", "-"},
        article);
    const Json document = Json::parse(found.out).at("document");
    CHECK(document.at("outlet") == "The Echo");
    CHECK(document.at("published") == "2024-05-01");
    CHECK(document.at("language") == "en");
}

TEST_CASE("a date that is not understood is wrong usage, but in an article it is kept as it is") {
    for (const char* wrong : {"yesterday", "2024-13-45", "in May 2024", "31/31/2024", "2024"}) {
        const auto found = run({"analyze", "--published", wrong, "-"}, article);
        CHECK(found.status == 2);
        CHECK(found.out.empty());
        CHECK_THAT(found.err, Contains("--published") && Contains(wrong) && Contains("2024-05-02"));
    }
    const std::string told = "The minister said yesterday that the port will open.\n";
    for (const char* right :
         {"2024-05-02", "02/05/2024", "Thu, 02 May 2024 10:05:00 +0300", "2024-05-02T23:30:00-05:00"}) {
        const auto found = run({"analyze", "--published", right, "--format", "jsonl", "-"}, told);
        REQUIRE(found.status == 0);
        const Json analysis = Json::parse(found.out);
        CHECK(analysis.at("document").at("published") == right);
        CHECK(analysis.at("attributions").at(0).at("when").at("date") == "2024-05-01");
    }
    const std::string dated = R"({"text":"The minister said so yesterday.","published":"last week"})";
    const auto kept = run({"analyze", "--from", "jsonl", "--format", "jsonl"}, dated);
    CHECK(kept.status == 0);
    CHECK_THAT(kept.err, Contains("1 article has a date that is not understood") && Contains("\"last week\""));
    CHECK(Json::parse(kept.out).at("document").at("published") == "last week");
}

TEST_CASE("a few words tell a language only if they are known in it and written in its script") {
    const auto read_as = [](const std::string& text, const std::string& given = "") {
        const std::string json = Json{{"id", "x"}, {"text", text}, {"language", given}}.dump();
        const Json document = Json::parse(run({"analyze", "-f", "jsonl", "-"}, json + "\n").out).at("document");
        return std::pair(document.at("language").get<std::string>(), document.at("right_to_left").get<bool>());
    };
    CHECK(read_as("Hello world") == std::pair(std::string("en"), false));
    CHECK(read_as("Reuters") == std::pair(std::string("en"), false));
    CHECK(read_as("12 34") == std::pair(std::string("und"), false));
    CHECK(read_as("qqq zzz", "fr") == std::pair(std::string("fr"), false));
    CHECK(read_as("قال الوزير") == std::pair(std::string("ar"), true));
    CHECK(read_as("12 34", "en_GB") == std::pair(std::string("en"), false));
    CHECK(read_as("12 34", "EN-us") == std::pair(std::string("en"), false));
    CHECK(read_as("12 34", "ar_LY") == std::pair(std::string("ar"), true));
    CHECK(read_as("12 34", "arc") == std::pair(std::string("arc"), false));
}

TEST_CASE("a standard output that is closed is told, unless nothing is written to it") {
    const std::string command = std::string(RAWI_COMMAND) + " analyze -f jsonl - ";
    const auto closed = run({"-c", command + ">&-"}, article, {}, "sh");
    CHECK(closed.status == 1);
    CHECK_THAT(closed.err, Contains("standard output"));
    const TemporaryFolder folder;
    CHECK(run({"-c", command + "-o " + (folder / "x.jsonl") + " >&-"}, article, {}, "sh").status == 0);
}

TEST_CASE("nothing is looked for in articles of other languages, and that is said") {
    // German, French, Spanish, Turkish, Persian, Urdu, Chinese; the first one as its owner says, which is known to
    // none.
    const std::string others =
        R"({"language":"de","text":"Der Bürgermeister sagte am Montag, dass der Hafen in diesem Jahr geschlossen bleibt. Die Zeitung berichtete, die Arbeiter seien an der Sache nicht beteiligt."})"
        "\n"
        R"({"text":"Le maire a déclaré lundi que le port resterait fermé cette année. Selon le journal, les ouvriers de la ville ne sont pas concernés."})"
        "\n"
        R"({"text":"El alcalde dijo el lunes que el puerto seguirá cerrado este año. Según el diario, los trabajadores no están de acuerdo con la empresa."})"
        "\n"
        R"({"text":"Belediye başkanı pazartesi günü limanın bu yıl kapalı kalacağını söyledi. Gazeteye göre işçiler bu karara karşı çıktı ve bir daha limana gelmedi."})"
        "\n"
        R"({"text":"شهردار روز دوشنبه گفت که بندر امسال بسته می‌ماند. به گزارش روزنامه، کارگران با این تصمیم مخالف هستند و از این کار راضی نیستند."})"
        "\n"
        R"({"text":"میئر نے پیر کو کہا کہ بندرگاہ اس سال بند رہے گی۔ اخبار کے مطابق مزدور اس فیصلے کے خلاف ہیں اور وہ اس سے خوش نہیں ہیں۔"})"
        "\n"
        // Persian of many Arabic words
        R"({"text":"وزیر امور خارجه ایران روز دوشنبه گفت که مذاکرات ادامه خواهد داشت. به گزارش خبرگزاری، او افزود این تصمیم دولت است و هیچ تغییری در آن نیست. سخنگوی وزارت خارجه نیز اعلام کرد که هیات ایرانی فردا به وین می‌رود."})"
        "\n"
        R"({"text":"市长周一表示，港口今年将继续关闭。据报道，工人们反对这一决定。"})"
        "\n";
    const auto found = run({"analyze", "--from", "jsonl", "--format", "jsonl", "--outlet", "Harbour Post"}, others);
    CHECK(found.status == 0);
    CHECK_THAT(found.err, Contains("8 articles are in another language than ar, en") && Contains("(de)"));
    std::istringstream lines(found.out);
    std::string line;
    for (std::size_t i = 0; std::getline(lines, line); ++i) {
        const Json analysis = Json::parse(line);
        CAPTURE(line);
        CHECK(analysis.at("document").at("language") == (i == 0 ? "de" : "und"));
        CHECK(analysis.at("attributions").empty());
        CHECK(analysis.at("agents").at(0).at("name") == "Harbour Post");
    }
    // Short texts, and what is said to be in another language and is not.
    const std::string ours =
        R"({"language":"de","text":"The mayor said that the port was closed, and the workers of the town said that they would not go back to it."})"
        "\n"
        R"({"text":"Keel: port closed"})"
        "\n"
        R"({"text":"رئيس البلدية: الميناء مغلق"})"
        "\n"
        R"({"text":"Police: man shot dead in Ohio bar. Sheriff John Smith, who leads local police, said gunmen fled. Witnesses saw two men leave. Sheriff Smith called it murder."})"
        "\n";
    CHECK(run({"analyze", "--from", "jsonl", "--format", "jsonl"}, ours).err.empty());
}

TEST_CASE("a language pack from disk takes no input for another one") {
    const TemporaryFolder folder;
    const auto given = folder.write("given.txt", article);
    const std::string pack = RAWI_SOURCE_DIR "/src/languages/en";
    const auto plain = run({"analyze", given});
    REQUIRE(plain.status == 0);
    CHECK(run({"analyze", "--language-pack", pack, given}).out == plain.out);
    CHECK(run({"analyze", given, "--language-pack", pack}).out == plain.out);
    const auto both =
        run({"analyze", "--language-pack", pack, "--language-pack", RAWI_SOURCE_DIR "/src/languages/ar", given});
    CHECK(both.out == plain.out);
    CHECK(run({"report", "--language-pack", pack, given}).status == 0);
    CHECK(run({"index", "--language-pack", pack, folder / "c.rawi", given}).status == 0);
}

TEST_CASE("names in messages cannot speak to the terminal") {
    const auto found = run({"analyze", "no\x1b[31msuch\nfile"});
    CHECK(found.status == 1);
    CHECK(found.err.find('\x1b') == std::string::npos);
    CHECK(lines_of(found.err).size() == 1);
}

#ifndef __SANITIZE_ADDRESS__  // which reserves more than any limit
TEST_CASE("an article that takes more memory than there is costs no other one its result") {
    const TemporaryFolder folder;
    std::string hog;  // its "a" shows a language
    for (std::size_t i = 0; i < 4'000'000; ++i) hog.append(1, "abcdfg"[i * 7919 % 6]).append(". ");
    const auto first = folder.write("1.txt", article);
    const auto second = folder.write("2.txt", hog);
    const auto third = folder.write("3.txt", article);
    const auto limited = [&](const std::string& command) {
        return run({"-c", "ulimit -v 600000; exec \"$0\" " + command + " --jobs 1 \"$1\" \"$2\" \"$3\"", RAWI_COMMAND,
                    first, second, third},
                   "", {}, "/bin/sh");
    };
    const auto found = limited("analyze --format jsonl");
    CHECK(found.status == 1);
    CHECK(lines_of(found.out).size() == 2);
    CHECK_THAT(found.err, Catch::Contains("2.txt: takes more memory to analyse than there is"));
    CHECK_THAT(limited("index " + (folder / "c.rawi")).out, Catch::Contains("2 articles: 2 new"));
}
#endif
