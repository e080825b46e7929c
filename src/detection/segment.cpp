// Words of the text to words of the lexicon: proclitics become tokens of their own where the rest is a word that the
// pack knows; the attached article and attached pronouns are looked through. What is ambiguous is left alone.
#include <algorithm>
#include <set>

#include "detection/article.hpp"
#include "detection/division.hpp"
#include "detection/form_memory.hpp"
#include "detection/name_signs.hpp"
#include "detection/unlisted_names.hpp"
#include "text/characters.hpp"

namespace rawi::detection {
namespace {

using language::Pack;

constexpr std::size_t remembered_forms = 32768;  // two megabytes a thread; nine of ten words of news

FormMemory<Division>& division_memory() {
    static thread_local FormMemory<Division> memory(remembered_forms);
    return memory;
}

class Segmenter {
public:
    explicit Segmenter(Article& article) : article_(article), pack_(*article.pack), text_(article.document->text()) {}

    void run() {
        text::RawTokens raw;
        text::split_tokens(text_, raw);
        article_.normal = std::move(raw.normal);
        const std::size_t normal = article_.normal.size();
        article_.tokens.reserve(raw.tokens.size() + raw.tokens.size() / 4);
        read(raw.tokens);
        // Names are told in full after the headline that holds their last word.
        if (names_.missed()) {
            article_.tokens.clear();
            article_.normal.resize(normal);
            read(raw.tokens);
        }
        find_phrases();
    }

private:
    void read(const std::vector<text::RawToken>& raw) {
        for (std::size_t i = 0; i < raw.size(); ++i) {
            const text::RawToken& given = raw[i];
            Token& token = article_.tokens.emplace_back(Token{.span = given.span,
                                                              .normal_begin = given.normal_begin,
                                                              .normal_end = given.normal_end,
                                                              .mark = given.mark,
                                                              .kind = given.kind,
                                                              .space_before = given.space_before,
                                                              .upper = given.upper});
            if (given.kind == CharClass::letter || given.kind == CharClass::digit) {
                if (!of_address(raw, i)) word(token, i + 1 < raw.size() ? &raw[i + 1] : nullptr);
                continue;
            }
            const auto touches = [&](std::size_t next) {
                return next < raw.size() && raw[next].mark == '\'' && !raw[next].space_before;
            };
            // Two apostrophes are a typewriter's quotation mark; behind a word the first of three closes one within.
            if (given.mark == '\'' && touches(i + 1) && (given.space_before || !touches(i + 2))) {
                token.span.end = raw[++i].span.end;
                token.mark = '"';
                token.kind = CharClass::quote;
            }
            // "Fell to -8": a sign, not a dash.
            if (given.kind == CharClass::dash && given.space_before && pack_.subject_first && i + 1 < raw.size() &&
                raw[i + 1].kind == CharClass::digit && !raw[i + 1].space_before)
                token.kind = CharClass::symbol;
            token.word = mark(token.mark);
        }
    }

    [[nodiscard]] WordId mark(char32_t c) const {
        const text::Character known = text::character(c);
        if (known.size != text::Character::longer) return pack_.lexicon.find({known.normal.data(), known.size});
        std::string normal;
        text::append_normal(c, normal);
        return pack_.lexicon.find(normal);
    }

    /// name@example.com: whose mail it is names no outlet.
    [[nodiscard]] static bool of_address(const std::vector<text::RawToken>& tokens, std::size_t i) {
        return i > 1 && tokens[i - 1].mark == '@' && !tokens[i].space_before && !tokens[i - 1].space_before &&
               (tokens[i - 2].kind == CharClass::letter || tokens[i - 2].kind == CharClass::digit);
    }

    /// What the last token is, which is a word as written: it becomes several where particles are written with it.
    /// `next`: what stands behind it in the text.
    void word(Token& token, const text::RawToken* next) {
        const std::string_view normal = normal_of(token);
        if (token.kind == CharClass::digit) return become(token, undivided(pack_, normal));
        const Division division = division_of(normal);
        if (division.unsplit && (split_expected(token, normal) || split_name(token, normal))) return;
        if (division.unsplit && !pack_.names_capitalised && !names_.holds(normal))
            names_.learn(normal, division.definite, next != nullptr && begins_definite(*next));
        if (division.proclitic_count == 0 && division.suffix == Division::no_suffix) {
            if (!split_verb(token, normal, division, next)) become(token, division);
            return;
        }
        const bool joins = joins_names(token, next);
        if (joins && next != nullptr && next->kind == CharClass::letter) joined_.emplace(normal_of(*next));
        if (joins || subject_alone(division, next) || surname(division)) return become(token, undivided(pack_, normal));
        const Token whole = token;
        article_.tokens.pop_back();
        if (division.proclitic_count != 0)
            push_split(whole, division);
        else
            push_suffixed(whole, division);
    }

