// One pass over the selected articles of a corpus: what `reliance` counts.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "corpus/diversity.hpp"
#include "corpus/outlets.hpp"
#include "corpus/person_keys.hpp"
#include "corpus/selection.hpp"
#include "corpus/store.hpp"
#include "rawi/reliance.hpp"
#include "text/moment.hpp"

namespace rawi::corpus {

/// A claim that others may repeat: whose it is, and since when.
struct StoryClaim {
    std::int64_t number = 0;
    std::uint32_t outlet = 0;
    std::optional<text::Moment> moment;
};

/// Counts claims by outlet, source, kind and pair. Outlets and sources are numbered in the order in which they come up.
class RelianceScan {
public:
    /// `persons`: those of the whole store, made once for all scans of it.
    RelianceScan(const Store& store, const RelianceOptions& options, const PersonKeys& persons);

    /// Counts all articles that the options choose.
    void run();
    /// Counts one of them.
    void add(const ArticleRow& row);

    /// Gives each outlet the name that it has as a publisher, else the one by which it is called most.
    void name_outlets();

    struct Outlet {
        OutletReliance counted;
        std::map<std::uint32_t, SourceReliance> sources;
        std::map<std::string, KindReliance> kinds;
        std::vector<ArticleCounts> articles;       ///< its claims' sources, an article each
        std::map<std::string, std::size_t> names;  ///< what articles call it, and how many do
    };

    std::size_t articles = 0;
    std::size_t claims = 0;
    std::vector<Outlet> outlets;
    std::map<std::pair<std::uint32_t, std::uint32_t>, OutletPair> pairs;
    std::vector<StoryClaim> story_claims;
    std::uint32_t source_count = 0;
    std::map<std::string, std::size_t> languages;  ///< articles of each
    std::string first_day, last_day;               ///< on which articles came out; empty where none has a date

private:
    struct AgentRow {
        std::string name, kind, outlet_id;
        std::string key;  ///< of one that is no outlet
        bool named = false;
        bool publisher = false;
        std::optional<std::uint32_t> outlet;  ///< number among `outlets`
    };
    struct Station {
        std::size_t agent = 0;
        Contact contact = Contact::unstated;
    };
    struct Article;

    void read_agents(const ArticleRow& row, Article& article);
    void add_claim(Article& article, bool has_source, const std::vector<Station>& stations);
    void count_source(Article& article, const AgentRow& agent, Contact contact);
    void count_pairs(Article& article, const std::vector<Station>& stations);
    std::uint32_t outlet_number(const std::string& listed, const std::string& name, bool publishes);

    const Database& database_;
    const PersonKeys& persons_;
    OutletList list_;
    Selection selection_;
    std::set<std::string> publishers_;  ///< names; whoever is called so is that outlet, not a person
    Statement agents_of_, claims_of_, stations_of_;
    std::map<std::string, std::uint32_t, std::less<>> outlet_numbers_, source_numbers_;
};

/// What follows from the counts. The scan is used up.
Reliance measured(RelianceScan& scan, const Store& store, const RelianceOptions& options);

/// Fills in stories, first and median delay of each outlet; returns the number of stories.
std::size_t count_stories(const Database& database, const std::vector<StoryClaim>& claims,
                          std::vector<RelianceScan::Outlet>& outlets);

}  // namespace rawi::corpus
