// *.rules: see rules.hpp for the form and docs/add-language.md for the notation.
#include <algorithm>

#include "language/compile.hpp"

namespace rawi::language {
namespace {

/// Splits a pattern at its `cue`: what is before it is turned round, groups included, to be matched away from the cue.
void turn(std::vector<Node>& nodes) {
    std::reverse(nodes.begin(), nodes.end());
    for (Node& node : nodes) {
        if (node.element == Element::look) continue;  // a look-around stays as it is written
        for (auto& alternative : node.alternatives) turn(alternative);
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
            if (!open_) return fault("'" + std::string(key) + "' before any rule");
            if (key == "on")
                rule().on = parse_conditions(rest, file_, line_, builder_);
            else if (key == "match")
                match(rest);
            else
                give(rest);
        } else {
            fault("a line begins with macro, rule, on, match or give, not '" + std::string(key) + "'");
        }
    }

    void finish() {
        if (open_ && !matched_) fault("rule " + rule().name + " has no match line");
    }

private:
    void fault(std::string message) { builder_.faults.add(file_, line_, std::move(message)); }
    Rule& rule() { return builder_.pack.rules.back(); }

    void macro(std::string_view rest) {
        const std::size_t equals = rest.find('=');
        if (equals == std::string_view::npos) return fault("a macro is: macro NAME = elements");
        builder_.macros[std::string(trim(rest.substr(0, equals)))] =
            parse_pattern(trim(rest.substr(equals + 1)), file_, line_, builder_);
    }

    void begin(std::string_view name) {
        finish();
        const auto [place, is_new] =
            builder_.rule_places.try_emplace(std::string(name), file_.name + ":" + std::to_string(line_));
        if (!is_new) fault("rule '" + std::string(name) + "' stands at " + place->second + " already");
        builder_.pack.rules.push_back(Rule{.name = builder_.pack.code + "/" + std::string(name),
                                           .place = file_.name + ":" + std::to_string(line_)});
        open_ = true;
        matched_ = false;
    }

    void match(std::string_view rest) {
        if (matched_) return fault("a rule has one match line; write another rule");
        std::vector<Node> nodes = parse_pattern(rest, file_, line_, builder_);
        const auto is_cue = [](const Node& node) { return node.element == Element::cue; };
        const auto cue = std::find_if(nodes.begin(), nodes.end(), is_cue);
        if (cue == nodes.end()) return fault("the pattern has no 'cue'");
        rule().left.assign(nodes.begin(), cue);
        rule().right.assign(cue + 1, nodes.end());
        turn(rule().left);
        matched_ = true;
    }

    void give(std::string_view rest) {
        for (const std::string_view word : split(rest, " ")) {
            Rule& r = rule();
            const std::size_t equals = word.find('=');
            const std::string_view key = word.substr(0, equals);
            const std::string_view value =
                equals == std::string_view::npos ? std::string_view() : word.substr(equals + 1);
            if (key == "agree")
                r.agree = true;
            else if (key == "of")
                for (const std::string_view name : split(value, "|")) r.of.set(builder_.class_id(name, file_, line_));
            else if (word == "relay=previous")
                r.previous_relay = true;
            else if (word == "relay")
                r.makes = Makes::relay;
            else if (key == "background")
                r.makes = Makes::background;
            else if (key == "nothing")
                r.makes = Makes::nothing;
            else if (key == "medium")
                r.medium = value;
            else if (key == "source")
                speaker(value);
            else if (word == "content=previous-sentence")
                r.previous_sentence = true;
            else if (word == "content=next-line")
                r.next_line = true;
            else if (word == "content=line")
                r.to_line_end = true;
            else if (key == "type")
                type(value);
            else if (key == "stance")
                stance(value);
            else
                fault("no such thing to give: '" + std::string(word) + "'");
        }
    }

