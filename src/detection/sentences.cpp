// Lines to sentences. A sentence ends at a terminator outside of quotation marks and brackets; a quotation of several
// sentences belongs to the sentence that holds it.
#include "detection/article.hpp"
#include "text/characters.hpp"

namespace rawi::detection {
namespace {

/// Tokens. No sentence of an article comes near; a text without full stops is cut, for each of its words is looked at
/// in the light of the sentence around it.
constexpr std::uint32_t longest_sentence = 4096;

/// Whether the script of the word has capital letters at all, so that their absence says something.
bool has_case(const Article& article, const Token& token) {
    if (token.kind != CharClass::letter) return false;
    const std::string_view text = article.document->text(token.span);
    return static_cast<unsigned char>(text.front()) < 0xD4;  // Latin, Greek and Cyrillic come before U+0530
}

class SentenceSplitter {
public:
    explicit SentenceSplitter(Article& article) : article_(article), tokens_(article.tokens) {}

    void run() {
        for (std::uint32_t l = 0; l < article_.lines.size(); ++l) {
            const Line& line = article_.lines[l];
            if (line.kind == LineKind::furniture || line.kind == LineKind::label) continue;
            TokenRange range = line.tokens;
            headline_ = line.kind == LineKind::title;
            if (article_.dateline.begin >= range.begin && article_.dateline.end <= range.end &&
                !article_.dateline.empty()) {
                range.begin = article_.dateline.end;
            }
            split(range, l);
        }
    }

private:
    void split(TokenRange line, std::uint32_t index) {
        std::uint32_t begin = line.begin;
        for (std::uint32_t i = line.begin; i < line.end; ++i) {
            const bool too_long = i + 1 - begin >= longest_sentence;
            if (!too_long && !ends_sentence(i, line.end)) continue;
            const std::uint32_t end = with_closing_marks(i + 1, line.end);
            add({begin, end}, index);
            begin = end;
            i = end - 1;
        }
        add({begin, line.end}, index);
    }

    void add(TokenRange range, std::uint32_t line) {
        if (!range.empty()) article_.sentences.push_back({range, line});
    }

    [[nodiscard]] bool in_quotation(std::uint32_t i) const {
        const std::uint32_t q = tokens_[i].quotation;
        if (q == none) return false;
        const Quotation& quotation = article_.quotations[q];
        // قال “كذا. كذا: one that no mark closes ends with its sentence, behind which the speech may run on.
        const bool over = !quotation.closed && i + 1 == quotation.close && article_.pack->heads_first;
        return quotation.inner().contains(i) && !over;
    }

    [[nodiscard]] bool ends_sentence(std::uint32_t i, std::uint32_t end) const {
        const Token& token = tokens_[i];
        if (token.kind == CharClass::quote && article_.closes(i) != none) return quotation_ends_sentence(i, end);
        if (token.kind == CharClass::letter) return initials(token) && i + 1 < end && opens_sentence(i + 1, i);
        if (token.kind != CharClass::terminator || in_quotation(i)) return false;
        if (i + 1 >= end) return true;
        const Token& next = tokens_[i + 1];
        if (next.kind == CharClass::terminator || next.kind == CharClass::comma) return false;  // ".." and "...," go on
        if (i > 0 && tokens_[i - 1].kind == CharClass::terminator && !next.upper && tokens_[i].mark == '.')
            return parts_headline(i);  // else an ellipsis, or a pair of dots set for a comma
        if (article_.abbreviates(i)) return opens_sentence(i + 1, i - 1);
        if (next.kind == CharClass::quote || next.kind == CharClass::apostrophe)
            return next.space_before || article_.closes(i + 1) != none;
        if (cased(next)) return next.upper && (next.space_before || token.mark != '.');
        if (inside_abbreviation(i, end)) return false;
        // Scripts without case often lack the space behind a full stop.
        return next.space_before || next.kind == CharClass::letter;
    }

    /// Whether a word that has a capital only where a sentence opens stands behind the abbreviation: in the U.S. The
    /// plan. But Mr. He.
    [[nodiscard]] bool opens_sentence(std::uint32_t next, std::uint32_t abbreviation) const {
        return article_.pack->names_capitalised && !headline_ && tokens_[next].upper && tokens_[next].space_before &&
               !in_quotation(next) && !article_.has(abbreviation, Known::title) &&
               (article_.has(next, Known::article) || article_.has(next, Known::pronoun));
    }
    /// U.S., which keeps its last dot.
    [[nodiscard]] bool initials(const Token& token) const {
        return token.upper && token.span.size() > 3 && article_.document->text(token.span).ends_with('.');
    }

