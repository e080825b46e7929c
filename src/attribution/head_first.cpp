// Noun phrases whose head stands first, read from their first word to their last.
#include <algorithm>

#include "attribution/phrases.hpp"

namespace rawi::attribution {

using detection::HeadFirstPhrase;
using detection::Known;
using language::Part;
using language::PartSet;
using text::CharClass;

namespace {

constexpr std::uint32_t longest_epithet = 3;  // words in quotation marks behind a name

}  // namespace

/// Takes one piece of the phrase after the other. The first of its questions that knows what the piece is decides.
class Phrases::HeadFirstReader {
public:
    HeadFirstReader(const Phrases& phrases, std::uint32_t begin, std::uint32_t limit, bool core)
        : in_(phrases),
          article_(phrases.article_),
          begin_(begin),
          limit_(limit),
          core_(core),
          i_(begin),
          phrase_(phrases.article_, begin) {}

    std::uint32_t run() {
        if (names_nobody()) return none;
        if (in_.article_before_marks(begin_, limit_)) ++i_;
        share();
        while (i_ < limit_ && step() != Answer::stop) {
        }
        while (i_ > std::max(begin_, named_) && (has(i_ - 1, Known::preposition) || has(i_ - 1, Known::conjunction) ||
                                                 in_.is(i_ - 1, CharClass::comma) || has(i_ - 1, Known::weekday))) {
            --i_;
            // التحالف الذي يقوده الناتو | اليوم السبت
            const bool day = has(i_, Known::weekday) && i_ > begin_ + 2 && has(i_ - 1, Known::time);
            if (day && !has(i_ - 2, Known::issued)) --i_;
        }
        if (in_.issued_on_day({begin_, i_}, limit_)) --i_;
        return words_ == 0 || i_ == begin_ || (!phrase_.headed() && !has(begin_, Known::pronoun)) ? none : i_;
    }

private:
    enum class Answer : std::uint8_t { pass, go_on, stop };

    template <auto... questions>
    Answer first_of() {
        Answer answer = Answer::pass;
        (void)(((answer = (this->*questions)()) != Answer::pass) || ...);
        return answer;
    }

    Answer step() {
        using R = HeadFirstReader;
        return first_of<&R::quotation, &R::bracket, &R::comma_or_dash, &R::hashtag, &R::mark, &R::about,
                        &R::outlet_name, &R::odd_surname, &R::closing_name, &R::aged, &R::anonymity,
                        &R::relative_clause, &R::nominal_clause, &R::bare_clause, &R::naming, &R::other_sentence,
                        &R::conjunction, &R::office, &R::outlet_tail, &R::amount, &R::preposition, &R::time,
                        &R::pronoun, &R::word>();
    }

    [[nodiscard]] bool has(std::uint32_t token, Known known) const { return in_.has(token, known); }
    [[nodiscard]] bool behind(std::uint32_t token) const { return token < limit_; }

    Answer move(std::uint32_t to) {
        i_ = to;
        return Answer::go_on;
    }
    Answer stop_at(std::uint32_t end) {
        i_ = end;
        return Answer::stop;
    }
    /// A name of so many tokens, which count as so many words.
    Answer take_name(std::uint32_t tokens, std::uint32_t words) {
        phrase_.named();
        i_ += tokens;
        words_ += words;
        return Answer::go_on;
    }

    [[nodiscard]] bool names_nobody() const {
        if (begin_ + 1 < limit_ && in_.is(begin_, CharClass::digit) && has(begin_ + 1, Known::month))
            return true;  // a date
        // أعلنت خلاله, تصف نفسها: a pronoun with its preposition, or one that refers back.
        const bool itself = begin_ < limit_ && has(begin_, Known::same) &&
                            (begin_ + 1 >= limit_ || !article_.is(begin_ + 1, PartSet(Part::noun) | Part::proper));
        return itself || (begin_ < limit_ && has(begin_, Known::resumptive) && !article_.tokens[begin_].definite);
    }

