// From the words of a quote to where they came from: every article of a corpus that carries them, by which path.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rawi/corpus.hpp"
#include "rawi/graph.hpp"

namespace rawi {

/// What another article's words have more or less than the earliest one's.
struct Difference {
    enum class Kind : std::uint8_t {
        dropped,     ///< words of the earliest that are missing here
        added,       ///< words that the earliest does not have
        changed,     ///< words in the place of others
        source,      ///< given to somebody else
        cue,         ///< another verb: said become confirmed; with the stances behind the lemmas
        name_lost,   ///< the earliest names the speaker, this one does not
        name_added,  ///< the other way round
        hedge_lost,  ///< a word of doubt is missing here
        hedge_added,
    };
    Kind kind = Kind::changed;
    std::string before;  ///< in the earliest; empty for what was added
    std::string after;   ///< here; empty for what was dropped
};

[[nodiscard]] std::string_view name_of(Difference::Kind kind) noexcept;

/// One station of a path.
struct TraceStation {
    std::string name;  ///< empty: nobody is given
    AgentKind kind = AgentKind::unknown;
    bool named = false;
    std::string outlet;                   ///< key of an outlet, empty for others
    std::string node;                     ///< key of the node in the graph
    Contact contact = Contact::unstated;  ///< how the words passed to the next one
    std::string phrase;                   ///< the words that say so
    bool inferred = true;                 ///< nothing says that they passed here: it follows from the rest
    bool beside = false;                  ///< it stands beside the one before: neither had the words from the other
};

/// A claim with the words or most of them, in one article. Claims of an article that report the words once, since one
/// stands in the other or one is the headline's, are one here.
struct TraceClaim {
    std::string id;  ///< "ARTICLE/q3"
    std::string article;
    std::string url, title, language;
    std::string outlet;     ///< key of the publisher
    std::string publisher;  ///< its name
    std::string date;       ///< ISO 8601; empty where not known
    std::string content;
    std::string lemma, stance;
    double similarity = 0;  ///< to the words that were asked for, 0 to 1; 0: reached over another claim
    double held = 0;        ///< how many of these words it has, in their order, 0 to 1
    bool carries = false;   ///< has all of them in their order; one that does not only comes close
    /// The words asked for that it does not have, as they were written, those that stand together as one. Of more than
    /// 400 words none are told.
    std::vector<std::string> lacks;
    std::vector<TraceStation> path;       ///< speaker first, publisher last
    std::vector<Difference> differences;  ///< against `Trace::earliest`
    bool uncredited = false;              ///< has an earlier outlet's words and names no outlet for them
    std::string same_words_as;            ///< then: the claim that had them first
    bool from_elsewhere = false;          ///< says that it has the words from elsewhere, but not from where
};

/// A statement that an outlet is credited for, by one article or by several with the same words.
struct SoughtStatement {
    std::string words;                     ///< to look for
    std::string no_later_than;             ///< the day by which it must have appeared; empty where not known
    std::vector<std::string> credited_in;  ///< claims
};

/// An outlet that is credited, whose own article is not in the corpus.
struct MissingLink {
    std::string outlet, name;
    std::vector<SoughtStatement> sought;  ///< those of claims that carry the words before those that come close
    std::size_t articles = 0;             ///< of that outlet in the corpus, none of which has the words

    [[nodiscard]] std::size_t credits() const;  ///< how many claims credit it
};

/// An article that has the words without giving them to anybody.
struct BareMention {
    std::string article, url, title;
    std::string outlet, publisher;
    std::string date;
};

struct Trace {
    std::string words;               ///< that were asked for
    std::string language;            ///< that they were read in
    std::size_t looked_for = 0;      ///< how many of the words: function words are not looked for
    std::vector<TraceClaim> claims;  ///< in order of time; those without a date last
    std::size_t earliest = 0;        ///< of `claims`: the first that carries the words; where none does, the first
    bool cut = false;                ///< `most_claims` was reached: all else here is true of these claims only
    /// Claims of other outlets that may be as early as the first one: of the same moment, or of the same day where of
    /// one of the two no hour is known.
    std::vector<std::string> same_day;
    std::vector<MissingLink> missing;
    /// Ids of articles that may have the words, too, but what is stored of them cannot be read.
    std::vector<std::string> damaged;
    std::vector<BareMention> bare;  ///< only where no claim has the words: articles that do, as they are written
    // Of the claims that carry the words, or, where none does, of those that come close:
    std::vector<std::vector<std::string>> circles;  ///< outlets that credit each other, names
    std::optional<std::string>
        upstream;  ///< name of the one source that all paths to all outlets pass; the one nearest to them
    std::string upstream_node;
    std::vector<std::string> origins;  ///< where the words set out: names, empty for one that nobody gives
    ProvenanceGraph graph;             ///< speakers and outlets, each once
};

struct TraceOptions {
    std::vector<std::filesystem::path> outlet_lists;  ///< read besides the built-in list, as `rawi trace --outlets`
    std::size_t most_claims = 500;                    ///< the trace stops there; 0: never
};

/// Traces words, in any of the built-in languages. An empty trace where nobody has them. Throws `Error` for a corpus
/// that cannot be read and for a list of outlets that is none.
[[nodiscard]] Trace trace(const Corpus& corpus, std::string_view words, const TraceOptions& options = {});

/// Traces a claim by its id, "ARTICLE/q3". Throws `Error` if there is none, and as above.
[[nodiscard]] Trace trace_claim(const Corpus& corpus, std::string_view id, const TraceOptions& options = {});

/// For people, in lines of `width` columns: the claims in order of time with their paths, then what is missing or in
/// doubt.
void write_text(std::ostream& out, const Trace& trace, unsigned width = 80);
/// All of it but the graph, one object (docs/corpus.md).
void write_json(std::ostream& out, const Trace& trace);

}  // namespace rawi
