// What is wrong with a pack as a whole: files that are none of a pack's, that are no text or that are missing; what it
// has for nothing.
#include <fmt/format.h>

#include <algorithm>

#include "language/compile.hpp"
#include "language/notation.hpp"
#include "text/utf8.hpp"

namespace rawi::language {
namespace {

constexpr std::string_view single_files[] = {"language.conf", "cues.tsv",   "paradigms.tsv",
                                             "lexicon.tsv",   "tagged.txt", "outlets.tsv"};
constexpr std::string_view what_there_is =
    "a pack holds language.conf, cues.tsv, paradigms.tsv, lexicon.tsv, tagged.txt, outlets.tsv, words/*.txt and "
    "rules/*.rules";

bool in_pack(std::string_view path) {
    return std::find(std::begin(single_files), std::end(single_files), path) != std::end(single_files) ||
           (path.starts_with("words/") && path.ends_with(".txt")) ||
           (path.starts_with("rules/") && path.ends_with(".rules"));
}

/// "; did you mean "rules/a.rules"?"
std::string meant_file(std::string_view path) {
    const std::string_view name = path.substr(path.find_last_of('/') + 1);
    const std::string stem(name.substr(0, name.find_last_of('.')));
    std::string likely;
    if (std::find(std::begin(single_files), std::end(single_files), name) != std::end(single_files))
        likely = name;
    else if (name.ends_with(".rules") || path.starts_with("rules/"))
        likely = "rules/" + stem + ".rules";
    else if (path.starts_with("words/"))
        likely = "words/" + stem + ".txt";
    if (likely.empty()) return meant(path, single_files);
    return "; did you mean \"" + likely + "\"?";
}

/// What makes the file no text, with the line where it stands.
std::optional<std::pair<std::size_t, std::string>> no_text(std::string_view text) {
    const auto line_at = [&](std::size_t byte) {
        return 1 + static_cast<std::size_t>(
                       std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(byte), '\n'));
    };
    std::size_t line = 1, begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const std::size_t size = byte < 0x80 ? 1 : text::sequence_length(text, at);
        if (size == 0)
            return std::pair(line, fmt::format("byte {} of the line, 0x{:02X}, is no UTF-8: save the file as UTF-8",
                                               at - begin + 1, byte));
        at += size;
        if (byte == '\n') ++line, begin = at;
    }
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos)
        return std::pair(line_at(nul), "a NUL character: this is no text file");
    for (std::size_t cr = text.find('\r'); cr != std::string_view::npos; cr = text.find('\r', cr + 1)) {
        if (cr + 1 == text.size() || text[cr + 1] != '\n')
            return std::pair(line_at(cr), "a carriage return without a line feed: lines end with a line feed");
    }
    return std::nullopt;
}

std::string in_folder(std::string_view folder, std::string_view path) {
    return folder.empty() ? std::string(path) : std::string(folder) + "/" + std::string(path);
}

/// What entries of `id` have, so that nothing is listed that no rule and no engine asks for.
void unused(const Builder& builder) {
    const Pack& pack = builder.pack;
    const std::vector<std::string_view> known(known_names.begin(), known_names.end());
    for (const auto& [id, place] : builder.class_places) {
        if (builder.asked.test(id)) continue;
        builder.faults.add(*place.file, place.line,
                           "nothing asks for the class '" + pack.class_names[id] +
                               "': the engine knows none of that name, and no rule names it" +
                               meant(pack.class_names[id], known));
    }
    const std::vector<std::string_view> flags = engine_flags();
    for (std::size_t f = 0; f < pack.flags.size(); ++f) {
        const bool engine = std::find(flags.begin(), flags.end(), pack.flags[f]) != flags.end();
        if (engine || (builder.asked_flags >> f & 1u) != 0) continue;
        const Place& place = builder.flag_places[f];
        builder.faults.add(*place.file, place.line,
                           "nothing asks for the flag '" + pack.flags[f] +
                               "': the engine knows none of that name, and no rule tests it" +
                               meant(pack.flags[f], flags));
    }
}

}  // namespace

std::vector<PackFile> readable_files(std::span<const PackFile> files, std::string_view folder, Faults& faults) {
    std::vector<PackFile> readable;
    bool all_text = true;
    for (PackFile file : files) {
        if (file.directory) {
            faults.add(file, 0,
                       in_pack(file.path) ? "is a directory, where a file should be"
                                          : "no directory of a pack: only words and rules are, and its own outlets "
                                            "stand in outlets.tsv");
            continue;
        }
        if (!in_pack(file.path)) {
            faults.add(file, 0, "no file of a pack" + meant_file(file.path) + " (" + std::string(what_there_is) + ")");
            continue;
        }
        constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
        if (file.text.starts_with(byte_order_mark)) file.text.remove_prefix(byte_order_mark.size());
        if (const auto wrong = no_text(file.text)) {
            faults.add(file, wrong->first, wrong->second);
            all_text = false;
        }
        readable.push_back(std::move(file));
    }
    const auto there = [&](std::string_view path) {
        return std::any_of(files.begin(), files.end(), [&](const PackFile& file) {
            return path == "rules/" ? file.path.starts_with(path) && file.path.ends_with(".rules") : file.path == path;
        });
    };
    const auto missing = [&](std::string_view path, const char* what) {
        if (!there(path)) faults.add({.name = in_folder(folder, path), .path = {}, .text = {}}, 0, what);
    };
    missing("language.conf", "this file is missing: it says what the language is called");
    missing("cues.tsv", "this file is missing: it lists the words that signal an attribution");
    missing("rules/", "no *.rules are here: a pack needs at least one rule");
    if (!all_text) readable.clear();  // nothing in bytes that are no text can be told
    return readable;
}

void check_whole(std::span<const PackFile> files, std::string_view folder, const Builder& builder) {
    if (files.empty()) return;
    const Pack& pack = builder.pack;
    const auto first = [&](std::string_view path) {
        return std::find_if(files.begin(), files.end(),
                            [&](const PackFile& file) { return file.path.starts_with(path) && !file.shared; });
    };
    if (const auto conf = first("language.conf"); conf != files.end() && !builder.direction_given)
        builder.faults.add(*conf, 0, "the line 'direction = ltr' (or rtl) is missing");
    const auto sound = [&](const PackFile& file) {  // what is faulty has messages enough
        const auto& all = builder.faults.all();
        return std::none_of(all.begin(), all.end(), [&](const auto& fault) { return fault.file == file.name; });
    };
    if (const auto cues = first("cues.tsv"); cues != files.end() && pack.lemmas.empty() && sound(*cues))
        builder.faults.add(*cues, 0, "no cue stands here");
    if (const auto rules = first("rules/"); rules != files.end() && pack.rules.empty() && sound(*rules))
        builder.faults.add(*rules, 0, "no rule stands here");
    if (!builder.filled.test(index_of(Known::frequent)))
        builder.faults.add({.name = in_folder(folder, "words"), .path = {}, .text = {}}, 0,
                           "no words are listed as [frequent]: by them rawi sees that an article is in this language");
    // Where something else is wrong, what seems to be unused may only be misspelt there.
    if (builder.faults.all().empty()) unused(builder);
}

}  // namespace rawi::language
