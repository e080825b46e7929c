// The approved pictures in graphs/gallery. Each NAME.json there holds analyses, checked by hand; NAME.dot and NAME.svg
// are their picture, NAME-VARIANT.dot and NAME-VARIANT.svg others; of a corpus, corpus-NAME.json, the outlets and a
// trace. DOT is compared byte for byte. SVG is compared by
// what it shows, since where things stand depends on the fonts of the machine.
//
// After a change that is meant: `tests/approve-gallery`, then look at every picture that git calls changed.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "corpus/small_corpus.hpp"
#include "rawi/reliance.hpp"
#include "rawi/saved.hpp"
#include "rawi/trace.hpp"
#include "rawi/writing.hpp"
#include "writing/caption.hpp"
#include "writing/dot.hpp"

using namespace rawi;
namespace fs = std::filesystem;

namespace {

const fs::path gallery = fs::path(RAWI_SOURCE_DIR) / "graphs" / "gallery";

struct Variant {
    std::string suffix;
    WritingOptions options;
};

std::vector<Variant> variants() {
    WritingOptions plain;
    WritingOptions claims;
    claims.view = View::claims;
    WritingOptions dark;
    dark.picture.theme = "dark";
    WritingOptions print;
    print.picture.theme = "print";
    print.picture.cluster = Cluster::kind;
    print.caption = "rawi analyze --theme print --cluster kind";
    WritingOptions prov;
    prov.picture.theme = "prov";
    return {{"", plain}, {"-claims", claims}, {"-dark", dark}, {"-print", print}, {"-prov", prov}};
}

std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Analysis> saved(const fs::path& path) {
    std::ifstream file(path);
    AnalysisReader reader(file, path.filename().string());
    std::vector<Analysis> found;
    while (auto item = reader.next()) {
        if (const auto* problem = std::get_if<Problem>(&*item))
            FAIL(problem->file << ':' << problem->line << ": " << problem->message);
        found.push_back(std::move(std::get<SavedAnalysis>(*item).analysis));
    }
    return found;
}

std::string drawn(const fs::path& path, std::string_view format, const WritingOptions& options) {
    std::ostringstream out;
    const auto writer = make_writer(*find_format(format), out, options);
    writer->begin();
    for (const Analysis& analysis : saved(path)) writer->write(analysis);
    writer->end();
    return out.str();
}

std::string drawn(const ProvenanceGraph& graph, std::string_view format, const writing::DrawingOptions& options) {
    std::ostringstream out;
    format == "dot" ? write_dot(out, graph, options) : write_picture(out, graph, options);
    return out.str();
}

/// Without coordinates and sizes: the elements, their classes, colours, keys and words.
std::string shown_by(const std::string& svg) {
    static const std::regex places(
        R"re( (points|d|x|y|cx|cy|rx|ry|width|height|viewBox|transform|x1|x2|y1|y2)="[^"]*")re");
    static const std::regex line_break(R"re(\n viewBox="[^"]*")re");
    return std::regex_replace(std::regex_replace(svg, line_break, ""), places, "");
}

/// The first line that is not the same, so that a failure can be read.
std::string first_difference(const std::string& is, const std::string& should) {
    std::istringstream left(is);
    std::istringstream right(should);
    std::string a;
    std::string b;
    for (int line = 1;; ++line) {
        const bool more_left = static_cast<bool>(std::getline(left, a));
        const bool more_right = static_cast<bool>(std::getline(right, b));
        if (!more_left && !more_right) return "";
        if (a != b || more_left != more_right)
            return "line " + std::to_string(line) + "\n  is     " + a + "\n  should " + b;
    }
}

std::vector<fs::path> analyses() {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(gallery)) {
        if (entry.path().extension() == ".json") found.push_back(entry.path());
    }
    std::ranges::sort(found);
    return found;
}

}  // namespace

TEST_CASE("the gallery shows what was approved", "[gallery]") {
    const bool approve = std::getenv("RAWI_APPROVE") != nullptr;
    std::set<std::string> expected;
    const auto compare = [&](const std::string& name, const std::string& format, const std::string& is) {
        const fs::path approved = gallery / (name + "." + format);
        expected.insert(approved.filename().string());
        if (approve) {
            std::ofstream(approved, std::ios::binary) << is;
            return;
        }
        INFO(approved.filename().string() << ": if the change is meant, run tests/approve-gallery");
        const std::string should = content_of(approved);
        CHECK(first_difference(format == "dot" ? is : shown_by(is), format == "dot" ? should : shown_by(should)) == "");
    };
    REQUIRE(analyses().size() >= 4);
    for (const fs::path& path : analyses()) {
        const std::string name = path.stem().string();
        for (const std::string format : {"dot", "svg"}) {
            if (name.starts_with("corpus-")) {
                const test::Folder folder;
                const Corpus corpus = test::corpus_of(folder, saved(path));
                const Reliance outlets = reliance(corpus);
                const Trace traced = trace(corpus, "the old breakwater will not survive another winter");
                const CaptionFacts facts{"news.rawi", "rawi reliance news.rawi --cluster country --caption auto"};
                writing::DrawingOptions framed;
                framed.picture.cluster = Cluster::country;
                framed.caption = writing::caption_of(facts, writing::scope_of(outlets), "en");
                compare(name + "-outlets", format, drawn(outlets.graph, format, framed));
                compare(name + "-trace", format, drawn(traced.graph, format, {}));
                continue;
            }
            for (const Variant& variant : variants())
                compare(name + variant.suffix, format, drawn(path, format, variant.options));
        }
    }
    for (const auto& entry : fs::directory_iterator(gallery)) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(".dot") && !name.ends_with(".svg")) continue;
        INFO(name << " belongs to no .json");
        CHECK(expected.contains(name));
    }
}
