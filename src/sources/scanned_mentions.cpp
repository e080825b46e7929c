#include "sources/scanned_mentions.hpp"

namespace rawi::sources {

bool ScannedMentions::read(std::uint32_t token) {
    while (next_ == waiting_.size()) {
        if (sentence_ == article_.sentences.size() || article_.sentences[sentence_].tokens.begin >= token) return false;
        waiting_.clear();
        next_ = 0;
        scan_sentence(article_, article_.sentences[sentence_++], waiting_);
        for (const Scanned& scanned : waiting_)
            places_.push_back({scanned.mention.tokens, scanned.subject, std::nullopt});
    }
    return true;
}

}  // namespace rawi::sources
