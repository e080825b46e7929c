// Noun phrases of languages that write names with capitals and put heads last: the name or the head noun closes the
// phrase proper, whose it is stands before it ("Smith's spokesman", "the Smith campaign"), what describes it behind it.
#include <algorithm>
#include <optional>
#include <span>

#include "sources/apposition.hpp"
#include "sources/capitalised_phrase.hpp"
#include "sources/presenters.hpp"

namespace rawi::sources {
namespace {

using detection::Known;
using language::Part;

class CapitalisedMention : CapitalisedPhrase {
public:
    CapitalisedMention(const Article& article, TokenRange tokens, bool as_outlet)
        : CapitalisedPhrase(article, tokens, as_outlet) {}

    Mention read() {
        without_participle();
        if (mention_.tokens.empty()) return std::move(mention_);
        read_anaphor();
        if (read_pronoun()) return std::move(mention_);
        // "CNN's Jane Doe", "CNN reporter Jane Doe", "Jane Doe of CNN": the outlet, not its presenter.
        if (as_outlet_) {
            const TokenRange house = house_and_person(article_, mention_.tokens).house;
            mention_.tokens = house.empty() ? without_presenter(article_, mention_.tokens) : house;
        }
        find_core();
        find_possessor();
        find_name();
        leave_office();
        take_owner();
        without_doing();
        find_head();
        if (auto issued = issuer()) return *std::move(issued);
        collect_words();
        classify();
        if (mention_.kind != AgentKind::person && mention_.kind != AgentKind::role) mention_.places = {};
        return std::move(mention_);
    }

    detection::Members members() {
        if (!mention_.tokens.empty()) find_core();
        return members_;
    }

private:
    /// "A suit filed", whose "on Monday" tells when the suit said so.
    void without_participle() {
        TokenRange& tokens = mention_.tokens;
        if (tokens.size() > 1 && has(tokens.end - 2, Known::document_noun) &&
            is(tokens.end - 1, language::PartSet(Part::participle) | Part::verb))
            --tokens.end;
    }

    /// "Interior Minister said": an office in capitals is no name.
    void leave_office() {
        TokenRange name = mention_.name;
        if (name.empty() || has(name.end - 1, Known::name)) return;
        if (name.begin > rest_ && article_.tokens[name.begin - 1].upper && is(name.begin - 1, Part::adjective))
            --name.begin;
        if (name.size() < 2) return;
        static const language::ClassSet office = language::set_of({Known::title, Known::role_noun});
        bool titled = name.size() > mention_.name.size();
        for (std::uint32_t i = name.begin; i < name.end; ++i) {
            titled = titled || article_.match(i, Known::title, name.end) == name.end - i;
            if (!article_.tokens[i].upper || has(i, Known::name) || has(i, Known::place) ||
                article_.tokens[i].word == language::unknown_word)
                return;
        }
        if (titled && article_.has(name.end - 1, office)) mention_.name = {};
    }

    /// "The Clark County Coroner's Office": in capitals whose it is belongs to the name.
    void take_owner() {
        static const language::ClassSet common = language::set_of(
            {Known::role_noun, Known::human_noun, Known::organisation_noun, Known::group_noun, Known::title});
        const TokenRange name = mention_.name, owner = mention_.possessor;
        if (name.empty() || owner.empty() || article_.in_headline(name.begin) || owner.end + 1 != name.begin ||
            !is(owner.end, Part::genitive) || !has(name.end - 1, Known::organisation_noun) ||
            !article_.has(owner.end - 1, common))
            return;
        std::uint32_t first = owner.begin;
        while (first < owner.end && has(first, Known::article)) ++first;
        for (std::uint32_t i = first; i < name.end; ++i) {
            if (i != owner.end && !article_.tokens[i].upper) return;
        }
        mention_.name.begin = first;
        mention_.possessor = {};
    }

    /// "House Democrats, looking for a way out": what those who are only described do meanwhile; an aside between
    /// dashes.
    void without_doing() {
        TokenRange& tokens = mention_.tokens;
        if (!mention_.name.empty() || core_.end + 1 >= tokens.end) return;
        const text::CharClass mark = article_.tokens[core_.end].kind;
        if (mark == text::CharClass::dash || (mark == text::CharClass::comma && is(core_.end + 1, Part::gerund)))
            tokens.end = core_.end;
    }

