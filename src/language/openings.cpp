#include "language/openings.hpp"

#include <algorithm>

#include "language/rules.hpp"

namespace rawi::language {
namespace {

std::size_t quick_key(const Opening& opening) {
    const std::size_t classes = std::hash<ClassSet>{}(opening.classes);
    const std::size_t words = opening.words.empty() ? 0 : opening.words.size() * 31 + opening.words.front();
    return classes ^ (words * 0x9E3779B97F4A7C15u) ^ (std::size_t{opening.kinds} * 0xC2B2AE3Du);
}

}  // namespace

Opening& Opening::operator|=(const Opening& other) {
    anything = anything || other.anything;
    own = own || other.own;
    reading = reading || other.reading;
    quotation = quotation || other.quotation;
    capital = capital || other.capital;
    definite = definite || other.definite;
    kinds |= other.kinds;
    parts = parts | other.parts;
    classes |= other.classes;
    for (const WordId word : other.words) {
        if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
    }
    return *this;
}

OpeningFinder::OpeningFinder(std::vector<Opening>& openings) : openings_(openings) {
    if (openings_.empty()) openings_.push_back({.anything = true});
    for (std::uint32_t i = 0; i < openings_.size(); ++i) places_.emplace(quick_key(openings_[i]), i);
}

void OpeningFinder::find(Row& nodes) {
    // From the last: the opening of a row is that of its first node, and where this may be missing of the row behind
    // it.
    Opening behind{.anything = true};
    for (std::size_t i = nodes.size(); i-- > 0;) {
        Node& node = nodes[i];
        if (node.alternatives != nullptr && told_.insert(node.alternatives.get()).second) {
            for (Row& row : *node.alternatives) find(row);
        }
        Opening opening = of(node);
        node.opening = place_of(opening);
        const bool optional = node.repeat == '?' || node.repeat == '*';
        if (node.element == Element::look) {
            // Looking moves nowhere: what it must see decides, or else what comes behind it.
            if (!node.negative && !optional) {
                if (const Opening& seen = of_row(node.rows().front()); !seen.anything) behind = seen;
            }
        } else if (optional) {
            behind |= opening;
        } else {
            behind = std::move(opening);
        }
        node.row_opening = place_of(behind);
    }
}

std::uint32_t OpeningFinder::place_of(const Opening& opening) {
    if (opening.anything) return 0;
    const std::size_t key = quick_key(opening);
    const auto [first, last] = places_.equal_range(key);
    for (auto it = first; it != last; ++it) {
        if (openings_[it->second] == opening) return it->second;
    }
    const auto place = static_cast<std::uint32_t>(openings_.size());
    openings_.push_back(opening);
    places_.emplace(key, place);
    return place;
}

/// Of a row whose nodes have been told theirs.
const Opening& OpeningFinder::of_row(const Row& row) const {
    return openings_[row.empty() ? 0 : row.front().row_opening];
}

/// Of what the node matches where it does match; the rows within it have been told theirs.
Opening OpeningFinder::of(const Node& node) const {
    Opening opening;
    switch (node.element) {
        case Element::words:
            opening.anything = node.words.empty();  // of a pattern with a fault
            if (!opening.anything) opening.words.push_back(node.words.front());
            break;
        case Element::word_class: opening.classes = node.classes; break;
        case Element::part: opening.parts = node.parts; break;
        case Element::own: opening.own = true; break;
        case Element::reading: opening.reading = true; break;
        case Element::capitals:
        case Element::any: opening.kinds = 1u << static_cast<unsigned>(text::CharClass::letter); break;
        case Element::number: opening.kinds = 1u << static_cast<unsigned>(text::CharClass::digit); break;
        case Element::mark: opening.kinds = 1u << static_cast<unsigned>(node.mark); break;
        case Element::capital: opening.capital = true; break;
        case Element::definite: opening.definite = true; break;
        case Element::quotation:
        case Element::speech: opening.quotation = true; break;
        case Element::group:
            for (const Row& row : node.rows()) opening |= of_row(row);
            break;
        default: opening.anything = true; break;
    }
    return opening;
}

}  // namespace rawi::language
