#include "sources/written_name.hpp"

#include <algorithm>

#include "text/characters.hpp"

namespace rawi::sources {
namespace {

/// Without the relative clause behind a name, and the comma before it.
TokenRange without_relative(const Article& article, TokenRange tokens) {
    // One word may be what somebody is: the fisherman who inherited the trade.
    std::uint32_t end = std::min(tokens.begin + 2, tokens.end);
    while (end < tokens.end && !article.opens_relative(end)) ++end;
    const bool cut = end < tokens.end;
    while (cut && (article.tokens[end - 1].kind == text::CharClass::comma ||
                   article.tokens[end - 1].kind == text::CharClass::dash))
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
