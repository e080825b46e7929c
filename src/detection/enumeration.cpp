#include "detection/enumeration.hpp"

#include <algorithm>

namespace rawi::detection {
namespace {

using language::Part;
using language::PartSet;

constexpr std::uint32_t longest_member = 10;       // tokens
constexpr std::uint32_t longest_enumeration = 48;  // tokens

enum class Shape { none, named, described };

/// How a member opens: what describes somebody behind a comma opens otherwise (Smith, a friend).
enum class Opener { bare, definite, indefinite };

class MemberReader {
public:
    MemberReader(const Article& article, std::uint32_t begin, std::uint32_t limit)
        : article_(article), begin_(begin), end_(begin), limit_(std::min(limit, begin + longest_member)) {
        read();
    }

    [[nodiscard]] TokenRange range() const noexcept { return {begin_, end_}; }
    [[nodiscard]] Shape shape() const noexcept { return shape_; }
    [[nodiscard]] Opener opener() const noexcept { return opener_; }
    /// Whether it speaks of more than one: "several others", "local officials".
    [[nodiscard]] bool several() const {
        return plural(begin_, Known::article) || plural(head_, Known::human_noun) || plural(head_, Known::role_noun) ||
               others();
    }

private:
    [[nodiscard]] bool letter(std::uint32_t i) const { return article_.tokens[i].kind == CharClass::letter; }
    [[nodiscard]] bool capital(std::uint32_t i) const { return letter(i) && article_.tokens[i].upper; }
    [[nodiscard]] bool has(std::uint32_t i, Known known) const { return article_.has(i, known); }

    [[nodiscard]] bool plural(std::uint32_t i, Known known) const {
        const auto agreement = language::parse_agreement(article_.value({i, i + 1}, known));
        return agreement && agreement->number == language::Number::plural;
    }

    /// "Other bundlers", which no list has.
    [[nodiscard]] bool others() const {
        return opener_ == Opener::indefinite && article_.ends_in(head_, article_.pack->plural_ending);
    }

    void read() {
        static constexpr PartSet inside = PartSet(Part::noun) | Part::proper | Part::adjective | Part::number;
        if (end_ < limit_ && letter(end_) && article_.is(end_, Part::determiner)) {
            opener_ = has(end_, Known::definite) ? Opener::definite : Opener::indefinite;
            ++end_;
        }
        std::uint32_t last = none;  // its last word
        while (end_ < limit_) {
            const Token& token = article_.tokens[end_];
            const bool within = last != none && last + 1 == end_ && end_ + 1 < limit_ && letter(end_ + 1);
            // "CNN's Jane Doe"
            if (within && article_.is(end_, Part::genitive) && capital(begin_) && capital(end_ + 1)) {
                last = end_++;
                continue;
            }
            if (letter(end_)) {
                const bool links = within && article_.is_word(end_, article_.pack->name_link) && capital(end_ + 1);
                if (has(end_, Known::conjunction)) break;
                if (!links && !article_.is(end_, inside) && !(token.upper && token.word == language::unknown_word))
                    break;
                if (has(end_, Known::weekday) || has(end_, Known::month)) return;
                if (!links) last = end_;
                if (links && head_ == none) head_ = last;
            } else if (!(within && ((token.mark == '.' && article_.abbreviates(end_)) ||
                                    (!token.space_before && (token.kind == CharClass::dash || token.mark == '.'))))) {
                break;
            }
            ++end_;
        }
        if (last == none || last + 1 != end_) return;
        if (head_ == none) head_ = last;
        static const language::ClassSet times = language::set_of({Known::time});
        if (article_.match_back(end_, times, begin_) != 0) return;
        classify(last);
        skip_bracket();
    }
    void classify(std::uint32_t last) {
        static const language::ClassSet people = language::set_of({Known::human_noun, Known::role_noun});
        static const language::ClassSet bodies =
            language::set_of({Known::organisation_noun, Known::group_noun, Known::outlet_noun});
        // A capital makes no name of an office: "Smith, Republican and Senator".
        const bool office = last == begin_ && article_.has(last, people) && !has(last, Known::name);
        if (opener_ == Opener::indefinite && capital(last))
            shape_ = plural(begin_, Known::article) ? Shape::described : Shape::none;  // a Democrat, many Democrats
        else if (capital(last) && capital(head_) && !office)
            shape_ = Shape::named;
        else if (!capital(head_) && (article_.has(head_, people) || article_.has(head_, bodies) || others()))
            shape_ = Shape::described;
    }
    /// "John Smith (R-Ohio)"
    void skip_bracket() {
        if (end_ >= limit_ || article_.tokens[end_].kind != CharClass::open_bracket) return;
        std::uint32_t i = end_ + 1;
        while (i < limit_ && article_.tokens[i].kind != CharClass::close_bracket) ++i;
        if (i < limit_) end_ = i + 1;
    }

