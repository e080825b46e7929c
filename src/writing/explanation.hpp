// `--explain`: which rule found an attribution and each step of its chain, and on what evidence.
#pragma once

#include <cstddef>
#include <string>

#include "rawi/analysis.hpp"

namespace rawi::writing {

struct ExplanationLook {
    std::size_t width = 80;
    std::size_t indent = 0;
    bool colour = false;
};

/// Appends lines that name rule (with file and line) and evidence of `said` and of each of its hops. Places are code
/// point offsets, as in the JSON, by the index of the article's text.
void append_explanation(std::string& out, const Analysis& analysis, const CodePointIndex& code_points,
                        const Attribution& said, const ExplanationLook& look);

}  // namespace rawi::writing
