// Names and descriptions in languages that write names with capitals.
#include "sources/apposition.hpp"
#include "sources/scan.hpp"

namespace rawi::sources {
namespace {

using detection::Known;
using language::Part;
using language::PartSet;
using text::CharClass;

constexpr std::uint32_t longest = 24;  // tokens of a noun phrase

class CapitalScanner {
public:
    CapitalScanner(const Article& article, std::vector<Scanned>& found) : article_(article), found_(found) {}

    void run(const detection::Sentence& sentence) {
        // In a headline all words may have capitals.
        if (article_.lines[sentence.line].kind == detection::LineKind::title) return;
        const auto [begin, limit] = sentence.tokens;
        bool subject = !opens_with_pronoun(sentence.tokens);
        for (std::uint32_t i = begin; i < limit;) {
            if (const std::uint32_t words = formula(article_, i, limit); words > 1) {
                i += words;
                continue;
            }
            // "At the debate, | he | hinted at Smith"
            subject = subject && !speaks_of_somebody(i);
            const std::uint32_t end = chunk_end(i, limit);
            const bool first = subject;
            const std::uint32_t behind = end > i ? add_chunk({i, end}, sentence.tokens, subject) : end;
            if (first && !subject) add_joint({i, end}, limit);
            i = std::max(behind, i + 1);
        }
    }

private:
    /// "He said Smith was late": the subject is no name that follows.
    [[nodiscard]] bool opens_with_pronoun(TokenRange sentence) const {
        std::uint32_t i = sentence.begin;
        while (i < sentence.end && letter(i) && article_.has(i, Known::conjunction)) ++i;
        return i < sentence.end && letter(i) && article_.is(i, Part::pronoun) && article_.has(i, Known::pronoun);
    }

    /// Whether a pronoun for people stands there as the subject: its verb, or what belongs to that, follows.
    [[nodiscard]] bool speaks_of_somebody(std::uint32_t i) const {
        static constexpr PartSet predicate = PartSet(Part::verb) | Part::auxiliary | Part::modal | Part::adverb;
        if (!letter(i) || !article_.is(i, Part::pronoun) || article_.tokens[i].quotation != detection::none ||
            i + 1 >= article_.tokens.size() || !article_.is(i + 1, predicate))
            return false;
        const auto agreement = language::parse_agreement(article_.value({i, i + 1}, Known::pronoun));
        return agreement &&
               (agreement->gender != language::Gender::any || agreement->number == language::Number::plural);
    }

    [[nodiscard]] bool letter(std::uint32_t i) const { return article_.tokens[i].kind == CharClass::letter; }

    /// Where capitals show names: a noun phrase without what hangs on it, if it names somebody or describes a person.
    [[nodiscard]] std::uint32_t chunk_end(std::uint32_t begin, std::uint32_t limit) const {
        static constexpr PartSet inside =
            PartSet(Part::noun) | Part::proper | Part::adjective | Part::number | Part::genitive;
        std::uint32_t i = begin;
        if (i < limit && letter(i) && article_.is(i, Part::determiner)) ++i;
        std::uint32_t last = begin;  // behind the last word
        while (i < limit && i < begin + longest) {
            const detection::Token& token = article_.tokens[i];
            const bool linked = i > begin && i + 1 < limit && capital(i - 1) && capital(i + 1);
            const bool genitive = token.kind == CharClass::apostrophe && article_.is(i, Part::genitive) && last == i;
            const bool within =
                linked && !token.space_before && (token.mark == '.' || token.mark == '-' || token.mark == '/');
            const bool dot = i > begin && token.mark == '.' && article_.abbreviates(i);
            if (letter(i) || token.kind == CharClass::digit) {
                if (!article_.is(i, inside) && !(linked && connects(i)) &&
                    !(i == begin && article_.is(i, Part::determiner)))
                    break;
                if (article_.has(i, Known::weekday) || article_.has(i, Known::month)) break;
                last = ++i;
            } else if (genitive || within || dot) {
                ++i;
            } else {
                break;
            }
        }
        const bool opens = begin == 0 || !letter(begin - 1);
        return names_somebody({begin, last}, opens) ? last : begin;
    }
    [[nodiscard]] bool capital(std::uint32_t i) const { return letter(i) && article_.tokens[i].upper; }
    [[nodiscard]] bool names_somebody(TokenRange chunk, bool opens) const {
        if (chunk.empty()) return false;
        for (std::uint32_t i = chunk.begin; i < chunk.end; ++i) {
            if (letter(i) && article_.is(i, Part::proper)) return true;
        }
        const std::uint32_t head = chunk.end - 1;
        // "A detective was blunter": who opens a clause is spoken of, too.
        const bool known = article_.has(chunk.begin, Known::definite) || article_.has(chunk.begin, Known::possessive);
        const bool introduced = opens && article_.has(chunk.begin, Known::article);
        // "Researchers followed 2,000 people. They found that": several who open a clause.
        const bool several = opens && letter(head) && chunk.end == chunk.begin + 1 &&
                             article_.has(head, Known::role_noun) &&
                             article_.pack->lexicon.brief(article_.tokens[head].word).several;
        if (!letter(head) || (!known && !introduced && !several)) return false;
        if (article_.has(head, Known::human_noun) || article_.has(head, Known::role_noun)) return true;
        // "The company will close, it said": but "a company" is any.
        return known && opens && article_.has(head, Known::organisation_noun);
    }
    /// "of" between two capitals.
    [[nodiscard]] bool connects(std::uint32_t i) const {
        return letter(i) && !article_.tokens[i].upper && article_.is_word(i, article_.pack->name_link);
    }

