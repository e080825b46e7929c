// Words that no claim has may stand in articles all the same, given to nobody.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "corpus/selection.hpp"
#include "corpus/trace_search.hpp"
#include "provenance/outlets.hpp"
#include "rawi/error.hpp"
#include "rawi/saved.hpp"
#include "text/json_text.hpp"

namespace rawi::corpus {
namespace {

/// As they stand in an analysis, between the quotation marks of its JSON.
std::string in_json(std::string_view words) {
    const std::string quoted = nlohmann::json(words).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return text::harmless_json(quoted.substr(1, quoted.size() - 2));
}

}  // namespace

std::vector<BareMention> find_bare(const Store& store, std::string_view words, const provenance::OutletList& outlets,
                                   std::size_t most, std::vector<std::string>& damaged) {
    // A single word stands everywhere, and what is longer than a paragraph nowhere.
    constexpr std::size_t longest = 2000;
    if (words.find(' ') == std::string_view::npos || words.size() > longest) return {};
    const std::string wanted = in_json(words);
    std::vector<std::int64_t> numbers;
    Statement all(store.database(), "SELECT number, analysis, id FROM articles ORDER BY number");
    while (all.step() && (most == 0 || numbers.size() < most)) {
        // The analysis holds names and addresses beside the text; hardly any has to be looked at twice.
        if (all.view(1).find(wanted) == std::string_view::npos) continue;
        try {
            if (read_analysis(all.view(1)).analysis.document.text().find(words) != std::string_view::npos)
                numbers.push_back(all.number(0));
        } catch (const Error&) {
            damaged.push_back(all.text(2));
        }
    }
    all.reset();
    std::vector<std::tuple<bool, std::int64_t, std::int64_t, BareMention>> found;
    Statement article(store.database(),
                      "SELECT id, url, title, outlet, outlet_id, seconds, exact FROM articles WHERE number = ?1");
    for (const std::int64_t number : numbers) {
        article.bind(number);
        if (!article.step()) continue;
        BareMention mention{.article = article.text(0),
                            .url = article.text(1),
                            .title = article.text(2),
                            .outlet = outlets.identity(article.text(4), article.text(3)),
                            .publisher = article.text(3),
                            .date = {}};
        const bool dated = !article.null(5);
        if (dated) mention.date = text::text_of(text::Moment{article.number(5), article.number(6) != 0});
        found.emplace_back(!dated, article.number(5), number, std::move(mention));
        article.reset();
    }
    std::ranges::sort(found, [](const auto& a, const auto& b) {
        return std::tie(std::get<0>(a), std::get<1>(a), std::get<2>(a)) <
               std::tie(std::get<0>(b), std::get<1>(b), std::get<2>(b));
    });
    std::vector<BareMention> mentions;
    for (auto& entry : found) mentions.push_back(std::move(std::get<3>(entry)));
    return mentions;
}

}  // namespace rawi::corpus
