#include "writing/caption.hpp"

#include <algorithm>
#include <set>

#include "text/ascii.hpp"
#include "text/moment.hpp"
#include "writing/words.hpp"

namespace rawi::writing {
namespace {

using text::is_ascii_digit;

/// " 17:34 UTC": the time of day and its zone, as far as `published` has one.
std::string time_of(std::string_view published) {
    constexpr std::string_view form = "00:00";
    for (std::size_t at = 1; at + form.size() <= published.size(); ++at) {
        const bool apart = published[at - 1] == 'T' || published[at - 1] == ' ';
        if (!apart || published[at + 2] != ':' || !is_ascii_digit(published[at]) ||
            !is_ascii_digit(published[at + 1]) || !is_ascii_digit(published[at + 3]) ||
            !is_ascii_digit(published[at + 4]))
            continue;
        std::string_view zone = published.substr(at + form.size());
        while (!zone.empty() && (is_ascii_digit(zone.front()) || zone.front() == ':' || zone.front() == '.'))
            zone.remove_prefix(1);  // seconds
        while (zone.starts_with(' ')) zone.remove_prefix(1);
        std::string time = ' ' + std::string(published.substr(at, form.size()));
        if (zone == "Z" || zone == "GMT" || zone == "+00:00" || zone == "+0000") zone = "UTC";
        return zone.empty() ? time : time + ' ' + std::string(zone);
    }
    return {};
}

}  // namespace

std::string readable_date(std::string_view published) {
    const auto day = text::read_day(published);
    if (!day) return std::string(published);
    const auto is_count =
        std::ranges::all_of(published, is_ascii_digit) && published.size() > 8;  // of seconds since 1970
    const auto moment = is_count ? text::read_moment(published) : std::nullopt;
    return text::iso(*day) + time_of(moment ? text::text_of(*moment) : std::string(published));
}

void FigureScope::add(std::string_view published) {
    ++articles;
    const auto day = text::read_day(published);
    if (!day) return;
    const std::string iso = text::iso(*day);
    if (first_day.empty() || iso < first_day) first_day = iso;
    if (last_day < iso) last_day = iso;
}

FigureScope scope_of(const Reliance& reliance) {
    FigureScope scope;
    scope.articles = reliance.article_count;
    scope.first_day = reliance.first_day;
    scope.last_day = reliance.last_day;
    return scope;
}

FigureScope scope_of(const Trace& trace) {
    FigureScope scope;
    std::set<std::string_view> counted;
    for (const TraceClaim& claim : trace.claims) {
        if (counted.insert(claim.article).second) scope.add(claim.date);
    }
    return scope;
}

std::string caption_of(const CaptionFacts& facts, const FigureScope& scope, std::string_view language) {
    const Words words = picture_words(language);
    std::string line = facts.corpus;
    const auto add = [&](const std::string& part) { line += (line.empty() ? "" : " · ") + part; };
    add(words.filled("caption_articles", {std::to_string(scope.articles)}));
    // Lines of their own: among words that run from right to left, days and commands would read backwards.
    if (!scope.first_day.empty()) line += '\n' + scope.first_day;
    if (scope.first_day != scope.last_day) line += " – " + scope.last_day;
    return facts.command.empty() ? line : line + '\n' + facts.command;
}

}  // namespace rawi::writing
