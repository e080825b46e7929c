#include "text/tokens.hpp"

#include <algorithm>
#include <cstring>

namespace rawi::text {
namespace {

constexpr std::string_view domains[] = {"com", "org", "net"};

/// Normal forms, written one behind the other into a string that is larger than what it holds until `finish`. This is
/// the innermost loop of all analysis: a character costs a look-up and a store of four bytes.
class NormalText {
public:
    NormalText(std::string& out, std::size_t expected) : out_(out) { out_.resize(expected + margin); }

    void append(char32_t c) {
        if (c >= character_table_size || table_[c].size == Character::longer) {
            size_ = append_rare(out_, size_, c);
            return;
        }
        const Character& known = table_[c];
        if (size_ + known.normal.size() > out_.size()) grow(out_, size_ + known.normal.size());
        std::memcpy(out_.data() + size_, known.normal.data(), known.normal.size());
        size_ += known.size;
    }

    /// Appends letters from `at` on as far as they are common ones, and moves `at` behind them; returns how many. All
    /// of it happens in registers: nearly every character of an article passes here.
    std::uint32_t append_letters(std::string_view text, std::uint32_t& at) {
        char* const out = out_.data();
        const std::size_t room = out_.size();
        const Character* const table = table_;
        std::size_t size = size_;
        std::uint32_t i = at, count = 0;
        while (i < text.size()) {
            const auto lead = static_cast<unsigned char>(text[i]);
            if (lead >= 0xE0) break;
            std::uint32_t next = i;
            const Character& known = table[next_code_point(text, next)];
            if (known.kind != CharClass::letter || known.size == Character::longer || size + known.normal.size() > room)
                break;
            std::memcpy(out + size, known.normal.data(), known.normal.size());
            size += known.size;
            i = next;
            ++count;
        }
        size_ = size;
        at = i;
        return count;
    }

    void finish() { out_.resize(size_); }
    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(size_); }
    [[nodiscard]] std::string_view from(std::size_t begin) const {
        return std::string_view(out_).substr(begin, size_ - begin);
    }

private:
    static constexpr std::size_t margin = 16;

    // What happens seldom is told of the string alone, not of this object: so its members can stay in registers.
    static std::size_t append_rare(std::string& out, std::size_t size, char32_t c) {
        std::string normal;
        append_normal(c, normal);
        if (size + normal.size() > out.size()) grow(out, size + normal.size());
        normal.copy(out.data() + size, normal.size());
        return size + normal.size();
    }

    // Never smaller than twice as large: what is written once is moved once, however long the text.
    static void grow(std::string& out, std::size_t least) { out.resize(std::max(out.size() * 2, least)); }

    std::string& out_;
    std::size_t size_ = 0;
    const Character* table_ = character_table();
};

class Splitter {
public:
    Splitter(std::string_view text, RawTokens& out) : text_(text), out_(out), normal_(out.normal, text.size()) {}

    void run() {
        bool space = true;
        while (at_ < text_.size()) {
            const std::uint32_t begin = at_;
            const char32_t c = next_code_point(text_, at_);
            const CharClass kind = kind_of(c);
            if (kind == CharClass::space || (kind == CharClass::ignorable && !takes_line(begin, space))) {
                space = space || kind == CharClass::space;
                continue;
            }
            if (kind == CharClass::newline && blank_before()) continue;
            RawToken token{
                .span = {begin, at_}, .normal_begin = normal_.size(), .kind = kind, .mark = c, .space_before = space};
            if (kind == CharClass::letter || kind == CharClass::digit) word(token, c);
            if (kind == CharClass::ignorable) {
                token.kind = CharClass::dash;
                token.mark = U'-';
            }
            token.normal_end = normal_.size();
            out_.tokens.push_back(token);
            space = kind == CharClass::newline;
        }
        normal_.finish();
    }

private:
    [[nodiscard]] CharClass kind_of(char32_t c) const noexcept {
        return c < character_table_size ? table_[c].kind : class_of(c);
    }
    [[nodiscard]] CharClass peek(std::uint32_t at) const {
        return at < text_.size() ? kind_of(next_code_point(text_, at)) : CharClass::newline;
    }

    // Behind a blank line further ones tell nothing: two line ends stand for any number.
    [[nodiscard]] bool blank_before() const {
        const std::size_t size = out_.tokens.size();
        return size > 1 && out_.tokens[size - 1].kind == CharClass::newline &&
               out_.tokens[size - 2].kind == CharClass::newline;
    }

    // Where the ignorable characters from `at` on end.
    static std::uint32_t behind_ignorable(std::string_view text, std::uint32_t at) {
        for (std::uint32_t next = at; next < text.size(); at = next) {
            if (class_of(next_code_point(text, next)) != CharClass::ignorable) break;
        }
        return at;
    }

