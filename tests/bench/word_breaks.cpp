#include "word_breaks.hpp"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>
#include <stdexcept>

namespace rawi::bench {
namespace {

void require(UErrorCode status) {
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

std::size_t boundaries(icu::BreakIterator& breaks) {
    std::size_t count = 0;
    for (breaks.first(); breaks.next() != icu::BreakIterator::DONE;) ++count;
    return count;
}

}  // namespace

class WordBreaks::Impl {
public:
    Impl() {
        UErrorCode status = U_ZERO_ERROR;
        breaks.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
        require(status);
    }

    ~Impl() { utext_close(&utf8); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    std::unique_ptr<icu::BreakIterator> breaks;
    UText utf8 = UTEXT_INITIALIZER;
};

WordBreaks::WordBreaks() : impl_(std::make_unique<Impl>()) {}
WordBreaks::~WordBreaks() = default;

std::size_t WordBreaks::count(const std::u16string& text) {
    const icu::UnicodeString alias(false, text.data(), static_cast<std::int32_t>(text.size()));  // no copy
    impl_->breaks->setText(alias);
    return boundaries(*impl_->breaks);
}

std::size_t WordBreaks::count(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&impl_->utf8, text.data(), static_cast<std::int64_t>(text.size()), &status);
    impl_->breaks->setText(&impl_->utf8, status);
    require(status);
    return boundaries(*impl_->breaks);
}

std::u16string utf16(std::string_view text) {
    const auto converted = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    return {converted.getBuffer(), static_cast<std::size_t>(converted.length())};
}

}  // namespace rawi::bench
