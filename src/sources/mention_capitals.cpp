// Noun phrases of languages that write names with capitals and put heads last: the name or the head noun closes the
// phrase proper, whose it is stands before it ("Smith's spokesman", "the Smith campaign"), what describes it behind it.
#include <algorithm>

#include "sources/mention_reader.hpp"

namespace rawi::sources {
namespace {

using detection::Known;
using detection::none;
using language::Part;
using language::PartSet;
using text::CharClass;

class CapitalisedMention : MentionReader {
public:
    CapitalisedMention(const Article& article, TokenRange tokens, bool as_outlet)
        : MentionReader(article, tokens, as_outlet) {}

    Mention read() {
        if (mention_.tokens.empty()) return std::move(mention_);
        read_anaphor();
        if (read_pronoun()) return std::move(mention_);
        // "CNN's Jane Doe", "CNN reporter Jane Doe", "Jane Doe of CNN": the outlet, not its presenter.
        const TokenRange house = as_outlet_ ? house_and_person(article_, mention_.tokens).house : TokenRange{};
        if (!house.empty()) mention_.tokens = house;
        find_core();
        find_possessor();
        find_name();
        find_head();
        if (issuer()) return std::move(mention_);
        collect_words();
        classify();
        return std::move(mention_);
    }

private:
    /// A capital that shows a name: any but that of an ordinary word at the beginning of a sentence.
    [[nodiscard]] bool capital(std::uint32_t token) const {
        if (!article_.tokens[token].upper || article_.tokens[token].kind != CharClass::letter) return false;
        if (is(token, Part::proper) || article_.tokens[token].word == language::unknown_word) return true;
        return token > 0 && (wordlike(token - 1) || article_.tokens[token - 1].kind == CharClass::comma ||
                             !article_.tokens[token].space_before);
    }

    /// The phrase proper: what follows a comma, a relative pronoun, a participle or a preposition describes, it does
    /// not name.
    void find_core() {
        const std::uint32_t office = article_.match(mention_.tokens.begin, Known::role_noun, mention_.tokens.end);
        std::uint32_t i = mention_.tokens.begin + (office > 1 ? office : 0);  // "Secretary of State"
        for (; i < mention_.tokens.end; ++i) {
            if (i == mention_.tokens.begin) continue;
            const detection::Token& token = article_.tokens[i];
            if (token.kind == CharClass::comma || token.kind == CharClass::open_bracket) break;
            if (token.kind == CharClass::dash && token.space_before) break;
            if (is(i, Part::relative) && has(i, Known::relative)) break;
            if (has(i, Known::conjunction) && !linked(i) && joins(i)) mention_.joint = true;
            if (is(i, PartSet(Part::participle) | Part::gerund) && is(i - 1, PartSet(Part::noun) | Part::proper) &&
                !capital(i) && !(i + 1 < mention_.tokens.end && is(i + 1, PartSet(Part::noun) | Part::proper)))
                break;
            // "The head of the agency" ends before "of", "the Department of Justice" does not.
            if (has(i, Known::preposition) &&
                !((linked(i) || opens_body(i)) && article_.normal_of(i) == article_.pack->name_link))
                break;
        }
        core_ = {mention_.tokens.begin, i};
        // "The majority of voters", "75 percent of Democrats": the head is what is counted.
        if (i < mention_.tokens.end && i > core_.begin && has(i, Known::preposition) &&
            (has(i - 1, Known::quantifier) || is(i - 1, PartSet(Part::determiner) | Part::number))) {
            core_.end = counted(i + 1);
            mention_.counted = core_.end > i + 1 && has(i - 1, Known::share);
        }
    }
    /// Where a sentence begins with a name whose first word is an ordinary one: "University of Virginia professor Jane
    /// Doe said".
    [[nodiscard]] bool opens_body(std::uint32_t i) const {
        if (i != mention_.tokens.begin + 1 || !article_.tokens[i - 1].upper || i + 1 >= mention_.tokens.end ||
            !capital(i + 1))
            return false;
        for (std::uint32_t t = i + 2; t + 1 < mention_.tokens.end && wordlike(t); ++t) {
            if (has(t, Known::preposition) || has(t, Known::conjunction)) return false;
            if ((has(t, Known::role_noun) || has(t, Known::human_noun)) && capital(t + 1)) return true;
        }
        return false;
    }
    /// "Former prosecutor and Mayor Jane Doe" is one, "Smith and a colleague" are two.
    [[nodiscard]] bool joins(std::uint32_t conjunction) const {
        const std::uint32_t before = conjunction - 1;
        const bool common = is(before, Part::noun) && !article_.tokens[before].upper && has(before, Known::human_noun);
        if (!common || conjunction + 1 >= mention_.tokens.end || is(conjunction + 1, Part::determiner)) return true;
        return std::none_of(article_.tokens.begin() + conjunction, article_.tokens.begin() + mention_.tokens.end,
                            [](const detection::Token& token) { return token.part == Part::proper; });
    }
    [[nodiscard]] bool linked(std::uint32_t i) const {
        return i > mention_.tokens.begin && i + 1 < mention_.tokens.end && capital(i - 1) && capital(i + 1);
    }
    [[nodiscard]] std::uint32_t counted(std::uint32_t i) const {
        while (i < mention_.tokens.end && wordlike(i) && !has(i, Known::preposition) && !is(i, Part::relative)) ++i;
        return i;
    }

