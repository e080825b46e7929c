#include "detection/noun_phrase.hpp"

#include <algorithm>

namespace rawi::detection {

using language::Part;
using text::CharClass;

bool written_accusative(const Article& article, const Token& token) {
    const std::string_view vowel = article.pack->accusative_vowel;
    if (vowel.empty()) return false;
    const std::string_view written = article.document->text(token.span);
    if (written.ends_with(vowel)) return true;
    // مختلفًا: a letter may stand behind it.
    std::size_t last = written.size();
    while (last > 0 && (static_cast<unsigned char>(written[--last]) & 0xC0u) == 0x80u) {
    }
    return written.substr(0, last).ends_with(vowel);
}

bool counted(const Article& article, std::uint32_t token) {
    static const language::ClassSet people =
        language::set_of({Known::human_noun, Known::role_noun, Known::group_noun, Known::organisation_noun});
    return token > 0 && (article.tokens[token - 1].kind == CharClass::digit || article.is(token - 1, Part::number)) &&
           article.has(token, people);
}

bool accusative(const Article& article, std::uint32_t token) {
    const Token& word = article.tokens[token];
    return !word.definite && (article.pack->lexicon.brief(word.word).accusative || written_accusative(article, word));
}

const language::ClassSet& body_nouns() {
    static const language::ClassSet nouns =
        language::set_of({Known::group_noun, Known::organisation_noun, Known::outlet_noun});
    return nouns;
}

bool oblique_people(const Article& article, std::uint32_t token) {
    if (!article.ends_in(token, article.pack->oblique_plural)) return false;
    if (article.has(token, Known::article)) return false;  // one of the civilians
    const auto agreement = language::parse_agreement(article.value({token, token + 1}, Known::human_noun));
    return agreement && (agreement->number == language::Number::plural || agreement->number == language::Number::dual);
}

bool plural_people(const Article& article, std::uint32_t token) {
    const auto agreement = language::parse_agreement(article.value({token, token + 1}, Known::human_noun));
    return agreement && agreement->number == language::Number::plural;
}

bool sound_plural(const Article& article, std::uint32_t token) {
    return article.pack->lexicon.brief(article.tokens[token].word).several &&
           article.ends_in(token, article.pack->sound_plural);
}

bool talk(const Article& article, std::uint32_t token) {
    return article.reads_as(token, article.pack->talk, language::Form::noun);
}

std::uint32_t aside_words(const Article& article, std::uint32_t token, std::uint32_t limit) {
    static const language::ClassSet asides =
        language::set_of({Known::adverb, Known::speaker_switch, Known::time, Known::weekday});
    return article.match(token, asides, limit);
}

bool holds(const Article& article, TokenRange range, const language::ClassSet& classes) {
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
        if (article.match(t, classes, range.end) != 0) return true;
    }
    return false;
}

bool holds(const Article& article, TokenRange range, Known known) {
    return holds(article, range, language::set_of({known}));
}

bool only_names(const Article& article, TokenRange range) {
    static const language::ClassSet listed = language::set_of(
        {Known::place, Known::state, Known::organisation, Known::outlet, Known::group_noun, Known::organisation_noun});
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
        const CharClass kind = article.tokens[t].kind;
        const bool word = kind == CharClass::letter || kind == CharClass::digit;
        if (word && (!article.is(t, Part::proper) || article.has(t, listed))) return false;
    }
    return true;
}

namespace {

/// Whether somebody is called by the name at `name` without the word behind it elsewhere, and never with it, which is
/// nobody else's surname either.
bool called_without(const Article& article, std::uint32_t name) {
    const auto word = [&](std::uint32_t i, std::uint32_t other) {
        return i < article.tokens.size() && article.tokens[i].kind == CharClass::letter &&
               article.normal_of(i) == article.normal_of(other);
    };
    constexpr std::uint32_t reach = 3000;  // tokens: an article of any usual length
    const std::uint32_t end = std::min(static_cast<std::uint32_t>(article.tokens.size()), name + reach);
    bool alone = false;
    for (std::uint32_t i = std::max(name, reach + 1) - reach; i < end; ++i) {
        if (i != name + 1 && word(i, name + 1) && article.is(i - 1, Part::proper)) return false;
        if (i == name || !word(i, name)) continue;
        const bool more = i + 1 < article.tokens.size() && article.tokens[i + 1].kind == CharClass::letter &&
                          (article.tokens[i + 1].definite || article.is(i + 1, Part::proper));
        alone = alone || !more;
    }
    return alone;
}

}  // namespace

bool behind_known_name(const Article& article, std::uint32_t begin, std::uint32_t i) {
    static const language::ClassSet objects = language::set_of(
        {Known::event_noun, Known::thing_noun, Known::group_noun, Known::organisation_noun, Known::document_noun});
    static const language::ClassSet surnames =
        language::set_of({Known::state, Known::title, Known::name_tail, Known::requiring, Known::deity});
    if (begin == 0 || i <= begin || !article.tokens[i].definite || article.has(i, surnames)) return false;
    std::uint32_t name = i;
    while (name > begin && only_names(article, {name - 1, name}) && !article.tokens[name - 1].definite) --name;
    if (name == i || (name > begin && !article.tokens[name - 1].definite) || article.has(i - 1, Known::name_head))
        return false;
    // علي الذهب: behind a given name alone anything is the family's.
    const auto given = language::parse_agreement(article.value({i - 1, i}, Known::name));
    if (name + 1 == i && given && given->gender != language::Gender::any) return false;
    const auto feminine = [&](std::uint32_t word) {
        return std::ranges::any_of(article.pack->joins,
                                   [&](const auto& join) { return article.ends_in(word, join.first); });
    };
    const bool person = article.has(i, Known::human_noun);
    const bool object = article.has(i, objects) && !person && article.is(begin - 1, Part::verb);
    const bool other = article.is(i, Part::adjective) && article.is(begin - 1, Part::noun) &&
                       (!person || (feminine(i) && feminine(begin - 1))) && !article.tokens[begin - 1].definite &&
                       article.tokens[begin - 1].enclitic == language::Agreement{};
    return (object || other) && called_without(article, i - 1);
}

std::optional<language::Agreement> counted_agreement(const Article& article, TokenRange phrase) {
    if (!article.has(phrase.begin, Known::quantifier)) return std::nullopt;
    return language::parse_agreement(article.value({phrase.begin, phrase.begin + 1}, Known::quantifier))
        .value_or(language::Agreement{});
}

}  // namespace rawi::detection
