// gzip by zlib, which gives all that stands before a fault and checks the sums.
#pragma once

#include <memory>
#include <string_view>

#include "reading/bytes.hpp"

namespace rawi::reading {

/// Whether `head` begins a stream in gzip.
[[nodiscard]] bool looks_gzipped(std::string_view head);

/// What `source` holds compressed with gzip, of one member after the other; zeros and other bytes behind the last one
/// are passed over. Reading throws `Error` where a member is damaged or cut, behind all that was there before, and
/// where it expands beyond all reason.
[[nodiscard]] std::unique_ptr<ByteSource> gunzipped(std::unique_ptr<ByteSource> source);

/// Refuses what is made to exhaust us: text shrinks to a tenth, repetitive JSON to a fiftieth.
class Expansion {
public:
    /// So many bytes are unpacked before anything is refused.
    explicit Expansion(std::uint64_t free = std::uint64_t{64} << 20) : free_(free) {}

    /// Counts bytes; false where they expand beyond all reason.
    [[nodiscard]] bool within(std::uint64_t packed, std::uint64_t unpacked);

    /// The same; throws `Error` where they do.
    void count(std::uint64_t packed, std::uint64_t unpacked);

private:
    std::uint64_t free_;
    std::uint64_t packed_ = 0;
    std::uint64_t unpacked_ = 0;
};

}  // namespace rawi::reading
