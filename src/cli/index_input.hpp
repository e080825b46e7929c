// What a corpus is filled from: articles, and analyses that were saved.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/intake.hpp"
#include "cli/saved_input.hpp"
#include "rawi/saved.hpp"

namespace rawi::cli {

/// Which of the inputs are files of saved analyses, by their first bytes; the others are articles.
struct IndexInputs {
    explicit IndexInputs(const IntakeOptions& options);

    std::vector<std::string> saved;
    std::string begun;       ///< what was read of standard input to tell it, where that is saved
    IntakeOptions articles;  ///< with the other inputs, perhaps none
};

/// Saved analyses one after the other. Those without their text are left out and counted: a corpus needs it.
class SavedAnalyses {
public:
    using Item = std::variant<SavedAnalysis, Problem>;

    /// `begun`: what was read of standard input already.
    SavedAnalyses(std::vector<std::string> files, std::string begun);
    ~SavedAnalyses();

    /// Nothing at the end of all.
    [[nodiscard]] std::optional<Item> next();

    [[nodiscard]] std::uint64_t bytes() const noexcept { return bytes_; }
    /// Nothing where it is not known, as of a pipe.
    [[nodiscard]] std::optional<std::uint64_t> total() const noexcept { return total_; }

private:
    struct Open;

    [[nodiscard]] std::optional<Item> end_of_file();
    /// What is to be said of those of this file that had no text; empty where all had.
    [[nodiscard]] std::string without_text();

    std::vector<std::string> files_;
    std::size_t next_file_ = 0;
    std::string begun_;
    std::unique_ptr<Open> open_;
    std::size_t without_text_ = 0;
    std::uint64_t bytes_before_ = 0;
    std::atomic<std::uint64_t> bytes_ = 0;  // asked for by another thread
    std::optional<std::uint64_t> total_ = 0;
};

}  // namespace rawi::cli
