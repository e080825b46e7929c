// Noun phrases whose head stands first, word by word: what each word may go on with.
#include <algorithm>

#include "detection/noun_phrase.hpp"

namespace rawi::detection {

using language::Part;

bool HeadFirstPhrase::accept(std::uint32_t i) {
    if (!take(i)) return false;
    const Token& token = article_.tokens[i];
    // A determiner that stands for what it determines: أحدهم, البعض, هؤلاء.
    headed_ = headed_ || token.part != Part::determiner || token.enclitic != language::Agreement{} || token.definite ||
              article_.has(i, Known::anaphor);
    return true;
}

bool HeadFirstPhrase::take(std::uint32_t i) {
    if (state_ != State::empty && begins_another(i)) return false;
    if (goes_on(i)) return true;
    const bool first = state_ == State::empty;
    switch (article_.tokens[i].part) {
        case Part::determiner: return determiner(i);
        case Part::number: return number(i);
        case Part::proper: return proper(i);
        case Part::adjective: return first || chief(i) ? noun(i) : adjective(i);
        case Part::noun: return describes_closed(i) ? adjective(i) : noun(i);
        case Part::verb:
        case Part::base:
        case Part::adverb: return like_no_noun(i);
        default: return false;
    }
}

/// Whether the phrase is whole and what follows belongs to its verb.
bool HeadFirstPhrase::begins_another(std::uint32_t i) const {
    const Token& token = article_.tokens[i];
    // بدا الرئيس | مختلفاً, but مصدر أعلى مقامًا
    const bool complete = article_.tokens[i - 1].definite || article_.is(i - 1, Part::proper);
    if (complete && !accusative_ && written_accusative(article_, token)) return true;
    if (state_ == State::named && behind_known_name(article_, begin_, i)) return true;
    // سأل الشيخ أحمد الكردي | المولى أن: no name goes on so behind the article, but فهد الجار الله does.
    if (article_.has(i, Known::deity) && article_.tokens[i - 1].definite &&
        (!article_.can_be(i - 1, Part::noun) || article_.has(i - 1, Known::group_noun) || i < 2 ||
         !article_.is(i - 2, Part::proper)))
        return true;
    // دعا الحوثيون | المواطنين, دعا سكان المدينة | المسافرين: nor what is in the oblique case behind what is not, or
    // people behind no people.
    if (state_ == State::closed && token.definite && oblique_people(article_, i) && article_.tokens[i - 1].definite &&
        (sound_plural(article_, i - 1) || (plural_ && last_person_ + 1 != i && !article_.can_be(i, Part::adjective) &&
                                           !article_.is(i - 1, Part::adjective))))
        return true;
    // دعت الوزارة | المتقدمين: nor are people in the oblique case of a body with the article.
    if (state_ == State::closed && body_ && !person_ && article_.tokens[i - 1].definite && token.definite &&
        oblique_people(article_, i))
        return true;
    // اتهم الوزير | المعارضة, حث الرئيس الأميركي | الكونغرس: a body behind one person who is complete.
    return state_ == State::closed && person_ && !plural_ && last_person_ != none &&
           (last_person_ + 1 == i || (described(last_person_ + 1, i) && !article_.can_be(i, Part::adjective))) &&
           token.definite && article_.tokens[last_person_].definite &&
           (article_.has(i, Known::group_noun) || article_.has(i, Known::organisation_noun)) &&
           !article_.has(i, Known::human_noun) && !article_.has(i, Known::role_noun);
}

/// Takes what goes on whatever part of speech it is taken for.
bool HeadFirstPhrase::goes_on(std::uint32_t i) {
    const Token& token = article_.tokens[i];
    const bool first = state_ == State::empty;
    if (!first && article_.has(i, Known::possessing)) {  // الجهات ذات العلاقة
        state_ = State::open;
        return true;
    }
    if (!first && article_.has(i, Known::same)) return true;  // المصدر نفسه
    // السيد فارغا: behind a title alone stands a name, even if it looks like an accusative.
    const bool behind_title = !first && article_.has(i - 1, Known::title) && article_.tokens[i - 1].definite;
    if (behind_title && !token.definite && state_ == State::closed && accusative(article_, i) &&
        article_.is(i, Part::adjective) && !accusative_) {
        state_ = State::named;
        return true;
    }
    // طارق عز الدين: whatever part of speech the first word of such a name can be.
    if (person_ && (state_ == State::closed || state_ == State::named) && !token.definite &&
        i + 1 < article_.tokens.size() && article_.has(i + 1, Known::name_tail)) {
        state_ = State::named;
        return true;
    }
    return false;
}

bool HeadFirstPhrase::determiner(std::uint32_t i) {
    const bool first = state_ == State::empty;
    const bool last = i + 1 >= article_.tokens.size();
    // عمدة هذه المقاطعة, منتقدو هذه الخطوة
    const bool completes = !first && state_ == State::open && person_ && !last && article_.tokens[i + 1].definite;
    const bool clipped = completes && plural_ && !sound_plural(article_, i - 1) &&
                         article_.pack->lexicon.brief(article_.tokens[i - 1].word).several;
    if (completes && (clipped || article_.has(i + 1, Known::place_noun) ||
                      article_.has(i + 1, Known::organisation_noun) || article_.has(i + 1, Known::group_noun)))
        return true;
    // إحدى هذه الرسائل, أحد هؤلاء; but أحدهم and البعض are complete.
    if (!first && article_.has(i - 1, Known::article) && !article_.has(i - 1, Known::definite) &&
        !article_.tokens[i - 1].definite && article_.tokens[i - 1].enclitic == language::Agreement{} &&
        article_.has(i, Known::definite)) {
        if (last || !article_.is(i + 1, Part::noun) || !article_.tokens[i + 1].definite ||
            article_.has(i + 1, Known::preposition))
            state_ = State::closed;
        return true;
    }
    if (!first) return false;
    // أحدهم is complete
    state_ = article_.tokens[i].enclitic == language::Agreement{} ? State::open : State::closed;
    return true;
}

bool HeadFirstPhrase::number(std::uint32_t i) {
    if (state_ == State::closed) {
        // Laws are counted by their articles: المادة 12.
        if (article_.has(i - 1, Known::law)) return true;
        // المدعون السبعة
        return plural_ && article_.tokens[i].definite && article_.tokens[i - 1].definite;
    }
    // أنجب رجل ياباني | تسعة أطفال
    const bool described =
        state_ == State::qualified || (state_ == State::open && article_.can_be(i - 1, Part::adjective) &&
                                       !article_.tokens[i - 1].definite && !article_.has(i - 1, Known::time_noun));
    if (described && person_ && i + 1 < article_.tokens.size() && article_.is(i + 1, Part::noun)) return false;
    state_ = State::open;
    return true;
}

bool HeadFirstPhrase::proper(std::uint32_t i) {
    const Token& token = article_.tokens[i];
    const bool first = state_ == State::empty;
    if (!first && office_behind_name(i)) return noun(i);
    // دبلوماسيون غربيون | موسكو: a place completes no noun that is complete;
    // behind one person it may be a name (الطبيبة هند).
    // اتهمت لندن | موسكو
    if (state_ == State::named && !person_ && i > 0 && article_.has(i - 1, Known::state) &&
        article_.has(i, Known::state))
        return false;
    if ((state_ == State::qualified || state_ == State::closed) && (plural_ || !person_) &&
        article_.has(i, Known::place) && !(token.definite && article_.can_be(i, Part::adjective)))
        return false;
    // يتهم معارضون | البرهان: a noun that keeps its ending is completed by no name.
    static const language::ClassSet many =
        language::set_of({Known::human_noun, Known::role_noun, Known::quantifier, Known::source_noun});
    if (state_ == State::open && plural_ && sound_plural(article_, i - 1) && !article_.can_be(i, Part::adjective) &&
        (article_.tokens[i].definite || article_.has(i, Known::name)) && article_.has(i - 1, many))
        return false;
    // سجلت منظمة «المنبر» | أسماء القتلى: a body that is called something has no other name.
    if (body_ && !person_ && i > 0 && article_.closes(i - 1) != none && article_.has(i, Known::name) &&
        !token.definite && !article_.can_be(i, Part::adjective))
        return false;
    // استدعت الهيئة | سالم الحداد: nor has one with the article.
    if (!first && body_ && !person_ && state_ == State::closed && article_.tokens[i - 1].definite && !token.definite &&
        article_.has(i, Known::name) && given_name(i) && !article_.has(i, Known::place))
        return false;
    // أعلنت لجنة الاتحاد | السماح: a deed, though it may be a name without the article.
    if (!first && !person_ && token.definite && article_.has(i, Known::event_noun)) return noun(i);
    state_ = State::named;
    person_ = person_ || article_.has(i, Known::name);
    return true;
}

/// What is taken for a verb or an adverb.
bool HeadFirstPhrase::like_no_noun(std::uint32_t i) {
    const Token& token = article_.tokens[i];
    const bool first = state_ == State::empty;
    // A word that nobody has listed, behind a name: more of the name. Behind a preposition stands a noun.
    // Not behind a country's: إسرائيل | تسجن شاعرة.
    if (token.word == language::unknown_word && state_ == State::named && !article_.has(i - 1, Known::state))
        return true;
    // Behind a title stands a name, whatever it looks like: الدكتور رايت.
    if (!first && i > 0 && article_.has(i - 1, Known::title) && article_.tokens[i - 1].definite) {
        state_ = State::named;
        return true;
    }
    return first && (token.definite || governed_) && noun(i);
}

/// Whether nothing but definite adjectives stands in the stretch.
bool HeadFirstPhrase::described(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
        if (!article_.is(i, Part::adjective) || !article_.tokens[i].definite) return false;
    }
    return true;
}

