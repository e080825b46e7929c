// The agents of an article as they are met, and whom a mention means.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "sources/latest_agents.hpp"
#include "sources/mention.hpp"

namespace rawi::sources {

class AgentTable {
public:
    explicit AgentTable(const Article& article);

    /// The agent whom `mention` means, made if nobody fits. Null for a pronoun that nobody fits.
    std::optional<AgentId> resolve(const Mention& mention);
    /// The same where it is known to be `agent`, if there is one.
    std::optional<AgentId> resolve(const Mention& mention, std::optional<AgentId> agent);

    /// Whether an agent is known whom `mention` means, and which.
    [[nodiscard]] bool knows(const Mention& mention) const { return find(mention).has_value(); }
    [[nodiscard]] std::optional<AgentId> known(const Mention& mention) const { return find(mention); }

    /// The same for a mention that says nothing here: it adds to nobody's name.
    std::optional<AgentId> meet(const Mention& mention);

    /// An agent that the text need not name.
    AgentId add(Agent agent, const Words& words);

    /// The agent of an outlet in the list of outlets, or of a name: `words` are all of it, `own` those that stand in no
    /// other outlet's of its kind.
    [[nodiscard]] std::optional<AgentId> find_outlet(std::string_view key, const Words& words,
                                                     const Words& own = {}) const;

    /// Whether the mention is headed by a noun by which the agent has been described.
    [[nodiscard]] bool shares_head(const Mention& mention, AgentId agent) const;

    /// Whether nothing speaks against calling the agent so as well: "the French diplomat" comes from where it does.
    [[nodiscard]] bool fits_epithet(const Mention& mention, AgentId agent) const;

    /// What speaks is a person unless more is known.
    void speaks(AgentId agent);

    /// Remembers that `agent` spoke last, for pronouns and dropped subjects.
    void spoke(AgentId agent);

    /// Remembers that `agent` was the subject of a sentence: a pronoun may mean it.
    void noticed(AgentId agent);

    /// Where heads stand first: the body in the description of a person (مدير شركة المرسى) is spoken of as well.
    void meet_body(const Mention& person);
    /// Remembers that a speaker belongs to the body: "the company" may mean it.
    void employs(AgentId body) { employers_.put(body); }

    /// Remembers that `agent` spoke in a statement, a report, a letter: "the statement" is its words. `noun` is what
    /// the paper is, without article and ending, as long-lived as the article; empty where nothing tells papers apart.
    void issued(AgentId agent, std::string_view noun);

    /// The latest speaker that `agreement` fits.
    [[nodiscard]] std::optional<AgentId> latest(language::Agreement agreement) const;

    /// The latest outlet that spoke or passed on, besides the publisher, that `agreement` fits.
    [[nodiscard]] std::optional<AgentId> latest_outlet(language::Agreement agreement) const;

    /// The latest speaker or subject whom a pronoun of that agreement can mean that stands at the token `at`; `papers`:
    /// whether that can be a document.
    [[nodiscard]] std::optional<AgentId> antecedent(language::Agreement agreement, std::uint32_t at,
                                                    bool papers = true) const;

    /// Whom no pronoun of the third person means until further notice: the one in whose words it stands.
    void except(std::optional<AgentId> speaker) { excepted_ = speaker; }

    /// Whether the agent is plainly one or several people: somebody with a name of two words, or called by an office or
    /// another word for people.
    [[nodiscard]] bool people(AgentId id) const;

    /// The poll met last.
    [[nodiscard]] std::optional<AgentId> latest_survey() const;

