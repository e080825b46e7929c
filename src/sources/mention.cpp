#include "sources/mention.hpp"

#include <algorithm>

namespace rawi::sources {
namespace {

using detection::Known;
using text::CharClass;

class MentionReader {
public:
    MentionReader(const Article& article, TokenRange tokens, bool as_outlet)
        : article_(article), as_outlet_(as_outlet) {
        mention_.tokens = strip(tokens);
    }

    Mention read() {
        if (mention_.tokens.empty()) return mention_;
        narrow_to_issuer();
        if (as_outlet_ && names_show(article_)) narrow_to_outlet();
        collect_words();
        classify();
        return mention_;
    }

private:
    /// CNN's Jane Doe: the outlet, not its presenter.
    void narrow_to_outlet() {
        const std::uint32_t first = head();
        for (const Known known : {Known::outlet, Known::outlet_common}) {
            const std::uint32_t length = article_.match(first, known, mention_.tokens.end);
            const std::uint32_t behind = first + length;
            if (length == 0 || behind >= mention_.tokens.end) continue;
            if (article_.normal_of(behind) == article_.pack->genitive) mention_.tokens = {first, behind};
            return;
        }
    }

    /// A ministry's statement, an outlet's report: the agent is the body that issued it.
    void narrow_to_issuer() {
        const std::uint32_t first = head();
        std::uint32_t i = first;
        for (const Known known : {Known::document_noun, Known::medium, Known::evidence})
            i = std::max(i, first + article_.match(first, known, mention_.tokens.end));
        if (i == first) return;
        // Adjectives, then what says by whom: "an internal report (that) the charity published".
        while (i < mention_.tokens.end && article_.is(i, language::Part::adjective)) ++i;
        while (i < mention_.tokens.end && (article_.has(i, Known::preposition) || article_.has(i, Known::issued) ||
                                           article_.has(i, Known::article)))
            ++i;
        if (i < mention_.tokens.end && names_body(i)) {
            mention_.tokens.begin = i;
            mention_.issued = true;
        }
    }

    [[nodiscard]] bool names_body(std::uint32_t i) const {
        for (const Known known :
             {Known::outlet, Known::outlet_noun, Known::organisation_noun, Known::organisation, Known::collective_noun}) {
            if (article_.match(i, known, mention_.tokens.end) != 0) return true;
        }
        return article_.pack->heads_first && article_.has(i, Known::group_noun);
    }

    [[nodiscard]] bool wordlike(std::uint32_t i) const {
        return article_.tokens[i].kind == CharClass::letter || article_.tokens[i].kind == CharClass::digit;
    }
    [[nodiscard]] TokenRange strip(TokenRange range) const {
        while (!range.empty() &&
               ((!wordlike(range.begin) && article_.opens(range.begin) == detection::none) ||
                (article_.has(range.begin, Known::preposition) && article_.tokens[range.begin].proclitic))) {
            ++range.begin;
        }
        while (!range.empty() && !wordlike(range.end - 1) && article_.closes(range.end - 1) == detection::none &&
               article_.tokens[range.end - 1].kind != CharClass::close_bracket) {
            --range.end;
        }
        if (range.size() > 2 && article_.opens(range.begin) != detection::none &&
            article_.opens(range.begin) == article_.closes(range.end - 1)) {
            return {range.begin + 1, range.end - 1};
        }
        return range;
    }

    [[nodiscard]] bool bare(std::uint32_t i, std::string_view& word) const {
        word = article_.normal_of(i);
        // An attached pronoun is not part of the word: مصادرها are مصادر.
        if (article_.pack->heads_first && article_.tokens[i].enclitic != language::Agreement{}) {
            word = article_.pack->lexicon.text(article_.tokens[i].word);
        }
        const std::string& attached = article_.pack->article;
        if (!attached.empty() && article_.tokens[i].definite && word.size() > attached.size() + 2)
            word.remove_prefix(attached.size());
        return !word.empty();
    }

