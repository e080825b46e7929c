#include "cli/caption.hpp"

#include <filesystem>
#include <string_view>

namespace rawi::cli {
namespace {

std::string& command_line() {
    static std::string line;
    return line;
}

/// As a shell takes it.
std::string quoted(std::string_view word) {
    constexpr std::string_view unsafe = " \t\n\"'`$&|;<>()*?[]{}!#~\\";
    if (!word.empty() && word.find_first_of(unsafe) == std::string_view::npos) return std::string(word);
    std::string safe = "'";
    for (const char c : word) safe += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return safe + '\'';
}

/// Names without their folders; of many the first ones.
std::string names_of(const std::vector<std::string>& inputs) {
    constexpr std::size_t most = 3;
    std::string names;
    for (std::size_t i = 0; i < inputs.size() && i < most; ++i) {
        if (inputs[i] == "-") continue;
        std::filesystem::path path(inputs[i]);
        if (!path.has_filename()) path = path.parent_path();  // "news/"
        names += (names.empty() ? "" : ", ") + path.filename().string();
    }
    return inputs.size() > most ? names + ", …" : names;
}

}  // namespace

void remember_command_line(int argc, const char* const* argv) {
    std::string line = "rawi";
    for (int i = 1; i < argc; ++i) line += ' ' + quoted(argv[i]);
    command_line() = std::move(line);
}

void add_caption(CLI::App& command, std::string& caption, const std::string& of_what) {
    command
        .add_option("--caption", caption,
                    of_what + "lines below; auto: what was read, how many articles, their dates, this command")
        ->type_name("TEXT");
}

std::optional<CaptionFacts> facts_for(const std::string& caption, const std::vector<std::string>& inputs) {
    if (caption != "auto") return std::nullopt;
    return CaptionFacts{.corpus = names_of(inputs), .command = command_line()};
}

}  // namespace rawi::cli
