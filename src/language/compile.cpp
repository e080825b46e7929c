// From the files of a pack to a `Pack`.
#include "language/compile.hpp"

#include <algorithm>
#include <atomic>
#include <charconv>

#include "text/tokens.hpp"

namespace rawi::language {

std::string_view trim(std::string_view text) noexcept {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t at = text.find(separator);
        const std::string_view part = trim(text.substr(0, at));
        if (!part.empty()) parts.push_back(part);
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + separator.size());
    }
}

std::string entry_key(std::string_view entry) {
    if (spelled(entry)) return std::string(entry);
    static thread_local text::RawTokens raw;  // its memory serves all entries
    raw.normal.clear();
    text::split_tokens(entry, raw);
    std::string key;
    for (const text::RawToken& token : raw.tokens) {
        if (!key.empty()) key += ' ';
        key.append(raw.normal, token.normal_begin, token.normal_end - token.normal_begin);
        if (token.mark != 0) text::append_normal(token.mark, key);
    }
    return key;
}

std::vector<WordId> Builder::words_of(std::string_view entry) {
    const std::string key = entry_key(entry);
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
    return id;
}

std::uint64_t Builder::flag_bit(std::string_view name, const PackFile& file, std::size_t line) {
    const auto found = std::find(pack.flags.begin(), pack.flags.end(), name);
    const auto index = static_cast<std::size_t>(found - pack.flags.begin());
    if (index >= 64) {
        faults.add(file, line, "more than 64 flags");
        return 0;
    }
    if (found == pack.flags.end()) pack.flags.emplace_back(name);
    return std::uint64_t{1} << index;
}

void Builder::add_entry(ClassId id, std::string_view entry, const std::string& value, const PackFile& file,
                        std::size_t line) {
    add(entry, {.entry = true, .id = id, .value = value}, file, line);
}

void Builder::add_reading(std::string_view entry, const CueForm& form, const PackFile& file, std::size_t line) {
    add(entry, {.form = form}, file, line);
}