    /// Two dots, and no more, before a word: in a headline what stands behind them is another one.
    [[nodiscard]] bool parts_headline(std::uint32_t i) const {
        return headline_ && article_.pack->heads_first && (i < 2 || tokens_[i - 2].kind != CharClass::terminator) &&
               tokens_[i + 1].kind == CharClass::letter;
    }

    /// One of several dots between short words without a space: إتش.إس.بي.سي.
    [[nodiscard]] bool inside_abbreviation(std::uint32_t i, std::uint32_t end) const {
        const auto joint = [&](std::uint32_t dot) {
            return dot > 0 && dot + 1 < end && tokens_[dot].mark == '.' && !tokens_[dot].space_before &&
                   !tokens_[dot + 1].space_before && short_word(dot - 1) && short_word(dot + 1);
        };
        constexpr std::size_t tiniest = 2;  // letters
        const bool tiny = joint(i) && text::letters_in(article_.normal_of(i - 1)) <= tiniest &&
                          text::letters_in(article_.normal_of(i + 1)) <= tiniest;
        return tiny || (joint(i) && (joint(i + 2) || (i >= 2 && joint(i - 2))));
    }

    [[nodiscard]] bool quotation_ends_sentence(std::uint32_t close, std::uint32_t end) const {
        if (close == 0 || tokens_[close - 1].kind != CharClass::terminator || in_quotation_of_parent(close))
            return false;
        if (close + 1 >= end) return true;
        const Token& next = tokens_[close + 1];
        if (next.kind == CharClass::quote) return next.space_before;
        if (next.kind != CharClass::letter && next.kind != CharClass::digit) return false;
        return cased(next) ? next.upper && !speaker_follows(close, end) : next.proclitic;
    }
    /// Whether the speaker of the question or exclamation that `close` closes stands behind it: "Why?" Smith asked.
    /// What Smith says next with a verb of its own ("Smith said that ...") is another sentence.
    [[nodiscard]] bool speaker_follows(std::uint32_t close, std::uint32_t end) const {
        constexpr std::uint32_t longest_name = 6;  // tokens
        if (tokens_[close - 1].mark == '.') return false;
        std::uint32_t verb = close + 1;
        while (verb < end && verb < close + longest_name && !says(verb)) {
            const bool dot = tokens_[verb].mark == '.' && article_.abbreviates(verb);
            if (tokens_[verb].kind == CharClass::comma) {
                verb = behind_aside(verb, end);
                break;
            }
            if (!dot && tokens_[verb].kind != CharClass::letter) return false;
            ++verb;
        }
        if (verb == close + 1 || verb >= end || !says(verb)) return false;
        const std::uint32_t behind = behind_hearer(verb + 1, end);
        if (behind < end && tokens_[behind].kind == CharClass::letter && !leads_on(behind, end)) return false;
        // "Why?" Smith asked, repeating a charge that ...
        const bool apart = behind < end && tokens_[behind].kind == CharClass::comma;
        for (std::uint32_t i = behind; i < end; ++i) {
            const Token& token = tokens_[i];
            if (token.kind == CharClass::terminator && !article_.abbreviates(i)) return true;
            if (token.kind == CharClass::quote || (!apart && article_.has(i, Known::complementiser))) return false;
        }
        return true;
    }
    /// Behind the one to whom somebody says something: told ITV |, told the angry young men | at, told him |. `begin`
    /// where nobody stands there, or too much for one who is only spoken to.
    [[nodiscard]] std::uint32_t behind_hearer(std::uint32_t begin, std::uint32_t end) const {
        if (!has_flag(begin - 1, article_.pack->hearer) || begin >= end) return begin;
        if (article_.has(begin, Known::pronoun) || article_.has(begin, Known::hearer_noun)) return begin + 1;
        constexpr std::uint32_t longest = 6;  // tokens
        const bool opened = article_.has(begin, Known::article) || article_.has(begin, Known::possessive);
        const std::uint32_t most_small = opened ? 3 : 1;  // words without a capital
        std::uint32_t small = 0;
        std::uint32_t i = opened ? begin + 1 : begin;
        while (i < end && i < begin + longest && !leads_on(i, end)) {
            const bool letter = tokens_[i].kind == CharClass::letter;
            const bool more = tokens_[i].upper || !tokens_[i].space_before || article_.has(i, Known::outlet_noun);
            const bool other = article_.has(i, Known::np_stop) || article_.has(i, Known::pronoun);
            if (letter && !more && (other || ++small > most_small)) break;
            if (!letter && tokens_[i].space_before) break;
            if (tokens_[i].kind == CharClass::terminator || tokens_[i].kind == CharClass::comma) break;
            ++i;
        }
        return i;
    }
    /// Behind the aside that the comma opens: Smith, a senator, | asked. `end` where no comma closes it soon.
    [[nodiscard]] std::uint32_t behind_aside(std::uint32_t comma, std::uint32_t end) const {
        constexpr std::uint32_t longest = 12;  // tokens
        for (std::uint32_t i = comma + 1; i < end && i < comma + longest; ++i) {
            if (tokens_[i].kind == CharClass::comma) return i + 1;
            if (tokens_[i].kind != CharClass::letter && tokens_[i].kind != CharClass::digit && !article_.abbreviates(i))
                return end;
        }
        return end;
    }
    /// Whether the word is a verb of saying that may stand behind what is said: "Mr. Grant asked" has one.
    [[nodiscard]] bool says(std::uint32_t i) const {
        return !(tokens_[i].upper && article_.has(i, Known::name)) && has_flag(i, article_.pack->speech);
    }
    [[nodiscard]] bool has_flag(std::uint32_t i, std::uint64_t flag) const {
        return tokens_[i].kind == CharClass::letter && article_.reads_as(i, flag, language::Form::finite);
    }
    /// Whether a circumstance begins there or the one spoken to stands there, and no words of the speaker.
    [[nodiscard]] bool leads_on(std::uint32_t i, std::uint32_t end) const {
        return article_.has(i, Known::preposition) || article_.has(i, Known::adverb) ||
               article_.has(i, Known::subordinator) || article_.has(i, Known::adjunct) ||
               article_.match(i, Known::time, end) != 0;
    }
    [[nodiscard]] bool in_quotation_of_parent(std::uint32_t close) const {
        return article_.quotations[tokens_[close].quotation].parent != none;
    }

