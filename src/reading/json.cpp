// JSON that is not one object a line: an array of articles, also of an object around it, or objects one after the
// other. They are split by counting brackets, so that an array of any size streams, and each is then read by itself.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "reading/formats.hpp"
#include "reading/json_article.hpp"
#include "reading/json_names.hpp"

namespace rawi::reading {
namespace {

// Finds the end of an object, in as many pieces as it comes.
class ObjectEnd {
public:
    ObjectEnd() = default;
    /// Behind that many brackets that are open already.
    explicit ObjectEnd(std::size_t depth) : depth_(depth) {}

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

std::string_view without_space(std::string_view head) {
    const auto begin = head.find_first_not_of(" \t\r\n");
    return begin == std::string_view::npos ? std::string_view() : head.substr(begin);
}

// The bytes of the JSON value that `rest` begins with, if it ends there.
std::optional<std::size_t> size_of_value(std::string_view rest) {
    if (rest.front() == '{' || rest.front() == '[') return ObjectEnd().find(rest);
    if (rest.front() != '"') return std::min(rest.find_first_of(",}"), rest.size());
    for (std::size_t at = 1; at < rest.size(); ++at) {
        if (rest[at] == '\\') {
            ++at;
        } else if (rest[at] == '"') {
            return at + 1;
        }
    }
    return std::nullopt;
}

// Where `head` begins an answer of a search service, {"status": "ok", "articles": [{...}]}: the array's place in it.
std::optional<std::size_t> wrapped_array(std::string_view head) {
    constexpr std::array<std::string_view, 8> lists = {"articles", "items",   "results", "documents",
                                                       "docs",     "stories", "data",    "entries"};
    std::string_view rest = without_space(head);
    if (!rest.starts_with('{')) return std::nullopt;
    do {
        rest = without_space(rest.substr(1));
        if (!rest.starts_with('"')) return std::nullopt;
        const std::size_t quote = rest.find('"', 1);
        if (quote == std::string_view::npos) return std::nullopt;
        const std::string_view key = rest.substr(1, quote - 1);
        rest = without_space(rest.substr(quote + 1));
        if (!rest.starts_with(':')) return std::nullopt;
        rest = without_space(rest.substr(1));
        if (rest.empty() || find_json_name(key) != no_json_name) return std::nullopt;  // an article
        const bool list = std::ranges::find(lists, key) != lists.end();
        if (list && rest.front() == '[' && without_space(rest.substr(1)).starts_with('{'))
            return static_cast<std::size_t>(rest.data() - head.data());
        const std::optional<std::size_t> size = size_of_value(rest);
        if (!size) return std::nullopt;
        rest = without_space(rest.substr(*size));
    } while (rest.starts_with(','));
    return std::nullopt;
}

class JsonObjects final : public FormatReader {
public:
    explicit JsonObjects(Input& input) : input_(input) {}

    bool step(Sink& sink) override {
        if (!find_object(sink)) {
            if (!std::exchange(accounted_, true))
                sink.problem(input_, 0, "holds no article: an article is an object with a \"text\"", false);
            return false;
        }
        accounted_ = true;
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
    static constexpr std::size_t head_size = 4096;  // bytes

    // Passes brackets, commas and space before the next object. Other things are named once, then passed.
    bool find_object(Sink& sink) {
        InputBuffer& bytes = input_.bytes;
        bool named = false;
        do {
            for (;;) {
                pass(std::min(bytes.available().find_first_not_of(" \t\r\n,"), bytes.available().size()));
                if (bytes.available().empty()) break;
                const char c = bytes.available().front();
                if (c == '{') {
                    if (open_arrays_ > 0) return true;
                    const auto array = wrapped_array(bytes.peek(head_size));
                    if (!array) return true;
                    pass(*array);
                    in_answer_ = true;
                } else if (c == '[') {
                    in_array_ = true;
                    ++open_arrays_;
                    pass(1);
                } else if (c == ']' && open_arrays_ > 0) {
                    --open_arrays_;
                    pass(1);
                    if (open_arrays_ == 0 && std::exchange(in_answer_, false)) pass_rest_of_answer();
                } else {
                    accounted_ = true;
                    if (!std::exchange(named, true))
                        sink.problem(input_, line_, "there is something other than JSON objects here: passed over");
                    pass(std::min(bytes.available().find_first_of("{[]", 1), bytes.available().size()));
                }
            }
        } while (bytes.fill());
        if (open_arrays_ > 0 && !named) {
            accounted_ = true;
            sink.problem(input_, line_, "the array is not closed: the file seems to be cut off");
        }
        return false;
    }

    // {"articles": [...] | , "total": 2}
    void pass_rest_of_answer() {
        ObjectEnd end(1);
        do {
            const std::string_view waiting = input_.bytes.available();
            if (const auto size = end.find(waiting)) return pass(*size);
            pass(waiting.size());
        } while (input_.bytes.fill());
    }

    void take(std::string_view object, std::size_t line, Sink& sink) {
        JsonArticle found = article_from_json(object);
        if (found.saved_analysis && sink.takes_saved()) return sink.saved(input_, line, object);
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
    bool in_answer_ = false;  // the array is one of an object: {"articles": [...]}
    bool any_ = false;        // an article
    bool accounted_ = false;  // an object was met, or what is there instead was said
};

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
    if (!begins_object(head) || wrapped_array(head)) return false;
    const std::string_view first_line = head.substr(0, head.find('\n'));
    ObjectEnd end;
    return end.find(first_line).has_value() || first_line.size() == head.size();
}

bool holds_list_of_articles(std::string_view head) {
    return wrapped_array(head).has_value();
}

std::unique_ptr<FormatReader> open_json(Input& input) {
    return std::make_unique<JsonObjects>(input);
}

}  // namespace rawi::reading