    /// Where the phrase proper ends: what follows a comma, a relative pronoun or a preposition describes, it does not
    /// name.
    [[nodiscard]] std::uint32_t core_end() const {
        std::uint32_t i = mention_.tokens.begin;
        for (; i < mention_.tokens.end; ++i) {
            const bool first = i == mention_.tokens.begin;
            if (!first && (article_.has(i, Known::relative) || article_.tokens[i].kind == CharClass::comma ||
                           article_.tokens[i].kind == CharClass::open_bracket)) {
                break;
            }
            if (!first && article_.has(i, Known::preposition) &&
                !(i + 1 < mention_.tokens.end && article_.tokens[i + 1].upper && article_.tokens[i - 1].upper))
                break;
        }
        return i;
    }

    /// The run of capitalised words that closes the phrase proper; none where a common noun closes it.
    void find_name() {
        const std::uint32_t end = core_end();
        std::uint32_t begin = end;
        while (begin > mention_.tokens.begin) {
            const std::uint32_t i = begin - 1;
            const bool capital = article_.tokens[i].upper && article_.tokens[i].kind == CharClass::letter;
            if (capital &&
                (article_.has(i, Known::weekday) || article_.has(i, Known::month) || article_.has(i, Known::article) ||
                 article_.has(i, Known::title) || article_.has(i, Known::pronoun)))
                break;
            // Initials and their full stops, hyphens, "of" inside.
            const bool joint = !capital && begin < end && i > mention_.tokens.begin && article_.tokens[i - 1].upper &&
                               (article_.tokens[i].mark == '.' || article_.tokens[i].kind == CharClass::dash ||
                                article_.has(i, Known::preposition));
            if (joint && (article_.has(i - 1, Known::title) || article_.has(i - 1, Known::abbreviation))) break;
            if (!capital && !joint) break;
            begin = i;
        }
        // "Mills and Clinton" are two: no name of one.
        if (begin > mention_.tokens.begin + 1 && begin < end && article_.has(begin - 1, Known::conjunction) &&
            article_.tokens[begin - 2].upper)
            begin = end;
        mention_.name = {begin, end};
        if (!mention_.name.empty())
            without_place();
        else
            name_behind(end);
        core_ = {mention_.tokens.begin, end};
    }

    /// "Bernie Sanders of Vermont": where a given name opens it, the name ends before the preposition.
    void without_place() {
        if (!article_.has(mention_.name.begin, Known::name)) return;
        for (std::uint32_t i = mention_.name.begin + 1; i < mention_.name.end; ++i) {
            if (!article_.has(i, Known::preposition)) continue;
            mention_.name.end = i;
            return;
        }
    }

    /// "Carter's press secretary, Peter Cook": the name stands in the apposition.
    void name_behind(std::uint32_t comma) {
        if (comma >= mention_.tokens.end || article_.tokens[comma].kind != CharClass::comma) return;
        const auto capital = [&](std::uint32_t i) {
            return i < mention_.tokens.end && article_.tokens[i].upper && article_.tokens[i].kind == CharClass::letter;
        };
        std::uint32_t i = comma + 1;
        while (i < mention_.tokens.end && article_.has(i, Known::title))
            i += article_.tokens[i + 1].mark == '.' ? 2 : 1;
        const std::uint32_t begin = i;
        if (!capital(begin) || article_.has(begin, Known::article)) return;
        while (capital(i) || (i > begin && i < mention_.tokens.end && article_.tokens[i].mark == '.' && capital(i + 1)))
            ++i;
        if (i >= begin + 2 && (i == mention_.tokens.end || !wordlike(i))) mention_.name = {begin, i};
    }