    void collect_words() {
        const auto add = [](Words& words, std::string_view word) {
            if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
        };
        const TokenRange range = mention_.name.empty() ? mention_.tokens : mention_.name;
        for (std::uint32_t i = mention_.tokens.begin; i < mention_.tokens.end; ++i) {
            if (article_.opens_relative(i) && !mention_.words.empty()) break;
            if (mention_.name.contains(i) && i > mention_.name.begin && i + 1 < mention_.name.end)
                mention_.paired = mention_.paired ||
                                  (has(i, Known::conjunction) && is(i - 1, Part::proper) && is(i + 1, Part::proper));
            if (!wordlike(i) || has(i, Known::article) || has(i, Known::preposition) || has(i, Known::conjunction) ||
                has(i, Known::possessive) || has(i, Known::same) || is(i, Part::genitive) ||
                (has(i, Known::name_tail) && i > mention_.name.begin + 1 && mention_.name.contains(i)))
                continue;
            // Whose it is is no description of the one it belongs to.
            if (!mention_.name.empty() && mention_.possessor.contains(i)) continue;
            const bool title = has(i, Known::title) && !mention_.name.contains(i);
            add(title || !range.contains(i) ? mention_.titles : mention_.words, word(i));
            if (const std::string_view place = place_at(article_, i); !place.empty() && describes_from(i))
                add(mention_.places, place);
            const bool role = has(i, Known::role_noun) || has(i, Known::human_noun) || has(i, Known::title);
            if (!mention_.name.empty() && role && !mention_.name.contains(i)) add(mention_.heads, word(i));
        }
        if (mention_.name.empty()) {
            mention_.heads = {mention_.head};
            mention_.quantity = quantity();
        }
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

    /// The word that says how many of those described are meant, not which: some, many, several.
    [[nodiscard]] std::string_view quantity() const {
        const std::uint32_t first = core_.begin;
        const auto several = language::parse_agreement(article_.value({first, first + 1}, Known::article));
        const bool some = several && several->number == language::Number::plural && !has(first, Known::definite);
        return wordlike(first) && (some || has(first, Known::quantifier)) && first != head_ ? word(first)
                                                                                            : std::string_view{};
    }

    /// Whether the place tells where somebody is from: "the | Ohio | senator", "Ohio Sen. Jane Doe", "Jane Doe
    /// (R-Ohio)".
    [[nodiscard]] bool describes_from(std::uint32_t place) const {
        if (mention_.name.contains(place) || mention_.possessor.contains(place)) return false;
        if (mention_.name.empty()) return place + 1 == head_;
        // "A | Florida | Republican" behind the name
        const bool described =
            place + 1 < mention_.tokens.end && (has(place + 1, Known::human_noun) || has(place + 1, Known::role_noun));
        if (place > mention_.name.begin)
            return described || !wordlike(place - 1) || article_.is_word(place - 1, article_.pack->name_link);
        if (place + 1 >= mention_.name.begin) return false;
        const bool office = has(place + 1, Known::title) || has(place + 1, Known::role_noun);
        const std::uint32_t behind = place + (article_.tokens[place + 2].mark == '.' ? 3 : 2);
        return office && behind == mention_.name.begin;
    }

    /// The entry of class `known` with which the phrase that ends at `end` closes; empty if it does with none.
    [[nodiscard]] TokenRange closing(Known known, std::uint32_t end) const {
        for (std::uint32_t i = end; i-- > rest_ && i + 5 > end;) {
            if (article_.match(i, known, end) == end - i) return {i, end};
        }
        return {};
    }

    struct KindOfHead {
        Known known;
        AgentKind kind;
    };
    /// The mention is of the first of these kinds whose entry closes the phrase, and agrees as that does. Null for
    /// none.
    const KindOfHead* take_kind(std::span<const KindOfHead> kinds, std::uint32_t end) {
        for (const KindOfHead& one : kinds) {
            const TokenRange entry = closing(one.known, end);
            if (entry.empty()) continue;
            mention_.kind = one.kind;
            if (const auto agreement = language::parse_agreement(article_.value(entry, one.known)))
                mention_.agreement = *agreement;
            return &one;
        }
        return nullptr;
    }

    /// Whether it closes with an outlet's name, which "Michael Bloomberg" only looks like.
    [[nodiscard]] bool ends_with_outlet(std::uint32_t end) const {
        const bool given = !mention_.name.empty() && has(mention_.name.begin, Known::name);
        for (std::uint32_t i = end; i-- > rest_ && i + 5 > end;) {
            if (article_.match(i, Known::outlet, end) == end - i && !(given && i > mention_.name.begin))
                return written_as_name({i, end});
        }
        return false;
    }

    void classify() {
        const std::uint32_t end = head_ + 1;
        const bool name = !mention_.name.empty();
        const bool outlet_name = ends_with_outlet(end);
        if (as_outlet_ || outlet_name || shows_outlet()) return outlet(outlet_name);
        static constexpr KindOfHead outlets[] = {{Known::outlet_noun, AgentKind::outlet}};
        if (take_kind(outlets, end) != nullptr) return outlet(outlet_name);
        if (mention_.joint) return joint();
        if (name) return named();
        static constexpr KindOfHead heads[] = {{Known::collective_noun, AgentKind::outlet},
                                               {Known::source_noun, AgentKind::role},
                                               {Known::role_noun, AgentKind::role},
                                               {Known::organisation_noun, AgentKind::organisation},
                                               {Known::organisation, AgentKind::organisation},
                                               {Known::document_noun, AgentKind::document},
                                               {Known::human_noun, AgentKind::role},
                                               {Known::group_noun, AgentKind::organisation},
                                               {Known::place_noun, AgentKind::organisation}};
        if (const KindOfHead* const head = take_kind(heads, end)) {
            // Apple, where it opens a sentence, need be no fruit.
            mention_.named = head->known == Known::organisation && article_.tokens[head_].upper;
            return;
        }
        if (has(head_, Known::evidence)) {
            mention_.kind = AgentKind::document;
            return;
        }
        mention_.kind = AgentKind::role;
        // "Those surveyed" are nobody spoken of before.
        const std::uint32_t first = mention_.tokens.begin;
        const auto several = language::parse_agreement(article_.value({first, first + 1}, Known::article));
        if (several && several->number == language::Number::plural && first + 1 < core_.end &&
            is(first + 1, language::PartSet(Part::participle) | Part::verb)) {
            mention_.definite = false;
            mention_.agreement.number = language::Number::plural;
        }
        // "Both said", "those said".
        if (several && several->number == language::Number::plural && core_.size() == 1)
            mention_.agreement.number = language::Number::plural;
        // "The three said", but "the 31-year-old said".
        const bool aged = head_ + 1 < mention_.tokens.end && !article_.tokens[head_ + 1].space_before &&
                          article_.tokens[head_ + 1].kind == text::CharClass::dash;
        if (is(head_, Part::number) && head_ > core_.begin && !aged)
            mention_.agreement.number = language::Number::plural;
        // A noun that no list tells of may be a plural by its form: "whistleblowers".
        const std::string& ending = article_.pack->plural_ending;
        if (!ending.empty() && is(head_, Part::noun) && mention_.head.size() > 3 && mention_.head.ends_with(ending) &&
            !mention_.head.ends_with(ending + ending))
            mention_.agreement.number = language::Number::plural;
    }

    /// Several together are named where each of them is, and of the kind of the first of whom it shows.
    void joint() {
        mention_.agreement = {.number = language::Number::plural};
        mention_.kind = AgentKind::unknown;
        mention_.named = true;
        for (const TokenRange range : members_) {
            const Mention member = read_capitalised_mention(article_, range, false);
            mention_.named = mention_.named && member.named && !member.possessed;
            if (mention_.kind == AgentKind::unknown) mention_.kind = member.kind;
        }
        if (!mention_.named) mention_.kind = AgentKind::role;
    }

    /// "The Springfield Herald".
    [[nodiscard]] bool shows_outlet() const {
        // "The newspaper Glas"
        const TokenRange name = mention_.name;
        if (!name.empty() && name.begin > rest_ && has(name.begin - 1, Known::outlet_noun)) return true;
        if (!name.empty() && text::names_site(article_.normal_of(name.end - 1))) return true;  // Sports.com
        if (name.empty() || !has(name.end - 1, Known::outlet_word) || has(name.begin, Known::name)) return false;
        // "Told the Herald": one word is enough where an outlet stands, but "the Newspaper" says only what it is.
        return name.size() > 1 || (as_outlet_ && capital(name.begin) && !has(name.begin, Known::outlet_noun) &&
                                   !has(name.begin, Known::medium));
    }

    void outlet(bool listed) {
        mention_.kind = AgentKind::outlet;
        mention_.outlet_key = outlet_key();
        const bool collective = has(head_, Known::collective_noun);
        // "WXYZ radio", "Britain's ITV television station", "the state-run TASS news agency"
        if (mention_.name.empty() && !collective) {
            std::uint32_t begin = rest_;
            const bool noun = has(head_, Known::outlet_noun);
            while (begin < head_ && !is(begin, Part::proper) && !(noun && capital(begin))) ++begin;
            if (begin < head_) mention_.name = {begin, head_ + 1};
        }
        const bool called = !mention_.name.empty() && !collective;
        mention_.named = listed || (called && (mention_.words.size() > 1 || as_outlet_ || shows_outlet()));
        // "The newspaper", "the British newspaper": an outlet noun and adjectives, no name.
        if (mention_.outlet_key.empty() && mention_.definite && !mention_.refers_to && !shows_outlet() &&
            (mention_.words.size() == 1 || mention_.generic)) {
            mention_.refers_to = Reference::outlet;
            mention_.named = false;
        }
    }

    /// A name: its titles, the role before it or a given name in it show a person; else it is unknown what it names.
    void named() {
        mention_.named = true;
        // "The aid group Relief Now": the noun before the name says what it is, as one in it does.
        const bool noun = mention_.name.begin > rest_ && has(mention_.name.begin - 1, Known::called_body) &&
                          !article_.tokens[mention_.name.begin - 1].upper && !has(mention_.name.begin, Known::name);
        if (noun || body_of_something()) {
            mention_.kind = AgentKind::organisation;
            return;
        }
        static constexpr KindOfHead things[] = {{Known::organisation_noun, AgentKind::organisation},
                                                {Known::organisation, AgentKind::organisation},
                                                {Known::document_noun, AgentKind::document}};
        const bool body = take_kind(things, mention_.name.end) != nullptr;
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
};

}  // namespace

Mention read_capitalised_mention(const Article& article, TokenRange tokens, bool as_outlet) {
    return CapitalisedMention(article, tokens, as_outlet).read();
}

detection::Members members_of(const Article& article, TokenRange tokens) {
    return CapitalisedMention(article, tokens, false).members();
}

}  // namespace rawi::sources
