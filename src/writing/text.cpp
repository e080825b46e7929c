// What people see at the terminal: each claim with its chain, the words that passed it on, and what is not named.
//
// The frame (numbers, arrows, English labels) runs from left to right and begins each line, so that a terminal of
// either kind lays the line out from the left; all that comes from the article stands in isolates. Chains read speaker
// first in both: an arrow is drawn solid where the text states the step, dashed where it is inferred.
#include <algorithm>
#include <array>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "language/folding.hpp"
#include "text/width.hpp"
#include "writing/explanation.hpp"
#include "writing/terminal.hpp"
#include "writing/writers.hpp"

namespace rawi::writing {
namespace {

constexpr std::size_t label_columns = 5;  // "q12  "
constexpr std::size_t nesting_columns = 4;
constexpr std::size_t deepest_indent = 6;  // deeper claims stand as far in as this
constexpr std::size_t excerpt_lines = 4;

std::string_view note_of(Flag flag) {
    switch (flag) {
        case Flag::anonymous_source: return "unnamed source";
        case Flag::unknown_source: return "no source is given";
        case Flag::anonymity_requested: return "source asked not to be named";
        case Flag::missing_link: return "missing link: the text does not say where the words came from";
        case Flag::inherited_path: return "path stated elsewhere";
        case Flag::dropped_subject: return "speaker understood from what came before";
        case Flag::second_hand: return "second-hand";
    }
    return "";
}

bool is_warning(Flag flag) {
    return flag != Flag::inherited_path && flag != Flag::dropped_subject;
}

// How a step reads before the name of the one who got the words.
std::string_view verb_of(Contact contact) {
    switch (contact) {
        case Contact::spoken: return "told";
        case Contact::written: return "written to";
        case Contact::seen: return "seen by";
        case Contact::cited: return "cited by";
        case Contact::unstated: return "passed to";
    }
    return "";
}

class ArticleText {
public:
    ArticleText(const Analysis& analysis, const WritingOptions& options, std::string& out)
        : analysis_(analysis), options_(options), out_(out), width_(std::max(options.text.width, 30U)) {
        if (options.text.explain) code_points_.emplace(analysis.document.text());
    }

    void write() {
        header();
        for (const auto& [index, depth] : in_reading_order()) claim(index, depth);
    }

private:
    void header() {
        const Document& document = analysis_.document;
        const Metadata& given = document.metadata();
        const std::string_view title = document.text(document.title());
        append_paragraph(out_, text::printable(title.empty() ? std::string_view(given.id) : title),
                         {.width = width_,
                          .right_to_left = analysis_.right_to_left && !title.empty(),
                          .colour = options_.text.colour,
                          .ink = Ink::title});
        Flow line(out_, width_, 0, options_.text.colour);
        const auto add = [&](std::string_view field) {
            if (field.empty()) return;
            const std::string shown = shortened(text::printable(field), width_);
            line.add(" · ", isolated(shown, analysis_.right_to_left), text::display_width(shown));
        };
        add(analysis_.agents.empty() ? std::string_view(given.outlet) : analysis_.agent(analysis_.publisher).name);
        add(given.author);
        add(given.published);
        if (!title.empty()) add(given.id);
        if (!out_.ends_with('\n')) out_ += '\n';
        summary();
    }

    void summary() {
        const std::size_t claims = analysis_.attributions.size();
        Flow line(out_, width_, 0, options_.text.colour);
        const auto add = [&](std::size_t n, std::string_view what) {
            if (n == 0) return;
            const std::string part = std::to_string(n).append(" ").append(what);
            line.add(" · ", painted(Ink::note, part, options_.text.colour), part.size());
        };
        const auto count = [&](Flag flag) {
            return static_cast<std::size_t>(
                std::ranges::count_if(analysis_.attributions, [&](const auto& said) { return said.has(flag); }));
        };
        if (claims == 0) out_ += painted(Ink::note, "no attributed claims found", options_.text.colour);
        add(claims, claims == 1 ? "claim" : "claims");
        add(count(Flag::second_hand), "second-hand");
        add(count(Flag::anonymous_source), "from unnamed sources");
        add(count(Flag::unknown_source), "whose source is not given");
        add(count(Flag::missing_link), "with a missing link");
        out_ += '\n';
        if (words_are_missing())
            append_paragraph(out_, "(the words were not saved; rawi analyze --with-text saves them)",
                             {.width = width_, .colour = options_.text.colour, .ink = Ink::warning});
    }