    /// "20 in the hundred of the pupils"
    void share() {
        if (begin_ + 1 >= limit_ || !in_.is(begin_, CharClass::digit)) return;
        const auto percent = [&](std::uint32_t t) {
            return article_.tokens[t].mark == '%' || article_.normal_of(t).ends_with('%') ||
                   article_.normal_of(t).ends_with("\u066A");
        };
        const std::uint32_t share = percent(begin_ + 1) ? 1 : article_.match(begin_ + 1, Known::share, limit_);
        if (share == 0 && !percent(begin_)) return;
        i_ = begin_ + 1 + share;
        words_ = 1;
        phrase_.named();
    }

    Answer quotation() {
        const std::uint32_t q = article_.opens(i_);
        if (q == none) return Answer::pass;
        const detection::Quotation& quotation = article_.quotations[q];
        if (!quotation.closed || quotation.close >= limit_ || quotation.inner().size() > longest_quoted_name ||
            is_speech(quotation))
            return Answer::stop;
        phrase_.named();
        i_ = quotation.close + 1;
        // أبلغ "الوطن" | المتحدث الرسمي: whom it was told to, and who told it.
        if (words_ == 0 && behind(i_) && article_.tokens[i_].definite && has(i_, Known::role_noun) &&
            article_.match(begin_ + 1, Known::outlet, i_) != 0)
            return Answer::stop;
        ++words_;
        return Answer::go_on;
    }

    /// Whether words in quotation marks are somebody's, not a name in the phrase.
    [[nodiscard]] bool is_speech(const detection::Quotation& quotation) const {
        const bool many = quotation.inner().size() > longest_epithet;
        // A phrase does not begin with more of them, unless an outlet is called so.
        if (words_ == 0)
            return many && article_.match(i_ + 1, Known::outlet, quotation.close) == 0 && !in_.body_in_marks(quotation);
        // قوات التحالف "تحالف دعم القرى في الوادي"
        if (i_ > begin_ + 1 && article_.has(i_ - 1, detection::body_nouns()) && in_.body_in_marks(quotation))
            return false;
        // قال الوزير | "هذا قرار صعب" و"سنواصل العمل": nobody is called so.
        const bool named = article_.has(i_ - 1, detection::body_nouns()) || has(i_ - 1, Known::preposition);
        if (phrase_.person() && !phrase_.open() && !named && in_.tells_something(quotation)) return true;
        const std::uint32_t next = quotation.close + 1;
        const bool ends = !behind(next) || !in_.wordlike(next);
        if (!has(i_ - 1, Known::preposition)) {
            // More of them are behind a word that nobody has listed, which is a name.
            const bool name = words_ == 1 && (article_.tokens[i_ - 1].word == language::unknown_word ||
                                              (article_.tokens[i_ - 1].definite && has(i_ - 1, Known::name)));
            if (name && many && (ends || has(next, Known::conjunction))) return true;
            // So they are behind a complete phrase, unless they are few and the phrase goes on, or what is said
            // follows.
            if (!phrase_.open() && (many || (ends && !in_.clause_behind_aside(next, limit_)))) return true;
        }
        // ندد الوزير | بـ"مجزرة ارتكبها الجيش": more words behind its preposition are none of a name.
        return many && has(i_ - 1, Known::instrument);
    }

    Answer bracket() {
        if (!in_.is(i_, CharClass::open_bracket)) return Answer::pass;
        const std::uint32_t close = words_ == 0 ? none : in_.bracket_end(i_, limit_);
        return close == none ? Answer::stop : move(close);
    }

    Answer comma_or_dash() {
        const bool comma = in_.is(i_, CharClass::comma);
        if (!comma && !in_.is(i_, CharClass::dash)) return Answer::pass;
        const bool more = !core_ && words_ != 0;
        if (const std::uint32_t end = more ? in_.nominal_clause_end(i_, limit_) : none; end != none) return move(end);
        if (!comma) return Answer::pass;
        const std::uint32_t end = more ? in_.apposed_end(begin_, i_ + 1, limit_) : none;
        return end == none ? Answer::stop : move(end);
    }

