// The tables of `Reliance` with their column names; docs/measures.md describes every one.
#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include <ostream>

#include "corpus/table.hpp"
#include "rawi/error.hpp"
#include "rawi/reliance.hpp"
#include "text/json_text.hpp"
#include "text/width.hpp"

namespace rawi {
namespace {

using corpus::Cell;
using corpus::Table;
using Json = nlohmann::ordered_json;

Cell count(std::size_t value) {
    return static_cast<std::uint64_t>(value);
}
Cell share(std::size_t part, std::size_t whole) {
    if (whole == 0) return {};
    return static_cast<double>(part) / static_cast<double>(whole);
}
void add(std::vector<Cell>& row, const ContactCounts& contacts) {
    for (const std::size_t claims : contacts) row.push_back(count(claims));
}
void add(std::vector<Cell>& row, const Interval& interval, bool any) {
    for (const double value : {interval.value, interval.low, interval.high}) row.push_back(any ? Cell(value) : Cell());
}

Table outlets_of(const Reliance& result) {
    Table table{"outlets",
                "Outlets: what they carry and whom they depend on",
                {"outlet",
                 "name",
                 "kind",
                 "country",
                 "articles",
                 "claims",
                 "second_hand",
                 "second_hand_share",
                 "from_outlets",
                 "from_outlets_share",
                 "from_agencies",
                 "agency_dependence",
                 "unnamed",
                 "unnamed_share",
                 "nobody",
                 "nobody_share",
                 "sources",
                 "hhi",
                 "hhi_low",
                 "hhi_high",
                 "shannon",
                 "shannon_low",
                 "shannon_high",
                 "simpson",
                 "simpson_low",
                 "simpson_high",
                 "gini",
                 "gini_low",
                 "gini_high",
                 "relies_on",
                 "relied_on_by",
                 "page_rank",
                 "betweenness",
                 "upstream",
                 "hang_on_it",
                 "circle",
                 "stories",
                 "first",
                 "median_delay_hours"},
                {}};
    for (const OutletReliance& outlet : result.outlets) {
        std::vector<Cell> row{outlet.outlet,          outlet.name,         outlet.kind, outlet.country,
                              count(outlet.articles), count(outlet.claims)};
        for (const std::size_t part :
             {outlet.second_hand, outlet.from_outlets, outlet.from_agencies, outlet.unnamed, outlet.nobody}) {
            row.push_back(count(part));
            row.push_back(share(part, outlet.claims));
        }
        const Diversity& diversity = outlet.diversity;
        row.push_back(count(diversity.sources));
        for (const Interval* interval : {&diversity.hhi, &diversity.shannon, &diversity.simpson, &diversity.gini})
            add(row, *interval, diversity.sources > 0);
        row.insert(row.end(),
                   {count(outlet.relies_on), count(outlet.relied_on_by), outlet.page_rank, outlet.betweenness,
                    outlet.upstream, count(outlet.hang_on_it), outlet.circle == 0 ? Cell() : count(outlet.circle),
                    count(outlet.stories), count(outlet.first)});
        row.push_back(outlet.median_delay ? Cell(*outlet.median_delay) : Cell());
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table sources_of(const Reliance& result) {
    Table table{"sources",
                "Sources: whose words each outlet carries",
                {"outlet", "source", "name", "kind", "named", "claims", "share", "spoken", "written", "seen", "cited",
                 "unstated"},
                {}};
    for (const SourceReliance& source : result.sources) {
        std::vector<Cell> row{source.outlet,
                              source.source,
                              source.name,
                              std::string(name_of(source.kind)),
                              count(source.named ? 1 : 0),
                              count(source.claims),
                              source.share};
        add(row, source.contacts);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table kinds_of(const Reliance& result) {
    Table table{"kinds",
                "Kinds of sources, and how the words passed",
                {"outlet", "kind", "claims", "unnamed", "spoken", "written", "seen", "cited", "unstated"},
                {}};
    for (const KindReliance& kind : result.kinds) {
        std::vector<Cell> row{kind.outlet, kind.kind, count(kind.claims), count(kind.unnamed)};
        add(row, kind.contacts);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table pairs_of(const Reliance& result) {
    Table table{"pairs",
                "Pairs: what outlets have from one another",
                {"from", "to", "claims", "articles", "spoken", "written", "seen", "cited", "unstated"},
                {}};
    for (const OutletPair& pair : result.pairs) {
        std::vector<Cell> row{pair.from, pair.to, count(pair.claims), count(pair.articles)};
        add(row, pair.contacts);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table circles_of(const Reliance& result) {
    Table table{"circles", "Circles: outlets that have words from each other", {"circle", "outlet"}, {}};
    for (std::size_t i = 0; i < result.circles.size(); ++i) {
        for (const std::string& outlet : result.circles[i]) table.rows.push_back({count(i + 1), outlet});
    }
    return table;
}

Table summary_of(const Reliance& result) {
    Table table{"summary",
                "Summary",
                {"articles", "claims", "outlets", "pairs", "shared_stories", "circles", "reciprocity"},
                {}};
    table.rows.push_back({count(result.article_count), count(result.claims), count(result.outlets.size()),
                          count(result.pairs.size()), count(result.stories), count(result.circles.size()),
                          result.reciprocity});
    return table;
}

struct TableMaker {
    std::string_view name;
    Table (*make)(const Reliance&);
};
constexpr std::array<TableMaker, 6> table_makers{{{"outlets", outlets_of},
                                                  {"sources", sources_of},
                                                  {"kinds", kinds_of},
                                                  {"pairs", pairs_of},
                                                  {"circles", circles_of},
                                                  {"summary", summary_of}}};
constexpr auto table_names = [] {
    std::array<std::string_view, table_makers.size()> names;
    std::ranges::transform(table_makers, names.begin(), &TableMaker::name);
    return names;
}();

Table table_named(const Reliance& result, std::string_view name) {
    const auto* const found = std::ranges::find(table_makers, name, &TableMaker::name);
    if (found == table_makers.end()) throw Error("there is no table \"" + std::string(name) + "\"");
    return found->make(result);
}

Json json_of(const Cell& cell) {
    switch (cell.kind) {
        case Cell::Kind::text: return cell.text;
        case Cell::Kind::count: return cell.count;
        case Cell::Kind::measure: return cell.measure;
        case Cell::Kind::nothing: break;
    }
    return nullptr;
}

Json json_of(const ArticleFilter& filter) {
    return {{"since", filter.since},
            {"until", filter.until},
            {"language", filter.language},
            {"outlet", filter.outlet},
            {"topic", filter.topic}};
}

void add_tables(Json& to, const Reliance& reliance, std::string_view only) {
    for (const auto& [name, make] : table_makers) {
        if (!only.empty() && name != only) continue;
        const Table table = make(reliance);
        Json rows = Json::array();
        for (const auto& row : table.rows) {
            Json object;
            for (std::size_t i = 0; i < row.size(); ++i) object[std::string(table.columns[i])] = json_of(row[i]);
            rows.push_back(std::move(object));
        }
        to[std::string(name)] = std::move(rows);
    }
}

/// Of the table of outlets as much as a screen holds; the rest is in CSV and JSON.
constexpr std::array<std::string_view, 14> columns_on_screen{
    "outlet",  "articles", "claims",  "second_hand_share", "agency_dependence", "unnamed_share", "nobody_share",
    "sources", "hhi",      "hhi_low", "hhi_high",          "page_rank",         "first",         "median_delay_hours"};

Table with_columns(const Table& table, std::span<const std::string_view> wanted) {
    Table narrow{table.name, table.about, {wanted.begin(), wanted.end()}, {}};
    narrow.rows.resize(table.rows.size());
    for (const std::string_view column : wanted) {
        const auto place = static_cast<std::size_t>(std::ranges::find(table.columns, column) - table.columns.begin());
        for (std::size_t row = 0; row < table.rows.size(); ++row) narrow.rows[row].push_back(table.rows[row][place]);
    }
    return narrow;
}

Table without_column(const Table& table, std::string_view unwanted) {
    std::vector<std::string_view> wanted = table.columns;
    std::erase(wanted, unwanted);
    return with_columns(table, wanted);
}

/// What each outlet is called, by the key or normal form under which it is counted.
std::map<std::string, std::string> names_of_outlets(const Reliance& reliance) {
    std::map<std::string, std::string> names;
    for (const OutletReliance& outlet : reliance.outlets) {
        if (!outlet.name.empty()) names.emplace(outlet.outlet, outlet.name);
    }
    return names;
}

/// Keys and normal forms are for programs; people read names as they are written.
void call_by_name(Table& table, const std::map<std::string, std::string>& names) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i] != "outlet" && table.columns[i] != "from" && table.columns[i] != "to") continue;
        for (auto& row : table.rows) {
            if (const auto name = names.find(row[i].text); name != names.end()) row[i] = name->second;
        }
    }
}

void write(std::ostream& out, const Json& all) {
    // Invalid UTF-8 can only come from a database that somebody else wrote; it must not break the output.
    out << text::harmless_json(all.dump(2, ' ', false, Json::error_handler_t::replace)) << "\n";
}

}  // namespace

std::span<const std::string_view> reliance_tables() noexcept {
    return table_names;
}

void write_csv(std::ostream& out, const Reliance& reliance, std::string_view table) {
    corpus::write_csv(out, table_named(reliance, table));
}

void write_csv(std::ostream& out, std::span<const ReliancePart> parts, std::string_view table) {
    Table all = table_named({}, table);
    all.rows.clear();
    all.columns.insert(all.columns.begin(), "part");
    for (const ReliancePart& part : parts) {
        for (auto& row : table_named(part.reliance, table).rows) {
            row.insert(row.begin(), Cell(part.part));
            all.rows.push_back(std::move(row));
        }
    }
    corpus::write_csv(out, all);
}

void write_json(std::ostream& out, const Reliance& reliance, std::string_view table) {
    Json all;
    all["schema"] = "rawi-reliance/1";
    all["filter"] = json_of(reliance.articles);
    add_tables(all, reliance, table);
    write(out, all);
}

void write_json(std::ostream& out, std::span<const ReliancePart> parts, RelianceBy by, std::string_view table) {
    Json all;
    all["schema"] = "rawi-reliance/1";
    all["by"] = name_of(by);
    all["parts"] = Json::array();
    for (const ReliancePart& part : parts) {
        Json& one = all["parts"].emplace_back();
        one["part"] = part.part;
        one["filter"] = json_of(part.reliance.articles);
        add_tables(one, part.reliance, table);
    }
    write(out, all);
}

void write_text(std::ostream& out, std::span<const ReliancePart> parts, std::size_t most_rows, std::string_view table) {
    for (const ReliancePart& part : parts) {
        const std::string name = text::printable(part.part);
        out << name << "\n" << std::string(text::display_width(name), '=') << "\n\n";
        write_text(out, part.reliance, most_rows, table);
    }
}

void write_text(std::ostream& out, const Reliance& reliance, std::size_t most_rows, std::string_view table) {
    const std::map<std::string, std::string> names = names_of_outlets(reliance);
    for (const std::string_view name : {"summary", "outlets", "pairs", "sources", "kinds", "circles"}) {
        if (!table.empty() && name != table) continue;
        Table shown = table_named(reliance, name);
        if (shown.rows.empty() && table.empty()) continue;
        if (name == "outlets") shown = with_columns(shown, columns_on_screen);
        if (name == "sources") shown = without_column(shown, "source");  // its name stands beside it
        call_by_name(shown, names);
        corpus::write_text(out, shown, most_rows);
        out << "\n";
    }
}

}  // namespace rawi
