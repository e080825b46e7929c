// *.rules: see rules.hpp for the form and docs/add-language.md for the notation.
#include <algorithm>
#include <set>

#include "language/compile.hpp"
#include "language/names.hpp"
#include "language/notation.hpp"

namespace rawi::language {
namespace {

/// What is before the cue of a pattern is turned round, groups and what is looked back at included, to be matched away
/// from the cue. Groups that patterns share stay shared: each is turned once, into one of its own.
void turn(Row& nodes, Builder& builder) {
    std::reverse(nodes.begin(), nodes.end());
    for (Node& node : nodes) {
        if (node.alternatives == nullptr) continue;
        const auto [turned, is_new] = builder.turned.try_emplace(node.alternatives);
        if (is_new) {
            auto rows = std::make_shared<std::vector<Row>>(*node.alternatives);
            for (Row& row : *rows) turn(row, builder);
            turned->second = std::move(rows);
        }
        node.alternatives = turned->second;
    }
}

constexpr Named<Speaker> speakers[] = {{"previous", Speaker::previous},      {"subject", Speaker::subject},
                                       {"nobody", Speaker::nobody},          {"relay", Speaker::relay},
                                       {"object", Speaker::object},          {"publisher", Speaker::publisher},
                                       {"interviewer", Speaker::interviewer}};

constexpr std::string_view gifts[] = {"agree",
                                      "outermost",
                                      "taken-up",
                                      "source=",
                                      "relay",
                                      "relay=previous",
                                      "inquiry",
                                      "answer",
                                      "turn",
                                      "background",
                                      "nothing",
                                      "content=previous-sentence",
                                      "content=next-line",
                                      "content=line-before",
                                      "content=line",
                                      "stance=",
                                      "type=",
                                      "medium=",
                                      "of="};

constexpr std::string_view line_keys[] = {"macro", "rule", "on", "match", "give"};

/// Calls `use` for each node, those within groups and looks too.
template <typename Use>
void each_node(const Row& nodes, const Use& use) {
    for (const Node& node : nodes) {
        use(node);
        for (const Row& row : node.rows()) each_node(row, use);
    }
}

class RuleReader {
public:
    RuleReader(const PackFile& file, Builder& builder) : file_(file), builder_(builder) {}

    void line(std::string_view text, std::size_t number) {
        const std::size_t space = text.find_first_of(" \t");
        const std::string_view key = text.substr(0, space);
        const std::string_view rest = space == std::string_view::npos ? std::string_view() : trim(text.substr(space));
        line_ = number;
        if (key == "macro")
            macro(rest);
        else if (key == "rule")
            begin(rest);
        else if (key == "on" || key == "match" || key == "give") {
            if (rule_line_ == 0) return fault("'" + std::string(key) + "' before any rule");
            if (!seen_.emplace(key).second)
                return fault("a rule has one " + std::string(key) + " line; write another rule");
            if (key == "on")
                rule().on = parse_conditions(rest, file_, line_, builder_);
            else if (key == "match")
                match(rest);
            else
                give(rest);
        } else {
            fault("a line begins with macro, rule, on, match or give, not '" + std::string(key) + "'" +
                  meant(key, line_keys));
            if (nearest(key, line_keys) == "match") seen_.emplace("match");  // one slip, one message
        }
    }

    /// To be called behind the last line.
    void finish() {
        if (rule_line_ == 0) return;
        if (!seen_.contains("match"))
            builder_.faults.add(file_, rule_line_, "rule '" + name_ + "' has no match line");
        else if (match_line_ != 0)
            contents();
    }

private:
    void fault(std::string message) { builder_.faults.add(file_, line_, std::move(message)); }
    Rule& rule() { return builder_.pack.rules.back(); }

    void macro(std::string_view rest) {
        const std::size_t equals = rest.find('=');
        const std::string name(trim(rest.substr(0, equals)));
        if (equals == std::string_view::npos || name.empty()) return fault("a macro is: macro NAME = elements");
        Pattern pattern = parse_pattern(trim(rest.substr(equals + 1)), file_, line_, builder_);
        pattern.place = file_.name + ":" + std::to_string(line_);
        if (!pattern.failed && pattern.nodes.empty()) fault("macro '" + name + "' has no elements");
        each_node(pattern.nodes, [&](const Node& node) {
            if (node.element == Element::cue) fault("'cue' stands in a rule's match line, not in a macro");
        });
        pattern.shared = std::make_shared<std::vector<Row>>(1, std::move(pattern.nodes));
        const auto [macro, is_new] = builder_.macros.try_emplace(name, std::move(pattern));
        if (!is_new) fault("macro '" + name + "' stands at " + macro->second.place + " already");
    }

    void begin(std::string_view name) {
        finish();
        if (name.empty()) fault("a rule without a name: rule NAME");
        const std::string place = file_.name + ":" + std::to_string(line_);
        const auto [known, is_new] = builder_.rule_places.try_emplace(std::string(name), place);
        if (!is_new && !name.empty()) fault("rule '" + std::string(name) + "' stands at " + known->second + " already");
        builder_.pack.rules.push_back(Rule{.name = builder_.pack.code + "/" + std::string(name), .place = place});
        name_ = name;
        rule_line_ = line_;
        match_line_ = 0;
        seen_.clear();
    }

