// Ids, defaults and limits: what every article passes, whatever its format.
#include "reading/input.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <limits>
#include <utility>

#include "text/encoding.hpp"

namespace rawi::reading {
namespace {

void fill_in(std::string& field, const std::string& value) {
    if (field.empty()) field = value;
}

std::string as_utf8(std::string bytes) {
    return text::decode(std::move(bytes)).text;
}

std::string origin_of(const Input& input, std::size_t line) {
    if (input.name.starts_with('<')) return input.name;
    std::error_code failed;
    const auto path = std::filesystem::absolute(input.name, failed).lexically_normal().string();
    return as_utf8(failed ? input.name : path) + (line == 0 ? "" : ":" + std::to_string(line));
}

}  // namespace

Input::Input(std::string input_name, std::unique_ptr<ByteSource> source, unsigned input_depth, std::string input_format)
    : name(std::move(input_name)),
      stem(stem_of(name)),
      bytes(std::move(source)),
      depth(input_depth),
      format(std::move(input_format)) {}

Sink::Sink(const ReadingOptions& options)
    : defaults_(options.defaults), largest_article_(options.largest_article), takes_saved_(options.saved_analyses) {
    constexpr std::uint64_t span_limit = std::numeric_limits<std::uint32_t>::max() - 4096U;  // `Span` has 32 bits
    largest_article_ = std::min(largest_article_, span_limit);
    // These come from a command line, in whatever encoding it was.
    for (std::string* field : {&defaults_.id, &defaults_.language, &defaults_.outlet, &defaults_.author, &defaults_.url,
                               &defaults_.published}) {
        *field = as_utf8(std::move(*field));
    }
}

void Sink::article(const Input& input, Article article) {
    constexpr std::string_view blanks = " \t\r\n\f\v";
    if (article.title.find_first_not_of(blanks) == std::string::npos &&
        article.body.find_first_not_of(blanks) == std::string::npos)
        return problem(input, article.line, "the article has no words: skipped");
    if (article.title.size() + article.body.size() > largest_article_) {
        return problem(input, article.line,
                       "the article is larger than " + size_in_words(largest_article_) + ": skipped");
    }
    if (!remembered_.empty() && !article.metadata.url.empty()) join(article);
    Metadata& metadata = article.metadata;
    if (metadata.id.empty()) {
        if (article.made_id.empty()) {
            article.made_id = article.line == 0 ? input.stem : input.stem + ":" + std::to_string(article.line);
        }
        metadata.id = unique_id(std::move(article.made_id));
        metadata.origin = origin_of(input, article.line);
    } else if (seen_[std::hash<std::string>{}(metadata.id)]++ > 0) {
        // In a corpus, too, they are two; where both have an address, that tells.
        if (metadata.url.empty()) metadata.origin = origin_of(input, article.line);
        if (++repeated_ids_ <= most_repeated_ids) {
            problem(input, article.line,
                    "the id \"" + metadata.id +
                        "\" was given to an article before; both are read, give each an id of its own",
                    false);
        } else {
            repeated_in_several_ = repeated_in_several_ || (!repeated_in_.empty() && repeated_in_ != input.name);
            repeated_in_ = input.name;
        }
    }
    fill_in(metadata.language, defaults_.language);
    fill_in(metadata.outlet, defaults_.outlet);
    fill_in(metadata.author, defaults_.author);
    fill_in(metadata.url, defaults_.url);
    fill_in(metadata.published, defaults_.published);
    items_.emplace_back(std::in_place_type<Document>, std::move(metadata), article.title, article.body);
}

void Sink::problem(const Input& input, std::size_t line, std::string message, bool fatal) {
    problem(input.name, line, std::move(message), fatal);
}

void Sink::problem(std::string file, std::size_t line, std::string message, bool fatal) {
    // A message may name a thing from the input; it ends on terminals.
    std::replace_if(
        message.begin(), message.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
    items_.emplace_back(Problem{std::move(file), line, std::move(message), fatal});
}

void Sink::saved(const Input& input, std::size_t line, std::string_view json) {
    items_.emplace_back(SavedText{input.name, line, std::string(json)});
}

ArticleReader::Item Sink::take() {
    ArticleReader::Item item = std::move(items_.front());
    items_.pop_front();
    return item;
}

std::string Sink::unique_id(std::string wanted) {
    const std::hash<std::string> hash;
    std::uint32_t times = seen_[hash(wanted)]++;
    if (times == 0) return wanted;
    for (;;) {
        std::string numbered = wanted + "#" + std::to_string(++times);
        if (seen_[hash(numbered)]++ == 0) {
            seen_[hash(wanted)] = times;
            return numbered;
        }
    }
}

void Sink::remember(const Input& input, Article about) {
    if (about.metadata.url.empty()) return problem(input, about.line, "this row has no url: skipped");
    if (table_.empty()) table_ = input.name;
    const std::string key = address_key(about.metadata.url);
    remembered_.try_emplace(key, Remembered{std::move(about.metadata), std::move(about.title)});
}

// The article's own fields come first; the table fills what they leave open. Its id is the table's, not the article's.
void Sink::join(Article& article) {
    const auto found = remembered_.find(address_key(article.metadata.url));
    if (found == remembered_.end()) return;
    Remembered& known = found->second;
    known.used = true;
    fill_in(article.title, known.title);
    fill_in(article.metadata.language, known.metadata.language);
    fill_in(article.metadata.outlet, known.metadata.outlet);
    fill_in(article.metadata.author, known.metadata.author);
    fill_in(article.metadata.published, known.metadata.published);
}

void Sink::finish() {
    if (const std::size_t more = repeated_ids_ - std::min(repeated_ids_, most_repeated_ids); more > 0) {
        problem(repeated_in_, 0,
                std::to_string(more) + " more " + (more == 1 ? "article" : "articles") +
                    (repeated_in_several_ ? " of this and other files" : "") +
                    (more == 1 ? " has an id" : " have ids") + " that another had before",
                false);
        repeated_ids_ = 0;
    }
    if (remembered_.empty()) return;
    const auto unused = static_cast<std::size_t>(
        std::count_if(remembered_.begin(), remembered_.end(), [](const auto& entry) { return !entry.second.used; }));
    if (unused > 0) {
        problem(table_, 0,
                std::to_string(unused) + " of " + std::to_string(remembered_.size()) +
                    " rows were for no article: give the articles themselves too, with the same url",
                unused == remembered_.size());
    }
    remembered_.clear();
}

std::string address_key(std::string_view url) {
    if (const auto scheme = url.find("://"); scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find('#'));
    if (url.starts_with("www.")) url.remove_prefix(4);
    while (url.ends_with('/')) url.remove_suffix(1);
    std::string key(url);
    for (char& c : key) {
        if (c == '/') break;
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    return key;
}

std::string size_in_words(std::uint64_t bytes) {
    constexpr std::array<const char*, 4> units = {"bytes", "KiB", "MiB", "GiB"};
    std::size_t unit = 0;
    while (unit + 1 < units.size() && bytes >= 1024 && bytes % 1024 == 0) {
        bytes /= 1024;
        ++unit;
    }
    return std::to_string(bytes) + " " + units[unit];
}

std::string stem_of(std::string_view name) {
    if (const auto slash = name.find_last_of('/'); slash != std::string_view::npos) name.remove_prefix(slash + 1);
    for (const std::string_view extension : compression_extensions) {
        if (name.size() > extension.size() && name.ends_with(extension)) name.remove_suffix(extension.size());
    }
    const auto dot = name.find_last_of('.');
    if (dot != std::string_view::npos && dot != 0 && name.size() - dot <= 8) name = name.substr(0, dot);
    if (name.starts_with('<') && name.ends_with('>') && name.size() > 2)
        name = name.substr(1, name.size() - 2);  // <stdin>
    return as_utf8(std::string(name));
}

}  // namespace rawi::reading
