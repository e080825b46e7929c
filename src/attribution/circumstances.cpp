#include "attribution/circumstances.hpp"

#include <algorithm>
#include <charconv>

#include "text/moment.hpp"

namespace rawi::attribution {
namespace {

using detection::Known;
using text::CharClass;
using text::Day;

constexpr std::uint32_t reach_behind = 8;  // tokens behind the speaker where the content stands first

/// The tokens in which the circumstances of a finding can stand.
TokenRange zone_of(const Article& article, const Finding& finding) {
    std::uint32_t begin = finding.cue.front().begin;
    std::uint32_t end = finding.cue.front().end;
    if (!finding.source.empty()) {
        begin = std::min(begin, finding.source.begin);
        end = std::max(end, finding.source.end);
    }
    const std::uint32_t content = finding.content.front().begin;
    if (content >= end) return {begin, content};
    const std::uint32_t limit = article.sentences[finding.sentence].tokens.end;
    return {std::max(begin, finding.content.front().end), std::min(limit, end + reach_behind)};
}

int number_of(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : -1;
}

/// End of the expression of time that begins at `token`; `token` itself if none does. It must name a day.
std::uint32_t time_end(const Article& article, std::uint32_t token, std::uint32_t limit) {
    bool names_day = false;
    std::uint32_t i = token;
    while (i < limit) {
        std::uint32_t length = 0;
        for (const Known known : {Known::day_offset, Known::weekday, Known::month}) {
            const std::uint32_t n = article.match(i, known, limit);
            if (n > length) length = n;
            names_day = names_day || n != 0;
        }
        if (length == 0) length = article.match(i, Known::time, limit);
        if (length == 0) length = article.match(i, Known::coming, limit);
        if (length == 0 && article.tokens[i].kind == CharClass::digit) length = 1;
        // "4 الطير/أبريل": two names of one month.
        if (length == 0 && i > token && article.tokens[i].mark == '/') length = 1;
        if (length == 0) break;
        i += length;
    }
    return names_day ? i : token;
}

/// Where the opening of the sentence begins that a comma parts from the speaker: "At a rally on Tuesday, Smith said".
std::uint32_t opening_before(const Article& article, const Finding& finding) {
    constexpr std::uint32_t longest = 14;  // tokens
    const std::uint32_t source = finding.source.begin;
    const std::uint32_t begin = article.sentences[finding.sentence].tokens.begin;
    if (!article.pack->subject_first || finding.source.empty() || source < begin + 3 || source > begin + longest ||
        article.tokens[source - 1].kind != CharClass::comma)
        return source;
    const bool opens = article.has(begin, Known::preposition) || article.match(begin, Known::time, source) != 0;
    for (std::uint32_t i = begin; opens && i < source; ++i) {
        if (article.tokens[i].quotation != none || finding.holds(i)) return source;
    }
    return opens ? begin : source;
}

/// Whether a preposition stands before the noun at `token`, with nothing but what belongs to the noun between.
bool governed(const Article& article, std::uint32_t token, std::uint32_t begin) {
    constexpr std::uint32_t longest = 4;  // words between
    for (std::uint32_t i = token; i > begin && i + longest > token; --i) {
        if (article.has(i - 1, Known::preposition) || article.has(i - 1, Known::adjunct)) return true;
        const bool belongs = article.pack->subject_first &&
                             (article.has(i - 1, Known::article) || article.has(i - 1, Known::possessive) ||
                              article.is(i - 1, language::PartSet(language::Part::adjective) | language::Part::noun |
                                                    language::Part::proper));
        if (!belongs) return false;
    }
    return false;
}

/// Whether the speaker asks not to be named: in the phrase that names no name, beside the cue or in an aside behind the
/// content ("..., speaking on condition of anonymity").
bool asks_anonymity(const Article& article, const Finding& finding, TokenRange zone) {
    constexpr std::uint32_t aside_reach = 4;  // tokens from a comma
    const std::uint32_t limit = article.sentences[finding.sentence].tokens.end;
    const auto asks = [&](std::uint32_t i) { return article.match(i, Known::anonymous, limit) > 1; };
    for (std::uint32_t i = finding.source.begin; i < finding.source.end; ++i) {
        if (asks(i)) return true;
    }
    const bool closes = zone.begin >= finding.content.front().end;  // the content stands before the speaker
    for (std::uint32_t i = zone.begin; i < zone.end; ++i) {
        const bool behind = closes && i >= finding.cue.front().end && i >= finding.source.end;
        if (behind && article.has(i, Known::conjunction)) break;  // another one may speak there
        if (!finding.holds(i) && asks(i)) return true;
    }
    const std::uint32_t comma = finding.content.back().end;
    if (comma >= limit || article.tokens[comma].kind != CharClass::comma) return false;
    for (std::uint32_t i = comma + 1; i < std::min(limit, comma + aside_reach); ++i) {
        if (article.has(i, Known::conjunction)) return false;
        if (asks(i)) return true;
    }
    return false;
}

}  // namespace

std::string_view medium_key(const Article& article, TokenRange tokens) {
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
        for (const Known known : {Known::medium, Known::channel}) {
            if (const std::uint32_t length = article.match(i, known, tokens.end); length != 0)
                return article.value({i, i + length}, known);
        }
    }
    return {};
}

