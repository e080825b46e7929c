// rawi report: what it makes of each kind of input, and of options that are for another kind.
#include <catch2/catch.hpp>

#include "cli/process.hpp"

using Catch::Contains;
using rawi::testing::contents_of;
using rawi::testing::lines_of;
using rawi::testing::run;
using rawi::testing::TemporaryFolder;

namespace {

const std::string ferry = RAWI_SOURCE_DIR "/fixtures/articles/en-ferry.jsonl";
const std::string story = RAWI_SOURCE_DIR "/fixtures/corpus/breakwater.jsonl";

}  // namespace

TEST_CASE("a report reads from standard input what it reads from a file") {
    const TemporaryFolder folder;
    const std::string article = contents_of(ferry);
    const std::string saved = run({"analyze", "--format", "jsonl", "--with-text", ferry}).out;
    const std::string array = run({"analyze", "--format", "json", "--with-text", ferry}).out;
    const auto page = run({"report", ferry});
    REQUIRE(page.status == 0);
    REQUIRE_THAT(page.out, Contains("<blockquote"));
    for (const std::string& input : {article, saved, array}) {
        for (const std::vector<std::string>& words : {std::vector<std::string>{"report"}, {"report", "-"}}) {
            const auto found = run(words, input);
            CHECK(found.status == 0);
            CHECK(found.err.empty());
            CHECK(found.out == page.out);
        }
        CHECK(run({"report", folder.write("input.jsonl", input)}).out == page.out);
    }
    CHECK(run({"report", "-"}, "x").status == 0);  // shorter than what is looked at
    const auto nothing = run({"report", "-"});
    CHECK(nothing.status == 1);
    CHECK_THAT(nothing.err, Contains("<stdin>"));
}

TEST_CASE("standard input that is long comes whole behind what was looked at") {
    std::string lines;
    for (int i = 0; i < 200; ++i) lines += contents_of(ferry);
    const std::string saved = run({"analyze", "--format", "jsonl", "--with-text"}, lines).out;
    const TemporaryFolder folder;
    const auto page = run({"report", "-"}, saved);
    CHECK(page.status == 0);
    CHECK(page.out == run({"report", folder.write("saved.jsonl", saved)}).out);
}

TEST_CASE("a report of very many articles says how large it gets, and what to do instead") {
    std::string lines;
    for (int i = 0; i < 1000; ++i) lines += "{\"text\":\"It rains.\",\"language\":\"en\"}\n";
    CHECK(run({"report", "--from", "jsonl", "-"}, lines).err.empty());
    const auto many = run({"report", "--from", "jsonl", "-"}, lines + lines);
    CHECK(many.status == 0);
    CHECK(lines_of(many.err).size() == 1);
    CHECK_THAT(many.err, Contains("more than 1000 articles: expect about 2 MB for each 1000") &&
                             Contains("rawi index news.rawi INPUT... and then rawi report news.rawi"));
    CHECK(run({"analyze", "--from", "jsonl", "-f", "jsonl", "-"}, lines + lines).err.empty());
}

TEST_CASE("a corpus is not read from standard input") {
    const TemporaryFolder folder;
    REQUIRE(run({"index", folder / "c.rawi", story}).status == 0);
    const auto found = run({"report", "-"}, contents_of(folder / "c.rawi"));
    CHECK(found.status == 2);
    CHECK_THAT(found.err, Contains("name its file"));
}

TEST_CASE("a report of an analysis without text says so and leaves no empty quotations") {
    const TemporaryFolder folder;
    const auto page_of = [&](const std::vector<std::string>& saving) {
        folder.write("saved.jsonl", run(saving).out);
        return run({"report", folder / "saved.jsonl"}).out;
    };
    const std::string without = page_of({"analyze", "--format", "jsonl", ferry});
    CHECK_THAT(without, Contains("The text was not saved"));
    CHECK_THAT(without, Contains("class=\"claim "));
    CHECK_THAT(without, !Contains("<blockquote"));
    CHECK_THAT(without, !Contains("<q "));
    const std::string with = page_of({"analyze", "--format", "jsonl", "--with-text", ferry});
    CHECK_THAT(with, !Contains("The text was not saved"));
    CHECK_THAT(with, Contains("<blockquote"));
}

