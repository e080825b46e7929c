// Lines: which of them are article, and where its byline, dateline and credits stand.
#include <algorithm>

#include "detection/article.hpp"

namespace rawi::detection {
namespace {

constexpr std::uint32_t longest_byline = 12;  // tokens
constexpr std::uint32_t longest_credit = 10;
constexpr std::uint32_t longest_quoted = 3;  // of an outlet's name in quotation marks
constexpr std::uint32_t longest_headline = 30;

/// نقلا عن المنبر المصرية, خدمة «المنبر»: what stands alone behind words that credit outlets only is one, listed or not;
/// unless it is plainly somebody or a body.
TokenRange unlisted_credit(const Article& article, TokenRange range) {
    constexpr std::uint32_t longest = 4;  // words of the name
    static const language::ClassSet others = language::set_of(
        {Known::name, Known::title, Known::human_noun, Known::role_noun, Known::source_noun, Known::document_noun,
         Known::organisation_noun, Known::organisation, Known::group_noun, Known::collective_noun, Known::wires,
         Known::medium, Known::channel, Known::preposition, Known::article, Known::relative, Known::pronoun});
    const auto word = [&](std::uint32_t i) {
        return article.tokens[i].kind == CharClass::letter || article.tokens[i].kind == CharClass::digit;
    };
    std::uint32_t i = range.begin;
    while (i < range.end && !word(i)) ++i;
    const std::uint32_t credit = i < range.end ? article.match(i, Known::reprint, range.end) : 0;
    const std::string_view credited = article.value({i, i + credit}, Known::reprint);
    if (credited.empty()) return {};
    i += credit;
    bool marked = false;
    for (; i < range.end && !word(i); ++i) marked = marked || article.tokens[i].kind != CharClass::colon;
    if (credited == "quoted" && !marked) return {};
    const std::uint32_t noun = i < range.end ? article.match(i, Known::outlet_noun, range.end) : 0;  // وكالة المنبر
    TokenRange name{i, i + noun};
    while (name.end < range.end && word(name.end) && article.match(name.end, others, range.end) == 0) ++name.end;
    const std::uint32_t tail = name.end < range.end ? article.match(name.end, Known::outlet_tail, range.end) : 0;
    for (i = name.end + tail; i < range.end; ++i) {
        if (word(i) && !article.pack->tells_origin(article.normal_of(i))) return {};
    }
    return name.size() == noun || name.size() > noun + longest ? TokenRange{} : TokenRange{name.begin, name.end + tail};
}

/// لندن - أ ف ب: three single letters or more, or one word of them (أ.ف.ب), are how agencies are called. Behind them, or
/// `begin`.
std::uint32_t behind_letters(const Article& article, std::uint32_t begin, std::uint32_t limit) {
    constexpr std::size_t least = 3;  // letters: أ.د. is a professor
    std::size_t letters = 0;
    std::uint32_t end = begin;
    for (std::uint32_t i = begin; i < limit; ++i) {
        const Token& token = article.tokens[i];
        if (token.mark == '.' && i > begin) continue;
        if (token.kind != CharClass::letter) break;
        const std::string_view form = article.normal_of(i);
        const auto dots = static_cast<std::size_t>(std::ranges::count(form, '.'));
        const std::size_t written = text::letters_in(form) - dots;
        if (written != 1 && written > dots + 1) break;
        letters += written;
        end = i + 1;
    }
    return letters < least ? begin : end;
}

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
        if (sentence && (prefix(line.tokens) || place(line.tokens))) return;
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
            if (!opened && (prefix(range) || place(range))) return;
            opened = opened || range.size() > longest_byline || tokens_[range.end - 1].kind == CharClass::terminator;
        }
    }

    /// "(CNN) The mayor", "WASHINGTON -- The mayor": a dateline without a dash or without an outlet.
    bool place(TokenRange line) {
        constexpr std::uint32_t longest = 10;  // tokens
        if (!article_.pack->names_capitalised) return false;
        const std::uint32_t limit = std::min(line.end, line.begin + longest);
        for (std::uint32_t i = line.begin; i < limit; ++i) {
            const Token& token = tokens_[i];
            if (token.kind == CharClass::close_bracket && i + 1 < line.end && names_outlet({line.begin, i + 1})) {
                article_.dateline = {line.begin, i + 1};
                article_.credits.push_back(article_.dateline);
                return true;
            }
            if (token.kind == CharClass::dash && token.space_before && i > line.begin &&
                tokens_[line.begin].span.size() > 3 && article_.in_capitals(line.begin)) {
                while (i < line.end && tokens_[i].kind == CharClass::dash) ++i;
                if (i < line.end) article_.dateline = {line.begin, i};
                return i < line.end;
            }
            const bool place = token.kind == CharClass::comma || token.kind == CharClass::open_bracket ||
                               token.kind == CharClass::digit || article_.abbreviates(i) ||
                               (token.kind == CharClass::letter && token.upper);
            if (!place) return false;
        }
        return false;
    }
    bool prefix(TokenRange line) {
        const std::uint32_t limit = std::min(line.end, line.begin + 16);
        for (std::uint32_t i = line.begin + 1; i < limit; ++i) {
            const Token& token = tokens_[i];
            if (token.kind == CharClass::terminator && !article_.abbreviates(i) && i + 1 < limit &&
                tokens_[i + 1].kind != CharClass::dash)
                return false;
            if (token.kind == CharClass::quote) {  // القاهرة - «المنبر» ووكالات:
                const std::uint32_t q = article_.opens(i);
                if (q == none || !article_.quotations[q].closed ||
                    article_.quotations[q].inner().size() > longest_quoted)
                    return false;
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
                return false;
            }
            // A long stretch without brackets or marks before a colon is a sentence that quotes.
            if (colon && before.size() > 6 && !has_kind(before, CharClass::open_bracket) &&
                !has_kind(before, CharClass::quote))
                return false;
            if (has_cue(before)) return false;
            std::uint32_t end = i + 1;
            while (end < line.end && (tokens_[end].kind == CharClass::dash || tokens_[end].kind == CharClass::colon))
                ++end;
            if (end >= line.end) return false;
            article_.dateline = {line.begin, end};
            article_.credits.push_back(article_.dateline);
            return true;
        }
        return false;
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

/// "ORLANDO, Fla. (Jutro) -", where names show by capitals: one that no list tells of, in the brackets of a dateline.
static TokenRange bracketed_name(const Article& article, TokenRange range) {
    static const language::ClassSet opening = language::set_of({Known::place, Known::state, Known::month});
    constexpr std::uint32_t longest_place = 8;  // tokens
    constexpr std::uint32_t longest_name = 4;
    if (!article.pack->names_capitalised || range.empty()) return {};
    const auto kind = [&](std::uint32_t i) {
        return i < article.tokens.size() ? article.tokens[i].kind : CharClass::newline;
    };
    const auto capital = [&](std::uint32_t i) { return kind(i) == CharClass::letter && article.tokens[i].upper; };
    std::uint32_t i = range.begin;
    const bool place = article.in_capitals(i) || article.has(i, opening);
    if (kind(i) != CharClass::open_bracket && !place) return {};
    while (kind(i) != CharClass::open_bracket) {
        const bool goes_on = capital(i) || kind(i) == CharClass::comma || kind(i) == CharClass::digit ||
                             kind(i) == CharClass::terminator;
        if (!goes_on || ++i > range.begin + longest_place) return {};
    }
    std::uint32_t end = i + 1;
    while (capital(end) && end <= i + longest_name && !article.has(end, opening)) ++end;
    const bool closed = end > i + 1 && kind(end) == CharClass::close_bracket && kind(end + 1) == CharClass::dash;
    return closed ? TokenRange{i + 1, end} : TokenRange{};
}

std::vector<TokenRange> credited_outlets(const Article& article, TokenRange range) {
    language::ClassSet names;
    names.set(language::index_of(Known::outlet));
    names.set(language::index_of(Known::outlet_common));
    names.set(language::index_of(Known::wires));
    const auto opens_name = [&](std::uint32_t i) {
        return article.tokens[i].kind != CharClass::letter || article.has(i, Known::outlet_noun) ||
               article.has(i, Known::preposition) || article.has(i, Known::conjunction);
    };
    std::vector<TokenRange> found;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const std::uint32_t length = article.match(i, names, range.end);
        const bool begins = i == range.begin || opens_name(i - 1);
        const auto closed = [&](std::uint32_t at) {
            return at == range.end || article.tokens[at].kind != CharClass::letter;
        };
        if (length == 0) {
            const std::uint32_t end = begins && article.pack->heads_first ? behind_letters(article, i, range.end) : i;
            if (end == i) continue;
            if (closed(end)) found.push_back({i, end});
            i = end - 1;
            continue;
        }
        const std::uint32_t end = i + length;
        // نقلا عن الأهرام المصرية: where it is from tells it from the common word; but الرياض - فارس العتيبي
        const bool from = i > range.begin && article.has(i - 1, Known::reprint) && !closed(end) && closed(end + 1) &&
                          article.tokens[end].definite && article.pack->tells_origin(article.normal_of(end));
        const bool ends = closed(end) || from || article.has(end, Known::preposition);
        // Papers are named like cities (الرياض), which stand in datelines too: such a name needs its mark.
        const bool certain =
            article.match(i, Known::outlet, range.end) == length || article.match(i, Known::wires, range.end) == length;
        // A noun for several names none of them: صحف اليوم are today's papers.
        const bool noun =
            i > 0 && article.has(i - 1, Known::outlet_noun) && !article.has(i - 1, Known::collective_noun);
        const bool marked = noun || (i > 0 && article.opens(i - 1) != none);
        if (begins && ends && (certain || marked || from)) found.push_back({i, end});
        i = end - 1;
    }
    if (!found.empty()) return found;
    for (const auto unlisted : {bracketed_name, unlisted_credit}) {
        const TokenRange name = unlisted(article, range);
        if (name.empty()) continue;
        found.push_back(name);
        break;
    }
    return found;
}

void split_lines(Article& article) {
    LineSplitter(article).run();
}

}  // namespace rawi::detection
