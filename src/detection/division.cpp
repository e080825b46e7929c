#include "detection/division.hpp"

#include <algorithm>

#include "text/characters.hpp"

namespace rawi::detection {
namespace {

using language::Pack;
using language::unknown_word;
using language::WordId;

constexpr std::size_t shortest_stem = 2;  // letters

class Divider {
public:
    explicit Divider(const Pack& pack) : pack_(pack) {}

    [[nodiscard]] Division divide(std::string_view normal) const {
        Division found = whole(normal);
        if (found.word == unknown_word && (!pack_.proclitics.empty() || !pack_.enclitics.empty())) {
            // A known noun with a pronoun (فريقه) before a particle and what happens to be a word (ف + ريقه).
            const bool definite = found.definite;
            if (!cue_behind_particle(normal) && !that_behind_particle(normal)) found = with_enclitic(normal);
            found.definite = definite;
            if (Division split; found.word == unknown_word && split_off(normal, 1, split)) return split;
            found.unsplit = found.word == unknown_word;
        }
        if (found.word == unknown_word)
            with_suffix(normal, found);
        else if (found.enclitic == language::Agreement{})
            found.before_verb = particle_before_verb(normal, found.word);
        return found;
    }

    [[nodiscard]] Division whole(std::string_view normal) const {
        Division found{.word = pack_.lexicon.find(normal)};
        if (pack_.article.empty() || !normal.starts_with(pack_.article)) return found;
        // A verb that begins as the article does: التقى.
        found.definite = found.word == unknown_word || !verb(found.word);
        if (found.word == unknown_word && is_stem(normal.substr(pack_.article.size()))) {
            found.word = pack_.lexicon.find(normal.substr(pack_.article.size()));
        }
        return found;
    }

private:
    [[nodiscard]] Division with_enclitic(std::string_view normal) const {
        for (const language::Enclitic& enclitic : pack_.enclitics) {
            if (!normal.ends_with(enclitic.normal)) continue;
            const std::string_view stem = normal.substr(0, normal.size() - enclitic.normal.size());
            if (stem.empty() || (!enclitic.marked && !is_stem(stem))) continue;
            WordId word = pack_.lexicon.find(stem);
            for (std::size_t j = 0; word == unknown_word && j < pack_.joins.size(); ++j) {
                const auto& [from, to] = pack_.joins[j];
                if (stem.ends_with(to))
                    word = pack_.lexicon.find(std::string(stem.substr(0, stem.size() - to.size())) + from);
            }
            if (enclitic.marked || (word != unknown_word && takes_pronoun(word)))
                return {.word = word, .enclitic = enclitic.agreement};
        }
        return {};
    }

    /// "And accused" (واتهم) rather than a noun with a pronoun (وات + هم).
    [[nodiscard]] bool cue_behind_particle(std::string_view normal) const {
        return std::ranges::any_of(pack_.proclitics, [&](const language::Proclitic& proclitic) {
            if (proclitic.level != 1 || !normal.starts_with(proclitic.normal)) return false;
            const WordId rest = pack_.lexicon.find(normal.substr(proclitic.normal.size()));
            return std::ranges::any_of(pack_.lexicon.word(rest).readings, [](const language::CueForm& reading) {
                return reading.form == language::Form::finite;
            });
        });
    }

    [[nodiscard]] bool has_class(WordId word, language::Known known) const {
        return pack_.lexicon.classes(word).test(language::index_of(known));
    }

    /// "By that she" (ب + أنها) rather than a longer "that" with a pronoun (بأن + ها); "because she" is one word.
    [[nodiscard]] bool that_behind_particle(std::string_view normal) const {
        const auto is = [&](WordId word, language::Known known) { return has_class(word, known); };
        const WordId stem = with_enclitic(normal).word;
        if (!is(stem, language::Known::complementiser) || is(stem, language::Known::dependent)) return false;
        return std::ranges::any_of(pack_.proclitics, [&](const language::Proclitic& proclitic) {
            if (!normal.starts_with(proclitic.normal)) return false;
            const std::string_view rest = normal.substr(proclitic.normal.size());
            return is_stem(rest) && (is(pack_.lexicon.find(rest), language::Known::complementiser) ||
                                     is(with_enclitic(rest).word, language::Known::complementiser));
        });
    }

    /// Behind a preposition stands no verb, unless it is one that opens clauses, too (ليرى): بيري is no ب with one.
    [[nodiscard]] bool governs_verb(const language::Proclitic& proclitic, WordId word) const {
        using language::Known;
        const language::ClassSet& classes = pack_.lexicon.classes(proclitic.word);
        if (!classes.test(index_of(Known::preposition)) || classes.test(index_of(Known::address))) return false;
        const auto& readings = pack_.lexicon.word(word).readings;
        return verb(word) && std::ranges::none_of(readings, [](const language::CueForm& form) {
                   return form.form == language::Form::noun;
               });
    }

