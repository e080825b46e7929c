// What an article has told of one agent, besides what the analysis shows of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "language/agreement.hpp"
#include "rawi/agent.hpp"
#include "sources/mention.hpp"

namespace rawi::sources {

struct AgentRecord {
    Words words;                   ///< of the name, or of the description where no name is known
    Words proper;                  ///< of a person's own name as given in full, where heads stand first
    Words principal;               ///< of another's name, which completes the description
    Words beside;                  ///< that only complete descriptions of the agent: see `Mention`
    Words epithets;                ///< of these the adjectives by which the agent may be called
    Words served;                  ///< of the body that the office of one with a name is of or for
    Words own;                     ///< a body's own name, without the noun that says what it is
    Words alias;                   ///< its other name
    Words field;                   ///< what it is for
    Words heads;                   ///< of its descriptions
    Words places;                  ///< where it is said to be from
    Words described;               ///< all words by which it has been spoken of
    std::uint64_t signature = 0;   ///< of `words`: see `signature_of`; 0: without words
    std::string state;             ///< the country that a place stands for
    std::string_view quantity;     ///< how many of those it was first said to be: "some"
    std::optional<AgentId> owner;  ///< whose it is: "Smith's spokesman"
    bool headline = true;          ///< spoken of in the headline only
    bool joint = false;
    bool paired = false;      ///< called by a name with "and" in it
    bool possessed = false;   ///< somebody's
    bool assumed = false;     ///< taken for a person by nothing but the name and that it speaks
    bool indefinite = false;  ///< nobody, everyone
    bool generic = false;     ///< first spoken of by a head alone: "a poll"
    bool oblique = false;     ///< its name is several people in the form of an object
    bool has_name = false;    ///< its name is a name alone, without titles and descriptions
    language::Agreement agreement;
    language::Gender voice = language::Gender::any;  ///< of the verbs that the agent was the subject of
    language::Agreement paper;    ///< of the document by which it was last spoken of: a report of the charity's
    std::uint32_t spoken_of = 0;  ///< the last token at which the text mentions it
    std::uint32_t told_of = 0;    ///< the same outside of quotations
    std::uint32_t fullest = 0;    ///< words of the mention that gave the name
    std::uint32_t own_names = 0;  ///< those of them that are a person's own
};

}  // namespace rawi::sources
