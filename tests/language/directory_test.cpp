// Packs on disk: what counts as a file of theirs, what bytes are text, and the outlets that all languages share.
#include <cstdlib>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "language/pack.hpp"
#include "rawi/error.hpp"
#include "rawi/language.hpp"

namespace fs = std::filesystem;
using Catch::Contains;
using rawi::LanguagePack;

namespace {

/// A small pack in a folder of its own, without a fault until a test writes something else into it.
class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "rawi-pack-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for a test: " + name);
        path_ = name;
        write("language.conf", "code = xx\nname = Test\ndirection = ltr\n");
        write("words/a.txt", "[frequent]\nthe | of\n");
        write("cues.tsv", "say\tverb\t-\tsaid\tthat\t-\t-\n");
        write("rules/a.rules", "rule one\n  match source:np cue content:clause\n");
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text;
    }
    void remove(const std::string& name) const { fs::remove_all(path_ / name); }
    [[nodiscard]] const fs::path& path() const { return path_; }

    /// The faults, a line each, without the folder's name.
    [[nodiscard]] std::string faults() const {
        std::string all;
        for (std::string fault : LanguagePack::check(path_)) {
            if (const std::size_t at = fault.find(path_.string() + "/"); at != std::string::npos)
                fault.erase(at, path_.string().size() + 1);
            all += fault + "\n";
        }
        return all;
    }

private:
    fs::path path_;
};

std::string outlet_key(const LanguagePack& pack, std::string_view word) {
    const rawi::language::Word& found = pack.pack().lexicon.word(pack.pack().lexicon.find(word));
    for (const auto& [id, value] : found.values) {
        if (id == rawi::language::index_of(rawi::language::Known::outlet)) return value;
    }
    return {};
}

}  // namespace

TEST_CASE("A pack on disk is read with what all languages share", "[language]") {
    const Folder folder;
    CHECK(folder.faults().empty());
    CHECK(outlet_key(LanguagePack::from_directory(folder.path()), "reuters") == "reuters");
}

TEST_CASE("Bytes that are no text are told by line", "[language]") {
    const Folder folder;
    SECTION("another encoding") {
        folder.write("words/a.txt", "[frequent]\nthe\nd\xE9j\xE0\n");
        CHECK(folder.faults() == "words/a.txt:3: byte 2 of the line, 0xE9, is no UTF-8: save the file as UTF-8\n");
    }
    SECTION("a letter cut in two at the end") {
        folder.write("words/a.txt", "[frequent]\nthe\nd\xC3");
        CHECK(folder.faults() == "words/a.txt:3: byte 2 of the line, 0xC3, is no UTF-8: save the file as UTF-8\n");
    }
    SECTION("a NUL") {
        folder.write("cues.tsv", std::string("say\0", 4));
        CHECK(folder.faults() == "cues.tsv:1: a NUL character: this is no text file\n");
    }
    SECTION("lines that end otherwise") {
        folder.write("words/a.txt", "[frequent]\r\nthe\rof\r\n");
        CHECK(folder.faults() == "words/a.txt:2: a carriage return without a line feed: lines end with a line feed\n");
    }
}

TEST_CASE("A byte order mark and the line ends of other systems do no harm", "[language]") {
    const Folder folder;
    folder.write("language.conf",
                 "\xEF\xBB\xBF"
                 "code = xx\r\nname = Test\r\ndirection = ltr\r\n");
    CHECK(folder.faults().empty());
    CHECK(LanguagePack::from_directory(folder.path()).code() == "xx");
}

TEST_CASE("Hidden files and notes are none of a pack's", "[language]") {
    const Folder folder;
    folder.write(".git/config", "hello");
    folder.write("words/.a.txt.swp", "hello");
    folder.write("NOTES.md", "hello");
    CHECK(folder.faults().empty());
}

TEST_CASE("What stands at a place that no pack has is named", "[language]") {
    const Folder folder;
    SECTION("a folder") {
        folder.write("wrods/a.txt", "[title]\nDr\n");
        CHECK(folder.faults() ==
              "wrods: no directory of a pack: only words and rules are, and its own outlets stand in "
              "outlets.tsv\n");
    }
    SECTION("a folder where a file should be") {
        folder.remove("cues.tsv");
        fs::create_directories(folder.path() / "cues.tsv");
        CHECK(folder.faults() == "cues.tsv: is a directory, where a file should be\n");
    }
    SECTION("a file") {
        folder.write("my-outlets.tsv", "");
        CHECK_THAT(folder.faults(), Contains("my-outlets.tsv: no file of a pack"));
    }
}

