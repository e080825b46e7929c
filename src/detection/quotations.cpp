// Quotation marks to quotations. Marks of one style are used in both directions by Arabic papers, are left out,
// doubled, and set with spaces inside; so the direction of a mark is decided by what stands around it and by what is
// open.
#include "detection/article.hpp"

namespace rawi::detection {
namespace {

enum class Hint : signed char { open, close, neither };

class Pairer {
public:
    explicit Pairer(Article& article) : article_(article), tokens_(article.tokens) {}

    void run() {
        std::uint32_t line = 0;
        for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
            if (tokens_[i].kind == CharClass::newline) {
                end_line(i);
                line = i + 1;
            } else if (tokens_[i].kind == CharClass::quote) {
                mark(i, line);
            } else if (tokens_[i].kind == CharClass::apostrophe) {
                single_mark(i);
            }
            if (tokens_[i].quotation == none && !stack_.empty()) tokens_[i].quotation = stack_.back();
        }
        end_line(static_cast<std::uint32_t>(tokens_.size()));
    }

private:
    [[nodiscard]] bool space_after(std::uint32_t i) const {
        return i + 1 >= tokens_.size() || tokens_[i + 1].space_before || tokens_[i + 1].kind == CharClass::newline;
    }
    [[nodiscard]] bool wordlike(std::uint32_t i) const {
        return i < tokens_.size() && (tokens_[i].kind == CharClass::letter || tokens_[i].kind == CharClass::digit);
    }

    [[nodiscard]] static Hint hint_of(char32_t mark) {
        switch (mark) {
            case 0x00AB:
            case 0x201C:
            case 0x201E:
            case 0x2039:
            case 0x300C: return Hint::open;
            case 0x00BB:
            case 0x201D:
            case 0x203A:
            case 0x300D: return Hint::close;
            default: return Hint::neither;
        }
    }
    [[nodiscard]] static bool guillemet(char32_t mark) { return mark == 0x00AB || mark == 0x00BB; }

    void mark(std::uint32_t i, std::uint32_t line) {
        const Token& token = tokens_[i];
        const bool behind_clitic =
            i > line && !token.space_before && tokens_[i - 1].kind == CharClass::letter && short_word(i - 1);
        // Directly behind an opening mark there is nothing to close yet: “«It ...
        const bool behind_opening = !stack_.empty() && article_.quotations[stack_.back()].open + 1 == i;
        const bool left_free = i == line || token.space_before || behind_clitic || behind_opening ||
                               tokens_[i - 1].kind == CharClass::open_bracket;
        const bool right_free = space_after(i) || !wordlike(i + 1);
        const Hint hint = hint_of(token.mark);
        if (stack_.empty()) {
            // A closing mark with nothing open belongs to a quotation whose first mark is missing: no quotation.
            if (hint == Hint::close && !left_free) return;
            if (hint == Hint::neither && !left_free && right_free && !closed_behind(i)) return;
            return open(i);
        }
        const char32_t opened = tokens_[article_.quotations[stack_.back()].open].mark;
        const bool nests = hint == Hint::open && left_free && !right_free && hint_of(opened) == Hint::open;
        if (nests && (guillemet(token.mark) != guillemet(opened) || guillemet(token.mark))) return open(i);
        if (hint == Hint::neither && guillemet(opened) && left_free && !right_free) return open(i);
        if (hint == Hint::neither && token.space_before && !right_free && marks_left(i) >= 2) return open(i);
        if (hint == Hint::neither && token.space_before && !right_free && pair_follows(i)) {
            // “The debts are old. The ministry said that “exports rose”: the first one ends with its sentence.
            if (const std::uint32_t end = sentence_end(stack_.back(), i); end != none) {
                close_without_mark(stack_.back(), end, i);
                stack_.pop_back();
            }
            return open(i);
        }
        // A mark that can only open, where one is open already: the earlier one was never closed.
        if (nests || (left_free && !right_free && !behind_clitic && hint == Hint::open)) {
            abandon(i);
            return open(i);
        }
        // A nested straight mark inside guillemets is closed before them.
        while (stack_.size() > 1 && guillemet(token.mark) &&
               !guillemet(tokens_[article_.quotations[stack_.back()].open].mark))
            abandon(i);
        close(i);
    }

    /// How many more marks of the same kind the line holds: a nested quotation and the one around it need one each.
    [[nodiscard]] std::uint32_t marks_left(std::uint32_t i) const {
        std::uint32_t count = 0;
        for (std::uint32_t k = i + 1; k < tokens_.size() && tokens_[k].kind != CharClass::newline && count < 2; ++k) {
            if (tokens_[k].mark == tokens_[i].mark) ++count;
        }
        return count;
    }

    /// Whether just one more mark of the kind stands on the line, and as closing ones do.
    [[nodiscard]] bool pair_follows(std::uint32_t i) const {
        if (marks_left(i) != 1) return false;
        std::uint32_t k = i + 1;
        while (tokens_[k].mark != tokens_[i].mark) ++k;
        return !tokens_[k].space_before && (space_after(k) || !wordlike(k + 1));
    }