    /// An analysis that was saved without its text knows where the words stood, but not which they were.
    [[nodiscard]] bool words_are_missing() const {
        return std::ranges::any_of(analysis_.attributions, [&](const Attribution& said) {
            return analysis_.document.joined(said.content).empty() ||
                   (!said.cue.empty() && analysis_.document.joined(said.cue).empty());
        });
    }

    // (index, depth) of each claim, nested ones after the one they stand in. Claims whose parents form a circle (no
    // analysis holds one, but a saved file might) are left out.
    [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> in_reading_order() const {
        const std::size_t count = analysis_.attributions.size();
        std::vector<std::vector<std::size_t>> children(count);
        std::vector<std::pair<std::size_t, std::size_t>> order;
        std::vector<std::pair<std::size_t, std::size_t>> pending;
        for (std::size_t i = count; i-- > 0;) {
            const auto& parent = analysis_.attributions[i].parent;
            if (parent && static_cast<std::size_t>(*parent) < count) {
                children[static_cast<std::size_t>(*parent)].push_back(i);
            } else {
                pending.emplace_back(i, 0);
            }
        }
        while (!pending.empty()) {
            const auto [index, depth] = pending.back();
            pending.pop_back();
            order.emplace_back(index, depth);
            for (const std::size_t child : children[index]) pending.emplace_back(child, depth + 1);
        }
        return order;
    }

    void claim(std::size_t index, std::size_t depth) {
        const Attribution& said = analysis_.attributions[index];
        const std::size_t nesting = std::min(depth, deepest_indent) * nesting_columns;
        const std::size_t indent = nesting + label_columns;
        std::string label(1, 'q');
        label += std::to_string(index + 1);
        label.resize(std::max(label_columns, label.size() + 1), ' ');
        out_ += '\n';
        out_.append(nesting, ' ');
        out_ += painted(Ink::note, label, options_.text.colour);
        chain(said, indent);
        words(said, indent);
        content(said, indent, nesting);
        notes(said, indent);
        if (options_.text.explain)
            append_explanation(out_, analysis_, *code_points_, said, {width_, indent, options_.text.colour});
    }

    void chain(const Attribution& said, std::size_t indent) {
        Flow line(out_, width_, indent, options_.text.colour);
        if (!said.source || said.chain.size() < 2) piece(line, "", Ink::warning, "(nobody is given)", indent);
        for (std::size_t i = 0; i < said.chain.size(); ++i) {
            const Agent& agent = analysis_.agent(said.chain[i]);
            const bool stated = i > 0 && i - 1 < said.hops.size() && !said.hops[i - 1].inferred;
            const bool last = i + 1 == said.chain.size();
            const std::string_view arrow = said.stands_beside(i) ? " + " : stated ? " → " : " ⇢ ";
            if (last && said.has(Flag::missing_link)) {
                piece(line, " ⇢ ", Ink::warning, "(?)", indent);
            }
            if (agent.name.empty()) {
                piece(line, arrow, Ink::warning, agent.publisher ? "(publisher not known)" : "(no name)", indent);
            } else {
                piece(line, arrow, i == 0 && !last && said.source ? Ink::speaker : Ink::label, agent.name, indent);
            }
        }
        out_ += '\n';
    }

    void piece(Flow& line, std::string_view separator, Ink ink, std::string_view text, std::size_t indent) const {
        const std::string shown = shortened(text::printable(text), width_ > indent + 13 ? width_ - indent - 3 : 10);
        line.add(separator, painted(ink, isolated(shown, analysis_.right_to_left), options_.text.colour),
                 text::display_width(shown));
    }

    // The words by which it was said and passed on.
    void words(const Attribution& said, std::size_t indent) {
        out_.append(indent, ' ');
        Flow line(out_, width_, indent, options_.text.colour);
        const std::string cue = analysis_.document.joined(said.cue);
        phrase(line, said.cue.empty() ? "goes on without a cue" : "said", cue, indent);
        for (const Hop& hop : said.hops) {
            if (hop.inferred && hop.phrase.empty()) continue;
            const std::string& name = analysis_.agent(hop.to).name;
            const std::string to = isolated(shortened(text::printable(name), 30), analysis_.right_to_left);
            const std::string words = analysis_.document.joined(hop.phrase);
            const bool nothing_more = language::plain_name(words) == language::plain_name(name);  // but marks
            phrase(line, std::string(verb_of(hop.contact)) + (to.empty() ? "" : " ") + to, nothing_more ? "" : words,
                   indent);
        }
        out_ += '\n';
    }

    void phrase(Flow& line, std::string_view what, std::string_view words, std::size_t indent) const {
        std::string whole(what);
        std::size_t columns = text::display_width(what);
        if (!words.empty()) {
            const std::string shown =
                shortened(text::printable(words), width_ > indent + 20 ? width_ - indent - 10 : 10);
            whole.append(" “")
                .append(painted(Ink::words, isolated(shown, analysis_.right_to_left), options_.text.colour))
                .append("”");
            columns += text::display_width(shown) + 3;
        }
        line.add(" · ", whole, columns);
    }

    void content(const Attribution& said, std::size_t indent, std::size_t nesting) {
        std::string shown = text::printable(analysis_.document.joined(said.content));
        if (shown.empty()) return;
        if (said.type == ContentType::direct) shown.insert(0, "“").append("”");
        const bool right_to_left = analysis_.right_to_left && text::has_right_to_left(shown);
        append_paragraph(out_, shown,
                         {.indent = indent,
                          .width = right_to_left ? width_ - std::min(width_ / 2, nesting) : width_,
                          .most_lines = options_.text.explain ? 0 : excerpt_lines,
                          .right_to_left = right_to_left,
                          .colour = options_.text.colour,
                          .ink = Ink::label});
    }

    void notes(const Attribution& said, std::size_t indent) {
        std::string line_text;
        Flow line(line_text, width_, indent, options_.text.colour);
        const auto add = [&](std::string_view note, Ink ink) {
            line.add(" · ", painted(ink, note, options_.text.colour), text::display_width(note));
        };
        if (said.stance != Stance::neutral) add(name_of(said.stance), Ink::warning);
        for (const Flag flag : said.flags) add(note_of(flag), is_warning(flag) ? Ink::warning : Ink::note);
        for (std::size_t i = 1; i + 1 < said.chain.size(); ++i) {
            if (!analysis_.agent(said.chain[i]).named) add("passed on by someone unnamed", Ink::warning);
        }
        if (said.medium) add(std::string("in: ").append(text::printable(*said.medium)), Ink::note);
        if (said.when) {
            const std::string when = when_of(*said.when);
            if (!when.empty()) add("when: " + when, Ink::note);
        }
        if (line_text.empty()) return;
        out_.append(indent, ' ');
        out_ += line_text;
        out_ += '\n';
    }

    /// "on Monday (2024-04-29)"
    [[nodiscard]] std::string when_of(const When& said) const {
        const std::string words = analysis_.document.joined({said.text});
        const std::string date = text::printable(said.date);
        if (words.empty()) return date;
        const std::string shown = isolated(words, analysis_.right_to_left);
        return date.empty() ? shown : shown + " (" + date + ")";
    }

    const Analysis& analysis_;
    const WritingOptions& options_;
    std::string& out_;
    std::size_t width_;
    std::optional<CodePointIndex> code_points_;  ///< for explanations
};

class TextWriter final : public Writer {
public:
    TextWriter(std::ostream& out, WritingOptions options) : out_(out), options_(std::move(options)) {}

    void write(const Analysis& analysis) override {
        buffer_.clear();
        if (any_) buffer_.append("\n").append(painted(Ink::note, "* * *", options_.text.colour)).append("\n\n");
        any_ = true;
        ArticleText(analysis, options_, buffer_).write();
        out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        check(out_);
    }

private:
    std::ostream& out_;
    WritingOptions options_;
    std::string buffer_;
    bool any_ = false;
};

}  // namespace

std::unique_ptr<Writer> make_text_writer(std::ostream& out, const WritingOptions& options) {
    return std::make_unique<TextWriter>(out, options);
}

}  // namespace rawi::writing
