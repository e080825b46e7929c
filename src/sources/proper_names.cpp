// Whose name stands in a noun phrase whose head stands first: the name of the one described, or another's.
#include "sources/head_first_mention.hpp"
#include "sources/own_names.hpp"
#include "text/characters.hpp"

namespace rawi::sources {

using detection::Known;
using language::Part;
using text::CharClass;

struct HeadFirstMention::NameSearch {
    TokenRange name;         ///< the last one
    bool governed = false;   ///< by a preposition
    bool described = false;  ///< behind the comma behind a name
    std::uint32_t principal_end = detection::none;
    std::uint32_t served_end = detection::none;
};

void HeadFirstMention::find_proper() {
    NameSearch search;
    const JointMention joint(article_, {head(), mention_.tokens.end}, core_end_);
    for (std::uint32_t i = mention_.tokens.begin; i < core_end_; ++i) {
        if (article_.has(i, Known::relative)) {
            i = name_behind_clause(i);
            if (i == core_end_) break;
            search.governed = false;
        }
        notice_mark(i, joint, search);
        if (const std::uint32_t end = outlet_end(i, search.name); end != i)
            i = end - 1;
        else
            notice_word(i, search);
    }
    if (search.name.empty() || mention_.joint) return;
    const bool completes = completes_noun(search.name.begin);
    // مدير مكتب فلان, but not عقيد أركان حرب فلان, nor مدير شركة المرسى فلان.
    const bool principal = completes && completes_body_of_one(search.name.begin);
    if (!principal && (completes || quoted(search.name.begin))) return;
    for (std::uint32_t i = search.name.begin; i < search.name.end; ++i)
        add_to(principal ? mention_.principal : mention_.proper, i);
}

void HeadFirstMention::notice_mark(std::uint32_t i, const JointMention& joint, NameSearch& search) {
    // محمد علي، والد الشاب وصاحب المنزل: all that stands behind the comma says who he is.
    const bool apposed = search.described && article_.tokens[i - 1].kind != CharClass::comma;
    if (article_.has(i, Known::conjunction) && i > mention_.tokens.begin && !apposed && joint.joins_another(i))
        mention_.joint = true;
    if (article_.tokens[i].kind != CharClass::comma) return;
    search.governed = false;  // an apposition of the head
    search.described = !search.name.empty() && search.name.end == i;
}

void HeadFirstMention::notice_word(std::uint32_t i, NameSearch& search) {
    search.governed = search.governed || article_.has(i, Known::preposition);
    const bool name = wordlike(i) && article_.is(i, Part::proper) && !article_.has(i, Known::place);
    if (search.governed && name && names_again(i)) search.governed = false;
    if (search.governed) {
        add_governed(i, name, search);
        return;
    }
    if (completes_office(i, search.name, search.served_end)) {
        add_to(mention_.served, i);
        search.served_end = i + 1;
        return;
    }
    if (article_.has(i, Known::other)) mention_.another = true;
    if (article_.has(i, Known::same)) mention_.same = true;
    if (!name) return;
    if (search.name.empty() || search.name.end != i) search.name.begin = i;
    search.name.end = i + 1;
}

/// متحدث باسم فلان: the name directly behind a preposition; فلان المدير الفني لبرشلونة.
void HeadFirstMention::add_governed(std::uint32_t i, bool name, NameSearch& search) {
    const std::uint32_t begin = mention_.tokens.begin;
    const bool person = name && !article_.has(i, Known::organisation) && !article_.has(i, Known::state);
    const bool first = person && i > begin && !article_.tokens[begin].definite && !article_.tokens[i - 1].proclitic &&
                       article_.has(i - 1, Known::preposition) && !article_.has(i - 1, Known::resumptive);
    if (first || (person && search.principal_end == i)) {
        add_to(mention_.principal, i);
        search.principal_end = i + 1;
    } else if (!search.name.empty() && !completes_noun(search.name.begin) && article_.is(i, Part::proper) &&
               article_.tokens[i].quotation == article_.tokens[search.name.begin].quotation) {
        add_to(mention_.served, i);
    }
}

/// مكتب | فلان
bool HeadFirstMention::completes_body_of_one(std::uint32_t name) const {
    return article_.tokens[name - 1].enclitic == language::Agreement{} && article_.has(name - 1, Known::personal_body);
}

/// Whether a quotation opens before the name, within the phrase.
bool HeadFirstMention::quoted(std::uint32_t name) const {
    return name > mention_.tokens.begin && article_.opens(name - 1) != detection::none;
}

/// Of the outlet in محلل بي بي سي فلان no word governs, though بي is "through me" too: where it ends, `i` if there is
/// none.
std::uint32_t HeadFirstMention::outlet_end(std::uint32_t i, TokenRange name) const {
    const std::uint32_t outlet = article_.match(i, Known::outlet, core_end_);
    if (outlet <= 1) return i;
    std::uint32_t end = i + outlet;
    // فلان محلل بي بي سي أرومو: no second name.
    while (!name.empty() && end < core_end_ && article_.is(end, Part::proper)) ++end;
    return end;
}

/// مدير المكتب بمحافظة عدن | عبدالله سالم: behind a place or a body a name of two words is that of the head again.
bool HeadFirstMention::names_again(std::uint32_t i) const {
    static const language::ClassSet people =
        language::set_of({Known::human_noun, Known::role_noun, Known::title, Known::name});
    return i > mention_.tokens.begin + 2 && article_.has(i, Known::name) && !article_.tokens[i].proclitic &&
           i + 1 < core_end_ && wordlike(i + 1) && article_.is(i + 1, Part::proper) &&
           (article_.has(i - 1, Known::place) || (article_.tokens[i - 1].definite && !article_.has(i - 1, people)));
}

/// Behind a relative clause: where the name of the one described begins, or the end.
std::uint32_t HeadFirstMention::name_behind_clause(std::uint32_t relative) const {
    return names_person(head()) ? sources::name_behind_clause(article_, {head(), core_end_}, relative) : core_end_;
}

/// مدير منظمة | أوكسفام: whether the name completes an indefinite noun, which is no person.
bool HeadFirstMention::completes_noun(std::uint32_t name) const {
    if (name == mention_.tokens.begin) return false;
    const detection::Token& before = article_.tokens[name - 1];
    return before.kind == CharClass::letter && article_.is(name - 1, Part::noun) && !before.definite &&
           !article_.has(name - 1, Known::title) &&
           (!article_.has(name - 1, Known::human_noun) ||
            (article_.pack->lexicon.brief(before.word).several && !article_.has(name - 1, Known::name)));
}

/// فلان مدرب | برشلونة, فلان حارس مانشستر | يونايتد, فلان محامي | النجار: a noun behind an office without the article
/// that stands behind the name; or a name behind another such noun, which ends at `served`. But أمجد نجم | الزيدي.
bool HeadFirstMention::completes_office(std::uint32_t i, TokenRange name, std::uint32_t served) const {
    if (!wordlike(i) || name.empty() || completes_noun(name.begin)) return false;
    if (served == i) return article_.is(i, Part::proper);
    return i > name.end && article_.is(i, language::PartSet(Part::proper) | Part::noun) &&
           article_.has(i - 1, Known::role_noun) && !article_.has(i - 1, Known::title) &&
           !article_.has(i - 1, Known::name) && !article_.tokens[i - 1].definite &&
           article_.tokens[i - 1].enclitic == language::Agreement{} && !article_.is(i - 1, Part::proper) &&
           !(name.size() == 1 && name.end + 1 == i && article_.tokens[i].definite &&
             !article_.tokens[name.begin].definite);
}

}  // namespace rawi::sources