TEST_CASE("a report takes no option that it can do nothing with") {
    const TemporaryFolder folder;
    const std::string corpus = folder / "c.rawi";
    REQUIRE(run({"index", corpus, story}).status == 0);
    const std::string saved =
        folder.write("saved.jsonl", run({"analyze", "--format", "jsonl", "--with-text", ferry}).out);
    const auto refused = [](std::vector<std::string> words, const std::string& option, const std::string& value,
                            const std::string& kind) {
        words.insert(words.begin(), {"report", option, value});
        const auto found = run(words);
        INFO(option << " for " << kind);
        CHECK(found.status == 2);
        CHECK(found.out.empty());
        CHECK_THAT(found.err, Contains(option) && Contains("not on " + kind));
    };
    for (const std::string option : {"--since", "--until", "--topic"}) {
        refused({ferry}, option, "2024", "articles");
        refused({saved}, option, "2024", "saved analyses");
        refused({corpus, "--trace", "winter"}, option, "2024", "a trace");
    }
    for (const std::string option : {"--outlet", "--language"}) {
        refused({saved}, option, "en", "saved analyses");
        refused({corpus, "--claim", "reuters-0311/q1"}, option, "en", "a trace");
    }
    refused({saved}, "--published", "2024-03-11", "saved analyses");
    refused({ferry}, "--outlets", "list.tsv", "articles");
    refused({saved}, "--outlets", "list.tsv", "saved analyses");
    refused({corpus}, "--published", "2024-03-11", "a corpus");
    refused({corpus}, "--jobs", "2", "a corpus");
    refused({corpus}, "--from", "csv", "a corpus");
    refused({corpus}, "--language-pack", folder / "", "a corpus");
    CHECK(run({"report", "--trace", "winter", ferry}).status == 2);
}

TEST_CASE("a report on a corpus is on the articles that its options choose") {
    const TemporaryFolder folder;
    const std::string corpus = folder / "c.rawi";
    REQUIRE(run({"index", corpus, story}).status == 0);
    const auto all = run({"report", corpus});
    REQUIRE_THAT(all.out, Contains("Bay Herald"));
    const auto one = run({"report", corpus, "--language", "ar"});
    CHECK(one.status == 0);
    CHECK_THAT(one.out, !Contains("Bay Herald"));
    const auto other = run({"report", corpus, "--outlet", "bay herald"});
    CHECK(other.status == 0);
    CHECK_THAT(other.out, Contains("Bay Herald"));
    CHECK(other.out != all.out);
}

TEST_CASE("a report on a corpus goes by a list of the user's own as reliance and trace do") {
    const TemporaryFolder folder;
    const std::string corpus = folder / "c.rawi";
    REQUIRE(run({"index", corpus, story}).status == 0);
    const std::string list = folder.write("one.tsv", "harbour-media\tnewspaper\tIS\tHarbour Post | Bay Herald\n");
    const auto one = run({"report", corpus, "--outlets", list});
    CHECK(one.status == 0);
    CHECK_THAT(one.out, Contains("Iceland"));
    CHECK_THAT(run({"report", corpus}).out, !Contains("Iceland"));
    const std::vector<std::string> traced{"report", corpus, "--trace", "will not survive another winter"};
    auto with_list = traced;
    with_list.insert(with_list.end(), {"--outlets", list, "--outlets", list});
    const auto trace = run(with_list);
    CHECK(trace.status == 0);
    CHECK_THAT(trace.out, Contains("</html>"));
    const std::string faulty = folder.write("faulty.tsv", "x\tagencey\tGB\tX\n");
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"report", corpus}, traced, {"trace", corpus, "winter"}, {"reliance", corpus}}) {
        auto with_fault = words;
        with_fault.insert(with_fault.end(), {"--outlets", faulty});
        const auto found = run(with_fault);
        CHECK(found.status == 1);
        CHECK(found.out.empty());
        CHECK_THAT(found.err, Contains("faulty.tsv:1: no kind of outlet: 'agencey'"));
    }
}

TEST_CASE("in Arabic, too, a chain reads in the order in which it stands") {
    const std::string film = RAWI_SOURCE_DIR "/fixtures/articles/ar-film.jsonl";
    const std::string page = run({"report", film}).out;  // the director told the channel
    CHECK_THAT(page, Contains("<bdi>المخرج سامر الحلو</bdi></span> <span class=\"arrow spoken\">قال لـ</span> "));
    CHECK_THAT(run({"analyze", "--format", "svg", film}).out, Contains("قال لـ"));
}