/// الأشخاص المطلعون على الأمر: what waits for a preposition describes the definite noun before it.
bool HeadFirstPhrase::describes_closed(std::uint32_t i) const {
    return state_ == State::closed && article_.tokens[i].definite && article_.has(i, Known::requiring);
}

/// A given name, and no surname.
bool HeadFirstPhrase::given_name(std::uint32_t i) const {
    if (article_.has(i, Known::given_name)) return true;
    const auto agreement = language::parse_agreement(article_.value({i, i + 1}, Known::name));
    return agreement && agreement->gender != language::Gender::any;
}

/// الحبيب الصيد: a given name that has the article itself.
bool HeadFirstPhrase::definite_given(std::uint32_t i) const {
    static const language::ClassSet next =
        language::set_of({Known::complementiser, Known::preposition, Known::time, Known::weekday});
    const std::uint32_t behind = i + 2;  // behind the surname, which may be any word
    return given_name(i) && (behind >= article_.tokens.size() || article_.tokens[behind].kind != CharClass::letter ||
                             article_.has(behind, next));
}

/// كبير الخبراء, كبير محلليها: an adjective that is an office, before several whose chief it is.
bool HeadFirstPhrase::chief(std::uint32_t i) const {
    const std::uint32_t next = i + 1;
    return !article_.tokens[i].definite && article_.has(i, Known::role_noun) && next < article_.tokens.size() &&
           article_.pack->lexicon.brief(article_.tokens[next].word).several;
}

