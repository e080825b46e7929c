// From a document to who said what, through whom.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rawi/agent.hpp"
#include "rawi/attribution.hpp"
#include "rawi/document.hpp"
#include "rawi/language.hpp"

namespace rawi {

/// All that was found in one article. It owns the document, so its spans cannot dangle.
struct Analysis {
    Document document;
    std::string language;          ///< code of the pack that was used; where none fits, the one given, else "und"
    bool right_to_left = false;    ///< of that language, for writers
    std::optional<Span> dateline;  ///< "القاهرة - رويترز", the article's own line of place and agency
    std::vector<Agent> agents;     ///< in order of first mention; `AgentId` is the index
    AgentId publisher{};           ///< always one of `agents`; its name is empty where nobody is known
    std::vector<Attribution> attributions;  ///< in text order; `AttributionId` is the index
    std::vector<Span> furniture;  ///< lines of the page that are not article: section labels, buttons, link lists

    /// These throw `std::out_of_range` for an id that is not of this analysis.
    [[nodiscard]] const Agent& agent(AgentId id) const { return agents.at(static_cast<std::size_t>(id)); }
    [[nodiscard]] const Attribution& attribution(AttributionId id) const {
        return attributions.at(static_cast<std::size_t>(id));
    }
};

/// Analyses one article with one language. Never throws for odd text. Thread-safe; same input, same result.
[[nodiscard]] Analysis analyze(Document document, const LanguagePack& language);

/// Picks the pack by `Metadata::language` or, where it is empty or unknown, by detection. Of an article in a language
/// that none of the packs is for the analysis has the publisher and nothing else. `languages` must not be empty.
[[nodiscard]] Analysis analyze(Document document, std::span<const LanguagePack> languages);

}  // namespace rawi
