#include "attribution/repeated.hpp"

#include <algorithm>

namespace rawi::attribution {

using language::Form;

bool says_again(const Article& article, std::span<const Finding> here, const Finding& finding) {
    if (finding.form.form == Form::noun || finding.form.form == Form::mark) {
        return std::ranges::any_of(here, [&](const Finding& before) {
            return before.anchor() < finding.anchor() && before.content == finding.content;
        });
    }
    if (finding.form.form != Form::finite || finding.source.size() != 1 || finding.quoted ||
        !article.has(finding.source.begin, detection::Known::pronoun) || !article.pack->subject_first)
        return false;
    return std::ranges::any_of(here, [&](const Finding& before) {
        return finding.holds(before.anchor()) && !before.source.empty() && finding.holds(before.source.begin) &&
               article.tokens[before.anchor()].quotation == none &&
               before.content.back().end + 2 >= finding.content.back().end;
    });
}

Finding* goes_on_from(const Article& article, std::span<Finding> here, const Finding& finding) {
    if (finding.form.form != Form::mark || !article.pack->subject_first || !finding.source.empty()) return nullptr;
    const auto before =
        std::ranges::find_if(here, [&](const Finding& one) { return one.content.back().end == finding.anchor(); });
    return before == here.end() ? nullptr : &*before;
}

Finding* credited_again(std::span<Finding> here, const Finding& finding) {
    if (finding.form.form != Form::particle || finding.rule->speaker != language::Speaker::previous) return nullptr;
    const auto before = std::ranges::find_if(here, [&](const Finding& one) {
        const TokenRange content = one.content.back();
        const TokenRange again = finding.content.front();
        // Or all of the clause is taken for the content: "she criticised the calls, in her view".
        const bool around = again.contains(content) && again.contains(one.anchor()) && one.form.form == Form::finite &&
                            again.end <= content.end + 2;
        return around || (content.contains(again) && content.size() <= again.size() + 4);
    });
    return before == here.end() ? nullptr : &*before;
}

}  // namespace rawi::attribution