/// الأمير ماجد بن بدر أمير منطقة الواحات: what can be a given name is an office behind a whole name and before a noun.
bool HeadFirstPhrase::office_behind_name(std::uint32_t i) const {
    const std::uint32_t next = i + 1;
    return (state_ == State::named || state_ == State::closed) && person_ && !article_.tokens[i].definite &&
           article_.has(i, Known::role_noun) && !article_.has(i - 1, Known::lineage) && next < article_.tokens.size() &&
           article_.is(next, Part::noun) && !article_.tokens[next].definite && !article_.has(next, Known::name);
}

bool HeadFirstPhrase::adjective(std::uint32_t i) {
    // زوكربيرغ | الكثير
    if (article_.tokens[i].definite && person_ && state_ == State::named && article_.has(i, Known::quantifier))
        return false;
    // انتقد الرئيس الأميركي | الممثلة
    if (article_.tokens[i].definite && person_ && last_person_ != none && article_.has(i, Known::role_noun) &&
        described(last_person_ + 1, i) && man_and_woman(last_person_, i))
        return false;
    // اتهم الوزير سامر الكردي | المعارضة
    if (article_.tokens[i].definite && person_ && state_ == State::named && article_.is(i - 1, Part::proper) &&
        article_.has(i - 1, Known::name) && !article_.has(i, Known::place) &&
        (article_.has(i, Known::group_noun) || article_.has(i, Known::organisation_noun)))
        return false;
    const Token& token = article_.tokens[i];
    if (token.definite) return true;
    if (state_ == State::named && names(i)) return true;  // اللواء جمال مظلوم
    // أدريانو غالياني: what nobody has listed, or a word with "me" behind it, which is none.
    const bool odd = token.word == language::unknown_word || token.enclitic.person == language::Person::first;
    const bool last = i + 1 >= article_.tokens.size() || article_.tokens[i + 1].kind != CharClass::letter ||
                      article_.is(i + 1, Part::verb) || article_.has(i + 1, Known::complementiser);
    if (state_ == State::named && odd && last && article_.is(i - 1, Part::proper) && !article_.has(i - 1, Known::place))
        return true;
    if (accusative(article_, i) && !accusative_) return false;
    if (state_ != State::open && state_ != State::qualified) return false;
    state_ = State::qualified;
    return true;
}

