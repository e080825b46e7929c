// CSV as RFC 4180 has it, with commas, semicolons or tabs; records may span lines. Columns go by the same names as the
// fields of JSON.
#include "reading/csv.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "rawi/error.hpp"
#include "reading/formats.hpp"
#include "reading/json_article.hpp"
#include "reading/xml.hpp"

namespace rawi::reading {
namespace {

constexpr std::size_t most_columns = 10000;  // of a header; what stands behind them is nothing that rawi asks for

// What each character of a table is. Where a record ends and where its fields do is told by the same steps, so that the
// two never disagree.
class Scanner {
public:
    enum class Role { content, quotation_mark, separator, line_break };

    explicit Scanner(char separator) : separator_(separator) {}

    /// A quotation mark opens a quoted field only where the field begins: in `The 5" screen` it is content. In a quoted
    /// field a doubled one is content; behind the one that closes, what follows up to the separator is content again.
    Role next(char c) {
        const char before = std::exchange(before_, c);
        if (place_ == Place::quoted) {
            if (c != '"') return Role::content;
            place_ = Place::behind_mark;
            like_opening_ = before == separator_ || before == '\n';
            return Role::quotation_mark;
        }
        odd_ = odd_ ||
               (place_ == Place::behind_mark && like_opening_ && c != '"' && c != separator_ && c != '\n' && c != '\r');
        if (c == '"' && place_ != Place::inside) {
            const bool doubled = place_ == Place::behind_mark;
            place_ = Place::quoted;
            return doubled ? Role::content : Role::quotation_mark;
        }
        place_ = c == separator_ || c == '\n' ? Place::beginning : Place::inside;
        return c == separator_ ? Role::separator : c == '\n' ? Role::line_break : Role::content;
    }

    /// Whether a quotation mark is open.
    [[nodiscard]] bool quoted() const noexcept { return place_ == Place::quoted; }
    /// Whether a mark that closes stood where a field begins, with something behind it: it is one that opens, and the
    /// one before it has no other half. In `"He said "yes" and left"` the marks stand inside.
    [[nodiscard]] bool odd() const noexcept { return odd_; }

private:
    enum class Place { beginning, inside, quoted, behind_mark };  // in a field

    char separator_;
    Place place_ = Place::beginning;
    char before_ = '\n';
    bool like_opening_ = false;
    bool odd_ = false;
};

// The number of bytes of `piece` up to and with the line break that ends the record, if it is there.
std::optional<std::size_t> end_of_record(Scanner& scanner, std::string_view piece) {
    for (std::size_t at = 0; at < piece.size(); ++at) {
        if (scanner.next(piece[at]) == Scanner::Role::line_break) return at + 1;
    }
    return std::nullopt;
}

// The fields of the record that `text` begins with, the first `most` of them.
std::vector<std::string> fields_of(std::string_view text, char separator, std::size_t most = most_columns) {
    std::vector<std::string> fields(1);
    Scanner scanner(separator);
    char before = '\0';
    for (const char c : text) {
        const Scanner::Role role = scanner.next(c);
        if (role == Scanner::Role::line_break) break;
        if (role == Scanner::Role::separator) {
            if (fields.size() >= most) return fields;
            fields.emplace_back();
        }
        if (role == Scanner::Role::content) fields.back() += c;
        before = c;
    }
    // Of a line break of two characters the first one has gone into the last field.
    if (before == '\r' && !scanner.quoted()) fields.back().pop_back();
    return fields;
}

// Told by the first line of `table`.
char separator_of(std::string_view table) {
    constexpr std::array<char, 3> separators = {',', ';', '\t'};
    const std::string_view header = table.substr(0, table.find('\n'));
    return *std::max_element(separators.begin(), separators.end(), [&](char a, char b) {
        return std::count(header.begin(), header.end(), a) < std::count(header.begin(), header.end(), b);
    });
}

class Csv final : public FormatReader {
public:
    explicit Csv(Input& input) : input_(input), separator_(separator_of(input.bytes.peek(header_size))) {}

