// Lines: which of them are article, and where its byline, dateline and credits stand.
#include <algorithm>
#include <optional>

#include "detection/article.hpp"
#include "detection/credits.hpp"

namespace rawi::detection {
namespace {

constexpr std::uint32_t longest_byline = 12;  // tokens
constexpr std::uint32_t longest_credit = 10;
constexpr std::uint32_t longest_quoted = 3;  // of an outlet's name in quotation marks
constexpr std::uint32_t longest_headline = 30;

class LineSplitter {
public:
    explicit LineSplitter(Article& article) : article_(article), tokens_(article.tokens) {}

    void run() {
        cut();
        classify();
        find_dateline();
        find_credit();
    }

private:
    void cut() {
        const Span title = article_.document->title();
        std::uint32_t begin = 0;
        const auto add = [&](std::uint32_t end) {
            const TokenRange range{begin, end};
            if (range.empty()) return;
            const bool is_title = !title.empty() && title.contains(tokens_[begin].span);
            article_.lines.push_back({range, is_title ? LineKind::title : LineKind::body});
        };
        for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
            if (tokens_[i].kind != CharClass::newline) continue;
            add(i);
            begin = i + 1;
        }
        add(static_cast<std::uint32_t>(tokens_.size()));
    }

    [[nodiscard]] bool whole(const Line& line, Known known) const {
        TokenRange range = line.tokens;
        while (!range.empty() && !letter(range.begin)) ++range.begin;
        while (!range.empty() && !letter(range.end - 1)) --range.end;
        return !range.empty() && article_.match(range.begin, known, range.end) == range.size();
    }
    [[nodiscard]] bool letter(std::uint32_t i) const {
        return tokens_[i].kind == CharClass::letter || tokens_[i].kind == CharClass::digit;
    }

    void classify() {
        bool rest_is_furniture = false;
        find_headline();
        for (std::size_t l = 0; l < article_.lines.size(); ++l) {
            Line& line = article_.lines[l];
            if (line.kind == LineKind::title) continue;
            const TokenRange range = line.tokens;
            if (whole(line, Known::section_label) && l < 3)
                line.kind = LineKind::label;
            else if (whole(line, Known::furniture) ||
                     article_.match(range.begin, Known::furniture_prefix, range.end) != 0) {
                line.kind = LineKind::furniture;
                // Behind the first list of links in the last part only headlines follow, unless the article goes on.
                rest_is_furniture = rest_is_furniture || std::size_t{range.begin} * 3 > tokens_.size() * 2;
            } else if (pictured(line)) {
                line.kind = LineKind::furniture;
            } else if (rest_is_furniture) {
                rest_is_furniture = !paragraph(range);
                if (rest_is_furniture) line.kind = LineKind::furniture;
            }
        }
    }

    /// "Bloomberg via Getty Images", "Jane Doe/Reuters": who has taken a picture, and not the words.
    [[nodiscard]] bool pictured(const Line& line) const {
        TokenRange range = line.tokens;
        while (!range.empty() && !letter(range.end - 1)) --range.end;
        if (!article_.pack->names_capitalised || range.size() > longest_byline) return false;
        for (std::uint32_t i = range.begin + 1; i < range.end; ++i) {
            const bool slash = tokens_[i - 1].mark == '/';
            if (!slash && !article_.has(i - 1, Known::reprint)) continue;
            const auto closes = [&](Known known) { return article_.match(i, known, range.end) == range.end - i; };
            if (closes(Known::furniture) || (slash && closes(Known::outlet))) return true;
        }
        return false;
    }

    /// A line that closes as sentences do, and is longer than what headlines and captions say.
    [[nodiscard]] bool paragraph(TokenRange line) const {
        std::uint32_t end = line.end;
        while (end > line.begin &&
               (tokens_[end - 1].kind == CharClass::quote || tokens_[end - 1].kind == CharClass::close_bracket))
            --end;
        return line.size() > longest_byline && end > line.begin && tokens_[end - 1].mark == '.';
    }

    /// Where no title is given: a short first line with a blank line behind it.
    void find_headline() {
        if (!article_.document->title().empty() || article_.lines.size() < 3) return;
        // A section's label may stand before it.
        Line& line = article_.lines[whole(article_.lines.front(), Known::section_label) ? 1 : 0];
        const bool blank_behind =
            line.tokens.end + 1 < tokens_.size() && tokens_[line.tokens.end + 1].kind == CharClass::newline;
        if (!blank_behind || line.tokens.size() > longest_headline) return;
        if (line.tokens.size() <= longest_byline && names_outlet(line.tokens) &&
            !has_kind(line.tokens, CharClass::terminator))
            return;
        // "BEIRUT (Reuters) - The talks will resume.": a first paragraph, however short; but "Reuters: talks resume."
        const bool sentence = tokens_[line.tokens.end - 1].mark == '.' && !has_kind(line.tokens, CharClass::colon);
        if (const auto opening = sentence ? opening_of(line.tokens) : std::nullopt) return take(*opening);
        line.kind = LineKind::title;
    }

