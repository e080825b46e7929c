// One pass over the selected articles of a corpus: what `reliance` counts.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "corpus/diversity.hpp"
#include "corpus/person_keys.hpp"
#include "corpus/selection.hpp"
#include "corpus/store.hpp"
#include "provenance/names.hpp"
#include "provenance/outlets.hpp"
#include "rawi/reliance.hpp"
#include "text/moment.hpp"

namespace rawi::corpus {

/// A claim that others may repeat: whose it is, and since when.
struct StoryClaim {
    std::int64_t number = 0;
    std::uint32_t outlet = 0;
    std::optional<text::Moment> moment;
};

/// What all scans of a corpus ask for, made once for as many as there are: a scan may be of a day.
class ScanBasis {
public:
    ScanBasis(const Store& store, const RelianceOptions& options);

    /// Under which key an outlet counts.
    const std::string& outlet_key(const std::string& listed, const std::string& name);
    /// Whoever is called as a publisher of the corpus is that outlet, not a person.
    bool publishes(const std::string& name);

    const Database& database;
    const PersonKeys persons;
    provenance::OutletList outlets;
    Statement agents_of, claims_of, stations_of;
    std::vector<std::pair<std::int64_t, std::int64_t>> links;  ///< claims that repeat one another, sorted

private:
    std::set<std::string> publishers_;
    // Names come again with every article.
    std::map<std::pair<std::string, std::string>, std::string> keys_;
    std::map<std::string, bool> publishes_;
};

/// Counts claims by outlet, source, kind and pair. Outlets and sources are numbered in the order in which they come up.
class RelianceScan {
public:
    /// `basis` has to outlive the scan.
    RelianceScan(ScanBasis& basis, const RelianceOptions& options);

    /// Counts all articles that the options choose.
    void run();
    /// Counts one of them.
    void add(const ArticleRow& row);

    /// Gives each outlet the name that it has as a publisher, else the one by which it is called most, and each source
    /// the one by which it is called most.
    void name_all();

    struct Outlet {
        OutletReliance counted;
        std::map<std::uint32_t, SourceReliance> sources;
        std::map<std::uint32_t, provenance::NameCounts> source_names;  ///< in how many articles
        std::map<std::string, KindReliance> kinds;
        std::vector<ArticleCounts> articles;  ///< its claims' sources, an article each
        provenance::NameCounts names;         ///< what articles call it
    };

    std::size_t articles = 0;
    std::size_t claims = 0;
    std::vector<Outlet> outlets;
    std::map<std::pair<std::uint32_t, std::uint32_t>, OutletPair> pairs;
    std::vector<StoryClaim> story_claims;
    std::uint32_t source_count = 0;
    std::map<std::string, std::size_t> languages;  ///< articles of each
    std::vector<std::string> damaged;              ///< ids of articles that are counted nowhere
    std::string first_day, last_day;               ///< on which articles came out; empty where none has a date

private:
    struct AgentRow {
        std::string name, outlet_id;
        AgentKind kind = AgentKind::unknown;
        std::string key;  ///< of one that is no outlet
        bool named = false;
        bool publisher = false;
        std::optional<std::uint32_t> outlet;  ///< number among `outlets`
    };
    struct Station {
        std::size_t agent = 0;
        Contact contact = Contact::unstated;
        bool beside = false;  ///< the one before it
    };
    struct Article;

    /// False, and nothing is numbered, where none of them is the publisher.
    bool read_agents(const ArticleRow& row, Article& article);
    void add_claim(Article& article, bool has_source, const std::vector<Station>& stations);
    void count_source(Article& article, const AgentRow& agent, Contact contact);
    void name_outlet(Outlet& outlet) const;
    void count_pairs(Article& article, const std::vector<Station>& stations);
    std::uint32_t outlet_number(const std::string& listed, const std::string& name, bool publishes);

    ScanBasis& basis_;
    Selection selection_;
    std::map<std::string, std::uint32_t, std::less<>> outlet_numbers_;
    std::map<std::pair<AgentKind, std::string>, std::uint32_t> source_numbers_;
};

/// What follows from the counts. The scan is used up.
Reliance measured(RelianceScan& scan, const ScanBasis& basis, const RelianceOptions& options);

/// Fills in stories, first and median delay of each outlet; returns the number of stories.
std::size_t count_stories(std::span<const std::pair<std::int64_t, std::int64_t>> links,
                          const std::vector<StoryClaim>& claims, std::vector<RelianceScan::Outlet>& outlets);

}  // namespace rawi::corpus
