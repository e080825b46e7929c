// An attribution as the text shows it, before it is known who its source is.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "detection/article.hpp"

namespace rawi::attribution {

using detection::Article;
using detection::none;
using detection::TokenRange;

/// Words that say through whom something came.
struct Relay {
    TokenRange outlet;  ///< the noun phrase that names who passed it on; empty: a pronoun or nobody
    TokenRange phrase;  ///< the words that say so, the noun phrase included
    Contact contact = Contact::cited;
    const language::Rule* rule = nullptr;
};

struct Finding {
    std::uint32_t sentence = 0;
    std::vector<TokenRange> cue;  ///< the first one is the anchor; empty for a quotation without a cue
    const language::Lemma* lemma = nullptr;
    language::CueForm form;
    const language::Rule* rule = nullptr;  ///< null for a quotation without a cue
    TokenRange source;                     ///< empty: no noun stands for the speaker
    TokenRange subject;                    ///< where the source is empty: of the clause that the cue goes on from
    TokenRange object;                     ///< the one accused, described, told
    std::vector<TokenRange> content;       ///< without complementiser and outer marks
    std::vector<Relay> relays;             ///< nearest to the speaker first
    TokenRange medium;
    TokenRange when;
    bool anonymity = false;       ///< the text says that the source asked not to be named
    bool bygone = false;          ///< said long before: last year, in 2014
    bool earlier = false;         ///< said before what is told: has said, كان قد قال
    bool quoted = false;          ///< all of the content is in quotation marks
    bool speech = false;          ///< the content follows a colon
    std::uint32_t until = 0;      ///< the last sentence that its quotation goes on in
    std::uint32_t parent = none;  ///< index of the finding in whose content this one stands

    [[nodiscard]] std::uint32_t anchor() const noexcept {
        return cue.empty() ? content.front().begin : cue.front().begin;
    }
    /// Whether it says nothing of its own to what was said before: وهو ما تنفيه الحكومة.
    [[nodiscard]] bool takes_up() const noexcept { return rule != nullptr && rule->taken_up; }
    [[nodiscard]] bool holds(std::uint32_t token) const noexcept {
        for (const TokenRange range : content) {
            if (range.contains(token)) return true;
        }
        return false;
    }
};

/// The name of the rule that made it, "ar/verb-subject-clause".
[[nodiscard]] inline std::string rule_of(const Article& article, const Finding& finding) {
    return finding.rule != nullptr ? finding.rule->name : article.pack->code + "/floating-quotation";
}

/// The words of its cue, in the order of the text.
[[nodiscard]] inline std::vector<Span> cue_of(const Article& article, const Finding& finding) {
    std::vector<Span> spans;
    for (const TokenRange range : finding.cue) spans.push_back(article.span_of(range));
    std::ranges::sort(spans, {}, &Span::begin);
    return spans;
}

/// "Smith reportedly told": whether the words on both sides of the cue, which nobody is given for, are one clause.
[[nodiscard]] inline bool around_hearsay(const Finding& finding) {
    return finding.content.size() == 2 && finding.source.empty() && finding.form.form == language::Form::particle;
}

/// From the first word of its content to the last. It has a content.
[[nodiscard]] inline TokenRange clause_of(const Finding& finding) {
    return {finding.content.front().begin, finding.content.back().end};
}

/// Where somebody spoke, told without their words: "Smith appeared on CNN".
struct Appearance {
    std::uint32_t token = 0;
    TokenRange speaker;
    Relay relay;
};

/// Questions that somebody has sent out, a questionnaire: "The union sent a dozen questions to the candidates".
struct Inquiry {
    std::uint32_t token = 0;
    TokenRange asker;
};

/// Who has answered: "Smith and Jones responded to the union", "Smith answered".
struct Answer {
    std::uint32_t token = 0;
    TokenRange speaker;
    TokenRange asker;  ///< empty: whoever asked last
};

/// A cue whose subject says nothing that counts, and may go on: "thanked".
struct Turn {
    TokenRange cue;
    TokenRange subject;             ///< empty: what stands behind the cue
    language::Agreement agreement;  ///< of the verb
};

/// What the text shows, in text order.
struct Findings {
    std::vector<Finding> attributions;
    std::vector<Appearance> appearances;
    std::vector<Inquiry> inquiries;
    std::vector<Answer> answers;
    std::vector<Turn> turns;
    std::vector<std::uint32_t> background;  ///< cues of the publisher's own voice: the last speaker is over there
};

[[nodiscard]] Findings find_attributions(const Article& article);

}  // namespace rawi::attribution