    [[nodiscard]] bool names_outlet(TokenRange range) const { return !credited_outlets(article_, range).empty(); }

    [[nodiscard]] bool has_kind(TokenRange range, CharClass kind) const {
        for (std::uint32_t i = range.begin; i < range.end; ++i) {
            if (tokens_[i].kind == kind) return true;
        }
        return false;
    }

    /// "أوج – طرابلس" on a line of its own, or "PARIS, Aug 31 (Reuters) -" before the first sentence, above which the
    /// headline, who wrote it and the day may stand.
    void find_dateline() {
        constexpr std::size_t most_above = 4;  // lines
        std::size_t seen = 0;
        bool opened = !article_.dateline.empty();  // the first sentence has been met
        for (Line& line : article_.lines) {
            if (line.kind != LineKind::body) continue;
            if (++seen > (opened ? 3 : most_above)) return;
            const TokenRange range = line.tokens;
            const bool marked = has_kind(range, CharClass::dash) || has_kind(range, CharClass::open_bracket) ||
                                has_kind(range, CharClass::colon) ||
                                (article_.pack->names_capitalised && article_.has(range.begin, Known::issued));
            if (range.size() <= longest_byline && tokens_[range.end - 1].kind != CharClass::terminator &&
                names_outlet(range) && !has_cue(range) && (marked || range.size() <= 3)) {
                line.kind = LineKind::byline;
                article_.dateline = range;
                article_.credits.push_back(range);
                return;
            }
            if (const auto opening = opened ? std::nullopt : opening_of(range)) return take(*opening);
            opened = opened || range.size() > longest_byline || tokens_[range.end - 1].kind == CharClass::terminator;
        }
    }

    /// The dateline with which a line opens, and whether it credits an outlet.
    struct Opening {
        TokenRange dateline;
        bool credits;
    };
    [[nodiscard]] std::optional<Opening> opening_of(TokenRange line) const {
        const auto opening = prefix(line);
        return opening ? opening : place(line);
    }
    void take(const Opening& opening) {
        article_.dateline = opening.dateline;
        if (opening.credits) article_.credits.push_back(opening.dateline);
    }

    /// "(CNN) The mayor", "WASHINGTON -- The mayor": a dateline without a dash or without an outlet.
    [[nodiscard]] std::optional<Opening> place(TokenRange line) const {
        constexpr std::uint32_t longest = 10;  // tokens
        if (!article_.pack->names_capitalised) return std::nullopt;
        const std::uint32_t limit = std::min(line.end, line.begin + longest);
        for (std::uint32_t i = line.begin; i < limit; ++i) {
            const Token& token = tokens_[i];
            if (token.kind == CharClass::close_bracket && i + 1 < line.end && names_outlet({line.begin, i + 1})) {
                return Opening{{line.begin, i + 1}, true};
            }
            if (token.kind == CharClass::dash && token.space_before && i > line.begin &&
                tokens_[line.begin].span.size() > 3 && article_.in_capitals(line.begin)) {
                while (i < line.end && tokens_[i].kind == CharClass::dash) ++i;
                return i < line.end ? std::optional(Opening{{line.begin, i}, false}) : std::nullopt;
            }
            const bool place = token.kind == CharClass::comma || token.kind == CharClass::open_bracket ||
                               token.kind == CharClass::digit || article_.abbreviates(i) ||
                               (token.kind == CharClass::letter && token.upper);
            if (!place) return std::nullopt;
        }
        return std::nullopt;
    }
    /// "BEIRUT (Reuters) - The talks", القاهرة - «المنبر» ووكالات: the talks
    [[nodiscard]] std::optional<Opening> prefix(TokenRange line) const {
        const std::uint32_t limit = std::min(line.end, line.begin + 16);
        for (std::uint32_t i = line.begin + 1; i < limit; ++i) {
            const Token& token = tokens_[i];
            if (token.kind == CharClass::terminator && !article_.abbreviates(i) && i + 1 < limit &&
                tokens_[i + 1].kind != CharClass::dash)
                return std::nullopt;
            if (token.kind == CharClass::quote) {  // القاهرة - «المنبر» ووكالات:
                const std::uint32_t q = article_.opens(i);
                if (q == none || !article_.quotations[q].closed ||
                    article_.quotations[q].inner().size() > longest_quoted)
                    return std::nullopt;
                i = article_.quotations[q].close;
                continue;
            }
            const bool dash = token.kind == CharClass::dash &&
                              (token.space_before || tokens_[i - 1].kind == CharClass::close_bracket ||
                               (i + 1 < line.end && tokens_[i + 1].kind == CharClass::dash));
            const bool colon = token.kind == CharClass::colon;
            if (!dash && !colon) continue;
            if (article_.tokens[i - 1].kind == CharClass::digit && colon) continue;
            const TokenRange before{line.begin, i};
            if (!names_outlet(before)) {
                if (dash && i + 1 < limit) continue;  // "القاهرة - رويترز -": the outlet may follow
                return std::nullopt;
            }
            // A long stretch without brackets or marks before a colon is a sentence that quotes.
            if (colon && before.size() > 6 && !has_kind(before, CharClass::open_bracket) &&
                !has_kind(before, CharClass::quote))
                return std::nullopt;
            if (has_cue(before)) return std::nullopt;
            std::uint32_t end = i + 1;
            while (end < line.end && (tokens_[end].kind == CharClass::dash || tokens_[end].kind == CharClass::colon))
                ++end;
            if (end >= line.end) return std::nullopt;
            return Opening{{line.begin, end}, true};
        }
        return std::nullopt;
    }

