// Finds the claims that carry certain words, and those that repeat them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/store.hpp"
#include "corpus/trace_asked.hpp"
#include "rawi/trace.hpp"
#include "text/moment.hpp"

namespace rawi::provenance {
class OutletList;
}

namespace rawi::corpus {

/// A claim of a trace with what only the making of it needs.
struct TracedClaim {
    TraceClaim shown;
    std::int64_t number = 0;
    std::int64_t article = 0;
    std::int64_t claim = 0;           ///< its number in the article, 0 is q1
    std::vector<std::int64_t> outer;  ///< those of the same article in whose contents it stands
    bool in_title = false;
    std::optional<text::Moment> moment;
    std::vector<std::uint64_t> words;    ///< hashes of those that mean something
    std::vector<TraceStation> credited;  ///< outlets that the article credits in other claims with the same words
};

struct FoundClaims {
    std::vector<TracedClaim> claims;  ///< by time, then number
    bool cut = false;                 ///< there may be more
};

/// Claims with these words or a good part of them, and claims that those are linked with. `most` of them, 0 for all.
[[nodiscard]] FoundClaims find_claims(const Store& store, const AskedWords& asked,
                                      const provenance::OutletList& outlets, std::size_t most);

/// Of claims in order of time the first that carries the words; where none does, the first.
[[nodiscard]] std::size_t earliest_of(const std::vector<TracedClaim>& claims);

/// Articles in whose text these words stand as they are written; by time, then number. `damaged` gets the ids of those
/// that cannot be read.
[[nodiscard]] std::vector<BareMention> find_bare(const Store& store, std::string_view words,
                                                 const provenance::OutletList& outlets, std::size_t most,
                                                 std::vector<std::string>& damaged);

/// How many articles each outlet has, by its identity.
[[nodiscard]] std::map<std::string, std::size_t> articles_of_outlets(const Store& store,
                                                                     const provenance::OutletList& outlets);

/// The trace of words in a language.
[[nodiscard]] Trace trace_words(const Store& store, std::string_view words, const std::string& language,
                                const TraceOptions& options);

/// Content of a claim and language of its article; throws `Error` if there is no such claim.
[[nodiscard]] std::pair<std::string, std::string> words_of_claim(const Store& store, std::string_view id);

}  // namespace rawi::corpus