    [[nodiscard]] bool cased(const Token& token) const { return has_case(article_, token); }

    [[nodiscard]] bool short_word(std::uint32_t i) const {
        constexpr std::size_t longest = 3;  // letters
        return tokens_[i].kind == CharClass::letter && text::letters_in(article_.normal_of(i)) <= longest;
    }

    [[nodiscard]] std::uint32_t with_closing_marks(std::uint32_t i, std::uint32_t end) const {
        while (i < end &&
               (tokens_[i].kind == CharClass::terminator || tokens_[i].kind == CharClass::close_bracket ||
                (tokens_[i].kind == CharClass::quote && !tokens_[i].space_before) || article_.closes(i) != none)) {
            ++i;
        }
        return i;
    }

    Article& article_;
    bool headline_ = false;
    const std::vector<Token>& tokens_;
};

}  // namespace

bool Article::abbreviates(std::uint32_t dot) const {
    if (tokens[dot].mark != '.' || tokens[dot].space_before || dot == 0) return false;
    const std::uint32_t before = dot - 1;
    // In letters: "Sen." but not "the mayor." or "Martin Luther King.", "د." but not "أمير."
    const bool cased = has_case(*this, tokens[before]);
    const std::size_t longest_title = cased ? 3 : 2;
    // "He was ill.": without its capital the word is another one.
    const bool small = pack->names_capitalised && !tokens[before].upper &&
                       pack->lexicon.brief(tokens[before].word).parts.size != 0 && dot + 1 < tokens.size() &&
                       tokens[dot + 1].kind != CharClass::digit;
    if (has(before, Known::abbreviation)) return !small;
    if (has(before, Known::title) && text::letters_in(normal_of(before)) <= longest_title)
        return !cased || tokens[before].upper;
    const Token& token = tokens[before];
    if (token.kind != CharClass::letter) return false;
    const std::string_view written = normal_of(before);
    // "D-Calif.", "D-N.Y.", "then-Sen."; but an op-ed.
    if (const std::size_t hyphen = written.rfind('-'); hyphen != std::string_view::npos) {
        if (written.size() == hyphen + 2) return token.upper;
        const std::string_view text = document->text(token.span);
        const std::string_view last = text.substr(text.rfind('-') + 1);
        if (pack->names_capitalised && !last.empty() && !text::is_upper(text::first_code_point(last))) return false;
        const language::WordId word = pack->lexicon.find(written.substr(hyphen + 1));
        return word != language::unknown_word && pack->has(word, Known::abbreviation);
    }
    return written.size() == 1
               ? token.upper
               : (!has_case(*this, token) && text::letters_in(written) == 1 && !token.proclitic);  // J. Smith, د. سعيد
}

void split_sentences(Article& article) {
    SentenceSplitter(article).run();
}

}  // namespace rawi::detection
