#include "cli/remarks.hpp"

#include <algorithm>

#include "cli/progress.hpp"
#include "text/moment.hpp"

namespace rawi::cli {

void Remarks::count(Remark& remark, const std::string& id, const std::string& what) {
    const std::lock_guard lock(mutex_);
    // Whichever thread comes first: the same run says the same.
    if (++remark.articles == 1 || id < remark.first_id) {
        remark.first_id = id;
        remark.first = what;
    }
}

void Remarks::look_at_date(const Metadata& about) {
    if (!about.published.empty() && !text::read_day(about.published)) count(date_, about.id, about.published);
}

void Remarks::look_at_language(const Analysis& analysis) {
    const bool known =
        std::ranges::any_of(packs_, [&](const LanguagePack& pack) { return pack.code() == analysis.language; });
    if (!known) count(language_, analysis.document.metadata().id, analysis.language);
}

void Remarks::say_all() const {
    const std::lock_guard lock(mutex_);
    if (date_.articles != 0) {
        say(counted(date_.articles, "article has", "articles have") + " a date that is not understood, as \"" +
            date_.first_id + "\", \"" + date_.first +
            "\": no day is told by it, and it is in no period; write dates as 2024-05-02, or as in mail");
    }
    if (language_.articles != 0) {
        std::string known;
        for (const LanguagePack& pack : packs_) known += (known.empty() ? "" : ", ") + pack.code();
        const std::string which = language_.first == "und" ? "" : " (" + language_.first + ")";
        say(counted(language_.articles, "article is", "articles are") + " in another language than " + known +
            ", as \"" + language_.first_id + "\"" + which + ": nothing is looked for in " +
            (language_.articles == 1 ? "it" : "them") +
            "; --language says which one it is all the same, --language-pack brings another one");
    }
}

}  // namespace rawi::cli