namespace {

/// Whether the time at `token` is long gone: last year, two years ago, in a year before the publication's.
bool bygone(const Article& article, std::uint32_t token, std::uint32_t limit) {
    if (article.match(token, Known::bygone, limit) != 0) return true;
    constexpr std::size_t digits = 4;
    const std::string_view year = article.normal_of(token);
    if (article.tokens[token].kind != CharClass::digit || year.size() != digits || token == 0 ||
        (!article.has(token - 1, Known::preposition) && !article.has(token - 1, Known::month)))
        return false;
    const std::optional<Day> published = text::read_day(article.document->metadata().published);
    const int number = number_of(year);
    return published && number > 1900 && number < text::year_of(*published);
}

/// "Smith has repeatedly said", وكان الوزير قد قال: whether an auxiliary puts the cue before what is told.
bool perfect(const Article& article, const Finding& finding) {
    if (!finding.form.past) return false;  // كان يقول
    const std::uint32_t begin = article.sentences[finding.sentence].tokens.begin;
    for (std::uint32_t t = finding.anchor(); t > begin; --t) {
        if (finding.source.contains(t - 1)) {
            t = finding.source.begin + 1;
            continue;
        }
        if (article.has(t - 1, Known::perfect)) return true;
        if (!article.has(t - 1, Known::auxiliary) && !article.is(t - 1, language::Part::adverb)) return false;
    }
    return false;
}

}  // namespace

void find_circumstances(const Article& article, Finding& finding) {
    if (finding.cue.empty() || finding.content.empty()) return;
    finding.earlier = perfect(article, finding);
    TokenRange zone = zone_of(article, finding);
    if (zone.begin == finding.source.begin) zone.begin = opening_before(article, finding);
    finding.anonymity = finding.anonymity || asks_anonymity(article, finding, zone);
    // "Last year Smith said", without a comma.
    const std::uint32_t opening = article.sentences[finding.sentence].tokens.begin;
    const std::uint32_t gone = article.match(opening, Known::bygone, zone.begin);
    finding.bygone = gone != 0 && opening + gone == zone.begin;
    for (std::uint32_t i = zone.begin; i < zone.end; ++i) {
        const bool cue = std::ranges::any_of(finding.cue, [i](TokenRange range) { return range.contains(i); });
        if (cue || finding.source.contains(i) || finding.holds(i)) continue;
        if (finding.when.empty()) {
            if (const std::uint32_t end = time_end(article, i, zone.end); end > i) finding.when = {i, end};
        }
        finding.bygone = finding.bygone || bygone(article, i, zone.end);
        if (!finding.medium.empty() || i == zone.begin) continue;
        if (!governed(article, i, zone.begin)) continue;
        for (const Known known : {Known::medium, Known::channel}) {
            const std::uint32_t length = article.match(i, known, zone.end);
            if (length != 0 && finding.medium.empty()) finding.medium = {i, i + length};
        }
    }
}

std::string resolve_when(const Article& article, TokenRange when) {
    const std::optional<Day> published = text::read_day(article.document->metadata().published);
    if (!published) return {};
    bool coming = false;
    int offset = 0, weekday = -1, month = -1, day = -1, year = -1;
    bool has_offset = false;
    for (std::uint32_t i = when.begin; i < when.end; ++i) {
        coming = coming || article.has(i, Known::coming);
        const auto value = [&](Known known) {
            const std::uint32_t n = article.match(i, known, when.end);
            return n == 0 ? std::string_view() : article.value({i, i + n}, known);
        };
        if (const auto v = value(Known::day_offset); !v.empty() && !has_offset)
            offset = number_of(v), has_offset = true;
        if (const auto v = value(Known::weekday); !v.empty()) weekday = number_of(v);
        if (const auto v = value(Known::month); !v.empty() && month < 0) month = number_of(v);
        if (article.tokens[i].kind == CharClass::digit) {
            const int number = number_of(article.normal_of(i));
            if (number >= 1 && number <= 31 && day < 0)
                day = number;
            else if (number > 1900 && number < 2200)
                year = number;
        }
    }
    if (month > 0 && day > 0) {
        auto date = text::day_of(year > 0 ? year : text::year_of(*published), static_cast<unsigned>(month),
                                 static_cast<unsigned>(day));
        if (date && year < 0 && *date > *published && !coming) {
            date =
                text::day_of(text::year_of(*published) - 1, static_cast<unsigned>(month), static_cast<unsigned>(day));
        }
        return date ? text::iso(*date) : std::string();
    }
    if (has_offset) return text::iso(*published + std::chrono::days(offset));
    if (weekday > 0) {
        const int today = static_cast<int>(text::weekday_of(*published));
        const int back = (today - weekday + 7) % 7;
        return text::iso(*published + std::chrono::days(coming ? (back == 0 ? 7 : 7 - back) : -back));
    }
    return {};
}

}  // namespace rawi::attribution
