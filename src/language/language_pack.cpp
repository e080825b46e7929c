// The public handle: packs built in, read from a directory, checked.
#include "rawi/language.hpp"

#include <algorithm>
#include <deque>
#include <fstream>
#include <map>
#include <mutex>
#include <sstream>
#include <utility>

#include "language/embedded.hpp"
#include "language/pack.hpp"
#include "rawi/error.hpp"
#include "text/characters.hpp"
#include "text/tokens.hpp"
#include "text/width.hpp"

namespace rawi {

using language::EmbeddedFile;
using language::Faults;
using language::Pack;
using language::PackFile;

namespace {

constexpr std::string_view shared_folder = "shared";

void add_folder(std::string_view folder, std::vector<PackFile>& files) {
    for (const EmbeddedFile& file : language::embedded_files()) {
        if (file.folder != folder) continue;
        files.push_back({.name = std::string(file.folder) + "/" + std::string(file.name),
                         .path = std::string(file.name),
                         .text = file.text,
                         .shared = folder == shared_folder});
    }
}

std::shared_ptr<const Pack> compile_or_throw(const std::vector<PackFile>& files, std::string_view folder) {
    Faults faults;
    auto pack = std::make_shared<const Pack>(language::compile_whole(files, folder, faults));
    if (!faults.all().empty()) {
        const Faults::Fault& first = faults.all().front();
        const std::size_t more = faults.all().size() - 1;
        throw Error(first.file, first.line,
                    first.message + (more != 0 ? " (and " + std::to_string(more) + " more faults)" : ""));
    }
    return pack;
}

std::string contents_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    // Of an empty file nothing is put out, which is no failure of reading.
    if (!in.is_open() || in.bad()) throw Error(path.string(), 0, "cannot be read");
    return text.str();
}

/// What the languages have in common: the list that stands beside the pack, as it stands beside the built-in ones in
/// src/languages, or the built-in one.
void add_shared(const std::filesystem::path& directory, std::vector<PackFile>& files, std::deque<std::string>& texts) {
    const std::filesystem::path outlets = LanguagePack::shared_outlets(directory);
    if (outlets.empty()) return add_folder(shared_folder, files);
    files.push_back({.name = outlets.string(),
                     .path = outlets.filename().string(),
                     .text = texts.emplace_back(contents_of(outlets)),
                     .shared = true});
}

/// The files of a pack on disk. `texts` owns what the files' views show. Notes (*.md) and hidden files are none of the
/// pack's, as where it is built in.
std::vector<PackFile> read_directory(const std::filesystem::path& directory, std::deque<std::string>& texts) {
    namespace fs = std::filesystem;
    std::error_code failed;
    if (!fs::is_directory(directory, failed))
        throw Error(directory.string(), 0, "is no directory with a language pack");
    std::vector<PackFile> files;
    // `words` and `rules` may be links to folders elsewhere; links within them may lead in circles.
    constexpr auto follow = fs::directory_options::follow_directory_symlink;
    for (fs::recursive_directory_iterator it(directory, follow, failed), end; !failed && it != end;
         it.increment(failed)) {
        std::error_code unknown;  // what cannot be looked at is no file of a pack
        const fs::path& path = it->path();
        const bool is_directory = it->is_directory(unknown);
        PackFile file{.name = path.string(), .path = path.lexically_relative(directory).generic_string(), .text = {}};
        const bool hidden = path.filename().string().starts_with('.');
        const bool inside = file.path.starts_with("words/") || file.path.starts_with("rules/");
        const bool known =
            file.path == "words" || file.path == "rules" || (inside && !(is_directory && it->is_symlink(unknown)));
        file.directory = is_directory && !known;
        if (is_directory && (hidden || !known)) it.disable_recursion_pending();
        if (hidden || (is_directory && known)) continue;
        if (!is_directory && (!it->is_regular_file(unknown) || path.extension() == ".md")) continue;
        files.push_back(std::move(file));
    }
    if (failed) throw Error(directory.string(), 0, "cannot be read: " + failed.message());
    std::sort(files.begin(), files.end(), [](const PackFile& a, const PackFile& b) { return a.name < b.name; });
    for (PackFile& file : files) {
        if (!file.directory) file.text = texts.emplace_back(contents_of(file.name));
    }
    add_shared(directory, files, texts);
    return files;
}

}  // namespace

