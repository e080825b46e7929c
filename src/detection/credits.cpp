#include "detection/credits.hpp"

#include <algorithm>

#include "text/characters.hpp"

namespace rawi::detection {

namespace {

/// لندن - أ ف ب: three single letters or more, or one word of them (أ.ف.ب), are how agencies are called. Behind them,
/// or `begin`.
std::uint32_t behind_letters(const Article& article, std::uint32_t begin, std::uint32_t limit) {
    constexpr std::size_t least = 3;  // letters: أ.د. is a professor
    std::size_t letters = 0;
    std::uint32_t end = begin;
    for (std::uint32_t i = begin; i < limit; ++i) {
        const Token& token = article.tokens[i];
        if (token.mark == '.' && i > begin) continue;
        if (token.kind != CharClass::letter) break;
        const std::string_view form = article.normal_of(i);
        const auto dots = static_cast<std::size_t>(std::ranges::count(form, '.'));
        const std::size_t written = text::letters_in(form) - dots;
        if (written != 1 && written > dots + 1) break;
        letters += written;
        end = i + 1;
    }
    return letters < least ? begin : end;
}

/// "ORLANDO, Fla. (Jutro) -", where names show by capitals: one that no list tells of, in the brackets of a dateline.
TokenRange bracketed_name(const Article& article, TokenRange range) {
    static const language::ClassSet opening = language::set_of({Known::place, Known::state, Known::month});
    constexpr std::uint32_t longest_place = 8;  // tokens
    constexpr std::uint32_t longest_name = 4;
    if (!article.pack->names_capitalised || range.empty()) return {};
    const auto kind = [&](std::uint32_t i) {
        return i < article.tokens.size() ? article.tokens[i].kind : CharClass::newline;
    };
    const auto capital = [&](std::uint32_t i) { return kind(i) == CharClass::letter && article.tokens[i].upper; };
    std::uint32_t i = range.begin;
    const bool place = article.in_capitals(i) || article.has(i, opening);
    if (kind(i) != CharClass::open_bracket && !place) return {};
    while (kind(i) != CharClass::open_bracket) {
        const bool goes_on = capital(i) || kind(i) == CharClass::comma || kind(i) == CharClass::digit ||
                             kind(i) == CharClass::terminator;
        if (!goes_on || ++i > range.begin + longest_place) return {};
    }
    std::uint32_t end = i + 1;
    while (capital(end) && end <= i + longest_name && !article.has(end, opening)) ++end;
    const bool closed = end > i + 1 && kind(end) == CharClass::close_bracket && kind(end + 1) == CharClass::dash;
    return closed ? TokenRange{i + 1, end} : TokenRange{};
}

}  // namespace

TokenRange unlisted_credit(const Article& article, TokenRange range) {
    constexpr std::uint32_t longest = 4;  // words of the name
    static const language::ClassSet others = language::set_of(
        {Known::name, Known::title, Known::human_noun, Known::role_noun, Known::source_noun, Known::document_noun,
         Known::organisation_noun, Known::organisation, Known::group_noun, Known::collective_noun, Known::wires,
         Known::medium, Known::channel, Known::preposition, Known::article, Known::relative, Known::pronoun});
    const auto word = [&](std::uint32_t i) {
        return article.tokens[i].kind == CharClass::letter || article.tokens[i].kind == CharClass::digit;
    };
    std::uint32_t i = range.begin;
    while (i < range.end && !word(i)) ++i;
    const std::uint32_t credit = i < range.end ? article.match(i, Known::reprint, range.end) : 0;
    const std::string_view credited = article.value({i, i + credit}, Known::reprint);
    if (credited.empty()) return {};
    i += credit;
    bool marked = false;
    for (; i < range.end && !word(i); ++i) marked = marked || article.tokens[i].kind != CharClass::colon;
    if (credited == "quoted" && !marked) return {};
    const std::uint32_t noun = i < range.end ? article.match(i, Known::outlet_noun, range.end) : 0;  // وكالة المنبر
    TokenRange name{i, i + noun};
    while (name.end < range.end && word(name.end) && article.match(name.end, others, range.end) == 0) ++name.end;
    const std::uint32_t tail = name.end < range.end ? article.match(name.end, Known::outlet_tail, range.end) : 0;
    for (i = name.end + tail; i < range.end; ++i) {
        if (word(i) && !article.pack->tells_origin(article.normal_of(i))) return {};
    }
    return name.size() == noun || name.size() > noun + longest ? TokenRange{} : TokenRange{name.begin, name.end + tail};
}

std::vector<TokenRange> credited_outlets(const Article& article, TokenRange range) {
    language::ClassSet names;
    names.set(language::index_of(Known::outlet));
    names.set(language::index_of(Known::outlet_common));
    names.set(language::index_of(Known::wires));
    const auto opens_name = [&](std::uint32_t i) {
        return article.tokens[i].kind != CharClass::letter || article.has(i, Known::outlet_noun) ||
               article.has(i, Known::preposition) || article.has(i, Known::conjunction);
    };
    std::vector<TokenRange> found;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const std::uint32_t length = article.match(i, names, range.end);
        const bool begins = i == range.begin || opens_name(i - 1);
        const auto closed = [&](std::uint32_t at) {
            return at == range.end || article.tokens[at].kind != CharClass::letter;
        };
        if (length == 0) {
            const std::uint32_t end = begins && article.pack->heads_first ? behind_letters(article, i, range.end) : i;
            if (end == i) continue;
            if (closed(end)) found.push_back({i, end});
            i = end - 1;
            continue;
        }
        const std::uint32_t end = i + length;
        // نقلا عن الأهرام المصرية: where it is from tells it from the common word; but الرياض - فارس العتيبي
        const bool from = i > range.begin && article.has(i - 1, Known::reprint) && !closed(end) && closed(end + 1) &&
                          article.tokens[end].definite && article.pack->tells_origin(article.normal_of(end));
        const bool ends = closed(end) || from || article.has(end, Known::preposition);
        // Papers are named like cities (الرياض), which stand in datelines too: such a name needs its mark.
        const bool certain =
            article.match(i, Known::outlet, range.end) == length || article.match(i, Known::wires, range.end) == length;
        // A noun for several names none of them: صحف اليوم are today's papers.
        const bool noun =
            i > 0 && article.has(i - 1, Known::outlet_noun) && !article.has(i - 1, Known::collective_noun);
        const bool marked = noun || (i > 0 && article.opens(i - 1) != none);
        if (begins && ends && (certain || marked || from)) found.push_back({i, end});
        i = end - 1;
    }
    if (!found.empty()) return found;
    for (const auto unlisted : {bracketed_name, unlisted_credit}) {
        const TokenRange name = unlisted(article, range);
        if (name.empty()) continue;
        found.push_back(name);
        break;
    }
    return found;
}

}  // namespace rawi::detection
