// Names that no list holds, as an article itself tells them: what stands behind a given name or a title at one place is
// somebody's name wherever it stands ("the minister John Xyz ... Xyz accused the judges"), also behind a particle that
// is written in one word with it. For languages that write no capitals; where they do, capitals tell.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "detection/article.hpp"

namespace rawi::detection {

class UnlistedNames {
public:
    /// `article`: the tokens read so far; it must outlive this.
    explicit UnlistedNames(const Article& article);

    [[nodiscard]] bool empty() const noexcept { return names_.empty(); }
    [[nodiscard]] bool holds(std::string_view normal) const { return !empty() && names_.contains(normal); }

    /// Learns `normal`, an unlisted word and the last of the tokens read so far, if what stands before it shows that it
    /// is a name. `next_definite`: whether the word behind it carries the article.
    void learn(std::string_view normal, bool definite, bool next_definite);

    /// How many of the pack's proclitics stand before a learned name in `normal`, two at the most; 0 if none does.
    /// `places`: theirs in the pack's list.
    [[nodiscard]] std::size_t proclitics(std::string_view normal, std::array<std::uint8_t, 2>& places) const;

    /// Whether a token before the place where its name was learned is to be read once more.
    [[nodiscard]] bool missed() const;

private:
    [[nodiscard]] std::string_view normal_of(const Token& token) const;
    [[nodiscard]] bool behind_unlisted(std::size_t last) const;
    [[nodiscard]] bool closes_given_name(std::size_t last, bool definite) const;
    [[nodiscard]] bool given_name(const Token& token) const;
    [[nodiscard]] bool named_twice(std::size_t last) const;
    [[nodiscard]] bool verb(std::string_view normal, bool definite) const;

    const Article& article_;
    const language::Pack& pack_;
    std::set<std::string, std::less<>> names_;
};

}  // namespace rawi::detection
