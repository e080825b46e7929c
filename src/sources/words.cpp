// Sets of words, as mentions have them.
#include <algorithm>

#include "sources/mention.hpp"
#include "text/characters.hpp"

namespace rawi::sources {

using detection::Known;

bool holds(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool subset(const Words& part, const Words& whole) {
    return std::all_of(part.begin(), part.end(), [&](std::string_view word) { return holds(whole, word); });
}

bool share_a_word(const Words& one, const Words& other) {
    return std::any_of(one.begin(), one.end(), [&](std::string_view word) { return holds(other, word); });
}

bool same_noun(std::string_view a, std::string_view b) {
    constexpr std::size_t ending = 2, stem = 3;  // letters
    if (a.size() > b.size()) std::swap(a, b);
    const std::size_t letters = text::letters_in(a);
    return a == b || (letters >= stem && b.starts_with(a) && text::letters_in(b) <= letters + ending);
}

std::string_view country_root(std::string_view word) {
    constexpr std::size_t root = 3;  // letters
    std::uint32_t at = 0;
    for (std::size_t letter = 0; letter < root && at < word.size(); ++letter) (void)text::next_code_point(word, at);
    return word.substr(0, at);
}

bool tells_of_one(const Article& article, const Mention& mention) {
    const language::Lexicon& lexicon = article.pack->lexicon;
    const auto is = [&](Known known) { return lexicon.has(mention.head, known); };
    if (is(Known::crowd)) return false;
    const bool titled = !mention.titles.empty();  // the secretary of state
    if (titled || is(Known::role_noun) ||
        (!mention.head.empty() && mention.head.front() >= '0' && mention.head.front() <= '9'))
        return true;
    return is(Known::human_noun) && !is(Known::thing_noun) && !is(Known::event_noun) && !is(Known::time_noun) &&
           !is(Known::place_noun) && !is(Known::group_noun);
}

}  // namespace rawi::sources