    /// Whether the head is a noun for those who may speak: "the Texas primary" is none.
    [[nodiscard]] bool describes_somebody(std::uint32_t head) const {
        static const language::ClassSet somebody =
            language::set_of({Known::human_noun, Known::role_noun, Known::source_noun, Known::group_noun,
                              Known::organisation_noun, Known::called_body, Known::organisation, Known::outlet_noun,
                              Known::outlet, Known::document_noun, Known::collective_noun, Known::title});
        return article_.has(head, somebody);
    }

    /// "Smith is | the expert": what is said of somebody else.
    [[nodiscard]] bool behind_copula(std::uint32_t begin) const {
        std::uint32_t i = begin;
        while (i > 0 && letter(i - 1) && (article_.has(i - 1, Known::adverb) || article_.has(i - 1, Known::negation)))
            --i;
        return i > 0 && letter(i - 1) && article_.has(i - 1, Known::copula);
    }

    /// "The man | accused of fraud", "the voter | who asked": the words behind it tell which one is meant.
    [[nodiscard]] bool told_apart(std::uint32_t end, std::uint32_t limit) const {
        return end < limit && letter(end) && (article_.has(end, Known::relative) || article_.is(end, Part::participle));
    }

    /// Whose it is and the thing itself: "Smith's campaign" speaks of Smith as well. Returns where the words about it
    /// end.
    std::uint32_t add_chunk(TokenRange chunk, TokenRange sentence, bool& subject) {
        Mention mention = read_mention(article_, chunk, false);
        if (mention.words.empty() || mention.pronoun) return chunk.end;
        const bool described = mention.name.empty() && !mention.joint;
        const bool nobody = described && (!describes_somebody(chunk.end - 1) || behind_copula(chunk.begin));
        std::uint32_t end = chunk.end;
        if (!mention.name.empty() && !mention.joint &&
            (mention.kind == AgentKind::person || !governed(article_, chunk.begin, sentence)))
            end = describe_behind(article_, chunk.end, sentence.end, mention);
        // Who is spoken of inside a quotation is not whom the words behind it mean; what a preposition governs is no
        // subject.
        const bool quoted = article_.tokens[chunk.begin].quotation != detection::none;
        const bool may = subject && !quoted && !governed(article_, chunk.begin, sentence);
        const bool first = may && !nobody;
        if (first) subject = false;
        if (!mention.possessor.empty()) {
            Mention whose = read_mention(article_, mention.possessor, false);
            if (!whose.words.empty() && !whose.pronoun) {
                // "Smith's decision came late. He said"
                const bool owner =
                    may && nobody && (whose.kind == AgentKind::person || whose.kind == AgentKind::unknown);
                if (owner) subject = false;
                found_.push_back({std::move(whose), owner});
            }
        }
        if (nobody) return chunk.end;
        mention.passing = described && !first;
        mention.told_apart = described && told_apart(chunk.end, sentence.end);
        found_.push_back({std::move(mention), first});
        return end;
    }

    /// The subject's other half: "Chairman John Smith (R-Utah) and Rep. Jane Doe sent a letter" speaks of the two.
    void add_joint(TokenRange chunk, std::uint32_t limit) {
        constexpr std::uint32_t longest_bracket = 8;  // tokens
        std::uint32_t i = chunk.end;
        if (i < limit && article_.tokens[i].kind == CharClass::open_bracket) {
            while (i < limit && i < chunk.end + longest_bracket && article_.tokens[i].kind != CharClass::close_bracket)
                ++i;
            if (i >= limit || article_.tokens[i].kind != CharClass::close_bracket) return;
            ++i;
        }
        if (i + 1 >= limit || !letter(i) || !article_.has(i, Known::conjunction)) return;
        const std::uint32_t end = chunk_end(i + 1, limit);
        if (end == i + 1) return;
        const auto person = [&](TokenRange range) {
            const Mention mention = read_mention(article_, range, false);
            return !mention.name.empty() && mention.kind == AgentKind::person;
        };
        if (!person(chunk) || !person({i + 1, end})) return;
        Mention both = read_mention(article_, {chunk.begin, end}, false);
        both.joint = true;
        both.name = {};
        both.kind = AgentKind::role;
        both.named = false;
        both.agreement = {.number = language::Number::plural};
        found_.push_back({std::move(both), true});
    }

    const Article& article_;
    std::vector<Scanned>& found_;
};

}  // namespace

void scan_capitalised(const Article& article, const detection::Sentence& sentence, std::vector<Scanned>& found) {
    CapitalScanner(article, found).run(sentence);
}

}  // namespace rawi::sources