    void find_possessor() {
        rest_ = core_.begin;
        for (std::uint32_t i = core_.end; i-- > core_.begin + 1;) {
            if (!is(i, Part::genitive) || i + 1 >= core_.end) continue;
            mention_.possessor = {core_.begin, i};
            rest_ = i + 1;
            break;
        }
        if (has(core_.begin, Known::possessive)) {
            mention_.possessed = true;
            if (const auto owner =
                    language::parse_agreement(article_.value({core_.begin, core_.begin + 1}, Known::possessive)))
                mention_.owner = *owner;
            rest_ = std::max(rest_, core_.begin + 1);
        }
        mention_.possessed = mention_.possessed || !mention_.possessor.empty();
        mention_.definite = mention_.possessed || has(core_.begin, Known::definite);
    }

    /// The run of capitalised words that closes the phrase proper, without the titles and roles that open it; none
    /// where a common noun closes it.
    void find_name() {
        if (mention_.joint || mention_.counted) return;
        const std::uint32_t end = core_.end;
        std::uint32_t begin = end;
        std::uint32_t first = rest_;  // behind an office of several words: "Secretary of State"
        for (std::uint32_t i = core_.begin; i < end; ++i) {
            const std::uint32_t office = article_.match(i, Known::role_noun, end);
            if (office > 1 && i + office < end) first = std::max(first, i + office);
        }
        while (begin > first) {
            const std::uint32_t i = begin - 1;
            const bool number = article_.tokens[i].kind == CharClass::digit &&
                                (begin < end || (as_outlet_ && i > rest_ && capital(i - 1)));  // "Channel 5"
            const bool word = capital(i) || number;
            // A title ends a name ("Department of Justice") but does not begin one ("Justice Roberts").
            const bool title = has(i, Known::title) && (begin < end || i == rest_ || !linked(i - 1));
            // "On Sunday Smith said", but "the Sunday Courier".
            const bool day =
                has(i, Known::weekday) && !(begin < end && i > mention_.tokens.begin && has(i - 1, Known::article));
            if (word && (day || has(i, Known::month) || has(i, Known::article) || title || has(i, Known::pronoun)))
                break;
            // Initials and their full stops, hyphens, "of" inside.
            const bool joint = !word && begin < end && i > rest_ && capital(i - 1) &&
                               (article_.tokens[i].mark == '.' || article_.tokens[i].kind == CharClass::dash ||
                                linked(i) || (article_.tokens[i].mark == '/' && !article_.tokens[i].space_before));
            if (joint && has(i - 1, Known::title)) break;
            if (joint && article_.tokens[i].mark == '.' && has(i - 1, Known::abbreviation)) break;
            if (!word && !joint) break;
            begin = i;
        }
        while (begin < end && !capital(begin)) ++begin;
        // "Amnesty International": an ordinary word may begin a name that the pack knows.
        if (begin > rest_ && begin < end && article_.tokens[begin - 1].upper &&
            article_.match(begin - 1, Known::organisation, end) == end - begin + 1)
            --begin;
        mention_.name = {begin, end};
        // "The Republican said": a description, however it is written.
        if (mention_.name.size() == 1 && has(core_.begin, Known::definite) && has(begin, Known::role_noun) &&
            !has(begin, Known::name))
            mention_.name = {};
        without_roles();
        without_place();
        if (mention_.name.empty() && !core_.empty()) name_behind(comma_behind());
        // "Fox News Sunday": a day may close the name of a programme.
        if (as_outlet_ && mention_.name.empty() && core_.end > rest_ + 1 && article_.tokens[rest_].upper &&
            article_.tokens[core_.end - 1].upper && !has(rest_, Known::article))
            mention_.name = {rest_, core_.end};
    }

