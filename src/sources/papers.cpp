#include "sources/papers.hpp"

#include <algorithm>

#include "sources/captured.hpp"
#include "sources/find_agent.hpp"

namespace rawi::sources {

using detection::Known;

bool says_itself(const detection::Article& article, detection::TokenRange medium) {
    if (!article.pack->subject_first) return !medium.empty();
    for (std::uint32_t i = medium.begin; i < medium.end; ++i) {
        if (article.has(i, Known::document_noun)) return true;
    }
    return false;
}

std::string_view paper_noun(const Mention& mention) {
    if (!mention.paper_noun.empty() || mention.heads.empty()) return mention.paper_noun;
    return mention.heads.front();
}

std::string_view paper_noun(const detection::Article& article, detection::TokenRange medium) {
    while (!medium.empty() && article.has(medium.begin, Known::preposition)) ++medium.begin;
    if (medium.empty()) return {};
    if (article.pack->heads_first) return paper_noun(read_mention(article, medium, false));
    for (std::uint32_t i = medium.begin; i < medium.end; ++i) {
        // "A press release" is called the release.
        if (const std::uint32_t words = article.match(i, Known::document_noun, medium.end); words != 0)
            return article.normal_of(i + words - 1);
    }
    return {};
}

std::string_view paper_put_out(const detection::Article& article, detection::TokenRange subject) {
    constexpr std::uint32_t farthest = 8;  // tokens from the verb to the paper
    if (article.pack->heads_first || !names_show(article)) return {};
    const auto size = static_cast<std::uint32_t>(article.tokens.size());
    std::uint32_t verb = subject.end;
    // "On Monday", "has also"
    while (verb < size &&
           (article.has(verb, Known::auxiliary) || article.has(verb, Known::adverb) ||
            article.has(verb, Known::weekday) ||
            (verb + 1 < size && article.has(verb, Known::preposition) && article.has(verb + 1, Known::weekday))))
        ++verb;
    const std::uint32_t words = verb < size ? article.match(verb, Known::issuing, size) : 0;
    if (words == 0) return {};
    const std::uint32_t limit = std::min(size, verb + words + farthest);
    for (std::uint32_t i = verb + words; i < limit && article.tokens[i].kind == text::CharClass::letter; ++i) {
        if (article.has(i, Known::complementiser) || article.has(i, Known::preposition)) return {};
        if (const std::uint32_t noun = article.match(i, Known::document_noun, limit); noun != 0)
            return article.normal_of(i + noun - 1);
    }
    return {};
}

std::optional<std::string_view> paper_of(const detection::Article& article, const attribution::Finding& finding) {
    if (says_itself(article, finding.medium)) return paper_noun(article, finding.medium);
    for (const detection::TokenRange subject : {finding.source, finding.subject}) {
        const std::string_view paper = subject.empty() ? std::string_view{} : paper_put_out(article, subject);
        if (!paper.empty()) return paper;
    }
    return std::nullopt;
}

bool of_nobody_named(const detection::Article& article, const Mention& mention) {
    constexpr std::uint32_t longest = 4;  // tokens: the paper, that it has been put out, and when
    if (mention.kind != AgentKind::document || mention.issued || mention.tokens.size() > longest) return false;
    const std::uint32_t paper = mention.tokens.begin + (mention.same && mention.tokens.size() > 1 ? 1 : 0);
    return article.pack->written_media.contains(article.value({paper, paper + 1}, Known::medium));
}

bool put_out(const detection::Article& article, detection::TokenRange subject, detection::TokenRange statement) {
    if (article.match(statement.begin, Known::medium, statement.end) == 0 ||
        !same_sentence(article, subject.begin, statement.begin))
        return false;
    for (std::uint32_t i = subject.end; i < statement.begin; ++i) {
        if (article.has(i, Known::complementiser)) return false;
    }
    // تلقت الشرطة بلاغا: what somebody has received is another's.
    return !article.pack->heads_first || subject.begin == 0 ||
           !article.reads_as(subject.begin - 1, article.pack->receives);
}

bool stipulates(const detection::Article& article, const attribution::Finding& finding) {
    return finding.lemma != nullptr && (finding.lemma->flag_bits & article.pack->stipulates) != 0;
}

bool provides(const detection::Article& article, const attribution::Finding& finding) {
    return stipulates(article, finding) && !finding.source.empty() && article.has(finding.source.begin, Known::law);
}

std::optional<language::Agreement> owner_by_ending(const detection::Article& article, std::uint32_t token,
                                                   std::uint32_t limit) {
    static const language::ClassSet papers =
        language::set_of({Known::document_noun, Known::medium, Known::channel, Known::outlet_noun});
    const detection::Token& word = article.tokens[token];
    if (!article.pack->heads_first || word.definite || word.enclitic != language::Agreement{} ||
        article.match(token, papers, limit) == 0)
        return std::nullopt;
    const std::string_view written = article.document->text(word.span);
    for (const language::Enclitic& enclitic : article.pack->enclitics) {
        const bool longer = written.size() > 2 * enclitic.normal.size();
        if (longer && enclitic.agreement.person == language::Person::third && written.ends_with(enclitic.normal))
            return enclitic.agreement;
    }
    return std::nullopt;
}

bool tells_of_papers(const detection::Article& article, const attribution::Finding& finding) {
    const std::uint64_t flags = finding.lemma == nullptr ? 0 : finding.lemma->flag_bits;
    const bool present = finding.form.form == language::Form::finite && !finding.form.past;
    return present || (flags & (article.pack->shows | article.pack->stipulates)) != 0;
}

void leave_own_site(const attribution::Finding& finding, const AgentTable& table, Speakers& speakers) {
    const Article& article = table.article();
    for (std::size_t r = 0; r < finding.relays.size(); ++r) {
        const detection::TokenRange outlet = finding.relays[r].outlet;
        if (!outlet.empty() && article.has(outlet.begin, Known::site) &&
            find_agent(table, read_mention(article, outlet, false)) == speakers.source)
            speakers.relays[r].clear();
    }
}

}  // namespace rawi::sources
