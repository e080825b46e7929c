// JSON Lines: an article a line. A line that is none costs the others nothing.
#include "reading/formats.hpp"
#include "reading/json_article.hpp"

namespace rawi::reading {
namespace {

class JsonLines final : public FormatReader {
public:
    explicit JsonLines(Input& input) : input_(input) {}

    bool step(Sink& sink) override {
        InputBuffer& bytes = input_.bytes;
        std::size_t searched = 0;
        for (;;) {
            const std::string_view waiting = bytes.available();
            const std::size_t end = waiting.find('\n', searched);
            if (end != std::string_view::npos) {
                take(waiting.substr(0, end), sink);
                bytes.consume(end + 1);
                return true;
            }
            searched = waiting.size();
            if (searched > sink.largest_article()) {
                skip_line(sink);
                return true;
            }
            if (bytes.fill()) continue;
            take(bytes.available(), sink);
            bytes.consume(bytes.available().size());
            return false;
        }
    }

private:
    void take(std::string_view line, Sink& sink) {
        ++line_;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) return;
        JsonArticle found = article_from_json(line);
        if (found.saved_analysis && sink.takes_saved()) return sink.saved(input_, line_, line);
        if (!found.loss.empty()) sink.problem(input_, line_, found.loss, false);
        if (!found.article) return sink.problem(input_, line_, "this line " + found.fault);
        found.article->line = line_;
        sink.article(input_, std::move(*found.article));
    }

    void skip_line(Sink& sink) {
        ++line_;
        InputBuffer& bytes = input_.bytes;
        do {
            const std::size_t end = bytes.available().find('\n');
            if (end != std::string_view::npos) {
                bytes.consume(end + 1);
                break;
            }
            bytes.consume(bytes.available().size());
        } while (bytes.fill());
        sink.problem(input_, line_,
                     "this line is larger than " + size_in_words(sink.largest_article()) +
                         ", too large for one article: skipped");
    }

    Input& input_;
    std::size_t line_ = 0;
};

}  // namespace

std::unique_ptr<FormatReader> open_json_lines(Input& input) {
    return std::make_unique<JsonLines>(input);
}

}  // namespace rawi::reading