    /// "House Committee Chairman Jason Doe", "Comedian Jane Doe": the name begins behind the last role.
    void without_roles() {
        if (mention_.name.empty()) return;
        std::uint32_t begin = mention_.name.begin;
        // "American Civil Liberties Union": what closes with a body is that body's name.
        if (article_.match(begin, Known::organisation, mention_.name.end) == mention_.name.size() ||
            has(mention_.name.end - 1, Known::organisation_noun))
            return;
        bool given = false;
        for (std::uint32_t i = begin; i + 1 < mention_.name.end; ++i) {
            // Behind a given name nothing is a role, unless it is no name as it is written: "Virginia professor".
            given = given || (is(i, Part::proper) && has(i, Known::name) && !has(i, Known::role_noun));
            if (given && article_.tokens[i].upper) continue;
            if (has(i, Known::role_noun) || (has(i, Known::human_noun) && !has(i, Known::name))) begin = i + 1;
        }
        while (begin < mention_.name.end && !capital(begin)) ++begin;
        mention_.name.begin = begin;
    }

    /// "Bernie Sanders of Vermont": where a given name opens it, the name ends before the preposition.
    void without_place() {
        if (mention_.name.empty() || !has(mention_.name.begin, Known::name)) return;
        for (std::uint32_t i = mention_.name.begin + 1; i < mention_.name.end; ++i) {
            if (!has(i, Known::preposition)) continue;
            mention_.name.end = i;
            return;
        }
    }

    /// "A spokesman for the mayor, John Smith": the comma behind what hangs on the noun, if one stands there.
    [[nodiscard]] std::uint32_t comma_behind() const {
        std::uint32_t i = core_.end;
        while (i < mention_.tokens.end && wordlike(i) && !has(i, Known::relative) &&
               !is(i, PartSet(Part::verb) | Part::auxiliary | Part::modal))
            ++i;
        return i;
    }

    /// "Carter's press secretary, Peter Cook": the name stands in the apposition.
    void name_behind(std::uint32_t comma) {
        if (comma >= mention_.tokens.end || article_.tokens[comma].kind != CharClass::comma) return;
        const auto inside = [&](std::uint32_t i) { return i < mention_.tokens.end && capital(i); };
        std::uint32_t i = comma + 1;
        while (i + 1 < mention_.tokens.end && has(i, Known::title)) i += article_.tokens[i + 1].mark == '.' ? 2 : 1;
        const std::uint32_t begin = i;
        if (!inside(begin) || has(begin, Known::article)) return;
        while (inside(i) || (i > begin && i < mention_.tokens.end && article_.tokens[i].mark == '.' && inside(i + 1)))
            ++i;
        const bool whole = i > begin + 1 || has(begin, Known::name);  // "his wife, Mary"
        if (!whole || (i != mention_.tokens.end && wordlike(i) && !has(i, Known::preposition))) return;
        mention_.name = {begin, i};
    }

    /// The last noun of the phrase proper.
    void find_head() {
        head_ = none;
        for (std::uint32_t i = rest_; i < core_.end; ++i) {
            if (wordlike(i) && (head_ == none || is(head_, Part::determiner) ||
                                is(i, PartSet(Part::noun) | Part::proper) || capital(i)))
                head_ = i;
        }
        if (head_ == none) head_ = core_.end - 1;
        if (mention_.name.empty()) mention_.head = word(head_);
        // "The Smith campaign": whose it is stands before the head without a genitive.
        if (!mention_.name.empty() || !mention_.possessor.empty() || mention_.joint || is_paper(article_, head_))
            return;
        std::uint32_t begin = rest_;
        while (begin < head_ && (has(begin, Known::article) || has(begin, Known::adverb))) ++begin;
        std::uint32_t end = begin;
        while (end < head_ && capital(end) && is(end, Part::proper)) ++end;
        if (end > begin && end == head_ && !article_.has(head_, Known::role_noun) &&
            !article_.has(head_, Known::human_noun))
            mention_.possessor = {begin, end};
    }