    void collect_words() {
        if (names_show(article_)) find_name();
        const TokenRange range = mention_.name.empty() ? mention_.tokens : mention_.name;
        for (std::uint32_t i = mention_.tokens.begin; i < mention_.tokens.end; ++i) {
            if (article_.has(i, Known::relative) && !mention_.words.empty())
                break;  // what follows describes, it does not name
            if (!wordlike(i) || article_.has(i, Known::article) || article_.has(i, Known::preposition) ||
                article_.has(i, Known::conjunction) || article_.has(i, Known::possessive) ||
                article_.has(i, Known::same)) {
                continue;
            }
            std::string_view word;
            if (!bare(i, word)) continue;
            if (!article_.pack->genitive.empty() && word == article_.pack->genitive) continue;
            const bool title = article_.has(i, Known::title);
            std::vector<std::string>& words = title || !range.contains(i) ? mention_.titles : mention_.words;
            if (std::find(words.begin(), words.end(), word) == words.end()) words.emplace_back(word);
        }
        if (!names_show(article_)) find_proper();
        find_heads();
        if (const std::uint32_t n = article_.match(head(), Known::state, mention_.tokens.end);
            n != 0 && head() + n == mention_.tokens.end)
            mention_.state = article_.value({head(), head() + n}, Known::state);
        // "The pope": a title alone is the description.
        if (mention_.words.empty()) mention_.words = mention_.titles;
        mention_.signature = signature_of(mention_.words);
    }

    /// The name of a person at the end of the phrase proper: الرئيس الروسي | فلاديمير بوتين. A name behind an indefinite
    /// noun completes it and names no person (مدير منظمة أوكسفام), nor does a place's.
    void find_proper() {
        std::uint32_t end = mention_.tokens.begin;
        std::uint32_t begin = end;
        for (std::uint32_t i = mention_.tokens.begin; i < mention_.tokens.end; ++i) {
            if (article_.has(i, Known::relative) || article_.has(i, Known::preposition)) break;
            if (article_.has(i, Known::conjunction) && i > mention_.tokens.begin) mention_.joint = true;
            if (article_.has(i, Known::other)) mention_.another = true;
            const bool name = wordlike(i) && article_.is(i, language::Part::proper) && !article_.has(i, Known::place);
            if (!name) continue;
            if (end != i) begin = i;
            end = i + 1;
        }
        if (begin == end || mention_.joint) return;
        if (begin > mention_.tokens.begin) {
            const detection::Token& before = article_.tokens[begin - 1];
            const bool completes = before.kind == CharClass::letter && article_.is(begin - 1, language::Part::noun) &&
                                   !before.definite && !article_.has(begin - 1, Known::title) &&
                                   !article_.has(begin - 1, Known::human_noun);
            if (completes || article_.opens(begin - 1) != detection::none) return;
        }
        for (std::uint32_t i = begin; i < end; ++i) {
            std::string_view word;
            if (bare(i, word)) mention_.proper.emplace_back(word);
        }
    }

    /// The first word, and those of what stands in apposition: فلان، المتحدث الأمني.
    void find_heads() {
        if (!article_.pack->heads_first) return;
        for (std::uint32_t i = mention_.tokens.begin; i < mention_.tokens.end; ++i) {
            if (!wordlike(i)) continue;
            const bool first = mention_.heads.empty();
            const bool behind = !first && (article_.tokens[i - 1].kind == CharClass::comma ||
                                           article_.is(i - 1, language::Part::proper));
            const bool person = article_.has(i, Known::human_noun) || article_.has(i, Known::role_noun);
            std::string_view word;
            if ((first || (behind && person)) && !article_.has(i, Known::same) && !article_.has(i, Known::article) &&
                bare(i, word))
                mention_.heads.emplace_back(word);
        }
    }

    [[nodiscard]] std::uint32_t head() const {
        std::uint32_t i = mention_.tokens.begin;
        while (i + 1 < mention_.tokens.end &&
               (!wordlike(i) || article_.has(i, Known::article) || article_.has(i, Known::possessive)))
            ++i;
        return i;
    }

