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
    Explanation(std::string& out, const Analysis& analysis, const ExplanationLook& look)
        : out_(out), analysis_(analysis), look_(look), code_points_(analysis.document.text()) {}

    void append(const Attribution& said) {
        rule("rule", said.rule.empty() ? "(none recorded)" : said.rule, said.rule_place);
        evidence("cue", "lemma " + shown(said.lemma), said.cue);
        if (!said.source) {
            evidence("source", "nobody is given", {});
        } else if (said.source_span) {
            evidence("source", agent(*said.source), {*said.source_span});
        } else {
            evidence("source", agent(*said.source) + ", no noun stands for it here", {});
        }
        evidence("content", std::string(name_of(said.type)), said.content);
        for (const Hop& hop : said.hops) {
            std::string step = agent(hop.from) + " → " + agent(hop.to) + ", " + std::string(name_of(hop.contact));
            step += hop.inferred ? ", inferred" : ", stated";
            if (!hop.rule.empty()) step += " by " + text::printable(hop.rule);
            evidence("hop", step, hop.phrase);
        }
    }

private:
    void rule(std::string_view name, std::string_view rule, std::string_view place) {
        std::string line = text::printable(rule);
        if (!place.empty()) line += " at " + text::printable(place);
        write(name, line);
    }

    void evidence(std::string_view name, const std::string& what, const std::vector<Span>& spans) {
        std::string line = what;
        for (const Span span : spans) {
            line += line.empty() ? "" : " ";
            line.append("[").append(std::to_string(code_points_(span.begin))).append(", ");
            line.append(std::to_string(code_points_(span.end))).append(") “");
            line.append(shown(analysis_.document.text(span))).append("”");
        }
        write(name, line);
    }

    void write(std::string_view name, std::string_view line) {
        out_.append(look_.indent, ' ');
        std::string label(name);
        label.resize(std::max(name_columns, label.size() + 1), ' ');
        out_ += painted(Ink::note, label + std::string(line), look_.colour);
        out_ += '\n';
    }

    [[nodiscard]] std::string shown(std::string_view text) const {
        const std::size_t columns = std::max<std::size_t>(look_.width, look_.indent + 40) - look_.indent - name_columns - 18;
        return isolated(shortened(text::printable(text), columns), analysis_.right_to_left);
    }

    [[nodiscard]] std::string agent(AgentId id) const {
        const Agent& agent = analysis_.agent(id);
        std::string shown_agent(1, 'a');
        shown_agent += std::to_string(static_cast<std::size_t>(id) + 1);
        return shown_agent.append(" (").append(name_of(agent.kind)).append(")");
    }

    std::string& out_;
    const Analysis& analysis_;
    const ExplanationLook& look_;
    CodePointIndex code_points_;
};

}  // namespace

void append_explanation(std::string& out, const Analysis& analysis, const Attribution& said, const ExplanationLook& look) {
    Explanation(out, analysis, look).append(said);
}

}  // namespace rawi::writing
