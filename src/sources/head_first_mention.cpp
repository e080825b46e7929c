#include "sources/head_first_mention.hpp"

#include <algorithm>

#include "detection/noun_phrase.hpp"
#include "sources/own_names.hpp"
#include "sources/papers.hpp"
#include "text/characters.hpp"

namespace rawi::sources {

using detection::Known;
using text::CharClass;

Mention HeadFirstMention::read() {
    if (mention_.tokens.empty()) return std::move(mention_);
    narrow_to_author();
    core_end_ = mention_.tokens.end;
    leave_age();
    head_ = head();
    collect_words();
    classify();
    if (const auto counted = detection::counted_agreement(article_, mention_.tokens);
        counted && *counted != language::Agreement{})
        mention_.agreement = *counted;
    return std::move(mention_);
}

void HeadFirstMention::leave_age() {
    std::uint32_t i = mention_.tokens.begin;
    while (i < mention_.tokens.end && article_.match(i, Known::aged, mention_.tokens.end) == 0) ++i;
    if (i > mention_.tokens.begin) core_end_ = mention_.tokens.end = i;
}

void HeadFirstMention::collect_words() {
    static const language::ClassSet small_words =
        language::set_of({Known::article, Known::preposition, Known::conjunction, Known::possessive, Known::same});
    for (std::uint32_t i = mention_.tokens.begin; i < mention_.tokens.end; ++i) {
        if (article_.has(i, Known::relative) && !mention_.words.empty()) {
            // What follows describes, it does not name; but المتحدث الذي غادر أمس، سالم الحداد.
            i = name_behind_clause(i);
            if (i == core_end_) break;
        }
        i = behind_age(i);
        const bool small = article_.has(i, small_words);
        // Smith, "and he is a member": so does this.
        if (small && article_.has(i, Known::conjunction) && i + 1 < mention_.tokens.end &&
            article_.has(i + 1, Known::pronoun) && !mention_.words.empty()) {
            core_end_ = i;
            break;
        }
        if (small || !wordlike(i)) continue;
        std::string_view word;
        if (!bare(i, word)) continue;
        Words& words = article_.has(i, Known::title) ? mention_.titles : mention_.words;
        if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
    }
    find_proper();
    find_heads();
    if (article_.pack->heads_first) find_beside(core_end_);
    const TokenRange own = own_name(head_, core_end_);
    for (std::uint32_t i = own.begin; i < own.end; ++i) add_to(mention_.own, i);
    const TokenRange other = article_.pack->heads_first ? other_name(head_) : TokenRange{};
    for (std::uint32_t i = other.begin; i < other.end; ++i) add_to(mention_.alias, i);
    // الخارجية القطرية is وزارة الخارجية القطرية.
    if (article_.has(head_, Known::elliptic)) {
        const std::string_view omitted = article_.value({head_, head_ + 1}, Known::elliptic);
        mention_.words.push_back(omitted);
        mention_.heads.push_back(omitted);
    }
    if (const std::uint32_t n = article_.match(head_, Known::state, mention_.tokens.end);
        n != 0 && (head_ + n == mention_.tokens.end || article_.has(head_ + n, Known::relative)))
        mention_.state = article_.value({head_, head_ + n}, Known::state);
    // "The pope": a title alone is the description.
    if (mention_.words.empty()) mention_.words = mention_.titles;
    mention_.signature = signature_of(mention_.words);
}

void HeadFirstMention::find_heads() {
    if (!article_.pack->heads_first) return;
    for (std::uint32_t i = mention_.tokens.begin; i < mention_.tokens.end; ++i) {
        if (!wordlike(i)) continue;
        const bool first = mention_.heads.empty();
        const bool behind =
            !first && (article_.tokens[i - 1].kind == CharClass::comma || article_.is(i - 1, language::Part::proper));
        const bool person = !article_.is(i, language::Part::adjective) &&
                            (article_.has(i, Known::human_noun) || article_.has(i, Known::role_noun));
        std::string_view word;
        if ((first || (behind && person)) && !article_.has(i, Known::same) && !article_.has(i, Known::article) &&
            bare(i, word))
            mention_.heads.push_back(word);
    }
}

bool HeadFirstMention::try_class(Known known, AgentKind kind) {
    for (std::uint32_t i = mention_.tokens.begin; i < core_end_; ++i) {
        if (article_.tokens[i].kind == CharClass::comma) break;
        // Whom a preposition governs is not the one described: طبيب للأطفال.
        if (known == Known::role_noun && i > mention_.tokens.begin && article_.has(i - 1, Known::preposition)) continue;
        const std::uint32_t length = article_.match(i, known, core_end_);
        if (length == 0) continue;
        mention_.kind = kind;
        if (const auto agreement = language::parse_agreement(article_.value({i, i + length}, known)))
            mention_.agreement = *agreement;
        // Iran says (feminine), and "they" have confessed.
        if (known == Known::organisation) mention_.agreement.number = language::Number::any;
        if (known == Known::organisation && mention_.joint) mention_.agreement = {};  // الإمارات والصين
        return true;
    }
    return false;
}

bool HeadFirstMention::take_head(Known known, AgentKind kind) {
    const std::uint32_t length = article_.match(head_, known, mention_.tokens.end);
    if (length == 0) return take_accusative_head(known, kind);
    mention_.kind = kind;
    if (const auto agreement = language::parse_agreement(article_.value({head_, head_ + length}, known)))
        mention_.agreement = *agreement;
    return true;
}

bool HeadFirstMention::take_accusative_head(Known known, AgentKind kind) {
    std::string_view noun;
    if (!article_.pack->heads_first || !detection::accusative(article_, head_) || !bare(head_, noun)) return false;
    if (!article_.pack->lexicon.has(noun, known)) return false;
    mention_.kind = kind;
    mention_.agreement = {.gender = language::Gender::masculine, .number = language::Number::singular};
    return true;
}

bool HeadFirstMention::take_outlet() {
    const bool outlet_name =
        article_.match(head_, Known::outlet, mention_.tokens.end) != 0 || quoted_agency(article_, mention_.tokens);
    const bool shown = (as_outlet_ && !names_body_or_person()) || outlet_name;
    if (body_called_agency() || !(take_head(Known::outlet_noun, AgentKind::outlet) || shown)) return false;
    mention_.kind = AgentKind::outlet;
    mention_.outlet_key = outlet_key();
    const bool collective = article_.match(head_, Known::collective_noun, mention_.tokens.end) != 0;
    mention_.named = outlet_name || (!collective && (mention_.words.size() > 1 || as_outlet_));
    // "The newspaper", "a British newspaper": an outlet noun and adjectives, no name; the article refers back.
    if (mention_.outlet_key.empty() && !mention_.refers_to && !collective &&
        article_.match(head_, Known::outlet_noun, mention_.tokens.end) != 0 &&
        (article_.pack->article.empty() ? mention_.words.size() == 1 : only_adjectives(article_, mention_.tokens))) {
        if (mention_.definite) mention_.refers_to = Reference::outlet;
        mention_.named = false;
    }
    return true;
}

void HeadFirstMention::classify() {
    const std::uint32_t first = mention_.tokens.begin;
    mention_.definite = article_.has(first, Known::definite) || article_.tokens[first].definite || construct_definite();
    // هذا الناطق
    mention_.same = mention_.same || (article_.has(first, Known::definite) && first + 1 < mention_.tokens.end &&
                                      article_.tokens[first + 1].definite);
    mention_.possessed =
        article_.has(first, Known::possessive) || article_.tokens[first].enclitic != language::Agreement{};
    mention_.owner = article_.tokens[first].enclitic;
    if (const auto owner = owner_by_ending(article_, first, mention_.tokens.end)) {
        mention_.possessed = true;
        mention_.owner = *owner;
    }
    read_anaphor();
    if (read_pronoun()) return;
    if (take_outlet()) return;
    if (take_head(Known::collective_noun, AgentKind::outlet) || take_head(Known::document_noun, AgentKind::document) ||
        take_head(Known::source_noun, AgentKind::role))
        return;
    // Where heads stand first, an organisation's first word says that it is one, whoever is named behind it.
    if (article_.pack->heads_first && take_head(Known::organisation_noun, AgentKind::organisation) &&
        (article_.match(head_, Known::role_noun, mention_.tokens.end) == 0 || body_rather_than_office())) {
        mention_.named = true;
        return;
    }
    const bool has_name = try_name();
    const language::Agreement of_name = mention_.agreement;
    if (take_head(Known::role_noun, AgentKind::role) || try_class(Known::role_noun, AgentKind::role)) {
        if ((has_name || named_in_full(head_)) && !title_alone(head_)) {
            mention_.kind = AgentKind::person;
            mention_.named = true;
            if (mention_.agreement == language::Agreement{}) mention_.agreement = of_name;
        }
        return;
    }
    if (has_name) {
        mention_.named = !title_alone(head_) && !people_of(head_);
        mention_.kind = mention_.named ? AgentKind::person : AgentKind::role;
        return;
    }
    mention_.named = true;
    // شخص آخر في العائلة is somebody.
    static const language::ClassSet bodies = language::set_of(
        {Known::group_noun, Known::organisation_noun, Known::organisation, Known::place, Known::state});
    const bool somebody = article_.pack->heads_first && article_.has(head_, Known::human_noun) &&
                          !article_.has(head_, bodies) && !mention_.possessed;
    if (!somebody && (take_head(Known::organisation_noun, AgentKind::organisation) ||
                      try_class(Known::organisation, AgentKind::organisation) ||
                      try_class(Known::organisation_noun, AgentKind::organisation)))
        return;
    if (article_.pack->heads_first) read_people(head_);
    mention_.named = named_in_full(head_) ||
                     (!(mention_.definite && mention_.words.size() > 1) && !anybody(head_) && !common_thing(head_));
    mention_.kind = mention_.named ? AgentKind::person : AgentKind::role;
}

bool HeadFirstMention::body_called_agency() const {
    return article_.pack->heads_first && article_.match(head_, Known::organisation_noun, mention_.tokens.end) >
                                             std::max(article_.match(head_, Known::outlet, mention_.tokens.end), 1U);
}

bool HeadFirstMention::body_rather_than_office() const {
    const bool rank = article_.tokens[head_].definite && article_.has(head_, Known::title);  // الفريق
    return article_.has(head_, Known::called_body) && !rank && (mention_.proper.empty() || !mention_.own.empty());
}

bool HeadFirstMention::names_body_or_person() const {
    if (!article_.pack->heads_first || !outlet_key().empty()) return false;
    for (const Known known : {Known::organisation, Known::organisation_noun, Known::group_noun, Known::human_noun,
                              Known::role_noun, Known::title}) {
        if (article_.match(head_, known, mention_.tokens.end) != 0 &&
            article_.match(head_, Known::outlet_noun, mention_.tokens.end) == 0 &&
            article_.match(head_, Known::collective_noun, mention_.tokens.end) == 0)
            return true;
    }
    return false;
}

bool HeadFirstMention::construct_definite() const {
    std::uint32_t i = head_;
    if (article_.has(i, Known::quantifier) || article_.has(i, Known::source_noun)) return false;
    for (; i < mention_.tokens.end && wordlike(i); ++i) {
        if (article_.is(i, language::Part::proper)) return true;
        // وزير الخارجية: what looks like an adjective with the article completes a noun that has none.
        if (!article_.is(i, language::Part::noun)) return i > head_ && article_.tokens[i].definite;
        if (article_.tokens[i].definite || article_.tokens[i].enclitic != language::Agreement{}) return true;
    }
    return false;
}

bool HeadFirstMention::try_name() {
    for (std::uint32_t i = mention_.tokens.begin; i < core_end_; ++i) {
        const bool title = article_.has(i, Known::title);
        // A name that is an adjective here (مسؤول تركي) names nobody.
        if (!title && (!article_.has(i, Known::name) || article_.is(i, language::Part::adjective))) continue;
        const Known known = title ? Known::title : Known::name;
        if (const auto agreement = language::parse_agreement(article_.value({i, i + 1}, known)))
            mention_.agreement = *agreement;
        return true;
    }
    return false;
}

Mention read_mention(const Article& article, TokenRange tokens, bool as_outlet) {
    if (names_show(article)) return read_capitalised_mention(article, tokens, as_outlet);
    return HeadFirstMention(article, tokens, as_outlet).read();
}

}  // namespace rawi::sources
