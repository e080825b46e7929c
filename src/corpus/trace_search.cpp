#include "corpus/trace_search.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <limits>
#include <tuple>

#include "corpus/likeness.hpp"
#include "corpus/prints.hpp"
#include "corpus/selection.hpp"
#include "corpus/words.hpp"
#include "language/names.hpp"
#include "provenance/outlets.hpp"
#include "rawi/error.hpp"

namespace rawi::corpus {
namespace {

using language::from_name;

/// Words that were asked for count as found where most of them stand, or most of the claim is made of them.
bool answers(const Likeness& how) {
    if (repeats(how)) return true;
    return how.words > 0 && how.contained() >= 0.8 && (how.run >= 3 || how.run == how.words);
}

class Search {
public:
    Search(const Store& store, const provenance::OutletList& outlets)
        : database_(store.database()),
          outlets_(outlets),
          publishers_(publisher_names(store.database())),
          lookup_(store.database()),
          scan_(store.database(), "SELECT number, words FROM claims ORDER BY number"),
          links_(store.database(),
                 "SELECT other FROM links WHERE claim = ?1 UNION SELECT claim FROM links WHERE other = ?1 ORDER BY 1"),
          claim_(store.database(),
                 "SELECT c.number, c.claim, c.lemma, c.stance, c.words, c.content, a.number, a.id, a.url, a.title, "
                 "a.language, a.published, a.seconds, a.exact,"
                 " c.source IS NOT NULL, c.missing, c.in_title FROM claims c JOIN articles a ON a.number = c.article "
                 "WHERE "
                 "c.number = ?1"),
          outer_(store.database(),
                 "WITH RECURSIVE outer(claim) AS (SELECT parent FROM claims WHERE article = ?1 AND claim = ?2"
                 " UNION SELECT c.parent FROM claims c JOIN outer o ON c.article = ?1 AND c.claim = o.claim)"
                 " SELECT claim FROM outer WHERE claim IS NOT NULL ORDER BY claim"),
          path_(store.database(),
                "SELECT g.name, g.kind, g.named, g.publisher, g.outlet_id, s.contact, s.phrase, s.inferred, s.beside "
                "FROM "
                "stations s JOIN "
                "claims c ON c.number = s.claim"
                " JOIN agents g ON g.article = c.article AND g.agent = s.agent WHERE s.claim = ?1 ORDER BY s.place"),
          publisher_(store.database(),
                     "SELECT name, outlet_id FROM agents WHERE article = ?1 AND publisher = 1 ORDER BY agent LIMIT 1") {
    }

    using Found = std::map<std::int64_t, Nearness>;

    Found with_words(const AskedWords& asked) {
        const auto& hashes = asked.hashes();
        Found found;
        // A whole article may be asked for: piece by piece, as long as what is compared.
        for (std::size_t begin = 0; begin == 0 || begin + most_compared / 2 < hashes.size();
             begin += most_compared / 2) {
            const auto piece = std::span(hashes).subspan(begin, std::min(most_compared, hashes.size() - begin));
            for (const Candidate& candidate : lookup_.candidates(prints_of(piece), piece))
                found[candidate.claim].take(candidate.likeness, piece.size());
        }
        // Few words have too few prints to rely on.
        constexpr std::size_t few = 8;
        if (hashes.empty() || (hashes.size() >= few && !found.empty())) return found;
        scan(asked, found);
        return found;
    }

    /// Adds what is linked with those found, and what is linked with that.
    void follow_links(Found& found, std::size_t most) {
        std::vector<std::int64_t> waiting;
        for (const auto& [claim, nearness] : found) waiting.push_back(claim);
        for (std::size_t next = 0; next < waiting.size() && found.size() < most; ++next) {
            links_.bind(waiting[next]);
            while (links_.step() && found.size() < most) {
                const std::int64_t other = links_.number(0);
                if (found.try_emplace(other).second) waiting.push_back(other);
            }
            links_.reset();
        }
    }

