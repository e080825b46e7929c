#include "corpus/words.hpp"

#include <algorithm>
#include <future>
#include <map>
#include <memory>
#include <mutex>

#include "language/pack.hpp"
#include "rawi/language.hpp"
#include "text/tokens.hpp"

namespace rawi::corpus {
namespace {

constexpr std::size_t shortest_rest = 3;  // letters that must remain when a particle is taken off

std::size_t letters_of(std::string_view word) {
    return static_cast<std::size_t>(
        std::ranges::count_if(word, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

const std::vector<LanguagePack>& built_in_packs() {
    static const std::vector<LanguagePack> packs = [] {
        std::vector<std::future<LanguagePack>> compiling;  // side by side: it takes longer than most questions
        for (const std::string& code : LanguagePack::built_in_codes())
            compiling.push_back(std::async(std::launch::async, LanguagePack::built_in, code));
        std::vector<LanguagePack> all;
        for (std::future<LanguagePack>& pack : compiling) all.push_back(pack.get());
        return all;
    }();
    return packs;
}

}  // namespace

WordReader::WordReader(std::string_view language) {
    const auto codes = LanguagePack::built_in_codes();
    const std::string_view primary = language.substr(0, language.find_first_of("-_"));
    if (std::ranges::find(codes, primary) == codes.end()) return;
    pack_ = &LanguagePack::built_in(primary).pack();  // built-in packs last as long as the program
    for (const language::Proclitic& particle : pack_->proclitics) attached_.push_back(particle.normal);
    if (!pack_->article.empty()) attached_.push_back(pack_->article);
    if (!pack_->assimilated_from.empty()) attached_.push_back(pack_->assimilated_from);
    // The longer ones first, so that the outcome does not hang on the order of the pack.
    std::ranges::sort(attached_, [](const std::string& a, const std::string& b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
}

bool WordReader::right_to_left() const noexcept {
    return pack_ != nullptr && pack_->right_to_left;
}

/// Negations say something, however frequent they are.
bool WordReader::frequent(std::string_view normal) const {
    if (pack_ == nullptr) return false;
    const language::WordId known = pack_->lexicon.find(normal);
    return pack_->has(known, language::Known::frequent) && !pack_->has(known, language::Known::negation);
}

/// Takes off from the front until nothing more comes off. That cuts roots too (وزير), but the same in every place, and
/// so forms of one word meet that a more careful cut would hold apart.
std::string_view WordReader::bare(std::string_view normal) const {
    for (bool again = true; again;) {
        again = false;
        for (const std::string& particle : attached_) {
            if (!normal.starts_with(particle) || letters_of(normal.substr(particle.size())) < shortest_rest) continue;
            normal.remove_prefix(particle.size());
            again = true;
            break;
        }
    }
    return normal;
}

std::vector<Word> WordReader::read(std::string_view text) const {
    text::RawTokens raw;
    text::split_tokens(text, raw);
    std::vector<Word> words;
    for (const text::RawToken& token : raw.tokens) {
        if (token.kind != text::CharClass::letter && token.kind != text::CharClass::digit) continue;
        const std::string_view normal =
            std::string_view(raw.normal).substr(token.normal_begin, token.normal_end - token.normal_begin);
        if (normal.empty()) continue;
        Word word{.span = token.span, .normal = std::string(normal), .bare = std::string(bare(normal))};
        if (pack_ != nullptr) {
            const language::WordId known = pack_->lexicon.find(normal);
            word.hedge = pack_->has(known, language::Known::hedge);
            word.frequent =
                pack_->has(known, language::Known::frequent) && !pack_->has(known, language::Known::negation);
        }
        words.push_back(std::move(word));
    }
    return words;
}

std::string WordReader::key(std::string_view text) const {
    text::RawTokens raw;
    text::split_tokens(text, raw);
    std::string key;
    for (const text::RawToken& token : raw.tokens) {
        if (token.kind != text::CharClass::letter && token.kind != text::CharClass::digit) continue;
        const std::string_view normal =
            std::string_view(raw.normal).substr(token.normal_begin, token.normal_end - token.normal_begin);
        if (normal.empty() || frequent(normal)) continue;
        if (!key.empty()) key += ' ';
        key += bare(normal);
    }
    return key;
}

const WordReader& words_in(std::string_view language) {
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<const WordReader>, std::less<>> readers;
    const std::lock_guard lock(mutex);
    auto place = readers.find(language);
    if (place == readers.end()) place = readers.emplace(language, std::make_unique<const WordReader>(language)).first;
    return *place->second;
}

std::string language_of(std::string_view text) {
    const auto& packs = built_in_packs();
    return packs.empty() ? std::string() : detect_language(text, packs).code();
}

std::vector<std::uint64_t> hashes_of(std::string_view key) {
    std::vector<std::uint64_t> hashes;
    while (!key.empty()) {
        const std::size_t end = std::min(key.find(' '), key.size());
        hashes.push_back(hash_of(key.substr(0, end)));
        key.remove_prefix(std::min(end + 1, key.size()));
    }
    return hashes;
}

std::uint64_t mixed(std::uint64_t value) noexcept {
    value += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31);
}

std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed) noexcept {
    std::uint64_t hash = 0xCBF29CE484222325U ^ mixed(seed ^ bytes.size());
    while (!bytes.empty()) {
        std::uint64_t chunk = 0;  // little-endian, on every machine
        const std::size_t size = std::min(bytes.size(), sizeof chunk);
        for (std::size_t i = 0; i < size; ++i)
            chunk |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
        hash = (hash ^ chunk) * 0x9DDFEA08EB382D69U;
        hash ^= hash >> 32;
        bytes.remove_prefix(size);
    }
    return mixed(hash);
}

}  // namespace rawi::corpus
