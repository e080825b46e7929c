#include "detection/name_signs.hpp"

#include <algorithm>

#include "detection/noun_phrase.hpp"

namespace rawi::detection {

using language::Part;
using language::PartOption;

bool only_says(const language::Pack& pack, language::WordId word) {
    if (!pack.lexicon.brief(word).cued) return false;
    return std::ranges::any_of(pack.lexicon.word(word).readings, [&](const language::CueForm& form) {
        const language::Lemma& lemma = pack.lemmas[form.lemma];
        return form.form == language::Form::finite && !form.has_object && (lemma.flag_bits & pack.noisy) == 0 &&
               lemma.takes_any(static_cast<std::uint16_t>(language::Takes::that)) && lemma.only_says();
    });
}

/// A word that nobody has listed, or that is a verb or a name, between the two particles of what had been done.
bool NameSigns::between_auxiliaries(std::uint32_t i) const {
    if (i == 0 || i + 1 >= article_.tokens.size() || !article_.has(i - 1, Known::perfect) ||
        !article_.has(i + 1, Known::auxiliary) || article_.has(i + 1, Known::perfect))
        return false;
    return verb(i);
}

/// Whether the word can be nothing but a verb or a name, or is not listed.
bool NameSigns::verb(std::uint32_t i) const {
    const auto options = model_.options(article_.pack->lexicon.brief(article_.tokens[i].word).parts);
    return std::ranges::all_of(
        options, [](PartOption option) { return option.part == Part::verb || option.part == Part::proper; });
}

/// عضو منظمة التحرير واصل أبو يوسف: before the particle of a name, behind an office, stands a name; but هكذا الوزير
/// | قال أبو يوسف.
bool NameSigns::before_lineage(std::uint32_t i) const {
    if (i == 0 || i + 1 >= article_.tokens.size() || !article_.has(i + 1, Known::lineage)) return false;
    const Token& before = article_.tokens[i - 1];
    const Token& word = article_.tokens[i];
    // الدكتور سفر بن عبدالله
    if (article_.has(i - 1, Known::title) && before.definite && !word.definite && !word.proclitic) return true;
    const auto& readings = article_.pack->lexicon.word(word.word).readings;
    const bool says = std::ranges::any_of(readings, [this](const language::CueForm& form) {
        const language::Lemma& lemma = article_.pack->lemmas[form.lemma];
        return lemma.takes_any(static_cast<std::uint16_t>(language::Takes::that)) &&
               (lemma.flag_bits & article_.pack->noisy) == 0;
    });
    return before.kind == CharClass::letter && before.definite && !word.definite && !word.proclitic && !says && verb(i);
}

/// الشاعر أنس عبد الصمد
bool NameSigns::behind_name_head(std::uint32_t i) const {
    return i > 0 && article_.has(i - 1, Known::name_head) && !article_.tokens[i - 1].definite &&
           article_.tokens[i].definite && !article_.tokens[i].proclitic;
}

/// خالد بن مرضي العنزي: what stands behind the particle between the names of a person is the father's.
bool NameSigns::behind_lineage(std::uint32_t i) const {
    if (i < 2 || !article_.has(i - 1, Known::lineage) || !article_.has(i - 2, Known::name)) return false;
    return article_.tokens[i - 1].enclitic == language::Agreement{} && !article_.tokens[i - 1].proclitic &&
           !article_.tokens[i].proclitic && article_.tokens[i].enclitic == language::Agreement{} &&
           !article_.tokens[i].definite;
}

/// الدكتور نامي الجهني: behind a title, before a surname.
bool NameSigns::behind_title(std::uint32_t i) const {
    static const language::ClassSet things =
        language::set_of({Known::event_noun, Known::thing_noun, Known::document_noun, Known::medium, Known::human_noun,
                          Known::role_noun});
    if (i == 0 || i + 1 >= article_.tokens.size() || !article_.has(i - 1, Known::title)) return false;
    const Token& next = article_.tokens[i + 1];
    const Token& word = article_.tokens[i];
    return article_.tokens[i - 1].definite && !word.definite && !word.proclitic && !article_.has(i, things) &&
           word.enclitic == language::Agreement{} && !article_.has(i, Known::preposition) &&
           !article_.has(i, Known::name) && !article_.is(i - 1, Part::verb) && next.kind == CharClass::letter &&
           next.definite && article_.has(i + 1, Known::name) && !article_.has(i + 1, Known::place) &&
           std::ranges::none_of(model_.options(article_.pack->lexicon.brief(word.word).parts),
                                [](PartOption option) { return option.part == Part::verb; });
}

/// قال راج شاه المتحدث باسم, قال فكرت أوزار، سفير تركيا: between a verb of saying, which has no object, and an office
/// stands somebody's name, if its other words are names or listed nowhere.
bool NameSigns::before_office(std::uint32_t i) const {
    static const language::ClassSet nobody =
        language::set_of({Known::role_noun, Known::human_noun, Known::title, Known::name, Known::organisation_noun,
                          Known::document_noun, Known::evidence, Known::outlet_noun, Known::source_noun, Known::time,
                          Known::preposition, Known::adverb, Known::quantifier, Known::complementiser, Known::negation,
                          Known::group_noun, Known::collective_noun, Known::pronoun, Known::auxiliary});
    const auto plain = [this](std::uint32_t t) {
        const Token& token = article_.tokens[t];
        return token.kind == CharClass::letter && !token.definite && !token.proclitic &&
               token.enclitic == language::Agreement{};
    };
    if (i == 0 || !article_.pack->heads_first || article_.tokens[i - 1].definite ||
        !only_says(*article_.pack, article_.tokens[i - 1].word) || !plain(i) || article_.has(i, nobody))
        return false;
    constexpr std::uint32_t longest = 2;  // words behind the first
    std::uint32_t next = i + 1;
    const std::uint32_t end = static_cast<std::uint32_t>(article_.tokens.size());
    for (; next < end && next <= i + longest && plain(next) && !article_.has(next, Known::role_noun); ++next) {
        const auto known = model_.options(article_.pack->lexicon.brief(article_.tokens[next].word).parts);
        if (!known.empty() && std::ranges::find(known, Part::proper, &PartOption::part) == known.end()) return false;
    }
    if (next == i + 1) return false;
    if (next < end && article_.tokens[next].kind == CharClass::comma) ++next;
    return next < end && article_.tokens[next].kind == CharClass::letter && !article_.tokens[next].proclitic &&
           article_.has(next, Known::role_noun) && !article_.has(next, Known::name);
}

bool NameSigns::before_name(std::uint32_t i) const {
    if (i + 1 >= article_.tokens.size() || article_.tokens[i].definite || article_.has(i, Known::name) ||
        (i > 0 && article_.has(i - 1, Known::title)) || !article_.pack->lexicon.brief(article_.tokens[i].word).cued)
        return false;
    const Token& next = article_.tokens[i + 1];
    if (next.kind != CharClass::letter || next.proclitic || article_.has(i + 1, Known::place)) return false;
    // لقاء بين الشاهد وكيري
    const bool between = article_.has(i, Known::preposition) && i + 2 < article_.tokens.size() &&
                         article_.has(i + 2, Known::conjunction);
    if (between) return false;
    bool name = false;
    if (next.word == language::unknown_word) {
        name = noun_like(i + 1);
    } else {
        const auto known = model_.options(article_.pack->lexicon.brief(next.word).parts);
        name = !known.empty() && known.front().part == Part::proper && article_.has(i + 1, Known::name);
    }
    const auto& readings = article_.pack->lexicon.word(article_.tokens[i].word).readings;
    return name && std::ranges::any_of(
                       readings, [](const language::CueForm& form) { return form.form == language::Form::finite; });
}

bool NameSigns::behind_body(std::uint32_t i) const {
    return i > 0 && article_.pack->heads_first && !article_.tokens[i].definite &&
           article_.tokens[i - 1].kind == CharClass::letter && !article_.tokens[i - 1].definite &&
           article_.has(i - 1, body_nouns());
}

/// Whether an unlisted word looks like a noun or a name before anything else.
bool NameSigns::noun_like(std::uint32_t i) const {
    const Part part = model_.likeliest(article_.normal_of(i), article_.tokens[i].definite);
    return part == Part::noun || part == Part::proper;
}

}  // namespace rawi::detection
