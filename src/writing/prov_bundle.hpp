// An article's provenance in the terms of W3C PROV, before it takes the shape of PROV-JSON, PROV-N or PROV-O.
//
// What is said is an entity, who said it an agent. A claim as its speaker made it is `article:ID/q1`, as the agent a2
// passed it on `article:ID/q1/a2`; the article itself is `article:ID`. Each is attributed to its agent, and quoted (or,
// where the text does not say how it passed, derived) from the one before it. A claim that stands within another one is
// what that other one quotes. The article had each claim that has a speaker as a primary source.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rawi/analysis.hpp"

namespace rawi::writing {

/// Prefixes that all three formats declare, with their IRIs.
[[nodiscard]] const std::vector<std::pair<std::string_view, std::string_view>>& prov_prefixes();

struct ProvValue {
    enum class Kind : std::uint8_t { text, words, boolean, name };  ///< `words` are in the language of the article
    Kind kind = Kind::text;
    std::string value;  ///< "true" or "false"; a `name` is "prefix:local"
};

/// "prov:label" and what it is; a key may come up several times, one after the other.
using ProvAttributes = std::vector<std::pair<std::string_view, ProvValue>>;

/// JSON has each name once: calls `use` for each run of attributes of one name.
template <class Use>
void each_name(const ProvAttributes& attributes, Use use) {
    for (auto begin = attributes.begin(); begin != attributes.end();) {
        const auto end =
            std::find_if(begin, attributes.end(), [&](const auto& other) { return other.first != begin->first; });
        use(begin->first, std::span(begin, end));
        begin = end;
    }
}

struct ProvElement {
    std::string id;  ///< "article:ID/q1"
    bool is_agent = false;
    ProvAttributes attributes;
};

struct ProvRelation {
    enum class Kind : std::uint8_t { attribution, quotation, derivation, primary_source };
    Kind kind = Kind::attribution;
    std::string effect;
    std::string cause;  ///< of an attribution: the agent
    ProvAttributes attributes;
};

struct ProvBundle {
    std::string id;        ///< "bundle:ID"
    std::string language;  ///< a tag as BCP 47 has them; empty where the article's is none
    std::vector<ProvElement> elements;
    std::vector<ProvRelation> relations;
};

/// `name` is the article's in `ArticleNames`.
[[nodiscard]] ProvBundle prov_bundle(const Analysis& analysis, const std::string& name);

}  // namespace rawi::writing
