// Reports: one HTML file that needs nothing else, for people to read an article's attributions in. docs/report.md tells
// what it shows. `report/` holds its looks (style.css), its behaviour (script.js), its frame (page.html) and its words.
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/embedded.hpp"
#include "rawi/analysis.hpp"
#include "rawi/graph.hpp"
#include "writing/words.hpp"

namespace rawi::writing {

/// Every file below `src/writing/report/`, as it was on disk when rawi was built.
[[nodiscard]] std::span<const language::EmbeddedFile> embedded_report() noexcept;

/// `text` as the content of an element or the value of an attribute in quotation marks: escaped, without controls and
/// without the bidi controls that could make text read as what it is not.
[[nodiscard]] std::string html(std::string_view text);

/// A name, as an element in which it keeps its own direction.
[[nodiscard]] std::string bdi(std::string_view name);

/// The words of that key as HTML, with each {} replaced by the next of `values`, plain texts. These are isolated: a
/// date or a Latin name among words from right to left would be turned round, and turn its neighbours.
[[nodiscard]] std::string html_filled(const Words& words, std::string_view key,
                                      std::initializer_list<std::string_view> values);

/// ` lang="ar" dir="rtl"`
[[nodiscard]] std::string language_attributes(std::string_view language, bool right_to_left);
/// ` lang="ar"`; empty where `language` is no language tag.
[[nodiscard]] std::string language_attribute(std::string_view language);

/// How a claim came, where it can be but one of them: what is most in doubt decides.
enum class Standing : std::uint8_t { first_hand, second_hand, unnamed, unknown };

[[nodiscard]] Standing standing_of(const Attribution& said) noexcept;
[[nodiscard]] std::string_view name_of(Standing standing) noexcept;  ///< "first_hand": a key of `report_words`
[[nodiscard]] bool is_unnamed(const Attribution& said) noexcept;     ///< the speaker is described, not named

/// What the parts of an article's report share.
struct ReportedArticle {
    const Analysis& analysis;
    const Words& words;
    std::size_t number;  ///< 1 for the first; ids of elements begin with it

    /// "1-q3", the claim in the list; "t1-q3", where it begins in the text.
    [[nodiscard]] std::string claim_id(std::size_t index) const;

    /// Of the article; where it has none, its id, as in the picture.
    [[nodiscard]] std::string title() const;

    /// The name as people read it, never empty.
    [[nodiscard]] std::string agent_name(AgentId id) const;

    /// "Reuters → Harbour Post"
    [[nodiscard]] std::string path_in_words(const Attribution& said) const;

    /// Keys of the nodes in the article's graph (`View::chains`) along which the claim came.
    [[nodiscard]] std::vector<std::string> path_keys(const Attribution& said) const;
};

/// The title and the body in paragraphs, with every claim marked where it stands.
[[nodiscard]] std::string report_text(const ReportedArticle& article);

/// The filters and the list of claims.
[[nodiscard]] std::string report_claims(const ReportedArticle& article);

/// The whole section of one article: its heading, figures, text, diagram and claims. `is_only` makes its heading the
/// page's.
[[nodiscard]] std::string report_article(const ReportedArticle& article, bool is_only);

struct ReportPage {
    std::string title;
    std::string body;     ///< HTML
    std::string caption;  ///< plain text; empty for none
};

/// The whole file.
[[nodiscard]] std::string report_page(const ReportPage& page, const Words& words);

}  // namespace rawi::writing