bool HeadFirstPhrase::man_and_woman(std::uint32_t one, std::uint32_t other) const {
    const auto gender = [this](std::uint32_t i) {
        for (const Known known : {Known::role_noun, Known::human_noun}) {
            if (const auto agreement = language::parse_agreement(article_.value({i, i + 1}, known));
                agreement && agreement->gender != language::Gender::any)
                return agreement->gender;
        }
        return language::Gender::any;
    };
    const language::Gender first = gender(one);
    return first != language::Gender::any && gender(other) != language::Gender::any && gender(other) != first;
}

/// Whether the noun is no more of the phrase, which is complete, but the object of the verb before it.
bool HeadFirstPhrase::begins_object(std::uint32_t i, bool person, bool several) const {
    const bool closed = state_ == State::closed;
    const bool definite = article_.tokens[i].definite;
    const bool title = article_.has(i, Known::title);
    // انتقد الرئيس | الممثلة: one person is no man and woman.
    if (person && person_ && closed && definite && !title && last_person_ != none && man_and_woman(last_person_, i))
        return true;
    // تقدم المصلين | مدير الإدارة: several that are an object are nobody's office.
    if (person && person_ && closed && !definite && !title && last_person_ != none &&
        article_.tokens[last_person_].definite && oblique_people(article_, last_person_) &&
        (last_person_ == 0 || !article_.is(last_person_ - 1, Part::noun) ||
         article_.has(last_person_ - 1, Known::quantifier)))
        return true;
    // استنكر عسيري | الحوثيين
    if (state_ == State::named && (person_ || body_) && definite && oblique_people(article_, i)) return true;
    // استدعت الحكومة الجزائرية | سفير الاتحاد: one with an office belongs to no body before it, unless by a title
    // (السيد).
    if (person && !title && !article_.has(i, Known::name) && !person_ && closed) return true;
    // الوزير ويلبور روس: what several people are called is a surname where nothing completes it.
    const bool surname = !definite && state_ == State::named && person_ && article_.is(i - 1, Part::proper) &&
                         i + 1 < article_.tokens.size() && article_.tokens[i + 1].kind == CharClass::comma;
    if (surname) return false;
    // دعت الحكومة المحلية | الأهالي: several behind a body are no title of it, behind one person no office.
    return several && ((closed && !person_) || ((closed || state_ == State::named) && !plural_ && person_));
}

bool HeadFirstPhrase::noun(std::uint32_t i) {
    const Token& token = article_.tokens[i];
    const bool person =
        article_.has(i, Known::human_noun) || article_.has(i, Known::role_noun) || article_.has(i, Known::title);
    const bool several = article_.pack->lexicon.brief(token.word).several;
    if (state_ == State::named && i > 0 && article_.has(i, Known::name_tail) && !article_.tokens[i - 1].definite)
        return true;
    // مسؤولون طبيون فلسطينيون: what stands behind one that no noun completes describes it.
    if (state_ != State::empty && i > 0 && sound_plural(article_, i) &&
        article_.ends_in(i - 1, article_.pack->sound_plural))
        return true;
    if (!headed_) plural_ = several;
    if (state_ != State::empty) {
        if (accusative(article_, i) && !accusative_ && !counted(article_, i)) return false;
        // Behind an indefinite adjective only a definite noun goes on (رفيع المستوى), and none that tells of an event.
        if (state_ == State::qualified && (!token.definite || article_.has(i, Known::event_noun))) return false;
        // اعتبر محللون | القرار: a noun that keeps its ending is completed by no other.
        const bool plural = person || several || article_.ends_in(i, article_.pack->sound_plural);
        if (state_ == State::open && i > 0 && sound_plural(article_, i - 1) && (token.definite || !plural))
            return false;
        const bool complete = state_ == State::closed || state_ == State::named;
        // أبلغ الوزير | نظيره: a noun with a pronoun is no title of the one before it.
        if (complete && token.enclitic != language::Agreement{}) return false;
        // استهل الوزير | حديثه: nor is what somebody says.
        if (complete && !token.definite && talk(article_, i)) return false;
        // What nobody has listed goes on with the article as an adjective does: الوزيرة المنتدبة.
        if (state_ == State::closed && token.definite && token.word == language::unknown_word) return true;
        if (begins_object(i, person, several)) return false;
        if (complete && !person) {
            // A definite noun behind a given name alone is the family's: يحيى الصافي.
            // نفى ترامب | التقارير: what is written is no surname.
            const bool body = article_.has(i, Known::group_noun) || article_.has(i, Known::organisation_noun) ||
                              article_.has(i, Known::document_noun);
            // So is any noun behind the father's: خالد بن عبدالله العرج.
            const bool alone = i < 2 || !article_.is(i - 2, Part::proper) || article_.tokens[i - 2].definite ||
                               article_.has(i - 2, Known::place);
            const bool given = state_ == State::named || (article_.tokens[i - 1].definite && definite_given(i - 1));
            const bool family =
                given && !body && !body_ &&
                (article_.has(i - 1, Known::lineage) ||
                 (i >= 2 && article_.has(i - 2, Known::lineage) && !article_.has(i, Known::event_noun)) ||
                 (token.definite && article_.has(i - 1, Known::name) && alone && given_name(i - 1) &&
                  (article_.tokens[i - 1].definite ? definite_given(i - 1) : !article_.has(i, Known::event_noun))));
            if (!names(i) && !family) return false;
            state_ = State::named;
            return true;
        }
    }
    if (state_ == State::empty) body_ = !person && !person_ && article_.has(i, body_nouns());
    person_ = person_ || person;
    if (person) last_person_ = i;
    const bool pronoun = token.enclitic != language::Agreement{};
    state_ = token.definite || pronoun || article_.has(i, Known::anaphor) ? State::closed : State::open;
    return true;
}

