#include "sources/employers.hpp"

#include "detection/noun_phrase.hpp"
#include "sources/going_on.hpp"
#include "sources/mention.hpp"
#include "sources/resolve.hpp"

namespace rawi::sources {

using attribution::Finding;
using detection::Known;

void Employers::employ(TokenRange outlet, AgentId house, AgentTable& table) {
    if (!names_show(article_)) return;
    const TokenRange person = house_and_person(article_, outlet).person;
    if (person.empty() || article_.opens(person.begin) != detection::none) return;
    const Mention mention = read_mention(article_, person, false);
    if (mention.name.empty() || mention.kind == AgentKind::outlet) return;
    if (const auto employee = resolve(table, mention)) houses_[*employee] = house;
}

void Employers::hear(const Finding& finding, AgentTable& table, Speakers& speakers) {
    if (finding.object.empty() || finding.lemma == nullptr || !names_show(article_) ||
        (finding.lemma->flag_bits & article_.pack->hearer) == 0)
        return;
    const Mention mention = read_mention(article_, finding.object, false);
    if (mention.name.empty() || mention.kind == AgentKind::outlet) return;
    const auto hearer = resolve(table, mention);
    if (!hearer) return;
    if (questions(article_, finding)) table.spoke(*hearer);
    // "Told Jane Doe of CNN".
    for (std::uint32_t o = finding.object.begin; o < finding.object.end; ++o) {
        const std::uint32_t name = article_.match(o, Known::outlet, finding.object.end);
        if (name == 0 || (o + name < finding.object.end && article_.tokens[o + name].upper)) continue;
        if (const auto house = resolve(table, read_mention(article_, {o, o + name}, true))) houses_[*hearer] = *house;
        break;
    }
    if (const auto house = houses_.find(*hearer); house != houses_.end() && house->second != speakers.source)
        speakers.beside.push_back({house->second, finding.object, Contact::spoken});
}

}  // namespace rawi::sources
