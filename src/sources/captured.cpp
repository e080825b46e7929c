#include "sources/captured.hpp"

#include <algorithm>

#include "detection/noun_phrase.hpp"
#include "sources/presenters.hpp"

namespace rawi::sources {
namespace {

using detection::Known;

constexpr std::uint32_t reach = 60;  // tokens between a cue and its source or relay, at the most

bool begins_outlet(const Article& article, std::uint32_t i, std::uint32_t end) {
    while (i < end && article.has(i, Known::article)) ++i;
    return i < end && (article.match(i, Known::outlet, end) != 0 || article.match(i, Known::outlet_noun, end) != 0);
}

/// لدى سؤاله عن دور اللاعب، قال: a sentence may open with where and when, and its subject stands behind the comma.
/// Where that comma is; the sentence's begin if it opens otherwise.
std::uint32_t behind_fronted(const Article& article, TokenRange sentence) {
    constexpr std::uint32_t longest = 24;  // tokens
    const auto letter = [&](std::uint32_t i) { return article.tokens[i].kind == text::CharClass::letter; };
    std::uint32_t i = sentence.begin;
    while (i < sentence.end && letter(i) && article.has(i, Known::conjunction)) ++i;
    if (i >= sentence.end || !letter(i) || !article.is(i, language::Part::preposition)) return sentence.begin;
    for (const std::uint32_t limit = std::min(sentence.end, i + longest); i < limit; ++i) {
        // في مقدمتهم سالم، وناصر، قال: the list goes on.
        if (article.tokens[i].kind == text::CharClass::comma) {
            if (i + 1 < limit && article.has(i + 1, Known::conjunction)) continue;
            return i;
        }
        if (!letter(i) || article.is(i, language::Part::verb) || article.has(i, Known::complementiser)) break;
    }
    return sentence.begin;
}

/// Where heads come first, the house stands behind the journalist, by a name that is a common word, too:
/// مراسل قناة "العربية".
TokenRange house_behind(const Article& article, std::uint32_t begin, std::uint32_t end) {
    const std::uint32_t noun = begin < end ? article.match(begin, Known::outlet_noun, end) : 0;
    const std::uint32_t name = begin + noun;
    if (!article.pack->heads_first || name >= end) return {};
    const std::uint32_t q = article.opens(name);
    if (q == detection::none) {
        const std::uint32_t length = noun == 0 ? 0 : article.match(name, Known::outlet_common, end);
        return length != 0 ? TokenRange{begin, name + length} : TokenRange{};
    }
    const detection::Quotation& quotation = article.quotations[q];
    const TokenRange inner = quotation.inner();
    if (inner.empty()) return {};
    const bool whole = quotation.closed && quotation.close < end;
    const bool named = noun != 0 || article.match(inner.begin, Known::outlet_common, end) == inner.size();
    return whole && named ? TokenRange{begin, quotation.close + 1} : TokenRange{};
}

}  // namespace

TokenRange CapturedPhrases::around(TokenRange tokens) {
    const auto& all = findings_.attributions;
    while (near_ < all.size() && all[near_].anchor() + reach < tokens.begin) ++near_;
    for (std::size_t i = near_; i < all.size() && all[i].anchor() <= tokens.end + reach; ++i) {
        if (all[i].source.overlaps(tokens)) return all[i].source;
        for (const attribution::Relay& relay : all[i].relays) {
            if (relay.outlet.overlaps(tokens)) return relay.outlet;
        }
    }
    return {};
}

std::vector<TokenRange> side_by_side(const Article& article, TokenRange range) {
    if (range.empty()) return {};
    std::vector<TokenRange> parts{range};
    if (!begins_outlet(article, range.begin, range.end)) return parts;
    for (std::uint32_t i = range.begin + 1; i + 1 < range.end; ++i) {
        if (!article.has(i, Known::conjunction) || !begins_outlet(article, i + 1, range.end)) continue;
        parts.back().end = i;
        parts.push_back({i + 1, range.end});
    }
    return parts;
}

TokenRange with_office(const Article& article, const std::vector<ScannedMentions::Place>& places, TokenRange name) {
    const auto behind = std::ranges::upper_bound(
        places, name.begin, {}, [](const ScannedMentions::Place& place) { return place.tokens.begin; });
    if (behind == places.begin() || name.begin == 0 || article.tokens[name.begin - 1].kind != text::CharClass::comma)
        return name;
    TokenRange around = std::prev(behind)->tokens;
    if (around.begin >= name.begin || around.end != name.end) return name;
    // Not the statements of the spokesman, but the spokesman.
    for (std::uint32_t i = around.begin; i + 1 < name.begin; ++i) {
        const bool person = article.has(i + 1, Known::role_noun) || article.has(i + 1, Known::human_noun);
        if (article.has(i, Known::preposition) && person) around.begin = i + 1;
    }
    return around;
}

TokenRange house_of_journalist(const Article& article, const attribution::Finding& finding) {
    const TokenRange source = finding.source;
    // "The editor of The Mail told The Times": not his own paper.
    const auto spoken = [](const attribution::Relay& relay) { return relay.contact == Contact::spoken; };
    if (std::ranges::any_of(finding.relays, spoken)) return {};
    for (std::uint32_t i = source.begin; i < source.end; ++i) {
        if (article.has(i, Known::former)) return {};  // "former CNN anchor Smith" is there no more
    }
    bool apposed = false;
    for (std::uint32_t i = source.begin; i < source.end; ++i) {
        apposed = apposed || article.tokens[i].kind == text::CharClass::comma;
        const std::uint32_t words = article.match(i, Known::journalist, source.end);
        if (words == 0) continue;
        // "Smith, a CNN contributor" speaks elsewhere, too.
        if (apposed && !article.value({i, i + words}, Known::journalist).empty()) continue;
        for (std::uint32_t o = source.begin; o < source.end; ++o) {
            if (const std::uint32_t name = article.match(o, Known::outlet, source.end); name != 0) return {o, o + name};
        }
        if (const TokenRange house = house_behind(article, i + words, source.end); !house.empty()) return house;
        if (const TokenRange house = house_of_presenter(article, source, {i, i + words}); !house.empty()) return house;
    }
    return {};
}

bool says_which(const Article& article, TokenRange phrase) {
    static const language::ClassSet nobody = language::set_of({Known::quantifier, Known::source_noun});
    if (article.has(phrase.begin, nobody)) return false;
    return article.tokens[phrase.begin].definite ||
           (phrase.size() > 1 && !article.has(phrase.begin + 1, Known::preposition) &&
            (article.tokens[phrase.begin + 1].definite || article.is(phrase.begin + 1, language::Part::proper)));
}

std::uint32_t quoting_finding(const Article& article, const attribution::Findings& findings,
                              const attribution::Finding& finding) {
    std::uint32_t outer = finding.parent;
    while (outer != detection::none) {
        const attribution::Finding& around = findings.attributions[outer];
        if (around.parent == detection::none || article.tokens[around.anchor()].quotation == detection::none) break;
        outer = around.parent;
    }
    return outer;
}

TokenRange body_of_office(const Article& article, TokenRange person) {
    static const language::ClassSet others = language::set_of(
        {Known::name, Known::title, Known::role_noun, Known::human_noun, Known::former, Known::relative});
    if (!article.pack->heads_first) return {};
    for (std::uint32_t i = person.begin + 1; i < person.end; ++i) {
        // وزير الخارجية الروسي: the adjective is his.
        if (!article.has(i, Known::organisation_noun) || article.has(i, Known::role_noun) ||
            article.has(i, Known::elliptic))
            continue;
        const std::uint32_t listed = article.match(i, Known::organisation, person.end);
        std::uint32_t end = i + std::max(listed, 1U);
        while (listed == 0 && end < person.end && article.tokens[end].kind == text::CharClass::letter &&
               !article.has(end, others))
            ++end;
        while (end > i + 1 && (article.has(end - 1, Known::preposition) || article.has(end - 1, Known::conjunction)))
            --end;
        const bool known = article.tokens[i].definite || end > i + 1;
        return known && article.tokens[i].enclitic == language::Agreement{} ? TokenRange{i, end} : TokenRange{};
    }
    return {};
}

bool opens_sentence(const Article& article, std::uint32_t begin, std::uint32_t token) {
    using language::Part;
    static constexpr language::PartSet heavy = language::PartSet(Part::noun) | Part::proper | Part::adjective |
                                               Part::verb | Part::preposition | Part::number | Part::pronoun;
    for (std::uint32_t i = behind_fronted(article, {begin, token}); i < token; ++i) {
        if (article.tokens[i].kind != text::CharClass::letter) continue;
        if (const std::uint32_t n = detection::aside_words(article, i, token); n != 0)
            i += n - 1;
        else if (article.is(i, heavy))
            return article.is(i, Part::verb) && (i == begin || !article.has(i - 1, Known::dependent)) &&
                   (i + 1 == token || (i + 2 == token && article.has(i + 1, Known::event_noun)));
    }
    return true;
}

bool same_sentence(const Article& article, std::uint32_t a, std::uint32_t b) {
    const auto sentence_of = [&](std::uint32_t token) {
        const auto found = std::ranges::upper_bound(
            article.sentences, token, {}, [](const detection::Sentence& sentence) { return sentence.tokens.end; });
        return found != article.sentences.end() && found->tokens.contains(token) ? found : article.sentences.end();
    };
    return sentence_of(a) == sentence_of(b);
}

TokenRange scope_of(const Article& article, const attribution::Findings& findings,
                    const attribution::Finding& finding) {
    if (finding.parent != detection::none) {
        for (const TokenRange content : findings.attributions[finding.parent].content) {
            if (content.contains(finding.anchor())) return content;
        }
    }
    return article.sentences[finding.sentence].tokens;
}

}  // namespace rawi::sources
