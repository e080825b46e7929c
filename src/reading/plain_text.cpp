// Plain text: the whole file is the body of one article, byte for byte.
#include <algorithm>
#include <cstddef>

#include "rawi/error.hpp"
#include "reading/formats.hpp"
#include "reading/json_article.hpp"
#include "text/encoding.hpp"

namespace rawi::reading {
namespace {

class PlainText final : public FormatReader {
public:
    explicit PlainText(Input& input) : input_(input) {}

    bool step(Sink& sink) override {
        std::string bytes = input_.bytes.rest(sink.largest_article());
        if (bytes.size() > sink.largest_article()) {
            throw Error("is larger than " + size_in_words(sink.largest_article()) +
                        ", too large for one article: skipped; if it holds many, give them as JSON Lines");
        }
        text::Decoded decoded = text::decode(std::move(bytes));
        if (const std::string loss = loss_in_words(decoded); !loss.empty()) {
            const auto first = decoded.text.begin() + static_cast<std::ptrdiff_t>(decoded.first_replaced);
            const auto line = decoded.replaced == 0 ? 0 : 1 + std::count(decoded.text.begin(), first, '\n');
            sink.problem(input_, static_cast<std::size_t>(line), loss, false);
        }
        Article article;
        article.body = std::move(decoded.text);
        sink.article(input_, std::move(article));
        return false;
    }

private:
    Input& input_;
};

}  // namespace

std::unique_ptr<FormatReader> open_plain_text(Input& input) {
    return std::make_unique<PlainText>(input);
}

}  // namespace rawi::reading
