#include <algorithm>
#include <stdexcept>

#include "text/ascii.hpp"
#include "writing/filled.hpp"
#include "writing/report.hpp"

namespace rawi::writing {
namespace {

const language::EmbeddedFile* embedded(const std::string& name) {
    const auto files = embedded_report();
    const auto found = std::ranges::find(files, name, &language::EmbeddedFile::name);
    return found == files.end() ? nullptr : &*found;
}

}  // namespace

ReportWords::ReportWords(std::string_view language) : language_(language) {
    const auto* file = embedded("words/" + language_ + ".words");
    if (file == nullptr) {
        language_ = "en";
        file = embedded("words/en.words");
    }
    if (file == nullptr) throw std::logic_error("src/writing/report/words/en.words is not built in");
    std::string_view rest = file->text;
    while (!rest.empty()) {
        const std::string_view line = text::trimmed(rest.substr(0, rest.find('\n')));
        rest.remove_prefix(std::min(rest.size(), rest.find('\n')) +
                           (rest.find('\n') == std::string_view::npos ? 0 : 1));
        const std::size_t equals = line.find('=');
        if (line.starts_with('#') || equals == std::string_view::npos) continue;
        words_.emplace(text::trimmed(line.substr(0, equals)), text::trimmed(line.substr(equals + 1)));
    }
}

const std::string& ReportWords::operator[](std::string_view key) const {
    const auto found = words_.find(key);
    if (found == words_.end()) throw std::logic_error("src/writing/report/words lack \"" + std::string(key) + '"');
    return found->second;
}

std::optional<std::string> ReportWords::find(std::string_view key) const {
    const auto found = words_.find(key);
    return found == words_.end() ? std::nullopt : std::optional(found->second);
}

std::string ReportWords::filled(std::string_view key, std::initializer_list<std::string_view> values) const {
    return writing::filled((*this)[key], values);
}

}  // namespace rawi::writing
