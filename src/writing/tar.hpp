// Files in one stream: the POSIX ustar archive, as far as small text files need it.
#pragma once

#include <string>
#include <string_view>

namespace rawi::writing {

/// Appends `content` as a file of that name (ASCII, at most 99 bytes). Owner, time and mode are the same for all, so
/// that the same files give the same archive.
void append_tar_file(std::string& archive, std::string_view name, std::string_view content);

/// Appends what ends an archive.
void append_tar_end(std::string& archive);

}  // namespace rawi::writing
