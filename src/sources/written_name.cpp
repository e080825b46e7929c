#include "sources/written_name.hpp"

#include <algorithm>

#include "text/characters.hpp"

namespace rawi::sources {
namespace {

/// Without the clause behind a name that tells who it is (فلان الذي, فلان وهو), and the comma before it.
TokenRange without_relative(const Article& article, TokenRange tokens) {
    // One word may be what somebody is: the fisherman who inherited the trade.
    std::uint32_t end = std::min(tokens.begin + 2, tokens.end);
    const auto tells = [&](std::uint32_t i) {
        return article.opens_relative(i) ||
               (article.pack->heads_first && i + 1 < tokens.end && article.has(i, detection::Known::conjunction) &&
                article.has(i + 1, detection::Known::pronoun));
    };
    while (end < tokens.end && !tells(end)) ++end;
    const bool cut = end < tokens.end;
    while (cut && (article.tokens[end - 1].kind == text::CharClass::comma ||
                   article.tokens[end - 1].kind == text::CharClass::dash ||
                   article.tokens[end - 1].kind == text::CharClass::open_bracket))
        --end;
    return {tokens.begin, end};
}

}  // namespace

std::string written_name(const Article& article, const Mention& mention) {
    TokenRange tokens = mention.name.empty() ? mention.tokens : mention.name;
    if (mention.named) tokens = without_relative(article, tokens);
    const std::string_view text = article.document->text(article.span_of(tokens));
    const std::string_view definite = article.pack->article;
    std::uint32_t first = 0;  // bytes of the article's first letter, which is the one swallowed
    if (!definite.empty()) (void)text::next_code_point(definite, first);
    const bool swallowed = first != 0 && tokens.begin > 0 && article.tokens[tokens.begin - 1].proclitic &&
                           article.normal_of(tokens.begin).starts_with(definite) &&
                           text.starts_with(definite.substr(first));
    return swallowed ? std::string(definite.substr(0, first)) + std::string(text) : std::string(text);
}

}  // namespace rawi::sources