/// Whether a common noun stands for a name here: behind a person's title or first name (العميد يحيى رسول), where
/// another name or the end of the phrase follows.
bool HeadFirstPhrase::names(std::uint32_t i) const {
    const Token& token = article_.tokens[i];
    if (!person_ || token.definite || token.enclitic != language::Agreement{} || article_.has(i, Known::event_noun) ||
        article_.has(i, Known::organisation_noun))
        return false;
    if (i + 1 >= article_.tokens.size() || article_.tokens[i + 1].kind == CharClass::digit) return false;  // عام 2018
    if (article_.is(i + 1, Part::proper)) return true;
    // تبادل فيدوروف | رسائل البريد
    static const language::ClassSet written = language::set_of({Known::document_noun, Known::medium, Known::time_noun});
    const bool says = article_.has(i + 1, Known::complementiser) || article_.tokens[i + 1].kind == CharClass::colon;
    const bool month = article_.has(i, Known::time_noun) && says;  // رعد تموز أن
    if (article_.has(i, written) && !article_.has(i, Known::name) && !month) return false;
    // رئيس الحكومة تمام سلام: a given name that is a common noun, behind what he is.
    if (state_ == State::closed && article_.has(i, Known::name) && article_.is(i, Part::noun) &&
        article_.tokens[i + 1].kind == CharClass::letter && !article_.tokens[i + 1].definite &&
        article_.is(i + 1, Part::noun) && !article_.has(i + 1, Known::event_noun))
        return true;
    // كاتب النص صالح زمانان | إن
    if (state_ == State::named && article_.has(i - 1, Known::name) && article_.is(i - 1, Part::noun) && says)
        return true;
    if (state_ != State::named || !article_.is(i - 1, Part::proper)) return false;
    // المالكي | ممنوع من السفر: a surname has no other behind it.
    if (article_.is(i, Part::adjective) && article_.tokens[i - 1].definite &&
        (i < 2 || !article_.is(i - 2, Part::proper)) && article_.has(i + 1, Known::preposition))
        return false;
    const bool given =
        article_.has(i - 1, Known::name) && (i < 2 || !article_.is(i - 2, Part::proper) ||
                                             article_.has(i - 2, Known::place) || article_.tokens[i - 2].definite);
    // نشر مارادونا | صورة له: behind a name alone, which stands behind its verb, a thing is the object.
    const bool object =
        article_.has(i, Known::thing_noun) && !article_.has(i, Known::name) && i >= 2 && article_.is(i - 2, Part::verb);
    return article_.tokens[i + 1].kind != CharClass::letter || article_.has(i + 1, Known::complementiser) ||
           article_.has(i + 1, Known::human_noun) || article_.has(i + 1, Known::role_noun) ||
           (given && !object &&
            (article_.is(i + 1, Part::verb) || article_.has(i + 1, Known::event_noun) ||
             article_.has(i + 1, Known::preposition) || article_.tokens[i + 1].definite));
}

}  // namespace rawi::detection
