// Pages, items and records that are too large to be read whole, and those that only seem so.
#include <unistd.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "reading/read_all.hpp"

using rawi::tests::read_all;
using Lines = std::vector<std::string>;

namespace {

class Folder {
public:
    Folder() : path_(std::filesystem::temp_directory_path() / ("rawi-large-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] Lines read(const std::string& name, const std::string& content) const {
        const auto path = path_ / name;
        std::ofstream(path, std::ios::binary) << content;
        return read_all({path.string()}, {}, path_.string() + "/");
    }

private:
    std::filesystem::path path_;
};

const std::string prose =
    "<article><h1>Port to reopen</h1><p>The minister told Reuters on Monday that the port would reopen within a week, "
    "and that all workers would be paid.</p><p>Nobody else said anything about it, as far as we know today.</p>";
const std::string article =
    "article %ID% | Port to reopen | The minister told Reuters on Monday that the port would reopen within a week, and "
    "that all workers would be paid.\\n\\nNobody else said anything about it, as far as we know today.";

std::string times(std::string_view what, std::size_t bytes) {
    std::string all;
    all.reserve(bytes + what.size());
    while (all.size() < bytes) all += what;
    return all;
}

std::string as(std::string id) {
    std::string shown = article;
    return shown.replace(shown.find("%ID%"), 4, id);
}

std::string record(const std::string& page) {
    const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page;
    return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://e.com/x\r\nContent-Length: " +
           std::to_string(http.size()) + "\r\n\r\n" + http + "\r\n\r\n";
}

constexpr std::size_t nine_mib = std::size_t{9} << 20;

}  // namespace

TEST_CASE("a page that is large by pictures and programs alone is read", "[reading]") {
    const Folder folder;
    const std::string picture = "<img src=\"data:image/png;base64," + times("iVBORw0K", nine_mib) + "\">";
    const std::string script = "<script>" + times("if (a < b) c(\"<p>\");", nine_mib) + "</script>";
    for (const std::string& bulk : {picture, script, "<!--" + times("<p>x</p>", nine_mib) + "-->"}) {
        const std::string page =
            "<html><head><title>Port to reopen</title>" + bulk + "</head><body>" + prose + "</article></body></html>";
        CHECK(folder.read("a.html", page) == Lines{as("a")});
        CHECK(folder.read("a.warc", record(page)) == Lines{as("http://e.com/x") + " | url=http://e.com/x"});
    }
}

TEST_CASE("a page too large for a tree is named, alone and in a crawl", "[reading]") {
    const Folder folder;
    const std::string size =
        " is larger than 8 MiB without its scripts, styles and pictures, too large for a page: skipped; save the "
        "article as text";
    const std::string elements =
        " has more than 400000 elements, too many for a page: skipped; save the article as text";
    const std::string words = prose + times("<p>No sentence of this page is of any interest to anybody.</p>", nine_mib);
    CHECK(folder.read("a.html", words) == Lines{"error a.html" + size});
    const std::string tags = prose + times("<b>", 400'001 * 3);
    CHECK(folder.read("a.html", tags) == Lines{"error a.html" + elements});
    const std::string small = "<html><body>" + prose + "</article></body></html>";
    CHECK(folder.read("a.warc", record(words) + record(tags) + record(small)) ==
          Lines{"warning a.warc/http://e.com/x" + size, "warning a.warc/http://e.com/x" + elements,
                as("http://e.com/x") + " | url=http://e.com/x"});
}

TEST_CASE("an item above 8 MiB is named, and the items around it are read", "[reading]") {
    const Folder folder;
    const auto item = [](const std::string& id, const std::string& text) {
        return "<item><guid>" + id + "</guid>\n<description>" + text + "</description></item>\n";
    };
    const std::string text = times("a line of words\n", nine_mib);
    const std::string error = " the item that begins here is larger than 8 MiB: skipped";
    for (const std::string& large : {text, "<![CDATA[" + text + "</item>]]>", times("<b>x</b>", nine_mib)}) {
        const std::string feed =
            "<rss><channel>\n" + item("1", "one") + item("2", large) + item("3", "three") + "</channel></rss>";
        CHECK(folder.read("a.rss", feed) ==
              Lines{"article 1 |  | one", "error a.rss:4" + error, "article 3 |  | three"});
    }
    CHECK(folder.read("a.rss", "<rss><channel>\n" + item("2", text) + "</channel></rss>") ==
          Lines{"error a.rss:2" + error});
    CHECK(folder.read("a.xml", "<nitf><body><body.content><p>" + text + "</p></body.content></body></nitf>") ==
          Lines{"error a.xml:1" + error});
}
