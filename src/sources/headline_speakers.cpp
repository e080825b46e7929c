#include "sources/headline_speakers.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "detection/noun_phrase.hpp"
#include "text/characters.hpp"

namespace rawi::sources {
namespace {

using attribution::Finding;
using attribution::Findings;
using detection::Known;

constexpr std::size_t fewest = 2;  // words that the two must have in common
constexpr std::size_t stem = 4;    // letters by which two forms of a word are one
// So that no headline costs more than it should: claims of it, and words of a content, that are looked at.
constexpr std::size_t most_claims = 8;
constexpr std::size_t most_words = 64;

/// The words of a content that mean something, without the article.
Words meaning_of(const Article& article, const Finding& finding) {
    static const language::ClassSet small =
        language::set_of({Known::preposition, Known::conjunction, Known::complementiser, Known::relative,
                          Known::pronoun, Known::negation, Known::auxiliary, Known::article, Known::subordinator});
    Words words;
    for (const TokenRange content : finding.content) {
        for (std::uint32_t i = content.begin; i < content.end; ++i) {
            if (words.size() == most_words) return words;
            if (article.tokens[i].kind != text::CharClass::letter || article.has(i, small)) continue;
            std::string_view word = article.normal_of(i);
            if (article.tokens[i].definite && word.size() > article.pack->article.size())
                word.remove_prefix(article.pack->article.size());
            if (!holds(words, word)) words.push_back(word);
        }
    }
    return words;
}

bool alike(std::string_view a, std::string_view b) {
    if (a == b) return true;
    std::uint32_t at = 0;
    for (std::size_t letter = 0; letter < stem; ++letter) {
        if (at >= a.size() || at >= b.size()) return false;
        (void)text::next_code_point(a, at);
    }
    return b.substr(0, at) == a.substr(0, at);
}

std::size_t shared(const Words& headline, const Words& below) {
    return static_cast<std::size_t>(std::ranges::count_if(headline, [&](std::string_view word) {
        return std::ranges::any_of(below, [&](std::string_view one) { return alike(word, one); });
    }));
}

/// Whether `below` can be the one whom the headline calls `above`.
bool can_be(const Agent& above, const Agent& below) {
    if (above.kind == AgentKind::role) return below.kind == AgentKind::person || below.kind == AgentKind::role;
    return below.kind == AgentKind::organisation;
}

void replace(Sources& result, AgentId from, AgentId to) {
    const auto one = [&](AgentId& agent) {
        if (agent == from) agent = to;
    };
    for (Speakers& speakers : result.speakers) {
        if (speakers.source) one(*speakers.source);
        for (std::vector<AgentId>& relays : speakers.relays) std::ranges::for_each(relays, one);
        for (Carrier& carrier : speakers.beside) one(carrier.agent);
    }
    std::vector<Span>& kept = result.agents[static_cast<std::size_t>(to)].mentions;
    std::vector<Span>& moved = result.agents[static_cast<std::size_t>(from)].mentions;
    kept.insert(kept.begin(), moved.begin(), moved.end());  // the headline comes first
    moved.clear();
}

/// What the attributions say in words that mean something, each read when it is first asked for.
class Meanings {
public:
    Meanings(const Article& article, const Findings& findings)
        : article_(article), findings_(findings), read_(findings.attributions.size()) {}

    const Words& operator[](std::size_t i) {
        if (!read_[i]) read_[i] = meaning_of(article_, findings_.attributions[i]);
        return *read_[i];
    }

private:
    const Article& article_;
    const Findings& findings_;
    std::vector<std::optional<Words>> read_;
};

class HeadlineSpeakers {
public:
    HeadlineSpeakers(const Article& article, const Findings& findings, Sources& result)
        : article_(article), all_(findings.attributions), result_(result), meanings_(article, findings) {}

