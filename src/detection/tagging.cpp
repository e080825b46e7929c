// Which part of speech each word is: the cheapest way through what the words can be (Viterbi 1967), a line at a time.
// Quotation marks and brackets are looked through: what stands behind one continues what stands before it.
#include <algorithm>
#include <array>
#include <limits>

#include "detection/article.hpp"

namespace rawi::detection {
namespace {

using language::Part;
using language::PartModel;
using language::PartOption;

class Tagger {
public:
    explicit Tagger(Article& article) : article_(article), model_(article.pack->part_model) {}

    void run() {
        const auto size = static_cast<std::uint32_t>(article_.tokens.size());
        begin_line();
        for (std::uint32_t i = 0; i < size; ++i) {
            Token& token = article_.tokens[i];
            switch (token.kind) {
                case CharClass::letter: word(i); break;
                case CharClass::digit: one(i, Part::number); break;
                case CharClass::newline:
                case CharClass::terminator: end_line(token.kind == CharClass::terminator ? i : none); break;
                case CharClass::quote:
                case CharClass::apostrophe:
                case CharClass::open_bracket:
                case CharClass::close_bracket: break;
                default: one(i, Part::mark); break;
            }
        }
        end_line(none);
    }

private:
    /// The cheapest way to one reading of a word.
    struct Cell {
        std::uint32_t token = 0;
        std::int32_t cost = 0;
        std::uint16_t state = 0;
        std::uint16_t from = 0;  ///< which reading of the word before
        Part part = Part::mark;
    };
    struct Column {
        std::uint32_t begin = 0;
        std::uint8_t size = 0;
    };

    void begin_line() {
        cells_.clear();
        columns_.clear();
        cells_.push_back(
            {.state = static_cast<std::uint16_t>(PartModel::state_of(Part::boundary, false)), .part = Part::boundary});
        columns_.push_back({0, 1});
    }

    void word(std::uint32_t i) {
        const Token& token = article_.tokens[i];
        const language::PartOptions known = article_.pack->parts[token.word];
        if (known.size != 0) {
            const std::span<const PartOption> options = model_.options(known);
            // Behind an article that was taken off the word stands no verb.
            if (!token.definite || article_.pack->lexicon.text(token.word).starts_with(article_.pack->article))
                return step(i, options);
            std::array<PartOption, PartModel::most_options> nominal;
            const auto end = std::copy_if(options.begin(), options.end(), nominal.begin(), [](PartOption option) {
                return option.part != Part::verb && option.part != Part::adverb;
            });
            if (end != nominal.begin()) return step(i, {nominal.begin(), end});
            return one(i, Part::noun);
        }
        std::array<PartOption, PartModel::most_options> guessed;
        const std::size_t size = model_.guess(article_.normal_of(i), token.definite, token.upper && !opens_sentence(),
                                              guessed);
        step(i, std::span(guessed).first(size));
    }

    void one(std::uint32_t i, Part part) {
        const PartOption only{part, 0};
        step(i, {&only, 1});
    }

    [[nodiscard]] bool opens_sentence() const { return columns_.size() == 1; }

    void step(std::uint32_t i, std::span<const PartOption> options) {
        const Column before = columns_.back();
        const Token& token = article_.tokens[i];
        Column column{static_cast<std::uint32_t>(cells_.size()), 0};
        for (const PartOption option : options) {
            Cell cell{.token = i,
                      .cost = std::numeric_limits<std::int32_t>::max(),
                      .state = static_cast<std::uint16_t>(PartModel::state_of(option.part, token.definite)),
                      .part = option.part};
            for (std::uint16_t p = 0; p < before.size; ++p) {
                const Cell& previous = cells_[before.begin + p];
                const std::int32_t cost = previous.cost + model_.step(previous.state, cell.state);
                if (cost >= cell.cost) continue;
                cell.cost = cost;
                cell.from = p;
            }
            cell.cost += option.cost;
            cells_.push_back(cell);
            ++column.size;
        }
        columns_.push_back(column);
    }

    void end_line(std::uint32_t terminator) {
        const PartOption end{Part::boundary, 0};
        step(terminator == none ? 0 : terminator, {&end, 1});
        std::uint16_t reading = 0;
        for (std::size_t c = columns_.size(); c-- > 1;) {
            const Cell& cell = cells_[columns_[c].begin + reading];
            if (c + 1 < columns_.size() || terminator != none) article_.tokens[cell.token].part = cell.part;
            reading = cell.from;
        }
        begin_line();
    }

    Article& article_;
    const PartModel& model_;
    std::vector<Cell> cells_;
    std::vector<Column> columns_;
};

}  // namespace

void tag_parts(Article& article) {
    Tagger(article).run();
}

}  // namespace rawi::detection
