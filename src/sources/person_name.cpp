#include "sources/person_name.hpp"

#include <algorithm>
#include <utility>

#include "text/characters.hpp"

namespace rawi::sources {
namespace {

using detection::Known;

bool names_somebody(const detection::Article& article, std::uint32_t token) {
    static const language::ClassSet others =
        language::set_of({Known::place, Known::state, Known::organisation, Known::outlet, Known::title,
                          Known::role_noun, Known::organisation_noun});
    return article.is(token, language::Part::proper) && !article.has(token, others);
}

}  // namespace

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

std::vector<NameWord> person_name(const detection::Article& name) {
    std::vector<NameWord> longest, run;
    const auto keep_longest = [&] {
        if (run.size() > longest.size()) longest = std::move(run);
        run.clear();
    };
    for (std::uint32_t i = 0; i < name.tokens.size(); ++i) {
        if (!initials_at(name, i).empty()) {
            // The full stop of an initial ends nothing.
            if (i + 1 < name.tokens.size() && name.tokens[i + 1].mark == '.') ++i;
        } else if (names_somebody(name, i)) {
            run.push_back({std::string(name.normal_of(i)), name.has(i, Known::name), name.has(i, Known::lineage)});
        } else {
            keep_longest();
        }
    }
    keep_longest();
    return longest;
}

}  // namespace rawi::sources
