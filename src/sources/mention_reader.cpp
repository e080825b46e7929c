#include "sources/mention_reader.hpp"

#include <algorithm>

#include "detection/noun_phrase.hpp"
#include "language/names.hpp"
#include "text/hash.hpp"

namespace rawi::sources {

using detection::Known;
using text::CharClass;

MentionReader::MentionReader(const Article& article, TokenRange tokens, bool as_outlet)
    : article_(article), as_outlet_(as_outlet) {
    mention_.tokens = strip(tokens);
}

bool MentionReader::wordlike(std::uint32_t token) const {
    const CharClass kind = article_.tokens[token].kind;
    return kind == CharClass::letter || kind == CharClass::digit;
}

TokenRange MentionReader::strip(TokenRange range) const {
    // المرصد | ، ومقره لندن
    for (std::uint32_t i = range.begin + 1; article_.pack->heads_first && i + 1 < range.end; ++i) {
        const std::uint32_t seat = i + (has(i, Known::conjunction) ? 1 : 0);
        const bool aside = article_.tokens[i - 1].kind == CharClass::comma || seat > i;
        if (aside && has(seat, Known::seat)) range.end = i;
    }
    while (!range.empty() && ((!wordlike(range.begin) && article_.opens(range.begin) == detection::none) ||
                              (has(range.begin, Known::preposition) && article_.tokens[range.begin].proclitic))) {
        ++range.begin;
    }
    // The bracket closes one of the phrase, as in "Carter (D-Ga.)", or one that was opened before it.
    const auto opened = [&] {
        std::uint32_t i = range.end - 1;
        while (i > range.begin && article_.tokens[i].kind != CharClass::open_bracket) --i;
        return article_.tokens[i].kind == CharClass::open_bracket;
    };
    while (!range.empty() && !wordlike(range.end - 1) && article_.closes(range.end - 1) == detection::none &&
           (article_.tokens[range.end - 1].kind != CharClass::close_bracket || !opened())) {
        --range.end;
    }
    if (range.size() > 2 && article_.opens(range.begin) != detection::none &&
        article_.opens(range.begin) == article_.closes(range.end - 1)) {
        // "Fox & Friends.": a full stop before the closing mark ends the sentence, not the name.
        range = {range.begin + 1, range.end - 1};
        while (range.size() > 1 && article_.tokens[range.end - 1].kind == CharClass::terminator &&
               !article_.abbreviates(range.end - 1)) {
            --range.end;
        }
    }
    return range;
}

bool MentionReader::anybody(std::uint32_t head) const {
    static const language::ClassSet counts = language::set_of({Known::quantifier, Known::other, Known::article});
    if (is(head, language::Part::proper)) return false;
    // 44 % of the employers
    if (article_.pack->heads_first && article_.tokens[head].kind == CharClass::digit) return true;
    if (article_.has(head, counts)) return true;
    if (!is(head, language::Part::noun) || !has(head, Known::human_noun)) return false;
    // الهولندي may be somebody who has been named, المشاركون are many.
    const auto agreement = language::parse_agreement(article_.value({head, head + 1}, Known::human_noun));
    return !article_.can_be(head, language::Part::adjective) ||
           (agreement && agreement->number != language::Number::singular);
}

std::string_view MentionReader::word(std::uint32_t token) const {
    const std::string_view full = article_.value({token, token + 1}, Known::abbreviation);
    return full.empty() ? article_.normal_of(token) : full;
}

std::string_view MentionReader::outlet_key() const {
    for (std::uint32_t i = mention_.tokens.begin; i < mention_.tokens.end; ++i) {
        for (const Known known : {Known::outlet, Known::outlet_common}) {
            const std::uint32_t length = article_.match(i, known, mention_.tokens.end);
            const TokenRange name{i, i + length};
            if (length == 0 || !(known == Known::outlet_common ? common_word_names(name) : written_as_name(name)))
                continue;
            return article_.value(name, known);
        }
    }
    return {};
}

bool MentionReader::written_as_name(TokenRange listed) const {
    if (!names_show(article_)) return true;
    const std::uint32_t first = listed.begin + (has(listed.begin, Known::article) ? 1U : 0U);
    if (first == listed.end) return false;
    const bool named = first > mention_.tokens.begin && has(first - 1, Known::outlet_noun);  // the website politifact
    if (!article_.tokens[first].upper && !named && article_.tokens[first].kind == CharClass::letter) return false;
    // "The National" is a newspaper, "the National Police Agency" is none.
    const bool longer = listed.end < mention_.tokens.end && article_.tokens[listed.end].upper &&
                        !has(listed.end, Known::outlet_noun) && !has(listed.end, Known::medium);
    return first == listed.begin || listed.end > first + 1 || !longer;
}

bool MentionReader::common_word_names(TokenRange word) const {
    if (!article_.pack->heads_first) return !ends_longer_name(word.begin);
    const std::uint32_t before = word.begin - 1;
    // شبكة (سي إن إن) الإخبارية: the name is in the marks.
    if (word.begin > mention_.tokens.begin &&
        (article_.closes(before) != detection::none || article_.tokens[before].kind == CharClass::close_bracket))
        return false;
    if (word.begin > mention_.tokens.begin && wordlike(before)) {
        // صحيفة الاتحاد, مراسل الجزيرة; but وكالة الأنباء is any agency, and الشبكة الإخبارية any network.
        static const language::ClassSet owned =
            language::set_of({Known::outlet_noun, Known::journalist, Known::personal_body});
        if (!article_.has(before, owned) || article_.tokens[before].definite || has(word.begin, Known::news))
            return false;
    }
    if (word.end >= mention_.tokens.end || !wordlike(word.end)) return true;
    static const language::ClassSet behind =
        language::set_of({Known::preposition, Known::relative, Known::outlet_tail, Known::conjunction, Known::news});
    if (article_.has(word.end, behind)) return true;
    // الاتحاد الإماراتية is a newspaper, الاتحاد البرازيلي a federation.
    return is(word.end, language::Part::adjective) && feminine(word.end);
}

/// "The Jakarta Post" is not the Post: what goes on from another capital is the end of a longer name.
bool MentionReader::ends_longer_name(std::uint32_t token) const {
    if (token == mention_.tokens.begin || has(token - 1, Known::article)) return false;
    const detection::Token& before = article_.tokens[token - 1];
    return before.kind == CharClass::letter && before.upper && !is(token - 1, language::Part::genitive);
}

std::uint32_t MentionReader::head() const {
    std::uint32_t i = mention_.tokens.begin;
    // نفس المصدر
    while (i + 1 < mention_.tokens.end &&
           (!wordlike(i) || has(i, Known::article) || has(i, Known::possessive) || has(i, Known::same)))
        ++i;
    return i;
}

TokenRange MentionReader::own_name(std::uint32_t head, std::uint32_t end) const {
    if (head >= end || article_.tokens[head].definite) return {};
    // موقع is a place as well, and what is called so is not always an outlet.
    const bool outlet = has(head, Known::outlet_noun) && !has(head, Known::place_noun);
    const auto marked = [this](std::uint32_t i) {
        return article_.tokens[i].kind == CharClass::quote || article_.tokens[i].mark == '#';
    };
    const bool body =
        has(head, Known::called_body) || (has(head, Known::organisation_noun) && head + 1 < end && marked(head + 1));
    if (!body && !outlet) return {};
    static const language::ClassSet others = language::set_of({Known::state, Known::human_noun, Known::role_noun});
    std::uint32_t begin = head + 1;
    if (begin < end && has(begin, Known::news) && !article_.tokens[begin].definite) ++begin;  // وكالة أنباء المرسى
    const std::uint32_t before_marks = begin;
    while (begin < end && marked(begin)) ++begin;
    const bool quoted = begin > before_marks;
    if (begin >= end || article_.has(begin, others) || (outlet && has(begin, Known::place))) return {};
    // مجموعة سالم الكناني is named for a person, no paper is; وكالة ناسا is no outlet.
    if (outlet ? has(begin, Known::organisation) : !quoted && has(begin, Known::name)) return {};
    if (outlet && !quoted && is(begin, language::Part::adjective)) return {};  // وكالات روسية
    std::uint32_t i = begin;
    static const language::ClassSet behind =
        language::set_of({Known::preposition, Known::relative, Known::outlet_tail, Known::conjunction});
    if (!outlet && !quoted && article_.tokens[begin].definite) {
        while (i < end && wordlike(i) && article_.tokens[i].definite && !article_.has(i, behind)) ++i;
        return i < end && wordlike(i) && !article_.has(i, behind) ? TokenRange{} : TokenRange{begin, i};
    }
    for (; i < end && wordlike(i) && !article_.has(i, behind); ++i) {
        const bool definite = article_.tokens[i].definite;
        if (definite && i > begin && article_.can_be(i, language::Part::adjective)) break;
        if (definite && !quoted) return {};  // شركة صناعة السيارات: what it does, too
    }
    return {begin, i};
}

TokenRange MentionReader::other_name(std::uint32_t head) const {
    static const language::ClassSet bodies =
        language::set_of({Known::organisation_noun, Known::called_body, Known::group_noun, Known::organisation});
    static const language::ClassSet others =
        language::set_of({Known::place, Known::state, Known::time, Known::preposition, Known::conjunction,
                          Known::human_noun, Known::role_noun, Known::quantifier, Known::relative});
    constexpr std::uint32_t longest = 3;  // words
    if (!article_.has(head, bodies)) return {};
    for (std::uint32_t i = head + 2; i + 1 < mention_.tokens.end; ++i) {
        if (has(i, Known::relative)) break;
        if (article_.tokens[i].kind == CharClass::comma) {
            // وزارة الدفاع الأمريكية، البنتاغون
            const TokenRange last{i + 1, mention_.tokens.end};
            return last.size() == 1 && wordlike(last.begin) && is(last.begin, language::Part::proper) &&
                           !article_.has(last.begin, others)
                       ? last
                       : TokenRange{};
        }
        const bool bracket = article_.tokens[i].kind == CharClass::open_bracket;
        if (!bracket && article_.opens(i) == detection::none) continue;
        TokenRange name{i + 1, i + 1};
        while (name.end < mention_.tokens.end && wordlike(name.end)) ++name.end;
        const bool closed =
            name.end < mention_.tokens.end && (bracket ? article_.tokens[name.end].kind == CharClass::close_bracket
                                                       : article_.closes(name.end) == article_.opens(i));
        // "The (state) company", "a (western) district": no name.
        const bool describes = is(name.begin, language::Part::adjective) || article_.has(name.begin, others);
        const bool complete = bracket || article_.tokens[i - 1].definite;
        return closed && complete && !describes && !name.empty() && name.size() <= longest ? name : TokenRange{};
    }
    return {};
}

std::uint32_t MentionReader::behind_age(std::uint32_t i) const {
    constexpr std::uint32_t shortest = 3;  // tokens: المادة (28) is called so
    if (article_.tokens[i].kind != CharClass::open_bracket || i + shortest >= mention_.tokens.end ||
        article_.tokens[i + 1].kind != CharClass::digit || !wordlike(i + 2))
        return i;
    while (i + 1 < mention_.tokens.end && article_.tokens[i].kind != CharClass::close_bracket) ++i;
    return i;
}

bool MentionReader::names_body(std::uint32_t i) const {
    for (const Known known :
         {Known::outlet, Known::outlet_noun, Known::organisation_noun, Known::organisation, Known::collective_noun}) {
        if (article_.match(i, known, mention_.tokens.end) != 0) return true;
    }
    // A report of the charity's; مذكرة داخلية is an internal one, not the interior ministry's.
    const bool completed = i + 1 < mention_.tokens.end &&
                           article_.is(i + 1, language::PartSet(language::Part::noun) | language::Part::proper);
    return article_.pack->heads_first && article_.has(i, Known::group_noun) &&
           (article_.tokens[i].definite || article_.tokens[i].enclitic != language::Agreement{} || completed);
}

bool MentionReader::names_person(std::uint32_t i) const {
    return article_.has(i, Known::role_noun) || article_.has(i, Known::human_noun) || article_.has(i, Known::title) ||
           article_.has(i, Known::name);
}

bool MentionReader::title_alone(std::uint32_t head) const {
    return article_.pack->heads_first && mention_.tokens.size() == 1 && has(head, Known::title) &&
           article_.tokens[head].definite && !is(head, language::Part::proper);
}

bool MentionReader::people_of(std::uint32_t head) {
    // روس براون, السفير قطان: a plural may be a name as well.
    if (!article_.pack->heads_first || !has(head, Known::human_noun) || has(head, Known::title) ||
        has(head, Known::name) || is(head, language::Part::proper) || mention_.joint || mention_.tokens.size() == 1)
        return false;
    const auto people = language::parse_agreement(article_.value({head, head + 1}, Known::human_noun));
    if (!people || people->number != language::Number::plural || article_.tokens[head].definite) return false;
    mention_.agreement = *people;
    return true;
}

bool MentionReader::common_thing(std::uint32_t head) const {
    if (!article_.pack->heads_first || mention_.tokens.size() > 1 || has(head, Known::name) ||
        is(head, language::Part::proper))
        return false;
    // What happens in the singular may be what a club is called: الفتح, النصر.
    const bool things =
        has(head, Known::thing_noun) || (has(head, Known::event_noun) && detection::sound_plural(article_, head));
    const bool own = mention_.possessed && (things || has(head, Known::event_noun));
    return own || (things && article_.tokens[head].definite);
}

void MentionReader::read_people(std::uint32_t head) {
    if (article_.has(head, Known::thing_noun) || article_.has(head, Known::group_noun)) return;
    const auto agreement = language::parse_agreement(article_.value({head, head + 1}, Known::human_noun));
    if (!agreement) return;
    mention_.agreement = *agreement;
    if (agreement->gender == language::Gender::feminine) mention_.agreement.number = language::Number::any;
}

language::Agreement MentionReader::latter() const {
    return {.gender = feminine(mention_.tokens.begin) ? language::Gender::feminine : language::Gender::masculine,
            .number = language::Number::singular};
}

bool MentionReader::feminine(std::uint32_t token) const {
    return std::ranges::any_of(article_.pack->joins,
                               [&](const auto& join) { return article_.normal_of(token).ends_with(join.first); });
}

void MentionReader::read_anaphor() {
    const TokenRange all = mention_.tokens;
    const std::uint32_t words = article_.match(all.begin, Known::anaphor, all.end);
    if (words == 0) return;
    const auto kind = language::from_name<Reference>(article_.value({all.begin, all.begin + words}, Known::anaphor));
    // المسؤول الروسي
    bool described = kind == Reference::official;
    for (std::uint32_t i = all.begin + words; i < all.end; ++i) {
        described = described && article_.tokens[i].definite && is(i, language::Part::adjective);
    }
    if (words == all.size() || described) mention_.refers_to = kind;
    if (words == all.size() && kind == Reference::latter) mention_.agreement = latter();
}

bool MentionReader::read_pronoun() {
    // "She, too"
    const TokenRange all = mention_.tokens;
    for (std::uint32_t i = all.begin + 1; i < all.end; ++i) {
        const bool besides =
            article_.tokens[i].kind == text::CharClass::comma || (all.size() == 3 && is(i, language::Part::adverb));
        if (!besides) return false;
    }
    if (all.empty()) return false;
    const language::Lexicon& lexicon = article_.pack->lexicon;
    // "He's": the pronoun stands before the apostrophe.
    const std::string_view written = article_.normal_of(mention_.tokens.begin);
    const std::size_t apostrophe = written.find('\'');
    const language::WordId id = apostrophe == std::string_view::npos ? article_.tokens[mention_.tokens.begin].word
                                                                     : lexicon.find(written.substr(0, apostrophe));
    for (const Known known : {Known::pronoun, Known::possessive}) {
        if (id == language::unknown_word || !lexicon.classes(id).test(language::index_of(known))) continue;
        mention_.pronoun = true;
        for (const auto& [value_of, value] : lexicon.word(id).values) {
            if (value_of != language::index_of(known)) continue;
            if (const auto agreement = language::parse_agreement(value)) mention_.agreement = *agreement;
        }
        return true;
    }
    return false;
}

void MentionReader::add_to(Words& words, std::uint32_t i) const {
    std::string_view word;
    if (bare(i, word)) words.push_back(word);
}

void MentionReader::find_beside(std::uint32_t end) {
    using language::Part;
    static const language::ClassSet places = language::set_of({Known::place, Known::state});
    const auto place = [&](std::uint32_t i) { return article_.has(i, places); };
    // مدينة | كازان is called so.
    const bool named = article_.has(head(), Known::place_noun);
    std::uint32_t last = detection::none;  // the one before, if it is one of these
    bool governed = false;
    for (std::uint32_t i = head() + (named ? 2 : 1); i < end && !article_.has(i, Known::relative); ++i) {
        const detection::Token& before = article_.tokens[i - 1];
        governed = governed || article_.has(i - 1, Known::preposition);
        if (!wordlike(i) || before.kind != text::CharClass::letter || before.enclitic != language::Agreement{} ||
            article_.has(i - 1, Known::name) || article_.has(i - 1, Known::name_tail))
            continue;
        const bool common = before.word != language::unknown_word && !article_.is(i - 1, Part::proper);
        const bool listed =
            common && article_.tokens[i].word != language::unknown_word && !article_.has(i, Known::name);
        const bool noun = !before.definite && article_.is(i - 1, Part::noun) && !article_.has(i - 1, Known::title);
        // معارضو | سالم, مكتب | سالم: they have no name of their own. مدير في سوق | عكاظ: nor has what a description is
        // completed by.
        const bool of_somebody = article_.pack->lexicon.brief(before.word).several ||
                                 article_.has(i - 1, Known::personal_body) ||
                                 (common && last == i - 1 && !article_.has(i, Known::name) &&
                                  article_.tokens[i].word != language::unknown_word);
        const bool completes = noun && (of_somebody || (listed && (article_.is(i, Part::noun) || place(i))));
        const bool adjective = common && article_.is(i, language::PartSet(Part::adjective) | Part::number) &&
                               (listed || before.definite) && !mention_.proper.empty();
        if (!completes && !adjective && !article_.has(i - 1, Known::preposition)) continue;
        add_to(mention_.beside, i);
        // المدرب الأسباني, وزير الدفاع الفرنسي: an adjective of the head.
        const bool origin = !governed && article_.pack->tells_origin(article_.normal_of(i));
        if (adjective && (last != i - 1 || origin)) add_to(mention_.epithets, i);
        last = i;
    }
}

std::uint64_t signature_of(const Words& words) noexcept {
    std::uint64_t signature = 0;
    for (const std::string_view word : words) signature |= std::uint64_t{1} << (text::hash_of(word) >> 58);
    return signature;
}

bool MentionReader::bare(std::uint32_t i, std::string_view& word) const {
    word = article_.normal_of(i);
    // An attached pronoun is not part of the word: مصادرها are مصادر.
    if (article_.pack->heads_first && article_.tokens[i].enclitic != language::Agreement{}) {
        word = article_.pack->lexicon.text(article_.tokens[i].word);
    }
    // طبيبا is طبيب.
    const std::string& accusative = article_.pack->accusative_ending;
    if (!accusative.empty() && detection::accusative(article_, i) &&
        text::letters_in(word) > text::letters_in(accusative) + 1)
        word.remove_suffix(accusative.size());
    const std::string& attached = article_.pack->article;
    if (!attached.empty() && article_.tokens[i].definite && text::letters_in(word) > text::letters_in(attached) + 1)
        word.remove_prefix(attached.size());
    // الباحثين are الباحثون.
    if (const std::string& oblique = article_.pack->oblique_plural;
        !oblique.empty() && word.ends_with(oblique) && article_.pack->lexicon.brief(article_.tokens[i].word).several) {
        std::string nominative(word.substr(0, word.size() - oblique.size()));
        nominative += article_.pack->sound_plural;
        if (const language::WordId known = article_.pack->lexicon.find(nominative); known != language::unknown_word)
            word = article_.pack->lexicon.text(known);
    }
    if (article_.has(i, Known::alias)) word = article_.value({i, i + 1}, Known::alias);
    // التركية of a body, التركي of its head: one adjective.
    for (const auto& [ending, before_pronoun] : article_.pack->joins) {
        if (article_.can_be(i, language::Part::adjective) && text::letters_in(word) > text::letters_in(ending) + 2 &&
            word.ends_with(ending))
            word.remove_suffix(ending.size());
    }
    return !word.empty();
}

}  // namespace rawi::sources
