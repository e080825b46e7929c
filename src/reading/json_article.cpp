// A SAX handler that keeps the fields of an article and lets everything else pass.
#include "reading/json_article.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "reading/formats.hpp"
#include "reading/html.hpp"
#include "reading/json_mend.hpp"
#include "reading/json_names.hpp"
#include "text/encoding.hpp"

namespace rawi::reading {
namespace {

constexpr std::size_t no_name = no_json_name;

// A part's value may be a string, a list of strings, an object with a "name" (schema.org) or "value" (ninjs 2), or a
// list of those.
class Handler {
public:
    using Json = nlohmann::json;

    bool null() { return at_value(); }
    bool boolean(bool /*value*/) { return at_value(); }
    bool number_integer(Json::number_integer_t value) { return number(std::to_string(value)); }
    bool number_unsigned(Json::number_unsigned_t value) { return number(std::to_string(value)); }
    bool number_float(Json::number_float_t /*value*/, const std::string& /*digits*/) { return at_value(); }
    bool binary(Json::binary_t& /*value*/) { return at_value(); }

    bool string(std::string& value) {
        if (!at_value()) return false;
        if (at_schema_) {
            is_saved_analysis = depth_ == 1 && value.starts_with("rawi/");
            at_schema_ = false;
        }
        if (active_ == no_name) return true;
        if (depth_ == 1) {
            take(active_, std::move(value));
        } else if (inside_part()) {
            append(value);
        }
        return true;
    }

    bool key(std::string& key) {
        if (depth_ == 1) {
            active_ = find_json_name(key);
            at_schema_ = key == "schema";
            in_list_ = false;
            collected_.clear();
        } else {
            wanted_inside_ = key == "name" || key == "value";
        }
        return true;
    }

    bool start_object(std::size_t /*size*/) {
        is_object = true;
        ++depth_;
        wanted_inside_ = false;
        return true;
    }
    bool start_array(std::size_t /*size*/) {
        if (!at_value()) return false;
        if (depth_ == 1) in_list_ = true;
        wanted_inside_ = false;
        ++depth_;
        return true;
    }
    bool end_object() { return end(); }
    bool end_array() { return end(); }

    bool parse_error(std::size_t position, const std::string& /*token*/, const nlohmann::detail::exception& /*error*/) {
        error_position = position;
        return false;
    }

    [[nodiscard]] std::string& value(Part part) { return parts_[static_cast<std::size_t>(part)].value; }
    [[nodiscard]] bool seen(Part part) const { return parts_[static_cast<std::size_t>(part)].seen; }
    [[nodiscard]] bool text_is_html() const {
        const std::size_t name = parts_[static_cast<std::size_t>(Part::text)].name;
        return name != no_name && json_names[name].html;
    }

    bool is_object = false;
    bool is_saved_analysis = false;
    std::size_t error_position = 0;

private:
    struct Value {
        std::string value;
        std::size_t name = no_name;
        bool seen = false;
    };

    // A value at the top that is no object ends the parsing: `is_object` tells why.
    [[nodiscard]] bool at_value() const { return depth_ > 0; }

    // A string of a list, or a wanted one of an object or of a list's object.
    [[nodiscard]] bool inside_part() const {
        if (in_list_ && depth_ == 2) return true;
        return wanted_inside_ && depth_ == (in_list_ ? 3U : 2U);
    }

    bool end() {
        if (--depth_ == 1 && active_ != no_name && !collected_.empty()) take(active_, std::exchange(collected_, {}));
        return true;
    }

    // An id, or when it appeared: 1714608000.
    bool number(std::string digits) {
        if (!at_value()) return false;
        if (depth_ != 1 || active_ == no_name) return true;
        const Part part = json_names[active_].part;
        if (part == Part::id || part == Part::published) take(active_, std::move(digits));
        return true;
    }

    void append(const std::string& value) {
        const Part part = json_names[active_].part;
        // A list of strings is a text by its paragraphs; one of objects has a text several times over, in ninjs 2.
        const bool paragraphs = part == Part::text && depth_ == 2 && in_list_;
        if (!collected_.empty() && part != Part::author && !paragraphs) return;
        if (!collected_.empty()) collected_ += paragraphs ? "\n" : ", ";
        collected_ += value;
    }