    /// The normal form of a token or of one not yet read. Valid until the next form is written.
    template <typename Written>
    [[nodiscard]] std::string_view normal_of(const Written& token) const {
        return std::string_view(article_.normal).substr(token.normal_begin, token.normal_end - token.normal_begin);
    }

    /// لويس فان غال: a particle of names that looks like a proclitic and another word (ف + ان) is one between a given
    /// name and another word, or before a word that nobody has listed; later in the article before that word again.
    [[nodiscard]] bool joins_names(const Token& token, const text::RawToken* next) const {
        const std::string_view written = text_.substr(token.span.begin, token.span.end - token.span.begin);
        if (std::ranges::find(pack_.name_particles, written) == pack_.name_particles.end()) return false;
        const bool given = article_.tokens.size() > 1 &&
                           pack_.lexicon.classes(article_.tokens[article_.tokens.size() - 2].word).test(name_class);
        if (next == nullptr || next->kind != CharClass::letter) return given;
        const std::string_view behind = normal_of(*next);
        const Division follows = division_of(behind);
        return !follows.definite &&
               ((given && follows.proclitic_count == 0) || follows.unsplit || joined_.contains(behind));
    }

    [[nodiscard]] Division division_of(std::string_view normal) const {
        return memory_.answer(pack_.serial, normal, [this](std::string_view form) { return divide(pack_, form); });
    }

    /// جون كالاس, مايكل بالاك: behind a given name stands a surname, no preposition and a word that nobody has listed.
    [[nodiscard]] bool surname(const Division& division) const {
        constexpr std::size_t shortest = 3;  // letters: two behind the article are listed by chance
        const bool listed =
            division.word != language::unknown_word && text::letters_in(pack_.lexicon.text(division.word)) >= shortest;
        if (division.proclitic_count != 1 || listed || !division.definite || division.assimilated ||
            article_.tokens.size() < 2)
            return false;
        const Token& before = article_.tokens[article_.tokens.size() - 2];
        const auto& particle = pack_.lexicon.classes(pack_.proclitics[division.proclitics.front()].word);
        return particle.test(language::index_of(Known::preposition)) && before.kind == CharClass::letter &&
               !before.definite && pack_.lexicon.classes(before.word).test(name_class);
    }

    /// قال فيرون إن: between a verb of saying and its clause stands who says it, and no ف + يرون; nor, before another
    /// word that nobody has listed, who is told: قال لاري كادلو.
    [[nodiscard]] bool subject_alone(const Division& division, const text::RawToken* next) const {
        static const language::ClassSet hearers = language::set_of(
            {Known::name, Known::title, Known::human_noun, Known::role_noun, Known::group_noun, Known::hearer_noun,
             Known::organisation_noun, Known::organisation, Known::outlet_noun, Known::outlet, Known::outlet_common,
             Known::collective_noun, Known::document_noun, Known::medium, Known::place, Known::time, Known::pronoun});
        if (division.proclitic_count != 1 || next == nullptr || next->kind != CharClass::letter ||
            article_.tokens.size() < 2)
            return false;
        const Token& before = article_.tokens[article_.tokens.size() - 2];
        if (!pack_.lexicon.brief(before.word).cued ||
            std::ranges::none_of(pack_.lexicon.word(before.word).readings, finite))
            return false;
        // أما راي فاعتبر أن: "and so he regarded"
        if (std::ranges::any_of(pack_.lexicon.word(division.word).readings, &language::CueForm::past)) return false;
        const auto& particle = pack_.lexicon.classes(pack_.proclitics[division.proclitics.front()].word);
        if (particle.test(language::index_of(Known::conjunction)))
            return pack_.has(pack_.lexicon.find(normal_of(*next)), Known::complementiser);
        if (particle.test(language::index_of(Known::instrument)) || division.definite ||
            (pack_.lexicon.classes(division.word) & hearers).any() || !only_says(pack_, before.word))
            return false;
        const Division follows = division_of(normal_of(*next));
        return follows.unsplit && !follows.definite;
    }
    [[nodiscard]] static bool finite(const language::CueForm& form) { return form.form == language::Form::finite; }

    void become(Token& token, const Division& found) const {
        token.word = found.word;
        token.definite = found.definite;
        token.enclitic = found.enclitic;
        if (token.definite && !found.assimilated && begins_otherwise(token)) {
            token.definite = false;
            const std::string_view normal = normal_of(token);
            if (pack_.lexicon.text(token.word) != normal) token.word = language::unknown_word;
        }
        if (pack_.lexicon.brief(token.word).spelled) token.word = as_spelled(token);
        if (token.word == language::unknown_word && token.kind == CharClass::letter && !names_.empty() &&
            names_.holds(normal_of(token)))
            token.word = pack_.somebody;
        // بـ30: a number behind a particle
        if (token.word == language::unknown_word && !token.definite && begins_with_digit(token))
            token.kind = CharClass::digit;
    }