    TracedClaim read(std::int64_t number, Nearness nearness, const AskedWords& asked) {
        claim_.bind(number);
        TracedClaim claim;
        if (!claim_.step()) throw Error(database_.name(), 0, "is damaged: a claim is missing; index it anew");
        TraceClaim& shown = claim.shown;
        claim.number = number;
        claim.article = claim_.number(6);
        claim.words = hashes_of(claim_.view(4));
        shown.article = claim_.text(7);
        claim.claim = claim_.number(1);
        shown.id = shown.article + "/q" + std::to_string(claim.claim + 1);
        shown.lemma = claim_.text(2);
        shown.stance = claim_.text(3);
        shown.content = claim_.text(5);
        shown.url = claim_.text(8);
        shown.title = claim_.text(9);
        shown.language = claim_.text(10);
        if (nearness.similarity == 0) nearness = reached_over_another(claim.words, asked);
        shown.similarity = nearness.similarity;
        shown.held = nearness.held;
        shown.carries = nearness.held == 1;
        if (!shown.carries) shown.lacks = asked.lacking_in(claim.words);
        if (!claim_.null(12)) {
            claim.moment = text::Moment{claim_.number(12), claim_.number(13) != 0};
            shown.date = text::text_of(*claim.moment);
        }
        const bool has_source = claim_.number(14) != 0;
        shown.from_elsewhere = claim_.number(15) != 0;
        claim.in_title = claim_.number(16) != 0;
        claim_.reset();
        outer_.bind(claim.article, claim.claim);
        while (outer_.step()) claim.outer.push_back(outer_.number(0));
        outer_.reset();
        read_publisher(claim);
        read_path(claim, has_source);
        return claim;
    }

private:
    /// Prints lead to a bounded number of claims: one that has all the words may be met over another claim only.
    static Nearness reached_over_another(std::span<const std::uint64_t> words, const AskedWords& asked) {
        if (!asked.are_a_quote() || asked.hashes().empty()) return {};
        Nearness nearness;
        nearness.take(likeness(asked.hashes(), words), asked.hashes().size());
        if (nearness.held < 1) nearness.similarity = 0;
        return nearness;
    }

    /// Looks through all claims. Most have hardly a word in common with those asked for, and are passed over quickly:
    /// of so many words as may be missing and one more, one must be there.
    void scan(const AskedWords& asked, Found& found) {
        const std::set<std::uint64_t> wanted(asked.hashes().begin(), asked.hashes().end());
        const std::vector<std::string_view> telling = longest_words(asked.key(), wanted.size() / 5 + 1);
        scan_.reset();
        while (scan_.step()) {
            const std::string_view stored = scan_.view(1);
            const auto holds = [&](std::string_view word) { return stored.find(word) != std::string_view::npos; };
            const auto spaces = static_cast<std::size_t>(std::ranges::count(stored, ' '));
            if (spaces + 1 >= wanted.size() && std::ranges::none_of(telling, holds)) continue;
            const std::vector<std::uint64_t> words = hashes_of(stored);
            std::set<std::uint64_t> met;
            for (const std::uint64_t word : words) {
                if (wanted.contains(word)) met.insert(word);
            }
            if (5 * met.size() < 4 * std::min(wanted.size(), words.size())) continue;
            const Likeness how = likeness(asked.hashes(), words);
            if (answers(how)) found[scan_.number(0)].take(how, asked.hashes().size());
        }
        scan_.reset();
    }

    static std::vector<std::string_view> longest_words(std::string_view key, std::size_t most) {
        std::set<std::string_view> distinct;
        while (!key.empty()) {
            const std::size_t end = std::min(key.find(' '), key.size());
            distinct.insert(key.substr(0, end));
            key.remove_prefix(std::min(end + 1, key.size()));
        }
        std::vector<std::string_view> words(distinct.begin(), distinct.end());
        std::ranges::stable_sort(words, std::greater<>(), &std::string_view::size);
        words.resize(std::min(words.size(), most));
        return words;
    }

