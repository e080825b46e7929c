#include <catch2/catch.hpp>

#include "detection/small_pack.hpp"

using rawi::detection::LineKind;
using test::Detected;

namespace {

std::string sentences_of(const std::string& text) {
    const Detected detected(text);
    std::string joined;
    for (const auto& sentence : detected.article.sentences)
        joined += (joined.empty() ? "" : "|") + detected.text(sentence.tokens);
    return joined;
}

}  // namespace

TEST_CASE("Sentences end outside of quotations, and not behind abbreviations", "[detection]") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"One. Two! Three?", "One.|Two!|Three?"},
        {"Dr. Smith left. He did.", "Dr. Smith left.|He did."},
        {"J. Smith of Acme Inc. left.", "J. Smith of Acme Inc. left."},
        {"It is 3.5 now. Good.", "It is 3.5 now.|Good."},
        {"\"One. Two,\" he said. Three.", "\"One. Two,\" he said.|Three."},
        {"\"One. Two.\" He left.", "\"One. Two.\"|He left."},
        {"see example.com now", "see example.com now"},
        {"ذهب. عاد.", "ذهب.|عاد."},
        {"ذهب.عاد", "ذهب.|عاد"},             // no space behind the full stop
        {"ذهب .. ثم عاد", "ذهب .. ثم عاد"},  // two dots for a comma
        {"هل ذهب؟ نعم", "هل ذهب؟|نعم"},
        {"د. سعيد عاد", "د. سعيد عاد"},
        {"«ذهب. عاد». وقال", "«ذهب. عاد».|وقال"},
        {"One.\nTwo", "One.|Two"},
    }));
    INFO(text);
    CHECK(sentences_of(text) == expected);
}

TEST_CASE("A text without a full stop is cut into sentences of a length that can be worked on", "[detection]") {
    constexpr std::uint32_t longest = 4096 + 8;  // with its closing marks
    std::string text;
    for (int i = 0; i < 20000; ++i) text += "word ";
    const Detected detected(text);
    CHECK(detected.article.sentences.size() > 4);
    std::uint32_t covered = 0;
    for (const auto& sentence : detected.article.sentences) {
        CHECK(sentence.tokens.begin == covered);
        CHECK(sentence.tokens.size() <= longest);
        covered = sentence.tokens.end;
    }
    CHECK(covered == detected.article.tokens.size());
}

TEST_CASE("Lines that are not article are told apart", "[detection]") {
    const Detected detected(
        "Politics\nThe body begins. It goes on for a while, and then some more of it follows.\nIt ends here.\nShare "
        "this\nOther links");
    const auto& lines = detected.article.lines;
    REQUIRE(lines.size() == 5);
    CHECK(lines[0].kind == LineKind::label);
    CHECK(lines[1].kind == LineKind::body);
    CHECK(lines[2].kind == LineKind::body);
    CHECK(lines[3].kind == LineKind::furniture);
    CHECK(lines[4].kind == LineKind::furniture);  // behind the page's buttons nothing of the article follows
}

TEST_CASE("Behind a link in the last part the article may go on", "[detection]") {
    const Detected detected(
        "The body begins. It goes on for a while, and then some more of it follows, a good deal more of it. It says "
        "this and that, and then again that and this, until enough of it stands before the link. And some more of "
        "the same is told here, so that what comes below is the last part of the whole, and no more than that.\n"
        "Read more: another story\nAnother headline\n"
        "Here the article goes on with a paragraph of its own, and that is closed.\nOther links");
    const auto& lines = detected.article.lines;
    REQUIRE(lines.size() == 5);
    CHECK(lines[1].kind == LineKind::furniture);
    CHECK(lines[2].kind == LineKind::furniture);
    CHECK(lines[3].kind == LineKind::body);
    CHECK(lines[4].kind == LineKind::body);
}

TEST_CASE("Datelines, bylines and credits are found", "[detection]") {
    const auto [body, dateline] = GENERATE(table<std::string, std::string>({
        {"PARIS, Aug 31 (Reuters) - He left.", "PARIS, Aug 31 (Reuters) -"},
        {"طرابلس - رويترز: ذهب الرجل.", "طرابلس - رويترز:"},
        {"رويترز – طرابلس\nذهب الرجل إلى البيت.", "رويترز – طرابلس"},
        {"PARIS (Reuters) - He left.\n\nIt rained.\n\nIt was cold.", "PARIS (Reuters) -"},
        {"He leaves\n\nBy Jane Doe\n\nPARIS (Reuters) - He left.\n\nIt rained.", "PARIS (Reuters) -"},
        {"He leaves\n3 May 2024\nPARIS (Reuters) - He left.\nIt rained.", "PARIS (Reuters) -"},
        {"المحادثات تستأنف\n\nكتبت سارة أحمد\n\nبيروت (رويترز) - ذهب الرجل.\n\nعاد الرجل.", "بيروت (رويترز) -"},
        {"He leaves\nIt rained all day.\nPARIS (Reuters) - He left.\nIt rained.", ""},
        {"He left - in a hurry.", ""},
        {"قال الرجل لرويترز: نعم", ""},
    }));
    INFO(body);
    const Detected detected(body);
    CHECK(detected.text(detected.article.dateline) == dateline);
}

TEST_CASE("A credit at the end is found", "[detection]") {
    const Detected detected("He left the house.\nThen he came back to it.\nAnd he stayed.\n(Reuters)");
    REQUIRE(detected.article.credits.size() == 1);
    CHECK(detected.article.lines.back().kind == LineKind::credit);
}