    [[nodiscard]] bool has_cue(TokenRange range) const {
        for (std::uint32_t i = range.begin; i < range.end; ++i) {
            if (const std::uint32_t n = article_.match(i, Known::wires, range.end); n != 0) {  // from wire reports
                i += n - 1;
                continue;
            }
            if (!article_.pack->lexicon.brief(tokens_[i].word).cued) continue;
            for (const language::CueForm& reading : article_.pack->lexicon.word(tokens_[i].word).readings) {
                if (reading.form == language::Form::finite) return true;
            }
        }
        return false;
    }

    /// Whether a line above `line` closes with the same mark, a full stop behind it or not.
    [[nodiscard]] bool closes_alike(std::size_t line, char32_t mark) const {
        for (std::size_t l = line; l-- > 0;) {
            std::uint32_t last = article_.lines[l].tokens.end - 1;
            if (tokens_[last].kind == CharClass::terminator && last > article_.lines[l].tokens.begin) --last;
            if (tokens_[last].mark == mark) return true;
        }
        return false;
    }

    /// "(رويترز)", "-أ ف ب-", "*نقلا عن ..." at the very end.
    void find_credit() {
        std::size_t looked = 0;
        for (std::size_t l = article_.lines.size(); l-- > 0 && looked < 3;) {
            Line& line = article_.lines[l];
            if (line.kind != LineKind::body) continue;
            ++looked;
            const TokenRange range = line.tokens;
            if (range.size() <= longest_credit && names_outlet(range) && !has_cue(range) && l > 1) {
                line.kind = LineKind::credit;
                article_.credits.push_back(range);
                return;
            }
            // The credit may close the last line itself, as a sentence of its own or in brackets.
            if (const TokenRange closing = closing_credit(range); !closing.empty()) {
                article_.credits.push_back(closing);
                return;
            }
            std::uint32_t close = range.end - 1;
            while (close > range.begin && tokens_[close].kind == CharClass::terminator) --close;
            if (tokens_[close].kind != CharClass::close_bracket) continue;
            std::uint32_t open = close;
            while (open > range.begin && tokens_[open].kind != CharClass::open_bracket) --open;
            const TokenRange inner{open + 1, close};
            if (tokens_[open].kind != CharClass::open_bracket || inner.empty() || inner.size() > 6) continue;
            // "... it may seem. [Jutro]": one of the links with which the paragraphs of a round-up close.
            if (tokens_[open].mark == '[' && closes_alike(l, tokens_[close].mark)) continue;
            // Within the sentence, "the agency (Sputnik).", it may be one more name of the outlet before it.
            const bool within =
                close + 1 < range.end && open > range.begin && tokens_[open - 1].kind != CharClass::terminator;
            const bool nobody = article_.match(inner.begin, Known::wires, inner.end) == inner.size();
            if (within ? nobody : names_outlet(inner)) {
                article_.credits.push_back(inner);
                return;
            }
        }
    }

    /// "According to Reuters." behind the last sentence of a line: nothing but an outlet and what credits it.
    [[nodiscard]] TokenRange closing_credit(TokenRange line) const {
        constexpr std::uint32_t longest = 6;  // tokens
        std::uint32_t end = line.end;
        while (end > line.begin && tokens_[end - 1].kind == CharClass::terminator) --end;
        std::uint32_t begin = end;
        while (begin > line.begin && tokens_[begin - 1].kind != CharClass::terminator && end - begin <= longest)
            --begin;
        if (begin == line.begin || end - begin > longest || has_cue({begin, end})) return {};
        const auto credits = [&](std::uint32_t i) {
            return article_.has(i, Known::preposition) || article_.has(i, Known::reprint) ||
                   article_.has(i, Known::outlet_noun) || article_.pack->lexicon.brief(tokens_[i].word).cued;
        };
        if (const TokenRange unlisted = unlisted_credit(article_, {begin, end}); !unlisted.empty()) return {begin, end};
        std::uint32_t name = begin;
        while (name < end && credits(name)) ++name;
        const std::vector<TokenRange> named = credited_outlets(article_, {name, end});
        return name > begin && named.size() == 1 && named.front().size() == end - name ? named.front() : TokenRange{};
    }

    Article& article_;
    const std::vector<Token>& tokens_;
};

}  // namespace

void split_lines(Article& article) {
    LineSplitter(article).run();
}

}  // namespace rawi::detection
