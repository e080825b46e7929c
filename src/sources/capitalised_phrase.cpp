#include "sources/capitalised_phrase.hpp"

#include <algorithm>

namespace rawi::sources {

using detection::Known;
using detection::none;
using language::Part;
using language::PartSet;
using text::CharClass;

bool CapitalisedPhrase::capital(std::uint32_t token) const {
    if (!article_.tokens[token].upper || article_.tokens[token].kind != CharClass::letter) return false;
    if (is(token, Part::proper) || article_.tokens[token].word == language::unknown_word) return true;
    return token > 0 && (wordlike(token - 1) || article_.tokens[token - 1].kind == CharClass::comma ||
                         is(token - 1, Part::genitive) || !article_.tokens[token].space_before);
}

void CapitalisedPhrase::find_core() {
    members_ = detection::enumeration(article_, mention_.tokens.begin, mention_.tokens.end);
    if (!members_.empty()) {
        mention_.joint = true;
        core_ = {mention_.tokens.begin, members_.back().end};
        return;
    }
    // "Doctors Without Borders": a preposition inside a listed name is a part of it.
    const std::uint32_t name = mention_.tokens.begin + (has(mention_.tokens.begin, Known::article) ? 1 : 0);
    std::uint32_t i = behind_office();
    if (name < mention_.tokens.end)
        i = std::max(i, name + article_.match(name, Known::organisation, mention_.tokens.end));
    for (; i < mention_.tokens.end; ++i) {
        if (i == mention_.tokens.begin) continue;
        const detection::Token& token = article_.tokens[i];
        if (token.kind == CharClass::comma || token.kind == CharClass::open_bracket) break;
        if (token.kind == CharClass::dash && token.space_before) break;
        if (article_.opens_relative(i) || second_office(i)) break;
        if (has(i, Known::conjunction) && (joins_people(i) || (!linked(i) && joins(i)))) join(i);
        const bool sent = is(i, Part::verb) && has(i - 1, Known::document_noun) && article_.can_be(i, Part::participle);
        if ((sent || is(i, PartSet(Part::participle) | Part::gerund)) &&
            is(i - 1, PartSet(Part::noun) | Part::proper) && !capital(i) &&
            !(i + 1 < mention_.tokens.end && is(i + 1, PartSet(Part::noun) | Part::proper) &&
              !has(i + 1, Known::weekday)))
            break;
        // "The head of the agency" ends before "of", "the Department of Justice" does not.
        if (has(i, Known::preposition) && !body_goes_on(i) &&
            !((linked(i) || opens_body(i)) && article_.is_word(i, article_.pack->name_link)))
            break;
    }
    core_ = {mention_.tokens.begin, i};
    if (mention_.joint) members_.push_back({members_.back().end + 1, i});
    // "The majority of voters", "75 percent of Democrats": the head is what is counted.
    if (i < mention_.tokens.end && i > core_.begin && has(i, Known::preposition) &&
        (has(i - 1, Known::quantifier) || is(i - 1, PartSet(Part::determiner) | Part::number))) {
        core_.end = counted(i + 1);
        mention_.counted = core_.end > i + 1 && has(i - 1, Known::share);
    }
}

void CapitalisedPhrase::join(std::uint32_t end) {
    members_.push_back({members_.empty() ? mention_.tokens.begin : members_.back().end + 1, end});
    mention_.joint = true;
}

/// Behind an office of several words that opens the phrase: "the former Secretary of State", "Missouri Secretary of
/// State"; else its beginning.
std::uint32_t CapitalisedPhrase::behind_office() const {
    constexpr std::uint32_t farthest = 3;  // words before the office
    const std::uint32_t begin = mention_.tokens.begin;
    for (std::uint32_t i = begin; i < mention_.tokens.end && i <= begin + farthest && wordlike(i); ++i) {
        const std::uint32_t office = article_.match(i, Known::role_noun, mention_.tokens.end);
        if (office > 1) return i + office;
        if (!is(i, PartSet(Part::determiner) | Part::adjective) && !capital(i) && !article_.tokens[i].upper) break;
    }
    return begin;
}

bool CapitalisedPhrase::body_goes_on(std::uint32_t link) const {
    if (link <= mention_.tokens.begin || !has(link, Known::body_link)) return false;
    std::uint32_t next = link + 1;
    if (next < mention_.tokens.end && has(next, Known::definite)) ++next;
    static const language::ClassSet bodies = language::set_of({Known::organisation_noun, Known::group_noun});
    static const language::ClassSet times = language::set_of({Known::weekday, Known::month});
    return next < mention_.tokens.end && article_.tokens[link - 1].upper && article_.has(link - 1, bodies) &&
           capital(next) && !article_.has(next, times);
}

bool CapitalisedPhrase::body_of_something() const {
    for (std::uint32_t i = mention_.name.begin + 1; i + 1 < mention_.name.end; ++i) {
        if (body_goes_on(i)) return true;
    }
    return false;
}

bool CapitalisedPhrase::opens_body(std::uint32_t i) const {
    if (i != mention_.tokens.begin + 1 || !article_.tokens[i - 1].upper || i + 1 >= mention_.tokens.end ||
        !capital(i + 1))
        return false;
    for (std::uint32_t t = i + 2; t + 1 < mention_.tokens.end && wordlike(t); ++t) {
        if (has(t, Known::preposition) || has(t, Known::conjunction)) return false;
        if ((has(t, Known::role_noun) || has(t, Known::human_noun)) && capital(t + 1)) return true;
    }
    return false;
}

bool CapitalisedPhrase::joins(std::uint32_t conjunction) const {
    const std::uint32_t before = conjunction - 1;
    // "Former Secretary of State and Democratic frontrunner Jane Doe": two descriptions of one.
    if (conjunction == behind_office() && !is(mention_.tokens.begin, Part::determiner) && described_behind(conjunction))
        return false;
    const bool common = is(before, Part::noun) && !article_.tokens[before].upper && has(before, Known::human_noun);
    if (!common || conjunction + 1 >= mention_.tokens.end || is(conjunction + 1, Part::determiner)) return true;
    return std::none_of(article_.tokens.begin() + conjunction, article_.tokens.begin() + mention_.tokens.end,
                        [](const detection::Token& token) { return token.part == Part::proper; });
}

/// Whether a description in small letters and then a name stand behind the conjunction.
bool CapitalisedPhrase::described_behind(std::uint32_t conjunction) const {
    for (std::uint32_t i = conjunction + 1; i + 1 < mention_.tokens.end && wordlike(i); ++i) {
        if (is(i, Part::determiner) || has(i, Known::conjunction)) return false;
        if ((has(i, Known::role_noun) || has(i, Known::human_noun)) && !article_.tokens[i].upper) return capital(i + 1);
    }
    return false;
}

/// "Donald Trump and Hillary Clinton", not "Marks and Spencer".
bool CapitalisedPhrase::joins_people(std::uint32_t conjunction) const {
    if (conjunction <= mention_.tokens.begin + 1 || conjunction + 2 >= mention_.tokens.end) return false;
    for (const Known known : {Known::outlet, Known::organisation}) {
        if (article_.match(mention_.tokens.begin, known, mention_.tokens.end) != 0) return false;
    }
    // "Trump and Democrat Clinton"
    if (has(conjunction - 1, Known::name) && capital(conjunction + 2) &&
        (has(conjunction + 1, Known::title) || has(conjunction + 1, Known::role_noun) ||
         has(conjunction + 1, Known::human_noun)))
        return true;
    // "Ms. Gilson and Mr. Rosenthal": a title begins another name, unless the first is one as well.
    const std::uint32_t behind =
        conjunction + 2 + static_cast<std::uint32_t>(article_.tokens[conjunction + 2].mark == '.');
    if (has(conjunction + 1, Known::title) && behind < mention_.tokens.end && capital(behind) &&
        capital(conjunction - 1) && !has(conjunction - 1, Known::title) && !has(conjunction - 1, Known::role_noun) &&
        !has(conjunction - 1, Known::human_noun))
        return true;
    const auto given = [&](std::uint32_t i) { return has(i, Known::name) && capital(i) && capital(i + 1); };
    return given(conjunction + 1) && given(conjunction - 2) && capital(conjunction - 1);
}

bool CapitalisedPhrase::linked(std::uint32_t i) const {
    return i > mention_.tokens.begin && i + 1 < mention_.tokens.end && capital(i - 1) && capital(i + 1) &&
           !has(i - 1, Known::role_noun);  // "CEO of Acme Foods"
}

std::uint32_t CapitalisedPhrase::counted(std::uint32_t i) const {
    while (i < mention_.tokens.end && wordlike(i) && !has(i, Known::preposition) && !is(i, Part::relative)) ++i;
    return i;
}

bool CapitalisedPhrase::inside_body(std::uint32_t genitive) const {
    if (genitive <= core_.begin || !is(genitive, Part::genitive) || !article_.tokens[genitive - 1].upper) return false;
    // Many together, an office, or a saint: "King's College", "St John's College".
    const std::uint32_t owner = genitive - 1;
    const auto agreement = language::parse_agreement(article_.value({owner, genitive}, Known::human_noun));
    const bool many = (agreement && agreement->number == language::Number::plural) ||
                      (article_.tokens[genitive].kind == CharClass::apostrophe && !has(owner, Known::name));
    const bool saint = owner > core_.begin && article_.tokens[owner - 1].upper && has(owner - 1, Known::title) &&
                       !has(owner - 1, Known::role_noun);
    if (!many && !saint && !has(owner, Known::title) && !has(owner, Known::role_noun)) return false;
    for (std::uint32_t i = genitive + 1; i < core_.end && article_.tokens[i].upper; ++i) {
        if (has(i, Known::organisation_noun)) return true;
    }
    return false;
}

void CapitalisedPhrase::find_possessor() {
    rest_ = core_.begin;
    for (std::uint32_t i = core_.end; i-- > core_.begin + 1;) {
        if (!is(i, Part::genitive) || i + 1 >= core_.end || inside_body(i)) continue;
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

void CapitalisedPhrase::find_name() {
    if (mention_.joint || mention_.counted) return;
    const std::uint32_t end = core_.end;
    std::uint32_t begin = end;
    // "Sainsbury's": the name closes with whose it is.
    if (end > rest_ + 1 && is(end - 1, Part::genitive) && capital(end - 2) && detection::said(article_, end))
        begin = end - 1;
    std::uint32_t first = rest_;  // behind an office of several words: "Secretary of State"
    for (std::uint32_t i = core_.begin; i < end; ++i) {
        const std::uint32_t office = article_.match(i, Known::role_noun, end);
        if (office > 1 && i + office < end) first = std::max(first, i + office);
    }
    // "CBS This Morning": of an outlet that is listed every word belongs to the name.
    const std::uint32_t listed = rest_ + (rest_ < end && has(rest_, Known::article) ? 1 : 0);
    if (listed < end && listed + article_.match(listed, Known::outlet, end) == end) first = begin = listed;
    // "The Prime Minister's Office", "St John's College": all of what stands before whose it is.
    for (std::uint32_t i = core_.begin + 1; i < end && begin == end; ++i) {
        if (inside_body(i)) first = begin = core_.begin + (has(core_.begin, Known::article) ? 1 : 0);
    }
    const bool whole = begin < end && begin == first;
    // "Harry Smith Jr., who": the full stop of what closes the name.
    if (end > first + 1 && article_.tokens[end - 1].mark == '.' && has(end - 2, Known::name_tail)) begin = end - 1;
    while (begin > first) {
        const std::uint32_t i = begin - 1;
        const bool number = article_.tokens[i].kind == CharClass::digit &&
                            (begin < end || (as_outlet_ && i > rest_ && capital(i - 1)));  // "Channel 5"
        const bool word = capital(i) || number;
        // A title ends a name ("Department of Justice") but does not begin one ("Justice Roberts").
        // Behind a given name it is a surname ("Pete King").
        const bool closes = begin == end || has(begin, Known::name_tail);
        const bool given = closes && i > rest_ && has(i - 1, Known::name) && capital(i - 1);
        const bool title = has(i, Known::title) && !given && (begin < end || i == rest_ || !linked(i - 1));
        // "On Sunday Smith said", but "the Sunday Courier".
        const bool day =
            has(i, Known::weekday) && !(begin < end && i > mention_.tokens.begin && has(i - 1, Known::article));
        if (word && (day || has(i, Known::month) || has(i, Known::article) || title || has(i, Known::pronoun))) break;
        // Initials and their full stops, hyphens, "of" inside.
        const bool joint = !word && begin < end && i > rest_ && capital(i - 1) &&
                           (article_.tokens[i].mark == '.' || article_.tokens[i].kind == CharClass::dash || linked(i) ||
                            (article_.tokens[i].mark == '/' && !article_.tokens[i].space_before));
        const bool inside =
            !word && begin < end && i > rest_ && (body_goes_on(i) || (has(i, Known::definite) && body_goes_on(i - 1)));
        if (joint && has(i - 1, Known::title)) break;
        if (joint && article_.tokens[i].mark == '.' && has(i - 1, Known::abbreviation)) break;
        if (!word && !joint && !inside) break;
        begin = i;
    }
    while (!whole && begin < end && !capital(begin)) ++begin;
    // "Environment Canada": so may one that opens a sentence.
    if (begin < end && begin > rest_ && rest_ == core_.begin && opens_body_name({begin, end})) begin = rest_;
    // "Amnesty International": an ordinary word may begin a name that the pack knows.
    if (begin > rest_ && begin < end && article_.tokens[begin - 1].upper &&
        article_.match(begin - 1, Known::organisation, end) == end - begin + 1)
        --begin;
    mention_.name = {begin, end};
    // "The Republican said": a description, however it is written.
    if (mention_.name.size() == 1 && has(core_.begin, Known::definite) && has(begin, Known::role_noun) &&
        !has(begin, Known::name))
        mention_.name = {};
    // So is "the Ohio Republican".
    if (mention_.name.size() > 1 && has(core_.begin, Known::definite) && lives_there()) mention_.name = {};
    if (names_group()) mention_.name = {};
    without_roles();
    without_place();
    if (mention_.name.empty() && !core_.empty()) name_behind(comma_behind());
    // "Fox News Sunday": a day may close the name of a programme.
    if (as_outlet_ && mention_.name.empty() && core_.end > rest_ + 1 && article_.tokens[rest_].upper &&
        article_.tokens[core_.end - 1].upper && !has(rest_, Known::article))
        mention_.name = {rest_, core_.end};
}

bool CapitalisedPhrase::lives_there() const {
    const std::uint32_t last = mention_.name.end - 1;
    const auto person = language::parse_agreement(article_.value({last, last + 1}, Known::role_noun));
    return has(last, Known::role_noun) && person && person->number != language::Number::plural &&
           !has(last, Known::name) && !has(last, Known::outlet_word) && has(last - 1, Known::place);
}

bool CapitalisedPhrase::opens_body_name(TokenRange name) const {
    const std::uint32_t last = name.end - 1;
    if (name.begin != rest_ + 1 || !article_.tokens[rest_].upper || (rest_ > 0 && wordlike(rest_ - 1)) ||
        article_.in_headline(rest_))
        return false;
    static const language::ClassSet people = language::set_of(
        {Known::role_noun, Known::title, Known::name, Known::adverb, Known::place, Known::time, Known::outlet_noun,
         Known::former, Known::other, Known::state, Known::pronoun, Known::article});
    static const language::ClassSet places = language::set_of({Known::place, Known::state});
    const bool noun = is(rest_, PartSet(Part::noun) | Part::base);
    const bool place = article_.has(last, places) && (noun || name.size() > 1);
    if (article_.has(rest_, people) || (noun && has(rest_, Known::human_noun)) ||
        (has(name.begin, Known::name) && !place))
        return false;
    return place || (has(last, Known::organisation_noun) && (noun || is(rest_, Part::adjective)));
}

bool CapitalisedPhrase::names_group() const {
    if (mention_.name.empty()) return false;
    const std::uint32_t last = mention_.name.end - 1;
    // "Kerala Police"
    if (mention_.name.size() > 1 && has(last, Known::organisation_noun)) return false;
    if (has(last, Known::name) || has(last, Known::organisation) || has(last, Known::outlet_word)) return false;
    for (const Known known : {Known::human_noun, Known::role_noun}) {
        const auto agreement = language::parse_agreement(article_.value({last, last + 1}, known));
        if (agreement && agreement->number == language::Number::plural)
            return article_.match(mention_.name.begin, Known::organisation, mention_.name.end) !=
                       mention_.name.size() &&
                   !body_of_something();
    }
    return false;
}

std::uint32_t CapitalisedPhrase::comma_behind() const {
    std::uint32_t i = core_.end;
    while (i < mention_.tokens.end && wordlike(i) && !has(i, Known::relative) &&
           !is(i, PartSet(Part::verb) | Part::auxiliary | Part::modal))
        ++i;
    return i;
}

/// "His wife, longtime Smith aide | Jane Doe": where the name begins that a description without an article stands
/// before.
std::uint32_t CapitalisedPhrase::behind_description(std::uint32_t begin) const {
    static constexpr PartSet words = PartSet(Part::adjective) | Part::noun | Part::proper;
    for (std::uint32_t i = begin; i + 1 < mention_.tokens.end && wordlike(i) && is(i, words); ++i) {
        if ((has(i, Known::role_noun) || has(i, Known::human_noun)) && !article_.tokens[i].upper && capital(i + 1))
            return i + 1;
    }
    return begin;
}

void CapitalisedPhrase::name_behind(std::uint32_t comma) {
    if (comma >= mention_.tokens.end || article_.tokens[comma].kind != CharClass::comma) return;
    const auto inside = [&](std::uint32_t i) { return i < mention_.tokens.end && capital(i); };
    std::uint32_t i = comma + 1;
    while (i + 1 < mention_.tokens.end && has(i, Known::title)) i += article_.tokens[i + 1].mark == '.' ? 2 : 1;
    i = behind_description(i);
    const std::uint32_t begin = i;
    if (!inside(begin) || has(begin, Known::article)) return;
    // "Juan de Castro", "Jane A. Doe"
    const auto between = [&](std::uint32_t t) {
        return t > begin && t < mention_.tokens.end && inside(t + 1) &&
               (article_.tokens[t].mark == '.' || has(t, Known::particle));
    };
    while (inside(i) || between(i)) ++i;
    const bool whole = i > begin + 1 || has(begin, Known::name);  // "his wife, Mary"
    if (!whole || (i != mention_.tokens.end && wordlike(i) && !has(i, Known::preposition))) return;
    mention_.name = {begin, i};
}

void CapitalisedPhrase::find_head() {
    head_ = none;
    for (std::uint32_t i = rest_; i < core_.end; ++i) {
        if (wordlike(i) &&
            (head_ == none || is(head_, Part::determiner) || is(i, PartSet(Part::noun) | Part::proper) || capital(i)))
            head_ = i;
    }
    if (head_ == none) head_ = core_.end - 1;
    if (mention_.name.empty()) mention_.head = word(head_);
    // "The Smith campaign": whose it is stands before the head without a genitive.
    if (!mention_.name.empty() || !mention_.possessor.empty() || mention_.joint || is_paper(article_, head_)) return;
    std::uint32_t begin = rest_;
    while (begin < head_ && (has(begin, Known::article) || has(begin, Known::adverb))) ++begin;
    std::uint32_t end = begin;
    while (end < head_ && capital(end) && is(end, Part::proper)) ++end;
    if (end > begin && end == head_ && !article_.has(head_, Known::role_noun) &&
        !article_.has(head_, Known::human_noun))
        mention_.possessor = {begin, end};
}

}  // namespace rawi::sources
