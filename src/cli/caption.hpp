// `--caption auto`: what a figure can say of itself.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "rawi/writing.hpp"

namespace rawi::cli {

/// To be called once, before anything is parsed.
void remember_command_line(int argc, const char* const* argv);

void add_caption(CLI::App& command, std::string& caption, const std::string& of_what);

/// What a caption says where `caption` asks for one ("auto"); nothing where it is one. `inputs` are what was read.
[[nodiscard]] std::optional<CaptionFacts> facts_for(const std::string& caption, const std::vector<std::string>& inputs);

}  // namespace rawi::cli
