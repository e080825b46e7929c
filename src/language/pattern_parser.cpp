// The notation of patterns: what stands behind `match` and `macro` in *.rules (docs/add-language.md).
#include <algorithm>
#include <array>
#include <cctype>

#include "language/compile.hpp"
#include "language/names.hpp"
#include "language/notation.hpp"

namespace rawi::language {
namespace {

constexpr ElementName elements[] = {
    {"cue", Element::cue},
    {"np", Element::noun_phrase},
    {"core", Element::core_phrase},
    {"subject", Element::subject},
    {"outlet", Element::outlet},
    {"quote", Element::quotation},
    {"speech", Element::speech},
    {"clause", Element::clause},
    {"phrase", Element::phrase, false, true},
    {"sentence", Element::sentence, true, false},
    {"gap", Element::gap, false, true},
    {"own", Element::own, false, true},
    {"predicate", Element::predicate, false, true},
    {"definite", Element::definite},
    {"capital", Element::capital},
    {"capitals", Element::capitals},
    {"number", Element::number},
    {"any", Element::any},
    {"start", Element::start, true, false},
    {"end", Element::end, false, true},
    {"headline", Element::headline},
    {"comma", Element::mark, true, true, text::CharClass::comma},
    {"colon", Element::mark, true, true, text::CharClass::colon},
    {"dash", Element::mark, true, true, text::CharClass::dash},
    {"open", Element::mark, true, true, text::CharClass::open_bracket},
    {"close", Element::mark, true, true, text::CharClass::close_bracket},
    {"terminator", Element::mark, true, true, text::CharClass::terminator},
};

constexpr Named<Role> roles[] = {{"source", Role::source}, {"content", Role::content},    {"relay", Role::relay},
                                 {"object", Role::object}, {"medium", Role::medium},      {"when", Role::when},
                                 {"cue", Role::cue},       {"anonymous", Role::anonymous}};

// An author's slip must not cost minutes. The longest patterns of the built-in packs have 164 elements, 11 deep.
constexpr std::size_t most_elements = 1000;  // with all macros written out
constexpr std::size_t deepest = 40;          // groups and macros within one another

/// Reads the elements of one `match` or `macro` line.
class PatternParser {
public:
    PatternParser(std::string_view text, const PackFile& file, std::size_t line, Builder& builder)
        : rest_(text), file_(file), line_(line), builder_(builder) {}

    Pattern parse() {
        Pattern pattern;
        pattern.nodes = sequence(1);
        if (!rest_.empty()) fault("unexpected '" + std::string(rest_.substr(0, 1)) + "'");
        if (failed_) return Pattern{.failed = true};
        pattern.elements = elements_;
        pattern.depth = reached_;
        return pattern;
    }

private:
    void fault(std::string message) {
        if (!failed_) builder_.faults.add(file_, line_, std::move(message));
        failed_ = true;
        rest_ = {};
    }