    void speaker(std::string_view value) {
        if (value == "previous")
            rule().speaker = Speaker::previous;
        else if (value == "subject")
            rule().speaker = Speaker::subject;
        else if (value == "nobody")
            rule().speaker = Speaker::nobody;
        else if (value == "relay")
            rule().speaker = Speaker::relay;
        else if (value == "interviewer")
            rule().speaker = Speaker::interviewer;
        else if (value == "object")
            rule().speaker = Speaker::object;
        else if (value == "publisher")
            rule().speaker = Speaker::publisher;
        else
            fault("source is previous, subject, nobody, relay, object, publisher or interviewer, not '" +
                  std::string(value) + "'");
    }
    void type(std::string_view value) {
        for (const ContentType t : {ContentType::direct, ContentType::indirect, ContentType::mixed}) {
            if (name_of(t) == value) rule().type = t;
        }
        if (!rule().type) fault("no type '" + std::string(value) + "'");
    }
    void stance(std::string_view value) {
        for (const Stance s : {Stance::neutral, Stance::assertive, Stance::hedged, Stance::distanced, Stance::denied,
                               Stance::demanding, Stance::asking}) {
            if (name_of(s) == value) rule().stance = s;
        }
        if (!rule().stance) fault("no stance '" + std::string(value) + "'");
    }

    const PackFile& file_;
    Builder& builder_;
    std::size_t line_ = 0;
    bool open_ = false;
    bool matched_ = true;
};

std::optional<Form> parse_form(std::string_view name) {
    static constexpr std::pair<std::string_view, Form> table[] = {
        {"finite", Form::finite}, {"participle", Form::participle},
        {"gerund", Form::gerund}, {"infinitive", Form::infinitive},
        {"noun", Form::noun},     {"particle", Form::particle},
        {"mark", Form::mark}};
    for (const auto& [known, form] : table) {
        if (known == name) return form;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::uint16_t> parse_takes(std::string_view names) {
    std::uint16_t bits = 0;
    for (const std::string_view name : split(names, ",")) {
        static constexpr std::pair<std::string_view, Takes> table[] = {{"that", Takes::that},
                                                                       {"clause", Takes::clause},
                                                                       {"colon", Takes::colon},
                                                                       {"quote", Takes::quote},
                                                                       {"phrase", Takes::phrase},
                                                                       {"infinitive", Takes::infinitive},
                                                                       {"preposition", Takes::preposition},
                                                                       {"object", Takes::object}};
        bool found = false;
        for (const auto& [known, bit] : table) {
            if (known != name) continue;
            bits = static_cast<std::uint16_t>(bits | static_cast<std::uint16_t>(bit));
            found = true;
        }
        if (!found) return std::nullopt;
    }
    return bits;
}

Conditions parse_conditions(std::string_view text, const PackFile& file, std::size_t line, Builder& builder) {
    Conditions result;
    for (const std::string_view word : split(text, " ")) {
        if (word.front() == '+')
            result.with |= builder.flag_bit(word.substr(1), file, line);
        else if (word.front() == '-')
            result.without |= builder.flag_bit(word.substr(1), file, line);
        else if (word == "passive" || word == "active")
            result.passive = word == "passive";
        else if (word == "past" || word == "present")
            result.past = word == "past";
        else if (word.starts_with("agreement=")) {
            result.agreement = parse_agreement(word.substr(10));
            if (!result.agreement) builder.faults.add(file, line, "no such agreement: '" + std::string(word) + "'");
        } else if (word == "first-person")
            result.first_person = true;
        else if (word == "object" || word == "no-object")
            result.object = word == "object";
        else if (word.starts_with("lemma="))
            for (const auto l : split(word.substr(6), ",")) result.lemmas.emplace_back(l);
        else if (word.starts_with("takes=")) {
            const auto bits = parse_takes(word.substr(6));
            if (bits)
                result.takes = *bits;
            else
                builder.faults.add(file, line, "no such complement: '" + std::string(word) + "'");
        } else if (const auto form = parse_form(word)) {
            result.forms = static_cast<std::uint16_t>(result.forms | 1u << static_cast<unsigned>(*form));
        } else {
            builder.faults.add(file, line, "no such condition: '" + std::string(word) + "'");
        }
    }
    return result;
}

void compile_rules(const PackFile& file, Builder& builder) {
    RuleReader reader(file, builder);
    for_each_line(file, [&](std::string_view line, std::size_t number) { reader.line(line, number); });
    reader.finish();
}

}  // namespace rawi::language