    void run(const std::vector<std::pair<AgentId, AgentId>>& bodies) {
        const std::size_t end = headline_end();
        for (std::size_t i = 0; i < end; ++i) find_speaker(i, bodies);
        for (std::size_t i = 0; i < end; ++i) find_story(i);
    }

private:
    /// How many attributions of the headline are looked at.
    [[nodiscard]] std::size_t headline_end() const {
        std::size_t end = 0;
        while (end < std::min(all_.size(), most_claims) && article_.in_headline(all_[end].anchor())) ++end;
        return end;
    }

    /// Who of the headline is meant, if the text below names whoever says the same.
    void find_speaker(std::size_t i, const std::vector<std::pair<AgentId, AgentId>>& bodies) {
        const Finding& headline = all_[i];
        if (!result_.speakers[i].source || headline.source.empty()) return;
        const AgentId above = *result_.speakers[i].source;
        const Agent& agent = result_.agents[static_cast<std::size_t>(above)];
        // The king is somebody whom readers know; of two bodies one may have said it.
        const detection::Token& head = article_.tokens[headline.source.begin];
        const bool several = article_.pack->lexicon.brief(head.word).several;
        const bool joint = detection::holds(article_, headline.source, Known::conjunction);
        const bool known = head.definite || article_.has(headline.source.begin, Known::title);
        const bool unnamed = agent.kind == AgentKind::role && !agent.named && !several && !known;
        const bool body = agent.kind == AgentKind::organisation || agent.kind == AgentKind::unknown;
        const Span line = article_.span_of(article_.lines[article_.line_of(headline.anchor())].tokens);
        const bool below = std::ranges::any_of(agent.mentions, [&](Span mention) { return !line.contains(mention); });
        const auto called = std::ranges::find(bodies, above, &std::pair<AgentId, AgentId>::first);
        std::optional<AgentId> best;
        if (called != bodies.end()) best = called->second;
        if ((unnamed || body) && !joint && !below && !agent.publisher) {
            const auto told = most_like(i, 2, [&](AgentId one) {
                return one != above && can_be(agent, result_.agents[static_cast<std::size_t>(one)]);
            });
            if (told) best = result_.speakers[*told].source;
        }
        if (best) replace(result_, above, *best);
    }

    void find_story(std::size_t i) {
        const auto above = result_.speakers[i].source;
        if (!above || result_.agents[static_cast<std::size_t>(*above)].kind == AgentKind::outlet) return;
        for (std::size_t j = i + 1; j < all_.size(); ++j) {
            if (result_.speakers[j].source == above && !article_.in_headline(all_[j].anchor())) return;
        }
        result_.speakers[i].story = most_like(i, 3, [](AgentId) { return true; });
    }

    /// Of the attributions below the headline that have a speaker and that `accepts` takes, the one that shares most
    /// words with attribution `i` of the headline, the first of equals; nothing where none has one word in `parts` of
    /// it.
    template <class Accepts>
    std::optional<std::size_t> most_like(std::size_t i, std::size_t parts, Accepts accepts) {
        const Words& words = meanings_[i];
        std::size_t most = std::max<std::size_t>(fewest, (words.size() + parts - 1) / parts) - 1;
        std::optional<std::size_t> best;
        for (std::size_t j = i + 1; j < all_.size(); ++j) {
            const auto speaker = result_.speakers[j].source;
            if (!speaker || article_.in_headline(all_[j].anchor()) || !accepts(*speaker)) continue;
            const std::size_t count = shared(words, meanings_[j]);
            if (count <= most) continue;
            most = count;
            best = j;
        }
        return best;
    }

    const Article& article_;
    const std::vector<Finding>& all_;
    Sources& result_;
    Meanings meanings_;
};

}  // namespace

void find_headline_speakers(const Article& article, const Findings& findings,
                            const std::vector<std::pair<AgentId, AgentId>>& bodies, Sources& result) {
    HeadlineSpeakers(article, findings, result).run(bodies);
}

}  // namespace rawi::sources
