#include "detection/publisher_name.hpp"

#include <algorithm>
#include <memory>
#include <span>

#include "detection/division.hpp"
#include "text/characters.hpp"
#include "text/tokens.hpp"

namespace rawi::detection {
namespace {

using language::Part;
using language::WordId;

/// What the publisher is called, without the noun that says what it is: مدى البلد of موقع مدى البلد.
struct PublisherName {
    std::vector<std::string> words;
    std::size_t core = 0;  ///< how many of them stand before what many outlets are called by, too: نيوز, نت
};

bool outlet_noun(const language::Pack& pack, std::string_view word) {
    return pack.lexicon.has(word, Known::outlet_noun);
}

/// Empty where a list holds the publisher, or where names show by capitals.
PublisherName publisher_name(const Document& document, const language::Pack& pack) {
    if (pack.names_capitalised || document.metadata().outlet.empty()) return {};
    PublisherName name{.words = words_of(document.metadata().outlet, {})};
    if (!listed_key(pack, name.words).empty()) return {};
    const auto named = std::ranges::find_if(name.words, [&](const auto& word) { return !outlet_noun(pack, word); });
    name.words.erase(name.words.begin(), named);
    if (name.words.empty()) return {};
    if (std::string& first = name.words.front();
        first.starts_with(pack.article) && text::letters_in(first) > text::letters_in(pack.article) + 1)
        first.erase(0, pack.article.size());
    if (name.words.size() == 1 && outlet_noun(pack, name.words.front())) return {};  // الموقع
    name.core = name.words.size();
    while (name.core > 1 && pack.lexicon.has(name.words[name.core - 1], Known::outlet_word)) --name.core;
    return name;
}

/// Whether nothing else is called so: a word that no list holds is in the name, or a name beside another word; but
/// النخيل may be palms, and a name that a list holds whole a place.
bool certain(const language::Pack& pack, std::span<const std::string> words) {
    bool proper = false;
    std::uint32_t node = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Division division = divide(pack, words[i]);
        if (division.unsplit || division.word == language::unknown_word || pack.has(division.word, Known::outlet_word))
            return true;
        const auto options = pack.part_model.options(pack.lexicon.brief(division.word).parts);
        proper = proper || (!options.empty() && options.front().part == Part::proper);
        node = i == 0 ? pack.lexicon.word(division.word).phrases
                      : (node == 0 ? 0 : pack.lexicon.follow(node, division.word));
    }
    return words.size() > 1 && proper && (node == 0 || pack.lexicon.phrase_at(node) == nullptr);
}

/// A way to write the name, letter by letter: العربية.نت and العربية نت are one.
struct Spelling {
    std::string letters;
    Known known = Known::outlet;
};

Spelling spelling_of(const language::Pack& pack, std::span<const std::string> words) {
    Spelling spelling{.known = certain(pack, words) ? Known::outlet : Known::outlet_common};
    for (const std::string& word : words) spelling.letters += word;
    std::erase(spelling.letters, '.');
    return spelling;
}

class Marker {
public:
    explicit Marker(Article& article) : article_(article), pack_(*article.pack) {}

    void run() {
        const PublisherName name = publisher_name(*article_.document, pack_);
        if (name.words.empty()) return;
        const std::span<const std::string> all = name.words;
        spellings_.push_back(spelling_of(pack_, all));
        if (name.core < all.size()) spellings_.push_back(spelling_of(pack_, all.first(name.core)));
        for (std::uint32_t i = 0; i < article_.tokens.size(); ++i) {
            for (const Spelling& spelling : spellings_) {
                const std::uint32_t end = end_of(spelling.letters, i);
                if (end == i) continue;
                mark({i, end}, spelling.known);
                i = end - 1;
                break;
            }
        }
    }

private:
    [[nodiscard]] bool word(std::uint32_t i) const {
        return article_.tokens[i].kind == CharClass::letter || article_.tokens[i].kind == CharClass::digit;
    }

