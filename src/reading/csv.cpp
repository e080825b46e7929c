// CSV as RFC 4180 has it, with commas, semicolons or tabs; records may span lines. Columns go by the same names as the
// fields of JSON.
#include "reading/csv.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>

#include "rawi/error.hpp"
#include "reading/formats.hpp"
#include "reading/json_article.hpp"
#include "reading/xml.hpp"

namespace rawi::reading {
namespace {

// Finds where a record ends, in as many pieces as it comes.
class RecordEnd {
public:
    /// The number of bytes of `piece` up to and with the line break that ends the record, if it is there.
    std::optional<std::size_t> find(std::string_view piece) {
        for (std::size_t at = 0; at < piece.size(); ++at) {
            if (piece[at] == '"') quoted_ = !quoted_;  // a doubled mark turns it off and on again
            if (piece[at] == '\n' && !quoted_) return at + 1;
        }
        return std::nullopt;
    }

private:
    bool quoted_ = false;
};

std::vector<std::string> fields_of(std::string_view record, char separator) {
    while (!record.empty() && (record.back() == '\n' || record.back() == '\r')) record.remove_suffix(1);
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (std::size_t at = 0; at < record.size(); ++at) {
        const char c = record[at];
        if (c == '"' && quoted && at + 1 < record.size() && record[at + 1] == '"') {
            fields.back() += c;
            ++at;
        } else if (c == '"' && (quoted || fields.back().empty())) {
            quoted = !quoted;
        } else if (c == separator && !quoted) {
            fields.emplace_back();
        } else {
            fields.back() += c;
        }
    }
    return fields;
}

char separator_of(std::string_view header) {
    constexpr std::array<char, 3> kSeparators = {',', ';', '\t'};
    return *std::max_element(kSeparators.begin(), kSeparators.end(), [&](char a, char b) {
        return std::count(header.begin(), header.end(), a) < std::count(header.begin(), header.end(), b);
    });
}

class Csv final : public FormatReader {
public:
    explicit Csv(Input& input) : input_(input) {}

    bool step(Sink& sink) override {
        const std::size_t begins_on = line_;
        std::optional<text::Decoded> record = next_record(sink.largest_article());
        if (!record) return false;
        if (separator_ == '\0') {
            separator_ = separator_of(record->text);
            columns_ = CsvColumns(fields_of(record->text, separator_));
            if (columns_.has(Part::text) || columns_.has(Part::url)) return true;
            throw Error(R"(has neither a column "text" nor a column "url" in its first line: skipped)");
        }
        if (const std::string loss = loss_in_words(*record); !loss.empty())
            sink.problem(input_, begins_on, loss, false);
        const auto row = fields_of(record->text, separator_);
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
    std::optional<text::Decoded> next_record(std::uint64_t limit) {
        InputBuffer& bytes = input_.bytes;
        if (bytes.available().empty() && !bytes.fill()) return std::nullopt;
        RecordEnd looking;
        std::size_t end = 0;
        for (;;) {
            const std::string_view fresh = bytes.available().substr(end);
            const auto found = looking.find(fresh);
            end += found.value_or(fresh.size());
            if (found) break;
            if (end > limit) {
                throw Error("has a record at line " + std::to_string(line_) + " that does not end within " +
                            size_in_words(limit) + " (a quotation mark without its other half?): the rest is skipped");
            }
            if (!bytes.fill()) break;
        }
        const std::string_view record = bytes.available().substr(0, end);
        line_ += static_cast<std::size_t>(std::count(record.begin(), record.end(), '\n'));
        text::Decoded decoded = text::decode(std::string(record));
        bytes.consume(end);
        return decoded;
    }

    Input& input_;
    CsvColumns columns_;
    char separator_ = '\0';
    std::size_t line_ = 1;
};

}  // namespace

CsvColumns::CsvColumns(const std::vector<std::string>& header) {
    std::array<std::size_t, kParts> ranks;
    ranks.fill(std::numeric_limits<std::size_t>::max());
    for (std::size_t column = 0; column < header.size(); ++column) {
        const std::size_t name = find_json_name(trimmed(header[column]));
        if (name == kNoJsonName) continue;
        const auto part = static_cast<std::size_t>(kJsonNames[name].part);
        if (name >= ranks[part]) continue;
        ranks[part] = name;
        columns_[part] = column;
    }
}

std::string CsvColumns::value(Part part, const std::vector<std::string>& row) const {
    const auto column = columns_[static_cast<std::size_t>(part)];
    return column && *column < row.size() ? row[*column] : std::string();
}

bool is_table_about_articles(std::string_view head) {
    const std::string_view header = head.substr(0, RecordEnd().find(head).value_or(head.size()));
    const CsvColumns columns(fields_of(header, separator_of(header)));
    return columns.has(Part::url) && !columns.has(Part::text);
}

std::unique_ptr<FormatReader> open_csv(Input& input) {
    return std::make_unique<Csv>(input);
}

}  // namespace rawi::reading
