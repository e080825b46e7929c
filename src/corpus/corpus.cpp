// The public handle of a corpus.
#include "rawi/corpus.hpp"

#include "corpus/selection.hpp"
#include "corpus/store.hpp"
#include "rawi/error.hpp"
#include "rawi/saved.hpp"
#include "text/width.hpp"

namespace rawi {

using corpus::Database;
using corpus::Statement;

Corpus::Corpus(const std::filesystem::path& file, Access access)
    : store_(std::make_unique<corpus::Store>(
          file, access == Access::write ? Database::Access::write : Database::Access::read)) {}
Corpus::~Corpus() = default;
Corpus::Corpus(Corpus&&) noexcept = default;
Corpus& Corpus::operator=(Corpus&&) noexcept = default;

bool Corpus::holds(const Document& article) const {
    return store_->holds(article);
}

Corpus::Added Corpus::add(std::span<const PreparedArticle> articles, bool anew) {
    return store_->writing().add(articles, anew);
}

std::size_t Corpus::remove(std::span<const std::string> ids) {
    return store_->writing().remove(ids);
}

void Corpus::each(const ArticleFilter& filter, const std::function<void(const ArticleEntry&)>& visit) const {
    const corpus::Selection selection(filter);
    Statement claims(store_->database(), "SELECT words FROM claims WHERE article = ?1");
    selection.each(store_->database(), [&](const corpus::ArticleRow& row) {
        ArticleEntry entry{.id = row.id,
                           .url = row.url,
                           .language = row.language,
                           .outlet = row.outlet,
                           .outlet_id = row.outlet_id,
                           .published = row.published,
                           .date = row.moment ? text::text_of(*row.moment) : std::string(),
                           .title = row.title};
        bool on_topic = row.on_topic;
        claims.bind(row.number);
        while (claims.step()) {
            ++entry.claims;
            on_topic = on_topic || selection.topic().in(claims.view(0), row.language);
        }
        claims.reset();
        if (on_topic) visit(entry);
    });
}

std::optional<Analysis> Corpus::analysis(std::string_view id) const {
    Statement find(store_->database(), "SELECT analysis FROM articles WHERE id = ?1");
    find.bind(id);
    if (!find.step()) return std::nullopt;
    try {
        return read_analysis(find.view(0)).analysis;
    } catch (const Error& error) {
        throw Error(store_->database().name(), 0,
                    "the article \"" + text::printable(id) + "\" is damaged (" + error.what() +
                        "); rawi remove takes it out, and it can be indexed again");
    }
}

bool Corpus::has(std::string_view id) const {
    Statement find(store_->database(), "SELECT 1 FROM articles WHERE id = ?1");
    find.bind(id);
    return find.step();
}

Corpus::Size Corpus::size() const {
    Statement count(
        store_->database(),
        "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM claims), (SELECT count(*) FROM links)");
    count.step();
    return {static_cast<std::size_t>(count.number(0)), static_cast<std::size_t>(count.number(1)),
            static_cast<std::size_t>(count.number(2))};
}

}  // namespace rawi
