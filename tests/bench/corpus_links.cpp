// rawi_corpus_links STORIES: how well claims of different articles are linked, on articles of which is known which tell
// the same story (JSON Lines, one story a line: {"group", "articles": [...]}).
//
// Precision: links that join claims of one story. Recall, twice: of the pairs that pass the rule when all claims are
// compared with all, those that the index finds; and of the pairs of one story that have many words in a row in common,
// as they stand in the articles, those that are linked. The second does not know the rule.
//
// It is a test, too: exit status 1 if a figure falls below what docs/corpus.md states, 77 if there are no stories here.
#include <fmt/core.h>
#include <unistd.h>
#include <exception>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <rawi/rawi.hpp>
#include <set>
#include <string>
#include <vector>

#include "corpus/inside.hpp"
#include "corpus/likeness.hpp"
#include "corpus/record.hpp"
#include "corpus/store.hpp"
#include "corpus/words.hpp"

namespace {

using namespace rawi;

constexpr int skipped = 77;
constexpr std::size_t words_in_a_row = 8;

struct Claim {
    std::size_t article = 0;
    std::vector<std::uint64_t> words;  // those that mean something
    std::vector<std::uint64_t> all;    // every word, in normal form
};

struct Stories {
    std::vector<std::size_t> story_of;  // of an article
    std::vector<PreparedArticle> articles;
    std::vector<Claim> claims;
};

Stories read(const std::string& file) {
    std::vector<LanguagePack> packs;
    for (const auto& code : LanguagePack::built_in_codes()) packs.push_back(LanguagePack::built_in(code));
    Stories stories;
    std::ifstream in(file);
    std::string line;
    for (std::size_t story = 0; std::getline(in, line); ++story) {
        const nlohmann::json group = nlohmann::json::parse(line);
        for (const auto& given : group.at("articles")) {
            const auto text = [&](const char* name) {
                const auto found = given.find(name);
                return found == given.end() || found->is_null() ? std::string() : found->get<std::string>();
            };
            Metadata about{.id = text("id"),
                           .language = text("language"),
                           .outlet = text("outlet"),
                           .author = text("author"),
                           .url = text("url"),
                           .published = text("published")};
            stories.articles.emplace_back(analyze(Document(std::move(about), text("title"), text("text")), packs));
            const corpus::Record& record = corpus::Inside::of(stories.articles.back());
            const corpus::WordReader& reader = corpus::words_in(record.analysis.language);
            for (const corpus::ClaimRecord& claim : record.claims) {
                Claim& made = stories.claims.emplace_back();
                made.article = stories.story_of.size();
                made.words = corpus::hashes_of(claim.words);
                for (const corpus::Word& word : reader.read(claim.content))
                    made.all.push_back(corpus::hash_of(word.normal));
            }
            stories.story_of.push_back(story);
        }
    }
    return stories;
}

using Pair = std::pair<std::size_t, std::size_t>;  // places in `Stories::claims`, the lower one first

/// What the index links, with each claim's number less one.
std::set<Pair> links_of_index(const Stories& stories) {
    const auto file = std::filesystem::temp_directory_path() / ("rawi-links-" + std::to_string(::getpid()) + ".rawi");
    std::set<Pair> links;
    {
        Corpus corpus(file, Corpus::Access::write);
        corpus.add(stories.articles);
        corpus::Statement all(corpus::Inside::of(corpus).database(), "SELECT other, claim FROM links");
        while (all.step())
            links.emplace(static_cast<std::size_t>(all.number(0) - 1), static_cast<std::size_t>(all.number(1) - 1));
    }
    std::filesystem::remove(file);
    return links;
}

bool have_words_in_a_row(const Claim& one, const Claim& other, std::size_t wanted) {
    return corpus::likeness(one.all, other.all).run >= wanted;
}

struct Share {
    std::size_t part = 0, whole = 0;
    void count(bool is_part) { ++whole, part += is_part ? 1 : 0; }
    [[nodiscard]] double value() const {
        return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
    }
};

void print(const char* what, const Share& share) {
    fmt::print("{:<66}{:>6} of{:>6}{:>8.1f} %\n", what, share.part, share.whole, 100 * share.value());
}

int measure(const std::string& file) {
    const Stories stories = read(file);
    const std::set<Pair> links = links_of_index(stories);
    Share precision, found, verbatim, strangers;
    for (std::size_t i = 0; i < stories.claims.size(); ++i) {
        const Claim& one = stories.claims[i];
        for (std::size_t j = i + 1; j < stories.claims.size(); ++j) {
            const Claim& other = stories.claims[j];
            if (one.article == other.article) continue;
            const bool same_story = stories.story_of[one.article] == stories.story_of[other.article];
            const bool linked = links.contains({i, j});
            if (linked) precision.count(same_story);
            if (corpus::repeats(corpus::likeness(one.words, other.words))) found.count(linked);
            if (have_words_in_a_row(one, other, words_in_a_row)) (same_story ? verbatim : strangers).count(linked);
        }
    }
    fmt::print("{} articles, {} claims\n", stories.articles.size(), stories.claims.size());
    print("links that join claims of one story (precision)", precision);
    print("pairs that pass the rule, all compared with all: linked", found);
    print("pairs of one story with eight words in a row: linked (recall)", verbatim);
    print("pairs of two stories with eight words in a row: linked", strangers);
    const bool good = precision.value() >= 0.99 && found.value() >= 0.97 && verbatim.value() >= 0.97;
    if (!good) fmt::print("that is worse than it was\n");
    return good ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc != 2) {
        fmt::print(stderr, "usage: rawi_corpus_links STORIES.jsonl\n");
        return 2;
    }
    if (!std::filesystem::exists(argv[1])) {
        fmt::print("SKIPPED: no stories, {} is absent\n", argv[1]);
        return skipped;
    }
    return measure(argv[1]);
} catch (const std::exception& error) {
    fmt::print(stderr, "rawi_corpus_links: {}\n", error.what());
    return 1;
}
