// The reader of all inputs: one after the other, one article at a time.
#include <algorithm>
#include <atomic>
#include <exception>
#include <utility>

#include "rawi/error.hpp"
#include "rawi/reading.hpp"
#include "reading/bytes.hpp"
#include "reading/csv.hpp"
#include "reading/formats.hpp"
#include "reading/input.hpp"
#include "reading/walk.hpp"

namespace rawi {

class ArticleReader::Impl {
public:
    Impl(const std::vector<std::string>& inputs, const ReadingOptions& options)
        : found_(reading::find_inputs(inputs, options.passed_over)),
          format_(options.format),
          already_read_(options.already_read),
          sink_(options) {
        if (!format_.empty()) (void)reading::format_called(format_);
        for (const reading::Found& found : found_) total_ += found.size;
        std::stable_partition(found_.begin(), found_.end(),
                              [this](const reading::Found& found) { return is_table(found); });
    }

    std::optional<Item> next() {
        while (sink_.empty() && (reader_ || at_ < found_.size())) guarded_step();
        if (sink_.empty()) sink_.finish();
        if (sink_.empty()) return std::nullopt;
        return sink_.take();
    }

    [[nodiscard]] std::uint64_t bytes_read() const noexcept { return progress_.load(std::memory_order_relaxed); }
    [[nodiscard]] std::uint64_t bytes_total() const noexcept { return total_; }

private:
    // Tables about articles are read before the articles.
    [[nodiscard]] bool is_table(const reading::Found& found) const {
        if (found.size == 0 || !(format_.empty() ? reading::is_named_as(found.path, "csv") : format_ == "csv"))
            return false;
        try {
            std::atomic<std::uint64_t> uncounted = 0;
            reading::Input input(found.path, reading::open_file(found.path, uncounted));
            return reading::is_table_about_articles(reading::uncover(input));
        } catch (const Error&) {
            return false;  // its turn to be named comes
        }
    }

    // Whatever goes wrong in one input ends that input only.
    void guarded_step() {
        try {
            if (!reader_) open_next();
            if (reader_ && !reader_->step(sink_)) reader_.reset();
        } catch (const std::exception& error) {
            sink_.problem(name_, 0, error.what());
            reader_.reset();
        }
    }

    void open_next() {
        const reading::Found& found = found_[at_++];
        name_ = found.path == "-" ? "<stdin>" : found.path;
        if (!found.problem.empty()) throw Error(found.problem);
        std::unique_ptr<reading::ByteSource> bytes = reading::open_file(found.path, progress_);
        if (found.path == "-" && !already_read_.empty())
            bytes = reading::rejoined(std::exchange(already_read_, {}), std::move(bytes));
        input_ = std::make_unique<reading::Input>(name_, std::move(bytes), 0, format_);
        reader_ = reading::open_reader(*input_);
    }

    std::vector<reading::Found> found_;
    std::size_t at_ = 0;
    std::string format_;
    std::string already_read_;  // of standard input
    reading::Sink sink_;
    std::string name_;
    std::unique_ptr<reading::Input> input_;  // before its reader, which refers to it
    std::unique_ptr<reading::FormatReader> reader_;
    std::atomic<std::uint64_t> progress_ = 0;
    std::uint64_t total_ = 0;
};

// By value, so that the interface does not say what is kept. NOLINTNEXTLINE(performance-unnecessary-value-param)
ArticleReader::ArticleReader(std::vector<std::string> inputs, ReadingOptions options)
    : impl_(std::make_unique<Impl>(inputs, options)) {}
ArticleReader::~ArticleReader() = default;
ArticleReader::ArticleReader(ArticleReader&&) noexcept = default;
ArticleReader& ArticleReader::operator=(ArticleReader&&) noexcept = default;

std::optional<ArticleReader::Item> ArticleReader::next() {
    return impl_->next();
}
std::uint64_t ArticleReader::bytes_read() const noexcept {
    return impl_->bytes_read();
}
std::uint64_t ArticleReader::bytes_total() const noexcept {
    return impl_->bytes_total();
}

}  // namespace rawi
