// What the files of a pack add to it: words and phrases with their classes and readings, flags.
#include <algorithm>

#include "language/compile.hpp"
#include "language/notation.hpp"
#include "text/tokens.hpp"

namespace rawi::language {

std::string_view trim(std::string_view text) noexcept {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return text;
}

Pieces split(std::string_view text, std::string_view separator) {
    Pieces parts;
    while (true) {
        const std::size_t at = text.find(separator);
        const std::string_view part = trim(text.substr(0, at));
        if (!part.empty()) parts.push_back(part);
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + separator.size());
    }
}

namespace {

/// Adds what `entry_key` makes of an entry behind the words that stand in `key`.
void append_key(std::string_view entry, std::string& key) {
    const auto part = [&] {
        if (!key.empty()) key += ' ';
    };
    if (spelled(entry)) {
        part();
        key += entry;
        return;
    }
    static thread_local text::RawTokens raw;  // its memory serves all entries
    raw.normal.clear();
    text::split_tokens(entry, raw);
    for (const text::RawToken& token : raw.tokens) {
        part();
        key += raw.normal_of(token);
        if (token.mark != 0) text::append_normal(token.mark, key);
    }
}

}  // namespace

std::string entry_key(std::string_view entry) {
    std::string key;
    append_key(entry, key);
    return key;
}

std::string Builder::key_of(std::string_view entry) const {
    // Texts keep qu' with its apostrophe: it begins a word. The splitter of tokens alone would make a mark of it.
    const auto any_clitic = [&](const auto& holds) {
        return std::ranges::any_of(pack.proclitics, holds) || std::ranges::any_of(pack.enclitics, holds);
    };
    const bool some_marked = any_clitic([](const auto& clitic) { return clitic.marked; });
    const auto is_marked = [&](const std::string& normal) {
        return any_clitic([&](const auto& clitic) { return clitic.marked && clitic.normal == normal; });
    };
    std::string key;
    for (const std::string_view word : split(entry, " ")) {
        const std::string normal = some_marked ? text::normal_form(word) : std::string();
        if (some_marked && is_marked(normal))
            key.append(key.empty() ? "" : " ").append(normal);
        else
            append_key(word, key);
    }
    return key;
}

std::vector<WordId> Builder::words_of(std::string_view entry) {
    const std::string key = key_of(entry);
    std::vector<WordId> words;
    for (const std::string_view word : split(key, " ")) words.push_back(pack.lexicon.add_word(word));
    return words;
}

ClassId Builder::class_id(std::string_view name, const PackFile& file, std::size_t line) {
    const auto found = classes.find(name);
    if (found != classes.end()) return found->second;
    if (name.empty() || pack.class_names.size() >= 256) {
        faults.add(file, line, name.empty() ? "a class without a name" : "more than 256 classes");
        return 0;
    }
    const auto id = static_cast<ClassId>(pack.class_names.size());
    pack.class_names.emplace_back(name);
    classes.emplace(std::string(name), id);
    class_places.emplace(id, Place{&file, line});
    return id;
}

ClassId Builder::asked_class(std::string_view name, const PackFile& file, std::size_t line) {
    const auto found = classes.find(name);
    if (found == classes.end()) {
        const std::vector<std::string_view> names(pack.class_names.begin(), pack.class_names.end());
        faults.add(file, line,
                   "no class '" + std::string(name) + "': the engine knows none, and no words are listed in one" +
                       meant(name, names));
        return 0;
    }
    asked.set(found->second);
    return found->second;
}

std::uint64_t Builder::flag_bit(std::string_view name, const PackFile& file, std::size_t line) {
    const auto found = std::find(pack.flags.begin(), pack.flags.end(), name);
    const auto index = static_cast<std::size_t>(found - pack.flags.begin());
    if (index >= 64) {
        faults.add(file, line, "more than 64 flags");
        return 0;
    }
    if (found == pack.flags.end()) {
        pack.flags.emplace_back(name);
        flag_places.push_back({&file, line});
    }
    return std::uint64_t{1} << index;
}

std::uint64_t Builder::asked_flag(std::string_view name, const PackFile& file, std::size_t line) {
    const std::uint64_t bit = pack.flag(name);
    if (bit == 0) {
        const std::vector<std::string_view> names(pack.flags.begin(), pack.flags.end());
        faults.add(file, line, "no cue carries the flag '" + std::string(name) + "'" + meant(name, names));
    }
    asked_flags |= bit;
    return bit;
}

void Builder::add_entry(ClassId id, std::string_view entry, const std::string& value, const PackFile& file,
                        std::size_t line) {
    if (const auto wrong = wrong_value(id, value)) return faults.add(file, line, *wrong);
    const std::string key = key_of(entry);
    const auto [found, is_new] =
        entries_.try_emplace(static_cast<char>(id) + key, Entry{{&file, line}, std::string(entry), value});
    if (!is_new) {
        const Entry& earlier = found->second;
        if (file.shared && !earlier.place.file->shared) return;  // what the pack itself says counts
        return faults.add(file, line,
                          "'" + std::string(entry) + "' is listed in [" + pack.class_names[id] + "] at " +
                              earlier.place.text() + " already" +
                              (earlier.written == entry ? "" : ", as '" + earlier.written + "'") +
                              (earlier.value == value ? "" : ", with the value '" + earlier.value + "'"));
    }
    filled.set(id);
    add(entry, key, {.entry = true, .id = id, .value = value}, file, line);
}

