#include "corpus/person_names.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "corpus/words.hpp"
#include "detection/article.hpp"
#include "rawi/document.hpp"
#include "text/ascii.hpp"

namespace rawi::corpus {
namespace {

using detection::Known;

std::string joined(std::span<const sources::NameWord> words, std::string_view between) {
    std::string all;
    for (const sources::NameWord& word : words) {
        if (!all.empty()) all += between;
        all += word.text;
    }
    return all;
}

/// All words of a name, without initials behind other names.
std::string without_initials(const detection::Article& article) {
    std::string all;
    for (std::uint32_t i = 0; i < article.tokens.size(); ++i) {
        if (article.tokens[i].mark != 0) continue;
        const std::string initials = sources::initials_at(article, i);
        if (!initials.empty() && i > 0 && article.tokens[i - 1].upper && !article.has(i - 1, Known::title)) continue;
        if (!all.empty()) all += ' ';
        all += initials.empty() ? std::string(article.normal_of(i)) : initials;
    }
    return all;
}

}  // namespace

std::string squeezed(std::string_view name) {
    std::string all(name);
    std::erase(all, ' ');
    return all;
}

std::string PersonName::shortest() const {
    return own.size() >= 2 ? joined(own, " ") : all;
}

PersonName read_person(std::string_view name, std::string_view language) {
    const WordReader& words = words_in(language);
    PersonName person;
    person.plain = words.name_key(name);
    person.squeezed = squeezed(person.plain);
    person.all = person.plain;
    if (words.pack() == nullptr) return person;
    const Document document(Metadata{}, {}, name);
    const detection::Article article = detection::detect(document, *words.pack());
    person.own = sources::person_name(article);
    person.joined = joined(person.own, {});
    bool initials = false;
    for (std::uint32_t i = 0; i < article.tokens.size(); ++i)
        initials = initials || !sources::initials_at(article, i).empty();
    // Where letters are not told from particles by capitals, words are left as they are written.
    if (initials && std::ranges::none_of(article.tokens, &detection::Token::proclitic))
        person.all = without_initials(article);
    return person;
}

bool one_speaker(const PersonName& one, const PersonName& other) {
    if (one.plain.empty() || other.plain.empty()) return one.plain == other.plain;
    if (text::stand_in(one.plain, other.plain) || text::stand_in(other.plain, one.plain)) return true;
    if (one.squeezed == other.squeezed) return true;
    if (one.own.empty() || other.own.empty()) return false;
    if (one.joined == other.joined) return true;
    std::size_t shared = 0;
    bool family_name = false;
    for (const sources::NameWord& word : one.own) {
        if (std::ranges::find(other.own, word.text, &sources::NameWord::text) == other.own.end()) continue;
        ++shared;
        family_name = family_name || !word.given;
    }
    return family_name || shared >= 2 || (shared > 0 && shared == std::min(one.own.size(), other.own.size()));
}

}  // namespace rawi::corpus
