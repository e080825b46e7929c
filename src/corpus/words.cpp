#include "corpus/words.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>

#include "language/folding.hpp"
#include "language/pack.hpp"
#include "provenance/names.hpp"
#include "rawi/language.hpp"
#include "text/tokens.hpp"

namespace rawi::corpus {
namespace {

constexpr std::size_t shortest_rest = 3;  // letters that must remain when a particle is taken off

/// Whether a word consists of digits and the marks that stand between and behind them.
bool is_number(std::string_view normal) {
    for (std::size_t i = 0; i < normal.size(); ++i) {
        const std::string_view rest = normal.substr(i);
        if ((normal[i] >= '0' && normal[i] <= '9') || normal[i] == '.' || normal[i] == ',' || normal[i] == '%')
            continue;
        if (!rest.starts_with("\u066A") && !rest.starts_with("\u066B") && !rest.starts_with("\u066C")) return false;
        ++i;  // a mark of two bytes: percent, decimal point, mark between thousands
    }
    return true;
}

/// A number without marks between thousands, with a point before decimals and % for either sign. A comma parts
/// thousands where three digits follow it, and decimals else.
std::string number_key(std::string_view normal) {
    std::string key;
    for (std::size_t i = 0; i < normal.size(); ++i) {
        const std::string_view rest = normal.substr(i);
        const bool two_bytes = static_cast<unsigned char>(normal[i]) >= 0x80;
        if (rest.starts_with("\u066A")) {
            key += '%';
        } else if (rest.starts_with("\u066B")) {
            key += '.';
        } else if (normal[i] == ',') {
            const std::size_t digits = std::min(rest.substr(1).find_first_not_of("0123456789"), rest.size() - 1);
            if (digits != 3) key += '.';
        } else if (!two_bytes) {
            key += normal[i];
        }
        if (two_bytes) ++i;
    }
    return key;
}

}  // namespace

WordReader::WordReader(std::string_view language) : pack_(provenance::built_in_pack(language)) {
    if (pack_ == nullptr) return;
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
std::string WordReader::bare(std::string_view normal) const {
    for (bool again = true; again;) {
        again = false;
        for (const std::string& particle : attached_) {
            if (!normal.starts_with(particle) || text::letters_in(normal.substr(particle.size())) < shortest_rest)
                continue;
            normal.remove_prefix(particle.size());
            again = true;
            break;
        }
    }
    std::string word(normal);
    if (pack_ != nullptr) language::fold_ending(word, *pack_);
    return word;
}

/// The token behind words at `token` that say percent; `token` itself where none do.
std::size_t WordReader::behind_percent(const text::RawTokens& raw, std::size_t token) const {
    if (token >= raw.tokens.size()) return token;
    if (raw.tokens[token].mark == '%' || raw.tokens[token].mark == 0x066A) return token + 1;
    if (pack_ == nullptr) return token;
    const language::Lexicon& lexicon = pack_->lexicon;
    const language::Word& first = lexicon.word(lexicon.find(raw.normal_of(raw.tokens[token])));
    constexpr std::size_t percent = language::index_of(language::Known::percent);
    std::size_t end = first.classes.test(percent) ? token + 1 : token;
    std::uint32_t node = first.phrases;
    for (std::size_t i = token + 1; node != 0 && i < raw.tokens.size(); ++i) {
        node = lexicon.follow(node, lexicon.find(raw.normal_of(raw.tokens[i])));
        const language::Phrase* phrase = node == 0 ? nullptr : lexicon.phrase_at(node);
        if (phrase != nullptr && phrase->classes.test(percent)) end = i + 1;
    }
    return end;
}

/// Calls `visit` with the span and the normal form of each word.
template <class Visit>
void WordReader::each_word(std::string_view text, Visit&& visit) const {
    text::RawTokens raw;
    text::split_tokens(text, raw);
    for (std::size_t i = 0; i < raw.tokens.size(); ++i) {
        const text::RawToken& token = raw.tokens[i];
        if (token.kind != text::CharClass::letter && token.kind != text::CharClass::digit) continue;
        const std::string_view normal = raw.normal_of(token);
        if (normal.empty()) continue;
        if (token.kind == text::CharClass::letter || !is_number(normal)) {
            visit(token.span, normal);
            continue;
        }
        std::string number = number_key(normal);
        const std::size_t end = number.ends_with('%') ? i + 1 : behind_percent(raw, i + 1);
        if (end > i + 1) number += '%';
        visit(Span{token.span.begin, raw.tokens[end - 1].span.end}, number);
        i = end - 1;
    }
}

std::vector<Word> WordReader::read(std::string_view text) const {
    std::vector<Word> words;
    each_word(text, [&](Span span, std::string_view normal) {
        Word word{.span = span, .normal = std::string(normal), .bare = bare(normal)};
        word.frequent = frequent(normal);
        word.hedge = pack_ != nullptr && pack_->has(pack_->lexicon.find(normal), language::Known::hedge);
        words.push_back(std::move(word));
    });
    return words;
}

std::string WordReader::key(std::string_view text) const {
    std::string key;
    each_word(text, [&](Span, std::string_view normal) {
        if (frequent(normal)) return;
        if (!key.empty()) key += ' ';
        key += bare(normal);
    });
    return key;
}

bool WordReader::attached_conjunction(std::string_view normal) const {
    return pack_ != nullptr && std::ranges::any_of(pack_->proclitics, [&](const language::Proclitic& particle) {
               return particle.normal == normal && pack_->has(particle.word, language::Known::conjunction);
           });
}

std::string WordReader::name_key(std::string_view name) const {
    text::RawTokens raw;
    text::split_tokens(name, raw);
    std::string key;
    bool joined = true;  // to what stands before
    for (std::size_t i = 0; i < raw.tokens.size(); ++i) {
        const text::CharClass kind = raw.tokens[i].kind;
        if (kind != text::CharClass::letter && kind != text::CharClass::digit) continue;
        if (!joined) key += ' ';
        const std::string_view normal = raw.normal_of(raw.tokens[i]);
        key += normal;
        joined = i + 1 < raw.tokens.size() && attached_conjunction(normal);
    }
    return key;
}

const WordReader& words_in(std::string_view language) {
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<const WordReader>, std::less<>> readers;
    const std::lock_guard lock(mutex);
    // Analyses that were saved may say anything of their language: what no pack is for has one reader.
    const std::string_view code = provenance::built_in_code(language);
    auto place = readers.find(code);
    if (place == readers.end()) place = readers.emplace(code, std::make_unique<const WordReader>(code)).first;
    return *place->second;
}

std::string language_of(std::string_view text) {
    const auto& packs = language::built_in_packs();
    if (packs.empty()) return {};
    const LanguagePack* const found = detect_language(text, packs);
    return found == nullptr ? packs.front().code() : found->code();
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
