// Which format an input is in.
#include "reading/formats.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <utility>

#include "rawi/error.hpp"
#include "reading/archive.hpp"
#include "reading/json_article.hpp"
#include "reading/xml_items.hpp"
#include "text/ascii.hpp"
#include "text/encoding.hpp"

namespace rawi::reading {
namespace {

constexpr std::size_t head_size = 8192;
constexpr unsigned most_layers = 3;

constexpr std::array<std::string_view, 3> json_lines_extensions = {".jsonl", ".ndjson", ".jsonlines"};
constexpr std::array<std::string_view, 1> json_extensions = {".json"};
constexpr std::array<std::string_view, 3> feed_extensions = {".rss", ".atom", ".rdf"};
constexpr std::array<std::string_view, 2> warc_extensions = {".warc", ".wet"};
constexpr std::array<std::string_view, 2> csv_extensions = {".csv", ".tsv"};
constexpr std::span<const std::string_view> no_extensions;  // .xml says nothing
constexpr std::array<std::string_view, 4> html_extensions = {".html", ".htm", ".xhtml", ".shtml"};
constexpr std::array<std::string_view, 4> text_extensions = {".txt", ".text", ".md", ".asc"};

constexpr std::array all_formats = {
    InputFormat{"jsonl", "JSON Lines: an article a line, as trafilatura and news-please write them",
                json_lines_extensions, looks_like_json_lines, open_json_lines},
    InputFormat{"ninjs", "ninjs of the IPTC: as json", no_extensions, nullptr, open_json},
    InputFormat{"json", "JSON: an array of articles, or one", json_extensions, looks_like_json, open_json},
    InputFormat{"feed", "RSS or Atom: an article an item", feed_extensions, looks_like_feed, open_feed},
    InputFormat{"newsml", "NewsML-G2 and NITF, as news agencies send them", no_extensions, looks_like_newsml,
                open_newsml},
    InputFormat{"warc", "WARC as Common Crawl writes it: the articles among its pages", warc_extensions,
                looks_like_warc, open_warc},
    InputFormat{"csv", "CSV with a header: articles, or what Media Cloud says of articles given with it",
                csv_extensions, nullptr, open_csv},
    InputFormat{"html", "a web page: the article without the page around it", html_extensions, looks_like_html,
                open_html},
    InputFormat{"text", "plain text: a file is an article", text_extensions, nullptr, open_plain_text},
};

struct Signature {
    std::string_view bytes;
    std::string_view what;
    std::string_view advice = "give its text";
};

constexpr std::string_view database_signature = "SQLite format 3";

// What people hand to us by mistake, to be told apart from text in an unknown encoding.
constexpr std::array foreign_formats = {
    Signature{"%PDF-", "a PDF document", "give its text, which pdftotext writes"},
    Signature{"\x89PNG", "a picture"},
    Signature{"\xFF\xD8\xFF", "a picture"},
    Signature{"GIF8", "a picture"},
    Signature{"\x7F"
              "ELF",
              "a program"},
    Signature{"\xD0\xCF\x11\xE0", "a document of an old office program"},
    Signature{"{\\rtf", "a document of a word processor"},
    Signature{"PAR1", "a table in Parquet"},
};

std::string without_compression(std::string name) {
    for (const std::string_view extension : compression_extensions) {
        if (name.ends_with(extension)) name.resize(name.size() - extension.size());
    }
    return name;
}

bool has_extension(const InputFormat& format, std::string_view small_name) {
    return std::any_of(format.extensions.begin(), format.extensions.end(),
                       [&](std::string_view extension) { return small_name.ends_with(extension); });
}

// Text may begin with a brace, a bracket or a tag. What has a whole page, a name before a colon, or the mark of a web
// archive there is none, whatever its name says.
bool is_plainly_no_text(std::string_view head) {
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return false;
    head.remove_prefix(first);
    if (head.front() == '<')
        return !head.starts_with("<p>") && !text::small_letters(head.substr(0, 4)).starts_with("<div");
    if (head.front() != '{' && head.front() != '[') return looks_like_warc(head);
    const std::size_t name = head.find('"');
    const std::size_t end = name == std::string_view::npos ? name : head.find('"', name + 1);
    const std::size_t colon = end == std::string_view::npos ? end : head.find_first_not_of(" \t\r\n", end + 1);
    return colon != std::string_view::npos && head[colon] == ':';
}

// Control characters other than those of text: many in anything binary, hardly any in text of any encoding.
bool looks_binary(std::string_view head) {
    const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1B';
    });
    return static_cast<std::size_t>(controls) * 20 > head.size();
}

std::string known_names() {
    std::string names;
    for (const InputFormat& format : all_formats) names.append(names.empty() ? "" : ", ").append(format.name);
    return names;
}

