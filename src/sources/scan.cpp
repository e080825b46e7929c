#include "sources/scan.hpp"

#include <algorithm>

#include "detection/noun_phrase.hpp"
#include "sources/apposition.hpp"
#include "sources/own_names.hpp"

namespace rawi::sources {
namespace {

using detection::Known;
using language::Part;
using language::PartSet;
using text::CharClass;

constexpr std::uint32_t longest = 24;  // tokens of a description

/// Words that stand in no description.
const language::ClassSet& stops() {
    static const language::ClassSet known =
        language::set_of({Known::complementiser, Known::subordinator, Known::adjunct, Known::negation, Known::auxiliary,
                          Known::np_stop, Known::relative, Known::pronoun, Known::time, Known::weekday});
    return known;
}

class Scanner {
public:
    Scanner(const Article& article, std::vector<Scanned>& found) : article_(article), found_(found) {}

    void run(const detection::Sentence& sentence) {
        const auto [begin, limit] = sentence.tokens;
        bool subject = true;
        const std::uint32_t behind_verb = subject_begin(sentence.tokens);
        for (std::uint32_t i = begin; i < limit;) {
            if (const std::uint32_t words = formula(article_, i, limit); words > 1) {
                i += words;
                continue;
            }
            const std::uint32_t end = i == behind_verb ? subject_end(i, limit) : description_end(i, limit);
            if (end == i || article_.has(i, Known::deity)) {
                ++i;
                continue;
            }
            Mention mention = read_mention(article_, {i, end}, false);
            const bool said_of = predicate(i);
            if (!(said_of && mention.tokens.size() == 1) && !mention.words.empty() && !mention.pronoun &&
                !common_word(mention)) {
                const bool first = subject && !governed(article_, i, sentence.tokens) && !said_of &&
                                   article_.tokens[i].quotation == detection::none && !object(i, sentence.tokens.begin);
                found_.push_back({std::move(mention), first});
                if (first) subject = false;
            }
            i = end;
        }
    }

private:
    [[nodiscard]] bool letter(std::uint32_t i) const { return article_.tokens[i].kind == CharClass::letter; }
    [[nodiscard]] bool in(std::uint32_t i, const language::ClassSet& classes) const { return article_.has(i, classes); }

    /// Whether the ending shows an object: واجه اتهاما, هنأ الفائزين. What is counted has it too (18 عضوا), and people
    /// behind a complementiser (إن المستخدمين يقولون).
    [[nodiscard]] bool object(std::uint32_t i, std::uint32_t begin) const {
        const bool counted = i > begin && (article_.tokens[i - 1].kind == CharClass::digit ||
                                           article_.is(i - 1, Part::number) || article_.has(i - 1, Known::quantifier));
        if (!counted && detection::accusative(article_, i)) return true;
        const bool opens_clause = i > begin && article_.has(i - 1, Known::complementiser);
        return !opens_clause && detection::oblique_people(article_, i);
    }

    /// إنه سعيد, حماس هي المسؤولة: what is said of the one whom the pronoun means.
    [[nodiscard]] bool predicate(std::uint32_t i) const {
        return i > 0 && letter(i - 1) &&
               ((article_.has(i - 1, Known::pronoun) && article_.has(i, Known::requiring)) ||
                (article_.has(i - 1, Known::complementiser) &&
                 article_.tokens[i - 1].enclitic != language::Agreement{}));
    }

    /// One word with the article that could be anything (البلاد, الأمريكي): it is the name of nobody who goes on.
    [[nodiscard]] bool common_word(const Mention& mention) const {
        static const language::ClassSet somebody =
            language::set_of({Known::role_noun, Known::human_noun, Known::group_noun, Known::organisation_noun,
                              Known::title, Known::organisation, Known::source_noun, Known::outlet, Known::outlet_noun,
                              Known::document_noun, Known::elliptic});
        const std::uint32_t word = mention.tokens.begin;
        return mention.tokens.size() == 1 && mention.kind == AgentKind::person && article_.tokens[word].definite &&
               !article_.is(word, Part::proper) && !article_.has(word, somebody);
    }