TEST_CASE("Links to folders are followed where a pack has folders, and not in circles", "[language]") {
    const Folder folder, elsewhere;
    elsewhere.write("words/b.txt", "[frequent]\nof =\n");
    folder.remove("words");
    fs::create_directory_symlink(elsewhere.path() / "words", folder.path() / "words");
    CHECK_THAT(folder.faults(), Contains("words/b.txt:2: "));
    elsewhere.remove("words/b.txt");
    CHECK(folder.faults().empty());
    fs::create_directory_symlink(elsewhere.path() / "words", elsewhere.path() / "words/round");
    CHECK_THAT(folder.faults(), Contains("words/round: "));
}

TEST_CASE("Of an empty folder its name is told", "[language]") {
    const Folder folder;
    for (const char* name : {"language.conf", "words", "cues.tsv", "rules"}) folder.remove(name);
    CHECK_THROWS_WITH(LanguagePack::from_directory(folder.path()), Contains(folder.path().string() + "/language.conf"));
}

TEST_CASE("The list of outlets beside a pack takes the place of the built-in one", "[language]") {
    const Folder around;
    // The pack one folder deeper, as in src/languages.
    for (const char* name : {"language.conf", "words", "cues.tsv", "rules"}) {
        fs::create_directories(around.path() / "xx");
        fs::rename(around.path() / name, around.path() / "xx" / name);
    }
    const fs::path pack = around.path() / "xx";
    CHECK(LanguagePack::shared_outlets(pack).empty());
    CHECK(outlet_key(LanguagePack::from_directory(pack), "reuters") == "reuters");

    around.write("shared/outlets.tsv", "harbour-post\tnewspaper\tFR\tHarbourpost | AFP\n");
    CHECK(LanguagePack::shared_outlets(pack) == around.path() / "shared/outlets.tsv");
    CHECK(LanguagePack::shared_outlets(pack / "") == around.path() / "shared/outlets.tsv");
    CHECK(LanguagePack::check(pack).empty());
    const LanguagePack read = LanguagePack::from_directory(pack);
    CHECK(outlet_key(read, "harbourpost") == "harbour-post");
    CHECK(outlet_key(read, "afp") == "harbour-post");
    CHECK(outlet_key(read, "reuters").empty());  // taken out of the list

    SECTION("the pack's own list goes before it") {
        around.write("xx/outlets.tsv", "harbour-post\tnewspaper\tFR\tHarbourpost\n");
        CHECK(outlet_key(LanguagePack::from_directory(pack), "harbourpost") == "harbour-post");
        CHECK(outlet_key(LanguagePack::from_directory(pack), "afp").empty());
    }
    SECTION("its faults are told with its name") {
        around.write("shared/outlets.tsv", "harbour-post\tpaper\tFR\tHarbourpost\n");
        const auto faults = LanguagePack::check(pack);
        REQUIRE(faults.size() == 1);
        CHECK_THAT(faults.front(), Contains((around.path() / "shared/outlets.tsv").string() + ":1: "));
    }
    SECTION("it has to be a file") {
        around.remove("shared/outlets.tsv");
        fs::create_directories(around.path() / "shared/outlets.tsv");
        CHECK_THROWS_WITH(LanguagePack::from_directory(pack), Contains("shared/outlets.tsv: should be the list"));
        CHECK_THROWS_WITH(LanguagePack::check(pack), Contains("shared/outlets.tsv: should be the list"));
    }
}

TEST_CASE("A pack's own outlets add to the shared ones and replace those of the same key", "[language]") {
    const Folder folder;
    folder.write("outlets.tsv", "reuters\tagency\tGB\tRoyters\nharbour-post\tnewspaper\tFR\tHarbourpost | AFP\n");
    CHECK(folder.faults().empty());
    const LanguagePack pack = LanguagePack::from_directory(folder.path());
    CHECK(outlet_key(pack, "harbourpost") == "harbour-post");
    CHECK(outlet_key(pack, "royters") == "reuters");
    CHECK(outlet_key(pack, "reuters").empty());
    CHECK(outlet_key(pack, "afp") == "harbour-post");
    CHECK(outlet_key(pack, "xinhua") == "xinhua");
}
