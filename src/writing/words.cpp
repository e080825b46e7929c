#include "writing/words.hpp"

#include <algorithm>
#include <stdexcept>

#include "rawi/error.hpp"
#include "text/ascii.hpp"
#include "writing/embedded_themes.hpp"
#include "writing/filled.hpp"
#include "writing/report.hpp"

namespace rawi::writing {

void each_setting(const std::string& file, std::string_view text,
                  const std::function<void(std::size_t, std::string_view, std::string_view)>& use) {
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view content = text::trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (content.empty() || content.starts_with('#')) continue;
        const std::size_t equals = content.find('=');
        if (equals == std::string_view::npos) throw Error(file, line, "\"name = value\" is wanted here");
        use(line, text::trimmed(content.substr(0, equals)), text::trimmed(content.substr(equals + 1)));
    }
}

const language::EmbeddedFile* find_file(std::span<const language::EmbeddedFile> files, std::string_view name) noexcept {
    const auto found = std::ranges::find(files, name, &language::EmbeddedFile::name);
    return found == files.end() ? nullptr : &*found;
}

Words::Words(std::string_view folder, std::span<const language::EmbeddedFile> files, std::string_view language)
    : folder_(folder), language_(language) {
    const auto* file = find_file(files, "words/" + language_ + ".words");
    if (file == nullptr) {
        language_ = "en";
        file = find_file(files, "words/en.words");
    }
    if (file == nullptr) throw std::logic_error(folder_ + "/words/en.words is not built in");
    each_setting(folder_ + '/' + std::string(file->name), file->text,
                 [&](std::size_t, std::string_view key, std::string_view value) { words_[std::string(key)] = value; });
}

const std::string& Words::operator[](std::string_view key) const {
    const auto found = words_.find(key);
    if (found == words_.end()) throw std::logic_error(folder_ + "/words lack \"" + std::string(key) + '"');
    return found->second;
}

std::optional<std::string> Words::find(std::string_view key) const {
    const auto found = words_.find(key);
    return found == words_.end() ? std::nullopt : std::optional(found->second);
}

std::string Words::filled(std::string_view key, std::initializer_list<std::string_view> values) const {
    return writing::filled((*this)[key], values);
}

Words picture_words(std::string_view language) {
    return {"graphs/themes", embedded_themes(), language};
}

Words report_words(std::string_view language) {
    return {"src/writing/report", embedded_report(), language};
}

}  // namespace rawi::writing