    /// A sentence that begins with a verb has its subject behind it: where that begins, or `none`.
    [[nodiscard]] std::uint32_t subject_begin(TokenRange sentence) {
        std::uint32_t i = sentence.begin;
        behind_auxiliary_ = detection::none;
        while (i < sentence.end && (article_.has(i, Known::conjunction) || article_.has(i, Known::auxiliary))) {
            if (article_.has(i++, Known::auxiliary)) behind_auxiliary_ = i;
        }
        if (i + 1 >= sentence.end || !article_.is(i, Part::verb)) return detection::none;
        return letter(i + 1) && !article_.has(i + 1, Known::preposition) && !in(i + 1, stops_) ? i + 1
                                                                                               : detection::none;
    }

    /// The subject behind a verb: a noun phrase that does not begin with an object that nobody can be.
    [[nodiscard]] std::uint32_t subject_end(std::uint32_t begin, std::uint32_t limit) const {
        if (in(begin, phrase_heads())) return words_end(begin, limit);
        if (!article_.tokens[begin].definite && !article_.is(begin, Part::proper)) return begin;
        return in(begin, silent_nouns()) ? begin : words_end(begin, limit);
    }

    /// A head that the pack knows, and the words that go with it. Inside another phrase the same word is an adjective.
    [[nodiscard]] std::uint32_t description_end(std::uint32_t begin, std::uint32_t limit) const {
        const std::uint32_t head = article_.match(begin, phrase_heads(), limit);
        if (head == 0 || in(begin, stops_)) return begin;
        // A name that is an adjective here: بيئة آمنة.
        if (head == 1 && article_.is(begin, Part::adjective) && article_.has(begin, Known::name)) return begin;
        if (head == 1 && article_.has(begin, Known::elliptic) && describes(begin)) return begin;
        // المناطق المسؤولة عن الإدراك, العام الإيراني
        if (head == 1 && (article_.has(begin, Known::requiring) || article_.is(begin, Part::adjective)) &&
            describes(begin))
            return begin;
        // 44 سودانيا: those who are counted are no single one.
        if (begin > 0 && article_.tokens[begin - 1].kind == CharClass::digit && detection::accusative(article_, begin))
            return begin;
        const std::uint32_t end = std::max(words_end(begin, limit), head > 1 ? begin + head : begin);
        // "Gatherings" alone may be what happens as well as those who gather, and names nobody.
        const bool vague = end == begin + 1 && in(begin, silent_nouns()) && !article_.tokens[begin].definite;
        return vague ? begin : end;
    }

    /// المؤهلات الخارجية, الإدارية والمالية: whether the word, which may stand for a body, is an adjective of the noun
    /// before it.
    [[nodiscard]] bool describes(std::uint32_t word) const {
        std::uint32_t i = word;
        const bool joined = i > 0 && article_.has(i - 1, Known::conjunction);
        if (joined) --i;
        if (i == 0 || !letter(i - 1)) return false;
        const detection::Token& before = article_.tokens[i - 1];
        if (joined) return article_.is(i - 1, Part::adjective) && before.definite;
        return article_.is(i - 1, PartSet(Part::noun) | Part::adjective) &&
               (before.definite || before.enclitic != language::Agreement{});
    }

