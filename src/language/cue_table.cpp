// paradigms.tsv: name of the paradigm, tag, model, what it becomes before an attached pronoun (* : the same; absent: it
// takes none).
//     sound	perf.3fs	{1}ت	*
// cues.tsv: lemma, kind, paradigm, stems, takes, stance, flags; - for nothing. Stems are separated by commas; without a
// paradigm they are the surface forms themselves, separated by |. A stem "point +out" carries a fixed particle.
#include <algorithm>

#include "language/compile.hpp"
#include "language/names.hpp"
#include "language/notation.hpp"

namespace rawi::language {
namespace {

struct Tag {
    std::string_view name;
    Form form;
    bool past = false, passive = false, or_first = false, future = false;
};
constexpr Tag tags[] = {{"perf", Form::finite, true},
                        {"past", Form::finite, true},
                        {"impf", Form::finite},
                        {"fut", Form::finite, false, false, false, true},
                        {"pres", Form::finite},
                        {"imp", Form::finite},
                        {"part", Form::participle},
                        {"ger", Form::gerund},
                        {"inf", Form::infinitive},
                        {"noun", Form::noun},
                        {"pass", Form::finite, false, true},
                        {"or1", Form::finite, false, false, true}};

/// Reads a tag such as "perf.3fs", "perf.3fs.or1", "pass.past", "part.ms", "noun".
std::optional<CueForm> parse_tag(std::string_view tag) {
    CueForm form;
    for (const std::string_view part : split(tag, ".")) {
        if (const auto* const known = row_named(tags, part)) {
            if (known->form != Form::finite) form.form = known->form;
            form.past = form.past || known->past;
            form.passive = form.passive || known->passive;
            form.or_first = form.or_first || known->or_first;
            form.future = form.future || known->future;
        } else if (const auto agreement = parse_agreement(part)) {
            form.agreement = *agreement;
        } else {
            return std::nullopt;
        }
    }
    return form;
}

/// The highest slot {N} of a model; nothing if a brace is no part of one.
std::optional<std::size_t> highest_slot(std::string_view model) {
    std::size_t highest = 0;
    for (std::size_t at = 0; at < model.size(); ++at) {
        if (model[at] == '}') return std::nullopt;
        if (model[at] != '{') continue;
        if (at + 2 >= model.size() || model[at + 1] < '1' || model[at + 1] > '9' || model[at + 2] != '}')
            return std::nullopt;
        highest = std::max(highest, static_cast<std::size_t>(model[at + 1] - '0'));
        at += 2;
    }
    return highest;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

constexpr Named<Form> kinds[] = {{"verb", Form::finite},
                                 {"noun", Form::noun},
                                 {"participle", Form::participle},
                                 {"particle", Form::particle},
                                 {"mark", Form::mark}};
constexpr std::string_view cue_complements[] = {"that",   "clause",     "colon",  "quote",
                                                "phrase", "infinitive", "object", "prep:WORD"};

class CueRow {
public:
    CueRow(const PackFile& file, std::size_t line, Builder& builder) : file_(file), line_(line), builder_(builder) {}

    void compile(const Pieces& columns) {
        Lemma lemma;
        lemma.name = columns[0];
        lemma.line = static_cast<std::uint32_t>(line_);
        if (const auto* const kind = row_named(kinds, columns[1]))
            lemma.kind = kind->value;
        else
            fault(unknown_name("kind of cue:", columns[1], names_in(kinds)));
        takes(columns[4], lemma);
        if (columns[5] != "-") {
            const auto stance = from_name<Stance>(columns[5]);
            if (!stance) fault(unknown_name("stance", columns[5], names_of<Stance>()));
            lemma.stance = stance.value_or(Stance::neutral);
        }
        if (columns[6] != "-") flags(columns[6], lemma);
        index_ = static_cast<std::uint32_t>(builder_.pack.lemmas.size());
        builder_.pack.lemmas.push_back(lemma);
        twice(columns, lemma);
        if (columns[2] == "-" && columns[3] == "-")
            fault("neither a paradigm nor a stem: this cue has no form");
        else if (columns[2] == "-")
            fixed_forms(columns[3], lemma.kind);
        else
            inflected_forms(columns[2], columns[3]);
    }

private:
    void fault(std::string message) { builder_.faults.add(file_, line_, std::move(message)); }

    /// The same forms with the same flags again: where the first does not match, this one does not either.
    void twice(const Pieces& columns, const Lemma& lemma) {
        std::string key;
        for (std::size_t c = 0; c < 4; ++c) key.append(columns[c]).append("\t");
        std::vector<std::uint32_t>& alike = builder_.cues_alike[key];
        for (const std::uint32_t other : alike) {
            const Lemma& earlier = builder_.pack.lemmas[other];
            const auto has = [&](WordId word) {
                return std::find(earlier.prepositions.begin(), earlier.prepositions.end(), word) !=
                       earlier.prepositions.end();
            };
            if (earlier.flag_bits == lemma.flag_bits && (lemma.takes & ~earlier.takes) == 0 &&
                std::all_of(lemma.prepositions.begin(), lemma.prepositions.end(), has))
                return fault("this cue adds nothing: the one at line " + std::to_string(earlier.line) +
                             " has the same forms and flags, and takes all that this one takes");
        }
        alike.push_back(index_);
    }

    /// Words with spaces between them are taken for the flags that they were meant for, so that no rule is to blame.
    void flags(std::string_view column, Lemma& lemma) {
        for (const std::string_view flag : split(column, ",")) {
            if (flag.find(' ') != std::string_view::npos)
                fault("'" + std::string(flag) + "': flags are separated by commas here, and none holds a space");
            for (const std::string_view word : split(flag, " "))
                if (!word.empty()) lemma.flag_bits |= builder_.flag_bit(word, file_, line_);
        }
    }

    void takes(std::string_view column, Lemma& lemma) {
        if (column == "-") return;
        for (const std::string_view word : split(column, ",")) {
            if (word.starts_with("prep:")) {
                lemma.takes |= static_cast<std::uint16_t>(Takes::preposition);
                const std::vector<WordId> words = builder_.words_of(word.substr(5));
                if (words.size() != 1)
                    fault("a preposition is one word: '" + std::string(word) + "'");
                else
                    lemma.prepositions.push_back(words.front());
            } else if (const auto bit = parse_complement(word); bit && word != "preposition") {
                lemma.takes |= *bit;
            } else {
                fault(unknown_name("such complement:", word, cue_complements));
            }
        }
    }

    void fixed_forms(std::string_view column, Form kind) {
        for (const std::string_view form : split(column, "|")) {
            builder_.add_reading(form, CueForm{.lemma = index_, .form = kind}, file_, line_);
            if (kind != Form::noun || form.find(' ') != std::string_view::npos) continue;
            // The pronoun of such a noun is the one who speaks: تأكيداته.
            for (const Enclitic& enclitic : builder_.pack.enclitics) {
                const CueForm possessed{.lemma = index_,
                                        .form = kind,
                                        .has_object = true,
                                        .agreement = enclitic.agreement,
                                        .object = enclitic.agreement};
                builder_.add_reading(builder_.with_enclitic(entry_key(form), enclitic), possessed, file_, line_);
            }
        }
    }

    void inflected_forms(std::string_view paradigm, std::string_view column) {
        const auto found = builder_.paradigms.find(paradigm);
        if (found == builder_.paradigms.end())
            return fault("no paradigm '" + std::string(paradigm) + "' in paradigms.tsv" + meant(paradigm, paradigms()));
        std::string_view particle;
        if (const std::size_t plus = column.find('+'); plus != std::string_view::npos) {
            particle = trim(column.substr(plus + 1));
            column = trim(column.substr(0, plus));
        }
        const Pieces stems = split(column, ",");
        const auto& [forms, slots, place, failed] = found->second;
        if (failed) return;  // said already
        if (stems.size() != slots)
            return fault("the paradigm '" + std::string(paradigm) + "' has " + std::to_string(slots) +
                         (slots == 1 ? " stem" : " stems") + ", - for one that is not used; here are " +
                         std::to_string(stems.size()));
        bool formed = false;
        for (const ParadigmForm& form : forms) {
            const auto surface = fill(form.model, stems);
            if (!surface) continue;  // "-": this verb has no such form
            formed = true;
            CueForm reading = form.form;
            reading.lemma = index_;
            const std::string tail = particle.empty() ? "" : " " + std::string(particle);
            builder_.add_reading(*surface + tail, reading, file_, line_);
            if (form.takes_enclitic) with_enclitics(form, stems, reading);
        }
        if (!formed) fault("of the paradigm '" + std::string(paradigm) + "' nothing is left: this cue has no form");
    }

    [[nodiscard]] std::vector<std::string_view> paradigms() const {
        std::vector<std::string_view> names;
        for (const auto& each : builder_.paradigms) names.push_back(each.first);
        return names;
    }

    void with_enclitics(const ParadigmForm& form, const Pieces& stems, CueForm reading) {
        const auto joined = fill(form.joined, stems);
        if (!joined) return;
        reading.has_object = true;
        for (const Enclitic& enclitic : builder_.pack.enclitics) {
            reading.object = enclitic.agreement;
            // The pronoun of a verbal noun is the one who speaks: تأكيده.
            if (form.form.form == Form::noun) reading.agreement = enclitic.agreement;
            builder_.add_reading(*joined + enclitic.normal, reading, file_, line_);
        }
    }

    /// `model` with {1}, {2} ... replaced; nothing if a stem is "-" or not given.
    std::optional<std::string> fill(const std::string& model, const Pieces& stems) {
        std::string form = model;
        for (std::size_t i = 0; i < stems.size(); ++i) {
            const std::string slot = "{" + std::to_string(i + 1) + "}";
            if (form.find(slot) == std::string::npos) continue;
            if (stems[i] == "-") return std::nullopt;
            form = replace_all(std::move(form), slot, stems[i]);
        }
        if (form.find('{') != std::string::npos) return std::nullopt;
        return form;
    }

    const PackFile& file_;
    std::size_t line_;
    Builder& builder_;
    std::uint32_t index_ = 0;
};

}  // namespace

std::vector<std::string_view> form_tags() {
    return names_in(tags);
}

void compile_paradigms(const PackFile& file, Builder& builder) {
    for_each_line(file, [&](std::string_view line, std::size_t number) {
        const Pieces columns = split(line, "\t");
        if (columns.size() != 3 && columns.size() != 4) {
            return builder.faults.add(file, number,
                                      "a form has three or four columns: paradigm, tag, model, form before a pronoun");
        }
        Paradigm& paradigm =
            builder.paradigms.try_emplace(std::string(columns[0]), Paradigm{.line = number}).first->second;
        const auto fault = [&](std::string message) {
            paradigm.failed = true;
            builder.faults.add(file, number, std::move(message));
        };
        const auto form = parse_tag(columns[1]);
        if (!form) {
            std::vector<std::string_view> names = form_tags();
            names.emplace_back("3ms");
            return fault(unknown_name("such tag:", columns[1], names));
        }
        ParadigmForm entry{.form = *form, .model = std::string(columns[2])};
        if (columns.size() == 4) {
            entry.takes_enclitic = true;
            entry.joined = columns[3] == "*" ? entry.model : std::string(columns[3]);
        }
        for (const std::string& model : {entry.model, entry.joined}) {
            const auto slot = highest_slot(model);
            if (!slot) return fault("'" + model + "': a slot is {1} to {9}, and braces stand for nothing else");
            paradigm.slots = std::max(paradigm.slots, *slot);
        }
        paradigm.forms.push_back(std::move(entry));
    });
    // Cues give the stems of all slots up to the highest: one left out on the way is mostly a slip of the highest.
    for (const auto& [name, paradigm] : builder.paradigms) {
        std::string models;
        for (const ParadigmForm& form : paradigm.forms) models += form.model + form.joined;
        for (std::size_t slot = 1; slot < paradigm.slots && !paradigm.failed; ++slot) {
            if (models.find("{" + std::to_string(slot) + "}") != std::string::npos) continue;
            builder.faults.add(file, paradigm.line,
                               "the paradigm '" + name + "' has a slot {" + std::to_string(paradigm.slots) +
                                   "}, but none {" + std::to_string(slot) + "}");
            break;
        }
    }
}

void compile_cues(const PackFile& file, Builder& builder) {
    for_each_line(file, [&](std::string_view line, std::size_t number) {
        const Pieces columns = split(line, "\t");
        if (columns.size() != 7) {
            return builder.faults.add(
                file, number,
                "a cue has seven columns: lemma, kind, paradigm, stems, takes, stance, flags; here are " +
                    std::to_string(columns.size()));
        }
        CueRow(file, number, builder).compile(columns);
    });
}

}  // namespace rawi::language
