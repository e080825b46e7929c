// What the public handles of a corpus hold, for the library's own rooms.
#pragma once

#include "rawi/corpus.hpp"

namespace rawi::corpus {

struct Inside {
    [[nodiscard]] static const Record& of(const PreparedArticle& article) noexcept { return *article.record_; }
    [[nodiscard]] static const Store& of(const Corpus& corpus) noexcept { return *corpus.store_; }
};

}  // namespace rawi::corpus
