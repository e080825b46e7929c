// What the writers of other tools' formats share: text made fit for them, and names that are the same in all of them.
#pragma once

#include <string>
#include <string_view>

#include "rawi/analysis.hpp"
#include "text/unique_names.hpp"

namespace rawi::writing {

/// `text` as valid UTF-8. Texts of documents are valid; names and fields that a caller filled in need not be.
[[nodiscard]] std::string well_formed(std::string_view text);

/// Appends `text` as the value of an XML attribute or the content of an element: escaped, white space kept, U+FFFD in
/// the place of characters that XML 1.0 cannot hold, and references in that of those that terminals obey: what
/// reorders text, and the second half of the controls.
void append_xml(std::string& out, std::string_view text);

/// `text` with U+FFFD, one for one, in the place of what terminals obey: controls but tab and line ends, line
/// separators of Unicode, what reorders text. For formats that have no escape for them; code points count the same as
/// before.
[[nodiscard]] std::string inert(std::string_view text);

/// `text` with all but ASCII letters, digits, `-` and `_` as %XX: a local name in Turtle, PROV-N and any IRI.
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// Whether `tag` has the form of a language tag (BCP 47): "en", "ar-LY". A saved analysis may call its language
/// anything, and what is none is not written where a tag is asked for.
[[nodiscard]] bool is_language_tag(std::string_view tag) noexcept;

/// One of our own names (`name_of`), which are in small ASCII letters, with a capital at its beginning.
[[nodiscard]] std::string capitalised(std::string_view name);

/// "a1", "q7": the ids of the JSON output.
[[nodiscard]] std::string id_of(AgentId id);
[[nodiscard]] std::string id_of(AttributionId id);

/// IRIs of articles, claims and agents. Formats that abbreviate IRIs write the same ones as `article:LOCAL` and so on.
inline constexpr std::string_view terms_iri = "urn:x-rawi:terms:";      ///< our own properties: contact, flag, ...
inline constexpr std::string_view article_iri = "urn:x-rawi:article:";  ///< + percent-encoded id, + "/q1" for a claim
inline constexpr std::string_view outlet_iri = "urn:x-rawi:outlet:";    ///< + key in the list of outlets

/// Gives each article a name of its own: its id, percent-encoded; the second one of that id ends in "%232" ("#2"), as
/// it does in the keys of graphs.
class ArticleNames {
public:
    [[nodiscard]] std::string operator()(const Document& document);

private:
    text::UniqueNames names_;
};

}  // namespace rawi::writing
