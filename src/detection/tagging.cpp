// Which part of speech each word is: the cheapest way through what the words can be (Viterbi 1967), a sentence at a
// time. Quotation marks, brackets and the dots of abbreviations are looked through: what stands behind one continues
// what stands before it.
#include <algorithm>
#include <array>
#include <limits>

#include "detection/article.hpp"
#include "detection/name_signs.hpp"

namespace rawi::detection {
namespace {

using language::Part;
using language::PartModel;
using language::PartOption;

constexpr double likely_name = 0.8;  // P(name | a capital inside a sentence)

constexpr std::int16_t unlikely = 160;  // cost of a noun or verb there: exp(-1.6)

/// What a verb of saying costs less before the name of somebody: exp(4). Chosen by exchanging the subjects of 5,200
/// claims for names: of those no longer found it leaves a sixth.
constexpr std::int16_t subject_follows = 400;
constexpr std::int16_t perhaps = 160;  ///< before a word that nobody has listed

class Tagger {
public:
    explicit Tagger(Article& article) : article_(article), model_(article.pack->part_model) {}

    void run() {
        for (const Line& line : article_.lines) {
            capitals_tell_ = article_.pack->names_capitalised && !all_capitalised(line.tokens);
            begin();
            std::uint32_t particle_end = line.tokens.begin;
            credits_ = false;
            for (std::uint32_t i = line.tokens.begin; i < line.tokens.end; ++i) {
                particle_end = std::max(particle_end, behind_particle(i));
                credits_ = particle_end > i || (credits_ && goes_on(i));
                switch (article_.tokens[i].kind) {
                    case CharClass::letter:
                        if (i < particle_end)
                            one(i, Part::preposition);
                        else
                            word(i);
                        break;
                    case CharClass::digit: one(i, Part::number); break;
                    case CharClass::terminator:
                        if (!article_.abbreviates(i)) end(i);
                        break;
                    case CharClass::quote:
                    case CharClass::open_bracket:
                    case CharClass::close_bracket: opens_clause(); break;
                    case CharClass::apostrophe: apostrophe(i); break;
                    default: one(i, Part::mark); break;
                }
            }
            end(none);
        }
    }

private:
    /// The cheapest way to one reading of a word.
    struct Cell {
        std::uint32_t token = 0;
        std::int32_t cost = 0;
        std::uint16_t state = 0;
        std::uint16_t from = 0;  ///< which reading of the word before
        Part part = Part::mark;
        bool verb_stands = false;  ///< on that way, the clause has its verb
    };
    struct Column {
        std::uint32_t begin = 0;
        std::uint8_t size = 0;
    };

    /// Behind the particle of several words that begins at `token`: "according to", "in the words of".
    [[nodiscard]] std::uint32_t behind_particle(std::uint32_t token) const {
        std::uint32_t end = token;
        const std::uint32_t first = article_.tokens[token].phrases;
        if (first == none || article_.pack->heads_first) return end;
        for (std::size_t p = first; p < article_.phrases.size() && article_.phrases[p].token == token; ++p) {
            const language::Phrase& phrase = *article_.phrases[p].phrase;
            const bool particle =
                std::any_of(phrase.readings.begin(), phrase.readings.end(), [this](const language::CueForm& form) {
                    return form.form == language::Form::particle &&
                           (article_.pack->lemmas[form.lemma].flag_bits & article_.pack->accord) != 0;
                });
            if (particle) end = std::max(end, token + phrase.length);
        }
        return end;
    }

    /// Whether the word can be one more of a noun phrase.
    [[nodiscard]] bool goes_on(std::uint32_t token) const {
        static constexpr language::PartSet nominal = language::PartSet(Part::noun) | Part::proper | Part::adjective |
                                                     Part::determiner | Part::number | Part::genitive;
        if (article_.tokens[token].kind != CharClass::letter) return false;
        const language::PartOptions known = article_.pack->lexicon.brief(article_.tokens[token].word).parts;
        const auto options = model_.options(known);
        return known.size == 0 ||
               std::any_of(options.begin(), options.end(), [](PartOption option) { return nominal.has(option.part); });
    }

