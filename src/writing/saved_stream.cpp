// Saved analyses one after the other, from JSON Lines or from an array: finds where each begins and ends, so that no
// more than one is in memory.
#include <istream>
#include <string_view>
#include <utility>

#include "rawi/error.hpp"
#include "rawi/saved.hpp"

namespace rawi {

class AnalysisReader::Impl {
public:
    Impl(std::istream& in, std::string file, std::size_t largest)
        : in_(in), file_(std::move(file)), largest_(largest) {}

    [[nodiscard]] bool reads_something_else() const { return in_vain_ != 0 && !any_ && !ours_ && !reported_; }

    std::optional<Item> next() {
        if (given_up_) return std::nullopt;
        if (!opened_) open();
        bool found = next_text();
        while (!found && closed_ && goes_on()) found = next_text();
        if (!found) return end();
        if (given_up_) return Problem{file_, start_line_, "this line does not end: the rest is skipped", true};
        if (too_large_)
            return Problem{file_, start_line_, "an article of more than " + std::to_string(largest_) + " bytes", true};
        try {
            SavedAnalysis read = read_analysis(one_);
            any_ = true;
            return read;
        } catch (const Error& error) {
            ours_ = ours_ || one_.find(schema_begins) != std::string::npos;
            std::string message = error.what();
            if (!any_ && ++in_vain_ == most_in_vain) {
                given_up_ = true;
                message +=
                    "; so the file holds no saved analyses, and the rest is skipped: rawi convert reads what rawi "
                    "analyze or export wrote as json or jsonl, articles are read by rawi analyze";
            }
            return Problem{file_, start_line_, message, true};
        }
    }

private:
    static constexpr std::size_t most_in_vain = 20;
    static constexpr std::string_view schema_begins = "\"rawi/";

    // An array begins with a bracket; all else is taken for one object a line.
    void open() {
        opened_ = true;
        skip_space();
        array_ = in_.peek() == '[';
        if (array_) get();
    }

    // Blanks, and the byte order marks with which files may begin.
    void skip_space() {
        for (int next = in_.peek(); next == ' ' || next == '\n' || next == '\r' || next == '\t' || next == 0xEF;
             next = in_.peek()) {
            if (next == 0xEF) {
                in_.ignore(3);
            } else {
                get();
            }
        }
    }

    bool next_text() { return array_ ? next_element() : next_line(); }

    // Files put one behind the other: an array may stand behind lines, and both behind an array that is closed.
    bool goes_on() {
        skip_space();
        const int next = in_.peek();
        if (next == std::istream::traits_type::eof()) return false;
        start_line_ = line_;
        misplaced_ = next != '[' && next != '{';
        if (misplaced_) return false;
        array_ = next == '[';
        if (array_) get();
        closed_ = false;
        return true;
    }

    std::optional<Item> end() {
        if (in_.bad() && !std::exchange(reported_, true))
            return Problem{file_, line_, "cannot be read to its end", true};
        if (misplaced_ && !std::exchange(reported_, true))
            return Problem{file_, line_, "what stands behind the array is no saved analysis: the rest is skipped",
                           true};
        if (array_ && !closed_ && !std::exchange(reported_, true)) {
            return Problem{file_, line_, "the array is not closed: the file seems to be cut off", true};
        }
        return std::nullopt;
    }

    bool next_line() {
        while (skip_space(), start(), in_.peek() != std::istream::traits_type::eof()) {
            closed_ = in_.peek() == '[';
            if (closed_) return false;  // no line is: here an array begins
            for (int byte = get(); byte != std::istream::traits_type::eof() && byte != '\n'; byte = get()) {
                keep(byte);
                if (dropped_ > largest_ * 16) return given_up_ = true;
            }
            if (one_.find_first_not_of(" \t\r") != std::string::npos) return true;
        }
        return false;
    }

    bool next_element() {
        if (closed_) return false;
        int byte = get();
        while (byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == ',') byte = get();
        start();
        if (byte == ']') closed_ = true;
        if (byte == ']' || byte == std::istream::traits_type::eof()) return false;
        bool in_string = false;
        std::size_t depth = 0;
        for (;; byte = get()) {
            if (byte == std::istream::traits_type::eof()) break;
            keep(byte);
            if (in_string) {
                if (byte == '\\') keep(get());
                if (byte == '"') in_string = false;
            } else if (byte == '"') {
                in_string = true;
            } else if (byte == '{' || byte == '[') {
                ++depth;
            } else if (byte == '}' || byte == ']') {
                if (depth > 0) --depth;
            }
            if (depth == 0 && !in_string && (byte == '}' || byte == ']' || in_.peek() == ',' || in_.peek() == ']'))
                break;
        }
        return true;
    }

    void start() {
        one_.clear();
        too_large_ = false;
        dropped_ = 0;
        start_line_ = line_;
    }

    int get() {
        const int byte = in_.get();
        if (byte == '\n') ++line_;
        return byte;
    }

    void keep(int byte) {
        if (byte == std::istream::traits_type::eof()) return;
        if (one_.size() >= largest_) {
            too_large_ = true;
            ++dropped_;
            return;
        }
        one_ += static_cast<char>(byte);
    }

    std::istream& in_;
    std::string file_;
    std::size_t largest_;
    std::size_t dropped_ = 0;  ///< bytes of what is too large
    bool given_up_ = false;
    bool any_ = false;         ///< an analysis was read
    bool ours_ = false;        ///< what failed was written by some rawi
    std::size_t in_vain_ = 0;  ///< what stood before the first one
    std::string one_;
    std::size_t line_ = 1;
    std::size_t start_line_ = 1;
    bool opened_ = false;
    bool array_ = false;
    bool closed_ = false;
    bool misplaced_ = false;  ///< something else than analyses stands behind an array
    bool too_large_ = false;
    bool reported_ = false;
};

AnalysisReader::AnalysisReader(std::istream& in, std::string file, std::size_t largest)
    : impl_(std::make_unique<Impl>(in, std::move(file), largest)) {}
AnalysisReader::~AnalysisReader() = default;
AnalysisReader::AnalysisReader(AnalysisReader&&) noexcept = default;
AnalysisReader& AnalysisReader::operator=(AnalysisReader&&) noexcept = default;
std::optional<AnalysisReader::Item> AnalysisReader::next() {
    return impl_->next();
}
bool AnalysisReader::reads_something_else() const {
    return impl_->reads_something_else();
}

}  // namespace rawi
