// What a stranger's first program does with rawi: an article in, who said what through whom, and the graph of it.
#include <iostream>
#include <rawi/rawi.hpp>

int main() {
    const auto english = rawi::LanguagePack::built_in("en");
    rawi::Document article({.outlet = "The Daily Lantern"}, "",
                           "The mayor told Reuters on Friday that the bridge would open in June.");
    const rawi::Analysis found = rawi::analyze(std::move(article), english);

    for (const rawi::Attribution& said : found.attributions) {
        for (const rawi::Span span : said.content) std::cout << found.document.text(span) << '\n';
        for (const rawi::AgentId agent : said.chain) std::cout << "  > " << found.agent(agent).name << '\n';
    }
    const rawi::ProvenanceGraph graph = rawi::provenance_graph(found);
    std::cout << graph.nodes.size() << " nodes, " << graph.edges.size() << " edges\n";
}
