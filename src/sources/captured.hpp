// Noun phrases before they are read as mentions: one or several, with the office that belongs to a name, and where they
// stand.
#pragma once

#include <vector>

#include "attribution/finding.hpp"
#include "sources/scanned_mentions.hpp"

namespace rawi::sources {

/// The sources and relays that the findings captured, asked for in text order.
class CapturedPhrases {
public:
    explicit CapturedPhrases(const attribution::Findings& findings) : findings_(findings) {}

    /// The source or relay that overlaps `tokens`; empty where there is none. A mention in it is met with its finding.
    [[nodiscard]] TokenRange around(TokenRange tokens);

private:
    const attribution::Findings& findings_;
    std::size_t near_ = 0;  ///< the first finding that can still hold what is asked for
};

/// Two outlets with a conjunction between them are two; anything else is one.
[[nodiscard]] std::vector<TokenRange> side_by_side(const Article& article, TokenRange range);

/// A name between commas with the office before it, where heads stand first: للمتحدث باسم الوزارة، فلان، أكد.
/// `places`: of the mentions of the article in text order.
[[nodiscard]] TokenRange with_office(const Article& article, const std::vector<ScannedMentions::Place>& places,
                                     TokenRange name);

/// The outlet for which a journalist speaks who is described so: "CNN anchor Jane Doe". Empty where there is none, and
/// where the words were said to an outlet.
[[nodiscard]] TokenRange house_of_journalist(const Article& article, const attribution::Finding& finding);

/// Whether the phrase has an article, or its head is completed by a word that has (مدرب الفريق).
[[nodiscard]] bool says_which(const Article& article, TokenRange phrase);

/// The sentence of the finding, or the content around it.
[[nodiscard]] TokenRange scope_of(const Article& article, const attribution::Findings& findings,
                                  const attribution::Finding& finding);

/// Which finding gives the words in quotation marks that hold `finding`: of "She has been saying that she thinks so,"
/// Smith said, the one of Smith's. Where there are no such marks, the one around it; `none` where that has none.
[[nodiscard]] std::uint32_t quoting_finding(const Article& article, const attribution::Findings& findings,
                                            const attribution::Finding& finding);

/// مدير عام شركة المرسى سالم الحداد: the body of whose office the description tells, without the person's name. Empty
/// where there is none, and where capitals show names.
[[nodiscard]] TokenRange body_of_office(const Article& article, TokenRange person);

/// Whether nothing that a noun could hang on stands between `begin` and `token`, but the verb directly before it, or
/// what was done to the one named there (تم استجواب المتهم); nor does what is fronted count.
[[nodiscard]] bool opens_sentence(const Article& article, std::uint32_t begin, std::uint32_t token);

/// Whether no sentence ends between the two tokens.
[[nodiscard]] bool same_sentence(const Article& article, std::uint32_t a, std::uint32_t b);

}  // namespace rawi::sources
