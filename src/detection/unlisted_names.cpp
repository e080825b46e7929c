#include "detection/unlisted_names.hpp"

#include <algorithm>
#include <array>

#include "detection/division.hpp"
#include "detection/publisher_name.hpp"
#include "text/characters.hpp"

namespace rawi::detection {
namespace {

constexpr std::size_t shortest = 3;  // letters

}  // namespace

UnlistedNames::UnlistedNames(const Article& article) : article_(article), pack_(*article.pack) {
    if (std::string publisher = unlisted_publisher(*article.document, pack_); text::letters_in(publisher) >= shortest)
        names_.insert(std::move(publisher));
}

void UnlistedNames::learn(std::string_view normal, bool definite, bool next_definite) {
    if (pack_.article.empty() || article_.tokens.size() < 2 || text::letters_in(normal) < shortest ||
        !text::same_script(text::first_code_point(normal), text::first_code_point(pack_.article)))
        return;
    std::size_t last = article_.tokens.size() - 2;
    const bool dotted = article_.tokens[last].mark == '.' && !article_.tokens[last].space_before && last > 0;
    if (dotted) --last;
    if (article_.tokens[last].kind != CharClass::letter || article_.tokens[last].proclitic) return;
    const bool titled = pack_.has(article_.tokens[last].word, Known::title);
    const bool second = !titled && !dotted && !definite && behind_unlisted(last);
    if (!titled && !second && (dotted || !closes_given_name(last, definite))) return;
    // أعلن محمود عباس تنكيس الأعلام: behind a whole name begins what is announced.
    if (next_definite && !definite && named_twice(last)) return;
    if (verb(normal, definite)) return;
    if (second) names_.emplace(normal_of(article_.tokens[last]));
    names_.emplace(normal);
}

std::string_view UnlistedNames::normal_of(const Token& token) const {
    return std::string_view(article_.normal).substr(token.normal_begin, token.normal_end - token.normal_begin);
}

/// نظيره البولندي ماتيوش | مورافيتسكي: two such words in a row behind an office are a name, if neither looks like a
/// verb.
bool UnlistedNames::behind_unlisted(std::size_t last) const {
    const Token& first = article_.tokens[last];
    if (first.word != language::unknown_word || first.definite || first.proclitic || last == 0) return false;
    if (last > 1 && article_.tokens[last - 1].kind == CharClass::comma) --last;
    const Token& before = article_.tokens[last - 1];
    const std::string_view normal = normal_of(first);
    return before.kind == CharClass::letter && before.definite && text::letters_in(normal) >= shortest &&
           text::same_script(text::first_code_point(normal), text::first_code_point(pack_.article)) &&
           !verb(normal, false);
}

/// Whether the name of somebody that the word ends asks for another word. `definite`: that word carries the article.
bool UnlistedNames::closes_given_name(std::size_t last, bool definite) const {
    const Token& token = article_.tokens[last];
    if (given_name(token)) return true;
    if (last == 0 || article_.tokens[last - 1].kind != CharClass::letter) return false;
    const Token& before = article_.tokens[last - 1];
    const bool behind_name = pack_.has(before.word, Known::name) && !before.definite;
    // نور الدين, عبد الله
    if (pack_.has(token.word, Known::name_tail) || pack_.has(token.word, Known::deity)) return behind_name;
    if (std::ranges::find(pack_.name_particles, article_.document->text(token.span)) != pack_.name_particles.end())
        return given_name(before);
    // رجب طيب, الدكتور جوهر, التونسي جوهر: a common word, too
    if (token.definite || !pack_.has(token.word, Known::name) || token.enclitic != language::Agreement{}) return false;
    return given_name(before) || pack_.has(before.word, Known::title) || (before.definite && definite);
}

/// Whether the word is a name, and nothing else before that.
bool UnlistedNames::given_name(const Token& token) const {
    if (token.definite || token.enclitic != language::Agreement{} || !pack_.has(token.word, Known::name)) return false;
    const auto options = pack_.part_model.options(pack_.lexicon.brief(token.word).parts);
    return !options.empty() && options.front().part == language::Part::proper;
}

bool UnlistedNames::named_twice(std::size_t last) const {
    return last > 0 && article_.tokens[last - 1].kind == CharClass::letter && given_name(article_.tokens[last]) &&
           given_name(article_.tokens[last - 1]);
}

/// Whether the word looks like a verb before anything else.
bool UnlistedNames::verb(std::string_view normal, bool definite) const {
    return pack_.part_model.likeliest(normal, definite) == language::Part::verb;
}

std::size_t UnlistedNames::proclitics(std::string_view normal, std::array<std::uint8_t, 2>& places) const {
    if (empty()) return 0;
    const auto each = [&](std::string_view form, int level, const auto& use) {
        for (std::size_t p = 0; p < pack_.proclitics.size() && p < Division::no_proclitic; ++p) {
            const language::Proclitic& proclitic = pack_.proclitics[p];
            if (proclitic.level < level || !form.starts_with(proclitic.normal)) continue;
            if (use(p, form.substr(proclitic.normal.size()))) return true;
        }
        return false;
    };
    std::size_t found = 0;
    each(normal, 1, [&](std::size_t outer, std::string_view rest) {
        places[0] = static_cast<std::uint8_t>(outer);
        if (holds(rest)) {
            found = 1;
        } else if (each(rest, pack_.proclitics[outer].level + 1, [&](std::size_t inner, std::string_view name) {
                       places[1] = static_cast<std::uint8_t>(inner);
                       return holds(name);
                   })) {
            found = 2;
        }
        return found != 0;
    });
    return found;
}

bool UnlistedNames::missed() const {
    if (empty()) return false;
    std::array<std::uint8_t, 2> places{};
    return std::ranges::any_of(article_.tokens, [&](const Token& token) {
        if (token.kind != CharClass::letter || token.word != language::unknown_word || token.proclitic) return false;
        const std::string_view normal = normal_of(token);
        return holds(normal) || proclitics(normal, places) != 0;
    });
}

}  // namespace rawi::detection
