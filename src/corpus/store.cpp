#include "corpus/store.hpp"

#include <algorithm>

#include "corpus/inside.hpp"
#include "corpus/prints.hpp"
#include "corpus/schema.hpp"
#include "corpus/words.hpp"
#include "rawi/error.hpp"
#include "text/origin.hpp"

namespace rawi::corpus {
namespace {

constexpr std::string_view made = "made from ";  // the identity of an article whose id was made by rawi begins so

std::int64_t number_of(AgentId id) {
    return static_cast<std::int64_t>(id);
}

}  // namespace

Writing::Writing(Database& database)
    : database_(database),
      linker_(database),
      find_id_(database, "SELECT number FROM articles WHERE id = ?1"),
      find_same_(database, find_same_article),
      insert_article_(database,
                      "INSERT INTO articles (number, id, given_id, url, content, language, outlet, outlet_id, "
                      "published, seconds, exact, title, words, analysis)"
                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"),
      insert_agent_(database, "INSERT INTO agents VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
      insert_claim_(database,
                    "INSERT INTO claims (article, claim, source, lemma, stance, type, said, missing, parent, in_title, "
                    "words, content)"
                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"),
      insert_station_(database, "INSERT INTO stations VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
      claims_of_(database, "SELECT number, words FROM claims WHERE article = ?1 ORDER BY claim"),
      delete_article_(database, "DELETE FROM articles WHERE number = ?1"),
      delete_agents_(database, "DELETE FROM agents WHERE article = ?1"),
      delete_claims_(database, "DELETE FROM claims WHERE article = ?1"),
      delete_stations_(database, "DELETE FROM stations WHERE claim = ?1"),
      delete_links_(database, "DELETE FROM links WHERE claim = ?1 OR other = ?1") {}

std::string listed_id(std::string_view given) {
    if (given.find_first_of("\r\n") == std::string_view::npos) return std::string(given);
    std::string id;
    for (std::size_t at = given.find_first_not_of("\r\n"); at < given.size();) {
        const std::size_t end = std::min(given.find_first_of("\r\n", at), given.size());
        if (!id.empty()) id += ' ';
        id += given.substr(at, end - at);
        at = given.find_first_not_of("\r\n", end);
    }
    return id.empty() ? "?" : id;
}

Corpus::Added Writing::add(std::span<const PreparedArticle> articles, bool anew) {
    Corpus::Added added;
    Transaction transaction(database_);
    linker_.forget();  // what a transaction that failed has left
    if (!renewed_) renew_identities();
    for (const PreparedArticle& article : articles) {
        switch (add(Inside::of(article), anew)) {
            case Change::fresh: ++added.fresh; break;
            case Change::changed: ++added.changed; break;
            case Change::unchanged: ++added.unchanged; break;
        }
    }
    linker_.flush();
    transaction.commit();
    renewed_ = true;
    return added;
}

void Writing::renew_identities() {
    std::vector<std::pair<std::int64_t, std::string>> renewed;
    Statement found(
        database_, "SELECT number, given_id FROM articles WHERE given_id > 'made from /' AND given_id < 'made from 0'");
    while (found.step())
        renewed.emplace_back(found.number(0),
                             std::string(made) + text::print_of_origin(found.text(1).substr(made.size())));
    Statement renew(database_, "UPDATE articles SET given_id = ?2 WHERE number = ?1");
    for (const auto& [number, identity] : renewed) renew.bind(number, identity).run();
}

std::string identity_of(const Metadata& about, std::int64_t content) {
    if (about.origin.empty()) return about.id;
    return std::string(made) + text::print_of_origin(about.origin) +
           (about.origin.starts_with('<') ? " " + std::to_string(content) : "");
}

Writing::Change Writing::add(const Record& record, bool anew) {
    const Metadata& about = record.analysis.document.metadata();
    const std::string identity = identity_of(about, record.content);  // what is bound must outlive the step
    const std::string listed = listed_id(about.id);
    find_same_.bind(identity, about.url, record.content, listed);
    if (!find_same_.step()) {
        find_same_.reset();
        insert(record, free_id(listed), std::nullopt);
        return Change::fresh;
    }
    const std::int64_t number = find_same_.number(0);
    const bool same = find_same_.number(1) == record.content;
    const std::string id = find_same_.text(2);
    find_same_.reset();
    if (same && !anew) return Change::unchanged;
    take_out(number);
    insert(record, id, number);
    return Change::changed;
}

/// The id as given, or with a number behind it where another article has it.
std::string Writing::free_id(const std::string& given) {
    const auto taken = [this](const std::string& id) {
        find_id_.bind(id);
        const bool found = find_id_.step();
        find_id_.reset();
        return found;
    };
    if (!taken(given)) return given;
    for (std::size_t& number = numbers_[given];;) {
        std::string id = given + '#' + std::to_string(++number + 1);
        if (!taken(id)) return id;
    }
}

void Writing::insert(const Record& record, const std::string& id, std::optional<std::int64_t> number) {
    const Analysis& analysis = record.analysis;
    const Metadata& about = analysis.document.metadata();
    const Agent& publisher = analysis.agent(analysis.publisher);
    std::optional<std::int64_t> seconds;
    if (record.published) seconds = record.published->seconds;
    const std::int64_t exact = record.published && record.published->exact ? 1 : 0;
    const std::string identity = identity_of(about, record.content);
    insert_article_.bind(number, id, identity, about.url, record.content, analysis.language, publisher.name,
                         publisher.outlet_id, about.published, seconds, exact, record.title, record.words, record.json);
    insert_article_.run();
    const std::int64_t article = number.value_or(database_.last_number());
    for (std::size_t i = 0; i < analysis.agents.size(); ++i) {
        const Agent& agent = analysis.agents[i];
        insert_agent_.bind(article, static_cast<std::int64_t>(i), agent.name, name_of(agent.kind),
                           std::int64_t{agent.named}, std::int64_t{agent.publisher}, agent.outlet_id);
        insert_agent_.run();
    }
    insert_claims(record, article);
}

void Writing::insert_claims(const Record& record, std::int64_t article) {
    const Analysis& analysis = record.analysis;
    for (std::size_t i = 0; i < analysis.attributions.size(); ++i) {
        const Attribution& attribution = analysis.attributions[i];
        const ClaimRecord& claim = record.claims[i];
        std::optional<std::int64_t> source;
        if (attribution.source) source = number_of(*attribution.source);
        const std::string said = attribution.when ? attribution.when->date : std::string();
        const std::int64_t missing = attribution.has(Flag::missing_link) ? 1 : 0;
        std::optional<std::int64_t> parent;
        if (attribution.parent) parent = static_cast<std::int64_t>(*attribution.parent);
        const bool in_title = attribution.content.back().end <= analysis.document.title().end;
        insert_claim_.bind(article, static_cast<std::int64_t>(i), source, attribution.lemma,
                           name_of(attribution.stance), name_of(attribution.type), said, missing, parent,
                           std::int64_t{in_title}, claim.words, claim.content);
        insert_claim_.run();
        const std::int64_t number = database_.last_number();
        for (std::size_t place = 0; place < attribution.chain.size(); ++place) {
            const Hop* onward = place < attribution.hops.size() ? &attribution.hops[place] : nullptr;
            const std::string phrase = onward == nullptr ? std::string() : analysis.document.joined(onward->phrase);
            insert_station_.bind(number, static_cast<std::int64_t>(place), number_of(attribution.chain[place]),
                                 onward == nullptr ? std::string_view() : name_of(onward->contact),
                                 std::int64_t{onward != nullptr && onward->inferred}, phrase,
                                 std::int64_t{attribution.stands_beside(place)});
            insert_station_.run();
        }
        linker_.add(number, article, claim.prints, claim.hashes);
    }
}

void Writing::take_out(std::int64_t article) {
    linker_.flush();  // the article may be one of those that wait
    claims_of_.bind(article);
    while (claims_of_.step()) {
        const std::int64_t claim = claims_of_.number(0);
        linker_.remove(claim, prints_of(hashes_of(claims_of_.view(1))));
        delete_stations_.bind(claim);
        delete_stations_.run();
        delete_links_.bind(claim);
        delete_links_.run();
    }
    claims_of_.reset();
    for (Statement* statement : {&delete_claims_, &delete_agents_, &delete_article_}) {
        statement->bind(article);
        statement->run();
    }
}

std::size_t Writing::remove(std::span<const std::string> ids) {
    std::size_t removed = 0;
    Transaction transaction(database_);
    linker_.forget();
    for (const std::string& id : ids) removed += remove(id) ? 1 : 0;
    transaction.commit();
    return removed;
}

bool Writing::remove(std::string_view id) {
    find_id_.bind(id);
    const bool found = find_id_.step();
    const std::int64_t number = found ? find_id_.number(0) : 0;
    find_id_.reset();
    if (found) take_out(number);
    return found;
}

Store::Store(const std::filesystem::path& file, Database::Access access) : database_(file, access) {
    prepare_schema(database_, access);
    if (access == Database::Access::write) {
        writing_.emplace(database_);
        lookup_.emplace(file, Database::Access::read);
    }
    find_content_.emplace(lookup_ ? *lookup_ : database_, find_same_article);
}

Writing& Store::writing() {
    if (!writing_) throw Error(database_.name(), 0, "was opened for reading only");
    return *writing_;
}

bool Store::holds(const Document& article) const {
    const std::int64_t content = content_hash(article);
    const std::lock_guard lock(mutex_);
    const Metadata& about = article.metadata();
    const std::string identity = identity_of(about, content);
    const std::string listed = listed_id(about.id);
    find_content_->bind(identity, about.url, content, listed);
    const bool found = find_content_->step() && find_content_->number(1) == content;
    find_content_->reset();
    return found;
}

}  // namespace rawi::corpus
