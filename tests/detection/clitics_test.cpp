// Particles and pronouns that are written in one word with another, in whatever script: what is split off and what not.
#include <catch2/catch.hpp>

#include "detection/article.hpp"
#include "language/test_pack.hpp"
#include "rawi/document.hpp"

namespace {

using rawi::detection::Known;

/// The tokens of `text` with a space between them; a ^ before each that shows a capital, a + behind each that carries
/// a pronoun.
std::string tokens(const rawi::language::Pack& pack, const std::string& text) {
    const rawi::Document document({}, {}, text);
    const rawi::detection::Article article = rawi::detection::detect(document, pack);
    std::string all;
    for (const rawi::detection::Token& token : article.tokens) {
        all += (all.empty() ? "" : " ") + std::string(token.upper ? "^" : "") + std::string(document.text(token.span)) +
               (token.enclitic == rawi::language::Agreement{} ? "" : "+");
    }
    return all;
}

const rawi::language::Pack& with_apostrophes() {
    static const test::PackText text(R"(=== language.conf
code = xx
name = Test
proclitics = l':1 qu':1 d':1
enclitics = -il:3ms -t-il:3ms
=== words/a.txt
[complementiser]
que | qu'
[article]
le | l'
[auxiliary]
a
[adverb]
aujourd'hui
[conjunction]
parce qu'
[verb]
dit
)");
    static const rawi::language::Pack pack = test::compiled(text);
    return pack;
}

const rawi::language::Pack& without() {
    static const test::PackText text(R"(=== language.conf
code = xx
name = Test
proclitics = l:1 qu:1
enclitics = lo:3ms
=== words/a.txt
[noun]
ami | sa
)");
    static const rawi::language::Pack pack = test::compiled(text);
    return pack;
}

}  // namespace

TEST_CASE("Behind an apostrophe a word begins, known or not, and its own letter shows a name", "[detection]") {
    CHECK(tokens(with_apostrophes(), "qu'ils l'ont") == "qu' ils l' ont");
    CHECK(tokens(with_apostrophes(), "d'Alembert L'homme L’Équipe") == "d' ^Alembert ^L' homme ^L’ ^Équipe");
    CHECK(tokens(with_apostrophes(), "aujourd'hui") == "aujourd'hui");
}

TEST_CASE("A clitic with an apostrophe is a word of the classes it is listed in", "[detection]") {
    const rawi::Document document({}, {}, "qu'il l'a, parce qu'elle");
    const auto article = rawi::detection::detect(document, with_apostrophes());
    CHECK(article.has(0, Known::complementiser));
    CHECK(article.has(2, Known::article));
    CHECK(article.match(5, Known::conjunction, 8) == 2);
}

TEST_CASE("A pronoun behind a hyphen is taken off whatever stands before it", "[detection]") {
    CHECK(tokens(with_apostrophes(), "a-t-il dit-il nia-t-il porte-avions") ==
          "a-t-il+ dit-il+ nia-t-il+ porte-avions");
}

TEST_CASE("Letters of one script show no other word in them", "[detection]") {
    CHECK(tokens(without(), "Lacmar quota lami") == "^Lacmar quota l ami");
    CHECK(tokens(without(), "lшкола") == "l школа");  // a word in other letters begins there
}

TEST_CASE("Stems are measured in letters", "[detection]") {
    CHECK(tokens(without(), "salo") == "salo+");  // two letters are enough, whatever bytes they take
}

TEST_CASE("A literal of a rule keeps no word together that texts take apart", "[detection]") {
    const test::PackText text(R"(=== language.conf
code = xx
name = Test
proclitics = و:1
=== words/a.txt
[conjunction]
و
=== cues.tsv
قال	verb	-	قال	that	-	-
=== rules/a.rules
rule one
  match 'وقال' cue content:clause
)");
    CHECK(tokens(test::compiled(text), "وقال") == "و قال");
}

TEST_CASE("A cue's noun changes before a pronoun as other words do", "[detection]") {
    const test::PackText text(R"(=== language.conf
code = xx
name = Test
enclitics = ها:3fs
joins = ة>ت
=== cues.tsv
مقابلة	noun	-	مقابلة	that	-	-
)");
    const rawi::language::Pack pack = test::compiled(text);
    CHECK(pack.lexicon.find("مقابلتها") != rawi::language::unknown_word);
    CHECK(pack.lexicon.find("مقابلةها") == rawi::language::unknown_word);
}