void Builder::add_reading(std::string_view entry, const CueForm& form, const PackFile& file, std::size_t line) {
    add(entry, key_of(entry), {.form = form}, file, line);
}

void Builder::add(std::string_view entry, const std::string& key, Addition addition, const PackFile& file,
                  std::size_t line) {
    const Pieces words = split(key, " ");
    if (words.empty()) return faults.add(file, line, "an entry without a word: '" + std::string(entry) + "'");
    if (words.size() > 12)
        return faults.add(file, line, "an entry of more than 12 words: '" + std::string(entry) + "'");
    if (words.size() > 1) {
        addition.words.assign(words.begin(), words.end());
        phrases_.push_back(std::move(addition));
        return;
    }
    enter(addition, pack.lexicon.change(pack.lexicon.add_word(words.front())));
    // What is spelled otherwise has an entry of its own: written with other letters it is not what it is here.
    if (spelled(words.front())) pack.lexicon.add_word(entry_key(words.front().substr(1)));
}

template <typename Where>
void Builder::enter(const Addition& addition, Where& where) {
    if (!addition.entry) {
        where.readings.push_back(addition.form);
        return;
    }
    where.classes.set(addition.id);
    if (!addition.value.empty()) where.values.emplace_back(addition.id, addition.value);
}

bool Builder::is_known(std::string_view word) const {
    const auto single = [&](std::string_view form) {
        const WordId id = pack.lexicon.find(form);
        return id != unknown_word && id <= known_;
    };
    if (single(word)) return true;
    return !pack.article.empty() && word.starts_with(pack.article) && single(word.substr(pack.article.size()));
}

std::string Builder::with_enclitic(std::string_view stem, const Enclitic& enclitic) const {
    for (const auto& [from, to] : pack.joins) {
        if (stem.ends_with(from)) return std::string(stem.substr(0, stem.size() - from.size())) + to + enclitic.normal;
    }
    return std::string(stem) + enclitic.normal;
}

/// `word` without an attached pronoun if what is left is known, as texts are read too; else as it is.
std::string Builder::without_enclitic(std::string_view word) const {
    for (const Enclitic& enclitic : pack.enclitics) {
        if (!word.ends_with(enclitic.normal) || word.size() <= enclitic.normal.size()) continue;
        std::string stem(word.substr(0, word.size() - enclitic.normal.size()));
        if (enclitic.marked || is_known(stem)) return stem;
        for (const auto& [from, to] : pack.joins) {
            if (!stem.ends_with(to)) continue;
            std::string joined = stem.substr(0, stem.size() - to.size()) + from;
            if (is_known(joined)) return joined;
        }
    }
    return std::string(word);
}

bool Builder::take_apart(std::string_view word, std::vector<WordId>& words) {
    std::string assimilated;
    for (const Proclitic& proclitic : pack.proclitics) {
        if (is_known(word) || !word.starts_with(proclitic.normal) || word.size() == proclitic.normal.size()) continue;
        // للأنباء is ل and الأنباء.
        if (!pack.assimilated_from.empty() && word.starts_with(pack.assimilated_from) &&
            pack.assimilated_to.starts_with(proclitic.normal)) {
            assimilated = pack.assimilated_to.substr(proclitic.normal.size()) +
                          std::string(word.substr(pack.assimilated_from.size()));
            if (is_known(assimilated)) {
                words.push_back(pack.lexicon.add_word(proclitic.normal));
                word = assimilated;
                continue;
            }
        }
        const std::string_view rest = word.substr(proclitic.normal.size());
        if (!proclitic.marked && !is_known(rest)) continue;
        words.push_back(pack.lexicon.add_word(proclitic.normal));
        word = rest;
    }
    const std::string stem = is_known(word) ? std::string(word) : without_enclitic(word);
    words.push_back(pack.lexicon.add_word(stem));
    return stem != word;
}

void Builder::add_phrases() {
    known_ = pack.lexicon.size();
    for (const Addition& phrase : phrases_) {
        std::vector<WordId> words;
        for (const std::string& word : phrase.words) {
            if (take_apart(word, words) && words.size() > 1) words.back() = Lexicon::with_pronoun(words.back());
        }
        enter(phrase, pack.lexicon.add_phrase(words));
    }
    phrases_.clear();
}

std::vector<WordId> Builder::literal(std::string_view text) {
    const std::string key = key_of(text);
    std::vector<WordId> words;
    for (const std::string_view word : split(key, " ")) take_apart(word, words);
    return words;
}

}  // namespace rawi::language
