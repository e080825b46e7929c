// The store: what goes in comes out, once, whatever happens to the process.
#include "rawi/corpus.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <future>
#include <sstream>

#include "corpus/database.hpp"
#include "corpus/small_corpus.hpp"
#include "corpus/store.hpp"
#include "rawi/error.hpp"
#include "rawi/trace.hpp"
#include "rawi/writing.hpp"

using namespace rawi;
using namespace rawi::test;

namespace {

std::vector<std::string> ids(const Corpus& corpus, const ArticleFilter& filter = {}) {
    std::vector<std::string> all;
    corpus.each(filter, [&](const ArticleEntry& entry) { all.push_back(entry.id); });
    return all;
}

std::string json_of(const Analysis& analysis) {
    std::ostringstream out;
    const auto writer = make_writer(*find_format("jsonl"), out, {.with_text = true});
    writer->begin();
    writer->write(analysis);
    writer->end();
    return std::move(out).str();
}

Analysis plain(const std::string& id, const std::string& url, const std::string& text) {
    HandMade made({.id = id, .language = "en", .outlet = "Echo", .url = url}, "", text);
    made.claim("said", "the bridge is safe for all heavy lorries", {made.publisher("Echo")});
    return made.analysis;
}
const std::string safe = "They said the bridge is safe for all heavy lorries. ";

}  // namespace

TEST_CASE("a corpus gives back what was put in, in order of time") {
    const Folder folder;
    const Corpus corpus = corpus_of(folder, small_corpus());
    CHECK(ids(corpus) == std::vector<std::string>{"s1", "r1", "h1", "m1", "m2", "h2", "h3"});
    CHECK(corpus.size().articles == 7);
    CHECK(corpus.size().claims == 12);
    CHECK(corpus.size().links == 2);
    for (const Analysis& analysis : small_corpus()) {
        const auto found = corpus.analysis(analysis.document.metadata().id);
        REQUIRE(found);
        CHECK(json_of(*found) == json_of(analysis));
    }
    CHECK_FALSE(corpus.analysis("no such article"));
    CHECK_FALSE(corpus.analysis("' OR 1=1 --"));
    CHECK(ids(corpus, {.outlet = "reuters"}) == std::vector<std::string>{"r1"});
}

TEST_CASE("each article is there once, by id or by url and content") {
    const Folder folder;
    Corpus corpus(folder / "c.rawi", Corpus::Access::write);
    const auto add = [&](const Analysis& analysis) { return corpus.add(prepared({analysis})); };
    CHECK(add(plain("1", "http://a/1", safe)).fresh == 1);
    CHECK(add(plain("1", "http://a/1", safe)).unchanged == 1);
    CHECK(corpus.holds(plain("1", "http://a/1", safe).document));
    CHECK_FALSE(corpus.holds(plain("1", "http://a/1", safe + "More.").document));

    CHECK(add(plain("1", "http://a/1", safe + "More.")).changed == 1);  // takes its older self's place
    CHECK(corpus.size().articles == 1);
    CHECK(corpus.size().claims == 1);
    CHECK(corpus.analysis("1")->document.text() == safe + "More.");

    CHECK(add(plain("other", "http://a/1", safe + "More.")).unchanged == 1);  // the same url and content
    CHECK(add(plain("1", "http://b/1", safe)).fresh == 1);                    // somebody else's "1"
    CHECK(ids(corpus) == std::vector<std::string>{"1", "1#2"});
    CHECK(corpus.holds(plain("1", "http://b/1", safe).document));
    CHECK(add(plain("1", "http://b/1", safe + "Later.")).changed == 1);
    CHECK(corpus.analysis("1#2")->document.text() == safe + "Later.");
    CHECK(corpus.add(prepared({plain("1", "http://b/1", safe + "Later.")}), true).changed == 1);
}

TEST_CASE("an article is found again among thousands of the same id, url or content without looking at each") {
    const Folder folder;
    const Corpus corpus(folder / "c.rawi", Corpus::Access::write);
    corpus::Database database(folder / "c.rawi", corpus::Database::Access::read);
    corpus::Statement plan(database, "EXPLAIN QUERY PLAN " + std::string(corpus::find_same_article));
    const std::string any = "x";
    plan.bind(any, any, std::int64_t{1}, any);
    std::vector<std::string> searches;
    while (plan.step()) {
        if (plan.text(3).find("articles") != std::string::npos) searches.push_back(plan.text(3));
    }
    const auto by = [&](const std::string& terms) {
        return std::ranges::count_if(searches, [&](const std::string& search) {
            return search.starts_with("SEARCH ") && search.find('(' + terms + ')') != std::string::npos;
        });
    };
    CHECK(searches.size() == 6);
    CHECK(by("given_id=? AND url=?") == 2);
    CHECK(by("given_id=? AND url>?") == 1);  // of an article without an address, which only the first of its id is
    CHECK(by("url=? AND content=?") == 1);
    CHECK(by("id=?") == 1);
    CHECK(by("content=? AND id>? AND id<?") == 1);
}

