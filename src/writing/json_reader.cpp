// The way back from the schema "rawi/1". Nothing in the input is trusted: what leaves here keeps the promises that
// rawi/saved.hpp makes.
#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "language/names.hpp"
#include "rawi/error.hpp"
#include "rawi/saved.hpp"

namespace rawi {
namespace {

using Json = nlohmann::json;

constexpr std::uint64_t largest_blank_text = std::uint64_t{64} << 20;

[[noreturn]] void fail(const std::string& what) {
    throw Error("not a saved analysis: " + what);
}

// A member with the path that leads to it, for messages: "attributions[3].chain".
class Member {
public:
    Member(const Json& value, std::string path) : value_(value), path_(std::move(path)) {}

    [[nodiscard]] bool is_null() const { return value_.is_null(); }
    [[nodiscard]] const std::string& path() const { return path_; }

    /// A member that has to be there; `null` where it is not and `missing` allows it.
    [[nodiscard]] Member at(const char* key, bool missing = false) const {
        static const Json null;
        if (!value_.is_object()) fail(path_ + " should be an object");
        const auto found = value_.find(key);
        const std::string inner = path_.empty() ? key : path_ + '.' + key;
        if (found != value_.end()) return {*found, inner};
        if (!missing) fail(inner + " is missing");
        return {null, inner};
    }

    [[nodiscard]] bool has(const char* key) const { return value_.is_object() && value_.contains(key); }

    [[nodiscard]] std::string string() const {
        if (!value_.is_string()) fail(path_ + " should be a string");
        return value_.get<std::string>();
    }
    [[nodiscard]] std::string string_or_empty() const { return is_null() ? std::string() : string(); }

    [[nodiscard]] bool boolean() const {
        if (!value_.is_boolean()) fail(path_ + " should be true or false");
        return value_.get<bool>();
    }

    [[nodiscard]] std::uint64_t number() const {
        if (!value_.is_number_unsigned()) fail(path_ + " should be a whole number");
        return value_.get<std::uint64_t>();
    }

    template <class Use>
    void each(Use use) const {
        if (!value_.is_array()) fail(path_ + " should be an array");
        for (std::size_t i = 0; i < value_.size(); ++i) use(Member(value_[i], path_ + '[' + std::to_string(i) + ']'));
    }

    template <class Enum>
    [[nodiscard]] Enum one_of() const {
        const std::string name = string();
        const auto value = language::from_name<Enum>(name);
        if (!value) fail(path_ + " is \"" + name + "\", which this version of rawi does not know");
        return *value;
    }

    /// `[start, end]` in code points.
    [[nodiscard]] std::pair<std::uint64_t, std::uint64_t> range() const {
        if (!value_.is_array() || value_.size() != 2) fail(path_ + " should be [start, end]");
        const auto start = Member(value_[0], path_ + "[0]").number();
        const auto end = Member(value_[1], path_ + "[1]").number();
        if (start > end) fail(path_ + " ends before it starts");
        return {start, end};
    }

private:
    const Json& value_;
    std::string path_;
};

// The largest end of a span anywhere below `value`: of any array of two whole numbers.
std::uint64_t largest_offset(const Json& value) {
    std::uint64_t largest = 0;
    std::vector<const Json*> pending{&value};
    while (!pending.empty()) {
        const Json& next = *pending.back();
        pending.pop_back();
        if (next.is_array() && next.size() == 2 && next[0].is_number_unsigned() && next[1].is_number_unsigned()) {
            largest = std::max(largest, next[1].get<std::uint64_t>());
        } else if (next.is_structured()) {
            for (const Json& inner : next) pending.push_back(&inner);
        }
    }
    return largest;
}

class Decoder {
public:
    explicit Decoder(const Json& json) : json_(json), root_(json, "") {}

