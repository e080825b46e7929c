// A pack of a few words, so that the tests of the rooms do not depend on what the real packs know.
#pragma once

#include <stdexcept>
#include <string>

#include "detection/article.hpp"
#include "language/test_pack.hpp"

namespace test {

inline const rawi::language::Pack& small_pack() {
    static const std::string source = R"(=== language.conf
code = xx
name = Test
article = ال
proclitics = و:1 ل:2 ب:2
enclitics = ه:3ms ها:3fs
assimilate = لل>لال
joins = ة>ت
=== words/a.txt
[conjunction]
و | and
[title]
Dr | د
[abbreviation]
Inc
[outlet]
رويترز | Reuters = reuters
الشرق الأوسط = asharq
[outlet-noun]
صحيفة | وكالة
[medium]
مؤتمر صحفي = press conference
[channel]
حساب
[section-label]
Politics
[furniture]
Share this
[furniture-prefix]
Read more
[preposition]
على
[name]
=علي
=== cues.tsv
قال	verb	-	قال	that	-	-
say	verb	-	said	clause	-	-
)";
    static const PackText text(source);
    static const rawi::language::Pack pack = [] {
        rawi::language::Faults faults;
        rawi::language::Pack compiled = rawi::language::compile(text.files, faults);
        if (!faults.all().empty()) throw std::logic_error(faults.all().front().message);
        return compiled;
    }();
    return pack;
}

/// A document together with what was detected in it.
struct Detected {
    rawi::Document document;
    rawi::detection::Article article;

    explicit Detected(std::string_view body, std::string_view title = {})
        : document({}, title, body), article(rawi::detection::detect(document, small_pack())) {}

    [[nodiscard]] std::string text(rawi::detection::TokenRange range) const {
        return std::string(document.text(article.span_of(range)));
    }
};

}  // namespace test
