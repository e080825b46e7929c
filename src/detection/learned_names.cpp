// Names that are common words: the article itself tells. Where a language writes no capitals, a word that closes the
// name of a person whose given name is known ("the prime minister Tammam | Salam", which means peace) and stands alone
// as the subject of a verb of saying elsewhere ("Salam warned") is that person's surname throughout. Where it does,
// capitals do not tell at the beginning of a sentence: "Maxine Waters" makes a person of "Waters said".
#include <algorithm>
#include <utility>
#include <vector>

#include "detection/article.hpp"

namespace rawi::detection {
namespace {

using language::Part;
using language::PartSet;

/// Each once, so that they can be searched: a text may name somebody a thousand times.
template <class Word>
void put_in_order(std::vector<Word>& words) {
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

class NameLearner {
public:
    explicit NameLearner(Article& article) : article_(article) {}

    void run() {
        std::vector<Surname> closing;
        for (std::uint32_t i = 1; i < article_.tokens.size(); ++i) {
            if (closes_name(i)) closing.push_back(surname(i));
        }
        put_in_order(closing);
        std::vector<Surname> learned;
        for (std::uint32_t i = 1; i < article_.tokens.size(); ++i) {
            if ((holds(closing, i) && speaks(i)) || says_alone(i)) learned.push_back(surname(i));
        }
        if (learned.empty()) return;
        put_in_order(learned);
        for (std::uint32_t i = 0; i < article_.tokens.size(); ++i) {
            if (holds(learned, i) && !governed(i)) article_.tokens[i].part = Part::proper;
        }
    }

private:
    /// A word, and whether the article is attached to it: البنيان is no بنيان.
    using Surname = std::pair<WordId, bool>;
    [[nodiscard]] Surname surname(std::uint32_t i) const {
        return {article_.tokens[i].word, article_.tokens[i].definite};
    }
    [[nodiscard]] static PartSet nominal() { return PartSet(Part::noun) | Part::adjective; }
    [[nodiscard]] bool letter(std::uint32_t i) const {
        return i < article_.tokens.size() && article_.tokens[i].kind == CharClass::letter;
    }
    [[nodiscard]] bool holds(const std::vector<Surname>& words, std::uint32_t i) const {
        return bare(i) && std::ranges::binary_search(words, surname(i));
    }
    /// A listed word that nothing is attached to but the article.
    [[nodiscard]] bool bare(std::uint32_t i) const {
        const Token& token = article_.tokens[i];
        return letter(i) && token.word != language::unknown_word && !token.proclitic &&
               token.enclitic == language::Agreement{};
    }

    /// Behind a given name, at the end of a noun phrase, a noun that is no office.
    [[nodiscard]] bool closes_name(std::uint32_t i) const {
        static const language::ClassSet people =
            language::set_of({Known::role_noun, Known::human_noun, Known::title, Known::organisation_noun,
                              Known::outlet_noun, Known::document_noun, Known::source_noun, Known::place});
        if (!article_.is(i, nominal()) || !bare(i)) return false;
        const bool given = letter(i - 1) && !article_.tokens[i - 1].definite && article_.has(i - 1, Known::name) &&
                           !article_.has(i - 1, Known::lineage);
        if (!given || article_.has(i, people)) return false;
        const bool called =
            article_.is(i - 1, Part::proper) ||
            (i > 1 && letter(i - 2) && (article_.tokens[i - 2].definite || article_.has(i - 2, people)));
        if (!called) return false;
        return !letter(i + 1) || article_.has(i + 1, Known::complementiser) ||
               article_.has(i + 1, Known::preposition) ||
               (article_.tokens[i + 1].definite && article_.has(i + 1, people)) ||
               article_.is(i + 1, PartSet(Part::verb) | Part::preposition | Part::subordinator | Part::auxiliary);
    }

    [[nodiscard]] bool says(std::uint32_t verb) const {
        const auto& readings = article_.pack->lexicon.word(article_.tokens[verb].word).readings;
        return letter(verb) && article_.is(verb, Part::verb) &&
               std::ranges::any_of(readings,
                                   [](const language::CueForm& form) { return form.form == language::Form::finite; });
    }

    /// قالت تروس إن: a thing, without the article, that says something.
    [[nodiscard]] bool says_alone(std::uint32_t i) const {
        // What most words fail first: this is asked of every one.
        if (i + 1 >= article_.tokens.size() || !article_.is(i, Part::noun) || article_.tokens[i].definite ||
            !article_.has(i + 1, Known::complementiser))
            return false;
        static const language::ClassSet others = language::set_of({Known::role_noun,
                                                                   Known::human_noun,
                                                                   Known::group_noun,
                                                                   Known::title,
                                                                   Known::organisation_noun,
                                                                   Known::organisation,
                                                                   Known::outlet_noun,
                                                                   Known::outlet,
                                                                   Known::document_noun,
                                                                   Known::source_noun,
                                                                   Known::collective_noun,
                                                                   Known::evidence,
                                                                   Known::place,
                                                                   Known::event_noun,
                                                                   Known::time_noun,
                                                                   Known::anaphor,
                                                                   Known::pronoun,
                                                                   Known::quantifier,
                                                                   Known::adverb,
                                                                   Known::time});
        return bare(i) && article_.has(i, Known::thing_noun) && !article_.has(i, others) && says(i - 1);
    }

    /// Directly behind a verb of saying, or before a verb where a clause begins.
    [[nodiscard]] bool speaks(std::uint32_t i) const {
        if (says(i - 1)) return true;
        const bool opens = article_.tokens[i - 1].kind == CharClass::newline || article_.has(i - 1, Known::auxiliary) ||
                           article_.tokens[i - 1].kind == CharClass::colon;
        return opens && letter(i + 1) && article_.is(i + 1, Part::verb);
    }

    /// Behind a preposition or a noun that it completes the word is what it is elsewhere: "a treaty of peace".
    [[nodiscard]] bool governed(std::uint32_t i) const {
        if (i == 0 || !letter(i - 1) || article_.has(i - 1, Known::name)) return false;
        return article_.is(i - 1, Part::preposition) ||
               (article_.is(i - 1, Part::noun) && !article_.tokens[i - 1].definite &&
                !article_.has(i - 1, Known::title));
    }

    Article& article_;
};

/// Surnames that open a sentence, where names are written with capitals.
void learn_opening_surnames(Article& article) {
    const auto written = [&](std::uint32_t i, Part part) {
        const Token& token = article.tokens[i];
        return token.kind == CharClass::letter && token.upper && token.word != language::unknown_word &&
               article.is(i, part);
    };
    std::vector<WordId> surnames;
    for (std::uint32_t i = 1; i < article.tokens.size(); ++i) {
        if (written(i, Part::proper) && article.has(i - 1, Known::name)) surnames.push_back(article.tokens[i].word);
    }
    if (surnames.empty()) return;
    put_in_order(surnames);
    for (const Sentence& sentence : article.sentences) {
        const std::uint32_t i = sentence.tokens.begin;
        if (i + 1 >= sentence.tokens.end || !written(i, Part::noun) || !article.is(i + 1, Part::verb)) continue;
        if (std::ranges::binary_search(surnames, article.tokens[i].word)) article.tokens[i].part = Part::proper;
    }
}

bool capitalised(const Article& article, std::uint32_t i) {
    return article.tokens[i].kind == CharClass::letter && article.tokens[i].upper;
}

/// "Majority Leader Mark Carter": inside a sentence a given name that is a common word too, between capitals.
void learn_given_names(Article& article) {
    const auto capital = [&](std::uint32_t i) { return capitalised(article, i); };
    for (std::uint32_t i = 1; i + 1 < article.tokens.size(); ++i) {
        if (!article.has(i, Known::name) || article.is(i, Part::proper) || !capital(i) || !capital(i - 1) ||
            !capital(i + 1) || article.has(i, Known::month) || article.in_headline(i))
            continue;
        article.tokens[i].part = Part::proper;
        if (article.is(i + 1, PartSet(Part::noun) | Part::base | Part::verb)) article.tokens[i + 1].part = Part::proper;
    }
}

/// "Helen May", and later "May said", "Mrs. May": a surname that is the name of a month as well.
void learn_surnames_of_months(Article& article) {
    const auto capital = [&](std::uint32_t i) { return capitalised(article, i); };
    const auto month = [&](std::uint32_t i) { return capital(i) && article.has(i, Known::month); };
    std::vector<WordId> surnames;
    const auto rename = [&](std::uint32_t i) {
        article.tokens[i].word = language::unknown_word;
        article.tokens[i].part = Part::proper;
    };
    const auto size = static_cast<std::uint32_t>(article.tokens.size());
    for (std::uint32_t i = 1; i < size; ++i) {
        if (!month(i) || !capital(i - 1) || !article.has(i - 1, Known::name) || month(i - 1) ||
            article.has(i - 1, Known::weekday) || (i + 1 < size && article.tokens[i + 1].kind == CharClass::digit))
            continue;
        surnames.push_back(article.tokens[i].word);
        rename(i);
    }
    if (surnames.empty()) return;
    put_in_order(surnames);
    for (std::uint32_t i = 1; i + 1 < size; ++i) {
        if (!month(i) || !std::ranges::binary_search(surnames, article.tokens[i].word)) continue;
        const bool titled = article.has(i - 1, Known::title) ||
                            (article.tokens[i - 1].mark == '.' && i > 1 && article.has(i - 2, Known::title)) ||
                            (capital(i - 1) && article.has(i - 1, Known::role_noun));
        const bool whose = article.is_word(i + 1, article.pack->genitive);
        if (titled || whose || said(article, i + 1)) rename(i);
    }
}

/// "Shell said", "Sainsbury's said", "Marks & Spencer": what opens a sentence without an article and says something, is
/// called so, if it is a single thing or a word that nobody has listed.
void learn_opening_names(Article& article) {
    static const language::ClassSet others =
        language::set_of({Known::role_noun, Known::human_noun, Known::group_noun, Known::title,
                          Known::organisation_noun, Known::outlet_noun, Known::document_noun, Known::source_noun,
                          Known::collective_noun, Known::evidence, Known::event_noun, Known::time_noun, Known::pronoun,
                          Known::indefinite_pronoun, Known::quantifier, Known::adverb, Known::time});
    for (const Sentence& sentence : article.sentences) {
        std::uint32_t i = sentence.tokens.begin;
        while (i < sentence.tokens.end && article.tokens[i].kind == CharClass::quote) ++i;
        if (i + 3 >= sentence.tokens.end) continue;
        const Token& token = article.tokens[i];
        if (token.kind != CharClass::letter || !token.upper || article.is(i, Part::proper) || article.has(i, others))
            continue;
        const bool single = token.word == language::unknown_word || article.is(i, PartSet(Part::base) | Part::verb) ||
                            (article.has(i, Known::thing_noun) && !article.ends_in(i, article.pack->plural_ending));
        const bool whose = article.is_word(i + 1, article.pack->genitive) && said(article, i + 2);
        const bool pair = article.tokens[i + 1].mark == '&' && article.tokens[i + 2].upper;
        if (pair || (single && (whose || said(article, i + 1)))) article.tokens[i].part = Part::proper;
    }
    for (std::uint32_t i = 1; i + 1 < article.tokens.size(); ++i) {
        if (article.is_word(i, article.pack->genitive) && article.is(i - 1, Part::proper) && said(article, i + 1))
            article.tokens[i].part = Part::genitive;
    }
}

}  // namespace

bool said(const Article& article, std::uint32_t i) {
    if (i >= article.tokens.size() || article.tokens[i].kind != CharClass::letter || article.tokens[i].upper ||
        !article.is(i, PartSet(Part::verb) | Part::participle))
        return false;
    const auto& readings = article.pack->lexicon.word(article.tokens[i].word).readings;
    return std::ranges::any_of(readings, [&](const language::CueForm& form) {
        const std::uint64_t flags = article.pack->lemmas[form.lemma].flag_bits;
        return form.form == language::Form::finite && form.past && (flags & article.pack->speech) != 0;
    });
}

void learn_names(Article& article) {
    if (article.pack->names_capitalised) {
        learn_surnames_of_months(article);
        learn_given_names(article);
        learn_opening_surnames(article);
        learn_opening_names(article);
    } else if (article.pack->heads_first)
        NameLearner(article).run();
}

}  // namespace rawi::detection
