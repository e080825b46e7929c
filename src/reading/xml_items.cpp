// A pull parser that stops at each item and expands only it. What libxml2 gets is valid UTF-8 without control
// characters: encodings are converted on our side of the border, as everywhere.
#include "reading/xml_items.hpp"

#include <libxml/xmlreader.h>

#include <algorithm>
#include <exception>
#include <string>
#include <utility>

#include "rawi/error.hpp"
#include "reading/bytes.hpp"
#include "reading/json_article.hpp"
#include "reading/tag_guard.hpp"
#include "reading/xml_mend.hpp"
#include "text/encoding.hpp"

namespace rawi::reading {
namespace {

// An item of nothing but tags is a tree of some hundred MB, and libxml2 takes no text above 10 MB for one.
constexpr std::uint64_t largest_item = std::uint64_t{8} << 20;

// The encoding that the XML declaration names; UTF-8 where there is none.
std::string declared_encoding(std::string_view head) {
    head = head.substr(0, head.find("?>"));
    const auto at = head.find("encoding=");
    if (!head.starts_with("<?xml") || at == std::string_view::npos || at + 10 >= head.size()) return "UTF-8";
    const std::string_view rest = head.substr(at + 10);
    return std::string(rest.substr(0, rest.find(head[at + 9])));
}

// Decodes, mends, and blanks the control characters that XML forbids and feeds contain.
class XmlBytes {
public:
    /// `names`: of the elements that are items; those above `largest` bytes are left out.
    XmlBytes(InputBuffer& bytes, std::uint64_t largest, std::string_view names)
        : bytes_(bytes), largest_(largest), names_(names), decoder_(decoder_for(bytes)), mender_(names, largest) {}

    int read(char* to, int size) {
        while (at_ == text_.size() && !at_end_) {
            text_.clear();
            at_ = 0;
            if (bytes_.available().empty()) at_end_ = !bytes_.fill();
            decoder_.decode(bytes_.available(), at_end_, text_);
            bytes_.consume(bytes_.available().size());
            refuse_monstrous_tags();
            text_ = mender_.mend(text_, at_end_);
            std::replace_if(
                text_.begin(), text_.end(),
                [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r'; },
                ' ');
        }
        const std::size_t got = text_.copy(to, up_to_item(static_cast<std::size_t>(size)), at_);
        at_ += got;
        since_item_ += got;
        // What is no item of its own, or nested too deep for the mender to tell.
        if (since_item_ > 2 * largest_)
            throw Error("has more than " + size_in_words(2 * largest_) + " that is no item: the rest is skipped");
        return static_cast<int>(got);
    }
    void item_done() { since_item_ = 0; }
    [[nodiscard]] std::size_t replaced() const { return decoder_.replaced(); }
    [[nodiscard]] XmlMender& mender() { return mender_; }
    [[nodiscard]] std::uint64_t largest() const { return largest_; }

private:
    /// Bytes of the next piece, of `size` at most. It ends where an item begins or ends: of a piece with a fault that
    /// is not mended libxml2 gives nothing, nor of the item before it until something follows that item.
    [[nodiscard]] std::size_t up_to_item(std::size_t size) const {
        const std::string_view piece = std::string_view(text_).substr(at_, size);
        for (std::size_t tag = piece.find('<'); tag != std::string_view::npos; tag = piece.find('<', tag + 1)) {
            const std::size_t end = piece.find('>', tag);
            if (end == std::string_view::npos) return tag == 0 ? piece.size() : tag;
            const std::string_view name = local_name(piece.substr(tag + (piece[tag + 1] == '/' ? 2 : 1)));
            if (!name.empty() && text::stand_in(name, names_)) return end + 1;
        }
        return piece.size();
    }

    static text::StreamDecoder decoder_for(InputBuffer& bytes) {
        const std::string declared = declared_encoding(bytes.peek(256));
        // An input in UTF-16 is converted already, whatever its declaration still says.
        if (declared.starts_with("UTF-16") || declared.starts_with("utf-16")) return text::StreamDecoder("UTF-8");
        try {
            return text::StreamDecoder(declared);
        } catch (const Error&) {
            return text::StreamDecoder("UTF-8");
        }
    }

    void refuse_monstrous_tags() {
        if (guard_.pass(text_)) return;
        text_.clear();
        at_end_ = true;
        throw Error("has a tag with more than " + std::to_string(most_attributes) + " attributes: the rest is skipped");
    }

    static constexpr std::size_t most_attributes = 1000;  // of a tag

    InputBuffer& bytes_;
    std::uint64_t largest_;
    std::string_view names_;
    TagGuard guard_{TagGuard::Markup::xml, most_attributes};
    text::StreamDecoder decoder_;
    XmlMender mender_;
    std::string text_;
    std::size_t at_ = 0;
    std::uint64_t since_item_ = 0;
    bool at_end_ = false;
};

class XmlItems final : public FormatReader {
public:
    XmlItems(Input& input, std::string_view names, ItemReader read) : input_(input), names_(names), read_item_(read) {}

