#include "sources/written_name.hpp"

#include <algorithm>

#include "sources/own_names.hpp"
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

/// منافسه | جوليان ويلسون: somebody with a name is nobody's rival or lawyer where the name stands alone.
TokenRange without_owner(const Article& article, const Mention& mention, TokenRange tokens) {
    const bool name_behind = mention.possessed && mention.kind == AgentKind::person && mention.proper.size() > 1 &&
                             mention.owner != language::Agreement{};
    constexpr std::uint32_t farthest = 4;  // tokens: what else stands between is the name of another
    const std::uint32_t limit = std::min(tokens.end, tokens.begin + farthest + 1);
    std::uint32_t begin = tokens.begin;
    while (name_behind && begin < limit && !article.normal_of(begin).ends_with(mention.proper.front()) &&
           article.tokens[begin].kind != text::CharClass::open_bracket)
        ++begin;
    const bool found = begin < limit && article.tokens[begin].kind != text::CharClass::open_bracket;
    return found ? TokenRange{begin, tokens.end} : tokens;
}

/// شاكيري | المولود في كوسوفو: without the participle that tells of somebody with a name.
TokenRange without_participle(const Article& article, const Mention& mention, TokenRange tokens) {
    using language::Part;
    if (!article.pack->heads_first || mention.kind != AgentKind::person || mention.proper.empty()) return tokens;
    static const language::ClassSet offices = language::set_of({detection::Known::role_noun, detection::Known::title});
    for (std::uint32_t i = tokens.begin + 1; i + 1 < tokens.end; ++i) {
        // فلان | الأمين العام لـ
        const bool office = article.has(i, offices) || article.has(i - 1, offices);
        const bool participle = article.is(i, Part::adjective) && article.tokens[i].definite && !office;
        if (participle && article.is(i - 1, Part::proper) && article.has(i + 1, detection::Known::preposition) &&
            article.normal_of(i - 1).ends_with(mention.proper.back()))  // الفزاني is فزاني
            return {tokens.begin, i};
    }
    return tokens;
}

/// The words as they stand, with the article that a particle before them has swallowed.
std::string words_of(const Article& article, TokenRange tokens) {
    const std::string_view text = article.document->text(article.span_of(tokens));
    const std::string_view definite = article.pack->article;
    std::uint32_t first = 0;  // bytes of the article's first letter, which is the one swallowed
    if (!definite.empty()) (void)text::next_code_point(definite, first);
    const bool swallowed = first != 0 && tokens.begin > 0 && article.tokens[tokens.begin - 1].proclitic &&
                           article.normal_of(tokens.begin).starts_with(definite) &&
                           text.starts_with(definite.substr(first));
    return swallowed ? std::string(definite.substr(0, first)) + std::string(text) : std::string(text);
}

}  // namespace

std::string written_name(const Article& article, const Mention& mention) {
    const TokenRange whole = mention.name.empty() ? mention.tokens : mention.name;
    if (!mention.named) return words_of(article, whole);
    const TokenRange before = without_relative(article, whole);
    // المتحدث الذي غادر أمس | ، سالم الحداد
    const bool clause = before.end < whole.end && article.pack->heads_first && mention.kind == AgentKind::person;
    const std::uint32_t name = clause ? name_behind_clause(article, whole, before.end) : whole.end;
    if (name < whole.end) {
        const Span behind = article.span_of({name - 1, whole.end});
        return words_of(article, before) + std::string(article.document->text(behind));
    }
    return words_of(article, without_participle(article, mention, without_owner(article, mention, before)));
}

}  // namespace rawi::sources
