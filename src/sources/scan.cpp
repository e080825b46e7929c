#include "sources/scan.hpp"

#include <algorithm>

#include "detection/noun_phrase.hpp"

namespace rawi::sources {
namespace {

using detection::Known;
using language::Part;
using detection::LineKind;
using text::CharClass;

constexpr std::uint32_t longest = 14;  // tokens of a description

class Scanner {
public:
    explicit Scanner(const Article& article) : article_(article), capitals_(names_show(article)) {
        heads_ = language::set_of({Known::role_noun, Known::human_noun, Known::group_noun, Known::source_noun,
                                   Known::title, Known::name, Known::organisation_noun, Known::outlet_noun,
                                   Known::document_noun, Known::outlet, Known::organisation});
        silent_ = language::set_of({Known::thing_noun, Known::event_noun, Known::time_noun});
        stops_ = language::set_of({Known::complementiser, Known::subordinator, Known::adjunct, Known::negation,
                                   Known::auxiliary, Known::np_stop, Known::relative, Known::pronoun, Known::time,
                                   Known::weekday});
        formulas_ = language::set_of({Known::speaker_switch, Known::adverb, Known::adjunct, Known::background});
        if (capitals_) stops_.set(language::index_of(Known::verb));
    }

    std::vector<Scanned> run() {
        for (const detection::Sentence& sentence : article_.sentences) {
            // In a headline all words may have capitals.
            if (capitals_ && article_.lines[sentence.line].kind == LineKind::title) continue;
            bool subject = true;
            const std::uint32_t behind_verb = capitals_ ? detection::none : subject_begin(sentence.tokens);
            for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end;) {
                // "For its part", "on the sidelines": the words of a formula name nobody.
                if (const std::uint32_t formula = article_.match(i, formulas_, sentence.tokens.end); formula > 1) {
                    i += formula;
                    continue;
                }
                const std::uint32_t end = capitals_          ? std::max(name_end(i, sentence.tokens),
                                                                        person_end(i, sentence.tokens.end))
                                          : i == behind_verb ? subject_end(i, sentence.tokens.end)
                                                             : description_end(i, sentence.tokens.end);
                if (end == i) {
                    ++i;
                    continue;
                }
                Mention mention = read_mention(article_, {i, end}, false);
                if (!mention.words.empty() && !mention.pronoun) {
                    // Who is spoken of inside a quotation is not whom the words behind it mean.
                    const bool quoted = capitals_ && article_.tokens[i].quotation != detection::none;
                    found_.push_back({std::move(mention), subject && !quoted});
                    subject = subject && quoted;
                }
                i = end;
            }
        }
        return std::move(found_);
    }

private:
    [[nodiscard]] bool letter(std::uint32_t i) const { return article_.tokens[i].kind == CharClass::letter; }
    [[nodiscard]] bool in(std::uint32_t i, const language::ClassSet& classes) const {
        return (article_.pack->lexicon.classes(article_.tokens[i].word) & classes).any();
    }

    /// A run of capitalised words, small connecting words between them included: the Department of Justice.
    [[nodiscard]] std::uint32_t name_end(std::uint32_t begin, TokenRange sentence) const {
        const auto capital = [&](std::uint32_t i) {
            return letter(i) && article_.tokens[i].upper && !article_.has(i, Known::pronoun);
        };
        if (!capital(begin) || article_.has(begin, Known::article) || article_.has(begin, Known::time) ||
            article_.has(begin, Known::weekday) || article_.has(begin, Known::month)) {
            return begin;
        }
        // The first word of a sentence is capitalised anyway.
        const bool first = begin == sentence.begin || !letter(begin - 1);
        if (first && article_.tokens[begin].word != language::unknown_word && !in(begin, heads_) &&
            !(begin + 1 < sentence.end && capital(begin + 1))) {
            return begin;
        }
        if (first &&
            (in(begin, stops_) || article_.has(begin, Known::preposition) || article_.has(begin, Known::conjunction)))
            return begin;
        std::uint32_t end = begin + 1;
        while (end < sentence.end && end < begin + longest) {
            if (capital(end) && !article_.has(end, Known::weekday) && !article_.has(end, Known::month))
                ++end;
            else if (end + 1 < sentence.end && article_.tokens[end].mark == '.' && capital(end + 1) &&
                     article_.tokens[end - 1].span.size() <= 4)
                ++end;
            else if (end + 1 < sentence.end && connects(end) && capital(end + 1))
                end += 2;
            else if (end + 2 < sentence.end && connects(end) && article_.has(end + 1, Known::article) &&
                     capital(end + 2))
                end += 3;
            else
                break;
        }
        return end;
    }
    /// "The Platte River employee": a definite description of a person.
    [[nodiscard]] std::uint32_t person_end(std::uint32_t begin, std::uint32_t limit) const {
        if (!article_.has(begin, Known::definite)) return begin;
        std::uint32_t i = begin + 1;
        while (i < limit && i < begin + 6 && letter(i) &&
               article_.is(i, language::PartSet(Part::adjective) | Part::proper | Part::noun | Part::genitive))
            ++i;
        const std::uint32_t head = i - 1;
        const bool person = head > begin && article_.is(head, Part::noun) &&
                            (article_.has(head, Known::human_noun) || article_.has(head, Known::role_noun));
        return person ? i : begin;
    }
    /// "of", "de", "bin": a short preposition or a short unknown word between two capitalised ones.
    [[nodiscard]] bool connects(std::uint32_t i) const {
        return letter(i) && !article_.tokens[i].upper && article_.normal_of(i) == article_.pack->setting("name-link");
    }

