// WARC, the archives of web crawls (ISO 28500): the articles among the pages of a crawl. libarchive reads WARC too, but
// leaves out every address that ends in a slash, and with it half of the news.
#include <algorithm>
#include <charconv>
#include <string>
#include <system_error>
#include <tuple>
#include <utility>

#include "rawi/error.hpp"
#include "reading/formats.hpp"
#include "reading/html.hpp"
#include "reading/http.hpp"
#include "reading/json_article.hpp"

namespace rawi::reading {
namespace {

constexpr std::size_t largest_head = std::size_t{1} << 16;

class Warc final : public FormatReader {
public:
    explicit Warc(Input& input) : input_(input) {}

    bool step(Sink& sink) override {
        if (!find_record(sink)) return false;
        const std::string_view head_and_more = input_.bytes.peek(largest_head);
        auto end = head_and_more.find("\r\n\r\n");
        if (end == std::string_view::npos) throw Error("has a record without an end of its head: the rest is skipped");
        const std::string head(head_and_more.substr(0, end));
        input_.bytes.consume(end + 4);
        const Headers headers(head);
        std::uint64_t size = 0;
        const std::string_view length = headers.value("content-length");
        if (std::from_chars(length.data(), length.data() + length.size(), size).ec != std::errc()) {
            sink.problem(input_, 0, "has a record without a length: skipped");
            return true;
        }
        const std::string_view type = headers.value("warc-type");
        const bool wanted = type == "response" || type == "resource" || type == "conversion";
        if (!wanted || size > sink.largest_article()) {
            if (!pass(size)) {
                // Without a word of it, what stands behind a record of a wrong length would be missed by nobody.
                sink.problem(name_of(headers), 0,
                             "is said to be " + std::to_string(size) +
                                 " bytes long, and the file ends before that: the rest is skipped; its "
                                 "Content-Length is wrong, or the file is cut");
            } else if (wanted) {
                sink.problem(name_of(headers), 0,
                             "is larger than " + size_in_words(sink.largest_article()) + ": skipped");
            }
            return true;
        }
        const std::string_view block = input_.bytes.peek(size);
        const bool cut = block.size() < size;
        if (cut) {
            sink.problem(name_of(headers), 0, "is cut: the file ends in the middle of it");
        } else {
            take(type, headers, block, sink);
        }
        input_.bytes.consume(block.size());
        return !cut;
    }

private:
    // Stands before "WARC/1." afterwards; false at the end.
    bool find_record(Sink& sink) {
        for (bool said = false;;) {
            const std::string_view waiting = input_.bytes.peek(1 << 16);
            if (waiting.empty()) return false;
            const auto begin = waiting.find_first_not_of("\r\n");
            if (begin == std::string_view::npos) {
                input_.bytes.consume(waiting.size());
                continue;
            }
            if (waiting.substr(begin).starts_with("WARC/")) {
                input_.bytes.consume(begin);
                return true;
            }
            if (!said) sink.problem(input_, 0, "has bytes between its records that are no record: passed over");
            said = true;
            const auto next = waiting.find("\nWARC/1.", begin);
            const std::size_t keep = waiting.size() > 8 ? waiting.size() - 8 : waiting.size();
            input_.bytes.consume(next != std::string_view::npos ? next : keep);
        }
    }

    // False where the file ends before that.
    bool pass(std::uint64_t size) {
        while (size > 0 && (!input_.bytes.available().empty() || input_.bytes.fill())) {
            const auto piece = std::min<std::uint64_t>(size, input_.bytes.available().size());
            input_.bytes.consume(piece);
            size -= piece;
        }
        return size == 0;
    }

    [[nodiscard]] static std::string address(const Headers& headers) {
        std::string_view url = headers.value("warc-target-uri");
        if (url.starts_with('<') && url.ends_with('>'))
            url = url.substr(1, url.size() - 2);  // WARC 1.0 as wget wrote it
        return text::decode(std::string(url)).text;
    }
    [[nodiscard]] std::string name_of(const Headers& headers) const {
        const std::string its = address(headers);  // what tells of the crawl itself has none
        return its.empty() ? input_.name : input_.name + "/" + its;
    }

    void take(std::string_view type, const Headers& headers, std::string_view block, Sink& sink) {
        if (type == "conversion") return take_text(headers, block, sink);
        HttpResponse response;
        if (type == "response") {
            auto parsed = parse_response(block, sink.largest_article());
            if (!parsed)
                return sink.problem(name_of(headers), 0, "is no HTTP response that can be decoded: skipped", false);
            response = std::move(*parsed);
        } else {
            std::tie(response.media_type, response.charset) = media_type_and_charset(headers.value("content-type"));
            response.status = 200;
            response.body = block;
        }
        // Pictures, redirections and errors are a large part of any crawl, and no one's mistake.
        if (response.status != 200 ||
            (response.media_type != "text/html" && response.media_type != "application/xhtml+xml"))
            return;
        HtmlArticle found = article_from_html(std::move(response.body), response.charset);
        if (!found.article) return sink.problem(name_of(headers), 0, found.fault, false);
        if (const std::string loss = loss_in_words(found.decoding); !loss.empty())
            sink.problem(name_of(headers), 0, loss, false);
        give(std::move(*found.article), headers, sink);
    }

    // Common Crawl's WET files: the text of whole pages.
    void take_text(const Headers& headers, std::string_view block, Sink& sink) {
        if (media_type_and_charset(headers.value("content-type")).first != "text/plain") return;
        Article article;
        article.body = text::decode(std::string(block)).text;
        give(std::move(article), headers, sink);
    }

    void give(Article article, const Headers& headers, Sink& sink) {
        article.made_id = address(headers);
        if (article.metadata.url.empty()) article.metadata.url = article.made_id;
        sink.article(input_, std::move(article));
    }

    Input& input_;
};

}  // namespace

bool looks_like_warc(std::string_view head) {
    return head.starts_with("WARC/1.") || head.starts_with("WARC/0.");
}

std::unique_ptr<FormatReader> open_warc(Input& input) {
    return std::make_unique<Warc>(input);
}

}  // namespace rawi::reading
