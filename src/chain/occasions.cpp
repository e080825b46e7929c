#include "chain/occasions.hpp"

#include <string_view>

#include "attribution/circumstances.hpp"
#include "detection/noun_phrase.hpp"

namespace rawi::chain {

using attribution::Finding;
using detection::Article;
using detection::Known;

bool other_interview(const Article& article, const Finding& finding) {
    const std::string_view medium = attribution::medium_key(article, finding.medium);
    if (!article.pack->subject_first || !finding.relays.empty() || !article.pack->live_media.contains(medium))
        return false;
    constexpr std::uint32_t reach = 4;  // words between the determiner and the noun
    const std::uint32_t end = finding.medium.end;
    for (std::uint32_t t = end; t-- > 0 && t + reach + 2 > end;) {
        if (article.has(t, Known::definite)) return false;
        if (article.has(t, Known::article) || article.has(t, Known::possessive)) return true;
    }
    return false;
}

bool told_inquirers(const Article& article, const Finding& finding) {
    if (finding.object.empty() || finding.lemma == nullptr || (finding.lemma->flag_bits & article.pack->hearer) == 0)
        return false;
    return holds(article, finding.object, Known::inquirer);
}

bool written(const Article& article, const Finding& finding) {
    const bool writes = finding.lemma != nullptr && (finding.lemma->flag_bits & article.pack->writes) != 0;
    const std::string_view medium = attribution::medium_key(article, finding.medium);
    return writes || (!medium.empty() && !article.pack->live_media.contains(medium));
}

}  // namespace rawi::chain