    /// End of the phrase that begins at `begin`.
    [[nodiscard]] std::uint32_t words_end(std::uint32_t begin, std::uint32_t limit) const {
        detection::HeadFirstPhrase phrase(article_, begin);
        std::uint32_t end = begin;
        while (end < limit && end < begin + longest) {
            if (article_.opens(end) != detection::none) {
                const detection::Quotation& quotation = article_.quotations[article_.opens(end)];
                if (!quotation.closed || quotation.close >= limit || quotation.inner().size() > 5) break;
                // أدان عباس | "المجازر": what is quoted behind a person's name is none of it.
                if (end > begin && phrase.person() && article_.is(end - 1, Part::proper)) break;
                end = quotation.close + 1;
                phrase.named();
                continue;
            }
            const bool dot = end > begin && article_.tokens[end].mark == '.' && article_.abbreviates(end);  // م. سالم
            if (dot || article_.joins_words(end) || (article_.tokens[end].mark == '#' && end + 1 < limit)) {
                ++end;
                continue;
            }
            if (!letter(end) || in(end, stops_) || article_.has(end, Known::conjunction)) break;
            // كان الوزير | في وقت سابق قد أكد
            if (end > begin && formula(article_, end, limit) > 1) break;
            if (article_.has(end, Known::preposition)) {
                // A preposition and its noun are part of the description (الأمين العام للجامعة), unless they tell where
                // words were spoken.
                // عدد من المواطنين: whom it counts.
                const bool counts = end == begin + 1 && article_.has(begin, Known::quantifier) &&
                                    article_.is_word(end, article_.pack->name_link);
                // متحدث | باسم "المرسى", محام | في المرسى, باحثون | من جامعة المرسى
                const bool speaks_for =
                    end == begin + 1 && article_.has(begin, Known::representing) && end + 1 < limit &&
                    (article_.opens(end + 1) != detection::none || article_.has(end + 1, Known::place) ||
                     article_.has(end + 1, detection::body_nouns()));
                const bool office = phrase.person() && !article_.pack->office_link.empty() &&
                                    article_.normal_of(end) == article_.pack->office_link;
                const bool wide = begin == behind_auxiliary_ || counts || speaks_for || office;
                // متحدث باسم | "المرسى"
                const bool quoted =
                    (office || speaks_for) && end + 1 < limit && article_.opens(end + 1) != detection::none;
                if (end == begin || (!wide && !article_.tokens[end].proclitic) ||
                    (!quoted && !belongs(begin, end, limit)))
                    break;
                // أشاد فلان | بزميله: what stands behind a person's own name is the verb's.
                if (!wide && own_name(article_, {begin, end}, phrase.person())) break;
                phrase.governed();
                ++end;
                continue;
            }
            if (end > begin && object_behind_name(begin, end)) break;
            if ((end > begin && closes_own_name(article_, {begin, end}, phrase.person(), limit)) || !phrase.accept(end))
                break;
            ++end;
        }
        while (end > begin && (article_.has(end - 1, Known::preposition) || article_.tokens[end - 1].mark == '.'))
            --end;
        if (end > begin && phrase.person()) end = std::max(end, apposition_end(end, limit));
        return end;
    }

    /// سيزور تيلرسون | إثيوبيا, استقبل الرئيس مصطفى الحداد | الطفل: behind a verb and somebody's name a country, or
    /// somebody with the article behind two words of the name, is no more of it.
    [[nodiscard]] bool object_behind_name(std::uint32_t begin, std::uint32_t i) const {
        static const language::ClassSet no_object = language::set_of(
            {Known::name, Known::name_tail, Known::role_noun, Known::title, Known::epithet, Known::given_name});
        static const language::ClassSet no_person =
            language::set_of({Known::place, Known::state, Known::organisation, Known::organisation_noun,
                              Known::group_noun, Known::given_name, Known::lineage});
        const auto name = [&](std::uint32_t token) {
            return token >= begin && letter(token) && article_.is(token, Part::proper);
        };
        if (begin == 0 || !letter(begin - 1) || !article_.is(begin - 1, Part::verb) || !name(i - 1) ||
            in(i - 1, no_person))
            return false;
        const bool several = i >= begin + 2 && name(i - 2);
        if (article_.has(i, Known::state) && !article_.has(i, Known::name) && article_.is(i, Part::proper))
            return several || (i == begin + 1 && article_.has(begin, Known::name));
        return several && article_.tokens[i].definite && article_.has(i, Known::human_noun) &&
               article_.is(i, Part::noun) && !in(i, no_object);
    }

