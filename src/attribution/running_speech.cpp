#include "attribution/running_speech.hpp"

#include <algorithm>

namespace rawi::attribution {

using detection::Known;
using language::Part;
using text::CharClass;

namespace {

class RunningSpeech {
public:
    RunningSpeech(const Article& article, Findings& findings) : article_(article), findings_(findings) {}

    void run() {
        std::vector<Finding>& all = findings_.attributions;
        std::vector<bool> out(all.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            Finding& finding = all[i];
            if (out[i] || finding.content.size() != 1 || article_.in_headline(finding.anchor())) continue;
            const bool unclosed = left_open(finding.content.front());
            if ((!finding.speech || finding.quoted) && !unclosed) continue;
            const TokenRange first = article_.sentences[finding.sentence].tokens;
            if (finding.content.front().end + 1 < first.end || article_.tokens[finding.anchor()].quotation != none ||
                (!unclosed && marked(finding.content.front().begin)))
                continue;
            std::uint32_t last = finding.sentence;
            std::size_t behind = i + 1;  // the findings of the next sentence begin here
            while (behind < all.size() && all[behind].sentence <= last) ++behind;
            while (last + 1 < article_.sentences.size() && goes_on(last + 1, behind)) {
                for (++last; behind < all.size() && all[behind].sentence == last; ++behind) out[behind] = true;
            }
            if (last == finding.sentence) continue;
            finding.content.front().end = words_end(article_.sentences[last].tokens);
            finding.until = last;
        }
        std::size_t kept = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!out[i] && kept++ != i) all[kept - 1] = std::move(all[i]);
        }
        all.erase(all.begin() + static_cast<std::ptrdiff_t>(kept), all.end());
    }

private:
    /// Whether the speech of the sentence before goes on in sentence `s`, whose findings begin at `found`.
    [[nodiscard]] bool goes_on(std::uint32_t s, std::size_t found) const {
        const detection::Sentence& sentence = article_.sentences[s];
        const std::uint32_t end = sentence.tokens.end;
        std::uint32_t first = sentence.tokens.begin;
        if (sentence.line != article_.sentences[s - 1].line || first == end ||
            article_.tokens[first].kind != CharClass::letter)
            return false;
        const std::vector<Finding>& all = findings_.attributions;
        for (std::size_t i = found; i < all.size() && all[i].sentence == s; ++i) {
            if (!of_the_speaker(all[i])) return false;
        }
        // Both in text order.
        const auto background = std::ranges::lower_bound(findings_.background, first);
        const auto turn =
            std::ranges::lower_bound(findings_.turns, first, {}, [](const Turn& one) { return one.cue.begin; });
        if ((background != findings_.background.end() && *background < end) ||
            (turn != findings_.turns.end() && turn->cue.begin < end))
            return false;
        const bool joined = article_.has(first, Known::conjunction);
        if (joined && ++first == end) return false;
        static const language::ClassSet narrated =
            language::set_of({Known::speaker_switch, Known::time, Known::weekday, Known::day_offset, Known::month});
        if (article_.match(first, narrated, end) != 0) return false;
        bool speaks_of_himself = false;
        bool says = article_.tokens[end - 1].kind == CharClass::terminator;  // no tags: سمات المياه شكوى
        for (std::uint32_t i = first; i < end; ++i) {
            if (article_.tokens[i].kind == CharClass::colon || article_.opens(i) != none) return false;
            speaks_of_himself = speaks_of_himself || first_person(i);
            says = says || article_.is(i, Part::verb);
        }
        if (!says) return false;
        if (speaks_of_himself) return true;
        static constexpr language::PartSet narrates = language::PartSet(Part::verb) | Part::preposition | Part::proper;
        return !joined || !(article_.is(first, narrates) || article_.has(first, Known::auxiliary) ||
                            article_.has(first, Known::negation) || article_.has(first, Known::preposition));
    }

    [[nodiscard]] static bool of_the_speaker(const Finding& finding) {
        return finding.source.empty() && finding.form.agreement.person == language::Person::first;
    }

    /// قال: (كذا، قال: «كذا: whether a mark opens the words, though none may close them.
    [[nodiscard]] bool marked(std::uint32_t begin) const {
        return article_.tokens[begin].kind == CharClass::open_bracket || article_.opens(begin) != none ||
               article_.opens(begin - 1) != none;
    }

    /// قال “كذا. كذا, قال إنه “كذا. كذا: whether the words end in a quotation that no mark closes.
    [[nodiscard]] bool left_open(TokenRange content) const {
        const std::uint32_t q = content.empty() ? none : article_.tokens[content.end - 1].quotation;
        return q != none && !article_.quotations[q].closed;
    }

    /// نحن, لدينا, زملائي
    [[nodiscard]] bool first_person(std::uint32_t token) const {
        if (article_.tokens[token].enclitic.person == language::Person::first) return true;
        const auto agreement = language::parse_agreement(article_.value({token, token + 1}, Known::pronoun));
        return agreement && agreement->person == language::Person::first;
    }

    [[nodiscard]] std::uint32_t words_end(TokenRange sentence) const {
        std::uint32_t end = sentence.end;
        while (end > sentence.begin + 1 && article_.tokens[end - 1].kind == CharClass::terminator) --end;
        return end;
    }

    const Article& article_;
    Findings& findings_;
};

}  // namespace

void let_speech_run(const Article& article, Findings& findings) {
    if (article.pack->heads_first) RunningSpeech(article, findings).run();
}

}  // namespace rawi::attribution