    /// Behind `letters`, if they are written from token `begin` on; else `begin`. A part of them may be quoted: الجوهرة
    /// «أف أم».
    [[nodiscard]] std::uint32_t end_of(std::string_view letters, std::uint32_t begin) const {
        if (!word(begin)) return begin;
        std::uint32_t quotes = 0;
        const auto size = static_cast<std::uint32_t>(article_.tokens.size());
        for (std::uint32_t i = begin; i < size; ++i) {
            const Token& token = article_.tokens[i];
            if (!word(i)) {
                const bool dot =
                    token.mark == '.' && !token.space_before && i + 1 < size && !article_.tokens[i + 1].space_before;
                if (token.kind != CharClass::quote && !dot) return begin;
                quotes += token.kind == CharClass::quote ? 1 : 0;
                continue;
            }
            std::string_view form = article_.normal_of(i);
            if (i == begin && !letters.starts_with(form) && token.definite) form.remove_prefix(pack_.article.size());
            for (; !form.empty() && !letters.empty(); form.remove_prefix(1)) {
                if (form.front() == '.') continue;
                if (form.front() != letters.front()) return begin;
                letters.remove_prefix(1);
            }
            if (!form.empty()) return begin;
            if (!letters.empty()) continue;
            const bool closes = quotes % 2 == 1 && i + 1 < size && article_.tokens[i + 1].kind == CharClass::quote;
            return i + (closes ? 2 : 1);
        }
        return begin;
    }

    void mark(TokenRange name, Known known) {
        auto phrase = std::make_shared<language::Phrase>();
        phrase->length = static_cast<std::uint8_t>(name.size());
        phrase->classes.set(language::index_of(known));
        phrase->values.emplace_back(static_cast<language::ClassId>(known), publisher_key);
        Token& first = article_.tokens[name.begin];
        // Those of one token stand together.
        std::vector<PhraseMatch> matches;
        for (std::size_t p = first.phrases; p < article_.phrases.size() && article_.phrases[p].token == name.begin; ++p)
            matches.push_back(article_.phrases[p]);
        first.phrases = static_cast<std::uint32_t>(article_.phrases.size());
        article_.phrases.insert(article_.phrases.end(), matches.begin(), matches.end());
        article_.phrases.push_back({name.begin, phrase.get(), 0});
        article_.publisher_names.push_back(std::move(phrase));
        // The زاد of زاد الأردن adds nothing.
        if (known != Known::outlet) return;
        for (std::uint32_t i = name.begin; i < name.end; ++i) {
            if (word(i)) article_.tokens[i].word = language::unknown_word;
        }
    }

    Article& article_;
    const language::Pack& pack_;
    std::vector<Spelling> spellings_;
};

}  // namespace

std::vector<std::string> words_of(std::string_view name, std::string_view article) {
    text::RawTokens raw;
    text::split_tokens(name, raw);
    std::vector<std::string> words;
    for (const text::RawToken& token : raw.tokens) {
        if (token.kind != CharClass::letter && token.kind != CharClass::digit) continue;
        std::string_view word = raw.normal_of(token);
        if (!article.empty() && word.starts_with(article) && text::letters_in(word) > text::letters_in(article) + 1)
            word.remove_prefix(article.size());
        words.emplace_back(word);
    }
    return words;
}

std::string listed_key(const language::Pack& pack, const std::vector<std::string>& words) {
    const language::Lexicon& lexicon = pack.lexicon;
    const auto value_in = [](const auto& values, bool whole) -> std::string {
        for (const auto& [id, value] : values) {
            if (id == language::index_of(Known::outlet) || (whole && id == language::index_of(Known::outlet_common)))
                return value;
        }
        return {};
    };
    if (words.empty()) return {};
    const language::Word& first = lexicon.word(lexicon.find(words.front()));
    std::string key = value_in(first.values, words.size() == 1);
    std::uint32_t node = first.phrases;
    for (std::size_t i = 1; i < words.size() && node != 0; ++i) {
        node = lexicon.follow(node, lexicon.find(words[i]));
        const language::Phrase* phrase = node == 0 ? nullptr : lexicon.phrase_at(node);
        std::string longer = phrase == nullptr ? std::string() : value_in(phrase->values, i + 1 == words.size());
        if (!longer.empty()) key = std::move(longer);
    }
    return key;
}

std::string unlisted_publisher(const Document& document, const language::Pack& pack) {
    PublisherName name = publisher_name(document, pack);
    if (name.words.empty() || !divide(pack, name.words.front()).unsplit) return {};
    return std::move(name.words.front());
}

void mark_publisher(Article& article) {
    Marker(article).run();
}

}  // namespace rawi::detection
