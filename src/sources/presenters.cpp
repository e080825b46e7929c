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

TokenRange house_of_presenter(const Article& article, TokenRange before) {
    if (!names_show(article)) return {};
    const auto describes = [&](std::uint32_t i) {
        return !article.tokens[i].upper && article.is(i, language::PartSet(Part::adjective) | Part::noun);
    };
    std::uint32_t end = before.end;
    while (end > before.begin && describes(end - 1)) --end;
    std::uint32_t begin = end;
    while (begin > before.begin && article.tokens[begin - 1].upper && !article.has(begin - 1, Known::article)) --begin;
    return end > begin + 1 && article.has(end - 1, Known::outlet_word) ? TokenRange{begin, end} : TokenRange{};
}

}  // namespace rawi::sources