    /// Someone's letter, suit or statement: the agent is the one whose it is. A poll or study keeps a name of its own.
    bool issuer() {
        if (!mention_.name.empty() || mention_.joint || !is_paper(article_, head_) || has(head_, Known::survey))
            return false;
        TokenRange whose;
        const TokenRange possessor = mention_.possessor;
        if (!possessor.empty() && possessor.end < mention_.tokens.end && is(possessor.end, Part::genitive))
            whose = possessor;
        if (whose.empty()) {
            std::uint32_t i = core_.end;
            while (i < mention_.tokens.end && is(i, Part::adverb)) ++i;
            if (const std::uint32_t by = article_.match(i, Known::issued, mention_.tokens.end); by != 0)
                whose = {i + by, mention_.tokens.end};
            // "A report in The Times": the paper's own.
            if (whose.empty() && i + 1 < mention_.tokens.end && has(i, Known::preposition) &&
                names_outlet(article_, {i + 1, mention_.tokens.end}))
                whose = {i + 1, mention_.tokens.end};
        }
        if (whose.empty()) return false;
        Mention inner = read_capitalised_mention(article_, whose, false);
        if (inner.words.empty() || inner.pronoun) return false;
        inner.issued = true;
        mention_ = std::move(inner);
        return true;
    }
    void collect_words() {
        const auto add = [](Words& words, std::string_view word) {
            if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
        };
        const TokenRange range = mention_.name.empty() ? mention_.tokens : mention_.name;
        for (std::uint32_t i = mention_.tokens.begin; i < mention_.tokens.end; ++i) {
            if (is(i, Part::relative) && has(i, Known::relative) && !mention_.words.empty()) break;
            if (!wordlike(i) || has(i, Known::article) || has(i, Known::preposition) || has(i, Known::conjunction) ||
                has(i, Known::possessive) || has(i, Known::same) || is(i, Part::genitive))
                continue;
            // Whose it is is no description of the one it belongs to.
            if (!mention_.name.empty() && mention_.possessor.contains(i)) continue;
            const bool title = has(i, Known::title) && !mention_.name.contains(i);
            add(title || !range.contains(i) ? mention_.titles : mention_.words, word(i));
            const bool role = has(i, Known::role_noun) || has(i, Known::human_noun) || has(i, Known::title);
            if (!mention_.name.empty() && role && !mention_.name.contains(i)) add(mention_.heads, word(i));
        }
        if (mention_.name.empty()) mention_.heads = {mention_.head};
        const auto nominal = std::count_if(
            article_.tokens.begin() + rest_, article_.tokens.begin() + core_.end, [](const detection::Token& token) {
                return token.part == Part::noun || token.part == Part::proper || token.part == Part::number;
            });
        mention_.generic = mention_.name.empty() && mention_.possessor.empty() && nominal == 1;
        if (mention_.kind == AgentKind::unknown && !mention_.name.empty() &&
            is_paper(article_, mention_.name.end - 1)) {
            mention_.head = word(mention_.name.end - 1);
            mention_.heads.push_back(mention_.head);
        }
        // "The pope": a title alone is the description.
        if (mention_.words.empty()) mention_.words = mention_.titles;
        mention_.signature = signature_of(mention_.words);
    }

    /// Whether the phrase that ends at `end` closes with an entry of class `known`; takes its agreement.
    bool ends_with(Known known, AgentKind kind, std::uint32_t end) {
        for (std::uint32_t i = end; i-- > rest_ && i + 5 > end;) {
            if (article_.match(i, known, end) != end - i) continue;
            mention_.kind = kind;
            if (const auto agreement = language::parse_agreement(article_.value({i, end}, known)))
                mention_.agreement = *agreement;
            return true;
        }
        return false;
    }

