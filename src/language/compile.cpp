// From the files of a pack to a `Pack`.
#include "language/compile.hpp"

#include <algorithm>
#include <atomic>

#include "language/notation.hpp"

namespace rawi::language {
namespace {

/// For each word written with just some letters, the word of the same normal form that it is told from.
void add_spellings(Pack& pack) {
    for (WordId id = 1; id <= pack.lexicon.size(); ++id) {
        const std::string text(pack.lexicon.text_added(id));
        if (!spelled(text)) continue;
        const std::string written = text.substr(1);
        const WordId normal = pack.lexicon.find(entry_key(written));
        pack.spellings.push_back({normal, written, id});
        pack.lexicon.change(normal).spelled = true;
    }
}

/// The word that tokens become which an article shows to be names. No text holds a word of this form.
void add_somebody(Pack& pack) {
    pack.somebody = pack.lexicon.add_word("\x01");
    pack.lexicon.change(pack.somebody).classes.set(index_of(Known::name));
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

constexpr std::pair<std::string_view, std::uint64_t Pack::*> engine_bits[] = {
    {"continues", &Pack::continues}, {"resumes", &Pack::resumes},      {"credit", &Pack::credit},
    {"carrier", &Pack::carrier},     {"carries", &Pack::carries},      {"talk", &Pack::talk},
    {"speech", &Pack::speech},       {"accord", &Pack::accord},        {"noisy", &Pack::noisy},
    {"reported", &Pack::reported},   {"what-follows", &Pack::clausal}, {"asks", &Pack::asks},
    {"answers", &Pack::answers},     {"hearer", &Pack::hearer},        {"transmits", &Pack::transmits},
    {"writes", &Pack::writes},       {"shows", &Pack::shows},          {"stipulates", &Pack::stipulates},
    {"receives", &Pack::receives},   {"unrounded", &Pack::unrounded},  {"accuses", &Pack::accuses},
    {"quoting", &Pack::quoting},     {"thinks", &Pack::thinks}};

void build(Builder& builder, std::span<const PackFile> files) {
    Pack& pack = builder.pack;
    for (const std::string_view name : known_names) {
        builder.classes.emplace(std::string(name), static_cast<ClassId>(pack.class_names.size()));
        pack.class_names.emplace_back(name);
    }
    // Later kinds of file need earlier ones: paradigms the enclitics, cues the paradigms, rules the flags.
    const auto each = [&](auto applies, void (*use)(const PackFile&, Builder&)) {
        for (const PackFile& file : files) {
            if (applies(file)) use(file, builder);
        }
    };
    const auto named = [](std::string_view wanted) {
        return [wanted](const PackFile& file) { return file.path == wanted && !file.shared; };
    };
    const auto kind = [](std::string_view folder, std::string_view extension) {
        return [=](const PackFile& file) { return file.path.starts_with(folder) && file.path.ends_with(extension); };
    };
    each(named("language.conf"), compile_conf);
    each(named("paradigms.tsv"), compile_paradigms);
    each(named("cues.tsv"), compile_cues);
    each(kind("words/", ".txt"), compile_words);
    each(named("lexicon.tsv"), compile_lexicon);
    add_futures(builder);
    each(named("tagged.txt"), compile_tagged);
    each(named("outlets.tsv"), compile_outlets);  // its own ones first: they replace those of the same key
    each([](const PackFile& file) { return file.path == "outlets.tsv" && file.shared; }, compile_outlets);
    builder.add_phrases();
    each(kind("rules/", ".rules"), compile_rules);
    add_spellings(pack);
    add_somebody(pack);
    pack.lexicon.freeze(pack.article, pack.accusative_ending);
    if (!pack.suffixes.empty()) pack.genitive = pack.suffixes.front();
    assign_parts(builder);
    for (const auto& [name, bit] : engine_bits) pack.*bit = pack.flag(name);
    OpeningFinder openings(pack.openings);
    for (Rule& rule : pack.rules) {
        rule.needs_left = needs_of(rule.left);
        rule.needs_right = needs_of(rule.right);
        openings.find(rule.right);
    }
    index_rules(pack);
}

}  // namespace

std::vector<std::string_view> engine_flags() {
    std::vector<std::string_view> names;
    for (const auto& [name, bit] : engine_bits) names.push_back(name);
    return names;
}

Pack compile(std::span<const PackFile> files, Faults& faults) {
    Pack pack;
    Builder builder(pack, faults);
    build(builder, files);
    return pack;
}

Pack compile_whole(std::span<const PackFile> files, std::string_view folder, Faults& faults) {
    Pack pack;
    const std::vector<PackFile> readable = readable_files(files, folder, faults);
    Builder builder(pack, faults);
    build(builder, readable);
    check_whole(readable, folder, builder);
    return pack;
}

std::uint64_t Pack::next_serial() noexcept {
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
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
