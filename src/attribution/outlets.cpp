// Where the name of an outlet ends, in languages that write names with capitals.
#include <algorithm>

#include "attribution/phrases.hpp"

namespace rawi::attribution {

using detection::Known;
using language::Part;
using language::PartSet;
using text::CharClass;

/// Behind the capitalised words from `begin` on: "Glas | Tuesday" ends before the day.
std::uint32_t Phrases::name_end(std::uint32_t begin, std::uint32_t limit) const {
    std::uint32_t i = begin;
    while (i < limit && is(i, CharClass::letter) && article_.tokens[i].upper && !has(i, Known::weekday) &&
           !has(i, Known::month))
        ++i;
    return i;
}

/// "The newspaper Jutro", "The Daily Sentinel": names that somewhere in the article show that they are an outlet's, so
/// that "told Jutro" and "told the Sentinel" are known elsewhere.
void Phrases::find_outlets_shown() {
    const auto size = static_cast<std::uint32_t>(article_.tokens.size());
    std::uint32_t capitals_end = 0;  // of the stretch that was looked at last: one in capitals throughout is read once
    std::vector<std::string_view> alone;
    for (std::uint32_t i = 0; i + 1 < size; ++i) {
        if (const std::uint32_t hears = article_.match(i, Known::hears, size);
            hears != 0 && capital(i + hears, size) && stands_alone(i + hears))
            alone.push_back(article_.normal_of(i + hears));
        // "A Jutro reporter", "Jutro reported"
        const bool name = capital(i, size) && !article_.tokens[i + 1].upper && article_.is(i, Part::proper);
        if (name && (has(i + 1, Known::journalist) || article_.match(i + 1, Known::breaks_news, size) != 0) &&
            stands_alone(i))
            alone.push_back(article_.normal_of(i));
        const std::uint32_t noun = article_.tokens[i].upper ? 0 : article_.match(i, Known::outlet_noun, size);
        const std::uint32_t begin = i + std::max(noun, 1U);
        if ((noun == 0 && !has(i, Known::article)) || !capital(begin, size)) continue;
        if (begin >= capitals_end) capitals_end = name_end(begin, size);
        const std::uint32_t end = std::max(begin, capitals_end);
        if (end == begin || (noun == 0 && (end < begin + 2 || !outlet_word(end - 1)))) continue;
        if (!has(end - 1, Known::name) && !has(end - 1, Known::place)) shown_.push_back(article_.normal_of(end - 1));
    }
    leave_out_people(alone);
    shown_.insert(shown_.end(), alone.begin(), alone.end());
    std::ranges::sort(shown_);
    shown_.erase(std::unique(shown_.begin(), shown_.end()), shown_.end());
}

/// Whoever is called by one word alone has been introduced by more: "Jane Keel", "Mr. Keel".
void Phrases::leave_out_people(std::vector<std::string_view>& names) const {
    static constexpr PartSet named = PartSet(Part::proper) | Part::noun | Part::adjective;
    if (names.empty()) return;
    std::ranges::sort(names);
    std::vector<std::string_view> people;
    for (std::uint32_t i = 1; i < article_.tokens.size(); ++i) {
        if (!article_.tokens[i].upper || !std::ranges::binary_search(names, article_.normal_of(i))) continue;
        const std::uint32_t before = article_.tokens[i - 1].mark == '.' && i > 1 ? i - 2 : i - 1;
        const bool introduced = wordlike(before) && article_.tokens[before].upper && article_.is(before, named);
        if (introduced || has(before, Known::title) || has(before, Known::role_noun))
            people.push_back(article_.normal_of(i));
    }
    std::ranges::sort(people);
    std::erase_if(names, [&](std::string_view name) { return std::ranges::binary_search(people, name); });
}

/// Whether a name of one word, no known body, place or person, stands for the whole phrase: "told Jutro that", "told
/// Jutro's Jane Doe", but "told Congress", "told Keel officials".
bool Phrases::stands_alone(std::uint32_t token) const {
    static const language::ClassSet others = language::set_of({Known::organisation,
                                                               Known::organisation_noun,
                                                               Known::place,
                                                               Known::state,
                                                               Known::origin,
                                                               Known::title,
                                                               Known::role_noun,
                                                               Known::human_noun,
                                                               Known::group_noun,
                                                               Known::name,
                                                               Known::weekday,
                                                               Known::month,
                                                               Known::time,
                                                               Known::article,
                                                               Known::pronoun,
                                                               Known::possessive,
                                                               Known::deity,
                                                               Known::hearer_noun,
                                                               Known::collective_noun,
                                                               Known::outlet_word,
                                                               Known::outlet_noun,
                                                               Known::medium});
    static const language::ClassSet times = language::set_of({Known::time, Known::weekday, Known::month});
    if (article_.has(token, others) || (token > 0 && has(token - 1, Known::definite))) return false;
    const std::uint32_t behind = token + 1;
    if (behind >= article_.tokens.size() || !wordlike(behind)) return true;
    const auto size = static_cast<std::uint32_t>(article_.tokens.size());
    if (article_.is(behind, Part::genitive) || article_.match(behind, times, size) != 0 ||
        has(behind, Known::journalist) || has(behind, Known::medium) || has(behind, Known::outlet_noun))
        return true;
    return !article_.tokens[behind].upper &&
           !article_.is(behind, PartSet(Part::noun) | Part::proper | Part::adjective | Part::gerund);
}

/// "Told WXY that", "on WXY": what is written in capitals throughout and is no body that is known.
bool Phrases::call_sign(std::uint32_t token) const {
    const auto capitals = [&](std::uint32_t i) { return wordlike(i) && article_.in_capitals(i); };
    return capitals(token) && (token == 0 || !capitals(token - 1)) && stands_alone(token);
}

/// A word that names of outlets hold, alone or behind a hyphen: "Sentinel", "WXYZ-TV".
bool Phrases::outlet_word(std::uint32_t token) const {
    if (has(token, Known::outlet_word)) return true;
    const std::string_view word = article_.normal_of(token);
    if (text::names_site(word)) return true;
    const std::size_t hyphen = word.rfind('-');
    return hyphen != std::string_view::npos && article_.pack->lexicon.has(word.substr(hyphen + 1), Known::outlet_word);
}

/// Where capitals show names: a known outlet, its programme or presenter behind a genitive (CNN's Jane Doe), or an
/// unknown name before an outlet noun (WXYZ radio). A name that is a common word too counts if it is capitalised.
std::uint32_t Phrases::capitalised_outlet_end(std::uint32_t begin, std::uint32_t limit) const {
    const auto capital = [&](std::uint32_t i) { return this->capital(i, limit); };
    const auto address = [&](std::uint32_t i) {
        return i < limit && is(i, CharClass::letter) && text::names_site(article_.normal_of(i));
    };
    if (!capital(begin) && !address(begin)) return none;
    if (const std::uint32_t end = employed_end(begin, limit); end != none) return end;
    std::uint32_t i = begin;
    const std::uint32_t certain = article_.match(i, Known::outlet, limit);
    const std::uint32_t common = article_.match(i, Known::outlet_common, limit);
    if (certain == 0 && common == 0) {
        bool shown = false;
        // "Told the Sunday Ledger", but "told the Ledger | Sunday".
        const auto when = [&](std::uint32_t k) {
            return k > begin && (has(k, Known::weekday) || has(k, Known::month));
        };
        while (i < begin + 6 &&
               (((capital(i) || address(i)) && !when(i)) || (i > begin && i < limit && is(i, CharClass::dash) &&
                                                             capital(i + 1) && !article_.tokens[i].space_before))) {
            // "Told the Herald", but not "the Radio".
            const bool alone = i > 0 && has(i - 1, Known::definite) && !has(i, Known::outlet_noun) &&
                               !has(i, Known::medium) && !has(i, Known::place) && !has(i, Known::name);
            const bool whole =
                i > begin || alone || article_.normal_of(i).find_first_of("-.") != std::string_view::npos;
            shown = shown || (whole && outlet_word(i));
            ++i;
        }
        shown = shown || (i > begin && std::ranges::binary_search(shown_, article_.normal_of(i - 1)));
        // "The Star-Ledger of Newark"
        if (shown && i + 1 < limit && article_.is_word(i, article_.pack->name_link) && capital(i + 1)) i += 2;
        if (!shown && call_sign(begin)) {
            shown = true;
            i = begin + 1;
        }
        if (!shown) {
            const std::uint32_t noun = i < limit ? article_.match(i, Known::outlet_noun, limit) : 0;
            if (noun == 0) return none;
            // "Russian news agency Interfax"
            return name_end(i + noun, limit);
        }
    }
    i += std::max(certain, common);
    // "Told Fox 35 that", "told ABC 7 on Monday": the number of a station.
    if (i + 1 < limit && is(i, CharClass::digit) && article_.tokens[i - 1].upper &&
        (has(i + 1, Known::complementiser) || !wordlike(i + 1) || has(i + 1, Known::preposition)))
        ++i;
    // "Jutro News channel's "Morning Desk""
    const std::uint32_t noun = i < limit && is(i, CharClass::letter) ? article_.match(i, Known::outlet_noun, limit) : 0;
    if (noun != 0 && i + noun < limit && article_.is(i + noun, Part::genitive)) i += noun;
    if (i < limit && article_.is(i, Part::genitive)) {
        ++i;
        while (capital(i)) ++i;
        if (i < limit && is(i, CharClass::letter)) i += article_.match(i, Known::medium, limit);  // its Today programme
    }
    if (i < limit) {
        const std::uint32_t q = article_.opens(i);
        if (q != none && article_.quotations[q].closed &&
            article_.quotations[q].inner().size() <= longest_quoted_name && article_.quotations[q].close < limit) {
            return article_.quotations[q].close + 1;
        }
    }
    // "The Guardian newspaper", "Interfax news agency"
    if (i < limit && is(i, CharClass::letter)) i += article_.match(i, Known::outlet_noun, limit);
    // "CNN reporter Jane Doe", "a CNN reporter"
    std::uint32_t journalist = i;
    while (journalist < limit && journalist < i + 3 && is(journalist, CharClass::letter) && !capital(journalist) &&
           (has(journalist, Known::journalist) || article_.is(journalist, PartSet(Part::noun) | Part::adjective)))
        ++journalist;
    if (journalist > i && has(journalist - 1, Known::journalist)) i = journalist;
    const std::uint32_t last = name_end(i, limit);
    // The National is a paper, "the National Association of Teachers" is none.
    if (last > i && last < limit && has(last, Known::body_link) && has(last - 1, Known::organisation_noun)) return none;
    // "Told AFP Smith had left": a clause without "that" begins behind the outlet.
    const bool clause = certain != 0 && last > i && last < limit && is(last, CharClass::letter) &&
                        article_.is(last, PartSet(Part::verb) | Part::auxiliary | Part::modal);
    return clause ? i : last;
}

/// "The regional news site Karun Today", "Polish public radio": what describes an outlet stands before the noun.
std::uint32_t Phrases::described_outlet_end(std::uint32_t begin, std::uint32_t limit) const {
    constexpr std::uint32_t most = 3;  // words before the noun
    for (std::uint32_t i = begin; i < limit && i <= begin + most; ++i) {
        const std::uint32_t noun = i == begin ? 0 : article_.match(i, Known::outlet_noun, limit);
        if (noun != 0) {
            const std::uint32_t end = name_end(i + noun, limit);
            return end > i + noun || article_.tokens[begin].upper ? end : none;  // no "island site"
        }
        // "The official Interfax news agency"
        if (i > begin && article_.match(i, Known::outlet, limit) != 0) return capitalised_outlet_end(i, limit);
        const bool describes = is(i, CharClass::letter) && cue_at_[i] == none &&
                               article_.is(i, PartSet(Part::adjective) | Part::noun | Part::proper);
        if (!describes) return none;
    }
    return none;
}

/// "Jane Doe of CNN", "reporter Jane Doe of the Herald": a name, and the outlet to which it belongs.
std::uint32_t Phrases::employed_end(std::uint32_t begin, std::uint32_t limit) const {
    constexpr std::uint32_t longest_name = 6;  // tokens
    std::uint32_t i = begin;
    while (i < limit && i < begin + longest_name && wordlike(i) && article_.tokens[i].upper) {
        if (article_.match(i, Known::outlet, limit) != 0) return none;
        ++i;
    }
    if (i < begin + 2 || i + 1 >= limit || !has(begin, Known::name) || !article_.is_word(i, article_.pack->name_link))
        return none;
    std::uint32_t house = i + 1;
    while (house < limit && has(house, Known::article)) ++house;
    if (house >= limit || !article_.tokens[house].upper ||
        (article_.match(house, Known::outlet, limit) == 0 && article_.match(house, Known::outlet_common, limit) == 0))
        return none;
    return capitalised_outlet_end(house, limit);
}

}  // namespace rawi::attribution
