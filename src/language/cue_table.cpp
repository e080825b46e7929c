// paradigms.tsv: name of the paradigm, tag, model, what it becomes before an attached pronoun (* : the same; absent: it
// takes none).
//     sound	perf.3fs	{1}ت	*
// cues.tsv: lemma, kind, paradigm, stems, takes, stance, flags; - for nothing. Stems are separated by commas; without a
// paradigm they are the surface forms themselves, separated by |. A stem "point +out" carries a fixed particle.
#include <algorithm>

#include "language/compile.hpp"

namespace rawi::language {
namespace {

/// Reads a tag such as "perf.3fs", "pass.past", "part.ms", "noun".
std::optional<CueForm> parse_tag(std::string_view tag) {
    CueForm form;
    for (const std::string_view part : split(tag, ".")) {
        if (part == "perf" || part == "past")
            form.past = true;
        else if (part == "impf" || part == "fut" || part == "pres" || part == "imp")
            form.form = Form::finite;
        else if (part == "part")
            form.form = Form::participle;
        else if (part == "ger")
            form.form = Form::gerund;
        else if (part == "inf")
            form.form = Form::infinitive;
        else if (part == "noun")
            form.form = Form::noun;
        else if (part == "pass")
            form.passive = true;
        else if (const auto agreement = parse_agreement(part))
            form.agreement = *agreement;
        else
            return std::nullopt;
    }
    return form;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

std::optional<Form> parse_kind(std::string_view kind) {
    if (kind == "verb") return Form::finite;
    if (kind == "noun") return Form::noun;
    if (kind == "particle") return Form::particle;
    if (kind == "mark") return Form::mark;
    if (kind == "participle") return Form::participle;
    return std::nullopt;
}

std::optional<Stance> parse_stance(std::string_view name) {
    for (const Stance stance : {Stance::neutral, Stance::assertive, Stance::hedged, Stance::distanced, Stance::denied,
                                Stance::demanding, Stance::asking}) {
        if (name_of(stance) == name) return stance;
    }
    return std::nullopt;
}

class CueRow {
public:
    CueRow(const PackFile& file, std::size_t line, Builder& builder) : file_(file), line_(line), builder_(builder) {}

    void compile(const std::vector<std::string_view>& columns) {
        Lemma lemma;
        lemma.name = columns[0];
        lemma.line = static_cast<std::uint32_t>(line_);
        const auto kind = parse_kind(columns[1]);
        if (!kind)
            return fault("no kind of cue: '" + std::string(columns[1]) + "' (verb, noun, participle, particle, mark)");
        lemma.kind = *kind;
        takes(columns[4], lemma);
        if (columns[5] != "-") {
            const auto stance = parse_stance(columns[5]);
            if (!stance) return fault("no stance: '" + std::string(columns[5]) + "'");
            lemma.stance = *stance;
        }
        if (columns[6] != "-") {
            for (const std::string_view flag : split(columns[6], ","))
                lemma.flag_bits |= builder_.flag_bit(flag, file_, line_);
        }
        index_ = static_cast<std::uint32_t>(builder_.pack.lemmas.size());
        builder_.pack.lemmas.push_back(lemma);
        if (columns[2] == "-")
            fixed_forms(columns[3], lemma.kind);
        else
            inflected_forms(columns[2], columns[3]);
    }

private:
    void fault(std::string message) { builder_.faults.add(file_, line_, std::move(message)); }

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
            } else if (const auto bit = parse_takes(word)) {
                lemma.takes |= *bit;
            } else {
                fault("takes '" + std::string(word) +
                      "'? (that, clause, colon, quote, phrase, infinitive, object, prep:WORD)");
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
                builder_.add_reading(std::string(form) + enclitic.normal, possessed, file_, line_);
            }
        }
    }

    void inflected_forms(std::string_view paradigm, std::string_view column) {
        const auto found = builder_.paradigms.find(paradigm);
        if (found == builder_.paradigms.end())
            return fault("no paradigm '" + std::string(paradigm) + "' in paradigms.tsv");
        std::string_view particle;
        if (const std::size_t plus = column.find('+'); plus != std::string_view::npos) {
            particle = trim(column.substr(plus + 1));
            column = trim(column.substr(0, plus));
        }
        const std::vector<std::string_view> stems = split(column, ",");
        for (const ParadigmForm& form : found->second) {
            const auto surface = fill(form.model, stems);
            if (!surface) continue;  // "-": this verb has no such form
            CueForm reading = form.form;
            reading.lemma = index_;
            const std::string tail = particle.empty() ? "" : " " + std::string(particle);
            builder_.add_reading(*surface + tail, reading, file_, line_);
            if (form.takes_enclitic) with_enclitics(form, stems, reading);
        }
    }

    void with_enclitics(const ParadigmForm& form, const std::vector<std::string_view>& stems, CueForm reading) {
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
    std::optional<std::string> fill(const std::string& model, const std::vector<std::string_view>& stems) {
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

void compile_paradigms(const PackFile& file, Builder& builder) {
    for_each_line(file, [&](std::string_view line, std::size_t number) {
        const std::vector<std::string_view> columns = split(line, "\t");
        if (columns.size() != 3 && columns.size() != 4) {
            return builder.faults.add(file, number,
                                      "a form has three or four columns: paradigm, tag, model, form before a pronoun");
        }
        const auto form = parse_tag(columns[1]);
        if (!form) return builder.faults.add(file, number, "no such tag: '" + std::string(columns[1]) + "'");
        ParadigmForm entry{.form = *form, .model = std::string(columns[2])};
        if (columns.size() == 4) {
            entry.takes_enclitic = true;
            entry.joined = columns[3] == "*" ? entry.model : std::string(columns[3]);
        }
        builder.paradigms[std::string(columns[0])].push_back(std::move(entry));
    });
}

void compile_cues(const PackFile& file, Builder& builder) {
    for_each_line(file, [&](std::string_view line, std::size_t number) {
        const std::vector<std::string_view> columns = split(line, "\t");
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
