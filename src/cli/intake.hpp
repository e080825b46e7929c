// What commands that read articles share: which, how, and with which language packs.
#pragma once

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "rawi/analysis.hpp"
#include "rawi/language.hpp"
#include "rawi/reading.hpp"

namespace rawi::cli {

struct IntakeOptions {
    std::vector<std::string> inputs;
    ReadingOptions reading;
    std::vector<std::string> packs;
    unsigned jobs = std::max(1U, std::thread::hardware_concurrency());

    void add_inputs(CLI::App& command);
    void add_options(CLI::App& command);

    /// The built-in packs, and those from disk in the place of built-in ones of the same language. Throws `UsageError`
    /// if the language that articles are said to be in has none.
    [[nodiscard]] std::vector<LanguagePack> chosen_packs() const;

    /// The inputs, or standard input. Throws `UsageError` where that is a terminal; `what_for` is "to analyze".
    [[nodiscard]] std::vector<std::string> chosen_inputs(const std::string& what_for) const;
};

/// Articles as they come (and saved analyses, for those who want them), for the threads of a `Pipeline`, which may
/// outlive an interrupted run.
class Intake {
public:
    Intake(const IntakeOptions& options, const std::string& what_for)
        : packs_(options.chosen_packs()), reader_(options.chosen_inputs(what_for), options.reading) {}

    [[nodiscard]] std::optional<ArticleReader::Item> read() {
        auto item = reader_.next();
        bytes_ = reader_.bytes_read();
        total_ = reader_.bytes_total();
        return item;
    }
    [[nodiscard]] static std::size_t weight(const ArticleReader::Item& item) {
        if (const auto* document = std::get_if<Document>(&item)) return document->text().size();
        const auto* saved = std::get_if<SavedText>(&item);
        return saved != nullptr ? saved->json.size() : 0;
    }
    [[nodiscard]] const std::vector<LanguagePack>& packs() const noexcept { return packs_; }

    /// What is found in an article. One that takes more memory than there is costs no other one its result.
    [[nodiscard]] std::variant<Analysis, Problem> analyzed(Document&& document) const;

    [[nodiscard]] std::uint64_t bytes() const noexcept { return bytes_; }
    [[nodiscard]] std::uint64_t total() const noexcept { return total_; }

private:
    std::vector<LanguagePack> packs_;
    ArticleReader reader_;
    std::atomic<std::uint64_t> bytes_ = 0;
    std::atomic<std::uint64_t> total_ = 0;
};

}  // namespace rawi::cli
