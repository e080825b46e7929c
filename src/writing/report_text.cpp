// The article as its readers know it, with its attributions marked.
//
// Claims nest, cross and go on after a gap, and HTML's elements cannot cross: so the text is cut wherever a mark begins
// or ends, and each piece is one element that names all the claims it belongs to. What lights up together is the
// script's business.
#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "writing/report.hpp"

namespace rawi::writing {
namespace {

enum class Part : std::uint8_t { content, source, cue, phrase };

struct Mark {
    Span span;
    Part part = Part::content;
    std::size_t claim = 0;
};

/// Lines of furniture, beside a text that is gone through from its beginning to its end.
class FurnitureCursor {
public:
    explicit FurnitureCursor(std::vector<Span> lines) : lines_(std::move(lines)) {
        std::ranges::sort(lines_, {}, &Span::begin);
    }

    /// Leaves behind the lines that end at `at` or before it.
    void advance_to(std::uint32_t at) {
        while (next_ < lines_.size() && lines_[next_].end <= at) ++next_;
    }

    /// Whether `span`, which begins where the cursor is, is of such a line.
    [[nodiscard]] bool holds(Span span) const { return next_ < lines_.size() && lines_[next_].overlaps(span); }

private:
    std::vector<Span> lines_;
    std::size_t next_ = 0;  // the first that has not ended
};

class MarkedText {
public:
    explicit MarkedText(const ReportedArticle& article)
        : article_(article),
          text_(article.analysis.document.text()),
          furniture_(article.analysis.furniture),
          by_start_(article.analysis.attributions.size()) {
        for (std::size_t i = 0; i < article.analysis.attributions.size(); ++i) collect(i);
        std::iota(by_start_.begin(), by_start_.end(), std::size_t{0});
        std::ranges::stable_sort(by_start_, {}, [this](std::size_t i) { return starts_[i]; });
        for (const Mark& mark : marks_) {
            cuts_.push_back(mark.span.begin);
            cuts_.push_back(mark.span.end);
        }
        for (const Span line : article.analysis.furniture) {
            cuts_.push_back(line.begin);
            cuts_.push_back(line.end);
        }
        std::ranges::sort(cuts_);
        cuts_.erase(std::unique(cuts_.begin(), cuts_.end()), cuts_.end());
        std::ranges::stable_sort(marks_, {}, [](const Mark& mark) { return mark.span.begin; });
    }

    std::string written() {
        const Document& document = article_.analysis.document;
        const Span title = document.title();
        if (!title.empty()) {
            out_ += "<p class=\"headline\" dir=\"auto\">";
            pieces(title);
            out_ += "</p>\n";
        }
        for (Span rest = document.body(); !rest.empty();) {
            const std::size_t found = text_.find('\n', rest.begin);
            const auto end = found == std::string_view::npos ? rest.end : static_cast<std::uint32_t>(found);
            paragraph({rest.begin, end});
            rest.begin = std::min(rest.end, end + 1);
        }
        return std::move(out_);
    }

private:
    void collect(std::size_t index) {
        const Attribution& said = article_.analysis.attributions[index];
        const auto add = [&](Span span, Part part) {
            if (!span.empty()) marks_.push_back({span, part, index});
        };
        for (const Span content : said.content) add(content, Part::content);
        for (const Span cue : said.cue) add(cue, Part::cue);
        if (said.source_span) add(*said.source_span, Part::source);
        for (const Hop& hop : said.hops) {
            for (const Span phrase : hop.phrase) add(phrase, Part::phrase);
        }
        starts_.push_back(said.content.empty() ? 0 : said.content.front().begin);
    }

    void paragraph(Span line) {
        if (text_.substr(line.begin, line.size()).find_first_not_of(" \t\r") == std::string_view::npos) return;
        out_ += "<p dir=\"auto\">";
        pieces(line);
        out_ += "</p>\n";
    }

    void pieces(Span line) {
        while (!line.empty()) {
            const auto cut = std::ranges::upper_bound(cuts_, line.begin);
            const std::uint32_t end = cut == cuts_.end() ? line.end : std::min(*cut, line.end);
            piece({line.begin, end});
            line.begin = end;
        }
    }

    void piece(Span span) {
        // Marks are sorted by their beginning; those that began before and have ended are dropped for good.
        while (next_ < marks_.size() && marks_[next_].span.begin <= span.begin) open_.push_back(marks_[next_++]);
        std::erase_if(open_, [&](const Mark& mark) { return mark.span.end <= span.begin; });
        furniture_.advance_to(span.begin);
        numbers(span.begin);
        const std::string words = html(text_.substr(span.begin, span.size()));
        if (open_.empty()) {
            out_ += furniture_.holds(span) ? "<span class=\"furniture\">" + words + "</span>" : words;
            return;
        }
        out_ += opened() + words + "</span>";
    }

    /// The number of each claim that begins here, a link to it in the list.
    void numbers(std::uint32_t at) {
        for (; numbered_ < by_start_.size(); ++numbered_) {
            const std::size_t index = by_start_[numbered_];
            if (starts_[index] > at) return;
            const std::string number = std::to_string(index + 1);
            const Attribution& said = article_.analysis.attributions[index];
            out_ += "<a class=\"ref\" id=\"t" + article_.claim_id(index) + "\" href=\"#" + article_.claim_id(index) +
                    "\" data-claim=\"" + article_.claim_id(index) + "\" aria-label=\"" +
                    html(article_.words.filled("to_claim", {number, article_.path_in_words(said)})) + "\">" + number +
                    "</a>";
        }
    }

    std::string opened() const {
        std::string contents;
        std::string others;
        std::string css;
        std::size_t depth = 0;
        const Mark* innermost = nullptr;
        for (const Mark& mark : open_) {
            const std::string id = article_.claim_id(mark.claim);
            if (mark.part == Part::content) {
                contents += (contents.empty() ? "" : " ") + id;
                ++depth;
                if (innermost == nullptr || mark.span.size() <= innermost->span.size()) innermost = &mark;
            } else {
                others += (others.empty() ? "" : " ") + id;
                css += mark.part == Part::source ? " source" : mark.part == Part::cue ? " cue" : " phrase";
            }
        }
        std::string tag = "<span class=\"mark";
        if (innermost != nullptr) {
            const Attribution& said = article_.analysis.attributions[innermost->claim];
            tag += " content d" + std::to_string(std::min<std::size_t>(depth, 3)) + ' ' +
                   std::string(name_of(standing_of(said)));
        }
        tag += css + '"';
        if (!contents.empty()) {
            tag += " data-in=\"" + contents + "\" data-claim=\"" + article_.claim_id(innermost->claim) + '"';
        }
        if (!others.empty()) tag += " data-of=\"" + others + '"';
        return tag + '>';
    }

    const ReportedArticle& article_;
    std::string_view text_;
    std::string out_;
    std::vector<Mark> marks_;
    std::vector<Mark> open_;  // those that the piece stands in
    std::size_t next_ = 0;    // of marks_: the first that has not begun
    FurnitureCursor furniture_;
    std::vector<std::uint32_t> cuts_;
    std::vector<std::uint32_t> starts_;  // of the claims
    std::vector<std::size_t> by_start_;  // claims in the order in which they begin in the text
    std::size_t numbered_ = 0;
};

}  // namespace

std::string report_text(const ReportedArticle& article) {
    return MarkedText(article).written();
}

}  // namespace rawi::writing
