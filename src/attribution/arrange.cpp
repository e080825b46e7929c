// Quotations that go on without a cue, and which attribution stands in whose content.
#include "attribution/arrange.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "attribution/leave_out.hpp"
#include "attribution/parents.hpp"
#include "attribution/running_speech.hpp"
#include "detection/noun_phrase.hpp"

namespace rawi::attribution {
namespace {

using detection::LineKind;

constexpr std::uint32_t shortest_floating = 5;  // words of a quotation that stands without a cue
constexpr std::size_t most_beside = 16;         // attributions of one sentence that are looked at

class Arranger {
public:
    Arranger(const Article& article, std::vector<Finding>& all) : article_(article), all_(all) {}

    void run() {
        floating_quotations();
        if (article_.pack->subject_first) reported_whole();
        std::stable_sort(all_.begin(), all_.end(),
                         [](const Finding& a, const Finding& b) { return a.anchor() < b.anchor(); });
        find_parents(all_);
        take_up_words();
        leave_deep();
        leave_to_others();
    }

private:
    /// Quotations of a sentence's length that no cue has claimed continue the last speaker.
    void floating_quotations() {
        std::vector<TokenRange> claimed;
        for (const Finding& finding : all_)
            std::copy_if(finding.content.begin(), finding.content.end(), std::back_inserter(claimed),
                         [&](TokenRange range) { return !inside_quotation(range.begin) && !quoted_whole(finding); });
        std::sort(claimed.begin(), claimed.end(), [](TokenRange a, TokenRange b) { return a.begin < b.begin; });
        quoted_.assign(article_.sentences.size(), none);
        std::vector<bool> cued(article_.sentences.size(), false);
        for (std::uint32_t i = 0; i < all_.size(); ++i) {
            const Finding& finding = all_[i];
            cued[finding.sentence] = true;
            if (!finding.cue.empty() && quotes(finding)) quoted_[std::max(finding.sentence, finding.until)] = i;
        }
        std::size_t seen = 0;
        std::uint32_t s = 0;
        for (const detection::Quotation& quotation : article_.quotations) {
            if (quotation.parent != none || quotation.inner().size() < shortest_floating) continue;
            while (s < article_.sentences.size() && article_.sentences[s].tokens.end <= quotation.open) ++s;
            if (s == article_.sentences.size()) break;
            const TokenRange sentence = article_.sentences[s].tokens;
            if (article_.lines[article_.sentences[s].line].kind != LineKind::body || quotation.open != sentence.begin)
                continue;
            const bool whole = quotation.close + 2 >= sentence.end;
            if (!whole && (cued[s] || s == 0 || quoted_before(s) == nullptr || !article_.pack->subject_first)) continue;
            while (seen < claimed.size() && claimed[seen].end <= quotation.open) ++seen;
            if (seen < claimed.size() && claimed[seen].begin < quotation.close) continue;
            if (Finding* before = s == 0 ? nullptr : quoted_before(s)) {
                before->content.push_back(whole ? quotation.inner() : said_on(quotation, sentence, article_));
                before->until = s;
                if (quoted_[s] == none || quoted_[s] < quoted_[s - 1]) quoted_[s] = quoted_[s - 1];
                continue;
            }
            all_.push_back(Finding{.sentence = s, .content = {quotation.inner()}, .quoted = true});
        }
    }

    /// "...," she said. "They agree with him" on taxes: what follows the quotation belongs to it, unless a comma closes
    /// it off ("It is late," which nobody doubts).
    [[nodiscard]] static TokenRange said_on(const detection::Quotation& quotation, TokenRange sentence,
                                            const Article& article) {
        const TokenRange inner = quotation.inner();
        const auto comma = [&](std::uint32_t i) { return article.tokens[i].kind == text::CharClass::comma; };
        if (comma(inner.end - 1) || comma(quotation.close + 1)) return inner;
        TokenRange all{quotation.closed ? quotation.open : inner.begin, sentence.end};
        if (article.tokens[all.end - 1].kind == text::CharClass::terminator) --all.end;
        return all;
    }