    [[nodiscard]] bool begins_definite(const text::RawToken& word) const {
        return word.kind == CharClass::letter && !pack_.article.empty() &&
               std::string_view(article_.normal).substr(word.normal_begin).starts_with(pack_.article);
    }

    [[nodiscard]] bool begins_with_digit(const Token& token) const {
        const std::string_view normal = normal_of(token);
        return !normal.empty() && text::class_of(text::first_code_point(normal)) == CharClass::digit;
    }

    /// علي is a name and على a preposition, of one normal form.
    [[nodiscard]] WordId as_spelled(const Token& token) const {
        const std::string_view written = text_.substr(token.span.begin, token.span.end - token.span.begin);
        for (const language::Spelling& spelling : pack_.spellings) {
            if (spelling.normal == token.word && spelling.written == written) return spelling.word;
        }
        return token.word;
    }

    /// Whether the word is written with another letter than the article's, of which the normal form is the same: the أل
    /// of أليكسي is no article.
    [[nodiscard]] bool begins_otherwise(const Token& token) const {
        constexpr char32_t presentation_forms = 0xFB50;
        const char32_t first = text::first_code_point(text_.substr(token.span.begin));
        return first != text::first_code_point(pack_.article) && first < presentation_forms &&
               text::class_of(first) == CharClass::letter;
    }

    void push(const Token& token, const Division& found) {
        article_.tokens.push_back(token);
        become(article_.tokens.back(), found);
    }

    void push_suffixed(const Token& token, const Division& division) {
        const std::string& suffix = pack_.suffixes[division.suffix];
        const auto stem = static_cast<std::uint32_t>(token.normal_end - token.normal_begin - suffix.size());
        Token head = token, tail = token;
        head.span.end = tail.span.begin = offset_behind(token.span, stem);
        head.normal_end = tail.normal_begin = token.normal_begin + stem;
        tail.space_before = tail.upper = false;
        push(head, division);
        tail.word = pack_.lexicon.find(suffix);
        article_.tokens.push_back(tail);
    }

    void push_split(Token token, const Division& division) {
        for (std::uint8_t p = 0; p < division.proclitic_count; ++p) {
            const language::Proclitic& proclitic = pack_.proclitics[division.proclitics[p]];
            const std::uint32_t begin = token.normal_begin;
            push_proclitic(token, proclitic);
            if (!division.assimilated || p + 1 < division.proclitic_count) continue;
            const std::string stem = assimilated_stem(
                pack_, proclitic, std::string_view(article_.normal).substr(begin, token.normal_end - begin));
            token.normal_begin = static_cast<std::uint32_t>(article_.normal.size());
            article_.normal += stem;
            token.normal_end = static_cast<std::uint32_t>(article_.normal.size());
        }
        push(token, division);
    }

    /// Takes `proclitic` off the beginning of `token`.
    void push_proclitic(Token& token, const language::Proclitic& proclitic) {
        Token head = token;
        token.span.begin = head.span.end = offset_behind(token.span, proclitic.normal.size());
        token.normal_begin = head.normal_end = token.normal_begin + static_cast<std::uint32_t>(proclitic.normal.size());
        token.space_before = false;
        // Whether it is a name shows at its own beginning: d'Alembert.
        token.upper = !token.span.empty() && text::is_upper(text::first_code_point(text_.substr(token.span.begin)));
        head.word = proclitic.word;
        head.proclitic = true;
        article_.tokens.push_back(head);
    }

    /// A proclitic that the words before ask for (وفقا لـ) is split off whatever follows.
    bool split_expected(Token token, std::string_view normal) {
        if (article_.tokens.size() < 2) return false;
        const WordId before = article_.tokens[article_.tokens.size() - 2].word;
        if (!pack_.lexicon.brief(before).leads) return false;
        for (const language::Proclitic& proclitic : pack_.proclitics) {
            if (!normal.starts_with(proclitic.normal) || !is_stem(normal.substr(proclitic.normal.size()))) continue;
            if (pack_.lexicon.follow(pack_.lexicon.word(before).phrases, proclitic.word) == 0) continue;
            article_.tokens.pop_back();
            push_proclitic(token, proclitic);
            push(token, undivided(pack_, normal.substr(proclitic.normal.size())));
            return true;
        }
        return false;
    }

    /// Proclitics are split off a name that no list holds but the article has told.
    bool split_name(Token token, std::string_view normal) {
        std::array<std::uint8_t, 2> places{};
        const std::size_t count = names_.proclitics(normal, places);
        if (count == 0 || names_.holds(normal)) return false;
        article_.tokens.pop_back();
        for (std::size_t p = 0; p < count; ++p) push_proclitic(token, pack_.proclitics[places[p]]);
        push(token, undivided(pack_, normal_of(token)));
        return true;
    }

