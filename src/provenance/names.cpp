#include "provenance/names.hpp"

#include <algorithm>

#include "detection/article.hpp"
#include "rawi/document.hpp"
#include "rawi/language.hpp"

namespace rawi::provenance {
namespace {

std::string all_without_initials(const detection::Article& article) {
    std::string all;
    for (std::uint32_t i = 0; i < article.tokens.size(); ++i) {
        if (article.tokens[i].mark != 0) continue;
        const std::string initials = sources::initials_at(article, i);
        const bool behind_name = i > 0 && article.tokens[i - 1].upper && !article.has(i - 1, detection::Known::title);
        if (!initials.empty() && behind_name) continue;
        if (!all.empty()) all += ' ';
        all += initials.empty() ? std::string(article.normal_of(i)) : initials;
    }
    return all;
}

}  // namespace

std::string most_common(const NameCounts& names) {
    std::string common;
    std::size_t most = 0;
    for (const auto& [name, times] : names) {
        if (name.empty() || times < most || (times == most && name.size() >= common.size())) continue;
        most = times;
        common = name;
    }
    return common;
}

PersonWords person_words(std::string_view name, const language::Pack& pack) {
    const Document document(Metadata{}, {}, name);
    const detection::Article article = detection::detect(document, pack);
    PersonWords person{.own = sources::person_name(article), .without_initials = {}};
    bool initials = false;
    for (std::uint32_t i = 0; i < article.tokens.size(); ++i)
        initials = initials || !sources::initials_at(article, i).empty();
    if (initials && std::ranges::none_of(article.tokens, &detection::Token::proclitic))
        person.without_initials = all_without_initials(article);
    return person;
}

std::string joined(std::span<const sources::NameWord> words, std::string_view between) {
    std::string all;
    for (const sources::NameWord& word : words) {
        if (!all.empty()) all += between;
        all += word.text;
    }
    return all;
}

std::string_view built_in_code(std::string_view language) {
    static const auto codes = LanguagePack::built_in_codes();
    const std::string_view primary = language.substr(0, language.find_first_of("-_"));
    return std::ranges::find(codes, primary) == codes.end() ? std::string_view() : primary;
}

const language::Pack* built_in_pack(std::string_view language) {
    const std::string_view code = built_in_code(language);
    return code.empty() ? nullptr : &LanguagePack::built_in(code).pack();
}

}  // namespace rawi::provenance
