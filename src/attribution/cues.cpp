#include "attribution/cues.hpp"

#include <algorithm>

namespace rawi::attribution {
namespace {

using detection::Known;
using language::CueForm;
using language::Form;
using language::Takes;
using text::CharClass;

constexpr std::uint32_t reach = 30;  // tokens between a cue and the complementiser of its clause

bool takes(const language::Lemma& lemma, Takes what) {
    return lemma.takes_any(static_cast<std::uint16_t>(what));
}

/// A quick look ahead: does anything that this cue takes follow, before another sentence begins?
bool something_follows(const Article& article, const CueToken& cue, std::uint32_t end) {
    bool that = false, opens = false, direct = false, clause = false;
    for (const CueForm& reading : cue.readings()) {
        const language::Lemma& lemma = article.pack->lemmas[reading.lemma];
        if (reading.form == Form::particle || reading.form == Form::noun || reading.form == Form::mark) return true;
        that = that || takes(lemma, Takes::that);
        opens = opens || takes(lemma, Takes::preposition);
        direct = direct || takes(lemma, Takes::quote) || takes(lemma, Takes::colon);
        clause =
            clause || takes(lemma, Takes::clause) || takes(lemma, Takes::infinitive) || takes(lemma, Takes::phrase);
    }
    if (clause || opens) return true;
    for (std::uint32_t i = cue.tokens.end; i < end && i < cue.tokens.end + reach; ++i) {
        if (that && article.has(i, Known::complementiser)) return true;
        if (direct && (article.tokens[i].kind == CharClass::colon || article.opens(i) != none)) return true;
    }
    return false;
}

bool only(const std::vector<CueForm>& readings, Form form) {
    return std::all_of(readings.begin(), readings.end(), [form](const CueForm& r) { return r.form == form; });
}

bool past(const std::vector<CueForm>& readings) {
    return std::all_of(readings.begin(), readings.end(), [](const CueForm& r) { return r.past; });
}

bool holds(const std::vector<CueForm>& readings, Form form) {
    return std::any_of(readings.begin(), readings.end(), [form](const CueForm& r) { return r.form == form; });
}

/// Behind the attached article only nouns are cues: the participle there is an adjective or a name.
bool holds_noun(const std::vector<CueForm>& readings) {
    return holds(readings, Form::noun);
}

/// Whether the token's word was found without the article that the text attaches to it.
bool behind_article(const Article& article, const detection::Token& token) {
    return token.definite && !article.pack->lexicon.brief(token.word).with_article;
}

/// Whether letters of the word carry marks, which papers set only where they tell.
bool marked(const Article& article, const detection::Token& token) {
    const std::string_view written = article.document->text(token.span);
    for (std::uint32_t i = 0; i < written.size();) {
        if (text::class_of(text::next_code_point(written, i)) == CharClass::ignorable) return true;
    }
    return false;
}

/// Whether the vowel of the passive is written over the first letter, or behind the particle of the future over the
/// next: كُتب, سيُتهم.
bool passive_vowel(const Article& article, const detection::Token& token) {
    const char32_t vowel = article.pack->passive_vowel;
    if (vowel == 0) return false;
    const std::string_view written = article.document->text(token.span);
    const std::size_t letters = !article.pack->future.empty() && written.starts_with(article.pack->future) ? 2 : 1;
    std::size_t seen = 0;
    for (std::uint32_t i = 0; i < written.size();) {
        const char32_t c = text::next_code_point(written, i);
        if (c == vowel) return true;
        if (text::class_of(c) != CharClass::ignorable && ++seen > letters) return false;
    }
    return false;
}

constexpr std::uint8_t bit(Form form) {
    return static_cast<std::uint8_t>(1u << static_cast<unsigned>(form));
}

/// Whether a verb must stand here that its part of speech tells wrongly (حذر المدير من أن, ذكر التقرير أن): nothing
/// before the word governs it, and behind it stands what can be its subject, and then the clause or the words that it
/// says.
bool governs_clause(const Article& article, std::uint32_t token) {
    constexpr std::uint32_t farthest = 16;        // tokens to the complementiser
    constexpr std::uint32_t shortest_speech = 6;  // tokens of a quotation that is no name
    using language::Part;
    const auto nominal = language::PartSet(Part::noun) | Part::proper | Part::adjective;
    const auto letter = [&](std::uint32_t i) { return article.tokens[i].kind == CharClass::letter; };
    const detection::Token& word = article.tokens[token];
    if (word.definite || word.enclitic != language::Agreement{}) return false;
    if (token > 0 && letter(token - 1)) {
        const bool noun = article.is(token - 1, nominal) && !article.tokens[token - 1].definite &&
                          !article.is(token - 1, Part::proper);
        if (noun || article.is(token - 1, language::PartSet(Part::preposition) | Part::verb | Part::number) ||
            article.has(token - 1, Known::preposition))
            return false;
    }
    for (std::uint32_t i = token + 1; i < article.tokens.size() && i < token + farthest; ++i) {
        if (!letter(i)) {
            const CharClass kind = article.tokens[i].kind;
            // وحول المشاركة، ذكر سامي: «...»
            if (kind == CharClass::colon)
                return i > token + 1 && i + 1 < article.tokens.size() && article.opens(i + 1) != none;
            if (const std::uint32_t q = article.opens(i);
                q != none && article.quotations[q].closed && article.quotations[q].inner().size() >= shortest_speech)
                return i > token + 1;
            if (kind == CharClass::terminator || kind == CharClass::newline) return false;
            if (i == token + 1) return false;
            continue;
        }
        // كما بيّن أن القضية, but بين أن يبقى
        if (article.has(i, Known::complementiser))
            return i > token + 1 ||
                   (article.is(token, Part::preposition) && i + 1 < article.tokens.size() &&
                    !article.is(i + 1, language::PartSet(Part::verb) | Part::auxiliary | Part::negation));
        if (i == token + 1 && (article.is(token, Part::preposition) || !article.is(i, nominal) ||
                               (!article.tokens[i].definite && !article.is(i, Part::proper))))
            return false;
        if (article.is(i, language::PartSet(Part::verb) | Part::auxiliary | Part::conjunction)) return false;
    }
    return false;
}

/// What a single word can be as a cue, by its part of speech here: a noun that looks like a verb of saying ("reports",
/// تعليق) is none, nor is a verb a noun of saying. Phrases and everything else can be what they are listed as.
std::uint8_t fitting_forms(const Article& article, const CueToken& cue) {
    using language::Part;
    constexpr std::uint8_t always = bit(Form::particle) | bit(Form::mark);
    constexpr std::uint8_t clausal = bit(Form::finite) | bit(Form::infinitive);
    if (cue.tokens.size() != 1) return 0xFF;
    const Part part = article.tokens[cue.tokens.begin].part;
    if (article.pack->free_participles) {
        if ((part == Part::noun || part == Part::adjective || part == Part::preposition) &&
            holds(*cue.listed, Form::finite) && governs_clause(article, cue.tokens.begin))
            return always | clausal | bit(Form::noun);
        // A participle that is a noun here (the accused) opens no clause.
        if (part == Part::noun) return always | bit(Form::noun) | bit(Form::gerund);
        // A mark over a letter tells the verb from the everyday word: بيّن from بين.
        if (part == Part::preposition && marked(article, article.tokens[cue.tokens.begin])) return 0xFF;
        const bool other = part == Part::adjective || part == Part::proper || part == Part::preposition ||
                           article.can_be(cue.tokens.begin, Part::number);  // متر ونصف: half of it, not "we describe"
        return other ? static_cast<std::uint8_t>(~bit(Form::finite)) : std::uint8_t{0xFF};
    }
    switch (part) {
        case Part::verb:
        case Part::base:
        case Part::participle: return always | clausal;
        case Part::gerund: return always | bit(Form::gerund);
        case Part::noun:
        case Part::proper:
        case Part::adjective: return always | bit(Form::noun);
        default: return 0xFF;
    }
}

/// The longest thing that is listed as a cue at `i`; listed nowhere, it has no readings.
CueToken listed_at(const Article& article, std::uint32_t i, std::uint32_t sentence_end) {
    const detection::Token& token = article.tokens[i];
    const language::Brief& brief = article.pack->lexicon.brief(token.word);
    CueToken cue;
    if (token.phrases != none) {
        for (std::size_t p = token.phrases; p < article.phrases.size() && article.phrases[p].token == i; ++p) {
            const language::Phrase& phrase = *article.phrases[p].phrase;
            if (phrase.readings.empty() || phrase.length <= cue.tokens.size()) continue;
            if (i + phrase.length <= sentence_end) cue = {{i, i + phrase.length}, &phrase.readings};
        }
    }
    const language::Word& word = article.pack->lexicon.word(token.word);
    if (cue.listed == nullptr && brief.cued && (!behind_article(article, token) || holds_noun(word.readings)))
        cue = {{i, i + 1}, &word.readings};
    // ردا على is no answer (رد): of accusatives only those that are listed are cues.
    if (cue.listed == nullptr && word.bare != language::unknown_word && brief.with_article) {
        const language::Word& bare = article.pack->lexicon.word(word.bare);
        if (holds_noun(bare.readings)) cue = {{i, i + 1}, &bare.readings};
    }
    return cue;
}

/// Whether what is listed as a cue is something else where it stands.
bool is_something_else(const Article& article, const CueToken& cue, const detection::Sentence& sentence) {
    const std::uint32_t i = cue.tokens.begin;
    const detection::Token& token = article.tokens[i];
    // مؤكدا سموه أن: His Highness, no verb "they named him".
    if (article.has(i, Known::honorific)) return true;
    // سعيد أبو ملحة: behind "son of" and "father of" stands a name.
    if (i > 1 && article.has(i - 1, Known::lineage) && article.tokens[i - 1].enclitic == language::Agreement{} &&
        (article.has(i - 2, Known::name) || article.is(i - 2, language::Part::proper)))
        return true;
    // No particle has a pronoun attached: وفقهم الله is a verb, not وفق.
    if (token.enclitic != language::Agreement{} && cue.tokens.size() == 1 && only(*cue.listed, Form::particle))
        return true;
    // لائحة الاتهام: nor is a noun in the listed name of a paper.
    if (i > 0 && only(*cue.listed, Form::noun) && article.match(i - 1, Known::document_noun, i + 1) == 2) return true;
    // Nor does a finite form of the past stand behind a preposition.
    if (article.pack->free_participles && i > 0 && article.tokens[i - 1].proclitic &&
        article.has(i - 1, Known::preposition) && only(*cue.listed, Form::finite) && past(*cue.listed))
        return true;
    // Where capital letters mark names, a capital inside a sentence makes the word a part of one: "Hoosier State".
    return article.pack->names_capitalised && token.upper && i > sentence.tokens.begin &&
           article.tokens[i - 1].kind == CharClass::letter &&
           article.lines[sentence.line].kind != detection::LineKind::title;
}

/// The forms of the cue that fit where it stands.
std::uint8_t forms_of(const Article& article, const CueToken& cue) {
    std::uint8_t forms = fitting_forms(article, cue);
    // عن أملها: no verb with a pronoun stands behind a preposition that stands apart.
    if (article.pack->heads_first && cue.tokens.begin > 0 && cue.tokens.size() == 1 &&
        article.is(cue.tokens.begin - 1, language::Part::preposition) &&
        std::ranges::all_of(*cue.listed, [](const CueForm& form) { return form.has_object; }))
        forms &= static_cast<std::uint8_t>(~(bit(Form::finite) | bit(Form::participle)));
    return forms;
}

}  // namespace

std::vector<CueToken> find_cues(const Article& article) {
    std::vector<CueToken> cues;
    std::size_t at = 0;
    for (std::uint32_t i = 0; i < article.tokens.size(); ++i) {
        while (at < article.sentences.size() && article.sentences[at].tokens.end <= i) ++at;
        if (at == article.sentences.size()) break;
        const detection::Sentence& sentence = article.sentences[at];
        if (!sentence.tokens.contains(i)) continue;
        const detection::Token& token = article.tokens[i];
        const language::Brief& brief = article.pack->lexicon.brief(token.word);
        if (token.phrases == none && !brief.cued && !brief.bared) continue;
        if (token.phrases != none) {
            // "Asked not to be named", أيده الله: words about the speaker, nothing said.
            static const language::ClassSet about = language::set_of({Known::anonymous, Known::blessing});
            const std::uint32_t aside = article.match(i, about, sentence.tokens.end);
            if (aside > 1) {
                i += aside - 1;
                continue;
            }
        }
        CueToken cue = listed_at(article, i, sentence.tokens.end);
        if (cue.listed == nullptr || is_something_else(article, cue, sentence)) continue;
        cue.forms = forms_of(article, cue);
        if (cue.readings().empty()) continue;
        cue.passive_vowel = cue.tokens.size() == 1 && passive_vowel(article, token);
        cue.live = something_follows(article, cue, sentence.tokens.end);
        cues.push_back(cue);
        i = cue.tokens.end - 1;
    }
    return cues;
}

std::vector<std::uint32_t> index_cues(const Article& article, const std::vector<CueToken>& cues) {
    std::vector<std::uint32_t> index(article.tokens.size(), none);
    for (std::uint32_t c = 0; c < cues.size(); ++c) index[cues[c].tokens.begin] = c;
    return index;
}

}  // namespace rawi::attribution
