// Outlets and bodies and those who work there, in one noun phrase.
#include <algorithm>

#include "sources/mention.hpp"

namespace rawi::sources {

using detection::Known;
using language::Part;
using text::CharClass;

HouseAndPerson house_and_person(const Article& article, TokenRange tokens) {
    static constexpr Known kinds[] = {Known::outlet, Known::outlet_common};
    const auto length = [&](std::uint32_t i) {
        std::uint32_t longest = 0;
        for (const Known known : kinds) longest = std::max(longest, article.match(i, known, tokens.end));
        return longest;
    };
    std::uint32_t first = tokens.begin;
    while (first + 1 < tokens.end &&
           (article.tokens[first].kind != CharClass::letter || article.has(first, Known::article)))
        ++first;
    if (const std::uint32_t behind = first + length(first); behind > first && behind < tokens.end) {
        if (article.is(behind, Part::genitive)) return {{first, behind}, {behind + 1, tokens.end}};
        std::uint32_t person = behind;
        while (person < tokens.end && !article.tokens[person].upper) ++person;
        if (person > behind && article.has(person - 1, Known::journalist))
            return {{first, behind}, {person, tokens.end}};
        return {};
    }
    // A name before "of" and an outlet.
    for (std::uint32_t i = first + 1; i + 1 < tokens.end && article.has(first, Known::name); ++i) {
        if (!article.is_word(i, article.pack->name_link)) continue;
        std::uint32_t house = i + 1;
        while (house + 1 < tokens.end && article.has(house, Known::article)) ++house;
        return length(house) == 0 ? HouseAndPerson{} : HouseAndPerson{{house, tokens.end}, {first, i}};
    }
    return {};
}

bool belongs_to(const Article& article, TokenRange speaker, const Mention& body) {
    return names_show(article) && body.kind == AgentKind::organisation && body.named &&
           speaker.begin < body.tokens.begin && body.tokens.end <= speaker.end &&
           article.has(body.tokens.begin - 1, Known::preposition);
}

bool names_outlet(const Article& article, TokenRange tokens) {
    std::uint32_t i = tokens.begin;
    while (i + 1 < tokens.end && article.has(i, Known::article)) ++i;
    return article.match(i, Known::outlet, tokens.end) != 0 ||
           article.match(i, Known::outlet_common, tokens.end) != 0 || article.has(tokens.end - 1, Known::outlet_word);
}

bool is_paper(const Article& article, std::uint32_t token) {
    for (const Known known : {Known::document_noun, Known::medium}) {
        if (article.has(token, known)) return !article.has(token, Known::evidence);
    }
    return false;
}

bool quoted_agency(const Article& article, TokenRange name) {
    using detection::Known;
    if (name.begin == 0 || article.match(name.begin, Known::outlet_common, name.end) != name.size()) return false;
    const std::uint32_t q = article.opens(name.begin - 1);
    return q != detection::none && article.quotations[q].close == name.end &&
           article.pack->agencies.contains(article.value(name, Known::outlet_common));
}

}  // namespace rawi::sources
