// libarchive pulls its bytes from a `ByteSource`; what it makes of them is a `ByteSource` again.
#include "reading/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <clocale>

#include <algorithm>
#include <array>
#include <cerrno>
#include <exception>
#include <string>
#include <utility>

#include "rawi/error.hpp"
#include "reading/formats.hpp"
#include "reading/gunzip.hpp"
#include "text/encoding.hpp"

namespace rawi::reading {
namespace {

constexpr unsigned deepest = 3;

// libarchive converts names to the encoding of the locale, and has none to offer where that is "C". While one of these
// lives, this thread's encoding is UTF-8.
class Utf8Names {
public:
    Utf8Names()
        : locale_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)),
          before_(locale_ == nullptr ? nullptr : ::uselocale(locale_)) {}
    ~Utf8Names() {
        if (locale_ == nullptr) return;
        ::uselocale(before_);
        ::freelocale(locale_);
    }
    Utf8Names(const Utf8Names&) = delete;
    Utf8Names& operator=(const Utf8Names&) = delete;

private:
    locale_t locale_;
    locale_t before_;
};

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

// An open archive over a source of bytes. Exceptions of the source travel around libarchive, which is C.
class Unpacker {
public:
    explicit Unpacker(std::unique_ptr<ByteSource> source)
        : bytes_(std::move(source)), archive_(archive_read_new(), &archive_read_free) {}

    [[nodiscard]] archive* get() { return archive_.get(); }

    void open() {
        archive_read_support_filter_zstd(get());
        archive_read_support_filter_xz(get());
        archive_read_support_filter_lzma(get());
        archive_read_support_filter_bzip2(get());
        archive_read_support_filter_lz4(get());
        check(archive_read_open(get(), this, nullptr, &Unpacker::pull, nullptr));
    }

    /// False at the end of the archive.
    bool next(archive_entry*& entry) {
        if (exhausting_) throw_exhausting();
        const int result = archive_read_next_header(get(), &entry);
        if (result == ARCHIVE_EOF) return false;
        check(result);
        // What was passed over counts for the archive, and not for the member that begins here.
        exhausting_ = !whole_.within(newly_used(), 0);
        member_ = Expansion();
        return true;
    }

    /// Whether the members together expand beyond all reason, so that nothing more is read.
    [[nodiscard]] bool exhausting() const noexcept { return exhausting_; }

    std::size_t read(char* to, std::size_t size) {
        const la_ssize_t got = archive_read_data(get(), to, size);
        if (got < 0) check(static_cast<int>(got));
        const auto unpacked = static_cast<std::size_t>(std::max<la_ssize_t>(got, 0));
        const std::uint64_t packed = newly_used();
        exhausting_ = !whole_.within(packed, unpacked);
        if (exhausting_) throw_exhausting();
        member_.count(packed, unpacked);
        return unpacked;
    }

private:
    // Many members that are each just small enough add up; a gibibyte of them does nobody harm.
    static constexpr std::uint64_t free_for_all = std::uint64_t{1} << 30;

    [[noreturn]] static void throw_exhausting() {
        throw Error("expands more than 500-fold in all, which no texts do: the rest is skipped");
    }

    /// Bytes of the archive that were used since this was asked before. What lies ready behind them is of members to
    /// come.
    std::uint64_t newly_used() {
        const auto used = static_cast<std::uint64_t>(std::max<la_int64_t>(archive_filter_bytes(get(), -1), 0));
        return used - std::exchange(used_, used);
    }

    static la_ssize_t pull(archive* reading, void* self, const void** block) {
        auto& unpacker = *static_cast<Unpacker*>(self);
        try {
            unpacker.bytes_.consume(unpacker.given_);
            unpacker.given_ = 0;
            if (unpacker.bytes_.available().empty()) unpacker.bytes_.fill();
            const std::string_view ready = unpacker.bytes_.available();
            *block = ready.data();
            unpacker.given_ = ready.size();
            return static_cast<la_ssize_t>(ready.size());
        } catch (...) {
            unpacker.thrown_ = std::current_exception();
            archive_set_error(reading, EIO, "cannot be read");
            return ARCHIVE_FATAL;
        }
    }

    void check(int result) {
        if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
        if (result == ARCHIVE_OK || result == ARCHIVE_WARN) return;
        const char* why = archive_error_string(get());
        throw Error(std::string("is damaged or cut (") + (why != nullptr ? why : "no reason given") +
                    "): the rest is skipped");
    }

    InputBuffer bytes_;
    std::size_t given_ = 0;
    std::exception_ptr thrown_;
    Expansion member_;
    Expansion whole_{free_for_all};
    bool exhausting_ = false;
    std::uint64_t used_ = 0;
    Archive archive_;  // last, so that it is closed while its bytes live
};

