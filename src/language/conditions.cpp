// What stands behind `on` and within {}: the conditions on a reading of a cue.
#include <algorithm>

#include "language/compile.hpp"
#include "language/notation.hpp"

namespace rawi::language {
namespace {

constexpr Named<Form> forms[] = {{"finite", Form::finite}, {"participle", Form::participle},
                                 {"gerund", Form::gerund}, {"infinitive", Form::infinitive},
                                 {"noun", Form::noun},     {"particle", Form::particle},
                                 {"mark", Form::mark}};

constexpr Named<Takes> complements[] = {{"that", Takes::that},     {"clause", Takes::clause},
                                        {"colon", Takes::colon},   {"quote", Takes::quote},
                                        {"phrase", Takes::phrase}, {"infinitive", Takes::infinitive},
                                        {"object", Takes::object}, {"preposition", Takes::preposition}};

/// Two words for the two answers to one question.
struct Pair {
    std::string_view yes, no;
    std::optional<bool> Conditions::*answer;
};
constexpr Pair pairs[] = {{"passive", "active", &Conditions::passive},
                          {"past", "present", &Conditions::past},
                          {"future", "no-future", &Conditions::future},
                          {"object", "no-object", &Conditions::object}};

class ConditionReader {
public:
    ConditionReader(const PackFile& file, std::size_t line, Builder& builder)
        : file_(file), line_(line), builder_(builder) {}

    Conditions read(std::string_view text) {
        for (const std::string_view word : split(text, " ")) one(word);
        if ((result_.with & result_.without) != 0) fault("a flag is asked for and ruled out in one: nothing is both");
        return std::move(result_);
    }

private:
    void fault(std::string message) { builder_.faults.add(file_, line_, std::move(message)); }

    void one(std::string_view word) {
        const std::size_t equals = word.find('=');
        const std::string_view key = equals == std::string_view::npos ? word : word.substr(0, equals + 1);
        const std::string_view value = equals == std::string_view::npos ? std::string_view() : word.substr(equals + 1);
        const auto* const form = row_named(forms, word);
        const auto* pair =
            std::find_if(std::begin(pairs), std::end(pairs), [&](auto& p) { return p.yes == word || p.no == word; });
        if (word.front() == '+' || word.front() == '-')
            flag(word);
        else if (form != nullptr)
            result_.forms = static_cast<std::uint16_t>(result_.forms | 1u << static_cast<unsigned>(form->value));
        else if (pair != std::end(pairs))
            answer(*pair, pair->yes == word);
        else if (equals != std::string_view::npos && value.empty())
            fault("'" + std::string(word) + "' has no value");
        else if (word == "first-person")
            result_.first_person = true;
        else if (key == "agreement=")
            agreement(value);
        else if (key == "lemma=")
            for (const std::string_view name : split(value, ",")) lemma(name);
        else if (key == "takes=")
            takes(value);
        else
            fault(unknown_name("such condition:", word, condition_names()));
    }

    void flag(std::string_view word) {
        if (word.find(',') != std::string_view::npos)
            return fault("'" + std::string(word) + "': flags are separated by spaces here, each with its + or -");
        const std::uint64_t bit = builder_.asked_flag(word.substr(1), file_, line_);
        (word.front() == '+' ? result_.with : result_.without) |= bit;
    }

    void answer(const Pair& pair, bool yes) {
        if (result_.*pair.answer && *(result_.*pair.answer) != yes)
            fault("'" + std::string(pair.yes) + "' and '" + std::string(pair.no) + "' in one: nothing is both");
        result_.*pair.answer = yes;
    }

    void agreement(std::string_view value) {
        result_.agreement = parse_agreement(value);
        if (!result_.agreement) fault("no agreement '" + std::string(value) + "': " + std::string(agreement_letters));
    }

    void lemma(std::string_view name) {
        const std::vector<Lemma>& lemmas = builder_.pack.lemmas;
        if (std::none_of(lemmas.begin(), lemmas.end(), [&](const Lemma& known) { return known.name == name; })) {
            std::vector<std::string_view> names;
            for (const Lemma& known : lemmas) names.push_back(known.name);
            fault("no cue has the lemma '" + std::string(name) + "'" + meant(name, names));
        }
        result_.lemmas.emplace_back(name);
    }

    void takes(std::string_view value) {
        for (const std::string_view name : split(value, ",")) {
            if (const auto bit = parse_complement(name))
                result_.takes = static_cast<std::uint16_t>(result_.takes | *bit);
            else
                fault(unknown_name("such complement:", name, complement_names()));
        }
    }

    const PackFile& file_;
    std::size_t line_;
    Builder& builder_;
    Conditions result_;
};

}  // namespace

std::vector<std::string_view> condition_names() {
    std::vector<std::string_view> names = names_in(forms);
    for (const Pair& pair : pairs) names.insert(names.end(), {pair.yes, pair.no});
    names.insert(names.end(), {"first-person", "agreement=", "takes=", "lemma=", "+flag", "-flag"});
    return names;
}

std::vector<std::string_view> complement_names() {
    return names_in(complements);
}

std::optional<std::uint16_t> parse_complement(std::string_view name) {
    const auto* const known = row_named(complements, name);
    return known == nullptr ? std::nullopt : std::optional(static_cast<std::uint16_t>(known->value));
}

Conditions parse_conditions(std::string_view text, const PackFile& file, std::size_t line, Builder& builder) {
    return ConditionReader(file, line, builder).read(text);
}

}  // namespace rawi::language
