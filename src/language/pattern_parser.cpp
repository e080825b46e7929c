// The notation of patterns: what stands behind `match` and `macro` in *.rules (docs/add-language.md).
#include <cctype>

#include "language/compile.hpp"

namespace rawi::language {
namespace {

std::optional<Contact> parse_contact(std::string_view name) {
    for (const Contact contact :
         {Contact::spoken, Contact::written, Contact::seen, Contact::cited, Contact::unstated}) {
        if (name_of(contact) == name) return contact;
    }
    return std::nullopt;
}

/// Reads the elements of one `match` or `macro` line.
class PatternParser {
public:
    PatternParser(std::string_view text, const PackFile& file, std::size_t line, Builder& builder)
        : rest_(text), file_(file), line_(line), builder_(builder) {}

    std::vector<Node> parse() {
        std::vector<Node> nodes = sequence();
        if (!rest_.empty()) fault("unexpected '" + std::string(rest_.substr(0, 1)) + "'");
        return nodes;
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

    std::vector<Node> sequence() {
        std::vector<Node> nodes;
        for (skip_space(); !rest_.empty() && rest_.front() != ')' && rest_.front() != '|'; skip_space()) {
            if (++depth_ > 1000) fault("the pattern is too long");
            element(nodes);
        }
        return nodes;
    }

    void element(std::vector<Node>& nodes) {
        if (take('$')) return macro(nodes);
        Node node;
        if (rest_.front() == '!' || rest_.front() == '&') {
            node.element = Element::look;
            node.negative = take('!') || !take('&');
            node.alternatives.emplace_back();
            element(node.alternatives.back());
        } else {
            role(node);
            if (rest_.empty()) return fault("an element is missing behind the role");
            if (take('$')) return fault("a role cannot stand before a macro: give it inside");
            atom(node);
        }
        if (!rest_.empty() && (rest_.front() == '?' || rest_.front() == '*' || rest_.front() == '+')) {
            node.repeat = rest_.front();
            rest_.remove_prefix(1);
        }
        nodes.push_back(std::move(node));
    }

    void macro(std::vector<Node>& nodes) {
        const std::string_view name = word();
        const auto found = builder_.macros.find(name);
        if (found == builder_.macros.end()) return fault("no macro '" + std::string(name) + "' above this line");
        Node node{.element = Element::group};
        node.alternatives.push_back(found->second);
        if (!rest_.empty() && (rest_.front() == '?' || rest_.front() == '*' || rest_.front() == '+')) {
            node.repeat = rest_.front();
            rest_.remove_prefix(1);
        }
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
            const auto contact = parse_contact(name.substr(dot + 1));
            if (!contact)
                return fault("no contact '" + std::string(name.substr(dot + 1)) +
                             "' (spoken, written, seen, cited, unstated)");
            node.contact = *contact;
            name = name.substr(0, dot);
        }
        if (name == "source")
            node.role = Role::source;
        else if (name == "content")
            node.role = Role::content;
        else if (name == "relay")
            node.role = Role::relay;
        else if (name == "medium")
            node.role = Role::medium;
        else if (name == "when")
            node.role = Role::when;
        else if (name == "object")
            node.role = Role::object;
        else if (name == "cue")
            node.role = Role::cue;
        else if (name == "anonymous")
            node.role = Role::anonymous;
        else
            fault("no role '" + std::string(name) + "'");
    }

    void atom(Node& node) {
        if (take('\'')) {
            node.element = Element::words;
            node.words = builder_.words_of(until('\'', "a literal"));
            if (node.words.empty()) fault("an empty literal");
        } else if (take('<')) {
            node.element = Element::word_class;
            for (const std::string_view name : split(until('>', "a class"), "|")) {
                node.classes.set(builder_.class_id(name, file_, line_));
            }
        } else if (take('/')) {
            node.element = Element::part;
            for (const std::string_view name : split(until('/', "a part of speech"), "|")) {
                const auto part = part_named(name);
                if (!part) return fault("no part of speech '" + std::string(name) + "'");
                node.parts = node.parts | *part;
            }
        } else if (take('{')) {
            node.element = Element::reading;
            node.conditions = parse_conditions(until('}', "conditions"), file_, line_, builder_);
        } else if (take('(')) {
            node.element = Element::group;
            do node.alternatives.push_back(sequence());
            while (take('|'));
            if (!take(')')) fault("the ) that closes a group is missing");
        } else {
            named(node);
        }
    }

    void named(Node& node) {
        const std::string_view name = word();
        const auto mark = [&](text::CharClass kind) {
            node.element = Element::mark;
            node.mark = kind;
        };
        if (name == "cue")
            node.element = Element::cue;
        else if (name == "np")
            node.element = Element::noun_phrase;
        else if (name == "core")
            node.element = Element::core_phrase;
        else if (name == "subject")
            node.element = Element::subject;
        else if (name == "gap")
            node.element = Element::gap;
        else if (name == "headline")
            node.element = Element::headline;
        else if (name == "outlet")
            node.element = Element::outlet;
        else if (name == "quote")
            node.element = Element::quotation;
        else if (name == "speech")
            node.element = Element::speech;
        else if (name == "clause")
            node.element = Element::clause;
        else if (name == "phrase")
            node.element = Element::phrase;
        else if (name == "sentence")
            node.element = Element::sentence;
        else if (name == "own")
            node.element = Element::own;
        else if (name == "any")
            node.element = Element::any;
        else if (name == "capital")
            node.element = Element::capital;
        else if (name == "capitals")
            node.element = Element::capitals;
        else if (name == "definite")
            node.element = Element::definite;
        else if (name == "predicate")
            node.element = Element::predicate;
        else if (name == "number")
            node.element = Element::number;
        else if (name == "start")
            node.element = Element::start;
        else if (name == "end")
            node.element = Element::end;
        else if (name == "comma")
            mark(text::CharClass::comma);
        else if (name == "colon")
            mark(text::CharClass::colon);
        else if (name == "dash")
            mark(text::CharClass::dash);
        else if (name == "open")
            mark(text::CharClass::open_bracket);
        else if (name == "close")
            mark(text::CharClass::close_bracket);
        else if (name == "terminator")
            mark(text::CharClass::terminator);
        else
            fault("no element '" + std::string(name.empty() ? rest_.substr(0, 1) : name) + "'");
    }

    std::string_view rest_;
    const PackFile& file_;
    std::size_t line_;
    Builder& builder_;
    bool failed_ = false;
    int depth_ = 0;
};

}  // namespace

std::vector<Node> parse_pattern(std::string_view text, const PackFile& file, std::size_t line, Builder& builder) {
    return PatternParser(text, file, line, builder).parse();
}

}  // namespace rawi::language