    /// "Asked about it, Smith said, “No comment,” the Herald reported": where the quotation has a speaker before it,
    /// what stands behind it speaks of the whole sentence.
    void reported_whole() {
        for (std::size_t i = 1; i < all_.size(); ++i) {
            Finding& report = all_[i];
            if (!report.quoted || report.content.size() != 1 || report.cue.empty() || report.source.empty() ||
                report.content.front().end > report.cue.front().begin || !names_outlet(report.source))
                continue;
            // Findings come sentence by sentence, in the order of their cues.
            const std::uint32_t quotation = report.content.front().begin;
            bool spoken = false;
            for (std::size_t j = i;
                 j-- > 0 && i - j <= most_beside && all_[j].sentence == report.sentence && !spoken;) {
                const Finding& other = all_[j];
                spoken = !other.cue.empty() && other.content.size() == 1 && other.content.front().begin == quotation &&
                         other.cue.back().end <= quotation;
            }
            if (!spoken) continue;
            report.content.front().begin = article_.sentences[report.sentence].tokens.begin;
            report.quoted = false;
        }
    }

    [[nodiscard]] bool names_outlet(TokenRange source) const {
        for (std::uint32_t i = source.begin; i < source.end; ++i) {
            if (article_.match(i, detection::Known::outlet, source.end) != 0) return true;
        }
        return false;
    }

    /// Whether words of the quotation around `token` stand before it, so that what begins here is not the quotation
    /// itself.
    [[nodiscard]] bool inside_quotation(std::uint32_t token) const {
        for (std::uint32_t q = article_.tokens[token].quotation; q != none; q = article_.quotations[q].parent) {
            if (article_.quotations[q].open + 1 < token && article_.quotations[q].parent == none) return true;
        }
        return false;
    }

    /// “The city is expected to pay”: what nobody is given for stands in one quotation with its cue, whose words they
    /// are.
    [[nodiscard]] bool quoted_whole(const Finding& finding) const {
        if (finding.cue.empty() || !finding.source.empty()) return false;
        const std::uint32_t around = outermost(finding.anchor());
        return around != none && around == outermost(finding.content.front().begin);
    }
    [[nodiscard]] std::uint32_t outermost(std::uint32_t token) const {
        std::uint32_t q = article_.tokens[token].quotation;
        while (q != none && article_.quotations[q].parent != none) q = article_.quotations[q].parent;
        return q;
    }

    /// Whether the words are quoted; or those that stand before the speaker close with a quotation.
    [[nodiscard]] bool quotes(const Finding& finding) const {
        if (article_.opens(finding.content.front().begin - 1) != none) return true;
        const std::uint32_t last = finding.content.back().end - 1;
        return article_.pack->subject_first && finding.content.size() == 1 && last < finding.anchor() &&
               article_.closes(last) != none;
    }

    /// The attribution whose quotation goes on in sentence `s` of the same paragraph: “...,” she said. “...”
    [[nodiscard]] Finding* quoted_before(std::uint32_t s) {
        if (article_.sentences[s].line != article_.sentences[s - 1].line) return nullptr;
        const std::uint32_t found = quoted_[s - 1];
        return found == none ? nullptr : &all_[found];
    }

    /// What is taken up is what was said, without who said it, where that is all of the sentence.
    void take_up_words() {
        for (std::size_t i = 1; i < all_.size(); ++i) {
            Finding& finding = all_[i];
            if (!finding.takes_up() || finding.content.size() != 1 || finding.quoted) continue;
            const TokenRange whole = finding.content.front();
            for (std::size_t j = i; j-- > 0 && all_[j].anchor() >= whole.begin;) {
                const Finding& said = all_[j];
                if (said.anchor() < finding.anchor() && said.content.size() == 1 &&
                    said.content.front().end == whole.end && said.anchor() < said.content.front().begin)
                    finding.content = said.content;
            }
        }
    }

    /// من المتوقع أن يفتح الجسر غدا، وفق رويترز: a report that its outlet is given for behind it, and nobody's own
    /// words.
    [[nodiscard]] bool credits_outlet(const Finding& outer) const {
        if (outer.parent != none || outer.form.form != language::Form::particle || outer.content.size() != 1 ||
            outer.anchor() < outer.content.front().end)
            return false;
        static const language::ClassSet outlets =
            language::set_of({detection::Known::outlet, detection::Known::outlet_noun});
        return holds(article_, outer.source, outlets);
    }