    void match(std::string_view rest) {
        const Pattern pattern = parse_pattern(rest, file_, line_, builder_);
        if (pattern.failed) return;
        const Row& nodes = pattern.nodes;
        const auto is_cue = [](const Node& node) { return node.element == Element::cue; };
        const auto cue = std::find_if(nodes.begin(), nodes.end(), is_cue);
        std::size_t cues = 0;
        each_node(nodes, [&](const Node& node) { cues += is_cue(node) ? 1 : 0; });
        if (cues == 0) return fault("the pattern has no 'cue'");
        if (cues > 1) return fault("the pattern has more than one 'cue': another cue is {conditions}");
        if (cue == nodes.end()) return fault("'cue' stands in a group: rules match outwards from it");
        if (cue->repeat != '1' || cue->role != Role::none) return fault("'cue' stands alone, once and without a role");
        rule().left.assign(nodes.begin(), cue);
        rule().right.assign(cue + 1, nodes.end());
        sides(rule().left, true);
        sides(rule().right, false);
        turn(rule().left, builder_);
        match_line_ = line_;
    }

    /// What can never match on that side of the cue.
    void sides(const Row& nodes, bool before) {
        each_node(nodes, [&](const Node& node) {
            const ElementName* known = name_of(node.element);
            if (known == nullptr || (before ? known->before : known->behind)) return;
            fault("'" + std::string(known->name) + "' works only " + (before ? "behind" : "before") + " the cue");
        });
    }

    /// A rule that makes an attribution says where its content is; of questions and answers, who asks and who answers.
    void contents() {
        const Rule& made = rule();
        if ((made.makes == Makes::inquiry || made.makes == Makes::answer) && !captures(made, Role::source))
            builder_.faults.add(file_, match_line_, "the pattern captures no source: mark it with source:");
        if (made.makes != Makes::attribution || made.previous_sentence || made.next_line || made.line_before ||
            made.to_line_end)
            return;
        if (!captures(made, Role::content))
            builder_.faults.add(file_, match_line_,
                                "the pattern captures no content: mark it with content:, or give relay, inquiry, "
                                "answer, turn, background, nothing or content=");
    }

    [[nodiscard]] static bool captures(const Rule& made, Role role) {
        bool found = false;
        const auto look = [&](const Node& node) { found = found || node.role == role; };
        each_node(made.left, look);
        each_node(made.right, look);
        return found;
    }

    void give(std::string_view rest) {
        for (const std::string_view word : split(rest, " ")) {
            Rule& r = rule();
            const std::size_t equals = word.find('=');
            const std::string_view key = word.substr(0, equals == std::string_view::npos ? equals : equals + 1);
            const std::string_view value =
                equals == std::string_view::npos ? std::string_view() : word.substr(equals + 1);
            if (equals != std::string_view::npos && value.empty())
                fault("'" + std::string(word) + "' has no value");
            else if (word == "agree")
                r.agree = true;
            else if (word == "outermost")
                r.outermost = true;
            else if (word == "taken-up")
                r.taken_up = true;
            else if (key == "of=")
                for (const std::string_view name : split(value, "|"))
                    r.of.set(builder_.asked_class(name, file_, line_));
            else if (word == "relay=previous")
                r.previous_relay = true;
            else if (word == "relay")
                makes(Makes::relay);
            else if (word == "inquiry")
                makes(Makes::inquiry);
            else if (word == "answer")
                makes(Makes::answer);
            else if (word == "turn")
                makes(Makes::turn);
            else if (word == "background")
                makes(Makes::background);
            else if (word == "nothing")
                makes(Makes::nothing);
            else if (key == "medium=")
                r.medium = value;
            else if (key == "source=")
                speaker(value);
            else if (word == "content=previous-sentence")
                r.previous_sentence = true;
            else if (word == "content=next-line")
                r.next_line = true;
            else if (word == "content=line-before")
                r.line_before = true;
            else if (word == "content=line")
                r.to_line_end = true;
            else if (key == "type=")
                type(value);
            else if (key == "stance=")
                stance(value);
            else
                fault(unknown_name("such thing to give:", word, gifts));
        }
    }

    void makes(Makes made) {
        if (rule().makes != Makes::attribution && rule().makes != made)
            fault("a rule gives one of relay, inquiry, answer, turn, background and nothing");
        rule().makes = made;
    }
    void speaker(std::string_view value) {
        const auto* const known = row_named(speakers, value);
        if (known == nullptr) return fault(unknown_name("such source:", value, speaker_names()));
        rule().speaker = known->value;
    }
    void type(std::string_view value) {
        rule().type = from_name<ContentType>(value);
        if (!rule().type) fault(unknown_name("type", value, names_of<ContentType>()));
    }
    void stance(std::string_view value) {
        rule().stance = from_name<Stance>(value);
        if (!rule().stance) fault(unknown_name("stance", value, names_of<Stance>()));
    }

    const PackFile& file_;
    Builder& builder_;
    std::size_t line_ = 0;
    std::size_t rule_line_ = 0;   // 0: before any rule
    std::size_t match_line_ = 0;  // of this rule; 0: none, or a faulty one
    std::string name_;            // of this rule
    std::set<std::string> seen_;  // which lines this rule has
};

}  // namespace

std::vector<std::string_view> gift_names() {
    return {std::begin(gifts), std::end(gifts)};
}

std::vector<std::string_view> speaker_names() {
    return names_in(speakers);
}

void compile_rules(const PackFile& file, Builder& builder) {
    RuleReader reader(file, builder);
    for_each_line(file, [&](std::string_view line, std::size_t number) { reader.line(line, number); });
    reader.finish();
}

}  // namespace rawi::language