    void take(std::size_t name, std::string&& value) {
        Value& part = parts_[static_cast<std::size_t>(part_of(name, value))];
        part.seen = true;
        if (value.empty() || name > part.name) return;
        part.value = std::move(value);
        part.name = name;
    }

    std::array<Value, parts> parts_;
    std::string collected_;
    std::size_t active_ = no_name;  // the name at the top under which we are
    std::size_t depth_ = 0;
    bool in_list_ = false;
    bool at_schema_ = false;      // its name was the last key at the top
    bool wanted_inside_ = false;  // the last key of an object under it was "name" or "value"
};

bool parse(std::string_view json, Handler& handler) {
    handler = Handler();
    return nlohmann::json::sax_parse(json.data(), json.data() + json.size(), &handler);
}

Article parts_of(Handler& handler) {
    Article article;
    article.title = std::move(handler.value(Part::title));
    article.body = std::move(handler.value(Part::text));
    if (handler.text_is_html() && article.body.find('<') != std::string::npos)
        article.body = text_from_html(article.body);
    article.metadata.id = std::move(handler.value(Part::id));
    article.metadata.language = std::move(handler.value(Part::language));
    article.metadata.outlet = std::move(handler.value(Part::outlet));
    article.metadata.author = std::move(handler.value(Part::author));
    article.metadata.url = std::move(handler.value(Part::url));
    article.metadata.published = std::move(handler.value(Part::published));
    return article;
}

std::string fault_of(const Handler& handler) {
    if (!handler.is_object && handler.error_position == 0)
        return "is not a JSON object: skipped; an article is an object with a \"text\"";
    return "is not JSON (at byte " + std::to_string(handler.error_position) + "): skipped";
}

}  // namespace

std::string loss_in_words(const text::Decoded& decoded) {
    std::string words;
    if (decoded.guessed) {
        words = decoded.mixed ? "partly in another encoding than UTF-8: read as " : "not UTF-8: read as ";
        words += decoded.encoding;
    }
    if (decoded.replaced > 0) words.append(words.empty() ? "" : ", ").append(loss_in_words(decoded.replaced));
    return words;
}

std::string loss_in_words(std::size_t replaced) {
    if (replaced == 0) return {};
    return std::to_string(replaced) + (replaced == 1 ? " broken place was" : " broken places were") +
           " replaced by U+FFFD";
}

JsonArticle article_from_json(std::string_view object) {
    JsonArticle result;
    Handler handler;
    if (!parse(object, handler)) {
        text::Decoded decoded = text::decode(std::string(object));
        result.loss = loss_in_words(decoded);
        if (const std::size_t mended = mend_surrogates(decoded.text); mended > 0) {
            if (!result.loss.empty()) result.loss += ", ";
            result.loss += std::to_string(mended) + (mended == 1 ? " lone surrogate was" : " lone surrogates were") +
                           " replaced by U+FFFD";
        }
        const bool numbers = mend_numbers(decoded.text) > 0;  // no loss: no part of an article is a number like these
        if ((result.loss.empty() && !numbers) || !parse(decoded.text, handler)) {
            result.fault = fault_of(handler);
            return result;
        }
    }
    if (handler.value(Part::text).empty() && (!handler.seen(Part::text) || handler.value(Part::title).empty())) {
        result.saved_analysis = handler.is_saved_analysis;
        if (result.saved_analysis) {
            result.fault = "is a saved analysis and no article: skipped; rawi convert and rawi index read it";
            return result;
        }
        result.fault = "has no text: skipped; give it as " + std::string(names_of_text);
        return result;
    }
    result.article = parts_of(handler);
    return result;
}

std::optional<Article> parts_from_json(std::string_view object) {
    Handler handler;
    if (!parse(object, handler)) return std::nullopt;
    return parts_of(handler);
}

}  // namespace rawi::reading
