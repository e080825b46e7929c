// Which articles and claims a question is about.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/database.hpp"
#include "provenance/outlets.hpp"
#include "rawi/corpus.hpp"
#include "text/moment.hpp"

namespace rawi::corpus {

/// A row of the table of articles.
struct ArticleRow {
    std::int64_t number = 0;
    std::string id, url, language, outlet, outlet_id, published, title;
    std::optional<text::Moment> moment;
    bool on_topic = true;  ///< the title is; else a claim must be
};

/// The first second since 1970 UTC of a day, a month ("2015-07") or a year, or the one behind it. Throws `Error` where
/// `text` is none of them.
[[nodiscard]] std::int64_t border_of(const std::string& text, bool behind);

/// Words that a text must hold, in whatever form they take in its language.
class Topic {
public:
    explicit Topic(std::string words) : given_(std::move(words)) {}

    [[nodiscard]] bool any() const noexcept { return !given_.empty(); }
    /// Whether all words are in `key`, a `WordReader::key` of a text in that language.
    [[nodiscard]] bool in(std::string_view key, std::string_view language) const;

private:
    std::string given_;
    mutable std::map<std::string, std::vector<std::string>, std::less<>> words_;  // bare forms by language
};

/// The articles that fit a filter, by date, then in the order of adding. Of an article whose title is not on the topic,
/// `on_topic` is false: the caller looks at its claims.
class Selection {
public:
    /// Throws `Error` for a date that is none.
    explicit Selection(const ArticleFilter& filter);
    /// With an outlet's names as `outlets` has them, which outlives the selection.
    Selection(const ArticleFilter& filter, const provenance::OutletList& outlets);

    void each(const Database& database, const std::function<void(const ArticleRow&)>& visit) const;
    [[nodiscard]] const Topic& topic() const noexcept { return topic_; }

private:
    [[nodiscard]] bool fits(const ArticleRow& row) const;
    [[nodiscard]] bool is_outlet(const ArticleRow& row) const;
    [[nodiscard]] std::string outlet_key(std::string_view listed, std::string_view name) const;

    ArticleFilter filter_;
    const provenance::OutletList& list_;
    std::string outlet_;                                                   ///< the outlet's identity, folded
    mutable std::map<std::pair<std::string, std::string>, bool> outlets_;  ///< by key and name: whether it is that one
    std::optional<std::int64_t> begin_, end_;
    Topic topic_;
};

/// The bare names of all publishers in a corpus (`outlet_name`).
[[nodiscard]] std::set<std::string> publisher_names(const Database& database);

}  // namespace rawi::corpus
