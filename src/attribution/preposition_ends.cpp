// Where a noun phrase that is read from its head ends before a preposition: what the preposition opens belongs to the
// verb, or tells when, where and to whom somebody spoke. Each function knows reasons of one kind; one is enough.
#include <algorithm>

#include "attribution/phrases.hpp"

namespace rawi::attribution {

using detection::HeadFirstPhrase;
using detection::Known;
using language::Part;
using text::CharClass;

/// A phrase and the preposition behind it.
struct Phrases::Junction {
    std::uint32_t begin = 0;  ///< of the phrase
    std::uint32_t at = 0;     ///< the preposition
    std::uint32_t limit = 0;
    bool person = false;    ///< the phrase is of a person
    bool open = false;      ///< what has been read of it asks for more
    bool own_name = false;  ///< it ends with a person's name

    [[nodiscard]] std::uint32_t next() const noexcept { return at + 1; }
    [[nodiscard]] bool more() const noexcept { return at + 1 < limit; }
    [[nodiscard]] bool longer() const noexcept { return at > begin; }  ///< than nothing
    [[nodiscard]] bool one_word() const noexcept { return at == begin + 1; }
};

/// Whether the phrase that has been read from the beginning of `range` ends before the preposition at `i`.
bool Phrases::ends_before(std::uint32_t i, TokenRange range, const HeadFirstPhrase& phrase, bool core) const {
    const auto [begin, limit] = range;
    if (name_follows(begin, i, limit)) return false;
    if (i > begin && requires_preposition(i - 1, i) && i + 1 < limit && wordlike(i + 1) && !closed_word(i + 1))
        return false;
    if (adjunct_follows(i, limit) && !issuer_follows(begin, i, limit) && !office_follows(begin, i, limit, core) &&
        !site_follows(begin, i, limit) && !(phrase.person() && author_follows(i, limit)))
        return true;
    // سالم الحداد، الجراح | في المستشفى: what somebody is, though it may be a surname.
    const bool office = i == begin + 1 && i > 1 && article_.tokens[begin].definite && is(begin - 1, CharClass::comma) &&
                        (has(begin, Known::role_noun) || has(begin, Known::human_noun));
    const bool own_name = i > begin && article_.is(i - 1, Part::proper) && !office &&
                          (phrase.person() || detection::only_names(article_, {begin, i}));
    const Junction junction{.begin = begin,
                            .at = i,
                            .limit = limit,
                            .person = phrase.person(),
                            .open = phrase.open(),
                            .own_name = own_name};
    return means_follow(junction) || (own_name && name_ends(junction)) || person_ends(junction) ||
           outlet_ends(junction) || body_ends(junction) || hearers_follow(junction) || nothing_goes_on(junction);
}

/// What something is done with, or where: part of what leads or houses a body, and of nobody else.
bool Phrases::means_follow(const Junction& junction) const {
    const auto [begin, i, limit, person, open, own_name] = junction;
    if (!has(i, Known::instrument)) return false;
    const std::uint32_t next = junction.next();
    if (!junction.more()) return !person;
    const bool body = has(next, Known::organisation_noun) || has(next, Known::group_noun);
    // A spokesman "in the name of", a minister "of state for": what things are done with is no part of a name.
    const bool done_with = (has(next, Known::event_noun) || people_do_with(begin, i, limit)) && !body;
    // الجيش بقيادة فلان, حكومة برئاسة فلان: who leads a body.
    const bool led = body && !article_.tokens[next].definite;
    // السفارة الأميركية بالقاهرة, إدارة التعليم بمنطقة نجران
    const bool located = (has(next, Known::place) || has(next, Known::place_noun)) && !has(begin, Known::place) &&
                         !has(begin, Known::state);
    return (!person && !led && !located) || done_with;
}

/// قال اللاعبون | بصوت واحد, طالب الجماهير | بالصبر: whether several people stand alone behind their verb, before a
/// thing that it is done with.
bool Phrases::people_do_with(std::uint32_t begin, std::uint32_t preposition, std::uint32_t limit) const {
    const std::uint32_t thing = preposition + 1;
    if (begin == 0 || preposition != begin + 1 || thing >= limit) return false;
    const bool subject = article_.is(begin - 1, Part::verb) || has(begin - 1, Known::resumptive);
    const bool several = detection::sound_plural(article_, begin) || detection::plural_people(article_, begin);
    return subject && several && has(thing, Known::thing_noun) && !has(thing, Known::place_noun) &&
           (article_.tokens[thing].definite || thing + 1 >= limit || !article_.tokens[thing + 1].definite);
}

/// Behind a person's own name.
bool Phrases::name_ends(const Junction& junction) const {
    const auto [begin, i, limit, person, open, own_name] = junction;
    const std::uint32_t next = junction.next();
    // A bare name goes on with no place (فلان في الطائرة), but with the house that the person belongs to.
    if (bare_name(begin, i) && !house_follows(i, limit)) return true;
    // وزير العدل سالم الحداد | في المداولات, | بمدينة رام الله: where and when somebody spoke who is named in full.
    const bool surname = has(i - 1, Known::name) || (i > begin + 1 && has(i - 2, Known::name));
    if (surname && junction.more() && (has(i, Known::inside) || has(i, Known::instrument)) &&
        (has(next, Known::event_noun) || has(next, Known::place_noun)))
        return true;
    // طلب الرئيس سالم | من المسؤول: nobody is of another.
    if (junction.more() && article_.is_word(i, article_.pack->name_link) &&
        (has(next, Known::human_noun) || has(next, Known::role_noun)))
        return true;
    // علق الرئيس سالم | على القرار, but مقدم برنامج «سالم» على قناة المنبر
    if (person && has(i, Known::outer_preposition) && !has(i - 1, Known::place) && !has(i - 1, Known::organisation) &&
        (!junction.more() || outlet_end(next, limit) == none))
        return true;
    // Nor does a preposition behind a person's own name, before the one spoken to.
    return has(i, Known::address) && !has(i - 1, Known::place) && !names_body(begin, i);
}

/// Behind a person, named or described.
bool Phrases::person_ends(const Junction& junction) const {
    const auto [begin, i, limit, person, open, own_name] = junction;
    // رأى صوافطة | في الاستهداف: a word that nobody has listed, alone behind its verb, is a name.
    if (junction.one_word() && is(begin, CharClass::letter) && article_.tokens[begin].word == language::unknown_word &&
        !article_.tokens[begin].definite && !house_follows(i, limit))
        return true;
    // أكد معاليه | في تعميم: who is meant is said by the pronoun.
    if (junction.one_word() && has(begin, Known::anaphor) && !article_.tokens[begin].definite) return true;
    if (!person) return false;
    // كتبت سلمى الحداد مرشحة الحزب | على موقع «المنبر»
    if (has(i, Known::outer_preposition) && junction.more() && has(junction.next(), Known::site)) return true;
    // أكد ابن الحداد | قبل نهاية الأمسية
    if (junction.longer() && has(i, Known::adjunct)) return true;
    return !open && tells_of_saying(begin, i, limit);
}

/// Behind an outlet.
bool Phrases::outlet_ends(const Junction& junction) const {
    const auto [begin, i, limit, person, open, own_name] = junction;
    const std::uint32_t next = junction.next();
    const bool outlet = has(begin, Known::outlet_noun);
    // قالت رويترز | في خبر قصير, قال لصحيفة سوق العصر | في العام الماضي
    const std::uint32_t name = outlet ? begin + 1 : begin;
    if (name < i && (article_.match(begin, Known::outlet, limit) == i - begin ||
                     article_.match(name, Known::outlet, limit) == i - name))
        return true;
    // نشرت الصحف الإسبانية | عن القضية
    if (has(i, Known::topic) && (outlet || has(begin, Known::collective_noun))) return true;
    if (!outlet || !junction.more()) return false;
    // بثه التلفزيون الروسي | من موسكو
    if (has(next, Known::place) && article_.tokens[i - 1].definite && article_.is_word(i, article_.pack->name_link))
        return true;
    // نسبت صحيفة المنبر | لسالم الحداد القول
    static const language::ClassSet people = language::set_of({Known::given_name, Known::title, Known::role_noun});
    return has(i, Known::address) && i > begin + 1 && !article_.tokens[next].definite && article_.has(next, people) &&
           !article_.has(next, detection::body_nouns());
}

/// Behind a body.
bool Phrases::body_ends(const Junction& junction) const {
    const auto [begin, i, limit, person, open, own_name] = junction;
    if (!junction.longer()) return false;
    const std::uint32_t next = junction.next();
    const bool complete = article_.tokens[i - 1].definite || article_.is(i - 1, Part::proper);
    // ناشدت الشرطة | من يملك معلومات
    if (complete && junction.more() && article_.is_word(i, article_.pack->name_link) && article_.is(next, Part::verb))
        return true;
    if (person) return false;
    // كشفت شركة المرسى | عن خطتها, but منظمة الدفاع عن المستهلك, الصادر عن الوزارة
    if (has(i, Known::topic) && !has(i - 1, Known::event_noun) && !has(i - 1, Known::issued) &&
        !has(i - 1, Known::representing) && !has(begin, Known::document_noun) &&
        (complete || article_.closes(i - 1) != none))
        return true;
    // اشترط المعهد | على المتقدمين, لم تشر بكين | إلى أي ضحايا: what is asked of others, or spoken of.
    if (complete && has(i, Known::outer_preposition) && !has(i - 1, Known::event_noun)) return true;
    // طلب الديوان | من البنك: no body is of another, but صحيفة مقربة من الحكومة.
    return !open && article_.tokens[i - 1].definite && junction.more() && !article_.is(i - 1, Part::adjective) &&
           article_.is_word(i, article_.pack->name_link) && has(next, Known::organisation_noun);
}

/// Whether it is told to whom somebody speaks.
bool Phrases::hearers_follow(const Junction& junction) const {
    const auto [begin, i, limit, person, open, own_name] = junction;
    // قالت الشرطة | للصحفيين إن, but الاتحاد الدولي للصحفيين and دعم الطلاب
    const std::uint32_t said = i + 2 < limit && has(i + 2, Known::preposition) ? i + 3 : i + 2;
    if (has(i, Known::address) && said < limit && has(i + 1, Known::hearer_noun) &&
        !detection::holds(article_, {i - std::min(i - begin, 3u), i}, Known::association) &&
        (has(said, Known::complementiser) || is(said, CharClass::colon) || article_.opens(said) != none))
        return true;
    return told_to_outlet(i, limit);
}

/// Whether no word stands there that a phrase could go on with.
bool Phrases::nothing_goes_on(const Junction& junction) const {
    const std::uint32_t i = junction.at;
    const std::uint32_t limit = junction.limit;
    if (article_.match(i, Known::adverb, limit) > 1 || article_.match(i, Known::time, limit) > 1) return true;
    const bool tag = i + 2 < limit && article_.tokens[i + 1].mark == '#' && wordlike(i + 2);  // في #الجيش_اليمني
    return !junction.more() || closed_word(i + 1) || (!wordlike(i + 1) && article_.opens(i + 1) == none && !tag);
}

}  // namespace rawi::attribution