    bool try_class(Known known, AgentKind kind) {
        if (names_show(article_)) return false;  // the head alone decides
        for (std::uint32_t i = mention_.tokens.begin; i < mention_.tokens.end; ++i) {
            if (article_.tokens[i].kind == CharClass::comma) break;
            const std::uint32_t length = article_.match(i, known, mention_.tokens.end);
            if (length == 0) continue;
            mention_.kind = kind;
            if (const auto agreement = language::parse_agreement(article_.value({i, i + length}, known)))
                mention_.agreement = *agreement;
            return true;
        }
        return false;
    }

    /// Whether the head of the phrase is of class `known`: its last word where names show by capitals, else its first.
    bool starts_with(Known known, AgentKind kind) {
        if (names_show(article_))
            return ends_with(known, kind, core_.end) ||
                   (!mention_.name.empty() && known == Known::role_noun && ends_with(known, kind, mention_.name.begin));
        const std::uint32_t length = article_.match(head(), known, mention_.tokens.end);
        if (length == 0) return false;
        mention_.kind = kind;
        if (const auto agreement = language::parse_agreement(article_.value({head(), head() + length}, known)))
            mention_.agreement = *agreement;
        return true;
    }

    bool ends_with(Known known, AgentKind kind, std::uint32_t end) {
        for (std::uint32_t i = end; i-- > core_.begin && i + 5 > end;) {
            if (article_.match(i, known, end) != end - i) continue;
            mention_.kind = kind;
            if (const auto agreement = language::parse_agreement(article_.value({i, end}, known)))
                mention_.agreement = *agreement;
            return true;
        }
        return false;
    }

    [[nodiscard]] std::string_view outlet_key() const {
        for (std::uint32_t i = mention_.tokens.begin; i < mention_.tokens.end; ++i) {
            for (const Known known : {Known::outlet, Known::outlet_common}) {
                const std::uint32_t length = article_.match(i, known, mention_.tokens.end);
                if (length != 0) return article_.value({i, i + length}, known);
            }
        }
        return {};
    }

    void classify() {
        const std::uint32_t first = mention_.tokens.begin;
        mention_.definite = article_.has(first, Known::definite) || article_.tokens[first].definite;
        mention_.possessed =
            article_.has(first, Known::possessive) || article_.tokens[first].enclitic != language::Agreement{};
        mention_.owner = article_.tokens[first].enclitic;
        if (const std::uint32_t n = article_.match(first, Known::anaphor, mention_.tokens.end);
            n == mention_.tokens.size()) {
            mention_.refers_to = article_.value(mention_.tokens, Known::anaphor);
        }
        if (mention_.tokens.size() == 1 && article_.has(first, Known::pronoun)) {
            mention_.pronoun = true;
            if (const auto agreement = language::parse_agreement(article_.value(mention_.tokens, Known::pronoun)))
                mention_.agreement = *agreement;
            return;
        }
        const bool outlet_name = names_show(article_) ? ends_with(Known::outlet, AgentKind::outlet, core_.end)
                                                      : article_.match(head(), Known::outlet, mention_.tokens.end) != 0;
        if ((as_outlet_ && !names_body_or_person()) || outlet_name || starts_with(Known::outlet_noun, AgentKind::outlet)) {
            (void)starts_with(Known::outlet_noun, AgentKind::outlet);
            mention_.kind = AgentKind::outlet;
            mention_.outlet_key = outlet_key();
            const bool capital = !names_show(article_) || !mention_.name.empty();
            const bool collective = article_.match(head(), Known::collective_noun, mention_.tokens.end) != 0;
            mention_.named = outlet_name || (capital && !collective && (mention_.words.size() > 1 || as_outlet_));
            // "The newspaper", "the British newspaper": an outlet noun and adjectives, no name.
            if (mention_.outlet_key.empty() && mention_.definite && mention_.refers_to.empty() && only_adjectives() &&
                (names_show(article_) || article_.match(head(), Known::outlet_noun, mention_.tokens.end) != 0)) {
                mention_.refers_to = "outlet";
                mention_.named = false;
            }
            return;
        }
        if (starts_with(Known::collective_noun, AgentKind::outlet) ||
            starts_with(Known::document_noun, AgentKind::document))
            return;
        if (starts_with(Known::source_noun, AgentKind::role)) return;
        // Where heads stand first, an organisation's first word says that it is one, whoever is named behind it.
        if (article_.pack->heads_first && starts_with(Known::organisation_noun, AgentKind::organisation) &&
            article_.match(head(), Known::role_noun, mention_.tokens.end) == 0) {
            mention_.named = true;
            return;
        }
        const bool has_name = try_name();
        const language::Agreement of_name = mention_.agreement;
        if (starts_with(Known::role_noun, AgentKind::role) || try_class(Known::role_noun, AgentKind::role)) {
            if (has_name || !mention_.name.empty()) {
                mention_.kind = AgentKind::person;
                mention_.named = true;
                if (mention_.agreement == language::Agreement{}) mention_.agreement = of_name;
            }
            return;
        }
        if (has_name) {
            mention_.kind = AgentKind::person;
            mention_.named = true;
            return;
        }
        mention_.named = !names_show(article_) || !mention_.name.empty();
        if (starts_with(Known::organisation_noun, AgentKind::organisation) ||
            try_class(Known::organisation, AgentKind::organisation) ||
            try_class(Known::organisation_noun, AgentKind::organisation)) {
            return;
        }
        if (names_show(article_)) {
            // A name alone does not show whether it is a person's; that it speaks makes it one.
            mention_.kind = mention_.named ? AgentKind::unknown : AgentKind::role;
            return;
        }
        mention_.kind = mention_.definite && mention_.words.size() > 1 ? AgentKind::role : AgentKind::person;
        mention_.named = mention_.kind == AgentKind::person;
    }

