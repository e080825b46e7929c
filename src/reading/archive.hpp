// Compressed streams and archives, through libarchive; gzip through zlib.
#pragma once

#include <memory>
#include <string_view>

#include "reading/bytes.hpp"
#include "reading/input.hpp"

namespace rawi::reading {

/// Whether `head` begins a stream in gzip, zstd, xz, bzip2, lzip or lz4.
[[nodiscard]] bool looks_compressed(std::string_view head);

/// What `source` holds compressed. Several streams one after the other, as Common Crawl and log rotation write them,
/// are one. Reading throws `Error` where the stream is damaged, and where it expands beyond all reason.
[[nodiscard]] std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> source);

/// Whether `head` begins a tar or zip archive.
[[nodiscard]] bool looks_like_archive(std::string_view head);

/// Reads the members of a tar or zip archive, each in a format of its own. Throws `Error` for a document that is a zip
/// archive inside.
[[nodiscard]] std::unique_ptr<FormatReader> open_archive(Input& input);

}  // namespace rawi::reading