    /// Of a hashtag: #وزارة_الصحة.
    Answer hashtag() {
        const bool joined = behind(i_ + 1) && (article_.tokens[i_].mark == '#' || article_.joins_words(i_));
        return joined ? move(i_ + 1) : Answer::pass;
    }

    /// Hyphens and dots inside names: initials and abbreviations.
    Answer mark() {
        if (in_.wordlike(i_)) return Answer::pass;
        bool inside = words_ != 0 && behind(i_ + 1) && in_.wordlike(i_ + 1) && !article_.tokens[i_].space_before;
        const bool dot = in_.is(i_, CharClass::terminator);
        const bool dash = in_.is(i_, CharClass::dash);
        if (inside && dot)
            inside = !article_.tokens[i_ + 1].space_before || article_.abbreviates(i_) || has(i_ - 1, Known::title);
        // المهندس/ سالم الحداد
        const bool slash = inside && article_.tokens[i_].mark == '/' && has(i_ - 1, Known::title);
        if (!inside || (!dot && !dash && !slash)) return Answer::stop;
        // يسعى -وفق الكاتب- إلى: the dash that closes an aside.
        if (dash && article_.tokens[i_ + 1].space_before &&
            (has(i_ + 1, Known::preposition) || article_.tokens[i_ + 1].proclitic))
            return Answer::stop;
        return take_name(1, 0);
    }

    /// The words of an outlet's name are nothing else: the بي of بي بي سي is no "in me". Nor are those of a body's that
    /// is called by what it is: حركة فتح.
    Answer outlet_name() {
        const std::uint32_t n = article_.match(i_, Known::outlet, limit_);
        if (n > 1 && (words_ == 0 || has(i_ - 1, Known::outlet_noun))) return take_name(n, n);
        const std::uint32_t body = words_ == 0 && article_.has(i_, detection::body_nouns()) &&
                                           (has(i_, Known::group_noun) || !has(i_, Known::event_noun))
                                       ? article_.match(i_, Known::organisation, limit_)
                                       : 0;
        if (body < 2 || article_.tokens[i_ + body - 1].definite) return Answer::pass;
        phrase_.body_named();
        i_ += body;
        words_ += body;
        return Answer::go_on;
    }

    /// كينيدي البالغ من العمر 81 عاما
    Answer aged() {
        const std::uint32_t n = words_ == 0 ? 0 : article_.match(i_, Known::aged, limit_);
        const std::uint32_t years = i_ + n + 1;
        const bool number =
            n != 0 && years < limit_ && (in_.is(years - 1, CharClass::digit) || article_.is(years - 1, Part::number));
        return number && in_.wordlike(years) && article_.is(years, Part::noun) ? move(years + 1) : Answer::pass;
    }

    /// غاريث لي, جاستن ويلبي
    Answer odd_surname() {
        const std::uint32_t n = in_.odd_surname(begin_, i_, limit_);
        if (n == 0) return Answer::pass;
        named_ = i_ + n;
        return take_name(n, 1);
    }

    /// الناقد سمير | الجمل إن
    Answer closing_name() {
        const std::uint32_t n = words_ == 0 || !phrase_.person() ? 0 : in_.closing_name(begin_, i_, limit_);
        if (n == 0) return Answer::pass;
        named_ = i_ + n;
        return stop_at(named_);
    }

    /// "An official who asked not to be named", without a relative pronoun.
    Answer anonymity() {
        const std::uint32_t n = article_.match(i_, Known::anonymous, limit_);
        return n > 1 && words_ != 0 ? stop_at(i_ + n) : Answer::pass;
    }

    Answer relative_clause() {
        if (!has(i_, Known::relative) || has(i_, Known::subordinator)) return Answer::pass;
        if (core_ || words_ == 0) return Answer::stop;
        const std::uint32_t end = in_.relative_end(i_ + 1, limit_);
        return end == i_ + 1 ? Answer::stop : move(end);
    }

