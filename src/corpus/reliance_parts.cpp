// The same tables for each month, language or topic by itself.
#include <fmt/format.h>
#include <array>
#include <chrono>
#include <map>
#include <memory>

#include "corpus/inside.hpp"
#include "corpus/reliance_scan.hpp"
#include "rawi/error.hpp"
#include "rawi/reliance.hpp"

namespace rawi {
namespace {

using corpus::ArticleRow;
using corpus::RelianceScan;

constexpr std::array all_parts{RelianceBy::year, RelianceBy::month,    RelianceBy::week,
                               RelianceBy::day,  RelianceBy::language, RelianceBy::topic};

/// "2015-W31": the year is that of the week's Thursday (ISO 8601).
std::string week_of(std::int64_t seconds) {
    using namespace std::chrono;
    const auto day = floor<days>(sys_seconds(std::chrono::seconds(seconds)));
    const auto thursday = day + days(4) - days(weekday(day).iso_encoding());
    const year_month_day date(thursday);
    const auto first = sys_days(date.year() / January / 1);
    return fmt::format("{:04}-W{:02}", static_cast<int>(date.year()), (thursday - first).count() / 7 + 1);
}

/// Empty where the article is in no part.
std::string part_of(const ArticleRow& row, RelianceBy by) {
    if (by == RelianceBy::language) return row.language;
    if (!row.moment) return {};
    if (by == RelianceBy::week) return week_of(row.moment->seconds);
    const std::string date = text::day_of(*row.moment);
    return date.substr(0, by == RelianceBy::year ? 4 : by == RelianceBy::month ? 7 : date.size());
}

}  // namespace

std::string_view name_of(RelianceBy by) noexcept {
    switch (by) {
        case RelianceBy::year: return "year";
        case RelianceBy::month: return "month";
        case RelianceBy::week: return "week";
        case RelianceBy::day: return "day";
        case RelianceBy::language: return "language";
        case RelianceBy::topic: return "topic";
    }
    return "year";
}

std::span<const RelianceBy> all_of_reliance_by() noexcept {
    return all_parts;
}

RelianceParts reliance_by(const Corpus& corpus, RelianceBy by, const RelianceOptions& options,
                          std::span<const std::string> topics) {
    RelianceParts result;
    const corpus::Store& store = corpus::Inside::of(corpus);
    const corpus::Snapshot snapshot(store.database());
    corpus::ScanBasis basis(store, options);
    if (by == RelianceBy::topic) {
        RelianceOptions chosen = options;
        for (const std::string& topic : topics) {
            chosen.articles.topic = topic;
            RelianceScan scan(basis, chosen);
            scan.run();
            result.parts.push_back({topic, corpus::measured(scan, basis, chosen)});
        }
        return result;
    }
    std::map<std::string, std::unique_ptr<RelianceScan>> scans;
    corpus::Selection(options.articles, basis.outlets).each(store.database(), [&](const ArticleRow& row) {
        const std::string part = part_of(row, by);
        if (part.empty()) {
            result.undated += by != RelianceBy::language && row.on_topic ? 1 : 0;
            return;
        }
        auto& scan = scans[part];
        if (!scan) scan = std::make_unique<RelianceScan>(basis, options);
        scan->add(row);
    });
    for (const auto& [part, scan] : scans) {
        if (scan->articles > 0) result.parts.push_back({part, corpus::measured(*scan, basis, options)});
    }
    return result;
}

}  // namespace rawi