TEST_CASE("removed articles leave nothing behind") {
    const Folder folder;
    Corpus corpus = corpus_of(folder, small_corpus());
    const std::vector<std::string> gone{"s1", "h1", "never there"};
    CHECK(corpus.remove(gone) == 2);
    CHECK(corpus.size().articles == 5);
    CHECK(corpus.size().claims == 8);
    CHECK(corpus.size().links == 0);
    CHECK(corpus.add(prepared({sada_1(), harbour_1()})).fresh == 2);
    CHECK(corpus.size().links == 2);
}

TEST_CASE("a title that strangers share links none of them, and what is said beside it does") {
    const Folder folder;
    const std::string title = "His Excellency Governor Adam Novak of the Great Northern Lake District";
    const std::vector<std::string> said{
        "opened a school for nurses beside the old market and promised forty beds, two gardens and a new library",
        "thanked firemen who saved seven horses at night from burning stables behind the abandoned sugar factory",
        "promised cheaper bread before winter arrives, since grain ships from overseas unload again every single week",
        "refused to answer questions about missing money that auditors traced through eleven accounts to his cousin",
        "visited three villages where wells had run dry, carrying pumps, pipes, tents and medicine on twenty lorries",
        "signed contracts for trams with a foreign company whose engineers built similar lines across mountain towns",
        "spoke of his childhood among poor shoemakers, weavers and bakers during years when nobody owned a radio",
        "called for calm after riots in two suburbs left windows broken, cars overturned and eighteen people hurt",
        "met pilots striking over unpaid overtime, cancelled holidays and aircraft they consider badly maintained"};
    std::vector<Analysis> articles;
    const auto add = [&](const std::string& id, const std::string& words) {
        auto made = article(id, "en", "Paper " + id, "2024-03-01", "", "They said " + words + ".");
        made.claim("said", words, {made.publisher("Paper " + id)});
        articles.push_back(made.analysis);
    };
    for (std::size_t i = 0; i < said.size(); ++i) add(std::to_string(i), title + " " + said[i]);
    add("short", "leadership of " + title);
    add("again", title + " " + said[0]);
    Corpus corpus(folder / "c.rawi", Corpus::Access::write);
    corpus.add(prepared(articles));
    CHECK(corpus.size().links == 1);  // "again" with the first
    // In batches of their own, the phrase is known to be a title once it stands in enough claims.
    Corpus slowly(folder / "slowly.rawi", Corpus::Access::write);
    for (const Analysis& each : articles) slowly.add(prepared({each}));
    CHECK(slowly.size().links < 20);
    const auto last = trace_claim(slowly, "again/q1");
    CHECK(std::ranges::any_of(last.claims, [](const TraceClaim& claim) { return claim.id == "0/q1"; }));
}

TEST_CASE("words that many print are found, whoever of them is removed") {
    const Folder folder;
    Corpus corpus(folder / "c.rawi", Corpus::Access::write);
    for (int i = 1; i <= 4; ++i) corpus.add(prepared({plain(std::to_string(i), "", safe)}));
    CHECK(corpus.size().links == 6);
    CHECK(corpus.remove(std::vector<std::string>{"1", "3"}) == 2);  // the first that had the words, and another
    CHECK(corpus.size().links == 1);
    CHECK(corpus.add(prepared({plain("5", "", safe)})).fresh == 1);
    CHECK(corpus.size().links == 3);
    CHECK(corpus.remove(std::vector<std::string>{"2", "4", "5"}) == 3);
    CHECK(trace(corpus, safe).claims.empty());
    corpus.add(prepared({plain("6", "", safe)}));
    CHECK(trace(corpus, safe).claims.size() == 1);
}

TEST_CASE("an article that changes twice in one batch is there once") {
    const Folder folder;
    Corpus corpus(folder / "c.rawi", Corpus::Access::write);
    const auto added = corpus.add(prepared(
        {plain("1", "", safe), plain("2", "", safe), plain("1", "", safe + "A."), plain("1", "", safe + "B.")}));
    CHECK(added.fresh == 2);
    CHECK(added.changed == 2);
    CHECK(corpus.size().claims == 2);
    CHECK(corpus.size().links == 1);
}

