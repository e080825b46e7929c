// The frame of every report, and the format "html".
#include <algorithm>
#include <cstdint>
#include <optional>
#include <ostream>
#include <stdexcept>

#include "writing/caption.hpp"
#include "writing/report.hpp"
#include "writing/writers.hpp"

namespace rawi::writing {
namespace {

std::string_view file(std::string_view name) {
    const language::EmbeddedFile* const found = find_file(embedded_report(), name);
    if (found == nullptr) throw std::logic_error("src/writing/report/" + std::string(name) + " is not built in");
    return found->text;
}

unsigned digit_of(char c) {
    return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
}

/// What a Content-Security-Policy names a script or style by. CMake sums it up when the file is embedded.
std::string source_hash(std::string_view hexadecimal) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out = "sha256-";
    for (std::size_t at = 0; at < hexadecimal.size(); at += 6) {
        std::uint32_t three = 0;
        const std::size_t bytes = std::min<std::size_t>(3, (hexadecimal.size() - at) / 2);
        for (std::size_t i = 0; i < 6; ++i) three = three << 4 | (i < 2 * bytes ? digit_of(hexadecimal[at + i]) : 0);
        for (std::size_t i = 0; i < 4; ++i) out += i <= bytes ? alphabet[three >> (18 - 6 * i) & 63] : '=';
    }
    return out;
}

std::string caption_lines(std::string_view caption) {
    std::string out;
    while (!caption.empty()) {
        const std::size_t end = std::min(caption.find('\n'), caption.size());
        out += "<p class=\"caption\" dir=\"auto\">" + html(caption.substr(0, end)) + "</p>\n";
        caption.remove_prefix(std::min(end + 1, caption.size()));
    }
    return out;
}

std::string value_of(std::string_view name, const ReportPage& page, const Words& words) {
    if (name == "style") return std::string(file("style.css"));
    if (name == "script") return std::string(file("script.js"));
    if (name == "style-hash") return source_hash(RAWI_REPORT_STYLE_SHA256);
    if (name == "script-hash") return source_hash(RAWI_REPORT_SCRIPT_SHA256);
    if (name == "body") return page.body;
    if (name == "title") return html(page.title);
    if (name == "caption") return caption_lines(page.caption);
    if (name == "language") return words.language();
    return html(words[name]);
}

/// A row of the index, or the head of it.
std::string index_of(const std::vector<Analysis>& analyses, const Words& words);

class ReportWriter final : public Writer {
public:
    ReportWriter(std::ostream& out, const WritingOptions& options)
        : out_(out), caption_(options.caption), facts_(options.facts) {}

    void write(const Analysis& analysis) override { analyses_.push_back(analysis); }

    void end() override {
        const Words words = report_words(common_language());
        FigureScope scope;
        for (const Analysis& one : analyses_) scope.add(one.document.metadata().published);
        ReportPage page{words["report"], {}, facts_ ? caption_of(*facts_, scope, words.language()) : caption_};
        const bool is_only = analyses_.size() == 1;
        if (is_only) {
            page.title = ReportedArticle{analyses_.front(), words, 1}.title() + " – " + page.title;
        } else {
            page.body = index_of(analyses_, words);
        }
        for (std::size_t i = 0; i < analyses_.size(); ++i) {
            page.body += report_article({analyses_[i], words, i + 1}, is_only);
        }
        out_ << report_page(page, words);
        check(out_);
    }

private:
    /// That of all the articles; none where they have several.
    std::string common_language() const {
        if (analyses_.empty()) return {};
        const std::string& first = analyses_.front().language;
        const bool same = std::ranges::all_of(analyses_, [&](const Analysis& one) { return one.language == first; });
        return same ? first : std::string();
    }

    std::ostream& out_;
    std::string caption_;
    std::optional<CaptionFacts> facts_;
    std::vector<Analysis> analyses_;
};

std::string index_of(const std::vector<Analysis>& analyses, const Words& words) {
    std::string out = "<h1>" + html(words["report"]) + "</h1>\n<nav aria-label=\"" + html(words["articles"]) +
                      "\"><table class=\"index sortable\">\n<thead><tr>";
    for (const auto* key : {"article", "outlet", "published", "claims", "second_hand", "unnamed", "unknown"}) {
        out += "<th scope=\"col\">" + html(words[key]) + "</th>";
    }
    out += "</tr></thead>\n<tbody>\n";
    for (std::size_t i = 0; i < analyses.size(); ++i) {
        const Analysis& one = analyses[i];
        const ReportedArticle article{one, words, i + 1};
        const auto count = [&](auto&& fits) {
            return "<td class=\"n\">" + std::to_string(std::ranges::count_if(one.attributions, fits)) + "</td>";
        };
        out += "<tr><th scope=\"row\"" + language_attributes(one.language, one.right_to_left) + "><a href=\"#article-" +
               std::to_string(i + 1) + "\">" + html(article.title()) + "</a></th><td><bdi>" +
               html(article.agent_name(one.publisher)) + "</bdi></td><td class=\"date\"><bdi>" +
               html(readable_date(one.document.metadata().published)) + "</bdi></td>" +
               count([](const auto&) { return true; }) +
               count([](const auto& said) { return said.has(Flag::second_hand); }) +
               count([](const auto& said) { return is_unnamed(said); }) +
               count([](const auto& said) { return !said.source; }) + "</tr>\n";
    }
    return out + "</tbody></table></nav>\n";
}

}  // namespace

std::string report_page(const ReportPage& page, const Words& words) {
    std::string out;
    std::string_view frame = file("page.html");
    for (std::size_t open = frame.find("{{"); open != std::string_view::npos; open = frame.find("{{")) {
        const std::size_t close = frame.find("}}", open);
        out += frame.substr(0, open);
        out += value_of(frame.substr(open + 2, close - open - 2), page, words);
        frame.remove_prefix(close + 2);
    }
    return out += frame;
}

std::unique_ptr<Writer> make_html_writer(std::ostream& out, const WritingOptions& options) {
    return std::make_unique<ReportWriter>(out, options);
}

}  // namespace rawi::writing
