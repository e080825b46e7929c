// Analyses made by hand: spans are found by their words, so that a test reads like the article it is about.
#pragma once

#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rawi/analysis.hpp"

namespace rawi::test {

class HandMade {
public:
    HandMade(Metadata metadata, std::string_view title, std::string_view body) {
        analysis.right_to_left = metadata.language == "ar";
        analysis.language = metadata.language;
        analysis.document = Document(std::move(metadata), title, body);
    }

    /// The first place where `words` stand.
    [[nodiscard]] Span at(std::string_view words) const {
        const std::size_t place = analysis.document.text().find(words);
        if (place == std::string_view::npos) throw std::logic_error("not in the article: " + std::string(words));
        return {static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(place + words.size())};
    }

    AgentId agent(std::string_view name, AgentKind kind, std::string outlet_id = {}) {
        Agent made;
        made.name = name;
        made.kind = kind;
        made.named = kind != AgentKind::role && kind != AgentKind::unknown;
        made.outlet_id = std::move(outlet_id);
        if (analysis.document.text().find(name) != std::string_view::npos && !name.empty()) made.mentions = {at(name)};
        analysis.agents.push_back(std::move(made));
        return static_cast<AgentId>(analysis.agents.size() - 1);
    }

    AgentId publisher(std::string_view name, std::string outlet_id = {}) {
        const AgentId id = agent(name, AgentKind::outlet, std::move(outlet_id));
        analysis.agents.back().publisher = true;
        analysis.publisher = id;
        return id;
    }

    struct Step {
        Contact contact = Contact::unstated;
        std::string_view phrase = {};  ///< empty: inferred
        bool beside = false;
    };

    /// `chain` begins with the speaker unless nobody is given (`flags` then holds `unknown_source`).
    Attribution& claim(std::string_view cue, std::string_view content, std::vector<AgentId> chain,
                       std::vector<Step> steps = {}, std::vector<Flag> flags = {}) {
        Attribution made;
        if (!cue.empty()) made.cue = {at(cue)};
        made.content = {at(content)};
        bool unknown = false;
        for (const Flag flag : flags) unknown = unknown || flag == Flag::unknown_source;
        if (!unknown) made.source = chain.front();
        for (std::size_t step = 0; step + 1 < chain.size(); ++step) {
            Hop hop;
            hop.from = chain[step];
            hop.to = chain[step + 1];
            if (step < steps.size()) {
                hop.contact = steps[step].contact;
                hop.inferred = steps[step].phrase.empty();
                hop.beside = steps[step].beside;
                if (!hop.inferred) hop.phrase = {at(steps[step].phrase)};
            }
            made.hops.push_back(std::move(hop));
        }
        made.chain = std::move(chain);
        made.flags = std::move(flags);
        made.rule = "test/by-hand";
        analysis.attributions.push_back(std::move(made));
        return analysis.attributions.back();
    }

    Analysis analysis;
};

}  // namespace rawi::test