    const Article& article_;
    std::uint32_t begin_;
    std::uint32_t end_;
    std::uint32_t limit_;
    std::uint32_t head_ = none;  ///< the last word before "of"
    Shape shape_ = Shape::none;
    Opener opener_ = Opener::bare;
};

/// Whether the second member opens as a list goes on. Behind a person's name an article says who she is (Smith, the
/// Springfield mayor); behind a body's it opens the next one (Reuters, the BBC and the AP).
bool goes_on(const Article& article, const MemberReader& first, const MemberReader& member) {
    static const language::ClassSet bodies =
        language::set_of({Known::outlet, Known::organisation, Known::place, Known::state});
    if (member.opener() == first.opener()) return true;
    return first.shape() == Shape::named &&
           (first.opener() == Opener::definite || article.match(first.range().begin, bodies, first.range().end) != 0);
}

/// What a verb or a preposition governs is no subject, unless it tells whose somebody is: "officials of the FBI, ...".
bool governed(const Article& article, std::uint32_t begin) {
    static const language::ClassSet opens =
        language::set_of({Known::conjunction, Known::complementiser, Known::subordinator});
    static const language::ClassSet people =
        language::set_of({Known::human_noun, Known::role_noun, Known::source_noun});
    const std::uint32_t before = begin - 1;
    if (article.tokens[before].kind != CharClass::letter || article.has(before, opens)) return false;
    return !article.is(before, Part::preposition) || before == 0 || !article.has(before - 1, people);
}

}  // namespace

Members enumeration(const Article& article, std::uint32_t begin, std::uint32_t limit) {
    if (!article.pack->names_capitalised) return {};
    limit = std::min(limit, begin + longest_enumeration);
    Members members;
    const MemberReader first(article, begin, limit);
    if (first.shape() == Shape::none) return members;
    members.push_back(first.range());
    for (std::uint32_t i = first.range().end; i < limit;) {
        const bool comma = article.tokens[i].kind == CharClass::comma;
        if (comma) ++i;
        const bool last = i < limit && article.has(i, Known::conjunction);
        if (last) ++i;
        if (!comma && !last) break;
        const MemberReader member(article, i, limit);
        const bool named = first.shape() == Shape::named;
        const bool alike = member.shape() == first.shape() && ((named && last) || goes_on(article, first, member));
        const bool others = last && named && member.shape() == Shape::described && member.several();
        if (!alike && !others) break;
        members.push_back(member.range());
        if (last) return members.size() > 2 ? members : Members();
        i = member.range().end;
    }
    return {};
}

std::uint32_t enumeration_begin(const Article& article, std::uint32_t comma, TokenRange within) {
    if (!article.pack->names_capitalised) return none;
    const std::uint32_t first =
        std::max(within.begin, within.end > longest_enumeration ? within.end - longest_enumeration : 0);
    for (std::uint32_t begin = first; begin < comma; ++begin) {
        if (article.tokens[begin].kind != CharClass::letter || (begin > within.begin && governed(article, begin)))
            continue;
        const Members members = enumeration(article, begin, within.end);
        if (!members.empty() && members.back().end == within.end) return begin;
    }
    return none;
}

}  // namespace rawi::detection