    void skip_space() { rest_ = trim(rest_); }
    bool take(char c) {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    /// Text up to `end`, which is consumed.
    std::string_view until(char end, std::string_view what) {
        const std::size_t at = rest_.find(end);
        if (at == std::string_view::npos) {
            fault("the " + std::string(1, end) + " that closes " + std::string(what) + " is missing");
            return {};
        }
        const std::string_view inner = rest_.substr(0, at);
        rest_.remove_prefix(at + 1);
        return inner;
    }

    /// Counts `more` elements and the groups around them; whether that was too much.
    bool too_much(std::size_t more, std::size_t depth) {
        elements_ += more;
        reached_ = std::max(reached_, depth);
        if (elements_ > most_elements)
            fault("the pattern is too long: with its macros it has more than " + std::to_string(most_elements) +
                  " elements");
        else if (depth > deepest)
            fault("groups and macros stand more than " + std::to_string(deepest) + " deep within one another");
        return failed_;
    }

    Row sequence(std::size_t depth) {
        Row nodes;
        if (too_much(0, depth)) return nodes;
        for (skip_space(); !rest_.empty() && rest_.front() != ')' && rest_.front() != '|'; skip_space()) {
            if (too_much(1, depth)) break;
            element(nodes, depth);
        }
        return nodes;
    }

    void element(Row& nodes, std::size_t depth) {
        if (take('$')) return macro(nodes, depth);
        Node node;
        if (const char look = rest_.front(); look == '!' || look == '&') {
            rest_.remove_prefix(1);
            node.element = Element::look;
            node.negative = look == '!';
            node.alternatives = std::make_shared<std::vector<Row>>(1);
            if (rest_.empty() || std::string_view("!& \t)|").find(rest_.front()) != std::string_view::npos)
                return fault("behind '" + std::string(1, look) + "' stands the element that is looked for, at once");
            element(node.alternatives->front(), depth);
        } else {
            role(node);
            if (failed_) return;
            if (rest_.empty()) return fault("an element is missing behind the role");
            if (take('$')) return fault("a role cannot stand before a macro: give it inside");
            atom(node, depth);
        }
        repetition(node);
        nodes.push_back(std::move(node));
    }

    void repetition(Node& node) {
        if (rest_.empty() || std::string_view("?*+").find(rest_.front()) == std::string_view::npos) return;
        node.repeat = rest_.front();
        rest_.remove_prefix(1);
    }

    void macro(Row& nodes, std::size_t depth) {
        const std::string_view name = word();
        const auto found = builder_.macros.find(name);
        if (found == builder_.macros.end()) {
            std::vector<std::string_view> known;
            for (const auto& each : builder_.macros) known.push_back(each.first);
            return fault("no macro '" + std::string(name) + "' above this line" + meant(name, known));
        }
        if (too_much(found->second.elements, depth + found->second.depth)) return;
        Node node{.element = Element::group};
        node.alternatives = found->second.shared;
        repetition(node);
        nodes.push_back(std::move(node));
    }

    std::string_view word() {
        std::size_t n = 0;
        while (n < rest_.size() &&
               (std::isalnum(static_cast<unsigned char>(rest_[n])) || rest_[n] == '-' || rest_[n] == '.'))
            ++n;
        const std::string_view name = rest_.substr(0, n);
        rest_.remove_prefix(n);
        return name;
    }

    /// "source:", "relay.spoken:"
    void role(Node& node) {
        const std::size_t colon = rest_.find(':');
        if (colon == std::string_view::npos ||
            rest_.substr(0, colon).find_first_of(" \t'<({|)!&") != std::string_view::npos)
            return;
        std::string_view name = rest_.substr(0, colon);
        rest_.remove_prefix(colon + 1);
        if (const std::size_t dot = name.find('.'); dot != std::string_view::npos) {
            const auto contact = from_name<Contact>(name.substr(dot + 1));
            if (!contact) return fault(unknown_name("contact", name.substr(dot + 1), names_of<Contact>()));
            node.contact = *contact;
            name = name.substr(0, dot);
        }
        const auto* const known = row_named(roles, name);
        if (known == nullptr) return fault(unknown_name("role", name, role_names()));
        node.role = known->value;
    }

    void atom(Node& node, std::size_t depth) {
        if (take('\'')) {
            node.element = Element::words;
            node.words = builder_.literal(until('\'', "a literal"));
            if (node.words.empty()) fault("an empty literal");
        } else if (take('<')) {
            node.element = Element::word_class;
            for (const std::string_view name : split(until('>', "a class"), "|"))
                node.classes.set(builder_.asked_class(name, file_, line_));
            if (node.classes.none()) fault("a class without a name: <>");
        } else if (take('/')) {
            node.element = Element::part;
            for (const std::string_view name : split(until('/', "a part of speech"), "|")) {
                const auto part = part_named(name);
                if (!part) return fault(unknown_name("part of speech", name, part_names()));
                node.parts = node.parts | *part;
            }
            if (node.parts.empty()) fault("a part of speech without a name: //");
        } else if (take('{')) {
            node.element = Element::reading;
            node.conditions = parse_conditions(until('}', "conditions"), file_, line_, builder_);
        } else if (take('(')) {
            node.element = Element::group;
            node.alternatives = std::make_shared<std::vector<Row>>();
            bool empty = true;
            do {
                node.alternatives->push_back(sequence(depth + 1));
                empty = empty && node.alternatives->back().empty();
            } while (take('|'));
            if (!take(')')) return fault("the ) that closes a group is missing");
            if (empty) fault("a group with nothing in it: ( )");
        } else {
            named(node);
        }
    }

    void named(Node& node) {
        const std::string_view name = word();
        if (name.empty()) return fault("unexpected '" + std::string(rest_.substr(0, 1)) + "'");
        const auto* const known = row_named(elements, name);
        if (known == nullptr) return fault(unknown_name("element", name, names_in(elements)));
        node.element = known->element;
        node.mark = known->mark;
    }

    std::string_view rest_;
    const PackFile& file_;
    std::size_t line_;
    Builder& builder_;
    bool failed_ = false;
    std::size_t elements_ = 0;  // so far, with those of macros
    std::size_t reached_ = 0;   // the deepest group
};

}  // namespace

std::span<const ElementName> element_names() noexcept {
    return elements;
}

const ElementName* name_of(Element element) noexcept {
    // Asked for each node of each pattern, with all that their macros stand for.
    static constexpr auto by_element = [] {
        std::array<const ElementName*, static_cast<std::size_t>(Element::look) + 1> found{};
        for (const ElementName& known : elements) {
            const ElementName*& place = found[static_cast<std::size_t>(known.element)];
            if (place == nullptr) place = &known;
        }
        return found;
    }();
    return by_element[static_cast<std::size_t>(element)];
}

std::vector<std::string_view> role_names() {
    return names_in(roles);
}

Pattern parse_pattern(std::string_view text, const PackFile& file, std::size_t line, Builder& builder) {
    return PatternParser(text, file, line, builder).parse();
}

}  // namespace rawi::language
