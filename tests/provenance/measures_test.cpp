// Measures on graphs small enough to work out by hand.
#include "provenance/measures.hpp"

#include <catch2/catch.hpp>

#include "provenance/small_graphs.hpp"

using namespace rawi;
using namespace rawi::provenance;
using rawi::test::drawn;

namespace {

std::vector<unsigned> numbers(const std::vector<NodeId>& nodes) {
    std::vector<unsigned> result;
    for (const NodeId node : nodes) result.push_back(static_cast<unsigned>(node));
    return result;
}

std::vector<double> rank_of(const ProvenanceGraph& graph) {
    return page_rank(graph, degrees(graph));
}

std::vector<unsigned> hanging_on(const ProvenanceGraph& graph) {
    return dominated(immediate_dominators(graph));
}

std::vector<std::vector<unsigned>> numbers(const std::vector<std::vector<NodeId>>& sets) {
    std::vector<std::vector<unsigned>> result;
    for (const auto& set : sets) result.push_back(numbers(set));
    return result;
}

/// -1 for none.
std::vector<int> numbers(const std::vector<std::optional<NodeId>>& nodes) {
    std::vector<int> result;
    for (const auto& node : nodes) result.push_back(node ? static_cast<int>(*node) : -1);
    return result;
}

using Sets = std::vector<std::vector<unsigned>>;
using Numbers = std::vector<unsigned>;
constexpr NodeId node(unsigned number) {
    return static_cast<NodeId>(number);
}

/// Two sources told one agency, which three outlets quote; one of them has the second source's words directly, too.
///     0 -> 2 -> 3        4 and 5 quote the agency 2, 5 also had 1 on the telephone
///     1 -> 2 -> 4, 5     1 -> 5
const ProvenanceGraph agency = drawn(6, {{0, 2, 3}, {1, 2, 1}, {2, 3, 4}, {2, 4, 2}, {2, 5, 1}, {1, 5, 1}});

/// 0 -> 1 -> 2 -> 3 -> 1: three outlets that quote each other in a circle, fed by one source; 4 reads one of them.
const ProvenanceGraph circle = drawn(5, {{0, 1}, {1, 2}, {2, 3}, {3, 1}, {3, 4}});

}  // namespace

TEST_CASE("Circular reporting is a component of two or more, a loop is none", "[measures]") {
    CHECK(numbers(circles(circle)) == Sets{{1, 2, 3}});
    CHECK(circles(agency).empty());
    CHECK(circles(drawn(1, {{0, 0}})).empty());
    CHECK(numbers(circles(drawn(4, {{3, 2}, {2, 3}, {1, 0}, {0, 1}}))).size() == 2);
}

TEST_CASE("Origins are what nothing leads to", "[measures]") {
    CHECK(numbers(origins(agency)) == Numbers{0, 1});
    CHECK(numbers(origins(circle)) == Numbers{0});
    CHECK(numbers(origins(drawn(4, {{2, 1}, {1, 2}, {2, 3}, {0, 0}}))) == Numbers{0, 1});
}

TEST_CASE("Degrees count neighbours and claims", "[measures]") {
    const auto degree = degrees(agency);
    CHECK(degree[2].in == 2);
    CHECK(degree[2].out == 3);
    CHECK(degree[2].claims_in == 4);
    CHECK(degree[1].out == 2);
    CHECK(degree[5].in == 2);

    const auto parallel = degrees(drawn(2, {{0, 1, 2}, {0, 1, 3}, {1, 1, 9}}));
    CHECK(parallel[1].in == 1);
    CHECK(parallel[1].claims_in == 5);
    CHECK(parallel[1].out == 0);
}

TEST_CASE("PageRank hands rank to who is relied upon", "[measures]") {
    SECTION("two nodes: x for the reader, y for the source; x = (1-d+dy)/2, y = x + dx") {
        const auto rank = rank_of(drawn(2, {{0, 1}}));
        CHECK(rank[1] == Approx(0.5 / 1.425));  // x + y = 1 with y = 1.85 x
        CHECK(rank[0] == Approx(0.925 / 1.425));
    }
    SECTION("a circle of equals") {
        for (const double rank : rank_of(drawn(3, {{0, 1}, {1, 2}, {2, 0}}))) CHECK(rank == Approx(1.0 / 3));
    }
    SECTION("claims weigh: a node with three claims from 0 and one from 1") {
        const auto rank = rank_of(drawn(3, {{0, 2, 3}, {1, 2, 1}}));
        CHECK((rank[0] - rank[2]) / (rank[1] - rank[2]) == Approx(3.0));
        CHECK(rank[0] + rank[1] + rank[2] == Approx(1.0));
    }
    CHECK(rank_of(drawn(0, {})).empty());
}

TEST_CASE("Betweenness counts the shortest routes through a node", "[measures]") {
    // Through the agency: 0 to 3, 4, 5 and 1 to 3, 4; 1 reaches 5 directly.
    CHECK(betweenness(agency) == std::vector<double>{0, 0, 5, 0, 0, 0});
    // Two shortest routes of equal length share the pair.
    CHECK(betweenness(drawn(4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}})) == std::vector<double>{0, 0.5, 0.5, 0});
}

TEST_CASE("Reciprocity is the share of pairs that go both ways", "[measures]") {
    CHECK(reciprocity(drawn(3, {{0, 1}, {1, 0}, {1, 2}, {0, 2}})) == Approx(0.5));
    CHECK(reciprocity(drawn(2, {{0, 1}, {0, 1}, {0, 0}})) == 0);
    CHECK(reciprocity(drawn(2, {})) == 0);
}

TEST_CASE("A dominator is the one upstream on which everything hangs", "[measures]") {
    CHECK(numbers(immediate_dominators(agency)) == std::vector<int>{-1, -1, -1, 2, 2, -1});
    CHECK(hanging_on(agency) == Numbers{0, 0, 2, 0, 0, 0});
    CHECK(numbers(immediate_dominators(circle)) == std::vector<int>{-1, 0, 1, 2, 3});
    CHECK(hanging_on(circle) == Numbers{4, 3, 2, 1, 0});
    CHECK(numbers(immediate_dominators(drawn(4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}}))) == std::vector<int>{-1, 0, 0, 0});
}

TEST_CASE("A long chain neither overflows the stack nor takes long", "[measures]") {
    ProvenanceGraph chain;
    chain.nodes.resize(50'000);
    for (unsigned number = 0; number + 1 < chain.nodes.size(); ++number) {
        Edge edge;
        edge.from = node(number);
        edge.to = node(number + 1);
        chain.edges.push_back(edge);
    }
    CHECK(hanging_on(chain).front() == 49'999);
}
