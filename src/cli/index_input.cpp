#include "cli/index_input.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/progress.hpp"
#include "rawi/error.hpp"
#include "reading/formats.hpp"

namespace rawi::cli {

IndexInputs::IndexInputs(const IntakeOptions& options) : articles(options) {
    articles.inputs.clear();
    std::string& head = articles.reading.already_read;
    for (const std::string& input : options.chosen_inputs("to index")) {
        if (input == "-" && head.empty()) head = head_of_standard_input();
        const bool is_saved = reading::is_saved_analysis(input == "-" ? head : head_of_file(input));
        (is_saved ? saved : articles.inputs).push_back(input);
    }
    if (std::ranges::find(saved, "-") != saved.end())
        begun = std::exchange(articles.reading.already_read, std::string());
}

struct SavedAnalyses::Open {
    Open(const std::string& file, std::string begun)
        : name(file == "-" ? "<stdin>" : file), input(file, std::move(begun)), reader(input.stream(), name) {}

    std::string name;
    SavedInput input;
    AnalysisReader reader;
};

SavedAnalyses::SavedAnalyses(std::vector<std::string> files, std::string begun)
    : files_(std::move(files)), begun_(std::move(begun)) {
    for (const std::string& file : files_) {
        std::error_code unknown;
        const auto size = std::filesystem::file_size(file, unknown);
        if (unknown)
            total_.reset();
        else if (total_)
            *total_ += size;
    }
}

SavedAnalyses::~SavedAnalyses() = default;

std::optional<SavedAnalyses::Item> SavedAnalyses::next() {
    for (;;) {
        try {
            if (!open_) {
                if (next_file_ == files_.size()) return std::nullopt;
                const std::string& file = files_[next_file_++];
                open_ = std::make_unique<Open>(file, file == "-" ? std::exchange(begun_, {}) : std::string());
            }
            auto item = open_->reader.next();
            bytes_ = bytes_before_ + open_->input.bytes_read();
            if (!item) {
                if (auto problem = end_of_file()) return problem;
                continue;
            }
            if (const auto* saved = std::get_if<SavedAnalysis>(&*item); saved != nullptr && !saved->has_text) {
                ++without_text_;
                continue;
            }
            return item;
        } catch (const Error& error) {  // the file cannot be read, or not to its end
            const std::string name = open_ ? open_->name : files_[next_file_ - 1];
            const std::string of_text = without_text();
            open_.reset();
            bytes_before_ = bytes_;
            return Problem{name, 0, error.what() + (of_text.empty() ? of_text : "; " + of_text), true};
        }
    }
}

std::optional<SavedAnalyses::Item> SavedAnalyses::end_of_file() {
    bytes_before_ = bytes_;
    const std::string name = std::exchange(open_, nullptr)->name;
    const std::string of_text = without_text();
    if (of_text.empty()) return std::nullopt;
    return Problem{name, 0, of_text, true};
}

std::string SavedAnalyses::without_text() {
    const std::size_t left_out = std::exchange(without_text_, 0);
    if (left_out == 0) return {};
    return counted(left_out, "analysis was", "analyses were") +
           " saved without text, which a corpus needs: skipped; index the articles, or what analyze --with-text writes "
           "of them";
}

}  // namespace rawi::cli