    /// Takes out what is said inside more others than any article has: of a text made of "he said that" alone each
    /// would hold all behind it, and what is written of it would grow with the square of its length.
    void leave_deep() {
        constexpr std::uint32_t deepest = 16;
        std::vector<bool> out(all_.size());
        for (std::size_t i = 0; i < all_.size(); ++i) {
            std::uint32_t depth = 0;
            for (std::uint32_t outer = all_[i].parent; outer != none && depth <= deepest; outer = all_[outer].parent)
                ++depth;
            out[i] = depth > deepest;
        }
        take_out(out);
    }

    /// Takes out what is an attribution only where nobody's words are around it.
    void leave_to_others() {
        const auto others = [this](const Finding& finding) {
            if (by_its_author(finding)) return true;
            if (finding.rule == nullptr || !finding.rule->outermost) return false;
            const bool within = finding.parent != none && !credits_outlet(all_[finding.parent]);
            return within || article_.tokens[finding.anchor()].quotation != none;
        };
        std::vector<bool> out(all_.size());
        std::transform(all_.begin(), all_.end(), out.begin(), others);
        take_out(out);
    }

    /// "Jane Doe: a fine mess" above a line that holds nothing but "Jane Doe": whoever wrote the piece is no source.
    [[nodiscard]] bool by_its_author(const Finding& finding) const {
        constexpr std::size_t nearest = 3;  // lines below the headline
        if (finding.source.empty() || finding.cue.empty() || !article_.in_headline(finding.anchor()) ||
            article_.tokens[finding.anchor()].kind != text::CharClass::colon)
            return false;
        const auto signs = [&](TokenRange line) {
            if (line.size() != finding.source.size()) return false;
            for (std::uint32_t i = 0; i < line.size(); ++i) {
                if (article_.normal_of(line.begin + i) != article_.normal_of(finding.source.begin + i)) return false;
            }
            return true;
        };
        std::size_t below = 0;
        for (const detection::Line& line : article_.lines) {
            if (line.kind == LineKind::title || line.tokens.empty()) continue;
            if (signs(line.tokens)) return true;
            if (++below == nearest) break;
        }
        return !article_.lines.empty() && signs(article_.lines.back().tokens);
    }

    void take_out(const std::vector<bool>& out) {
        leave_out(
            all_, out, [](const Finding& finding) { return finding.parent; },
            [](Finding& finding, std::uint32_t parent) { finding.parent = parent; });
    }

