#include "reading/gunzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <string>

#include "rawi/error.hpp"

namespace rawi::reading {
namespace {

constexpr std::string_view gzip_mark = "\x1F\x8B\x08";
constexpr int gzip = 16 + MAX_WBITS;  // what inflateInit2 takes for gzip with the largest window

class Gunzip final : public ByteSource {
public:
    explicit Gunzip(std::unique_ptr<ByteSource> source) : bytes_(std::move(source)) {
        if (inflateInit2(&stream_, gzip) != Z_OK) throw Error("cannot be unpacked: out of memory");
    }
    ~Gunzip() override { inflateEnd(&stream_); }
    Gunzip(const Gunzip&) = delete;
    Gunzip& operator=(const Gunzip&) = delete;

    std::size_t read(char* to, std::size_t size) override {
        std::size_t got = 0;
        while (got == 0 && size > 0 && !at_end_) {
            if (!fault_.empty()) throw Error(fault_);
            if (between_members_ && !next_member()) break;
            got = inflate_some(to, std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
        }
        return got;
    }

private:
    /// At the first one there is always a member, or what was taken for one.
    bool next_member() {
        at_end_ = any_ && !looks_gzipped(bytes_.peek(gzip_mark.size()));
        if (at_end_) return false;
        any_ = true;
        between_members_ = false;
        inflateReset(&stream_);
        return true;
    }

    std::size_t inflate_some(char* to, std::size_t size) {
        if (bytes_.available().empty()) bytes_.fill();
        const std::string_view packed = bytes_.available();
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));  // zlib reads it only
        stream_.avail_in = static_cast<uInt>(std::min<std::size_t>(packed.size(), std::numeric_limits<uInt>::max()));
        stream_.next_out = reinterpret_cast<Bytef*>(to);
        stream_.avail_out = static_cast<uInt>(size);
        const uInt given = stream_.avail_in;
        const int result = inflate(&stream_, Z_NO_FLUSH);
        const std::size_t used = given - stream_.avail_in;
        const std::size_t made = size - stream_.avail_out;
        bytes_.consume(used);
        if (result == Z_STREAM_END)
            between_members_ = true;
        else if (result != Z_OK && result != Z_BUF_ERROR)
            fail(stream_.msg != nullptr ? stream_.msg : "no reason given");
        else if (packed.empty())
            fail("it ends too early");
        expansion_.count(used, made);
        return made;
    }

    void fail(std::string_view why) { fault_ = "is damaged or cut (" + std::string(why) + "): the rest is skipped"; }

    InputBuffer bytes_;
    z_stream stream_{};
    Expansion expansion_;
    std::string fault_;  ///< to be thrown when all before it has been read
    bool between_members_ = true;
    bool any_ = false;
    bool at_end_ = false;
};

}  // namespace

bool looks_gzipped(std::string_view head) {
    return head.starts_with(gzip_mark);
}

std::unique_ptr<ByteSource> gunzipped(std::unique_ptr<ByteSource> source) {
    return std::make_unique<Gunzip>(std::move(source));
}

bool Expansion::within(std::uint64_t packed, std::uint64_t unpacked) {
    constexpr std::uint64_t greatest = 500;
    packed_ += packed;
    unpacked_ += unpacked;
    return unpacked_ <= free_ || unpacked_ / greatest <= packed_;
}

void Expansion::count(std::uint64_t packed, std::uint64_t unpacked) {
    if (!within(packed, unpacked)) throw Error("expands more than 500-fold, which no text does: the rest is skipped");
}

}  // namespace rawi::reading