    /// The place of the outermost particle behind which `normal` is a finite verb, where it is none as `word`.
    [[nodiscard]] std::uint8_t particle_before_verb(std::string_view normal, WordId word) const {
        const auto finite = [this](WordId asked) {
            return std::ranges::any_of(pack_.lexicon.word(asked).readings,
                                       [](const language::CueForm& form) { return form.past; });
        };
        for (std::size_t p = 0; p < pack_.proclitics.size() && p < Division::no_proclitic; ++p) {
            const language::Proclitic& proclitic = pack_.proclitics[p];
            if (proclitic.level != 1 || !normal.starts_with(proclitic.normal)) continue;
            if (finite(whole(normal.substr(proclitic.normal.size())).word) && !finite(word))
                return static_cast<std::uint8_t>(p);
        }
        return Division::no_proclitic;
    }

    /// Whether the word can be nothing but a verb.
    [[nodiscard]] bool verb(WordId word) const {
        const auto options = pack_.part_model.options(pack_.lexicon.brief(word).parts);
        return !options.empty() && std::ranges::all_of(options, [](const language::PartOption& option) {
            return option.part == language::Part::verb;
        });
    }

    [[nodiscard]] bool ends_with_enclitic(std::string_view normal) const {
        return std::ranges::any_of(
            pack_.enclitics, [&](const language::Enclitic& enclitic) { return normal.ends_with(enclitic.normal); });
    }

    /// Names take no pronoun: واتهم is no وات with one.
    [[nodiscard]] bool takes_pronoun(WordId word) const {
        using language::Part;
        const auto options = pack_.part_model.options(pack_.lexicon.brief(word).parts);
        return options.empty() || (options.front().part != Part::proper && options.front().part != Part::negation);
    }

    /// An ending of the pack's (Carter's) behind a word that is not known whole (he's).
    void with_suffix(std::string_view normal, Division& found) const {
        for (std::size_t s = 0; s < pack_.suffixes.size() && s < Division::no_suffix; ++s) {
            const std::string& suffix = pack_.suffixes[s];
            if (!normal.ends_with(suffix) || normal.size() == suffix.size()) continue;
            const bool unsplit = found.unsplit;
            found = whole(normal.substr(0, normal.size() - suffix.size()));
            found.suffix = static_cast<std::uint8_t>(s);
            found.unsplit = unsplit;
            return;
        }
    }

    /// Splits proclitics of `level` or higher off `normal`, behind those that `split` has already. Whether the rest is
    /// known decides; nothing is changed otherwise.
    bool split_off(std::string_view normal, int level, Division& split) const {
        if (split.proclitic_count == Division::most_proclitics) return false;
        for (std::size_t p = 0; p < pack_.proclitics.size() && p <= 0xFF; ++p) {
            const language::Proclitic& proclitic = pack_.proclitics[p];
            if (proclitic.level < level || !normal.starts_with(proclitic.normal)) continue;
            const std::string_view rest = normal.substr(proclitic.normal.size());
            if (rest.empty()) continue;
            // A word in other letters begins behind it: لـCNN.
            const bool foreign = !text::same_script(text::first_code_point(normal), text::first_code_point(rest));
            if (!is_stem(rest) && !foreign && !proclitic.marked) continue;
            std::string assimilated;
            Division found = whole(rest);
            if (found.word == unknown_word && !pack_.assimilated_from.empty() &&
                normal.starts_with(pack_.assimilated_from)) {
                assimilated = assimilated_stem(pack_, proclitic, normal);
                found = whole(assimilated);
            }
            split.proclitics[split.proclitic_count++] = static_cast<std::uint8_t>(p);
            if (found.word == unknown_word && !foreign) {
                found = with_enclitic(rest);
                // ولكنه is "but he" (و + لكنه), and no ل with a word (و + ل + كنه); but وبحقوقهم
                const bool but = has_class(found.word, language::Known::subordinator);
                if (Division deeper = split; !but && split_off(rest, proclitic.level + 1, deeper)) {
                    split = deeper;
                    return true;
                }
            }
            // Behind a proclitic the attached article shows well enough that a word, if an unknown one, begins there.
            const bool article_shows = !pack_.article.empty() &&
                                       (rest.starts_with(pack_.article) || !assimilated.empty()) &&
                                       text::letters_in(rest) + (assimilated.empty() ? 0 : 1) >=
                                           text::letters_in(pack_.article) + shortest_stem + 1;
            if (found.word != unknown_word && !ends_with_enclitic(rest) && governs_verb(proclitic, found.word))
                found.word = unknown_word;
            if (found.word != unknown_word || article_shows || foreign || proclitic.marked) {
                split.word = found.word;
                split.definite = found.definite || (article_shows && (found.word == unknown_word || !verb(found.word)));
                split.enclitic = found.enclitic;
                split.assimilated = !assimilated.empty();
                return true;
            }
            --split.proclitic_count;
        }
        return false;
    }

    const Pack& pack_;
};

}  // namespace

bool is_stem(std::string_view normal) noexcept {
    return text::letters_in(normal) >= shortest_stem;
}

Division divide(const Pack& pack, std::string_view normal) {
    return Divider(pack).divide(normal);
}

Division undivided(const Pack& pack, std::string_view normal) {
    return Divider(pack).whole(normal);
}

std::string assimilated_stem(const Pack& pack, const language::Proclitic& proclitic, std::string_view level) {
    return pack.assimilated_to.substr(proclitic.normal.size()) +
           std::string(level.substr(pack.assimilated_from.size()));
}

}  // namespace rawi::detection
