// JSON that is not one object a line: an array of articles, or objects one after the other. They are split by counting
// brackets, so that an array of any size streams, and each is then read by itself.
#include <algorithm>
#include <optional>
#include <utility>

#include "reading/formats.hpp"
#include "reading/json_article.hpp"

namespace rawi::reading {
namespace {

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Finds the end of an object, in as many pieces as it comes.
class ObjectEnd {
public:
    /// The number of bytes of `piece` that belong to the object, if it ends there.
    std::optional<std::size_t> find(std::string_view piece) {
        for (std::size_t at = 0; at < piece.size(); ++at) {
            const char c = piece[at];
            if (escaped_) {
                escaped_ = false;
            } else if (in_string_) {
                escaped_ = c == '\\';
                in_string_ = c != '"';
            } else if (c == '"') {
                in_string_ = true;
            } else if (c == '{' || c == '[') {
                ++depth_;
            } else if ((c == '}' || c == ']') && --depth_ == 0) {
                return at + 1;
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] bool inside() const { return depth_ > 0; }

private:
    std::size_t depth_ = 0;
    bool in_string_ = false;
    bool escaped_ = false;
};

class JsonObjects final : public FormatReader {
public:
    explicit JsonObjects(Input& input) : input_(input) {}

    bool step(Sink& sink) override {
        if (!find_object(sink)) return false;
        const std::size_t begins_on = line_;
        InputBuffer& bytes = input_.bytes;
        ObjectEnd end;
        std::size_t searched = 0;
        bool too_large = false;
        for (;;) {
            const std::string_view fresh = bytes.available().substr(searched);
            if (const auto size = end.find(fresh)) {
                const std::string_view object = bytes.available().substr(0, searched + *size);
                if (!too_large) take(object, begins_on, sink);
                pass(object.size());
                break;
            }
            searched += fresh.size();
            if (too_large || searched > sink.largest_article()) {
                too_large = true;
                pass(searched);
                searched = 0;
            }
            if (!bytes.fill()) {
                sink.problem(input_, begins_on, "the JSON object that begins here does not end: skipped");
                pass(bytes.available().size());
                return false;
            }
        }
        if (too_large)
            sink.problem(input_, begins_on,
                         "the object is larger than " + size_in_words(sink.largest_article()) +
                             ", too large for one article: skipped");
        return true;
    }

private:
    // Passes brackets, commas and space before the next object. Other things are named once, then passed.
    bool find_object(Sink& sink) {
        bool named = false;
        do {
            const std::string_view waiting = input_.bytes.available();
            for (std::size_t at = 0; at < waiting.size(); ++at) {
                const char c = waiting[at];
                if (c == '{') {
                    pass(at);
                    return true;
                }
                in_array_ |= c == '[';
                if (c == '[') ++open_arrays_;
                const bool closes = c == ']' && open_arrays_ > 0;
                if (closes) --open_arrays_;
                if (is_space(c) || c == ',' || c == '[' || closes || named) continue;
                pass(at);
                sink.problem(input_, line_, "there is something other than JSON objects here: passed over");
                named = true;
                break;
            }
            if (!named || input_.bytes.available().find('{') == std::string_view::npos)
                pass(input_.bytes.available().size());
        } while (!input_.bytes.available().empty() || input_.bytes.fill());
        if (open_arrays_ > 0 && !named)
            sink.problem(input_, line_, "the array is not closed: the file seems to be cut off");
        return false;
    }

    void take(std::string_view object, std::size_t line, Sink& sink) {
        JsonArticle found = article_from_json(object);
        if (!found.loss.empty()) sink.problem(input_, line, found.loss, false);
        if (!found.article) return sink.problem(input_, line, "the object that begins here " + found.fault);
        found.article->line = line;
        if (!in_array_ && !std::exchange(any_, true)) found.article->made_id = input_.stem;  // the file is this article
        sink.article(input_, std::move(*found.article));
    }

    void pass(std::size_t size) {
        const std::string_view passed = input_.bytes.available().substr(0, size);
        line_ += static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
        input_.bytes.consume(size);
    }

    Input& input_;
    std::size_t line_ = 1;
    bool in_array_ = false;
    std::size_t open_arrays_ = 0;
    bool any_ = false;
};

std::string_view without_space(std::string_view head) {
    const auto begin = head.find_first_not_of(" \t\r\n");
    return begin == std::string_view::npos ? std::string_view() : head.substr(begin);
}

// {" or {} : a text in braces is not JSON.
bool begins_object(std::string_view head) {
    if (!head.starts_with('{')) return false;
    head = without_space(head.substr(1));
    return head.empty() || head.front() == '"' || head.front() == '}';
}

}  // namespace

bool looks_like_json(std::string_view head) {
    head = without_space(head);
    if (begins_object(head)) return true;
    if (!head.starts_with('[')) return false;
    head = without_space(head.substr(1));
    return begins_object(head) || head == "]";
}

bool looks_like_json_lines(std::string_view head) {
    head = without_space(head);
    if (!begins_object(head)) return false;
    const std::string_view first_line = head.substr(0, head.find('\n'));
    ObjectEnd end;
    return end.find(first_line).has_value() || first_line.size() == head.size();
}

std::unique_ptr<FormatReader> open_json(Input& input) {
    return std::make_unique<JsonObjects>(input);
}

}  // namespace rawi::reading
