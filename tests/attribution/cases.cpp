#include "attribution/cases.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string_view>

namespace rawi::test {
namespace {

constexpr std::string_view rule = "====";

bool is_rule(const std::string& line) {
    return line.size() >= rule.size() && line.find_first_not_of('=') == std::string::npos;
}

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

class CaseReader {
public:
    explicit CaseReader(const std::filesystem::path& file) : file_(file.filename().string()), in_(file) {}

    void read(std::vector<Case>& out) {
        next();
        while (more_) {
            if (trimmed(line_).empty()) {
                next();
                continue;
            }
            if (!is_rule(line_)) fail("a case begins with ====");
            out.push_back(one());
        }
    }

private:
    [[noreturn]] void fail(const std::string& message) const {
        throw std::runtime_error(file_ + ":" + std::to_string(number_) + ": " + message);
    }
    void next() {
        more_ = static_cast<bool>(std::getline(in_, line_));
        ++number_;
    }

    Case one() {
        next();
        Case result{.file = file_,
                    .line = number_,
                    .name = trimmed(line_),
                    .metadata = {},
                    .title = {},
                    .text = {},
                    .expected = {}};
        next();
        if (!more_ || !is_rule(line_)) fail("==== is missing behind the title of the case");
        next();
        while (more_ && header(result)) next();
        for (; more_ && line_ != "---"; next()) {
            if (is_rule(line_)) fail("--- is missing before the next case");
            result.text += line_ + "\n";
        }
        if (!more_) fail("--- is missing behind the text");
        result.text = trimmed(result.text);
        for (next(); more_ && !is_rule(line_); next()) {
            if (!trimmed(line_).empty()) result.expected.push_back(trimmed(line_));
        }
        return result;
    }

    bool header(Case& result) const {
        const std::size_t colon = line_.find(": ");
        if (colon == std::string::npos) return false;
        const std::string key = line_.substr(0, colon);
        const std::string value = trimmed(line_.substr(colon + 2));
        if (key == "outlet")
            result.metadata.outlet = value;
        else if (key == "author")
            result.metadata.author = value;
        else if (key == "published")
            result.metadata.published = value;
        else if (key == "title")
            result.title = value;
        else
            return false;
        return true;
    }

    std::string file_;
    std::ifstream in_;
    std::string line_;
    std::size_t number_ = 0;
    bool more_ = true;
};

}  // namespace

std::vector<Case> read_cases(const std::string& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<Case> cases;
    for (const std::filesystem::path& file : files) CaseReader(file).read(cases);
    return cases;
}

}  // namespace rawi::test