    /// Between commas: the name of the official just described, the office of the person just named.
    [[nodiscard]] std::uint32_t apposition_end(std::uint32_t comma, std::uint32_t limit) const {
        std::uint32_t i = comma + 1;
        if (i >= limit || article_.tokens[comma].kind != CharClass::comma || !letter(i)) return comma;
        if (article_.is(comma - 1, Part::proper)) {
            if (!article_.has(i, Known::role_noun) && !article_.has(i, Known::human_noun)) return comma;
            detection::HeadFirstPhrase office(article_, i);
            while (i < limit && i < comma + longest && letter(i) && !in(i, stops_) && office.accept(i)) ++i;
        } else {
            while (i < limit && i < comma + longest && letter(i) && article_.is(i, Part::proper)) ++i;
        }
        const bool closed = i > comma + 1 && (i >= limit || (!letter(i) && article_.opens(i) == detection::none));
        return closed ? i : comma;
    }

    [[nodiscard]] bool belongs(std::uint32_t first, std::uint32_t preposition, std::uint32_t limit) const {
        const std::uint32_t noun = preposition + 1;
        if (noun >= limit || !letter(noun) || in(noun, stops_)) return false;
        // What something is done with: قام النواب بتمرير القانون.
        if (article_.has(preposition, Known::instrument) && article_.has(noun, Known::event_noun)) return false;
        // تشعر شركة المرسى | بالقلق: a thing, behind any name; الضابط الفزاني | بأصابعه: what is one's own, but a body.
        const bool own = article_.tokens[noun].enclitic != language::Agreement{};
        const bool body = article_.has(noun, Known::organisation_noun) || article_.has(noun, Known::group_noun);
        const bool thing = article_.has(noun, Known::thing_noun) && !article_.has(noun, Known::name) &&
                           article_.is(preposition - 1, Part::proper);
        if (article_.has(preposition, Known::instrument) && ((own && !body) || thing)) return false;
        // اعتذرت الشركة | لزبائنها: to one's own.
        if (article_.has(preposition, Known::address) && own && !body && article_.tokens[preposition - 1].definite)
            return false;
        // اختار الكاتب | للحصول على: what for.
        const bool alone =
            preposition == first + 1 && article_.tokens[first].definite && !article_.is(first, Part::adjective);
        if (alone && article_.has(preposition, Known::address) && article_.has(noun, Known::event_noun)) return false;
        // أشاد الوزير | بالفريق: of a bare office behind its verb it says neither where nor of which body.
        static const language::ClassSet where =
            language::set_of({Known::place, Known::place_noun, Known::state, Known::organisation_noun});
        // تقدمت الشابة | بشكوى
        if (alone && article_.has(preposition, Known::instrument) && first > 0 && article_.is(first - 1, Part::verb) &&
            (article_.has(first, Known::role_noun) || article_.has(first, Known::human_noun)) &&
            (article_.tokens[noun].definite || article_.has(noun, Known::document_noun)) && !article_.has(noun, where))
            return false;
        for (const Known known :
             {Known::outlet, Known::medium, Known::channel, Known::time, Known::weekday, Known::month}) {
            if (article_.match(noun, known, limit) != 0) return false;
        }
        return true;
    }

    const Article& article_;
    const language::ClassSet& stops_ = stops();
    /// What stands behind "was" at the beginning of a sentence: كان القادة في القمة قد دعوا.
    std::uint32_t behind_auxiliary_ = detection::none;
    std::vector<Scanned>& found_;
};

}  // namespace

std::uint32_t formula(const Article& article, std::uint32_t begin, std::uint32_t limit) {
    static const auto formulas =
        language::set_of({Known::speaker_switch, Known::adverb, Known::adjunct, Known::background});
    const bool may = article.tokens[begin].phrases != detection::none;
    return may ? article.match(begin, formulas, limit) : 0;
}

bool governed(const Article& article, std::uint32_t begin, TokenRange sentence) {
    const auto part = [&](std::uint32_t i, Part which) {
        return article.tokens[i].kind == CharClass::letter && article.is(i, which);
    };
    std::uint32_t i = begin;
    while (i > sentence.begin && part(i - 1, Part::determiner)) --i;  // "in these words"
    return i > sentence.begin && part(i - 1, Part::preposition);
}

void scan_sentence(const Article& article, const detection::Sentence& sentence, std::vector<Scanned>& found) {
    if (names_show(article)) return scan_capitalised(article, sentence, found);
    Scanner(article, found).run(sentence);
}

}  // namespace rawi::sources
