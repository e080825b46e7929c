#include "corpus/person_names.hpp"

#include <algorithm>
#include <array>

#include "corpus/outlets.hpp"
#include "corpus/words.hpp"
#include "detection/article.hpp"
#include "rawi/document.hpp"

namespace rawi::corpus {
namespace {

using detection::Known;

std::string joined(const std::vector<PersonName::Word>& words, std::string_view between) {
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
    return own.size() >= 2 ? joined(own, " ") : plain;
}

PersonName read_person(std::string_view name, std::string_view language) {
    PersonName person{.plain = plain_name(name), .own = {}};
    const language::Pack* pack = words_in(language).pack();
    if (pack == nullptr) return person;
    const Document document(Metadata{}, {}, name);
    const detection::Article article = detection::detect(document, *pack);
    std::vector<PersonName::Word> run;
    const auto keep_longest = [&] {
        if (run.size() > person.own.size()) person.own = run;
        run.clear();
    };
    for (std::uint32_t i = 0; i < article.tokens.size(); ++i) {
        if (names_somebody(article, i)) {
            run.push_back({std::string(article.normal_of(i)), article.has(i, Known::name)});
        } else {
            keep_longest();
        }
    }
    keep_longest();
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