    /// "Smith, and he is a spokesman for the army".
    Answer nominal_clause() {
        const std::uint32_t end = core_ || words_ == 0 ? none : in_.nominal_clause_end(i_, limit_);
        return end == none ? Answer::pass : stop_at(end);
    }

    /// "A study (that) the university carried out": a clause without a relative pronoun.
    Answer bare_clause() {
        if (words_ == 0 || core_ || !phrase_.indefinite() || !article_.is(i_, PartSet(Part::verb) | Part::auxiliary))
            return Answer::pass;
        const bool takes_up = in_.attached_object(i_) || has(i_, Known::issued) ||
                              (behind(i_ + 1) && has(i_ + 1, Known::resumptive)) ||
                              (phrase_.person() && !in_.finite_cue(i_) && !has(i_, Known::event_noun));
        return takes_up ? move(in_.relative_end(i_, limit_)) : Answer::pass;
    }

    /// ناجية تدعى هدى, ناجية تدعى، هدى
    Answer naming() {
        if (words_ == 0 || !has(i_, Known::naming) || !(phrase_.indefinite() || phrase_.person()) || !behind(i_ + 1))
            return Answer::pass;
        const bool comma = article_.tokens[i_ + 1].kind == CharClass::comma && behind(i_ + 2);
        const std::uint32_t name = i_ + (comma ? 2 : 1);
        if (!article_.is(name, Part::proper) && article_.opens(name) == none) return Answer::pass;
        phrase_.again();
        return move(name);
    }

    /// What no noun phrase holds: something else begins.
    Answer other_sentence() {
        // عن سالم الحداد | قوله اليوم
        const bool saying =
            words_ != 0 && in_.noun_of_saying(i_) && in_.attached_object(i_) && !has(i_ - 1, Known::preposition);
        const bool other = saying || in_.finite_cue(i_) || (words_ != 0 && in_.words_told(i_, limit_)) ||
                           (words_ == 0 && article_.is(i_, Part::adverb) && has(i_, Known::adverb)) ||
                           in_.closed_word(i_);
        if (other) return Answer::stop;
        for (const Known known : {Known::adjunct, Known::subordinator, Known::speaker_switch, Known::adverb}) {
            if (article_.match(i_, known, limit_) > 1) return Answer::stop;
        }
        return Answer::pass;
    }

    Answer conjunction() {
        if (!has(i_, Known::conjunction)) return Answer::pass;
        if (words_ != 0 && behind(i_ + 2) && has(i_ + 1, Known::naming) && article_.is(i_ + 2, Part::proper)) {
            phrase_.again();  // أحد السكان ويدعى فلان
            return move(i_ + 2);
        }
        // مايكل فرومان: behind a given name stands a surname, whatever it begins with.
        const bool surname = i_ > begin_ + 1 && has(i_ - 1, Known::name) &&
                             (!article_.is(i_ - 2, Part::proper) ||
                              (has(i_ - 2, Known::name) && !(behind(i_ + 1) && has(i_ + 1, Known::name))));
        // نادي فيد: a noun that waits for another goes on.
        if (words_ == 0 || !behind(i_ + 1) || !in_.joins(i_ + 1) ||
            (has(i_, Known::clause_conjunction) && !surname && !phrase_.open()))
            return Answer::stop;
        phrase_.again();
        return move(i_ + 1);
    }

    Answer office() {
        // ماجد النجار لاعب وسط الاتحاد: one of several words, behind a name too.
        static const language::ClassSet offices = language::set_of({Known::role_noun, Known::title});
        const bool may_begin = words_ == 0 || article_.is(i_ - 1, Part::proper);
        if (const std::uint32_t n = may_begin ? article_.match(i_, offices, limit_) : 0; n > 1) {
            i_ += n;
            phrase_.office(article_.tokens[i_ - 1].definite);
            words_ += n;
            return Answer::go_on;
        }
        return Answer::pass;
    }

