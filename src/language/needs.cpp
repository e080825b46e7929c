#include "language/needs.hpp"

#include <algorithm>

#include "language/rules.hpp"

namespace rawi::language {
namespace {

void collect(const Row& nodes, Needs& needs);

/// Where each of several alternatives needs a word, one of these words.
void one_of(std::span<const Row> alternatives, Needs& needs) {
    std::uint64_t words = 0;
    for (const Row& alternative : alternatives) {
        Needs own;
        collect(alternative, own);
        if (own.words == 0) return;
        words |= own.words & (~own.words + 1);  // the lowest bit: any of them would do
    }
    if (words != 0) needs.one_of.push_back(words);
}

void collect(const Row& nodes, Needs& needs) {
    for (const Node& node : nodes) {
        if (node.repeat == '?' || node.repeat == '*') continue;
        switch (node.element) {
            case Element::words:
                for (const WordId word : node.words) needs.words |= Presence::bit_of(word);
                break;
            case Element::word_class: needs.classes.push_back(node.classes); break;
            case Element::part: needs.parts.push_back(node.parts); break;
            case Element::mark: needs.marks |= 1u << static_cast<unsigned>(node.mark); break;
            case Element::quotation:
            case Element::speech: needs.quotation = true; break;
            case Element::own: needs.own = true; break;
            case Element::group:
                if (node.rows().size() == 1)
                    collect(node.rows().front(), needs);
                else
                    one_of(node.rows(), needs);
                break;
            default: break;
        }
    }
}

}  // namespace

bool Needs::met_by(const Presence& presence, std::uint64_t own_words) const noexcept {
    if ((words & ~presence.words) != 0 || (marks & ~presence.marks) != 0) return false;
    if ((quotation && !presence.quotation) || (own && (own_words & presence.words) == 0)) return false;
    if (std::any_of(one_of.begin(), one_of.end(), [&](std::uint64_t set) { return (set & presence.words) == 0; }))
        return false;
    return std::all_of(classes.begin(), classes.end(),
                       [&](const ClassSet& set) { return (set & presence.classes).any(); }) &&
           std::all_of(parts.begin(), parts.end(), [&](PartSet set) { return set.meets(presence.parts); });
}

Needs needs_of(const Row& nodes) {
    Needs needs;
    collect(nodes, needs);
    return needs;
}

}  // namespace rawi::language
