#include "corpus/record.hpp"

#include <algorithm>
#include <sstream>

#include "corpus/prints.hpp"
#include "corpus/words.hpp"
#include "rawi/corpus.hpp"
#include "rawi/writing.hpp"

namespace rawi::corpus {
namespace {

std::string json_of(const Analysis& analysis) {
    std::ostringstream out;
    const auto writer = make_writer(*find_format("jsonl"), out, {.with_text = true});
    writer->begin();
    writer->write(analysis);
    writer->end();
    return std::move(out).str();
}

}  // namespace

std::int64_t content_hash(const Document& document) {
    const Metadata& about = document.metadata();
    std::uint64_t hash = hash_of(document.text(), document.title().end);
    for (const std::string* part : {&about.language, &about.outlet, &about.author, &about.url, &about.published})
        hash = hash_of(*part, hash);
    return static_cast<std::int64_t>(hash);
}

}  // namespace rawi::corpus

namespace rawi {

std::size_t PreparedArticle::bytes() const noexcept {
    // The analysis holds the text once more, and what is found in it is about as large.
    return record_->json.size() + 2 * record_->analysis.document.text().size();
}

PreparedArticle::PreparedArticle(Analysis given) {
    auto record = std::make_shared<corpus::Record>();
    record->analysis = std::move(given);
    const Analysis& analysis = record->analysis;
    record->json = corpus::json_of(analysis);
    const corpus::WordReader& words = corpus::words_in(analysis.language);
    record->title = analysis.document.text(analysis.document.title());
    record->words = words.key(record->title);
    record->content = corpus::content_hash(analysis.document);
    record->published = text::read_moment(analysis.document.metadata().published);
    for (const Attribution& attribution : analysis.attributions) {
        corpus::ClaimRecord claim;
        claim.content = analysis.document.joined(attribution.content);
        claim.words = words.key(claim.content);
        claim.hashes = corpus::hashes_of(claim.words);
        claim.prints = corpus::prints_of(claim.hashes);
        record->claims.push_back(std::move(claim));
    }
    record_ = std::move(record);
}

}  // namespace rawi