    /// Lists `tokens` among the words by which the agent is spoken of.
    void mention(AgentId agent, TokenRange tokens);
    /// The agent is spoken of there, by nothing that is to be listed.
    void spoken_of(AgentId agent, TokenRange tokens);
    [[nodiscard]] const std::vector<Agent>& agents() const noexcept { return agents_; }
    [[nodiscard]] language::Agreement agreement(AgentId agent) const;
    /// The only one who speaks in the headline by an office or a description, where `mention`, who speaks first below
    /// it, may be meant: "former official: ...", then "Jane Doe, once a coordinator, said".
    [[nodiscard]] std::optional<AgentId> announced(const Mention& mention) const;
    /// "An official said. Jane Doe went on": the only one who has spoken so far, if described without a name, by words
    /// that the named one may be described by, or by none but a name behind a verb that `continues` what was said.
    [[nodiscard]] std::optional<AgentId> described_first(const Mention& mention, bool continues) const;
    /// Those whom the headline calls by what a body is for, with the body that is named below.
    [[nodiscard]] std::vector<std::pair<AgentId, AgentId>> bodies_of_headline() const;
    /// A verb of this agreement has had the agent as its subject: it tells a woman whom her office (وزير) does not.
    void voiced(AgentId agent, language::Agreement verb);
    [[nodiscard]] std::vector<Agent> take();

private:
    struct Record {
        Words words;           ///< of the name, or of the description where no name is known
        Words proper;          ///< of a person's own name as given in full, where heads stand first
        Words principal;       ///< of another's name, which completes the description
        Words beside;          ///< that only complete descriptions of the agent: see `Mention`
        Words epithets;        ///< of these the adjectives by which the agent may be called
        Words served;          ///< of the body that the office of one with a name is of or for
        Words own;             ///< a body's own name, without the noun that says what it is
        Words alias;           ///< its other name
        Words field;           ///< what it is for
        std::string state;     ///< the country that a place stands for
        bool headline = true;  ///< spoken of in the headline only
        bool joint = false;
        bool paired = false;           ///< called by a name with "and" in it
        bool possessed = false;        ///< somebody's
        bool assumed = false;          ///< taken for a person by nothing but the name and that it speaks
        bool indefinite = false;       ///< nobody, everyone
        Words heads;                   ///< of its descriptions
        std::string_view quantity;     ///< how many of those it was first said to be: "some"
        bool generic = false;          ///< first spoken of by a head alone: "a poll"
        std::optional<AgentId> owner;  ///< whose it is: "Smith's spokesman"
        Words places;                  ///< where it is said to be from
        Words described;               ///< all words by which it has been spoken of
        bool oblique = false;          ///< its name is several people in the form of an object
        bool has_name = false;         ///< its name is a name alone, without titles and descriptions
        language::Agreement agreement;
        language::Gender voice = language::Gender::any;  ///< of the verbs that the agent was the subject of
        language::Agreement paper;    ///< of the document by which it was last spoken of: a report of the charity's
        std::uint32_t spoken_of = 0;  ///< the last token at which the text mentions it
        std::uint32_t told_of = 0;    ///< the same outside of quotations
        std::uint32_t fullest = 0;    ///< words of the mention that gave the name
        std::uint32_t own_names = 0;  ///< those of them that are a person's own
    };

