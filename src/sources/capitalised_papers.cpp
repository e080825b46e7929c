// "A letter of the mayor's", "the report, released by the council": papers that speak for who issued them.
#include <algorithm>

#include "sources/capitalised_phrase.hpp"

namespace rawi::sources {

using detection::Known;
using language::Part;

std::optional<Mention> CapitalisedPhrase::issuer() const {
    if (!mention_.name.empty() || mention_.joint || !is_paper(article_, head_) || has(head_, Known::survey))
        return std::nullopt;
    TokenRange whose;
    const TokenRange possessor = mention_.possessor;
    if (!possessor.empty() && possessor.end < mention_.tokens.end && is(possessor.end, Part::genitive))
        whose = possessor;
    if (whose.empty()) {
        std::uint32_t i = core_.end;
        // "The report, released by the council"
        if (i < mention_.tokens.end && article_.tokens[i].kind == text::CharClass::comma) ++i;
        while (i < mention_.tokens.end && is(i, Part::adverb)) ++i;
        whose = issued_by(i);
        // "A report in The Times": the paper's own; but "papers in the state, among them The Times".
        if (whose.empty() && i + 1 < mention_.tokens.end && has(i, Known::preposition)) {
            TokenRange outlet{i + 1, i + 1};
            while (outlet.end < mention_.tokens.end && article_.tokens[outlet.end].kind != text::CharClass::comma)
                ++outlet.end;
            if (names_outlet(article_, outlet)) whose = outlet;
        }
    }
    if (whose.empty()) return std::nullopt;
    Mention inner = read_capitalised_mention(article_, whose, false);
    if (inner.words.empty() || inner.pronoun) return std::nullopt;
    inner.issued = true;
    inner.paper_noun = article_.normal_of(head_);
    return inner;
}

/// "Filed by | Smith", "released (on) Monday by | the council" on Tuesday: who issued it, without when.
TokenRange CapitalisedPhrase::issued_by(std::uint32_t begin) const {
    const std::uint32_t end = mention_.tokens.end;
    if (begin >= end) return {};
    const auto time = [&](std::uint32_t i) {
        return i >= end ? 0 : std::max(article_.match(i, Known::time, end), article_.match(i, Known::weekday, end));
    };
    std::uint32_t by = article_.match(begin, Known::issued, end);
    const std::uint32_t on = begin + 1 < end && has(begin + 1, Known::preposition) ? 1 : 0;  // "released on Monday"
    if (const std::uint32_t when = by == 0 ? time(begin + 1 + on) : 0; when != 0) {
        begin += 1 + on + when;
        by = begin < end ? article_.match(begin, Known::issued, end) : 0;
    }
    if (by == 0) return {};
    TokenRange whose{begin + by, end};
    // A statement from the mayor is the mayor's; a report from there need not be.
    if (article_.value({begin, whose.begin}, Known::issued) == "medium" && !has(head_, Known::medium)) return {};
    // "A report from Springfield", "a letter from Monday": no issuer.
    if (whose.empty() || has(whose.begin, Known::place) || time(whose.begin) != 0) return {};
    for (std::uint32_t i = whose.begin + 1; i < whose.end; ++i) {
        if (time(i) != 0 || (has(i, Known::preposition) && time(i + 1) != 0)) whose.end = i;
    }
    return whose;
}

}  // namespace rawi::sources
