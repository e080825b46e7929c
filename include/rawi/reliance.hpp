// Which outlets rely on whom: the tables that media researchers make of a corpus. docs/measures.md gives every column
// and formula with its source.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rawi/corpus.hpp"
#include "rawi/graph.hpp"

namespace rawi {

struct RelianceOptions {
    ArticleFilter articles;
    std::vector<std::filesystem::path>
        outlet_lists;  ///< of the form of src/languages/shared/outlets.tsv; say more than the built-in one
    std::uint32_t replicates = 1000;  ///< bootstrap samples; 0: no intervals
};

/// A value with its 95 % interval; all three are the same where there is none.
struct Interval {
    double value = 0;
    double low = 0;
    double high = 0;
};

/// How an outlet's claims spread over their sources.
struct Diversity {
    std::uint32_t sources = 0;  ///< distinct ones
    Interval hhi;               ///< Herfindahl-Hirschman: 1/sources (even) to 1 (one source has all)
    Interval shannon;           ///< entropy over its greatest value: 0 to 1 (even)
    Interval simpson;           ///< chance that two claims have different sources: 0 to 1
    Interval gini;              ///< inequality between the sources: 0 (even) to 1
};

/// Claims by how the words passed, indexed by `Contact`.
using ContactCounts = std::array<std::size_t, 5>;

/// An outlet: its own claims, and its place among the others. One that is only credited has no articles.
struct OutletReliance {
    std::string outlet;  ///< key in the list of outlets, or its name in normal form
    std::string name;
    std::string kind;  ///< "agency", "newspaper", ...; empty where it is not listed
    std::string country;
    std::size_t articles = 0;
    std::size_t claims = 0;
    std::size_t second_hand = 0;    ///< of its claims: came through at least one intermediary
    std::size_t from_outlets = 0;   ///< came from or through another outlet that is named
    std::size_t from_agencies = 0;  ///< came from or through another outlet that is an agency
    std::size_t unnamed = 0;        ///< the speaker is described, not named
    std::size_t nobody = 0;         ///< nobody is given
    Diversity diversity;            ///< of the sources of its claims, those with nobody left out
    std::uint32_t relies_on = 0;    ///< outlets that it has claims from
    std::uint32_t relied_on_by = 0;
    double page_rank = 0;
    double betweenness = 0;
    std::string upstream;  ///< the outlet on which it hangs: all its ways upstream pass there; empty if there is none
    std::uint32_t hang_on_it = 0;        ///< outlets that hang on it
    std::uint32_t circle = 0;            ///< number of the circle of reporting that it is in; 0: none
    std::size_t stories = 0;             ///< shared stories it carried: claims that several outlets repeat
    std::size_t first = 0;               ///< of these, it was the first
    std::optional<double> median_delay;  ///< hours behind the first, over the stories in which it was not the first
};

/// Claims of one outlet by one source.
struct SourceReliance {
    std::string outlet;
    std::string source;  ///< as `OutletReliance::outlet` for outlets, else the name in normal form
    std::string name;
    AgentKind kind = AgentKind::unknown;
    bool named = false;
    std::size_t claims = 0;
    double share = 0;  ///< of the outlet's claims that have a source
    ContactCounts contacts{};
};

/// Claims of one outlet by one kind of source.
struct KindReliance {
    std::string outlet;
    std::string kind;  ///< "person", ..., or "nobody"
    std::size_t claims = 0;
    std::size_t unnamed = 0;
    ContactCounts contacts{};
};

/// Claims that one outlet has from another.
struct OutletPair {
    std::string from;
    std::string to;
    std::size_t claims = 0;
    std::size_t articles = 0;  ///< in which they stand
    ContactCounts contacts{};
};

struct Reliance {
    ArticleFilter articles;
    std::size_t article_count = 0;
    std::size_t claims = 0;
    /// Ids of articles that should have been counted and are in no figure: what the corpus holds of them has no
    /// publisher. `Corpus::remove` takes them out, and they can be indexed again.
    std::vector<std::string> damaged;
    std::string first_day, last_day;  ///< of the articles' dates; empty where none has one
    std::size_t stories = 0;          ///< shared by two outlets or more
    double reciprocity = 0;
    std::vector<OutletReliance> outlets;  ///< by claims, then by key
    std::vector<SourceReliance> sources;
    std::vector<KindReliance> kinds;
    std::vector<OutletPair> pairs;
    std::vector<std::vector<std::string>> circles;  ///< outlets that have words from each other, round in a circle
    ProvenanceGraph graph;                          ///< outlets and what passed between them
};

/// Throws `Error` for a date in the filter or a list of outlets that cannot be read. Deterministic.
[[nodiscard]] Reliance reliance(const Corpus& corpus, const RelianceOptions& options = {});

/// What the articles are parted by, for tables of each part beside each other.
enum class RelianceBy : std::uint8_t { year, month, week, day, language, topic };

[[nodiscard]] std::string_view name_of(RelianceBy by) noexcept;
[[nodiscard]] std::span<const RelianceBy> all_of_reliance_by() noexcept;

/// The articles of one month, language, ...
struct ReliancePart {
    std::string part;  ///< "2015", "2015-07", "2015-W31" (ISO 8601), "2015-07-31", "ar", the topic's words
    Reliance reliance;
};

struct RelianceParts {
    std::vector<ReliancePart> parts;  ///< in the order of their names; topics in the order given
    std::size_t undated = 0;          ///< articles that are in no part of a period, since they have no date
};

/// The same for each part by itself. An article may be in the parts of several topics.
[[nodiscard]] RelianceParts reliance_by(const Corpus& corpus, RelianceBy by, const RelianceOptions& options = {},
                                        std::span<const std::string> topics = {});

/// The names of the tables.
[[nodiscard]] std::span<const std::string_view> reliance_tables() noexcept;

/// One table as CSV (RFC 4180, UTF-8, CRLF). Texts that a spreadsheet would take for a formula get an apostrophe before
/// them. Throws `Error` for a table that does not exist.
void write_csv(std::ostream& out, const Reliance& reliance, std::string_view table);

/// The rows of all parts below each other, the part in a first column of its own.
void write_csv(std::ostream& out, std::span<const ReliancePart> parts, std::string_view table);

/// All tables, or the one called `table`, as one JSON object, the tables as arrays of objects with the columns' names.
void write_json(std::ostream& out, const Reliance& reliance, std::string_view table = {});
void write_json(std::ostream& out, std::span<const ReliancePart> parts, RelianceBy by, std::string_view table = {});

/// For people: the tables that have rows, or the one called `table`, abridged to `most_rows` rows each (0: all).
void write_text(std::ostream& out, const Reliance& reliance, std::size_t most_rows = 20, std::string_view table = {});
void write_text(std::ostream& out, std::span<const ReliancePart> parts, std::size_t most_rows = 20,
                std::string_view table = {});

}  // namespace rawi