class DecompressedSource final : public ByteSource {
public:
    explicit DecompressedSource(std::unique_ptr<ByteSource> source) : unpacker_(std::move(source)) {
        archive_read_support_format_raw(unpacker_.get());
        unpacker_.open();
        archive_entry* entry = nullptr;
        at_end_ = !unpacker_.next(entry);
    }

    std::size_t read(char* to, std::size_t size) override { return at_end_ ? 0 : unpacker_.read(to, size); }

private:
    Unpacker unpacker_;
    bool at_end_ = false;
};

class MemberSource final : public ByteSource {
public:
    explicit MemberSource(Unpacker& unpacker) : unpacker_(unpacker) {}
    std::size_t read(char* to, std::size_t size) override { return unpacker_.read(to, size); }

private:
    Unpacker& unpacker_;
};

std::string path_of(archive_entry& entry) {
    const char* path = archive_entry_pathname_utf8(&entry);
    if (path == nullptr) path = archive_entry_pathname(&entry);
    return path != nullptr ? text::decode(path).text : "(nameless)";
}

// Dot files, and the shadow that Macs cast into their archives.
bool hidden(std::string_view path) {
    const auto slash = path.find_last_of('/');
    const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    return name.starts_with('.') || path.starts_with("__MACOSX/");
}

class ArchiveMembers final : public FormatReader {
public:
    explicit ArchiveMembers(Input& input)
        : input_(input), unpacker_(std::make_unique<InputBuffer>(std::move(input.bytes))) {
        archive_read_support_format_tar(unpacker_.get());
        archive_read_support_format_zip_streamable(unpacker_.get());
        unpacker_.open();
    }

    bool step(Sink& sink) override {
        if (!reader_ && !next_member(sink)) return false;
        if (!reader_) return true;
        try {
            if (!reader_->step(sink)) reader_.reset();
        } catch (const Error& error) {
            reader_.reset();
            blame_member(error, sink);
        }
        return true;
    }

private:
    // A member that cannot be read ends that member. If the archive itself is damaged, looking for the next member says
    // so, and so it does where the members are too much together.
    void blame_member(const Error& error, Sink& sink) {
        if (!unpacker_.exhausting()) sink.problem(*member_, 0, error.what());
    }

    bool next_member(Sink& sink) {
        const Utf8Names utf8;
        archive_entry* entry = nullptr;
        if (!unpacker_.next(entry)) return false;
        const std::string path = path_of(*entry);
        if (archive_entry_filetype(entry) != AE_IFREG || hidden(path)) return true;
        member_ = std::make_unique<Input>(input_.name + "/" + path, std::make_unique<MemberSource>(unpacker_),
                                          input_.depth + 1, input_.format);
        try {
            reader_ = open_reader(*member_);
        } catch (const Error& error) {
            blame_member(error, sink);
        }
        return true;
    }

    Input& input_;
    Unpacker unpacker_;
    std::unique_ptr<Input> member_;
    std::unique_ptr<FormatReader> reader_;
};

}  // namespace

bool looks_compressed(std::string_view head) {
    using namespace std::string_view_literals;
    constexpr std::array known_marks = {"\x1F\x8B\x08"sv, "\x28\xB5\x2F\xFD"sv, "\xFD\x37zXZ\0"sv, "LZIP\x01"sv,
                                        "\x04\x22\x4D\x18"sv};
    if (std::any_of(known_marks.begin(), known_marks.end(),
                    [&](std::string_view mark) { return head.starts_with(mark); }))
        return true;
    constexpr std::string_view first_block = "1AY&SY";  // bzip2: "BZh", the block size, and the first block's mark
    return head.size() >= 10 && head.starts_with("BZh") && head[3] >= '1' && head[3] <= '9' &&
           head.substr(4, 6) == first_block;
}

std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> source) {
    auto bytes = std::make_unique<InputBuffer>(std::move(source));
    if (looks_gzipped(bytes->peek(3))) return gunzipped(std::move(bytes));
    return std::make_unique<DecompressedSource>(std::move(bytes));
}

bool looks_like_archive(std::string_view head) {
    using namespace std::string_view_literals;
    return head.starts_with("PK\x03\x04"sv) || (head.size() > 262 && head.substr(257, 5) == "ustar");
}

std::unique_ptr<FormatReader> open_archive(Input& input) {
    if (input.depth >= deepest) throw Error("lies in too many archives: skipped; unpack them");
    const std::string_view head = input.bytes.peek(64);
    const std::string_view first_member =
        head.starts_with("PK") && head.size() > 30 ? head.substr(30) : std::string_view();
    if (first_member.starts_with("[Content_Types].xml") || first_member.starts_with("mimetypeapplication/") ||
        first_member.starts_with("_rels/")) {
        throw Error("is a document of an office program or an e-book, which cannot be read: skipped; give its text");
    }
    return std::make_unique<ArchiveMembers>(input);
}

}  // namespace rawi::reading
