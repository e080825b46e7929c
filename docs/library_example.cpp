#include <rawi/rawi.hpp>

#include <iostream>

int main() {
    const rawi::LanguagePack english = rawi::LanguagePack::built_in("en");

    rawi::Document article({.id = "port-1", .outlet = "The Echo", .published = "2024-05-02"}, "",
                           "The harbour master told Reuters that the port would reopen on Monday.");
    const rawi::Analysis found = rawi::analyze(std::move(article), english);

    for (const rawi::Attribution& said : found.attributions) {
        for (const rawi::Span span : said.content) std::cout << found.document.text(span) << '\n';
        for (const rawi::AgentId link : said.chain) std::cout << "  - " << found.agent(link).name << '\n';
    }

    const auto writer = rawi::make_writer(*rawi::find_format("jsonl"), std::cout, {.with_text = true});
    writer->begin();
    writer->write(found);
    writer->end();
}
