// Through whom words came, on the way from the speaker to the publisher.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "detection/article.hpp"
#include "rawi/attribution.hpp"

namespace rawi::chain {

/// An intermediary and how the words reached it from the one before.
struct Step {
    AgentId agent{};
    Contact contact = Contact::unstated;
    std::vector<Span> phrase;
    std::string rule;
    std::optional<AgentId> beside = {};  ///< whom it stands beside in the text: neither had the words from the other
};
using Path = std::vector<Step>;

/// The words that tell of an intermediary, without the marks that part them from what stands around. One that is named
/// beside the text has no words in it.
[[nodiscard]] inline std::vector<Span> words_of(const detection::Article& article, detection::TokenRange tokens) {
    const auto parts = [&](std::uint32_t token) {
        using enum text::CharClass;
        const text::CharClass kind = article.tokens[token].kind;
        return kind == comma || kind == colon || kind == dash;
    };
    while (tokens.size() > 1 && parts(tokens.end - 1)) --tokens.end;
    while (tokens.size() > 1 && parts(tokens.begin)) ++tokens.begin;
    return tokens.empty() ? std::vector<Span>{} : std::vector<Span>{article.span_of(tokens)};
}

}  // namespace rawi::chain
