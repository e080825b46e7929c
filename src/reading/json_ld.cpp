// Finds the article among breadcrumbs, organisations and search boxes, and gives it to the reader of JSON articles.
#include "reading/json_ld.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "reading/json_article.hpp"

namespace rawi::reading {
namespace {

using Json = nlohmann::json;

constexpr int deepest = 24;
constexpr std::size_t largest_script = std::size_t{4} << 20;

bool is_article_type(const Json& type) {
    if (type.is_array()) return std::any_of(type.begin(), type.end(), is_article_type);
    if (!type.is_string()) return false;
    const auto& name = type.get_ref<const std::string&>();
    constexpr std::array<std::string_view, 4> others = {"Report", "BlogPosting", "LiveBlogPosting",
                                                        "SocialMediaPosting"};
    return name.ends_with("Article") || name.ends_with("NewsArticle") ||
           std::find(others.begin(), others.end(), name) != others.end();
}

// All objects of the script in the order in which they stand. A list as a stack: scripts may nest deeper than ours.
std::vector<const Json*> objects_of(const Json& root) {
    std::vector<const Json*> objects;
    std::vector<const Json*> waiting = {&root};
    while (!waiting.empty()) {
        const Json* value = waiting.back();
        waiting.pop_back();
        if (value->is_object()) objects.push_back(value);
        if (!value->is_structured()) continue;
        const std::size_t first = waiting.size();
        for (const Json& inside : *value) waiting.push_back(&inside);
        std::reverse(waiting.begin() + static_cast<std::ptrdiff_t>(first), waiting.end());
    }
    return objects;
}

// {"@id": X} alone stands for the object that has this id and a name, as WordPress writes it.
void resolve(Json& article, std::string_view name, const std::vector<const Json*>& objects) {
    const auto found = article.find(name);
    if (found == article.end()) return;
    const Json& reference = found->is_array() && !found->empty() ? found->front() : *found;
    if (!reference.is_object() || reference.contains("name") || !reference.contains("@id")) return;
    const Json id = reference["@id"];
    for (const Json* object : objects) {
        if (object->contains("name") && object->contains("@id") && (*object)["@id"] == id) {
            const Json resolved = {{"name", (*object)["name"]}};
            article[std::string(name)] = resolved;
            return;
        }
    }
}

}  // namespace

std::optional<Article> article_from_json_ld(std::string_view script) {
    if (script.size() > largest_script) return std::nullopt;
    std::string text(script);
    // Line breaks within strings are no JSON, but common.
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    // Copies and types are walked by recursion below, so what nests deeper than any article is left out.
    const auto shallow = [](int depth, Json::parse_event_t /*event*/, const Json& /*value*/) {
        return depth <= deepest;
    };
    const Json root = Json::parse(text, shallow, false);
    if (root.is_discarded()) return std::nullopt;
    const auto objects = objects_of(root);
    const auto found = std::find_if(objects.begin(), objects.end(), [](const Json* object) {
        return object->contains("@type") && is_article_type((*object)["@type"]);
    });
    if (found == objects.end()) return std::nullopt;
    Json article = **found;
    resolve(article, "author", objects);
    resolve(article, "publisher", objects);
    if (!article.contains("url") && article.contains("mainEntityOfPage")) {
        const Json& page = article["mainEntityOfPage"];
        const Json url = page.is_object() && page.contains("@id") ? page["@id"] : page;
        if (url.is_string()) article["url"] = url;
    }
    return parts_from_json(article.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace rawi::reading