    /// ورد الوزير, "and the minister answered": of things the word means that they were mentioned.
    bool split_verb(Token token, std::string_view normal, const Division& whole, const text::RawToken* next) {
        static const language::ClassSet people =
            language::set_of({Known::name, Known::title, Known::role_noun, Known::human_noun});
        if (whole.before_verb == Division::no_proclitic || next == nullptr || next->kind != CharClass::letter)
            return false;
        const Division follows = division_of(normal_of(*next));
        const bool name = names_.holds(normal_of(*next));
        if (!name && (follows.proclitic_count != 0 || (pack_.lexicon.classes(follows.word) & people).none()))
            return false;
        const language::Proclitic& proclitic = pack_.proclitics[whole.before_verb];
        article_.tokens.pop_back();
        push_proclitic(token, proclitic);
        push(token, undivided(pack_, normal.substr(proclitic.normal.size())));
        return true;
    }

    /// The offset in the text behind the first `bytes` of the normal form of `span`.
    [[nodiscard]] std::uint32_t offset_behind(Span span, std::size_t bytes) const {
        std::uint32_t at = span.begin;
        for (std::size_t normal = 0; normal < bytes && at < span.end;) {
            normal += text::normal_size(text::next_code_point(text_, at));
        }
        // Marks over the proclitic's letter and a tatweel behind it belong to it.
        for (std::uint32_t next = at; next < span.end; at = next) {
            if (text::class_of(text::next_code_point(text_, next)) != CharClass::ignorable) break;
        }
        return at;
    }

    void find_phrases() {
        const language::Lexicon& lexicon = pack_.lexicon;
        for (std::uint32_t i = 0; i < article_.tokens.size(); ++i) {
            const language::Brief& brief = lexicon.brief(article_.tokens[i].word);
            if (!brief.leads && !brief.bared) continue;
            const language::Word& first = lexicon.word(article_.tokens[i].word);
            name_ends_ = person_ends_ = i;
            follow(i, first.phrases);
            if (first.bare != language::unknown_word) follow(i, lexicon.word(first.bare).phrases);
            shield(i);
        }
    }

    void follow(std::uint32_t begin, std::uint32_t node) {
        const language::Lexicon& lexicon = pack_.lexicon;
        for (std::uint32_t i = begin + 1; node != 0 && i < article_.tokens.size(); ++i) {
            const WordId word = article_.tokens[i].word;
            if (word == language::unknown_word) return;
            std::uint32_t next = 0;
            if (article_.tokens[i].enclitic != language::Agreement{})
                next = lexicon.follow(node, language::Lexicon::with_pronoun(word));
            if (next == 0) next = lexicon.follow(node, word);
            node = next != 0 ? next : lexicon.follow(node, lexicon.bare(word));
            if (node == 0) return;
            if (const language::Phrase* phrase = lexicon.phrase_at(node)) {
                if (article_.tokens[begin].phrases == none)
                    article_.tokens[begin].phrases = static_cast<std::uint32_t>(article_.phrases.size());
                article_.phrases.push_back({begin, phrase, node});
                if (phrase->classes.test(language::index_of(Known::outlet))) name_ends_ = i + 1;
                if (phrase->classes.test(name_class)) person_ends_ = i + 1;
            }
        }
    }

    /// The words inside an outlet's name are nothing else: the إن of سي إن إن opens no clause.
    void shield(std::uint32_t begin) {
        static const language::ClassSet closed =
            language::set_of({Known::complementiser, Known::subordinator, Known::conjunction, Known::preposition,
                              Known::negation, Known::auxiliary});
        for (std::uint32_t i = begin + 1; i < name_ends_; ++i) {
            language::WordId& word = article_.tokens[i].word;
            if ((pack_.lexicon.classes(word) & closed).any()) word = language::unknown_word;
        }
        // بان كي مون: nor are those of somebody's name, which the pack lists whole for that.
        for (std::uint32_t i = begin; i < person_ends_; ++i) article_.tokens[i].word = pack_.somebody;
    }

    static constexpr std::size_t name_class = language::index_of(Known::name);

    Article& article_;
    const Pack& pack_;
    std::string_view text_;
    FormMemory<Division>& memory_ = division_memory();
    UnlistedNames names_{article_};
    std::set<std::string, std::less<>> joined_;  ///< normal forms of what particles of names have stood before: غال
    std::uint32_t name_ends_ = 0;    ///< behind the longest outlet's name that begins at the token looked at
    std::uint32_t person_ends_ = 0;  ///< behind the longest name of somebody that begins there
};

}  // namespace

void segment(Article& article) {
    Segmenter(article).run();
}

}  // namespace rawi::detection