    /// A headline whose words all begin with a capital: capitals tell nothing there.
    [[nodiscard]] bool all_capitalised(TokenRange line) const {
        std::uint32_t words = 0;
        std::uint32_t capitals = 0;
        for (std::uint32_t i = line.begin; i < line.end; ++i) {
            if (article_.tokens[i].kind != CharClass::letter) continue;
            ++words;
            if (article_.tokens[i].upper) ++capitals;
        }
        return capitals * 2 > words;
    }

    /// Behind the mark another clause may begin: وقال "نحاول".
    void opens_clause() {
        const Column last = columns_.back();
        for (Cell& cell : std::span(cells_).subspan(last.begin, last.size)) cell.verb_stands = false;
    }

    void begin() {
        columns_.clear();
        cells_.front() = {.state = static_cast<std::uint16_t>(PartModel::state_of(Part::boundary, false)),
                          .part = Part::boundary};
        columns_.push_back({0, 1});
    }

    void word(std::uint32_t i) {
        const Token& token = article_.tokens[i];
        const language::PartOptions known = article_.pack->lexicon.brief(token.word).parts;
        // كانت يلين قد أعلنت: who has done it stands there, and no verb.
        if (signs_.named(i)) return one(i, Part::proper);
        if (known.size != 0) {
            const std::span<const PartOption> options = model_.options(known);
            if (article_.pack->names_capitalised) return cased(i, options);
            const auto particle = std::ranges::find(options, Part::preposition, &PartOption::part);
            if (particle != options.end() && particle_here(i)) return step(i, {&*particle, 1});
            const auto finite = std::ranges::find(options, Part::verb, &PartOption::part);
            if (finite != options.end() && particle != options.end() && behind_speaker_switch(i))
                return step(i, {&*finite, 1});
            if (finite != options.end() && signs_.before_name(i))
                return step(
                    i, favoured(options,
                                article_.tokens[i + 1].word == language::unknown_word ? perhaps : subject_follows));
            // Behind an article that was taken off the word stands no verb, and no preposition (لاعب الوسط).
            if (!token.definite || article_.pack->lexicon.brief(token.word).with_article) return step(i, options);
            std::array<PartOption, PartModel::most_options> nominal;
            const auto end = std::copy_if(options.begin(), options.end(), nominal.begin(), [](PartOption option) {
                return option.part != Part::verb && option.part != Part::adverb && option.part != Part::preposition;
            });
            if (end != nominal.begin()) return step(i, {nominal.begin(), end});
            return one(i, Part::noun);
        }
        std::array<PartOption, PartModel::most_options> guessed;
        const bool capital =
            token.upper && (!article_.pack->names_capitalised || (capitals_tell_ && !opens_sentence()));
        const std::size_t size = model_.guess(article_.normal_of(i), token.definite, capital, guessed);
        if (signs_.names_body(i)) return one(i, Part::proper);
        step(i, std::span(guessed).first(size));
    }

    /// A word that can be a preposition, and is one here: with a pronoun attached (بينهم, "between them", no "he showed
    /// them"), or where it stood before the conjunction, too (بين الحكومة وبين المعارضة).
    [[nodiscard]] bool particle_here(std::uint32_t i) const {
        if (!article_.has(i, Known::preposition)) return false;
        const auto& tokens = article_.tokens;
        if (tokens[i].enclitic != language::Agreement{}) return true;
        constexpr std::uint32_t farthest = 12;
        if (i < 2 || !tokens[i - 1].proclitic || !article_.has(i - 1, Known::conjunction)) return false;
        if (i + 1 < tokens.size() && article_.has(i + 1, Known::complementiser)) return false;
        for (std::uint32_t before = i - 1; before-- > 0 && i - before <= farthest;) {
            if (tokens[before].kind != CharClass::letter) return false;
            // بينه وبينهم: listed with its pronoun or not
            if (article_.has(before, Known::preposition) &&
                article_.normal_of(before).starts_with(article_.normal_of(i)))
                return true;
        }
        return false;
    }

