#include "sources/answerers.hpp"

#include <vector>

#include "sources/resolve.hpp"

namespace rawi::sources {
namespace {

using detection::Known;

/// "Jane Smith, Tom Brown and the mayor": each of them.
std::vector<TokenRange> one_by_one(const Article& article, TokenRange range) {
    std::vector<TokenRange> parts{{range.begin, range.begin}};
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        if (article.has(i, Known::conjunction) || article.tokens[i].kind == text::CharClass::comma)
            parts.push_back({i + 1, i + 1});
        else
            parts.back().end = i + 1;
    }
    std::erase_if(parts, [](TokenRange part) { return part.empty(); });
    return parts;
}

}  // namespace

void Answerers::until(std::uint32_t token, AgentTable& table, Sources& sources,
                      const std::function<void(std::uint32_t)>& meet) {
    const auto asked_until = [&](std::uint32_t last) {
        for (; inquired_ < findings_.inquiries.size() && findings_.inquiries[inquired_].token <= last; ++inquired_) {
            const TokenRange asker = findings_.inquiries[inquired_].asker;
            meet(asker.begin);
            asker_ = resolve(table, read_mention(article_, asker, false));
        }
    };
    for (; answered_ < findings_.answers.size() && findings_.answers[answered_].token < token; ++answered_) {
        const attribution::Answer& answer = findings_.answers[answered_];
        asked_until(answer.token);
        if (!asker_) continue;
        meet(answer.speaker.begin);
        if (!answer.asker.empty() && resolve(table, read_mention(article_, answer.asker, false)) != asker_) continue;
        for (const TokenRange one : one_by_one(article_, answer.speaker)) {
            const auto speaker = resolve(table, read_mention(article_, one, false));
            if (!speaker || speaker == asker_) continue;
            sources.appearances.push_back({answer.token, *speaker, *asker_, Contact::spoken, true});
            table.noticed(*speaker);
        }
    }
    asked_until(token);
}

}  // namespace rawi::sources