    void read_publisher(TracedClaim& claim) {
        publisher_.bind(claim.article);
        if (publisher_.step()) {
            claim.shown.publisher = publisher_.text(0);
            claim.shown.outlet = outlets_.identity(publisher_.text(1), claim.shown.publisher);
        }
        publisher_.reset();
    }

    void read_path(TracedClaim& claim, bool has_source) {
        if (!has_source) claim.shown.path.push_back({});
        path_.bind(claim.number);
        while (path_.step()) {
            TraceStation station{.name = path_.text(0),
                                 .kind = from_name<AgentKind>(path_.view(1)).value_or(AgentKind::unknown),
                                 .named = path_.number(2) != 0,
                                 .contact = from_name<Contact>(path_.view(5)).value_or(Contact::unstated),
                                 .phrase = path_.text(6),
                                 .inferred = path_.number(7) != 0,
                                 .beside = path_.number(8) != 0};
            const bool publisher = path_.number(3) != 0;
            if (publisher || (station.named && (station.kind == AgentKind::outlet ||
                                                publishers_.contains(provenance::outlet_name(station.name))))) {
                station.kind = AgentKind::outlet;
                station.outlet = outlets_.identity(path_.text(4), station.name);
            }
            claim.shown.path.push_back(std::move(station));
        }
        path_.reset();
    }

    const Database& database_;
    const provenance::OutletList& outlets_;
    std::set<std::string> publishers_;
    Lookup lookup_;
    Statement scan_, links_, claim_, outer_, path_, publisher_;
};

}  // namespace

FoundClaims find_claims(const Store& store, const AskedWords& asked, const provenance::OutletList& outlets,
                        std::size_t most) {
    Search search(store, outlets);
    if (most == 0) most = std::numeric_limits<std::size_t>::max();
    auto found = search.with_words(asked);
    search.follow_links(found, most);
    std::vector<TracedClaim> claims;
    for (const auto& [number, nearness] : found) claims.push_back(search.read(number, nearness, asked));
    std::ranges::sort(claims, [](const TracedClaim& a, const TracedClaim& b) {
        const auto order = [](const TracedClaim& claim) {
            return std::tuple(!claim.moment, claim.moment ? claim.moment->seconds : 0, claim.number);
        };
        return order(a) < order(b);
    });
    const bool cut = claims.size() >= most;
    if (cut) claims.resize(most);
    return {.claims = std::move(claims), .cut = cut};
}

std::size_t earliest_of(const std::vector<TracedClaim>& claims) {
    const auto carrying = std::ranges::find_if(claims, [](const TracedClaim& claim) { return claim.shown.carries; });
    return carrying == claims.end() ? 0 : static_cast<std::size_t>(carrying - claims.begin());
}

std::map<std::string, std::size_t> articles_of_outlets(const Store& store, const provenance::OutletList& outlets) {
    std::map<std::string, std::size_t> articles;
    Statement statement(store.database(), "SELECT outlet, outlet_id, count(*) FROM articles GROUP BY 1, 2");
    while (statement.step())
        articles[outlets.identity(statement.text(1), statement.text(0))] +=
            static_cast<std::size_t>(statement.number(2));
    return articles;
}

std::pair<std::string, std::string> words_of_claim(const Store& store, std::string_view id) {
    const std::size_t cut = id.rfind("/q");
    std::int64_t number = 0;
    if (cut != std::string_view::npos) {
        const std::string_view digits = id.substr(cut + 2);
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    }
    if (number < 1)
        throw Error("\"" + std::string(id) +
                    "\" is no claim; they are called ARTICLE/q3, with the article's id before the last stroke");
    Statement find(store.database(),
                   "SELECT c.content, a.language FROM claims c JOIN articles a ON a.number = c.article WHERE a.id = ?1 "
                   "AND c.claim = ?2");
    find.bind(id.substr(0, cut), number - 1);
    if (!find.step())
        throw Error(store.database().name() + ": has no claim \"" + std::string(id) +
                    "\" (rawi show lists those of an article)");
    return {find.text(0), find.text(1)};
}

}  // namespace rawi::corpus
