#include "corpus/person_names.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "corpus/words.hpp"
#include "detection/article.hpp"
#include "rawi/document.hpp"

namespace rawi::corpus {
namespace {

using detection::Known;

std::string joined(std::span<const PersonName::Word> words, std::string_view between) {
    std::string all;
    for (const PersonName::Word& word : words) {
        if (!all.empty()) all += between;
        all += word.text;
    }
    return all;
}

bool names_somebody(const detection::Article& article, std::uint32_t token) {
    if (!article.is(token, language::Part::proper)) return false;
    return std::ranges::none_of(std::array{Known::place, Known::state, Known::organisation, Known::outlet, Known::title,
                                           Known::role_noun, Known::organisation_noun},
                                [&](Known known) { return article.has(token, known); });
}

/// The letters of initials, a space between them: "j" for the J of "J. Smith", "j k" for J.K.; else empty.
std::string initials_at(const detection::Article& article, std::uint32_t token) {
    if (!names_somebody(article, token)) return {};
    const std::string_view normal = article.normal_of(token);
    const bool dot_behind = token + 1 < article.tokens.size() && article.tokens[token + 1].mark == '.';
    if (normal.find('.') == std::string_view::npos && !dot_behind) return {};
    std::string letters;
    for (std::size_t begin = 0; begin < normal.size();) {
        const std::size_t end = std::min(normal.find('.', begin), normal.size());
        if (text::letters_in(normal.substr(begin, end - begin)) != 1) return {};
        letters.append(letters.empty() ? "" : " ").append(normal.substr(begin, end - begin));
        begin = end + 1;
    }
    return letters;
}

/// All words of a name, without initials behind other names.
std::string without_initials(const detection::Article& article) {
    std::string all;
    for (std::uint32_t i = 0; i < article.tokens.size(); ++i) {
        if (article.tokens[i].mark != 0) continue;
        const std::string initials = initials_at(article, i);
        if (!initials.empty() && i > 0 && article.tokens[i - 1].upper && !article.has(i - 1, Known::title)) continue;
        if (!all.empty()) all += ' ';
        all += initials.empty() ? std::string(article.normal_of(i)) : initials;
    }
    return all;
}

}  // namespace

bool part_of(std::string_view part, std::string_view whole) {
    for (std::size_t at = whole.find(part); at != std::string_view::npos; at = whole.find(part, at + 1)) {
        const std::size_t end = at + part.size();
        if ((at == 0 || whole[at - 1] == ' ') && (end == whole.size() || whole[end] == ' ')) return true;
    }
    return false;
}

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
    PersonName person{.plain = words.name_key(name), .own = {}, .all = {}};
    person.all = person.plain;
    if (words.pack() == nullptr) return person;
    const Document document(Metadata{}, {}, name);
    const detection::Article article = detection::detect(document, *words.pack());
    std::vector<PersonName::Word> run;
    const auto keep_longest = [&] {
        if (run.size() > person.own.size()) person.own = run;
        run.clear();
    };
    bool initials = false;
    for (std::uint32_t i = 0; i < article.tokens.size(); ++i) {
        if (!initials_at(article, i).empty()) {
            initials = true;
            // The full stop of an initial ends nothing.
            if (i + 1 < article.tokens.size() && article.tokens[i + 1].mark == '.') ++i;
        } else if (names_somebody(article, i)) {
            run.push_back(
                {std::string(article.normal_of(i)), article.has(i, Known::name), article.has(i, Known::lineage)});
        } else {
            keep_longest();
        }
    }
    keep_longest();
    // Where letters are not told from particles by capitals, words are left as they are written.
    if (initials && std::ranges::none_of(article.tokens, &detection::Token::proclitic))
        person.all = without_initials(article);
    return person;
}

bool one_speaker(const PersonName& one, const PersonName& other) {
    if (one.plain.empty() || other.plain.empty()) return one.plain == other.plain;
    if (part_of(one.plain, other.plain) || part_of(other.plain, one.plain)) return true;
    if (squeezed(one.plain) == squeezed(other.plain)) return true;
    if (one.own.empty() || other.own.empty()) return false;
    if (joined(one.own, {}) == joined(other.own, {})) return true;
    std::size_t shared = 0;
    bool family_name = false;
    for (const PersonName::Word& word : one.own) {
        if (std::ranges::find(other.own, word.text, &PersonName::Word::text) == other.own.end()) continue;
        ++shared;
        family_name = family_name || !word.given;
    }
    return family_name || shared >= 2 || (shared > 0 && shared == std::min(one.own.size(), other.own.size()));
}

}  // namespace rawi::corpus