    /// A sentence that begins with a verb has its subject behind it: where that begins, or `none`.
    [[nodiscard]] std::uint32_t subject_begin(TokenRange sentence) {
        std::uint32_t i = sentence.begin;
        behind_auxiliary_ = detection::none;
        while (i < sentence.end && (article_.has(i, Known::conjunction) || article_.has(i, Known::auxiliary))) {
            if (article_.has(i++, Known::auxiliary)) behind_auxiliary_ = i;
        }
        if (i + 1 >= sentence.end || !article_.is(i, Part::verb)) return detection::none;
        return letter(i + 1) && !article_.has(i + 1, Known::preposition) && !in(i + 1, stops_) ? i + 1
                                                                                               : detection::none;
    }

    /// The subject behind a verb: a noun phrase that does not begin with an object that nobody can be.
    [[nodiscard]] std::uint32_t subject_end(std::uint32_t begin, std::uint32_t limit) const {
        if (in(begin, heads_)) return words_end(begin, limit);
        if (!article_.tokens[begin].definite && !article_.is(begin, Part::proper)) return begin;
        return in(begin, silent_) ? begin : words_end(begin, limit);
    }

    /// A head that the pack knows, and the words that go with it. Inside another phrase the same word is an adjective.
    [[nodiscard]] std::uint32_t description_end(std::uint32_t begin, std::uint32_t limit) const {
        const std::uint32_t head = article_.match(begin, heads_, limit);
        if (head == 0 || in(begin, stops_)) return begin;
        return std::max(words_end(begin, limit), head > 1 ? begin + head : begin);
    }

    /// End of the phrase that begins at `begin`.
    [[nodiscard]] std::uint32_t words_end(std::uint32_t begin, std::uint32_t limit) const {
        detection::HeadFirstPhrase phrase(article_, begin);
        std::uint32_t end = begin;
        while (end < limit && end < begin + longest) {
            if (article_.opens(end) != detection::none) {
                const detection::Quotation& quotation = article_.quotations[article_.opens(end)];
                if (!quotation.closed || quotation.close >= limit || quotation.inner().size() > 5) break;
                end = quotation.close + 1;
                phrase.named();
                continue;
            }
            if (!letter(end) || in(end, stops_) || article_.has(end, Known::conjunction)) break;
            if (article_.has(end, Known::preposition)) {
                // A preposition and its noun are part of the description (الأمين العام للجامعة), unless they tell where
                // words were spoken.
                const bool wide = begin == behind_auxiliary_;
                if (end == begin || (!wide && !article_.tokens[end].proclitic) || !belongs(end, limit)) break;
                phrase.governed();
                ++end;
                continue;
            }
            if (!phrase.accept(end)) break;
            ++end;
        }
        while (end > begin && article_.has(end - 1, Known::preposition)) --end;
        return end;
    }

    [[nodiscard]] bool belongs(std::uint32_t preposition, std::uint32_t limit) const {
        const std::uint32_t noun = preposition + 1;
        if (noun >= limit || !letter(noun) || in(noun, stops_)) return false;
        for (const Known known :
             {Known::outlet, Known::medium, Known::channel, Known::time, Known::weekday, Known::month}) {
            if (article_.match(noun, known, limit) != 0) return false;
        }
        return true;
    }

    const Article& article_;
    bool capitals_;
    language::ClassSet heads_;
    language::ClassSet silent_;
    language::ClassSet formulas_;
    language::ClassSet stops_;
    /// What stands behind "was" at the beginning of a sentence: كان القادة في القمة قد دعوا.
    std::uint32_t behind_auxiliary_ = detection::none;
    std::vector<Scanned> found_;
};

}  // namespace

std::vector<Scanned> scan_mentions(const Article& article) {
    return Scanner(article).run();
}

}  // namespace rawi::sources