TEST_CASE("the same articles make the same file") {
    const Folder folder;
    for (const char* name : {"one.rawi", "two.rawi"}) corpus_of(folder, small_corpus(), name);
    const std::string bytes = bytes_of(folder / "one.rawi");
    CHECK(bytes.size() > 4096);
    CHECK(bytes == bytes_of(folder / "two.rawi"));
}

TEST_CASE("two writers wait for each other") {
    const Folder folder;
    const auto write = [&](const std::string& prefix) {
        Corpus corpus(folder / "c.rawi", Corpus::Access::write);
        for (int i = 0; i < 20; ++i) corpus.add(prepared({plain(prefix + std::to_string(i), "", safe + prefix)}));
    };
    std::future<void> other = std::async(std::launch::async, write, "b");
    write("a");
    other.get();
    CHECK(Corpus(folder / "c.rawi").size().articles == 40);
}

TEST_CASE("who asks a corpus sees one state of it, whatever is added meanwhile") {
    const Folder folder;
    Corpus corpus = corpus_of(folder, {reuters_1()});
    const corpus::Database asked(folder / "small.rawi", corpus::Database::Access::read);
    const auto articles = [&] {
        corpus::Statement count(asked, "SELECT count(*) FROM articles");
        REQUIRE(count.step());
        return count.number(0);
    };
    {
        const corpus::Snapshot snapshot(asked);
        corpus.add(prepared({harbour_1()}));
        CHECK(articles() == 1);
    }
    CHECK(articles() == 2);
}

TEST_CASE("two writers make the same corpus at once") {
    const Folder folder;
    const auto add = [&](const std::string& name, const std::string& id) {
        Corpus(folder / name, Corpus::Access::write).add(prepared({plain(id, "", safe)}));
    };
    for (int round = 0; round < 40; ++round) {  // they meet in about one round of six
        const std::string name = std::to_string(round) + ".rawi";
        std::future<void> other = std::async(std::launch::async, add, name, "b");
        CHECK_NOTHROW(add(name, "a"));
        CHECK_NOTHROW(other.get());
        CHECK(Corpus(folder / name).size().articles == 2);
    }
}

TEST_CASE("a batch that is not finished is not there") {
    const Folder folder;
    {
        Corpus corpus(folder / "c.rawi", Corpus::Access::write);
        corpus.add(prepared({plain("1", "", safe)}));
        // What a killed writer leaves: the file and its log as they are in the middle of things.
        std::filesystem::copy_file(folder / "c.rawi", folder / "killed.rawi");
        std::filesystem::copy_file(folder / "c.rawi-wal", folder / "killed.rawi-wal");
    }
    const auto log = folder / "killed.rawi-wal";
    std::filesystem::resize_file(log, std::filesystem::file_size(log) - 100);  // the last page was cut
    Corpus corpus(folder / "killed.rawi", Corpus::Access::write);
    CHECK(corpus.size().articles <= 1);
    corpus.add(prepared({plain("1", "", safe), plain("2", "", safe)}));
    CHECK(corpus.size().articles == 2);
    CHECK(corpus.size().links == 1);
}

TEST_CASE("what is no corpus is said to be none") {
    const Folder folder;
    const auto opened = [&](const std::string& name, Corpus::Access access) {
        try {
            const Corpus corpus(folder / name, access);
            return std::string("opened");
        } catch (const Error& error) {
            return std::string(error.what());
        }
    };
    std::ofstream(folder / "text.txt") << std::string(5000, 'x');
    std::ofstream(folder / "empty.rawi") << "";
    corpus_of(folder, small_corpus());
    std::string bytes = bytes_of(folder / "small.rawi");
    std::ofstream(folder / "other.db", std::ios::binary)
        << std::string(bytes).replace(68, 4, "abcd");  // the application's id
    std::ofstream(folder / "newer.rawi", std::ios::binary)
        << std::string(bytes).replace(63, 1, "\x09");  // the version of the tables
    for (const auto access : {Corpus::Access::read, Corpus::Access::write}) {
        CHECK_THAT(opened("text.txt", access), Catch::Contains("text.txt: is not a corpus made by rawi index"));
        CHECK_THAT(opened("other.db", access), Catch::Contains("a database of another program"));
        CHECK_THAT(opened("newer.rawi", access), Catch::Contains("newer version of rawi"));
        CHECK_THAT(opened(".", access), Catch::Contains("is a directory"));
    }
    CHECK_THAT(opened("missing.rawi", Corpus::Access::read), Catch::Contains("there is no such corpus"));
    CHECK_THAT(opened("no/such/folder.rawi", Corpus::Access::write), Catch::Contains("cannot be opened"));
    CHECK_THAT(opened("empty.rawi", Corpus::Access::read), Catch::Contains("is empty"));
    Corpus reader(folder / "small.rawi");
    CHECK_THROWS_WITH(reader.remove(std::vector<std::string>{"r1"}), Catch::Contains("reading only"));
}

