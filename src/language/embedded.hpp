// The data of the built-in language packs, as it was on disk when rawi was built.
#pragma once

#include <span>
#include <string_view>

namespace rawi::language {

/// One data file, byte for byte. All three views last as long as the program.
struct EmbeddedFile {
    std::string_view folder;  ///< "ar", "en", "shared"
    std::string_view name;    ///< relative to the folder: "cues.tsv"; may contain '/'
    std::string_view text;
};

/// Every file below `src/languages/<folder>/`, sorted by folder, then by name.
[[nodiscard]] std::span<const EmbeddedFile> embedded_files() noexcept;

}  // namespace rawi::language