    SavedAnalysis decode() {
        if (const std::string schema = root_.at("schema").string(); schema != "rawi/1") {
            fail("its schema is \"" + schema + "\", not \"rawi/1\"");
        }
        SavedAnalysis saved;
        Analysis& analysis = saved.analysis;
        const Member document = root_.at("document");
        saved.has_text = !document.at("text", true).is_null();
        analysis.document = read_document(document);
        code_points_.emplace(analysis.document.text());
        code_point_count_ = (*code_points_)(static_cast<std::uint32_t>(analysis.document.text().size()));
        analysis.language = document.at("language", true).string_or_empty();
        analysis.right_to_left =
            !document.at("right_to_left", true).is_null() && document.at("right_to_left").boolean();
        analysis.dateline = span_or_none(document.at("dateline_span", true));
        if (!document.at("furniture", true).is_null()) analysis.furniture = spans(document.at("furniture"));
        read_agents(analysis);
        read_attributions(analysis);
        return saved;
    }

private:
    Document read_document(const Member& member) const {
        Metadata given;
        given.id = root_.at("id").string();
        given.language = member.at("language", true).string_or_empty();
        if (member.has("language_given")) given.language = member.at("language_given").string_or_empty();
        given.origin = member.at("origin", true).string_or_empty();
        given.outlet = member.at("outlet", true).string_or_empty();
        given.author = member.at("author", true).string_or_empty();
        given.url = member.at("url", true).string_or_empty();
        given.published = member.at("published", true).string_or_empty();
        const std::string title = member.at("title", true).string_or_empty();
        const Member text = member.at("text", true);
        return Document(std::move(given), title, text.is_null() ? blank_body(title) : text.string());
    }

    [[nodiscard]] std::string blank_body(const std::string& title) const {
        const std::uint64_t needed = largest_offset(json_);
        if (needed > largest_blank_text) fail("a span ends at " + std::to_string(needed) + ", beyond any article");
        const Document head({}, title, "");
        const std::uint64_t before = CodePointIndex(head.text())(static_cast<std::uint32_t>(head.text().size()));
        return std::string(needed > before ? needed - before : 0, ' ');
    }

    void read_agents(Analysis& analysis) {
        bool published = false;
        root_.at("agents").each([&](const Member& member) {
            const AgentId id{static_cast<std::uint32_t>(analysis.agents.size())};
            if (!agents_.emplace(member.at("id").string(), id).second) fail(member.path() + ".id is taken already");
            Agent agent;
            agent.name = member.at("name").string_or_empty();
            agent.kind = member.at("kind").one_of<AgentKind>();
            agent.named = member.at("named").boolean();
            agent.publisher = member.at("publisher").boolean();
            agent.outlet_id = member.at("outlet_id", true).string_or_empty();
            agent.mentions = spans(member.at("mentions"));
            if (agent.publisher && std::exchange(published, true)) fail(member.path() + " is a second publisher");
            if (agent.publisher) analysis.publisher = id;
            analysis.agents.push_back(std::move(agent));
        });
        if (!published) fail("no agent is the publisher");
    }

    void read_attributions(Analysis& analysis) {
        const Member all = root_.at("attributions");
        std::uint32_t count = 0;
        all.each([&](const Member& member) {
            if (!attributions_.emplace(member.at("id").string(), AttributionId{count++}).second) {
                fail(member.path() + ".id is taken already");
            }
        });
        all.each([&](const Member& member) {
            analysis.attributions.push_back(read_attribution(member, analysis.publisher));
        });
        check_nesting(analysis);
    }

    Attribution read_attribution(const Member& member, AgentId publisher) {
        Attribution said;
        said.cue = words(member.at("cue"));
        said.lemma = member.at("lemma").string_or_empty();
        said.stance = member.at("stance").one_of<Stance>();
        const Member source = member.at("source");
        if (!source.at("agent").is_null()) said.source = agent(source.at("agent"));
        said.source_span = span_or_none(source.at("span"));
        said.content = words(member.at("content"));
        if (said.content.empty()) fail(member.path() + ".content is empty");
        said.type = member.at("type").one_of<ContentType>();
        member.at("chain").each([&](const Member& id) { said.chain.push_back(agent(id)); });
        check_chain(member.at("chain"), said, publisher);
        member.at("hops").each([&](const Member& hop) { said.hops.push_back(read_hop(hop, said)); });
        if (said.chain.size() != said.hops.size() + 1)
            fail(member.path() + " should have one hop less than links in its chain");
        if (!member.at("medium").is_null()) said.medium = member.at("medium").string();
        if (const Member when = member.at("when"); !when.is_null()) {
            said.when = When{span(when.at("text")), when.at("date").string_or_empty()};
        }
        if (const Member parent = member.at("parent"); !parent.is_null()) said.parent = attribution(parent);
        member.at("flags").each([&](const Member& flag) { said.flags.push_back(flag.one_of<Flag>()); });
        std::ranges::sort(said.flags);
        said.flags.erase(std::unique(said.flags.begin(), said.flags.end()), said.flags.end());
        said.rule = member.at("rule").string_or_empty();
        said.rule_place = member.at("rule_place", true).string_or_empty();
        return said;
    }