    const Article& article_;
    std::vector<Finding>& all_;
    std::vector<std::uint32_t> quoted_;  ///< of each sentence: the last attribution whose quotation ends there
};

}  // namespace

void arrange(const Article& article, Findings& findings) {
    let_speech_run(article, findings);
    Arranger(article, findings.attributions).run();
}

bool hearer_follows(const Article& article, const std::vector<Finding>& before, const Finding& finding) {
    const TokenRange cue = finding.cue.front();
    if (!article.pack->heads_first || finding.lemma == nullptr || finding.source.empty() || !finding.object.empty() ||
        !finding.lemma->takes_any(static_cast<std::uint16_t>(language::Takes::object)) ||
        finding.source.begin != cue.end || cue.begin < 2 ||
        !article.has(cue.begin - 1, detection::Known::conjunction) ||
        article.tokens[cue.begin - 2].kind != text::CharClass::comma)
        return false;
    for (std::size_t i = before.size(); i-- > 0 && before[i].sentence == finding.sentence;) {
        if (before[i].holds(cue.begin) || before[i].source.empty()) continue;
        return before[i].form.agreement.gender == finding.form.agreement.gender &&
               before[i].form.form == language::Form::finite;
    }
    return false;
}

void hold_inner_credit(const Article& article, std::span<Finding> before, const Finding& credit) {
    constexpr std::uint32_t between = 2;  // tokens: the comma
    if (credit.lemma == nullptr || (credit.lemma->flag_bits & article.pack->credit) == 0 || credit.source.empty() ||
        credit.content.size() != 1 || !article.pack->heads_first)
        return;
    for (Finding& other : before) {
        if (other.content.size() != 1 || other.content.front().begin != credit.content.front().begin ||
            other.anchor() >= credit.content.front().begin || other.content.front().end > credit.anchor() ||
            other.content.front().end + between < credit.anchor())
            continue;
        other.content.front().end = credit.source.end;
    }
}

Finding* told_around(const Article& article, std::span<Finding> before, const Finding& credit) {
    if (credit.lemma == nullptr || (credit.lemma->flag_bits & article.pack->credit) == 0 || credit.source.empty() ||
        !article.pack->heads_first)
        return nullptr;
    const auto told = std::ranges::find_if(before, [&](const Finding& other) {
        return !other.cue.empty() && other.anchor() < credit.anchor() && credit.holds(other.anchor()) &&
               other.content.front().begin >= credit.source.end;
    });
    return told == before.end() ? nullptr : &*told;
}

std::optional<std::size_t> loses_clause(const Article& article, std::span<const Finding> before,
                                        const Finding& finding) {
    using detection::Known;
    constexpr std::uint32_t adjacent = 3;  // tokens: a preposition, a complementiser, a mark
    const std::uint32_t begin = finding.content.front().begin;
    const std::uint32_t cue = finding.cue.back().end;
    if (!article.pack->heads_first || cue > begin) return std::nullopt;
    const auto rival = std::ranges::find_if(before, [&](const Finding& other) {
        return other.anchor() < finding.anchor() && other.cue.back().end <= finding.anchor() &&
               other.content.front().begin == begin && other.form.form != language::Form::noun;
    });
    if (rival == before.end()) return std::nullopt;
    bool opens = !finding.form.has_object;  // nothing stands between it and its clause
    bool comma = false;
    for (std::uint32_t t = cue; t < begin; ++t) {
        opens = opens && (article.has(t, Known::complementiser) || article.has(t, Known::preposition));
        comma = comma || article.tokens[t].kind == text::CharClass::comma;
    }
    if ((finding.lemma->flag_bits & article.pack->carrier) != 0 && !opens)
        return article.has(finding.anchor() - 1, Known::conjunction) ? std::nullopt
                                                                     : std::optional<std::size_t>(before.size());
    if (comma) return before.size();
    if (begin - cue > adjacent) return std::nullopt;
    return static_cast<std::size_t>(rival - before.begin());
}

void in_text_order(const Article& article, std::vector<Relay>& relays) {
    if (relays.size() < 2) return;
    // Whether `right` stands behind `left` in a list.
    const auto listed = [&](const Relay& left, const Relay& right) {
        std::uint32_t token = left.outlet.end;
        if (token < article.tokens.size() && article.tokens[token].kind == text::CharClass::comma) ++token;
        if (token < article.tokens.size() && article.has(token, detection::Known::conjunction)) ++token;
        return token > left.outlet.end && token == right.outlet.begin;
    };
    std::vector<std::size_t> order(relays.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return relays[i].outlet.begin; });
    const std::vector<Relay> captured = relays;
    for (auto first = order.begin(); first != order.end();) {
        auto behind = first + 1;
        while (behind != order.end() && listed(captured[*(behind - 1)], captured[*behind])) ++behind;
        // Those of a list share out the places that they have among all.
        std::vector<std::size_t> places(first, behind);
        std::ranges::sort(places);
        for (const std::size_t place : places) relays[place] = captured[*first++];
    }
}

TokenRange accused_before(const Article& article, std::span<const Finding> before, const Finding& finding) {
    for (const Finding& charge : before) {
        if (charge.lemma == nullptr || charge.content.empty() || charge.object.empty()) continue;
        const std::uint32_t said = finding.anchor();
        const bool accuses = (charge.lemma->flag_bits & article.pack->accuses) != 0;
        if (accuses && charge.content.front().begin == said) return charge.object;
        // "Slammed Smith as an elitist for suggesting that"
        if (finding.form.form == language::Form::gerund && said > 0 && charge.holds(said) &&
            article.has(said - 1, detection::Known::ground))
            return charge.object;
    }
    return {};
}

}  // namespace rawi::attribution
