#include "sources/presenters.hpp"

namespace rawi::sources {

using detection::Known;
using language::Part;

TokenRange without_presenter(const Article& article, TokenRange outlet) {
    const auto capital = [&](std::uint32_t i) { return article.tokens[i].upper; };
    std::uint32_t name = outlet.begin;
    while (name < outlet.end && article.has(name, Known::article)) ++name;
    std::uint32_t end = name;
    while (end < outlet.end && capital(end) && !article.has(end, Known::name)) ++end;
    if (end == name || end == outlet.end) return outlet;
    if (article.is(end, Part::genitive)) return {outlet.begin, end};
    std::uint32_t person = end;
    while (person < outlet.end && article.tokens[person].kind == text::CharClass::letter && !capital(person)) ++person;
    return person > end && article.has(person - 1, Known::journalist) ? TokenRange{outlet.begin, end} : outlet;
}

TokenRange house_of_presenter(const Article& article, TokenRange speaker, TokenRange noun) {
    // "Texas reporter", "White House correspondent", "Mexican anchor": from there, or there.
    static const language::ClassSet others = language::set_of(
        {Known::place, Known::state, Known::organisation, Known::organisation_noun, Known::outlet_word, Known::title,
         Known::role_noun, Known::human_noun, Known::name, Known::weekday, Known::month});
    if (!names_show(article)) return {};
    const auto describes = [&](std::uint32_t i) {
        return !article.tokens[i].upper && article.is(i, language::PartSet(Part::adjective) | Part::noun);
    };
    const auto capital = [&](std::uint32_t i) {
        return article.tokens[i].upper && !article.has(i, Known::article) &&
               article.tokens[i].kind == text::CharClass::letter;
    };
    const auto names = [&](TokenRange name) {
        if (name.empty()) return false;
        if (name.size() > 1 && article.has(name.end - 1, Known::outlet_word)) return true;
        for (std::uint32_t i = name.begin; i < name.end; ++i) {
            if (article.has(i, others)) return false;
        }
        const bool origin = article.normal_of(name.begin).find('-') != std::string_view::npos;  // Afro-Colombian
        return article.is(name.begin, Part::proper) && !origin;
    };
    std::uint32_t end = noun.begin;
    while (end > speaker.begin && describes(end - 1)) --end;
    TokenRange house{end, end};
    while (house.begin > speaker.begin && capital(house.begin - 1)) --house.begin;
    if (names(house)) return house;
    // "A reporter for the Springfield Herald", "a columnist for Jutro"
    const std::uint32_t link = noun.end;
    if (link >= speaker.end || !article.has(link, Known::body_link)) return {};
    house.begin = link + 1;
    while (house.begin < speaker.end && article.has(house.begin, Known::article)) ++house.begin;
    house.end = house.begin;
    while (house.end < speaker.end && capital(house.end)) ++house.end;
    return names(house) ? house : TokenRange{};
}

}  // namespace rawi::sources
