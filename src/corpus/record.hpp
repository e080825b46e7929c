// An article as the tables hold it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rawi/analysis.hpp"
#include "text/moment.hpp"

namespace rawi::corpus {

struct ClaimRecord {
    std::string words;                  ///< `WordReader::key` of the content
    std::string content;                ///< as it stands in the article, " … " between its parts
    std::vector<std::uint64_t> hashes;  ///< of the words
    std::vector<std::int64_t> prints;
};

struct Record {
    Analysis analysis;
    std::string json;  ///< the analysis with its text, as the format jsonl writes it
    std::string title;
    std::string words;         ///< `WordReader::key` of the title
    std::int64_t content = 0;  ///< hash of the article as it was given
    std::optional<text::Moment> published;
    std::vector<ClaimRecord> claims;  ///< beside `analysis.attributions`
};

/// A hash of everything that was given: text, title and metadata.
[[nodiscard]] std::int64_t content_hash(const Document& document);

}  // namespace rawi::corpus