TEST_CASE("a damaged corpus is told, and never crashes") {
    const Folder folder;
    corpus_of(folder, small_corpus());
    const std::string bytes = bytes_of(folder / "small.rawi");
    std::size_t told = 0;
    for (std::size_t i = 0; i < 60; ++i) {
        std::string damaged = bytes;
        for (std::size_t at = 100 + i * 97; at < damaged.size(); at += 4096 / (1 + i % 5))
            damaged[at] = static_cast<char>(i * 37);
        if (i % 3 == 0) damaged.resize(damaged.size() / 2);
        std::ofstream(folder / "damaged.rawi", std::ios::binary) << damaged;
        try {
            const Corpus corpus(folder / "damaged.rawi");
            for (const std::string& id : ids(corpus)) (void)corpus.analysis(id);
        } catch (const Error& error) {
            ++told;
        }
    }
    CHECK(told > 0);
}

TEST_CASE("titles, ids and quotes that are out to break something are kept as they are") {
    const Folder folder;
    const std::string evil = "'; DROP TABLE articles; -- \" \\ %s \x01 =cmd|'/C calc'!A0 \xE2\x80\xAE </script>";
    HandMade made({.id = evil, .language = "en", .outlet = evil, .url = evil, .published = evil}, evil,
                  evil + " said " + evil + " again and again and again");
    auto& claim = made.claim(" said ", evil, {made.agent(evil, AgentKind::person), made.publisher(evil)});
    claim.lemma = evil;
    Corpus corpus = corpus_of(folder, {made.analysis});
    CHECK(ids(corpus) == std::vector<std::string>{evil});
    REQUIRE(corpus.analysis(evil));
    CHECK(json_of(*corpus.analysis(evil)) == json_of(made.analysis));
    CHECK(ids(corpus, {.outlet = evil, .topic = "drop table"}).size() == 1);
    CHECK(corpus.remove(std::vector<std::string>{evil}) == 1);
}

TEST_CASE("an addition that fails leaves nothing behind, and the next one links nothing to it") {
    const Folder folder;
    const auto two = [](const std::string& id, const std::string& first, const std::string& second) {
        auto made =
            article(id, "en", "Paper " + id, "2024-01-01", "", "He said " + first + ". He said " + second + ".");
        const auto publisher = made.publisher("Paper " + id);
        const auto he = made.agent("He", AgentKind::person);
        made.claim("said", first, {he, publisher});
        made.claim("said", second, {he, publisher});
        return made.analysis;
    };
    const std::string bridge = "the old bridge near the market was badly damaged by the flood";
    Corpus corpus = corpus_of(folder, {two("a", reopens, bridge)});
    corpus::Database other(folder / "small.rawi", corpus::Database::Access::write);
    other.run("CREATE TRIGGER refuse BEFORE INSERT ON articles WHEN NEW.id = 'c' BEGIN SELECT RAISE(ABORT, 'no'); END");
    CHECK_THROWS_AS(corpus.add(prepared({two("b", reopens, bridge), two("c", reopens, bridge)})), Error);
    CHECK(corpus.size().articles == 1);
    other.run("DROP TRIGGER refuse");
    corpus.add(prepared({two("d", "nets cost twice as much", "boats need new engines")}));
    CHECK(corpus.size().links == 0);
    corpus.add(prepared({two("e", reopens, bridge)}));
    CHECK(corpus.size().links == 2);
}

TEST_CASE("an article is known again by its file in a corpus that holds the path of it") {
    const Folder folder;
    const auto of_file = [](const std::string& text) {
        Analysis analysis = plain("a", "", text);
        Metadata about = analysis.document.metadata();
        about.origin = "/in/a.txt";
        analysis.document = Document(about, "", analysis.document.text());
        return analysis;
    };
    corpus_of(folder, {of_file(safe)});
    // As versions before the prints of paths wrote it.
    corpus::Database(folder / "small.rawi", corpus::Database::Access::write)
        .run("UPDATE articles SET given_id = 'made from /in/a.txt'");
    Corpus corpus(folder / "small.rawi", Corpus::Access::write);
    const Corpus::Added added = corpus.add(prepared({of_file(safe + "They said nothing else.")}));
    CHECK(added.changed == 1);
    CHECK(added.fresh == 0);
}
