// Matches the rules of a pack at a cue. Backtracking over a handful of elements; noun phrases, clauses and quotations
// are found by `Extents` and have one extent each, so the work stays small.
#pragma once

#include <vector>

#include "attribution/extents.hpp"
#include "text/short_list.hpp"

namespace rawi::attribution {

/// A stretch that a rule captured.
struct Capture {
    language::Role role = language::Role::none;
    Contact contact = Contact::unstated;
    TokenRange tokens;
    language::Element element = language::Element::any;
};

struct Match {
    const language::Rule* rule = nullptr;
    language::CueForm form;
    text::ShortList<Capture, 8> captures;
    TokenRange extent;  ///< all that the pattern covers

    /// The first capture of a role; empty where there is none.
    [[nodiscard]] TokenRange captured(language::Role role) const;
};

class Matcher {
public:
    Matcher(const Article& article, const std::vector<CueToken>& cues, const std::vector<std::uint32_t>& cue_at)
        : article_(article), cues_(cues), cue_at_(cue_at), extents_(article, cues, cue_at) {}

    /// The first rule that matches `cue` within `limits`; its `rule` is null if none does.
    [[nodiscard]] Match match(const CueToken& cue, TokenRange limits, std::uint32_t sentence);

    [[nodiscard]] const Extents& extents() const noexcept { return extents_; }

private:
    enum class Direction : std::uint8_t { forward, backward };

    /// What is still to be matched behind an element: called with the position reached. A reference, never stored.
    class Then {
    public:
        template <typename Function>
        Then(const Function& function)  // NOLINT: meant to convert
            : object_(&function),
              call_([](const void* object, std::uint32_t at) { return (*static_cast<const Function*>(object))(at); }) {}
        bool operator()(std::uint32_t at) const { return call_(object_, at); }

    private:
        const void* object_;
        bool (*call_)(const void*, std::uint32_t);
    };

    [[nodiscard]] language::Presence presence(TokenRange range) const;
    bool sequence(const language::Row& nodes, std::size_t index, std::uint32_t at, Direction direction, Then then);
    bool repeat(const language::Node& node, std::uint32_t at, bool again, Direction direction, Then then);
    bool many(const language::Row& nodes, std::size_t index, std::uint32_t at, bool again, Direction direction,
              Then then);
    bool once(const language::Node& node, std::uint32_t at, Direction direction, Then then);
    [[nodiscard]] bool untitled_medium(std::uint32_t at) const;
    [[nodiscard]] bool is_speech(const detection::Quotation& quotation) const;
    bool gap(std::uint32_t at, std::uint32_t opening, Then then);
    /// Groups, looks ahead and gaps can match in several ways, all other nodes in one at the most.
    [[nodiscard]] static bool simple(const language::Node& node) noexcept {
        return node.element != language::Element::group && node.element != language::Element::look &&
               node.element != language::Element::gap;
    }
    [[nodiscard]] bool opens(std::uint32_t opening, std::uint32_t at) const;
    std::uint32_t step(const language::Node& node, std::uint32_t at, Direction direction);
    void capture(const language::Node& node, std::uint32_t at, std::uint32_t next, Direction direction);
    std::uint32_t forward(const language::Node& node, std::uint32_t at);
    std::uint32_t backward(const language::Node& node, std::uint32_t at);
    [[nodiscard]] bool letter(std::uint32_t token) const {
        return article_.tokens[token].kind == text::CharClass::letter;
    }
    [[nodiscard]] bool word_is(std::uint32_t token, language::WordId word) const;
    [[nodiscard]] bool brings_noun(std::uint32_t at) const;
    [[nodiscard]] bool own_preposition(std::uint32_t token) const;
    [[nodiscard]] std::uint32_t core_limit(const language::Node& node, std::uint32_t at) const;
    [[nodiscard]] bool governed(std::uint32_t at) const;
    /// End of the cue at `token` if a reading of it meets `conditions`, else `none`.
    [[nodiscard]] std::uint32_t reading_at(std::uint32_t token, const language::Conditions& conditions) const;
    [[nodiscard]] bool ends_with_name(TokenRange phrase) const;
    [[nodiscard]] bool behind_pronoun() const;
    [[nodiscard]] bool stands_apart(TokenRange subject) const;
    [[nodiscard]] bool agrees(const language::CueForm& form) const;
    /// Whether the vowel that is written over the cue makes this reading a passive one.
    [[nodiscard]] bool written_passive(const CueToken& cue, const language::CueForm& form) const;
    /// Where no noun phrase that was read reaches the clause, but nothing else stands between: takes in the rest.
    void complete_source();
    void leave_out_what_they_say();
    [[nodiscard]] bool goes_on(std::uint32_t word, bool last) const;
    [[nodiscard]] bool rest_of_name(TokenRange rest) const;
    [[nodiscard]] bool surname(TokenRange somebody, TokenRange rest) const;
    [[nodiscard]] bool source_speaks(const language::Rule& rule) const;
    [[nodiscard]] bool content_says() const;
    [[nodiscard]] bool source_holds(const language::ClassSet& classes) const;
    [[nodiscard]] bool may_be_many(TokenRange phrase) const;
    /// Where the subject stands before its verb: whether a form of the present fits it in number.
    [[nodiscard]] bool number_fits(const language::CueForm& form) const;
    [[nodiscard]] language::Agreement number_of(TokenRange phrase) const;

    const Article& article_;
    const std::vector<CueToken>& cues_;
    const std::vector<std::uint32_t>& cue_at_;
    Extents extents_;
    const CueToken* cue_ = nullptr;
    const language::CueForm* form_ = nullptr;
    TokenRange limits_;
    std::uint32_t sentence_ = 0;
    text::ShortList<Capture, 8> captures_;
    int budget_ = 0;                ///< steps left for one rule: hostile text cannot make backtracking explode
    std::uint32_t gap_end_ = none;  ///< where the gap being tried ends
};

}  // namespace rawi::attribution
