#include "writing/explanation.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "text/width.hpp"
#include "writing/terminal.hpp"

namespace rawi::writing {
namespace {

constexpr std::size_t name_columns = 9;

class Explanation {
public:
    Explanation(std::string& out, const Analysis& analysis, const CodePointIndex& code_points,
                const ExplanationLook& look)
        : out_(out), analysis_(analysis), look_(look), code_points_(code_points) {}

    void append(const Attribution& said) {
        rule("rule", said.rule.empty() ? "(none recorded)" : said.rule, said.rule_place);
        evidence("cue", {"lemma " + shown(said.lemma)}, said.cue);
        if (!said.source) {
            evidence("source", {"nobody is given"}, {});
        } else if (said.source_span) {
            evidence("source", {agent(*said.source)}, {*said.source_span});
        } else {
            evidence("source", {agent(*said.source) + ",", "no noun stands for it here"}, {});
        }
        evidence("content", {std::string(name_of(said.type))}, said.content);
        for (const Hop& hop : said.hops) {
            std::string how = std::string(name_of(hop.contact)).append(hop.inferred ? ", inferred" : ", stated");
            if (hop.beside) how.append(", side by side");
            if (!hop.rule.empty()) how.append(" by ").append(text::printable(hop.rule));
            evidence("hop", {agent(hop.from) + " →", agent(hop.to) + ",", how}, hop.phrase);
        }
    }

private:
    void rule(std::string_view name, std::string_view rule, std::string_view place) {
        std::string line = text::printable(rule);
        if (!place.empty()) line += " at " + text::printable(place);
        write(name, {line});
    }

    void evidence(std::string_view name, std::vector<std::string> pieces, const std::vector<Span>& spans) {
        for (const Span span : spans) {
            std::string piece = "[" + std::to_string(code_points_(span.begin));
            piece.append(", ").append(std::to_string(code_points_(span.end))).append(")");
            const std::string words = analysis_.document.joined({span});
            if (!words.empty()) piece.append(" “").append(shown(words)).append("”");
            pieces.push_back(std::move(piece));
        }
        write(name, pieces);
    }

    void write(std::string_view name, const std::vector<std::string>& pieces) {
        out_.append(look_.indent, ' ');
        std::string label(name);
        label.resize(std::max(name_columns, label.size() + 1), ' ');
        out_ += painted(Ink::note, label, look_.colour);
        Flow line(out_, look_.width, look_.indent + label.size(), look_.colour);
        for (const std::string& piece : pieces) {
            line.add(" ", painted(Ink::note, piece, look_.colour), text::display_width(piece));
        }
        out_ += '\n';
    }

    [[nodiscard]] std::string shown(std::string_view text) const {
        const std::size_t columns =
            std::max<std::size_t>(look_.width, look_.indent + 40) - look_.indent - name_columns - 18;
        return isolated(shortened(text::printable(text), columns), analysis_.right_to_left);
    }

    [[nodiscard]] std::string agent(AgentId id) const {
        const Agent& agent = analysis_.agent(id);
        const std::string name = agent.name.empty() ? "(no name)" : shortened(text::printable(agent.name), 32);
        return isolated(name, analysis_.right_to_left).append(" (").append(name_of(agent.kind)).append(")");
    }

    std::string& out_;
    const Analysis& analysis_;
    const ExplanationLook& look_;
    const CodePointIndex& code_points_;
};

}  // namespace

void append_explanation(std::string& out, const Analysis& analysis, const CodePointIndex& code_points,
                        const Attribution& said, const ExplanationLook& look) {
    Explanation(out, analysis, code_points, look).append(said);
}

}  // namespace rawi::writing
