// Analyses that were saved as JSON ("rawi/1", see docs/json.md), read back without analysing again.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "rawi/analysis.hpp"
#include "rawi/reading.hpp"

namespace rawi {

struct SavedAnalysis {
    Analysis analysis;

    /// Whether the text was saved with it (`WritingOptions::with_text`). Where it was not, the document's body is
    /// blank: spaces, as many as the spans need, so that all offsets stay good and every quotation comes out blank.
    bool has_text = false;
};

/// One article as the formats json and jsonl write it: the exact way back. UTF-8. Throws `Error` that names the member
/// at fault for anything that is not such an article. What comes back keeps the promises of `Analysis`, of
/// `Attribution` and of `Hop` as far as something could break on them: all spans lie in the text, those of cues,
/// contents and phrases hold words and follow each other, all ids are those of agents and attributions that are there,
/// one agent is the publisher, chains lead from the source to the publisher by their hops, and no claim stands in
/// itself. That the text says so, and that agents and attributions stand in its order, is not looked into.
[[nodiscard]] SavedAnalysis read_analysis(std::string_view json);

/// Reads saved analyses one by one from JSON Lines or from an array of them; memory is bounded by the largest one.
/// A line or element that is none comes as a problem in its place and does not end the reading.
class AnalysisReader {
public:
    using Item = std::variant<SavedAnalysis, Problem>;

    /// `in` must outlive the reader; `file` names it in problems. A larger article than `largest` bytes of JSON is a
    /// problem.
    AnalysisReader(std::istream& in, std::string file, std::size_t largest = std::size_t{256} << 20);
    ~AnalysisReader();
    AnalysisReader(AnalysisReader&&) noexcept;
    AnalysisReader& operator=(AnalysisReader&&) noexcept;

    /// The next analysis or problem; nothing at the end.
    [[nodiscard]] std::optional<Item> next();
    /// Whether nothing that was met up to here is, even cut or of another version, what rawi writes: articles, say.
    [[nodiscard]] bool reads_something_else() const;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace rawi
