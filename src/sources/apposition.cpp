#include "sources/apposition.hpp"

#include <algorithm>

namespace rawi::sources {
namespace {

using detection::Known;
using language::Part;
using language::PartSet;
using text::CharClass;

constexpr std::uint32_t longest_bracket = 8;      // tokens
constexpr std::uint32_t longest_description = 8;  // words up to its head

/// "R-Ohio".
bool party_and_place(std::string_view word) {
    return word.find('-') == 1 && word.size() > 2;
}

class Behind {
public:
    Behind(const Article& article, std::uint32_t end, std::uint32_t limit, Mention& mention)
        : article_(article), at_(end), limit_(limit), mention_(mention) {}

    std::uint32_t run() {
        place();
        bracket();
        party();
        age();
        return description();
    }

private:
    [[nodiscard]] bool letter(std::uint32_t i) const {
        return i < limit_ && article_.tokens[i].kind == CharClass::letter;
    }
    [[nodiscard]] bool is(std::uint32_t i, CharClass kind) const {
        return i < limit_ && article_.tokens[i].kind == kind;
    }
    [[nodiscard]] std::string_view word(std::uint32_t i) const {
        const std::string_view full = article_.value({i, i + 1}, Known::abbreviation);
        return full.empty() ? article_.normal_of(i) : full;
    }
    static void add(Words& words, std::string_view word) {
        if (!holds(words, word)) words.push_back(word);
    }
    bool add_place(std::uint32_t i) {
        const std::string_view place = i < limit_ ? place_at(article_, i) : std::string_view{};
        if (!place.empty()) add(mention_.places, place);
        return !place.empty();
    }

    /// "Of Ohio".
    void place() {
        if (letter(at_) && article_.is_word(at_, article_.pack->name_link) && add_place(at_ + 1)) at_ += 2;
    }

    /// "(R-Ohio)".
    void bracket() {
        if (!is(at_, CharClass::open_bracket)) return;
        for (std::uint32_t i = at_ + 1; i < limit_ && i <= at_ + longest_bracket; ++i) {
            if (is(i, CharClass::close_bracket)) return void(at_ = i + 1);
            add_place(i);
        }
    }

    /// ", R-Ohio".
    void party() {
        const std::uint32_t place = at_ + 1;
        if (!is(at_, CharClass::comma) || !letter(place) || !party_and_place(article_.normal_of(place)) ||
            !add_place(place))
            return;
        at_ = place + (place + 1 < limit_ && article_.tokens[place + 1].mark == '.' ? 2 : 1);
    }

    /// ", 45".
    void age() {
        if (is(at_, CharClass::comma) && is(at_ + 1, CharClass::digit) && is(at_ + 2, CharClass::comma)) at_ += 2;
    }

    /// ", a teacher", ", mayor of Toledo": up to the head. A list goes on with a conjunction, a clause with a verb.
    std::uint32_t description() {
        static constexpr PartSet inside = PartSet(Part::noun) | Part::proper | Part::adjective | Part::genitive;
        static const language::ClassSet people = language::set_of({Known::role_noun, Known::human_noun});
        static const language::ClassSet bodies = language::set_of({Known::organisation_noun, Known::group_noun});
        if (!is(at_, CharClass::comma) || !letter(at_ + 1)) return at_;
        std::uint32_t first = at_ + 1;
        const bool introduced = article_.has(first, Known::article);
        if (introduced) ++first;
        std::uint32_t end = first;
        while (letter(end) && end < first + longest_description && article_.is(end, inside)) ++end;
        if (end == first) return at_;
        const std::uint32_t head = end - 1;
        const bool person = article_.has(head, people) && !article_.has(head, Known::name);
        const bool body = introduced && !person && article_.has(head, bodies);
        if ((!person && !body) || (!introduced && !article_.has(head, Known::role_noun))) return at_;
        if (person ? !somebody() : mention_.kind != AgentKind::unknown && mention_.kind != AgentKind::organisation)
            return at_;
        const auto agreement = language::parse_agreement(article_.value(
            {head, end}, person && article_.has(head, Known::role_noun) ? Known::role_noun : Known::human_noun));
        if (person && agreement && agreement->number == language::Number::plural) return at_;
        const bool closed =
            end == limit_ || !letter(end) || article_.has(end, Known::preposition) || article_.opens_relative(end);
        if (!closed || article_.tokens[std::min(end, limit_ - 1)].kind == CharClass::colon) return at_;
        add(mention_.heads, word(head));
        for (std::uint32_t i = first; i < end; ++i) {
            if (article_.is(i, Part::genitive)) continue;
            add(mention_.titles, word(i));
            add_place(i);
        }
        mention_.kind = person ? AgentKind::person : AgentKind::organisation;
        return end;
    }

    [[nodiscard]] bool somebody() const {
        return mention_.kind == AgentKind::person || mention_.kind == AgentKind::unknown;
    }

    const Article& article_;
    std::uint32_t at_;
    std::uint32_t limit_;
    Mention& mention_;
};

}  // namespace

std::string_view place_at(const Article& article, std::uint32_t token) {
    if (article.tokens[token].kind != CharClass::letter || !article.tokens[token].upper) return {};
    const language::Lexicon& lexicon = article.pack->lexicon;
    const std::string_view written = article.normal_of(token);
    language::WordId place = party_and_place(written) ? lexicon.find(written.substr(2)) : article.tokens[token].word;
    for (const auto& [known, full] : lexicon.word(place).values) {
        if (known == static_cast<language::ClassId>(Known::abbreviation)) place = lexicon.find(full);
    }
    return lexicon.classes(place).test(language::index_of(Known::place)) ? lexicon.text(place) : std::string_view{};
}

std::uint32_t describe_behind(const Article& article, std::uint32_t end, std::uint32_t limit, Mention& mention) {
    return Behind(article, end, limit, mention).run();
}

}  // namespace rawi::sources