    // Moves behind the ignorable characters from `begin` on. They are no part of a word behind them; but a line drawn
    // with tatweels (ـــ) that stands alone, or a single one between spaces (لندن ـ رويترز), is written for a dash.
    [[nodiscard]] bool takes_line(std::uint32_t begin, bool space_before) {
        at_ = behind_ignorable(text_, at_);
        const std::string_view drawn = text_.substr(begin, at_ - begin);
        if (!drawn.starts_with("\u0640")) return false;
        const CharClass behind = peek(at_);
        if (drawn == "\u0640") return space_before && behind == CharClass::space;
        return drawn.starts_with("\u0640\u0640") && behind != CharClass::letter && behind != CharClass::digit;
    }

    // The word that begins with `c`, which has been read already. `at_` moves behind it.
    void word(RawToken& token, char32_t c) {
        const bool number = token.kind == CharClass::digit;
        token.kind = number ? CharClass::digit : CharClass::letter;
        token.upper = !number && (c < character_table_size ? table_[c].upper : is_upper(c));
        token.mark = 0;
        normal_.append(c);
        bool single_letter = !number;  // so far one letter alone, or such letters with dots between them
        while (at_ < text_.size()) {
            if (!number) {
                const std::uint32_t letters = normal_.append_letters(text_, at_);
                single_letter = single_letter && (letters == 0 || (letters == 1 && after_dot_));
                after_dot_ = after_dot_ && letters == 0;
                if (at_ == text_.size()) break;
            }
            std::uint32_t next = at_;
            const char32_t d = next_code_point(text_, next);
            const CharClass kind = kind_of(d);
            if (kind == CharClass::letter || kind == CharClass::digit) {
                // A number ends before a letter only where that letter is of no Latin unit or ordinal ("5th", "10km").
                if (number && kind == CharClass::letter && d >= 0x250) break;
                if (kind == CharClass::letter) single_letter = single_letter && after_dot_;
            } else if (kind == CharClass::ignorable) {
                at_ = next;
                continue;
            } else if (!joins(d, kind, number, single_letter, next)) {
                break;
            }
            after_dot_ = d == '.';
            normal_.append(d);
            at_ = next;
        }
        after_dot_ = false;
        token.span.end = at_;
    }

    // Whether the mark `d` stands inside the word rather than behind it.
    [[nodiscard]] bool joins(char32_t d, CharClass kind, bool number, bool single_letter, std::uint32_t next) const {
        const CharClass follower = peek(next);
        if (number) {
            if (d == '%' || d == 0x066A) return true;
            return (d == '.' || d == ',' || d == ':' || d == 0x066B || d == 0x066C) && follower == CharClass::digit;
        }
        if (misread(d, kind)) return true;
        if (kind == CharClass::apostrophe && d != '`') return follower == CharClass::letter;
        if (d == '-' || d == 0x2010 || d == 0x2011)
            return follower == CharClass::letter || follower == CharClass::digit;
        if (d == '&') return follower == CharClass::letter;
        if (d == '.' && closes_address(next)) return true;
        if (d == '.' && single_letter) {
            // U.S. keeps its last dot too; a single letter and a dot alone ("J. Smith") is left to the sentence
            // splitter.
            if (follower == CharClass::letter) return !begins_word(next);
            return after_first_dot(next);
        }
        return false;
    }

    // PeÃ±a: the second half of a letter whose two bytes somebody has read as two.
    [[nodiscard]] bool misread(char32_t d, CharClass kind) const {
        const std::string_view before = text_.substr(0, at_);
        return d >= 0x80 && d <= 0xBF && kind != CharClass::space &&
               (before.ends_with("\u00C3") || before.ends_with("A\u0303"));
    }

    // Sports.com is one word.
    [[nodiscard]] bool closes_address(std::uint32_t next) const {
        const std::string_view rest = text_.substr(next);
        return std::ranges::any_of(domains, [&](std::string_view domain) {
            return rest.starts_with(domain) &&
                   peek(next + static_cast<std::uint32_t>(domain.size())) != CharClass::letter;
        });
    }

    // د.سالم is a title and a name: in scripts without capitals a second letter tells it from أ.ف.ب.
    [[nodiscard]] bool begins_word(std::uint32_t next) const {
        constexpr char32_t first_without_capitals = 0x590;
        return next_code_point(text_, next) >= first_without_capitals && peek(next) == CharClass::letter;
    }

    [[nodiscard]] bool after_first_dot(std::uint32_t next) const {
        // The dot at next-1 closes an abbreviation only if the word holds a dot already.
        return next >= 4 && normal_.size() >= 2 &&
               normal_.from(out_.tokens.empty() ? 0 : out_.tokens.back().normal_end).find('.') !=
                   std::string_view::npos;
    }

    std::string_view text_;
    RawTokens& out_;
    NormalText normal_;
    const Character* table_ = character_table();
    std::uint32_t at_ = 0;
    bool after_dot_ = false;
};

}  // namespace

void split_tokens(std::string_view text, RawTokens& out) {
    out.tokens.clear();
    out.tokens.reserve(text.size() / 5);
    Splitter(text, out).run();
}

bool names_site(std::string_view word) noexcept {
    const std::size_t dot = word.rfind('.');
    return dot != std::string_view::npos && dot != 0 &&
           std::ranges::find(domains, word.substr(dot + 1)) != std::end(domains);
}

}  // namespace rawi::text
