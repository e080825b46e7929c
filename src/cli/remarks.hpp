// What a command says at its end of articles that were read, but not as their authors would have them.
#pragma once

#include <cstddef>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "rawi/analysis.hpp"

namespace rawi::cli {

/// Looks at articles in any number of threads.
class Remarks {
public:
    explicit Remarks(const std::vector<LanguagePack>& packs) : packs_(packs) {}

    /// A date of which no day is told leaves "on Monday" open, and the article out of all periods.
    void look_at_date(const Metadata& about);
    /// A language that is none of the packs' leaves nothing to find.
    void look_at_language(const Analysis& analysis);
    /// One line for each kind.
    void say_all() const;

private:
    struct Remark {
        std::size_t articles = 0;
        std::string first_id;
        std::string first;  ///< what it has
    };
    void count(Remark& remark, const std::string& id, const std::string& what);

    std::span<const LanguagePack> packs_;
    mutable std::mutex mutex_;
    Remark date_, language_;
};

}  // namespace rawi::cli