const InputFormat& format_of(const Input& input, std::string_view head) {
    if (!input.format.empty()) return format_called(input.format);
    if (is_database(head)) {
        throw Error(
            "is a corpus, or another database, and no article: skipped; rawi show and rawi export write what a "
            "corpus holds");
    }
    for (const Signature& foreign : foreign_formats) {
        if (head.starts_with(foreign.bytes))
            throw Error("is " + std::string(foreign.what) + ", which cannot be read: skipped; " +
                        std::string(foreign.advice));
    }
    const std::string name = without_compression(text::small_letters(input.name));
    const auto* by_name = std::find_if(all_formats.begin(), all_formats.end(),
                                       [&](const InputFormat& format) { return has_extension(format, name); });
    // A name decides between formats that share their look.
    const bool lines = by_name != all_formats.end() && by_name->name == "jsonl";
    const bool misnamed = by_name != all_formats.end() && by_name->name == "text" && is_plainly_no_text(head);
    if (by_name != all_formats.end() && !misnamed &&
        (by_name->recognises == nullptr || (lines && !holds_list_of_articles(head))))
        return *by_name;
    for (const InputFormat& format : all_formats) {
        if (format.recognises != nullptr && format.recognises(head)) return format;
    }
    if (by_name != all_formats.end()) return *by_name;
    if (const std::string_view root = root_element(head);
        !root.empty() && head.substr(0, 256).find("<?xml") != std::string_view::npos) {
        throw Error("is XML of a kind that is not known (<" + std::string(root.substr(0, 40)) + ">): skipped");
    }
    if (looks_binary(head))
        throw Error("is in no format that can be read: skipped; name the format if it is one of " + known_names());
    return format_called("text");
}

// Any format in an encoding that is decoded as a whole: at its end it is said what was lost there.
class SaysLoss final : public FormatReader {
public:
    SaysLoss(const Input& input, std::unique_ptr<FormatReader> reader) : input_(input), reader_(std::move(reader)) {}

    bool step(Sink& sink) override {
        try {
            if (reader_->step(sink)) return true;
        } catch (const Error&) {
            say(sink);
            throw;
        }
        say(sink);
        return false;
    }

private:
    void say(Sink& sink) const {
        if (input_.replaced > 0) sink.problem(input_, 0, loss_in_words(input_.replaced), false);
    }

    const Input& input_;
    std::unique_ptr<FormatReader> reader_;
};

}  // namespace

const InputFormat& format_called(std::string_view name) {
    const auto* found = std::find_if(all_formats.begin(), all_formats.end(),
                                     [&](const InputFormat& format) { return format.name == name; });
    if (found == all_formats.end()) {
        throw Error("there is no input format \"" + std::string(name) + "\"; there are: " + known_names());
    }
    return *found;
}

bool is_named_as(std::string_view file_name, std::string_view format) {
    return has_extension(format_called(format), without_compression(text::small_letters(file_name)));
}

bool is_database(std::string_view head) {
    return head.starts_with(database_signature);
}

bool is_saved_analysis(std::string_view head) {
    head = head.substr(0, 256);
    const std::size_t schema = head.find("\"schema\"");
    return schema != std::string_view::npos && head.find("\"rawi/", schema) != std::string_view::npos;
}

std::string_view uncover(Input& input) {
    std::string_view head = input.bytes.peek(head_size);
    for (unsigned layers = 0; looks_compressed(head); head = input.bytes.peek(head_size)) {
        if (++layers > most_layers) throw Error("is compressed too many times over: skipped");
        input.bytes = InputBuffer(decompressed(std::make_unique<InputBuffer>(std::move(input.bytes))));
    }
    if (head.empty()) throw Error("is empty: there is no article in it");
    if (const std::string_view wide = text::wide_encoding(head); !wide.empty()) {
        input.bytes = InputBuffer(decoded(std::make_unique<InputBuffer>(std::move(input.bytes)), wide, input.replaced));
        head = input.bytes.peek(head_size);
    } else if (head.starts_with("\xEF\xBB\xBF")) {
        input.bytes.consume(3);
        head.remove_prefix(3);
    }
    return head;
}

std::unique_ptr<FormatReader> open_reader(Input& input) {
    const std::string_view head = uncover(input);
    if (looks_like_archive(head)) return open_archive(input);
    return std::make_unique<SaysLoss>(input, format_of(input, head).open(input));
}

}  // namespace rawi::reading

namespace rawi {

std::vector<InputFormatName> input_formats() {
    std::vector<InputFormatName> names;
    for (const reading::InputFormat& format : reading::all_formats) names.push_back({format.name, format.description});
    return names;
}

}  // namespace rawi