LanguagePack LanguagePack::built_in(std::string_view code) {
    static std::mutex mutex;
    static std::map<std::string, std::shared_ptr<const Pack>, std::less<>> packs;
    {
        const std::lock_guard lock(mutex);
        const auto found = packs.find(code);
        if (found != packs.end()) return LanguagePack(found->second);
    }
    std::vector<PackFile> files;
    if (code != shared_folder) add_folder(code, files);
    if (files.empty()) {
        std::string known;
        for (const std::string& other : built_in_codes()) known += (known.empty() ? "" : ", ") + other;
        throw Error("no language pack '" + std::string(code) + "' is built in; there are: " + known);
    }
    add_folder(shared_folder, files);
    // Several packs may be compiled at the same time, each in its thread.
    std::shared_ptr<const Pack> pack = compile_or_throw(files, code);
    const std::lock_guard lock(mutex);
    return LanguagePack(packs.emplace(std::string(code), std::move(pack)).first->second);
}

LanguagePack LanguagePack::from_directory(const std::filesystem::path& directory) {
    std::deque<std::string> texts;
    return LanguagePack(compile_or_throw(read_directory(directory, texts), directory.string()));
}

std::filesystem::path LanguagePack::shared_outlets(const std::filesystem::path& directory) {
    std::filesystem::path list = (directory / ".." / shared_folder / "outlets.tsv").lexically_normal();
    std::error_code none;
    if (!std::filesystem::exists(list, none)) return {};
    // Not read: a pipe would wait for ever.
    if (!std::filesystem::is_regular_file(list, none))
        throw Error(list.string(), 0,
                    "should be the list of outlets that the language packs beside it share, but is no file");
    return list;
}

std::vector<std::string> LanguagePack::check(const std::filesystem::path& directory) {
    std::deque<std::string> texts;
    Faults faults;
    (void)language::compile_whole(read_directory(directory, texts), directory.string(), faults);
    std::vector<std::string> messages;
    for (const Faults::Fault& fault : faults.all())
        messages.emplace_back(Error(fault.file, fault.line, fault.message).what());
    return messages;
}

std::vector<std::string> LanguagePack::built_in_codes() {
    std::vector<std::string> codes;
    for (const EmbeddedFile& file : language::embedded_files()) {
        if (file.name == "language.conf") codes.emplace_back(file.folder);
    }
    return codes;
}

const std::string& LanguagePack::code() const noexcept {
    return pack_->code;
}
const std::string& LanguagePack::name() const noexcept {
    return pack_->name;
}
bool LanguagePack::right_to_left() const noexcept {
    return pack_->right_to_left;
}

std::vector<std::pair<std::string, std::size_t>> LanguagePack::contents() const {
    return {{"cues", pack_->lemmas.size()},
            {"rules", pack_->rules.size()},
            {"classes", pack_->class_names.size()},
            {"words", pack_->lexicon.size()}};
}

const LanguagePack* detect_language(std::string_view text, std::span<const LanguagePack> packs, bool another) {
    if (packs.size() == 1) return &packs.front();
    // The first 4,000 bytes say enough; a cut inside a character is avoided by ending at a line or a space.
    std::size_t end = std::min<std::size_t>(text.size(), 4000);
    while (end < text.size() && end > 0 && text[end] != ' ' && text[end] != '\n') --end;
    text::RawTokens raw;
    text::split_tokens(text.substr(0, end), raw);
    struct Hits {
        std::size_t frequent = 0;
        std::size_t known = 0;
        std::size_t definite = 0;  // with an article written in one word with its noun
    };
    const LanguagePack* best = &packs.front();
    Hits most;
    std::size_t words = 0;
    const bool right_to_left = text::has_right_to_left(text.substr(0, end));
    for (const LanguagePack& candidate : packs) {
        if (candidate.right_to_left() && !right_to_left) continue;  // it knows names in other scripts, too
        Hits hits;
        words = 0;
        for (const text::RawToken& token : raw.tokens) {
            if (token.kind != text::CharClass::letter) continue;
            ++words;
            const std::string_view normal = raw.normal_of(token);
            const auto word = candidate.pack().lexicon.find(normal);
            const std::string& article = candidate.pack().article;
            if (!article.empty() && normal.size() > article.size() + 2 && normal.starts_with(article)) {
                ++hits.known;  // the article shows the language, whatever the noun
                ++hits.definite;
                continue;
            }
            if (word == language::unknown_word) continue;
            ++hits.known;
            if (candidate.pack().has(word, language::Known::frequent)) ++hits.frequent;
        }
        if (std::pair(hits.frequent, hits.known) > std::pair(most.frequent, most.known)) {
            best = &candidate;
            most = hits;
        }
    }
    if (most.known == 0) return nullptr;
    constexpr std::size_t telling = 20;  // words: a headline may be of nothing but names
    // What borrows many words of the language has few of its small ones: Persian and Arabic.
    const bool others = most.known * 100 < words * best->pack().known_words ||
                        (most.frequent + most.definite) * 100 < words * best->pack().frequent_words;
    return others && (another || words >= telling) ? nullptr : best;
}

}  // namespace rawi
