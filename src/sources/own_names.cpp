#include "sources/own_names.hpp"

#include "detection/noun_phrase.hpp"
#include "sources/mention_reader.hpp"

namespace rawi::sources {

using detection::Article;
using detection::Known;
using detection::TokenRange;
using language::Part;

namespace {

bool letter(const Article& article, std::uint32_t i) {
    return article.tokens[i].kind == text::CharClass::letter;
}

/// An office that is described, with a name of its own: الرئيس الأمريكي كريم. A title alone, which ends the noun
/// phrases of speakers (Extents::opens_other_person), may be a part of the name here: إسماعيل ولد الشيخ أحمد.
bool other_person(const Article& article, std::uint32_t next, std::uint32_t limit) {
    static const language::ClassSet offices = language::set_of({Known::role_noun, Known::title});
    if (!article.has(next, offices) || !article.tokens[next].definite) return false;
    std::uint32_t i = next + 1;
    while (i < limit && letter(article, i) && article.is(i, Part::adjective) && article.tokens[i].definite) ++i;
    return i > next + 1 && i < limit && letter(article, i) && article.is(i, Part::proper) &&
           article.has(i, Known::name);
}

}  // namespace

const language::ClassSet& phrase_heads() {
    static const language::ClassSet heads = language::set_of(
        {Known::role_noun, Known::human_noun, Known::group_noun, Known::source_noun, Known::title, Known::name,
         Known::organisation_noun, Known::outlet_noun, Known::document_noun, Known::outlet, Known::organisation});
    return heads;
}

const language::ClassSet& silent_nouns() {
    static const language::ClassSet silent = language::set_of({Known::thing_noun, Known::event_noun, Known::time_noun});
    return silent;
}

bool own_name(const Article& article, TokenRange phrase, bool person) {
    const std::uint32_t last = phrase.end - 1;
    return letter(article, last) && detection::only_names(article, {last, phrase.end}) &&
           (person || detection::only_names(article, phrase));
}

bool closes_own_name(const Article& article, TokenRange phrase, bool person, std::uint32_t limit) {
    const std::uint32_t next = phrase.end;
    const std::uint32_t behind = next + 1;
    if (other_person(article, next, limit) && own_name(article, phrase, person)) return true;
    const bool completed = behind < limit && letter(article, behind);
    // كشف سالم | الكثير, أمضى سالم | أربعة أشهر, but سوزان ستون
    const bool number =
        article.is(next, Part::number) && !article.tokens[next].definite && completed && article.is(behind, Part::noun);
    if (article.has(next, Known::quantifier) || number) return own_name(article, phrase, person);
    // أبلغ سالم النجار | الحاضرين, but حلفاء سالم الأوروبيون: several, and no second name of one.
    static const language::ClassSet people = language::set_of({Known::human_noun, Known::role_noun});
    const auto several = [&](std::uint32_t i) { return article.pack->lexicon.brief(article.tokens[i].word).several; };
    if (article.tokens[next].definite && article.has(next, people) && !article.has(next, Known::name) &&
        several(next) && !several(phrase.begin))
        return own_name(article, phrase, person);
    // زار سالم | منزل ذوي الفقيد, but سالم أمير منطقة الواحات
    const bool place = article.has(next, Known::place_noun) && !article.has(next - 1, Known::role_noun);
    if (!completed || !(article.has(next, silent_nouns()) || place) || article.has(next, phrase_heads())) return false;
    const auto common = [&](std::uint32_t i) { return article.is(i, Part::noun) && !article.is(i, Part::proper); };
    if (article.tokens[next].definite) {
        // دان سالم النجار | الحادث الأخير: behind two names, for a second may look like a thing.
        return phrase.size() > 1 && article.is(next, Part::noun) && article.is(behind, Part::adjective) &&
               article.tokens[behind].definite && own_name(article, {phrase.begin, phrase.end - 1}, person) &&
               own_name(article, phrase, person);
    }
    return common(next) && common(behind) && !article.has(behind, Known::name_tail) &&
           !article.has(behind, Known::name) && own_name(article, phrase, person);
}

bool only_adjectives(const Article& article, TokenRange phrase) {
    const bool definite = article.tokens[phrase.begin].definite;
    for (std::uint32_t i = phrase.begin + 1; i < phrase.end; ++i) {
        // تلفزيون محلي, محطة تلفزيون محلية
        const bool noun = !definite && article.has(i - 1, Known::outlet_noun) && article.has(i, Known::outlet_noun);
        if (!definite && i > phrase.begin + 1 && article.has(i, Known::preposition)) return !noun;
        if (!letter(article, i) || article.tokens[i].definite != definite) return false;
        if (!definite && !noun &&
            (!article.is(i, Part::adjective) || article.tokens[i].word == language::unknown_word ||
             article.has(i, Known::name)))
            return false;
    }
    return true;
}

std::uint32_t name_behind_clause(const Article& article, TokenRange phrase, std::uint32_t relative) {
    // والدة الشاب الذي قتل، سالم: whose clause it is, and whose name, nobody can tell.
    static const language::ClassSet people = language::set_of({Known::human_noun, Known::role_noun});
    for (std::uint32_t i = phrase.begin + 1; i < relative; ++i) {
        if (article.has(i, people) && !article.is(i, Part::adjective)) return phrase.end;
    }
    const std::uint32_t end = phrase.end;
    std::uint32_t name = end;
    while (name > relative + 2 && letter(article, name - 1) && article.is(name - 1, Part::proper)) --name;
    return name < end && article.tokens[name - 1].kind == text::CharClass::comma && article.has(name, Known::name)
               ? name
               : end;
}

/// روستيسلاف شورما, رئيس البلدية أولكسندر ستريوك
bool MentionReader::named_in_full(std::uint32_t head) const {
    const bool somebody = article_.is(head, Part::proper) || article_.has(head, Known::role_noun);
    return article_.pack->heads_first && mention_.proper.size() > 1 && somebody && !mention_.joint &&
           !article_.pack->lexicon.brief(article_.tokens[head].word).several;
}

}  // namespace rawi::sources
