#include "language/openings.hpp"

#include <algorithm>

#include "language/rules.hpp"

namespace rawi::language {
namespace {

Opening opening_of(const std::vector<Node>& row, std::size_t first);

/// Of what the node matches where it does match.
Opening opening_of(const Node& node) {
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
            for (const std::vector<Node>& alternative : node.alternatives) opening |= opening_of(alternative, 0);
            break;
        default: opening.anything = true; break;
    }
    return opening;
}

Opening opening_of(const std::vector<Node>& row, std::size_t first) {
    Opening opening;
    for (std::size_t i = first; i < row.size(); ++i) {
        const Node& node = row[i];
        const bool optional = node.repeat == '?' || node.repeat == '*';
        if (node.element == Element::look) {
            // Looking moves nowhere: what it must see decides, or else what comes behind it.
            if (node.negative || optional) continue;
            const Opening seen = opening_of(node.alternatives.front(), 0);
            if (seen.anything) continue;
            opening |= seen;
            return opening;
        }
        opening |= opening_of(node);
        if (!optional) return opening;
    }
    opening.anything = true;
    return opening;
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

void find_openings(std::vector<Node>& nodes, std::vector<Opening>& openings) {
    if (openings.empty()) openings.push_back({.anything = true});
    const auto place_of = [&](const Opening& opening) {
        if (opening.anything) return std::uint32_t{0};
        const auto found = std::find(openings.begin(), openings.end(), opening);
        const auto place = static_cast<std::uint32_t>(found - openings.begin());
        if (found == openings.end()) openings.push_back(opening);
        return place;
    };
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        for (std::vector<Node>& alternative : nodes[i].alternatives) find_openings(alternative, openings);
        nodes[i].opening = place_of(opening_of(nodes[i]));
        nodes[i].row_opening = place_of(opening_of(nodes, i));
    }
}

}  // namespace rawi::language
