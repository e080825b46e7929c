#include "rawi/reading.hpp"

#include <unistd.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "rawi/error.hpp"
#include "reading/read_all.hpp"

using rawi::tests::read_all;
using Lines = std::vector<std::string>;

namespace {

// A folder that is gone when the test is over.
class Folder {
public:
    Folder() : path_(std::filesystem::temp_directory_path() / ("rawi-reading-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string write(const std::string& name, std::string_view content) const {
        const auto path = path_ / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << content;
        return path.string();
    }
    [[nodiscard]] std::string path() const { return path_.string(); }
    [[nodiscard]] std::string prefix() const { return path_.string() + "/"; }

private:
    std::filesystem::path path_;
};

}  // namespace

TEST_CASE("folders are walked in sorted order, without hidden files, and ids stay unique") {
    const Folder folder;
    folder.write("b.txt", "two");
    folder.write("a/x.txt", "one");
    folder.write("c/x.txt", "three");
    folder.write("c/.hidden.txt", "never");
    folder.write(".git/x.txt", "never");
    CHECK(read_all({folder.path()}) == Lines{"article x |  | one", "article b |  | two", "article x#2 |  | three"});
}

TEST_CASE("of articles that have an id that another had three are named, and the others counted where they are") {
    const Folder folder;
    std::string five;
    for (const char* id : {"1", "2", "3", "4", "5"}) five += std::string("{\"id\":\"") + id + "\",\"text\":\"t\"}\n";
    folder.write("a.jsonl", five);
    folder.write("b.jsonl", five);
    const auto last = [&] { return read_all({folder.path()}, {}, folder.prefix()).back(); };
    CHECK(last() == "warning b.jsonl 2 more articles have ids that another had before");
    folder.write("c.jsonl", "{\"id\":\"1\",\"text\":\"t\"}\n");
    CHECK(last() == "warning c.jsonl 3 more articles of this and other files have ids that another had before");
}

TEST_CASE("what cannot be read costs the other inputs nothing") {
    const Folder folder;
    const auto good = folder.write("good.txt", "good");
    const auto empty = folder.write("empty.txt", "");
    std::filesystem::create_directories(folder.path() + "/nothing");
    CHECK(read_all({folder.prefix() + "missing.txt", empty, folder.prefix() + "nothing", good}, {}, folder.prefix()) ==
          Lines{"error missing.txt cannot be opened: No such file or directory",
                "error empty.txt is empty: there is no article in it", "error nothing this folder has no files",
                "article good |  | good"});
}

TEST_CASE("JSON without an article says so, and is no failure: a search may have found nothing") {
    const Folder folder;
    const std::string none = "holds no article: an article is an object with a \"text\"";
    CHECK(read_all({folder.write("a.json", "[]"), folder.write("b.json", "[ [] ]\n")}, {}, folder.prefix()) ==
          Lines{"warning a.json " + none, "warning b.json " + none});
    // Of what is something else, or cut, that is said instead.
    CHECK(
        read_all({folder.write("c.json", "[{\"text\":\"t\"}, 5]"), folder.write("d.json", "[")}, {}, folder.prefix()) ==
        Lines{"article c:1 |  | t", "error c.json:1 there is something other than JSON objects here: passed over",
              "error d.json:1 the array is not closed: the file seems to be cut off"});
}

TEST_CASE("lines that hold lists of articles are no lines of articles") {
    const Folder folder;
    const auto file = folder.write("groups.jsonl",
                                   "{\"group\":1,\"articles\":[{\"text\":\"a\"},{\"text\":\"b\"}]}\n"
                                   "{\"group\":2,\"articles\":[{\"text\":\"c\"}]}\n");
    CHECK(read_all({file}, {}, folder.prefix()) ==
          Lines{"article groups:1 |  | a", "article groups:1#2 |  | b", "article groups:2 |  | c"});
}

TEST_CASE("a link to a folder is not followed, so that no walk runs in circles") {
    const Folder folder;
    folder.write("a.txt", "a");
    std::filesystem::create_directory_symlink(folder.path(), folder.prefix() + "loop");
    CHECK(read_all({folder.path()}) == Lines{"article a |  | a"});
}

TEST_CASE("defaults fill what the input does not give, and nothing else") {
    const Folder folder;
    const auto file =
        folder.write("a.jsonl", "{\"id\":\"1\",\"text\":\"t\",\"outlet\":\"given\"}\n{\"id\":\"2\",\"text\":\"t\"}\n");
    rawi::ReadingOptions options;
    options.defaults.outlet = "default";
    options.defaults.published = "2020-01-02";
    options.defaults.language = "en";
    CHECK(read_all({file}, options) == Lines{"article 1 |  | t | outlet=given | published=2020-01-02 | language=en",
                                             "article 2 |  | t | outlet=default | published=2020-01-02 | language=en"});
}

TEST_CASE("an article beyond the limit is named and passed over, in every format") {
    const Folder folder;
    const std::string large(3 << 20, 'x');
    const auto lines =
        folder.write("a.jsonl", "{\"text\":\"" + large + "\"}\n{\"text\":\"small\"}\n{\"text\":\"" + large);
    const auto array = folder.write("b.json", "[{\"text\":\"" + large + "\"},\n{\"text\":\"small\"}]");
    const auto plain = folder.write("c.txt", large);
    rawi::ReadingOptions options;
    options.largest_article = 1 << 20;
    CHECK(read_all({lines, array, plain}, options, folder.prefix()) ==
          Lines{"error a.jsonl:1 this line is larger than 1 MiB, too large for one article: skipped",
                "article a:2 |  | small",
                "error a.jsonl:3 this line is larger than 1 MiB, too large for one article: skipped",
                "error b.json:1 the object is larger than 1 MiB, too large for one article: skipped",
                "article b:2 |  | small",
                "error c.txt is larger than 1 MiB, too large for one article: skipped; if it holds many, give them as "
                "JSON Lines"});
}

TEST_CASE("members of an archive that are each just small enough and too much together end it with one message") {
    // Twenty members of 63 MiB that are no articles stand between two that are.
    const auto folder = std::filesystem::path(RAWI_SOURCE_DIR) / "fixtures" / "bombs";
    CHECK(read_all({(folder / "members.zip.gz").string()}, {}, folder.string() + "/") ==
          Lines{"article a |  | The librarian said the new hall would open on Saturday.",
                "error members.zip.gz expands more than 500-fold in all, which no texts do: the rest is skipped"});
}

TEST_CASE("a table without text is joined to the articles by their address, wherever it is named") {
    const Folder folder;
    const auto articles =
        folder.write("a.jsonl",
                     "{\"id\":\"1\",\"text\":\"one\",\"url\":\"http://www.Example.org/a/\",\"outlet\":\"own\"}\n"
                     "{\"id\":\"2\",\"text\":\"two\",\"url\":\"https://example.org/A\"}\n");
    const auto table = folder.write("b.csv",
                                    "stories_id,publish_date,title,url,language,media_name\n"
                                    "7,2021-03-04,\"Hall, opens\",https://example.org/a,en,Town Post\n"
                                    "8,2021-03-05,Other,https://example.org/other,en,Town Post\n");
    CHECK(read_all({articles, table}, {}, folder.prefix()) ==
          Lines{"article 1 | Hall, opens | one | outlet=own | published=2021-03-04 | url=http://www.Example.org/a/ | "
                "language=en",
                "article 2 |  | two | url=https://example.org/A",
                "warning b.csv 1 of 2 rows were for no article: give the articles themselves too, with the same url"});
}

TEST_CASE("a folder of everything: each file gives what it gives alone") {
    const std::filesystem::path formats = std::filesystem::path(RAWI_SOURCE_DIR) / "fixtures/formats";
    std::size_t alone = 0;
    for (const auto& entry : std::filesystem::directory_iterator(formats)) {
        if (entry.path().filename() == "expected.txt") continue;
        for (const auto& item : read_all({entry.path().string()})) alone += item.starts_with("article ");
    }
    std::size_t together = 0;
    rawi::ArticleReader reader({formats.string()});
    while (const auto item = reader.next()) together += std::holds_alternative<rawi::Document>(*item);
    CHECK(alone > 40);
    CHECK(together == alone + 1);  // and expected.txt itself, which is text
    CHECK(reader.bytes_read() == reader.bytes_total());
}

TEST_CASE("a format that does not exist is the caller's mistake") {
    rawi::ReadingOptions options;
    options.format = "jsnol";
    CHECK_THROWS_AS(rawi::ArticleReader({}, options), rawi::Error);
    CHECK_FALSE(rawi::input_formats().empty());
}

TEST_CASE("progress counts bytes of the files") {
    const Folder folder;
    folder.write("a.txt", "12345");
    folder.write("b.txt", "678");
    rawi::ArticleReader reader({folder.path()});
    CHECK(reader.bytes_total() == 8);
    CHECK(reader.bytes_read() == 0);
    while (reader.next()) {
    }
    CHECK(reader.bytes_read() == 8);
}

TEST_CASE("the first article is analysed whole, as its gold standard wants it") {
    const std::filesystem::path file =
        std::filesystem::path(RAWI_SOURCE_DIR).parent_path() / "shared/corpus/awj-karama-official.txt";
    if (!std::filesystem::exists(file)) {
        WARN("skipped: " << file << " is absent");
        return;
    }
    rawi::ArticleReader reader({file.string()});
    const auto item = reader.next();
    REQUIRE(item);
    const auto& document = std::get<rawi::Document>(*item);
    CHECK(document.title().empty());
    CHECK(document.text().size() == std::filesystem::file_size(file));
    CHECK(rawi::CodePointIndex(document.text())(static_cast<std::uint32_t>(document.text().size())) == 2253);
    CHECK_FALSE(reader.next());
}