    /// وأضافت" لا للتدخل": set as a closing mark, but the next one closes as well, so that it is this one that opens.
    [[nodiscard]] bool closed_behind(std::uint32_t i) const {
        if (!wordlike(i + 1)) return false;
        std::uint32_t k = i + 1;
        while (k < tokens_.size() && tokens_[k].kind != CharClass::newline && tokens_[k].mark != tokens_[i].mark) ++k;
        return k < tokens_.size() && tokens_[k].mark == tokens_[i].mark && !tokens_[k].space_before &&
               (space_after(k) || !wordlike(k + 1));
    }

    /// Single marks quote only where they are paired: ‘ opens, ’ closes; a straight one by the space around it.
    void single_mark(std::uint32_t i) {
        const char32_t mark = tokens_[i].mark;
        const bool opening =
            (mark == 0x2018 || mark == '`' ||
             (mark == '\'' && (i == 0 || tokens_[i].space_before || tokens_[i - 1].kind == CharClass::quote))) &&
            !space_after(i) && wordlike(i + 1);
        if (opening) return open(i);
        if ((mark == 0x2019 || mark == '\'') && !stack_.empty() &&
            tokens_[article_.quotations[stack_.back()].open].kind == CharClass::apostrophe) {
            close(i);
        }
    }

    /// A word of one letter that carries a quotation: لـ”الشرق الأوسط”.
    [[nodiscard]] bool short_word(std::uint32_t i) const {
        for (const language::Proclitic& proclitic : article_.pack->proclitics) {
            if (proclitic.word == tokens_[i].word) return true;
        }
        const std::string_view normal = article_.normal_of(i);
        return normal == article_.pack->article || normal == article_.pack->assimilated_from;
    }

    void open(std::uint32_t i) {
        constexpr std::size_t deepest = 8;  // nobody quotes somebody who quotes ...: marks that were never closed
        if (stack_.size() == deepest) abandon(i);
        const auto id = static_cast<std::uint32_t>(article_.quotations.size());
        article_.quotations.push_back({.open = i, .parent = stack_.empty() ? none : stack_.back()});
        stack_.push_back(id);
        tokens_[i].quotation = id;
    }
    void close(std::uint32_t i) {
        Quotation& quotation = article_.quotations[stack_.back()];
        quotation.close = i;
        quotation.closed = true;
        tokens_[i].quotation = stack_.back();
        stack_.pop_back();
    }
    /// The innermost open quotation has no closing mark before `end`: what is in it goes back to what is around it.
    void abandon(std::uint32_t end) {
        const std::uint32_t id = stack_.back();
        stack_.pop_back();
        const std::uint32_t open = article_.quotations[id].open;
        close_without_mark(id, open, end);
        article_.quotations[id].close = open + 1;
    }

    /// Where the first sentence of an unclosed quotation ends, behind its full stop.
    [[nodiscard]] std::uint32_t sentence_end(std::uint32_t id, std::uint32_t end) const {
        for (std::uint32_t i = article_.quotations[id].open + 1; i < end; ++i) {
            if (tokens_[i].kind != CharClass::terminator || tokens_[i].quotation != id) continue;
            if (i + 1 == end || (tokens_[i + 1].space_before && tokens_[i + 1].kind != CharClass::terminator))
                return i + 1;
        }
        return none;
    }

    /// Ends a quotation at `close`: what stands behind it, up to `end`, is around it and not in it.
    void close_without_mark(std::uint32_t id, std::uint32_t close, std::uint32_t end) {
        const std::uint32_t outer = article_.quotations[id].parent;
        article_.quotations[id].close = close;
        for (std::uint32_t i = close; i < end; ++i) {
            if (tokens_[i].quotation == id) tokens_[i].quotation = outer;
        }
        for (std::size_t q = id + 1; q < article_.quotations.size(); ++q) {
            if (article_.quotations[q].parent == id && article_.quotations[q].open >= close)
                article_.quotations[q].parent = outer;
        }
    }

    /// Quotations do not cross lines, but one that lacks its closing mark and is taken up by an opening one on the
    /// next line that is not blank goes on to the line's end.
    void end_line(std::uint32_t end) {
        if (stack_.empty()) return;
        std::uint32_t next = end + 1;  // a blank line may part paragraphs
        while (next < tokens_.size() && tokens_[next].kind == CharClass::newline) ++next;
        while (!stack_.empty()) {
            Quotation& quotation = article_.quotations[stack_.back()];
            const bool taken_up = next < tokens_.size() && tokens_[next].mark == tokens_[quotation.open].mark;
            const bool whole_line = tokens_[quotation.open].kind == CharClass::quote && stack_.size() == 1;
            const std::uint32_t close = taken_up ? end : whole_line ? sentence_end(stack_.back(), end) : none;
            if (close == none) {
                abandon(end);
                continue;
            }
            close_without_mark(stack_.back(), close, end);
            stack_.pop_back();
        }
    }

    Article& article_;
    std::vector<Token>& tokens_;
    std::vector<std::uint32_t> stack_;
};

}  // namespace

void pair_quotations(Article& article) {
    Pairer(article).run();
}

}  // namespace rawi::detection