    [[nodiscard]] std::optional<AgentId> find(const Mention& mention) const;
    // capitalised_agents.cpp: where names show by capitals.
    [[nodiscard]] std::optional<AgentId> find_capitalised(const Mention& mention) const;
    struct Description;
    [[nodiscard]] std::optional<AgentId> find_described(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> latest_fitting(const Description& description,
                                                        bool (AgentTable::*called)(const Description&, AgentId)
                                                            const) const;
    [[nodiscard]] bool may_mean(const Description& description, AgentId id) const;
    [[nodiscard]] bool in_the_same_words(const Description& description, AgentId id) const;
    [[nodiscard]] bool by_its_head(const Description& description, AgentId id) const;
    [[nodiscard]] std::optional<AgentId> meant_by_kind(const Mention& mention) const;
    [[nodiscard]] bool same_name(const Mention& mention, AgentId id) const;
    [[nodiscard]] bool named_elsewhere(const Mention& name, AgentId id) const;
    [[nodiscard]] std::optional<AgentId> latest_joint() const;
    [[nodiscard]] bool names_another(const Mention& mention) const;
    [[nodiscard]] bool may_mean_anybody(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> described_in_headline(const Mention& mention) const;
    [[nodiscard]] bool outlet_without_name(std::size_t agent) const;
    [[nodiscard]] std::optional<AgentId> described_in_lead(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> find_by_words(const Mention& mention) const;
    [[nodiscard]] bool means_by_words(const Mention& mention, AgentId id) const;
    [[nodiscard]] std::optional<AgentId> find_by_description(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> find_by_surname(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> described_before(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> latest_body(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> latest_assumed(const Mention& mention) const;
    [[nodiscard]] bool called_by_surname(AgentId id, const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> company_near(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> latest_outlet(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> owner_of(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> latest_person(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> latest_from(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> contender(const Mention& mention) const;
    [[nodiscard]] bool from_elsewhere(const Mention& mention, AgentId id) const;
    [[nodiscard]] bool many(AgentId id) const;
    [[nodiscard]] bool heads_agree(const Mention& mention, AgentId id) const;
    [[nodiscard]] std::optional<AgentId> own_outlet(const Mention& mention) const;
    [[nodiscard]] bool in_full(const Mention& mention, AgentId id) const;
    // antecedents.cpp: who goes on.
    [[nodiscard]] std::optional<AgentId> titled(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> addressed(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> latest_of_kind(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> latest_source(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> outlet_named_last(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> last_mentioned(const Mention& latter) const;
    [[nodiscard]] bool country(AgentId id) const;
    [[nodiscard]] bool single(AgentId id) const;
    /// Whether the agent is somebody, and one, of whom no more than an office or a description is known.
    [[nodiscard]] bool described_only(AgentId id) const;
    /// The only one who has spoken so far, if described only and agreeing with `mention`.
    [[nodiscard]] std::optional<AgentId> only_described(const Mention& mention) const;
    [[nodiscard]] std::uint32_t paragraphs_before(std::uint32_t at, int count) const;
    [[nodiscard]] std::optional<AgentId> only_one_since(std::uint32_t begin, std::uint32_t at,
                                                        language::Agreement agreement) const;
    [[nodiscard]] bool introduced_since(std::uint32_t begin, AgentId id) const;
    [[nodiscard]] bool others(language::Agreement several, AgentId last) const;
    // called_in_short.cpp: by the country's adjective, by what a body is for.
    [[nodiscard]] std::optional<AgentId> holder_of_office(const Mention& mention) const;
    [[nodiscard]] bool of_another_country(const Mention& mention, AgentId id) const;
    [[nodiscard]] bool by_country(const Mention& mention) const;
    [[nodiscard]] bool bare_body_of(const Mention& mention, AgentId id) const;
    [[nodiscard]] bool by_name_alone(AgentId id) const;
    [[nodiscard]] std::optional<AgentId> named_before(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> body_by_name(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> called_by_field(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> only_body_for(const Words& field) const;
    [[nodiscard]] Words field_of(const Mention& mention) const;
    [[nodiscard]] bool field_alone(const Words& words) const;
    [[nodiscard]] bool by_origin_alone(const Words& words) const;
    // described_agents.cpp: offices, surnames and descriptions.
    [[nodiscard]] std::optional<AgentId> find_office(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> called_otherwise(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> only_one_called(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> only_one_surnamed(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> spelled_otherwise(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> surname_of_outlet(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> titled_before(const Mention& mention) const;
    /// Whether the mention is a name alone that only completes the description of the agent: X of "X's spokesman".
    [[nodiscard]] bool principal_of(const Mention& mention, AgentId id) const;
    [[nodiscard]] bool served_by(const Mention& mention, AgentId id) const;
    [[nodiscard]] bool only_completes(const Mention& mention, AgentId id) const;
    /// Where heads stand first: whether the words before the name have described the agent, who has none yet.
    [[nodiscard]] bool names_described(const Mention& mention, AgentId id) const;
    [[nodiscard]] std::optional<AgentId> announcer(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> issuer_of(const Mention& mention) const;
    /// Where heads stand first: a paper whose pronoun says whose it is, and who that is.
    [[nodiscard]] bool own_paper(const Mention& mention) const;
    [[nodiscard]] std::optional<AgentId> owner_of_paper(const Mention& mention) const;
    [[nodiscard]] bool is_document(const Mention& mention) const;
    /// The first of the agents that are remembered in the order in which they were first spoken of.
    [[nodiscard]] std::size_t first_remembered() const noexcept {
        return agents_.size() > remembered_agents ? agents_.size() - remembered_agents : 0;
    }
    /// "Agencies" are listed like an outlet, to be found in datelines, and are the name of none.
    void unname_agencies();
    void learn(AgentId id, const Mention& mention);
    void learn_own_name(AgentId id, const Mention& mention);

    const Article& article_;
    TokenRange lead_, second_;      ///< the paragraphs that open the article
    std::deque<std::string> kept_;  ///< words that stand in no text
    std::vector<Agent> agents_;
    std::vector<Record> records_;
    std::vector<std::uint64_t> signatures_;  ///< of the records' words: see `signature_of`
    std::optional<AgentId> issuer_;
    std::vector<std::pair<std::string_view, AgentId>> papers_;  ///< the latest issuer of a paper that is called so
    std::optional<AgentId> own_;                                ///< the publisher, if it has a name
    bool other_outlet_ = false;                                 ///< another outlet has been named
    std::optional<AgentId> excepted_;
    LatestAgents recent_;     ///< speakers
    LatestAgents employers_;  ///< bodies that speakers have been said to belong to
    LatestAgents salient_;    ///< speakers and subjects
};

}  // namespace rawi::sources