    void classify() {
        const std::uint32_t end = head_ + 1;
        const bool name = !mention_.name.empty();
        const bool outlet_name = ends_with(Known::outlet, AgentKind::outlet, end);
        if (as_outlet_ || outlet_name || shows_outlet() || ends_with(Known::outlet_noun, AgentKind::outlet, end))
            return outlet(outlet_name);
        if (mention_.joint) {
            mention_.kind = AgentKind::role;
            mention_.agreement = {.number = language::Number::plural};
            return;
        }
        if (name) return named();
        static constexpr std::pair<Known, AgentKind> heads[] = {{Known::collective_noun, AgentKind::outlet},
                                                                {Known::source_noun, AgentKind::role},
                                                                {Known::role_noun, AgentKind::role},
                                                                {Known::organisation_noun, AgentKind::organisation},
                                                                {Known::organisation, AgentKind::organisation},
                                                                {Known::document_noun, AgentKind::document},
                                                                {Known::human_noun, AgentKind::role},
                                                                {Known::group_noun, AgentKind::organisation},
                                                                {Known::place_noun, AgentKind::organisation}};
        for (const auto& [known, kind] : heads) {
            if (ends_with(known, kind, end)) return;
        }
        if (has(head_, Known::evidence)) {
            mention_.kind = AgentKind::document;
            return;
        }
        mention_.kind = AgentKind::role;
        if (is(head_, Part::number) && head_ > core_.begin) mention_.agreement.number = language::Number::plural;
        // A noun that no list tells of may be a plural by its form: "whistleblowers".
        const std::string& ending = article_.pack->plural_ending;
        if (!ending.empty() && is(head_, Part::noun) && mention_.head.size() > 3 && mention_.head.ends_with(ending) &&
            !mention_.head.ends_with(ending + ending))
            mention_.agreement.number = language::Number::plural;
    }

    /// "The Springfield Herald".
    [[nodiscard]] bool shows_outlet() const {
        // "The newspaper Glas"
        const TokenRange name = mention_.name;
        if (!name.empty() && name.begin > rest_ && has(name.begin - 1, Known::outlet_noun)) return true;
        return name.size() > 1 && has(name.end - 1, Known::outlet_word) && !has(name.begin, Known::name);
    }

    void outlet(bool listed) {
        mention_.kind = AgentKind::outlet;
        mention_.outlet_key = outlet_key();
        const bool collective = has(head_, Known::collective_noun);
        // "WXYZ radio", "Britain's ITV television station"
        if (mention_.name.empty() && mention_.outlet_key.empty() && !collective) {
            std::uint32_t begin = rest_;
            const bool noun = has(head_, Known::outlet_noun);
            while (begin < head_ && !is(begin, Part::proper) && !(noun && capital(begin))) ++begin;
            if (begin < head_) mention_.name = {begin, head_ + 1};
        }
        const bool called = !mention_.name.empty() && !collective;
        mention_.named = listed || (called && (mention_.words.size() > 1 || as_outlet_ || shows_outlet()));
        // "The newspaper", "the British newspaper": an outlet noun and adjectives, no name.
        if (mention_.outlet_key.empty() && mention_.definite && mention_.refers_to.empty() && !shows_outlet() &&
            (mention_.words.size() == 1 || mention_.generic)) {
            mention_.refers_to = "outlet";
            mention_.named = false;
        }
    }

    /// A name: its titles, the role before it or a given name in it show a person; else it is unknown what it names.
    void named() {
        mention_.named = true;
        const bool body = ends_with(Known::organisation_noun, AgentKind::organisation, mention_.name.end) ||
                          ends_with(Known::organisation, AgentKind::organisation, mention_.name.end) ||
                          ends_with(Known::document_noun, AgentKind::document, mention_.name.end);
        if (body) {
            mention_.agreement = {};
            return;
        }
        const bool given = has(mention_.name.begin, Known::name);
        if (!given && has(mention_.name.end - 1, Known::place) && !has(mention_.name.end - 1, Known::name)) {
            mention_.kind = AgentKind::organisation;
            return;
        }
        bool person = false;
        for (std::uint32_t i = rest_; i < mention_.name.end; ++i) {
            const bool before = i < mention_.name.begin;
            for (const Known known : {Known::title, Known::role_noun, Known::human_noun, Known::name}) {
                if (before == (known == Known::name) || !has(i, known)) continue;
                person = true;
                const auto agreement = language::parse_agreement(article_.value({i, i + 1}, known));
                // A name alone may be the surname of anybody: Graham.
                const bool surname = known == Known::name && mention_.name.size() == 1;
                if (agreement && !surname && mention_.agreement.gender == language::Gender::any)
                    mention_.agreement.gender = agreement->gender;
            }
        }
        mention_.kind = person ? AgentKind::person : AgentKind::unknown;
        if (person) mention_.agreement.number = language::Number::singular;
    }

    TokenRange core_;         ///< the phrase proper
    std::uint32_t rest_ = 0;  ///< what stands behind whose it is
    std::uint32_t head_ = none;
};

}  // namespace

Mention read_capitalised_mention(const Article& article, TokenRange tokens, bool as_outlet) {
    return CapitalisedMention(article, tokens, as_outlet).read();
}

}  // namespace rawi::sources