    static void check_chain(const Member& member, const Attribution& said, AgentId publisher) {
        if (said.chain.empty() || said.chain.back() != publisher)
            fail(member.path() + " should end with the publisher");
        if (said.source && said.chain.front() != *said.source) fail(member.path() + " should begin with the source");
        std::unordered_set<std::uint32_t> seen;
        for (const AgentId id : said.chain) {
            if (!seen.insert(static_cast<std::uint32_t>(id)).second) fail(member.path() + " has an agent twice");
        }
    }

    /// The next hop of `said`.
    Hop read_hop(const Member& member, const Attribution& said) {
        Hop hop;
        hop.from = agent(member.at("from"));
        hop.to = agent(member.at("to"));
        const std::size_t place = said.hops.size();
        if (place + 1 < said.chain.size() && (hop.from != said.chain[place] || hop.to != said.chain[place + 1]))
            fail(member.path() + " should lead from one link of the chain to the next");
        hop.contact = member.at("contact").one_of<Contact>();
        hop.phrase = words(member.at("phrase"));
        hop.inferred = member.at("inferred").boolean();
        hop.beside = member.has("beside") && member.at("beside").boolean();
        if (hop.inferred && !hop.phrase.empty()) fail(member.path() + " is inferred and has words that say it");
        hop.rule = member.at("rule", true).string_or_empty();
        return hop;
    }

    // A circle of parents would let those who walk up from a claim walk for ever. Each walk ends where one before it
    // has been.
    static void check_nesting(const Analysis& analysis) {
        std::vector<std::uint32_t> walk_of(analysis.attributions.size(), 0);
        for (std::uint32_t walk = 1; walk <= walk_of.size(); ++walk) {
            std::optional<AttributionId> at{AttributionId{walk - 1}};
            for (; at && walk_of[static_cast<std::size_t>(*at)] == 0; at = analysis.attribution(*at).parent)
                walk_of[static_cast<std::size_t>(*at)] = walk;
            if (at && walk_of[static_cast<std::size_t>(*at)] == walk) fail("attributions are their own parents");
        }
    }

    [[nodiscard]] AgentId agent(const Member& member) const {
        const auto found = agents_.find(member.string());
        if (found == agents_.end()) fail(member.path() + ": there is no agent \"" + member.string() + '"');
        return found->second;
    }

    [[nodiscard]] AttributionId attribution(const Member& member) const {
        const auto found = attributions_.find(member.string());
        if (found == attributions_.end()) fail(member.path() + ": there is no attribution \"" + member.string() + '"');
        return found->second;
    }

    [[nodiscard]] Span span(const Member& member) const {
        const auto [start, end] = member.range();
        if (end > code_point_count_) fail(member.path() + " ends beyond the text");
        return {code_points_->byte_of(static_cast<std::uint32_t>(start)),
                code_points_->byte_of(static_cast<std::uint32_t>(end))};
    }

    [[nodiscard]] std::optional<Span> span_or_none(const Member& member) const {
        return member.is_null() ? std::nullopt : std::optional(span(member));
    }

    [[nodiscard]] std::vector<Span> spans(const Member& member) const {
        std::vector<Span> all;
        member.each([&](const Member& one) { all.push_back(span(one)); });
        return all;
    }

    /// Stretches of words in the order of the text.
    [[nodiscard]] std::vector<Span> words(const Member& member) const {
        std::vector<Span> all;
        member.each([&](const Member& one) {
            const Span next = span(one);
            if (next.empty()) fail(one.path() + " is empty");
            if (!all.empty() && next.begin < all.back().end) fail(one.path() + " begins before the one before it ends");
            all.push_back(next);
        });
        return all;
    }

    const Json& json_;
    Member root_;
    std::optional<CodePointIndex> code_points_;
    std::uint64_t code_point_count_ = 0;
    std::unordered_map<std::string, AgentId> agents_;
    std::unordered_map<std::string, AttributionId> attributions_;
};

}  // namespace

SavedAnalysis read_analysis(std::string_view json) {
    Json parsed;
    try {
        parsed = Json::parse(json);
    } catch (const Json::exception& problem) {
        const std::string what = problem.what();  // "[json.exception.parse_error.101] parse error at ...: ..."
        const auto reason = what.find("] ");
        throw Error("not JSON: " + (reason == std::string::npos ? what : what.substr(reason + 2)));
    }
    if (!parsed.is_object()) fail("it should be an object");
    return Decoder(parsed).decode();
}

}  // namespace rawi
