// Puts a trace together: who had the words first, what differs, who is not credited, whose article is missing.
#include "rawi/trace.hpp"

#include <algorithm>

#include "corpus/differences.hpp"
#include "corpus/inside.hpp"
#include "corpus/likeness.hpp"
#include "corpus/trace_credit.hpp"
#include "corpus/trace_graph.hpp"
#include "corpus/trace_reports.hpp"
#include "corpus/words.hpp"
#include "provenance/outlets.hpp"

namespace rawi {
namespace {

using corpus::TracedClaim;

std::string cue_of(const TraceClaim& claim) {
    return claim.lemma.empty() ? std::string() : claim.lemma + " (" + claim.stance + ")";
}

/// What differs from the earliest claim with the words, where the two have enough in common to be compared.
void compare(const TracedClaim& first, TracedClaim& other) {
    if (first.shown.language != other.shown.language) return;
    const auto how = corpus::likeness(first.words, other.words);
    if (!corpus::repeats(how)) return;
    std::vector<Difference>& found = other.shown.differences;
    found = corpus::word_differences(first.shown.content, other.shown.content, first.shown.language);
    // Told and said tell the same of the words; told and confirmed do not.
    if (first.shown.stance != other.shown.stance && !first.shown.lemma.empty() && !other.shown.lemma.empty()) {
        found.push_back({Difference::Kind::cue, cue_of(first.shown), cue_of(other.shown)});
    }
    if (first.shown.path.empty() || other.shown.path.empty()) return;
    const TraceStation& before = first.shown.path.front();
    const TraceStation& after = other.shown.path.front();
    if (before.node == after.node && before.named == after.named) return;
    if (before.name.empty() && after.name.empty()) return;
    // An outlet in the place of an unnamed speaker is no name of the speaker.
    const auto kind = before.named && !after.named                           ? Difference::Kind::name_lost
                      : !before.named && after.named && after.outlet.empty() ? Difference::Kind::name_added
                                                                             : Difference::Kind::source;
    found.push_back({kind, before.name, after.name});
}

/// Claims of other outlets that may be as early as the earliest one, as far as the dates tell, and have the words if it
/// does.
void find_same_day(const std::vector<TracedClaim>& claims, Trace& result) {
    for (std::size_t i = result.earliest; i < claims.size(); ++i) {
        const TracedClaim& claim = claims[i];
        const TracedClaim& first = claims[result.earliest];
        if (claim.shown.outlet == first.shown.outlet || !claim.moment || !first.moment) continue;
        if (claim.shown.carries != first.shown.carries) continue;
        // Claims come in order of time: one that is not known to be later may be as early.
        if (!text::known_earlier(*first.moment, *claim.moment)) result.same_day.push_back(claim.shown.id);
    }
}

}  // namespace

Trace trace(const Corpus& corpus, std::string_view words, const TraceOptions& options) {
    const corpus::Snapshot snapshot(corpus::Inside::of(corpus).database());
    return corpus::trace_words(corpus::Inside::of(corpus), words, corpus::language_of(words), options);
}

Trace trace_claim(const Corpus& corpus, std::string_view id, const TraceOptions& options) {
    const corpus::Snapshot snapshot(corpus::Inside::of(corpus).database());
    const auto [content, language] = corpus::words_of_claim(corpus::Inside::of(corpus), id);
    return corpus::trace_words(corpus::Inside::of(corpus), content, language, options);
}

namespace corpus {

Trace trace_words(const Store& store, std::string_view words, const std::string& language,
                  const TraceOptions& options) {
    provenance::OutletList outlets;
    for (const auto& file : options.outlet_lists) outlets.add(file);
    Trace result;
    result.words = words;
    result.language = language;
    const AskedWords asked(words, language);
    result.looked_for = asked.hashes().size();
    auto [claims, cut] = find_claims(store, asked, outlets, options.most_claims);
    result.cut = cut;
    keep_one_of_each_report(claims, asked.hashes());
    result.earliest = earliest_of(claims);
    if (claims.empty()) result.bare = find_bare(store, words, outlets, options.most_claims, result.damaged);
    add_graph(claims, outlets, result);  // tells who is one and the same
    for (std::size_t i = 0; i < claims.size(); ++i) {
        if (i != result.earliest) compare(claims[result.earliest], claims[i]);
    }
    find_uncredited(claims);
    find_same_day(claims, result);
    result.missing = find_missing(claims, articles_of_outlets(store, outlets));
    for (TracedClaim& claim : claims) result.claims.push_back(std::move(claim.shown));
    return result;
}

}  // namespace corpus
}  // namespace rawi
