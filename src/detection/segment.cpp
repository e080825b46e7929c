// Words of the text to words of the lexicon: proclitics become tokens of their own where the rest is a word that the
// pack knows; the attached article and attached pronouns are looked through. What is ambiguous is left alone.
#include <algorithm>

#include "detection/article.hpp"

namespace rawi::detection {
namespace {

using language::Pack;

constexpr std::size_t shortest_stem = 4;  // bytes of normal form: two Arabic letters

class Segmenter {
public:
    explicit Segmenter(Article& article) : article_(article), pack_(*article.pack), text_(article.document->text()) {}

    void run() {
        text::RawTokens raw;
        text::split_tokens(text_, raw);
        article_.normal = std::move(raw.normal);
        article_.tokens.reserve(raw.tokens.size() + raw.tokens.size() / 8);
        for (std::size_t i = 0; i < raw.tokens.size(); ++i) {
            const text::RawToken& token = raw.tokens[i];
            Token out{.span = token.span,
                      .normal_begin = token.normal_begin,
                      .normal_end = token.normal_end,
                      .mark = token.mark,
                      .kind = token.kind,
                      .space_before = token.space_before,
                      .upper = token.upper};
            if (token.kind == CharClass::letter || token.kind == CharClass::digit) {
                word(out);
            } else {
                // Two apostrophes are a typewriter's quotation mark.
                if (token.mark == '\'' && i + 1 < raw.tokens.size() && raw.tokens[i + 1].mark == '\'' &&
                    !raw.tokens[i + 1].space_before) {
                    out.span.end = raw.tokens[++i].span.end;
                    out.mark = '"';
                    out.kind = CharClass::quote;
                }
                mark(out);
            }
        }
        find_phrases();
    }

private:
    struct Found {
        WordId word = language::unknown_word;
        bool definite = false;
        language::Agreement enclitic;
    };

    void mark(Token token) {
        std::string normal;
        text::append_normal(token.mark, normal);
        token.word = pack_.lexicon.find(normal);
        article_.tokens.push_back(token);
    }

    void word(Token token) {
        const std::string_view normal =
            std::string_view(article_.normal).substr(token.normal_begin, token.normal_end - token.normal_begin);
        Found found = whole(normal);
        if (found.word == language::unknown_word && token.kind == CharClass::letter && !pack_.proclitics.empty()) {
            // A known noun with a pronoun (فريقه) before a particle and what happens to be a word (ف + ريقه).
            const bool definite = found.definite;
            if (!cue_behind_particle(normal)) found = with_enclitic(normal);
            found.definite = definite;
            if (found.word == language::unknown_word && (split(token, normal, 1) || split_expected(token, normal)))
                return;
        }
        if (found.word == language::unknown_word && token.kind == CharClass::letter && with_suffix(token, normal))
            return;
        push(token, found);
    }

    /// Splits an ending of the pack's (Carter's) off a word that is not known whole (he's).
    bool with_suffix(const Token& token, std::string_view normal) {
        for (const std::string& suffix : pack_.suffixes) {
            if (!normal.ends_with(suffix) || normal.size() == suffix.size()) continue;
            const std::string_view stem = normal.substr(0, normal.size() - suffix.size());
            Token head = token, tail = token;
            head.span.end = tail.span.begin = offset_behind(token.span, stem.size());
            head.normal_end = tail.normal_begin = token.normal_begin + static_cast<std::uint32_t>(stem.size());
            tail.space_before = tail.upper = false;
            push(head, whole(stem));
            push(tail, Found{.word = pack_.lexicon.find(suffix)});
            return true;
        }
        return false;
    }

    void push(Token token, const Found& found) {
        token.word = found.word;
        token.definite = found.definite;
        token.enclitic = found.enclitic;
        article_.tokens.push_back(token);
    }

    [[nodiscard]] Found whole(std::string_view normal) const {
        Found found{.word = pack_.lexicon.find(normal)};
        if (pack_.article.empty() || !normal.starts_with(pack_.article)) return found;
        found.definite = true;
        if (found.word == language::unknown_word && normal.size() >= pack_.article.size() + shortest_stem) {
            found.word = pack_.lexicon.find(normal.substr(pack_.article.size()));
        }
        return found;
    }

    [[nodiscard]] Found with_enclitic(std::string_view normal) const {
        for (const language::Enclitic& enclitic : pack_.enclitics) {
            if (!normal.ends_with(enclitic.normal) || normal.size() < enclitic.normal.size() + shortest_stem) continue;
            const std::string_view stem = normal.substr(0, normal.size() - enclitic.normal.size());
            Found found{.word = pack_.lexicon.find(stem), .enclitic = enclitic.agreement};
            for (std::size_t j = 0; found.word == language::unknown_word && j < pack_.joins.size(); ++j) {
                const auto& [from, to] = pack_.joins[j];
                if (stem.ends_with(to))
                    found.word = pack_.lexicon.find(std::string(stem.substr(0, stem.size() - to.size())) + from);
            }
            if (found.word != language::unknown_word && takes_pronoun(found.word)) return found;
        }
        return {};
    }

    /// "And accused" (واتهم) rather than a noun with a pronoun (وات + هم).
    [[nodiscard]] bool cue_behind_particle(std::string_view normal) const {
        for (const language::Proclitic& proclitic : pack_.proclitics) {
            if (proclitic.level != 1 || !normal.starts_with(proclitic.normal)) continue;
            const WordId rest = pack_.lexicon.find(normal.substr(proclitic.normal.size()));
            const std::vector<language::CueForm>& readings = pack_.lexicon.word(rest).readings;
            if (std::ranges::any_of(readings, [](const auto& r) { return r.form == language::Form::finite; }))
                return true;
        }
        return false;
    }