    /// The same options, the verb less unlikely.
    [[nodiscard]] std::span<const PartOption> favoured(std::span<const PartOption> options, std::int16_t less) {
        const auto end = std::ranges::copy(options, favoured_.begin()).out;
        for (PartOption& option : std::span(favoured_.begin(), end)) {
            if (option.part == Part::verb) option.cost = static_cast<std::int16_t>(option.cost - less);
        }
        return {favoured_.begin(), end};
    }

    /// من جهته بين المدير أن: behind what says that another one speaks stands the verb.
    [[nodiscard]] bool behind_speaker_switch(std::uint32_t i) const {
        constexpr std::uint32_t longest = 4;  // words of such a phrase
        for (std::uint32_t begin = i; begin-- > 0 && i - begin <= longest;) {
            if (article_.match(begin, Known::speaker_switch, i) == i - begin) return true;
        }
        return false;
    }

    /// A listed word where capitals mark names: one without a capital is no name, one with a capital inside a sentence
    /// may be one although nobody has listed it as such ("Social Security").
    void cased(std::uint32_t i, std::span<const PartOption> options) {
        const Token& token = article_.tokens[i];
        if (token.upper && (!capitals_tell_ || (opens_sentence() && !given_name(i)))) return step(i, options);
        std::array<PartOption, PartModel::most_options + 1> fitting;
        auto end = fitting.begin();
        if (!token.upper) {
            end = std::copy_if(options.begin(), options.end(), end,
                               [](PartOption option) { return option.part != Part::proper; });
            // "According to court documents": behind the particle stand nouns; "transport minister Jane Roe said".
            if ((credits_ && goes_on(i)) || office_of_name(i))
                end = std::remove_if(fitting.begin(), end, [](PartOption option) {
                    return option.part == Part::verb || option.part == Part::base;
                });
            if (end == fitting.begin()) return step(i, options);
            return step(i, {fitting.begin(), end});
        }
        const auto best = std::min_element(options.begin(), options.end(), [this](PartOption a, PartOption b) {
            return a.cost + model_.prior(a.part) < b.cost + model_.prior(b.part);
        });
        static constexpr language::PartSet open = language::PartSet(Part::noun) | Part::adjective | Part::verb |
                                                  Part::base | Part::participle | Part::gerund | Part::proper;
        for (const PartOption option : options) {
            if (option.part == Part::proper) continue;
            *end++ = option.part == Part::adjective
                         ? option
                         : PartOption{option.part, static_cast<std::int16_t>(option.cost + unlikely)};
        }
        if (open.has(best->part) || best->part == Part::modal) {
            const double likely = open.has(best->part) && best->part != Part::adjective ? likely_name : likely_name / 2;
            *end++ = model_.option(Part::proper, likely);
        }
        step(i, {fitting.begin(), end});
    }

    /// Whether the word opens a phrase, before an office and a name.
    [[nodiscard]] bool office_of_name(std::uint32_t i) const {
        return i > 0 && i + 2 < article_.tokens.size() && article_.tokens[i - 1].kind != CharClass::letter &&
               article_.has(i + 1, Known::role_noun) && article_.tokens[i + 2].upper;
    }

    /// "Mark Smith": a given name that is a common word too, before another capital.
    [[nodiscard]] bool given_name(std::uint32_t i) const {
        return article_.has(i, Known::name) && i + 1 < article_.tokens.size() &&
               article_.tokens[i + 1].kind == CharClass::letter && article_.tokens[i + 1].upper;
    }

    /// An apostrophe that stands for a genitive: "voters' minds".
    void apostrophe(std::uint32_t i) {
        const Token& token = article_.tokens[i];
        if (!token.space_before && i > 0 && !article_.pack->genitive.empty() &&
            article_.tokens[i - 1].kind == CharClass::letter && article_.ends_in(i - 1, article_.pack->plural_ending) &&
            i + 1 < article_.tokens.size() && article_.tokens[i + 1].space_before)
            one(i, Part::genitive);
    }

