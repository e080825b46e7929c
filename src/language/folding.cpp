#include "language/folding.hpp"

#include <algorithm>
#include <future>

#include "text/tokens.hpp"

namespace rawi::language {

const std::vector<LanguagePack>& built_in_packs() {
    static const std::vector<LanguagePack> packs = [] {
        std::vector<std::future<LanguagePack>> compiling;
        for (const std::string& code : LanguagePack::built_in_codes())
            compiling.push_back(std::async(std::launch::async, LanguagePack::built_in, code));
        std::vector<LanguagePack> all;
        for (std::future<LanguagePack>& pack : compiling) all.push_back(pack.get());
        return all;
    }();
    return packs;
}

void fold_ending(std::string& word, const Pack& pack) {
    for (const auto& [ending, other] : pack.alike) {
        if (word.ends_with(ending)) return void(word.replace(word.size() - ending.size(), ending.size(), other));
    }
}

std::string plain_name(std::string_view name) {
    text::RawTokens raw;
    text::split_tokens(name, raw);
    std::string plain;
    for (const text::RawToken& token : raw.tokens) {
        if (token.kind != text::CharClass::letter && token.kind != text::CharClass::digit) continue;
        if (!plain.empty()) plain += ' ';
        plain += raw.normal_of(token);
    }
    return plain;
}

std::string folded_name(std::string_view plain) {
    std::string folded;
    while (!plain.empty()) {
        const std::size_t end = std::min(plain.find(' '), plain.size());
        std::string word(plain.substr(0, end));
        for (const LanguagePack& pack : built_in_packs()) fold_ending(word, pack.pack());
        folded.append(folded.empty() ? "" : " ").append(word);
        plain.remove_prefix(std::min(end + 1, plain.size()));
    }
    return folded;
}

}  // namespace rawi::language
