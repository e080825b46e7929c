// brat standoff (https://brat.nlplab.org/standoff.html): for each article NAME.txt and NAME.ann, and with them the
// configuration that brat needs to show them. All in one tar archive, since brat works on a folder: unpack it below
// brat's data folder.
//
// Sources, cues, contents and the words of relays are text-bound annotations; relations tie them together. Offsets
// count code points, as brat does. An annotation of brat's cannot cross a line end: it goes on in the next fragment.
// U+FFFD stands for controls and what reorders text, one for one: an annotator should see the words where they stand,
// and some of them end a line for Python, in which brat reads the files.
#include <algorithm>
#include <map>
#include <ostream>
#include <string>

#include "text/ascii.hpp"
#include "writing/exchange.hpp"
#include "writing/tar.hpp"
#include "writing/writers.hpp"

namespace rawi::writing {
namespace {

constexpr std::string_view annotation_conf =
    "[entities]\n"
    "Source\nCue\nContent\nRelay\n"
    "!Mention\n\tPerson\n\tRole\n\tOrganisation\n\tOutlet\n\tDocument\n\tUnknown\n\n"
    "[relations]\n"
    "Said\tArg1:Source, Arg2:Content\n"
    "Marks\tArg1:Cue, Arg2:Content\n"
    "Passes\tArg1:Relay, Arg2:Content\n"
    "Within\tArg1:Content, Arg2:Content\n"
    "Coreference\tArg1:Mention, Arg2:Mention, <REL-TYPE>:equivalent-symmetric-transitive\n"
    "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n"
    "[events]\n\n"
    "[attributes]\n"
    "Type\tArg:Content, Value:direct|indirect|mixed\n"
    "Stance\tArg:Content, Value:neutral|assertive|hedged|distanced|denied|demanding|asking\n"
    "Flag-anonymous-source\tArg:Content\n"
    "Flag-unknown-source\tArg:Content\n"
    "Flag-anonymity-requested\tArg:Content\n"
    "Flag-missing-link\tArg:Content\n"
    "Flag-inherited-path\tArg:Content\n"
    "Flag-dropped-subject\tArg:Content\n"
    "Flag-second-hand\tArg:Content\n";

constexpr std::string_view visual_conf =
    "[labels]\n\n"
    "[drawing]\n"
    "Source\tbgColor:#56b4e9\nCue\tbgColor:#e69f00\nContent\tbgColor:#f0e442\nRelay\tbgColor:#009e73\n"
    "Mention\tbgColor:#dddddd\n";

/// One line, whatever stands in it.
std::string one_line(std::string_view text) {
    std::string line = inert(well_formed(text));
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return line;
}

class Standoff {
public:
    explicit Standoff(const Analysis& analysis) : analysis_(analysis), code_points_(analysis.document.text()) {}

    std::string written() {
        for (const Agent& agent : analysis_.agents) mentions(agent);
        contents_.reserve(analysis_.attributions.size());
        for (const Attribution& said : analysis_.attributions) contents_.push_back(bound("Content", said.content));
        for (std::size_t i = 0; i < analysis_.attributions.size(); ++i) claim(analysis_.attributions[i], contents_[i]);
        return std::move(out_);
    }

private:
    void mentions(const Agent& agent) {
        std::string same;
        for (const Span mention : agent.mentions) {
            const std::string id = bound(capitalised(name_of(agent.kind)), {mention});
            if (!id.empty()) same += ' ' + id;
        }
        if (agent.mentions.size() > 1 && !same.empty()) out_ += "*\tCoreference" + same + '\n';
    }

    void claim(const Attribution& said, const std::string& content) {
        if (content.empty()) return;
        if (said.source_span) relate("Said", bound("Source", {*said.source_span}), content);
        relate("Marks", bound("Cue", said.cue), content);
        for (const Hop& hop : said.hops) relate("Passes", bound("Relay", hop.phrase), content);
        if (said.parent) relate("Within", content, contents_[static_cast<std::size_t>(*said.parent)]);
        attribute("Type " + content + ' ' + std::string(name_of(said.type)));
        attribute("Stance " + content + ' ' + std::string(name_of(said.stance)));
        for (const Flag flag : said.flags) attribute("Flag-" + std::string(name_of(flag)) + ' ' + content);
        std::string chain;
        for (const AgentId id : said.chain) {
            const std::string& name = analysis_.agent(id).name;
            chain += (chain.empty() ? "" : " > ") + (name.empty() ? std::string("?") : one_line(name));
        }
        out_ += '#' + std::to_string(++notes_) + "\tAnnotatorNotes " + content + '\t' + chain + " (" +
                one_line(said.rule) + ")\n";
    }

