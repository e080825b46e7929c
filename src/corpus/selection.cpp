#include "corpus/selection.hpp"

#include <algorithm>
#include <chrono>

#include "corpus/words.hpp"
#include "language/folding.hpp"
#include "rawi/error.hpp"
#include "text/ascii.hpp"
#include "text/characters.hpp"

namespace rawi::corpus {
namespace {

constexpr std::int64_t day = 86400;

}  // namespace

std::int64_t border_of(const std::string& text, bool behind) {
    const auto digits = [&](std::size_t from, std::size_t to) {
        return text.size() >= to && text.find_first_not_of("0123456789", from) >= to;
    };
    const bool year = text.size() == 4 && digits(0, 4);
    const bool month = text.size() == 7 && digits(0, 4) && text[4] == '-' && digits(5, 7);
    const auto begin = text::read_moment(text + (year ? "-01-01" : month ? "-01" : ""));
    if (!begin) throw Error("\"" + text + "\" is no day; write it as 2015-07-31, a month as 2015-07, a year as 2015");
    if (!behind) return begin->seconds;
    if (!year && !month) return begin->seconds + (begin->exact ? 1 : day);
    namespace date = std::chrono;
    const date::year_month_day first(date::sys_days(date::days(begin->seconds / day)));
    const auto next = year ? date::sys_days((first.year() + date::years(1)) / date::January / 1)
                           : date::sys_days(first.year() / first.month() / 1 + date::months(1));
    return next.time_since_epoch().count() * day;
}

std::set<std::string> publisher_names(const Database& database) {
    std::set<std::string> names;
    Statement statement(database, "SELECT DISTINCT outlet FROM articles");
    while (statement.step()) {
        if (std::string name = provenance::outlet_name(statement.text(0)); !name.empty()) names.insert(std::move(name));
    }
    return names;
}

bool Topic::in(std::string_view key, std::string_view language) const {
    auto place = words_.find(language);
    if (place == words_.end()) {
        std::vector<std::string> wanted;
        for (const Word& word : words_in(language).read(given_)) wanted.push_back(word.bare);
        place = words_.emplace(language, std::move(wanted)).first;
    }
    return !place->second.empty() &&
           std::ranges::all_of(place->second, [&](const std::string& word) { return text::stand_in(word, key); });
}

Selection::Selection(const ArticleFilter& filter) : Selection(filter, provenance::built_in_outlets()) {}

Selection::Selection(const ArticleFilter& filter, const provenance::OutletList& outlets)
    : filter_(filter), list_(outlets), topic_(filter.topic) {
    if (!filter.since.empty()) begin_ = border_of(filter.since, false);
    if (!filter.until.empty()) end_ = border_of(filter.until, true);
    if (!filter.outlet.empty()) outlet_ = outlet_key({}, filter.outlet);
    filter_.outlet = text::normal_form(filter.outlet);
}

/// One for all names of an outlet that the list gives it, in either spelling.
std::string Selection::outlet_key(std::string_view listed, std::string_view name) const {
    return language::folded_name(list_.identity(listed, name));
}

/// By its key, its name or another name that is listed for it; "?" is who is not known.
bool Selection::is_outlet(const ArticleRow& row) const {
    if (row.outlet_id == filter_.outlet || text::normal_form(row.outlet) == filter_.outlet) return true;
    if (row.outlet.empty() && row.outlet_id.empty()) return filter_.outlet == "?";
    return outlet_key(row.outlet_id, row.outlet) == outlet_;
}

bool Selection::fits(const ArticleRow& row) const {
    if (begin_ && (!row.moment || row.moment->seconds < *begin_)) return false;
    if (end_ && (!row.moment || row.moment->seconds >= *end_)) return false;
    if (!filter_.language.empty() && row.language != filter_.language) return false;
    if (filter_.outlet.empty()) return true;
    const auto known = outlets_.find(std::pair(row.outlet_id, row.outlet));
    if (known != outlets_.end()) return known->second;
    return outlets_.emplace(std::pair(row.outlet_id, row.outlet), is_outlet(row)).first->second;
}

void Selection::each(const Database& database, const std::function<void(const ArticleRow&)>& visit) const {
    Statement statement(
        database,
        "SELECT number, id, url, language, outlet, outlet_id, published, seconds, exact, title, words FROM articles"
        " ORDER BY seconds IS NULL, seconds, number");
    while (statement.step()) {
        ArticleRow row{.number = statement.number(0),
                       .id = statement.text(1),
                       .url = statement.text(2),
                       .language = statement.text(3),
                       .outlet = statement.text(4),
                       .outlet_id = statement.text(5),
                       .published = statement.text(6),
                       .title = statement.text(9)};
        if (!statement.null(7)) row.moment = text::Moment{statement.number(7), statement.number(8) != 0};
        if (!fits(row)) continue;
        row.on_topic = !topic_.any() || topic_.in(statement.view(10), row.language);
        visit(row);
    }
}

}  // namespace rawi::corpus