    bool step(Sink& sink) override {
        const std::size_t begins_on = line_;
        std::optional<text::Decoded> record = next_record(sink);
        if (!record) {
            if (begins_on > 1 && !std::exchange(any_rows_, true))
                sink.problem(input_, 0, "has a first line with columns, and no article below it", false);
            return false;
        }
        if (begins_on == 1) {
            columns_ = CsvColumns(fields_of(record->text, separator_));
            if (columns_.has(Part::text) || columns_.has(Part::url)) return true;
            throw Error("has no column for the text: skipped; its columns are " + columns_.names() + ", it should be " +
                        std::string(names_of_text));
        }
        any_rows_ = true;
        if (const std::string loss = loss_in_words(*record); !loss.empty())
            sink.problem(input_, begins_on, loss, false);
        const auto row = fields_of(record->text, separator_, columns_.count());
        if (row.size() == 1 && row.front().empty()) return true;
        Article article;
        article.title = columns_.value(Part::title, row);
        article.body = columns_.value(Part::text, row);
        article.metadata.id = columns_.value(Part::id, row);
        article.metadata.language = columns_.value(Part::language, row);
        article.metadata.outlet = columns_.value(Part::outlet, row);
        article.metadata.author = columns_.value(Part::author, row);
        article.metadata.url = columns_.value(Part::url, row);
        article.metadata.published = columns_.value(Part::published, row);
        article.line = begins_on;
        if (columns_.has(Part::text)) {
            sink.article(input_, std::move(article));
        } else {
            sink.remember(input_, std::move(article));
        }
        return true;
    }

private:
    std::optional<text::Decoded> next_record(Sink& sink) {
        const std::uint64_t limit = sink.largest_article();
        InputBuffer& bytes = input_.bytes;
        if (bytes.available().empty() && !bytes.fill()) return std::nullopt;
        Scanner scanner(separator_);
        std::size_t end = 0;
        for (;;) {
            const std::string_view fresh = bytes.available().substr(end);
            const auto found = end_of_record(scanner, fresh);
            end += found.value_or(fresh.size());
            if (found) break;
            if (end > limit) {
                looked_at_ += end;
                if (auto line = first_line(sink)) return line;
                throw Error("has a record at line " + std::to_string(line_) + " that does not end within " +
                            size_in_words(limit) + " (a quotation mark without its other half?): the rest is skipped");
            }
            if (bytes.fill()) continue;
            if (scanner.quoted()) {
                looked_at_ += end;
                if (auto line = first_line(sink)) return line;
                throw Error("has a record at line " + std::to_string(line_) +
                            " with a quotation mark without its other half: the rest is skipped");
            }
            break;
        }
        const std::string_view record = bytes.available().substr(0, end);
        // A mark that opened by mistake was closed by the next one that came, in whatever line that was.
        if (scanner.odd() && record.find('\n') + 1 < end) {
            if (auto line = first_line(sink)) return line;
        }
        line_ += static_cast<std::size_t>(std::count(record.begin(), record.end(), '\n'));
        text::Decoded decoded = text::decode(std::string(record));
        bytes.consume(end);
        return decoded;
    }

    /// Only the line on which a record begins, without the quotation mark that has no other half, so that it does not
    /// take the records behind it with it. Nothing where there is no line behind it, or that has happened too often.
    std::optional<text::Decoded> first_line(Sink& sink) {
        constexpr std::size_t most_mended = 1000;
        constexpr std::size_t most_looked_at = std::size_t{256} << 20;  // bytes that were gone through in vain
        InputBuffer& bytes = input_.bytes;
        const std::size_t end = bytes.available().find('\n') + 1;
        if (end == 0 || ++mended_ > most_mended || looked_at_ > most_looked_at) return std::nullopt;
        std::string line(bytes.available().substr(0, end));
        const std::size_t mark = line.rfind(separator_ + std::string("\""));
        if (mark == std::string::npos) return std::nullopt;
        line.erase(mark + 1, 1);
        sink.problem(input_, line_, "has a quotation mark without its other half on this line: the line is read alone");
        ++line_;
        bytes.consume(end);
        return text::decode(line);
    }

    static constexpr std::size_t header_size = 8192;

    Input& input_;
    char separator_;
    CsvColumns columns_;
    std::size_t line_ = 1;
    std::size_t mended_ = 0;
    std::size_t looked_at_ = 0;
    bool any_rows_ = false;
};

}  // namespace

CsvColumns::CsvColumns(std::vector<std::string> header) : header_(std::move(header)) {
    for (std::size_t column = 0; column < header_.size(); ++column) {
        const std::size_t name = find_json_name(trimmed(header_[column]));
        if (name == no_json_name) continue;
        columns_[static_cast<std::size_t>(json_names[name].part)].push_back({column, name});
        // A "source" may be an address.
        if (json_names[name].part != Part::url && part_of(name, "http") == Part::url)
            columns_[static_cast<std::size_t>(Part::url)].push_back({column, name});
    }
    for (std::size_t part = 0; part < parts; ++part) {
        std::ranges::stable_sort(columns_[part], {}, [&](const Column& column) {
            return std::pair(json_names[column.name].part != static_cast<Part>(part), column.name);
        });
    }
}

std::string CsvColumns::value(Part part, const std::vector<std::string>& row) const {
    for (const Column& column : columns_[static_cast<std::size_t>(part)]) {
        if (column.place >= row.size()) continue;
        const std::string& value = row[column.place];
        if (!trimmed(value).empty() && part_of(column.name, value) == part) return value;
    }
    return {};
}

std::string CsvColumns::names() const {
    constexpr std::size_t longest = 200;  // bytes
    std::string names;
    for (const std::string& name : header_) {
        if (names.size() > longest) return names + ", ...";
        names.append(names.empty() ? "\"" : ", \"").append(name).append("\"");
    }
    return names;
}

bool is_table_about_articles(std::string_view head) {
    const CsvColumns columns(fields_of(head, separator_of(head)));
    return columns.has(Part::url) && !columns.has(Part::text);
}

std::unique_ptr<FormatReader> open_csv(Input& input) {
    return std::make_unique<Csv>(input);
}

}  // namespace rawi::reading