    /// A text-bound annotation; returns its id, or nothing where there are no words to bind it to.
    std::string bound(const std::string& type, const std::vector<Span>& spans) {
        std::vector<Span> fragments;
        for (const Span span : spans) split(span, fragments);
        if (fragments.empty()) return {};
        std::string places;
        std::string words;
        for (const Span fragment : fragments) {
            places += (places.empty() ? "" : ";") + std::to_string(code_points_(fragment.begin)) + ' ' +
                      std::to_string(code_points_(fragment.end));
            words += (words.empty() ? "" : " ") + inert(analysis_.document.text(fragment));
        }
        // The same words with the same type are one annotation, however many claims they belong to.
        const auto [known, is_new] = bound_.try_emplace(type + ' ' + places, 'T' + std::to_string(bound_.size() + 1));
        if (is_new) out_ += known->second + '\t' + known->first + '\t' + words + '\n';
        return known->second;
    }

    /// The lines of a span, without what ends them.
    void split(Span span, std::vector<Span>& fragments) const {
        const std::string_view text = analysis_.document.text();
        std::uint32_t begin = span.begin;
        for (std::uint32_t at = span.begin; at <= span.end; ++at) {
            if (at < span.end && text[at] != '\n' && text[at] != '\r') continue;
            if (begin < at) fragments.push_back({begin, at});
            begin = at + 1;
        }
    }

    void relate(std::string_view type, const std::string& from, const std::string& to) {
        if (from.empty() || to.empty()) return;
        out_ += 'R' + std::to_string(++relations_) + '\t' + std::string(type) + " Arg1:" + from + " Arg2:" + to + '\n';
    }

    void attribute(const std::string& what) { out_ += 'A' + std::to_string(++attributes_) + '\t' + what + '\n'; }

    const Analysis& analysis_;
    CodePointIndex code_points_;
    std::string out_;
    std::vector<std::string> contents_;         // ids, by attribution
    std::map<std::string, std::string> bound_;  // "Type 0 5" and its id
    std::size_t relations_ = 0;
    std::size_t attributes_ = 0;
    std::size_t notes_ = 0;
};

class BratWriter final : public Writer {
public:
    explicit BratWriter(std::ostream& out) : out_(out) {}

    void begin() override {
        std::string archive;
        append_tar_file(archive, "annotation.conf", annotation_conf);
        append_tar_file(archive, "visual.conf", visual_conf);
        put(archive);
    }

    void write(const Analysis& analysis) override {
        const std::string name = name_of_file(analysis.document);
        std::string archive;
        append_tar_file(archive, name + ".txt", inert(analysis.document.text()));
        append_tar_file(archive, name + ".ann", Standoff(analysis).written());
        put(archive);
    }

    void end() override {
        std::string archive;
        append_tar_end(archive);
        put(archive);
    }

private:
    void put(const std::string& bytes) {
        out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        check(out_);
    }

    /// Its place in the archive and as much of its id as a file's name can hold. The number keeps names apart.
    std::string name_of_file(const Document& document) {
        std::string name = std::to_string(++articles_) + '-';
        for (const char c : document.metadata().id.substr(0, 60)) {
            const bool plain = text::is_ascii_letter(c) || text::is_ascii_digit(c) || c == '-';
            name += plain ? c : '_';
        }
        return name;
    }

    std::ostream& out_;
    std::size_t articles_ = 0;
};

}  // namespace

std::unique_ptr<Writer> make_brat_writer(std::ostream& out, const WritingOptions& /*options*/) {
    return std::make_unique<BratWriter>(out);
}

}  // namespace rawi::writing