    /// قال الوزير | للإعلام, but وكالة الشرق للإعلام
    Answer outlet_tail() {
        const std::uint32_t n = article_.match(i_, Known::outlet_tail, limit_);
        if (n != 0 && words_ != 0 &&
            (!phrase_.person() || detection::holds(article_, {begin_, i_}, detection::body_nouns())))
            return take_name(n, 0);
        // الناطقة باسمها
        const bool in_their_name = words_ != 0 && phrase_.person() && in_.links_office(i_) &&
                                   article_.tokens[i_].enclitic != language::Agreement{};
        return in_their_name ? move(i_ + 1) : Answer::pass;
    }

    /// نحو 157 شركة, ما لا يقل عن عشرة شهود, قرابة نصف السكان: about so many of them.
    Answer about() {
        if (i_ != begin_) return Answer::pass;
        const std::uint32_t next = i_ + article_.match(i_, Known::quantifier, limit_);
        const bool counts =
            next != i_ && behind(next) &&
            (in_.is(next, CharClass::digit) || article_.is(next, Part::number) || has(next, Known::quantifier));
        // أن كثيرا من القادة: many of them, in the accusative behind its conjunction.
        const bool of_them = next > i_ + 1 && behind(next) && has(next - 1, Known::preposition) && i_ > 0 &&
                             article_.tokens[next].definite && article_.is(next, Part::noun) &&
                             (has(i_ - 1, Known::complementiser) || has(i_ - 1, Known::accusative_subject));
        return counts || of_them ? move(next) : Answer::pass;
    }

    Answer amount() {
        if (words_ != 0 || !behind(i_ + 1)) return Answer::pass;
        const bool number = in_.is(i_, CharClass::digit) && in_.wordlike(i_ + 1) &&
                            (article_.has(i_ + 1, detection::body_nouns()) || has(i_ + 1, Known::human_noun) ||
                             has(i_ + 1, Known::role_noun));
        return number ? move(i_ + 1) : Answer::pass;
    }

    Answer preposition() {
        if (!has(i_, Known::preposition)) return Answer::pass;
        if (words_ == 0 || in_.ends_before(i_, {begin_, limit_}, phrase_, core_)) return Answer::stop;
        phrase_.governed();
        return move(i_ + 1);
    }

    Answer time() {
        const bool time =
            article_.match(i_, Known::time, limit_) != 0 || article_.match(i_, Known::weekday, limit_) != 0;
        // جريدة الصباح
        const bool paper = words_ == 1 && has(i_ - 1, Known::outlet_noun) && !article_.tokens[i_ - 1].definite &&
                           article_.tokens[i_].definite && !has(i_, Known::day_offset) && !has(i_, Known::weekday);
        if (time && paper) return take_name(1, 1);
        return time ? Answer::stop : Answer::pass;
    }

    Answer pronoun() {
        if (!has(i_, Known::pronoun)) return Answer::pass;
        if (words_ == 0) ++i_, ++words_;
        return Answer::stop;
    }

    Answer word() {
        if (words_ != 0 && phrase_.person() && in_.opens_other_person({begin_, i_}, limit_)) return Answer::stop;
        if (!phrase_.accept(i_)) return Answer::stop;
        ++words_;
        return move(i_ + 1);
    }

    const Phrases& in_;
    const Article& article_;
    const std::uint32_t begin_;
    const std::uint32_t limit_;
    const bool core_;
    std::uint32_t i_;          ///< behind what has been taken
    std::uint32_t named_ = 0;  ///< behind the last name that looks like something else
    std::uint32_t words_ = 0;  ///< taken so far
    HeadFirstPhrase phrase_;
};
std::uint32_t Phrases::head_first_end(std::uint32_t begin, std::uint32_t limit, bool core) const {
    return HeadFirstReader(*this, begin, std::min(limit, begin + longest_phrase), core).run();
}

}  // namespace rawi::attribution
