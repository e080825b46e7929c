// One article's section of a report.
#include <algorithm>

#include "writing/caption.hpp"
#include "writing/dot_text.hpp"
#include "writing/report_figures.hpp"

namespace rawi::writing {
namespace {

constexpr std::size_t most_nodes = 120;  // more than these nobody follows in half a page

std::string figures(const ReportedArticle& article) {
    const auto& all = article.analysis.attributions;
    std::string out = "<dl class=\"figures\">\n";
    const auto figure = [&](std::string_view key, std::ptrdiff_t count) {
        out += "<div class=\"" + std::string(key) + "\"><dt>" + html(article.words[key]) + "</dt><dd>" +
               std::to_string(count) + "</dd></div>\n";
    };
    const auto count = [&](auto&& fits) { return std::ranges::count_if(all, fits); };
    figure("claims", static_cast<std::ptrdiff_t>(all.size()));
    figure("second_hand", count([](const auto& said) { return said.has(Flag::second_hand); }));
    figure("unnamed", count([](const auto& said) { return is_unnamed(said); }));
    figure("unknown", count([](const auto& said) { return !said.source; }));
    figure("missing", count([](const auto& said) { return said.has(Flag::missing_link); }));
    return out + "</dl>\n";
}

/// Who published it, when, who wrote it and where it stands.
std::string origin(const ReportedArticle& article) {
    const Metadata& given = article.analysis.document.metadata();
    std::string out;
    const auto add = [&](const std::string& piece) { out += (out.empty() ? "" : " <i>·</i> ") + piece; };
    add("<bdi>" + html(article.agent_name(article.analysis.publisher)) + "</bdi>");
    if (!given.published.empty()) add("<bdi>" + html(readable_date(given.published)) + "</bdi>");
    if (!given.author.empty()) add(html_filled(article.words, "by", {given.author}));
    const std::string url = safe_url(given.url);  // escaped for attributes as well
    if (!url.empty()) {
        add("<a href=\"" + url + "\" rel=\"noreferrer noopener external\">" + html(article.words["source_page"]) +
            "</a>");
    }
    return "<p class=\"origin\">" + out + "</p>\n";
}

}  // namespace

std::string report_article(const ReportedArticle& article, bool is_only) {
    const Analysis& analysis = article.analysis;
    const Words& words = article.words;
    const std::string number = std::to_string(article.number);
    const std::string in_language = language_attributes(analysis.language, analysis.right_to_left);
    const std::string_view title = analysis.document.text(analysis.document.title());
    const std::string heading = is_only ? "h1" : "h2";
    const std::string below = is_only ? "h2" : "h3";
    // No landmarks: with several articles in a page there would be too many of them. Headings lead through it.
    const auto section = [&](const std::string& css, const std::string& key, const std::string& content) {
        return "<div class=\"part " + css + "\">\n<" + below + '>' + html(words[key]) + "</" + below + ">\n" + content +
               "</div>\n";
    };
    std::string out = "<article class=\"report\" id=\"article-" + number + "\" aria-labelledby=\"title-" + number +
                      "\">\n<header>\n" + origin(article) + '<' + heading + " id=\"title-" + number + '"' +
                      (title.empty() ? "" : in_language) + '>' + html(article.title()) + "</" + heading + ">\n" +
                      figures(article) + "</header>\n";
    if (analysis.attributions.empty()) {
        out += "<p class=\"empty\">" + html(words["nothing"]) + "</p>\n";
    } else {
        out += "<p class=\"hint\" hidden>" + html(words["hint"]) + "</p>\n";
    }
    const bool unsaved = !analysis.attributions.empty() && analysis.document.joined({analysis.document.body()}).empty();
    out += "<div class=\"columns\">\n" +
           section("text", "text",
                   unsaved ? "<p class=\"empty\">" + html(words["text_not_saved"]) + "</p>\n"
                           : "<div class=\"prose\"" + in_language + ">\n" + report_text(article) + "</div>\n");
    if (!analysis.attributions.empty()) {
        out +=
            "<div class=\"panel\">\n" +
            section("picture", "paths", report_picture(provenance_graph(analysis, View::chains), words, most_nodes)) +
            section("claims", "claims", report_claims(article)) + "</div>\n";
    }
    return out + "</div>\n</article>\n";
}

}  // namespace rawi::writing