    bool step(Sink& sink) override {
        if (!reader_) open(sink);
        int result = 1;
        do {
            result = skip_ ? xmlTextReaderNext(reader_.get()) : xmlTextReaderRead(reader_.get());
            skip_ = false;
            say_too_large(sink);
            if (result == 1 && at_item()) {
                take(sink);
                return true;
            }
        } while (result == 1);
        if (const std::size_t replaced = bytes_->replaced(); replaced > 0)
            sink.problem(input_, 0, loss_in_words(replaced), false);
        const XmlMender& mender = bytes_->mender();
        if (const std::size_t tags = mender.mended_tags(); tags > 0) {
            sink.problem(
                input_, 0,
                std::to_string(tags) + (tags == 1 ? " tag was" : " tags were") + " not closed or not opened: mended",
                false);
        }
        if (mender.left_open() > 0) sink.problem(input_, 0, "is cut: it ends before its elements are closed", true);
        check(result);
        if (items_ == 0) throw Error("has no articles");
        return false;
    }

private:
    struct Closer {
        void operator()(xmlTextReader* reader) const noexcept { xmlFreeTextReader(reader); }
    };

    void say_too_large(Sink& sink) {
        for (const std::size_t line : bytes_->mender().take_too_large()) {
            sink.problem(input_, line,
                         "the item that begins here is larger than " + size_in_words(bytes_->largest()) + ": skipped");
            ++items_;
        }
    }

    void open(const Sink& sink) {
        prepare_xml();
        const std::uint64_t largest = std::min(sink.largest_article(), largest_item);
        bytes_ = std::make_unique<XmlBytes>(input_.bytes, largest, names_);
        constexpr int parser_options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_RECOVER |
                                       XML_PARSE_COMPACT | XML_PARSE_IGNORE_ENC | XML_PARSE_BIG_LINES;
        reader_.reset(xmlReaderForIO(&XmlItems::pull, nullptr, this, nullptr, "UTF-8", parser_options));
        if (!reader_) throw Error("cannot be read as XML");
        // Some of its messages come through all options, on standard error.
        xmlTextReaderSetStructuredErrorHandler(
            reader_.get(), [](void*, auto*) {}, nullptr);
    }

    static int pull(void* self, char* to, int size) {
        auto& items = *static_cast<XmlItems*>(self);
        try {
            return items.bytes_->read(to, size);
        } catch (...) {
            items.thrown_ = std::current_exception();
            return -1;
        }
    }

    void check(int result) {
        if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
        if (result < 0) {
            throw Error("is broken XML after line " + std::to_string(xmlTextReaderGetParserLineNumber(reader_.get())) +
                        ": the rest is skipped");
        }
    }

    [[nodiscard]] bool at_item() {
        if (xmlTextReaderNodeType(reader_.get()) != XML_READER_TYPE_ELEMENT) return false;
        const std::string_view name = view(xmlTextReaderConstLocalName(reader_.get()));
        if (text::stand_in(name, names_)) return true;
        if (items_ == 0 && name == "title" && feed_title_.empty()) {
            if (const xmlNode* title = xmlTextReaderExpand(reader_.get())) feed_title_ = trimmed(content(*title));
        }
        return false;
    }

    void take(Sink& sink) {
        ++items_;
        const xmlNode* item = xmlTextReaderExpand(reader_.get());
        check(item == nullptr ? -1 : 0);
        const long line = xmlGetLineNo(item);
        Article article = read_item_(*item, feed_title_);
        article.line = static_cast<std::size_t>(std::max(line, 0L));
        if (article.body.empty()) {
            sink.problem(input_, article.line, "the item that begins here has no text: skipped", false);
        } else {
            sink.article(input_, std::move(article));
        }
        bytes_->item_done();
        skip_ = true;
    }

    Input& input_;
    std::string_view names_;
    ItemReader read_item_;
    std::unique_ptr<XmlBytes> bytes_;
    std::unique_ptr<xmlTextReader, Closer> reader_;
    std::exception_ptr thrown_;
    std::string feed_title_;
    std::size_t items_ = 0;
    bool skip_ = false;
};

}  // namespace

std::unique_ptr<FormatReader> open_xml_items(Input& input, std::string_view names, ItemReader read) {
    return std::make_unique<XmlItems>(input, names, read);
}

std::string_view root_element(std::string_view head) {
    for (;;) {
        head = trimmed(head);
        if (!head.starts_with('<') || head.size() < 3) return {};
        const bool comment = head.starts_with("<!--");
        if (!comment && head[1] != '?' && head[1] != '!') break;
        const auto end = head.find(comment ? "-->" : ">");
        if (end == std::string_view::npos) return {};
        head.remove_prefix(end + (comment ? 3 : 1));
    }
    return local_name(head.substr(1));
}

}  // namespace rawi::reading