    /// Names take no pronoun: واتهم is no وات with one.
    [[nodiscard]] bool takes_pronoun(WordId word) const {
        using language::Part;
        const auto options = pack_.part_model.options(pack_.parts[word]);
        return options.empty() || (options.front().part != Part::proper && options.front().part != Part::negation);
    }

    /// A proclitic that the words before ask for (وفقا لـ) is split off whatever follows.
    bool split_expected(const Token& token, std::string_view normal) {
        if (article_.tokens.empty()) return false;
        const language::Word& before = pack_.lexicon.word(article_.tokens.back().word);
        for (const language::Proclitic& proclitic : pack_.proclitics) {
            if (!normal.starts_with(proclitic.normal) || normal.size() < proclitic.normal.size() + shortest_stem)
                continue;
            if (before.phrases == 0 || pack_.lexicon.follow(before.phrases, proclitic.word) == 0) continue;
            push_split(token, proclitic, whole(normal.substr(proclitic.normal.size())));
            return true;
        }
        return false;
    }

    void push_split(Token token, const language::Proclitic& proclitic, const Found& found) {
        Token head = token;
        head.span.end = offset_behind(token.span, proclitic.normal.size());
        head.normal_end = token.normal_begin + static_cast<std::uint32_t>(proclitic.normal.size());
        head.word = proclitic.word;
        head.proclitic = true;
        token.span.begin = head.span.end;
        token.space_before = false;
        token.normal_begin = head.normal_end;
        article_.tokens.push_back(head);
        push(token, found);
    }

    /// Splits proclitics of `level` or higher off `token`. Whether the rest is known decides; nothing is changed
    /// otherwise.
    bool split(const Token& token, std::string_view normal, int level) {
        for (const language::Proclitic& proclitic : pack_.proclitics) {
            if (proclitic.level < level || !normal.starts_with(proclitic.normal)) continue;
            const std::string_view rest = normal.substr(proclitic.normal.size());
            // A word in other letters begins behind it: لـCNN.
            const bool foreign = !rest.empty() && static_cast<unsigned char>(rest.front()) < 0x80;
            if (rest.size() < shortest_stem && !foreign) continue;
            std::string assimilated;
            Found found = whole(rest);
            if (found.word == language::unknown_word && !pack_.assimilated_from.empty() &&
                normal.starts_with(pack_.assimilated_from)) {
                assimilated = pack_.assimilated_to.substr(proclitic.normal.size()) +
                              std::string(normal.substr(pack_.assimilated_from.size()));
                found = whole(assimilated);
            }
            const std::uint32_t cut = offset_behind(token.span, proclitic.normal.size());
            Token tail = token;
            tail.span.begin = cut;
            tail.space_before = false;
            tail.normal_begin += static_cast<std::uint32_t>(proclitic.normal.size());
            const std::size_t before = article_.tokens.size();
            Token head = token;
            head.span.end = cut;
            head.normal_end = tail.normal_begin;
            head.word = proclitic.word;
            head.proclitic = true;
            article_.tokens.push_back(head);
            if (found.word == language::unknown_word && !foreign) {
                if (split(tail, rest, proclitic.level + 1)) return true;
                found = with_enclitic(rest);
            }
            // Behind a proclitic the attached article shows well enough that a word, if an unknown one, begins there.
            const bool article_shows =
                !pack_.article.empty() && (rest.starts_with(pack_.article) || !assimilated.empty()) &&
                rest.size() + (assimilated.empty() ? 0 : 2) >= pack_.article.size() + shortest_stem + 2;
            if (article_shows) found.definite = true;
            if (found.word != language::unknown_word || article_shows || foreign) {
                if (!assimilated.empty()) {
                    tail.normal_begin = static_cast<std::uint32_t>(article_.normal.size());
                    article_.normal += assimilated;
                    tail.normal_end = static_cast<std::uint32_t>(article_.normal.size());
                }
                push(tail, found);
                return true;
            }
            article_.tokens.resize(before);
        }
        return false;
    }

    /// The offset in the text behind the first `bytes` of the normal form of `span`.
    [[nodiscard]] std::uint32_t offset_behind(Span span, std::size_t bytes) const {
        std::uint32_t at = span.begin;
        std::string normal;
        while (normal.size() < bytes && at < span.end) text::append_normal(text::next_code_point(text_, at), normal);
        // Marks over the proclitic's letter and a tatweel behind it belong to it.
        for (std::uint32_t next = at; next < span.end; at = next) {
            if (text::class_of(text::next_code_point(text_, next)) != CharClass::ignorable) break;
        }
        return at;
    }

    void find_phrases() {
        const language::Lexicon& lexicon = pack_.lexicon;
        for (std::uint32_t i = 0; i < article_.tokens.size(); ++i) {
            const language::Word& first = lexicon.word(article_.tokens[i].word);
            name_ends_ = i;
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
            const std::uint32_t next = lexicon.follow(node, word);
            node = next != 0 ? next : lexicon.follow(node, lexicon.word(word).bare);
            if (node == 0) return;
            if (const language::Phrase* phrase = lexicon.phrase_at(node)) {
                if (article_.tokens[begin].phrases == none)
                    article_.tokens[begin].phrases = static_cast<std::uint32_t>(article_.phrases.size());
                article_.phrases.push_back({begin, phrase, node});
                if (phrase->classes.test(language::index_of(Known::outlet))) name_ends_ = i + 1;
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
    }

    Article& article_;
    const Pack& pack_;
    std::string_view text_;
    std::uint32_t name_ends_ = 0;  ///< behind the longest outlet's name that begins at the token looked at
};

}  // namespace

void segment(Article& article) {
    Segmenter(article).run();
}

}  // namespace rawi::detection