    void one(std::uint32_t i, Part part) {
        const PartOption only{part, 0};
        step(i, {&only, 1});
    }

    /// "Smith claims he's worth more": a pronoun and its auxiliary in one word stand where the pronoun can.
    [[nodiscard]] bool holds_subject(std::uint32_t i, Part part) const {
        return (part == Part::auxiliary || part == Part::modal) && !article_.has(i, Known::negation) &&
               article_.has_apostrophe(i);
    }

    [[nodiscard]] bool opens_sentence() const { return columns_.size() == 1; }

    void step(std::uint32_t i, std::span<const PartOption> options) {
        const Column before = columns_.back();
        const Token& token = article_.tokens[i];
        // A pronoun makes definite what it is attached to, as the article does: أمينه العام.
        const bool definite = token.definite || (article_.pack->heads_first && token.enclitic != language::Agreement{});
        const Column column{before.begin + before.size, static_cast<std::uint8_t>(options.size())};
        if (column.begin + options.size() > cells_.size()) cells_.resize(cells_.size() * 2 + options.size());
        const Cell* const previous = cells_.data() + before.begin;
        Cell* next = cells_.data() + column.begin;
        // كلمة للمدير حث فيها: a word that a pronoun ties to one before opens a clause of its own.
        const bool tied = i + 1 < article_.tokens.size() && article_.has(i + 1, Known::resumptive);
        for (const PartOption option : options) {
            Cell cell{.token = i,
                      .cost = std::numeric_limits<std::int32_t>::max(),
                      .state = static_cast<std::uint16_t>(PartModel::state_of(option.part, definite)),
                      .part = option.part};
            const std::size_t entered = holds_subject(i, option.part) ? PartModel::state_of(Part::pronoun, false)
                                                                      : static_cast<std::size_t>(cell.state);
            for (std::uint16_t p = 0; p < before.size; ++p) {
                const std::int32_t cost =
                    previous[p].cost + model_.step(previous[p].state, entered, previous[p].verb_stands && !tied);
                if (cost >= cell.cost) continue;
                cell.cost = cost;
                cell.from = p;
            }
            cell.cost += option.cost;
            cell.verb_stands = clauses_show_ && PartModel::verb_stands(cell.part, previous[cell.from].verb_stands);
            *next++ = cell;
        }
        columns_.push_back(column);
        // Costs add up; that one reading costs more than another is all that counts.
        constexpr std::size_t often_enough = 4096;
        if (columns_.size() % often_enough != 0) return;
        const std::span<Cell> last(cells_.data() + column.begin, column.size);
        const std::int32_t least = std::ranges::min_element(last, {}, &Cell::cost)->cost;
        for (Cell& cell : last) cell.cost -= least;
    }

    void end(std::uint32_t terminator) {
        const PartOption boundary{Part::boundary, 0};
        step(terminator == none ? 0 : terminator, {&boundary, 1});
        std::uint16_t reading = 0;
        for (std::size_t c = columns_.size(); c-- > 1;) {
            const Cell& cell = cells_[columns_[c].begin + reading];
            if (c + 1 < columns_.size() || terminator != none) article_.tokens[cell.token].part = cell.part;
            reading = cell.from;
        }
        begin();
    }

    Article& article_;
    const PartModel& model_;
    const NameSigns signs_{article_};
    /// Where the subject stands first a clause may follow a verb at once (said it was), and one verb another.
    const bool clauses_show_ = !article_.pack->subject_first;
    bool capitals_tell_ = false;
    bool credits_ = false;                              ///< in the noun phrase behind "according to"
    std::vector<Cell> cells_ = std::vector<Cell>(256);  ///< more than the columns fill
    std::vector<Column> columns_;
    std::array<PartOption, PartModel::most_options> favoured_;
};

}  // namespace

void tag_parts(Article& article) {
    Tagger(article).run();
}

}  // namespace rawi::detection
