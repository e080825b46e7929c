// What stands on paper: statements and letters that somebody has put out, laws and agreements that nobody speaks for.
#pragma once

#include "attribution/finding.hpp"
#include "detection/article.hpp"
#include "sources/agent_table.hpp"
#include "sources/mention.hpp"
#include "sources/sources.hpp"

namespace rawi::sources {

/// Whether what carried the words, `medium`, can be spoken of as saying them: a statement, a letter; no rally.
[[nodiscard]] bool says_itself(const detection::Article& article, detection::TokenRange medium);

/// What the paper is that the mention names, or that stands for who issued it: تقرير. Empty where heads do not stand
/// first.
[[nodiscard]] std::string_view paper_noun(const Mention& mention);

/// The same of the words that name a medium, a preposition before them or not.
[[nodiscard]] std::string_view paper_noun(const detection::Article& article, detection::TokenRange medium);

/// بيان صدر أمس, ذات البلاغ: whether the mention is a paper such as somebody puts out, and does not say who has.
[[nodiscard]] bool of_nobody_named(const detection::Article& article, const Mention& mention);

/// Whether `statement` is a medium that the subject before it may have put out: in the same clause, as far as words for
/// "that" tell. "The spokesman said that a report had come in" has the report from somebody else.
[[nodiscard]] bool put_out(const detection::Article& article, detection::TokenRange subject,
                           detection::TokenRange statement);

/// "The campaign sent out | a fundraising email": what the paper is that the subject puts out, where names show by
/// capitals. Empty where it is none.
[[nodiscard]] std::string_view paper_put_out(const detection::Article& article, detection::TokenRange subject);

/// What the paper is, if it is known, by which the source of the finding says so, or that the source puts out.
[[nodiscard]] std::optional<std::string_view> paper_of(const detection::Article& article,
                                                       const attribution::Finding& finding);

/// Whether the verb says what is laid down: "provides that".
[[nodiscard]] bool stipulates(const detection::Article& article, const attribution::Finding& finding);

/// Whether a law or an agreement lays something down. Whoever goes on behind that is not the law.
[[nodiscard]] bool provides(const detection::Article& article, const attribution::Finding& finding);

/// Whose a paper or a site is that the language lists with its pronoun: بيانها, موقعه. Nothing of any other word.
[[nodiscard]] std::optional<language::Agreement> owner_by_ending(const detection::Article& article, std::uint32_t token,
                                                                 std::uint32_t limit);

/// وفقا لتقرير نشره موقع الشبكة: nobody passes on their own words. Takes a site out of the relays of `speakers` whose
/// owner `table` knows as the one who speaks in `finding`.
void leave_own_site(const attribution::Finding& finding, const AgentTable& table, Speakers& speakers);

/// Whether a document that has told nothing yet may go on so: it shows or provides for something (تظهر, تنص), or tells
/// it in the present (تؤكد); what was told once (قال, مضيفا) somebody told.
[[nodiscard]] bool tells_of_papers(const detection::Article& article, const attribution::Finding& finding);

}  // namespace rawi::sources