    /// Whether the phrase is known to name somebody who is no outlet, though passing words on: the Kremlin, a minister.
    [[nodiscard]] bool names_body_or_person() const {
        if (!article_.pack->heads_first || outlet_key() != std::string_view()) return false;
        for (const Known known : {Known::organisation, Known::organisation_noun, Known::group_noun, Known::human_noun,
                                  Known::role_noun, Known::title}) {
            if (article_.match(head(), known, mention_.tokens.end) != 0 &&
                article_.match(head(), Known::outlet_noun, mention_.tokens.end) == 0 &&
                article_.match(head(), Known::collective_noun, mention_.tokens.end) == 0)
                return true;
        }
        return false;
    }

    /// Whether nothing but definite words follows the head: in languages with an attached article those are its
    /// adjectives.
    [[nodiscard]] bool only_adjectives() const {
        if (article_.pack->article.empty()) return mention_.words.size() == 1;
        for (std::uint32_t i = mention_.tokens.begin; i < mention_.tokens.end; ++i) {
            if (wordlike(i) && !article_.tokens[i].definite) return false;
            if (!wordlike(i)) return false;
        }
        return true;
    }

    bool try_name() {
        for (std::uint32_t i = mention_.tokens.begin; i < mention_.tokens.end; ++i) {
            const bool title = article_.has(i, Known::title);
            if (!title && !article_.has(i, Known::name)) continue;
            const Known known = title ? Known::title : Known::name;
            if (const auto agreement = language::parse_agreement(article_.value({i, i + 1}, known)))
                mention_.agreement = *agreement;
            return true;
        }
        return false;
    }

    const Article& article_;
    bool as_outlet_;
    TokenRange core_;  ///< the phrase proper, where names show by capitals
    Mention mention_;
};

}  // namespace

std::uint64_t signature_of(const std::vector<std::string>& words) noexcept {
    std::uint64_t signature = 0;
    for (const std::string& word : words) {
        std::uint64_t hash = word.size();
        for (const char letter : word) hash = (hash ^ static_cast<unsigned char>(letter)) * 0x9E3779B97F4A7C15u;
        signature |= std::uint64_t{1} << (hash >> 58);
    }
    return signature;
}

Mention read_mention(const Article& article, TokenRange tokens, bool as_outlet) {
    return MentionReader(article, tokens, as_outlet).read();
}

}  // namespace rawi::sources
