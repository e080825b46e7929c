#include <rawi/rawi.hpp>

#include <fstream>
#include <iostream>

int main(int, char** argv) {
    const rawi::LanguagePack english = rawi::LanguagePack::built_in("en");
    const auto article = [&](std::string id, std::string outlet, std::string day, std::string_view text) {
        rawi::Document given({.id = std::move(id), .outlet = std::move(outlet), .published = std::move(day)}, "", text);
        return rawi::PreparedArticle(rawi::analyze(std::move(given), english));
    };
    rawi::Corpus corpus(argv[1], rawi::Corpus::Access::write);
    corpus.add(std::vector{
        article("echo", "The Echo", "2024-05-02",
                "The harbour master told The Echo that the port would reopen on Monday after the storm."),
        article("bay", "Bay Herald", "2024-05-03",
                "The port would reopen on Monday after the storm, the harbour master told The Echo."),
    });

    const rawi::Trace traced = rawi::trace(corpus, "the port would reopen on Monday");
    for (const rawi::TraceClaim& claim : traced.claims) {
        std::cout << claim.date << ' ' << claim.id << ':';
        for (const rawi::TraceStation& station : claim.path) std::cout << " > " << station.name;
        std::cout << '\n';
    }
    for (const rawi::OutletPair& pair : rawi::reliance(corpus).pairs)
        std::cout << pair.to << " has " << pair.claims << " from " << pair.from << '\n';

    std::ofstream page(argv[2], std::ios::binary);
    rawi::write_html(page, traced);
}