void Builder::add(std::string_view entry, Addition addition, const PackFile& file, std::size_t line) {
    const std::string key = entry_key(entry);
    const std::vector<std::string_view> words = split(key, " ");
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

template <typename Place>
void Builder::enter(const Addition& addition, Place& place) {
    if (!addition.entry) {
        place.readings.push_back(addition.form);
        return;
    }
    place.classes.set(addition.id);
    if (!addition.value.empty()) place.values.emplace_back(addition.id, addition.value);
}

/// `word` without an attached pronoun if what is left is known, as texts are read too; else as it is.
template <typename Known>
std::string Builder::without_enclitic(std::string_view word, const Known& is_known) const {
    for (const Enclitic& enclitic : pack.enclitics) {
        if (!word.ends_with(enclitic.normal) || word.size() <= enclitic.normal.size()) continue;
        std::string stem(word.substr(0, word.size() - enclitic.normal.size()));
        if (is_known(stem)) return stem;
        for (const auto& [from, to] : pack.joins) {
            if (!stem.ends_with(to)) continue;
            std::string joined = stem.substr(0, stem.size() - to.size()) + from;
            if (is_known(joined)) return joined;
        }
    }
    return std::string(word);
}

void Builder::add_phrases() {
    // What single entries have made known; words that phrases add are not.
    const std::size_t known = pack.lexicon.size();
    const auto is_known = [&](std::string_view word) {
        const auto single = [&](std::string_view form) {
            const WordId id = pack.lexicon.find_added(form);
            return id != unknown_word && id <= known;
        };
        if (single(word)) return true;
        return !pack.article.empty() && word.starts_with(pack.article) && single(word.substr(pack.article.size()));
    };
    for (const Addition& phrase : phrases_) {
        std::vector<WordId> ids;
        for (std::string_view word : phrase.words) {
            std::string assimilated;
            for (const Proclitic& proclitic : pack.proclitics) {
                if (is_known(word) || !word.starts_with(proclitic.normal)) continue;
                // للأنباء is ل and الأنباء.
                if (!pack.assimilated_from.empty() && word.starts_with(pack.assimilated_from) &&
                    pack.assimilated_to.starts_with(proclitic.normal)) {
                    assimilated = pack.assimilated_to.substr(proclitic.normal.size()) +
                                  std::string(word.substr(pack.assimilated_from.size()));
                    if (is_known(assimilated)) {
                        ids.push_back(pack.lexicon.add_word(proclitic.normal));
                        word = assimilated;
                        continue;
                    }
                }
                const std::string_view rest = word.substr(proclitic.normal.size());
                if (!is_known(rest)) continue;
                ids.push_back(pack.lexicon.add_word(proclitic.normal));
                word = rest;
            }
            ids.push_back(pack.lexicon.add_word(is_known(word) ? std::string(word) : without_enclitic(word, is_known)));
        }
        enter(phrase, pack.lexicon.add_phrase(ids));
    }
    phrases_.clear();
}

namespace {

void proclitics(std::string_view value, const PackFile& file, std::size_t line, Builder& builder) {
    for (const std::string_view item : split(value, " ")) {
        const std::size_t colon = item.find(':');
        int level = 0;
        if (colon != std::string_view::npos) {
            std::from_chars(item.data() + colon + 1, item.data() + item.size(), level);
        }
        if (level < 1) {
            builder.faults.add(file, line, "a proclitic is FORM:LEVEL, not '" + std::string(item) + "'");
            continue;
        }
        const std::string normal = entry_key(item.substr(0, colon));
        builder.pack.proclitics.push_back({normal, level, builder.pack.lexicon.add_word(normal)});
    }
}

void future(std::string_view value, const PackFile& file, std::size_t line, Builder& builder) {
    const std::size_t colon = value.find(':');
    if (colon == std::string_view::npos) return builder.faults.add(file, line, "a future is PARTICLE:LETTER LETTER");
    builder.pack.future = text::normal_form(value.substr(0, colon));
    for (const std::string_view letter : split(value.substr(colon + 1), " "))
        builder.pack.future_before.push_back(text::normal_form(letter));
}

void enclitics(std::string_view value, const PackFile& file, std::size_t line, Builder& builder) {
    for (const std::string_view item : split(value, " ")) {
        const std::size_t colon = item.find(':');
        const auto agreement = colon == std::string_view::npos ? std::nullopt : parse_agreement(item.substr(colon + 1));
        if (!agreement)
            builder.faults.add(file, line, "an enclitic is FORM:AGREEMENT, not '" + std::string(item) + "'");
        else
            builder.pack.enclitics.push_back({entry_key(item.substr(0, colon)), *agreement});
    }
    // The longest first: هما before ها before ه.
    std::stable_sort(builder.pack.enclitics.begin(), builder.pack.enclitics.end(),
                     [](const Enclitic& a, const Enclitic& b) { return a.normal.size() > b.normal.size(); });
}

/// For each word written with just some letters, the word of the same normal form that it is told from.
void add_spellings(Pack& pack) {
    for (WordId id = 1; id <= pack.lexicon.size(); ++id) {
        const std::string text(pack.lexicon.text_added(id));
        if (!spelled(text)) continue;
        const std::string written = text.substr(1);
        const WordId normal = pack.lexicon.find_added(entry_key(written));
        pack.spellings.push_back({normal, written, id});
        pack.lexicon.change(normal).spelled = true;
    }
}

/// For each lemma the rules that any of its forms can match, so that a cue tries only those.
void index_rules(Pack& pack) {
    pack.rules_of_lemma.resize(pack.lemmas.size());
    for (std::size_t l = 0; l < pack.lemmas.size(); ++l) {
        for (std::size_t r = 0; r < pack.rules.size(); ++r) {
            if (pack.rules[r].on.allow(pack.lemmas[l])) pack.rules_of_lemma[l].push_back(static_cast<std::uint32_t>(r));
        }
    }
}

}  // namespace

void compile_conf(const PackFile& file, Builder& builder) {
    Pack& pack = builder.pack;
    for_each_line(file, [&](std::string_view line, std::size_t number) {
        const std::size_t equals = line.find('=');
        if (equals == std::string_view::npos) return builder.faults.add(file, number, "a line is: key = value");
        const std::string_view key = trim(line.substr(0, equals));
        const std::string_view value = trim(line.substr(equals + 1));
        if (key == "code")
            pack.code = value;
        else if (key == "name")
            pack.name = value;
        else if (key == "script")
            pack.script = value;
        else if (key == "direction")
            pack.right_to_left = value == "rtl";
        else if (key == "subject-first")
            pack.subject_first = value == "yes";
        else if (key == "plural-ending")
            pack.plural_ending = value;
        else if (key == "future")
            future(value, file, number, builder);
        else if (key == "sound-plural")
            pack.sound_plural = text::normal_form(value);
        else if (key == "oblique-plural")
            pack.oblique_plural = value;
        else if (key == "office-link")
            pack.office_link = value;
        else if (key == "name-link")
            pack.name_link = value;
        else if (key == "written-media" || key == "live-media") {
            for (const std::string_view medium : split(value, "|"))
                (key == "live-media" ? pack.live_media : pack.written_media).emplace(medium);
        } else if (key == "name-particles") {
            for (const std::string_view particle : split(value, " ")) pack.name_particles.emplace_back(particle);
        } else if (key == "suffixes") {
            for (const std::string_view suffix : split(value, " ")) {
                pack.suffixes.push_back(text::normal_form(suffix));
                const WordId word = builder.pack.lexicon.add_word(pack.suffixes.back());
                builder.pack.lexicon.change(word).classes.set(builder.class_id("genitive", file, number));
            }
        } else if (key == "free-participles")
            pack.free_participles = value == "yes";
        else if (key == "heads")
            pack.heads_first = value == "first";
        else if (key == "names")
            pack.names_capitalised = value == "capitalised";
        else if (key == "natural-gender")
            pack.natural_gender = value == "yes";
        else if (key == "accusative-ending")
            pack.accusative_ending = text::normal_form(value);
        else if (key == "article")
            pack.article = entry_key(value);
        else if (key == "proclitics")
            proclitics(value, file, number, builder);
        else if (key == "enclitics")
            enclitics(value, file, number, builder);
        else if (key == "assimilate" || key == "joins") {
            for (const std::string_view item : split(value, " ")) {
                const std::size_t arrow = item.find('>');
                if (arrow == std::string_view::npos)
                    builder.faults.add(file, number, "a change is FROM>TO");
                else if (key == "joins")
                    pack.joins.emplace_back(entry_key(item.substr(0, arrow)), entry_key(item.substr(arrow + 1)));
                else
                    pack.assimilated_from = entry_key(item.substr(0, arrow)),
                    pack.assimilated_to = entry_key(item.substr(arrow + 1));
            }
        } else
            pack.settings.insert_or_assign(std::string(key), std::string(value));
    });
    if (pack.code.empty()) builder.faults.add(file, 0, "the line 'code = ...' is missing");
    if (pack.name.empty()) builder.faults.add(file, 0, "the line 'name = ...' is missing");
}

Pack compile(std::span<const PackFile> files, Faults& faults) {
    Pack pack;
    Builder builder(pack, faults);
    for (const std::string_view name : known_names) {
        builder.classes.emplace(std::string(name), static_cast<ClassId>(pack.class_names.size()));
        pack.class_names.emplace_back(name);
    }
    // Later kinds of file need earlier ones: paradigms the enclitics, cues the paradigms, rules the flags.
    bool has_conf = false;
    const auto each = [&](auto applies, void (*use)(const PackFile&, Builder&)) {
        for (const PackFile& file : files) {
            if (applies(file.path)) use(file, builder);
        }
    };
    const auto named = [](std::string_view wanted) {
        return [wanted](const std::string& path) { return path == wanted; };
    };
    const auto kind = [](std::string_view folder, std::string_view extension) {
        return [=](const std::string& path) { return path.starts_with(folder) && path.ends_with(extension); };
    };
    for (const PackFile& file : files) has_conf = has_conf || file.path == "language.conf";
    if (!has_conf) faults.add(PackFile{.name = "language.conf", .path = {}, .text = {}}, 0, "this file is missing");
    each(named("language.conf"), compile_conf);
    each(named("paradigms.tsv"), compile_paradigms);
    each(named("cues.tsv"), compile_cues);
    each(kind("words/", ".txt"), compile_words);
    each(named("lexicon.tsv"), compile_lexicon);
    add_futures(builder);
    each(named("tagged.txt"), compile_tagged);
    each(kind("", "outlets.tsv"), compile_outlets);
    builder.add_phrases();
    each(kind("rules/", ".rules"), compile_rules);
    add_spellings(pack);
    pack.lexicon.freeze(pack.article, pack.accusative_ending);
    if (!pack.suffixes.empty()) pack.genitive = pack.suffixes.front();
    assign_parts(builder);
    pack.continues = pack.flag("continues");
    pack.credit = pack.flag("credit");
    pack.carrier = pack.flag("carrier");
    pack.asks = pack.flag("asks");
    pack.reported = pack.flag("reported");
    pack.talk = pack.flag("talk");
    pack.answers = pack.flag("answers");
    pack.transmits = pack.flag("transmits");
    pack.nominal = pack.flag("nominal");
    pack.speech = pack.flag("speech");
    pack.hearer = pack.flag("hearer");
    pack.noisy = pack.flag("noisy");
    pack.shows = pack.flag("shows");
    pack.writes = pack.flag("writes");
    pack.stipulates = pack.flag("stipulates");
    pack.clausal = pack.flag("what-follows");
    for (Rule& rule : pack.rules) {
        rule.needs_left = needs_of(rule.left);
        rule.needs_right = needs_of(rule.right);
        find_openings(rule.right, pack.openings);
    }
    index_rules(pack);
    return pack;
}

std::uint64_t Pack::next_serial() noexcept {
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
}

std::string_view Pack::setting(std::string_view key, std::string_view otherwise) const {
    const auto found = settings.find(key);
    return found == settings.end() ? otherwise : std::string_view(found->second);
}

std::uint64_t Pack::flag(std::string_view wanted) const noexcept {
    const auto found = std::find(flags.begin(), flags.end(), wanted);
    return found == flags.end() ? 0 : std::uint64_t{1} << (found - flags.begin());
}

bool Conditions::allow(const Lemma& lemma) const {
    if (takes != 0 && !lemma.takes_any(takes)) return false;
    if ((lemma.flag_bits & with) != with || (lemma.flag_bits & without) != 0) return false;
    return lemmas.empty() || std::find(lemmas.begin(), lemmas.end(), lemma.name) != lemmas.end();
}

}  // namespace rawi::language
