// What is said outside of the sentence of its cue: in the sentence before, the line below, or the line that is signed.
#include <algorithm>

#include "attribution/extents.hpp"

namespace rawi::attribution {

using text::CharClass;

namespace {

constexpr std::uint32_t longest_post = 120;  // tokens
constexpr std::uint32_t longest_tag = 60;

}  // namespace

TokenRange Extents::sentence_before(std::size_t sentence) const {
    if (sentence == 0) return {};
    const std::uint32_t line = article_.sentences[sentence - 1].line;
    const bool other = line != article_.sentences[sentence].line;
    return other && article_.lines[line].kind != detection::LineKind::body
               ? TokenRange{}
               : trim(article_.sentences[sentence - 1].tokens);
}

void Extents::to_line_end(TokenRange& content, std::size_t line) const {
    content = trim({content.begin, article_.lines[line].tokens.end});
}

/// The quotation that opens the line, else the line.
TokenRange Extents::line_below(std::size_t line) const {
    if (line + 1 >= article_.lines.size() || article_.lines[line + 1].kind != detection::LineKind::body) return {};
    const TokenRange above = article_.lines[line].tokens;
    std::uint32_t last = above.end - 1;
    while (last > above.begin && is(last, CharClass::newline)) --last;
    if (!is(last, CharClass::colon)) return {};
    const TokenRange said = trim(article_.lines[line + 1].tokens);
    const std::uint32_t q = said.empty() ? none : article_.opens(said.begin);
    return q != none && article_.quotations[q].closed ? article_.quotations[q].inner() : said;
}

bool Extents::fills_line(TokenRange quoted, std::size_t line) const {
    TokenRange words = article_.lines[line].tokens;
    while (!words.empty() && is(words.end - 1, CharClass::newline)) --words.end;
    return quoted.end + 1 >= words.end;
}

/// All of the line where the signature closes it, as pages embed posts. Where whole pages stand in one line, the
/// sentences behind the last one that says something else.
TokenRange Extents::signed_words(TokenRange signature, std::size_t line, std::uint32_t from, std::uint32_t told) const {
    const TokenRange tokens = article_.lines[line].tokens;
    const std::uint32_t first = std::max(tokens.begin, from);
    const bool stopped = signature.end < tokens.end && is(signature.end, CharClass::terminator);
    const std::uint32_t behind = signature.end + (stopped ? 1 : 0);
    const bool closes = behind >= tokens.end || !(wordlike(behind) || is(behind, CharClass::digit));
    std::uint32_t begin = std::min(first, signature.begin);
    if (!closes || signature.begin - begin > longest_post) {
        begin = std::min(std::max(first, told), signature.begin);
        const std::uint32_t reach = signature.begin - std::min(signature.begin, longest_post);
        const auto sentence = std::ranges::lower_bound(article_.sentences, std::max(begin, reach), {},
                                                       [](const detection::Sentence& s) { return s.tokens.begin; });
        begin =
            sentence == article_.sentences.end() ? signature.begin : std::min(sentence->tokens.begin, signature.begin);
    }
    TokenRange said = trim({begin, signature.begin});
    const bool alone = said.empty() && from <= tokens.begin && line > 0;
    if (alone && article_.lines[line - 1].kind == detection::LineKind::body &&
        article_.lines[line - 1].tokens.begin >= from)
        said = trim(article_.lines[line - 1].tokens);
    said = without_tags(said);
    const std::uint32_t q = said.empty() ? none : article_.opens(said.begin);
    const bool quoted = q != none && article_.quotations[q].closed && article_.quotations[q].close + 1 >= said.end;
    return quoted ? article_.quotations[q].inner() : said;
}

/// <blockquote><p> | The road is closed. | </p>: empty where a tag is not closed.
TokenRange Extents::without_tags(TokenRange said) const {
    while (!said.empty() && article_.tokens[said.begin].mark == '<') {
        const std::uint32_t farthest = std::min(said.end, said.begin + longest_tag);
        std::uint32_t close = said.begin;
        while (close < farthest && article_.tokens[close].mark != '>') ++close;
        if (close == farthest) return {};
        said = trim({close + 1, said.end});
    }
    while (!said.empty() && article_.tokens[said.end - 1].mark == '>') {
        std::uint32_t open = said.end - 1;
        while (open > said.begin && said.end - open < longest_tag && article_.tokens[open].mark != '<') --open;
        if (article_.tokens[open].mark != '<') break;
        said = trim({said.begin, open});
    }
    return said;
}

}  // namespace rawi::attribution
